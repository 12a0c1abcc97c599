/* SPDX-License-Identifier: EUPL-1.2
 *
 * Why a day is or is not possible for a body: the marks on it and, when a plan
 * is given, what the rest of the plan says.  A day has a reason that forbids
 * exactly when the meeting has no slot there, or the rest of the plan shuts it.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "plan/year_inner.h"

struct why {
	const struct year *y;
	const struct plan *plan; /* or NULL */
	const struct year_party *p;
	int k; /* which of its meetings */
	kl_day day;
	struct arena *a;
	year_reasons *out;
};

static void
add(struct why *w, enum year_rule rule, const char *text, const char *source)
{
	struct year_reason *r =
	    year_on(w->y, rule) ? vec_push(w->a, w->out) : NULL;

	if (r == NULL)
		return;
	r->rule = rule;
	r->forbids = true;
	r->text = text;
	r->source = source;
}

static void
add_cost(struct why *w, enum year_rule rule, int64_t cost, const char *text)
{
	struct year_reason *r = cost > 0 ? vec_push(w->a, w->out) : NULL;

	if (r == NULL)
		return;
	r->rule = rule;
	r->cost = cost > PLAN_COST_MAX ? PLAN_COST_MAX : (int)cost;
	r->text = text;
	r->source = "";
}

/* The day of a body's meeting in the plan, or KL_DAY_NONE. */
static kl_day
day_of(const struct why *w, const struct year_party *p, int k)
{
	int32_t slot;

	if (w->plan == NULL || k < 0 || k >= p->n)
		return KL_DAY_NONE;
	slot = w->plan->slot[p->meeting[k]];
	return slot == PLAN_NONE ? KL_DAY_NONE
				 : w->y->first + w->y->model.slot[slot].day;
}

/* The meeting that the question is about: the one of the plan nearest to the
 * day, or else the one whose ideal day is nearest. */
static int
nearest(const struct why *w)
{
	int k, far, best = -1, least = 0;
	kl_day day;

	for (k = 0; k < w->p->n; k++) {
		day = day_of(w, w->p, k);
		if (w->plan != NULL && day == KL_DAY_NONE)
			continue;
		far = w->plan != NULL
			  ? abs(w->day - day)
			  : abs(year_act(w->y, w->day) - w->p->ideal[k]);
		if (best < 0 || far < least) {
			best = k;
			least = far;
		}
	}
	return best < 0 ? 0 : best;
}

/* ---- the rest of the plan ------------------------------------------------ */

/* The gap between two consecutive days of the body, one of them asked about. */
static void
gap(struct why *w, kl_day one, kl_day two, kl_day other)
{
	const struct plan_body *b = &w->y->model.body[w->p->body];
	int days = two - one, act;
	const char *s, *day = year_day_word(w->y, w->a, other);

	act = year_act(w->y, two) - year_act(w->y, one);
	if (days < b->gap_min) {
		YEAR_SAY(w->y, w->a, s,
		    KL_N_("The body's next meeting or the one before is on %s, "
			  "%d days away; there must be at least %d."),
		    day, days, b->gap_min);
		add(w, YEAR_GAP, s, "");
	} else if (act > b->gap_max) {
		YEAR_SAY(w->y, w->a, s,
		    KL_N_("The body's next meeting or the one before is on %s, "
			  "%d days away with pauses not counted; there may be "
			  "at most %d."),
		    day, act, b->gap_max);
		add(w, YEAR_GAP, s, "");
	}
}

static void
gaps(struct why *w)
{
	kl_day before = day_of(w, w->p, w->k - 1);
	kl_day after = day_of(w, w->p, w->k + 1);

	if (w->p->council && w->p->chain >= 0)
		return; /* its committee's gaps are the body's */
	if (before != KL_DAY_NONE)
		gap(w, before, w->day, before);
	if (after != KL_DAY_NONE)
		gap(w, w->day, after, after);
}

/* From a council's day to a committee's. */
static void
lead(struct why *w, const struct year_party *council, int min, int max,
    kl_day before, kl_day after)
{
	const char *s, *who;

	who = council->c->name != NULL ? council->c->name : council->c->code;
	if (before == KL_DAY_NONE || after == KL_DAY_NONE ||
	    (after - before >= min && after - before <= max))
		return;
	if (after < before)
		YEAR_SAY(w->y, w->a, s,
		    KL_N_("%s would meet on %s, after the committee on %s; it "
			  "must be %d to %d days before."),
		    who, year_day_word(w->y, w->a, before),
		    year_day_word(w->y, w->a, after), min, max);
	else
		YEAR_SAY(w->y, w->a, s,
		    KL_N_("%s would meet on %s, %d days before the committee "
			  "on %s; it must be %d to %d days before."),
		    who, year_day_word(w->y, w->a, before), after - before,
		    year_day_word(w->y, w->a, after), min, max);
	add(w, YEAR_LEAD, s, "");
}

static void
leads(struct why *w)
{
	const struct year *y = w->y;
	const struct plan_body *b = &y->model.body[w->p->body];
	const struct year_party *r, *c, *other;
	const struct year_tie *t;
	size_t i;

	if (w->p->chain >= 0) {
		other = &y->parties.v[w->p->chain];
		if (w->p->council)
			lead(w, w->p, b->lead_min, b->lead_max, w->day,
			    day_of(w, other, w->k));
		else
			lead(w, other, b->lead_min, b->lead_max,
			    day_of(w, other, w->k), w->day);
	}
	for (i = 0; i < y->ties.n; i++) {
		t = &y->ties.v[i];
		r = &y->parties.v[t->council];
		c = &y->parties.v[t->committee];
		if (r == w->p && t->before == w->k)
			lead(w, r, y->model.link[i].min, y->model.link[i].max,
			    w->day, day_of(w, c, t->after));
		else if (c == w->p && t->after == w->k)
			lead(w, r, y->model.link[i].min, y->model.link[i].max,
			    day_of(w, r, t->before), w->day);
	}
}

/* The windows that nobody would be in if this meeting left. */
static void
windows(struct why *w)
{
	const struct year_window *v;
	char from[11], to[11];
	const char *s, *source;
	int day = w->day - w->y->first, k, other;
	size_t i;
	bool kept;

	for (i = 0; i < w->p->windows.n; i++) {
		v = &w->p->windows.v[i];
		kept = !v->asked || (day >= v->first && day <= v->last);
		for (k = 0; k < w->p->n && !kept; k++) {
			other = k == w->k || day_of(w, w->p, k) == KL_DAY_NONE
				    ? -1
				    : day_of(w, w->p, k) - w->y->first;
			kept = other >= v->first && other <= v->last;
		}
		if (kept)
			continue;
		YEAR_SAY(w->y, w->a, s,
		    KL_N_("No meeting would be left in the window \"%s\" (%s "
			  "to %s)."),
		    v->name, kl_day_format(w->y->first + v->first, from),
		    kl_day_format(w->y->first + v->last, to));
		source = v->file == NULL
			     ? ""
			     : arena_printf(w->a, "%s:%d", v->file, v->line);
		add(w, YEAR_WINDOW, s, source == NULL ? "" : source);
	}
}

/* One couple that the body is in, in the band of ${time}. */
static void
couple(struct why *w, const struct year_couple *c, int group, int band)
{
	const struct plan_model *m = &w->y->model;
	const struct plan_group *g = &m->group[group];
	const struct year_party *q = NULL;
	int me = w->p->meeting[w->k], i, j, n = 0;
	int32_t slot;
	bool in = false;

	for (i = 0; i < g->n; i++) {
		slot = w->plan->slot[g->meeting[i]];
		in = in || g->meeting[i] == me;
		if (g->meeting[i] == me || slot == PLAN_NONE ||
		    m->slot[slot].day != w->day - w->y->first ||
		    m->slot[slot].band != band)
			continue;
		n++;
		for (j = 0; j < c->n; j++) {
			q = &w->y->parties.v[c->party[j]];
			if (q->n > 0 && g->meeting[i] >= q->meeting[0] &&
			    g->meeting[i] <= q->meeting[q->n - 1])
				break;
		}
	}
	if (in && n >= c->cap)
		add(w, c->rule, year_couple_say(w->y, c, w->p, q, w->a), "");
}

/* Another meeting of the team the same week: its body and day in ${*party} and
 * ${*day}; how many there are. */
static int
others_of_week(
    const struct why *w, const struct year_team *t, int *party, kl_day *day)
{
	const struct year *y = w->y;
	int i, k, n = 0, week = year_week(y, w->day);
	const struct year_party *p;
	size_t j;
	kl_day on;

	for (i = 0; i < t->n; i++) {
		p = &y->parties.v[t->party[i]];
		for (k = 0; k < p->n; k++) {
			on = p == w->p && k == w->k ? KL_DAY_NONE
						    : day_of(w, p, k);
			if (on == KL_DAY_NONE || year_week(y, on) != week)
				continue;
			*party = t->party[i];
			*day = on;
			n++;
		}
		for (j = 0; j < p->existing.n; j++) {
			on = p->existing.v[j]->day;
			if (year_week(y, on) != week ||
			    !year_outside(y, p->existing.v[j]))
				continue;
			*party = t->party[i];
			*day = on;
			n++;
		}
	}
	return n;
}

/* Each team is charged for the meeting if it has another that week, in the plan
 * or outside it. */
static void
teams(struct why *w)
{
	const struct year *y = w->y;
	const struct year_team *t;
	kl_day day;
	int party;
	size_t i;

	for (i = 0; i < y->teams.n; i++) {
		t = &y->teams.v[i];
		if (year_in_team(t, (int)(w->p - y->parties.v)) &&
		    others_of_week(w, t, &party, &day) > 0)
			add_cost(w, YEAR_PERSON, y->w->member_week,
			    year_team_say(y, t, party, day, w->a));
	}
}

/* What the plan would be charged for the meeting's weekday, week and dispatch
 * there. */
static void
charges(struct why *w, int32_t slot)
{
	const struct plan_model *m = &w->y->model;
	struct plan copy = { m->n_meetings,
		arena_alloc(w->a, (size_t)m->n_meetings * sizeof(int32_t)) };
	struct plan_verdict with, without;
	struct kl_error err;
	const char *s;

	if (copy.slot == NULL)
		return;
	memcpy(
	    copy.slot, w->plan->slot, (size_t)m->n_meetings * sizeof(int32_t));
	copy.slot[w->p->meeting[w->k]] = PLAN_NONE;
	if (plan_judge(m, &copy, w->a, &without, &err) != 0)
		return;
	copy.slot[w->p->meeting[w->k]] = slot;
	if (plan_judge(m, &copy, w->a, &with, &err) != 0)
		return;
	YEAR_SAY(w->y, w->a, s,
	    KL_N_("The body's meetings would not all be on one weekday."));
	add_cost(w, YEAR_WEEKDAYS, with.weekday - without.weekday, s);
	YEAR_SAY(w->y, w->a, s,
	    KL_N_("The secretariat would have more work in one week than its "
		  "caps of %d and %d."),
	    m->cap_a, m->cap_b);
	add_cost(w, YEAR_STEPS, with.load - without.load, s);
	YEAR_SAY(w->y, w->a, s,
	    KL_N_("More than %d summonses would go out on one day."),
	    m->cap_dispatch);
	add_cost(w, YEAR_STEPS, with.dispatch - without.dispatch, s);
}

static void
rest(struct why *w, int time)
{
	const struct plan_model *m = &w->y->model;
	const struct plan_meeting *mine = &m->meeting[w->p->meeting[w->k]];
	const struct year_kept *kept = w->p->kept[w->k];
	size_t i;
	uint32_t s;

	if (w->plan == NULL)
		return;
	if (kept == NULL || !kept->stays || kept->day != w->day) {
		gaps(w);
		leads(w);
		windows(w);
		for (i = 0; i < w->y->couples.n; i++)
			couple(w, &w->y->couples.v[i], (int)i,
			    w->p->time[time].band);
	}
	for (s = mine->slot; s < mine->slot + mine->slots; s++)
		if (m->slot[s].day == w->day - w->y->first &&
		    w->y->option[s] == time)
			charges(w, (int32_t)s);
}

/* ---- one clock, all clocks ----------------------------------------------- */

static void
put_marks(struct why *w, const struct year_marks *marks)
{
	struct year_reason *r;
	size_t i;

	for (i = 0; i < marks->n; i++) {
		r = vec_push(w->a, w->out);
		if (r != NULL)
			year_mark_say(
			    w->y, w->p, &marks->v[i], w->day, w->a, r);
	}
}

/* Everything about one of the body's clocks that day. */
static void
at_time(struct why *w, int time)
{
	const struct year_kept *kept = w->p->kept[w->k];
	bool here = kept != NULL && kept->day == w->day && kept->time == time;
	struct year_marks marks;

	if (!here || !kept->stays) {
		year_day_marks(w->y, w->p, w->day, &w->p->time[time], &marks);
		put_marks(w, &marks);
	}
	year_number_marks(w->y, w->p, w->k, w->day, &w->p->time[time], &marks);
	put_marks(w, &marks);
	teams(w);
	rest(w, time);
}

static bool
forbidden(const year_reasons *v, int *cost)
{
	size_t i;

	*cost = 0;
	for (i = 0; i < v->n; i++) {
		if (v->v[i].forbids)
			return true;
		*cost += v->v[i].cost;
	}
	return false;
}

/* Append those of ${from} that forbid and that ${to} does not say already; to
 * an empty list, all. */
static void
merge(struct arena *a, year_reasons *to, const year_reasons *from)
{
	struct year_reason *r;
	bool empty = to->n == 0;
	size_t i, k;

	for (i = 0; i < from->n; i++) {
		if (!empty && !from->v[i].forbids)
			continue;
		for (k = 0; k < to->n; k++)
			if (strcmp(to->v[k].text, from->v[i].text) == 0)
				break;
		r = k < to->n ? NULL : vec_push(a, to);
		if (r != NULL)
			*r = from->v[i];
	}
}

/* The cheapest clock that nothing forbids; if all are forbidden, the reasons of
 * the one preferred and what forbids the others. */
static void
all_times(struct why *w, year_reasons *out)
{
	const struct year_kept *kept = w->p->kept[w->k];
	year_reasons here, best = { 0 }, all = { 0 };
	int t, cost, least = 0;
	bool open = false;

	for (t = 0; t < w->p->times; t++) {
		if (w->p->time[t].kept_only &&
		    (kept == NULL || kept->day != w->day || kept->time != t))
			continue;
		memset(&here, 0, sizeof here);
		w->out = &here;
		at_time(w, t);
		if (forbidden(&here, &cost)) {
			merge(w->a, &all, &here);
		} else if (!open || cost < least) {
			open = true;
			least = cost;
			best = here;
		}
	}
	*out = open ? best : all;
}

int
year_why(const struct year *y, const struct plan *plan, const char *committee,
    kl_day day, struct arena *a, year_reasons *out, struct kl_error *err)
{
	int i = year_party_of(y, committee);
	struct why w = { .y = y, .plan = plan, .day = day, .a = a };
	char date[11];

	memset(out, 0, sizeof *out);
	if (i < 0)
		return kl_error_set(err, KL_E_NOTFOUND,
		    KL_N_("No committee %s is planned for in %d. Check the "
			  "code."),
		    committee, y->in->year);
	if (year_day(y, day) == PLAN_NONE)
		return kl_error_set(err, KL_E_INPUT,
		    KL_N_("%s is not in %d. Give a day of the year that is "
			  "planned."),
		    kl_day_format(day, date), y->in->year);
	w.p = &y->parties.v[i];
	if (w.p->n == 0)
		return kl_error_set(err, KL_E_INPUT,
		    KL_N_("%s has had all its meetings of %d."), w.p->c->code,
		    y->in->year);
	w.k = nearest(&w);
	all_times(&w, out);
	return arena_failed(a) ? kl_error_nomem(err) : 0;
}
