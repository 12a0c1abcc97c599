/* SPDX-License-Identifier: EUPL-1.2
 *
 * The flat form and the four XML files of a package, one from the other.  A
 * package has automatic styles in two files, which may use the same name for
 * different things; the tree has them once.
 */
#include "config.h"

#include <string.h>
#include <sodium/utils.h>
#include <libxml/hash.h>
#include <libxml/xmlsave.h>

#include "base/mem.h"
#include "base/xml.h"
#include "odf/inner.h"

#define BASE64_SKIP " \t\r\n"
#define ROUNDS 8 /* styles naming styles naming styles */

/* The parts of each file, in the order that the schema wants. */
static const char *const parts[ODF_FILES][6] = {
	{ "office:font-face-decls", "office:automatic-styles", "office:body" },
	{ "office:font-face-decls", "office:styles", "office:automatic-styles",
	    "office:master-styles" },
	{ "office:meta" }, { "office:settings" }
};

static const char *const flat_parts[] = { "office:meta", "office:settings",
	"office:font-face-decls", "office:styles", "office:automatic-styles",
	"office:master-styles", "office:body" };

const char *
odf_file_name(enum odf_file file)
{
	static const char *const names[ODF_FILES] = { "content.xml",
		"styles.xml", "meta.xml", "settings.xml" };

	return names[file];
}

/* ---- reading ---- */

/* Move one picture from base64 in the tree to the document's list. */
static int
take_picture(struct odf *odf, xmlNode *data)
{
	xmlNode *image = data->parent;
	xmlChar *text = xmlNodeGetContent(data);
	size_t n = text == NULL ? 0 : strlen((char *)text), size = 0;
	unsigned char *bytes = mem_alloc(n / 4 * 3 + 3);
	const char *path = NULL;
	int rc = KL_E_NOMEM;

	if (text == NULL || bytes == NULL)
		goto out;
	if (sodium_base642bin(bytes, n / 4 * 3 + 3, (const char *)text, n,
		BASE64_SKIP, &size, NULL, sodium_base64_VARIANT_ORIGINAL) == 0)
		path = odf_add_image(odf, bytes, size);
	if (arena_failed(odf->arena))
		goto out;
	rc = 0;
	odf_drop(data);
	if (path == NULL || !odf_is(image, "draw:image"))
		goto out;
	rc = odf_set(image, "xlink:href", path);
	if (rc == 0)
		rc = odf_set(image, "xlink:type", "simple");
out:
	xmlFree(text);
	mem_free(bytes);
	return rc;
}

int
odf_read_flat(
    struct odf *odf, const void *bytes, size_t n, struct kl_error *err)
{
	xmlNode *root, *node, *next;
	const char *type;
	int rc;

	rc = xml_parse(bytes, n, odf->name, &odf->doc, err);
	if (rc != 0)
		return rc;
	root = xmlDocGetRootElement(odf->doc);
	if (odf_canonical(root) != 0)
		return kl_error_nomem(err);
	type = odf_attr(root, "office:mimetype");
	if (!odf_is(root, "office:document") ||
	    (type != NULL && strncmp(type, ODF_TYPE, strlen(ODF_TYPE)) != 0)) {
		kl_error_set(err, KL_E_INPUT,
		    KL_N_("The file is not an OpenDocument text. Nothing was "
			  "read. Save it as .odt or .fodt and try again."));
		kl_error_where(err, odf->name, 0, NULL);
		return KL_E_INPUT;
	}
	for (node = root->children; node != NULL; node = next) {
		next = odf_walk(node, root);
		if (!odf_is(node, "office:binary-data"))
			continue;
		next = odf_walk_past(node, root);
		if (take_picture(odf, node) != 0)
			return kl_error_nomem(err);
	}
	return 0;
}

/* True when ${name} ends in "style-name" or is a page layout's. */
static bool
is_reference(const xmlAttr *at)
{
	const char *name = (const char *)at->name;
	size_t n = strlen(name);

	return (n >= 10 && strcmp(name + n - 10, "style-name") == 0) ||
	       strcmp(name, "page-layout-name") == 0;
}

/* Rename the references to ${old} in the tree below ${root}. */
static int
rename_references(xmlNode *root, const char *old, const char *fresh)
{
	xmlNode *n;
	xmlAttr *at;

	for (n = root; n != NULL; n = odf_walk(n, root)) {
		if (n->type != XML_ELEMENT_NODE)
			continue;
		for (at = n->properties; at != NULL; at = at->next) {
			if (!is_reference(at) || at->children == NULL ||
			    strcmp((const char *)at->children->content, old))
				continue;
			if (xmlSetNsProp(n, at->ns, at->name, BAD_CAST fresh) ==
			    NULL)
				return KL_E_NOMEM;
		}
	}
	return 0;
}

static xmlNode *
style_named(xmlNode *styles, const char *name)
{
	xmlNode *n = styles == NULL ? NULL : styles->children;
	const char *s;

	for (; n != NULL; n = n->next) {
		s = odf_attr(n, "style:name");
		if (s != NULL && strcmp(s, name) == 0)
			return n;
	}
	return NULL;
}

/* Give the automatic styles of styles.xml names of their own where content.xml
 * uses the same. */
static int
part_names(struct odf *odf, xmlNode *styles_root, xmlNode *content_styles)
{
	xmlNode *own = odf_child(styles_root, "office:automatic-styles"), *n;
	const char *name, *fresh;

	for (n = own == NULL ? NULL : own->children; n != NULL; n = n->next) {
		name = odf_attr(n, "style:name");
		if (name == NULL || style_named(content_styles, name) == NULL)
			continue;
		name = arena_strdup(odf->arena, name);
		fresh = arena_printf(odf->arena, "S-%s", name);
		if (fresh == NULL || rename_references(own, name, fresh) != 0 ||
		    rename_references(
			odf_child(styles_root, "office:master-styles"), name,
			fresh) != 0 ||
		    odf_set(n, "style:name", fresh) != 0)
			return KL_E_NOMEM;
	}
	return 0;
}

/* Copy the part ${name} of ${from} to the end of the new tree; when it is there
 * already, its children that have other names. */
static int
join_part(struct odf *odf, xmlNode *from, const char *name)
{
	xmlNode *part = odf_child(from, name), *old, *n, *copy;
	const char *s;

	if (part == NULL)
		return 0;
	old = odf_part(odf, name);
	if (old == NULL) {
		copy = xmlDocCopyNode(part, odf->doc, 1);
		return copy == NULL
			   ? KL_E_NOMEM
			   : (xmlAddChild(xmlDocGetRootElement(odf->doc), copy),
				 0);
	}
	for (n = part->children; n != NULL; n = n->next) {
		s = odf_attr(n, "style:name");
		if (s == NULL || style_named(old, s) != NULL)
			continue;
		copy = xmlDocCopyNode(n, odf->doc, 1);
		if (copy == NULL)
			return KL_E_NOMEM;
		xmlAddChild(old, copy);
	}
	return 0;
}

/* An empty flat document with every namespace declared at its root. */
static int
new_tree(struct odf *odf)
{
	const struct odf_namespace *ns;
	xmlNode *root;

	odf->doc = xmlNewDoc(BAD_CAST "1.0");
	if (odf->doc == NULL)
		return KL_E_NOMEM;
	root = xmlNewDocNode(odf->doc, NULL, BAD_CAST "document", NULL);
	if (root == NULL)
		return KL_E_NOMEM;
	xmlDocSetRootElement(odf->doc, root);
	for (ns = odf_namespaces; ns->prefix != NULL; ns++)
		if (xmlNewNs(root, BAD_CAST ns->href, BAD_CAST ns->prefix) ==
		    NULL)
			return KL_E_NOMEM;
	xmlSetNs(root, root->nsDef);
	return 0;
}

int
odf_join_files(
    struct odf *odf, xmlDoc *const docs[ODF_FILES], struct kl_error *err)
{
	xmlNode *roots[ODF_FILES] = { NULL };
	size_t i, file;

	for (file = 0; file < ODF_FILES; file++) {
		if (docs[file] == NULL)
			continue;
		roots[file] = xmlDocGetRootElement(docs[file]);
		if (odf_canonical(roots[file]) != 0)
			return kl_error_nomem(err);
	}
	if (new_tree(odf) != 0 ||
	    part_names(odf, roots[ODF_STYLES],
		odf_child(roots[ODF_CONTENT], "office:automatic-styles")) != 0)
		return kl_error_nomem(err);
	for (i = 0; i < sizeof flat_parts / sizeof *flat_parts; i++)
		for (file = 0; file < ODF_FILES; file++)
			if (join_part(odf, roots[file], flat_parts[i]) != 0)
				return kl_error_nomem(err);
	return odf_canonical(xmlDocGetRootElement(odf->doc)) == 0
		   ? 0
		   : kl_error_nomem(err);
}

/* ---- writing ---- */

static int
write_to_buf(void *ctx, const char *bytes, int n)
{
	buf_put(ctx, bytes, (size_t)n);
	return n;
}

static void
print_node(struct odf *odf, xmlNode *node, struct buf *out)
{
	xmlOutputBuffer *o =
	    xmlOutputBufferCreateIO(write_to_buf, NULL, out, NULL);

	if (o == NULL) {
		out->failed = true;
		return;
	}
	xmlNodeDumpOutput(o, odf->doc, node, 0, 0, "UTF-8");
	if (xmlOutputBufferClose(o) < 0)
		out->failed = true;
}

static void
open_root(const char *name, struct buf *out)
{
	const struct odf_namespace *ns;

	buf_puts(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<");
	buf_puts(out, name);
	for (ns = odf_namespaces; ns->prefix != NULL; ns++)
		if (strcmp(ns->prefix, "loext") != 0)
			buf_printf(
			    out, " xmlns:%s=\"%s\"", ns->prefix, ns->href);
	buf_puts(out, " office:version=\"1.3\"");
}

/* Note every style that the tree below ${root} names. */
static int
note_references(xmlNode *root, xmlHashTable *used)
{
	xmlNode *n;
	xmlAttr *at;

	for (n = root; n != NULL; n = odf_walk(n, root)) {
		if (n->type != XML_ELEMENT_NODE)
			continue;
		for (at = n->properties; at != NULL; at = at->next)
			if (is_reference(at) && at->children != NULL &&
			    xmlHashLookup(used, at->children->content) ==
				NULL &&
			    xmlHashAddEntry(
				used, at->children->content, root) != 0)
				return KL_E_NOMEM;
	}
	return 0;
}

/* Print those automatic styles that ${user}, or a style that it uses, names. */
static void
print_styles(struct odf *odf, xmlNode *styles, xmlNode *user, struct buf *out)
{
	xmlHashTable *used = xmlHashCreate(64);
	const char *name;
	xmlNode *n;
	int round, before = -1;

	if (used == NULL || note_references(user, used) != 0)
		out->failed = true;
	for (round = 0;
	     round < ROUNDS && !out->failed && xmlHashSize(used) != before;
	     round++) {
		before = xmlHashSize(used);
		for (n = styles->children; n != NULL; n = n->next) {
			name = odf_attr(n, "style:name");
			if (name != NULL &&
			    xmlHashLookup(used, BAD_CAST name) != NULL &&
			    note_references(n, used) != 0)
				out->failed = true;
		}
	}
	buf_puts(out, "<office:automatic-styles>");
	for (n = styles->children; n != NULL && !out->failed; n = n->next) {
		name = odf_attr(n, "style:name");
		if (name != NULL && xmlHashLookup(used, BAD_CAST name) != NULL)
			print_node(odf, n, out);
	}
	buf_puts(out, "</office:automatic-styles>");
	xmlHashFree(used, NULL);
}

void
odf_print_file(struct odf *odf, enum odf_file file, struct buf *out)
{
	static const char *const roots[ODF_FILES] = { "office:document-content",
		"office:document-styles", "office:document-meta",
		"office:document-settings" };
	xmlNode *part, *user;
	size_t i;

	user = odf_part(
	    odf, file == ODF_STYLES ? "office:master-styles" : "office:body");
	open_root(roots[file], out);
	buf_putc(out, '>');
	for (i = 0; parts[file][i] != NULL; i++) {
		part = odf_part(odf, parts[file][i]);
		if (part == NULL)
			continue;
		if (odf_is(part, "office:automatic-styles") && user != NULL)
			print_styles(odf, part, user, out);
		else
			print_node(odf, part, out);
	}
	buf_printf(out, "</%s>\n", roots[file]);
}

/* The picture of a draw:image as base64 inside it. */
static int
give_picture(struct odf *odf, xmlNode *node, const struct odf_image *image)
{
	size_t n =
	    sodium_base64_ENCODED_LEN(image->n, sodium_base64_VARIANT_ORIGINAL);
	char *text = mem_alloc(n);
	xmlNode *data = odf_element(odf, "office:binary-data"), *content;
	int rc = KL_E_NOMEM;

	if (text == NULL || data == NULL)
		goto out;
	sodium_bin2base64(
	    text, n, image->bytes, image->n, sodium_base64_VARIANT_ORIGINAL);
	content = xmlNewDocText(odf->doc, BAD_CAST text);
	if (content == NULL)
		goto out;
	xmlAddChild(data, content);
	if (node->children == NULL)
		xmlAddChild(node, data);
	else
		xmlAddPrevSibling(node->children, data);
	data = NULL;
	odf_unset(node, "xlink:href");
	odf_unset(node, "xlink:type");
	odf_unset(node, "xlink:show");
	odf_unset(node, "xlink:actuate");
	rc = 0;
out:
	if (data != NULL)
		xmlFreeNode(data);
	mem_free(text);
	return rc;
}

/* Take the pictures back out of the tree after it was printed. */
static int
restore_pictures(struct odf *odf)
{
	xmlNode *root = xmlDocGetRootElement(odf->doc), *n, *next;

	for (n = root->children; n != NULL; n = next) {
		next = odf_walk(n, root);
		if (!odf_is(n, "office:binary-data"))
			continue;
		next = odf_walk_past(n, root);
		if (take_picture(odf, n) != 0)
			return KL_E_NOMEM;
	}
	return 0;
}

int
odf_write_flat(struct odf *odf, struct buf *out, struct kl_error *err)
{
	xmlNode *root = xmlDocGetRootElement(odf->doc), *n, *part;
	const struct odf_image *image;
	size_t i;

	for (n = root->children; n != NULL; n = odf_walk(n, root)) {
		image = odf_is(n, "draw:image")
			    ? odf_find_image(odf, odf_attr(n, "xlink:href"))
			    : NULL;
		if (image != NULL && give_picture(odf, n, image) != 0)
			return kl_error_nomem(err);
	}
	open_root("office:document", out);
	buf_puts(out, " office:mimetype=\"" ODF_TYPE "\">");
	for (i = 0; i < sizeof flat_parts / sizeof *flat_parts; i++) {
		part = odf_part(odf, flat_parts[i]);
		if (part == NULL)
			continue;
		buf_putc(out, '\n');
		print_node(odf, part, out);
	}
	buf_puts(out, "\n</office:document>\n");
	if (restore_pictures(odf) != 0 || buf_failed(out))
		return kl_error_nomem(err);
	return 0;
}
