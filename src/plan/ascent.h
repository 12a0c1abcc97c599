/* SPDX-License-Identifier: EUPL-1.2
 *
 * Good multipliers: a subgradient method whose direction remembers the ones
 * before, with Polyak's step towards what is known.  Work is done in portions.
 */
#ifndef PLAN_ASCENT_H
#define PLAN_ASCENT_H

#include "plan/dual.h"

/* How eagerly: of the step to the target, and when it is made smaller. */
struct ascent_pace {
	double step;	/* at first; 1 is Polyak's */
	double shorter; /* a patience without a better bound: times this */
	double least;	/* shorter than this: done */
	int patience;
	int evaluations; /* at most */
};

struct ascent {
	struct dual *d;
	struct ascent_pace pace;
	double step;
	int fruitless, evaluations;
	double value;	    /* the best bound, scaled; -HUGE_VAL: none yet */
	double *best;	    /* its multipliers, of each row */
	double *multiplier; /* those tried now */
	double *direction;
	/* how often the latest evaluations chose each live slot, and each
	 * body's main weekday (8 for each body): parts of one */
	float *chosen, *main;
	struct dual_multiplier *carried; /* working space of a build */
	/* the cheapest plan met since this was PLAN_NO_COST, of the model's
	 * slots */
	int64_t found;
	int32_t *plan;
};

/* ascent_init(a, d): multipliers 0; false when memory is out (ascent_clear all
 * the same). */
bool ascent_init(struct ascent *a, struct dual *d);
void ascent_clear(struct ascent *a);

/* ascent_start(a, pace): from the best multipliers anew. */
void ascent_start(struct ascent *a, const struct ascent_pace *pace);

/* ascent_run(a, target, enough): until d->work is used up (false: to be called
 * again) or no more is to be had or ${enough} is reached (true).  ${target},
 * ${enough}: scaled; target is what the bound may at best become. */
bool ascent_run(struct ascent *a, double target, double enough);

/* ascent_rebuild(a): dual_build, the best multipliers kept where their rows
 * are.  ascent_start afterwards. */
void ascent_rebuild(struct ascent *a);

/* ascent_count(a): how many of the best multipliers are not 0; ascent_save(a,
 * out): those, by id.  ascent_load(a, from, n): the best multipliers are these
 * (in the order of their ids) where their rows are, others 0.  ascent_start
 * afterwards. */
uint32_t ascent_count(const struct ascent *a);
void ascent_save(const struct ascent *a, struct dual_multiplier *out);
void ascent_load(
    struct ascent *a, const struct dual_multiplier *from, uint32_t n);

#endif
