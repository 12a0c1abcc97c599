/* SPDX-License-Identifier: EUPL-1.2
 *
 * The house of one meeting: mandates of the day, vacant seats, and reading the
 * rows of the attendance.
 */
#include "config.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "domain/ranges.h"
#include "rules/house.h"

static bool
same(const char *x, const char *y)
{
	return x != NULL && y != NULL && strcmp(x, y) == 0;
}

size_t
house_find(const sitters *list, const char *ref)
{
	size_t i;

	for (i = 0; i < list->n; i++)
		if (same(list->v[i].ref, ref))
			return i;
	return HOUSE_NOBODY;
}

/* ---- seats -------------------------------------------------------------- */

static bool
is_member(const struct mandate *x)
{
	return x->role <= ROLE_MEMBER;
}

static bool
valid_on(const struct mandate *x, kl_day day)
{
	return x->from <= day && (x->to == KL_DAY_NONE || day <= x->to);
}

/* By role, then by order (none last), then as they stand in the bundle. */
static int
by_precedence(const void *x, const void *y)
{
	const struct mandate *a = ((const struct sitter *)x)->mandate;
	const struct mandate *b = ((const struct sitter *)y)->mandate;
	int first = a->order == 0 ? INT_MAX : a->order;
	int second = b->order == 0 ? INT_MAX : b->order;

	if (a->role != b->role)
		return a->role < b->role ? -1 : 1;
	if (first != second)
		return first < second ? -1 : 1;
	return (a > b) - (a < b);
}

static int
push(struct arena *a, sitters *list, const char *ref, const struct mandate *x,
    struct kl_error *err)
{
	struct sitter *s;

	if (list->n == SITTING_MAX)
		return kl_error_set(err, KL_E_INPUT,
		    KL_N_("More than %d people have a mandate in one body. "
			  "Nothing can be said of who sits there."),
		    SITTING_MAX);
	s = vec_push(a, list);
	if (s == NULL)
		return kl_error_nomem(err);
	s->ref = ref;
	s->mandate = x;
	s->seat = SEAT_ABSENT;
	return 0;
}

static int
seat_people(struct house *h, struct arena *a, struct kl_error *err)
{
	const struct mandate *x;
	size_t i, k;
	int rc = 0;

	for (i = 0; rc == 0 && i < h->b->mandates.n; i++) {
		x = &h->b->mandates.v[i];
		if (x->role == ROLE_SECRETARY || !valid_on(x, h->m->day) ||
		    !same(x->committee, h->m->committee))
			continue;
		k = house_find(&h->v, x->person);
		if (k == HOUSE_NOBODY)
			rc = push(a, &h->v, x->person, x, err);
		else if (x->role < h->v.v[k].mandate->role)
			h->v.v[k].mandate = x;
	}
	if (h->v.n > 0)
		qsort(h->v.v, h->v.n, sizeof *h->v.v, by_precedence);
	while (h->members < h->v.n && is_member(h->v.v[h->members].mandate))
		h->members++;
	return rc;
}

/* Did the mandate end within the present term, and its seat with it? */
static bool
left_seat(const struct house *h, const struct mandate *x, kl_day term)
{
	size_t k;

	if (!is_member(x) || x->to == KL_DAY_NONE || x->to >= h->m->day ||
	    x->to < term || !same(x->committee, h->m->committee) ||
	    house_find(&h->vacated, x->person) != HOUSE_NOBODY)
		return false;
	k = house_find(&h->v, x->person);
	return k == HOUSE_NOBODY || k >= h->members;
}

/* The vacant seats are those that were left last. */
static int
vacate(struct house *h, struct arena *a, struct kl_error *err)
{
	const struct mandate *x, *last;
	kl_day term = h->m->day;
	size_t i;
	int rc = 0;

	for (i = 0; i < h->members; i++)
		if (h->v.v[i].mandate->from < term)
			term = h->v.v[i].mandate->from;
	do {
		last = NULL;
		for (i = 0; i < h->b->mandates.n; i++) {
			x = &h->b->mandates.v[i];
			if (left_seat(h, x, term) &&
			    (last == NULL || x->to > last->to))
				last = x;
		}
		if (last != NULL && (int)h->vacated.n < h->vacant)
			rc = push(a, &h->vacated, last->person, last, err);
		else
			last = NULL;
	} while (rc == 0 && last != NULL);
	return rc;
}

/* ---- rows of the attendance --------------------------------------------- */

/* The mandate of the body's secretary that day, or NULL. */
static const struct mandate *
secretary(const struct house *h, const char *ref)
{
	const struct mandate *x;
	size_t i;

	for (i = 0; i < h->b->mandates.n; i++) {
		x = &h->b->mandates.v[i];
		if (x->role == ROLE_SECRETARY && same(x->person, ref) &&
		    same(x->committee, h->m->committee) &&
		    valid_on(x, h->m->day))
			return x;
	}
	return NULL;
}

static int
find_rows(struct house *h, struct arena *a, struct kl_error *err)
{
	const struct attendance *at;
	size_t i;
	int rc;

	h->who = arena_alloc(a, (h->m->attendance.n + 1) * sizeof *h->who);
	if (h->who == NULL)
		return kl_error_nomem(err);
	for (i = 0; i < h->m->attendance.n; i++) {
		at = &h->m->attendance.v[i];
		h->who[i] = house_find(&h->v, at->person);
		if (h->who[i] != HOUSE_NOBODY)
			continue;
		h->who[i] = h->v.n;
		rc = push(a, &h->v, at->person, secretary(h, at->person), err);
		if (rc != 0)
			return rc;
	}
	return 0;
}

static int
first_paragraph(const struct meeting *m)
{
	struct ranges r;
	int first = 0;
	size_t i;

	for (i = 0; i < m->paragraphs.n; i++)
		if (first == 0 || m->paragraphs.v[i].nr < first)
			first = m->paragraphs.v[i].nr;
	for (i = 0; m->paragraphs.n == 0 && i < m->attendance.n; i++)
		if (ranges_parse(m->attendance.v[i].paragraphs, &r) == 0 &&
		    r.n > 0 && (first == 0 || r.v[0].first < first))
			first = r.v[0].first;
	return first;
}

/* Do other clocks tell that paragraph ${nr} was over at ${clock}? */
static bool
not_yet(const struct meeting *m, const char *clock, int nr)
{
	const struct adjournment *x;
	const struct attendance *o;
	struct ranges r;
	size_t i;

	for (i = 0; i < m->adjournments.n; i++) {
		x = &m->adjournments.v[i];
		if (x->from != NULL && nr < x->paragraph &&
		    strcmp(clock, x->from) >= 0)
			return true;
	}
	for (i = 0; i < m->attendance.n; i++) {
		o = &m->attendance.v[i];
		if (ranges_parse(o->paragraphs, &r) != 0 || r.n == 0)
			continue;
		if ((o->from != NULL && strcmp(clock, o->from) >= 0 &&
			nr < r.v[0].first) ||
		    (o->until != NULL && strcmp(clock, o->until) >= 0 &&
			nr <= r.v[r.n - 1].last))
			return true;
	}
	return false;
}

/* ... or that it had not begun? */
static bool
no_longer(const struct meeting *m, const char *clock, int nr)
{
	const struct adjournment *x;
	const struct attendance *o;
	struct ranges r;
	size_t i;

	for (i = 0; i < m->adjournments.n; i++) {
		x = &m->adjournments.v[i];
		if (x->from != NULL && x->paragraph > 0 && nr > x->paragraph &&
		    strcmp(clock, x->from) <= 0)
			return true;
	}
	for (i = 0; i < m->attendance.n; i++) {
		o = &m->attendance.v[i];
		if (ranges_parse(o->paragraphs, &r) != 0 || r.n == 0)
			continue;
		if ((o->from != NULL && strcmp(clock, o->from) <= 0 &&
			nr >= r.v[0].first) ||
		    (o->until != NULL && strcmp(clock, o->until) <= 0 &&
			nr > r.v[r.n - 1].last))
			return true;
	}
	return false;
}

enum told
house_told(const struct house *h, const struct attendance *at, int nr)
{
	const struct meeting *m = h->m;
	struct ranges r;
	bool late, early;

	if (ranges_parse(at->paragraphs, &r) == 0 && r.n > 0)
		return ranges_has(&r, nr == 0 ? h->first : nr) ? TOLD_NAMED
							       : TOLD_NOT;
	late = at->from != NULL &&
	       (m->time == NULL || strcmp(at->from, m->time) > 0);
	early = at->until != NULL &&
		(m->end == NULL || strcmp(at->until, m->end) < 0);
	if (!late && !early)
		return TOLD_ALL;
	if (late && (nr == 0 || not_yet(m, at->from, nr)))
		return TOLD_NOT;
	if (early && nr != 0 && no_longer(m, at->until, nr))
		return TOLD_NOT;
	return TOLD_UNSURE;
}

bool
house_conflicted(const struct meeting *m, int nr, const char *ref)
{
	const struct conflict *c;
	size_t i;

	for (i = 0; nr > 0 && i < m->conflicts.n; i++) {
		c = &m->conflicts.v[i];
		if (c->paragraph == nr && !c->rejected && same(c->person, ref))
			return true;
	}
	return false;
}

bool
house_better(const struct house *h, const struct attendance *old,
    enum told *told, const struct attendance *at, int nr)
{
	enum told now = house_told(h, at, nr);

	if (now == TOLD_NOT || now < *told ||
	    (now == *told && old != NULL && (old->serving || !at->serving)))
		return false;
	*told = now;
	return true;
}

const struct attendance *
house_row(const struct house *h, const char *ref, int nr)
{
	const struct attendance *best = NULL;
	enum told told = TOLD_NOT;
	size_t i;

	for (i = 0; i < h->m->attendance.n; i++)
		if (same(h->m->attendance.v[i].person, ref) &&
		    house_better(h, best, &told, &h->m->attendance.v[i], nr))
			best = &h->m->attendance.v[i];
	return best;
}

/* ---- making it ---------------------------------------------------------- */

/* How many must be there: KL 6:27, of the council 5:45. */
static int
count_need(struct house *h, struct kl_error *err)
{
	enum rule_id id =
	    h->c->kind == BODY_ASSEMBLY ? RULE_COUNCIL_QUORUM : RULE_QUORUM;
	const struct rule *law = rule_on(id, h->m->day, err);

	if (law == NULL)
		return KL_E_INPUT;
	h->need = h->seats * law->value / 100 + 1;
	return 0;
}

int
house_make(struct house *h, struct arena *a, const struct bundle *b,
    const struct meeting *m, struct kl_error *err)
{
	int rc;

	memset(h, 0, sizeof *h);
	h->b = b;
	h->m = m;
	h->c = bundle_committee(b, m->committee);
	if (h->c == NULL)
		return kl_error_set(err, KL_E_INPUT,
		    KL_N_("There is no committee with the code \"%s\"."),
		    m->committee);
	rc = seat_people(h, a, err);
	if (rc != 0)
		return rc;
	h->seats = h->c->seats;
	if (h->seats < (int)h->members)
		h->seats = (int)h->members;
	h->vacant = h->seats - (int)h->members;
	h->first = first_paragraph(m);
	rc = count_need(h, err);
	if (rc == 0 && h->vacant > 0)
		rc = vacate(h, a, err);
	if (rc == 0)
		rc = find_rows(h, a, err);
	return rc;
}
