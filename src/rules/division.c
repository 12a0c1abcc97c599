/* SPDX-License-Identifier: EUPL-1.2
 *
 * Divisions: how many voted for what, and who won.
 */
#include "config.h"

#include <string.h>

#include "rules/division.h"

static bool
same(const char *x, const char *y)
{
	return x != NULL && y != NULL && strcmp(x, y) == 0;
}

/* ---- the result ---------------------------------------------------------- */

static void
count_votes(const struct division *d, struct voting_result *out)
{
	int count[VOTE_ABSENT + 1] = { 0 };
	size_t i;
	int k;

	for (i = 0; i < d->ballots.n; i++)
		if (d->ballots.v[i].vote >= VOTE_YES &&
		    d->ballots.v[i].vote <= VOTE_ABSENT)
			count[d->ballots.v[i].vote]++;
	for (k = VOTE_YES; d->ballots.n == 0 && k <= VOTE_ABSENT; k++)
		count[k] = d->count[k] > 0 ? d->count[k] : 0;
	out->yes = count[VOTE_YES];
	out->no = count[VOTE_NO];
	out->abstain = count[VOTE_ABSTAIN];
	out->absent = count[VOTE_ABSENT];
}

const struct ballot *
division_ballot(const struct division *d, const char *ref)
{
	size_t i;

	for (i = 0; i < d->ballots.n; i++)
		if (same(d->ballots.v[i].person, ref))
			return &d->ballots.v[i];
	return NULL;
}

bool
voting_same_side(const struct paragraph *p, const char *ref, const char *side)
{
	const struct proposal *x = voting_proposal(p, ref);
	const struct proposal *y = voting_proposal(p, side);

	return same(ref, side) ||
	       (x != NULL && y != NULL && x->kind == y->kind &&
		   (x->kind == PROPOSAL_APPROVE || x->kind == PROPOSAL_REJECT));
}

enum vote
division_side(
    const struct paragraph *p, const struct division *d, const char *ref)
{
	enum proposal_kind kind;

	if (ref == NULL)
		return 0;
	if (same(ref, d->yes))
		return VOTE_YES;
	if (same(ref, d->no))
		return VOTE_NO;
	if (voting_same_side(p, ref, d->yes))
		return VOTE_YES;
	if (voting_same_side(p, ref, d->no))
		return VOTE_NO;
	if (same(ref, VOTING_REJECTION)) /* of what was asked about */
		return voting_formal_side(p, d, &kind) == VOTE_NO ? VOTE_YES
								  : VOTE_NO;
	return d->no == NULL && d->yes != NULL ? VOTE_NO : 0;
}

enum vote
voting_formal_side(const struct paragraph *p, const struct division *d,
    enum proposal_kind *kind)
{
	const struct proposal *yes = voting_proposal(p, d->yes);
	const struct proposal *no = voting_proposal(p, d->no);

	if (yes != NULL && voting_is_formal(yes->kind)) {
		*kind = yes->kind;
		return VOTE_YES;
	}
	if (no != NULL && voting_is_formal(no->kind)) {
		*kind = no->kind;
		return VOTE_NO;
	}
	return 0;
}

bool
voting_is_election(const struct paragraph *p, const struct division *d)
{
	enum proposal_kind kind;

	return p->elections.n > 0 && voting_formal_side(p, d, &kind) == 0;
}

void
voting_result(const struct paragraph *p, const struct division *d,
    const struct sitting *s, struct voting_result *out)
{
	const struct ballot *chair =
	    s == NULL ? NULL : division_ballot(d, s->chair);

	memset(out, 0, sizeof *out);
	count_votes(d, out);
	out->equal = out->yes == out->no && out->yes > 0;
	if (out->yes != out->no) {
		out->won = out->yes > out->no ? VOTE_YES : VOTE_NO;
	} else if (out->equal && (d->lots || voting_is_election(p, d))) {
		out->by_lots = true;
		out->won = division_side(p, d, d->carried);
	} else if (out->equal && chair != NULL &&
		   (chair->vote == VOTE_YES || chair->vote == VOTE_NO)) {
		out->by_casting_vote = true;
		out->won = chair->vote;
	} else if (out->equal && d->ballots.n == 0 && d->casting) {
		out->by_casting_vote = true;
		out->won = division_side(p, d, d->carried);
	}
	out->carried = out->won == VOTE_YES  ? d->yes
		       : out->won == VOTE_NO ? d->no
					     : NULL;
}

/* KL 5:50: in the council a third of those who are there can have a matter
 * tabled or referred back; but not tabled again, and an election only by most
 * votes.  The side for which a third suffices, or 0. */
static enum vote
minority_side(const struct bundle *b, const struct meeting *m,
    const struct paragraph *p, const struct division *d)
{
	const struct committee *c = bundle_committee(b, m->committee);
	const struct agenda_item *item = meeting_item(m, p->item);
	enum proposal_kind kind = 0;
	enum vote side = voting_formal_side(p, d, &kind);

	if (c == NULL || c->kind != BODY_ASSEMBLY || p->elections.n > 0 ||
	    kind == PROPOSAL_ADJOURN)
		return 0;
	if (item != NULL && (item->previous != 0 || item->previous_key != NULL))
		return 0;
	return side;
}

void
voting_outcome(const struct bundle *b, const struct meeting *m,
    const struct paragraph *p, const struct division *d,
    const struct sitting *s, struct voting_result *out)
{
	enum vote side = minority_side(b, m, p, d);
	int present, votes;

	voting_result(p, d, s, out);
	votes = side == VOTE_YES ? out->yes : out->no;
	present = s != NULL && s->serving > 0
		      ? s->serving
		      : out->yes + out->no + out->abstain;
	if (side == 0 || out->won == side || votes == 0 || 3 * votes < present)
		return;
	out->by_minority = true;
	out->by_casting_vote = out->by_lots = false;
	out->won = side;
	out->carried = side == VOTE_YES ? d->yes : d->no;
}
