/* SPDX-License-Identifier: EUPL-1.2
 *
 * Lists: the label of each item is worked out here, so that paper, page and
 * text all show the same number.
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "odf/read.h"

#define MAX_NUMBER 1000000

/* ---- numbers ---- */

static const char *
letters(struct arena *a, int n, char first)
{
	char text[16], *p = text + sizeof text - 1;

	*p = '\0';
	while (n > 0 && p > text) {
		*--p = (char)(first + (n - 1) % 26);
		n = (n - 1) / 26;
	}
	return arena_strdup(a, p);
}

static const char *
roman(struct arena *a, int n, bool upper)
{
	static const struct {
		int value;
		const char *lower, *upper;
	} parts[] = { { 1000, "m", "M" }, { 900, "cm", "CM" },
		{ 500, "d", "D" }, { 400, "cd", "CD" }, { 100, "c", "C" },
		{ 90, "xc", "XC" }, { 50, "l", "L" }, { 40, "xl", "XL" },
		{ 10, "x", "X" }, { 9, "ix", "IX" }, { 5, "v", "V" },
		{ 4, "iv", "IV" }, { 1, "i", "I" } };
	char text[64] = "";
	size_t i, used = 0;

	if (n > 3999)
		return arena_printf(a, "%d", n);
	for (i = 0; i < sizeof parts / sizeof *parts; i++)
		for (; n >= parts[i].value; n -= parts[i].value)
			used +=
			    (size_t)snprintf(text + used, sizeof text - used,
				"%s", upper ? parts[i].upper : parts[i].lower);
	return arena_strdup(a, text);
}

const char *
lists_number(struct arena *a, char format, int n)
{
	switch (format) {
	case '1':
		return arena_printf(a, "%d", n);
	case 'a':
	case 'A':
		return letters(a, n, format);
	case 'i':
	case 'I':
		return roman(a, n, format == 'I');
	default:
		return "";
	}
}

const char *
lists_label(struct reader *r, const struct list_style *style,
    const struct list_state *state, int level)
{
	const struct list_level *l = &style->level[level], *up;
	const char *text = "", *one;
	int i;

	if (!l->ordered)
		return l->bullet;
	if (l->format == 0)
		return arena_printf(r->a, "%s%s", l->prefix, l->suffix);
	i = level - l->display + 1;
	for (i = i < 0 ? 0 : i; i <= level && text != NULL; i++) {
		up = &style->level[i];
		if (!up->ordered || up->format == 0)
			continue;
		one = lists_number(r->a, up->format,
		    state->count[i] == 0 ? up->start : state->count[i]);
		text = *text == '\0' ? one
				     : arena_printf(r->a, "%s.%s", text,
					   one == NULL ? "" : one);
	}
	return text == NULL
		   ? NULL
		   : arena_printf(r->a, "%s%s%s", l->prefix, text, l->suffix);
}

void
lists_step(const struct list_style *style, struct list_state *state, int level)
{
	int i;

	if (state->count[level] == 0)
		state->count[level] = style->level[level].start;
	else if (state->count[level] < MAX_NUMBER)
		state->count[level]++;
	for (i = level + 1; i < LIST_LEVELS; i++)
		state->count[i] = 0;
}

/* ---- styles ---- */

static const char *
text_or_empty(struct reader *r, const char *s)
{
	return s == NULL ? "" : arena_strdup(r->a, s);
}

static void
read_indents(const xmlNode *n, struct list_level *l)
{
	const xmlNode *props = odf_child(n, "style:list-level-properties");
	const xmlNode *align =
	    odf_child(props, "style:list-level-label-alignment");
	const char *follow = odf_attr(align, "text:label-followed-by");
	const char *side = odf_attr(props, "fo:text-align");
	double first = 0, width = 0;

	l->follow = '\t';
	if (side != NULL &&
	    (strcmp(side, "end") == 0 || strcmp(side, "right") == 0))
		l->label_align = DOC_END;
	else if (side != NULL && strcmp(side, "center") == 0)
		l->label_align = DOC_CENTRE;
	if (align != NULL) {
		if (follow != NULL && strcmp(follow, "space") == 0)
			l->follow = ' ';
		else if (follow != NULL && strcmp(follow, "nothing") == 0)
			l->follow = '\0';
		odf_length(odf_attr(align, "text:list-tab-stop-position"),
		    &l->tab_stop);
		odf_length(odf_attr(align, "fo:margin-left"), &l->text_indent);
		odf_length(odf_attr(align, "fo:text-indent"), &first);
		l->label_indent = l->text_indent + first;
		return;
	}
	odf_length(odf_attr(props, "text:space-before"), &l->label_indent);
	odf_length(odf_attr(props, "text:min-label-width"), &width);
	l->text_indent = l->label_indent + width;
}

static void
read_level(struct reader *r, const xmlNode *n, struct list_level *l)
{
	const char *format = odf_attr(n, "style:num-format");
	const char *start = odf_attr(n, "text:start-value");
	const char *display = odf_attr(n, "text:display-levels");

	l->ordered = !odf_is(n, "text:list-level-style-bullet") &&
		     !odf_is(n, "text:list-level-style-image");
	l->format = format == NULL ? '\0' : format[0];
	l->prefix = text_or_empty(r, odf_attr(n, "style:num-prefix"));
	l->suffix = text_or_empty(r, odf_attr(n, "style:num-suffix"));
	l->start = start == NULL || atoi(start) < 1 ? 1 : atoi(start);
	l->display = display == NULL || atoi(display) < 1 ? 1 : atoi(display);
	l->bullet = text_or_empty(r, odf_attr(n, "text:bullet-char"));
	/* Symbol fonts put bullets in the private area; ours have the real
	 * one. */
	if (!l->ordered &&
	    (*l->bullet == '\0' || (unsigned char)*l->bullet == 0xee ||
		(unsigned char)*l->bullet == 0xef))
		l->bullet = "\xe2\x80\xa2";
	read_indents(n, l);
}

static struct list_style *
read_style(struct reader *r, const xmlNode *style)
{
	struct list_style *s = arena_alloc(r->a, sizeof *s);
	const xmlNode *n;
	const char *level;
	int i;

	if (s == NULL)
		return NULL;
	for (i = 0; i < LIST_LEVELS; i++) {
		s->level[i].prefix = s->level[i].suffix = "";
		s->level[i].bullet = "\xe2\x80\xa2";
		s->level[i].start = s->level[i].display = 1;
		s->level[i].text_indent = 18 * (i + 1);
		s->level[i].label_indent = 18 * i;
	}
	for (n = style == NULL ? NULL : style->children; n != NULL;
	     n = n->next) {
		level = odf_attr(n, "text:level");
		i = level == NULL ? 0 : atoi(level);
		if (i >= 1 && i <= LIST_LEVELS)
			read_level(r, n, &s->level[i - 1]);
	}
	return s;
}

static xmlNode *
find_style(const struct reader *r, const char *name)
{
	static const char *const wheres[] = { "office:automatic-styles",
		"office:styles" };
	const char *s;
	xmlNode *n;
	size_t i;

	for (i = 0; name != NULL && i < 2; i++)
		for (n = odf_child(
			 odf_part(r->odf, wheres[i]), "text:list-style");
		     n != NULL; n = odf_next(n, "text:list-style")) {
			s = odf_attr(n, "style:name");
			if (s != NULL && strcmp(s, name) == 0)
				return n;
		}
	return NULL;
}

static struct list_style *
style_named(struct reader *r, const char *name)
{
	struct list_style *s;

	if (name == NULL)
		name = "";
	s = xmlHashLookup(r->list_styles, BAD_CAST name);
	if (s != NULL)
		return s;
	s = read_style(r, find_style(r, name));
	if (s == NULL || xmlHashAddEntry(r->list_styles, BAD_CAST name, s) != 0)
		return NULL;
	return s;
}

struct list_style *
lists_outline(struct reader *r)
{
	xmlNode *n =
	    odf_child(odf_part(r->odf, "office:styles"), "text:outline-style");

	return n == NULL ? NULL : read_style(r, n);
}

/* ---- items ---- */

static int read_list(struct reader *r, struct doc_node *parent, xmlNode *list,
    const struct list_style *style, struct list_state *state, int level);

/* The style a list names itself, or its first paragraph's style names. */
static const char *
style_name_of(const struct reader *r, const xmlNode *list)
{
	const char *name = odf_attr(list, "text:style-name"), *para;
	const xmlNode *n, *s;

	if (name != NULL)
		return name;
	for (n = list; n != NULL; n = odf_walk(n, list)) {
		if (!odf_is(n, "text:p") && !odf_is(n, "text:h"))
			continue;
		para = odf_attr(n, "text:style-name");
		for (s = styles_find(r, para, "paragraph"); s != NULL;
		     s = styles_find(r, odf_attr(s, "style:parent-style-name"),
			 "paragraph")) {
			name = odf_attr(s, "style:list-style-name");
			if (name != NULL)
				return name;
		}
		break;
	}
	return NULL;
}

static int
read_item(struct reader *r, struct doc_node *node, xmlNode *item,
    const struct list_style *style, struct list_state *state, int level)
{
	xmlNode *n;
	int rc = 0;

	for (n = item->children; n != NULL && rc == 0; n = n->next) {
		if (odf_is(n, "text:p") || odf_is(n, "text:h"))
			rc = read_para(r, node, n, true, NULL);
		else if (odf_is(n, "text:list"))
			rc = read_list(r, node, n, style, state, level + 1);
		else if (n->type == XML_ELEMENT_NODE)
			read_note(r,
			    KL_N_("Near “%s”: the element %s is not known; its "
				  "text is not kept."),
			    (const char *)n->name);
	}
	return rc;
}

/* An item that holds nothing but a deeper list has no number of its own. */
static bool
only_deeper(const xmlNode *item)
{
	const xmlNode *first = xmlFirstElementChild((xmlNode *)item);

	return first != NULL && odf_is(first, "text:list");
}

static struct doc_node *
add_item(struct reader *r, struct doc_node *node,
    const struct list_style *style, int level, const char *label)
{
	struct doc_node *item = document_add(r->a, node, DOC_ITEM);

	if (item == NULL)
		return NULL;
	item->level = level + 1;
	item->text = label;
	item->label_indent = style->level[level].label_indent;
	item->text_indent = style->level[level].text_indent;
	item->label_follow = style->level[level].follow == '\t' ? DOC_FOLLOW_TAB
			     : style->level[level].follow == ' '
				 ? DOC_FOLLOW_SPACE
				 : DOC_FOLLOW_NOTHING;
	item->label_stop = style->level[level].tab_stop;
	item->label_align = style->level[level].label_align;
	return item;
}

static int
read_list(struct reader *r, struct doc_node *parent, xmlNode *list,
    const struct list_style *style, struct list_state *state, int level)
{
	struct doc_node *node, *item = NULL;
	const char *own = odf_attr(list, "text:style-name"), *start, *label;
	xmlNode *n;
	int rc = 0;

	if (level >= LIST_LEVELS)
		return read_blocks(r, parent, list);
	if (level > 0 && own != NULL)
		style = style_named(r, own);
	node = style == NULL ? NULL : document_add(r->a, parent, DOC_LIST);
	if (node == NULL)
		return KL_E_NOMEM;
	node->level = level + 1;
	node->ordered = style->level[level].ordered;
	for (n = list->children; n != NULL && rc == 0; n = n->next) {
		if (!odf_is(n, "text:list-item") &&
		    !odf_is(n, "text:list-header"))
			continue;
		label = "";
		if (odf_is(n, "text:list-item") && !only_deeper(n)) {
			start = odf_attr(n, "text:start-value");
			lists_step(style, state, level);
			if (start != NULL && atoi(start) >= 1)
				state->count[level] = atoi(start);
			label = lists_label(r, style, state, level);
			item = NULL;
		}
		if (item == NULL)
			item = add_item(r, node, style, level, label);
		rc = item == NULL || label == NULL
			 ? KL_E_NOMEM
			 : read_item(r, item, n, style, state, level);
	}
	return rc;
}

/* The counters that a top list goes on with: those of the list it names, of the
 * latest in its style when it says so, or new ones. */
static struct list_state *
state_of(struct reader *r, const xmlNode *list, const char *style)
{
	const char *before = odf_attr(list, "text:continue-list");
	const char *on = odf_attr(list, "text:continue-numbering");
	const xmlChar *id =
	    xmlGetNsProp((xmlNode *)list, BAD_CAST "id", XML_XML_NAMESPACE);
	struct list_state *state = NULL;

	if (before != NULL)
		state = xmlHashLookup2(
		    r->list_states, BAD_CAST before, BAD_CAST "id");
	else if (on != NULL && strcmp(on, "true") == 0)
		state = xmlHashLookup2(r->list_states,
		    BAD_CAST(style == NULL ? "" : style), BAD_CAST "style");
	if (state == NULL)
		state = arena_alloc(r->a, sizeof *state);
	if (state != NULL &&
	    (xmlHashUpdateEntry2(r->list_states,
		 BAD_CAST(style == NULL ? "" : style), BAD_CAST "style", state,
		 NULL) != 0 ||
		(id != NULL && xmlHashUpdateEntry2(r->list_states, id,
				   BAD_CAST "id", state, NULL) != 0)))
		state = NULL;
	xmlFree((xmlChar *)id);
	return state;
}

/* Headings may stand in a list to get their numbers; they are no list. */
static bool
holds_headings(const xmlNode *list)
{
	const xmlNode *n;

	for (n = list; n != NULL; n = odf_walk(n, list)) {
		if (odf_is(n, "text:h"))
			return true;
		if (odf_is(n, "text:p"))
			return false;
	}
	return false;
}

static int
read_headings(struct reader *r, struct doc_node *parent, xmlNode *list,
    const struct list_style *style, struct list_state *state, int level)
{
	const char *label, *start;
	xmlNode *item, *n;
	int rc = 0;

	if (level >= LIST_LEVELS)
		return 0;
	for (item = list->children; item != NULL && rc == 0;
	     item = item->next) {
		label = NULL;
		if (odf_is(item, "text:list-item") && !only_deeper(item)) {
			start = odf_attr(item, "text:start-value");
			lists_step(style, state, level);
			if (start != NULL && atoi(start) >= 1)
				state->count[level] = atoi(start);
			label = lists_label(r, style, state, level);
		}
		for (n = item->children; n != NULL && rc == 0; n = n->next) {
			if (odf_is(n, "text:list"))
				rc = read_headings(
				    r, parent, n, style, state, level + 1);
			else if (odf_is(n, "text:h") || odf_is(n, "text:p"))
				rc = read_para(r, parent, n, false, label);
			label = NULL;
		}
	}
	return rc;
}

int
lists_read(struct reader *r, struct doc_node *parent, xmlNode *list)
{
	const char *name = style_name_of(r, list);
	const struct list_style *style = style_named(r, name);
	struct list_state *state = state_of(r, list, name);

	if (style == NULL || state == NULL)
		return KL_E_NOMEM;
	if (holds_headings(list))
		return read_headings(r, parent, list, style, state, 0);
	return read_list(r, parent, list, style, state, 0);
}
