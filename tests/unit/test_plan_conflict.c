/* SPDX-License-Identifier: EUPL-1.2
 *
 * plan: why a year of real size cannot be planned.  Each variety of the
 * instance with six committees must have a conflict, and none of its
 * constraints may be one too many.  What can be kept together is decided here
 * anew, from slots and pairs of slots alone.
 */
#include "config.h"

#include <ccadical.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <cmocka.h>

#include "plan/explain.h"
#include "plan/instance.h"
#include "plan_vary.h"

#define SIX SRCDIR "/tests/data/plan/i6.txt"

/* ---- what can be kept together, a second time --------------------------- */

struct check {
	const struct plan_model *m;
	CCaDiCaL *solver;
	int guard; /* of the constraint that is added */
};

/* The variable "that slot is taken". */
static int
taken(uint32_t slot)
{
	return (int)slot + 1;
}

static void
not_both(struct check *c, uint32_t a, uint32_t b)
{
	if (c->guard != 0)
		ccadical_add(c->solver, -c->guard);
	ccadical_add(c->solver, -taken(a));
	ccadical_add(c->solver, -taken(b));
	ccadical_add(c->solver, 0);
}

static bool
is_kept(const struct plan_model *m, const struct plan_constraint *c, int first,
    int second)
{
	const struct plan_body *b = &m->body[c->body];

	if (c->rule == PLAN_GAP && c->side == PLAN_AT_LEAST)
		return second - first >= b->gap_min;
	if (c->rule == PLAN_GAP)
		return m->act[second] - m->act[first] <= b->gap_max;
	if (c->side == PLAN_AT_LEAST)
		return second - first >= b->lead_min;
	return second - first <= b->lead_max;
}

static void
add_pair(struct check *c, const struct plan_constraint *k)
{
	const struct plan_meeting *a = &c->m->meeting[k->meeting];
	const struct plan_meeting *b = &c->m->meeting[k->other];
	uint32_t i, j;

	for (i = a->slot; i < a->slot + a->slots; i++)
		for (j = b->slot; j < b->slot + b->slots; j++)
			if (!is_kept(
				c->m, k, c->m->slot[i].day, c->m->slot[j].day))
				not_both(c, i, j);
}

/* Caps of nobody and of one; the varieties have no others. */
static void
add_group(struct check *c, const struct plan_group *g)
{
	const struct plan_meeting *a, *b;
	const struct plan_slot *s = c->m->slot;
	uint32_t i, j;
	int x, y;

	assert_in_range(g->cap, 0, 1);
	for (x = 0; x < g->n; x++) {
		a = &c->m->meeting[g->meeting[x]];
		for (i = a->slot; g->cap == 0 && i < a->slot + a->slots; i++)
			not_both(c, i, i);
		for (y = 0; g->cap == 1 && y < x; y++) {
			b = &c->m->meeting[g->meeting[y]];
			for (i = a->slot; i < a->slot + a->slots; i++)
				for (j = b->slot; j < b->slot + b->slots; j++)
					if (s[i].day == s[j].day &&
					    (!g->band ||
						s[i].band == s[j].band))
						not_both(c, i, j);
		}
	}
}

/* One of the slots from ${first} to ${last} of these meetings. */
static void
add_some(struct check *c, const int *meeting, int n, int first, int last)
{
	const struct plan_meeting *v;
	uint32_t i;
	int k;

	ccadical_add(c->solver, -c->guard);
	for (k = 0; k < n; k++) {
		v = &c->m->meeting[meeting[k]];
		for (i = v->slot; i < v->slot + v->slots; i++)
			if (c->m->slot[i].day >= first &&
			    c->m->slot[i].day <= last)
				ccadical_add(c->solver, taken(i));
	}
	ccadical_add(c->solver, 0);
}

static void
add(struct check *c, const struct plan_constraint *k)
{
	const struct plan_body *b = k->body < 0 ? NULL : &c->m->body[k->body];
	const struct plan_window *w;

	switch (k->rule) {
	case PLAN_PLACED:
		add_some(c, &k->meeting, 1, 0, c->m->days);
		break;
	case PLAN_WINDOW:
		w = &b->window[k->window];
		add_some(c, b->committee, b->n, w->first, w->last);
		break;
	case PLAN_GROUP:
		add_group(c, &c->m->group[k->group]);
		break;
	default:
		add_pair(c, k);
	}
}

/* The conflict, with a guard for each; a meeting takes at most one slot. */
static void
check_open(struct check *c, const struct plan_model *m,
    const struct plan_conflict *conflict)
{
	const struct plan_meeting *v;
	uint32_t i, j;
	size_t n;
	int k;

	*c = (struct check){ .m = m, .solver = ccadical_init() };
	for (k = 0; k < m->n_meetings; k++) {
		v = &m->meeting[k];
		for (i = v->slot; i < v->slot + v->slots; i++)
			for (j = v->slot; j < i; j++)
				not_both(c, i, j);
	}
	for (n = 0; n < conflict->n; n++) {
		c->guard = (int)(m->n_slots + n) + 1;
		add(c, &conflict->v[n]);
	}
}

/* All but constraint ${without}. */
static bool
can_be_kept(struct check *c, size_t n, size_t without)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (i != without)
			ccadical_assume(
			    c->solver, (int)(c->m->n_slots + i) + 1);
	return ccadical_solve(c->solver) == 10;
}

/* ---- tests -------------------------------------------------------------- */

static void
fail_variety(const struct plan_model *m, const struct plan_conflict *c,
    const char *name, const char *what)
{
	struct kl_error text;
	char line[300];
	size_t i;

	for (i = 0; i < c->n; i++) {
		plan_constraint_say(m, &c->v[i], &text);
		kl_error_format(&text, NULL, line, sizeof line);
		print_message("%s\n", line);
	}
	fail_msg("%s: %s", name, what);
}

static void
check_variety(const struct plan_model *m, const char *name)
{
	struct plan_conflict conflict, again;
	struct kl_error err;
	struct check c;
	clock_t from;
	size_t i;

	from = clock();
	assert_int_equal(
	    plan_explain(m, NULL, 0, NULL, NULL, m->arena, &conflict, &err), 0);
	from = clock() - from;
	if (conflict.n == 0 || !conflict.minimal)
		fail_variety(m, &conflict, name, "no minimal conflict");
	check_open(&c, m, &conflict);
	if (can_be_kept(&c, conflict.n, conflict.n))
		fail_variety(m, &conflict, name, "all of it can be kept");
	for (i = 0; i < conflict.n; i++)
		if (!can_be_kept(&c, conflict.n, i))
			fail_variety(
			    m, &conflict, name, "a constraint too many");
	ccadical_release(c.solver);
	assert_int_equal(
	    plan_explain(m, NULL, 0, NULL, NULL, m->arena, &again, &err), 0);
	assert_int_equal(conflict.n, again.n);
	assert_memory_equal(
	    conflict.v, again.v, conflict.n * sizeof *conflict.v);
	print_message("%-14s %3zu constraints in %.1f ms\n", name, conflict.n,
	    1e3 * (double)from / CLOCKS_PER_SEC);
}

static void
each_variety_has_a_minimal_conflict(void **state)
{
	const struct vary *v;
	struct plan_model m;
	struct kl_error err;

	(void)state;
	for (v = plan_varieties; v->name != NULL; v++) {
		assert_int_equal(instance_read(SIX, &m, &err), 0);
		assert_true(plan_vary(&m, v->name));
		assert_int_equal(plan_model_finish(&m, &err), 0);
		check_variety(&m, v->name);
		instance_free(&m);
	}
}

static void
a_year_that_can_be_planned_has_none(void **state)
{
	struct plan_conflict c;
	struct plan_model m;
	struct kl_error err;

	(void)state;
	assert_int_equal(instance_read(SIX, &m, &err), 0);
	assert_int_equal(
	    plan_explain(&m, NULL, 0, NULL, NULL, m.arena, &c, &err), 0);
	assert_int_equal(c.n, 0);
	assert_true(c.minimal);
	instance_free(&m);
}

/* More meetings than may meet, all at one time: counting them all would take
 * more than a million numbers. */
static void
a_crowd_is_not_counted(void **state)
{
	enum { MEETINGS = 1100, CAP = 1000 };
	static struct plan_meeting meeting[MEETINGS];
	static struct plan_slot slot[MEETINGS];
	static struct plan_body body[MEETINGS];
	static int number[MEETINGS];
	static const int zero[1];
	const struct plan_group group = {
		.cap = CAP, .n = MEETINGS, .meeting = number
	};
	struct plan_model m = { .arena = arena_new(0),
		.days = 1,
		.bands = 1,
		.act = zero,
		.weekday = zero,
		.n_bodies = MEETINGS,
		.n_meetings = MEETINGS,
		.n_groups = 1,
		.n_slots = MEETINGS,
		.body = body,
		.meeting = meeting,
		.slot = slot,
		.group = &group };
	struct plan_conflict c;
	struct kl_error err;
	int i;

	(void)state;
	for (i = 0; i < MEETINGS; i++) {
		number[i] = i;
		slot[i].dispatch = PLAN_NONE;
		meeting[i] =
		    (struct plan_meeting){ i, 0, false, (uint32_t)i, 1 };
		body[i] = (struct plan_body){ .n = 1, .committee = &number[i] };
	}
	assert_int_equal(plan_model_finish(&m, &err), 0);
	assert_int_equal(
	    plan_explain(&m, NULL, 0, NULL, NULL, m.arena, &c, &err), 0);
	assert_true(c.minimal);
	assert_int_equal(c.n, CAP + 2);
	arena_free(m.arena);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_variety_has_a_minimal_conflict),
		cmocka_unit_test(a_year_that_can_be_planned_has_none),
		cmocka_unit_test(a_crowd_is_not_counted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
