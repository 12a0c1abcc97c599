/* SPDX-License-Identifier: EUPL-1.2
 *
 * plan: a plan's meetings as calendar events, per body, person and role; what
 * is read back from the calendar that is written.
 */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/xml.h"
#include "calendar/ical_read.h"
#include "calendar/outlook.h"
#include "plan/feed.h"

#define STAMP "2026-11-17T12:00:00Z"

static struct {
	struct arena *a;
	struct bundle b;
	struct cycle *cycle;
	struct rules_steps steps[2];
	struct feed_meeting meetings[2];
	struct feed feed;
	struct kl_error err;
} t;

static kl_day
day(const char *s)
{
	kl_day d = KL_DAY_NONE;

	assert_int_equal(kl_day_parse(s, &d), 0);
	return d;
}

static void
seat(const char *committee, const char *person, enum role role, const char *to)
{
	struct mandate *m = vec_push(t.a, &t.b.mandates);

	*m = (struct mandate){ .committee = committee,
		.person = person,
		.role = role,
		.from = day("2023-01-01"),
		.to = to == NULL ? KL_DAY_NONE : day(to) };
}

static void
meet(size_t i, const char *committee, const char *date)
{
	t.meetings[i] = (struct feed_meeting){ .committee = committee,
		.day = day(date),
		.start = "16:30",
		.end = "19:00",
		.place = "Bråsalen",
		.uid = arena_printf(t.a, "%s-%s@ekholm", committee, date),
		.changed = STAMP,
		.steps = &t.steps[i] };
	assert_int_equal(rules_cycle(t.cycle, committee, day(date), NULL, t.a,
			     NULL, &t.steps[i], &t.err),
	    0);
}

static int
set_up(void **state)
{
	struct committee *c;
	struct person *p;

	(void)state;
	xml_start();
	memset(&t, 0, sizeof t);
	t.a = arena_new(0);
	c = vec_push(t.a, &t.b.committees);
	*c = (struct committee){ .code = "TRN", .name = "Trafiknämnden" };
	c = vec_push(t.a, &t.b.committees);
	*c = (struct committee){ .code = "MHN", .name = "Miljönämnden" };
	p = vec_push(t.a, &t.b.persons);
	p->ref = "p1";
	p = vec_push(t.a, &t.b.persons);
	p->ref = "s1";
	seat("TRN", "p1", ROLE_CHAIR, NULL);
	seat("MHN", "p1", ROLE_MEMBER, "2026-12-31");
	seat("TRN", "s1", ROLE_SECRETARY, NULL);
	if (cycle_load(SRCDIR "/calendars/gemensam.xml", &t.cycle, &t.err) != 0)
		return -1;
	meet(0, "TRN", "2027-01-19");
	meet(1, "MHN", "2027-01-21");
	t.feed = (struct feed){ &t.b, t.meetings, 2 };
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	cycle_free(t.cycle);
	arena_free(t.a);
	return 0;
}

/* "2027-01-12 Kallelse och utskick: Trafiknämnden 2027-01-19\n" ... */
static void
assert_events(const feed_events *v, const char *want)
{
	const struct ical_event *e;
	struct buf b;
	char date[11];
	size_t i;

	buf_init(&b, 1 << 20);
	for (i = 0; i < v->n; i++) {
		e = &v->v[i];
		buf_printf(&b, "%s%s%s %s%s\n", kl_day_format(e->day, date),
		    e->start != NULL ? " " : "",
		    e->start != NULL ? e->start : "", e->summary,
		    e->cancelled ? " (cancelled)" : "");
	}
	assert_string_equal(b.data, want);
	buf_free(&b);
}

static void
of_a_body(void **state)
{
	feed_events v = { 0 };

	(void)state;
	assert_int_equal(feed_body(&t.feed, "TRN", t.a, &v, &t.err), 0);
	assert_events(&v,
	    "2026-12-15 Anmälan av ärende: Trafiknämnden 2027-01-19\n"
	    "2026-12-22 Kontorsberedning: Trafiknämnden 2027-01-19\n"
	    "2027-01-05 Inlämning av tjänsteutlåtanden: "
	    "Trafiknämnden 2027-01-19\n"
	    "2027-01-08 Tryck: Trafiknämnden 2027-01-19\n"
	    "2027-01-12 Kallelse och utskick: Trafiknämnden 2027-01-19\n"
	    "2027-01-19 16:30 Trafiknämnden\n"
	    "2027-01-20 Snabbprotokoll: Trafiknämnden 2027-01-19\n"
	    "2027-01-26 Justering: Trafiknämnden 2027-01-19\n"
	    "2027-01-27 Anslag: Trafiknämnden 2027-01-19\n"
	    "2027-01-28 Expediering: Trafiknämnden 2027-01-19\n");
	assert_string_equal(v.v[4].uid, "utskick-TRN-2027-01-19@ekholm");
	assert_non_null(strstr(v.v[4].description, "2027-01-12"));
	assert_int_equal(
	    feed_body(&t.feed, "XXX", t.a, &v, &t.err), KL_E_NOTFOUND);
}

static void
of_a_person(void **state)
{
	feed_events chair = { 0 }, secretary = { 0 }, nobody = { 0 };

	(void)state;
	/* in TRN the chair adjusts; the seat in MHN has ended */
	assert_int_equal(feed_person(&t.feed, "p1", t.a, &chair, &t.err), 0);
	assert_events(&chair,
	    "2027-01-19 16:30 Trafiknämnden\n"
	    "2027-01-26 Justering: Trafiknämnden 2027-01-19\n");
	assert_int_equal(
	    feed_person(&t.feed, "s1", t.a, &secretary, &t.err), 0);
	assert_events(&secretary,
	    "2027-01-08 Tryck: Trafiknämnden 2027-01-19\n"
	    "2027-01-12 Kallelse och utskick: Trafiknämnden 2027-01-19\n"
	    "2027-01-19 16:30 Trafiknämnden\n"
	    "2027-01-20 Snabbprotokoll: Trafiknämnden 2027-01-19\n"
	    "2027-01-27 Anslag: Trafiknämnden 2027-01-19\n"
	    "2027-01-28 Expediering: Trafiknämnden 2027-01-19\n");
	assert_int_equal(
	    feed_person(&t.feed, "p9", t.a, &nobody, &t.err), KL_E_NOTFOUND);
}

static void
of_a_role(void **state)
{
	feed_events office = { 0 }, secretariat = { 0 };

	(void)state;
	assert_int_equal(
	    feed_role(&t.feed, CYCLE_OFFICE, t.a, &office, &t.err), 0);
	assert_events(&office,
	    "2026-12-15 Anmälan av ärende: Trafiknämnden 2027-01-19\n"
	    "2026-12-17 Anmälan av ärende: Miljönämnden 2027-01-21\n"
	    "2026-12-22 Kontorsberedning: Trafiknämnden 2027-01-19\n"
	    "2026-12-23 Kontorsberedning: Miljönämnden 2027-01-21\n"
	    "2027-01-05 Inlämning av tjänsteutlåtanden: "
	    "Trafiknämnden 2027-01-19\n"
	    "2027-01-07 Inlämning av tjänsteutlåtanden: "
	    "Miljönämnden 2027-01-21\n");
	assert_int_equal(
	    feed_role(&t.feed, CYCLE_SECRETARIAT, t.a, &secretariat, &t.err),
	    0);
	assert_int_equal(secretariat.n, 2 * 6);
}

/* A meeting that was moved keeps its identity and has a higher sequence; one
 * that was called off is still there. */
static void
moved_and_called_off(void **state)
{
	feed_events before = { 0 }, after = { 0 };
	struct ical_file file;
	struct buf b;
	size_t i, n;

	(void)state;
	assert_int_equal(
	    feed_role(&t.feed, CYCLE_SECRETARIAT, t.a, &before, &t.err), 0);
	t.meetings[0].day = day("2027-01-20");
	t.meetings[0].sequence = 1;
	t.meetings[1].cancelled = true;
	t.meetings[1].sequence = 1;
	assert_int_equal(
	    feed_role(&t.feed, CYCLE_SECRETARIAT, t.a, &after, &t.err), 0);
	buf_init(&b, 1 << 20);
	assert_int_equal(
	    ical_write("Sekretariatet", after.v, after.n, &b, &t.err), 0);
	assert_int_equal(ical_read("out.ics", b.data, b.len, day("2026-11-01"),
			     day("2027-12-31"), t.a, &file, &t.err),
	    0);
	assert_int_equal(file.v.n, before.n);
	for (i = n = 0; i < file.v.n; i++) {
		assert_int_equal(file.v.v[i].sequence, 1);
		if (strcmp(file.v.v[i].uid, "TRN-2027-01-19@ekholm") == 0) {
			assert_int_equal(file.v.v[i].from, day("2027-01-20"));
			assert_string_equal(file.v.v[i].start, "16:30");
			assert_false(file.v.v[i].cancelled);
		}
		n += file.v.v[i].cancelled;
	}
	assert_int_equal(n, 6);
	/* a table cannot take anything back */
	buf_reset(&b);
	assert_int_equal(
	    outlook_write(after.v, after.n, OUTLOOK_ENGLISH, &b, &t.err), 0);
	assert_null(strstr(b.data, "Miljönämnden"));
	assert_non_null(strstr(b.data, "Trafiknämnden"));
	buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(of_a_body, set_up, tear_down),
		cmocka_unit_test_setup_teardown(of_a_person, set_up, tear_down),
		cmocka_unit_test_setup_teardown(of_a_role, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
		    moved_and_called_off, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
