/* SPDX-License-Identifier: EUPL-1.2
 *
 * Text in several columns.  Its strips are set one column wide, then taken a
 * page at a time: as high as the page allows, and on the last page as low as
 * all columns can be alike, unless they are to be filled in turn.  What stands
 * side by side becomes one strip of the page.
 */
#include "config.h"

#include <math.h>
#include <string.h>

#include "layout/page.h"

#define MAX_COLUMNS 12
#define NEAR 0.25 /* how exactly columns are made alike [pt] */

/* A section in columns. */
struct section {
	struct pager *g;
	const struct doc_node *node;
	struct column text; /* one column wide */
	size_t at;	    /* the first strip that is not on a page yet */
	int n;
	double width, gap; /* of a column; between two */
};

/* Where a strip stands in a slice of the section. */
struct spot {
	size_t strip;
	int column;
	double y;
};

struct slice {
	VEC(struct spot) spots;
	size_t end;    /* the first strip that is not in it */
	double height; /* of its highest column */
};

static const struct strip *
strip_at(const struct section *s, size_t i)
{
	return &s->text.strips.v[i];
}

/* The end of the strips from ${first} that go into one column ${room} high. */
static size_t
fill_column(const struct section *s, size_t first, double room)
{
	size_t i, good = first;
	double y = 0;

	for (i = first; i < s->text.strips.n; i++) {
		const struct strip *strip = strip_at(s, i);

		if (strip->kind != STRIP_LINE && strip->kind != STRIP_ROW)
			return i;
		y += (i > first ? strip->before : 0) + strip->height;
		if (y > room + FLOW_EPS)
			return good;
		if (!strip->glued || i + 1 == s->text.strips.n)
			good = i + 1;
	}
	return i;
}

/* Fill all columns ${room} high; false if something is left.  ${force} puts at
 * least one strip into the first. */
static bool
fill(struct section *s, double room, bool force, struct slice *slice)
{
	struct flow *f = s->g->f;
	struct spot *spot;
	size_t i = s->at, end;
	int column;
	double y;

	slice->spots.n = 0;
	slice->height = 0;
	for (column = 0; column < s->n && i < s->text.strips.n; column++) {
		if (strip_at(s, i)->kind == STRIP_PAGE)
			break;
		end = fill_column(s, i, room);
		if (end == i && column == 0 && force &&
		    strip_at(s, i)->kind != STRIP_COLUMN)
			end = i + 1;
		for (y = 0; i < end; i++) {
			if ((spot = vec_push(f->a, &slice->spots)) == NULL)
				return true;
			y += y > 0 ? strip_at(s, i)->before : 0;
			*spot = (struct spot){ i, column, y };
			y += strip_at(s, i)->height;
		}
		slice->height = fmax(slice->height, y);
		if (i < s->text.strips.n &&
		    strip_at(s, i)->kind == STRIP_COLUMN)
			i++;
	}
	slice->end = i;
	return i == s->text.strips.n || strip_at(s, i)->kind == STRIP_PAGE;
}

/* Make the columns as low as they can all be. */
static void
balance(struct section *s, double room, struct slice *slice)
{
	double low = 0, high = slice->height, middle;
	struct slice trial = { 0 };

	while (high - low > NEAR && room > 0) {
		middle = (low + high) / 2;
		if (fill(s, middle, false, &trial))
			high = middle;
		else
			low = middle;
	}
	fill(s, high, false, slice);
}

/* Cut the row at which the last column ended, so that its beginning goes into
 * what the page has left.  True if that was possible. */
static bool
cut_row(struct section *s, double room, bool force)
{
	struct flow *f = s->g->f;
	struct strip *v;
	struct row *tail;
	size_t i = s->at;

	if (strip_at(s, i)->kind != STRIP_ROW ||
	    !row_split(f, strip_at(s, i)->row, room, force, &tail) ||
	    vec_push(f->a, &s->text.strips) == NULL)
		return false;
	v = &s->text.strips.v[i];
	memmove(v + 1, v, (s->text.strips.n - 1 - i) * sizeof *v);
	v[0].height = v[0].row->height;
	v[0].glued = false;
	v[1].row = tail;
	v[1].height = tail->height;
	v[1].before = 0;
	memset(&v[1].places, 0, sizeof v[1].places);
	return true;
}

/* Draw a strip into ${out} at ${x} and ${y}; places in it belong to ${out}. */
static void
put_strip(struct flow *f, const struct strip *strip, double x, double y,
    struct strip *out)
{
	size_t i, had = out->pieces.n, places = f->out->places.n;
	const struct doc_node **place;

	strip_draw(f, strip, y, false, 0, &out->pieces);
	for (i = had; i < out->pieces.n; i++)
		out->pieces.v[i].x += x;
	for (i = places; i < f->out->places.n; i++)
		if ((place = vec_push(f->a, &out->places)) != NULL)
			*place = f->out->places.v[i].node;
	f->out->places.n = places;
	foot_collect(f, strip, &out->notes);
}

/* The columns of ${slice} as one strip. */
static struct strip
join(struct section *s, const struct slice *slice, double before)
{
	struct flow *f = s->g->f;
	const struct doc_border *rule = &s->node->column_rule;
	struct strip out = {
		.before = before, .left = s->text.left, .height = slice->height
	};
	double step = s->width + s->gap;
	size_t i;
	int column;

	for (i = 0; i < slice->spots.n; i++) {
		const struct spot *spot = &slice->spots.v[i];

		put_strip(f, strip_at(s, spot->strip), spot->column * step,
		    spot->y, &out);
		out.glued = strip_at(s, spot->strip)->glued;
	}
	for (column = 1; column < s->n; column++)
		fill_add(f, &out.pieces,
		    s->text.left + column * step - (s->gap + rule->width) / 2,
		    0, rule->width, slice->height, rule->colour);
	return out;
}

/* Put the next slice of the section on the page, or turn the page. */
static void
take_slice(struct section *s, bool *turned)
{
	struct pager *g = s->g;
	double before = strip_at(s, s->at)->before;
	double room = pager_room(g, before);
	struct slice slice = { 0 };
	struct strip strip;
	double needs;
	bool all = fill(s, room, *turned, &slice);

	if (slice.spots.n == 0 && slice.end == s->at) {
		if (cut_row(s, room, *turned))
			return;
		pager_turn(g);
		*turned = true;
		return;
	}
	if (all && !s->node->fill_columns)
		balance(s, room, &slice);
	strip = join(s, &slice, before);
	if (strip.notes.n > 0) { /* they need room, too */
		needs = foot_needs(&g->foot, &strip);
		if (needs > room - strip.height && needs < room / 2) {
			all = fill(s, room - needs, true, &slice);
			strip = join(s, &slice, before);
		}
	}
	s->at = slice.end;
	if (!all)
		strip.glued = false;
	pager_take(g, strip);
	if (!all)
		pager_turn(g);
	*turned = !all;
}

void
columns_lay(struct pager *g, struct column *c, const struct doc_node *node)
{
	struct section s = { .g = g, .node = node };
	double width = c->right - c->left;
	bool turned = g->queue.n == 0;

	s.n =
	    node->text_columns > MAX_COLUMNS ? MAX_COLUMNS : node->text_columns;
	s.gap = fmin(fmax(node->column_gap, 0), width / s.n / 2);
	s.width = (width - s.gap * (s.n - 1)) / s.n;
	column_open(&s.text, g->f, c->left, c->left + s.width);
	s.text.after = c->after;
	s.text.places = c->places;
	memset(&c->places, 0, sizeof c->places);
	column_blocks(&s.text, node);
	column_finish(&s.text);
	while (s.at < s.text.strips.n && !g->full && !arena_failed(g->f->a)) {
		const struct strip *strip = strip_at(&s, s.at);

		if (strip->kind == STRIP_PAGE) {
			pager_break(g, strip->page);
			turned = true;
			s.at++;
		} else {
			take_slice(&s, &turned);
		}
	}
	c->after = s.text.after;
	c->boxed = c->above = NULL;
}
