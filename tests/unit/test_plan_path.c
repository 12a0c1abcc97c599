/* SPDX-License-Identifier: EUPL-1.2
 *
 * plan: the best path of a body against all its choices, on thousands of small
 * random bodies; the judge on plans whose faults and cost are known.
 */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "plan/model.h"
#include "plan/path.h"

#define DAYS 30
#define MEETINGS 6

/* A model of one body in memory of its own. */
struct little {
	struct plan_model m;
	struct plan_body body;
	struct plan_meeting meeting[MEETINGS];
	struct plan_slot slot[MEETINGS * 8];
	struct plan_window window[2];
	int committee[3], council[3], act[DAYS], weekday[DAYS];
	int64_t price[MEETINGS * 8];
};

static unsigned
draw(unsigned *seed, unsigned n)
{
	*seed = *seed * 1103515245u + 12345u;
	return (*seed >> 16) % n;
}

static void
little_slots(struct little *l, int meeting, int first, unsigned *seed)
{
	int day = first, band = -1;

	l->meeting[meeting].slot = l->m.n_slots;
	while (l->meeting[meeting].slots < 5 && day < DAYS) {
		if (band < 1 && draw(seed, 2) == 0) {
			band++;
			l->slot[l->m.n_slots] =
			    (struct plan_slot){ .day = (int16_t)day,
				    .band = (int16_t)band,
				    .dispatch = PLAN_NONE };
			l->price[l->m.n_slots++] =
			    draw(seed, 12) == 0 ? PATH_FORBIDDEN
						: (int64_t)draw(seed, 20) - 5;
			l->meeting[meeting].slots++;
		} else {
			day += 1 + (int)draw(seed, 3);
			band = -1;
		}
	}
}

static void
little_make(struct little *l, unsigned *seed)
{
	bool council = draw(seed, 2) == 0;
	int i, k, n = 1 + (int)draw(seed, 3);

	*l = (struct little){ 0 };
	for (i = 0; i < DAYS; i++) {
		l->weekday[i] = i % 7;
		l->act[i] = i < 12 ? i : i < 16 ? 12 : i - 4;
	}
	for (k = i = 0; k < n; k++) {
		l->committee[k] = i;
		l->meeting[i] = (struct plan_meeting){ .k = k };
		little_slots(l, i++, k * 6 + 2, seed);
		if (!council)
			continue;
		l->council[k] = i;
		l->meeting[i] =
		    (struct plan_meeting){ .k = k, .council = true };
		little_slots(l, i++, k * 6, seed);
	}
	for (k = 0; k < 2; k++) {
		l->window[k].first = 4 + 10 * k + (int)draw(seed, 6);
		l->window[k].last = l->window[k].first + (int)draw(seed, 8);
	}
	l->body = (struct plan_body){ .n = n,
		.committee = l->committee,
		.council = council ? l->council : NULL,
		.gap_min = (int)draw(seed, 4),
		.gap_max = 4 + (int)draw(seed, 10),
		.lead_min = (int)draw(seed, 3),
		.lead_max = 3,
		.window = l->window,
		.windows = (int)draw(seed, 3) };
	l->m = (struct plan_model){ .arena = arena_new(1 << 16),
		.days = DAYS,
		.bands = 2,
		.act = l->act,
		.weekday = l->weekday,
		.off_weekday = 3,
		.n_bodies = 1,
		.n_meetings = i,
		.n_slots = l->m.n_slots,
		.body = &l->body,
		.meeting = l->meeting,
		.slot = l->slot };
	assert_int_equal(plan_model_finish(&l->m, NULL), 0);
}

/* Price of a whole choice, PATH_FORBIDDEN if it breaks anything. */
static int64_t
little_price(
    const struct little *l, const struct plan *plan, int64_t off, int weekday)
{
	struct arena *a = arena_new(1 << 16);
	struct plan_verdict v;
	int64_t price = 0;
	int i, on[7] = { 0 }, most = 0;

	for (i = 0; i < l->m.n_meetings; i++) {
		if (l->price[plan->slot[i]] == PATH_FORBIDDEN) {
			arena_free(a);
			return PATH_FORBIDDEN;
		}
		price += l->price[plan->slot[i]];
	}
	assert_int_equal(plan_judge(&l->m, plan, a, &v, NULL), 0);
	arena_free(a);
	if (v.n_violations > 0)
		return PATH_FORBIDDEN;
	for (i = 0; i < l->body.n; i++)
		on[l->weekday[l->slot[plan->slot[l->committee[i]]].day]]++;
	for (i = 0; i < 7; i++)
		most = on[i] > most ? on[i] : most;
	if (weekday != PLAN_NONE)
		most = on[weekday];
	return price + off * (l->body.n - most);
}

/* The cheapest of all choices. */
static int64_t
little_all(const struct little *l, int64_t off, int weekday)
{
	int32_t choice[MEETINGS];
	struct plan plan = { l->m.n_meetings, choice };
	int64_t low = PATH_FORBIDDEN, here;
	int i, n = l->m.n_meetings;

	for (i = 0; i < n; i++) {
		if (l->meeting[i].slots == 0)
			return low;
		choice[i] = (int32_t)l->meeting[i].slot;
	}
	for (;;) {
		here = little_price(l, &plan, off, weekday);
		low = here < low ? here : low;
		for (i = 0; i < n; i++) {
			if (++choice[i] <
			    (int32_t)(l->meeting[i].slot + l->meeting[i].slots))
				break;
			choice[i] = (int32_t)l->meeting[i].slot;
		}
		if (i == n)
			return low;
	}
}

static void
same_as_all_choices(void **state)
{
	int64_t low, off;
	int32_t choice[MEETINGS] = { 0 };
	struct plan plan = { MEETINGS, choice };
	unsigned seed = 4, found = 0;
	struct plan_path *p;
	struct little *l = malloc(sizeof *l);
	int weekday, round;

	(void)state;
	for (round = 0; round < 1500; round++) {
		little_make(l, &seed);
		if (l->m.n_meetings > 4 && round % 20 != 0) {
			arena_free(l->m.arena);
			continue;
		}
		assert_non_null(p = plan_path_new(&l->m));
		off = draw(&seed, 3) * 2;
		weekday = (int)draw(&seed, 9) - 2;
		weekday = weekday < 0 ? PLAN_NONE : weekday;
		low = little_all(l, off, weekday);
		found += low != PATH_FORBIDDEN;
		assert_true(
		    plan_path_best(p, 0, l->price, off, weekday, NULL) == low);
		assert_true(
		    plan_path_best(p, 0, l->price, off, weekday, &plan) == low);
		if (low != PATH_FORBIDDEN)
			assert_true(
			    little_price(l, &plan, off, weekday) == low);
		plan_path_free(p);
		arena_free(l->m.arena);
	}
	free(l);
	assert_in_range(found, 200, 1400);
}

/* ---- the judge ---- */

/* Two committees of two meetings, the first with a council; slots are days 0 to
 * 20 in two bands; slot number = meeting * 42 + day * 2 + band. */
struct town {
	struct plan_model m;
	struct plan_body body[2];
	struct plan_meeting meeting[6];
	struct plan_slot slot[6 * 42];
	struct plan_load load[3];
	struct plan_group group[2];
	struct plan_link link;
	int act[21], weekday[21];
	int32_t choice[6];
	struct plan plan;
};

static const int town_committee[][2] = { { 0, 1 }, { 4, 5 } };
static const int town_council[] = { 2, 3 };
static const int town_all[] = { 0, 1, 2, 3, 4, 5 };
static const struct plan_window town_window = { 12, 13 };

static void
town_make(struct town *t)
{
	int i, s;

	*t = (struct town){ 0 };
	for (i = 0; i < 3; i++)
		t->load[i] = (struct plan_load){ (int16_t)i, 2 };
	for (i = 0; i < 21; i++) {
		t->act[i] = i;
		t->weekday[i] = i % 7;
	}
	for (s = 0; s < 6 * 42; s++)
		t->slot[s] = (struct plan_slot){ .day = (int16_t)(s % 42 / 2),
			.band = (int16_t)(s % 2),
			.dispatch = (int16_t)(s % 42 / 2 / 7 * 7),
			.loads = 1,
			.load = (uint32_t)(s % 42 / 14),
			.cost = s % 2 };
	for (i = 0; i < 6; i++)
		t->meeting[i] = (struct plan_meeting){ i / 4, i % 2,
			i == 2 || i == 3, (uint32_t)i * 42, 42 };
	for (i = 0; i < 2; i++) {
		t->body[i] = (struct plan_body){ .n = 2,
			.committee = town_committee[i],
			.council = i == 0 ? town_council : NULL,
			.gap_min = 3,
			.gap_max = 10,
			.lead_min = 2,
			.lead_max = 5,
			.window = &town_window,
			.windows = 1 };
		t->group[i] = (struct plan_group){ .band = i == 0,
			.cap = 1 + i,
			.n = 6,
			.meeting = town_all };
	}
	t->link = (struct plan_link){ 2, 4, 1, 9 };
	t->m = (struct plan_model){ .arena = arena_new(1 << 20),
		.days = 21,
		.weeks = 3,
		.bands = 2,
		.act = t->act,
		.weekday = t->weekday,
		.cap_a = 3,
		.cap_b = 5,
		.over_a = 7,
		.over_b = 100,
		.cap_dispatch = 2,
		.over_dispatch = 1000,
		.off_weekday = 10000,
		.n_bodies = 2,
		.n_meetings = 6,
		.n_groups = 2,
		.n_links = 1,
		.n_slots = 6 * 42,
		.body = t->body,
		.meeting = t->meeting,
		.slot = t->slot,
		.load = t->load,
		.group = t->group,
		.link = &t->link };
	assert_int_equal(plan_model_finish(&t->m, NULL), 0);
	t->plan = (struct plan){ 6, t->choice };
}

static void
town_put(struct town *t, int meeting, int day, int band)
{
	t->choice[meeting] = meeting * 42 + day * 2 + band;
}

/* A plan without faults; days 4 and 12, 1 and 8, 5 and 13. */
static void
town_plan(struct town *t)
{
	town_put(t, 0, 4, 0);
	town_put(t, 1, 12, 1);
	town_put(t, 2, 1, 0);
	town_put(t, 3, 8, 0);
	town_put(t, 4, 5, 0);
	town_put(t, 5, 13, 0);
}

static struct plan_verdict
town_judge(struct town *t)
{
	struct plan_verdict v;

	assert_int_equal(plan_judge(&t->m, &t->plan, t->m.arena, &v, NULL), 0);
	return v;
}

static void
cost_is_counted(void **state)
{
	struct town t;
	struct plan_verdict v;

	(void)state;
	town_make(&t);
	town_plan(&t);
	v = town_judge(&t);
	assert_int_equal(v.n_violations, 0);
	assert_int_equal(v.slots, 1);
	assert_int_equal(v.weekday, 2 * 10000); /* one each */
	/* weeks 0 and 1 have 6 units each: 3 above one cap, 1 above the next */
	assert_int_equal(v.load, 2 * (3 * 7 + 100));
	assert_int_equal(v.dispatch, 2 * 1000);
	assert_int_equal(v.cost, 1 + 20000 + 242 + 2000);
	arena_free(t.m.arena);
}

static void
expect_fault(struct town *t, enum plan_rule rule, int meeting, int other)
{
	struct plan_verdict v = town_judge(t);

	assert_int_equal(v.n_violations, 1);
	assert_int_equal(v.violation[0].rule, rule);
	assert_int_equal(v.violation[0].meeting, meeting);
	assert_int_equal(v.violation[0].other, other);
	town_plan(t);
}

static void
faults_are_named(void **state)
{
	struct town t;
	struct plan_verdict v;

	(void)state;
	town_make(&t);
	town_plan(&t);
	t.choice[5] = PLAN_NONE;
	v = town_judge(&t);
	assert_int_equal(v.n_violations, 2); /* its window is empty, too */
	assert_int_equal(v.violation[0].rule, PLAN_PLACED);
	assert_int_equal(v.violation[0].meeting, 5);
	assert_int_equal(v.violation[1].rule, PLAN_WINDOW);
	assert_int_equal(v.violation[1].body, 1);
	assert_int_equal(v.violation[1].window, 0);
	town_plan(&t);
	t.choice[5] = 3; /* another meeting's slot */
	assert_int_equal(town_judge(&t).violation[0].rule, PLAN_PLACED);
	town_plan(&t);
	town_put(&t, 4, 2, 0); /* 11 days to the next */
	expect_fault(&t, PLAN_GAP, 4, 5);
	town_put(&t, 4, 10, 0); /* linked to day 1: 9 is well */
	assert_int_equal(town_judge(&t).n_violations, 0);
	town_put(&t, 4, 11, 0); /* 10 is not, and the gap is 2 */
	assert_int_equal(town_judge(&t).n_violations, 2);
	town_plan(&t);
	town_put(&t, 3, 11, 0);
	expect_fault(&t, PLAN_LEAD, 3, 1);
	town_put(&t, 5, 14, 1);
	expect_fault(&t, PLAN_WINDOW, PLAN_NONE, PLAN_NONE);
	town_put(&t, 5, 12, 1);
	v = town_judge(&t);
	assert_int_equal(v.n_violations, 1);
	assert_int_equal(v.violation[0].rule, PLAN_GROUP);
	assert_int_equal(v.violation[0].group, 0);
	assert_int_equal(v.violation[0].day, 12);
	assert_int_equal(v.violation[0].band, 1);
	arena_free(t.m.arena);
}

/* ---- models ---- */

static void
wrong_models_are_refused(void **state)
{
	struct kl_error err;
	struct town t;
	int i;

	(void)state;
	for (i = 0; i < 9; i++) {
		town_make(&t);
		switch (i) {
		case 0:
			t.slot[50].day = 21;
			break;
		case 1:
			t.slot[50].band = 1; /* twice the same */
			break;
		case 2:
			t.load[1].week = 3;
			break;
		case 3:
			t.meeting[4].body = 0;
			break;
		case 4:
			t.link.after = 6;
			break;
		case 5:
			t.m.n_meetings = 5;
			break;
		case 6:
			t.act[9] = 3;
			break;
		case 7:
			t.m.over_b = 1000000000;
			t.load[0].units = 32767;
			t.load[1].units = 32767;
			t.load[2].units = 32767;
			t.m.off_weekday = t.m.over_a = 1000000000;
			t.m.n_slots = 6 * 42;
			t.body[0].lead_min = 9; /* and so not the weights */
			break;
		default:
			t.body[1].gap_min = -1;
		}
		memset(&err, 0, sizeof err);
		assert_int_equal(plan_model_finish(&t.m, &err), KL_E_INPUT);
		assert_int_equal(err.code, KL_E_INPUT);
		arena_free(t.m.arena);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(same_as_all_choices),
		cmocka_unit_test(cost_is_counted),
		cmocka_unit_test(faults_are_named),
		cmocka_unit_test(wrong_models_are_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
