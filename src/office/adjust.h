/* SPDX-License-Identifier: EUPL-1.2
 *
 * Inside the office: what the parts of the adjustment share.
 */
#ifndef OFFICE_ADJUST_H
#define OFFICE_ADJUST_H

#include "office/office_private.h"
#include "rules/preflight.h"
#include <kansli/minutes.h>

/* work_preflight(w, only, list, err): what would not stand of the paragraphs
 * ${only} (NULL: all), in the work's arena. */
int work_preflight(struct work *w, const struct ranges *only, findings *list,
    struct kl_error *err);

/* work_accepted(w, f): who accepts the warning ${f}, or NULL. */
const struct accepted_warning *work_accepted(
    const struct work *w, const struct finding *f);

#endif
