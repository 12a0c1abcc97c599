/* SPDX-License-Identifier: EUPL-1.2
 *
 * Fuzzing the tables of people and matters.
 */
#include "config.h"

#include <stdlib.h>

#include "base/xml.h"
#include "fuzz.h"
#include "record/record.h"

int
fuzz_csv(const uint8_t *data, size_t n)
{
	static const char *const kinds[] = { "people", "matters" };
	struct kl_faults *faults = calloc(1, sizeof *faults);
	struct kl_error err;
	struct bundle b;
	size_t i;

	xml_start();
	for (i = 0; faults != NULL && i < 2; i++) {
		b = (struct bundle){ .arena = arena_new((size_t)64 << 20) };
		exchange_read_csv(kinds[i], data, n, "fuzz", &b, faults, &err);
		arena_free(b.arena);
	}
	free(faults);
	return 0;
}
