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

/* Rules of a body's own regulations, by name in rules/rule.h, with what holds
 * unless they say otherwise:
 *   deputy-priority 1: who has begun to serve goes before the order (KL 5:18)
 *   deputy-after-conflict 1: who broke off for a conflict may serve again
 *   member-return 1: a member who comes late takes the seat back (KL 5:19)
 *   member-break 0: a member who broke off for another reason may not serve
 *     again that day (KL 5:20)
 *   fill-seats 0: 1: when table and party give nobody, the largest party does
 *   change-between 1: a seat changes hands between items only
 * KL 5:18-20 bind the council alone, which cannot set them aside; committees
 * have them by regulation, so what only the default forbids is advised against
 * and not refused.  A party that the table has no row for gets deputies in the
 * order of their election: there a table says nothing, while the parties that a
 * row leaves out are left out on purpose. */

enum entry_ground {
	ENTRY_PERSONAL = 1, /* personal deputy */
	ENTRY_PRIORITY,	    /* has begun to serve already */
	ENTRY_SAME_PARTY,
	ENTRY_TABLE,   /* the party table */
	ENTRY_LARGEST, /* party size */
	ENTRY_ELECTED, /* no table says: the order of the election */
	ENTRY_CALLED   /* has been called in, outside the order */
};

struct entry {
	const char *member; /* ref: whose seat */
	const char *deputy; /* ref, or NULL: nobody may */
	enum entry_ground ground;
	const char *party; /* of the table that gave the deputy, or NULL */
};

typedef VEC(struct entry) entries;

/* entry_word(ground): personal, begun, own_party, party_order, party_size,
 * election_order, called;
 * NULL for 0: as answers name it. */
const char *entry_word(enum entry_ground ground);

/* entry_propose(a, b, m, paragraph, book, why, out, err): for each seat whose
 * member is absent or conflicted in ${paragraph}, who should serve of the
 * deputies present (before the meeting, ${paragraph} 0: of those who have not
 * reported absence or declined; who has been called in for a seat has it).
 * ${out} in the order of the members'
 * precedence, with a reason each in ${why}. */
int entry_propose(struct arena *a, const struct bundle *b,
    const struct meeting *m, int paragraph, const struct rule_book *book,
    struct derivation *why, entries *out, struct kl_error *err);

/* entry_order(a, b, m, member, book, why, out, err): all deputies who could be
 * asked for ${member}, the first to ask first. */
int entry_order(struct arena *a, const struct bundle *b,
    const struct meeting *m, const char *member, const struct rule_book *book,
    struct derivation *why, entries *out, struct kl_error *err);

/* entry_order_at(a, b, m, paragraph, member, book, why, out, err): the same of
 * the deputies who are there in the paragraph (before the meeting, ${paragraph}
 * 0: as entry_order) and serve for nobody else. */
int entry_order_at(struct arena *a, const struct bundle *b,
    const struct meeting *m, int paragraph, const char *member,
    const struct rule_book *book, struct derivation *why, entries *out,
    struct kl_error *err);

/* entry_check(b, m, paragraph, deputy, member, book, err): 0 if ${deputy} may
 * enter for ${member} there; KL_E_RULE with what forbids it.  Another than the
 * order's first is allowed and told by entry_propose. */
int entry_check(struct arena *a, const struct bundle *b,
    const struct meeting *m, int paragraph, const char *deputy,
    const char *member, const struct rule_book *book, struct kl_error *err);

/* entry_check_return(a, b, m, paragraph, member, book, forbidden, err): 0 if
 * the member may take the seat again (KL 5:19-20); KL_E_RULE with the sentence
 * when the law or the body's regulations forbid it (${forbidden}) or when it is
 * only what regulations usually say. */
int entry_check_return(struct arena *a, const struct bundle *b,
    const struct meeting *m, int paragraph, const char *member,
    const struct rule_book *book, bool *forbidden, struct kl_error *err);

/* entry_away(m, ref, clock): the report that says that the person is not there
 * at ${clock} ("": when the meeting begins), or NULL. */
const struct absence_report *entry_away(
    const struct meeting *m, const char *ref, const char *clock);

#endif
