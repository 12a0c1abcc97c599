/* SPDX-License-Identifier: EUPL-1.2
 *
 * plan: what a plan costs and breaks, the best path of one body, and why a year
 * cannot be planned, on thousands of small random years, against everything
 * tried.  KANSLI_LONG=1 takes many more.
 */
#include "config.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "plan/chain.h"
#include "plan/explain.h"
#include "plan/path.h"
#include "plan_small.h"

#define YEARS 3000
#define YEARS_LONG 30000

static uint64_t
years(void)
{
	return getenv("KANSLI_LONG") != NULL ? YEARS_LONG : YEARS;
}

/* ---- judge -------------------------------------------------------------- */

/* Any plan: good, bad, with meetings that do not take place. */
static void
judge_one(struct small *s, uint64_t seed)
{
	int32_t slot[SMALL_MEETINGS];
	const struct plan plan = { s->m.n_meetings, slot };
	const struct plan_meeting *v;
	struct plan_verdict verdict;
	struct kl_error err;
	int i;

	for (i = 0; i < s->m.n_meetings; i++) {
		v = &s->m.meeting[i];
		slot[i] = PLAN_NONE;
		if (v->slots > 0 && small_random(s, 20) > 0)
			slot[i] =
			    (int32_t)v->slot + small_random(s, (int)v->slots);
	}
	assert_int_equal(
	    plan_judge(&s->m, &plan, s->m.arena, &verdict, &err), 0);
	if (verdict.cost != small_cost(&s->m, slot) ||
	    (int)verdict.n_violations != small_faults(&s->m, slot))
		fail_msg("year %llu: judged %lld with %zu faults, not %lld "
			 "with %d",
		    (unsigned long long)seed, (long long)verdict.cost,
		    verdict.n_violations, (long long)small_cost(&s->m, slot),
		    small_faults(&s->m, slot));
}

static void
plans_are_judged(void **state)
{
	struct small s;
	uint64_t seed;
	int i;

	(void)state;
	for (seed = 1; seed <= years(); seed++) {
		small_make(&s, seed);
		for (i = 0; i < 5; i++)
			judge_one(&s, seed);
		small_free(&s);
	}
}

/* ---- path --------------------------------------------------------------- */

/* What a choice costs by its definition; it must also be one. */
static void
check_choice(const struct small *s, int body, const int64_t *price, int64_t off,
    int weekday, const int32_t *slot, int64_t want)
{
	const struct plan_body *b = &s->m.body[body];
	int64_t only[SMALL_MEETINGS * 8], best;
	uint32_t i;
	int k;

	for (i = 0; i < s->m.n_slots; i++)
		only[i] = PATH_FORBIDDEN;
	for (k = 0; k < b->n; k++) {
		only[slot[b->committee[k]]] = price[slot[b->committee[k]]];
		if (b->council != NULL)
			only[slot[b->council[k]]] = price[slot[b->council[k]]];
	}
	best = small_path(&s->m, body, only, off, weekday, NULL, NULL);
	assert_int_equal(best, want);
}

/* The same from the bound's chain: the price of the best choice, and of the
 * best with each of the body's slots. */
static int64_t
chain_passes(struct chain *c, int body, const int64_t *price, int64_t off,
    int weekday, int64_t *through)
{
	double here[SMALL_MEETINGS * 8], with[SMALL_MEETINGS * 8];
	double by_weekday[CHAIN_LANES], best;
	unsigned weekdays = weekday == PLAN_NONE ? 0x7f : 1u << weekday;
	uint32_t pick[SMALL_MEETINGS], i;

	for (i = 0; i < c->n_live; i++)
		here[i] = price[c->live[i]] == PATH_FORBIDDEN
			      ? HUGE_VAL
			      : (double)price[c->live[i]];
	best = chain_through(
	    c, body, here, (double)off, weekdays, with, by_weekday);
	assert_true(chain_best(c, body, here, (double)off, weekdays, pick,
			by_weekday) == best);
	for (i = c->body[body]; i < c->body[body + 1]; i++)
		through[c->live[i]] =
		    with[i] >= HUGE_VAL ? PATH_FORBIDDEN : (int64_t)with[i];
	return best >= HUGE_VAL ? PATH_FORBIDDEN : (int64_t)best;
}

static void
path_one(struct small *s, struct plan_path *path, struct chain *chain, int body,
    uint64_t seed)
{
	int64_t price[SMALL_MEETINGS * 8], want[SMALL_MEETINGS * 8];
	int64_t got[SMALL_MEETINGS * 8], best;
	const int64_t off = small_random(s, 30);
	const int weekday = small_random(s, 8) - 1;
	int32_t slot[SMALL_MEETINGS];
	struct plan plan = { s->m.n_meetings, slot };
	uint32_t i;
	int k;

	for (i = 0; i < s->m.n_slots; i++)
		price[i] = small_random(s, 10) == 0 ? PATH_FORBIDDEN
						    : small_random(s, 200) - 20;
	for (i = 0; i < SMALL_MEETINGS * 8; i++)
		want[i] = got[i] = -77;
	for (k = 0; k < SMALL_MEETINGS; k++)
		slot[k] = -78;
	best = small_path(&s->m, body, price, off, weekday, NULL, want);
	if (plan_path_best(path, body, price, off, weekday, &plan) != best ||
	    plan_path_best(path, body, price, off, weekday, NULL) != best ||
	    chain_passes(chain, body, price, off, weekday, got) != best)
		fail_msg("year %llu, body %d: the best path is not %lld",
		    (unsigned long long)seed, body, (long long)best);
	if (best != PATH_FORBIDDEN)
		check_choice(s, body, price, off, weekday, slot, best);
	for (k = 0; k < s->m.n_meetings; k++)
		if (best == PATH_FORBIDDEN || s->m.meeting[k].body != body)
			assert_int_equal(slot[k], -78);
	for (i = 0; i < s->m.n_slots; i++)
		if (got[i] != want[i])
			fail_msg("year %llu, body %d: through slot %u %lld, "
				 "not %lld",
			    (unsigned long long)seed, body, i,
			    (long long)got[i], (long long)want[i]);
}

static void
paths_are_the_best(void **state)
{
	uint8_t alive[SMALL_MEETINGS * 8];
	struct plan_path *path;
	struct chain chain;
	struct small s;
	uint64_t seed;
	int b;

	(void)state;
	for (seed = 1; seed <= years(); seed++) {
		small_make(&s, seed);
		path = plan_path_new(&s.m);
		assert_non_null(path);
		assert_true(chain_init(&chain, &s.m));
		memset(alive, 1, sizeof alive);
		chain_build(&chain, alive);
		for (b = 0; b < s.m.n_bodies; b++)
			path_one(&s, path, &chain, b, seed);
		chain_clear(&chain);
		plan_path_free(path);
		small_free(&s);
	}
}

/* ---- explain ------------------------------------------------------------ */

static void
print_conflict(const struct small *s, const struct plan_conflict *c)
{
	struct kl_error text;
	char line[300];
	size_t i;

	for (i = 0; i < c->n; i++) {
		plan_constraint_say(&s->m, &c->v[i], &text);
		kl_error_format(&text, NULL, line, sizeof line);
		print_message("%s\n", line);
	}
}

/* Each of them is needed: without it the rest can be kept. */
static void
check_minimal(
    const struct small *s, const struct plan_conflict *c, uint64_t seed)
{
	struct plan_constraint rest[200];
	size_t i, k;

	assert_true(c->minimal);
	assert_true(c->n <= 200);
	if (small_possible(s, c->v, c->n)) {
		print_conflict(s, c);
		fail_msg("year %llu: all of it can be kept",
		    (unsigned long long)seed);
	}
	for (i = 0; i < c->n; i++) {
		for (k = 0; k < c->n; k++)
			rest[k < i ? k : k - (k > i)] = c->v[k];
		memmove(rest, c->v, i * sizeof *rest);
		memcpy(rest + i, c->v + i + 1, (c->n - i - 1) * sizeof *rest);
		if (small_possible(s, rest, c->n - 1))
			continue;
		print_conflict(s, c);
		fail_msg("year %llu: the constraint in line %zu is one too "
			 "many",
		    (unsigned long long)seed, i + 1);
	}
}

static struct plan_constraint
about(enum plan_rule rule, int side)
{
	return (struct plan_constraint){ .rule = rule,
		.side = side % 2 == 0 ? PLAN_AT_LEAST : PLAN_AT_MOST,
		.meeting = PLAN_NONE,
		.other = PLAN_NONE,
		.body = PLAN_NONE,
		.window = PLAN_NONE,
		.group = PLAN_NONE,
		.link = PLAN_NONE,
		.ban = PLAN_NONE };
}

static size_t
constraints_of_body(const struct small *s, int body, struct plan_constraint *v)
{
	const struct plan_body *b = &s->m.body[body];
	size_t n = 0;
	int k;

	for (k = 0; k < 2 * (b->n - 1); k++) {
		v[n] = about(PLAN_GAP, k);
		v[n].body = body;
		v[n].meeting = b->committee[k / 2];
		v[n++].other = b->committee[k / 2 + 1];
	}
	for (k = 0; b->council != NULL && k < 2 * b->n; k++) {
		v[n] = about(PLAN_LEAD, k);
		v[n].body = body;
		v[n].meeting = b->council[k / 2];
		v[n++].other = b->committee[k / 2];
	}
	for (k = 0; k < b->windows; k++) {
		v[n] = about(PLAN_WINDOW, 0);
		v[n].body = body;
		v[n++].window = k;
	}
	return n;
}

/* The year as everything tried sees it: with no slot that is banned. */
static bool
can_be_planned(const struct small *s)
{
	struct plan_constraint v[400];
	size_t n = 0;
	int i;

	for (i = 0; i < s->m.n_meetings; i++) {
		v[n] = about(PLAN_PLACED, 0);
		v[n++].meeting = i;
	}
	for (i = 0; i < s->m.n_bodies; i++)
		n += constraints_of_body(s, i, v + n);
	for (i = 0; i < s->m.n_groups; i++) {
		v[n] = about(PLAN_GROUP, 0);
		v[n++].group = i;
	}
	for (i = 0; i < 2 * s->m.n_links; i++) {
		v[n] = about(PLAN_LINK, i);
		v[n++].link = i / 2;
	}
	for (i = 0; i < (int)s->n_bans; i++) {
		v[n] = about(PLAN_PLACED, 0);
		v[n++].ban = i;
	}
	return small_possible(s, v, n);
}

/* What loosening says: with the change the others can be kept, with one step
 * less they cannot; and whether the whole year can. */
static void check_loosening(struct small *s, const struct plan_conflict *c,
    const struct plan_loosening *l, size_t at, uint64_t seed);

static bool
explain_one(struct small *s, uint64_t seed)
{
	struct plan_loosening *loosening;
	struct plan_conflict c;
	struct kl_error err;
	size_t i;

	assert_int_equal(plan_explain(&s->m, s->bans, s->n_bans, NULL, NULL,
			     s->m.arena, &c, &err),
	    0);
	if (can_be_planned(s) != (c.n == 0))
		fail_msg("year %llu: a conflict of %zu, but it can%s be "
			 "planned",
		    (unsigned long long)seed, c.n, c.n == 0 ? "not" : "");
	if (c.n == 0) {
		assert_true(c.minimal);
		return true;
	}
	check_minimal(s, &c, seed);
	assert_int_equal(plan_loosen(&s->m, s->bans, s->n_bans, &c, NULL, NULL,
			     s->m.arena, &loosening, &err),
	    0);
	for (i = 0; i < c.n; i++)
		check_loosening(s, &c, &loosening[i], i, seed);
	return false;
}

static int *
number_of(struct small *s, const struct plan_constraint *c, enum plan_how how)
{
	const bool least = c->side == PLAN_AT_LEAST;
	struct plan_body *b = (struct plan_body *)(uintptr_t)s->m.body;
	struct plan_link *link = (struct plan_link *)(uintptr_t)s->m.link;
	struct plan_group *group = (struct plan_group *)(uintptr_t)s->m.group;
	struct plan_window *w;

	switch (c->rule) {
	case PLAN_GAP:
		return least ? &b[c->body].gap_min : &b[c->body].gap_max;
	case PLAN_LEAD:
		return least ? &b[c->body].lead_min : &b[c->body].lead_max;
	case PLAN_LINK:
		return least ? &link[c->link].min : &link[c->link].max;
	case PLAN_GROUP:
		return &group[c->group].cap;
	case PLAN_WINDOW:
		w = (struct plan_window *)(uintptr_t)&b[c->body]
			.window[c->window];
		return how == PLAN_EARLIER ? &w->first : &w->last;
	case PLAN_PLACED:
		break;
	}
	return NULL;
}

static void
check_loosening(struct small *s, const struct plan_conflict *c,
    const struct plan_loosening *l, size_t at, uint64_t seed)
{
	int *number = number_of(s, &c->v[at], l->how);
	bool enough, less = false, whole;

	if (l->how == PLAN_LET_GO) {
		assert_int_equal(l->to, PLAN_NONE);
		assert_int_not_equal(l->whole, PLAN_UNKNOWN);
		return;
	}
	assert_int_equal(*number, l->from);
	assert_int_not_equal(l->to, l->from);
	*number = l->to;
	enough = small_possible(s, c->v, c->n);
	whole = can_be_planned(s);
	*number = l->to > l->from ? l->to - 1 : l->to + 1;
	less = small_possible(s, c->v, c->n);
	if (l->enough != PLAN_NONE) {
		*number = l->enough;
		assert_true(!whole && can_be_planned(s));
		*number += l->to > l->from ? -1 : 1;
		assert_false(can_be_planned(s));
	}
	*number = l->from;
	if (!enough || less ||
	    l->whole != (whole ? PLAN_FEASIBLE : PLAN_INFEASIBLE)) {
		print_conflict(s, c);
		fail_msg("year %llu: line %zu from %d to %d: %s",
		    (unsigned long long)seed, at + 1, l->from, l->to,
		    !enough ? "not enough"
		    : less  ? "more than enough"
			    : "the year was judged wrongly");
	}
}

static void
conflicts_are_minimal(void **state)
{
	uint64_t seed, planned = 0;
	struct small s;

	(void)state;
	for (seed = 1; seed <= years(); seed++) {
		small_make(&s, seed);
		planned += explain_one(&s, seed);
		small_free(&s);
	}
	/* The years are neither all easy nor all hopeless. */
	assert_in_range(planned, years() / 5, years() * 4 / 5);
}

static bool
always(void *ctx)
{
	(void)ctx;
	return true;
}

static void
stopping_is_told(void **state)
{
	struct plan_conflict c;
	struct kl_error err;
	struct small s;

	(void)state;
	small_make(&s, 1);
	assert_int_equal(
	    plan_explain(&s.m, NULL, 0, always, NULL, s.m.arena, &c, &err), 0);
	assert_int_equal(c.n, 0);
	assert_false(c.minimal);
	small_free(&s);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(plans_are_judged),
		cmocka_unit_test(paths_are_the_best),
		cmocka_unit_test(conflicts_are_minimal),
		cmocka_unit_test(stopping_is_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
