/* SPDX-License-Identifier: EUPL-1.2
 *
 * From document tree to pages: lines broken, tables ruled, running heads set.
 * The result is a list of pages with positioned pieces, each of which knows the
 * node that it came from (for tags).  It does not know PDF.
 */
#ifndef LAYOUT_LAYOUT_H
#define LAYOUT_LAYOUT_H

#include <stdint.h>

#include "base/note.h"
#include "document/document.h"
#include <kansli/error.h>

/* The fonts of a process: family and style to file, and glyph widths. */
struct fonts;

/* fonts_open(fonts, err): find the installed fonts (fontconfig).  One handle
 * serves a process; not for several threads at once. */
int fonts_open(struct fonts **fonts, struct kl_error *err);
void fonts_close(struct fonts *fonts);

/* One face: a font file that a family and style resolved to. */
struct font_face {
	const char *path;   /* TrueType file */
	int file_index;	    /* face in a collection, mostly 0 */
	const char *family; /* as asked for */
	const char *found;  /* the family that the file holds */
	bool bold, italic;
	double ascent, descent; /* of 1 pt; descent positive, the gap between
				   lines counted to the ascent */
	int index;		/* small number, unique in its fonts handle */
};

/* fonts_face(fonts, family, bold, italic): the face, with a metric-compatible
 * or general fallback; never NULL after a successful fonts_open. */
const struct font_face *fonts_face(
    struct fonts *fonts, const char *family, bool bold, bool italic);

/* fonts_width(face, text, n): width of ${n} bytes of UTF-8 at 1 pt, kerned. */
double fonts_width(const struct font_face *face, const char *text, size_t n);

/* fonts_kern(face, left, right): what kerning adds between two code points,
 * 1/1000 em; a space is never kerned. */
int fonts_kern(const struct font_face *face, uint32_t left, uint32_t right);

/* A glyph in its place in a text. */
struct font_glyph {
	uint32_t cp;
	uint16_t id;  /* in the file, 0: none */
	int16_t kern; /* added before it, 1/1000 em */
};

/* fonts_shape(face, text, glyphs, room): the glyphs of a text, at most
 * ${room}, as fonts_width measures them; returns how many. */
size_t fonts_shape(const struct font_face *face, const char *text,
    struct font_glyph *glyphs, size_t room);

/* fonts_has(face, cp): true if the face has a glyph for the code point. */
bool fonts_has(const struct font_face *face, uint32_t cp);

/* fonts_glyph(face, cp): the number of the glyph in the file, 0 if none. */
unsigned fonts_glyph(const struct font_face *face, uint32_t cp);

/* fonts_advance(face, cp): width of one code point at 1 pt; 0 if none. */
double fonts_advance(const struct font_face *face, uint32_t cp);

/* fonts_fallback(fonts, face, cp): a face with a glyph for ${cp}, as like
 * ${face} as possible; NULL if no installed font has one. */
const struct font_face *fonts_fallback(
    struct fonts *fonts, const struct font_face *face, uint32_t cp);

/* fonts_used(fonts, i): the face opened as number ${i}, NULL beyond the last:
 * so that a document can name the font files that made it. */
const struct font_face *fonts_used(const struct fonts *fonts, size_t i);

enum piece_kind {
	PIECE_TEXT,
	PIECE_LINE,
	PIECE_FILL,
	PIECE_IMAGE,
	PIECE_FIGURE /* the outlines of a drawing; its text follows as pieces */
};

/* A mark on a page; y counts downwards from the top edge [pt]. */
struct piece {
	enum piece_kind kind;
	double x, y; /* text: start of the baseline; others: top left corner */
	double width, height; /* a line is a thin fill; text: without the spaces
				 at its end, height 0 */
	const char *text;     /* PIECE_TEXT: UTF-8 */
	double word_space;    /* added to each space, for justification [pt] */
	const struct font_face *face;
	double size;
	doc_colour colour;
	const struct doc_node *node; /* the text/image node, an item for its
					label; NULL: decoration */
	bool artifact; /* no part of the text: decoration, running heads, table
			  heads repeated on a later page */
	bool label;    /* the mark of a DOC_NOTE before its text, not in the
			  line that it belongs to */
	/* the DOC_LINK it stands in; of a mark, the DOC_NOTE that leads to the
	 * other mark; or NULL */
	const struct doc_node *link;
};

struct laid_page {
	VEC(struct piece) pieces; /* in reading order */
	size_t nheader; /* the first pieces belong to the running head ... */
	size_t nfooter; /* ... and the last to the running foot: artifacts */
	const struct doc_page *style; /* its size */
	size_t number;		      /* the number that it shows */
};

/* Where a node begins, for outline and links.  A DOC_NOTE begins at its mark in
 * the line, its first child where the text of the note does. */
struct laid_place {
	const struct doc_node *node;
	size_t page; /* from 0 */
	double y;    /* from the top [pt] */
};

struct laid_out {
	const struct document *document;
	VEC(struct laid_page) pages;
	VEC(struct laid_place) places; /* headings, bookmarks, named sections */
	const struct laid_place **by_id; /* those with an id, sorted */
	size_t nby_id;
	note_list notes; /* what could not be set, each once */
};

/* layout_find(out, id): where the node ${id} begins, or NULL. */
const struct laid_place *layout_find(
    const struct laid_out *out, const char *id);

/* What the head of a picture's file says. */
struct image_info {
	unsigned width, height; /* pixels */
	bool jpeg;		/* else PNG */
	bool grey;		/* JPEG: one component, else three */
};

/* image_check(bytes, n, info): NULL if the picture can be set, else why not: a
 * message key, the picture's name its only argument. */
const char *image_check(const void *bytes, size_t n, struct image_info *info);

/* What a process opens once for all its documents. */
struct layout_tools {
	struct fonts *fonts;
	struct hyphens *hyphens; /* layout/hyphen.h; NULL: none is divided */
};

/* layout_document(doc, tools, a, out, err): lay out ${doc} with pieces in
 * ${a}.  The document and the tools must outlive ${out}. */
int layout_document(const struct document *doc,
    const struct layout_tools *tools, struct arena *a, struct laid_out **out,
    struct kl_error *err);

#endif
