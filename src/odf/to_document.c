/* SPDX-License-Identifier: EUPL-1.2
 *
 * The document tree of an OpenDocument text: its blocks in order.  Whatever
 * holds paragraphs gives them up, known or not, so that no text is lost.
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/xml.h"
#include "odf/read.h"

#define NEAR_MAX 60 /* bytes of text that show where */
#define MAX_DEPTH 128

void
read_note(struct reader *r, const char *key, const char *name)
{
	const char *text = NULL;
	struct kl_error note;
	size_t n;

	if (r->notes == NULL)
		return;
	if (r->place != NULL)
		text = xml_text(r->a, r->place);
	if (text == NULL || *text == '\0')
		text = "…";
	n = strnlen(text, NEAR_MAX);
	while (n > 0 && ((unsigned char)text[n] & 0xc0) == 0x80)
		n--; /* never half a character */
	kl_error_set(&note, 0, "%s%s", arena_strndup(r->a, text, n), name);
	note.text = key;
	note_add(r->a, r->notes, &note);
}

/* The break that a paragraph style asks for on one side of it. */
static int
add_break(struct reader *r, struct doc_node *parent, const char *value)
{
	struct doc_node *node;

	if (value == NULL || r->inside > 0 ||
	    (strcmp(value, "page") != 0 && strcmp(value, "column") != 0))
		return 0;
	node = document_add(r->a, parent, DOC_PAGE_BREAK);
	if (node == NULL)
		return KL_E_NOMEM;
	node->column_break = strcmp(value, "column") == 0;
	return 0;
}

static int
break_after(struct reader *r, struct doc_node *parent, const char *style)
{
	return add_break(r, parent,
	    styles_property(r, style, "paragraph", "style:paragraph-properties",
		"fo:break-after"));
}

/* A break of the page is in the paragraph's style; one of the column is not. */
static int
break_column(struct reader *r, struct doc_node *parent, const char *style)
{
	const char *value = styles_property(r, style, "paragraph",
	    "style:paragraph-properties", "fo:break-before");

	if (value == NULL || strcmp(value, "column") != 0 || !r->began)
		return 0;
	return add_break(r, parent, value);
}

/* A paragraph with a field that hides it. */
static bool
is_hidden_para(struct reader *r, xmlNode *para)
{
	const char *hidden;
	xmlNode *n, *place = r->place;

	for (n = odf_child(para, "text:hidden-paragraph"); n != NULL;
	     n = odf_next(n, "text:hidden-paragraph")) {
		hidden = odf_attr(n, "text:is-hidden");
		if (hidden == NULL || strcmp(hidden, "true") != 0)
			continue;
		r->place = para;
		read_note(r,
		    KL_N_("Near “%s”: a hidden paragraph is left out."), NULL);
		r->place = place;
		return true;
	}
	return false;
}

int
read_para(struct reader *r, struct doc_node *parent, xmlNode *para,
    bool in_list, const char *label)
{
	const char *style = odf_attr(para, "text:style-name");
	xmlNode *place = r->place;
	const struct doc_page *page;
	struct doc_node *node;
	struct block *block;
	int rc = 0;

	if (is_hidden_para(r, para))
		return 0;
	r->place = para;
	page = pages_begin(r, para);
	if (page == NULL)
		break_column(r, parent, style);
	r->began = true;
	node = document_add(
	    r->a, parent, odf_is(para, "text:h") ? DOC_HEADING : DOC_PARAGRAPH);
	if (node == NULL)
		return KL_E_NOMEM;
	node->new_page = page;
	node->para = styles_para(r, style, in_list);
	if (node->para == NULL)
		return KL_E_NOMEM;
	if (!r->running) {
		block = vec_push(r->a, &r->blocks);
		if (block == NULL)
			return KL_E_NOMEM;
		*block = (struct block){ node, para };
	}
	if (node->kind == DOC_HEADING)
		rc = headings_read(r, node, para, label);
	if (rc == 0)
		rc = inlines_read(r, node, para, &node->para->text);
	if (rc == 0)
		rc = break_after(r, parent, style);
	r->place = place;
	return rc;
}

/* A frame or drawing that stands among the blocks becomes a paragraph. */
static int
read_frame(struct reader *r, struct doc_node *parent, xmlNode *frame)
{
	struct doc_node *node = document_add(r->a, parent, DOC_PARAGRAPH);

	if (node == NULL)
		return KL_E_NOMEM;
	node->para = styles_para(r, NULL, false);
	if (node->para == NULL)
		return KL_E_NOMEM;
	return inlines_read(r, node, frame, &node->para->text);
}

static int
read_section(struct reader *r, struct doc_node *parent, xmlNode *section)
{
	struct doc_node *node;

	if (odf_is_hidden(section))
		return 0;
	if (odf_is_piece(section))
		return read_blocks(r, parent, section);
	node = document_add(r->a, parent, DOC_SECTION);
	if (node == NULL)
		return KL_E_NOMEM;
	node->id = arena_strdup(r->a, odf_attr(section, "text:name"));
	refs_place(r, node->id, node);
	return pages_section(r, node, section);
}

static bool
is_skipped(const xmlNode *n)
{
	static const char *const skipped[] = { "text:sequence-decls",
		"text:variable-decls", "text:user-field-decls",
		"text:soft-page-break", "text:table-of-content-source",
		"text:illustration-index-source", "text:table-index-source",
		"text:object-index-source", "text:user-index-source",
		"text:alphabetical-index-source", "text:bibliography-source",
		"text:bookmark-end", "svg:title", "svg:desc",
		"table:table-column", NULL };
	size_t i;

	for (i = 0; skipped[i] != NULL; i++)
		if (odf_is(n, skipped[i]))
			return true;
	return false;
}

/* Texts that were struck out are in the file, not in the document. */
static int
note_changes(struct reader *r, xmlNode *changes)
{
	if (odf_child(changes, "text:changed-region") != NULL)
		read_note(r,
		    KL_N_("Near “%s”: the document has tracked changes; it is "
			  "set as if they were accepted."),
		    NULL);
	return 0;
}

static bool
is_index(const xmlNode *n)
{
	static const char *const indexes[] = { "text:illustration-index",
		"text:table-index", "text:object-index", "text:user-index",
		"text:alphabetical-index", "text:bibliography", NULL };
	size_t i;

	for (i = 0; indexes[i] != NULL; i++)
		if (odf_is(n, indexes[i]))
			return true;
	return false;
}

static void
note_block(struct reader *r, const xmlNode *n)
{
	if (odf_is(n, "office:annotation"))
		read_note(
		    r, KL_N_("Near “%s”: a comment is not printed."), NULL);
	else
		read_note(r,
		    KL_N_("Near “%s”: the list %s is not made anew; it shows "
			  "what the file holds."),
		    (const char *)n->name);
}

static int
read_block(struct reader *r, struct doc_node *parent, xmlNode *n)
{
	if (n->type != XML_ELEMENT_NODE || is_skipped(n))
		return 0;
	if (odf_is(n, "text:p") || odf_is(n, "text:h"))
		return read_para(r, parent, n, false, NULL);
	if (odf_is(n, "text:list"))
		return lists_read(r, parent, n);
	if (odf_is(n, "table:table"))
		return tables_read(r, parent, n);
	if (odf_is(n, "text:section"))
		return read_section(r, parent, n);
	if (odf_is(n, "text:table-of-content"))
		return contents_read(r, parent, n);
	if (odf_is(n, "text:tracked-changes"))
		return note_changes(r, n);
	if (odf_is(n, "office:annotation") || is_index(n))
		note_block(r, n);
	if (odf_is(n, "office:annotation"))
		return 0;
	if (xmlStrEqual(n->ns->prefix, BAD_CAST "draw"))
		return read_frame(r, parent, n);
	return read_blocks(r, parent, n);
}

int
read_blocks(struct reader *r, struct doc_node *parent, xmlNode *from)
{
	xmlNode *n;
	int rc = 0;

	if (parent == NULL)
		return KL_E_NOMEM;
	if (++r->depth > MAX_DEPTH) {
		r->depth--;
		return 0;
	}
	for (n = from->children; n != NULL && rc == 0; n = n->next)
		rc = read_block(r, parent, n);
	r->depth--;
	return rc;
}

static const char *
property(struct reader *r, const char *name)
{
	const xmlNode *n = odf_child(odf_part(r->odf, "office:meta"), name);
	const char *text = xml_text(r->a, n);

	return text == NULL || *text == '\0' ? NULL : text;
}

static void
read_properties(struct reader *r)
{
	struct document *doc = r->doc;

	doc->title = property(r, "dc:title");
	doc->subject = property(r, "dc:subject");
	doc->author = property(r, "meta:initial-creator");
	if (doc->author == NULL)
		doc->author = property(r, "dc:creator");
	doc->created = property(r, "meta:creation-date");
	doc->language = property(r, "dc:language");
	if (doc->language != NULL && !document_is_language(doc->language))
		doc->language = NULL;
	if (doc->language == NULL && styles_para(r, NULL, false) != NULL)
		doc->language = styles_para(r, NULL, false)->text.language;
}

int
odf_to_document(struct odf *odf, struct arena *a, struct document **doc,
    note_list *notes, struct kl_error *err)
{
	struct reader r = { .odf = odf, .a = a, .notes = notes };
	int rc = KL_E_NOMEM;

	r.doc = document_new(a);
	if (r.doc == NULL || styles_init(&r) != 0 || refs_init(&r) != 0)
		goto out;
	footnotes_init(&r);
	r.outline = lists_outline(&r);
	read_properties(&r);
	rc = pages_read(&r);
	r.began = false;
	memset(&r.headings, 0, sizeof r.headings);
	if (rc == 0)
		rc = read_blocks(&r, r.doc->body, odf_body(odf));
	if (rc == 0)
		rc = contents_settle(&r);
	if (rc == 0)
		rc = refs_settle(&r);
	if (rc == 0 && (r.lost || arena_failed(a)))
		rc = KL_E_NOMEM;
out:
	styles_free(&r);
	refs_free(&r);
	if (rc != 0)
		return kl_error_nomem(err);
	*doc = r.doc;
	return 0;
}
