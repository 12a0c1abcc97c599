/* SPDX-License-Identifier: EUPL-1.2
 *
 * References to pages: a page is known when everything before it is set, and
 * what a reference shows may move what it refers to.  So a document with such
 * references is laid out again until they hold, a bounded number of times.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "layout/flow.h"

#define GUESS "88"  /* while nothing is known */
#define UNKNOWN "?" /* leads nowhere; also noted */
#define MAX_DEPTH 120

struct refer {
	const struct reference *v; /* sorted by node */
	size_t n;
};

static bool
any(const struct doc_node *node, int depth)
{
	for (; node != NULL && depth < MAX_DEPTH; node = node->next)
		if (node->kind == DOC_PAGE_REFERENCE ||
		    any(node->first, depth + 1))
			return true;
	return false;
}

static bool
any_in(const struct doc_page *page)
{
	const struct doc_node *const areas[] = { page->header, page->footer,
		page->first_header, page->first_footer };
	size_t i;

	for (i = 0; i < sizeof areas / sizeof *areas; i++)
		if (areas[i] != NULL && any(areas[i]->first, 0))
			return true;
	return false;
}

bool
refer_any(const struct document *doc)
{
	return any(doc->body->first, 0) || any_in(&doc->page);
}

/* ---- places by id ---------------------------------------------------------
 */

static int
by_id(const void *x, const void *y)
{
	const struct laid_place *const *a = x, *const *b = y;
	int rc = strcmp((*a)->node->id, (*b)->node->id);

	/* of several, the first in the document is meant */
	return rc != 0 ? rc : *a < *b ? -1 : *a > *b;
}

void
refer_index(struct flow *f)
{
	struct laid_out *out = f->out;
	size_t i;

	out->nby_id = 0;
	out->by_id = arena_alloc(f->a, (out->places.n + 1) * sizeof(void *));
	if (out->by_id == NULL)
		return;
	for (i = 0; i < out->places.n; i++)
		if (out->places.v[i].node->id != NULL)
			out->by_id[out->nby_id++] = &out->places.v[i];
	qsort(out->by_id, out->nby_id, sizeof *out->by_id, by_id);
}

const struct laid_place *
layout_find(const struct laid_out *out, const char *id)
{
	size_t low = 0, high = out->nby_id, mid;

	while (low < high) {
		mid = low + (high - low) / 2;
		if (strcmp(out->by_id[mid]->node->id, id) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	if (low == out->nby_id || strcmp(out->by_id[low]->node->id, id) != 0)
		return NULL;
	return out->by_id[low];
}

/* ---- what references show -------------------------------------------------
 */

static int
by_node(const void *x, const void *y)
{
	const struct reference *a = x, *b = y;

	return a->node < b->node ? -1 : a->node > b->node;
}

/* Order among equal references does not matter: they show the same. */
const struct refer *
refer_learn(const struct flow *f, struct arena *a)
{
	struct refer *r = arena_alloc(a, sizeof *r);
	struct reference *v = arena_alloc(a, (f->references.n + 1) * sizeof *v);
	const struct laid_place *place;
	const char *href;
	size_t i;

	if (r == NULL || v == NULL)
		return NULL;
	for (i = 0; i < f->references.n; i++) {
		v[i].node = f->references.v[i].node;
		href = v[i].node->href;
		place = href == NULL || *href != '#'
			    ? NULL
			    : layout_find(f->out, href + 1);
		v[i].shown = place == NULL
				 ? UNKNOWN
				 : arena_printf(a, "%zu",
				       f->out->pages.v[place->page].number);
		if (v[i].shown == NULL)
			return NULL;
	}
	qsort(v, f->references.n, sizeof *v, by_node);
	r->v = v;
	r->n = f->references.n;
	return r;
}

const char *
refer_text(const struct refer *known, const struct doc_node *node)
{
	struct reference key = { .node = node };
	const struct reference *found = NULL;

	if (known != NULL && known->n > 0)
		found = bsearch(&key, known->v, known->n, sizeof key, by_node);
	return found == NULL ? GUESS : found->shown;
}

bool
refer_holds(const struct flow *f, const struct refer *now)
{
	size_t i;

	for (i = 0; i < f->references.n; i++)
		if (strcmp(f->references.v[i].shown,
			refer_text(now, f->references.v[i].node)) != 0)
			return false;
	return true;
}

void
refer_patch(struct flow *f, const struct refer *now)
{
	struct laid_page *page;
	struct piece *p;
	size_t i, k;

	for (i = 0; i < f->out->pages.n; i++) {
		page = &f->out->pages.v[i];
		for (k = 0; k < page->pieces.n; k++) {
			p = &page->pieces.v[k];
			if (p->kind == PIECE_TEXT && p->node != NULL &&
			    p->node->kind == DOC_PAGE_REFERENCE)
				p->text = refer_text(now, p->node);
		}
	}
}
