/* SPDX-License-Identifier: EUPL-1.2
 *
 * Building the record: what comes after the meeting: approval, notices and
 * their last days, deliveries; and the steps of the cycle.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "record/build.h"

/* As what a person signs. */
static const char *
signing_role(const struct building *g, const char *ref)
{
	const struct mandate *x;
	size_t i;

	if (g->chair != NULL && strcmp(g->chair, ref) == 0)
		return word_of(words_role, ROLE_CHAIR);
	for (i = 0; i < g->m->approvers.n; i++)
		if (strcmp(g->m->approvers.v[i], ref) == 0)
			return "justerare";
	x = build_mandate(g, ref);
	return x == NULL ? NULL : word_of(words_role, (int)x->role);
}

static const struct record_clock *
clock_of(const struct building *g, int seq)
{
	size_t i;

	for (i = 0; g->dates != NULL && i < g->dates->clocks.n; i++)
		if (g->dates->clocks.v[i].seq == seq)
			return &g->dates->clocks.v[i];
	return NULL;
}

static void
build_interruption(
    struct building *g, xmlNode *notice, const struct interruption *x)
{
	xmlNode *n = make_node(&g->mk, notice, "avbrott");

	make_attr_day(&g->mk, n, "från", x->from);
	make_attr_day(&g->mk, n, "till", x->back);
	make_text(&g->mk, n, "skäl", x->why);
}

static void
build_notice(struct building *g, xmlNode *node, const struct minutes *x)
{
	const struct record_clock *c = clock_of(g, x->seq);
	xmlNode *n;
	size_t i;

	if (x->posted == KL_DAY_NONE)
		return;
	n = make_node(&g->mk, node, "anslag");
	make_attr_day(&g->mk, n, "uppe", x->posted);
	if (c != NULL) {
		make_attr_day(&g->mk, n, "sista-dag", c->last_day);
		make_attr_day(&g->mk, n, "nere", c->remove_on);
		make_attr_day(&g->mk, n, "laga-kraft", c->legal_force);
	}
	make_attr_day(&g->mk, n, "ersatt", x->superseded);
	make_attr_day(&g->mk, n, "kungjort", x->announced);
	make_day(&g->mk, n, "nedtaget", x->taken_down);
	for (i = 0; i < x->interruptions.n; i++)
		build_interruption(g, n, &x->interruptions.v[i]);
}

static void
build_minutes(struct building *g, xmlNode *node, const struct minutes *x)
{
	xmlNode *n = make_node(&g->mk, node, "protokoll"), *signing, *who;
	size_t i;

	make_attr_int(&g->mk, n, "nr", x->seq);
	make_attr(&g->mk, n, "omedelbart", x->seq > 1 ? "ja" : "nej");
	make_attr(&g->mk, n, "läge", word_of(words_minutes, (int)x->state));
	make_attr_int(&g->mk, n, "version", x->version);
	make_text(&g->mk, n, "paragrafer", make_ranges(&g->mk, x->paragraphs));
	build_approvals(g, n, x);
	if (x->adjusted != KL_DAY_NONE) {
		signing = make_node(&g->mk, n, "justering");
		make_attr_day(&g->mk, signing, "datum", x->adjusted);
		for (i = 0; i < x->signers.n; i++) {
			who = make_node(&g->mk, signing, "person");
			build_person(g, who, x->signers.v[i]);
			make_text(&g->mk, who, "roll",
			    signing_role(g, x->signers.v[i]));
		}
	}
	build_notice(g, n, x);
}

/* When a document sent by simplified service counts as served. */
static kl_day
served_on(const struct building *g, const struct delivery *d)
{
	size_t i = (size_t)(d - g->m->deliveries.v);

	return g->dates != NULL && i < g->dates->served.n
		   ? g->dates->served.v[i]
		   : KL_DAY_NONE;
}

static void
build_delivery(struct building *g, xmlNode *node, const struct delivery *d)
{
	xmlNode *n = make_node(&g->mk, node, "expediering");

	make_attr_int(&g->mk, n, "paragraf", d->paragraph);
	build_subject(g, n, d->paragraph);
	make_text(&g->mk, n, "mottagare", d->recipient);
	make_text(&g->mk, n, "sätt", d->way);
	make_word(&g->mk, n, "läge", words_delivery, (int)d->state);
	make_day(&g->mk, n, "skickad", d->sent);
	make_day(&g->mk, n, "delges", served_on(g, d));
	make_day(&g->mk, n, "kvitto", d->receipted);
}

/* By recipient; what one gets stays in its order. */
static int
by_recipient(const void *x, const void *y)
{
	const struct delivery *a = *(const struct delivery *const *)x;
	const struct delivery *b = *(const struct delivery *const *)y;
	int names = utf8_compare(a->recipient, b->recipient);

	if (names == 0)
		names = strcmp(a->recipient, b->recipient);
	return names != 0 ? names : (a > b) - (a < b);
}

/* The same once more, gathered by recipient: a template cannot group. */
static void
build_recipients(struct building *g, xmlNode *node)
{
	size_t i, n = g->m->deliveries.n;
	const struct delivery **v;
	xmlNode *group = NULL;

	v = arena_alloc(g->mk.a, (n + 1) * sizeof *v);
	if (v == NULL)
		return;
	for (i = 0; i < n; i++)
		v[i] = &g->m->deliveries.v[i];
	qsort(v, n, sizeof *v, by_recipient);
	for (i = 0; i < n; i++) {
		if (i == 0 || strcmp(v[i]->recipient, v[i - 1]->recipient)) {
			group = make_node(&g->mk, node, "mottagning");
			make_text(&g->mk, group, "mottagare", v[i]->recipient);
		}
		build_delivery(g, group, v[i]);
	}
}

static void
build_deliveries(struct building *g, xmlNode *node)
{
	size_t i;

	for (i = 0; i < g->m->deliveries.n; i++)
		build_delivery(g, node, &g->m->deliveries.v[i]);
	build_recipients(g, node);
}

static void
build_steps(struct building *g, xmlNode *node)
{
	const struct record_step *s;
	xmlNode *n;
	size_t i;

	for (i = 0; g->dates != NULL && i < g->dates->steps.n; i++) {
		s = &g->dates->steps.v[i];
		n = make_node(&g->mk, node, "frist");
		make_attr(&g->mk, n, "steg", s->step);
		make_attr(&g->mk, n, "nivå", s->level);
		if (s->done != 0)
			make_attr_day(&g->mk, n, "klart", s->done);
		make_text(&g->mk, n, "namn", s->name);
		make_day(&g->mk, n, "dag", s->day);
		make_text(&g->mk, n, "klart-av", s->by);
		make_text(&g->mk, n, "rutin", s->routine);
		if (s->guide != NULL)
			make_texts(&g->mk, n, "lathund", s->guide);
	}
}

void
build_approval(struct building *g, xmlNode *node)
{
	const struct record_dates *d = g->dates;
	xmlNode *n;
	size_t i;

	build_people(g, node, "justerare", &g->m->approvers);
	if (d != NULL && d->adjust_plain != KL_DAY_NONE &&
	    d->adjust_latest != KL_DAY_NONE) {
		n = make_node(&g->mk, node, "justering-senast");
		make_attr_day(&g->mk, n, "dag", d->adjust_plain);
		make_attr_day(&g->mk, n, "lagligt-senast", d->adjust_latest);
	}
	for (i = 0; i < g->m->minutes.n; i++)
		build_minutes(g, node, &g->m->minutes.v[i]);
	build_deliveries(g, node);
	build_actions(g, node);
	build_steps(g, node);
	build_upcoming(g, node);
}
