/* SPDX-License-Identifier: EUPL-1.2
 *
 * The phrase list: the sentences of the minutes, which a secretary edits
 * (the files of templates/phrases), with gaps for what the data say.
 */
#ifndef PROCEEDINGS_PHRASES_H
#define PROCEEDINGS_PHRASES_H

#include "base/arena.h"
#include <kansli/error.h>

struct phrases;

/* phrases_load(bytes, size, name, committee, out, faults, err): read a list;
 * ${name} is for messages.  Entries of a committee's own list go before the
 * common ones: pass the common list as ${under} (borrowed; NULL: none).
 * KL_E_INPUT with file and line for an unknown phrase, an unknown gap, a gap
 * that is missing.  Free with phrases_free. */
int phrases_load(const char *bytes, size_t size, const char *name,
    const struct phrases *under, struct phrases **out, struct kl_faults *faults,
    struct kl_error *err);
void phrases_free(struct phrases *p);

/* One gap's filling. */
struct gap {
	const char *name; /* "namn" */
	const char *text;
};

/* phrase_fill(a, p, id, gaps, n, err): the sentence ${id} with its gaps filled,
 * in the arena; NULL with ${err} for an unknown id or out of memory.  The first
 * letter of a sentence is upper case. */
const char *phrase_fill(struct arena *a, const struct phrases *p,
    const char *id, const struct gap *gaps, size_t n, struct kl_error *err);

/* phrase_list(a, p, words, n): "A, B och C". */
const char *phrase_list(struct arena *a, const struct phrases *p,
    const char *const *words, size_t n);

#endif
