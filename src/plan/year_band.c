/* SPDX-License-Identifier: EUPL-1.2
 *
 * Bands: the parts of a day in which meetings can be at once.  Times that
 * overlap are in the same band, directly or through a third between them; times
 * of different bands never overlap.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "plan/year_inner.h"

bool
year_overlap(const struct year_time *a, const struct year_time *b)
{
	return a->start < b->end && b->start < a->end;
}

int
year_time_of(const struct year_party *p, const char *start)
{
	int i, minutes = year_minutes(start);

	for (i = 0; minutes >= 0 && i < p->times; i++)
		if (p->time[i].start == minutes)
			return i;
	return -1;
}

static int
by_start(const void *x, const void *y)
{
	const struct year_time *a = *(struct year_time *const *)x;
	const struct year_time *b = *(struct year_time *const *)y;

	return a->start - b->start;
}

int
year_bands(struct year *y, struct kl_error *err)
{
	struct year_time **v;
	size_t i, n = 0;
	int t, until = -1;

	v = arena_alloc(
	    y->arena, (y->parties.n * YEAR_TIMES_MAX + 1) * sizeof(v[0]));
	if (v == NULL)
		return kl_error_nomem(err);
	for (i = 0; i < y->parties.n; i++)
		for (t = 0; t < y->parties.v[i].times; t++)
			v[n++] = &y->parties.v[i].time[t];
	qsort(v, n, sizeof(v[0]), by_start);
	for (i = 0; i < n; i++) {
		/* the last band takes what is too much for the model */
		if (v[i]->start >= until && y->bands < PLAN_BANDS_MAX)
			y->bands++;
		v[i]->band = y->bands - 1;
		until = v[i]->end > until ? v[i]->end : until;
	}
	return 0;
}
