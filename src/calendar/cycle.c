/* SPDX-License-Identifier: EUPL-1.2
 *
 * Asking a loaded cycle: which form of a step, which override, which day.
 */
#include "config.h"

#include <string.h>

#include "base/mem.h"
#include "calendar/cycle.h"
#include "calendar/workday.h"

void
cycle_free(struct cycle *c)
{
	if (c == NULL)
		return;
	arena_free(c->arena);
	mem_free(c);
}

static bool
same(const char *a, const char *b)
{
	return a != NULL && b != NULL && strcmp(a, b) == 0;
}

const struct cycle_step *
cycle_step_of(const struct cycle *c, size_t i, const char *committee)
{
	size_t v;

	for (v = 0; v < c->variants.n; v++)
		if (c->variants.v[v].step == i &&
		    same(c->variants.v[v].committee, committee))
			return &c->variants.v[v].own;
	return &c->steps.v[i];
}

bool
cycle_applies(
    const struct cycle_step *step, const char *committee, kl_day meeting)
{
	return !step->dropped &&
	       (step->only == NULL || same(step->only, committee)) &&
	       (step->from == KL_DAY_NONE || meeting >= step->from) &&
	       (step->until == KL_DAY_NONE || meeting <= step->until);
}

const struct cycle_override *
cycle_override_of(
    const struct cycle *c, size_t i, const char *committee, kl_day meeting)
{
	const struct cycle_override *found = NULL, *o;
	size_t k;

	for (k = 0; k < c->overrides.n; k++) {
		o = &c->overrides.v[k];
		if (o->step != i || o->meeting != meeting)
			continue;
		if (same(o->committee, committee))
			return o;
		if (o->committee == NULL)
			found = o;
	}
	return found;
}

kl_day
cycle_count(const struct cycle_step *step, kl_day anchor)
{
	return step->working ? workday_add(anchor, step->offset)
			     : anchor + step->offset;
}

kl_day
cycle_moved(enum cycle_roll roll, kl_day day)
{
	switch (roll) {
	case CYCLE_STAYS:
		break;
	case CYCLE_BACKWARD:
		return workday_back(day);
	case CYCLE_FORWARD:
	case CYCLE_LEGAL:
		return workday_roll(day);
	}
	return day;
}
