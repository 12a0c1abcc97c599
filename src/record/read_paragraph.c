/* SPDX-License-Identifier: EUPL-1.2
 *
 * Reading the exchange format: one paragraph of the minutes.
 */
#include "config.h"

#include "base/xml.h"
#include "domain/add.h"
#include "record/exchange.h"

#define POINTS_MAX 999 /* of a decision */

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
		d->announced = value_clock(r, value_attr(r, x, "anmäld"));
		d->late = value_yes(r, value_attr(r, x, "sen"), false);
		d->motivated = value_day(r, value_attr(r, x, "motiverad"));
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

/* The word of the outcome, and where the item went. */
static void
read_outcome(struct reader *r, const xmlNode *n, struct paragraph *p)
{
	struct value to, missing;

	if (n == NULL)
		return;
	p->outcome =
	    (enum outcome)value_word(r, value_own(r, n), words_outcome);
	to = value_attr(r, n, "till");
	missing = value_attr(r, n, "saknas");
	if (p->outcome == OUTCOME_TABLED)
		p->tabled_to = value_day(r, to);
	else if (p->outcome == OUTCOME_REFERRED_BACK)
		p->referred_to = to.text;
	else if (to.text != NULL)
		READ_FAULT(r, to.line, "till",
		    KL_N_("Only what is tabled or referred back goes "
			  "somewhere. Leave till out, or correct the "
			  "outcome (utgång)."));
	p->missing = missing.text;
}

static void
read_commission(struct reader *r, const xmlNode *n, struct paragraph *p)
{
	struct commission *x = commission_add(r->a, p);

	if (x == NULL)
		return;
	x->line = line_of(n);
	x->point = value_int(r, value_attr(r, n, "punkt"), POINTS_MAX);
	x->responsible = value_attr(r, n, "ansvarig").text;
	x->due = value_day(r, value_attr(r, n, "senast"));
	x->text = value_child(r, n, "text").text;
	x->reported = value_day(r, value_attr(r, n, "återredovisat"));
	x->reported_at = value_attr(r, n, "vid").text;
}

/* Lines that are told to be none are not the same as lines that are not told.
 */
static const char *
lines_or_none(struct reader *r, const xmlNode *n, const char *name)
{
	const char *text = value_lines(r, n, name);

	return text == NULL && xml_child(n, name) != NULL ? "" : text;
}

static void
read_edit(struct reader *r, const xmlNode *n, struct paragraph *p)
{
	struct edited_text *x = vec_push(r->a, &p->edits);

	if (x == NULL)
		return;
	x->line = line_of(n);
	x->part = value_name(r, value_attr(r, n, "del"));
	x->text = lines_or_none(r, n, "text");
	x->was = lines_or_none(r, n, "var");
}

/* öppna dörrar, stängda, or as the meeting */
static int
read_doors(struct reader *r, const xmlNode *n)
{
	struct value v = value_attr(r, n, "öppen");

	return v.text == NULL ? 0 : value_yes(r, v, false) ? 1 : -1;
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
	p->rapporteur = value_child(r, n, "föredragande").text;
	p->reasons = value_child(r, n, "skäl").text;
	p->appeal = (enum appeal_kind)value_word(
	    r, value_child(r, n, "överklagande"), words_appeal);
	p->open = read_doors(r, n);
	x = xml_child(n, "yrkande");
	for (; x != NULL; x = xml_next(x, "yrkande"))
		read_proposal(r, x, p);
	for (i = 0; i < p->proposals.n; i++)
		named_add(
		    r, &refs, p->proposals.v[i].ref, p->proposals.v[i].line);
	named_check(r, &refs, "id");
	read_voting(r, n, p);
	value_texts(r, xml_child(n, "beslut"), "att", &p->decision);
	read_outcome(r, xml_child(n, "utgång"), p);
	x = xml_child(n, "uppdrag");
	for (; x != NULL; x = xml_next(x, "uppdrag"))
		read_commission(r, x, p);
	x = xml_child(n, "ändrad-text");
	for (; x != NULL; x = xml_next(x, "ändrad-text"))
		read_edit(r, x, p);
	read_voices(r, n, p);
	x = xml_child(n, "deltar-inte");
	for (; x != NULL; x = xml_next(x, "deltar-inte"))
		value_list(
		    r, value_attr(r, x, "person"), &p->not_participating);
	value_texts(r, n, "skickas-till", &p->recipients);
}
