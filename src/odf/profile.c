/* SPDX-License-Identifier: EUPL-1.2
 *
 * What a template or document looks like, in words that can be compared with
 * those of another: its controls, fields and headings, and what its styles and
 * pages say of fonts, sizes, margins and colours.  It judges nothing.
 */
#include "config.h"

#include <string.h>

#include "base/xml.h"
#include "odf/fill.h"

#define WORDS_MAX 80 /* bytes of a heading that are kept */

/* Properties of styles that a reader sees. */
static const char *const seen[] = { "fo:font-family", "style:font-name",
	"fo:font-size", "fo:font-weight", "fo:font-style", "fo:color",
	"fo:background-color", "fo:margin-top", "fo:margin-bottom",
	"fo:margin-left", "fo:margin-right", "fo:text-align", "fo:line-height",
	"fo:text-indent", "fo:border", "fo:border-top", "fo:border-bottom",
	"fo:page-width", "fo:page-height", "style:print-orientation", NULL };

struct describer {
	struct arena *a;
	struct odf_profile *to;
	xmlHashTable *known; /* what the lists hold already */
	bool failed;
};

/* Append a copy of ${text} to ${list} unless it is there; ${list} is told apart
 * by ${mark}. */
static void
add_once(struct describer *d, text_list *list, char mark, const char *text)
{
	const char *key = arena_printf(d->a, "%c%s", mark, text);

	if (key == NULL || text == NULL) {
		d->failed = true;
		return;
	}
	if (*text == '\0' || xmlHashLookup(d->known, BAD_CAST key) != NULL)
		return;
	if (xmlHashAddEntry(d->known, BAD_CAST key, list) != 0 ||
	    text_add(d->a, list, text) != 0)
		d->failed = true;
}

/* The text of a heading with its fields as {path}. */
static const char *
words_of(struct describer *d, const xmlNode *node)
{
	const char *text = "", *name;
	const xmlNode *n, *next;
	size_t len;

	for (n = node->children; n != NULL && text != NULL; n = next) {
		next = odf_walk(n, node);
		if (n->type == XML_TEXT_NODE) {
			text = arena_printf(
			    d->a, "%s%s", text, (const char *)n->content);
		} else if (fill_is_field(n)) {
			name = odf_attr(n, "text:name");
			text = arena_printf(
			    d->a, "%s{%s}", text, name == NULL ? "" : name);
			next = odf_walk_past(n, node);
		} else if (odf_is(n, "text:tab") || odf_is(n, "text:s") ||
			   odf_is(n, "text:line-break")) {
			text = arena_printf(d->a, "%s ", text);
		}
		if (text != NULL && strlen(text) > WORDS_MAX)
			break;
	}
	if (text == NULL)
		return NULL;
	text += strspn(text, " \t\n");
	len = strnlen(text, WORDS_MAX);
	while (len > 0 && (((unsigned char)text[len] & 0xc0) == 0x80 ||
			      strchr(" \t\n", text[len - 1]) != NULL))
		len--;
	return arena_strndup(d->a, text, len);
}

static void
describe_node(struct describer *d, const xmlNode *n)
{
	struct odf_profile *to = d->to;
	const char *rest, *name;

	if (fill_is_field(n)) {
		name = odf_attr(n, "text:name");
		if (name != NULL)
			add_once(d, &to->fields, 'f', name);
	} else if (fill_control(n, &rest) != CONTROL_NONE) {
		name = odf_attr(
		    n, odf_is(n, "table:table") ? "table:name" : "text:name");
		add_once(d, &to->controls, 'c',
		    arena_strndup(d->a, name, strcspn(name, "#")));
	} else if (odf_is(n, "table:table")) {
		name = odf_attr(n, "table:name");
		if (name != NULL)
			add_once(d, &to->tables, 't', name);
	} else if (odf_is(n, "text:h")) {
		add_once(d, &to->headings, 'h', words_of(d, n));
	}
}

/* ---- looks ---- */

static void
add_properties(struct describer *d, const char *of, const xmlNode *node)
{
	struct odf_look *p;
	const char *value;
	size_t i;

	for (i = 0; seen[i] != NULL; i++) {
		value = odf_attr(node, seen[i]);
		if (value == NULL)
			continue;
		p = vec_push(d->a, &d->to->looks);
		if (p == NULL) {
			d->failed = true;
			return;
		}
		p->of = arena_strdup(d->a, of);
		p->name = seen[i];
		p->value = arena_strdup(d->a, value);
		d->failed = d->failed || p->of == NULL || p->value == NULL;
	}
}

/* Named styles; what an office suite made up by itself (P1, T2) says nothing.
 */
static void
describe_styles(struct describer *d, const struct odf *odf)
{
	const xmlNode *styles = odf_part(odf, "office:styles"), *s, *n;
	const char *name;

	for (s = odf_child(styles, "style:style"); s != NULL;
	     s = odf_next(s, "style:style")) {
		name = odf_attr(s, "style:display-name");
		if (name == NULL)
			name = odf_attr(s, "style:name");
		for (n = s->children; name != NULL && n != NULL; n = n->next)
			if (n->type == XML_ELEMENT_NODE)
				add_properties(d, name, n);
	}
}

static void
describe_pages(struct describer *d, const struct odf *odf)
{
	const xmlNode *styles = odf_part(odf, "office:automatic-styles"), *s;

	s = odf_child(styles, "style:page-layout");
	for (; s != NULL; s = odf_next(s, "style:page-layout"))
		add_properties(
		    d, "", odf_child(s, "style:page-layout-properties"));
}

/* A brace without its other is a matter of the check, not of this. */
static int
not_ours(void *ctx, const xmlNode *para, const struct kl_error *what)
{
	(void)ctx;
	(void)para;
	(void)what;
	return 0;
}

int
odf_profile(struct odf *odf, struct arena *a, struct odf_profile *profile,
    struct kl_error *err)
{
	struct describer d = { .a = a, .to = profile };
	xmlNode *root = xmlDocGetRootElement(odf->doc);
	const xmlNode *n;

	memset(profile, 0, sizeof *profile);
	d.known = xmlHashCreate(256);
	if (d.known == NULL || odf_heal(odf, not_ours, NULL, err) != 0)
		d.failed = true;
	for (n = root; n != NULL && !d.failed; n = odf_walk(n, root))
		if (n->type == XML_ELEMENT_NODE)
			describe_node(&d, n);
	if (!d.failed) {
		describe_styles(&d, odf);
		describe_pages(&d, odf);
	}
	xmlHashFree(d.known, NULL);
	return d.failed || arena_failed(a) ? kl_error_nomem(err) : 0;
}

/* ---- fonts ---- */

/* A family without the quotes that a name with spaces may have. */
static char *
family_name(struct arena *a, const char *s)
{
	size_t n;

	s += strspn(s, " '\"");
	n = strcspn(s, "'\",;");
	return arena_strndup(a, s, n);
}

static const xmlNode *
font_face(const struct odf *odf, const char *name)
{
	const xmlNode *n = odf_child(
	    odf_part(odf, "office:font-face-decls"), "style:font-face");
	const char *here;

	for (; n != NULL; n = odf_next(n, "style:font-face")) {
		here = odf_attr(n, "style:name");
		if (here != NULL && strcmp(here, name) == 0)
			return n;
	}
	return NULL;
}

int
odf_fonts(
    struct odf *odf, struct arena *a, text_list *families, struct kl_error *err)
{
	struct describer d = { .a = a };
	xmlNode *root = xmlDocGetRootElement(odf->doc);
	const char *name, *family;
	const xmlNode *n;

	d.known = xmlHashCreate(32);
	d.failed = d.known == NULL;
	for (n = root; n != NULL && !d.failed; n = odf_walk(n, root)) {
		if (!odf_is(n, "style:text-properties"))
			continue;
		name = odf_attr(n, "style:font-name");
		family = name == NULL ? odf_attr(n, "fo:font-family")
				      : odf_attr(font_face(odf, name),
					    "svg:font-family");
		if (family == NULL)
			family = name;
		if (family != NULL)
			add_once(&d, families, 'x', family_name(a, family));
	}
	xmlHashFree(d.known, NULL);
	return d.failed || arena_failed(a) ? kl_error_nomem(err) : 0;
}
