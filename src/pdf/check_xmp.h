/* SPDX-License-Identifier: EUPL-1.2
 *
 * Inside the pdf room: XMP metadata (ISO 16684-1) as a flat list of properties.
 */
#ifndef PDF_CHECK_XMP_H
#define PDF_CHECK_XMP_H

#include <libxml/tree.h>

#include "pdf/object.h"

#define XMP_RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define XMP_DC "http://purl.org/dc/elements/1.1/"
#define XMP_XAP "http://ns.adobe.com/xap/1.0/"
#define XMP_PDF "http://ns.adobe.com/pdf/1.3/"
#define XMP_A "http://www.aiim.org/pdfa/ns/id/"
#define XMP_UA "http://www.aiim.org/pdfua/ns/id/"
#define XMP_EXTENSION "http://www.aiim.org/pdfa/ns/extension/"

/* What a value is. */
enum xmp_form { XMP_TEXT, XMP_BAG, XMP_SEQ, XMP_ALT, XMP_STRUCT };

struct xmp_property {
	const char *uri, *prefix, *name;
	enum xmp_form form;
	const char *text;    /* a text, or the first item's; never NULL */
	const xmlNode *node; /* NULL for one written as an attribute */
	bool x_default;	     /* an alternative with the language x-default */
};

struct xmp {
	xmlDoc *doc;
	VEC(struct xmp_property) v;
};

/* xmp_read(a, bytes, n, xmp): the properties; false if it is not well-formed
 * XML with RDF in it.  Free with xmp_free in any case. */
bool xmp_read(struct arena *a, const void *bytes, size_t n, struct xmp *xmp);
void xmp_free(struct xmp *xmp);

/* xmp_find(xmp, uri, name): the property, or NULL. */
const struct xmp_property *xmp_find(
    const struct xmp *xmp, const char *uri, const char *name);

/* xmp_property_of(a, node, p): the element ${node} as a property. */
void xmp_property_of(
    struct arena *a, const xmlNode *node, struct xmp_property *p);

/* xmp_fields(node): the element under which the fields of a structure stand. */
const xmlNode *xmp_fields(const xmlNode *node);

/* xmp_is(node, uri, name): true for that element. */
bool xmp_is(const xmlNode *node, const char *uri, const char *name);

/* xmp_claims_archival(pdf): the file says that it is PDF/A-1 or PDF/A-2. */
bool xmp_claims_archival(struct pdf *pdf);

struct check;

/* xmp_check_schemas(c, xmp): the extension schemas and that each property is
 * defined: check_schema.c */
void xmp_check_schemas(struct check *c, const struct xmp *xmp);

#endif
