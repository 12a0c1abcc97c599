/* SPDX-License-Identifier: EUPL-1.2
 *
 * Building the record: who was there, as what and for which paragraphs.  Facts
 * say that a person was present; that makes a member, a deputy who served or a
 * deputy who listened by the mandate that the person has that day.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "record/build.h"

enum part { PART_MEMBER, PART_SERVING_DEPUTY, PART_DEPUTY };

static const char *const part_names[] = { "ledamot", "tjänstgörande-ersättare",
	"ersättare" };

struct present {
	const struct attendance *a;
	enum part part;
	int role, order;
	size_t place; /* in the file */
};

static struct present
present_of(const struct building *g, size_t place)
{
	const struct attendance *a = &g->m->attendance.v[place];
	const struct mandate *x = build_mandate(g, a->person);
	struct present p = { a, PART_MEMBER, ROLE_SECRETARY, 0, place };

	if (x != NULL) {
		p.role = (int)x->role;
		p.order = x->order;
	}
	if (!a->serving)
		p.part = PART_DEPUTY;
	else if (a->serves_for != NULL || p.role == ROLE_DEPUTY)
		p.part = PART_SERVING_DEPUTY;
	return p;
}

static int
by_precedence(const void *x, const void *y)
{
	const struct present *a = x, *b = y;

	if (a->part != b->part)
		return a->part < b->part ? -1 : 1;
	if (a->role != b->role)
		return a->role < b->role ? -1 : 1;
	if (a->order != b->order)
		return a->order < b->order ? -1 : 1;
	return (a->place > b->place) - (a->place < b->place);
}

/* The paragraphs in which the person had a conflict of interest. */
static void
conflicts_of(const struct building *g, const char *ref, struct ranges *out)
{
	const struct conflict *c;
	size_t i;

	out->n = 0;
	for (i = 0; i < g->m->conflicts.n; i++) {
		c = &g->m->conflicts.v[i];
		if (c->person != NULL && !c->rejected &&
		    strcmp(c->person, ref) == 0)
			ranges_add(out, c->paragraph);
	}
}

/* The paragraphs given, or all except ${without}; and whether that is the
 * whole meeting, as it is not for one who came late or left early. */
static void
build_ranges(struct building *g, xmlNode *node, const char *given,
    const struct ranges *without, bool timed)
{
	bool whole = !timed;
	struct ranges r;
	size_t i;
	int nr;

	if (ranges_parse(given, &r) != 0 || r.n == 0) {
		r = g->all;
		for (i = 0; i < g->m->paragraphs.n; i++) {
			nr = g->m->paragraphs.v[i].nr;
			if (without != NULL && ranges_has(without, nr))
				ranges_remove(&r, nr);
		}
	}
	for (i = 0; whole && i < g->m->paragraphs.n; i++)
		whole = ranges_has(&r, g->m->paragraphs.v[i].nr);
	make_text(&g->mk, node, "paragrafer", ranges_format(g->mk.a, &r));
	if (whole && g->m->paragraphs.n > 0)
		make_text(&g->mk, node, "hela", "ja");
}

static void
build_present(struct building *g, xmlNode *node, const struct present *p)
{
	xmlNode *n = make_node(&g->mk, node, part_names[p->part]);
	const struct mandate *x = build_mandate(g, p->a->person);
	struct ranges conflicts;

	conflicts_of(g, p->a->person, &conflicts);
	build_person(g, n, p->a->person);
	if (p->part == PART_MEMBER && x != NULL)
		make_word(&g->mk, n, "roll", words_role, (int)x->role);
	build_ranges(g, n, p->a->paragraphs, &conflicts,
	    p->a->from != NULL || p->a->until != NULL);
	make_text(&g->mk, n, "från", p->a->from);
	make_text(&g->mk, n, "till", p->a->until);
	if (p->a->remote)
		make_text(&g->mk, n, "distans", "ja");
	if (conflicts.n > 0)
		make_text(&g->mk, n, "jäv", ranges_format(g->mk.a, &conflicts));
	if (p->part == PART_SERVING_DEPUTY && p->a->serves_for != NULL)
		build_person(g, make_node(&g->mk, n, "för"), p->a->serves_for);
}

static void
build_other(struct building *g, xmlNode *node, const struct other_present *o)
{
	xmlNode *n = make_node(&g->mk, node, "övrig");

	make_text(&g->mk, n, "namn", o->name);
	make_word(&g->mk, n, "slag", words_visitor, (int)o->kind);
	build_ranges(
	    g, n, o->paragraphs, NULL, o->from != NULL || o->until != NULL);
	make_text(&g->mk, n, "från", o->from);
	make_text(&g->mk, n, "till", o->until);
	if (o->remote)
		make_text(&g->mk, n, "distans", "ja");
}

void
build_attendance(struct building *g, xmlNode *node)
{
	struct present *v;
	size_t i, n = g->m->attendance.n;

	v = arena_alloc(g->mk.a, (n + 1) * sizeof *v);
	if (v == NULL)
		return;
	for (i = 0; i < n; i++)
		v[i] = present_of(g, i);
	qsort(v, n, sizeof *v, by_precedence);
	for (i = 0; i < n; i++)
		build_present(g, node, &v[i]);
	for (i = 0; i < g->m->others.n; i++)
		build_other(g, node, &g->m->others.v[i]);
}
