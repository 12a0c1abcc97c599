/* SPDX-License-Identifier: EUPL-1.2
 *
 * Tables: column widths in points, spans, head rows, and the boxes of cells.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "odf/read.h"

#define MAX_COLUMNS 200
#define MAX_ROWS 50000
#define MAX_SPAN 1000

struct table {
	struct reader *r;
	struct doc_node *node;
	double widths[MAX_COLUMNS], shares[MAX_COLUMNS];
	const char *cell_styles[MAX_COLUMNS];
	size_t ncolumns, nrows, nhead; /* head columns, at the left */
};

static int
count_of(const xmlNode *n, const char *attribute, int max)
{
	const char *s = odf_attr(n, attribute);
	int v = s == NULL ? 1 : atoi(s);

	return v < 1 ? 1 : v > max ? max : v;
}

static void
add_column(struct table *t, const xmlNode *column)
{
	const xmlNode *props =
	    odf_child(styles_find(t->r, odf_attr(column, "table:style-name"),
			  "table-column"),
		"style:table-column-properties");
	const char *share = odf_attr(props, "style:rel-column-width");
	double width = 0;
	int i, n;

	odf_length(odf_attr(props, "style:column-width"), &width);
	n = count_of(column, "table:number-columns-repeated", MAX_COLUMNS);
	for (i = 0; i < n && t->ncolumns < MAX_COLUMNS; i++) {
		t->widths[t->ncolumns] = width;
		t->shares[t->ncolumns] = share == NULL ? 0 : atoi(share);
		t->cell_styles[t->ncolumns++] =
		    odf_attr(column, "table:default-cell-style-name");
	}
}

static void
add_columns(struct table *t, const xmlNode *from)
{
	const xmlNode *n;

	for (n = from->children; n != NULL; n = n->next) {
		if (odf_is(n, "table:table-column"))
			add_column(t, n);
		else if (odf_is(n, "table:table-columns") ||
			 odf_is(n, "table:table-column-group"))
			add_columns(t, n);
		else if (odf_is(n, "table:table-header-columns")) {
			add_columns(t, n);
			t->nhead = t->ncolumns;
		}
	}
}

/* The table's whole width: a share of the room, all of it, or what its columns
 * add up to. */
static double
whole_width(struct table *t, const xmlNode *props, double sum)
{
	const char *align = odf_attr(props, "table:align");
	double room = t->r->width, left = 0, right = 0, v;

	odf_length(odf_attr(props, "fo:margin-left"), &left);
	odf_length(odf_attr(props, "fo:margin-right"), &right);
	if (odf_percent(odf_attr(props, "style:rel-width"), &v) && v > 0)
		return room * v;
	if (align == NULL || strcmp(align, "margins") == 0) {
		v = room - left - right;
		return v > 0 ? v : room;
	}
	if (odf_length(odf_attr(props, "style:width"), &v) && v > 0)
		return v;
	return sum > 0 ? sum : room;
}

/* Columns scaled to the whole; without widths they follow their shares, or are
 * alike. */
static int
set_widths(struct table *t, const xmlNode *props)
{
	double sum = 0, whole, *columns;
	size_t i;

	for (i = 0; i < t->ncolumns; i++)
		sum += t->widths[i];
	whole = whole_width(t, props, sum);
	if (sum <= 0) {
		memcpy(t->widths, t->shares, sizeof t->widths);
		for (i = 0; i < t->ncolumns; i++)
			sum += t->widths[i];
	}
	columns = arena_alloc(t->r->a, t->ncolumns * sizeof *columns + 1);
	if (columns == NULL)
		return KL_E_NOMEM;
	for (i = 0; i < t->ncolumns; i++)
		columns[i] = sum > 0 ? t->widths[i] * whole / sum
				     : whole / (double)t->ncolumns;
	t->node->columns = columns;
	t->node->ncolumns = t->ncolumns;
	return 0;
}

/* Where the table stands and whether it may break. */
static void
set_place(struct table *t, const xmlNode *props)
{
	const char *align = odf_attr(props, "table:align");
	const char *breaks = odf_attr(props, "style:may-break-between-rows");
	double whole = 0;
	size_t i;

	for (i = 0; i < t->ncolumns; i++)
		whole += t->node->columns[i];
	odf_length(odf_attr(props, "fo:margin-left"), &t->node->margin_left);
	odf_length(odf_attr(props, "fo:margin-top"), &t->node->margin_top);
	odf_length(
	    odf_attr(props, "fo:margin-bottom"), &t->node->margin_bottom);
	if (align != NULL && strcmp(align, "center") == 0)
		t->node->margin_left = (t->r->width - whole) / 2;
	else if (align != NULL && strcmp(align, "right") == 0)
		t->node->margin_left = t->r->width - whole;
	t->node->keep_together = breaks != NULL && strcmp(breaks, "false") == 0;
	styles_box(props, &t->node->box);
	breaks = odf_attr(props, "fo:keep-with-next");
	t->node->keep_with_next =
	    breaks != NULL && strcmp(breaks, "always") == 0;
	breaks = odf_attr(props, "table:border-model");
	t->node->collapse = breaks == NULL || strcmp(breaks, "separating") != 0;
}

static enum doc_valign
valign_of(const char *s)
{
	if (s != NULL && strcmp(s, "middle") == 0)
		return DOC_MIDDLE;
	return s != NULL && strcmp(s, "bottom") == 0 ? DOC_LOWER : DOC_UPPER;
}

static int
read_cell(struct table *t, struct doc_node *row, xmlNode *cell, size_t *column,
    const char *row_style, doc_colour background)
{
	const char *style = odf_attr(cell, "table:style-name");
	struct doc_node *node = document_add(t->r->a, row, DOC_CELL);
	double width = t->r->width, own = 0;
	const xmlNode *props;
	int i, rc;

	if (node == NULL)
		return KL_E_NOMEM;
	node->colspan =
	    count_of(cell, "table:number-columns-spanned", MAX_SPAN);
	node->rowspan = count_of(cell, "table:number-rows-spanned", MAX_SPAN);
	node->box.background = background;
	if (style == NULL)
		style = row_style;
	if (style == NULL && *column < t->ncolumns)
		style = t->cell_styles[*column];
	props = odf_child(styles_find(t->r, style, "table-cell"),
	    "style:table-cell-properties");
	styles_box(props, &node->box);
	node->valign = valign_of(odf_attr(props, "style:vertical-align"));
	node->row_head = *column < t->nhead;
	node->header = row->header || node->row_head;
	if (node->box.background == DOC_NO_COLOUR)
		node->box.background = background;
	for (i = 0; i < node->colspan && *column + (size_t)i < t->ncolumns; i++)
		own += t->node->columns[*column + (size_t)i];
	t->r->width =
	    own - node->box.padding[DOC_LEFT] - node->box.padding[DOC_RIGHT];
	t->r->inside++;
	rc = read_blocks(t->r, node, cell);
	t->r->inside--;
	t->r->width = width;
	return rc;
}

static int
read_row(struct table *t, xmlNode *row, bool header)
{
	const xmlNode *props = odf_child(
	    styles_find(t->r, odf_attr(row, "table:style-name"), "table-row"),
	    "style:table-row-properties");
	const char *keep = odf_attr(props, "fo:keep-together");
	struct doc_node *node = document_add(t->r->a, t->node, DOC_ROW);
	size_t column = 0;
	xmlNode *n;
	int i, times, rc = 0;

	if (node == NULL)
		return KL_E_NOMEM;
	node->header = header;
	node->keep_together = keep != NULL && strcmp(keep, "always") == 0;
	/* a fixed height would hide what does not fit: it is the least */
	if (!odf_length(
		odf_attr(props, "style:row-height"), &node->least_height))
		odf_length(odf_attr(props, "style:min-row-height"),
		    &node->least_height);
	for (n = row->children; n != NULL && rc == 0; n = n->next) {
		if (!odf_is(n, "table:table-cell") &&
		    !odf_is(n, "table:covered-table-cell"))
			continue;
		times =
		    count_of(n, "table:number-columns-repeated", MAX_COLUMNS);
		for (i = 0; i < times && rc == 0; i++) {
			if (odf_is(n, "table:table-cell"))
				rc = read_cell(t, node, n, &column,
				    odf_attr(
					row, "table:default-cell-style-name"),
				    odf_colour(odf_attr(
					props, "fo:background-color")));
			column++;
		}
	}
	return rc;
}

static int
read_rows(struct table *t, xmlNode *from, bool header)
{
	xmlNode *n;
	int i, times, rc = 0;

	for (n = from->children; n != NULL && rc == 0; n = n->next) {
		if (odf_is(n, "table:table-header-rows")) {
			rc = read_rows(t, n, true);
		} else if (odf_is(n, "table:table-rows") ||
			   odf_is(n, "table:table-row-group")) {
			rc = read_rows(t, n, header);
		} else if (odf_is(n, "table:table-row")) {
			times =
			    count_of(n, "table:number-rows-repeated", MAX_SPAN);
			for (i = 0; i < times && rc == 0; i++)
				if (t->nrows++ < MAX_ROWS)
					rc = read_row(t, n, header);
		}
	}
	return rc;
}

int
tables_read(struct reader *r, struct doc_node *parent, xmlNode *table)
{
	const xmlNode *props = odf_child(
	    styles_find(r, odf_attr(table, "table:style-name"), "table"),
	    "style:table-properties");
	const char *before = odf_attr(props, "fo:break-before");
	const struct doc_page *page = pages_begin(r, table);
	const xmlNode *title;
	struct table *t;

	if (page == NULL && r->began && r->inside == 0 && before != NULL &&
	    strcmp(before, "page") == 0)
		document_add(r->a, parent, DOC_PAGE_BREAK);
	t = arena_alloc(r->a, sizeof *t);
	if (t == NULL)
		return KL_E_NOMEM;
	t->r = r;
	t->node = document_add(r->a, parent, DOC_TABLE);
	if (t->node == NULL)
		return KL_E_NOMEM;
	refs_place(r, odf_attr(table, "table:name"), t->node);
	t->node->new_page = page;
	title = odf_child(table, "table:title");
	if (title != NULL && title->children == NULL)
		t->node->alt = ""; /* an arrangement, as an empty title says of
				      a picture that it is decoration */
	add_columns(t, table);
	if (t->ncolumns == 0)
		t->ncolumns = 1;
	if (set_widths(t, props) != 0)
		return KL_E_NOMEM;
	set_place(t, props);
	return read_rows(t, table, false);
}
