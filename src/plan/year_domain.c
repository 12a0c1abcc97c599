/* SPDX-License-Identifier: EUPL-1.2
 *
 * The domain of each meeting: which times of the year are open to it, what they
 * cost, between which days it can be if the others of its body are to fit, and
 * the windows it must keep.  What can never be is refused here, by name.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "plan/year_inner.h"

/* ---- cells --------------------------------------------------------------- */

static size_t
cell(const struct year_party *p, int day, int time)
{
	return (size_t)day * (size_t)p->times + (size_t)time;
}

static int
fill_cells(struct year *y, struct year_party *p, struct kl_error *err)
{
	size_t cells = (size_t)y->days * (size_t)p->times, k;
	struct year_marks marks;
	int day, t;

	p->shut = arena_alloc(y->arena, cells);
	p->cost = arena_alloc(y->arena, cells * sizeof(p->cost[0]));
	if (p->shut == NULL || p->cost == NULL)
		return kl_error_nomem(err);
	for (day = 0; day < y->days; day++)
		for (t = 0; t < p->times; t++) {
			year_day_marks(
			    y, p, y->first + day, &p->time[t], &marks);
			for (k = 0; k < marks.n; k++) {
				p->shut[cell(p, day, t)] |= marks.v[k].forbids;
				p->cost[cell(p, day, t)] += marks.v[k].cost;
			}
		}
	return 0;
}

bool
year_possible(const struct year *y, const struct year_party *p, kl_day day)
{
	int t, i = day - y->first;

	for (t = 0; i >= 0 && i < y->days && t < p->times; t++)
		if (!p->shut[cell(p, i, t)] && !p->time[t].kept_only)
			return true;
	return false;
}

bool
year_shut(const struct year *y, const struct year_party *p, int k, kl_day day,
    int time, int *cost)
{
	const struct year_kept *kept = p->kept[k];
	bool here = kept != NULL && kept->day == day && kept->time == time;
	struct year_marks marks;
	size_t i;

	*cost = 0;
	if (here && kept->stays)
		return false;
	if (p->time[time].kept_only && !here)
		return true;
	if (p->shut[cell(p, day - y->first, time)])
		return true;
	year_number_marks(y, p, k, day, &p->time[time], &marks);
	*cost = p->cost[cell(p, day - y->first, time)];
	for (i = 0; i < marks.n; i++) {
		if (marks.v[i].forbids)
			return true;
		*cost += marks.v[i].cost;
	}
	return false;
}

static bool
open_day(const struct year *y, const struct year_party *p, int k, int day)
{
	int t, cost;

	for (t = 0; t < p->times; t++)
		if (!year_shut(y, p, k, y->first + day, t, &cost))
			return true;
	return false;
}

/* ---- between which days -------------------------------------------------- */

/* Where meeting k would ideally be: the year divided evenly, or what is left of
 * it after the last meeting held. */
static void
set_ideal(struct year *y, struct year_party *p)
{
	int whole = year_act(y, y->first + y->days - 1) + 1, start = 0, k;

	if (p->past > 0 && p->previous >= y->first)
		start = year_act(y, p->previous);
	for (k = 0; k < p->n; k++)
		p->ideal[k] = p->past == 0
				  ? (2 * k + 1) * whole / (2 * p->n)
				  : start + (k + 1) * 2 * (whole - start) /
						(2 * p->n + 1);
	for (k = 0; p->council && k < p->n; k++)
		p->ideal[k] -= (p->lead_min + p->lead_max) / 2;
}

/* The first day from ${from} that is open to meeting k, or the year's end. */
static int
open_from(const struct year *y, const struct year_party *p, int k, int from)
{
	int day = from < 0 ? 0 : from;

	while (day < y->days && !open_day(y, p, k, day))
		day++;
	return day;
}

static int
open_until(const struct year *y, const struct year_party *p, int k, int until)
{
	int day = until >= y->days ? y->days - 1 : until;

	while (day >= 0 && !open_day(y, p, k, day))
		day--;
	return day;
}

/* Between which days each meeting's neighbours leave it room, by the least
 * number of days between two.  False if some meeting has none. */
static bool
narrow(const struct year *y, const struct year_party *p, int *first, int *last)
{
	int k, day;

	for (k = 0, day = 0; k < p->n; k++) {
		first[k] = k == 0 ? 0 : day + p->gap_min;
		day = open_from(y, p, k, first[k]);
		if (day >= y->days)
			return false;
	}
	for (k = p->n - 1; k >= 0; k--) {
		last[k] = k == p->n - 1 ? y->days - 1 : day - p->gap_min;
		day = open_until(y, p, k, last[k]);
		if (day < first[k])
			return false;
	}
	return true;
}

/* How many meetings fit, as early as can be. */
static int
room_for(const struct year *y, const struct year_party *p)
{
	int day, n = 0, next = 0;

	for (day = 0; day < y->days; day++)
		if (day >= next && year_possible(y, p, y->first + day)) {
			n++;
			next = day + (p->gap_min > 0 ? p->gap_min : 1);
		}
	return n;
}

static bool
keeps_some(const struct year_party *p)
{
	int k;

	for (k = 0; k < p->n; k++)
		if (p->kept[k] != NULL && p->kept[k]->stays)
			return true;
	return false;
}

static int
set_domain(struct year *y, struct year_party *p, struct kl_error *err)
{
	size_t n = (size_t)p->n + 1;
	int *first, *last, fits;

	p->ideal = arena_alloc(y->arena, n * sizeof(int));
	first = arena_alloc(y->arena, n * sizeof(int));
	last = arena_alloc(y->arena, n * sizeof(int));
	if (p->ideal == NULL || first == NULL || last == NULL)
		return kl_error_nomem(err);
	set_ideal(y, p);
	fits = keeps_some(p) || p->n == 0 ? p->n : room_for(y, p);
	if (fits == 0 ||
	    (fits < p->n && year_on(y, YEAR_GAP) && year_on(y, YEAR_NUMBER))) {
		kl_error_set(err, KL_E_INPUT,
		    KL_N_("%s cannot have %d meetings in %d: with at least %d "
			  "days between two there is room for %d. Lower the "
			  "number, shorten the gap, or open more weekdays or "
			  "periods; \"kansli plan why\" tells why a day is "
			  "shut. Nothing was planned."),
		    p->c->code, p->n, y->in->year, p->gap_min, fits);
		kl_error_where(
		    err, NULL, p->rules == NULL ? 0 : p->rules->line, "antal");
		return KL_E_INPUT;
	}
	if (year_on(y, YEAR_GAP) && narrow(y, p, first, last)) {
		p->first = first;
		p->last = last;
	}
	return 0;
}

/* ---- windows ------------------------------------------------------------- */

static bool
in_window(const struct year_party *p, kl_day from, kl_day to)
{
	size_t i;

	for (i = 0; i < p->existing.n; i++)
		if (p->existing.v[i]->day >= from &&
		    p->existing.v[i]->day <= to &&
		    (p->existing.v[i]->passed || p->existing.v[i]->extra))
			return true;
	return false;
}

/* Whether the window has a day on which the body can meet, or does. */
static bool
window_possible(
    const struct year *y, const struct year_party *p, int first, int last)
{
	int day, k;

	for (day = first; day <= last; day++)
		if (year_possible(y, p, y->first + day))
			return true;
	for (k = 0; k < p->n; k++)
		if (p->kept[k] != NULL && p->kept[k]->stays &&
		    p->kept[k]->day - y->first >= first &&
		    p->kept[k]->day - y->first <= last)
			return true;
	return false;
}

static int
no_day(const struct year_party *p, const struct year_window *w,
    struct kl_error *err)
{
	kl_error_set(err, KL_E_INPUT,
	    KL_N_("%s has no possible day in the window \"%s\". Widen the "
		  "window, or open one of its days; \"kansli plan why\" tells "
		  "why each is shut. Nothing was planned."),
	    p->c->code, w->name);
	kl_error_where(err, w->file, w->line, "fönster");
	return KL_E_INPUT;
}

static int
add_window(struct year *y, struct year_party *p, kl_day from, kl_day to,
    const struct year_window *as, struct kl_error *err)
{
	kl_day end = y->first + y->days - 1;
	struct year_window *w;

	if (to < from) {
		kl_error_set(err, KL_E_INPUT,
		    KL_N_("The window \"%s\" ends before it begins. Correct "
			  "its days. Nothing was planned."),
		    as->name);
		kl_error_where(err, as->file, as->line, "fönster");
		return KL_E_INPUT;
	}
	if (from > end || to < y->first)
		return 0;
	w = vec_push(y->arena, &p->windows);
	if (w == NULL)
		return kl_error_nomem(err);
	*w = *as;
	w->asked = p->n > 0 && !in_window(p, from, to) &&
		   !(year_on(y, YEAR_FIXED) && to < y->in->today);
	w->first = from > y->first ? from - y->first : 0;
	w->last = (to < end ? to : end) - y->first;
	return !w->asked || window_possible(y, p, w->first, w->last)
		   ? 0
		   : no_day(p, w, err);
}

/* Two windows that one meeting cannot serve, so near that two cannot be. */
static int
windows_apart(const struct year_party *p, struct kl_error *err)
{
	const struct year_window *a, *b;
	size_t i, k;

	for (i = 0; i < p->windows.n; i++)
		for (k = 0; k < p->windows.n; k++) {
			a = &p->windows.v[i];
			b = &p->windows.v[k];
			if (!a->asked || !b->asked || b->first <= a->last ||
			    b->last - a->first >= p->gap_min)
				continue;
			kl_error_set(err, KL_E_INPUT,
			    KL_N_("%s must meet in the windows \"%s\" and "
				  "\"%s\", but they are shorter than its gap "
				  "of at least %d days between two meetings. "
				  "Widen one of them, or shorten the gap. "
				  "Nothing was planned."),
			    p->c->code, a->name, b->name, p->gap_min);
			kl_error_where(err, b->file, b->line, "fönster");
			return KL_E_INPUT;
		}
	return 0;
}

static int
windows_of(struct year *y, struct year_party *p, struct kl_error *err)
{
	const struct days_off *d = y->in->days_off;
	const struct process_window *w;
	const struct meeting_window *own;
	bool common = p->c->kind == BODY_COMMITTEE || p->c->kind == BODY_BOARD;
	size_t i;
	int rc = 0;

	for (i = 0; rc == 0 && d != NULL && i < d->windows.n; i++) {
		w = &d->windows.v[i];
		if (w->committee == NULL
			? common
			: strcmp(w->committee, p->c->code) == 0)
			rc = add_window(y, p, w->from, w->to,
			    &(struct year_window){ .name = w->name,
				.file = w->file,
				.line = w->line },
			    err);
	}
	for (i = 0; rc == 0 && p->rules != NULL && i < p->rules->windows.n;
	     i++) {
		own = &p->rules->windows.v[i];
		rc = add_window(y, p, own->from, own->to,
		    &(struct year_window){
			.name = own->name, .line = p->rules->line },
		    err);
	}
	return rc == 0 && year_on(y, YEAR_GAP) ? windows_apart(p, err) : rc;
}

int
year_windows(struct year *y, struct kl_error *err)
{
	size_t i;
	int rc = 0;

	if (!year_on(y, YEAR_WINDOW))
		return 0;
	for (i = 0; rc == 0 && i < y->parties.n; i++)
		/* a council that is solved with its committee follows it */
		if (!(y->parties.v[i].council && y->parties.v[i].chain >= 0))
			rc = windows_of(y, &y->parties.v[i], err);
	return rc;
}

int
year_domains(struct year *y, struct kl_error *err)
{
	size_t i;
	int rc = 0;

	for (i = 0; rc == 0 && i < y->parties.n; i++)
		rc = fill_cells(y, &y->parties.v[i], err);
	for (i = 0; rc == 0 && i < y->parties.n; i++)
		rc = set_domain(y, &y->parties.v[i], err);
	return rc != 0 ? rc : year_windows(y, err);
}
