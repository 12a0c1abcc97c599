/* SPDX-License-Identifier: EUPL-1.2
 *
 * The Lagrangian dual of a year: the couplings between bodies (groups,
 * dispatches a day, load a week) as rows, each with a multiplier that is
 * charged for what a slot takes of the row.  For any multipliers the bodies'
 * cheapest choices and the rows' own part add up to a bound below which no plan
 * costs.
 *
 * Sound by construction: multipliers and prices are whole numbers of a scaled
 * unit and stay so small that doubles add them exactly.  Links are left out,
 * which only lowers the bound.
 */
#ifndef PLAN_DUAL_H
#define PLAN_DUAL_H

#include "plan/chain.h"

/* At most ${cap}; each unit above costs ${over} (HUGE_VAL: not allowed), and
 * each above ${cap2} ${over2} more. */
struct dual_row {
	uint64_t id; /* the same row in another build; ascending */
	double cap, over, cap2, over2;
};

struct dual_term {
	uint32_t row;
	float units;
};

/* A multiplier that another build can take up: of the row with that id. */
struct dual_multiplier {
	uint64_t id;
	double value;
};

struct dual {
	const struct plan_model *m;
	struct chain c;
	double scale; /* units of price in one of cost; a power of two */
	double limit; /* no multiplier is larger */
	/* set by the user before dual_build */
	uint8_t *alive;	   /* of each of the model's slots */
	uint8_t *weekdays; /* of each body: bits of what may be its main */
	/* what dual_build makes */
	bool *decided; /* of each body: one slot for each meeting, and... */
	double *apart; /* ...what its weekdays cost, scaled */
	struct dual_row *row;
	uint32_t n_rows;
	uint32_t *term_at; /* of each live slot */
	struct dual_term *term;
	/* what dual_value fills */
	double *price;	/* of each live slot */
	double *units;	/* of each row, by the choice */
	uint32_t *pick; /* of each meeting: its live slot */
	uint8_t *main;	/* of each body: its main weekday */
	/* of the user's: live slots that are out for now, or NULL */
	const uint8_t *out;
	int64_t work; /* counted down: slots looked at */
	/* working space of dual_build */
	bool *useless; /* groups that another one implies */
	double *most, *sum;
	int *mark, *touched, *row_of;
	size_t rows_room, terms_room;
};

/* dual_worst(m): no plan costs more. */
double dual_worst(const struct plan_model *m);

/* dual_init(d, m): with all slots alive and built; false when memory is out
 * (dual_clear all the same). */
bool dual_init(struct dual *d, const struct plan_model *m);
void dual_clear(struct dual *d); /* zeroed or initialised */

/* dual_build(d): the rows that the slots alive can break, and their terms.
 * Only ever for fewer slots than dual_init saw. */
void dual_build(struct dual *d);

/* dual_row_max(d, row): the largest multiplier that makes sense. */
double dual_row_max(const struct dual *d, const struct dual_row *row);

/* dual_value(d, multiplier): the bound, scaled: a whole number, HUGE_VAL when
 * some body has no choice.  ${multiplier}: of each row, whole, from 0 to
 * dual_row_max. */
double dual_value(struct dual *d, const double *multiplier);

/* dual_slope(row, multiplier, units): how much the bound grows with the
 * multiplier. */
double dual_slope(const struct dual_row *row, double multiplier, double units);

/* dual_cost(d): what the choice of the last dual_value costs as a plan;
 * PLAN_NO_COST when it breaks a row or a link. */
int64_t dual_cost(const struct dual *d);

/* dual_fix(d, multiplier, slack): take out (alive, weekdays) what makes the
 * bound larger than now by more than ${slack}, scaled.  Returns how many slots
 * and weekdays; dual_build afterwards.  ${dear}: for each live slot how much
 * the bound rises when it must be taken; ${weekday}: for each body
 * (CHAIN_LANES of it) and each weekday how much when it must be main, or NULL.
 */
uint32_t dual_fix(struct dual *d, const double *multiplier, double slack,
    double *dear, double *weekday);

#endif
