/* SPDX-License-Identifier: EUPL-1.2
 *
 * The cheapest plan when all bodies but a few stay: those that stay have one
 * slot each, those that move have the ones that the others leave them.
 */
#include "config.h"

#include <math.h>
#include <string.h>

#include "base/mem.h"
#include "plan/part.h"
#include "plan/solve.h"

/* A little at each part of so small a tree: more is slower, and choosing well
 * what to divide is not worth it. */
static const struct branch_effort effort = { { 0.5, 0.7, 0.02, 5, 200 },
	{ 0.3, 0.7, 0.001, 5, 15 }, 1 };

bool
part_init(struct part *p, const struct plan_model *m)
{
	*p = (struct part){ 0 };
	p->dear = mem_alloc(((size_t)m->n_slots + 1) * sizeof *p->dear);
	return dual_init(&p->d, m) && ascent_init(&p->a, &p->d) &&
	       p->dear != NULL;
}

void
part_clear(struct part *p)
{
	branch_clear(&p->tree);
	ascent_clear(&p->a);
	dual_clear(&p->d);
	mem_free(p->dear);
	*p = (struct part){ 0 };
}

static void
open_slots(struct part *p, const struct state *s, const int32_t *now,
    const struct part_hint *hint)
{
	const struct plan_meeting *mt = p->d.m->meeting;
	uint8_t *alive = p->d.alive;
	int32_t k, end;
	int i;

	for (i = 0; i < p->d.m->n_meetings; i++, mt++) {
		memset(alive + mt->slot, 0, mt->slots);
		alive[now[i]] = 1;
		if (s->slot[i] != PLAN_NONE)
			continue;
		end = (int32_t)(mt->slot + mt->slots);
		for (k = (int32_t)mt->slot; k < end; k++)
			if (hint->slot == NULL ||
			    (double)hint->slot[k] <= hint->most)
				alive[k] = !state_is_full(s, i, k);
	}
}

void
part_start(struct part *p, const struct state *s, const int32_t *now,
    int64_t known, const struct part_hint *hint)
{
	struct dual *d = &p->d;
	double enough = (double)(known - 1) * d->scale + 1, value;

	d->work = 0;
	branch_clear(&p->tree);
	p->known = known;
	p->a.found = PLAN_NO_COST;
	open_slots(p, s, now, hint);
	memset(d->weekdays, 0x7f, (size_t)d->m->n_bodies);
	dual_build(d);
	ascent_load(&p->a, hint->multiplier, hint->n_multipliers);
	value = dual_value(d, p->a.best);
	p->done = value >= enough;
	if (p->done)
		return;
	dual_fix(d, p->a.best, enough - 1 - value, p->dear, NULL);
	ascent_rebuild(&p->a);
	p->done = !branch_init(&p->tree, d, &p->a, &effort, value);
}

bool
part_run(struct part *p, int64_t *work)
{
	p->d.work += *work;
	if (!p->done)
		p->done = branch_run(&p->tree, p->known) || p->tree.failed;
	*work = p->d.work;
	p->d.work = 0;
	return p->done;
}

int64_t
part_found(const struct part *p)
{
	return p->a.found < p->known ? p->a.found : PLAN_NO_COST;
}
