/* SPDX-License-Identifier: EUPL-1.2
 *
 * Whether those who serve are enough to decide (KL 6:27, of the council
 * 5:45-46), with reasons.
 */
#include "config.h"

#include "rules/sitting.h"

int
sitting_quorum(const struct sitting *s, kl_day day, struct derivation *why,
    struct kl_error *err)
{
	bool council = s->body == BODY_ASSEMBLY;
	const struct rule *law =
	    rule_on(council ? RULE_COUNCIL_QUORUM : RULE_QUORUM, day, err);

	if (law == NULL)
		return KL_E_INPUT;
	derive(why, law->name, law->statute,
	    KL_N_("The body has %d seats. More than half must be present: %d. "
		  "%d serve."),
	    s->seats, s->need, s->serving);
	if (s->conflicted > 0 && council && s->serving < s->need)
		derive(why, law->name, "KL 5:46",
		    KL_N_("%d seats are empty because of a conflict of "
			  "interest; for the council they do not count "
			  "against the number."),
		    s->conflicted);
	else if (s->conflicted > 0)
		derive(why, law->name, law->statute,
		    KL_N_("%d seats are empty because of a conflict of "
			  "interest and count as absent."),
		    s->conflicted);
	if (derive_done(why, err) != 0)
		return KL_E_NOMEM;
	if (s->quorate)
		return 0;
	if (s->paragraph > 0)
		kl_error_set(err, KL_E_RULE,
		    KL_N_("In § %d only %d of %d seats are served; %d are "
			  "needed to decide. Call in deputies or let the item "
			  "wait."),
		    s->paragraph, s->serving, s->seats, s->need);
	else
		kl_error_set(err, KL_E_RULE,
		    KL_N_("Only %d of %d seats are served; %d are needed to "
			  "decide. Call in deputies or move the meeting."),
		    s->serving, s->seats, s->need);
	kl_error_statute(err, law->statute);
	return KL_E_RULE;
}
