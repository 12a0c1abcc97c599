/* SPDX-License-Identifier: EUPL-1.2
 *
 * Why a year cannot be planned: a smallest set of constraints that cannot all
 * be kept (none can be left out of it), found with a SAT solver that assumes
 * one literal for each named constraint and minimised by deletion; and what
 * loosening each would give.
 */
#ifndef PLAN_EXPLAIN_H
#define PLAN_EXPLAIN_H

#include "plan/model.h"

/* One constraint, named by what it is about (see enum plan_rule).  PLAN_PLACED
 * is that meeting ${meeting} takes one of its slots. */
struct plan_constraint {
	enum plan_rule rule;
	int meeting, other;
	int body, window, group, link;
	int ban; /* a named reason that took slots out (struct plan_ban), or
		    PLAN_NONE */
};

/* A named reason that takes slots out of the model's: when it is let go, they
 * may be used.  A register's year is explained with all days as slots and each
 * reason (a school break, a holiday, a booked room) as a ban. */
struct plan_ban {
	size_t n;
	const uint32_t *slot; /* of the model's */
};

struct plan_conflict {
	size_t n;
	struct plan_constraint *v; /* in the arena given */
	bool minimal; /* false: stopped before all had been tried */
};

/* plan_explain(m, bans, n_bans, should_stop, ctx, a, out, err): a minimal
 * conflict; out->n is 0 when the constraints can all be kept. */
int plan_explain(const struct plan_model *m, const struct plan_ban *bans,
    size_t n_bans, bool (*should_stop)(void *ctx), void *ctx, struct arena *a,
    struct plan_conflict *out, struct kl_error *err);

#endif
