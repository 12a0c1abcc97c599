/* SPDX-License-Identifier: EUPL-1.2
 *
 * Who is in the room and who serves, while the meeting lasts: as times that are
 * open at their end, and from them the attendance that the facts hold.
 */
#include "config.h"

#include <string.h>

#include "proceedings/enter_inner.h"

static bool
same(const char *x, const char *y)
{
	return x != NULL && y != NULL && strcmp(x, y) == 0;
}

struct entrant *
seats_of(struct entering *e, const char *ref)
{
	size_t i;

	for (i = 0; i < e->now.entrants.n; i++)
		if (same(e->now.entrants.v[i].ref, ref))
			return &e->now.entrants.v[i];
	return NULL;
}

bool
seats_is_deputy(const struct entrant *x)
{
	return x->mandate != NULL && x->mandate->role == ROLE_DEPUTY;
}

bool
seats_is_there(const struct entrant *x, int nr)
{
	size_t i;

	for (i = 0; i < x->stays.n; i++)
		if (x->stays.v[i].first <= nr && nr <= x->stays.v[i].last)
			return true;
	return false;
}

struct entrant *
seats_server(struct entering *e, const char *member, int nr)
{
	const struct service *s;
	struct entrant *x;
	size_t i, k;

	for (i = 0; i < e->now.entrants.n; i++) {
		x = &e->now.entrants.v[i];
		for (k = 0; k < x->services.n; k++) {
			s = &x->services.v[k];
			if (same(s->member, member) && s->first <= nr &&
			    nr <= s->last)
				return x;
		}
	}
	return NULL;
}

/* ---- changes ------------------------------------------------------------- */

/* Nothing of the service lies in first-last any more. */
static void
service_cut(
    struct entering *e, struct entrant *x, size_t i, int first, int last)
{
	struct service s = x->services.v[i], *rest;

	if (s.last < first || s.first > last)
		return;
	if (s.first >= first && s.last <= last) {
		memmove(&x->services.v[i], &x->services.v[i + 1],
		    (x->services.n - i - 1) * sizeof s);
		x->services.n--;
	} else if (s.first < first) {
		x->services.v[i].last = first - 1;
		rest = s.last > last ? vec_push(e->arena, &x->services) : NULL;
		if (rest != NULL)
			*rest = (struct service){ s.member, last + 1, s.last };
	} else {
		x->services.v[i].first = last + 1;
	}
}

/* The services of ${x} (NULL: of everybody) for ${member} (NULL: for anybody)
 * end for first-last. */
static void
services_cut(struct entering *e, struct entrant *only, const char *member,
    int first, int last)
{
	struct entrant *x;
	size_t i, k;

	e->dirty = true;
	for (i = 0; i < e->now.entrants.n; i++) {
		x = &e->now.entrants.v[i];
		if (only != NULL && x != only)
			continue;
		for (k = x->services.n; k-- > 0;)
			if (member == NULL ||
			    same(x->services.v[k].member, member))
				service_cut(e, x, k, first, last);
	}
}

void
seats_release(struct entering *e, const char *member, int first, int last)
{
	services_cut(e, NULL, member, first, last);
}

void
seats_vacate(struct entering *e, struct entrant *x, const char *member,
    int first, int last)
{
	services_cut(e, NULL, member, first, last);
	services_cut(e, x, NULL, first, last);
}

void
seats_serve(struct entering *e, struct entrant *x, const char *member,
    int first, int last)
{
	struct service *s;

	seats_vacate(e, x, member, first, last);
	s = vec_push(e->arena, &x->services);
	if (s != NULL)
		*s = (struct service){ member, first, last };
}

/* The time when somebody came, of those who were not there from the start:
 * before the first paragraph, or in it no later than the meeting was opened,
 * nobody comes late. */
static const char *
arrival(const struct entering *e, int nr)
{
	if (e->m->paragraphs.n == 0 || e->clock == NULL)
		return NULL;
	if (nr > e->m->paragraphs.v[0].nr)
		return e->clock;
	return e->now.started && e->m->time != NULL &&
		       strcmp(e->clock, e->m->time) > 0
		   ? e->clock
		   : NULL;
}

void
seats_arrive(struct entering *e, struct entrant *x, int nr)
{
	struct stay *s = vec_push(e->arena, &x->stays);

	e->dirty = true;
	if (s != NULL)
		*s = (struct stay){
			.first = nr, .last = OPEN_END, .from = arrival(e, nr)
		};
}

void
seats_leave(struct entering *e, struct entrant *x, int nr)
{
	struct stay *s;
	size_t i;

	for (i = x->stays.n; i-- > 0;) {
		s = &x->stays.v[i];
		if (s->last < nr)
			continue;
		if (s->first >= nr) {
			x->stays.n = i;
			continue;
		}
		s->last = nr - 1;
		s->until = e->clock;
	}
	services_cut(e, x, NULL, nr, OPEN_END);
}

/* ---- from the facts ------------------------------------------------------ */

static int
add_entrant(struct entering *e, const char *ref, const struct mandate *mandate)
{
	struct entrant *x = vec_push(e->arena, &e->now.entrants);

	if (x == NULL)
		return kl_error_nomem(e->err);
	x->ref = ref;
	x->mandate = mandate;
	return 0;
}

/* One stay after another; what touches the last one is joined with it. */
static void
read_stay(struct entering *e, struct entrant *x, const struct attendance *at,
    struct range r)
{
	struct stay *s = x->stays.n > 0 ? &x->stays.v[x->stays.n - 1] : NULL;

	if (s != NULL && s->remote == at->remote &&
	    (s->until == NULL || at->from == NULL) &&
	    r.first <= (s->last == OPEN_END ? OPEN_END : s->last + 1) &&
	    r.last >= s->first - 1) {
		if (r.first < s->first) {
			s->first = r.first;
			s->from = at->from;
		}
		if (r.last >= s->last) {
			s->last = r.last;
			s->until = at->until;
		}
		return;
	}
	s = vec_push(e->arena, &x->stays);
	if (s != NULL)
		*s = (struct stay){ r.first, r.last, at->from, at->until,
			at->remote };
}

static int
read_row(struct entering *e, const struct attendance *at)
{
	struct entrant *x = seats_of(e, at->person);
	struct service *s;
	struct ranges r;
	size_t i;
	int rc = 0;

	if (x == NULL) {
		rc = add_entrant(e, at->person, NULL);
		x = seats_of(e, at->person);
	}
	if (rc != 0 || x == NULL)
		return rc;
	if (ranges_parse(at->paragraphs, &r) != 0 || r.n == 0) {
		r.v[0] = (struct range){ 1, OPEN_END };
		r.n = 1;
	}
	for (i = 0; i < r.n; i++) {
		read_stay(e, x, at, r.v[i]);
		if (!at->serving ||
		    (at->serves_for == NULL && !seats_is_deputy(x)))
			continue;
		s = vec_push(e->arena, &x->services);
		if (s != NULL)
			*s = (struct service){ at->serves_for, r.v[i].first,
				r.v[i].last };
	}
	return 0;
}

int
seats_read(struct entering *e)
{
	struct sitting s;
	size_t i;
	int rc;

	memset(&e->now.entrants, 0, sizeof e->now.entrants);
	rc = sitting_members(e->work, e->b, e->m, NULL, &s, e->err);
	for (i = 0; rc == 0 && i < s.v.n; i++)
		if (s.v.v[i].mandate != NULL)
			rc = add_entrant(e, s.v.v[i].ref, s.v.v[i].mandate);
	for (i = 0; rc == 0 && i < e->m->attendance.n; i++)
		rc = read_row(e, &e->m->attendance.v[i]);
	return rc;
}

/* ---- to the facts -------------------------------------------------------- */

/* What is being written. */
struct writing {
	struct entering *e;
	struct meeting *m;
	int low, limit; /* paragraphs that there are */
};

/* The paragraphs first-last that there are, without those of a conflict. */
static void
clip(const struct writing *w, const char *ref, int first, int last,
    struct ranges *out)
{
	const struct conflict *c;
	size_t i;

	out->n = 0;
	ranges_include(out, first < w->low ? w->low : first,
	    last > w->limit ? w->limit : last);
	for (i = 0; out->n > 0 && i < w->m->conflicts.n; i++) {
		c = &w->m->conflicts.v[i];
		if (!c->rejected && same(c->person, ref))
			ranges_remove(out, c->paragraph);
	}
}

static void
put_row(const struct writing *w, const struct entrant *x, const struct stay *s,
    const struct ranges *r, const char *member, bool serving)
{
	struct attendance *at;
	bool whole = r == NULL;

	if (!whole && r->n == 0)
		return;
	at = vec_push(w->e->arena, &w->m->attendance);
	if (at == NULL)
		return;
	*at = (struct attendance){ .person = x->ref,
		.serves_for = member,
		.serving = serving,
		.remote = s->remote,
		.paragraphs = whole ? NULL : ranges_format(w->e->arena, r) };
	if (whole || ranges_has(r, s->first))
		at->from = s->from;
	if (!whole && ranges_has(r, s->last))
		at->until = s->until;
}

/* What ${x} serves in for ${member} during the stay. */
static void
served(const struct writing *w, const struct entrant *x, const struct stay *s,
    const char *member, struct ranges *out)
{
	const struct service *v;
	struct ranges part;
	size_t i, k;

	out->n = 0;
	for (i = 0; i < x->services.n; i++) {
		v = &x->services.v[i];
		if (v->member != member && !same(v->member, member))
			continue;
		clip(w, x->ref, v->first > s->first ? v->first : s->first,
		    v->last < s->last ? v->last : s->last, &part);
		for (k = 0; k < part.n; k++)
			ranges_include(out, part.v[k].first, part.v[k].last);
	}
}

/* A row for each member that the deputy serves for; ${left}: what is left. */
static void
put_services(const struct writing *w, const struct entrant *x,
    const struct stay *s, struct ranges *left)
{
	const char *member;
	struct ranges r;
	size_t i, k;

	for (i = 0; i < x->services.n; i++) {
		member = x->services.v[i].member;
		for (k = 0; k < i; k++)
			if (x->services.v[k].member == member ||
			    same(x->services.v[k].member, member))
				break;
		if (k < i)
			continue; /* told with that one */
		served(w, x, s, member, &r);
		for (k = 0; k < r.n; k++)
			ranges_exclude(left, r.v[k].first, r.v[k].last);
		put_row(w, x, s, &r, member, true);
	}
}

/* Is it the whole meeting, as far as anybody knows? */
static bool
is_whole(const struct entrant *x)
{
	const struct stay *s = &x->stays.v[0];

	if (x->stays.n != 1 || s->first > 1 || s->last != OPEN_END ||
	    s->from != NULL)
		return false;
	return x->services.n == 0 ||
	       (x->services.n == 1 && x->services.v[0].first <= 1 &&
		   x->services.v[0].last == OPEN_END);
}

/* One who was there only while having a conflict was there all the same. */
static void
put_conflicted(const struct writing *w, const struct entrant *x)
{
	struct ranges r = { .n = 0 };
	const struct stay *s;
	size_t i;

	for (i = 0; i < x->stays.n; i++) {
		s = &x->stays.v[i];
		ranges_include(&r, s->first < w->low ? w->low : s->first,
		    s->last > w->limit ? w->limit : s->last);
		put_row(w, x, s, &r, NULL, !seats_is_deputy(x));
		r.n = 0;
	}
}

static void
put_entrant(const struct writing *w, const struct entrant *x)
{
	size_t i, before = w->m->attendance.n;
	bool deputy = seats_is_deputy(x);
	const struct stay *s;
	struct ranges left;

	if (x->stays.n > 0 && is_whole(x)) {
		put_row(w, x, &x->stays.v[0], NULL,
		    x->services.n > 0 ? x->services.v[0].member : NULL,
		    !deputy || x->services.n > 0);
		return;
	}
	for (i = 0; i < x->stays.n; i++) {
		s = &x->stays.v[i];
		clip(w, x->ref, s->first, s->last, &left);
		put_services(w, x, s, &left);
		put_row(w, x, s, &left, NULL, !deputy);
	}
	if (w->m->attendance.n == before)
		put_conflicted(w, x);
}

static bool
same_text(const char *x, const char *y)
{
	return x == NULL || y == NULL ? x == y : strcmp(x, y) == 0;
}

static bool
same_row(const struct attendance *x, const struct attendance *y)
{
	return same_text(x->person, y->person) &&
	       same_text(x->paragraphs, y->paragraphs) &&
	       same_text(x->serves_for, y->serves_for) &&
	       x->serving == y->serving && x->remote == y->remote &&
	       same_text(x->from, y->from) && same_text(x->until, y->until);
}

bool
seats_write(struct entering *e, int limit, struct meeting *m)
{
	const struct attendance *was = m->attendance.v;
	size_t i, n = m->attendance.n;
	struct writing w = { e, m, 1, limit };

	if (m->paragraphs.n > 0 && m->paragraphs.v[0].nr < limit)
		w.low = m->paragraphs.v[0].nr;
	else
		w.low = limit == 0 ? 1 : limit;
	memset(&m->attendance, 0, sizeof m->attendance);
	for (i = 0; i < e->now.entrants.n; i++)
		put_entrant(&w, &e->now.entrants.v[i]);
	for (i = 0; i < n && i < m->attendance.n; i++)
		if (!same_row(&was[i], &m->attendance.v[i]))
			return true;
	return n != m->attendance.n;
}
