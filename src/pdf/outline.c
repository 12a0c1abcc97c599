/* SPDX-License-Identifier: EUPL-1.2
 *
 * Bookmarks: the headings as a tree beside the pages.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "pdf/parts.h"
#include "pdf/put.h"

#define TITLE_MAX 500
#define MAX_DEPTH 32

struct entry {
	struct entry *parent, *first, *last, *prev, *next;
	const struct laid_place *place;
	const struct outline *outline;
	int level;
	size_t below; /* entries under it, all levels */
	unsigned object;
};

struct outline {
	const struct laid_out *laid;
	const unsigned *pages;
	struct entry root;
};

void
place_put(struct buf *out, const struct laid_out *laid,
    const struct laid_place *place, const unsigned *pages)
{
	const struct doc_page *page = laid->pages.v[place->page].style;

	buf_printf(out, "[%u 0 R/XYZ ", pages[place->page]);
	put_number(out, 0);
	put_number(out, page->height - place->y + 6);
	buf_puts(out, "null]");
}

/* Append a text as far as a title goes, whole characters. */
static void
put_cut(struct buf *out, const char *text)
{
	size_t n = strlen(text), room;

	room = out->len < TITLE_MAX ? TITLE_MAX - out->len : 0;
	if (n > room)
		for (n = room;
		     n > 0 && ((unsigned char)text[n] & 0xc0) == 0x80;)
			n--;
	buf_put(out, text, n);
}

void
outline_words(struct buf *out, const struct doc_node *node, int depth)
{
	for (node = node->first; node != NULL && depth < MAX_DEPTH;
	     node = node->next) {
		if (node->kind == DOC_TEXT && node->text != NULL)
			put_cut(out, node->text);
		else if (node->kind == DOC_TAB || node->kind == DOC_BREAK)
			put_cut(out, " ");
		if (node->kind != DOC_NOTE)
			outline_words(out, node, depth + 1);
	}
}

const char *
outline_title(struct arena *a, const struct laid_out *laid)
{
	const char *title = NULL;
	struct buf text;
	size_t i;

	buf_init(&text, TITLE_MAX * 2);
	for (i = 0; i < laid->places.n && text.len == 0; i++)
		if (laid->places.v[i].node->kind == DOC_HEADING)
			outline_words(&text, laid->places.v[i].node, 0);
	if (text.len > 0)
		title = arena_strdup(a, text.data);
	buf_free(&text);
	return title;
}

static void
put_reference(struct buf *out, const char *key, const struct entry *e)
{
	if (e != NULL)
		buf_printf(out, "/%s %u 0 R", key, e->object);
}

static void
put_entry(struct buf *out, const void *context)
{
	const struct entry *e = context;
	struct buf title;

	buf_init(&title, TITLE_MAX * 2);
	outline_words(&title, e->place->node, 0);
	put_text_entry(out, "Title", title.len > 0 ? title.data : "-");
	out->failed |= title.failed;
	buf_free(&title);
	put_reference(out, "Parent", e->parent);
	put_reference(out, "Prev", e->prev);
	put_reference(out, "Next", e->next);
	put_reference(out, "First", e->first);
	put_reference(out, "Last", e->last);
	if (e->below > 0) /* closed, or the list is longer than the screen */
		buf_printf(out, "/Count -%zu", e->below);
	buf_puts(out, "/Dest ");
	place_put(out, e->outline->laid, e->place, e->outline->pages);
	buf_putc(out, '\n');
}

static void
put_outline(struct buf *out, const void *context)
{
	const struct entry *root = context, *e;
	size_t n = 0;

	for (e = root->first; e != NULL; e = e->next)
		n++;
	buf_puts(out, "/Type/Outlines");
	put_reference(out, "First", root->first);
	put_reference(out, "Last", root->last);
	buf_printf(out, "/Count %zu\n", n);
}

/* Append an entry under the nearest one of a higher level. */
static struct entry *
entry_add(struct arena *a, struct outline *o, struct entry *last,
    const struct laid_place *place)
{
	struct entry *e = arena_alloc(a, sizeof *e), *parent = last, *up;

	if (e == NULL)
		return NULL;
	e->place = place;
	e->outline = o;
	e->level = place->node->level < 1 ? 1 : place->node->level;
	while (parent != &o->root && parent->level >= e->level)
		parent = parent->parent;
	e->parent = parent;
	e->prev = parent->last;
	if (parent->last != NULL)
		parent->last->next = e;
	else
		parent->first = e;
	parent->last = e;
	for (up = parent; up != NULL; up = up->parent)
		up->below++;
	return e;
}

static void
make_objects(struct haru *h, struct entry *first)
{
	struct entry *e;

	/* the depth is that of heading levels */
	for (e = first; e != NULL; e = e->next) {
		e->object = haru_object(h, put_entry, e);
		make_objects(h, e->first);
	}
}

unsigned
outline_write(struct arena *a, const struct laid_out *laid, struct haru *h,
    const unsigned *pages)
{
	struct outline *o = arena_alloc(a, sizeof *o);
	struct entry *last;
	size_t i;

	if (o == NULL)
		return 0;
	o->laid = laid;
	o->pages = pages;
	last = &o->root;
	for (i = 0; i < laid->places.n && last != NULL; i++)
		if (laid->places.v[i].node->kind == DOC_HEADING)
			last = entry_add(a, o, last, &laid->places.v[i]);
	if (o->root.first == NULL)
		return 0;
	o->root.object = haru_object(h, put_outline, &o->root);
	make_objects(h, o->root.first);
	return o->root.object;
}
