/* SPDX-License-Identifier: EUPL-1.2
 *
 * Small random years, and everything tried.
 */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "plan/path.h"
#include "plan_small.h"

#define PLANS_MAX 1500 /* so many ways to choose, at most */

/* ---- random years ------------------------------------------------------- */

/* splitmix64 */
static uint64_t
draw(struct small *s)
{
	uint64_t z = s->state += 0x9e3779b97f4a7c15u;

	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
	return z ^ (z >> 31);
}

int
small_random(struct small *s, int n)
{
	return n < 1 ? 0 : (int)(draw(s) % (uint64_t)n);
}

static bool
one_in(struct small *s, int n)
{
	return small_random(s, n) == 0;
}

static void *
reserve(struct small *s, int n, size_t size)
{
	void *p = arena_alloc(s->m.arena, ((size_t)n + 1) * size);

	assert_non_null(p);
	return p;
}

static void
make_days(struct small *s)
{
	int *act = reserve(s, PLAN_DAYS_MAX, sizeof *act);
	int *weekday = reserve(s, PLAN_DAYS_MAX, sizeof *weekday);
	int i, pause, monday = small_random(s, 7);

	s->m.days = 15 + small_random(s, 30);
	pause = one_in(s, 2) ? small_random(s, s->m.days) : s->m.days;
	for (i = 0; i < s->m.days; i++) {
		weekday[i] = (i + monday) % 7;
		act[i] =
		    i == 0 ? 0 : act[i - 1] + !(i > pause && i < pause + 7);
	}
	s->m.act = act;
	s->m.weekday = weekday;
}

static void
make_weights(struct small *s)
{
	struct plan_model *m = &s->m;

	m->weeks = m->days / 7 + 2;
	m->bands = 1 + small_random(s, 2);
	m->cap_a = small_random(s, 6);
	m->cap_b = m->cap_a + small_random(s, 4);
	m->over_a = small_random(s, 4);
	m->over_b = small_random(s, 6);
	m->cap_dispatch = small_random(s, 3);
	m->over_dispatch = small_random(s, 5);
	m->off_weekday = small_random(s, 4);
}

/* The bodies and which meetings are theirs, in no particular order. */
static void
make_bodies(struct small *s)
{
	struct plan_body *body = reserve(s, 4, sizeof *body);
	struct plan_meeting *meeting =
	    reserve(s, SMALL_MEETINGS, sizeof *meeting);
	int order[SMALL_MEETINGS], *list[2], b, k, i, n = 0, other;
	struct plan_window *w;

	s->m.body = body;
	s->m.meeting = meeting;
	s->m.n_bodies = 1 + small_random(s, 4);
	for (b = 0; b < s->m.n_bodies; b++) {
		body[b].n = one_in(s, 40) ? 0 : 1 + small_random(s, 4);
		if (one_in(s, 3)) {
			body[b].council = list[1] =
			    reserve(s, body[b].n, sizeof(int));
			n += body[b].n;
		}
		n += body[b].n;
	}
	s->m.n_meetings = n;
	for (i = 0; i < n; i++) {
		order[i] = i;
		other = small_random(s, i + 1);
		order[i] = order[other];
		order[other] = i;
	}
	for (b = 0, i = 0; b < s->m.n_bodies; b++) {
		body[b].committee = list[0] =
		    reserve(s, body[b].n, sizeof(int));
		list[1] = (int *)(uintptr_t)body[b].council;
		for (k = 0; k < body[b].n; k++) {
			list[0][k] = order[i++];
			meeting[list[0][k]] =
			    (struct plan_meeting){ .body = b, .k = k };
			if (list[1] == NULL)
				continue;
			list[1][k] = order[i++];
			meeting[list[1][k]] = (struct plan_meeting){
				.body = b, .k = k, .council = true
			};
		}
		body[b].gap_min = small_random(s, s->m.days / (body[b].n + 2));
		body[b].gap_max =
		    body[b].gap_min + 5 + small_random(s, s->m.days / 2);
		body[b].lead_min = small_random(s, 5);
		body[b].lead_max = body[b].lead_min + 4 + small_random(s, 9);
		body[b].windows = one_in(s, 5) ? 1 + small_random(s, 2) : 0;
		body[b].window = w = reserve(s, 2, sizeof *w);
		for (k = 0; k < body[b].windows; k++) {
			w[k].first = small_random(s, s->m.days);
			w[k].last = w[k].first +
				    small_random(s, s->m.days - w[k].first);
		}
	}
}

/* Up to ${want} slots in order around where the meeting belongs. */
static void
make_slots(struct small *s, struct plan_slot *slot, struct plan_load *load,
    uint32_t *n_loads, int index, int want)
{
	struct plan_model *m = &s->m;
	struct plan_meeting *meeting =
	    (struct plan_meeting *)(uintptr_t)&m->meeting[index];
	const int n = m->body[meeting->body].n;
	const int middle = (2 * meeting->k + 1) * m->days / (2 * n) -
			   (meeting->council ? 4 : 0);
	bool taken[PLAN_DAYS_MAX][2] = { { false } };
	struct plan_slot *now;
	int i, day, band;

	for (i = 0; i < want; i++) {
		day = middle - 6 + small_random(s, 13);
		day = day < 0 ? 0 : day >= m->days ? m->days - 1 : day;
		taken[day][small_random(s, m->bands)] = true;
	}
	meeting->slot = m->n_slots;
	for (day = 0; day < m->days; day++) {
		for (band = 0; band < m->bands; band++) {
			if (!taken[day][band])
				continue;
			now = &slot[m->n_slots++];
			now->day = (int16_t)day;
			now->band = (int16_t)band;
			now->cost = small_random(s, 10);
			now->dispatch = one_in(s, 3)
					    ? PLAN_NONE
					    : (int16_t)(day < 5 ? 0 : day - 5);
			now->load = *n_loads;
			now->loads = (uint16_t)small_random(s, 3);
			for (i = 0; i < now->loads; i++)
				load[(*n_loads)++] =
				    (struct plan_load){ (int16_t)(day / 7 + i),
					    (int16_t)small_random(s, 5) };
		}
	}
	meeting->slots = m->n_slots - meeting->slot;
}

static void
make_groups(struct small *s)
{
	struct plan_group *group = reserve(s, 4, sizeof *group);
	int i, k, *list;

	s->m.group = group;
	s->m.n_groups = small_random(s, 4);
	for (i = 0; i < s->m.n_groups; i++) {
		group[i].band = one_in(s, 2);
		group[i].cap = one_in(s, 20) ? 0 : 1 + one_in(s, 4);
		group[i].meeting = list =
		    reserve(s, s->m.n_meetings, sizeof *list);
		for (k = 0; k < s->m.n_meetings; k++)
			if (one_in(s, 3))
				list[group[i].n++] = k;
	}
}

/* Some groups are only charged, by week; what they are was drawn before. */
static void
charge_groups(struct small *s)
{
	struct plan_group *group = (struct plan_group *)(uintptr_t)s->m.group;
	uint8_t *taken;
	int i, k;

	for (i = 0; i < s->m.n_groups; i++) {
		if (!one_in(s, 3))
			continue;
		group[i].over = 1 + small_random(s, 5);
		if (!one_in(s, 2))
			continue;
		taken = reserve(s, PLAN_WEEKS_MAX, sizeof *taken);
		for (k = 0; k < PLAN_WEEKS_MAX; k++)
			taken[k] = (uint8_t)small_random(s, 3);
		group[i].taken = taken;
	}
}

static void
make_links(struct small *s)
{
	struct plan_link *link = reserve(s, 2, sizeof *link);
	int i, n = s->m.n_meetings;

	s->m.link = link;
	s->m.n_links = n > 1 && one_in(s, 3) ? 1 + small_random(s, 2) : 0;
	for (i = 0; i < s->m.n_links; i++) {
		link[i].before = small_random(s, n);
		link[i].after =
		    (link[i].before + 1 + small_random(s, n - 1)) % n;
		link[i].min = small_random(s, 20) - 18;
		link[i].max = link[i].min + small_random(s, s->m.days);
	}
}

static void
make_bans(struct small *s)
{
	uint32_t *slot, i;
	size_t b;

	s->n_bans = one_in(s, 3) ? (size_t)small_random(s, 4) : 0;
	s->bans = reserve(s, (int)s->n_bans, sizeof *s->bans);
	for (b = 0; b < s->n_bans; b++) {
		s->bans[b].slot = slot =
		    reserve(s, (int)s->m.n_slots, sizeof *slot);
		for (i = 0; i < s->m.n_slots; i++)
			if (one_in(s, 5))
				slot[s->bans[b].n++] = i;
	}
}

void
small_make(struct small *s, uint64_t seed)
{
	struct kl_error err = { 0 };
	struct plan_slot *slot;
	struct plan_load *load;
	uint32_t n_loads = 0;
	int i, want, plans = 1;

	*s = (struct small){ .state = seed };
	s->m.arena = arena_new(0);
	assert_non_null(s->m.arena);
	make_days(s);
	make_weights(s);
	make_bodies(s);
	s->m.slot = slot = reserve(s, SMALL_MEETINGS * 8, sizeof *slot);
	s->m.load = load = reserve(s, SMALL_MEETINGS * 32, sizeof *load);
	for (i = 0; i < s->m.n_meetings; i++) {
		want = one_in(s, 300) ? 0 : 1 + small_random(s, 6);
		while (want > 1 && plans * want > PLANS_MAX)
			want--;
		make_slots(s, slot, load, &n_loads, i, want);
		plans *=
		    s->m.meeting[i].slots > 1 ? (int)s->m.meeting[i].slots : 1;
	}
	make_groups(s);
	make_links(s);
	make_bans(s);
	charge_groups(s);
	if (plan_model_finish(&s->m, &err) != 0)
		fail_msg("year %llu: %s %s", (unsigned long long)seed, err.text,
		    err.args);
}

void
small_free(struct small *s)
{
	arena_free(s->m.arena);
}

/* ---- what a plan is ----------------------------------------------------- */

static int
day_of(const struct plan_model *m, const int32_t *slot, int meeting)
{
	return slot[meeting] < 0 ? PLAN_NONE : m->slot[slot[meeting]].day;
}

static int64_t
above(int64_t n, int64_t cap, int64_t price)
{
	return n > cap ? (n - cap) * price : 0;
}

static int64_t
cost_of_weekdays(const struct plan_model *m, int body, const int32_t *slot)
{
	int w, k, off, least = m->body[body].n;
	int day;

	for (w = 0; w < 7; w++) {
		for (off = 0, k = 0; k < m->body[body].n; k++) {
			day = day_of(m, slot, m->body[body].committee[k]);
			off += day >= 0 && m->weekday[day] != w;
		}
		if (off < least)
			least = off;
	}
	return (int64_t)least * m->off_weekday;
}

/* What a group is charged: its weeks begin on Mondays. */
static int64_t
cost_of_group(
    const struct plan_model *m, const struct plan_group *g, const int32_t *slot)
{
	int day, week = 0, n[PLAN_WEEKS_MAX] = { 0 }, i, cap;
	int64_t cost = 0;

	for (day = 0; day < m->days; day++) {
		week += day > 0 && m->weekday[day] == 0;
		for (i = 0; i < g->n; i++)
			n[week] += day_of(m, slot, g->meeting[i]) == day;
	}
	for (; week >= 0; week--) {
		cap = g->cap - (g->taken == NULL ? 0 : g->taken[week]);
		cost += above(n[week], cap < 0 ? 0 : cap, g->over);
	}
	return cost;
}

int64_t
small_cost(const struct plan_model *m, const int32_t *slot)
{
	int64_t cost = 0;
	int day, week, i, n;
	uint32_t k;

	for (i = 0; i < m->n_meetings; i++)
		cost += slot[i] < 0 ? 0 : m->slot[slot[i]].cost;
	for (i = 0; i < m->n_bodies; i++)
		cost += cost_of_weekdays(m, i, slot);
	for (i = 0; i < m->n_groups; i++)
		if (m->group[i].over > 0)
			cost += cost_of_group(m, &m->group[i], slot);
	for (day = 0; day < m->days; day++) {
		for (n = 0, i = 0; i < m->n_meetings; i++)
			n += slot[i] >= 0 && m->slot[slot[i]].dispatch == day;
		cost += above(n, m->cap_dispatch, m->over_dispatch);
	}
	for (week = 0; week < m->weeks; week++) {
		for (n = 0, i = 0; i < m->n_meetings; i++) {
			if (slot[i] < 0)
				continue;
			for (k = 0; k < m->slot[slot[i]].loads; k++)
				if (m->load[m->slot[slot[i]].load + k].week ==
				    week)
					n += m->load[m->slot[slot[i]].load + k]
						 .units;
		}
		cost += above(n, m->cap_a, m->over_a);
		cost += above(n, m->cap_b, m->over_b);
	}
	return cost;
}

/* From ${least} to ${most} days, when both take place. */
static bool
apart(const struct plan_model *m, const int32_t *slot, int before, int after,
    int least, int most)
{
	const int a = day_of(m, slot, before), b = day_of(m, slot, after);

	return a < 0 || b < 0 || (b - a >= least && b - a <= most);
}

/* At most so many days that count. */
static bool
soon(const struct plan_model *m, const int32_t *slot, int before, int after,
    int most)
{
	const int a = day_of(m, slot, before), b = day_of(m, slot, after);

	return a < 0 || b < 0 || m->act[b] - m->act[a] <= most;
}

static bool
met(const struct plan_model *m, const int32_t *slot, int body, int window)
{
	const struct plan_window *w = &m->body[body].window[window];
	int k, day;

	for (k = 0; k < m->body[body].n; k++) {
		day = day_of(m, slot, m->body[body].committee[k]);
		if (day >= w->first && day <= w->last)
			return true;
	}
	return false;
}

/* On how many days, or parts of days, the group is above its cap. */
static int
crowds(const struct plan_model *m, const int32_t *slot, int group)
{
	const struct plan_group *g = &m->group[group];
	int day, band, i, n, bad = 0;
	const struct plan_slot *s;

	if (g->over > 0)
		return 0;
	for (day = 0; day < m->days; day++) {
		for (band = 0; band < (g->band ? m->bands : 1); band++) {
			for (n = 0, i = 0; i < g->n; i++) {
				if (slot[g->meeting[i]] < 0)
					continue;
				s = &m->slot[slot[g->meeting[i]]];
				n += s->day == day &&
				     (!g->band || s->band == band);
			}
			bad += n > g->cap;
		}
	}
	return bad;
}

int
small_faults(const struct plan_model *m, const int32_t *slot)
{
	const struct plan_body *b;
	int bad = 0, i, k;

	for (i = 0; i < m->n_meetings; i++)
		bad += slot[i] < 0;
	for (i = 0; i < m->n_bodies; i++) {
		b = &m->body[i];
		for (k = 1; k < b->n; k++)
			bad += !apart(m, slot, b->committee[k - 1],
				   b->committee[k], b->gap_min, m->days) ||
			       !soon(m, slot, b->committee[k - 1],
				   b->committee[k], b->gap_max);
		for (k = 0; b->council != NULL && k < b->n; k++)
			bad += !apart(m, slot, b->council[k], b->committee[k],
			    b->lead_min, b->lead_max);
		for (k = 0; k < b->windows; k++)
			bad += !met(m, slot, i, k);
	}
	for (i = 0; i < m->n_links; i++)
		bad += !apart(m, slot, m->link[i].before, m->link[i].after,
		    m->link[i].min, m->link[i].max);
	for (i = 0; i < m->n_groups; i++)
		bad += crowds(m, slot, i);
	return bad;
}

/* ---- everything tried: the best plan ------------------------------------ */

struct all_plans {
	const struct plan_model *m;
	int32_t slot[SMALL_MEETINGS], best[SMALL_MEETINGS];
	int64_t cost;
};

static void
try_plans(struct all_plans *t, int meeting)
{
	const struct plan_meeting *v = &t->m->meeting[meeting];
	int64_t cost;
	uint32_t i;

	if (meeting == t->m->n_meetings) {
		if (small_faults(t->m, t->slot) != 0)
			return;
		cost = small_cost(t->m, t->slot);
		if (cost < t->cost) {
			t->cost = cost;
			memcpy(t->best, t->slot, sizeof t->best);
		}
		return;
	}
	for (i = v->slot; i < v->slot + v->slots; i++) {
		t->slot[meeting] = (int32_t)i;
		try_plans(t, meeting + 1);
	}
}

int64_t
small_best(const struct plan_model *m, int32_t *slot)
{
	struct all_plans t = { .m = m, .cost = PLAN_NO_COST };

	try_plans(&t, 0);
	if (t.cost != PLAN_NO_COST)
		memcpy(slot, t.best, (size_t)m->n_meetings * sizeof *slot);
	return t.cost;
}

/* ---- everything tried: some constraints --------------------------------- */

struct some {
	const struct small *s;
	const struct plan_constraint *v;
	size_t n;
	int wanted[SMALL_MEETINGS], n_wanted; /* meetings that may be needed */
	bool must[SMALL_MEETINGS];
	int32_t slot[SMALL_MEETINGS];
};

static bool
is_banned(const struct some *t, int ban)
{
	const struct plan_ban *b = &t->s->bans[ban];
	size_t i;
	int k;

	for (i = 0; i < b->n; i++)
		for (k = 0; k < t->s->m.n_meetings; k++)
			if (t->slot[k] == (int32_t)b->slot[i])
				return true;
	return false;
}

/* Is it kept by the meetings that have been placed? */
static bool
is_kept(const struct some *t, const struct plan_constraint *c)
{
	const struct plan_model *m = &t->s->m;
	const bool least = c->side == PLAN_AT_LEAST;
	const struct plan_body *b = c->body < 0 ? NULL : &m->body[c->body];
	const struct plan_link *link = c->link < 0 ? NULL : &m->link[c->link];

	if (c->ban >= 0)
		return !is_banned(t, c->ban);
	switch (c->rule) {
	case PLAN_PLACED:
		return t->slot[c->meeting] >= 0;
	case PLAN_GAP:
		return least
			   ? apart(m, t->slot, c->meeting, c->other, b->gap_min,
				 m->days)
			   : soon(m, t->slot, c->meeting, c->other, b->gap_max);
	case PLAN_LEAD:
		return apart(m, t->slot, c->meeting, c->other,
		    least ? b->lead_min : -m->days,
		    least ? m->days : b->lead_max);
	case PLAN_WINDOW:
		return met(m, t->slot, c->body, c->window);
	case PLAN_GROUP:
		return crowds(m, t->slot, c->group) == 0;
	case PLAN_LINK:
		return apart(m, t->slot, link->before, link->after,
		    least ? link->min : -m->days, least ? m->days : link->max);
	}
	return false;
}

/* Placing more meetings mends none but these. */
static bool
may_mend(const struct plan_constraint *c)
{
	return c->ban < 0 && (c->rule == PLAN_PLACED || c->rule == PLAN_WINDOW);
}

static bool
all_kept(const struct some *t, bool last)
{
	size_t i;

	for (i = 0; i < t->n; i++)
		if ((last || !may_mend(&t->v[i])) && !is_kept(t, &t->v[i]))
			return false;
	return true;
}

static bool
try_some(struct some *t, int at)
{
	const struct plan_meeting *v;
	uint32_t i;
	bool done;

	if (at == t->n_wanted)
		return all_kept(t, true);
	v = &t->s->m.meeting[t->wanted[at]];
	for (i = v->slot; i < v->slot + v->slots; i++) {
		t->slot[t->wanted[at]] = (int32_t)i;
		if (all_kept(t, false) && try_some(t, at + 1))
			return true;
	}
	t->slot[t->wanted[at]] = PLAN_NONE;
	done = !t->must[t->wanted[at]] && try_some(t, at + 1);
	return done;
}

bool
small_possible(const struct small *s, const struct plan_constraint *v, size_t n)
{
	struct some t = { .s = s, .v = v, .n = n };
	bool wanted[SMALL_MEETINGS] = { false };
	const struct plan_body *b;
	size_t i;
	int k;

	for (i = 0; i < n; i++) {
		if (v[i].rule == PLAN_PLACED && v[i].ban < 0)
			wanted[v[i].meeting] = t.must[v[i].meeting] = true;
		if (v[i].rule != PLAN_WINDOW)
			continue;
		b = &s->m.body[v[i].body];
		for (k = 0; k < b->n; k++)
			wanted[b->committee[k]] = true;
	}
	for (k = 0; k < SMALL_MEETINGS; k++) {
		t.slot[k] = PLAN_NONE;
		if (wanted[k])
			t.wanted[t.n_wanted++] = k;
	}
	return try_some(&t, 0);
}

/* ---- everything tried: one body ----------------------------------------- */

struct one_body {
	const struct plan_model *m;
	const int64_t *price;
	int64_t off, best, *through;
	int body, weekday, n;
	int meeting[SMALL_MEETINGS];
	int32_t slot[SMALL_MEETINGS], choice[SMALL_MEETINGS];
};

static int64_t
price_of(const struct one_body *t, int weekday)
{
	const struct plan_body *b = &t->m->body[t->body];
	int64_t sum = 0;
	int k;

	for (k = 0; k < t->n; k++)
		sum += t->price[t->slot[t->meeting[k]]];
	for (k = 0; k < b->n; k++)
		if (t->m->weekday[day_of(t->m, t->slot, b->committee[k])] !=
		    weekday)
			sum += t->off;
	return sum;
}

/* All of the body are placed: is that a choice, and what is it worth? */
static void
weigh(struct one_body *t)
{
	const struct plan_body *b = &t->m->body[t->body];
	int64_t price = PATH_FORBIDDEN, now;
	int k, w;

	for (k = 1; k < b->n; k++)
		if (!apart(t->m, t->slot, b->committee[k - 1], b->committee[k],
			b->gap_min, t->m->days) ||
		    !soon(t->m, t->slot, b->committee[k - 1], b->committee[k],
			b->gap_max))
			return;
	for (k = 0; b->council != NULL && k < b->n; k++)
		if (!apart(t->m, t->slot, b->council[k], b->committee[k],
			b->lead_min, b->lead_max))
			return;
	for (k = 0; k < b->windows; k++)
		if (!met(t->m, t->slot, t->body, k))
			return;
	for (w = 0; w < 7; w++) {
		now = price_of(t, w);
		if ((t->weekday == PLAN_NONE || t->weekday == w) && now < price)
			price = now;
	}
	if (price < t->best) {
		t->best = price;
		memcpy(t->choice, t->slot, sizeof t->choice);
	}
	for (k = 0; t->through != NULL && k < t->n; k++)
		if (price < t->through[t->slot[t->meeting[k]]])
			t->through[t->slot[t->meeting[k]]] = price;
}

static void
try_body(struct one_body *t, int at)
{
	const struct plan_meeting *v;
	uint32_t i;

	if (at == t->n) {
		weigh(t);
		return;
	}
	v = &t->m->meeting[t->meeting[at]];
	for (i = v->slot; i < v->slot + v->slots; i++) {
		if (t->price[i] == PATH_FORBIDDEN)
			continue;
		t->slot[t->meeting[at]] = (int32_t)i;
		try_body(t, at + 1);
	}
}

int64_t
small_path(const struct plan_model *m, int body, const int64_t *price,
    int64_t off, int weekday, int32_t *slot, int64_t *through)
{
	const struct plan_body *b = &m->body[body];
	struct one_body t = { .m = m,
		.price = price,
		.off = off,
		.best = PATH_FORBIDDEN,
		.through = through,
		.body = body,
		.weekday = weekday };
	const struct plan_meeting *v;
	uint32_t i;
	int k;

	for (k = 0; k < SMALL_MEETINGS; k++)
		t.slot[k] = PLAN_NONE;
	for (k = 0; k < b->n; k++) {
		t.meeting[t.n++] = b->committee[k];
		if (b->council != NULL)
			t.meeting[t.n++] = b->council[k];
	}
	for (k = 0; k < t.n && through != NULL; k++) {
		v = &m->meeting[t.meeting[k]];
		for (i = v->slot; i < v->slot + v->slots; i++)
			through[i] = PATH_FORBIDDEN;
	}
	try_body(&t, 0);
	if (t.best != PATH_FORBIDDEN && slot != NULL)
		memcpy(slot, t.choice, (size_t)m->n_meetings * sizeof *slot);
	return t.best;
}
