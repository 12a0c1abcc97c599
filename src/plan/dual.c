/* SPDX-License-Identifier: EUPL-1.2
 *
 * The Lagrangian dual: its value, slopes, and what can be fixed.  The rows are
 * made in rows.c.
 */
#include "config.h"

#include <math.h>

#include "base/mem.h"
#include "plan/dual.h"
#include "plan/rows.h"
#include "plan/solve.h"

#define SCALE 1024.0
#define EXACT 2251799813685248.0 /* 2^51: doubles add integers exactly */

/* No plan costs more: costs, weekdays and every unit above every cap. */
double
dual_worst(const struct plan_model *m)
{
	double sum = 0, slot, most;
	uint32_t s, l;
	int i;

	for (i = 0; i < m->n_meetings; i++) {
		most = 0;
		for (s = m->meeting[i].slot;
		     s < m->meeting[i].slot + m->meeting[i].slots; s++) {
			slot = m->slot[s].cost;
			for (l = 0; l < m->slot[s].loads; l++)
				slot +=
				    (double)m->load[m->slot[s].load + l].units *
				    ((double)m->over_a + m->over_b);
			most = slot > most ? slot : most;
		}
		sum += most + m->off_weekday + m->over_dispatch;
	}
	for (i = 0; i < m->n_groups; i++)
		sum += (double)m->group[i].over * m->group[i].n;
	return sum;
}

bool
dual_init(struct dual *d, const struct plan_model *m)
{
	size_t slots = (size_t)m->n_slots + 1;
	double worst = dual_worst(m);
	uint32_t s;
	int b;

	*d = (struct dual){ .m = m, .scale = SCALE };
	while (d->scale > 1 && worst * d->scale > EXACT)
		d->scale /= 2;
	d->alive = mem_alloc(slots);
	d->weekdays = mem_alloc((size_t)m->n_bodies + 1);
	d->main = mem_alloc((size_t)m->n_bodies + 1);
	d->decided = mem_alloc((size_t)m->n_bodies + 1);
	d->apart = mem_alloc(((size_t)m->n_bodies + 1) * sizeof *d->apart);
	d->term_at = mem_alloc((slots + 1) * sizeof *d->term_at);
	d->price = mem_alloc(slots * sizeof *d->price);
	d->pick = mem_alloc(((size_t)m->n_meetings + 1) * sizeof *d->pick);
	if (!chain_init(&d->c, m) || d->alive == NULL || d->weekdays == NULL ||
	    d->main == NULL || d->decided == NULL || d->apart == NULL ||
	    d->term_at == NULL || d->price == NULL || d->pick == NULL)
		return false;
	for (s = 0; s < m->n_slots; s++)
		d->alive[s] = 1;
	for (b = 0; b < m->n_bodies; b++)
		d->weekdays[b] = 0x7f;
	return rows_init(d);
}

void
dual_clear(struct dual *d)
{
	chain_clear(&d->c);
	rows_clear(d);
	mem_free(d->alive);
	mem_free(d->weekdays);
	mem_free(d->main);
	mem_free(d->decided);
	mem_free(d->apart);
	mem_free(d->term_at);
	mem_free(d->price);
	mem_free(d->pick);
	*d = (struct dual){ 0 };
}

/* The cheapest choice of the body at the prices of the moment. */
static double
best_of(struct dual *d, int b)
{
	double off = d->m->off_weekday * d->scale, by_weekday[CHAIN_LANES];
	double best = chain_best(
	    &d->c, b, d->price, off, d->weekdays[b], d->pick, by_weekday);
	int l;

	for (l = 0; l < 6 && by_weekday[l] > best; l++)
		;
	d->main[b] = (uint8_t)l;
	return best;
}

/* A body with one slot for each meeting has one choice, if it has any: its
 * slots, and what they cost off the best of its weekdays. */
static void
decide(struct dual *d, int b)
{
	const struct plan_body *body = &d->m->body[b];
	uint32_t s, meetings = (uint32_t)body->n;

	meetings *= body->council == NULL ? 1 : 2;
	d->decided[b] = false;
	if (body->n == 0 || d->c.body[b + 1] - d->c.body[b] != meetings)
		return;
	for (s = d->c.body[b]; s < d->c.body[b + 1]; s++)
		d->price[s] = 0;
	d->apart[b] = best_of(d, b);
	d->decided[b] = d->apart[b] < HUGE_VAL;
}

void
dual_build(struct dual *d)
{
	int b;

	chain_build(&d->c, d->alive);
	rows_build(d);
	for (b = 0; b < d->m->n_bodies; b++)
		decide(d, b);
}

double
dual_row_max(const struct dual *d, const struct dual_row *row)
{
	double most = row->over + row->over2;

	return most < d->limit ? most : d->limit;
}

static void
price_slots(struct dual *d, const double *multiplier)
{
	const struct dual_term *t = d->term, *end;
	double price;
	uint32_t s;

	for (s = 0; s < d->c.n_live; s++) {
		price = d->m->slot[d->c.live[s]].cost * d->scale;
		for (end = d->term + d->term_at[s + 1]; t < end; t++)
			price += (double)t->units * multiplier[t->row];
		d->price[s] = price;
	}
	if (d->out != NULL)
		for (s = 0; s < d->c.n_live; s++)
			if (d->out[s])
				d->price[s] = HUGE_VAL;
	d->work -= d->c.n_live + 100;
}

static void
count_units(struct dual *d)
{
	const struct dual_term *t, *end;
	uint32_t r;
	int i;

	for (r = 0; r < d->n_rows; r++)
		d->units[r] = 0;
	for (i = 0; i < d->m->n_meetings; i++) {
		t = d->term + d->term_at[d->pick[i]];
		end = d->term + d->term_at[d->pick[i] + 1];
		for (; t < end; t++)
			d->units[t->row] += (double)t->units;
	}
}

/* What the rows give back for their multipliers. */
static double
rows_part(const struct dual *d, const double *multiplier)
{
	const struct dual_row *row;
	double part = 0;
	uint32_t r;

	for (r = 0; r < d->n_rows; r++) {
		row = &d->row[r];
		if (multiplier[r] <= row->over)
			part += multiplier[r] * row->cap;
		else
			part += row->over * row->cap +
				(multiplier[r] - row->over) * row->cap2;
	}
	return part;
}

/* The only choice of the body, of which dual_build has told pick and main. */
static double
price_decided(const struct dual *d, int b)
{
	double price = d->apart[b];
	uint32_t s;

	for (s = d->c.body[b]; s < d->c.body[b + 1]; s++)
		price += d->price[s];
	return price;
}

double
dual_value(struct dual *d, const double *multiplier)
{
	double value = 0, here;
	int b;

	price_slots(d, multiplier);
	for (b = 0; b < d->m->n_bodies; b++) {
		here = d->decided[b] ? price_decided(d, b) : best_of(d, b);
		if (here >= HUGE_VAL)
			return HUGE_VAL;
		value += here;
	}
	count_units(d);
	return value - rows_part(d, multiplier);
}

double
dual_slope(const struct dual_row *row, double multiplier, double units)
{
	if (multiplier < row->over || row->over2 <= 0 || units < row->cap)
		return multiplier > row->over ? units - row->cap2
					      : units - row->cap;
	if (multiplier > row->over || units > row->cap2)
		return units - row->cap2;
	return 0;
}

/* ---- the choice as a plan ---- */

static bool
keeps_links(const struct dual *d)
{
	const struct plan_link *l;
	int i, days;

	for (i = 0; i < d->m->n_links; i++) {
		l = &d->m->link[i];
		days = d->m->slot[d->c.live[d->pick[l->after]]].day -
		       d->m->slot[d->c.live[d->pick[l->before]]].day;
		if (days < l->min || days > l->max)
			return false;
	}
	return true;
}

static int
off_weekday(const struct dual *d, const struct plan_body *body)
{
	int on[7] = { 0 }, k, day, most = 0;

	for (k = 0; k < body->n; k++) {
		day = d->m->slot[d->c.live[d->pick[body->committee[k]]]].day;
		if (++on[d->m->weekday[day]] > most)
			most = on[d->m->weekday[day]];
	}
	return body->n - most;
}

static int64_t
above(int64_t units, int64_t cap, int64_t over)
{
	return units > cap ? (units - cap) * over : 0;
}

static int64_t
load_and_dispatch(const struct dual *d)
{
	const struct plan_model *m = d->m;
	int64_t week[PLAN_WEEKS_MAX] = { 0 }, day[PLAN_DAYS_MAX] = { 0 };
	const struct plan_slot *slot;
	int64_t cost = 0;
	uint32_t l;
	int i;

	for (i = 0; i < m->n_meetings; i++) {
		slot = &m->slot[d->c.live[d->pick[i]]];
		if (slot->dispatch != PLAN_NONE)
			day[slot->dispatch]++;
		for (l = slot->load; l < slot->load + slot->loads; l++)
			week[m->load[l].week] += m->load[l].units;
	}
	for (i = 0; i < m->weeks; i++)
		cost += above(week[i], m->cap_a, m->over_a) +
			above(week[i], m->cap_b, m->over_b);
	for (i = 0; i < m->days; i++)
		cost += above(day[i], m->cap_dispatch, m->over_dispatch);
	return cost;
}

/* What groups are charged: one without a row has room for all. */
static int64_t
groups_cost(const struct dual *d)
{
	int64_t cost = 0;
	uint32_t r;
	size_t g;

	for (r = 0; r < d->n_rows; r++) {
		g = (size_t)(d->row[r].id >> 32);
		if (g < (size_t)d->m->n_groups)
			cost += above((int64_t)d->units[r],
			    (int64_t)d->row[r].cap, d->m->group[g].over);
	}
	return cost;
}

int64_t
dual_cost(const struct dual *d)
{
	int64_t cost = 0;
	uint32_t r;
	int i;

	for (r = 0; r < d->n_rows; r++)
		if (d->units[r] > d->row[r].cap && d->row[r].over >= HUGE_VAL)
			return PLAN_NO_COST;
	if (!keeps_links(d))
		return PLAN_NO_COST;
	for (i = 0; i < d->m->n_meetings; i++)
		cost += d->m->slot[d->c.live[d->pick[i]]].cost;
	for (i = 0; i < d->m->n_bodies; i++)
		cost +=
		    (int64_t)d->m->off_weekday * off_weekday(d, &d->m->body[i]);
	return cost + groups_cost(d) + load_and_dispatch(d);
}

/* ---- fixing ---- */

uint32_t
dual_fix(struct dual *d, const double *multiplier, double slack, double *dear,
    double *weekday)
{
	double off = d->m->off_weekday * d->scale, by_weekday[CHAIN_LANES],
	       best;
	uint32_t s, gone = 0;
	int b, l;

	price_slots(d, multiplier);
	d->work -= 3 * (int64_t)d->c.n_live;
	for (b = 0; b < d->m->n_bodies; b++) {
		best = chain_through(
		    &d->c, b, d->price, off, d->weekdays[b], dear, by_weekday);
		for (s = d->c.body[b]; s < d->c.body[b + 1]; s++) {
			if (!(dear[s] <= best + slack)) {
				d->alive[d->c.live[s]] = 0;
				gone++;
			}
			dear[s] -= best;
		}
		for (l = 0; l < 7; l++)
			if ((d->weekdays[b] >> l & 1) != 0 &&
			    !(by_weekday[l] <= best + slack)) {
				d->weekdays[b] &= (uint8_t) ~(1u << l);
				gone++;
			}
		for (l = 0; weekday != NULL && l < CHAIN_LANES; l++)
			weekday[CHAIN_LANES * b + l] = by_weekday[l] - best;
	}
	return gone;
}
