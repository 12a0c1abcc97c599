/* SPDX-License-Identifier: EUPL-1.2
 *
 * Events as a table for Outlook's import and for spreadsheets: Swedish
 * headings, UTF-8 with byte order mark, CRLF.  No cell can be taken for a
 * formula.
 */
#ifndef CALENDAR_OUTLOOK_H
#define CALENDAR_OUTLOOK_H

#include "calendar/ical.h"

/* outlook_write(v, n, out, err): append the events as CSV.  Cancelled events
 * are left out: a table cannot take anything back.  Refuses what ical_write
 * refuses; ${out} is then untouched. */
int outlook_write(const struct ical_event *v, size_t n, struct buf *out,
    struct kl_error *err);

#endif
