/* SPDX-License-Identifier: EUPL-1.2
 *
 * The register: one SQLite file of facts with an append-only, hash-chained log.
 * The only room that knows SQL.  It decides nothing: rights, rules and states
 * are the office's.
 *
 * A fact is an entity with what belongs to it (a matter with its proposals and
 * recipients).  Every save happens inside a transaction and appends one log
 * row: who, when, which verb, which fact, and the hash of the fact in its
 * canonical form, chained to the row before.
 */
#ifndef STORE_STORE_H
#define STORE_STORE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/hash.h"
#include "domain/bundle.h"
#include <kansli/data.h>
#include <kansli/error.h>

struct store;

/* store_create(path, store, err): a new, empty register; KL_E_ENV if ${path}
 * exists already or cannot be written. */
int store_create(const char *path, struct store **store, struct kl_error *err);

/* store_open(path, read_only, store, err): open and, if older, migrate.
 * KL_E_ENV: missing, locked by another (after a wait of 5 s), no right;
 * KL_E_DAMAGED: not a register, or unreadable; made by a newer Kansli. */
int store_open(const char *path, bool read_only, struct store **store,
    struct kl_error *err);

void store_close(struct store *s); /* rolls back what is open; NULL is fine */

/* Who changes something, and when: the day is the program's "today", the
 * instant is ISO 8601 UTC from the caller's clock. */
struct store_actor {
	const char *user;
	const char *instant; /* "2026-11-24T09:30:00Z" */
};

/* store_begin(s, actor, err): start a transaction; ${actor} is copied. */
int store_begin(
    struct store *s, const struct store_actor *actor, struct kl_error *err);
/* store_commit(s, err): fails, and rolls back, if a write of the transaction
 * has failed or a council assists a committee that is not there. */
int store_commit(struct store *s, struct kl_error *err);
void store_rollback(struct store *s); /* without effect outside one */

/* ---- saving -----------------------------------------------------------
 * Each saves one fact inside the transaction and logs ${verb} ("register",
 * "import", "publish" ...).  id 0: a new row, whose id is set, unless the
 * natural key exists (organisation: one; code; ref; committee+person+role+from;
 * registration number; meeting key): then that row is replaced.  A fact that is
 * the same as before is not logged again.  References by natural key that do
 * not exist are KL_E_INPUT with the field. */
int store_save_organisation(struct store *s, const char *verb,
    const struct organisation *o, struct kl_error *err);
int store_save_department(struct store *s, const char *verb,
    const struct department *d, struct kl_error *err);
int store_save_committee(struct store *s, const char *verb, struct committee *c,
    struct kl_error *err);
int store_save_person(
    struct store *s, const char *verb, struct person *p, struct kl_error *err);
int store_save_mandate(
    struct store *s, const char *verb, struct mandate *m, struct kl_error *err);
/* natural key: committee+rule+from */
int store_save_regulation(struct store *s, const char *verb,
    struct regulation *x, struct kl_error *err);
/* What planning needs; natural keys: a room's code, room+from+start,
 * person+by+committee, person+from, committee+year. */
int store_save_room(
    struct store *s, const char *verb, struct room *x, struct kl_error *err);
int store_save_booking(
    struct store *s, const char *verb, struct booking *x, struct kl_error *err);
int store_save_stand_in(struct store *s, const char *verb, struct stand_in *x,
    struct kl_error *err);
int store_save_absence(
    struct store *s, const char *verb, struct absence *x, struct kl_error *err);
int store_save_plan_rules(struct store *s, const char *verb,
    struct plan_rules *x, struct kl_error *err);
/* the one known by the same (room, first day, clock; persons, committee;
 * person, first day) is taken out; false in ${*found} if there was none */
int store_delete_booking(struct store *s, const char *verb,
    const struct booking *x, bool *found, struct kl_error *err);
int store_delete_stand_in(struct store *s, const char *verb,
    const struct stand_in *x, bool *found, struct kl_error *err);
int store_delete_absence(struct store *s, const char *verb,
    const struct absence *x, bool *found, struct kl_error *err);
/* the matter with proposals and recipients, and each of its documents (a fact
 * of its own, by matter and number, with the blob's hash; documents that are
 * not among them stay).  ${m}->meeting may name a meeting not planned yet. */
int store_save_matter(
    struct store *s, const char *verb, struct matter *m, struct kl_error *err);
/* the head of a meeting: key, times, place, number, state */
int store_save_meeting(
    struct store *s, const char *verb, struct meeting *m, struct kl_error *err);
/* one agenda item of ${meeting}; removed items stay with their version. Without
 * ${item}->previous, its previous_key is looked up, and kept as it is if there
 * is no such item. */
int store_save_item(struct store *s, const char *verb, int64_t meeting,
    struct agenda_item *item, struct kl_error *err);
/* an item that was never published is deleted (its log rows stay) */
int store_delete_item(struct store *s, const char *verb, int64_t meeting,
    int64_t item, struct kl_error *err);
int store_save_version(struct store *s, const char *verb, int64_t meeting,
    const struct agenda_version *v, struct kl_error *err);
/* who was there, other people, conflicts, approvers, absences reported with the
 * deputies called, who presided, breaks: one fact of the meeting */
int store_save_attendance(struct store *s, const char *verb,
    const struct meeting *m, struct kl_error *err);
/* one paragraph with everything in it: one fact */
int store_save_paragraph(struct store *s, const char *verb, int64_t meeting,
    struct paragraph *p, struct kl_error *err);
/* a paragraph that a line opened and that was taken back (its log rows stay) */
int store_delete_paragraph(
    struct store *s, const char *verb, int64_t paragraph, struct kl_error *err);
/* with signers, interruptions of the notice and warnings accepted: one fact;
 * approvals and rejections are facts of their own */
int store_save_minutes(struct store *s, const char *verb, int64_t meeting,
    struct minutes *m, struct kl_error *err);
/* of the minutes with the id ${minutes}; natural keys:
 * person+day+instant+record, person+day+record.  The bytes that an approval
 * names need not be here. */
int store_save_approval(struct store *s, const char *verb, int64_t minutes,
    struct approval *x, struct kl_error *err);
int store_save_rejection(struct store *s, const char *verb, int64_t minutes,
    struct rejection *x, struct kl_error *err);
/* all annexes of the meeting: one fact */
int store_save_annexes(struct store *s, const char *verb,
    const struct meeting *m, struct kl_error *err);
/* natural keys: paragraph+day+was; number; paragraph */
int store_save_correction(struct store *s, const char *verb, int64_t meeting,
    struct correction *x, struct kl_error *err);
int store_save_appeal(struct store *s, const char *verb, int64_t meeting,
    struct appeal *x, struct kl_error *err);
int store_save_force(struct store *s, const char *verb, int64_t meeting,
    struct legal_force *x, struct kl_error *err);
/* one line typed at the meeting, by its number: a new one, or one undone */
int store_add_proceeding(struct store *s, const char *verb, int64_t meeting,
    const struct proceeding *x, struct kl_error *err);
int store_save_delivery(struct store *s, const char *verb, int64_t meeting,
    struct delivery *d, struct kl_error *err);

/* ---- loading ----------------------------------------------------------- */

/* Which facts; NULL members do not restrict. */
struct store_scope {
	const char
	    *committee; /* code: that committee's people, matters, meetings */
	const char *meeting; /* key: see store_load_meeting */
};

/* store_load_all(s, scope, bundle, err): the register's facts, in a stable
 * order (organisation; departments, committees by code; persons by ref;
 * mandates by committee, role, order, person; matters by number; meetings by
 * key; rooms by code; bookings and absences by day; stand-ins by person; rules
 * of planning by committee and year), into ${bundle}, whose arena is set. */
int store_load_all(struct store *s, const struct store_scope *scope,
    struct bundle *bundle, struct kl_error *err);

/* store_load_meeting(s, key, bundle, err): one meeting whole, with its
 * organisation, department, committee, the committee's mandates, every person
 * it names or who covers for its secretary, the matters (with documents) on its
 * agenda, and what planning knows of the committee.  KL_E_NOTFOUND with
 * the nearest key of that committee. */
int store_load_meeting(struct store *s, const char *key, struct bundle *bundle,
    struct kl_error *err);

/* store_load_regulations(s, committee, bundle, err): append the regulations
 * common to all and those of the committee (its code; NULL: of all). */
int store_load_regulations(struct store *s, const char *committee,
    struct bundle *bundle, struct kl_error *err);

/* store_load_matter(s, number, a, matter, err): one matter; KL_E_NOTFOUND with
 * the nearest number. */
int store_load_matter(struct store *s, const char *number, struct arena *a,
    struct matter *matter, struct kl_error *err);

/* store_load_committee(s, code, a, committee, err): KL_E_NOTFOUND names the
 * nearest code. */
int store_load_committee(struct store *s, const char *code, struct arena *a,
    struct committee *committee, struct kl_error *err);

/* store_has(s, fact, key): 1 if such a fact exists, 0 if not, <0 on failure;
 * ${fact}: "department" "committee" "person" "matter" "meeting" "room". */
int store_has(struct store *s, const char *fact, const char *key);

/* store_nearest(s, fact, key, a, name, err): of the facts as for store_has, the
 * name most like ${key}, copied into ${a}; NULL if none is like it. */
int store_nearest(struct store *s, const char *fact, const char *key,
    struct arena *a, const char **name, struct kl_error *err);

/* store_matters_for(s, meeting, a, numbers, err): the registration numbers of
 * the matters registered for the meeting ${meeting} (key) and on no agenda yet,
 * in the order in which they were registered. */
int store_matters_for(struct store *s, const char *meeting, struct arena *a,
    text_list *numbers, struct kl_error *err);

/* store_open_items(s, committee, before, ...) : items of earlier meetings of
 * the committee that were tabled or referred back, or stood on the agenda of
 * one that was cancelled (as tabled), and have not been continued. */
struct open_item {
	int64_t item;
	const char *meeting, *nr, *number, *title;
	kl_day day;
	enum outcome outcome;
	kl_day tabled_to; /* a day, or KL_DAY_NONE */
};
typedef VEC(struct open_item) open_items;
int store_open_items(struct store *s, const char *committee, kl_day before,
    struct arena *a, open_items *items, struct kl_error *err);

/* store_matters_wishing(s, meeting, a, numbers, err): the registration numbers
 * of all matters registered for that meeting, on an agenda or not. */
int store_matters_wishing(struct store *s, const char *meeting, struct arena *a,
    text_list *numbers, struct kl_error *err);

/* store_item_heir(s, meeting, a, key, err): the key of a meeting that has taken
 * over an item of the meeting with the id ${meeting}; NULL if none has. */
int store_item_heir(struct store *s, int64_t meeting, struct arena *a,
    const char **key, struct kl_error *err);

/* store_next_meeting(s, committee, day, seq, a, key, err): the key of the first
 * planned or summoned meeting of the committee after that day, or on it with a
 * higher number; NULL if there is none. */
int store_next_meeting(struct store *s, const char *committee, kl_day day,
    int seq, struct arena *a, const char **key, struct kl_error *err);

/* store_highest_paragraph(s, committee, year, before, nr, err): the highest
 * paragraph number that the committee's minutes hold in ${year} before the day
 * ${before}; 0 if none. */
int store_highest_paragraph(struct store *s, const char *committee, int year,
    kl_day before, int *nr, struct kl_error *err);

/* store_next_number(s, committee, year, series, nr, err): one more than the
 * highest running number given out for that committee, year and series (NULL:
 * the only one); kept in a counter row so that a number is never used twice.
 * Inside a transaction. */
int store_next_number(struct store *s, const char *committee, int year,
    const char *series, int *nr, struct kl_error *err);

/* store_query(s, name, args, list, err): run the named query of queries.sql and
 * append one object per row to ${list}, with the column names as member names.
 * ${args} is "name=value" texts ended by NULL, bound to :name; unbound
 * parameters are NULL.  The names: matters, meetings, committees, persons,
 * mandates, documents, minutes, notices, deliveries, issued, events, users,
 * departments, rooms, bookings, stand-ins, absences, plan-rules, plans,
 * appeals, commissions, regulations, answers.  A filter that the list does not
 * have is KL_E_USAGE. */
int store_query(struct store *s, const char *name, const char *const *args,
    struct kl_data *list, struct kl_error *err);

/* ---- plans (plans.c) ----------------------------------------------------
 * A year's plan is one fact with all its versions; what is saved once is never
 * changed.  Each call inside a transaction logs one row. */

/* store_plan_save(s, verb, p, err): append ${p} as the year's next version, and
 * make it the current one; sets its id, version and current.  p->from_version
 * must be 0 or a version of the year; p->adopted is ignored.  KL_E_INPUT for an
 * unknown committee, room or meeting. */
int store_plan_save(struct store *s, const char *verb, struct year_plan *p,
    struct kl_error *err);

/* store_plan_load(s, year, version, a, p, err): that version, or with 0 the
 * current one, its meetings by day.  KL_E_NOTFOUND if there is none. */
int store_plan_load(struct store *s, int year, int version, struct arena *a,
    struct year_plan *p, struct kl_error *err);

/* store_plan_list(s, year, a, list, err): the year's versions without their
 * meetings, the oldest first; year 0: of all years. */
typedef VEC(struct year_plan) year_plans;
int store_plan_list(struct store *s, int year, struct arena *a,
    year_plans *list, struct kl_error *err);

/* store_plan_point(s, verb, year, version, err): make another version the
 * current one.  Undo is the version that the current one was made from;
 * KL_E_RULE if that is 0 (it was made from nothing). */
int store_plan_point(struct store *s, const char *verb, int year, int version,
    struct kl_error *err);

/* store_plan_adopt(s, verb, year, version, err): the version's meetings are the
 * register's now; 0: none is any more. */
int store_plan_adopt(struct store *s, const char *verb, int year, int version,
    struct kl_error *err);

/* ---- meetings that move (move.c) ----------------------------------------- */

/* store_meeting_move(s, verb, key, to, force, a, moved, err): the meeting is
 * held on the day ${to}: its key, and everything that refers to it, follows;
 * its uid stays, its sequence is raised, the old key is remembered.  ${moved}
 * (may be NULL) gets the new key in ${a}.  A second meeting of that day gets
 * the next number.  KL_E_RULE for a meeting that was held or cancelled, and,
 * unless
 * ${force}, for one whose summons is out; KL_E_NOTFOUND. */
int store_meeting_move(struct store *s, const char *verb, const char *key,
    kl_day to, bool force, struct arena *a, const char **moved,
    struct kl_error *err);

/* store_meeting_now(s, key, a, now, err): the key that the meeting with the key
 * ${key} has today: itself, or what it was moved to; NULL if there is none. */
int store_meeting_now(struct store *s, const char *key, struct arena *a,
    const char **now, struct kl_error *err);

/* ---- steps that are done (steps.c) -------------------------------------- */

int store_save_done(struct store *s, const char *verb, int64_t meeting,
    struct step_done *d, struct kl_error *err);
/* KL_E_NOTFOUND if it was not done. */
int store_delete_done(struct store *s, const char *verb, int64_t meeting,
    const char *step, struct kl_error *err);
/* by day and step */
int store_load_done(struct store *s, const char *meeting, struct arena *a,
    steps_done *list, struct kl_error *err);

/* ---- bytes ------------------------------------------------------------- */

/* store_put_blob(s, bytes, n, type, sha, err): keep the bytes under their hash
 * (again is harmless).  Inside a transaction. */
int store_put_blob(struct store *s, const void *bytes, size_t n,
    const char *type, char sha[HASH_HEX], struct kl_error *err);

/* store_get_blob(s, sha, out, err): ${out} is initialised here.  Its hash is
 * checked: KL_E_TAMPERED if the bytes have changed. */
int store_get_blob(
    struct store *s, const char *sha, struct buf *out, struct kl_error *err);

/* An issued document: what was sent or published, byte for byte. */
struct issued {
	int64_t id;
	const char *meeting, *kind, *paragraphs; /* "" or NULL: none */
	const char *format;			 /* odt, pdf, html, text */
	const char *sha256, *record_sha256, *template_sha256;
	const char *build; /* program version, fonts: what made it */
	kl_day day;
};
int store_save_issued(
    struct store *s, const char *verb, struct issued *d, struct kl_error *err);

/* store_find_issued(s, meeting, kind, paragraphs, format, record_sha, a, d):
 * the newest so issued from that record; KL_E_NOTFOUND if none. */
int store_find_issued(struct store *s, const char *meeting, const char *kind,
    const char *paragraphs, const char *format, const char *record_sha,
    struct arena *a, struct issued *d, struct kl_error *err);

/* store_latest_issued(s, committee, kind, format, a, d, err): the newest of the
 * committee's meetings, from any record; ${d}->id is 0 if there is none. */
int store_latest_issued(struct store *s, const char *committee,
    const char *kind, const char *format, struct arena *a, struct issued *d,
    struct kl_error *err);

/* store_was_issued(s, meeting, kind, sha, yes, err): whether bytes with that
 * hash were ever issued as that kind of document of the meeting (NULL: of
 * none). */
int store_was_issued(struct store *s, const char *meeting, const char *kind,
    const char *sha, bool *yes, struct kl_error *err);

/* A template that the office uses for a kind of document in place of the one
 * that came with the program. */
struct template_choice {
	int64_t id;
	const char *kind;      /* "minutes" */
	const char *committee; /* code; NULL: all committees */
	const char *file;      /* name of the file it came from */
	const char *sha256;    /* its bytes, a blob */
	kl_day day;	       /* on which it was set */
	const char *user;      /* who set it; only store_load_templates */
};
typedef VEC(struct template_choice) template_choices;
int store_save_template(struct store *s, const char *verb,
    struct template_choice *t, struct kl_error *err);
int store_delete_template(
    struct store *s, const char *verb, int64_t id, struct kl_error *err);

/* store_find_template(s, kind, committee, a, t, err): the committee's own, or
 * the one for all (${committee} NULL: only that); ${t}->id is 0 if there is
 * neither. */
int store_find_template(struct store *s, const char *kind,
    const char *committee, struct arena *a, struct template_choice *t,
    struct kl_error *err);

/* store_load_templates(s, a, list, err): all of them, by kind and committee. */
int store_load_templates(struct store *s, struct arena *a,
    template_choices *list, struct kl_error *err);

/* A frozen record: its bytes are a blob; this says what it is of. */
int store_save_record(struct store *s, const char *verb, int64_t meeting,
    const char *kind, const char *sha256, kl_day day, struct kl_error *err);

/* store_count_records(s, meeting, kind, n, err): how many different records of
 * that kind the meeting has. */
int store_count_records(struct store *s, int64_t meeting, const char *kind,
    int *n, struct kl_error *err);

/* A draft: a record as it stood on a day. */
struct draft {
	int64_t id;
	const char *sha256;
	kl_day day;
};
typedef VEC(struct draft) draft_list;

/* store_load_drafts(s, meeting, kind, a, list, err): the records of that kind
 * of the meeting (its id), the oldest first. */
int store_load_drafts(struct store *s, int64_t meeting, const char *kind,
    struct arena *a, draft_list *list, struct kl_error *err);

/* store_weed_drafts(s, verb, meeting, kind, issued, n, err): take away the
 * records of the kind ${kind} and the documents that were issued as ${issued},
 * with their bytes where nothing else has the same; the log keeps that they
 * were there.  ${n}: how many records. */
int store_weed_drafts(struct store *s, const char *verb, int64_t meeting,
    const char *kind, const char *issued, int *n, struct kl_error *err);

/* ---- users and settings ------------------------------------------------ */

struct store_user {
	int64_t id;
	const char *name;  /* log name */
	const char *role;  /* admin | secretary | assistant | reader */
	const char *login; /* operating-system user that maps to it, or NULL */
	text_list committees; /* grants; empty: all */
};
int store_save_user(struct store *s, const char *verb, struct store_user *u,
    struct kl_error *err);
/* by name, or by login when ${name} is NULL; KL_E_NOTFOUND */
int store_load_user(struct store *s, const char *name, const char *login,
    struct arena *a, struct store_user *u, struct kl_error *err);

/* Recorded overrides of a meeting's deadline: step and day. */
int store_save_override(struct store *s, const char *verb, int64_t meeting,
    const char *step, kl_day day, const char *why, struct kl_error *err);
struct deadline_override {
	const char *step, *why;
	kl_day day;
};
typedef VEC(struct deadline_override) deadline_overrides;
int store_load_overrides(struct store *s, const char *meeting, struct arena *a,
    deadline_overrides *list, struct kl_error *err);

/* ---- the log ----------------------------------------------------------- */

/* store_log_head(s, sha, err): the hash of the last log row. */
int store_log_head(struct store *s, char sha[HASH_HEX], struct kl_error *err);

/* store_log_seq(s, seq, err): the number of the last log row.
 * store_changed_since(s, seq, changed, err): whether any fact has been logged
 * after that row, records and issued documents apart. */
int store_log_seq(struct store *s, int64_t *seq, struct kl_error *err);
int store_changed_since(
    struct store *s, int64_t seq, bool *changed, struct kl_error *err);

/* What store_check found wrong: one call per finding, KL_E_TAMPERED. */
typedef void (*store_finding)(void *ctx, const struct kl_error *finding);

/* store_check(s, head, found, ctx, counts, err): recompute everything: SQLite's
 * integrity and foreign keys, the schema, the log's chain and that it holds the
 * row with the hash ${head} (unless NULL; a log that has grown since still
 * does), each fact's hash against its last log row (facts missing or
 * without a log row are findings), blobs and frozen records against their hash,
 * states against the state words.  Derived tables are not facts.  Returns 0 if
 * nothing was found, KL_E_TAMPERED if something was, KL_E_DAMAGED if the file
 * cannot be read.  ${counts} (may be NULL) gets what was checked. */
struct store_counts {
	size_t facts, blobs, events;
};
int store_check(struct store *s, const char *head, store_finding found,
    void *ctx, struct store_counts *counts, struct kl_error *err);

#endif
