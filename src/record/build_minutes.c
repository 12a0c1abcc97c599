/* SPDX-License-Identifier: EUPL-1.2
 *
 * Building the record: the paragraphs of the minutes.
 */
#include "config.h"

#include <string.h>

#include "record/build.h"

/* The deputies who served for ${ref} in the paragraph. */
static void
build_stand_ins(
    struct building *g, xmlNode *node, const char *ref, int paragraph)
{
	const struct attendance *a;
	struct ranges r;
	size_t i;

	for (i = 0; i < g->m->attendance.n; i++) {
		a = &g->m->attendance.v[i];
		if (a->serves_for == NULL || strcmp(a->serves_for, ref) != 0 ||
		    ranges_parse(a->paragraphs, &r) != 0)
			continue;
		if (r.n == 0 || ranges_has(&r, paragraph))
			build_person(g, make_node(&g->mk, node, "ersätts-av"),
			    a->person);
	}
}

/* Conflicts of interest, or what the committee found to be none. */
static void
build_conflicts(struct building *g, xmlNode *node, int paragraph, bool rejected)
{
	const struct conflict *c;
	xmlNode *n;
	size_t i;

	for (i = 0; i < g->m->conflicts.n; i++) {
		c = &g->m->conflicts.v[i];
		if (c->paragraph != paragraph || c->rejected != rejected)
			continue;
		n = make_node(&g->mk, node, rejected ? "inte-jäv" : "jäv");
		if (!rejected)
			make_attr_yes(&g->mk, n, "bestritt", c->contested);
		if (c->person != NULL)
			build_person(g, n, c->person);
		else
			make_text(&g->mk, n, "namn", c->name);
		make_text(&g->mk, n, "grund", c->ground);
		make_text(&g->mk, n, "grund-text",
		    provision_text(g->mk.a, c->ground));
		if (c->person != NULL && !rejected)
			build_stand_ins(g, n, c->person, paragraph);
	}
}

/* A proposal that was withdrawn is not recorded (KL 5:67 p 1). */
static void
build_proposals(struct building *g, xmlNode *node, const struct paragraph *p)
{
	const struct proposal *x;
	xmlNode *n;
	size_t i;

	for (i = 0; i < p->proposals.n; i++) {
		x = &p->proposals.v[i];
		if (x->withdrawn)
			continue;
		n = make_node(&g->mk, node, "yrkande");
		make_attr(&g->mk, n, "id", x->ref);
		make_word(&g->mk, n, "slag", words_proposal, (int)x->kind);
		build_people(g, n, "person", &x->persons);
		make_text(&g->mk, n, "text", x->text);
	}
}

static void
build_voices(struct building *g, xmlNode *node, const struct paragraph *p)
{
	const struct dissent *d;
	xmlNode *n;
	size_t i;

	for (i = 0; i < p->dissents.n; i++) {
		d = &p->dissents.v[i];
		n = make_node(&g->mk, node, "reservation");
		build_annex_nr(g, n, ANNEX_DISSENT, p->nr, (int)i + 1);
		make_text(&g->mk, n, "anmäld", d->announced);
		if (d->late)
			make_text(&g->mk, n, "sen", "ja");
		make_day(&g->mk, n, "motiverad", d->motivated);
		build_people(g, n, "person", &d->persons);
		make_text(&g->mk, n, "text", d->text);
	}
	for (i = 0; i < p->statements.n; i++) {
		n = make_node(&g->mk, node, "uttalande");
		build_annex_nr(g, n, ANNEX_STATEMENT, p->nr, (int)i + 1);
		make_word(&g->mk, n, "slag", words_statement,
		    (int)p->statements.v[i].kind);
		build_people(g, n, "person", &p->statements.v[i].persons);
		make_text(&g->mk, n, "text", p->statements.v[i].text);
	}
	build_people(g, node, "deltar-inte", &p->not_participating);
}

static const char *
title_of(const struct paragraph *p, const struct agenda_item *item,
    const struct matter *x)
{
	if (p->title != NULL)
		return p->title;
	if (item != NULL && item->title != NULL)
		return item->title;
	return x == NULL ? NULL : x->title;
}

void
build_subject(struct building *g, xmlNode *node, int nr)
{
	const struct paragraph *p = meeting_paragraph(g->m, nr);
	const struct agenda_item *item =
	    p == NULL ? NULL : meeting_item(g->m, p->item);
	const struct matter *x =
	    item == NULL ? NULL : bundle_matter(g->b, item->number);

	if (p == NULL)
		return;
	if (item != NULL)
		make_text(&g->mk, node, "dnr", item->number);
	make_text(&g->mk, node, "rubrik",
	    x != NULL && x->secrecy.provision != NULL ? x->secrecy.neutral_title
						      : title_of(p, item, x));
}

/* Adjusted at the meeting itself, or to be. */
static bool
is_immediate(const struct building *g, const struct paragraph *p,
    const struct agenda_item *item)
{
	const struct minutes *x = meeting_minutes_of(g->m, p->nr);

	return x != NULL ? x->seq > 1 : item != NULL && item->immediate;
}

const char *
build_commission_text(const struct paragraph *p, const struct commission *c)
{
	if (c->text != NULL)
		return c->text;
	return c->point > 0 && (size_t)c->point <= p->decision.n
		   ? p->decision.v[c->point - 1]
		   : NULL;
}

/* What became of the item, and what somebody was told to do. */
static void
build_outcome(struct building *g, xmlNode *node, const struct paragraph *p)
{
	const struct commission *c;
	xmlNode *n;
	size_t i;

	make_text(&g->mk, node, "skäl", p->reasons);
	make_word(&g->mk, node, "utgång", words_outcome, (int)p->outcome);
	if (p->outcome == OUTCOME_TABLED)
		make_day(&g->mk, node, "bordlagt-till", p->tabled_to);
	if (p->outcome == OUTCOME_REFERRED_BACK)
		make_text(&g->mk, node, "återremiss-till", p->referred_to);
	make_text(&g->mk, node, "saknas", p->missing);
	for (i = 0; i < p->commissions.n; i++) {
		c = &p->commissions.v[i];
		n = make_node(&g->mk, node, "uppdrag");
		make_attr_int(&g->mk, n, "nr", (int)i + 1);
		make_attr_int(&g->mk, n, "punkt", c->point);
		make_text(&g->mk, n, "text", build_commission_text(p, c));
		make_text(&g->mk, n, "ansvarig", c->responsible);
		make_day(&g->mk, n, "senast", c->due);
		make_day(&g->mk, n, "återredovisat", c->reported);
		make_text(&g->mk, n, "vid", c->reported_at);
	}
}

/* How it is appealed, as the rules have it; without them, the matter's word. */
static enum appeal_kind
appeal_of(
    const struct building *g, const struct paragraph *p, const struct matter *x)
{
	size_t i;

	for (i = 0; g->dates != NULL && i < g->dates->ways.v.n; i++)
		if (g->dates->ways.v.v[i].paragraph == p->nr)
			return g->dates->ways.v.v[i].kind;
	if (p->appeal != 0)
		return p->appeal;
	return x == NULL ? 0 : x->appeal;
}

static void
build_paragraph(struct building *g, xmlNode *node, const struct paragraph *p)
{
	const struct agenda_item *item = meeting_item(g->m, p->item);
	const struct matter *x =
	    item == NULL ? NULL : bundle_matter(g->b, item->number);
	xmlNode *n = make_node(&g->mk, node, "paragraf");

	make_attr_int(&g->mk, n, "nr", p->nr);
	make_attr(&g->mk, n, "punkt", p->item);
	make_attr(&g->mk, n, "dnr", item == NULL ? NULL : item->number);
	make_text(&g->mk, n, "rubrik", title_of(p, item, x));
	if (is_immediate(g, p, item))
		make_text(&g->mk, n, "omedelbar", "ja");
	if (p->open != 0)
		make_text(
		    &g->mk, n, "dörrar", p->open > 0 ? "öppna" : "stängda");
	build_presiding(g, n, p->nr);
	build_texts(g, n, p->nr);
	build_conflicts(g, n, p->nr, false);
	build_conflicts(g, n, p->nr, true);
	if (p->decision.n > 0)
		make_texts(&g->mk, make_node(&g->mk, n, "beslut"), "att",
		    &p->decision);
	make_text(&g->mk, n, "bakgrund", p->background);
	make_text(&g->mk, n, "föredragande", p->rapporteur);
	build_documents(g, n, x);
	build_delegation_list(g, n, x, p->nr);
	build_proposals(g, n, p);
	build_questions(g, n, p);
	make_text(&g->mk, n, "beslutsgång", p->procedure);
	build_divisions(g, n, p);
	build_elections(g, n, p);
	build_outcome(g, n, p);
	build_voices(g, n, p);
	make_texts(
	    &g->mk, n, "skickas-till", meeting_recipients(g->b, g->m, p));
	make_word(
	    &g->mk, n, "överklagande", words_appeal, (int)appeal_of(g, p, x));
	build_appeals(g, n, p->nr);
	if (x != NULL)
		build_secrecy(g, n, &x->secrecy);
}

void
build_paragraphs(struct building *g, xmlNode *node)
{
	size_t i;

	for (i = 0; i < g->m->paragraphs.n; i++)
		build_paragraph(g, node, &g->m->paragraphs.v[i]);
}
