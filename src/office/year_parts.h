/* SPDX-License-Identifier: EUPL-1.2
 *
 * Inside the office: what the record of a year holds besides its meetings.
 */
#ifndef OFFICE_YEAR_PARTS_H
#define OFFICE_YEAR_PARTS_H

#include "calendar/days_off.h"
#include "office/office_private.h"
#include "plan/cover.h"
#include "plan/load.h"

/* A committee's cycle, loaded once. */
struct year_cycle {
	const char *committee; /* code */
	struct cycle *cycle;
};

struct year_work {
	struct work *w;
	unsigned wanted; /* enum year_part */
	int year;
	const char *person; /* whose absence, or NULL: all that are recorded */
	kl_day from, to;    /* of the absence */
	record_meetings *list;
	struct record_year_parts *parts; /* filled */
	/* held until the record is made */
	struct days_off *days_off;
	struct cycle *common;
	VEC(struct year_cycle) cycles;
	VEC(struct feed_meeting) meetings;
};

/* year_parts(y, err): the days that rules and cycles give each meeting, and the
 * parts that are wanted.  Follow with year_parts_free whatever happens. */
int year_parts(struct year_work *y, struct kl_error *err);
void year_parts_free(struct year_work *y);

#endif
