/* SPDX-License-Identifier: EUPL-1.2
 *
 * Tables: columns to widths, cells to columns of strips, rows to one strip
 * each. How rows are drawn and broken is in row.c.
 */
#include "config.h"

#include <math.h>
#include <string.h>

#include "layout/flow.h"

/* A cell that spans rows and has not ended. */
struct open_span {
	size_t row, cell; /* where it stands in the table */
	size_t last;	  /* the last row it covers */
};

/* A table being laid out. */
struct maker {
	struct column *c;
	struct table *t;
	size_t ncolumns;
	double
	    *x; /* left edge of each column, and the right edge of the last */
	size_t *busy; /* rows that a cell above still covers, by column */
	VEC(struct open_span) spans;
};

/* The columns when the table does not say: as many as its widest row. */
static size_t
count_columns(const struct doc_node *node)
{
	const struct doc_node *row, *cell;
	size_t n, most = 1;

	for (row = node->first; row != NULL; row = row->next) {
		n = 0;
		for (cell = row->first; cell != NULL; cell = cell->next)
			n += cell->colspan > 1 ? (size_t)cell->colspan : 1;
		if (n > most)
			most = n;
	}
	return most;
}

static double
column_width(const struct doc_node *node, size_t i)
{
	if (node->columns == NULL || i >= node->ncolumns ||
	    !(node->columns[i] > 0))
		return 0;
	return node->columns[i];
}

/* Widths to edges: what is given, shrunk to the room there is; columns without
 * a width share what is left. */
static void
set_columns(struct maker *m, double left, double room)
{
	const struct doc_node *node = m->t->node;
	double total = 0, open = 0, scale = 1, x = left, share;
	size_t i;

	for (i = 0; i < m->ncolumns; i++) {
		total += column_width(node, i);
		open += column_width(node, i) == 0;
	}
	share = open > 0 ? fmax(room - total, room / 4) / open : 0;
	total += share * open;
	if (total > room)
		scale = room / total;
	for (i = 0; i < m->ncolumns; i++) {
		double w = column_width(node, i);

		m->x[i] = x;
		x += (w == 0 ? share : w) * scale;
	}
	m->x[m->ncolumns] = x;
	m->t->x = left;
	m->t->width = x - left;
}

/* An office suite sets no line for the empty paragraph that must follow a table
 * at the end of a cell. */
static bool
is_filler(const struct doc_node *above, const struct doc_node *node)
{
	return above != NULL && above->kind == DOC_TABLE &&
	       node->kind == DOC_PARAGRAPH && node->first == NULL &&
	       node->next == NULL;
}

/* The content of a cell. */
static void
fill_cell(struct maker *m, const struct row *row, struct cell *cell)
{
	const struct doc_node *node, *above = NULL;

	column_open(&cell->column, m->c->f,
	    cell->x + row_inset(row, cell, DOC_LEFT),
	    cell->x + cell->width - row_inset(row, cell, DOC_RIGHT));
	if (++m->c->f->depth > FLOW_MAX_DEPTH)
		m->c->f->deep = true;
	else
		for (node = cell->node->first; node != NULL;
		     above = node, node = node->next)
			if (!is_filler(above, node))
				column_block(&cell->column, node);
	m->c->f->depth--;
	column_finish(&cell->column);
}

/* The cells of one row, put into the columns that no cell above covers. */
static void
fill_row(struct maker *m, struct row *row, size_t nrows)
{
	const struct doc_node *node;
	struct cell *cell;
	size_t at = 0, span, rows, i;

	for (node = row->node->first; node != NULL; node = node->next) {
		while (at < m->ncolumns && m->busy[at] > 0)
			at++;
		if (at >= m->ncolumns || node->kind != DOC_CELL)
			break;
		span = node->colspan > 1 ? (size_t)node->colspan : 1;
		if (span > m->ncolumns - at)
			span = m->ncolumns - at;
		rows = node->rowspan > 1 ? (size_t)node->rowspan : 1;
		if (rows > nrows - m->t->rows.n + 1)
			rows = nrows - m->t->rows.n + 1;
		if ((cell = vec_push(m->c->f->a, &row->cells)) == NULL)
			return;
		*cell = (struct cell){ .node = node,
			.x = m->x[at],
			.width = m->x[at + span] - m->x[at],
			.span = rows };
		for (i = at; i < at + span; i++)
			m->busy[i] = rows;
		at += span;
		fill_cell(m, row, cell);
	}
	for (i = 0; i < m->ncolumns; i++)
		if (m->busy[i] > 0)
			m->busy[i]--;
}

static void
make_rows(struct maker *m)
{
	struct table *t = m->t;
	const struct doc_node *node;
	struct row **slot, *row;
	size_t nrows = 0;
	bool leading = true;

	for (node = t->node->first; node != NULL; node = node->next)
		nrows += node->kind == DOC_ROW;
	for (node = t->node->first; node != NULL; node = node->next) {
		if (node->kind != DOC_ROW)
			continue;
		row = arena_alloc(m->c->f->a, sizeof *row);
		slot = vec_push(m->c->f->a, &t->rows);
		if (row == NULL || slot == NULL)
			return;
		*slot = row;
		row->table = t;
		row->node = node;
		row->index = t->rows.n - 1;
		row->first = row->index == 0;
		row->last = t->rows.n == nrows;
		row->head = leading && node->header;
		row->keep = node->keep_together;
		leading = row->head;
		t->nhead += row->head;
		fill_row(m, row, nrows);
	}
}

/* The lines and paddings that the cells of a row have in common when borders
 * collapse: neighbouring lines lie on one another, and text starts alike. */
static void
share_lines(struct maker *m)
{
	struct table *t = m->t;
	size_t r, i;

	for (r = 0; r < t->rows.n; r++) {
		struct row *row = t->rows.v[r], *last;

		for (i = 0; i < row->cells.n; i++) {
			const struct cell *cell = &row->cells.v[i];
			const struct doc_box *box = &cell->node->box;

			last = t->rows.v[r + cell->span - 1];
			row->line_above =
			    fmax(row->line_above, box->border[DOC_TOP].width);
			row->pad_top =
			    fmax(row->pad_top, box->padding[DOC_TOP]);
			last->line_below = fmax(
			    last->line_below, box->border[DOC_BOTTOM].width);
			last->pad_bottom =
			    fmax(last->pad_bottom, box->padding[DOC_BOTTOM]);
		}
	}
	for (r = 0; r + 1 < t->rows.n; r++) {
		struct row *row = t->rows.v[r], *next = t->rows.v[r + 1];

		row->line_below = next->line_above =
		    fmax(row->line_below, next->line_above);
	}
}

/* A cell that spans rows needs their sum; the last of them gives way. */
static void
stretch(struct maker *m, size_t last)
{
	struct table *t = m->t;
	double sum;
	size_t i, k;

	for (i = 0; i < m->spans.n;) {
		const struct open_span *s = &m->spans.v[i];
		const struct cell *cell;

		if (s->last != last) {
			i++;
			continue;
		}
		cell = &t->rows.v[s->row]->cells.v[s->cell];
		for (sum = 0, k = s->row; k < last; k++)
			sum += t->rows.v[k]->height;
		if (cell->height - sum > t->rows.v[last]->height)
			t->rows.v[last]->height = cell->height - sum;
		m->spans.v[i] = m->spans.v[--m->spans.n];
	}
}

/* A cell that is higher than most of a page stands in its first row, which may
 * break, and covers no other. */
static void
loosen(const struct maker *m, struct cell *cell)
{
	if (m->c->f->height > 0 && cell->height > m->c->f->height * 0.8)
		cell->span = 1;
}

static void
measure_rows(struct maker *m)
{
	struct table *t = m->t;
	size_t r, i;

	for (r = 0; r < t->rows.n; r++) {
		struct row *row = t->rows.v[r];

		row->height = fmax(row->node->least_height, 0);
		for (i = 0; i < row->cells.n; i++) {
			struct open_span *s;
			struct cell *cell = &row->cells.v[i];

			cell->height = row_cell_height(row, cell);
			loosen(m, cell);
			if (cell->span > t->most_span)
				t->most_span = cell->span;
			if (cell->span == 1)
				row->height = fmax(row->height, cell->height);
			else if ((s = vec_push(m->c->f->a, &m->spans)) != NULL)
				*s = (struct open_span){ r, i,
					r + cell->span - 1 };
		}
		row->least = row->height;
		stretch(m, r);
	}
}

static void
push_rows(struct maker *m)
{
	struct table *t = m->t;
	struct strip *strip;
	size_t r;

	for (r = 0; r < t->rows.n; r++) {
		struct row *row = t->rows.v[r];

		strip = column_strip(m->c,
		    r == 0 ? m->c->after + fmax(t->node->margin_top, 0) : 0);
		if (strip == NULL)
			return;
		strip->kind = STRIP_ROW;
		strip->row = row;
		strip->height = row->height;
		strip->glued = row->head ||
			       (t->node->keep_together && !row->last) ||
			       (t->node->keep_with_next && row->last);
		row->keep |= row->head || t->node->keep_together;
		if (row->head)
			t->head += row->height;
	}
	if (m->c->f->height > 0 && t->head > m->c->f->height / 2)
		t->head = 0;
	m->c->after = fmax(t->node->margin_bottom, 0);
}

void
table_lay(struct column *c, const struct doc_node *node)
{
	struct arena *a = c->f->a;
	struct maker m = { .c = c };
	double left = c->left + (c->listed ? c->inset : 0);

	m.ncolumns = node->ncolumns > 0 ? node->ncolumns : count_columns(node);
	if (m.ncolumns > FLOW_MAX_COLUMNS)
		m.ncolumns = FLOW_MAX_COLUMNS;
	m.t = arena_alloc(a, sizeof *m.t);
	m.x = arena_alloc(a, (m.ncolumns + 1) * sizeof *m.x);
	m.busy = arena_alloc(a, m.ncolumns * sizeof *m.busy);
	if (m.t == NULL || m.x == NULL || m.busy == NULL)
		return;
	m.t->node = node;
	left += node->margin_left;
	set_columns(&m, left, fmax(c->right - left, 1));
	make_rows(&m);
	if (arena_failed(a) || m.t->rows.n == 0)
		return;
	if (m.t->node->collapse)
		share_lines(&m);
	measure_rows(&m);
	push_rows(&m);
}
