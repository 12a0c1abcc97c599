/* SPDX-License-Identifier: EUPL-1.2
 *
 * Events as a table for Outlook's import and for spreadsheets: UTF-8 with byte
 * order mark, CRLF, days as 2027-01-19 and clocks as 16:30:00, which Outlook
 * reads by the region of Windows, Swedish or other.  No cell can be taken for a
 * formula.
 */
#ifndef CALENDAR_OUTLOOK_H
#define CALENDAR_OUTLOOK_H

#include "calendar/ical.h"

/* In which language the headings, and true and false, are. */
enum outlook_words { OUTLOOK_ENGLISH, OUTLOOK_SWEDISH };

/* outlook_write(v, n, language, out, err): append the events as CSV.  Cancelled
 * events are left out: a table cannot take anything back.  Refuses what
 * ical_write refuses; ${out} is then untouched. */
int outlook_write(const struct ical_event *v, size_t n,
    enum outlook_words language, struct buf *out, struct kl_error *err);

#endif
