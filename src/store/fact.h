/* SPDX-License-Identifier: EUPL-1.2
 *
 * The kinds of facts, and how one is saved: check, find or number it, write it
 * with what belongs to it, log it.
 */
#ifndef STORE_FACT_H
#define STORE_FACT_H

#include "store/row.h"

enum fact {
	FACT_ORGANISATION,
	FACT_DEPARTMENT,
	FACT_COMMITTEE,
	FACT_PERSON,
	FACT_MANDATE,
	FACT_MATTER,
	FACT_DOCUMENT,
	FACT_MEETING,
	FACT_ITEM,
	FACT_VERSION,
	FACT_ATTENDANCE,
	FACT_PARAGRAPH,
	FACT_MINUTES,
	FACT_DELIVERY,
	FACT_OVERRIDE,
	FACT_RECORD,
	FACT_ISSUED,
	FACT_USER,
	FACT_TEMPLATE,
	FACT_ROOM,
	FACT_BOOKING,
	FACT_STAND_IN,
	FACT_ABSENCE,
	FACT_PLAN_RULES,
	FACT_PLAN,
	FACT_DONE,
	FACT_REGULATION,
	FACT_APPROVAL,
	FACT_REJECTION,
	FACT_ANNEXES,
	FACT_CORRECTION,
	FACT_APPEAL,
	FACT_FORCE,
	FACT_PROCEEDING,
	FACT_COUNT
};

#define FACT_PARTS 16

struct fact_kind {
	const char *name; /* in the log */
	const char *word; /* in the exchange: what people call it */
	enum sql find;	  /* its id by natural key; SQL_NONE: always new */
	enum sql put;
	const struct row_field *fields;
	enum sql
	    canon[FACT_PARTS]; /* canonical form 1, in this order for ever */
	enum sql clear[FACT_PARTS]; /* empty what belongs to it */
};

extern const struct fact_kind fact_kinds[FACT_COUNT];

/* The field tables of what belongs to a fact. */
extern const struct row_field order_fields[], right_fields[], window_fields[],
    plan_version_fields[], plan_meeting_fields[];

/* The field tables of meetings (fields_meeting.c). */
extern const struct row_field meeting_fields[], item_fields[], version_fields[],
    attendance_fields[], other_fields[], report_fields[], call_fields[],
    presiding_fields[], adjournment_fields[], conflict_fields[],
    paragraph_fields[], proposal_fields[], question_fields[], division_fields[],
    election_fields[], commission_fields[], edit_fields[], dissent_fields[],
    statement_fields[], minutes_fields[], interruption_fields[],
    accepted_fields[], approval_fields[], rejection_fields[], annex_fields[],
    correction_fields[], appeal_fields[], force_fields[], proceeding_fields[],
    delivery_fields[];

/* A fact that is saved by row alone: it has no struct in the domain. */
struct override_row {
	const char *step, *why;
	kl_day day;
};
struct plan_row {
	int year, current, adopted;
};
struct plan_version_row {
	int from_version;
	const char *how, *status;
	int64_t cost, bound; /* in thousandths */
	kl_day made;
};
struct plan_meeting_row {
	int version;
	struct planned in;
};
struct record_row {
	const char *kind, *sha256;
	kl_day day;
};

/* fact_named(name): the kind, or NULL. */
const struct fact_kind *fact_named(const char *name);

/* fact_form(kind): the canonical form that is written today of such a fact. */
int fact_form(const struct fact_kind *kind);

/* fact_canon(kind, form): the statements of that form, ended by SQL_NONE; NULL
 * if there is no such form. */
const enum sql *fact_canon(const struct fact_kind *kind, int form);

/* ---- saving one fact: failures are sticky, the code comes from save_end ----
 */

struct save {
	struct store *s;
	const struct fact_kind *kind;
	const char *verb;
	struct kl_error *err;
	int line;   /* of the input, or 0 */
	int64_t id; /* of the fact, from save_row on */
	bool fresh; /* it is a new row */
	int rc;
};

/* What facts refer to by natural key. */
enum ref {
	REF_DEPARTMENT,
	REF_COMMITTEE,
	REF_PERSON,
	REF_MATTER,
	REF_MEETING,
	REF_USER,
	REF_BLOB,
	REF_ROOM,
	REF_COUNT
};

/* save_start(w, s, fact, verb, line, err): outside a transaction it fails. */
void save_start(struct save *w, struct store *s, enum fact fact,
    const char *verb, int line, struct kl_error *err);

/* save_need(w, ref, key, field): what is named must exist; NULL is fine. */
void save_need(
    struct save *w, enum ref ref, const char *key, const char *field);
void save_need_all(
    struct save *w, enum ref ref, const text_list *keys, const char *field);
/* save_need_meeting(w, meeting): a meeting with that id must exist. */
void save_need_meeting(struct save *w, int64_t meeting);

/* save_row(w, id, owner, row): check, find by natural key if ${*id} is 0,
 * write, and empty what belongs to it.  Sets ${*id}. */
void save_row(struct save *w, int64_t *id, int64_t owner, const void *row);

/* save_delete(w, owner, row, which): delete the row with the same natural key,
 * with the statement ${which}; its end is logged.  false if there is none:
 * nothing is to be ended then. */
bool save_delete(
    struct save *w, int64_t owner, const void *row, enum sql which);

/* save_clear(w): empty what belongs to the fact w->id. */
void save_clear(struct save *w);

/* save_child(w, put, position, fields, row): one thing that belongs to it. */
void save_child(struct save *w, enum sql put, size_t position,
    const struct row_field *fields, const void *row);

/* save_list(w, put, list): a list of texts that belongs to it. */
void save_list(struct save *w, enum sql put, const text_list *list);

/* save_end(w): log it, unless it is as it was; 0 or what failed. */
int save_end(struct save *w);

/* ---- finding ------------------------------------------------------------- */

/* find_has(s, ref, key, err): 1, 0 or <0. */
int find_has(
    struct store *s, enum ref ref, const char *key, struct kl_error *err);

/* find_fail(s, ref, code, key, err): say that ${key} does not exist, with the
 * nearest that does; returns ${code} (or a worse failure). */
int find_fail(struct store *s, enum ref ref, int code, const char *key,
    struct kl_error *err);

#endif
