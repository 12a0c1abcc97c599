/* SPDX-License-Identifier: EUPL-1.2
 *
 * Names that must be unlike in a document.  A repeat copies a section or a
 * bookmark with its name; the second of a name becomes "name-2".
 */
#include "config.h"

#include <stdint.h>
#include <libxml/hash.h>

#include "odf/fill.h"

/* What has a name, and in which attribute. */
static const struct {
	const char *element, *attribute;
} named[] = { { "text:section", "text:name" }, { "table:table", "table:name" },
	{ "draw:frame", "draw:name" }, { "text:bookmark", "text:name" },
	{ "text:bookmark-start", "text:name" },
	{ "text:bookmark-end", "text:name" } };

#define KINDS (sizeof named / sizeof *named)

/* A mark that a name is taken; the value counts its uses. */
static int
count_use(xmlHashTable *seen, const char *name, uintptr_t count)
{
	return xmlHashUpdateEntry(seen, BAD_CAST name, (void *)count, NULL) == 0
		   ? 0
		   : KL_E_NOMEM;
}

static int
make_unique(
    struct filler *f, xmlHashTable *seen, xmlNode *node, const char *attribute)
{
	const char *name = odf_attr(node, attribute), *fresh;
	uintptr_t count;

	if (name == NULL)
		return 0;
	count = (uintptr_t)xmlHashLookup(seen, BAD_CAST name);
	if (count == 0)
		return count_use(seen, name, 1);
	do {
		fresh =
		    arena_printf(f->a, "%s-%lu", name, (unsigned long)++count);
		if (fresh == NULL)
			return KL_E_NOMEM;
	} while (xmlHashLookup(seen, BAD_CAST fresh) != NULL);
	if (count_use(seen, name, count) != 0 || count_use(seen, fresh, 1) != 0)
		return KL_E_NOMEM;
	return odf_set(node, attribute, fresh);
}

/* Spares most elements the comparisons: the names above end so. */
static bool
may_be_named(const xmlNode *n)
{
	if (n->type != XML_ELEMENT_NODE)
		return false;
	switch (n->name[0]) {
	case 'b':
		return true;
	case 'f':
		return n->name[1] == 'r';
	case 's':
		return n->name[1] == 'e';
	case 't':
		return xmlStrEqual(n->name, BAD_CAST "table");
	default:
		return false;
	}
}

int
fill_unique_names(struct filler *f)
{
	xmlNode *root = xmlDocGetRootElement(f->odf->doc), *n;
	xmlHashTable *seen[KINDS] = { NULL };
	size_t i;
	int rc = 0;

	for (i = 0; i < KINDS; i++) {
		seen[i] = xmlHashCreate(32);
		if (seen[i] == NULL)
			rc = KL_E_NOMEM;
	}
	for (n = root; n != NULL && rc == 0; n = odf_walk(n, root))
		for (i = 0; i < KINDS && rc == 0 && may_be_named(n); i++)
			if (odf_is(n, named[i].element))
				rc = make_unique(
				    f, seen[i], n, named[i].attribute);
	for (i = 0; i < KINDS; i++)
		xmlHashFree(seen[i], NULL);
	return rc == 0 ? 0 : kl_error_nomem(f->err);
}
