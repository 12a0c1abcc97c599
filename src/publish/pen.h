/* SPDX-License-Identifier: EUPL-1.2
 *
 * Inside publish: shapes for a drawing, one after the other.  A failure of
 * memory is the arena's and seen at the end.
 */
#ifndef PUBLISH_PEN_H
#define PUBLISH_PEN_H

#include "document/document.h"

struct pen {
	struct arena *a;
	VEC(struct doc_shape) shapes;
};

/* How an outline looks. */
struct ink {
	doc_colour fill, stroke;
	double width, dash; /* of the stroke [pt]; dash 0: a whole line */
};

struct area {
	double x, y, width, height;
};

/* pen_rectangle(p, area, ink) */
void pen_rectangle(
    struct pen *p, const struct area *area, const struct ink *ink);

/* pen_ellipse(p, area, ink) */
void pen_ellipse(struct pen *p, const struct area *area, const struct ink *ink);

/* pen_polygon(p, xy, n, close, ink): ${n} points x0, y0, x1, y1 ...; closed, or
 * an open line. */
void pen_polygon(struct pen *p, const double *xy, size_t n, bool close,
    const struct ink *ink);

/* pen_arrow(p, xy, n, ink): an open line that ends in a head. */
void pen_arrow(
    struct pen *p, const double *xy, size_t n, const struct ink *ink);

/* pen_hatch(p, area, gap, ink): slanting lines that fill ${area}. */
void pen_hatch(
    struct pen *p, const struct area *area, double gap, const struct ink *ink);

/* pen_words(p, x, y, align, style, text): a line of text on the baseline ${y}.
 * ${style} is kept by reference. */
void pen_words(struct pen *p, double x, double y, enum doc_align align,
    const struct doc_text_style *style, const char *text);

/* pen_lines(p, text, style, room, most, lines): ${text} broken between words to
 * fit ${room}, in at most ${most} lines; what is left is put on the last, cut
 * with a "…".  Returns how many. */
int pen_lines(struct pen *p, const char *text,
    const struct doc_text_style *style, double room, int most,
    const char **lines);

/* pen_done(p, figure): hand the shapes over.  KL_E_NOMEM when memory is out. */
int pen_done(struct pen *p, struct doc_node *figure);

#endif
