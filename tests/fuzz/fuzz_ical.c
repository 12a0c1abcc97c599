/* SPDX-License-Identifier: EUPL-1.2
 *
 * Fuzzing the reading of calendars.
 */
#include "config.h"

#include "calendar/ical_read.h"
#include "fuzz.h"

int
fuzz_ical(const uint8_t *data, size_t n)
{
	struct arena *a = arena_new((size_t)64 << 20);
	struct ical_file out;
	struct kl_error err;
	kl_day from = kl_day_of(2026, 10, 1);

	if (a != NULL)
		ical_read("fuzz", data, n, from, from + 550, a, &out, &err);
	arena_free(a);
	return 0;
}
