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
 * additions last (KL 5:53, 6:33; order by practice). */
int voting_order(struct arena *a, const struct paragraph *p, const char *main,
    struct derivation *why, voting_steps *out, struct kl_error *err);

/* What a division comes to. */
struct voting_result {
	int yes, no, abstain, absent;
	bool equal;	     /* as many yes as no */
	const char *carried; /* ref of the proposal, or NULL: not decided */
	bool by_casting_vote, by_lots;
};

/* voting_result(p, d, s, out): who won: most votes; the chair's casting vote,
 * which is the chair's own ballot, when equal (KL 5:55-56, 6:35); lots in an
 * election. */
void voting_result(const struct paragraph *p, const struct division *d,
    const struct sitting *s, struct voting_result *out);

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
