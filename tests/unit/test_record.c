/* SPDX-License-Identifier: EUPL-1.2
 *
 * record: the exchange format both ways, tables, the record of a meeting and
 * its variants.  KANSLI_GOLDEN=write makes the golden files anew.
 */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/file.h"
#include "base/xml.h"
#include "record/record.h"

#define EXCHANGE SRCDIR "/templates/schema/exchange.rng"
#define RECORD SRCDIR "/templates/schema/record.rng"
#define EXAMPLE SRCDIR "/tests/data/exchange-example.xml"
#define BYTES_MAX (16u << 20)

static struct kl_faults faults;

/* ---- helpers ------------------------------------------------------------- */

static struct bundle
new_bundle(void)
{
	struct bundle b = { .arena = arena_new(0) };

	assert_non_null(b.arena);
	return b;
}

static void
show_faults(void)
{
	char s[2048];
	size_t i;

	for (i = 0; i < faults.n; i++) {
		kl_error_format(&faults.v[i], NULL, s, sizeof s);
		print_message(
		    "%d [%s] %s\n", faults.v[i].line, faults.v[i].field, s);
	}
}

static int
read_text(const char *text, struct bundle *b)
{
	struct kl_error e;

	return exchange_read(
	    text, strlen(text), "in.xml", EXCHANGE, b, &faults, &e);
}

/* The body of a file that begins on line 2. */
static int
read_body(const char *body, struct bundle *b)
{
	char *text = arena_printf(
	    b->arena, "<kansli version=\"1\">\n%s\n</kansli>\n", body);

	return read_text(text, b);
}

static struct bundle
read_example(void)
{
	struct bundle b = new_bundle();
	struct buf in;
	struct kl_error e;

	assert_int_equal(file_read(EXAMPLE, BYTES_MAX, &in, &e), 0);
	if (exchange_read(
		in.data, in.len, "example", EXCHANGE, &b, &faults, &e) != 0) {
		show_faults();
		fail();
	}
	buf_free(&in);
	return b;
}

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
	assert_string_equal(v[0].paragraphs, "1 10-11");
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
export_and_import_agree(void **state)
{
	struct bundle b = read_example(), again = new_bundle();
	struct buf one, two, golden;
	struct kl_error e;

	(void)state;
	buf_init(&one, BYTES_MAX);
	buf_init(&two, BYTES_MAX);
	assert_int_equal(exchange_write(&b, &one, &e), 0);
	assert_int_equal(read_text(one.data, &again), 0);
	assert_int_equal(exchange_write(&again, &two, &e), 0);
	assert_string_equal(one.data, two.data);
	if (getenv("KANSLI_GOLDEN") != NULL)
		assert_int_equal(
		    file_write(SRCDIR "/tests/golden/record/exchange.xml",
			one.data, one.len, &e),
		    0);
	assert_int_equal(file_read(SRCDIR "/tests/golden/record/exchange.xml",
			     BYTES_MAX, &golden, &e),
	    0);
	assert_string_equal(one.data, golden.data);
	buf_free(&one);
	buf_free(&two);
	buf_free(&golden);
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
	one_fault_in_meeting("<paragraf nr='1'><omröstning>\n"
			     "<röst person='p'>ja</röst>\n"
			     "<röst person='p'>nej</röst>"
			     "</omröstning></paragraf>",
	    3, "röst", "stands twice");
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

/* ---- the record ---------------------------------------------------------- */

static struct record_clock clocks[] = { { 1, 0, 0 }, { 2, 0, 0 } };
static struct record_step steps[] = { { "kallelse", "Kallelsen skickas", 0 } };

static struct record_dates
dates_of_example(void)
{
	struct record_dates d = { .clocks = { clocks, 2, 2 },
		.steps = { steps, 1, 1 } };

	d.adjust_plain = d.adjust_latest = kl_day_of(2026, 12, 1);
	clocks[0].last_day = kl_day_of(2026, 12, 16);
	clocks[0].remove_on = kl_day_of(2026, 12, 17);
	clocks[1].last_day = kl_day_of(2026, 12, 9);
	clocks[1].remove_on = kl_day_of(2026, 12, 10);
	steps[0].day = kl_day_of(2026, 11, 10);
	return d;
}

static xmlDoc *
build(const struct bundle *b, const char *kind)
{
	struct record_dates d = dates_of_example();
	struct kl_error e;
	xmlDoc *doc = NULL;

	assert_int_equal(
	    record_build(b, &b->meetings.v[0], kind, &d, &doc, &e), 0);
	return doc;
}

static void
check_record(xmlDoc *doc)
{
	struct kl_error e;
	char s[2048];

	if (record_check(doc, RECORD, &e) == 0)
		return;
	kl_error_format(&e, NULL, s, sizeof s);
	fail_msg("%s", s);
}

/* Compare with the golden file; both as indented XML. */
static void
check_golden(xmlDoc *doc, const char *name)
{
	struct buf out, golden;
	struct kl_error e;
	char path[512];

	snprintf(path, sizeof path, SRCDIR "/tests/golden/record/%s.xml", name);
	buf_init(&out, BYTES_MAX);
	assert_int_equal(xml_write(doc, &out), 0);
	if (getenv("KANSLI_GOLDEN") != NULL)
		assert_int_equal(file_write(path, out.data, out.len, &e), 0);
	assert_int_equal(file_read(path, BYTES_MAX, &golden, &e), 0);
	assert_string_equal(out.data, golden.data);
	buf_free(&out);
	buf_free(&golden);
}

static const char *const every_kind[] = { "kallelse", "tilläggslista",
	"snabbprotokoll", "protokoll", "omedelbart-protokoll", "utdrag",
	"anslag", "anslagsbevis", "delgivningskvitto", "sändlista",
	"närvarolista", "välkomstbrev" };

static void
reference_follows_the_schema(void **state)
{
	struct kl_error e;
	struct buf in;
	xmlDoc *doc;

	(void)state;
	assert_int_equal(
	    file_read(SRCDIR "/tests/data/record.xml", BYTES_MAX, &in, &e), 0);
	assert_int_equal(xml_parse(in.data, in.len, "record.xml", &doc, &e), 0);
	check_record(doc);
	xmlFreeDoc(doc);
	buf_free(&in);
}

static void
every_kind_follows_the_schema(void **state)
{
	struct bundle b = read_example();
	struct record_dates none = { KL_DAY_NONE, KL_DAY_NONE, { 0 }, { 0 } };
	struct kl_error e;
	xmlDoc *doc;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof every_kind / sizeof *every_kind; i++) {
		doc = build(&b, every_kind[i]);
		check_record(doc);
		assert_int_equal(record_public(doc, &e), 0);
		check_record(doc);
		xmlFreeDoc(doc);
		assert_int_equal(record_build(&b, &b.meetings.v[1],
				     every_kind[i], &none, &doc, &e),
		    0);
		check_record(doc);
		xmlFreeDoc(doc);
	}
	assert_int_equal(
	    record_build(&b, &b.meetings.v[0], "dagbok", NULL, &doc, &e),
	    KL_E_USAGE);
	arena_free(b.arena);
}

static void
record_check_sees_what_is_wrong(void **state)
{
	struct bundle b = read_example();
	xmlDoc *doc = build(&b, "protokoll");
	struct kl_error e;

	(void)state;
	xml_set(xmlDocGetRootElement(doc), "variant", "hemlig");
	assert_int_equal(record_check(doc, RECORD, &e), KL_E_INPUT);
	xml_set(xmlDocGetRootElement(doc), "variant", "publicerad");
	assert_int_equal(record_check(doc, RECORD, &e), 0);
	xml_add(xmlDocGetRootElement(doc), "skvaller", "x");
	assert_int_equal(record_check(doc, RECORD, &e), KL_E_INPUT);
	xmlFreeDoc(doc);
	arena_free(b.arena);
}

static void
golden_records(void **state)
{
	struct bundle b = read_example();
	struct kl_error e;
	xmlDoc *doc = build(&b, "kallelse");

	(void)state;
	check_golden(doc, "kallelse");
	xmlFreeDoc(doc);
	doc = build(&b, "protokoll");
	check_golden(doc, "protokoll");
	assert_int_equal(record_minutes(doc, 1, &e), 0);
	assert_int_equal(record_unsigned(doc, &e), 0);
	check_record(doc);
	check_golden(doc, "undertecknad");
	xmlFreeDoc(doc);
	doc = build(&b, "protokoll");
	assert_int_equal(record_public(doc, &e), 0);
	check_golden(doc, "publicerad");
	xmlFreeDoc(doc);
	doc = build(&b, "utdrag");
	assert_int_equal(record_select(doc, "12", &e), 0);
	check_record(doc);
	check_golden(doc, "utdrag-12");
	xmlFreeDoc(doc);
	arena_free(b.arena);
}

/* The canonical bytes of a record. */
static char *
bytes_of(xmlDoc *doc, struct buf *out)
{
	struct kl_error e;
	char sha[HASH_HEX], other[HASH_HEX];

	buf_init(out, BYTES_MAX);
	assert_int_equal(record_freeze(doc, out, sha, &e), 0);
	hash_of(out->data, out->len, other);
	assert_string_equal(sha, other);
	return out->data;
}

static void
has(const char *bytes, const char *s)
{
	if (strstr(bytes, s) == NULL)
		fail_msg("lacks %s", s);
}

static void
lacks(const char *bytes, const char *s)
{
	if (strstr(bytes, s) != NULL)
		fail_msg("holds %s", s);
}

static void
what_is_signed_has_no_later_date(void **state)
{
	struct bundle b = read_example();
	struct kl_error e;
	struct buf out;
	xmlDoc *doc = build(&b, "protokoll");
	char *s;

	(void)state;
	assert_int_equal(record_unsigned(doc, &e), 0);
	s = bytes_of(doc, &out);
	lacks(s, "2026-11-24");
	lacks(s, "2026-11-25");
	lacks(s, "2026-11-18");
	lacks(s, "2026-12");
	lacks(s, "nedtaget");
	has(s, "läge=\"fryst\"");
	buf_free(&out);
	xmlFreeDoc(doc);
	arena_free(b.arena);
}

static void
extracts_and_minutes(void **state)
{
	struct bundle b = read_example();
	struct kl_error e;
	struct buf out;
	xmlDoc *doc = build(&b, "utdrag");
	char *s;

	(void)state;
	assert_int_equal(record_select(doc, "10, 12", &e), 0);
	s = bytes_of(doc, &out);
	has(s, "urval=\"10 12\"");
	has(s, "<paragraf dnr=\"T2026-102-00418\" nr=\"10\"");
	lacks(s, "Hemliga Plog");
	lacks(s, "Val av justerare");
	has(s, "<paragrafer>1 10 12</paragrafer>");
	buf_free(&out);
	assert_int_equal(record_select(doc, "99", &e), KL_E_NOTFOUND);
	assert_int_equal(record_select(doc, "x", &e), KL_E_INPUT);
	assert_int_equal(record_select(doc, "", &e), KL_E_INPUT);
	xmlFreeDoc(doc);

	doc = build(&b, "omedelbart-protokoll");
	assert_int_equal(record_minutes(doc, 3, &e), KL_E_NOTFOUND);
	assert_int_equal(record_minutes(doc, 2, &e), 0);
	s = bytes_of(doc, &out);
	has(s, "<paragraf nr=\"12\"");
	lacks(s, "<paragraf dnr");
	lacks(s, "2026-11-24");
	has(s, "sista-dag=\"2026-12-09\"");
	buf_free(&out);
	xmlFreeDoc(doc);
	arena_free(b.arena);
}

static void
withdrawn_proposals_are_not_recorded(void **state)
{
	struct bundle b = read_example();
	struct buf out;
	xmlDoc *doc = build(&b, "protokoll");
	char *s = bytes_of(doc, &out);

	(void)state;
	has(s, "id=\"y2\"");
	lacks(s, "id=\"y3\"");
	has(s, "<antal-ja>3</antal-ja><antal-nej>2</antal-nej>"
	       "<antal-avstår>1</antal-avstår>"
	       "<antal-frånvarande>1</antal-frånvarande>");
	buf_free(&out);
	xmlFreeDoc(doc);
	arena_free(b.arena);
}

/* A secret matter with a mark that cannot be mistaken in every field. */
static const char secret[] =
    "<nämnd kod='N'><namn>N</namn></nämnd>"
    "<person id='p1'><förnamn>A</förnamn><efternamn>B</efternamn>"
    "<epost>HEMLIG1@x</epost><telefon>HEMLIG2</telefon>"
    "<adress>HEMLIG3</adress></person>"
    "<person id='p2'><förnamn>S</förnamn><efternamn>T</efternamn>"
    "<epost>HEMLIG4@x</epost><telefon>HEMLIG5</telefon></person>"
    "<mandat nämnd='N' person='p1'><roll>ledamot</roll>"
    "<från>2020-01-01</från></mandat>"
    "<mandat nämnd='N' person='p2'><roll>sekreterare</roll>"
    "<från>2020-01-01</från></mandat>"
    "<ärende dnr='D1'><nämnd>N</nämnd><rubrik>HEMLIG6</rubrik>"
    "<kontor>HEMLIG7</kontor><enhet>HEMLIG8</enhet>"
    "<handläggare>HEMLIG9</handläggare><slag>beslut</slag>"
    "<sekretess><lagrum>OSL 19:3</lagrum>"
    "<neutral-rubrik>Neutral &amp; &lt;lugn&gt;</neutral-rubrik>"
    "</sekretess>"
    "<förslag><att>HEMLIG10</att></förslag>"
    "<handling fil='HEMLIG11.pdf'><slag>HEMLIG12</slag>"
    "<titel>HEMLIG13</titel><motpart>HEMLIG14</motpart>"
    "<publiceras>ja</publiceras></handling>"
    "<mottagare>HEMLIG15</mottagare></ärende>"
    "<ärende dnr='D2'><nämnd>N</nämnd><rubrik>Öppet</rubrik>"
    "<handling fil='HEMLIG16.pdf'><titel>HEMLIG17</titel>"
    "<publiceras>nej</publiceras></handling>"
    "<handling fil='HEMLIG18.pdf'><slag>bilaga</slag>"
    "<titel>HEMLIG19</titel><motpart>HEMLIG20</motpart>"
    "<publiceras>ja</publiceras><sekretess><lagrum>OSL 19:1</lagrum>"
    "</sekretess></handling>"
    "<handling fil='oppen.pdf'><titel>Öppen bilaga</titel>"
    "<motpart>HEMLIG21</motpart><publiceras>ja</publiceras></handling>"
    "</ärende>"
    "<ärende dnr='D3'><nämnd>N</nämnd><rubrik>HEMLIG35</rubrik>"
    "<sekretess><lagrum>OSL 1:1</lagrum></sekretess></ärende>"
    "<sammanträde nämnd='N' datum='2026-11-17'>"
    "<punkt nr='1' dnr='D1'><rubrik>HEMLIG22</rubrik>"
    "<enhet>HEMLIG23</enhet><anmärkning>HEMLIG24</anmärkning></punkt>"
    "<punkt nr='2' dnr='D2'/><punkt nr='3' dnr='D3'/>"
    "<närvaro person='p1'/>"
    "<jäv person='p1' paragraf='1'><grund>HEMLIG25</grund></jäv>"
    "<paragraf nr='1' punkt='1'><rubrik>HEMLIG26</rubrik>"
    "<bakgrund>HEMLIG27</bakgrund>"
    "<yrkande id='y1' person='p1'><slag>bifall</slag>"
    "<text>HEMLIG28</text></yrkande>"
    "<beslutsgång>HEMLIG29</beslutsgång>"
    "<omröstning ja='y1'><text>HEMLIG30</text>"
    "<röst person='p1'>ja</röst></omröstning>"
    "<beslut><att>HEMLIG31</att></beslut><utgång>beslutat</utgång>"
    "<reservation person='p1'><text>HEMLIG32</text></reservation>"
    "<uttalande person='p1'><slag>särskilt uttalande</slag>"
    "<text>HEMLIG33</text></uttalande><deltar-inte person='p1'/>"
    "<skickas-till>HEMLIG34</skickas-till></paragraf>"
    "<paragraf nr='2' punkt='2'><beslut><att>Öppet beslut</att></beslut>"
    "<skickas-till>Kontoret</skickas-till></paragraf>"
    "<paragraf nr='3' punkt='3'/>"
    "<expediering paragraf='1'><mottagare>HEMLIG36</mottagare>"
    "</expediering>"
    "<expediering paragraf='2'><mottagare>Kontoret</mottagare>"
    "</expediering></sammanträde>";

static void
published_record_holds_no_secret(void **state)
{
	struct bundle b = new_bundle();
	struct kl_error e;
	struct buf out;
	xmlDoc *doc;
	char *s;
	size_t i;

	(void)state;
	if (read_body(secret, &b) != 0)
		show_faults();
	for (i = 0; i < sizeof every_kind / sizeof *every_kind; i++) {
		assert_int_equal(record_build(&b, &b.meetings.v[0],
				     every_kind[i], NULL, &doc, &e),
		    0);
		assert_int_equal(record_public(doc, &e), 0);
		check_record(doc);
		s = bytes_of(doc, &out);
		lacks(s, "HEMLIG");
		lacks(s, "expediering");
		has(s, "<rubrik>Neutral &amp; &lt;lugn&gt;</rubrik>");
		has(s, "<rubrik>D3</rubrik>");
		has(s, "Offentlighets- och sekretesslagen 19 kap. 3 §");
		has(s, "Öppet");
		has(s, "oppen.pdf");
		buf_free(&out);
		xmlFreeDoc(doc);
	}
	arena_free(b.arena);
}

static void
what_is_sent_out_shows_neutral_titles(void **state)
{
	static const char *const hidden[] = { "HEMLIG6", "HEMLIG10", "HEMLIG11",
		"HEMLIG13", "HEMLIG18", "HEMLIG19", "HEMLIG22", "HEMLIG24",
		"HEMLIG26", "HEMLIG27", "HEMLIG31", "HEMLIG34", "HEMLIG35",
		"HEMLIG36" };
	static const char *const neutral[] = { "kallelse", "tilläggslista",
		"närvarolista", "välkomstbrev", "snabbprotokoll", "anslag",
		"anslagsbevis" };
	struct bundle b = new_bundle();
	struct kl_error e;
	struct buf out;
	xmlDoc *doc;
	size_t i, k;

	(void)state;
	assert_int_equal(read_body(secret, &b), 0);
	for (i = 0; i < sizeof neutral / sizeof *neutral; i++) {
		assert_int_equal(record_build(&b, &b.meetings.v[0], neutral[i],
				     NULL, &doc, &e),
		    0);
		check_record(doc);
		bytes_of(doc, &out);
		for (k = 0; k < sizeof hidden / sizeof *hidden; k++)
			lacks(out.data, hidden[k]);
		has(out.data, "HEMLIG17");
		has(out.data, "HEMLIG1@x");
		buf_free(&out);
		xmlFreeDoc(doc);
	}
	assert_int_equal(
	    record_build(&b, &b.meetings.v[0], "protokoll", NULL, &doc, &e), 0);
	bytes_of(doc, &out);
	has(out.data, "<rubrik>HEMLIG26</rubrik>");
	has(out.data, "HEMLIG31");
	buf_free(&out);
	xmlFreeDoc(doc);
	arena_free(b.arena);
}

static void
chair_falls_to_the_vice_chair(void **state)
{
	struct bundle b = read_example();
	struct meeting *m = &b.meetings.v[0];
	struct buf out;
	xmlDoc *doc;

	(void)state;
	m->attendance.v++;
	m->attendance.n--;
	doc = build(&b, "protokoll");
	bytes_of(doc, &out);
	has(out.data, "<ordförande person=\"p2\">");
	buf_free(&out);
	xmlFreeDoc(doc);
	doc = build(&b, "kallelse");
	bytes_of(doc, &out);
	has(out.data, "<ordförande person=\"p1\">");
	lacks(out.data, "<ledamot");
	lacks(out.data, "<paragraf");
	lacks(out.data, "<protokoll");
	buf_free(&out);
	xmlFreeDoc(doc);
	arena_free(b.arena);
}

/* Every name of the schema is in the list and the other way round. */
static void
field_names_are_those_of_the_schema(void **state)
{
	const char *const *names, *p;
	struct kl_error e;
	struct buf in;
	char quoted[128];
	size_t i, n, found = 0;

	(void)state;
	record_field_names(&names, &n);
	assert_int_equal(file_read(RECORD, BYTES_MAX, &in, &e), 0);
	for (i = 0; i < n; i++) {
		assert_true(i == 0 || strcmp(names[i - 1], names[i]) < 0);
		snprintf(
		    quoted, sizeof quoted, "<element name=\"%s\">", names[i]);
		p = strstr(in.data, quoted);
		snprintf(
		    quoted, sizeof quoted, "<attribute name=\"%s\">", names[i]);
		if (p == NULL && strstr(in.data, quoted) == NULL)
			fail_msg("the schema does not know %s", names[i]);
	}
	for (p = in.data; (p = strstr(p, " name=\"")) != NULL; p += 7) {
		if (strncmp(p - 8, "<element", 8) != 0 &&
		    strncmp(p - 10, "<attribute", 10) != 0)
			continue;
		n = strcspn(p + 7, "\"");
		snprintf(quoted, sizeof quoted, "%.*s", (int)n, p + 7);
		record_field_names(&names, &n);
		for (i = 0; i < n && strcmp(names[i], quoted) != 0; i++)
			;
		if (i == n)
			fail_msg("the list does not know %s", quoted);
		found++;
	}
	assert_true(found > 100);
	buf_free(&in);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(example_is_read),
		cmocka_unit_test(minutes_come_from_what_is_told),
		cmocka_unit_test(export_and_import_agree),
		cmocka_unit_test(order_of_elements_is_free),
		cmocka_unit_test(texts_are_normalised),
		cmocka_unit_test(faults_of_form),
		cmocka_unit_test(faults_of_values),
		cmocka_unit_test(faults_of_meetings),
		cmocka_unit_test(faults_of_what_stands_twice),
		cmocka_unit_test(many_faults_are_counted_and_sorted),
		cmocka_unit_test(broken_files),
		cmocka_unit_test(people_from_a_table),
		cmocka_unit_test(matters_from_a_table),
		cmocka_unit_test(faults_of_tables),
		cmocka_unit_test(reference_follows_the_schema),
		cmocka_unit_test(every_kind_follows_the_schema),
		cmocka_unit_test(record_check_sees_what_is_wrong),
		cmocka_unit_test(golden_records),
		cmocka_unit_test(what_is_signed_has_no_later_date),
		cmocka_unit_test(extracts_and_minutes),
		cmocka_unit_test(withdrawn_proposals_are_not_recorded),
		cmocka_unit_test(published_record_holds_no_secret),
		cmocka_unit_test(what_is_sent_out_shows_neutral_titles),
		cmocka_unit_test(chair_falls_to_the_vice_chair),
		cmocka_unit_test(field_names_are_those_of_the_schema),
	};

	xml_start();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
