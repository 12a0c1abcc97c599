/* SPDX-License-Identifier: EUPL-1.2
 *
 * The one door to the heap.  It exists so that a test can make the Nth
 * allocation fail (configure --enable-faults, KANSLI_FAULT=alloc:N).
 */
#ifndef BASE_MEM_H
#define BASE_MEM_H

#include <stddef.h>

/* mem_alloc(size): zeroed memory, or NULL.  The caller frees with mem_free. */
void *mem_alloc(size_t size);

/* mem_realloc(p, size): as realloc; on failure ${p} is untouched. */
void *mem_realloc(void *p, size_t size);

/* mem_free(p): NULL is fine. */
void mem_free(void *p);

/* mem_fault_io(): nonzero when this I/O step shall fail for a test
 * (KANSLI_FAULT=io:N); always 0 in a build without --enable-faults. */
int mem_fault_io(void);

#endif
