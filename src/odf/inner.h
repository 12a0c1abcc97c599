/* SPDX-License-Identifier: EUPL-1.2
 *
 * Inside the room: how an OpenDocument lies in memory, and the small readers of
 * its tree.  The tree is always the flat form (office:document); prefixes are
 * canonical ("text:p" is text:p), so names are compared as written there.
 * Pictures lie beside the tree, found by the path that draw:image names.
 */
#ifndef ODF_INNER_H
#define ODF_INNER_H

#include <stdbool.h>
#include <stddef.h>
#include <libxml/tree.h>

#include "base/arena.h"
#include "base/buf.h"
#include "odf/odf.h"

#define ODF_TYPE "application/vnd.oasis.opendocument.text"

#define ODF_ARENA_MAX ((size_t)256 << 20) /* bytes of a document's arena */

/* A picture of the document. */
struct odf_image {
	const char *path; /* "Pictures/<hash>.png" */
	const void *bytes;
	size_t n;
};

/* Something that a document may not have and that was taken out. */
struct odf_removed {
	const char *what; /* "draw:object" */
	int line;
};

struct odf {
	struct arena *arena; /* names and pictures */
	xmlDoc *doc;	     /* office:document */
	const char *name;    /* for messages */
	bool zipped;	     /* its lines mean nothing to people */
	VEC(struct odf_image) images;
	VEC(struct odf_removed) removed; /* by odf_scrub, worth telling */
};

/* A namespace of OpenDocument and the prefix it has in the tree. */
struct odf_namespace {
	const char *prefix, *href;
};
extern const struct odf_namespace odf_namespaces[];

/* ---- tree.c ---- */

/* odf_is(node, name): true if ${node} is the element ${name}, "text:p". */
bool odf_is(const xmlNode *node, const char *name);

/* odf_attr(node, name): the value of the attribute ${name}, "text:name",
 * borrowed from the tree; NULL when it is absent. */
const char *odf_attr(const xmlNode *node, const char *name);

/* odf_child(node, name): the first child element ${name}, or NULL. */
xmlNode *odf_child(const xmlNode *node, const char *name);

/* odf_next(node, name): the next sibling element ${name} (NULL: any). */
xmlNode *odf_next(const xmlNode *node, const char *name);

/* odf_set(node, name, value): set the attribute ${name}; KL_E_NOMEM on failure.
 */
int odf_set(xmlNode *node, const char *name, const char *value);

/* odf_unset(node, name): remove the attribute ${name}. */
void odf_unset(xmlNode *node, const char *name);

/* odf_element(odf, name): a new element "text:s", not yet in the tree. */
xmlNode *odf_element(struct odf *odf, const char *name);

/* odf_drop(node): unlink and free; NULL is fine. */
void odf_drop(xmlNode *node);

/* odf_insert_after(place, node), odf_insert_before(place, node): link ${node}
 * beside ${place}; a text is not joined with its neighbours. */
void odf_insert_after(xmlNode *place, xmlNode *node);
void odf_insert_before(xmlNode *place, xmlNode *node);

/* odf_part(odf, name): the root's child "office:body", or NULL. */
xmlNode *odf_part(const struct odf *odf, const char *name);

/* odf_body(odf): office:text, or NULL. */
xmlNode *odf_body(const struct odf *odf);

/* odf_is_inline(node): true for an element whose text stands in a line: a
 * paragraph, heading, span or link. */
bool odf_is_inline(const xmlNode *node);

/* odf_is_piece(node): true for a section that may be edited and taken back. */
bool odf_is_piece(const xmlNode *node);

/* odf_walk(node, root): the node after ${node} in document order below ${root},
 * or NULL.  It goes by the tree's own links, so depth costs no stack. */
xmlNode *odf_walk(const xmlNode *node, const xmlNode *root);

/* odf_walk_past(node, root): the same, skipping what is below ${node}. */
xmlNode *odf_walk_past(const xmlNode *node, const xmlNode *root);

/* odf_canonical(root): give every namespace declaration below ${root} the
 * prefix of odf_namespaces.  KL_E_NOMEM on failure. */
int odf_canonical(xmlNode *root);

/* odf_hoist(odf): declare every namespace once, at the root, so that a part of
 * the tree can be copied or moved without a thought.  After odf_scrub (only
 * known namespaces are left).  KL_E_NOMEM on failure. */
int odf_hoist(struct odf *odf);

/* odf_copy(odf, node, first, count): a copy of ${node}, an element or a text of
 * the tree, with all below it.  Identities are kept only in the ${first} copy.
 * Adds the number of nodes to ${count}.  NULL when memory is out. */
xmlNode *odf_copy(
    struct odf *odf, const xmlNode *node, bool first, size_t *count);

/* odf_scrub(odf): remove what could run, fetch or point outside: scripts,
 * events, linked sections, databases, forms, embedded objects, outside
 * pictures, embedded fonts, printer settings, unsafe links. */
void odf_scrub(struct odf *odf);

/* odf_href_is_safe(href): true for an address that a reader may follow. */
bool odf_href_is_safe(const char *href);

/* ---- contents.c ---- */

/* odf_index(odf): write the entries of every list of contents anew from the
 * headings of the text, as its own settings say: links to bookmarks that the
 * headings get, and references to their pages. */
int odf_index(struct odf *odf, struct kl_error *err);

/* ---- tree.c, too ---- */

/* odf_is_hidden(section): true for a section that is not shown. */
bool odf_is_hidden(const xmlNode *section);

/* ---- plain.c ---- */

/* odf_plain(out, para): append the text of the paragraph ${para}, with line
 * breaks and tabs; notes, comments and drawings are left out, and "#" stands
 * for what depends on how the pages fall. */
void odf_plain(struct buf *out, const xmlNode *para);

/* ---- heal.c ---- */

/* odf_heal(odf, wrong, ctx, err): turn typed fields, {path}, into
 * text:user-field-get, also where spans split them; "{{" stands for a brace.  A
 * brace that is not closed goes to ${wrong} with its paragraph, which says 0 to
 * go on without that paragraph; KL_E_INPUT if ${wrong} is NULL. */
typedef int (*odf_wrong)(
    void *ctx, const xmlNode *para, const struct kl_error *what);
int odf_heal(struct odf *odf, odf_wrong wrong, void *ctx, struct kl_error *err);

/* odf_field_source(a, s, n): the path in the ${n} bytes of a typed field, with
 * the typographic quotes and spaces of an office suite made plain. */
char *odf_field_source(struct arena *a, const char *s, size_t n);

/* ---- picture.c ---- */

/* odf_add_image(odf, bytes, n): keep a picture; returns its path in the
 * document, or NULL when it is neither PNG nor JPEG or memory is out.  The
 * bytes are copied. */
const char *odf_add_image(struct odf *odf, const void *bytes, size_t n);

/* odf_find_image(odf, path): the picture, or NULL. */
const struct odf_image *odf_find_image(const struct odf *odf, const char *path);

/* odf_image_size(bytes, n, w, h): the pixels of a PNG or JPEG; false if they
 * cannot be told. */
bool odf_image_size(const void *bytes, size_t n, unsigned *w, unsigned *h);

/* ---- package.c, flat.c ---- */

/* odf_read_package(odf, bytes, n, err): fill ${odf} from a zipped document. */
int odf_read_package(
    struct odf *odf, const void *bytes, size_t n, struct kl_error *err);

/* odf_read_flat(odf, bytes, n, err): fill ${odf} from a flat document. */
int odf_read_flat(
    struct odf *odf, const void *bytes, size_t n, struct kl_error *err);

/* The XML files of a package. */
enum odf_file { ODF_CONTENT, ODF_STYLES, ODF_META, ODF_SETTINGS, ODF_FILES };

/* odf_file_name(file): "content.xml" ... */
const char *odf_file_name(enum odf_file file);

/* odf_print_file(odf, file, out): that part of the tree as an XML file. */
void odf_print_file(struct odf *odf, enum odf_file file, struct buf *out);

/* odf_join_files(odf, docs, err): one flat tree of the parsed files of a
 * package (missing ones NULL; content must be there). */
int odf_join_files(
    struct odf *odf, xmlDoc *const docs[ODF_FILES], struct kl_error *err);

/* ---- length.c ---- */

/* odf_number(s, value): the decimal number at ${s}, with or without fraction
 * and exponent, at most 1e9 either way.  Returns where it ends, or NULL if
 * there is none (${s} may be NULL). */
const char *odf_number(const char *s, double *value);

/* odf_length(s, out): "2.5cm" in points; false when ${s} is NULL, no length or
 * unreasonably large. */
bool odf_length(const char *s, double *pt);

/* odf_percent(s, out): "120%" as 1.2. */
bool odf_percent(const char *s, double *factor);

/* odf_colour(s): "#rrggbb"; DOC_NO_COLOUR for anything else. */
doc_colour odf_colour(const char *s);

#endif
