/* SPDX-License-Identifier: EUPL-1.2
 *
 * Reading the exchange format: what became of a meeting besides its minutes:
 * annexes, corrections, appeals, legal force, deliveries; and the lines that
 * were typed at it.
 */
#include "config.h"

#include <stdlib.h>

#include "base/xml.h"
#include "domain/add.h"
#include "record/exchange.h"

#define ANNEXES_MAX 999
#define APPEALS_MAX 999
#define LINES_MAX 20000 /* typed at one meeting */
#define LINE_MAX_BYTES 2000

static int
line_of(const xmlNode *n)
{
	return (int)xmlGetLineNo((xmlNode *)n);
}

static void
read_annex(struct reader *r, const xmlNode *n, struct meeting *m)
{
	struct annex *x = vec_push(r->a, &m->annexes);

	if (x == NULL)
		return;
	x->line = line_of(n);
	x->nr = value_int(r, value_attr(r, n, "nr"), ANNEXES_MAX);
	if (x->nr == 0)
		x->nr = (int)m->annexes.n;
	x->kind = (enum annex_kind)value_word(
	    r, value_attr(r, n, "slag"), words_annex);
	x->paragraph = value_nr(r, value_attr(r, n, "paragraf"));
	x->index = value_int(r, value_attr(r, n, "del"), ANNEXES_MAX);
	x->title = value_attr(r, n, "titel").text;
	x->file = value_file(r, value_attr(r, n, "fil"));
}

static void
read_correction(struct reader *r, const xmlNode *n, struct meeting *m)
{
	struct correction *x = correction_add(r->a, m);

	if (x == NULL)
		return;
	x->line = line_of(n);
	x->paragraph = value_nr(r, value_attr(r, n, "paragraf"));
	x->day = value_day(r, value_attr(r, n, "datum"));
	x->was = value_child(r, n, "var").text;
	x->is = value_child(r, n, "är").text;
	x->why = value_child(r, n, "skäl").text;
	x->adjusted = value_day(r, value_attr(r, n, "justerad"));
	value_list(r, value_attr(r, n, "person"), &x->signers);
}

static void
read_appeal(struct reader *r, const xmlNode *n, struct meeting *m)
{
	struct appeal *x = appeal_add(r->a, m);

	if (x == NULL)
		return;
	x->line = line_of(n);
	x->nr = value_int(r, value_attr(r, n, "nr"), APPEALS_MAX);
	if (x->nr == 0)
		x->nr = (int)m->appeals.n;
	x->paragraph = value_nr(r, value_attr(r, n, "paragraf"));
	x->by = value_child(r, n, "av").text;
	x->received = value_day(r, value_attr(r, n, "inkom"));
	x->place = (enum appeal_place)value_word(
	    r, value_attr(r, n, "hos"), words_appeal_place);
	x->time = (enum appeal_time)value_word(
	    r, value_attr(r, n, "tid"), words_appeal_time);
	x->tried = value_day(r, value_attr(r, n, "prövat"));
	x->forwarded = value_day(r, value_attr(r, n, "vidaresänt"));
	x->court = value_attr(r, n, "domstol").text;
	x->case_number = value_attr(r, n, "mål").text;
	x->stayed = value_day(r, value_attr(r, n, "inhibition"));
	x->outcome = (enum appeal_outcome)value_word(
	    r, value_attr(r, n, "utfall"), words_appeal_outcome);
	x->decided = value_day(r, value_attr(r, n, "avgjort"));
	x->reported_at = value_attr(r, n, "anmält").text;
}

static void
read_force(struct reader *r, const xmlNode *n, struct meeting *m)
{
	struct legal_force *x = force_add(r->a, m);

	if (x == NULL)
		return;
	x->line = line_of(n);
	x->paragraph = value_nr(r, value_attr(r, n, "paragraf"));
	x->asked = value_day(r, value_attr(r, n, "förfrågan"));
	x->court = value_attr(r, n, "domstol").text;
	x->answered_by = value_attr(r, n, "svar-av").text;
	x->county_board = value_day(r, value_attr(r, n, "länsstyrelsen"));
	x->since = value_day(r, value_attr(r, n, "sedan"));
}

static void
read_delivery(struct reader *r, const xmlNode *n, struct meeting *m)
{
	struct delivery *d = vec_push(r->a, &m->deliveries);

	if (d == NULL)
		return;
	d->line = line_of(n);
	d->paragraph = value_nr(r, value_attr(r, n, "paragraf"));
	d->recipient = value_required(r, value_child(r, n, "mottagare"));
	d->way = value_child(r, n, "sätt").text;
	d->sent = value_day(r, value_child(r, n, "skickad"));
	d->receipted = value_day(r, value_child(r, n, "kvitto"));
	d->state = (enum delivery_state)value_word(
	    r, value_child(r, n, "läge"), words_delivery);
	if (d->state == 0)
		d->state = d->receipted != KL_DAY_NONE ? DELIVERY_RECEIPTED
			   : d->sent != KL_DAY_NONE    ? DELIVERY_SENT
						       : DELIVERY_PENDING;
}

static void
read_proceeding(struct reader *r, const xmlNode *n, struct meeting *m)
{
	struct proceeding *x = vec_push(r->a, &m->proceedings);
	struct value text = value_own(r, n);

	if (x == NULL)
		return;
	x->line = line_of(n);
	x->seq = value_int(r, value_attr(r, n, "nr"), LINES_MAX);
	if (x->seq == 0)
		x->seq = (int)m->proceedings.n;
	x->text = value_required(r, text);
	x->instant = value_moment(r, value_attr(r, n, "kl"));
	x->undone = value_yes(r, value_attr(r, n, "ångrad"), false);
	if (strlen(x->text) > LINE_MAX_BYTES)
		READ_FAULT(r, x->line, "rad",
		    KL_N_("The line is longer than %d bytes, which is the "
			  "limit."),
		    LINE_MAX_BYTES);
	if (m->proceedings.n == LINES_MAX + 1)
		READ_FAULT(r, x->line, "rad",
		    KL_N_("The meeting has more than %d lines, which is the "
			  "limit."),
		    LINES_MAX);
}

/* ---- what may stand once, and in order ------------------------------------
 */

#define BY_NUMBER(type, member)                                                \
	static int by_##type(const void *x, const void *y)                     \
	{                                                                      \
		const struct type *a = x, *b = y;                              \
                                                                               \
		return (a->member > b->member) - (a->member < b->member);      \
	}
BY_NUMBER(annex, nr)
BY_NUMBER(appeal, nr)
BY_NUMBER(legal_force, paragraph)
BY_NUMBER(proceeding, seq)

/* Each number stands once in ${list}, which is put in order. */
#define ONCE(r, list, type, member, field)                                     \
	do {                                                                   \
		named_list numbers_ = { 0 };                                   \
		size_t i_;                                                     \
                                                                               \
		for (i_ = 0; i_ < (list).n; i_++)                              \
			named_add(r, &numbers_,                                \
			    arena_printf((r)->a, "%d", (list).v[i_].member),   \
			    (list).v[i_].line);                                \
		named_check(r, &numbers_, field);                              \
		if ((list).n > 1)                                              \
			qsort(                                                 \
			    (list).v, (list).n, sizeof *(list).v, by_##type);  \
	} while (0)

void
read_after(struct reader *r, const xmlNode *n, struct meeting *m)
{
	static const struct {
		const char *name;
		void (*read)(
		    struct reader *, const xmlNode *, struct meeting *);
	} parts[] = { { "bilaga", read_annex }, { "rättelse", read_correction },
		{ "överklagande-mål", read_appeal },
		{ "laga-kraft", read_force }, { "expediering", read_delivery },
		{ "rad", read_proceeding } };
	const xmlNode *p;
	size_t i;

	for (i = 0; i < sizeof parts / sizeof *parts; i++)
		for (p = xml_child(n, parts[i].name); p != NULL;
		     p = xml_next(p, parts[i].name))
			parts[i].read(r, p, m);
	ONCE(r, m->annexes, annex, nr, "bilaga");
	ONCE(r, m->appeals, appeal, nr, "överklagande-mål");
	ONCE(r, m->forces, legal_force, paragraph, "laga-kraft");
	ONCE(r, m->proceedings, proceeding, seq, "rad");
}
