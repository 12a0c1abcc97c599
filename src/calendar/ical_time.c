/* SPDX-License-Identifier: EUPL-1.2
 *
 * Dates, clocks and recurrences of iCalendar.  libical reads the rules and
 * steps through them; how far is decided here.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "calendar/ical_read.h"
#include "calendar/ical_time.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))
#define DAY_MINUTES (24 * 60)

/* Names of Swedish time, and of the same time elsewhere, as calendar programs
 * write them. */
static const char *const swedish[] = { "Europe/Stockholm",
	"W. Europe Standard Time", "Central European Standard Time",
	"Central Europe Standard Time", "Romance Standard Time",
	"Europe/Berlin", "Europe/Copenhagen", "Europe/Oslo", "CET" };

static bool
is_swedish(const char *tzid)
{
	size_t i;

	if (tzid == NULL)
		return true;
	for (i = 0; i < COUNT(swedish); i++)
		if (strcasecmp(tzid, swedish[i]) == 0)
			return true;
	/* some programs put a path before the name */
	i = strlen(tzid);
	return i > 17 && strcmp(tzid + i - 17, "/Europe/Stockholm") == 0;
}

static icaltimezone *
find_zone(const struct ical_zones *z, const char *tzid)
{
	size_t i;

	for (i = 0; i < z->n; i++)
		if (strcmp(z->tzid[i], tzid) == 0)
			return z->zone[i];
	return NULL;
}

bool
ical_zone_foreign(const char *tzid)
{
	return !is_swedish(tzid);
}

bool
ical_zone_known(const struct ical_zones *z, const char *tzid)
{
	return is_swedish(tzid) || find_zone(z, tzid) != NULL;
}

bool
ical_zone_add(struct ical_zones *z, const char *tzid, const char *text)
{
	icalcomponent *c;
	icaltimezone *zone;

	if (is_swedish(tzid) || find_zone(z, tzid) != NULL)
		return true;
	if (z->n == ICAL_ZONES_MAX)
		return false;
	c = icalparser_parse_string(text);
	zone = icaltimezone_new();
	if (c == NULL || zone == NULL || icalcomponent_count_errors(c) > 0 ||
	    !icaltimezone_set_component(zone, c)) {
		if (c != NULL)
			icalcomponent_free(c);
		if (zone != NULL)
			icaltimezone_free(zone, 1);
		return false;
	}
	z->tzid[z->n] = tzid;
	z->zone[z->n++] = zone;
	return true;
}

void
ical_zones_free(struct ical_zones *z)
{
	while (z->n > 0)
		icaltimezone_free(z->zone[--z->n], 1);
}

/* ${n} digits at ${s}, or -1. */
static int
digits(const char *s, int n)
{
	int v = 0;

	for (; n > 0; n--, s++) {
		if (*s < '0' || *s > '9')
			return -1;
		v = v * 10 + (*s - '0');
	}
	return v;
}

bool
ical_moment_parse(const char *s, size_t n, struct ical_moment *out)
{
	int year, month, mday, hour, minute, second;
	kl_day day;

	if (n != 8 && n != 15 && !(n == 16 && s[15] == 'Z'))
		return false;
	year = digits(s, 4);
	month = digits(s + 4, 2);
	mday = digits(s + 6, 2);
	day = kl_day_of(year, month, mday);
	if (year < 0 || month < 0 || mday < 0 || day == KL_DAY_NONE)
		return false;
	out->day = day;
	out->minute = ICAL_NO_CLOCK;
	out->utc = n == 16;
	if (n == 8)
		return true;
	hour = digits(s + 9, 2);
	minute = digits(s + 11, 2);
	second = digits(s + 13, 2);
	if (s[8] != 'T' || hour < 0 || hour > 23 || minute < 0 || minute > 59 ||
	    second < 0 || second > 60)
		return false;
	out->minute = hour * 60 + minute;
	return true;
}

long
ical_minutes(struct ical_moment m)
{
	int minute = m.minute == ICAL_NO_CLOCK ? 0 : m.minute;

	return (long)m.day * DAY_MINUTES + minute;
}

static void
set_minutes(struct ical_moment *m, long t)
{
	long day = t / DAY_MINUTES, rest = t % DAY_MINUTES;

	if (rest < 0) {
		rest += DAY_MINUTES;
		day--;
	}
	m->day = (kl_day)day;
	m->minute = (int)rest;
}

static kl_day
last_sunday(int year, int month)
{
	kl_day d = kl_day_of(year, month, 31);

	return d - (int)kl_day_weekday(d) % 7;
}

/* Minutes that Swedish clocks are ahead of UTC at ${t}, minutes of UTC. */
static long
swedish_offset(long t)
{
	struct ical_moment m = { 0 };
	int year;

	set_minutes(&m, t);
	year = kl_day_year(m.day);
	return t >= (long)last_sunday(year, 3) * DAY_MINUTES + 60 &&
		       t < (long)last_sunday(year, 10) * DAY_MINUTES + 60
		   ? 120
		   : 60;
}

static icaltimetype
to_libical(struct ical_moment m)
{
	icaltimetype t = icaltime_null_time();

	kl_day_split(m.day, &t.year, &t.month, &t.day);
	t.is_date = m.minute == ICAL_NO_CLOCK;
	if (!t.is_date) {
		t.hour = m.minute / 60;
		t.minute = m.minute % 60;
	}
	return t;
}

struct ical_moment
ical_moment_swedish(struct ical_moment m, struct ical_zones *z)
{
	icaltimetype t;
	long minutes;
	int summer;

	if (m.minute == ICAL_NO_CLOCK || (!m.utc && is_swedish(m.tzid))) {
		m.utc = false;
		m.tzid = NULL;
		return m;
	}
	minutes = ical_minutes(m);
	if (!m.utc) {
		t = to_libical(m);
		minutes -= icaltimezone_get_utc_offset(
			       find_zone(z, m.tzid), &t, &summer) /
			   60;
	}
	set_minutes(&m, minutes + swedish_offset(minutes));
	m.utc = false;
	m.tzid = NULL;
	return m;
}

bool
ical_duration(const char *s, bool days, long *out)
{
	struct icaldurationtype d = icaldurationtype_from_string(s);
	long minutes;

	if (icaldurationtype_is_bad_duration(d) || d.is_neg || d.days > 1500 ||
	    d.weeks > 200 || d.hours > 24 * 1500 || d.minutes > 60 * 24 * 1500)
		return false;
	minutes = (long)(d.days + 7 * d.weeks) * DAY_MINUTES +
		  (long)d.hours * 60 + d.minutes;
	if (days && minutes % DAY_MINUTES != 0)
		return false;
	*out = minutes;
	return true;
}

/* The rule's last moment, in the zone in which it counts: libical compares the
 * clocks as they stand. */
static void
set_until(struct icalrecurrencetype *rule, const struct ical_moment *start,
    struct ical_zones *z)
{
	struct ical_moment m = { .minute = ICAL_NO_CLOCK };
	icaltimetype *u = &rule->until;
	int summer;

	if (icaltime_is_null_time(*u))
		return;
	m.day = kl_day_of(u->year, u->month, u->day);
	if (m.day == KL_DAY_NONE)
		return;
	if (!u->is_date && start->minute != ICAL_NO_CLOCK) {
		m.minute = u->hour * 60 + u->minute;
		m.utc = u->zone == icaltimezone_get_utc_timezone();
		if (m.utc && !start->utc && is_swedish(start->tzid))
			m = ical_moment_swedish(m, z);
		else if (m.utc && !start->utc) {
			*u = to_libical(m);
			set_minutes(
			    &m, ical_minutes(m) +
				    icaltimezone_get_utc_offset_of_utc_time(
					find_zone(z, start->tzid), u, &summer) /
					60);
		}
	} else if (start->minute != ICAL_NO_CLOCK)
		m.minute = DAY_MINUTES - 1; /* the whole last day counts */
	*u = to_libical(m);
}

static int
refuse_rule(const char *rule, struct kl_error *err)
{
	return kl_error_set(err, KL_E_INPUT,
	    KL_N_("The recurrence \"%s\" cannot be used. Write for example "
		  "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=1 or "
		  "FREQ=WEEKLY;COUNT=10; nothing comes back more often than "
		  "daily. The file was not taken into use."),
	    rule);
}

int
ical_refuse_work(struct kl_error *err)
{
	return kl_error_set(err, KL_E_INPUT,
	    KL_N_("The recurrences of the file are too many to follow. Take "
		  "out those of other years, and begin those that have a COUNT "
		  "later. The file was not taken into use."));
}

static int
refuse_many(struct kl_error *err)
{
	return kl_error_set(err, KL_E_INPUT,
	    KL_N_("The event comes back more than %d times. Give the "
		  "recurrence an end with UNTIL or a smaller COUNT. The file "
		  "was not taken into use."),
	    ICAL_READ_ONE_MAX);
}

/* The library looks through five hundred years for what is never: a sixth
 * Tuesday of a month, a thirty-first of only shorter months.  Such rules are
 * known here. */
static bool
is_never(const struct icalrecurrencetype *r)
{
	static const int days[] = { 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30,
		31 };
	bool months = r->by_month[0] != ICAL_RECURRENCE_ARRAY_MAX;
	int i, k, most = 0, least = 32, weeks;

	for (i = 0; i < ICAL_BY_MONTH_SIZE &&
		    r->by_month[i] != ICAL_RECURRENCE_ARRAY_MAX;
	     i++)
		if (r->by_month[i] >= 1 && r->by_month[i] <= 12 &&
		    days[r->by_month[i] - 1] > most)
			most = days[r->by_month[i] - 1];
	for (k = 0; k < ICAL_BY_MONTHDAY_SIZE &&
		    r->by_month_day[k] != ICAL_RECURRENCE_ARRAY_MAX;
	     k++)
		if (abs(r->by_month_day[k]) < least)
			least = abs(r->by_month_day[k]);
	if (months && k > 0 && least > most)
		return true;
	weeks = r->freq == ICAL_YEARLY_RECURRENCE && !months ? 53 : 5;
	for (k = 0;
	     k < ICAL_BY_DAY_SIZE && r->by_day[k] != ICAL_RECURRENCE_ARRAY_MAX;
	     k++)
		if (abs(icalrecurrencetype_day_position(r->by_day[k])) <= weeks)
			return false;
	return k > 0;
}

/* Step through the rule, which ${it} stands at the beginning of. */
static int
step_through(icalrecur_iterator *it, const struct ical_moment *start, kl_day to,
    struct ical_effort *effort, struct arena *a, ical_moments *out,
    struct kl_error *err)
{
	struct ical_moment m = *start, *slot;
	icaltimetype t = icalrecur_iterator_next(it);

	if (icaltime_is_null_time(t)) /* all years were looked through */
		effort->left -= ICAL_NEVER_EFFORT;
	if (effort->left < 0)
		return ical_refuse_work(err);
	for (; !icaltime_is_null_time(t); t = icalrecur_iterator_next(it)) {
		m.day = kl_day_of(t.year, t.month, t.day);
		if (m.day == KL_DAY_NONE || m.day > to)
			return 0;
		effort->left -= ICAL_STEP_EFFORT;
		if (effort->left < 0)
			return ical_refuse_work(err);
		if (out->n == ICAL_READ_ONE_MAX)
			return refuse_many(err);
		slot = vec_push(a, out);
		if (slot == NULL)
			return kl_error_nomem(err);
		*slot = m;
	}
	return 0;
}

int
ical_recur(const char *rule, const struct ical_moment *start,
    struct ical_zones *z, kl_day from, kl_day to, struct ical_effort *effort,
    struct arena *a, ical_moments *out, struct kl_error *err)
{
	struct ical_moment jump = *start;
	struct icalrecurrencetype r = icalrecurrencetype_from_string(rule);
	icalrecur_iterator *it = NULL;
	int rc;

	if (r.freq < ICAL_DAILY_RECURRENCE || r.freq >= ICAL_NO_RECURRENCE ||
	    r.by_hour[0] != ICAL_RECURRENCE_ARRAY_MAX ||
	    r.by_minute[0] != ICAL_RECURRENCE_ARRAY_MAX ||
	    r.by_second[0] != ICAL_RECURRENCE_ARRAY_MAX || r.rscale != NULL ||
	    is_never(&r)) {
		rc = refuse_rule(rule, err);
		goto out;
	}
	if (r.count > ICAL_READ_ONE_MAX) {
		rc = refuse_many(err);
		goto out;
	}
	set_until(&r, start, z);
	it = icalrecur_iterator_new(r, to_libical(*start));
	if (it == NULL) {
		rc = refuse_rule(rule, err);
		goto out;
	}
	if (r.count == 0 && start->day < from) {
		jump.day = from;
		if (!icalrecur_iterator_set_start(it, to_libical(jump))) {
			rc = refuse_rule(rule, err);
			goto out;
		}
	}
	rc = step_through(it, start, to, effort, a, out, err);
out:
	if (it != NULL)
		icalrecur_iterator_free(it);
	icalrecurrencetype_clear(&r);
	return rc;
}

static int
by_day(const void *x, const void *y)
{
	const kl_day *a = x, *b = y;

	return (*a > *b) - (*a < *b);
}

int
ical_days(const char *rule, kl_day start, kl_day from, kl_day to,
    struct arena *a, kl_day **out, size_t *n, struct kl_error *err)
{
	struct ical_moment first = { .day = start, .minute = ICAL_NO_CLOCK };
	struct ical_effort effort = { ICAL_EFFORT_MAX };
	struct ical_zones none = { 0 };
	ical_moments all = { 0 };
	size_t i;
	int rc;

	rc = ical_recur(rule, &first, &none, from, to, &effort, a, &all, err);
	if (rc != 0)
		return rc;
	*n = 0;
	*out = arena_alloc(a, (all.n + 1) * sizeof **out);
	if (*out == NULL)
		return kl_error_nomem(err);
	for (i = 0; i < all.n; i++)
		if (all.v[i].day >= from)
			(*out)[(*n)++] = all.v[i].day;
	qsort(*out, *n, sizeof **out, by_day);
	return 0;
}
