/* SPDX-License-Identifier: EUPL-1.2
 *
 * Asking a loaded cycle: which form of a step, which override, which day.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
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

	for (k = c->overrides.n; k-- > 0;) {
		o = &c->overrides.v[k];
		if (o->step != i || o->meeting != meeting)
			continue;
		if (same(o->committee, committee))
			return o;
		if (o->committee == NULL && found == NULL)
			found = o;
	}
	return found;
}

int
cycle_find(
    const struct cycle *c, const char *id, size_t *out, struct kl_error *err)
{
	const char *ids[CYCLE_STEPS_MAX], *near;
	size_t i;

	for (i = 0; i < c->steps.n; i++) {
		ids[i] = c->steps.v[i].id;
		if (strcmp(ids[i], id) == 0) {
			*out = i;
			return 0;
		}
	}
	near = utf8_nearest(id, ids, c->steps.n);
	if (near != NULL)
		return kl_error_set(err, KL_E_NOTFOUND,
		    KL_N_("There is no step \"%s\". Did you mean \"%s\"? "
			  "Nothing was changed."),
		    id, near);
	return kl_error_set(err, KL_E_NOTFOUND,
	    KL_N_("There is no step \"%s\". Nothing was changed."), id);
}

int
cycle_override_add(struct cycle *c, const char *step, const char *committee,
    kl_day meeting, kl_day day, const char *reason, struct kl_error *err)
{
	struct cycle_override *o;
	size_t i;
	int rc;

	rc = cycle_find(c, step, &i, err);
	if (rc != 0)
		return rc;
	if (day != KL_DAY_NONE && abs(day - meeting) > CYCLE_DAYS_MAX)
		return kl_error_set(err, KL_E_INPUT,
		    KL_N_("That day is more than a year from the meeting. "
			  "Correct the date. Nothing was changed."));
	o = vec_push(c->arena, &c->overrides);
	if (o == NULL)
		return kl_error_nomem(err);
	o->committee = arena_strdup(c->arena, committee);
	o->meeting = meeting;
	o->step = i;
	o->day = day;
	o->reason = arena_strdup(c->arena, reason);
	return arena_failed(c->arena) ? kl_error_nomem(err) : 0;
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

/* Days from a Monday; floor division, as days before it are negative. */
static bool
is_weekend(int day)
{
	return ((day % 7) + 7) % 7 >= 5;
}

static int
next_weekday(int day, int step)
{
	do
		day += step;
	while (is_weekend(day));
	return day;
}

static int
nominal(const struct cycle_step *step, int day)
{
	int way = step->offset < 0 ? -1 : 1, left = abs(step->offset);

	if (step->working)
		while (left-- > 0)
			day = next_weekday(day, way);
	else
		day += step->offset;
	if (step->roll == CYCLE_STAYS || !is_weekend(day))
		return day;
	return next_weekday(day, step->roll == CYCLE_BACKWARD ? -1 : 1);
}

int
cycle_nominal(
    const struct cycle *c, const char *committee, size_t i, int weekday)
{
	const struct cycle_step *chain[CYCLE_STEPS_MAX];
	size_t n = 0;
	int day = weekday;

	/* the definition was checked: the anchors make no circle */
	while (i != CYCLE_MEETING && n < CYCLE_STEPS_MAX) {
		chain[n] = cycle_step_of(c, i, committee);
		i = chain[n++]->anchor;
	}
	while (n-- > 0)
		day = nominal(chain[n], day);
	return day - weekday;
}
