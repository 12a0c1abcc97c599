/* SPDX-License-Identifier: EUPL-1.2
 *
 * What stands in a line: text with OpenDocument's rules for white space, spans,
 * fields, links, pictures.  What cannot stand there (a text box) waits until
 * the paragraph is over; a text is never lost.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/utf8.h"
#include "odf/inline.h"

#define MAX_SPACES 1000
#define MAX_TEXT ((size_t)16 << 20)

/* ---- text ---- */

/* Form NFC costs; only combining marks and their like need it. */
static const char *
composed(struct arena *a, const char *s)
{
	const char *p = s;
	uint32_t cp;
	size_t n;

	while ((n = utf8_next(p, &cp)) > 0) {
		if (cp >= 0x300 && (cp < 0x2000 || cp > 0x20cf))
			return utf8_nfc(a, s);
		p += n;
	}
	return s;
}

int
inline_flush(struct run *run)
{
	const char *text;

	if (run->text.len == 0)
		return 0;
	if (buf_failed(&run->text))
		return KL_E_NOMEM;
	text = composed(run->r->a, run->text.data);
	if (text == NULL ||
	    document_text(run->r->a, run->parent, run->style, text) == NULL)
		return KL_E_NOMEM;
	buf_reset(&run->text);
	return 0;
}

static void
put_case(struct run *run, const char *s)
{
	utf8proc_int32_t c;
	uint32_t cp;
	char out[4];
	size_t n;

	n = utf8_next(s, &cp);
	(void)n;
	c = run->transform == 'u' ? utf8proc_toupper((utf8proc_int32_t)cp)
				  : utf8proc_tolower((utf8proc_int32_t)cp);
	buf_put(&run->text, out, utf8_put((uint32_t)c, out));
}

void
inline_text(struct run *run, const char *s)
{
	uint32_t cp;
	size_t n;

	while (*s != '\0') {
		if (strchr(" \t\r\n", *s) != NULL) {
			if (!run->space)
				buf_putc(&run->text, ' ');
			run->space = true;
			s++;
			continue;
		}
		run->space = false;
		if (run->transform != 0) {
			put_case(run, s);
			n = utf8_next(s, &cp);
		} else {
			n = strcspn(s, " \t\r\n");
			buf_put(&run->text, s, n);
		}
		s += n;
	}
}

/* Append text that keeps its spaces. */
static void
put_spaces(struct run *run, const xmlNode *n)
{
	const char *s = odf_attr(n, "text:c");
	int count = s == NULL ? 1 : atoi(s);

	if (count > MAX_SPACES)
		count = MAX_SPACES;
	while (count-- > 0)
		buf_putc(&run->text, ' ');
	run->space = false;
}

struct doc_node *
inline_node(struct run *run, enum doc_kind kind)
{
	struct doc_node *node;

	if (inline_flush(run) != 0)
		return NULL;
	node = document_add(run->r->a, run->parent, kind);
	if (node != NULL)
		node->style = run->style;
	run->space = kind == DOC_BREAK;
	return node;
}

/* ---- elements ---- */

static int
read_span(struct run *run, const xmlNode *span)
{
	const struct doc_text_style *outer = run->style, *inner;
	const char *name = odf_attr(span, "text:style-name"), *s;
	int transform = run->transform, rc;

	inner = styles_text(run->r, outer, name);
	if (inner == NULL)
		return KL_E_NOMEM;
	s = styles_property(
	    run->r, name, "text", "style:text-properties", "text:display");
	if (s != NULL && strcmp(s, "none") == 0)
		return 0;
	s = styles_property(
	    run->r, name, "text", "style:text-properties", "fo:text-transform");
	if (s != NULL)
		run->transform = strcmp(s, "uppercase") == 0   ? 'u'
				 : strcmp(s, "lowercase") == 0 ? 'l'
							       : 0;
	if (inner != outer && inline_flush(run) != 0)
		return KL_E_NOMEM;
	run->style = inner;
	rc = inline_children(run, span);
	if (rc == 0 && inner != outer)
		rc = inline_flush(run);
	run->style = outer;
	run->transform = transform;
	return rc;
}

static int
read_link(struct run *run, const xmlNode *a)
{
	struct doc_node *outer = run->parent, *link;
	const char *href = odf_attr(a, "xlink:href");
	int rc;

	if (href == NULL || strcmp(href, "#") == 0)
		return read_span(run, a);
	if (inline_flush(run) != 0)
		return KL_E_NOMEM;
	link = document_add(run->r->a, outer, DOC_LINK);
	if (link == NULL)
		return KL_E_NOMEM;
	link->href = arena_strdup(run->r->a, href);
	run->parent = link;
	rc = href[0] == '#' ? refs_later(run->r, REF_LINK, link, href) : 0;
	if (rc == 0)
		rc = read_span(run, a);
	if (rc == 0)
		rc = inline_flush(run);
	run->parent = outer;
	return rc;
}

/* The alternative text: title and description; "" when either is there but says
 * nothing (decoration); NULL when there is none. */
static const char *
alternative(struct arena *a, const xmlNode *frame)
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

static int
read_picture(
    struct run *run, const xmlNode *frame, const struct odf_image *image)
{
	struct doc_node *node = inline_node(run, DOC_IMAGE);
	unsigned pw, ph;

	if (node == NULL)
		return KL_E_NOMEM;
	node->bytes = arena_alloc(run->r->a, image->n);
	if (node->bytes == NULL)
		return KL_E_NOMEM;
	memcpy((void *)node->bytes, image->bytes, image->n);
	node->nbytes = image->n;
	node->alt = alternative(run->r->a, frame);
	node->source = arena_strdup(run->r->a, odf_attr(frame, "draw:name"));
	if (odf_image_size(image->bytes, image->n, &pw, &ph)) {
		node->width = pw * 0.75;
		node->height = ph * 0.75;
	}
	odf_length(odf_attr(frame, "svg:width"), &node->width);
	odf_length(odf_attr(frame, "svg:height"), &node->height);
	return 0;
}

/* A frame shows the first of its contents that we can show. */
static int
read_frame(struct run *run, xmlNode *frame)
{
	const struct odf_image *image;
	xmlNode *n, **slot;

	for (n = frame->children; n != NULL; n = n->next) {
		if (odf_is(n, "draw:image")) {
			image = odf_find_image(
			    run->r->odf, odf_attr(n, "xlink:href"));
			if (image != NULL)
				return read_picture(run, frame, image);
		}
		if (odf_is(n, "draw:text-box")) {
			read_note(run->r,
			    KL_N_("Near “%s”: a text box is set after its "
				  "paragraph."),
			    NULL);
			slot = vec_push(run->r->a, &run->later);
			if (slot == NULL)
				return KL_E_NOMEM;
			*slot = n;
			return 0;
		}
	}
	return 0;
}

/* Any other drawing: its text follows the paragraph. */
static int
read_shape(struct run *run, xmlNode *shape)
{
	xmlNode **slot;

	read_note(run->r,
	    KL_N_("Near “%s”: of a drawing only the text is kept."), NULL);
	slot = vec_push(run->r->a, &run->later);
	if (slot == NULL)
		return KL_E_NOMEM;
	*slot = shape;
	return 0;
}

/* A field that repeats a property of the document. */
static int
read_property(struct run *run, const xmlNode *n, const char *value)
{
	if (value == NULL)
		return inline_children(run, n);
	inline_text(run, value);
	return 0;
}

/* Another element: its text is kept. */
static int
read_unknown(struct run *run, const xmlNode *n)
{
	if (strncmp((const char *)n->name, "sender-", 7) != 0)
		read_note(run->r,
		    KL_N_("Near “%s”: the element %s is not known; its text is "
			  "kept."),
		    (const char *)n->name);
	return inline_children(run, n);
}

static int
read_element(struct run *run, xmlNode *n)
{
	int rc;

	if (odf_is(n, "text:span"))
		return read_span(run, n);
	if (odf_is(n, "text:a"))
		return read_link(run, n);
	if (odf_is(n, "text:s")) {
		put_spaces(run, n);
		return 0;
	}
	if (odf_is(n, "text:tab"))
		return inline_node(run, DOC_TAB) == NULL ? KL_E_NOMEM : 0;
	if (odf_is(n, "text:line-break"))
		return inline_node(run, DOC_BREAK) == NULL ? KL_E_NOMEM : 0;
	if (odf_is(n, "text:page-number"))
		return inline_node(run, DOC_PAGE_NUMBER) == NULL ? KL_E_NOMEM
								 : 0;
	if (odf_is(n, "text:page-count"))
		return inline_node(run, DOC_PAGE_COUNT) == NULL ? KL_E_NOMEM
								: 0;
	if (odf_is(n, "text:note"))
		return footnotes_read(run, n);
	if (odf_is(n, "text:title"))
		return read_property(run, n, run->r->doc->title);
	if (odf_is(n, "text:subject"))
		return read_property(run, n, run->r->doc->subject);
	if (odf_is(n, "draw:frame"))
		return read_frame(run, n);
	if (odf_is(n, "draw:a"))
		return inline_children(run, n);
	if (xmlStrEqual(n->ns->prefix, BAD_CAST "draw"))
		return read_shape(run, n);
	if (!fields_read(run, n, &rc))
		rc = read_unknown(run, n);
	return rc;
}

int
inline_children(struct run *run, const xmlNode *from)
{
	xmlNode *n;
	int rc = 0;

	for (n = from->children; n != NULL && rc == 0; n = n->next) {
		if (n->type == XML_TEXT_NODE)
			inline_text(run, (const char *)n->content);
		else if (n->type == XML_ELEMENT_NODE)
			rc = read_element(run, n);
	}
	return rc;
}

int
inlines_read(struct reader *r, struct doc_node *node, xmlNode *para,
    const struct doc_text_style *text)
{
	struct run run = {
		.r = r, .parent = node, .style = text, .space = true
	};
	const char *s;
	size_t i;
	int rc;

	s = styles_property(r, odf_attr(para, "text:style-name"), "paragraph",
	    "style:text-properties", "fo:text-transform");
	if (s != NULL)
		run.transform = strcmp(s, "uppercase") == 0   ? 'u'
				: strcmp(s, "lowercase") == 0 ? 'l'
							      : 0;
	buf_init(&run.text, MAX_TEXT);
	rc = odf_is(para, "draw:frame") ? read_frame(&run, para)
					: inline_children(&run, para);
	/* A space at the end is the file's, not the text's. */
	if (rc == 0 && run.space && run.text.len > 0)
		run.text.data[--run.text.len] = '\0';
	if (rc == 0)
		rc = inline_flush(&run);
	buf_free(&run.text);
	for (i = 0; i < run.later.n && rc == 0; i++)
		rc = read_blocks(r, node->parent, run.later.v[i]);
	return rc;
}
