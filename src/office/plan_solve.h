/* SPDX-License-Identifier: EUPL-1.2
 *
 * Inside the office: running the solver for a use case.
 */
#ifndef OFFICE_PLAN_SOLVE_H
#define OFFICE_PLAN_SOLVE_H

#include "office/plan.h"

/* planning_run(p, m, start, result, err): the best plan of ${m}, as what->run
 * says; ${start} may be NULL. */
int planning_run(struct planning *p, const struct plan_model *m,
    const struct plan *start, struct plan_result *result, struct kl_error *err);

/* planning_trust(p, plan, err): a plan that the solver gave, judged by what the
 * solver does not use; KL_E_DAMAGED if it breaks anything. */
int planning_trust(
    struct planning *p, const struct plan *plan, struct kl_error *err);

/* planning_put_run(to, result): how much work it was. */
void planning_put_run(struct kl_data *to, const struct plan_result *result);

#endif
