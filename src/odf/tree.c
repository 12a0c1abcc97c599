/* SPDX-License-Identifier: EUPL-1.2
 *
 * Reading and changing the tree of an OpenDocument by prefixed names.
 */
#include "config.h"

#include <string.h>

#include "odf/inner.h"

const struct odf_namespace odf_namespaces[] = {
#define OASIS "urn:oasis:names:tc:opendocument:xmlns:"
	{ "office", OASIS "office:1.0" }, { "text", OASIS "text:1.0" },
	{ "style", OASIS "style:1.0" }, { "table", OASIS "table:1.0" },
	{ "draw", OASIS "drawing:1.0" },
	{ "fo", OASIS "xsl-fo-compatible:1.0" },
	{ "svg", OASIS "svg-compatible:1.0" },
	{ "xlink", "http://www.w3.org/1999/xlink" },
	{ "dc", "http://purl.org/dc/elements/1.1/" },
	{ "meta", OASIS "meta:1.0" }, { "number", OASIS "datastyle:1.0" },
	{ "config", OASIS "config:1.0" }, { "script", OASIS "script:1.0" },
	{ "form", OASIS "form:1.0" },
	{ "presentation", OASIS "presentation:1.0" },
	{ "loext", "urn:org:documentfoundation:names:experimental:office:xmlns:"
		   "loext:1.0" },
#undef OASIS
	{ NULL, NULL }
};

bool
odf_is(const xmlNode *node, const char *name)
{
	const char *prefix;

	if (node == NULL || node->type != XML_ELEMENT_NODE ||
	    node->ns == NULL || node->ns->prefix == NULL)
		return false;
	/* By hand: this is asked for every node, many times. */
	prefix = (const char *)node->ns->prefix;
	while (*prefix != '\0' && *prefix == *name) {
		prefix++;
		name++;
	}
	return *prefix == '\0' && *name == ':' &&
	       name[1] == (char)node->name[0] &&
	       strcmp(name + 1, (const char *)node->name) == 0;
}

static xmlAttr *
find_attr(const xmlNode *node, const char *name)
{
	const char *colon = strchr(name, ':');
	size_t n = (size_t)(colon - name);
	const char *prefix;
	xmlAttr *at;

	if (node == NULL || node->type != XML_ELEMENT_NODE)
		return NULL;
	for (at = node->properties; at != NULL; at = at->next) {
		if (at->ns == NULL || at->ns->prefix == NULL ||
		    strcmp((const char *)at->name, colon + 1) != 0)
			continue;
		prefix = (const char *)at->ns->prefix;
		if (strncmp(prefix, name, n) == 0 && prefix[n] == '\0')
			return at;
	}
	return NULL;
}

const char *
odf_attr(const xmlNode *node, const char *name)
{
	const xmlAttr *at = find_attr(node, name);

	if (at == NULL)
		return NULL;
	if (at->children == NULL || at->children->content == NULL)
		return "";
	return (const char *)at->children->content;
}

xmlNode *
odf_child(const xmlNode *node, const char *name)
{
	xmlNode *n = node == NULL ? NULL : node->children;

	while (n != NULL && !odf_is(n, name))
		n = n->next;
	return n;
}

xmlNode *
odf_next(const xmlNode *node, const char *name)
{
	xmlNode *n = node == NULL ? NULL : node->next;

	while (n != NULL &&
	       (name == NULL ? n->type != XML_ELEMENT_NODE : !odf_is(n, name)))
		n = n->next;
	return n;
}

/* The declaration of ${name}'s prefix at the root, made when missing. */
static xmlNs *
namespace_of(xmlDoc *doc, const char *name)
{
	const struct odf_namespace *known;
	xmlNode *root = xmlDocGetRootElement(doc);
	size_t n = strcspn(name, ":");
	xmlNs *ns;

	for (ns = root->nsDef; ns != NULL; ns = ns->next)
		if (ns->prefix != NULL &&
		    strncmp((const char *)ns->prefix, name, n) == 0 &&
		    ns->prefix[n] == '\0')
			return ns;
	for (known = odf_namespaces; known->prefix != NULL; known++)
		if (strncmp(known->prefix, name, n) == 0 &&
		    known->prefix[n] == '\0')
			return xmlNewNs(
			    root, BAD_CAST known->href, BAD_CAST known->prefix);
	return NULL;
}

int
odf_set(xmlNode *node, const char *name, const char *value)
{
	xmlNs *ns;

	if (node == NULL)
		return KL_E_NOMEM;
	ns = namespace_of(node->doc, name);
	if (ns == NULL || xmlSetNsProp(node, ns, BAD_CAST strchr(name, ':') + 1,
			      BAD_CAST value) == NULL)
		return KL_E_NOMEM;
	return 0;
}

void
odf_unset(xmlNode *node, const char *name)
{
	xmlAttr *at = find_attr(node, name);

	if (at != NULL)
		xmlRemoveProp(at);
}

xmlNode *
odf_element(struct odf *odf, const char *name)
{
	xmlNs *ns = namespace_of(odf->doc, name);

	return ns == NULL ? NULL
			  : xmlNewDocNode(odf->doc, ns,
				BAD_CAST strchr(name, ':') + 1, NULL);
}

void
odf_drop(xmlNode *node)
{
	if (node == NULL)
		return;
	xmlUnlinkNode(node);
	xmlFreeNode(node);
}

void
odf_insert_after(xmlNode *place, xmlNode *node)
{
	xmlUnlinkNode(node);
	node->parent = place->parent;
	node->prev = place;
	node->next = place->next;
	if (place->next != NULL)
		place->next->prev = node;
	else
		place->parent->last = node;
	place->next = node;
}

void
odf_insert_before(xmlNode *place, xmlNode *node)
{
	xmlUnlinkNode(node);
	node->parent = place->parent;
	node->next = place;
	node->prev = place->prev;
	if (place->prev != NULL)
		place->prev->next = node;
	else
		place->parent->children = node;
	place->prev = node;
}

xmlNode *
odf_part(const struct odf *odf, const char *name)
{
	return odf_child(xmlDocGetRootElement(odf->doc), name);
}

xmlNode *
odf_body(const struct odf *odf)
{
	return odf_child(odf_part(odf, "office:body"), "office:text");
}

bool
odf_is_hidden(const xmlNode *section)
{
	const char *display = odf_attr(section, "text:display");
	const char *hidden = odf_attr(section, "text:is-hidden");

	if (display == NULL)
		return false;
	if (strcmp(display, "condition") == 0)
		return hidden != NULL && strcmp(hidden, "true") == 0;
	return strcmp(display, "none") == 0;
}

bool
odf_is_inline(const xmlNode *node)
{
	return odf_is(node, "text:p") || odf_is(node, "text:h") ||
	       odf_is(node, "text:span") || odf_is(node, "text:a");
}

xmlNode *
odf_walk_past(const xmlNode *node, const xmlNode *root)
{
	while (node != NULL && node != root && node->next == NULL)
		node = node->parent;
	return node == NULL || node == root ? NULL : node->next;
}

xmlNode *
odf_walk(const xmlNode *node, const xmlNode *root)
{
	if (node->type == XML_ELEMENT_NODE && node->children != NULL)
		return node->children;
	return odf_walk_past(node, root);
}

static int
canonical_prefix(xmlNs *ns)
{
	const struct odf_namespace *known;
	const char *wanted = NULL;
	xmlChar *copy;

	for (known = odf_namespaces; known->prefix != NULL; known++) {
		if (ns->href != NULL &&
		    strcmp(known->href, (const char *)ns->href) == 0)
			wanted = known->prefix;
		else if (ns->prefix != NULL && wanted == NULL &&
			 strcmp(known->prefix, (const char *)ns->prefix) == 0)
			wanted = "other";
	}
	if (wanted == NULL ||
	    (ns->prefix != NULL &&
		strcmp((const char *)ns->prefix, wanted) == 0))
		return 0;
	copy = xmlStrdup(BAD_CAST wanted);
	if (copy == NULL)
		return KL_E_NOMEM;
	xmlFree((xmlChar *)ns->prefix);
	ns->prefix = copy;
	return 0;
}

int
odf_canonical(xmlNode *root)
{
	const xmlNode *n;
	xmlNs *ns;

	for (n = root; n != NULL; n = odf_walk(n, root)) {
		if (n->type != XML_ELEMENT_NODE)
			continue;
		for (ns = n->nsDef; ns != NULL; ns = ns->next)
			if (canonical_prefix(ns) != 0)
				return KL_E_NOMEM;
	}
	return 0;
}

/* The root's declaration that stands for ${ns}; "xml" needs none. */
static xmlNs *
root_namespace(xmlNode *root, xmlNs *ns)
{
	xmlNs *at;

	if (ns == NULL || ns->prefix == NULL ||
	    strcmp((const char *)ns->prefix, "xml") == 0)
		return ns;
	for (at = root->nsDef; at != NULL; at = at->next)
		if (at->prefix != NULL && xmlStrEqual(at->prefix, ns->prefix))
			return at;
	return xmlNewNs(root, ns->href, ns->prefix);
}

int
odf_hoist(struct odf *odf)
{
	xmlNode *root = xmlDocGetRootElement(odf->doc), *n;
	xmlAttr *at;

	for (n = root; n != NULL; n = odf_walk(n, root)) {
		if (n->type != XML_ELEMENT_NODE)
			continue;
		n->ns = root_namespace(root, n->ns);
		if (n->ns == NULL)
			return KL_E_NOMEM;
		for (at = n->properties; at != NULL; at = at->next) {
			at->ns = root_namespace(root, at->ns);
			if (at->ns == NULL)
				return KL_E_NOMEM;
		}
	}
	for (n = root->children; n != NULL; n = odf_walk(n, root)) {
		if (n->type != XML_ELEMENT_NODE || n->nsDef == NULL)
			continue;
		xmlFreeNsList(n->nsDef);
		n->nsDef = NULL;
	}
	return 0;
}

/* The name in the document's dictionary when it has one, which spares a copy.
 */
static xmlNode *
copy_element(struct odf *odf, const xmlNode *node)
{
	xmlDict *dict = odf->doc->dict;

	if (dict != NULL && xmlDictOwns(dict, node->name))
		return xmlNewDocNodeEatName(
		    odf->doc, node->ns, (xmlChar *)node->name, NULL);
	return xmlNewDocNode(odf->doc, node->ns, node->name, NULL);
}

static bool
is_identity(const xmlAttr *at)
{
	const char *name = (const char *)at->name;

	return strcmp(name, "id") == 0 || strcmp(name, "continue-list") == 0;
}

static int
copy_attributes(xmlNode *copy, const xmlNode *node, bool first)
{
	const xmlAttr *at;

	for (at = node->properties; at != NULL; at = at->next) {
		if (is_identity(at) && !first)
			continue;
		if (xmlNewNsProp(copy, at->ns, at->name,
			at->children == NULL ? BAD_CAST ""
					     : at->children->content) == NULL)
			return KL_E_NOMEM;
	}
	return 0;
}

xmlNode *
odf_copy(struct odf *odf, const xmlNode *node, bool first, size_t *count)
{
	xmlNode *copy, *child;
	const xmlNode *n;

	++*count;
	if (node->type == XML_TEXT_NODE)
		return xmlNewDocText(odf->doc, node->content);
	copy = copy_element(odf, node);
	if (copy == NULL)
		return NULL;
	copy->_private = node->_private;
	if (copy_attributes(copy, node, first) != 0)
		goto fail;
	for (n = node->children; n != NULL; n = n->next) {
		child = odf_copy(odf, n, first, count);
		if (child == NULL)
			goto fail;
		/* Linked by hand: xmlAddChild would join texts and look for
		 * namespaces. */
		child->parent = copy;
		child->prev = copy->last;
		if (copy->last == NULL)
			copy->children = child;
		else
			copy->last->next = child;
		copy->last = child;
	}
	return copy;
fail:
	xmlFreeNode(copy);
	return NULL;
}
