/* SPDX-License-Identifier: EUPL-1.2
 *
 * The rows of the dual.  A source is a group, the dispatches or the load; its
 * rows are a key each: a day, a band of a day, a week (load, charged groups).
 * A row whose cap cannot be passed by the slots in question is left out, and so
 * is a group that another one implies.
 *
 * Two rounds over all sources: one counts, one fills.
 */
#include "config.h"

#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "plan/rows.h"

#define EXACT 2251799813685248.0 /* 2^51 */
#define IMPLIED_WORK 50000000	 /* comparisons of groups, at most */

/* One source at a time, in one of the rounds. */
struct round {
	struct dual *d;
	int source; /* group, n_groups: dispatches, n_groups + 1: load */
	int n;	    /* its meetings */
	const int *meeting; /* NULL: all */
	int n_touched;
	uint32_t *next; /* filling: of each live slot its next term */
	bool fill;
	double total; /* the most units of all rows, as far as counted */
};

/* ---- groups that another implies ---- */

static bool
is_in(const struct plan_model *m, int meeting, int group)
{
	int i;

	for (i = m->group_at[meeting]; i < m->group_at[meeting + 1]; i++)
		if (m->group_of[i] == group)
			return true;
	return false;
}

/* Whether group ${h} keeps ${g}; of two equal ones the first is kept. */
static bool
implies(const struct plan_model *m, int h, int g, int64_t *work)
{
	const struct plan_group *of = &m->group[h], *by = &m->group[g];
	int i;

	if (h == g || of->over > 0 || by->over > 0 || of->cap > by->cap ||
	    of->n < by->n || (of->band && !by->band))
		return false;
	if (of->cap == by->cap && of->n == by->n && of->band == by->band &&
	    h > g)
		return false;
	for (i = 0; i < by->n; i++) {
		*work -= m->group_at[by->meeting[i] + 1] -
			 m->group_at[by->meeting[i]];
		if (*work < 0 || !is_in(m, by->meeting[i], h))
			return false;
	}
	return true;
}

static void
find_useless(struct dual *d)
{
	const struct plan_model *m = d->m;
	int64_t work = IMPLIED_WORK;
	int g, i, first;

	for (g = 0; g < m->n_groups; g++) {
		d->useless[g] = m->group[g].taken == NULL &&
				m->group[g].n <= m->group[g].cap;
		if (d->useless[g] || m->group[g].n == 0)
			continue;
		first = m->group[g].meeting[0];
		for (i = m->group_at[first];
		     !d->useless[g] && i < m->group_at[first + 1]; i++)
			d->useless[g] = implies(m, m->group_of[i], g, &work);
	}
}

/* ---- one source ---- */

/* The keys that the slot has in the source: how many; key ${i} by key_of. */
static int
keys_of(const struct round *r, const struct plan_slot *s)
{
	if (r->source == r->d->m->n_groups)
		return s->dispatch != PLAN_NONE;
	return r->source > r->d->m->n_groups ? s->loads : 1;
}

static int
key_of(const struct round *r, const struct plan_slot *s, int i, double *units)
{
	const struct plan_model *m = r->d->m;

	*units = 1;
	if (r->source == m->n_groups)
		return s->dispatch;
	if (r->source > m->n_groups) {
		*units = m->load[s->load + (uint32_t)i].units;
		return m->load[s->load + (uint32_t)i].week;
	}
	if (m->group[r->source].over > 0)
		return plan_week(m, s->day);
	return s->day * m->bands + (m->group[r->source].band ? s->band : 0);
}

static int
meeting_of(const struct round *r, int i)
{
	return r->meeting != NULL ? r->meeting[i] : i;
}

static struct dual_row
row_of_source(const struct round *r, int key)
{
	const struct plan_model *m = r->d->m;
	double scale = r->d->scale;
	struct dual_row row = { .id =
				    (uint64_t)r->source << 32 | (uint32_t)key };

	if (r->source < m->n_groups && m->group[r->source].over > 0) {
		row.cap = plan_group_room(&m->group[r->source], key);
		row.over = m->group[r->source].over * scale;
	} else if (r->source < m->n_groups) {
		row.cap = m->group[r->source].cap;
		row.over = HUGE_VAL;
	} else if (r->source == m->n_groups) {
		row.cap = m->cap_dispatch;
		row.over = m->over_dispatch * scale;
	} else if (m->cap_a <= m->cap_b) {
		row.cap = m->cap_a;
		row.over = m->over_a * scale;
		row.cap2 = m->cap_b;
		row.over2 = m->over_b * scale;
	} else {
		row.cap = m->cap_b;
		row.over = m->over_b * scale;
		row.cap2 = m->cap_a;
		row.over2 = m->over_a * scale;
	}
	return row;
}

/* A committee whose meetings have days between them has at most one a day, and
 * with a week between them at most one a week. */
static int
tag_of(const struct round *r, int meeting)
{
	const struct plan_model *m = r->d->m;
	const struct plan_meeting *mt = &m->meeting[meeting];
	int apart;

	if (r->source >= m->n_groups || mt->council)
		return meeting;
	apart = m->group[r->source].over > 0 ? 7 : 1;
	if (m->body[mt->body].gap_min >= apart)
		return m->n_meetings + mt->body;
	return meeting;
}

/* What a live slot of a meeting takes of a key. */
typedef void take(
    struct round *r, int tag, uint32_t live, int key, double units);

/* All that the source's meetings can take, one live slot after another. */
static inline void
walk(struct round *r, take *each)
{
	struct dual *d = r->d;
	int i, meeting, tag, n, k, key;
	const struct plan_slot *slot;
	double units;
	uint32_t s, end;

	for (i = 0; i < r->n; i++) {
		meeting = meeting_of(r, i);
		if (d->c.first[meeting] == d->c.end[meeting])
			continue;
		tag = tag_of(r, meeting);
		s = d->c.day[d->c.first[meeting]].slot;
		end = d->c.day[d->c.end[meeting] - 1].slots_end;
		for (; s < end; s++) {
			slot = &d->m->slot[d->c.live[s]];
			n = keys_of(r, slot);
			for (k = 0; k < n; k++) {
				key = key_of(r, slot, k, &units);
				each(r, tag, s, key, units);
			}
		}
	}
}

/* The most units that each key can get: each meeting takes one of its slots. */
static inline void
sum_up(struct round *r, int tag, uint32_t live, int key, double units)
{
	struct dual *d = r->d;

	(void)live;
	if (d->mark[key] == PLAN_NONE)
		d->touched[r->n_touched++] = key;
	if (d->mark[key] != tag) {
		d->mark[key] = tag;
		d->most[key] = 0;
	}
	if (units > d->most[key]) {
		d->sum[key] += units - d->most[key];
		d->most[key] = units;
	}
}

static int
by_number(const void *a, const void *b)
{
	const int *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

/* Rows for the keys whose cap can be passed, in the order of the keys. */
static void
number_rows(struct round *r)
{
	struct dual *d = r->d;
	struct dual_row row;
	int i, key;

	qsort(d->touched, (size_t)r->n_touched, sizeof *d->touched, by_number);
	for (i = 0; i < r->n_touched; i++) {
		key = d->touched[i];
		row = row_of_source(r, key);
		d->row_of[key] = PLAN_NONE;
		if (d->sum[key] > row.cap) {
			r->total += d->sum[key];
			if (r->fill)
				d->row[d->n_rows] = row;
			d->row_of[key] = (int)d->n_rows++;
		}
		d->sum[key] = 0;
		d->mark[key] = PLAN_NONE;
	}
}

static inline void
add_term(struct round *r, int tag, uint32_t live, int key, double units)
{
	struct dual *d = r->d;

	(void)tag;
	if (d->row_of[key] == PLAN_NONE || units <= 0)
		return;
	if (r->fill)
		d->term[r->next[live]++] =
		    (struct dual_term){ (uint32_t)d->row_of[key],
			    (float)units };
	else
		d->term_at[live + 1]++;
}

static void
do_source(struct round *r, int source)
{
	const struct plan_model *m = r->d->m;

	if (source < m->n_groups && r->d->useless[source])
		return;
	if (source == m->n_groups && m->over_dispatch == 0)
		return;
	r->source = source;
	r->meeting = source < m->n_groups ? m->group[source].meeting : NULL;
	r->n = source < m->n_groups ? m->group[source].n : m->n_meetings;
	r->n_touched = 0;
	walk(r, sum_up);
	number_rows(r);
	walk(r, add_term);
}

/* ---- all of them ---- */

static double
do_round(struct dual *d, bool fill)
{
	struct round r = { .d = d, .fill = fill };
	uint32_t s;
	int source;

	d->n_rows = 0;
	for (s = 0; !fill && s <= d->c.n_live; s++)
		d->term_at[s] = 0;
	/* while filling, a slot's end is its next term's place: shifted down
	 * by one, it grows up to where it belongs */
	if (fill) {
		for (s = d->c.n_live; s > 0; s--)
			d->term_at[s] = d->term_at[s - 1];
		r.next = d->term_at + 1;
	}
	for (source = 0; source < d->m->n_groups + 2; source++)
		do_source(&r, source);
	for (s = 0; !fill && s < d->c.n_live; s++)
		d->term_at[s + 1] += d->term_at[s];
	return r.total;
}

void
rows_build(struct dual *d)
{
	do_round(d, false);
	do_round(d, true);
	d->work -= 4 * (int64_t)d->c.n_live;
}

bool
rows_init(struct dual *d)
{
	const struct plan_model *m = d->m;
	size_t keys = (size_t)m->days * (size_t)m->bands, i;
	double total;

	keys = keys > PLAN_WEEKS_MAX ? keys : PLAN_WEEKS_MAX;
	d->useless = mem_alloc((size_t)m->n_groups + 1);
	d->most = mem_alloc(keys * sizeof *d->most);
	d->sum = mem_alloc(keys * sizeof *d->sum);
	d->mark = mem_alloc(keys * sizeof *d->mark);
	d->touched = mem_alloc(keys * sizeof *d->touched);
	d->row_of = mem_alloc(keys * sizeof *d->row_of);
	if (d->useless == NULL || d->most == NULL || d->sum == NULL ||
	    d->mark == NULL || d->touched == NULL || d->row_of == NULL)
		return false;
	for (i = 0; i < keys; i++)
		d->mark[i] = PLAN_NONE;
	find_useless(d);
	chain_build(&d->c, d->alive);
	total = do_round(d, false);
	d->rows_room = d->n_rows;
	d->terms_room = d->term_at[d->c.n_live];
	d->row = mem_alloc((d->rows_room + 1) * sizeof *d->row);
	d->units = mem_alloc((d->rows_room + 1) * sizeof *d->units);
	d->term = mem_alloc((d->terms_room + 1) * sizeof *d->term);
	if (d->row == NULL || d->units == NULL || d->term == NULL)
		return false;
	d->limit = floor(EXACT / (total + 1));
	do_round(d, true);
	return true;
}

void
rows_clear(struct dual *d)
{
	mem_free(d->useless);
	mem_free(d->most);
	mem_free(d->sum);
	mem_free(d->mark);
	mem_free(d->touched);
	mem_free(d->row_of);
	mem_free(d->row);
	mem_free(d->units);
	mem_free(d->term);
}
