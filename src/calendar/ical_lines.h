/* SPDX-License-Identifier: EUPL-1.2
 *
 * Private to the reading of iCalendar: its content lines, unfolded, each with
 * the number of the line on which it begins.
 */
#ifndef CALENDAR_ICAL_LINES_H
#define CALENDAR_ICAL_LINES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"
#include <kansli/error.h>

/* The lines of one file. */
struct ical_lines {
	const char *file; /* for messages */
	const char *at, *end;
	int next;	 /* number of the line at ${at} */
	struct buf text; /* the line, unfolded; NUL-terminated */

	/* the line that ical_lines_next found; all point into ${text} */
	int line;
	char *name;   /* upper case */
	char *params; /* "TZID=Europe/Stockholm;VALUE=DATE", or "" */
	char *value;
	bool cut; /* it was longer than what is kept of a property */
};

/* ical_lines_open(l, file, bytes, n), ical_lines_close(l): begin and end. */
void ical_lines_open(
    struct ical_lines *l, const char *file, const void *bytes, size_t n);
void ical_lines_close(struct ical_lines *l);

/* ical_lines_next(l, err): 1 with the next line that is not empty, 0 at the
 * end; KL_E_INPUT with file and line for one that is no content line or not
 * UTF-8. */
int ical_lines_next(struct ical_lines *l, struct kl_error *err);

/* ical_lines_param(l, name, a): the value of that parameter of the line,
 * without quotes, or NULL (also when memory is out: arena_failed). */
const char *ical_lines_param(
    const struct ical_lines *l, const char *name, struct arena *a);

/* ical_lines_text(l, a): the value as text: escapes undone; NULL when memory
 * is out. */
const char *ical_lines_text(const struct ical_lines *l, struct arena *a);

/* ical_lines_list(l, a, out): the value as texts separated by commas.  Returns
 * 0, or -1 when memory is out. */
int ical_lines_list(
    const struct ical_lines *l, struct arena *a, text_list *out);

#endif
