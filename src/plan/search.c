/* SPDX-License-Identifier: EUPL-1.2
 *
 * Search for good plans.  See doc/PLANNER.md.
 */
#include "config.h"

#include <math.h>
#include <stdlib.h>
#include <stdio.h>
#include <string.h>

#include "base/mem.h"
#include "plan/move.h"
#include "plan/solve.h"

struct plan_search {
	struct state s;
	struct mover v;
	int32_t *best;
	int64_t best_cost;
	int64_t cycle, left;
	double t0, t1, cool, body;
	int64_t low;
	bool started;
};

struct plan_search *
plan_search_new(
    const struct plan_model *m, uint64_t seed, const struct plan *start)
{
	struct plan_search *s = mem_alloc(sizeof *s);

	(void)start;
	if (s == NULL)
		return NULL;
	s->best = mem_alloc((size_t)(m->n_meetings + 1) * sizeof *s->best);
	if (!state_init(&s->s, m) || !mover_init(&s->v, &s->s, seed * 77777 + 5) || s->best == NULL) {
		plan_search_free(s);
		return NULL;
	}
	s->best_cost = PLAN_NO_COST;
	s->s.weight = 100;
	s->t0 = getenv("T0") ? atof(getenv("T0")) : 4;
	s->t1 = getenv("T1") ? atof(getenv("T1")) : 0.5;
	s->body = getenv("BODY") ? atof(getenv("BODY")) : 5000;
	s->cycle = getenv("CY") ? atoll(getenv("CY")) : 200000;
	return s;
}

void
plan_search_free(struct plan_search *s)
{
	if (s == NULL)
		return;
	state_done(&s->s);
	mover_done(&s->v);
	mem_free(s->best);
	mem_free(s);
}

static void
keep_best(struct plan_search *s)
{
	if (s->s.broken != 0)
		return;
	if (s->s.cost < s->low)
		s->low = s->s.cost;
	if (s->s.cost < s->best_cost) {
		s->best_cost = s->s.cost;
		memcpy(s->best, s->s.slot,
		    (size_t)s->s.m->n_meetings * sizeof *s->best);
	}
}

static void
start(struct plan_search *s)
{
	int b;

	for (b = 0; b < s->s.m->n_bodies; b++)
		move_insert(&s->v, b, PLAN_NONE, 0);
	keep_best(s);
}

static void
step(struct plan_search *s)
{
	if (mover_draw(&s->v, 1000000) < s->body)
		move_body(&s->v, (int)mover_draw(&s->v, (uint32_t)s->s.m->n_bodies), mover_draw(&s->v, 2) ? (int)mover_draw(&s->v, 5) : PLAN_NONE);
	else
		move_meeting(&s->v, (int)mover_draw(&s->v, (uint32_t)s->s.m->n_meetings));
	keep_best(s);
}

bool
plan_search_run(struct plan_search *s, int64_t iterations)
{
	int64_t before = s->best_cost;

	if (!s->started) {
		start(s);
		s->started = true;
	}
	while (iterations-- > 0) {
		if (s->left == 0) {
			if (getenv("V") && s->low) printf("cycle end %ld low %ld\n", (long)s->s.cost, (long)s->low);
			s->low = INT64_MAX;
			s->left = s->cycle;
			if (!getenv("FIX")) s->cycle *= 2;
			s->v.temperature = s->t0;
			s->cool = pow(s->t1 / s->t0, 1.0 / (double)s->left);
		}
		s->left--;
		s->v.temperature *= s->cool;
		step(s);
	}
	return s->best_cost < before;
}

int64_t
plan_search_best(const struct plan_search *s, struct plan *plan)
{
	if (plan != NULL && s->best_cost != PLAN_NO_COST)
		memcpy(plan->slot, s->best,
		    (size_t)s->s.m->n_meetings * sizeof *s->best);
	return s->best_cost;
}
