/* SPDX-License-Identifier: EUPL-1.2
 *
 * plan: how a year's work is spread over weeks and people, and who covers what
 * when somebody is away.
 */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <cmocka.h>

#include "base/xml.h"
#include "calendar/week.h"
#include "plan/cover.h"
#include "plan/load.h"

#define MEETINGS 4

static struct {
	struct arena *a;
	struct bundle b;
	struct cycle *cycle;
	struct rules_steps steps[MEETINGS];
	struct feed_meeting meetings[MEETINGS];
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
secretary(
    const char *committee, const char *person, const char *from, const char *to)
{
	struct mandate *m = vec_push(t.a, &t.b.mandates);

	*m = (struct mandate){ .committee = committee,
		.person = person,
		.role = ROLE_SECRETARY,
		.from = day(from),
		.to = to == NULL ? KL_DAY_NONE : day(to) };
}

static void
stand_in(const char *person, const char *by, const char *committee, int order)
{
	struct stand_in *s = vec_push(t.a, &t.b.stand_ins);

	*s = (struct stand_in){ .person = person,
		.by = by,
		.committee = committee,
		.order = order };
}

static void
away(const char *person, const char *from, const char *to)
{
	struct absence *x = vec_push(t.a, &t.b.absences);

	*x = (struct absence){
		.person = person, .from = day(from), .to = day(to)
	};
}

static void
meet(size_t i, const char *committee, const char *date, const char *start,
    const char *end)
{
	t.meetings[i] = (struct feed_meeting){ .committee = committee,
		.day = day(date),
		.start = start,
		.end = end,
		.uid = committee,
		.steps = &t.steps[i] };
	assert_int_equal(rules_cycle(t.cycle, committee, day(date), NULL, t.a,
			     NULL, &t.steps[i], &t.err),
	    0);
}

static void
person(const char *ref, const char *first, const char *last)
{
	struct person *p = vec_push(t.a, &t.b.persons);

	p->ref = ref;
	p->first = first;
	p->last = last;
}

static int
set_up(void **state)
{
	(void)state;
	xml_start();
	memset(&t, 0, sizeof t);
	t.a = arena_new(0);
	t.b.arena = t.a;
	person("anna", "Anna", "Öst");
	person("bo", "Bo", "Ek");
	person("cia", "Cia", "Ask");
	secretary("TRN", "anna", "2020-01-01", NULL);
	secretary("MHN", "bo", "2020-01-01", NULL);
	if (cycle_load(
		SRCDIR "/tests/data/cycle-small.xml", &t.cycle, &t.err) != 0)
		return 1;
	t.feed = (struct feed){ &t.b, t.meetings, MEETINGS };
	meet(0, "TRN", "2027-03-16", "16:30", "19:00");
	meet(1, "MHN", "2027-03-16", "16:30", "19:00");
	meet(2, "TRN", "2027-04-13", "16:30", "19:00");
	meet(3, "TRN", "2028-01-04", "16:30", NULL);
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

/* ---- load -----------------------------------------------------------------
 */

static const struct load_person *
of(const struct load *l, const char *ref)
{
	size_t i;

	for (i = 0; i < l->persons.n; i++)
		if (ref == NULL ? l->persons.v[i].person == NULL
				: l->persons.v[i].person != NULL &&
				      strcmp(l->persons.v[i].person, ref) == 0)
			return &l->persons.v[i];
	fail_msg("nobody called %s", ref == NULL ? "-" : ref);
	return NULL;
}

/* The cycle has a dispatch a week before and a notice the day after, both the
 * secretariat's, and an office's step that is nobody's here. */
static void
units_fall_in_their_weeks(void **state)
{
	const struct load_person *anna;
	struct load l;
	int i, sum = 0;

	(void)state;
	assert_int_equal(load_of(&t.feed, 2027, 0, 0, t.a, &l, &t.err), 0);
	assert_int_equal(l.persons.n, 2);
	/* by surname: Ek before Öst */
	assert_string_equal(l.persons.v[0].person, "bo");
	anna = of(&l, "anna");
	assert_int_equal(anna->units[10], LOAD_STEP);
	assert_int_equal(anna->units[11], LOAD_MEETING + LOAD_STEP);
	assert_int_equal(anna->units[14], LOAD_STEP);
	/* of the meeting in 2028 only the dispatch is in 2027 */
	assert_int_equal(anna->units[52], LOAD_STEP);
	assert_int_equal(anna->units[1], 0);
	assert_int_equal(l.units[11], 2 * (LOAD_MEETING + LOAD_STEP));
	for (i = 1; i <= LOAD_WEEKS; i++)
		sum += l.units[i];
	assert_int_equal(sum, 3 * (LOAD_MEETING + 2 * LOAD_STEP) + LOAD_STEP);
}

static void
caps_are_shared(void **state)
{
	struct load l;

	(void)state;
	assert_int_equal(load_of(&t.feed, 2027, 7, 10, t.a, &l, &t.err), 0);
	assert_int_equal(l.cap, 7);
	assert_int_equal(l.own_cap, 4);
	assert_int_equal(l.own_cap_high, 5);
	assert_int_equal(load_of(&t.feed, 2027, 0, 0, t.a, &l, &t.err), 0);
	/* sixteen units in five weeks */
	assert_int_equal(l.cap, 16 * 11 / 50 + 1);
	assert_int_equal(l.cap_high, 16 * 15 / 50 + 1);
}

static void
cancelled_meetings_are_no_work(void **state)
{
	struct load l;

	(void)state;
	t.meetings[1].cancelled = true;
	assert_int_equal(load_of(&t.feed, 2027, 0, 0, t.a, &l, &t.err), 0);
	assert_int_equal(l.persons.n, 1);
	assert_int_equal(load_of(&t.feed, 1999, 0, 0, t.a, &l, &t.err), 0);
	assert_int_equal(l.persons.n, 0);
	assert_int_equal(l.cap, 0);
}

/* A step belongs to whoever is the secretary on its day. */
static void
work_follows_the_mandate(void **state)
{
	struct load l;

	(void)state;
	t.b.mandates.v[0].to = day("2027-03-10");
	secretary("TRN", "cia", "2027-03-11", "2027-03-31");
	assert_int_equal(load_of(&t.feed, 2027, 0, 0, t.a, &l, &t.err), 0);
	assert_int_equal(of(&l, "anna")->units[10], LOAD_STEP);
	assert_int_equal(of(&l, "cia")->units[11], LOAD_MEETING + LOAD_STEP);
	/* nobody has it in April; nobody is last */
	assert_int_equal(of(&l, NULL)->units[15], LOAD_MEETING + LOAD_STEP);
	assert_null(l.persons.v[l.persons.n - 1].person);
}

/* ---- cover ----------------------------------------------------------------
 */

static void
cover(const char *from, const char *to, struct cover *c)
{
	assert_int_equal(
	    cover_of(&t.feed, "anna", day(from), day(to), t.a, c, &t.err), 0);
}

static void
stand_ins_are_asked_in_order(void **state)
{
	struct cover c;

	(void)state;
	stand_in("anna", "bo", NULL, 1);
	stand_in("anna", "cia", NULL, 2);
	cover("2027-03-08", "2027-03-21", &c);
	assert_int_equal(c.duties.n, 3);
	assert_int_equal(c.uncovered, 0);
	/* the dispatch, the meeting, the notice */
	assert_int_equal(c.duties.v[0].day, day("2027-03-09"));
	assert_string_equal(c.duties.v[0].by, "bo");
	/* bo is the secretary of the other committee then */
	assert_null(c.duties.v[1].step);
	assert_string_equal(c.duties.v[1].by, "cia");
	assert_string_equal(c.duties.v[2].by, "bo");
}

static void
a_stand_in_for_the_committee_comes_first(void **state)
{
	struct cover c;

	(void)state;
	stand_in("anna", "bo", NULL, 1);
	stand_in("anna", "cia", "TRN", 2);
	stand_in("bo", "cia", NULL, 1);
	cover("2027-04-01", "2027-04-30", &c);
	assert_int_equal(c.duties.n, 3);
	assert_string_equal(c.duties.v[1].by, "cia");
}

static void
what_nobody_covers_is_told(void **state)
{
	struct cover c;

	(void)state;
	cover("2027-03-16", "2027-03-16", &c);
	assert_int_equal(c.duties.n, 1);
	assert_int_equal(c.uncovered, 1);
	assert_null(c.duties.v[0].by);
	assert_int_equal(c.duties.v[0].hinder, COVER_NOBODY);
	stand_in("anna", "bo", NULL, 1);
	cover("2027-03-16", "2027-03-16", &c);
	assert_int_equal(c.duties.v[0].hinder, COVER_BUSY);
	stand_in("anna", "cia", NULL, 2);
	away("cia", "2027-03-01", "2027-03-16");
	cover("2027-03-16", "2027-03-17", &c);
	assert_int_equal(c.uncovered, 1);
	assert_int_equal(c.duties.v[0].hinder, COVER_AWAY);
	assert_string_equal(c.duties.v[1].by, "bo");
}

/* Meetings one after the other can both be covered; the one that has no end
 * takes the rest of the day. */
static void
who_covers_one_cannot_cover_another_at_once(void **state)
{
	struct cover c;

	(void)state;
	secretary("MHN", "anna", "2020-01-01", NULL);
	t.b.mandates.v[1].to = day("2020-12-31");
	stand_in("anna", "cia", NULL, 1);
	cover("2027-03-16", "2027-03-16", &c);
	assert_int_equal(c.duties.n, 2);
	assert_int_equal(c.uncovered, 1);
	t.meetings[1].start = "19:00";
	t.meetings[1].end = NULL;
	cover("2027-03-16", "2027-03-16", &c);
	assert_int_equal(c.uncovered, 0);
	t.meetings[1].start = "13:00";
	cover("2027-03-16", "2027-03-16", &c);
	assert_int_equal(c.uncovered, 1);
}

static void
wrong_questions_are_refused(void **state)
{
	struct cover c;

	(void)state;
	assert_int_equal(cover_of(&t.feed, "anno", day("2027-01-01"),
			     day("2027-01-31"), t.a, &c, &t.err),
	    KL_E_NOTFOUND);
	assert_int_equal(cover_of(&t.feed, "anna", day("2027-02-01"),
			     day("2027-01-31"), t.a, &c, &t.err),
	    KL_E_INPUT);
	cover("2026-01-01", "2026-12-31", &c);
	assert_int_equal(c.duties.n, 0);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = { TEST(units_fall_in_their_weeks),
		TEST(caps_are_shared), TEST(cancelled_meetings_are_no_work),
		TEST(work_follows_the_mandate),
		TEST(stand_ins_are_asked_in_order),
		TEST(a_stand_in_for_the_committee_comes_first),
		TEST(what_nobody_covers_is_told),
		TEST(who_covers_one_cannot_cover_another_at_once),
		TEST(wrong_questions_are_refused) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
