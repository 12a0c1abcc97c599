/* SPDX-License-Identifier: EUPL-1.2
 *
 * Lines, boxes, arrows and words of a drawing.
 */
#include "config.h"

#include <math.h>
#include <string.h>

#include "base/utf8.h"
#include "publish/pen.h"
#include <kansli/error.h>

#define ROUND 0.5523 /* of a quarter of a circle as a cubic curve */
#define HEAD 5.0     /* length of an arrow's head [pt] */
#define HATCH_MAX 400

static struct doc_step *
add_outline(struct pen *p, size_t n, const struct ink *ink)
{
	struct doc_step *steps = arena_alloc(p->a, n * sizeof *steps);
	struct doc_shape *s = vec_push(p->a, &p->shapes);

	if (s == NULL || steps == NULL)
		return NULL;
	s->steps = steps;
	s->nsteps = n;
	s->fill = ink->fill;
	s->stroke = ink->stroke;
	s->stroke_width = ink->width;
	s->dash = ink->dash;
	return steps;
}

void
pen_polygon(struct pen *p, const double *xy, size_t n, bool close,
    const struct ink *ink)
{
	struct doc_step *s = add_outline(p, n + close, ink);
	size_t i;

	for (i = 0; s != NULL && i < n; i++) {
		s[i].kind = i == 0 ? DOC_MOVE : DOC_LINE;
		s[i].x[0] = xy[2 * i];
		s[i].y[0] = xy[2 * i + 1];
	}
	if (s != NULL && close)
		s[n].kind = DOC_CLOSE;
}

void
pen_rectangle(struct pen *p, const struct area *r, const struct ink *ink)
{
	const double right = r->x + r->width, bottom = r->y + r->height;
	const double xy[] = { r->x, r->y, right, r->y, right, bottom, r->x,
		bottom };

	pen_polygon(p, xy, 4, true, ink);
}

void
pen_ellipse(struct pen *p, const struct area *r, const struct ink *ink)
{
	/* the four quarters, from the right, clockwise on paper */
	static const double cos4[] = { 1, 0, -1, 0 }, sin4[] = { 0, 1, 0, -1 };
	struct doc_step *s = add_outline(p, 6, ink);
	double rx = r->width / 2, ry = r->height / 2;
	double x = r->x + rx, y = r->y + ry;
	int i, k;

	if (s == NULL)
		return;
	s[0] = (struct doc_step){ DOC_MOVE, { x + rx }, { y } };
	for (i = 0; i < 4; i++) {
		k = (i + 1) % 4;
		s[i + 1].kind = DOC_CURVE;
		s[i + 1].x[0] = x + rx * (cos4[i] - ROUND * sin4[i]);
		s[i + 1].y[0] = y + ry * (sin4[i] + ROUND * cos4[i]);
		s[i + 1].x[1] = x + rx * (cos4[k] + ROUND * sin4[k]);
		s[i + 1].y[1] = y + ry * (sin4[k] - ROUND * cos4[k]);
		s[i + 1].x[2] = x + rx * cos4[k];
		s[i + 1].y[2] = y + ry * sin4[k];
	}
	s[5].kind = DOC_CLOSE;
}

void
pen_arrow(struct pen *p, const double *xy, size_t n, const struct ink *ink)
{
	const struct ink solid = { ink->stroke, DOC_NO_COLOUR, 0, 0 };
	double x = xy[2 * n - 2], y = xy[2 * n - 1];
	double dx = x - xy[2 * n - 4], dy = y - xy[2 * n - 3];
	double length = hypot(dx, dy);
	double head[6], body[16];

	if (n < 2 || n > 8 || !(length > 0))
		return;
	dx *= HEAD / length;
	dy *= HEAD / length;
	memcpy(body, xy, 2 * n * sizeof *xy);
	body[2 * n - 2] -= dx * 0.8;
	body[2 * n - 1] -= dy * 0.8;
	pen_polygon(p, body, n, false, ink);
	head[0] = x;
	head[1] = y;
	head[2] = x - dx - dy * 0.4;
	head[3] = y - dy + dx * 0.4;
	head[4] = x - dx + dy * 0.4;
	head[5] = y - dy - dx * 0.4;
	pen_polygon(p, head, 3, true, &solid);
}

void
pen_hatch(
    struct pen *p, const struct area *r, double gap, const struct ink *ink)
{
	double at, xy[4], right = r->x + r->width, low = r->y + r->height;
	int i;

	/* each line rises from the left or lower side to the upper or right */
	for (i = 1; i < HATCH_MAX && i * gap < r->width + r->height; i++) {
		at = i * gap;
		xy[0] = at < r->height ? r->x : r->x + at - r->height;
		xy[1] = at < r->height ? r->y + at : low;
		xy[2] = at < r->width ? r->x + at : right;
		xy[3] = at < r->width ? r->y : r->y + at - r->width;
		pen_polygon(p, xy, 2, false, ink);
	}
}

void
pen_words(struct pen *p, double x, double y, enum doc_align align,
    const struct doc_text_style *style, const char *text)
{
	struct doc_shape *s;

	if (text == NULL || *text == '\0' ||
	    (s = vec_push(p->a, &p->shapes)) == NULL)
		return;
	s->fill = s->stroke = DOC_NO_COLOUR;
	s->text = text;
	s->style = style;
	s->align = align;
	s->x = x;
	s->y = y;
}

/* The longest beginning of ${s}, in whole characters, that fits with a "…". */
static const char *
cut(struct pen *p, const char *s, const struct doc_text_style *style,
    double room)
{
	size_t n = 0, step;
	uint32_t cp;

	if (document_about_width(style, s, strlen(s)) <= room)
		return s;
	while (s[n] != '\0') {
		step = utf8_next(s + n, &cp);
		if (step == 0 || document_about_width(style, s, n + step) +
					 style->size * 0.8 >
				     room)
			break;
		n += step;
	}
	return arena_printf(p->a, "%.*s…", (int)n, s);
}

int
pen_lines(struct pen *p, const char *text, const struct doc_text_style *style,
    double room, int most, const char **lines)
{
	size_t n, fits;
	int count = 0;

	while (*text != '\0' && count < most) {
		for (n = fits = 0; text[n] != '\0';) {
			n += strspn(text + n, " ");
			n += strcspn(text + n, " ");
			if (fits > 0 &&
			    document_about_width(style, text, n) > room)
				break;
			fits = n;
		}
		if (count == most - 1)
			fits = strlen(text);
		lines[count] = arena_strndup(p->a, text, fits);
		if (lines[count] == NULL)
			return count;
		lines[count] = cut(p, lines[count], style, room);
		count++;
		text += fits;
		text += strspn(text, " ");
	}
	return count;
}

int
pen_done(struct pen *p, struct doc_node *figure)
{
	figure->shapes = p->shapes.v;
	figure->nshapes = p->shapes.n;
	return arena_failed(p->a) ? KL_E_NOMEM : 0;
}
