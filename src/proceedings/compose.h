/* SPDX-License-Identifier: EUPL-1.2
 *
 * The sentences of the minutes, composed from what happened, in the order of
 * the meeting.  What somebody has rewritten is kept and told apart; it is never
 * composed over.
 */
#ifndef PROCEEDINGS_COMPOSE_H
#define PROCEEDINGS_COMPOSE_H

#include "proceedings/phrases.h"
#include "rules/rule.h"
#include "domain/bundle.h"

/* The parts of a paragraph that are composed, in the order in which they stand:
 *   jäv           conflicts of interest, who left, who entered
 *   yrkanden      who moved what
 *   beslutsgång   the questions put, divisions and what came of them
 *   omröstning    the voting order and the result
 *   val           who was elected
 *   beslut        what follows from the outcome, when no point says it
 *   reservation   who dissents
 *   uttalande     statements and notes
 *   deltar-inte   who took no part
 *   närvaro       who came, left, presided; breaks
 */
extern const char *const compose_parts[]; /* ends with NULL */

struct composed_text {
	int paragraph;
	const char *part;
	text_list sentences; /* paragraphs of text as they are printed */
	const char *fresh;   /* what would be composed now, as one text */
	bool edited;	     /* somebody has rewritten it */
	bool stale;	     /* ... and the data have changed since */
};

struct composition {
	VEC(struct composed_text) v; /* by paragraph and part; no empty ones */
};

/* compose_meeting(a, p, b, m, book, out, err): every part of every paragraph.
 * A 200-item meeting takes at most 50 ms.  0, KL_E_INPUT or KL_E_NOMEM. */
int compose_meeting(struct arena *a, const struct phrases *p,
    const struct bundle *b, const struct meeting *m,
    const struct rule_book *book, struct composition *out,
    struct kl_error *err);

/* compose_text(c, paragraph, part): the entry, or NULL. */
const struct composed_text *compose_text(
    const struct composition *c, int paragraph, const char *part);

/* annex_number(a, b, m, err): give each voting list, dissent with a motivation,
 * written statement, the attendance list and the delegation list that has none
 * yet its number, in the order in which the minutes mention them; numbers that
 * were given stay.  0 or KL_E_NOMEM. */
int annex_number(struct arena *a, const struct bundle *b, struct meeting *m,
    struct kl_error *err);

/* annex_of(m, kind, paragraph, index): its number, or 0. */
int annex_of(
    const struct meeting *m, enum annex_kind kind, int paragraph, int index);

#endif
