/* SPDX-License-Identifier: EUPL-1.2
 *
 * Saving a meeting: its head, agenda, and who was there, each a fact of its
 * own.
 */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "store/fact.h"
#include "store/log.h"

/* What calendars know a meeting by, as it will be saved. */
struct calendar_row {
	bool stored; /* the register has the meeting */
	int64_t id;
	char uid[512], changed[32];
	int sequence;
};

static bool
same(const char *x, const char *y)
{
	return strcmp(x == NULL ? "" : x, y == NULL ? "" : y) == 0;
}

/* Must calendars hear of the change from the row to ${m}?  Not of what happens
 * to it when it has been held. */
static bool
matters_to_calendars(struct run *r, const struct meeting *m)
{
	enum meeting_state was =
	    (enum meeting_state)word_value(words_meeting, run_column(r, 8));
	char day[11];

	if (m->state == MEETING_HELD || was == MEETING_HELD)
		return false;
	return strcmp(run_column(r, 4), kl_day_format(m->day, day)) != 0 ||
	       !same(run_column(r, 5), m->time) ||
	       !same(run_column(r, 6), m->end) ||
	       !same(run_column(r, 7), m->place) ||
	       (was == MEETING_CANCELLED) != (m->state == MEETING_CANCELLED);
}

static void
revise(struct save *w, const struct meeting *m, struct calendar_row *c)
{
	struct run r;

	memset(c, 0, sizeof *c);
	c->sequence = m->sequence;
	snprintf(c->changed, sizeof c->changed, "%s",
	    m->changed == NULL ? "" : m->changed);
	if (w->rc != 0)
		return;
	run_start(&r, w->s, SQL_MEETING_BEFORE, w->err);
	run_int(&r, 1, m->id);
	run_text(&r, 2, m->key);
	if (run_step(&r)) {
		c->stored = true;
		c->id = sqlite3_column_int64(r.st, 0);
		snprintf(c->uid, sizeof c->uid, "%s", run_column(&r, 1));
		if (matters_to_calendars(&r, m)) {
			c->sequence = sqlite3_column_int(r.st, 2) + 1;
			snprintf(
			    c->changed, sizeof c->changed, "%s", w->s->instant);
		} else if (m->sequence <= sqlite3_column_int(r.st, 2)) {
			c->sequence = sqlite3_column_int(r.st, 2);
			snprintf(c->changed, sizeof c->changed, "%s",
			    run_column(&r, 3));
		}
	}
	w->rc = run_end(&r);
}

/* Is the uid another meeting's?  ${other} gets its key. */
static bool
uid_taken(struct save *w, const struct calendar_row *c, char other[512])
{
	struct run r;
	bool taken = false;

	if (w->rc != 0)
		return false;
	run_start(&r, w->s, SQL_MEETING_OF_UID, w->err);
	run_text(&r, 1, c->uid);
	run_int(&r, 2, c->id);
	if (run_step(&r)) {
		taken = true;
		snprintf(other, 512, "%s", run_column(&r, 0));
	}
	w->rc = run_end(&r);
	return taken;
}

/* A new meeting gets the uid of its file, or one of its key; where a meeting
 * that has moved away has that already, with a number. */
static void
new_uid(struct save *w, const struct meeting *m, struct calendar_row *c)
{
	char other[512];
	size_t n, i;

	if (m->uid != NULL) {
		snprintf(c->uid, sizeof c->uid, "%s", m->uid);
		if (!uid_taken(w, c, other))
			return;
		w->rc = kl_error_set(w->err, KL_E_INPUT,
		    KL_N_("The uid \"%s\" is that of the meeting %s. Nothing "
			  "was changed."),
		    m->uid, other);
		kl_error_where(w->err, NULL, m->line, "uid");
		return;
	}
	snprintf(c->uid, sizeof c->uid - 8, "%s", m->key == NULL ? "" : m->key);
	for (i = 0; c->uid[i] != '\0'; i++)
		if (c->uid[i] == '/')
			c->uid[i] = '-';
	for (n = 2; n < 100 && uid_taken(w, c, other); n++)
		snprintf(c->uid + i, 8, ".%zu", n);
}

int
store_save_meeting(
    struct store *s, const char *verb, struct meeting *m, struct kl_error *err)
{
	struct meeting row = *m;
	struct calendar_row c;
	struct save w;

	save_start(&w, s, FACT_MEETING, verb, m->line, err);
	save_need(&w, REF_COMMITTEE, m->committee, "nämnd");
	revise(&w, m, &c);
	if (!c.stored)
		new_uid(&w, m, &c);
	row.uid = c.uid;
	row.sequence = c.sequence;
	row.changed = *c.changed == '\0' ? NULL : c.changed;
	save_row(&w, &m->id, 0, &row);
	if (w.fresh)
		save_list(&w, SQL_MEETING_MOVED_PUT, &m->moved_from);
	return save_end(&w);
}

/* The item that "TRN/2010-10-19 7" names, or 0 while it is not known. */
static int64_t
previous_item(struct save *w, const char *name)
{
	const char *space = name == NULL ? NULL : strchr(name, ' ');
	char key[128];
	int64_t id = 0;
	struct run r;
	size_t n;

	if (w->rc != 0 || space == NULL)
		return 0;
	n = (size_t)(space - name);
	if (n >= sizeof key)
		return 0;
	memcpy(key, name, n);
	key[n] = '\0';
	run_start(&r, w->s, SQL_ITEM_BY_NR, w->err);
	run_text(&r, 1, key);
	run_text(&r, 2, space + 1);
	if (run_step(&r))
		id = sqlite3_column_int64(r.st, 0);
	w->rc = run_end(&r);
	return id;
}

int
store_save_item(struct store *s, const char *verb, int64_t meeting,
    struct agenda_item *item, struct kl_error *err)
{
	struct agenda_item row = *item;
	struct save w;

	save_start(&w, s, FACT_ITEM, verb, item->line, err);
	save_need_meeting(&w, meeting);
	save_need(&w, REF_MATTER, item->number, "dnr");
	if (row.previous == 0)
		row.previous = previous_item(&w, row.previous_key);
	if (row.previous != 0)
		row.previous_key = NULL; /* it follows from the item */
	save_row(&w, &item->id, meeting, &row);
	item->previous = row.previous;
	return save_end(&w);
}

/* The version in which the item appeared, or -1 if the meeting has no such. */
static int
item_version(struct store *s, int64_t meeting, int64_t item, int *version,
    struct kl_error *err)
{
	struct run r;

	*version = -1;
	run_start(&r, s, SQL_ITEM_VERSION, err);
	run_int(&r, 1, item);
	run_int(&r, 2, meeting);
	if (run_step(&r))
		*version = sqlite3_column_int(r.st, 0);
	return run_end(&r);
}

int
store_delete_item(struct store *s, const char *verb, int64_t meeting,
    int64_t item, struct kl_error *err)
{
	int version, rc = item_version(s, meeting, item, &version, err);
	struct save w;
	struct run r;

	if (rc != 0)
		return rc;
	if (version < 0)
		return kl_error_set(err, KL_E_NOTFOUND,
		    KL_N_("The meeting has no such item on its agenda. "
			  "Nothing was changed."));
	if (version > 0)
		return kl_error_set(err, KL_E_RULE,
		    KL_N_("The item has been published in version %d of the "
			  "agenda and stays in the register. Nothing was "
			  "changed. Publish a version without it instead."),
		    version);
	save_start(&w, s, FACT_ITEM, verb, 0, err);
	w.id = item;
	if (w.rc == 0) {
		run_start(&r, s, SQL_ITEM_DELETE, err);
		run_int(&r, 1, item);
		w.rc = run_do(&r);
	}
	return save_end(&w);
}

int
store_save_version(struct store *s, const char *verb, int64_t meeting,
    const struct agenda_version *v, struct kl_error *err)
{
	struct save w;
	int64_t id = 0;

	save_start(&w, s, FACT_VERSION, verb, v->line, err);
	save_need_meeting(&w, meeting);
	save_need(&w, REF_BLOB, v->record_sha256, "akt");
	save_row(&w, &id, meeting, v);
	return save_end(&w);
}

static void
need_reported(struct save *w, const struct absence_report *x)
{
	size_t i;

	w->line = x->line;
	save_need(w, REF_PERSON, x->person, "person");
	for (i = 0; i < x->calls.n; i++)
		save_need(w, REF_PERSON, x->calls.v[i].person, "kallad");
}

static void
need_attending(struct save *w, const struct meeting *m)
{
	size_t i;

	for (i = 0; i < m->attendance.n; i++) {
		w->line = m->attendance.v[i].line;
		save_need(w, REF_PERSON, m->attendance.v[i].person, "person");
		save_need(w, REF_PERSON, m->attendance.v[i].serves_for, "för");
	}
	for (i = 0; i < m->conflicts.n; i++) {
		w->line = m->conflicts.v[i].line;
		save_need(w, REF_PERSON, m->conflicts.v[i].person, "person");
	}
	for (i = 0; i < m->presiding.n; i++) {
		w->line = m->presiding.v[i].line;
		save_need(w, REF_PERSON, m->presiding.v[i].person, "person");
	}
	for (i = 0; i < m->absences.n; i++)
		need_reported(w, &m->absences.v[i]);
	w->line = m->line;
	save_need_all(w, REF_PERSON, &m->approvers, "justerare");
}

static void
save_calls(struct save *w, size_t report, const struct absence_report *x)
{
	struct run r;
	size_t i;

	for (i = 0; i < x->calls.n; i++) {
		if (w->rc == 0)
			w->rc = row_check(
			    call_fields, &x->calls.v[i], x->line, w->err);
		if (w->rc != 0)
			return;
		run_start(&r, w->s, SQL_DEPUTY_CALL_PUT, w->err);
		run_int(&r, 1, w->id);
		run_int(&r, 2, (int64_t)i + 1);
		row_bind(&r, call_fields, &x->calls.v[i]);
		run_int(&r, 6, (int64_t)report);
		w->rc = run_do(&r);
	}
}

/* Who said that they cannot come, who presided, when there was a break. */
static void
save_course(struct save *w, const struct meeting *m)
{
	size_t i;

	for (i = 0; i < m->absences.n; i++) {
		save_child(w, SQL_ABSENCE_REPORT_PUT, i + 1, report_fields,
		    &m->absences.v[i]);
		save_calls(w, i + 1, &m->absences.v[i]);
	}
	for (i = 0; i < m->presiding.n; i++)
		save_child(w, SQL_PRESIDING_PUT, i + 1, presiding_fields,
		    &m->presiding.v[i]);
	for (i = 0; i < m->adjournments.n; i++)
		save_child(w, SQL_ADJOURNMENT_PUT, i + 1, adjournment_fields,
		    &m->adjournments.v[i]);
}

int
store_save_attendance(struct store *s, const char *verb,
    const struct meeting *m, struct kl_error *err)
{
	struct save w;
	size_t i;

	save_start(&w, s, FACT_ATTENDANCE, verb, m->line, err);
	save_need_meeting(&w, m->id);
	need_attending(&w, m);
	if (w.rc != 0)
		return w.rc;
	w.id = m->id; /* the fact is named by its meeting */
	save_clear(&w);
	for (i = 0; i < m->attendance.n; i++)
		save_child(&w, SQL_ATTENDANCE_PUT, i + 1, attendance_fields,
		    &m->attendance.v[i]);
	for (i = 0; i < m->others.n; i++)
		save_child(
		    &w, SQL_OTHER_PUT, i + 1, other_fields, &m->others.v[i]);
	for (i = 0; i < m->conflicts.n; i++)
		save_child(&w, SQL_CONFLICT_PUT, i + 1, conflict_fields,
		    &m->conflicts.v[i]);
	save_list(&w, SQL_APPROVER_PUT, &m->approvers);
	save_course(&w, m);
	return save_end(&w);
}

int
store_save_override(struct store *s, const char *verb, int64_t meeting,
    const char *step, kl_day day, const char *why, struct kl_error *err)
{
	struct override_row row = { step, why, day };
	struct save w;
	int64_t id = 0;

	save_start(&w, s, FACT_OVERRIDE, verb, 0, err);
	save_need_meeting(&w, meeting);
	save_row(&w, &id, meeting, &row);
	return save_end(&w);
}

int
store_count_records(struct store *s, int64_t meeting, const char *kind, int *n,
    struct kl_error *err)
{
	struct run r;

	*n = 0;
	run_start(&r, s, SQL_RECORD_COUNT, err);
	run_int(&r, 1, meeting);
	run_text(&r, 2, kind);
	if (run_step(&r))
		*n = (int)sqlite3_column_int64(r.st, 0);
	return run_end(&r);
}

int
store_save_record(struct store *s, const char *verb, int64_t meeting,
    const char *kind, const char *sha256, kl_day day, struct kl_error *err)
{
	struct record_row row = { kind, sha256, day };
	struct save w;
	int64_t id = 0;

	save_start(&w, s, FACT_RECORD, verb, 0, err);
	save_need_meeting(&w, meeting);
	save_need(&w, REF_BLOB, sha256, "akt");
	save_row(&w, &id, meeting, &row);
	return save_end(&w);
}
