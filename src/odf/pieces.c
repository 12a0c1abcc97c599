/* SPDX-License-Identifier: EUPL-1.2
 *
 * Pieces: what of a filled document may be edited and taken back.  A section
 * "ändra:PATH" of the template keeps standing in the document, named after the
 * element of the record that it shows.  It does not know what a piece means.
 */
#include "config.h"

#include <string.h>
#include <libxml/hash.h>

#include "base/xml.h"
#include "odf/fill.h"

#define DEPTH_MAX 16 /* elements above that one; a record has six */

/* What tells ${node} from its brothers of the same name: its number or
 * identity, else its place among them; NULL when it is alone. */
static const char *
key_of(struct arena *a, const xmlNode *node)
{
	const char *name = (const char *)node->name;
	const char *key = xml_attr(a, node, "nr");
	const xmlNode *n;
	size_t place = 0, all = 0;

	if (key == NULL)
		key = xml_attr(a, node, "id");
	if (key != NULL)
		return key;
	for (n = xml_child(node->parent, name); n != NULL;
	     n = xml_next(n, name)) {
		all++;
		if (n == node)
			place = all;
	}
	return all < 2 ? NULL : arena_printf(a, "#%zu", place);
}

/* "sammanträde/paragraf[10]/beslut"; NULL when memory is out. */
static const char *
name_of(struct arena *a, const xmlNode *node)
{
	const xmlNode *root = xmlDocGetRootElement(node->doc);
	const char *name = NULL, *key, *step;
	int depth;

	for (depth = 0; node != root && node != NULL && depth < DEPTH_MAX;
	     node = node->parent, depth++) {
		key = key_of(a, node);
		step = (const char *)node->name;
		if (key != NULL)
			step = arena_printf(a, "%s[%s]", step, key);
		name =
		    name == NULL ? step : arena_printf(a, "%s/%s", step, name);
	}
	return arena_failed(a) ? NULL : name;
}

int
fill_piece(
    struct filler *f, xmlNode *section, const struct path *path, bool *stays)
{
	xmlXPathObject *o = NULL;
	const xmlNode *node = NULL;
	const char *name;
	int rc = fill_items(f, path, &o);

	*stays = false;
	if (rc != 0)
		return rc;
	if (o->nodesetval != NULL && o->nodesetval->nodeNr > 0)
		node = o->nodesetval->nodeTab[0];
	xmlXPathFreeObject(o);
	if (node == NULL || node->type != XML_ELEMENT_NODE)
		return 0;
	name = name_of(f->a, node);
	if (name != NULL)
		name = arena_printf(f->a, ODF_PIECE "%s", name);
	if (name == NULL)
		return kl_error_nomem(f->err);
	if (xmlHashLookup(f->pieces, BAD_CAST name) != NULL)
		return 0;
	if (xmlHashAddEntry(f->pieces, BAD_CAST name, (void *)node) != 0 ||
	    odf_set(section, "text:name", name) != 0)
		return kl_error_nomem(f->err);
	*stays = true;
	return 0;
}

bool
odf_is_piece(const xmlNode *node)
{
	const char *name =
	    odf_is(node, "text:section") ? odf_attr(node, "text:name") : NULL;

	return name != NULL && strncmp(name, ODF_PIECE, strlen(ODF_PIECE)) == 0;
}
