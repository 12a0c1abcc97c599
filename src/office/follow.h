/* SPDX-License-Identifier: EUPL-1.2
 *
 * Inside the office: what the use cases after the adjustment share.
 */
#ifndef OFFICE_FOLLOW_H
#define OFFICE_FOLLOW_H

#include "office/office_private.h"
#include "rules/after.h"

/* office_query(w, query, committee, rows, err): the rows of that list of the
 * register, of one committee (its code; NULL: all). */
int office_query(struct work *w, const char *query, const char *committee,
    struct kl_data *rows, struct kl_error *err);

/* office_turn_to(w, meeting, err): make that meeting the work's, unless it is
 * already. */
int office_turn_to(struct work *w, const char *meeting, struct kl_error *err);

/* office_answers(w, committee, from, list, err): append the matters that are to
 * be answered by a day such that their committee does not meet from ${from}
 * until then: {"number","title","committee","answer_by"}. */
int office_answers(struct work *w, const char *committee, kl_day from,
    struct kl_data *list, struct kl_error *err);

/* follow_paragraph(w, nr, p, err): the paragraph of the work's meeting;
 * KL_E_NOTFOUND. */
int follow_paragraph(
    struct work *w, int nr, struct paragraph **p, struct kl_error *err);

/* follow_title(w, p): what the paragraph may be called before everybody. */
const char *follow_title(const struct work *w, const struct paragraph *p);

/* follow_place(w, text, place, err): a meeting and § that something was told
 * at, "TRN/2027-02-16 § 9" or "TRN/2027-02-16/9", as it is kept; KL_E_USAGE for
 * another form, KL_E_NOTFOUND for a meeting that is not there, KL_E_RULE for one
 * that lies ahead.  NULL stays. */
int follow_place(
    struct work *w, const char *text, const char **place, struct kl_error *err);

/* follow_state(w, p, list, err): append where the decision stands on its way to
 * legal force, as kl_force_show tells it. */
int follow_state(struct work *w, const struct paragraph *p,
    struct kl_data *list, struct kl_error *err);

#endif
