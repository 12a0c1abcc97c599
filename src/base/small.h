/* SPDX-License-Identifier: EUPL-1.2
 *
 * A heap for many small blocks that come and go, as libxml2 makes them: sizes
 * in classes, free blocks of a class in a list, nothing merged and nothing
 * given back.  Larger blocks go to base/mem.  For one thread.
 *
 * In builds that look for faults of memory it is base/mem and nothing more, so
 * that each block is watched.
 */
#ifndef BASE_SMALL_H
#define BASE_SMALL_H

#include <stddef.h>

/* small_realloc(p, n): as mem_realloc, of blocks from here only. */
void *small_realloc(void *p, size_t n);

/* small_free(p): NULL is fine. */
void small_free(void *p);

#endif
