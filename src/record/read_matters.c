/* SPDX-License-Identifier: EUPL-1.2
 *
 * Reading the exchange format: matters and their documents.
 */
#include "config.h"

#include "base/xml.h"
#include "record/exchange.h"

#define DOCUMENTS_MAX 9999

static int
line_of(const xmlNode *n)
{
	return (int)xmlGetLineNo((xmlNode *)n);
}

void
read_secrecy(struct reader *r, const xmlNode *n, struct secrecy *s)
{
	const xmlNode *mark = xml_child(n, "sekretess");

	s->date = KL_DAY_NONE;
	if (mark == NULL)
		return;
	s->provision = value_required(r, value_child(r, mark, "lagrum"));
	s->date = value_day(r, value_child(r, mark, "datum"));
	s->authority = value_child(r, mark, "myndighet").text;
	s->neutral_title = value_child(r, mark, "neutral-rubrik").text;
}

static void
read_document(struct reader *r, const xmlNode *n, struct matter *m)
{
	struct document_file *d = vec_push(r->a, &m->documents);

	if (d == NULL)
		return;
	d->line = line_of(n);
	d->nr = value_int(r, value_attr(r, n, "nr"), DOCUMENTS_MAX);
	if (d->nr == 0)
		d->nr = (int)m->documents.n;
	d->file = value_file(r, value_attr(r, n, "fil"));
	d->kind = value_child(r, n, "slag").text;
	d->title = value_required(r, value_child(r, n, "titel"));
	d->date = value_day(r, value_child(r, n, "datum"));
	d->direction = (enum direction)value_word(
	    r, value_child(r, n, "riktning"), words_direction);
	d->correspondent = value_child(r, n, "motpart").text;
	d->publish = value_yes(r, value_child(r, n, "publiceras"), false);
	read_secrecy(r, n, &d->secrecy);
}

static void
read_documents(struct reader *r, const xmlNode *n, struct matter *m)
{
	const xmlNode *d = xml_child(n, "handling");
	named_list numbers = { 0 };
	size_t i;

	for (; d != NULL; d = xml_next(d, "handling"))
		read_document(r, d, m);
	for (i = 0; i < m->documents.n; i++)
		named_add(r, &numbers,
		    arena_printf(r->a, "%d", m->documents.v[i].nr),
		    m->documents.v[i].line);
	named_check(r, &numbers, "nr");
}

void
read_matter(struct reader *r, const xmlNode *n)
{
	struct matter *m = vec_push(r->a, &r->b->matters);

	if (m == NULL)
		return;
	m->line = line_of(n);
	m->number = value_name(r, value_attr(r, n, "dnr"));
	m->committee = value_code(r, value_child(r, n, "nämnd"));
	m->title = value_required(r, value_child(r, n, "rubrik"));
	m->department = value_child(r, n, "kontor").text;
	m->unit = value_child(r, n, "enhet").text;
	m->officer = value_child(r, n, "handläggare").text;
	m->kind = (enum matter_kind)value_word(
	    r, value_child(r, n, "slag"), words_matter);
	m->appeal = (enum appeal_kind)value_word(
	    r, value_child(r, n, "överklagande"), words_appeal);
	read_secrecy(r, n, &m->secrecy);
	m->meeting = value_key(r, value_child(r, n, "till-sammanträde"));
	m->registered = value_day(r, value_child(r, n, "registrerat"));
	m->answer_by = value_day(r, value_child(r, n, "svar-senast"));
	m->authority =
	    value_yes(r, value_child(r, n, "myndighetsutövning"), false);
	value_texts(r, xml_child(n, "förslag"), "att", &m->proposals);
	read_documents(r, n, m);
	value_texts(r, n, "mottagare", &m->recipients);
}
