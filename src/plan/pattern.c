/* SPDX-License-Identifier: EUPL-1.2
 *
 * Last year's days, a year on; and the register's meetings as a plan.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "calendar/week.h"
#include "plan/pattern.h"

static int
by_day(const void *x, const void *y)
{
	const struct planned *a = x, *b = y;
	const char *s = a->start == NULL ? "" : a->start;
	const char *t = b->start == NULL ? "" : b->start;

	if (a->day != b->day)
		return a->day < b->day ? -1 : 1;
	if (strcmp(s, t) != 0)
		return strcmp(s, t);
	return strcmp(a->committee, b->committee);
}

void
planned_sort(struct year_plan *plan)
{
	struct planned *v = plan->meetings.v;
	size_t i, j;

	if (plan->meetings.n == 0)
		return;
	qsort(v, plan->meetings.n, sizeof *v, by_day);
	for (i = 0; i < plan->meetings.n; i++) {
		v[i].nr = 1;
		for (j = i; j-- > 0;)
			if (strcmp(v[j].committee, v[i].committee) == 0) {
				v[i].nr = v[j].nr + 1;
				break;
			}
	}
}

/* The same weekday of the same week of ${year}. */
static kl_day
same_week(kl_day day, int year)
{
	int week = week_of(day, NULL);
	kl_day monday = week_monday(year, week);

	if (monday == KL_DAY_NONE)
		monday = week_monday(year, week - 1);
	return monday == KL_DAY_NONE
		   ? KL_DAY_NONE
		   : monday + (int)kl_day_weekday(day) - KL_MONDAY;
}

int
plan_pattern(const struct year_plan *last, int year, struct arena *a,
    struct year_plan *out, struct kl_error *err)
{
	const struct planned *from;
	struct planned *to;
	kl_day day;
	size_t i;

	memset(out, 0, sizeof *out);
	out->year = year;
	for (i = 0; i < last->meetings.n; i++) {
		from = &last->meetings.v[i];
		day = same_week(from->day, year);
		if (day == KL_DAY_NONE || kl_day_year(day) != year)
			continue;
		to = vec_push(a, &out->meetings);
		if (to == NULL)
			return kl_error_nomem(err);
		*to = *from;
		to->day = day;
		to->fixed = false;
		to->meeting = NULL;
	}
	planned_sort(out);
	return 0;
}

int
plan_of_meetings(const struct bundle *facts, int year, struct arena *a,
    struct year_plan *out, struct kl_error *err)
{
	const struct meeting *m;
	struct planned *to;
	size_t i;

	memset(out, 0, sizeof *out);
	out->year = year;
	for (i = 0; i < facts->meetings.n; i++) {
		m = &facts->meetings.v[i];
		if (kl_day_year(m->day) != year ||
		    m->state == MEETING_CANCELLED)
			continue;
		to = vec_push(a, &out->meetings);
		if (to == NULL)
			return kl_error_nomem(err);
		to->committee = m->committee;
		to->day = m->day;
		to->start = m->time;
		to->end = m->end;
		to->meeting = m->key;
	}
	planned_sort(out);
	return 0;
}
