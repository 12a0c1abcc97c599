/* SPDX-License-Identifier: EUPL-1.2
 *
 * The heap of the program: it grows by large steps in large pages.  A document
 * of thirty pages touches fifteen megabytes once, and asking the system for
 * them four kilobytes at a time took an eighth of the time.  Only advice;
 * where the system does not know it, nothing is lost.
 */
#include "config.h"

#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "cli/cli.h"

#define STEP (32 << 20) /* addresses, not memory [bytes] */
#define FIRST (512 << 10)

void
cli_heap(void)
{
#if defined(__GLIBC__) && defined(MADV_HUGEPAGE)
	uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
	char *start = sbrk(0), *end;
	void *volatile p; /* or the compiler sees no use in it */

	if (mallopt(M_MMAP_THRESHOLD, STEP) == 0 ||
	    mallopt(M_TRIM_THRESHOLD, 2 * STEP) == 0 ||
	    mallopt(M_TOP_PAD, STEP) == 0)
		return;
	/* the first block that does not fit takes the step */
	p = malloc(FIRST);
	end = sbrk(0);
	free(p);
	start -= (uintptr_t)start % page;
	if (end > start)
		madvise(start, (size_t)(end - start), MADV_HUGEPAGE);
#endif
}
