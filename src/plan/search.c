/* SPDX-License-Identifier: EUPL-1.2
 *
 * The search for good plans: an elite of plans, each annealed by the moves of
 * move.h (Kirkpatrick, Gelatt and Vecchi 1983), and children of two of them
 * that take each body from one or the other (a memetic algorithm, Moscato
 * 1989).  Bodies are what is handed down because little but load and a few
 * groups couples them: a body's good pattern of weekdays is good elsewhere.
 * What was tried and measured is in doc/PLANNER.md.
 */
#include "config.h"

#include <math.h>
#include <string.h>

#include "base/mem.h"
#include "plan/mend.h"
#include "plan/solve.h"

#define ELITE 8
#define PATIENCE 24 /* children in vain, before all begins anew */

/* Temperatures and noise, in units of what slots differ by. */
#define T_NEW 0.7
#define T_CHILD 0.22
#define T_END 0.09
#define NOISE_CHILD 0.18
#define BREAK_MAX ((int64_t)1 << 40)
#define SLOTS_EACH 30 /* looked at in mending, in the time of an iteration */

struct elite {
	int32_t *slot;
	int64_t cost;
	bool mended; /* nothing more comes of it */
};

struct plan_search {
	struct state s;
	struct mover v;
	struct elite elite[ELITE];
	int elites, most;      /* plans in it, and how many it may have */
	int mother, father;    /* of the child under way */
	struct elite best;     /* of all */
	struct elite low;      /* of the run under way */
	int32_t *start;	       /* a plan given, or NULL */
	struct plan_hint hint; /* what the bound says */
	uint32_t room;	       /* for its multipliers */
	bool hinted;
	double near;  /* what is dearer than so many units is not tried; 0: all
			 is */
	double noise; /* of new plans' prices, in units */
	uint32_t body_moves;	   /* of a million iterations */
	double unit;		   /* what slots differ by */
	double cool;		   /* the temperature's factor each iteration */
	double warmth;		   /* of all temperatures */
	double run_new, run_child; /* iterations for each meeting: they grow
				      when all begins anew */
	int64_t run, left; /* iterations of the run, and those to come */
	int vain;	   /* children since one was kept */
	struct mend mend;
	double mend_near; /* as near, but for mending; 0: nothing is mended */
	int mending;	  /* which of the elite, or PLAN_NONE */
	int64_t work;	  /* slots that mending looked at beyond its share */
	int64_t mended;	  /* iterations that mending has had more than runs */
	bool started, stuck; /* stuck: a body has no plan */
};

/* ---- making ---- */

/* How much the costs of a meeting's slots differ from their mean, on average
 * over all meetings: the measure of temperatures. */
static double
find_unit(const struct plan_model *m)
{
	const struct plan_meeting *mt = m->meeting;
	double all = 0, mean, here, least = m->off_weekday / 4.0;
	uint32_t k;

	for (; mt < m->meeting + m->n_meetings; mt++) {
		mean = here = 0;
		for (k = mt->slot; k < mt->slot + mt->slots; k++)
			mean += (double)m->slot[k].cost / mt->slots;
		for (k = mt->slot; k < mt->slot + mt->slots; k++)
			here += fabs(m->slot[k].cost - mean) / mt->slots;
		all += here / m->n_meetings;
	}
	all = all < least ? least : all;
	return all > 0.5 ? all : 0.5;
}

static int32_t *
new_slots(const struct plan_model *m)
{
	return mem_alloc(((size_t)m->n_meetings + 1) * sizeof(int32_t));
}

static bool
make_plans(struct plan_search *s, const struct plan *start)
{
	const struct plan_model *m = s->s.m;
	int i;

	for (i = 0; i < ELITE; i++)
		if ((s->elite[i].slot = new_slots(m)) == NULL)
			return false;
	s->best = (struct elite){ new_slots(m), PLAN_NO_COST, false };
	s->low = (struct elite){ new_slots(m), PLAN_NO_COST, false };
	if (start != NULL && (s->start = new_slots(m)) != NULL)
		memcpy(s->start, start->slot,
		    (size_t)m->n_meetings * sizeof *s->start);
	s->hint.slot = mem_alloc(((size_t)m->n_slots + 1) * sizeof(float));
	s->hint.weekday = mem_alloc(
	    ((size_t)m->n_bodies + 1) * PLAN_HINT_WEEKDAYS * sizeof(float));
	return s->best.slot != NULL && s->low.slot != NULL &&
	       s->hint.slot != NULL && s->hint.weekday != NULL &&
	       (start == NULL || s->start != NULL);
}

/* The more bodies, the less one matters and the slower all must cool.  Where
 * the bound soon knows which slots are promising, short runs over those and
 * their children serve best; where it is long in coming, one long run over all
 * slots that is warmed up again and again. */
static void
set_lengths(struct plan_search *s)
{
	static const struct {
		int bodies, elite;
		double warmth, run_new, run_child, near, mend_near, noise,
		    breaking;
		uint32_t body_moves;
	} of[] = { { 12, 8, 1, 150, 60, 0.83, 0.2, 0.1, 18, 10000 },
		{ 30, 8, 0.8, 200, 80, 0.25, 0.2, 0.1, 18, 20000 },
		{ 100, 6, 0.65, 200, 100, 0.33, 0, 0.1, 80, 20000 },
		{ PLAN_BODIES_MAX, 1, 0.65, 2000, 600, 0.5, 0, 0.36, 18,
		    4000 } };
	size_t i = 0;

	while (s->s.m->n_bodies > of[i].bodies)
		i++;
	s->most = of[i].elite;
	s->warmth = of[i].warmth;
	s->run_new = of[i].run_new;
	s->run_child = of[i].run_child;
	s->near = of[i].near;
	s->noise = of[i].noise;
	s->body_moves = of[i].body_moves;
	s->mend_near = of[i].mend_near;
	s->s.weight = (int64_t)ceil(of[i].breaking * s->unit);
}

struct plan_search *
plan_search_new(
    const struct plan_model *m, uint64_t seed, const struct plan *start)
{
	struct plan_search *s = mem_alloc(sizeof *s);

	if (s == NULL)
		return NULL;
	if (!state_init(&s->s, m) || !mover_init(&s->v, &s->s, seed) ||
	    !make_plans(s, start)) {
		plan_search_free(s);
		return NULL;
	}
	s->mending = PLAN_NONE;
	s->unit = find_unit(m);
	set_lengths(s);
	return s;
}

void
plan_search_free(struct plan_search *s)
{
	int i;

	if (s == NULL)
		return;
	state_done(&s->s);
	mover_done(&s->v);
	for (i = 0; i < ELITE; i++)
		mem_free(s->elite[i].slot);
	mem_free(s->best.slot);
	mem_free(s->low.slot);
	mem_free(s->start);
	mem_free(s->hint.slot);
	mem_free(s->hint.weekday);
	mem_free(s->hint.multiplier);
	mend_done(&s->mend);
	mem_free(s);
}

/* ---- plans that are kept ---- */

static void
copy_plan(const struct plan_search *s, struct elite *to, const int32_t *slot,
    int64_t cost)
{
	memcpy(to->slot, slot, (size_t)s->s.m->n_meetings * sizeof *slot);
	to->cost = cost;
	to->mended = false;
}

/* While a run is hot its lowest plan is soon beaten, so it is not copied. */
static void
keep_low(struct plan_search *s)
{
	int64_t cost = s->s.cost;

	if (s->s.broken != 0 || cost >= s->low.cost)
		return;
	if (cost < s->best.cost)
		copy_plan(s, &s->best, s->s.slot, cost);
	if (s->left < s->run / 4)
		copy_plan(s, &s->low, s->s.slot, cost);
}

static bool
is_in_elite(const struct plan_search *s, const struct elite *e)
{
	size_t size = (size_t)s->s.m->n_meetings * sizeof *e->slot;
	int i;

	for (i = 0; i < s->elites; i++)
		if (s->elite[i].cost == e->cost &&
		    memcmp(s->elite[i].slot, e->slot, size) == 0)
			return true;
	return false;
}

/* The run's plan takes a free place, or that of its worse parent. */
static void
keep_run(struct plan_search *s)
{
	struct elite *e = &s->elite[s->mother];

	if (s->low.cost == PLAN_NO_COST) {
		if (s->s.weight < BREAK_MAX)
			s->s.weight *= 2; /* it broke something to the end */
		return;
	}
	if (s->elites < s->most) {
		if (!is_in_elite(s, &s->low))
			copy_plan(s, &s->elite[s->elites++], s->low.slot,
			    s->low.cost);
		return;
	}
	if (s->elite[s->father].cost > e->cost)
		e = &s->elite[s->father];
	s->vain++;
	if (s->low.cost > e->cost || is_in_elite(s, &s->low))
		return;
	copy_plan(s, e, s->low.slot, s->low.cost);
	s->vain = 0;
}

/* ---- runs ---- */

/* One of the weekdays that the bound finds promising; PLAN_NONE: it has found
 * nothing so far. */
static int
near_weekday(struct plan_search *s, int body)
{
	const float *dear = s->hint.weekday + PLAN_HINT_WEEKDAYS * body;
	int w, n = 0, of[7];

	for (w = 0; s->hinted && w < 7; w++)
		if ((double)dear[w] <= s->near * s->unit)
			of[n++] = w;
	return n > 0 ? of[mover_draw(&s->v, (uint32_t)n)] : PLAN_NONE;
}

/* The weekday of some slot of the committee's. */
static int
some_weekday(struct plan_search *s, int body)
{
	const struct plan_model *m = s->s.m;
	const struct plan_body *b = &m->body[body];
	const struct plan_meeting *mt;
	const int32_t *open;
	int w;

	if (b->n == 0 || (w = near_weekday(s, body)) != PLAN_NONE)
		return b->n == 0 ? PLAN_NONE : w;
	mt = &m->meeting[b->committee[mover_draw(&s->v, (uint32_t)b->n)]];
	open = s->v.open + mt->slot;
	return m->weekday
	    [m->slot[open[mover_draw(&s->v, s->v.n_open[mt - m->meeting])]]
		    .day];
}

/* The first plan: bodies one after another, each as well as those before let
 * it; those of a plan given stay where it has them, if they can. */
static void
begin_first(struct plan_search *s)
{
	int b;

	for (b = 0; s->start != NULL && b < s->s.m->n_bodies; b++)
		move_place(&s->v, b, s->start);
	for (b = 0; b < s->s.m->n_bodies; b++)
		if ((s->s.m->body[b].n == 0 || !move_is_placed(&s->v, b)) &&
		    !move_insert(&s->v, b, PLAN_NONE, 0))
			s->stuck = true; /* or without meetings, in a window */
}

/* Bodies on random weekdays, at random prices. */
static void
begin_new(struct plan_search *s)
{
	int b;

	for (b = 0; b < s->s.m->n_bodies; b++)
		move_insert(&s->v, b, some_weekday(s, b), s->noise * s->unit);
}

/* Each body from one parent, but for one that moves to another weekday in
 * every other child. */
static void
begin_child(struct plan_search *s)
{
	uint32_t n = (uint32_t)s->s.m->n_bodies;
	int b, other = PLAN_NONE;

	s->mother = s->father = (int)mover_draw(&s->v, (uint32_t)s->elites);
	if (s->elites > 1) {
		s->father = (int)mover_draw(&s->v, (uint32_t)s->elites - 1);
		s->father += s->father >= s->mother;
	}
	if (mover_draw(&s->v, 2) == 0)
		other = (int)mover_draw(&s->v, n);
	for (b = 0; b < s->s.m->n_bodies; b++)
		if (b != other)
			move_place(&s->v, b,
			    s->elite[mover_draw(&s->v, 2) == 0 ? s->mother
							       : s->father]
				.slot);
	if (other != PLAN_NONE)
		move_insert(&s->v, other, some_weekday(s, other),
		    NOISE_CHILD * s->unit);
}

/* Begin a run that cools from ${hot}. */
static void
set_run(struct plan_search *s, double hot, double each)
{
	s->run = (int64_t)(each * s->s.m->n_meetings) + 1;
	s->left = s->run;
	s->low.cost = PLAN_NO_COST;
	s->v.temperature = hot * s->unit * s->warmth;
	s->cool = pow(T_END / hot, 1.0 / (double)s->run);
}

static void
narrow(struct plan_search *s)
{
	if (s->hinted)
		mover_narrow(&s->v, s->hint.slot, s->near * s->unit);
}

void
plan_search_guide(struct plan_search *s, const struct plan_hint *hint)
{
	const struct plan_model *m = s->s.m;

	memcpy(s->hint.slot, hint->slot, m->n_slots * sizeof *hint->slot);
	memcpy(s->hint.weekday, hint->weekday,
	    (size_t)m->n_bodies * PLAN_HINT_WEEKDAYS * sizeof *hint->weekday);
	if (hint->n_multipliers > s->room) {
		struct dual_multiplier *new = mem_realloc(
		    s->hint.multiplier, hint->n_multipliers * sizeof *new);

		if (new == NULL)
			return; /* goes on with what it has */
		s->hint.multiplier = new;
		s->room = hint->n_multipliers;
	}
	if (hint->n_multipliers > 0)
		memcpy(s->hint.multiplier, hint->multiplier,
		    hint->n_multipliers * sizeof *hint->multiplier);
	s->hint.n_multipliers = hint->n_multipliers;
	s->hinted = true;
	narrow(s);
}

/* Nothing more comes of the elite: few bodies begin anew, many with the best
 * of it and new ones. */
static void
keep_the_best(struct plan_search *s)
{
	s->elites = s->vain = 0;
	if (s->s.m->n_bodies > 12)
		copy_plan(
		    s, &s->elite[s->elites++], s->best.slot, s->best.cost);
}

static void
next_run(struct plan_search *s)
{
	if (s->vain >= PATIENCE) {
		keep_the_best(s);
		s->run_new *= 1.5;
		s->run_child *= 1.5;
		s->near *= 1.5;
		narrow(s);
	}
	move_lift_all(&s->v);
	if (s->elites < s->most) {
		set_run(s, T_NEW, s->run_new);
		begin_new(s);
	} else {
		set_run(s, T_CHILD, s->run_child);
		begin_child(s);
	}
}

/* The room for mending is made when it is first needed: not before the first
 * plans, and not where nothing is mended. */
static bool
may_mend(struct plan_search *s)
{
	if (!s->hinted || s->mend_near <= 0 || s->elites < s->most ||
	    s->mended > 0)
		return false;
	if (s->mend.v == NULL && !mend_init(&s->mend, &s->v)) {
		mend_done(&s->mend);
		s->mend_near = 0; /* goes on without */
		return false;
	}
	s->mend.hint = (struct part_hint){ s->hint.slot, s->mend_near * s->unit,
		s->hint.multiplier, s->hint.n_multipliers };
	return true;
}

/* Begin to mend the best of the elite that is not, when runs have had as much
 * as mending. */
static bool
begin_mending(struct plan_search *s)
{
	const struct elite *best = NULL, *e = s->elite;

	for (; e < s->elite + s->elites; e++)
		if (!e->mended && (best == NULL || e->cost < best->cost))
			best = e;
	if (best == NULL || !may_mend(s))
		return false;
	s->mending = (int)(best - s->elite);
	mend_start(&s->mend, best->slot, best->cost);
	return true;
}

/* Mend for so many iterations; returns how many it took to come to its end. */
static int64_t
mend_on(struct plan_search *s, int64_t iterations)
{
	struct elite e = { s->mend.slot, 0, true };
	int64_t work = iterations * SLOTS_EACH - s->work;
	bool over = work > 0 && mend_run(&s->mend, &work);

	iterations -= over ? work / SLOTS_EACH : 0;
	s->work = over ? 0 : -work;
	s->mended += iterations;
	e.cost = s->mend.cost;
	if (e.cost < s->best.cost)
		copy_plan(s, &s->best, e.slot, e.cost);
	if (!over)
		return iterations;
	if (!is_in_elite(s, &e))
		copy_plan(s, &s->elite[s->mending], e.slot, e.cost);
	s->elite[s->mending].mended = true;
	s->mending = PLAN_NONE;
	next_run(s);
	return iterations;
}

static void
first_run(struct plan_search *s)
{
	s->started = true;
	if (s->start != NULL)
		set_run(s, T_CHILD, s->run_child);
	else
		set_run(s, T_NEW, s->run_new);
	begin_first(s);
	if (!s->stuck)
		keep_low(s);
	if (s->s.m->n_meetings == 0)
		s->stuck = true; /* nothing to improve */
}

static void
step(struct plan_search *s)
{
	const struct plan_model *m = s->s.m;
	int b;

	if (mover_draw(&s->v, 1000000) < s->body_moves) {
		b = (int)mover_draw(&s->v, (uint32_t)m->n_bodies);
		move_body(&s->v, b,
		    mover_draw(&s->v, 2) == 0 ? PLAN_NONE : some_weekday(s, b));
	} else
		move_meeting(
		    &s->v, (int)mover_draw(&s->v, (uint32_t)m->n_meetings));
	keep_low(s);
}

bool
plan_search_run(struct plan_search *s, int64_t iterations)
{
	int64_t before = s->best.cost;

	if (!s->started)
		first_run(s);
	while (!s->stuck && iterations > 0) {
		if (s->left == 0 && s->mending == PLAN_NONE) {
			keep_run(s);
			if (!begin_mending(s))
				next_run(s);
		}
		if (s->mending != PLAN_NONE) {
			iterations -= mend_on(s, iterations);
			continue;
		}
		s->left--;
		iterations--;
		s->mended--;
		s->v.temperature *= s->cool;
		step(s);
	}
	return s->best.cost < before;
}

void
plan_search_take(struct plan_search *s, const struct plan *plan, int64_t cost)
{
	struct elite *e = &s->elite[0];
	int i;

	if (cost >= s->best.cost)
		return;
	copy_plan(s, &s->best, plan->slot, cost);
	if (s->elites < s->most)
		return;
	for (i = 1; i < s->elites; i++)
		if (s->elite[i].cost > e->cost)
			e = &s->elite[i];
	copy_plan(s, e, plan->slot, cost);
}

int64_t
plan_search_best(const struct plan_search *s, struct plan *plan)
{
	if (plan != NULL && s->best.cost != PLAN_NO_COST)
		memcpy(plan->slot, s->best.slot,
		    (size_t)s->s.m->n_meetings * sizeof *s->best.slot);
	return s->best.cost;
}
