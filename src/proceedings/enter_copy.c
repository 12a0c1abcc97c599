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
