/* SPDX-License-Identifier: EUPL-1.2
 *
 * The members of a meeting and of everything that belongs to one, in the order
 * of their statements.
 */
#include "config.h"

#include "store/fact.h"

const struct row_field meeting_fields[] = {
	ROW(ROW_NEED, struct meeting, key, "sammanträde"),
	ROW(ROW_NEED, struct meeting, committee, "nämnd"),
	ROW(ROW_DATE, struct meeting, day, "datum"),
	ROW(ROW_INT, struct meeting, seq, "nr"),
	ROW(ROW_OPT, struct meeting, number, "nummer"),
	ROW(ROW_TEXT, struct meeting, time, "tid"),
	ROW(ROW_TEXT, struct meeting, end, "slut"),
	ROW(ROW_TEXT, struct meeting, place, "plats"),
	ROW_OF(ROW_KIND, struct meeting, state, "tillstånd", words_meeting),
	ROW(ROW_TEXT, struct meeting, why, "skäl"),
	ROW(ROW_TEXT, struct meeting, uid, "uid"),
	ROW(ROW_INT, struct meeting, sequence, "ändringar"),
	ROW(ROW_TEXT, struct meeting, changed, "ändrat"),
	ROW(ROW_BOOL, struct meeting, open, "öppet"),
	ROW(ROW_BOOL, struct meeting, extra, "extra"),
	ROW_LAST,
};

const struct row_field item_fields[] = {
	ROW(ROW_INT, struct agenda_item, position, "punkt"),
	ROW(ROW_TEXT, struct agenda_item, nr, "nr"),
	ROW(ROW_TEXT, struct agenda_item, number, "dnr"),
	ROW(ROW_TEXT, struct agenda_item, title, "rubrik"),
	ROW(ROW_TEXT, struct agenda_item, unit, "enhet"),
	ROW(ROW_TEXT, struct agenda_item, note, "not"),
	ROW(ROW_TEXT, struct agenda_item, mark, "märke"),
	ROW(ROW_BOOL, struct agenda_item, late, "sen"),
	ROW(ROW_BOOL, struct agenda_item, immediate, "omedelbar"),
	ROW(ROW_BOOL, struct agenda_item, handed_out, "utdelas"),
	ROW(ROW_BOOL, struct agenda_item, standing, "stående"),
	ROW(ROW_OPT, struct agenda_item, version, "version"),
	ROW(ROW_OPT, struct agenda_item, removed, "utgår"),
	ROW(ROW_REF, struct agenda_item, previous, "föregående"),
	ROW(ROW_TEXT, struct agenda_item, previous_key, "föregående"),
	ROW_LAST,
};

const struct row_field version_fields[] = {
	ROW(ROW_INT, struct agenda_version, version, "version"),
	ROW(ROW_DAY, struct agenda_version, published, "publicerad"),
	ROW(ROW_TEXT, struct agenda_version, record_sha256, "akt"),
	ROW_LAST,
};

const struct row_field attendance_fields[] = {
	ROW(ROW_NEED, struct attendance, person, "person"),
	ROW(ROW_TEXT, struct attendance, paragraphs, "paragrafer"),
	ROW(ROW_TEXT, struct attendance, serves_for, "för"),
	ROW(ROW_BOOL, struct attendance, serving, "tjänstgör"),
	ROW(ROW_BOOL, struct attendance, remote, "distans"),
	ROW(ROW_TEXT, struct attendance, from, "från"),
	ROW(ROW_TEXT, struct attendance, until, "till"),
	ROW_LAST,
};

const struct row_field other_fields[] = {
	ROW(ROW_NEED, struct other_present, name, "namn"),
	ROW(ROW_TEXT, struct other_present, paragraphs, "paragrafer"),
	ROW_OF(ROW_WORD, struct other_present, kind, "slag", words_visitor),
	ROW(ROW_TEXT, struct other_present, from, "från"),
	ROW(ROW_TEXT, struct other_present, until, "till"),
	ROW(ROW_BOOL, struct other_present, remote, "distans"),
	ROW_LAST,
};

const struct row_field report_fields[] = {
	ROW(ROW_NEED, struct absence_report, person, "person"),
	ROW(ROW_DAY, struct absence_report, reported, "anmält"),
	ROW(ROW_TEXT, struct absence_report, by, "av"),
	ROW(ROW_TEXT, struct absence_report, from, "från"),
	ROW(ROW_TEXT, struct absence_report, until, "till"),
	ROW(ROW_TEXT, struct absence_report, why, "skäl"),
	ROW_LAST,
};

const struct row_field call_fields[] = {
	ROW(ROW_NEED, struct call, person, "person"),
	ROW(ROW_DAY, struct call, asked, "tillfrågad"),
	ROW_OF(ROW_WORD, struct call, answer, "svar", words_call),
	ROW_LAST,
};

const struct row_field presiding_fields[] = {
	ROW(ROW_NEED, struct presiding, person, "person"),
	ROW(ROW_TEXT, struct presiding, paragraphs, "paragrafer"),
	ROW(ROW_BOOL, struct presiding, elected, "vald"),
	ROW_LAST,
};

const struct row_field adjournment_fields[] = {
	ROW(ROW_OPT, struct adjournment, paragraph, "paragraf"),
	ROW(ROW_TEXT, struct adjournment, from, "från"),
	ROW(ROW_TEXT, struct adjournment, until, "till"),
	ROW(ROW_TEXT, struct adjournment, why, "skäl"),
	ROW_LAST,
};

const struct row_field conflict_fields[] = {
	ROW(ROW_TEXT, struct conflict, person, "person"),
	ROW(ROW_TEXT, struct conflict, name, "namn"),
	ROW(ROW_INT, struct conflict, paragraph, "paragraf"),
	ROW(ROW_TEXT, struct conflict, ground, "grund"),
	ROW(ROW_BOOL, struct conflict, contested, "bestritt"),
	ROW(ROW_BOOL, struct conflict, rejected, "prövat"),
	ROW_LAST,
};

const struct row_field paragraph_fields[] = {
	ROW(ROW_INT, struct paragraph, nr, "nr"),
	ROW(ROW_TEXT, struct paragraph, item, "punkt"),
	ROW(ROW_TEXT, struct paragraph, title, "rubrik"),
	ROW(ROW_TEXT, struct paragraph, background, "ärendet"),
	ROW(ROW_TEXT, struct paragraph, procedure, "beslutsgång"),
	ROW_OF(ROW_WORD, struct paragraph, outcome, "utgång", words_outcome),
	ROW(ROW_DAY, struct paragraph, tabled_to, "utgång"),
	ROW(ROW_TEXT, struct paragraph, referred_to, "utgång"),
	ROW(ROW_TEXT, struct paragraph, missing, "saknas"),
	ROW(ROW_INT, struct paragraph, open, "öppen"),
	ROW(ROW_TEXT, struct paragraph, rapporteur, "föredragande"),
	ROW(ROW_TEXT, struct paragraph, reasons, "skäl"),
	ROW_OF(
	    ROW_WORD, struct paragraph, appeal, "överklagande", words_appeal),
	ROW_LAST,
};

const struct row_field question_fields[] = {
	ROW_OF(ROW_WORD, struct question, kind, "slag", words_question),
	ROW(ROW_TEXT, struct question, carried, "utfall"),
	ROW(ROW_OPT, struct question, division, "omröstning"),
	ROW_LAST,
};

const struct row_field election_fields[] = {
	ROW(ROW_TEXT, struct election, office, "uppdrag"),
	ROW(ROW_DAY, struct election, from, "från"),
	ROW(ROW_DAY, struct election, to, "till"),
	ROW(ROW_BOOL, struct election, secret, "sluten"),
	ROW_LAST,
};

const struct row_field commission_fields[] = {
	ROW(ROW_OPT, struct commission, point, "punkt"),
	ROW(ROW_TEXT, struct commission, responsible, "ansvarig"),
	ROW(ROW_DAY, struct commission, due, "senast"),
	ROW(ROW_TEXT, struct commission, text, "text"),
	ROW(ROW_DAY, struct commission, reported, "återredovisat"),
	ROW(ROW_TEXT, struct commission, reported_at, "vid"),
	ROW_LAST,
};

const struct row_field edit_fields[] = {
	ROW(ROW_NEED, struct edited_text, part, "del"),
	ROW(ROW_TEXT, struct edited_text, text, "text"),
	ROW(ROW_TEXT, struct edited_text, was, "var"),
	ROW_LAST,
};

const struct row_field proposal_fields[] = {
	ROW(ROW_TEXT, struct proposal, ref, "id"),
	ROW_OF(ROW_WORD, struct proposal, kind, "slag", words_proposal),
	ROW(ROW_TEXT, struct proposal, text, "text"),
	ROW(ROW_BOOL, struct proposal, withdrawn, "återtaget"),
	ROW_LAST,
};

const struct row_field division_fields[] = {
	ROW(ROW_TEXT, struct division, yes, "ja"),
	ROW(ROW_TEXT, struct division, no, "nej"),
	ROW(ROW_TEXT, struct division, text, "text"),
	ROW(ROW_BOOL, struct division, secret, "sluten"),
	ROW(ROW_BOOL, struct division, casting, "utslagsröst"),
	ROW(ROW_BOOL, struct division, lots, "lottning"),
	ROW(ROW_TEXT, struct division, carried, "utfall"),
	ROW(ROW_COUNT, struct division, count[VOTE_YES], "antal"),
	ROW(ROW_COUNT, struct division, count[VOTE_NO], "antal"),
	ROW(ROW_COUNT, struct division, count[VOTE_ABSTAIN], "antal"),
	ROW(ROW_COUNT, struct division, count[VOTE_ABSENT], "antal"),
	ROW_LAST,
};

const struct row_field dissent_fields[] = {
	ROW(ROW_TEXT, struct dissent, text, "text"),
	ROW(ROW_TEXT, struct dissent, announced, "anmäld"),
	ROW(ROW_BOOL, struct dissent, late, "sen"),
	ROW(ROW_DAY, struct dissent, motivated, "motiverad"),
	ROW_LAST,
};

const struct row_field statement_fields[] = {
	ROW_OF(ROW_WORD, struct statement, kind, "slag", words_statement),
	ROW(ROW_TEXT, struct statement, text, "text"),
	ROW_LAST,
};

const struct row_field minutes_fields[] = {
	ROW(ROW_INT, struct minutes, seq, "nr"),
	ROW(ROW_TEXT, struct minutes, paragraphs, "paragrafer"),
	ROW_OF(ROW_KIND, struct minutes, state, "tillstånd", words_minutes),
	ROW(ROW_DAY, struct minutes, adjusted, "justering"),
	ROW(ROW_DAY, struct minutes, posted, "uppe"),
	ROW(ROW_DAY, struct minutes, taken_down, "nere"),
	ROW(ROW_TEXT, struct minutes, record_sha256, "akt"),
	ROW(ROW_TEXT, struct minutes, pdf_sha256, "pdf"),
	ROW(ROW_INT, struct minutes, version, "version"),
	ROW(ROW_DAY, struct minutes, superseded, "ersatt"),
	ROW(ROW_DAY, struct minutes, announced, "kungjort"),
	ROW_LAST,
};

const struct row_field interruption_fields[] = {
	ROW(ROW_DATE, struct interruption, from, "från"),
	ROW(ROW_DAY, struct interruption, back, "till"),
	ROW(ROW_TEXT, struct interruption, why, "skäl"),
	ROW_LAST,
};

const struct row_field accepted_fields[] = {
	ROW(ROW_NEED, struct accepted_warning, code, "kod"),
	ROW(ROW_OPT, struct accepted_warning, paragraph, "paragraf"),
	ROW(ROW_TEXT, struct accepted_warning, by, "av"),
	ROW(ROW_DAY, struct accepted_warning, day, "datum"),
	ROW(ROW_TEXT, struct accepted_warning, why, "skäl"),
	ROW_LAST,
};

const struct row_field approval_fields[] = {
	ROW(ROW_NEED, struct approval, person, "person"),
	ROW(ROW_DATE, struct approval, day, "datum"),
	ROW(ROW_TEXT, struct approval, instant, "kl"),
	ROW(ROW_TEXT, struct approval, record_sha256, "akt"),
	ROW(ROW_TEXT, struct approval, pdf_sha256, "pdf"),
	ROW(ROW_TEXT, struct approval, evidence_sha256, "bevis"),
	ROW(ROW_DAY, struct approval, withdrawn, "återtaget"),
	ROW_LAST,
};

const struct row_field rejection_fields[] = {
	ROW(ROW_NEED, struct rejection, person, "person"),
	ROW(ROW_DATE, struct rejection, day, "datum"),
	ROW(ROW_TEXT, struct rejection, comment, "kommentar"),
	ROW(ROW_TEXT, struct rejection, record_sha256, "akt"),
	ROW_LAST,
};

const struct row_field annex_fields[] = {
	ROW(ROW_INT, struct annex, nr, "nr"),
	ROW_OF(ROW_WORD, struct annex, kind, "slag", words_annex),
	ROW(ROW_OPT, struct annex, paragraph, "paragraf"),
	ROW(ROW_OPT, struct annex, index, "del"),
	ROW(ROW_TEXT, struct annex, title, "titel"),
	ROW(ROW_TEXT, struct annex, file, "fil"),
	ROW(ROW_TEXT, struct annex, sha256, "fil"),
	ROW_LAST,
};

const struct row_field correction_fields[] = {
	ROW(ROW_INT, struct correction, paragraph, "paragraf"),
	ROW(ROW_DATE, struct correction, day, "datum"),
	ROW(ROW_TEXT, struct correction, was, "var"),
	ROW(ROW_TEXT, struct correction, is, "är"),
	ROW(ROW_TEXT, struct correction, why, "skäl"),
	ROW(ROW_DAY, struct correction, adjusted, "justerad"),
	ROW_LAST,
};

const struct row_field appeal_fields[] = {
	ROW(ROW_INT, struct appeal, nr, "nr"),
	ROW(ROW_INT, struct appeal, paragraph, "paragraf"),
	ROW(ROW_TEXT, struct appeal, by, "av"),
	ROW(ROW_DAY, struct appeal, received, "inkom"),
	ROW_OF(ROW_WORD, struct appeal, place, "hos", words_appeal_place),
	ROW_OF(ROW_WORD, struct appeal, time, "tid", words_appeal_time),
	ROW(ROW_DAY, struct appeal, tried, "prövat"),
	ROW(ROW_DAY, struct appeal, forwarded, "vidaresänt"),
	ROW(ROW_TEXT, struct appeal, court, "domstol"),
	ROW(ROW_TEXT, struct appeal, case_number, "mål"),
	ROW(ROW_DAY, struct appeal, stayed, "inhibition"),
	ROW_OF(
	    ROW_WORD, struct appeal, outcome, "utfall", words_appeal_outcome),
	ROW(ROW_DAY, struct appeal, decided, "avgjort"),
	ROW(ROW_TEXT, struct appeal, reported_at, "anmält"),
	ROW_LAST,
};

const struct row_field force_fields[] = {
	ROW(ROW_INT, struct legal_force, paragraph, "paragraf"),
	ROW(ROW_DAY, struct legal_force, asked, "förfrågan"),
	ROW(ROW_TEXT, struct legal_force, court, "domstol"),
	ROW(ROW_TEXT, struct legal_force, answered_by, "svar-av"),
	ROW(ROW_DAY, struct legal_force, county_board, "länsstyrelsen"),
	ROW(ROW_DAY, struct legal_force, since, "sedan"),
	ROW_LAST,
};

const struct row_field proceeding_fields[] = {
	ROW(ROW_INT, struct proceeding, seq, "nr"),
	ROW(ROW_NEED, struct proceeding, text, "rad"),
	ROW(ROW_TEXT, struct proceeding, instant, "kl"),
	ROW(ROW_BOOL, struct proceeding, undone, "ångrad"),
	ROW_LAST,
};

const struct row_field delivery_fields[] = {
	ROW(ROW_INT, struct delivery, paragraph, "paragraf"),
	ROW(ROW_NEED, struct delivery, recipient, "mottagare"),
	ROW(ROW_TEXT, struct delivery, way, "sätt"),
	ROW_OF(ROW_KIND, struct delivery, state, "tillstånd", words_delivery),
	ROW(ROW_DAY, struct delivery, sent, "skickad"),
	ROW(ROW_DAY, struct delivery, receipted, "kvitterad"),
	ROW_LAST,
};
