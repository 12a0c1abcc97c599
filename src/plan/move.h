/* SPDX-License-Identifier: EUPL-1.2
 *
 * Changes to a plan being searched: of a council's meeting, of a committee's
 * with its council's, of a whole body.  Each keeps gaps, leads and windows, and
 * is kept if it costs no more than drawn (Metropolis) at the temperature at
 * hand.
 */
#ifndef PLAN_MOVE_H
#define PLAN_MOVE_H

#include "plan/path.h"
#include "plan/state.h"

#define MOVE_CHANCES 1024

/* A slot and its own cost. */
struct cheap {
	int32_t cost, slot;
};

struct mover {
	struct state *s;
	struct plan_path *path;
	uint64_t rng;
	double temperature;
	int64_t *price;	     /* per slot of the model, for paths */
	int32_t *kept;	     /* per meeting: where it was */
	struct cheap *cheap; /* per meeting its slots, cheapest first */
	/* the slots that are in question: per meeting how many, and which, in
	 * order and cheapest first */
	uint32_t *n_open;
	int32_t *open;
	struct cheap *open_cheap;
	uint8_t *is_open;
	double chance[MOVE_CHANCES]; /* -ln of even parts of 1 */
};

/* mover_init(v, s, seed): false when memory is out (mover_done is due). */
bool mover_init(struct mover *v, struct state *s, uint64_t seed);
void mover_done(struct mover *v); /* zeroed or initialised */

/* mover_narrow(v, dear, most): from now on try only slots whose ${dear} is at
 * most ${most}; all of a meeting's when it has none, and all of a body's when
 * they give it no plan.  NULL: all slots. */
void mover_narrow(struct mover *v, const float *dear, double most);

/* mover_draw(v, n): a number from 0 to n - 1; n > 0. */
uint32_t mover_draw(struct mover *v, uint32_t n);

/* move_meeting(v, i): try another slot for the meeting; true if taken. */
bool move_meeting(struct mover *v, int i);

/* move_body(v, body, weekday): try the best plan of the body at prices with
 * noise, with that main weekday (PLAN_NONE: the best). */
bool move_body(struct mover *v, int body, int weekday);

/* move_insert(v, body, weekday, noise): place a lifted body as well as prices
 * say, with noise of that size in them; false if it has no plan at all. */
bool move_insert(struct mover *v, int body, int weekday, double noise);

/* move_place(v, body, slot): place a lifted body where ${slot} (per meeting)
 * has it; false, with nothing placed, if a meeting has none of its slots or
 * gaps, leads or windows are not kept. */
bool move_place(struct mover *v, int body, const int32_t *slot);

/* move_is_placed(v, body): all its meetings are. */
bool move_is_placed(const struct mover *v, int body);

/* move_lift_all(v): lift everything that is placed. */
void move_lift_all(struct mover *v);

#endif
