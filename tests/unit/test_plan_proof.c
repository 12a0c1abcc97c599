/* SPDX-License-Identifier: EUPL-1.2
 *
 * plan: solving small random years, against everything tried: the plan found is
 * the best there is, the bound never says too much, not even on the way, and a
 * year is said to have no plan when it has none.  KANSLI_LONG=1 takes many
 * more.
 */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <cmocka.h>

#include "plan/solve.h"
#include "plan_small.h"

#define YEARS 600
#define YEARS_LONG 10000
#define ASKED_MAX 200000 /* times, before a proof is given up */

static uint64_t
years(void)
{
	return getenv("KANSLI_LONG") != NULL ? YEARS_LONG : YEARS;
}

/* One year being solved. */
struct watch {
	uint64_t seed;
	int64_t best; /* by trying all plans; PLAN_NO_COST: there is none */
	int asked, told;
};

static bool
should_stop(void *ctx)
{
	struct watch *w = ctx;

	return ++w->asked > ASKED_MAX;
}

static double
seconds(void *ctx)
{
	(void)ctx;
	return (double)clock() / CLOCKS_PER_SEC;
}

static void
check_bound(const struct watch *w, double bound)
{
	if (w->best != PLAN_NO_COST && !(bound <= (double)w->best))
		fail_msg("year %llu: bound %.17g, but there is a plan of %lld",
		    (unsigned long long)w->seed, bound, (long long)w->best);
}

static void
progress(void *ctx, const struct plan_progress *now)
{
	struct watch *w = ctx;

	w->told++;
	check_bound(w, now->bound);
	if (now->cost < w->best)
		fail_msg("year %llu: cost %lld is less than any plan's",
		    (unsigned long long)w->seed, (long long)now->cost);
}

static struct plan_settings
settings_for(struct watch *w)
{
	return (struct plan_settings){ .seed = w->seed,
		.should_stop = should_stop,
		.clock = seconds,
		.progress = progress,
		.ctx = w };
}

static void
check_result(const struct plan_model *m, const struct watch *w,
    const struct plan_result *r)
{
	const enum plan_status want =
	    w->best == PLAN_NO_COST ? PLAN_INFEASIBLE : PLAN_OPTIMAL;

	if (r->status != want)
		fail_msg("year %llu: status %d, not %d",
		    (unsigned long long)w->seed, (int)r->status, (int)want);
	check_bound(w, r->bound);
	if (want == PLAN_INFEASIBLE)
		return;
	if (r->cost != w->best || small_faults(m, r->plan.slot) != 0 ||
	    small_cost(m, r->plan.slot) != w->best)
		fail_msg("year %llu: a plan of %lld, not %lld",
		    (unsigned long long)w->seed, (long long)r->cost,
		    (long long)w->best);
}

static void
the_best_plan_is_found_and_proved(void **state)
{
	int32_t slot[SMALL_MEETINGS];
	struct plan_settings settings;
	struct plan_result result;
	struct kl_error err;
	struct small s;
	struct watch w;
	uint64_t seed;

	(void)state;
	for (seed = 1; seed <= years(); seed++) {
		small_make(&s, seed);
		w = (struct watch){ .seed = seed };
		w.best = small_best(&s.m, slot);
		settings = settings_for(&w);
		assert_int_equal(
		    plan_solve(&s.m, &settings, s.m.arena, &result, &err), 0);
		check_result(&s.m, &w, &result);
		small_free(&s);
	}
}

/* The search alone: whatever it holds is a plan, and costs what it says. */
static void
what_is_found_is_a_plan(void **state)
{
	int32_t slot[SMALL_MEETINGS], best[SMALL_MEETINGS];
	struct plan plan = { 0, slot };
	struct plan_search *search;
	uint64_t seed, found = 0, possible = 0;
	struct small s;
	int64_t cost;

	(void)state;
	for (seed = 1; seed <= years(); seed++) {
		small_make(&s, seed);
		plan.n = s.m.n_meetings;
		search = plan_search_new(&s.m, seed, NULL);
		assert_non_null(search);
		plan_search_run(search, 300);
		cost = plan_search_best(search, &plan);
		plan_search_free(search);
		possible += small_best(&s.m, best) != PLAN_NO_COST;
		if (cost != PLAN_NO_COST) {
			found++;
			assert_int_equal(small_faults(&s.m, slot), 0);
			assert_int_equal(small_cost(&s.m, slot), cost);
		}
		small_free(&s);
	}
	/* Small years are not hard. */
	assert_in_range(found, possible * 9 / 10, possible);
}

/* The bound alone, without a plan to begin with, a little at a time. */
static void
the_bound_is_sound_on_the_way(void **state)
{
	int32_t slot[SMALL_MEETINGS], found[SMALL_MEETINGS];
	struct plan better = { 0, found };
	struct plan_bound *bound;
	struct watch w;
	struct small s;
	uint64_t seed;
	int64_t known;
	bool proved;
	int steps;

	(void)state;
	for (seed = 1; seed <= years(); seed++) {
		small_make(&s, seed);
		w = (struct watch){ .seed = seed };
		w.best = small_best(&s.m, slot);
		better.n = s.m.n_meetings;
		bound = plan_bound_new(&s.m);
		assert_non_null(bound);
		/* One worse than the best: it must find the best itself. */
		known = w.best == PLAN_NO_COST || seed % 2 == 0 ? PLAN_NO_COST
								: w.best + 1;
		for (proved = false, steps = 0; !proved && steps < 20000;
		     steps++) {
			proved = plan_bound_run(bound, known, &better, 1);
			check_bound(&w, plan_bound_value(bound));
			if (plan_bound_found(bound) >= known)
				continue;
			known = plan_bound_found(bound);
			assert_int_equal(small_faults(&s.m, found), 0);
			assert_int_equal(small_cost(&s.m, found), known);
		}
		if (!proved || known != w.best)
			fail_msg("year %llu: %s %lld, not %lld",
			    (unsigned long long)seed,
			    proved ? "proved" : "not proved", (long long)known,
			    (long long)w.best);
		plan_bound_free(bound);
		small_free(&s);
	}
}

/* ---- moving a meeting --------------------------------------------------- */

/* The cheapest plan with that meeting on that day, by trying all, when each
 * meeting that is not where it was costs ${change}. */
struct moved {
	const struct plan_model *m;
	const int32_t *from;
	int meeting, day, change;
	int32_t slot[SMALL_MEETINGS];
	int64_t best;
};

static void
try_moved(struct moved *t, int at)
{
	const struct plan_model *m = t->m;
	const struct plan_meeting *v = &m->meeting[at];
	int64_t cost;
	uint32_t i;
	int k;

	if (at == m->n_meetings) {
		if (small_faults(m, t->slot) != 0)
			return;
		cost = small_cost(m, t->slot);
		for (k = 0; k < m->n_meetings; k++)
			if (t->slot[k] != t->from[k])
				cost += t->change;
		if (cost < t->best)
			t->best = cost;
		return;
	}
	for (i = v->slot; i < v->slot + v->slots; i++) {
		if (at == t->meeting && m->slot[i].day != t->day)
			continue;
		t->slot[at] = (int32_t)i;
		try_moved(t, at + 1);
	}
}

static void
move_one(struct small *s, uint64_t seed, const struct plan *from)
{
	const int meeting = small_random(s, s->m.n_meetings);
	const struct plan_meeting *v = &s->m.meeting[meeting];
	const int day =
	    s->m.slot[v->slot + (uint32_t)small_random(s, (int)v->slots)].day;
	struct moved t = { &s->m, from->slot, meeting, day, small_random(s, 12),
		{ 0 }, PLAN_NO_COST };
	struct watch w = { .seed = seed };
	struct plan_settings settings;
	struct plan_result result;
	struct plan_model moved;
	struct kl_error err;
	int k;

	try_moved(&t, 0);
	assert_int_equal(
	    plan_model_moved(&s->m, from, meeting, day, t.change, &moved, &err),
	    0);
	w.best = t.best;
	settings = settings_for(&w);
	settings.start = from;
	assert_int_equal(
	    plan_solve(&moved, &settings, s->m.arena, &result, &err), 0);
	if (t.best == PLAN_NO_COST) {
		assert_int_equal(result.status, PLAN_INFEASIBLE);
		return;
	}
	if (result.status != PLAN_OPTIMAL || result.cost != t.best)
		fail_msg("year %llu: meeting %d to day %d for %lld, not %lld",
		    (unsigned long long)seed, meeting, day,
		    (long long)result.cost, (long long)t.best);
	assert_int_equal(small_faults(&s->m, result.plan.slot), 0);
	assert_int_equal(s->m.slot[result.plan.slot[meeting]].day, day);
	for (t.best = small_cost(&s->m, result.plan.slot), k = 0;
	     k < s->m.n_meetings; k++)
		t.best += result.plan.slot[k] != from->slot[k] ? t.change : 0;
	assert_int_equal(t.best, result.cost);
}

static void
a_move_is_the_cheapest(void **state)
{
	int32_t slot[SMALL_MEETINGS];
	struct plan from = { 0, slot };
	struct small s;
	uint64_t seed;

	(void)state;
	for (seed = 1; seed <= years(); seed++) {
		small_make(&s, seed);
		from.n = s.m.n_meetings;
		if (s.m.n_meetings > 0 &&
		    small_best(&s.m, slot) != PLAN_NO_COST)
			move_one(&s, seed, &from);
		small_free(&s);
	}
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_best_plan_is_found_and_proved),
		cmocka_unit_test(what_is_found_is_a_plan),
		cmocka_unit_test(the_bound_is_sound_on_the_way),
		cmocka_unit_test(a_move_is_the_cheapest),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
