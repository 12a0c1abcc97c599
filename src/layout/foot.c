/* SPDX-License-Identifier: EUPL-1.2
 *
 * Footnotes at the foot of a page: a note stands on the page of its mark; one
 * that is longer than the room there goes on at the foot of the next.  It does
 * not know how the text above is broken, only the strips that have marks.
 */
#include "config.h"

#include <math.h>

#include "layout/page.h"

#define MOST_OF_PAGE 0.8 /* of a page's body: the notes that go on there */

/* The height of the line above the notes, with its space. */
static double
line_height(const struct foot *foot)
{
	const struct doc_note_line *l = &foot->page->note_line;

	return fmax(l->before, 0) + fmax(l->thickness, 0) + fmax(l->after, 0);
}

/* ---- what a strip needs -------------------------------------------------- */

/* Append the notes of ${strip}, in the order of their marks. */
static void
collect(struct flow *f, const struct strip *strip, node_list *notes, int depth)
{
	const struct doc_node **slot;
	const struct column *c;
	size_t i, k;

	for (i = 0; i < strip->notes.n; i++)
		if ((slot = vec_push(f->a, notes)) != NULL)
			*slot = strip->notes.v[i];
	if (strip->kind != STRIP_ROW || depth > FLOW_MAX_DEPTH)
		return;
	for (i = 0; i < strip->row->cells.n; i++) {
		c = &strip->row->cells.v[i].column;
		for (k = 0; k < c->strips.n; k++)
			collect(f, &c->strips.v[k], notes, depth + 1);
	}
}

void
foot_collect(struct flow *f, const struct strip *strip, node_list *notes)
{
	collect(f, strip, notes, 0);
}

/* The strips of the notes of ${strip}; ${last} is where the last note begins.
 */
static void
lay_notes(struct foot *foot, const struct strip *strip, struct column *c,
    size_t *last)
{
	const struct doc_page *page = foot->page;
	node_list notes = { 0 };
	size_t i;

	*last = 0;
	column_open(c, foot->f, pager_left(page), pager_right(page));
	foot_collect(foot->f, strip, &notes);
	for (i = 0; i < notes.n; i++) {
		*last = c->strips.n;
		column_note(c, notes.v[i]);
	}
}

static bool
has_notes(const struct strip *strip)
{
	size_t i, k;

	if (strip->notes.n > 0)
		return true;
	for (i = 0; strip->kind == STRIP_ROW && i < strip->row->cells.n; i++)
		for (k = 0; k < strip->row->cells.v[i].column.strips.n; k++)
			if (has_notes(
				&strip->row->cells.v[i].column.strips.v[k]))
				return true;
	return false;
}

/* ---- taking -------------------------------------------------------------- */

/* How many of the ${n} strips fit when the foot may be ${room} high; a part
 * that the glue holds together goes as a whole.  Adds to ${height}. */
static size_t
fit(const struct foot *foot, const struct strip *strips, size_t n, double room,
    double *height)
{
	double now = *height;
	size_t i, good = 0;

	if (n > 0 && now == 0)
		now = line_height(foot);
	for (i = 0; i < n; i++) {
		now += strips[i].before + strips[i].height;
		if (now > room + FLOW_EPS)
			break;
		if (!strips[i].glued) {
			good = i + 1;
			*height = now;
		}
	}
	if (i == n && n > 0) {
		good = n;
		*height = now;
	}
	return good;
}

static void
append(struct foot *foot, const struct strip *strip, bool here)
{
	struct strip *slot = here ? vec_push(foot->f->a, &foot->strips)
				  : vec_push(foot->f->a, &foot->rest);

	if (slot != NULL)
		*slot = *strip;
}

bool
foot_fits(struct foot *foot, const struct strip *strip, double room)
{
	double height = foot->height;
	struct column c;
	size_t last;

	if (!has_notes(strip))
		return foot->height <= room + FLOW_EPS;
	if (foot->rest.n > 0)
		return false; /* a note never stands before an earlier one */
	lay_notes(foot, strip, &c, &last);
	return fit(foot, c.strips.v, c.strips.n, room, &height) > last;
}

double
foot_needs(struct foot *foot, const struct strip *strip)
{
	struct column c;
	size_t last;

	if (!has_notes(strip))
		return 0;
	lay_notes(foot, strip, &c, &last);
	return column_height(&c) + (foot->height > 0 ? 0 : line_height(foot));
}

void
foot_add(struct foot *foot, struct strip *strip, double room)
{
	struct column c;
	size_t i, n, last;

	strip->foot = foot->strips.n;
	strip->rest = foot->rest.n;
	if (!has_notes(strip))
		return;
	lay_notes(foot, strip, &c, &last);
	n = foot->rest.n > 0
		? 0
		: fit(foot, c.strips.v, c.strips.n, room, &foot->height);
	for (i = 0; i < c.strips.n; i++)
		if (c.strips.v[i].kind != STRIP_PAGE)
			append(foot, &c.strips.v[i], i < n);
}

/* The height of what is on the page, from scratch. */
static void
measure(struct foot *foot)
{
	size_t i;

	foot->height = foot->strips.n > 0 ? line_height(foot) : 0;
	for (i = 0; i < foot->strips.n; i++)
		foot->height +=
		    foot->strips.v[i].before + foot->strips.v[i].height;
}

void
foot_undo(struct foot *foot, const struct strip *strip)
{
	if (strip->foot < foot->strips.n)
		foot->strips.n = strip->foot;
	if (strip->rest < foot->rest.n)
		foot->rest.n = strip->rest;
	measure(foot);
}

void
foot_begin(struct foot *foot, const struct doc_page *page, double body)
{
	VEC(struct strip) waiting = { 0 };
	size_t i, n;

	waiting.v = foot->rest.v;
	waiting.n = foot->rest.n;
	foot->rest.v =
	    NULL; /* what is taken over keeps its place in the arena */
	foot->rest.n = foot->rest.cap = 0;
	foot->page = page;
	foot->strips.n = 0;
	foot->height = 0;
	if (waiting.n == 0)
		return;
	waiting.v[0].before = 0;
	n = fit(foot, waiting.v, waiting.n, body * MOST_OF_PAGE, &foot->height);
	for (i = 0; i < waiting.n; i++)
		append(foot, &waiting.v[i], i < (n == 0 ? 1 : n));
	measure(foot);
}

/* ---- drawing ------------------------------------------------------------- */

static void
draw_line(const struct foot *foot, double y, piece_list *pieces)
{
	const struct doc_page *page = foot->page;
	const struct doc_note_line *l = &page->note_line;
	double left = pager_left(page), room = pager_right(page) - left;
	double length = room * fmin(fmax(l->length, 0), 1);

	if (l->align == DOC_END)
		left += room - length;
	else if (l->align == DOC_CENTRE)
		left += (room - length) / 2;
	fill_add(foot->f, pieces, left, y, length, l->thickness, l->colour);
}

void
foot_draw(
    const struct foot *foot, double bottom, size_t index, piece_list *pieces)
{
	double y = bottom - foot->height;
	size_t i;

	if (foot->strips.n == 0)
		return;
	draw_line(foot, y + fmax(foot->page->note_line.before, 0), pieces);
	y += line_height(foot);
	for (i = 0; i < foot->strips.n; i++) {
		y += foot->strips.v[i].before;
		strip_draw(
		    foot->f, &foot->strips.v[i], y, false, index, pieces);
		y += foot->strips.v[i].height;
	}
}
