/* SPDX-License-Identifier: EUPL-1.2
 *
 * Footnotes and endnotes: their numbers and the styles of their marks, as the
 * document's notes configuration says.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "odf/inline.h"

#define MARK_SIZE 0.58 /* of the text's, when no style says */
#define MARK_RISE 0.33

static xmlNode *
configuration(const struct reader *r, bool end)
{
	xmlNode *n = odf_child(
	    odf_part(r->odf, "office:styles"), "text:notes-configuration");
	const char *class;

	for (; n != NULL; n = odf_next(n, "text:notes-configuration")) {
		class = odf_attr(n, "text:note-class");
		if (class != NULL &&
		    strcmp(class, end ? "endnote" : "footnote") == 0)
			return n;
	}
	return NULL;
}

void
footnotes_init(struct reader *r)
{
	const char *s;
	int i;

	for (i = 0; i < 2; i++) {
		struct note_numbers *n = &r->numbers[i];
		const xmlNode *c = configuration(r, i == 1);

		s = odf_attr(c, "style:num-format");
		n->format = s != NULL && *s != '\0' ? *s : i == 1 ? 'i' : '1';
		s = odf_attr(c, "text:start-value");
		n->first = s == NULL || atoi(s) < 0 ? 1 : atoi(s) + 1;
		s = odf_attr(c, "text:start-numbering-at");
		n->by_chapter = s != NULL && strcmp(s, "chapter") == 0;
		n->by_page = s != NULL && strcmp(s, "page") == 0;
		n->style = odf_attr(c, "text:citation-body-style-name");
		s = odf_attr(c, "style:num-prefix");
		n->dressed = s != NULL && *s != '\0';
		s = odf_attr(c, "style:num-suffix");
		n->dressed |= s != NULL && *s != '\0';
		n->next = n->first;
	}
}

void
footnotes_chapter(struct reader *r)
{
	int i;

	for (i = 0; i < 2; i++)
		if (r->numbers[i].by_chapter)
			r->numbers[i].next = r->numbers[i].first;
}

/* The mark: what the note says itself, or its number. */
static const char *
mark_of(struct reader *r, const xmlNode *citation, struct note_numbers *numbers)
{
	const char *label = odf_attr(citation, "text:label");

	if (label != NULL && *label != '\0')
		return arena_strdup(r->a, label);
	if (numbers->by_page)
		read_note(r,
		    KL_N_("Near “%s”: notes are numbered through the document, "
			  "not anew on each page."),
		    NULL);
	if (numbers->dressed)
		read_note(r,
		    KL_N_("Near “%s”: the numbers of notes are set without "
			  "what stands before and after them."),
		    NULL);
	return lists_number(r->a, numbers->format, numbers->next++);
}

/* The mark's own look; a mark without a style is raised. */
static const struct doc_text_style *
mark_style(
    struct reader *r, const struct doc_text_style *text, const char *name)
{
	struct doc_text_style *raised;

	if (name != NULL && styles_find(r, name, "text") != NULL)
		return styles_text(r, text, name);
	raised = arena_alloc(r->a, sizeof *raised);
	if (raised == NULL)
		return NULL;
	*raised = *text;
	raised->size *= MARK_SIZE;
	raised->rise = text->size * MARK_RISE;
	return raised;
}

static int
in_brackets(struct run *run, xmlNode *note)
{
	const xmlNode *body = odf_child(note, "text:note-body"), *n;
	int rc = 0;

	read_note(run->r,
	    KL_N_("Near “%s”: a note that cannot stand here is set in the "
		  "text."),
	    NULL);
	inline_text(run, " [");
	for (n = body == NULL ? NULL : body->children; n != NULL && rc == 0;
	     n = n->next) {
		run->space = true;
		rc = inline_children(run, n);
	}
	inline_text(run, "]");
	return rc;
}

/* The paragraphs of the note; at least one, for the mark to stand in. */
static int
read_body(struct reader *r, struct doc_node *node, xmlNode *body)
{
	struct doc_node *para;
	int rc = 0;

	r->in_note = true;
	r->inside++; /* no page begins in a note */
	if (body != NULL)
		rc = read_blocks(r, node, body);
	r->inside--;
	r->in_note = false;
	if (rc != 0 || node->first != NULL)
		return rc;
	para = document_add(r->a, node, DOC_PARAGRAPH);
	if (para == NULL)
		return KL_E_NOMEM;
	para->para = styles_para(r, "Footnote", false);
	return para->para == NULL ? KL_E_NOMEM : 0;
}

int
footnotes_read(struct run *run, xmlNode *note)
{
	struct reader *r = run->r;
	const char *class = odf_attr(note, "text:note-class");
	bool end = class != NULL && strcmp(class, "endnote") == 0;
	struct note_numbers *numbers = &r->numbers[end];
	struct doc_node *node;

	if (r->running || r->in_note)
		return in_brackets(run, note);
	node = inline_node(run, DOC_NOTE);
	if (node == NULL)
		return KL_E_NOMEM;
	node->at_end = end;
	node->id = arena_printf(r->a, "note-%d", ++r->nnotes);
	node->text = mark_of(r, odf_child(note, "text:note-citation"), numbers);
	node->style = mark_style(r, run->style, numbers->style);
	if (node->id == NULL || node->text == NULL || node->style == NULL)
		return KL_E_NOMEM;
	refs_place(r, odf_attr(note, "text:id"), node);
	return read_body(r, node, odf_child(note, "text:note-body"));
}
