/* SPDX-License-Identifier: EUPL-1.2
 *
 * A planner's instance as a mixed-integer program, for other solvers:
 *
 *	mps INSTANCE >OUT.mps
 *
 * In the step form: beside a variable for each slot, each meeting has one for
 * each of its days, "held by that day", so that a gap is a row of two for each
 * day.  Fixed MPS; all rows are made first, as it wants them by column.
 * Exit status: 0 done, 1 it could not be, 2 usage.
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "plan/instance.h"

/* A number where a row and a column meet; row 0 is the cost. */
struct entry {
	int column, row, number;
};

struct row {
	char kind; /* E, L or G */
	int right;
};

struct program {
	const struct plan_model *m;
	struct arena *arena;
	VEC(struct entry) entries;
	VEC(struct row) rows;
	int columns; /* the first are the slots; then what is below */
	int whole;   /* so many of the first are 0 or 1 */
	int *step;   /* per slot: the column "held by its day" */
};

/* ---- rows and columns --------------------------------------------------- */

static void *
checked(void *p)
{
	if (p == NULL) {
		fputs("mps: memory is out\n", stderr);
		exit(1);
	}
	return p;
}

/* A new row, by its number from 1. */
static int
row(struct program *p, char kind, int right)
{
	struct row *r = checked(vec_push(p->arena, &p->rows));

	*r = (struct row){ kind, right };
	return (int)p->rows.n;
}

static void
put(struct program *p, int at, int column, int number)
{
	struct entry *e = checked(vec_push(p->arena, &p->entries));

	*e = (struct entry){ column, at, number };
}

/* A new column that costs so much. */
static int
column(struct program *p, int cost)
{
	put(p, 0, p->columns, cost);
	return p->columns++;
}

/* ---- meetings ----------------------------------------------------------- */

static bool
is_last_of_day(
    const struct program *p, const struct plan_meeting *v, uint32_t i)
{
	return i + 1 == v->slot + v->slots ||
	       p->m->slot[i + 1].day != p->m->slot[i].day;
}

/* One slot; and the steps, each the one before and its day's slots. */
static void
put_meeting(struct program *p, const struct plan_meeting *v)
{
	const int one = row(p, 'E', 1);
	int before = -1, now = -1, sum = 0;
	uint32_t i;

	for (i = v->slot; i < v->slot + v->slots; i++) {
		put(p, one, (int)i, 1);
		if (i == v->slot ||
		    p->m->slot[i].day != p->m->slot[i - 1].day) {
			before = now;
			now = column(p, 0);
			sum = row(p, 'E', 0);
			put(p, sum, now, 1);
			if (before >= 0)
				put(p, sum, before, -1);
		}
		put(p, sum, (int)i, -1);
		p->step[i] = now;
	}
}

/* The column "held by ${day}", or -1 before the meeting's first. */
static int
held_by(const struct program *p, int meeting, int day)
{
	const struct plan_meeting *v = &p->m->meeting[meeting];
	uint32_t i;
	int at = -1;

	for (i = v->slot; i < v->slot + v->slots; i++)
		if (p->m->slot[i].day <= day)
			at = p->step[i];
	return at;
}

/* Held by that day only if the other is by its day. */
static void
put_implied(struct program *p, int if_so, int then)
{
	const int at = row(p, 'L', 0);

	put(p, at, if_so, 1);
	if (then >= 0)
		put(p, at, then, -1);
}

/* ${after} at least ${days} days after ${before}. */
static void
put_least(struct program *p, int before, int after, int days)
{
	const struct plan_meeting *v = &p->m->meeting[after];
	uint32_t i;

	for (i = v->slot; i < v->slot + v->slots; i++)
		if (is_last_of_day(p, v, i))
			put_implied(p, p->step[i],
			    held_by(p, before, p->m->slot[i].day - days));
}

/* ${after} at most ${days} days after ${before}, in days that ${act} counts. */
static void
put_most(struct program *p, int before, int after, int days, const int *act)
{
	const struct plan_meeting *v = &p->m->meeting[before];
	uint32_t i;
	int day, last;

	for (i = v->slot; i < v->slot + v->slots; i++) {
		if (!is_last_of_day(p, v, i))
			continue;
		day = p->m->slot[i].day;
		for (last = day; last + 1 < p->m->days; last++)
			if ((act != NULL ? act[last + 1] - act[day]
					 : last + 1 - day) > days)
				break;
		put_implied(p, p->step[i], held_by(p, after, last));
	}
}

static void
put_weekdays(struct program *p, const struct plan_body *b)
{
	const int one = row(p, 'E', 1);
	const struct plan_meeting *v;
	int main_day[7], w, k, off, at;
	uint32_t i;

	for (w = 0; w < 7; w++) {
		main_day[w] = column(p, 0);
		put(p, one, main_day[w], 1);
	}
	for (k = 0; k < b->n; k++) {
		v = &p->m->meeting[b->committee[k]];
		off = column(p, p->m->off_weekday);
		for (w = 0; w < 7; w++) {
			at = row(p, 'L', 0);
			put(p, at, off, -1);
			put(p, at, main_day[w], -1);
			for (i = v->slot; i < v->slot + v->slots; i++)
				if (p->m->weekday[p->m->slot[i].day] == w)
					put(p, at, (int)i, 1);
		}
	}
}

static void
put_body(struct program *p, const struct plan_body *b)
{
	int k, w, at, column_at;

	for (k = 0; k + 1 < b->n; k++) {
		put_least(p, b->committee[k], b->committee[k + 1], b->gap_min);
		put_most(p, b->committee[k], b->committee[k + 1], b->gap_max,
		    p->m->act);
	}
	for (k = 0; b->council != NULL && k < b->n; k++) {
		put_least(p, b->council[k], b->committee[k], b->lead_min);
		put_most(p, b->council[k], b->committee[k], b->lead_max, NULL);
	}
	for (w = 0; w < b->windows; w++) {
		at = row(p, 'G', 1);
		for (k = 0; k < b->n; k++) {
			column_at =
			    held_by(p, b->committee[k], b->window[w].last);
			if (column_at >= 0)
				put(p, at, column_at, 1);
			column_at =
			    held_by(p, b->committee[k], b->window[w].first - 1);
			if (column_at >= 0)
				put(p, at, column_at, -1);
		}
	}
	put_weekdays(p, b);
}

/* ---- what binds them together ------------------------------------------- */

static void
put_group(struct program *p, const struct plan_group *g)
{
	const struct plan_meeting *v;
	const struct plan_slot *s;
	int *at = checked(
		mem_alloc((size_t)(p->m->days * PLAN_BANDS_MAX) * sizeof *at)),
	    *here, k;
	uint32_t i;

	for (k = 0; k < g->n; k++) {
		v = &p->m->meeting[g->meeting[k]];
		for (i = v->slot; i < v->slot + v->slots; i++) {
			s = &p->m->slot[i];
			here = &at[s->day * PLAN_BANDS_MAX +
				   (g->band ? s->band : 0)];
			if (*here == 0)
				*here = row(p, 'L', g->cap);
			put(p, *here, (int)i, 1);
		}
	}
	mem_free(at);
}

/* What is above the cap costs ${price} each. */
static int
row_above(struct program *p, int cap, int price)
{
	const int at = row(p, 'L', cap);

	put(p, at, column(p, price), -1);
	return at;
}

static void
put_charges(struct program *p)
{
	const struct plan_model *m = p->m;
	int a[PLAN_WEEKS_MAX], b[PLAN_WEEKS_MAX], sent[PLAN_DAYS_MAX], i;
	const struct plan_slot *s;
	uint32_t k, l;

	for (i = 0; i < m->weeks; i++) {
		a[i] = row_above(p, m->cap_a, m->over_a);
		b[i] = row_above(p, m->cap_b, m->over_b);
	}
	for (i = 0; i < m->days; i++)
		sent[i] = row_above(p, m->cap_dispatch, m->over_dispatch);
	for (k = 0; k < m->n_slots; k++) {
		s = &m->slot[k];
		for (l = s->load; l < s->load + s->loads; l++) {
			put(p, a[m->load[l].week], (int)k, m->load[l].units);
			put(p, b[m->load[l].week], (int)k, m->load[l].units);
		}
		if (s->dispatch != PLAN_NONE)
			put(p, sent[s->dispatch], (int)k, 1);
	}
}

/* ---- writing ------------------------------------------------------------ */

static int
compare_entries(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;

	if (x->column != y->column)
		return x->column < y->column ? -1 : 1;
	return (x->row > y->row) - (x->row < y->row);
}

static void
write_columns(const struct program *p)
{
	const struct entry *e;
	size_t i, k;
	int sum;

	puts("    M1        'MARKER'                 'INTORG'");
	for (i = 0; i < p->entries.n; i = k) {
		e = &p->entries.v[i];
		if (e->column == p->whole && e->row == 0)
			puts("    M2        'MARKER'                 'INTEND'");
		/* A slot may load a week twice. */
		for (sum = 0, k = i; k < p->entries.n; k++) {
			if (compare_entries(e, &p->entries.v[k]) != 0)
				break;
			sum += p->entries.v[k].number;
		}
		printf("    C%-7d  R%-7d  %12d\n", e->column, e->row, sum);
	}
}

static void
write_program(struct program *p)
{
	size_t i;

	qsort(
	    p->entries.v, p->entries.n, sizeof *p->entries.v, compare_entries);
	puts("NAME          KANSLI\nROWS\n N  R0");
	for (i = 0; i < p->rows.n; i++)
		printf(" %c  R%zu\n", p->rows.v[i].kind, i + 1);
	puts("COLUMNS");
	write_columns(p);
	puts("RHS");
	for (i = 0; i < p->rows.n; i++)
		if (p->rows.v[i].right != 0)
			printf("    RHS       R%-7zu  %12d\n", i + 1,
			    p->rows.v[i].right);
	puts("BOUNDS");
	for (i = 0; i < (size_t)p->whole; i++)
		printf(" UP BND       C%-7zu  %12d\n", i, 1);
	puts("ENDATA");
}

static void
make_program(struct program *p)
{
	const struct plan_model *m = p->m;
	uint32_t k;
	int i;

	p->step = checked(
	    arena_alloc(p->arena, ((size_t)m->n_slots + 1) * sizeof(int)));
	for (k = 0; k < m->n_slots; k++)
		column(p, m->slot[k].cost);
	p->whole = p->columns;
	for (i = 0; i < m->n_meetings; i++)
		put_meeting(p, &m->meeting[i]);
	for (i = 0; i < m->n_bodies; i++)
		put_body(p, &m->body[i]);
	for (i = 0; i < m->n_groups; i++)
		put_group(p, &m->group[i]);
	put_charges(p);
}

int
main(int argc, char **argv)
{
	struct program p = { .arena = arena_new((size_t)4 << 30) };
	struct plan_model m;
	struct kl_error err;
	char text[500];

	if (argc != 2) {
		fputs("usage: mps INSTANCE\n", stderr);
		return 2;
	}
	if (instance_read(argv[1], &m, &err) != 0) {
		kl_error_format(&err, NULL, text, sizeof text);
		fprintf(stderr, "mps: %s:%d: %s\n", err.file, err.line, text);
		return 1;
	}
	p.m = &m;
	make_program(&p);
	write_program(&p);
	instance_free(&m);
	arena_free(p.arena);
	return 0;
}
