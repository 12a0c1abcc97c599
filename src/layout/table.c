/* SPDX-License-Identifier: EUPL-1.2
 *
 * Tables: columns to widths, cells to columns of strips, rows to one strip
 * each. A row that is taller than its page is cut between the lines of its
 * cells.
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

static double
inset(const struct doc_box *box, enum doc_side side)
{
	return fmax(box->padding[side], 0) + fmax(box->border[side].width, 0);
}

/* The content of a cell, and its height. */
static void
fill_cell(struct maker *m, struct cell *cell)
{
	const struct doc_box *box = &cell->node->box;

	column_open(&cell->column, m->c->f, cell->x + inset(box, DOC_LEFT),
	    cell->x + cell->width - inset(box, DOC_RIGHT));
	column_blocks(&cell->column, cell->node);
	column_finish(&cell->column);
	cell->height = column_height(&cell->column) + inset(box, DOC_TOP) +
		       inset(box, DOC_BOTTOM);
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
		fill_cell(m, cell);
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
		row->head = leading && node->header;
		row->keep = node->keep_together;
		leading = row->head;
		t->nhead += row->head;
		fill_row(m, row, nrows);
	}
}

/* A cell that spans rows needs their sum; the last of them gives way. */
static void
stretch(struct maker *m, size_t last)
{
	struct table *t = m->t;
	double sum;
	size_t i, k;

	for (i = 0; i < m->spans.n; i++) {
		const struct open_span *s = &m->spans.v[i];
		const struct cell *cell;

		if (s->last != last)
			continue;
		cell = &t->rows.v[s->row]->cells.v[s->cell];
		for (sum = 0, k = s->row; k < last; k++)
			sum += t->rows.v[k]->height;
		if (cell->height - sum > t->rows.v[last]->height)
			t->rows.v[last]->height = cell->height - sum;
	}
}

static void
measure_rows(struct maker *m)
{
	struct table *t = m->t;
	size_t r, i;

	m->spans.n = 0;
	for (r = 0; r < t->rows.n; r++) {
		struct row *row = t->rows.v[r];

		row->height = 0;
		for (i = 0; i < row->cells.n; i++) {
			struct open_span *s;
			struct cell *cell = &row->cells.v[i];

			if (cell->span == 1) {
				row->height = fmax(row->height, cell->height);
			} else if ((s = vec_push(m->c->f->a, &m->spans)) !=
				   NULL) {
				*s = (struct open_span){ r, i,
					r + cell->span - 1 };
			}
		}
		stretch(m, r);
	}
}

/* A cell over more rows than fit on a page is drawn in its first row. */
static bool
loosen(struct maker *m)
{
	struct table *t = m->t;
	bool any = false;
	size_t i, k;

	for (i = 0; i < m->spans.n; i++) {
		const struct open_span *s = &m->spans.v[i];
		double sum = 0;

		for (k = s->row; k <= s->last; k++)
			sum += t->rows.v[k]->height;
		if (m->c->f->height > 0 && sum > m->c->f->height * 0.8) {
			t->rows.v[s->row]->cells.v[s->cell].span = 1;
			any = true;
		}
	}
	return any;
}

/* Boxes of cells as high as the rows that they span; true in ${glued} for rows
 * that no page may end after. */
static void
set_boxes(struct maker *m, bool *glued)
{
	struct table *t = m->t;
	size_t r, i, k;

	for (r = 0; r < t->rows.n; r++) {
		struct row *row = t->rows.v[r];

		for (i = 0; i < row->cells.n; i++) {
			struct cell *cell = &row->cells.v[i];

			cell->box = 0;
			for (k = r; k < r + cell->span; k++) {
				cell->box += t->rows.v[k]->height;
				if (k + 1 < r + cell->span)
					glued[k] = true;
			}
		}
		if (row->head || (t->node->keep_together && r + 1 < t->rows.n))
			glued[r] = true;
	}
}

static void
push_rows(struct maker *m, const bool *glued)
{
	struct table *t = m->t;
	struct strip *strip;
	size_t r;

	for (r = 0; r < t->rows.n; r++) {
		struct row *row = t->rows.v[r];

		row->first = r == 0;
		row->last = r + 1 == t->rows.n;
		strip = column_strip(m->c,
		    r == 0 ? m->c->after + fmax(t->node->margin_top, 0) : 0);
		if (strip == NULL)
			return;
		strip->kind = STRIP_ROW;
		strip->row = row;
		strip->height = row->height;
		strip->glued = glued[r];
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
	bool *glued;

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
	measure_rows(&m);
	if (loosen(&m))
		measure_rows(&m);
	glued = arena_alloc(a, m.t->rows.n * sizeof *glued);
	if (glued == NULL)
		return;
	set_boxes(&m, glued);
	push_rows(&m, glued);
}

/* ---- drawing ------------------------------------------------------------ */

/* The lines around a box; those of a cut stay away. */
static void
draw_borders(struct flow *f, piece_list *pieces, const struct doc_box *box,
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

void
row_draw(struct flow *f, const struct row *row, double y, bool repeat,
    size_t index, piece_list *pieces)
{
	const struct table *t = row->table;
	const struct doc_box *box;
	double at;
	size_t i, k;

	fill_add(
	    f, pieces, t->x, y, t->width, row->height, t->node->box.background);
	for (i = 0; i < row->cells.n; i++) {
		const struct cell *cell = &row->cells.v[i];

		fill_add(f, pieces, cell->x, y, cell->width, cell->box,
		    cell->node->box.background);
	}
	for (i = 0; i < row->cells.n; i++) {
		const struct cell *cell = &row->cells.v[i];

		box = &cell->node->box;
		at = y + inset(box, DOC_TOP);
		for (k = 0; k < cell->column.strips.n; k++) {
			const struct strip *s = &cell->column.strips.v[k];

			at += s->before;
			strip_draw(f, s, at, repeat, index, pieces);
			at += s->height;
		}
	}
	for (i = 0; i < row->cells.n; i++) {
		const struct cell *cell = &row->cells.v[i];

		draw_borders(f, pieces, &cell->node->box, cell->x, y,
		    cell->width, cell->box, !cell->cut_above, !cell->cut_below);
	}
	draw_borders(f, pieces, &t->node->box, t->x, y, t->width, row->height,
	    row->first, row->last);
}

/* ---- breaking a row ----------------------------------------------------- */

/* How many strips of the cell go into ${room}; a nested row may be cut, which
 * leaves its rest in ${rest}. */
static size_t
fit_strips(struct flow *f, struct cell *cell, double room, bool force,
    struct row **rest)
{
	struct column *c = &cell->column;
	double y = inset(&cell->node->box, DOC_TOP) +
		   inset(&cell->node->box, DOC_BOTTOM);
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
	from->column.strips.n = n;
	from->column.after = 0;
	from->cut_below = to->cut_above = true;
	to->span = from->span = 1;
}

static double
cell_height(const struct cell *cell)
{
	return column_height(&cell->column) + inset(&cell->node->box, DOC_TOP) +
	       inset(&cell->node->box, DOC_BOTTOM);
}

static void
settle(struct row *row)
{
	size_t i;

	row->height = 0;
	for (i = 0; i < row->cells.n; i++) {
		row->cells.v[i].height = cell_height(&row->cells.v[i]);
		row->height = fmax(row->height, row->cells.v[i].height);
	}
	for (i = 0; i < row->cells.n; i++)
		row->cells.v[i].box = row->height;
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

		cut[i] = fit_strips(f, cell, room, force, &rest[i]);
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
