/* SPDX-License-Identifier: EUPL-1.2
 *
 * The secretariat's office: an open register with its actor, and the use cases
 * that change or show what it holds.  One function is one use case: may I? ->
 * load -> rules -> change -> save -> log, in one transaction.  After a failure
 * the register is exactly as before.
 *
 * Functions that take ${answer} set it to a tree that says what was done or
 * found; the caller frees it with kl_data_free.  It may be NULL if nobody asks.
 * On failure it is left untouched.  Meetings are named by their key,
 * "TRN/2010-11-23" ("/2" for a second one that day).
 */
#ifndef KANSLI_OFFICE_H
#define KANSLI_OFFICE_H

#include <stdbool.h>

#include <kansli/data.h>
#include <kansli/day.h>
#include <kansli/error.h>

struct kl_office;

/* What the front end hands in: the office has no clock and no environment. */
struct kl_settings {
	const char *db;	   /* path of the register */
	const char *share; /* folder that holds templates/ and calendars/ */
	const char *user;  /* who acts (--as), or NULL: by login */
	const char *login; /* the operating system's user name */
	kl_day today;
	const char *instant; /* now, "2026-11-24T09:30:00Z", for the log */
	const char *(*translate)(const char *key); /* of derivations, or NULL */
	bool read_only;				   /* nothing will be changed */
	const char *checker; /* path of kansli-pdf-check, or NULL: documents
				are not looked at */
};

/* kl_office_init(settings, err): make a new register, with the operating
 * system's user as its administrator.  KL_E_ENV if the file exists. */
int kl_office_init(const struct kl_settings *settings, struct kl_error *err);

/* kl_office_open(settings, office, err): open the register as somebody.
 * KL_E_RULE if the user is not known to it. */
int kl_office_open(const struct kl_settings *settings,
    struct kl_office **office, struct kl_error *err);

void kl_office_close(struct kl_office *office); /* NULL is fine */

/* ---- users ------------------------------------------------------------- */

/* kl_user_add(o, name, role, login, committees, answer, err): add or change a
 * user.  ${role}: admin, secretary, assistant or reader; ${committees}: codes
 * separated by blanks, or NULL for all.  Administrators only. */
int kl_user_add(struct kl_office *o, const char *name, const char *role,
    const char *login, const char *committees, struct kl_data **answer,
    struct kl_error *err);

/* ---- exchange ---------------------------------------------------------- */

/* What an import is asked to do. */
struct kl_import {
	const char *path;
	const char
	    *kind; /* "xml", "people" or "matters" (CSV); NULL: by name */
	const char *files; /* folder of attached files; NULL: the file's own */
	bool dry_run;	   /* check everything, keep nothing */
};

/* kl_import(o, what, faults, answer, err): read a file into the register, all
 * or nothing.  Faults of the file (at most 20) are in ${faults}, and then the
 * result is KL_E_INPUT.  ${answer} counts what was read and lists files that
 * were named but not found. */
int kl_import(struct kl_office *o, const struct kl_import *what,
    struct kl_faults *faults, struct kl_data **answer, struct kl_error *err);

/* kl_export(o, committee, files, out, err): the register's facts (or one
 * committee's) as exchange XML, into ${out}, freed by the caller with free.
 * Attached files are written into the folder ${files} unless NULL. */
int kl_export(struct kl_office *o, const char *committee, const char *files,
    char **out, struct kl_error *err);

/* ---- showing ----------------------------------------------------------- */

/* kl_list(o, what, filters, answer, err): a list.  ${what}: matters, meetings,
 * committees, persons, mandates, documents, notices, deliveries, issued,
 * events, users, departments, rooms, bookings, stand-ins, absences, plan-rules,
 * plans;
 * ${filters}: "name=value" texts ended by NULL, or
 * NULL. */
int kl_list(struct kl_office *o, const char *what, const char *const *filters,
    struct kl_data **answer, struct kl_error *err);

/* kl_show(o, what, key, answer, err): one thing whole: a committee, person,
 * matter or meeting. */
int kl_show(struct kl_office *o, const char *what, const char *key,
    struct kl_data **answer, struct kl_error *err);

/* kl_cycle(o, meeting, answer, err): the meeting's deadlines with reasons:
 * [{"step","date","because"}], with "done" (a day) and "done_by" where somebody
 * has done the step.  A cancelled meeting has none. */
int kl_cycle(struct kl_office *o, const char *meeting, struct kl_data **answer,
    struct kl_error *err);

/* kl_cycle_override(o, meeting, step, day, why, answer, err): record that a
 * step of this meeting's cycle is on another day. */
int kl_cycle_override(struct kl_office *o, const char *meeting,
    const char *step, kl_day day, const char *why, struct kl_data **answer,
    struct kl_error *err);

/* kl_cycle_done(o, meeting, step, undo, answer, err): the user has done that step
 * of the meeting's cycle today; ${undo}: it is not done after all.  An answer as
 * kl_cycle's, in "steps". */
int kl_cycle_done(struct kl_office *o, const char *meeting, const char *step,
    bool undo, struct kl_data **answer, struct kl_error *err);

/* kl_wheel(o, year, committee, answer, err): the annual wheel of the year as
 * from kl_when_wheel, for ${committee} or (NULL) every committee in turn, with
 * the day of the meeting at which each item is reported ("meeting"; null when
 * none is in its time): of the register, or of the year's current plan while the
 * register has no meeting of the committee that year. */
int kl_wheel(struct kl_office *o, int year, const char *committee,
    struct kl_data **answer, struct kl_error *err);

/* ---- checking ---------------------------------------------------------- */

/* kl_check(settings, head, found, ctx, answer, err): verify the register (see
 * kansli-check(1)); ${found} is called for each finding.  Needs no known user,
 * for the users are part of what is verified.  0, KL_E_TAMPERED or
 * KL_E_DAMAGED;
 * ${answer} counts what was verified and gives the log's last hash. */
int kl_check(const struct kl_settings *settings, const char *head,
    void (*found)(void *ctx, const struct kl_error *finding), void *ctx,
    struct kl_data **answer, struct kl_error *err);

#endif
