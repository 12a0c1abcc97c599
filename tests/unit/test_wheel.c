/* SPDX-License-Identifier: EUPL-1.2
 *
 * calendar: the annual wheel, common and per committee, and the meetings that
 * fall to its items.
 */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/xml.h"
#include "calendar/wheel.h"

static struct arena *arena;
static struct kl_error err;

static kl_day
day(const char *s)
{
	kl_day d = KL_DAY_NONE;

	assert_int_equal(kl_day_parse(s, &d), 0);
	return d;
}

static int
set_up(void **state)
{
	(void)state;
	xml_start();
	arena = arena_new(0);
	return arena == NULL;
}

static int
tear_down(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

/* "2027-01-25..2027-02-12 Verksamhetsberättelse 2026 (2027-02-09)\n". */
static char *
turns_text(const wheel_turns *t)
{
	char from[11], to[11], meeting[11];
	struct buf b;
	char *text;
	size_t i;

	buf_init(&b, 1 << 20);
	for (i = 0; i < t->n; i++)
		buf_printf(&b, "%s..%s %s (%s)\n",
		    kl_day_format(t->v[i].from, from),
		    kl_day_format(t->v[i].to, to), t->v[i].title,
		    kl_day_format(t->v[i].meeting, meeting));
	text = arena_strdup(arena, b.data);
	buf_free(&b);
	return text;
}

static struct wheel *
load(void)
{
	struct wheel *w = NULL;
	char text[2048];

	if (wheel_load(SRCDIR "/calendars/arshjul.xml", &w, &err) != 0) {
		kl_error_format(&err, NULL, text, sizeof text);
		fail_msg("%s:%d: %s", err.file, err.line, text);
	}
	return w;
}

static void
a_year_of_it(void **state)
{
	static const char *const dates[] = { "2011-02-01", "2011-03-08",
		"2011-04-12", "2011-05-17", "2011-06-14", "2011-08-23",
		"2011-09-20", "2011-10-25", "2011-11-22", "2011-12-13" };
	kl_day meetings[10];
	struct wheel *w = load();
	wheel_turns t = { 0 };
	size_t i;

	(void)state;
	for (i = 0; i < 10; i++)
		meetings[i] = day(dates[i]);
	assert_int_equal(wheel_year(w, 2011, "TRN", arena, &t, &err), 0);
	wheel_place(&t, meetings, 10);
	assert_string_equal(turns_text(&t),
	    "2011-01-01..2011-03-01 Val till utskott, beredningar och råd "
	    "(2011-02-01)\n"
	    "2011-01-24..2011-02-11 Uppföljning av internkontrollplan 2010 "
	    "(2011-02-01)\n"
	    "2011-01-24..2011-02-11 Verksamhetsberättelse 2010 (2011-02-01)\n"
	    "2011-02-01..2011-03-31 Översyn av delegationsordningen "
	    "(2011-03-08)\n"
	    "2011-03-01..2011-03-30 Ekonomisk uppföljning efter månad 2 "
	    "(2011-03-08)\n"
	    "2011-03-15..2011-04-28 Underlag till budget 2012 med inriktning "
	    "för två år (2011-04-12)\n"
	    "2011-04-01..2011-04-30 Ekonomisk uppföljning efter månad 3 "
	    "(2011-04-12)\n"
	    "2011-05-09..2011-05-27 Tertialrapport 1 2011 (2011-05-17)\n"
	    "2011-05-15..2011-06-23 Yttrande över revisorernas årsrapport 2010 "
	    "(2011-06-14)\n"
	    "2011-05-15..2011-06-23 Vinterväghållningen 2010/2011, "
	    "erfarenheter "
	    "(2011-06-14)\n"
	    "2011-06-01..2011-06-30 Ekonomisk uppföljning efter månad 5 "
	    "(2011-06-14)\n"
	    "2011-09-12..2011-09-30 Tertialrapport 2 2011 (2011-09-20)\n"
	    "2011-10-01..2011-11-29 Sammanträdestider 2012 (2011-10-25)\n"
	    "2011-10-01..2011-10-30 Ekonomisk uppföljning efter månad 9 "
	    "(2011-10-25)\n"
	    "2011-11-01..2011-11-30 Ekonomisk uppföljning efter månad 10 "
	    "(2011-11-22)\n"
	    "2011-12-05..2011-12-16 Verksamhetsplan och budget 2012 "
	    "(2011-12-13)\n"
	    "2011-12-05..2011-12-16 Internkontrollplan 2012 (2011-12-13)\n");
	assert_string_equal(t.v[7].item->responsible, "Ekonomichefen");
	assert_string_equal(t.v[7].period, "januari–april 2011");
	wheel_free(w);
	wheel_free(NULL);
}

static void
common_and_own(void **state)
{
	struct wheel *w = load();
	wheel_turns common = { 0 }, own = { 0 };

	(void)state;
	assert_int_equal(wheel_year(w, 2027, NULL, arena, &common, &err), 0);
	assert_non_null(strstr(turns_text(&common), "Tertialrapport 1 2027"));
	assert_null(strstr(turns_text(&common), "Vinterväg"));
	assert_null(strstr(turns_text(&common), "mandatperiod"));
	/* every fourth year from 2011 */
	assert_non_null(strstr(turns_text(&common), "Val till utskott"));
	assert_int_equal(wheel_year(w, 2027, "SVN", arena, &own, &err), 0);
	assert_null(strstr(turns_text(&own), "Tertialrapport"));
	assert_non_null(strstr(turns_text(&own), "Uppföljningsrapport 2 2027"));
	own.n = 0;
	assert_int_equal(wheel_year(w, 2028, NULL, arena, &own, &err), 0);
	assert_null(strstr(turns_text(&own), "Val till utskott"));
	wheel_free(w);
}

#define HEAD "<årshjul version=\"1\"><namn>X</namn>\n"
#define START "<början>2010-01-01</början>"
#define RULE "<upprepas>FREQ=YEARLY</upprepas>"
#define NAMES "<namn>A</namn><ansvar>B</ansvar>"
#define ITEM "<post id=\"a\">" NAMES START RULE "<pågår>1 dag</pågår></post>\n"

static void
what_is_wrong_is_named(void **state)
{
	static const struct {
		const char *body;
		int line;
		const char *says;
	} cases[] = {
		{ "<cykel/>", 1, "not an annual wheel" },
		{ "<årshjul version=\"2\"/>", 1, "Version 2" },
		{ "<årshjul version=\"1\"/>", 1, "<namn>" },
		{ HEAD "<pst/></årshjul>", 2, "\"post\"" },
		{ HEAD ITEM ITEM "</årshjul>", 3, "line 2" },
		{ HEAD "<post id=\"a\">" NAMES START RULE "</post></årshjul>",
		    2, "<pågår>" },
		{ HEAD "<post id=\"a\">" NAMES START
		       "\n<upprepas>FREQ=YEARLY;BYMONTH=13</upprepas>"
		       "<pågår>1 dag</pågår></post></årshjul>",
		    3, "BYMONTH=13" },
		{ HEAD "<post id=\"a\">" NAMES START
		       "\n<upprepas>FREQ=SECONDLY</upprepas>"
		       "<pågår>1 dag</pågår></post></årshjul>",
		    3, "SECONDLY" },
		{ HEAD "<post id=\"a\">" NAMES START RULE
		       "\n<pågår>60 veckor</pågår></post></årshjul>",
		    3, "length of a window" },
		{ HEAD
		    "<post id=\"a\"><namn>A {ar}</namn><ansvar>B</ansvar>" START
			RULE "<pågår>1 dag</pågår></post></årshjul>",
		    2, "Known are: {år}" },
		{ HEAD "<post id=\"a\">" NAMES RULE
		       "<början>1 maj</början></post></årshjul>",
		    2, "not a date" },
		{ HEAD ITEM "<nämnd kod=\"T\"><post id=\"b\"/></nämnd>"
			    "</årshjul>",
		    3, "\"b\"" },
		{ HEAD ITEM "<nämnd kod=\"T\"><post id=\"a\"/>\n"
			    "<post id=\"a\"/></nämnd></årshjul>",
		    4, "twice for T" },
		{ HEAD ITEM "<nämnd><post id=\"a\"/></nämnd></årshjul>", 3,
		    "kod=" },
	};
	struct wheel *w = NULL;
	char text[2048];
	size_t i;

	(void)state;
	for (i = 0; i < sizeof cases / sizeof *cases; i++) {
		assert_int_equal(file_write("test_wheel.tmp.xml", cases[i].body,
				     strlen(cases[i].body), &err),
		    0);
		assert_int_equal(
		    wheel_load("test_wheel.tmp.xml", &w, &err), KL_E_INPUT);
		kl_error_format(&err, NULL, text, sizeof text);
		if (strstr(text, cases[i].says) == NULL ||
		    err.line != cases[i].line)
			fail_msg("case %zu: line %d: %s", i, err.line, text);
	}
	unlink("test_wheel.tmp.xml");
	assert_int_equal(wheel_load("no-such.xml", &w, &err), KL_E_ENV);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
		    a_year_of_it, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
		    common_and_own, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
		    what_is_wrong_is_named, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
