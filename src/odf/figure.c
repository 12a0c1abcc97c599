/* SPDX-License-Identifier: EUPL-1.2
 *
 * Drawings: shapes, groups and the text in them become one figure of outlines
 * and lines of text.  Where it stands on the page is not decided here, and what
 * cannot be drawn is said, with its place.
 */
#include "config.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "odf/read.h"
#include "odf/sketch.h"

#define MAX_DEPTH 32		     /* of groups in groups */
#define LINE_FACTOR 1.2		     /* line height, times the size */
#define BASELINE 0.95		     /* from a line's top, times the size */
#define PADDING_SIDE 7.09	     /* of text in a shape: 2.5 mm [pt] */
#define PADDING_TOP 3.54	     /* 1.25 mm [pt] */
#define LEAST_TEXT_WIDTH 10	     /* that lines are broken for [pt] */
#define MARKER_WIDTH 8.5	     /* of an arrow's head: 3 mm [pt] */
#define CONNECTOR_UNIT (72 / 2540.0) /* of a connector's path [pt] */
#define NEAR_POINT 3.0		     /* counts as the same point [pt] */
#define LINES_MAX 1000		     /* of text in one shape */

struct drawing {
	struct reader *r;
	struct sketch s;
	int depth;
};

/* A line of text in a shape. */
struct words {
	const char *text;
	const struct doc_text_style *style;
	enum doc_align align;
	double width;
};

typedef VEC(struct words) words_list;

static void draw_children(struct drawing *d, const xmlNode *from);

const char *
figure_alternative(struct arena *a, const xmlNode *frame)
{
	const xmlNode *title = odf_child(frame, "svg:title");
	const xmlNode *desc = odf_child(frame, "svg:desc");
	xmlChar *t = title == NULL ? NULL : xmlNodeGetContent(title);
	xmlChar *d = desc == NULL ? NULL : xmlNodeGetContent(desc);
	const char *alt = NULL;

	if (t != NULL && *t != '\0' && d != NULL && *d != '\0')
		alt = arena_printf(a, "%s. %s", (char *)t, (char *)d);
	else if (d != NULL && *d != '\0')
		alt = arena_strdup(a, (char *)d);
	else if (t != NULL || d != NULL)
		alt = arena_strdup(a, t == NULL ? "" : (char *)t);
	xmlFree(t);
	xmlFree(d);
	return alt;
}

/* ---- how it is painted ---- */

static const char *
look(const struct drawing *d, const xmlNode *n, const char *property)
{
	return styles_property(d->r, odf_attr(n, "draw:style-name"), "graphic",
	    "style:graphic-properties", property);
}

static bool
is(const char *s, const char *word)
{
	return s != NULL && strcmp(s, word) == 0;
}

/* A colour that lets the paper through. */
static doc_colour
paled(doc_colour colour, double opacity)
{
	doc_colour out = 0;
	int shift;

	if (opacity >= 1)
		return colour;
	if (opacity <= 0.01)
		return DOC_NO_COLOUR;
	for (shift = 0; shift < 24; shift += 8)
		out |= (doc_colour)(255 -
				    opacity * (255 - (colour >> shift & 255)))
		       << shift;
	return out;
}

/* The first colour of a gradient. */
static doc_colour
gradient_colour(const struct drawing *d, const char *name)
{
	const xmlNode *n =
	    odf_child(odf_part(d->r->odf, "office:styles"), "draw:gradient");

	for (; n != NULL && name != NULL; n = odf_next(n, "draw:gradient"))
		if (is(odf_attr(n, "draw:name"), name))
			return odf_colour(odf_attr(n, "draw:start-color"));
	return DOC_NO_COLOUR;
}

static doc_colour
fill_of(struct drawing *d, const xmlNode *n)
{
	const char *kind = look(d, n, "draw:fill");
	doc_colour colour = odf_colour(look(d, n, "draw:fill-color"));
	double opacity = 1;

	if (is(kind, "none") || (kind == NULL && colour == DOC_NO_COLOUR))
		return DOC_NO_COLOUR;
	if (kind != NULL && strcmp(kind, "solid") != 0) {
		read_note(d->r,
		    KL_N_("Near “%s”: a shaded or patterned fill is drawn in "
			  "one colour."),
		    NULL);
		if (strcmp(kind, "gradient") == 0 && colour == DOC_NO_COLOUR)
			colour = gradient_colour(
			    d, look(d, n, "draw:fill-gradient-name"));
	}
	odf_percent(look(d, n, "draw:opacity"), &opacity);
	return colour == DOC_NO_COLOUR ? colour : paled(colour, opacity);
}

/* How long the dashes called ${name} are: those that LibreOffice puts first,
 * with gaps alike. */
static double
dash_of(const struct drawing *d, const char *name, double width)
{
	const xmlNode *n =
	    odf_child(odf_part(d->r->odf, "office:styles"), "draw:stroke-dash");
	double length = 0, percent = 0;
	const char *text;

	for (; n != NULL; n = odf_next(n, "draw:stroke-dash")) {
		if (name == NULL || !is(odf_attr(n, "draw:name"), name))
			continue;
		text = odf_attr(n, "draw:dots1-length");
		if (text == NULL)
			text = odf_attr(n, "draw:distance");
		if (odf_percent(text, &percent))
			length = percent * width;
		else
			odf_length(text, &length);
		break;
	}
	return length > 0 ? fmin(length, 100) : 3 * width;
}

static struct doc_shape
paint_of(struct drawing *d, const xmlNode *n, bool closed)
{
	struct doc_shape shape = { .fill = DOC_NO_COLOUR };
	const char *stroke = look(d, n, "draw:stroke");

	if (closed)
		shape.fill = fill_of(d, n);
	shape.stroke = DOC_NO_COLOUR;
	if (is(stroke, "none"))
		return shape;
	shape.stroke = odf_colour(look(d, n, "svg:stroke-color"));
	if (shape.stroke == DOC_NO_COLOUR)
		shape.stroke = 0;
	odf_length(look(d, n, "svg:stroke-width"), &shape.stroke_width);
	/* no width is the thinnest line that can be seen */
	shape.stroke_width = fmax(0.25, fmin(shape.stroke_width, 100));
	if (is(stroke, "dash"))
		shape.dash = dash_of(
		    d, look(d, n, "draw:stroke-dash"), shape.stroke_width);
	return shape;
}

/* A head of an arrow at (x, y), coming from (fx, fy). */
static void
draw_head(struct drawing *d, const xmlNode *n, const struct doc_shape *paint,
    const char *width, double x, double y, double fx, double fy)
{
	double w = MARKER_WIDTH, length = hypot(x - fx, y - fy), ux, uy;
	struct matrix outer = d->s.m;
	struct doc_shape head = { .fill = paint->stroke,
		.stroke = DOC_NO_COLOUR };

	odf_length(look(d, n, width), &w);
	w = fmax(w, 2 * paint->stroke_width);
	if (length < 1e-6 || paint->stroke == DOC_NO_COLOUR)
		return;
	ux = (x - fx) / length;
	uy = (y - fy) / length;
	d->s.m = MATRIX_UNIT; /* the points are the drawing's already */
	sketch_move(&d->s, x, y);
	sketch_line(&d->s, x - 1.5 * w * ux - w / 2 * uy,
	    y - 1.5 * w * uy + w / 2 * ux);
	sketch_line(&d->s, x - 1.5 * w * ux + w / 2 * uy,
	    y - 1.5 * w * uy - w / 2 * ux);
	sketch_close(&d->s);
	sketch_take(&d->s, &head);
	d->s.m = outer;
}

/* The last point of a step, and the point before it on the way there. */
static int
last_point(const struct doc_step *step)
{
	return step->kind == DOC_CURVE ? 2 : 0;
}

static void
draw_heads(struct drawing *d, const xmlNode *n, const struct doc_shape *paint)
{
	const char *at_end = look(d, n, "draw:marker-end");
	const char *at_start = look(d, n, "draw:marker-start");
	const struct doc_shape *line = &d->s.shapes.v[d->s.shapes.n - 1];
	const struct doc_step *s = line->steps, *e = s + line->nsteps - 1;
	int k;

	if (line->nsteps < 2 || e->kind == DOC_CLOSE)
		return;
	k = last_point(e);
	if (at_end != NULL && *at_end != '\0')
		draw_head(d, n, paint, "draw:marker-end-width", e->x[k],
		    e->y[k], k == 2 ? e->x[1] : e[-1].x[last_point(&e[-1])],
		    k == 2 ? e->y[1] : e[-1].y[last_point(&e[-1])]);
	if (at_start != NULL && *at_start != '\0')
		draw_head(d, n, paint, "draw:marker-start-width", s->x[0],
		    s->y[0], s[1].x[0], s[1].y[0]);
}

/* End the outline that was drawn for ${n}. */
static void
paint(struct drawing *d, const xmlNode *n, bool closed)
{
	struct doc_shape shape = paint_of(d, n, closed);
	size_t before = d->s.shapes.n;

	sketch_take(&d->s, &shape);
	if (d->s.shapes.n > before && !closed)
		draw_heads(d, n, &shape);
}

/* ---- text ---- */

/* The text of a paragraph in a shape; what is drawn in it comes by itself. */
static void
gather(const xmlNode *para, struct buf *out)
{
	const xmlNode *n = odf_walk(para, para), *next;
	const char *s;

	for (; n != NULL; n = next) {
		next = odf_walk(n, para);
		if (n->type == XML_TEXT_NODE) {
			for (s = (const char *)n->content; *s != '\0'; s++)
				if (strchr(" \t\r\n", *s) == NULL)
					buf_putc(out, *s);
				else if (out->len > 0 &&
					 out->data[out->len - 1] != ' ')
					buf_putc(out, ' ');
		} else if (odf_is(n, "text:s") || odf_is(n, "text:tab")) {
			buf_putc(out, ' ');
		} else if (odf_is(n, "text:line-break")) {
			buf_putc(out, '\n');
		} else if (n->type == XML_ELEMENT_NODE && n->ns != NULL &&
			   (xmlStrEqual(n->ns->prefix, BAD_CAST "draw") ||
			       odf_is(n, "office:annotation"))) {
			next = odf_walk_past(n, para);
		}
	}
}

/* The look of a paragraph in a shape: its own, or its first passage's if all
 * its text is in passages. */
static const struct doc_text_style *
style_of(struct drawing *d, const struct doc_para_style *para, const xmlNode *p)
{
	const xmlNode *n, *span = NULL;

	for (n = p->children; n != NULL; n = n->next) {
		if (n->type == XML_TEXT_NODE && n->content != NULL &&
		    n->content[strspn((char *)n->content, " \t\r\n")] != '\0')
			return &para->text;
		if (span == NULL && odf_is(n, "text:span"))
			span = n;
	}
	return styles_text(
	    d->r, &para->text, odf_attr(span, "text:style-name"));
}

/* How many bytes of ${s} go on a line of ${room}; ${next} is where the next
 * begins. */
static size_t
fit(const struct doc_text_style *style, const char *s, double room,
    size_t *next)
{
	size_t n = 0, ok = 0, end = strcspn(s, "\n");

	while (n < end) {
		n += strcspn(s + n, " \n");
		if (n > end)
			n = end;
		if (ok > 0 && document_about_width(style, s, n) > room)
			break;
		ok = n;
		n += strspn(s + n, " ");
	}
	*next = ok + strspn(s + ok, " ");
	if (s[*next] == '\n')
		(*next)++;
	return ok;
}

static void
add_lines(struct drawing *d, words_list *lines, const struct words *like,
    const char *s, double room)
{
	struct words *line;
	size_t n, next;

	while (*s != '\0' && lines->n < LINES_MAX) {
		n = fit(like->style, s, room, &next);
		if ((line = vec_push(d->r->a, lines)) == NULL)
			return;
		*line = *like;
		line->text = arena_strndup(d->r->a, s, n);
		line->width = document_about_width(like->style, s, n);
		s += next;
	}
}

static enum doc_align
align_of(struct drawing *d, const xmlNode *n, const struct doc_para_style *para)
{
	const char *s = look(d, n, "draw:textarea-horizontal-align");

	if (para->align == DOC_CENTRE || para->align == DOC_END)
		return para->align;
	return is(s, "center")	? DOC_CENTRE
	       : is(s, "right") ? DOC_END
				: DOC_START;
}

/* The lines of all paragraphs in ${n}. */
static void
read_lines(struct drawing *d, const xmlNode *n, double room, words_list *lines)
{
	const xmlNode *p, *next;
	const char *name;
	const struct doc_para_style *para;
	struct words like = { 0 };
	struct buf text;

	for (p = odf_walk(n, n); p != NULL; p = next) {
		next = odf_walk(p, n);
		if (odf_is(p, "svg:title") || odf_is(p, "svg:desc"))
			next = odf_walk_past(p, n);
		if (!odf_is(p, "text:p") && !odf_is(p, "text:h"))
			continue;
		name = odf_attr(p, "text:style-name");
		if (name == NULL)
			name = odf_attr(n, "draw:text-style-name");
		para = styles_para(d->r, name, false);
		if (para == NULL)
			return;
		like.style = style_of(d, para, p);
		if (like.style == NULL)
			return;
		like.align = align_of(d, n, para);
		buf_init(&text, 1 << 20);
		gather(p, &text);
		add_lines(d, lines, &like, text.data, room);
		buf_free(&text);
	}
}

static void
put_line(struct drawing *d, const struct words *line, double x, double y)
{
	struct doc_shape shape = { .fill = DOC_NO_COLOUR,
		.stroke = DOC_NO_COLOUR,
		.text = utf8_nfc(d->r->a, line->text),
		.style = line->style,
		.align = line->align };
	double left = x - (line->align == DOC_END	  ? line->width
			      : line->align == DOC_CENTRE ? line->width / 2
							  : 0);
	struct matrix m = d->s.m;

	shape.x = m.a * x + m.c * y + m.e;
	shape.y = m.b * x + m.d * y + m.f;
	left += shape.x - x;
	d->s.m = MATRIX_UNIT;
	sketch_bound(&d->s, left, shape.y - line->style->size);
	sketch_bound(
	    &d->s, left + line->width, shape.y + line->style->size * 0.25);
	sketch_take(&d->s, &shape);
	d->s.m = m;
}

/* The text of ${n} in ${box}, upright. */
static void
draw_text(struct drawing *d, const xmlNode *n, const struct extent *box)
{
	const char *valign = look(d, n, "draw:textarea-vertical-align");
	double pad[2] = { PADDING_TOP, PADDING_SIDE }, height = 0, x, y, room;
	words_list lines = { 0 };
	size_t i;

	odf_length(look(d, n, "fo:padding-top"), &pad[0]);
	odf_length(look(d, n, "fo:padding-left"), &pad[1]);
	room = fmax(box->width - 2 * pad[1], LEAST_TEXT_WIDTH);
	if (is(look(d, n, "fo:wrap-option"), "no-wrap"))
		room = INFINITY;
	read_lines(d, n, room, &lines);
	if (lines.n > 0 && (fabs(d->s.m.b) > 0.01 || fabs(d->s.m.c) > 0.01))
		read_note(d->r,
		    KL_N_("Near “%s”: turned text in a drawing is set "
			  "upright."),
		    NULL);
	for (i = 0; i < lines.n; i++)
		height += lines.v[i].style->size * LINE_FACTOR;
	y = box->y + pad[0];
	if (is(valign, "middle"))
		y = box->y + (box->height - height) / 2;
	else if (is(valign, "bottom"))
		y = box->y + box->height - pad[0] - height;
	for (i = 0; i < lines.n; i++) {
		const struct words *line = &lines.v[i];

		x = box->x + pad[1];
		if (line->align == DOC_CENTRE)
			x = box->x + box->width / 2;
		else if (line->align == DOC_END)
			x = box->x + box->width - pad[1];
		if (line->text != NULL)
			put_line(d, line, x, y + line->style->size * BASELINE);
		y += line->style->size * LINE_FACTOR;
	}
}

/* ---- shapes ---- */

static struct extent
extent_of(const xmlNode *n)
{
	struct extent box = { 0 };

	odf_length(odf_attr(n, "svg:x"), &box.x);
	odf_length(odf_attr(n, "svg:y"), &box.y);
	odf_length(odf_attr(n, "svg:width"), &box.width);
	odf_length(odf_attr(n, "svg:height"), &box.height);
	box.width = fmax(box.width, 0);
	box.height = fmax(box.height, 0);
	return box;
}

static void
draw_rect(struct drawing *d, const xmlNode *n)
{
	struct extent box = extent_of(n);
	double radius = 0;

	odf_length(odf_attr(n, "draw:corner-radius"), &radius);
	odf_length(odf_attr(n, "svg:rx"), &radius);
	sketch_rectangle(&d->s, &box, radius);
	paint(d, n, true);
	draw_text(d, n, &box);
}

/* The box of a line between two points. */
static struct extent
ends_of(const xmlNode *n, double v[4])
{
	static const char *const names[] = { "svg:x1", "svg:y1", "svg:x2",
		"svg:y2" };
	int i;

	for (i = 0; i < 4; i++) {
		v[i] = 0;
		odf_length(odf_attr(n, names[i]), &v[i]);
	}
	return (struct extent){ fmin(v[0], v[2]), fmin(v[1], v[3]),
		fabs(v[2] - v[0]), fabs(v[3] - v[1]) };
}

static void
draw_line(struct drawing *d, const xmlNode *n)
{
	double v[4];
	struct extent box = ends_of(n, v);

	sketch_move(&d->s, v[0], v[1]);
	sketch_line(&d->s, v[2], v[3]);
	paint(d, n, false);
	draw_text(d, n, &box);
}

/* Office suites write a connector's path in hundredths of a millimetre, from
 * some origin: it is moved to where the connector begins, and must end where it
 * ends. */
static void
draw_connector(struct drawing *d, const xmlNode *n)
{
	const char *path = odf_attr(n, "svg:d");
	struct matrix outer = d->s.m;
	const double u = CONNECTOR_UNIT;
	struct sketch probe = {
		.a = d->r->a, .used = d->s.used, .m = { .a = u, .d = u }
	};
	double v[4], dx, dy;

	ends_of(n, v);
	if (path != NULL)
		sketch_path(&probe, path);
	if (probe.steps.n < 2) {
		draw_line(d, n);
		return;
	}
	dx = v[0] - probe.steps.v[0].x[0];
	dy = v[1] - probe.steps.v[0].y[0];
	if (hypot(probe.x * u + dx - v[2], probe.y * u + dy - v[3]) >
	    NEAR_POINT) {
		draw_line(d, n);
		return;
	}
	d->s.m = matrix_then(
	    (struct matrix){ .a = u, .d = u, .e = dx, .f = dy }, outer);
	sketch_path(&d->s, path);
	paint(d, n, false);
	d->s.m = outer;
	draw_text(d, n,
	    &(struct extent){ fmin(v[0], v[2]), fmin(v[1], v[3]),
		fabs(v[2] - v[0]), fabs(v[3] - v[1]) });
}

static void
draw_points(struct drawing *d, const xmlNode *n)
{
	struct extent box = extent_of(n), view = { 0, 0, 0, 0 };
	struct matrix outer = d->s.m;
	const char *path = odf_attr(n, "svg:d");
	bool closed = odf_is(n, "draw:polygon");

	if (sketch_view(odf_attr(n, "svg:viewBox"), &view))
		sketch_fit(&d->s, &view, &box);
	if (odf_is(n, "draw:path")) {
		sketch_path(&d->s, path == NULL ? "" : path);
		closed = path != NULL && strpbrk(path, "Zz") != NULL;
	} else {
		sketch_points(&d->s,
		    odf_attr(n, "draw:points") == NULL
			? ""
			: odf_attr(n, "draw:points"),
		    closed);
	}
	paint(d, n, closed);
	d->s.m = outer;
	draw_text(d, n, &box);
}

static void
draw_ellipse(struct drawing *d, const xmlNode *n)
{
	struct extent box = extent_of(n);
	const char *kind = odf_attr(n, "draw:kind");
	double cx, cy, rx, ry, from = 0, to = 360;

	if (odf_length(odf_attr(n, "svg:cx"), &cx) &&
	    odf_length(odf_attr(n, "svg:cy"), &cy) &&
	    (odf_length(odf_attr(n, "svg:r"), &rx) ||
		odf_length(odf_attr(n, "svg:rx"), &rx))) {
		ry = rx;
		odf_length(odf_attr(n, "svg:ry"), &ry);
		rx = fabs(rx);
		ry = fabs(ry);
		box = (struct extent){ cx - rx, cy - ry, 2 * rx, 2 * ry };
	}
	if (kind == NULL || strcmp(kind, "full") == 0) {
		sketch_arc(&d->s, &box, 0, 2 * M_PI, false);
		sketch_close(&d->s);
	} else {
		/* degrees, counter-clockwise on paper */
		odf_number(odf_attr(n, "draw:start-angle"), &from);
		odf_number(odf_attr(n, "draw:end-angle"), &to);
		if (to <= from)
			to += 360 * ceil((from - to) / 360 + 1e-9);
		sketch_arc(
		    &d->s, &box, -from * M_PI / 180, -to * M_PI / 180, false);
		if (strcmp(kind, "section") == 0)
			sketch_line(&d->s, box.x + box.width / 2,
			    box.y + box.height / 2);
		if (strcmp(kind, "arc") != 0)
			sketch_close(&d->s);
	}
	paint(d, n, !is(kind, "arc"));
	draw_text(d, n, &box);
}

static void
draw_regular(struct drawing *d, const xmlNode *n)
{
	struct extent box = extent_of(n);
	const char *s = odf_attr(n, "draw:corners");
	int i, corners = s == NULL ? 0 : atoi(s);
	double angle;

	if (corners < 3 || corners > 100) {
		draw_rect(d, n);
		return;
	}
	for (i = 0; i < corners; i++) {
		angle = 2 * M_PI * i / corners - M_PI / 2;
		(i == 0 ? sketch_move : sketch_line)(&d->s,
		    box.x + box.width / 2 * (1 + cos(angle)),
		    box.y + box.height / 2 * (1 + sin(angle)));
	}
	sketch_close(&d->s);
	paint(d, n, true);
	draw_text(d, n, &box);
}

static void
draw_custom(struct drawing *d, const xmlNode *n)
{
	struct extent box = extent_of(n);
	const xmlNode *geometry = odf_child(n, "draw:enhanced-geometry");
	struct doc_shape shape = paint_of(d, n, true);
	double radius;

	if (is(odf_attr(geometry, "draw:type"), "round-rectangle") &&
	    odf_number(odf_attr(geometry, "draw:modifiers"), &radius) != NULL) {
		/* its corners are round however long its sides are */
		sketch_rectangle(
		    &d->s, &box, radius / 21600 * fmin(box.width, box.height));
		sketch_take(&d->s, &shape);
	} else if (!enhanced_draw(&d->s, geometry, &box, &shape)) {
		read_note(d->r,
		    KL_N_("Near “%s”: of a shape only the box is drawn."),
		    NULL);
		sketch_rectangle(&d->s, &box, 0);
		sketch_take(&d->s, &shape);
	}
	draw_text(d, n, &box);
}

/* A frame in a drawing: the text of its box. */
static void
draw_frame(struct drawing *d, const xmlNode *n)
{
	struct extent box = extent_of(n);

	if (odf_child(n, "draw:text-box") == NULL)
		return; /* a picture follows the drawing */
	if (look(d, n, "draw:fill") != NULL ||
	    look(d, n, "draw:stroke") != NULL) {
		sketch_rectangle(&d->s, &box, 0);
		paint(d, n, true);
	}
	sketch_bound(&d->s, box.x, box.y);
	sketch_bound(&d->s, box.x + box.width, box.y + box.height);
	draw_text(d, n, &box);
}

static void
draw_group(struct drawing *d, const xmlNode *n)
{
	draw_children(d, n);
}

static void
draw_node(struct drawing *d, const xmlNode *n)
{
	static const struct {
		const char *name;
		void (*draw)(struct drawing *d, const xmlNode *n);
	} shapes[] = { { "draw:g", draw_group }, { "draw:a", draw_group },
		{ "draw:rect", draw_rect }, { "draw:line", draw_line },
		{ "draw:measure", draw_line }, { "draw:polyline", draw_points },
		{ "draw:polygon", draw_points }, { "draw:path", draw_points },
		{ "draw:circle", draw_ellipse },
		{ "draw:ellipse", draw_ellipse },
		{ "draw:connector", draw_connector },
		{ "draw:custom-shape", draw_custom },
		{ "draw:regular-polygon", draw_regular },
		{ "draw:caption", draw_rect }, { "draw:frame", draw_frame } };
	struct matrix outer = d->s.m;
	size_t i;

	if (odf_is(n, "draw:glue-point") || odf_is(n, "svg:title") ||
	    odf_is(n, "svg:desc"))
		return;
	for (i = 0; i < sizeof shapes / sizeof *shapes; i++)
		if (odf_is(n, shapes[i].name))
			break;
	if (i == sizeof shapes / sizeof *shapes || d->depth >= MAX_DEPTH) {
		read_note(d->r,
		    KL_N_("Near “%s”: a part of a drawing cannot be drawn."),
		    NULL);
		draw_text(d, n, &(struct extent){ 0 });
		return;
	}
	d->s.m = matrix_then(matrix_read(odf_attr(n, "draw:transform")), outer);
	d->depth++;
	shapes[i].draw(d, n);
	d->depth--;
	d->s.m = outer;
}

static void
draw_children(struct drawing *d, const xmlNode *from)
{
	const xmlNode *n;

	for (n = from->children; n != NULL && !d->s.full; n = n->next)
		if (n->type == XML_ELEMENT_NODE)
			draw_node(d, n);
}

/* Move everything so that the drawing begins at its top left corner. */
static void
settle(struct drawing *d, struct doc_node *figure)
{
	struct doc_step *step;
	struct doc_shape *shape;
	double pad = 0;
	size_t i, k;
	int p;

	for (i = 0; i < d->s.shapes.n; i++)
		if (d->s.shapes.v[i].stroke != DOC_NO_COLOUR)
			pad = fmax(pad, d->s.shapes.v[i].stroke_width / 2);
	for (i = 0; i < d->s.shapes.n; i++) {
		shape = &d->s.shapes.v[i];
		shape->x += pad - d->s.left;
		shape->y += pad - d->s.top;
		step = (struct doc_step *)shape->steps;
		for (k = 0; k < shape->nsteps; k++, step++)
			for (p = 0; p < 3; p++) {
				step->x[p] += pad - d->s.left;
				step->y[p] += pad - d->s.top;
			}
	}
	figure->shapes = d->s.shapes.v;
	figure->nshapes = d->s.shapes.n;
	figure->width = d->s.right - d->s.left + 2 * pad;
	figure->height = d->s.bottom - d->s.top + 2 * pad;
}

int
figure_read(struct reader *r, struct doc_node *figure, xmlNode *shape)
{
	struct drawing d = { .r = r,
		.s = { .a = r->a, .m = MATRIX_UNIT, .used = &r->steps } };

	draw_node(&d, shape);
	if (d.s.full)
		read_note(r,
		    KL_N_("Near “%s”: the drawing has too many points; the "
			  "rest is left out."),
		    NULL);
	settle(&d, figure);
	figure->alt = figure_alternative(r->a, shape);
	figure->source = arena_strdup(r->a, odf_attr(shape, "draw:name"));
	return arena_failed(r->a) ? KL_E_NOMEM : 0;
}
