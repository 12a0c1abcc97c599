/* SPDX-License-Identifier: EUPL-1.2
 *
 * Where a page ends in a table.  A row is cut between the lines of its cells,
 * those that come from rows above included; between two rows, the cells that
 * go through both are cut.
 */
#include "config.h"

#include <math.h>
#include <string.h>

#include "layout/flow.h"

/* A cell to be cut. */
struct cut {
	struct row *home; /* the row that it stands in */
	size_t at;	  /* which of its cells */
	double above;	  /* height of the rows between home and the cut one */
	size_t fit;	  /* strips that stay */
	struct row *rest; /* of a nested row that breaks */
};

struct cuts {
	VEC(struct cut) list;
};

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

static struct cell *
cell_of(const struct cut *cut)
{
	return &cut->home->cells.v[cut->at];
}

/* The cells above ${row} that go through it. */
static void
add_through(struct flow *f, const struct row *row, struct cuts *cuts)
{
	const struct table *t = row->table;
	size_t r, i, first;
	double above = 0;
	struct cut *cut;

	if (t->most_span < 2)
		return;
	first = row->index >= t->most_span ? row->index - t->most_span + 1 : 0;
	for (r = row->index; r-- > first;) {
		struct row *home = t->rows.v[r];

		above += home->height;
		for (i = 0; i < home->cells.n; i++)
			if (r + home->cells.v[i].span > row->index &&
			    (cut = vec_push(f->a, &cuts->list)) != NULL)
				*cut = (struct cut){
					.home = home, .at = i, .above = above
				};
	}
}

/* What of each cell goes into ${room} of the row's height. */
static void
fit_all(struct flow *f, struct cuts *cuts, double room, bool force)
{
	size_t i;

	for (i = 0; i < cuts->list.n; i++) {
		struct cut *cut = &cuts->list.v[i];

		cut->fit = fit_strips(f, cut->home, cell_of(cut),
		    cut->above + room, force && cut->above == 0, &cut->rest);
	}
}

/* Move what does not fit to ${next}, the rest of ${row} or the row after it. */
static void
apply(struct flow *f, struct cuts *cuts, struct row *next)
{
	struct cell rest, *cell, *slot;
	size_t i, last;

	for (i = 0; i < cuts->list.n; i++) {
		struct cut *cut = &cuts->list.v[i];

		cell = cell_of(cut);
		last = cut->home->index + cell->span - 1;
		move_strips(f, cell, cut->fit, cut->rest, &rest);
		rest.span = last >= next->index ? last - next->index + 1 : 1;
		rest.box = 0;
		if ((slot = cell_insert(f, next, rest.x)) == NULL)
			return;
		*slot = rest;
		slot->height = row_cell_height(next, slot);
	}
}

/* Undo the cut of nested rows: their rests come after them again. */
static void
put_back(struct flow *f, struct cuts *cuts)
{
	struct strip *v;
	size_t i;

	for (i = 0; i < cuts->list.n; i++) {
		struct cut *cut = &cuts->list.v[i];
		struct column *c = &cell_of(cut)->column;

		if (cut->rest == NULL || vec_push(f->a, &c->strips) == NULL)
			continue;
		v = &c->strips.v[cut->fit];
		memmove(v + 1, v,
		    (c->strips.n - 1 - cut->fit) * sizeof *c->strips.v);
		*v = (struct strip){ .kind = STRIP_ROW,
			.row = cut->rest,
			.left = v[-1].left,
			.height = cut->rest->height,
			.glued = v[-1].glued };
	}
}

/* ---- a row -------------------------------------------------------------- */

/* Where to cut each cell; false if the cut is bad. */
static bool
plan(struct flow *f, const struct row *row, struct cuts *cuts, double room,
    bool force)
{
	bool moved = false, stays = false;
	size_t i, n;

	fit_all(f, cuts, room, force);
	for (i = 0; i < cuts->list.n; i++) {
		const struct cut *cut = &cuts->list.v[i];

		n = cell_of(cut)->column.strips.n;
		if (cut->fit == 0 && n > 0 && cut->home == row && !force)
			return false;
		stays |= cut->fit > 0 && cut->home == row;
		moved |= cut->fit < n || cut->rest != NULL;
	}
	for (i = 0; i < cuts->list.n && force && !stays; i++) {
		/* nothing fits even here: let it overflow and go on */
		struct cut *cut = &cuts->list.v[i];

		n = cell_of(cut)->column.strips.n;
		if (cut->home == row && cut->fit == 0)
			cut->fit = n > 0;
		moved |= cut->fit < n;
	}
	return moved;
}

/* The heights of the parts of a row, and of the rows below that make room for
 * what goes through. */
static void
settle(struct row *row, struct row *next, const struct cuts *cuts)
{
	struct table *t = row->table;
	size_t i, last, end = row->index;

	row->height = next->height = 0;
	for (i = 0; i < cuts->list.n; i++) {
		const struct cut *cut = &cuts->list.v[i];

		row->height = fmax(row->height,
		    row_cell_height(cut->home, cell_of(cut)) - cut->above);
	}
	for (i = 0; i < cuts->list.n; i++)
		if (cuts->list.v[i].home != row)
			cell_of(&cuts->list.v[i])->box =
			    cuts->list.v[i].above + row->height;
	for (i = 0; i < next->cells.n; i++) {
		last = next->index + next->cells.v[i].span - 1;
		if (last == next->index)
			next->height =
			    fmax(next->height, next->cells.v[i].height);
		else if (last < t->rows.n)
			t->rows.v[last]->height = t->rows.v[last]->least;
		end = last > end && last < t->rows.n ? last : end;
	}
	next->least = next->height;
	for (i = next->index + 1; i <= end; i++)
		stretch(t, next->index, i);
}

bool
row_split(
    struct flow *f, struct row *row, double room, bool force, struct row **tail)
{
	struct cuts cuts = { 0 };
	struct cut *cut;
	struct row *next;
	size_t i;

	if ((row->keep && !force) || (room <= 0 && !force))
		return false;
	for (i = 0; i < row->cells.n; i++)
		if ((cut = vec_push(f->a, &cuts.list)) != NULL)
			*cut = (struct cut){ .home = row, .at = i };
	add_through(f, row, &cuts);
	next = arena_alloc(f->a, sizeof *next);
	if (next == NULL || arena_failed(f->a))
		return false;
	if (!plan(f, row, &cuts, room, force)) {
		put_back(f, &cuts);
		return false;
	}
	*next = *row;
	memset(&next->cells, 0, sizeof next->cells);
	next->first = row->last = false;
	apply(f, &cuts, next);
	row->table->rows.v[row->index] = next;
	settle(row, next, &cuts);
	*tail = next;
	return true;
}

/* ---- between two rows --------------------------------------------------- */

void
row_cut_spans(struct flow *f, const struct strip *above, struct strip *below)
{
	struct row *next = below->row;
	struct cuts cuts = { 0 };
	size_t i, last, end = 0;
	struct table *t;

	if (above->kind != STRIP_ROW || below->kind != STRIP_ROW ||
	    above->row->table != next->table ||
	    above->row->index >= next->index)
		return;
	t = next->table;
	add_through(f, next, &cuts);
	for (i = 0; i < cuts.list.n; i++) {
		const struct cut *cut = &cuts.list.v[i];

		last = cut->home->index + cell_of(cut)->span - 1;
		cell_of(cut)->box = cut->above;
		if (last < t->rows.n) {
			t->rows.v[last]->height = t->rows.v[last]->least;
			end = last > end ? last : end;
		}
	}
	fit_all(f, &cuts, 0, false);
	apply(f, &cuts, next);
	for (i = next->index; cuts.list.n > 0 && i <= end; i++)
		stretch(t, next->index, i);
	below->height = next->height;
}
