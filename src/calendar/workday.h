/* SPDX-License-Identifier: EUPL-1.2
 *
 * Working days, in the one sense that lag 1930:173 § 2 gives the word: every
 * day but Saturday, Sunday, public holidays, midsommarafton, julafton and
 * nyårsafton.
 */
#ifndef CALENDAR_WORKDAY_H
#define CALENDAR_WORKDAY_H

#include <stdbool.h>

#include <kansli/day.h>

/* workday_is(day): true if ${day} is a working day. */
bool workday_is(kl_day day);

/* workday_roll(day): ${day}, or the first working day after it: where a time
 * limit that ends on ${day} ends (lag 1930:173 § 2). */
kl_day workday_roll(kl_day day);

/* workday_back(day): ${day}, or the last working day before it. */
kl_day workday_back(kl_day day);

/* workday_add(day, n): the ${n}th working day after ${day} (before it if ${n}
 * is negative); ${day} itself, working day or not, if ${n} is 0. */
kl_day workday_add(kl_day day, int n);

#endif
