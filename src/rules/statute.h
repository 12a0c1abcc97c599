/* SPDX-License-Identifier: EUPL-1.2
 *
 * What a provision was called in the act that was in force on a day.
 */
#ifndef RULES_STATUTE_H
#define RULES_STATUTE_H

#include <stddef.h>

#include <kansli/day.h>

/* statute_on(now, day, out, size): write to ${out} the provisions ${now} ("KL
 * 5:67 p 3, 6:35"), named as today, as they were named on ${day}: "KL
 * (1991:900) 5:59, 6:30" before 2018.  What is not known of older acts stays as
 * it is.  ${now} and ${out} do not overlap. */
void statute_on(const char *now, kl_day day, char *out, size_t size);

#endif
