/* SPDX-License-Identifier: EUPL-1.2
 *
 * The days of a year: which are off, where the derived steps of a meeting fall,
 * and every mark that forbids or charges a time for a body.  A mark is a number
 * with a kind; what it says is year_text.c's.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "calendar/week.h"
#include "calendar/workday.h"
#include "plan/year_inner.h"

/* ---- calendar ------------------------------------------------------------ */

static int
reach(const struct year *y, kl_day day)
{
	int i = day < y->first - YEAR_REACH ? 0 : day - y->first + YEAR_REACH;

	return i < YEAR_SPAN ? i : YEAR_SPAN - 1;
}

int
year_act(const struct year *y, kl_day day)
{
	return y->act[reach(y, day)];
}

const struct day_off *
year_pause(const struct year *y, kl_day day)
{
	return y->pause_of[reach(y, day)];
}

int
year_calendar(struct year *y, struct kl_error *err)
{
	const struct days_off *d = y->in->days_off;
	kl_day day, from = kl_day_of(y->in->year, 1, 1);
	size_t i;
	int k, zero;

	if (from == KL_DAY_NONE || y->in->year <= HOLIDAY_FIRST_YEAR ||
	    y->in->year >= HOLIDAY_LAST_YEAR)
		return kl_error_set(err, KL_E_INPUT,
		    KL_N_("The calendar knows the years after %d and before "
			  "%d. Give another year."),
		    HOLIDAY_FIRST_YEAR, HOLIDAY_LAST_YEAR);
	y->first = from;
	y->days = kl_day_of(y->in->year + 1, 1, 1) - from;
	y->monday = from - ((int)kl_day_weekday(from) - KL_MONDAY) -
		    7 * YEAR_WEEKS_BEFORE;
	y->act = arena_alloc(y->arena, YEAR_SPAN * sizeof(y->act[0]));
	y->pause_of = arena_alloc(y->arena, YEAR_SPAN * sizeof(y->pause_of[0]));
	if (y->act == NULL || y->pause_of == NULL)
		return kl_error_nomem(err);
	for (i = 0; d != NULL && i < d->v.n; i++) {
		if (d->v.v[i].kind != DAY_OFF_PAUSE ||
		    d->v.v[i].committee != NULL)
			continue;
		day = d->v.v[i].from > from - YEAR_REACH ? d->v.v[i].from
							 : from - YEAR_REACH;
		for (;
		     day <= d->v.v[i].to && day < from - YEAR_REACH + YEAR_SPAN;
		     day++)
			y->pause_of[reach(y, day)] = &d->v.v[i];
	}
	for (k = 1; k < YEAR_SPAN; k++)
		y->act[k] = y->act[k - 1] + (y->pause_of[k] == NULL);
	zero = y->act[reach(y, from)];
	for (k = 0; k < YEAR_SPAN; k++)
		y->act[k] -= zero;
	return 0;
}

/* ---- steps --------------------------------------------------------------- */

struct steps {
	const struct year_party *p;
	kl_day meeting;
	kl_day day[CYCLE_STEPS_MAX];
	kl_day by_rule[CYCLE_STEPS_MAX];
	bool done[CYCLE_STEPS_MAX];
};

/* Step ${i} as the body has it: its regulations win where they ask for an
 * earlier summons than the definition. */
static struct cycle_step
step_of(const struct year_party *p, size_t i)
{
	struct cycle_step step = *cycle_step_of(p->cycle, i, p->c->code);

	if (step.limit == CYCLE_SUMMONS && !step.working &&
	    step.anchor == CYCLE_MEETING && -step.offset < p->c->summons_days)
		step.offset = -p->c->summons_days;
	return step;
}

/* The definition was checked to hold no circle, so the depth is at most its
 * number of steps. */
static void
step_day(struct steps *s, size_t i)
{
	const struct cycle_override *o;
	struct cycle_step step;
	kl_day anchor = s->meeting;

	if (s->done[i])
		return;
	step = step_of(s->p, i);
	if (step.anchor != CYCLE_MEETING) {
		step_day(s, step.anchor);
		anchor = s->day[step.anchor] != KL_DAY_NONE
			     ? s->day[step.anchor]
			     : s->by_rule[step.anchor];
	}
	s->by_rule[i] = cycle_moved(step.roll, cycle_count(&step, anchor));
	o = cycle_override_of(s->p->cycle, i, s->p->c->code, s->meeting);
	s->day[i] = o == NULL ? s->by_rule[i] : o->day;
	s->done[i] = true;
}

void
year_steps(const struct year *y, const struct year_party *p, kl_day meeting,
    kl_day day[CYCLE_STEPS_MAX])
{
	struct steps s = { .p = p, .meeting = meeting };
	const struct cycle *c = p->cycle;
	size_t i;

	(void)y;
	for (i = 0; c != NULL && i < c->steps.n; i++)
		step_day(&s, i);
	for (i = 0; c != NULL && i < c->steps.n; i++)
		day[i] = cycle_applies(cycle_step_of(c, i, p->c->code),
			     p->c->code, meeting)
			     ? s.day[i]
			     : KL_DAY_NONE;
}

size_t
year_dispatch(const struct year_party *p)
{
	size_t i;

	for (i = 0; p->cycle != NULL && i < p->cycle->steps.n; i++)
		if (cycle_step_of(p->cycle, i, p->c->code)->limit ==
		    CYCLE_SUMMONS)
			return i;
	return CYCLE_MEETING;
}

/* ---- marks --------------------------------------------------------------- */

static void
mark(const struct year *y, struct year_marks *out, struct year_mark m)
{
	if (m.forbids && !year_on(y, m.rule))
		return;
	if (!m.forbids && m.cost <= 0)
		return;
	if (out->n < YEAR_MARKS_MAX)
		out->v[out->n++] = m;
	else if (m.forbids)
		out->v[YEAR_MARKS_MAX - 1] = m;
}

static void
forbid(const struct year *y, struct year_marks *out, enum year_kind kind,
    enum year_rule rule, const void *what, int number, kl_day day)
{
	mark(y, out,
	    (struct year_mark){ .kind = kind,
		.rule = rule,
		.forbids = true,
		.what = what,
		.number = number,
		.day = day });
}

static void
charge(const struct year *y, struct year_marks *out, enum year_kind kind,
    enum year_rule rule, int cost, const void *what, int number, kl_day day)
{
	mark(y, out,
	    (struct year_mark){ .kind = kind,
		.rule = rule,
		.cost = cost,
		.what = what,
		.number = number,
		.day = day });
}

static void
mark_days_off(const struct year *y, const struct year_party *p, kl_day day,
    struct year_marks *out)
{
	const struct day_off *off;
	size_t at = 0, i;
	bool soft;

	while (y->in->days_off != NULL &&
	       (at = days_off_on(y->in->days_off, day, p->c->code, at, &off)) !=
		   0) {
		if (off->kind == DAY_OFF_COUNCIL_DAY &&
		    p->c->kind == BODY_ASSEMBLY)
			continue;
		soft = off->kind == DAY_OFF_SCHOOL_BREAK &&
		       y->w->school_break != YEAR_FORBIDS;
		if (soft)
			charge(y, out, YEAR_MARK_DAY_OFF, YEAR_DAYS_OFF,
			    y->w->school_break, off, 0, day);
		else
			forbid(y, out, YEAR_MARK_DAY_OFF, YEAR_DAYS_OFF, off, 0,
			    day);
	}
	for (i = 0; p->rules != NULL && i < p->rules->closed.n; i++)
		if (day >= p->rules->closed.v[i].from &&
		    day <= p->rules->closed.v[i].to)
			forbid(y, out, YEAR_MARK_CLOSED, YEAR_DAYS_OFF,
			    &p->rules->closed.v[i], 0, day);
}

static void
mark_weekday(const struct year *y, const struct year_party *p, kl_day day,
    const struct year_time *t, struct year_marks *out)
{
	int weekday = (int)kl_day_weekday(day) - KL_MONDAY;
	int rank = p->rank[weekday];

	if (rank < 0)
		forbid(y, out, YEAR_MARK_WEEKDAY, YEAR_WEEKDAYS, NULL, weekday,
		    day);
	if (rank < 0 && !year_on(y, YEAR_WEEKDAYS))
		rank = 4;
	charge(y, out, YEAR_MARK_RANK, YEAR_WEEKDAYS,
	    rank > 0 ? rank * y->w->weekday : 0, NULL, weekday, day);
	if (!t->kept_only)
		charge(y, out, YEAR_MARK_TIME, YEAR_WEEKDAYS,
		    t->rank * y->w->band, t, 0, day);
}

/* One step before the meeting: on a working day, outside pauses, not on an
 * office's Monday. */
static void
mark_step(const struct year *y, const struct year_party *p, size_t i,
    kl_day meeting, kl_day day, struct year_marks *out)
{
	const struct cycle_step *step = cycle_step_of(p->cycle, i, p->c->code);
	const struct day_off *pause = year_pause(y, day);
	bool office = step->level == CYCLE_OFFICE;

	if (day >= meeting)
		return;
	if (!workday_is(day))
		forbid(
		    y, out, YEAR_MARK_STEP_OFF, YEAR_STEPS, NULL, (int)i, day);
	if (pause != NULL && office && y->w->office_pause != YEAR_FORBIDS)
		charge(y, out, YEAR_MARK_STEP_PAUSE, YEAR_STEPS,
		    y->w->office_pause, pause, (int)i, day);
	else if (pause != NULL)
		forbid(y, out, YEAR_MARK_STEP_PAUSE, YEAR_STEPS, pause, (int)i,
		    day);
	if (office && kl_day_weekday(day) == KL_MONDAY)
		charge(y, out, YEAR_MARK_MONDAY, YEAR_STEPS,
		    y->w->monday_morning, NULL, (int)i, day);
}

/* A meeting that there is already stays possible where it is. */
static bool
meets_on(const struct year_party *p, kl_day day)
{
	size_t i;

	for (i = 0; i < p->existing.n; i++)
		if (p->existing.v[i]->day == day)
			return true;
	return false;
}

static void
mark_steps(const struct year *y, const struct year_party *p, kl_day meeting,
    struct year_marks *out)
{
	kl_day day[CYCLE_STEPS_MAX];
	size_t i, dispatch = year_dispatch(p);

	if (p->cycle == NULL)
		return;
	year_steps(y, p, meeting, day);
	for (i = 0; i < p->cycle->steps.n; i++)
		if (day[i] != KL_DAY_NONE)
			mark_step(y, p, i, meeting, day[i], out);
	if (dispatch == CYCLE_MEETING || day[dispatch] == KL_DAY_NONE)
		return;
	if (day[dispatch] > meeting - p->c->summons_days)
		forbid(y, out, YEAR_MARK_SUMMONS, YEAR_STEPS, NULL,
		    (int)dispatch, day[dispatch]);
	if (day[dispatch] < y->in->today && meeting >= y->in->today &&
	    !meets_on(p, meeting))
		forbid(y, out, YEAR_MARK_STEP_LATE, YEAR_STEPS, NULL,
		    (int)dispatch, day[dispatch]);
}

/* ---- people and rooms ---------------------------------------------------- */

static const struct absence *
away(const struct year *y, const char *person, kl_day day)
{
	const struct bundle *b = y->in->facts;
	size_t i;

	for (i = 0; i < b->absences.n; i++)
		if (b->absences.v[i].from <= day &&
		    day <= b->absences.v[i].to &&
		    strcmp(b->absences.v[i].person, person) == 0)
			return &b->absences.v[i];
	return NULL;
}

/* Whether somebody covers for ${person} in the body that day. */
static bool
covered(const struct year *y, const struct year_party *p, const char *person,
    kl_day day)
{
	const struct bundle *b = y->in->facts;
	const struct stand_in *s;
	size_t i;

	for (i = 0; i < b->stand_ins.n; i++) {
		s = &b->stand_ins.v[i];
		if (strcmp(s->person, person) == 0 &&
		    (s->committee == NULL ||
			strcmp(s->committee, p->c->code) == 0) &&
		    away(y, s->by, day) == NULL)
			return true;
	}
	return false;
}

static void
mark_secretary(const struct year *y, const struct year_party *p, kl_day day,
    struct year_marks *out)
{
	const struct absence *absence = NULL;
	const struct mandate *m;
	size_t i;

	for (i = 0; i < p->secretaries.n; i++) {
		m = p->secretaries.v[i];
		if (m->from > day || (m->to != KL_DAY_NONE && m->to < day))
			continue;
		absence = away(y, m->person, day);
		if (absence == NULL || covered(y, p, m->person, day))
			return;
	}
	if (absence != NULL)
		forbid(y, out, YEAR_MARK_AWAY, YEAR_STAND_IN, absence, 0, day);
}

static const struct booking *
booked(const struct year *y, const char *room, kl_day day,
    const struct year_time *t)
{
	const struct bundle *b = y->in->facts;
	const struct booking *k;
	int start, end;
	size_t i;

	for (i = 0; i < b->bookings.n; i++) {
		k = &b->bookings.v[i];
		if (day < k->from || day > k->to || strcmp(k->room, room) != 0)
			continue;
		start = year_minutes(k->start);
		end = year_minutes(k->end);
		if ((start < 0 || start < t->end) &&
		    (end < 0 || t->start < end))
			return k;
	}
	return NULL;
}

static void
mark_room(const struct year *y, const struct year_party *p, kl_day day,
    const struct year_time *t, struct year_marks *out)
{
	const struct bundle *b = y->in->facts;
	const struct booking *by;
	const struct booking *last = NULL;
	size_t i;

	if (p->room != NULL) {
		by = booked(y, p->room, day, t);
		if (by != NULL)
			forbid(y, out, YEAR_MARK_BOOKED, YEAR_ROOM, by, 0, day);
		return;
	}
	for (i = 0; i < b->rooms.n; i++) {
		if (b->rooms.v[i].capacity != 0 &&
		    b->rooms.v[i].capacity < p->people)
			continue;
		by = booked(y, b->rooms.v[i].code, day, t);
		if (by == NULL)
			return;
		last = by;
	}
	if (last != NULL)
		forbid(
		    y, out, YEAR_MARK_NO_ROOM, YEAR_ROOM, last, p->people, day);
}

/* Meetings of others that stay where they are. */
static void
mark_others(const struct year *y, const struct year_party *p, kl_day day,
    const struct year_time *t, struct year_marks *out)
{
	int me = (int)(p - y->parties.v), n = (int)y->parties.n;
	const struct year_kept *k;
	const struct year_couple *couple;
	const struct year_time *theirs;
	size_t i;

	for (i = 0; i < y->stays.n; i++) {
		k = y->stays.v[i];
		if (k->day != day || k->party == me || !k->extra ||
		    !y->shared[me * n + k->party])
			continue;
		theirs = &y->parties.v[k->party].time[k->time];
		couple = year_overlap(t, theirs)
			     ? year_clash(y, me, k->party, day)
			     : NULL;
		if (couple != NULL)
			forbid(
			    y, out, YEAR_MARK_TAKEN, couple->rule, k, 0, day);
	}
	for (i = 0; i < y->extras.n; i++)
		if (y->extras.v[i]->party == me && y->extras.v[i]->day == day)
			forbid(y, out, YEAR_MARK_TAKEN, YEAR_GAP,
			    y->extras.v[i], 0, day);
}

void
year_day_marks(const struct year *y, const struct year_party *p, kl_day day,
    const struct year_time *t, struct year_marks *out)
{
	out->n = 0;
	mark_days_off(y, p, day, out);
	mark_weekday(y, p, day, t, out);
	if (day < y->in->today)
		forbid(y, out, YEAR_MARK_PASSED, YEAR_FIXED, NULL, 0,
		    y->in->today);
	mark_steps(y, p, day, out);
	mark_secretary(y, p, day, out);
	mark_room(y, p, day, t, out);
	mark_others(y, p, day, t, out);
}

/* The gap from the meeting before those of the model. */
static void
mark_previous(const struct year *y, const struct year_party *p, kl_day day,
    struct year_marks *out)
{
	if (p->previous == KL_DAY_NONE)
		return;
	if (day - p->previous < p->gap_min)
		forbid(y, out, YEAR_MARK_NEAR, YEAR_GAP, NULL,
		    day - p->previous, p->previous);
	/* a meeting too long ago to be followed up says nothing */
	if (y->first - p->previous <= p->gap_max &&
	    year_act(y, day) - year_act(y, p->previous) > p->gap_max)
		forbid(y, out, YEAR_MARK_FAR, YEAR_GAP, NULL,
		    year_act(y, day) - year_act(y, p->previous), p->previous);
}

void
year_number_marks(const struct year *y, const struct year_party *p, int k,
    kl_day day, const struct year_time *t, struct year_marks *out)
{
	const struct year_kept *kept = p->kept[k];
	int time = (int)(t - p->time), i = day - y->first, far;
	bool here = kept != NULL && kept->day == day && kept->time == time;

	out->n = 0;
	if (kept != NULL && kept->stays && !here)
		forbid(y, out, YEAR_MARK_KEPT, YEAR_FIXED, kept, 0, kept->day);
	else if (kept != NULL && !here && (kept->adopted || y->in->keep_number))
		charge(y, out, YEAR_MARK_MOVED, YEAR_FIXED,
		    kept->summoned ? y->w->change_summoned : y->w->change, kept,
		    0, kept->day);
	if (kept != NULL && kept->stays)
		return;
	if (k == 0)
		mark_previous(y, p, day, out);
	if (p->first != NULL && i < p->first[k])
		forbid(y, out, YEAR_MARK_ROOM_LEFT, YEAR_GAP, NULL, -k - 1,
		    y->first + p->first[k]);
	if (p->last != NULL && i > p->last[k])
		forbid(y, out, YEAR_MARK_ROOM_LEFT, YEAR_GAP, NULL, k + 1,
		    y->first + p->last[k]);
	far = year_act(y, day) - p->ideal[k];
	if (!(p->council && p->chain >= 0))
		charge(y, out, YEAR_MARK_SPACING, YEAR_GAP,
		    abs(far) * y->w->spacing, NULL, far, day);
}
