/* SPDX-License-Identifier: EUPL-1.2
 *
 * The table of phrases.  A new sentence is a row here, its text in
 * templates/phrases/protokoll.xml and whoever asks for it.
 */
#ifndef PROCEEDINGS_PHRASE_TABLE_H
#define PROCEEDINGS_PHRASE_TABLE_H

#include <stdbool.h>

#define PHRASE_COUNT 118

/* The gap that every phrase may have: the body, "nämnden". */
#define PHRASE_BODY "organ"

struct phrase_kind {
	const char *name;
	const char *gaps; /* apart by spaces; "?" after one: not required */
	bool sentence;	  /* begins with a capital letter */
};

extern const struct phrase_kind phrase_table[PHRASE_COUNT];

/* phrase_find(name): the row so named, or NULL. */
const struct phrase_kind *phrase_find(const char *name);

#endif
