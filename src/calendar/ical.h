/* SPDX-License-Identifier: EUPL-1.2
 *
 * iCalendar (RFC 5545) out: meetings and deadlines as a file that calendar
 * programs subscribe to.  The same events give the same bytes, on any machine:
 * nothing is taken from the system's clock or time zone files.
 */
#ifndef CALENDAR_ICAL_H
#define CALENDAR_ICAL_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include <kansli/day.h>
#include <kansli/error.h>

#define ICAL_EVENTS_MAX 20000	   /* events of one file */
#define ICAL_BYTES_MAX (64u << 20) /* bytes of one file */

/* One event.  Texts are UTF-8; NULL leaves a property out. */
struct ical_event {
	const char *uid; /* stable and unique in the world */
	kl_day day;
	const char *start, *end; /* "HH:MM", Swedish time; NULL: the whole day;
				    ${end} alone is refused */
	const char *summary;
	const char *location;
	const char *description;
	const char *url;
	int sequence;	     /* raised when the event moves */
	bool cancelled;	     /* still in the file, STATUS:CANCELLED */
	const char *changed; /* "2026-11-17T12:00:00Z", DTSTAMP */
	kl_day to; /* the last day of several; 0 or KL_DAY_NONE: one day */
	const char *category; /* one word or two: "Sammanträde" */
};

/* ical_write(name, v, n, out, err): append the ${n} events as one VCALENDAR
 * called ${name} (NULL: no name) to ${out}, in the order given, with the time
 * zone Europe/Stockholm.  KL_E_INPUT with the event's uid as field for a
 * missing uid, day or time stamp, an impossible clock, control characters in a
 * text or an address that is not a URI; ${out} is then untouched. */
int ical_write(const char *name, const struct ical_event *v, size_t n,
    struct buf *out, struct kl_error *err);

/* ical_check(v, n, err): what ical_write refuses, without writing. */
int ical_check(const struct ical_event *v, size_t n, struct kl_error *err);

/* ical_last_day(e): the last day of the event. */
kl_day ical_last_day(const struct ical_event *e);

#endif
