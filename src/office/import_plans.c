/* SPDX-License-Identifier: EUPL-1.2
 *
 * Plans of a year that arrive: versions that the register has must be the same,
 * those that it has not are added after them.
 */
#include "config.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "office/import.h"

static bool
same(const char *x, const char *y)
{
	return (x == NULL || y == NULL) ? x == y : strcmp(x, y) == 0;
}

/* As versions are loaded. */
static int
by_day(const void *x, const void *y)
{
	const struct planned *a = x, *b = y;
	int d;

	if (a->day != b->day)
		return a->day < b->day ? -1 : 1;
	d = strcmp(
	    a->start == NULL ? "" : a->start, b->start == NULL ? "" : b->start);
	if (d == 0)
		d = strcmp(a->committee, b->committee);
	return d != 0 ? d : a->nr - b->nr;
}

/* Keys change when meetings move, so they are not asked about. */
static bool
same_meeting(const struct planned *a, const struct planned *b)
{
	return by_day(a, b) == 0 && same(a->end, b->end) &&
	       same(a->room, b->room) && a->fixed == b->fixed;
}

static bool
same_version(const struct year_plan *a, const struct year_plan *b)
{
	size_t i;

	if (a->from_version != b->from_version || !same(a->how, b->how) ||
	    a->cost != b->cost || fabs(a->bound - b->bound) > 0.001 ||
	    !same(a->status, b->status) || a->made != b->made ||
	    a->meetings.n != b->meetings.n)
		return false;
	for (i = 0; i < a->meetings.n; i++)
		if (!same_meeting(&a->meetings.v[i], &b->meetings.v[i]))
			return false;
	return true;
}

static int
check_same(struct import *im, struct year_plan *p, struct kl_error *err)
{
	struct year_plan has;
	struct kl_error e;
	int rc = store_plan_load(
	    im->w->o->store, p->year, p->version, im->w->arena, &has, err);

	if (rc != 0 || same_version(&has, p))
		return rc;
	kl_error_set(&e, KL_E_INPUT,
	    KL_N_("Version %d of the plan of %d is another in the register. "
		  "Versions are never changed; leave the plan out."),
	    p->version, p->year);
	import_fault(im, &e, p->line, "planversion");
	return 0;
}

/* The versions v[0] up to v[n] of one year. */
static int
save_year(
    struct import *im, struct year_plan *v, size_t n, struct kl_error *err)
{
	struct store *s = im->w->o->store;
	year_plans has = { 0 };
	struct year_plan copy;
	int current = 0, adopted = 0, rc;
	size_t i;

	rc = store_plan_list(s, v->year, im->w->arena, &has, err);
	for (i = 0; rc == 0 && i < n; i++) {
		current = v[i].current ? v[i].version : current;
		adopted = v[i].adopted ? v[i].version : adopted;
		if (v[i].meetings.n > 1)
			qsort(v[i].meetings.v, v[i].meetings.n,
			    sizeof(struct planned), by_day);
		copy = v[i];
		rc = i < has.n ? check_same(im, &v[i], err)
			       : store_plan_save(s, "import", &copy, err);
	}
	/* an older file does not turn the register back */
	if (rc != 0 || n < has.n || im->faults->total > 0)
		return rc;
	rc = store_plan_point(s, "import", v->year, current, err);
	if (rc == 0 && adopted != 0)
		rc = store_plan_adopt(s, "import", v->year, adopted, err);
	return rc;
}

int
import_plans(struct import *im, struct kl_error *err)
{
	struct bundle *b = &im->w->bundle;
	size_t i, end;
	int rc = 0;

	for (i = 0; rc == 0 && i < b->plans.n; i = end) {
		for (end = i + 1; end < b->plans.n; end++)
			if (b->plans.v[end].year != b->plans.v[i].year)
				break;
		rc = save_year(im, &b->plans.v[i], end - i, err);
	}
	return rc;
}
