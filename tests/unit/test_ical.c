/* SPDX-License-Identifier: EUPL-1.2
 *
 * calendar: iCalendar in, what is refused, and that what goes out comes in
 * again.
 */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <cmocka.h>
#include <libical/ical.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/mem.h"
#include "calendar/ical.h"
#include "calendar/ical_read.h"
#include "calendar/outlook.h"
#include <kansli/day.h>
#include <kansli/error.h>

#define CAL(body)                                                              \
	"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n" body                  \
	"END:VCALENDAR\r\n"
#define EVENT(body) "BEGIN:VEVENT\r\nUID:u1\r\n" body "END:VEVENT\r\n"

static struct arena *arena;
static struct ical_file file;
static struct kl_error err;

static kl_day
day(const char *s)
{
	kl_day d = KL_DAY_NONE;

	assert_int_equal(kl_day_parse(s, &d), 0);
	return d;
}

static int
read_text(const char *text)
{
	memset(&err, 0, sizeof err);
	return ical_read("x.ics", text, strlen(text), day("2026-10-01"),
	    day("2028-03-31"), arena, &file, &err);
}

static int
set_up(void **state)
{
	(void)state;
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

/* All entries as text: "2027-02-15..2027-02-19 16:30-18:00; ". */
static const char *
entries(void)
{
	struct ical_entry *e;
	char from[11], to[11];
	struct buf b;
	const char *text;
	size_t i;

	buf_init(&b, 1 << 20);
	for (i = 0; i < file.v.n; i++) {
		e = &file.v.v[i];
		buf_printf(&b, "%s%s", i > 0 ? "; " : "",
		    kl_day_format(e->from, from));
		if (e->to != e->from)
			buf_printf(&b, "..%s", kl_day_format(e->to, to));
		if (e->start != NULL)
			buf_printf(&b, " %s", e->start);
		if (e->end != NULL)
			buf_printf(&b, "-%s", e->end);
	}
	text = arena_strdup(arena, b.data);
	buf_free(&b);
	return text;
}

#define gives(text, want)                                                      \
	do {                                                                   \
		assert_int_equal(read_text(text), 0);                          \
		assert_string_equal(entries(), want);                          \
	} while (0)

/* The file is refused on that line, with a word of the message. */
static void
refuses(const char *text, int line, const char *word)
{
	char sentence[2048];

	assert_int_equal(read_text(text), KL_E_INPUT);
	kl_error_format(&err, NULL, sentence, sizeof sentence);
	if (err.line != line || strstr(sentence, word) == NULL)
		fail_msg("line %d: %s", err.line, sentence);
	assert_string_equal(err.file, "x.ics");
}

static void
days_and_clocks(void **state)
{
	(void)state;
	gives(CAL(EVENT("DTSTART;VALUE=DATE:20270215\r\n")), "2027-02-15");
	/* the end of whole days is the day after */
	gives(CAL(EVENT("DTSTART;VALUE=DATE:20270215\r\n"
			"DTEND;VALUE=DATE:20270220\r\n")),
	    "2027-02-15..2027-02-19");
	gives(CAL(EVENT("DTSTART;VALUE=DATE:20270215\r\nDURATION:P5D\r\n")),
	    "2027-02-15..2027-02-19");
	gives(CAL(EVENT("DTSTART;TZID=Europe/Stockholm:20270119T163000\r\n"
			"DTEND;TZID=Europe/Stockholm:20270119T180000\r\n")),
	    "2027-01-19 16:30-18:00");
	gives(CAL(EVENT("DTSTART:20270119T163000\r\nDURATION:PT1H30M\r\n")),
	    "2027-01-19 16:30-18:00");
	gives(CAL(EVENT("DTSTART:20270119T163000\r\n")), "2027-01-19 16:30");
	/* over midnight; until midnight */
	gives(
	    CAL(EVENT("DTSTART:20270119T220000\r\nDTEND:20270120T010000\r\n")),
	    "2027-01-19..2027-01-20 22:00-01:00");
	gives(
	    CAL(EVENT("DTSTART:20270119T220000\r\nDTEND:20270120T000000\r\n")),
	    "2027-01-19 22:00-00:00");
	/* lower case, LF alone, byte order mark, blank lines */
	gives("\xef\xbb\xbf"
	      "begin:VCALENDAR\n\nbegin:VEVENT\ndtstart:20270119\nend:VEVENT\n"
	      "end:VCALENDAR",
	    "2027-01-19");
	/* outside the days asked for */
	gives(CAL(EVENT("DTSTART;VALUE=DATE:20300101\r\n")), "");
	gives(CAL(EVENT("DTSTART;VALUE=DATE:20260929\r\nDURATION:P4D\r\n")),
	    "2026-09-29..2026-10-02");
}

static void
time_zones(void **state)
{
	static const char new_york[] =
	    "BEGIN:VTIMEZONE\r\nTZID:NY\r\nBEGIN:DAYLIGHT\r\n"
	    "DTSTART:20070311T020000\r\n"
	    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU\r\n"
	    "TZOFFSETFROM:-0500\r\nTZOFFSETTO:-0400\r\nEND:DAYLIGHT\r\n"
	    "BEGIN:STANDARD\r\nDTSTART:20071104T020000\r\n"
	    "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU\r\n"
	    "TZOFFSETFROM:-0400\r\nTZOFFSETTO:-0500\r\nEND:STANDARD\r\n"
	    "END:VTIMEZONE\r\n";
	char text[2000];

	(void)state;
	/* winter and summer time, also just at the change */
	gives(CAL(EVENT("DTSTART:20270119T153000Z\r\n")), "2027-01-19 16:30");
	gives(CAL(EVENT("DTSTART:20270719T143000Z\r\n")), "2027-07-19 16:30");
	gives(CAL(EVENT("DTSTART:20270328T005900Z\r\n")), "2027-03-28 01:59");
	gives(CAL(EVENT("DTSTART:20270328T010000Z\r\n")), "2027-03-28 03:00");
	gives(CAL(EVENT("DTSTART:20271031T010000Z\r\n")), "2027-10-31 02:00");
	gives(CAL(EVENT("DTSTART:20270119T233000Z\r\n")), "2027-01-20 00:30");
	/* the file's own zone, standing after the event */
	snprintf(text, sizeof text,
	    "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;TZID=\"NY\":"
	    "20270119T100000\r\nEND:VEVENT\r\n%sEND:VCALENDAR\r\n",
	    new_york);
	gives(text, "2027-01-19 16:00");
	/* the two change on different days */
	snprintf(text, sizeof text,
	    "BEGIN:VCALENDAR\r\n%sBEGIN:VEVENT\r\nDTSTART;TZID=NY:"
	    "20270320T100000\r\nRRULE:FREQ=WEEKLY;UNTIL=20270403T140000Z\r\n"
	    "END:VEVENT\r\nEND:VCALENDAR\r\n",
	    new_york);
	gives(text, "2027-03-20 15:00; 2027-03-27 15:00; 2027-04-03 16:00");
	refuses(CAL(EVENT("DTSTART;TZID=Mars/Base:20270119T100000\r\n")), 6,
	    "Mars/Base");
	refuses(CAL("BEGIN:VTIMEZONE\r\nTZID:X\r\nBEGIN:STANDARD\r\n"
		    "DTSTART:20070311T020000\r\nRRULE:FREQ=SECONDLY\r\n"
		    "END:STANDARD\r\nEND:VTIMEZONE\r\n"),
	    8, "FREQ=SECONDLY");
}

static void
recurrences(void **state)
{
	(void)state;
	gives(CAL(EVENT("DTSTART;VALUE=DATE:20240610\r\n"
			"DTEND;VALUE=DATE:20240612\r\n"
			"RRULE:FREQ=YEARLY\r\n")),
	    "2027-06-10..2027-06-11");
	gives(CAL(EVENT("DTSTART:20270104T090000\r\n"
			"RRULE:FREQ=WEEKLY;COUNT=4;BYDAY=MO\r\n"
			"EXDATE:20270111T090000\r\n"
			"RDATE:20270203T100000,20270204T100000\r\n")),
	    "2027-01-04 09:00; 2027-01-18 09:00; 2027-01-25 09:00; "
	    "2027-02-03 10:00; 2027-02-04 10:00");
	/* a date takes away whatever the clock */
	gives(CAL(EVENT("DTSTART:20270104T090000\r\n"
			"RRULE:FREQ=DAILY;UNTIL=20270106\r\n"
			"EXDATE;VALUE=DATE:20270105\r\n")),
	    "2027-01-04 09:00; 2027-01-06 09:00");
	/* the last time is at the very end, which stands in UTC */
	gives(CAL(EVENT("DTSTART;TZID=Europe/Stockholm:20270419T090000\r\n"
			"RRULE:FREQ=WEEKLY;UNTIL=20270503T070000Z\r\n")),
	    "2027-04-19 09:00; 2027-04-26 09:00; 2027-05-03 09:00");
	/* one time was moved, another called off */
	assert_int_equal(read_text(CAL(EVENT("DTSTART:20270104T090000\r\n"
					     "RRULE:FREQ=WEEKLY;COUNT=3\r\n")
				 EVENT("RECURRENCE-ID:20270111T090000\r\n"
				       "DTSTART:20270112T100000\r\n")
				     EVENT("RECURRENCE-ID:20270118T090000\r\n"
					   "DTSTART:20270118T090000\r\n"
					   "STATUS:CANCELLED\r\n"))),
	    0);
	assert_string_equal(
	    entries(), "2027-01-04 09:00; 2027-01-12 10:00; 2027-01-18 09:00");
	assert_true(file.v.v[2].cancelled);
	assert_false(file.v.v[1].cancelled);
}

static void
texts(void **state)
{
	struct ical_entry *e;

	(void)state;
	assert_int_equal(
	    read_text(CAL(
		"X-WR-CALNAME:Skolans \r\n lov\r\n"
		"X-KANSLI-SLAG:lov\r\nX-KOMMENTAR:hej; hopp: 1,2\r\n" EVENT(
		    "DTSTART;X-P=\"a;b:c\";VALUE=DATE:20270215\r\n"
		    "SUMMARY;LANGUAGE=sv:Lov\\, och\\n l\xc3\r\n \xa5ngt\r\n"
		    "LOCATION:Ekholm\\; hela\r\n"
		    "CATEGORIES:lov,n\\,x\r\nCATEGORIES: TRN\r\n"
		    "SEQUENCE:3\r\nX-JUNK;A=B:\\\r\n"
		    "BEGIN:VALARM\r\nDTSTART:junk\r\nEND:VALARM\r\n"))),
	    0);
	assert_string_equal(file.name, "Skolans lov");
	assert_string_equal(file.kind, "lov");
	assert_int_equal(file.kind_line, 6);
	e = &file.v.v[0];
	assert_string_equal(e->summary, "Lov, och\n långt");
	assert_string_equal(e->location, "Ekholm; hela");
	assert_int_equal(e->categories.n, 3);
	assert_string_equal(e->categories.v[1], "n,x");
	assert_string_equal(e->categories.v[2], "TRN");
	assert_int_equal(e->sequence, 3);
	assert_string_equal(e->uid, "u1");
	assert_int_equal(e->line, 8);
}

static void
what_is_wrong_is_named(void **state)
{
	char *big;
	size_t n;

	(void)state;
	refuses("", 1, "empty");
	refuses("hej\r\n", 1, "not iCalendar");
	refuses("NAME:x\r\n", 1, "not a calendar");
	refuses("BEGIN:VEVENT\r\nEND:VEVENT\r\n", 1, "does not belong");
	refuses("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nBEGIN:VEVENT\r\n", 3,
	    "does not belong");
	refuses("BEGIN:VCALENDAR\r\nEND:VEVENT\r\n", 2, "does not belong");
	refuses("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20270101\r\n", 2,
	    "ends in the middle");
	refuses(CAL("NAME:\xe5\xe4\xf6\r\n"), 4, "UTF-8");
	refuses(CAL(EVENT("SUMMARY:x\r\n")), 4, "DTSTART");
	refuses(CAL(EVENT("DTSTART:20270231\r\n")), 6, "20270231");
	refuses(CAL(EVENT("DTSTART:20270101T250000\r\n")), 6, "T25");
	refuses(
	    CAL(EVENT("DTSTART:20270101\r\nDTSTART:20270102\r\n")), 7, "twice");
	refuses(
	    CAL(EVENT("DTSTART:20270110\r\nDTEND:20270109\r\n")), 7, "DTEND");
	refuses(CAL(EVENT("DTSTART:20270110\r\nDURATION:PT1H\r\n")), 7, "PT1H");
	refuses(
	    CAL(EVENT("DTSTART:20270110\r\nDTEND:20400110\r\n")), 4, "1000");
	refuses(CAL(EVENT("DTSTART:20270110\r\nSEQUENCE:-1\r\n")), 7, "-1");
	/* what is never takes five hundred years to look for */
	refuses(CAL(EVENT("DTSTART:20270110\r\n"
			  "RRULE:FREQ=MONTHLY;COUNT=8;BYDAY=6TU\r\n")),
	    7, "cannot be used");
	refuses(CAL(EVENT("DTSTART:20270110\r\n"
			  "RRULE:FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=31\r\n")),
	    7, "cannot be used");
	refuses(CAL(EVENT("DTSTART:20270110\r\nRRULE:FREQ=NEVER\r\n")), 7,
	    "FREQ=NEVER");
	refuses(CAL(EVENT("RRULE:FREQ=YEARLY;BYMONTH=13\r\n"
			  "DTSTART:20270110\r\n")),
	    6, "BYMONTH=13");
	refuses(CAL(EVENT("DTSTART:20270110T100000\r\n"
			  "RRULE:FREQ=SECONDLY;COUNT=1000000\r\n")),
	    7, "FREQ=SECONDLY");
	refuses(CAL(EVENT("DTSTART:20270110\r\n"
			  "RRULE:FREQ=DAILY;COUNT=1000000\r\n")),
	    7, "5000 times");
	refuses(CAL(EVENT("DTSTART:20270110\r\n"
			  "RRULE:FREQ=DAILY;BYHOUR=1,2,3\r\n")),
	    7, "BYHOUR");

	/* a text without end is refused where it matters, not elsewhere */
	n = ICAL_READ_TEXT_MAX + 200;
	big = malloc(n + 1);
	assert_non_null(big);
	memset(big, 'x', n);
	big[n] = '\0';
	memcpy(big, "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:", 37);
	refuses(big, 3, "at most");
	memcpy(big, "BEGIN:VCALENDAR\nBEGIN:VEVENT\nX-HTM-1:", 37);
	memcpy(big + n - 43, "\nDTSTART:20270110\nEND:VEVENT\nEND:VCALENDAR\n",
	    43);
	assert_int_equal(read_text(big), 0);
	assert_string_equal(entries(), "2027-01-10");
	free(big);
}

/* Many hard events must not take long. */
static void
work_is_bounded(void **state)
{
	struct buf b;
	clock_t began = clock();
	size_t i;

	(void)state;
	buf_init(&b, 8 << 20);
	buf_puts(&b, "BEGIN:VCALENDAR\n");
	for (i = 0; i < 3000; i++)
		buf_puts(&b,
		    "BEGIN:VEVENT\nDTSTART:19000101\nRRULE:FREQ=DAILY\n"
		    "END:VEVENT\n");
	buf_puts(&b, "END:VCALENDAR\n");
	assert_int_equal(read_text(b.data), KL_E_INPUT);
	assert_true(err.line > 0);
	assert_true(clock() - began < 60 * CLOCKS_PER_SEC);
	buf_free(&b);
}

/* With little memory it says so, and nothing worse. */
static void
memory_may_run_out(void **state)
{
	static const char text[] =
	    CAL(EVENT("DTSTART:20270104T090000\r\nSUMMARY:A\\, b\r\n"
		      "RRULE:FREQ=WEEKLY;COUNT=40\r\n"
		      "EXDATE:20270111T090000\r\nCATEGORIES:lov,x\r\n"));
	struct arena *small;
	size_t max;
	int rc = KL_E_NOMEM, failed = 0;

	(void)state;
	for (max = 64; rc != 0 && max < 1 << 20; max += 64) {
		small = arena_new(max);
		rc = ical_read("x.ics", text, strlen(text), day("2026-10-01"),
		    day("2028-03-31"), small, &file, &err);
		if (rc != 0)
			assert_int_equal(rc, KL_E_NOMEM);
		failed += rc != 0;
		arena_free(small);
	}
	assert_int_equal(rc, 0);
	assert_true(failed > 3);
}

static void
rules_give_days(void **state)
{
	kl_day *v;
	size_t n;
	char s[11];

	(void)state;
	assert_int_equal(
	    ical_days("FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", day("2000-01-01"),
		day("2026-01-01"), day("2028-12-31"), arena, &v, &n, &err),
	    0);
	assert_int_equal(n, 3);
	assert_string_equal(kl_day_format(v[0], s), "2026-03-29");
	assert_string_equal(kl_day_format(v[2], s), "2028-03-26");
	assert_int_equal(
	    ical_days("FREQ=HOURLY", day("2000-01-01"), day("2026-01-01"),
		day("2028-12-31"), arena, &v, &n, &err),
	    KL_E_INPUT);
}

/* What calendar.h offers for the way out. */
static const struct ical_event out_events[] = {
	{ .uid = "m1@kansli",
	    .day = 20472, /* 2026-01-19 */
	    .start = "16:30",
	    .end = "18:00",
	    .summary = "Trafiknämnden; nr 1, öppet",
	    .location = "Bråsalen \"stora\"",
	    .description = "=1+2\nrad två \\ slut",
	    .category = "Sammanträde",
	    .sequence = 2,
	    .changed = "2026-11-17T12:00:00Z" },
	{ .uid = "m2@kansli",
	    .day = 20500,
	    .to = 20504,
	    .summary = "-2+3 Utbildning",
	    .changed = "2026-11-17T12:00:00Z" },
	{ .uid = "m3@kansli",
	    .day = 20510,
	    .start = "22:00",
	    .to = 20511,
	    .end = "01:00",
	    .summary = "Inställt",
	    .cancelled = true,
	    .sequence = 5,
	    .changed = "2026-11-17T12:00:00Z" },
};

static void
same(const char *a, const char *b)
{
	if (a == NULL || b == NULL)
		assert_true(a == b);
	else
		assert_string_equal(a, b);
}

static void
what_goes_out_comes_in(void **state)
{
	const struct ical_event *e;
	const struct ical_entry *got;
	struct buf b;
	size_t i;

	(void)state;
	buf_init(&b, 1 << 20);
	assert_int_equal(ical_write("Ekholm", out_events, 3, &b, &err), 0);
	assert_non_null(strstr(b.data, "BEGIN:VTIMEZONE\r\n"));
	assert_non_null(strstr(b.data, "DTEND;VALUE=DATE:20260221\r\n"));
	assert_non_null(
	    strstr(b.data, "DTSTART;TZID=Europe/Stockholm:20260119T163000"));
	assert_int_equal(
	    ical_read("out", b.data, b.len, 20000, 21000, arena, &file, &err),
	    0);
	assert_string_equal(file.name, "Ekholm");
	assert_int_equal(file.v.n, 3);
	for (i = 0; i < 3; i++) {
		e = &out_events[i];
		got = &file.v.v[i];
		assert_int_equal(got->from, e->day);
		assert_int_equal(got->to, ical_last_day(e));
		same(got->uid, e->uid);
		same(got->start, e->start);
		same(got->end, e->end);
		same(got->summary, e->summary);
		same(got->location, e->location);
		same(got->description, e->description);
		assert_int_equal(got->categories.n, e->category != NULL);
		assert_int_equal(got->sequence, e->sequence);
		assert_int_equal(got->cancelled, e->cancelled);
	}
	buf_free(&b);
}

/* libical's own parser finds nothing to object to. */
static void
libical_reads_it(const char *text)
{
	icalcomponent *c = icalparser_parse_string(text);

	assert_non_null(c);
	assert_int_equal(icalcomponent_count_errors(c), 0);
	/* what is published as a feed has no organiser, as iTIP would have */
	if (icalcomponent_get_first_property(c, ICAL_METHOD_PROPERTY) == NULL)
		assert_true(icalrestriction_check(c));
	icalcomponent_free(c);
}

static void
others_can_read_it(void **state)
{
	static const char *const shipped[] = { "budgetprocess", "fullmaktige",
		"lokalt", "lov", "uppehall" };
	char path[1000];
	struct buf b;
	size_t i, n;
	const char *s;

	(void)state;
	buf_init(&b, 1 << 20);
	assert_int_equal(ical_write("Ekholm", out_events, 3, &b, &err), 0);
	libical_reads_it(b.data);
	buf_free(&b);
	for (i = 0; i < sizeof shipped / sizeof *shipped; i++) {
		snprintf(
		    path, sizeof path, SRCDIR "/calendars/%s.ics", shipped[i]);
		assert_int_equal(file_read(path, 1 << 20, &b, &err), 0);
		libical_reads_it(b.data);
		/* and says at its head how it is changed */
		assert_non_null(strstr(b.data, "X-KOMMENTAR:Så ändrar du"));
		for (s = b.data; *s != '\0'; s += n + 2) {
			n = strcspn(s, "\r");
			assert_true(n <= 75 && s[n + 1] == '\n');
		}
		buf_free(&b);
	}
}

static void
outlook_takes_the_table(void **state)
{
	struct ical_event wrong = out_events[0];
	struct buf b;

	(void)state;
	buf_init(&b, 1 << 20);
	assert_int_equal(
	    outlook_write(out_events, 3, OUTLOOK_SWEDISH, &b, &err), 0);
	assert_string_equal(b.data,
	    "\xef\xbb\xbf"
	    "\"Ämne\",\"Startdatum\",\"Starttid\",\"Slutdatum\","
	    "\"Sluttid\",\"Heldagshändelse\",\"Kategorier\",\"Plats\","
	    "\"Beskrivning\"\r\n"
	    "\"Trafiknämnden; nr 1, öppet\",\"2026-01-19\",\"16:30:00\","
	    "\"2026-01-19\",\"18:00:00\",\"Falskt\",\"Sammanträde\","
	    "\"Bråsalen \"\"stora\"\"\",\"'=1+2\nrad två \\ slut\"\r\n"
	    "\"'-2+3 Utbildning\",\"2026-02-16\",\"\",\"2026-02-20\","
	    "\"\",\"Sant\",\"\",\"\",\"\"\r\n");
	buf_reset(&b);
	assert_int_equal(
	    outlook_write(out_events, 1, OUTLOOK_ENGLISH, &b, &err), 0);
	assert_string_equal(b.data,
	    "\xef\xbb\xbf"
	    "\"Subject\",\"Start Date\",\"Start Time\",\"End Date\","
	    "\"End Time\",\"All day event\",\"Categories\",\"Location\","
	    "\"Description\"\r\n"
	    "\"Trafiknämnden; nr 1, öppet\",\"2026-01-19\",\"16:30:00\","
	    "\"2026-01-19\",\"18:00:00\",\"False\",\"Sammanträde\","
	    "\"Bråsalen \"\"stora\"\"\",\"'=1+2\nrad två \\ slut\"\r\n");
	buf_reset(&b);
	wrong.start = "25:00";
	assert_int_equal(
	    outlook_write(&wrong, 1, OUTLOOK_ENGLISH, &b, &err), KL_E_INPUT);
	assert_int_equal(b.len, 0);
	buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
		    days_and_clocks, set_up, tear_down),
		cmocka_unit_test_setup_teardown(time_zones, set_up, tear_down),
		cmocka_unit_test_setup_teardown(recurrences, set_up, tear_down),
		cmocka_unit_test_setup_teardown(texts, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
		    what_is_wrong_is_named, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
		    work_is_bounded, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
		    memory_may_run_out, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
		    rules_give_days, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
		    what_goes_out_comes_in, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
		    others_can_read_it, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
		    outlook_takes_the_table, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
