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

/* enter_begin(a, b, m, book, out): at the beginning of the meeting ${m}, whose
 * facts it changes, in the arena.  0 or KL_E_NOMEM. */
int enter_begin(struct arena *a, struct bundle *b, struct meeting *m,
    const struct rule_book *book, struct entering **out, struct kl_error *err);

/* enter_line(e, line, clock, answer, err): take one line.  ${clock}: "17:05",
 * what the time is when the line does not say, or NULL.  ${answer}: an object
 * that gets "understood" (a sentence) and "paragraph", "warnings" where there
 * are any.  KL_E_INPUT when it was not understood (with the nearest word) and
 * KL_E_RULE, with statute, for a forbidden step: nothing was changed then. */
int enter_line(struct entering *e, const char *line, const char *clock,
    struct kl_data *answer, struct kl_error *err);

/* enter_replay(e, m, err): take the lines m->proceedings that were not undone
 * again, from the start.  A line that is no longer allowed is an error. */
int enter_replay(struct entering *e, struct kl_error *err);

#endif
