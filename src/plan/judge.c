/* SPDX-License-Identifier: EUPL-1.2
 *
 * The cost of a plan and what it breaks, written from the definition in
 * model.h and from nothing else: no solver code is used here, so that a fault
 * there cannot hide.  Plain and slow on purpose.
 */
#include "config.h"

#include "base/mem.h"
#include "plan/model.h"

struct judge {
	const struct plan_model *m;
	const struct plan *plan;
	struct arena *arena;
	VEC(struct plan_violation) found;
};

/* The slot that meeting ${i} has, or NULL. */
static const struct plan_slot *
slot_of(const struct judge *j, int i)
{
	const struct plan_meeting *meeting = &j->m->meeting[i];
	int32_t slot = j->plan->slot[i];

	if (slot < 0 || (uint32_t)slot < meeting->slot ||
	    (uint32_t)slot - meeting->slot >= meeting->slots)
		return NULL;
	return &j->m->slot[slot];
}

static struct plan_violation *
add(struct judge *j, enum plan_rule rule)
{
	static struct plan_violation lost; /* the arena remembers the failure */
	struct plan_violation *v = vec_push(j->arena, &j->found);

	if (v == NULL)
		v = &lost;
	*v = (struct plan_violation){ rule, PLAN_NONE, PLAN_NONE, PLAN_NONE,
		PLAN_NONE, PLAN_NONE, PLAN_NONE, PLAN_NONE, PLAN_NONE };
	return v;
}

static void
add_meetings(struct judge *j, enum plan_rule rule, int one, int other)
{
	struct plan_violation *v = add(j, rule);

	v->meeting = one;
	v->other = other;
	v->body = j->m->meeting[one].body;
}

/* ---- what is broken ---- */

static void
judge_gap(struct judge *j, const struct plan_body *body, int k)
{
	const struct plan_slot *a = slot_of(j, body->committee[k]);
	const struct plan_slot *b = slot_of(j, body->committee[k + 1]);

	if (a == NULL || b == NULL)
		return;
	if (b->day - a->day < body->gap_min ||
	    j->m->act[b->day] - j->m->act[a->day] > body->gap_max)
		add_meetings(
		    j, PLAN_GAP, body->committee[k], body->committee[k + 1]);
}

static void
judge_lead(struct judge *j, const struct plan_body *body, int k)
{
	const struct plan_slot *a = slot_of(j, body->council[k]);
	const struct plan_slot *b = slot_of(j, body->committee[k]);

	if (a == NULL || b == NULL)
		return;
	if (b->day - a->day < body->lead_min ||
	    b->day - a->day > body->lead_max)
		add_meetings(
		    j, PLAN_LEAD, body->council[k], body->committee[k]);
}

static void
judge_window(struct judge *j, int number, int w)
{
	const struct plan_body *body = &j->m->body[number];
	const struct plan_slot *s;
	struct plan_violation *v;
	int k;

	for (k = 0; k < body->n; k++) {
		s = slot_of(j, body->committee[k]);
		if (s != NULL && s->day >= body->window[w].first &&
		    s->day <= body->window[w].last)
			return;
	}
	v = add(j, PLAN_WINDOW);
	v->body = number;
	v->window = w;
}

static void
judge_bodies(struct judge *j)
{
	const struct plan_body *body;
	int b, i;

	for (b = 0; b < j->m->n_bodies; b++) {
		body = &j->m->body[b];
		for (i = 0; i + 1 < body->n; i++)
			judge_gap(j, body, i);
		for (i = 0; i < body->n && body->council != NULL; i++)
			judge_lead(j, body, i);
		for (i = 0; i < body->windows; i++)
			judge_window(j, b, i);
	}
}

static void
judge_link(struct judge *j, int number)
{
	const struct plan_link *link = &j->m->link[number];
	const struct plan_slot *a = slot_of(j, link->before);
	const struct plan_slot *b = slot_of(j, link->after);

	if (a == NULL || b == NULL)
		return;
	if (b->day - a->day < link->min || b->day - a->day > link->max) {
		add_meetings(j, PLAN_LINK, link->before, link->after);
		if (!arena_failed(j->arena))
			j->found.v[j->found.n - 1].link = number;
	}
}

/* ${count}: a number for each band of each day, all zero before and after. */
static void
judge_group(struct judge *j, int number, int *count)
{
	const struct plan_group *g = &j->m->group[number];
	const struct plan_slot *s;
	struct plan_violation *v;
	int i, cell, cells = j->m->days * j->m->bands;

	for (i = 0; i < g->n && g->over == 0; i++)
		if ((s = slot_of(j, g->meeting[i])) != NULL)
			count[s->day * j->m->bands + (g->band ? s->band : 0)]++;
	for (cell = 0; cell < cells; cell++) {
		if (count[cell] > g->cap) {
			v = add(j, PLAN_GROUP);
			v->group = number;
			v->day = cell / j->m->bands;
			if (g->band)
				v->band = cell % j->m->bands;
		}
		count[cell] = 0;
	}
}

/* ---- what is charged ---- */

static int64_t
over(int64_t amount, int64_t cap, int64_t charge)
{
	return amount > cap ? (amount - cap) * charge : 0;
}

static int64_t
slots_cost(const struct judge *j)
{
	const struct plan_slot *s;
	int64_t cost = 0;
	int i;

	for (i = 0; i < j->m->n_meetings; i++)
		if ((s = slot_of(j, i)) != NULL)
			cost += s->cost;
	return cost;
}

static int64_t
weekday_cost(const struct judge *j)
{
	const struct plan_slot *s;
	int b, i, on[7], most, placed;
	int64_t off = 0;

	for (b = 0; b < j->m->n_bodies; b++) {
		for (i = 0; i < 7; i++)
			on[i] = 0;
		for (i = most = placed = 0; i < j->m->body[b].n; i++) {
			s = slot_of(j, j->m->body[b].committee[i]);
			if (s == NULL)
				continue;
			placed++;
			if (++on[j->m->weekday[s->day]] > most)
				most = on[j->m->weekday[s->day]];
		}
		off += placed - most;
	}
	return off * j->m->off_weekday;
}

static int64_t
load_cost(const struct judge *j)
{
	int64_t units[PLAN_WEEKS_MAX] = { 0 }, cost = 0;
	const struct plan_slot *s;
	uint32_t k;
	int i;

	for (i = 0; i < j->m->n_meetings; i++) {
		if ((s = slot_of(j, i)) == NULL)
			continue;
		for (k = s->load; k < s->load + s->loads; k++)
			units[j->m->load[k].week] += j->m->load[k].units;
	}
	for (i = 0; i < j->m->weeks; i++)
		cost += over(units[i], j->m->cap_a, j->m->over_a) +
			over(units[i], j->m->cap_b, j->m->over_b);
	return cost;
}

static int64_t
dispatch_cost(const struct judge *j)
{
	int sent[PLAN_DAYS_MAX] = { 0 }, i;
	const struct plan_slot *s;
	int64_t cost = 0;

	for (i = 0; i < j->m->n_meetings; i++)
		if ((s = slot_of(j, i)) != NULL && s->dispatch != PLAN_NONE)
			sent[s->dispatch]++;
	for (i = 0; i < j->m->days; i++)
		cost += over(sent[i], j->m->cap_dispatch, j->m->over_dispatch);
	return cost;
}

static int64_t
group_cost(const struct judge *j)
{
	const struct plan_group *g;
	const struct plan_slot *s;
	int64_t cost = 0;
	int count[PLAN_WEEKS_MAX], i, k;

	for (i = 0; i < j->m->n_groups; i++) {
		g = &j->m->group[i];
		if (g->over == 0)
			continue;
		for (k = 0; k < PLAN_WEEKS_MAX; k++)
			count[k] = 0;
		for (k = 0; k < g->n; k++)
			if ((s = slot_of(j, g->meeting[k])) != NULL)
				count[plan_week(j->m, s->day)]++;
		for (k = 0; k < PLAN_WEEKS_MAX; k++)
			if (count[k] > 0)
				cost += over(
				    count[k], plan_group_room(g, k), g->over);
	}
	return cost;
}

int
plan_judge(const struct plan_model *m, const struct plan *plan, struct arena *a,
    struct plan_verdict *verdict, struct kl_error *err)
{
	struct judge j = { .m = m, .plan = plan, .arena = a };
	int i, *count;

	count = mem_alloc((size_t)m->days * (size_t)m->bands * sizeof *count);
	if (count == NULL)
		return kl_error_nomem(err);
	for (i = 0; i < m->n_meetings; i++)
		if (slot_of(&j, i) == NULL)
			add_meetings(&j, PLAN_PLACED, i, PLAN_NONE);
	judge_bodies(&j);
	for (i = 0; i < m->n_links; i++)
		judge_link(&j, i);
	for (i = 0; i < m->n_groups; i++)
		judge_group(&j, i, count);
	mem_free(count);
	if (arena_failed(a))
		return kl_error_nomem(err);
	*verdict = (struct plan_verdict){ .slots = slots_cost(&j),
		.weekday = weekday_cost(&j),
		.load = load_cost(&j),
		.dispatch = dispatch_cost(&j),
		.group = group_cost(&j),
		.n_violations = j.found.n,
		.violation = j.found.v };
	verdict->cost = verdict->slots + verdict->weekday + verdict->load +
			verdict->dispatch + verdict->group;
	return 0;
}
