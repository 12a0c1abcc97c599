/* SPDX-License-Identifier: EUPL-1.2
 *
 * The bodies of a model as the bound sees them: only the slots that are still
 * in question, and the best choice of a body for given prices with all seven
 * main weekdays worked out at once.
 *
 * path.h answers for one weekday and all slots, as search needs it; a bound
 * asks ten thousand times a second, about ever fewer slots.  Prices are whole
 * numbers kept in doubles: exact below 2^53, and processors compare several of
 * them at once.
 */
#ifndef PLAN_CHAIN_H
#define PLAN_CHAIN_H

#include "plan/model.h"

#define CHAIN_LANES 8 /* seven weekdays, and one to fill up */

/* A day on which a meeting has slots in question. */
struct chain_day {
	uint32_t slot, slots_end;     /* live slots */
	int32_t before, before_end;   /* days that the meeting before may have
				       */
	int32_t council, council_end; /* and the council's meeting */
	int16_t day;
	uint8_t weekday;
	bool may_end; /* no window begins after it */
};

struct chain {
	const struct plan_model *m;
	uint32_t n_live;
	uint32_t *live; /* the model's slot */
	uint32_t *body; /* of each body: its first live slot; one more */
	int32_t *first; /* of each meeting: its days are day[first] up to */
	int32_t *end;	/* day[end] */
	struct chain_day *day;
	int32_t n_days;
	/* working space: of each day, its cheapest slot and price, the
	 * cheapest of the council's; of the body's days and each weekday, the
	 * cheapest way up to here and on from here */
	uint32_t *cheapest;
	double *low, *council;
	double *upto, *onward, *suffix;
};

/* chain_init(c, m): room for any choice of ${m}'s slots; false when memory is
 * out (chain_clear all the same). */
bool chain_init(struct chain *c, const struct plan_model *m);
void chain_clear(struct chain *c); /* zeroed or initialised */

/* chain_build(c, alive): take the slots (of the model) that are ${alive}. */
void chain_build(struct chain *c, const uint8_t *alive);

/* chain_best(c, body, price, off, weekdays, pick, by_weekday): the cheapest
 * choice for the body's meetings.  ${price}: of each live slot, HUGE_VAL takes
 * it out; ${off}: of a committee meeting off the main weekday; ${weekdays}:
 * bits of those that may be main.  Returns its price, HUGE_VAL if there is
 * none; the live slot of each meeting into ${pick}, the best price with each
 * main weekday into ${by_weekday} (of CHAIN_LANES).  The main weekday chosen
 * is the cheapest. */
double chain_best(struct chain *c, int body, const double *price, double off,
    unsigned weekdays, uint32_t *pick, double *by_weekday);

/* chain_through(c, body, price, off, weekdays, through, by_weekday): for each
 * live slot of the body the price of the cheapest choice that takes it;
 * returns the cheapest of all. */
double chain_through(struct chain *c, int body, const double *price, double off,
    unsigned weekdays, double *through, double *by_weekday);

#endif
