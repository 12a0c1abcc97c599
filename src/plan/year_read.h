/* SPDX-License-Identifier: EUPL-1.2
 *
 * A year's plan that was made by hand, from a file: CSV, iCalendar or exchange
 * XML.  What arrives is untrusted.
 */
#ifndef PLAN_YEAR_READ_H
#define PLAN_YEAR_READ_H

#include "domain/bundle.h"
#include <kansli/error.h>

/* year_read(path, year, facts, a, out, faults, err): the plan in ${path}, by
 * the end of its name (.csv, .ics, .xml), of ${year} (0: the year in which most
 * of its meetings lie, set in out->year).  Committees are found among
 * ${facts} by code or name; with ${facts} NULL they are as the file calls
 * them.  Meetings are sorted by day and numbered.  KL_E_ENV if it cannot be
 * read; KL_E_INPUT with each fault, its file and line, in ${faults}. */
int year_read(const char *path, int year, const struct bundle *facts,
    struct arena *a, struct year_plan *out, struct kl_faults *faults,
    struct kl_error *err);

/* year_read_text(path, text, len, ...): the same of ${len} bytes with a NUL
 * after them, which are changed; ${path} names them. */
int year_read_text(const char *path, char *text, size_t len, int year,
    const struct bundle *facts, struct arena *a, struct year_plan *out,
    struct kl_faults *faults, struct kl_error *err);

/* year_bare(plan, a, out, err): facts made of the plan alone, for a plan that
 * has no register: the bodies that it names are committees that meet as often
 * as they do there, on working days, as the common rules have it.  In ${a};
 * borrows the texts of ${plan}. */
int year_bare(const struct year_plan *plan, struct arena *a, struct bundle *out,
    struct kl_error *err);

#endif
