/* SPDX-License-Identifier: EUPL-1.2
 *
 * Reading the exchange format: one paragraph of the minutes.
 */
#include "config.h"

#include "base/xml.h"
#include "domain/add.h"
#include "record/exchange.h"

static int
line_of(const xmlNode *n)
{
	return (int)xmlGetLineNo((xmlNode *)n);
}

static void
read_proposal(struct reader *r, const xmlNode *n, struct paragraph *p)
{
	struct proposal *x = vec_push(r->a, &p->proposals);

	if (x == NULL)
		return;
	x->line = line_of(n);
	x->ref = value_name(r, value_attr(r, n, "id"));
	value_list(r, value_attr(r, n, "person"), &x->persons);
	x->kind = (enum proposal_kind)value_word(
	    r, value_child(r, n, "slag"), words_proposal);
	x->text = value_child(r, n, "text").text;
	x->withdrawn = value_yes(r, value_attr(r, n, "återtaget"), false);
}

static void
read_ballots(struct reader *r, const xmlNode *n, struct division *d)
{
	const xmlNode *v = xml_child(n, "röst");
	named_list voters = { 0 };
	struct ballot *b;

	for (; v != NULL; v = xml_next(v, "röst")) {
		b = vec_push(r->a, &d->ballots);
		if (b == NULL)
			return;
		b->line = line_of(v);
		b->person = value_name(r, value_attr(r, v, "person"));
		b->vote = (enum vote)value_word(r, value_own(r, v), words_vote);
		named_add(r, &voters, b->person, b->line);
	}
	named_check(r, &voters, "röst");
}

/* The proposal that a vote stands for is one of this paragraph. */
static void
check_side(struct reader *r, const struct paragraph *p, struct value v)
{
	size_t i;

	if (value_ref(r, v) == NULL)
		return;
	for (i = 0; i < p->proposals.n; i++)
		if (strcmp(p->proposals.v[i].ref, v.text) == 0)
			return;
	READ_FAULT(r, v.line, v.field,
	    KL_N_("The division names %s, which is no proposal (yrkande) of "
		  "the same paragraph. Give the id of one."),
	    v.text);
}

static void
read_division(struct reader *r, const xmlNode *n, struct paragraph *p)
{
	struct division *d = division_add(r->a, p);
	struct value yes = value_attr(r, n, "ja"), no = value_attr(r, n, "nej");

	if (d == NULL)
		return;
	d->line = line_of(n);
	d->yes = yes.text;
	d->no = no.text;
	check_side(r, p, yes);
	check_side(r, p, no);
	d->text = value_child(r, n, "text").text;
	read_ballots(r, n, d);
}

static void
read_voices(struct reader *r, const xmlNode *n, struct paragraph *p)
{
	const xmlNode *x = xml_child(n, "reservation");
	struct dissent *d;
	struct statement *s;

	for (; x != NULL; x = xml_next(x, "reservation")) {
		d = dissent_add(r->a, p);
		if (d == NULL)
			return;
		d->line = line_of(x);
		value_list(r, value_attr(r, x, "person"), &d->persons);
		d->text = value_child(r, x, "text").text;
	}
	x = xml_child(n, "uttalande");
	for (; x != NULL; x = xml_next(x, "uttalande")) {
		s = vec_push(r->a, &p->statements);
		if (s == NULL)
			return;
		s->line = line_of(x);
		value_list(r, value_attr(r, x, "person"), &s->persons);
		s->kind = (enum statement_kind)value_word(
		    r, value_child(r, x, "slag"), words_statement);
		s->text = value_child(r, x, "text").text;
	}
}

void
read_paragraph(struct reader *r, const xmlNode *n, struct meeting *m)
{
	struct paragraph *p = paragraph_add(r->a, m);
	named_list refs = { 0 };
	const xmlNode *x;
	size_t i;

	if (p == NULL)
		return;
	p->line = line_of(n);
	p->nr = value_nr(r, value_attr(r, n, "nr"));
	p->item = value_attr(r, n, "punkt").text;
	p->title = value_child(r, n, "rubrik").text;
	p->background = value_child(r, n, "bakgrund").text;
	p->procedure = value_child(r, n, "beslutsgång").text;
	x = xml_child(n, "yrkande");
	for (; x != NULL; x = xml_next(x, "yrkande"))
		read_proposal(r, x, p);
	for (i = 0; i < p->proposals.n; i++)
		named_add(
		    r, &refs, p->proposals.v[i].ref, p->proposals.v[i].line);
	named_check(r, &refs, "id");
	x = xml_child(n, "omröstning");
	for (; x != NULL; x = xml_next(x, "omröstning"))
		read_division(r, x, p);
	value_texts(r, xml_child(n, "beslut"), "att", &p->decision);
	p->outcome = (enum outcome)value_word(
	    r, value_child(r, n, "utgång"), words_outcome);
	read_voices(r, n, p);
	x = xml_child(n, "deltar-inte");
	for (; x != NULL; x = xml_next(x, "deltar-inte"))
		value_list(
		    r, value_attr(r, x, "person"), &p->not_participating);
	value_texts(r, n, "skickas-till", &p->recipients);
}
