/* SPDX-License-Identifier: EUPL-1.2
 *
 * Makes a plan better by solving it for a few bodies at a time while the others
 * stay (part.h): all pairs of bodies, then all sets of three, in an order that
 * is drawn, until none gives anything.
 */
#ifndef PLAN_MEND_H
#define PLAN_MEND_H

#include "plan/move.h"
#include "plan/part.h"

#define MEND_BODIES 3 /* at a time, at most */

struct mend {
	struct mover *v; /* borrowed: its plan is lifted when we begin and end,
			    and numbers are drawn from it */
	struct part part;
	struct part_hint hint; /* borrowed; to be set before mend_run */
	int32_t *slot;	       /* the plan in hand */
	int64_t cost;
	double *amiss; /* of each body: the more, the rather it is drawn */
	/* the sets of the size at hand: the n-th is number start + n * stride
	 * of all; how many since one gave something */
	int size, body[MEND_BODIES];
	uint32_t sets, at, stride, vain;
	bool begun;   /* a part is under way */
	int64_t left; /* of its work */
};

/* mend_init(md, v): false when memory is out (mend_done all the same). */
bool mend_init(struct mend *md, struct mover *v);
void mend_done(struct mend *md); /* zeroed or initialised */

/* mend_start(md, slot, cost): take up the plan; nothing of ${md->v} is placed
 * when this returns but the plan. */
void mend_start(struct mend *md, const int32_t *slot, int64_t cost);

/* mend_run(md, work): look at about ${*work} slots, which is counted down.
 * True when nothing more is to be had (everything is lifted then).  The plan is
 * in ${md->slot}, its cost in ${md->cost} at any time. */
bool mend_run(struct mend *md, int64_t *work);

#endif
