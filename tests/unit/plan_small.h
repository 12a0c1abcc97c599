/* SPDX-License-Identifier: EUPL-1.2
 *
 * Small random years with everything in them, and answers found by trying all
 * there is: what the planner must find, too.  Written from the definitions in
 * plan/model.h, plan/path.h and plan/explain.h, with no code of the planner's.
 */
#ifndef TESTS_PLAN_SMALL_H
#define TESTS_PLAN_SMALL_H

#include "plan/explain.h"
#include "plan/model.h"

#define SMALL_MEETINGS 32

struct small {
	struct plan_model m; /* m.arena owns everything */
	struct plan_ban *bans;
	size_t n_bans;
	uint64_t state; /* of the random numbers */
};

/* small_random(s, n): from 0 to n - 1. */
int small_random(struct small *s, int n);

/* small_make(s, seed): a year, the same for the same seed.  Ends the test when
 * memory is out or the model is refused. */
void small_make(struct small *s, uint64_t seed);
void small_free(struct small *s);

/* small_cost(m, slot): what a plan costs; meetings without a slot are free. */
int64_t small_cost(const struct plan_model *m, const int32_t *slot);

/* small_faults(m, slot): how many violations of all kinds it has. */
int small_faults(const struct plan_model *m, const int32_t *slot);

/* small_best(m, slot): the cost of the best plan, copied into ${slot}, or
 * PLAN_NO_COST; bans are not looked at. */
int64_t small_best(const struct plan_model *m, int32_t *slot);

/* small_possible(s, v, n): can these constraints be kept together? */
bool small_possible(
    const struct small *s, const struct plan_constraint *v, size_t n);

/* small_path(m, body, price, off, weekday, slot, through): the cheapest choice
 * of one body as path_best and path_through define it; ${slot} gets one such
 * choice, ${through} the price of each of the body's slots.  Either may be
 * NULL. */
int64_t small_path(const struct plan_model *m, int body, const int64_t *price,
    int64_t off, int weekday, int32_t *slot, int64_t *through);

#endif
