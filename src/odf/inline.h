/* SPDX-License-Identifier: EUPL-1.2
 *
 * A line's content being read: what inlines.c, fields.c and footnotes.c share.
 */
#ifndef ODF_INLINE_H
#define ODF_INLINE_H

#include "odf/read.h"

struct run {
	struct reader *r;
	struct doc_node *parent;
	const struct doc_text_style *style;
	struct buf text; /* gathered in ${style}, not yet in the tree */
	bool space;	 /* the latest character was white space, or none was */
	int transform;	 /* 0, 'u' or 'l' */
	VEC(xmlNode *) later; /* boxes of text that follow the paragraph */
	VEC(xmlNode *) below; /* drawings that stand under its text */
	bool above;	     /* a drawing stands over the text that comes now */
	enum doc_align side; /* of the page, where drawings stand */
};

/* inline_text(run, s): append text; runs of white space are one space, and none
 * begins a line.  Failure shows when the run is flushed. */
void inline_text(struct run *run, const char *s);

/* inline_flush(run): what was gathered becomes a text of the tree. */
int inline_flush(struct run *run);

/* inline_node(run, kind): append an inline; it has the style of the text round
 * it. NULL when memory is out. */
struct doc_node *inline_node(struct run *run, enum doc_kind kind);

/* inline_children(run, from): read what stands in ${from}. */
int inline_children(struct run *run, const xmlNode *from);

/* ---- footnotes.c ---- */

/* footnotes_read(run, note): a text:note.  Where no note can stand (in a
 * running head, in another note) its text is set in brackets, and noted. */
int footnotes_read(struct run *run, xmlNode *note);

/* ---- fields.c ---- */

/* fields_read(run, n, rc): true if ${n} is a field or mark that is read here,
 * with the outcome in ${rc}; what cannot be shown as it should is noted. */
bool fields_read(struct run *run, xmlNode *n, int *rc);

#endif
