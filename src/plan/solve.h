/* SPDX-License-Identifier: EUPL-1.2
 *
 * Solving a year: a first plan at once, better ones while time is left, and a
 * proven bound below which no plan can cost.  solve.c runs the two side by
 * side: search.c (large-neighbourhood search over paths) makes plans, bound.c
 * and branch.c (Lagrangian bound, reduced-cost fixing, branch and bound) prove.
 */
#ifndef PLAN_SOLVE_H
#define PLAN_SOLVE_H

#include "plan/model.h"

enum plan_status { PLAN_OPTIMAL, PLAN_FEASIBLE, PLAN_INFEASIBLE, PLAN_UNKNOWN };

/* Progress: called with what is best so far; ${cost} is PLAN_NO_COST before the
 * first plan. */
#define PLAN_NO_COST INT64_MAX
struct plan_progress {
	int64_t cost;
	double bound;	/* proven: no plan costs less */
	double seconds; /* since the start */
	int64_t iterations;
};

struct plan_settings {
	double seconds;	    /* at most; 0: until proved, stopped or out of
			       iterations */
	int64_t iterations; /* of the search; 0: no limit.  The same seed and
			       count give the same plan on any machine and with
			       any number of threads */
	uint64_t seed;
	int threads;			/* 0: one; more than two are of no
					   use */
	bool (*should_stop)(void *ctx); /* asked often; may be NULL */
	double (*clock)(void *ctx);	/* seconds, from anywhere; the room has
					   no clock of its own */
	void (*progress)(
	    void *ctx, const struct plan_progress *now); /* or NULL */
	void *ctx;
	const struct plan *start; /* a plan to begin from, or NULL; of one that
				     is not whole, the bodies that are */
};

struct plan_conflict; /* explain.h */

struct plan_result {
	struct plan plan; /* the best; empty unless a plan was found */
	enum plan_status status;
	int64_t cost;
	double bound;
	double first_seconds, seconds;
	int64_t iterations;
	/* why there is no plan: a minimal set, when it was found on the way;
	 * otherwise NULL */
	struct plan_conflict *conflict;
};

/* plan_solve(m, settings, a, result, err): 0 with the best plan found (or the
 * proof that there is none) in ${a}. */
int plan_solve(const struct plan_model *m, const struct plan_settings *settings,
    struct arena *a, struct plan_result *result, struct kl_error *err);

/* plan_model_moved(m, from, meeting, day, change, out, err): the model of the
 * cheapest change: meeting ${meeting} on ${day} in any band, every other
 * meeting
 * ${change} dearer on any other day or band than ${from} has it (the moved one
 * is charged too, unless it stays).  ${out} borrows from ${m}.  KL_E_INPUT when
 * the meeting has no slot that day. */
int plan_model_moved(const struct plan_model *m, const struct plan *from,
    int meeting, int day, int change, struct plan_model *out,
    struct kl_error *err);

/* ---- search (search.c) ----------------------------------------------------
 */

struct plan_search;

/* plan_search_new(m, seed, start): a search with no plan yet, or from ${start};
 * NULL when memory is out. */
struct plan_search *plan_search_new(
    const struct plan_model *m, uint64_t seed, const struct plan *start);
void plan_search_free(struct plan_search *s);

/* plan_search_run(s, iterations): do that many; true when the best became
 * better. */
bool plan_search_run(struct plan_search *s, int64_t iterations);

/* plan_search_take(s, plan, cost): a feasible plan of that cost that was found
 * elsewhere: the best, if it is better than the search's. */
void plan_search_take(
    struct plan_search *s, const struct plan *plan, int64_t cost);

/* What the bound knows of single choices: how much it rises when a slot must be
 * taken, or a weekday must be a body's main one; HUGE_VALF: it is in no plan
 * cheaper than those known. */
#define PLAN_HINT_WEEKDAYS 8 /* seven, and one to fill up */
struct dual_multiplier;
struct plan_hint {
	float *slot;	/* of each slot of the model */
	float *weekday; /* of each body, PLAN_HINT_WEEKDAYS */
	/* the multipliers that it was found with (dual.h) */
	struct dual_multiplier *multiplier;
	uint32_t n_multipliers;
};

/* plan_search_guide(s, hint): the search (which copies it) keeps to what is
 * promising, until that has nothing more to give. */
void plan_search_guide(struct plan_search *s, const struct plan_hint *hint);

/* plan_search_best(s, plan): the cost of the best feasible plan so far, copied
 * into ${plan} (of m->n_meetings; may be NULL); PLAN_NO_COST when there is none
 * yet. */
int64_t plan_search_best(const struct plan_search *s, struct plan *plan);

/* ---- bound (bound.c, branch.c) --------------------------------------------
 */

struct plan_bound;

/* plan_bound_new(m): a proof under way; NULL when memory is out. */
struct plan_bound *plan_bound_new(const struct plan_model *m);
void plan_bound_free(struct plan_bound *b);

/* plan_bound_run(b, known, better, steps): work for about ${steps} units (a
 * thousandth of a second or so each) with the knowledge that a plan of cost
 * ${known} exists.  Plans met on the way that are better are put into ${better}
 * (its cost returned through plan_bound_found).  True when everything is
 * proved: no plan costs less than plan_bound_value, or there is none at all. */
bool plan_bound_run(
    struct plan_bound *b, int64_t known, struct plan *better, int steps);

/* plan_bound_found(b): the cost of the plan in ${better}, or PLAN_NO_COST. */
int64_t plan_bound_found(const struct plan_bound *b);

/* plan_bound_hint(b, news): what is promising; NULL unless it was made anew
 * since ${news}, which is brought up to date. */
const struct plan_hint *plan_bound_hint(const struct plan_bound *b, int *news);

/* plan_bound_value(b): proven: no plan costs less (rounded safely down);
 * HUGE_VAL when there is no plan. */
double plan_bound_value(const struct plan_bound *b);

#endif
