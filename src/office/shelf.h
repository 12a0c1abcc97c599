/* SPDX-License-Identifier: EUPL-1.2
 *
 * Inside the office: records that have been built while a meeting's documents
 * are asked for.  Many kinds are made from the same record; it is built once.
 */
#ifndef OFFICE_SHELF_H
#define OFFICE_SHELF_H

#include <libxml/tree.h>

#include "base/arena.h"
#include <kansli/error.h>

struct shelf {
	struct arena *arena; /* of the places */
	VEC(struct shelf_place {
		const char *key;
		xmlDoc *doc;
	})
	places;
};

/* shelf_init(s, a): an empty shelf.  It is right as long as no fact changes.
 * shelf_free(s) in any case. */
void shelf_init(struct shelf *s, struct arena *a);
void shelf_free(struct shelf *s);

/* shelf_take(s, key, doc): a copy of what was put there, for the caller to
 * free; NULL in ${doc} if nothing was, or ${s} is NULL.  0, or KL_E_NOMEM. */
int shelf_take(const struct shelf *s, const char *key, xmlDoc **doc);

/* shelf_look(s, key): what was put there, which stays; or NULL. */
const xmlDoc *shelf_look(const struct shelf *s, const char *key);

/* shelf_put(s, key, doc): keep a copy of ${doc}; nothing if ${s} is NULL.  0,
 * or KL_E_NOMEM. */
int shelf_put(struct shelf *s, const char *key, const xmlDoc *doc);

#endif
