/* SPDX-License-Identifier: EUPL-1.2
 *
 * From the numbers of a plan to its meetings and back.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "plan/year_inner.h"

static int
by_time(const void *x, const void *y)
{
	const struct planned *a = x, *b = y;
	int d;

	if (a->day != b->day)
		return a->day < b->day ? -1 : 1;
	d = year_minutes(a->start) - year_minutes(b->start);
	return d != 0 ? d : strcmp(a->committee, b->committee);
}

/* ---- to words ------------------------------------------------------------ */

/* The body's meetings before the model's: they are what they were. */
static void
put_past(struct year_plan *out, const struct year_party *p, struct arena *a)
{
	const struct year_kept *k;
	struct planned *m;
	size_t i;
	int nr = 0;

	for (i = 0; i < p->existing.n && nr < p->past; i++) {
		k = p->existing.v[i];
		if (k->extra)
			continue;
		m = vec_push(a, &out->meetings);
		if (m == NULL)
			return;
		m->committee = arena_strdup(a, p->c->code);
		m->nr = ++nr;
		m->day = k->day;
		m->start = arena_strdup(a, k->start);
		m->end = arena_strdup(a, k->end);
		m->room = arena_strdup(a, k->room);
		m->meeting = arena_strdup(a, k->key);
		m->fixed = k->fixed;
	}
}

static void
put_meeting(const struct year *y, const struct year_party *p, int k,
    int32_t slot, struct year_plan *out, struct arena *a)
{
	const struct year_kept *kept = p->kept[k];
	const struct plan_slot *s = &y->model.slot[slot];
	const struct year_time *t = &p->time[y->option[slot]];
	struct planned *m = vec_push(a, &out->meetings);
	bool here;

	if (m == NULL)
		return;
	m->committee = arena_strdup(a, p->c->code);
	m->nr = p->past + k + 1;
	m->day = y->first + s->day;
	m->start = arena_strdup(a, t->start_text);
	m->end = arena_strdup(a, t->end_text);
	here = kept != NULL && kept->day == m->day &&
	       kept->time == y->option[slot];
	m->room =
	    arena_strdup(a, here && kept->room != NULL ? kept->room : p->room);
	m->fixed = kept != NULL && kept->fixed;
	m->meeting = kept == NULL ? NULL : arena_strdup(a, kept->key);
}

static void
match_rooms(const struct year *y, struct year_plan *plan, struct arena *a)
{
	struct planned **v =
	    arena_alloc(a, (plan->meetings.n + 1) * sizeof(v[0]));
	size_t i, n;

	for (i = 0; v != NULL && i < plan->meetings.n; i += n) {
		for (n = 0;
		     i + n < plan->meetings.n &&
		     plan->meetings.v[i + n].day == plan->meetings.v[i].day;
		     n++)
			v[n] = &plan->meetings.v[i + n];
		year_rooms(y, v, n, a);
	}
}

int
year_plan_of(const struct year *y, const struct plan *plan, struct arena *a,
    struct year_plan *out, struct kl_error *err)
{
	const struct year_party *p;
	size_t i;
	int k;

	memset(out, 0, sizeof *out);
	out->year = y->in->year;
	out->made = KL_DAY_NONE;
	for (i = 0; i < y->parties.n; i++) {
		p = &y->parties.v[i];
		put_past(out, p, a);
		for (k = 0; k < p->n; k++)
			if (p->meeting[k] < plan->n &&
			    plan->slot[p->meeting[k]] != PLAN_NONE)
				put_meeting(
				    y, p, k, plan->slot[p->meeting[k]], out, a);
	}
	if (out->meetings.n > 1)
		qsort(out->meetings.v, out->meetings.n,
		    sizeof(out->meetings.v[0]), by_time);
	match_rooms(y, out, a);
	return arena_failed(a) ? kl_error_nomem(err) : 0;
}

/* ---- from words ---------------------------------------------------------- */

/* The slot of a meeting on a day, at the clock given or in any band that is
 * cheapest; PLAN_NONE. */
static int32_t
slot_on(const struct year *y, const struct year_party *p, int k, kl_day day,
    const char *start)
{
	const struct plan_meeting *m = &y->model.meeting[p->meeting[k]];
	int minutes = year_minutes(start);
	int32_t best = PLAN_NONE;
	uint32_t i;

	for (i = m->slot; i < m->slot + m->slots; i++) {
		if (y->model.slot[i].day != day - y->first)
			continue;
		if (minutes >= 0 && p->time[y->option[i]].start == minutes)
			return (int32_t)i;
		if (minutes < 0 &&
		    (best == PLAN_NONE ||
			y->model.slot[i].cost < y->model.slot[best].cost))
			best = (int32_t)i;
	}
	return best;
}

static void
fault(struct kl_faults *faults, struct kl_error *e)
{
	if (faults != NULL)
		kl_faults_add(faults, e);
}

static void
take_meeting(const struct year *y, const struct year_party *p, int k,
    const struct planned *m, struct plan *plan, struct kl_faults *faults)
{
	int32_t slot = slot_on(y, p, k, m->day, m->start);
	struct kl_error e;
	char day[11];

	plan->slot[p->meeting[k]] = slot;
	if (slot != PLAN_NONE)
		return;
	kl_error_set(&e, KL_E_RULE,
	    KL_N_("Meeting %d of %s cannot be on %s %s. \"kansli plan why\" "
		  "tells why; the meeting is left out of the reckoning."),
	    p->past + k + 1, p->c->code, kl_day_format(m->day, day),
	    m->start == NULL ? "" : m->start);
	fault(faults, &e);
}

/* The body's meetings of the plan, in order; those that have passed are known
 * already. */
static void
take_party(const struct year *y, const struct year_party *p,
    const struct year_plan *in, struct plan *plan, struct kl_faults *faults)
{
	struct kl_error e;
	size_t i;
	int nr = 0, k;

	for (i = 0; i < in->meetings.n; i++) {
		if (strcmp(in->meetings.v[i].committee, p->c->code) != 0)
			continue;
		k = nr++ - p->past;
		if (k >= 0 && k < p->n)
			take_meeting(y, p, k, &in->meetings.v[i], plan, faults);
	}
	if (nr == p->past + p->n)
		return;
	kl_error_set(&e, KL_E_RULE,
	    KL_N_("%s has %d meetings in the plan, but shall have %d."),
	    p->c->code, nr, p->past + p->n);
	fault(faults, &e);
}

int
year_take(const struct year *y, const struct year_plan *in, struct plan *plan,
    struct kl_faults *faults, struct kl_error *err)
{
	struct year_plan sorted = *in;
	struct arena *a = arena_new(0);
	struct kl_error e;
	size_t i;
	int k, rc = KL_E_NOMEM;

	sorted.meetings.v =
	    a == NULL
		? NULL
		: arena_alloc(a, (in->meetings.n + 1) * sizeof(struct planned));
	if (sorted.meetings.v == NULL) {
		kl_error_nomem(err);
		goto out;
	}
	if (faults != NULL)
		memset(faults, 0, sizeof *faults);
	for (i = 0; i < in->meetings.n; i++) {
		sorted.meetings.v[i] = in->meetings.v[i];
		if (year_party_of(y, in->meetings.v[i].committee) >= 0)
			continue;
		kl_error_set(&e, KL_E_NOTFOUND,
		    KL_N_("The plan has a meeting of %s, but no such committee "
			  "is planned for. Register it, or correct its code."),
		    in->meetings.v[i].committee);
		fault(faults, &e);
	}
	if (in->meetings.n > 1)
		qsort(sorted.meetings.v, in->meetings.n, sizeof(struct planned),
		    by_time);
	for (k = 0; k < plan->n; k++)
		plan->slot[k] = PLAN_NONE;
	for (i = 0; i < y->parties.n; i++)
		take_party(y, &y->parties.v[i], &sorted, plan, faults);
	rc = 0;
out:
	arena_free(a);
	return rc;
}
