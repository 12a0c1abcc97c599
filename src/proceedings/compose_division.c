/* SPDX-License-Identifier: EUPL-1.2
 *
 * Composing: divisions (the voting order, the result, what was decided by it)
 * and elections.
 */
#include "config.h"

#include <string.h>

#include "proceedings/composing.h"

#define APPROVER "justerare" /* who is elected to approve the minutes */

static bool
same(const char *x, const char *y)
{
	return x != NULL && y != NULL && strcmp(x, y) == 0;
}

/* What a vote on the side ${ref} is for; ${today}: not for what the other side
 * wants, ${formal}. */
static const char *
side_text(
    struct composing *c, const char *ref, bool today, enum proposal_kind formal)
{
	if (today)
		return PLAIN(c, formal == PROPOSAL_ADJOURN ? "röst-fortsätta"
							   : "röst-avgöra");
	return compose_proposal(c, "röst", ref);
}

static void
say_order(struct composing *c, const struct division *d)
{
	enum proposal_kind kind = 0;
	enum vote formal = voting_formal_side(c->p, d, &kind);

	if (d->text != NULL)
		SAY(c, "omröstning-ordning-text", { "text", d->text });
	else if (d->yes != NULL || d->no != NULL)
		SAY(c, "omröstning-ordning",
		    { "ja", side_text(c, d->yes, formal == VOTE_NO, kind) },
		    { "nej", side_text(c, d->no, formal == VOTE_YES, kind) });
}

/* "7 ja, 5 nej och 1 avstår" */
static const char *
result_text(struct composing *c, const struct voting_result *r)
{
	const int count[] = { 0, r->yes, r->no, r->abstain, r->absent };
	text_list words = { 0 };
	const char *s;
	int k;

	for (k = VOTE_YES; k <= VOTE_ABSENT; k++)
		if (k <= VOTE_NO || count[k] > 0)
			text_add(c->a, &words,
			    PHRASE(c,
				compose_id(c, "antal", word_of(words_vote, k)),
				{ "antal", compose_number(c, count[k]) }));
	s = phrase_list(c->a, c->phrases, words.v, words.n);
	return s == NULL ? "" : s;
}

/* Is the division about which proposal is set against the main one? */
static bool
chooses_counter(const struct composing *c, const struct division *d)
{
	const struct question *q;
	size_t i, nr = (size_t)(d - c->p->divisions.v) + 1;

	for (i = 0; i < c->p->questions.n; i++) {
		q = &c->p->questions.v[i];
		if (q->division == (int)nr && q->kind == QUESTION_COUNTER)
			return true;
	}
	return false;
}

static const char *
formal_outcome(struct composing *c, enum proposal_kind kind, bool carried)
{
	static const char *const yes[] = { [PROPOSAL_REFER_BACK] =
					       "att-återremittera",
		[PROPOSAL_TABLE] = "att-bordlägga",
		[PROPOSAL_ADJOURN] = "att-ajournera" };

	if (carried)
		return PLAIN(c, yes[kind]);
	return PLAIN(
	    c, kind == PROPOSAL_ADJOURN ? "att-fortsätta" : "att-avgöra");
}

/* "att bifalla förslaget" */
static const char *
won_text(struct composing *c, const struct division *d,
    const struct voting_result *r)
{
	const struct proposal *x = voting_proposal(c->p, r->carried);
	const struct proposal *yes = voting_proposal(c->p, d->yes);
	enum proposal_kind kind = 0;
	enum vote formal = voting_formal_side(c->p, d, &kind);
	const char *ref = r->carried;

	if (formal != 0)
		return formal_outcome(c, kind, r->won == formal);
	if (chooses_counter(c, d))
		return PHRASE(c, "att-motförslag",
		    { "förslag", compose_proposal(c, "förslag", ref) });
	if (x == NULL || x->kind == PROPOSAL_REJECT)
		return PHRASE(c, "att-avslå",
		    { "förslag",
			yes == NULL || yes->kind == PROPOSAL_REJECT
			    ? PLAIN(c, "förslag-bifall")
			    : compose_proposal(c, "förslag", d->yes) });
	return PHRASE(c,
	    x->kind == PROPOSAL_AMEND ? "att-enligt" : "att-bifalla",
	    { "förslag", compose_proposal(c, "förslag", ref) });
}

/* What decided when the votes were equal, or fewer sufficed. */
static void
say_equal(struct composing *c, const struct division *d,
    const struct voting_result *r)
{
	if (r->by_minority)
		compose_go_on(c, PHRASE(c, "omröstning-minoritet",
				     { "förslag", compose_proposal(c, "förslag",
						      r->carried) }));
	else if (r->by_casting_vote || (r->equal && d->casting))
		compose_go_on(c, PLAIN(c, "omröstning-utslagsröst"));
	else if (r->by_lots && d->lots)
		compose_go_on(c, PLAIN(c, "omröstning-lottning"));
}

static void
say_division(struct composing *c, const struct division *d, int nr)
{
	int annex = annex_of(c->m, ANNEX_VOTES, c->p->nr, nr);
	struct voting_result r;
	struct sitting s = { 0 };

	if (sitting_at(c->a, c->b, c->m, c->p->nr, &s, NULL) != 0)
		s = (struct sitting){ 0 };
	voting_outcome(c->b, c->m, c->p, d, &s, &r);
	say_order(c, d);
	if (d->secret)
		compose_go_on(c, PLAIN(c, "omröstning-sluten"));
	if (r.yes + r.no + r.abstain > 0)
		SAY(c, "omröstning-resultat",
		    { "resultat", result_text(c, &r) });
	say_equal(c, d, &r);
	if (r.won != 0 && (d->yes != NULL || d->no != NULL))
		compose_go_on(c, PHRASE(c, "omröstning-utfall",
				     { "utfall", won_text(c, d, &r) }));
	if (annex > 0)
		compose_go_on(c, PHRASE(c, "omröstning-bilaga",
				     { "nr", compose_number(c, annex) }));
}

void
compose_divisions(struct composing *c)
{
	text_list *all = c->out, one;
	size_t i, k;

	for (i = 0; i < c->p->divisions.n; i++) {
		one = (text_list){ 0 };
		c->out = &one;
		if (c->p->divisions.n > 1)
			SAY(c, "omröstning-nr",
			    { "nr", compose_number(c, (int)i + 1) });
		say_division(c, &c->p->divisions.v[i], (int)i + 1);
		c->out = all;
		for (k = 0; k < one.n; k++) {
			/* the number and the order are one paragraph */
			if (k == 1 && c->p->divisions.n > 1)
				compose_go_on(c, one.v[k]);
			else
				compose_say(c, one.v[k]);
		}
	}
}

/* ---- elections ----------------------------------------------------------- */

static const char *
elected(struct composing *c, const struct election *x)
{
	text_list names = { 0 };
	const char *s;
	size_t i;

	for (i = 0; i < x->persons.n; i++)
		text_add(c->a, &names, compose_name(c, x->persons.v[i]));
	for (i = 0; i < x->names.n; i++)
		text_add(c->a, &names, x->names.v[i]);
	s = phrase_list(c->a, c->phrases, names.v, names.n);
	return s == NULL ? "" : s;
}

static void
say_election(struct composing *c, const struct election *x)
{
	const char *id = x->from == KL_DAY_NONE
			     ? x->to == KL_DAY_NONE ? "val" : "val-till"
			 : x->to == KL_DAY_NONE ? "val-från"
						: "val-tid";

	if (same(x->office, APPROVER))
		id = "val-justerare";
	SAY(c, id, { "namn", elected(c, x) },
	    { "uppdrag", x->office == NULL ? "" : x->office },
	    { "från", x->from == KL_DAY_NONE ? "" : compose_day(c, x->from) },
	    { "till", x->to == KL_DAY_NONE ? "" : compose_day(c, x->to) });
	if (x->secret)
		compose_go_on(c, PLAIN(c, "val-slutet"));
}

/* Does a point of the decision name this one? */
static bool
is_named(const struct composing *c, const char *name)
{
	size_t i;

	for (i = 0; i < c->p->decision.n; i++)
		if (strstr(c->p->decision.v[i], name) != NULL)
			return true;
	return false;
}

/* Somebody has written who was elected among the points of the decision. */
static bool
stands_in_decision(const struct composing *c, const struct election *x)
{
	const struct person *p;
	size_t i;

	for (i = 0; i < x->persons.n; i++) {
		p = bundle_person(c->b, x->persons.v[i]);
		if (p == NULL || p->last == NULL || !is_named(c, p->last))
			return false;
	}
	for (i = 0; i < x->names.n; i++)
		if (!is_named(c, x->names.v[i]))
			return false;
	return true;
}

void
compose_elections(struct composing *c)
{
	const struct election *x;
	size_t i;

	for (i = 0; i < c->p->elections.n; i++) {
		x = &c->p->elections.v[i];
		if (!stands_in_decision(c, x))
			say_election(c, x);
		else if (x->secret)
			compose_say(c, PLAIN(c, "val-slutet"));
	}
}
