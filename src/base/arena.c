/* SPDX-License-Identifier: EUPL-1.2
 *
 * Arenas: a list of blocks, bumped.
 */
#include "config.h"

#include <stdint.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/mem.h"

#define BLOCK_SIZE 16384u
#define ALIGN _Alignof(max_align_t)

struct block {
	struct block *next;
	size_t used, size;
	max_align_t data[];
};

struct arena {
	struct block *blocks; /* the newest first; only that one has room */
	size_t total, max;
	bool failed;
};

struct arena *
arena_new(size_t max)
{
	struct arena *a = mem_alloc(sizeof *a);

	if (a != NULL)
		a->max = max == 0 ? (size_t)1 << 30 : max;
	return a;
}

void
arena_free(struct arena *a)
{
	struct block *b, *next;

	if (a == NULL)
		return;
	for (b = a->blocks; b != NULL; b = next) {
		next = b->next;
		mem_free(b);
	}
	mem_free(a);
}

bool
arena_failed(const struct arena *a)
{
	return a == NULL || a->failed;
}

static struct block *
block_add(struct arena *a, size_t size)
{
	size_t room = size > BLOCK_SIZE ? size : BLOCK_SIZE;
	struct block *b;

	if (room > a->max - a->total)
		return NULL;
	b = mem_alloc(sizeof *b + room);
	if (b == NULL)
		return NULL;
	b->size = room;
	b->next = a->blocks;
	a->blocks = b;
	a->total += room;
	return b;
}

void *
arena_alloc(struct arena *a, size_t size)
{
	struct block *b;
	size_t need;
	void *p;

	if (a == NULL || a->failed || size > SIZE_MAX / 2)
		goto fail;
	need = (size + ALIGN - 1) / ALIGN * ALIGN;
	b = a->blocks;
	if (b == NULL || b->size - b->used < need)
		b = block_add(a, need);
	if (b == NULL)
		goto fail;
	p = (char *)b->data + b->used;
	b->used += need;
	return p;
fail:
	if (a != NULL)
		a->failed = true;
	return NULL;
}

char *
arena_strndup(struct arena *a, const char *s, size_t n)
{
	char *p;

	if (s == NULL)
		return NULL;
	p = arena_alloc(a, n + 1);
	if (p != NULL)
		memcpy(p, s, n);
	return p;
}

char *
arena_strdup(struct arena *a, const char *s)
{
	return s == NULL ? NULL : arena_strndup(a, s, strlen(s));
}

char *
arena_printf(struct arena *a, const char *fmt, ...)
{
	char most[256]; /* longer ones are formatted twice */
	va_list ap;
	char *p;
	int n;

	va_start(ap, fmt);
	n = vsnprintf(most, sizeof most, fmt, ap);
	va_end(ap);
	if (n < 0)
		return NULL;
	p = arena_alloc(a, (size_t)n + 1);
	if (p == NULL)
		return NULL;
	if ((size_t)n < sizeof most)
		return memcpy(p, most, (size_t)n + 1);
	va_start(ap, fmt);
	vsnprintf(p, (size_t)n + 1, fmt, ap);
	va_end(ap);
	return p;
}

void *
vec_grow(struct arena *a, void *array, size_t *n, size_t *cap, size_t size)
{
	void *old, *p;
	size_t room;

	memcpy(&old, array, sizeof old);
	if (*n == *cap) {
		room = *cap == 0 ? 4 : *cap * 2;
		if (room > SIZE_MAX / size / 2)
			return NULL;
		p = arena_alloc(a, room * size);
		if (p == NULL)
			return NULL;
		if (*n > 0)
			memcpy(p, old, *n * size);
		memcpy(array, &p, sizeof p);
		old = p;
		*cap = room;
	}
	/* a slot beyond the end holds what was there if the array was longer */
	return memset((char *)old + size * (*n)++, 0, size);
}

int
text_add(struct arena *a, text_list *list, const char *s)
{
	const char **slot;
	char *copy = arena_strdup(a, s);

	if (copy == NULL)
		return -1;
	slot = vec_push(a, list);
	if (slot == NULL)
		return -1;
	*slot = copy;
	return 0;
}
