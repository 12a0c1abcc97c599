/* SPDX-License-Identifier: EUPL-1.2
 *
 * The annual wheel on the register: which meeting each item falls to, and what
 * a meeting's agenda should hold of it.
 */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "calendar/wheel.h"
#include "office/office_private.h"
#include "rules/days.h"

#define WHEEL_FILE "calendars/arshjul.xml"

/* The wheel of the installation; NULL in ${out} if there is none. */
static int
load_wheel(struct work *w, struct wheel **out, struct kl_error *err)
{
	const char *path = office_path(w->o, w->arena, WHEEL_FILE);

	*out = NULL;
	if (path == NULL)
		return kl_error_nomem(err);
	return file_exists(path) ? wheel_load(path, out, err) : 0;
}

typedef VEC(kl_day) day_list;

static int
add_day(struct work *w, day_list *days, kl_day day, struct kl_error *err)
{
	kl_day *slot = vec_push(w->arena, days);

	if (slot == NULL)
		return kl_error_nomem(err);
	*slot = day;
	return 0;
}

/* The days of the committee's meetings in the year's current plan, if there is
 * one. */
static int
planned_days(struct work *w, int year, const char *committee, day_list *days,
    struct kl_error *err)
{
	struct year_plan plan = { 0 };
	size_t i;
	int rc = store_plan_load(w->o->store, year, 0, w->arena, &plan, err);

	if (rc == KL_E_NOTFOUND)
		return 0;
	for (i = 0; rc == 0 && i < plan.meetings.n; i++)
		if (strcmp(plan.meetings.v[i].committee, committee) == 0)
			rc = add_day(w, days, plan.meetings.v[i].day, err);
	return rc;
}

/* The days of the committee's meetings that are not called off, sorted; those
 * of the plan while the register has none in ${year}. */
static int
meeting_days(struct work *w, int year, const char *committee, day_list *days,
    struct kl_error *err)
{
	const char *args[] = { NULL, NULL };
	record_meetings all = { 0 };
	bool known = false;
	size_t i;
	int rc;

	args[0] = arena_printf(w->arena, "committee=%s", committee);
	if (args[0] == NULL)
		return kl_error_nomem(err);
	rc = office_meetings(w, args, &all, err);
	for (i = 0; rc == 0 && i < all.n; i++) {
		if (all.v[i].state == MEETING_CANCELLED)
			continue;
		known = known || kl_day_year(all.v[i].day) == year;
		rc = add_day(w, days, all.v[i].day, err);
	}
	if (rc == 0 && !known) {
		days->n = 0;
		rc = planned_days(w, year, committee, days, err);
	}
	return rc;
}

/* The committee's turns that begin in ${year}, with their meetings. */
static int
turns_of(struct work *w, const struct wheel *wheel, int year,
    const char *committee, wheel_turns *turns, struct kl_error *err)
{
	day_list days = { 0 };
	int rc = meeting_days(w, year, committee, &days, err);

	if (rc == 0)
		rc = wheel_year(wheel, year, committee, w->arena, turns, err);
	if (rc == 0)
		wheel_place(turns, days.v, days.n);
	return rc;
}

static int
answer_wheel(struct work *w, const struct wheel *wheel, int year,
    const char *committee, struct kl_data *list, struct kl_error *err)
{
	struct derivation why = { .arena = w->arena,
		.translate = w->o->translate };
	wheel_turns turns = { 0 };
	int rc = turns_of(w, wheel, year, committee, &turns, err);

	if (rc == 0) {
		rules_answer_wheel(list, wheel, &turns, committee, &why);
		rc = derive_done(&why, err);
	}
	return rc;
}

/* Every committee that meets on its own account. */
static int
answer_all(struct work *w, const struct wheel *wheel, int year,
    struct kl_data *list, struct kl_error *err)
{
	struct kl_data *rows = data_list();
	const struct kl_data *row;
	const char *kind;
	size_t i;
	int rc;

	rc = store_query(w->o->store, "committees", NULL, rows, err);
	for (i = 0; rc == 0 && i < kl_data_count(rows); i++) {
		row = kl_data_at(rows, i);
		kind = kl_data_text(kl_data_get(row, "kind"));
		if (kind != NULL &&
		    (word_value(words_body, kind) == BODY_COMMITTEE ||
			word_value(words_body, kind) == BODY_BOARD))
			rc = answer_wheel(w, wheel, year,
			    kl_data_text(kl_data_get(row, "code")), list, err);
	}
	if (rc == 0 && data_failed(rows))
		rc = kl_error_nomem(err);
	kl_data_free(rows);
	return rc;
}

int
kl_wheel(struct kl_office *o, int year, const char *committee,
    struct kl_data **answer, struct kl_error *err)
{
	struct kl_data *list = data_list();
	struct wheel *wheel = NULL;
	struct committee known;
	struct work w;
	int rc = work_begin(&w, o, MAY_READ, false, err);

	if (rc == 0)
		rc = load_wheel(&w, &wheel, err);
	if (rc == 0 && committee != NULL)
		rc = store_load_committee(
		    o->store, committee, w.arena, &known, err);
	if (rc == 0 && wheel != NULL && committee != NULL)
		rc = answer_wheel(&w, wheel, year, committee, list, err);
	else if (rc == 0 && wheel != NULL)
		rc = answer_all(&w, wheel, year, list, err);
	if (rc == 0 && data_failed(list))
		rc = kl_error_nomem(err);
	rc = work_end(&w, rc, NULL, err);
	wheel_free(wheel);
	if (rc == 0 && answer != NULL)
		*answer = list;
	else
		kl_data_free(list);
	return rc;
}

/* ---- a meeting's ----------------------------------------------------------
 */

/* Whether the agenda has the title already, as its own or its matter's. */
static bool
on_agenda(const struct work *w, const char *title)
{
	const struct agenda_item *item;
	const struct matter *matter;
	size_t i;

	for (i = 0; i < w->meeting->items.n; i++) {
		item = &w->meeting->items.v[i];
		if (item->removed != 0)
			continue;
		matter = bundle_matter(&w->bundle, item->number);
		if ((item->title != NULL && strcmp(item->title, title) == 0) ||
		    (matter != NULL && matter->title != NULL &&
			strcmp(matter->title, title) == 0))
			return true;
	}
	return false;
}

static void
answer_turn(struct kl_data *list, const struct wheel_turn *t)
{
	struct kl_data *row = data_add_object(list, NULL);

	data_add_text(row, "id", t->item->id);
	data_add_text(row, "title", t->title);
	data_add_text(row, "responsible", t->item->responsible);
	data_add_text(row, "period", t->period);
	data_add_day(row, "to", t->to);
}

int
office_wheel_propose(struct work *w, struct kl_error *err)
{
	struct kl_data *list = data_add_list(w->answer, "proposed");
	int year = kl_day_year(w->meeting->day), y, rc;
	wheel_turns turns;
	struct wheel *wheel;
	size_t i;

	rc = load_wheel(w, &wheel, err);
	/* a window that began last year may reach into this one */
	for (y = year - 1; rc == 0 && wheel != NULL && y <= year; y++) {
		turns = (wheel_turns){ 0 };
		rc = turns_of(w, wheel, y, w->committee->code, &turns, err);
		for (i = 0; rc == 0 && i < turns.n; i++)
			if (turns.v[i].meeting == w->meeting->day &&
			    !on_agenda(w, turns.v[i].title))
				answer_turn(list, &turns.v[i]);
	}
	wheel_free(wheel);
	return rc;
}
