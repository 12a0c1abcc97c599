/* SPDX-License-Identifier: EUPL-1.2
 *
 * Notes and lists of contents as HTML.  A screen has no foot of the page: notes
 * stand at the end, linked both ways; contents have links and no page numbers.
 */
#include "config.h"

#include <string.h>

#include "document/html.h"

void
html_mark(struct page *p, const struct doc_node *note)
{
	const struct doc_node **slot = vec_push(p->a, &p->notes);
	const char *id = note->id == NULL ? "" : note->id;

	if (slot != NULL)
		*slot = note;
	start(p, "sup");
	start(p, "a");
	html_id(p, arena_printf(p->a, "%s-ref", id));
	attribute(p, "href", arena_printf(p->a, "#%s", id));
	attribute(p, "role", "doc-noteref");
	string(p, note->text == NULL ? "*" : note->text);
	end(p);
	end(p);
}

static void
write_note(struct page *p, const struct doc_node *note)
{
	start(p, "li");
	html_id(p, note->id);
	start(p, "a");
	attribute(p, "href",
	    arena_printf(p->a, "#%s-ref", note->id == NULL ? "" : note->id));
	attribute(p, "role", "doc-backlink");
	string(p, note->text == NULL ? "*" : note->text);
	end(p);
	string(p, " ");
	html_content(p, note, 1);
	end(p);
	newline(p);
}

void
html_notes(struct page *p)
{
	size_t i;

	if (p->notes.n == 0)
		return;
	start(p, "section");
	attribute(p, "class", "notes");
	attribute(p, "role", "doc-endnotes");
	newline(p);
	start(p, "ol");
	attribute(p, "class", "labels");
	newline(p);
	for (i = 0; i < p->notes.n; i++)
		if (!p->notes.v[i]->at_end)
			write_note(p, p->notes.v[i]);
	for (i = 0; i < p->notes.n; i++)
		if (p->notes.v[i]->at_end)
			write_note(p, p->notes.v[i]);
	end(p);
	newline(p);
	end(p);
	newline(p);
}

/* ---- contents -------------------------------------------------------------
 */

/* The title, which names the list for those who hear it. */
static const struct doc_node *
write_title(struct page *p, const struct doc_node *list, int depth)
{
	const struct doc_node *node = list->first;
	struct doc_node title;

	if (node == NULL || node->kind != DOC_PARAGRAPH || node->level > 0 ||
	    node->first == NULL)
		return node;
	title = *node;
	if (title.id == NULL)
		title.id = arena_printf(
		    p->a, "%s-title", list->id == NULL ? "contents" : list->id);
	attribute(p, "aria-labelledby", html_clean_id(p, title.id));
	newline(p);
	html_block(p, &title, depth + 1);
	return node->next;
}

/* Entries from ${node} on that are at ${level} or below as a list; returns the
 * first that is above. */
static const struct doc_node *
write_entries(struct page *p, const struct doc_node *node, int level, int depth)
{
	if (depth > HTML_MAX_DEPTH) {
		p->deep = true;
		return NULL;
	}
	start(p, "ul");
	newline(p);
	while (node != NULL && node->level >= level) {
		start(p, "li");
		html_inlines(p, node, depth);
		node = node->next;
		if (node != NULL && node->level > level) {
			newline(p);
			node = write_entries(p, node, node->level, depth + 1);
		}
		end(p);
		newline(p);
	}
	end(p);
	newline(p);
	return node;
}

void
html_contents(struct page *p, const struct doc_node *list, int depth)
{
	const struct doc_node *node;

	if (list->first == NULL)
		return;
	start(p, "nav");
	html_id(p, list->id);
	node = write_title(p, list, depth);
	newline(p);
	p->contents = true;
	while (node != NULL) {
		if (node->kind == DOC_PARAGRAPH && node->level > 0) {
			node = write_entries(p, node, node->level, depth + 1);
		} else {
			html_block(p, node, depth + 1);
			node = node->next;
		}
	}
	p->contents = false;
	end(p);
	newline(p);
}
