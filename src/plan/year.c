/* SPDX-License-Identifier: EUPL-1.2
 *
 * A year as a whole: put together in order, and asked for by name.  The parts
 * are in the files year_*.c.
 */
#include "config.h"

#include <string.h>

#include "base/mem.h"
#include "plan/year_inner.h"

#define YEAR_BYTES_MAX ((size_t)1 << 30)

const struct year_weights year_weights_common = {
	.spacing = 1,
	.weekday = 5,
	.band = 5,
	.stable_weekday = 8,
	.monday_morning = 2,
	.school_break = YEAR_FORBIDS,
	.office_pause = 2,
	.over_a = 3,
	.over_b = 10,
	.over_dispatch = 10,
	.member_week = 2,
	.change = 20,
	.change_summoned = 40,
};

static const char *const rule_names[YEAR_RULES] = {
	[YEAR_DAYS_OFF] = "days-off",
	[YEAR_WEEKDAYS] = "weekdays",
	[YEAR_GAP] = "gap",
	[YEAR_WINDOW] = "windows",
	[YEAR_LEAD] = "council",
	[YEAR_COMMITTEES] = "committees",
	[YEAR_SECRETARY] = "secretary",
	[YEAR_STAND_IN] = "stand-in",
	[YEAR_PERSON] = "person",
	[YEAR_ROOM] = "room",
	[YEAR_STEPS] = "steps",
	[YEAR_FIXED] = "fixed",
	[YEAR_NUMBER] = "number",
};

bool
year_rule_named(const char *name, enum year_rule *rule)
{
	int i;

	for (i = 0; name != NULL && i < YEAR_RULES; i++)
		if (strcmp(rule_names[i], name) == 0) {
			*rule = (enum year_rule)i;
			return true;
		}
	return false;
}

const char *
year_rule_name(enum year_rule rule)
{
	return rule_names[rule];
}

static int
build(struct year *y, struct kl_error *err)
{
	year_bans none = { 0 };
	int rc;

	if ((rc = year_calendar(y, err)) != 0 ||
	    (rc = year_parties(y, err)) != 0 ||
	    (rc = year_existing(y, err)) != 0 ||
	    (rc = year_bands(y, err)) != 0 ||
	    (rc = year_couples(y, err)) != 0 ||
	    (rc = year_domains(y, err)) != 0)
		return rc;
	return year_make(y, false, y->arena, &y->model, &y->option, &none, err);
}

int
year_new(const struct year_input *in, const char *(*translate)(const char *),
    struct year **out, struct kl_error *err)
{
	struct arena *a = arena_new(YEAR_BYTES_MAX);
	struct year *y = a == NULL ? NULL : arena_alloc(a, sizeof *y);
	int rc = KL_E_NOMEM;

	*out = NULL;
	if (y == NULL) {
		kl_error_nomem(err);
		goto out;
	}
	y->arena = a;
	y->in = in;
	y->w = in->weights != NULL ? in->weights : &year_weights_common;
	y->translate = translate;
	rc = build(y, err);
	if (rc == 0) {
		*out = y;
		a = NULL;
	}
out:
	arena_free(a);
	return rc;
}

void
year_free(struct year *y)
{
	if (y != NULL)
		arena_free(y->arena);
}

const struct plan_model *
year_model(const struct year *y)
{
	return &y->model;
}

int
year_meeting(const struct year *y, const char *committee, int nr)
{
	int i = year_party_of(y, committee);
	const struct year_party *p = i < 0 ? NULL : &y->parties.v[i];

	return p == NULL || nr <= p->past || nr > p->past + p->n
		   ? PLAN_NONE
		   : p->meeting[nr - p->past - 1];
}

int
year_day(const struct year *y, kl_day day)
{
	return day < y->first || day >= y->first + y->days ? PLAN_NONE
							   : day - y->first;
}
