/* SPDX-License-Identifier: EUPL-1.2
 *
 * Plans of a year.  A year's plan is one fact: which version is current, which
 * one was adopted, and all its versions, which are only added to.
 */
#include "config.h"

#include <math.h>
#include <string.h>

#include "store/load.h"

#define BOUND_UNIT 1000 /* the bound is kept in thousandths */

const struct row_field plan_version_fields[] = {
	ROW(ROW_OPT, struct plan_version_row, from_version, "version"),
	ROW(ROW_NEED, struct plan_version_row, how, "how"),
	ROW(ROW_LONG, struct plan_version_row, cost, "cost"),
	ROW(ROW_REF, struct plan_version_row, bound, "bound"),
	ROW(ROW_TEXT, struct plan_version_row, status, "status"),
	ROW(ROW_DATE, struct plan_version_row, made, "datum"),
	ROW_LAST,
};

const struct row_field plan_meeting_fields[] = {
	ROW(ROW_INT, struct plan_meeting_row, version, "version"),
	ROW(ROW_NEED, struct plan_meeting_row, in.committee, "nämnd"),
	ROW(ROW_INT, struct plan_meeting_row, in.nr, "nr"),
	ROW(ROW_DATE, struct plan_meeting_row, in.day, "datum"),
	ROW(ROW_TEXT, struct plan_meeting_row, in.start, "tid"),
	ROW(ROW_TEXT, struct plan_meeting_row, in.end, "slut"),
	ROW(ROW_TEXT, struct plan_meeting_row, in.room, "lokal"),
	ROW(ROW_BOOL, struct plan_meeting_row, in.fixed, "fast"),
	ROW(ROW_TEXT, struct plan_meeting_row, in.meeting, "sammanträde"),
	ROW_LAST,
};

/* The plan of a year as it stands: 1, 0 if there is none, or <0. */
static int
load_head(struct store *s, int year, struct plan_row *row, int64_t *id,
    struct kl_error *err)
{
	struct run r;
	int found = 0, rc;

	memset(row, 0, sizeof *row);
	*id = 0;
	run_start(&r, s, SQL_PLAN_GET, err);
	run_int(&r, 1, year);
	if (run_step(&r)) {
		found = 1;
		*id = sqlite3_column_int64(r.st, 0);
		row->year = sqlite3_column_int(r.st, 2);
		row->current = sqlite3_column_int(r.st, 3);
		row->adopted = sqlite3_column_int(r.st, 4); /* 0 for NULL */
	}
	rc = run_end(&r);
	return rc != 0 ? rc : found;
}

static int
last_version(struct store *s, int year, int *version, struct kl_error *err)
{
	struct run r;

	*version = 0;
	run_start(&r, s, SQL_PLAN_VERSION_LAST, err);
	run_int(&r, 1, year);
	if (run_step(&r))
		*version = sqlite3_column_int(r.st, 0);
	return run_end(&r);
}

/* Say that the year has no such version, or no plan at all. */
static int
no_version(
    struct store *s, int year, int version, int code, struct kl_error *err)
{
	int last, rc = last_version(s, year, &last, err);

	if (rc != 0)
		return rc;
	if (last == 0)
		return kl_error_set(err, code,
		    KL_N_("There is no plan of the year %d. Nothing was "
			  "changed. Make one with kansli plan new."),
		    year);
	return kl_error_set(err, code,
	    KL_N_("The plan of %d has no version %d; the last is %d. Nothing "
		  "was changed."),
	    year, version, last);
}

static int
need_version(
    struct store *s, int year, int version, int code, struct kl_error *err)
{
	struct run r;
	bool found;
	int rc;

	run_start(&r, s, SQL_PLAN_VERSION_HAS, err);
	run_int(&r, 1, year);
	run_int(&r, 2, version);
	found = run_step(&r);
	rc = run_end(&r);
	return rc != 0 || found ? rc : no_version(s, year, version, code, err);
}

static void
save_meetings(struct save *w, const struct year_plan *p)
{
	struct plan_meeting_row row = { .version = p->version };
	size_t i;

	for (i = 0; i < p->meetings.n && w->rc == 0; i++) {
		row.in = p->meetings.v[i];
		save_need(w, REF_COMMITTEE, row.in.committee, "nämnd");
		save_need(w, REF_ROOM, row.in.room, "lokal");
		save_need(w, REF_MEETING, row.in.meeting, "sammanträde");
		save_child(
		    w, SQL_PLAN_MEETING_PUT, i + 1, plan_meeting_fields, &row);
	}
}

int
store_plan_save(struct store *s, const char *verb, struct year_plan *p,
    struct kl_error *err)
{
	struct plan_version_row row = { .from_version = p->from_version,
		.how = p->how,
		.cost = p->cost,
		.bound = (int64_t)floor(p->bound * BOUND_UNIT),
		.status = p->status,
		.made = p->made };
	struct plan_row head;
	struct save w;
	int64_t id;
	int last, rc;

	rc = load_head(s, p->year, &head, &id, err);
	if (rc >= 0)
		rc = last_version(s, p->year, &last, err);
	if (rc == 0 && p->from_version != 0)
		rc = need_version(s, p->year, p->from_version, KL_E_INPUT, err);
	if (rc != 0)
		return rc;
	head.year = p->year;
	head.current = p->version = last + 1;
	save_start(&w, s, FACT_PLAN, verb, 0, err);
	save_row(&w, &id, 0, &head);
	save_child(&w, SQL_PLAN_VERSION_PUT, (size_t)p->version,
	    plan_version_fields, &row);
	save_meetings(&w, p);
	rc = save_end(&w);
	if (rc == 0) {
		p->id = id;
		p->current = true;
		p->adopted = false;
	}
	return rc;
}

static int
save_head(struct store *s, const char *verb, int64_t id,
    const struct plan_row *head, struct kl_error *err)
{
	struct save w;

	save_start(&w, s, FACT_PLAN, verb, 0, err);
	save_row(&w, &id, 0, head);
	return save_end(&w);
}

int
store_plan_point(struct store *s, const char *verb, int year, int version,
    struct kl_error *err)
{
	struct plan_row head;
	int64_t id;
	int rc = load_head(s, year, &head, &id, err);

	if (rc < 0)
		return rc;
	if (rc == 1 && version == 0)
		return kl_error_set(err, KL_E_RULE,
		    KL_N_("Version %d of the plan of %d was made from nothing, "
			  "so there is none to go back to. Nothing was "
			  "changed."),
		    head.current, year);
	rc = need_version(s, year, version, KL_E_NOTFOUND, err);
	head.current = version;
	return rc != 0 ? rc : save_head(s, verb, id, &head, err);
}

int
store_plan_adopt(struct store *s, const char *verb, int year, int version,
    struct kl_error *err)
{
	struct plan_row head;
	int64_t id;
	int rc = load_head(s, year, &head, &id, err);

	if (rc < 0)
		return rc;
	rc = rc == 0 || version != 0
		 ? need_version(s, year, version, KL_E_NOTFOUND, err)
		 : 0;
	head.adopted = version;
	return rc != 0 ? rc : save_head(s, verb, id, &head, err);
}

/* ---- loading --------------------------------------------------------------
 */

static void
take_version(struct run *r, struct arena *a, struct year_plan *p)
{
	struct plan_version_row row;

	memset(p, 0, sizeof *p);
	row_load(r, plan_version_fields, a, &row);
	p->id = sqlite3_column_int64(r->st, 0);
	p->version = sqlite3_column_int(r->st, 1);
	p->from_version = row.from_version;
	p->how = row.how;
	p->cost = row.cost;
	p->bound = (double)row.bound / BOUND_UNIT;
	p->status = row.status;
	p->made = row.made;
	p->year = sqlite3_column_int(r->st, 8);
	p->current = sqlite3_column_int(r->st, 9) != 0;
	p->adopted = sqlite3_column_int(r->st, 10) != 0;
}

static int
load_meetings(
    struct store *s, struct arena *a, struct year_plan *p, struct kl_error *err)
{
	struct plan_meeting_row row;
	struct planned *m;
	struct run r;

	run_start(&r, s, SQL_PLAN_MEETING_GET, err);
	run_int(&r, 1, p->id);
	run_int(&r, 2, p->version);
	while (run_step(&r)) {
		m = load_new(&r, vec_push(a, &p->meetings));
		if (m == NULL)
			break;
		row_load(&r, plan_meeting_fields, a, &row);
		*m = row.in;
	}
	return run_end(&r);
}

int
store_plan_load(struct store *s, int year, int version, struct arena *a,
    struct year_plan *p, struct kl_error *err)
{
	bool started, found = false;
	struct run r;
	int rc = store_snapshot(s, &started, err);

	memset(p, 0, sizeof *p);
	if (rc == 0) {
		run_start(&r, s, SQL_PLAN_VERSION_GET, err);
		run_int(&r, 1, year);
		run_int(&r, 2, version);
		found = run_step(&r);
		if (found)
			take_version(&r, a, p);
		rc = run_end(&r);
	}
	if (rc == 0)
		rc = found ? load_meetings(s, a, p, err)
			   : no_version(s, year, version, KL_E_NOTFOUND, err);
	store_snapshot_end(s, started);
	return rc;
}

int
store_plan_list(struct store *s, int year, struct arena *a, year_plans *list,
    struct kl_error *err)
{
	struct year_plan *p;
	struct run r;

	memset(list, 0, sizeof *list);
	run_start(&r, s, SQL_PLAN_VERSION_GET, err);
	if (year != 0)
		run_int(&r, 1, year);
	while (run_step(&r)) {
		p = load_new(&r, vec_push(a, list));
		if (p != NULL)
			take_version(&r, a, p);
	}
	return run_end(&r);
}
