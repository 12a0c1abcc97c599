/* SPDX-License-Identifier: EUPL-1.2
 *
 * The best plan of one body for given prices: dynamic programming over the days
 * of its meetings.  The conditions on consecutive meetings (gaps, windows) and
 * on a council and its committee are ranges of days, known when the model is;
 * both ends of a range only grow with the day, so that the cheapest day of each
 * range is found with a queue in one sweep.
 *
 * A window is missed when one meeting is before it and the next after it.  The
 * first meeting thus may not be after a window, the last not before one, and a
 * meeting after a window needs the one before it on the window's first day or
 * later.
 */
#include "config.h"

#include "base/mem.h"
#include "plan/path.h"

/* A day on which a meeting has slots. */
struct node {
	int32_t slot;	 /* the first that day */
	int32_t slots;	 /* how many */
	int32_t before;	 /* the meeting before: its first day that fits */
	int32_t befores; /* up to this one, not included */
	int32_t council; /* the council's meeting: its first day that fits */
	int32_t councils;
	int32_t day;
};

/* The days of meeting ${i} are node[at[i]] up to node[at[i + 1]]; numbers in a
 * node count from its own meeting's, its predecessor's, its council's first.
 * The values are one for each node of the body at hand. */
struct plan_path {
	const struct plan_model *m;
	struct node *node;
	int32_t *at;
	int32_t *best;	/* the cheapest slot of the day */
	int64_t *price; /* its price */
	int64_t *own;	/* with the council's */
	int64_t *upto;	/* the cheapest way to here, this day included */
	int32_t *queue;
	uint8_t *weekdays; /* of each body: those that it has slots on, bits */
};

/* ---- the model as days ---- */

static int32_t
count_days(const struct plan_model *m, int meeting)
{
	const struct plan_slot *s = m->slot + m->meeting[meeting].slot;
	uint32_t i, n = m->meeting[meeting].slots;
	int32_t days = n > 0;

	for (i = 1; i < n; i++)
		days += s[i].day != s[i - 1].day;
	return days;
}

/* The days of the meeting that have slots that are ${open} (NULL: all), after
 * those of the meeting before it. */
static void
list_days(struct plan_path *p, int meeting, const uint8_t *open)
{
	const struct plan_meeting *mt = &p->m->meeting[meeting];
	struct node *node = p->node + p->at[meeting] - 1;
	uint32_t i;
	int day = PLAN_NONE;

	for (i = mt->slot; i < mt->slot + mt->slots; i++) {
		if (open != NULL && !open[i])
			continue;
		if (p->m->slot[i].day != day) {
			day = p->m->slot[i].day;
			*++node = (struct node){ .slot = (int32_t)i };
			node->day = day;
		}
		node->slots = (int32_t)i + 1 - node->slot;
	}
	p->at[meeting + 1] = (int32_t)(node + 1 - p->node);
}

/* A meeting on ${day} comes too late after one on ${before}. */
static bool
too_late(const struct plan_path *p, const struct plan_body *body, int before,
    int day)
{
	int i;

	if (p->m->act[day] - p->m->act[before] > body->gap_max)
		return true;
	for (i = 0; i < body->windows; i++)
		if (before < body->window[i].first &&
		    day > body->window[i].last)
			return true;
	return false;
}

/* Which nodes of meeting k - 1 may stand before each node of k. */
static void
link_before(struct plan_path *p, const struct plan_body *body, int k)
{
	const int32_t *at = p->at + body->committee[k];
	int32_t first = p->at[body->committee[k - 1]], i, j = first, e = first;
	int32_t end = p->at[body->committee[k - 1] + 1];
	struct node *node;

	for (i = at[0]; i < at[1]; i++) {
		node = &p->node[i];
		while (j < end && too_late(p, body, p->node[j].day, node->day))
			j++;
		while (e < end && node->day - p->node[e].day >= body->gap_min)
			e++;
		node->before = j - first;
		node->befores = (e < j ? j : e) - first;
	}
}

static void
link_council(struct plan_path *p, const struct plan_body *body, int k)
{
	const int32_t *at = p->at + body->committee[k];
	int32_t first = p->at[body->council[k]], i, j = first, e = first;
	int32_t end = p->at[body->council[k] + 1];
	struct node *node;

	for (i = at[0]; i < at[1]; i++) {
		node = &p->node[i];
		while (j < end && node->day - p->node[j].day > body->lead_max)
			j++;
		while (e < end && node->day - p->node[e].day >= body->lead_min)
			e++;
		node->council = j - first;
		node->councils = (e < j ? j : e) - first;
	}
}

/* A first meeting after a window, or a last one before it, cannot be. */
static bool
may_end(const struct plan_body *body, int k, int day)
{
	int i;

	for (i = 0; i < body->windows; i++)
		if ((k == 0 && day > body->window[i].last) ||
		    (k == body->n - 1 && day < body->window[i].first))
			return false;
	return true;
}

/* Marks nodes that cannot be with an empty range of days. */
static void
link_ends(struct plan_path *p, const struct plan_body *body, int k)
{
	const int32_t *at = p->at + body->committee[k];
	int32_t i;

	for (i = at[0]; i < at[1]; i++)
		if (!may_end(body, k, p->node[i].day))
			p->node[i].slots = 0;
}

static void
link_body(struct plan_path *p, int number)
{
	const struct plan_body *body = &p->m->body[number];
	int32_t i;
	int k;

	p->weekdays[number] = body->n == 0; /* any one will do */
	for (k = 0; k < body->n; k++) {
		for (i = p->at[body->committee[k]];
		     i < p->at[body->committee[k] + 1]; i++)
			p->weekdays[number] |=
			    (uint8_t)(1u << p->m->weekday[p->node[i].day]);
		if (k > 0)
			link_before(p, body, k);
		if (body->council != NULL)
			link_council(p, body, k);
		if (k == 0 || k == body->n - 1)
			link_ends(p, body, k);
	}
}

void
plan_path_keep(struct plan_path *p, const uint8_t *open)
{
	int i;

	for (i = 0; i < p->m->n_meetings; i++)
		list_days(p, i, open);
	for (i = 0; i < p->m->n_bodies; i++)
		link_body(p, i);
}

struct plan_path *
plan_path_new(const struct plan_model *m)
{
	struct plan_path *p = mem_alloc(sizeof *p);
	size_t n;
	int i;

	if (p == NULL)
		return NULL;
	p->m = m;
	p->at = mem_alloc(((size_t)m->n_meetings + 1) * sizeof *p->at);
	if (p->at == NULL)
		goto fail;
	for (i = 0; i < m->n_meetings; i++)
		p->at[i + 1] = p->at[i] + count_days(m, i);
	n = (size_t)p->at[m->n_meetings] + 1;
	p->node = mem_alloc(n * sizeof *p->node);
	p->best = mem_alloc(n * sizeof *p->best);
	p->queue = mem_alloc(n * sizeof *p->queue);
	p->price = mem_alloc(n * sizeof *p->price);
	p->own = mem_alloc(n * sizeof *p->own);
	p->upto = mem_alloc(n * sizeof *p->upto);
	p->weekdays = mem_alloc((size_t)m->n_bodies + 1);
	if (p->node == NULL || p->best == NULL || p->queue == NULL ||
	    p->price == NULL || p->own == NULL || p->upto == NULL ||
	    p->weekdays == NULL)
		goto fail;
	plan_path_keep(p, NULL);
	return p;
fail:
	plan_path_free(p);
	return NULL;
}

void
plan_path_free(struct plan_path *p)
{
	if (p == NULL)
		return;
	mem_free(p->node);
	mem_free(p->at);
	mem_free(p->best);
	mem_free(p->queue);
	mem_free(p->price);
	mem_free(p->own);
	mem_free(p->upto);
	mem_free(p->weekdays);
	mem_free(p);
}

/* ---- prices of days ---- */

static int64_t
sum(int64_t a, int64_t b)
{
	return a == PATH_FORBIDDEN || b == PATH_FORBIDDEN ? PATH_FORBIDDEN
							  : a + b;
}

/* The cheapest slot of each day of the meeting. */
static void
price_days(struct plan_path *p, int meeting, const int64_t *price)
{
	const struct node *node;
	int32_t i, k, best;
	int64_t low;

	for (i = p->at[meeting]; i < p->at[meeting + 1]; i++) {
		node = &p->node[i];
		low = PATH_FORBIDDEN;
		best = node->slot;
		for (k = node->slot; k < node->slot + node->slots; k++)
			if (price[k] < low) {
				low = price[k];
				best = k;
			}
		p->price[i] = low;
		p->best[i] = best;
	}
}

/* The lowest of value[first..end) for a range whose ends only grow: the queue
 * holds the places that may still become the lowest, lowest first. */
struct sweep {
	const int64_t *value;
	int32_t *queue;
	int32_t head, tail, next;
};

static int32_t
sweep_to(struct sweep *s, int32_t first, int32_t end)
{
	for (; s->next < end; s->next++) {
		if (s->value[s->next] == PATH_FORBIDDEN)
			continue;
		while (s->tail > s->head &&
		       s->value[s->queue[s->tail - 1]] > s->value[s->next])
			s->tail--;
		s->queue[s->tail++] = s->next;
	}
	while (s->head < s->tail && s->queue[s->head] < first)
		s->head++;
	return s->head < s->tail ? s->queue[s->head] : PLAN_NONE;
}

/* Each committee day with its council's cheapest day before it. */
static void
price_body(
    struct plan_path *p, const struct plan_body *body, const int64_t *price)
{
	struct sweep s;
	int32_t i, c, first;
	int k;

	for (k = 0; k < body->n; k++) {
		price_days(p, body->committee[k], price);
		i = p->at[body->committee[k]];
		if (body->council == NULL) {
			for (; i < p->at[body->committee[k] + 1]; i++)
				p->own[i] = p->price[i];
			continue;
		}
		price_days(p, body->council[k], price);
		first = p->at[body->council[k]];
		s = (struct sweep){ p->price + first, p->queue, 0, 0, 0 };
		for (; i < p->at[body->committee[k] + 1]; i++) {
			c = sweep_to(
			    &s, p->node[i].council, p->node[i].councils);
			p->own[i] = c == PLAN_NONE
					? PATH_FORBIDDEN
					: sum(p->price[i], s.value[c]);
		}
	}
}

/* ---- paths ---- */

/* What a day costs: its slot, its council's, and another weekday's charge. */
static int64_t
day_price(
    const struct plan_path *p, int32_t i, int64_t off_weekday, int weekday)
{
	if (p->own[i] == PATH_FORBIDDEN || weekday == PLAN_NONE ||
	    p->m->weekday[p->node[i].day] == weekday)
		return p->own[i];
	return p->own[i] + off_weekday;
}

/* The cheapest way to each day of each meeting; the cheapest of the last. */
static int64_t
go_forward(
    struct plan_path *p, const struct plan_body *body, int64_t off, int weekday)
{
	int64_t low = PATH_FORBIDDEN;
	struct sweep s = { 0 };
	int32_t i, end, from;
	int k;

	for (k = 0; k < body->n; k++) {
		i = p->at[body->committee[k]];
		end = p->at[body->committee[k] + 1];
		if (k > 0)
			s = (struct sweep){ p->upto +
						p->at[body->committee[k - 1]],
				p->queue, 0, 0, 0 };
		for (low = PATH_FORBIDDEN; i < end; i++) {
			p->upto[i] = day_price(p, i, off, weekday);
			if (k > 0) {
				from = sweep_to(
				    &s, p->node[i].before, p->node[i].befores);
				p->upto[i] =
				    from == PLAN_NONE
					? PATH_FORBIDDEN
					: sum(p->upto[i], s.value[from]);
			}
			low = p->upto[i] < low ? p->upto[i] : low;
		}
	}
	return body->n == 0 ? (body->windows > 0 ? PATH_FORBIDDEN : 0) : low;
}

/* The first place of the lowest value in [first, end), which is not empty. */
static int32_t
lowest(const int64_t *value, int32_t first, int32_t end)
{
	int32_t best = first;

	for (; first < end; first++)
		if (value[first] < value[best])
			best = first;
	return best;
}

/* Follow the ways that go_forward found from the end back to the start. */
static void
trace(
    const struct plan_path *p, const struct plan_body *body, struct plan *plan)
{
	int32_t i = 0, c, base;
	int k;

	for (k = body->n - 1; k >= 0; k--) {
		base = p->at[body->committee[k]];
		if (k == body->n - 1)
			i = lowest(
			    p->upto, base, p->at[body->committee[k] + 1]);
		else
			i = lowest(p->upto, base + p->node[i].before,
			    base + p->node[i].befores);
		plan->slot[body->committee[k]] = p->best[i];
		if (body->council == NULL)
			continue;
		c = p->at[body->council[k]];
		c = lowest(
		    p->price, c + p->node[i].council, c + p->node[i].councils);
		plan->slot[body->council[k]] = p->best[c];
	}
}

int64_t
plan_path_best(struct plan_path *p, int body, const int64_t *price,
    int64_t off_weekday, int weekday, struct plan *plan)
{
	const struct plan_body *b = &p->m->body[body];
	int64_t low = PATH_FORBIDDEN, here;
	int w, last = weekday, main_day = weekday;

	price_body(p, b, price);
	if (off_weekday == 0 || weekday != PLAN_NONE)
		low = go_forward(p, b, off_weekday, weekday);
	else
		for (w = 0; w < 7; w++) {
			if (!(p->weekdays[body] >> w & 1))
				continue;
			here = go_forward(p, b, off_weekday, last = w);
			if (here < low) {
				low = here;
				main_day = w;
			}
		}
	if (low == PATH_FORBIDDEN || plan == NULL)
		return low;
	if (main_day != last)
		go_forward(p, b, off_weekday, main_day);
	trace(p, b, plan);
	return low;
}
