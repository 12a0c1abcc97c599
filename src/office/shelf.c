/* SPDX-License-Identifier: EUPL-1.2
 *
 * Records built once for many documents.
 */
#include "config.h"

#include <string.h>

#include "office/shelf.h"

void
shelf_init(struct shelf *s, struct arena *a)
{
	memset(s, 0, sizeof *s);
	s->arena = a;
}

void
shelf_free(struct shelf *s)
{
	size_t i;

	for (i = 0; i < s->places.n; i++)
		xmlFreeDoc(s->places.v[i].doc);
	s->places.n = 0;
}

static int
copy(const xmlDoc *doc, xmlDoc **out)
{
	*out = xmlCopyDoc((xmlDoc *)doc, 1);
	return *out == NULL ? KL_E_NOMEM : 0;
}

const xmlDoc *
shelf_look(const struct shelf *s, const char *key)
{
	size_t i;

	for (i = 0; s != NULL && i < s->places.n; i++)
		if (strcmp(s->places.v[i].key, key) == 0)
			return s->places.v[i].doc;
	return NULL;
}

int
shelf_take(const struct shelf *s, const char *key, xmlDoc **doc)
{
	const xmlDoc *found = shelf_look(s, key);

	*doc = NULL;
	return found == NULL ? 0 : copy(found, doc);
}

int
shelf_put(struct shelf *s, const char *key, const xmlDoc *doc)
{
	struct shelf_place *place, kept = { 0 };

	if (s == NULL)
		return 0;
	kept.key = arena_strdup(s->arena, key);
	if (kept.key == NULL || copy(doc, &kept.doc) != 0)
		return KL_E_NOMEM;
	if ((place = vec_push(s->arena, &s->places)) == NULL) {
		xmlFreeDoc(kept.doc);
		return KL_E_NOMEM;
	}
	*place = kept;
	return 0;
}
