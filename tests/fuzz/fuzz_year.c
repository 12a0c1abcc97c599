/* SPDX-License-Identifier: EUPL-1.2
 *
 * Fuzzing plans that were made by hand, as a table, a calendar and an exchange
 * file, with a register and without one: a plan that is accepted lies in its
 * year, in order, and its committees are numbered.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/xml.h"
#include "fuzz.h"
#include "plan/year_read.h"

#define BYTES_MAX ((size_t)64 << 20)

static void
check_plan(const struct year_plan *plan, struct arena *a)
{
	struct bundle facts;
	struct kl_error err;
	size_t i;

	for (i = 0; i < plan->meetings.n; i++)
		if (plan->meetings.v[i].committee == NULL ||
		    plan->meetings.v[i].nr < 1 ||
		    kl_day_year(plan->meetings.v[i].day) != plan->year ||
		    (i > 0 &&
			plan->meetings.v[i].day < plan->meetings.v[i - 1].day))
			abort();
	if (year_bare(plan, a, &facts, &err) == 0 && plan->meetings.n > 0 &&
	    facts.committees.n == 0)
		abort();
}

static void
read_as(const char *name, int year, bool with_facts, const uint8_t *data,
    size_t n, struct kl_faults *faults)
{
	struct committee committee[2] = { { .code = "KN" },
		{ .code = "BN", .name = "B\xc3\xa4rn\xc3\xa4mnden" } };
	struct bundle facts = { 0 };
	struct arena *a = arena_new(BYTES_MAX);
	char *text = malloc(n + 1);
	struct year_plan plan;
	struct kl_error err;

	facts.arena = a;
	facts.committees.v = committee;
	facts.committees.n = 2;
	if (text != NULL && a != NULL) {
		if (n > 0)
			memcpy(text, data, n);
		text[n] = '\0';
		if (year_read_text(name, text, n, year,
			with_facts ? &facts : NULL, a, &plan, faults,
			&err) == 0)
			check_plan(&plan, a);
	}
	free(text);
	arena_free(a);
}

int
fuzz_year(const uint8_t *data, size_t n)
{
	static const char *const names[] = { "a.csv", "a.ics", "a.xml" };
	struct kl_faults *faults = calloc(1, sizeof *faults);
	size_t i;

	xml_start();
	for (i = 0; faults != NULL && i < 3; i++) {
		read_as(names[i], 0, false, data, n, faults);
		read_as(names[i], 2027, true, data, n, faults);
	}
	free(faults);
	return 0;
}
