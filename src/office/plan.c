/* SPDX-License-Identifier: EUPL-1.2
 *
 * The frame of planning: load what a year is planned from, make the model,
 * keep a new version.  While the model is worked with, the register is free.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "office/plan.h"

#define YEAR_FIRST 1992
#define YEAR_LAST 2198

/* ---- loading --------------------------------------------------------------
 */

static int
load_cycles(struct planning *p, struct kl_error *err)
{
	struct work *w = &p->w;
	struct planning_cycle *c;
	size_t i;
	int rc = 0;

	for (i = 0; i < w->bundle.committees.n && rc == 0; i++) {
		w->committee = &w->bundle.committees.v[i];
		c = vec_push(w->arena, &p->cycles);
		if (c == NULL)
			return kl_error_nomem(err);
		c->committee = w->committee->code;
		rc = office_cycle(w, &c->cycle, err);
	}
	w->committee = NULL;
	return rc;
}

static const struct cycle *
cycle_of(void *ctx, const char *committee)
{
	const struct planning *p = ctx;
	size_t i;

	for (i = 0; i < p->cycles.n; i++)
		if (strcmp(p->cycles.v[i].committee, committee) == 0)
			return p->cycles.v[i].cycle;
	return NULL;
}

/* A version with its meetings; NULL in ${out} if the year has none. */
static int
load_version(struct planning *p, int year, int version, struct year_plan **out,
    struct kl_error *err)
{
	struct year_plan *plan = arena_alloc(p->w.arena, sizeof *plan);
	int rc;

	*out = NULL;
	if (plan == NULL)
		return kl_error_nomem(err);
	rc = store_plan_load(
	    p->w.o->store, year, version, p->w.arena, plan, err);
	if (rc == 0)
		*out = plan;
	return rc == KL_E_NOTFOUND && version == 0 ? 0 : rc;
}

static int
load_versions(struct planning *p, struct kl_error *err)
{
	int rc;

	memset(&p->versions, 0, sizeof p->versions);
	rc = store_plan_list(
	    p->w.o->store, p->year, p->w.arena, &p->versions, err);
	if (rc == 0)
		rc = load_version(p, p->year - 1, 0, &p->last, err);
	return rc != 0 || p->afresh
		   ? rc
		   : load_version(p, p->year, p->what->version, &p->now, err);
}

void
planning_keys(struct planning *p, struct year_plan *plan)
{
	const struct bundle *b = &p->w.bundle;
	const struct meeting *m;
	struct planned *to;
	size_t i, j;

	for (i = 0; i < plan->meetings.n; i++) {
		to = &plan->meetings.v[i];
		for (j = 0; j < b->meetings.n && to->meeting == NULL; j++) {
			m = &b->meetings.v[j];
			if (m->day == to->day &&
			    m->state != MEETING_CANCELLED &&
			    strcmp(m->committee, to->committee) == 0)
				to->meeting = m->key;
		}
	}
}

int
planning_calendars(struct planning *p, struct kl_error *err)
{
	const char *folder = office_path(p->w.o, p->w.arena, "calendars");
	int rc;

	if (folder == NULL)
		return kl_error_nomem(err);
	rc = days_off_load(folder, p->year, &p->days_off, err);
	return rc == 0 ? load_cycles(p, err) : rc;
}

/* Everything that the model is made from. */
static int
load_year(struct planning *p, struct kl_error *err)
{
	struct store_scope all = { 0 };
	struct work *w = &p->w;
	int rc;

	memset(&w->bundle, 0, sizeof w->bundle);
	w->bundle.arena = w->arena;
	rc = store_log_seq(w->o->store, &w->seen, err);
	if (rc == 0)
		rc = store_load_all(w->o->store, &all, &w->bundle, err);
	if (rc == 0)
		rc = load_versions(p, err);
	if (rc == 0 && p->now != NULL)
		planning_keys(p, p->now);
	return rc == 0 ? planning_calendars(p, err) : rc;
}

static void
free_year(struct planning *p)
{
	size_t i;

	year_free(p->y);
	days_off_free(p->days_off);
	for (i = 0; i < p->cycles.n; i++)
		cycle_free(p->cycles.v[i].cycle);
	p->y = NULL;
	p->days_off = NULL;
	p->cycles.n = 0;
}

int
planning_begin(struct planning *p, struct kl_office *o,
    const struct kl_plan *what, enum right right, struct kl_error *err)
{
	int rc;

	memset(p, 0, sizeof *p);
	p->what = what;
	p->year = what->year;
	rc = work_begin(&p->w, o, right, false, err);
	if (rc != 0)
		return rc;
	if (p->year < YEAR_FIRST || p->year > YEAR_LAST)
		return kl_error_set(err, KL_E_USAGE,
		    KL_N_("A plan is made for a year from %d to %d, not for "
			  "%d. Nothing was changed."),
		    YEAR_FIRST, YEAR_LAST, p->year);
	return load_year(p, err);
}

int
planning_end(
    struct planning *p, int rc, struct kl_data **answer, struct kl_error *err)
{
	free_year(p);
	return work_end(&p->w, rc, answer, err);
}

int
planning_need(const struct planning *p, struct kl_error *err)
{
	if (p->now != NULL)
		return 0;
	return kl_error_set(err, KL_E_NOTFOUND,
	    KL_N_("There is no plan of %d yet. Start one with kansli plan new "
		  "%d. Nothing was changed."),
	    p->year, p->year);
}

/* ---- the model ------------------------------------------------------------
 */

static int
rules_without(const struct kl_plan *what, unsigned *out, struct kl_error *err)
{
	const char *const *name;
	enum year_rule rule;

	*out = 0;
	for (name = what->without; name != NULL && *name != NULL; name++) {
		if (!year_rule_named(*name, &rule))
			return kl_error_set(err, KL_E_USAGE,
			    KL_N_("There is no constraint called “%s”. They "
				  "are listed in man kansli-plan. Nothing was "
				  "changed."),
			    *name);
		*out |= 1u << rule;
	}
	return 0;
}

int
planning_model(struct planning *p, struct kl_error *err)
{
	int rc;

	year_free(p->y);
	p->y = NULL;
	p->weights = year_weights_common;
	p->weights.change = p->weights.change_summoned = 0;
	p->in = (struct year_input){
		.year = p->year,
		.facts = &p->w.bundle,
		.days_off = p->days_off,
		.cycle = cycle_of,
		.ctx = p,
		.last = p->last,
		.now = p->now,
		.today = p->w.o->today,
		.keep_number = p->keep_number,
		.movable = p->movable[0] == NULL ? NULL : p->movable,
		.move_adopted = p->what->move_adopted,
		.move_summoned = p->what->move_summoned,
		.weights = p->plain ? &p->weights : NULL,
	};
	rc = rules_without(p->what, &p->in.without, err);
	if (p->plain)
		p->in.without |= 1u << YEAR_FIXED;
	return rc == 0 ? year_new(&p->in, p->w.o->translate, &p->y, err) : rc;
}

int
planning_numbers(struct planning *p, const struct year_plan *in,
    struct plan *plan, struct kl_faults *faults, struct kl_error *err)
{
	const struct plan_model *m = year_model(p->y);
	size_t n = m->n_meetings == 0 ? 1 : (size_t)m->n_meetings;
	int i;

	plan->n = m->n_meetings;
	plan->slot = arena_alloc(p->w.arena, n * sizeof *plan->slot);
	if (plan->slot == NULL)
		return kl_error_nomem(err);
	for (i = 0; i < plan->n; i++)
		plan->slot[i] = PLAN_NONE;
	return in == NULL ? 0 : year_take(p->y, in, plan, faults, err);
}

int
planning_judge(struct planning *p, struct year_plan *plan,
    struct plan_verdict *verdict, struct kl_error *err)
{
	struct kl_faults faults = { 0 };
	struct plan numbers;
	int rc = planning_numbers(p, plan, &numbers, &faults, err);

	if (rc == 0)
		rc = plan_judge(
		    year_model(p->y), &numbers, p->w.arena, verdict, err);
	if (rc != 0)
		return rc;
	plan->cost = verdict->cost;
	plan->status = verdict->n_violations == 0 && faults.total == 0
			   ? "feasible"
			   : "infeasible";
	return 0;
}

/* ---- keeping --------------------------------------------------------------
 */

/* The version that undo goes back to, also from one that was begun afresh. */
static int
current_version(const struct planning *p)
{
	size_t i;

	if (!p->afresh)
		return p->now == NULL ? 0 : p->now->version;
	for (i = 0; i < p->versions.n; i++)
		if (p->versions.v[i].current)
			return p->versions.v[i].version;
	return 0;
}

static int
not_the_same(struct kl_error *err)
{
	return kl_error_set(err, KL_E_RULE,
	    KL_N_("While the plan was made, somebody changed what it builds "
		  "on. The plan was not kept and the former one stands. Do it "
		  "again."));
}

/* Somebody has changed the register since: the plan is kept if it costs and
 * breaks no more than it did, by what is true now. */
static int
judge_again(
    struct planning *p, const struct year_plan *plan, struct kl_error *err)
{
	int from = current_version(p), rc;
	struct year_plan again = *plan;
	struct plan_verdict before = { 0 }, after = { 0 };

	rc = planning_judge(p, &again, &before, err);
	free_year(p);
	if (rc == 0)
		rc = load_year(p, err);
	if (rc == 0 && current_version(p) != from)
		return not_the_same(err);
	if (rc == 0)
		rc = planning_model(p, err);
	if (rc == 0)
		rc = planning_judge(p, &again, &after, err);
	if (rc == 0 && (after.n_violations > before.n_violations ||
			   after.cost > before.cost))
		return not_the_same(err);
	return rc;
}

int
planning_save(struct planning *p, struct year_plan *plan, const char *how,
    struct kl_error *err)
{
	bool changed = false;
	int rc = work_lock(&p->w, err);

	if (rc == 0)
		rc = store_changed_since(
		    p->w.o->store, p->w.seen, &changed, err);
	if (rc == 0 && changed)
		rc = judge_again(p, plan, err);
	if (rc != 0)
		return rc;
	plan->year = p->year;
	plan->from_version = current_version(p);
	plan->how = how;
	plan->made = p->w.o->today;
	plan->adopted = false;
	return store_plan_save(p->w.o->store, "plan", plan, err);
}

/* ---- names of meetings ----------------------------------------------------
 */

int
kl_plan_year_of(const char *meeting, int *year, struct kl_error *err)
{
	struct arena *a = arena_new(0);
	const char *committee;
	kl_day day;
	int seq, rc;

	rc = a == NULL ? KL_E_NOMEM
		       : meeting_key_split(a, meeting, &committee, &day, &seq);
	if (rc == 0)
		*year = kl_day_year(day);
	arena_free(a);
	if (rc == KL_E_NOMEM)
		return kl_error_nomem(err);
	if (rc == 0)
		return 0;
	return kl_error_set(err, KL_E_USAGE,
	    KL_N_("“%s” names no meeting. Write it like TRN/2027-01-14. "
		  "Nothing was changed."),
	    meeting);
}

/* The planned meeting of that committee nearest to the day. */
static const struct planned *
nearest(const struct year_plan *plan, const char *committee, kl_day day)
{
	const struct planned *m, *best = NULL;
	size_t i;

	for (i = 0; i < plan->meetings.n; i++) {
		m = &plan->meetings.v[i];
		if (strcmp(m->committee, committee) == 0 &&
		    (best == NULL || abs(m->day - day) < abs(best->day - day)))
			best = m;
	}
	return best;
}

int
planning_find(struct planning *p, const char *meeting, struct planned **at,
    struct kl_error *err)
{
	const struct planned *near;
	const char *committee;
	struct planned *m;
	char date[11];
	kl_day day;
	size_t i;
	int seq, rc;

	rc = planning_need(p, err);
	if (rc == 0)
		rc = meeting_key_split(
		    p->w.arena, meeting, &committee, &day, &seq);
	for (i = 0; rc == 0 && i < p->now->meetings.n; i++) {
		m = &p->now->meetings.v[i];
		if (strcmp(m->committee, committee) == 0 && m->day == day) {
			*at = m;
			return 0;
		}
	}
	if (rc != 0)
		return rc;
	near = nearest(p->now, committee, day);
	if (near == NULL)
		return kl_error_set(err, KL_E_NOTFOUND,
		    KL_N_("The plan of %d has no meetings of %s. Nothing was "
			  "changed."),
		    p->year, committee);
	return kl_error_set(err, KL_E_NOTFOUND,
	    KL_N_("The plan of %d has no meeting %s; the nearest is %s/%s. "
		  "Nothing was changed."),
	    p->year, meeting, committee, kl_day_format(near->day, date));
}
