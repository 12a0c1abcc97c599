/* SPDX-License-Identifier: EUPL-1.2
 *
 * ISO 8601 weeks, as Swedish calendars number them: a week begins on Monday,
 * week 1 holds the year's first Thursday.
 */
#ifndef CALENDAR_WEEK_H
#define CALENDAR_WEEK_H

#include <kansli/day.h>

/* week_of(day, year): the ISO week, 1-53, that ${day} lies in; ${year}, unless
 * NULL, gets the year that the week belongs to. */
int week_of(kl_day day, int *year);

/* week_monday(year, week): the Monday of that ISO week, or KL_DAY_NONE if the
 * year has no such week. */
kl_day week_monday(int year, int week);

#endif
