/* SPDX-License-Identifier: EUPL-1.2
 *
 * Days on which no meeting is held, each with its reason and where that stands:
 * the rules for holidays and eves, and the calendars of school breaks, council
 * days, pauses and local blocked days (calendars/, iCalendar).  `kansli when`
 * and the planner ask the same.
 */
#ifndef CALENDAR_DAYS_OFF_H
#define CALENDAR_DAYS_OFF_H

#include "base/arena.h"
#include "calendar/holiday.h"
#include <kansli/day.h>
#include <kansli/error.h>

enum day_off_kind {
	DAY_OFF_WEEKEND,
	DAY_OFF_HOLIDAY,       /* allmän helgdag */
	DAY_OFF_EQUATED_EVE,   /* midsommarafton, julafton, nyårsafton */
	DAY_OFF_CUSTOMARY_EVE, /* an eve that offices keep by custom */
	DAY_OFF_BRIDGE,	       /* klämdag */
	DAY_OFF_BETWEEN,       /* mellandag */
	DAY_OFF_SCHOOL_BREAK,
	DAY_OFF_PAUSE,	     /* summer, Christmas: the gap between meetings does
				not count it */
	DAY_OFF_COUNCIL_DAY, /* the full council meets */
	DAY_OFF_BLOCKED,     /* anything else of the municipality's own */
	DAY_OFF_KINDS
};

/* A period in a calendar.  Texts live in the calendar's arena. */
struct day_off {
	kl_day from, to; /* inclusive */
	enum day_off_kind kind;
	const char *name;      /* "Sportlov" */
	const char *committee; /* code: for it alone; or NULL */
	const char *file;      /* NULL: by rule */
	int line;
};

/* A period in which something of the year's process is decided: the annual
 * report, the budget, T1, T2. */
struct process_window {
	kl_day from, to;
	const char *name;
	const char *committee; /* or NULL: every one */
	const char *file;
	int line;
};

struct days_off {
	struct arena *arena;
	int year; /* the period is the year and the months next to it */
	VEC(struct day_off) v;		    /* by from; periods may overlap */
	VEC(struct process_window) windows; /* by from */
};

/* day_off_kind_name(kind): the word used in answers: "weekend", "holiday",
 * "equated_eve", "customary_eve", "bridge", "between_day", "school_break",
 * "pause", "council", "blocked". */
const char *day_off_kind_name(enum day_off_kind kind);

/* day_off_statute(kind): the statute that makes it a day off, or NULL. */
const char *day_off_statute(enum day_off_kind kind);

/* days_off_load(folder, year, out, err): everything that the rules and the
 * files of ${folder} (calendars/; NULL: rules alone) that end in .ics say of
 * ${year} and three months on either side.  Free with days_off_free.  KL_E_ENV
 * if a file cannot be read, KL_E_INPUT with file and line for a wrong one. */
int days_off_load(
    const char *folder, int year, struct days_off **out, struct kl_error *err);
void days_off_free(struct days_off *d); /* NULL is fine */

/* days_off_on(d, day, committee, from, out): the next reason from index ${from}
 * (0 first) why ${day} is off for ${committee} (NULL: for all), in ${out};
 * returns the index to go on from, or 0 when there are no more. */
size_t days_off_on(const struct days_off *d, kl_day day, const char *committee,
    size_t from, const struct day_off **out);

#endif
