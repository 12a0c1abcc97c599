/* SPDX-License-Identifier: EUPL-1.2
 *
 * What planning needs to know: rooms and their bookings, who stands in for
 * whom, who is away, the rules of each committee's year.
 */
#include "config.h"

#include <string.h>

#include "store/load.h"

int
store_save_room(
    struct store *s, const char *verb, struct room *x, struct kl_error *err)
{
	struct save w;

	save_start(&w, s, FACT_ROOM, verb, x->line, err);
	save_row(&w, &x->id, 0, x);
	return save_end(&w);
}

int
store_save_booking(
    struct store *s, const char *verb, struct booking *x, struct kl_error *err)
{
	struct save w;

	save_start(&w, s, FACT_BOOKING, verb, x->line, err);
	save_need(&w, REF_ROOM, x->room, "lokal");
	save_row(&w, &x->id, 0, x);
	return save_end(&w);
}

int
store_save_stand_in(
    struct store *s, const char *verb, struct stand_in *x, struct kl_error *err)
{
	struct save w;

	save_start(&w, s, FACT_STAND_IN, verb, x->line, err);
	save_need(&w, REF_PERSON, x->person, "för");
	save_need(&w, REF_PERSON, x->by, "person");
	save_need(&w, REF_COMMITTEE, x->committee, "nämnd");
	save_row(&w, &x->id, 0, x);
	return save_end(&w);
}

int
store_save_absence(
    struct store *s, const char *verb, struct absence *x, struct kl_error *err)
{
	struct save w;

	save_start(&w, s, FACT_ABSENCE, verb, x->line, err);
	save_need(&w, REF_PERSON, x->person, "person");
	save_row(&w, &x->id, 0, x);
	return save_end(&w);
}

/* ---- taking out ------------------------------------------------------------
 */

static int
take_out(struct store *s, enum fact fact, const char *verb, const void *row,
    enum sql which, int line, bool *found, struct kl_error *err)
{
	struct save w;

	save_start(&w, s, fact, verb, line, err);
	*found = save_delete(&w, 0, row, which);
	return *found ? save_end(&w) : 0;
}

int
store_delete_booking(struct store *s, const char *verb, const struct booking *x,
    bool *found, struct kl_error *err)
{
	return take_out(
	    s, FACT_BOOKING, verb, x, SQL_BOOKING_DELETE, x->line, found, err);
}

int
store_delete_stand_in(struct store *s, const char *verb,
    const struct stand_in *x, bool *found, struct kl_error *err)
{
	return take_out(s, FACT_STAND_IN, verb, x, SQL_STAND_IN_DELETE, x->line,
	    found, err);
}

int
store_delete_absence(struct store *s, const char *verb, const struct absence *x,
    bool *found, struct kl_error *err)
{
	return take_out(
	    s, FACT_ABSENCE, verb, x, SQL_ABSENCE_DELETE, x->line, found, err);
}

int
store_save_plan_rules(struct store *s, const char *verb, struct plan_rules *x,
    struct kl_error *err)
{
	struct save w;
	size_t i;

	save_start(&w, s, FACT_PLAN_RULES, verb, x->line, err);
	save_need(&w, REF_COMMITTEE, x->committee, "nämnd");
	save_need(&w, REF_ROOM, x->room, "lokal");
	save_row(&w, &x->id, 0, x);
	for (i = 0; i < x->windows.n; i++)
		save_child(&w, SQL_PLAN_WINDOW_PUT, i + 1, window_fields,
		    &x->windows.v[i]);
	for (i = 0; i < x->closed.n; i++)
		save_child(&w, SQL_PLAN_CLOSED_PUT, i + 1, window_fields,
		    &x->closed.v[i]);
	return save_end(&w);
}

/* ---- loading --------------------------------------------------------------
 */

static int
load_windows(struct store *s, struct arena *a, struct plan_rules *x,
    struct kl_error *err)
{
	struct meeting_window *w;
	struct run r;
	bool closed;

	run_start(&r, s, SQL_PLAN_WINDOW_GET, err);
	run_int(&r, 1, x->id);
	while (run_step(&r)) {
		closed = sqlite3_column_int(r.st, 0) != 0;
		w = load_new(&r, closed ? vec_push(a, &x->closed)
					: vec_push(a, &x->windows));
		if (w != NULL)
			row_load(&r, window_fields, a, w);
	}
	return run_end(&r);
}

static int
load_planned(struct store *s, enum sql which, enum fact fact,
    const char *committee, struct arena *a, struct load_rows to,
    struct kl_error *err)
{
	struct run r;
	int64_t id;
	void *row;

	run_start(&r, s, which, err);
	run_text(&r, 1, committee);
	while (run_step(&r)) {
		row =
		    load_new(&r, vec_grow(a, to.array, to.n, to.cap, to.size));
		if (row == NULL)
			break;
		id = sqlite3_column_int64(r.st, 0);
		memcpy(row, &id, sizeof id);
		row_load(&r, fact_kinds[fact].fields, a, row);
	}
	return run_end(&r);
}

int
load_planning(struct store *s, const char *committee, struct bundle *b,
    struct kl_error *err)
{
	struct arena *a = b->arena;
	size_t i;
	int rc;

	rc = load_planned(
	    s, SQL_ROOM_ALL, FACT_ROOM, committee, a, LOAD_ROWS(b->rooms), err);
	if (rc == 0)
		rc = load_planned(s, SQL_BOOKING_ALL, FACT_BOOKING, committee,
		    a, LOAD_ROWS(b->bookings), err);
	if (rc == 0)
		rc = load_planned(s, SQL_STAND_IN_ALL, FACT_STAND_IN, committee,
		    a, LOAD_ROWS(b->stand_ins), err);
	if (rc == 0)
		rc = load_planned(s, SQL_ABSENCE_ALL, FACT_ABSENCE, committee,
		    a, LOAD_ROWS(b->absences), err);
	if (rc == 0)
		rc = load_planned(s, SQL_PLAN_RULES_ALL, FACT_PLAN_RULES,
		    committee, a, LOAD_ROWS(b->plan_rules), err);
	for (i = 0; rc == 0 && i < b->plan_rules.n; i++)
		rc = load_windows(s, a, &b->plan_rules.v[i], err);
	return rc;
}
