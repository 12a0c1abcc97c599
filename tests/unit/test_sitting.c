/* SPDX-License-Identifier: EUPL-1.2
 *
 * rules: who sits in which paragraph, quorum, presiding, conflicts of interest.
 */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "sitting_help.h"

static enum seat
seat(const struct sitting *s, const char *ref)
{
	const struct sitter *x = sitting_of(s, ref);

	assert_non_null(x);
	return x->seat;
}

/* ---- what the attendance means ------------------------------------------ */

static void
kl_5_66_no_paragraphs_is_all_but_conflicts(void **state)
{
	struct bundle b = body_new(3);

	(void)state;
	body_fill(&b, "M S V", "M S");
	body_paragraphs(&b, 5);
	body_present(&b, "m1", NULL, NULL);
	body_present(&b, "m2", "1-2 4", NULL);
	body_present(&b, "m3", NULL, NULL);
	body_conflict(&b, "m3", 4);
	assert_string_equal(body_ranges(&b, "m1", SEAT_SERVING, NULL), "1-5");
	assert_string_equal(body_ranges(&b, "m2", SEAT_SERVING, NULL), "1-2 4");
	assert_string_equal(body_ranges(&b, "m2", SEAT_ABSENT, NULL), "3 5");
	assert_string_equal(body_ranges(&b, "m3", SEAT_SERVING, NULL), "1-3 5");
	assert_string_equal(body_ranges(&b, "m3", SEAT_CONFLICTED, NULL), "4");
	assert_string_equal(body_ranges(&b, "d1", SEAT_ABSENT, NULL), "1-5");
	body_free(&b);
}

static void
deputies_serve_as_they_are_told(void **state)
{
	struct bundle b = body_new(3);
	struct sitting s;

	(void)state;
	body_fill(&b, "M S V", "M S V");
	body_paragraphs(&b, 6);
	body_present(&b, "m1", NULL, NULL);
	body_present(&b, "m2", "4-6", NULL);
	body_present(&b, "d2", NULL, "m2");  /* until the member comes */
	body_present(&b, "d1", "1-3", "m3"); /* two in turn on one seat */
	body_present(&b, "d3", "4-6", "m3");
	body_listens(&b, "d1", "4-6");
	assert_string_equal(body_ranges(&b, "d2", SEAT_SERVING, "m2"), "1-3");
	assert_string_equal(body_ranges(&b, "d2", SEAT_LISTENING, NULL), "4-6");
	assert_string_equal(body_ranges(&b, "d1", SEAT_SERVING, "m3"), "1-3");
	assert_string_equal(body_ranges(&b, "d1", SEAT_LISTENING, NULL), "4-6");
	assert_string_equal(body_ranges(&b, "d3", SEAT_SERVING, NULL), "4-6");
	s = body_at(&b, 5);
	assert_int_equal(s.serving, 3);
	assert_false(sitting_of(&s, "d2")->crowded);
	body_free(&b);
}

/* Two people told to have one seat: one has it and the other one is marked. */
static void
kl_4_24_one_seat_is_one_vote(void **state)
{
	struct bundle b = body_new(3);
	struct sitting s;

	(void)state;
	body_fill(&b, "M S V", "M S V");
	body_present(&b, "m1", NULL, NULL);
	body_present(&b, "m2", NULL, NULL);
	body_present(&b, "m3", NULL, NULL);
	body_present(&b, "d1", NULL, "m1"); /* the member is there */
	body_present(&b, "d2", "2", "m2");  /* told of § 2: the deputy */
	body_present(&b, "d3", "2", "m2");  /* second on the same seat */
	s = body_at(&b, 1);
	assert_int_equal(s.serving, 3);
	assert_int_equal(seat(&s, "m1"), SEAT_SERVING);
	assert_int_equal(seat(&s, "d1"), SEAT_LISTENING);
	assert_true(sitting_of(&s, "d1")->crowded);
	s = body_at(&b, 2);
	assert_int_equal(s.serving, 3);
	assert_int_equal(seat(&s, "m2"), SEAT_ABSENT);
	assert_true(sitting_of(&s, "m2")->crowded);
	assert_int_equal(seat(&s, "d2"), SEAT_SERVING);
	assert_int_equal(seat(&s, "d3"), SEAT_LISTENING);
	assert_true(sitting_of(&s, "d3")->crowded);
	body_free(&b);
}

/* A deputy who serves, but nobody says for whom. */
static void
seats_of_deputies_are_found(void **state)
{
	struct bundle b = body_new(6); /* five members, one seat is vacant */
	struct sitting s;

	(void)state;
	body_fill(&b, "M S V M KD", "M S MP V L");
	b.mandates.v[8].personal_for = "m5"; /* d4 */
	body_present(&b, "m1", NULL, NULL);
	body_present(&b, "d1", NULL, NULL); /* M: the only M seat empty */
	body_present(&b, "d2", NULL, NULL); /* S */
	body_present(&b, "d4", NULL, NULL); /* personal deputy of m5 */
	s = body_at(&b, 1);
	assert_string_equal(sitting_of(&s, "d1")->serves_for, "m4");
	assert_string_equal(sitting_of(&s, "d2")->serves_for, "m2");
	assert_string_equal(sitting_of(&s, "d4")->serves_for, "m5");
	assert_int_equal(s.serving, 4);
	/* MP for the vacant seat or for V: not known, but serves */
	body_present(&b, "d3", NULL, NULL);
	s = body_at(&b, 1);
	assert_int_equal(seat(&s, "d3"), SEAT_SERVING);
	assert_null(sitting_of(&s, "d3")->serves_for);
	assert_int_equal(s.serving, 5);
	assert_int_equal(s.vacant, 1);
	/* with all the others there too, the last seat is found */
	body_present(&b, "m3", NULL, NULL);
	s = body_at(&b, 1);
	assert_int_equal(s.serving, 6);
	/* one more than there are seats: listens */
	body_present(&b, "d5", NULL, NULL);
	s = body_at(&b, 1);
	assert_int_equal(s.serving, 6);
	assert_int_equal(seat(&s, "d5"), SEAT_LISTENING);
	assert_true(sitting_of(&s, "d5")->crowded);
	body_free(&b);
}

static void
kl_6_27_vacant_seats_have_last_holders(void **state)
{
	struct bundle b = body_new(3);
	struct mandate *x;
	struct sitting s;
	struct kl_error e;
	sitters vacated;

	(void)state;
	body_fill(&b, "M S", "S");
	x = body_seat(&b, "old", ROLE_MEMBER, "S");
	x->to = body_meeting(&b)->day - 10;
	x = body_seat(&b, "older", ROLE_MEMBER, "V"); /* an earlier term */
	x->from -= 1500;
	x->to = body_meeting(&b)->day - 1200;
	assert_int_equal(
	    sitting_members(b.arena, &b, body_meeting(&b), &vacated, &s, &e),
	    0);
	assert_int_equal(s.vacant, 1);
	assert_int_equal(vacated.n, 1);
	assert_string_equal(vacated.v[0].ref, "old");
	body_present(&b, "m1", NULL, NULL);
	body_present(&b, "d1", NULL, "old");
	s = body_at(&b, 1);
	assert_string_equal(sitting_of(&s, "d1")->serves_for, "old");
	assert_int_equal(s.serving, 2);
	assert_string_equal(body_propose(&b, 1, NULL), "m2:d1 old:-");
	body_free(&b);
}

/* A clock without paragraphs. */
static void
clocks_are_read_by_what_else_is_told(void **state)
{
	struct bundle b = body_new(4);
	struct adjournment *pause;
	struct attendance *at;
	struct sitting s;

	(void)state;
	body_fill(&b, "M S V C", "V");
	body_paragraphs(&b, 8);
	body_meeting(&b)->end = "18:00";
	body_present(&b, "m1", NULL, NULL)->from = "16:30"; /* in time */
	body_present(&b, "m2", "4-8", NULL)->from = "17:00";
	at = body_present(&b, "m3", NULL, NULL);
	at->from = "17:05";
	body_present(&b, "d1", "1-5", "m3");
	at = body_present(&b, "m4", NULL, NULL);
	at->until = "17:30";
	pause = vec_push(b.arena, &body_meeting(&b)->adjournments);
	pause->paragraph = 6;
	pause->from = "17:30";
	assert_string_equal(body_ranges(&b, "m1", SEAT_SERVING, NULL), "1-8");
	/* after m2, who came at 17:00 to § 4; the deputy serves in 1-5 */
	assert_string_equal(body_ranges(&b, "m3", SEAT_SERVING, NULL), "6-8");
	assert_string_equal(body_ranges(&b, "d1", SEAT_SERVING, "m3"), "1-5");
	/* gone when the break in § 6 began */
	assert_string_equal(body_ranges(&b, "m4", SEAT_SERVING, NULL), "1-6");
	s = body_at(&b, 7);
	assert_true(sitting_of(&s, "m3")->unsure);
	assert_false(sitting_of(&s, "m1")->unsure);
	assert_int_equal(seat(&s, "m4"), SEAT_ABSENT);
	/* before the first paragraph: who came late is not there */
	s = body_at(&b, 0);
	assert_int_equal(seat(&s, "m3"), SEAT_ABSENT);
	assert_int_equal(seat(&s, "m1"), SEAT_SERVING);
	body_free(&b);
}

static void
strangers_have_no_seat(void **state)
{
	struct bundle b = body_new(3);
	struct sitting s;

	(void)state;
	body_fill(&b, "M S V", "");
	body_seat(&b, "sek", ROLE_SECRETARY, NULL);
	body_seat(&b, "gone", ROLE_MEMBER, "S")->to = body_meeting(&b)->day - 1;
	b.mandates.v[0].role = ROLE_MEMBER; /* nobody is chair */
	b.mandates.v[1].role = ROLE_MEMBER;
	body_present(&b, "m1", NULL, NULL)->remote = true;
	body_present(&b, "sek", NULL, NULL);
	body_present(&b, "gone", NULL, NULL);
	body_present(&b, "nobody", NULL, "m2");
	s = body_at(&b, 1);
	assert_int_equal(s.serving, 1);
	assert_true(sitting_of(&s, "m1")->remote);
	assert_int_equal(seat(&s, "sek"), SEAT_LISTENING);
	assert_int_equal(seat(&s, "gone"), SEAT_WITHOUT);
	assert_int_equal(seat(&s, "nobody"), SEAT_WITHOUT);
	assert_null(s.chair);
	body_free(&b);
}

/* ---- quorum ------------------------------------------------------------- */

static int
quorum(struct bundle *b, int nr, const char *statute, size_t reasons)
{
	struct derivation why = { .arena = b->arena };
	struct sitting s = body_at(b, nr);
	struct kl_error e;
	int rc = sitting_quorum(&s, body_meeting(b)->day, &why, &e);

	assert_int_equal(why.reasons.n, reasons);
	assert_string_equal(why.reasons.v[reasons - 1].statute, statute);
	assert_int_equal(rc, s.quorate ? 0 : KL_E_RULE);
	if (rc != 0)
		assert_string_equal(e.statute, why.reasons.v[0].statute);
	return rc;
}

static void
kl_6_27_more_than_half_in_each_paragraph(void **state)
{
	static const int cases[][2] = { { 13, 7 }, { 12, 7 }, { 11, 6 },
		{ 5, 3 }, { 4, 3 }, { 3, 2 }, { 1, 1 } };
	struct bundle b;
	size_t i;
	char ref[16];
	int k;

	(void)state;
	for (i = 0; i < sizeof cases / sizeof *cases; i++) {
		b = body_new(cases[i][0]);
		body_fill(&b, "S S S S S S S S S S S S S", "");
		b.mandates.n = (size_t)cases[i][0];
		for (k = 1; k < cases[i][1]; k++) {
			snprintf(ref, sizeof ref, "m%d", k);
			body_present(&b, ref, NULL, NULL);
		}
		/* the last one that is needed leaves after § 3 */
		snprintf(ref, sizeof ref, "m%d", k);
		body_present(&b, ref, "1-3", NULL);
		assert_int_equal(quorum(&b, 3, "KL 6:27", 1), 0);
		assert_int_equal(quorum(&b, 4, "KL 6:27", 1), KL_E_RULE);
		body_free(&b);
	}
}

/* A vacant seat counts in what must be exceeded; deputies fill it. */
static void
kl_6_27_seats_count_and_deputies_fill_them(void **state)
{
	struct bundle b = body_new(5);

	(void)state;
	body_fill(&b, "S S S S", "S S");
	body_present(&b, "m1", NULL, NULL);
	body_present(&b, "m2", NULL, NULL);
	assert_int_equal(quorum(&b, 1, "KL 6:27", 1), KL_E_RULE);
	body_present(&b, "d1", NULL, "m3");
	assert_int_equal(quorum(&b, 1, "KL 6:27", 1), 0);
	body_free(&b);
}

/* No exception for a committee: who has a conflict is absent. */
static void
kl_6_30_conflicted_are_not_counted(void **state)
{
	struct bundle b = body_new(3);

	(void)state;
	body_fill(&b, "S S S", "S");
	body_present(&b, "m1", NULL, NULL);
	body_present(&b, "m2", NULL, NULL);
	body_conflict(&b, "m2", 2);
	assert_int_equal(quorum(&b, 1, "KL 6:27", 1), 0);
	assert_int_equal(quorum(&b, 2, "KL 6:27", 2), KL_E_RULE);
	/* a deputy enters for the one who has left */
	body_present(&b, "d1", "2", "m2");
	assert_int_equal(quorum(&b, 2, "KL 6:27", 1), 0);
	body_free(&b);
}

static void
kl_5_46_conflicts_do_not_stop_the_council(void **state)
{
	struct bundle b = body_new(5);

	(void)state;
	b.committees.v[0].kind = BODY_ASSEMBLY;
	body_fill(&b, "S S S S S", "");
	body_present(&b, "m1", NULL, NULL);
	body_present(&b, "m2", NULL, NULL);
	body_present(&b, "m3", "1-3", NULL);
	body_conflict(&b, "m2", 2);
	assert_int_equal(quorum(&b, 1, "KL 5:45", 1), 0);
	assert_int_equal(quorum(&b, 2, "KL 5:46", 2), 0);
	assert_int_equal(quorum(&b, 4, "KL 5:45", 1), KL_E_RULE);
	body_free(&b);
}

/* ---- presiding ---------------------------------------------------------- */

static void
kl_5_65_presiding_follows_the_presidium(void **state)
{
	struct bundle b = body_new(4);
	struct presiding *x;

	(void)state;
	body_fill(&b, "M S V C", "M");
	b.mandates.v[2].role = ROLE_SECOND_VICE_CHAIR;
	body_present(&b, "m1", "1-6", NULL);
	body_present(&b, "m2", "1-5", NULL);
	body_present(&b, "m3", "1-4", NULL);
	body_present(&b, "m4", NULL, NULL);
	body_conflict(&b, "m1", 2);
	body_conflict(&b, "m1", 3);
	body_conflict(&b, "m2", 3);
	x = vec_push(b.arena, &body_meeting(&b)->presiding);
	x->person = "m4";
	x->paragraphs = "5 8";
	x->elected = true;
	assert_string_equal(body_at(&b, 1).chair, "m1");
	assert_string_equal(body_at(&b, 2).chair, "m2");
	assert_string_equal(body_at(&b, 3).chair, "m3");
	assert_string_equal(body_at(&b, 5).chair, "m4");
	assert_string_equal(body_at(&b, 6).chair, "m1");
	assert_null(body_at(&b, 7).chair);
	assert_string_equal(body_at(&b, 8).chair, "m4");
	body_conflict(&b, "m4", 8);
	assert_null(body_at(&b, 8).chair);
	body_free(&b);
}

/* ---- conflicts of interest ---------------------------------------------- */

static void
kl_6_28_grounds(void **state)
{
	struct kl_error e;

	(void)state;
	assert_int_equal(
	    conflict_ground("KL 6:28 p 1", BODY_COMMITTEE, false, &e), 0);
	assert_int_equal(
	    conflict_ground("KL 6:28 p 4", BODY_BOARD, false, &e), 0);
	assert_int_equal(
	    conflict_ground("KL 6:28 p 5", BODY_COMMITTEE, false, &e),
	    KL_E_INPUT);
	assert_string_equal(e.statute, "KL 6:28");
	assert_int_equal(
	    conflict_ground(NULL, BODY_COMMITTEE, false, &e), KL_E_INPUT);
	assert_int_equal(
	    conflict_ground("KL 5:47", BODY_COMMITTEE, false, &e), KL_E_INPUT);
}

static void
kl_5_47_is_the_councils_only_ground(void **state)
{
	struct kl_error e;

	(void)state;
	assert_int_equal(
	    conflict_ground("KL 5:47", BODY_ASSEMBLY, false, &e), 0);
	assert_int_equal(
	    conflict_ground("KL 6:28 p 1", BODY_ASSEMBLY, false, &e),
	    KL_E_INPUT);
	assert_string_equal(e.statute, "KL 5:47");
}

static void
kl_7_4_officials_have_the_same_grounds(void **state)
{
	struct kl_error e;

	(void)state;
	assert_int_equal(
	    conflict_ground("KL 6:28 p 2", BODY_ASSEMBLY, true, &e), 0);
	assert_int_equal(
	    conflict_ground("KL 5:47", BODY_ASSEMBLY, true, &e), KL_E_INPUT);
}

/* Also deputies who do not serve leave the room. */
static void
kl_6_30_deputies_who_listen_leave_too(void **state)
{
	struct bundle b = body_new(2);
	struct sitting s;

	(void)state;
	body_fill(&b, "S S", "S M");
	body_present(&b, "m1", NULL, NULL);
	body_listens(&b, "d1", NULL);
	body_conflict(&b, "d1", 1);
	body_conflict(&b, "d2", 1); /* was never there */
	s = body_at(&b, 1);
	assert_int_equal(seat(&s, "d1"), SEAT_CONFLICTED);
	assert_int_equal(seat(&s, "d2"), SEAT_ABSENT);
	assert_int_equal(s.conflicted, 0); /* no seat is empty for it */
	body_free(&b);
}

static void
kl_6_30_a_rejected_conflict_is_none(void **state)
{
	struct bundle b = body_new(2);
	struct conflict *c;

	(void)state;
	body_fill(&b, "S S", "");
	body_present(&b, "m1", NULL, NULL);
	c = body_conflict(&b, "m1", 1);
	c->contested = true;
	assert_int_equal(body_at(&b, 1).serving, 0);
	c->rejected = true;
	assert_int_equal(body_at(&b, 1).serving, 1);
	body_free(&b);
}

/* The others decide; the person only when they are too few and nobody can be
 * called; nothing is decided when a deputy has taken the seat. */
static void
kl_6_30_3_who_tries_a_contested_conflict(void **state)
{
	struct bundle b = body_new(3);
	struct conflict_trial t;
	struct kl_error e;

	(void)state;
	body_fill(&b, "S S S", "S");
	body_present(&b, "m1", NULL, NULL);
	body_present(&b, "m2", NULL, NULL);
	body_present(&b, "m3", "1", NULL);
	assert_int_equal(conflict_try(b.arena, &b, body_meeting(&b), 1, "m1",
			     true, NULL, &t, &e),
	    0);
	assert_true(t.needed);
	assert_int_equal(t.others, 2);
	assert_false(t.takes_part);
	assert_int_equal(conflict_try(b.arena, &b, body_meeting(&b), 2, "m1",
			     true, NULL, &t, &e),
	    0);
	assert_int_equal(t.others, 1);
	assert_false(t.takes_part);
	assert_int_equal(conflict_try(b.arena, &b, body_meeting(&b), 2, "m1",
			     false, NULL, &t, &e),
	    0);
	assert_true(t.takes_part);
	body_present(&b, "d1", "2", "m1");
	assert_int_equal(conflict_try(b.arena, &b, body_meeting(&b), 2, "m1",
			     false, NULL, &t, &e),
	    0);
	assert_false(t.needed);
	assert_int_equal(body_meeting(&b)->conflicts.n, 0);
	body_free(&b);
}

/* KL 4:25: who serves may stand aside from the decision and is still there. */
static void
kl_4_25_standing_aside_is_not_leaving(void **state)
{
	struct bundle b = body_new(2);
	struct sitting s;

	(void)state;
	body_fill(&b, "S S", "");
	body_paragraphs(&b, 2);
	body_present(&b, "m1", NULL, NULL);
	body_present(&b, "m2", NULL, NULL);
	assert_int_equal(
	    text_add(b.arena,
		&body_meeting(&b)->paragraphs.v[1].not_participating, "m2"),
	    0);
	s = body_at(&b, 2);
	assert_true(sitting_serves(&s, "m2"));
	assert_false(sitting_takes_part(&s, "m2"));
	assert_true(s.quorate);
	s = body_at(&b, 1);
	assert_true(sitting_takes_part(&s, "m2"));
	body_free(&b);
}

/* ---- what is printed ---------------------------------------------------- */

/* "m1 1-3; d2 1-3 for m2; (d2) 4-6": the rows of the settled attendance. */
static const char *
settled(struct bundle *b)
{
	const struct attendance *at;
	const char *text = "";
	struct meeting m;
	struct kl_error e;
	size_t i;

	assert_int_equal(
	    sitting_settle(b->arena, b, body_meeting(b), &m, &e), 0);
	for (i = 0; i < m.attendance.n; i++) {
		at = &m.attendance.v[i];
		text = arena_printf(b->arena, "%s%s%s%s%s %s%s%s", text,
		    i > 0 ? "; " : "", at->serving ? "" : "(", at->person,
		    at->serving ? "" : ")",
		    at->paragraphs == NULL ? "all" : at->paragraphs,
		    at->serves_for == NULL ? "" : " for ",
		    at->serves_for == NULL ? "" : at->serves_for);
	}
	return text;
}

static void
kl_5_66_who_served_in_which_items(void **state)
{
	struct bundle b = body_new(3);

	(void)state;
	body_fill(&b, "M S V", "M S V");
	body_present(&b, "m1", NULL, NULL);
	body_present(&b, "m2", "4-6", NULL);
	body_present(&b, "m3", NULL, NULL);
	body_present(&b, "d2", NULL, "m2");
	body_listens(&b, "d1", NULL);
	body_present(&b, "d3", "1 5", NULL);
	body_conflict(&b, "m3", 5);
	body_conflict(&b, "d1", 2);
	/* before anything has happened it stays as it is told */
	assert_string_equal(settled(&b),
	    "m1 all; m2 4-6; m3 all; d2 all for m2; (d1) all; d3 1 5");
	body_paragraphs(&b, 6);
	assert_string_equal(settled(&b),
	    "m1 all; m2 4-6; m3 all; d2 1-3 for m2; (d2) 4-6; (d1) all; "
	    "d3 5 for m3; (d3) 1");
	/* two rows of one person */
	body_present(&b, "d1", "6", "m1");
	assert_string_equal(settled(&b),
	    "m1 1-5; m2 4-6; m3 all; d2 1-3 for m2; (d2) 4-6; (d1) 1 3-5; "
	    "d3 5 for m3; (d3) 1; d1 6 for m1");
	body_free(&b);
}

static void
kl_5_65_who_presided_is_told(void **state)
{
	struct bundle b = body_new(3);
	struct meeting m;
	struct kl_error e;
	struct presiding *x;

	(void)state;
	body_fill(&b, "M S V", "");
	body_paragraphs(&b, 6);
	body_present(&b, "m1", NULL, NULL);
	body_present(&b, "m2", NULL, NULL);
	body_present(&b, "m3", NULL, NULL);
	assert_int_equal(
	    sitting_settle(b.arena, &b, body_meeting(&b), &m, &e), 0);
	assert_int_equal(m.presiding.n, 0);
	/* the vice chair for one who has a conflict, then one elected */
	body_conflict(&b, "m1", 1);
	body_conflict(&b, "m1", 4);
	x = vec_push(b.arena, &body_meeting(&b)->presiding);
	x->person = "m3";
	x->paragraphs = "5-6";
	x->elected = true;
	assert_int_equal(
	    sitting_settle(b.arena, &b, body_meeting(&b), &m, &e), 0);
	assert_int_equal(m.presiding.n, 3);
	assert_string_equal(m.presiding.v[0].person, "m2");
	assert_string_equal(m.presiding.v[0].paragraphs, "1");
	assert_string_equal(m.presiding.v[1].paragraphs, "4");
	assert_false(m.presiding.v[1].elected);
	assert_string_equal(m.presiding.v[2].person, "m3");
	assert_string_equal(m.presiding.v[2].paragraphs, "5-6");
	assert_true(m.presiding.v[2].elected);
	body_free(&b);
}

/* ---- a real meeting ----------------------------------------------------- */

/* The planning committee of 29 September 2011: who served for whom. */
static void
planning_committee_of_2011(void **state)
{
	static const char *const files[] = {
		SRCDIR "/fixtures/ekholm/01-organisation.xml",
		SRCDIR "/fixtures/ekholm/02-personer.xml",
		SRCDIR "/fixtures/ekholm/05-protokoll-SBN.xml",
	};
	static const struct {
		const char *deputy, *member, *paragraphs;
	} cases[] = {
		{ "asa-kjellgren", "yngve-dahlgren", "1-70" },
		{ "agneta-almqvist", "orjan-sandahl", "1-70" },
		{ "bertil-isaksson", "agneta-bergdahl", "1-70" },
		{ "david-astrom", "carina-palmgren", "1-53" },
		{ "elin-forsell", "carina-palmgren", "54" },
		{ "fredrik-malmborg", "viveka-viklund", "14 19 22 69-70" },
	};
	struct bundle b = body_read(files, 3);
	sittings all;
	struct kl_error e;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_string_equal(body_ranges(&b, cases[i].deputy,
					SEAT_SERVING, cases[i].member),
		    cases[i].paragraphs);
	assert_string_equal(
	    body_ranges(&b, "viveka-viklund", SEAT_SERVING, NULL),
	    "1-13 15-18 20-21 23-68");
	assert_string_equal(
	    body_ranges(&b, "viveka-viklund", SEAT_CONFLICTED, NULL),
	    "14 19 22");
	assert_string_equal(
	    body_ranges(&b, "conny-wredlund", SEAT_LISTENING, NULL), "1-70");
	assert_int_equal(
	    sitting_all(b.arena, &b, body_meeting(&b), &all, &e), 0);
	assert_int_equal(all.n, 70);
	for (i = 0; i < all.n; i++) {
		assert_int_equal(all.v[i].serving, 13);
		assert_int_equal(all.v[i].need, 7);
		assert_string_equal(all.v[i].chair, "peder-jernberg");
	}
	body_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(kl_5_66_no_paragraphs_is_all_but_conflicts),
		cmocka_unit_test(deputies_serve_as_they_are_told),
		cmocka_unit_test(kl_4_24_one_seat_is_one_vote),
		cmocka_unit_test(seats_of_deputies_are_found),
		cmocka_unit_test(kl_6_27_vacant_seats_have_last_holders),
		cmocka_unit_test(clocks_are_read_by_what_else_is_told),
		cmocka_unit_test(strangers_have_no_seat),
		cmocka_unit_test(kl_6_27_more_than_half_in_each_paragraph),
		cmocka_unit_test(kl_6_27_seats_count_and_deputies_fill_them),
		cmocka_unit_test(kl_6_30_conflicted_are_not_counted),
		cmocka_unit_test(kl_5_46_conflicts_do_not_stop_the_council),
		cmocka_unit_test(kl_5_65_presiding_follows_the_presidium),
		cmocka_unit_test(kl_6_28_grounds),
		cmocka_unit_test(kl_5_47_is_the_councils_only_ground),
		cmocka_unit_test(kl_7_4_officials_have_the_same_grounds),
		cmocka_unit_test(kl_6_30_deputies_who_listen_leave_too),
		cmocka_unit_test(kl_6_30_a_rejected_conflict_is_none),
		cmocka_unit_test(kl_6_30_3_who_tries_a_contested_conflict),
		cmocka_unit_test(kl_4_25_standing_aside_is_not_leaving),
		cmocka_unit_test(kl_5_65_who_presided_is_told),
		cmocka_unit_test(kl_5_66_who_served_in_which_items),
		cmocka_unit_test(planning_committee_of_2011),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
