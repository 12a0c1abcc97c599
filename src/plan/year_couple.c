/* SPDX-License-Identifier: EUPL-1.2
 *
 * What may not be at once: committees, a person with two seats, a secretary,
 * more meetings than leave one secretary free, a room.  Each couple of bodies
 * becomes a group of the model; a council that serves several committees
 * becomes links.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "plan/year_inner.h"

/* A seat, to be sorted by person. */
struct seat {
	const char *person;
	int party;
	bool secretary;
};

static int
by_person(const void *x, const void *y)
{
	const struct seat *a = x, *b = y;
	int d = strcmp(a->person, b->person);

	return d != 0 ? d : a->party - b->party;
}

static bool
this_year(const struct year *y, const struct mandate *m)
{
	return m->from < y->first + y->days &&
	       (m->to == KL_DAY_NONE || m->to >= y->first);
}

/* ---- the secretariat ----------------------------------------------------- */

static int
check_stand_ins(const struct year *y, struct kl_error *err)
{
	const struct bundle *b = y->in->facts;
	const struct stand_in *s;
	size_t i;

	for (i = 0; i < b->stand_ins.n; i++) {
		s = &b->stand_ins.v[i];
		if (bundle_person(b, s->person) != NULL &&
		    bundle_person(b, s->by) != NULL &&
		    (s->committee == NULL ||
			bundle_committee(b, s->committee) != NULL))
			continue;
		kl_error_set(err, KL_E_INPUT,
		    KL_N_("%s shall stand in for %s, but there is no such "
			  "person or committee in the register. Register "
			  "them, or take the stand-in away. Nothing was "
			  "planned."),
		    s->by, s->person);
		kl_error_where(err, NULL, s->line, "vikarie");
		return KL_E_INPUT;
	}
	return 0;
}

static int
find_secretaries(struct year *y, struct kl_error *err)
{
	const struct bundle *b = y->in->facts;
	const struct mandate **place;
	size_t i;
	int k;

	for (i = 0; i < b->mandates.n; i++) {
		k = year_party_of(y, b->mandates.v[i].committee);
		if (k < 0 || b->mandates.v[i].role != ROLE_SECRETARY ||
		    !this_year(y, &b->mandates.v[i]))
			continue;
		place = vec_push(y->arena, &y->parties.v[k].secretaries);
		if (place == NULL)
			return kl_error_nomem(err);
		*place = &b->mandates.v[i];
	}
	return 0;
}

/* How many can take the minutes: those who do, and those who stand in. */
static int
secretariat(const struct year *y)
{
	const struct bundle *b = y->in->facts;
	size_t i, k;
	int n = 0;
	bool does;

	for (i = 0; i < b->persons.n; i++) {
		does = false;
		for (k = 0; k < b->mandates.n && !does; k++)
			does = b->mandates.v[k].role == ROLE_SECRETARY &&
			       this_year(y, &b->mandates.v[k]) &&
			       strcmp(b->mandates.v[k].person,
				   b->persons.v[i].ref) == 0;
		for (k = 0; k < b->stand_ins.n && !does; k++)
			does = strcmp(b->stand_ins.v[k].by,
				   b->persons.v[i].ref) == 0;
		n += does;
	}
	return n;
}

/* ---- couples ------------------------------------------------------------- */

static int
add_couple(struct year *y, enum year_rule rule, int cap, const char *who,
    const int *party, int n, struct kl_error *err)
{
	struct year_couple *c;
	int *copy;

	if (n < 2 || !year_on(y, rule))
		return 0;
	c = vec_push(y->arena, &y->couples);
	copy = arena_alloc(y->arena, (size_t)n * sizeof(int));
	if (c == NULL || copy == NULL)
		return kl_error_nomem(err);
	memcpy(copy, party, (size_t)n * sizeof(int));
	c->rule = rule;
	c->cap = cap;
	c->who = who;
	c->n = n;
	c->party = copy;
	c->people = 1;
	return 0;
}

/* How many committees may meet at once: one, as long as that leaves the most of
 * the times free. */
static int
at_once(const struct year *y, int meetings)
{
	int day, times = 0;
	size_t i;
	bool open;

	if (y->in->at_once > 0)
		return y->in->at_once;
	for (day = 0; day < y->days; day++) {
		open = false;
		for (i = 0; i < y->parties.n && !open; i++)
			open =
			    year_act(y, y->first + day) >
				year_act(y, y->first + day - 1) &&
			    y->parties.v[i]
				    .rank[(int)kl_day_weekday(y->first + day) -
					  KL_MONDAY] >= 0;
		times += open;
	}
	times = times * y->bands / 2;
	return times == 0 || meetings <= times
		   ? 1
		   : (meetings * YEAR_AT_ONCE_DIVISOR + times - 1) / times;
}

static int
couple_committees(struct year *y, int *party, struct kl_error *err)
{
	int n = 0, meetings = 0;
	size_t i;

	for (i = 0; i < y->parties.n; i++)
		if (!y->parties.v[i].council) {
			party[n++] = (int)i;
			meetings += y->parties.v[i].total;
		}
	y->at_once = at_once(y, meetings);
	return add_couple(y, YEAR_COMMITTEES, y->at_once, NULL, party, n, err);
}

static int
couple_stand_in(struct year *y, int *party, struct kl_error *err)
{
	int n = 0, people = secretariat(y);
	size_t i;

	for (i = 0; i < y->parties.n; i++)
		if (y->parties.v[i].secretaries.n > 0)
			party[n++] = (int)i;
	return people < 2 || people > n ? 0
					: add_couple(y, YEAR_STAND_IN,
					      people - 1, NULL, party, n, err);
}

/* The same seats are one couple, whoever has them. */
static bool
same_couple(struct year *y, enum year_rule rule, const int *party, int n)
{
	struct year_couple *c;
	size_t i;

	for (i = 0; i < y->couples.n; i++) {
		c = &y->couples.v[i];
		if (c->rule != rule || c->n != n || c->cap != 1 ||
		    memcmp(c->party, party, (size_t)n * sizeof(int)) != 0)
			continue;
		c->people++;
		return true;
	}
	return false;
}

/* One person's seats v[0] up to v[n]. */
static int
couple_person(struct year *y, const struct seat *v, size_t n, int *party,
    struct kl_error *err)
{
	enum year_rule rule = YEAR_SECRETARY;
	size_t i;
	int parties = 0;

	for (i = 0; i < n; i++) {
		if (!v[i].secretary)
			rule = YEAR_PERSON;
		/* where there are two secretaries, the other one can go */
		if (v[i].secretary &&
		    y->parties.v[v[i].party].secretaries.n > 1)
			continue;
		if (parties == 0 || party[parties - 1] != v[i].party)
			party[parties++] = v[i].party;
	}
	if (parties < 2 || same_couple(y, rule, party, parties))
		return 0;
	return add_couple(y, rule, 1, v[0].person, party, parties, err);
}

static int
couple_people(struct year *y, int *party, struct kl_error *err)
{
	const struct bundle *b = y->in->facts;
	struct seat *v = arena_alloc(y->arena, (b->mandates.n + 1) * sizeof *v);
	size_t i, n = 0, end;
	int k, rc = 0;

	if (v == NULL)
		return kl_error_nomem(err);
	for (i = 0; i < b->mandates.n; i++) {
		k = year_party_of(y, b->mandates.v[i].committee);
		if (k < 0 || !this_year(y, &b->mandates.v[i]))
			continue;
		v[n].person = b->mandates.v[i].person;
		v[n].party = k;
		v[n++].secretary = b->mandates.v[i].role == ROLE_SECRETARY;
	}
	qsort(v, n, sizeof *v, by_person);
	for (i = 0; rc == 0 && i < n; i = end) {
		for (end = i + 1; end < n; end++)
			if (strcmp(v[i].person, v[end].person) != 0)
				break;
		rc = couple_person(y, v + i, end - i, party, err);
	}
	return rc;
}

/* A room that bodies have in common; and, where bodies take any room, no more
 * at once than there are rooms large enough for them. */
static int
couple_rooms(struct year *y, int *party, struct kl_error *err)
{
	const struct bundle *b = y->in->facts;
	const struct year_party *p;
	size_t i, k, large;
	int n, people, rc = 0;

	for (i = 0; rc == 0 && i < b->rooms.n; i++) {
		for (n = 0, k = 0; k < y->parties.n; k++)
			if (y->parties.v[k].room != NULL &&
			    strcmp(y->parties.v[k].room, b->rooms.v[i].code) ==
				0)
				party[n++] = (int)k;
		rc = add_couple(
		    y, YEAR_ROOM, 1, b->rooms.v[i].code, party, n, err);
	}
	for (i = 0; rc == 0 && b->rooms.n > 0 && i < y->parties.n; i++) {
		people = y->parties.v[i].people;
		for (large = 0, k = 0; k < b->rooms.n; k++)
			large += b->rooms.v[k].capacity == 0 ||
				 b->rooms.v[k].capacity >= people;
		for (n = 0, k = 0; k < y->parties.n; k++) {
			p = &y->parties.v[k];
			/* each number of people once */
			if (p->people == people && k < i)
				break;
			if (p->people >= people)
				party[n++] = (int)k;
		}
		if (k < y->parties.n || large == 0 || (size_t)n <= large)
			continue;
		rc = add_couple(y, YEAR_ROOM, (int)large, NULL, party, n, err);
		if (rc == 0 && year_on(y, YEAR_ROOM))
			y->couples.v[y->couples.n - 1].capacity = people;
	}
	return rc;
}

/* ---- pairs --------------------------------------------------------------- */

static int
mark_pairs(struct year *y, struct kl_error *err)
{
	size_t n = y->parties.n, i;
	const struct year_couple *c;
	int a, b;

	y->shared = arena_alloc(y->arena, n * n + 1);
	if (y->shared == NULL)
		return kl_error_nomem(err);
	for (i = 0; i < y->couples.n; i++) {
		c = &y->couples.v[i];
		for (a = 0; c->cap == 1 && a < c->n; a++)
			for (b = 0; b < c->n; b++)
				y->shared[(size_t)c->party[a] * n +
					  (size_t)c->party[b]] = true;
	}
	return 0;
}

bool
year_seated(const struct year *y, const char *person, int party, kl_day day)
{
	const struct bundle *b = y->in->facts;
	const char *code = y->parties.v[party].c->code;
	const struct mandate *m;
	size_t i;

	for (i = 0; i < b->mandates.n; i++) {
		m = &b->mandates.v[i];
		if (m->from <= day && (m->to == KL_DAY_NONE || m->to >= day) &&
		    strcmp(m->person, person) == 0 &&
		    strcmp(m->committee, code) == 0)
			return true;
	}
	return false;
}

static bool
has_party(const struct year_couple *c, int party)
{
	int i;

	for (i = 0; i < c->n; i++)
		if (c->party[i] == party)
			return true;
	return false;
}

const struct year_couple *
year_clash(const struct year *y, int p, int q, kl_day day)
{
	const struct year_couple *c;
	size_t i;

	if (!y->shared[(size_t)p * y->parties.n + (size_t)q])
		return NULL;
	for (i = 0; i < y->couples.n; i++) {
		c = &y->couples.v[i];
		if (c->cap != 1 || !has_party(c, p) || !has_party(c, q))
			continue;
		if (c->people > 1 ||
		    (c->rule != YEAR_PERSON && c->rule != YEAR_SECRETARY) ||
		    (year_seated(y, c->who, p, day) &&
			year_seated(y, c->who, q, day)))
			return c;
	}
	return NULL;
}

/* ---- two meetings a week ------------------------------------------------- */

int
year_week(const struct year *y, kl_day day)
{
	return day < y->first || day >= y->first + y->days
		   ? -1
		   : (day - y->first + (int)kl_day_weekday(y->first) -
			 KL_MONDAY) /
			 7;
}

bool
year_in_team(const struct year_team *t, int party)
{
	int i;

	for (i = 0; i < t->n; i++)
		if (t->party[i] == party)
			return true;
	return false;
}

bool
year_outside(const struct year *y, const struct year_kept *kept)
{
	const struct year_party *p = &y->parties.v[kept->party];
	int k;

	if (kept->extra)
		return true;
	for (k = 0; k < p->n; k++)
		if (p->kept[k] == kept)
			return false;
	return kept->passed;
}

/* Whether all bodies of ${of} are among those of ${by}; of two equal couples
 * the first is kept. */
static bool
lies_within(const struct year_couple *of, const struct year_couple *by)
{
	int i;

	if (of == by || by->rule != YEAR_PERSON || of->n > by->n ||
	    (of->n == by->n && of < by))
		return false;
	for (i = 0; i < of->n; i++)
		if (!has_party(by, of->party[i]))
			return false;
	return true;
}

/* The weeks in which the team has a meeting that the model does not. */
static int
fill_team(struct year *y, struct year_team *t, struct kl_error *err)
{
	uint8_t *taken = arena_alloc(y->arena, PLAN_WEEKS_MAX);
	const struct year_party *p;
	size_t k;
	int i, week;

	if (taken == NULL)
		return kl_error_nomem(err);
	for (i = 0; i < t->n; i++) {
		p = &y->parties.v[t->party[i]];
		for (k = 0; k < p->existing.n; k++) {
			week = year_week(y, p->existing.v[k]->day);
			if (week >= 0 && year_outside(y, p->existing.v[k]))
				taken[week] = 1;
		}
	}
	t->taken = taken;
	return 0;
}

/* Those who have the same seats are a team, unless others have those seats and
 * more. */
static int
find_teams(struct year *y, struct kl_error *err)
{
	const struct year_couple *c;
	struct year_team *t;
	size_t i, k;
	int rc = 0;

	for (i = 0; rc == 0 && i < y->couples.n; i++) {
		c = &y->couples.v[i];
		if (c->rule != YEAR_PERSON || y->w->member_week <= 0)
			continue;
		for (k = 0; k < y->couples.n; k++)
			if (lies_within(c, &y->couples.v[k]))
				break;
		if (k < y->couples.n)
			continue;
		t = vec_push(y->arena, &y->teams);
		if (t == NULL)
			return kl_error_nomem(err);
		t->who = c->who;
		t->n = c->n;
		t->party = c->party;
		rc = fill_team(y, t, err);
	}
	return rc;
}

/* ---- councils ------------------------------------------------------------ */

static int
tie(struct year *y, int council, int committee, struct kl_error *err)
{
	const struct year_party *r = &y->parties.v[council];
	const struct year_party *c = &y->parties.v[committee];
	int all = r->past + r->n, theirs = c->past + c->n, nr, before;
	struct year_tie *t;

	/* the rarer of the two decides: each of its meetings has one of the
	 * other's, spread evenly */
	for (nr = 0; nr < (all < theirs ? all : theirs); nr++) {
		before = all <= theirs ? nr : (2 * nr + 1) * all / (2 * theirs);
		if (before < r->past)
			continue;
		t = vec_push(y->arena, &y->ties);
		if (t == NULL)
			return kl_error_nomem(err);
		t->council = council;
		t->committee = committee;
		t->before = before - r->past;
		t->after =
		    (all <= theirs ? (2 * nr + 1) * theirs / (2 * all) : nr) -
		    c->past;
		if (t->after < 0)
			y->ties.n--;
	}
	return 0;
}

static int
tie_councils(struct year *y, struct kl_error *err)
{
	const struct year_party *r;
	size_t i, k;
	int committee, rc = 0;

	for (i = 0; i < y->parties.n && year_on(y, YEAR_LEAD); i++) {
		r = &y->parties.v[i];
		for (k = 0; rc == 0 && r->council && k < r->c->assists.n; k++) {
			committee = year_party_of(y, r->c->assists.v[k]);
			if (committee >= 0 && committee != r->chain)
				rc = tie(y, (int)i, committee, err);
		}
	}
	return rc;
}

/* Everything that stays, for the marks of the others. */
static int
find_stays(struct year *y, struct kl_error *err)
{
	struct year_kept **place;
	const struct year_party *p;
	size_t i, k;

	for (i = 0; i < y->parties.n; i++) {
		p = &y->parties.v[i];
		for (k = 0; k < p->existing.n; k++) {
			if (!p->existing.v[k]->stays &&
			    !p->existing.v[k]->extra)
				continue;
			place = vec_push(y->arena, &y->stays);
			if (place == NULL)
				return kl_error_nomem(err);
			*place = p->existing.v[k];
		}
	}
	return 0;
}

int
year_couples(struct year *y, struct kl_error *err)
{
	int *party = arena_alloc(y->arena,
	    (y->parties.n + y->in->facts->mandates.n + 1) * sizeof(int));
	int rc = party == NULL ? kl_error_nomem(err) : check_stand_ins(y, err);

	if (rc == 0)
		rc = find_secretaries(y, err);
	if (rc == 0)
		rc = couple_committees(y, party, err);
	if (rc == 0)
		rc = couple_stand_in(y, party, err);
	if (rc == 0)
		rc = couple_people(y, party, err);
	if (rc == 0)
		rc = couple_rooms(y, party, err);
	if (rc == 0)
		rc = mark_pairs(y, err);
	if (rc == 0)
		rc = find_teams(y, err);
	if (rc == 0)
		rc = find_stays(y, err);
	return rc == 0 ? tie_councils(y, err) : rc;
}
