/* SPDX-License-Identifier: EUPL-1.2
 *
 * A drawing inside a page: SVG with real text, one picture with a name to those
 * who hear it.
 */
#include "config.h"

#include <math.h>
#include <stdlib.h>

#include "document/svg.h"

#define PX_PER_PT (96.0 / 72)

static void
attribute(xmlTextWriter *w, const char *name, const char *value)
{
	xmlTextWriterWriteAttribute(w, BAD_CAST name, BAD_CAST value);
}

/* A number with at most two decimals, the same in every locale. */
static void
put(struct buf *out, double v)
{
	long n;

	if (!isfinite(v))
		v = 0;
	n = lround(fmax(-1e6, fmin(v, 1e6)) * 100);
	if (n < 0)
		buf_putc(out, '-');
	n = labs(n);
	buf_printf(out, "%ld", n / 100);
	if (n % 100 != 0)
		buf_printf(out, n % 10 == 0 ? ".%01ld" : ".%02ld",
		    n % 10 == 0 ? n % 100 / 10 : n % 100);
}

static void
number(xmlTextWriter *w, const char *name, double v)
{
	struct buf text;

	buf_init(&text, 40);
	put(&text, v);
	attribute(w, name, text.data);
	buf_free(&text);
}

static void
colour(xmlTextWriter *w, const char *name, doc_colour c)
{
	if (c == DOC_NO_COLOUR)
		attribute(w, name, "none");
	else
		xmlTextWriterWriteFormatAttribute(
		    w, BAD_CAST name, "#%06x", (unsigned)c & 0xffffff);
}

static void
write_path(xmlTextWriter *w, const struct doc_shape *shape, struct buf *d)
{
	const struct doc_step *s = shape->steps;
	size_t i;
	int p, points;

	buf_reset(d);
	for (i = 0; i < shape->nsteps; i++, s++) {
		buf_putc(d, "MLCZ"[s->kind]);
		points = s->kind == DOC_CURVE	? 3
			 : s->kind == DOC_CLOSE ? 0
						: 1;
		for (p = 0; p < points; p++) {
			if (p > 0)
				buf_putc(d, ' ');
			put(d, s->x[p]);
			buf_putc(d, ' ');
			put(d, s->y[p]);
		}
	}
	xmlTextWriterStartElement(w, BAD_CAST "path");
	attribute(w, "d", d->data);
	colour(w, "fill", shape->fill);
	if (shape->fill != DOC_NO_COLOUR)
		attribute(w, "fill-rule", "evenodd");
	if (shape->stroke != DOC_NO_COLOUR && shape->stroke_width > 0) {
		colour(w, "stroke", shape->stroke);
		number(w, "stroke-width", shape->stroke_width);
		attribute(w, "stroke-linejoin", "round");
		if (shape->dash > 0)
			number(w, "stroke-dasharray", shape->dash);
	}
	xmlTextWriterEndElement(w);
}

static void
write_words(xmlTextWriter *w, const struct doc_shape *shape)
{
	const struct doc_text_style *style = shape->style;

	xmlTextWriterStartElement(w, BAD_CAST "text");
	number(w, "x", shape->x);
	number(w, "y", shape->y);
	if (shape->align == DOC_CENTRE || shape->align == DOC_END)
		attribute(w, "text-anchor",
		    shape->align == DOC_END ? "end" : "middle");
	if (style != NULL) {
		if (style->family != NULL)
			xmlTextWriterWriteFormatAttribute(w,
			    BAD_CAST "font-family", "%s, sans-serif",
			    style->family);
		number(w, "font-size", style->size);
		if (style->bold)
			attribute(w, "font-weight", "bold");
		if (style->italic)
			attribute(w, "font-style", "italic");
		colour(w, "fill",
		    style->colour == DOC_NO_COLOUR ? 0 : style->colour);
	}
	xmlTextWriterWriteString(w, BAD_CAST shape->text);
	xmlTextWriterFullEndElement(w);
}

int
svg_write(xmlTextWriter *w, const struct doc_node *figure, const char *words)
{
	struct buf d;
	size_t i;
	int rc;

	buf_init(&d, 16 << 20);
	put(&d, figure->width);
	buf_putc(&d, ' ');
	put(&d, figure->height);
	xmlTextWriterStartElement(w, BAD_CAST "svg");
	attribute(w, "xmlns", "http://www.w3.org/2000/svg");
	xmlTextWriterWriteFormatAttribute(
	    w, BAD_CAST "viewBox", "0 0 %s", d.data);
	number(w, "width", figure->width * PX_PER_PT);
	number(w, "height", figure->height * PX_PER_PT);
	if (words == NULL || *words == '\0') {
		attribute(w, "aria-hidden", "true");
	} else {
		attribute(w, "role", "img");
		attribute(w, "aria-label", words);
		xmlTextWriterWriteElement(w, BAD_CAST "title", BAD_CAST words);
	}
	for (i = 0; i < figure->nshapes; i++) {
		if (figure->shapes[i].nsteps > 0)
			write_path(w, &figure->shapes[i], &d);
		if (figure->shapes[i].text != NULL)
			write_words(w, &figure->shapes[i]);
	}
	xmlTextWriterFullEndElement(w);
	rc = buf_failed(&d) ? KL_E_NOMEM : 0;
	buf_free(&d);
	return rc;
}
