/* SPDX-License-Identifier: EUPL-1.2
 *
 * ISO weeks: a week belongs to the year of its Thursday.
 */
#include "config.h"

#include <stddef.h>

#include "calendar/week.h"

static kl_day
thursday_of(kl_day day)
{
	return day - (int)kl_day_weekday(day) + KL_THURSDAY;
}

int
week_of(kl_day day, int *year)
{
	kl_day thursday = thursday_of(day);
	int y = kl_day_year(thursday);

	if (year != NULL)
		*year = y;
	return (thursday - kl_day_of(y, 1, 1)) / 7 + 1;
}

kl_day
week_monday(int year, int week)
{
	kl_day fourth = kl_day_of(year, 1, 4), monday;
	int y;

	if (fourth == KL_DAY_NONE || week < 1 || week > 53)
		return KL_DAY_NONE;
	monday = thursday_of(fourth) - 3 + 7 * (week - 1);
	week_of(monday, &y);
	return y == year ? monday : KL_DAY_NONE;
}
