/* SPDX-License-Identifier: EUPL-1.2
 *
 * Fields and marks in a line: references are followed and sequences counted;
 * of the others, what the file holds is shown, hidden or named as not
 * supported.  No field is worked out from a clock or from the outside.
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/xml.h"
#include "odf/inline.h"

#define MAX_SEQUENCE 1000000
#define MARKED_MAX ((size_t)4 << 10) /* text that a reference repeats */

enum how {
	SHOW,	 /* what the file holds is what it says */
	STALE,	 /* what the file holds, which may be old: noted */
	HIDE,	 /* nothing to show */
	COMMENT, /* must not be printed: noted */
};

struct field {
	const char *name;
	enum how how;
};

static const struct field fields[] = {
	/* sorted */
	{ "office:annotation", COMMENT },
	{ "office:annotation-end", HIDE },
	{ "text:alphabetical-index-mark", HIDE },
	{ "text:alphabetical-index-mark-end", HIDE },
	{ "text:alphabetical-index-mark-start", HIDE },
	{ "text:author-initials", SHOW },
	{ "text:author-name", SHOW },
	{ "text:bibliography-mark", SHOW },
	{ "text:bookmark-end", HIDE },
	{ "text:change", HIDE },
	{ "text:change-end", HIDE },
	{ "text:change-start", HIDE },
	{ "text:chapter", STALE },
	{ "text:character-count", STALE },
	{ "text:conditional-text", STALE },
	{ "text:creation-date", SHOW },
	{ "text:creation-time", SHOW },
	{ "text:creator", SHOW },
	{ "text:database-display", STALE },
	{ "text:database-name", STALE },
	{ "text:database-row-number", STALE },
	{ "text:dde-connection", STALE },
	{ "text:description", SHOW },
	{ "text:drop-down", SHOW },
	{ "text:editing-cycles", STALE },
	{ "text:editing-duration", STALE },
	{ "text:execute-macro", SHOW },
	{ "text:expression", SHOW },
	{ "text:file-name", STALE },
	{ "text:hidden-paragraph", HIDE },
	{ "text:image-count", STALE },
	{ "text:initial-creator", SHOW },
	{ "text:keywords", SHOW },
	{ "text:measure", SHOW },
	{ "text:meta", SHOW },
	{ "text:meta-field", SHOW },
	{ "text:modification-date", STALE },
	{ "text:modification-time", STALE },
	{ "text:object-count", STALE },
	{ "text:page-continuation", STALE },
	{ "text:page-variable-get", STALE },
	{ "text:page-variable-set", HIDE },
	{ "text:paragraph-count", STALE },
	{ "text:placeholder", SHOW },
	{ "text:print-date", STALE },
	{ "text:print-time", STALE },
	{ "text:printed-by", SHOW },
	{ "text:reference-mark-end", HIDE },
	{ "text:script", HIDE },
	{ "text:sheet-name", STALE },
	{ "text:soft-page-break", HIDE },
	{ "text:table-count", STALE },
	{ "text:table-formula", STALE },
	{ "text:template-name", STALE },
	{ "text:text-input", SHOW },
	{ "text:toc-mark", HIDE },
	{ "text:toc-mark-end", HIDE },
	{ "text:toc-mark-start", HIDE },
	{ "text:user-defined", SHOW },
	{ "text:user-field-get", SHOW },
	{ "text:user-field-input", SHOW },
	{ "text:user-index-mark", HIDE },
	{ "text:user-index-mark-end", HIDE },
	{ "text:user-index-mark-start", HIDE },
	{ "text:variable-get", SHOW },
	{ "text:variable-input", SHOW },
	{ "text:variable-set", SHOW },
	{ "text:word-count", STALE },
};

static bool
is(const xmlNode *n, const char *attribute, const char *value)
{
	const char *s = odf_attr(n, attribute);

	return s != NULL && strcmp(s, value) == 0;
}

static int
show_stale(struct run *run, const xmlNode *n)
{
	read_note(run->r,
	    KL_N_("Near “%s”: the field %s shows what the file holds."),
	    (const char *)n->name);
	return inline_children(run, n);
}

/* A date or time that stands still is what it says; a running one is not. */
static int
read_date(struct run *run, const xmlNode *n)
{
	if (is(n, "text:fixed", "true"))
		return inline_children(run, n);
	return show_stale(run, n);
}

static int
read_hidden_text(struct run *run, const xmlNode *n)
{
	const char *text = odf_attr(n, "text:string-value");

	if (text != NULL && is(n, "text:is-hidden", "false"))
		inline_text(run, text);
	return 0;
}

/* The gloss follows the text that it belongs to. */
static int
read_ruby(struct run *run, const xmlNode *n)
{
	const xmlNode *base = odf_child(n, "text:ruby-base");
	const xmlNode *gloss = odf_child(n, "text:ruby-text");
	int rc = 0;

	read_note(run->r,
	    KL_N_("Near “%s”: a gloss is set in brackets after its text."),
	    NULL);
	if (base != NULL)
		rc = inline_children(run, base);
	if (rc == 0 && gloss != NULL) {
		inline_text(run, " (");
		rc = inline_children(run, gloss);
		inline_text(run, ")");
	}
	return rc;
}

/* ---- places and references ------------------------------------------------
 */

static int
read_mark(struct run *run, const xmlNode *n)
{
	const char *name = odf_attr(n, "text:name");
	struct doc_node *mark;
	bool space = run->space;

	mark = inline_node(run, DOC_BOOKMARK);
	if (mark == NULL)
		return KL_E_NOMEM;
	mark->id = arena_strdup(run->r->a, name);
	refs_place(run->r, name, mark);
	run->space = space;
	return 0;
}

/* The place named ${name} among elements ${kind} or ${kind}-start. */
static xmlNode *
find_start(struct reader *r, const char *kind, const char *name)
{
	xmlNode *body = odf_body(r->odf), *n;
	size_t k = strlen(kind);

	for (n = body; n != NULL; n = odf_walk(n, body))
		if (n->type == XML_ELEMENT_NODE && n->ns != NULL &&
		    strncmp((const char *)n->name, kind, k) == 0 &&
		    strcmp((const char *)n->name + k, "-start") == 0 &&
		    is(n, "text:name", name))
			return n;
	return NULL;
}

/* The text between a mark's start and end in ${out}. */
static void
put_marked(struct buf *out, xmlNode *start, const char *end)
{
	xmlNode *body = start, *n;
	const char *name = odf_attr(start, "text:name");

	while (body->parent != NULL && !odf_is(body, "office:text"))
		body = body->parent;
	for (n = odf_walk(start, body); n != NULL && out->len < MARKED_MAX;) {
		if (n->type == XML_ELEMENT_NODE) {
			if (strcmp((const char *)n->name, end) == 0 &&
			    is(n, "text:name", name))
				return;
			if (odf_is(n, "text:note") ||
			    odf_is(n, "office:annotation")) {
				n = odf_walk_past(n, body);
				continue;
			}
			if (odf_is(n, "text:p") || odf_is(n, "text:h") ||
			    odf_is(n, "text:s") || odf_is(n, "text:tab"))
				buf_putc(out, ' ');
		} else if (n->type == XML_TEXT_NODE) {
			buf_puts(out, (const char *)n->content);
		}
		n = odf_walk(n, body);
	}
}

/* The text of what is referred to, as it is now; else what the file holds. */
static int
read_text_of(struct run *run, const xmlNode *n, const char *name)
{
	bool mark = odf_is(n, "text:reference-ref");
	xmlNode *start;
	struct buf text;

	start = find_start(run->r, mark ? "reference-mark" : "bookmark", name);
	if (start == NULL)
		return inline_children(run, n);
	buf_init(&text, MARKED_MAX * 2);
	put_marked(&text, start, mark ? "reference-mark-end" : "bookmark-end");
	if (text.len > 0)
		inline_text(run, text.data);
	buf_free(&text);
	return 0;
}

/* The page that ${name} is on, a link as well where none is round it. */
static int
read_page_of(struct run *run, const xmlNode *n, const char *name)
{
	struct doc_node *outer = run->parent, *link = NULL, *page, *up;
	struct reader *r = run->r;
	int rc = 0;

	for (up = outer; up != NULL && link == NULL; up = up->parent)
		link = up->kind == DOC_LINK ? up : NULL;
	if (link == NULL) {
		link = inline_node(run, DOC_LINK);
		if (link == NULL)
			return KL_E_NOMEM;
		link->href = arena_printf(r->a, "#%s", name);
		if (link->href == NULL)
			return KL_E_NOMEM;
		rc = refs_later(r, REF_LINK, link, link->href);
		run->parent = link;
	}
	page = rc == 0 ? inline_node(run, DOC_PAGE_REFERENCE) : NULL;
	run->parent = outer;
	if (page == NULL)
		return KL_E_NOMEM;
	page->text = xml_text(r->a, n);
	return refs_later(r, REF_PAGE, page, name);
}

/* A text that is known only when all is read; until then, and if nothing comes
 * of it, what the file holds. */
static int
read_later(
    struct run *run, const xmlNode *n, enum ref_kind kind, const char *name)
{
	struct doc_node *text;
	const char *held = xml_text(run->r->a, n);

	if (held == NULL || inline_flush(run) != 0)
		return KL_E_NOMEM;
	text = document_text(run->r->a, run->parent, run->style, held);
	if (text == NULL)
		return KL_E_NOMEM;
	run->space = false;
	return refs_later(run->r, kind, text, name);
}

static int
read_reference(struct run *run, const xmlNode *n)
{
	const char *name = odf_attr(n, "text:ref-name");
	const char *format = odf_attr(n, "text:reference-format");

	if (name == NULL)
		return inline_children(run, n);
	if (format == NULL)
		format = odf_is(n, "text:note-ref") ? "number" : "page";
	if (strcmp(format, "page") == 0 && !odf_is(n, "text:note-ref") &&
	    !odf_is(n, "text:sequence-ref"))
		return read_page_of(run, n, name);
	if (odf_is(n, "text:sequence-ref"))
		return strcmp(format, "value") == 0
			   ? read_later(run, n, REF_SEQUENCE, name)
			   : show_stale(run, n);
	if (strncmp(format, "number", 6) == 0 || odf_is(n, "text:note-ref"))
		return read_later(run, n, REF_NUMBER, name);
	if (strcmp(format, "chapter") == 0)
		return read_later(run, n, REF_CHAPTER, name);
	if (strcmp(format, "text") == 0)
		return read_text_of(run, n, name);
	return show_stale(run, n);
}

/* ---- sequences ------------------------------------------------------------
 */

/* A number that counts on ("Tabell 1, Tabell 2"): a repeat has copied it, so it
 * is counted here. */
static int
read_sequence(struct run *run, const xmlNode *n)
{
	struct reader *r = run->r;
	const char *name = odf_attr(n, "text:name");
	const char *formula = odf_attr(n, "text:formula");
	const char *format = odf_attr(n, "style:num-format"), *shown;
	struct doc_node *text;
	int *count;

	if (name == NULL || (formula != NULL && strstr(formula, "+1") == NULL &&
				strstr(formula, "+ 1") == NULL))
		return inline_children(run, n);
	count = xmlHashLookup(r->sequences, BAD_CAST name);
	if (count == NULL) {
		count = arena_alloc(r->a, sizeof *count);
		if (count == NULL ||
		    xmlHashAddEntry(r->sequences, BAD_CAST name, count) != 0)
			return KL_E_NOMEM;
	}
	if (*count < MAX_SEQUENCE)
		(*count)++;
	shown = lists_number(
	    r->a, format == NULL || *format == '\0' ? '1' : *format, *count);
	if (shown == NULL || inline_flush(run) != 0)
		return KL_E_NOMEM;
	text = document_text(r->a, run->parent, run->style, shown);
	run->space = false;
	refs_place(r, odf_attr(n, "text:ref-name"), text);
	return text == NULL ? KL_E_NOMEM : 0;
}

/* ---- all of them ----------------------------------------------------------
 */

static int
by_name(const void *key, const void *field)
{
	const struct field *f = field;

	return strcmp(key, f->name);
}

static int
read_listed(struct run *run, const xmlNode *n, enum how how)
{
	switch (how) {
	case SHOW:
		return is(n, "text:display", "none") ? 0
						     : inline_children(run, n);
	case STALE:
		return show_stale(run, n);
	case COMMENT:
		read_note(run->r, KL_N_("Near “%s”: a comment is not printed."),
		    NULL);
		return 0;
	default:
		return 0;
	}
}

bool
fields_read(struct run *run, xmlNode *n, int *rc)
{
	char name[64];
	const struct field *found;

	snprintf(name, sizeof name, "%s:%s", (const char *)n->ns->prefix,
	    (const char *)n->name);
	found = bsearch(name, fields, sizeof fields / sizeof *fields,
	    sizeof *fields, by_name);
	if (found != NULL) {
		*rc = read_listed(run, n, found->how);
	} else if (odf_is(n, "text:bookmark") ||
		   odf_is(n, "text:bookmark-start") ||
		   odf_is(n, "text:reference-mark") ||
		   odf_is(n, "text:reference-mark-start")) {
		*rc = read_mark(run, n);
	} else if (odf_is(n, "text:bookmark-ref") ||
		   odf_is(n, "text:reference-ref") ||
		   odf_is(n, "text:sequence-ref") ||
		   odf_is(n, "text:note-ref")) {
		*rc = read_reference(run, n);
	} else if (odf_is(n, "text:sequence")) {
		*rc = read_sequence(run, n);
	} else if (odf_is(n, "text:date") || odf_is(n, "text:time")) {
		*rc = read_date(run, n);
	} else if (odf_is(n, "text:hidden-text")) {
		*rc = read_hidden_text(run, n);
	} else if (odf_is(n, "text:ruby")) {
		*rc = read_ruby(run, n);
	} else {
		return false;
	}
	return true;
}
