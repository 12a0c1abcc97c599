/* SPDX-License-Identifier: EUPL-1.2
 *
 * The planner's model as a file, kansli-instance(5): text of whole numbers,
 * plain or packed with gzip, and plans of it.  What arrives is not trusted:
 * each number is checked where it stands, and nothing is reserved for what has
 * only been promised.
 */
#ifndef PLAN_INSTANCE_H
#define PLAN_INSTANCE_H

#include "base/buf.h"
#include "plan/model.h"

/* instance_read(path, m, err): the model in the file, in an arena of its own
 * (m->arena; free with instance_free), finished.  KL_E_ENV if the file cannot
 * be read; KL_E_INPUT with file and line if a number is wrong, promised and not
 * there, or too many. */
int instance_read(const char *path, struct plan_model *m, struct kl_error *err);
void instance_free(struct plan_model *m); /* zeroed or read */

/* instance_write(m, out): append the model in the same format.  Only models
 * that the format can express: 365 days, one rule of gaps, leads and windows
 * for all, no links.  false when it cannot. */
bool instance_write(const struct plan_model *m, struct buf *out);

/* instance_plan_read(path, m, plan, err): a plan file, "meeting day band" on
 * each line, into ${plan} (of m->n_meetings).  Meetings that the file leaves
 * out, and those whose day and band are none of their slots, get PLAN_NONE, so
 * that plan_judge names them.  KL_E_ENV; KL_E_INPUT with file and line for what
 * is no plan of this model. */
int instance_plan_read(const char *path, const struct plan_model *m,
    struct plan *plan, struct kl_error *err);

/* instance_plan_write(m, plan, out): append a plan file. */
void instance_plan_write(
    const struct plan_model *m, const struct plan *plan, struct buf *out);

#endif
