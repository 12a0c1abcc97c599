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
#include <sodium/utils.h>

#include "base/utf8.h"
#include "document/html.h"
#include "document/svg.h"
#include "document/writers.h"

#define MAX_DEPTH HTML_MAX_DEPTH
#define WORDS_MAX 4000	 /* bytes of a name */
#define MAX_SAME 10000	 /* places of one name */
#define BASE64_PART 3072 /* bytes; a multiple of three */
#define PX_PER_PT (96.0 / 72)

/* No colour under 4.5 to 1, nothing that moves; what is too wide at 320 px
 * breaks, and very wide tables scroll by themselves. */
static const char style_sheet[] =
    "\n*{box-sizing:border-box}\n"
    "body{max-width:42rem;margin:2rem auto;padding:0 1rem;"
    "font:1.0625rem/1.6 'Open Sans',system-ui,sans-serif;color:#1a1a1a;"
    "background:#fff;overflow-wrap:break-word}\n"
    "h1,h2,h3,h4,h5,h6{line-height:1.25;margin:1.6em 0 .4em;"
    "hyphens:auto}\n"
    "table{border-collapse:collapse;width:100%;margin:1em 0}\n"
    "caption{text-align:left;font-weight:600;padding:.3em 0}\n"
    "th,td{text-align:left;vertical-align:top;padding:.3em .8em .3em 0;"
    "border-bottom:1px solid #767676}\n"
    "thead th{border-bottom:2px solid #333}\n"
    "th p,td p{margin:0}\n"
    ".box{border:1px solid #036;padding:0 1em;margin:1em 0}\n"
    "ol.labels{list-style:none;padding-left:1.5em}\n"
    ".wide{overflow-x:auto}\n"
    "sup,sub{line-height:0}\n"
    "nav ul{list-style:none;padding-left:1.2em}\n"
    ".notes{border-top:1px solid #767676;margin-top:2em;font-size:.9em}\n"
    "img,svg{max-width:100%;height:auto}\n"
    "a{color:#036;text-underline-offset:.15em}\n"
    ":focus-visible{outline:3px solid #036;outline-offset:2px}\n"
    "@media(max-width:30rem){body{margin:1rem auto}h1{font-size:1.6rem}"
    "table{font-size:.875rem}th,td{padding-right:.4em;hyphens:auto}"
    "td{overflow-wrap:anywhere}.wide td{overflow-wrap:normal}}\n"
    "@media print{body{max-width:none;margin:0;padding:0;font-size:10.5pt}"
    "h1,h2,h3,h4,h5,h6{break-after:avoid}tr,img,svg{break-inside:avoid}"
    ".wide{overflow:visible}}\n";

char *
html_clean_id(struct page *p, const char *id)
{
	char *clean = arena_strdup(p->a, id), *c;

	for (c = clean; c != NULL && *c != '\0'; c++)
		if (isspace((unsigned char)*c))
			*c = '-';
	return clean;
}

void
html_id(struct page *p, const char *id)
{
	char *clean, *one;
	int n;

	if (id == NULL || *id == '\0')
		return;
	if ((one = clean = html_clean_id(p, id)) == NULL)
		return;
	for (n = 2; xmlHashLookup(p->ids, BAD_CAST one) != NULL; n++)
		if (n > MAX_SAME ||
		    (one = arena_printf(p->a, "%s-%d", clean, n)) == NULL)
			return;
	if (xmlHashAddEntry(p->ids, BAD_CAST one, p->ids) != 0)
		p->failed = true;
	attribute(p, "id", one);
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

/* The language of a text: its own, else the document's. */
static const char *
language_of(const struct page *p, const struct doc_text_style *style)
{
	if (style == NULL)
		return p->language;
	return style->language != NULL ? style->language : p->doc->language;
}

static void
write_text(struct page *p, const struct doc_node *node,
    const struct doc_text_style *base)
{
	const struct doc_text_style *s = node->style;
	bool strong = s != NULL && is_strong(s) && !is_strong(base);
	bool italic = s != NULL && s->italic && (base == NULL || !base->italic);
	const char *language = language_of(p, s);
	bool struck = s != NULL && s->strike;
	const char *risen = s == NULL || s->rise == 0 ? NULL
			    : s->rise > 0	      ? "sup"
						      : "sub";
	bool foreign = !document_same_language(language, p->language);

	if (foreign) {
		start(p, "span");
		attribute(p, "lang", language);
	}
	if (strong)
		start(p, "strong");
	if (italic)
		start(p, "em");
	if (struck)
		start(p, "s");
	if (risen != NULL)
		start(p, risen);
	write_clean(p, node->text == NULL ? "" : node->text);
	if (risen != NULL)
		end(p);
	if (struck)
		end(p);
	if (italic)
		end(p);
	if (strong)
		end(p);
	if (foreign)
		end(p);
}

/* Without the line ends that libxml2's own writer puts into an address. */
static void
write_base64(struct page *p, const unsigned char *bytes, size_t n)
{
	char text[sodium_base64_ENCODED_LEN(
	    BASE64_PART, sodium_base64_VARIANT_ORIGINAL)];
	size_t part;

	for (; n > 0; bytes += part, n -= part) {
		part = n < BASE64_PART ? n : BASE64_PART;
		string(p, sodium_bin2base64(text, sizeof text, bytes, part,
			      sodium_base64_VARIANT_ORIGINAL));
	}
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
	write_base64(p, bytes, node->nbytes);
	xmlTextWriterEndAttribute(p->w);
	end_void(p);
}

static void
write_figure(struct page *p, const struct doc_node *node)
{
	if (svg_write(p->w, node, document_figure_words(p->a, node)) != 0)
		p->failed = true;
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
			if (!p->contents || node->next == NULL ||
			    node->next->kind != DOC_PAGE_REFERENCE)
				string(p, " ");
			break;
		case DOC_BREAK:
			start(p, "br");
			end_void(p);
			break;
		case DOC_IMAGE:
			write_image(p, node);
			break;
		case DOC_FIGURE:
			write_figure(p, node);
			break;
		case DOC_BOOKMARK:
			start(p, "span");
			html_id(p, node->id);
			end(p);
			break;
		case DOC_PAGE_NUMBER:
		case DOC_PAGE_COUNT:
			break;
		case DOC_PAGE_REFERENCE: /* no pages here: the place's words */
			if (!p->contents && node->text != NULL)
				write_clean(p, node->text);
			break;
		case DOC_NOTE:
			html_mark(p, node);
			break;
		default:
			link = node->kind == DOC_LINK &&
			       document_follows(node->href);
			if (link) {
				start(p, "a");
				attribute(p, "href",
				    *node->href == '#'
					? html_clean_id(p, node->href)
					: node->href);
			}
			write_inlines(p, node, base, depth + 1);
			if (link)
				end(p);
			break;
		}
	}
}

/* ---- blocks ------------------------------------------------------------- */

static const struct doc_text_style *
base_of(const struct doc_node *node)
{
	return node->para == NULL ? NULL : &node->para->text;
}

void
html_inlines(struct page *p, const struct doc_node *node, int depth)
{
	write_inlines(p, node, base_of(node), depth);
}

/* A page has one h1, its first heading, and skips no level on the way down. */
static int
level_of(struct page *p, const struct doc_node *node)
{
	int level = node->level < 1 ? 1 : node->level;

	if (p->nheads > 1 && p->level > 0)
		level++;
	if (p->level > 0 && level < 2)
		level = 2;
	if (level > p->level + 1)
		level = p->level + 1;
	p->level = level > 6 ? 6 : level;
	return p->level;
}

/* The words of a heading, for what must be named after it. */
static const char *
heading_words(struct page *p, const struct doc_node *heading)
{
	const struct doc_node *n;
	struct buf words;
	const char *copy;

	buf_init(&words, WORDS_MAX);
	for (n = heading->first; n != NULL; n = n->next) {
		if (n->kind == DOC_TEXT && n->text != NULL)
			buf_puts(&words, n->text);
		else if (n->kind == DOC_TAB || n->kind == DOC_BREAK)
			buf_putc(&words, ' ');
	}
	copy = buf_failed(&words) ? NULL : arena_strdup(p->a, words.data);
	buf_free(&words);
	return copy;
}

bool
html_is_empty(const struct doc_node *node, int depth)
{
	const struct doc_node *n;

	for (n = node->first; n != NULL; n = n->next) {
		if (n->kind == DOC_IMAGE || n->kind == DOC_FIGURE ||
		    (n->kind == DOC_TEXT && n->text != NULL &&
			n->text[strspn(n->text, " \t\n")] != '\0'))
			return false;
		if (depth < MAX_DEPTH && !html_is_empty(n, depth + 1))
			return false;
	}
	return true;
}

static void
write_paragraph(struct page *p, const struct doc_node *node, int depth)
{
	static const char *const heads[] = { "h1", "h2", "h3", "h4", "h5",
		"h6" };
	const char *outer = p->language, *language;

	if (node->first == NULL ||
	    (node->kind == DOC_HEADING && html_is_empty(node, 0)))
		return; /* an empty line on paper */
	if (node->kind == DOC_HEADING) {
		p->heading = heading_words(p, node);
		start(p, heads[level_of(p, node) - 1]);
	} else {
		start(p, "p");
	}
	html_id(p, node->id);
	classify(p, node->para);
	language = language_of(p, base_of(node));
	if (!document_same_language(language, outer)) {
		attribute(p, "lang", language);
		p->language = language;
	}
	html_inlines(p, node, depth);
	p->language = outer;
	end(p);
	newline(p);
}

/* A table's caption stands before it, in the style that office suites have for
 * it. */
static bool
is_caption(const struct doc_node *node)
{
	static const char *const names[] = { "Table", "Tabell" };
	size_t i;

	if (node->kind != DOC_PARAGRAPH || node->next == NULL ||
	    node->next->kind != DOC_TABLE || node->para == NULL ||
	    node->para->name == NULL || node->first == NULL)
		return false;
	for (i = 0; i < sizeof names / sizeof *names; i++)
		if (strcmp(node->para->name, names[i]) == 0)
			return true;
	return false;
}

void
html_block(struct page *p, const struct doc_node *node, int depth)
{
	switch (node->kind) {
	case DOC_PARAGRAPH:
	case DOC_HEADING:
		if (is_caption(node))
			p->caption = node;
		else
			write_paragraph(p, node, depth);
		break;
	case DOC_FIGURE:
		write_figure(p, node);
		newline(p);
		break;
	case DOC_LIST:
		html_list(p, node, depth);
		break;
	case DOC_CONTENTS:
		html_contents(p, node, depth);
		break;
	case DOC_TABLE:
		html_table(p, node, depth);
		break;
	case DOC_PAGE_BREAK:
		break;
	case DOC_SECTION:
		if (node->id != NULL) {
			start(p, "section");
			html_id(p, node->id);
			newline(p);
		}
		html_blocks(p, node, depth + 1);
		if (node->id != NULL) {
			end(p);
			newline(p);
		}
		break;
	default:
		html_blocks(p, node, depth + 1);
		break;
	}
}

void
html_blocks(struct page *p, const struct doc_node *parent, int depth)
{
	const struct doc_node *node;

	if (depth > MAX_DEPTH) {
		p->deep = true;
		return;
	}
	for (node = parent->first; node != NULL; node = node->next)
		html_block(p, node, depth);
}

static void
write_article(struct page *p)
{
	start(p, "article");
	attribute(p, "lang", p->language);
	newline(p);
	html_blocks(p, p->doc->body, 0);
	html_notes(p);
	end(p);
	newline(p);
}

/* Headings of level 1, which may be more than the one that a page has. */
static int
count_heads(const struct doc_node *node, int depth)
{
	int n = 0;

	for (node = node->first; node != NULL && depth < MAX_DEPTH;
	     node = node->next)
		n += (node->kind == DOC_HEADING && node->level <= 1) +
		     count_heads(node, depth + 1);
	return n;
}

static bool
has_heading(const struct doc_node *node, int depth)
{
	for (node = node->first; node != NULL && depth < MAX_DEPTH;
	     node = node->next)
		if ((node->kind == DOC_HEADING && node->first != NULL) ||
		    has_heading(node, depth + 1))
			return true;
	return false;
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
	attribute(p, "lang", p->language);
	write_head(p);
	start(p, "body");
	newline(p);
	start(p, "main");
	newline(p);
	if (!has_heading(p->doc->body, 0) && p->doc->title != NULL) {
		start(p, "h1");
		string(p, p->doc->title);
		end(p);
		newline(p);
		p->level = 1;
	}
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
	struct page p = { .doc = doc,
		.language = doc->language == NULL ? "sv" : doc->language,
		.nheads = count_heads(doc->body, 0),
		.a = arena_new(0),
		.ids = xmlHashCreate(64) };
	int rc;

	p.w = text == NULL ? NULL : xmlNewTextWriterMemory(text, 0);
	if (p.w == NULL || p.a == NULL || p.ids == NULL) {
		rc = kl_error_nomem(err);
		goto out;
	}
	write(&p);
	if (xmlTextWriterFlush(p.w) < 0 || xmlBufferLength(text) <= 0 ||
	    p.failed || arena_failed(p.a)) {
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
	if (p.ids != NULL)
		xmlHashFree(p.ids, NULL);
	arena_free(p.a);
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
