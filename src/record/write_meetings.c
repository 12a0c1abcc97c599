/* SPDX-License-Identifier: EUPL-1.2
 *
 * Writing the exchange format: meetings, their agenda and paragraphs.
 */
#include "config.h"

#include <string.h>

#include "record/exchange.h"

static void
write_item(struct maker *m, xmlNode *parent, const struct agenda_item *i)
{
	xmlNode *n = make_node(m, parent, "punkt");

	make_attr(m, n, "nr", i->nr);
	make_attr(m, n, "dnr", i->number);
	make_attr_yes(m, n, "sen", i->late);
	make_attr_yes(m, n, "omedelbar", i->immediate);
	make_attr_yes(m, n, "utdelas", i->handed_out);
	make_attr_yes(m, n, "stående", i->standing);
	make_attr_int(m, n, "version", i->version);
	make_attr_int(m, n, "borttagen", i->removed);
	make_attr(m, n, "tidigare", i->previous_key);
	make_text(m, n, "rubrik", i->title);
	make_text(m, n, "enhet", i->unit);
	make_text(m, n, "märke", i->mark);
	make_text(m, n, "anmärkning", i->note);
}

static void
write_proposal(struct maker *m, xmlNode *parent, const struct proposal *p)
{
	xmlNode *n = make_node(m, parent, "yrkande");

	make_attr(m, n, "id", p->ref);
	make_attr(m, n, "person", make_list(m, &p->persons));
	make_attr_yes(m, n, "återtaget", p->withdrawn);
	make_word(m, n, "slag", words_proposal, (int)p->kind);
	make_text(m, n, "text", p->text);
}

static void
write_voices(struct maker *m, xmlNode *parent, const struct paragraph *p)
{
	xmlNode *n;
	size_t i;

	for (i = 0; i < p->dissents.n; i++) {
		n = make_node(m, parent, "reservation");
		make_attr(
		    m, n, "person", make_list(m, &p->dissents.v[i].persons));
		make_attr(m, n, "anmäld", p->dissents.v[i].announced);
		make_attr_yes(m, n, "sen", p->dissents.v[i].late);
		make_attr_day(m, n, "motiverad", p->dissents.v[i].motivated);
		make_text(m, n, "text", p->dissents.v[i].text);
	}
	for (i = 0; i < p->statements.n; i++) {
		n = make_node(m, parent, "uttalande");
		make_attr(
		    m, n, "person", make_list(m, &p->statements.v[i].persons));
		make_word(m, n, "slag", words_statement,
		    (int)p->statements.v[i].kind);
		make_text(m, n, "text", p->statements.v[i].text);
	}
	for (i = 0; i < p->not_participating.n; i++) {
		n = make_node(m, parent, "deltar-inte");
		make_attr(m, n, "person", p->not_participating.v[i]);
	}
}

static void
write_outcome(struct maker *m, xmlNode *parent, const struct paragraph *p)
{
	xmlNode *n = make_text(
	    m, parent, "utgång", word_of(words_outcome, (int)p->outcome));

	if (n == NULL)
		return;
	if (p->outcome == OUTCOME_TABLED)
		make_attr_day(m, n, "till", p->tabled_to);
	if (p->outcome == OUTCOME_REFERRED_BACK)
		make_attr(m, n, "till", p->referred_to);
	make_attr(m, n, "saknas", p->missing);
}

static void
write_commission(struct maker *m, xmlNode *parent, const struct commission *x)
{
	xmlNode *n = make_node(m, parent, "uppdrag");

	make_attr_int(m, n, "punkt", x->point);
	make_attr(m, n, "ansvarig", x->responsible);
	make_attr_day(m, n, "senast", x->due);
	make_attr_day(m, n, "återredovisat", x->reported);
	make_attr(m, n, "vid", x->reported_at);
	make_text(m, n, "text", x->text);
}

static void
write_edit(struct maker *m, xmlNode *parent, const struct edited_text *x)
{
	xmlNode *n = make_node(m, parent, "ändrad-text");

	make_attr(m, n, "del", x->part);
	make_lines(m, n, "text", x->text);
	make_lines(m, n, "var", x->was);
}

void
write_paragraph(struct maker *m, xmlNode *root, const struct paragraph *p)
{
	xmlNode *n = make_node(m, root, "paragraf");
	size_t i;

	make_attr_int(m, n, "nr", p->nr);
	make_attr(m, n, "punkt", p->item);
	if (p->open != 0)
		make_attr(m, n, "öppen", p->open > 0 ? "ja" : "nej");
	make_text(m, n, "rubrik", p->title);
	make_text(m, n, "bakgrund", p->background);
	make_text(m, n, "föredragande", p->rapporteur);
	for (i = 0; i < p->proposals.n; i++)
		write_proposal(m, n, &p->proposals.v[i]);
	make_text(m, n, "beslutsgång", p->procedure);
	write_voting(m, n, p);
	if (p->decision.n > 0)
		make_texts(m, make_node(m, n, "beslut"), "att", &p->decision);
	make_text(m, n, "skäl", p->reasons);
	write_outcome(m, n, p);
	make_word(m, n, "överklagande", words_appeal, (int)p->appeal);
	for (i = 0; i < p->commissions.n; i++)
		write_commission(m, n, &p->commissions.v[i]);
	for (i = 0; i < p->edits.n; i++)
		write_edit(m, n, &p->edits.v[i]);
	write_voices(m, n, p);
	make_texts(m, n, "skickas-till", &p->recipients);
}

static void
write_versions(struct maker *m, xmlNode *parent, const struct meeting *x)
{
	xmlNode *n;
	size_t i;

	for (i = 0; i < x->versions.n; i++) {
		n = make_node(m, parent, "föredragningslista");
		make_attr_int(m, n, "version", x->versions.v[i].version);
		make_attr_day(m, n, "publicerad", x->versions.v[i].published);
	}
}

/* What calendars know of it; a uid that follows from the key is left out. */
static void
write_calendar(struct maker *m, xmlNode *n, const struct meeting *x)
{
	const char *own = meeting_uid(m->a, x->key);

	if (x->uid != NULL && own != NULL && strcmp(x->uid, own) != 0)
		make_text(m, n, "uid", x->uid);
	make_int(m, n, "ändringar", x->sequence);
	make_text(m, n, "ändrat", x->changed);
	make_text(m, n, "skäl", x->why);
	make_texts(m, n, "flyttat-från", &x->moved_from);
}

static void
write_done(struct maker *m, xmlNode *parent, const struct step_done *d)
{
	xmlNode *n = make_node(m, parent, "avbockat");

	make_attr(m, n, "steg", d->step);
	make_attr_day(m, n, "datum", d->day);
	make_attr(m, n, "av", d->user);
}

void
write_meeting(struct maker *m, xmlNode *root, const struct meeting *x)
{
	xmlNode *n = make_node(m, root, "sammanträde");
	size_t i;

	make_attr(m, n, "nämnd", x->committee);
	make_attr_day(m, n, "datum", x->day);
	make_attr_int(m, n, "nr", x->seq > 1 ? x->seq : 0);
	make_attr(m, n, "läge", word_of(words_meeting, (int)x->state));
	make_int(m, n, "nummer", x->number);
	make_text(m, n, "tid", x->time);
	make_text(m, n, "slut", x->end);
	make_text(m, n, "plats", x->place);
	if (x->open)
		make_text(m, n, "öppet", "ja");
	if (x->extra)
		make_text(m, n, "extra", "ja");
	write_calendar(m, n, x);
	for (i = 0; i < x->done.n; i++)
		write_done(m, n, &x->done.v[i]);
	write_versions(m, n, x);
	for (i = 0; i < x->items.n; i++)
		write_item(m, n, &x->items.v[i]);
	write_sitting(m, n, x);
	for (i = 0; i < x->paragraphs.n; i++)
		write_paragraph(m, n, &x->paragraphs.v[i]);
	for (i = 0; i < x->approvers.n; i++)
		make_attr(m, make_node(m, n, "justerare"), "person",
		    x->approvers.v[i]);
	write_minutes(m, n, x);
	write_after(m, n, x);
}
