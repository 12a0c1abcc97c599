/* SPDX-License-Identifier: EUPL-1.2
 *
 * Who sits in one paragraph.  The attendance says who was there and for whom;
 * this finds one person for each seat and never more.
 */
#include "config.h"

#include <string.h>

#include "base/arena.h"
#include "domain/ranges.h"
#include "rules/house.h"

/* What is known of one person in one paragraph. */
struct place {
	const struct attendance *at;
	enum told told;
};

/* One seat: a member's, or one that is vacant. */
struct chair {
	const struct sitter *of; /* NULL: nobody knows whose it was */
	struct sitter *holder;	 /* who serves on it, or NULL */
	enum told told;
};

struct paragraph_view {
	const struct house *h;
	int nr;
	struct sitter *v; /* as h->v */
	struct place at[SITTING_MAX];
	bool here[SITTING_MAX]; /* at some time of the meeting */
	bool lost[SITTING_MAX]; /* the seat they are told to have is taken */
	struct chair chairs[SITTING_MAX];
	size_t nchairs;
};

static bool
same(const char *x, const char *y)
{
	return x != NULL && y != NULL && strcmp(x, y) == 0;
}

/* The row that says most of each person. */
static void
read_rows(struct paragraph_view *p)
{
	const struct meeting *m = p->h->m;
	struct place *x;
	size_t i;

	for (i = 0; i < m->attendance.n; i++) {
		x = &p->at[p->h->who[i]];
		p->here[p->h->who[i]] = true;
		if (house_better(
			p->h, x->at, &x->told, &m->attendance.v[i], p->nr))
			x->at = &m->attendance.v[i];
	}
}

/* Members sit on their own seats; deputies wait for theirs. */
static void
seat_each(struct paragraph_view *p)
{
	const struct house *h = p->h;
	const struct place *x;
	struct sitter *s;
	size_t i;

	for (i = 0; i < h->v.n; i++) {
		s = &p->v[i];
		x = &p->at[i];
		if (p->here[i] && house_conflicted(h->m, p->nr, s->ref))
			s->seat = SEAT_CONFLICTED;
		else if (x->told == TOLD_NOT)
			s->seat = SEAT_ABSENT;
		else if (s->mandate == NULL && x->at->serving)
			s->seat = SEAT_WITHOUT;
		else if (i < h->members && x->at->serving)
			s->seat = SEAT_SERVING;
		else
			s->seat = SEAT_LISTENING;
		if (s->seat != SEAT_ABSENT && x->told != TOLD_NOT) {
			s->remote = x->at->remote;
			s->unsure = x->told == TOLD_UNSURE;
		}
	}
}

static void
set_chairs(struct paragraph_view *p)
{
	const struct house *h = p->h;
	struct chair *c;
	size_t i;

	for (i = 0; i < (size_t)h->seats && i < SITTING_MAX; i++) {
		c = &p->chairs[p->nchairs++];
		if (i >= h->members) {
			if (i - h->members < h->vacated.n)
				c->of = &h->vacated.v[i - h->members];
			continue;
		}
		c->of = &p->v[i];
		if (p->v[i].seat == SEAT_SERVING) {
			c->holder = &p->v[i];
			c->told = p->at[i].told;
		}
	}
}

static void
take(struct chair *c, struct sitter *s, enum told told)
{
	s->seat = SEAT_SERVING;
	s->serves_for = c->of == NULL ? NULL : c->of->ref;
	c->holder = s;
	c->told = told;
}

/* ${s} is told to serve on ${c}: what is said of the paragraph goes before what
 * is said of the meeting, the member before the deputy, the first before the
 * second.  What is said of the meeting gives way without a word where the
 * paragraph is told; it is a fault when the same is said of two. */
static void
claim(struct paragraph_view *p, struct chair *c, size_t i)
{
	struct sitter *s = &p->v[i], *out = c->holder;
	enum told told = p->at[i].told;

	if (out != NULL && told <= c->told) {
		s->crowded = told == c->told;
		p->lost[i] = true;
		return;
	}
	if (out != NULL && out == c->of) {
		out->seat = SEAT_ABSENT;
		out->crowded = c->told == TOLD_ALL;
		out->unsure = false;
	} else if (out != NULL) {
		out->seat = SEAT_LISTENING;
		out->serves_for = NULL;
		p->lost[out - p->v] = true;
	}
	take(c, s, told);
}

static struct chair *
chair_of(struct paragraph_view *p, const char *ref)
{
	size_t i;

	for (i = 0; i < p->nchairs; i++)
		if (p->chairs[i].of != NULL && same(p->chairs[i].of->ref, ref))
			return &p->chairs[i];
	return NULL;
}

/* A deputy who is to serve and has no seat yet. */
static bool
waits(const struct paragraph_view *p, size_t i)
{
	const struct sitter *s = &p->v[i];

	return s->seat == SEAT_LISTENING && s->mandate != NULL &&
	       s->mandate->role == ROLE_DEPUTY && p->at[i].at->serving &&
	       !p->lost[i];
}

static void
seat_told(struct paragraph_view *p)
{
	struct chair *c;
	size_t i;

	for (i = p->h->members; i < p->h->v.n; i++) {
		if (!waits(p, i))
			continue;
		c = chair_of(p, p->at[i].at->serves_for);
		if (c != NULL)
			claim(p, c, i);
	}
}

/* ---- deputies who are not told for whom --------------------------------- */

static const char *
party_of(const struct paragraph_view *p, const char *ref)
{
	const struct person *x = bundle_person(p->h->b, ref);

	return x == NULL ? NULL : x->party;
}

/* The only empty seat of the party; of any party for NULL; NULL if there are
 * more or none. */
static struct chair *
only_empty(struct paragraph_view *p, const char *party)
{
	struct chair *found = NULL, *c;
	size_t i;

	for (i = 0; i < p->nchairs; i++) {
		c = &p->chairs[i];
		if (c->holder != NULL ||
		    (party != NULL &&
			(c->of == NULL ||
			    !same(party, party_of(p, c->of->ref)))))
			continue;
		if (found != NULL)
			return NULL;
		found = c;
	}
	return found;
}

static size_t
count_waiting(const struct paragraph_view *p)
{
	size_t i, n = 0;

	for (i = p->h->members; i < p->h->v.n; i++)
		n += waits(p, i);
	return n;
}

static struct chair *
any_empty(struct paragraph_view *p)
{
	size_t i;

	for (i = 0; i < p->nchairs; i++)
		if (p->chairs[i].holder == NULL)
			return &p->chairs[i];
	return NULL;
}

/* Whose seat a waiting deputy has is said by the mandate or by the party, or by
 * there being one left.  In three rounds, the surest first. */
static void
guess(struct paragraph_view *p, int round)
{
	const char *party;
	struct chair *c;
	size_t i;

	for (i = p->h->members; i < p->h->v.n; i++) {
		if (!waits(p, i))
			continue;
		c = NULL;
		party = party_of(p, p->v[i].ref);
		if (round == 0)
			c = chair_of(p, p->v[i].mandate->personal_for);
		else if (round == 1 && party != NULL)
			c = only_empty(p, party);
		else if (round == 2 && count_waiting(p) == 1)
			c = only_empty(p, NULL);
		if (c != NULL && c->holder == NULL)
			take(c, &p->v[i], p->at[i].told);
	}
}

/* Whoever is left serves as long as there are seats, on nobody knows whose. */
static void
seat_rest(struct paragraph_view *p)
{
	struct chair *c;
	size_t i;

	for (i = p->h->members; i < p->h->v.n; i++) {
		if (!waits(p, i))
			continue;
		c = any_empty(p);
		if (c == NULL) {
			p->v[i].crowded = p->lost[i] = true;
			continue;
		}
		take(c, &p->v[i], p->at[i].told);
		p->v[i].serves_for = NULL;
	}
}

/* ---- what follows ------------------------------------------------------- */

static bool
stands_aside(const struct paragraph *x, const char *ref)
{
	size_t i;

	for (i = 0; x != NULL && i < x->not_participating.n; i++)
		if (same(x->not_participating.v[i], ref))
			return true;
	return false;
}

/* Who was told to preside there and serves, or the weightiest who may. */
static const char *
find_chair(const struct meeting *m, const struct sitting *s)
{
	const struct presiding *x;
	const struct sitter *p;
	struct ranges r;
	size_t i;

	for (i = 0; i < m->presiding.n; i++) {
		x = &m->presiding.v[i];
		if ((ranges_parse(x->paragraphs, &r) == 0 && r.n > 0 &&
			!ranges_has(&r, s->paragraph)) ||
		    !sitting_serves(s, x->person))
			continue;
		return x->person;
	}
	for (i = 0; i < s->v.n; i++) {
		p = &s->v.v[i];
		if (p->seat == SEAT_SERVING && p->mandate != NULL &&
		    p->mandate->role <= ROLE_SECOND_VICE_CHAIR)
			return p->ref;
	}
	return NULL;
}

static void
conclude(const struct paragraph_view *p, struct sitting *out)
{
	const struct house *h = p->h;
	const struct paragraph *x = meeting_paragraph(h->m, p->nr);
	struct sitter *s;
	size_t i;

	out->paragraph = p->nr;
	out->seats = h->seats;
	out->vacant = h->vacant;
	out->need = h->need;
	out->body = h->c->kind;
	for (i = 0; i < h->v.n; i++) {
		s = &p->v[i];
		out->serving += s->seat == SEAT_SERVING;
		s->takes_part =
		    s->seat == SEAT_SERVING && !stands_aside(x, s->ref);
	}
	for (i = 0; i < p->nchairs; i++)
		out->conflicted += p->chairs[i].holder == NULL &&
				   p->chairs[i].of != NULL &&
				   p->chairs[i].of->seat == SEAT_CONFLICTED;
	/* KL 5:46: the council may go on when it is conflicts that make them
	 * too few; a committee may not. */
	out->quorate =
	    out->serving +
		(h->c->kind == BODY_ASSEMBLY ? out->conflicted : 0) >=
	    out->need;
	out->chair = find_chair(h->m, out);
}

static int
view(struct arena *a, const struct house *h, int nr, struct sitting *out,
    struct kl_error *err)
{
	struct paragraph_view p;
	int round;

	memset(&p, 0, sizeof p);
	memset(out, 0, sizeof *out);
	p.h = h;
	p.nr = nr;
	p.v = arena_alloc(a, (h->v.n + 1) * sizeof *p.v);
	if (p.v == NULL)
		return kl_error_nomem(err);
	if (h->v.n > 0)
		memcpy(p.v, h->v.v, h->v.n * sizeof *p.v);
	out->v.v = p.v;
	out->v.n = out->v.cap = h->v.n;
	read_rows(&p);
	seat_each(&p);
	set_chairs(&p);
	seat_told(&p);
	if (count_waiting(&p) > 0) {
		for (round = 0; round < 3; round++)
			guess(&p, round);
		seat_rest(&p);
	}
	conclude(&p, out);
	return 0;
}

int
sitting_at(struct arena *a, const struct bundle *b, const struct meeting *m,
    int paragraph, struct sitting *out, struct kl_error *err)
{
	struct house h;
	int rc;

	memset(out, 0, sizeof *out);
	rc = house_make(&h, a, b, m, err);
	return rc != 0 ? rc : view(a, &h, paragraph, out, err);
}

int
sitting_all(struct arena *a, const struct bundle *b, const struct meeting *m,
    sittings *out, struct kl_error *err)
{
	struct sitting *s;
	struct house h;
	size_t i;
	int rc;

	memset(out, 0, sizeof *out);
	rc = house_make(&h, a, b, m, err);
	for (i = 0; rc == 0 && i < m->paragraphs.n; i++) {
		s = vec_push(a, out);
		rc = s == NULL ? kl_error_nomem(err)
			       : view(a, &h, m->paragraphs.v[i].nr, s, err);
	}
	return rc;
}

int
sitting_members(struct arena *a, const struct bundle *b,
    const struct meeting *m, sitters *vacated, struct sitting *out,
    struct kl_error *err)
{
	struct meeting empty = *m;
	struct house h;
	int rc;

	memset(&empty.attendance, 0, sizeof empty.attendance);
	memset(out, 0, sizeof *out);
	rc = house_make(&h, a, b, &empty, err);
	if (rc == 0)
		rc = view(a, &h, 0, out, err);
	if (rc == 0 && vacated != NULL)
		*vacated = h.vacated;
	return rc;
}

const struct sitter *
sitting_of(const struct sitting *s, const char *ref)
{
	size_t i;

	for (i = 0; i < s->v.n; i++)
		if (same(s->v.v[i].ref, ref))
			return &s->v.v[i];
	return NULL;
}

bool
sitting_serves(const struct sitting *s, const char *ref)
{
	const struct sitter *x = sitting_of(s, ref);

	return x != NULL && x->seat == SEAT_SERVING;
}

bool
sitting_takes_part(const struct sitting *s, const char *ref)
{
	const struct sitter *x = sitting_of(s, ref);

	return x != NULL && x->takes_part;
}

int
sitting_ranges(struct arena *a, const struct bundle *b, const struct meeting *m,
    const char *ref, enum seat as, const char *for_whom, struct ranges *out,
    struct kl_error *err)
{
	sittings all;
	const struct sitter *x;
	size_t i;
	int rc;

	out->n = 0;
	rc = sitting_all(a, b, m, &all, err);
	if (rc != 0)
		return rc;
	for (i = 0; i < all.n; i++) {
		x = sitting_of(&all.v[i], ref);
		if (x != NULL && x->seat == as &&
		    (for_whom == NULL || same(for_whom, x->serves_for)) &&
		    ranges_add(out, all.v[i].paragraph) != 0)
			return kl_error_nomem(err);
	}
	return 0;
}
