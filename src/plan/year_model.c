/* SPDX-License-Identifier: EUPL-1.2
 *
 * The model of a year: slots out of the domains, with their costs, dispatch
 * days and loads; bodies, groups and links.  The open form has every day as a
 * slot and lists what forbids it, so that a year without a plan can be
 * explained.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "plan/year_inner.h"

#define UNITS_MEETING 3 /* of a secretary's week: the meeting itself */
#define UNITS_STEP 1	/* each step that the secretariat answers for */
#define GAP_ANY 10000	/* when no gap is asked for */

/* The work around a meeting on one day, the same for all its clocks. */
struct work {
	bool known;
	int16_t dispatch;
	uint16_t loads;
	uint32_t load;
};

struct maker {
	const struct year *y;
	struct arena *a;
	struct plan_model *m;
	bool open;
	year_bans *bans;
	VEC(struct plan_slot) slots;
	VEC(uint8_t) option;
	VEC(struct plan_load) loads;
	struct plan_meeting *meeting;
	struct plan_body *body;
	struct work *work; /* of the body at hand, per day */
	int n_meetings, n_bodies;
	bool failed;
};

/* ---- work ---------------------------------------------------------------- */

static void
add_load(struct maker *k, struct work *w, kl_day day, int units)
{
	int week = (day - k->y->monday) / 7;
	struct plan_load *l;
	uint32_t i;

	if (day < k->y->monday || week >= k->m->weeks)
		return;
	for (i = w->load; i < w->load + w->loads; i++)
		if (k->loads.v[i].week == week) {
			k->loads.v[i].units =
			    (int16_t)(k->loads.v[i].units + units);
			return;
		}
	l = vec_push(k->a, &k->loads);
	if (l == NULL) {
		k->failed = true;
		return;
	}
	l->week = (int16_t)week;
	l->units = (int16_t)units;
	w->loads++;
}

static const struct work *
work_of(struct maker *k, const struct year_party *p, int day)
{
	struct work *w = &k->work[day];
	kl_day meeting = k->y->first + day, step[CYCLE_STEPS_MAX];
	size_t i, dispatch = year_dispatch(p);
	const struct cycle_step *s;

	if (w->known)
		return w;
	w->known = true;
	w->dispatch = PLAN_NONE;
	w->loads = 0;
	w->load = (uint32_t)k->loads.n;
	add_load(k, w, meeting, UNITS_MEETING);
	if (p->cycle == NULL)
		return w;
	year_steps(k->y, p, meeting, step);
	for (i = 0; i < p->cycle->steps.n; i++) {
		s = cycle_step_of(p->cycle, i, p->c->code);
		if (step[i] == KL_DAY_NONE)
			continue;
		if (s->level == CYCLE_SECRETARIAT)
			add_load(k, w, step[i], UNITS_STEP);
		if (i == dispatch && step[i] >= k->y->first &&
		    step[i] < k->y->first + k->y->days)
			w->dispatch = (int16_t)(step[i] - k->y->first);
	}
	return w;
}

/* ---- what forbids -------------------------------------------------------- */

static bool
same_text(const char *a, const char *b)
{
	return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

/* Whether a day off of the year belongs to the same constraint: a period by its
 * name, what the rules give by its kind. */
static bool
same_day_off(const struct day_off *a, const struct day_off *b)
{
	return a->kind == b->kind &&
	       (a->kind < DAY_OFF_SCHOOL_BREAK ||
		   (same_text(a->name, b->name) &&
		       same_text(a->committee, b->committee)));
}

/* Whose a mark is: everybody's, or one body's. */
static int
mark_party(const struct year_mark *m, int party)
{
	return m->kind == YEAR_MARK_DAY_OFF || m->kind == YEAR_MARK_PASSED ||
		       m->kind == YEAR_MARK_BOOKED
		   ? -1
		   : party;
}

static bool
same_ban(const struct year_ban *b, const struct year_mark *m, int party)
{
	if (b->mark.kind != m->kind || b->party != mark_party(m, party))
		return false;
	switch (m->kind) {
	case YEAR_MARK_DAY_OFF:
		return same_day_off(b->mark.what, m->what);
	case YEAR_MARK_STEP_OFF:
	case YEAR_MARK_STEP_PAUSE:
		return b->mark.number == m->number;
	case YEAR_MARK_CLOSED:
	case YEAR_MARK_KEPT:
	case YEAR_MARK_AWAY:
	case YEAR_MARK_BOOKED:
	case YEAR_MARK_TAKEN:
		return b->mark.what == m->what;
	default:
		return true;
	}
}

static void
ban(struct maker *k, const struct year_mark *m, int party)
{
	struct year_ban *b = NULL;
	uint32_t *slot;
	size_t i;

	for (i = 0; i < k->bans->n; i++)
		if (same_ban(&k->bans->v[i], m, party)) {
			b = &k->bans->v[i];
			break;
		}
	if (b == NULL) {
		b = vec_push(k->a, k->bans);
		if (b != NULL) {
			b->mark = *m;
			b->party = mark_party(m, party);
		}
	}
	slot = b == NULL ? NULL : vec_push(k->a, &b->slots);
	if (slot == NULL)
		k->failed = true;
	else
		*slot = (uint32_t)k->slots.n - 1;
}

/* Everything that forbids meeting k a time, but for what its neighbours' gaps
 * say, which the model knows itself. */
static int
forbidding(const struct year *y, const struct year_party *p, int k, kl_day day,
    int time, struct year_marks *out)
{
	struct year_marks more;
	const struct year_kept *kept = p->kept[k];
	size_t i;
	int n = 0;

	out->n = 0;
	if (kept != NULL && kept->stays && kept->day == day &&
	    kept->time == time)
		return 0;
	year_day_marks(y, p, day, &p->time[time], out);
	for (i = 0; i < out->n; i++)
		if (out->v[i].forbids)
			out->v[n++] = out->v[i];
	out->n = (size_t)n;
	year_number_marks(y, p, k, day, &p->time[time], &more);
	for (i = 0; i < more.n; i++)
		if (more.v[i].forbids && out->n < YEAR_MARKS_MAX &&
		    more.v[i].kind != YEAR_MARK_ROOM_LEFT)
			out->v[out->n++] = more.v[i];
	return (int)out->n;
}

/* ---- slots --------------------------------------------------------------- */

static void
add_slot(struct maker *k, const struct year_party *p, int number, int day,
    int time, int cost)
{
	const struct work *w = work_of(k, p, day);
	struct plan_slot *s = vec_push(k->a, &k->slots);
	uint8_t *option = vec_push(k->a, &k->option);
	struct year_marks marks;
	size_t i;

	if (s == NULL || option == NULL) {
		k->failed = true;
		return;
	}
	s->day = (int16_t)day;
	s->band = (int16_t)p->time[time].band;
	s->dispatch = w->dispatch;
	s->load = w->load;
	s->loads = w->loads;
	s->cost = cost;
	*option = (uint8_t)time;
	if (!k->open)
		return;
	forbidding(k->y, p, number, k->y->first + day, time, &marks);
	for (i = 0; i < marks.n; i++)
		ban(k, &marks.v[i], (int)(p - k->y->parties.v));
}

/* The time of meeting k in one band of a day: the cheapest that is open; in the
 * open form otherwise the one with the fewest marks against it; -1: none. */
static int
best_time(const struct maker *k, const struct year_party *p, int number,
    int day, int band, int *cost)
{
	kl_day on = k->y->first + day;
	const struct year_kept *kept = p->kept[number];
	struct year_marks marks;
	int t, c, n, best = -1, least = 0;
	bool here, found = false;

	for (t = 0; t < p->times; t++) {
		here = kept != NULL && kept->day == on && kept->time == t;
		if (p->time[t].band != band || (p->time[t].kept_only && !here))
			continue;
		if (!year_shut(k->y, p, number, on, t, &c)) {
			if (!found || c < *cost) {
				*cost = c;
				best = t;
			}
			found = true;
		} else if (k->open && !found) {
			n = forbidding(k->y, p, number, on, t, &marks);
			if (best < 0 || n < least) {
				least = n;
				best = t;
				*cost = 0;
			}
		}
	}
	return best;
}

static void
make_meeting(struct maker *k, const struct year_party *p, int number)
{
	struct plan_meeting *m = &k->meeting[k->n_meetings];
	int day, band, time, cost = 0;

	m->body = k->n_bodies;
	m->k = number;
	m->council = p->council && p->chain >= 0;
	m->slot = (uint32_t)k->slots.n;
	p->meeting[number] = k->n_meetings++;
	for (day = 0; day < k->y->days; day++)
		for (band = 0; band < k->y->bands; band++) {
			time = best_time(k, p, number, day, band, &cost);
			if (time >= 0)
				add_slot(k, p, number, day, time, cost);
		}
	m->slots = (uint32_t)k->slots.n - m->slot;
}

static void
make_meetings(struct maker *k, const struct year_party *p)
{
	int i;

	memset(k->work, 0, (size_t)k->y->days * sizeof(k->work[0]));
	for (i = 0; i < p->n; i++)
		make_meeting(k, p, i);
}

/* ---- bodies -------------------------------------------------------------- */

/* What two meetings that both stay break cannot be asked of the others. */
static void
bend_gaps(const struct year *y, const struct year_party *p, struct plan_body *b)
{
	const struct year_kept *one, *two;
	int k, gap;

	for (k = 0; k + 1 < p->n; k++) {
		one = p->kept[k];
		two = p->kept[k + 1];
		if (one == NULL || two == NULL || !one->stays || !two->stays)
			continue;
		if (two->day - one->day < b->gap_min)
			b->gap_min = two->day - one->day;
		gap = year_act(y, two->day) - year_act(y, one->day);
		b->gap_max = gap > b->gap_max ? gap : b->gap_max;
	}
}

static void
bend_leads(
    const struct year_party *c, const struct year_party *r, struct plan_body *b)
{
	int k, lead;

	for (k = 0; k < c->n; k++) {
		if (c->kept[k] == NULL || r->kept[k] == NULL ||
		    !c->kept[k]->stays || !r->kept[k]->stays)
			continue;
		lead = c->kept[k]->day - r->kept[k]->day;
		b->lead_min = lead < b->lead_min ? lead : b->lead_min;
		b->lead_max = lead > b->lead_max ? lead : b->lead_max;
	}
}

static bool
all_stay(const struct year_party *p)
{
	int k;

	for (k = 0; k < p->n; k++)
		if (p->kept[k] == NULL || !p->kept[k]->stays)
			return false;
	return true;
}

static void
make_windows(struct maker *k, const struct year_party *p, struct plan_body *b)
{
	struct plan_window *w;
	size_t i;

	if (p->windows.n == 0 || all_stay(p))
		return;
	w = arena_alloc(k->a, p->windows.n * sizeof *w);
	if (w == NULL) {
		k->failed = true;
		return;
	}
	b->window = w;
	for (i = 0; i < p->windows.n; i++) {
		if (!p->windows.v[i].asked)
			continue;
		w->first = p->windows.v[i].first;
		w++->last = p->windows.v[i].last;
		b->windows++;
	}
}

static void
make_body(struct maker *k, struct year_party *p)
{
	struct plan_body *b = &k->body[k->n_bodies];
	const struct year_party *r =
	    p->chain >= 0 ? &k->y->parties.v[p->chain] : NULL;

	make_meetings(k, p);
	b->n = p->n;
	b->committee = p->meeting;
	b->gap_min = year_on(k->y, YEAR_GAP) ? p->gap_min : 1;
	b->gap_max = year_on(k->y, YEAR_GAP) ? p->gap_max : GAP_ANY;
	if (r != NULL) {
		make_meetings(k, r);
		b->council = r->meeting;
		b->lead_min = r->lead_min;
		b->lead_max = r->lead_max;
		bend_leads(p, r, b);
	}
	bend_gaps(k->y, p, b);
	make_windows(k, p, b);
	k->n_bodies++;
}

/* ---- couplings ----------------------------------------------------------- */

/* The meetings of a couple.  Of those that stay at the same time, no more than
 * the cap: that they clash cannot be helped, and others still may not join. */
static int
members(
    struct maker *k, const struct year_couple *c, uint8_t *taken, int *meeting)
{
	const struct year_party *p;
	const struct year_kept *kept;
	size_t at;
	int i, j, n = 0;

	memset(taken, 0, (size_t)(k->y->days * k->y->bands));
	for (i = 0; i < c->n; i++) {
		p = &k->y->parties.v[c->party[i]];
		for (j = 0; j < p->n; j++) {
			kept = p->kept[j];
			if (kept != NULL && kept->stays) {
				at = (size_t)((kept->day - k->y->first) *
						  k->y->bands +
					      p->time[kept->time].band);
				if (taken[at] >= c->cap)
					continue;
				taken[at]++;
			}
			meeting[n++] = p->meeting[j];
		}
	}
	return n;
}

/* All meetings of a team. */
static int
team_members(struct maker *k, const struct year_team *t, int *meeting)
{
	const struct year_party *p;
	int i, j, n = 0;

	for (i = 0; i < t->n; i++) {
		p = &k->y->parties.v[t->party[i]];
		for (j = 0; j < p->n; j++)
			meeting[n++] = p->meeting[j];
	}
	return n;
}

static void
make_groups(struct maker *k)
{
	const struct year *y = k->y;
	size_t couples = y->couples.n, n = couples + y->teams.n;
	struct plan_group *g = arena_alloc(k->a, (n + 1) * sizeof *g);
	const struct year_team *team;
	uint8_t *taken = arena_alloc(k->a, (size_t)(y->days * y->bands) + 1);
	int *meeting =
	    arena_alloc(k->a, ((size_t)k->n_meetings + 1) * sizeof(int));
	int *copy;
	size_t i;

	if (g == NULL || taken == NULL || meeting == NULL) {
		k->failed = true;
		return;
	}
	for (i = 0; i < n; i++) {
		team = i < couples ? NULL : &y->teams.v[i - couples];
		if (team == NULL) {
			g[i].band = true;
			g[i].cap = y->couples.v[i].cap;
			g[i].n = members(k, &y->couples.v[i], taken, meeting);
		} else {
			g[i].cap = 1;
			g[i].over = y->w->member_week;
			g[i].taken = team->taken;
			g[i].n = team_members(k, team, meeting);
		}
		copy = arena_alloc(k->a, ((size_t)g[i].n + 1) * sizeof(int));
		if (copy == NULL) {
			k->failed = true;
			return;
		}
		memcpy(copy, meeting, (size_t)g[i].n * sizeof(int));
		g[i].meeting = copy;
	}
	k->m->group = g;
	k->m->n_groups = (int)n;
}

static void
make_links(struct maker *k)
{
	const struct year *y = k->y;
	struct plan_link *l = arena_alloc(k->a, (y->ties.n + 1) * sizeof *l);
	const struct year_party *r, *c;
	const struct year_kept *one, *two;
	const struct year_tie *t;
	size_t i;
	int lead;

	if (l == NULL) {
		k->failed = true;
		return;
	}
	for (i = 0; i < y->ties.n; i++) {
		t = &y->ties.v[i];
		r = &y->parties.v[t->council];
		c = &y->parties.v[t->committee];
		one = r->kept[t->before];
		two = c->kept[t->after];
		l[i].before = r->meeting[t->before];
		l[i].after = c->meeting[t->after];
		l[i].min = r->lead_min;
		l[i].max = r->lead_max;
		if (one == NULL || two == NULL || !one->stays || !two->stays)
			continue;
		lead = two->day - one->day;
		l[i].min = lead < l[i].min ? lead : l[i].min;
		l[i].max = lead > l[i].max ? lead : l[i].max;
	}
	k->m->link = l;
	k->m->n_links = (int)y->ties.n;
}

/* ---- the whole ----------------------------------------------------------- */

static void
set_days(struct maker *k)
{
	const struct year *y = k->y;
	int *act = arena_alloc(k->a, (size_t)y->days * sizeof(int));
	int *weekday = arena_alloc(k->a, (size_t)y->days * sizeof(int));
	int i;

	if (act == NULL || weekday == NULL) {
		k->failed = true;
		return;
	}
	for (i = 0; i < y->days; i++) {
		act[i] = year_act(y, y->first + i);
		weekday[i] = (int)kl_day_weekday(y->first + i) - KL_MONDAY;
	}
	k->m->act = act;
	k->m->weekday = weekday;
}

/* The caps: those given, or a tenth and a half above the average week. */
static void
set_weights(struct maker *k)
{
	const struct year_weights *w = k->y->w;
	struct plan_model *m = k->m;
	int working = year_act(k->y, k->y->first + k->y->days - 1) + 1;
	int64_t units = 0;
	uint32_t j;
	int i, committees = 0;

	for (i = 0; i < k->n_meetings; i++)
		for (j = 0; k->meeting[i].slots > 0 &&
			    j < k->slots.v[k->meeting[i].slot].loads;
		     j++)
			units +=
			    k->loads.v[k->slots.v[k->meeting[i].slot].load + j]
				.units;
	for (i = 0; i < (int)k->y->parties.n; i++)
		committees += !k->y->parties.v[i].council;
	m->cap_a =
	    w->cap_a > 0 ? w->cap_a : (int)(units * 77 / (working * 10) + 1);
	m->cap_b =
	    w->cap_b > 0 ? w->cap_b : (int)(units * 105 / (working * 10) + 1);
	m->over_a = w->over_a;
	m->over_b = w->over_b;
	m->cap_dispatch =
	    w->cap_dispatch > 0 ? w->cap_dispatch : (committees + 5) / 6;
	m->over_dispatch = w->over_dispatch;
	m->off_weekday = w->stable_weekday;
}

static int
room_for_all(struct maker *k, struct kl_error *err)
{
	size_t i, n = 0;
	struct year_party *p;

	for (i = 0; i < k->y->parties.n; i++) {
		p = &k->y->parties.v[i];
		n += (size_t)p->n;
		if (p->meeting != NULL)
			continue;
		p->meeting =
		    arena_alloc(k->y->arena, ((size_t)p->n + 1) * sizeof(int));
		if (p->meeting == NULL)
			return kl_error_nomem(err);
	}
	k->meeting = arena_alloc(k->a, (n + 1) * sizeof(k->meeting[0]));
	k->body = arena_alloc(k->a, (k->y->parties.n + 1) * sizeof(k->body[0]));
	k->work = arena_alloc(k->a, (size_t)k->y->days * sizeof(k->work[0]));
	if (k->meeting == NULL || k->body == NULL || k->work == NULL)
		return kl_error_nomem(err);
	return 0;
}

int
year_make(const struct year *y, bool open, struct arena *a,
    struct plan_model *m, const uint8_t **option, year_bans *bans,
    struct kl_error *err)
{
	struct maker k = { .y = y, .a = a, .m = m, .open = open, .bans = bans };
	struct year_party *p;
	size_t i;
	int rc;

	memset(m, 0, sizeof *m);
	m->arena = a;
	m->days = y->days;
	m->bands = y->bands;
	m->weeks = (y->first + y->days + YEAR_AFTER - y->monday) / 7;
	rc = room_for_all(&k, err);
	if (rc != 0)
		return rc;
	for (i = 0; i < y->parties.n; i++) {
		p = &y->parties.v[i];
		if (p->n > 0 && !(p->council && p->chain >= 0)) {
			p->body = k.n_bodies;
			if (p->chain >= 0)
				y->parties.v[p->chain].body = k.n_bodies;
			make_body(&k, p);
		}
	}
	set_days(&k);
	make_groups(&k);
	make_links(&k);
	if (k.failed || arena_failed(a))
		return kl_error_nomem(err);
	set_weights(&k);
	m->n_bodies = k.n_bodies;
	m->n_meetings = k.n_meetings;
	m->n_slots = (uint32_t)k.slots.n;
	m->body = k.body;
	m->meeting = k.meeting;
	m->slot = k.slots.v;
	m->load = k.loads.v;
	*option = k.option.v;
	return plan_model_finish(m, err);
}
