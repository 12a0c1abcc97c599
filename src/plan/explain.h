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
#include "plan/solve.h"

/* Of PLAN_GAP, PLAN_LEAD and PLAN_LINK: the least number of days and the most
 * are constraints of their own. */
enum plan_side { PLAN_AT_LEAST, PLAN_AT_MOST };

/* One constraint, named by what it is about (see enum plan_rule); what does not
 * apply is PLAN_NONE.  PLAN_PLACED is that meeting ${meeting} takes one of its
 * slots.  All others bind the meetings that have one: a gap or a lead is kept
 * by a meeting that does not take place, a window is not. */
struct plan_constraint {
	enum plan_rule rule;
	enum plan_side side;
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
 * conflict: it cannot be kept, but without any one of its constraints it can.
 * out->n is 0 when the constraints can all be kept, or, with out->minimal
 * false, when it was stopped before anything was known.  The same model gives
 * the same conflict.  ${should_stop} may be NULL.  KL_E_NOMEM. */
int plan_explain(const struct plan_model *m, const struct plan_ban *bans,
    size_t n_bans, bool (*should_stop)(void *ctx), void *ctx, struct arena *a,
    struct plan_conflict *out, struct kl_error *err);

/* plan_possible(m, should_stop, ctx, plan, found, err): some plan that breaks
 * nothing, whatever it costs, into ${plan} (with room for its meetings); false
 * in ${*found} when there is none or none was found within the bound of an
 * explanation.  Where links leave a search little room this finds its way.
 * KL_E_NOMEM. */
int plan_possible(const struct plan_model *m, bool (*should_stop)(void *ctx),
    void *ctx, struct plan *plan, bool *found, struct kl_error *err);

enum plan_how {
	PLAN_TO_NUMBER, /* its number of days, or its cap, from ${from} to
			   ${to} */
	PLAN_EARLIER,	/* the window's first day from ${from} to ${to} */
	PLAN_LATER,	/* the window's last day */
	PLAN_LET_GO	/* no number is enough (or it was stopped before one was
			   found): without the meeting, the ban, the rule */
};

/* What loosening one constraint of a conflict just enough gives.  The number
 * of a gap or a lead is its body's: it is changed for all of that body's
 * meetings, so constraints of the same body, rule and side have the same
 * loosening. */
struct plan_loosening {
	enum plan_how how;
	int from, to;		/* or PLAN_NONE */
	enum plan_status whole; /* the year, when only this is changed:
				   PLAN_FEASIBLE, PLAN_INFEASIBLE (there are
				   other conflicts), PLAN_UNKNOWN (stopped) */
	int enough; /* when there are other conflicts: the nearest number with
		       which the whole year can be planned, or PLAN_NONE */
};

/* plan_loosen(m, bans, n_bans, conflict, should_stop, ctx, a, out, err): for
 * each constraint of ${conflict} (minimal, from plan_explain with the same
 * model and bans) the smallest change of that constraint alone with which the
 * others of the conflict can be kept; ${out} gets conflict->n of them, in
 * ${a}. */
int plan_loosen(const struct plan_model *m, const struct plan_ban *bans,
    size_t n_bans, const struct plan_conflict *conflict,
    bool (*should_stop)(void *ctx), void *ctx, struct arena *a,
    struct plan_loosening **out, struct kl_error *err);

/* plan_constraint_say(m, c, out), plan_loosening_say(loosening, out): as a
 * sentence of numbers (committees, meetings and days count from 0), a key of
 * the catalogue with its arguments, in ${out} (code 0). */
void plan_constraint_say(const struct plan_model *m,
    const struct plan_constraint *c, struct kl_error *out);
void plan_loosening_say(
    const struct plan_loosening *loosening, struct kl_error *out);

#endif
