/* SPDX-License-Identifier: EUPL-1.2
 *
 * The document tree as plain text, for terminals, mail and comparison: wrapped
 * paragraphs, underlined headings, hanging labels, tables in aligned columns.
 */
#include "config.h"

#include <math.h>
#include <string.h>

#include "base/utf8.h"
#include "document/writers.h"

#define MAX_DEPTH 100
#define MAX_COLUMNS 100
#define COLUMN_GAP 2   /* between columns of a table */
#define LEAST_COLUMN 4 /* narrowest column when a table is squeezed */
#define GAP_LEAST 3.0  /* space that becomes an empty line [pt] */
#define UNBOUNDED 100000

/* Notes whose marks were set. */
struct met {
	VEC(const struct doc_node *) v;
};

/* Lines being made, at most ${width} wide. */
struct text {
	struct arena *a;
	text_list lines;
	size_t width;
	double after;  /* space below the last block [pt] */
	bool cell;     /* in a table: too long words are cut */
	bool contents; /* in a list of contents: no page numbers */
	bool deep;
	bool *lost;	 /* memory ran out, shared by all parts */
	struct met *met; /* notes so far, shared by all parts */
};

static void add_block(struct text *t, const struct doc_node *node, int depth);
static void add_blocks(
    struct text *t, const struct doc_node *parent, int depth);

static void
line_add(struct text *t, const char *line)
{
	text_add(t->a, &t->lines, line);
}

/* Add the line in ${line} and free it. */
static void
line_take(struct text *t, struct buf *line)
{
	*t->lost |= buf_failed(line);
	line_add(t, line->data);
	buf_free(line);
}

/* An empty line before a block, unless it stands close to the one above. */
static void
open_block(struct text *t, double space)
{
	if (t->lines.n > 0 && t->after + space >= GAP_LEAST)
		line_add(t, "");
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
			if (node->alt == NULL || *node->alt == '\0')
				break;
			buf_putc(out, '[');
			put_text(out, node->alt);
			buf_putc(out, ']');
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
				put_text(out, node->href);
				buf_putc(out, '>');
			}
			break;
		}
	}
}

/* ---- wrapping ----------------------------------------------------------- */

static size_t
length_of(const char *s, size_t n)
{
	size_t length = 0;

	for (; n > 0; n--, s++)
		length += ((unsigned char)*s & 0xc0) != 0x80;
	return length;
}

/* The bytes of the first ${chars} code points. */
static size_t
bytes_of(const char *s, size_t chars)
{
	size_t n = 0;

	while (s[n] != '\0' && chars > 0) {
		n++;
		while (((unsigned char)s[n] & 0xc0) == 0x80)
			n++;
		chars--;
	}
	return n;
}

/* A line of ${n} bytes after ${indent} spaces or, once, after the label. */
static void
put_line(
    struct text *t, const char **label, size_t indent, const char *s, size_t n)
{
	struct buf line;
	size_t i;

	buf_init(&line, 1 << 20);
	if (*label != NULL)
		buf_puts(&line, *label);
	while (length_of(line.data, line.len) < indent && !buf_failed(&line))
		buf_putc(&line, ' ');
	*label = NULL;
	buf_put(&line, s, n);
	while (line.len > 0 && (line.data[line.len - 1] == ' ' ||
				   line.data[line.len - 1] == BOUND))
		line.data[--line.len] = '\0';
	for (i = 0; i < line.len; i++)
		if (line.data[i] == BOUND)
			line.data[i] = ' ';
	line_take(t, &line);
}

/* How much of ${s} goes on one line of ${room} characters; ${next} is where the
 * next line begins. */
static size_t
fit(const struct text *t, const char *s, size_t n, size_t room, size_t *next)
{
	size_t i, used = 0, ok = 0;

	for (i = 0; i < n; i++) {
		if (s[i] == ' ' && used <= room)
			ok = i;
		used += ((unsigned char)s[i] & 0xc0) != 0x80;
		if (used > room && (ok > 0 || t->cell))
			break;
	}
	if (i == n && (used <= room || (ok == 0 && !t->cell))) {
		*next = n;
		return n;
	}
	if (ok == 0)
		ok = bytes_of(s, room > 0 ? room : 1);
	for (*next = ok; *next < n && s[*next] == ' ';)
		(*next)++;
	return ok;
}

/* Wrap ${s}, which may hold line ends of its own. */
static void
wrap(struct text *t, const char *label, size_t indent, const char *s)
{
	size_t room = t->width > indent + 1 ? t->width - indent : 1;
	size_t n, next, k;

	do {
		n = strcspn(s, "\n");
		do {
			k = fit(t, s, n, room, &next);
			put_line(t, &label, indent, s, k);
			s += next;
			n -= next;
		} while (n > 0 && !arena_failed(t->a));
		if (*s == '\0')
			break;
		s++;
	} while (true);
}

/* ---- blocks ------------------------------------------------------------- */

static void
underline(struct text *t, size_t from, char sign)
{
	struct buf line;
	size_t i, n, longest = 0;

	for (i = from; i < t->lines.n; i++) {
		n = utf8_length(t->lines.v[i]);
		longest = n > longest ? n : longest;
	}
	buf_init(&line, 1 << 16);
	for (i = 0; i < longest; i++)
		buf_putc(&line, sign);
	line_take(t, &line);
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
		open_block(t, heading	      ? GAP_LEAST
			      : style == NULL ? 0
					      : style->margin[DOC_TOP]);
		from = t->lines.n;
		wrap(t, label, indent, s);
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
		put_line(t, &none, *inner->lines.v[i] == '\0' ? 0 : indent,
		    inner->lines.v[i], strlen(inner->lines.v[i]));
	}
	t->after = inner->after;
}

static void
add_item(struct text *t, const struct doc_node *item, int depth)
{
	const char *label =
	    item->text == NULL || *item->text == '\0' ? "-" : item->text;
	size_t indent = utf8_length(label) + 1;
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
		wrap(t, label, indent, "");
	}
	if (node == NULL)
		return;
	inner.after = t->after;
	for (; node != NULL; node = node->next) {
		struct doc_node one = *node;
		struct doc_node holder = { .kind = DOC_SECTION, .first = &one };

		one.next = NULL;
		add_blocks(&inner, &holder, depth + 1);
	}
	t->deep |= inner.deep;
	add_indented(t, &inner, indent);
}

/* ---- tables ------------------------------------------------------------- */

struct grid {
	const struct doc_node *table;
	size_t n; /* columns */
	size_t natural[MAX_COLUMNS], width[MAX_COLUMNS];
	int busy[MAX_COLUMNS]; /* rows that a cell above still covers */
};

static size_t
columns_of(const struct doc_node *table)
{
	const struct doc_node *row, *cell;
	size_t n, most = 1;

	for (row = table->first; row != NULL; row = row->next) {
		for (n = 0, cell = row->first; cell != NULL; cell = cell->next)
			n += cell->colspan > 1 ? (size_t)cell->colspan : 1;
		most = n > most ? n : most;
	}
	if (table->ncolumns > 0)
		most = table->ncolumns;
	return most > MAX_COLUMNS ? MAX_COLUMNS : most;
}

/* The cell's lines when it is ${width} wide. */
static struct text
cell_text(struct text *t, const struct doc_node *cell, size_t width, int depth)
{
	struct text inner = {
		.a = t->a,
		.width = width,
		.cell = true,
		.lost = t->lost,
		.met = t->met,
	};

	add_blocks(&inner, cell, depth + 1);
	t->deep |= inner.deep;
	return inner;
}

static size_t
longest_of(const struct text *t)
{
	size_t i, n, longest = 0;

	for (i = 0; i < t->lines.n; i++) {
		n = utf8_length(t->lines.v[i]);
		longest = n > longest ? n : longest;
	}
	return longest;
}

/* Go through a row: the column at which ${cell} stands, at or after ${at}; the
 * number of columns it takes in ${span}. */
static size_t
column_of(
    const struct grid *g, const struct doc_node *cell, size_t at, size_t *span)
{
	while (at < g->n && g->busy[at] > 0)
		at++;
	*span = cell->colspan > 1 ? (size_t)cell->colspan : 1;
	if (at<g->n && * span> g->n - at)
		*span = g->n - at;
	return at;
}

static void
cover(struct grid *g, const struct doc_node *cell, size_t at, size_t span)
{
	size_t i;

	for (i = at; i < at + span; i++)
		g->busy[i] = cell->rowspan > 1 ? cell->rowspan : 1;
}

static void
next_row(struct grid *g)
{
	size_t i;

	for (i = 0; i < g->n; i++)
		g->busy[i] -= g->busy[i] > 0;
}

static void
measure_columns(struct text *t, struct grid *g, int depth)
{
	const struct doc_node *row, *cell;
	size_t at, span, n;

	for (row = g->table->first; row != NULL; row = row->next) {
		at = 0;
		for (cell = row->first; cell != NULL; cell = cell->next) {
			struct text inner;

			at = column_of(g, cell, at, &span);
			if (at >= g->n)
				break;
			cover(g, cell, at, span);
			inner = cell_text(t, cell, UNBOUNDED, depth);
			n = longest_of(&inner);
			if (span == 1 && n > g->natural[at])
				g->natural[at] = n;
			at += span;
		}
		next_row(g);
	}
	memset(g->busy, 0, sizeof g->busy);
}

/* Columns keep their natural width while they fit; the widest give way. */
static void
fit_columns(const struct text *t, struct grid *g)
{
	size_t gaps = COLUMN_GAP * (g->n - 1), total = gaps, i, widest;

	for (i = 0; i < g->n; i++) {
		g->width[i] = g->natural[i] > 0 ? g->natural[i] : 1;
		total += g->width[i];
	}
	while (total > t->width) {
		for (widest = i = 0; i < g->n; i++)
			if (g->width[i] > g->width[widest])
				widest = i;
		if (g->width[widest] <= LEAST_COLUMN)
			break;
		g->width[widest]--;
		total--;
	}
}

static void
pad(struct buf *line, size_t column)
{
	while (length_of(line->data, line->len) < column && !buf_failed(line))
		buf_putc(line, ' ');
}

/* The cells of a row side by side. */
static void
add_row(struct text *t, struct grid *g, const struct doc_node *row, int depth)
{
	struct text texts[MAX_COLUMNS] = { { .a = NULL } };
	const struct doc_node *cell;
	size_t at = 0, span, i, k, lines = 0, width, x;

	for (cell = row->first; cell != NULL; cell = cell->next) {
		at = column_of(g, cell, at, &span);
		if (at >= g->n)
			break;
		cover(g, cell, at, span);
		width = COLUMN_GAP * (span - 1);
		for (i = at; i < at + span; i++)
			width += g->width[i];
		texts[at] = cell_text(t, cell, width, depth);
		if (texts[at].lines.n > lines)
			lines = texts[at].lines.n;
		at += span;
	}
	next_row(g);
	for (k = 0; k < lines; k++) {
		struct buf line;

		buf_init(&line, 1 << 20);
		for (x = i = 0; i < g->n; i++) {
			if (k < texts[i].lines.n &&
			    *texts[i].lines.v[k] != '\0') {
				pad(&line, x);
				buf_puts(&line, texts[i].lines.v[k]);
			}
			x += g->width[i] + COLUMN_GAP;
		}
		line_take(t, &line);
	}
}

static void
rule(struct text *t, const struct grid *g)
{
	struct buf line;
	size_t i, k, x = 0;

	buf_init(&line, 1 << 20);
	for (i = 0; i < g->n; i++) {
		pad(&line, x);
		for (k = 0; k < g->width[i]; k++)
			buf_putc(&line, '-');
		x += g->width[i] + COLUMN_GAP;
	}
	line_take(t, &line);
}

static void
add_table(struct text *t, const struct doc_node *table, int depth)
{
	struct grid *g = arena_alloc(t->a, sizeof *g);
	const struct doc_node *row;

	if (g == NULL || table->first == NULL)
		return;
	g->table = table;
	g->n = columns_of(table);
	open_block(t, t->cell ? 0 : GAP_LEAST);
	measure_columns(t, g, depth);
	fit_columns(t, g);
	for (row = table->first; row != NULL; row = row->next) {
		add_row(t, g, row, depth);
		if (row->header && (row->next == NULL || !row->next->header))
			rule(t, g);
	}
	t->after = GAP_LEAST;
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
	line_add(t, "");
	line_add(t, "----------");
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
	switch (node->kind) {
	case DOC_PARAGRAPH:
	case DOC_HEADING:
		add_paragraph(t, node, NULL, 0, depth);
		break;
	case DOC_ITEM:
		add_item(t, node, depth);
		break;
	case DOC_TABLE:
		add_table(t, node, depth);
		break;
	case DOC_CONTENTS:
		add_contents(t, node, depth);
		break;
	case DOC_PAGE_BREAK:
		break;
	default:
		add_blocks(t, node, depth + 1);
		break;
	}
}

static void
add_blocks(struct text *t, const struct doc_node *parent, int depth)
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
	add_blocks(&t, doc->body, 0);
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
