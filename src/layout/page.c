/* SPDX-License-Identifier: EUPL-1.2
 *
 * The whole document: its blocks are laid out one by one and handed to the
 * pager; when all is placed, the pages get their heads, feet and counts.
 */
#include "config.h"

#include <math.h>
#include <string.h>

#include "layout/page.h"

#define MAX_PASSES 4 /* until references to pages hold */

static void
take_column(struct pager *g, struct column *c)
{
	size_t i;

	for (i = 0; i < c->strips.n && !g->full; i++)
		pager_take(g, c->strips.v[i]);
	c->strips.n = 0;
}

/* The edges of the text where ${style} reigns. */
static void
set_edges(struct pager *g, struct column *c, struct sheet sheet)
{
	running_measure(g->f, &sheet);
	g->f->height =
	    fmin(sheet.bottom - sheet.top, g->now.bottom - g->now.top);
	c->left = pager_left(sheet.style);
	c->right = pager_right(sheet.style);
}

/* Where a block that begins a page of its own style will stand, or one that
 * comes next. */
static struct sheet
sheet_of(const struct pager *g, const struct doc_node *node)
{
	struct sheet sheet = g->now;

	if (node->new_page != NULL && pager_usable(node->new_page)) {
		sheet.style = node->new_page;
		sheet.first = true;
	}
	return sheet;
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
			if (node->text_columns > 1) {
				set_edges(g, c, sheet_of(g, node));
				columns_lay(g, c, node);
			} else {
				lay_body(g, c, node);
			}
			g->f->depth--;
			continue;
		}
		set_edges(g, c, sheet_of(g, node));
		column_block(c, node);
		take_column(g, c);
	}
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

/* The page count in body text. */
static void
set_count(struct flow *f, piece_list *pieces)
{
	const char *digits = arena_printf(f->a, "%zu", f->pages);
	size_t i;

	for (i = 0; i < pieces->n && digits != NULL; i++)
		if (pieces->v[i].kind == PIECE_TEXT &&
		    pieces->v[i].node != NULL &&
		    pieces->v[i].node->kind == DOC_PAGE_COUNT)
			pieces->v[i].text = digits;
}

/* All pages: head, body, foot. */
static void
assemble(struct pager *g)
{
	struct flow *f = g->f;
	struct laid_page *out;
	size_t i;

	f->pages = g->done.n;
	for (i = 0; i < g->done.n; i++) {
		struct laid_sheet *page = &g->done.v[i];
		piece_list all = { 0 };

		if ((out = vec_push(f->a, &f->out->pages)) == NULL)
			return;
		out->style = page->sheet.style;
		out->number = f->page = page->sheet.number;
		out->nheader = running_box(f, &page->sheet, &all);
		out->nheader += running_head(f, &page->sheet, &all);
		set_count(f, &page->body);
		copy_pieces(f, &all, &page->body);
		out->nfooter = running_foot(f, &page->sheet, &all);
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

/* Lay out the document once, into a new ${f->out}. */
static int
lay_once(struct flow *f, const struct document *doc, struct kl_error *err)
{
	struct pager g;
	struct column c;

	if ((f->out = arena_alloc(f->a, sizeof *f->out)) == NULL)
		return kl_error_nomem(err);
	f->out->document = doc;
	f->pages = PAGE_GUESS;
	pager_open(&g, f, &doc->page);
	column_open(&c, f, pager_left(&doc->page), pager_right(&doc->page));
	lay_body(&g, &c, doc->body);
	column_finish(&c);
	take_column(&g, &c);
	lay_end_notes(&g, &c);
	pager_finish(&g);
	assemble(&g);
	para_forget(f);
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
		    PAGE_MAX);
	return f->lost || arena_failed(f->a) ? kl_error_nomem(err) : 0;
}

static struct flow
flow_of(const struct document *doc, const struct layout_tools *tools,
    struct arena *a)
{
	return (struct flow){ .a = a,
		.fonts = tools->fonts,
		.hyphens = tools->hyphens,
		.language = doc->language };
}

/* Lay out on trial; what the references to pages should show is left in
 * ${known}, in ${a}. */
static int
try_out(const struct document *doc, const struct layout_tools *tools,
    struct arena *a, const struct refer **known, struct kl_error *err)
{
	struct flow f = flow_of(doc, tools, arena_new(0));
	int rc;

	if (f.a == NULL)
		return kl_error_nomem(err);
	rc = lay_once(&f, doc, err);
	if (rc == 0 && (*known = refer_learn(&f, a)) == NULL)
		rc = kl_error_nomem(err);
	arena_free(f.a);
	return rc;
}

int
layout_document(const struct document *doc, const struct layout_tools *tools,
    struct arena *a, struct laid_out **out, struct kl_error *err)
{
	const struct refer *known = NULL, *now = NULL;
	bool refers = refer_any(doc), holds = !refers;
	struct flow f = { 0 };
	int rc = 0, pass = 0;

	if (!pager_usable(&doc->page))
		return kl_error_set(err, KL_E_INPUT,
		    KL_N_("The page style has no room for text: check its size "
			  "and margins. No document was made."));
	if (refers)
		rc = try_out(doc, tools, a, &known, err);
	do {
		f = flow_of(doc, tools, a);
		f.known = known;
		if (rc == 0)
			rc = lay_once(&f, doc, err);
		if (rc != 0)
			return rc;
		if (refers && (now = refer_learn(&f, a)) == NULL)
			return kl_error_nomem(err);
		holds = !refers || refer_holds(&f, now);
		known = now;
	} while (!holds && ++pass < MAX_PASSES);
	if (!holds) /* no number of passes settles it: be right, if askew */
		refer_patch(&f, now);
	note_dead_links(&f);
	if (arena_failed(a))
		return kl_error_nomem(err);
	*out = f.out;
	return 0;
}
