/* SPDX-License-Identifier: EUPL-1.2
 *
 * What may lie in what (ISO 14289-1, 7.2 to 7.9): lists, tables, contents,
 * headings, figures, notes, and the language of every text.
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pdf/check.h"

/* ---- kids and parents --------------------------------------------------- */

static bool
is_type(const struct selem *e, const char *type)
{
	return e->standard != NULL && strcmp(e->standard, type) == 0;
}

static bool
is_one_of(const char *type, const char *list)
{
	size_t n = strlen(type);
	const char *p;

	for (p = list; n > 0 && (p = strstr(p, type)) != NULL; p += n)
		if ((p == list || p[-1] == ' ') &&
		    (p[n] == ' ' || p[n] == '\0'))
			return true;
	return false;
}

static const char *
name_of(const struct selem *e)
{
	return e->standard != NULL ? e->standard : e->type;
}

/* A rule on the kind of parent or kids that a type has. */
static const struct grammar {
	const char *type;
	const char *parents; /* allowed, or NULL: any */
	enum check_rule parent_rule;
	const char *kids; /* allowed, or NULL: any */
	enum check_rule kids_rule;
} grammar[] = {
	{ "Table", NULL, 0, "TR THead TBody TFoot Caption", CHECK_TABLE_KIDS },
	{ "TR", "Table THead TBody TFoot", CHECK_TR_PARENT, "TH TD",
	    CHECK_TR_KIDS },
	{ "THead", "Table", CHECK_THEAD_PARENT, "TR", CHECK_THEAD_KIDS },
	{ "TBody", "Table", CHECK_TBODY_PARENT, "TR", CHECK_TBODY_KIDS },
	{ "TFoot", "Table", CHECK_TFOOT_PARENT, "TR", CHECK_TFOOT_KIDS },
	{ "TH", "TR", CHECK_TH_PARENT, NULL, 0 },
	{ "TD", "TR", CHECK_TD_PARENT, NULL, 0 },
	{ "L", NULL, 0, "L LI Caption", CHECK_L_KIDS },
	{ "LI", "L", CHECK_LI_PARENT, "Lbl LBody", CHECK_LI_KIDS },
	{ "LBody", "LI", CHECK_LBODY_PARENT, NULL, 0 },
	{ "TOC", NULL, 0, "TOC TOCI Caption", CHECK_TOC_KIDS },
	{ "TOCI", "TOC", CHECK_TOCI_PARENT, NULL, 0 },
};

/* NonStruct and Div-less grouping do not count: the nearest real parent. */
static const struct selem *
real_parent(const struct selem *e)
{
	const struct selem *p = e->parent;

	while (p->parent != NULL && is_type(p, "NonStruct"))
		p = p->parent;
	return p;
}

static void
check_kids(struct check *c, const struct selem *e, const struct selem *in,
    const struct grammar *g, int depth)
{
	const struct selem *kid;

	for (kid = in->first; kid != NULL; kid = kid->next) {
		if (is_type(kid, "NonStruct") && depth < 32)
			check_kids(c, e, kid, g, depth + 1);
		else if (!is_one_of(name_of(kid), g->kids))
			report(c, g->kids_rule, e->obj, name_of(kid));
	}
}

static void
check_grammar(struct check *c, const struct selem *e)
{
	const struct grammar *g;
	size_t i;

	for (i = 0; i < sizeof grammar / sizeof *grammar; i++) {
		g = &grammar[i];
		if (!is_type(e, g->type))
			continue;
		if (g->parents != NULL &&
		    !is_one_of(name_of(real_parent(e)), g->parents))
			report(
			    c, g->parent_rule, e->obj, name_of(real_parent(e)));
		if (g->kids != NULL)
			check_kids(c, e, e, g, 0);
	}
}

static size_t
count_kids(const struct selem *e, const char *type)
{
	const struct selem *kid;
	size_t n = 0;

	for (kid = e->first; kid != NULL; kid = kid->next)
		n += is_type(kid, type);
	return n;
}

/* The captions of a table, a list or a table of contents. */
static void
check_captions(struct check *c, const struct selem *e)
{
	bool table = is_type(e, "Table"), toc = is_type(e, "TOC");
	const struct selem *kid;

	if (!table && !toc && !is_type(e, "L"))
		return;
	if (table && count_kids(e, "Caption") > 1)
		report(c, CHECK_CAPTION_TWICE, e->obj, NULL);
	for (kid = e->first; kid != NULL; kid = kid->next) {
		if (!is_type(kid, "Caption") || kid == e->first ||
		    (table && kid == e->last))
			continue;
		report(c,
		    table ? CHECK_TABLE_CAPTION
		    : toc ? CHECK_TOC_CAPTION
			  : CHECK_L_CAPTION,
		    e->obj, NULL);
		break;
	}
}

static void
check_parts(struct check *c, const struct selem *e)
{
	bool body = count_kids(e, "TBody") > 0;

	if (count_kids(e, "THead") > 1)
		report(c, CHECK_THEAD_TWICE, e->obj, NULL);
	if (count_kids(e, "TFoot") > 1)
		report(c, CHECK_TFOOT_TWICE, e->obj, NULL);
	if (count_kids(e, "TFoot") > 0 && !body)
		report(c, CHECK_TFOOT_ALONE, e->obj, NULL);
	if (count_kids(e, "THead") > 0 && !body)
		report(c, CHECK_THEAD_ALONE, e->obj, NULL);
}

/* ---- texts -------------------------------------------------------------- */

static bool
is_string(struct check *c, const struct selem *e, const char *key, bool filled)
{
	const struct pobj *o = pdf_get(c->pdf, e->obj, key);
	const char *text = pdf_text(c->a, o);

	return text != NULL && (!filled || *text != '\0');
}

static void
check_texts(struct check *c, const struct selem *e)
{
	bool known = c->has_lang || e->lang != NULL;

	if (!known && is_string(c, e, "ActualText", false))
		report(c, CHECK_ACTUAL_LANGUAGE, e->obj, NULL);
	if (!known && is_string(c, e, "Alt", false))
		report(c, CHECK_ALT_LANGUAGE, e->obj, NULL);
	if (!known && is_string(c, e, "E", false))
		report(c, CHECK_E_LANGUAGE, e->obj, NULL);
	if (is_type(e, "Figure") && !is_string(c, e, "Alt", true) &&
	    !is_string(c, e, "ActualText", false))
		report(c, CHECK_FIGURE_ALT, e->obj, NULL);
	if (is_type(e, "Formula") && !is_string(c, e, "Alt", true) &&
	    !is_string(c, e, "ActualText", false))
		report(c, CHECK_FORMULA_ALT, e->obj, NULL);
}

/* ---- headings and notes ------------------------------------------------- */

struct walk {
	struct check *c;
	int level; /* of the numbered heading before; 0: none */
	const struct selem *h, *hn; /* the first of each kind */
	VEC(const char *) notes;
};

static void
check_heading(struct walk *w, const struct selem *e)
{
	int level;

	if (is_type(e, "H") && w->h == NULL)
		w->h = e;
	if (e->standard == NULL || e->standard[0] != 'H' ||
	    e->standard[1] < '1' || e->standard[1] > '6')
		return;
	if (w->hn == NULL)
		w->hn = e;
	level = e->standard[1] - '0';
	if (level > w->level + 1)
		report(w->c, CHECK_HEADING_LEVEL, e->obj, e->standard);
	w->level = level;
}

static void
check_note(struct walk *w, const struct selem *e)
{
	const char *id = pdf_text(w->c->a, pdf_get(w->c->pdf, e->obj, "ID"));
	const char **slot;

	if (id == NULL || *id == '\0') {
		report(w->c, CHECK_NOTE_ID, e->obj, NULL);
		return;
	}
	if ((slot = vec_push(w->c->a, &w->notes)) != NULL)
		*slot = id;
}

static int
by_text(const void *x, const void *y)
{
	return strcmp(*(const char *const *)x, *(const char *const *)y);
}

static void
check_form_elem(struct check *c, const struct selem *e)
{
	if (check_attribute(c, e, "PrintField", "Role")->type == POBJ_NAME)
		return;
	if (e->nobjects != 1 || e->first != NULL || e->nmarks > 0)
		report(c, CHECK_FORM_KIDS, e->obj, NULL);
}

static unsigned
first_page(const struct check *c, const struct selem *e)
{
	unsigned number = e->page;
	size_t i;

	for (i = 0; number != 0 && i < c->pdf->npages; i++)
		if (c->pdf->pages[i]->number == number)
			return (unsigned)i + 1;
	return 0;
}

static void
check_elem(struct walk *w, struct selem *e)
{
	struct check *c = w->c;

	c->page = c->pdf->npages < 500 ? first_page(c, e) : 0;
	check_grammar(c, e);
	check_captions(c, e);
	check_texts(c, e);
	check_heading(w, e);
	if (count_kids(e, "H") > 1)
		report(c, CHECK_H_TWICE, e->obj, NULL);
	if (is_type(e, "Table")) {
		check_parts(c, e);
		check_table(c, e);
	}
	if (is_type(e, "Note"))
		check_note(w, e);
	if (is_type(e, "Form"))
		check_form_elem(c, e);
}

static void
walk(struct walk *w, struct selem *e)
{
	for (e = e->first; e != NULL; e = e->next) {
		check_elem(w, e);
		walk(w, e); /* as deep as check_tree let it be */
	}
}

void
check_structure(struct check *c)
{
	struct walk w = { .c = c };
	size_t i;

	if (c->tree == NULL)
		return;
	walk(&w, c->tree);
	c->page = 0;
	if (count_kids(c->tree, "H") > 1)
		report(c, CHECK_H_TWICE, c->tree->obj, NULL);
	if (w.h != NULL && w.hn != NULL) {
		report(c, CHECK_H_AMONG_HN, w.h->obj, NULL);
		report(c, CHECK_HN_AMONG_H, w.hn->obj, w.hn->standard);
	}
	if (w.notes.n > 1)
		qsort(w.notes.v, w.notes.n, sizeof *w.notes.v, by_text);
	for (i = 1; i < w.notes.n; i++)
		if (strcmp(w.notes.v[i - 1], w.notes.v[i]) == 0)
			report(c, CHECK_NOTE_ID_TWICE, NULL, w.notes.v[i]);
}
