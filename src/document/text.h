/* SPDX-License-Identifier: EUPL-1.2
 *
 * Inside the document room: lines of plain text in the making.
 */
#ifndef DOCUMENT_TEXT_H
#define DOCUMENT_TEXT_H

#include "base/buf.h"
#include "document/document.h"

#define GAP_LEAST 3.0 /* space that becomes an empty line [pt] */
#define UNBOUNDED 100000

/* Notes whose marks were set. */
struct met {
	VEC(const struct doc_node *) v;
};

/* Lines being made, at most ${width} wide. */
struct text {
	struct arena *a;
	text_list lines;
	size_t width;
	double after;  /* space below the last block [pt] */
	bool cell;     /* in a table: too long words are cut */
	bool contents; /* in a list of contents: no page numbers */
	bool deep;
	bool *lost;	 /* memory ran out, shared by all parts */
	struct met *met; /* notes so far, shared by all parts */
};

/* plain_line(t, line): append a finished line. */
void plain_line(struct text *t, const char *line);

/* plain_take(t, line): the same, and free the buffer. */
void plain_take(struct text *t, struct buf *line);

/* plain_open(t, space): an empty line before a block with that space above it
 * [pt], unless it stands close to the one above. */
void plain_open(struct text *t, double space);

/* plain_columns(s, n): the columns that ${n} bytes of text take. */
size_t plain_columns(const char *s, size_t n);

/* plain_put(t, label, indent, s, n): a line of ${n} bytes after ${indent}
 * spaces or, once, after the label; an empty label lets the line begin at the
 * edge. */
void plain_put(
    struct text *t, const char **label, size_t indent, const char *s, size_t n);

/* plain_wrap(t, label, indent, s): ${s}, which may hold line ends of its own,
 * in lines of the text's width. */
void plain_wrap(
    struct text *t, const char *label, size_t indent, const char *s);

/* plain_blocks(t, parent, depth): the blocks in ${parent}. */
void plain_blocks(struct text *t, const struct doc_node *parent, int depth);

/* plain_table(t, table, depth): a table in aligned columns or, if it is too
 * wide for that, its rows one after another as "Head: value". */
void plain_table(struct text *t, const struct doc_node *table, int depth);

#endif
