/* SPDX-License-Identifier: EUPL-1.2
 *
 * Solving: rounds in which the search and the bound work side by side, in one
 * thread or in two, and then tell each other what they found.  What happens in
 * a round depends on counts alone unless time is what ends it, so that a count
 * of iterations gives the same plan with any number of threads.
 */
#include "config.h"

#include <math.h>
#include <pthread.h>
#include <string.h>

#include "base/mem.h"
#include "plan/explain.h"
#include "plan/solve.h"

#define ROUND 20000	   /* iterations of the search in a round by count */
#define ROUND_STEPS 10	   /* of the bound, likewise */
#define ROUND_SECONDS 0.02 /* what a round by time should take each of them */
#define ROUND_MOST 0.25
/* Iterations for each meeting without a plan, and we ask why. */
#define DOUBTS 100

/* A second search takes turns with a bound that has stopped rising far below
 * the best plan: it gets all rounds but each BOUND_TURN-th.  Years with more
 * bodies have no memory to spare for it. */
#define SECOND_GAP 0.01
#define SECOND_PATIENCE 1.0 /* seconds, besides as long as rising took */
#define SECOND_BODIES 100
#define SECOND_SEED 0x9e3779b97f4a7c15u /* by which the seeds differ */
#define BOUND_TURN 8

struct engine {
	const struct plan_model *m;
	const struct plan_settings *set;
	struct plan_search *search, *second;
	struct plan_bound *bound;
	struct plan met; /* a plan that the bound met */
	struct plan best;
	int64_t cost;  /* of the best */
	double proven; /* no plan costs less */
	bool proved;   /* the bound has nothing more to do */
	bool asked;    /* whether there can be a plan */
	double began, first;
	int64_t iterations, round;
	int steps, news; /* of the bound */
	double risen;	 /* when the bound last rose */
	int rounds;
};

static double
now(const struct engine *e)
{
	return e->set->clock == NULL ? 0
				     : e->set->clock(e->set->ctx) - e->began;
}

static bool
out_of_time(const struct engine *e)
{
	return e->set->seconds > 0 && now(e) >= e->set->seconds;
}

/* Asked between rounds, and while a conflict is sought. */
static bool
should_stop(void *ctx)
{
	const struct engine *e = ctx;

	return out_of_time(e) || (e->set->should_stop != NULL &&
				     e->set->should_stop(e->set->ctx));
}

/* ---- a round ---- */

/* One side of a round: what it shall do, and how long it took. */
struct side {
	struct engine *e;
	struct plan_search *search;
	int64_t known;
	double seconds;
};

static void *
run_search(void *arg)
{
	struct side *side = arg;
	double before = now(side->e);

	plan_search_run(side->search, side->e->round);
	side->seconds = now(side->e) - before;
	return NULL;
}

static void *
run_bound(void *arg)
{
	struct side *side = arg;
	struct engine *e = side->e;
	double before = now(e);

	e->proved = plan_bound_run(e->bound, side->known, &e->met, e->steps);
	side->seconds = now(e) - before;
	return NULL;
}

/* By time, both sides shall need about as long; the longer all has taken, the
 * longer a round may, so that they wait for each other less. */
static double
fair_share(const struct engine *e, double amount, double seconds, double least)
{
	double wish = ROUND_SECONDS + now(e) / 40, left, factor;

	left = e->set->seconds > 0 ? e->set->seconds - now(e) : wish;
	wish = wish > ROUND_MOST ? ROUND_MOST : wish;
	wish = wish > left ? left : wish;
	factor = seconds > 0 ? wish / seconds : 2;
	factor = factor > 4 ? 4 : factor;
	return amount * factor < least ? least : amount * factor;
}

/* Whether this round the second thread shall search, too. */
static bool
wants_second(const struct engine *e)
{
	if (e->set->threads < 2 || e->set->iterations > 0 || e->proved ||
	    e->m->n_bodies > SECOND_BODIES || e->cost == PLAN_NO_COST ||
	    e->rounds % BOUND_TURN == 0)
		return false;
	return (double)e->cost - e->proven > SECOND_GAP * (double)e->cost &&
	       now(e) > 2 * e->risen + SECOND_PATIENCE;
}

/* The second search, made when it is first wanted; NULL without memory. */
static struct plan_search *
second_search(struct engine *e)
{
	const struct plan_hint *hint;
	int news = 0;

	if (e->second != NULL)
		return e->second;
	e->second =
	    plan_search_new(e->m, e->set->seed ^ SECOND_SEED, e->set->start);
	hint = plan_bound_hint(e->bound, &news);
	if (e->second != NULL && hint != NULL)
		plan_search_guide(e->second, hint);
	return e->second;
}

/* A round of two searches; false if there is no second one. */
static bool
run_searches(struct engine *e)
{
	struct side first = { .e = e, .search = e->search };
	struct side second = { .e = e, .search = second_search(e) };
	pthread_t thread;

	if (second.search == NULL ||
	    pthread_create(&thread, NULL, run_search, &second) != 0)
		return false;
	run_search(&first);
	pthread_join(thread, NULL);
	e->iterations += 2 * e->round;
	e->round = (int64_t)fair_share(
	    e, (double)e->round, fmax(first.seconds, second.seconds), 100);
	return true;
}

static void
run_both(struct engine *e)
{
	struct side search = { .e = e, .search = e->search },
		    bound = { .e = e, .known = e->cost };
	bool beside = false;
	pthread_t thread;

	e->rounds++;
	if (wants_second(e) && run_searches(e))
		return;

	if (e->set->iterations > 0 &&
	    e->round > e->set->iterations - e->iterations)
		e->round = e->set->iterations - e->iterations;
	if (!e->proved && e->set->threads > 1)
		beside = pthread_create(&thread, NULL, run_bound, &bound) == 0;
	run_search(&search);
	e->iterations += e->round;
	if (beside)
		pthread_join(thread, NULL);
	else if (!e->proved)
		run_bound(&bound);
	if (e->set->iterations > 0)
		return;
	e->round =
	    (int64_t)fair_share(e, (double)e->round, search.seconds, 100);
	e->steps = (int)fair_share(e, e->steps, bound.seconds, 1);
}

/* Keep the better of what is known and what the search has. */
static void
take_search(struct engine *e, const struct plan_search *search)
{
	if (plan_search_best(search, NULL) >= e->cost)
		return;
	if (e->cost == PLAN_NO_COST)
		e->first = now(e);
	e->cost = plan_search_best(search, &e->best);
}

/* What the bound knows of single slots, when it knows more. */
static void
guide_search(struct engine *e)
{
	const struct plan_hint *hint = plan_bound_hint(e->bound, &e->news);

	if (hint != NULL)
		plan_search_guide(e->search, hint);
	if (hint != NULL && e->second != NULL)
		plan_search_guide(e->second, hint);
}

static void
take_bound(struct engine *e)
{
	double value = plan_bound_value(e->bound);
	int64_t cost = plan_bound_found(e->bound);

	if (ceil(value) > ceil(e->proven))
		e->risen = now(e);
	e->proven = value > e->proven ? value : e->proven;
	if (cost >= e->cost)
		return;
	if (e->cost == PLAN_NO_COST)
		e->first = now(e);
	e->cost = cost;
	memcpy(e->best.slot, e->met.slot,
	    (size_t)e->m->n_meetings * sizeof *e->best.slot);
	plan_search_take(e->search, &e->best, cost);
}

/* Costs are whole numbers, so a bound counts as the next one. */
static bool
is_optimal(const struct engine *e)
{
	return e->cost != PLAN_NO_COST && (double)e->cost <= ceil(e->proven);
}

static void
tell(const struct engine *e)
{
	struct plan_progress p = { .cost = e->cost,
		.bound = e->proven,
		.seconds = now(e),
		.iterations = e->iterations };

	if (e->set->progress != NULL)
		e->set->progress(e->set->ctx, &p);
}

/* ---- whether there is a plan at all ---- */

/* A search that finds nothing may be unlucky, or there is nothing. */
static int
ask_why(struct engine *e, struct arena *a, struct plan_result *result,
    struct kl_error *err)
{
	struct plan_conflict *conflict = arena_alloc(a, sizeof *conflict);
	int rc;

	e->asked = true;
	if (conflict == NULL)
		return kl_error_nomem(err);
	rc = plan_explain(e->m, NULL, 0, should_stop, e, a, conflict, err);
	if (rc == 0 && conflict->n > 0) {
		result->conflict = conflict;
		e->proven = HUGE_VAL;
	}
	return rc;
}

/* ---- all rounds ---- */

static bool
is_over(const struct engine *e)
{
	if (e->proven == HUGE_VAL || is_optimal(e))
		return true;
	if (e->set->iterations > 0 && e->iterations >= e->set->iterations)
		return true;
	return should_stop((void *)(uintptr_t)e);
}

static int
run_rounds(struct engine *e, struct arena *a, struct plan_result *result,
    struct kl_error *err)
{
	int rc = 0;

	plan_search_run(e->search, 0); /* the first plan */
	take_search(e, e->search);
	tell(e);
	if ((e->bound = plan_bound_new(e->m)) == NULL)
		return kl_error_nomem(err);
	e->round = e->set->iterations > 0 ? ROUND : ROUND / 10;
	e->steps = ROUND_STEPS;
	while (rc == 0 && !is_over(e)) {
		if (e->cost == PLAN_NO_COST && !e->asked &&
		    e->iterations >= (int64_t)DOUBTS * e->m->n_meetings) {
			rc = ask_why(e, a, result, err);
			continue;
		}
		run_both(e);
		take_search(e, e->search);
		if (e->second != NULL)
			take_search(e, e->second);
		take_bound(e);
		guide_search(e);
		tell(e);
	}
	return rc;
}

static void
report(const struct engine *e, struct plan_result *result)
{
	bool found = e->cost != PLAN_NO_COST;

	result->plan = e->best;
	result->plan.n = found ? e->m->n_meetings : 0;
	result->cost = e->cost;
	result->bound = e->proven;
	if (e->proven == HUGE_VAL && !found)
		result->status = PLAN_INFEASIBLE;
	else if (!found)
		result->status = PLAN_UNKNOWN;
	else if (is_optimal(e)) {
		result->status = PLAN_OPTIMAL;
		result->bound = (double)e->cost;
	} else
		result->status = PLAN_FEASIBLE;
	result->first_seconds = e->first;
	result->seconds = now(e);
	result->iterations = e->iterations;
}

int
plan_solve(const struct plan_model *m, const struct plan_settings *settings,
    struct arena *a, struct plan_result *result, struct kl_error *err)
{
	size_t size = ((size_t)m->n_meetings + 1) * sizeof(int32_t);
	struct engine e = { .m = m, .set = settings, .cost = PLAN_NO_COST };
	int rc;

	*result = (struct plan_result){ .cost = PLAN_NO_COST };
	e.began = now(&e);
	e.met = (struct plan){ m->n_meetings, arena_alloc(a, size) };
	e.best = (struct plan){ m->n_meetings, arena_alloc(a, size) };
	if (e.met.slot == NULL || e.best.slot == NULL)
		return kl_error_nomem(err);
	e.search = plan_search_new(m, settings->seed, settings->start);
	rc = e.search == NULL ? kl_error_nomem(err)
			      : run_rounds(&e, a, result, err);
	if (rc == 0)
		report(&e, result);
	plan_bound_free(e.bound);
	plan_search_free(e.search);
	plan_search_free(e.second);
	return rc;
}

/* ---- the cheapest change ---- */

/* The meeting's slots on that day alone. */
static int
keep_day(struct plan_meeting *mt, const struct plan_slot *slot, int day,
    struct kl_error *err)
{
	uint32_t i, first = 0, n = 0;

	for (i = 0; i < mt->slots; i++) {
		first += slot[mt->slot + i].day < day;
		n += slot[mt->slot + i].day == day;
	}
	if (n == 0)
		return kl_error_set(err, KL_E_INPUT,
		    KL_N_("The meeting cannot be on that day: it is none of "
			  "its possible times. Choose another; nothing was "
			  "moved."));
	mt->slot += first;
	mt->slots = n;
	return 0;
}

int
plan_model_moved(const struct plan_model *m, const struct plan *from,
    int meeting, int day, int change, struct plan_model *out,
    struct kl_error *err)
{
	size_t slots = (size_t)m->n_slots * sizeof *m->slot;
	size_t meetings = (size_t)m->n_meetings * sizeof *m->meeting;
	struct plan_slot *slot = arena_alloc(m->arena, slots + 1);
	struct plan_meeting *mt = arena_alloc(m->arena, meetings + 1);
	uint32_t i;
	int k;

	if (slot == NULL || mt == NULL)
		return kl_error_nomem(err);
	memcpy(slot, m->slot, slots);
	memcpy(mt, m->meeting, meetings);
	for (k = 0; k < m->n_meetings; k++)
		for (i = mt[k].slot; i < mt[k].slot + mt[k].slots; i++)
			if ((int32_t)i != from->slot[k])
				slot[i].cost += change;
	*out = *m;
	out->slot = slot;
	out->meeting = mt;
	return keep_day(&mt[meeting], slot, day, err);
}
