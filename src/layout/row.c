/* SPDX-License-Identifier: EUPL-1.2
 *
 * Rows of tables: what their cells take besides text, how they are drawn, and
 * how they break.  A row that is taller than its page is cut between the lines
 * of its cells; a cell over several rows is cut where a page ends between them.
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

/* ---- breaking a row ----------------------------------------------------- */

/* How many strips of the cell go into ${room}; a nested row may be cut, which
 * leaves its rest in ${rest}. */
static size_t
fit_strips(struct flow *f, const struct row *row, struct cell *cell,
    double room, bool force, struct row **rest)
{
	struct column *c = &cell->column;
	double y =
	    row_inset(row, cell, DOC_TOP) + row_inset(row, cell, DOC_BOTTOM);
	size_t n, whole;

	*rest = NULL;
	for (n = 0; n < c->strips.n; n++) {
		struct strip *s = &c->strips.v[n];

		if (y + s->before + s->height > room + FLOW_EPS) {
			if (s->kind == STRIP_ROW &&
			    row_split(f, s->row, room - y - s->before,
				force && n == 0, rest)) {
				s->height = s->row->height;
				return n + 1;
			}
			break;
		}
		y += s->before + s->height;
	}
	whole = n;
	if (n == c->strips.n)
		return n;
	while (n > 0 && c->strips.v[n - 1].glued)
		n--;
	return n > 0 || !force ? n : whole;
}

/* Move strips from ${n} on of the cell ${from} to ${to}, a nested row's rest
 * before them. */
static void
move_strips(struct flow *f, struct cell *from, size_t n, struct row *rest,
    struct cell *to)
{
	struct strip *strip;
	size_t i;

	*to = *from;
	memset(&to->column.strips, 0, sizeof to->column.strips);
	memset(&to->column.places, 0, sizeof to->column.places);
	if (rest != NULL &&
	    (strip = vec_push(f->a, &to->column.strips)) != NULL)
		*strip = (struct strip){ .kind = STRIP_ROW,
			.row = rest,
			.height = rest->height,
			.glued = from->column.strips.v[n - 1].glued };
	for (i = n; i < from->column.strips.n; i++) {
		if ((strip = vec_push(f->a, &to->column.strips)) == NULL)
			return;
		*strip = from->column.strips.v[i];
		if (i == n && rest == NULL)
			strip->before = 0;
	}
	if (rest == NULL && n > 0 && n < from->column.strips.n)
		row_cut_spans(
		    f, &from->column.strips.v[n - 1], &to->column.strips.v[0]);
	from->column.strips.n = n;
	from->column.after = 0;
	from->cut = to->cut = true;
	to->span = from->span = 1;
}

static void
settle(struct row *row)
{
	size_t i;

	row->height = 0;
	for (i = 0; i < row->cells.n; i++) {
		row->cells.v[i].height = row_cell_height(row, &row->cells.v[i]);
		row->height = fmax(row->height, row->cells.v[i].height);
	}
}

/* Undo the cut of nested rows: their rests come after them again. */
static void
put_back(struct flow *f, struct row *row, const size_t *cut, struct row **rest)
{
	struct strip *v;
	size_t i, n;

	for (i = 0; i < row->cells.n; i++) {
		struct column *c = &row->cells.v[i].column;

		if (rest[i] == NULL || vec_push(f->a, &c->strips) == NULL)
			continue;
		v = c->strips.v;
		n = cut[i];
		memmove(&v[n + 1], &v[n], (c->strips.n - 1 - n) * sizeof *v);
		v[n] = (struct strip){ .kind = STRIP_ROW,
			.row = rest[i],
			.height = rest[i]->height,
			.glued = v[n - 1].glued };
		rest[i] = NULL;
	}
}

/* Where to cut each cell; false if the cut is bad. */
static bool
plan_cut(struct flow *f, struct row *row, double room, bool force, size_t *cut,
    struct row **rest)
{
	bool moved = false, stays = false;
	size_t i;

	for (i = 0; i < row->cells.n; i++) {
		struct cell *cell = &row->cells.v[i];

		cut[i] = fit_strips(f, row, cell, room, force, &rest[i]);
		if (cut[i] == 0 && cell->column.strips.n > 0 && !force)
			return false;
		stays |= cut[i] > 0;
		moved |= cut[i] < cell->column.strips.n || rest[i] != NULL;
	}
	for (i = 0; i < row->cells.n && force && !stays; i++) {
		/* nothing fits even here: let it overflow and go on */
		cut[i] = row->cells.v[i].column.strips.n > 0;
		moved |= cut[i] < row->cells.v[i].column.strips.n;
	}
	return moved;
}

bool
row_split(
    struct flow *f, struct row *row, double room, bool force, struct row **tail)
{
	size_t i, n = row->cells.n, *cut;
	struct row **rest, *next;
	struct cell *cell;

	if ((row->keep && !force) || (room <= 0 && !force))
		return false;
	for (i = 0; i < n; i++)
		if (row->cells.v[i].span > 1 && !force)
			return false;
	cut = arena_alloc(f->a, (n + 1) * sizeof *cut);
	rest = arena_alloc(f->a, (n + 1) * sizeof(struct row *));
	next = arena_alloc(f->a, sizeof *next);
	if (cut == NULL || rest == NULL || next == NULL)
		return false;
	if (!plan_cut(f, row, room, force, cut, rest)) {
		put_back(f, row, cut, rest);
		return false;
	}
	*next = *row;
	memset(&next->cells, 0, sizeof next->cells);
	next->first = row->last = false;
	for (i = 0; i < n; i++) {
		if ((cell = vec_push(f->a, &next->cells)) == NULL)
			return false;
		move_strips(f, &row->cells.v[i], cut[i], rest[i], cell);
	}
	settle(row);
	settle(next);
	*tail = next;
	return true;
}

/* ---- pages that end inside a cell of several rows ------------------------ */

/* Put a cell into ${row}, by its place from the left. */
static struct cell *
cell_insert(struct flow *f, struct row *row, double x)
{
	size_t i;

	if (vec_push(f->a, &row->cells) == NULL)
		return NULL;
	for (i = row->cells.n - 1; i > 0 && row->cells.v[i - 1].x > x; i--)
		row->cells.v[i] = row->cells.v[i - 1];
	return &row->cells.v[i];
}

/* Cut ${cell} of ${row} after ${above}: what does not fit so far goes on in
 * ${below}. */
static void
cut_span(struct flow *f, struct row *row, size_t at, const struct row *above,
    struct row *below)
{
	struct table *t = row->table;
	struct cell *cell = &row->cells.v[at], rest = { 0 }, *slot;
	size_t last = row->index + cell->span - 1, fit, k;
	struct row *tail = NULL;
	double room = 0;

	for (k = row->index; k <= above->index; k++)
		room += t->rows.v[k]->height;
	fit = fit_strips(f, row, cell, room, false, &tail);
	move_strips(f, cell, fit, tail, &rest);
	cell->span = above->index - row->index + 1;
	rest.span = last - below->index + 1;
	if ((slot = cell_insert(f, below, rest.x)) == NULL)
		return;
	*slot = rest;
	slot->height = row_cell_height(below, slot);
}

/* A cell that ends in row ${last} of ${t} needs the sum of its rows; that row
 * gives way.  Cells that begin before row ${from} have been cut. */
static void
stretch(struct table *t, size_t from, size_t last)
{
	double sum;
	size_t r, i, k;

	for (r = from; r <= last && r < t->rows.n; r++)
		for (i = 0; i < t->rows.v[r]->cells.n; i++) {
			const struct cell *cell = &t->rows.v[r]->cells.v[i];

			if (r + cell->span - 1 != last)
				continue;
			for (sum = 0, k = r; k < last; k++)
				sum += t->rows.v[k]->height;
			t->rows.v[last]->height =
			    fmax(t->rows.v[last]->height, cell->height - sum);
		}
}

void
row_cut_spans(struct flow *f, const struct strip *above, struct strip *below)
{
	struct row *next = below->row, *row;
	size_t r, i, first, last, end = 0;
	struct table *t;

	if (above->kind != STRIP_ROW || below->kind != STRIP_ROW ||
	    above->row->table != next->table ||
	    above->row->index >= next->index || next->table->most_span < 2)
		return;
	t = next->table;
	first = next->index > t->most_span ? next->index - t->most_span : 0;
	for (r = first; r < next->index; r++) {
		row = t->rows.v[r];
		for (i = 0; i < row->cells.n; i++) {
			last = r + row->cells.v[i].span - 1;
			if (last < next->index || last >= t->rows.n)
				continue;
			t->rows.v[last]->height = t->rows.v[last]->least;
			cut_span(f, row, i, above->row, next);
			end = last > end ? last : end;
		}
	}
	for (r = next->index; r <= end; r++)
		stretch(t, next->index, r);
	below->height = next->height;
}
