/* SPDX-License-Identifier: EUPL-1.2
 *
 * Styles resolved: a paragraph's own, its parents' and the defaults, laid over
 * one another into what the document tree holds.
 */
#include "config.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "odf/read.h"

#define MAX_PARENTS 16
#define MAX_TABS 40
#define SUPER_RISE 0.42 /* about what LibreOffice has, of the size */
#define SUB_RISE (-0.1)
#define SMALL 0.58

/* A style and its parents, the style first, the family's default last. */
struct chain {
	const xmlNode *v[MAX_PARENTS + 1];
	int n;
};

/* ---- the index ---- */

int
styles_add(struct reader *r, xmlNode *style)
{
	const char *family = odf_attr(style, "style:family");
	const char *name = odf_attr(style, "style:name");

	if (odf_is(style, "style:default-style"))
		name = "";
	if (family == NULL || name == NULL)
		return 0;
	return xmlHashUpdateEntry2(
		   r->styles, BAD_CAST name, BAD_CAST family, style, NULL) == 0
		   ? 0
		   : KL_E_NOMEM;
}

static int
index_styles(struct reader *r, const xmlNode *part)
{
	xmlNode *n;

	for (n = part == NULL ? NULL : part->children; n != NULL; n = n->next)
		if (n->type == XML_ELEMENT_NODE && styles_add(r, n) != 0)
			return KL_E_NOMEM;
	return 0;
}

static int
index_fonts(struct reader *r)
{
	xmlNode *n = odf_child(
	    odf_part(r->odf, "office:font-face-decls"), "style:font-face");
	const char *name;

	for (; n != NULL; n = odf_next(n, "style:font-face")) {
		name = odf_attr(n, "style:name");
		if (name != NULL &&
		    xmlHashUpdateEntry(r->fonts, BAD_CAST name, n, NULL) != 0)
			return KL_E_NOMEM;
	}
	return 0;
}

int
styles_init(struct reader *r)
{
	r->styles = xmlHashCreate(128);
	r->fonts = xmlHashCreate(16);
	r->paras = xmlHashCreate(64);
	r->texts = xmlHashCreate(64);
	r->list_styles = xmlHashCreate(16);
	r->list_states = xmlHashCreate(16);
	r->pages = xmlHashCreate(16);
	if (r->styles == NULL || r->fonts == NULL || r->paras == NULL ||
	    r->texts == NULL || r->list_styles == NULL ||
	    r->list_states == NULL || r->pages == NULL)
		return KL_E_NOMEM;
	if (index_styles(r, odf_part(r->odf, "office:styles")) != 0 ||
	    index_styles(r, odf_part(r->odf, "office:automatic-styles")) != 0)
		return KL_E_NOMEM;
	return index_fonts(r);
}

void
styles_free(struct reader *r)
{
	xmlHashFree(r->styles, NULL);
	xmlHashFree(r->fonts, NULL);
	xmlHashFree(r->paras, NULL);
	xmlHashFree(r->texts, NULL);
	xmlHashFree(r->list_styles, NULL);
	xmlHashFree(r->list_states, NULL);
	xmlHashFree(r->pages, NULL);
}

xmlNode *
styles_find(const struct reader *r, const char *name, const char *family)
{
	return name == NULL
		   ? NULL
		   : xmlHashLookup2(r->styles, BAD_CAST name, BAD_CAST family);
}

static void
chain_of(const struct reader *r, const char *name, const char *family,
    struct chain *chain)
{
	const xmlNode *style = styles_find(r, name, family);

	chain->n = 0;
	while (style != NULL && chain->n < MAX_PARENTS) {
		chain->v[chain->n++] = style;
		style = styles_find(
		    r, odf_attr(style, "style:parent-style-name"), family);
	}
	style = styles_find(r, "", family);
	if (style != NULL)
		chain->v[chain->n++] = style;
}

const char *
styles_property(const struct reader *r, const char *name, const char *family,
    const char *element, const char *attribute)
{
	struct chain chain;
	const char *value;
	int i;

	chain_of(r, name, family, &chain);
	for (i = 0; i < chain.n; i++) {
		value = odf_attr(odf_child(chain.v[i], element), attribute);
		if (value != NULL)
			return value;
	}
	return NULL;
}

/* ---- boxes ---- */

/* "0.5pt solid #003366", in any order. */
static void
read_border(const char *s, struct doc_border *border)
{
	char word[16];
	size_t n;

	if (s == NULL)
		return;
	border->width = 0;
	border->colour = 0;
	for (; *s != '\0'; s += n + strspn(s + n, " ")) {
		n = strcspn(s, " ");
		if (n >= sizeof word)
			continue;
		memcpy(word, s, n);
		word[n] = '\0';
		if (strcmp(word, "none") == 0 || strcmp(word, "hidden") == 0) {
			border->width = 0;
			return;
		}
		odf_length(word, &border->width);
		if (odf_colour(word) != DOC_NO_COLOUR)
			border->colour = odf_colour(word);
	}
}

void
styles_box(const xmlNode *props, struct doc_box *box)
{
	static const char *const paddings[] = { "fo:padding-top",
		"fo:padding-right", "fo:padding-bottom", "fo:padding-left" };
	static const char *const borders[] = { "fo:border-top",
		"fo:border-right", "fo:border-bottom", "fo:border-left" };
	const char *s;
	int side;

	if (props == NULL)
		return;
	for (side = 0; side < 4; side++) {
		odf_length(odf_attr(props, "fo:padding"), &box->padding[side]);
		odf_length(
		    odf_attr(props, paddings[side]), &box->padding[side]);
		read_border(odf_attr(props, "fo:border"), &box->border[side]);
		read_border(odf_attr(props, borders[side]), &box->border[side]);
	}
	s = odf_attr(props, "fo:background-color");
	if (s != NULL)
		box->background = odf_colour(s);
}

void
styles_frame(struct reader *r, const char *name, struct doc_box *box)
{
	struct chain chain;
	int i;

	chain_of(r, name, "graphic", &chain);
	for (i = chain.n - 1; i >= 0; i--)
		styles_box(
		    odf_child(chain.v[i], "style:graphic-properties"), box);
}

/* ---- text ---- */

/* A family name without quotes and without the alternatives after a comma. */
static const char *
family_name(struct reader *r, const char *s)
{
	size_t n;

	s += strspn(s, " '\"");
	n = strcspn(s, "'\",;");
	while (n > 0 && s[n - 1] == ' ')
		n--;
	return n == 0 ? NULL : arena_strndup(r->a, s, n);
}

static void
read_family(struct reader *r, const xmlNode *props, struct doc_text_style *t)
{
	const char *s = odf_attr(props, "fo:font-family");
	const char *face = odf_attr(props, "style:font-name");
	const xmlNode *font;

	if (face != NULL) {
		font = xmlHashLookup(r->fonts, BAD_CAST face);
		s = odf_attr(font, "svg:font-family");
		if (s == NULL)
			s = face;
	}
	if (s != NULL)
		s = family_name(r, s);
	if (s != NULL)
		t->family = s;
}

/* "zxx" and "none" say that no language is known: the document's holds. */
static void
read_language(struct reader *r, const xmlNode *props, struct doc_text_style *t)
{
	const char *language = odf_attr(props, "fo:language");
	const char *country = odf_attr(props, "fo:country");
	const char *tag = odf_attr(props, "style:rfc-language-tag");

	if (tag != NULL && document_is_language(tag))
		t->language = arena_strdup(r->a, tag);
	else if (language == NULL)
		return;
	else if (!document_is_language(language))
		t->language = NULL;
	else if (country == NULL || !document_is_country(country))
		t->language = arena_strdup(r->a, language);
	else
		t->language = arena_printf(r->a, "%s-%s", language, country);
}

/* "super 58%", "-20% 70%": where the baseline goes, in parts of the size, and
 * the size that the text gets.  Not twice: of styles, the nearest says it. */
static void
apply_position(const char *s, struct doc_text_style *t)
{
	double rise = 0, size = 1;
	char word[32];
	size_t n;

	if (s == NULL || t->rise != 0)
		return;
	n = strcspn(s, " ");
	snprintf(word, sizeof word, "%.*s", (int)n, s);
	if (strcmp(word, "super") == 0)
		rise = SUPER_RISE;
	else if (strcmp(word, "sub") == 0)
		rise = SUB_RISE;
	else if (odf_percent(word + (*word == '-'), &rise) && *word == '-')
		rise = -rise;
	while (s[n] == ' ')
		n++;
	if (s[n] == '\0')
		size = rise == 0 ? 1 : SMALL;
	else
		odf_percent(s + n, &size);
	if (rise < -1 || rise > 1 || size < 0.1 || size > 1)
		return;
	t->rise = t->size * rise;
	t->size *= size;
}

static const char *
position_of(const struct chain *chain)
{
	const char *s = NULL;
	int i;

	for (i = 0; i < chain->n && s == NULL; i++)
		s = odf_attr(odf_child(chain->v[i], "style:text-properties"),
		    "style:text-position");
	return s;
}

static void
apply_text(struct reader *r, const xmlNode *props, struct doc_text_style *t)
{
	const char *s;
	double v;

	if (props == NULL)
		return;
	read_family(r, props, t);
	s = odf_attr(props, "fo:font-size");
	if (odf_length(s, &v) && v >= 1 && v <= 500)
		t->size = v;
	else if (odf_percent(s, &v) && v > 0.1 && v < 10)
		t->size *= v;
	s = odf_attr(props, "fo:font-weight");
	if (s != NULL)
		t->bold = strcmp(s, "bold") == 0 || atoi(s) >= 600;
	s = odf_attr(props, "fo:font-style");
	if (s != NULL)
		t->italic =
		    strcmp(s, "italic") == 0 || strcmp(s, "oblique") == 0;
	s = odf_attr(props, "style:text-underline-style");
	if (s != NULL)
		t->underline = strcmp(s, "none") != 0;
	s = odf_attr(props, "style:text-line-through-style");
	if (s != NULL)
		t->strike = strcmp(s, "none") != 0;
	s = odf_attr(props, "style:use-window-font-color");
	if (s != NULL && strcmp(s, "true") == 0)
		t->colour = 0;
	s = odf_attr(props, "fo:color");
	if (s != NULL && odf_colour(s) != DOC_NO_COLOUR)
		t->colour = odf_colour(s);
	read_language(r, props, t);
}

static void
note_text(struct reader *r, const xmlNode *props)
{
	const char *s = odf_attr(props, "fo:font-variant");
	double spacing;

	if (s != NULL && strcmp(s, "small-caps") == 0)
		read_note(r,
		    KL_N_("Near “%s”: small capitals are set as plain text."),
		    NULL);
	s = odf_attr(props, "fo:letter-spacing");
	if (s != NULL && strcmp(s, "normal") != 0 && odf_length(s, &spacing) &&
	    fabs(spacing) > 0.01)
		read_note(r,
		    KL_N_("Near “%s”: spaced letters are set as plain text."),
		    NULL);
}

const struct doc_text_style *
styles_text(
    struct reader *r, const struct doc_text_style *base, const char *name)
{
	struct doc_text_style *t;
	struct chain chain;
	const xmlNode *props;
	char key[32];
	int i;

	if (name == NULL || base == NULL)
		return base;
	snprintf(key, sizeof key, "%p", (const void *)base);
	t = xmlHashLookup2(r->texts, BAD_CAST key, BAD_CAST name);
	if (t != NULL)
		return t;
	t = arena_alloc(r->a, sizeof *t);
	if (t == NULL)
		return NULL;
	*t = *base;
	chain_of(r, name, "text", &chain);
	for (i = chain.n - 1; i >= 0; i--) {
		if (odf_is(chain.v[i], "style:default-style"))
			continue;
		props = odf_child(chain.v[i], "style:text-properties");
		apply_text(r, props, t);
		note_text(r, props);
	}
	apply_position(position_of(&chain), t);
	if (xmlHashAddEntry2(r->texts, BAD_CAST key, BAD_CAST name, t) != 0)
		return NULL;
	return t;
}

/* ---- paragraphs ---- */

static void
apply_margins(const xmlNode *props, struct doc_para_style *p)
{
	static const char *const names[] = { "fo:margin-top", "fo:margin-right",
		"fo:margin-bottom", "fo:margin-left" };
	int side;

	for (side = 0; side < 4; side++) {
		odf_length(odf_attr(props, "fo:margin"), &p->margin[side]);
		odf_length(odf_attr(props, names[side]), &p->margin[side]);
	}
	odf_length(odf_attr(props, "fo:text-indent"), &p->indent);
}

static enum doc_align
align_of(const char *s)
{
	if (strcmp(s, "end") == 0 || strcmp(s, "right") == 0)
		return DOC_END;
	if (strcmp(s, "center") == 0)
		return DOC_CENTRE;
	if (strcmp(s, "justify") == 0)
		return DOC_JUSTIFY;
	return DOC_START;
}

static void
apply_line_height(const xmlNode *props, struct doc_para_style *p)
{
	const char *s = odf_attr(props, "fo:line-height");
	bool least = s == NULL;
	double v;

	odf_length(odf_attr(props, "style:line-spacing"), &p->line_space);
	if (least)
		s = odf_attr(props, "style:line-height-at-least");
	if (s == NULL)
		return;
	p->line_least = least;
	p->line_height = p->line_factor = 0;
	if (odf_length(s, &v) && v > 0)
		p->line_height = v;
	else if (odf_percent(s, &v) && v > 0)
		p->line_factor = v;
}

/* What fills the way to a tab stop, or 0. */
static uint32_t
leader_of(const xmlNode *stop)
{
	const char *style = odf_attr(stop, "style:leader-style");
	const char *text = odf_attr(stop, "style:leader-text");
	const char *sign = odf_attr(stop, "style:leader-char");
	uint32_t cp = 0;

	if (text == NULL)
		text = sign;
	if (style != NULL && strcmp(style, "none") == 0)
		return 0;
	if (text != NULL && utf8_next(text, &cp) > 0)
		return cp == ' ' ? 0 : cp;
	if (style == NULL)
		return 0;
	return strcmp(style, "dotted") == 0 ? '.' : '_';
}

/* What stands at the tab stop, or 0 (ODF 1.3 part 3, style:char). */
static uint32_t
sign_of(const xmlNode *stop, const char *type)
{
	const char *sign = odf_attr(stop, "style:char");
	uint32_t cp = 0;

	if (type != NULL && strcmp(type, "char") == 0)
		utf8_next(sign == NULL ? "," : sign, &cp);
	return cp;
}

static void
apply_tabs(struct reader *r, const xmlNode *props, struct doc_para_style *p)
{
	const xmlNode *stops = odf_child(props, "style:tab-stops"), *n;
	struct doc_tab tabs[MAX_TABS], *copy;
	const char *type;
	size_t count = 0;

	if (stops == NULL)
		return;
	for (n = odf_child(stops, "style:tab-stop");
	     n != NULL && count < MAX_TABS; n = odf_next(n, "style:tab-stop")) {
		if (!odf_length(
			odf_attr(n, "style:position"), &tabs[count].position))
			continue;
		type = odf_attr(n, "style:type");
		tabs[count].align = DOC_START;
		tabs[count].sign = sign_of(n, type);
		if (type != NULL &&
		    (strcmp(type, "right") == 0 || strcmp(type, "char") == 0))
			tabs[count].align = DOC_END;
		else if (type != NULL && strcmp(type, "center") == 0)
			tabs[count].align = DOC_CENTRE;
		tabs[count].leader = leader_of(n);
		count++;
	}
	copy = arena_alloc(r->a, count * sizeof *copy + 1);
	if (copy == NULL)
		return;
	memcpy(copy, tabs, count * sizeof *copy);
	p->tabs = copy;
	p->ntabs = count;
}

static void
apply_flow(const xmlNode *props, struct doc_para_style *p)
{
	const char *s;

	s = odf_attr(props, "fo:keep-with-next");
	if (s != NULL)
		p->keep_with_next = strcmp(s, "always") == 0;
	s = odf_attr(props, "fo:keep-together");
	if (s != NULL)
		p->keep_together = strcmp(s, "always") == 0;
	s = odf_attr(props, "fo:break-before");
	if (s != NULL)
		p->page_break_before = strcmp(s, "page") == 0;
	s = odf_attr(props, "fo:orphans");
	if (s != NULL)
		p->orphans = atoi(s);
	s = odf_attr(props, "fo:widows");
	if (s != NULL)
		p->widows = atoi(s);
}

static void
apply_para(struct reader *r, const xmlNode *props, struct doc_para_style *p)
{
	const char *s;

	if (props == NULL)
		return;
	apply_margins(props, p);
	apply_line_height(props, p);
	apply_flow(props, p);
	apply_tabs(r, props, p);
	styles_box(props, &p->box);
	s = odf_attr(props, "fo:text-align");
	if (s != NULL)
		p->align = align_of(s);
	s = odf_attr(props, "style:contextual-spacing");
	if (s != NULL)
		p->contextual = strcmp(s, "true") == 0;
	s = odf_attr(props, "style:join-border");
	if (s != NULL)
		p->own_box = strcmp(s, "false") == 0;
	odf_length(
	    odf_attr(props, "style:tab-stop-distance"), &p->tab_distance);
}

/* Whether words may be divided stands with the text in OpenDocument, but holds
 * for the paragraph. */
static void
apply_hyphens(
    const xmlNode *text, const xmlNode *para, struct doc_para_style *p)
{
	const char *s;

	if ((s = odf_attr(text, "fo:hyphenate")) != NULL)
		p->hyphenate = strcmp(s, "true") == 0;
	s = odf_attr(text, "fo:hyphenation-remain-char-count");
	if (s != NULL)
		p->hyphen_before = atoi(s);
	s = odf_attr(text, "fo:hyphenation-push-char-count");
	if (s != NULL)
		p->hyphen_after = atoi(s);
	s = odf_attr(para, "fo:hyphenation-ladder-count");
	if (s != NULL) /* or "no-limit" */
		p->hyphen_ladder = atoi(s);
}

/* The name that people see: of the nearest style that is not automatic. */
static const char *
display_name(struct reader *r, const struct chain *chain)
{
	const char *name;
	int i;

	for (i = 0; i < chain->n; i++) {
		if (!odf_is(chain->v[i]->parent, "office:styles"))
			continue;
		name = odf_attr(chain->v[i], "style:display-name");
		if (name == NULL)
			name = odf_attr(chain->v[i], "style:name");
		return arena_strdup(r->a, name == NULL ? "" : name);
	}
	return "";
}

static struct doc_para_style *
new_para(struct reader *r)
{
	struct doc_para_style *p = arena_alloc(r->a, sizeof *p);

	if (p == NULL)
		return NULL;
	/* What OpenDocument leaves open, as LibreOffice has it. */
	p->text.family = "Liberation Serif";
	p->text.size = 12;
	p->box.background = DOC_NO_COLOUR;
	return p;
}

const struct doc_para_style *
styles_para(struct reader *r, const char *name, bool in_list)
{
	const xmlChar *kind = BAD_CAST(in_list ? "list" : "");
	struct doc_para_style *p;
	struct chain chain;
	int i;

	if (name == NULL)
		name = "Standard";
	p = xmlHashLookup2(r->paras, BAD_CAST name, kind);
	if (p != NULL)
		return p;
	p = new_para(r);
	if (p == NULL)
		return NULL;
	chain_of(r, name, "paragraph", &chain);
	for (i = chain.n - 1; i >= 0; i--) {
		const xmlNode *text =
		    odf_child(chain.v[i], "style:text-properties");
		const xmlNode *para =
		    odf_child(chain.v[i], "style:paragraph-properties");

		apply_text(r, text, &p->text);
		apply_para(r, para, p);
		apply_hyphens(text, para, p);
	}
	apply_position(position_of(&chain), &p->text);
	p->name = display_name(r, &chain);
	if (in_list)
		p->margin[DOC_LEFT] = p->indent = 0;
	if (xmlHashAddEntry2(r->paras, BAD_CAST name, kind, p) != 0)
		return NULL;
	return p;
}
