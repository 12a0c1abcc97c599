/* SPDX-License-Identifier: EUPL-1.2
 *
 * Writing the exchange format: meetings.
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
write_presence(struct maker *m, xmlNode *parent, const struct meeting *x)
{
	const struct attendance *a;
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
		n = make_node(m, parent, "övrig");
		make_attr(m, n, "namn", x->others.v[i].name);
		make_attr(m, n, "paragrafer",
		    make_ranges(m, x->others.v[i].paragraphs));
	}
	for (i = 0; i < x->conflicts.n; i++) {
		n = make_node(m, parent, "jäv");
		make_attr(m, n, "person", x->conflicts.v[i].person);
		make_attr_int(m, n, "paragraf", x->conflicts.v[i].paragraph);
		make_text(m, n, "grund", x->conflicts.v[i].ground);
	}
}

static void
write_division(struct maker *m, xmlNode *parent, const struct division *d)
{
	xmlNode *n = make_node(m, parent, "omröstning"), *vote;
	size_t i;

	make_attr(m, n, "ja", d->yes);
	make_attr(m, n, "nej", d->no);
	make_text(m, n, "text", d->text);
	for (i = 0; i < d->ballots.n; i++) {
		vote = make_text(m, n, "röst",
		    word_of(words_vote, (int)d->ballots.v[i].vote));
		make_attr(m, vote, "person", d->ballots.v[i].person);
	}
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

void
write_paragraph(struct maker *m, xmlNode *root, const struct paragraph *p)
{
	xmlNode *n = make_node(m, root, "paragraf");
	size_t i;

	make_attr_int(m, n, "nr", p->nr);
	make_attr(m, n, "punkt", p->item);
	make_text(m, n, "rubrik", p->title);
	make_text(m, n, "bakgrund", p->background);
	for (i = 0; i < p->proposals.n; i++)
		write_proposal(m, n, &p->proposals.v[i]);
	make_text(m, n, "beslutsgång", p->procedure);
	for (i = 0; i < p->divisions.n; i++)
		write_division(m, n, &p->divisions.v[i]);
	if (p->decision.n > 0)
		make_texts(m, make_node(m, n, "beslut"), "att", &p->decision);
	make_word(m, n, "utgång", words_outcome, (int)p->outcome);
	write_voices(m, n, p);
	make_texts(m, n, "skickas-till", &p->recipients);
}

static void
write_delivery(struct maker *m, xmlNode *parent, const struct delivery *d)
{
	xmlNode *n = make_node(m, parent, "expediering");

	make_attr_int(m, n, "paragraf", d->paragraph);
	make_text(m, n, "mottagare", d->recipient);
	make_text(m, n, "sätt", d->way);
	make_word(m, n, "läge", words_delivery, (int)d->state);
	make_day(m, n, "skickad", d->sent);
	make_day(m, n, "kvitto", d->receipted);
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
	write_calendar(m, n, x);
	write_versions(m, n, x);
	for (i = 0; i < x->items.n; i++)
		write_item(m, n, &x->items.v[i]);
	write_presence(m, n, x);
	for (i = 0; i < x->paragraphs.n; i++)
		write_paragraph(m, n, &x->paragraphs.v[i]);
	for (i = 0; i < x->approvers.n; i++)
		make_attr(m, make_node(m, n, "justerare"), "person",
		    x->approvers.v[i]);
	write_minutes(m, n, x);
	for (i = 0; i < x->deliveries.n; i++)
		write_delivery(m, n, &x->deliveries.v[i]);
}
