/* SPDX-License-Identifier: EUPL-1.2
 *
 * iCalendar (RFC 5545) in: the events of a file that somebody else made, each
 * with the line it stands on.  Recurrences are spread out over the days asked
 * for; times come out in Swedish time.  Everything is capped: what arrives is
 * untrusted.
 */
#ifndef CALENDAR_ICAL_READ_H
#define CALENDAR_ICAL_READ_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include <kansli/day.h>
#include <kansli/error.h>

#define ICAL_READ_BYTES_MAX ((size_t)16 << 20) /* of a file */
#define ICAL_READ_EVENTS_MAX 20000	       /* VEVENTs of a file */
#define ICAL_READ_ONE_MAX 5000	    /* times that one event comes back */
#define ICAL_READ_ENTRIES_MAX 50000 /* days or spans of a file */
#define ICAL_READ_SPAN_MAX 1000	    /* days of one event */
#define ICAL_READ_TEXT_MAX ((size_t)64 << 10) /* bytes of one property */

/* One event on its days; a recurring event gives one for each time. */
struct ical_entry {
	kl_day from, to;	 /* inclusive */
	const char *start, *end; /* "16:30", Swedish time; NULL: all day (end
				    alone NULL: no end is given) */
	const char *uid;	 /* or NULL */
	const char *summary, *location, *description; /* or NULL */
	text_list categories;
	int sequence;
	bool cancelled; /* STATUS:CANCELLED */
	int line;	/* of BEGIN:VEVENT */
};

/* A file.  Texts live in the arena that was handed in. */
struct ical_file {
	const char *name; /* X-WR-CALNAME or NAME, or NULL */
	const char *kind; /* X-KANSLI-SLAG of the file, or NULL */
	int kind_line;
	VEC(struct ical_entry) v; /* by first day, then line */
};

/* ical_read(file, bytes, n, from, to, a, out, err): the events of the ${n}
 * bytes that touch the days ${from} to ${to} (inclusive).  ${file} is for
 * messages.  KL_E_INPUT with file and line for what is not iCalendar, too much
 * of anything, a broken date or rule, or a time zone that the file does not
 * explain; the message says what to do.  ${out} is then not to be used. */
int ical_read(const char *file, const void *bytes, size_t n, kl_day from,
    kl_day to, struct arena *a, struct ical_file *out, struct kl_error *err);

/* ical_load(path, from, to, a, out, err): the same from a file; KL_E_ENV if it
 * cannot be read. */
int ical_load(const char *path, kl_day from, kl_day to, struct arena *a,
    struct ical_file *out, struct kl_error *err);

/* ical_days(rule, start, from, to, a, out, n, err): the days, from ${from} to
 * ${to}, on which something that began on ${start} comes back by the RRULE
 * ${rule} ("FREQ=YEARLY;BYMONTH=2"), sorted, at most ICAL_READ_ONE_MAX, in
 * ${out}.  KL_E_INPUT for a rule that is broken or gives more. */
int ical_days(const char *rule, kl_day start, kl_day from, kl_day to,
    struct arena *a, kl_day **out, size_t *n, struct kl_error *err);

#endif
