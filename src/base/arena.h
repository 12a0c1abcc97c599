/* SPDX-License-Identifier: EUPL-1.2
 *
 * An arena: many small allocations with one lifetime (a document, a request, a
 * command), freed at once.  It has a ceiling, so hostile input cannot eat the
 * machine.  Failed allocations are sticky: build freely, check once.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct arena;

/* arena_new(max): an arena that never holds more than ${max} bytes (0: 1 GiB).
 * NULL when memory is out. */
struct arena *arena_new(size_t max);

/* arena_free(a): free everything in it; NULL is fine. */
void arena_free(struct arena *a);

/* arena_failed(a): true once an allocation has failed or the ceiling was met.
 */
bool arena_failed(const struct arena *a);

/* arena_alloc(a, size): zeroed, aligned for any type; NULL on failure. */
void *arena_alloc(struct arena *a, size_t size);

/* arena_strdup(a, s): a copy of ${s}; NULL for NULL or on failure. */
char *arena_strdup(struct arena *a, const char *s);

/* arena_strndup(a, s, n): a copy of the first ${n} bytes, NUL-terminated. */
char *arena_strndup(struct arena *a, const char *s, size_t n);

/* arena_printf(a, fmt, ...): a formatted string; NULL on failure. */
char *arena_printf(struct arena *a, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

/* A growing array that lives in an arena: VEC(struct item) items. */
#define VEC(type)                                                              \
	struct {                                                               \
		type *v;                                                       \
		size_t n, cap;                                                 \
	}

/* vec_push(a, vec): append a zeroed element, also where a longer array once had
 * another one, and return a pointer to it, as void *; NULL on failure, with the
 * array unchanged. */
#define vec_push(a, vec)                                                       \
	vec_grow((a), &(vec)->v, &(vec)->n, &(vec)->cap, sizeof *(vec)->v)

/* vec_grow(a, array, n, cap, size): the work of vec_push; ${array} points to
 * the element pointer. */
void *vec_grow(
    struct arena *a, void *array, size_t *n, size_t *cap, size_t size);

/* A list of texts, the most common array. */
typedef VEC(const char *) text_list;

/* text_add(a, list, s): append a copy of ${s}.  Returns 0, or -1 when memory is out. */
int text_add(struct arena *a, text_list *list, const char *s);

#endif
