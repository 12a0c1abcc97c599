/* SPDX-License-Identifier: EUPL-1.2
 *
 * The named constraints of a model, one by one, in a fixed order.
 */
#ifndef PLAN_CONSTRAINT_H
#define PLAN_CONSTRAINT_H

#include "plan/explain.h"

typedef VEC(struct plan_constraint) constraint_list;

/* constraint_list_body(m, body, a, list): append all that binds one body alone;
 * constraint_list_shared: groups and links; constraint_list_bans: the bans.
 * ${a} is sticky. */
void constraint_list_body(const struct plan_model *m, int body, struct arena *a,
    constraint_list *list);
void constraint_list_shared(
    const struct plan_model *m, struct arena *a, constraint_list *list);
void constraint_list_bans(
    size_t n_bans, struct arena *a, constraint_list *list);

/* constraint_list_all: all of them. */
void constraint_list_all(const struct plan_model *m, size_t n_bans,
    struct arena *a, constraint_list *list);

#endif
