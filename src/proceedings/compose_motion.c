/* SPDX-License-Identifier: EUPL-1.2
 *
 * Composing: who moved what, and the questions that the chair put.  Where the
 * questions are not known, nothing is said about them that the facts do not
 * say.
 */
#include "config.h"

#include <string.h>

#include "proceedings/composing.h"

static bool
same(const char *x, const char *y)
{
	return x != NULL && y != NULL && strcmp(x, y) == 0;
}

/* ---- proposals ----------------------------------------------------------- */

static bool
same_motion(const struct proposal *x, const struct proposal *y)
{
	return !y->withdrawn && x->kind == y->kind &&
	       (x->text == NULL ? y->text == NULL : same(x->text, y->text));
}

/* Everybody who moved the same, once. */
static void
add_movers(struct composing *c, const struct proposal *x, text_list *out)
{
	size_t i;

	for (i = 0; i < x->persons.n; i++)
		if (!voting_lists(out, x->persons.v[i]))
			text_add(c->a, out, x->persons.v[i]);
}

static const char *
movers_of(struct composing *c, const struct proposal *x)
{
	text_list all = { 0 };
	size_t i;

	for (i = 0; i < c->p->proposals.n; i++)
		if (same_motion(x, &c->p->proposals.v[i]))
			add_movers(c, &c->p->proposals.v[i], &all);
	return compose_names(c, &all);
}

static bool
was_told(const struct composing *c, size_t k)
{
	size_t i;

	for (i = 0; i < k; i++)
		if (same_motion(&c->p->proposals.v[k], &c->p->proposals.v[i]))
			return true;
	return false;
}

void
compose_proposals(struct composing *c)
{
	const struct proposal *x;
	const char *id;
	size_t i;

	for (i = 0; i < c->p->proposals.n; i++) {
		x = &c->p->proposals.v[i];
		if (x->withdrawn || x->kind == 0 || was_told(c, i))
			continue;
		id = compose_id(
		    c, "yrkande", word_of(words_proposal, (int)x->kind));
		if (x->text != NULL &&
		    (x->kind == PROPOSAL_AMEND || x->kind == PROPOSAL_ADD))
			id = compose_id(c, id, "text");
		SAY(c, id, { "namn", movers_of(c, x) });
		compose_text_of(c, x->text);
	}
}

/* ---- questions ----------------------------------------------------------- */

/* "ändringsyrkandet från Nils Ek (M)"; ${stem}: "förslag" or "röst". */
const char *
compose_proposal(struct composing *c, const char *stem, const char *ref)
{
	const struct proposal *x = voting_proposal(c->p, ref);

	if (x == NULL || x->kind == 0)
		return same(ref, VOTING_REJECTION) || ref == NULL
			   ? PLAIN(c, "röst-avslag")
			   : ref;
	return PHRASE(c,
	    compose_id(c, stem, word_of(words_proposal, (int)x->kind)),
	    { "namn", movers_of(c, x) });
}

/* The proposal that is approved or rejected, when the question is that one. */
static const char *
only_proposal(const struct composing *c, const struct question *q)
{
	const struct proposal *x;
	const char *only = NULL;
	size_t i, others = 0;

	for (i = 0; i < q->proposals.n; i++) {
		x = voting_proposal(c->p, q->proposals.v[i]);
		if (same(q->proposals.v[i], VOTING_REJECTION) ||
		    (x != NULL && x->kind == PROPOSAL_REJECT))
			continue;
		only = q->proposals.v[i];
		others++;
	}
	return others == 1 ? only : NULL;
}

static bool
all_reject(const struct composing *c, const struct question *q)
{
	const struct proposal *x;
	size_t i;

	for (i = 0; i < q->proposals.n; i++) {
		x = voting_proposal(c->p, q->proposals.v[i]);
		if (x == NULL || x->kind != PROPOSAL_REJECT)
			return false;
	}
	return q->proposals.n > 0;
}

static const char *
versus(struct composing *c, const struct question *q)
{
	text_list words = { 0 };
	const char *s;
	size_t i;

	for (i = 0; i < q->proposals.n; i++)
		text_add(c->a, &words,
		    compose_proposal(c, "förslag", q->proposals.v[i]));
	s = phrase_list(c->a, c->phrases, words.v, words.n);
	return s == NULL ? "" : s;
}

/* "fråga-återremiss-ja": what the chair found, unless a division decided. */
static const char *
with_answer(struct composing *c, const struct question *q, const char *id,
    const char *yes, bool plain_is_no)
{
	if (q->carried == NULL || q->division > 0)
		return id;
	return compose_id(
	    c, id, same(q->carried, yes) != plain_is_no ? "ja" : "nej");
}

static void
ask_formal(struct composing *c, const struct question *q)
{
	const struct proposal *x = NULL;
	const char *id;
	size_t i;

	for (i = 0; i < q->proposals.n && x == NULL; i++) {
		x = voting_proposal(c->p, q->proposals.v[i]);
		if (x != NULL && !voting_is_formal(x->kind))
			x = NULL;
	}
	if (x == NULL)
		return;
	id = compose_id(c, "fråga", word_of(words_proposal, (int)x->kind));
	compose_say(c, PLAIN(c, with_answer(c, q, id, x->ref, false)));
}

/* Approve or reject one proposal: nothing is set against anything. */
static void
ask_one(struct composing *c, const struct question *q, const char *ref)
{
	const char *what = ref == NULL ? PLAIN(c, "förslag-bifall")
				       : compose_proposal(c, "förslag", ref);
	const char *no = q->proposals.n > 0 ? q->proposals.v[0] : NULL;

	compose_say(c, PHRASE(c,
			   with_answer(c, q, "fråga-bifall",
			       ref == NULL ? no : ref, ref == NULL),
			   { "förslag", what }));
}

static void
ask_several(struct composing *c, const struct question *q, const char *id)
{
	if (q->carried == NULL || q->division > 0)
		SAY(c, id, { "förslag", versus(c, q) });
	else
		SAY(c, compose_id(c, id, "utfall"), { "förslag", versus(c, q) },
		    { "utfall", compose_proposal(c, "förslag", q->carried) });
}

static bool
is_formal(const struct composing *c, const struct question *q)
{
	const struct proposal *x =
	    q->proposals.n == 0 ? NULL
				: voting_proposal(c->p, q->proposals.v[0]);

	return q->kind == QUESTION_FORMAL ||
	       (q->kind == 0 && x != NULL && voting_is_formal(x->kind));
}

static void
ask(struct composing *c, const struct question *q)
{
	const char *only = only_proposal(c, q);

	if (is_formal(c, q))
		ask_formal(c, q);
	else if (q->kind == QUESTION_COUNTER)
		ask_several(c, q, "fråga-motförslag");
	else if (only != NULL || all_reject(c, q))
		ask_one(c, q, only);
	else if (q->proposals.n > 1)
		ask_several(c, q, "fråga-mot");
	if (q->division > 0 && c->p->divisions.n > 1)
		compose_go_on(c, PHRASE(c, "begärs-nr",
				     { "nr", compose_number(c, q->division) }));
	else if (q->division > 0)
		compose_go_on(c, PLAIN(c, "begärs"));
}

/* ---- when the questions are not known ------------------------------------ */

/* What can be told of the decision from how the matter ended. */
static const char *
known_outcome(struct composing *c)
{
	static const struct {
		enum outcome outcome;
		enum proposal_kind kind;
		const char *id;
	} formal[] = { { OUTCOME_TABLED, PROPOSAL_TABLE, "att-bordlägga" },
		{ OUTCOME_REFERRED_BACK, PROPOSAL_REFER_BACK,
		    "att-återremittera" } };
	size_t i, k;

	for (i = 0; i < sizeof formal / sizeof *formal; i++)
		for (k = 0; k < c->p->proposals.n; k++)
			if (c->p->outcome == formal[i].outcome &&
			    c->p->proposals.v[k].kind == formal[i].kind &&
			    !c->p->proposals.v[k].withdrawn)
				return PLAIN(c, formal[i].id);
	return PLAIN(c, "att-beslutet");
}

static void
tell_acclamation(struct composing *c)
{
	const struct proposal *x;
	size_t i, n = 0, approve = 0;

	for (i = 0; i < c->p->proposals.n; i++) {
		x = &c->p->proposals.v[i];
		n += !x->withdrawn;
		approve += !x->withdrawn && x->kind == PROPOSAL_APPROVE;
	}
	if (n == 0)
		return;
	if (c->p->divisions.n > 0) {
		compose_say(c, PLAIN(c, "gång-förslagen"));
		compose_go_on(c, PLAIN(c, "begärs"));
	} else if (approve == n && c->p->outcome == OUTCOME_DECIDED) {
		compose_say(c, PLAIN(c, "gång-förslaget"));
	} else if (c->p->outcome != 0 || c->p->decision.n > 0) {
		SAY(c, "gång-utfall", { "utfall", known_outcome(c) });
	}
}

void
compose_procedure(struct composing *c)
{
	size_t i;

	for (i = 0; i < c->p->questions.n; i++)
		ask(c, &c->p->questions.v[i]);
	if (c->p->questions.n == 0)
		tell_acclamation(c);
}
