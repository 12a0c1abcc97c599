/* SPDX-License-Identifier: EUPL-1.2
 *
 * plan: from a register's facts to the planner's model and back.  Small
 * invented years; every reason that is given is checked against the slots.
 */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/xml.h"
#include "plan/path.h"
#include "plan/year_inner.h"
#include "plan/year_read.h"

#define GOLDEN SRCDIR "/tests/golden/plan/"
#define YEAR 2027

static kl_day
day(const char *s)
{
	kl_day d = KL_DAY_NONE;

	assert_int_equal(kl_day_parse(s, &d), 0);
	return d;
}

static void
assert_golden(const struct buf *got, const char *path)
{
	struct buf want;

	assert_false(buf_failed(got));
	if (getenv("KANSLI_GOLDEN") != NULL)
		assert_int_equal(
		    file_write(path, got->data, got->len, NULL), 0);
	assert_int_equal(file_read(path, 1 << 20, &want, NULL), 0);
	assert_string_equal(got->data, want.data);
	buf_free(&want);
}

/* ---- a town ---------------------------------------------------------------
 */

struct town {
	struct arena *a;
	struct bundle b;
	struct days_off *off;
	struct year_input in;
	struct year_weights weights;
};

static struct cycle *cycle;

static const struct cycle *
cycle_of(void *ctx, const char *committee)
{
	(void)ctx;
	(void)committee;
	return cycle;
}

static void
add_committee(struct town *t, const char *code, enum body_kind kind)
{
	struct committee *c = vec_push(t->a, &t->b.committees);

	assert_non_null(c);
	c->code = code;
	c->kind = kind;
	c->seats = 11;
	c->line = (int)t->b.committees.n;
}

static struct plan_rules *
add_rules(struct town *t, const char *code, int meetings, const char *weekdays,
    const char *start, const char *end)
{
	struct plan_rules *r = vec_push(t->a, &t->b.plan_rules);

	assert_non_null(r);
	r->committee = code;
	r->meetings = meetings;
	r->weekdays = weekdays;
	r->start = start;
	r->end = end;
	r->line = 100 + (int)t->b.plan_rules.n;
	return r;
}

static void
add_person(struct town *t, const char *ref, const char *last)
{
	struct person *p = vec_push(t->a, &t->b.persons);

	assert_non_null(p);
	p->ref = ref;
	p->first = "Kim";
	p->last = last;
}

static void
add_seat(struct town *t, const char *code, const char *ref, enum role role)
{
	struct mandate *m = vec_push(t->a, &t->b.mandates);

	assert_non_null(m);
	m->committee = code;
	m->person = ref;
	m->role = role;
	m->from = day("2026-01-01");
	m->to = KL_DAY_NONE;
}

static void
add_meeting(struct town *t, const char *code, const char *date,
    enum meeting_state state)
{
	struct meeting *m = vec_push(t->a, &t->b.meetings);

	assert_non_null(m);
	m->committee = code;
	m->day = day(date);
	m->time = "16:00";
	m->state = state;
	m->key = meeting_key(t->a, code, m->day, 1);
}

static struct meeting_window *
add_window(struct town *t, struct plan_rules *r, bool closed, const char *name,
    const char *from, const char *to)
{
	struct meeting_window *w =
	    closed ? vec_push(t->a, &r->closed) : vec_push(t->a, &r->windows);

	assert_non_null(w);
	w->name = name;
	w->from = day(from);
	w->to = day(to);
	return w;
}

static void
add_room(struct town *t, const char *code, int capacity)
{
	struct room *r = vec_push(t->a, &t->b.rooms);

	assert_non_null(r);
	r->code = code;
	r->capacity = capacity;
}

/* Two committees and a council that serves both; a secretary each, one of whom
 * stands in for the other; a member with two seats. */
static void
town_open(struct town *t)
{
	struct kl_error err;
	struct plan_rules *r;
	struct stand_in *s;

	memset(t, 0, sizeof *t);
	t->a = arena_new(0);
	assert_non_null(t->a);
	t->b.arena = t->a;
	add_committee(t, "BN", BODY_COMMITTEE);
	add_committee(t, "SN", BODY_COMMITTEE);
	add_committee(t, "RF", BODY_COUNCIL);
	text_add(t->a, &t->b.committees.v[2].assists, "BN");
	text_add(t->a, &t->b.committees.v[2].assists, "SN");
	r = add_rules(t, "BN", 8, "ti on", "16:00", "18:30");
	r->other_starts = "09:00";
	r->room = "A";
	add_window(t, r, true, "Studieresa", "2027-05-10", "2027-05-14");
	add_window(t, r, false, "Taxor", "2027-10-04", "2027-11-12");
	r = add_rules(t, "SN", 8, "on to", "17:00", NULL);
	r->gap_max = 60;
	add_rules(t, "RF", 0, "må ti on to fr", "13:00", "15:00")->lead_max =
	    14;
	add_room(t, "A", 0);
	add_person(t, "p1", "Ask");
	add_person(t, "p2", "Björk");
	add_person(t, "p3", "Cypress");
	add_seat(t, "BN", "p1", ROLE_SECRETARY);
	add_seat(t, "SN", "p2", ROLE_SECRETARY);
	add_seat(t, "RF", "p2", ROLE_SECRETARY);
	add_seat(t, "BN", "p3", ROLE_MEMBER);
	add_seat(t, "RF", "p3", ROLE_CHAIR);
	s = vec_push(t->a, &t->b.stand_ins);
	s->person = "p1";
	s->by = "p2";
	s->line = 7;
	t->weights = year_weights_common;
	assert_int_equal(
	    days_off_load(SRCDIR "/calendars", YEAR, &t->off, &err), 0);
	t->in = (struct year_input){ .year = YEAR,
		.facts = &t->b,
		.days_off = t->off,
		.cycle = cycle_of,
		.weights = &t->weights,
		.today = day("2026-10-01") };
}

static void
town_close(struct town *t)
{
	days_off_free(t->off);
	arena_free(t->a);
}

static void
add_absence(struct town *t, const char *ref, const char *from, const char *to)
{
	struct absence *b = vec_push(t->a, &t->b.absences);

	assert_non_null(b);
	b->person = ref;
	b->from = day(from);
	b->to = day(to);
}

static void
add_booking(struct town *t, const char *room, const char *date,
    const char *start, const char *end)
{
	struct booking *k = vec_push(t->a, &t->b.bookings);

	assert_non_null(k);
	k->room = room;
	k->from = k->to = day(date);
	k->start = start;
	k->end = end;
	k->what = "Val";
}

static struct year *
year_open(const struct town *t)
{
	struct year_input *in = arena_alloc(t->a, sizeof *in);
	struct year *y = NULL;
	struct kl_error err;
	char text[1024];

	memset(&err, 0, sizeof err);
	*in = t->in;
	if (year_new(in, NULL, &y, &err) != 0) {
		kl_error_format(&err, NULL, text, sizeof text);
		fail_msg("%s", text);
	}
	return y;
}

/* The error that the year gives. */
static void
assert_refused(const struct town *t, const char *what, int line)
{
	struct year *y = NULL;
	struct kl_error err;
	char text[1024];

	assert_int_equal(year_new(&t->in, NULL, &y, &err), KL_E_INPUT);
	assert_null(y);
	kl_error_format(&err, NULL, text, sizeof text);
	if (strstr(text, what) == NULL)
		fail_msg("%s", text);
	assert_int_equal(err.line, line);
}

/* Each body's best path, whatever the couplings say: a plan to ask about. */
static struct plan
best_paths(const struct town *t, const struct year *y)
{
	const struct plan_model *m = year_model(y);
	struct plan plan = { m->n_meetings,
		arena_alloc(t->a, ((size_t)m->n_meetings + 1) * 4) };
	int64_t *price = arena_alloc(t->a, ((size_t)m->n_slots + 1) * 8);
	struct plan_path *path = plan_path_new(m);
	uint32_t s;
	int i;

	for (s = 0; s < m->n_slots; s++)
		price[s] = m->slot[s].cost;
	for (i = 0; i < m->n_meetings; i++)
		plan.slot[i] = PLAN_NONE;
	for (i = 0; i < m->n_bodies; i++)
		assert_int_not_equal(plan_path_best(path, i, price,
					 m->off_weekday, PLAN_NONE, &plan),
		    PATH_FORBIDDEN);
	plan_path_free(path);
	return plan;
}

/* ---- reasons and slots ----------------------------------------------------
 */

static bool
has_slot(const struct year *y, int meeting, kl_day on)
{
	const struct plan_meeting *m = &y->model.meeting[meeting];
	uint32_t s;

	for (s = m->slot; s < m->slot + m->slots; s++)
		if (y->model.slot[s].day == on - y->first)
			return true;
	return false;
}

static int
slot_cost(const struct year *y, int meeting, kl_day on)
{
	const struct plan_meeting *m = &y->model.meeting[meeting];
	int least = -1;
	uint32_t s;

	for (s = m->slot; s < m->slot + m->slots; s++)
		if (y->model.slot[s].day == on - y->first &&
		    (least < 0 || y->model.slot[s].cost < least))
			least = y->model.slot[s].cost;
	return least;
}

/* The meeting that a question without a plan is about. */
static int
asked(const struct year *y, const struct year_party *p, kl_day on)
{
	int k, far, best = 0, least = 1 << 30;

	for (k = 0; k < p->n; k++) {
		far = abs(year_act(y, on) - p->ideal[k]);
		if (far < least) {
			least = far;
			best = k;
		}
	}
	return p->meeting[best];
}

/* The rules that forbid the day. */
static unsigned
forbidding(const struct town *t, const struct year *y, const char *code,
    kl_day on, int *cost)
{
	year_reasons v;
	struct kl_error err;
	unsigned rules = 0;
	size_t i;

	*cost = 0;
	assert_int_equal(year_why(y, NULL, code, on, t->a, &v, &err), 0);
	for (i = 0; i < v.n; i++) {
		assert_true(v.v[i].text[0] != '\0');
		*cost += v.v[i].cost;
		if (v.v[i].forbids)
			rules |= 1u << v.v[i].rule;
	}
	return rules;
}

/* Where a reason stands, without the folder and the line, which others may
 * move. */
static const char *
plain_source(const struct town *t, const char *source)
{
	const char *name = strrchr(source, '/');
	char *s;

	if (name == NULL)
		return source;
	s = arena_strdup(t->a, name + 1);
	assert_non_null(s);
	s[strcspn(s, ":")] = '\0';
	return s;
}

/* Put why each of some days is as it is, with and without a plan. */
static void
put_why(const struct town *t, const struct year *y, const struct plan *plan,
    const char *code, const char *date, struct buf *out)
{
	year_reasons v;
	struct kl_error err;
	size_t i;

	assert_int_equal(year_why(y, plan, code, day(date), t->a, &v, &err), 0);
	buf_printf(out, "%s %s\n", code, date);
	for (i = 0; i < v.n; i++) {
		if (v.v[i].forbids)
			buf_printf(out, "  %s: ", year_rule_name(v.v[i].rule));
		else
			buf_printf(out,
			    "  %s +%d: ", year_rule_name(v.v[i].rule),
			    v.v[i].cost);
		buf_printf(out, "%s%s%s\n", v.v[i].text,
		    v.v[i].source[0] == '\0' ? "" : " -- ",
		    plain_source(t, v.v[i].source));
	}
}

#define YEARS_MAX 256

/* The year with some rules switched off, made once. */
static struct year *
without(struct town *t, struct year *cache[YEARS_MAX],
    unsigned masks[YEARS_MAX], unsigned mask)
{
	int i;

	for (i = 0; cache[i] != NULL; i++)
		if (masks[i] == mask)
			return cache[i];
	assert_true(i < YEARS_MAX - 1);
	t->in.without = mask;
	masks[i] = mask;
	return cache[i] = year_open(t);
}

/* A day is a slot exactly when nothing forbids it, and then costs what its
 * reasons cost; letting go of all rules named opens it, of all but one not. */
static void
check_day(struct town *t, struct year *cache[YEARS_MAX],
    unsigned masks[YEARS_MAX], const char *code, kl_day on)
{
	struct year *y = without(t, cache, masks, 0), *other;
	int i = year_party_of(y, code), cost, rule;
	int meeting = asked(y, &y->parties.v[i], on);
	unsigned rules = forbidding(t, y, code, on, &cost);

	assert_int_equal(rules == 0, has_slot(y, meeting, on));
	if (rules == 0) {
		assert_int_equal(cost, slot_cost(y, meeting, on));
		return;
	}
	other = without(t, cache, masks, rules);
	assert_true(
	    has_slot(other, asked(other, &other->parties.v[i], on), on));
	for (rule = 0; rule < YEAR_RULES; rule++) {
		/* what a gap leaves room for hangs on the other rules */
		if ((rules & 1u << rule) == 0 || rule == YEAR_GAP)
			continue;
		other = without(t, cache, masks, rules & ~(1u << rule));
		assert_false(has_slot(
		    other, asked(other, &other->parties.v[i], on), on));
	}
}

static void
reasons_are_slots(void **state)
{
	static const char *const codes[] = { "BN", "SN", "RF" };
	struct year *cache[YEARS_MAX] = { NULL };
	unsigned masks[YEARS_MAX] = { 0 };
	struct town t;
	kl_day on;
	size_t i;

	(void)state;
	town_open(&t);
	add_meeting(&t, "BN", "2026-12-08", MEETING_HELD);
	add_absence(&t, "p2", "2027-03-15", "2027-04-09");
	add_absence(&t, "p1", "2027-04-01", "2027-04-30");
	add_booking(&t, "A", "2027-02-23", NULL, NULL);
	add_booking(&t, "A", "2027-09-14", "15:00", "17:00");
	for (on = day("2027-01-01"); on <= day("2027-12-31"); on++)
		for (i = 0; i < 3; i++)
			check_day(&t, cache, masks, codes[i], on);
	for (i = 0; cache[i] != NULL; i++)
		year_free(cache[i]);
	town_close(&t);
}

static void
why_golden(void **state)
{
	static const char *const days[][2] = { { "BN", "2027-01-06" },
		{ "BN", "2027-01-12" }, { "BN", "2027-02-23" },
		{ "BN", "2027-03-02" }, { "BN", "2027-03-23" },
		{ "BN", "2027-05-05" }, { "BN", "2027-05-11" },
		{ "BN", "2027-05-14" }, { "BN", "2027-06-25" },
		{ "BN", "2027-07-06" }, { "BN", "2027-08-17" },
		{ "BN", "2027-12-31" }, { "RF", "2027-04-06" },
		{ "SN", "2027-04-07" }, { "SN", "2027-01-02" } };
	struct town t;
	struct year *y;
	struct plan plan;
	struct buf out;
	size_t i;

	(void)state;
	town_open(&t);
	buf_init(&out, 1 << 20);
	add_meeting(&t, "BN", "2026-12-08", MEETING_HELD);
	add_absence(&t, "p2", "2027-03-15", "2027-04-09");
	add_absence(&t, "p1", "2027-03-15", "2027-03-26");
	add_booking(&t, "A", "2027-02-23", NULL, NULL);
	y = year_open(&t);
	for (i = 0; i < sizeof days / sizeof *days; i++)
		put_why(&t, y, NULL, days[i][0], days[i][1], &out);
	plan = best_paths(&t, y);
	buf_puts(&out, "\nwith the rest of a plan\n");
	for (i = 0; i < sizeof days / sizeof *days; i++)
		put_why(&t, y, &plan, days[i][0], days[i][1], &out);
	assert_golden(&out, GOLDEN "why.txt");
	buf_free(&out);
	year_free(y);
	town_close(&t);
}

/* ---- what there is already ------------------------------------------------
 */

static void
what_has_happened_stays(void **state)
{
	struct town t;
	struct year *y;
	const struct year_party *p;
	const struct plan_meeting *m;
	struct year_plan plan;
	struct plan numbers;
	struct kl_error err;

	(void)state;
	town_open(&t);
	t.b.committees.v[2].assists.n = 0;
	add_meeting(&t, "BN", "2027-01-26", MEETING_HELD);
	add_meeting(&t, "BN", "2027-03-09", MEETING_HELD);
	add_meeting(&t, "BN", "2027-04-13", MEETING_SUMMONED);
	add_meeting(&t, "BN", "2027-05-19", MEETING_PLANNED);
	add_meeting(&t, "BN", "2027-06-01", MEETING_CANCELLED);
	t.in.today = day("2027-04-01");
	y = year_open(&t);
	p = &y->parties.v[0];
	assert_int_equal(p->past, 2);
	assert_int_equal(p->n, 6);
	assert_int_equal(p->previous, day("2027-03-09"));
	/* the third is summoned, the fourth adopted: one slot each */
	m = &y->model.meeting[year_meeting(y, "BN", 3)];
	assert_int_equal(m->slots, 1);
	assert_int_equal(
	    y->model.slot[m->slot].day, day("2027-04-13") - y->first);
	m = &y->model.meeting[year_meeting(y, "BN", 4)];
	assert_int_equal(m->slots, 1);
	assert_int_equal(year_meeting(y, "BN", 2), PLAN_NONE);
	assert_int_equal(year_meeting(y, "XX", 1), PLAN_NONE);
	numbers = best_paths(&t, y);
	assert_int_equal(year_plan_of(y, &numbers, t.a, &plan, &err), 0);
	assert_string_equal(plan.meetings.v[0].committee, "BN");
	assert_int_equal(plan.meetings.v[0].day, day("2027-01-26"));
	assert_string_equal(plan.meetings.v[0].meeting, "BN/2027-01-26");
	year_free(y);
	town_close(&t);
}

static int
cost_of(const struct year *y, const char *code, int nr, const char *date)
{
	return slot_cost(y, year_meeting(y, code, nr), day(date));
}

static void
adopted_ones_move_when_named(void **state)
{
	static const char *const named[] = { "BN/2027-05-19", NULL };
	struct town t;
	struct year *y;
	int before, after;

	(void)state;
	town_open(&t);
	t.b.committees.v[2].assists.n = 0;
	t.in.today = day("2027-04-01");
	add_meeting(&t, "BN", "2027-02-16", MEETING_HELD);
	add_meeting(&t, "BN", "2027-03-16", MEETING_HELD);
	add_meeting(&t, "SN", "2027-02-10", MEETING_HELD);
	add_meeting(&t, "SN", "2027-03-17", MEETING_HELD);
	add_meeting(&t, "BN", "2027-04-13", MEETING_SUMMONED);
	add_meeting(&t, "BN", "2027-05-19", MEETING_PLANNED);
	y = year_open(&t);
	assert_int_equal(cost_of(y, "BN", 4, "2027-05-18"), -1);
	year_free(y);

	t.in.movable = named;
	y = year_open(&t);
	before = cost_of(y, "BN", 4, "2027-05-18");
	assert_true(before >= t.weights.change);
	assert_int_equal(cost_of(y, "BN", 3, "2027-04-14"), -1);
	year_free(y);

	t.in.movable = NULL;
	t.in.move_adopted = true;
	y = year_open(&t);
	assert_int_equal(cost_of(y, "BN", 4, "2027-05-18"), before);
	assert_int_equal(cost_of(y, "BN", 3, "2027-04-14"), -1);
	year_free(y);

	/* the summons is out: dearer, and its own place is free of charge
	 * although it is too late to call to it */
	t.in.move_summoned = true;
	y = year_open(&t);
	after = cost_of(y, "BN", 3, "2027-04-14");
	assert_true(after >= t.weights.change_summoned);
	assert_true(
	    cost_of(y, "BN", 3, "2027-04-13") < t.weights.change_summoned);
	year_free(y);
	town_close(&t);
}

static void
a_move_keeps_the_number(void **state)
{
	struct year_plan now = { .year = YEAR };
	struct planned *m;
	struct town t;
	struct year *y;
	int i;

	(void)state;
	town_open(&t);
	for (i = 0; i < 5; i++) {
		m = vec_push(t.a, &now.meetings);
		m->committee = "SN";
		m->day = day("2027-01-27") + 70 * i;
		m->start = "17:00";
		m->fixed = i == 1;
	}
	t.in.now = &now;
	t.in.keep_number = true;
	t.in.without = 1u << YEAR_WINDOW | 1u << YEAR_GAP | 1u << YEAR_LEAD;
	y = year_open(&t);
	assert_int_equal(y->parties.v[1].n, 5);
	assert_int_equal(y->model.meeting[year_meeting(y, "SN", 2)].slots, 1);
	assert_true(cost_of(y, "SN", 3, "2027-06-17") >= t.weights.change);
	assert_true(cost_of(y, "SN", 3, "2027-06-16") < t.weights.change);
	year_free(y);
	/* a new plan has the number of the rules */
	t.in.keep_number = false;
	y = year_open(&t);
	assert_int_equal(y->parties.v[1].n, 8);
	year_free(y);
	town_close(&t);
}

static void
the_year_before_counts(void **state)
{
	struct town t;
	struct year *y;

	(void)state;
	town_open(&t);
	t.b.committees.v[2].assists.n = 0;
	t.in.cycle = NULL;
	t.b.plan_rules.v[0].meetings = 6;
	t.b.plan_rules.v[0].gap_min = 40;
	t.b.plan_rules.v[0].gap_max = 60;
	add_meeting(&t, "BN", "2026-12-16", MEETING_HELD);
	y = year_open(&t);
	/* forty days after 16 December is 25 January */
	assert_int_equal(cost_of(y, "BN", 1, "2027-01-20"), -1);
	assert_true(cost_of(y, "BN", 1, "2027-01-26") >= 0);
	/* sixty with the pause of 20 December to 8 January not counted */
	assert_true(cost_of(y, "BN", 1, "2027-02-24") >= 0);
	assert_int_equal(cost_of(y, "BN", 1, "2027-03-10"), -1);
	year_free(y);
	t.in.without = 1u << YEAR_GAP;
	y = year_open(&t);
	assert_true(cost_of(y, "BN", 1, "2027-01-20") >= 0);
	year_free(y);
	town_close(&t);
}

static void
last_year_is_the_pattern(void **state)
{
	struct town t;
	struct year *y;
	const struct year_party *p;

	(void)state;
	town_open(&t);
	add_committee(&t, "KN", BODY_COMMITTEE);
	add_committee(&t, "UN", BODY_COMMITTEE);
	add_committee(&t, "KSAU", BODY_SUBCOMMITTEE);
	add_meeting(&t, "KN", "2026-02-19", MEETING_HELD);
	add_meeting(&t, "KN", "2026-04-16", MEETING_HELD);
	add_meeting(&t, "KN", "2026-06-02", MEETING_HELD);
	add_meeting(&t, "KN", "2026-09-17", MEETING_HELD);
	add_meeting(&t, "KN", "2026-11-19", MEETING_CANCELLED);
	y = year_open(&t);
	p = &y->parties.v[year_party_of(y, "KN")];
	assert_int_equal(p->total, 4);
	assert_int_equal(p->rank[3], 0); /* Thursday */
	assert_int_equal(p->rank[1], 1);
	assert_int_equal(p->rank[4], -1);
	assert_true(p->gap_max > 100);
	/* nothing said, nothing known: the common rules */
	p = &y->parties.v[year_party_of(y, "UN")];
	assert_int_equal(p->total, 10);
	assert_int_equal(p->rank[1], 0);
	assert_int_equal(p->rank[3], 0);
	assert_int_equal(p->rank[0], -1);
	assert_string_equal(p->time[0].start_text, "16:00");
	assert_int_equal(p->gap_min, 14);
	assert_int_equal(p->gap_max, 49);
	/* a subcommittee that nobody speaks of is not planned */
	assert_int_equal(year_party_of(y, "KSAU"), -1);
	year_free(y);
	town_close(&t);
}

/* What the model's constraints leave no plan for; nothing is expected. */
static void
assert_plannable(const struct town *t, const struct year *y)
{
	struct kl_error err;
	year_conflicts v;

	assert_int_equal(year_conflict(y, NULL, NULL, t->a, &v, &err), 0);
	if (v.n > 0)
		fail_msg("%s (%s)", v.v[0].text, v.v[0].loosen);
}

/* ---- couplings ------------------------------------------------------------
 */

static void
overlapping_times_share_a_band(void **state)
{
	struct town t;
	struct year *y;

	(void)state;
	town_open(&t);
	y = year_open(&t);
	/* 09:00-11:30; 13:00-15:00; 16:00-18:30 and 17:00 */
	assert_int_equal(y->bands, 3);
	assert_int_equal(y->parties.v[0].time[0].band, 2);
	assert_int_equal(y->parties.v[0].time[1].band, 0);
	assert_int_equal(y->parties.v[1].time[0].band, 2);
	assert_int_equal(y->parties.v[2].time[0].band, 1);
	year_free(y);
	town_close(&t);
}

static const struct year_couple *
couple_of(const struct year *y, enum year_rule rule)
{
	size_t i;

	for (i = 0; i < y->couples.n; i++)
		if (y->couples.v[i].rule == rule)
			return &y->couples.v[i];
	return NULL;
}

static void
couples_and_ties(void **state)
{
	struct town t;
	struct year *y;
	const struct year_couple *c;

	(void)state;
	town_open(&t);
	y = year_open(&t);
	c = couple_of(y, YEAR_COMMITTEES);
	assert_int_equal(c->n, 2);
	assert_int_equal(c->cap, 1);
	c = couple_of(y, YEAR_SECRETARY);
	assert_string_equal(c->who, "p2");
	c = couple_of(y, YEAR_PERSON);
	assert_string_equal(c->who, "p3");
	/* two who can take minutes: one meeting at a time */
	c = couple_of(y, YEAR_STAND_IN);
	assert_int_equal(c->cap, 1);
	assert_int_equal(c->n, 3);
	/* the council is solved with the first, linked to the second */
	assert_int_equal(y->parties.v[2].chain, 0);
	assert_int_equal(y->parties.v[2].total, 8);
	assert_int_equal(y->model.n_bodies, 2);
	assert_int_equal(y->model.n_links, 8);
	assert_int_equal(y->model.link[3].before, year_meeting(y, "RF", 4));
	assert_int_equal(y->model.link[3].after, year_meeting(y, "SN", 4));
	assert_int_equal(y->model.link[3].max, 14);
	year_free(y);
	t.in.without = 1u << YEAR_LEAD | 1u << YEAR_PERSON;
	y = year_open(&t);
	assert_int_equal(y->model.n_bodies, 3);
	assert_int_equal(y->model.n_links, 0);
	assert_null(couple_of(y, YEAR_PERSON));
	year_free(y);
	town_close(&t);
}

/* A clash between two that stay does not make the rest impossible. */
static void
what_stays_may_clash(void **state)
{
	struct town t;
	struct year *y;

	(void)state;
	town_open(&t);
	t.in.without = 1u << YEAR_LEAD;
	t.b.plan_rules.v[1].gap_max = 90;
	add_meeting(&t, "BN", "2027-02-16", MEETING_SUMMONED);
	add_meeting(&t, "SN", "2027-02-16", MEETING_SUMMONED);
	add_meeting(&t, "SN", "2027-02-18", MEETING_PLANNED);
	y = year_open(&t);
	assert_plannable(&t, y);
	year_free(y);
	town_close(&t);
}

static void
rooms_are_matched(void **state)
{
	struct planned m[4] = { { .committee = "BN", .start = "16:00" },
		{ .committee = "SN", .start = "17:00" },
		{ .committee = "RF", .start = "16:30" },
		{ .committee = "SN", .start = "09:00" } };
	struct planned *v[4] = { &m[0], &m[1], &m[2], &m[3] };
	struct town t;
	struct year *y;
	int i;

	(void)state;
	town_open(&t);
	t.b.rooms.v[0].capacity = 30;
	add_room(&t, "STOR", 60);
	add_room(&t, "LITEN", 5);
	add_room(&t, "C", 12);
	t.b.committees.v[1].seats = 40;
	t.b.committees.v[0].seats = 20;
	for (i = 0; i < 4; i++)
		m[i].day = day("2027-02-16");
	add_booking(&t, "A", "2027-02-16", "08:00", "10:00");
	y = year_open(&t);
	year_rooms(y, v, 4, t.a);
	assert_string_equal(m[0].room, "A");
	assert_string_equal(m[1].room, "STOR");
	assert_string_equal(m[2].room, "C");
	assert_string_equal(m[3].room, "STOR");
	/* one more than there is room for */
	m[2].room = NULL;
	m[2].committee = "SN";
	m[1].room = NULL;
	year_rooms(y, v, 4, t.a);
	assert_true((m[1].room == NULL) != (m[2].room == NULL));
	year_free(y);
	town_close(&t);
}

/* ---- bad rules ------------------------------------------------------------
 */

static void
impossible_rules_are_named(void **state)
{
	struct town t;
	struct plan_rules *r;
	struct stand_in *s;

	(void)state;
	town_open(&t);
	r = &t.b.plan_rules.v[0];
	r->meetings = 30;
	r->gap_min = 14;
	assert_refused(&t, "BN cannot have 30 meetings in 2027", 101);
	r->meetings = 8;
	r->gap_min = 50;
	r->gap_max = 40;
	assert_refused(&t, "cannot be kept", 101);
	r->gap_min = r->gap_max = 0;
	r->weekdays = "ti, lunchdag";
	assert_refused(&t, "lunchdag is not a weekday", 101);
	r->weekdays = "ti";
	r->start = "16.00";
	assert_refused(&t, "16.00 is not a clock", 101);
	r->start = "16:00";
	r->room = "B";
	assert_refused(&t, "There is no room B", 101);
	r->room = NULL;
	add_window(&t, r, false, "Påsk", "2027-03-25", "2027-03-29");
	assert_refused(&t, "no possible day in the window \"Påsk\"", 101);
	r->windows.v[1].from = day("2027-04-12");
	r->windows.v[1].to = day("2027-04-11");
	assert_refused(&t, "ends before it begins", 101);
	r->windows.v[1].to = day("2027-04-14");
	add_window(&t, r, false, "Bokslut", "2027-04-19", "2027-04-21");
	assert_refused(&t, "shorter than its gap", 101);
	r->windows.n = 1;
	s = vec_push(t.a, &t.b.stand_ins);
	s->person = "p1";
	s->by = "p9";
	s->line = 12;
	assert_refused(&t, "p9 shall stand in for p1", 12);
	t.b.stand_ins.n--;
	add_rules(&t, "ZN", 3, NULL, NULL, NULL);
	assert_refused(&t, "no such committee", 104);
	t.b.plan_rules.n--;
	text_add(t.a, &t.b.committees.v[2].assists, "ÖN");
	assert_refused(&t, "RF assists ÖN", 3);
	t.b.committees.v[2].assists.n--;
	year_free(year_open(&t));
	t.in.year = 1989;
	assert_refused(&t, "The calendar knows", 0);
	town_close(&t);
}

/* ---- conflicts ------------------------------------------------------------
 */

static void
conflict_golden(void **state)
{
	struct town t;
	struct year *y;
	struct buf out;
	struct kl_error err;
	year_conflicts v;
	size_t i;

	(void)state;
	town_open(&t);
	buf_init(&out, 1 << 20);
	/* a window that both need, and one day of it that both can use */
	add_window(&t, &t.b.plan_rules.v[0], false, "Bokslut", "2027-02-08",
	    "2027-02-10");
	add_window(&t, &t.b.plan_rules.v[1], false, "Bokslut", "2027-02-08",
	    "2027-02-10");
	t.b.plan_rules.v[0].weekdays = "on";
	t.b.plan_rules.v[0].other_starts = NULL;
	t.in.without = 1u << YEAR_LEAD;
	y = year_open(&t);
	assert_int_equal(year_conflict(y, NULL, NULL, t.a, &v, &err), 0);
	assert_true(v.n > 0);
	for (i = 0; i < v.n; i++)
		buf_printf(&out, "%s: %s\n    %s\n",
		    year_rule_name(v.v[i].rule), v.v[i].text, v.v[i].loosen);
	assert_golden(&out, GOLDEN "conflict.txt");
	buf_free(&out);
	year_free(y);
	/* a year that can be planned has none */
	t.b.plan_rules.v[1].windows.n = 0;
	y = year_open(&t);
	assert_int_equal(year_conflict(y, NULL, NULL, t.a, &v, &err), 0);
	assert_int_equal(v.n, 0);
	year_free(y);
	town_close(&t);
}

/* Many bodies that meet on the same weekdays in one room: ${meetings} each. */
static void
crowd_open(struct town *t, int bodies, int meetings)
{
	char *code;
	int i;

	town_open(t);
	memset(&t->b.committees, 0, sizeof t->b.committees);
	memset(&t->b.plan_rules, 0, sizeof t->b.plan_rules);
	t->b.mandates.n = t->b.stand_ins.n = 0;
	for (i = 0; i < bodies; i++) {
		code = arena_printf(t->a, "N%02d", i);
		add_committee(t, code, BODY_COMMITTEE);
		add_rules(t, code, meetings, "ti on to", "16:00", NULL)->room =
		    "A";
	}
	t->in.without = 1u << YEAR_COMMITTEES;
}

/* What is said of a year in which many bodies have one room is found within a
 * bound that no clock sets, so it is the same each time; and each of it is
 * needed: a smallest set is one meeting more than there are times, the room,
 * and what closes days. */
static void
twenty_in_one_room(void **state)
{
	size_t i, k, meetings[2], rooms[2], n[2];
	year_conflicts v;
	struct kl_error err;
	struct town t;
	struct year *y;

	(void)state;
	for (k = 0; k < 2; k++) {
		crowd_open(&t, k == 0 ? 20 : 9, 10);
		y = year_open(&t);
		assert_int_equal(
		    year_conflict(y, NULL, NULL, t.a, &v, &err), 0);
		meetings[k] = rooms[k] = 0;
		n[k] = v.n;
		for (i = 0; i < v.n; i++) {
			rooms[k] += v.v[i].rule == YEAR_ROOM;
			meetings[k] +=
			    v.v[i].rule == (k == 0 ? YEAR_NUMBER : YEAR_WINDOW);
			assert_true(v.v[i].loosen[0] != '\0');
		}
		year_free(y);
		town_close(&t);
	}
	/* 110 meetings of eleven bodies on 105 days: no ten have more than 100
	 */
	assert_int_equal(rooms[0], 1);
	assert_int_equal(meetings[0], 11);
	assert_int_equal(n[0], 42);
	/* seven bodies that all must meet in six days, on weekdays of theirs */
	assert_int_equal(rooms[1], 1);
	assert_int_equal(meetings[1], 7);
	assert_int_equal(n[1], 15);
	/* no room, no conflict */
	crowd_open(&t, 20, 10);
	t.in.without |= 1u << YEAR_ROOM;
	y = year_open(&t);
	assert_int_equal(year_conflict(y, NULL, NULL, t.a, &v, &err), 0);
	assert_int_equal(v.n, 0);
	year_free(y);
	town_close(&t);
}

/* ---- plans made by hand ---------------------------------------------------
 */

static void
put_check(const struct town *t, const struct year *y,
    const struct year_plan *plan, struct buf *out)
{
	year_reasons v;
	struct kl_error err;
	size_t i;

	assert_int_equal(year_check(y, plan, t->a, &v, &err), 0);
	for (i = 0; i < v.n; i++) {
		buf_puts(out, year_rule_name(v.v[i].rule));
		if (!v.v[i].forbids)
			buf_printf(out, " +%d", v.v[i].cost);
		buf_printf(out, ": %s\n", v.v[i].text);
	}
}

/* A real city's year, made by hand: ten pairs at the same date and time. */
static void
skovde_2023(void **state)
{
	struct kl_faults faults;
	struct kl_error err;
	struct year_plan plan;
	struct town t;
	struct year *y;
	struct buf out;
	year_reasons v;
	size_t i, clashes = 0;

	(void)state;
	memset(&t, 0, sizeof t);
	t.a = arena_new(0);
	buf_init(&out, 1 << 20);
	assert_int_equal(year_read(SRCDIR "/tests/data/skovde-2023.csv", 0,
			     NULL, t.a, &plan, &faults, &err),
	    0);
	assert_int_equal(plan.year, 2023);
	assert_int_equal(plan.meetings.n, 124);
	assert_int_equal(year_bare(&plan, t.a, &t.b, &err), 0);
	assert_int_equal(t.b.committees.n, 11);
	assert_int_equal(
	    days_off_load(SRCDIR "/calendars", 2023, &t.off, &err), 0);
	t.in = (struct year_input){ .year = 2023,
		.facts = &t.b,
		.days_off = t.off,
		.today = day("2022-10-01") };
	y = year_open(&t);
	assert_int_equal(year_check(y, &plan, t.a, &v, &err), 0);
	for (i = 0; i < v.n; i++)
		clashes += v.v[i].rule == YEAR_COMMITTEES;
	put_check(&t, y, &plan, &out);
	assert_golden(&out, GOLDEN "skovde-2023.txt");
	assert_int_equal(clashes, 10);
	buf_free(&out);
	year_free(y);
	town_close(&t);
}

static void
put_planned(struct town *t, struct year_plan *plan, const char *code,
    const char *date, const char *start, const char *end, const char *room)
{
	struct planned *m = vec_push(t->a, &plan->meetings);

	m->committee = code;
	m->day = day(date);
	m->start = start;
	m->end = end;
	m->room = room;
}

static void
check_golden(void **state)
{
	struct year_plan plan = { .year = YEAR };
	struct town t;
	struct year *y;
	struct buf out;

	(void)state;
	town_open(&t);
	buf_init(&out, 1 << 20);
	add_booking(&t, "A", "2027-03-09", NULL, NULL);
	add_absence(&t, "p2", "2027-04-14", "2027-04-14");
	/* clash of committees, and of rooms: 16:00-18:30 and 18:00 */
	put_planned(&t, &plan, "BN", "2027-02-03", "16:00", "18:30", "A");
	put_planned(&t, &plan, "SN", "2027-02-03", "18:00", NULL, "A");
	/* begins when the other ends */
	put_planned(&t, &plan, "RF", "2027-02-03", "18:30", NULL, NULL);
	/* booked room; a member with two seats */
	put_planned(&t, &plan, "BN", "2027-03-09", "16:00", NULL, NULL);
	put_planned(&t, &plan, "RF", "2027-03-09", "16:00", NULL, NULL);
	/* nobody stands in; a Wednesday after Easter */
	put_planned(&t, &plan, "SN", "2027-04-14", "17:00", NULL, NULL);
	/* a holiday, a closed period, the wrong weekday */
	put_planned(&t, &plan, "BN", "2027-05-06", "16:00", NULL, NULL);
	put_planned(&t, &plan, "BN", "2027-05-12", "16:00", NULL, NULL);
	put_planned(&t, &plan, "SN", "2027-06-07", "17:00", NULL, NULL);
	/* the dispatch would fall in the pause */
	put_planned(&t, &plan, "BN", "2027-08-18", "16:00", NULL, NULL);
	put_planned(&t, &plan, "XX", "2027-09-01", "16:00", NULL, NULL);
	y = year_open(&t);
	put_check(&t, y, &plan, &out);
	assert_golden(&out, GOLDEN "check.txt");
	buf_free(&out);
	year_free(y);
	town_close(&t);
}

/* A plan of numbers, told in words and taken back, is the same. */
static void
plans_there_and_back(void **state)
{
	struct kl_faults faults;
	struct year_plan words;
	struct kl_error err;
	struct plan plan, back;
	struct town t;
	struct year *y;
	int i;

	(void)state;
	town_open(&t);
	y = year_open(&t);
	plan = best_paths(&t, y);
	assert_int_equal(year_plan_of(y, &plan, t.a, &words, &err), 0);
	assert_int_equal(words.meetings.n, 24);
	for (i = 1; i < 24; i++)
		assert_true(
		    words.meetings.v[i - 1].day <= words.meetings.v[i].day);
	back = (struct plan){ plan.n, arena_alloc(t.a, (size_t)plan.n * 4) };
	assert_int_equal(year_take(y, &words, &back, &faults, &err), 0);
	assert_int_equal(faults.total, 0);
	for (i = 0; i < plan.n; i++)
		assert_int_equal(back.slot[i], plan.slot[i]);
	/* a Sunday is no slot; the meeting is left out and told of */
	words.meetings.v[0].day = day("2027-01-10");
	assert_int_equal(year_take(y, &words, &back, &faults, &err), 0);
	assert_int_equal(faults.total, 1);
	year_free(y);
	town_close(&t);
}

/* ---- files ----------------------------------------------------------------
 */

static int
read_text(struct town *t, const char *end, const char *text,
    const struct bundle *facts, struct year_plan *plan,
    struct kl_faults *faults)
{
	char path[64];
	struct kl_error err;
	int rc;

	snprintf(path, sizeof path, "test-year-%d%s", (int)getpid(), end);
	assert_int_equal(file_write(path, text, strlen(text), NULL), 0);
	rc = year_read(path, 0, facts, t->a, plan, faults, &err);
	remove(path);
	return rc;
}

static void
tables_are_read(void **state)
{
	struct kl_faults f;
	struct year_plan p;
	struct town t;

	(void)state;
	town_open(&t);
	t.b.committees.v[0].name = "Byggnadsnämnden";
	/* with names of columns, in another order, and a byte order mark */
	assert_int_equal(read_text(&t, ".csv",
			     "\xef\xbb\xbf"
			     "Datum;Kommentar;Nämnd;Tid\n"
			     "2027-02-16;ny;byggnadsnämnden;8.00\n"
			     "20270119;;bn;kl. 13-16:30\n",
			     &t.b, &p, &f),
	    0);
	assert_int_equal(p.year, 2027);
	assert_int_equal(p.meetings.n, 2);
	assert_string_equal(p.meetings.v[0].committee, "BN");
	assert_string_equal(p.meetings.v[0].start, "13:00");
	assert_string_equal(p.meetings.v[0].end, "16:30");
	assert_int_equal(p.meetings.v[1].nr, 2);
	assert_string_equal(p.meetings.v[1].start, "08:00");
	/* without */
	assert_int_equal(read_text(&t, ".csv",
			     "BN,2027-02-16,16:00,18:00,Salen\n", &t.b, &p, &f),
	    0);
	assert_string_equal(p.meetings.v[0].room, "Salen");
	assert_string_equal(p.meetings.v[0].end, "18:00");
	town_close(&t);
}

static void
assert_fault(const struct kl_faults *f, size_t i, int line, const char *what)
{
	char text[1024];

	assert_true(i < f->n);
	kl_error_format(&f->v[i], NULL, text, sizeof text);
	if (strstr(text, what) == NULL)
		fail_msg("%s", text);
	assert_int_equal(f->v[i].line, line);
	assert_true(f->v[i].file[0] != '\0');
}

static void
faults_of_tables(void **state)
{
	struct kl_faults f;
	struct year_plan p;
	struct town t;

	(void)state;
	town_open(&t);
	assert_int_equal(read_text(&t, ".csv",
			     "nämnd;datum;tid;slut\n"
			     "BN;2027-02-30;16:00\n"
			     "BNN;2027-02-16;16:00\n"
			     "BN;2027-02-16;25:00\n"
			     ";2027-02-16;15:00\n"
			     "SN;2027-02-16;16:00;15:00\n"
			     "SN;2026-12-16;16:00\n"
			     "SN;2027-02-17;16:00\n"
			     "SN;2027-02-17;16:00\n"
			     "\"SN;2027-02-18\n",
			     &t.b, &p, &f),
	    KL_E_INPUT);
	assert_int_equal(f.total, 8);
	assert_fault(&f, 0, 2, "\"2027-02-30\" is not a day");
	assert_fault(&f, 1, 3, "Did you mean BN?");
	assert_fault(&f, 2, 4, "\"25:00\" is not a clock");
	assert_fault(&f, 3, 5, "lacks its committee");
	assert_fault(&f, 4, 6, "before it begins");
	assert_fault(&f, 5, 10, "quotation marks");
	assert_fault(&f, 6, 7, "is not in 2027");
	assert_fault(&f, 7, 9, "there twice");
	assert_int_equal(
	    read_text(&t, ".csv", "nämnd;datum\n", NULL, &p, &f), KL_E_INPUT);
	assert_fault(&f, 0, 1, "no meetings");
	assert_int_equal(read_text(&t, ".txt", "BN", NULL, &p, &f), KL_E_INPUT);
	town_close(&t);
}

#define EVENT(day, text)                                                       \
	"BEGIN:VEVENT\r\nUID:" day text "\r\nDTSTART:" day                     \
	"T160000\r\nDTEND:" day "T183000\r\nSUMMARY:" text                     \
	"\r\nEND:VEVENT\r\n"

static void
calendars_are_read(void **state)
{
	struct kl_faults f;
	struct year_plan p;
	struct town t;

	(void)state;
	town_open(&t);
	t.b.committees.v[0].name = "Byggnadsnämnden";
	assert_int_equal(
	    read_text(&t, ".ics",
		"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n" EVENT(
		    "20270216", "Sammanträde byggnadsnämnden")
		    EVENT("20270113", "SN: möte") "END:VCALENDAR\r\n",
		&t.b, &p, &f),
	    0);
	assert_int_equal(p.meetings.n, 2);
	assert_string_equal(p.meetings.v[0].committee, "SN");
	assert_string_equal(p.meetings.v[1].committee, "BN");
	assert_string_equal(p.meetings.v[1].start, "16:00");
	assert_string_equal(p.meetings.v[1].end, "18:30");
	assert_int_equal(
	    read_text(&t, ".ics",
		"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n" EVENT(
		    "20270216", "Tandläkare") "END:VCALENDAR\r\n",
		&t.b, &p, &f),
	    KL_E_INPUT);
	assert_fault(&f, 0, 4, "does not say which committee");
	assert_int_equal(
	    read_text(&t, ".ics",
		"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n" EVENT(
		    "20270216",
		    "Kulturnämnden, sammanträde") "END:VCALENDAR\r\n",
		NULL, &p, &f),
	    0);
	assert_string_equal(p.meetings.v[0].committee, "Kulturnämnden");
	town_close(&t);
}

static void
exchange_files_are_read(void **state)
{
	struct kl_faults f;
	struct year_plan p;
	struct town t;

	(void)state;
	town_open(&t);
	assert_int_equal(
	    read_text(&t, ".xml",
		"<kansli version=\"1\">\n<sammanträde nämnd=\"BN\" "
		"datum=\"2027-02-16\"><tid>16:00</tid><plats>Salen</plats>"
		"</sammanträde></kansli>",
		&t.b, &p, &f),
	    0);
	assert_string_equal(p.meetings.v[0].room, "Salen");
	assert_int_equal(read_text(&t, ".xml",
			     "<kansli>\n\n<sammanträde nämnd=\"BN\"/></kansli>",
			     &t.b, &p, &f),
	    KL_E_INPUT);
	assert_fault(&f, 0, 3, "lacks its committee or its day");
	assert_int_equal(
	    read_text(&t, ".xml", "<html/>", &t.b, &p, &f), KL_E_INPUT);
	assert_fault(&f, 0, 1, "not an exchange file");
	town_close(&t);
}

/* ---- size -----------------------------------------------------------------
 */

/* Sixty committees make a model of ordinary size, and one that has plans. */
static void
sixty_committees(void **state)
{
	struct town t;
	struct year *y;
	char *code;
	int i;

	(void)state;
	town_open(&t);
	t.b.rooms.n = 0;
	t.b.plan_rules.v[0].room = NULL;
	for (i = 0; i < 60; i++) {
		code = arena_printf(t.a, "N%d", i);
		add_committee(&t, code, BODY_COMMITTEE);
		add_rules(&t, code, 10, i % 2 ? "ti on to" : "må on to",
		    i % 3 ? "16:00" : "13:00", NULL);
		add_person(&t, code, "Dal");
		add_seat(&t, code, code, ROLE_SECRETARY);
		if (i > 0)
			add_seat(
			    &t, code, t.b.persons.v[i + 2].ref, ROLE_MEMBER);
	}
	y = year_open(&t);
	assert_true(y->at_once > 1);
	assert_int_equal(y->model.n_meetings, 624);
	assert_true(y->model.n_slots < 60000);
	assert_plannable(&t, y);
	year_free(y);
	town_close(&t);
}

/* What the reasons charge for two meetings a week. */
static int64_t
charged(const year_reasons *v)
{
	int64_t cost = 0;
	size_t i;

	for (i = 0; i < v->n; i++)
		if (v->v[i].rule == YEAR_PERSON && !v->v[i].forbids)
			cost += v->v[i].cost;
	return cost;
}

/* The same plan is charged the same by the model, by check and, meeting by
 * meeting, by why. */
static int64_t
assert_charged_alike(struct town *t, struct year *y, struct plan *plan)
{
	const struct plan_model *m = year_model(y);
	struct plan_verdict with, without;
	const struct year_party *p;
	struct year_plan words;
	struct kl_error err;
	year_reasons v;
	int32_t slot;
	size_t i;
	int k;

	assert_int_equal(plan_judge(m, plan, t->a, &with, &err), 0);
	assert_int_equal(year_plan_of(y, plan, t->a, &words, &err), 0);
	assert_int_equal(year_check(y, &words, t->a, &v, &err), 0);
	assert_int_equal(charged(&v), with.group);
	for (i = 0; i < y->parties.n; i++) {
		p = &y->parties.v[i];
		for (k = 0; k < p->n; k++) {
			slot = plan->slot[p->meeting[k]];
			plan->slot[p->meeting[k]] = PLAN_NONE;
			plan_judge(m, plan, t->a, &without, &err);
			plan->slot[p->meeting[k]] = slot;
			assert_int_equal(
			    year_why(y, plan, p->c->code,
				y->first + m->slot[slot].day, t->a, &v, &err),
			    0);
			assert_int_equal(
			    charged(&v), with.group - without.group);
		}
	}
	return with.group;
}

/* A member of two bodies that both are being planned: one is charged as much
 * as two who have the same seats, and a seat more makes no other team. */
static void
two_meetings_a_week(void **state)
{
	struct plan_settings settings = { .iterations = 20000, .seed = 1 };
	struct plan_result found;
	struct kl_error err;
	struct town t;
	struct year *y;
	struct plan plan;
	int64_t free_of_charge;

	(void)state;
	town_open(&t);
	add_rules(&t, "RF", 8, "må ti on to fr", "13:00", "15:00")->lead_min =
	    1;
	t.b.plan_rules.v[2] = t.b.plan_rules.v[3];
	t.b.plan_rules.n = 3;
	add_person(&t, "p4", "Druva");
	add_seat(&t, "BN", "p4", ROLE_MEMBER);
	add_seat(&t, "RF", "p4", ROLE_MEMBER);
	y = year_open(&t);
	assert_int_equal(y->teams.n, 1);
	plan = best_paths(&t, y);
	free_of_charge = assert_charged_alike(&t, y, &plan);
	assert_true(free_of_charge > 0);
	assert_int_equal(
	    plan_solve(year_model(y), &settings, t.a, &found, &err), 0);
	assert_int_equal(assert_charged_alike(&t, y, &found.plan), 0);
	year_free(y);

	/* one more seat: one team of three; without the rule, none */
	add_seat(&t, "SN", "p4", ROLE_MEMBER);
	y = year_open(&t);
	assert_int_equal(y->teams.n, 1);
	assert_int_equal(y->teams.v[0].n, 3);
	plan = best_paths(&t, y);
	assert_true(assert_charged_alike(&t, y, &plan) > free_of_charge);
	year_free(y);
	t.in.without = 1u << YEAR_PERSON;
	y = year_open(&t);
	assert_int_equal(y->teams.n, 0);
	year_free(y);
	t.in.without = 0;

	/* what has been held counts, too: the first meeting after it that week
	 * is charged */
	t.in.today = day("2027-03-24");
	add_meeting(&t, "SN", "2027-03-22", MEETING_HELD);
	y = year_open(&t);
	assert_int_equal(
	    y->teams.v[0].taken[year_week(y, day("2027-03-24"))], 1);
	plan = best_paths(&t, y);
	assert_charged_alike(&t, y, &plan);
	year_free(y);
	town_close(&t);
}

static int
start(void **state)
{
	struct kl_error err;

	(void)state;
	xml_start();
	return cycle_load(SRCDIR "/calendars/gemensam.xml", &cycle, &err);
}

static int
stop(void **state)
{
	(void)state;
	cycle_free(cycle);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reasons_are_slots),
		cmocka_unit_test(why_golden),
		cmocka_unit_test(what_has_happened_stays),
		cmocka_unit_test(adopted_ones_move_when_named),
		cmocka_unit_test(a_move_keeps_the_number),
		cmocka_unit_test(the_year_before_counts),
		cmocka_unit_test(last_year_is_the_pattern),
		cmocka_unit_test(overlapping_times_share_a_band),
		cmocka_unit_test(couples_and_ties),
		cmocka_unit_test(what_stays_may_clash),
		cmocka_unit_test(rooms_are_matched),
		cmocka_unit_test(impossible_rules_are_named),
		cmocka_unit_test(conflict_golden),
		cmocka_unit_test(twenty_in_one_room),
		cmocka_unit_test(skovde_2023),
		cmocka_unit_test(check_golden),
		cmocka_unit_test(plans_there_and_back),
		cmocka_unit_test(tables_are_read),
		cmocka_unit_test(faults_of_tables),
		cmocka_unit_test(calendars_are_read),
		cmocka_unit_test(exchange_files_are_read),
		cmocka_unit_test(sixty_committees),
		cmocka_unit_test(two_meetings_a_week),
	};

	return cmocka_run_group_tests(tests, start, stop);
}
