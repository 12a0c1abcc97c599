/* SPDX-License-Identifier: EUPL-1.2
 *
 * The cheapest plan when all bodies stay where they are but a few: a
 * neighbourhood searched to its end by the means of the bound (dual.h,
 * branch.h), which with so little left takes milliseconds.
 */
#ifndef PLAN_PART_H
#define PLAN_PART_H

#include "plan/branch.h"
#include "plan/state.h"

/* What is known before: NULL where nothing is. */
struct part_hint {
	/* of each slot how much a bound rises with it; what is dearer than
	 * ${most} is left out */
	const float *slot;
	double most;
	const struct dual_multiplier *multiplier; /* to begin from */
	uint32_t n_multipliers;
};

struct part {
	struct dual d;
	struct ascent a;
	struct branch tree;
	int64_t known; /* what is sought is cheaper */
	bool done;
	double *dear; /* working space, of each slot */
};

/* part_init(p, m): false when memory is out (part_clear all the same). */
bool part_init(struct part *p, const struct plan_model *m);
void part_clear(struct part *p); /* zeroed or initialised */

/* part_start(p, s, now, known, hint): seek a plan cheaper than ${known} that
 * has the meetings placed in ${s} where they are there; the others may be where
 * ${now} has them, whatever the hint says. */
void part_start(struct part *p, const struct state *s, const int32_t *now,
    int64_t known, const struct part_hint *hint);

/* part_run(p, work): look at about ${*work} slots, which is counted down (and
 * may end below 0); true when the search is at its end. */
bool part_run(struct part *p, int64_t *work);

/* part_found(p): the cost of the cheapest plan met so far, each meeting's slot
 * in ${p->a.plan}; PLAN_NO_COST when there is none. */
int64_t part_found(const struct part *p);

#endif
