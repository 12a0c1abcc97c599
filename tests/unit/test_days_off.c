/* SPDX-License-Identifier: EUPL-1.2
 *
 * calendar: days off by rule and from the folder of calendars, each with its
 * reason; what is wrong in a calendar.
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
#include "calendar/days_off.h"

#define CALENDARS SRCDIR "/calendars"

static struct kl_error err;

static kl_day
day(const char *s)
{
	kl_day d = KL_DAY_NONE;

	assert_int_equal(kl_day_parse(s, &d), 0);
	return d;
}

/* The reasons as text: "holiday Annandag påsk; council Kommunfullmäktige". */
static const char *
reasons(const struct days_off *d, const char *date, const char *committee)
{
	static char text[1000];
	const struct day_off *o;
	size_t at = 0, n = 0;

	text[0] = '\0';
	while ((at = days_off_on(d, day(date), committee, at, &o)) != 0)
		n += (size_t)snprintf(text + n, sizeof text - n, "%s%s %s",
		    n > 0 ? "; " : "", day_off_kind_name(o->kind), o->name);
	return text;
}

static struct days_off *
load(const char *folder, int year)
{
	struct days_off *d = NULL;
	char sentence[2048];

	memset(&err, 0, sizeof err);
	if (days_off_load(folder, year, &d, &err) != 0) {
		kl_error_format(&err, NULL, sentence, sizeof sentence);
		fail_msg("%s:%d: %s", err.file, err.line, sentence);
	}
	return d;
}

#define because(d, date, want)                                                 \
	assert_string_equal(reasons((d), (date), NULL), (want))

static void
rules_give_reasons(void **state)
{
	struct days_off *d = load(NULL, 2027);

	(void)state;
	because(d, "2027-01-13", "");
	because(d, "2027-05-08", "weekend Lördag");
	because(d, "2027-05-06", "holiday Kristi himmelsfärdsdag");
	because(d, "2027-05-07", "bridge Klämdag");
	because(
	    d, "2027-05-05", "customary_eve Dag före Kristi himmelsfärdsdag");
	because(d, "2027-06-25", "equated_eve Midsommarafton");
	because(d, "2027-06-26", "weekend Lördag; holiday Midsommardagen");
	because(d, "2027-12-29", "between_day Mellandag");
	/* three months on either side */
	because(d, "2026-12-24", "equated_eve Julafton");
	because(d, "2028-01-06", "holiday Trettondedag jul");
	assert_string_equal(day_off_statute(DAY_OFF_HOLIDAY), "lag 1989:253");
	assert_null(day_off_statute(DAY_OFF_BRIDGE));
	days_off_free(d);
	days_off_free(NULL);
}

/* Lag (2004:1320). */
static void
the_law_of_2005(void **state)
{
	struct days_off *d = load(NULL, 2004);

	(void)state;
	because(d, "2004-05-31", "holiday Annandag pingst");
	because(d, "2004-06-06", "weekend Söndag");
	days_off_free(d);
	d = load(NULL, 2003);
	because(d, "2003-06-09", "holiday Annandag pingst");
	because(d, "2003-06-06", "");
	days_off_free(d);
	d = load(NULL, 2005);
	because(d, "2005-05-16", "");
	because(d, "2005-06-06", "holiday Sveriges nationaldag");
	days_off_free(d);
	assert_int_equal(days_off_load(NULL, 1899, &d, &err), KL_E_INPUT);
}

static void
ekholms_calendars(void **state)
{
	struct days_off *d = load(CALENDARS, 2027);
	const struct day_off *o;
	size_t i;

	(void)state;
	because(d, "2027-03-01", "school_break Sportlov");
	because(d, "2027-03-05", "school_break Sportlov");
	because(d, "2027-03-06", "weekend Lördag");
	because(d, "2027-03-29",
	    "holiday Annandag påsk; "
	    "school_break Påsklov 2027");
	because(d, "2027-11-03", "school_break Höstlov");
	because(d, "2027-09-13", "council Kommunfullmäktige");
	because(d, "2027-07-14", "pause Sommaruppehåll 2027");
	because(d, "2026-12-21", "pause Juluppehåll 2026–2027");
	because(d, "2027-01-18", "blocked Utbildning för nya förtroendevalda");
	/* one committee's own */
	because(d, "2027-05-20", "");
	assert_string_equal(reasons(d, "2027-05-20", "MHN"), "");
	assert_string_equal(reasons(d, "2027-05-20", "TRN"),
	    "blocked Trafiknämndens studieresa");
	assert_int_not_equal(days_off_on(d, day("2027-03-01"), NULL, 0, &o), 0);
	assert_string_equal(o->file, CALENDARS "/lov.ics");
	assert_true(o->line > 20);

	for (i = 0; i < d->windows.n; i++)
		if (kl_day_year(d->windows.v[i].from) == 2027)
			break;
	assert_string_equal(
	    d->windows.v[i].name, "Verksamhetsberättelse och bokslut");
	assert_int_equal(d->windows.v[i].from, day("2027-01-25"));
	assert_int_equal(d->windows.v[i].to, day("2027-02-12"));
	assert_int_equal(d->windows.v[i + 1].from, day("2027-05-10"));
	assert_int_equal(d->windows.v[i + 3].to, day("2027-12-17"));
	days_off_free(d);
}

static void
every_year_of_the_demo_loads(void **state)
{
	static const int years[] = { 2010, 2011, 2012, 2026, 2027, 2028 };
	struct days_off *d;
	size_t i, j, n, breaks, councils;

	(void)state;
	for (i = 0; i < 6; i++) {
		d = load(CALENDARS, years[i]);
		for (n = breaks = councils = j = 0; j < d->v.n; j++) {
			if (kl_day_year(d->v.v[j].from) != years[i])
				continue;
			n++;
			breaks += d->v.v[j].kind == DAY_OFF_SCHOOL_BREAK;
			councils += d->v.v[j].kind == DAY_OFF_COUNCIL_DAY;
		}
		assert_int_equal(breaks, 3);
		assert_in_range(councils, 13, 15);
		for (n = j = 0; j < d->windows.n; j++)
			n += kl_day_year(d->windows.v[j].from) == years[i];
		assert_int_equal(n, 4);
		days_off_free(d);
	}
}

/* Write a calendar of ${events} into a new folder and load it. */
static int
load_one(
    const char *base, const char *head, const char *event, struct days_off **d)
{
	char folder[] = "days-off-XXXXXX", path[100];
	struct buf b;
	int rc;

	buf_init(&b, 1 << 20);
	assert_non_null(mkdtemp(folder));
	snprintf(path, sizeof path, "%s/%s", folder, base);
	buf_printf(&b,
	    "BEGIN:VCALENDAR\n%sBEGIN:VEVENT\nDTSTART:20270601\n%s"
	    "END:VEVENT\nEND:VCALENDAR\n",
	    head, event);
	assert_int_equal(file_write(path, b.data, b.len, &err), 0);
	*d = NULL;
	memset(&err, 0, sizeof err);
	rc = days_off_load(folder, 2027, d, &err);
	unlink(path);
	rmdir(folder);
	buf_free(&b);
	return rc;
}

static void
takes(const char *base, const char *head, const char *event, const char *want)
{
	struct days_off *d;

	assert_int_equal(load_one(base, head, event, &d), 0);
	because(d, "2027-06-01", want);
	days_off_free(d);
}

static void
refuses(const char *base, const char *head, const char *event, int line,
    const char *word)
{
	struct days_off *d;
	char sentence[2048];

	assert_int_equal(load_one(base, head, event, &d), KL_E_INPUT);
	kl_error_format(&err, NULL, sentence, sizeof sentence);
	if (err.line != line || strstr(sentence, word) == NULL ||
	    strstr(err.file, base) == NULL)
		fail_msg("%s:%d: %s", err.file, err.line, sentence);
}

static void
a_calendar_of_ones_own(void **state)
{
	(void)state;
	/* the kind: of the event, of the file, by the file's name */
	takes("x.ics", "", "SUMMARY:A\nCATEGORIES:Röd kategori,Lov\n",
	    "school_break A");
	takes("x.ics", "X-KANSLI-SLAG:uppehåll\n", "SUMMARY:A\n", "pause A");
	takes("lov-grundskolan 2027.ics", "", "SUMMARY:A\n", "school_break A");
	takes("lov.ics", "", "SUMMARY:A\nCATEGORIES:SPÄRRAD\n", "blocked A");
	takes("lov.ics", "", "SUMMARY:A\nSTATUS:CANCELLED\n", "");
	takes("process.ics", "", "SUMMARY:A\n", "");
	takes("lov.txt", "", "rubbish\n", "");

	refuses("x.ics", "", "SUMMARY:A\n", 2, "of what kind");
	refuses("x.ics", "X-KANSLI-SLAG:ledigt\n", "SUMMARY:A\n", 2, "ledigt");
	refuses("x.ics", "", "SUMMARY:A\nCATEGORIES:upehåll\n", 2, "upehåll");
	refuses(
	    "x.ics", "", "SUMMARY:A\nCATEGORIES:lov,process\n", 2, "two kinds");
	refuses("lov.ics", "", "", 2, "no name");
	refuses("lov.ics", "", "SUMMARY:A\nRRULE:FREQ=SECONDLY\n", 5,
	    "FREQ=SECONDLY");
}

static void
a_folder_that_is_not_there(void **state)
{
	struct days_off *d;

	(void)state;
	assert_int_equal(
	    days_off_load("no-such-folder", 2027, &d, &err), KL_E_ENV);
	assert_string_equal(err.file, "no-such-folder");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rules_give_reasons),
		cmocka_unit_test(the_law_of_2005),
		cmocka_unit_test(ekholms_calendars),
		cmocka_unit_test(every_year_of_the_demo_loads),
		cmocka_unit_test(a_calendar_of_ones_own),
		cmocka_unit_test(a_folder_that_is_not_there),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
