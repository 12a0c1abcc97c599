/* SPDX-License-Identifier: EUPL-1.2
 *
 * record: the record of a meeting and its variants.
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
#include "record_help.h"

/* ---- the record ---------------------------------------------------------- */

static struct record_clock clocks[] = { { .seq = 1 }, { .seq = 2 } };
static struct record_step steps[] = { { .step = "kallelse",
    .name = "Kallelsen skickas" } };

static struct record_meeting upcoming[] = {
	{ .key = "TRN/2026-12-15",
	    .committee = "TRN",
	    .time = "16:30",
	    .place = "Bråsalen, Stadshuset",
	    .number = 10,
	    .state = MEETING_PLANNED },
};

static struct record_dates
dates_of_example(void)
{
	struct record_dates d = { .clocks = { clocks, 2, 2 },
		.steps = { steps, 1, 1 },
		.upcoming = { upcoming, 1, 1 } };

	d.adjust_plain = d.adjust_latest = kl_day_of(2026, 12, 1);
	clocks[0].last_day = kl_day_of(2026, 12, 16);
	clocks[0].remove_on = kl_day_of(2026, 12, 17);
	clocks[0].legal_force = kl_day_of(2026, 12, 17);
	clocks[1].last_day = kl_day_of(2026, 12, 9);
	clocks[1].remove_on = clocks[1].legal_force = kl_day_of(2026, 12, 10);
	steps[0].day = kl_day_of(2026, 11, 10);
	upcoming[0].day = kl_day_of(2026, 12, 15);
	upcoming[0].summons = kl_day_of(2026, 12, 8);
	upcoming[0].adjust = kl_day_of(2026, 12, 29);
	upcoming[0].hand_in = upcoming[0].dispatch = KL_DAY_NONE;
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

/* The verdict of the schema, read anew. */
static int
verdict(xmlDoc *doc, struct kl_error *e)
{
	struct record_schema *schema = NULL;
	int rc;

	assert_int_equal(record_schema_open(RECORD, &schema, e), 0);
	rc = record_check(doc, schema, e);
	record_schema_close(schema);
	return rc;
}

static void
check_record(xmlDoc *doc)
{
	struct kl_error e;
	char s[2048];

	if (verdict(doc, &e) == 0)
		return;
	kl_error_format(&e, NULL, s, sizeof s);
	fail_msg("%s", s);
}

/* Compare with the golden file; both as indented XML. */
static void
check_golden(xmlDoc *doc, const char *name)
{
	struct buf out;

	buf_init(&out, BYTES_MAX);
	assert_int_equal(xml_write(doc, &out), 0);
	check_golden_text(name, &out);
	buf_free(&out);
}

static const char *const every_kind[] = { "kallelse", "tilläggslista",
	"snabbprotokoll", "protokoll", "omedelbart-protokoll", "utdrag",
	"anslag", "anslagsbevis", "delgivningskvitto", "sändlista",
	"närvarolista", "välkomstbrev", "publicerat-protokoll",
	"kontrollmeddelande", "följebrev", "adressetiketter", "röstlista",
	"delegationslista", "reservation", "rättelse", "lagakraftbevis",
	"inställt-sammanträde", "åtgärdslista" };

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
	struct record_dates none = { .adjust_plain = KL_DAY_NONE };
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
	assert_int_equal(verdict(doc, &e), KL_E_INPUT);
	xml_set(xmlDocGetRootElement(doc), "variant", "publicerad");
	assert_int_equal(verdict(doc, &e), 0);
	xml_add(xmlDocGetRootElement(doc), "skvaller", "x");
	assert_int_equal(verdict(doc, &e), KL_E_INPUT);
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

/* Presidium, members by surname, deputies by place. */
static void
called_come_by_role_place_and_name(void **state)
{
	static const char *const order[] = { "p1", "p2", "p3", "p5", "p4", "p7",
		"p8", "p6", "p9", "p12", NULL };
	struct bundle b = read_example();
	xmlDoc *doc = build(&b, "kallelse");
	char wanted[64], *s;
	struct buf out;
	size_t i;

	(void)state;
	s = bytes_of(doc, &out);
	for (i = 0; order[i] != NULL; i++) {
		snprintf(
		    wanted, sizeof wanted, "<kallad person=\"%s\">", order[i]);
		s = strstr(s, "<kallad ");
		assert_non_null(s);
		assert_memory_equal(s++, wanted, strlen(wanted));
	}
	assert_null(strstr(s, "<kallad "));
	buf_free(&out);
	xmlFreeDoc(doc);
	arena_free(b.arena);
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
	has(s, "<paragrafer>1 10 12-14</paragrafer>");
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

/* Immediate minutes tell of their own paragraphs: here § 12. */
static void
immediate_minutes_have_their_own_attendance(void **state)
{
	struct bundle b = read_example();
	struct meeting *m = &b.meetings.v[0];
	struct kl_error e;
	struct buf out;
	xmlDoc *doc;
	char *s;

	(void)state;
	assert_string_equal(m->attendance.v[0].person, "p1");
	m->attendance.v[0].paragraphs = "1"; /* the chair, who signs */
	m->attendance.v[1].paragraphs = "1-11";
	m->conflicts.v[0].paragraph = 12;
	doc = build(&b, "omedelbart-protokoll");
	assert_int_equal(record_minutes(doc, 2, &e), 0);
	check_record(doc);
	s = bytes_of(doc, &out);
	has(s, "<ledamot person=\"p1\">");
	lacks(s, "<ledamot person=\"p2\">");
	has(s, "<parti>MP</parti><roll>ledamot</roll><jäv>12</jäv></ledamot>");
	has(s, "<roll>ledamot</roll><paragrafer>12</paragrafer>"
	       "<distans>ja</distans></ledamot>");
	lacks(s, "17:05");
	lacks(s, "<tjänstgörande-ersättare");
	lacks(s, "<övrig>");
	lacks(s, "<hela>");
	buf_free(&out);
	xmlFreeDoc(doc);
	arena_free(b.arena);
}

/* Who came late, left early or had a conflict was not there throughout. */
static void
whole_meetings_are_marked(void **state)
{
	struct bundle b = read_example();
	struct meeting *m = &b.meetings.v[0];
	struct buf out;
	xmlDoc *doc;
	char *s;

	(void)state;
	m->attendance.v[1].from = "16:45";
	doc = build(&b, "protokoll");
	s = bytes_of(doc, &out);
	has(s, "<roll>ordförande</roll><paragrafer>1 10-14</paragrafer>"
	       "<hela>ja</hela></ledamot>");
	has(s, "<roll>vice ordförande</roll><paragrafer>1 10-14</paragrafer>"
	       "<från>16:45</från></ledamot>");
	has(s, "<paragrafer>1 10 12-14</paragrafer><jäv>11</jäv>");
	has(s, "<övrig><namn>Trafikdirektören</namn>"
	       "<paragrafer>1-11</paragrafer></övrig>");
	buf_free(&out);
	xmlFreeDoc(doc);
	arena_free(b.arena);
}

/* What goes out: under neutral titles, and each recipient's together. */
static void
deliveries_are_gathered_by_recipient(void **state)
{
	struct bundle b = read_example();
	struct meeting *m = &b.meetings.v[0];
	struct kl_error e;
	struct buf out;
	xmlDoc *doc;
	char *s;

	(void)state;
	m->deliveries.v[1].recipient = m->deliveries.v[0].recipient;
	doc = build(&b, "delgivningskvitto");
	check_record(doc);
	s = bytes_of(doc, &out);
	s = strstr(s,
	    "<mottagning><mottagare>Trafikkontoret</mottagare>"
	    "<expediering paragraf=\"10\"><dnr>T2026-102-00418</dnr>");
	assert_non_null(s);
	has(s, "<expediering paragraf=\"11\"><dnr>T2026-300-00007</dnr>"
	       "<rubrik>Ärende om upphandling</rubrik>");
	assert_null(strstr(s + 1, "<mottagning>"));
	buf_free(&out);
	assert_int_equal(record_select(doc, "11", &e), 0);
	s = bytes_of(doc, &out);
	lacks(s, "<expediering paragraf=\"10\">");
	has(s, "<mottagning>");
	buf_free(&out);
	assert_int_equal(record_public(doc, &e), 0);
	s = bytes_of(doc, &out);
	lacks(s, "mottagning");
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
    "<förfall person='p1' av='HEMLIG37' från='17:00'>"
    "<skäl>HEMLIG38</skäl></förfall>"
    "<närvaro person='p1'/>"
    "<ajournering paragraf='1' från='17:00'><skäl>HEMLIG39</skäl>"
    "</ajournering>"
    "<jäv person='p1' paragraf='1'><grund>HEMLIG25</grund></jäv>"
    "<jäv namn='HEMLIG40' paragraf='1' prövat='inte jäv'/>"
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
    "<föredragande>HEMLIG41</föredragande><skäl>HEMLIG42</skäl>"
    "<val><uppdrag>HEMLIG43</uppdrag><vald namn='HEMLIG44'/></val>"
    "<uppdrag ansvarig='HEMLIG45' vid='HEMLIG46'><text>HEMLIG47</text>"
    "</uppdrag>"
    "<ändrad-text del='jäv'><text>HEMLIG48</text></ändrad-text>"
    "<skickas-till>HEMLIG34</skickas-till></paragraf>"
    "<paragraf nr='2' punkt='2'><beslut><att>Öppet beslut</att></beslut>"
    "<skickas-till>Kontoret</skickas-till></paragraf>"
    "<paragraf nr='3' punkt='3'><utgång till='HEMLIG49' saknas='HEMLIG50'>"
    "återremiss</utgång></paragraf>"
    "<protokoll läge='utkast' paragrafer='1-3'>"
    "<underkännande person='p1' datum='2026-11-20'>"
    "<kommentar>HEMLIG51</kommentar></underkännande>"
    "<godtagen kod='x' av='HEMLIG52'><skäl>HEMLIG53</skäl></godtagen>"
    "</protokoll>"
    "<bilaga nr='1' slag='reservation' paragraf='1' titel='HEMLIG54'"
    " fil='HEMLIG55.pdf'/>"
    "<bilaga nr='2' slag='handling' titel='HEMLIG56' fil='HEMLIG18.pdf'/>"
    "<bilaga nr='3' slag='handling' titel='HEMLIG57' fil='HEMLIG11.pdf'/>"
    "<bilaga nr='4' slag='handling' paragraf='2' titel='HEMLIG17'"
    " fil='HEMLIG16.pdf'/>"
    "<bilaga nr='5' slag='handling' paragraf='2' titel='Öppen bilaga'"
    " fil='oppen.pdf'/>"
    "<rättelse paragraf='1' datum='2026-12-01'><var>HEMLIG58</var>"
    "<är>HEMLIG59</är><skäl>HEMLIG60</skäl></rättelse>"
    "<överklagande-mål paragraf='2' inkom='2026-12-02'><av>HEMLIG61</av>"
    "</överklagande-mål>"
    "<rad>HEMLIG62</rad>"
    "<expediering paragraf='1'><mottagare>HEMLIG36</mottagare>"
    "</expediering>"
    "<expediering paragraf='2'><mottagare>Kontoret</mottagare>"
    "</expediering></sammanträde>";

/* Sentences composed of the secret paragraph. */
static struct record_dates
secret_words(void)
{
	static const char *sentences[] = { "HEMLIG63" };
	static text_list list = { sentences, 1, 1 };
	static struct record_text texts[] = { { 1, "jäv", &list },
		{ 1, "beslutsgång", &list } };
	struct record_dates d = { .texts = { texts, 2, 2 } };

	d.adjust_plain = d.adjust_latest = KL_DAY_NONE;
	return d;
}

static void
published_record_holds_no_secret(void **state)
{
	struct record_dates words = secret_words();
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
				     every_kind[i], &words, &doc, &e),
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
		"HEMLIG36", "HEMLIG37", "HEMLIG38", "HEMLIG39", "HEMLIG40",
		"HEMLIG41", "HEMLIG42", "HEMLIG43", "HEMLIG44", "HEMLIG45",
		"HEMLIG46", "HEMLIG47", "HEMLIG48", "HEMLIG49", "HEMLIG50",
		"HEMLIG51", "HEMLIG52", "HEMLIG53", "HEMLIG54", "HEMLIG55",
		"HEMLIG56", "HEMLIG57", "HEMLIG58", "HEMLIG59", "HEMLIG60",
		"HEMLIG61", "HEMLIG62", "HEMLIG63" };
	static const char *const neutral[] = { "kallelse", "tilläggslista",
		"närvarolista", "välkomstbrev", "snabbprotokoll", "anslag",
		"anslagsbevis", "åtgärdslista" };
	struct record_dates words = secret_words();
	struct bundle b = new_bundle();
	struct kl_error e;
	struct buf out;
	xmlDoc *doc;
	size_t i, k;

	(void)state;
	assert_int_equal(read_body(secret, &b), 0);
	for (i = 0; i < sizeof neutral / sizeof *neutral; i++) {
		assert_int_equal(record_build(&b, &b.meetings.v[0], neutral[i],
				     &words, &doc, &e),
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
	has(out.data, "HEMLIG47");
	has(out.data, "HEMLIG61");
	lacks(out.data, "HEMLIG38"); /* why somebody is away is in none */
	lacks(out.data, "HEMLIG53");
	lacks(out.data, "HEMLIG62");
	buf_free(&out);
	xmlFreeDoc(doc);
	arena_free(b.arena);
}

/* Who voted how in a secret division is told to nobody, though it is noted. */
static void
secret_votes_have_no_names(void **state)
{
	struct bundle b = read_example();
	struct paragraph *p = &b.meetings.v[0].paragraphs.v[1];
	struct buf out;
	xmlDoc *doc;

	(void)state;
	p->divisions.v[0].secret = true;
	doc = build(&b, "protokoll");
	bytes_of(doc, &out);
	lacks(out.data, "<röst");
	has(out.data, "<antal-ja>3</antal-ja><antal-nej>2</antal-nej>");
	has(out.data, "<antal-ja>4</antal-ja><antal-nej>4</antal-nej>");
	buf_free(&out);
	xmlFreeDoc(doc);
	arena_free(b.arena);
}

/* Only the attendance list tells before a meeting who cannot come. */
static void
absences_stand_on_the_attendance_list(void **state)
{
	static struct record_expected seats[] = { { "p1", NULL, "kommer", NULL,
						      NULL },
		{ "p9", "p4", "tillfrågad", NULL, "17:05" },
		{ NULL, "p8", NULL, NULL, NULL } };
	static struct record_moment moments[] = { { NULL, 1, false },
		{ "17:05", 7, true } };
	struct bundle b = read_example();
	struct record_dates d = dates_of_example();
	struct kl_error e;
	struct buf out;
	xmlDoc *doc;

	(void)state;
	d.forecast = (struct record_forecast){ .made = true,
		.seats = 13,
		.need = 7,
		.sure = 1,
		.v = { seats, 3, 3 },
		.moments = { moments, 2, 2 } };
	b.meetings.v[0].attendance.n = 0; /* it has not begun */
	assert_int_equal(
	    record_build(&b, &b.meetings.v[0], "närvarolista", &d, &doc, &e),
	    0);
	check_record(doc);
	bytes_of(doc, &out);
	has(out.data, "<förfall anmält=\"2026-11-10\" person=\"p4\">");
	has(out.data, "svar=\"kommer inte\"");
	has(out.data, "<prognos antal=\"1\" beslutför=\"nej\" krävs=\"7\" "
		      "platser=\"13\">");
	has(out.data, "<tjänstgör person=\"p9\" säkerhet=\"tillfrågad\">");
	has(out.data, "</för><till>17:05</till></tjänstgör>");
	has(out.data, "<tidpunkt antal=\"7\" beslutför=\"ja\" från=\"17:05\">");
	has(out.data, "<tjänstgör vakant=\"ja\"><för person=\"p8\">");
	lacks(out.data, "annat uppdrag");
	buf_free(&out);
	xmlFreeDoc(doc);
	doc = build(&b, "kallelse");
	bytes_of(doc, &out);
	lacks(out.data, "förfall");
	buf_free(&out);
	xmlFreeDoc(doc);
	arena_free(b.arena);
}

/* What was found to be no conflict keeps nobody out. */
static void
rejected_conflicts_are_none(void **state)
{
	struct bundle b = read_example();
	xmlDoc *doc = build(&b, "protokoll");
	struct buf out;

	(void)state;
	bytes_of(doc, &out);
	has(out.data, "<inte-jäv person=\"p4\">");
	lacks(out.data, "<jäv person=\"p4\">");
	has(out.data, "<paragrafer>10-12</paragrafer><från>17:05</från>");
	has(out.data, "<jäv bestritt=\"ja\"><namn>Planchefen</namn></jäv>");
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

/* ---- the names ----------------------------------------------------------- */

static const xmlNode *
define_named(const xmlNode *grammar, const char *name)
{
	const xmlNode *n = xml_child(grammar, "define");
	xmlChar *other;
	bool found = false;

	for (; n != NULL; n = xml_next(n, "define")) {
		other = xmlGetNoNsProp((xmlNode *)n, BAD_CAST "name");
		found = strcmp((const char *)other, name) == 0;
		xmlFree(other);
		if (found)
			return n;
	}
	return NULL;
}

/* Collect the paths of the patterns below ${node}; ${path} is where it stands,
 * the root element itself being the empty path. */
static void
collect_paths(struct arena *a, const xmlNode *grammar, const xmlNode *node,
    const char *path, text_list *out)
{
	const xmlNode *n = xml_child(node, NULL);
	const char *name, *below;

	for (; n != NULL; n = xml_next(n, NULL)) {
		name = xml_attr(a, n, "name");
		below = path;
		if (xml_is(n, "element") || xml_is(n, "attribute")) {
			below = path == NULL ? ""
				: *path == '\0'
				    ? name
				    : arena_printf(a, "%s/%s", path, name);
			if (*below != '\0')
				text_add(a, out, below);
		}
		collect_paths(a, grammar,
		    xml_is(n, "ref") ? define_named(grammar, name) : n, below,
		    out);
	}
}

static int
by_bytes(const void *x, const void *y)
{
	return strcmp(*(const char *const *)x, *(const char *const *)y);
}

/* A year: each body's meetings and all of them by day. */
static void
a_year_follows_the_schema(void **state)
{
	struct record_dates d = dates_of_example();
	struct bundle b = read_example();
	struct kl_error e;
	struct buf out;
	xmlDoc *doc;
	char *s;

	(void)state;
	assert_int_equal(record_year(&b, 2026, &d.upcoming, NULL, &doc, &e), 0);
	check_record(doc);
	s = bytes_of(doc, &out);
	has(s, "<årsplan år=\"2026\"><organ kod=\"TRN\" märke=\"1\">");
	has(s, "<kallelse-senast>2026-12-08</kallelse-senast>");
	has(s, "</organ><möte datum=\"2026-12-15\"");
	lacks(s, "kod=\"TRNR\"");
	buf_free(&out);
	xmlFreeDoc(doc);
	arena_free(b.arena);
}

/* The list holds the schema's paths and no others, in byte order. */
static void
field_names_are_those_of_the_schema(void **state)
{
	struct arena *a = arena_new(0);
	const char *const *names;
	text_list paths = { 0 };
	struct kl_error e;
	struct buf in;
	xmlDoc *doc;
	xmlNode *grammar;
	size_t i, n, k = 0;

	(void)state;
	assert_int_equal(file_read(RECORD, BYTES_MAX, &in, &e), 0);
	assert_int_equal(xml_parse(in.data, in.len, "rng", &doc, &e), 0);
	grammar = xmlDocGetRootElement(doc);
	collect_paths(a, grammar, xml_child(grammar, "start"), NULL, &paths);
	qsort(paths.v, paths.n, sizeof *paths.v, by_bytes);
	record_field_names(&names, &n);
	for (i = 0; i < paths.n; i++) {
		if (i > 0 && strcmp(paths.v[i], paths.v[i - 1]) == 0)
			continue;
		assert_true(k < n);
		assert_string_equal(names[k], paths.v[i]);
		k++;
	}
	assert_int_equal(k, n);
	assert_true(n > 200);
	xmlFreeDoc(doc);
	buf_free(&in);
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reference_follows_the_schema),
		cmocka_unit_test(every_kind_follows_the_schema),
		cmocka_unit_test(record_check_sees_what_is_wrong),
		cmocka_unit_test(golden_records),
		cmocka_unit_test(called_come_by_role_place_and_name),
		cmocka_unit_test(what_is_signed_has_no_later_date),
		cmocka_unit_test(extracts_and_minutes),
		cmocka_unit_test(immediate_minutes_have_their_own_attendance),
		cmocka_unit_test(whole_meetings_are_marked),
		cmocka_unit_test(deliveries_are_gathered_by_recipient),
		cmocka_unit_test(withdrawn_proposals_are_not_recorded),
		cmocka_unit_test(secret_votes_have_no_names),
		cmocka_unit_test(absences_stand_on_the_attendance_list),
		cmocka_unit_test(rejected_conflicts_are_none),
		cmocka_unit_test(published_record_holds_no_secret),
		cmocka_unit_test(what_is_sent_out_shows_neutral_titles),
		cmocka_unit_test(chair_falls_to_the_vice_chair),
		cmocka_unit_test(a_year_follows_the_schema),
		cmocka_unit_test(field_names_are_those_of_the_schema),
	};

	xml_start();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
