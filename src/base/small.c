/* SPDX-License-Identifier: EUPL-1.2
 *
 * Small blocks in classes of 16 bytes.  Before each block stands the number of
 * its class, 0 for one that base/mem made.
 */
#include "config.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/mem.h"
#include "base/small.h"

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define WATCHED 1
#endif
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(KANSLI_FAULTS)
#define WATCHED 1
#endif

#ifdef WATCHED

void *
small_realloc(void *p, size_t n)
{
	return mem_realloc(p, n);
}

void
small_free(void *p)
{
	mem_free(p);
}

#else

#define STEP 16	   /* bytes between two classes */
#define CLASSES 17 /* up to 16 * 16 bytes, what stands before included */
#define CHUNK ((size_t)64 << 10) /* cut into blocks */

/* What stands before a block; it keeps the block aligned for any pointer or
 * number that a tree holds. */
struct head {
	size_t class;
};

struct free_block {
	struct head head;
	struct free_block *next;
};

/* A chunk is linked to the one before, so that it can be found to the end. */
struct chunk {
	struct chunk *previous;
	size_t used;
	unsigned char bytes[];
};

static struct free_block *free_blocks[CLASSES];
static struct chunk *chunks;

static struct head *
head_of(void *p)
{
	return (struct head *)p - 1;
}

static struct head *
cut_block(size_t size)
{
	struct chunk *c = chunks;
	struct head *h;

	if (c == NULL || c->used + size > CHUNK - sizeof *c) {
		if ((c = mem_realloc(NULL, CHUNK)) == NULL)
			return NULL;
		c->previous = chunks;
		c->used = 0;
		chunks = c;
	}
	h = (void *)(c->bytes + c->used);
	c->used += size;
	return h;
}

static void *
small_alloc(size_t n)
{
	size_t class = (n + sizeof(struct head) + STEP - 1) / STEP;
	struct head *h;

	if (class >= CLASSES) {
		if (n > SIZE_MAX - sizeof *h ||
		    (h = mem_realloc(NULL, n + sizeof *h)) == NULL)
			return NULL;
		h->class = 0;
		return h + 1;
	}
	if (free_blocks[class] != NULL) {
		h = &free_blocks[class]->head;
		free_blocks[class] = free_blocks[class]->next;
	} else if ((h = cut_block(class * STEP)) == NULL)
		return NULL;
	h->class = class;
	return h + 1;
}

void *
small_realloc(void *p, size_t n)
{
	struct head *h;
	size_t room;
	void *moved;

	if (p == NULL)
		return small_alloc(n);
	h = head_of(p);
	if (h->class == 0) {
		if (n > SIZE_MAX - sizeof *h)
			return NULL;
		h = mem_realloc(h, n + sizeof *h);
		return h == NULL ? NULL : h + 1;
	}
	room = h->class * STEP - sizeof *h;
	if (n <= room)
		return p;
	if ((moved = small_alloc(n)) == NULL)
		return NULL;
	memcpy(moved, p, room);
	small_free(p);
	return moved;
}

void
small_free(void *p)
{
	struct free_block *b;

	if (p == NULL)
		return;
	b = (void *)head_of(p);
	if (b->head.class == 0) {
		mem_free(b);
		return;
	}
	b->next = free_blocks[b->head.class];
	free_blocks[b->head.class] = b;
}

#endif
