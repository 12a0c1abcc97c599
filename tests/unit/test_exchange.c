/* SPDX-License-Identifier: EUPL-1.2
 *
 * record: the exchange format both ways, its faults, tables.
 */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "base/file.h"
#include "record_help.h"

/* The body has exactly one fault, on that line, of that field, and the sentence
 * holds ${says}. */
static void
one_fault(const char *body, int line, const char *field, const char *says)
{
	struct bundle b = new_bundle();
	char s[2048];

	assert_int_equal(read_body(body, &b), KL_E_INPUT);
	if (faults.total != 1 || faults.v[0].line != line) {
		show_faults();
		fail_msg("wanted one fault on line %d", line);
	}
	assert_string_equal(faults.v[0].field, field);
	assert_string_equal(faults.v[0].file, "in.xml");
	kl_error_format(&faults.v[0], NULL, s, sizeof s);
	if (strstr(s, says) == NULL)
		fail_msg("\"%s\" does not say \"%s\"", s, says);
	arena_free(b.arena);
}

static void
one_fault_in_meeting(
    const char *inside, int line, const char *field, const char *says)
{
	char body[4096];

	snprintf(body, sizeof body,
	    "<sammanträde nämnd=\"N\" datum=\"2026-11-17\">\n%s\n"
	    "</sammanträde>",
	    inside);
	one_fault(body, line + 2, field, says);
}

/* ---- the exchange format ------------------------------------------------- */

static void
example_is_read(void **state)
{
	struct bundle b = read_example();
	const struct committee *c = bundle_committee(&b, "TRN");
	const struct matter *x = bundle_matter(&b, "T2026-102-00418");
	const struct meeting *m = &b.meetings.v[0];

	(void)state;
	assert_string_equal(b.organisation->accent, "#f2c230");
	assert_int_equal(b.organisation->line, 4);
	assert_int_equal(c->kind, BODY_COMMITTEE);
	assert_int_equal(c->seats, 13);
	assert_string_equal(c->orders.v[1].order, "KD L C");
	assert_string_equal(bundle_committee(&b, "TRNR")->assists.v[0], "TRN");
	assert_int_equal(b.mandates.n, 11);
	assert_string_equal(b.mandates.v[9].personal_for, "p3");
	assert_int_equal(b.mandates.v[2].to, KL_DAY_NONE);
	assert_int_equal(x->appeal, APPEAL_LEGALITY);
	assert_int_equal(x->proposals.n, 2);
	assert_int_equal(x->answer_by, kl_day_of(2026, 12, 15));
	assert_int_equal(x->secrecy.date, KL_DAY_NONE);
	assert_string_equal(x->documents.v[1].file, "bilagor/kalkyl.pdf");
	assert_string_equal(x->documents.v[1].secrecy.provision, "OSL 19:3");
	assert_true(x->documents.v[0].publish);
	assert_string_equal(m->key, "TRN/2026-11-17");
	assert_int_equal(m->state, MEETING_HELD);
	assert_int_equal(m->items.n, 6);
	assert_null(m->items.v[1].nr);
	assert_int_equal(m->items.v[2].removed, 2);
	assert_string_equal(m->items.v[3].previous_key, "TRN/2026-10-20 8");
	assert_true(m->items.v[5].immediate);
	assert_false(m->attendance.v[8].serving);
	assert_string_equal(m->attendance.v[9].serves_for, "p3");
	assert_string_equal(m->attendance.v[3].until, "18:00");
	assert_int_equal(m->paragraphs.v[1].divisions.v[0].ballots.n, 7);
	assert_true(m->paragraphs.v[1].proposals.v[2].withdrawn);
	assert_int_equal(m->deliveries.v[0].state, DELIVERY_RECEIPTED);
	assert_int_equal(m->deliveries.v[1].state, DELIVERY_PENDING);
	assert_string_equal(b.meetings.v[1].key, "TRN/2026-11-17/2");
	assert_int_equal(b.meetings.v[1].state, 0);
	arena_free(b.arena);
}

static void
minutes_come_from_what_is_told(void **state)
{
	struct bundle b = read_example();
	const struct minutes *v = b.meetings.v[0].minutes.v;

	(void)state;
	assert_int_equal(b.meetings.v[0].minutes.n, 2);
	assert_int_equal(v[0].seq, 1);
	assert_string_equal(v[0].paragraphs, "1 10-11 13-14");
	assert_int_equal(v[0].state, MINUTES_TAKEN_DOWN);
	assert_int_equal(v[0].taken_down, kl_day_of(2026, 12, 17));
	assert_int_equal(v[1].seq, 2);
	assert_string_equal(v[1].paragraphs, "12");
	assert_int_equal(v[1].state, MINUTES_POSTED);
	assert_int_equal(v[1].signers.n, 2);
	v = b.meetings.v[1].minutes.v;
	assert_int_equal(b.meetings.v[1].minutes.n, 2);
	assert_int_equal(v[0].state, MINUTES_FROZEN);
	assert_string_equal(v[0].paragraphs, "1");
	assert_int_equal(v[1].state, MINUTES_DRAFT);
	assert_string_equal(v[1].signers.v[0], "p1");
	arena_free(b.arena);
}

static void
what_happened_is_read(void **state)
{
	struct bundle b = read_example();
	const struct committee *c = bundle_committee(&b, "TRN");
	const struct meeting *m = &b.meetings.v[0];
	const struct paragraph *p = &m->paragraphs.v[1];

	(void)state;
	assert_int_equal(c->rights.n, 2);
	assert_int_equal(c->rights.v[0].who, 0);
	assert_int_equal(c->rights.v[1].who, VISITOR_STAFF);
	assert_true(c->rights.v[1].attend && c->rights.v[1].speak);
	assert_false(c->rights.v[1].opinion);
	assert_null(b.regulations.v[0].committee);
	assert_int_equal(b.regulations.v[0].from, KL_DAY_NONE);
	assert_null(b.regulations.v[1].committee);
	assert_int_equal(b.regulations.v[1].from, kl_day_of(2026, 1, 1));
	assert_string_equal(b.regulations.v[2].committee, "TRN");
	assert_int_equal(b.regulations.v[2].from, kl_day_of(2023, 1, 1));
	assert_true(b.matters.v[0].authority && m->open && m->extra);
	assert_string_equal(m->absences.v[0].from, "16:00");
	assert_string_equal(m->absences.v[0].until, "17:05");
	assert_int_equal(m->absences.v[0].calls.v[0].answer, CALL_DECLINED);
	assert_int_equal(m->others.v[1].kind, VISITOR_STAFF);
	assert_true(m->presiding.v[0].elected);
	assert_int_equal(m->adjournments.v[0].paragraph, 10);
	assert_false(m->conflicts.v[0].contested);
	assert_true(m->conflicts.v[1].contested && m->conflicts.v[1].rejected);
	assert_null(m->conflicts.v[2].person);
	assert_true(m->conflicts.v[2].contested && !m->conflicts.v[2].rejected);
	assert_int_equal(m->paragraphs.v[0].elections.n, 2);
	assert_string_equal(
	    m->paragraphs.v[0].elections.v[0].persons.v[0], "p2");
	assert_int_equal(p->open, -1);
	assert_int_equal(p->appeal, APPEAL_PLAN);
	assert_int_equal(p->questions.v[0].kind, QUESTION_MAIN);
	assert_int_equal(p->questions.v[0].proposals.n, 2);
	assert_int_equal(p->questions.v[0].division, 1);
	assert_true(p->divisions.v[0].casting);
	assert_int_equal(p->divisions.v[0].count[VOTE_NO], -1);
	assert_int_equal(p->divisions.v[1].count[VOTE_NO], 4);
	assert_int_equal(p->divisions.v[1].count[VOTE_ABSTAIN], 0);
	assert_int_equal(p->divisions.v[1].count[VOTE_ABSENT], 1);
	assert_int_equal(p->commissions.v[0].reported, kl_day_of(2027, 2, 16));
	assert_int_equal(p->commissions.v[1].due, KL_DAY_NONE);
	assert_string_equal(
	    p->edits.v[0].text, "Ordföranden frågar.\nNämnden svarar.");
	assert_true(p->dissents.v[0].late);
	assert_int_equal(m->paragraphs.v[4].tabled_to, kl_day_of(2027, 1, 26));
	assert_string_equal(m->paragraphs.v[5].referred_to, "Trafikkontoret");
	assert_string_equal(m->paragraphs.v[5].missing, "En kalkyl");
	arena_free(b.arena);
}

static void
what_came_after_is_read(void **state)
{
	struct bundle b = read_example();
	const struct meeting *m = &b.meetings.v[0];
	const struct minutes *n = &m->minutes.v[0];

	(void)state;
	assert_int_equal(n->version, 2);
	assert_int_equal(n->superseded, kl_day_of(2026, 12, 1));
	assert_int_equal(n->announced, kl_day_of(2026, 11, 26));
	assert_int_equal(n->interruptions.v[0].back, kl_day_of(2026, 11, 30));
	assert_int_equal(n->approvals.n, 2);
	assert_int_equal(n->approvals.v[0].withdrawn, kl_day_of(2026, 11, 24));
	assert_string_equal(n->approvals.v[1].instant, "14:05");
	assert_string_equal(n->rejections.v[0].comment, "§ 10 är fel.");
	assert_string_equal(n->accepted.v[0].by, "vera");
	assert_int_equal(m->minutes.v[1].superseded, KL_DAY_NONE);
	assert_int_equal(m->annexes.v[0].kind, ANNEX_DOCUMENT);
	assert_int_equal(m->annexes.v[1].index, 1);
	assert_string_equal(m->corrections.v[0].is, "2026");
	assert_int_equal(m->corrections.v[0].signers.n, 2);
	assert_string_equal(m->appeals.v[0].by, "Klagande Kalle");
	assert_int_equal(m->appeals.v[0].place, APPEAL_AT_MUNICIPALITY);
	assert_int_equal(m->appeals.v[0].time, APPEAL_TIMELY);
	assert_int_equal(m->appeals.v[0].outcome, APPEAL_DISMISSED);
	assert_int_equal(m->forces.v[0].county_board, kl_day_of(2027, 1, 2));
	assert_int_equal(m->proceedings.v[1].seq, 2);
	assert_true(m->proceedings.v[1].undone);
	arena_free(b.arena);
}

static void
export_and_import_agree(void **state)
{
	struct bundle b = read_example(), again = new_bundle();
	struct buf one, two;
	struct kl_error e;

	(void)state;
	buf_init(&one, BYTES_MAX);
	buf_init(&two, BYTES_MAX);
	assert_int_equal(exchange_write(&b, &one, &e), 0);
	assert_int_equal(read_text(one.data, &again), 0);
	assert_int_equal(exchange_write(&again, &two, &e), 0);
	assert_string_equal(one.data, two.data);
	check_golden_text("exchange", &one);
	buf_free(&one);
	buf_free(&two);
	arena_free(b.arena);
	arena_free(again.arena);
}

static void
order_of_elements_is_free(void **state)
{
	struct bundle b = new_bundle();

	(void)state;
	assert_int_equal(
	    read_body("<sammanträde datum='2026-11-17' nämnd='N'>"
		      "<anslag paragrafer='2' uppe='2026-11-18'/>"
		      "<paragraf nr='2'><utgång>beslutat</utgång><beslut>"
		      "<att>A</att></beslut></paragraf>"
		      "<justering paragrafer='2' datum='2026-11-17'/>"
		      "<paragraf nr='1'/><plats>P</plats></sammanträde>"
		      "<person id='p1'><efternamn>E</efternamn>"
		      "<förnamn>F</förnamn></person>"
		      "<nämnd kod='N'><namn>Nämnden</namn></nämnd>",
		&b),
	    0);
	assert_int_equal(b.meetings.v[0].paragraphs.v[0].nr, 1);
	assert_int_equal(b.meetings.v[0].minutes.v[0].seq, 2);
	assert_int_equal(b.committees.v[0].kind, BODY_COMMITTEE);
	assert_int_equal(b.committees.v[0].numbering, NUMBER_PER_MEETING);
	arena_free(b.arena);
}

static void
texts_are_normalised(void **state)
{
	struct bundle b = new_bundle();

	(void)state;
	assert_int_equal(
	    read_body("<kontor kod='TK'><namn>\n Trafik-\n  och va\xcc\x88g"
		      "kontoret </namn></kontor>",
		&b),
	    0);
	assert_string_equal(b.departments.v[0].name, "Trafik- och vägkontoret");
	arena_free(b.arena);
	one_fault("<kontor kod='TK'>\n<namn>A\xc2\x9b"
		  "B</namn></kontor>",
	    3, "namn", "control character");
}

static void
faults_of_form(void **state)
{
	(void)state;
	one_fault("<nämd kod='N'/>", 2, "nämd", "Did you mean nämnd?");
	one_fault("<nämnd kod='N'><namn>N</namn>\n<kontr>TK</kontr></nämnd>", 3,
	    "kontr", "Did you mean kontor?");
	one_fault("<nämnd kod='N' kood='M'><namn>N</namn></nämnd>", 2, "kood",
	    "Did you mean kod?");
	one_fault("\n<nämnd kod='N'></nämnd>", 3, "namn", "lacks an element");
	one_fault("<nämnd kod='N'>\n<namn>N</namn>\n<namn>M</namn></nämnd>", 4,
	    "namn", "more than one");
	one_fault("<nämnd kod='N'>hej<namn>N</namn></nämnd>", 2, "nämnd",
	    "text of its own");
	one_fault("<nämnd kod='N'>\n<namn> </namn></nämnd>", 3, "namn",
	    "missing or empty");
	one_fault(
	    "<x:nämnd xmlns:x='urn:x' kod='N'/>", 2, "nämnd", "cannot hold");
}

static void
faults_of_values(void **state)
{
	(void)state;
	one_fault("<mandat nämnd='N' person='p'><roll>ledamot</roll>\n"
		  "<från>2026-02-30</från></mandat>",
	    3, "från", "2026-02-30 is not a date");
	one_fault("<mandat nämnd='N' person='p'>\n<roll>ledamott</roll>"
		  "<från>2026-02-28</från></mandat>",
	    3, "roll", "Did you mean ledamot?");
	one_fault("<mandat nämnd='N' person='p'><roll>ledamot</roll>"
		  "<från>2026-02-28</från><till>2025-01-01</till></mandat>",
	    2, "till", "ends before it begins");
	one_fault("<organisation><namn>E</namn><färg>blå</färg>"
		  "</organisation>",
	    2, "färg", "is not a colour");
	one_fault("<organisation><namn>E</namn>\n<bild>../e.png</bild>"
		  "</organisation>",
	    3, "bild", "leaves its folder");
	one_fault("<mandat nämnd='N' person='p'><roll>ledamot</roll>"
		  "<från>2026-02-28</från>\n<till/></mandat>",
	    3, "till", "is empty");
	one_fault("<kontor kod='T/K'><namn>T</namn></kontor>", 2, "kod",
	    "cannot be a code");
	one_fault("<ärende dnr='1'><nämnd>N</nämnd><rubrik>R</rubrik>\n"
		  "<handling fil='/etc/passwd'><titel>T</titel></handling>"
		  "</ärende>",
	    3, "fil", "leaves its folder");
	one_fault("<ärende dnr='1'><nämnd>N</nämnd><rubrik>R</rubrik>"
		  "<till-sammanträde>N 2026</till-sammanträde></ärende>",
	    2, "till-sammanträde", "does not name a meeting");
	one_fault("<person id='p 1'><förnamn>A</förnamn>"
		  "<efternamn>B</efternamn></person>",
	    2, "id", "holds a space");
}

static void
planning_is_read(void **state)
{
	struct bundle b = read_example();
	const struct meeting *m = &b.meetings.v[b.meetings.n - 1];
	const struct plan_rules *r = &b.plan_rules.v[0];

	(void)state;
	assert_string_equal(m->uid, "TRN-2026-12-15");
	assert_int_equal(m->sequence, 2);
	assert_string_equal(m->changed, "2026-11-30T08:15:00Z");
	assert_string_equal(m->moved_from.v[0], "TRN/2026-12-15");
	assert_int_equal(b.rooms.v[0].capacity, 40);
	assert_int_equal(b.bookings.v[1].to, b.bookings.v[1].from);
	assert_null(b.bookings.v[1].start);
	assert_null(b.stand_ins.v[1].committee);
	assert_string_equal(r->weekdays, "ti to");
	assert_int_equal(r->gap_max, 45);
	assert_int_equal(r->windows.n, 1);
	assert_null(r->closed.v[0].name);
	assert_string_equal(r->closed.v[1].name, "Sportlov");
	assert_int_equal(b.plan_rules.v[1].year, 0);
	assert_int_equal(b.plan_rules.v[1].lead_min, 4);
	arena_free(b.arena);
}

static void
faults_of_planning(void **state)
{
	(void)state;
	one_fault_in_meeting("<ändrat>2026-11-30T08:15</ändrat>", 1, "ändrat",
	    "is not an instant");
	one_fault_in_meeting("<ändrat>2026-02-30T08:15:00Z</ändrat>", 1,
	    "ändrat", "is not an instant");
	one_fault_in_meeting("<flyttat-från>TRN</flyttat-från>", 1,
	    "flyttat-från", "does not name a meeting");
	one_fault("<planregler nämnd='N' år='11'/>", 2, "år",
	    "is not a year to plan");
	one_fault("<planregler nämnd='N'>\n<veckodagar>ti ti</veckodagar>"
		  "</planregler>",
	    3, "veckodagar", "stands twice");
	one_fault("<planregler nämnd='N'>\n<andra-tider>13:00 kl9"
		  "</andra-tider></planregler>",
	    3, "andra-tider", "is not a time of day");
	one_fault("<frånvaro person='p' från='2026-07-02'\n"
		  "till='2026-07-01'/>",
	    3, "till", "ends before it begins");
}

static void
faults_of_meetings(void **state)
{
	(void)state;
	one_fault_in_meeting("<tid>25:00</tid>", 1, "tid", "not a time");
	one_fault_in_meeting("<tid>1630</tid>", 1, "tid", "not a time");
	one_fault_in_meeting(
	    "<nummer>9a</nummer>", 1, "nummer", "not a number");
	one_fault_in_meeting("\n<närvaro person='p' paragrafer='9-3'/>", 2,
	    "paragrafer", "not a list of paragraphs");
	one_fault_in_meeting("<paragraf nr='0'/>", 1, "nr", "from 1");
	one_fault_in_meeting("<punkt nr='1'/>", 1, "rubrik", "neither");
	one_fault_in_meeting(
	    "<punkt nr='1' tidigare='7'><rubrik>R</rubrik></punkt>", 1,
	    "tidigare", "does not name an item");
	one_fault_in_meeting(
	    "<punkt nr='1' sen='yes'><rubrik>R</rubrik></punkt>", 1, "sen",
	    "does not know the word yes");
	one_fault_in_meeting("<paragraf nr='1'><omröstning ja='y1'/>"
			     "</paragraf>",
	    1, "ja", "no proposal");
	one_fault_in_meeting("<anslag uppe='2026-11-18'/>", 1, "anslag",
	    "nothing says are adjusted");
	one_fault_in_meeting("<justering datum='2026-11-18'/>\n"
			     "<justering datum='2026-11-19'/>",
	    2, "justering", "twice");
	one_fault_in_meeting("<paragraf nr='3'/>\n"
			     "<justering datum='2026-11-18' paragrafer='3'/>"
			     "\n<justering datum='2026-11-18' "
			     "paragrafer='2-3'/>",
	    3, "paragrafer", "two sets of minutes");
	one_fault_in_meeting("<justering datum='2026-11-18'/>"
			     "<anslag uppe='2026-11-18' nere='2026-11-01'/>",
	    1, "nere", "before it is put up");
}

static void
faults_of_what_happened(void **state)
{
	(void)state;
	one_fault_in_meeting("<jäv paragraf='1'/>", 1, "jäv", "either person");
	one_fault_in_meeting("<jäv paragraf='1' person='p1' namn='A'/>", 1,
	    "jäv", "either person");
	one_fault_in_meeting("<jäv paragraf='1' person='p1' prövat='nja'/>",
	    1, "prövat", "does not know the word nja");
	one_fault_in_meeting("<förfall person='p1'>\n<kallad person='p2' "
			     "svar='komer'/></förfall>",
	    2, "svar", "Did you mean kommer?");
	one_fault_in_meeting(
	    "<paragraf nr='1'><yrkande id='y1'><slag>bifall"
	    "</slag></yrkande>\n<fråga på='y1 y2'/></paragraf>",
	    2, "på", "names y2");
	one_fault_in_meeting("<paragraf nr='1'>\n<fråga omröstning='1'/>"
			     "</paragraf>",
	    2, "omröstning", "has only 0");
	one_fault_in_meeting("<paragraf nr='1'>\n<omröstning utfall='y3'/>"
			     "</paragraf>",
	    2, "utfall", "names y3");
	one_fault_in_meeting("<paragraf nr='1'><val>\n<vald/></val></paragraf>",
	    2, "vald", "was elected");
	one_fault_in_meeting("<paragraf nr='1'>\n<utgång till='X'>beslutat"
			     "</utgång></paragraf>",
	    2, "till", "tabled or referred back");
	one_fault_in_meeting("<paragraf nr='1'>\n<utgång till='snart'>bordlagt"
			     "</utgång></paragraf>",
	    2, "till", "snart");
}

static void
faults_of_what_came_after(void **state)
{
	(void)state;
	one_fault_in_meeting(
	    "<bilaga nr='1'/>\n<bilaga nr='1'/>", 2, "bilaga", "twice");
	one_fault_in_meeting("<laga-kraft paragraf='1'/>\n"
			     "<laga-kraft paragraf='1'/>",
	    2, "laga-kraft", "twice");
	one_fault_in_meeting(
	    "<rad nr='2'>a</rad>\n<rad>b</rad>", 2, "rad", "twice");
	one_fault_in_meeting("\n<rad kl='25:00'>a</rad>", 2, "kl", "25:00");
	one_fault_in_meeting("\n<rad kl='2026-11-17T16:31Z'>a</rad>", 2, "kl",
	    "is not an instant");
	one_fault_in_meeting("<överklagande-mål paragraf='1' hos='hos oss'/>",
	    1, "hos", "hos oss");
	one_fault_in_meeting(
	    "<protokoll läge='utkast'>\n<godkännande person='p1' "
	    "datum='2026-11-18' akt='abc'/></protokoll>",
	    2, "akt", "not a SHA-256");
	one_fault_in_meeting(
	    "<justering datum='2026-11-18'/><anslag uppe='2026-11-19'>\n"
	    "<avbrott från='2026-11-22' till='2026-11-20'/></anslag>",
	    2, "till", "ends before it begins");
	one_fault("<organisation><namn>O</namn>\n<regel namn='a' värde='1'/>\n"
		  "<regel namn='a' värde='2'/></organisation>",
	    4, "regel", "twice");
	one_fault("<nämnd kod='N'><namn>N</namn>\n<närvarorätt för='alla'/>"
		  "</nämnd>",
	    3, "för", "alla");
}

static void
faults_of_what_stands_twice(void **state)
{
#define MATTER "<ärende dnr='1'><nämnd>N</nämnd><rubrik>R</rubrik></ärende>\n"
#define PERSON                                                                 \
	"<person id='p'><förnamn>A</förnamn><efternamn>B</efternamn>"        \
	"</person>\n"
	(void)state;
	one_fault(MATTER MATTER, 3, "dnr", "the first time on line 2");
	one_fault(PERSON "\n" PERSON, 4, "id", "stands twice");
	one_fault("<nämnd kod='N'><namn>N</namn></nämnd>\n"
		  "<nämnd kod='N'><namn>N</namn></nämnd>",
	    3, "kod", "stands twice");
	one_fault("<sammanträde nämnd='N' datum='2026-11-17'/>\n"
		  "<sammanträde nämnd='N' datum='2026-11-17' nr='1'/>",
	    3, "sammanträde", "stands twice");
	one_fault_in_meeting(
	    "<paragraf nr='2'/>\n<paragraf nr='2'/>", 2, "nr", "stands twice");
	one_fault_in_meeting("<punkt nr='2'><rubrik>A</rubrik></punkt>\n"
			     "<punkt nr='2'><rubrik>B</rubrik></punkt>",
	    2, "nr", "stands twice");
	one_fault_in_meeting("<paragraf nr='1'>\n"
			     "<yrkande id='y1'><slag>bifall</slag></yrkande>\n"
			     "<yrkande id='y1'><slag>avslag</slag></yrkande>"
			     "</paragraf>",
	    3, "id", "stands twice");
}

static void
many_faults_are_counted_and_sorted(void **state)
{
	struct bundle b = new_bundle();
	struct buf body;
	int i;

	(void)state;
	buf_init(&body, BYTES_MAX);
	for (i = 0; i < 30; i++)
		buf_printf(&body,
		    "<mandat nämnd='N' person='p'><roll>%s</roll>"
		    "<från>2026-13-01</från></mandat>\n",
		    i == 5 ? "x" : "ledamot");
	assert_int_equal(read_body(body.data, &b), KL_E_INPUT);
	assert_int_equal(faults.n, KL_FAULTS_MAX);
	assert_int_equal(faults.total, 31);
	assert_int_equal(faults.v[0].line, 2);
	for (i = 1; i < KL_FAULTS_MAX; i++)
		assert_true(faults.v[i].line >= faults.v[i - 1].line);
	buf_free(&body);
	arena_free(b.arena);
}

static void
broken_files(void **state)
{
	struct bundle b = new_bundle();
	struct kl_error e;
	static const char *const bad[] = { "", "<kansli", "hej",
		"<kansli version=\"1\"><person></kansli>",
		"<!DOCTYPE kansli [<!ENTITY x 'y'>]><kansli version='1'/>",
		"<kansli version=\"1\">\xff</kansli>", "<x/>",
		"<kansli version=\"2\"/>", "<kansli/>" };
	size_t i;

	(void)state;
	for (i = 0; i < sizeof bad / sizeof *bad; i++) {
		assert_int_equal(read_text(bad[i], &b), KL_E_INPUT);
		assert_true(faults.total > 0);
		assert_string_equal(faults.v[0].file, "in.xml");
	}
	assert_int_equal(exchange_read("<kansli version='1'/>", 21, "in.xml",
			     SRCDIR "/no-such.rng", &b, &faults, &e),
	    KL_E_ENV);
	assert_int_equal(exchange_read("<kansli version='1'/>", 21, "in.xml",
			     EXAMPLE, &b, &faults, &e),
	    KL_E_ENV);
	arena_free(b.arena);
}

/* ---- tables -------------------------------------------------------------- */

static int
read_csv(const char *kind, const char *text, struct bundle *b)
{
	struct kl_error e;

	return exchange_read_csv(
	    kind, text, strlen(text), "in.csv", b, &faults, &e);
}

static void
people_from_a_table(void **state)
{
	struct bundle b = new_bundle();

	(void)state;
	assert_int_equal(
	    read_csv("people",
		"\xef\xbb\xbf"
		"efternamn;förnamn;id;parti;nämnd;roll;från;ordning\r\n"
		"\"Lind; vall\";Carina;p1;M;TRN;ordförande;2023-01-01;\r\n"
		"\r\n"
		"Ek;\"Nils \"\"Nisse\"\"\";p2;L;;;;\r\n"
		"\"Lind; vall\";Carina;p1;M;EXN;ersättare;2023-01-01;3",
		&b),
	    0);
	assert_int_equal(b.persons.n, 2);
	assert_string_equal(b.persons.v[0].last, "Lind; vall");
	assert_string_equal(b.persons.v[1].first, "Nils \"Nisse\"");
	assert_int_equal(b.persons.v[1].line, 4);
	assert_int_equal(b.mandates.n, 2);
	assert_string_equal(b.mandates.v[1].committee, "EXN");
	assert_int_equal(b.mandates.v[1].order, 3);
	assert_int_equal(b.mandates.v[1].to, KL_DAY_NONE);
	arena_free(b.arena);
}

static void
matters_from_a_table(void **state)
{
	struct bundle b = new_bundle();

	(void)state;
	assert_int_equal(
	    read_csv("matters",
		"dnr,nämnd,rubrik,kontor,enhet,handläggare,slag,"
		"överklagande,till-sammanträde\n"
		"T1,TRN,\"Rubrik, lång\növer två rader\",TK,Tp,Sara,beslut,"
		"inget,TRN/2026-11-17\n"
		"T2,TRN,Kort,,,,,,\n",
		&b),
	    0);
	assert_int_equal(b.matters.n, 2);
	assert_string_equal(
	    b.matters.v[0].title, "Rubrik, lång över två rader");
	assert_int_equal(b.matters.v[0].appeal, APPEAL_NONE);
	assert_string_equal(b.matters.v[0].meeting, "TRN/2026-11-17");
	assert_int_equal(b.matters.v[1].line, 4);
	assert_int_equal(b.matters.v[1].registered, KL_DAY_NONE);
	arena_free(b.arena);
}

static void
one_csv_fault(const char *kind, const char *text, int line, const char *says)
{
	struct bundle b = new_bundle();
	char s[2048];

	assert_int_equal(read_csv(kind, text, &b), KL_E_INPUT);
	if (faults.total != 1)
		show_faults();
	assert_int_equal(faults.total, 1);
	assert_int_equal(faults.v[0].line, line);
	kl_error_format(&faults.v[0], NULL, s, sizeof s);
	if (strstr(s, says) == NULL)
		fail_msg("\"%s\" does not say \"%s\"", s, says);
	arena_free(b.arena);
}

static void
faults_of_tables(void **state)
{
	struct bundle b = new_bundle();

	(void)state;
	one_csv_fault("matters", "", 1, "empty");
	one_csv_fault(
	    "matters", "dnr,nämnd,rubrk,rubrik\n", 1, "Did you mean rubrik?");
	one_csv_fault("matters", "dnr,nämnd\n", 1, "lacks the column rubrik");
	one_csv_fault("matters", "dnr,dnr,nämnd,rubrik\n", 1, "two columns");
	one_csv_fault(
	    "matters", "dnr,nämnd,rubrik\n1,N,R\n1,N,S\n", 3, "stands twice");
	one_csv_fault(
	    "matters", "dnr,nämnd,rubrik\n1,N,R,x\n", 2, "more cells");
	one_csv_fault(
	    "matters", "dnr,nämnd,rubrik\n1,N,\"R\n", 2, "do not pair");
	one_csv_fault(
	    "matters", "dnr,nämnd,rubrik\n1,N,\"R\"x\n", 2, "do not pair");
	one_csv_fault("matters", "dnr,nämnd,rubrik\n1,N,\n", 2, "rubrik");
	one_csv_fault("matters", "dnr,nämnd,rubrik\n1,N,\xe5\n", 2, "UTF-8");
	one_csv_fault("people",
	    "id,förnamn,efternamn,nämnd,roll,från\np,A,B,N,ledamot,\n", 2,
	    "från");
	one_csv_fault("people",
	    "id,förnamn,efternamn\np1,A,B\np2,C,D\np1,A,E\n", 4,
	    "is A B on line 2");
	assert_int_equal(read_csv("dogs", "id\n", &b), KL_E_USAGE);
	arena_free(b.arena);
}

/* ---- the manual ---------------------------------------------------------- */

/* Every name of the schema stands in kansli-exchange(5). */
static void
manual_knows_every_name(void **state)
{
	struct buf schema, manual;
	struct kl_error e;
	char name[128];
	const char *p;
	size_t n, found = 0;

	(void)state;
	assert_int_equal(file_read(EXCHANGE, BYTES_MAX, &schema, &e), 0);
	assert_int_equal(file_read(SRCDIR "/doc/man/kansli-exchange.5",
			     BYTES_MAX, &manual, &e),
	    0);
	for (p = schema.data; (p = strstr(p, " name=\"")) != NULL; p += 7) {
		if (strncmp(p - 8, "<element", 8) != 0 &&
		    strncmp(p - 10, "<attribute", 10) != 0)
			continue;
		n = strcspn(p + 7, "\"");
		snprintf(name, sizeof name, "%s%.*s", p[-1] == 'e' ? "@" : "",
		    (int)n, p + 7);
		if (strstr(manual.data, name) == NULL)
			fail_msg("the manual does not know %s", name);
		found++;
	}
	assert_true(found > 100);
	buf_free(&schema);
	buf_free(&manual);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(example_is_read),
		cmocka_unit_test(minutes_come_from_what_is_told),
		cmocka_unit_test(what_happened_is_read),
		cmocka_unit_test(what_came_after_is_read),
		cmocka_unit_test(export_and_import_agree),
		cmocka_unit_test(order_of_elements_is_free),
		cmocka_unit_test(texts_are_normalised),
		cmocka_unit_test(faults_of_form),
		cmocka_unit_test(faults_of_values),
		cmocka_unit_test(planning_is_read),
		cmocka_unit_test(faults_of_planning),
		cmocka_unit_test(faults_of_meetings),
		cmocka_unit_test(faults_of_what_happened),
		cmocka_unit_test(faults_of_what_came_after),
		cmocka_unit_test(faults_of_what_stands_twice),
		cmocka_unit_test(many_faults_are_counted_and_sorted),
		cmocka_unit_test(broken_files),
		cmocka_unit_test(people_from_a_table),
		cmocka_unit_test(matters_from_a_table),
		cmocka_unit_test(faults_of_tables),
		cmocka_unit_test(manual_knows_every_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
