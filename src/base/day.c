/* SPDX-License-Identifier: EUPL-1.2
 *
 * Civil days.  The conversion counts days in 400-year eras that begin on
 * 1 March, so that the leap day comes last.
 */
#include "config.h"

#include <stdbool.h>
#include <stdio.h>

#include <kansli/day.h>
#include <kansli/error.h>

#define DAYS_PER_ERA 146097 /* 400 Gregorian years */
#define EPOCH_SHIFT 719468  /* days from 0000-03-01 to 1970-01-01 */

static bool
leap(int y)
{
	return (y % 4 == 0 && y % 100 != 0) || y % 400 == 0;
}

static int
month_length(int y, int m)
{
	static const int len[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30,
		31 };

	return m == 2 && leap(y) ? 29 : len[m - 1];
}

kl_day
kl_day_of(int year, int month, int day)
{
	int y, era, yoe, doy;

	if (year < 1600 || year > 2999 || month < 1 || month > 12 || day < 1 ||
	    day > month_length(year, month))
		return KL_DAY_NONE;
	y = month <= 2 ? year - 1 : year;
	era = y / 400;
	yoe = y - era * 400;
	doy = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
	return era * DAYS_PER_ERA + yoe * 365 + yoe / 4 - yoe / 100 + doy -
	    EPOCH_SHIFT;
}

void
kl_day_split(kl_day day, int *year, int *month, int *mday)
{
	int z = day + EPOCH_SHIFT;
	int era = (z >= 0 ? z : z - (DAYS_PER_ERA - 1)) / DAYS_PER_ERA;
	int doe = z - era * DAYS_PER_ERA;
	int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	int doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	int mp = (5 * doy + 2) / 153;
	int m = mp < 10 ? mp + 3 : mp - 9;

	if (year != NULL)
		*year = yoe + era * 400 + (m <= 2);
	if (month != NULL)
		*month = m;
	if (mday != NULL)
		*mday = doy - (153 * mp + 2) / 5 + 1;
}

int
kl_day_year(kl_day day)
{
	int y;

	kl_day_split(day, &y, NULL, NULL);
	return y;
}

enum kl_weekday
kl_day_weekday(kl_day day)
{
	/* 1970-01-01 was a Thursday */
	return (enum kl_weekday)(((day % 7 + 7) % 7 + 3) % 7 + 1);
}

/* ${n} digits at ${s} as a number, or -1. */
static int
digits(const char *s, int n)
{
	int v = 0;

	for (; n > 0; n--, s++) {
		if (*s < '0' || *s > '9')
			return -1;
		v = v * 10 + (*s - '0');
	}
	return v;
}

int
kl_day_parse(const char *text, kl_day *day)
{
	int y, m, d;
	kl_day v;

	if (text == NULL || (y = digits(text, 4)) < 0 || text[4] != '-' ||
	    (m = digits(text + 5, 2)) < 0 || text[7] != '-' ||
	    (d = digits(text + 8, 2)) < 0 || text[10] != '\0')
		return KL_E_INPUT;
	v = kl_day_of(y, m, d);
	if (v == KL_DAY_NONE)
		return KL_E_INPUT;
	*day = v;
	return 0;
}

char *
kl_day_format(kl_day day, char out[11])
{
	int y, m, d;

	if (day == KL_DAY_NONE) {
		out[0] = '\0';
		return out;
	}
	kl_day_split(day, &y, &m, &d);
	snprintf(out, 11, "%04u-%02u-%02u", (unsigned)y % 10000u,
	    (unsigned)m % 100u, (unsigned)d % 100u);
	return out;
}
