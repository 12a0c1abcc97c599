/* SPDX-License-Identifier: EUPL-1.2
 *
 * after: how decisions are appealed, their clocks with everything that disturbs
 * them, appeals at the limit, and what legal force waits for.
 */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "domain/add.h"
#include "rules/after.h"

/* One meeting of one committee with one paragraph. */
struct scene {
	struct arena *a;
	struct bundle b;
	struct meeting *m;
	struct matter *x;
	struct paragraph *p;
	struct minutes *minutes;
	struct derivation why;
};

static kl_day
day(const char *s)
{
	kl_day d = KL_DAY_NONE;

	assert_int_equal(kl_day_parse(s, &d), 0);
	return d;
}

static void
assert_day(kl_day got, const char *want)
{
	char s[11];

	if (want == NULL)
		assert_int_equal(got, KL_DAY_NONE);
	else
		assert_string_equal(kl_day_format(got, s), want);
}

static void
scene_open(struct scene *s, enum appeal_kind kind, const char *posted)
{
	struct agenda_item *item;

	memset(s, 0, sizeof *s);
	s->a = arena_new(0);
	s->b.arena = s->why.arena = s->a;
	s->x = vec_push(s->a, &s->b.matters);
	s->x->number = "T2026-1";
	s->x->appeal = kind;
	s->m = vec_push(s->a, &s->b.meetings);
	s->m->key = "TRN/2026-11-17";
	s->m->committee = "TRN";
	s->m->day = day("2026-11-17");
	item = vec_push(s->a, &s->m->items);
	item->nr = "10";
	item->number = "T2026-1";
	s->p = paragraph_add(s->a, s->m);
	s->p->nr = 10;
	s->p->item = "10";
	s->p->outcome = OUTCOME_DECIDED;
	s->minutes = minutes_add(s->a, s->m);
	s->minutes->seq = 1;
	s->minutes->paragraphs = "1-20";
	if (posted != NULL)
		s->minutes->posted = day(posted);
}

static void
scene_close(struct scene *s)
{
	arena_free(s->a);
}

static void
interrupt(struct scene *s, const char *from, const char *back)
{
	struct interruption *x = interruption_add(s->a, s->minutes);

	x->from = day(from);
	x->back = back == NULL ? KL_DAY_NONE : day(back);
}

static void
serve(struct scene *s, const char *way, const char *sent, const char *receipt)
{
	struct delivery *d = vec_push(s->a, &s->m->deliveries);

	d->paragraph = 10;
	d->recipient = "Sökanden";
	d->way = way;
	d->sent = sent == NULL ? KL_DAY_NONE : day(sent);
	d->receipted = receipt == NULL ? KL_DAY_NONE : day(receipt);
}

static struct after_appeal
ask(struct scene *s)
{
	struct after_appeal x;
	struct kl_error err;

	assert_int_equal(
	    after_appeal(&s->b, s->m, s->p, NULL, &s->why, &x, &err), 0);
	return x;
}

/* How many things stand between the paragraph and legal force. */
static size_t
missing(struct scene *s, const char *today, struct after_state *out,
    struct kl_faults *gaps)
{
	assert_int_equal(after_state(&s->b, s->m, s->p, day(today), NULL,
			     &s->why, out, gaps, NULL),
	    0);
	return gaps->total;
}

static const char *
first_gap(const struct kl_faults *gaps)
{
	static char text[512];

	kl_error_format(&gaps->v[0], NULL, text, sizeof text);
	return text;
}

/* ---- kinds --------------------------------------------------------------- */

static void
kl_13_2_nothing_was_decided(void **state)
{
	static const struct {
		enum outcome outcome;
		enum appeal_kind want;
	} cases[] = {
		{ OUTCOME_DECIDED, APPEAL_ADMINISTRATIVE },
		{ OUTCOME_ELECTED, APPEAL_ADMINISTRATIVE },
		{ OUTCOME_TABLED, APPEAL_NONE },
		{ OUTCOME_REFERRED_BACK, APPEAL_NONE },
		{ OUTCOME_WITHDRAWN, APPEAL_NONE },
		{ OUTCOME_REPORTED, APPEAL_NONE },
		{ OUTCOME_INFORMATION, APPEAL_NONE },
	};
	struct scene s;
	size_t i;

	(void)state;
	scene_open(&s, APPEAL_ADMINISTRATIVE, NULL);
	for (i = 0; i < sizeof cases / sizeof *cases; i++) {
		s.p->outcome = cases[i].outcome;
		assert_int_equal(after_kind(&s.b, s.m, s.p), cases[i].want);
	}
	/* what the paragraph itself says goes before everything */
	s.p->appeal = APPEAL_LEGALITY;
	assert_int_equal(after_kind(&s.b, s.m, s.p), APPEAL_LEGALITY);
	scene_close(&s);
}

static void
matters_that_do_not_say(void **state)
{
	struct scene s;

	(void)state;
	scene_open(&s, 0, NULL);
	assert_int_equal(after_kind(&s.b, s.m, s.p), APPEAL_LEGALITY);
	s.x->kind = MATTER_REFERRAL;
	assert_int_equal(after_kind(&s.b, s.m, s.p), APPEAL_NONE);
	s.x->kind = MATTER_REPORT;
	assert_int_equal(after_kind(&s.b, s.m, s.p), APPEAL_NONE);
	s.x->kind = MATTER_ELECTION;
	assert_int_equal(after_kind(&s.b, s.m, s.p), APPEAL_LEGALITY);
	s.p->item = NULL;
	assert_int_equal(after_kind(&s.b, s.m, s.p), APPEAL_LEGALITY);
	scene_close(&s);
}

static void
pbl_13_1_plan_not_adopted(void **state)
{
	struct proposal *no;
	struct question *q;
	struct scene s;

	(void)state;
	scene_open(&s, APPEAL_PLAN, NULL);
	assert_int_equal(after_kind(&s.b, s.m, s.p), APPEAL_PLAN);
	q = vec_push(s.a, &s.p->questions);
	q->carried = "avslag";
	assert_int_equal(after_kind(&s.b, s.m, s.p), APPEAL_LEGALITY);
	no = vec_push(s.a, &s.p->proposals);
	no->ref = "y2";
	no->kind = PROPOSAL_REJECT;
	q->carried = "y2";
	assert_int_equal(after_kind(&s.b, s.m, s.p), APPEAL_LEGALITY);
	no->kind = PROPOSAL_APPROVE;
	assert_int_equal(after_kind(&s.b, s.m, s.p), APPEAL_PLAN);
	/* a formal question that fell says nothing about the plan */
	q->kind = QUESTION_FORMAL;
	q->carried = "avslag";
	assert_int_equal(after_kind(&s.b, s.m, s.p), APPEAL_PLAN);
	scene_close(&s);
}

static void
each_kind_has_its_authorities(void **state)
{
	static const struct {
		enum appeal_kind kind;
		const char *addressee, *court, *statute;
		bool per_party;
	} cases[] = {
		{ APPEAL_LEGALITY, AFTER_COURT, AFTER_COURT, "KL 13:1-8",
		    false },
		{ APPEAL_ADMINISTRATIVE, AFTER_COMMITTEE, AFTER_COURT,
		    "FL 40-46", true },
		{ APPEAL_PLAN, AFTER_COMMITTEE, AFTER_LAND_COURT,
		    "PBL 13:2 a, 13:16", false },
		{ APPEAL_PERMIT, AFTER_COMMITTEE, AFTER_COUNTY_BOARD,
		    "PBL 13:3, 13:16", true },
	};
	struct after_appeal x;
	struct scene s;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof cases / sizeof *cases; i++) {
		scene_open(&s, cases[i].kind, NULL);
		x = ask(&s);
		assert_string_equal(x.addressee, cases[i].addressee);
		assert_string_equal(x.court, cases[i].court);
		assert_string_equal(x.statute, cases[i].statute);
		assert_int_equal(x.per_party, cases[i].per_party);
		assert_day(x.last_day, NULL);
		scene_close(&s);
	}
	scene_open(&s, APPEAL_NONE, "2026-11-25");
	x = ask(&s);
	assert_null(x.addressee);
	assert_day(x.last_day, NULL);
	/* the law before 2018 */
	s.x->appeal = APPEAL_LEGALITY;
	s.m->day = day("2010-11-23");
	assert_string_equal(ask(&s).statute, "KL (1991:900) 10:1-7");
	scene_close(&s);
}

/* ---- clocks -------------------------------------------------------------- */

/* Notices as they were posted in reality and round the calendar's corners. */
static void
kl_13_5_three_weeks_from_the_notice(void **state)
{
	static const char *const cases[][3] = {
		/* Solna, the building committee of 25 August 2021 */
		{ "2021-08-31", "2021-09-21", "2021-09-22" },
		{ "2007-11-02", "2007-11-23", "2007-11-24" },
		{ "2024-12-03", "2024-12-27", "2024-12-28" },
		{ "2025-03-28", "2025-04-22", "2025-04-23" },
		{ "2025-05-08", "2025-05-30", "2025-05-31" },
		{ "2025-05-30", "2025-06-23", "2025-06-24" },
		{ "2025-12-05", "2025-12-29", "2025-12-30" },
		{ "2026-03-13", "2026-04-07", "2026-04-08" },
	};
	struct after_appeal x;
	struct scene s;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof cases / sizeof *cases; i++) {
		scene_open(&s, APPEAL_LEGALITY, cases[i][0]);
		x = ask(&s);
		assert_day(x.clock, cases[i][0]);
		assert_day(x.last_day, cases[i][1]);
		assert_day(x.force, cases[i][2]);
		scene_close(&s);
	}
}

static void
kl_13_5_interrupted_notice(void **state)
{
	static const struct rule_local own[] = { { "TRN", "notice-restart",
	    KL_DAY_NONE, 0, "Reglemente § 20" } };
	const struct rule_book book = { "TRN", own, 1 };
	struct rules_appeal x;
	struct scene s;

	(void)state;
	scene_open(&s, APPEAL_LEGALITY, "2026-11-25");
	assert_day(ask(&s).last_day, "2026-12-16");
	/* down on the last day of the time: it starts anew */
	interrupt(&s, "2026-12-16", "2026-12-18");
	assert_day(ask(&s).clock, "2026-12-18");
	assert_day(ask(&s).last_day, "2027-01-08");
	/* or, by a rule of its own, the days are added */
	assert_int_equal(after_notice(s.minutes, &book, NULL, &x, NULL), 0);
	assert_day(x.last_day, "2026-12-18");
	/* and once more, within the new time */
	interrupt(&s, "2027-01-07", "2027-01-11");
	assert_day(ask(&s).last_day, "2027-02-01");
	/* still down */
	interrupt(&s, "2027-02-01", NULL);
	assert_day(ask(&s).last_day, NULL);
	assert_day(ask(&s).clock, NULL);
	scene_close(&s);
	/* down when the time was over: nothing */
	scene_open(&s, APPEAL_LEGALITY, "2026-11-25");
	interrupt(&s, "2026-12-17", NULL);
	assert_day(ask(&s).last_day, "2026-12-16");
	scene_close(&s);
}

static void
kl_8_12_corrected_notice(void **state)
{
	struct scene s;

	(void)state;
	scene_open(&s, APPEAL_LEGALITY, "2026-11-25");
	interrupt(&s, "2026-11-26", "2026-11-27");
	s.minutes->superseded = day("2026-11-30");
	assert_day(ask(&s).clock, "2026-11-30");
	assert_day(ask(&s).last_day, "2026-12-21");
	scene_close(&s);
}

static void
fl_44_from_when_the_party_was_served(void **state)
{
	struct scene s;

	(void)state;
	scene_open(&s, APPEAL_ADMINISTRATIVE, "2026-11-25");
	assert_day(ask(&s).last_day, NULL);
	/* internal post has no receipt and is no service */
	serve(&s, "internpost", "2026-11-25", NULL);
	assert_day(ask(&s).last_day, NULL);
	serve(&s, "post", "2026-11-25", "2026-11-27");
	assert_day(ask(&s).last_day, "2026-12-18");
	/* of two parties the later counts, and simplified service is two weeks
	 * from sending */
	serve(&s, "förenklad delgivning", "2026-11-25", NULL);
	assert_day(ask(&s).clock, "2026-12-09");
	assert_day(ask(&s).last_day, "2026-12-30");
	/* one that is not served yet */
	serve(&s, "delgivning", "2026-11-25", NULL);
	assert_day(ask(&s).last_day, NULL);
	scene_close(&s);
}

static void
pbl_13_16_plan(void **state)
{
	struct scene s;

	(void)state;
	scene_open(&s, APPEAL_PLAN, "2026-11-25");
	assert_day(ask(&s).last_day, "2026-12-16");
	s.minutes->announced = day("2026-11-25");
	assert_day(ask(&s).last_day, "2026-12-16");
	/* announced too late: counted from then */
	s.minutes->announced = day("2026-11-27");
	assert_day(ask(&s).clock, "2026-11-27");
	assert_day(ask(&s).last_day, "2026-12-18");
	/* an interruption after that starts it anew all the same */
	interrupt(&s, "2026-12-01", "2026-12-02");
	assert_day(ask(&s).last_day, "2026-12-23");
	scene_close(&s);
}

static void
pbl_9_41b_permit(void **state)
{
	struct question *q;
	struct scene s;

	(void)state;
	scene_open(&s, APPEAL_PERMIT, "2026-11-25");
	serve(&s, "delgivning", "2026-11-25", "2026-11-27");
	/* nobody else knows of it before it is published */
	assert_day(ask(&s).last_day, NULL);
	s.minutes->announced = day("2026-11-26");
	assert_day(ask(&s).clock, "2026-12-03");
	assert_day(ask(&s).last_day, "2026-12-28"); /* julafton rolls */
	s.m->deliveries.v[0].receipted = day("2026-12-10");
	assert_day(ask(&s).clock, "2026-12-10");
	/* a refusal concerns the applicant alone */
	s.minutes->announced = KL_DAY_NONE;
	q = vec_push(s.a, &s.p->questions);
	q->carried = "avslag";
	assert_day(ask(&s).last_day, "2027-01-04");
	scene_close(&s);
}

/* ---- appeals ------------------------------------------------------------- */

static void
kl_13_6_received_in_time(void **state)
{
	struct appeal a = { .nr = 1, .paragraph = 10 };
	struct after_appeal x;
	struct scene s;

	(void)state;
	scene_open(&s, APPEAL_LEGALITY, "2026-11-25");
	x = ask(&s);
	a.received = day("2026-12-16");
	a.place = APPEAL_AT_MUNICIPALITY;
	s.why.reasons.n = 0;
	assert_int_equal(after_timely(&a, &x, &s.why), APPEAL_TIMELY);
	assert_string_equal(s.why.reasons.v[0].statute, "KL 13:6");
	a.place = APPEAL_AT_COURT;
	assert_int_equal(after_timely(&a, &x, &s.why), APPEAL_TIMELY);
	assert_string_equal(s.why.reasons.v[1].statute, "KL 13:5");
	a.received = day("2026-12-17");
	assert_int_equal(after_timely(&a, &x, &s.why), APPEAL_LATE);
	/* nothing has begun to run */
	s.minutes->posted = KL_DAY_NONE;
	x = ask(&s);
	assert_int_equal(after_timely(&a, &x, &s.why), APPEAL_TIMELY);
	/* the act before 2018 */
	s.m->day = day("2017-11-14");
	x = ask(&s);
	a.place = APPEAL_AT_MUNICIPALITY;
	s.why.reasons.n = 0;
	assert_int_equal(after_timely(&a, &x, &s.why), APPEAL_TIMELY);
	assert_string_equal(s.why.reasons.v[0].statute, "KL (1991:900) 10:7");
	scene_close(&s);
}

/* ---- legal force --------------------------------------------------------- */

static void
legal_force_waits_for_the_court(void **state)
{
	struct after_state out;
	struct legal_force *f;
	struct kl_faults gaps;
	struct kl_error err;
	struct scene s;
	kl_day since;

	(void)state;
	scene_open(&s, APPEAL_LEGALITY, "2026-11-25");
	assert_int_equal(missing(&s, "2026-12-16", &out, &gaps), 2);
	assert_non_null(strstr(first_gap(&gaps), "2026-12-16"));
	assert_int_equal(missing(&s, "2026-12-17", &out, &gaps), 1);
	assert_non_null(strstr(first_gap(&gaps), "Nobody has recorded"));
	/* an answer of the last day is worth nothing */
	f = force_add(s.a, s.m);
	f->paragraph = 10;
	f->asked = day("2026-12-16");
	assert_int_equal(missing(&s, "2026-12-18", &out, &gaps), 1);
	f->asked = day("2026-12-17");
	assert_int_equal(missing(&s, "2026-12-18", &out, &gaps), 0);
	assert_day(out.since, "2026-12-17");
	assert_int_equal(after_force(&s.b, s.m, s.p, day("2026-12-18"), NULL,
			     &s.why, &since, &err),
	    0);
	assert_day(since, "2026-12-17");
	/* a notice that was down takes it away again */
	interrupt(&s, "2026-12-10", "2026-12-11");
	assert_int_equal(missing(&s, "2026-12-18", &out, &gaps), 2);
	assert_int_equal(after_force(&s.b, s.m, s.p, day("2026-12-18"), NULL,
			     &s.why, &since, &err),
	    KL_E_RULE);
	assert_string_equal(err.statute, "KL 13:1-8");
	assert_day(since, NULL);
	scene_close(&s);
}

static void
legal_force_of_what_was_appealed(void **state)
{
	struct after_state out;
	struct legal_force *f;
	struct kl_faults gaps;
	struct appeal *a;
	struct scene s;

	(void)state;
	scene_open(&s, APPEAL_LEGALITY, "2026-11-25");
	f = force_add(s.a, s.m);
	f->paragraph = 10;
	f->asked = day("2027-05-03");
	a = appeal_add(s.a, s.m);
	a->nr = 1;
	a->paragraph = 10;
	a->received = day("2026-12-01");
	assert_int_equal(missing(&s, "2027-05-03", &out, &gaps), 1);
	assert_non_null(strstr(first_gap(&gaps), "Appeal 1"));
	/* dismissed: the court says since when */
	a->outcome = APPEAL_DISMISSED;
	a->decided = day("2027-04-01");
	assert_int_equal(missing(&s, "2027-05-03", &out, &gaps), 1);
	f->since = day("2027-04-23");
	assert_int_equal(missing(&s, "2027-05-03", &out, &gaps), 0);
	assert_day(out.since, "2027-04-23");
	a->outcome = APPEAL_QUASHED;
	assert_int_equal(missing(&s, "2027-05-03", &out, &gaps), 1);
	assert_true(out.never);
	/* an appeal of another paragraph is nothing to this one */
	a->paragraph = 11;
	assert_int_equal(missing(&s, "2027-05-03", &out, &gaps), 0);
	scene_close(&s);
}

static void
pbl_11_10_county_board(void **state)
{
	struct after_state out;
	struct legal_force *f;
	struct kl_faults gaps;
	struct scene s;

	(void)state;
	scene_open(&s, APPEAL_PLAN, "2026-11-25");
	f = force_add(s.a, s.m);
	f->paragraph = 10;
	f->asked = day("2026-12-17");
	assert_int_equal(missing(&s, "2026-12-21", &out, &gaps), 2);
	s.minutes->announced = day("2026-11-25");
	assert_int_equal(missing(&s, "2026-12-21", &out, &gaps), 1);
	assert_string_equal(gaps.v[0].statute, "PBL 11:10");
	f->county_board = day("2026-12-18");
	assert_int_equal(missing(&s, "2026-12-21", &out, &gaps), 0);
	assert_day(out.since, "2026-12-18");
	scene_close(&s);
}

static void
what_cannot_be_appealed_waits_for_nothing(void **state)
{
	struct after_state out;
	struct kl_faults gaps;
	struct scene s;

	(void)state;
	scene_open(&s, APPEAL_NONE, "2026-11-25");
	assert_int_equal(missing(&s, "2027-01-01", &out, &gaps), 1);
	assert_string_equal(gaps.v[0].statute, "KL 13:2");
	assert_day(out.since, NULL);
	scene_close(&s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(kl_13_2_nothing_was_decided),
		cmocka_unit_test(matters_that_do_not_say),
		cmocka_unit_test(pbl_13_1_plan_not_adopted),
		cmocka_unit_test(each_kind_has_its_authorities),
		cmocka_unit_test(kl_13_5_three_weeks_from_the_notice),
		cmocka_unit_test(kl_13_5_interrupted_notice),
		cmocka_unit_test(kl_8_12_corrected_notice),
		cmocka_unit_test(fl_44_from_when_the_party_was_served),
		cmocka_unit_test(pbl_13_16_plan),
		cmocka_unit_test(pbl_9_41b_permit),
		cmocka_unit_test(kl_13_6_received_in_time),
		cmocka_unit_test(legal_force_waits_for_the_court),
		cmocka_unit_test(legal_force_of_what_was_appealed),
		cmocka_unit_test(pbl_11_10_county_board),
		cmocka_unit_test(what_cannot_be_appealed_waits_for_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
