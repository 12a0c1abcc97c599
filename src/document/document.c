/* SPDX-License-Identifier: EUPL-1.2
 *
 * Growing the document tree.  A node that could not be made is NULL, and NULL
 * is accepted as a parent, so the maker asks the arena once at the end.
 */
#include "config.h"

#include "document/document.h"

#define MM (72.0 / 25.4)

struct document *
document_new(struct arena *a)
{
	struct document *doc = arena_alloc(a, sizeof *doc);
	int side;

	if (doc == NULL)
		return NULL;
	doc->arena = a;
	doc->page.width = 210 * MM;
	doc->page.height = 297 * MM;
	for (side = 0; side < 4; side++)
		doc->page.margin[side] = 20 * MM;
	/* as OpenDocument has it when it says nothing */
	doc->page.note_line = (struct doc_note_line){
		.before = MM, .after = MM, .thickness = 0.5, .length = 0.25
	};
	doc->page.box.background = DOC_NO_COLOUR;
	doc->body = arena_alloc(a, sizeof *doc->body);
	if (doc->body == NULL)
		return NULL;
	doc->body->kind = DOC_SECTION;
	return doc;
}

struct doc_node *
document_add(struct arena *a, struct doc_node *parent, enum doc_kind kind)
{
	struct doc_node *node;

	if (parent == NULL)
		return NULL;
	node = arena_alloc(a, sizeof *node);
	if (node == NULL)
		return NULL;
	node->kind = kind;
	node->parent = parent;
	node->colspan = node->rowspan = 1;
	node->box.background = DOC_NO_COLOUR;
	if (parent->last == NULL)
		parent->first = node;
	else
		parent->last->next = node;
	parent->last = node;
	return node;
}

struct doc_node *
document_text(struct arena *a, struct doc_node *parent,
    const struct doc_text_style *style, const char *text)
{
	struct doc_node *node = document_add(a, parent, DOC_TEXT);

	if (node == NULL)
		return NULL;
	node->style = style;
	node->text = arena_strdup(a, text == NULL ? "" : text);
	return node->text == NULL ? NULL : node;
}
