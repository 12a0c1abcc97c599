/* SPDX-License-Identifier: EUPL-1.2
 *
 * The parts of reading and writing the exchange format, by theme.  Each reader
 * takes an element that stands in the file and appends what it says to the
 * bundle; each writer appends elements to ${root}.
 */
#ifndef RECORD_EXCHANGE_H
#define RECORD_EXCHANGE_H

#include "record/make.h"
#include "record/values.h"

/* Whose right it is that deputies who do not serve have. */
#define RIGHT_OF_DEPUTIES "ersättare"

void read_organisation(struct reader *r, const xmlNode *n);
void read_department(struct reader *r, const xmlNode *n);
void read_committee(struct reader *r, const xmlNode *n);
void read_person(struct reader *r, const xmlNode *n);
void read_mandate(struct reader *r, const xmlNode *n);
void read_matter(struct reader *r, const xmlNode *n);
void read_meeting(struct reader *r, const xmlNode *n);
void read_room(struct reader *r, const xmlNode *n);
void read_booking(struct reader *r, const xmlNode *n);
void read_stand_in(struct reader *r, const xmlNode *n);
void read_absence(struct reader *r, const xmlNode *n);
void read_plan_rules(struct reader *r, const xmlNode *n);
void read_plan(struct reader *r, const xmlNode *n);

/* read_secrecy(r, n, s): the secrecy mark in ${n}, if any. */
void read_secrecy(struct reader *r, const xmlNode *n, struct secrecy *s);

/* read_paragraph(r, n, m): append the paragraph to the meeting. */
void read_paragraph(struct reader *r, const xmlNode *n, struct meeting *m);

/* read_voting(r, n, p): the questions, divisions and elections of the
 * paragraph; its proposals have been read. */
void read_voting(struct reader *r, const xmlNode *n, struct paragraph *p);

/* read_sitting(r, n, m): absences, attendance, who presided, breaks, conflicts
 * of interest of the meeting. */
void read_sitting(struct reader *r, const xmlNode *n, struct meeting *m);

/* read_after(r, n, m): annexes, corrections, appeals, legal force, deliveries,
 * lines typed. */
void read_after(struct reader *r, const xmlNode *n, struct meeting *m);

/* read_approvals(r, n, m): who approved the minutes or sent them back, which
 * warnings were accepted; read_interruptions: when the notice was down. */
void read_approvals(struct reader *r, const xmlNode *n, struct minutes *m);
void read_interruptions(struct reader *r, const xmlNode *n, struct minutes *m);

/* read_regulations(r, n, committee): the rules (regel) in ${n} of that
 * committee, NULL: of all. */
void read_regulations(
    struct reader *r, const xmlNode *n, const char *committee);

/* read_minutes(r, n, m): the minutes that the meeting's justering, anslag and
 * protokoll tell of; its paragraphs have been read. */
void read_minutes(struct reader *r, const xmlNode *n, struct meeting *m);

/* mandate_check(r, m): that the mandate has a beginning and ends after it. */
void mandate_check(struct reader *r, const struct mandate *m);

/* A name that may stand once, with its line. */
struct named {
	const char *name;
	int line;
};
typedef VEC(struct named) named_list;

/* named_add(r, list, name, line): remember; named_check(r, list, field): a
 * fault for each that stands again. */
void named_add(struct reader *r, named_list *list, const char *name, int line);
void named_check(struct reader *r, named_list *list, const char *field);

/* unique_check(r): what may stand once in a whole bundle: codes, person ids,
 * registration numbers, meetings, rooms, bookings, stand-ins, absences, rules.
 */
void unique_check(struct reader *r);

/* read_finish(r, err): close a reading: KL_E_INPUT if there are faults, which
 * are put in the order of their lines (${err} receives the first), KL_E_NOMEM
 * if the arena failed, or 0. */
int read_finish(struct reader *r, struct kl_error *err);

void write_matter(struct maker *m, xmlNode *root, const struct matter *x);
void write_meeting(struct maker *m, xmlNode *root, const struct meeting *x);
void write_paragraph(struct maker *m, xmlNode *root, const struct paragraph *p);
void write_sitting(struct maker *m, xmlNode *root, const struct meeting *x);
void write_voting(struct maker *m, xmlNode *root, const struct paragraph *p);
void write_after(struct maker *m, xmlNode *root, const struct meeting *x);
void write_approvals(struct maker *m, xmlNode *root, const struct minutes *x);
void write_interruptions(
    struct maker *m, xmlNode *root, const struct minutes *x);
void write_minutes(struct maker *m, xmlNode *root, const struct meeting *x);
/* rooms, bookings, stand-ins, absences, rules of planning */
void write_planning(struct maker *m, xmlNode *root, const struct bundle *b);
/* the plans of the years, with all their versions */
void write_plans(struct maker *m, xmlNode *root, const struct bundle *b);

/* minutes_ordinary(m, out): the paragraphs of ${m} that no immediate minutes
 * hold. */
void minutes_ordinary(const struct meeting *m, struct ranges *out);

/* minutes_told(x): the state that the dates of ${x} tell. */
enum minutes_state minutes_told(const struct minutes *x);

#endif
