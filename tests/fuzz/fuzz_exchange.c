/* SPDX-License-Identifier: EUPL-1.2
 *
 * Fuzzing what arrives as exchange XML: reading, writing, and the record of the
 * first meeting must never crash, leak or loop, whatever the bytes.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/xml.h"
#include "fuzz.h"
#include "record/record.h"

#define SCHEMA SRCDIR "/templates/schema/exchange.rng"

int
fuzz_exchange(const uint8_t *data, size_t n)
{
	struct bundle b = { .arena = arena_new((size_t)256 << 20) };
	struct kl_faults *faults = calloc(1, sizeof *faults);
	struct kl_error err;
	xmlDoc *doc = NULL;
	struct buf out;

	xml_start();
	buf_init(&out, (size_t)256 << 20);
	if (faults != NULL &&
	    exchange_read(data, n, "fuzz", SCHEMA, &b, faults, &err) == 0) {
		exchange_write(&b, &out, &err);
		if (b.meetings.n > 0 && record_build(&b, &b.meetings.v[0],
					    "protokoll", NULL, &doc, &err) == 0)
			record_public(doc, &err);
	}
	xmlFreeDoc(doc);
	buf_free(&out);
	free(faults);
	arena_free(b.arena);
	return 0;
}
