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

	{ STATE_MINUTES, MINUTES_DRAFT, "freeze", MINUTES_FROZEN,
	    NEED_PARAGRAPHS },
	{ STATE_MINUTES, MINUTES_FROZEN, "adjust", MINUTES_ADJUSTED,
	    NEED_SIGNERS },
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
	if (object == STATE_MEETING)
		return kl_error_set(err, KL_E_RULE,
		    KL_N_("The meeting is “%s”, and the step “%s” is not "
			  "possible from there. Nothing was changed."),
		    word, verb);
	if (object == STATE_MINUTES)
		return kl_error_set(err, KL_E_RULE,
		    KL_N_("The minutes are “%s”, and the step “%s” is not "
			  "possible from there. Nothing was changed."),
		    word, verb);
	return kl_error_set(err, KL_E_RULE,
	    KL_N_("The delivery is “%s”, and the step “%s” is not possible "
		  "from there. Nothing was changed."),
	    word, verb);
}
