/* SPDX-License-Identifier: EUPL-1.2
 *
 * Which deputies enter for which members.  For each empty seat every deputy who
 * may have it gets a step: 0 has begun to serve on it, 1 personal deputy, 2
 * same party, from 3 the parties of the table in turn, last those who fill what
 * nobody else may.  Seats are then filled by the lowest step first, so that
 * nobody takes for another party's seat whom an own party's seat is waiting
 * for.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "domain/ranges.h"
#include "rules/entry.h"
#include "rules/entry_facts.h"

#define STEP_PRIORITY 0
#define STEP_PERSONAL 1
#define STEP_PARTY 2
#define STEP_TABLE 3
#define STEP_FILL 1000
#define TABLE_MAX 64 /* parties in one row of the table */

/* A deputy who may have a seat. */
struct candidate {
	size_t deputy; /* place among the deputies */
	int step;
	int sub;	   /* within the step: the lower first */
	const char *party; /* of the table */
	enum entry_ground ground;
};

/* A seat that somebody should enter on. */
struct want {
	const struct sitter *member;
	struct candidate *v;
	size_t n;
	const struct candidate *given; /* or NULL: nobody yet */
};

static bool
same(const char *x, const char *y)
{
	return x != NULL && y != NULL && strcmp(x, y) == 0;
}

static bool
same_party(const char *x, const char *y)
{
	return x != NULL && y != NULL && utf8_compare(x, y) == 0;
}

const char *
entry_word(enum entry_ground ground)
{
	static const char *const words[] = { NULL, "personal", "begun",
		"own_party", "party_order", "party_size", "election_order",
		"called" };

	return words[ground];
}

/* ---- the order ---------------------------------------------------------- */

/* What the table says of the party, or NULL. */
static const char *
row_of(const struct committee *c, const char *party)
{
	size_t i;

	for (i = 0; i < c->orders.n; i++)
		if (same_party(c->orders.v[i].party, party))
			return c->orders.v[i].order;
	return NULL;
}

/* Which place ${party} has in a row, from 0; -1: none. */
static int
place_in(struct arena *a, const char *row, const char *party)
{
	char *name;
	size_t n;
	int i;

	for (i = 0; i < TABLE_MAX; i++) {
		row += strspn(row, " ,;\t\n");
		n = strcspn(row, " ,;\t\n");
		if (n == 0)
			return -1;
		name = arena_strndup(a, row, n);
		if (same_party(name, party))
			return i;
		row += n;
	}
	return -1;
}

/* The step at which ${d} may have the member's seat; false: not at all. */
static bool
rank(struct entry_facts *f, const struct sitter *member,
    const struct entry_deputy *d, struct candidate *c)
{
	const char *party = entry_party(f, member->ref);
	const char *row = row_of(f->c, party);
	int place;

	c->sub = f->priority && d->begun ? 0 : 1;
	if (f->priority && d->begun_for != NULL &&
	    same(d->begun_for, member->ref)) {
		c->step = STEP_PRIORITY;
		c->sub = d->began;
		c->ground = ENTRY_PRIORITY;
	} else if (same(d->s->mandate->personal_for, member->ref)) {
		c->step = STEP_PERSONAL;
		c->ground = ENTRY_PERSONAL;
	} else if (same_party(d->party, party)) {
		c->step = STEP_PARTY;
		c->ground = ENTRY_SAME_PARTY;
	} else if (f->council) {
		return false; /* KL 5:17: of the own party alone */
	} else if (row != NULL && d->party != NULL &&
		   (place = place_in(f->a, row, d->party)) >= 0) {
		c->step = STEP_TABLE + place;
		c->ground = ENTRY_TABLE;
		c->party = d->party;
	} else if (f->fill) {
		c->step = STEP_FILL;
		c->sub += 2 * (SITTING_MAX - entry_party_size(f, d->party));
		c->ground = ENTRY_LARGEST;
		c->party = d->party;
	} else if (row == NULL) {
		c->step = STEP_FILL;
		c->ground = ENTRY_ELECTED;
	} else {
		return false;
	}
	return true;
}

static int
by_step(const void *x, const void *y)
{
	const struct candidate *a = x, *b = y;

	if (a->step != b->step)
		return a->step < b->step ? -1 : 1;
	if (a->sub != b->sub)
		return a->sub < b->sub ? -1 : 1;
	return (a->deputy > b->deputy) - (a->deputy < b->deputy);
}

static int
rank_all(struct entry_facts *f, struct want *w, const struct sitter *member,
    struct kl_error *err)
{
	size_t i;

	memset(w, 0, sizeof *w);
	w->member = member;
	w->v = arena_alloc(f->a, (f->n + 1) * sizeof *w->v);
	if (w->v == NULL)
		return kl_error_nomem(err);
	for (i = 0; i < f->n; i++) {
		w->v[w->n].deputy = i;
		if (rank(f, member, &f->deputies[i], &w->v[w->n]))
			w->n++;
	}
	qsort(w->v, w->n, sizeof *w->v, by_step);
	return 0;
}

/* ---- filling seats ------------------------------------------------------ */

/* Give the free deputy of the lowest step to the first seat that has it.  False
 * when nobody is left who may have a seat. */
static bool
give_one(struct want *wants, size_t n, bool *taken)
{
	const struct candidate *best = NULL, *c;
	struct want *to = NULL;
	size_t i, k;

	for (i = 0; i < n; i++) {
		if (wants[i].given != NULL)
			continue;
		for (k = 0; k < wants[i].n; k++)
			if (!taken[wants[i].v[k].deputy])
				break;
		if (k == wants[i].n)
			continue;
		c = &wants[i].v[k];
		if (best == NULL || c->step < best->step ||
		    (c->step == best->step && c->step == STEP_FILL &&
			c->sub < best->sub)) {
			best = c;
			to = &wants[i];
		}
	}
	if (best == NULL)
		return false;
	to->given = best;
	taken[best->deputy] = true;
	return true;
}

/* Before the meeting, who has been called in for a seat has it, and nobody who
 * has been called in is proposed for another. */
static void
give_called(struct entry_facts *f, struct want *wants, bool *taken)
{
	static const struct candidate outside = { .ground = ENTRY_CALLED };
	struct candidate *c;
	const char *ref;
	size_t i, k, d;

	for (i = 0; f->before && i < f->nempty; i++) {
		ref = entry_called(f, wants[i].member->ref);
		for (d = 0; ref != NULL && d < f->n; d++)
			if (same(f->deputies[d].s->ref, ref))
				break;
		if (ref == NULL || d == f->n || taken[d])
			continue;
		for (k = 0; k < wants[i].n && wants[i].v[k].deputy != d; k++)
			;
		c = &wants[i].v[k];
		if (k == wants[i].n) {
			*c = outside;
			c->deputy = d;
		}
		wants[i].given = c;
		taken[d] = true;
	}
	for (d = 0; f->before && d < f->n; d++)
		taken[d] |= entry_engaged(f, f->deputies[d].s->ref, NULL);
}

/* ---- telling ------------------------------------------------------------ */

static void
tell(struct entry_facts *f, const struct entry *e)
{
	const char *member = entry_label(f, e->member);
	const char *deputy = entry_label(f, e->deputy);
	const char *law = f->law;

	if (e->deputy == NULL)
		derive(f->why, "deputy-order", law,
		    KL_N_("%s: no deputy is there who may serve."), member);
	else if (e->ground == ENTRY_PRIORITY)
		derive(f->why, "deputy-priority", f->priority_source,
		    KL_N_("%s: %s, who has begun to serve and goes before the "
			  "order."),
		    member, deputy);
	else if (e->ground == ENTRY_PERSONAL)
		derive(f->why, "deputy-order", law,
		    KL_N_("%s: %s, the personal deputy."), member, deputy);
	else if (e->ground == ENTRY_SAME_PARTY)
		derive(f->why, "deputy-order", law,
		    KL_N_("%s: %s, of the same party in the order of the "
			  "election."),
		    member, deputy);
	else if (e->ground == ENTRY_TABLE)
		derive(f->why, "deputy-order", law,
		    KL_N_("%s: %s, as the order of parties gives %s after %s."),
		    member, deputy, e->party, entry_party(f, e->member));
	else if (e->ground == ENTRY_LARGEST)
		derive(f->why, "fill-seats", f->fill_source,
		    KL_N_("%s: %s, of the largest party that has a deputy, "
			  "since every seat is filled."),
		    member, deputy);
	else if (e->ground == ENTRY_CALLED)
		derive(f->why, "deputy-order", law,
		    KL_N_("%s: %s, who has been called in; the order gives "
			  "another."),
		    member, deputy);
	else
		derive(f->why, "deputy-order", law,
		    KL_N_("%s: %s, in the order of the election, since the "
			  "order of parties says nothing."),
		    member, deputy);
}

static int
push(struct entry_facts *f, entries *out, const struct sitter *member,
    const struct candidate *c, struct kl_error *err)
{
	struct entry *e = vec_push(f->a, out);

	if (e == NULL)
		return kl_error_nomem(err);
	e->member = member->ref;
	if (c != NULL) {
		e->deputy = f->deputies[c->deputy].s->ref;
		e->ground = c->ground;
		e->party = c->party;
	}
	tell(f, e);
	return 0;
}

int
entry_propose(struct arena *a, const struct bundle *b, const struct meeting *m,
    int paragraph, const struct rule_book *book, struct derivation *why,
    entries *out, struct kl_error *err)
{
	struct entry_facts f;
	struct want *wants;
	bool taken[SITTING_MAX] = { false };
	size_t i;
	int rc;

	memset(out, 0, sizeof *out);
	rc = entry_facts(&f, a, b, m, paragraph, book, why, err);
	if (rc != 0)
		return rc;
	wants = arena_alloc(a, (f.nempty + 1) * sizeof *wants);
	if (wants == NULL)
		return kl_error_nomem(err);
	for (i = 0; rc == 0 && i < f.nempty; i++)
		rc = rank_all(&f, &wants[i], f.empty[i], err);
	if (rc == 0)
		give_called(&f, wants, taken);
	while (rc == 0 && give_one(wants, f.nempty, taken))
		;
	for (i = 0; rc == 0 && i < f.nempty; i++)
		rc = push(&f, out, f.empty[i], wants[i].given, err);
	return rc != 0 ? rc : derive_done(why, err);
}

int
entry_order_at(struct arena *a, const struct bundle *b, const struct meeting *m,
    int paragraph, const char *member, const struct rule_book *book,
    struct derivation *why, entries *out, struct kl_error *err)
{
	const struct sitter *of;
	struct entry_facts f;
	struct want w;
	size_t i;
	int rc;

	memset(out, 0, sizeof *out);
	rc = entry_facts(&f, a, b, m, paragraph, book, why, err);
	if (rc != 0)
		return rc;
	of = entry_member(&f, member, err);
	if (of == NULL)
		return KL_E_INPUT;
	rc = rank_all(&f, &w, of, err);
	for (i = 0; rc == 0 && i < w.n; i++)
		if (!entry_engaged(
			&f, f.deputies[w.v[i].deputy].s->ref, member))
			rc = push(&f, out, of, &w.v[i], err);
	if (rc == 0 && out->n == 0)
		derive(why, "deputy-order", f.law,
		    KL_N_("%s: no deputy is there who may serve."),
		    entry_label(&f, member));
	return rc != 0 ? rc : derive_done(why, err);
}

int
entry_order(struct arena *a, const struct bundle *b, const struct meeting *m,
    const char *member, const struct rule_book *book, struct derivation *why,
    entries *out, struct kl_error *err)
{
	struct meeting before = *m;

	memset(&before.attendance, 0, sizeof before.attendance);
	return entry_order_at(a, b, &before, 0, member, book, why, out, err);
}
