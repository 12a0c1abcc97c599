/* SPDX-License-Identifier: EUPL-1.2
 *
 * Reading the exchange format: the organisation, its offices and committees,
 * people and their mandates.
 */
#include "config.h"

#include "base/xml.h"
#include "domain/add.h"
#include "record/exchange.h"

#define SEATS_MAX 1000
#define DAYS_MAX 366
#define RULE_MAX 100000 /* value of a rule */

static int
line_of(const xmlNode *n)
{
	return (int)xmlGetLineNo((xmlNode *)n);
}

void
read_regulations(struct reader *r, const xmlNode *n, const char *committee)
{
	const xmlNode *p = xml_child(n, "regel");
	struct regulation *x;

	for (; p != NULL; p = xml_next(p, "regel")) {
		x = regulation_add(r->a, r->b);
		if (x == NULL)
			return;
		x->line = line_of(p);
		x->committee = committee;
		x->rule = value_name(r, value_attr(r, p, "namn"));
		x->value = value_int(r, value_attr(r, p, "värde"), RULE_MAX);
		x->from = value_day(r, value_attr(r, p, "från"));
		x->source = value_child(r, p, "källa").text;
	}
}

void
read_organisation(struct reader *r, const xmlNode *n)
{
	struct organisation *o;

	if (r->b->organisation != NULL) {
		READ_FAULT(r, line_of(n), "organisation",
		    KL_N_("The file holds more than one organisation. Keep "
			  "one of them."));
		return;
	}
	o = arena_alloc(r->a, sizeof *o);
	if (o == NULL)
		return;
	o->line = line_of(n);
	o->name = value_required(r, value_child(r, n, "namn"));
	o->language = value_child(r, n, "språk").text;
	o->colour = value_colour(r, value_child(r, n, "färg"));
	o->accent = value_colour(r, value_child(r, n, "accent"));
	o->picture = value_file(r, value_child(r, n, "bild"));
	o->address = value_child(r, n, "adress").text;
	o->email = value_child(r, n, "epost").text;
	o->web = value_child(r, n, "webb").text;
	o->storage = value_child(r, n, "förvaring").text;
	read_regulations(r, n, NULL);
	r->b->organisation = o;
}

void
read_department(struct reader *r, const xmlNode *n)
{
	struct department *d = vec_push(r->a, &r->b->departments);

	if (d == NULL)
		return;
	d->line = line_of(n);
	d->code = value_code(r, value_attr(r, n, "kod"));
	d->name = value_required(r, value_child(r, n, "namn"));
}

static void
read_orders(struct reader *r, const xmlNode *orders, struct committee *c)
{
	const xmlNode *n = xml_child(orders, "parti");
	struct party_order *o;

	for (; n != NULL; n = xml_next(n, "parti")) {
		o = vec_push(r->a, &c->orders);
		if (o == NULL)
			return;
		o->party = value_name(r, value_attr(r, n, "namn"));
		o->order = value_own(r, n).text;
	}
}

static void
read_rights(struct reader *r, const xmlNode *n, struct committee *c)
{
	const xmlNode *p = xml_child(n, "närvarorätt");
	struct right_to_attend *x;
	struct value who;

	for (; p != NULL; p = xml_next(p, "närvarorätt")) {
		x = vec_push(r->a, &c->rights);
		if (x == NULL)
			return;
		x->line = line_of(p);
		who = value_attr(r, p, "för");
		if (who.text == NULL ||
		    strcmp(who.text, RIGHT_OF_DEPUTIES) != 0)
			x->who = (enum visitor_kind)value_word(
			    r, who, words_visitor);
		x->attend = value_yes(r, value_attr(r, p, "närvara"), true);
		x->speak = value_yes(r, value_attr(r, p, "yttra"), false);
		x->opinion = value_yes(r, value_attr(r, p, "mening"), false);
		x->source = value_child(r, p, "källa").text;
	}
}

void
read_committee(struct reader *r, const xmlNode *n)
{
	struct committee *c = vec_push(r->a, &r->b->committees);
	const xmlNode *s;

	if (c == NULL)
		return;
	c->line = line_of(n);
	c->code = value_code(r, value_attr(r, n, "kod"));
	c->name = value_required(r, value_child(r, n, "namn"));
	c->kind = (enum body_kind)value_word(
	    r, value_child(r, n, "slag"), words_body);
	if (c->kind == 0)
		c->kind = BODY_COMMITTEE;
	c->department = value_child(r, n, "kontor").text;
	c->seats = value_int(r, value_child(r, n, "ledamöter"), SEATS_MAX);
	c->numbering = (enum numbering)value_word(
	    r, value_child(r, n, "numrering"), words_numbering);
	if (c->numbering == 0)
		c->numbering = NUMBER_PER_MEETING;
	c->number_template = value_child(r, n, "diariemall").text;
	c->summons_days =
	    value_int(r, value_child(r, n, "kallelse-dagar"), DAYS_MAX);
	c->cycle = value_child(r, n, "cykel").text;
	read_orders(r, xml_child(n, "inkallelseordning"), c);
	for (s = xml_child(n, "stående"); s != NULL; s = xml_next(s, "stående"))
		value_texts(r, s, "rubrik", &c->standing);
	value_texts(r, n, "bistår", &c->assists);
	read_rights(r, n, c);
	read_regulations(r, n, c->code);
}

/* A person's id stands in lists separated by spaces, so it has none itself. */
static const char *
person_id(struct reader *r, const xmlNode *n, const char *attribute)
{
	struct value v = value_attr(r, n, attribute);
	const char *s = value_name(r, v);

	if (strchr(s, ' ') == NULL)
		return s;
	READ_FAULT(r, v.line, attribute,
	    KL_N_("%s cannot be the id of a person, because it holds a "
		  "space. Write it without."),
	    s);
	return "";
}

void
read_person(struct reader *r, const xmlNode *n)
{
	struct person *p = vec_push(r->a, &r->b->persons);

	if (p == NULL)
		return;
	p->line = line_of(n);
	p->ref = person_id(r, n, "id");
	p->first = value_required(r, value_child(r, n, "förnamn"));
	p->last = value_required(r, value_child(r, n, "efternamn"));
	p->party = value_child(r, n, "parti").text;
	p->email = value_child(r, n, "epost").text;
	p->phone = value_child(r, n, "telefon").text;
	p->address = value_child(r, n, "adress").text;
}

void
mandate_check(struct reader *r, const struct mandate *m)
{
	if (m->to == KL_DAY_NONE || m->from == KL_DAY_NONE || m->from <= m->to)
		return;
	READ_FAULT(r, m->line, "till",
	    KL_N_("The mandate ends before it begins. Correct one of the "
		  "dates."));
}

void
read_mandate(struct reader *r, const xmlNode *n)
{
	struct mandate *m = vec_push(r->a, &r->b->mandates);
	const xmlNode *personal = xml_child(n, "personlig-för");

	if (m == NULL)
		return;
	m->line = line_of(n);
	m->committee = value_code(r, value_attr(r, n, "nämnd"));
	m->person = person_id(r, n, "person");
	m->role =
	    (enum role)value_word(r, value_child(r, n, "roll"), words_role);
	m->from = value_day(r, value_child(r, n, "från"));
	m->to = value_day(r, value_child(r, n, "till"));
	m->order = value_int(r, value_child(r, n, "ordning"), SEATS_MAX);
	if (personal != NULL)
		m->personal_for = person_id(r, personal, "person");
	mandate_check(r, m);
}
