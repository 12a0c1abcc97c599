/* SPDX-License-Identifier: EUPL-1.2
 *
 * Every change of state that the house knows, as one table: from, verb, to and
 * what it needs.  Nobody writes a state otherwise.
 */
#ifndef DOMAIN_STATE_H
#define DOMAIN_STATE_H

#include "domain/words.h"
#include <kansli/error.h>

enum state_object { STATE_MEETING = 1, STATE_MINUTES, STATE_DELIVERY };

/* What a change needs, beyond the right to make it. */
enum state_need {
	NEED_NOTHING = 0,
	NEED_ITEMS = 1,      /* the agenda has at least one numbered item */
	NEED_PARAGRAPHS = 2, /* the meeting has paragraphs with outcomes */
	NEED_SIGNERS = 4,    /* somebody signs */
	NEED_EXPIRED = 8     /* the appeal period has run out */
};

struct state_change {
	enum state_object object;
	int from; /* the object's own enumeration */
	const char *verb;
	int to;
	unsigned needs; /* of enum state_need */
};

/* The table, ended by a row with a NULL verb. */
extern const struct state_change state_changes[];

/* state_find(object, from, verb): the row, or NULL if it is not allowed. */
const struct state_change *state_find(
    enum state_object object, int from, const char *verb);

/* state_word(object, state): the state's Swedish word. */
const char *state_word(enum state_object object, int state);

/* state_apply(object, state, verb, err): change *${state}.  KL_E_RULE, with a
 * sentence that names the present state and the verb, if the table has no such
 * row. */
int state_apply(enum state_object object, int *state, const char *verb,
    struct kl_error *err);

#endif
