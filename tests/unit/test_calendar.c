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
#include "calendar/holiday.h"
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
holidays_equal_the_table(void **state)
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
law_changed_in_2005(void **state)
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
working_days_roll_and_count(void **state)
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

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(holidays_equal_the_table),
		cmocka_unit_test(easter_is_right_in_hard_years),
		cmocka_unit_test(law_changed_in_2005),
		cmocka_unit_test(two_holidays_on_one_day),
		cmocka_unit_test(every_known_year_is_sane),
		cmocka_unit_test(working_days_roll_and_count),
		cmocka_unit_test(weeks_are_iso_weeks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
