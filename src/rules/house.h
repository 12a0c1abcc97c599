/* SPDX-License-Identifier: EUPL-1.2
 *
 * The house of one meeting: who has a seat that day and which row of the
 * attendance is whose.  Made once, asked for each paragraph.  Private to
 * the sitting and entry files; everybody else asks sitting.h.
 */
#ifndef RULES_HOUSE_H
#define RULES_HOUSE_H

#include "rules/sitting.h"

#define HOUSE_NOBODY SITTING_MAX

/* How sure it is that a row of the attendance is about a paragraph. */
enum told {
	TOLD_NOT,    /* it is not */
	TOLD_UNSURE, /* a clock alone: it may be */
	TOLD_ALL,    /* of the whole meeting */
	TOLD_NAMED   /* of that paragraph */
};

struct house {
	const struct bundle *b;
	const struct meeting *m;
	const struct committee *c;
	sitters v;	/* members, deputies, others in the attendance */
	size_t members; /* so many of v are members */
	sitters vacated;
	size_t *who; /* by row of the attendance: place in v */
	int seats, vacant, need;
	int first; /* the first paragraph, 0 if there is none yet */
};

/* house_make(h, a, b, m, err): KL_E_INPUT for an unknown body or more than
 * SITTING_MAX people. */
int house_make(struct house *h, struct arena *a, const struct bundle *b,
    const struct meeting *m, struct kl_error *err);

/* house_find(list, ref): place in the list, or HOUSE_NOBODY. */
size_t house_find(const sitters *list, const char *ref);

/* house_told(h, at, nr): what the row says of paragraph ${nr}, 0: before the
 * first. */
enum told house_told(
    const struct house *h, const struct attendance *at, int nr);

/* house_better(h, old, told, at, nr): ${at} says more of the paragraph than
 * ${old} (NULL: nothing), which says ${*told}: then ${*told} is what it says.
 * Of two alike the one that serves. */
bool house_better(const struct house *h, const struct attendance *old,
    enum told *told, const struct attendance *at, int nr);

/* house_row(h, ref, nr): the row that says most of the person there, or NULL.
 */
const struct attendance *house_row(
    const struct house *h, const char *ref, int nr);

/* house_conflicted(m, nr, ref): has a conflict of interest there, one that the
 * body has not rejected. */
bool house_conflicted(const struct meeting *m, int nr, const char *ref);

#endif
