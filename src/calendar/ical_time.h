/* SPDX-License-Identifier: EUPL-1.2
 *
 * Private to the reading of iCalendar: dates, clocks, time zones and
 * recurrences.  Time zones are the file's own; Swedish time follows directive
 * 2000/84/EC, so that nothing depends on the machine.
 */
#ifndef CALENDAR_ICAL_TIME_H
#define CALENDAR_ICAL_TIME_H

#include <stdbool.h>
#include <stddef.h>
#include <libical/ical.h>

#include "base/arena.h"
#include <kansli/day.h>
#include <kansli/error.h>

#define ICAL_ZONES_MAX 10
#define ICAL_NO_CLOCK (-1)

/* A day, and the time of day unless it is the whole day, in its own zone. */
struct ical_moment {
	kl_day day;
	int minute; /* after midnight, or ICAL_NO_CLOCK */
	bool utc;
	const char *tzid; /* or NULL: Swedish time */
	int line;
};
typedef VEC(struct ical_moment) ical_moments;

/* The time zones that a file explains. */
struct ical_zones {
	size_t n;
	const char *tzid[ICAL_ZONES_MAX];
	icaltimezone *zone[ICAL_ZONES_MAX];
};

/* ical_zone_add(z, tzid, text): the VTIMEZONE ${text} explains ${tzid}.  False
 * if libical does not understand it or there are too many. */
bool ical_zone_add(struct ical_zones *z, const char *tzid, const char *text);
void ical_zones_free(struct ical_zones *z);

/* ical_zone_foreign(tzid): whether that is another zone than Swedish time. */
bool ical_zone_foreign(const char *tzid);

/* ical_zone_known(z, tzid): whether moments of that zone can be read. */
bool ical_zone_known(const struct ical_zones *z, const char *tzid);

/* ical_moment_parse(s, n, out): "20270119", "20270119T163000" or the same with
 * Z, of ${n} bytes; seconds are dropped.  False if it is none; ${tzid} and
 * ${line} are left. */
bool ical_moment_parse(const char *s, size_t n, struct ical_moment *out);

/* ical_moment_swedish(m, z): the same moment in Swedish time.  A whole day
 * stays.  The zone must be known. */
struct ical_moment ical_moment_swedish(
    struct ical_moment m, struct ical_zones *z);

/* ical_minutes(m): minutes since 1970 on the moment's own clock. */
long ical_minutes(struct ical_moment m);

/* ical_duration(s, days, out): the DURATION ${s} in minutes; ${days}: it must
 * be whole days.  False if it is not that, negative or over four years. */
bool ical_duration(const char *s, bool days, long *out);

/* The work that one file may cause, in comparisons of two moments. */
#define ICAL_EFFORT_MAX 4000000L
#define ICAL_STEP_EFFORT 20	  /* of stepping to the next time */
#define ICAL_ZONE_EFFORT 400	  /* of a moment in a zone of the file's */
#define ICAL_NEVER_EFFORT 500000L /* of looking through all years in vain */
struct ical_effort {
	long left;
};

/* ical_refuse_work(err): say that the file would take more than
 * ICAL_EFFORT_MAX; returns KL_E_INPUT. */
int ical_refuse_work(struct kl_error *err);

/* ical_recur(rule, start, z, from, to, effort, a, out, err): append to ${out}
 * the times that the RRULE ${rule} gives from ${start}, up to the day ${to}, in
 * the zone of ${start}; those before ${from} may be left out.  KL_E_INPUT
 * (without line) for a rule that is broken, gives more than ICAL_READ_ONE_MAX,
 * or takes more than ${effort}. */
int ical_recur(const char *rule, const struct ical_moment *start,
    struct ical_zones *z, kl_day from, kl_day to, struct ical_effort *effort,
    struct arena *a, ical_moments *out, struct kl_error *err);

#endif
