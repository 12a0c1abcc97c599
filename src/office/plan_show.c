/* SPDX-License-Identifier: EUPL-1.2
 *
 * Showing plans: the versions, one whole, why a day is or is not possible, why
 * a year is not.
 */
#include "config.h"

#include <math.h>
#include <string.h>

#include "calendar/week.h"
#include "office/plan.h"

#define MONTHS 12

/* ---- parts of answers ------------------------------------------------------
 */

int64_t
plan_bound_whole(double bound)
{
	/* a cost is whole, so the bound may be too; what rounding added must
	 * not count */
	return bound > 0 && bound < 1e18 ? (int64_t)ceil(bound - 1e-6) : 0;
}

void
plan_put(struct kl_data *to, const struct year_plan *plan)
{
	data_add_int(to, "year", plan->year);
	data_add_int(to, "version", plan->version);
	data_add_int(to, "from_version", plan->from_version);
	data_add_text(to, "how", plan->how);
	data_add_text(to, "status", plan->status);
	data_add_int(to, "cost", plan->cost);
	data_add_int(to, "bound", plan_bound_whole(plan->bound));
	if (plan->meetings.n > 0) /* a list of versions has none of them */
		data_add_int(to, "meetings", (int64_t)plan->meetings.n);
	data_add_day(to, "made", plan->made);
	data_add_bool(to, "adopted", plan->adopted);
	data_add_bool(to, "current", plan->current);
}

static const struct meeting *
register_meeting(struct work *w, const char *key)
{
	size_t i;

	for (i = 0; key != NULL && i < w->bundle.meetings.n; i++)
		if (strcmp(w->bundle.meetings.v[i].key, key) == 0)
			return &w->bundle.meetings.v[i];
	return NULL;
}

void
plan_put_meeting(struct work *w, struct kl_data *to, const struct planned *m)
{
	const struct meeting *is = register_meeting(w, m->meeting);
	struct kl_data *row = data_add_object(to, NULL);

	data_add_day(row, "date", m->day);
	data_add_int(row, "weekday", kl_day_weekday(m->day));
	data_add_int(row, "week", week_of(m->day, NULL));
	data_add_text(row, "committee", m->committee);
	data_add_int(row, "nr", m->nr);
	data_add_text(row, "start", m->start);
	data_add_text(row, "end", m->end);
	data_add_text(row, "room", m->room);
	data_add_bool(row, "fixed", m->fixed);
	data_add_text(row, "meeting", is == NULL ? m->meeting : is->key);
	data_add_text(row, "state",
	    is == NULL ? NULL : word_of(words_meeting, is->state));
}

void
plan_put_parts(struct kl_data *to, const struct plan_verdict *verdict)
{
	struct kl_data *parts = data_add_object(to, "parts");

	data_add_int(parts, "slots", verdict->slots);
	data_add_int(parts, "weekdays", verdict->weekday);
	data_add_int(parts, "load", verdict->load);
	data_add_int(parts, "dispatch", verdict->dispatch);
	data_add_int(parts, "members", verdict->group);
}

void
plan_put_reasons(struct kl_data *to, const year_reasons *reasons, bool forbids)
{
	const struct year_reason *r;
	struct kl_data *row;
	size_t i;

	for (i = 0; i < reasons->n; i++) {
		r = &reasons->v[i];
		if (r->forbids != forbids)
			continue;
		row = data_add_object(to, NULL);
		data_add_text(row, "rule", year_rule_name(r->rule));
		data_add_text(row, "text", r->text);
		data_add_text(row, "source", r->source);
		if (!forbids)
			data_add_int(row, "cost", r->cost);
	}
}

int
plan_put_conflict(struct planning *p, struct kl_error *err)
{
	struct kl_data *list = data_add_list(p->w.answer, "conflict"), *row;
	const struct kl_plan_run *run = &p->what->run;
	year_conflicts found = { 0 };
	size_t i;
	int rc;

	rc = year_conflict(
	    p->y, run->should_stop, run->ctx, p->w.arena, &found, err);
	for (i = 0; rc == 0 && i < found.n; i++) {
		row = data_add_object(list, NULL);
		data_add_text(row, "rule", year_rule_name(found.v[i].rule));
		data_add_text(row, "text", found.v[i].text);
		data_add_text(row, "loosen", found.v[i].loosen);
		data_add_text(row, "source", found.v[i].source);
	}
	return rc;
}

/* ---- use cases -------------------------------------------------------------
 */

int
kl_plan_list(struct kl_office *o, struct kl_data **answer, struct kl_error *err)
{
	struct kl_data *list = data_list(), *row;
	year_plans all = { 0 };
	struct work w;
	size_t i;
	int rc = work_begin(&w, o, MAY_READ, false, err);

	if (rc == 0)
		rc = store_plan_list(o->store, 0, w.arena, &all, err);
	for (i = 0; rc == 0 && i < all.n; i++) {
		row = data_add_object(list, NULL);
		plan_put(row, &all.v[i]);
	}
	if (rc == 0 && data_failed(list))
		rc = kl_error_nomem(err);
	rc = work_end(&w, rc, NULL, err);
	if (rc == 0 && answer != NULL)
		*answer = list;
	else
		kl_data_free(list);
	return rc;
}

static bool
is_shown(const struct planning *p, const struct planned *m)
{
	return p->what->committee == NULL ||
	       strcmp(p->what->committee, m->committee) == 0;
}

/* The days of one committee, a member for each month. */
static void
put_months(struct planning *p, struct kl_data *to, const char *committee)
{
	struct kl_data *row = data_add_object(to, NULL);
	const struct planned *m;
	char key[3] = "";
	const char *days;
	int month, at, day;
	size_t i;

	data_add_text(row, "committee", committee);
	for (month = 1; month <= MONTHS; month++) {
		days = "";
		for (i = 0; i < p->now->meetings.n; i++) {
			m = &p->now->meetings.v[i];
			kl_day_split(m->day, NULL, &at, &day);
			if (at == month && days != NULL &&
			    strcmp(m->committee, committee) == 0)
				days = arena_printf(p->w.arena, "%s%s%d", days,
				    *days == '\0' ? "" : " ", day);
		}
		key[0] = (char)(month < 10 ? '0' + month : '1');
		key[1] = (char)(month < 10 ? '\0' : '0' + month - 10);
		data_add_text(row, key, days);
	}
}

static int
check_committee(struct planning *p, const char *code, struct kl_error *err)
{
	struct committee *ignored;

	if (code == NULL || bundle_committee(&p->w.bundle, code) != NULL)
		return 0;
	ignored = arena_alloc(p->w.arena, sizeof *ignored);
	return ignored == NULL ? kl_error_nomem(err)
			       : store_load_committee(p->w.o->store, code,
				     p->w.arena, ignored, err);
}

int
kl_plan_show(struct kl_office *o, const struct kl_plan *what,
    struct kl_data **answer, struct kl_error *err)
{
	struct kl_data *list, *months;
	const struct planned *m;
	struct planning p;
	const char *code;
	size_t i, j;
	int rc = planning_begin(&p, o, what, MAY_READ, err);

	if (rc == 0)
		rc = planning_need(&p, err);
	if (rc == 0)
		rc = check_committee(&p, what->committee, err);
	if (rc != 0)
		return planning_end(&p, rc, answer, err);
	plan_put(p.w.answer, p.now);
	list = data_add_list(p.w.answer, "days");
	for (i = 0; i < p.now->meetings.n; i++)
		if (is_shown(&p, &p.now->meetings.v[i]))
			plan_put_meeting(&p.w, list, &p.now->meetings.v[i]);
	months = data_add_list(p.w.answer, "months");
	for (i = 0; i < p.w.bundle.committees.n; i++) {
		code = p.w.bundle.committees.v[i].code;
		for (j = 0; j < p.now->meetings.n; j++) {
			m = &p.now->meetings.v[j];
			if (is_shown(&p, m) && strcmp(m->committee, code) == 0)
				break;
		}
		if (j < p.now->meetings.n)
			put_months(&p, months, code);
	}
	return planning_end(&p, 0, answer, err);
}

static void
put_why(struct planning *p, const char *committee, kl_day day,
    const year_reasons *reasons)
{
	struct kl_data *to = p->w.answer;
	bool possible = true;
	int64_t cost = 0;
	size_t i;

	for (i = 0; i < reasons->n; i++) {
		if (reasons->v[i].forbids)
			possible = false;
		else
			cost += reasons->v[i].cost;
	}
	data_add_text(to, "committee", committee);
	data_add_day(to, "date", day);
	data_add_int(to, "version", p->now == NULL ? 0 : p->now->version);
	data_add_bool(to, "possible", possible);
	data_add_int(to, "cost", cost);
	plan_put_reasons(data_add_list(to, "forbidden"), reasons, true);
	plan_put_reasons(data_add_list(to, "charged"), reasons, false);
}

int
kl_plan_why(struct kl_office *o, const struct kl_plan *what,
    const char *committee, kl_day day, struct kl_data **answer,
    struct kl_error *err)
{
	struct kl_faults faults = { 0 };
	year_reasons reasons = { 0 };
	struct planning p;
	struct plan plan;
	int rc = planning_begin(&p, o, what, MAY_READ, err);

	if (rc == 0)
		rc = check_committee(&p, committee, err);
	if (rc == 0)
		rc = planning_model(&p, err);
	if (rc == 0)
		rc = planning_numbers(&p, p.now, &plan, &faults, err);
	if (rc == 0)
		rc = year_why(p.y, p.now == NULL ? NULL : &plan, committee, day,
		    p.w.arena, &reasons, err);
	if (rc == 0)
		put_why(&p, committee, day, &reasons);
	return planning_end(&p, rc, answer, err);
}

int
kl_plan_conflict(struct kl_office *o, const struct kl_plan *what,
    struct kl_data **answer, struct kl_error *err)
{
	struct planning p;
	int rc = planning_begin(&p, o, what, MAY_READ, err);

	if (rc == 0)
		rc = planning_model(&p, err);
	if (rc == 0) {
		data_add_int(p.w.answer, "year", p.year);
		rc = plan_put_conflict(&p, err);
	}
	if (rc == 0)
		data_add_bool(p.w.answer, "possible",
		    kl_data_count(kl_data_get(p.w.answer, "conflict")) == 0);
	return planning_end(&p, rc, answer, err);
}
