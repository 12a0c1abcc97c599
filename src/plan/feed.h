/* SPDX-License-Identifier: EUPL-1.2
 *
 * A plan's meetings and their steps as calendar events: for a body, for a
 * person (the meetings they sit in and the steps they answer for) and for a
 * role (what the offices, the secretariat or the committees have to do).
 * Writing them is ical_write's and outlook_write's.
 */
#ifndef PLAN_FEED_H
#define PLAN_FEED_H

#include "calendar/ical.h"
#include "domain/bundle.h"
#include "rules/cycle.h"

/* One meeting, planned or in the register. */
struct feed_meeting {
	const char *committee; /* code */
	kl_day day;
	const char *start, *end; /* clocks, or NULL */
	const char *place;	 /* or NULL */
	const char *uid;	 /* the register's; never changes */
	int sequence;		 /* raised each time it moves */
	bool cancelled;		 /* inställt, or taken out of the plan */
	const char *changed;	 /* instant of the last change */
	const struct rules_steps *steps; /* its cycle, or NULL */
};

struct feed {
	const struct bundle *facts; /* committees, persons, mandates */
	const struct feed_meeting *v;
	size_t n;
};

typedef VEC(struct ical_event) feed_events;

/* The following append to ${out}, sorted by day, clock and uid, with texts in
 * ${a}.  A step's event has its id and the meeting's uid as uid
 * ("utskick-TRN-2011-02-01") and the meeting's sequence; a cancelled meeting
 * cancels its steps, and a step that falls away stays as cancelled.  A step on
 * the meeting's own day with offset 0 is the meeting and gives no event of its
 * own. */

/* feed_body(f, committee, a, out, err): the meetings of ${committee} and all
 * their steps. KL_E_NOTFOUND for an unknown code. */
int feed_body(const struct feed *f, const char *committee, struct arena *a,
    feed_events *out, struct kl_error *err);

/* feed_person(f, ref, a, out, err): the meetings of the bodies that the person
 * has a mandate in on the day; the secretariat's steps where they are the
 * secretary, the committee's where they are the chair.  KL_E_NOTFOUND for an
 * unknown person. */
int feed_person(const struct feed *f, const char *ref, struct arena *a,
    feed_events *out, struct kl_error *err);

/* feed_role(f, level, a, out, err): the steps that ${level} answers for, of all
 * meetings, and for the secretariat the meetings too. */
int feed_role(const struct feed *f, enum cycle_level level, struct arena *a,
    feed_events *out, struct kl_error *err);

#endif
