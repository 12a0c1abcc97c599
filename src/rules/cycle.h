/* SPDX-License-Identifier: EUPL-1.2
 *
 * The days of one meeting's cycle, each with its reasons: the definition's
 * offsets, moved as each step says, days picked by hand, and the statutory
 * limits that some steps must keep.
 */
#ifndef RULES_CYCLE_H
#define RULES_CYCLE_H

#include "calendar/cycle.h"
#include "rules/derive.h"
#include "rules/rule.h"

struct rules_step {
	const struct cycle_step *step; /* the definition's */
	kl_day day;	/* KL_DAY_NONE: falls away by an override */
	kl_day by_rule; /* what the offset gives; differs from ${day} only by
			   an override */
	const struct cycle_override *override; /* or NULL */
	struct derivation why;
};

struct rules_steps {
	VEC(struct rules_step) v;
};

/* rules_cycle(def, committee, meeting, book, a, translate, out, err): the steps
 * of ${committee}'s meeting on ${meeting} that apply to it, sorted by day
 * (steps that fall away last; on the same day in the definition's order).
 * ${committee} NULL takes the common form.  All is allocated in ${a}; ${def}
 * must outlive it.  KL_E_INPUT for a meeting outside the calendar's years;
 * KL_E_RULE with file, line and statute when a step with a <lagregel> comes
 * after its limit. */
int rules_cycle(const struct cycle *def, const char *committee, kl_day meeting,
    const struct rule_book *book, struct arena *a,
    const char *(*translate)(const char *), struct rules_steps *out,
    struct kl_error *err);

#endif
