/* SPDX-License-Identifier: EUPL-1.2
 *
 * Covering for an absence: gather what falls to the person, in order of day,
 * and ask the stand-ins in turn.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "plan/cover.h"
#include "plan/load.h"

#define NO_END "24:00" /* a meeting without an end takes the rest of the day   \
			*/
#define NO_START "00:00"

struct asking {
	const struct feed *feed;
	struct cover *out;
	struct arena *a;
};

static bool
same(const char *x, const char *y)
{
	return x != NULL && y != NULL && strcmp(x, y) == 0;
}

/* ---- who can --------------------------------------------------------------
 */

static bool
is_away(const struct bundle *facts, const char *person, kl_day day)
{
	const struct absence *v = facts->absences.v;
	size_t i;

	for (i = 0; i < facts->absences.n; i++)
		if (same(v[i].person, person) && v[i].from <= day &&
		    day <= v[i].to)
			return true;
	return false;
}

/* Clocks as text compare as times. */
static bool
overlap(const struct feed_meeting *x, const struct feed_meeting *y)
{
	const char *x0 = x->start == NULL ? NO_START : x->start;
	const char *y0 = y->start == NULL ? NO_START : y->start;
	const char *x1 = x->end == NULL ? NO_END : x->end;
	const char *y1 = y->end == NULL ? NO_END : y->end;

	return x->day == y->day && strcmp(x0, y1) < 0 && strcmp(y0, x1) < 0;
}

/* True if ${person} sits in a meeting while ${m} is held: as secretary, or
 * because they cover it already. */
static bool
is_busy(
    const struct asking *q, const char *person, const struct feed_meeting *m)
{
	const struct cover_duty *d;
	const struct feed_meeting *o;
	size_t i;

	for (i = 0; i < q->feed->n; i++) {
		o = &q->feed->v[i];
		if (o != m && !o->cancelled && overlap(o, m) &&
		    same(load_secretary(q->feed->facts, o->committee, o->day),
			person))
			return true;
	}
	for (i = 0; i < q->out->duties.n; i++) {
		d = &q->out->duties.v[i];
		if (d->step == NULL && d->meeting != m && same(d->by, person) &&
		    overlap(d->meeting, m))
			return true;
	}
	return false;
}

static enum cover_hinder
hinder_of(
    const struct asking *q, const char *person, const struct cover_duty *d)
{
	if (is_away(q->feed->facts, person, d->day))
		return COVER_AWAY;
	return d->step == NULL && is_busy(q, person, d->meeting) ? COVER_BUSY
								 : COVER_FREE;
}

/* True if ${x} is asked before ${y}: who stands in for this committee before
 * who does for all, then by order. */
static bool
before(const struct stand_in *x, const struct stand_in *y)
{
	if ((x->committee == NULL) != (y->committee == NULL))
		return x->committee != NULL;
	return x->order < y->order;
}

/* The stand-in to ask after ${last} (NULL: first). */
static const struct stand_in *
next_stand_in(const struct asking *q, const struct cover_duty *d,
    const struct stand_in *last)
{
	const struct stand_in *v = q->feed->facts->stand_ins.v, *best = NULL;
	size_t i;

	for (i = 0; i < q->feed->facts->stand_ins.n; i++) {
		if (!same(v[i].person, q->out->person) ||
		    (v[i].committee != NULL &&
			!same(v[i].committee, d->committee)))
			continue;
		/* those alike are asked in the order of the register */
		if (last != NULL && !before(last, &v[i]) &&
		    (before(&v[i], last) || &v[i] <= last))
			continue;
		if (best == NULL || before(&v[i], best))
			best = &v[i];
	}
	return best;
}

static void
ask(struct asking *q, struct cover_duty *d)
{
	const struct stand_in *s = NULL;

	d->hinder = COVER_NOBODY;
	while ((s = next_stand_in(q, d, s)) != NULL) {
		d->hinder = hinder_of(q, s->by, d);
		if (d->hinder == COVER_FREE) {
			d->by = s->by;
			return;
		}
	}
	q->out->uncovered++;
}

/* ---- what falls to them ---------------------------------------------------
 */

static int
add_duty(struct asking *q, const struct feed_meeting *m,
    const struct cycle_step *step, kl_day day)
{
	struct cover_duty *d;

	if (day < q->out->from || day > q->out->to ||
	    !same(load_secretary(q->feed->facts, m->committee, day),
		q->out->person))
		return 0;
	d = vec_push(q->a, &q->out->duties);
	if (d == NULL)
		return KL_E_NOMEM;
	*d = (struct cover_duty){ .committee = m->committee,
		.step = step,
		.meeting = m,
		.day = day };
	return 0;
}

static int
add_meeting(struct asking *q, const struct feed_meeting *m)
{
	const struct rules_step *s;
	size_t i;
	int rc = add_duty(q, m, NULL, m->day);

	for (i = 0; rc == 0 && m->steps != NULL && i < m->steps->v.n; i++) {
		s = &m->steps->v.v[i];
		if (s->day != KL_DAY_NONE &&
		    s->step->level == CYCLE_SECRETARIAT)
			rc = add_duty(q, m, s->step, s->day);
	}
	return rc;
}

static int
compare(const void *x, const void *y)
{
	const struct cover_duty *a = x, *b = y;
	int by;

	if (a->day != b->day)
		return a->day < b->day ? -1 : 1;
	if ((a->step == NULL) != (b->step == NULL))
		return a->step == NULL ? -1 : 1;
	by = strcmp(a->committee, b->committee);
	if (by != 0 || a->step == NULL)
		return by;
	return strcmp(a->step->id, b->step->id);
}

static int
check_person(const struct bundle *facts, const char *person, struct arena *a,
    struct kl_error *err)
{
	const char **refs, *near;
	size_t i;

	if (bundle_person(facts, person) != NULL)
		return 0;
	refs = arena_alloc(a, (facts->persons.n + 1) * sizeof *refs);
	if (refs == NULL)
		return kl_error_nomem(err);
	for (i = 0; i < facts->persons.n; i++)
		refs[i] = facts->persons.v[i].ref;
	near = utf8_nearest(person, refs, facts->persons.n);
	if (near != NULL)
		return kl_error_set(err, KL_E_NOTFOUND,
		    KL_N_("There is no person “%s”; the nearest is “%s”. "
			  "Nothing was changed."),
		    person, near);
	return kl_error_set(err, KL_E_NOTFOUND,
	    KL_N_("There is no person “%s”. Nothing was changed."), person);
}

int
cover_of(const struct feed *feed, const char *person, kl_day from, kl_day to,
    struct arena *a, struct cover *out, struct kl_error *err)
{
	struct asking q = { feed, out, a };
	size_t i;
	int rc;

	memset(out, 0, sizeof *out);
	out->person = person;
	out->from = from;
	out->to = to;
	if (to < from)
		return kl_error_set(err, KL_E_INPUT,
		    KL_N_("The period ends before it begins. Write the first "
			  "day and then the last. Nothing was changed."));
	rc = check_person(feed->facts, person, a, err);
	if (rc != 0)
		return rc;
	for (i = 0; i < feed->n && rc == 0; i++)
		if (!feed->v[i].cancelled)
			rc = add_meeting(&q, &feed->v[i]);
	if (rc != 0)
		return kl_error_nomem(err);
	if (out->duties.n > 0)
		qsort(out->duties.v, out->duties.n, sizeof *out->duties.v,
		    compare);
	for (i = 0; i < out->duties.n; i++)
		ask(&q, &out->duties.v[i]);
	return 0;
}
