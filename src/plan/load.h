/* SPDX-License-Identifier: EUPL-1.2
 *
 * How a year's work is spread over its weeks and the people of the secretariat:
 * the planner's own units, by person.
 */
#ifndef PLAN_LOAD_H
#define PLAN_LOAD_H

#include "plan/feed.h"

#define LOAD_MEETING 3 /* units of a secretary's week: the meeting itself */
#define LOAD_STEP 1    /* each step that the secretariat answers for */
#define LOAD_WEEKS 53
#define LOAD_PERSONS_MAX 1000

struct load_person {
	const char *person; /* ref; NULL: a committee without a secretary */
	int units[LOAD_WEEKS + 1]; /* by ISO week of the year, from 1 */
};

struct load {
	int year;
	VEC(struct load_person) persons; /* by surname; nobody last */
	int units[LOAD_WEEKS + 1];	 /* of all */
	int cap, cap_high;		 /* of all, a week */
	int own_cap, own_cap_high;	 /* of one person: an equal share */
};

/* load_secretary(facts, committee, day): ref of who is the committee's
 * secretary that day, or NULL. */
const char *load_secretary(
    const struct bundle *facts, const char *committee, kl_day day);

/* load_of(feed, year, cap, cap_high, a, out, err): what the meetings of ${feed}
 * that are not cancelled give to do in the ISO weeks of ${year}.  A step
 * belongs to the secretary of its own day.  Caps of 0 are a tenth and a half
 * above the mean of the weeks with work, as the planner's. */
int load_of(const struct feed *feed, int year, int cap, int cap_high,
    struct arena *a, struct load *out, struct kl_error *err);

#endif
