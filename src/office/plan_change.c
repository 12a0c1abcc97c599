/* SPDX-License-Identifier: EUPL-1.2
 *
 * Changing a plan by hand: a meeting moved, with the cheapest plan around it;
 * a meeting fixed where it is; a version taken back.
 */
#include "config.h"

#include <string.h>

#include "office/plan_solve.h"

#define REASONS_BYTES 1200 /* of the reasons in one error */

/* ---- may it move? ----------------------------------------------------------
 */

static const struct meeting *
registered(struct planning *p, const struct planned *m)
{
	size_t i;

	for (i = 0; m->meeting != NULL && i < p->w.bundle.meetings.n; i++)
		if (strcmp(p->w.bundle.meetings.v[i].key, m->meeting) == 0)
			return &p->w.bundle.meetings.v[i];
	return NULL;
}

static int
may_move(struct planning *p, const struct planned *m, kl_day day,
    struct kl_error *err)
{
	const struct meeting *is = registered(p, m);
	struct kl_error note;
	char date[11];

	if (kl_day_year(day) != p->year)
		return kl_error_set(err, KL_E_RULE,
		    KL_N_("The day %s is not in %d, and a plan is of one year. "
			  "Nothing was moved."),
		    kl_day_format(day, date), p->year);
	if (m->day < p->w.o->today || (is != NULL && is->state == MEETING_HELD))
		return kl_error_set(err, KL_E_RULE,
		    KL_N_("The meeting %s/%s has been held and cannot be "
			  "moved. Nothing was changed."),
		    m->committee, kl_day_format(m->day, date));
	if (day == m->day)
		return kl_error_set(err, KL_E_RULE,
		    KL_N_("The meeting %s/%s is on that day already. Nothing "
			  "was changed."),
		    m->committee, kl_day_format(m->day, date));
	if (is != NULL && is->state == MEETING_SUMMONED) {
		kl_error_set(&note, 0,
		    KL_N_("The summons of %s is out. When the plan is adopted, "
			  "those summoned must be told of the new day."),
		    is->key);
		work_warn(&p->w, &note);
	}
	return office_may(p->w.o, MAY_DECIDE, m->committee, err);
}

/* ---- reasons ---------------------------------------------------------------
 */

/* Why the day is out, as one error. */
static int
refuse_day(struct planning *p, const struct plan *numbers,
    const struct planned *m, kl_day day, struct kl_error *err)
{
	struct derivation words = work_derivation(&p->w);
	year_reasons reasons = { 0 };
	struct buf text;
	size_t i;
	int rc;

	rc = year_why(
	    p->y, numbers, m->committee, day, p->w.arena, &reasons, err);
	if (rc != 0)
		return rc;
	buf_init(&text, REASONS_BYTES);
	for (i = 0; i < reasons.n; i++)
		if (reasons.v[i].forbids &&
		    text.len + strlen(reasons.v[i].text) + 1 < REASONS_BYTES)
			buf_printf(&text, "%s ", reasons.v[i].text);
	rc = kl_error_set(err, KL_E_RULE,
	    KL_N_("%s cannot meet on %s. %sThe plan was not changed. Choose "
		  "another day, or leave a constraint out with --without."),
	    m->committee, derive_day(&words, day), text.data);
	buf_free(&text);
	return rc;
}

static void
put_reason_texts(struct kl_data *row, const year_reasons *reasons)
{
	struct kl_data *list = data_add_list(row, "because"), *one;
	const struct year_reason *r;
	bool forbidden = false;
	size_t i;

	for (i = 0; i < reasons->n; i++)
		forbidden |= reasons->v[i].forbids;
	for (i = 0; i < reasons->n; i++) {
		r = &reasons->v[i];
		if (r->forbids != forbidden)
			continue;
		one = data_add_object(list, NULL);
		data_add_text(one, "rule", year_rule_name(r->rule));
		data_add_text(one, "statute", r->source);
		data_add_text(one, "text", r->text);
	}
}

static const struct planned *
numbered(const struct year_plan *plan, const char *committee, int nr)
{
	const struct planned *m;
	size_t i;

	for (i = 0; i < plan->meetings.n; i++) {
		m = &plan->meetings.v[i];
		if (m->nr == nr && strcmp(m->committee, committee) == 0)
			return m;
	}
	return NULL;
}

/* One meeting that has moved, and why it could not stay: what would be against
 * its old day as all the others now are. */
static int
put_move(struct planning *p, struct kl_data *list, const struct planned *from,
    const struct planned *to, const struct plan *after, struct kl_error *err)
{
	struct kl_data *row = data_add_object(list, NULL);
	year_reasons reasons = { 0 };
	int rc = 0;

	data_add_text(row, "committee", from->committee);
	data_add_int(row, "nr", from->nr);
	data_add_day(row, "from", from->day);
	data_add_day(row, "to", to->day);
	data_add_text(row, "start", to->start);
	data_add_text(row, "meeting", from->meeting);
	if (after != NULL)
		rc = year_why(p->y, after, from->committee, from->day,
		    p->w.arena, &reasons, err);
	if (rc == 0)
		put_reason_texts(row, &reasons);
	return rc;
}

static bool
differs(const struct planned *a, const struct planned *b)
{
	return a->day != b->day || strcmp(a->start == NULL ? "" : a->start,
				       b->start == NULL ? "" : b->start) != 0;
}

static int
put_moves(struct planning *p, const struct planned *named,
    const struct year_plan *plan, const struct plan *after,
    struct kl_error *err)
{
	struct kl_data *list = data_add_list(p->w.answer, "moves");
	const struct planned *from, *to;
	size_t i;
	int rc = 0;

	to = numbered(plan, named->committee, named->nr);
	if (to != NULL)
		rc = put_move(p, list, named, to, NULL, err);
	for (i = 0; rc == 0 && i < p->now->meetings.n; i++) {
		from = &p->now->meetings.v[i];
		to = numbered(plan, from->committee, from->nr);
		if (from != named && to != NULL && differs(from, to))
			rc = put_move(p, list, from, to, after, err);
	}
	return rc;
}

/* ---- moving ----------------------------------------------------------------
 */

static int
no_way(const struct planned *m, kl_day day, const struct plan_result *result,
    struct kl_error *err)
{
	char date[11];

	if (result->status == PLAN_UNKNOWN)
		return kl_error_set(err, KL_E_RULE,
		    KL_N_("In the time given no plan was found that has %s on "
			  "%s, nor a proof that there is none. The plan was "
			  "not changed. Give more with --seconds."),
		    m->committee, kl_day_format(day, date));
	return kl_error_set(err, KL_E_RULE,
	    KL_N_("With %s on %s the other meetings cannot all be placed. The "
		  "plan was not changed. Choose another day, let adopted "
		  "meetings move with --allow-adopted, or leave a constraint "
		  "out with --without."),
	    m->committee, kl_day_format(day, date));
}

/* The plan's own cost: without what the changes were charged. */
static int
judge_plain(struct planning *p, struct year_plan *plan,
    struct plan_verdict *verdict, struct kl_error *err)
{
	int rc;

	p->plain = true;
	rc = planning_model(p, err);
	return rc == 0 ? planning_judge(p, plan, verdict, err) : rc;
}

static int
keep_moved(struct planning *p, const struct planned *named,
    const struct plan_result *result, struct kl_error *err)
{
	struct plan_verdict verdict;
	struct year_plan plan = { 0 };
	size_t i;
	int rc;

	rc = planning_trust(p, &result->plan, err);
	if (rc == 0)
		rc = year_plan_of(p->y, &result->plan, p->w.arena, &plan, err);
	if (rc == 0)
		rc = put_moves(p, named, &plan, &result->plan, err);
	for (i = 0; i < plan.meetings.n; i++) /* where it was put, it stays */
		if (plan.meetings.v[i].nr == named->nr &&
		    strcmp(plan.meetings.v[i].committee, named->committee) == 0)
			plan.meetings.v[i].fixed = true;
	if (rc == 0)
		rc = judge_plain(p, &plan, &verdict, err);
	if (rc == 0)
		rc = planning_save(p, &plan, "move", err);
	if (rc != 0)
		return rc;
	plan_put(p->w.answer, &plan);
	data_add_bool(p->w.answer, "cheapest", result->status == PLAN_OPTIMAL);
	data_add_int(p->w.answer, "with_changes", result->cost);
	plan_put_parts(p->w.answer, &verdict);
	planning_put_run(p->w.answer, result);
	return 0;
}

static int
move(struct planning *p, struct planned *m, kl_day day, struct kl_error *err)
{
	struct kl_faults faults = { 0 };
	struct plan_result result = { 0 };
	struct plan_model moved;
	struct plan numbers;
	int index, rc;

	m->fixed = false; /* it is named */
	p->movable[0] = m->meeting;
	rc = planning_model(p, err);
	if (rc == 0)
		rc = planning_numbers(p, p->now, &numbers, &faults, err);
	if (rc != 0)
		return rc;
	index = year_meeting(p->y, m->committee, m->nr);
	if (index == PLAN_NONE || year_day(p->y, day) == PLAN_NONE)
		return refuse_day(p, &numbers, m, day, err);
	/* the slots are charged for the changes already */
	rc = plan_model_moved(year_model(p->y), &numbers, index,
	    year_day(p->y, day), 0, &moved, err);
	if (rc == KL_E_INPUT)
		return refuse_day(p, &numbers, m, day, err);
	if (rc == 0)
		rc = planning_run(p, &moved, NULL, &result, err);
	if (rc != 0)
		return rc;
	return result.status == PLAN_OPTIMAL || result.status == PLAN_FEASIBLE
		   ? keep_moved(p, m, &result, err)
		   : no_way(m, day, &result, err);
}

int
kl_plan_move(struct kl_office *o, const struct kl_plan *what,
    const char *meeting, kl_day day, struct kl_data **answer,
    struct kl_error *err)
{
	struct planned *m = NULL;
	struct planning p;
	int rc = planning_begin(&p, o, what, MAY_DECIDE, err);

	p.keep_number = true;
	if (rc == 0)
		rc = planning_find(&p, meeting, &m, err);
	if (rc == 0)
		rc = may_move(&p, m, day, err);
	if (rc == 0)
		rc = move(&p, m, day, err);
	return planning_end(&p, rc, answer, err);
}

/* ---- fixing, and going back ------------------------------------------------
 */

int
kl_plan_fix(struct kl_office *o, const char *meeting, bool fixed,
    struct kl_data **answer, struct kl_error *err)
{
	struct kl_plan what = { 0 };
	struct planned *m = NULL;
	struct planning p = { 0 };
	struct year_plan plan;
	int rc = kl_plan_year_of(meeting, &what.year, err);

	if (rc != 0)
		return rc;
	rc = planning_begin(&p, o, &what, MAY_DECIDE, err);
	if (rc == 0)
		rc = planning_find(&p, meeting, &m, err);
	if (rc == 0)
		rc = office_may(o, MAY_DECIDE, m->committee, err);
	if (rc == 0 && m->fixed == fixed)
		rc = kl_error_set(err, KL_E_RULE,
		    fixed ? KL_N_("The meeting %s is fixed already. Nothing "
				  "was changed.")
			  : KL_N_("The meeting %s is not fixed. Nothing was "
				  "changed."),
		    meeting);
	if (rc == 0)
		rc = planning_model(&p, err);
	if (rc == 0) {
		m->fixed = fixed;
		plan = *p.now;
		rc = planning_save(&p, &plan, "fix", err);
	}
	if (rc == 0) {
		plan_put(p.w.answer, &plan);
		plan_put_meeting(&p.w, data_add_list(p.w.answer, "days"), m);
	}
	return planning_end(&p, rc, answer, err);
}

int
kl_plan_undo(struct kl_office *o, int year, struct kl_data **answer,
    struct kl_error *err)
{
	struct kl_plan what = { .year = year };
	struct year_plan back = { 0 };
	struct planning p;
	int rc = planning_begin(&p, o, &what, MAY_DECIDE, err);

	if (rc == 0)
		rc = planning_need(&p, err);
	if (rc == 0 && p.now->from_version == 0)
		rc = kl_error_set(err, KL_E_RULE,
		    KL_N_("Version %d of the plan of %d was made from nothing, "
			  "so there is no version to go back to. Nothing was "
			  "changed."),
		    p.now->version, year);
	if (rc == 0)
		rc = work_lock(&p.w, err);
	if (rc == 0)
		rc = store_plan_point(
		    o->store, "undo", year, p.now->from_version, err);
	if (rc == 0)
		rc = store_plan_load(o->store, year, 0, p.w.arena, &back, err);
	if (rc == 0) {
		plan_put(p.w.answer, &back);
		data_add_int(p.w.answer, "undone", p.now->version);
	}
	return planning_end(&p, rc, answer, err);
}
