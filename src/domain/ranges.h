/* SPDX-License-Identifier: EUPL-1.2
 *
 * Paragraph lists: "1-10 12-23".  A list is kept as sorted, merged ranges; the
 * empty list means all paragraphs where the vocabulary says so.
 */
#ifndef DOMAIN_RANGES_H
#define DOMAIN_RANGES_H

#include <stdbool.h>

#include "base/arena.h"

#define RANGES_MAX 256          /* most ranges in a list */
#define PARAGRAPH_MAX 99999     /* highest paragraph number */

struct range {
	int first, last; /* inclusive, from 1 */
};

struct ranges {
	struct range v[RANGES_MAX];
	size_t n;
};

/* ranges_parse(text, out): read numbers and first-last pairs separated by
 * spaces or commas; an en dash is taken as a hyphen.  Sorted and merged.  NULL
 * or empty text is the empty list.  Returns 0 or KL_E_INPUT with ${out} empty.
 */
int ranges_parse(const char *text, struct ranges *out);

/* ranges_has(r, nr): true if ${nr} is in it (the empty list has nothing). */
bool ranges_has(const struct ranges *r, int nr);

/* ranges_add(r, nr): put one paragraph in; returns 0, or -1 when full. */
int ranges_add(struct ranges *r, int nr);

/* ranges_remove(r, nr): take one paragraph out; returns 0, or -1 when full. */
int ranges_remove(struct ranges *r, int nr);

/* ranges_include(r, first, last), ranges_exclude(r, first, last): the same with
 * all of them, none when ${last} is before ${first}. */
int ranges_include(struct ranges *r, int first, int last);
int ranges_exclude(struct ranges *r, int first, int last);

/* ranges_intersect(x, y, out): what both hold; ${out} is neither of them.
 * Returns 0, or -1 when that is more ranges than a list holds. */
int ranges_intersect(
    const struct ranges *x, const struct ranges *y, struct ranges *out);

/* ranges_format(a, r): "1-10 12-23", "" for none; NULL when memory is out. */
char *ranges_format(struct arena *a, const struct ranges *r);

/* ranges_named(a, r): as a sentence has it, "§ 3", "§§ 1–10, 12"; "" for none;
 * NULL when memory is out.  ranges_named_text(a, text): the same of the list
 * "1-10 12"; ${text} itself ("" for NULL) when it is none, or memory is out. */
const char *ranges_named(struct arena *a, const struct ranges *r);
const char *ranges_named_text(struct arena *a, const char *text);

#endif
