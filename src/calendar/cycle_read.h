/* SPDX-License-Identifier: EUPL-1.2
 *
 * Private to the loading of cycle definitions and of the annual wheel: reading
 * words, dates and the fields of a step.  All return 0 or a code with the
 * error, file and line set.
 */
#ifndef CALENDAR_CYCLE_READ_H
#define CALENDAR_CYCLE_READ_H

#include <libxml/tree.h>

#include "calendar/cycle.h"

/* One definition being read. */
struct cycle_reader {
	const char *file; /* for messages */
	struct cycle *c;  /* what is built; of no use to the wheel */
	struct arena *a;  /* its arena */
	struct kl_error *err;
};

/* cycle_at(l, node, rc): say that the error is at ${node}; returns ${rc}. */
int cycle_at(struct cycle_reader *l, const xmlNode *node, int rc);

/* cycle_unknown(l, node, word, words, n): refuse ${word}, naming the nearest of
 * ${words} or all of them. */
int cycle_unknown(struct cycle_reader *l, const xmlNode *node, const char *word,
    const char *const *words, size_t n);

/* cycle_find_word(word, words, n): its index, or -1. */
int cycle_find_word(const char *word, const char *const *words, size_t n);

/* cycle_attributes(l, node, words, n): every attribute must be one of these. */
int cycle_attributes(struct cycle_reader *l, const xmlNode *node,
    const char *const *words, size_t n);

/* cycle_children(l, node, words, n): every child element must be one of these,
 * each at most once. */
int cycle_children(struct cycle_reader *l, const xmlNode *node,
    const char *const *words, size_t n);

/* cycle_required(l, node, name): that attribute, not empty, or NULL with the
 * error set. */
const char *cycle_required(
    struct cycle_reader *l, const xmlNode *node, const char *name);

/* cycle_choice(l, node, name, words, n, out): the index of the child ${name}'s
 * text among ${words}; ${out} is untouched when there is no such child. */
int cycle_choice(struct cycle_reader *l, const xmlNode *node, const char *name,
    const char *const *words, size_t n, int *out);

/* cycle_date(l, node, text, out): a date; NULL leaves ${out} untouched. */
int cycle_date(
    struct cycle_reader *l, const xmlNode *node, const char *text, kl_day *out);

/* cycle_step_index(c, id): the step's index, or CYCLE_MEETING if there is none.
 */
size_t cycle_step_index(const struct cycle *c, const char *id);

/* cycle_find_step(l, node, id, out): the same, refusing an unknown id with the
 * nearest one. */
int cycle_find_step(
    struct cycle_reader *l, const xmlNode *node, const char *id, size_t *out);

/* cycle_read_step(l, node, need, step): what the element says besides
 * <räknat-från>, over what ${step} holds already.  ${need}: it must say when.
 */
int cycle_read_step(struct cycle_reader *l, const xmlNode *node, bool need,
    struct cycle_step *step);

/* cycle_read_anchor(l, node, step): <räknat-från>; all steps must be known. */
int cycle_read_anchor(
    struct cycle_reader *l, const xmlNode *node, struct cycle_step *step);

#endif
