/* SPDX-License-Identifier: EUPL-1.2
 *
 * The meetings that a year has already, in the register or in the plan that is
 * changed: what has passed leaves the model, what stays has one time only, what
 * may move is charged for it.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "plan/year_inner.h"

/* ---- collecting ---------------------------------------------------------- */

static struct year_kept *
add_kept(struct year *y, const char *code, kl_day day)
{
	int i = year_party_of(y, code);
	struct year_kept *kept, **place;

	if (i < 0)
		return NULL;
	kept = arena_alloc(y->arena, sizeof *kept);
	place = vec_push(y->arena, &y->parties.v[i].existing);
	if (kept == NULL || place == NULL)
		return NULL;
	*place = kept;
	kept->party = i;
	kept->day = day;
	kept->passed = year_on(y, YEAR_FIXED) && day < y->in->today;
	return kept;
}

static void
add_planned(struct year *y, const struct planned *m)
{
	struct year_kept *kept;

	if (kl_day_year(m->day) != y->in->year)
		return;
	kept = add_kept(y, m->committee, m->day);
	if (kept == NULL)
		return;
	kept->start = m->start;
	kept->end = m->end;
	kept->room = m->room;
	kept->key = m->meeting;
	kept->fixed = m->fixed;
	kept->adopted = y->in->now->adopted;
}

/* The entry for a meeting of the register: the plan's that has its key, or the
 * one on its day. */
static struct year_kept *
find_kept(const struct year_party *p, const struct meeting *m)
{
	struct year_kept *k;
	size_t i;

	for (i = 0; i < p->existing.n; i++) {
		k = p->existing.v[i];
		if (k->key != NULL && m->key != NULL &&
		    strcmp(k->key, m->key) == 0)
			return k;
	}
	for (i = 0; i < p->existing.n; i++)
		if (p->existing.v[i]->day == m->day)
			return p->existing.v[i];
	return NULL;
}

static void
add_registered(struct year *y, const struct meeting *m)
{
	int i = year_party_of(y, m->committee);
	struct year_kept *kept;

	if (i < 0 || m->state == MEETING_CANCELLED ||
	    kl_day_year(m->day) != y->in->year)
		return;
	kept = find_kept(&y->parties.v[i], m);
	if (kept == NULL) {
		kept = add_kept(y, m->committee, m->day);
		if (kept == NULL)
			return;
		kept->start = m->time;
		kept->end = m->end;
		kept->extra = y->in->now != NULL;
	}
	kept->key = m->key;
	kept->adopted = true;
	kept->summoned = m->state == MEETING_SUMMONED;
	if (m->state == MEETING_HELD && year_on(y, YEAR_FIXED))
		kept->fixed = true;
}

static int
by_day(const void *x, const void *y)
{
	const struct year_kept *a = *(struct year_kept *const *)x;
	const struct year_kept *b = *(struct year_kept *const *)y;

	if (a->day != b->day)
		return a->day < b->day ? -1 : 1;
	return year_minutes(a->start) - year_minutes(b->start);
}

/* ---- what stays ---------------------------------------------------------- */

static bool
may_move(const struct year *y, const struct year_kept *kept)
{
	const char *const *key = y->in->movable;

	if (!kept->adopted || (y->in->move_summoned && kept->summoned) ||
	    (y->in->move_adopted && !kept->summoned))
		return true;
	for (; key != NULL && *key != NULL; key++)
		if (kept->key != NULL && strcmp(*key, kept->key) == 0)
			return true;
	return false;
}

/* The index of the body's time for ${kept}, made for it if it has none. */
static int
kept_time(struct year_party *p, const struct year_kept *kept)
{
	struct year_time *t;
	int i, start = year_minutes(kept->start), end = year_minutes(kept->end);

	if (start < 0)
		return 0;
	i = year_time_of(p, kept->start);
	if (i >= 0 && (end < 0 || end == p->time[i].end))
		return i;
	if (p->times == YEAR_TIMES_MAX)
		return i >= 0 ? i : 0;
	t = &p->time[p->times];
	t->start = start;
	t->end = end > start ? end : start + YEAR_MINUTES;
	t->start_text = kept->start;
	t->end_text = end > start ? kept->end : NULL;
	t->rank = p->times;
	t->kept_only = true;
	return p->times++;
}

/* ---- numbers ------------------------------------------------------------- */

/* A council's meeting on ${day} is the one before the meeting of ${with} that
 * follows it, if that is kept, too; -1 otherwise. */
static int
number_with(
    const struct year_party *p, const struct year_party *with, kl_day day)
{
	int k;

	for (k = 0; with != NULL && k < with->n; k++)
		if (with->kept[k] != NULL && with->kept[k]->day > day &&
		    with->kept[k]->day - day <= p->lead_max)
			return k;
	return -1;
}

/* Which meeting of the model each of the ${f} kept ones is, in order: a
 * council's by those of the committee ${with} that it is solved with; when
 * there are fewer than the model has, the one whose share of what is left of
 * the year its day lies in. */
static int
assign(struct year *y, struct year_party *p, struct year_kept **v, int f,
    const struct year_party *with)
{
	int start = 0, whole, i, k = -1, share;

	p->kept =
	    arena_alloc(y->arena, ((size_t)p->n + 1) * sizeof(p->kept[0]));
	if (p->kept == NULL)
		return KL_E_NOMEM;
	if (p->previous >= y->first)
		start = year_act(y, p->previous);
	whole = year_act(y, y->first + y->days - 1) + 1 - start;
	for (i = 0; i < f; i++) {
		share = number_with(p, with, v[i]->day);
		if (share < 0 && whole > 0)
			share = (year_act(y, v[i]->day) - start) * p->n / whole;
		k = share > k ? share : k + 1;
		k = k < p->n - (f - i) ? k : p->n - (f - i);
		p->kept[k] = v[i];
	}
	return 0;
}

/* When there are more than the year shall have, those that may move go, the
 * last first. */
static int
drop_movable(struct year_kept **v, int f, int n)
{
	int i;

	for (i = f - 1; i >= 0 && f > n; i--) {
		if (v[i]->stays)
			continue;
		memmove(&v[i], &v[i + 1], (size_t)(f - i - 1) * sizeof(v[0]));
		f--;
	}
	return f;
}

/* Take the body's first ${past} meetings out of the model; the others of the
 * year are in it. */
static int
number_from(struct year *y, struct year_party *p, int past,
    const struct year_party *with, struct kl_error *err)
{
	struct year_kept **v, *kept;
	size_t i;
	int f = 0, before = past;

	v = arena_alloc(
	    y->arena, (p->existing.n + 1) * sizeof(struct year_kept *));
	if (v == NULL)
		return kl_error_nomem(err);
	p->previous = p->before;
	for (i = 0; i < p->existing.n; i++) {
		kept = p->existing.v[i];
		if (kept->passed && (kept->extra || before > 0))
			p->previous = kept->day;
		if (kept->extra)
			continue;
		if (before-- <= 0)
			v[f++] = kept;
	}
	p->past = past;
	p->n = p->total > past ? p->total - past : 0;
	f = drop_movable(v, f, p->n);
	if (f > p->n)
		p->n = f;
	return assign(y, p, v, f, with) != 0 ? kl_error_nomem(err) : 0;
}

static int
settle(struct year *y, struct year_party *p, struct kl_error *err)
{
	struct year_kept **extra, *kept;
	size_t i;
	int past = 0, counted = 0;

	if (p->existing.n > 1)
		qsort(p->existing.v, p->existing.n, sizeof(p->existing.v[0]),
		    by_day);
	for (i = 0; i < p->existing.n; i++) {
		kept = p->existing.v[i];
		kept->time = kept_time(p, kept);
		kept->stays =
		    kept->passed || (year_on(y, YEAR_FIXED) &&
					(kept->fixed || !may_move(y, kept)));
		if (!kept->extra) {
			counted++;
			past += kept->passed;
			continue;
		}
		extra = vec_push(y->arena, &y->extras);
		if (extra == NULL)
			return kl_error_nomem(err);
		*extra = kept;
	}
	if (y->in->keep_number && counted > 0)
		p->total = counted;
	if (p->total < past)
		p->total = past;
	return number_from(y, p, past, NULL, err);
}

/* A council is solved together with the first committee that it serves, if the
 * two meet as often: its meeting k before the committee's.  What the council
 * has held for a meeting to come is in the model, too. */
static int
chain(struct year *y, int council, struct kl_error *err)
{
	struct year_party *r = &y->parties.v[council], *c;
	int first;

	if (!r->council || r->c->assists.n == 0 || !year_on(y, YEAR_LEAD))
		return 0;
	first = year_party_of(y, r->c->assists.v[0]);
	c = first < 0 ? NULL : &y->parties.v[first];
	if (c == NULL || c->chain >= 0 || c->council || c->n == 0 ||
	    c->past + c->n != r->past + r->n || c->past > r->past)
		return 0;
	r->chain = first;
	c->chain = council;
	return number_from(y, r, c->past, c, err);
}

/* A meeting before the year, if it is the body's last. */
static void
earlier(struct year *y, const char *code, kl_day day)
{
	int i = year_party_of(y, code);

	if (i >= 0 && day < y->first && day > y->parties.v[i].before)
		y->parties.v[i].before = day;
}

int
year_existing(struct year *y, struct kl_error *err)
{
	const struct year_plan *now = y->in->now;
	const struct year_plan *last = y->in->last;
	const struct bundle *b = y->in->facts;
	size_t i;
	int rc = 0;

	for (i = 0; last != NULL && i < last->meetings.n; i++)
		earlier(
		    y, last->meetings.v[i].committee, last->meetings.v[i].day);
	for (i = 0; i < b->meetings.n; i++)
		if (b->meetings.v[i].state != MEETING_CANCELLED)
			earlier(y, b->meetings.v[i].committee,
			    b->meetings.v[i].day);
	for (i = 0; now != NULL && i < now->meetings.n; i++)
		add_planned(y, &now->meetings.v[i]);
	for (i = 0; i < b->meetings.n; i++)
		add_registered(y, &b->meetings.v[i]);
	for (i = 0; rc == 0 && i < y->parties.n; i++)
		rc = settle(y, &y->parties.v[i], err);
	for (i = 0; rc == 0 && i < y->parties.n; i++)
		rc = chain(y, (int)i, err);
	return rc != 0 ? rc : arena_failed(y->arena) ? kl_error_nomem(err) : 0;
}
