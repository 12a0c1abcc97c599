/* SPDX-License-Identifier: EUPL-1.2
 *
 * Conflicts of interest: on which grounds, and who decides when one is
 * contested.  What a conflict does to the seats is sitting.h's.
 */
#ifndef RULES_CONFLICT_H
#define RULES_CONFLICT_H

#include "rules/sitting.h"

/* conflict_ground(ground, body, official, err): 0 if the law has that ground:
 * "KL 6:28 p 1" to "p 4" (KL 7:4 has the same for officials), "KL 5:47" of the
 * council.  KL_E_INPUT with what there is otherwise; also for NULL. */
int conflict_ground(const char *ground, enum body_kind body, bool official,
    struct kl_error *err);

/* Who decides whether there is a conflict (KL 6:30 third paragraph). */
struct conflict_trial {
	bool needed;	 /* nobody has taken the seat, so it must be decided */
	bool takes_part; /* the person, because the others are too few */
	int others, need;
};

/* conflict_try(a, b, m, paragraph, ref, can_call, why, out, err): how the body
 * decides whether ${ref} has a conflict in the paragraph, before it takes up
 * the item.  ${can_call}: somebody else can be called without inconvenient
 * delay.  0 or as sitting_at. */
int conflict_try(struct arena *a, const struct bundle *b,
    const struct meeting *m, int paragraph, const char *ref, bool can_call,
    struct derivation *why, struct conflict_trial *out, struct kl_error *err);

#endif
