/* SPDX-License-Identifier: EUPL-1.2
 *
 * The search for good plans: simulated annealing over the moves of move.h, in
 * cycles that grow.  What was tried and measured is in doc/PLANNER.md.
 */
#include "config.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "plan/move.h"
#include "plan/solve.h"

struct plan_search {
	struct state s;
	struct mover v;
	int32_t *best;
	int64_t best_cost;
	int64_t cycle, left; /* iterations of the cycle, and those to come */
	double cool;	     /* the temperature's factor each iteration */
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
	s->best = mem_alloc(((size_t)m->n_meetings + 1) * sizeof *s->best);
	if (s->best == NULL || !state_init(&s->s, m) ||
	    !mover_init(&s->v, &s->s, seed)) {
		plan_search_free(s);
		return NULL;
	}
	s->best_cost = PLAN_NO_COST;
	s->s.weight = 100;
	s->cycle = 200000;
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

/* A body that has no possible days is left out; then there is no plan. */
static bool
all_placed(const struct plan_search *s)
{
	int i;

	for (i = 0; i < s->s.m->n_meetings; i++)
		if (s->s.slot[i] == PLAN_NONE)
			return false;
	return true;
}

static void
keep_best(struct plan_search *s)
{
	if (s->s.broken != 0 || s->s.cost >= s->best_cost || !all_placed(s))
		return;
	s->best_cost = s->s.cost;
	memcpy(
	    s->best, s->s.slot, (size_t)s->s.m->n_meetings * sizeof *s->best);
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
	if (mover_draw(&s->v, 1000000) < 5000)
		move_body(&s->v,
		    (int)mover_draw(&s->v, (uint32_t)s->s.m->n_bodies),
		    mover_draw(&s->v, 2) ? (int)mover_draw(&s->v, 5)
					 : PLAN_NONE);
	else
		move_meeting(&s->v,
		    (int)mover_draw(&s->v, (uint32_t)s->s.m->n_meetings));
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
			s->left = s->cycle;
			s->cycle *= 2;
			s->v.temperature = 4;
			s->cool = pow(0.5 / 4, 1.0 / (double)s->left);
		}
		s->left--;
		s->v.temperature *= s->cool;
		step(s);
	}
	return s->best_cost < before;
}

void
plan_search_take(struct plan_search *s, const struct plan *plan, int64_t cost)
{
	if (cost >= s->best_cost)
		return;
	s->best_cost = cost;
	memcpy(
	    s->best, plan->slot, (size_t)s->s.m->n_meetings * sizeof *s->best);
}

int64_t
plan_search_best(const struct plan_search *s, struct plan *plan)
{
	if (plan != NULL && s->best_cost != PLAN_NO_COST)
		memcpy(plan->slot, s->best,
		    (size_t)s->s.m->n_meetings * sizeof *s->best);
	return s->best_cost;
}
