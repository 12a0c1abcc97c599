/* SPDX-License-Identifier: EUPL-1.2
 *
 * A civil day as an int.  Law and meetings know days, never instants; a day
 * is a count from 1970-01-01 in the proleptic Gregorian calendar.
 */
#ifndef KANSLI_DAY_H
#define KANSLI_DAY_H

#include <limits.h>

/* Days since 1970-01-01; negative before. */
typedef int kl_day;

/* No day: not known, not set. */
#define KL_DAY_NONE INT_MIN

enum kl_weekday {
	KL_MONDAY = 1,
	KL_TUESDAY,
	KL_WEDNESDAY,
	KL_THURSDAY,
	KL_FRIDAY,
	KL_SATURDAY,
	KL_SUNDAY
};

/* kl_day_of(year, month, day): the civil day; ${month} 1-12, ${day} 1-31.
 * KL_DAY_NONE when there is no such date or ${year} is not 1600-2999. */
kl_day kl_day_of(int year, int month, int day);

/* kl_day_split(day, year, month, mday): the parts of ${day}; any may be NULL.
 */
void kl_day_split(kl_day day, int *year, int *month, int *mday);

/* kl_day_year(day): the year of ${day}. */
int kl_day_year(kl_day day);

/* kl_day_weekday(day): Monday is 1, Sunday is 7 (ISO 8601). */
enum kl_weekday kl_day_weekday(kl_day day);

/* kl_day_parse(text, day): strictly "YYYY-MM-DD" naming a real date.  Returns
 * 0, or KL_E_INPUT with ${day} untouched. */
int kl_day_parse(const char *text, kl_day *day);

/* kl_day_format(day, out): write "YYYY-MM-DD", or "" for KL_DAY_NONE; returns
 * ${out}. */
char *kl_day_format(kl_day day, char out[11]);

#endif
