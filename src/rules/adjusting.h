/* SPDX-License-Identifier: EUPL-1.2
 *
 * Who adjusts minutes: whoever presided, and so many of those appointed as the
 * council has decided (KL 5:69, 6:35), each for the paragraphs that they may
 * adjust.
 */
#ifndef RULES_ADJUSTING_H
#define RULES_ADJUSTING_H

#include "rules/sitting.h"

/* adjusting_appointed(m): the refs of those appointed to adjust beside the
 * chair, the ordinary ones first: the list of the meeting, otherwise whom it
 * elected; NULL if nobody is. */
const text_list *adjusting_appointed(const struct meeting *m);

struct adjusting {
	text_list presided; /* refs, in the order in which they did */
	text_list wait;	    /* refs: whose approval is still needed, or one
			       of whose */
	struct ranges open; /* the paragraphs that nobody has approved yet
			       beside the chair, or not enough */
};

/* adjusting_look(a, b, m, x, given, book, out, err): how far the minutes ${x}
 * have come when the people ${given} (refs) have approved them.  All have when
 * out->wait is empty.  A conflict of interest keeps an adjuster from that
 * paragraph (KL 6:30); so does having presided there. */
int adjusting_look(struct arena *a, const struct bundle *b,
    const struct meeting *m, const struct minutes *x, const text_list *given,
    const struct rule_book *book, struct adjusting *out, struct kl_error *err);

/* adjusting_may(m, x, ref): ${ref} presided or is appointed. */
bool adjusting_may(
    const struct meeting *m, const struct adjusting *x, const char *ref);

#endif
