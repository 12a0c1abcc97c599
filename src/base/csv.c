/* SPDX-License-Identifier: EUPL-1.2
 *
 * Comma-separated values.
 */
#include "config.h"

#include <string.h>

#include "base/csv.h"

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

void
csv_open(struct csv *c, char *text)
{
	size_t i, commas = 0, semicolons = 0;
	bool quoted = false;

	memset(c, 0, sizeof *c);
	c->p = text;
	if (strncmp(text, BYTE_ORDER_MARK, 3) == 0)
		c->p += 3;
	c->line = 1;
	for (i = 0; c->p[i] != '\0' && (quoted || c->p[i] != '\n'); i++) {
		if (c->p[i] == '"')
			quoted = !quoted;
		commas += !quoted && c->p[i] == ',';
		semicolons += !quoted && c->p[i] == ';';
	}
	c->separator = semicolons > commas ? ';' : ',';
}

/* Cut the quoted cell at p, which stands after its opening quote; returns where
 * it ends. */
static char *
quoted_cell(struct csv *c, char *p)
{
	char *w = p;

	for (;; p++) {
		if (*p == '\0') {
			c->broken = true;
			break;
		}
		if (*p == '"' && *++p != '"')
			break;
		c->line += *p == '\n';
		*w++ = *p;
	}
	if (p > w)
		*w = '\0';
	return p;
}

static char *
plain_cell(const struct csv *c, char *p)
{
	while (*p != '\0' && *p != '\r' && *p != '\n' && *p != c->separator)
		p++;
	return p;
}

/* The next row, blank or not. */
static void
take_row(struct csv *c, char *cells[CSV_CELLS_MAX], size_t *n)
{
	char *p = c->p, *cell, end;

	*n = 0;
	do {
		cell = p;
		if (*p == '"') {
			cell = p + 1;
			p = quoted_cell(c, p + 1);
			if (p != plain_cell(c, p)) {
				c->broken = true;
				p = plain_cell(c, p);
			}
		} else {
			p = plain_cell(c, p);
		}
		end = *p;
		*p = '\0';
		if (*n < CSV_CELLS_MAX)
			cells[(*n)++] = cell;
		else
			c->broken = true;
		if (end != '\0')
			p++;
	} while (end == c->separator);
	if (end == '\r' && *p == '\n')
		p++;
	c->line += end != '\0';
	c->p = p;
}

bool
csv_row(struct csv *c, char *cells[CSV_CELLS_MAX], size_t *n)
{
	while (*c->p != '\0') {
		c->row_line = c->line;
		c->broken = false;
		take_row(c, cells, n);
		if (c->broken || *n > 1 || cells[0][0] != '\0')
			return true;
	}
	return false;
}
