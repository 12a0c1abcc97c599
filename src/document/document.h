/* SPDX-License-Identifier: EUPL-1.2
 *
 * The document tree: what a filled template is after reading, and what PDF,
 * HTML and text are made from.  Styles are resolved (no names to look up), all
 * lengths are in points (1/72 inch), all texts UTF-8 in form NFC.
 * It knows neither OpenDocument nor what a meeting is.
 */
#ifndef DOCUMENT_DOCUMENT_H
#define DOCUMENT_DOCUMENT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

/* A colour 0xRRGGBB, or none (transparent, absent). */
typedef int32_t doc_colour;
#define DOC_NO_COLOUR ((doc_colour)-1)

struct doc_text_style {
	const char *family; /* font family, e.g. "Open Sans" */
	double size;	    /* [pt] */
	bool bold, italic, underline, strike;
	doc_colour colour;
	const char *language; /* BCP 47, or NULL: the document's */
	double rise;	      /* of the baseline [pt]: above 0 superscript */
};

enum doc_align { DOC_START, DOC_END, DOC_CENTRE, DOC_JUSTIFY };

struct doc_border {
	double width; /* [pt], 0: none */
	doc_colour colour;
};

/* Sides are always in the order top, right, bottom, left. */
enum doc_side { DOC_TOP, DOC_RIGHT, DOC_BOTTOM, DOC_LEFT };

struct doc_box {
	double padding[4]; /* [pt] */
	struct doc_border border[4];
	doc_colour background;
};

struct doc_tab {
	double position; /* [pt] from the paragraph's left edge */
	enum doc_align align;
	uint32_t leader; /* code point that fills the way there, or 0 */
	uint32_t sign;	 /* code point that stands at it, such as the decimal
			    comma, or 0; without one in the text it aligns */
};

struct doc_para_style {
	const char *name; /* the style's display name, for comparison */
	enum doc_align align;
	double margin[4];   /* [pt]; left and right may be negative (hanging) */
	double indent;	    /* first line [pt], may be negative */
	double line_height; /* fixed or least height [pt]; 0: from the font */
	bool line_least;    /* line_height is the least, not fixed */
	double line_factor; /* times the font's height; 0: none given */
	double line_space;  /* above each line [pt] */
	double tab_distance; /* of regular tab stops [pt]; 0: the engine's */
	bool contextual; /* no space to neighbours of the same style (name) */
	bool keep_with_next, keep_together, page_break_before;
	int orphans, widows; /* least lines; 0: no rule */
	bool hyphenate;	     /* words may be divided at a line's end */
	int hyphen_before, hyphen_after; /* least letters; 0: the engine's */
	int hyphen_ladder; /* most lines in a row that end so; 0: no rule */
	struct doc_box box;
	bool own_box; /* even where a neighbour has the same box */
	const struct doc_tab *tabs;
	size_t ntabs;
	struct doc_text_style text; /* of text without a span */
};

enum doc_kind {
	/* blocks */
	DOC_SECTION,   /* a named part; children: blocks */
	DOC_PARAGRAPH, /* children: inlines */
	DOC_HEADING,   /* level 1-10; children: inlines */
	DOC_LIST,      /* children: DOC_ITEM */
	DOC_ITEM,  /* children: blocks; label is the drawn number or bullet */
	DOC_TABLE, /* children: DOC_ROW */
	DOC_ROW,   /* children: DOC_CELL */
	DOC_CELL,  /* children: blocks */
	DOC_PAGE_BREAK,
	DOC_CONTENTS, /* list of contents; children: paragraphs, those with a
			 level are entries: a DOC_LINK to the heading and in it
			 a DOC_PAGE_REFERENCE; those without are its title */
	/* blocks or inlines */
	DOC_FIGURE, /* drawing; shapes, width, height, alt */
	/* inlines */
	DOC_TEXT,  /* text in text_style */
	DOC_BREAK, /* new line in the same paragraph */
	DOC_TAB,
	DOC_LINK,  /* href; children: inlines */
	DOC_IMAGE, /* PNG or JPEG bytes; alt */
	DOC_PAGE_NUMBER,
	DOC_PAGE_COUNT,
	DOC_PAGE_REFERENCE, /* the number of the page that href ("#id") is on */
	DOC_NOTE,    /* footnote; text: its mark, set in style in the line;
			children: blocks, before which the mark stands too */
	DOC_BOOKMARK /* a place that links may point to; id */
};

/* One shape of a drawing; coordinates [pt] from the drawing's top left corner,
 * y downwards.  Lines, polygons, rectangles and ellipses all become paths. */
enum doc_step_kind { DOC_MOVE, DOC_LINE, DOC_CURVE, DOC_CLOSE };

struct doc_step {
	enum doc_step_kind kind;
	double x[3], y[3]; /* DOC_CURVE: two control points and the end; others:
			      the first alone */
};

struct doc_shape {
	const struct doc_step *steps; /* of its outline, or NULL */
	size_t nsteps;
	doc_colour fill, stroke;
	double stroke_width; /* [pt] */
	double dash; /* dashes and the gaps between them [pt]; 0: none */
	/* text in the shape, set on one line; NULL: none */
	const char *text;
	const struct doc_text_style *style;
	double x, y; /* of the baseline's start, middle or end by align */
	enum doc_align align;
};

enum doc_follow { DOC_FOLLOW_TAB, DOC_FOLLOW_SPACE, DOC_FOLLOW_NOTHING };

enum doc_valign { DOC_UPPER, DOC_MIDDLE, DOC_LOWER };

struct doc_node {
	enum doc_kind kind;
	struct doc_node *parent, *first, *last, *next;
	int level;	/* of a heading, list, entry of contents: from 1 */
	const char *id; /* anchor (section, heading, bookmark), or NULL */
	const struct doc_para_style *para;  /* paragraph, heading */
	const struct doc_text_style *style; /* text, page number, tab */
	/* DOC_TEXT; DOC_ITEM: its label; DOC_PAGE_REFERENCE: what the place is
	 * called where there are no pages; DOC_NOTE: its mark; DOC_HEADING: its
	 * number, which is also the first of its children; or NULL */
	const char *text;
	const char
	    *href;   /* DOC_LINK, DOC_PAGE_REFERENCE: "#id" or an address */
	bool at_end; /* DOC_NOTE: at the end of the document, not of the page */
	/* lists */
	bool ordered;
	/* DOC_ITEM: where the label and the text begin [pt], from the column's
	 * left edge, not the outer item's; the left margins and indents of the
	 * paragraphs in an item are not added */
	double label_indent, text_indent;
	enum doc_follow label_follow; /* what comes after the label */
	double label_stop; /* a tab stop for the text after it [pt], or 0 */
	enum doc_align label_align; /* what of the label is at its indent */
	/* tables */
	const double *columns; /* DOC_TABLE: widths [pt] */
	size_t ncolumns;
	double margin_left, margin_top, margin_bottom; /* DOC_TABLE [pt] */
	bool collapse; /* DOC_TABLE: lines of neighbouring cells are one */
	bool keep_with_next; /* DOC_TABLE */
	int colspan,
	    rowspan; /* DOC_CELL, at least 1; covered cells are absent */
	bool header; /* DOC_ROW: repeated on each page; DOC_CELL: a head */
	bool
	    keep_together; /* DOC_ROW: does not break; DOC_TABLE: nor does it */
	struct doc_box box;	/* DOC_CELL, DOC_TABLE */
	enum doc_valign valign; /* DOC_CELL: where its content stands */
	double least_height;	/* DOC_ROW [pt]; 0: none */
	bool row_head;		/* DOC_CELL: head of its row */
	/* DOC_SECTION: set in that many columns, if more than 1 */
	int text_columns;
	double column_gap;	       /* [pt] */
	struct doc_border column_rule; /* between the columns */
	bool fill_columns; /* the first columns are filled, not all alike */
	bool column_break; /* DOC_PAGE_BREAK: of the column alone */
	/* a page of this style begins before the block, or NULL */
	const struct doc_page *new_page;
	/* DOC_FIGURE */
	const struct doc_shape *shapes;
	size_t nshapes;
	/* images */
	const void *bytes;
	size_t nbytes;
	double width, height; /* DOC_IMAGE, DOC_FIGURE [pt] */
	/* alternative text; "" for decoration; DOC_TABLE: "" if its cells are
	 * but an arrangement, as on a sheet of labels */
	const char *alt;
	const char *source; /* where in the template it stands, for messages */
};

/* The line between a page's text and its footnotes. */
struct doc_note_line {
	double before, after; /* space above and below it [pt] */
	double thickness;     /* [pt], 0: no line */
	double length;	      /* part of the text's width, 0 to 1 */
	doc_colour colour;
	enum doc_align align;
};

/* A page style: size, margins, running head and foot. */
struct doc_page {
	double width, height; /* [pt] */
	double margin[4];     /* from the edge to header/body/footer [pt] */
	double header_gap, footer_gap; /* between them and the body [pt] */
	double header_height, footer_height;   /* least heights [pt], or 0 */
	double header_side[4], footer_side[4]; /* margins of their own at the
						  left and the right [pt] */
	struct doc_node *header, *footer;      /* sections, or NULL */
	struct doc_node *first_header, *first_footer; /* on the first page of
							 this style, or NULL */
	struct doc_node *left_header, *left_footer;   /* on even numbers, or
							 NULL: as on odd ones */
	/* the style of the page that follows, or NULL: the same */
	const struct doc_page *following;
	const char *name; /* for comparison and messages */
	struct doc_note_line note_line;
	struct doc_box box; /* around head, text and foot, inside the margins */
	int number; /* the first page of this style is numbered so; 0: go on */
};

struct document {
	struct arena
	    *arena; /* owns everything below, borrowed from the maker */
	const char *title, *language, *author, *subject;
	const char *created;   /* ISO 8601 instant for the metadata, or NULL */
	struct doc_page page;  /* of the first page */
	struct doc_node *body; /* a DOC_SECTION */
};

/* document_new(a): an empty A4 document in ${a}; NULL when memory is out. */
struct document *document_new(struct arena *a);

/* document_add(a, parent, kind): append a child; NULL parent or failure gives
 * NULL, so a tree can be built without a check at each step. */
struct doc_node *document_add(
    struct arena *a, struct doc_node *parent, enum doc_kind kind);

/* document_text(a, parent, style, text): append a DOC_TEXT. */
struct doc_node *document_text(struct arena *a, struct doc_node *parent,
    const struct doc_text_style *style, const char *text);

/* document_is_frame(table): true if ${table} is no table to a reader but a
 * frame around text: one column without heads, or an arrangement. */
bool document_is_frame(const struct doc_node *table);

/* document_same_language(x, y): true if two BCP 47 tags name one language, or
 * either is NULL: "sv" and "sv-SE" do, "en-GB" and "en-US" do not. */
bool document_same_language(const char *x, const char *y);

/* document_is_language(tag): true for a well-formed tag that names a language;
 * not for "zxx", "none", "und". */
bool document_is_language(const char *tag);

/* document_is_country(code): true for a region of BCP 47: two letters or three
 * digits. */
bool document_is_country(const char *code);

/* document_about_width(style, s, n): about how wide ${n} bytes of text are
 * [pt], for lines of a drawing, which are short: fonts are not known here. */
double document_about_width(
    const struct doc_text_style *style, const char *s, size_t n);

/* document_figure_words(a, figure): the alternative text of a DOC_FIGURE, else
 * the words drawn in it, else NULL; "" for decoration. */
const char *document_figure_words(
    struct arena *a, const struct doc_node *figure);

#endif
