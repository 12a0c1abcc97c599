/* SPDX-License-Identifier: EUPL-1.2
 *
 * Reasons as data.
 */
#include "config.h"

#include "base/tree.h"
#include "rules/answer.h"

void
rules_answer_because(struct kl_data *answer, const struct derivation *why)
{
	struct kl_data *list = data_add_list(answer, "because"), *one;
	size_t i;

	for (i = 0; i < why->reasons.n; i++) {
		one = data_add_object(list, NULL);
		data_add_text(one, "rule", why->reasons.v[i].rule);
		data_add_text(one, "statute", why->reasons.v[i].statute);
		data_add_text(one, "text", why->reasons.v[i].text);
	}
}

struct kl_data *
rules_answer_step(struct kl_data *list, const struct rules_step *step)
{
	struct kl_data *one;

	if (step->day == KL_DAY_NONE)
		return NULL;
	one = data_add_object(list, NULL);
	data_add_text(one, "step", step->step->id);
	data_add_day(one, "date", step->day);
	rules_answer_because(one, &step->why);
	return one;
}

void
rules_answer_steps(struct kl_data *list, const struct rules_steps *steps)
{
	size_t i;

	for (i = 0; i < steps->v.n; i++)
		rules_answer_step(list, &steps->v.v[i]);
}
