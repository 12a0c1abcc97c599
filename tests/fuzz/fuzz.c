/* SPDX-License-Identifier: EUPL-1.2
 *
 * The fuzzer, when libFuzzer drives it:
 *
 *	KANSLI_FUZZ=odf tests/fuzz/fuzz CORPUS...
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "fuzz.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static fuzz_target *target;

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	const char *name = getenv("KANSLI_FUZZ");

	(void)argc;
	(void)argv;
	target = name == NULL ? NULL : fuzz_find(name);
	if (target == NULL) {
		fputs("KANSLI_FUZZ must name a target of target.c\n", stderr);
		exit(2);
	}
	return 0;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	return target(data, n);
}
