/* SPDX-License-Identifier: EUPL-1.2
 *
 * Growing the document tree.  A node that could not be made is NULL, and NULL
 * is accepted as a parent, so the maker asks the arena once at the end.
 */
#include "config.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "document/document.h"

#define MM (72.0 / 25.4)
#define WORDS_MAX 4000 /* bytes of a figure's words */

struct document *
document_new(struct arena *a)
{
	struct document *doc = arena_alloc(a, sizeof *doc);
	int side;

	if (doc == NULL)
		return NULL;
	doc->arena = a;
	doc->page.width = 210 * MM;
	doc->page.height = 297 * MM;
	for (side = 0; side < 4; side++)
		doc->page.margin[side] = 20 * MM;
	/* as OpenDocument has it when it says nothing */
	doc->page.note_line = (struct doc_note_line){
		.before = MM, .after = MM, .thickness = 0.5, .length = 0.25
	};
	doc->page.box.background = DOC_NO_COLOUR;
	doc->body = arena_alloc(a, sizeof *doc->body);
	if (doc->body == NULL)
		return NULL;
	doc->body->kind = DOC_SECTION;
	return doc;
}

struct doc_node *
document_add(struct arena *a, struct doc_node *parent, enum doc_kind kind)
{
	struct doc_node *node;

	if (parent == NULL)
		return NULL;
	node = arena_alloc(a, sizeof *node);
	if (node == NULL)
		return NULL;
	node->kind = kind;
	node->parent = parent;
	node->colspan = node->rowspan = 1;
	node->box.background = DOC_NO_COLOUR;
	if (parent->last == NULL)
		parent->first = node;
	else
		parent->last->next = node;
	parent->last = node;
	return node;
}

struct doc_node *
document_text(struct arena *a, struct doc_node *parent,
    const struct doc_text_style *style, const char *text)
{
	struct doc_node *node = document_add(a, parent, DOC_TEXT);

	if (node == NULL)
		return NULL;
	node->style = style;
	node->text = arena_strdup(a, text == NULL ? "" : text);
	return node->text == NULL ? NULL : node;
}

static size_t
subtag(const char *tag)
{
	return strcspn(tag, "-");
}

bool
document_same_language(const char *x, const char *y)
{
	size_t n;

	if (x == NULL || y == NULL)
		return true;
	n = subtag(x);
	if (n != subtag(y) || strncasecmp(x, y, n) != 0)
		return false;
	return x[n] == '\0' || y[n] == '\0' || strcasecmp(x, y) == 0;
}

bool
document_is_language(const char *tag)
{
	size_t n = subtag(tag), i;

	if (n < 2 || n > 3 || strncasecmp(tag, "zxx", 3) == 0 ||
	    strncasecmp(tag, "und", 3) == 0 || strlen(tag) > 35)
		return false;
	for (i = 0; tag[i] != '\0'; i++)
		if (!isalpha((unsigned char)tag[i]) &&
		    (i < n ||
			(!isdigit((unsigned char)tag[i]) && tag[i] != '-')))
			return false;
	return tag[i - 1] != '-';
}

bool
document_is_country(const char *code)
{
	size_t n = strlen(code);

	return (n == 2 && isalpha((unsigned char)code[0]) &&
		   isalpha((unsigned char)code[1])) ||
	       (n == 3 && strspn(code, "0123456789") == 3);
}

const char *
document_figure_words(struct arena *a, const struct doc_node *figure)
{
	const char *words = NULL;
	struct buf joined;
	size_t i;

	if (figure->alt != NULL)
		return figure->alt;
	buf_init(&joined, WORDS_MAX);
	for (i = 0; i < figure->nshapes; i++) {
		const char *text = figure->shapes[i].text;

		if (text == NULL || *text == '\0')
			continue;
		if (joined.len + strlen(text) + 1 > WORDS_MAX)
			break;
		if (joined.len > 0)
			buf_putc(&joined, ' ');
		buf_puts(&joined, text);
	}
	if (joined.len > 0)
		words = arena_strdup(a, joined.data);
	buf_free(&joined);
	return words;
}

bool
document_is_frame(const struct doc_node *table)
{
	const struct doc_node *row, *cell;

	if (table->alt != NULL && *table->alt == '\0')
		return true;
	for (row = table->first; row != NULL; row = row->next)
		for (cell = row->first; cell != NULL; cell = cell->next)
			if (row->header || cell->header || cell->row_head ||
			    cell != row->first)
				return false;
	return true;
}

double
document_about_width(
    const struct doc_text_style *style, const char *s, size_t n)
{
	const char *end = s + n;
	double width = 0;
	uint32_t cp;

	for (; s < end; s += utf8_next(s, &cp)) {
		utf8_next(s, &cp);
		if (cp >= 0x2e80)
			width += 1;
		else if (cp < 0x80 && strchr("ijl.,:;|!' ", (int)cp) != NULL)
			width += 0.27;
		else if (cp < 0x80 && strchr("frt()[]-/", (int)cp) != NULL)
			width += 0.37;
		else if (cp < 0x80 && strchr("mwMW@%", (int)cp) != NULL)
			width += 0.88;
		else
			width += cp >= 'A' && cp <= 'Z' ? 0.66 : 0.56;
	}
	return width * style->size * (style->bold ? 1.07 : 1);
}
