/* SPDX-License-Identifier: EUPL-1.2
 *
 * Opening a document, its properties, and letting it go.
 */
#include "config.h"

#include <string.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/xml.h"
#include "odf/inner.h"

/* What both forms must have, and what neither may keep. */
static int
settle(struct odf *odf, struct kl_error *err)
{
	if (odf_body(odf) == NULL) {
		kl_error_set(err, KL_E_INPUT,
		    KL_N_("The file is not an OpenDocument text. Nothing was "
			  "read. Save it as .odt or .fodt and try again."));
		kl_error_where(err, odf->name, 0, NULL);
		return KL_E_INPUT;
	}
	odf_scrub(odf);
	return odf_hoist(odf) == 0 ? 0 : kl_error_nomem(err);
}

int
odf_open(const void *bytes, size_t n, const char *name, struct odf **out,
    struct kl_error *err)
{
	struct arena *a = arena_new(ODF_ARENA_MAX);
	struct odf *odf = arena_alloc(a, sizeof *odf);
	int rc;

	if (odf == NULL) {
		arena_free(a);
		return kl_error_nomem(err);
	}
	xml_start();
	odf->arena = a;
	odf->name = arena_strdup(a, name == NULL ? "" : name);
	odf->zipped = n >= 2 && memcmp(bytes, "PK", 2) == 0;
	if (odf->name == NULL)
		rc = kl_error_nomem(err);
	else if (odf->zipped)
		rc = odf_read_package(odf, bytes, n, err);
	else
		rc = odf_read_flat(odf, bytes, n, err);
	if (rc == 0)
		rc = settle(odf, err);
	if (rc != 0) {
		odf_free(odf);
		return rc;
	}
	*out = odf;
	return 0;
}

int
odf_open_file(const char *path, struct odf **odf, struct kl_error *err)
{
	struct buf bytes;
	int rc;

	rc = file_read(path, XML_MAX_BYTES, &bytes, err);
	if (rc == 0)
		rc = odf_open(bytes.data, bytes.len, path, odf, err);
	buf_free(&bytes);
	return rc;
}

void
odf_free(struct odf *odf)
{
	if (odf == NULL)
		return;
	xmlFreeDoc(odf->doc);
	arena_free(odf->arena);
}

/* One property, left out when there is none. */
static int
add_property(
    struct odf *odf, xmlNode *meta, const char *name, const char *value)
{
	xmlNode *node, *text;

	if (value == NULL || *value == '\0')
		return 0;
	node = odf_element(odf, name);
	if (node == NULL)
		return KL_E_NOMEM;
	xmlAddChild(meta, node);
	text = xmlNewDocText(odf->doc, BAD_CAST value);
	if (text == NULL)
		return KL_E_NOMEM;
	xmlAddChild(node, text);
	return 0;
}

/* A property of our own. */
static int
add_own(struct odf *odf, xmlNode *meta, const struct odf_property *own)
{
	int rc = add_property(odf, meta, "meta:user-defined", own->value);

	if (rc != 0 || own->value == NULL || *own->value == '\0')
		return rc;
	return odf_set(meta->last, "meta:name", own->name);
}

int
odf_set_meta(struct odf *odf, const struct odf_meta *meta, struct kl_error *err)
{
	xmlNode *root = xmlDocGetRootElement(odf->doc);
	xmlNode *node = odf_element(odf, "office:meta");
	size_t i;

	if (node == NULL)
		return kl_error_nomem(err);
	odf_drop(odf_part(odf, "office:meta"));
	if (root->children == NULL)
		xmlAddChild(root, node);
	else
		xmlAddPrevSibling(root->children, node);
	if (add_property(odf, node, "meta:generator", PACKAGE_STRING) != 0 ||
	    add_property(odf, node, "dc:title", meta->title) != 0 ||
	    add_property(odf, node, "dc:subject", meta->subject) != 0 ||
	    add_property(odf, node, "meta:initial-creator", meta->author) !=
		0 ||
	    add_property(odf, node, "dc:creator", meta->author) != 0 ||
	    add_property(odf, node, "meta:creation-date", meta->instant) != 0 ||
	    add_property(odf, node, "dc:date", meta->instant) != 0 ||
	    add_property(odf, node, "dc:language", meta->language) != 0)
		return kl_error_nomem(err);
	for (i = 0; i < meta->nown; i++)
		if (add_own(odf, node, &meta->own[i]) != 0)
			return kl_error_nomem(err);
	return 0;
}

const char *
odf_get_property(const struct odf *odf, struct arena *a, const char *name)
{
	const xmlNode *n =
	    odf_child(odf_part(odf, "office:meta"), "meta:user-defined");
	const char *own;

	for (; n != NULL; n = odf_next(n, "meta:user-defined")) {
		own = odf_attr(n, "meta:name");
		if (own != NULL && strcmp(own, name) == 0)
			return xml_text(a, n);
	}
	return NULL;
}
