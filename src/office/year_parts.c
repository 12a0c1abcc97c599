/* SPDX-License-Identifier: EUPL-1.2
 *
 * Filling in the record of a year: last days of each meeting, the calendars it
 * was planned round, the cycles of its committees, how the work is spread, who
 * stands in.
 */
#include "config.h"

#include <string.h>

#include "office/year_parts.h"
#include "rules/cycle.h"

/* ---- cycles ---------------------------------------------------------------
 */

static int
find_cycle(struct year_work *y, const char *committee, struct cycle **cycle,
    struct kl_error *err)
{
	struct work *w = y->w;
	struct year_cycle *c;
	size_t i;
	int rc;

	for (i = 0; i < y->cycles.n; i++) {
		*cycle = y->cycles.v[i].cycle;
		if (strcmp(y->cycles.v[i].committee, committee) == 0)
			return 0;
	}
	c = vec_push(w->arena, &y->cycles);
	if (c == NULL)
		return kl_error_nomem(err);
	c->committee = committee;
	w->committee = bundle_committee(&w->bundle, committee);
	rc = office_cycle(w, &c->cycle, err);
	w->committee = NULL;
	*cycle = c->cycle;
	return rc;
}

/* The days of a meeting's steps.  One that breaks the law is told where the
 * meeting is shown; here it only has no days. */
static int
steps_of(struct year_work *y, const struct record_meeting *m,
    struct rules_steps **out, struct kl_error *err)
{
	struct work *w = y->w;
	struct rules_steps *steps = arena_alloc(w->arena, sizeof *steps);
	struct cycle *cycle = NULL;
	struct rule_book book;
	int rc;

	*out = NULL;
	if (steps == NULL)
		return kl_error_nomem(err);
	rc = find_cycle(y, m->committee, &cycle, err);
	if (rc != 0)
		return rc;
	w->committee = bundle_committee(&w->bundle, m->committee);
	book = office_book(w);
	w->committee = NULL;
	rc = rules_cycle(cycle, m->committee, m->day, &book, w->arena,
	    w->o->translate, steps, err);
	if (rc == 0)
		*out = steps;
	return rc == KL_E_RULE ? 0 : rc;
}

/* The last day for the offices to hand in is their last step before the
 * meeting; the day of dispatch is the step that is the summons. */
static void
take_days(struct record_meeting *m, const struct rules_steps *steps)
{
	const struct rules_step *s;
	size_t i;

	for (i = 0; steps != NULL && i < steps->v.n; i++) {
		s = &steps->v.v[i];
		if (s->day == KL_DAY_NONE || s->day >= m->day)
			continue;
		if (s->step->limit == CYCLE_SUMMONS)
			m->dispatch = s->day;
		if (s->step->level == CYCLE_OFFICE)
			m->hand_in = s->day;
	}
}

/* What the rules say of a meeting's days. */
static int
add_days(struct work *w, struct record_meeting *m, struct kl_error *err)
{
	struct rules_adjustment adjust;
	struct rule_book book;
	int rc;

	w->committee = bundle_committee(&w->bundle, m->committee);
	book = office_book(w);
	rc = rules_summons(m->day, &book, NULL, &m->summons, err);
	if (rc == 0)
		rc = rules_adjust(m->day, &book, NULL, &adjust, err);
	if (rc == 0)
		m->adjust = adjust.plain;
	w->committee = NULL;
	return rc;
}

/* One meeting as the planner's counts want it; its end stands in the register.
 */
static int
add_feed(struct year_work *y, const struct record_meeting *m,
    const struct rules_steps *steps, struct kl_error *err)
{
	struct feed_meeting *f = vec_push(y->w->arena, &y->meetings);
	const struct bundle *b = &y->w->bundle;
	size_t i;

	if (f == NULL)
		return kl_error_nomem(err);
	*f = (struct feed_meeting){ .committee = m->committee,
		.day = m->day,
		.start = m->time,
		.end = m->end,
		.uid = m->key,
		.cancelled = m->state == MEETING_CANCELLED,
		.steps = steps };
	for (i = 0; f->end == NULL && i < b->meetings.n; i++)
		if (strcmp(b->meetings.v[i].key, m->key) == 0)
			f->end = b->meetings.v[i].end;
	return 0;
}

static int
add_meetings(struct year_work *y, struct kl_error *err)
{
	struct record_meeting *m;
	struct rules_steps *steps;
	size_t i;
	int rc = 0;

	for (i = 0; i < y->list->n && rc == 0; i++) {
		m = &y->list->v[i];
		steps = NULL;
		if (m->state != MEETING_CANCELLED) {
			rc = add_days(y->w, m, err);
			if (rc == 0)
				rc = steps_of(y, m, &steps, err);
			take_days(m, steps);
		}
		if (rc == 0)
			rc = add_feed(y, m, steps, err);
	}
	return rc;
}

/* ---- parts ----------------------------------------------------------------
 */

static int
add_calendars(struct year_work *y, struct kl_error *err)
{
	struct work *w = y->w;
	const char *folder = office_path(w->o, w->arena, "calendars");
	int rc;

	if (folder == NULL)
		return kl_error_nomem(err);
	rc = days_off_load(folder, y->year, &y->days_off, err);
	y->parts->days_off = y->days_off;
	return rc;
}

/* The weekday that most of the body's meetings are on; Monday is 0. */
static int
weekday_of(const struct year_work *y, const char *committee)
{
	int count[7] = { 0 }, best = 0, i;
	size_t k;

	for (k = 0; k < y->list->n; k++)
		if (committee == NULL ||
		    strcmp(y->list->v[k].committee, committee) == 0)
			count[kl_day_weekday(y->list->v[k].day) - KL_MONDAY]++;
	for (i = 1; i < 7; i++)
		if (count[i] > count[best])
			best = i;
	return best;
}

static int
add_flow(struct year_work *y, struct cycle *cycle, const char *committee,
    struct kl_error *err)
{
	struct record_flow *f = vec_push(y->w->arena, &y->parts->flows);

	if (f == NULL)
		return kl_error_nomem(err);
	*f = (struct record_flow){ cycle, committee, weekday_of(y, committee) };
	return 0;
}

/* The common cycle first, then each body's that meets. */
static int
add_flows(struct year_work *y, struct kl_error *err)
{
	struct committee common = { 0 };
	const struct committee *c;
	struct cycle *cycle;
	size_t i, k;
	int rc;

	y->w->committee = &common;
	rc = office_cycle(y->w, &y->common, err);
	y->w->committee = NULL;
	if (rc == 0)
		rc = add_flow(y, y->common, NULL, err);
	for (i = 0; i < y->w->bundle.committees.n && rc == 0; i++) {
		c = &y->w->bundle.committees.v[i];
		for (k = 0; k < y->list->n; k++)
			if (strcmp(y->list->v[k].committee, c->code) == 0)
				break;
		if (k == y->list->n)
			continue;
		rc = find_cycle(y, c->code, &cycle, err);
		if (rc == 0)
			rc = add_flow(y, cycle, c->code, err);
	}
	return rc;
}

static int
add_load(struct year_work *y, const char *person, const int *units,
    struct kl_error *err)
{
	struct record_load *l = vec_push(y->w->arena, &y->parts->loads);

	if (l == NULL)
		return kl_error_nomem(err);
	l->person = person;
	memcpy(l->units, units, sizeof l->units);
	return 0;
}

static int
add_loads(struct year_work *y, const struct feed *feed, struct kl_error *err)
{
	struct load load;
	size_t i;
	int rc;

	rc = load_of(feed, y->year, 0, 0, y->w->arena, &load, err);
	if (rc == 0)
		rc = add_load(y, NULL, load.units, err);
	for (i = 0; rc == 0 && i < load.persons.n; i++)
		rc = add_load(
		    y, load.persons.v[i].person, load.persons.v[i].units, err);
	if (rc != 0)
		return rc;
	y->parts->cap = load.cap;
	y->parts->cap_high = load.cap_high;
	y->parts->own_cap = load.own_cap;
	y->parts->own_cap_high = load.own_cap_high;
	return 0;
}

static int
add_absence(struct year_work *y, const struct feed *feed,
    const struct absence *away, struct kl_error *err)
{
	struct record_absence *a = vec_push(y->w->arena, &y->parts->absences);
	const struct cover_duty *d;
	struct record_duty *duty;
	struct cover cover;
	size_t i;
	int rc;

	if (a == NULL)
		return kl_error_nomem(err);
	rc = cover_of(
	    feed, away->person, away->from, away->to, y->w->arena, &cover, err);
	a->person = away->person;
	a->why = away->why;
	a->from = away->from;
	a->to = away->to;
	for (i = 0; rc == 0 && i < cover.duties.n; i++) {
		d = &cover.duties.v[i];
		duty = vec_push(y->w->arena, &a->duties);
		if (duty == NULL)
			return kl_error_nomem(err);
		*duty = (struct record_duty){ .committee = d->committee,
			.what = d->step == NULL ? NULL : d->step->name,
			.time = d->step == NULL ? d->meeting->start : NULL,
			.by = d->by,
			.day = d->day };
	}
	return rc;
}

/* The absence asked for, or the secretariat's of that year. */
static int
add_absences(struct year_work *y, const struct feed *feed, struct kl_error *err)
{
	const struct absence asked = {
		.person = y->person, .from = y->from, .to = y->to
	};
	const struct bundle *b = &y->w->bundle;
	const struct absence *a;
	size_t i;
	int rc = 0;

	if (y->person != NULL)
		return add_absence(y, feed, &asked, err);
	for (i = 0; i < b->absences.n && rc == 0; i++) {
		a = &b->absences.v[i];
		if (kl_day_year(a->from) <= y->year &&
		    kl_day_year(a->to) >= y->year)
			rc = add_absence(y, feed, a, err);
	}
	return rc;
}

int
year_parts(struct year_work *y, struct kl_error *err)
{
	struct feed feed = { .facts = &y->w->bundle };
	int rc = add_meetings(y, err);

	feed.v = y->meetings.v;
	feed.n = y->meetings.n;
	if (rc == 0 && (y->wanted & (PART_BASIS | PART_DAYS)) != 0)
		rc = add_calendars(y, err);
	if (rc == 0 && (y->wanted & PART_FLOWS) != 0)
		rc = add_flows(y, err);
	if (rc == 0 && (y->wanted & PART_LOADS) != 0)
		rc = add_loads(y, &feed, err);
	if (rc == 0 && (y->wanted & PART_ABSENCES) != 0)
		rc = add_absences(y, &feed, err);
	return rc;
}

void
year_parts_free(struct year_work *y)
{
	size_t i;

	for (i = 0; i < y->cycles.n; i++)
		cycle_free(y->cycles.v[i].cycle);
	cycle_free(y->common);
	days_off_free(y->days_off);
}
