/* SPDX-License-Identifier: EUPL-1.2
 *
 * One meeting after another gets a time, others making room for it along a
 * shortest path of exchanges (Kuhn 1955).  Where there is no such path, the
 * meetings that were reached are one more than their times hold (Hall 1935).
 */
#include "config.h"

#include <string.h>

#include "plan/fit.h"

#define PLACES_MAX 4000000 /* times of a group, each as often as its cap */
#define STEPS_MAX ((int64_t)1 << 28) /* slots looked at */

struct fit {
	const struct plan_model *m;
	const struct plan_group *g;
	const struct fit_item *item;
	int n;
	const uint8_t *banned;
	int cap, times;
	int *full;  /* per time: how many are there */
	int *at;    /* per time, ${cap} each: which items */
	int *time;  /* per item: its time, or PLAN_NONE */
	int *from;  /* per time: the item that reached it, or PLAN_NONE */
	int *queue; /* items reached */
	int n_queue;
	int64_t steps;
};

/* Put ${item} at ${time} in place of ${other} (PLAN_NONE: in addition). */
static void
put(struct fit *f, int item, int time, int other)
{
	int *at = f->at + (size_t)time * (size_t)f->cap, i;

	for (i = 0; i < f->full[time] && at[i] != other; i++)
		;
	at[i] = item;
	if (other == PLAN_NONE)
		f->full[time]++;
	f->time[item] = time;
}

/* ${time} has room: each of the path takes the time that it reached, the last
 * one this. */
static void
exchange(struct fit *f, int time)
{
	int item, was, other = PLAN_NONE;

	for (; time != PLAN_NONE; time = was) {
		item = f->from[time];
		was = f->time[item];
		put(f, item, time, other);
		other = item;
	}
}

/* The times of one meeting, reached by ${item}: one with room, or PLAN_NONE. */
static int
reach(struct fit *f, int item, int meeting)
{
	const struct plan_meeting *mt = &f->m->meeting[meeting];
	const struct fit_item *it = &f->item[item];
	const struct plan_slot *slot;
	uint32_t s;
	int time, i;

	f->steps += mt->slots;
	for (s = mt->slot; s < mt->slot + mt->slots; s++) {
		slot = &f->m->slot[s];
		time = slot->day * f->m->bands + (f->g->band ? slot->band : 0);
		if (f->banned[s] || slot->day < it->first ||
		    slot->day > it->last || f->from[time] != PLAN_NONE)
			continue;
		f->from[time] = item;
		if (f->full[time] < f->cap)
			return time;
		for (i = 0; i < f->cap; i++)
			f->queue[f->n_queue++] =
			    f->at[(size_t)time * (size_t)f->cap + (size_t)i];
	}
	return PLAN_NONE;
}

static enum fit_answer
place(struct fit *f, int item)
{
	int head, time, i;

	for (time = 0; time < f->times; time++)
		f->from[time] = PLAN_NONE;
	f->steps += f->times;
	f->queue[0] = item;
	f->n_queue = 1;
	time = PLAN_NONE;
	for (head = 0; head < f->n_queue && time == PLAN_NONE; head++) {
		item = f->queue[head];
		for (i = 0; i < f->item[item].n && time == PLAN_NONE; i++)
			time = reach(f, item, f->item[item].meeting[i]);
	}
	if (time == PLAN_NONE)
		return FIT_NO;
	exchange(f, time);
	return f->steps > STEPS_MAX ? FIT_UNKNOWN : FIT_YES;
}

static bool
fit_init(struct fit *f, struct arena *a)
{
	size_t items = (size_t)f->n + 1, times = (size_t)f->times, i;

	f->full = arena_alloc(a, times * sizeof *f->full);
	f->from = arena_alloc(a, times * sizeof *f->from);
	f->at = arena_alloc(a, (times * (size_t)f->cap + 1) * sizeof *f->at);
	f->time = arena_alloc(a, items * sizeof *f->time);
	f->queue = arena_alloc(a, items * sizeof *f->queue);
	if (f->full == NULL || f->from == NULL || f->at == NULL ||
	    f->time == NULL || f->queue == NULL)
		return false;
	for (i = 0; i < items; i++)
		f->time[i] = PLAN_NONE;
	return true;
}

enum fit_answer
fit_group(const struct plan_model *m, const struct plan_group *g, int cap,
    struct fit_item *v, int n, const uint8_t *banned, struct arena *a)
{
	struct fit f = { .m = m,
		.g = g,
		.item = v,
		.n = n,
		.banned = banned,
		.cap = cap,
		.times = m->days * m->bands };
	enum fit_answer answer = FIT_YES;
	int i;

	if (cap < 0 || (int64_t)f.times * (cap + 1) > PLACES_MAX ||
	    !fit_init(&f, a))
		return FIT_UNKNOWN;
	for (i = 0; i < n && answer == FIT_YES; i++) {
		v[i].blame = false;
		answer = place(&f, i);
	}
	for (i = 0; answer == FIT_NO && i < f.n_queue; i++)
		v[f.queue[i]].blame = true;
	return answer;
}
