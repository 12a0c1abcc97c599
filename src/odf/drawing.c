/* SPDX-License-Identifier: EUPL-1.2
 *
 * Drawings into a template: a frame that asks for one becomes a group of shapes
 * and lines of text, which an office suite can edit and which are read back
 * (figure.c) for pages, HTML and text like any other drawing.  What is drawn is
 * not known here.
 */
#include "config.h"

#include <math.h>
#include <string.h>

#include "odf/fill.h"

#define BASELINE 0.95	 /* from a line's top, times the size: as figure.c */
#define LINE_FACTOR 1.2	 /* line height, times the size: as figure.c */
#define TEXT_WIDTH 20.0	 /* of a line's box; the text may go past it [pt] */
#define NUMBER_MAX 10000 /* points from the corner */

static double
within(double v)
{
	return isfinite(v) ? fmax(-NUMBER_MAX, fmin(v, NUMBER_MAX)) : 0;
}

/* A number with two decimals, the same in every locale. */
static void
put_number(struct buf *out, double v)
{
	long n = lround(within(v) * 100);

	buf_printf(
	    out, "%s%ld.%02ld", n < 0 ? "-" : "", labs(n) / 100, labs(n) % 100);
}

static int
set_length(struct filler *f, xmlNode *node, const char *name, double v)
{
	struct buf text;
	int rc;

	buf_init(&text, 40);
	put_number(&text, v);
	buf_puts(&text, "pt");
	rc = buf_failed(&text) || odf_set(node, name, text.data) != 0
		 ? kl_error_nomem(f->err)
		 : 0;
	buf_free(&text);
	return rc;
}

static xmlNode *
add_element(struct filler *f, xmlNode *parent, const char *name)
{
	xmlNode *node = odf_element(f->odf, name);

	if (node != NULL)
		xmlAddChild(parent, node);
	else
		kl_error_nomem(f->err);
	return node;
}

/* ---- looks ----------------------------------------------------------------
 */

/* One property of a style; NULL value: none. */
struct property {
	const char *name, *value;
};

/* An automatic style with these properties in ${element}; the same properties
 * give the same style.  NULL when memory is out. */
static const char *
style_for(struct filler *f, const char *family, const char *element,
    const struct property *p, size_t n)
{
	xmlNode *styles = odf_part(f->odf, "office:automatic-styles"), *s, *e;
	const char *name, *key = family;
	size_t i;

	for (i = 0; i < n && key != NULL; i++)
		if (p[i].value != NULL)
			key = arena_printf(
			    f->a, "%s|%s=%s", key, p[i].name, p[i].value);
	if (key == NULL || styles == NULL)
		return NULL;
	name = xmlHashLookup(f->looks, BAD_CAST key);
	if (name != NULL)
		return name;
	name = arena_printf(f->a, "Figur%d", xmlHashSize(f->looks) + 1);
	if (name == NULL ||
	    (s = add_element(f, styles, "style:style")) == NULL ||
	    (e = add_element(f, s, element)) == NULL ||
	    odf_set(s, "style:name", name) != 0 ||
	    odf_set(s, "style:family", family) != 0)
		return NULL;
	for (i = 0; i < n; i++)
		if (p[i].value != NULL &&
		    odf_set(e, p[i].name, p[i].value) != 0)
			return NULL;
	return xmlHashAddEntry(f->looks, BAD_CAST key, (void *)name) == 0
		   ? name
		   : NULL;
}

static const char *
colour_text(struct filler *f, doc_colour c)
{
	return c == DOC_NO_COLOUR
		   ? NULL
		   : arena_printf(f->a, "#%06x", (unsigned)c & 0xffffff);
}

static const char *
length_text(struct filler *f, double v)
{
	struct buf text;
	const char *copy;

	buf_init(&text, 40);
	put_number(&text, v);
	buf_puts(&text, "pt");
	copy = buf_failed(&text) ? NULL : arena_strdup(f->a, text.data);
	buf_free(&text);
	return copy;
}

/* The name of a kind of dashes, declared where styles are. */
static const char *
dash_name(struct filler *f, double dash)
{
	xmlNode *styles = odf_part(f->odf, "office:styles"), *n;
	const char *length = length_text(f, dash);
	const char *name;

	name = length == NULL ? NULL : arena_printf(f->a, "Streck %s", length);
	if (name == NULL)
		return NULL;
	for (n = odf_child(styles, "draw:stroke-dash"); n != NULL;
	     n = odf_next(n, "draw:stroke-dash"))
		if (strcmp(odf_attr(n, "draw:name"), name) == 0)
			return name;
	if (styles == NULL ||
	    (n = add_element(f, styles, "draw:stroke-dash")) == NULL ||
	    odf_set(n, "draw:name", name) != 0 ||
	    odf_set(n, "draw:style", "rect") != 0 ||
	    odf_set(n, "draw:dots1", "1") != 0 ||
	    odf_set(n, "draw:dots1-length", length) != 0 ||
	    odf_set(n, "draw:distance", length) != 0)
		return NULL;
	return name;
}

static const char *
paint_style(struct filler *f, const struct doc_shape *shape)
{
	bool stroke = shape->stroke != DOC_NO_COLOUR && shape->stroke_width > 0;
	bool fill = shape->fill != DOC_NO_COLOUR;
	const char *dash =
	    stroke && shape->dash > 0 ? dash_name(f, shape->dash) : NULL;
	const struct property p[] = { { "draw:fill", fill ? "solid" : "none" },
		{ "draw:fill-color",
		    fill ? colour_text(f, shape->fill) : NULL },
		{ "draw:stroke", !stroke	? "none"
				 : dash == NULL ? "solid"
						: "dash" },
		{ "draw:stroke-dash", dash },
		{ "svg:stroke-color",
		    stroke ? colour_text(f, shape->stroke) : NULL },
		{ "svg:stroke-width",
		    stroke ? length_text(f, shape->stroke_width) : NULL } };

	return style_for(
	    f, "graphic", "style:graphic-properties", p, sizeof p / sizeof *p);
}

static const char *
box_style(struct filler *f)
{
	static const struct property p[] = { { "draw:fill", "none" },
		{ "draw:stroke", "none" }, { "fo:padding-top", "0pt" },
		{ "fo:padding-bottom", "0pt" }, { "fo:padding-left", "0pt" },
		{ "fo:padding-right", "0pt" }, { "fo:wrap-option", "no-wrap" },
		{ "draw:textarea-vertical-align", "top" } };

	return style_for(
	    f, "graphic", "style:graphic-properties", p, sizeof p / sizeof *p);
}

static const char *
text_style(struct filler *f, const struct doc_text_style *style)
{
	const struct property p[] = { { "style:font-name", style->family },
		{ "fo:font-size", length_text(f, style->size) },
		{ "fo:font-weight", style->bold ? "bold" : "normal" },
		{ "fo:font-style", style->italic ? "italic" : "normal" },
		{ "fo:color", style->colour == DOC_NO_COLOUR
				  ? "#000000"
				  : colour_text(f, style->colour) } };

	return style_for(
	    f, "text", "style:text-properties", p, sizeof p / sizeof *p);
}

static const char *
line_style(struct filler *f, enum doc_align align)
{
	const struct property p[] = { { "fo:text-align",
					  align == DOC_CENTRE ? "center"
					  : align == DOC_END  ? "end"
							      : "start" },
		{ "fo:margin-top", "0pt" }, { "fo:margin-bottom", "0pt" },
		{ "fo:line-height", "100%" } };

	return style_for(f, "paragraph", "style:paragraph-properties", p,
	    sizeof p / sizeof *p);
}

/* ---- shapes ---------------------------------------------------------------
 */

/* The points' box: left, top, right, bottom. */
static void
bounds_of(const struct doc_shape *shape, double b[4])
{
	const struct doc_step *s = shape->steps;
	size_t i;
	int k, points;

	b[0] = b[1] = NUMBER_MAX;
	b[2] = b[3] = -NUMBER_MAX;
	for (i = 0; i < shape->nsteps; i++, s++) {
		points = s->kind == DOC_CURVE	? 3
			 : s->kind == DOC_CLOSE ? 0
						: 1;
		for (k = 0; k < points; k++) {
			b[0] = fmin(b[0], within(s->x[k]));
			b[1] = fmin(b[1], within(s->y[k]));
			b[2] = fmax(b[2], within(s->x[k]));
			b[3] = fmax(b[3], within(s->y[k]));
		}
	}
}

/* The outline in hundredths of a point from its box's corner. */
static void
put_steps(struct buf *out, const struct doc_shape *shape, const double b[4])
{
	const struct doc_step *s = shape->steps;
	size_t i;
	int k, points;

	for (i = 0; i < shape->nsteps; i++, s++) {
		buf_putc(out, "MLCZ"[s->kind]);
		points = s->kind == DOC_CURVE	? 3
			 : s->kind == DOC_CLOSE ? 0
						: 1;
		for (k = 0; k < points; k++)
			buf_printf(out, k == 0 ? "%ld %ld" : " %ld %ld",
			    lround((within(s->x[k]) - b[0]) * 100),
			    lround((within(s->y[k]) - b[1]) * 100));
	}
}

static int
set_box(struct filler *f, xmlNode *node, const double b[4])
{
	int rc = set_length(f, node, "svg:x", b[0]);

	if (rc == 0)
		rc = set_length(f, node, "svg:y", b[1]);
	if (rc == 0)
		rc = set_length(f, node, "svg:width", b[2] - b[0]);
	return rc == 0 ? set_length(f, node, "svg:height", b[3] - b[1]) : rc;
}

static int
add_outline(struct filler *f, xmlNode *group, const struct doc_shape *shape)
{
	const char *style = paint_style(f, shape);
	xmlNode *n = add_element(f, group, "draw:path");
	double b[4];
	struct buf d;
	int rc;

	if (n == NULL || style == NULL)
		return kl_error_nomem(f->err);
	bounds_of(shape, b);
	rc = set_box(f, n, b);
	buf_init(&d, 1 << 20);
	put_steps(&d, shape, b);
	if (rc == 0 && (buf_failed(&d) || odf_set(n, "svg:d", d.data) != 0 ||
			   odf_set(n, "draw:style-name", style) != 0 ||
			   odf_set(n, "svg:viewBox",
			       arena_printf(f->a, "0 0 %ld %ld",
				   lround((b[2] - b[0]) * 100),
				   lround((b[3] - b[1]) * 100))) != 0))
		rc = kl_error_nomem(f->err);
	buf_free(&d);
	return rc;
}

/* A line of text is a shape without paint, whose text may be wider than it. */
static int
add_words(struct filler *f, xmlNode *group, const struct doc_shape *shape)
{
	const char *box = box_style(f), *text = text_style(f, shape->style),
		   *line = line_style(f, shape->align);
	xmlNode *n = add_element(f, group, "draw:rect"), *p, *span;
	double size = shape->style->size, b[4];
	double left = shape->align == DOC_CENTRE ? TEXT_WIDTH / 2
		      : shape->align == DOC_END	 ? TEXT_WIDTH
						 : 0;

	if (n == NULL || box == NULL || text == NULL || line == NULL)
		return kl_error_nomem(f->err);
	b[0] = shape->x - left;
	b[1] = shape->y - size * BASELINE;
	b[2] = b[0] + TEXT_WIDTH;
	b[3] = b[1] + size * LINE_FACTOR;
	p = add_element(f, n, "text:p");
	span = p == NULL ? NULL : add_element(f, p, "text:span");
	if (span == NULL || set_box(f, n, b) != 0 ||
	    odf_set(n, "draw:style-name", box) != 0 ||
	    odf_set(p, "text:style-name", line) != 0 ||
	    odf_set(span, "text:style-name", text) != 0)
		return kl_error_nomem(f->err);
	xmlNodeAddContent(span, BAD_CAST shape->text);
	return span->children == NULL ? kl_error_nomem(f->err) : 0;
}

static int
add_shape(struct filler *f, xmlNode *group, const struct doc_shape *shape)
{
	bool seen = shape->fill != DOC_NO_COLOUR ||
		    (shape->stroke != DOC_NO_COLOUR && shape->stroke_width > 0);
	int rc = 0;

	if (shape->nsteps > 1 && seen)
		rc = add_outline(f, group, shape);
	if (rc == 0 && shape->text != NULL && *shape->text != '\0' &&
	    shape->style != NULL)
		rc = add_words(f, group, shape);
	return rc;
}

/* ---- the group ------------------------------------------------------------
 */

/* Title and description: what the template says, then what the drawing says. */
static int
add_alternative(
    struct filler *f, xmlNode *group, const char *template, const char *drawn)
{
	xmlNode *title = add_element(f, group, "svg:title");
	xmlNode *desc;
	const char *text;

	if (title == NULL)
		return KL_E_NOMEM;
	if (drawn != NULL && *drawn == '\0')
		return 0; /* decoration */
	text = template == NULL || *template == '\0' ? drawn
	       : drawn == NULL			     ? template
			       : arena_printf(f->a, "%s %s", template, drawn);
	desc = add_element(f, group, "svg:desc");
	if (desc == NULL || text == NULL)
		return kl_error_nomem(f->err);
	xmlNodeAddContent(desc, BAD_CAST text);
	return 0;
}

/* Read back, the drawing begins at its own corner; this keeps it there. */
static int
add_corners(struct filler *f, xmlNode *group, const struct doc_node *figure)
{
	const double b[4] = { 0, 0, figure->width, figure->height };
	xmlNode *n = add_element(f, group, "draw:rect");
	const char *style = box_style(f);

	if (n == NULL || style == NULL ||
	    odf_set(n, "draw:style-name", style) != 0)
		return kl_error_nomem(f->err);
	return set_box(f, n, b);
}

static int
add_group(struct filler *f, xmlNode *frame, const char *name,
    const struct doc_node *figure)
{
	xmlNode *group = odf_element(f->odf, "draw:g");
	const char *look = odf_attr(frame, "draw:style-name"), *words = NULL;
	xmlNode *desc = odf_child(frame, "svg:desc");
	xmlChar *content = desc == NULL ? NULL : xmlNodeGetContent(desc);
	size_t i;
	int rc;

	if (group == NULL)
		return kl_error_nomem(f->err);
	odf_insert_before(frame, group);
	if (content != NULL)
		words = arena_strdup(f->a, (const char *)content);
	xmlFree(content);
	rc = odf_set(group, "text:anchor-type", "as-char") != 0 ||
		     odf_set(group, "draw:name", name) != 0 ||
		     (look != NULL &&
			 odf_set(group, "draw:style-name", look) != 0)
		 ? kl_error_nomem(f->err)
		 : add_alternative(f, group, words, figure->alt);
	if (rc == 0)
		rc = add_corners(f, group, figure);
	for (i = 0; i < figure->nshapes && rc == 0; i++)
		rc = add_shape(f, group, &figure->shapes[i]);
	return rc;
}

int
fill_drawing(struct filler *f, xmlNode *frame, const char *name)
{
	struct doc_node figure = { .kind = DOC_FIGURE };
	const char *plain = arena_strndup(f->a, name, strcspn(name, "#"));
	int rc = 0;

	if (plain == NULL)
		return kl_error_nomem(f->err);
	odf_length(odf_attr(frame, "svg:width"), &figure.width);
	odf_length(odf_attr(frame, "svg:height"), &figure.height);
	if (f->options != NULL && f->options->draw != NULL)
		rc = f->options->draw(f->options->draw_ctx, plain,
		    f->nodes[f->depth - 1], f->a, &figure, f->err);
	if (rc == 0 && figure.nshapes > 0)
		rc = add_group(f, frame, plain, &figure);
	odf_drop(frame);
	return rc;
}
