/* SPDX-License-Identifier: EUPL-1.2
 *
 * From a VEVENT to the days on which it takes place: its recurrence (RRULE,
 * RDATE, EXDATE), single times that were changed (RECURRENCE-ID), its length,
 * in Swedish time.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "calendar/ical_event.h"

#define DAY_MINUTES (24 * 60)
#define RULES_MAX 2000		   /* recurring events of one file */
#define CHANGED_MAX ((size_t)2000) /* RECURRENCE-IDs of one file */

/* A file's events being spread out. */
struct spreader {
	const char *file;
	const ical_events *events;
	struct ical_zones *zones;
	kl_day from, to;
	struct arena *a;
	struct ical_file *out;
	struct kl_error *err;
	struct ical_effort effort;
	size_t rules;
	VEC(const struct ical_event_in *) changed; /* with RECURRENCE-ID */
};

static int
at_line(struct spreader *s, int line)
{
	kl_error_where(s->err, s->file, line, NULL);
	return KL_E_INPUT;
}

static int
check_zone(struct spreader *s, const struct ical_moment *m)
{
	if (m->day == KL_DAY_NONE || ical_zone_known(s->zones, m->tzid))
		return 0;
	kl_error_set(s->err, KL_E_INPUT,
	    KL_N_("The file does not say what the time zone \"%s\" is "
		  "(VTIMEZONE). Save it with Swedish time (Europe/Stockholm). "
		  "It was not taken into use."),
	    m->tzid);
	return at_line(s, m->line);
}

static int
check_zones(struct spreader *s, const struct ical_event_in *e)
{
	size_t i;
	int rc = check_zone(s, &e->start);

	if (rc == 0)
		rc = check_zone(s, &e->end);
	if (rc == 0)
		rc = check_zone(s, &e->instead_of);
	for (i = 0; rc == 0 && i < e->also.n; i++)
		rc = check_zone(s, &e->also.v[i]);
	for (i = 0; rc == 0 && i < e->without.n; i++)
		rc = check_zone(s, &e->without.v[i]);
	return rc;
}

/* Whether ${what} (EXDATE, RECURRENCE-ID) means the time ${when}; a date means
 * any time of that day. */
static bool
means(struct spreader *s, struct ical_moment what, struct ical_moment when)
{
	struct ical_moment a = ical_moment_swedish(what, s->zones);
	struct ical_moment b = ical_moment_swedish(when, s->zones);

	return a.day == b.day &&
	       (a.minute == b.minute || a.minute == ICAL_NO_CLOCK ||
		   b.minute == ICAL_NO_CLOCK);
}

/* Whether the event's time ${when} is left out or stands as a VEVENT of its
 * own. */
static bool
is_out(
    struct spreader *s, const struct ical_event_in *e, struct ical_moment when)
{
	const struct ical_event_in *c;
	size_t i;

	s->effort.left -= (long)(e->without.n + s->changed.n);
	for (i = 0; i < e->without.n; i++)
		if (means(s, e->without.v[i], when))
			return true;
	if (e->entry.uid == NULL || e->instead_of.day != KL_DAY_NONE)
		return false;
	for (i = 0; i < s->changed.n; i++) {
		c = s->changed.v[i];
		if (strcmp(c->entry.uid, e->entry.uid) == 0 &&
		    means(s, c->instead_of, when))
			return true;
	}
	return false;
}

/* How long the event lasts, in minutes; -1: no end is given. */
static int
length_of(struct spreader *s, const struct ical_event_in *e, long *out)
{
	bool all_day = e->start.minute == ICAL_NO_CLOCK;

	*out = all_day ? DAY_MINUTES : -1;
	if (e->duration != NULL) {
		if (ical_duration(e->duration, all_day, out))
			return 0;
		kl_error_set(s->err, KL_E_INPUT,
		    KL_N_("\"%s\" cannot be read here. Correct the event in "
			  "the calendar program, or remove it. The file was "
			  "not taken into use."),
		    e->duration);
		return at_line(s, e->duration_line);
	}
	if (e->end.day == KL_DAY_NONE)
		return 0;
	*out = ical_minutes(ical_moment_swedish(e->end, s->zones)) -
	       ical_minutes(ical_moment_swedish(e->start, s->zones));
	if (*out == 0 && all_day) /* some programs write the day itself */
		*out = DAY_MINUTES;
	if (*out >= 0 && all_day == (e->end.minute == ICAL_NO_CLOCK))
		return 0;
	kl_error_set(s->err, KL_E_INPUT,
	    KL_N_("The event does not end (DTEND) after it begins (DTSTART). "
		  "Correct it in the calendar program. The file was not taken "
		  "into use."));
	return at_line(s, e->end.line);
}

static const char *
clock_text(struct arena *a, long minute)
{
	long m = minute % DAY_MINUTES;

	return arena_printf(a, "%02ld:%02ld", m / 60, m % 60);
}

/* The event on the moment ${when}, if it touches the days asked for. */
static int
put(struct spreader *s, const struct ical_event_in *e, struct ical_moment when,
    long length)
{
	struct ical_moment m = ical_moment_swedish(when, s->zones);
	long begin = ical_minutes(m);
	/* an event that ends at midnight does not touch the day after */
	long last = begin + (length > 0 ? length - 1 : 0);
	kl_day to =
	    (kl_day)(m.day + (last - (long)m.day * DAY_MINUTES) / DAY_MINUTES);
	struct ical_entry *slot;

	if (m.day > s->to || to < s->from)
		return 0;
	if (to - m.day >= ICAL_READ_SPAN_MAX) {
		kl_error_set(s->err, KL_E_INPUT,
		    KL_N_("An event lasts at most %d days. Divide it, or "
			  "correct its end. The file was not taken into use."),
		    ICAL_READ_SPAN_MAX);
		return at_line(s, e->entry.line);
	}
	if (s->out->v.n == ICAL_READ_ENTRIES_MAX) {
		kl_error_set(s->err, KL_E_INPUT,
		    KL_N_("The events of the file come back more than %d "
			  "times in all. Give their recurrences an end. The "
			  "file was not taken into use."),
		    ICAL_READ_ENTRIES_MAX);
		return at_line(s, e->entry.line);
	}
	slot = vec_push(s->a, &s->out->v);
	if (slot == NULL)
		return kl_error_nomem(s->err);
	*slot = e->entry;
	slot->from = m.day;
	slot->to = to;
	if (m.minute != ICAL_NO_CLOCK)
		slot->start = clock_text(s->a, m.minute);
	if (m.minute != ICAL_NO_CLOCK && length >= 0)
		slot->end = clock_text(s->a, m.minute + length);
	return arena_failed(s->a) ? kl_error_nomem(s->err) : 0;
}

static int
by_minutes(const void *x, const void *y)
{
	long a = ical_minutes(*(const struct ical_moment *)x);
	long b = ical_minutes(*(const struct ical_moment *)y);

	return (a > b) - (a < b);
}

/* All times of the event, in its own zone, sorted; the same may stand twice. */
static int
times_of(struct spreader *s, const struct ical_event_in *e, ical_moments *times)
{
	struct ical_moment *slot;
	size_t i;
	int rc;

	if (e->rule == NULL || e->instead_of.day != KL_DAY_NONE) {
		slot = vec_push(s->a, times);
		if (slot == NULL)
			return kl_error_nomem(s->err);
		*slot = e->start;
	} else {
		if (s->rules++ == RULES_MAX) {
			kl_error_set(s->err, KL_E_INPUT,
			    KL_N_("A calendar has at most %d recurring events. "
				  "Take out those of other years. The file was "
				  "not taken into use."),
			    RULES_MAX);
			return at_line(s, e->rule_line);
		}
		rc = ical_recur(e->rule, &e->start, s->zones,
		    /* what began long before may still go on */
		    s->from - ICAL_READ_SPAN_MAX, s->to, &s->effort, s->a,
		    times, s->err);
		if (rc != 0) {
			kl_error_where(s->err, s->file, e->rule_line, "RRULE");
			return rc;
		}
	}
	for (i = 0; i < e->also.n; i++) {
		slot = vec_push(s->a, times);
		if (slot == NULL)
			return kl_error_nomem(s->err);
		*slot = e->also.v[i];
	}
	if (times->n > 1)
		qsort(times->v, times->n, sizeof *times->v, by_minutes);
	return 0;
}

static int
spread_event(struct spreader *s, const struct ical_event_in *e)
{
	ical_moments times = { 0 };
	size_t i;
	long length;
	int rc;

	if (e->start.day == KL_DAY_NONE) {
		kl_error_set(s->err, KL_E_INPUT,
		    KL_N_("The event does not say when it begins (DTSTART). "
			  "Correct it in the calendar program, or remove it. "
			  "The file was not taken into use."));
		return at_line(s, e->entry.line);
	}
	rc = check_zones(s, e);
	if (rc == 0)
		rc = length_of(s, e, &length);
	if (rc == 0)
		rc = times_of(s, e, &times);
	for (i = 0; rc == 0 && i < times.n; i++) {
		if (i > 0 && by_minutes(&times.v[i - 1], &times.v[i]) == 0)
			continue;
		if (times.v[i].day < s->from - ICAL_READ_SPAN_MAX ||
		    is_out(s, e, times.v[i]))
			continue;
		if (s->effort.left < 0) {
			ical_refuse_work(s->err);
			return at_line(s, e->entry.line);
		}
		rc = put(s, e, times.v[i], length);
	}
	return rc;
}

static int
by_day(const void *x, const void *y)
{
	const struct ical_entry *a = x, *b = y;

	if (a->from != b->from)
		return a->from < b->from ? -1 : 1;
	if (a->line != b->line)
		return a->line < b->line ? -1 : 1;
	/* two times of one event on one day have different clocks */
	return a->start == NULL || b->start == NULL
		   ? 0
		   : strcmp(a->start, b->start);
}

static int
find_changed(struct spreader *s)
{
	const struct ical_event_in *e, **slot;
	size_t i;

	for (i = 0; i < s->events->n; i++) {
		e = &s->events->v[i];
		if (e->instead_of.day == KL_DAY_NONE || e->entry.uid == NULL)
			continue;
		if (s->changed.n == CHANGED_MAX) {
			kl_error_set(s->err, KL_E_INPUT,
			    KL_N_("A calendar has at most %zu changed times "
				  "of recurring events. Take out those of "
				  "other years. The file was not taken into "
				  "use."),
			    CHANGED_MAX);
			return at_line(s, e->entry.line);
		}
		slot = vec_push(s->a, &s->changed);
		if (slot == NULL)
			return kl_error_nomem(s->err);
		*slot = e;
	}
	return 0;
}

int
ical_spread(const char *file, const ical_events *events,
    struct ical_zones *zones, kl_day from, kl_day to, struct arena *a,
    struct ical_file *out, struct kl_error *err)
{
	struct spreader s = { .file = file,
		.events = events,
		.zones = zones,
		.from = from,
		.to = to,
		.a = a,
		.out = out,
		.err = err,
		.effort = { ICAL_EFFORT_MAX } };
	size_t i;
	int rc = find_changed(&s);

	for (i = 0; rc == 0 && i < events->n; i++)
		rc = spread_event(&s, &events->v[i]);
	if (rc == 0 && out->v.n > 1)
		qsort(out->v.v, out->v.n, sizeof *out->v.v, by_day);
	return rc;
}
