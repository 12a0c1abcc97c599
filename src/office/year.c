/* SPDX-License-Identifier: EUPL-1.2
 *
 * The record of a year's meetings: those of every committee, or of one; those
 * of a plan that is not adopted yet are preliminary.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/xml.h"
#include "office/year_parts.h"

#define YEAR_DIGITS 4

static const char *
text_of(struct work *w, const struct kl_data *row, const char *key)
{
	const char *text = kl_data_text(kl_data_get(row, key));

	return text == NULL ? NULL : arena_strdup(w->arena, text);
}

static int
add_meeting(struct work *w, record_meetings *list, const struct kl_data *row,
    struct kl_error *err)
{
	struct record_meeting *m = vec_push(w->arena, list);
	const char *day = kl_data_text(kl_data_get(row, "date"));
	const char *state = kl_data_text(kl_data_get(row, "state"));

	if (m == NULL)
		return kl_error_nomem(err);
	m->key = text_of(w, row, "meeting");
	m->committee = text_of(w, row, "committee");
	m->time = text_of(w, row, "time");
	m->place = text_of(w, row, "place");
	m->number = (int)kl_data_int(kl_data_get(row, "number"));
	m->summons = m->adjust = m->hand_in = m->dispatch = KL_DAY_NONE;
	m->state = (enum meeting_state)word_value(
	    words_meeting, state == NULL ? "" : state);
	if (day == NULL || kl_day_parse(day, &m->day) != 0 || m->key == NULL ||
	    m->committee == NULL)
		return kl_error_set(err, KL_E_DAMAGED,
		    KL_N_("The register holds a meeting without a day. Run "
			  "kansli check."));
	return 0;
}

int
office_meetings(struct work *w, const char *const *args, record_meetings *list,
    struct kl_error *err)
{
	struct kl_data *rows = data_list();
	size_t i;
	int rc;

	rc = store_query(w->o->store, "meetings", args, rows, err);
	for (i = 0; rc == 0 && i < kl_data_count(rows); i++)
		rc = add_meeting(w, list, kl_data_at(rows, i), err);
	if (rc == 0 && data_failed(rows))
		rc = kl_error_nomem(err);
	kl_data_free(rows);
	return rc;
}

/* Facts about everybody, or as they are needed. */
static int
load_facts(struct work *w, const char *first, bool all, struct kl_error *err)
{
	struct store_scope whole = { 0 };

	memset(&w->bundle, 0, sizeof w->bundle);
	w->bundle.arena = w->arena;
	/* the organisation comes with any meeting */
	return all ? store_load_all(w->o->store, &whole, &w->bundle, err)
		   : store_load_meeting(w->o->store, first, &w->bundle, err);
}

/* The committee, loaded once. */
static int
need_committee(struct work *w, const char *code, struct kl_error *err)
{
	struct committee *c;

	if (bundle_committee(&w->bundle, code) != NULL)
		return 0;
	c = vec_push(w->arena, &w->bundle.committees);
	return c == NULL
		   ? kl_error_nomem(err)
		   : store_load_committee(w->o->store, code, w->arena, c, err);
}

/* ---- a plan that is not adopted -------------------------------------------
 */

static int
compare_meetings(const void *x, const void *y)
{
	const struct record_meeting *a = x, *b = y;

	if (a->day != b->day)
		return a->day < b->day ? -1 : 1;
	return strcmp(a->committee, b->committee);
}

/* What has happened or is out stays; so does what was cancelled. */
static size_t
keep_settled(record_meetings *list)
{
	size_t i, n = 0;

	for (i = 0; i < list->n; i++)
		if (list->v[i].state != MEETING_PLANNED)
			list->v[n++] = list->v[i];
	list->n = n;
	return n;
}

static bool
stands(const record_meetings *list, const struct planned *p)
{
	size_t i;

	for (i = 0; i < list->n; i++)
		if (list->v[i].day == p->day &&
		    strcmp(list->v[i].committee, p->committee) == 0)
			return true;
	return false;
}

static int
add_planned(struct work *w, record_meetings *list, const struct planned *p,
    struct kl_error *err)
{
	struct record_meeting *m = vec_push(w->arena, list);

	if (m == NULL)
		return kl_error_nomem(err);
	m->key = meeting_key(w->arena, p->committee, p->day, 1);
	m->committee = p->committee;
	m->time = p->start;
	m->end = p->end;
	m->place = p->room;
	m->day = p->day;
	m->number = p->nr;
	m->summons = m->adjust = m->hand_in = m->dispatch = KL_DAY_NONE;
	m->state = MEETING_PLANNED;
	m->preliminary = true;
	return m->key == NULL ? kl_error_nomem(err) : 0;
}

/* The year's current plan in place of what was planned before, unless it is
 * adopted: then the register has its meetings. */
static int
add_plan(struct work *w, int year, const char *committee, record_meetings *list,
    struct record_year_parts *parts, struct kl_error *err)
{
	struct year_plan plan = { 0 };
	size_t i;
	int rc;

	rc = store_plan_load(w->o->store, year, 0, w->arena, &plan, err);
	if (rc == KL_E_NOTFOUND)
		return 0;
	if (rc != 0)
		return rc;
	parts->version = plan.version;
	if (plan.adopted)
		return 0;
	parts->preliminary = true;
	keep_settled(list);
	for (i = 0; i < plan.meetings.n && rc == 0; i++)
		if (!stands(list, &plan.meetings.v[i]) &&
		    (committee == NULL ||
			strcmp(plan.meetings.v[i].committee, committee) == 0))
			rc = add_planned(w, list, &plan.meetings.v[i], err);
	if (rc == 0 && list->n > 0)
		qsort(list->v, list->n, sizeof *list->v, compare_meetings);
	return rc;
}

/* The rooms of a plan are codes; people know names. */
static void
name_rooms(const struct bundle *b, record_meetings *list)
{
	size_t i, k;

	for (i = 0; i < list->n; i++)
		for (k = 0; list->v[i].preliminary && k < b->rooms.n; k++)
			if (list->v[i].place != NULL &&
			    strcmp(b->rooms.v[k].code, list->v[i].place) == 0)
				list->v[i].place = b->rooms.v[k].name;
}

/* ---- what was asked for ---------------------------------------------------
 */

/* "TRN/2026" or "2026" in two; or "ref/2026-07-01/2026-07-31". */
struct asked {
	const char *committee, *year; /* committee: or NULL */
	const char *person;	      /* ref, or NULL */
	kl_day from, to;
};

static int
split_absence(struct work *w, const char *what, struct asked *q)
{
	const char *first = strchr(what, '/'), *second;
	char day[11] = "";

	second = first == NULL ? NULL : strchr(first + 1, '/');
	if (second == NULL || second - first != 11 || first == what)
		return KL_E_INPUT;
	memcpy(day, first + 1, 10);
	q->person = arena_strndup(w->arena, what, (size_t)(first - what));
	q->year = arena_strndup(w->arena, day, YEAR_DIGITS);
	return kl_day_parse(day, &q->from) == 0 &&
		       kl_day_parse(second + 1, &q->to) == 0 &&
		       q->person != NULL && q->year != NULL
		   ? 0
		   : KL_E_INPUT;
}

static int
split_year(struct work *w, const char *what, unsigned parts, struct asked *q,
    struct kl_error *err)
{
	const char *slash = strchr(what, '/');
	size_t n = slash == NULL ? 0 : (size_t)(slash - what);

	memset(q, 0, sizeof *q);
	if ((parts & PART_ABSENCES) != 0 && split_absence(w, what, q) == 0)
		return 0;
	q->person = NULL;
	q->committee = slash == NULL ? NULL : arena_strndup(w->arena, what, n);
	q->year = slash == NULL ? what : slash + 1;
	if (strspn(q->year, "0123456789") == YEAR_DIGITS &&
	    strlen(q->year) == YEAR_DIGITS && (slash == NULL || n > 0))
		return 0;
	if ((parts & PART_ABSENCES) != 0)
		return kl_error_set(err, KL_E_USAGE,
		    KL_N_(
			"“%s” is neither a year nor an absence. Write it like "
			"2026, or anna.ek/2026-07-01/2026-07-31. Nothing was "
			"written."),
		    what);
	return kl_error_set(err, KL_E_USAGE,
	    KL_N_("“%s” is not a year. Write it like 2026, or TRN/2026 for "
		  "one committee. Nothing was written."),
	    what);
}

static int
list_meetings(struct work *w, const struct asked *q, int year, bool all,
    record_meetings *list, struct record_year_parts *parts,
    struct kl_error *err)
{
	const char *args[3] = { NULL };
	int rc;

	args[0] = arena_printf(w->arena, "year=%s", q->year);
	if (q->committee != NULL)
		args[1] = arena_printf(w->arena, "committee=%s", q->committee);
	if (args[0] == NULL || (q->committee != NULL && args[1] == NULL))
		return kl_error_nomem(err);
	rc = office_meetings(w, args, list, err);
	if (rc == 0)
		rc = add_plan(w, year, q->committee, list, parts, err);
	if (rc == 0 && list->n == 0)
		return kl_error_set(err, KL_E_NOTFOUND,
		    KL_N_("No meetings are recorded for %s. Nothing was "
			  "written."),
		    q->committee != NULL
			? arena_printf(w->arena, "%s/%s", q->committee, q->year)
			: q->year);
	/* a meeting that is only planned cannot bring its organisation */
	return rc == 0 ? load_facts(
			     w, list->v[0].key, all || parts->preliminary, err)
		       : rc;
}

int
office_year(struct work *w, const char *what, unsigned wanted, xmlDoc **doc,
    struct kl_error *err)
{
	bool people = (wanted & (PART_LOADS | PART_ABSENCES)) != 0;
	struct record_year_parts parts = { .days = (wanted & PART_DAYS) != 0 };
	struct year_work y = { .w = w, .wanted = wanted, .parts = &parts };
	record_meetings list = { 0 };
	struct asked q;
	size_t i;
	int rc;

	rc = split_year(w, what, wanted, &q, err);
	if (rc != 0)
		return rc;
	y.year = (int)strtol(q.year, NULL, 10);
	y.person = q.person;
	y.from = q.from;
	y.to = q.to;
	y.list = &list;
	rc = office_may(w->o, MAY_HANDLE, q.committee, err);
	if (rc == 0)
		rc = list_meetings(w, &q, y.year, people, &list, &parts, err);
	for (i = 0; rc == 0 && i < list.n; i++)
		rc = need_committee(w, list.v[i].committee, err);
	if (rc == 0)
		rc = year_parts(&y, err);
	if (rc == 0) {
		name_rooms(&w->bundle, &list);
		rc = record_year(&w->bundle, y.year, &list, &parts, doc, err);
	}
	year_parts_free(&y);
	return rc;
}
