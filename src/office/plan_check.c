/* SPDX-License-Identifier: EUPL-1.2
 *
 * Checking and comparing plans: everything wrong with a version or with a plan
 * made by hand, what it costs beside the best that is known, and what differs
 * between two versions.
 */
#include "config.h"

#include <string.h>

#include "office/plan.h"
#include "plan/pattern.h"
#include "plan/year_read.h"
#include <kansli/template.h>

/* ---- checking --------------------------------------------------------------
 */

/* The cheapest whole version that the register holds. */
static const struct year_plan *
find_best(const struct planning *p)
{
	const struct year_plan *v, *best = NULL;
	size_t i;

	for (i = 0; i < p->versions.n; i++) {
		v = &p->versions.v[i];
		if (v->status != NULL && strcmp(v->status, "infeasible") != 0 &&
		    (best == NULL || v->cost < best->cost))
			best = v;
	}
	return best;
}

/* It is judged as the plan that is checked, so that the two can be compared;
 * its bound holds for it when nothing had to stay. */
static int
put_best(struct planning *p, struct kl_error *err)
{
	const struct year_plan *best = find_best(p);
	struct plan_verdict verdict;
	struct year_plan whole = { 0 };
	int rc;

	if (best == NULL)
		return 0;
	rc = store_plan_load(
	    p->w.o->store, p->year, best->version, p->w.arena, &whole, err);
	if (rc == 0)
		rc = planning_judge(p, &whole, &verdict, err);
	if (rc != 0)
		return rc;
	data_add_int(p->w.answer, "best", whole.cost);
	data_add_int(p->w.answer, "best_version", best->version);
	if (whole.cost == best->cost && best->bound > 0)
		data_add_int(
		    p->w.answer, "bound", plan_bound_whole(best->bound));
	return 0;
}

static int
check(struct planning *p, struct year_plan *plan, struct kl_error *err)
{
	struct kl_data *to = p->w.answer;
	struct plan_verdict verdict;
	year_reasons found = { 0 };
	int rc = planning_judge(p, plan, &verdict, err);

	if (rc == 0)
		rc = year_check(p->y, plan, p->w.arena, &found, err);
	if (rc != 0)
		return rc;
	data_add_int(to, "year", plan->year);
	data_add_int(to, "version", plan->version);
	data_add_int(to, "meetings", (int64_t)plan->meetings.n);
	data_add_int(to, "cost", plan->cost);
	plan_put_parts(to, &verdict);
	rc = put_best(p, err);
	plan_put_reasons(data_add_list(to, "faults"), &found, true);
	plan_put_reasons(data_add_list(to, "charges"), &found, false);
	return rc;
}

/* The meetings of one committee alone. */
static void
only_committee(struct year_plan *plan, const char *code)
{
	size_t i, n = 0;

	if (code == NULL)
		return;
	for (i = 0; i < plan->meetings.n; i++)
		if (strcmp(plan->meetings.v[i].committee, code) == 0)
			plan->meetings.v[n++] = plan->meetings.v[i];
	plan->meetings.n = n;
}

int
kl_plan_check(struct kl_office *o, const struct kl_plan *what, const char *file,
    struct kl_faults *faults, struct kl_data **answer, struct kl_error *err)
{
	struct kl_plan own = *what;
	struct year_plan plan = { 0 };
	struct planning p = { 0 };
	int rc = 0;

	memset(faults, 0, sizeof *faults);
	if (file != NULL && own.year == 0)
		rc = planning_file_year(file, &own.year, faults, err);
	if (rc != 0)
		return rc;
	rc = planning_begin(&p, o, &own, MAY_READ, err);
	p.plain = true;
	if (rc == 0 && file == NULL)
		rc = planning_need(&p, err);
	if (rc == 0 && file != NULL)
		rc = year_read(
		    file, p.year, &p.w.bundle, p.w.arena, &plan, faults, err);
	else if (rc == 0)
		plan = *p.now;
	if (rc == 0)
		rc = planning_model(&p, err);
	only_committee(&plan, what->committee);
	if (rc == 0)
		rc = check(&p, &plan, err);
	return planning_end(&p, rc, answer, err);
}

/* ---- without a register ----------------------------------------------------
 */

int
kl_plan_check_file(const struct kl_settings *settings,
    const struct kl_plan *what, const char *file, struct kl_faults *faults,
    struct kl_data **answer, struct kl_error *err)
{
	struct kl_office *o = NULL;
	struct year_plan plan = { 0 };
	struct planning p = { .what = what };
	int rc = kl_office_bare(settings, &o, err);

	memset(faults, 0, sizeof *faults);
	if (rc != 0)
		return rc;
	rc = work_begin(&p.w, o, MAY_READ, false, err);
	if (rc == 0)
		rc = year_read(
		    file, what->year, NULL, p.w.arena, &plan, faults, err);
	p.year = plan.year;
	p.last = &plan; /* its own clocks are its rules */
	p.plain = true;
	if (rc == 0)
		rc = year_bare(&plan, p.w.arena, &p.w.bundle, err);
	if (rc == 0)
		rc = planning_calendars(&p, err);
	if (rc == 0)
		rc = planning_model(&p, err);
	only_committee(&plan, what->committee);
	if (rc == 0)
		rc = check(&p, &plan, err);
	rc = planning_end(&p, rc, answer, err);
	kl_office_close(o);
	return rc;
}

/* ---- comparing -------------------------------------------------------------
 */

static const struct planned *
counterpart(const struct year_plan *plan, const struct planned *m)
{
	const struct planned *is;
	size_t i;

	for (i = 0; i < plan->meetings.n; i++) {
		is = &plan->meetings.v[i];
		if (is->nr == m->nr && strcmp(is->committee, m->committee) == 0)
			return is;
	}
	return NULL;
}

static void
put_difference(
    struct kl_data *list, const struct planned *from, const struct planned *to)
{
	const struct planned *is = from != NULL ? from : to;
	struct kl_data *row = data_add_object(list, NULL);

	data_add_text(row, "committee", is->committee);
	data_add_int(row, "nr", is->nr);
	data_add_day(row, "from", from == NULL ? KL_DAY_NONE : from->day);
	data_add_day(row, "to", to == NULL ? KL_DAY_NONE : to->day);
	data_add_text(row, "start", to == NULL ? NULL : to->start);
}

static void
put_differences(struct kl_data *answer, const struct year_plan *before,
    const struct year_plan *after)
{
	struct kl_data *list = data_add_list(answer, "moves");
	const struct planned *from, *to;
	size_t i;

	for (i = 0; i < before->meetings.n; i++) {
		from = &before->meetings.v[i];
		to = counterpart(after, from);
		if (to == NULL || to->day != from->day ||
		    strcmp(to->start == NULL ? "" : to->start,
			from->start == NULL ? "" : from->start) != 0)
			put_difference(list, from, to);
	}
	for (i = 0; i < after->meetings.n; i++)
		if (counterpart(before, &after->meetings.v[i]) == NULL)
			put_difference(list, NULL, &after->meetings.v[i]);
}

/* A version, judged as the register stands. */
static int
put_version(struct planning *p, const char *key, struct year_plan *plan,
    struct kl_error *err)
{
	struct kl_data *to = data_add_object(p->w.answer, key);
	const struct year_plan saved = *plan;
	struct plan_verdict verdict;
	int rc = planning_judge(p, plan, &verdict, err);

	if (rc != 0)
		return rc;
	if (plan->cost == saved.cost) /* what was proved holds here, too */
		plan->status = saved.status;
	else
		plan->bound = 0;
	plan_put(to, plan);
	plan_put_parts(to, &verdict);
	return 0;
}

int
kl_plan_compare(struct kl_office *o, int year, int before, int after,
    struct kl_data **answer, struct kl_error *err)
{
	struct kl_plan what = { .year = year, .version = after };
	struct year_plan from = { 0 };
	struct planning p;
	int rc = planning_begin(&p, o, &what, MAY_READ, err);

	p.plain = true;
	if (rc == 0)
		rc = planning_need(&p, err);
	if (rc == 0 && before == 0)
		before = p.now->from_version;
	if (rc == 0 && before == 0)
		rc = kl_error_set(err, KL_E_RULE,
		    KL_N_("Version %d of the plan of %d was made from nothing. "
			  "Say which version to compare it with."),
		    p.now->version, year);
	if (rc == 0)
		rc = store_plan_load(
		    o->store, year, before, p.w.arena, &from, err);
	if (rc == 0)
		rc = planning_model(&p, err);
	if (rc == 0)
		rc = put_version(&p, "before", &from, err);
	if (rc == 0)
		rc = put_version(&p, "after", p.now, err);
	if (rc == 0)
		put_differences(p.w.answer, &from, p.now);
	return planning_end(&p, rc, answer, err);
}
