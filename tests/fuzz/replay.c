/* SPDX-License-Identifier: EUPL-1.2
 *
 * A fuzzer without a fuzzer: each file named is one input, followed by the same
 * bytes cut short at many places and with single bytes changed, so that any
 * compiler's build exercises what libFuzzer would explore.
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "fuzz.h"

#define INPUT_MAX ((size_t)16 << 20)
#define CUTS 24	   /* prefixes tried */
#define CHANGES 48 /* single bytes changed */

static void
replay(uint8_t *data, size_t n)
{
	uint32_t random = 2463534242u;
	size_t i, at;
	uint8_t old;

	LLVMFuzzerTestOneInput(data, n);
	for (i = 1; i <= CUTS; i++)
		LLVMFuzzerTestOneInput(data, n * i / (CUTS + 1));
	for (i = 0; n > 0 && i < CHANGES; i++) {
		random ^= random << 13;
		random ^= random >> 17;
		random ^= random << 5;
		at = random % n;
		old = data[at];
		data[at] ^= (uint8_t)(1u << (random >> 29));
		LLVMFuzzerTestOneInput(data, n);
		data[at] = old;
	}
}

int
main(int argc, char **argv)
{
	struct kl_error err;
	struct buf in;
	int i;

	for (i = 1; i < argc; i++) {
		if (file_read(argv[i], INPUT_MAX, &in, &err) != 0) {
			fprintf(stderr, "%s cannot be read\n", argv[i]);
			return 1;
		}
		replay((uint8_t *)in.data, in.len);
		buf_free(&in);
	}
	printf("%d inputs replayed\n", argc - 1);
	return argc > 1 ? 0 : 1;
}
