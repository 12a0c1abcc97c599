/* SPDX-License-Identifier: EUPL-1.2
 *
 * Inside the odf room: outlines in the making.  Whatever draws in OpenDocument
 * (points, SVG paths, enhanced paths, ellipses) becomes moves, lines and cubic
 * curves here.  Coordinates come from a file: each is clamped, and the number
 * of steps has a ceiling.
 */
#ifndef ODF_SKETCH_H
#define ODF_SKETCH_H

#include "odf/inner.h"

#define SKETCH_STEPS 100000 /* of all drawings of a document */
#define SKETCH_SHAPES 10000

/* x' = a x + c y + e, y' = b x + d y + f */
struct matrix {
	double a, b, c, d, e, f;
};

/* MATRIX_UNIT: changes nothing. */
#define MATRIX_UNIT ((struct matrix){ .a = 1, .d = 1 })

/* matrix_then(m, n): first ${m}, then ${n}. */
struct matrix matrix_then(struct matrix m, struct matrix n);

/* matrix_read(s): the value of draw:transform, applied from left to right;
 * what cannot be read changes nothing. */
struct matrix matrix_read(const char *s);

/* A rectangle; a view box has a width and height of 0 when it says nothing. */
struct extent {
	double x, y, width, height;
};

struct sketch {
	struct arena *a;
	struct matrix m; /* from the outline's coordinates to the drawing's */
	VEC(struct doc_step) steps; /* of the outline being made */
	VEC(struct doc_shape) shapes;
	double x, y, x0, y0; /* the pen, and where its subpath began */
	double left, top, right, bottom; /* bounds so far, of the drawing */
	bool bounded;			 /* they hold something */
	size_t *used;			 /* steps of the whole document */
	bool full; /* a ceiling was met: the rest is left out */
};

/* sketch_bound(s, x, y): the drawing reaches to that point (its own
 * coordinates). */
void sketch_bound(struct sketch *s, double x, double y);

void sketch_move(struct sketch *s, double x, double y);
void sketch_line(struct sketch *s, double x, double y);
/* sketch_curve(s, v): two control points and the end. */
void sketch_curve(struct sketch *s, const double v[6]);
void sketch_close(struct sketch *s);

/* sketch_arc(s, box, from, to, join): part of the ellipse in ${box}, from one
 * angle [radians, from the right, clockwise on paper] to another, which may be
 * smaller.  ${join}: a line leads there, else the pen moves. */
void sketch_arc(struct sketch *s, const struct extent *box, double from,
    double to, bool join);

/* sketch_quadratic(s, v): a quadratic curve: control point and end. */
void sketch_quadratic(struct sketch *s, const double v[4]);

/* sketch_rectangle(s, box, radius): with round corners unless ${radius} is 0.
 */
void sketch_rectangle(
    struct sketch *s, const struct extent *box, double radius);

/* sketch_points(s, points, closed): "x,y x,y ...". */
void sketch_points(struct sketch *s, const char *points, bool closed);

/* sketch_path(s, d): an SVG path (SVG 1.1, 8.3); reading stops at the first
 * error, as there. */
void sketch_path(struct sketch *s, const char *d);

/* sketch_fit(s, view, box): from now on coordinates are in ${view}, which fills
 * ${box}. */
void sketch_fit(
    struct sketch *s, const struct extent *view, const struct extent *box);

/* sketch_view(s, view): the four numbers of svg:viewBox. */
bool sketch_view(const char *s, struct extent *view);

/* sketch_take(s, shape): end the outline and begin the next; its steps become
 * ${shape}'s, which is appended unless it has neither steps nor text. */
void sketch_take(struct sketch *s, const struct doc_shape *shape);

/* ---- enhanced.c ---- */

/* enhanced_draw(s, geometry, box, look): the outlines of draw:custom-shape's
 * draw:enhanced-geometry in ${box}, painted as ${look}.  False if it cannot be
 * drawn; then nothing was. */
bool enhanced_draw(struct sketch *s, const xmlNode *geometry,
    const struct extent *box, const struct doc_shape *look);

#endif
