/* SPDX-License-Identifier: EUPL-1.2
 *
 * Headings: their level, the number that the outline of the document gives
 * them, and where number and text stand.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "odf/read.h"

#define MAX_PARENTS 16

/* A heading whose style says that it is in no list has no number either. */
static bool
is_listless(const struct reader *r, const char *style)
{
	const xmlNode *s = styles_find(r, style, "paragraph");
	const char *list;
	int i;

	for (i = 0; s != NULL && i < MAX_PARENTS; i++) {
		list = odf_attr(s, "style:list-style-name");
		if (list != NULL)
			return *list == '\0';
		s = styles_find(
		    r, odf_attr(s, "style:parent-style-name"), "paragraph");
	}
	return false;
}

static bool
is_true(const xmlNode *n, const char *name)
{
	const char *s = odf_attr(n, name);

	return s != NULL && strcmp(s, "true") == 0;
}

/* The number that a heading gets from its level, or NULL. */
static const char *
number_of(struct reader *r, const xmlNode *para, int level)
{
	const char *start = odf_attr(para, "text:start-value");

	if (r->outline == NULL || level > LIST_LEVELS ||
	    r->outline->level[level - 1].format == 0 ||
	    is_true(para, "text:is-list-header") ||
	    is_listless(r, odf_attr(para, "text:style-name")))
		return NULL;
	lists_step(r->outline, &r->headings, level - 1);
	if (is_true(para, "text:restart-numbering"))
		r->headings.count[level - 1] =
		    start != NULL && atoi(start) > 0
			? atoi(start)
			: r->outline->level[level - 1].start;
	return lists_label(r, r->outline, &r->headings, level - 1);
}

/* Whether the paragraph's style sets ${attribute} itself. */
static bool
sets(const struct reader *r, const xmlNode *para, const char *attribute)
{
	return styles_property(r, odf_attr(para, "text:style-name"),
		   "paragraph", "style:paragraph-properties",
		   attribute) != NULL;
}

/* The indents that go with the number; those of the style come before. */
static const struct doc_para_style *
indented(struct reader *r, const struct doc_para_style *style,
    const xmlNode *para, const struct list_level *l)
{
	struct doc_para_style *own;
	struct doc_tab *tabs;

	if (l->text_indent == 0 && l->label_indent == 0 && l->tab_stop == 0)
		return style;
	own = arena_alloc(r->a, sizeof *own);
	tabs = arena_alloc(r->a, (style->ntabs + 1) * sizeof *tabs);
	if (own == NULL || tabs == NULL)
		return NULL;
	*own = *style;
	if (!sets(r, para, "fo:margin-left") && !sets(r, para, "fo:margin"))
		own->margin[DOC_LEFT] = l->text_indent;
	if (!sets(r, para, "fo:text-indent"))
		own->indent = l->label_indent - l->text_indent;
	if (l->follow == '\t' && l->tab_stop > own->margin[DOC_LEFT]) {
		if (style->ntabs > 0)
			memcpy(tabs, style->tabs, style->ntabs * sizeof *tabs);
		tabs[style->ntabs].position =
		    l->tab_stop - own->margin[DOC_LEFT];
		own->tabs = tabs;
		own->ntabs = style->ntabs + 1;
	}
	return own;
}

/* The number before the text, and what follows it. */
static int
put_number(struct reader *r, struct doc_node *node, char follow)
{
	const struct doc_para_style *p = node->para;

	if (document_text(r->a, node, &p->text, node->text) == NULL)
		return KL_E_NOMEM;
	if (follow == '\0')
		return 0;
	if (follow == '\t' && (p->ntabs > 0 || p->indent < 0))
		return document_add(r->a, node, DOC_TAB) == NULL ? KL_E_NOMEM
								 : 0;
	return document_text(r->a, node, &p->text, " ") == NULL ? KL_E_NOMEM
								: 0;
}

int
headings_read(struct reader *r, struct doc_node *node, const xmlNode *para,
    const char *label)
{
	const char *s = odf_attr(para, "text:outline-level");
	const struct list_level *l = NULL;

	node->level = s == NULL ? 1 : atoi(s);
	node->level = node->level < 1 ? 1 : node->level > 10 ? 10 : node->level;
	if (node->level == 1)
		footnotes_chapter(r);
	if (label == NULL) {
		label = number_of(r, para, node->level);
		if (label != NULL)
			l = &r->outline->level[node->level - 1];
	}
	if (label == NULL || *label == '\0')
		return 0;
	node->text = label;
	if (l != NULL)
		node->para = indented(r, node->para, para, l);
	if (node->para == NULL)
		return KL_E_NOMEM;
	return put_number(r, node, l == NULL ? '\t' : l->follow);
}
