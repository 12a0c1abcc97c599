/* SPDX-License-Identifier: EUPL-1.2
 *
 * Lists of contents: what the file holds is as old as the last time an office
 * suite made it, so the entries are written anew from the headings that were
 * read, as the list's own settings say, and then read like any other text.
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/xml.h"
#include "odf/read.h"

#define PREFIX "__RefHeading___" /* names that an office suite does not list   \
				  */
#define MAX_NAMES 100000
#define MAX_PARENTS 16
#define CM_PER_PT (2.54 / 72)

/* A list being written. */
struct maker {
	struct reader *r;
	const xmlNode *source; /* its settings */
	xmlNode *body;
	double width;	     /* of the text where it stands [pt] */
	xmlNode *styles[10]; /* of entries, by level; NULL: not made */
};

static struct odf *
odf_of(const struct maker *m)
{
	return m->r->odf;
}

/* ---- what goes into it ----------------------------------------------------
 */

static const xmlNode *
template_of(const struct maker *m, int level)
{
	const xmlNode *n =
	    odf_child(m->source, "text:table-of-content-entry-template");
	const char *s;

	for (; n != NULL;
	     n = odf_next(n, "text:table-of-content-entry-template")) {
		s = odf_attr(n, "text:outline-level");
		if (s != NULL && atoi(s) == level)
			return n;
	}
	return NULL;
}

static bool
is_true(const xmlNode *n, const char *attribute, bool otherwise)
{
	const char *s = odf_attr(n, attribute);

	return s == NULL ? otherwise : strcmp(s, "true") == 0;
}

/* The level that the list gives to paragraphs of the style ${name}, or 0. */
static int
level_of_style(const struct maker *m, const char *name)
{
	const xmlNode *level, *style;
	const char *s;

	for (level = odf_child(m->source, "text:index-source-styles");
	     level != NULL && name != NULL;
	     level = odf_next(level, "text:index-source-styles"))
		for (style = odf_child(level, "text:index-source-style");
		     style != NULL;
		     style = odf_next(style, "text:index-source-style")) {
			s = odf_attr(style, "text:style-name");
			if (s != NULL && strcmp(s, name) == 0) {
				s = odf_attr(level, "text:outline-level");
				return s == NULL ? 0 : atoi(s);
			}
		}
	return 0;
}

/* The level of a block in this list; 0: it does not stand there. */
static int
level_of(const struct maker *m, const struct block *b)
{
	const char *deepest = odf_attr(m->source, "text:outline-level");
	const char *style = odf_attr(b->xml, "text:style-name");
	const xmlNode *s;
	int level = 0;

	if (b->node->kind == DOC_HEADING &&
	    is_true(m->source, "text:use-outline-level", true)) {
		level = b->node->level;
		if (deepest != NULL && level > atoi(deepest))
			level = 0;
	}
	if (level == 0 &&
	    is_true(m->source, "text:use-index-source-styles", false)) {
		level = level_of_style(m, style);
		s = styles_find(m->r, style, "paragraph");
		if (level == 0 && s != NULL)
			level = level_of_style(
			    m, odf_attr(s, "style:parent-style-name"));
	}
	return level < 0 || level > 10 ? 0 : level;
}

/* ---- bookmarks ------------------------------------------------------------
 */

static const char *
fresh_name(struct reader *r)
{
	const char *name;
	int i;

	for (i = r->nnames + 1; i < MAX_NAMES; i++) {
		name = arena_printf(r->a, PREFIX "Toc%d", i);
		if (name == NULL)
			return NULL;
		if (xmlHashLookup(r->places, BAD_CAST name) == NULL) {
			r->nnames = i;
			return name;
		}
	}
	return NULL;
}

/* The name of a bookmark in the block, made if there is none of our kind. */
static const char *
name_of(struct reader *r, struct block *b)
{
	xmlNode *n, *mark;
	const char *name;

	for (n = b->xml->children; n != NULL; n = n->next) {
		if (!odf_is(n, "text:bookmark") &&
		    !odf_is(n, "text:bookmark-start"))
			continue;
		name = odf_attr(n, "text:name");
		if (name != NULL && strncmp(name, PREFIX, strlen(PREFIX)) == 0)
			return name;
	}
	name = fresh_name(r);
	mark = name == NULL ? NULL : odf_element(r->odf, "text:bookmark");
	if (mark == NULL || odf_set(mark, "text:name", name) != 0) {
		odf_drop(mark);
		return NULL;
	}
	if (b->xml->children == NULL)
		xmlAddChild(b->xml, mark);
	else
		odf_insert_before(b->xml->children, mark);
	if (b->node->id == NULL)
		b->node->id = name;
	else /* it keeps the name that links know already */
		name = arena_strdup(r->a, name);
	refs_place(r, name, b->node);
	return name;
}

/* ---- the style of entries -------------------------------------------------
 */

static int
set_length(xmlNode *n, const char *name, double pt)
{
	char text[32];

	snprintf(text, sizeof text, "%.3fcm", pt * CM_PER_PT);
	return odf_set(n, name, text);
}

/* One tab stop of an entry: a right one stands at the edge of the text. */
static int
add_stop(struct maker *m, xmlNode *stops, const xmlNode *tab, double room)
{
	xmlNode *stop = odf_element(odf_of(m), "style:tab-stop");
	const char *type = odf_attr(tab, "style:type");
	const char *leader = odf_attr(tab, "style:leader-char");
	bool right = type != NULL && strcmp(type, "right") == 0;
	double position = room;
	int rc = 0;

	if (stop == NULL || xmlAddChild(stops, stop) == NULL)
		return KL_E_NOMEM;
	if (!right)
		odf_length(odf_attr(tab, "style:position"), &position);
	rc = set_length(stop, "style:position", position);
	if (rc == 0 && right)
		rc = odf_set(stop, "style:type", "right");
	if (rc != 0 || leader == NULL || *leader == '\0' || *leader == ' ')
		return rc;
	if (odf_set(stop, "style:leader-style",
		*leader == '.' ? "dotted" : "solid") != 0 ||
	    odf_set(stop, "style:leader-text", leader) != 0)
		return KL_E_NOMEM;
	return 0;
}

/* An automatic style: the template's, with the tab stops of its entries. */
static xmlNode *
make_style(struct maker *m, const xmlNode *template, int level)
{
	const char *parent = odf_attr(template, "text:style-name");
	const struct doc_para_style *p = styles_para(m->r, parent, false);
	xmlNode *part = odf_part(odf_of(m), "office:automatic-styles");
	xmlNode *style, *props, *stops;
	const xmlNode *n;
	const char *name;
	double room;

	name = arena_printf(m->r->a, "Contents_%d_%d", m->r->nlists, level);
	if (p == NULL || part == NULL || name == NULL)
		return NULL;
	room = m->width - p->margin[DOC_LEFT] - p->margin[DOC_RIGHT];
	odf_drop(styles_find(m->r, name, "paragraph"));
	style = odf_element(odf_of(m), "style:style");
	props = odf_element(odf_of(m), "style:paragraph-properties");
	stops = odf_element(odf_of(m), "style:tab-stops");
	if (style == NULL || props == NULL || stops == NULL)
		return NULL;
	xmlAddChild(part, style);
	xmlAddChild(style, props);
	xmlAddChild(props, stops);
	if (odf_set(style, "style:name", name) != 0 ||
	    odf_set(style, "style:family", "paragraph") != 0 ||
	    (parent != NULL &&
		odf_set(style, "style:parent-style-name", parent) != 0))
		return NULL;
	for (n = odf_child(template, "text:index-entry-tab-stop"); n != NULL;
	     n = odf_next(n, "text:index-entry-tab-stop"))
		if (add_stop(m, stops, n, room) != 0)
			return NULL;
	return styles_add(m->r, style) == 0 ? style : NULL;
}

/* ---- entries --------------------------------------------------------------
 */

/* Append ${text} to ${to}, in the character style that ${part} names. */
static int
put_text(struct maker *m, xmlNode *to, const xmlNode *part, const char *text)
{
	const char *style = odf_attr(part, "text:style-name");
	xmlNode *span;

	if (text == NULL || *text == '\0')
		return 0;
	if (style != NULL && *style != '\0') {
		span = odf_element(odf_of(m), "text:span");
		if (span == NULL || xmlAddChild(to, span) == NULL ||
		    odf_set(span, "text:style-name", style) != 0)
			return KL_E_NOMEM;
		to = span;
	}
	xmlNodeAddContent(to, BAD_CAST text);
	return 0;
}

static xmlNode *
put_link(
    struct maker *m, xmlNode *to, const xmlNode *part, const char *bookmark)
{
	const char *style = odf_attr(part, "text:style-name");
	const char *href = arena_printf(m->r->a, "#%s", bookmark);
	xmlNode *a = odf_element(odf_of(m), "text:a");

	if (a == NULL || href == NULL || xmlAddChild(to, a) == NULL ||
	    odf_set(a, "xlink:type", "simple") != 0 ||
	    odf_set(a, "xlink:href", href) != 0)
		return NULL;
	if (style != NULL && *style != '\0' &&
	    (odf_set(a, "text:style-name", style) != 0 ||
		odf_set(a, "text:visited-style-name", style) != 0))
		return NULL;
	return a;
}

/* The page that the bookmark is on; an office suite works it out itself. */
static int
put_page(struct maker *m, xmlNode *to, const char *bookmark)
{
	xmlNode *ref = odf_element(odf_of(m), "text:bookmark-ref");

	if (ref == NULL || xmlAddChild(to, ref) == NULL ||
	    odf_set(ref, "text:reference-format", "page") != 0 ||
	    odf_set(ref, "text:ref-name", bookmark) != 0)
		return KL_E_NOMEM;
	xmlNodeAddContent(ref, BAD_CAST "1");
	return 0;
}

static int
put_number(struct maker *m, xmlNode *to, const xmlNode *part,
    const struct doc_node *heading)
{
	const char *label = heading->kind == DOC_HEADING ? heading->text : NULL;
	const xmlNode *next = odf_next(part, NULL);

	if (label == NULL || *label == '\0')
		return 0;
	if (odf_is(next, "text:index-entry-text"))
		label = arena_printf(m->r->a, "%s ", label);
	return label == NULL ? KL_E_NOMEM : put_text(m, to, part, label);
}

/* One part of the template, at ${to} in the paragraph ${para}. */
static int
put_part(struct maker *m, xmlNode *para, xmlNode **to, const xmlNode *part,
    const struct block *b, const char *bookmark)
{
	if (odf_is(part, "text:index-entry-link-start")) {
		*to = put_link(m, para, part, bookmark);
		return *to == NULL ? KL_E_NOMEM : 0;
	}
	if (odf_is(part, "text:index-entry-link-end"))
		*to = para;
	else if (odf_is(part, "text:index-entry-chapter"))
		return put_number(m, *to, part, b->node);
	else if (odf_is(part, "text:index-entry-text"))
		return put_text(m, *to, part, refs_words(m->r, b->node));
	else if (odf_is(part, "text:index-entry-span"))
		return put_text(m, *to, part, xml_text(m->r->a, part));
	else if (odf_is(part, "text:index-entry-page-number"))
		return put_page(m, *to, bookmark);
	else if (odf_is(part, "text:index-entry-tab-stop"))
		return xmlAddChild(*to, odf_element(odf_of(m), "text:tab")) ==
			       NULL
			   ? KL_E_NOMEM
			   : 0;
	return 0;
}

static int
put_entry(struct maker *m, struct block *b, int level)
{
	const xmlNode *template = template_of(m, level), *part;
	const char *bookmark;
	xmlNode *para, *to;
	int rc = 0;

	if (template == NULL)
		return 0;
	bookmark = name_of(m->r, b);
	para = odf_element(odf_of(m), "text:p");
	if (m->styles[level - 1] == NULL)
		m->styles[level - 1] = make_style(m, template, level);
	if (bookmark == NULL || para == NULL || m->styles[level - 1] == NULL ||
	    xmlAddChild(m->body, para) == NULL)
		return KL_E_NOMEM;
	rc = odf_set(para, "text:style-name",
	    odf_attr(m->styles[level - 1], "style:name"));
	to = para;
	for (part = template->children; part != NULL && rc == 0;
	     part = part->next)
		rc = put_part(m, para, &to, part, b, bookmark);
	return rc;
}

/* ---- the list -------------------------------------------------------------
 */

/* The title stays as it is; a list that was never made gets that of its
 * settings. */
static int
put_title(struct maker *m, const char *list)
{
	const xmlNode *wanted =
	    odf_child(m->source, "text:index-title-template");
	const char *text = xml_text(m->r->a, wanted);
	const char *style = odf_attr(wanted, "text:style-name");
	xmlNode *title, *para;

	if (wanted == NULL || text == NULL || *text == '\0' ||
	    odf_child(m->body, "text:index-title") != NULL)
		return 0;
	title = odf_element(odf_of(m), "text:index-title");
	para = odf_element(odf_of(m), "text:p");
	if (title == NULL || para == NULL ||
	    xmlAddChild(m->body, title) == NULL ||
	    xmlAddChild(title, para) == NULL ||
	    odf_set(title, "text:name",
		arena_printf(m->r->a, "%s_Head", list == NULL ? "" : list)) !=
		0)
		return KL_E_NOMEM;
	if (style != NULL && odf_set(para, "text:style-name", style) != 0)
		return KL_E_NOMEM;
	return put_text(m, para, NULL, text);
}

static void
drop_entries(xmlNode *body)
{
	xmlNode *n, *next;

	for (n = body->children; n != NULL; n = next) {
		next = n->next;
		if (!odf_is(n, "text:index-title"))
			odf_drop(n);
	}
}

static int
write_list(struct reader *r, const struct contents *list)
{
	struct maker m = { .r = r, .width = list->width };
	size_t i, n = r->blocks.n;
	int rc, level;

	m.source = odf_child(list->xml, "text:table-of-content-source");
	m.body = odf_child(list->xml, "text:index-body");
	if (m.source == NULL)
		return 0; /* no word on how: what it holds is kept */
	if (m.body == NULL) {
		m.body = odf_element(r->odf, "text:index-body");
		if (m.body == NULL || xmlAddChild(list->xml, m.body) == NULL)
			return KL_E_NOMEM;
	}
	r->nlists++;
	drop_entries(m.body);
	rc = put_title(&m, odf_attr(list->xml, "text:name"));
	for (i = 0; i < n && rc == 0; i++) {
		level = level_of(&m, &r->blocks.v[i]);
		if (level > 0 && *refs_words(r, r->blocks.v[i].node) != '\0')
			rc = put_entry(&m, &r->blocks.v[i], level);
	}
	return rc;
}

/* The level whose entries have the style ${name} or one that it stems from. */
static int
level_of_entry(const struct reader *r, const xmlNode *source, const char *name)
{
	const struct maker m = { .source = source };
	const char *s;
	int i, level;

	for (i = 0; name != NULL && i < MAX_PARENTS; i++) {
		for (level = 1; level <= 10; level++) {
			s = odf_attr(template_of(&m, level), "text:style-name");
			if (s != NULL && strcmp(s, name) == 0)
				return level;
		}
		name = odf_attr(styles_find(r, name, "paragraph"),
		    "style:parent-style-name");
	}
	return 1;
}

static int
read_list(struct reader *r, const struct contents *list)
{
	const xmlNode *source =
	    odf_child(list->xml, "text:table-of-content-source");
	xmlNode *body = odf_child(list->xml, "text:index-body"), *n;
	int rc = 0;

	for (n = body == NULL ? NULL : body->children; n != NULL && rc == 0;
	     n = n->next) {
		if (odf_is(n, "text:index-title")) {
			rc = read_blocks(r, list->node, n);
		} else if (odf_is(n, "text:p")) {
			rc = read_para(r, list->node, n, false, NULL);
			if (rc == 0 && list->node->last != NULL)
				list->node->last->level = level_of_entry(
				    r, source, odf_attr(n, "text:style-name"));
		}
	}
	return rc;
}

int
contents_read(struct reader *r, struct doc_node *parent, xmlNode *n)
{
	struct contents *list = vec_push(r->a, &r->contents);
	const char *scope = odf_attr(
	    odf_child(n, "text:table-of-content-source"), "text:index-scope");

	if (list == NULL)
		return KL_E_NOMEM;
	list->node = document_add(r->a, parent, DOC_CONTENTS);
	if (list->node == NULL)
		return KL_E_NOMEM;
	list->node->id = arena_strdup(r->a, odf_attr(n, "text:name"));
	refs_place(r, list->node->id, list->node);
	list->xml = n;
	list->width = r->width;
	list->began = r->began;
	r->began = true;
	if (scope != NULL && strcmp(scope, "chapter") == 0)
		read_note(r,
		    KL_N_("Near “%s”: a list of contents is made of the whole "
			  "document, not of its chapter."),
		    NULL);
	return 0;
}

int
contents_settle(struct reader *r)
{
	double width = r->width;
	bool began = r->began;
	size_t i;
	int rc = 0;

	/* a list must not show up in the next one */
	for (i = 0; i < r->contents.n && rc == 0; i++)
		rc = write_list(r, &r->contents.v[i]);
	for (i = 0; i < r->contents.n && rc == 0; i++) {
		r->width = r->contents.v[i].width;
		r->began = r->contents.v[i].began;
		rc = read_list(r, &r->contents.v[i]);
	}
	r->width = width;
	r->began = began;
	return rc;
}

int
odf_index(struct odf *odf, struct kl_error *err)
{
	const xmlNode *body = odf_body(odf), *n;
	struct document *doc;
	struct arena *a;
	int rc;

	for (n = body; n != NULL; n = odf_walk(n, body))
		if (odf_is(n, "text:table-of-content"))
			break;
	if (n == NULL)
		return 0;
	a = arena_new(0);
	if (a == NULL)
		return kl_error_nomem(err);
	rc = odf_to_document(odf, a, &doc, NULL, err);
	arena_free(a);
	return rc;
}
