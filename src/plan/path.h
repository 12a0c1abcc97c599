/* SPDX-License-Identifier: EUPL-1.2
 *
 * The best plan of one body for given prices, exactly: a shortest path over its
 * committee's slots in time order, each with its council's best slot before it.
 * Search charges the couplings as marginal costs.
 *
 * Method: dynamic programming on a directed acyclic graph; gaps and windows are
 * conditions on consecutive meetings, the main weekday a choice made first.
 */
#ifndef PLAN_PATH_H
#define PLAN_PATH_H

#include "plan/model.h"

#define PATH_FORBIDDEN INT64_MAX /* the price of a slot that is out */

/* Working space for one body at a time; one for each thread. */
struct plan_path;

/* plan_path_new(m): for any body of ${m}; NULL when memory is out. */
struct plan_path *plan_path_new(const struct plan_model *m);
void plan_path_free(struct plan_path *p); /* NULL is fine */

/* plan_path_keep(p, open): from now on only slots of the model that are
 * ${open}, and only days that have one: the fewer, the quicker.  The prices of
 * the others must be PATH_FORBIDDEN. */
void plan_path_keep(struct plan_path *p, const uint8_t *open);

/* plan_path_best(p, body, price, weekday, plan): the cheapest choice for all
 * meetings of the body, written to ${plan} (those meetings' entries only; may
 * be NULL) and its price returned; PATH_FORBIDDEN when there is none, ${plan}
 * untouched.
 * ${price}: for each slot of the model what it costs in all, its own cost
 * included; PATH_FORBIDDEN takes it out.  Prices are integers in any unit
 * (multipliers are scaled), sums below 2^62.  ${off_weekday}: what a committee
 * meeting off weekday ${weekday} costs in that unit; ${weekday} from 0 to 6, or
 * PLAN_NONE: the best of all seven.  Gaps, leads and windows are kept; links
 * and groups are not looked at. */
int64_t plan_path_best(struct plan_path *p, int body, const int64_t *price,
    int64_t off_weekday, int weekday, struct plan *plan);

#endif
