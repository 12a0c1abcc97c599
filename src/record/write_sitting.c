/* SPDX-License-Identifier: EUPL-1.2
 *
 * Writing the exchange format: absences, attendance, who presided, breaks,
 * conflicts of interest; questions, divisions and elections of a paragraph.
 */
#include "config.h"

#include "record/exchange.h"

static void
write_report(struct maker *m, xmlNode *parent, const struct absence_report *x)
{
	xmlNode *n = make_node(m, parent, "förfall"), *c;
	size_t i;

	make_attr(m, n, "person", x->person);
	make_attr_day(m, n, "anmält", x->reported);
	make_attr(m, n, "av", x->by);
	make_attr(m, n, "från", x->from);
	make_attr(m, n, "till", x->until);
	make_text(m, n, "skäl", x->why);
	for (i = 0; i < x->calls.n; i++) {
		c = make_node(m, n, "kallad");
		make_attr(m, c, "person", x->calls.v[i].person);
		make_attr_day(m, c, "tillfrågad", x->calls.v[i].asked);
		make_attr(m, c, "svar",
		    word_of(words_call, (int)x->calls.v[i].answer));
	}
}

static void
write_presence(struct maker *m, xmlNode *parent, const struct meeting *x)
{
	const struct attendance *a;
	const struct other_present *o;
	xmlNode *n;
	size_t i;

	for (i = 0; i < x->attendance.n; i++) {
		a = &x->attendance.v[i];
		n = make_node(m, parent, "närvaro");
		make_attr(m, n, "person", a->person);
		make_attr(m, n, "paragrafer", make_ranges(m, a->paragraphs));
		make_attr(m, n, "för", a->serves_for);
		if (!a->serving)
			make_attr(m, n, "tjänstgör", "nej");
		make_attr_yes(m, n, "distans", a->remote);
		make_attr(m, n, "från", a->from);
		make_attr(m, n, "till", a->until);
	}
	for (i = 0; i < x->others.n; i++) {
		o = &x->others.v[i];
		n = make_node(m, parent, "övrig");
		make_attr(m, n, "namn", o->name);
		make_attr(m, n, "paragrafer", make_ranges(m, o->paragraphs));
		make_attr(m, n, "slag", word_of(words_visitor, (int)o->kind));
		make_attr(m, n, "från", o->from);
		make_attr(m, n, "till", o->until);
		make_attr_yes(m, n, "distans", o->remote);
	}
}

static void
write_conflict(struct maker *m, xmlNode *parent, const struct conflict *c)
{
	xmlNode *n = make_node(m, parent, "jäv");

	make_attr(m, n, "person", c->person);
	make_attr(m, n, "namn", c->name);
	make_attr_int(m, n, "paragraf", c->paragraph);
	make_attr_yes(m, n, "bestritt", c->contested);
	if (c->contested)
		make_attr(m, n, "prövat", c->rejected ? "inte jäv" : "jäv");
	make_text(m, n, "grund", c->ground);
}

void
write_sitting(struct maker *m, xmlNode *root, const struct meeting *x)
{
	const struct adjournment *b;
	xmlNode *n;
	size_t i;

	for (i = 0; i < x->absences.n; i++)
		write_report(m, root, &x->absences.v[i]);
	write_presence(m, root, x);
	for (i = 0; i < x->presiding.n; i++) {
		n = make_node(m, root, "presiderar");
		make_attr(m, n, "person", x->presiding.v[i].person);
		make_attr(m, n, "paragrafer",
		    make_ranges(m, x->presiding.v[i].paragraphs));
		make_attr_yes(m, n, "vald", x->presiding.v[i].elected);
	}
	for (i = 0; i < x->adjournments.n; i++) {
		b = &x->adjournments.v[i];
		n = make_node(m, root, "ajournering");
		make_attr_int(m, n, "paragraf", b->paragraph);
		make_attr(m, n, "från", b->from);
		make_attr(m, n, "till", b->until);
		make_text(m, n, "skäl", b->why);
	}
	for (i = 0; i < x->conflicts.n; i++)
		write_conflict(m, root, &x->conflicts.v[i]);
}

/* ---- one paragraph --------------------------------------------------------
 */

static void
write_question(struct maker *m, xmlNode *parent, const struct question *q)
{
	xmlNode *n = make_node(m, parent, "fråga");

	make_attr(m, n, "slag", word_of(words_question, (int)q->kind));
	make_attr(m, n, "på", make_list(m, &q->proposals));
	make_attr(m, n, "utfall", q->carried);
	make_attr_int(m, n, "omröstning", q->division);
}

/* Counts that are told; 0 is one. */
static void
write_counts(struct maker *m, xmlNode *parent, const struct division *d)
{
	xmlNode *n = NULL;
	int i;

	for (i = VOTE_YES; i <= VOTE_ABSENT; i++) {
		if (d->count[i] < 0)
			continue;
		if (n == NULL)
			n = make_node(m, parent, "antal");
		make_attr(m, n, word_of(words_vote, i),
		    arena_printf(m->a, "%d", d->count[i]));
	}
}

static void
write_division(struct maker *m, xmlNode *parent, const struct division *d)
{
	xmlNode *n = make_node(m, parent, "omröstning"), *vote;
	size_t i;

	make_attr(m, n, "ja", d->yes);
	make_attr(m, n, "nej", d->no);
	make_attr_yes(m, n, "sluten", d->secret);
	make_attr_yes(m, n, "utslagsröst", d->casting);
	make_attr_yes(m, n, "lottning", d->lots);
	make_attr(m, n, "utfall", d->carried);
	make_text(m, n, "text", d->text);
	write_counts(m, n, d);
	for (i = 0; i < d->ballots.n; i++) {
		vote = make_text(m, n, "röst",
		    word_of(words_vote, (int)d->ballots.v[i].vote));
		make_attr(m, vote, "person", d->ballots.v[i].person);
	}
}

static void
write_election(struct maker *m, xmlNode *parent, const struct election *x)
{
	xmlNode *n = make_node(m, parent, "val");
	size_t i;

	make_attr_yes(m, n, "sluten", x->secret);
	make_text(m, n, "uppdrag", x->office);
	for (i = 0; i < x->persons.n; i++)
		make_attr(
		    m, make_node(m, n, "vald"), "person", x->persons.v[i]);
	for (i = 0; i < x->names.n; i++)
		make_attr(m, make_node(m, n, "vald"), "namn", x->names.v[i]);
	make_day(m, n, "från", x->from);
	make_day(m, n, "till", x->to);
}

void
write_voting(struct maker *m, xmlNode *root, const struct paragraph *p)
{
	size_t i;

	for (i = 0; i < p->questions.n; i++)
		write_question(m, root, &p->questions.v[i]);
	for (i = 0; i < p->divisions.n; i++)
		write_division(m, root, &p->divisions.v[i]);
	for (i = 0; i < p->elections.n; i++)
		write_election(m, root, &p->elections.v[i]);
}
