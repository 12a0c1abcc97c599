/* SPDX-License-Identifier: EUPL-1.2
 *
 * plan: the search's books against the judge, what a count of iterations gives,
 * changes of a plan.
 */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "plan/instance.h"
#include "plan/move.h"
#include "plan/solve.h"

#define I6 SRCDIR "/tests/data/plan/i6.txt"

static void
read_i6(struct plan_model *m)
{
	assert_int_equal(instance_read(I6, m, NULL), 0);
}

static struct plan_verdict
judge(const struct plan_model *m, int32_t *slot)
{
	struct plan plan = { m->n_meetings, slot };
	struct plan_verdict v;

	assert_int_equal(plan_judge(m, &plan, m->arena, &v, NULL), 0);
	return v;
}

/* Counts kept change by change are those counted afresh; a price is what
 * placing then costs, a saving what lifting gives back. */
static void
books_agree_with_the_judge(void **state)
{
	struct plan_model m;
	struct plan_verdict v;
	struct mover mover;
	struct state s;
	int64_t before, price;
	int32_t to;
	int i, round;

	(void)state;
	read_i6(&m);
	assert_true(state_init(&s, &m));
	assert_true(mover_init(&mover, &s, 7));
	s.weight = 100;
	for (i = 0; i < m.n_bodies; i++)
		assert_true(move_insert(&mover, i, PLAN_NONE, 0));
	mover.temperature = 30;
	for (round = 0; round < 20000; round++) {
		if (round % 100 == 0)
			move_body(&mover, round / 100 % m.n_bodies, PLAN_NONE);
		i = (int)mover_draw(&mover, (uint32_t)m.n_meetings);
		move_meeting(&mover, i);
		if (round % 50 != 0)
			continue;
		v = judge(&m, s.slot);
		assert_true(v.cost == s.cost);
		assert_int_equal(v.n_violations > 0, s.broken > 0);
		before = state_total(&s);
		price = state_saving(&s, i);
		to = state_lift(&s, i);
		assert_true(before - state_total(&s) == price);
		before = state_total(&s);
		price = state_price(&s, i, to);
		state_put(&s, i, to);
		assert_true(state_total(&s) - before == price);
	}
	move_lift_all(&mover);
	assert_true(s.cost == 0 && s.broken == 0);
	mover_done(&mover);
	state_done(&s);
	instance_free(&m);
}

static int64_t
search(const struct plan_model *m, uint64_t seed, int64_t each, int times,
    int32_t *slot)
{
	struct plan_search *s = plan_search_new(m, seed, NULL);
	struct plan plan = { m->n_meetings, slot };
	int64_t cost;

	assert_non_null(s);
	plan_search_run(s, 0);
	assert_true(plan_search_best(s, NULL) < PLAN_NO_COST); /* at once */
	while (times-- > 0)
		plan_search_run(s, each);
	cost = plan_search_best(s, &plan);
	plan_search_free(s);
	return cost;
}

static void
iterations_decide(void **state)
{
	struct plan_model m;
	struct plan_verdict v;
	int32_t *one, *two;

	(void)state;
	read_i6(&m);
	one = calloc((size_t)m.n_meetings, sizeof *one);
	two = calloc((size_t)m.n_meetings, sizeof *two);
	assert_true(
	    search(&m, 3, 400000, 1, one) == search(&m, 3, 4000, 100, two));
	assert_memory_equal(one, two, (size_t)m.n_meetings * sizeof *one);
	v = judge(&m, one);
	assert_int_equal(v.n_violations, 0);
	assert_in_range(v.cost, 336, 365);
	free(one);
	free(two);
	instance_free(&m);
}

static struct plan_result
solve(const struct plan_model *m, int threads, int64_t iterations,
    const struct plan *start)
{
	struct plan_settings set = { .iterations = iterations,
		.seed = 5,
		.threads = threads,
		.start = start };
	struct plan_result r;
	struct plan_verdict v;

	assert_int_equal(plan_solve(m, &set, m->arena, &r, NULL), 0);
	assert_int_equal(r.plan.n, m->n_meetings);
	v = judge(m, r.plan.slot);
	assert_int_equal(v.n_violations, 0);
	assert_true(v.cost == r.cost);
	assert_true(r.bound <= (double)r.cost);
	return r;
}

static void
threads_do_not_matter(void **state)
{
	struct plan_result one, two;
	struct plan_model m;

	(void)state;
	read_i6(&m);
	/* long enough for the bound to guide, and for mending */
	one = solve(&m, 1, 300000, NULL);
	two = solve(&m, 2, 300000, NULL);
	assert_in_range(one.cost, 336, 342);
	assert_true(one.cost == two.cost && one.bound == two.bound);
	assert_memory_equal(one.plan.slot, two.plan.slot,
	    (size_t)m.n_meetings * sizeof *one.plan.slot);
	instance_free(&m);
}

/* The moved meeting is where it shall be, and each that differs was charged. */
static void
a_change_is_small(void **state)
{
	struct plan_result base, changed;
	struct plan_model m, moved;
	const struct plan_meeting *mt;
	struct kl_error err;
	int i, k, day, other, was, differ = 0;

	(void)state;
	read_i6(&m);
	base = solve(&m, 1, 60000, NULL);
	mt = &m.meeting[m.body[0].committee[3]];
	i = (int)(mt - m.meeting);
	/* the nearest other day */
	for (k = 0, day = -1000; k < (int)mt->slots; k++) {
		other = m.slot[(int)mt->slot + k].day;
		was = m.slot[base.plan.slot[i]].day;
		if (other != was && abs(other - was) < abs(day - was))
			day = other;
	}
	assert_int_equal(
	    plan_model_moved(&m, &base.plan, i, day, 20, &moved, NULL), 0);
	changed = solve(&moved, 1, 60000, &base.plan);
	assert_int_equal(m.slot[changed.plan.slot[i]].day, day);
	for (i = 0; i < m.n_meetings; i++)
		differ += changed.plan.slot[i] != base.plan.slot[i];
	assert_in_range(differ, 1, 20);
	assert_true(
	    changed.cost == judge(&m, changed.plan.slot).cost + 20 * differ);
	assert_int_equal(
	    plan_model_moved(&m, &base.plan, 0, 364, 20, &moved, &err),
	    KL_E_INPUT);
	instance_free(&m);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(books_agree_with_the_judge),
		cmocka_unit_test(iterations_decide),
		cmocka_unit_test(threads_do_not_matter),
		cmocka_unit_test(a_change_is_small),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
