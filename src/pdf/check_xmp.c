/* SPDX-License-Identifier: EUPL-1.2
 *
 * Reading XMP: RDF in either of its spellings to a list of properties.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/xml.h"
#include "pdf/check_xmp.h"

#define PACKET_MAX ((size_t)8 << 20)

static const char *
uri_of(const xmlNs *ns)
{
	return ns == NULL || ns->href == NULL ? "" : (const char *)ns->href;
}

bool
xmp_is(const xmlNode *node, const char *uri, const char *name)
{
	return node != NULL && node->type == XML_ELEMENT_NODE &&
	       strcmp((const char *)node->name, name) == 0 &&
	       strcmp(uri_of(node->ns), uri) == 0;
}

static const char *
attribute(
    struct arena *a, const xmlNode *node, const char *uri, const char *name)
{
	const xmlAttr *at;

	for (at = node->properties; at != NULL; at = at->next)
		if (strcmp((const char *)at->name, name) == 0 &&
		    strcmp(uri_of(at->ns), uri) == 0)
			return at->children == NULL
				   ? ""
				   : arena_strdup(a,
					 (const char *)at->children->content);
	return NULL;
}

/* The text of an element as it stands. */
static const char *
content_of(struct arena *a, const xmlNode *node)
{
	xmlChar *text = node == NULL ? NULL : xmlNodeGetContent(node);
	const char *copy =
	    text == NULL ? "" : arena_strdup(a, (const char *)text);

	xmlFree(text);
	return copy;
}

const xmlNode *
xmp_fields(const xmlNode *node)
{
	const xmlNode *kid = xml_child(node, NULL);

	return xmp_is(kid, XMP_RDF, "Description") ? kid : node;
}

static void
read_items(struct arena *a, const xmlNode *list, struct xmp_property *p)
{
	const xmlNode *li = xml_child(list, "li"), *item;
	const char *lang;

	for (item = li; item != NULL; item = xml_next(item, "li")) {
		lang = attribute(
		    a, item, "http://www.w3.org/XML/1998/namespace", "lang");
		if (lang != NULL && strcmp(lang, "x-default") == 0) {
			p->x_default = true;
			li = item;
		}
	}
	p->text = content_of(a, li);
}

void
xmp_property_of(struct arena *a, const xmlNode *node, struct xmp_property *p)
{
	static const char *const lists[] = { NULL, "Bag", "Seq", "Alt" };
	const xmlNode *kid = xml_child(node, NULL);
	const char *text;
	int i;

	memset(p, 0, sizeof *p);
	p->uri = uri_of(node->ns);
	p->prefix = node->ns == NULL || node->ns->prefix == NULL
			? ""
			: (const char *)node->ns->prefix;
	p->name = (const char *)node->name;
	p->node = node;
	for (i = XMP_BAG; i <= XMP_ALT; i++)
		if (xmp_is(kid, XMP_RDF, lists[i])) {
			p->form = (enum xmp_form)i;
			read_items(a, kid, p);
		}
	text = attribute(a, node, XMP_RDF, "parseType");
	if (p->form == XMP_TEXT &&
	    (kid != NULL || (text != NULL && strcmp(text, "Resource") == 0)))
		p->form = XMP_STRUCT;
	if (p->form == XMP_TEXT) {
		p->text = attribute(a, node, XMP_RDF, "resource");
		if (p->text == NULL)
			p->text = content_of(a, node);
	}
	if (p->text == NULL)
		p->text = "";
}

static void
read_description(struct arena *a, struct xmp *xmp, const xmlNode *node)
{
	struct xmp_property *p;
	const xmlNode *kid;
	const xmlAttr *at;

	for (at = node->properties; at != NULL; at = at->next) {
		if (*uri_of(at->ns) == '\0' ||
		    strcmp(uri_of(at->ns), XMP_RDF) == 0 ||
		    (at->ns->prefix != NULL &&
			strcmp((const char *)at->ns->prefix, "xml") == 0) ||
		    (p = vec_push(a, &xmp->v)) == NULL)
			continue;
		*p = (struct xmp_property){ .uri = uri_of(at->ns),
			.prefix = at->ns->prefix == NULL
				      ? ""
				      : (const char *)at->ns->prefix,
			.name = (const char *)at->name,
			.text = at->children == NULL
				    ? ""
				    : (const char *)at->children->content };
	}
	for (kid = xml_child(node, NULL); kid != NULL;
	     kid = xml_next(kid, NULL))
		if ((p = vec_push(a, &xmp->v)) != NULL)
			xmp_property_of(a, kid, p);
}

bool
xmp_read(struct arena *a, const void *bytes, size_t n, struct xmp *xmp)
{
	const char *text = bytes;
	const xmlNode *rdf, *node;

	memset(xmp, 0, sizeof *xmp);
	while (n > 0 && (text[n - 1] == '\0' || text[n - 1] == ' '))
		n--;
	if (n >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0) {
		text += 3;
		n -= 3;
	}
	if (xml_parse(text, n, "XMP", &xmp->doc, NULL) != 0)
		return false;
	rdf = xmlDocGetRootElement(xmp->doc);
	if (!xmp_is(rdf, XMP_RDF, "RDF"))
		rdf = xml_child(rdf, "RDF");
	if (!xmp_is(rdf, XMP_RDF, "RDF"))
		return false;
	for (node = xml_child(rdf, NULL); node != NULL;
	     node = xml_next(node, NULL))
		if (xmp_is(node, XMP_RDF, "Description"))
			read_description(a, xmp, node);
	return true;
}

void
xmp_free(struct xmp *xmp)
{
	if (xmp->doc != NULL)
		xmlFreeDoc(xmp->doc);
}

const struct xmp_property *
xmp_find(const struct xmp *xmp, const char *uri, const char *name)
{
	size_t i;

	for (i = 0; i < xmp->v.n; i++)
		if (strcmp(xmp->v.v[i].name, name) == 0 &&
		    strcmp(xmp->v.v[i].uri, uri) == 0)
			return &xmp->v.v[i];
	return NULL;
}

bool
xmp_claims_archival(struct pdf *pdf)
{
	const struct xmp_property *part;
	struct xmp xmp = { 0 };
	unsigned char *data;
	bool good = false;
	size_t n;

	data =
	    pdf_data(pdf, pdf_get(pdf, pdf->root, "Metadata"), PACKET_MAX, &n);
	if (data == NULL)
		return false;
	if (xmp_read(pdf->a, data, n, &xmp)) {
		part = xmp_find(&xmp, XMP_A, "part");
		good = part != NULL && (strcmp(part->text, "1") == 0 ||
					   strcmp(part->text, "2") == 0);
	}
	xmp_free(&xmp);
	mem_free(data);
	return good;
}
