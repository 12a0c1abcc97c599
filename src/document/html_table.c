/* SPDX-License-Identifier: EUPL-1.2
 *
 * Lists and tables as HTML: a list counts by itself where it can and shows its
 * labels where it cannot; a table says which cell is the head of what.
 */
#include "config.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "document/html.h"

#define MAX_DEPTH HTML_MAX_DEPTH
#define WIDE_COLUMNS 4 /* so many columns do not fit a telephone */

/* The content of an item or a cell: its first paragraph needs no element. */
void
html_content(struct page *p, const struct doc_node *parent, int depth)
{
	const struct doc_node *node = parent->first;

	if (depth > MAX_DEPTH) {
		p->deep = true;
		return;
	}
	if (node != NULL && node->kind == DOC_PARAGRAPH && node->id == NULL &&
	    (node->next == NULL || node->next->kind == DOC_LIST)) {
		html_inlines(p, node, depth);
		node = node->next;
	}
	if (node != NULL)
		newline(p);
	for (; node != NULL; node = node->next)
		html_block(p, node, depth + 1);
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

/* How a list counts: by "1" or by the letters "a" or "A", each item one more
 * than the last or said otherwise; 0: its labels must be written. */
static char
numbering(const struct doc_node *list)
{
	const struct doc_node *item;
	char type = 0, first = 0, own;

	for (item = list->first; item != NULL; item = item->next) {
		const char *label = item->text;

		if (item->kind != DOC_ITEM)
			continue;
		if (label_number(label) >= 0)
			own = '1';
		else if (label != NULL && isalpha((unsigned char)label[0]) &&
			 strcmp(label + 1, ".") == 0)
			own = islower((unsigned char)label[0]) ? 'a' : 'A';
		else
			return 0;
		if (type != 0 && own != type)
			return 0;
		if (type == 0)
			first = label[0];
		type = own;
	}
	/* "i." may be a letter or a Roman number */
	return type == '1' || first == type ? type : 0;
}

static long
value_of(const struct doc_node *item, char type)
{
	return type == '1' ? label_number(item->text)
	       : type != 0 ? item->text[0] - type + 1
			   : 0;
}

static void
write_item(struct page *p, const struct doc_node *item, char type, bool says,
    int depth)
{
	start(p, "li");
	html_id(p, item->id);
	if (says)
		number(p, "value", (int)value_of(item, type));
	if (type == 0 && item->parent != NULL && item->parent->ordered &&
	    item->text != NULL && *item->text != '\0') {
		start(p, "span");
		attribute(p, "class", "label");
		string(p, item->text);
		end(p);
		string(p, " ");
	}
	html_content(p, item, depth + 1);
	end(p);
	newline(p);
}

void
html_list(struct page *p, const struct doc_node *list, int depth)
{
	const struct doc_node *item = list->first;
	char type = list->ordered ? numbering(list) : 0;
	long next = 1;

	while (item != NULL && item->kind != DOC_ITEM)
		item = item->next;
	if (item == NULL)
		return; /* a list has items */
	start(p, list->ordered ? "ol" : "ul");
	if (list->ordered && type == 0) {
		/* without its marks it is no list to some readers, unless
		 * that is said */
		attribute(p, "class", "labels");
		attribute(p, "role", "list");
	} else if (type == 'a' || type == 'A') {
		attribute(p, "type", type == 'a' ? "a" : "A");
	}
	if (type != 0 && value_of(item, type) != 1)
		number(p, "start", (int)value_of(item, type));
	if (type != 0)
		next = value_of(item, type);
	newline(p);
	for (; item != NULL; item = item->next) {
		if (item->kind != DOC_ITEM)
			continue;
		write_item(p, item, type,
		    type != 0 && value_of(item, type) != next, depth);
		next = value_of(item, type) + 1;
	}
	end(p);
	newline(p);
}

/* Is a cell the head of several columns that have heads of their own? */
static bool
heads_group(const struct doc_node *row, const struct doc_node *cell)
{
	return cell->colspan > 1 && row->next != NULL && row->next->header;
}

/* The columns that heads of several columns belong to. */
static void
write_groups(struct page *p, const struct doc_node *row)
{
	const struct doc_node *cell;
	bool groups = false;

	for (cell = row->first; cell != NULL && row->header; cell = cell->next)
		groups |= heads_group(row, cell);
	for (cell = row->first; groups && cell != NULL; cell = cell->next) {
		start(p, "colgroup");
		if (cell->colspan > 1)
			number(p, "span", cell->colspan);
		end(p);
	}
	if (groups)
		newline(p);
}

static void
write_caption(struct page *p)
{
	const struct doc_node *caption = p->caption;

	p->caption = NULL;
	if (caption == NULL)
		return;
	start(p, "caption");
	html_id(p, caption->id);
	html_inlines(p, caption, 0);
	end(p);
	newline(p);
}

static size_t
columns_of(const struct doc_node *table)
{
	const struct doc_node *cell;
	size_t n = 0;

	if (table->ncolumns > 0)
		return table->ncolumns;
	for (cell = table->first->first; cell != NULL; cell = cell->next)
		n += cell->colspan > 1 ? (size_t)cell->colspan : 1;
	return n;
}

static void
write_cell(struct page *p, const struct doc_node *row,
    const struct doc_node *cell, int depth)
{
	/* a head without words is the head of nothing */
	bool head = (row->header || cell->header || cell->row_head) &&
		    !html_is_empty(cell, 0);

	start(p, head ? "th" : "td");
	if (head)
		attribute(p, "scope",
		    !row->header	     ? "row"
		    : heads_group(row, cell) ? "colgroup"
					     : "col");
	if (cell->colspan > 1)
		number(p, "colspan", cell->colspan);
	if (cell->rowspan > 1)
		number(p, "rowspan", cell->rowspan);
	html_content(p, cell, depth + 1);
	end(p);
}

static void
write_row(struct page *p, const struct doc_node *row, int depth)
{
	const struct doc_node *cell;

	start(p, "tr");
	for (cell = row->first; cell != NULL; cell = cell->next)
		if (cell->kind == DOC_CELL)
			write_cell(p, row, cell, depth);
	end(p);
	newline(p);
}

static void
write_frame(struct page *p, const struct doc_node *table, int depth)
{
	const struct doc_node *row, *cell;

	start(p, "div");
	html_id(p, table->id);
	attribute(p, "class", "box");
	newline(p);
	if (p->caption != NULL) {
		start(p, "p");
		html_inlines(p, p->caption, depth);
		end(p);
		p->caption = NULL;
	}
	for (row = table->first; row != NULL; row = row->next)
		for (cell = row->first; cell != NULL; cell = cell->next)
			html_blocks(p, cell, depth + 1);
	end(p);
	newline(p);
}

static void
write_rows(struct page *p, const struct doc_node *table, int depth)
{
	const struct doc_node *row = table->first;

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
}

void
html_table(struct page *p, const struct doc_node *table, int depth)
{
	bool wide;

	if (table->first == NULL)
		return;
	if (document_is_frame(table)) {
		write_frame(p, table, depth);
		return;
	}
	/* what scrolls must be reached by keyboard and have a name */
	wide = columns_of(table) >= WIDE_COLUMNS && p->heading != NULL;
	if (wide) {
		start(p, "div");
		attribute(p, "class", "wide");
		attribute(p, "role", "region");
		attribute(p, "tabindex", "0");
		attribute(p, "aria-label", p->heading);
		newline(p);
	}
	start(p, "table");
	html_id(p, table->id);
	newline(p);
	write_caption(p);
	write_groups(p, table->first);
	write_rows(p, table, depth);
	end(p);
	newline(p);
	if (wide) {
		end(p);
		newline(p);
	}
}
