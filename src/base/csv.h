/* SPDX-License-Identifier: EUPL-1.2
 *
 * Comma-separated values (RFC 4180), with comma or semicolon.  Knows cells and
 * lines, nothing of what they mean.
 */
#ifndef BASE_CSV_H
#define BASE_CSV_H

#include <stdbool.h>
#include <stddef.h>

#define CSV_CELLS_MAX 64    /* columns */
#define CSV_ROWS_MAX 200000 /* rows read of one file */
#define CSV_BYTES_MAX (64u << 20)

struct csv {
	char *p; /* what is left, NUL-terminated; cells are cut in place */
	char separator;
	int line;     /* of p */
	int row_line; /* where the row just read began */
	bool broken;  /* the row just read had a quote that does not close, text
			 after a closed quote, or too many cells */
};

/* csv_open(c, text): begin with the NUL-terminated ${text}, which is changed;
 * the header row decides whether cells are parted by comma or semicolon. */
void csv_open(struct csv *c, char *text);

/* csv_row(c, cells, n): the next row that is not blank: its cells, pointing
 * into the text, and their number.  False at the end. */
bool csv_row(struct csv *c, char *cells[CSV_CELLS_MAX], size_t *n);

#endif
