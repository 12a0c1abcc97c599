/* SPDX-License-Identifier: EUPL-1.2
 *
 * Rooms for the meetings of one day: as many as possible of those that have
 * none get one that is free and large enough.
 *
 * Method: augmenting paths in a bipartite graph (Kuhn), rooms in the register's
 * order.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "plan/year_inner.h"

#define AT_ONCE_MAX 500 /* meetings of a day that are matched */

struct match {
	const struct year *y;
	struct planned **v;
	size_t n;
	size_t room[AT_ONCE_MAX]; /* of each meeting; NONE */
	bool *seen;		  /* of each room, on this path */
};

#define NONE ((size_t)-1)

static bool
overlap(const struct planned *a, const struct planned *b)
{
	int start = year_minutes(a->start), end = year_minutes(a->end);
	int from = year_minutes(b->start), to = year_minutes(b->end);

	if (start < 0 || from < 0)
		return true;
	end = end > start ? end : start + YEAR_MINUTES;
	to = to > from ? to : from + YEAR_MINUTES;
	return start < to && from < end;
}

/* Whether nobody from outside the plan has the room, and it is large enough. */
static bool
fits(const struct match *m, size_t meeting, size_t room)
{
	const struct bundle *b = m->y->in->facts;
	const struct planned *p = m->v[meeting];
	const struct booking *k;
	struct planned taken;
	int i = year_party_of(m->y, p->committee);
	size_t j;

	if (i >= 0 && b->rooms.v[room].capacity != 0 &&
	    b->rooms.v[room].capacity < m->y->parties.v[i].people)
		return false;
	for (j = 0; j < b->bookings.n; j++) {
		k = &b->bookings.v[j];
		taken = (struct planned){ .start = k->start, .end = k->end };
		if (p->day >= k->from && p->day <= k->to &&
		    strcmp(k->room, b->rooms.v[room].code) == 0 &&
		    overlap(p, &taken))
			return false;
	}
	for (j = 0; j < m->n; j++)
		if (m->v[j]->room != NULL &&
		    strcmp(m->v[j]->room, b->rooms.v[room].code) == 0 &&
		    overlap(p, m->v[j]))
			return false;
	return true;
}

/* Give meeting ${i} a room, moving at most one other for each step of the path;
 * ${seen} bounds the depth by the number of rooms. */
static bool
augment(struct match *m, size_t i)
{
	const struct bundle *b = m->y->in->facts;
	size_t room, j, in_it, others;

	for (room = 0; room < b->rooms.n; room++) {
		if (m->seen[room] || !fits(m, i, room))
			continue;
		m->seen[room] = true;
		others = 0;
		in_it = NONE;
		for (j = 0; j < m->n; j++)
			if (j != i && m->room[j] == room &&
			    overlap(m->v[i], m->v[j])) {
				others++;
				in_it = j;
			}
		if (others == 0 || (others == 1 && augment(m, in_it))) {
			m->room[i] = room;
			return true;
		}
	}
	return false;
}

void
year_rooms(const struct year *y, struct planned **v, size_t n, struct arena *a)
{
	struct match *m;
	size_t i;

	if (n > AT_ONCE_MAX || y->in->facts->rooms.n == 0)
		return;
	m = arena_alloc(a, sizeof *m);
	if (m == NULL)
		return;
	m->seen = arena_alloc(a, y->in->facts->rooms.n);
	if (m->seen == NULL)
		return;
	m->y = y;
	m->v = v;
	m->n = n;
	for (i = 0; i < n; i++)
		m->room[i] = NONE;
	for (i = 0; i < n; i++) {
		memset(m->seen, 0, y->in->facts->rooms.n);
		if (v[i]->room == NULL)
			(void)augment(m, i);
	}
	for (i = 0; i < n; i++)
		if (m->room[i] != NONE)
			v[i]->room = y->in->facts->rooms.v[m->room[i]].code;
}
