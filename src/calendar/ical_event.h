/* SPDX-License-Identifier: EUPL-1.2
 *
 * Private to the reading of iCalendar: an event as it stands in the file, and
 * its spreading out over the days on which it takes place.
 */
#ifndef CALENDAR_ICAL_EVENT_H
#define CALENDAR_ICAL_EVENT_H

#include "calendar/ical_read.h"
#include "calendar/ical_time.h"

/* A VEVENT. */
struct ical_event_in {
	struct ical_entry entry; /* its texts; days and clocks not set yet */
	struct ical_moment start, end; /* day KL_DAY_NONE: not given */
	const char *duration;	       /* or NULL */
	int duration_line;
	const char *rule; /* RRULE, or NULL */
	int rule_line;
	ical_moments also, without;    /* RDATE, EXDATE */
	struct ical_moment instead_of; /* RECURRENCE-ID */
	unsigned seen;		       /* properties that have stood here */
};
typedef VEC(struct ical_event_in) ical_events;

/* ical_spread(file, events, zones, from, to, a, out, err): append to ${out} an
 * entry for each time that an event takes place between ${from} and ${to},
 * sorted.  KL_E_INPUT with file and line for an event that has no beginning,
 * ends before it, or takes place too often or too long. */
int ical_spread(const char *file, const ical_events *events,
    struct ical_zones *zones, kl_day from, kl_day to, struct arena *a,
    struct ical_file *out, struct kl_error *err);

#endif
