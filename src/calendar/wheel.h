/* SPDX-License-Identifier: EUPL-1.2
 *
 * The annual wheel: what comes back every year or every month - the annual
 * report, the budget, four-month reports, internal control, elections, meeting
 * times - with who is responsible, the period it is about, and the meeting at
 * which it is reported.  As a secretary wrote it in calendars/arshjul.xml.
 */
#ifndef CALENDAR_WHEEL_H
#define CALENDAR_WHEEL_H

#include "base/arena.h"
#include <kansli/day.h>
#include <kansli/error.h>

#define WHEEL_ITEMS_MAX 500 /* of a file, committees' own included */
#define WHEEL_DAYS_MAX 366  /* of a window */

/* Which of the meetings in the window it is reported at. */
enum wheel_meeting { WHEEL_FIRST, WHEEL_LAST };

struct wheel_item {
	const char *id;
	const char *name; /* with {år}, {år-1}, {år+1}, {månad} */
	const char *responsible;
	const char *period; /* what it is about, the same braces; or NULL */
	const char *rule;   /* RRULE of the windows' first days */
	kl_day start;	    /* DTSTART of the rule */
	int days;	    /* of the window */
	enum wheel_meeting meeting;
	const char *source; /* <stöd>: where it is laid down, or NULL */
	const char *only;   /* the one committee that has it, or NULL */
	bool dropped;	    /* the committee does without it */
	int line;
};

/* A committee's own form of a common item. */
struct wheel_variant {
	const char *committee;
	size_t item;
	struct wheel_item own;
};

struct wheel {
	struct arena *arena;
	const char *file; /* as it was opened */
	const char *name;
	VEC(struct wheel_item) items;
	VEC(struct wheel_variant) variants;
};

/* wheel_load(path, out, err): read and check a wheel; free with wheel_free.
 * KL_E_ENV if it cannot be read, KL_E_INPUT with file, line and field for
 * anything unknown, doubled or impossible, a broken rule included. */
int wheel_load(const char *path, struct wheel **out, struct kl_error *err);
void wheel_free(struct wheel *w); /* NULL is fine */

/* wheel_item_of(w, i, committee): item ${i} as ${committee} (NULL: the common
 * form) has it, or NULL if it does not. */
const struct wheel_item *wheel_item_of(
    const struct wheel *w, size_t i, const char *committee);

/* An item in one of its windows. */
struct wheel_turn {
	const struct wheel_item *item;
	kl_day from, to;	    /* inclusive */
	const char *title, *period; /* braces filled in */
	kl_day meeting; /* of wheel_turns' ${meetings}; KL_DAY_NONE: none */
};
typedef VEC(struct wheel_turn) wheel_turns;

/* wheel_year(w, year, committee, a, out, err): the turns of ${committee} (NULL:
 * the common ones) whose windows begin in ${year}, by first day, then as in the
 * file. */
int wheel_year(const struct wheel *w, int year, const char *committee,
    struct arena *a, wheel_turns *out, struct kl_error *err);

/* wheel_place(turns, meetings, n): give each turn its meeting among the
 * committee's ${n} days ${meetings}, sorted. */
void wheel_place(wheel_turns *turns, const kl_day *meetings, size_t n);

#endif
