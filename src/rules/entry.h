/* SPDX-License-Identifier: EUPL-1.2
 *
 * Which deputies enter for which members, by the committee's order: the
 * personal deputy, the same party in the order of the election, the parties of
 * the table in turn, then the largest party (where the regulations fill every
 * seat). Changes are made between items only.  The program proposes; the
 * secretary decides.
 */
#ifndef RULES_ENTRY_H
#define RULES_ENTRY_H

#include "rules/sitting.h"

/* Rules of a body's own regulations, by name in rules/rule.h:
 *   deputy-priority 1: who has begun to serve goes before the order (KL 5:18)
 *   deputy-after-conflict 1: who broke off for a conflict may serve again
 *   member-return 1: a member who comes late takes the seat back (KL 5:19)
 *   member-break 0: a member who broke off for another reason may not serve
 *     again that day (KL 5:20)
 *   fill-seats 1: when table and party give nobody, the largest party does
 * KL 5:18-20 bind the council alone; committees have them by regulation. */

enum entry_ground {
	ENTRY_PERSONAL = 1, /* personal deputy */
	ENTRY_PRIORITY,	    /* has begun to serve already */
	ENTRY_SAME_PARTY,
	ENTRY_TABLE,  /* the party table */
	ENTRY_LARGEST /* party size */
};

struct entry {
	const char *member; /* ref: whose seat */
	const char *deputy; /* ref, or NULL: nobody may */
	enum entry_ground ground;
	const char *party; /* of the table that gave the deputy, or NULL */
};

typedef VEC(struct entry) entries;

/* entry_propose(a, b, m, paragraph, book, why, out, err): for each seat whose
 * member is absent or conflicted in ${paragraph}, who should serve of the
 * deputies present (before the meeting, ${paragraph} 0: of those who have not
 * reported absence or declined).  ${out} in the order of the members'
 * precedence, with a reason each in ${why}. */
int entry_propose(struct arena *a, const struct bundle *b,
    const struct meeting *m, int paragraph, const struct rule_book *book,
    struct derivation *why, entries *out, struct kl_error *err);

/* entry_order(a, b, m, member, book, why, out, err): all deputies who could be
 * asked for ${member}, the first to ask first. */
int entry_order(struct arena *a, const struct bundle *b,
    const struct meeting *m, const char *member, const struct rule_book *book,
    struct derivation *why, entries *out, struct kl_error *err);

/* entry_check(b, m, paragraph, deputy, member, book, err): 0 if ${deputy} may
 * enter for ${member} there; KL_E_RULE with what forbids it.  Another than the
 * order's first is allowed and told by entry_propose. */
int entry_check(struct arena *a, const struct bundle *b,
    const struct meeting *m, int paragraph, const char *deputy,
    const char *member, const struct rule_book *book, struct kl_error *err);

#endif
