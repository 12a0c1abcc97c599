/* SPDX-License-Identifier: EUPL-1.2
 *
 * Tables as plain text: columns side by side while the words fit, else a list
 * of what each row says under which head.
 */
#include "config.h"

#include <string.h>

#include "document/text.h"

#define COLUMN_GAP 2   /* between columns of a table */
#define LEAST_COLUMN 4 /* narrowest column when a table is squeezed */
#define MAX_COLUMNS 100

struct grid {
	const struct doc_node *table;
	size_t n; /* columns */
	size_t natural[MAX_COLUMNS], width[MAX_COLUMNS];
	size_t word[MAX_COLUMNS]; /* the longest, which is not cut */
	int busy[MAX_COLUMNS];	  /* rows that a cell above still covers */
};

static size_t
columns_of(const struct doc_node *table)
{
	const struct doc_node *row, *cell;
	size_t n, most = 1;

	for (row = table->first; row != NULL; row = row->next) {
		for (n = 0, cell = row->first; cell != NULL; cell = cell->next)
			n += cell->colspan > 1 ? (size_t)cell->colspan : 1;
		most = n > most ? n : most;
	}
	if (table->ncolumns > 0)
		most = table->ncolumns;
	return most > MAX_COLUMNS ? MAX_COLUMNS : most;
}

/* The cell's lines when it is ${width} wide. */
static struct text
cell_text(struct text *t, const struct doc_node *cell, size_t width, int depth)
{
	struct text inner = {
		.a = t->a,
		.width = width,
		.cell = true,
		.lost = t->lost,
		.met = t->met,
	};

	plain_blocks(&inner, cell, depth + 1);
	t->deep |= inner.deep;
	return inner;
}

static size_t
longest_of(const struct text *t)
{
	size_t i, n, longest = 0;

	for (i = 0; i < t->lines.n; i++) {
		n = plain_columns(t->lines.v[i], strlen(t->lines.v[i]));
		longest = n > longest ? n : longest;
	}
	return longest;
}

/* Go through a row: the column at which ${cell} stands, at or after ${at}; the
 * number of columns it takes in ${span}. */
static size_t
column_of(
    const struct grid *g, const struct doc_node *cell, size_t at, size_t *span)
{
	while (at < g->n && g->busy[at] > 0)
		at++;
	*span = cell->colspan > 1 ? (size_t)cell->colspan : 1;
	if (at<g->n && * span> g->n - at)
		*span = g->n - at;
	return at;
}

static void
cover(struct grid *g, const struct doc_node *cell, size_t at, size_t span)
{
	size_t i;

	for (i = at; i < at + span; i++)
		g->busy[i] = cell->rowspan > 1 ? cell->rowspan : 1;
}

static void
next_row(struct grid *g)
{
	size_t i;

	for (i = 0; i < g->n; i++)
		g->busy[i] -= g->busy[i] > 0;
}

static size_t
longest_word(const struct text *t)
{
	size_t i, n, k, longest = 0;
	const char *s;

	for (i = 0; i < t->lines.n; i++)
		for (s = t->lines.v[i]; *s != '\0'; s += k + (s[k] == ' ')) {
			k = strcspn(s, " ");
			n = plain_columns(s, k);
			longest = n > longest ? n : longest;
		}
	return longest;
}

static void
measure_columns(struct text *t, struct grid *g, int depth)
{
	const struct doc_node *row, *cell;
	size_t at, span, n;

	for (row = g->table->first; row != NULL; row = row->next) {
		at = 0;
		for (cell = row->first; cell != NULL; cell = cell->next) {
			struct text inner;

			at = column_of(g, cell, at, &span);
			if (at >= g->n)
				break;
			cover(g, cell, at, span);
			inner = cell_text(t, cell, UNBOUNDED, depth);
			n = longest_of(&inner);
			if (span == 1 && n > g->natural[at])
				g->natural[at] = n;
			n = longest_word(&inner);
			if (span == 1 && n > g->word[at])
				g->word[at] = n;
			at += span;
		}
		next_row(g);
	}
	memset(g->busy, 0, sizeof g->busy);
}

/* Columns keep their natural width while they fit; the widest give way, as far
 * as their words allow.  False if the table is too wide even so. */
static bool
fit_columns(const struct text *t, struct grid *g)
{
	size_t gaps = COLUMN_GAP * (g->n - 1), total = gaps, i, widest, room;

	for (i = 0; i < g->n; i++) {
		g->width[i] = g->natural[i] > 0 ? g->natural[i] : 1;
		total += g->width[i];
	}
	while (total > t->width) {
		for (widest = room = i = 0; i < g->n; i++)
			if (g->width[i] > g->word[i] && g->width[i] > room) {
				room = g->width[i];
				widest = i;
			}
		if (room <= LEAST_COLUMN)
			return false;
		g->width[widest]--;
		total--;
	}
	return true;
}

static void
pad(struct buf *line, size_t column)
{
	while (
	    plain_columns(line->data, line->len) < column && !buf_failed(line))
		buf_putc(line, ' ');
}

/* The cells of a row side by side. */
static void
add_row(struct text *t, struct grid *g, const struct doc_node *row, int depth)
{
	struct text texts[MAX_COLUMNS] = { { .a = NULL } };
	const struct doc_node *cell;
	size_t at = 0, span, i, k, lines = 0, width, x;

	for (cell = row->first; cell != NULL; cell = cell->next) {
		at = column_of(g, cell, at, &span);
		if (at >= g->n)
			break;
		cover(g, cell, at, span);
		width = COLUMN_GAP * (span - 1);
		for (i = at; i < at + span; i++)
			width += g->width[i];
		texts[at] = cell_text(t, cell, width, depth);
		if (texts[at].lines.n > lines)
			lines = texts[at].lines.n;
		at += span;
	}
	next_row(g);
	for (k = 0; k < lines; k++) {
		struct buf line;

		buf_init(&line, 1 << 20);
		for (x = i = 0; i < g->n; i++) {
			if (k < texts[i].lines.n &&
			    *texts[i].lines.v[k] != '\0') {
				pad(&line, x);
				buf_puts(&line, texts[i].lines.v[k]);
			}
			x += g->width[i] + COLUMN_GAP;
		}
		plain_take(t, &line);
	}
}

static void
rule(struct text *t, const struct grid *g)
{
	struct buf line;
	size_t i, k, x = 0;

	buf_init(&line, 1 << 20);
	for (i = 0; i < g->n; i++) {
		pad(&line, x);
		for (k = 0; k < g->width[i]; k++)
			buf_putc(&line, '-');
		x += g->width[i] + COLUMN_GAP;
	}
	plain_take(t, &line);
}

/* What heads each column, by the rows above the others. */
static void
read_heads(struct text *t, struct grid *g, const char **heads, int depth)
{
	const struct doc_node *row, *cell;
	size_t at, span, i;

	for (row = g->table->first; row != NULL && row->header;
	     row = row->next) {
		for (at = 0, cell = row->first; cell != NULL;
		     cell = cell->next) {
			struct text inner;

			at = column_of(g, cell, at, &span);
			if (at >= g->n)
				break;
			cover(g, cell, at, span);
			inner = cell_text(t, cell, UNBOUNDED, depth);
			for (i = at; i < at + span && inner.lines.n > 0; i++)
				heads[i] =
				    heads[i] == NULL
					? inner.lines.v[0]
					: arena_printf(t->a, "%s, %s", heads[i],
					      inner.lines.v[0]);
			at += span;
		}
		next_row(g);
	}
}

/* A cell as "Head: value", the lines after the first set in. */
static void
add_value(struct text *t, const char *head, const struct text *value)
{
	struct text inner = { .a = t->a,
		.width = t->width > 10 ? t->width - 2 : 8,
		.lost = t->lost,
		.met = t->met };
	struct buf line;
	const char *none;
	size_t i;

	buf_init(&line, 1 << 20);
	if (head != NULL)
		buf_printf(&line, "%s: ", head);
	for (i = 0; i < value->lines.n; i++)
		buf_printf(&line, "%s%s", i > 0 ? "\n" : "", value->lines.v[i]);
	plain_wrap(&inner, NULL, 0, line.data);
	*t->lost |= buf_failed(&line);
	buf_free(&line);
	for (i = 0; i < inner.lines.n; i++) {
		none = NULL;
		plain_put(t, &none, i == 0 || *inner.lines.v[i] == '\0' ? 0 : 2,
		    inner.lines.v[i], strlen(inner.lines.v[i]));
	}
}

/* A table that is too wide: its rows one after another, each a list of what it
 * says under which head. */
static void
add_records(struct text *t, struct grid *g, int depth)
{
	const char *heads[MAX_COLUMNS] = { NULL };
	const struct doc_node *row, *cell;
	size_t at, span, rows = 0;

	read_heads(t, g, heads, depth);
	for (row = g->table->first; row != NULL; row = row->next) {
		if (row->header)
			continue;
		if (rows++ > 0)
			plain_line(t, "");
		for (at = 0, cell = row->first; cell != NULL;
		     cell = cell->next) {
			struct text inner;

			at = column_of(g, cell, at, &span);
			if (at >= g->n)
				break;
			cover(g, cell, at, span);
			inner = cell_text(t, cell, UNBOUNDED, depth);
			if (longest_of(&inner) > 0)
				add_value(t, heads[at], &inner);
			at += span;
		}
		next_row(g);
	}
}

void
plain_table(struct text *t, const struct doc_node *table, int depth)
{
	struct grid *g = arena_alloc(t->a, sizeof *g);
	const struct doc_node *row;

	if (g == NULL || table->first == NULL)
		return;
	g->table = table;
	g->n = columns_of(table);
	plain_open(t, t->cell ? 0 : GAP_LEAST);
	measure_columns(t, g, depth);
	if (!fit_columns(t, g)) {
		add_records(t, g, depth);
		t->after = GAP_LEAST;
		return;
	}
	for (row = table->first; row != NULL; row = row->next) {
		add_row(t, g, row, depth);
		if (row->header && (row->next == NULL || !row->next->header))
			rule(t, g);
	}
	t->after = GAP_LEAST;
}
