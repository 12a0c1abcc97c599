/* SPDX-License-Identifier: EUPL-1.2
 *
 * plan: the bound against all there is, on thousands of small random years:
 * never above the best plan, equal to it when proved, and no bound where there
 * is no plan; the parts that it is made of; a year of real size.
 */
#include "config.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "plan/dual.h"
#include "plan/instance.h"
#include "plan/part.h"
#include "plan/solve.h"
#include "plan_small.h"

#define YEARS 4000
#define PORTIONS 20000

/* What a plan of the bound's costs, by the tests' own count. */
static void
check_found(const struct plan_model *m, const struct plan_bound *b,
    const struct plan *met)
{
	if (plan_bound_found(b) == PLAN_NO_COST)
		return;
	assert_int_equal(small_faults(m, met->slot), 0);
	assert_int_equal(small_cost(m, met->slot), plan_bound_found(b));
}

/* Prove the year, told of a plan that costs ${known}; the best costs ${best}.
 */
static void
prove(const struct plan_model *m, int64_t known, int64_t best)
{
	int32_t slot[SMALL_MEETINGS];
	struct plan met = { m->n_meetings, slot };
	struct plan_bound *b = plan_bound_new(m);
	double value, before = 0;
	bool done = false;
	int i;

	assert_non_null(b);
	for (i = 0; !done && i < PORTIONS; i++) {
		done = plan_bound_run(b, known, &met, 1);
		value = plan_bound_value(b);
		assert_true(value >= before);
		if (best != PLAN_NO_COST)
			assert_true(value <= (double)best);
		check_found(m, b, &met);
		before = value;
	}
	assert_true(done);
	if (best == PLAN_NO_COST) {
		assert_true(plan_bound_value(b) == HUGE_VAL);
		assert_true(plan_bound_found(b) == PLAN_NO_COST);
	} else {
		assert_true(plan_bound_value(b) == (double)best);
		if (known > best)
			assert_int_equal(plan_bound_found(b), best);
	}
	plan_bound_free(b);
}

static void
test_small_years(void **state)
{
	int32_t slot[SMALL_MEETINGS];
	struct small s;
	int64_t best;
	int seed, possible = 0;

	(void)state;
	for (seed = 0; seed < YEARS; seed++) {
		small_make(&s, (uint64_t)seed);
		best = small_best(&s.m, slot);
		prove(&s.m, PLAN_NO_COST, best);
		if (best != PLAN_NO_COST) {
			possible++;
			prove(&s.m, best, best);
			prove(&s.m, best + 1, best);
		}
		small_free(&s);
	}
	/* the years are worth it: of both kinds there are many */
	assert_in_range(possible, YEARS / 10, YEARS - YEARS / 10);
}

/* Any multipliers give a bound; what is fixed is in no cheaper plan. */
static void
test_any_multipliers(void **state)
{
	int32_t slot[SMALL_MEETINGS];
	double *multiplier, *through, value, most;
	struct small s;
	struct dual d;
	int64_t best;
	uint32_t r;
	int seed, i;

	(void)state;
	for (seed = 0; seed < YEARS; seed++) {
		small_make(&s, (uint64_t)seed);
		best = small_best(&s.m, slot);
		assert_true(dual_init(&d, &s.m));
		multiplier = calloc((size_t)d.n_rows + 1, sizeof *multiplier);
		through = calloc((size_t)s.m.n_slots + 1, sizeof *through);
		assert_non_null(multiplier);
		assert_non_null(through);
		for (r = 0; r < d.n_rows; r++) {
			most = dual_row_max(&d, &d.row[r]);
			most = most < 5 * d.scale ? most : 5 * d.scale;
			multiplier[r] =
			    floor(most * small_random(&s, 101) / 100);
		}
		value = dual_value(&d, multiplier);
		if (best != PLAN_NO_COST) {
			assert_true(value <= (double)best * d.scale);
			dual_fix(&d, multiplier, (double)best * d.scale - value,
			    through, NULL);
			for (i = 0; i < s.m.n_meetings; i++)
				assert_int_equal(d.alive[slot[i]], 1);
		}
		free(multiplier);
		free(through);
		dual_clear(&d);
		small_free(&s);
	}
}

/* Only the bodies of ${set} may move from where ${slot} has them. */
static void
hold_others(const struct plan_model *m, const int32_t *slot, unsigned set,
    struct plan_model *out, struct plan_meeting *meeting)
{
	int i;

	*out = *m;
	out->meeting = meeting;
	for (i = 0; i < m->n_meetings; i++) {
		meeting[i] = m->meeting[i];
		if (set >> meeting[i].body & 1)
			continue;
		meeting[i].slot = (uint32_t)slot[i];
		meeting[i].slots = 1;
	}
}

static void
check_part(struct part *p, const struct plan_model *m, const int32_t *slot,
    int64_t cost, unsigned set)
{
	struct plan_meeting meeting[SMALL_MEETINGS];
	struct part_hint hint = { 0 };
	int32_t best_slot[SMALL_MEETINGS];
	struct plan_model held;
	struct state s;
	int64_t best, work;
	int i;

	assert_true(state_init(&s, m));
	for (i = 0; i < m->n_meetings; i++)
		if (!(set >> m->meeting[i].body & 1))
			state_put(&s, i, slot[i]);
	part_start(p, &s, slot, cost, &hint);
	for (i = 0, work = 0; i < PORTIONS && !part_run(p, &work); i++)
		work += 1000;
	assert_true(i < PORTIONS);
	hold_others(m, slot, set, &held, meeting);
	best = small_best(&held, best_slot);
	assert_true(part_found(p) == (best < cost ? best : PLAN_NO_COST));
	if (best < cost) {
		assert_int_equal(small_faults(m, p->a.plan), 0);
		assert_int_equal(small_cost(m, p->a.plan), best);
	}
	state_done(&s);
}

/* The cheapest plan when some bodies stay. */
static void
test_parts(void **state)
{
	int32_t slot[SMALL_MEETINGS];
	struct plan plan = { 0, slot };
	struct plan_search *search;
	struct small s;
	struct part p;
	int64_t cost;
	unsigned set;
	int seed;

	(void)state;
	for (seed = 0; seed < YEARS / 4; seed++) {
		small_make(&s, (uint64_t)seed);
		assert_non_null(search = plan_search_new(&s.m, 1, NULL));
		plan_search_run(search, 3);
		cost = plan_search_best(search, &plan);
		plan_search_free(search);
		assert_true(part_init(&p, &s.m));
		for (set = 1; cost != PLAN_NO_COST &&
			      set < 1u << s.m.n_bodies && set < 16;
		     set++)
			check_part(&p, &s.m, slot, cost, set);
		part_clear(&p);
		small_free(&s);
	}
}

/* The same calls give the same bounds; a six-committee year is bounded well
 * within a second or so, and what is too cheap to be is found to be so. */
static void
test_real_size(void **state)
{
	struct kl_error err = { 0 };
	struct plan_model m = { 0 };
	struct plan_bound *b[2];
	const char *dir = getenv("srcdir");
	char path[512];
	int i;

	(void)state;
	snprintf(path, sizeof path, "%s/tests/data/plan/i6.txt",
	    dir == NULL ? "." : dir);
	assert_int_equal(instance_read(path, &m, &err), 0);
	for (i = 0; i < 2; i++)
		assert_non_null(b[i] = plan_bound_new(&m));
	for (i = 0; i < 100; i++) {
		plan_bound_run(b[0], 345, NULL, 5);
		plan_bound_run(b[1], 345, NULL, 5);
		assert_true(plan_bound_value(b[0]) == plan_bound_value(b[1]));
	}
	assert_true(plan_bound_value(b[0]) >= 325);
	assert_true(plan_bound_value(b[0]) <= 336);
	for (i = 0; i < 2; i++)
		plan_bound_free(b[i]);
	/* no plan costs less than 330 */
	assert_non_null(b[0] = plan_bound_new(&m));
	for (i = 0; i < 2000 && !plan_bound_run(b[0], 330, NULL, 5); i++)
		;
	assert_true(plan_bound_value(b[0]) == 330);
	plan_bound_free(b[0]);
	instance_free(&m);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_small_years),
		cmocka_unit_test(test_any_multipliers),
		cmocka_unit_test(test_parts),
		cmocka_unit_test(test_real_size),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
