/* SPDX-License-Identifier: EUPL-1.2
 *
 * Strips to pages.  A page takes strips until the next does not fit, and ends
 * where the glue allows it; when nothing allows it, it ends anyway, so that
 * every page takes something.
 */
#include "config.h"

#include <math.h>
#include <string.h>

#include "layout/page.h"

#define SIDE_MAX 14400.0 /* longest side of a page that PDF knows [pt] */
#define LEAST_WIDTH 18.0 /* of text [pt] */

double
pager_edge(const struct doc_page *style, enum doc_side side)
{
	double inset = style->margin[side] + fmax(style->box.padding[side], 0) +
		       fmax(style->box.border[side].width, 0);

	return side == DOC_RIGHT    ? style->width - inset
	       : side == DOC_BOTTOM ? style->height - inset
				    : inset;
}

double
pager_left(const struct doc_page *style)
{
	return pager_edge(style, DOC_LEFT);
}

double
pager_right(const struct doc_page *style)
{
	return pager_edge(style, DOC_RIGHT);
}

/* ---- the page in hand --------------------------------------------------- */

bool
pager_usable(const struct doc_page *style)
{
	return style->width >= 72 && style->width <= SIDE_MAX &&
	       style->height >= 2 * PAGE_LEAST_BODY &&
	       style->height <= SIDE_MAX &&
	       pager_right(style) - pager_left(style) >= LEAST_WIDTH;
}

/* One style or another: a break may number the pages of a style anew. */
static bool
same_style(const struct doc_page *x, const struct doc_page *y)
{
	return x == y || (x->name != NULL && y->name != NULL &&
			     strcmp(x->name, y->name) == 0);
}

/* Begin a page of ${style} that shows ${number}. */
static void
start_page(struct pager *g, const struct doc_page *style, size_t number)
{
	struct sheet sheet = { .style = style, .number = number };
	struct kl_error note;

	if (!pager_usable(style)) {
		kl_error_set(&note, 0,
		    KL_N_("The page style %s has no room for text; the one "
			  "before it is used."),
		    style->name == NULL ? "" : style->name);
		flow_note(g->f, &note);
		sheet.style = g->now.style;
	}
	sheet.first =
	    g->done.n == 0 ||
	    !same_style(g->done.v[g->done.n - 1].sheet.style, sheet.style);
	running_measure(g->f, &sheet);
	g->f->page = number;
	g->now = sheet;
	g->queue.n = 0;
	g->y = sheet.top;
	foot_begin(&g->foot, sheet.style, sheet.bottom - sheet.top);
}

void
pager_open(struct pager *g, struct flow *f, const struct doc_page *style)
{
	size_t number = style->number > 0 ? (size_t)style->number : 1;

	*g = (struct pager){ .f = f, .forced = true, .foot.f = f };
	start_page(g, style, number);
}

struct sheet
pager_next(const struct pager *g)
{
	const struct doc_page *style = g->now.style;
	struct sheet next = { .style = style, .number = g->now.number + 1 };

	if (style->following != NULL && pager_usable(style->following))
		next.style = style->following;
	next.first = !same_style(next.style, style);
	return next;
}

/* The table whose head is repeated above ${strip}, if it comes first on a page.
 */
static const struct table *
head_above(const struct strip *strip)
{
	if (strip->kind != STRIP_ROW || strip->row->head ||
	    strip->row->table->head <= 0)
		return NULL;
	return strip->row->table;
}

/* Space above ${strip} if it comes next. */
static double
space_above(const struct pager *g, const struct strip *strip)
{
	const struct table *t;

	if (g->queue.n > 0)
		return strip->before;
	t = head_above(strip);
	return (g->forced ? strip->before : 0) + (t == NULL ? 0 : t->head);
}

static void
draw_head(struct flow *f, const struct table *t, double y, piece_list *out)
{
	size_t i;

	for (i = 0; i < t->nhead && i < t->rows.n; i++) {
		row_draw(f, t->rows.v[i], y, true, 0, out);
		y += t->rows.v[i]->height;
	}
}

/* The page number in body text is known only now. */
static void
set_page_number(struct flow *f, piece_list *pieces, size_t number)
{
	const char *digits = NULL;
	size_t i;

	for (i = 0; i < pieces->n; i++) {
		struct piece *p = &pieces->v[i];

		if (p->kind != PIECE_TEXT || p->node == NULL ||
		    p->node->kind != DOC_PAGE_NUMBER)
			continue;
		if (digits == NULL)
			digits = arena_printf(f->a, "%zu", number);
		if (digits != NULL)
			p->text = digits;
	}
}

/* Text that was set for a page with another left edge is moved. */
static void
shift(piece_list *pieces, size_t from, double dx)
{
	size_t i;

	for (i = from; i < pieces->n && fabs(dx) > FLOW_EPS; i++)
		pieces->v[i].x += dx;
}

/* Make a page of the first ${n} strips of the queue. */
static void
emit(struct pager *g, size_t n)
{
	double y = g->now.top;
	size_t i, had, index = g->done.n;
	struct laid_sheet *page = vec_push(g->f->a, &g->done);
	const struct table *t;

	if (page == NULL)
		return;
	page->sheet = g->now;
	for (i = 0; i < n; i++) {
		const struct strip *s = &g->queue.v[i];

		had = page->body.n;
		if (i > 0 || g->forced)
			y += s->before;
		if (i == 0 && (t = head_above(s)) != NULL && !s->row->first) {
			draw_head(g->f, t, y, &page->body);
			y += t->head;
		}
		strip_draw(g->f, s, y, false, index, &page->body);
		shift(&page->body, had, pager_left(g->now.style) - s->left);
		y += s->height;
	}
	foot_draw(&g->foot, g->now.bottom, index, &page->body);
	set_page_number(g->f, &page->body, g->now.number);
	g->forced = false;
	g->full |= g->done.n >= PAGE_MAX;
}

/* The end of the queue where the glue lets a page end; 0: nowhere. */
static size_t
good_end(const struct pager *g)
{
	size_t n = g->queue.n;

	while (n > 0 && g->queue.v[n - 1].glued)
		n--;
	return n;
}

static void
queue_add(struct pager *g, const struct strip *strip)
{
	struct strip *slot;
	double above = space_above(g, strip);

	if ((slot = vec_push(g->f->a, &g->queue)) == NULL)
		return;
	*slot = *strip;
	g->y += above + strip->height;
	foot_add(&g->foot, slot, g->now.bottom - g->y);
}

/* End the page after ${n} strips; the others go on the next. */
static void
turn(struct pager *g, size_t n)
{
	VEC(struct strip) rest = { 0 };
	struct sheet next = pager_next(g);
	struct strip *slot;
	size_t i;

	if (n > 0 && n < g->queue.n)
		row_cut_spans(g->f, &g->queue.v[n - 1], &g->queue.v[n]);
	for (i = n; i < g->queue.n; i++)
		if ((slot = vec_push(g->f->a, &rest)) != NULL)
			*slot = g->queue.v[i];
	if (n < g->queue.n)
		foot_undo(&g->foot, &g->queue.v[n]);
	emit(g, n);
	start_page(g, next.style, next.number);
	for (i = 0; i < rest.n && !g->full; i++)
		pager_take(g, rest.v[i]);
}

void
pager_turn(struct pager *g)
{
	size_t n = good_end(g);

	turn(g, n > 0 ? n : g->queue.n);
}

double
pager_room(const struct pager *g, double before)
{
	if (g->queue.n == 0 && !g->forced)
		before = 0;
	return g->now.bottom - g->foot.height - g->y - before;
}

void
pager_break(struct pager *g, const struct doc_page *style)
{
	struct sheet next = g->now;

	if (g->queue.n > 0 || g->foot.strips.n > 0) {
		emit(g, g->queue.n);
		next = pager_next(g);
	}
	if (style != NULL && style->number > 0)
		next.number = (size_t)style->number;
	start_page(g, style != NULL ? style : next.style, next.number);
	g->forced = true;
}

/* ---- taking strips ------------------------------------------------------ */

/* Cut the row of ${strip} at the foot of the page; what is left stays in it.
 * False if the row cannot be cut there. */
static bool
take_part(struct pager *g, struct strip *strip, bool force)
{
	double room = g->now.bottom - g->foot.height - g->y;
	struct row *tail;

	if (strip->kind != STRIP_ROW)
		return false;
	/* which of its notes stay is known after the cut: room for all */
	room -= space_above(g, strip);
	room -= fmin(foot_needs(&g->foot, strip), fmax(room / 2, 0));
	if (!row_split(g->f, strip->row, room, force, &tail))
		return false;
	strip->height = strip->row->height;
	queue_add(g, strip);
	turn(g, g->queue.n);
	strip->row = tail;
	strip->height = tail->height;
	memset(&strip->places, 0, sizeof strip->places);
	return true;
}

/* True if there is room for the strip and the notes it brings. */
static bool
fits(struct pager *g, const struct strip *strip)
{
	double end = g->y + space_above(g, strip) + strip->height;

	return foot_fits(&g->foot, strip, g->now.bottom - end);
}

void
pager_take(struct pager *g, struct strip strip)
{
	size_t n;

	if (strip.kind == STRIP_PAGE || strip.kind == STRIP_COLUMN) {
		pager_break(g, strip.page);
		return;
	}
	while (!g->full && !arena_failed(g->f->a)) {
		if (strip.kind == STRIP_ROW) /* a cell above may need more */
			strip.height = strip.row->height;
		if (fits(g, &strip)) {
			queue_add(g, &strip);
			return;
		}
		if (g->queue.n == 0 && g->foot.strips.n > 0) {
			turn(g, 0); /* long notes have the page to themselves */
			continue;
		}
		if (g->queue.n == 0) { /* taller than a page */
			if (take_part(g, &strip, true))
				continue;
			queue_add(g, &strip);
			return;
		}
		if (take_part(g, &strip, false))
			continue;
		n = good_end(g);
		if (n == 0 || n == g->queue.n) {
			n = g->queue.n;
			row_cut_spans(g->f, &g->queue.v[n - 1], &strip);
		}
		turn(g, n);
	}
}

void
pager_finish(struct pager *g)
{
	while (g->foot.rest.n > 0 && !g->full && !arena_failed(g->f->a))
		turn(g, g->queue.n);
	if (g->queue.n > 0 || g->foot.strips.n > 0 || g->done.n == 0)
		emit(g, g->queue.n);
}
