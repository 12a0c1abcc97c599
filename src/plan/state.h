/* SPDX-License-Identifier: EUPL-1.2
 *
 * A plan being searched: what is placed, what it costs, and what one meeting
 * more would.  Kept up to date change by change; private to the search.
 *
 * Gaps, leads and windows are kept by whoever moves something.  Groups and
 * links may be broken on the way to a plan: each break is charged ${weight}.
 */
#ifndef PLAN_STATE_H
#define PLAN_STATE_H

#include "plan/model.h"

/* A group that a meeting is in, flat. */
struct member {
	uint32_t room; /* where its room on day 0, or in week 0, is */
	int32_t over;  /* 0: must not be broken; otherwise charged, by week */
	bool band;
};

struct state {
	const struct plan_model *m;
	int32_t *slot;	       /* per meeting, PLAN_NONE: lifted */
	int64_t cost;	       /* of what is placed, breaks not charged */
	int64_t broken;	       /* meetings too many in groups, and links */
	int64_t weight;	       /* of a break */
	int32_t *load;	       /* per week */
	int32_t *sent;	       /* dispatches per day */
	int32_t *room;	       /* left per group and day, band or week */
	struct member *member; /* as the model's group_of */
	int32_t (*on)[8]; /* per body: meetings on each weekday, and the most */
	int *link_at, *link_of; /* as the model's groups, for links */
};

/* state_init(s, m): nothing placed; false when memory is out (state_done is
 * due all the same). */
bool state_init(struct state *s, const struct plan_model *m);
void state_done(struct state *s); /* zeroed or initialised */

/* state_put(s, i, slot): place lifted meeting ${i}. */
void state_put(struct state *s, int i, int32_t slot);

/* state_lift(s, i): take placed meeting ${i} out; returns where it was. */
int32_t state_lift(struct state *s, int i);

/* state_price(s, i, slot): what placing lifted meeting ${i} there would add,
 * exactly, breaks charged. */
int64_t state_price(const struct state *s, int i, int32_t slot);

/* state_is_full(s, i, slot): placing lifted meeting ${i} there would break a
 * group or a link. */
bool state_is_full(const struct state *s, int i, int32_t slot);

/* state_saving(s, i): what lifting placed meeting ${i} would save, exactly; of
 * two meetings it is at least what lifting both saves. */
int64_t state_saving(const struct state *s, int i);

/* state_prices(s, i, of, n, price): the same for ${n} of its slots, in order,
 * at their indices, times PLAN_FINE and with no charge for the weekday (the
 * path's matter). */
#define PLAN_FINE 64
void state_prices(const struct state *s, int i, const int32_t *of, uint32_t n,
    int64_t *price);

/* state_total(s): the cost, breaks charged. */
static inline int64_t
state_total(const struct state *s)
{
	return s->cost + s->broken * s->weight;
}

#endif
