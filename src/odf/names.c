/* SPDX-License-Identifier: EUPL-1.2
 *
 * The names that a record may have, for checking the fields of a template and
 * for saying what a misspelt one should have been.
 */
#include "config.h"

#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "odf/path.h"

#define MAX_PATH 16384 /* bytes of a path in the record */

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
	if (*copy == '\0')
		return 0;
	if (names->whole)
		return add_path(names, copy);
	if (put(names->steps, copy) != 0)
		return KL_E_NOMEM;
	return text_add(names->arena, &names->dotted, copy) == 0 ? 0
								 : KL_E_NOMEM;
}

/* Learn the paths of ${node}'s attributes and children; ${path} holds the path
 * of ${node}.  Records are read with a bounded depth. */
static int
learn(struct names *names, const xmlNode *node, struct buf *path)
{
	size_t n = path->len;
	const xmlNode *child;
	const xmlAttr *at;
	int rc = 0;

	for (at = node->properties; at != NULL && rc == 0; at = at->next) {
		buf_printf(path, "%s%s", n == 0 ? "" : "/", (char *)at->name);
		rc =
		    buf_failed(path) ? KL_E_NOMEM : add_path(names, path->data);
		path->data[path->len = n] = '\0';
	}
	for (child = node->children; child != NULL && rc == 0;
	     child = child->next) {
		if (child->type != XML_ELEMENT_NODE)
			continue;
		if (n > 0)
			buf_putc(path, '/');
		buf_puts(path, (const char *)child->name);
		rc =
		    buf_failed(path) ? KL_E_NOMEM : add_path(names, path->data);
		if (rc == 0)
			rc = learn(names, child, path);
		path->data[path->len = n] = '\0';
	}
	return rc;
}

/* The paths of a record whose names came singly or not at all. */
static int
learn_all(struct names *names, const xmlNode *root)
{
	struct buf path;
	int rc;

	buf_init(&path, MAX_PATH);
	rc = learn(names, root, &path);
	buf_free(&path);
	return rc;
}

int
names_init(struct names *names, struct arena *a, const xmlNode *root,
    const char *const *known, size_t n)
{
	size_t i;

	memset(names, 0, sizeof *names);
	names->arena = a;
	names->strict = n > 0;
	for (i = 0; i < n; i++)
		names->whole = names->whole || strpbrk(known[i], "/.") != NULL;
	names->paths = xmlHashCreate(512);
	names->steps = xmlHashCreate(256);
	names->root = arena_strdup(a, (const char *)root->name);
	if (names->paths == NULL || names->steps == NULL || names->root == NULL)
		return KL_E_NOMEM;
	/* Single names do not say where they stand: what is learned does, and
	 * comes first, so that the names alone are suggested. */
	if (!names->whole && learn_all(names, root) != 0)
		return KL_E_NOMEM;
	for (i = 0; i < n; i++)
		if (add_known(names, known[i]) != 0)
			return KL_E_NOMEM;
	return 0;
}

void
names_free(struct names *names)
{
	xmlHashFree(names->paths, NULL);
	xmlHashFree(names->steps, NULL);
	names->paths = names->steps = NULL;
}

/* ---- learned once ---- */

#define NAMES_MAX ((size_t)4 << 20) /* bytes of all names */

struct odf_names {
	struct arena *arena;
	struct names names;
};

struct odf_names *
odf_names_new(const char *const *known, size_t n)
{
	struct odf_names *made = mem_alloc(sizeof *made);
	xmlNode nowhere = { .name = BAD_CAST "" };

	if (made == NULL)
		return NULL;
	made->arena = arena_new(NAMES_MAX);
	if (made->arena != NULL &&
	    names_init(&made->names, made->arena, &nowhere, known, n) == 0)
		return made;
	odf_names_free(made);
	return NULL;
}

void
odf_names_free(struct odf_names *names)
{
	if (names == NULL)
		return;
	names_free(&names->names);
	arena_free(names->arena);
	mem_free(names);
}

void
names_borrow(struct names *names, struct arena *a, const xmlNode *root,
    const struct odf_names *from)
{
	*names = from->names;
	names->arena = a;
	names->root = (const char *)root->name;
}

/* ---- what was meant ---- */

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

/* ---- old names ---- */

#define MAX_RENAMES 8 /* of the same name, one after another */

/* Bytes of ${path} before its last slash; 0 when it has none. */
static size_t
parent_length(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash == NULL ? 0 : (size_t)(slash - path);
}

static const char *
last_step(const char *path)
{
	size_t n = parent_length(path);

	return n == 0 ? path : path + n + 1;
}

static const struct odf_rename *
find_rename(const struct names *names, const char *old)
{
	size_t i;

	for (i = 0; i < names->nrenames; i++)
		if (strcmp(names->renames[i].old, old) == 0)
			return &names->renames[i];
	return NULL;
}

const char *
names_below(const struct names *names, const char *type, const char *name,
    const struct odf_rename **renamed)
{
	const struct odf_rename *r, *first = NULL;
	const char *path = name;
	size_t n = strlen(type);
	int i;

	if (*type != '\0')
		path = arena_printf(names->arena, "%s/%s", type, name);
	for (i = 0; path != NULL && i <= MAX_RENAMES; i++) {
		if (xmlHashLookup(names->paths, BAD_CAST path) != NULL) {
			if (first != NULL)
				*renamed = first;
			return path;
		}
		r = find_rename(names, path);
		if (r == NULL || parent_length(r->old) != n ||
		    strncmp(r->now, path, n) != 0 ||
		    (n > 0 && r->now[n] != '/'))
			return NULL;
		first = first == NULL ? r : first;
		path = r->now;
	}
	return NULL;
}

/* The rename that the last step ${name} can only mean, or NULL. */
static const struct odf_rename *
only_rename(const struct names *names, const char *name)
{
	const struct odf_rename *r, *found = NULL;
	size_t i;

	for (i = 0; i < names->nrenames; i++) {
		r = &names->renames[i];
		if (strcmp(last_step(r->old), name) != 0)
			continue;
		if (parent_length(r->now) != parent_length(r->old) ||
		    (found != NULL &&
			strcmp(last_step(found->now), last_step(r->now)) != 0))
			return NULL;
		found = r;
	}
	return found;
}

const char *
names_step(const struct names *names, const char *name,
    const struct odf_rename **renamed)
{
	const struct odf_rename *r, *first = NULL;
	int i;

	for (i = 0; i <= MAX_RENAMES; i++) {
		if (xmlHashLookup(names->steps, BAD_CAST name) != NULL) {
			if (first != NULL)
				*renamed = first;
			return name;
		}
		r = only_rename(names, name);
		if (r == NULL)
			return NULL;
		first = first == NULL ? r : first;
		name = last_step(r->now);
	}
	return NULL;
}

bool
names_is_last(const struct names *names, const char *type, const char *name)
{
	size_t i;

	if (*type == '\0')
		return strcmp(names->root, name) == 0;
	if (strcmp(last_step(type), name) == 0)
		return true;
	for (i = 0; i < names->nrenames; i++)
		if (strcmp(names->renames[i].now, type) == 0 &&
		    strcmp(last_step(names->renames[i].old), name) == 0)
			return true;
	return false;
}
