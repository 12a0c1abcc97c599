/* SPDX-License-Identifier: EUPL-1.2
 *
 * Next year's first plan: each meeting of last year in the same week and on the
 * same weekday.  What it breaks, others say.
 */
#ifndef PLAN_PATTERN_H
#define PLAN_PATTERN_H

#include "domain/bundle.h"
#include <kansli/error.h>

/* plan_pattern(last, year, a, out, err): the meetings of ${last} (by day, of
 * the year before) on the same weekday of the same ISO week of ${year}, in
 * ${out}, by day, numbered within each committee from 1.  Week 53 becomes the
 * last week there is; a day outside the year is left out. */
int plan_pattern(const struct year_plan *last, int year, struct arena *a,
    struct year_plan *out, struct kl_error *err);

/* plan_of_meetings(facts, year, a, out, err): what was held, or is to be, in
 * ${year} according to the register, as a plan; cancelled meetings are left
 * out. */
int plan_of_meetings(const struct bundle *facts, int year, struct arena *a,
    struct year_plan *out, struct kl_error *err);

/* planned_sort(plan): by day, clock and committee; numbered anew. */
void planned_sort(struct year_plan *plan);

#endif
