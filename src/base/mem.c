/* SPDX-License-Identifier: EUPL-1.2
 *
 * The heap's one door, with the fault seam.
 */
#include "config.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

#ifdef KANSLI_FAULTS

static long alloc_left = -1; /* allocations until the failing one; -1: never */
static long io_left = -1;

static void
fault_setup(void)
{
	static int done;
	const char *s;

	if (done)
		return;
	done = 1;
	s = getenv("KANSLI_FAULT");
	if (s == NULL)
		return;
	if (strncmp(s, "alloc:", 6) == 0)
		alloc_left = strtol(s + 6, NULL, 10);
	else if (strncmp(s, "io:", 3) == 0)
		io_left = strtol(s + 3, NULL, 10);
}

static int
fault_now(long *left)
{
	fault_setup();
	if (*left < 0)
		return 0;
	if (*left > 0 && --*left == 0) {
		*left = -1;
		return 1;
	}
	return 0;
}

int
mem_fault_io(void)
{
	return fault_now(&io_left);
}

static int
alloc_fails(void)
{
	return fault_now(&alloc_left);
}

#else

int
mem_fault_io(void)
{
	return 0;
}

static int
alloc_fails(void)
{
	return 0;
}

#endif

void *
mem_alloc(size_t size)
{
	if (alloc_fails())
		return NULL;
	return calloc(1, size == 0 ? 1 : size);
}

void *
mem_realloc(void *p, size_t size)
{
	if (alloc_fails())
		return NULL;
	return realloc(p, size == 0 ? 1 : size);
}

void
mem_free(void *p)
{
	free(p);
}
