/* SPDX-License-Identifier: EUPL-1.2
 *
 * Typing the meeting: one line, one event (kansli-proceedings(5)).  Pure: a
 * line changes the facts of the meeting in memory and says what it understood;
 * who calls it keeps both.
 */
#ifndef PROCEEDINGS_ENTER_H
#define PROCEEDINGS_ENTER_H

#include <kansli/data.h>

#include "domain/bundle.h"
#include "rules/rule.h"

#define ENTER_LINE_MAX 2000   /* bytes of one line */
#define ENTER_LINES_MAX 20000 /* lines of one meeting */

struct entering; /* where the typing stands: paragraph, clock, last division */

/* What a line changed, so that not everything has to be kept anew. */
struct enter_touched {
	int paragraph;	 /* its number, or 0 */
	bool attendance; /* also others, presiding, conflicts ... */
	bool head;	 /* times, state */
	bool items;	 /* an item was added to the agenda */
	bool seats;	 /* (who serves or may decide has changed) */
};

/* enter_begin(a, b, m, book, out): at the beginning of the meeting ${m}, whose
 * facts it changes, in the arena.  What ${m} holds now is what undoing goes
 * back to; the lines m->proceedings are not taken.  ${book} is borrowed.  Free
 * with enter_end.  0, KL_E_INPUT for a body that is not in the bundle, or
 * KL_E_NOMEM. */
int enter_begin(struct arena *a, struct bundle *b, struct meeting *m,
    const struct rule_book *book, struct entering **out, struct kl_error *err);
void enter_end(struct entering *e); /* NULL is fine */

/* enter_speak(e, translate): the language of answers; NULL is English. */
void enter_speak(struct entering *e, const char *(*translate)(const char *));

/* enter_number_from(e, nr): the number of the first paragraph, unless a line
 * gives another (1 if this is not called). */
void enter_number_from(struct entering *e, int nr);

/* enter_line(e, line, clock, answer, err): take one line.  ${clock}: "17:05",
 * what the time is when the line does not say, or NULL.  ${answer}: an object
 * that gets "understood" (a sentence) and "paragraph", "serving", "need",
 * "quorate", "warnings", "hints" where there are any; NULL if nobody asks.
 * KL_E_INPUT when it was not understood (with the nearest word) and KL_E_RULE,
 * with statute, for a forbidden step: nothing was changed then.  What was
 * understood is appended to m->proceedings, with the clock before it, unless
 * the line only asks. */
int enter_line(struct entering *e, const char *line, const char *clock,
    struct kl_data *answer, struct kl_error *err);

/* enter_undo(e, seq, answer, err): the last line that is not undone is, and the
 * facts are what the lines before it make of them.  ${seq} gets its number.
 * KL_E_RULE if there is none. */
int enter_undo(struct entering *e, int *seq, struct kl_data *answer,
    struct kl_error *err);

/* enter_replay(e, err): take the lines m->proceedings that were not undone
 * again, from the start.  A line that is no longer allowed is an error, with
 * its number as line. */
int enter_replay(struct entering *e, struct kl_error *err);

/* enter_is_undo(line): is it the line that undoes the last one? */
bool enter_is_undo(const char *line);

/* enter_last_touched(e): what the last call changed. */
const struct enter_touched *enter_last_touched(const struct entering *e);

/* enter_where(e, answer, err): where the typing stands, as the line
 * "visa" tells. */
int enter_where(
    struct entering *e, struct kl_data *answer, struct kl_error *err);

#endif
