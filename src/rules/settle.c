/* SPDX-License-Identifier: EUPL-1.2
 *
 * The attendance of a meeting as who sat says it was: a row for each seat that
 * somebody had, with its paragraphs.  What is written of a person may overlap
 * what is written of another; minutes print what came of it.
 */
#include "config.h"

#include <string.h>

#include "domain/ranges.h"
#include "rules/house.h"

struct settling {
	struct arena *a;
	const struct house *h;
	const sittings *all;
	struct meeting *out;
};

static bool
same(const char *x, const char *y)
{
	return x == y || (x != NULL && y != NULL && strcmp(x, y) == 0);
}

/* What the person of the row is in the ${i}th paragraph, if that is the row
 * that tells of it; otherwise NULL. */
static const struct sitter *
seen(const struct settling *s, const struct attendance *at, size_t i)
{
	const struct sitting *x = &s->all->v[i];

	if (house_row(s->h, at->person, x->paragraph) != at)
		return NULL;
	return sitting_of(x, at->person);
}

/* Does the row say what came of it in every paragraph? */
static bool
holds(const struct settling *s, const struct attendance *at)
{
	bool named = at->paragraphs != NULL && *at->paragraphs != '\0';
	const struct sitter *x;
	size_t i;

	for (i = 0; i < s->all->n; i++) {
		x = seen(s, at, i);
		if (x != NULL && x->seat == SEAT_WITHOUT)
			continue;
		if (x == NULL && named)
			continue;
		if (x == NULL)
			return false;
		if (x->seat == SEAT_CONFLICTED && !named)
			continue;
		if ((x->seat == SEAT_SERVING) != at->serving ||
		    !same(x->serves_for, at->serves_for) ||
		    (x->seat != SEAT_SERVING && x->seat != SEAT_LISTENING))
			return false;
	}
	return true;
}

/* A row of its own for the paragraphs in which the person of ${at} serves for
 * ${member} (NULL: for nobody in particular), or listens. */
static int
add_row(struct settling *s, const struct attendance *at, enum seat seat,
    const char *member)
{
	struct attendance *row;
	const struct sitter *x;
	struct ranges r;
	size_t i;

	r.n = 0;
	for (i = 0; i < s->all->n; i++) {
		x = seen(s, at, i);
		if (x != NULL && x->seat == seat &&
		    same(x->serves_for, member) &&
		    ranges_add(&r, s->all->v[i].paragraph) != 0)
			return KL_E_NOMEM;
	}
	if (r.n == 0)
		return 0;
	row = vec_push(s->a, &s->out->attendance);
	if (row == NULL)
		return KL_E_NOMEM;
	*row = *at;
	row->serving = seat == SEAT_SERVING;
	row->serves_for = member;
	row->paragraphs = ranges_format(s->a, &r);
	return row->paragraphs == NULL ? KL_E_NOMEM : 0;
}

/* Has a row for that member been made of ${at} before paragraph ${upto}? */
static bool
done_before(const struct settling *s, const struct attendance *at, size_t upto,
    const char *member)
{
	const struct sitter *x;
	size_t i;

	for (i = 0; i < upto; i++) {
		x = seen(s, at, i);
		if (x != NULL && x->seat == SEAT_SERVING &&
		    same(x->serves_for, member))
			return true;
	}
	return false;
}

/* Rows for each seat that the person had by this row. */
static int
split(struct settling *s, const struct attendance *at)
{
	const struct sitter *x;
	size_t i;
	int rc = 0;

	for (i = 0; rc == 0 && i < s->all->n; i++) {
		x = seen(s, at, i);
		if (x != NULL && x->seat == SEAT_SERVING && at->serving &&
		    !done_before(s, at, i, x->serves_for))
			rc = add_row(s, at, SEAT_SERVING, x->serves_for);
	}
	return rc != 0 ? rc : add_row(s, at, SEAT_LISTENING, NULL);
}

/* The one who presides where nothing else is said: of the presidium, the
 * weightiest who was there at all. */
static const char *
chair_of_meeting(const struct settling *s)
{
	const struct house *h = s->h;
	size_t i, k;

	for (i = 0; i < h->members; i++)
		for (k = 0; k < h->m->attendance.n; k++)
			if (h->who[k] == i && h->m->attendance.v[k].serving &&
			    h->v.v[i].mandate->role <= ROLE_SECOND_VICE_CHAIR)
				return h->v.v[i].ref;
	return NULL;
}

static bool
elected(const struct meeting *m, const char *ref)
{
	size_t i;

	for (i = 0; i < m->presiding.n; i++)
		if (same(m->presiding.v[i].person, ref))
			return m->presiding.v[i].elected;
	return false;
}

/* A row for each run of paragraphs in which another than the chair presided:
 * told, or because the chair was not there. */
static int
preside(struct settling *s)
{
	const char *first = chair_of_meeting(s), *who;
	const struct meeting *m = s->h->m;
	struct presiding *row;
	struct ranges r;
	size_t i, k;

	memset(&s->out->presiding, 0, sizeof s->out->presiding);
	for (i = 0; i < s->all->n; i = k) {
		who = s->all->v[i].chair;
		r.n = 0;
		for (k = i; k < s->all->n && same(s->all->v[k].chair, who); k++)
			if (ranges_add(&r, s->all->v[k].paragraph) != 0)
				return KL_E_NOMEM;
		if (who == NULL || same(who, first))
			continue;
		row = vec_push(s->a, &s->out->presiding);
		if (row == NULL)
			return KL_E_NOMEM;
		row->person = who;
		row->elected = elected(m, who);
		row->paragraphs = ranges_format(s->a, &r);
		if (row->paragraphs == NULL)
			return KL_E_NOMEM;
	}
	return 0;
}

int
sitting_settle(struct arena *a, const struct bundle *b, const struct meeting *m,
    struct meeting *out, struct kl_error *err)
{
	struct settling s = { .a = a, .out = out };
	struct attendance *row;
	struct house h;
	sittings all;
	size_t i;
	int rc;

	*out = *m;
	if (m->paragraphs.n == 0 || m->attendance.n == 0)
		return 0;
	rc = house_make(&h, a, b, m, err);
	if (rc == 0)
		rc = sitting_all(a, b, m, &all, err);
	if (rc != 0)
		return rc;
	s.h = &h;
	s.all = &all;
	memset(&out->attendance, 0, sizeof out->attendance);
	for (i = 0; rc == 0 && i < m->attendance.n; i++) {
		if (!holds(&s, &m->attendance.v[i])) {
			rc = split(&s, &m->attendance.v[i]);
			continue;
		}
		row = vec_push(a, &out->attendance);
		if (row == NULL)
			rc = KL_E_NOMEM;
		else
			*row = m->attendance.v[i];
	}
	if (rc == 0)
		rc = preside(&s);
	return rc != 0 ? kl_error_nomem(err) : 0;
}
