/* SPDX-License-Identifier: EUPL-1.2
 *
 * The document tree as plain text, for terminals, mail and comparison: wrapped
 * paragraphs, underlined headings, hanging labels, tables in aligned columns.
 */
#include "config.h"

#include <math.h>
#include <string.h>

#include "base/utf8.h"
#include "document/text.h"
#include "document/writers.h"

#define MAX_DEPTH 100
#define HANGING 2 /* columns of what hangs on paper */

static void add_block(struct text *t, const struct doc_node *node, int depth);

void
plain_line(struct text *t, const char *line)
{
	text_add(t->a, &t->lines, line);
}

/* Add the line in ${line} and free it. */
void
plain_take(struct text *t, struct buf *line)
{
	*t->lost |= buf_failed(line);
	plain_line(t, line->data);
	buf_free(line);
}

/* An empty line before a block, unless it stands close to the one above. */
void
plain_open(struct text *t, double space)
{
	if (t->lines.n > 0 && t->after + space >= GAP_LEAST)
		plain_line(t, "");
	t->after = 0;
}

/* ---- inlines ------------------------------------------------------------ */

/* A code point as it stands in plain text; breaking is already decided by it
 * when a no-break space becomes U+0001. */
#define BOUND '\001'

static void
put_text(struct buf *out, const char *s)
{
	char bytes[4];
	uint32_t cp;
	size_t k;

	for (; (k = utf8_next(s, &cp)) > 0; s += k) {
		if (cp == 0xad || (cp >= 0x200b && cp <= 0x200f) ||
		    cp == 0x2060 || cp == 0xfeff)
			continue;
		if (cp == 0xa0 || cp == 0x202f || cp == 0x2007)
			buf_putc(out, BOUND);
		else if (cp == '\t' || cp == '\n' || cp == '\r')
			buf_putc(out, ' ');
		else if (cp >= 0x20)
			buf_put(out, bytes, utf8_put(cp, bytes));
	}
}

/* An address as people write it. */
static const char *
address_of(const char *href)
{
	if (strncmp(href, "mailto:", 7) == 0)
		return href + 7;
	return strncmp(href, "tel:", 4) == 0 ? href + 4 : href;
}

/* What a picture or drawing shows, in brackets. */
static void
put_told(struct buf *out, const char *words)
{
	if (words == NULL || *words == '\0')
		return;
	buf_putc(out, '[');
	put_text(out, words);
	buf_putc(out, ']');
}

/* The mark of a note, which stands at the end. */
static void
put_mark(struct text *t, struct buf *out, const struct doc_node *note)
{
	const struct doc_node **slot;
	size_t i;

	buf_putc(out, '[');
	put_text(out, note->text == NULL ? "*" : note->text);
	buf_putc(out, ']');
	for (i = 0; i < t->met->v.n; i++) /* cells are set more than once */
		if (t->met->v.v[i] == note)
			return;
	if ((slot = vec_push(t->a, &t->met->v)) != NULL)
		*slot = note;
}

static void
put_inlines(
    struct text *t, struct buf *out, const struct doc_node *parent, int depth)
{
	const struct doc_node *node;
	size_t at;

	if (depth > MAX_DEPTH) {
		t->deep = true;
		return;
	}
	for (node = parent->first; node != NULL; node = node->next) {
		switch (node->kind) {
		case DOC_TEXT:
			if (node->text != NULL)
				put_text(out, node->text);
			break;
		case DOC_TAB:
			if (t->contents && node->next != NULL &&
			    node->next->kind == DOC_PAGE_REFERENCE)
				break;
			buf_puts(out, "\001 ");
			break;
		case DOC_BREAK:
			buf_putc(out, '\n');
			break;
		case DOC_IMAGE:
			put_told(out, node->alt);
			break;
		case DOC_FIGURE:
			put_told(out, document_figure_words(t->a, node));
			break;
		case DOC_NOTE:
			put_mark(t, out, node);
			break;
		case DOC_PAGE_REFERENCE: /* no pages: the place's words */
			if (!t->contents && node->text != NULL)
				put_text(out, node->text);
			break;
		case DOC_PAGE_NUMBER:
		case DOC_PAGE_COUNT:
		case DOC_BOOKMARK:
			break;
		default:
			at = out->len;
			put_inlines(t, out, node, depth + 1);
			if (node->kind == DOC_LINK &&
			    document_follows(node->href) &&
			    *node->href != '#' &&
			    strstr(node->href, out->data + at) == NULL) {
				buf_puts(out, " <");
				put_text(out, address_of(node->href));
				buf_putc(out, '>');
			}
			break;
		}
	}
}

/* ---- wrapping ----------------------------------------------------------- */

/* The columns of text in which BOUND stands for a space. */
size_t
plain_columns(const char *s, size_t n)
{
	size_t length = 0, k, bound;

	for (; n > 0; s += k, n -= k) {
		for (k = 0; k < n && s[k] != BOUND; k++)
			;
		bound = k < n;
		length += utf8_columns(s, k) + bound;
		k += bound;
	}
	return length;
}

/* The bytes of the first ${n} that take at most ${room} columns, at least one
 * character. */
static size_t
bytes_of(const char *s, size_t n, size_t room)
{
	size_t at = 0, used = 0, k;
	uint32_t cp;

	while (at < n && (k = utf8_next(s + at, &cp)) > 0) {
		used += plain_columns(s + at, k);
		if (used > room && at > 0)
			break;
		at += k;
	}
	return at;
}

/* An address must stay whole to be one. */
static bool
is_address(const char *s, size_t n)
{
	size_t i;

	for (i = 0; i + 2 < n; i++)
		if (memcmp(s + i, "://", 3) == 0)
			return true;
	return false;
}

/* A line of ${n} bytes after ${indent} spaces or, once, after the label; an
 * empty label lets the line begin at the edge. */
void
plain_put(
    struct text *t, const char **label, size_t indent, const char *s, size_t n)
{
	struct buf line;
	size_t i;

	buf_init(&line, 1 << 20);
	if (*label != NULL)
		buf_puts(&line, *label);
	while ((*label == NULL || **label != '\0') &&
	       plain_columns(line.data, line.len) < indent &&
	       !buf_failed(&line))
		buf_putc(&line, ' ');
	*label = NULL;
	buf_put(&line, s, n);
	while (line.len > 0 && (line.data[line.len - 1] == ' ' ||
				   line.data[line.len - 1] == BOUND))
		line.data[--line.len] = '\0';
	for (i = 0; i < line.len; i++)
		if (line.data[i] == BOUND)
			line.data[i] = ' ';
	plain_take(t, &line);
}

/* How much of ${s} goes on one line of ${room} columns; ${next} is where the
 * next line begins.  A word that is longer than a line is cut, unless it is an
 * address. */
static size_t
fit(const struct text *t, const char *s, size_t n, size_t room, size_t *next)
{
	size_t i, used = 0, ok = 0, k;
	uint32_t cp;

	for (i = 0; i < n; i += k) {
		if (s[i] == ' ' && used <= room)
			ok = i;
		k = utf8_next(s + i, &cp);
		if (k == 0)
			break;
		used += plain_columns(s + i, k);
		if (used > room)
			break;
	}
	if (i >= n) {
		*next = n;
		return n;
	}
	if (ok == 0) {
		for (k = 0; k < n && s[k] != ' '; k++)
			;
		ok = !t->cell && is_address(s, k) ? k : bytes_of(s, n, room);
	}
	for (*next = ok; *next < n && s[*next] == ' ';)
		(*next)++;
	return ok;
}

/* Wrap ${s}, which may hold line ends of its own. */
void
plain_wrap(struct text *t, const char *label, size_t indent, const char *s)
{
	size_t room = t->width > indent + 1 ? t->width - indent : 1;
	size_t n, next, k;

	do {
		n = strcspn(s, "\n");
		do {
			k = fit(t, s, n, room, &next);
			plain_put(t, &label, indent, s, k);
			s += next;
			n -= next;
		} while (n > 0 && !arena_failed(t->a));
		if (*s == '\0')
			break;
		s++;
	} while (true);
}

/* ---- blocks ------------------------------------------------------------- */

static size_t
width_of(const char *s)
{
	return plain_columns(s, strlen(s));
}

static void
underline(struct text *t, size_t from, char sign)
{
	struct buf line;
	size_t i, n, longest = 0;

	for (i = from; i < t->lines.n; i++) {
		n = width_of(t->lines.v[i]);
		longest = n > longest ? n : longest;
	}
	buf_init(&line, 1 << 16);
	for (i = 0; i < longest; i++)
		buf_putc(&line, sign);
	plain_take(t, &line);
}

static void
add_paragraph(struct text *t, const struct doc_node *node, const char *label,
    size_t indent, int depth)
{
	const struct doc_para_style *style = node->para;
	bool heading = node->kind == DOC_HEADING;
	struct buf text;
	const char *s;
	size_t from;

	buf_init(&text, 64 << 20);
	put_inlines(t, &text, node, depth);
	for (s = text.data; *s == ' ' || *s == BOUND || *s == '\n'; s++)
		;
	if (*s != '\0' || label != NULL) {
		plain_open(t, heading	      ? GAP_LEAST
			      : style == NULL ? 0
					      : style->margin[DOC_TOP]);
		from = t->lines.n;
		if (label == NULL && indent == 0 && style != NULL &&
		    style->indent < 0 && !t->cell) {
			label = "";
			indent = HANGING;
		}
		plain_wrap(t, label, indent, s);
		if (heading && node->level <= 2 && !t->cell)
			underline(t, from, node->level <= 1 ? '=' : '-');
	}
	if (style != NULL)
		t->after += style->margin[DOC_BOTTOM];
	*t->lost |= buf_failed(&text);
	buf_free(&text);
}

/* The lines of another text, indented. */
static void
add_indented(struct text *t, const struct text *inner, size_t indent)
{
	const char *none;
	size_t i;

	for (i = 0; i < inner->lines.n; i++) {
		none = NULL;
		plain_put(t, &none, *inner->lines.v[i] == '\0' ? 0 : indent,
		    inner->lines.v[i], strlen(inner->lines.v[i]));
	}
	t->after = inner->after;
}

static void
add_item(struct text *t, const struct doc_node *item, int depth)
{
	const char *label =
	    item->text == NULL || *item->text == '\0' ? "-" : item->text;
	size_t indent = width_of(label) + 1;
	const struct doc_node *node = item->first;
	struct text inner = { .a = t->a,
		.width = t->width > indent + 8 ? t->width - indent : 8,
		.cell = t->cell,
		.lost = t->lost,
		.met = t->met };

	if (node != NULL && node->kind == DOC_PARAGRAPH) {
		add_paragraph(t, node, label, indent, depth);
		node = node->next;
	} else {
		plain_wrap(t, label, indent, "");
	}
	if (node == NULL)
		return;
	inner.after = t->after;
	for (; node != NULL; node = node->next) {
		struct doc_node one = *node;
		struct doc_node holder = { .kind = DOC_SECTION, .first = &one };

		one.next = NULL;
		plain_blocks(&inner, &holder, depth + 1);
	}
	t->deep |= inner.deep;
	add_indented(t, &inner, indent);
}

/* Entries are indented by level. */
static void
add_contents(struct text *t, const struct doc_node *list, int depth)
{
	const struct doc_node *node;

	t->contents = true;
	for (node = list->first; node != NULL && !arena_failed(t->a);
	     node = node->next) {
		if (node->kind == DOC_PARAGRAPH)
			add_paragraph(t, node, NULL,
			    node->level > 1 ? 2 * (size_t)(node->level - 1) : 0,
			    depth + 1);
		else
			add_block(t, node, depth + 1);
	}
	t->contents = false;
}

/* The notes under a line, those of the document's end last. */
static void
add_notes(struct text *t)
{
	size_t i;
	int end;

	if (t->met->v.n == 0)
		return;
	plain_line(t, "");
	plain_line(t, "----------");
	for (end = 0; end < 2; end++)
		for (i = 0; i < t->met->v.n; i++) {
			struct doc_node item = *t->met->v.v[i];

			if (item.at_end != (end == 1))
				continue;
			item.text = arena_printf(
			    t->a, "[%s]", item.text == NULL ? "*" : item.text);
			t->after = 0;
			add_item(t, &item, 1);
		}
}

static void
add_block(struct text *t, const struct doc_node *node, int depth)
{
	struct doc_node one, holder;

	switch (node->kind) {
	case DOC_PARAGRAPH:
	case DOC_HEADING:
		add_paragraph(t, node, NULL, 0, depth);
		break;
	case DOC_FIGURE:
		one = *node;
		one.next = NULL;
		holder =
		    (struct doc_node){ .kind = DOC_PARAGRAPH, .first = &one };
		add_paragraph(t, &holder, NULL, 0, depth);
		break;
	case DOC_ITEM:
		add_item(t, node, depth);
		break;
	case DOC_TABLE:
		plain_table(t, node, depth);
		break;
	case DOC_CONTENTS:
		add_contents(t, node, depth);
		break;
	case DOC_PAGE_BREAK:
		break;
	default:
		plain_blocks(t, node, depth + 1);
		break;
	}
}

void
plain_blocks(struct text *t, const struct doc_node *parent, int depth)
{
	const struct doc_node *node;

	if (depth > MAX_DEPTH) {
		t->deep = true;
		return;
	}
	for (node = parent->first; node != NULL && !arena_failed(t->a);
	     node = node->next)
		add_block(t, node, depth);
}

int
document_plain(const struct document *doc, int width, struct buf *out,
    struct kl_error *err)
{
	bool lost = false;
	struct met met = { 0 };
	struct text t = { .width = width > 0 ? (size_t)width : UNBOUNDED,
		.lost = &lost,
		.met = &met };
	size_t i;
	int rc = 0;

	if ((t.a = arena_new(0)) == NULL)
		return kl_error_nomem(err);
	plain_blocks(&t, doc->body, 0);
	add_notes(&t);
	for (i = 0; i < t.lines.n; i++) {
		buf_puts(out, t.lines.v[i]);
		buf_putc(out, '\n');
	}
	if (t.deep)
		rc = kl_error_set(err, KL_E_INPUT,
		    KL_N_("The document is nested deeper than %d levels. No "
			  "document was made."),
		    MAX_DEPTH);
	else if (lost || arena_failed(t.a) || buf_failed(out))
		rc = kl_error_nomem(err);
	arena_free(t.a);
	return rc;
}
