/* SPDX-License-Identifier: EUPL-1.2
 *
 * Holidays as a table of rules, each with the years it applies to, worked out
 * for one year at a time.
 */
#include "config.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "calendar/holiday.h"
#include "calendar/workday.h"

/* How a rule finds its day. */
enum anchor {
	FIXED,	/* month and day */
	EASTER, /* so many days after Easter Sunday */
	/* the Saturday on or after month and day, then so many days on */
	SATURDAY
};

struct rule {
	const char *name;
	enum holiday_kind kind;
	enum anchor anchor;
	int month, mday;
	int days;	 /* after the anchor; negative before */
	int first, last; /* years in which it applies */
};

#define ALWAYS INT_MIN, INT_MAX

/* Lag (2004:1320), in force on 1 April 2005, made 6 June a public holiday and
 * Whit Monday a working day. */
#define REFORM 2005

static const struct rule rules[] = {
	{ "Nyårsdagen", HOLIDAY_LAW, FIXED, 1, 1, 0, ALWAYS },
	{ "Trettondedag jul", HOLIDAY_LAW, FIXED, 1, 6, 0, ALWAYS },
	{ "Långfredagen", HOLIDAY_LAW, EASTER, 0, 0, -2, ALWAYS },
	{ "Påskdagen", HOLIDAY_LAW, EASTER, 0, 0, 0, ALWAYS },
	{ "Annandag påsk", HOLIDAY_LAW, EASTER, 0, 0, 1, ALWAYS },
	{ "Första maj", HOLIDAY_LAW, FIXED, 5, 1, 0, ALWAYS },
	{ "Kristi himmelsfärdsdag", HOLIDAY_LAW, EASTER, 0, 0, 39, ALWAYS },
	{ "Pingstdagen", HOLIDAY_LAW, EASTER, 0, 0, 49, ALWAYS },
	{ "Annandag pingst", HOLIDAY_LAW, EASTER, 0, 0, 50, INT_MIN,
	    REFORM - 1 },
	{ "Sveriges nationaldag", HOLIDAY_LAW, FIXED, 6, 6, 0, REFORM,
	    INT_MAX },
	{ "Midsommardagen", HOLIDAY_LAW, SATURDAY, 6, 20, 0, ALWAYS },
	{ "Alla helgons dag", HOLIDAY_LAW, SATURDAY, 10, 31, 0, ALWAYS },
	{ "Juldagen", HOLIDAY_LAW, FIXED, 12, 25, 0, ALWAYS },
	{ "Annandag jul", HOLIDAY_LAW, FIXED, 12, 26, 0, ALWAYS },

	{ "Midsommarafton", HOLIDAY_EQUATED_EVE, SATURDAY, 6, 20, -1, ALWAYS },
	{ "Julafton", HOLIDAY_EQUATED_EVE, FIXED, 12, 24, 0, ALWAYS },
	{ "Nyårsafton", HOLIDAY_EQUATED_EVE, FIXED, 12, 31, 0, ALWAYS },

	{ "Trettondagsafton", HOLIDAY_CUSTOMARY_EVE, FIXED, 1, 5, 0, ALWAYS },
	{ "Skärtorsdagen", HOLIDAY_CUSTOMARY_EVE, EASTER, 0, 0, -3, ALWAYS },
	{ "Påskafton", HOLIDAY_CUSTOMARY_EVE, EASTER, 0, 0, -1, ALWAYS },
	{ "Valborgsmässoafton", HOLIDAY_CUSTOMARY_EVE, FIXED, 4, 30, 0,
	    ALWAYS },
	{ "Dag före Kristi himmelsfärdsdag", HOLIDAY_CUSTOMARY_EVE, EASTER, 0,
	    0, 38, ALWAYS },
	{ "Pingstafton", HOLIDAY_CUSTOMARY_EVE, EASTER, 0, 0, 48, ALWAYS },
	{ "Allhelgonaafton", HOLIDAY_CUSTOMARY_EVE, SATURDAY, 10, 31, -1,
	    ALWAYS },
};

#define NRULES (sizeof rules / sizeof *rules)

kl_day
holiday_easter(int year)
{
	/* The anonymous Gregorian computus (Meeus, Jones, Butcher). */
	int a = year % 19, b = year / 100, c = year % 100;
	int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
	int h = (19 * a + b - d - g + 15) % 30;
	int i = c / 4, k = c % 4;
	int l = (32 + 2 * e + 2 * i - h - k) % 7;
	int m = (a + 11 * h + 22 * l) / 451;
	int n = h + l - 7 * m + 114;

	return kl_day_of(year, n / 31, n % 31 + 1);
}

static kl_day
rule_day(const struct rule *r, int year, kl_day easter)
{
	kl_day d;

	if (year < r->first || year > r->last)
		return KL_DAY_NONE;
	if (r->anchor == EASTER)
		return easter + r->days;
	d = kl_day_of(year, r->month, r->mday);
	if (r->anchor == SATURDAY)
		d += (KL_SATURDAY - (int)kl_day_weekday(d) + 7) % 7;
	return d + r->days;
}

const char *
holiday_on(kl_day day)
{
	int year = kl_day_year(day);
	kl_day easter = holiday_easter(year);
	size_t i;

	for (i = 0; i < NRULES; i++)
		if (rules[i].kind <= HOLIDAY_EQUATED_EVE &&
		    rule_day(&rules[i], year, easter) == day)
			return rules[i].name;
	return NULL;
}

static int
by_day_and_name(const void *x, const void *y)
{
	const struct holiday *a = x, *b = y;

	if (a->day != b->day)
		return a->day < b->day ? -1 : 1;
	return strcmp(a->name, b->name);
}

static void
put(struct holiday *out, size_t *n, kl_day day, const char *name,
    enum holiday_kind kind)
{
	if (*n < HOLIDAY_MAX)
		out[(*n)++] = (struct holiday){ day, name, kind };
}

/* A working day with a day off on both sides is a bridge day; the working days
 * between Christmas and New Year's Eve are in-between days otherwise. */
static void
put_squeezed(struct holiday *out, size_t *n, int year)
{
	kl_day d, end = kl_day_of(year, 12, 31);
	kl_day christmas = kl_day_of(year, 12, 26);

	for (d = kl_day_of(year, 1, 1); d <= end; d++) {
		if (!workday_is(d))
			continue;
		if (!workday_is(d - 1) && !workday_is(d + 1))
			put(out, n, d, "Klämdag", HOLIDAY_BRIDGE);
		else if (d > christmas)
			put(out, n, d, "Mellandag", HOLIDAY_BETWEEN_DAY);
	}
}

size_t
holiday_year(int year, struct holiday out[HOLIDAY_MAX])
{
	kl_day easter, d;
	size_t i, n = 0;

	if (year < HOLIDAY_FIRST_YEAR || year > HOLIDAY_LAST_YEAR)
		return 0;
	easter = holiday_easter(year);
	for (i = 0; i < NRULES; i++) {
		d = rule_day(&rules[i], year, easter);
		if (d != KL_DAY_NONE)
			put(out, &n, d, rules[i].name, rules[i].kind);
	}
	put_squeezed(out, &n, year);
	qsort(out, n, sizeof *out, by_day_and_name);
	return n;
}

const char *
holiday_kind_name(enum holiday_kind kind)
{
	static const char *const names[] = { "holiday", "equated_eve",
		"customary_eve", "bridge", "between_day" };

	return names[kind];
}
