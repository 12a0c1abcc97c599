/* SPDX-License-Identifier: EUPL-1.2
 *
 * Facts compared member by member, for the tests of the store.
 */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include "store_same.h"

static void
assert_text(const char *x, const char *y)
{
	if (x == NULL || y == NULL)
		assert_ptr_equal(x, y);
	else
		assert_string_equal(x, y);
}

static void
assert_texts(const text_list *x, const text_list *y)
{
	size_t i;

	assert_int_equal(x->n, y->n);
	for (i = 0; i < x->n; i++)
		assert_text(x->v[i], y->v[i]);
}

#define SAME_TEXT(m) assert_text(x->m, y->m)
#define SAME_INT(m) assert_int_equal(x->m, y->m)

static void
same_secrecy(const struct secrecy *x, const struct secrecy *y)
{
	SAME_TEXT(provision);
	SAME_INT(date);
	SAME_TEXT(authority);
	SAME_TEXT(neutral_title);
}

void
same_organisation(const struct organisation *x, const struct organisation *y)
{
	SAME_TEXT(name);
	SAME_TEXT(language);
	SAME_TEXT(colour);
	SAME_TEXT(accent);
	SAME_TEXT(picture);
	SAME_TEXT(picture_sha256);
	SAME_TEXT(address);
	SAME_TEXT(email);
	SAME_TEXT(web);
	SAME_TEXT(storage);
}

void
same_committee(const struct committee *x, const struct committee *y)
{
	size_t i;

	SAME_INT(id);
	SAME_TEXT(code);
	SAME_TEXT(name);
	SAME_INT(kind);
	SAME_TEXT(department);
	SAME_INT(seats);
	SAME_INT(numbering);
	SAME_TEXT(number_template);
	SAME_INT(summons_days);
	SAME_TEXT(cycle);
	SAME_INT(orders.n);
	for (i = 0; i < x->orders.n; i++) {
		SAME_TEXT(orders.v[i].party);
		SAME_TEXT(orders.v[i].order);
	}
	assert_texts(&x->standing, &y->standing);
	assert_texts(&x->assists, &y->assists);
	SAME_INT(rights.n);
	for (i = 0; i < x->rights.n; i++) {
		SAME_INT(rights.v[i].who);
		SAME_INT(rights.v[i].attend);
		SAME_INT(rights.v[i].speak);
		SAME_INT(rights.v[i].opinion);
		SAME_TEXT(rights.v[i].source);
	}
}

void
same_regulations(const struct bundle *x, const struct bundle *y)
{
	size_t i;

	SAME_INT(regulations.n);
	for (i = 0; i < x->regulations.n; i++) {
		SAME_INT(regulations.v[i].id);
		SAME_TEXT(regulations.v[i].committee);
		SAME_TEXT(regulations.v[i].rule);
		SAME_INT(regulations.v[i].from);
		SAME_INT(regulations.v[i].value);
		SAME_TEXT(regulations.v[i].source);
	}
}

void
same_person(const struct person *x, const struct person *y)
{
	SAME_INT(id);
	SAME_TEXT(ref);
	SAME_TEXT(first);
	SAME_TEXT(last);
	SAME_TEXT(party);
	SAME_TEXT(email);
	SAME_TEXT(phone);
	SAME_TEXT(address);
}

void
same_mandate(const struct mandate *x, const struct mandate *y)
{
	SAME_INT(id);
	SAME_TEXT(committee);
	SAME_TEXT(person);
	SAME_INT(role);
	SAME_INT(from);
	SAME_INT(to);
	SAME_INT(order);
	SAME_TEXT(personal_for);
}

static void
same_document(const struct document_file *x, const struct document_file *y)
{
	SAME_INT(id);
	SAME_INT(nr);
	SAME_TEXT(kind);
	SAME_TEXT(title);
	SAME_INT(date);
	SAME_INT(direction);
	SAME_TEXT(correspondent);
	SAME_INT(publish);
	same_secrecy(&x->secrecy, &y->secrecy);
	SAME_TEXT(file);
	SAME_TEXT(sha256);
	SAME_INT(size);
}

void
same_matter(const struct matter *x, const struct matter *y)
{
	size_t i;

	SAME_INT(id);
	SAME_TEXT(number);
	SAME_TEXT(committee);
	SAME_TEXT(title);
	SAME_TEXT(department);
	SAME_TEXT(unit);
	SAME_TEXT(officer);
	SAME_INT(kind);
	SAME_INT(appeal);
	same_secrecy(&x->secrecy, &y->secrecy);
	SAME_TEXT(meeting);
	SAME_INT(registered);
	SAME_INT(answer_by);
	SAME_INT(authority);
	assert_texts(&x->proposals, &y->proposals);
	assert_texts(&x->recipients, &y->recipients);
	SAME_INT(documents.n);
	for (i = 0; i < x->documents.n; i++)
		same_document(&x->documents.v[i], &y->documents.v[i]);
}

static void
same_item(const struct agenda_item *x, const struct agenda_item *y)
{
	SAME_INT(id);
	SAME_INT(position);
	SAME_TEXT(nr);
	SAME_TEXT(number);
	SAME_TEXT(title);
	SAME_TEXT(unit);
	SAME_TEXT(note);
	SAME_TEXT(mark);
	SAME_INT(late);
	SAME_INT(immediate);
	SAME_INT(handed_out);
	SAME_INT(standing);
	SAME_INT(version);
	SAME_INT(removed);
	SAME_INT(previous);
}

static void
same_attendance(const struct meeting *x, const struct meeting *y)
{
	size_t i;

	SAME_INT(attendance.n);
	for (i = 0; i < x->attendance.n; i++) {
		SAME_TEXT(attendance.v[i].person);
		SAME_TEXT(attendance.v[i].paragraphs);
		SAME_TEXT(attendance.v[i].serves_for);
		SAME_INT(attendance.v[i].serving);
		SAME_INT(attendance.v[i].remote);
		SAME_TEXT(attendance.v[i].from);
		SAME_TEXT(attendance.v[i].until);
	}
	SAME_INT(others.n);
	for (i = 0; i < x->others.n; i++) {
		SAME_TEXT(others.v[i].name);
		SAME_TEXT(others.v[i].paragraphs);
		SAME_INT(others.v[i].kind);
		SAME_TEXT(others.v[i].from);
		SAME_TEXT(others.v[i].until);
		SAME_INT(others.v[i].remote);
	}
	SAME_INT(conflicts.n);
	for (i = 0; i < x->conflicts.n; i++) {
		SAME_TEXT(conflicts.v[i].person);
		SAME_INT(conflicts.v[i].paragraph);
		SAME_TEXT(conflicts.v[i].ground);
		SAME_TEXT(conflicts.v[i].name);
		SAME_INT(conflicts.v[i].contested);
		SAME_INT(conflicts.v[i].rejected);
	}
	assert_texts(&x->approvers, &y->approvers);
}

static void
same_report(const struct absence_report *x, const struct absence_report *y)
{
	size_t i;

	SAME_TEXT(person);
	SAME_INT(reported);
	SAME_TEXT(by);
	SAME_TEXT(from);
	SAME_TEXT(until);
	SAME_TEXT(why);
	SAME_INT(calls.n);
	for (i = 0; i < x->calls.n; i++) {
		SAME_TEXT(calls.v[i].person);
		SAME_INT(calls.v[i].asked);
		SAME_INT(calls.v[i].answer);
	}
}

static void
same_sitting(const struct meeting *x, const struct meeting *y)
{
	size_t i;

	SAME_INT(absences.n);
	for (i = 0; i < x->absences.n; i++)
		same_report(&x->absences.v[i], &y->absences.v[i]);
	SAME_INT(presiding.n);
	for (i = 0; i < x->presiding.n; i++) {
		SAME_TEXT(presiding.v[i].person);
		SAME_TEXT(presiding.v[i].paragraphs);
		SAME_INT(presiding.v[i].elected);
	}
	SAME_INT(adjournments.n);
	for (i = 0; i < x->adjournments.n; i++) {
		SAME_INT(adjournments.v[i].paragraph);
		SAME_TEXT(adjournments.v[i].from);
		SAME_TEXT(adjournments.v[i].until);
		SAME_TEXT(adjournments.v[i].why);
	}
	SAME_INT(proceedings.n);
	for (i = 0; i < x->proceedings.n; i++) {
		SAME_INT(proceedings.v[i].seq);
		SAME_TEXT(proceedings.v[i].text);
		SAME_TEXT(proceedings.v[i].instant);
		SAME_INT(proceedings.v[i].undone);
	}
}

static void
same_proposals(const struct paragraph *x, const struct paragraph *y)
{
	size_t i, j;

	SAME_INT(proposals.n);
	for (i = 0; i < x->proposals.n; i++) {
		SAME_TEXT(proposals.v[i].ref);
		SAME_INT(proposals.v[i].kind);
		SAME_TEXT(proposals.v[i].text);
		SAME_INT(proposals.v[i].withdrawn);
		assert_texts(
		    &x->proposals.v[i].persons, &y->proposals.v[i].persons);
	}
	SAME_INT(divisions.n);
	for (i = 0; i < x->divisions.n; i++) {
		SAME_TEXT(divisions.v[i].yes);
		SAME_TEXT(divisions.v[i].no);
		SAME_TEXT(divisions.v[i].text);
		SAME_INT(divisions.v[i].secret);
		SAME_INT(divisions.v[i].casting);
		SAME_INT(divisions.v[i].lots);
		SAME_TEXT(divisions.v[i].carried);
		for (j = VOTE_YES; j <= VOTE_ABSENT; j++)
			SAME_INT(divisions.v[i].count[j]);
		SAME_INT(divisions.v[i].ballots.n);
		for (j = 0; j < x->divisions.v[i].ballots.n; j++) {
			SAME_TEXT(divisions.v[i].ballots.v[j].person);
			SAME_INT(divisions.v[i].ballots.v[j].vote);
		}
	}
}

static void
same_course(const struct paragraph *x, const struct paragraph *y)
{
	size_t i;

	SAME_INT(tabled_to);
	SAME_TEXT(referred_to);
	SAME_TEXT(missing);
	SAME_INT(open);
	SAME_TEXT(rapporteur);
	SAME_TEXT(reasons);
	SAME_INT(appeal);
	SAME_INT(questions.n);
	for (i = 0; i < x->questions.n; i++) {
		SAME_INT(questions.v[i].kind);
		SAME_TEXT(questions.v[i].carried);
		SAME_INT(questions.v[i].division);
		assert_texts(
		    &x->questions.v[i].proposals, &y->questions.v[i].proposals);
	}
	SAME_INT(elections.n);
	for (i = 0; i < x->elections.n; i++) {
		SAME_TEXT(elections.v[i].office);
		SAME_INT(elections.v[i].from);
		SAME_INT(elections.v[i].to);
		SAME_INT(elections.v[i].secret);
		assert_texts(
		    &x->elections.v[i].persons, &y->elections.v[i].persons);
		assert_texts(
		    &x->elections.v[i].names, &y->elections.v[i].names);
	}
	SAME_INT(commissions.n);
	for (i = 0; i < x->commissions.n; i++) {
		SAME_INT(commissions.v[i].point);
		SAME_TEXT(commissions.v[i].responsible);
		SAME_INT(commissions.v[i].due);
		SAME_TEXT(commissions.v[i].text);
		SAME_INT(commissions.v[i].reported);
		SAME_TEXT(commissions.v[i].reported_at);
	}
	SAME_INT(edits.n);
	for (i = 0; i < x->edits.n; i++) {
		SAME_TEXT(edits.v[i].part);
		SAME_TEXT(edits.v[i].text);
		SAME_TEXT(edits.v[i].was);
	}
}

static void
same_paragraph(const struct paragraph *x, const struct paragraph *y)
{
	size_t i;

	SAME_INT(id);
	SAME_INT(nr);
	SAME_TEXT(item);
	SAME_TEXT(title);
	SAME_TEXT(background);
	SAME_TEXT(procedure);
	SAME_INT(outcome);
	same_proposals(x, y);
	same_course(x, y);
	assert_texts(&x->decision, &y->decision);
	SAME_INT(dissents.n);
	for (i = 0; i < x->dissents.n; i++) {
		SAME_TEXT(dissents.v[i].text);
		SAME_TEXT(dissents.v[i].announced);
		SAME_INT(dissents.v[i].late);
		SAME_INT(dissents.v[i].motivated);
		assert_texts(
		    &x->dissents.v[i].persons, &y->dissents.v[i].persons);
	}
	SAME_INT(statements.n);
	for (i = 0; i < x->statements.n; i++) {
		SAME_INT(statements.v[i].kind);
		SAME_TEXT(statements.v[i].text);
		assert_texts(
		    &x->statements.v[i].persons, &y->statements.v[i].persons);
	}
	assert_texts(&x->not_participating, &y->not_participating);
	assert_texts(&x->recipients, &y->recipients);
}

static void
same_approvals(const struct minutes *x, const struct minutes *y)
{
	size_t i;

	SAME_INT(approvals.n);
	for (i = 0; i < x->approvals.n; i++) {
		SAME_INT(approvals.v[i].id);
		SAME_TEXT(approvals.v[i].person);
		SAME_INT(approvals.v[i].day);
		SAME_TEXT(approvals.v[i].instant);
		SAME_TEXT(approvals.v[i].record_sha256);
		SAME_TEXT(approvals.v[i].pdf_sha256);
		SAME_TEXT(approvals.v[i].evidence_sha256);
		SAME_INT(approvals.v[i].withdrawn);
	}
	SAME_INT(rejections.n);
	for (i = 0; i < x->rejections.n; i++) {
		SAME_INT(rejections.v[i].id);
		SAME_TEXT(rejections.v[i].person);
		SAME_INT(rejections.v[i].day);
		SAME_TEXT(rejections.v[i].comment);
		SAME_TEXT(rejections.v[i].record_sha256);
	}
	SAME_INT(interruptions.n);
	for (i = 0; i < x->interruptions.n; i++) {
		SAME_INT(interruptions.v[i].from);
		SAME_INT(interruptions.v[i].back);
		SAME_TEXT(interruptions.v[i].why);
	}
	SAME_INT(accepted.n);
	for (i = 0; i < x->accepted.n; i++) {
		SAME_TEXT(accepted.v[i].code);
		SAME_INT(accepted.v[i].paragraph);
		SAME_TEXT(accepted.v[i].by);
		SAME_INT(accepted.v[i].day);
		SAME_TEXT(accepted.v[i].why);
	}
}

static void
same_appeals(const struct meeting *x, const struct meeting *y)
{
	size_t i;

	SAME_INT(appeals.n);
	for (i = 0; i < x->appeals.n; i++) {
		SAME_INT(appeals.v[i].id);
		SAME_INT(appeals.v[i].nr);
		SAME_INT(appeals.v[i].paragraph);
		SAME_TEXT(appeals.v[i].by);
		SAME_INT(appeals.v[i].received);
		SAME_INT(appeals.v[i].place);
		SAME_INT(appeals.v[i].time);
		SAME_INT(appeals.v[i].tried);
		SAME_INT(appeals.v[i].forwarded);
		SAME_TEXT(appeals.v[i].court);
		SAME_TEXT(appeals.v[i].case_number);
		SAME_INT(appeals.v[i].stayed);
		SAME_INT(appeals.v[i].outcome);
		SAME_INT(appeals.v[i].decided);
		SAME_TEXT(appeals.v[i].reported_at);
	}
	SAME_INT(forces.n);
	for (i = 0; i < x->forces.n; i++) {
		SAME_INT(forces.v[i].id);
		SAME_INT(forces.v[i].paragraph);
		SAME_INT(forces.v[i].asked);
		SAME_TEXT(forces.v[i].court);
		SAME_TEXT(forces.v[i].answered_by);
		SAME_INT(forces.v[i].county_board);
		SAME_INT(forces.v[i].since);
	}
}

static void
same_corrections(const struct meeting *x, const struct meeting *y)
{
	size_t i;

	SAME_INT(annexes.n);
	for (i = 0; i < x->annexes.n; i++) {
		SAME_INT(annexes.v[i].nr);
		SAME_INT(annexes.v[i].kind);
		SAME_INT(annexes.v[i].paragraph);
		SAME_INT(annexes.v[i].index);
		SAME_TEXT(annexes.v[i].title);
		SAME_TEXT(annexes.v[i].file);
		SAME_TEXT(annexes.v[i].sha256);
	}
	SAME_INT(corrections.n);
	for (i = 0; i < x->corrections.n; i++) {
		SAME_INT(corrections.v[i].id);
		SAME_INT(corrections.v[i].paragraph);
		SAME_INT(corrections.v[i].day);
		SAME_TEXT(corrections.v[i].was);
		SAME_TEXT(corrections.v[i].is);
		SAME_TEXT(corrections.v[i].why);
		SAME_INT(corrections.v[i].adjusted);
		assert_texts(
		    &x->corrections.v[i].signers, &y->corrections.v[i].signers);
	}
}

static void
same_after(const struct meeting *x, const struct meeting *y)
{
	size_t i;

	SAME_INT(minutes.n);
	for (i = 0; i < x->minutes.n; i++) {
		SAME_INT(minutes.v[i].id);
		SAME_INT(minutes.v[i].seq);
		SAME_TEXT(minutes.v[i].paragraphs);
		SAME_INT(minutes.v[i].state);
		SAME_INT(minutes.v[i].adjusted);
		SAME_INT(minutes.v[i].posted);
		SAME_INT(minutes.v[i].taken_down);
		SAME_TEXT(minutes.v[i].record_sha256);
		SAME_TEXT(minutes.v[i].pdf_sha256);
		SAME_INT(minutes.v[i].version);
		SAME_INT(minutes.v[i].superseded);
		SAME_INT(minutes.v[i].announced);
		same_approvals(&x->minutes.v[i], &y->minutes.v[i]);
		assert_texts(
		    &x->minutes.v[i].signers, &y->minutes.v[i].signers);
	}
	SAME_INT(deliveries.n);
	for (i = 0; i < x->deliveries.n; i++) {
		SAME_INT(deliveries.v[i].id);
		SAME_INT(deliveries.v[i].paragraph);
		SAME_TEXT(deliveries.v[i].recipient);
		SAME_TEXT(deliveries.v[i].way);
		SAME_INT(deliveries.v[i].state);
		SAME_INT(deliveries.v[i].sent);
		SAME_INT(deliveries.v[i].receipted);
	}
}

void
same_meeting(const struct meeting *x, const struct meeting *y)
{
	size_t i;

	SAME_INT(id);
	SAME_TEXT(key);
	SAME_TEXT(committee);
	SAME_INT(day);
	SAME_INT(seq);
	SAME_INT(number);
	SAME_TEXT(time);
	SAME_TEXT(end);
	SAME_TEXT(place);
	SAME_INT(state);
	SAME_TEXT(why);
	SAME_TEXT(uid);
	SAME_INT(sequence);
	SAME_TEXT(changed);
	assert_texts(&x->moved_from, &y->moved_from);
	SAME_INT(versions.n);
	for (i = 0; i < x->versions.n; i++) {
		SAME_INT(versions.v[i].version);
		SAME_INT(versions.v[i].published);
		SAME_TEXT(versions.v[i].record_sha256);
	}
	SAME_INT(items.n);
	for (i = 0; i < x->items.n; i++)
		same_item(&x->items.v[i], &y->items.v[i]);
	SAME_INT(open);
	SAME_INT(extra);
	same_attendance(x, y);
	same_sitting(x, y);
	SAME_INT(paragraphs.n);
	for (i = 0; i < x->paragraphs.n; i++)
		same_paragraph(&x->paragraphs.v[i], &y->paragraphs.v[i]);
	same_after(x, y);
	same_appeals(x, y);
	same_corrections(x, y);
}

static void
same_rules(const struct plan_rules *x, const struct plan_rules *y)
{
	size_t i;

	SAME_INT(id);
	SAME_TEXT(committee);
	SAME_INT(year);
	SAME_INT(meetings);
	SAME_TEXT(weekdays);
	SAME_TEXT(start);
	SAME_TEXT(end);
	SAME_TEXT(other_starts);
	SAME_INT(gap_min);
	SAME_INT(gap_max);
	SAME_INT(lead_min);
	SAME_INT(lead_max);
	SAME_TEXT(room);
	SAME_INT(windows.n);
	for (i = 0; i < x->windows.n; i++) {
		SAME_TEXT(windows.v[i].name);
		SAME_INT(windows.v[i].from);
		SAME_INT(windows.v[i].to);
	}
	SAME_INT(closed.n);
	for (i = 0; i < x->closed.n; i++) {
		SAME_TEXT(closed.v[i].name);
		SAME_INT(closed.v[i].from);
		SAME_INT(closed.v[i].to);
	}
}

void
same_planning(const struct bundle *x, const struct bundle *y)
{
	size_t i;

	SAME_INT(rooms.n);
	for (i = 0; i < x->rooms.n; i++) {
		SAME_INT(rooms.v[i].id);
		SAME_TEXT(rooms.v[i].code);
		SAME_TEXT(rooms.v[i].name);
		SAME_INT(rooms.v[i].capacity);
	}
	SAME_INT(bookings.n);
	for (i = 0; i < x->bookings.n; i++) {
		SAME_INT(bookings.v[i].id);
		SAME_TEXT(bookings.v[i].room);
		SAME_INT(bookings.v[i].from);
		SAME_INT(bookings.v[i].to);
		SAME_TEXT(bookings.v[i].start);
		SAME_TEXT(bookings.v[i].end);
		SAME_TEXT(bookings.v[i].what);
	}
	SAME_INT(stand_ins.n);
	for (i = 0; i < x->stand_ins.n; i++) {
		SAME_INT(stand_ins.v[i].id);
		SAME_TEXT(stand_ins.v[i].person);
		SAME_TEXT(stand_ins.v[i].by);
		SAME_TEXT(stand_ins.v[i].committee);
		SAME_INT(stand_ins.v[i].order);
	}
	SAME_INT(absences.n);
	for (i = 0; i < x->absences.n; i++) {
		SAME_INT(absences.v[i].id);
		SAME_TEXT(absences.v[i].person);
		SAME_INT(absences.v[i].from);
		SAME_INT(absences.v[i].to);
		SAME_TEXT(absences.v[i].why);
	}
	SAME_INT(plan_rules.n);
	for (i = 0; i < x->plan_rules.n; i++)
		same_rules(&x->plan_rules.v[i], &y->plan_rules.v[i]);
}
