/* SPDX-License-Identifier: EUPL-1.2
 *
 * A fuzzer without a fuzzer: each file named is one input, followed by the same
 * bytes cut short at many places and with single bytes changed, so that any
 * compiler's build exercises what libFuzzer would explore.
 *
 *	replay TARGET FILE...
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
replay(fuzz_target *target, uint8_t *data, size_t n)
{
	uint32_t random = 2463534242u;
	size_t i, at;
	uint8_t old;

	target(data, n);
	for (i = 1; i <= CUTS; i++)
		target(data, n * i / (CUTS + 1));
	for (i = 0; n > 0 && i < CHANGES; i++) {
		random ^= random << 13;
		random ^= random >> 17;
		random ^= random << 5;
		at = random % n;
		old = data[at];
		data[at] ^= (uint8_t)(1u << (random >> 29));
		target(data, n);
		data[at] = old;
	}
}

int
main(int argc, char **argv)
{
	fuzz_target *target = argc < 2 ? NULL : fuzz_find(argv[1]);
	struct kl_error err;
	struct buf in;
	int i;

	if (target == NULL) {
		fputs("usage: replay TARGET FILE...\n", stderr);
		return 2;
	}
	for (i = 2; i < argc; i++) {
		if (file_read(argv[i], INPUT_MAX, &in, &err) != 0) {
			fprintf(stderr, "%s cannot be read\n", argv[i]);
			return 1;
		}
		replay(target, (uint8_t *)in.data, in.len);
		buf_free(&in);
	}
	printf("%s: %d inputs replayed\n", argv[1], argc - 2);
	return argc > 2 ? 0 : 1;
}
