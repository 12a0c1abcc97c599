/* SPDX-License-Identifier: EUPL-1.2
 *
 * Inside the document room: a page of HTML in the making, and the short words
 * for libxml2's writer that its files share.
 */
#ifndef DOCUMENT_HTML_H
#define DOCUMENT_HTML_H

#include <libxml/hash.h>
#include <libxml/xmlwriter.h>

#include "document/document.h"

#define HTML_MAX_DEPTH 100

struct page {
	xmlTextWriter *w;
	const struct document *doc;
	struct arena *a;
	xmlHashTable *ids;    /* used so far */
	const char *language; /* of the text around */
	const char *heading;  /* words of the heading before */
	int nheads;	      /* headings of level 1 in the document */
	int level;	      /* of the heading before, as written; 0: none */
	const struct doc_node *caption;	    /* of the table that comes next */
	VEC(const struct doc_node *) notes; /* whose marks are written */
	bool contents;			    /* in a list of contents */
	bool deep;			    /* nested too deeply */
	bool failed;			    /* memory ran out */
};

/* html_id(p, id): the attribute id, without white space and used once. */
void html_id(struct page *p, const char *id);

/* html_clean_id(p, id): ${id} without white space, which an id cannot hold. */
char *html_clean_id(struct page *p, const char *id);

/* html_mark(p, note): the mark of a note, which leads to it. */
void html_mark(struct page *p, const struct doc_node *note);

/* html_notes(p): the notes whose marks are written. */
void html_notes(struct page *p);

/* html_contents(p, list, depth): a list of contents. */
void html_contents(struct page *p, const struct doc_node *list, int depth);

/* html_inlines(p, node, depth): the inlines in ${node}. */
void html_inlines(struct page *p, const struct doc_node *node, int depth);

/* html_is_empty(node, depth): true if there is nothing to read or see in
 * ${node}. */
bool html_is_empty(const struct doc_node *node, int depth);

/* html_block(p, node, depth), html_blocks(p, parent, depth): one block; all in
 * ${parent}. */
void html_block(struct page *p, const struct doc_node *node, int depth);
void html_blocks(struct page *p, const struct doc_node *parent, int depth);

/* html_content(p, parent, depth): the blocks of an item, cell or note; the
 * first paragraph needs no element if it is alone or a list comes next. */
void html_content(struct page *p, const struct doc_node *parent, int depth);

/* html_list(p, list, depth), html_table(p, table, depth): those two blocks. */
void html_list(struct page *p, const struct doc_node *list, int depth);
void html_table(struct page *p, const struct doc_node *table, int depth);

static inline void
start(struct page *p, const char *name)
{
	xmlTextWriterStartElement(p->w, BAD_CAST name);
}

static inline void
attribute(struct page *p, const char *name, const char *value)
{
	if (value != NULL)
		xmlTextWriterWriteAttribute(
		    p->w, BAD_CAST name, BAD_CAST value);
}

static inline void
number(struct page *p, const char *name, int value)
{
	xmlTextWriterWriteFormatAttribute(p->w, BAD_CAST name, "%d", value);
}

/* With an end tag even when empty: HTML knows no other form. */
static inline void
end(struct page *p)
{
	xmlTextWriterFullEndElement(p->w);
}

/* For elements that have none: br, img, meta. */
static inline void
end_void(struct page *p)
{
	xmlTextWriterEndElement(p->w);
}

static inline void
string(struct page *p, const char *text)
{
	xmlTextWriterWriteString(p->w, BAD_CAST text);
}

static inline void
newline(struct page *p)
{
	string(p, "\n");
}

#endif
