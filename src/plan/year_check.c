/* SPDX-License-Identifier: EUPL-1.2
 *
 * What is wrong with a plan made by hand, whether or not its meetings could be
 * slots: clashes by the clocks that it has, days off, steps on days off, gaps,
 * windows, councils.  Uses nothing of the model.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "plan/year_inner.h"

/* One meeting of the plan. */
struct held {
	const struct planned *m;
	int party;
	int start,
	    end; /* minutes; start -1: the whole day; end -1: not known */
};

/* A reason with the day it belongs to, for sorting. */
struct found {
	kl_day day;
	size_t seq;
	struct year_reason reason;
};

struct check {
	const struct year *y;
	struct arena *a;
	struct held *v; /* by day and clock */
	size_t n;
	VEC(struct found) found;
};

static void
add(struct check *c, kl_day day, enum year_rule rule, const char *text,
    const char *source)
{
	struct found *f =
	    year_on(c->y, rule) ? vec_push(c->a, &c->found) : NULL;

	if (f == NULL)
		return;
	f->day = day;
	f->seq = c->found.n;
	f->reason = (struct year_reason){
		.rule = rule, .forbids = true, .text = text, .source = source
	};
}

static void
add_cost(struct check *c, kl_day day, enum year_rule rule, int64_t cost,
    const char *text)
{
	struct found *f = vec_push(c->a, &c->found);

	if (f == NULL)
		return;
	f->day = day;
	f->seq = c->found.n;
	f->reason = (struct year_reason){ .rule = rule,
		.cost = cost > PLAN_COST_MAX ? PLAN_COST_MAX : (int)cost,
		.text = text,
		.source = "" };
}

/* "Wednesday 2023-02-22 13:00: " and what is wrong. */
static const char *
at(const struct check *c, const struct held *h, const char *text)
{
	const char *s = arena_printf(c->a, "%s%s%s: %s",
	    year_day_word(c->y, c->a, h->m->day),
	    h->m->start == NULL ? "" : " ",
	    h->m->start == NULL ? "" : h->m->start, text);

	return s == NULL ? "" : s;
}

static const char *
name_of(const struct check *c, int party)
{
	const struct committee *who = c->y->parties.v[party].c;

	return who->name != NULL ? who->name : who->code;
}

/* ---- clashes ------------------------------------------------------------- */

/* Without an end a meeting is known to be under way at its start only. */
static bool
at_once(const struct held *a, const struct held *b)
{
	if (a->start < 0 || b->start < 0 || a->start == b->start)
		return true;
	return a->start < b->start ? a->end > b->start : b->end > a->start;
}

static bool
same_room(const struct held *a, const struct held *b)
{
	return a->m->room != NULL && b->m->room != NULL &&
	       strcmp(a->m->room, b->m->room) == 0;
}

/* Two meetings at once, whatever bodies they are of. */
static void
pair(struct check *c, const struct held *a, const struct held *b)
{
	const char *s;

	if (same_room(a, b)) {
		YEAR_SAY(c->y, c->a, s,
		    KL_N_("%s and %s meet at the same time in the same room: "
			  "%s."),
		    name_of(c, a->party), name_of(c, b->party), a->m->room);
		add(c, a->m->day, YEAR_ROOM, at(c, a, s), "");
	}
	if (a->party == b->party) {
		YEAR_SAY(c->y, c->a, s, KL_N_("%s meets twice at once."),
		    name_of(c, a->party));
		add(c, a->m->day, YEAR_GAP, at(c, a, s), "");
	}
}

/* Whether the couple is about the meeting: about its body and, where it is one
 * person's, on that day. */
static bool
is_about(const struct check *c, const struct year_couple *couple,
    const struct held *h)
{
	bool person =
	    couple->rule == YEAR_PERSON || couple->rule == YEAR_SECRETARY;
	int i;

	/* the room that the plan gives goes before the rules' */
	if (couple->rule == YEAR_ROOM && couple->who != NULL &&
	    h->m->room != NULL)
		return false;
	for (i = 0; i < couple->n; i++)
		if (couple->party[i] == h->party)
			return !person || couple->people > 1 ||
			       year_seated(
				   c->y, couple->who, h->party, h->m->day);
	return false;
}

/* The meetings v[0] up to v[n], at least two, are one clash. */
static void
clash(struct check *c, struct held *const *v, size_t n,
    const struct year_couple *couple)
{
	const char *names = name_of(c, v[0]->party);
	size_t i;

	for (i = 1; i + 1 < n && names != NULL; i++)
		names = arena_printf(
		    c->a, "%s, %s", names, name_of(c, v[i]->party));
	add(c, v[0]->m->day, couple->rule,
	    at(c, v[0],
		year_couple_names(c->y, couple, names == NULL ? "" : names,
		    name_of(c, v[n - 1]->party), c->a)),
	    "");
}

/* A couple that allows one at a time: each set of its meetings that overlap,
 * one with another, is a clash.  v[0] up to v[n] are the meetings of the day,
 * by clock; ${set} has room for as many. */
static void
one_at_a_time(struct check *c, struct held *v, size_t n,
    const struct year_couple *couple, struct held **set)
{
	size_t i, k, in = 0;
	bool joins;

	for (i = 0; i < n; i++) {
		if (!is_about(c, couple, &v[i]))
			continue;
		joins = false;
		for (k = 0; k < in && !joins; k++)
			joins = at_once(set[k], &v[i]);
		if (!joins) {
			if (in > 1)
				clash(c, set, in, couple);
			in = 0;
		}
		set[in++] = &v[i];
	}
	if (in > 1)
		clash(c, set, in, couple);
}

/* A couple that allows some at once: counted where each of its meetings begins.
 * v[0] up to v[n] are the meetings of the day. */
static void
crowd(struct check *c, const struct held *v, size_t n,
    const struct year_couple *couple)
{
	size_t i, k;
	int together, last = -2;

	for (i = 0; i < n; i++) {
		if (!is_about(c, couple, &v[i]) || v[i].start == last)
			continue;
		together = 0;
		for (k = 0; k < n; k++)
			together += is_about(c, couple, &v[k]) &&
				    v[k].start <= v[i].start &&
				    at_once(&v[i], &v[k]);
		if (together <= couple->cap)
			continue;
		last = v[i].start;
		add(c, v[i].m->day, couple->rule,
		    at(c, &v[i],
			year_couple_say(c->y, couple, NULL, NULL, c->a)),
		    "");
	}
}

static void
clashes(struct check *c)
{
	struct held **set = arena_alloc(c->a, (c->n + 1) * sizeof *set);
	const struct year_couple *couple;
	size_t i, k, n;

	for (i = 0; set != NULL && i < c->n; i += n) {
		for (n = 0;
		     i + n < c->n && c->v[i + n].m->day == c->v[i].m->day; n++)
			for (k = 0; k < n; k++)
				if (at_once(&c->v[i + k], &c->v[i + n]))
					pair(c, &c->v[i + k], &c->v[i + n]);
		for (k = 0; k < c->y->couples.n; k++) {
			couple = &c->y->couples.v[k];
			if (couple->cap > 1)
				crowd(c, c->v + i, n, couple);
			else
				one_at_a_time(c, c->v + i, n, couple, set);
		}
	}
}

/* ---- days and steps ------------------------------------------------------ */

static void
day_and_steps(struct check *c, const struct held *h)
{
	const struct year_party *p = &c->y->parties.v[h->party];
	struct year_time t = { .start = h->start < 0 ? 0 : h->start,
		.start_text = h->m->start,
		.kept_only = true };
	struct year_marks marks;
	struct year_reason r;
	size_t i;

	if (kl_day_year(h->m->day) != c->y->in->year)
		return;
	t.end = h->end > t.start ? h->end : t.start + YEAR_MINUTES;
	year_day_marks(c->y, p, h->m->day, &t, &marks);
	for (i = 0; i < marks.n; i++) {
		/* what has happened is not wrong for having happened */
		if (!marks.v[i].forbids ||
		    marks.v[i].kind == YEAR_MARK_PASSED ||
		    marks.v[i].kind == YEAR_MARK_STEP_LATE ||
		    marks.v[i].kind == YEAR_MARK_TAKEN)
			continue;
		year_mark_say(c->y, p, &marks.v[i], h->m->day, c->a, &r);
		r.text = arena_printf(
		    c->a, "%s: %s", p->c->code, r.text == NULL ? "" : r.text);
		add(c, h->m->day, r.rule,
		    at(c, h, r.text == NULL ? "" : r.text), r.source);
	}
}

/* ---- a body's year ------------------------------------------------------- */

static void
one_gap(struct check *c, const struct year_party *p, kl_day one, kl_day two,
    const struct held *h)
{
	int act = year_act(c->y, two) - year_act(c->y, one);
	const char *s, *who = p->c->name != NULL ? p->c->name : p->c->code;

	if (two - one < p->gap_min) {
		YEAR_SAY(c->y, c->a, s,
		    KL_N_("%s meets %d days after its meeting on %s; there "
			  "must be at least %d."),
		    who, two - one, year_day_word(c->y, c->a, one), p->gap_min);
		add(c, two, YEAR_GAP, at(c, h, s), "");
	} else if (act > p->gap_max && c->y->first - one <= p->gap_max) {
		YEAR_SAY(c->y, c->a, s,
		    KL_N_("%s meets %d days, pauses not counted, after its "
			  "meeting on %s; there may be at most %d."),
		    who, act, year_day_word(c->y, c->a, one), p->gap_max);
		add(c, two, YEAR_GAP, at(c, h, s), "");
	}
}

static void
gaps_and_number(struct check *c, int party)
{
	const struct year_party *p = &c->y->parties.v[party];
	kl_day last = p->before;
	const char *s;
	size_t i;
	int n = 0;

	for (i = 0; i < c->n; i++) {
		if (c->v[i].party != party)
			continue;
		n++;
		/* a council that precedes its committee has its gaps from it */
		if ((!p->council || p->chain < 0) && last != KL_DAY_NONE &&
		    last != c->v[i].m->day)
			one_gap(c, p, last, c->v[i].m->day, &c->v[i]);
		last = c->v[i].m->day;
	}
	if (n == p->past + p->n)
		return;
	YEAR_SAY(c->y, c->a, s,
	    KL_N_("%s has %d meetings in the plan, but shall have %d."),
	    name_of(c, party), n, p->past + p->n);
	add(c, c->y->first, YEAR_NUMBER, s, "");
}

static void
windows(struct check *c, int party)
{
	const struct year_party *p = &c->y->parties.v[party];
	const struct year_window *w;
	char from[11], to[11];
	const char *s, *source;
	size_t i, k;
	int day;

	for (i = 0; i < p->windows.n; i++) {
		w = &p->windows.v[i];
		for (k = 0; k < c->n; k++) {
			day = c->v[k].m->day - c->y->first;
			if (c->v[k].party == party && day >= w->first &&
			    day <= w->last)
				break;
		}
		if (k < c->n)
			continue;
		YEAR_SAY(c->y, c->a, s,
		    KL_N_("%s does not meet in the window \"%s\" (%s to %s)."),
		    name_of(c, party), w->name,
		    kl_day_format(c->y->first + w->first, from),
		    kl_day_format(c->y->first + w->last, to));
		source = w->file == NULL
			     ? ""
			     : arena_printf(c->a, "%s:%d", w->file, w->line);
		add(c, c->y->first + w->last, YEAR_WINDOW, s,
		    source == NULL ? "" : source);
	}
}

/* ---- councils ------------------------------------------------------------ */

/* Every meeting of the rarer of the two has one of the other's at the right
 * distance. */
static void
council(struct check *c, int r, int committee)
{
	const struct year_party *p = &c->y->parties.v[r];
	const struct held *h;
	int lead, nr = 0, nc = 0, rarer;
	size_t i, k;
	const char *s;

	for (i = 0; i < c->n; i++) {
		nr += c->v[i].party == r;
		nc += c->v[i].party == committee;
	}
	rarer = nr < nc ? r : committee;
	for (i = 0; nr > 0 && nc > 0 && i < c->n; i++) {
		h = &c->v[i];
		if (h->party != rarer)
			continue;
		for (k = 0; k < c->n; k++) {
			if (c->v[k].party != (rarer == r ? committee : r))
				continue;
			lead = rarer == r ? c->v[k].m->day - h->m->day
					  : h->m->day - c->v[k].m->day;
			if (lead >= p->lead_min && lead <= p->lead_max)
				break;
		}
		if (k < c->n)
			continue;
		YEAR_SAY(c->y, c->a, s,
		    KL_N_("%s does not meet %d to %d days before %s."),
		    name_of(c, r), p->lead_min, p->lead_max,
		    name_of(c, committee));
		add(c, h->m->day, YEAR_LEAD, at(c, h, s), "");
	}
}

static void
councils(struct check *c)
{
	const struct committee *who;
	size_t i, k;
	int committee;

	for (i = 0; i < c->y->parties.n; i++) {
		who = c->y->parties.v[i].c;
		for (k = 0; c->y->parties.v[i].council && k < who->assists.n;
		     k++) {
			committee = year_party_of(c->y, who->assists.v[k]);
			if (committee >= 0)
				council(c, (int)i, committee);
		}
	}
}

/* ---- two meetings a week ------------------------------------------------- */

/* A meeting outside the model that the team has that week (of ${h} alone: is it
 * one?), or NULL. */
static const struct year_kept *
outside(const struct check *c, const struct year_team *t, int week,
    const struct held *h)
{
	const struct year_kept *kept;
	const struct year_party *p;
	size_t k;
	int j;

	for (j = 0; j < t->n; j++) {
		p = &c->y->parties.v[t->party[j]];
		for (k = 0; k < p->existing.n; k++) {
			kept = p->existing.v[k];
			if (year_week(c->y, kept->day) == week &&
			    year_outside(c->y, kept) &&
			    (h == NULL || (kept->party == h->party &&
					      kept->day == h->m->day)))
				return kept;
		}
	}
	return NULL;
}

/* Each meeting of the team after the first of its week is charged; those
 * outside the model come first, and are not. */
static void
team(struct check *c, const struct year_team *t)
{
	const struct held *last = NULL, *h;
	const struct year_kept *kept;
	int week, now = -1, party;
	kl_day day;
	size_t i;

	for (i = 0; i < c->n; i++) {
		h = &c->v[i];
		week = year_week(c->y, h->m->day);
		if (week < 0 || !year_in_team(t, h->party) ||
		    outside(c, t, week, h) != NULL)
			continue;
		if (week != now)
			last = NULL;
		now = week;
		kept = outside(c, t, week, NULL);
		party = last != NULL   ? last->party
			: kept != NULL ? kept->party
				       : -1;
		day = last != NULL   ? last->m->day
		      : kept != NULL ? kept->day
				     : KL_DAY_NONE;
		last = h;
		if (party >= 0)
			add_cost(c, h->m->day, YEAR_PERSON,
			    c->y->w->member_week,
			    at(c, h, year_team_say(c->y, t, party, day, c->a)));
	}
}

/* ---- the whole ----------------------------------------------------------- */

static int
by_start(const void *x, const void *y)
{
	const struct held *a = x, *b = y;

	if (a->m->day != b->m->day)
		return a->m->day < b->m->day ? -1 : 1;
	if (a->start != b->start)
		return a->start - b->start;
	return strcmp(a->m->committee, b->m->committee);
}

static int
by_found(const void *x, const void *y)
{
	const struct found *a = x, *b = y;

	if (a->day != b->day)
		return a->day < b->day ? -1 : 1;
	return (a->seq > b->seq) - (a->seq < b->seq);
}

/* The meetings of bodies that are known; the others are told of. */
static void
collect(struct check *c, const struct year_plan *plan)
{
	const struct planned *m;
	struct held *h;
	const char *s;
	size_t i;
	int party;

	for (i = 0; i < plan->meetings.n; i++) {
		m = &plan->meetings.v[i];
		party = year_party_of(c->y, m->committee);
		if (party < 0) {
			YEAR_SAY(c->y, c->a, s,
			    KL_N_("The plan has a meeting of %s, but no such "
				  "committee is planned for."),
			    m->committee);
			add(c, m->day, YEAR_NUMBER, s, "");
			continue;
		}
		h = &c->v[c->n++];
		h->m = m;
		h->party = party;
		h->start = year_minutes(m->start);
		h->end = year_minutes(m->end);
	}
	if (c->n > 1)
		qsort(c->v, c->n, sizeof *c->v, by_start);
}

int
year_check(const struct year *y, const struct year_plan *plan, struct arena *a,
    year_reasons *out, struct kl_error *err)
{
	struct check c = { .y = y, .a = a };
	struct year_reason *r;
	size_t i;

	memset(out, 0, sizeof *out);
	c.v = arena_alloc(a, (plan->meetings.n + 1) * sizeof *c.v);
	if (c.v == NULL)
		return kl_error_nomem(err);
	collect(&c, plan);
	clashes(&c);
	for (i = 0; i < c.n; i++)
		day_and_steps(&c, &c.v[i]);
	for (i = 0; i < y->parties.n; i++) {
		gaps_and_number(&c, (int)i);
		windows(&c, (int)i);
	}
	councils(&c);
	for (i = 0; i < y->teams.n; i++)
		team(&c, &y->teams.v[i]);
	if (c.found.n > 1)
		qsort(c.found.v, c.found.n, sizeof *c.found.v, by_found);
	for (i = 0; i < c.found.n; i++) {
		r = vec_push(a, out);
		if (r != NULL)
			*r = c.found.v[i].reason;
	}
	return arena_failed(a) ? kl_error_nomem(err) : 0;
}
