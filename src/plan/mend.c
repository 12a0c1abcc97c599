/* SPDX-License-Identifier: EUPL-1.2
 *
 * Mending: which bodies are taken together, and in what order.
 */
#include "config.h"

#include <string.h>

#include "base/mem.h"
#include "plan/mend.h"
#include "plan/solve.h"

#define SETS_MOST 60 /* tried all of them, of one size */
#define AMISS_MOST 100.0
#define PART_WORK                                                              \
	((int64_t)1 << 20) /* slots looked at for one set, at most             \
			    */

bool
mend_init(struct mend *md, struct mover *v)
{
	*md = (struct mend){ .v = v };
	md->slot =
	    mem_alloc(((size_t)v->s->m->n_meetings + 1) * sizeof *md->slot);
	md->amiss =
	    mem_alloc(((size_t)v->s->m->n_bodies + 1) * sizeof *md->amiss);
	return part_init(&md->part, v->s->m) && md->slot != NULL &&
	       md->amiss != NULL;
}

void
mend_done(struct mend *md)
{
	part_clear(&md->part);
	mem_free(md->slot);
	mem_free(md->amiss);
	*md = (struct mend){ 0 };
}

/* ---- sets of bodies ---- */

static uint32_t
choose(int n, int k)
{
	uint64_t ways = 1;
	int i;

	for (i = 0; i < k; i++)
		ways = ways * (uint64_t)(n - i) / (uint64_t)(i + 1);
	return k > n ? 0 : ways < UINT32_MAX ? (uint32_t)ways : UINT32_MAX;
}

/* The set of that number, in the order of words of a dictionary. */
static void
name_set(struct mend *md, uint32_t number)
{
	int n = md->v->s->m->n_bodies, i, body = 0;
	uint32_t ways;

	for (i = 0; i < md->size; body++) {
		ways = choose(n - 1 - body, md->size - 1 - i);
		if (number < ways)
			md->body[i++] = body;
		else
			number -= ways;
	}
}

static uint32_t
common_divisor(uint32_t a, uint32_t b)
{
	uint32_t rest;

	for (; b > 0; b = rest) {
		rest = a % b;
		a = b;
	}
	return a;
}

/* All sets of that many bodies are to come, in an order of their own; of very
 * many only some. */
static void
shuffle(struct mend *md, int size)
{
	md->size = size;
	md->sets = choose(md->v->s->m->n_bodies, size);
	md->vain = 0;
	if (md->sets == 0 || md->sets > SETS_MOST)
		return;
	md->at = mover_draw(md->v, md->sets);
	do
		md->stride = 1 + mover_draw(md->v, md->sets);
	while (common_divisor(md->stride, md->sets) != 1);
}

/* How much the bound finds amiss with each body's place in the plan. */
static void
weigh_bodies(struct mend *md)
{
	const struct plan_model *m = md->v->s->m;
	double most = 0, dear;
	int i, b;

	for (b = 0; b < m->n_bodies; b++)
		md->amiss[b] = 0;
	for (i = 0; i < m->n_meetings; i++) {
		b = m->meeting[i].body;
		dear = (double)md->hint.slot[md->slot[i]];
		dear = dear < AMISS_MOST ? dear : AMISS_MOST;
		if (dear > md->amiss[b])
			md->amiss[b] = dear;
	}
	for (b = 0; b < m->n_bodies; b++)
		most = md->amiss[b] > most ? md->amiss[b] : most;
	for (b = 0; b < m->n_bodies; b++)
		md->amiss[b] += most / 10 + 1e-6;
}

static bool
is_drawn(const struct mend *md, int n, int body)
{
	int i;

	for (i = 0; i < n; i++)
		if (md->body[i] == body)
			return true;
	return false;
}

/* Bodies by what is amiss with them. */
static void
draw_set(struct mend *md)
{
	int n = md->v->s->m->n_bodies, i, b;
	double sum, at;

	for (i = 0; i < md->size; i++) {
		for (sum = 0, b = 0; b < n; b++)
			sum += is_drawn(md, i, b) ? 0 : md->amiss[b];
		at = sum * mover_draw(md->v, 1 << 20) / (1 << 20);
		for (b = 0; b < n - 1; b++) {
			if (is_drawn(md, i, b))
				continue;
			at -= md->amiss[b];
			if (at < 0)
				break;
		}
		while (is_drawn(md, i, b)) /* nothing but rounding */
			b--;
		md->body[i] = b;
	}
}

/* ---- one set ---- */

static void
each_meeting(struct mend *md, bool lift)
{
	const struct plan_body *body;
	struct state *s = md->v->s;
	int i, k;

	for (i = 0; i < md->size; i++) {
		body = &s->m->body[md->body[i]];
		for (k = 0; k < 2 * body->n; k++) {
			const int *of =
			    k % 2 == 0 ? body->committee : body->council;

			if (of != NULL && lift)
				state_lift(s, of[k / 2]);
			else if (of != NULL)
				state_put(s, of[k / 2], md->slot[of[k / 2]]);
		}
	}
}

static void
begin_set(struct mend *md)
{
	if (md->sets > SETS_MOST) {
		draw_set(md);
	} else {
		name_set(md, md->at);
		md->at = (uint32_t)(((uint64_t)md->at + md->stride) % md->sets);
	}
	each_meeting(md, true);
	part_start(&md->part, md->v->s, md->slot, md->cost, &md->hint);
	md->left = PART_WORK;
	md->begun = true;
}

static void
end_set(struct mend *md)
{
	md->vain++;
	if (part_found(&md->part) < md->cost) {
		md->cost = part_found(&md->part);
		memcpy(md->slot, md->part.a.plan,
		    (size_t)md->v->s->m->n_meetings * sizeof *md->slot);
		md->vain = 0;
		weigh_bodies(md);
	}
	each_meeting(md, false);
	md->begun = false;
}

/* ---- the whole ---- */

void
mend_start(struct mend *md, const int32_t *slot, int64_t cost)
{
	int i;

	move_lift_all(md->v);
	for (i = 0; i < md->v->s->m->n_meetings; i++) {
		md->slot[i] = slot[i];
		state_put(md->v->s, i, slot[i]);
	}
	md->cost = cost;
	md->begun = false;
	weigh_bodies(md);
	shuffle(md, 2);
}

/* How many in vain are enough. */
static uint32_t
enough_sets(const struct mend *md)
{
	uint32_t some = 8 * (uint32_t)md->v->s->m->n_bodies;

	return md->sets <= SETS_MOST || md->sets < some ? md->sets : some;
}

bool
mend_run(struct mend *md, int64_t *work)
{
	int n = md->v->s->m->n_bodies;
	int64_t before;

	while (*work > 0) {
		if (md->begun) {
			before = *work;
			if (part_run(&md->part, work))
				md->left = 0;
			md->left -= before - *work;
			if (md->left <= 0)
				end_set(md);
		} else if (md->vain < enough_sets(md)) {
			begin_set(md);
		} else if (md->size < MEND_BODIES && md->size < n) {
			shuffle(md, md->size + 1);
		} else {
			move_lift_all(md->v);
			return true;
		}
	}
	return false;
}
