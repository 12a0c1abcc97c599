/* SPDX-License-Identifier: EUPL-1.2
 *
 * The beginning of a year's plan: last year's pattern, or what somebody has
 * planned by hand; what the planner will go by, and what is missing or odd in
 * it.
 */
#include "config.h"

#include <string.h>

#include "office/plan.h"
#include "plan/pattern.h"
#include "plan/year_read.h"

/* ---- what is odd -----------------------------------------------------------
 */

static void
remark_add(struct work *w, const struct kl_error *sentence)
{
	char text[1024];

	kl_error_format(sentence, w->o->translate, text, sizeof text);
	data_add_text(data_list_of(w->answer, "remarks"), NULL, text);
}

#define REMARK(w, ...)                                                         \
	do {                                                                   \
		struct kl_error sentence_;                                     \
		kl_error_set(&sentence_, 0, __VA_ARGS__);                      \
		remark_add((w), &sentence_);                                   \
	} while (0)

/* The rules of a committee for the year: its own before those of every year. */
static const struct plan_rules *
rules_of(const struct bundle *b, const char *code, int year)
{
	const struct plan_rules *r, *found = NULL;
	size_t i;

	for (i = 0; i < b->plan_rules.n; i++) {
		r = &b->plan_rules.v[i];
		if (strcmp(r->committee, code) == 0 &&
		    (r->year == year || (r->year == 0 && found == NULL)))
			found = r;
	}
	return found;
}

static int
count_planned(const struct year_plan *plan, const char *code)
{
	size_t i;
	int n = 0;

	for (i = 0; plan != NULL && i < plan->meetings.n; i++)
		n += strcmp(plan->meetings.v[i].committee, code) == 0;
	return n;
}

/* Whether somebody has that role in the committee when the year begins. */
static bool
has_role(const struct bundle *b, const char *code, enum role role, kl_day day)
{
	const struct mandate *m;
	size_t i;

	for (i = 0; i < b->mandates.n; i++) {
		m = &b->mandates.v[i];
		if (m->role == role && strcmp(m->committee, code) == 0 &&
		    (m->from == KL_DAY_NONE || m->from <= day) &&
		    (m->to == KL_DAY_NONE || m->to >= day))
			return true;
	}
	return false;
}

static void
remark_room(
    struct work *w, const struct committee *c, const struct plan_rules *rules)
{
	const struct room *room;

	if (rules == NULL || rules->room == NULL)
		return;
	room = bundle_room(&w->bundle, rules->room);
	if (room != NULL && room->capacity > 0 && c->seats > room->capacity)
		REMARK(w, KL_N_("%s has %d seats, but its room %s holds %d."),
		    c->code, c->seats, room->name, room->capacity);
}

static void
remark_committee(struct planning *p, const struct committee *c,
    const struct plan_rules *rules, int last)
{
	kl_day first = kl_day_of(p->year, 1, 1);
	struct work *w = &p->w;

	if (rules == NULL && last == 0)
		REMARK(w,
		    KL_N_("%s has neither rules for its year nor meetings last "
			  "year, so it follows the common rules. Import "
			  "<planregler> to change that."),
		    c->code);
	if (rules != NULL && last > 0 && rules->meetings > 0 &&
	    rules->meetings != last)
		REMARK(w,
		    KL_N_("%s shall have %d meetings and had %d last year."),
		    c->code, rules->meetings, last);
	if (!has_role(&w->bundle, c->code, ROLE_SECRETARY, first))
		REMARK(w,
		    KL_N_(
			"%s has no secretary at the beginning of %d; nobody's "
			"other meetings are looked at."),
		    c->code, p->year);
	if (c->kind == BODY_COUNCIL && c->assists.n == 0)
		REMARK(w,
		    KL_N_("%s is a council that assists no committee; it is "
			  "planned on its own."),
		    c->code);
	remark_room(w, c, rules);
}

static size_t
count_kind(const struct days_off *d, int year, enum day_off_kind kind)
{
	size_t i, n = 0;

	for (i = 0; i < d->v.n; i++)
		n += d->v.v[i].kind == kind &&
		     kl_day_year(d->v.v[i].from) == year;
	return n;
}

static size_t
count_windows(const struct days_off *d, int year)
{
	size_t i, n = 0;

	for (i = 0; i < d->windows.n; i++)
		n += kl_day_year(d->windows.v[i].from) == year;
	return n;
}

static void
remark_calendars(struct planning *p)
{
	struct work *w = &p->w;

	if (count_kind(p->days_off, p->year, DAY_OFF_SCHOOL_BREAK) == 0)
		REMARK(w,
		    KL_N_("No calendar has the school breaks of %d. Add them "
			  "to calendars/."),
		    p->year);
	if (count_windows(p->days_off, p->year) == 0)
		REMARK(w,
		    KL_N_("No calendar has the budget process of %d, so no "
			  "meeting is placed for it. Add it to calendars/."),
		    p->year);
	if (w->bundle.rooms.n == 0)
		REMARK(w, KL_N_("The register has no rooms, so none is looked "
				"for."));
	if (w->bundle.stand_ins.n == 0)
		REMARK(w, KL_N_("Nobody stands in for anybody, so a secretary "
				"who is away stops the meeting."));
}

/* ---- what it is made from --------------------------------------------------
 */

static void
put_committees(struct planning *p, const struct year_plan *last)
{
	struct kl_data *list = data_add_list(p->w.answer, "committees"), *row;
	const struct plan_rules *rules;
	const struct committee *c;
	size_t i;
	int n;

	for (i = 0; i < p->w.bundle.committees.n; i++) {
		c = &p->w.bundle.committees.v[i];
		rules = rules_of(&p->w.bundle, c->code, p->year);
		n = count_planned(last, c->code);
		row = data_add_object(list, NULL);
		data_add_text(row, "committee", c->code);
		data_add_int(row, "nr",
		    rules != NULL && rules->meetings > 0 ? rules->meetings : n);
		data_add_int(row, "last_year", n);
		data_add_text(
		    row, "weekdays", rules == NULL ? NULL : rules->weekdays);
		data_add_text(row, "time", rules == NULL ? NULL : rules->start);
		data_add_text(row, "room", rules == NULL ? NULL : rules->room);
		remark_committee(p, c, rules, n);
	}
}

static void
put_sources(struct planning *p, const struct year_plan *last)
{
	struct kl_data *to = data_add_object(p->w.answer, "sources");
	const struct bundle *b = &p->w.bundle;
	const struct days_off *d = p->days_off;

	data_add_int(to, "last_year", (int64_t)last->meetings.n);
	data_add_int(to, "rules", (int64_t)b->plan_rules.n);
	data_add_int(to, "rooms", (int64_t)b->rooms.n);
	data_add_int(to, "bookings", (int64_t)b->bookings.n);
	data_add_int(to, "stand_ins", (int64_t)b->stand_ins.n);
	data_add_int(to, "absences", (int64_t)b->absences.n);
	data_add_int(to, "school_breaks",
	    (int64_t)count_kind(d, p->year, DAY_OFF_SCHOOL_BREAK));
	data_add_int(to, "council_days",
	    (int64_t)count_kind(d, p->year, DAY_OFF_COUNCIL_DAY));
	data_add_int(to, "windows", (int64_t)count_windows(d, p->year));
}

/* ---- the first version -----------------------------------------------------
 */

/* Last year: its plan, or what the register holds of it. */
static int
last_year(struct planning *p, struct year_plan *out, struct kl_error *err)
{
	if (p->last != NULL) {
		*out = *p->last;
		return 0;
	}
	return plan_of_meetings(
	    &p->w.bundle, p->year - 1, p->w.arena, out, err);
}

/* The last day that the register has of a committee in the plan's year. */
static kl_day
last_registered(const struct year_plan *is, const char *code)
{
	kl_day day = KL_DAY_NONE;
	size_t i;

	for (i = 0; i < is->meetings.n; i++)
		if (strcmp(is->meetings.v[i].committee, code) == 0)
			day = is->meetings.v[i].day;
	return day;
}

/* What the register has of the year stays; the pattern goes on after it. */
static int
make_pattern(struct planning *p, const struct year_plan *last,
    struct year_plan *out, struct kl_error *err)
{
	struct year_plan pattern, is;
	struct planned *to;
	size_t i;
	int rc;

	rc = plan_pattern(last, p->year, p->w.arena, &pattern, err);
	if (rc == 0)
		rc = plan_of_meetings(
		    &p->w.bundle, p->year, p->w.arena, &is, err);
	if (rc != 0)
		return rc;
	*out = is;
	for (i = 0; i < pattern.meetings.n; i++) {
		struct planned *from = &pattern.meetings.v[i];

		if (last_registered(&is, from->committee) >= from->day)
			continue;
		to = vec_push(p->w.arena, &out->meetings);
		if (to == NULL)
			return kl_error_nomem(err);
		*to = *from;
	}
	planned_sort(out);
	return 0;
}

static int
read_plan(struct planning *p, const char *file, struct year_plan *plan,
    struct kl_faults *faults, struct kl_error *err)
{
	int rc = year_read(
	    file, p->year, &p->w.bundle, p->w.arena, plan, faults, err);

	if (rc == 0)
		planning_keys(p, plan);
	return rc;
}

int
planning_file_year(
    const char *file, int *year, struct kl_faults *faults, struct kl_error *err)
{
	struct year_plan plan = { 0 };
	struct arena *a = arena_new(0);
	int rc;

	if (a == NULL)
		return kl_error_nomem(err);
	rc = year_read(file, 0, NULL, a, &plan, faults, err);
	*year = plan.year;
	arena_free(a);
	return rc;
}

/* How the plan stands: cost and everything that it breaks. */
static int
put_state(
    struct planning *p, const struct year_plan *plan, struct kl_error *err)
{
	year_reasons found = { 0 };
	int rc = year_check(p->y, plan, p->w.arena, &found, err);

	if (rc == 0)
		plan_put_reasons(
		    data_add_list(p->w.answer, "faults"), &found, true);
	return rc;
}

int
kl_plan_new(struct kl_office *o, const struct kl_plan *what, const char *file,
    struct kl_faults *faults, struct kl_data **answer, struct kl_error *err)
{
	struct year_plan plan = { 0 }, last = { 0 };
	struct plan_verdict verdict;
	struct kl_plan own = *what;
	struct planning p;
	int rc = 0;

	memset(faults, 0, sizeof *faults);
	if (file != NULL && own.year == 0)
		rc = planning_file_year(file, &own.year, faults, err);
	if (rc != 0)
		return rc;
	rc = planning_begin(&p, o, &own, MAY_DECIDE, err);
	p.afresh = true;
	p.now = NULL;
	if (rc == 0)
		rc = last_year(&p, &last, err);
	if (rc == 0)
		rc = file == NULL ? make_pattern(&p, &last, &plan, err)
				  : read_plan(&p, file, &plan, faults, err);
	if (rc == 0)
		rc = planning_model(&p, err);
	if (rc == 0)
		rc = planning_judge(&p, &plan, &verdict, err);
	if (rc == 0)
		rc = planning_save(
		    &p, &plan, file == NULL ? "new" : "import", err);
	if (rc == 0) {
		plan_put(p.w.answer, &plan);
		put_committees(&p, &last);
		put_sources(&p, &last);
		remark_calendars(&p);
		rc = put_state(&p, &plan, err);
	}
	return planning_end(&p, rc, answer, err);
}
