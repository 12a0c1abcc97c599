/* SPDX-License-Identifier: EUPL-1.2
 *
 * The document tree as HTML, through libxml2's writer, which escapes.  Meaning
 * is kept (headings, lists, table heads, links, alternative texts), the look of
 * paper is not: pages, tab stops and running heads have no place on a screen.
 */
#include "config.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <libxml/xmlwriter.h>

#include "base/utf8.h"
#include "document/writers.h"

#define MAX_DEPTH 100
#define PX_PER_PT (96.0 / 72)

static const char style_sheet[] =
    "\nbody{max-width:42rem;margin:2rem auto;padding:0 1rem;"
    "font:1.0625rem/1.6 'Open Sans',system-ui,sans-serif;color:#1a1a1a}\n"
    "h1,h2,h3,h4,h5,h6{line-height:1.25;margin:1.6em 0 .4em}\n"
    "table{border-collapse:collapse;width:100%;margin:1em 0}\n"
    "th,td{text-align:left;vertical-align:top;padding:.3em .8em .3em 0;"
    "border-bottom:1px solid #bbb}\n"
    "thead th{border-bottom:2px solid #333}\n"
    ".box{border:1px solid #036;padding:0 1em;margin:1em 0}\n"
    "ol.labels{list-style:none;padding-left:1.5em}\n"
    "img{max-width:100%;height:auto}\na{color:#036}\n";

struct page {
	xmlTextWriter *w;
	const struct document *doc;
	bool deep;
};

static void
start(struct page *p, const char *name)
{
	xmlTextWriterStartElement(p->w, BAD_CAST name);
}

static void
attribute(struct page *p, const char *name, const char *value)
{
	if (value != NULL)
		xmlTextWriterWriteAttribute(
		    p->w, BAD_CAST name, BAD_CAST value);
}

static void
number(struct page *p, const char *name, int value)
{
	xmlTextWriterWriteFormatAttribute(p->w, BAD_CAST name, "%d", value);
}

/* With an end tag even when empty: HTML knows no other form. */
static void
end(struct page *p)
{
	xmlTextWriterFullEndElement(p->w);
}

/* For elements that have none: br, img, meta. */
static void
end_void(struct page *p)
{
	xmlTextWriterEndElement(p->w);
}

static void
string(struct page *p, const char *text)
{
	xmlTextWriterWriteString(p->w, BAD_CAST text);
}

static void
newline(struct page *p)
{
	string(p, "\n");
}

/* An id without white space. */
static void
identify(struct page *p, const char *id)
{
	char clean[200];
	size_t i;

	if (id == NULL || *id == '\0')
		return;
	for (i = 0; id[i] != '\0' && i < sizeof clean - 1; i++)
		clean[i] = isspace((unsigned char)id[i]) ? '-' : id[i];
	clean[i] = '\0';
	if (id[i] == '\0')
		attribute(p, "id", clean);
}

/* A class from a style's name: "Ärende rubrik" is "arende-rubrik". */
static void
classify(struct page *p, const struct doc_para_style *style)
{
	static const char plain[] = "aaaaaaaceeeeiiiidnooooo-ouuuuypy";
	char slug[80];
	const char *s;
	size_t n = 0, k;
	uint32_t cp;

	if (style == NULL || style->name == NULL)
		return;
	for (s = style->name; (k = utf8_next(s, &cp)) > 0; s += k) {
		char c = '-';

		if (cp < 0x80 && isalnum((int)cp))
			c = (char)tolower((int)cp);
		else if (cp >= 0xc0 && cp <= 0xff)
			c = plain[(cp - 0xc0) & 31];
		if (n < sizeof slug - 1 &&
		    (c != '-' || (n > 0 && slug[n - 1] != '-')))
			slug[n++] = c;
	}
	while (n > 0 && slug[n - 1] == '-')
		n--;
	slug[n] = '\0';
	if (n > 0)
		attribute(p, "class", slug);
}

bool
document_follows(const char *href)
{
	static const char *const schemes[] = { "#", "https://", "http://",
		"mailto:", "tel:" };
	size_t i;

	for (i = 0; href != NULL && i < sizeof schemes / sizeof *schemes; i++)
		if (strncmp(href, schemes[i], strlen(schemes[i])) == 0)
			return true;
	return false;
}

/* ---- inlines ------------------------------------------------------------ */

static bool
is_strong(const struct doc_text_style *style)
{
	size_t n;

	if (style == NULL || style->bold)
		return style != NULL;
	n = style->family == NULL ? 0 : strlen(style->family);
	return n > 8 && strcasecmp(style->family + n - 8, "semibold") == 0;
}

/* Text without the control characters that XML forbids. */
static void
write_clean(struct page *p, const char *text)
{
	size_t n;

	while (*text != '\0') {
		for (n = 0; (unsigned char)text[n] >= 0x20 || text[n] == '\n';)
			n++;
		if (n > 0)
			xmlTextWriterWriteFormatString(
			    p->w, "%.*s", (int)n, text);
		text += n;
		if (*text != '\0') {
			string(p, *text == '\t' ? " " : "");
			text++;
		}
	}
}

static void
write_text(struct page *p, const struct doc_node *node,
    const struct doc_text_style *base)
{
	const struct doc_text_style *s = node->style;
	bool strong = s != NULL && is_strong(s) && !is_strong(base);
	bool italic = s != NULL && s->italic && (base == NULL || !base->italic);
	bool foreign = s != NULL && s->language != NULL &&
		       (p->doc->language == NULL ||
			   strcmp(s->language, p->doc->language) != 0);

	if (foreign) {
		start(p, "span");
		attribute(p, "lang", s->language);
	}
	if (strong)
		start(p, "strong");
	if (italic)
		start(p, "em");
	write_clean(p, node->text == NULL ? "" : node->text);
	if (italic)
		end(p);
	if (strong)
		end(p);
	if (foreign)
		end(p);
}

static void
write_image(struct page *p, const struct doc_node *node)
{
	const unsigned char *bytes = node->bytes;
	const char *kind = "image/png";

	if (bytes == NULL || node->nbytes < 8)
		return;
	if (bytes[0] == 0xff)
		kind = "image/jpeg";
	start(p, "img");
	attribute(p, "alt", node->alt == NULL ? "" : node->alt);
	if (node->width > 0 && node->height > 0) {
		number(p, "width", (int)(node->width * PX_PER_PT + 0.5));
		number(p, "height", (int)(node->height * PX_PER_PT + 0.5));
	}
	xmlTextWriterStartAttribute(p->w, BAD_CAST "src");
	xmlTextWriterWriteFormatString(p->w, "data:%s;base64,", kind);
	xmlTextWriterWriteBase64(
	    p->w, (const char *)bytes, 0, (int)node->nbytes);
	xmlTextWriterEndAttribute(p->w);
	end_void(p);
}

static void
write_inlines(struct page *p, const struct doc_node *parent,
    const struct doc_text_style *base, int depth)
{
	const struct doc_node *node;
	bool link;

	if (depth > MAX_DEPTH) {
		p->deep = true;
		return;
	}
	for (node = parent->first; node != NULL; node = node->next) {
		switch (node->kind) {
		case DOC_TEXT:
			write_text(p, node, base);
			break;
		case DOC_TAB:
			string(p, " ");
			break;
		case DOC_BREAK:
			start(p, "br");
			end_void(p);
			break;
		case DOC_IMAGE:
			write_image(p, node);
			break;
		case DOC_BOOKMARK:
			start(p, "span");
			identify(p, node->id);
			end(p);
			break;
		case DOC_PAGE_NUMBER:
		case DOC_PAGE_COUNT:
			break;
		default:
			link = node->kind == DOC_LINK &&
			       document_follows(node->href);
			if (link) {
				start(p, "a");
				attribute(p, "href", node->href);
			}
			write_inlines(p, node, base, depth + 1);
			if (link)
				end(p);
			break;
		}
	}
}

/* ---- blocks ------------------------------------------------------------- */

static void write_blocks(
    struct page *p, const struct doc_node *parent, int depth);
static void write_block(struct page *p, const struct doc_node *node, int depth);

static const struct doc_text_style *
base_of(const struct doc_node *node)
{
	return node->para == NULL ? NULL : &node->para->text;
}

static void
write_paragraph(struct page *p, const struct doc_node *node, int depth)
{
	static const char *const heads[] = { "h1", "h2", "h3", "h4", "h5",
		"h6" };
	int level = node->level < 1 ? 1 : node->level > 6 ? 6 : node->level;

	if (node->first == NULL)
		return; /* an empty line on paper */
	start(p, node->kind == DOC_HEADING ? heads[level - 1] : "p");
	identify(p, node->id);
	classify(p, node->para);
	write_inlines(p, node, base_of(node), depth);
	end(p);
	newline(p);
}

/* The content of an item or a cell: its first paragraph needs no element. */
static void
write_content(struct page *p, const struct doc_node *parent, int depth)
{
	const struct doc_node *node = parent->first;

	if (depth > MAX_DEPTH) {
		p->deep = true;
		return;
	}
	if (node != NULL && node->kind == DOC_PARAGRAPH && node->id == NULL &&
	    (node->next == NULL || node->next->kind == DOC_LIST)) {
		write_inlines(p, node, base_of(node), depth);
		node = node->next;
	}
	if (node != NULL)
		newline(p);
	for (; node != NULL; node = node->next)
		write_block(p, node, depth + 1);
}

/* The number in a label like "12.", or -1. */
static long
label_number(const char *label)
{
	char *rest;
	long n;

	if (label == NULL || !isdigit((unsigned char)*label) ||
	    strlen(label) > 6)
		return -1;
	n = strtol(label, &rest, 10);
	return strcmp(rest, ".") == 0 ? n : -1;
}

static bool
is_numbered(const struct doc_node *list)
{
	const struct doc_node *item;

	for (item = list->first; item != NULL; item = item->next)
		if (item->kind == DOC_ITEM && label_number(item->text) < 0)
			return false;
	return true;
}

static void
write_list(struct page *p, const struct doc_node *list, int depth)
{
	const struct doc_node *item;
	bool labels = list->ordered && !is_numbered(list);
	long expected = 1, n;

	start(p, list->ordered ? "ol" : "ul");
	if (labels)
		attribute(p, "class", "labels");
	newline(p);
	for (item = list->first; item != NULL; item = item->next) {
		if (item->kind != DOC_ITEM)
			continue;
		start(p, "li");
		identify(p, item->id);
		n = label_number(item->text);
		if (list->ordered && !labels && n != expected)
			number(p, "value", (int)n);
		expected = n + 1;
		if (labels && item->text != NULL && *item->text != '\0') {
			start(p, "span");
			attribute(p, "class", "label");
			string(p, item->text);
			end(p);
			string(p, " ");
		}
		write_content(p, item, depth + 1);
		end(p);
		newline(p);
	}
	end(p);
	newline(p);
}

static void
write_cell(
    struct page *p, const struct doc_node *cell, bool head_row, int depth)
{
	bool head = head_row || cell->header;

	start(p, head ? "th" : "td");
	if (head)
		attribute(p, "scope", head_row ? "col" : "row");
	if (cell->colspan > 1)
		number(p, "colspan", cell->colspan);
	if (cell->rowspan > 1)
		number(p, "rowspan", cell->rowspan);
	write_content(p, cell, depth + 1);
	end(p);
}

static void
write_row(struct page *p, const struct doc_node *row, int depth)
{
	const struct doc_node *cell;

	start(p, "tr");
	for (cell = row->first; cell != NULL; cell = cell->next)
		if (cell->kind == DOC_CELL)
			write_cell(p, cell, row->header, depth);
	end(p);
	newline(p);
}

/* One column without heads is a frame around text. */
static bool
is_frame(const struct doc_node *table)
{
	const struct doc_node *row;

	for (row = table->first; row != NULL; row = row->next)
		if (row->header ||
		    (row->first != NULL &&
			(row->first->next != NULL || row->first->header)))
			return false;
	return true;
}

static void
write_frame(struct page *p, const struct doc_node *table, int depth)
{
	const struct doc_node *row;

	start(p, "div");
	identify(p, table->id);
	attribute(p, "class", "box");
	newline(p);
	for (row = table->first; row != NULL; row = row->next)
		if (row->first != NULL)
			write_blocks(p, row->first, depth + 1);
	end(p);
	newline(p);
}

static void
write_table(struct page *p, const struct doc_node *table, int depth)
{
	const struct doc_node *row = table->first;

	if (row == NULL)
		return;
	if (is_frame(table)) {
		write_frame(p, table, depth);
		return;
	}
	start(p, "table");
	identify(p, table->id);
	newline(p);
	if (row->header) {
		start(p, "thead");
		newline(p);
		for (; row != NULL && row->header; row = row->next)
			write_row(p, row, depth);
		end(p);
		newline(p);
	}
	start(p, "tbody");
	newline(p);
	for (; row != NULL; row = row->next)
		write_row(p, row, depth);
	end(p);
	newline(p);
	end(p);
	newline(p);
}

static void
write_block(struct page *p, const struct doc_node *node, int depth)
{
	switch (node->kind) {
	case DOC_PARAGRAPH:
	case DOC_HEADING:
		write_paragraph(p, node, depth);
		break;
	case DOC_LIST:
		write_list(p, node, depth);
		break;
	case DOC_TABLE:
		write_table(p, node, depth);
		break;
	case DOC_PAGE_BREAK:
		break;
	case DOC_SECTION:
		if (node->id != NULL) {
			start(p, "section");
			identify(p, node->id);
			newline(p);
		}
		write_blocks(p, node, depth + 1);
		if (node->id != NULL) {
			end(p);
			newline(p);
		}
		break;
	default:
		write_blocks(p, node, depth + 1);
		break;
	}
}

static void
write_blocks(struct page *p, const struct doc_node *parent, int depth)
{
	const struct doc_node *node;

	if (depth > MAX_DEPTH) {
		p->deep = true;
		return;
	}
	for (node = parent->first; node != NULL; node = node->next)
		write_block(p, node, depth);
}

static void
write_article(struct page *p)
{
	start(p, "article");
	attribute(
	    p, "lang", p->doc->language == NULL ? "sv" : p->doc->language);
	newline(p);
	write_blocks(p, p->doc->body, 0);
	end(p);
	newline(p);
}

static void
write_head(struct page *p)
{
	start(p, "head");
	start(p, "meta");
	attribute(p, "charset", "utf-8");
	end_void(p);
	start(p, "meta");
	attribute(p, "name", "viewport");
	attribute(p, "content", "width=device-width, initial-scale=1");
	end_void(p);
	start(p, "title");
	string(p, p->doc->title == NULL ? "" : p->doc->title);
	end(p);
	start(p, "style");
	string(p, style_sheet);
	end(p);
	end(p);
	newline(p);
}

static void
write_page(struct page *p)
{
	xmlTextWriterWriteDTD(p->w, BAD_CAST "html", NULL, NULL, NULL);
	newline(p);
	start(p, "html");
	attribute(
	    p, "lang", p->doc->language == NULL ? "sv" : p->doc->language);
	write_head(p);
	start(p, "body");
	newline(p);
	start(p, "main");
	newline(p);
	write_article(p);
	end(p);
	end(p);
	end(p);
	newline(p);
}

static int
write_with(const struct document *doc, void (*write)(struct page *p),
    struct buf *out, struct kl_error *err)
{
	xmlBuffer *text = xmlBufferCreate();
	struct page p = { .doc = doc };
	int rc;

	p.w = text == NULL ? NULL : xmlNewTextWriterMemory(text, 0);
	if (p.w == NULL) {
		rc = kl_error_nomem(err);
		goto out;
	}
	write(&p);
	if (xmlTextWriterFlush(p.w) < 0 || xmlBufferLength(text) <= 0) {
		rc = kl_error_nomem(err);
		goto out;
	}
	if (p.deep) {
		rc = kl_error_set(err, KL_E_INPUT,
		    KL_N_("The document is nested deeper than %d levels. No "
			  "document was made."),
		    MAX_DEPTH);
		goto out;
	}
	buf_put(out, xmlBufferContent(text), (size_t)xmlBufferLength(text));
	rc = buf_failed(out) ? kl_error_nomem(err) : 0;
out:
	if (p.w != NULL)
		xmlFreeTextWriter(p.w);
	if (text != NULL)
		xmlBufferFree(text);
	return rc;
}

int
document_html(const struct document *doc, struct buf *out, struct kl_error *err)
{
	return write_with(doc, write_page, out, err);
}

int
document_html_body(
    const struct document *doc, struct buf *out, struct kl_error *err)
{
	return write_with(doc, write_article, out, err);
}
