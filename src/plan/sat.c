/* SPDX-License-Identifier: EUPL-1.2
 *
 * The clauses.  Each meeting has a variable for each of its days, "held by that
 * day" (true from then on; the last says that it takes place at all), and one
 * for each slot.  Gaps and leads are then one clause of four for each day.
 * Each constraint's clauses hold while its own literal is assumed.
 *
 * The solver is C++: where it runs out of memory, the process ends.  Its
 * input is bounded by the model's ceilings.
 */
#include "config.h"

#include <ccadical.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "plan/fit.h"
#include "plan/sat.h"

/* So many steps before it is tried to count instead. */
#define PATIENCE 50

#define TRUE_LITERAL 1
#define FALSE_LITERAL (-1)

/* Up to so many at once, no two of them is said for each pair. */
#define PAIRS_MAX 6

/* A crowd has so many counters at most. */
#define COUNTERS_MAX 1000000

struct sat_meeting {
	bool used;
	int n;		/* different days in its slots */
	int *day;	/* of each */
	int held;	/* the variable "held by day[0]"; the others follow */
	uint32_t *slot; /* the first slot of each, and where the last ends */
	int *on; /* the literal "held on that day", 0 before it is used */
};

/* A meeting at a time, for a group. */
struct sat_entry {
	int32_t time; /* the day and its band, or the day */
	int literal;
};
typedef VEC(struct sat_entry) sat_entries;

/* The meetings of a group that may be at one time, more of them than may: said
 * to the solver when it has first put too many there.  Most never are. */
struct sat_crowd {
	int guard, cap;
	bool over;
	struct sat_entry *v;
	size_t n;
};

/* Whether what is asked of a group finds times (fit.h), and what does not. */
struct sat_count {
	bool first;	 /* count before solving: it has helped */
	bool answered;	 /* the last answer came from it */
	uint8_t *banned; /* by slot */
	bool *in;	 /* by meeting: in the group at hand */
	bool *taken;	 /* by meeting: in an item */
	bool *blame;	 /* by meeting: of the items to blame, after SAT_NO */
	int group;	 /* that they do not fit in */
	enum plan_rule rule; /* PLAN_PLACED or PLAN_WINDOW: what they are */
};

struct sat {
	const struct sat_input *in;
	const struct plan_constraint *v;
	struct sat_count count;
	/* the constraints of a probe, and whose numbers they have */
	const struct plan_model *probed;
	const struct plan_constraint *probe_v;
	size_t probe_n;
	int64_t pause; /* steps until the solver rests */
	CCaDiCaL *solver;
	struct arena *arena;
	size_t n;		     /* constraints: literals 2 to n + 1 */
	int vars;		     /* used so far */
	int probe;		     /* the literal of a probe, or 0 */
	struct sat_meeting *meeting; /* of all the model's */
	int *slot;		     /* variable of each of the model's, or 0 */
	VEC(struct sat_crowd) crowds;
};

/* Literals that are 0 are not there. */
static void
clause(struct sat *s, int a, int b, int c, int d)
{
	const int v[] = { a, b, c, d };
	int i;

	for (i = 0; i < 4; i++)
		if (v[i] != 0)
			ccadical_add(s->solver, v[i]);
	ccadical_add(s->solver, 0);
}

/* ---- meetings ----------------------------------------------------------- */

static int
count_days(const struct plan_model *m, const struct plan_meeting *meeting)
{
	const struct plan_slot *slot = m->slot + meeting->slot;
	uint32_t i;
	int n = 0;

	for (i = 0; i < meeting->slots; i++)
		n += i == 0 || slot[i].day != slot[i - 1].day;
	return n;
}

/* The literal "meeting ${i} takes place". */
static int
placed(const struct sat *s, int i)
{
	const struct sat_meeting *v = &s->meeting[i];

	return v->n > 0 ? v->held + v->n - 1 : FALSE_LITERAL;
}

/* The last of a meeting's days that is not after ${day}, or -1. */
static int
day_index(const struct sat_meeting *v, int day)
{
	int low = 0, high = v->n, middle;

	while (low < high) {
		middle = low + (high - low) / 2;
		if (v->day[middle] <= day)
			low = middle + 1;
		else
			high = middle;
	}
	return low - 1;
}

/* The literal "meeting is held by day[j]". */
static int
held_by(const struct sat_meeting *v, int j)
{
	return j < 0 ? FALSE_LITERAL : v->held + j;
}

/* One of day ${j}'s slots is taken if the meeting is held then, and only then.
 */
static void
add_day(struct sat *s, struct sat_meeting *v, int j)
{
	const int now = v->held + j, before = held_by(v, j - 1);
	uint32_t i;

	if (j > 0)
		clause(s, -before, now, 0, 0);
	for (i = v->slot[j]; i < v->slot[j + 1]; i++) {
		s->slot[i] = ++s->vars;
		clause(s, -s->slot[i], now, 0, 0);
		clause(s, -s->slot[i], -before, 0, 0);
	}
	ccadical_add(s->solver, -now);
	ccadical_add(s->solver, before);
	for (i = v->slot[j]; i < v->slot[j + 1]; i++)
		ccadical_add(s->solver, s->slot[i]);
	ccadical_add(s->solver, 0);
}

static void
add_meeting(struct sat *s, int index)
{
	const struct plan_meeting *meeting = &s->in->m->meeting[index];
	const struct plan_slot *slot = s->in->m->slot;
	struct sat_meeting *v = &s->meeting[index];
	uint32_t i, end = meeting->slot + meeting->slots;
	int j = 0;

	if (v->used)
		return;
	v->n = count_days(s->in->m, meeting);
	v->day = arena_alloc(s->arena, (size_t)v->n * sizeof *v->day);
	v->on = arena_alloc(s->arena, (size_t)v->n * sizeof *v->on);
	v->slot = arena_alloc(s->arena, ((size_t)v->n + 1) * sizeof *v->slot);
	if (arena_failed(s->arena))
		return;
	v->used = true;
	v->held = s->vars + 1;
	s->vars += v->n;
	for (i = meeting->slot; i < end; i++) {
		if (i > meeting->slot && slot[i].day == slot[i - 1].day)
			continue;
		v->day[j] = slot[i].day;
		v->slot[j++] = i;
	}
	v->slot[j] = end;
	for (j = 0; j < v->n; j++)
		add_day(s, v, j);
}

/* Only what one of the constraints wants to take place. */
static void
add_meetings(struct sat *s, const struct plan_constraint *v)
{
	const struct plan_body *body;
	size_t i;
	int k;

	for (i = 0; i < s->n; i++) {
		if (v[i].rule == PLAN_PLACED && v[i].ban == PLAN_NONE)
			add_meeting(s, v[i].meeting);
		if (v[i].rule != PLAN_WINDOW)
			continue;
		body = &s->in->m->body[v[i].body];
		for (k = 0; k < body->n; k++)
			add_meeting(s, body->committee[k]);
	}
}

/* ---- gaps, leads, links, windows ---------------------------------------- */

/* ${after} at least ${days} days after ${before}, when both take place. */
static void
add_least(struct sat *s, int guard, int before, int after, int days)
{
	const struct sat_meeting *a = &s->meeting[before];
	const struct sat_meeting *b = &s->meeting[after];
	int j, now;

	if (!a->used || !b->used)
		return;
	for (j = 0; j < b->n; j++) {
		now = day_index(a, b->day[j] - days);
		/* The next day says it for this one. */
		if (j + 1 < b->n && day_index(a, b->day[j + 1] - days) == now)
			continue;
		if (now == a->n - 1)
			return;
		clause(s, -guard, -placed(s, before), -held_by(b, j),
		    held_by(a, now));
	}
}

/* The last of a meeting's days that is at most ${days} after ${from}, in
 * calendar days or, with ${act}, in those that it counts; or -1. */
static int
latest(const struct sat_meeting *v, int from, int days, const int *act)
{
	int low = 0, high = v->n, middle;

	if (act == NULL)
		return day_index(v, from + days);
	while (low < high) {
		middle = low + (high - low) / 2;
		if (act[v->day[middle]] - act[from] <= days)
			low = middle + 1;
		else
			high = middle;
	}
	return low - 1;
}

/* ${after} at most ${days} days after ${before}, when both take place. */
static void
add_most(
    struct sat *s, int guard, int before, int after, int days, const int *act)
{
	const struct sat_meeting *a = &s->meeting[before];
	const struct sat_meeting *b = &s->meeting[after];
	int j, last;

	if (!a->used || !b->used)
		return;
	for (j = 0; j < a->n; j++) {
		last = latest(b, a->day[j], days, act);
		/* The next day says it for this one. */
		if (j + 1 < a->n && latest(b, a->day[j + 1], days, act) == last)
			continue;
		if (last == b->n - 1)
			return;
		clause(s, -guard, -placed(s, after), -held_by(a, j),
		    held_by(b, last));
	}
}

static void
add_window(struct sat *s, int guard, const struct plan_body *body,
    const struct plan_window *window)
{
	const struct sat_meeting *v;
	const int in = s->vars + 1; /* the first meeting that can be in it */
	int k, first, last;

	for (k = 0; k < body->n; k++) {
		v = &s->meeting[body->committee[k]];
		first = day_index(v, window->first - 1);
		last = day_index(v, window->last);
		if (first >= last)
			continue;
		s->vars++;
		clause(s, -s->vars, held_by(v, last), 0, 0);
		clause(s, -s->vars, -held_by(v, first), 0, 0);
	}
	ccadical_add(s->solver, -guard);
	for (k = in; k <= s->vars; k++)
		ccadical_add(s->solver, k);
	ccadical_add(s->solver, 0);
}

/* ---- groups ------------------------------------------------------------- */

/* The literal "held on day[j]". */
static int
held_on(struct sat *s, struct sat_meeting *v, int j)
{
	if (v->on[j] != 0)
		return v->on[j];
	if (v->slot[j + 1] - v->slot[j] == 1)
		return v->on[j] = s->slot[v->slot[j]];
	v->on[j] = ++s->vars;
	clause(s, v->on[j], -held_by(v, j), held_by(v, j - 1), 0);
	return v->on[j];
}

static void
gather(struct sat *s, const struct plan_group *group, sat_entries *entries)
{
	const struct plan_slot *slot = s->in->m->slot;
	struct sat_meeting *v;
	struct sat_entry *e;
	uint32_t i;
	int k, j;

	for (k = 0; k < group->n; k++) {
		v = &s->meeting[group->meeting[k]];
		for (j = 0; j < v->n; j++) {
			for (i = v->slot[j]; i < v->slot[j + 1]; i++) {
				e = vec_push(s->arena, entries);
				if (e == NULL)
					return;
				e->time = v->day[j] * PLAN_BANDS_MAX;
				if (group->band) {
					e->time += slot[i].band;
					e->literal = s->slot[i];
				} else {
					e->literal = held_on(s, v, j);
					break;
				}
			}
		}
	}
}

static int
compare_entries(const void *a, const void *b)
{
	const struct sat_entry *x = a, *y = b;

	if (x->time != y->time)
		return x->time < y->time ? -1 : 1;
	return (x->literal > y->literal) - (x->literal < y->literal);
}

static void
no_two(struct sat *s, int guard, const struct sat_entry *v, size_t n)
{
	size_t i, j;

	for (i = 0; i < n; i++)
		for (j = i + 1; j < n; j++)
			clause(s, -guard, -v[i].literal, -v[j].literal, 0);
}

/* At most ${cap} of ${n}, counted one after another (Sinz 2005): of the first
 * i, at least j are true when the counter's variable is. */
static void
count_up(struct sat *s, int guard, const struct sat_entry *v, size_t n, int cap)
{
	int before = 0, now, x, j;
	size_t i;

	for (i = 0; i < n; i++) {
		x = v[i].literal;
		if (before != 0)
			clause(s, -guard, -x, -(before + cap - 1), 0);
		if (i + 1 == n)
			break;
		now = s->vars + 1;
		s->vars += cap;
		clause(s, -x, now, 0, 0);
		for (j = 0; before != 0 && j < cap; j++) {
			clause(s, -(before + j), now + j, 0, 0);
			if (j + 1 < cap)
				clause(s, -x, -(before + j), now + j + 1, 0);
		}
		before = now;
	}
}

/* Those that the solver has put there, which are at the front: never again all
 * of them. */
static void
not_these(struct sat *s, const struct sat_crowd *c)
{
	int i;

	ccadical_add(s->solver, -c->guard);
	for (i = 0; i <= c->cap; i++)
		ccadical_add(s->solver, -c->v[i].literal);
	ccadical_add(s->solver, 0);
}

static void
at_most(struct sat *s, int guard, struct sat_entry *v, size_t n, int cap)
{
	struct sat_crowd *c;
	size_t i;

	if (cap < 0 || n <= (size_t)cap)
		return;
	if (cap == 0) {
		for (i = 0; i < n; i++)
			clause(s, -guard, -v[i].literal, 0, 0);
	} else if (cap == 1 && n <= PAIRS_MAX) {
		no_two(s, guard, v, n);
	} else if ((c = vec_push(s->arena, &s->crowds)) != NULL) {
		*c = (struct sat_crowd){ guard, cap, false, v, n };
	}
}

/* Has the solver put too many there?  They are moved to the front. */
static bool
is_over(struct sat *s, struct sat_crowd *c)
{
	struct sat_entry entry;
	size_t i;
	int there = 0;

	for (i = 0; i < c->n && there <= c->cap; i++) {
		if (ccadical_val(s->solver, c->v[i].literal) < 0)
			continue;
		entry = c->v[i];
		c->v[i] = c->v[there];
		c->v[there++] = entry;
	}
	return there > c->cap;
}

/* Say more about crowds, where the solver's answer breaks what is assumed; true
 * when there was something to say. */
static bool
say_more(struct sat *s)
{
	struct sat_crowd *c;
	bool more = false;
	size_t i;

	/* What is said ends the answer, so all are looked at before. */
	for (i = 0; i < s->crowds.n; i++) {
		c = &s->crowds.v[i];
		c->over =
		    ccadical_val(s->solver, c->guard) > 0 && is_over(s, c);
		more |= c->over;
	}
	for (i = 0; i < s->crowds.n; i++) {
		c = &s->crowds.v[i];
		if (!c->over)
			continue;
		if (c->n * (size_t)c->cap > COUNTERS_MAX) {
			not_these(s, c);
		} else {
			count_up(s, c->guard, c->v, c->n, c->cap);
			c->n = 0;
		}
	}
	return more;
}

static void
add_group(struct sat *s, int guard, const struct plan_group *group)
{
	sat_entries all = { 0 };
	size_t i, from = 0;

	gather(s, group, &all);
	if (all.n == 0)
		return;
	qsort(all.v, all.n, sizeof *all.v, compare_entries);
	for (i = 1; i <= all.n; i++) {
		if (i < all.n && all.v[i].time == all.v[from].time)
			continue;
		at_most(s, guard, all.v + from, i - from, group->cap);
		from = i;
	}
}

/* ---- all of them -------------------------------------------------------- */

static void
add_ban(struct sat *s, int guard, const struct plan_ban *ban)
{
	size_t i;

	for (i = 0; i < ban->n; i++)
		if (s->slot[ban->slot[i]] != 0)
			clause(s, -guard, -s->slot[ban->slot[i]], 0, 0);
}

static void
add_constraint(struct sat *s, int guard, const struct plan_model *m,
    const struct plan_constraint *c)
{
	const struct plan_body *body = c->body < 0 ? NULL : &m->body[c->body];
	const bool least = c->side == PLAN_AT_LEAST;

	if (c->ban >= 0) {
		add_ban(s, guard, &s->in->bans[c->ban]);
	} else if (c->rule == PLAN_PLACED) {
		clause(s, -guard, placed(s, c->meeting), 0, 0);
	} else if (c->rule == PLAN_GAP && least) {
		add_least(s, guard, c->meeting, c->other, body->gap_min);
	} else if (c->rule == PLAN_GAP) {
		add_most(s, guard, c->meeting, c->other, body->gap_max, m->act);
	} else if (c->rule == PLAN_LEAD && least) {
		add_least(s, guard, c->meeting, c->other, body->lead_min);
	} else if (c->rule == PLAN_LEAD) {
		add_most(s, guard, c->meeting, c->other, body->lead_max, NULL);
	} else if (c->rule == PLAN_WINDOW) {
		add_window(s, guard, body, &body->window[c->window]);
	} else if (c->rule == PLAN_GROUP) {
		add_group(s, guard, &m->group[c->group]);
	} else if (least) {
		add_least(s, guard, c->meeting, c->other, m->link[c->link].min);
	} else {
		add_most(
		    s, guard, c->meeting, c->other, m->link[c->link].max, NULL);
	}
}

/* ---- counting ----------------------------------------------------------- */

/* What is asked: the kept constraints, then those of a probe. */
struct asked {
	struct sat *s;
	const bool *keep;
	struct arena *a;
	VEC(struct fit_item) items;
	bool pure; /* the items, the group and bans are all there is */
};

/* Constraint ${*i} of all that are asked and, in ${*m}, whose numbers it has;
 * NULL at the end. */
static const struct plan_constraint *
next_asked(const struct asked *q, size_t *i, const struct plan_model **m)
{
	const struct sat *s = q->s;

	*m = s->in->m;
	for (; *i < s->n; ++*i)
		if (q->keep[*i])
			return &s->v[(*i)++];
	*m = s->probed;
	return *i < s->n + s->probe_n ? &s->probe_v[(*i)++ - s->n] : NULL;
}

/* A meeting that must take place is an item of the group, and so is a window of
 * a body, if no other item has its meetings.  A window that another meeting can
 * be in says nothing about the group. */
static void
add_item(struct asked *q, const struct plan_model *m,
    const struct plan_constraint *c)
{
	struct sat_count *k = &q->s->count;
	struct fit_item it = { &c->meeting, 1, 0, m->days, false }, *place;
	const struct plan_body *b;
	int i;

	if (c->rule == PLAN_WINDOW) {
		b = &m->body[c->body];
		it = (struct fit_item){ b->committee, b->n,
			b->window[c->window].first, b->window[c->window].last,
			false };
	}
	if (it.n == 0) /* nothing can be in it: not the group's doing */
		q->pure = false;
	for (i = 0; i < it.n; i++)
		if (!k->in[it.meeting[i]] || k->taken[it.meeting[i]]) {
			q->pure = false;
			return;
		}
	place = it.n == 0 ? NULL : vec_push(q->a, &q->items);
	if (place == NULL)
		return;
	*place = it;
	for (i = 0; i < it.n; i++)
		k->taken[it.meeting[i]] = true;
}

/* Do the meetings (the windows) find times in that group? */
static enum fit_answer
count_group(struct asked *q, const struct plan_model *numbers,
    const struct plan_constraint *c, enum plan_rule rule)
{
	struct sat_count *k = &q->s->count;
	const struct plan_model *m = q->s->in->m, *of;
	const struct plan_group *g = &numbers->group[c->group];
	const struct plan_constraint *other;
	enum fit_answer answer;
	size_t i = 0, j;
	int n;

	memset(k->in, 0, (size_t)m->n_meetings);
	memset(k->taken, 0, (size_t)m->n_meetings);
	memset(k->blame, 0, (size_t)m->n_meetings);
	for (n = 0; n < g->n; n++)
		k->in[g->meeting[n]] = true;
	q->items.n = 0;
	q->pure = true;
	while ((other = next_asked(q, &i, &of)) != NULL) {
		if (other->ban >= 0 || other == c)
			continue;
		if (other->rule == rule)
			add_item(q, of, other);
		else
			q->pure = false;
	}
	if (arena_failed(q->a))
		return FIT_UNKNOWN;
	answer = fit_group(
	    m, g, g->cap, q->items.v, (int)q->items.n, k->banned, q->a);
	k->group = c->group;
	k->rule = rule;
	for (j = 0; answer == FIT_NO && j < q->items.n; j++)
		for (n = 0; n < q->items.v[j].n; n++)
			k->blame[q->items.v[j].meeting[n]] |=
			    q->items.v[j].blame;
	return answer;
}

static void
note_bans(struct asked *q)
{
	const struct plan_constraint *c;
	const struct plan_model *m;
	const struct plan_ban *b;
	size_t i = 0, j;

	memset(q->s->count.banned, 0, q->s->in->m->n_slots);
	while ((c = next_asked(q, &i, &m)) != NULL) {
		b = c->ban < 0 ? NULL : &q->s->in->bans[c->ban];
		for (j = 0; b != NULL && j < b->n; j++)
			q->s->count.banned[b->slot[j]] = 1;
	}
}

/* What one group alone says: SAT_NO when its meetings, or windows, do not find
 * times, SAT_YES when they do and nothing else is asked; otherwise
 * SAT_STOPPED. */
static enum sat_answer
count(struct sat *s, const bool *keep)
{
	static const enum plan_rule rules[] = { PLAN_PLACED, PLAN_WINDOW };
	struct asked q = { .s = s, .keep = keep, .a = arena_new(0) };
	enum sat_answer answer = SAT_STOPPED;
	const struct plan_constraint *c;
	const struct plan_model *m;
	enum fit_answer fits;
	size_t i = 0, r;

	if (q.a == NULL)
		return SAT_STOPPED;
	note_bans(&q);
	while (answer == SAT_STOPPED && (c = next_asked(&q, &i, &m)) != NULL) {
		if (c->ban >= 0 || c->rule != PLAN_GROUP)
			continue;
		for (r = 0; r < 2 && answer == SAT_STOPPED; r++) {
			fits = count_group(&q, m, c, rules[r]);
			if (fits == FIT_NO)
				answer = SAT_NO;
			else if (fits == FIT_YES && q.pure)
				answer = SAT_YES;
		}
	}
	arena_free(q.a);
	return answer;
}

static bool
bans_blamed(const struct sat *s, const struct plan_ban *b)
{
	const struct plan_meeting *mt = s->in->m->meeting;
	size_t i;
	int j;

	for (i = 0, j = 0; i < b->n; i++) {
		/* slots come by meeting, and mostly one after another */
		if (b->slot[i] < mt[j].slot)
			j = 0;
		while (b->slot[i] - mt[j].slot >= mt[j].slots)
			j++;
		if (s->count.blame[j])
			return true;
	}
	return false;
}

/* Is constraint ${c} part of what was counted last? */
static bool
counted(const struct sat *s, const struct plan_constraint *c)
{
	if (c->ban >= 0)
		return bans_blamed(s, &s->in->bans[c->ban]);
	if (c->rule == PLAN_GROUP)
		return c->group == s->count.group;
	if (c->rule != s->count.rule)
		return false;
	return s->count.blame[c->rule == PLAN_PLACED
				  ? c->meeting
				  : s->in->m->body[c->body].committee[0]];
}

/* ---- the whole ---------------------------------------------------------- */

static int
wants_to_stop(void *ctx)
{
	struct sat *s = ctx;

	s->pause--;
	return --*s->in->left <= 0 || s->pause <= 0 ||
	       (s->in->should_stop != NULL && s->in->should_stop(s->in->ctx));
}

int
sat_new(const struct sat_input *in, const struct plan_constraint *v, size_t n,
    struct sat **out, struct kl_error *err)
{
	struct sat *s = mem_alloc(sizeof *s);
	size_t i;

	*out = NULL;
	if (s == NULL || (s->arena = arena_new(0)) == NULL)
		goto nomem;
	s->in = in;
	s->n = n;
	s->v = v;
	s->vars = (int)n + 1;
	s->meeting = arena_alloc(
	    s->arena, (size_t)in->m->n_meetings * sizeof *s->meeting);
	s->slot = arena_alloc(s->arena, in->m->n_slots * sizeof *s->slot);
	s->count.blame = arena_alloc(s->arena, (size_t)in->m->n_meetings + 1);
	s->count.in = arena_alloc(s->arena, (size_t)in->m->n_meetings + 1);
	s->count.taken = arena_alloc(s->arena, (size_t)in->m->n_meetings + 1);
	s->count.banned = arena_alloc(s->arena, (size_t)in->m->n_slots + 1);
	if (arena_failed(s->arena) || (s->solver = ccadical_init()) == NULL)
		goto nomem;
	ccadical_set_terminate(s->solver, s, wants_to_stop);
	clause(s, TRUE_LITERAL, 0, 0, 0);
	add_meetings(s, v);
	for (i = 0; i < n && !arena_failed(s->arena); i++)
		add_constraint(s, (int)i + 2, in->m, &v[i]);
	if (arena_failed(s->arena))
		goto nomem;
	*out = s;
	return 0;

nomem:
	sat_free(s);
	return kl_error_nomem(err);
}

void
sat_free(struct sat *s)
{
	if (s == NULL)
		return;
	if (s->solver != NULL)
		ccadical_release(s->solver);
	arena_free(s->arena);
	mem_free(s);
}

/* Ask the solver for at most so many steps. */
static enum sat_answer
solve(struct sat *s, const bool *keep, int64_t steps)
{
	const struct sat_input *in = s->in;
	int answer;
	size_t i;

	s->pause = steps;
	do {
		if (*in->left <= 0 || s->pause <= 0 ||
		    (in->should_stop != NULL && in->should_stop(in->ctx)))
			return SAT_STOPPED;
		--*in->left;
		s->pause--;
		for (i = 0; i < s->n; i++)
			if (keep[i])
				ccadical_assume(s->solver, (int)i + 2);
		if (s->probe != 0)
			ccadical_assume(s->solver, s->probe);
		answer = ccadical_solve(s->solver);
	} while (answer == 10 && say_more(s));
	if (answer != 10 && answer != 20)
		return SAT_STOPPED;
	return answer == 10 ? SAT_YES : SAT_NO;
}

static enum sat_answer
try_count(struct sat *s, const bool *keep)
{
	enum sat_answer answer = count(s, keep);

	s->count.answered = answer != SAT_STOPPED;
	s->count.first |= s->count.answered;
	return answer;
}

enum sat_answer
sat_solve(struct sat *s, const bool *keep)
{
	bool counted_first = s->count.first;
	enum sat_answer answer = SAT_STOPPED;

	s->count.answered = false;
	if (counted_first)
		answer = try_count(s, keep);
	if (answer == SAT_STOPPED)
		answer = solve(s, keep, PATIENCE);
	if (answer == SAT_STOPPED && !counted_first && *s->in->left > 0)
		answer = try_count(s, keep);
	return answer != SAT_STOPPED ? answer : solve(s, keep, *s->in->left);
}

enum sat_answer
sat_probe(struct sat *s, const bool *keep, const struct plan_model *m,
    const struct plan_constraint *v, size_t n)
{
	enum sat_answer answer = SAT_STOPPED;
	size_t i;

	s->probe = ++s->vars;
	s->probed = m;
	s->probe_v = v;
	s->probe_n = n;
	for (i = 0; i < n; i++)
		add_constraint(s, s->probe, m, &v[i]);
	if (!arena_failed(s->arena))
		answer = sat_solve(s, keep);
	clause(s, -s->probe, 0, 0, 0);
	s->probe = 0;
	s->probe_n = 0;
	return answer;
}

bool
sat_blames(const struct sat *s, size_t i)
{
	return s->count.answered ? counted(s, &s->v[i])
				 : ccadical_failed(s->solver, (int)i + 2) != 0;
}

bool
sat_takes(const struct sat *s, uint32_t slot)
{
	return !s->count.answered && s->slot[slot] != 0 &&
	       ccadical_val(s->solver, s->slot[slot]) > 0;
}
