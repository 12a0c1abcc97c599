/* SPDX-License-Identifier: EUPL-1.2
 *
 * The text of a paragraph as people read it, without looks: what the reader of
 * reports and the comparison of two documents share.
 */
#include "config.h"

#include <string.h>

#include "base/utf8.h"
#include "odf/inner.h"

#define NO_BREAK_SPACE 0xa0u
#define SOFT_HYPHEN 0xadu
#define ZERO_WIDTH_SPACE 0x200bu
#define NARROW_NO_BREAK_SPACE 0x202fu

/* What is not of the paragraph's own text. */
static bool
is_aside(const xmlNode *n)
{
	return odf_is(n, "office:annotation") || odf_is(n, "text:note") ||
	       (n->type == XML_ELEMENT_NODE && n->ns != NULL &&
		   xmlStrEqual(n->ns->prefix, BAD_CAST "draw"));
}

/* A field whose value depends on how the pages fall. */
static bool
is_page_field(const xmlNode *n)
{
	static const char *const fields[] = { "text:page-number",
		"text:page-count", "text:page-continuation",
		"text:bookmark-ref", "text:reference-ref", "text:sequence-ref",
		NULL };
	size_t i;

	for (i = 0; fields[i] != NULL; i++)
		if (odf_is(n, fields[i]))
			return true;
	return false;
}

/* The text of a node, its runs of white space as one space. */
static bool
put_text(struct buf *out, const char *s, bool space)
{
	for (; *s != '\0'; s++) {
		if (strchr(" \t\r\n", *s) == NULL)
			buf_putc(out, *s);
		else if (!space)
			buf_putc(out, ' ');
		space = strchr(" \t\r\n", *s) != NULL;
	}
	return space;
}

/* An empty element that stands for white space. */
static char
white(const xmlNode *n)
{
	if (odf_is(n, "text:line-break"))
		return '\n';
	if (odf_is(n, "text:tab"))
		return '\t';
	return odf_is(n, "text:s") ? ' ' : '\0';
}

void
odf_plain(struct buf *out, const xmlNode *para)
{
	const xmlNode *n, *next;
	bool space = true;

	for (n = para->children; n != NULL; n = next) {
		if (is_aside(n)) {
			next = odf_walk_past(n, para);
		} else if (is_page_field(n)) {
			buf_putc(out, '#');
			space = false;
			next = odf_walk_past(n, para);
		} else {
			next = odf_walk(n, para);
		}
		if (n->type == XML_TEXT_NODE)
			space = put_text(out, (const char *)n->content, space);
		else if (white(n) != '\0')
			buf_putc(out, white(n));
		if (white(n) == ' ')
			space = false;
	}
}

const char *
odf_words(struct arena *a, const char *text)
{
	size_t n, room = strlen(text) + 1;
	char *key = arena_alloc(a, room), *w = key;
	bool space = true;
	uint32_t c;

	for (; key != NULL && (n = utf8_next(text, &c)) > 0; text += n) {
		if (c == SOFT_HYPHEN || c == ZERO_WIDTH_SPACE)
			continue;
		if (c == ' ' || c == '\t' || c == '\n' || c == '\r' ||
		    c == NO_BREAK_SPACE || c == NARROW_NO_BREAK_SPACE) {
			if (!space)
				*w++ = ' ';
			space = true;
			continue;
		}
		memcpy(w, text, n);
		w += n;
		space = false;
	}
	if (key != NULL && w > key && w[-1] == ' ')
		w[-1] = '\0';
	return key;
}
