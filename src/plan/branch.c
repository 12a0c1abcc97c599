/* SPDX-License-Identifier: EUPL-1.2
 *
 * Branch and bound.  The part with the least bound comes first while there is
 * room to keep parts, then the latest.  Of the divisions that the multipliers'
 * steps cannot decide between, some are tried on both sides for a few steps,
 * and the one whose sides rise most is made.
 */
#include "config.h"

#include <math.h>
#include <string.h>

#include "base/mem.h"
#include "plan/branch.h"
#include "plan/solve.h"

#define BYTES_MAX ((size_t)12 << 20) /* of open parts */
#define UNDECIDED 0.02		     /* a smaller share is decided */
#define COUNCIL 0.3 /* councils: often free to choose, seldom the reason */
#define WEEKDAY 1.5 /* main weekdays: decide much at once */

bool
branch_init(struct branch *b, struct dual *d, struct ascent *a,
    const struct branch_effort *effort, double value)
{
	size_t live = (size_t)d->c.n_live + 1;

	*b = (struct branch){
		.d = d, .a = a, .effort = effort, .n_slots = d->c.n_live
	};
	b->slot = mem_alloc(live * sizeof *b->slot);
	b->through = mem_alloc(live * sizeof *b->through);
	b->out = mem_alloc(live);
	b->kept = mem_alloc(((size_t)d->n_rows + 1) * sizeof *b->kept);
	if (b->slot == NULL || b->through == NULL || b->out == NULL ||
	    b->kept == NULL)
		return false;
	memcpy(b->slot, d->c.live, d->c.n_live * sizeof *b->slot);
	b->value = value;
	b->state = BRANCH_CLIMB;
	ascent_start(a, &effort->node);
	return true;
}

/* ---- open parts ---- */

static void
node_clear(struct branch_node *n)
{
	mem_free(n->alive);
	mem_free(n->weekdays);
	mem_free(n->multiplier);
	*n = (struct branch_node){ 0 };
}

static size_t
node_bytes(const struct branch *b, const struct branch_node *n)
{
	return sizeof *n + b->n_slots / 8 + (size_t)b->d->m->n_bodies +
	       n->n_multipliers * sizeof *n->multiplier;
}

void
branch_clear(struct branch *b)
{
	while (b->n_open > 0)
		node_clear(&b->open[--b->n_open]);
	mem_free(b->open);
	mem_free(b->slot);
	mem_free(b->through);
	mem_free(b->out);
	mem_free(b->kept);
	*b = (struct branch){ 0 };
}

static bool
keep_multipliers(const struct branch *b, struct branch_node *n)
{
	n->n_multipliers = ascent_count(b->a);
	n->multiplier =
	    mem_alloc(((size_t)n->n_multipliers + 1) * sizeof *n->multiplier);
	if (n->multiplier != NULL)
		ascent_save(b->a, n->multiplier);
	return n->multiplier != NULL;
}

/* Put the part that dual's alive and weekdays describe among the open ones. */
static bool
push(struct branch *b, double value)
{
	struct branch_node *n;
	uint32_t i;

	if (b->n_open == b->room) {
		size_t room = b->room * 2 + 64;

		n = mem_realloc(b->open, room * sizeof *n);
		if (n == NULL)
			return false;
		b->open = n;
		b->room = room;
	}
	n = &b->open[b->n_open];
	*n = (struct branch_node){ .value = value, .depth = b->depth + 1 };
	n->alive = mem_alloc(b->n_slots / 8 + 1);
	n->weekdays = mem_alloc((size_t)b->d->m->n_bodies + 1);
	if (n->alive == NULL || n->weekdays == NULL ||
	    !keep_multipliers(b, n)) {
		node_clear(n);
		return false;
	}
	for (i = 0; i < b->n_slots; i++)
		if (b->d->alive[b->slot[i]])
			n->alive[i / 8] |= (uint8_t)(1u << i % 8);
	memcpy(n->weekdays, b->d->weekdays, (size_t)b->d->m->n_bodies);
	b->bytes += node_bytes(b, n);
	b->n_open++;
	return true;
}

/* The less of the two sides just made, as long as there are such: plans are
 * met that way.  Then the least of all. */
static size_t
choose_open(const struct branch *b)
{
	size_t i, best = b->n_open - 1, first = 0;

	if (b->just_made > 0)
		first = b->n_open - b->just_made;
	else if (b->bytes >= BYTES_MAX)
		first = best;
	for (i = best; i-- > first;)
		if (b->open[i].value < b->open[best].value)
			best = i;
	return best;
}

/* Take the next open part up: build it and load its multipliers. */
static void
pop(struct branch *b)
{
	size_t i = choose_open(b);
	struct branch_node n = b->open[i];
	uint32_t s;
	struct dual *d = b->d;

	memmove(&b->open[i], &b->open[i + 1],
	    (b->n_open - i - 1) * sizeof *b->open);
	b->n_open--;
	b->just_made = 0;
	b->bytes -= node_bytes(b, &n);
	for (s = 0; s < b->n_slots; s++)
		d->alive[b->slot[s]] = n.alive[s / 8] >> s % 8 & 1;
	memcpy(d->weekdays, n.weekdays, (size_t)d->m->n_bodies);
	dual_build(d);
	ascent_load(b->a, n.multiplier, n.n_multipliers);
	b->value = n.value;
	b->depth = n.depth;
	node_clear(&n);
	ascent_start(b->a, &b->effort->node);
	b->state = BRANCH_CLIMB;
	b->nodes++;
}

/* ---- dividing ---- */

/* Keep the best few, best first. */
static void
suggest(struct branch *b, const struct division *v)
{
	int i, most = b->effort->tries;

	if (b->n_tried == most && b->tried[most - 1].merit >= v->merit)
		return;
	if (b->n_tried < most)
		b->n_tried++;
	for (i = b->n_tried - 1; i > 0 && b->tried[i - 1].merit < v->merit; i--)
		b->tried[i] = b->tried[i - 1];
	b->tried[i] = *v;
}

static void
suggest_weekdays(struct branch *b, int body)
{
	struct division v = { .body = body, .meeting = PLAN_NONE };
	unsigned may = b->d->weekdays[body];
	double share;
	int l;

	if ((may & (may - 1)) == 0)
		return;
	for (l = 0; l < 7; l++) {
		share = (double)b->a->main[8 * body + l];
		share = share < 1 - share ? share : 1 - share;
		v.weekday = l;
		v.merit = WEEKDAY * share;
		if ((may >> l & 1) != 0 && share > UNDECIDED)
			suggest(b, &v);
	}
}

/* The division of a meeting's slots that is nearest to halves; one that is
 * decided all the same has some small merit, so that something is found. */
static void
suggest_meeting(struct branch *b, int meeting)
{
	const struct chain *c = &b->d->c;
	bool council = b->d->m->meeting[meeting].council;
	struct division v = { .body = PLAN_NONE, .meeting = meeting };
	double sum = 0, share;
	uint32_t s, end;

	if (c->first[meeting] == c->end[meeting])
		return;
	s = c->day[c->first[meeting]].slot;
	end = c->day[c->end[meeting] - 1].slots_end;
	v.merit = -1;
	for (; s + 1 < end; s++) {
		sum += (double)b->a->chosen[s];
		share = sum < 1 - sum ? sum : 1 - sum;
		share = share < 0 ? 0 : share;
		share = 1e-6 + share * (council ? COUNCIL : 1);
		if (share > v.merit) {
			v.merit = share;
			v.slot = c->live[s];
		}
	}
	if (v.merit > 0)
		suggest(b, &v);
}

static void
suggest_all(struct branch *b)
{
	int i;

	b->n_tried = b->next_try = 0;
	for (i = 0; i < b->d->m->n_bodies; i++)
		suggest_weekdays(b, i);
	for (i = 0; i < b->d->m->n_meetings; i++)
		suggest_meeting(b, i);
	/* what is decided is divided only when nothing else is left */
	while (b->n_tried > 1 && b->tried[b->n_tried - 1].merit < UNDECIDED / 4)
		b->n_tried--;
}

/* The weekdays, or the slots that are out, on one side. */
static uint8_t
side_weekdays(const struct division *v, uint8_t weekdays, int side)
{
	unsigned one = 1u << v->weekday;

	return (uint8_t)(side == 0 ? weekdays & one : weekdays & ~one);
}

static bool
is_out(
    const struct branch *b, const struct division *v, uint32_t slot, int side)
{
	const struct plan_meeting *mt = &b->d->m->meeting[v->meeting];

	return slot >= mt->slot && slot < mt->slot + mt->slots &&
	       (slot <= v->slot) == (side == 1);
}

/* The bound of one side after a few steps from the node's multipliers; these
 * are done whole, whatever work is left. */
static double
try_side(struct branch *b, const struct division *v, int side, double target,
    double enough)
{
	struct dual *d = b->d;
	uint8_t weekdays = 0;
	int64_t work = d->work;
	uint32_t s;

	if (v->body != PLAN_NONE) {
		weekdays = d->weekdays[v->body];
		d->weekdays[v->body] = side_weekdays(v, weekdays, side);
	} else {
		for (s = 0; s < d->c.n_live; s++)
			b->out[s] = is_out(b, v, d->c.live[s], side);
		d->out = b->out;
	}
	memcpy(b->a->best, b->kept, d->n_rows * sizeof *b->kept);
	ascent_start(b->a, &b->effort->try);
	d->work = INT64_MAX / 2;
	ascent_run(b->a, target, enough);
	d->work = work - (INT64_MAX / 2 - d->work);
	if (v->body != PLAN_NONE)
		d->weekdays[v->body] = weekdays;
	d->out = NULL;
	return b->a->value > b->value ? b->a->value : b->value;
}

/* Open the side if it may hold anything. */
static void
open_side(struct branch *b, const struct division *v, int side, double enough)
{
	struct dual *d = b->d;
	uint8_t weekdays = 0;
	uint32_t s, slot;

	if (v->side[side] >= enough)
		return;
	if (v->body != PLAN_NONE) {
		weekdays = d->weekdays[v->body];
		d->weekdays[v->body] = side_weekdays(v, weekdays, side);
	} else {
		for (s = 0; s < d->c.n_live; s++) {
			slot = d->c.live[s];
			d->alive[slot] = !is_out(b, v, slot, side);
		}
	}
	if (push(b, v->side[side]))
		b->just_made++;
	else
		b->failed = true;
	if (v->body != PLAN_NONE) {
		d->weekdays[v->body] = weekdays;
	} else {
		for (s = 0; s < d->c.n_live; s++)
			d->alive[d->c.live[s]] = 1;
	}
}

/* The part at hand has got its bound: what could divide it, and take out what
 * is too dear. */
static void
prepare(struct branch *b, double enough)
{
	struct dual *d = b->d;

	suggest_all(b);
	if (dual_fix(
		d, b->a->best, enough - 1 - b->a->value, b->through, NULL) > 0)
		ascent_rebuild(b->a);
	memcpy(b->kept, b->a->best, d->n_rows * sizeof *b->kept);
	b->state = b->n_tried > 0 ? BRANCH_TRY : BRANCH_NEXT;
}

/* Of what was tried, the one whose sides rise most; a side that is closed
 * decides. */
static void
divide(struct branch *b, double enough)
{
	double gap = enough - b->value, merit, best = -1, little, rise[2];
	int i, k, chosen = 0;

	little = b->d->scale / 100;
	for (i = 0; i < b->next_try; i++) {
		for (k = 0; k < 2; k++) {
			rise[k] = b->tried[i].side[k] - b->value;
			rise[k] = rise[k] < gap ? rise[k] : gap;
		}
		merit = (rise[0] + little) * (rise[1] + little);
		if (rise[0] >= gap || rise[1] >= gap)
			merit *= 100;
		if (merit > best) {
			best = merit;
			chosen = i;
		}
	}
	memcpy(b->a->best, b->kept, b->d->n_rows * sizeof *b->kept);
	for (k = 0; k < 2; k++)
		open_side(b, &b->tried[chosen], k, enough);
	b->state = BRANCH_NEXT;
}

static void
try_next(struct branch *b, double target, double enough)
{
	struct division *v = &b->tried[b->next_try++];
	int k;

	for (k = 0; k < 2; k++)
		v->side[k] = b->n_tried == 1
				 ? b->value
				 : try_side(b, v, k, target, enough);
	if (b->next_try == b->n_tried || v->side[0] >= enough ||
	    v->side[1] >= enough)
		divide(b, enough);
}

bool
branch_run(struct branch *b, int64_t known)
{
	double enough, target, high;

	while (b->d->work > 0 && !b->failed) {
		if (b->a->found < known)
			known = b->a->found;
		enough = (double)(known - 1) * b->d->scale + 1;
		if (b->state == BRANCH_NEXT) {
			if (b->n_open == 0)
				return true;
			pop(b);
			if (b->value >= enough)
				b->state = BRANCH_NEXT;
			continue;
		}
		/* with no plan known, something to climb towards */
		high = b->value * 1.1 + 50 * b->d->scale;
		target = (double)known * b->d->scale;
		target = target < high ? target : high;
		if (b->state == BRANCH_TRY) {
			try_next(b, target, enough);
			continue;
		}
		if (!ascent_run(b->a, target, enough))
			return false;
		if (b->a->value > b->value)
			b->value = b->a->value;
		if (b->value >= enough)
			b->state = BRANCH_NEXT;
		else
			prepare(b, enough);
	}
	return false;
}

double
branch_value(const struct branch *b)
{
	double value = b->state == BRANCH_NEXT ? HUGE_VAL : b->value;
	size_t i;

	if (b->failed) /* a part may have been lost */
		return -HUGE_VAL;
	for (i = 0; i < b->n_open; i++)
		if (b->open[i].value < value)
			value = b->open[i].value;
	return value;
}
