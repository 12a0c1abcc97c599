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

/* Text under a drawing begins on a line of its own. */
static void
end_above(struct run *run)
{
	struct doc_node *node;

	if (!run->above)
		return;
	run->above = false;
	node = document_add(run->r->a, run->parent, DOC_BREAK);
	if (node != NULL)
		node->style = run->style;
}

int
inline_flush(struct run *run)
{
	const char *text;

	if (buf_failed(&run->text))
		return KL_E_NOMEM;
	if (run->text.len == 0)
		return 0;
	end_above(run);
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
	if (kind != DOC_BOOKMARK && kind != DOC_IMAGE && kind != DOC_FIGURE)
		end_above(run);
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

/* False for what stands in the line as a character does. */
static bool
floats(const xmlNode *drawing)
{
	const char *anchor = odf_attr(drawing, "text:anchor-type");

	return anchor != NULL && strcmp(anchor, "as-char") != 0;
}

/* The size that a frame asks for, which may be a part of the column. */
static void
read_size(const struct reader *r, const xmlNode *frame, struct doc_node *node)
{
	double ratio = node->width > 0 ? node->height / node->width : 1, part;
	double width = 0, height = 0;
	const char *high = odf_attr(frame, "style:rel-height");

	odf_length(odf_attr(frame, "svg:width"), &width);
	odf_length(odf_attr(frame, "svg:height"), &height);
	if (width > 0 && height > 0)
		ratio = height / width;
	if (odf_percent(odf_attr(frame, "style:rel-width"), &part) &&
	    part > 0 && r->width > 0)
		width = part * r->width;
	if (width <= 0)
		width = height > 0 ? height / ratio : node->width;
	if (height <= 0 || (high != NULL && strcmp(high, "scale") == 0))
		height = width * ratio;
	node->width = width;
	node->height = height;
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
	node->alt = figure_alternative(run->r->a, frame);
	node->source = arena_strdup(run->r->a, odf_attr(frame, "draw:name"));
	if (odf_image_size(image->bytes, image->n, &pw, &ph)) {
		node->width = pw * 0.75;
		node->height = ph * 0.75;
	}
	read_size(run->r, frame, node);
	return 0;
}

/* A box of text: a block that waits until the paragraph is over. */
static int
read_box(struct run *run, xmlNode *frame)
{
	xmlNode **slot = vec_push(run->r->a, &run->later);

	if (slot == NULL)
		return KL_E_NOMEM;
	*slot = frame;
	if (floats(frame) || run->parent->first != NULL || run->text.len > 0)
		read_note(run->r,
		    KL_N_("Near “%s”: a text box is set after its "
			  "paragraph."),
		    NULL);
	return 0;
}

/* A frame shows the first of its contents that we can show. */
static int
read_frame(struct run *run, xmlNode *frame)
{
	const struct odf_image *image;
	xmlNode *n;

	for (n = frame->children; n != NULL; n = n->next) {
		if (odf_is(n, "draw:image")) {
			image = odf_find_image(
			    run->r->odf, odf_attr(n, "xlink:href"));
			if (image != NULL)
				return read_picture(run, frame, image);
		}
		if (odf_is(n, "draw:text-box"))
			return read_box(run, frame);
	}
	return 0;
}

/* The pictures in a group: outlines cannot hold them, they follow. */
static int
read_inner_pictures(struct run *run, xmlNode *group)
{
	xmlNode *n;
	int rc = 0;

	for (n = odf_walk(group, group); n != NULL && rc == 0;
	     n = odf_walk(n, group)) {
		if (!odf_is(n, "draw:frame") ||
		    odf_child(n, "draw:image") == NULL)
			continue;
		read_note(run->r,
		    KL_N_("Near “%s”: a picture in a drawing is set after it."),
		    NULL);
		rc = read_frame(run, n);
	}
	return rc;
}

/* Any other drawing: a figure. */
static int
read_shape(struct run *run, xmlNode *shape)
{
	struct doc_node figure = { .kind = DOC_FIGURE }, *node;
	int rc = figure_read(run->r, &figure, shape);

	if (rc != 0)
		return rc;
	if (figure.nshapes > 0) {
		if ((node = inline_node(run, DOC_FIGURE)) == NULL)
			return KL_E_NOMEM;
		node->shapes = figure.shapes;
		node->nshapes = figure.nshapes;
		node->width = figure.width;
		node->height = figure.height;
		node->alt = figure.alt;
		node->source = figure.source;
	}
	return read_inner_pictures(run, shape);
}

static int
read_drawing(struct run *run, xmlNode *n)
{
	return odf_is(n, "draw:frame") ? read_frame(run, n)
				       : read_shape(run, n);
}

/* A drawing that is not part of the line: above the text of its paragraph if it
 * is anchored at its beginning, else below. */
static int
read_float(struct run *run, xmlNode *n)
{
	const char *side =
	    styles_property(run->r, odf_attr(n, "draw:style-name"), "graphic",
		"style:graphic-properties", "style:horizontal-pos");
	xmlNode **slot;
	int rc;

	if (odf_child(n, "draw:text-box") != NULL)
		return read_frame(run, n);
	read_note(run->r,
	    KL_N_("Near “%s”: a picture or drawing is set in its paragraph, "
		  "not where it was placed on the page."),
	    NULL);
	if (side != NULL)
		run->side = strcmp(side, "center") == 0	 ? DOC_CENTRE
			    : strcmp(side, "right") == 0 ? DOC_END
							 : DOC_START;
	if (run->text.len > 0 || (run->parent->first != NULL && !run->above)) {
		slot = vec_push(run->r->a, &run->below);
		if (slot == NULL)
			return KL_E_NOMEM;
		*slot = n;
		return 0;
	}
	rc = read_drawing(run, n);
	run->above = true;
	run->space = true;
	return rc;
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
	if (odf_is(n, "draw:a"))
		return read_link(run, n);
	if (xmlStrEqual(n->ns->prefix, BAD_CAST "draw"))
		return floats(n) ? read_float(run, n) : read_drawing(run, n);
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

/* A box with a border or background is a table of one cell, which is how the
 * tree says so; another is just its blocks. */
static int
read_text_box(struct reader *r, struct doc_node *parent, xmlNode *frame,
    const struct doc_para_style *around)
{
	struct doc_box box = { .background = DOC_NO_COLOUR };
	double outer = r->width, width = outer, *column;
	struct doc_node *table, *cell;
	int side, rc;
	bool drawn;

	styles_frame(r, odf_attr(frame, "draw:style-name"), &box);
	drawn = box.background != DOC_NO_COLOUR;
	for (side = 0; side < 4; side++)
		drawn |= box.border[side].width > 0;
	odf_length(odf_attr(frame, "svg:width"), &width);
	if (width > outer || width <= 0)
		width = outer;
	if (!drawn)
		return read_blocks(
		    r, parent, odf_child(frame, "draw:text-box"));
	table = document_add(r->a, parent, DOC_TABLE);
	cell = document_add(r->a, document_add(r->a, table, DOC_ROW), DOC_CELL);
	column = arena_alloc(r->a, sizeof *column);
	if (cell == NULL || column == NULL)
		return KL_E_NOMEM;
	*column = width;
	table->columns = column;
	table->ncolumns = 1;
	if (around != NULL) {
		table->margin_top = around->margin[DOC_TOP];
		table->margin_bottom = around->margin[DOC_BOTTOM];
	}
	cell->box = box;
	r->width = width - box.padding[DOC_LEFT] - box.padding[DOC_RIGHT];
	rc = read_blocks(r, cell, odf_child(frame, "draw:text-box"));
	r->width = outer;
	return rc;
}

/* What waited for the end of the paragraph. */
static int
read_rest(struct run *run, struct doc_node *node)
{
	struct doc_node *parent = node->parent, *child;
	const struct doc_para_style *around = node->para;
	struct doc_para_style *style;
	bool text = false;
	size_t i;
	int rc = 0;

	for (i = 0; i < run->below.n && rc == 0; i++) {
		if (inline_node(run, DOC_BREAK) == NULL)
			return KL_E_NOMEM;
		rc = read_drawing(run, run->below.v[i]);
	}
	for (child = node->first; child != NULL; child = child->next)
		text |= child->kind != DOC_FIGURE && child->kind != DOC_IMAGE;
	if (rc == 0 && !text && run->side != DOC_START && node->para != NULL) {
		if ((style = arena_alloc(run->r->a, sizeof *style)) == NULL)
			return KL_E_NOMEM;
		*style = *node->para;
		style->align = run->side;
		node->para = style;
	}
	/* a paragraph that held but a box is the box */
	if (run->later.n > 0 && node->first == NULL &&
	    node->kind == DOC_PARAGRAPH && !node->para->page_break_before) {
		node->kind = DOC_SECTION;
		node->para = NULL;
		parent = node;
	}
	for (i = 0; i < run->later.n && rc == 0; i++)
		rc = read_text_box(run->r, parent, run->later.v[i], around);
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
	int rc;

	s = styles_property(r, odf_attr(para, "text:style-name"), "paragraph",
	    "style:text-properties", "fo:text-transform");
	if (s != NULL)
		run.transform = strcmp(s, "uppercase") == 0   ? 'u'
				: strcmp(s, "lowercase") == 0 ? 'l'
							      : 0;
	buf_init(&run.text, MAX_TEXT);
	rc = odf_is_inline(para) ? inline_children(&run, para)
				 : read_element(&run, para);
	/* A space at the end is the file's, not the text's. */
	if (rc == 0 && run.space && run.text.len > 0)
		run.text.data[--run.text.len] = '\0';
	if (rc == 0)
		rc = inline_flush(&run);
	if (rc == 0)
		rc = read_rest(&run, node);
	buf_free(&run.text);
	return rc;
}
