/* SPDX-License-Identifier: EUPL-1.2
 *
 * The names of what is fuzzed.
 */
#include "config.h"

#include <string.h>

#include "fuzz.h"

fuzz_target *
fuzz_find(const char *name)
{
	static const struct {
		const char *name;
		fuzz_target *target;
	} targets[] = {
		{ "csv", fuzz_csv },
		{ "enter", fuzz_enter },
		{ "exchange", fuzz_exchange },
		{ "fill", fuzz_fill },
		{ "ical", fuzz_ical },
		{ "instance", fuzz_instance },
		{ "odf", fuzz_odf },
		{ "path", fuzz_path },
		{ "pdf", fuzz_pdf },
		{ "phrases", fuzz_phrases },
		{ "plan", fuzz_plan },
		{ "year", fuzz_year },
	};
	size_t i;

	for (i = 0; i < sizeof targets / sizeof *targets; i++)
		if (strcmp(targets[i].name, name) == 0)
			return targets[i].target;
	return NULL;
}
