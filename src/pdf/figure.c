/* SPDX-License-Identifier: EUPL-1.2
 *
 * The outlines of a drawing as PDF paths (ISO 32000-1, 8.5).  Its text is not
 * here: layout makes pieces of text of it.
 */
#include "config.h"

#include <math.h>

#include "pdf/parts.h"
#include "pdf/put.h"

/* From the drawing's coordinates to the page's. */
struct frame {
	struct buf *out;
	double x, y, sx, sy; /* its top left corner, y upwards */
};

static void
put_point(const struct frame *f, double x, double y)
{
	put_number(f->out, f->x + x * f->sx);
	put_number(f->out, f->y - y * f->sy);
}

static void
put_steps(const struct frame *f, const struct doc_shape *shape)
{
	const struct doc_step *s = shape->steps;
	size_t i;
	int p;

	for (i = 0; i < shape->nsteps; i++, s++) {
		for (p = 0; s->kind == DOC_CURVE && p < 2; p++)
			put_point(f, s->x[p], s->y[p]);
		if (s->kind != DOC_CLOSE)
			put_point(f, s->x[s->kind == DOC_CURVE ? 2 : 0],
			    s->y[s->kind == DOC_CURVE ? 2 : 0]);
		buf_puts(f->out, s->kind == DOC_MOVE	? "m\n"
				 : s->kind == DOC_LINE	? "l\n"
				 : s->kind == DOC_CURVE ? "c\n"
							: "h\n");
	}
}

/* Dashes and gaps of that length from now on; 0: whole lines. */
static void
put_dash(const struct frame *f, double dash)
{
	buf_puts(f->out, "[");
	if (dash > 0)
		put_number(f->out, fmax(dash * f->sx, 0.1));
	buf_puts(f->out, "] 0 d\n");
}

static void
put_shape(const struct frame *f, const struct doc_shape *shape)
{
	bool fill = shape->fill != DOC_NO_COLOUR;
	bool stroke = shape->stroke != DOC_NO_COLOUR && shape->stroke_width > 0;

	/* a path begins with a move */
	if (shape->nsteps == 0 || shape->steps[0].kind != DOC_MOVE ||
	    (!fill && !stroke))
		return;
	if (fill)
		put_colour(f->out, shape->fill, "rg");
	if (stroke) {
		put_colour(f->out, shape->stroke, "RG");
		put_number(f->out, fmax(shape->stroke_width * f->sx, 0.1));
		buf_puts(f->out, "w\n");
		if (shape->dash > 0)
			put_dash(f, shape->dash);
	}
	put_steps(f, shape);
	buf_puts(f->out, fill && stroke ? "B*\n" : fill ? "f*\n" : "S\n");
	if (stroke && shape->dash > 0)
		put_dash(f, 0);
}

void
figure_put(struct buf *out, const struct doc_node *node, double x, double y,
    double width, double height)
{
	struct frame f = { .out = out,
		.x = x,
		.y = y,
		.sx = node->width > 0 ? width / node->width : 1,
		.sy = node->height > 0 ? height / node->height : 1 };
	size_t i;

	buf_puts(out, "q 1 j\n");
	for (i = 0; i < node->nshapes; i++)
		put_shape(&f, &node->shapes[i]);
	buf_puts(out, "Q\n");
}
