/* SPDX-License-Identifier: EUPL-1.2
 *
 * Minutes from the draft to the adjustment: what would not stand, who approves,
 * drafts, corrections.  See <kansli/office.h> for what the functions have in
 * common, and <kansli/meeting.h> for freezing and the adjustment on paper.
 * ${paragraphs} NULL means the ordinary minutes, otherwise those that hold the
 * paragraphs of the list.
 */
#ifndef KANSLI_MINUTES_H
#define KANSLI_MINUTES_H

#include <kansli/office.h>

/* kl_minutes_preflight(o, meeting, paragraphs, answer, err): what would not
 * stand: [{"level":"error"|"warning","paragraph","statute","text","code",
 * "mend"}], by paragraph; paragraph 0 is the whole meeting.  A warning that
 * somebody has accepted has "accepted": the day.  ${paragraphs} NULL: all. */
int kl_minutes_preflight(struct kl_office *o, const char *meeting,
    const char *paragraphs, struct kl_data **answer, struct kl_error *err);

#endif
