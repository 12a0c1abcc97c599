/* SPDX-License-Identifier: EUPL-1.2
 *
 * Making a document inert as soon as it is read: what could run, fetch or
 * point outside is taken out of the tree, so nothing later needs to think of
 * it.
 */
#include "config.h"

#include <string.h>
#include <strings.h>

#include "odf/inner.h"

/* Elements that are dropped with all they hold. */
static const char *const dropped[] = { "office:scripts",
	"office:event-listeners", "office:forms", "office:dde-source",
	"text:section-source", "text:dde-connection-decls",
	"text:alphabetical-index-auto-mark-file", "text:script",
	"text:execute-macro", "table:table-source", "table:dde-links",
	"table:cell-range-source", "svg:font-face-src", "draw:plugin",
	"draw:applet", "draw:object", "draw:object-ole", "draw:floating-frame",
	"draw:control", "meta:template", "meta:auto-reload",
	"meta:hyperlink-behaviour", "svg:definition-src",
	"style:background-image", "table:database-source-table",
	"table:database-source-query", "table:database-source-sql", "form:form",
	NULL };

/* Of those, what somebody has put there and will miss. */
static const char *const told[] = { "office:dde-source", "text:section-source",
	"text:script", "text:execute-macro", "table:table-source",
	"draw:plugin", "draw:applet", "draw:object", "draw:object-ole",
	"draw:floating-frame", "draw:control", "draw:image", "form:form",
	"table:database-source-table", "table:database-source-query",
	"table:database-source-sql", NULL };

static void
remember(struct odf *odf, const xmlNode *n)
{
	struct odf_removed *r;
	size_t i;

	for (i = 0; told[i] != NULL && !odf_is(n, told[i]); i++)
		;
	if (told[i] == NULL || odf->removed.n >= NOTES_MAX)
		return;
	r = vec_push(odf->arena, &odf->removed);
	if (r == NULL)
		return;
	r->what = told[i];
	r->line = (int)xmlGetLineNo((xmlNode *)n);
}

bool
odf_href_is_safe(const char *href)
{
	static const char *const schemes[] = { "https://", "http://",
		"mailto:", "tel:" };
	size_t i;

	if (href == NULL)
		return false;
	if (href[0] == '#')
		return true;
	for (i = 0; i < sizeof schemes / sizeof *schemes; i++)
		if (strncasecmp(href, schemes[i], strlen(schemes[i])) == 0)
			return true;
	return false;
}

static bool
is_dropped(const xmlNode *n)
{
	const char *name;
	size_t i;

	if (n->type == XML_PI_NODE || n->type == XML_COMMENT_NODE)
		return true;
	for (i = 0; dropped[i] != NULL; i++)
		if (odf_is(n, dropped[i]))
			return true;
	if (odf_is(n, "config:config-item-set")) {
		name = odf_attr(n, "config:name");
		return name != NULL && strcmp(name, "ooo:view-settings") == 0;
	}
	if (odf_is(n, "config:config-item")) {
		name = odf_attr(n, "config:name");
		return name != NULL && (strncmp(name, "Print", 5) == 0 ||
					   strstr(name, "Link") != NULL ||
					   strstr(name, "DataSource") != NULL ||
					   strstr(name, "Rsid") != NULL);
	}
	return false;
}

/* A picture must lie in the document; a link must be one that a person may
 * follow.  Returns true when ${n} cannot stay. */
static bool
scrub_href(const struct odf *odf, xmlNode *n)
{
	const char *href = odf_attr(n, "xlink:href");

	if (href == NULL)
		return odf_is(n, "draw:image");
	if (odf_is(n, "draw:image"))
		return odf_find_image(odf, href) == NULL;
	if (odf_is(n, "draw:fill-image"))
		return true;
	if (odf_href_is_safe(href) || strncasecmp(href, "%7b", 3) == 0 ||
	    href[0] == '{')
		return false; /* a field becomes an address when it is filled */
	if (odf_is(n, "text:a") || odf_is(n, "draw:a"))
		odf_set(n, "xlink:href", "#");
	else
		odf_unset(n, "xlink:href");
	return false;
}

static bool
is_foreign(const xmlNs *ns)
{
	const struct odf_namespace *known;

	if (ns == NULL)
		return true;
	if (strcmp((const char *)ns->href,
		"http://www.w3.org/XML/1998/namespace") == 0)
		return false;
	if (ns->prefix == NULL ||
	    strcmp((const char *)ns->prefix, "loext") == 0)
		return true;
	for (known = odf_namespaces; known->prefix != NULL; known++)
		if (strcmp(known->href, (const char *)ns->href) == 0)
			return false;
	return true;
}

/* Put the children of ${n} in its place. */
static void
unwrap(xmlNode *n)
{
	while (n->children != NULL)
		xmlAddPrevSibling(n, n->children);
	odf_drop(n);
}

/* A frame has its title last, a shape first. */
static void
add_empty_title(struct odf *odf, xmlNode *n)
{
	xmlNode *title = odf_element(odf, "svg:title");

	if (title == NULL || n->children == NULL || odf_is(n, "draw:frame"))
		xmlAddChild(n, title);
	else
		xmlAddPrevSibling(n->children, title);
}

/* An office suite's own attributes are not part of the standard.  One has a
 * meaning for readers: a picture marked as decoration is given an empty title.
 */
static void
scrub_attributes(struct odf *odf, xmlNode *n)
{
	const char *decorative = odf_attr(n, "loext:decorative");
	xmlAttr *at, *next;

	if (decorative != NULL && strcmp(decorative, "true") == 0 &&
	    xmlStrEqual(n->ns->prefix, BAD_CAST "draw") &&
	    odf_child(n, "svg:title") == NULL)
		add_empty_title(odf, n);
	for (at = n->properties; at != NULL; at = next) {
		next = at->next;
		if (is_foreign(at->ns))
			xmlRemoveProp(at);
	}
}

void
odf_scrub(struct odf *odf)
{
	xmlNode *root = xmlDocGetRootElement(odf->doc), *n, *next, *inner;

	for (n = root->children; n != NULL; n = next) {
		if (n->type == XML_ELEMENT_NODE && is_foreign(n->ns) &&
		    n->children != NULL && odf_is_inline(n->parent)) {
			inner = n->children;
			unwrap(n);
			next = inner;
			continue;
		}
		if (is_dropped(n) ||
		    (n->type == XML_ELEMENT_NODE &&
			(is_foreign(n->ns) || scrub_href(odf, n)))) {
			next = odf_walk_past(n, root);
			remember(odf, n);
			odf_drop(n);
			continue;
		}
		if (n->type == XML_ELEMENT_NODE)
			scrub_attributes(odf, n);
		next = odf_walk(n, root);
	}
}
