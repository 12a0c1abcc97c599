/* SPDX-License-Identifier: EUPL-1.2
 *
 * From the OpenDocument tree to the document tree: what its files share.
 */
#ifndef ODF_READ_H
#define ODF_READ_H

#include <libxml/hash.h>

#include "odf/inner.h"

#define LIST_LEVELS 10

/* How one level of a list is numbered and indented. */
struct list_level {
	bool ordered;
	char format; /* 1 a A i I, or 0: no number */
	const char *prefix, *suffix, *bullet;
	int start, display;		  /* first number; levels shown */
	double label_indent, text_indent; /* [pt] from the block's edge */
	char follow;	 /* after the label: '\t', ' ' or 0 for nothing */
	double tab_stop; /* [pt] from the block's edge, 0: none */
	enum doc_align label_align;
};

struct list_style {
	struct list_level level[LIST_LEVELS];
};

/* The numbers reached on each level of a list. */
struct list_state {
	int count[LIST_LEVELS];
	const struct list_style *style; /* of level 1 */
};

/* How the notes of one class are numbered. */
struct note_numbers {
	char format;
	int first, next;
	bool by_chapter, by_page; /* begin anew there */
	bool dressed;		  /* something stands round the number */
	const char *style;	  /* of the mark in the text, or NULL */
};

/* What is known when all is read. */
enum ref_kind {
	REF_LINK,     /* where a link of the office suite leads */
	REF_NUMBER,   /* the number of the place */
	REF_CHAPTER,  /* that of the heading above it */
	REF_SEQUENCE, /* the number counted there */
	REF_PAGE      /* the words of the place, where there are no pages */
};

struct ref {
	enum ref_kind kind;
	struct doc_node *node; /* a link, or the text that shows it */
	const char *name;
	xmlNode *place; /* for notes */
};

/* A paragraph or heading of the body that was read. */
struct block {
	struct doc_node *node;
	xmlNode *xml;
};

/* A list of contents: its entries are read when the headings are known. */
struct contents {
	struct doc_node *node;
	xmlNode *xml;
	double width; /* of the text there [pt] */
	bool began;   /* whether text came before it */
};

struct reader {
	struct odf *odf;
	struct arena *a;
	struct document *doc;
	note_list *notes;
	xmlHashTable *styles;	    /* (name, family) -> style:style */
	xmlHashTable *fonts;	    /* font face -> its element */
	xmlHashTable *paras;	    /* (name, "list" or "") -> doc_para_style */
	xmlHashTable *texts;	    /* (base, name) -> doc_text_style */
	xmlHashTable *list_styles;  /* name -> list_style */
	xmlHashTable *list_states;  /* style or identity -> list_state */
	xmlHashTable *pages;	    /* master page -> doc_page */
	struct list_style *outline; /* the numbering of headings, or NULL */
	struct list_state headings;
	double width;	/* of the text where we are [pt] */
	xmlNode *place; /* the paragraph being read, for notes */
	bool began;	/* the first paragraph has been read */
	int columns;	/* sections in columns around us */
	int inside;	/* cells and running heads around us: no page begins */
	bool running;	/* in a head or foot of the page */
	bool in_note;
	struct note_numbers numbers[2]; /* footnotes, endnotes */
	int nnotes, nplaces;		/* for identities */
	xmlHashTable *places;	 /* name -> node that references lead to */
	xmlHashTable *sequences; /* name -> its count */
	VEC(struct ref) refs;
	VEC(struct block) blocks; /* paragraphs and headings, in order */
	VEC(struct contents) contents;
	int nlists, nnames; /* lists of contents, and their bookmarks */
	int depth;
	size_t steps; /* of all drawings so far */
	bool lost;    /* a page could not be read for want of memory */
};

/* ---- styles.c ---- */

/* styles_init(r): index the styles and fonts.  KL_E_NOMEM on failure. */
int styles_init(struct reader *r);
void styles_free(struct reader *r);

/* styles_find(r, name, family): the style, or NULL. */
xmlNode *styles_find(
    const struct reader *r, const char *name, const char *family);

/* styles_add(r, style): ${style} was added to the tree.  KL_E_NOMEM on failure.
 */
int styles_add(struct reader *r, xmlNode *style);

/* styles_property(r, name, family, element, attribute): the value of a property
 * as inherited by the style ${name}, or NULL. */
const char *styles_property(const struct reader *r, const char *name,
    const char *family, const char *element, const char *attribute);

/* styles_para(r, name, in_list): the resolved paragraph style; in a list the
 * item sets the indents.  NULL when memory is out. */
const struct doc_para_style *styles_para(
    struct reader *r, const char *name, bool in_list);

/* styles_text(r, base, name): ${base} changed by the text style ${name}. */
const struct doc_text_style *styles_text(
    struct reader *r, const struct doc_text_style *base, const char *name);

/* styles_box(props, box): padding, borders and background of a properties
 * element; what is not there is left as it is. */
void styles_box(const xmlNode *props, struct doc_box *box);

/* styles_frame(r, name, box): the same of the frame style ${name}, as
 * inherited. */
void styles_frame(struct reader *r, const char *name, struct doc_box *box);

/* ---- lists.c ---- */

/* lists_read(r, parent, list): the list ${list} as children of ${parent}. */
int lists_read(struct reader *r, struct doc_node *parent, xmlNode *list);

/* lists_outline(r): the numbering of headings, or NULL for none. */
struct list_style *lists_outline(struct reader *r);

/* lists_label(r, style, state, level): the label at ${level} (from 0) in the
 * present state. */
const char *lists_label(struct reader *r, const struct list_style *style,
    const struct list_state *state, int level);

/* lists_number(a, format, n): ${n} as 1, a, A, i or I. */
const char *lists_number(struct arena *a, char format, int n);

/* lists_step(style, state, level): count one on at ${level}. */
void lists_step(
    const struct list_style *style, struct list_state *state, int level);

/* ---- tables.c ---- */

/* tables_read(r, parent, table): the table as a child of ${parent}. */
int tables_read(struct reader *r, struct doc_node *parent, xmlNode *table);

/* ---- inlines.c ---- */

/* inlines_read(r, node, para, text): the content of the paragraph ${para} as
 * children of ${node}; blocks that float in it (text boxes) follow as children
 * of ${node}'s parent. */
int inlines_read(struct reader *r, struct doc_node *node, xmlNode *para,
    const struct doc_text_style *text);

/* ---- figure.c ---- */

/* figure_read(r, figure, shape): the drawing ${shape} (draw:g, draw:rect ...)
 * into the DOC_FIGURE ${figure}: shapes, size, alternative text.  It has no
 * shapes when there is nothing to draw. */
int figure_read(struct reader *r, struct doc_node *figure, xmlNode *shape);

/* figure_alternative(a, frame): title and description of a frame or shape; ""
 * when either is there but says nothing (decoration); NULL when there is none.
 */
const char *figure_alternative(struct arena *a, const xmlNode *frame);

/* ---- pages.c ---- */

/* pages_read(r): the page style with which the text begins, and those that
 * follow it. */
int pages_read(struct reader *r);

/* pages_begin(r, block): the page style that the paragraph or table ${block}
 * begins a page of, with the number it asks for; NULL when it asks for none,
 * begins the text, or stands where no page can begin. */
const struct doc_page *pages_begin(struct reader *r, const xmlNode *block);

/* ---- headings.c ---- */

/* headings_read(r, node, para, label): level and number of the heading ${para};
 * ${label} is what a list gave it, or NULL. */
int headings_read(struct reader *r, struct doc_node *node, const xmlNode *para,
    const char *label);

/* ---- footnotes.c ---- */

/* footnotes_init(r): how notes are numbered. */
void footnotes_init(struct reader *r);

/* footnotes_chapter(r): a chapter begins. */
void footnotes_chapter(struct reader *r);

/* ---- contents.c ---- */

/* contents_read(r, parent, n): the list of contents ${n} as a child of
 * ${parent}, still empty. */
int contents_read(struct reader *r, struct doc_node *parent, xmlNode *n);

/* contents_settle(r): the headings are read: make the lists. */
int contents_settle(struct reader *r);

/* ---- refs.c ---- */

/* refs_init(r): nothing is referred to.  KL_E_NOMEM on failure. */
int refs_init(struct reader *r);
void refs_free(struct reader *r);

/* refs_place(r, name, node): ${name} leads to ${node}. */
void refs_place(struct reader *r, const char *name, struct doc_node *node);

/* refs_later(r, kind, node, name): settle ${node} when all is read. */
int refs_later(struct reader *r, enum ref_kind kind, struct doc_node *node,
    const char *name);

/* refs_words(r, block): the words of a paragraph or heading, without its number
 * and notes; "" when memory is out. */
const char *refs_words(struct reader *r, const struct doc_node *block);

/* refs_settle(r): all is read.  What leads nowhere is noted. */
int refs_settle(struct reader *r);

/* pages_section(r, node, section): what is in ${section} as children of
 * ${node}, and the columns that its style asks for. */
int pages_section(struct reader *r, struct doc_node *node, xmlNode *section);

/* ---- to_document.c ---- */

/* read_blocks(r, parent, from): the blocks in ${from} as children of ${parent}.
 */
int read_blocks(struct reader *r, struct doc_node *parent, xmlNode *from);

/* read_para(r, parent, para, in_list, label): one paragraph or heading. */
int read_para(struct reader *r, struct doc_node *parent, xmlNode *para,
    bool in_list, const char *label);

/* read_note(r, key, name): remember what is not supported.  ${key} has two
 * arguments: text that stands where it is, and ${name} (may be NULL). */
void read_note(struct reader *r, const char *key, const char *name);

#endif
