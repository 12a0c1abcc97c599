/* SPDX-License-Identifier: EUPL-1.2
 *
 * Rows and columns of a table: each place in the grid is covered by one cell
 * (ISO 14289-1, 7.2), and each cell knows its head (7.5).
 */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "pdf/check.h"

#define MAX_ROWS 100000
#define MAX_COLUMNS 1000
#define MAX_GRID 4000000 /* places looked at in a table */

struct grid {
	struct check *c;
	struct selem *table;
	VEC(const struct selem *) rows;
	const struct selem **at; /* cell by row and column */
	size_t ncolumns, nrows;
	VEC(const char *) ids; /* of heads */
	bool scoped;	       /* all heads have a Scope */
};

static bool
is_type(const struct selem *e, const char *type)
{
	return e->standard != NULL && strcmp(e->standard, type) == 0;
}

static bool
is_cell(const struct selem *e)
{
	return is_type(e, "TD") || is_type(e, "TH");
}

static void
collect(struct grid *g, const struct selem *e)
{
	const struct selem *kid, **slot;

	for (kid = e->first; kid != NULL; kid = kid->next) {
		if (is_type(kid, "TR") && g->rows.n < MAX_ROWS) {
			slot = vec_push(g->c->a, &g->rows);
			if (slot != NULL)
				*slot = kid;
		} else if (e == g->table &&
			   (is_type(kid, "THead") || is_type(kid, "TBody") ||
			       is_type(kid, "TFoot"))) {
			collect(g, kid);
		}
	}
}

static size_t
span(struct grid *g, const struct selem *cell, const char *key)
{
	const struct pobj *o = check_attribute(g->c, cell, "Table", key);

	if (o->type != POBJ_INT || o->integer < 1)
		return 1;
	return o->integer > MAX_ROWS ? MAX_ROWS : (size_t)o->integer;
}

static void
complain(struct grid *g, enum check_rule rule, size_t row)
{
	char text[24];

	snprintf(text, sizeof text, "%zu", row + 1);
	report(g->c, rule, g->table->obj, text);
}

/* Put a cell into the grid from ${column} on; false if it does not fit. */
static bool
place(struct grid *g, const struct selem *cell, size_t row, size_t *column)
{
	size_t down = span(g, cell, "RowSpan");
	size_t across = span(g, cell, "ColSpan");
	size_t i, k;

	while (
	    *column < g->ncolumns && g->at[row * g->ncolumns + *column] != NULL)
		++*column;
	if (*column + across > g->ncolumns) {
		complain(g, CHECK_COLUMN_SPANS, row);
		return false;
	}
	if (row + down > g->nrows) {
		complain(g, CHECK_ROW_SPANS, row);
		return false;
	}
	for (i = row; i < row + down; i++)
		for (k = *column; k < *column + across; k++) {
			if (g->at[i * g->ncolumns + k] != NULL) {
				complain(g, CHECK_CELLS_OVERLAP, row);
				return false;
			}
			g->at[i * g->ncolumns + k] = cell;
		}
	*column += across;
	return true;
}

static bool
is_regular(struct grid *g)
{
	const struct selem *kid;
	size_t row, column;

	for (row = 0; row < g->nrows; row++) {
		column = 0;
		for (kid = g->rows.v[row]->first; kid != NULL; kid = kid->next)
			if (is_cell(kid) && !place(g, kid, row, &column))
				return false;
	}
	for (row = 0; row < g->nrows; row++)
		for (column = 0; column < g->ncolumns; column++)
			if (g->at[row * g->ncolumns + column] == NULL) {
				complain(g, CHECK_COLUMN_COUNT, row);
				return false;
			}
	return true;
}

/* ---- heads -------------------------------------------------------------- */

static void
collect_heads(struct grid *g)
{
	size_t i;

	g->scoped = true;
	for (i = 0; i < g->nrows * g->ncolumns; i++) {
		const char *id, **slot;

		if (!is_type(g->at[i], "TH"))
			continue;
		id = pdf_text(g->c->a, pdf_get(g->c->pdf, g->at[i]->obj, "ID"));
		if (id != NULL && g->ids.n < 10000 &&
		    (slot = vec_push(g->c->a, &g->ids)) != NULL)
			*slot = id;
		g->scoped &=
		    check_attribute(g->c, g->at[i], "Table", "Scope")->type ==
		    POBJ_NAME;
	}
}

/* All heads that the cell names are there. */
static bool
names_heads(struct grid *g, const struct selem *cell)
{
	const struct pobj *list =
	    check_attribute(g->c, cell, "Table", "Headers");
	size_t i, k;

	if (list->type != POBJ_ARRAY || list->n == 0 || list->n > 1000)
		return false;
	for (i = 0; i < list->n; i++) {
		const char *id = pdf_text(g->c->a, pdf_at(g->c->pdf, list, i));

		for (k = 0; k < g->ids.n; k++)
			if (id != NULL && strcmp(id, g->ids.v[k]) == 0)
				break;
		if (k == g->ids.n)
			return false;
	}
	return true;
}

/* The head at that place is for its column or row; one without Scope in the
 * first row or column counts as if it had one (ISO 32000-1, 14.8.5.7). */
static bool
is_head_for(struct grid *g, size_t row, size_t column, const char *what)
{
	const struct selem *cell = g->at[row * g->ncolumns + column];
	const struct pobj *scope;
	const char *name;

	if (!is_type(cell, "TH"))
		return false;
	scope = check_attribute(g->c, cell, "Table", "Scope");
	if (scope->type == POBJ_NAME)
		name = scope->text;
	else if (row == 0 && column == 0)
		name = "Both";
	else
		name = row == 0 ? "Column" : column == 0 ? "Row" : "";
	return strcmp(name, "Both") == 0 || strcmp(name, what) == 0;
}

static bool
finds_head(struct grid *g, size_t row, size_t column)
{
	size_t i;

	for (i = row; i-- > 0;)
		if (is_head_for(g, i, column, "Column"))
			return true;
	for (i = column; i-- > 0;)
		if (is_head_for(g, row, i, "Row"))
			return true;
	return false;
}

static void
check_heads(struct grid *g)
{
	size_t row, column;

	collect_heads(g);
	if (g->scoped || arena_failed(g->c->a))
		return;
	for (row = 0; row < g->nrows; row++)
		for (column = 0; column < g->ncolumns; column++) {
			const struct selem *cell =
			    g->at[row * g->ncolumns + column];

			if (!is_type(cell, "TD") || names_heads(g, cell) ||
			    finds_head(g, row, column))
				continue;
			report(g->c, CHECK_HEADERS, g->table->obj, NULL);
			return;
		}
}

void
check_table(struct check *c, struct selem *table)
{
	struct grid g = { .c = c, .table = table };
	const struct selem *kid;

	collect(&g, table);
	if (g.rows.n == 0)
		return;
	for (kid = g.rows.v[0]->first; kid != NULL; kid = kid->next)
		if (is_cell(kid))
			g.ncolumns += span(&g, kid, "ColSpan");
	g.nrows = g.rows.n;
	if (g.ncolumns == 0 || g.ncolumns > MAX_COLUMNS ||
	    g.ncolumns * g.nrows > MAX_GRID)
		return;
	g.at = arena_alloc(c->a, g.ncolumns * g.nrows * sizeof *g.at);
	if (g.at != NULL && is_regular(&g))
		check_heads(&g);
}
