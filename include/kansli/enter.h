/* SPDX-License-Identifier: EUPL-1.2
 *
 * Typing a meeting while it lasts, line by line (kansli-proceedings(5)).  A
 * line that was answered is kept: whatever happens to the program, the next one
 * goes on after it.
 */
#ifndef KANSLI_ENTER_H
#define KANSLI_ENTER_H

#include <kansli/office.h>

struct kl_entering; /* the typing of one meeting */

/* kl_enter_begin(o, meeting, entering, answer, err): begin, or go on where the
 * lines that are kept left off.  ${answer} says where that is: "meeting",
 * "lines", "understood" (a sentence), "paragraph", "serving", "need",
 * "quorate" and more, "warnings".  KL_E_RULE for a meeting that was cancelled,
 * whose proceedings came in another way, or whose minutes are frozen. */
int kl_enter_begin(struct kl_office *o, const char *meeting,
    struct kl_entering **entering, struct kl_data **answer,
    struct kl_error *err);

/* kl_enter_line(e, line, clock, instant, answer, err): take one line.
 * ${clock}: "17:05", the time if the line does not say, or NULL; ${instant}:
 * now, for the log, or NULL: the office's.  When it returns 0 the line and the
 * facts that it changed are on the disk.  Of several who type the same meeting
 * each sees what the others have typed before the line is taken.
 *
 * ${answer}: "understood", "paragraph", "warnings" and "hints" (sentences),
 * "serving", "seats", "need", "quorate" when who serves has changed, and what
 * the line asked for.  KL_E_INPUT: not understood; KL_E_RULE: forbidden, with
 * the statute; nothing was changed, and ${answer} has "error" and "statute". */
int kl_enter_line(struct kl_entering *e, const char *line, const char *clock,
    const char *instant, struct kl_data **answer, struct kl_error *err);

void kl_enter_end(struct kl_entering *e); /* NULL is fine */

#endif
