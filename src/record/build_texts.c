/* SPDX-License-Identifier: EUPL-1.2
 *
 * Building the record: the sentences that were composed of each paragraph, and
 * the annexes that they cite.
 */
#include "config.h"

#include "record/build.h"

void
build_texts(struct building *g, xmlNode *node, int nr)
{
	const struct record_text *t;
	xmlNode *all = NULL, *n;
	size_t i;

	for (i = 0; g->dates != NULL && i < g->dates->texts.n; i++) {
		t = &g->dates->texts.v[i];
		if (t->paragraph != nr || t->sentences->n == 0)
			continue;
		if (all == NULL)
			all = make_node(&g->mk, node, "texter");
		n = make_node(&g->mk, all, t->part);
		make_texts(&g->mk, n, "stycke", t->sentences);
	}
}

const struct annex *
build_annex(const struct building *g, enum annex_kind kind, int nr, int index)
{
	const struct annex *x;
	size_t i;

	for (i = 0; i < g->m->annexes.n; i++) {
		x = &g->m->annexes.v[i];
		if (x->kind == kind && x->paragraph == nr &&
		    (x->index == index || (x->index == 0 && index == 1)))
			return x;
	}
	return NULL;
}

void
build_annex_nr(
    struct building *g, xmlNode *node, enum annex_kind kind, int nr, int index)
{
	const struct annex *x = build_annex(g, kind, nr, index);

	if (x != NULL)
		make_attr_int(&g->mk, node, "bilaga", x->nr);
}

/* A statement's annex is called what the statement is. */
static const char *
annex_title(const struct building *g, const struct annex *x)
{
	const struct paragraph *p;
	size_t i = x->index > 0 ? (size_t)x->index - 1 : 0;

	if (x->title != NULL || x->kind != ANNEX_STATEMENT)
		return x->title;
	p = meeting_paragraph(g->m, x->paragraph);
	if (p == NULL || i >= p->statements.n)
		return NULL;
	return word_of(words_statement, (int)p->statements.v[i].kind);
}

void
build_annexes(struct building *g, xmlNode *node)
{
	const struct annex *x;
	xmlNode *n;
	size_t i;

	for (i = 0; i < g->m->annexes.n; i++) {
		x = &g->m->annexes.v[i];
		n = make_node(&g->mk, node, "bilaga");
		make_attr_int(&g->mk, n, "nr", x->nr);
		make_attr_int(&g->mk, n, "paragraf", x->paragraph);
		make_word(&g->mk, n, "slag", words_annex, (int)x->kind);
		make_text(&g->mk, n, "titel", annex_title(g, x));
		make_text(&g->mk, n, "fil", x->file);
	}
}
