/* SPDX-License-Identifier: EUPL-1.2
 *
 * Building the record: people, by name and by mandate, and who is called.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "record/build.h"

static bool
same(const char *x, const char *y)
{
	return x != NULL && y != NULL && strcmp(x, y) == 0;
}

static const char *
full_name(struct building *g, const struct person *p)
{
	const char *name;

	if (p->first == NULL || p->last == NULL)
		return p->last != NULL ? p->last : p->first;
	name = arena_printf(g->mk.a, "%s %s", p->first, p->last);
	if (name == NULL)
		g->mk.failed = true;
	return name;
}

void
build_person(struct building *g, xmlNode *node, const char *ref)
{
	const struct person *p = bundle_person(g->b, ref);

	make_attr(&g->mk, node, "person", ref);
	make_text(&g->mk, node, "namn", p == NULL ? ref : full_name(g, p));
	if (p != NULL)
		make_text(&g->mk, node, "parti", p->party);
}

void
build_people(struct building *g, xmlNode *parent, const char *name,
    const text_list *list)
{
	size_t i;

	for (i = 0; i < list->n; i++)
		build_person(g, make_node(&g->mk, parent, name), list->v[i]);
}

/* True if the mandate is one of the committee on the meeting's day. */
static bool
valid(const struct building *g, const struct mandate *x)
{
	return same(x->committee, g->m->committee) && x->from <= g->m->day &&
	       (x->to == KL_DAY_NONE || x->to >= g->m->day);
}

const struct mandate *
build_mandate(const struct building *g, const char *ref)
{
	const struct mandate *x, *best = NULL;
	size_t i;

	for (i = 0; i < g->b->mandates.n; i++) {
		x = &g->b->mandates.v[i];
		if (same(x->person, ref) && valid(g, x) &&
		    x->role != ROLE_SECRETARY &&
		    (best == NULL || x->role < best->role))
			best = x;
	}
	return best;
}

static bool
serves(const struct building *g, const char *ref)
{
	const struct attendance *a;
	size_t i;

	for (i = 0; i < g->m->attendance.n; i++) {
		a = &g->m->attendance.v[i];
		if (a->serving && same(a->person, ref))
			return true;
	}
	return g->m->attendance.n == 0;
}

const char *
build_chair(const struct building *g)
{
	const struct mandate *x, *best = NULL;
	size_t i;

	for (i = 0; i < g->m->presiding.n; i++)
		if (g->m->presiding.v[i].paragraphs == NULL)
			return g->m->presiding.v[i].person;
	for (i = 0; i < g->b->mandates.n; i++) {
		x = &g->b->mandates.v[i];
		if (x->role >= ROLE_CHAIR &&
		    x->role <= ROLE_SECOND_VICE_CHAIR && valid(g, x) &&
		    serves(g, x->person) &&
		    (best == NULL || x->role < best->role))
			best = x;
	}
	return best == NULL ? NULL : best->person;
}

/* A mandate, with what it is ordered by. */
struct called {
	const struct mandate *x;
	const char *last, *first;
};

/* By role, then a deputy's place (those without one last), then by name. */
static int
by_weight(const void *x, const void *y)
{
	const struct called *a = x, *b = y;
	int names;

	if (a->x->role != b->x->role)
		return a->x->role < b->x->role ? -1 : 1;
	if (a->x->order != b->x->order)
		return b->x->order == 0 ||
			       (a->x->order != 0 && a->x->order < b->x->order)
			   ? -1
			   : 1;
	names = utf8_compare(a->last, b->last);
	return names != 0 ? names : utf8_compare(a->first, b->first);
}

static struct called
called_as(const struct building *g, const struct mandate *x)
{
	const struct person *p = bundle_person(g->b, x->person);
	struct called c = { x, x->person, "" };

	if (p != NULL && p->last != NULL)
		c.last = p->last;
	if (p != NULL && p->first != NULL)
		c.first = p->first;
	return c;
}

static void
build_one_called(struct building *g, xmlNode *node, const struct mandate *x)
{
	const struct person *p = bundle_person(g->b, x->person);
	xmlNode *n = make_node(&g->mk, node, "kallad");

	make_attr(&g->mk, n, "person", x->person);
	make_text(&g->mk, n, "namn", p == NULL ? x->person : full_name(g, p));
	if (p != NULL) {
		make_text(&g->mk, n, "förnamn", p->first);
		make_text(&g->mk, n, "efternamn", p->last);
		make_text(&g->mk, n, "parti", p->party);
	}
	make_word(&g->mk, n, "roll", words_role, (int)x->role);
	make_int(&g->mk, n, "ordning", x->order);
	if (p != NULL) {
		make_text(&g->mk, n, "epost", p->email);
		make_text(&g->mk, n, "telefon", p->phone);
		make_text(&g->mk, n, "adress", p->address);
		build_address(g, n, p->address);
	}
	make_day(&g->mk, n, "från", x->from);
	make_day(&g->mk, n, "till", x->to);
}

/* Who has the mandate, or stands in. */
static void
build_secretary(struct building *g, xmlNode *node)
{
	const char *ref = bundle_secretary(g->b, g->m->committee, g->m->day);
	const struct person *p = bundle_person(g->b, ref);
	xmlNode *n;

	if (ref == NULL)
		return;
	n = make_node(&g->mk, node, "sekreterare");
	make_attr(&g->mk, n, "person", ref);
	make_text(&g->mk, n, "namn", p == NULL ? ref : full_name(g, p));
	if (p != NULL) {
		make_text(&g->mk, n, "epost", p->email);
		make_text(&g->mk, n, "telefon", p->phone);
	}
}

void
build_called(struct building *g, xmlNode *node)
{
	const struct mandate *x;
	struct called *called;
	size_t i, n = 0;

	called = arena_alloc(g->mk.a, (g->b->mandates.n + 1) * sizeof *called);
	if (called == NULL)
		return;
	if (g->chair != NULL)
		build_person(
		    g, make_node(&g->mk, node, "ordförande"), g->chair);
	for (i = 0; i < g->b->mandates.n; i++) {
		x = &g->b->mandates.v[i];
		if (!valid(g, x) || x->role == 0)
			continue;
		if (x->role != ROLE_SECRETARY)
			called[n++] = called_as(g, x);
	}
	build_secretary(g, node);
	qsort(called, n, sizeof *called, by_weight);
	for (i = 0; i < n; i++)
		build_one_called(g, node, called[i].x);
}
