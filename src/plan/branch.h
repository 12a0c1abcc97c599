/* SPDX-License-Identifier: EUPL-1.2
 *
 * Branch and bound over the dual: a body's main weekday is one or is not, a
 * meeting takes one of its earlier slots or one of the later.  Either is fewer
 * slots or weekdays for dual_build, nothing more.  What a better bound makes
 * too dear is taken out at each node.
 */
#ifndef PLAN_BRANCH_H
#define PLAN_BRANCH_H

#include "plan/ascent.h"

#define BRANCH_TRIES 6 /* divisions looked at before one is chosen, at most */

/* How much is done at each part. */
struct branch_effort {
	struct ascent_pace node, try; /* for its bound, for each side tried */
	int tries;		      /* 1: nothing is tried */
};

/* One way to divide in two: on the first side the weekday is the main one, or
 * the slot is one up to ${slot}. */
struct division {
	int body, weekday; /* or PLAN_NONE */
	int meeting;	   /* or PLAN_NONE */
	uint32_t slot;	   /* of the model: the last of the first side */
	double merit;
	double side[2]; /* their bounds as far as known, scaled */
};

/* A part of the problem that is to be looked at. */
struct branch_node {
	double value; /* a bound for it, scaled */
	int depth;
	uint8_t *alive;	   /* of each of the root's slots, a bit */
	uint8_t *weekdays; /* of each body */
	uint32_t n_multipliers;
	struct dual_multiplier *multiplier;
};

struct branch {
	struct dual *d;
	struct ascent *a;
	const struct branch_effort *effort;
	uint32_t n_slots; /* alive at the root */
	uint32_t *slot;
	struct branch_node *open;
	size_t n_open, room;
	size_t bytes;	  /* that open nodes take */
	size_t just_made; /* sides of the node just divided, the last open */
	/* the node at hand */
	enum { BRANCH_NEXT, BRANCH_CLIMB, BRANCH_TRY } state;
	double value;
	int depth;
	struct division tried[BRANCH_TRIES];
	int n_tried, next_try;
	/* working space */
	double *through; /* of each live slot */
	uint8_t *out;
	double *kept; /* multipliers */
	int64_t nodes;
	bool failed; /* memory is out: nothing more can be proved */
};

/* branch_init(b, d, a, effort, value): the root is what is alive now, with the
 * multipliers of ${a} and the bound ${value}; ${effort} is borrowed.  false
 * when memory is out. */
bool branch_init(struct branch *b, struct dual *d, struct ascent *a,
    const struct branch_effort *effort, double value);
void branch_clear(struct branch *b); /* zeroed or initialised */

/* branch_run(b, known): until d->work is used up; true when no part is left
 * that could hold a plan cheaper than ${known}.  ${known} may be smaller from
 * call to call. */
bool branch_run(struct branch *b, int64_t known);

/* branch_value(b): the least bound of the parts that are left, scaled;
 * HUGE_VAL when none is, -HUGE_VAL when memory ran out. */
double branch_value(const struct branch *b);

#endif
