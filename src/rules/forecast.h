/* SPDX-License-Identifier: EUPL-1.2
 *
 * Who will probably serve at a meeting that has not begun: who has told that
 * they cannot come, which deputies have been asked, and whether they will be
 * enough.
 */
#ifndef RULES_FORECAST_H
#define RULES_FORECAST_H

#include "rules/entry.h"

/* How sure it is that somebody sits on a seat, the surest first. */
enum forecast_seat {
	FORECAST_MEMBER = 1, /* the member comes */
	FORECAST_COMES,	     /* a deputy has said yes */
	FORECAST_ASKED,	     /* ... has been asked */
	FORECAST_PROPOSED,   /* ... is the next to ask */
	FORECAST_EMPTY
};

/* One seat, at the time when its member is away. */
struct forecast_row {
	const char *member;
	const struct absence_report *report; /* NULL: comes; or away for long */
	bool vacant; /* the member's mandate has ended */
	enum forecast_seat seat;
	const char *deputy; /* or NULL */
	enum entry_ground ground;
	const char *party;
};

/* The seats from one clock on. */
struct forecast_moment {
	const char *clock; /* NULL: from the beginning */
	int sure;	   /* members who come and deputies who have said yes */
	int asked;	   /* ... and who have been asked */
	int possible;	   /* ... and who could be */
	bool quorate;	   /* with those who are sure */
};

struct forecast {
	int seats, need;
	VEC(struct forecast_row) rows; /* by precedence */
	VEC(struct forecast_moment)
	moments; /* in order, the first from the
		    beginning */
};

/* forecast_make(a, b, m, book, why, out, err): from the absences and calls of
 * the meeting, whatever its attendance; the reasons are those of the seats,
 * then of the numbers at each moment.  KL_E_NOMEM, or as sitting_at. */
int forecast_make(struct arena *a, const struct bundle *b,
    const struct meeting *m, const struct rule_book *book,
    struct derivation *why, struct forecast *out, struct kl_error *err);

#endif
