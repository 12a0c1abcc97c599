/* SPDX-License-Identifier: EUPL-1.2
 *
 * XML that arrives is untrusted: it is read here and only here, without network,
 * entities or DTDs, capped in size and depth.  The small readers below are what
 * every room uses to walk a tree.
 */
#ifndef BASE_XML_H
#define BASE_XML_H

#include <stdbool.h>
#include <stddef.h>
#include <libxml/tree.h>

#include "base/arena.h"
#include "base/buf.h"
#include <kansli/error.h>

#define XML_MAX_BYTES (64u << 20) /* largest document read */
#define XML_MAX_DEPTH 64          /* deepest nesting accepted */

/* xml_start(): prepare libxml2 (parser, memory hooks, silent errors).  Called
 * once by whoever owns the process; again is harmless. */
void xml_start(void);

/* xml_starved(): true if libxml2 or libxslt has run out of memory since
 * xml_starved_forget() was last called.  Whatever they made or said meanwhile
 * is not to be trusted; xml_parse fails until then. */
bool xml_starved(void);
void xml_starved_forget(void);

/* xml_parse(bytes, n, name, doc, err): parse well-formed UTF-8 XML.  ${name} is
 * for messages.  A document type declaration, too deep nesting, more than
 * XML_MAX_BYTES or malformed text is KL_E_INPUT with the line.  The caller frees
 * ${doc} with xmlFreeDoc. */
int xml_parse(const void *bytes, size_t n, const char *name, xmlDoc **doc,
    struct kl_error *err);

/* xml_is(node, name): true if ${node} is an element with that local name. */
int xml_is(const xmlNode *node, const char *name);

/* xml_child(node, name): the first child element so named (NULL: any), or NULL.
 */
xmlNode *xml_child(const xmlNode *node, const char *name);

/* xml_next(node, name): the next sibling element so named (NULL: any). */
xmlNode *xml_next(const xmlNode *node, const char *name);

/* xml_text(a, node): the node's whole text, white space trimmed at both ends
 * and inner runs of white space made one space; NULL for NULL or on failure. */
char *xml_text(struct arena *a, const xmlNode *node);

/* xml_child_text(a, node, name): xml_text of that child, or NULL. */
char *xml_child_text(struct arena *a, const xmlNode *node, const char *name);

/* xml_attr(a, node, name): the attribute's value copied, or NULL. */
char *xml_attr(struct arena *a, const xmlNode *node, const char *name);

/* xml_add(parent, name, text): append an element, with text unless NULL; the
 * text is escaped.  NULL on failure. */
xmlNode *xml_add(xmlNode *parent, const char *name, const char *text);

/* xml_set(node, name, value): set an attribute; NULL value does nothing. */
int xml_set(xmlNode *node, const char *name, const char *value);

/* xml_write(doc, out): ${doc} as indented UTF-8 with declaration. */
int xml_write(xmlDoc *doc, struct buf *out);

/* xml_canonical(doc, out): Canonical XML 1.0, without comments (W3C C14N). */
int xml_canonical(xmlDoc *doc, struct buf *out);

#endif
