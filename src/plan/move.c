/* SPDX-License-Identifier: EUPL-1.2
 *
 * The changes that the search tries.  A meeting is lifted, what that saves is
 * known then, and places are drawn until one costs no more than that and the
 * allowance; most are out by their own cost alone.
 */
#include "config.h"

#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "plan/move.h"

#define COUNCIL_DRAWS 4 /* places drawn for one lifted meeting */
#define COMMITTEE_DRAWS 6

static int
by_cost(const void *x, const void *y)
{
	const struct cheap *a = x, *b = y;

	if (a->cost != b->cost)
		return a->cost < b->cost ? -1 : 1;
	return (a->slot > b->slot) - (a->slot < b->slot);
}

static void
list_cheap(struct mover *v, const struct plan_meeting *mt)
{
	uint32_t k;

	for (k = mt->slot; k < mt->slot + mt->slots; k++)
		v->cheap[k] =
		    (struct cheap){ v->s->m->slot[k].cost, (int32_t)k };
	if (mt->slots > 0)
		qsort(
		    v->cheap + mt->slot, mt->slots, sizeof *v->cheap, by_cost);
}

/* Which of the meeting's slots are in question; none would be none to go to. */
static void
open_slots(struct mover *v, int i, const float *dear, double most)
{
	const struct plan_meeting *mt = &v->s->m->meeting[i];
	uint32_t k, n = 0, end = mt->slot + mt->slots, cheap = mt->slot;

	for (k = mt->slot; k < end; k++) {
		v->is_open[k] = dear == NULL || (double)dear[k] <= most;
		if (v->is_open[k])
			v->open[mt->slot + n++] = (int32_t)k;
	}
	v->n_open[i] = n;
	for (k = mt->slot; k < end; k++)
		if (v->is_open[v->cheap[k].slot])
			v->open_cheap[cheap++] = v->cheap[k];
	if (n == 0 && dear != NULL)
		open_slots(v, i, NULL, 0);
}

/* Its gaps, leads and windows cannot be kept by its open slots alone. */
static void
open_body(struct mover *v, int number)
{
	const struct plan_body *body = &v->s->m->body[number];
	int k;

	for (k = 0; k < body->n; k++) {
		open_slots(v, body->committee[k], NULL, 0);
		if (body->council != NULL)
			open_slots(v, body->council[k], NULL, 0);
	}
}

void
mover_narrow(struct mover *v, const float *dear, double most)
{
	uint32_t s;
	int i;

	for (i = 0; i < v->s->m->n_meetings; i++)
		open_slots(v, i, dear, most);
	for (s = 0; s < v->s->m->n_slots; s++)
		v->price[s] = v->is_open[s] ? 0 : PATH_FORBIDDEN;
	plan_path_keep(v->path, v->is_open);
	for (i = 0; i < v->s->m->n_bodies && dear != NULL; i++)
		if (plan_path_best(v->path, i, v->price, 0, PLAN_NONE, NULL) ==
		    PATH_FORBIDDEN)
			open_body(v, i);
	if (dear != NULL)
		plan_path_keep(v->path, v->is_open);
}

static bool
has_all(const struct mover *v)
{
	return v->path != NULL && v->price != NULL && v->kept != NULL &&
	       v->cheap != NULL && v->n_open != NULL && v->open != NULL &&
	       v->open_cheap != NULL && v->is_open != NULL;
}

bool
mover_init(struct mover *v, struct state *s, uint64_t seed)
{
	size_t slots = (size_t)s->m->n_slots + 1;
	size_t meetings = (size_t)s->m->n_meetings + 1;
	int i;

	*v = (struct mover){ .s = s, .rng = seed };
	v->path = plan_path_new(s->m);
	v->price = mem_alloc(slots * sizeof *v->price);
	v->kept = mem_alloc(meetings * sizeof *v->kept);
	v->cheap = mem_alloc(slots * sizeof *v->cheap);
	v->n_open = mem_alloc(meetings * sizeof *v->n_open);
	v->open = mem_alloc(slots * sizeof *v->open);
	v->open_cheap = mem_alloc(slots * sizeof *v->open_cheap);
	v->is_open = mem_alloc(slots);
	if (!has_all(v))
		return false;
	for (i = 0; i < MOVE_CHANCES; i++)
		v->chance[i] = -log((i + 0.5) / MOVE_CHANCES);
	for (i = 0; i < s->m->n_meetings; i++)
		list_cheap(v, &s->m->meeting[i]);
	mover_narrow(v, NULL, 0);
	return true;
}

void
mover_done(struct mover *v)
{
	plan_path_free(v->path);
	mem_free(v->price);
	mem_free(v->kept);
	mem_free(v->cheap);
	mem_free(v->n_open);
	mem_free(v->open);
	mem_free(v->open_cheap);
	mem_free(v->is_open);
	*v = (struct mover){ 0 };
}

/* SplitMix64 (Steele, Lea and Flood 2014). */
static uint64_t
draw_bits(struct mover *v)
{
	uint64_t z = (v->rng += 0x9e3779b97f4a7c15u);

	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
	return z ^ (z >> 31);
}

uint32_t
mover_draw(struct mover *v, uint32_t n)
{
	return (uint32_t)(((draw_bits(v) >> 32) * n) >> 32);
}

/* How much dearer a change may be: -T ln(u). */
static int64_t
allowance(struct mover *v)
{
	return (
	    int64_t)(v->chance[draw_bits(v) % MOVE_CHANCES] * v->temperature);
}

/* ---- places ---- */

/* The first of the meeting's open slots on ${day} or later. */
static uint32_t
first_open(const struct mover *v, int i, int day)
{
	const struct plan_model *m = v->s->m;
	const int32_t *open = v->open + m->meeting[i].slot;
	uint32_t low = 0, high = v->n_open[i], mid;

	while (low < high) {
		mid = low + (high - low) / 2;
		if (m->slot[open[mid]].day < day)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* A committee's meeting on ${day} may follow one on ${before}. */
static bool
follows(const struct plan_model *m, const struct plan_body *body, int before,
    int day)
{
	int i;

	if (day - before < body->gap_min ||
	    m->act[day] - m->act[before] > body->gap_max)
		return false;
	for (i = 0; i < body->windows; i++)
		if (before < body->window[i].first &&
		    day > body->window[i].last)
			return false;
	return true;
}

/* The committee's meeting fits there between its neighbours. */
static bool
fits(const struct state *s, const struct plan_meeting *mt, int day)
{
	const struct plan_model *m = s->m;
	const struct plan_body *body = &m->body[mt->body];
	const int *at = body->committee + mt->k;
	int i;

	if (mt->k > 0 && !follows(m, body, m->slot[s->slot[at[-1]]].day, day))
		return false;
	if (mt->k < body->n - 1 &&
	    !follows(m, body, day, m->slot[s->slot[at[1]]].day))
		return false;
	for (i = 0; i < body->windows; i++)
		if ((mt->k == 0 && day > body->window[i].last) ||
		    (mt->k == body->n - 1 && day < body->window[i].first))
			return false;
	return true;
}

/* The cheapest place of a council's meeting before its committee's on ${day},
 * one of the equally cheap, if it costs at most ${limit}; PLAN_NONE if none
 * does. */
static int32_t
best_council(struct mover *v, int i, int day, int64_t limit)
{
	const struct plan_model *m = v->s->m;
	const struct plan_meeting *mt = &m->meeting[i];
	const struct plan_body *body = &m->body[mt->body];
	uint32_t first = first_open(v, i, day - body->lead_max), same = 0;
	const int32_t *to = v->open + mt->slot + first;
	const int32_t *end = v->open + mt->slot + v->n_open[i];
	int32_t best = PLAN_NONE;
	int64_t price;

	for (; to < end && m->slot[*to].day <= day - body->lead_min; to++) {
		if (m->slot[*to].cost > limit)
			continue;
		price = state_price(v->s, i, *to);
		if (price > limit)
			continue;
		same = price < limit ? 1 : same + 1;
		if (same == 1 || mover_draw(v, same) == 0)
			best = *to;
		limit = price;
	}
	return best;
}

/* ---- one meeting ---- */

static bool
move_council(struct mover *v, int i, const struct plan_meeting *mt)
{
	const struct plan_model *m = v->s->m;
	const struct plan_body *body = &m->body[mt->body];
	int day = m->slot[v->s->slot[body->committee[mt->k]]].day, t;
	uint32_t first = first_open(v, i, day - body->lead_max);
	uint32_t n = first_open(v, i, day - body->lead_min + 1) - first;
	const int32_t *open = v->open + mt->slot + first;
	int64_t limit = allowance(v) + state_saving(v->s, i);
	int32_t old = v->s->slot[i], to;
	bool lifted = false;

	for (t = 0; n > 0 && t < COUNCIL_DRAWS; t++) {
		to = open[mover_draw(v, n)];
		if (to == old || m->slot[to].cost > limit)
			continue;
		if (!lifted)
			state_lift(v->s, i);
		lifted = true;
		if (state_price(v->s, i, to) > limit)
			continue;
		state_put(v->s, i, to);
		return true;
	}
	if (lifted)
		state_put(v->s, i, old);
	return false;
}

/* Place lifted ${i} at ${to} and its council's ${c} where it is best, if both
 * cost at most ${limit}. */
static bool
place_pair(struct mover *v, int i, int c, int32_t to, int64_t limit)
{
	int64_t price = state_price(v->s, i, to);
	int32_t council;

	if (price > limit)
		return false;
	state_put(v->s, i, to);
	if (c == PLAN_NONE)
		return true;
	council = best_council(v, c, v->s->m->slot[to].day, limit - price);
	if (council == PLAN_NONE) {
		state_lift(v->s, i);
		return false;
	}
	state_put(v->s, c, council);
	return true;
}

/* How many of the meeting's slots cost at most ${limit} by themselves. */
static uint32_t
count_cheap(const struct cheap *cheap, uint32_t n, int64_t limit)
{
	uint32_t low = 0, mid;

	while (low < n) {
		mid = low + (n - low) / 2;
		if (cheap[mid].cost <= limit)
			low = mid + 1;
		else
			n = mid;
	}
	return low;
}

/* A slot that fits and costs at most ${limit} by itself, PLAN_NONE if none is
 * drawn. */
static int32_t
draw_cheap(struct mover *v, int i, int64_t limit, int *draws)
{
	const struct plan_meeting *mt = &v->s->m->meeting[i];
	const struct cheap *cheap = v->open_cheap + mt->slot;
	uint32_t n = count_cheap(cheap, v->n_open[i], limit);
	int32_t to;

	while (n > 0 && (*draws)-- > 0) {
		to = cheap[mover_draw(v, n)].slot;
		if (to != v->s->slot[i] &&
		    fits(v->s, mt, v->s->m->slot[to].day))
			return to;
	}
	return PLAN_NONE;
}

static bool
move_committee(struct mover *v, int i, const struct plan_meeting *mt)
{
	const int *council = v->s->m->body[mt->body].council;
	int c = council == NULL ? PLAN_NONE : council[mt->k];
	int draws = COMMITTEE_DRAWS;
	int64_t more = allowance(v), limit = more + state_saving(v->s, i);
	int32_t old, old_council = PLAN_NONE, to;

	if (c != PLAN_NONE)
		limit += state_saving(v->s, c) -
			 v->cheap[v->s->m->meeting[c].slot].cost;
	to = draw_cheap(v, i, limit, &draws);
	if (to == PLAN_NONE)
		return false;
	limit = more + state_total(v->s);
	old = state_lift(v->s, i);
	if (c != PLAN_NONE)
		old_council = state_lift(v->s, c);
	limit -= state_total(v->s);
	for (; to != PLAN_NONE; to = draw_cheap(v, i, limit, &draws))
		if (to != old && place_pair(v, i, c, to, limit))
			return true;
	state_put(v->s, i, old);
	if (c != PLAN_NONE)
		state_put(v->s, c, old_council);
	return false;
}

bool
move_meeting(struct mover *v, int i)
{
	const struct plan_meeting *mt = &v->s->m->meeting[i];

	return mt->council ? move_council(v, i, mt) : move_committee(v, i, mt);
}

/* ---- a whole body ---- */

static void
put_body(struct state *s, const struct plan_body *body, const int32_t *slot)
{
	int k;

	for (k = 0; k < body->n; k++) {
		state_put(s, body->committee[k], slot[body->committee[k]]);
		if (body->council != NULL)
			state_put(s, body->council[k], slot[body->council[k]]);
	}
}

/* Lift a body; where its meetings were goes to ${kept}, which may be NULL. */
static void
lift_body(struct state *s, const struct plan_body *body, int32_t *kept)
{
	int32_t slot;
	int k, i;

	for (k = 0; k < 2 * body->n; k++) {
		if (k % 2 == 1 && body->council == NULL)
			continue;
		i = k % 2 == 0 ? body->committee[k / 2] : body->council[k / 2];
		slot = state_lift(s, i);
		if (kept != NULL)
			kept[i] = slot;
	}
}

static void
price_meeting(struct mover *v, int i, double noise)
{
	const struct plan_meeting *mt = &v->s->m->meeting[i];
	const int32_t *open = v->open + mt->slot, *end = open + v->n_open[i];
	uint64_t bits = 0;

	state_prices(v->s, i, open, v->n_open[i], v->price);
	for (; noise > 0 && open < end; open++, bits >>= 10) {
		if (bits < MOVE_CHANCES)
			bits = draw_bits(v);
		v->price[*open] += (int64_t)(v->chance[bits % MOVE_CHANCES] *
					     noise * PLAN_FINE);
	}
}

bool
move_insert(struct mover *v, int number, int weekday, double noise)
{
	const struct plan_body *body = &v->s->m->body[number];
	struct plan plan = { v->s->m->n_meetings, v->s->slot };
	int k;

	for (k = 0; k < body->n; k++) {
		price_meeting(v, body->committee[k], noise);
		if (body->council != NULL)
			price_meeting(v, body->council[k], noise);
	}
	if (plan_path_best(v->path, number, v->price,
		(int64_t)v->s->m->off_weekday * PLAN_FINE, weekday,
		&plan) == PATH_FORBIDDEN)
		return false;
	put_body(v->s, body, v->s->slot);
	return true;
}

bool
move_body(struct mover *v, int number, int weekday)
{
	const struct plan_body *body = &v->s->m->body[number];
	int64_t limit = state_total(v->s) + allowance(v);

	lift_body(v->s, body, v->kept);
	if (move_insert(v, number, weekday, v->temperature)) {
		if (state_total(v->s) <= limit)
			return true;
		lift_body(v->s, body, NULL);
	}
	put_body(v->s, body, v->kept);
	return false;
}

/* ---- plans that come from elsewhere ---- */

static bool
has_slot(const struct plan_model *m, int i, int32_t slot)
{
	const struct plan_meeting *mt = &m->meeting[i];

	return slot >= (int32_t)mt->slot &&
	       (uint32_t)slot - mt->slot < mt->slots;
}

/* The pair of number ${k} may stand so, by itself. */
static bool
is_pair(const struct plan_model *m, const struct plan_body *body, int k,
    const int32_t *slot)
{
	int i = body->committee[k], c, lead;

	if (!has_slot(m, i, slot[i]))
		return false;
	if (body->council == NULL)
		return true;
	c = body->council[k];
	if (!has_slot(m, c, slot[c]))
		return false;
	lead = m->slot[slot[i]].day - m->slot[slot[c]].day;
	return lead >= body->lead_min && lead <= body->lead_max;
}

/* Some meeting of the body is in the window. */
static bool
is_window_kept(const struct plan_model *m, const struct plan_body *body,
    const struct plan_window *w, const int32_t *slot)
{
	int k, day;

	for (k = 0; k < body->n; k++) {
		day = m->slot[slot[body->committee[k]]].day;
		if (day >= w->first && day <= w->last)
			return true;
	}
	return false;
}

bool
move_place(struct mover *v, int number, const int32_t *slot)
{
	const struct plan_model *m = v->s->m;
	const struct plan_body *body = &m->body[number];
	int k;

	for (k = 0; k < body->n; k++)
		if (!is_pair(m, body, k, slot))
			return false;
	for (k = 1; k < body->n; k++)
		if (!follows(m, body, m->slot[slot[body->committee[k - 1]]].day,
			m->slot[slot[body->committee[k]]].day))
			return false;
	for (k = 0; k < body->windows; k++)
		if (!is_window_kept(m, body, &body->window[k], slot))
			return false;
	put_body(v->s, body, slot);
	return true;
}

bool
move_is_placed(const struct mover *v, int number)
{
	const struct plan_body *body = &v->s->m->body[number];

	return body->n > 0 &&
	       v->s->slot[body->committee[body->n - 1]] != PLAN_NONE;
}

void
move_lift_all(struct mover *v)
{
	int i;

	for (i = 0; i < v->s->m->n_meetings; i++)
		if (v->s->slot[i] != PLAN_NONE)
			state_lift(v->s, i);
}
