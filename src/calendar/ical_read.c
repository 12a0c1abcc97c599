/* SPDX-License-Identifier: EUPL-1.2
 *
 * Reading iCalendar: components and properties of the lines, then each event on
 * its days.  A file is refused whole, with the line, rather than half
 * understood.
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "calendar/ical_event.h"
#include "calendar/ical_lines.h"
#include "calendar/ical_read.h"

#define DEPTH_MAX 8
#define ZONE_BYTES_MAX ((size_t)64 << 10)
#define DATES_MAX 5000 /* RDATE and EXDATE of one event */

/* A file being read. */
struct reader {
	struct ical_lines lines;
	struct ical_file *out;
	struct arena *a;
	struct kl_error *err;

	size_t depth;
	char open[DEPTH_MAX][32]; /* names of the components around */
	int began[DEPTH_MAX];	  /* and their lines */
	ical_events events;
	struct ical_event_in *event; /* the one being read, or NULL */
	struct ical_zones zones;
	struct buf zone; /* text of the VTIMEZONE being read */
	const char *tzid;
};

/* Say that the error is on the line. */
static int
at_line(struct reader *r, int line, const char *field)
{
	kl_error_where(r->err, r->lines.file, line, field);
	return KL_E_INPUT;
}

static int
wrong_value(struct reader *r)
{
	kl_error_set(r->err, KL_E_INPUT,
	    KL_N_("\"%s\" cannot be read here. Correct the event in the "
		  "calendar program, or remove it. The file was not taken "
		  "into use."),
	    r->lines.value);
	return at_line(r, r->lines.line, r->lines.name);
}

static int
unknown_zone(struct reader *r, const char *tzid, int line)
{
	kl_error_set(r->err, KL_E_INPUT,
	    KL_N_("The file does not say what the time zone \"%s\" is "
		  "(VTIMEZONE). Save it with Swedish time (Europe/Stockholm). "
		  "It was not taken into use."),
	    tzid);
	return at_line(r, line, NULL);
}

/* Whether the component ${name} is the ${up}th around (0: the innermost). */
static bool
inside(const struct reader *r, size_t up, const char *name)
{
	return r->depth > up && strcmp(r->open[r->depth - 1 - up], name) == 0;
}

/* A moment of the property's value, its ${n} bytes at ${s}. */
static int
read_moment(struct reader *r, const char *s, size_t n, struct ical_moment *out)
{
	*out = (struct ical_moment){ .line = r->lines.line };
	if (!ical_moment_parse(s, n, out))
		return wrong_value(r);
	out->tzid = out->utc ? NULL : ical_lines_param(&r->lines, "TZID", r->a);
	return arena_failed(r->a) ? kl_error_nomem(r->err) : 0;
}

/* A list of moments (EXDATE, RDATE); of a period the beginning counts. */
static int
read_moments(struct reader *r, ical_moments *list)
{
	const char *s = r->lines.value;
	struct ical_moment m, *slot;
	size_t n;
	int rc;

	for (;; s += n + 1) {
		n = strcspn(s, ",");
		rc = read_moment(r, s, strcspn(s, ",/"), &m);
		if (rc != 0)
			return rc;
		if (list->n == DATES_MAX) {
			kl_error_set(r->err, KL_E_INPUT,
			    KL_N_("An event lists at most %d dates. The file "
				  "was not taken into use."),
			    DATES_MAX);
			return at_line(r, r->lines.line, r->lines.name);
		}
		slot = vec_push(r->a, list);
		if (slot == NULL)
			return kl_error_nomem(r->err);
		*slot = m;
		if (s[n] == '\0')
			return 0;
	}
}

static int
read_sequence(struct reader *r)
{
	const char *s = r->lines.value;
	char *end;
	long v = strtol(s, &end, 10);

	if (end == s || *end != '\0' || v < 0 || v > 1000000000)
		return wrong_value(r);
	r->event->entry.sequence = (int)v;
	return 0;
}

static int
read_text(struct reader *r, const char **out)
{
	*out = ical_lines_text(&r->lines, r->a);
	return *out == NULL ? kl_error_nomem(r->err) : 0;
}

/* The properties that matter of an event. */
enum property {
	P_CATEGORIES,
	P_DESCRIPTION,
	P_DTEND,
	P_DTSTART,
	P_DURATION,
	P_EXDATE,
	P_LOCATION,
	P_RDATE,
	P_RECURRENCE_ID,
	P_RRULE,
	P_SEQUENCE,
	P_STATUS,
	P_SUMMARY,
	P_UID,
	P_OTHER
};
static const char *const properties[P_OTHER] = { "CATEGORIES", "DESCRIPTION",
	"DTEND", "DTSTART", "DURATION", "EXDATE", "LOCATION", "RDATE",
	"RECURRENCE-ID", "RRULE", "SEQUENCE", "STATUS", "SUMMARY", "UID" };

/* May stand more than once. */
static bool
may_repeat(enum property p)
{
	return p == P_CATEGORIES || p == P_EXDATE || p == P_RDATE;
}

static int
read_known(struct reader *r, enum property p)
{
	struct ical_event_in *e = r->event;
	const char *value = r->lines.value;

	switch (p) {
	case P_CATEGORIES:
		return ical_lines_list(&r->lines, r->a, &e->entry.categories) !=
			       0
			   ? kl_error_nomem(r->err)
			   : 0;
	case P_DESCRIPTION:
		return read_text(r, &e->entry.description);
	case P_LOCATION:
		return read_text(r, &e->entry.location);
	case P_SUMMARY:
		return read_text(r, &e->entry.summary);
	case P_UID:
		return read_text(r, &e->entry.uid);
	case P_DTSTART:
		return read_moment(r, value, strlen(value), &e->start);
	case P_DTEND:
		return read_moment(r, value, strlen(value), &e->end);
	case P_RECURRENCE_ID:
		return read_moment(r, value, strlen(value), &e->instead_of);
	case P_EXDATE:
		return read_moments(r, &e->without);
	case P_RDATE:
		return read_moments(r, &e->also);
	case P_SEQUENCE:
		return read_sequence(r);
	case P_STATUS:
		e->entry.cancelled = strcmp(value, "CANCELLED") == 0;
		return 0;
	case P_RRULE:
		e->rule_line = r->lines.line;
		return read_text(r, &e->rule);
	case P_DURATION:
		e->duration_line = r->lines.line;
		return read_text(r, &e->duration);
	case P_OTHER:
		break;
	}
	return 0;
}

static int
read_event_line(struct reader *r)
{
	enum property p = 0;

	while (p < P_OTHER && strcmp(r->lines.name, properties[p]) != 0)
		p++;
	if (p == P_OTHER)
		return 0;
	if (r->lines.cut) {
		kl_error_set(r->err, KL_E_INPUT,
		    KL_N_("A text in a calendar has at most %zu characters. "
			  "Shorten it. The file was not taken into use."),
		    ICAL_READ_TEXT_MAX);
		return at_line(r, r->lines.line, r->lines.name);
	}
	if ((r->event->seen & 1u << p) != 0 && !may_repeat(p)) {
		kl_error_set(r->err, KL_E_INPUT,
		    KL_N_("%s stands twice in the event. Keep one. The file "
			  "was not taken into use."),
		    r->lines.name);
		return at_line(r, r->lines.line, r->lines.name);
	}
	r->event->seen |= 1u << p;
	return read_known(r, p);
}

/* A line of the calendar itself. */
static int
read_calendar_line(struct reader *r)
{
	const char *name = r->lines.name;

	if (r->lines.cut)
		return 0;
	if (strcmp(name, "X-WR-CALNAME") == 0 || strcmp(name, "NAME") == 0)
		return read_text(r, &r->out->name);
	if (strcmp(name, "X-KANSLI-SLAG") != 0)
		return 0;
	r->out->kind_line = r->lines.line;
	return read_text(r, &r->out->kind);
}

/* A line of a time zone: kept for libical, but only rules that come back once
 * a year, for it steps through them. */
static int
read_zone_line(struct reader *r)
{
	const char *name = r->lines.name, *value = r->lines.value;

	if (r->lines.cut || (strcmp(name, "RRULE") == 0 &&
				(strncmp(value, "FREQ=YEARLY;", 12) != 0 ||
				    strstr(value, "INTERVAL") != NULL)))
		return wrong_value(r);
	buf_printf(&r->zone, "%s%s%s:%s\r\n", name,
	    *r->lines.params != '\0' ? ";" : "", r->lines.params, value);
	if (buf_failed(&r->zone))
		return wrong_value(r);
	return inside(r, 0, "VTIMEZONE") && strcmp(name, "TZID") == 0
		   ? read_text(r, &r->tzid)
		   : 0;
}

static int
begin_event(struct reader *r)
{
	if (r->events.n == ICAL_READ_EVENTS_MAX) {
		kl_error_set(r->err, KL_E_INPUT,
		    KL_N_("A calendar has at most %d events. Take out those of "
			  "other years. The file was not taken into use."),
		    ICAL_READ_EVENTS_MAX);
		return at_line(r, r->lines.line, NULL);
	}
	r->event = vec_push(r->a, &r->events);
	if (r->event == NULL)
		return kl_error_nomem(r->err);
	r->event->entry.line = r->lines.line;
	r->event->start.day = r->event->end.day = KL_DAY_NONE;
	r->event->instead_of.day = KL_DAY_NONE;
	return 0;
}

static int
wrong_nesting(struct reader *r)
{
	kl_error_set(r->err, KL_E_INPUT,
	    KL_N_("%s:%s does not belong here: each BEGIN has its END, and the "
		  "events stand in the VCALENDAR. Save the file as iCalendar "
		  "again. It was not taken into use."),
	    r->lines.name, r->lines.value);
	return at_line(r, r->lines.line, NULL);
}

static int
begin(struct reader *r)
{
	const char *what = r->lines.value;
	bool calendar = strcmp(what, "VCALENDAR") == 0;
	bool top =
	    strcmp(what, "VEVENT") == 0 || strcmp(what, "VTIMEZONE") == 0;

	if (r->depth == DEPTH_MAX || calendar != (r->depth == 0) ||
	    (top && r->depth != 1) || strlen(what) >= sizeof r->open[0])
		return wrong_nesting(r);
	snprintf(r->open[r->depth], sizeof r->open[0], "%s", what);
	r->began[r->depth++] = r->lines.line;
	if (strcmp(what, "VTIMEZONE") == 0) {
		buf_reset(&r->zone);
		r->tzid = NULL;
	}
	if (inside(r, 0, "VTIMEZONE") || inside(r, 1, "VTIMEZONE"))
		buf_printf(&r->zone, "BEGIN:%s\r\n", what);
	return strcmp(what, "VEVENT") == 0 ? begin_event(r) : 0;
}

static int
end_zone(struct reader *r)
{
	if (r->tzid == NULL || buf_failed(&r->zone) ||
	    !ical_zone_add(&r->zones, r->tzid, r->zone.data))
		return unknown_zone(
		    r, r->tzid == NULL ? "" : r->tzid, r->began[r->depth - 1]);
	return 0;
}

static int
end(struct reader *r)
{
	int rc = 0;

	if (!inside(r, 0, r->lines.value))
		return wrong_nesting(r);
	if (inside(r, 0, "VTIMEZONE") || inside(r, 1, "VTIMEZONE"))
		buf_printf(&r->zone, "END:%s\r\n", r->lines.value);
	if (inside(r, 0, "VTIMEZONE"))
		rc = end_zone(r);
	if (inside(r, 0, "VEVENT"))
		r->event = NULL;
	r->depth--;
	return rc;
}

static int
read_line(struct reader *r)
{
	if (strcmp(r->lines.name, "BEGIN") == 0)
		return begin(r);
	if (strcmp(r->lines.name, "END") == 0)
		return end(r);
	if (r->depth == 0) {
		kl_error_set(r->err, KL_E_INPUT,
		    KL_N_("This is not a calendar: the first line of an "
			  "iCalendar file is BEGIN:VCALENDAR. It was not taken "
			  "into use."));
		return at_line(r, r->lines.line, NULL);
	}
	if (inside(r, 0, "VEVENT"))
		return read_event_line(r);
	if (inside(r, 0, "VTIMEZONE") || inside(r, 1, "VTIMEZONE"))
		return read_zone_line(r);
	return r->depth == 1 ? read_calendar_line(r) : 0;
}

static int
read_lines(struct reader *r)
{
	int rc, more;

	while ((more = ical_lines_next(&r->lines, r->err)) == 1) {
		rc = read_line(r);
		if (rc != 0)
			return rc;
	}
	if (more < 0)
		return more;
	if (r->depth > 0) {
		kl_error_set(r->err, KL_E_INPUT,
		    KL_N_("The file ends in the middle of a %s. Fetch or save "
			  "it again. It was not taken into use."),
		    r->open[r->depth - 1]);
		return at_line(r, r->began[r->depth - 1], NULL);
	}
	if (r->lines.line == 0) {
		kl_error_set(r->err, KL_E_INPUT,
		    KL_N_("The file is empty. It was not taken into use."));
		return at_line(r, 1, NULL);
	}
	return 0;
}

int
ical_read(const char *file, const void *bytes, size_t n, kl_day from, kl_day to,
    struct arena *a, struct ical_file *out, struct kl_error *err)
{
	struct reader r = { .out = out, .a = a, .err = err };
	int rc;

	*out = (struct ical_file){ 0 };
	ical_lines_open(&r.lines, file, bytes, n);
	buf_init(&r.zone, ZONE_BYTES_MAX);
	rc = read_lines(&r);
	if (rc == 0)
		rc = ical_spread(
		    file, &r.events, &r.zones, from, to, a, out, err);
	if (rc != 0 && arena_failed(a)) /* it may look like something else */
		rc = kl_error_nomem(err);
	ical_zones_free(&r.zones);
	buf_free(&r.zone);
	ical_lines_close(&r.lines);
	return rc;
}

int
ical_load(const char *path, kl_day from, kl_day to, struct arena *a,
    struct ical_file *out, struct kl_error *err)
{
	struct buf bytes;
	int rc;

	rc = file_read(path, ICAL_READ_BYTES_MAX, &bytes, err);
	if (rc == 0)
		rc = ical_read(
		    path, bytes.data, bytes.len, from, to, a, out, err);
	buf_free(&bytes);
	return rc;
}
