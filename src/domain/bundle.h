/* SPDX-License-Identifier: EUPL-1.2
 *
 * A bundle of facts: what a file holds, what a register exports, and what the
 * record of one meeting is built from.  Everything lives in one arena.
 */
#ifndef DOMAIN_BUNDLE_H
#define DOMAIN_BUNDLE_H

#include "domain/meeting.h"
#include "domain/planning.h"

struct bundle {
	struct arena *arena;		   /* borrowed */
	struct organisation *organisation; /* or NULL */
	VEC(struct department) departments;
	VEC(struct committee) committees;
	VEC(struct regulation) regulations;
	VEC(struct person) persons;
	VEC(struct mandate) mandates;
	VEC(struct matter) matters;
	VEC(struct meeting) meetings;
	VEC(struct room) rooms;
	VEC(struct booking) bookings;
	VEC(struct stand_in) stand_ins;
	VEC(struct absence) absences;
	VEC(struct plan_rules) plan_rules;
	/* all versions of each year, in order; only to be handed over (import,
	 * export) */
	VEC(struct year_plan) plans;
};

/* bundle_committee(b, code), bundle_person(b, ref), bundle_matter(b, number),
 * bundle_department(b, code), bundle_room(b, code): the entry so named, or NULL
 * (also for NULL). */
struct committee *bundle_committee(const struct bundle *b, const char *code);
struct person *bundle_person(const struct bundle *b, const char *ref);
struct matter *bundle_matter(const struct bundle *b, const char *number);
struct department *bundle_department(const struct bundle *b, const char *code);
struct room *bundle_room(const struct bundle *b, const char *code);

/* bundle_secretary(b, committee, day): the ref of who is the committee's
 * secretary that day: who has the mandate or, when they are away, the first who
 * stands in (for that committee before for all, by order) and is not away; who
 * has the mandate when nobody can.  NULL if there is no such mandate. */
const char *bundle_secretary(
    const struct bundle *b, const char *committee, kl_day day);

/* bundle_away(b, ref, day): whether the person is away that day. */
bool bundle_away(const struct bundle *b, const char *ref, kl_day day);

/* meeting_item(m, nr): the item with that number that has not been removed, or
 * NULL. */
struct agenda_item *meeting_item(const struct meeting *m, const char *nr);

/* meeting_paragraph(m, nr): the paragraph, or NULL. */
struct paragraph *meeting_paragraph(const struct meeting *m, int nr);

/* meeting_recipients(b, m, p): whom the decision of the paragraph is sent to:
 * its own recipients, otherwise the matter's when something was decided.  Never
 * NULL. */
const text_list *meeting_recipients(
    const struct bundle *b, const struct meeting *m, const struct paragraph *p);

/* meeting_minutes_of(m, nr): the minutes that hold paragraph ${nr}, or NULL. */
struct minutes *meeting_minutes_of(const struct meeting *m, int nr);

/* meeting_key(a, committee, day, seq): "TRN/2010-11-23", with "/2" from the
 * second that day. */
char *meeting_key(struct arena *a, const char *committee, kl_day day, int seq);

/* meeting_uid(a, key): the uid of a meeting that has not got one from
 * elsewhere: "TRN-2010-11-23". */
char *meeting_uid(struct arena *a, const char *key);

/* meeting_key_split(a, key, committee, day, seq): the parts; KL_E_INPUT when
 * ${key} is not of that form. */
int meeting_key_split(struct arena *a, const char *key, const char **committee,
    kl_day *day, int *seq);

#endif
