/* SPDX-License-Identifier: EUPL-1.2
 *
 * Writing the exchange format: what became of a meeting besides its minutes,
 * and the lines that were typed at it.
 */
#include "config.h"

#include "record/exchange.h"

static void
write_annex(struct maker *m, xmlNode *parent, const struct annex *x)
{
	xmlNode *n = make_node(m, parent, "bilaga");

	make_attr_int(m, n, "nr", x->nr);
	make_attr(m, n, "slag", word_of(words_annex, (int)x->kind));
	make_attr_int(m, n, "paragraf", x->paragraph);
	make_attr_int(m, n, "del", x->index);
	make_attr(m, n, "titel", x->title);
	make_attr(m, n, "fil", x->file);
}

static void
write_correction(struct maker *m, xmlNode *parent, const struct correction *x)
{
	xmlNode *n = make_node(m, parent, "rättelse");

	make_attr_int(m, n, "paragraf", x->paragraph);
	make_attr_day(m, n, "datum", x->day);
	make_attr_day(m, n, "justerad", x->adjusted);
	make_attr(m, n, "person", make_list(m, &x->signers));
	make_text(m, n, "var", x->was);
	make_text(m, n, "är", x->is);
	make_text(m, n, "skäl", x->why);
}

static void
write_appeal(struct maker *m, xmlNode *parent, const struct appeal *x)
{
	xmlNode *n = make_node(m, parent, "överklagande-mål");

	make_attr_int(m, n, "nr", x->nr);
	make_attr_int(m, n, "paragraf", x->paragraph);
	make_attr_day(m, n, "inkom", x->received);
	make_attr(m, n, "hos", word_of(words_appeal_place, (int)x->place));
	make_attr(m, n, "tid", word_of(words_appeal_time, (int)x->time));
	make_attr_day(m, n, "prövat", x->tried);
	make_attr_day(m, n, "vidaresänt", x->forwarded);
	make_attr(m, n, "domstol", x->court);
	make_attr(m, n, "mål", x->case_number);
	make_attr_day(m, n, "inhibition", x->stayed);
	make_attr(
	    m, n, "utfall", word_of(words_appeal_outcome, (int)x->outcome));
	make_attr_day(m, n, "avgjort", x->decided);
	make_attr(m, n, "anmält", x->reported_at);
	make_text(m, n, "av", x->by);
}

static void
write_force(struct maker *m, xmlNode *parent, const struct legal_force *x)
{
	xmlNode *n = make_node(m, parent, "laga-kraft");

	make_attr_int(m, n, "paragraf", x->paragraph);
	make_attr_day(m, n, "förfrågan", x->asked);
	make_attr(m, n, "domstol", x->court);
	make_attr(m, n, "svar-av", x->answered_by);
	make_attr_day(m, n, "länsstyrelsen", x->county_board);
	make_attr_day(m, n, "sedan", x->since);
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
write_proceeding(struct maker *m, xmlNode *parent, const struct proceeding *x)
{
	xmlNode *n = make_text(m, parent, "rad", x->text);

	make_attr_int(m, n, "nr", x->seq);
	make_attr(m, n, "kl", x->instant);
	make_attr_yes(m, n, "ångrad", x->undone);
}

void
write_after(struct maker *m, xmlNode *root, const struct meeting *x)
{
	size_t i;

	for (i = 0; i < x->annexes.n; i++)
		write_annex(m, root, &x->annexes.v[i]);
	for (i = 0; i < x->corrections.n; i++)
		write_correction(m, root, &x->corrections.v[i]);
	for (i = 0; i < x->appeals.n; i++)
		write_appeal(m, root, &x->appeals.v[i]);
	for (i = 0; i < x->forces.n; i++)
		write_force(m, root, &x->forces.v[i]);
	for (i = 0; i < x->deliveries.n; i++)
		write_delivery(m, root, &x->deliveries.v[i]);
	for (i = 0; i < x->proceedings.n; i++)
		write_proceeding(m, root, &x->proceedings.v[i]);
}
