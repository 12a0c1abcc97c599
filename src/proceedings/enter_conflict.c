/* SPDX-License-Identifier: EUPL-1.2
 *
 * Lines about conflicts of interest, and about deputies who enter: between
 * items, or for the item of a conflict.
 */
#include "config.h"

#include <string.h>

#include "proceedings/enter_inner.h"

static bool
same(const char *x, const char *y)
{
	return x != NULL && y != NULL && strcmp(x, y) == 0;
}

/* ---- conflicts ----------------------------------------------------------- */

/* What a line says of one. */
struct told {
	const char *person, *name, *ground;
	bool contested, tried, rejected;
};

/* "Planchefen Anna Berg" in quotation marks is no person of the register. */
static bool
quoted(struct line *l, const char **name)
{
	const char *end;

	if (*l->p != '"' || (end = strchr(l->p + 1, '"')) == NULL ||
	    end == l->p + 1)
		return false;
	*name = arena_strndup(l->a, l->p + 1, (size_t)(end - l->p) - 1);
	l->p = end + 1 + strspn(end + 1, " \t");
	return true;
}

static int
read_conflict(struct entering *e, struct line *l, struct told *t)
{
	int nr, rc = 0;

	if (!quoted(l, &t->name))
		rc = people_one(e, l, &t->person);
	while (rc == 0 && !line_end(l)) {
		if (line_is(l, "p") && line_number(l, &nr) && nr >= 1 &&
		    nr <= 4) {
			t->ground = arena_printf(e->arena, "KL 6:28 p %d", nr);
		} else if (line_is(l, "bestritt") || line_is(l, "bestrider")) {
			t->contested = true;
		} else if (line_is(l, "prövat")) {
			t->contested = t->tried = true;
			t->rejected = line_is(l, "inte");
			line_is(l, "jäv");
		} else if (strncmp(l->p, "KL ", 3) == 0) {
			t->ground = arena_strdup(e->arena, line_rest(l));
		} else {
			rc = enter_done(e, l);
		}
	}
	return rc;
}

static struct conflict *
find_conflict(struct entering *e, const struct told *t, int nr)
{
	struct conflict *c;
	size_t i;

	for (i = 0; i < e->m->conflicts.n; i++) {
		c = &e->m->conflicts.v[i];
		if (c->paragraph == nr &&
		    (same(c->person, t->person) || same(c->name, t->name)))
			return c;
	}
	return NULL;
}

static int
check_conflict(
    struct entering *e, const struct paragraph *p, const struct told *t)
{
	const struct entrant *x =
	    t->person == NULL ? NULL : seats_of(e, t->person);

	if (p->outcome != 0)
		return REFUSE(e, "KL 6:30",
		    KL_N_("§ %d is decided; a conflict of interest is told "
			  "before the item is handled. Nothing was changed."),
		    p->nr);
	if (x != NULL && !seats_is_there(x, p->nr))
		return UNCLEAR(e,
		    KL_N_("%s is not there. Nothing was changed."),
		    enter_name(e, x->ref));
	if (x != NULL && !t->rejected &&
	    (enter_deeds(p, x->ref) & ~(unsigned)DEED_ABSENT) != 0)
		return REFUSE(e, "KL 6:30",
		    KL_N_("%s has taken part in § %d already: take that back "
			  "first. Nothing was changed."),
		    enter_name(e, x->ref), p->nr);
	if (x != NULL && !t->rejected && e->now.division > 0)
		return REFUSE(e, "KL 6:30",
		    KL_N_("A division is under way in § %d. Nothing was "
			  "changed."),
		    p->nr);
	return 0;
}

static void
say_conflict(struct entering *e, const struct conflict *c, bool tried)
{
	const char *name =
	    c->person != NULL ? enter_name(e, c->person) : c->name;

	if (c->rejected)
		say(e,
		    KL_N_("%s has no conflict of interest in § %d, the "
			  "committee found, and takes part."),
		    name, c->paragraph);
	else if (c->contested && !tried)
		say(e,
		    KL_N_("%s has a conflict of interest in § %d, which is "
			  "contested: the committee decides at once, without "
			  "%s (KL 6:30)."),
		    name, c->paragraph, name);
	else if (c->contested)
		say(e,
		    KL_N_("%s has a conflict of interest in § %d, the "
			  "committee found, and leaves the room."),
		    name, c->paragraph);
	else
		say(e,
		    KL_N_("%s has a conflict of interest in § %d and leaves "
			  "the room."),
		    name, c->paragraph);
}

int
enter_conflict(struct entering *e, struct line *l)
{
	struct told t = { 0 };
	struct paragraph *p;
	struct conflict *c;
	int rc;

	rc = enter_must_item(e, &p);
	if (rc == 0)
		rc = read_conflict(e, l, &t);
	if (rc == 0)
		rc = check_conflict(e, p, &t);
	if (rc != 0)
		return rc;
	c = find_conflict(e, &t, p->nr);
	if (c == NULL)
		c = vec_push(e->arena, &e->m->conflicts);
	if (c == NULL)
		return kl_error_nomem(e->err);
	c->person = t.person;
	c->name = arena_strdup(e->arena, t.name);
	c->paragraph = p->nr;
	if (t.ground != NULL)
		c->ground = t.ground;
	c->contested = c->contested || t.contested;
	if (t.rejected && !c->rejected && t.person != NULL)
		seats_release(e, t.person, p->nr, p->nr);
	c->rejected = t.rejected;
	if (!t.rejected && same(e->now.presider, t.person))
		enter_vacate_chair(e, p->nr);
	enter_changed_seats(e);
	say_conflict(e, c, t.tried);
	return 0;
}

/* ---- deputies ------------------------------------------------------------ */

static bool
has_conflict(const struct entering *e, const char *ref, int nr)
{
	const struct conflict *c;
	size_t i;

	for (i = 0; i < e->m->conflicts.n; i++) {
		c = &e->m->conflicts.v[i];
		if (c->paragraph == nr && !c->rejected && same(c->person, ref))
			return true;
	}
	return false;
}

/* From which paragraph to which ${deputy} would serve: the one of a conflict
 * of the member or of the deputy who has the seat, or from the next item on. */
static void
when_serving(struct entering *e, const char *member, int *first, int *last)
{
	int nr = enter_last(e);
	const struct entrant *server = seats_server(e, member, nr);
	const struct paragraph *p = meeting_paragraph(e->m, nr);

	*last = OPEN_END;
	*first = enter_between(e);
	if (p == NULL || p->outcome != 0)
		return;
	if (has_conflict(e, member, nr) ||
	    (server != NULL && has_conflict(e, server->ref, nr)))
		*first = *last = nr;
}

/* The order would have somebody else enter. */
static int
note_order(struct entering *e, const struct meeting *m, int nr,
    const char *deputy, const char *member)
{
	struct derivation why = { .arena = e->work, .translate = e->translate };
	entries list = { 0 };
	size_t i;
	int rc;

	if (e->answer == NULL)
		return 0;
	rc = entry_propose(e->work, e->b, m, nr, e->book, &why, &list, e->err);
	for (i = 0; rc == 0 && i < list.n; i++)
		if (same(list.v[i].member, member) &&
		    list.v[i].deputy != NULL && !same(list.v[i].deputy, deputy))
			note(e,
			    KL_N_("By the committee's order %s would enter for "
				  "%s."),
			    enter_name(e, list.v[i].deputy),
			    enter_name(e, member));
	return rc;
}

int
serve_pair(struct entering *e, const char *deputy, const char *member)
{
	struct entrant *x = seats_of(e, deputy);
	struct meeting coming = *e->m;
	int first, last, rc;

	when_serving(e, member, &first, &last);
	if (!seats_is_there(x, first))
		return REFUSE(e, "KL 4:22",
		    KL_N_("%s is not there in § %d and cannot serve. Nothing "
			  "was changed. If that is wrong, write: + %s"),
		    enter_name(e, deputy), first, enter_name(e, deputy));
	if (seats_server(e, member, first) == x)
		return UNCLEAR(e,
		    KL_N_("%s serves for %s already. Nothing was changed."),
		    enter_name(e, deputy), enter_name(e, member));
	seats_vacate(e, x, member, first, last);
	seats_write(e, first > enter_last(e) ? first : enter_last(e), &coming);
	rc = entry_check(
	    e->work, e->b, &coming, first, deputy, member, e->book, e->err);
	if (rc == 0)
		rc = note_order(e, &coming, first, deputy, member);
	if (rc != 0)
		return rc;
	seats_serve(e, x, member, first, last);
	if (last == first)
		say(e, KL_N_("%s serves for %s in § %d."),
		    enter_name(e, deputy), enter_name(e, member), first);
	else
		say(e, KL_N_("%s serves for %s from § %d."),
		    enter_name(e, deputy), enter_name(e, member), first);
	return 0;
}

/* All that the order proposes. */
static int
serve_proposed(struct entering *e)
{
	struct derivation why = { .arena = e->work, .translate = e->translate };
	int nr = enter_between(e), rc;
	struct meeting coming = *e->m;
	struct kl_data *answer = e->answer;
	text_list who = { 0 };
	entries list = { 0 };
	const struct entry *x;
	size_t i;

	if (nr > enter_last(e))
		seats_write(e, nr, &coming);
	rc = entry_propose(
	    e->work, e->b, &coming, nr, e->book, &why, &list, e->err);
	for (i = 0; rc == 0 && i < list.n; i++) {
		x = &list.v[i];
		if (x->deputy == NULL ||
		    seats_server(e, x->member, nr) != NULL ||
		    !seats_is_there(seats_of(e, x->deputy), nr))
			continue;
		e->answer = NULL; /* one sentence about all of them */
		rc = serve_pair(e, x->deputy, x->member);
		e->answer = answer;
		text_add(e->work, &who, x->deputy);
	}
	if (rc == 0 && who.n == 0)
		rc = UNCLEAR(
		    e, KL_N_("Nobody is to enter by the committee's order. "
			     "Nothing was changed."));
	if (rc == 0)
		say(e, KL_N_("Serve by the committee's order: %s."),
		    enter_names(e, &who));
	return rc;
}

int
enter_serve(struct entering *e, struct line *l)
{
	const char *deputy, *member;
	int rc;

	if (line_end(l)) {
		rc = serve_proposed(e);
		if (rc == 0)
			enter_changed_seats(e);
		return rc;
	}
	rc = people_one(e, l, &deputy);
	if (rc == 0 && !line_is(l, "för"))
		rc = UNCLEAR(e,
		    KL_N_("For whom? Write: %s för NAME. Nothing was "
			  "changed."),
		    enter_name(e, deputy));
	if (rc == 0)
		rc = people_one(e, l, &member);
	if (rc == 0)
		rc = enter_done(e, l);
	if (rc == 0 && !seats_is_deputy(seats_of(e, deputy)))
		rc = REFUSE(e, "KL 6:16",
		    KL_N_("%s is no deputy. Nothing was changed."),
		    enter_name(e, deputy));
	if (rc == 0 && seats_is_deputy(seats_of(e, member)))
		rc = REFUSE(e, "KL 6:16",
		    KL_N_("%s is no member and has no seat to serve on. "
			  "Nothing was changed."),
		    enter_name(e, member));
	if (rc == 0)
		rc = serve_pair(e, deputy, member);
	if (rc == 0)
		enter_changed_seats(e);
	return rc;
}
