/* SPDX-License-Identifier: EUPL-1.2
 *
 * calendar: the Swedish year, working days, weeks.
 */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/utf8.h"
#include "base/xml.h"
#include "calendar/cycle.h"
#include "calendar/holiday.h"
#include "calendar/ical.h"
#include "calendar/week.h"
#include "calendar/workday.h"
#include <kansli/day.h>
#include <kansli/error.h>

static kl_day
day(const char *s)
{
	kl_day d = KL_DAY_NONE;

	assert_int_equal(kl_day_parse(s, &d), 0);
	return d;
}

/* The word that the published table uses for a kind. */
static const char *
table_kind(enum holiday_kind kind)
{
	static const char *const words[] = { "helgdag", "afton_likstalld",
		"afton_praxis", "klamdag", "mellandag" };

	return words[kind];
}

static void
lag_1989_253_holidays_equal_the_table(void **state)
{
	struct holiday h[HOLIDAY_MAX];
	struct buf want, got;
	char s[11];
	size_t i, n;
	int year;

	(void)state;
	assert_int_equal(file_read(SRCDIR "/tests/data/holidays-se.csv",
			     1 << 20, &want, NULL),
	    0);
	buf_init(&got, 1 << 20);
	buf_puts(&got, "date,name,kind\n");
	for (year = 2024; year <= 2035; year++) {
		n = holiday_year(year, h);
		for (i = 0; i < n; i++)
			buf_printf(&got, "%s,%s,%s\n",
			    kl_day_format(h[i].day, s), h[i].name,
			    table_kind(h[i].kind));
	}
	assert_string_equal(got.data, want.data);
	buf_free(&want);
	buf_free(&got);
}

static void
easter_is_right_in_hard_years(void **state)
{
	/* the earliest and latest possible, century years, both exceptions */
	static const char *const want[] = { "1818-03-22", "1886-04-25",
		"1900-04-15", "1943-04-25", "1954-04-18", "1981-04-19",
		"2000-04-23", "2008-03-23", "2011-04-24", "2038-04-25",
		"2049-04-18", "2076-04-19", "2100-03-28", "2285-03-22" };
	char s[11];
	size_t i;

	(void)state;
	for (i = 0; i < sizeof want / sizeof *want; i++)
		assert_string_equal(
		    kl_day_format(holiday_easter(kl_day_year(day(want[i]))), s),
		    want[i]);
}

static void
lag_2004_1320_changed_the_holidays(void **state)
{
	(void)state;
	assert_null(holiday_on(day("2002-06-06")));
	assert_string_equal(holiday_on(day("2004-05-31")), "Annandag pingst");
	assert_true(workday_is(day("2003-06-06")));
	assert_false(workday_is(day("2003-06-09")));
	assert_string_equal(
	    holiday_on(day("2005-06-06")), "Sveriges nationaldag");
	assert_null(holiday_on(day("2005-05-16")));
	assert_true(workday_is(day("2005-05-16")));
}

static void
two_holidays_on_one_day(void **state)
{
	struct holiday h[HOLIDAY_MAX];
	size_t i, n, found = 0;

	(void)state;
	/* Ascension Day fell on the first of May */
	n = holiday_year(2008, h);
	for (i = 0; i < n; i++)
		found += h[i].day == day("2008-05-01");
	assert_int_equal(found, 2);
	/* 6 June 2022 was a Monday after Whit Sunday: one entry */
	assert_string_equal(
	    holiday_on(day("2022-06-06")), "Sveriges nationaldag");
}

static void
every_known_year_is_sane(void **state)
{
	struct holiday h[HOLIDAY_MAX];
	size_t i, n, laws;
	int year;

	(void)state;
	for (year = HOLIDAY_FIRST_YEAR; year <= HOLIDAY_LAST_YEAR; year++) {
		n = holiday_year(year, h);
		assert_in_range(n, 24, HOLIDAY_MAX - 1);
		for (laws = i = 0; i < n; i++) {
			laws += h[i].kind == HOLIDAY_LAW;
			assert_int_equal(kl_day_year(h[i].day), year);
			assert_true(i == 0 || h[i - 1].day <= h[i].day);
			assert_int_equal(workday_is(h[i].day),
			    h[i].kind > HOLIDAY_EQUATED_EVE &&
				kl_day_weekday(h[i].day) < KL_SATURDAY &&
				holiday_on(h[i].day) == NULL);
		}
		assert_int_equal(laws, 13);
	}
	assert_int_equal(holiday_year(HOLIDAY_FIRST_YEAR - 1, h), 0);
	assert_int_equal(holiday_year(HOLIDAY_LAST_YEAR + 1, h), 0);
}

static void
lag_1930_173_working_days_roll_and_count(void **state)
{
	(void)state;
	assert_int_equal(workday_roll(day("2024-12-24")), day("2024-12-27"));
	assert_int_equal(workday_roll(day("2025-04-18")), day("2025-04-22"));
	assert_int_equal(workday_roll(day("2026-11-17")), day("2026-11-17"));
	assert_int_equal(workday_back(day("2025-04-21")), day("2025-04-17"));
	assert_int_equal(workday_back(day("2027-01-01")), day("2026-12-30"));
	assert_int_equal(workday_add(day("2026-12-23"), 1), day("2026-12-28"));
	assert_int_equal(workday_add(day("2026-12-28"), -1), day("2026-12-23"));
	assert_int_equal(workday_add(day("2026-12-26"), 0), day("2026-12-26"));
	assert_int_equal(workday_add(day("2026-11-13"), 5), day("2026-11-20"));
}

static void
weeks_are_iso_weeks(void **state)
{
	int y;

	(void)state;
	assert_int_equal(week_of(day("2026-11-17"), &y), 47);
	assert_int_equal(y, 2026);
	assert_int_equal(week_of(day("2021-01-03"), &y), 53);
	assert_int_equal(y, 2020);
	assert_int_equal(week_of(day("2024-12-30"), &y), 1);
	assert_int_equal(y, 2025);
	assert_int_equal(week_of(day("2027-01-01"), NULL), 53);
	assert_int_equal(week_monday(2026, 47), day("2026-11-16"));
	assert_int_equal(week_monday(2026, 53), day("2026-12-28"));
	assert_int_equal(week_monday(2025, 53), KL_DAY_NONE);
	assert_int_equal(week_monday(2025, 0), KL_DAY_NONE);
}

/* A definition with ${body} between its <namn> and its end. */
static int
load_text(const char *body, struct cycle **out, struct kl_error *err)
{
	static const char *const path = "test_calendar.tmp.xml";
	struct buf b;
	int rc;

	buf_init(&b, 1 << 16);
	buf_printf(
	    &b, "<cykel version=\"1\">\n<namn>Prov</namn>\n%s</cykel>", body);
	assert_int_equal(file_write(path, b.data, b.len, NULL), 0);
	buf_free(&b);
	rc = cycle_load(path, out, err);
	remove(path);
	return rc;
}

#define MEETING_STEP                                                           \
	"<steg id=\"utskick\"><namn>Utskick</namn><före>7 dagar</före>"      \
	"<flyttas>bakåt</flyttas></steg>\n"

static void
definitions_that_ship_are_sound(void **state)
{
	static const char *const files[] = { "gemensam.xml", "tibro-2023.xml" };
	char path[512];
	struct cycle *c = NULL;
	struct kl_error err;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof files / sizeof *files; i++) {
		snprintf(path, sizeof path, SRCDIR "/calendars/%s", files[i]);
		assert_int_equal(cycle_load(path, &c, &err), 0);
		assert_true(c->steps.n >= 7);
		cycle_free(c);
	}
	assert_int_equal(cycle_load("no-such-file.xml", &c, &err), KL_E_ENV);
}

/* Each wrong definition, the line named and a word of the message. */
static const struct {
	const char *body;
	int line;
	const char *says;
} wrong_definitions[] = {
	{ "", 1, "no step" },
	{ "<steg id=\"a\"><namn>A</namn></steg>", 3, "when" },
	{ "<steg id=\"a\"><före>1 dag</före></steg>", 3, "<namn>" },
	{ "<steg><namn>A</namn></steg>", 3, "id=" },
	{ MEETING_STEP MEETING_STEP, 4, "line 3" },
	{ "<steg id=\"a\"><namn>A</namn><före>1 dag</före>\n"
	  "<efter>1 dag</efter></steg>",
	    4, "not both" },
	{ "<steg id=\"a\"><namn>A</namn><före>400 dagar</före></steg>", 3,
	    "more than a year" },
	{ "<steg id=\"a\"><namn>A</namn><före>53 veckor</före></steg>", 3,
	    "more than a year" },
	{ "<steg id=\"a\"><namn>A</namn><före>99999999999999999999 "
	  "dagar</före></steg>",
	    3, "more than a year" },
	{ "<steg id=\"a\"><namn>A</namn><före>-3 dagar</före></steg>", 3,
	    "number of days" },
	{ "<steg id=\"a\"><namn>A</namn><före>3 dager</före></steg>", 3,
	    "\"dagar\"" },
	{ "<steg id=\"a\"><namn>A</namn><före>3 dagar</före>\n"
	  "<flyttas>senare</flyttas></steg>",
	    4, "nej, bakåt, framåt, lag" },
	{ "<steg id=\"a\"><namn>A</namn><före>3 dagar</före>\n"
	  "<ansvra>kontor</ansvra></steg>",
	    4, "\"ansvar\"" },
	{ "<steg id=\"a\"><namn>A</namn><före>3 dagar</före>\n"
	  "<före>4 dagar</före></steg>",
	    4, "twice" },
	{ "<stgg id=\"a\"/>", 3, "\"steg\"" },
	{ MEETING_STEP "<steg id=\"a\"><namn>A</namn><före>3 dagar</före>"
		       "<räknat-från>utsick</räknat-från></steg>",
	    4, "\"utskick\"" },
	{ "<steg id=\"a\"><namn>A</namn><före>3 dagar</före>"
	  "<räknat-från>a</räknat-från></steg>",
	    3, "itself" },
	{ MEETING_STEP "<steg id=\"a\"><namn>A</namn><före>3 dagar</före>"
		       "<räknat-från>utskick</räknat-från></steg>\n"
		       "<nämnd kod=\"TRN\"><steg id=\"utskick\">"
		       "<räknat-från>a</räknat-från></steg></nämnd>",
	    5, "itself" },
	{ MEETING_STEP "<nämnd kod=\"TRN\">\n<steg id=\"utskcik\">"
		       "<före>3 dagar</före></steg></nämnd>",
	    5, "\"utskick\"" },
	{ MEETING_STEP "<nämnd kod=\"TRN\"><steg id=\"utskick\"/>\n"
		       "<steg id=\"utskick\"/></nämnd>",
	    5, "twice for TRN" },
	{ MEETING_STEP "<undantag steg=\"utskik\" "
		       "sammanträde=\"2027-01-12\"/>",
	    4, "\"utskick\"" },
	{ MEETING_STEP "<undantag steg=\"utskick\" "
		       "sammanträde=\"2027-02-29\"/>",
	    4, "not a date" },
	{ MEETING_STEP "<undantag steg=\"utskick\" "
		       "sammanträde=\"2027-01-12\"/>",
	    4, "either a day" },
	{ MEETING_STEP "<undantag steg=\"utskick\" "
		       "sammanträde=\"2027-01-12\">"
		       "<dag>2025-01-04</dag></undantag>",
	    4, "more than a year" },
	{ MEETING_STEP "<undantag steg=\"utskick\" sammanträde=\"2027-01-12\">"
		       "<utgår>ja</utgår></undantag>\n"
		       "<undantag steg=\"utskick\" sammanträde=\"2027-01-12\">"
		       "<utgår>ja</utgår></undantag>",
	    5, "twice" },
	{ "<steg id=\"a\"><namn>A</namn><före>1 dag</före>\n"
	  "<gäller från=\"2027-02-01\" till=\"2027-01-01\"/></steg>",
	    4, "before the first" },
	{ "<steg id=\"a\"><namn>A</namn><före>1 dag</före>\n"
	  "<lathund>\n<punt>x</punt></lathund></steg>",
	    5, "\"punkt\"" },
	{ "<steg id=\"a\"><namn>A</namn><före>1 dag</före>\n"
	  "<lathund><punkt>x</punkt>\n<punkt> "
	  "</punkt></lathund></steg>",
	    5, "empty" },
	{ "<steg id=\"a\"><namn>A</namn><före>1 dag</före>\n"
	  "<lathund>ring alla</lathund></steg>",
	    4, "outside" },
};

static void
wrong_definitions_are_refused(void **state)
{
	struct cycle *c = NULL;
	struct kl_error err;
	char text[512];
	size_t i;

	(void)state;
	for (i = 0; i < sizeof wrong_definitions / sizeof *wrong_definitions;
	     i++) {
		assert_int_equal(
		    load_text(wrong_definitions[i].body, &c, &err), KL_E_INPUT);
		kl_error_format(&err, NULL, text, sizeof text);
		if (strstr(text, wrong_definitions[i].says) == NULL ||
		    err.line != wrong_definitions[i].line)
			fail_msg("case %zu: line %d: %s", i, err.line, text);
		assert_string_equal(err.file, "test_calendar.tmp.xml");
	}
}

static void
committees_have_their_own_steps(void **state)
{
	struct cycle *c = NULL;
	struct kl_error err;
	const struct cycle_step *s;

	(void)state;
	assert_int_equal(load_text(MEETING_STEP
			     "<nämnd kod=\"TRN\"><steg id=\"utskick\">"
			     "<före>9 dagar</före></steg>"
			     "<eget-steg id=\"råd\"><namn>Råd</namn>"
			     "<efter>2 arbetsdagar</efter><räknat-från>utskick"
			     "</räknat-från></eget-steg></nämnd>"
			     "<nämnd kod=\"MHN\"><steg id=\"utskick\">"
			     "<utgår>ja</utgår></steg></nämnd>",
			     &c, &err),
	    0);
	assert_int_equal(c->steps.n, 2);
	assert_int_equal(cycle_step_of(c, 0, NULL)->offset, -7);
	s = cycle_step_of(c, 0, "TRN");
	assert_int_equal(s->offset, -9);
	assert_string_equal(s->name, "Utskick");
	assert_int_equal(s->roll, CYCLE_BACKWARD);
	assert_true(cycle_applies(s, "TRN", day("2027-01-12")));
	assert_false(cycle_applies(
	    cycle_step_of(c, 0, "MHN"), "MHN", day("2027-01-12")));
	assert_true(cycle_applies(
	    cycle_step_of(c, 1, "TRN"), "TRN", day("2027-01-12")));
	assert_false(cycle_applies(
	    cycle_step_of(c, 1, "MHN"), "MHN", day("2027-01-12")));
	assert_false(
	    cycle_applies(cycle_step_of(c, 1, NULL), NULL, day("2027-01-12")));
	assert_int_equal(c->steps.v[1].anchor, 0);
	cycle_free(c);
}

static void
steps_have_routines_and_guides(void **state)
{
	const struct cycle_step *common, *own;
	struct cycle *c = NULL;
	struct kl_error err;
	size_t i;

	(void)state;
	assert_int_equal(
	    load_text("<steg id=\"a\"><namn>A</namn>"
		      "<före>3 dagar</före><rutin>Ring\n dem.</rutin>"
		      "<lathund><punkt>Ring S</punkt>\n"
		      "<punkt>Ring M</punkt></lathund></steg>"
		      "<nämnd kod=\"TRN\"><steg id=\"a\"><lathund>"
		      "<punkt>Mejla</punkt></lathund></steg></nämnd>",
		&c, &err),
	    0);
	common = cycle_step_of(c, 0, NULL);
	own = cycle_step_of(c, 0, "TRN");
	assert_string_equal(common->routine, "Ring dem.");
	assert_int_equal(common->guide.n, 2);
	assert_string_equal(common->guide.v[1], "Ring M");
	assert_string_equal(own->routine, "Ring dem.");
	assert_int_equal(own->guide.n, 1);
	assert_string_equal(own->guide.v[0], "Mejla");
	cycle_free(c);
	assert_int_equal(
	    cycle_load(SRCDIR "/calendars/gemensam.xml", &c, &err), 0);
	for (i = 0; i < c->steps.n; i++) {
		assert_non_null(c->steps.v[i].routine);
		assert_true(c->steps.v[i].guide.n >= 2);
	}
	cycle_free(c);
}

#define STAMP "2026-11-17T12:00:00Z"

static void
calendar_files_are_as_written(void **state)
{
	static const char *const path =
	    SRCDIR "/tests/golden/calendar/events.ics";
	const struct ical_event events[] = {
		{ "trn-2026-11-17@ekholm.se", day("2026-11-17"), "16:30",
		    "18:05", "Trafiknämnden; sammanträde 9, öppet",
		    "Bråsalen, Stadshuset",
		    "Ärenden:\n1. Val av justerare och tid för justering\n"
		    "2. Cykelbanor på Sandviksvägen. Genomförandebeslut, som "
		    "är en lång rad för att brytas på rätt ställe åäö",
		    "https://ekholm.se/moten/TRN/2026-11-17/", 0, false, STAMP,
		    0, NULL },
		{ "trn-2026-12-15@ekholm.se", day("2026-12-15"), "16:30", NULL,
		    "Trafiknämnden", NULL, NULL, NULL, 2, true, STAMP, 0,
		    NULL },
		{ "trn-2026-11-24-justering@ekholm.se", day("2026-11-24"), NULL,
		    NULL, "Justering", NULL, NULL, NULL, 0, false, STAMP, 0,
		    NULL },
	};
	struct buf got, again, want;

	(void)state;
	buf_init(&got, 1 << 16);
	buf_init(&again, 1 << 16);
	assert_int_equal(ical_write("Trafiknämnden", events, 3, &got, NULL), 0);
	setenv("TZ", "America/New_York", 1);
	assert_int_equal(
	    ical_write("Trafiknämnden", events, 3, &again, NULL), 0);
	assert_string_equal(got.data, again.data);
	if (getenv("KANSLI_GOLDEN") != NULL)
		assert_int_equal(file_write(path, got.data, got.len, NULL), 0);
	assert_int_equal(file_read(path, 1 << 16, &want, NULL), 0);
	assert_string_equal(got.data, want.data);
	buf_free(&got);
	buf_free(&again);
	buf_free(&want);
}

static void
calendar_files_are_sound(void **state)
{
	struct ical_event e = {
		.uid = "a", .day = 20000, .summary = "A", .changed = STAMP
	};
	struct ical_event bad;
	struct kl_error err;
	struct buf b;
	char *line, *save = NULL;

	(void)state;
	buf_init(&b, 1 << 16);
	bad = e;
	bad.url = "https://x/\r\nATTENDEE:mallory";
	assert_int_equal(ical_write(NULL, &bad, 1, &b, &err), KL_E_INPUT);
	assert_string_equal(err.field, "a");
	bad = e;
	bad.summary = "A\rB";
	assert_int_equal(ical_write(NULL, &bad, 1, &b, &err), KL_E_INPUT);
	bad = e;
	bad.summary = "\xff";
	assert_int_equal(ical_write(NULL, &bad, 1, &b, &err), KL_E_INPUT);
	bad = e;
	bad.start = "24:00";
	assert_int_equal(ical_write(NULL, &bad, 1, &b, &err), KL_E_INPUT);
	bad = e;
	bad.end = "12:00";
	assert_int_equal(ical_write(NULL, &bad, 1, &b, &err), KL_E_INPUT);
	bad.start = "12:00";
	assert_int_equal(ical_write(NULL, &bad, 1, &b, &err), KL_E_INPUT);
	bad = e;
	bad.changed = "2026-11-17 12:00:00Z";
	assert_int_equal(ical_write(NULL, &bad, 1, &b, &err), KL_E_INPUT);
	assert_int_equal(b.len, 0);
	/* no line over 75 bytes, none broken inside a letter */
	e.summary =
	    "åäöåäöåäöåäöåäöåäöåäöåäöåäöåäöåäöåäöåäöåäöåäöåäöåäöåäöåäöåäö"
	    "åäöåäöåäöåäöåäöåäöåäöåäöåäöåäöåäöåäöåäöåäöåäöåäöåäöåäöåäöåäö";
	assert_int_equal(ical_write(NULL, &e, 1, &b, NULL), 0);
	for (line = strtok_r(b.data, "\n", &save); line != NULL;
	     line = strtok_r(NULL, "\n", &save)) {
		assert_in_range(strlen(line), 1, 76);
		assert_int_equal(line[strlen(line) - 1], '\r');
		assert_true(utf8_valid(line, strlen(line)));
	}
	buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lag_1989_253_holidays_equal_the_table),
		cmocka_unit_test(easter_is_right_in_hard_years),
		cmocka_unit_test(lag_2004_1320_changed_the_holidays),
		cmocka_unit_test(two_holidays_on_one_day),
		cmocka_unit_test(every_known_year_is_sane),
		cmocka_unit_test(lag_1930_173_working_days_roll_and_count),
		cmocka_unit_test(weeks_are_iso_weeks),
		cmocka_unit_test(definitions_that_ship_are_sound),
		cmocka_unit_test(wrong_definitions_are_refused),
		cmocka_unit_test(steps_have_routines_and_guides),
		cmocka_unit_test(committees_have_their_own_steps),
		cmocka_unit_test(calendar_files_are_as_written),
		cmocka_unit_test(calendar_files_are_sound),
	};

	xml_start();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
