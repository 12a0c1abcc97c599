/* SPDX-License-Identifier: EUPL-1.2
 *
 * Writing the exchange format: the file, the organisation, its people, its
 * matters.  The order of elements is fixed, what is not given is left out.
 */
#include "config.h"

#include <string.h>

#include "base/xml.h"
#include "record/exchange.h"
#include "record/record.h"

#define SCRATCH_MAX (64u << 20)

/* The regulations of ${committee}, or the common ones. */
static void
write_regulations(struct maker *m, xmlNode *parent, const struct bundle *b,
    const char *committee)
{
	const struct regulation *x;
	xmlNode *n;
	size_t i;

	for (i = 0; i < b->regulations.n; i++) {
		x = &b->regulations.v[i];
		if (committee == NULL || x->committee == NULL
			? x->committee != committee
			: strcmp(committee, x->committee) != 0)
			continue;
		n = make_node(m, parent, "regel");
		make_attr(m, n, "namn", x->rule);
		make_attr(m, n, "värde", arena_printf(m->a, "%d", x->value));
		make_attr_day(m, n, "från", x->from);
		make_text(m, n, "källa", x->source);
	}
}

static void
write_organisation(struct maker *m, xmlNode *root, const struct bundle *b)
{
	const struct organisation *o = b->organisation;
	xmlNode *n;

	if (o == NULL)
		return;
	n = make_node(m, root, "organisation");
	make_text(m, n, "namn", o->name);
	make_text(m, n, "språk", o->language);
	make_text(m, n, "färg", o->colour);
	make_text(m, n, "accent", o->accent);
	make_text(m, n, "bild", o->picture);
	make_text(m, n, "adress", o->address);
	make_text(m, n, "epost", o->email);
	make_text(m, n, "webb", o->web);
	make_text(m, n, "förvaring", o->storage);
	write_regulations(m, n, b, NULL);
}

static void
write_department(struct maker *m, xmlNode *root, const struct department *d)
{
	xmlNode *n = make_node(m, root, "kontor");

	make_attr(m, n, "kod", d->code);
	make_text(m, n, "namn", d->name);
}

static void
write_rights(struct maker *m, xmlNode *parent, const struct committee *c)
{
	const struct right_to_attend *x;
	xmlNode *n;
	size_t i;

	for (i = 0; i < c->rights.n; i++) {
		x = &c->rights.v[i];
		n = make_node(m, parent, "närvarorätt");
		make_attr(m, n, "för",
		    x->who == 0 ? RIGHT_OF_DEPUTIES
				: word_of(words_visitor, (int)x->who));
		make_attr(m, n, "närvara", x->attend ? "ja" : "nej");
		make_attr(m, n, "yttra", x->speak ? "ja" : "nej");
		make_attr(m, n, "mening", x->opinion ? "ja" : "nej");
		make_text(m, n, "källa", x->source);
	}
}

static void
write_committee(struct maker *m, xmlNode *root, const struct bundle *b,
    const struct committee *c)
{
	xmlNode *n = make_node(m, root, "nämnd"), *list, *one;
	size_t i;

	make_attr(m, n, "kod", c->code);
	make_text(m, n, "namn", c->name);
	make_word(m, n, "slag", words_body, (int)c->kind);
	make_text(m, n, "kontor", c->department);
	make_int(m, n, "ledamöter", c->seats);
	make_word(m, n, "numrering", words_numbering, (int)c->numbering);
	make_text(m, n, "diariemall", c->number_template);
	make_int(m, n, "kallelse-dagar", c->summons_days);
	make_text(m, n, "cykel", c->cycle);
	if (c->orders.n > 0) {
		list = make_node(m, n, "inkallelseordning");
		for (i = 0; i < c->orders.n; i++) {
			one = make_node(m, list, "parti");
			make_attr(m, one, "namn", c->orders.v[i].party);
			if (one != NULL && c->orders.v[i].order != NULL)
				xmlNodeAddContent(
				    one, BAD_CAST c->orders.v[i].order);
		}
	}
	if (c->standing.n > 0)
		make_texts(
		    m, make_node(m, n, "stående"), "rubrik", &c->standing);
	make_texts(m, n, "bistår", &c->assists);
	write_rights(m, n, c);
	write_regulations(m, n, b, c->code);
}

static void
write_person(struct maker *m, xmlNode *root, const struct person *p)
{
	xmlNode *n = make_node(m, root, "person");

	make_attr(m, n, "id", p->ref);
	make_text(m, n, "förnamn", p->first);
	make_text(m, n, "efternamn", p->last);
	make_text(m, n, "parti", p->party);
	make_text(m, n, "epost", p->email);
	make_text(m, n, "telefon", p->phone);
	make_text(m, n, "adress", p->address);
}

static void
write_mandate(struct maker *m, xmlNode *root, const struct mandate *x)
{
	xmlNode *n = make_node(m, root, "mandat");

	make_attr(m, n, "nämnd", x->committee);
	make_attr(m, n, "person", x->person);
	make_word(m, n, "roll", words_role, (int)x->role);
	make_day(m, n, "från", x->from);
	make_day(m, n, "till", x->to);
	make_int(m, n, "ordning", x->order);
	if (x->personal_for != NULL)
		make_attr(m, make_node(m, n, "personlig-för"), "person",
		    x->personal_for);
}

static void
write_secrecy(struct maker *m, xmlNode *parent, const struct secrecy *s)
{
	xmlNode *n;

	if (s->provision == NULL)
		return;
	n = make_node(m, parent, "sekretess");
	make_text(m, n, "lagrum", s->provision);
	make_day(m, n, "datum", s->date);
	make_text(m, n, "myndighet", s->authority);
	make_text(m, n, "neutral-rubrik", s->neutral_title);
}

static void
write_document(struct maker *m, xmlNode *parent, const struct document_file *d)
{
	xmlNode *n = make_node(m, parent, "handling");

	make_attr(m, n, "fil", d->file);
	make_attr_int(m, n, "nr", d->nr);
	make_text(m, n, "slag", d->kind);
	make_text(m, n, "titel", d->title);
	make_day(m, n, "datum", d->date);
	make_word(m, n, "riktning", words_direction, (int)d->direction);
	make_text(m, n, "motpart", d->correspondent);
	make_text(m, n, "publiceras", d->publish ? "ja" : "nej");
	write_secrecy(m, n, &d->secrecy);
}

void
write_matter(struct maker *m, xmlNode *root, const struct matter *x)
{
	xmlNode *n = make_node(m, root, "ärende");
	size_t i;

	make_attr(m, n, "dnr", x->number);
	make_text(m, n, "nämnd", x->committee);
	make_text(m, n, "rubrik", x->title);
	make_text(m, n, "kontor", x->department);
	make_text(m, n, "enhet", x->unit);
	make_text(m, n, "handläggare", x->officer);
	make_word(m, n, "slag", words_matter, (int)x->kind);
	make_word(m, n, "överklagande", words_appeal, (int)x->appeal);
	write_secrecy(m, n, &x->secrecy);
	make_text(m, n, "till-sammanträde", x->meeting);
	make_day(m, n, "registrerat", x->registered);
	make_day(m, n, "svar-senast", x->answer_by);
	if (x->authority)
		make_text(m, n, "myndighetsutövning", "ja");
	if (x->proposals.n > 0)
		make_texts(m, make_node(m, n, "förslag"), "att", &x->proposals);
	for (i = 0; i < x->documents.n; i++)
		write_document(m, n, &x->documents.v[i]);
	make_texts(m, n, "mottagare", &x->recipients);
}

static void
write_bundle(struct maker *m, xmlNode *root, const struct bundle *b)
{
	size_t i;

	write_organisation(m, root, b);
	for (i = 0; i < b->departments.n; i++)
		write_department(m, root, &b->departments.v[i]);
	for (i = 0; i < b->committees.n; i++)
		write_committee(m, root, b, &b->committees.v[i]);
	for (i = 0; i < b->persons.n; i++)
		write_person(m, root, &b->persons.v[i]);
	for (i = 0; i < b->mandates.n; i++)
		write_mandate(m, root, &b->mandates.v[i]);
	for (i = 0; i < b->matters.n; i++)
		write_matter(m, root, &b->matters.v[i]);
	for (i = 0; i < b->meetings.n; i++)
		write_meeting(m, root, &b->meetings.v[i]);
	write_planning(m, root, b);
	write_plans(m, root, b);
}

int
exchange_write(
    const struct bundle *bundle, struct buf *out, struct kl_error *err)
{
	struct maker m = { arena_new(SCRATCH_MAX), false };
	xmlDoc *doc;
	xmlNode *root = NULL;
	int rc = KL_E_NOMEM;

	xml_start();
	doc = xmlNewDoc(BAD_CAST "1.0");
	if (m.a == NULL || doc == NULL)
		goto out;
	root = xmlNewDocNode(doc, NULL, BAD_CAST "kansli", NULL);
	if (root == NULL)
		goto out;
	xmlDocSetRootElement(doc, root);
	make_attr(&m, root, "version", "1");
	write_bundle(&m, root, bundle);
	if (!m.failed && !arena_failed(m.a))
		rc = xml_write(doc, out);
out:
	if (rc != 0)
		kl_error_nomem(err);
	xmlFreeDoc(doc);
	arena_free(m.a);
	return rc;
}
