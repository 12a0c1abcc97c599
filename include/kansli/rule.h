/* SPDX-License-Identifier: EUPL-1.2
 *
 * The rules that apply: the law's numbers, and those of regulations, which may
 * be stricter and never looser.  See <kansli/office.h> for what the functions
 * have in common.
 */
#ifndef KANSLI_RULE_H
#define KANSLI_RULE_H

#include <kansli/office.h>

/* kl_rule_list(o, committee, on, answer, err): every rule as it applies on that
 * day to the committee (NULL: to all): [{"rule","value","law","whose","source",
 * "statute","from"}]; "whose": lag, gemensam, or the committee's code. */
int kl_rule_list(struct kl_office *o, const char *committee, kl_day on,
    struct kl_data **answer, struct kl_error *err);

/* kl_rule_show(o, rule, committee, on, answer, err): one of them, with "bound"
 * (what regulations may do) and "wordings": every number there has been, the
 * law's and the regulations', with its first day.  KL_E_NOTFOUND names the
 * nearest rule. */
int kl_rule_show(struct kl_office *o, const char *rule, const char *committee,
    kl_day on, struct kl_data **answer, struct kl_error *err);

struct kl_rule {
	const char *committee; /* code; NULL: common to all */
	const char *rule;
	int value;
	kl_day from;
	const char *source; /* where it stands */
};

/* kl_rule_set(o, rule, answer, err): a regulation's number from a day on.
 * KL_E_RULE, with statute, for one that would loosen the law. */
int kl_rule_set(struct kl_office *o, const struct kl_rule *rule,
    struct kl_data **answer, struct kl_error *err);

#endif
