/* SPDX-License-Identifier: EUPL-1.2
 *
 * Rows of tables: what their cells take besides text, and how they are drawn.
 *
 * Where borders collapse, a row is: the line above it, padding, text, padding;
 * the last has the line below it too.  Otherwise each cell has its own box.
 */
#include "config.h"

#include <math.h>
#include <string.h>

#include "layout/flow.h"

/* The last row that ${cell} of ${row} covers. */
static const struct row *
last_row(const struct row *row, const struct cell *cell)
{
	const struct table *t = row->table;
	size_t last = row->index + cell->span - 1;

	return cell->span > 1 && last < t->rows.n ? t->rows.v[last] : row;
}

double
row_inset(const struct row *row, const struct cell *cell, enum doc_side side)
{
	const struct doc_box *box = &cell->node->box;
	double padding = fmax(box->padding[side], 0);
	const struct row *last;

	if (!row->table->node->collapse)
		return padding + fmax(box->border[side].width, 0);
	if (side == DOC_TOP)
		return row->line_above + row->pad_top;
	if (side != DOC_BOTTOM)
		return padding;
	last = last_row(row, cell);
	return last->pad_bottom + (last->last ? last->line_below : 0);
}

double
row_cell_height(const struct row *row, const struct cell *cell)
{
	return column_height(&cell->column) + row_inset(row, cell, DOC_TOP) +
	       row_inset(row, cell, DOC_BOTTOM);
}

/* The height of the rows that ${cell} covers. */
static double
cell_box(const struct row *row, const struct cell *cell)
{
	const struct table *t = row->table;
	double height = row->height;
	size_t i;

	if (cell->box > 0)
		return cell->box;
	for (i = 1; i < cell->span && row->index + i < t->rows.n; i++)
		height += t->rows.v[row->index + i]->height;
	return height;
}

/* ---- drawing ------------------------------------------------------------ */

/* A box whose lines stand inside it. */
static void
draw_box(struct flow *f, piece_list *pieces, const struct doc_box *box,
    double x, double y, double width, double height, bool top, bool bottom)
{
	const struct doc_border *b = box->border;

	if (top)
		fill_add(f, pieces, x, y, width, b[DOC_TOP].width,
		    b[DOC_TOP].colour);
	if (bottom)
		fill_add(f, pieces, x, y + height - b[DOC_BOTTOM].width, width,
		    b[DOC_BOTTOM].width, b[DOC_BOTTOM].colour);
	fill_add(
	    f, pieces, x, y, b[DOC_LEFT].width, height, b[DOC_LEFT].colour);
	fill_add(f, pieces, x + width - b[DOC_RIGHT].width, y,
	    b[DOC_RIGHT].width, height, b[DOC_RIGHT].colour);
}

/* Where lines of neighbours lie on one another they stand on the edges of the
 * cell: those above and below in the middle of the zone that the rows keep for
 * them. */
static void
draw_shared(struct flow *f, piece_list *pieces, const struct row *row,
    const struct cell *cell, double y, double height)
{
	const struct doc_border *b = cell->node->box.border;
	const struct row *last = last_row(row, cell);
	double start = cell->x - b[DOC_LEFT].width / 2;
	double end = cell->x + cell->width + b[DOC_RIGHT].width / 2;
	double foot = y + height - (last->last ? last->line_below : 0);
	double full = foot + last->line_below - y;

	fill_add(f, pieces, start, y + (row->line_above - b[DOC_TOP].width) / 2,
	    end - start, b[DOC_TOP].width, b[DOC_TOP].colour);
	fill_add(f, pieces, start,
	    foot + (last->line_below - b[DOC_BOTTOM].width) / 2, end - start,
	    b[DOC_BOTTOM].width, b[DOC_BOTTOM].colour);
	fill_add(
	    f, pieces, start, y, b[DOC_LEFT].width, full, b[DOC_LEFT].colour);
	fill_add(f, pieces, end - b[DOC_RIGHT].width, y, b[DOC_RIGHT].width,
	    full, b[DOC_RIGHT].colour);
}

static void
draw_borders(struct flow *f, piece_list *pieces, const struct row *row,
    const struct cell *cell, double y)
{
	double height = cell_box(row, cell);

	if (row->table->node->collapse)
		draw_shared(f, pieces, row, cell, y, height);
	else
		draw_box(f, pieces, &cell->node->box, cell->x, y, cell->width,
		    height, true, true);
}

/* How far the text of ${cell} stands below where it could begin. */
static double
valign_shift(const struct row *row, const struct cell *cell)
{
	double slack = cell_box(row, cell) - row_cell_height(row, cell);

	if (cell->cut || slack <= 0 || cell->node->valign == DOC_UPPER)
		return 0;
	return cell->node->valign == DOC_MIDDLE ? slack / 2 : slack;
}

static void
draw_text(struct flow *f, const struct row *row, const struct cell *cell,
    double y, bool repeat, size_t index, piece_list *pieces)
{
	size_t k;

	y += row_inset(row, cell, DOC_TOP) + valign_shift(row, cell);
	for (k = 0; k < cell->column.strips.n; k++) {
		const struct strip *s = &cell->column.strips.v[k];

		y += s->before;
		strip_draw(f, s, y, repeat, index, pieces);
		y += s->height;
	}
}

void
row_draw(struct flow *f, const struct row *row, double y, bool repeat,
    size_t index, piece_list *pieces)
{
	const struct table *t = row->table;
	size_t i;

	fill_add(
	    f, pieces, t->x, y, t->width, row->height, t->node->box.background);
	for (i = 0; i < row->cells.n; i++) {
		const struct cell *cell = &row->cells.v[i];

		fill_add(f, pieces, cell->x, y, cell->width,
		    cell_box(row, cell), cell->node->box.background);
	}
	for (i = 0; i < row->cells.n; i++)
		draw_text(f, row, &row->cells.v[i], y, repeat, index, pieces);
	for (i = 0; i < row->cells.n; i++)
		draw_borders(f, pieces, row, &row->cells.v[i], y);
	draw_box(f, pieces, &t->node->box, t->x, y, t->width, row->height,
	    row->first, row->last);
}
