/* SPDX-License-Identifier: EUPL-1.2
 *
 * A drawing inside a page: SVG with real text, one picture with a name to those
 * who hear it.
 */
#include "config.h"

#include <math.h>
#include <stdlib.h>

#include "document/svg.h"
#include "document/writers.h"

#define PX_PER_PT (96.0 / 72)
#define DRAWING_LEAST 60.0 /* a side that makes a drawing of its own [pt] */
#define DRAWING_GAP 18.0   /* between two in a file [pt] */
#define DRAWINGS_MAX 1000

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

/* ---- a file of drawings ---------------------------------------------------
 */

struct drawings {
	const struct doc_node *v[DRAWINGS_MAX];
	size_t n;
	double width, height;
};

static const struct doc_node *
node_after(const struct doc_node *n, const struct doc_node *root)
{
	if (n->first != NULL)
		return n->first;
	while (n != root && n->next == NULL)
		n = n->parent;
	return n == root ? NULL : n->next;
}

static void
gather(const struct document *doc, struct drawings *d)
{
	const struct doc_node *n = doc->body;

	for (; n != NULL && d->n < DRAWINGS_MAX; n = node_after(n, doc->body)) {
		if (n->kind != DOC_FIGURE || n->width < DRAWING_LEAST ||
		    n->height < DRAWING_LEAST)
			continue;
		d->v[d->n++] = n;
		d->width = fmax(d->width, n->width);
		d->height += n->height + (d->n > 1 ? DRAWING_GAP : 0);
	}
}

/* The root holds the size; each drawing is moved to its place. */
static int
write_drawings(
    xmlTextWriter *w, const struct document *doc, const struct drawings *d)
{
	struct buf place;
	double y = 0;
	size_t i;
	int rc = 0;

	buf_init(&place, 200);
	xmlTextWriterStartElement(w, BAD_CAST "svg");
	attribute(w, "xmlns", "http://www.w3.org/2000/svg");
	buf_puts(&place, "0 0 ");
	put(&place, d->width * PX_PER_PT);
	buf_putc(&place, ' ');
	put(&place, d->height * PX_PER_PT);
	attribute(w, "viewBox", place.data);
	number(w, "width", d->width * PX_PER_PT);
	number(w, "height", d->height * PX_PER_PT);
	if (doc->title != NULL)
		xmlTextWriterWriteElement(
		    w, BAD_CAST "title", BAD_CAST doc->title);
	for (i = 0; i < d->n && rc == 0; i++) {
		buf_reset(&place);
		buf_puts(&place, "translate(0 ");
		put(&place, y * PX_PER_PT);
		buf_putc(&place, ')');
		xmlTextWriterStartElement(w, BAD_CAST "g");
		attribute(w, "transform", place.data);
		rc = svg_write(w, d->v[i], d->v[i]->alt);
		xmlTextWriterEndElement(w);
		y += d->v[i]->height + DRAWING_GAP;
	}
	xmlTextWriterFullEndElement(w);
	buf_free(&place);
	return rc;
}

int
document_drawings(
    const struct document *doc, struct buf *out, struct kl_error *err)
{
	struct drawings d = { .n = 0 };
	xmlBuffer *text;
	xmlTextWriter *w;
	int rc;

	gather(doc, &d);
	if (d.n == 0)
		return kl_error_set(err, KL_E_INPUT,
		    KL_N_("The document has no drawing, so it cannot be made "
			  "as SVG. Nothing was written."));
	text = xmlBufferCreate();
	w = text == NULL ? NULL : xmlNewTextWriterMemory(text, 0);
	if (w == NULL) {
		rc = KL_E_NOMEM;
		goto out;
	}
	xmlTextWriterStartDocument(w, NULL, "UTF-8", NULL);
	rc = d.n == 1 ? svg_write(w, d.v[0], d.v[0]->alt)
		      : write_drawings(w, doc, &d);
	if (rc == 0 &&
	    (xmlTextWriterEndDocument(w) < 0 || xmlTextWriterFlush(w) < 0))
		rc = KL_E_NOMEM;
	if (rc == 0)
		buf_put(
		    out, xmlBufferContent(text), (size_t)xmlBufferLength(text));
	if (rc == 0 && buf_failed(out))
		rc = KL_E_NOMEM;
out:
	if (w != NULL)
		xmlFreeTextWriter(w);
	if (text != NULL)
		xmlBufferFree(text);
	return rc == 0 ? 0 : kl_error_nomem(err);
}
