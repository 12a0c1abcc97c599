/* SPDX-License-Identifier: EUPL-1.2
 *
 * Cells that are repeated across a row, and cells that take the colour of what
 * they show: what a table by months or weeks needs, where rows are repeated by
 * the table itself (fill.c).
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "odf/fill.h"

#define COLUMNS_MAX 200 /* of a table: as tables.c */

static bool
is_cell(const xmlNode *n)
{
	return odf_is(n, "table:table-cell") ||
	       odf_is(n, "table:covered-table-cell");
}

xmlNode *
fill_cell_section(const xmlNode *cell)
{
	xmlNode *first;
	const char *rest;

	if (!odf_is(cell, "table:table-cell"))
		return NULL;
	first = xmlFirstElementChild((xmlNode *)cell);
	return first != NULL && fill_control(first, &rest) == CONTROL_CELL
		   ? first
		   : NULL;
}

static int
repeated(const xmlNode *n, const char *attribute)
{
	const char *s = odf_attr(n, attribute);
	int v = s == NULL ? 1 : atoi(s);

	return v < 1 ? 1 : v > COLUMNS_MAX ? COLUMNS_MAX : v;
}

static int
count_cells(const xmlNode *row)
{
	const xmlNode *n;
	int count = 0;

	for (n = row->children; n != NULL; n = n->next)
		if (is_cell(n))
			count += repeated(n, "table:number-columns-repeated");
	return count;
}

static xmlNode *
table_of(const xmlNode *node)
{
	xmlNode *n = node->parent;

	while (n != NULL && !odf_is(n, "table:table"))
		n = n->parent;
	return n;
}

/* The definition of column ${at}, and how many columns there are. */
static xmlNode *
column_at(const xmlNode *table, int at, int *count)
{
	xmlNode *n = odf_walk(table, table), *found = NULL;

	*count = 0;
	for (; n != NULL && !odf_is(n, "table:table-row");
	     n = odf_walk(n, table)) {
		if (!odf_is(n, "table:table-column"))
			continue;
		*count += repeated(n, "table:number-columns-repeated");
		if (found == NULL && *count > at)
			found = n;
	}
	return found;
}

/* As many columns as the row has cells: those lacking are like column ${at}. */
static int
widen(struct filler *f, const xmlNode *row, int at)
{
	xmlNode *table = table_of(row), *column, *copy;
	int cells = count_cells(row), columns = 0;

	column = table == NULL ? NULL : column_at(table, at, &columns);
	for (; column != NULL && columns < cells; columns++) {
		copy = odf_copy(f->odf, column, false, &f->copied);
		if (copy == NULL)
			return kl_error_nomem(f->err);
		odf_unset(copy, "table:number-columns-repeated");
		odf_insert_after(column, copy);
	}
	return 0;
}

/* The cell's column. */
static int
place_of(const xmlNode *cell)
{
	const xmlNode *n;
	int at = 0;

	for (n = cell->parent->children; n != NULL && n != cell; n = n->next)
		if (is_cell(n))
			at += repeated(n, "table:number-columns-repeated");
	return at;
}

/* The section of a copied cell has done its work: its content stays. */
static void
unwrap(xmlNode *section)
{
	while (section->children != NULL)
		odf_insert_before(section, section->children);
	odf_drop(section);
}

static int
add_cell(struct filler *f, xmlNode *cell, bool first)
{
	xmlNode *copy = odf_copy(f->odf, cell, first, &f->copied);
	xmlNode *section;
	int rc;

	if (copy == NULL)
		return kl_error_nomem(f->err);
	odf_insert_before(cell, copy);
	section = fill_cell_section(copy);
	rc = fill_content(f, section);
	if (rc == 0)
		unwrap(section);
	return rc;
}

int
fill_cells(struct filler *f, xmlNode *cell, const struct path *path)
{
	xmlNode *row = cell->parent;
	xmlXPathObject *o = NULL;
	int i, n, rc, at = place_of(cell);

	rc = fill_items(f, path, &o);
	if (rc != 0)
		return rc;
	n = o->nodesetval == NULL ? 0 : o->nodesetval->nodeNr;
	if (n > COLUMNS_MAX)
		n = COLUMNS_MAX;
	for (i = 0; i < n && rc == 0; i++) {
		fill_enter(f, o->nodesetval->nodeTab[i], i + 1, n);
		rc = add_cell(f, cell, i == 0);
		f->depth--;
	}
	xmlXPathFreeObject(o);
	odf_drop(cell);
	return rc == 0 ? widen(f, row, at) : rc;
}

/* ---- colours --------------------------------------------------------------
 */

/* The automatic style ${name} of a cell. */
static xmlNode *
cell_style(const struct filler *f, const char *name)
{
	xmlNode *s = odf_child(
	    odf_part(f->odf, "office:automatic-styles"), "style:style");
	const char *own;

	for (; s != NULL && name != NULL; s = odf_next(s, "style:style")) {
		own = odf_attr(s, "style:name");
		if (own != NULL && strcmp(own, name) == 0)
			return s;
	}
	return NULL;
}

/* A style like ${old} with that background, made once. */
static const char *
coloured(struct filler *f, const char *old, const char *colour)
{
	const char *key =
	    arena_printf(f->a, "cell|%s|%s", old == NULL ? "" : old, colour);
	xmlNode *like = cell_style(f, old), *s, *e;
	const char *name;

	name = key == NULL ? NULL : xmlHashLookup(f->looks, BAD_CAST key);
	if (key == NULL || name != NULL || like == NULL)
		return name;
	name = arena_printf(f->a, "Figur%d", xmlHashSize(f->looks) + 1);
	s = odf_copy(f->odf, like, false, &f->copied);
	if (name == NULL || s == NULL)
		return NULL;
	odf_insert_after(like, s);
	e = odf_child(s, "style:table-cell-properties");
	if (e == NULL || odf_set(s, "style:name", name) != 0 ||
	    odf_set(e, "fo:background-color", colour) != 0 ||
	    xmlHashAddEntry(f->looks, BAD_CAST key, (void *)name) != 0)
		return NULL;
	return name;
}

int
fill_colour_cell(struct filler *f, xmlNode *cell, const char *colour)
{
	const char *name =
	    coloured(f, odf_attr(cell, "table:style-name"), colour);

	return name == NULL || odf_set(cell, "table:style-name", name) != 0
		   ? kl_error_nomem(f->err)
		   : 0;
}
