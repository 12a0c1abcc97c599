/* SPDX-License-Identifier: EUPL-1.2
 *
 * A meeting with lists of its own, so that what a line changes can be gone back
 * from.  Texts are never changed and are shared.
 */
#include "config.h"

#include <string.h>

#include "proceedings/enter_inner.h"

/* ${array}: the element pointer of a VEC whose elements are copied. */
static void
own(struct arena *a, void *array, size_t n, size_t *cap, size_t size)
{
	void *from, *to;

	memcpy(&from, array, sizeof from);
	to = n == 0 ? NULL : arena_alloc(a, n * size);
	if (to != NULL)
		memcpy(to, from, n * size);
	memcpy(array, &to, sizeof to);
	*cap = to == NULL ? 0 : n;
}

#define OWN(a, vec)                                                            \
	do {                                                                   \
		own((a), &(vec)->v, (vec)->n, &(vec)->cap, sizeof *(vec)->v);  \
		if ((vec)->v == NULL)                                          \
			(vec)->n = 0;                                          \
	} while (0)

static void
own_paragraph(struct arena *a, struct paragraph *p)
{
	size_t i;

	OWN(a, &p->proposals);
	OWN(a, &p->questions);
	OWN(a, &p->divisions);
	OWN(a, &p->elections);
	OWN(a, &p->decision);
	OWN(a, &p->commissions);
	OWN(a, &p->dissents);
	OWN(a, &p->statements);
	OWN(a, &p->not_participating);
	OWN(a, &p->recipients);
	for (i = 0; i < p->proposals.n; i++)
		OWN(a, &p->proposals.v[i].persons);
	for (i = 0; i < p->divisions.n; i++)
		OWN(a, &p->divisions.v[i].ballots);
}

struct meeting
enter_copy(struct arena *a, const struct meeting *m)
{
	struct meeting copy = *m;
	size_t i;

	OWN(a, &copy.items);
	OWN(a, &copy.attendance);
	OWN(a, &copy.others);
	OWN(a, &copy.presiding);
	OWN(a, &copy.adjournments);
	OWN(a, &copy.conflicts);
	OWN(a, &copy.paragraphs);
	OWN(a, &copy.approvers);
	for (i = 0; i < copy.paragraphs.n; i++)
		own_paragraph(a, &copy.paragraphs.v[i]);
	return copy;
}

static struct stand
copy_stand(struct arena *a, const struct stand *x)
{
	struct stand copy = *x;
	size_t i;

	OWN(a, &copy.entrants);
	for (i = 0; i < copy.entrants.n; i++) {
		OWN(a, &copy.entrants.v[i].stays);
		OWN(a, &copy.entrants.v[i].services);
	}
	return copy;
}

/* The one to give up: none yet, or the older one. */
static struct point *
oldest(struct entering *e)
{
	struct point *p = &e->points[0];
	size_t i;

	for (i = 1; i < POINTS; i++)
		if (e->points[i].a == NULL ||
		    (p->a != NULL && e->points[i].lines < p->lines))
			p = &e->points[i];
	return p;
}

int
point_take(struct entering *e)
{
	struct point *p = oldest(e);

	arena_free(p->a);
	p->a = arena_new(0);
	if (p->a == NULL)
		return kl_error_nomem(e->err);
	p->m = enter_copy(p->a, e->m);
	p->now = copy_stand(p->a, &e->now);
	p->lines = e->m->proceedings.n;
	if (!arena_failed(p->a))
		return 0;
	arena_free(p->a);
	p->a = NULL;
	return kl_error_nomem(e->err);
}

size_t
point_back(struct entering *e, size_t before)
{
	struct point *p, *best = NULL;
	struct meeting m;
	size_t i;

	for (i = 0; i < POINTS; i++) {
		p = &e->points[i];
		if (p->a != NULL && p->lines >= before) {
			arena_free(p->a);
			p->a = NULL;
		}
		if (p->a != NULL && (best == NULL || p->lines > best->lines))
			best = p;
	}
	if (best == NULL)
		return 0;
	m = enter_copy(e->arena, &best->m);
	memcpy(&m.proceedings, &e->m->proceedings, sizeof m.proceedings);
	*e->m = m;
	e->now = copy_stand(e->arena, &best->now);
	return best->lines;
}

void
point_free(struct entering *e)
{
	size_t i;

	for (i = 0; i < POINTS; i++) {
		arena_free(e->points[i].a);
		e->points[i].a = NULL;
	}
}
