/* SPDX-License-Identifier: EUPL-1.2
 *
 * Proposals, the order of putting questions, divisions, elections, taking part
 * and dissenting: what is allowed, in which order, and who won.
 */
#ifndef RULES_VOTING_H
#define RULES_VOTING_H

#include "rules/sitting.h"

/* One question that the chair should put. */
struct voting_step {
	enum question_kind kind;
	text_list proposals; /* refs; one: approve or reject it */
};
typedef VEC(struct voting_step) voting_steps;

/* voting_order(a, p, main, why, out, err): the order in which the proposals of
 * ${p} that were not withdrawn are put: formal ones first (adjourn, table,
 * refer back: whether the matter is decided today), then which is decided: the
 * main proposal (${main}: its ref, or NULL: the one to approve what is
 * proposed) and, of more than two, which counter-proposal is set against it;
 * additions last (KL 5:53, 6:33; order by practice).  Two of the same content
 * are one question.  Counter-proposals meet in pairs, in the order in which
 * they were moved; where the question before has not been answered, a step
 * names all that may have come out of it, the main question after the main
 * proposal. */
int voting_order(struct arena *a, const struct paragraph *p, const char *main,
    struct derivation *why, voting_steps *out, struct kl_error *err);

/* What a division comes to. */
struct voting_result {
	int yes, no, abstain, absent;
	bool equal;	     /* as many yes as no */
	const char *carried; /* ref of the proposal, or NULL: not decided */
	enum vote won;	     /* VOTE_YES, VOTE_NO or 0: not decided */
	bool by_casting_vote, by_lots;
	bool by_minority; /* a third of the council (KL 5:50) */
};

/* What stands for the rejection of a proposal where nobody has moved it. */
#define VOTING_REJECTION "avslag"

/* voting_proposal(p, ref): the proposal so named, withdrawn or not, or NULL. */
const struct proposal *voting_proposal(
    const struct paragraph *p, const char *ref);

/* voting_is_formal(kind): about when the matter is decided, not how. */
bool voting_is_formal(enum proposal_kind kind);

/* voting_lists(list, ref): is ${ref} in the list? */
bool voting_lists(const text_list *list, const char *ref);

/* voting_formal_side(p, d, kind): which side of the division is for not
 * deciding the matter now, VOTE_YES or VOTE_NO, and in which way; 0: the
 * division is about how it is decided. */
enum vote voting_formal_side(const struct paragraph *p,
    const struct division *d, enum proposal_kind *kind);

/* voting_is_election(p, d): is the division one of an election (KL 5:54)? */
bool voting_is_election(const struct paragraph *p, const struct division *d);

/* voting_result(p, d, s, out): who won: most votes; the chair's casting vote,
 * which is the chair's own ballot, when equal (KL 5:55-56, 6:33); lots in an
 * election.  Without ballots the numbers told count.  ${s} may be NULL: nobody
 * is known to preside. */
void voting_result(const struct paragraph *p, const struct division *d,
    const struct sitting *s, struct voting_result *out);

/* voting_outcome(b, m, p, d, s, out): the same where the body counts: in the
 * council a third of those present can table a matter or refer it back once
 * (KL 5:50); everywhere else most votes decide. */
void voting_outcome(const struct bundle *b, const struct meeting *m,
    const struct paragraph *p, const struct division *d,
    const struct sitting *s, struct voting_result *out);

/* voting_same_side(p, ref, side): two proposals that ask for the same: one and
 * the same, or both to approve, or both to reject. */
bool voting_same_side(
    const struct paragraph *p, const char *ref, const char *side);

/* voting_fell(p, ref, n): the first ${n} questions put in ${p} found something
 * else than the proposal ${ref}, which they were about: it is out. */
bool voting_fell(const struct paragraph *p, const char *ref, size_t n);

/* voting_check(a, b, m, p, d, s, err): 0 if the division holds: nobody votes
 * who does not serve or has a conflict, nobody twice, no more ballots than who
 * serve, everybody who serves is accounted for, the chair votes when needed
 * (KL 4:25), nobody abstains in the exercise of authority (KL 4:26), the stated
 * winner is who won.  Otherwise KL_E_RULE with statute; each fault is also
 * appended to ${faults} (may be NULL). */
int voting_check(struct arena *a, const struct bundle *b,
    const struct meeting *m, const struct paragraph *p,
    const struct division *d, const struct sitting *s, struct kl_faults *faults,
    struct kl_error *err);

/* voting_may_propose(s, p, ref, kind, err): members and serving deputies move
 * proposals (KL 4:20-22); refusals carry the statute. */
int voting_may_propose(const struct sitting *s, const struct paragraph *p,
    const char *ref, enum proposal_kind kind, struct kl_error *err);

/* voting_may_stand_aside(b, m, s, p, ref, err): not the chair when needed; not
 * in the exercise of authority against an individual (KL 4:25-26). */
int voting_may_stand_aside(const struct bundle *b, const struct meeting *m,
    const struct sitting *s, const struct paragraph *p, const char *ref,
    struct kl_error *err);

/* voting_may_dissent(s, p, ref, err): only one who took part in the decision
 * (KL 4:27). */
int voting_may_dissent(const struct sitting *s, const struct paragraph *p,
    const char *ref, struct kl_error *err);

/* voting_matter(b, m, p): the matter that the paragraph is about, or NULL. */
const struct matter *voting_matter(
    const struct bundle *b, const struct meeting *m, const struct paragraph *p);

#endif
