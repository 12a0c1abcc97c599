/* SPDX-License-Identifier: EUPL-1.2
 *
 * The parts of building a record: each appends what it is about to the
 * meeting's element, in the order that the schema wants.
 */
#ifndef RECORD_BUILD_H
#define RECORD_BUILD_H

#include "domain/provision.h"
#include "record/make.h"
#include "record/record.h"

#define BUILD_SCRATCH (64u << 20) /* bytes of one build */

/* One build. */
struct building {
	struct maker mk;
	const struct bundle *b;
	const struct meeting *m;
	const struct committee *committee; /* or NULL */
	const struct record_dates *dates;  /* or NULL */
	struct ranges all;		   /* every paragraph of the meeting */
	const char *chair;		   /* ref of who presides, or NULL */
	int *marks; /* of a year: by the committee's index; 0: none */
};

/* build_organisation(g, root): the organisation, if it is known. */
void build_organisation(struct building *g, xmlNode *root);

/* build_person(g, node, ref): who, name and party of a person; of one that the
 * bundle does not know, the ref as name. */
void build_person(struct building *g, xmlNode *node, const char *ref);

/* build_people(g, parent, name, list): an element for each person. */
void build_people(struct building *g, xmlNode *parent, const char *name,
    const text_list *list);

/* build_mandate(g, ref): the weightiest mandate of the person in the committee
 * on the meeting's day, other than the secretary's, or NULL. */
const struct mandate *build_mandate(const struct building *g, const char *ref);

/* build_chair(g): who presides: of those present (of all, before anybody is)
 * the one with the weightiest mandate of the presidium, or NULL. */
const char *build_chair(const struct building *g);

/* build_called(g, node): chair, secretary and everybody with a mandate. */
void build_called(struct building *g, xmlNode *node);

/* build_attendance(g, node): members, deputies and others who were there. */
void build_attendance(struct building *g, xmlNode *node);

/* build_absences_told(g, node): who cannot come and who was asked instead;
 * build_forecast: who is expected to serve; build_course: who presided instead
 * of the chair, breaks. */
void build_absences_told(struct building *g, xmlNode *node);
void build_forecast(struct building *g, xmlNode *node);
void build_course(struct building *g, xmlNode *node);

/* build_presiding(g, node, paragraph): who presides in that paragraph, when
 * somebody does instead of the chair. */
void build_presiding(struct building *g, xmlNode *node, int paragraph);

/* build_agenda(g, node): the items that have not been removed. */
void build_agenda(struct building *g, xmlNode *node);

/* build_department_name(g, code): the office's name; what stands there if it is
 * not a known code. */
const char *build_department_name(const struct building *g, const char *code);

/* build_secrecy(g, node, s): the mark, with its neutral title, if any. */
void build_secrecy(struct building *g, xmlNode *node, const struct secrecy *s);

/* build_documents(g, node, matter): the matter's documents. */
void build_documents(
    struct building *g, xmlNode *node, const struct matter *matter);

/* build_paragraphs(g, node): what happened, paragraph by paragraph. */
void build_paragraphs(struct building *g, xmlNode *node);

/* build_questions, build_divisions, build_elections(g, node, p): what the chair
 * asked, how it was voted, who was elected. */
void build_questions(
    struct building *g, xmlNode *node, const struct paragraph *p);
void build_divisions(
    struct building *g, xmlNode *node, const struct paragraph *p);
void build_elections(
    struct building *g, xmlNode *node, const struct paragraph *p);

/* build_corrections(g, node): what was corrected in the minutes. */
void build_corrections(struct building *g, xmlNode *node);

/* build_appeals(g, node, nr): the appeals of paragraph ${nr}. */
void build_appeals(struct building *g, xmlNode *node, int nr);

/* build_approvals(g, node, x): who approved the minutes or sent them back. */
void build_approvals(
    struct building *g, xmlNode *node, const struct minutes *x);

/* build_texts(g, node, nr): what was composed of paragraph ${nr}. */
void build_texts(struct building *g, xmlNode *node, int nr);

/* build_annexes(g, node): the annexes that the minutes cite, by number. */
void build_annexes(struct building *g, xmlNode *node);

/* build_annex(g, kind, nr, index): the annex that the ${index}th division,
 * dissent ... of paragraph ${nr} is, or NULL. */
const struct annex *build_annex(
    const struct building *g, enum annex_kind kind, int nr, int index);

/* build_delegation_list(g, node, matter, nr): the decisions made on delegation
 * that paragraph ${nr} reports, where they are an annex. */
void build_delegation_list(
    struct building *g, xmlNode *node, const struct matter *matter, int nr);

/* build_annex_nr(g, node, kind, nr, index): its number as the attribute bilaga.
 */
void build_annex_nr(
    struct building *g, xmlNode *node, enum annex_kind kind, int nr, int index);

/* build_subject(g, node, nr): registration number and title of what paragraph
 * ${nr} is about; of a secret matter only its neutral title. */
void build_subject(struct building *g, xmlNode *node, int nr);

/* build_approval(g, node): approvers, minutes, notices, deliveries, steps. */
void build_approval(struct building *g, xmlNode *node);

/* build_address(g, node, address): its lines, which commas, semicolons and line
 * ends part. */
void build_address(struct building *g, xmlNode *node, const char *address);

/* build_delegations(g, node): the decisions made on delegation that are
 * reported to the meeting: the documents of that kind in its matters. */
void build_delegations(struct building *g, xmlNode *node);

/* build_commission_text(p, c): what the commission says, of its own or as the
 * point of the decision; NULL if neither does. */
const char *build_commission_text(
    const struct paragraph *p, const struct commission *c);

/* build_actions(g, node): what somebody is to do because of a paragraph; of a
 * secret matter without words. */
void build_actions(struct building *g, xmlNode *node);

/* build_marks(g, list): the sign of each body that meets, from 1 in the order
 * of the bundle; a council has its committee's. */
void build_marks(struct building *g, const record_meetings *list);

/* build_planned(g, node, m): one meeting of a year. */
void build_planned(
    struct building *g, xmlNode *parent, const struct record_meeting *m);

/* build_basis(g, node, parts): the periods that the year was planned round. */
void build_basis(struct building *g, xmlNode *node, int year,
    const struct record_year_parts *parts);

/* build_days(g, node, year, list, parts): each day of the year, in rows by the
 * day of the month, with week, kind of day off and meetings. */
void build_days(struct building *g, xmlNode *node, int year,
    const record_meetings *list, const struct record_year_parts *parts);

/* build_flows(g, node, parts): the steps of cycles, and how each committee's
 * differ from the common ones. */
void build_flows(
    struct building *g, xmlNode *node, const struct record_year_parts *parts);

/* build_loads(g, node, parts), build_absences(g, node, parts) */
void build_loads(
    struct building *g, xmlNode *node, const struct record_year_parts *parts);
void build_absences(
    struct building *g, xmlNode *node, const struct record_year_parts *parts);

/* build_upcoming(g, node): the committee's meetings to come. */
void build_upcoming(struct building *g, xmlNode *node);

/* variant_attendance(meeting, keep): cut the attendance to these paragraphs.
 * Returns 0 or KL_E_NOMEM. */
int variant_attendance(xmlNode *meeting, const struct ranges *keep);

/* variant_hide(doc): leave out what is secret, keeping number, neutral title
 * and ground of each secret item and document. */
void variant_hide(xmlDoc *doc);

/* variant_draft(doc): leave out annexes, corrections and breaks of paragraphs
 * that are adjusted immediately, in minutes of their own. */
void variant_draft(xmlDoc *doc);

#endif
