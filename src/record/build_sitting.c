/* SPDX-License-Identifier: EUPL-1.2
 *
 * Building the record: who cannot come and who is expected to serve instead,
 * who presides, breaks.  Why somebody is away concerns nobody but the
 * secretariat, so that no document can tell it.
 */
#include "config.h"

#include "record/build.h"

static void
build_report(struct building *g, xmlNode *node, const struct absence_report *x)
{
	xmlNode *n = make_node(&g->mk, node, "förfall"), *called;
	const struct call *c;
	size_t i;

	make_attr_day(&g->mk, n, "anmält", x->reported);
	build_person(g, n, x->person);
	make_text(&g->mk, n, "från", x->from);
	make_text(&g->mk, n, "till", x->until);
	for (i = 0; i < x->calls.n; i++) {
		c = &x->calls.v[i];
		called = make_node(&g->mk, n, "tillfrågad");
		make_attr_day(&g->mk, called, "datum", c->asked);
		make_attr(&g->mk, called, "svar",
		    word_of(words_call,
			c->answer == 0 ? CALL_UNANSWERED : (int)c->answer));
		build_person(g, called, c->person);
	}
}

void
build_absences_told(struct building *g, xmlNode *node)
{
	size_t i;

	for (i = 0; i < g->m->absences.n; i++)
		build_report(g, node, &g->m->absences.v[i]);
}

void
build_forecast(struct building *g, xmlNode *node)
{
	const struct record_forecast *f =
	    g->dates == NULL ? NULL : &g->dates->forecast;
	const struct record_expected *x;
	const struct record_moment *t;
	xmlNode *n, *seat;
	size_t i;

	if (f == NULL || !f->made)
		return;
	n = make_node(&g->mk, node, "prognos");
	make_attr(&g->mk, n, "antal", arena_printf(g->mk.a, "%d", f->sure));
	make_attr_int(&g->mk, n, "platser", f->seats);
	make_attr(&g->mk, n, "krävs", arena_printf(g->mk.a, "%d", f->need));
	make_attr(&g->mk, n, "beslutför", f->quorate ? "ja" : "nej");
	for (i = 0; i < f->v.n; i++) {
		x = &f->v.v[i];
		seat = make_node(&g->mk, n, "tjänstgör");
		make_attr_yes(&g->mk, seat, "vakant", x->person == NULL);
		make_attr(&g->mk, seat, "säkerhet", x->state);
		if (x->person != NULL)
			build_person(g, seat, x->person);
		if (x->for_whom != NULL)
			build_person(
			    g, make_node(&g->mk, seat, "för"), x->for_whom);
		make_text(&g->mk, seat, "från", x->from);
		make_text(&g->mk, seat, "till", x->until);
	}
	for (i = 0; i < f->moments.n; i++) {
		t = &f->moments.v[i];
		seat = make_node(&g->mk, n, "tidpunkt");
		make_attr(&g->mk, seat, "från", t->clock);
		make_attr(&g->mk, seat, "antal",
		    arena_printf(g->mk.a, "%d", t->sure));
		make_attr(&g->mk, seat, "beslutför", t->quorate ? "ja" : "nej");
	}
}

static void
build_one_presiding(
    struct building *g, xmlNode *node, const struct presiding *x)
{
	xmlNode *n = make_node(&g->mk, node, "presiderar");

	build_person(g, n, x->person);
	make_text(&g->mk, n, "paragrafer", make_ranges(&g->mk, x->paragraphs));
	if (x->elected)
		make_text(&g->mk, n, "vald", "ja");
}

void
build_presiding(struct building *g, xmlNode *node, int paragraph)
{
	const struct presiding *x;
	struct ranges r;
	size_t i;

	for (i = 0; i < g->m->presiding.n; i++) {
		x = &g->m->presiding.v[i];
		if (ranges_parse(x->paragraphs, &r) == 0 &&
		    ranges_has(&r, paragraph))
			build_one_presiding(g, node, x);
	}
}

void
build_course(struct building *g, xmlNode *node)
{
	const struct adjournment *x;
	xmlNode *n;
	size_t i;

	for (i = 0; i < g->m->presiding.n; i++)
		build_one_presiding(g, node, &g->m->presiding.v[i]);
	for (i = 0; i < g->m->adjournments.n; i++) {
		x = &g->m->adjournments.v[i];
		n = make_node(&g->mk, node, "ajournering");
		make_attr_int(&g->mk, n, "paragraf", x->paragraph);
		make_text(&g->mk, n, "från", x->from);
		make_text(&g->mk, n, "till", x->until);
		make_text(&g->mk, n, "skäl", x->why);
	}
}
