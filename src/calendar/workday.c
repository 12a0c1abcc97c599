/* SPDX-License-Identifier: EUPL-1.2
 *
 * Working days and the roll of a time limit.
 */
#include "config.h"

#include <stddef.h>

#include "calendar/holiday.h"
#include "calendar/workday.h"

bool
workday_is(kl_day day)
{
	return kl_day_weekday(day) < KL_SATURDAY && holiday_on(day) == NULL;
}

kl_day
workday_roll(kl_day day)
{
	while (!workday_is(day))
		day++;
	return day;
}

kl_day
workday_back(kl_day day)
{
	while (!workday_is(day))
		day--;
	return day;
}

kl_day
workday_add(kl_day day, int n)
{
	for (; n > 0; n--)
		day = workday_roll(day + 1);
	for (; n < 0; n++)
		day = workday_back(day - 1);
	return day;
}
