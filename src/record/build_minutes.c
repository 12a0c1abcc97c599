/* SPDX-License-Identifier: EUPL-1.2
 *
 * Building the record: the paragraphs of the minutes.
 */
#include "config.h"

#include <stdio.h>
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

static void
build_conflicts(struct building *g, xmlNode *node, int paragraph)
{
	const struct conflict *c;
	xmlNode *n;
	size_t i;

	for (i = 0; i < g->m->conflicts.n; i++) {
		c = &g->m->conflicts.v[i];
		if (c->paragraph != paragraph)
			continue;
		n = make_node(&g->mk, node, "jäv");
		build_person(g, n, c->person);
		make_text(&g->mk, n, "grund", c->ground);
		make_text(&g->mk, n, "grund-text",
		    provision_text(g->mk.a, c->ground));
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
build_count(struct building *g, xmlNode *node, const char *name, int number)
{
	char text[16];

	snprintf(text, sizeof text, "%d", number);
	make_text(&g->mk, node, name, text);
}

static void
build_division(struct building *g, xmlNode *node, const struct division *d,
    int paragraph, int nr)
{
	static const char *const counts[] = { "antal-ja", "antal-nej",
		"antal-avstår", "antal-frånvarande" };
	int votes[VOTE_ABSENT + 1] = { 0 }, k;
	xmlNode *n = make_node(&g->mk, node, "omröstning"), *ballot;
	const struct ballot *b;
	size_t i;

	for (i = 0; i < d->ballots.n; i++)
		if (d->ballots.v[i].vote <= VOTE_ABSENT)
			votes[d->ballots.v[i].vote]++;
	for (k = VOTE_YES; d->ballots.n == 0 && k <= VOTE_ABSENT; k++)
		votes[k] = d->count[k] > 0 ? d->count[k] : 0;
	make_attr_int(&g->mk, n, "nr", nr);
	build_annex_nr(g, n, ANNEX_VOTES, paragraph, nr);
	make_attr(&g->mk, n, "ja", d->yes);
	make_attr(&g->mk, n, "nej", d->no);
	for (k = VOTE_YES; k <= VOTE_ABSENT; k++)
		build_count(g, n, counts[k - 1], votes[k]);
	make_text(&g->mk, n, "text", d->text);
	for (i = 0; i < d->ballots.n; i++) {
		b = &d->ballots.v[i];
		ballot = make_node(&g->mk, n, "röst");
		build_person(g, ballot, b->person);
		make_word(&g->mk, ballot, "val", words_vote, (int)b->vote);
	}
}

static void
build_voices(struct building *g, xmlNode *node, const struct paragraph *p)
{
	xmlNode *n;
	size_t i;

	for (i = 0; i < p->dissents.n; i++) {
		n = make_node(&g->mk, node, "reservation");
		build_annex_nr(g, n, ANNEX_DISSENT, p->nr, (int)i + 1);
		build_people(g, n, "person", &p->dissents.v[i].persons);
		make_text(&g->mk, n, "text", p->dissents.v[i].text);
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

static void
build_paragraph(struct building *g, xmlNode *node, const struct paragraph *p)
{
	const struct agenda_item *item = meeting_item(g->m, p->item);
	const struct matter *x =
	    item == NULL ? NULL : bundle_matter(g->b, item->number);
	xmlNode *n = make_node(&g->mk, node, "paragraf");
	size_t i;

	make_attr_int(&g->mk, n, "nr", p->nr);
	make_attr(&g->mk, n, "punkt", p->item);
	make_attr(&g->mk, n, "dnr", item == NULL ? NULL : item->number);
	make_text(&g->mk, n, "rubrik", title_of(p, item, x));
	if (is_immediate(g, p, item))
		make_text(&g->mk, n, "omedelbar", "ja");
	build_texts(g, n, p->nr);
	build_conflicts(g, n, p->nr);
	if (p->decision.n > 0)
		make_texts(&g->mk, make_node(&g->mk, n, "beslut"), "att",
		    &p->decision);
	make_text(&g->mk, n, "bakgrund", p->background);
	build_documents(g, n, x);
	build_delegation_list(g, n, x, p->nr);
	build_proposals(g, n, p);
	make_text(&g->mk, n, "beslutsgång", p->procedure);
	for (i = 0; i < p->divisions.n; i++)
		build_division(g, n, &p->divisions.v[i], p->nr, (int)i + 1);
	make_word(&g->mk, n, "utgång", words_outcome, (int)p->outcome);
	build_voices(g, n, p);
	make_texts(&g->mk, n, "skickas-till", &p->recipients);
	if (x != NULL) {
		make_word(
		    &g->mk, n, "överklagande", words_appeal, (int)x->appeal);
		build_secrecy(g, n, &x->secrecy);
	}
}

void
build_paragraphs(struct building *g, xmlNode *node)
{
	size_t i;

	for (i = 0; i < g->m->paragraphs.n; i++)
		build_paragraph(g, node, &g->m->paragraphs.v[i]);
}
