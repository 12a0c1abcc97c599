/* SPDX-License-Identifier: EUPL-1.2
 *
 * Year planning on instance files (kansli-instance(5)): solving one, checking a
 * plan of one.  Needs no register.  Nothing here reads a clock: it is handed
 * in.
 */
#ifndef KANSLI_PLAN_H
#define KANSLI_PLAN_H

#include <stdbool.h>
#include <stdint.h>

#include <kansli/data.h>
#include <kansli/error.h>

#define KL_PLAN_NO_COST INT64_MAX
#define KL_PLAN_NO_MEETING (-1)

/* What is best so far. */
struct kl_plan_progress {
	int64_t cost;	/* KL_PLAN_NO_COST before the first plan */
	double bound;	/* proven: no plan costs less */
	double seconds; /* since solving began */
};

/* What shall be solved, and how; all borrowed. */
struct kl_plan_request {
	const char *instance; /* its file */
	const char *from;     /* a plan's file to begin from, or NULL */
	const char *out;      /* where the plan is written, or NULL */
	double seconds;	      /* at most; 0: no limit */
	int64_t iterations;   /* of the search; 0: no limit */
	uint64_t seed;
	int threads; /* 0: two */
	/* the cheapest change that puts this meeting on this day, by what is
	 * charged for each meeting that takes place at another time than in
	 * the plan ${from}; without ${from} the plan in ${out} is changed, if
	 * there is a whole one, or one that is made first */
	int meeting; /* KL_PLAN_NO_MEETING: a plan, not a change */
	int day;
	bool (*should_stop)(void *ctx); /* keep the best and end; or NULL */
	double (*clock)(void *ctx);	/* seconds, from anywhere */
	void (*progress)(
	    void *ctx, const struct kl_plan_progress *now); /* or NULL */
	void *ctx;
	const char *(*translate)(const char *); /* or NULL for English */
};

/* What a meeting on another day or band than before costs. */
#define KL_PLAN_CHANGE 20

/* kl_plan_instance_solve(request, answer, err): solve, and write the plan.
 * ${answer} receives {"cost","bound","status","first_ms","time_ms","base_ms",
 * "iterations","conflict":[sentence]}; the caller frees it with kl_data_free.
 * "cost" is left out when there is no plan, "bound" (a decimal, rounded down)
 * when it is proved that there is none; "status" is "optimal" (proved),
 * "feasible", "infeasible" (proved) or "unknown" (stopped before the first
 * plan); "base_ms" is the time that the plan took that was changed; "conflict"
 * is there when the status is infeasible: constraints that cannot all be kept,
 * none too many.  Returns 0; KL_E_INPUT with file and line for a wrong
 * instance or plan; KL_E_ENV; KL_E_NOMEM. */
int kl_plan_instance_solve(const struct kl_plan_request *request,
    struct kl_data **answer, struct kl_error *err);

/* kl_plan_instance_check(instance, plan, translate, answer, err): the cost of
 * the plan and what it breaks, counted from the definition and not by the
 * solver: {"cost","violations","parts":{"slots","weekday","load","dispatch"},
 * "broken":[sentence]}; of more than a thousand violations that many have
 * sentences.  Errors as above. */
int kl_plan_instance_check(const char *instance, const char *plan,
    const char *(*translate)(const char *), struct kl_data **answer,
    struct kl_error *err);

#endif
