/* SPDX-License-Identifier: EUPL-1.2
 *
 * The best choice of a body, all main weekdays at once: dynamic programming
 * over the days of its committee's meetings.  The days that the meeting before
 * may have are a range whose ends only grow, and the cheapest of a range is
 * found as in a queue of two stacks: minima from a middle down, kept for each
 * day, and one minimum from the middle up.
 */
#include "config.h"

#include <math.h>
#include <string.h>

#include "base/mem.h"
#include "plan/chain.h"

#define LANES CHAIN_LANES

/* The days of the body that has most, and of the meeting that has most. */
static void
count_days(const struct plan_model *m, size_t *body_most, size_t *meeting_most)
{
	size_t body, days;
	int b, k, council;
	uint32_t i;

	*body_most = *meeting_most = 1;
	for (b = 0; b < m->n_bodies; b++) {
		body = 0;
		for (k = 0; k < 2 * m->body[b].n; k++) {
			const struct plan_body *by = &m->body[b];
			const struct plan_meeting *mt;

			council = k % 2;
			if (council && by->council == NULL)
				continue;
			mt = &m->meeting[council ? by->council[k / 2]
						 : by->committee[k / 2]];
			days = 0;
			for (i = mt->slot; i < mt->slot + mt->slots; i++)
				days += i == mt->slot ||
					m->slot[i].day != m->slot[i - 1].day;
			body += days;
			if (days > *meeting_most)
				*meeting_most = days;
		}
		if (body > *body_most)
			*body_most = body;
	}
}

bool
chain_init(struct chain *c, const struct plan_model *m)
{
	size_t slots = (size_t)m->n_slots + 1, body, meeting;
	size_t meetings = (size_t)m->n_meetings + 1;

	count_days(m, &body, &meeting);
	*c = (struct chain){ .m = m };
	c->live = mem_alloc(slots * sizeof *c->live);
	c->body = mem_alloc(((size_t)m->n_bodies + 1) * sizeof *c->body);
	c->first = mem_alloc(meetings * sizeof *c->first);
	c->end = mem_alloc(meetings * sizeof *c->end);
	c->day = mem_alloc(slots * sizeof *c->day);
	c->cheapest = mem_alloc(slots * sizeof *c->cheapest);
	c->low = mem_alloc(slots * sizeof *c->low);
	c->council = mem_alloc(slots * sizeof *c->council);
	c->upto = mem_alloc(body * LANES * sizeof *c->upto);
	c->onward = mem_alloc(body * LANES * sizeof *c->onward);
	c->suffix = mem_alloc(meeting * LANES * sizeof *c->suffix);
	return c->live != NULL && c->body != NULL && c->first != NULL &&
	       c->end != NULL && c->day != NULL && c->cheapest != NULL &&
	       c->low != NULL && c->council != NULL && c->upto != NULL &&
	       c->onward != NULL && c->suffix != NULL;
}

void
chain_clear(struct chain *c)
{
	mem_free(c->live);
	mem_free(c->body);
	mem_free(c->first);
	mem_free(c->end);
	mem_free(c->day);
	mem_free(c->cheapest);
	mem_free(c->low);
	mem_free(c->council);
	mem_free(c->upto);
	mem_free(c->onward);
	mem_free(c->suffix);
	*c = (struct chain){ 0 };
}

/* ---- the slots in question ---- */

static void
add_meeting(struct chain *c, int meeting, const uint8_t *alive)
{
	const struct plan_model *m = c->m;
	const struct plan_meeting *mt = &m->meeting[meeting];
	struct chain_day *d = NULL;
	uint32_t s;

	c->first[meeting] = c->n_days;
	for (s = mt->slot; s < mt->slot + mt->slots; s++) {
		if (!alive[s])
			continue;
		if (d == NULL || d->day != m->slot[s].day) {
			d = &c->day[c->n_days++];
			*d = (struct chain_day){ .slot = c->n_live,
				.day = m->slot[s].day,
				.weekday =
				    (uint8_t)m->weekday[m->slot[s].day] };
		}
		c->live[c->n_live++] = s;
		d->slots_end = c->n_live;
	}
	c->end[meeting] = c->n_days;
}

/* The first day of the last window that is over before ${day}: a meeting must
 * have been then or later.  PLAN_NONE if none is. */
static int
must_reach(const struct plan_body *body, int day)
{
	int i, first = PLAN_NONE;

	for (i = 0; i < body->windows; i++)
		if (body->window[i].last < day && body->window[i].first > first)
			first = body->window[i].first;
	return first;
}

static bool
may_end(const struct plan_body *body, int day)
{
	int i;

	for (i = 0; i < body->windows; i++)
		if (body->window[i].first > day)
			return false;
	return true;
}

static void
link_meeting(struct chain *c, const struct plan_body *body, int k)
{
	const int *act = c->m->act;
	int meeting = body->committee[k], earlier, council, reach;
	int32_t i, lo = 0, hi = 0, end = 0, clo = 0, chi = 0, cend = 0;
	struct chain_day *d, *all = c->day;

	if (k > 0) {
		earlier = body->committee[k - 1];
		lo = hi = c->first[earlier];
		end = c->end[earlier];
	}
	if (body->council != NULL) {
		council = body->council[k];
		clo = chi = c->first[council];
		cend = c->end[council];
	}
	for (i = c->first[meeting]; i < c->end[meeting]; i++) {
		d = &all[i];
		reach = must_reach(body, d->day);
		d->may_end = may_end(body, d->day);
		while (hi < end && d->day - all[hi].day >= body->gap_min)
			hi++;
		while (lo < end &&
		       (act[d->day] - act[all[lo].day] > body->gap_max ||
			   all[lo].day < reach))
			lo++;
		d->before = lo;
		d->before_end = hi > lo ? hi : lo;
		if (k == 0) /* one imaginary day, unless a window is missed */
			d->before_end = reach == PLAN_NONE;
		while (chi < cend && d->day - all[chi].day >= body->lead_min)
			chi++;
		while (clo < cend && d->day - all[clo].day > body->lead_max)
			clo++;
		d->council = clo;
		d->council_end = chi > clo ? chi : clo;
	}
}

void
chain_build(struct chain *c, const uint8_t *alive)
{
	const struct plan_body *body;
	int b, k;

	c->n_live = 0;
	c->n_days = 0;
	for (b = 0; b < c->m->n_bodies; b++) {
		body = &c->m->body[b];
		c->body[b] = c->n_live;
		for (k = 0; k < body->n; k++) {
			add_meeting(c, body->committee[k], alive);
			if (body->council != NULL)
				add_meeting(c, body->council[k], alive);
			link_meeting(c, body, k);
		}
	}
	c->body[b] = c->n_live;
}

/* ---- the best choice ---- */

static inline void
lower(double *restrict into, const double *restrict by)
{
	int l;

	for (l = 0; l < LANES; l++)
		into[l] = by[l] < into[l] ? by[l] : into[l];
}

static inline void
lowest(
    double *restrict into, const double *restrict a, const double *restrict b)
{
	int l;

	for (l = 0; l < LANES; l++)
		into[l] = b[l] < a[l] ? b[l] : a[l];
}

static void
fill(double *lanes, double value)
{
	int l;

	for (l = 0; l < LANES; l++)
		lanes[l] = value;
}

static void
price_days(struct chain *c, int meeting, const double *price)
{
	int32_t i;
	uint32_t s, best;

	for (i = c->first[meeting]; i < c->end[meeting]; i++) {
		best = c->day[i].slot;
		for (s = best + 1; s < c->day[i].slots_end; s++)
			if (price[s] < price[best])
				best = s;
		c->cheapest[i] = best;
		c->low[i] = price[best];
	}
}

/* The council's part of each day of meeting ${k}: its cheapest day in reach. */
static void
price_council(struct chain *c, const struct plan_body *body, int k)
{
	int meeting = body->committee[k];
	int32_t i, j;
	double low;

	for (i = c->first[meeting]; i < c->end[meeting]; i++) {
		low = body->council == NULL ? 0 : HUGE_VAL;
		for (j = c->day[i].council; j < c->day[i].council_end; j++)
			low = c->low[j] < low ? c->low[j] : low;
		c->council[i] = low;
	}
}

static int32_t
body_first(const struct chain *c, const struct plan_body *body)
{
	return body->n > 0 ? c->first[body->committee[0]] : 0;
}

/* The minima of ranges of the days of the meeting before. */
struct ranges {
	const double *value; /* lanes of the day before[0] on */
	double *suffix;
	int32_t origin, middle, next;
	double upper[LANES];
};

static void
range_low(struct ranges *r, int32_t from, int32_t to, double *out)
{
	int32_t i;

	if (from >= r->middle) {
		r->middle = r->next = to;
		fill(r->upper, HUGE_VAL);
		memcpy(&r->suffix[(to - 1 - r->origin) * LANES],
		    &r->value[(to - 1 - r->origin) * LANES], sizeof r->upper);
		for (i = to - 2 - r->origin; i >= from - r->origin; i--)
			lowest(&r->suffix[i * LANES], &r->value[i * LANES],
			    &r->suffix[(i + 1) * LANES]);
	}
	for (; r->next < to; r->next++)
		lower(r->upper, &r->value[(r->next - r->origin) * LANES]);
	lowest(out, r->upper, &r->suffix[(from - r->origin) * LANES]);
}

static void
forward_meeting(struct chain *c, const struct plan_body *body, int k,
    double off, const double *start)
{
	int32_t base = body_first(c, body), i;
	int meeting = body->committee[k], l;
	const struct chain_day *d;
	struct ranges r = { .suffix = c->suffix, .middle = PLAN_NONE };
	double *to, own;

	if (k > 0) {
		r.origin = c->first[body->committee[k - 1]];
		r.value = &c->upto[(size_t)(r.origin - base) * LANES];
	}
	for (i = c->first[meeting]; i < c->end[meeting]; i++) {
		d = &c->day[i];
		to = &c->upto[(size_t)(i - base) * LANES];
		own = c->low[i] + c->council[i];
		if (d->before >= d->before_end || own >= HUGE_VAL) {
			fill(to, HUGE_VAL);
			continue;
		}
		if (k == 0)
			memcpy(to, start, LANES * sizeof *to);
		else
			range_low(&r, d->before, d->before_end, to);
		for (l = 0; l < LANES; l++)
			to[l] += own + (l == d->weekday ? 0 : off);
	}
}

/* Fill upto; the best with each weekday, and the day and weekday where the best
 * of all ends. */
static double
forward(struct chain *c, const struct plan_body *body, const double *price,
    double off, unsigned weekdays, double *by_weekday, int32_t *day, int *main)
{
	double start[LANES], best = HUGE_VAL, value;
	int32_t i, base = body_first(c, body);
	int k, l, last = body->committee[body->n - 1];

	for (l = 0; l < LANES; l++)
		start[l] = weekdays >> l & 1 ? 0 : HUGE_VAL;
	for (k = 0; k < body->n; k++) {
		price_days(c, body->committee[k], price);
		if (body->council != NULL)
			price_days(c, body->council[k], price);
		price_council(c, body, k);
		forward_meeting(c, body, k, off, start);
	}
	fill(by_weekday, HUGE_VAL);
	for (i = c->first[last]; i < c->end[last]; i++)
		for (l = 0; c->day[i].may_end && l < 7; l++) {
			value = c->upto[(size_t)(i - base) * LANES + l];
			if (value < by_weekday[l])
				by_weekday[l] = value;
			if (value < best) {
				best = value;
				*day = i;
				*main = l;
			}
		}
	return best;
}

/* A body that never meets costs nothing, and misses every window. */
static double
without_meetings(const struct plan_body *body, double *by_weekday)
{
	double value = body->windows > 0 ? HUGE_VAL : 0;

	fill(by_weekday, value);
	return value;
}

double
chain_best(struct chain *c, int number, const double *price, double off,
    unsigned weekdays, uint32_t *pick, double *by_weekday)
{
	const struct plan_body *body = &c->m->body[number];
	int32_t base = body_first(c, body), i = 0, j, best;
	int k, main = 0;
	double value;

	if (body->n == 0)
		return without_meetings(body, by_weekday);
	value = forward(c, body, price, off, weekdays, by_weekday, &i, &main);
	for (k = body->n - 1; value < HUGE_VAL && k >= 0; k--) {
		pick[body->committee[k]] = c->cheapest[i];
		if (body->council != NULL) {
			best = c->day[i].council;
			for (j = best; j < c->day[i].council_end; j++)
				if (c->low[j] < c->low[best])
					best = j;
			pick[body->council[k]] = c->cheapest[best];
		}
		best = c->day[i].before;
		for (j = best; k > 0 && j < c->day[i].before_end; j++)
			if (c->upto[(size_t)(j - base) * LANES + main] <
			    c->upto[(size_t)(best - base) * LANES + main])
				best = j;
		i = best;
	}
	return value;
}

/* ---- through each slot ---- */

static void
backward_meeting(
    struct chain *c, const struct plan_body *body, int k, double off)
{
	int32_t base = body_first(c, body), i, j;
	int meeting = body->committee[k], l;
	bool last = k == body->n - 1;
	double on[LANES], own;

	for (i = c->first[meeting]; i < c->end[meeting]; i++)
		fill(&c->onward[(size_t)(i - base) * LANES],
		    last && c->day[i].may_end ? 0 : HUGE_VAL);
	if (last)
		return;
	meeting = body->committee[k + 1];
	for (i = c->first[meeting]; i < c->end[meeting]; i++) {
		own = c->low[i] + c->council[i];
		for (l = 0; l < LANES; l++)
			on[l] = c->onward[(size_t)(i - base) * LANES + l] +
				own + (l == c->day[i].weekday ? 0 : off);
		for (j = c->day[i].before; j < c->day[i].before_end; j++)
			lower(&c->onward[(size_t)(j - base) * LANES], on);
	}
}

/* The council's meeting on day ${j}, when the committee's on its day costs
 * ${rest} without it. */
static void
through_council(struct chain *c, int32_t j, const double *price, double rest,
    double *through)
{
	uint32_t s;

	for (s = c->day[j].slot; s < c->day[j].slots_end; s++)
		if (rest + price[s] < through[s])
			through[s] = rest + price[s];
}

static void
through_meeting(struct chain *c, const struct plan_body *body, int k,
    const double *price, double *through)
{
	int32_t base = body_first(c, body), i, j;
	int meeting = body->committee[k], council, l;
	double low, value;
	uint32_t s;

	if (body->council != NULL && (council = body->council[k]) >= 0)
		for (i = c->first[council]; i < c->end[council]; i++)
			for (s = c->day[i].slot; s < c->day[i].slots_end; s++)
				through[s] = HUGE_VAL;
	for (i = c->first[meeting]; i < c->end[meeting]; i++) {
		low = HUGE_VAL;
		for (l = 0; l < 7; l++) {
			value = c->upto[(size_t)(i - base) * LANES + l] +
				c->onward[(size_t)(i - base) * LANES + l];
			low = value < low ? value : low;
		}
		for (s = c->day[i].slot; s < c->day[i].slots_end; s++)
			through[s] = low < HUGE_VAL ? low - c->low[i] + price[s]
						    : HUGE_VAL;
		for (j = c->day[i].council;
		     low < HUGE_VAL && j < c->day[i].council_end; j++)
			through_council(
			    c, j, price, low - c->council[i], through);
	}
}

double
chain_through(struct chain *c, int number, const double *price, double off,
    unsigned weekdays, double *through, double *by_weekday)
{
	const struct plan_body *body = &c->m->body[number];
	int32_t day = 0;
	int k, main = 0;
	double value;

	if (body->n == 0)
		return without_meetings(body, by_weekday);
	value = forward(c, body, price, off, weekdays, by_weekday, &day, &main);
	for (k = body->n - 1; k >= 0; k--) {
		backward_meeting(c, body, k, off);
		through_meeting(c, body, k, price, through);
	}
	return value;
}
