/* SPDX-License-Identifier: EUPL-1.2
 *
 * The table of state changes.
 */
#include "config.h"

#include <string.h>

#include "domain/state.h"

const struct state_change state_changes[] = {
	/* object, from, verb, to, needs */
	{ STATE_MEETING, MEETING_PLANNED, "publish", MEETING_SUMMONED,
	    NEED_ITEMS },
	{ STATE_MEETING, MEETING_SUMMONED, "publish", MEETING_SUMMONED,
	    NEED_ITEMS },
	{ STATE_MEETING, MEETING_SUMMONED, "hold", MEETING_HELD,
	    NEED_PARAGRAPHS },
	/* proceedings that arrive whole, of a meeting held elsewhere */
	{ STATE_MEETING, MEETING_PLANNED, "hold", MEETING_HELD,
	    NEED_PARAGRAPHS },
	{ STATE_MEETING, MEETING_PLANNED, "cancel", MEETING_CANCELLED, 0 },
	{ STATE_MEETING, MEETING_SUMMONED, "cancel", MEETING_CANCELLED, 0 },
	{ STATE_MEETING, MEETING_CANCELLED, "restore", MEETING_PLANNED, 0 },

	{ STATE_MINUTES, MINUTES_DRAFT, "freeze", MINUTES_FROZEN,
	    NEED_PARAGRAPHS },
	{ STATE_MINUTES, MINUTES_FROZEN, "adjust", MINUTES_ADJUSTED,
	    NEED_SIGNERS },
	/* sent back by an adjuster, or an approval was withdrawn */
	{ STATE_MINUTES, MINUTES_FROZEN, "reject", MINUTES_DRAFT, 0 },
	{ STATE_MINUTES, MINUTES_FROZEN, "withdraw", MINUTES_DRAFT, 0 },
	{ STATE_MINUTES, MINUTES_ADJUSTED, "post", MINUTES_POSTED, 0 },
	{ STATE_MINUTES, MINUTES_POSTED, "remove", MINUTES_TAKEN_DOWN,
	    NEED_EXPIRED },

	{ STATE_DELIVERY, DELIVERY_PENDING, "send", DELIVERY_SENT, 0 },
	{ STATE_DELIVERY, DELIVERY_SENT, "receipt", DELIVERY_RECEIPTED, 0 },
	{ 0, 0, NULL, 0, 0 }
};

const struct state_change *
state_find(enum state_object object, int from, const char *verb)
{
	const struct state_change *c;

	for (c = state_changes; c->verb != NULL; c++)
		if (c->object == object && c->from == from &&
		    strcmp(c->verb, verb) == 0)
			return c;
	return NULL;
}

const char *
state_word(enum state_object object, int state)
{
	switch (object) {
	case STATE_MEETING:
		return word_of(words_meeting, state);
	case STATE_MINUTES:
		return word_of(words_minutes, state);
	case STATE_DELIVERY:
		return word_of(words_delivery, state);
	}
	return NULL;
}

/* Why a step cannot be taken; the word for the state goes into it. */
static const char *
refusal(const char *verb)
{
	static const struct {
		const char *verb, *text;
	} v[] = {
		{ "publish",
		    KL_N_("The meeting is “%s”, so its agenda cannot be "
			  "published. Nothing was changed.") },
		{ "hold",
		    KL_N_("The meeting is “%s”, so what was decided there "
			  "cannot be recorded. Nothing was changed.") },
		{ "restore",
		    KL_N_("The meeting is “%s”, not cancelled, so it cannot be "
			  "restored. Nothing was changed.") },
		{ "cancel",
		    KL_N_("The meeting is “%s”, so it cannot be cancelled. "
			  "Nothing was changed.") },
		{ "freeze",
		    KL_N_("The minutes are “%s”, so they cannot be frozen. "
			  "Nothing was changed.") },
		{ "adjust",
		    KL_N_("The minutes are “%s”, so they cannot be adjusted. "
			  "Nothing was changed.") },
		{ "reject",
		    KL_N_("The minutes are “%s”, so they cannot be sent back. "
			  "Nothing was changed. What was adjusted is corrected "
			  "by a note (kansli minutes correct).") },
		{ "withdraw",
		    KL_N_("The minutes are “%s”, so no approval of them can be "
			  "withdrawn. Nothing was changed. What was adjusted "
			  "is corrected by a note (kansli minutes correct).") },
		{ "post",
		    KL_N_("The minutes are “%s”, so their adjustment cannot "
			  "be announced. Nothing was changed.") },
		{ "remove",
		    KL_N_("The minutes are “%s”, so there is no notice to "
			  "take down. Nothing was changed.") },
		{ "send", KL_N_("The delivery is “%s”, so it cannot be sent. "
				"Nothing was changed.") },
		{ "receipt",
		    KL_N_("The delivery is “%s”, so its receipt cannot be "
			  "recorded. Nothing was changed.") },
	};
	size_t i;

	for (i = 0; i < sizeof v / sizeof *v; i++)
		if (strcmp(v[i].verb, verb) == 0)
			return v[i].text;
	return KL_N_("The step is not possible from “%s”. Nothing was "
		     "changed.");
}

int
state_apply(enum state_object object, int *state, const char *verb,
    struct kl_error *err)
{
	const struct state_change *c = state_find(object, *state, verb);
	const char *word = state_word(object, *state);

	if (c != NULL) {
		*state = c->to;
		return 0;
	}
	kl_error_set(err, KL_E_RULE, "%s", word);
	if (err != NULL)
		err->text = refusal(verb);
	return KL_E_RULE;
}
