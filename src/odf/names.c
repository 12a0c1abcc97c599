/* SPDX-License-Identifier: EUPL-1.2
 *
 * The names that a record may have, for checking the fields of a template and
 * for saying what a misspelt one should have been.
 */
#include "config.h"

#include <string.h>

#include "base/utf8.h"
#include "odf/path.h"

#define MAX_KNOWN 4096

static int
put(xmlHashTable *table, const char *key)
{
	return xmlHashUpdateEntry(table, BAD_CAST key, table, NULL) == 0
		   ? 0
		   : KL_E_NOMEM;
}

/* Add one path and every path that leads to it. */
static int
add_path(struct names *names, const char *path)
{
	char *copy, *p, *step;

	if (xmlHashLookup(names->paths, BAD_CAST path) != NULL)
		return 0;
	copy = arena_strdup(names->arena, path);
	if (copy == NULL)
		return KL_E_NOMEM;
	for (p = step = copy;; p++) {
		if (*p != '/' && *p != '\0')
			continue;
		if (*p == '\0')
			break;
		*p = '\0';
		if (put(names->paths, copy) != 0 ||
		    put(names->steps, step) != 0)
			return KL_E_NOMEM;
		*p = '/';
		step = p + 1;
	}
	if (put(names->paths, copy) != 0 || put(names->steps, step) != 0)
		return KL_E_NOMEM;
	for (p = copy; *p != '\0'; p++)
		if (*p == '/')
			*p = '.';
	return text_add(names->arena, &names->dotted, copy) == 0 ? 0
								 : KL_E_NOMEM;
}

/* A path as it is given: the root's name, '@' and '.' are forms of writing. */
static int
add_known(struct names *names, const char *known)
{
	size_t n = strlen(names->root);
	char *copy, *r, *w;

	if (strncmp(known, names->root, n) == 0 && known[n] == '/')
		known += n + 1;
	copy = arena_strdup(names->arena, known);
	if (copy == NULL)
		return KL_E_NOMEM;
	for (r = w = copy; *r != '\0'; r++)
		if (*r == '.')
			*w++ = '/';
		else if (*r != '@')
			*w++ = *r;
	*w = '\0';
	return *copy == '\0' ? 0 : add_path(names, copy);
}

/* The path from the record's root to ${node}, "" for the root. */
static const char *
path_of(struct arena *a, const xmlNode *node, const xmlNode *root)
{
	const char *path = "";

	for (; node != NULL && node != root && path != NULL;
	     node = node->parent)
		path = *path == '\0' ? arena_strdup(a, (const char *)node->name)
				     : arena_printf(a, "%s/%s",
					   (const char *)node->name, path);
	return path;
}

/* The names of a record that came without a list. */
static int
add_found(struct names *names, const xmlNode *root)
{
	const xmlNode *n = root;
	const xmlAttr *at;
	const char *path, *sub;
	size_t count = 0;

	while (n != NULL && count < MAX_KNOWN) {
		if (n->type == XML_ELEMENT_NODE) {
			path = path_of(names->arena, n, root);
			if (path == NULL ||
			    (*path != '\0' && add_path(names, path) != 0))
				return KL_E_NOMEM;
			count++;
			for (at = n->properties; at != NULL; at = at->next) {
				sub = arena_printf(names->arena, "%s%s%s", path,
				    *path == '\0' ? "" : "/",
				    (const char *)at->name);
				if (sub == NULL || add_path(names, sub) != 0)
					return KL_E_NOMEM;
			}
		}
		if (n->type == XML_ELEMENT_NODE && n->children != NULL) {
			n = n->children;
			continue;
		}
		while (n != root && n->next == NULL)
			n = n->parent;
		n = n == root ? NULL : n->next;
	}
	return 0;
}

int
names_init(struct names *names, struct arena *a, const xmlNode *root,
    const char *const *known, size_t n)
{
	size_t i;

	memset(names, 0, sizeof *names);
	names->arena = a;
	names->strict = n > 0;
	names->paths = xmlHashCreate(512);
	names->steps = xmlHashCreate(256);
	names->root = arena_strdup(a, (const char *)root->name);
	if (names->paths == NULL || names->steps == NULL || names->root == NULL)
		return KL_E_NOMEM;
	for (i = 0; i < n; i++)
		if (add_known(names, known[i]) != 0)
			return KL_E_NOMEM;
	return n > 0 ? 0 : add_found(names, root);
}

void
names_free(struct names *names)
{
	xmlHashFree(names->paths, NULL);
	xmlHashFree(names->steps, NULL);
	names->paths = names->steps = NULL;
}

const char *
names_nearest(const struct names *names, const char *type, const char *word)
{
	size_t i, n = type == NULL ? 0 : strlen(type);
	text_list below = { 0 };
	const char *entry, *found;
	char *prefix = arena_strdup(names->arena, type == NULL ? "" : type), *p;

	for (p = prefix; p != NULL && *p != '\0'; p++)
		if (*p == '/')
			*p = '.';
	for (i = 0; prefix != NULL && type != NULL && i < names->dotted.n;
	     i++) {
		entry = names->dotted.v[i];
		if (n > 0 &&
		    (strncmp(entry, prefix, n) != 0 || entry[n] != '.'))
			continue;
		text_add(names->arena, &below, entry + n + (n > 0));
	}
	found = utf8_nearest(word, below.v, below.n);
	if (found == NULL)
		found = utf8_nearest(word, names->dotted.v, names->dotted.n);
	return found;
}
