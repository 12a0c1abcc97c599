/* SPDX-License-Identifier: EUPL-1.2
 *
 * The Swedish year by rule: public holidays (lag 1989:253), the three eves that
 * lag 1930:173 § 2 treats alike, the eves that offices keep by custom, and the
 * days squeezed between days off.  Knows no deadlines.
 */
#ifndef CALENDAR_HOLIDAY_H
#define CALENDAR_HOLIDAY_H

#include <stdbool.h>
#include <stddef.h>

#include <kansli/day.h>

/* The years the rules below are known for: lag 1989:253 came into force on
 * 1 January 1990; the end is a prudent limit, not law. */
#define HOLIDAY_FIRST_YEAR 1990
#define HOLIDAY_LAST_YEAR 2199

/* More than any year has. */
#define HOLIDAY_MAX 48

enum holiday_kind {
	HOLIDAY_LAW,	       /* allmän helgdag */
	HOLIDAY_EQUATED_EVE,   /* midsommarafton, julafton, nyårsafton */
	HOLIDAY_CUSTOMARY_EVE, /* a working day in law, often a short one */
	HOLIDAY_BRIDGE,	       /* klämdag: one working day between days off */
	HOLIDAY_BETWEEN_DAY    /* mellandag: 27-30 December otherwise */
};

struct holiday {
	kl_day day;
	const char *name; /* Swedish, static */
	enum holiday_kind kind;
};

/* holiday_easter(year): Easter Sunday, Gregorian reckoning; ${year} as for
 * kl_day_of. */
kl_day holiday_easter(int year);

/* holiday_year(year, out): the special days of ${year}, at most HOLIDAY_MAX,
 * sorted by day and then by name; returns how many.  Ordinary Sundays are not
 * listed.  A year outside the known ones gives 0. */
size_t holiday_year(int year, struct holiday out[HOLIDAY_MAX]);

/* holiday_on(day): the name of the public holiday or equated eve that ${day}
 * is, or NULL.  An ordinary Sunday has no name.  Years outside the known ones
 * are judged by the nearest known rules. */
const char *holiday_on(kl_day day);

/* holiday_kind_name(kind): the word used in answers: "holiday", "equated_eve",
 * "customary_eve", "bridge", "between_day". */
const char *holiday_kind_name(enum holiday_kind kind);

#endif
