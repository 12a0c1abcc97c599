/* SPDX-License-Identifier: EUPL-1.2
 *
 * Derivations and steps in the form in which every answer shows them.
 */
#ifndef RULES_ANSWER_H
#define RULES_ANSWER_H

#include <kansli/data.h>

#include "rules/cycle.h"
#include "rules/derive.h"

/* rules_answer_because(answer, why): add the member "because" to the object
 * ${answer}: a list of {"rule","statute","text"}.  Failures are sticky in the
 * tree (data_failed). */
void rules_answer_because(struct kl_data *answer, const struct derivation *why);

/* rules_answer_step(list, step): append {"step","date","because"} to ${list},
 * and give it back; NULL, and nothing, for a step that falls away. */
struct kl_data *rules_answer_step(
    struct kl_data *list, const struct rules_step *step);

/* rules_answer_steps(list, steps): append {"step","date","because"} to ${list}
 * for each step that does not fall away. */
void rules_answer_steps(struct kl_data *list, const struct rules_steps *steps);

#endif
