/* SPDX-License-Identifier: EUPL-1.2
 *
 * Which questions the chair puts and in which order, and who may propose, stand
 * aside and dissent.  Divisions are counted and tried in division.c.
 */
#include "config.h"

#include <string.h>

#include "rules/voting.h"

#define STATUTE_QUESTIONS "KL 5:53, 6:33"
#define STATUTE_CONFLICT "KL 6:30"

static bool
same(const char *x, const char *y)
{
	return x != NULL && y != NULL && strcmp(x, y) == 0;
}

bool
voting_lists(const text_list *list, const char *ref)
{
	size_t i;

	for (i = 0; i < list->n; i++)
		if (same(list->v[i], ref))
			return true;
	return false;
}

const struct proposal *
voting_proposal(const struct paragraph *p, const char *ref)
{
	size_t i;

	for (i = 0; i < p->proposals.n; i++)
		if (same(p->proposals.v[i].ref, ref))
			return &p->proposals.v[i];
	return NULL;
}

const struct matter *
voting_matter(
    const struct bundle *b, const struct meeting *m, const struct paragraph *p)
{
	const struct agenda_item *item = meeting_item(m, p->item);

	return item == NULL ? NULL : bundle_matter(b, item->number);
}

bool
voting_is_formal(enum proposal_kind kind)
{
	return kind == PROPOSAL_ADJOURN || kind == PROPOSAL_TABLE ||
	       kind == PROPOSAL_REFER_BACK;
}

/* ---- the order of questions ---------------------------------------------- */

static bool
same_text(const char *x, const char *y)
{
	return x == NULL || y == NULL ? x == y : strcmp(x, y) == 0;
}

/* Two members who move the same thing are put as one question.  To approve or
 * to reject is the same whatever is said about it. */
static bool
moved_before(const struct paragraph *p, size_t k)
{
	const struct proposal *x = &p->proposals.v[k], *y;
	size_t i;

	for (i = 0; i < k; i++) {
		y = &p->proposals.v[i];
		if (y->withdrawn || y->kind != x->kind)
			continue;
		if (x->kind == PROPOSAL_APPROVE || x->kind == PROPOSAL_REJECT ||
		    same_text(x->text, y->text))
			return true;
	}
	return false;
}

static struct voting_step *
add_step(struct arena *a, voting_steps *out, enum question_kind kind)
{
	struct voting_step *s = vec_push(a, out);

	if (s != NULL)
		s->kind = kind;
	return s;
}

/* A question about each proposal of that kind alone. */
static void
put_each(struct arena *a, const struct paragraph *p, enum proposal_kind what,
    enum question_kind kind, voting_steps *out)
{
	struct voting_step *s;
	size_t i;

	for (i = 0; i < p->proposals.n; i++) {
		if (p->proposals.v[i].withdrawn ||
		    p->proposals.v[i].kind != what || moved_before(p, i))
			continue;
		s = add_step(a, out, kind);
		if (s != NULL)
			text_add(a, &s->proposals, p->proposals.v[i].ref);
	}
}

/* The proposals to decide the matter in one way or another, the main one first.
 */
static int
find_substantive(struct arena *a, const struct paragraph *p, const char *main,
    text_list *out, struct kl_error *err)
{
	const struct proposal *x, *first = NULL;
	size_t i;

	for (i = 0; i < p->proposals.n; i++) {
		x = &p->proposals.v[i];
		if (x->withdrawn || voting_is_formal(x->kind) ||
		    x->kind == PROPOSAL_ADD)
			continue;
		if (main != NULL
			? same(x->ref, main)
			: first == NULL || (x->kind == PROPOSAL_APPROVE &&
					       first->kind != PROPOSAL_APPROVE))
			first = x;
	}
	if (first == NULL && main != NULL)
		return kl_error_set(err, KL_E_INPUT,
		    KL_N_("No proposal %s to decide the matter has been moved, "
			  "so it cannot be the main proposal. Nothing was "
			  "changed."),
		    main);
	if (first != NULL)
		text_add(a, out, first->ref);
	for (i = 0; i < p->proposals.n; i++) {
		x = &p->proposals.v[i];
		if (!x->withdrawn && !voting_is_formal(x->kind) &&
		    x->kind != PROPOSAL_ADD && x != first &&
		    !moved_before(p, i) &&
		    !(first->kind == x->kind && x->kind <= PROPOSAL_REJECT))
			text_add(a, out, x->ref);
	}
	return 0;
}

/* Which of them has been found to be the one to set against the rest. */
static const char *
chosen(const struct paragraph *p, const text_list *candidates)
{
	const struct question *q;
	size_t i, k, named;

	for (i = 0; i < p->questions.n; i++) {
		q = &p->questions.v[i];
		if (q->kind != QUESTION_COUNTER ||
		    !voting_lists(candidates, q->carried) ||
		    !voting_lists(
			&q->proposals, candidates->v[candidates->n - 1]))
			continue;
		for (k = named = 0; k < q->proposals.n; k++)
			named += voting_lists(candidates, q->proposals.v[k]);
		if (named >= 2)
			return q->carried;
	}
	return NULL;
}

/* Of more than two, one after the other is set against what is left, until one
 * counter-proposal meets the main one. */
static void
put_substantive(struct arena *a, const struct paragraph *p,
    const text_list *all, voting_steps *out)
{
	text_list left = { 0 };
	struct voting_step *s;
	const char *winner;
	size_t i, k;

	for (i = 1; i < all->n; i++) {
		text_add(a, &left, all->v[i]);
		if (left.n < 2)
			continue;
		s = add_step(a, out, QUESTION_COUNTER);
		for (k = 0; s != NULL && k < left.n; k++)
			text_add(a, &s->proposals, left.v[k]);
		winner = chosen(p, &left);
		if (winner != NULL) {
			left.n = 1;
			left.v[0] = winner;
		}
	}
	if (all->n == 0)
		return;
	s = add_step(a, out, QUESTION_MAIN);
	if (s == NULL)
		return;
	text_add(a, &s->proposals, all->v[0]);
	for (i = 0; i < left.n; i++)
		text_add(a, &s->proposals, left.v[i]);
}

/* How many steps there are of a kind. */
static size_t
count_kind(const voting_steps *steps, enum question_kind kind)
{
	size_t i, n = 0;

	for (i = 0; i < steps->n; i++)
		n += steps->v[i].kind == kind;
	return n;
}

static void
say_order(struct derivation *why, const voting_steps *steps, const char *main)
{
	if (count_kind(steps, QUESTION_FORMAL) > 0)
		derive(why, "voting-order", STATUTE_QUESTIONS,
		    KL_N_("Whether the matter is to be decided today is put "
			  "first: to adjourn, to table, to refer back."));
	if (count_kind(steps, QUESTION_COUNTER) > 0)
		derive(why, "voting-order", STATUTE_QUESTIONS,
		    KL_N_("There are more than two proposals: the main "
			  "proposal is %s, and the counter-proposal is chosen "
			  "before it is put against that one."),
		    main);
	else if (count_kind(steps, QUESTION_MAIN) > 0)
		derive(why, "voting-order", STATUTE_QUESTIONS,
		    KL_N_("The matter is decided on the main proposal, %s."),
		    main);
	if (count_kind(steps, QUESTION_ADDITION) > 0)
		derive(why, "voting-order", STATUTE_QUESTIONS,
		    KL_N_("Additions are put last, each for itself."));
}

int
voting_order(struct arena *a, const struct paragraph *p, const char *main,
    struct derivation *why, voting_steps *out, struct kl_error *err)
{
	static const enum proposal_kind formal[] = { PROPOSAL_ADJOURN,
		PROPOSAL_TABLE, PROPOSAL_REFER_BACK };
	text_list all = { 0 };
	size_t i;
	int rc;

	rc = find_substantive(a, p, main, &all, err);
	if (rc != 0)
		return rc;
	for (i = 0; i < sizeof formal / sizeof *formal; i++)
		put_each(a, p, formal[i], QUESTION_FORMAL, out);
	put_substantive(a, p, &all, out);
	put_each(a, p, PROPOSAL_ADD, QUESTION_ADDITION, out);
	if (arena_failed(a))
		return kl_error_nomem(err);
	say_order(why, out, all.n == 0 ? "" : all.v[0]);
	return derive_done(why, err);
}

bool
voting_fell(const struct paragraph *p, const char *ref, size_t n)
{
	const struct question *q;
	size_t i;

	for (i = 0; i < n && i < p->questions.n; i++) {
		q = &p->questions.v[i];
		if (q->carried != NULL && voting_lists(&q->proposals, ref) &&
		    !voting_same_side(p, ref, q->carried))
			return true;
	}
	return false;
}

/* ---- who may ------------------------------------------------------------- */

static int
refuse(struct kl_error *err, const char *statute)
{
	kl_error_statute(err, statute);
	return KL_E_RULE;
}

/* Only who serves has a member's rights, and nobody in a matter of their own.
 */
static int
must_serve(const struct sitting *s, const char *ref, const char *statute,
    struct kl_error *err)
{
	const struct sitter *x = sitting_of(s, ref);

	if (x != NULL && x->seat == SEAT_SERVING)
		return 0;
	if (x != NULL && x->seat == SEAT_CONFLICTED) {
		kl_error_set(err, KL_E_RULE,
		    KL_N_("%s has a conflict of interest in § %d and may not "
			  "take part in it. Nothing was changed."),
		    ref, s->paragraph);
		return refuse(err, STATUTE_CONFLICT);
	}
	if (x != NULL && x->seat == SEAT_LISTENING)
		kl_error_set(err, KL_E_RULE,
		    KL_N_("%s is a deputy who does not serve in § %d, and has "
			  "a member's rights only when serving. Nothing was "
			  "changed. Let the deputy enter for a member who is "
			  "away, before the item."),
		    ref, s->paragraph);
	else
		kl_error_set(err, KL_E_RULE,
		    KL_N_("%s does not serve in § %d. Nothing was changed. "
			  "Correct the attendance if that is wrong."),
		    ref, s->paragraph);
	return refuse(err, statute);
}

int
voting_may_propose(const struct sitting *s, const struct paragraph *p,
    const char *ref, enum proposal_kind kind, struct kl_error *err)
{
	int rc = must_serve(s, ref, "KL 4:20, 4:22", err);

	if (rc == 0 && voting_lists(&p->not_participating, ref)) {
		kl_error_set(err, KL_E_RULE,
		    KL_N_("%s takes no part in the decision of § %d and so "
			  "moves nothing in it (%s). Nothing was changed."),
		    ref, p->nr, word_of(words_proposal, (int)kind));
		return refuse(err, "KL 4:25");
	}
	return rc;
}

/* Would the votes be equal without the chair's? */
static bool
chair_is_needed(const struct sitting *s, const struct paragraph *p)
{
	const struct ballot *x;
	size_t i, k;
	int yes, no;

	for (i = 0; i < p->divisions.n; i++) {
		yes = no = 0;
		for (k = 0; k < p->divisions.v[i].ballots.n; k++) {
			x = &p->divisions.v[i].ballots.v[k];
			yes +=
			    x->vote == VOTE_YES && !same(x->person, s->chair);
			no += x->vote == VOTE_NO && !same(x->person, s->chair);
		}
		if (yes == no && p->divisions.v[i].ballots.n > 0)
			return true;
	}
	return false;
}

int
voting_may_stand_aside(const struct bundle *b, const struct meeting *m,
    const struct sitting *s, const struct paragraph *p, const char *ref,
    struct kl_error *err)
{
	const struct matter *x = voting_matter(b, m, p);
	int rc = must_serve(s, ref, "KL 4:25", err);

	if (rc != 0)
		return rc;
	if (x != NULL && x->authority) {
		kl_error_set(err, KL_E_RULE,
		    KL_N_("§ %d exercises public authority against an "
			  "individual: who has handled the matter must take "
			  "part in deciding it. Nothing was changed."),
		    p->nr);
		return refuse(err, "KL 4:26");
	}
	if (same(s->chair, ref) && chair_is_needed(s, p)) {
		kl_error_set(err, KL_E_RULE,
		    KL_N_("The votes in § %d are equal, so that the chair "
			  "must vote for the matter to be decided. Nothing "
			  "was changed."),
		    p->nr);
		return refuse(err, "KL 4:25");
	}
	return 0;
}

int
voting_may_dissent(const struct sitting *s, const struct paragraph *p,
    const char *ref, struct kl_error *err)
{
	int rc = must_serve(s, ref, "KL 4:27", err);

	if (rc != 0)
		return rc;
	if (voting_lists(&p->not_participating, ref)) {
		kl_error_set(err, KL_E_RULE,
		    KL_N_("%s took no part in the decision of § %d; only who "
			  "took part may dissent from it. Nothing was "
			  "changed."),
		    ref, p->nr);
		return refuse(err, "KL 4:27");
	}
	return 0;
}
