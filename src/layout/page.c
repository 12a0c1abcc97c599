/* SPDX-License-Identifier: EUPL-1.2
 *
 * Strips to pages, with running heads and feet.  A page takes strips until the
 * next does not fit, and ends where the glue allows it; when nothing allows it,
 * it ends anyway, so that every page takes something.
 */
#include "config.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "layout/flow.h"

#define MAX_PAGES 20000
#define WHOLE_ROW 0.25	/* lower rows (of the body's height) move unbroken */
#define LEAST_BODY 72.0 /* of a page with outsize running heads [pt] */
#define GUESS_COUNT 99	/* page count while it is not known */
#define MAX_PASSES 4	/* until references to pages hold */

struct pager {
	struct flow *f;
	const struct doc_page *page;
	double top, bottom; /* of the body, by page kind: first or other */
	double first_top, first_bottom;
	VEC(struct strip) queue; /* the strips of the page so far */
	double y;		 /* the end of the last */
	struct foot foot;	 /* the notes of the page so far */
	bool forced; /* the page was asked for: space at its top is kept */
	VEC(piece_list) bodies;
	bool full; /* MAX_PAGES was met */
};

static double
page_top(const struct pager *g)
{
	return g->bodies.n == 0 ? g->first_top : g->top;
}

static double
page_bottom(const struct pager *g, size_t index)
{
	return index == 0 ? g->first_bottom : g->bottom;
}

/* Where the notes at the foot of the page end. */
static double
foot_end(const struct pager *g)
{
	return page_bottom(g, g->bodies.n);
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
set_numbers(
    struct flow *f, piece_list *pieces, enum doc_kind kind, size_t number)
{
	const char *digits = NULL;
	size_t i;

	for (i = 0; i < pieces->n; i++) {
		struct piece *p = &pieces->v[i];

		if (p->kind != PIECE_TEXT || p->node == NULL ||
		    p->node->kind != kind)
			continue;
		if (digits == NULL)
			digits = arena_printf(f->a, "%zu", number);
		if (digits != NULL)
			p->text = digits;
	}
}

/* Make a page of the first ${n} strips of the queue. */
static void
emit(struct pager *g, size_t n)
{
	double y = page_top(g);
	size_t i, index = g->bodies.n;
	piece_list *body = vec_push(g->f->a, &g->bodies);
	const struct table *t;

	if (body == NULL)
		return;
	for (i = 0; i < n; i++) {
		const struct strip *s = &g->queue.v[i];

		if (i > 0 || g->forced)
			y += s->before;
		if (i == 0 && (t = head_above(s)) != NULL && !s->row->first) {
			draw_head(g->f, t, y, body);
			y += t->head;
		}
		strip_draw(g->f, s, y, false, index, body);
		y += s->height;
	}
	foot_draw(&g->foot, page_bottom(g, index), index, body);
	g->f->page = index + 2;
	set_numbers(g->f, body, DOC_PAGE_NUMBER, index + 1);
	g->forced = false;
	g->full |= g->bodies.n >= MAX_PAGES;
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

static void take(struct pager *g, struct strip strip);

static void
queue_add(struct pager *g, const struct strip *strip)
{
	struct strip *slot;
	double above = space_above(g, strip);

	if ((slot = vec_push(g->f->a, &g->queue)) == NULL)
		return;
	*slot = *strip;
	g->y += above + strip->height;
	foot_add(&g->foot, slot, foot_end(g) - g->y);
}

static void
start_page(struct pager *g)
{
	g->queue.n = 0;
	g->y = page_top(g);
	foot_begin(&g->foot, foot_end(g) - g->y);
}

/* End the page after ${n} strips; the others go on the next. */
static void
turn(struct pager *g, size_t n)
{
	VEC(struct strip) rest = { 0 };
	struct strip *slot;
	size_t i;

	for (i = n; i < g->queue.n; i++)
		if ((slot = vec_push(g->f->a, &rest)) != NULL)
			*slot = g->queue.v[i];
	if (n < g->queue.n)
		foot_undo(&g->foot, &g->queue.v[n]);
	emit(g, n);
	start_page(g);
	for (i = 0; i < rest.n && !g->full; i++)
		take(g, rest.v[i]);
}

/* Cut the row of ${strip} at the foot of the page; what is left stays in it.
 * False if the row cannot be cut there. */
static bool
take_part(struct pager *g, struct strip *strip, bool force)
{
	double room = foot_end(g) - g->foot.height - g->y;
	struct row *tail;

	if (strip->kind != STRIP_ROW)
		return false;
	/* which of its notes stay is known after the cut: room for all */
	room -=
	    space_above(g, strip) + fmin(foot_needs(&g->foot, strip), room / 2);
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

	return foot_fits(&g->foot, strip, foot_end(g) - end);
}

/* Put a strip on the page, or on the next, or partly on both. */
static void
take(struct pager *g, struct strip strip)
{
	double whole = (g->bottom - g->top) * WHOLE_ROW;
	size_t n;

	while (!g->full && !arena_failed(g->f->a)) {
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
		if (strip.height > whole && take_part(g, &strip, false))
			continue;
		n = good_end(g);
		if (n == 0 && take_part(g, &strip, false))
			continue;
		turn(g, n > 0 ? n : g->queue.n);
	}
}

static void
take_column(struct pager *g, struct column *c)
{
	size_t i;

	for (i = 0; i < c->strips.n && !g->full; i++) {
		if (c->strips.v[i].kind != STRIP_PAGE) {
			take(g, c->strips.v[i]);
			continue;
		}
		if (g->queue.n > 0 || g->bodies.n > 0)
			turn(g, g->queue.n);
		g->forced = true;
	}
	c->strips.n = 0;
}

/* Lay out the body block by block, so that a long document is never held as
 * strips in whole. */
static void
lay_body(struct pager *g, struct column *c, const struct doc_node *parent)
{
	const struct doc_node *node;
	struct doc_node const **place;

	for (node = parent->first;
	     node != NULL && !g->full && !arena_failed(g->f->a);
	     node = node->next) {
		if (node->kind == DOC_SECTION && g->f->depth < FLOW_MAX_DEPTH) {
			if (node->id != NULL &&
			    (place = vec_push(g->f->a, &c->places)) != NULL)
				*place = node;
			g->f->depth++;
			lay_body(g, c, node);
			g->f->depth--;
			continue;
		}
		column_block(c, node);
		take_column(g, c);
	}
}

/* ---- running heads ------------------------------------------------------ */

static void
lay_running(struct flow *f, const struct doc_page *page,
    const struct doc_node *node, struct column *c)
{
	column_open(c, f, page->margin[DOC_LEFT],
	    page->width - page->margin[DOC_RIGHT]);
	if (node != NULL) {
		column_blocks(c, node);
		column_finish(c);
	}
}

static double
running_height(struct flow *f, const struct doc_page *page,
    const struct doc_node *node, double least)
{
	struct column c;

	if (node == NULL)
		return 0;
	lay_running(f, page, node, &c);
	return fmax(column_height(&c), least);
}

/* Draw a running head or foot from ${y} down; returns how many pieces it has.
 */
static size_t
draw_running(struct flow *f, const struct doc_page *page,
    const struct doc_node *node, double y, piece_list *out)
{
	struct column c;
	size_t i, n = out->n;

	if (node == NULL)
		return 0;
	lay_running(f, page, node, &c);
	for (i = 0; i < c.strips.n; i++) {
		y += c.strips.v[i].before;
		strip_draw(f, &c.strips.v[i], y, true, 0, out);
		y += c.strips.v[i].height;
	}
	return out->n - n;
}

static const struct doc_node *
header_of(const struct doc_page *page, size_t i)
{
	return i == 0 && page->first_header != NULL ? page->first_header
						    : page->header;
}

static const struct doc_node *
footer_of(const struct doc_page *page, size_t i)
{
	return i == 0 && page->first_footer != NULL ? page->first_footer
						    : page->footer;
}

static double
head_height(struct flow *f, const struct doc_page *page, size_t i)
{
	return running_height(f, page, header_of(page, i), page->header_height);
}

static double
foot_height(struct flow *f, const struct doc_page *page, size_t i)
{
	return running_height(f, page, footer_of(page, i), page->footer_height);
}

/* The body between the running heads of page ${i}. */
static void
measure_page(struct flow *f, const struct doc_page *page, size_t i, double *top,
    double *bottom)
{
	double head = head_height(f, page, i), foot = foot_height(f, page, i);
	struct kl_error note;

	*top = page->margin[DOC_TOP] +
	       (head > 0 ? head + fmax(page->header_gap, 0) : 0);
	*bottom = page->height - page->margin[DOC_BOTTOM] -
		  (foot > 0 ? foot + fmax(page->footer_gap, 0) : 0);
	if (*bottom - *top >= LEAST_BODY)
		return;
	kl_error_set(&note, 0,
	    KL_N_("The header or footer leaves no room for text on page %zu."),
	    i + 1);
	flow_note(f, &note);
	*top = fmin(*top, page->height - 2 * LEAST_BODY);
	*bottom = fmax(*bottom, *top + LEAST_BODY);
}

static void
copy_pieces(struct flow *f, piece_list *to, const piece_list *from)
{
	struct piece *piece;
	size_t i;

	for (i = 0; i < from->n; i++)
		if ((piece = vec_push(f->a, to)) != NULL)
			*piece = from->v[i];
}

/* All pages: head, body, foot. */
static void
assemble(struct pager *g)
{
	struct flow *f = g->f;
	const struct doc_page *page = g->page;
	struct laid_page *out;
	size_t i;

	f->pages = g->bodies.n;
	for (i = 0; i < g->bodies.n; i++) {
		piece_list all = { 0 };

		if ((out = vec_push(f->a, &f->out->pages)) == NULL)
			return;
		f->page = i + 1;
		out->nheader = draw_running(
		    f, page, header_of(page, i), page->margin[DOC_TOP], &all);
		set_numbers(f, &g->bodies.v[i], DOC_PAGE_COUNT, f->pages);
		copy_pieces(f, &all, &g->bodies.v[i]);
		out->nfooter = draw_running(f, page, footer_of(page, i),
		    page->height - page->margin[DOC_BOTTOM] -
			foot_height(f, page, i),
		    &all);
		out->pieces.v = all.v;
		out->pieces.n = all.n;
		out->pieces.cap = all.cap;
	}
}

/* The notes that stand at the end of the document, on a page of their own. */
static void
lay_end_notes(struct pager *g, struct column *c)
{
	struct strip *strip;
	size_t i;

	if (g->f->end_notes.n == 0)
		return;
	column_finish(c);
	if ((strip = vec_push(g->f->a, &c->strips)) != NULL)
		*strip = (struct strip){ .kind = STRIP_PAGE };
	for (i = 0; i < g->f->end_notes.n && !g->full; i++) {
		column_note(c, g->f->end_notes.v[i]);
		take_column(g, c);
	}
}

static void
note_dead_links(struct flow *f)
{
	/* a link to a place that is not there stays plain text; the writer of
	 * the PDF leaves its annotation out */
	const struct laid_page *page;
	const struct doc_node *last = NULL, *link;
	struct kl_error note;
	size_t i, k;

	for (i = 0; i < f->out->pages.n; i++) {
		page = &f->out->pages.v[i];
		for (k = 0; k < page->pieces.n; k++) {
			link = page->pieces.v[k].link;
			if (link == NULL || link == last ||
			    link->href == NULL || link->href[0] != '#')
				continue;
			last = link;
			if (layout_find(f->out, link->href + 1) != NULL)
				continue;
			kl_error_set(&note, 0,
			    KL_N_("The link %s leads nowhere."), link->href);
			flow_note(f, &note);
		}
	}
}

static int
check_page(const struct doc_page *page, struct kl_error *err)
{
	double width =
	    page->width - page->margin[DOC_LEFT] - page->margin[DOC_RIGHT];

	if (page->width >= 72 && page->width <= 14400 && page->height >= 144 &&
	    page->height <= 14400 && width >= 18)
		return 0;
	return kl_error_set(err, KL_E_INPUT,
	    KL_N_("The page style has no room for text: check its size and "
		  "margins. No document was made."));
}

/* Lay out the document once into a new ${f->out}. */
static int
lay_once(struct flow *f, const struct document *doc, struct kl_error *err)
{
	struct pager g = { .f = f, .page = &doc->page, .forced = true };
	struct column c;

	f->page = 1;
	f->pages = GUESS_COUNT;
	memset(&f->references, 0, sizeof f->references);
	memset(&f->end_notes, 0, sizeof f->end_notes);
	if ((f->out = arena_alloc(f->a, sizeof *f->out)) == NULL)
		return kl_error_nomem(err);
	f->out->document = doc;
	measure_page(f, g.page, 0, &g.first_top, &g.first_bottom);
	measure_page(f, g.page, 1, &g.top, &g.bottom);
	f->height = fmin(g.bottom - g.top, g.first_bottom - g.first_top);
	column_open(&c, f, doc->page.margin[DOC_LEFT],
	    doc->page.width - doc->page.margin[DOC_RIGHT]);
	foot_open(&g.foot, f, &doc->page);
	start_page(&g);
	lay_body(&g, &c, doc->body);
	column_finish(&c);
	take_column(&g, &c);
	lay_end_notes(&g, &c);
	while ((g.foot.rest.n > 0) && !g.full && !arena_failed(f->a))
		turn(&g, g.queue.n);
	if (g.queue.n > 0 || g.foot.strips.n > 0 || g.bodies.n == 0)
		emit(&g, g.queue.n);
	assemble(&g);
	refer_index(f);
	if (f->deep)
		return kl_error_set(err, KL_E_INPUT,
		    KL_N_("The document is nested deeper than %d levels. No "
			  "document was made."),
		    FLOW_MAX_DEPTH);
	if (g.full)
		return kl_error_set(err, KL_E_INPUT,
		    KL_N_("The document has more than %d pages. No document "
			  "was made."),
		    MAX_PAGES);
	if (f->lost || arena_failed(f->a))
		return kl_error_nomem(err);
	return 0;
}

/* Lay out on trial in ${scratch}; what the references should show is kept in
 * ${a}. */
static int
learn(struct flow *f, const struct document *doc, struct arena *a,
    struct kl_error *err)
{
	struct arena *scratch = arena_new(0);
	const struct refer *now;
	int rc;

	if (scratch == NULL)
		return kl_error_nomem(err);
	f->a = scratch;
	rc = lay_once(f, doc, err);
	if (rc == 0) {
		now = refer_learn(f, a);
		if (now == NULL)
			rc = kl_error_nomem(err);
		f->known = now;
	}
	arena_free(scratch);
	f->a = a;
	return rc;
}

int
layout_document(const struct document *doc, struct fonts *fonts,
    struct arena *a, struct laid_out **out, struct kl_error *err)
{
	struct flow f = { .a = a, .fonts = fonts };
	const struct refer *now = NULL;
	bool refers = refer_any(doc);
	int rc, pass;

	rc = check_page(&doc->page, err);
	if (rc == 0 && refers)
		rc = learn(&f, doc, a, err);
	for (pass = 1; rc == 0 && pass < MAX_PASSES; pass++) {
		if ((rc = lay_once(&f, doc, err)) != 0 || !refers)
			break;
		if ((now = refer_learn(&f, a)) == NULL)
			return kl_error_nomem(err);
		if (refer_holds(&f, now))
			break;
		f.known = now;
	}
	if (rc != 0)
		return rc;
	if (refers)
		refer_patch(&f, now); /* where no number of passes settles it */
	note_dead_links(&f);
	if (arena_failed(a))
		return kl_error_nomem(err);
	*out = f.out;
	return 0;
}
