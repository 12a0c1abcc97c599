/* SPDX-License-Identifier: EUPL-1.2
 *
 * Every kind of fact as a table: its members in the order of its statements and
 * the statements that make its canonical form.
 */
#include "config.h"

#include <string.h>

#include "store/fact.h"

static const struct row_field organisation_fields[] = {
	ROW(ROW_NEED, struct organisation, name, "namn"),
	ROW(ROW_TEXT, struct organisation, language, "språk"),
	ROW(ROW_TEXT, struct organisation, colour, "färg"),
	ROW(ROW_TEXT, struct organisation, accent, "accent"),
	ROW(ROW_TEXT, struct organisation, picture, "bild"),
	ROW(ROW_TEXT, struct organisation, picture_sha256, "bild"),
	ROW(ROW_TEXT, struct organisation, address, "adress"),
	ROW(ROW_TEXT, struct organisation, email, "epost"),
	ROW(ROW_TEXT, struct organisation, web, "webb"),
	ROW(ROW_TEXT, struct organisation, storage, "förvaring"),
	ROW_LAST,
};

static const struct row_field department_fields[] = {
	ROW(ROW_NEED, struct department, code, "kod"),
	ROW(ROW_TEXT, struct department, name, "namn"),
	ROW_LAST,
};

static const struct row_field committee_fields[] = {
	ROW(ROW_NEED, struct committee, code, "kod"),
	ROW(ROW_TEXT, struct committee, name, "namn"),
	ROW_OF(ROW_WORD, struct committee, kind, "slag", words_body),
	ROW(ROW_TEXT, struct committee, department, "kontor"),
	ROW(ROW_OPT, struct committee, seats, "ledamöter"),
	ROW_OF(ROW_WORD, struct committee, numbering, "numrering",
	    words_numbering),
	ROW(ROW_TEXT, struct committee, number_template, "diariemall"),
	ROW(ROW_OPT, struct committee, summons_days, "kallelse-dagar"),
	ROW(ROW_TEXT, struct committee, cycle, "cykel"),
	ROW_LAST,
};

const struct row_field order_fields[] = {
	ROW(ROW_TEXT, struct party_order, party, "parti"),
	ROW(ROW_TEXT, struct party_order, order, "parti"),
	ROW_LAST,
};

const struct row_field right_fields[] = {
	ROW_OF(ROW_WORD, struct right_to_attend, who, "för", words_visitor),
	ROW(ROW_BOOL, struct right_to_attend, attend, "närvara"),
	ROW(ROW_BOOL, struct right_to_attend, speak, "yttra"),
	ROW(ROW_BOOL, struct right_to_attend, opinion, "mening"),
	ROW(ROW_TEXT, struct right_to_attend, source, "källa"),
	ROW_LAST,
};

static const struct row_field regulation_fields[] = {
	ROW(ROW_TEXT, struct regulation, committee, "nämnd"),
	ROW(ROW_NEED, struct regulation, rule, "namn"),
	ROW(ROW_DAY, struct regulation, from, "från"),
	ROW(ROW_INT, struct regulation, value, "värde"),
	ROW(ROW_TEXT, struct regulation, source, "källa"),
	ROW_LAST,
};

static const struct row_field person_fields[] = {
	ROW(ROW_NEED, struct person, ref, "id"),
	ROW(ROW_TEXT, struct person, first, "förnamn"),
	ROW(ROW_TEXT, struct person, last, "efternamn"),
	ROW(ROW_TEXT, struct person, party, "parti"),
	ROW(ROW_TEXT, struct person, email, "epost"),
	ROW(ROW_TEXT, struct person, phone, "telefon"),
	ROW(ROW_TEXT, struct person, address, "adress"),
	ROW_LAST,
};

static const struct row_field mandate_fields[] = {
	ROW(ROW_NEED, struct mandate, committee, "nämnd"),
	ROW(ROW_NEED, struct mandate, person, "person"),
	ROW_OF(ROW_KIND, struct mandate, role, "roll", words_role),
	ROW(ROW_DAY, struct mandate, from, "från"),
	ROW(ROW_DAY, struct mandate, to, "till"),
	ROW(ROW_OPT, struct mandate, order, "ordning"),
	ROW(ROW_TEXT, struct mandate, personal_for, "personlig-för"),
	ROW_LAST,
};

static const struct row_field matter_fields[] = {
	ROW(ROW_NEED, struct matter, number, "dnr"),
	ROW(ROW_NEED, struct matter, committee, "nämnd"),
	ROW(ROW_TEXT, struct matter, title, "rubrik"),
	ROW(ROW_TEXT, struct matter, department, "kontor"),
	ROW(ROW_TEXT, struct matter, unit, "enhet"),
	ROW(ROW_TEXT, struct matter, officer, "handläggare"),
	ROW_OF(ROW_WORD, struct matter, kind, "slag", words_matter),
	ROW_OF(ROW_WORD, struct matter, appeal, "överklagande", words_appeal),
	ROW(ROW_TEXT, struct matter, secrecy.provision, "lagrum"),
	ROW(ROW_DAY, struct matter, secrecy.date, "datum"),
	ROW(ROW_TEXT, struct matter, secrecy.authority, "sekretess"),
	ROW(ROW_TEXT, struct matter, secrecy.neutral_title, "neutral-rubrik"),
	ROW(ROW_TEXT, struct matter, meeting, "sammanträde"),
	ROW(ROW_DAY, struct matter, registered, "registrerat"),
	ROW(ROW_DAY, struct matter, answer_by, "svar-senast"),
	ROW(ROW_BOOL, struct matter, authority, "myndighetsutövning"),
	ROW_LAST,
};

static const struct row_field document_fields[] = {
	ROW(ROW_INT, struct document_file, nr, "nr"),
	ROW(ROW_TEXT, struct document_file, kind, "slag"),
	ROW(ROW_TEXT, struct document_file, title, "titel"),
	ROW(ROW_DAY, struct document_file, date, "datum"),
	ROW_OF(ROW_WORD, struct document_file, direction, "riktning",
	    words_direction),
	ROW(ROW_TEXT, struct document_file, correspondent, "korrespondent"),
	ROW(ROW_BOOL, struct document_file, publish, "publiceras"),
	ROW(ROW_TEXT, struct document_file, secrecy.provision, "lagrum"),
	ROW(ROW_DAY, struct document_file, secrecy.date, "datum"),
	ROW(ROW_TEXT, struct document_file, secrecy.authority, "sekretess"),
	ROW(ROW_TEXT, struct document_file, secrecy.neutral_title,
	    "neutral-rubrik"),
	ROW(ROW_TEXT, struct document_file, file, "fil"),
	ROW(ROW_TEXT, struct document_file, sha256, "fil"),
	ROW(ROW_LONG, struct document_file, size, "fil"),
	ROW_LAST,
};

static const struct row_field override_fields[] = {
	ROW(ROW_NEED, struct override_row, step, "steg"),
	ROW(ROW_TEXT, struct override_row, why, "skäl"),
	ROW(ROW_DATE, struct override_row, day, "datum"),
	ROW_LAST,
};

static const struct row_field record_fields[] = {
	ROW(ROW_NEED, struct record_row, kind, "slag"),
	ROW(ROW_NEED, struct record_row, sha256, "akt"),
	ROW(ROW_DATE, struct record_row, day, "datum"),
	ROW_LAST,
};

static const struct row_field issued_fields[] = {
	ROW(ROW_TEXT, struct issued, meeting, "sammanträde"),
	ROW(ROW_NEED, struct issued, kind, "slag"),
	ROW(ROW_TEXT, struct issued, paragraphs, "paragrafer"),
	ROW(ROW_NEED, struct issued, format, "format"),
	ROW(ROW_NEED, struct issued, sha256, "sha256"),
	ROW(ROW_TEXT, struct issued, record_sha256, "akt"),
	ROW(ROW_TEXT, struct issued, template_sha256, "mall"),
	ROW(ROW_TEXT, struct issued, build, "program"),
	ROW(ROW_DAY, struct issued, day, "datum"),
	ROW_LAST,
};

static const struct row_field user_fields[] = {
	ROW(ROW_NEED, struct store_user, name, "user"),
	ROW(ROW_NEED, struct store_user, role, "role"),
	ROW(ROW_TEXT, struct store_user, login, "login"),
	ROW_LAST,
};

static const struct row_field template_fields[] = {
	ROW(ROW_NEED, struct template_choice, kind, "slag"),
	ROW(ROW_TEXT, struct template_choice, committee, "nämnd"),
	ROW(ROW_NEED, struct template_choice, file, "fil"),
	ROW(ROW_NEED, struct template_choice, sha256, "mall"),
	ROW(ROW_DATE, struct template_choice, day, "datum"),
	ROW_LAST,
};

static const struct row_field room_fields[] = {
	ROW(ROW_NEED, struct room, code, "kod"),
	ROW(ROW_TEXT, struct room, name, "namn"),
	ROW(ROW_OPT, struct room, capacity, "platser"),
	ROW_LAST,
};

static const struct row_field booking_fields[] = {
	ROW(ROW_NEED, struct booking, room, "lokal"),
	ROW(ROW_DATE, struct booking, from, "från"),
	ROW(ROW_DATE, struct booking, to, "till"),
	ROW(ROW_TEXT, struct booking, start, "tid"),
	ROW(ROW_TEXT, struct booking, end, "slut"),
	ROW(ROW_TEXT, struct booking, what, "vad"),
	ROW_LAST,
};

static const struct row_field stand_in_fields[] = {
	ROW(ROW_NEED, struct stand_in, person, "för"),
	ROW(ROW_NEED, struct stand_in, by, "person"),
	ROW(ROW_TEXT, struct stand_in, committee, "nämnd"),
	ROW(ROW_OPT, struct stand_in, order, "ordning"),
	ROW_LAST,
};

static const struct row_field absence_fields[] = {
	ROW(ROW_NEED, struct absence, person, "person"),
	ROW(ROW_DATE, struct absence, from, "från"),
	ROW(ROW_DATE, struct absence, to, "till"),
	ROW(ROW_TEXT, struct absence, why, "skäl"),
	ROW_LAST,
};

static const struct row_field plan_rules_fields[] = {
	ROW(ROW_NEED, struct plan_rules, committee, "nämnd"),
	ROW(ROW_OPT, struct plan_rules, year, "år"),
	ROW(ROW_OPT, struct plan_rules, meetings, "antal"),
	ROW(ROW_TEXT, struct plan_rules, weekdays, "veckodagar"),
	ROW(ROW_TEXT, struct plan_rules, start, "tid"),
	ROW(ROW_TEXT, struct plan_rules, end, "slut"),
	ROW(ROW_TEXT, struct plan_rules, other_starts, "andra-tider"),
	ROW(ROW_OPT, struct plan_rules, gap_min, "mellanrum"),
	ROW(ROW_OPT, struct plan_rules, gap_max, "mellanrum"),
	ROW(ROW_OPT, struct plan_rules, lead_min, "råd-före"),
	ROW(ROW_OPT, struct plan_rules, lead_max, "råd-före"),
	ROW(ROW_TEXT, struct plan_rules, room, "lokal"),
	ROW_LAST,
};

const struct row_field window_fields[] = {
	ROW(ROW_TEXT, struct meeting_window, name, "namn"),
	ROW(ROW_DATE, struct meeting_window, from, "från"),
	ROW(ROW_DATE, struct meeting_window, to, "till"),
	ROW_LAST,
};

static const struct row_field plan_fields[] = {
	ROW(ROW_INT, struct plan_row, year, "år"),
	ROW(ROW_INT, struct plan_row, current, "version"),
	ROW(ROW_OPT, struct plan_row, adopted, "version"),
	ROW_LAST,
};

static const struct row_field done_fields[] = {
	ROW(ROW_NEED, struct step_done, step, "steg"),
	ROW(ROW_DATE, struct step_done, day, "datum"),
	ROW(ROW_NEED, struct step_done, user, "user"),
	ROW_LAST,
};

const struct fact_kind fact_kinds[FACT_COUNT] = {
	[FACT_ORGANISATION] = { "organisation", "organisation",
	    SQL_ORGANISATION_FIND, SQL_ORGANISATION_PUT, organisation_fields,
	    { SQL_ORGANISATION_CANON }, { SQL_NONE } },
	[FACT_DEPARTMENT] = { "department", "kontor", SQL_DEPARTMENT_FIND,
	    SQL_DEPARTMENT_PUT, department_fields, { SQL_DEPARTMENT_CANON },
	    { SQL_NONE } },
	[FACT_COMMITTEE] = { "committee", "nämnd", SQL_COMMITTEE_FIND,
	    SQL_COMMITTEE_PUT, committee_fields,
	    { SQL_COMMITTEE_CANON, SQL_COMMITTEE_ORDER_CANON,
		SQL_COMMITTEE_STANDING_CANON, SQL_COMMITTEE_ASSISTS_CANON },
	    { SQL_COMMITTEE_ORDER_CLEAR, SQL_COMMITTEE_RIGHT_CLEAR,
		SQL_COMMITTEE_STANDING_CLEAR, SQL_COMMITTEE_ASSISTS_CLEAR } },
	[FACT_PERSON] = { "person", "person", SQL_PERSON_FIND, SQL_PERSON_PUT,
	    person_fields, { SQL_PERSON_CANON }, { SQL_NONE } },
	[FACT_MANDATE] = { "mandate", "mandat", SQL_MANDATE_FIND,
	    SQL_MANDATE_PUT, mandate_fields, { SQL_MANDATE_CANON },
	    { SQL_NONE } },
	[FACT_MATTER] = { "matter", "ärende", SQL_MATTER_FIND, SQL_MATTER_PUT,
	    matter_fields,
	    { SQL_MATTER_CANON, SQL_MATTER_PROPOSAL_CANON,
		SQL_MATTER_RECIPIENT_CANON },
	    { SQL_MATTER_PROPOSAL_CLEAR, SQL_MATTER_RECIPIENT_CLEAR } },
	[FACT_DOCUMENT] = { "document", "handling", SQL_DOCUMENT_FIND,
	    SQL_DOCUMENT_PUT, document_fields, { SQL_DOCUMENT_CANON },
	    { SQL_NONE } },
	[FACT_MEETING] = { "meeting", "sammanträde", SQL_MEETING_FIND,
	    SQL_MEETING_PUT, meeting_fields, { SQL_MEETING_CANON },
	    { SQL_NONE } },
	[FACT_ITEM] = { "item", "punkt", SQL_NONE, SQL_ITEM_PUT, item_fields,
	    { SQL_ITEM_CANON }, { SQL_NONE } },
	[FACT_VERSION] = { "version", "föredragningslista", SQL_VERSION_FIND,
	    SQL_VERSION_PUT, version_fields, { SQL_VERSION_CANON },
	    { SQL_NONE } },
	[FACT_ATTENDANCE] = { "attendance", "närvaro", SQL_NONE, SQL_NONE, NULL,
	    { SQL_ATTENDANCE_CANON, SQL_OTHER_CANON, SQL_CONFLICT_CANON,
		SQL_APPROVER_CANON },
	    { SQL_ATTENDANCE_CLEAR, SQL_OTHER_CLEAR, SQL_CONFLICT_CLEAR,
		SQL_APPROVER_CLEAR, SQL_DEPUTY_CALL_CLEAR,
		SQL_ABSENCE_REPORT_CLEAR, SQL_PRESIDING_CLEAR,
		SQL_ADJOURNMENT_CLEAR } },
	[FACT_PARAGRAPH] = { "paragraph", "paragraf", SQL_PARAGRAPH_FIND,
	    SQL_PARAGRAPH_PUT, paragraph_fields,
	    { SQL_PARAGRAPH_CANON, SQL_PROPOSAL_CANON, SQL_DIVISION_CANON,
		SQL_BALLOT_CANON, SQL_DECISION_CANON, SQL_DISSENT_CANON,
		SQL_STATEMENT_CANON, SQL_PARAGRAPH_PERSON_CANON,
		SQL_PARAGRAPH_RECIPIENT_CANON },
	    { SQL_PROPOSAL_CLEAR, SQL_BALLOT_CLEAR, SQL_DIVISION_CLEAR,
		SQL_DECISION_CLEAR, SQL_DISSENT_CLEAR, SQL_STATEMENT_CLEAR,
		SQL_PARAGRAPH_PERSON_CLEAR, SQL_PARAGRAPH_RECIPIENT_CLEAR,
		SQL_QUESTION_CLEAR, SQL_ELECTION_CLEAR, SQL_COMMISSION_CLEAR,
		SQL_EDITED_TEXT_CLEAR, SQL_PARAGRAPH_NAME_CLEAR } },
	[FACT_MINUTES] = { "minutes", "protokoll", SQL_MINUTES_FIND,
	    SQL_MINUTES_PUT, minutes_fields,
	    { SQL_MINUTES_CANON, SQL_MINUTES_SIGNER_CANON },
	    { SQL_MINUTES_SIGNER_CLEAR, SQL_INTERRUPTION_CLEAR,
		SQL_ACCEPTED_WARNING_CLEAR } },
	[FACT_DELIVERY] = { "delivery", "expediering", SQL_DELIVERY_FIND,
	    SQL_DELIVERY_PUT, delivery_fields, { SQL_DELIVERY_CANON },
	    { SQL_NONE } },
	[FACT_OVERRIDE] = { "override", "avvikelse", SQL_OVERRIDE_FIND,
	    SQL_OVERRIDE_PUT, override_fields, { SQL_OVERRIDE_CANON },
	    { SQL_NONE } },
	[FACT_RECORD] = { "record", "akt", SQL_RECORD_FIND, SQL_RECORD_PUT,
	    record_fields, { SQL_RECORD_CANON }, { SQL_NONE } },
	[FACT_ISSUED] = { "issued", "dokument", SQL_NONE, SQL_ISSUED_PUT,
	    issued_fields, { SQL_ISSUED_CANON }, { SQL_NONE } },
	[FACT_USER] = { "user", "användare", SQL_ACCOUNT_FIND, SQL_ACCOUNT_PUT,
	    user_fields, { SQL_ACCOUNT_CANON, SQL_ACCOUNT_COMMITTEE_CANON },
	    { SQL_ACCOUNT_COMMITTEE_CLEAR } },
	[FACT_TEMPLATE] = { "template", "mall", SQL_TEMPLATE_FIND,
	    SQL_TEMPLATE_PUT, template_fields, { SQL_TEMPLATE_CANON },
	    { SQL_NONE } },
	[FACT_ROOM] = { "room", "lokal", SQL_ROOM_FIND, SQL_ROOM_PUT,
	    room_fields, { SQL_ROOM_CANON }, { SQL_NONE } },
	[FACT_BOOKING] = { "booking", "bokning", SQL_BOOKING_FIND,
	    SQL_BOOKING_PUT, booking_fields, { SQL_BOOKING_CANON },
	    { SQL_NONE } },
	[FACT_STAND_IN] = { "stand-in", "vikarie", SQL_STAND_IN_FIND,
	    SQL_STAND_IN_PUT, stand_in_fields, { SQL_STAND_IN_CANON },
	    { SQL_NONE } },
	[FACT_ABSENCE] = { "absence", "frånvaro", SQL_ABSENCE_FIND,
	    SQL_ABSENCE_PUT, absence_fields, { SQL_ABSENCE_CANON },
	    { SQL_NONE } },
	[FACT_PLAN_RULES] = { "plan-rules", "planregler", SQL_PLAN_RULES_FIND,
	    SQL_PLAN_RULES_PUT, plan_rules_fields,
	    { SQL_PLAN_RULES_CANON, SQL_PLAN_WINDOW_CANON },
	    { SQL_PLAN_WINDOW_CLEAR } },
	[FACT_PLAN] = { "plan", "plan", SQL_PLAN_FIND, SQL_PLAN_PUT,
	    plan_fields,
	    { SQL_PLAN_CANON, SQL_PLAN_VERSION_CANON, SQL_PLAN_MEETING_CANON },
	    { SQL_NONE } },
	[FACT_DONE] = { "done", "gjort", SQL_DONE_FIND, SQL_DONE_PUT,
	    done_fields, { SQL_DONE_CANON }, { SQL_NONE } },
	[FACT_REGULATION] = { "regulation", "regel", SQL_REGULATION_FIND,
	    SQL_REGULATION_PUT, regulation_fields, { SQL_REGULATION_CANON },
	    { SQL_NONE } },
	[FACT_APPROVAL] = { "approval", "godkännande", SQL_APPROVAL_FIND,
	    SQL_APPROVAL_PUT, approval_fields, { SQL_APPROVAL_CANON },
	    { SQL_NONE } },
	[FACT_REJECTION] = { "rejection", "underkännande", SQL_REJECTION_FIND,
	    SQL_REJECTION_PUT, rejection_fields, { SQL_REJECTION_CANON },
	    { SQL_NONE } },
	[FACT_ANNEXES] = { "annexes", "bilagor", SQL_NONE, SQL_NONE, NULL,
	    { SQL_ANNEX_CANON }, { SQL_ANNEX_CLEAR } },
	[FACT_CORRECTION] = { "correction", "rättelse", SQL_CORRECTION_FIND,
	    SQL_CORRECTION_PUT, correction_fields,
	    { SQL_CORRECTION_CANON, SQL_CORRECTION_SIGNER_CANON },
	    { SQL_CORRECTION_SIGNER_CLEAR } },
	[FACT_APPEAL] = { "appeal", "överklagande", SQL_APPEAL_FIND,
	    SQL_APPEAL_PUT, appeal_fields, { SQL_APPEAL_CANON }, { SQL_NONE } },
	[FACT_FORCE] = { "force", "laga-kraft", SQL_FORCE_FIND, SQL_FORCE_PUT,
	    force_fields, { SQL_FORCE_CANON }, { SQL_NONE } },
	[FACT_PROCEEDING] = { "proceeding", "rad", SQL_PROCEEDING_FIND,
	    SQL_PROCEEDING_PUT, proceeding_fields, { SQL_PROCEEDING_CANON },
	    { SQL_NONE } },
};

/* The later forms of the kinds that got more members after rows of form 1 had
 * been written, each kind's in order. */
static const struct {
	enum fact fact;
	int form;
	enum sql canon[FACT_PARTS];
} later[] = {
	{ FACT_COMMITTEE, 2,
	    { SQL_COMMITTEE_CANON2, SQL_COMMITTEE_ORDER_CANON,
		SQL_COMMITTEE_STANDING_CANON, SQL_COMMITTEE_ASSISTS_CANON,
		SQL_COMMITTEE_RIGHT_CANON } },
	{ FACT_MATTER, 2,
	    { SQL_MATTER_CANON2, SQL_MATTER_PROPOSAL_CANON,
		SQL_MATTER_RECIPIENT_CANON } },
	{ FACT_MEETING, 2, { SQL_MEETING_CANON2, SQL_MEETING_MOVED_CANON } },
	{ FACT_MEETING, 3, { SQL_MEETING_CANON3, SQL_MEETING_MOVED_CANON } },
	{ FACT_ATTENDANCE, 2,
	    { SQL_ATTENDANCE_CANON, SQL_OTHER_CANON2, SQL_CONFLICT_CANON2,
		SQL_APPROVER_CANON2, SQL_ABSENCE_REPORT_CANON,
		SQL_DEPUTY_CALL_CANON, SQL_PRESIDING_CANON,
		SQL_ADJOURNMENT_CANON } },
	{ FACT_PARAGRAPH, 2,
	    { SQL_PARAGRAPH_CANON2, SQL_PROPOSAL_CANON, SQL_QUESTION_CANON,
		SQL_DIVISION_CANON2, SQL_BALLOT_CANON, SQL_ELECTION_CANON,
		SQL_DECISION_CANON, SQL_COMMISSION_CANON, SQL_EDITED_TEXT_CANON,
		SQL_DISSENT_CANON2, SQL_STATEMENT_CANON,
		SQL_PARAGRAPH_PERSON_CANON, SQL_PARAGRAPH_NAME_CANON,
		SQL_PARAGRAPH_RECIPIENT_CANON } },
	{ FACT_MINUTES, 2,
	    { SQL_MINUTES_CANON2, SQL_MINUTES_SIGNER_CANON,
		SQL_INTERRUPTION_CANON, SQL_ACCEPTED_WARNING_CANON } },
};

int
fact_form(const struct fact_kind *kind)
{
	int form = 1;
	size_t i;

	for (i = 0; i < sizeof later / sizeof *later; i++)
		if (kind == &fact_kinds[later[i].fact])
			form = later[i].form;
	return form;
}

const enum sql *
fact_canon(const struct fact_kind *kind, int form)
{
	size_t i;

	if (form == 1)
		return kind->canon;
	for (i = 0; i < sizeof later / sizeof *later; i++)
		if (kind == &fact_kinds[later[i].fact] && form == later[i].form)
			return later[i].canon;
	return NULL;
}

const struct fact_kind *
fact_named(const char *name)
{
	size_t i;

	for (i = 0; i < FACT_COUNT; i++)
		if (strcmp(fact_kinds[i].name, name) == 0)
			return &fact_kinds[i];
	return NULL;
}
