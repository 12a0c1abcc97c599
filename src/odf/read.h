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
	enum doc_follow follow;
	double label_stop; /* [pt] from the block's edge */
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
	int inside;	/* cells and running heads around us: no page begins */
	int depth;
};

/* ---- styles.c ---- */

/* styles_init(r): index the styles and fonts.  KL_E_NOMEM on failure. */
int styles_init(struct reader *r);
void styles_free(struct reader *r);

/* styles_find(r, name, family): the style, or NULL. */
xmlNode *styles_find(
    const struct reader *r, const char *name, const char *family);

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

/* ---- lists.c ---- */

/* lists_read(r, parent, list): the list ${list} as children of ${parent}. */
int lists_read(struct reader *r, struct doc_node *parent, xmlNode *list);

/* lists_outline(r): the numbering of headings, or NULL for none. */
struct list_style *lists_outline(struct reader *r);

/* lists_label(r, style, state, level): the label at ${level} (from 0) in the
 * present state. */
const char *lists_label(struct reader *r, const struct list_style *style,
    const struct list_state *state, int level);

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

/* ---- pages.c ---- */

/* pages_read(r): the page style with which the text begins, and those that
 * follow it. */
int pages_read(struct reader *r);

/* pages_begin(r, block): the page style that the paragraph or table ${block}
 * begins a page of, with the number it asks for; NULL when it asks for none,
 * begins the text, or stands where no page can begin. */
const struct doc_page *pages_begin(struct reader *r, const xmlNode *block);

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
