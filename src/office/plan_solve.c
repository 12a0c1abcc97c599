/* SPDX-License-Identifier: EUPL-1.2
 *
 * Solving a year, and finding the cheapest plan around a move.  The solver
 * works on what was read; the register is held only while the plan is kept.
 */
#include "config.h"

#include <string.h>

#include "office/plan.h"
#include "office/plan_solve.h"

static bool
run_should_stop(void *ctx)
{
	const struct kl_plan_run *run = ctx;

	return run->should_stop != NULL && run->should_stop(run->ctx);
}

static double
run_clock(void *ctx)
{
	const struct kl_plan_run *run = ctx;

	return run->clock == NULL ? 0 : run->clock(run->ctx);
}

static void
run_progress(void *ctx, const struct plan_progress *now)
{
	const struct kl_plan_run *run = ctx;
	struct kl_plan_progress told = {
		.cost = now->cost == PLAN_NO_COST ? -1 : now->cost,
		.bound = plan_bound_whole(now->bound),
		.seconds = now->seconds,
	};

	if (run->progress != NULL)
		run->progress(run->ctx, &told);
}

int
planning_run(struct planning *p, const struct plan_model *m,
    const struct plan *start, struct plan_result *result, struct kl_error *err)
{
	struct kl_plan_run run = p->what->run;
	struct plan_settings settings = {
		.seconds = run.seconds,
		.iterations = run.iterations,
		.seed = run.seed,
		.threads = run.threads,
		.should_stop = run_should_stop,
		.clock = run_clock,
		.progress = run_progress,
		.ctx = &run,
		.start = start,
	};

	return plan_solve(m, &settings, p->w.arena, result, err);
}

static const char *
status_word(enum plan_status status)
{
	switch (status) {
	case PLAN_OPTIMAL:
		return "optimal";
	case PLAN_FEASIBLE:
		return "feasible";
	case PLAN_INFEASIBLE:
		return "infeasible";
	case PLAN_UNKNOWN:
		break;
	}
	return "unknown";
}

void
planning_put_run(struct kl_data *to, const struct plan_result *result)
{
	data_add_int(to, "iterations", result->iterations);
	data_add_int(to, "milliseconds", (int64_t)(result->seconds * 1000));
}

/* The plan to begin from: what there is of the current one.  What it breaks,
 * after a change of rules, is little beside what others would have to move. */
static int
begin_from(struct planning *p, struct plan *numbers, struct kl_error *err)
{
	struct kl_faults faults = { 0 };

	return p->now == NULL
		   ? 0
		   : planning_numbers(p, p->now, numbers, &faults, err);
}

/* No plan was found: if the constraints cannot all be kept, which. */
static int
tell_none(struct planning *p, enum plan_status status, struct kl_error *err)
{
	struct kl_data *to = p->w.answer;
	int rc;

	data_add_int(to, "year", p->year);
	rc = plan_put_conflict(p, err);
	if (kl_data_count(kl_data_get(to, "conflict")) > 0)
		status = PLAN_INFEASIBLE;
	data_add_text(to, "status", status_word(status));
	return rc;
}

int
planning_trust(
    struct planning *p, const struct plan *plan, struct kl_error *err)
{
	struct plan_verdict verdict;
	int rc = plan_judge(year_model(p->y), plan, p->w.arena, &verdict, err);

	if (rc != 0 || verdict.n_violations == 0)
		return rc;
	return kl_error_set(err, KL_E_DAMAGED,
	    KL_N_("The plan that was found breaks %zu constraints when it is "
		  "judged by itself. It was not kept. Report this, please."),
	    verdict.n_violations);
}

static int
keep_solved(
    struct planning *p, const struct plan_result *result, struct kl_error *err)
{
	struct plan_verdict verdict;
	struct year_plan plan = { 0 };
	int rc = planning_trust(p, &result->plan, err);

	if (rc == 0)
		rc = year_plan_of(p->y, &result->plan, p->w.arena, &plan, err);
	if (rc == 0)
		rc = plan_judge(
		    year_model(p->y), &result->plan, p->w.arena, &verdict, err);
	if (rc != 0)
		return rc;
	plan.cost = verdict.cost;
	plan.bound = result->bound;
	plan.status = status_word(result->status);
	rc = planning_save(p, &plan, "solve", err);
	if (rc != 0)
		return rc;
	plan_put(p->w.answer, &plan);
	plan_put_parts(p->w.answer, &verdict);
	planning_put_run(p->w.answer, result);
	return 0;
}

/* The search found nothing, which proves nothing: a plan that breaks nothing is
 * looked for by other means, and the search begins again from that. */
static int
run_from_possible(
    struct planning *p, struct plan_result *result, struct kl_error *err)
{
	const struct plan_model *m = year_model(p->y);
	struct kl_faults none = { 0 };
	struct plan start;
	bool found = false;
	int rc = planning_numbers(p, NULL, &start, &none, err);

	if (rc == 0)
		rc = plan_possible(m, run_should_stop,
		    (void *)(uintptr_t)&p->what->run, &start, &found, err);
	return rc == 0 && found ? planning_run(p, m, &start, result, err) : rc;
}

int
kl_plan_solve(struct kl_office *o, const struct kl_plan *what,
    struct kl_data **answer, struct kl_error *err)
{
	struct plan_result result = { 0 };
	struct plan numbers;
	struct planning p;
	int rc = planning_begin(&p, o, what, MAY_DECIDE, err);

	if (rc == 0)
		rc = planning_model(&p, err);
	if (rc == 0)
		rc = begin_from(&p, &numbers, err);
	if (rc == 0)
		rc = planning_run(&p, year_model(p.y),
		    p.now != NULL ? &numbers : NULL, &result, err);
	if (rc == 0 && result.status == PLAN_UNKNOWN)
		rc = run_from_possible(&p, &result, err);
	if (rc == 0)
		rc = result.status == PLAN_INFEASIBLE ||
			     result.status == PLAN_UNKNOWN
			 ? tell_none(&p, result.status, err)
			 : keep_solved(&p, &result, err);
	return planning_end(&p, rc, answer, err);
}
