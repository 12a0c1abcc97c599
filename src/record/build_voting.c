/* SPDX-License-Identifier: EUPL-1.2
 *
 * Building the record: the questions that the chair put, divisions and
 * elections of a paragraph.  Who voted how in a secret one is not told, even if
 * somebody has written it down.
 */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "record/build.h"

void
build_questions(struct building *g, xmlNode *node, const struct paragraph *p)
{
	const struct question *q;
	xmlNode *n;
	size_t i;

	for (i = 0; i < p->questions.n; i++) {
		q = &p->questions.v[i];
		n = make_node(&g->mk, node, "fråga");
		make_attr_int(&g->mk, n, "nr", (int)i + 1);
		make_attr(
		    &g->mk, n, "slag", word_of(words_question, (int)q->kind));
		make_attr(&g->mk, n, "utfall", q->carried);
		make_attr_int(&g->mk, n, "omröstning", q->division);
		make_texts(&g->mk, n, "förslag", &q->proposals);
	}
}

/* What a vote for one side means: the proposal, or rejecting what is proposed.
 */
static void
build_side(struct building *g, xmlNode *node, const char *name,
    const struct paragraph *p, const char *ref)
{
	const struct proposal *x = NULL;
	xmlNode *n;
	size_t i;

	if (ref == NULL)
		return;
	for (i = 0; i < p->proposals.n && x == NULL; i++)
		if (strcmp(p->proposals.v[i].ref, ref) == 0)
			x = &p->proposals.v[i];
	n = make_node(&g->mk, node, name);
	make_attr(&g->mk, n, "id", ref);
	if (x == NULL) {
		if (word_value(words_proposal, ref) != 0)
			make_text(&g->mk, n, "slag", ref);
		return;
	}
	make_word(&g->mk, n, "slag", words_proposal, (int)x->kind);
	build_people(g, n, "person", &x->persons);
	make_text(&g->mk, n, "text", x->text);
}

/* What was counted, told or by the ballots. */
static void
build_counts(struct building *g, xmlNode *node, const struct division *d)
{
	static const char *const names[] = { "antal-ja", "antal-nej",
		"antal-avstår", "antal-frånvarande" };
	int votes[VOTE_ABSENT + 1] = { 0 }, k;
	char text[16];
	size_t i;

	for (i = 0; i < d->ballots.n; i++)
		if (d->ballots.v[i].vote <= VOTE_ABSENT)
			votes[d->ballots.v[i].vote]++;
	for (k = VOTE_YES; k <= VOTE_ABSENT; k++) {
		snprintf(text, sizeof text, "%d",
		    d->ballots.n == 0 && d->count[k] > 0 ? d->count[k]
							 : votes[k]);
		make_text(&g->mk, node, names[k - 1], text);
	}
}

static void
build_division(struct building *g, xmlNode *node, const struct paragraph *p,
    const struct division *d, int nr)
{
	xmlNode *n = make_node(&g->mk, node, "omröstning"), *ballot;
	const struct ballot *b;
	bool named = d->ballots.n > 0 && !d->secret;
	size_t i;

	make_attr_int(&g->mk, n, "nr", nr);
	if (named)
		build_annex_nr(g, n, ANNEX_VOTES, p->nr, nr);
	make_attr(&g->mk, n, "ja", d->yes);
	make_attr(&g->mk, n, "nej", d->no);
	make_attr_yes(&g->mk, n, "sluten", d->secret);
	make_attr_yes(&g->mk, n, "utslagsröst", d->casting);
	make_attr_yes(&g->mk, n, "lottning", d->lots);
	make_attr(&g->mk, n, "utfall", d->carried);
	build_side(g, n, "ja-betyder", p, d->yes);
	build_side(g, n, "nej-betyder", p, d->no);
	build_counts(g, n, d);
	make_text(&g->mk, n, "text", d->text);
	for (i = 0; named && i < d->ballots.n; i++) {
		b = &d->ballots.v[i];
		ballot = make_node(&g->mk, n, "röst");
		build_person(g, ballot, b->person);
		make_word(&g->mk, ballot, "val", words_vote, (int)b->vote);
	}
}

void
build_divisions(struct building *g, xmlNode *node, const struct paragraph *p)
{
	size_t i;

	for (i = 0; i < p->divisions.n; i++)
		build_division(g, node, p, &p->divisions.v[i], (int)i + 1);
}

void
build_elections(struct building *g, xmlNode *node, const struct paragraph *p)
{
	const struct election *x;
	xmlNode *n;
	size_t i, k;

	for (i = 0; i < p->elections.n; i++) {
		x = &p->elections.v[i];
		n = make_node(&g->mk, node, "val");
		make_attr_int(&g->mk, n, "nr", (int)i + 1);
		make_attr_yes(&g->mk, n, "sluten", x->secret);
		make_text(&g->mk, n, "uppdrag", x->office);
		build_people(g, n, "vald", &x->persons);
		for (k = 0; k < x->names.n; k++)
			make_text(&g->mk, make_node(&g->mk, n, "vald"), "namn",
			    x->names.v[k]);
		make_day(&g->mk, n, "från", x->from);
		make_day(&g->mk, n, "till", x->to);
	}
}
