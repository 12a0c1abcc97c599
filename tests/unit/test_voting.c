/* SPDX-License-Identifier: EUPL-1.2
 *
 * rules: proposals, questions, divisions and dissents; each test is named after
 * the provision that it is about.
 */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "domain/add.h"
#include "rules/voting.h"

/* A committee of seven in one paragraph: p1 presides, d1 serves for p7, d2
 * listens. */
struct hall {
	struct arena *a;
	struct bundle b;
	struct meeting *m;
	struct paragraph *p;
	struct sitting s;
	struct kl_faults faults;
	struct kl_error err;
};

static void
seat(struct hall *h, const char *ref, enum seat where)
{
	struct sitter *x = vec_push(h->a, &h->s.v);

	assert_non_null(x);
	x->ref = ref;
	x->seat = where;
	x->takes_part = where == SEAT_SERVING;
	h->s.serving += where == SEAT_SERVING;
}

static int
set_up(void **state)
{
	static const char *const members[] = { "p1", "p2", "p3", "p4", "p5",
		"p6", "d1" };
	struct hall *h = calloc(1, sizeof *h);
	struct committee *c;
	struct agenda_item *item;
	struct matter *x;
	size_t i;

	h->a = h->b.arena = arena_new(0);
	c = vec_push(h->a, &h->b.committees);
	c->code = "TRN";
	c->kind = BODY_COMMITTEE;
	c->seats = 7;
	x = vec_push(h->a, &h->b.matters);
	x->number = "T-1";
	x->title = "Cykelbanor";
	h->m = vec_push(h->a, &h->b.meetings);
	h->m->committee = "TRN";
	h->m->day = 20774; /* 2026-11-17 */
	item = vec_push(h->a, &h->m->items);
	item->nr = "10";
	item->number = "T-1";
	h->p = paragraph_add(h->a, h->m);
	h->p->nr = 10;
	h->p->item = "10";
	h->s.paragraph = 10;
	h->s.seats = 7;
	h->s.chair = "p1";
	for (i = 0; i < sizeof members / sizeof *members; i++)
		seat(h, members[i], SEAT_SERVING);
	seat(h, "p7", SEAT_ABSENT);
	seat(h, "d2", SEAT_LISTENING);
	*state = h;
	return 0;
}

static int
tear_down(void **state)
{
	struct hall *h = *state;

	arena_free(h->a);
	free(h);
	return 0;
}

static struct proposal *
moves(
    struct hall *h, const char *ref, enum proposal_kind kind, const char *text)
{
	struct proposal *x = vec_push(h->a, &h->p->proposals);

	assert_non_null(x);
	x->ref = ref;
	x->kind = kind;
	x->text = text;
	text_add(h->a, &x->persons, "p2");
	return x;
}

/* The votes of p1 ... p6, d1 in turn: j, n, a (abstains), f (absent); "-":
 * none. */
static struct division *
divide(struct hall *h, const char *votes)
{
	struct division *d = division_add(h->a, h->p);
	static const char letters[] = "jnaf";
	struct ballot *x;
	size_t i;

	assert_non_null(d);
	d->yes = "y1";
	d->no = "y2";
	for (i = 0; votes[i] != '\0'; i++) {
		if (votes[i] == '-')
			continue;
		x = vec_push(h->a, &d->ballots);
		x->person = h->s.v.v[i].ref;
		x->vote = (enum vote)(strchr(letters, votes[i]) - letters + 1);
		x->line = (int)i + 1;
	}
	return d;
}

static void
yes_and_no(struct hall *h)
{
	moves(h, "y1", PROPOSAL_APPROVE, NULL);
	moves(h, "y2", PROPOSAL_REJECT, NULL);
}

static int
check(struct hall *h, const struct division *d)
{
	memset(&h->faults, 0, sizeof h->faults);
	return voting_check(
	    h->a, &h->b, h->m, h->p, d, &h->s, &h->faults, &h->err);
}

/* One fault and its provision. */
static void
assert_fault(struct hall *h, const struct division *d, const char *statute)
{
	assert_int_equal(check(h, d), KL_E_RULE);
	assert_string_equal(h->faults.v[0].statute, statute);
	assert_string_equal(h->err.statute, statute);
	assert_int_equal(h->faults.total, 1);
}

/* ---- KL 5:53: the order of questions --------------------------------------
 */

/* "f y4 / c y2 y3 / m y1 y2 y3 / a y5" */
static void
assert_order(struct hall *h, const char *main, const char *want)
{
	static const char letters[] = "?fmca";
	voting_steps steps = { 0 };
	char got[512] = "";
	size_t i, k;

	assert_int_equal(
	    voting_order(h->a, h->p, main, NULL, &steps, &h->err), 0);
	for (i = 0; i < steps.n; i++) {
		snprintf(got + strlen(got), sizeof got - strlen(got), "%s%c",
		    i == 0 ? "" : " / ", letters[steps.v[i].kind]);
		for (k = 0; k < steps.v[i].proposals.n; k++)
			snprintf(got + strlen(got), sizeof got - strlen(got),
			    " %s", steps.v[i].proposals.v[k]);
	}
	assert_string_equal(got, want);
}

static void
kl_5_53_one_question(void **state)
{
	struct hall *h = *state;

	assert_order(h, NULL, "");
	moves(h, "y1", PROPOSAL_APPROVE, NULL);
	assert_order(h, NULL, "m y1");
	moves(h, "y2", PROPOSAL_APPROVE, "Bifall, med glädje"); /* the same */
	assert_order(h, NULL, "m y1");
	moves(h, "y3", PROPOSAL_REJECT, NULL);
	assert_order(h, NULL, "m y1 y3");
}

static void
kl_5_53_formal_first_additions_last(void **state)
{
	struct hall *h = *state;

	moves(h, "y1", PROPOSAL_ADD, "Uppdra …");
	moves(h, "y2", PROPOSAL_REJECT, NULL);
	moves(h, "y3", PROPOSAL_REFER_BACK, "Kostnad");
	moves(h, "y4", PROPOSAL_APPROVE, NULL);
	moves(h, "y5", PROPOSAL_TABLE, NULL);
	moves(h, "y6", PROPOSAL_REFER_BACK, "Barn");
	moves(h, "y7", PROPOSAL_ADJOURN, NULL);
	moves(h, "y8", PROPOSAL_ADD, "Redovisa …");
	moves(h, "y9", PROPOSAL_TABLE, NULL);
	assert_order(
	    h, NULL, "f y7 / f y5 / f y3 / f y6 / m y4 y2 / a y1 / a y8");
}

static void
kl_5_67_withdrawn_is_not_put(void **state)
{
	struct hall *h = *state;

	yes_and_no(h);
	h->p->proposals.v[0].withdrawn = true;
	assert_order(h, NULL, "m y2");
	h->p->proposals.v[1].withdrawn = true;
	assert_order(h, NULL, "");
}

static void
kl_5_53_counter_proposals(void **state)
{
	struct hall *h = *state;
	struct question *q;

	yes_and_no(h);
	moves(h, "y3", PROPOSAL_AMEND, "A");
	moves(h, "y4", PROPOSAL_AMEND, "B");
	moves(h, "y5", PROPOSAL_AMEND, "A"); /* as y3 */
	assert_order(h, NULL, "c y2 y3 / c y2 y3 y4 / m y1 y2 y3 y4");
	assert_order(h, "y4", "c y1 y2 / c y1 y2 y3 / m y4 y1 y2 y3");
	q = vec_push(h->a, &h->p->questions);
	q->kind = QUESTION_COUNTER;
	text_add(h->a, &q->proposals, "y2");
	text_add(h->a, &q->proposals, "y3");
	q->carried = "y3";
	assert_order(h, NULL, "c y2 y3 / c y3 y4 / m y1 y3 y4");
	q = vec_push(h->a, &h->p->questions);
	q->kind = QUESTION_COUNTER;
	text_add(h->a, &q->proposals, "y3");
	text_add(h->a, &q->proposals, "y4");
	q->carried = "y4";
	assert_order(h, NULL, "c y2 y3 / c y3 y4 / m y1 y4");
	h->err.code = 0;
	assert_int_equal(
	    voting_order(h->a, h->p, "y9", NULL, &(voting_steps){ 0 }, &h->err),
	    KL_E_INPUT);
}

static void
kl_5_53_says_why(void **state)
{
	struct hall *h = *state;
	struct derivation why = { .arena = h->a };
	voting_steps steps = { 0 };

	yes_and_no(h);
	moves(h, "y3", PROPOSAL_TABLE, NULL);
	moves(h, "y4", PROPOSAL_ADD, NULL);
	assert_int_equal(voting_order(h->a, h->p, NULL, &why, &steps, NULL), 0);
	assert_int_equal(why.reasons.n, 3);
	assert_string_equal(why.reasons.v[0].rule, "voting-order");
	assert_string_equal(why.reasons.v[0].statute, "KL 5:53, 6:33");
}

/* ---- KL 5:55-56: who won --------------------------------------------------
 */

static void
assert_won(struct hall *h, struct division *d, const char *carried, bool chair)
{
	struct voting_result r;

	voting_outcome(&h->b, h->m, h->p, d, &h->s, &r);
	if (carried == NULL)
		assert_null(r.carried);
	else
		assert_string_equal(r.carried, carried);
	assert_int_equal(r.by_casting_vote, chair);
	assert_int_equal(check(h, d), carried == NULL ? KL_E_RULE : 0);
}

static void
kl_5_55_simple_majority(void **state)
{
	struct hall *h = *state;

	yes_and_no(h);
	assert_won(h, divide(h, "jjjjnnn"), "y1", false);
	assert_won(h, divide(h, "nnnnjjj"), "y2", false);
	assert_won(h, divide(h, "jaaaaaa"), "y1", false);
	assert_won(h, divide(h, "jjjnnna"), "y1", true);
}

static void
kl_5_56_casting_vote_is_the_chairs_own(void **state)
{
	struct hall *h = *state;
	struct division *d;

	yes_and_no(h);
	assert_won(h, divide(h, "njjjnna"), "y2", true);
	d = divide(h, "ajjjnnn"); /* the chair abstains: KL 4:25 */
	assert_won(h, d, NULL, false);
	assert_fault(h, d, "KL 4:25, 5:56");
	d = divide(h, "jjjjnnn");
	d->casting = true; /* not needed */
	assert_fault(h, d, "KL 5:56, 6:33");
	d = divide(h, "jjjnnna");
	d->lots = true;
	assert_int_equal(check(h, d), KL_E_RULE);
	assert_string_equal(h->err.statute, "KL 5:56, 6:33");
}

static void
kl_5_56_lots_in_an_election(void **state)
{
	struct hall *h = *state;
	struct division *d = divide(h, "");
	struct voting_result r;

	yes_and_no(h);
	election_add(h->a, h->p);
	d->secret = true;
	d->count[VOTE_YES] = d->count[VOTE_NO] = 3;
	d->count[VOTE_ABSTAIN] = 1;
	assert_fault(h, d, "KL 5:56, 6:33"); /* what decided? */
	d->lots = true;
	d->carried = "y2";
	assert_int_equal(check(h, d), 0);
	voting_result(h->p, d, &h->s, &r);
	assert_true(r.by_lots);
	assert_string_equal(r.carried, "y2");
	d->casting = true;
	assert_fault(h, d, "KL 5:56, 6:33");
}

static void
kl_5_54_secret_only_in_elections(void **state)
{
	struct hall *h = *state;
	struct division *d = divide(h, "");

	yes_and_no(h);
	d->secret = true;
	d->count[VOTE_YES] = 4;
	d->count[VOTE_NO] = 3;
	assert_fault(h, d, "KL 5:54, 6:33");
	h->p->title = "Anställning av trafikdirektör";
	assert_int_equal(check(h, d), 0);
	d = divide(h, "jjjjnnn");
	d->secret = true; /* and yet a list */
	assert_fault(h, d, "KL 5:54, 6:33");
	h->p->title = NULL;
	election_add(h->a, h->p);
	assert_fault(h, divide(h, "jjjjnnn"), "KL 5:54, 6:33");
}

static void
kl_5_50_a_third_of_the_council(void **state)
{
	struct hall *h = *state;
	struct voting_result r;
	struct division *d;

	moves(h, "y1", PROPOSAL_REFER_BACK, NULL);
	d = divide(h, "jjjnnnn");
	d->no = VOTING_REJECTION;
	assert_won(h, d, VOTING_REJECTION, false); /* a committee: 6:33 */
	h->b.committees.v[0].kind = BODY_ASSEMBLY;
	assert_won(h, d, "y1", false); /* 3 of 7 */
	voting_outcome(&h->b, h->m, h->p, d, &h->s, &r);
	assert_true(r.by_minority);
	d = divide(h, "jjnnnnn"); /* 2 of 7 is less than a third */
	d->no = VOTING_REJECTION;
	assert_won(h, d, VOTING_REJECTION, false);
	h->s.v.v[6].seat = SEAT_ABSENT;
	h->s.serving = 6;
	d = divide(h, "jjnnnn"); /* 2 of 6 is a third */
	d->no = VOTING_REJECTION;
	assert_won(h, d, "y1", false);
	h->m->items.v[0].previous_key = "KF/2026-10-20 7"; /* once only */
	assert_won(h, d, VOTING_REJECTION, false);
	h->m->items.v[0].previous_key = NULL;
	d->no = "y1"; /* yes: it is decided today */
	d->yes = NULL;
	assert_won(h, d, "y1", false);
	voting_outcome(&h->b, h->m, h->p, d, &h->s, &r);
	assert_int_equal(r.won, VOTE_NO);
	h->p->proposals.v[0].kind = PROPOSAL_AMEND;
	d->yes = "y1";
	d->no = VOTING_REJECTION;
	assert_won(h, d, VOTING_REJECTION, false);
}

static void
kl_5_55_stated_outcome_is_the_votes(void **state)
{
	struct hall *h = *state;
	struct division *d = divide(h, "jjjjnnn");

	yes_and_no(h);
	d->carried = "y1";
	assert_int_equal(check(h, d), 0);
	d->carried = "y2";
	assert_fault(h, d, "KL 5:55, 6:33");
	d->carried = VOTING_REJECTION;
	assert_fault(h, d, "KL 5:55, 6:33");
	d->carried = NULL;
	h->p->proposals.v[0].kind = PROPOSAL_TABLE;
	h->p->outcome = OUTCOME_TABLED;
	assert_int_equal(check(h, d), 0);
	h->p->outcome = OUTCOME_DECIDED;
	assert_fault(h, d, "KL 5:55, 6:33");
	h->p->outcome = OUTCOME_TABLED;
	assert_fault(h, divide(h, "jjjnnnn"), "KL 5:55, 6:33");
	d = divide(h, "jjjjnnn"); /* yes: it is decided today */
	d->yes = "y2";
	d->no = "y1";
	assert_fault(h, d, "KL 5:55, 6:33");
	h->p->outcome = OUTCOME_DECIDED;
	assert_int_equal(check(h, d), 0);
	d->carried = VOTING_REJECTION; /* of tabling it */
	assert_int_equal(check(h, d), 0);
	d->yes = NULL;
	assert_int_equal(check(h, d), 0);
	d->carried = "y1";
	assert_fault(h, d, "KL 5:55, 6:33");
	moves(h, "y3", PROPOSAL_REJECT, NULL); /* as y2 */
	d->yes = "y2";
	d->carried = "y3";
	assert_int_equal(check(h, d), 0);
}

/* ---- KL 4:24, 6:30, 5:67: who votes ---------------------------------------
 */

static void
kl_4_24_one_vote_each(void **state)
{
	struct hall *h = *state;
	struct division *d = divide(h, "jjjjnnn");
	struct ballot *x = vec_push(h->a, &d->ballots);

	yes_and_no(h);
	x->person = "p2";
	x->vote = VOTE_NO;
	assert_int_equal(check(h, d), KL_E_RULE);
	assert_string_equal(h->err.statute, "KL 4:24");
	assert_int_equal(h->faults.total, 1);
	x->person = "d2"; /* listens */
	assert_int_equal(check(h, d), KL_E_RULE);
	assert_string_equal(h->err.statute, "KL 4:24");
	x->person = "p7"; /* is away */
	x->vote = VOTE_ABSENT;
	assert_int_equal(check(h, d), 0);
	x->vote = VOTE_YES;
	assert_int_equal(check(h, d), KL_E_RULE);
	x->person = "nobody";
	assert_int_equal(check(h, d), KL_E_RULE);
}

static void
kl_6_30_who_has_a_conflict_does_not_vote(void **state)
{
	struct hall *h = *state;

	yes_and_no(h);
	h->s.v.v[2].seat = SEAT_CONFLICTED;
	h->s.serving--;
	assert_int_equal(check(h, divide(h, "jj-jnnn")), 0);
	assert_int_equal(check(h, divide(h, "jjjjnnn")), KL_E_RULE);
	assert_string_equal(h->err.statute, "KL 6:30");
	assert_int_equal(
	    voting_may_propose(&h->s, h->p, "p3", PROPOSAL_APPROVE, &h->err),
	    KL_E_RULE);
	assert_string_equal(h->err.statute, "KL 6:30");
}

static void
kl_5_67_everybody_who_serves_is_accounted_for(void **state)
{
	struct hall *h = *state;
	struct division *d;

	yes_and_no(h);
	assert_fault(h, divide(h, "jj-jnnn"), "KL 5:67 p 5, 6:35");
	assert_fault(h, divide(h, "jjfjnnn"), "KL 5:67 p 5, 6:35");
	text_add(h->a, &h->p->not_participating, "p3");
	assert_int_equal(check(h, divide(h, "jj-jnnn")), 0);
	assert_fault(h, divide(h, "jjjjnnn"), "KL 4:25");
	h->p->not_participating.n = 0;
	d = divide(h, "jjjjnnn");
	d->count[VOTE_YES] = 5;
	assert_fault(h, d, "KL 5:67 p 3, 6:35");
	d->count[VOTE_YES] = 4;
	assert_int_equal(check(h, d), 0);
	d = divide(h, ""); /* open, and numbers alone */
	d->count[VOTE_YES] = 4;
	d->count[VOTE_NO] = 3;
	assert_fault(h, d, "KL 5:67 p 5, 6:35");
}

static void
kl_5_67_division_is_about_what_was_moved(void **state)
{
	struct hall *h = *state;
	struct division *d = divide(h, "jjjjnnn");

	yes_and_no(h);
	d->no = "y9";
	assert_fault(h, d, "KL 5:67 p 1, 6:35");
	d->no = "y1";
	assert_fault(h, d, "KL 5:67 p 1, 6:35");
	d->no = "y2";
	h->p->proposals.v[1].withdrawn = true;
	assert_fault(h, d, "KL 5:67 p 1, 6:35");
	d->no = VOTING_REJECTION;
	assert_int_equal(check(h, d), 0);
	d->yes = d->no = NULL; /* the voting order is a text */
	assert_int_equal(check(h, d), 0);
}

static void
kl_4_26_nobody_abstains_in_the_exercise_of_authority(void **state)
{
	struct hall *h = *state;
	struct division *d;

	yes_and_no(h);
	moves(h, "y3", PROPOSAL_AMEND, "A");
	d = divide(h, "jjjjnna");
	assert_int_equal(check(h, d), 0);
	h->b.matters.v[0].authority = true;
	assert_fault(h, d, "KL 4:26");
	/* nobody must vote for more than one of the proposals */
	divide(h, "jjjjnnj")->yes = "y3";
	assert_int_equal(check(h, &h->p->divisions.v[0]), 0);
	assert_int_equal(
	    voting_may_stand_aside(&h->b, h->m, &h->s, h->p, "p2", &h->err),
	    KL_E_RULE);
	assert_string_equal(h->err.statute, "KL 4:26");
}

/* ---- KL 4:20-27: rights ---------------------------------------------------
 */

static void
kl_4_22_who_serves_may_propose(void **state)
{
	struct hall *h = *state;

	assert_int_equal(
	    voting_may_propose(&h->s, h->p, "p2", PROPOSAL_ADD, NULL), 0);
	assert_int_equal(
	    voting_may_propose(&h->s, h->p, "d1", PROPOSAL_ADD, NULL), 0);
	assert_int_equal(
	    voting_may_propose(&h->s, h->p, "d2", PROPOSAL_ADD, &h->err),
	    KL_E_RULE);
	assert_string_equal(h->err.statute, "KL 4:20, 4:22");
	assert_int_equal(
	    voting_may_propose(&h->s, h->p, "p7", PROPOSAL_ADD, &h->err),
	    KL_E_RULE);
	assert_int_equal(
	    voting_may_propose(&h->s, h->p, "x", PROPOSAL_ADD, &h->err),
	    KL_E_RULE);
}

static void
kl_4_25_the_chair_votes_when_needed(void **state)
{
	struct hall *h = *state;

	assert_int_equal(
	    voting_may_stand_aside(&h->b, h->m, &h->s, h->p, "p1", NULL), 0);
	divide(h, "-jjjnna");
	assert_int_equal(
	    voting_may_stand_aside(&h->b, h->m, &h->s, h->p, "p2", NULL), 0);
	assert_int_equal(
	    voting_may_stand_aside(&h->b, h->m, &h->s, h->p, "p1", NULL), 0);
	divide(h, "-jjjnnn");
	assert_int_equal(
	    voting_may_stand_aside(&h->b, h->m, &h->s, h->p, "p1", &h->err),
	    KL_E_RULE);
	assert_string_equal(h->err.statute, "KL 4:25");
	assert_int_equal(
	    voting_may_stand_aside(&h->b, h->m, &h->s, h->p, "d2", &h->err),
	    KL_E_RULE);
}

static void
kl_4_27_only_who_took_part_dissents(void **state)
{
	struct hall *h = *state;

	assert_int_equal(voting_may_dissent(&h->s, h->p, "p2", NULL), 0);
	assert_int_equal(voting_may_dissent(&h->s, h->p, "d1", NULL), 0);
	text_add(h->a, &h->p->not_participating, "p2");
	assert_int_equal(
	    voting_may_dissent(&h->s, h->p, "p2", &h->err), KL_E_RULE);
	assert_string_equal(h->err.statute, "KL 4:27");
	assert_int_equal(
	    voting_may_dissent(&h->s, h->p, "d2", &h->err), KL_E_RULE);
	assert_string_equal(h->err.statute, "KL 4:27");
	assert_int_equal(
	    voting_may_dissent(&h->s, h->p, "p7", &h->err), KL_E_RULE);
	h->s.v.v[2].seat = SEAT_CONFLICTED;
	assert_int_equal(
	    voting_may_dissent(&h->s, h->p, "p3", &h->err), KL_E_RULE);
	assert_string_equal(h->err.statute, "KL 6:30");
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = { TEST(kl_5_53_one_question),
		TEST(kl_5_53_formal_first_additions_last),
		TEST(kl_5_67_withdrawn_is_not_put),
		TEST(kl_5_53_counter_proposals), TEST(kl_5_53_says_why),
		TEST(kl_5_55_simple_majority),
		TEST(kl_5_56_casting_vote_is_the_chairs_own),
		TEST(kl_5_56_lots_in_an_election),
		TEST(kl_5_54_secret_only_in_elections),
		TEST(kl_5_50_a_third_of_the_council),
		TEST(kl_5_55_stated_outcome_is_the_votes),
		TEST(kl_4_24_one_vote_each),
		TEST(kl_6_30_who_has_a_conflict_does_not_vote),
		TEST(kl_5_67_everybody_who_serves_is_accounted_for),
		TEST(kl_5_67_division_is_about_what_was_moved),
		TEST(kl_4_26_nobody_abstains_in_the_exercise_of_authority),
		TEST(kl_4_22_who_serves_may_propose),
		TEST(kl_4_25_the_chair_votes_when_needed),
		TEST(kl_4_27_only_who_took_part_dissents) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
