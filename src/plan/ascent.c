/* SPDX-License-Identifier: EUPL-1.2
 *
 * Good multipliers.  The direction is nine parts the one before and one part
 * the new slope: without that memory the steps zigzag and the bounds end one to
 * five per cent lower (doc/PLANNER.md).
 */
#include "config.h"

#include <math.h>
#include <string.h>

#include "base/mem.h"
#include "plan/ascent.h"
#include "plan/solve.h"

#define MEMORY 0.9  /* of the direction before */
#define LATEST 0.05 /* weight of an evaluation in what was chosen */

bool
ascent_init(struct ascent *a, struct dual *d)
{
	size_t rows = d->n_rows + 1;

	*a = (struct ascent){ .d = d, .found = PLAN_NO_COST };
	a->best = mem_alloc(rows * sizeof *a->best);
	a->multiplier = mem_alloc(rows * sizeof *a->multiplier);
	a->direction = mem_alloc(rows * sizeof *a->direction);
	a->carried = mem_alloc(rows * sizeof *a->carried);
	a->chosen = mem_alloc(((size_t)d->c.n_live + 1) * sizeof *a->chosen);
	a->main = mem_alloc(((size_t)d->m->n_bodies + 1) * 8 * sizeof *a->main);
	a->plan = mem_alloc(((size_t)d->m->n_meetings + 1) * sizeof *a->plan);
	a->value = -HUGE_VAL;
	return a->best != NULL && a->multiplier != NULL &&
	       a->direction != NULL && a->carried != NULL &&
	       a->chosen != NULL && a->main != NULL && a->plan != NULL;
}

void
ascent_clear(struct ascent *a)
{
	mem_free(a->best);
	mem_free(a->multiplier);
	mem_free(a->direction);
	mem_free(a->carried);
	mem_free(a->chosen);
	mem_free(a->main);
	mem_free(a->plan);
	*a = (struct ascent){ 0 };
}

void
ascent_start(struct ascent *a, const struct ascent_pace *pace)
{
	size_t n = a->d->n_rows;

	a->pace = *pace;
	a->step = pace->step;
	a->fruitless = a->evaluations = 0;
	a->value = -HUGE_VAL;
	memcpy(a->multiplier, a->best, n * sizeof *a->best);
	memset(a->direction, 0, n * sizeof *a->direction);
}

uint32_t
ascent_count(const struct ascent *a)
{
	uint32_t r, n = 0;

	for (r = 0; r < a->d->n_rows; r++)
		n += a->best[r] > 0;
	return n;
}

void
ascent_save(const struct ascent *a, struct dual_multiplier *out)
{
	uint32_t r;

	for (r = 0; r < a->d->n_rows; r++)
		if (a->best[r] > 0)
			*out++ = (struct dual_multiplier){ a->d->row[r].id,
				a->best[r] };
}

void
ascent_load(struct ascent *a, const struct dual_multiplier *from, uint32_t n)
{
	const struct dual *d = a->d;
	uint32_t r, k = 0;

	for (r = 0; r < d->n_rows; r++) {
		while (k < n && from[k].id < d->row[r].id)
			k++;
		a->best[r] =
		    k < n && from[k].id == d->row[r].id ? from[k].value : 0;
	}
}

void
ascent_rebuild(struct ascent *a)
{
	uint32_t n = ascent_count(a);

	ascent_save(a, a->carried);
	dual_build(a->d);
	ascent_load(a, a->carried, n);
}

static void
remember_choice(struct ascent *a)
{
	const struct dual *d = a->d;
	float part = a->evaluations <= 1 ? 1 : (float)LATEST;
	uint32_t s;
	int i;

	for (s = 0; s < d->c.n_live; s++)
		a->chosen[s] *= 1 - part;
	for (i = 0; i < d->m->n_meetings; i++)
		a->chosen[d->pick[i]] += part;
	for (i = 0; i < 8 * d->m->n_bodies; i++)
		a->main[i] *= 1 - part;
	for (i = 0; i < d->m->n_bodies; i++)
		a->main[8 * i + d->main[i]] += part;
}

static void
remember_plan(struct ascent *a)
{
	int64_t cost = dual_cost(a->d);
	int i;

	if (cost >= a->found)
		return;
	a->found = cost;
	for (i = 0; i < a->d->m->n_meetings; i++)
		a->plan[i] = (int32_t)a->d->c.live[a->d->pick[i]];
}

/* The new direction, and its length squared; what a multiplier's range forbids
 * is left out. */
static double
turn(struct ascent *a)
{
	const struct dual *d = a->d;
	double length = 0, g, now;
	uint32_t r;

	for (r = 0; r < d->n_rows; r++) {
		now = a->multiplier[r];
		g = (1 - MEMORY) * dual_slope(&d->row[r], now, d->units[r]) +
		    MEMORY * a->direction[r];
		if ((now <= 0 && g < 0) ||
		    (g > 0 && now >= dual_row_max(d, &d->row[r])))
			g = 0;
		a->direction[r] = g;
		length += g * g;
	}
	return length;
}

static void
go(struct ascent *a, double step)
{
	const struct dual *d = a->d;
	double to, most;
	uint32_t r;

	for (r = 0; r < d->n_rows; r++) {
		if (a->direction[r] == 0)
			continue;
		most = dual_row_max(d, &d->row[r]);
		to = floor(a->multiplier[r] + step * a->direction[r] + .5);
		a->multiplier[r] = to < 0 ? 0 : to > most ? most : to;
	}
}

/* Look at the multipliers tried now; true when that was enough, or no more is
 * to be had. */
static bool
look(struct ascent *a, double target, double enough)
{
	struct dual *d = a->d;
	double value = dual_value(d, a->multiplier), length;

	a->evaluations++;
	if (value < HUGE_VAL) {
		remember_choice(a);
		remember_plan(a);
	}
	if (value > a->value) {
		a->value = value;
		a->fruitless = 0;
		memcpy(a->best, a->multiplier, d->n_rows * sizeof *a->best);
	} else if (++a->fruitless >= a->pace.patience) {
		a->fruitless = 0;
		a->step *= a->pace.shorter;
		memcpy(
		    a->multiplier, a->best, d->n_rows * sizeof *a->multiplier);
		return a->step < a->pace.least;
	}
	if (a->value >= enough)
		return true;
	length = turn(a);
	if (length <= 0)
		return true;
	go(a, a->step * (target - value) / length);
	return false;
}

bool
ascent_run(struct ascent *a, double target, double enough)
{
	while (a->d->work > 0) {
		if (look(a, target, enough) ||
		    a->evaluations >= a->pace.evaluations)
			return true;
	}
	return false;
}
