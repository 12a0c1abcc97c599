/* SPDX-License-Identifier: EUPL-1.2
 *
 * Writing iCalendar with libical, which does the escaping and folding.  Its
 * time zones come from the machine's files, so ours is written out here.
 */
#include "config.h"

#include <stdio.h>
#include <string.h>
#include <libical/ical.h>

#include "base/utf8.h"
#include "calendar/ical.h"

#define PRODUCT "-//Kansli//Sammanträden//SV"
#define ZONE "Europe/Stockholm"

/* Directive 2000/84/EC; the years before 1996 are not told apart. */
static const char zone_text[] = "BEGIN:VTIMEZONE\r\n"
				"TZID:" ZONE "\r\n"
				"BEGIN:DAYLIGHT\r\n"
				"DTSTART:19700329T020000\r\n"
				"RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n"
				"TZNAME:CEST\r\n"
				"TZOFFSETFROM:+0100\r\n"
				"TZOFFSETTO:+0200\r\n"
				"END:DAYLIGHT\r\n"
				"BEGIN:STANDARD\r\n"
				"DTSTART:19701025T030000\r\n"
				"RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n"
				"TZNAME:CET\r\n"
				"TZOFFSETFROM:+0200\r\n"
				"TZOFFSETTO:+0100\r\n"
				"END:STANDARD\r\n"
				"END:VTIMEZONE\r\n";

/* ${n} digits at ${s} as a number up to ${max}, or -1. */
static int
digits(const char *s, int n, int max)
{
	int v = 0;

	for (; n > 0; n--, s++) {
		if (*s < '0' || *s > '9')
			return -1;
		v = v * 10 + (*s - '0');
	}
	return v > max ? -1 : v;
}

/* "HH:MM" as minutes after midnight, or -1. */
static int
clock_minutes(const char *s)
{
	int h, m;

	if ((h = digits(s, 2, 23)) < 0 || s[2] != ':' ||
	    (m = digits(s + 3, 2, 59)) < 0 || s[5] != '\0')
		return -1;
	return h * 60 + m;
}

static icaltimetype
day_time(kl_day day)
{
	icaltimetype t = icaltime_null_date();

	kl_day_split(day, &t.year, &t.month, &t.day);
	return t;
}

static icaltimetype
clock_time(kl_day day, int minutes)
{
	icaltimetype t = day_time(day);

	t.is_date = 0;
	t.hour = minutes / 60;
	t.minute = minutes % 60;
	t.second = 0; /* the null date's is -1 */
	return t;
}

/* "YYYY-MM-DDTHH:MM:SSZ" into ${out}; false if it is not that. */
static bool
stamp_time(const char *s, icaltimetype *out)
{
	char date[11];
	kl_day day;
	int h, m, sec;

	if (s == NULL || strlen(s) != 20)
		return false;
	memcpy(date, s, 10);
	date[10] = '\0';
	if (kl_day_parse(date, &day) != 0 || s[10] != 'T' ||
	    (h = digits(s + 11, 2, 23)) < 0 || s[13] != ':' ||
	    (m = digits(s + 14, 2, 59)) < 0 || s[16] != ':' ||
	    (sec = digits(s + 17, 2, 59)) < 0 || s[19] != 'Z')
		return false;
	*out = clock_time(day, h * 60 + m);
	out->second = sec;
	out->zone = icaltimezone_get_utc_timezone();
	return true;
}

/* Text that may stand in a property: UTF-8, no control characters but tab and
 * newline. */
static bool
plain_text(const char *s)
{
	if (s == NULL)
		return true;
	if (!utf8_valid(s, strlen(s)))
		return false;
	for (; *s != '\0'; s++)
		if (((unsigned char)*s < 0x20 && *s != '\n' && *s != '\t') ||
		    *s == 0x7f)
			return false;
	return true;
}

/* An address is written without escaping, so only the characters of a URI (RFC
 * 3986) may stand in it, after a scheme. */
static bool
plain_uri(const char *s)
{
	static const char allowed[] =
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
	    "-._~:/?#[]@!$&'()*+,;=%";

	return s == NULL ||
	       (strspn(s, allowed) == strlen(s) && strchr(s, ':') != NULL);
}

static int
check_event(const struct ical_event *e, struct kl_error *err)
{
	icaltimetype t;
	int start = 0, end = 24 * 60;

	if (e->uid == NULL || *e->uid == '\0' || e->day == KL_DAY_NONE ||
	    e->summary == NULL || !stamp_time(e->changed, &t))
		return kl_error_set(err, KL_E_INPUT,
		    KL_N_("A calendar event lacks its identity, day, title or "
			  "time stamp. No calendar was written."));
	if (e->start != NULL)
		start = clock_minutes(e->start);
	if (e->end != NULL)
		end = e->start == NULL ? -1 : clock_minutes(e->end);
	if (start < 0 || end < 0 || ical_last_day(e) < e->day ||
	    (ical_last_day(e) == e->day && end <= start))
		return kl_error_set(err, KL_E_INPUT,
		    KL_N_("A calendar event cannot last from \"%s\" to \"%s\". "
			  "Give times as 16:30, the end after the start. No "
			  "calendar was written."),
		    e->start, e->end);
	if (!plain_text(e->uid) || !plain_text(e->summary) ||
	    !plain_text(e->location) || !plain_text(e->description) ||
	    !plain_text(e->category))
		return kl_error_set(err, KL_E_INPUT,
		    KL_N_("A text of a calendar event holds characters that "
			  "are not text. No calendar was written."));
	if (!plain_uri(e->url))
		return kl_error_set(err, KL_E_INPUT,
		    KL_N_("\"%s\" is not a web address. No calendar was "
			  "written."),
		    e->url);
	return 0;
}

/* Add ${p}, which may be NULL for lack of memory. */
static bool
add(icalcomponent *c, icalproperty *p)
{
	if (p == NULL)
		return false;
	icalcomponent_add_property(c, p);
	return true;
}

static bool
add_clock(icalcomponent *c, icalproperty *p)
{
	icalparameter *zone = icalparameter_new_tzid(ZONE);

	if (p == NULL || zone == NULL) {
		if (p != NULL)
			icalproperty_free(p);
		if (zone != NULL)
			icalparameter_free(zone);
		return false;
	}
	icalproperty_add_parameter(p, zone);
	return add(c, p);
}

static bool
add_times(icalcomponent *c, const struct ical_event *e)
{
	kl_day last = ical_last_day(e);
	icaltimetype t;

	if (e->start == NULL) {
		if (!add(c, icalproperty_new_dtstart(day_time(e->day))) ||
		    (last != e->day &&
			!add(c, icalproperty_new_dtend(day_time(last + 1)))))
			return false;
		return add(c, icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));
	}
	t = clock_time(e->day, clock_minutes(e->start));
	if (!add_clock(c, icalproperty_new_dtstart(t)))
		return false;
	if (e->end == NULL)
		return true;
	t = clock_time(last, clock_minutes(e->end));
	return add_clock(c, icalproperty_new_dtend(t));
}

static bool
fill_event(icalcomponent *c, const struct ical_event *e)
{
	icaltimetype stamp = icaltime_null_time();
	bool ok;

	stamp_time(e->changed, &stamp);
	ok = add(c, icalproperty_new_uid(e->uid)) &&
	     add(c, icalproperty_new_dtstamp(stamp)) &&
	     add(c, icalproperty_new_sequence(e->sequence)) &&
	     add_times(c, e) && add(c, icalproperty_new_summary(e->summary));
	if (ok && e->location != NULL)
		ok = add(c, icalproperty_new_location(e->location));
	if (ok && e->description != NULL)
		ok = add(c, icalproperty_new_description(e->description));
	if (ok && e->category != NULL)
		ok = add(c, icalproperty_new_categories(e->category));
	if (ok && e->url != NULL)
		ok = add(c, icalproperty_new_url(e->url));
	if (ok)
		ok = add(c, icalproperty_new_status(
				e->cancelled ? ICAL_STATUS_CANCELLED
					     : ICAL_STATUS_CONFIRMED));
	return ok;
}

static bool
fill_head(icalcomponent *root, const char *name)
{
	icalcomponent *zone;
	icalproperty *x;

	if (!add(root, icalproperty_new_version("2.0")) ||
	    !add(root, icalproperty_new_prodid(PRODUCT)) ||
	    !add(root, icalproperty_new_calscale("GREGORIAN")) ||
	    !add(root, icalproperty_new_method(ICAL_METHOD_PUBLISH)))
		return false;
	if (name != NULL) {
		x = icalproperty_new_name(name);
		if (!add(root, x))
			return false;
		/* the older word for the same, which most programs read */
		x = icalproperty_new_x(name);
		if (x != NULL)
			icalproperty_set_x_name(x, "X-WR-CALNAME");
		if (!add(root, x))
			return false;
	}
	zone = icalcomponent_new_from_string(zone_text);
	if (zone != NULL)
		icalcomponent_add_component(root, zone);
	return zone != NULL;
}

kl_day
ical_last_day(const struct ical_event *e)
{
	return e->to == 0 || e->to == KL_DAY_NONE ? e->day : e->to;
}

int
ical_check(const struct ical_event *v, size_t n, struct kl_error *err)
{
	size_t i;
	int rc;

	if (n > ICAL_EVENTS_MAX)
		return kl_error_set(err, KL_E_INPUT,
		    KL_N_("A calendar has a name of plain text and at most %d "
			  "events. No calendar was written."),
		    ICAL_EVENTS_MAX);
	for (i = 0; i < n; i++) {
		rc = check_event(&v[i], err);
		if (rc != 0) {
			kl_error_where(err, NULL, 0, v[i].uid);
			return rc;
		}
	}
	return 0;
}

int
ical_write(const char *name, const struct ical_event *v, size_t n,
    struct buf *out, struct kl_error *err)
{
	icalcomponent *root = NULL, *event;
	char *text = NULL;
	size_t i;
	int rc;

	rc = ical_check(v, n, err);
	if (rc != 0)
		return rc;
	if (!plain_text(name))
		return kl_error_set(err, KL_E_INPUT,
		    KL_N_("A calendar has a name of plain text and at most %d "
			  "events. No calendar was written."),
		    ICAL_EVENTS_MAX);
	rc = KL_E_NOMEM;
	root = icalcomponent_new(ICAL_VCALENDAR_COMPONENT);
	if (root == NULL || !fill_head(root, name))
		goto out;
	for (i = 0; i < n; i++) {
		event = icalcomponent_new(ICAL_VEVENT_COMPONENT);
		if (event == NULL)
			goto out;
		icalcomponent_add_component(root, event);
		if (!fill_event(event, &v[i]))
			goto out;
	}
	text = icalcomponent_as_ical_string_r(root);
	if (text == NULL)
		goto out;
	buf_puts(out, text);
	rc = buf_failed(out) ? KL_E_NOMEM : 0;
out:
	if (rc != 0)
		kl_error_nomem(err);
	icalmemory_free_buffer(text);
	if (root != NULL)
		icalcomponent_free(root);
	return rc;
}
