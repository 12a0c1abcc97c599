/* SPDX-License-Identifier: EUPL-1.2
 *
 * Inside the office: what the parts of the adjustment share.
 */
#ifndef OFFICE_ADJUST_H
#define OFFICE_ADJUST_H

#include "office/office_private.h"
#include "rules/adjusting.h"
#include "rules/preflight.h"
#include <kansli/minutes.h>

/* work_preflight(w, only, list, err): what would not stand of the paragraphs
 * ${only} (NULL: all), in the work's arena. */
int work_preflight(struct work *w, const struct ranges *only, findings *list,
    struct kl_error *err);

/* work_accepted(w, f): who accepts the warning ${f}, or NULL. */
const struct accepted_warning *work_accepted(
    const struct work *w, const struct finding *f);

/* office_minutes_pdf(w, m, sha, err): the pages of the frozen minutes ${m},
 * made and kept as issued; their SHA-256, in the work's arena.  The register is
 * held. */
int office_minutes_pdf(struct work *w, const struct minutes *m,
    const char **sha, struct kl_error *err);

/* work_approved(w, m, who, err): whose approvals hold for the frozen bytes of
 * the minutes ${m}, in the order in which they came. */
int work_approved(struct work *w, const struct minutes *m, text_list *who,
    struct kl_error *err);

/* work_adjusting(w, m, out, err): how far the adjustment of ${m} has come. */
int work_adjusting(struct work *w, const struct minutes *m,
    struct adjusting *out, struct kl_error *err);

/* work_adjusted(w, m, day, err): the minutes, whose signers are set, are
 * adjusted on ${day}: state, deliveries, what was warned of, drafts weeded, and
 * the answer. */
int work_adjusted(
    struct work *w, struct minutes *m, kl_day day, struct kl_error *err);

#endif
