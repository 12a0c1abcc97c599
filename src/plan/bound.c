/* SPDX-License-Identifier: EUPL-1.2
 *
 * The proven bound of a year: first multipliers for the whole, with slots taken
 * out as soon as they are too dear, then branch and bound.  How much is done is
 * counted, not timed, so that the same calls give the same bound.
 */
#include "config.h"

#include <math.h>

#include "base/mem.h"
#include "plan/branch.h"
#include "plan/solve.h"

#define STEP_WORK 32000 /* slots looked at in a thousandth of a second */
#define ROOT_ROUNDS 3	/* of multipliers for the whole */
#define FEW 12		/* bodies: the tree is small, and soon at its work */
#define FIX_EVERY 64	/* evaluations */
#define SOON 100 /* bodies: more, and early multipliers mislead the search */

struct plan_bound {
	const struct plan_model *m;
	struct dual d;
	struct ascent a;
	struct branch tree;
	bool planted; /* the tree is there */
	bool done, failed;
	int round;
	int64_t worst;	/* above the cost of any plan */
	int64_t known;	/* a plan of this cost exists; or worst */
	int64_t handed; /* the cost of the plan in the caller's hands */
	double value;	/* proven for the whole, whole costs */
	double *through,
	    *weekday; /* of each slot, and of each body's weekdays */
	struct plan_hint hint;
	int hint_news; /* how often it was made */
};

static const struct ascent_pace root_pace = { 1, 0.7, 0.001, 40, 4000 };
static const struct branch_effort effort = { { 0.5, 0.7, 0.001, 20, 400 },
	{ 0.3, 0.7, 0.001, 5, 15 }, 6 };
static const struct branch_effort effort_few = { { 0.5, 0.7, 0.01, 12, 400 },
	{ 0.3, 0.7, 0.001, 5, 8 }, 3 };
static const struct ascent_pace again_pace = { 0.3, 0.8, 0.001, 100, 4000 };

struct plan_bound *
plan_bound_new(const struct plan_model *m)
{
	size_t lanes = ((size_t)m->n_bodies + 1) * CHAIN_LANES;
	struct plan_bound *b = mem_alloc(sizeof *b);

	if (b == NULL)
		return NULL;
	b->m = m;
	b->worst = b->known = (int64_t)dual_worst(m) + 1;
	b->handed = PLAN_NO_COST;
	b->through = mem_alloc(((size_t)m->n_slots + 1) * sizeof *b->through);
	b->weekday = mem_alloc(lanes * sizeof *b->weekday);
	b->hint.slot =
	    mem_alloc(((size_t)m->n_slots + 1) * sizeof *b->hint.slot);
	b->hint.weekday = mem_alloc(lanes * sizeof *b->hint.weekday);
	if (b->through == NULL || b->weekday == NULL || b->hint.slot == NULL ||
	    b->hint.weekday == NULL || !dual_init(&b->d, m) ||
	    !ascent_init(&b->a, &b->d))
		goto fail;
	b->hint.multiplier =
	    mem_alloc(((size_t)b->d.n_rows + 1) * sizeof *b->hint.multiplier);
	if (b->hint.multiplier == NULL)
		goto fail;
	ascent_start(&b->a, &root_pace);
	return b;
fail:
	plan_bound_free(b);
	return NULL;
}

void
plan_bound_free(struct plan_bound *b)
{
	if (b == NULL)
		return;
	branch_clear(&b->tree);
	ascent_clear(&b->a);
	dual_clear(&b->d);
	mem_free(b->through);
	mem_free(b->weekday);
	mem_free(b->hint.slot);
	mem_free(b->hint.weekday);
	mem_free(b->hint.multiplier);
	mem_free(b);
}

/* Costs are whole: no plan costs less than the bound rounded up; nor more than
 * the best that is known, of which the last steps may just have met a better
 * one. */
static void
raise_value(struct plan_bound *b, double scaled)
{
	int64_t best = b->a.found < b->known ? b->a.found : b->known;
	double value = ceil(scaled / b->d.scale);

	if (value > (double)best)
		value = (double)best;
	if (value > b->value)
		b->value = value;
}

static double
enough(const struct plan_bound *b)
{
	return (double)(b->known - 1) * b->d.scale + 1;
}

/* What the last fixing has seen, for the search.  What is out stays out. */
static void
tell_hint(struct plan_bound *b)
{
	const uint32_t *live = b->d.c.live;
	uint32_t s;
	int i;

	for (s = 0; s < b->d.c.n_live; s++)
		b->hint.slot[live[s]] =
		    b->d.alive[live[s]] != 0
			? (float)(b->through[s] / b->d.scale)
			: HUGE_VALF;
	for (i = 0; i < CHAIN_LANES * b->m->n_bodies; i++)
		b->hint.weekday[i] = (float)(b->weekday[i] / b->d.scale);
	b->hint.n_multipliers = ascent_count(&b->a);
	ascent_save(&b->a, b->hint.multiplier);
	b->hint_news++;
}

/* Take out of the whole what only plans as dear as the known one have, and
 * go on from there, unless it was too little to be worth a new build. */
static void
fix_root(struct plan_bound *b)
{
	struct ascent_pace pace = b->a.pace;
	uint32_t before = b->d.c.n_live, gone;

	gone = dual_fix(&b->d, b->a.best, enough(b) - 1 - b->a.value,
	    b->through, b->weekday);
	if (b->round > 0 || b->m->n_bodies <= SOON)
		tell_hint(b);
	if (gone <= before / 8)
		return;
	pace.step = b->a.step;
	pace.evaluations -= b->a.evaluations;
	ascent_rebuild(&b->a);
	ascent_start(&b->a, &pace);
}

/* A portion of multipliers for the whole; true when they are as good as they
 * get. */
static bool
climb_root(struct plan_bound *b)
{
	double high = b->value * 1.1 + 100, known = (double)b->known;
	int64_t all = b->d.work, portion;
	bool over;

	portion = (int64_t)FIX_EVERY * (b->d.c.n_live + 100);
	b->d.work = portion < all ? portion : all;
	portion = b->d.work;
	over = ascent_run(
	    &b->a, (known < high ? known : high) * b->d.scale, enough(b));
	raise_value(b, b->a.value);
	if (b->a.value > -HUGE_VAL && b->a.value < enough(b) &&
	    b->known < b->worst)
		fix_root(b);
	b->d.work = all - (portion - b->d.work);
	return over;
}

/* What a call has learnt, both ways. */
static void
learn(struct plan_bound *b, int64_t known, struct plan *better)
{
	int i;

	if (known < b->known)
		b->known = known;
	if (b->a.found >= b->known)
		return;
	b->known = b->a.found;
	if (better == NULL)
		return;
	b->handed = b->a.found;
	for (i = 0; i < b->m->n_meetings; i++)
		better->slot[i] = b->a.plan[i];
}

static void
prove_root(struct plan_bound *b)
{
	bool few = b->m->n_bodies <= FEW;

	if (!climb_root(b))
		return;
	if (b->a.value >= enough(b)) {
		b->done = true;
	} else if (++b->round < (few ? 1 : ROOT_ROUNDS)) {
		ascent_start(&b->a, &again_pace);
	} else {
		b->planted = true;
		b->failed = !branch_init(&b->tree, &b->d, &b->a,
		    few ? &effort_few : &effort, b->a.value);
	}
}

bool
plan_bound_run(
    struct plan_bound *b, int64_t known, struct plan *better, int steps)
{
	learn(b, known, better);
	b->d.work = (int64_t)steps * STEP_WORK;
	while (b->d.work > 0 && !b->done && !b->failed) {
		if (!b->planted) {
			prove_root(b);
		} else {
			b->done = branch_run(&b->tree, b->known);
			raise_value(b, branch_value(&b->tree));
			b->failed = b->tree.failed;
		}
		learn(b, known, better);
	}
	if (b->done)
		b->value = b->known < b->worst ? (double)b->known : HUGE_VAL;
	return b->done;
}

int64_t
plan_bound_found(const struct plan_bound *b)
{
	return b->handed;
}

const struct plan_hint *
plan_bound_hint(const struct plan_bound *b, int *news)
{
	bool is_new = b->hint_news > *news;

	*news = b->hint_news;
	return is_new ? &b->hint : NULL;
}

double
plan_bound_value(const struct plan_bound *b)
{
	return b->value;
}
