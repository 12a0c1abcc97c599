/* SPDX-License-Identifier: EUPL-1.2
 *
 * The minutes of a meeting in the exchange format.  The vocabulary tells of
 * approvals (justering) and notices (anslag); minutes are what they speak of:
 * the ordinary ones without a paragraph list, immediate ones with.  What the
 * two cannot tell stands in protokoll.
 */
#include "config.h"

#include <stdlib.h>

#include "domain/add.h"
#include "base/xml.h"
#include "record/exchange.h"

#define MINUTES_MAX 999 /* sets of minutes of one meeting */

void
minutes_ordinary(const struct meeting *m, struct ranges *out)
{
	struct ranges immediate;
	size_t i, k;

	out->n = 0;
	for (i = 0; i < m->paragraphs.n; i++)
		ranges_add(out, m->paragraphs.v[i].nr);
	for (i = 0; i < m->minutes.n; i++) {
		if (m->minutes.v[i].seq <= 1 ||
		    ranges_parse(m->minutes.v[i].paragraphs, &immediate) != 0)
			continue;
		for (k = 0; k < m->paragraphs.n; k++)
			if (ranges_has(&immediate, m->paragraphs.v[k].nr))
				ranges_remove(out, m->paragraphs.v[k].nr);
	}
}

enum minutes_state
minutes_told(const struct minutes *x)
{
	if (x->taken_down != KL_DAY_NONE)
		return MINUTES_TAKEN_DOWN;
	if (x->posted != KL_DAY_NONE)
		return MINUTES_POSTED;
	return x->adjusted != KL_DAY_NONE ? MINUTES_ADJUSTED : MINUTES_DRAFT;
}

/* ---- reading ------------------------------------------------------------- */

/* The minutes that ${n} speaks of: those numbered ${seq}, those with the same
 * paragraphs, or new ones. */
static struct minutes *
minutes_for(struct reader *r, const xmlNode *n, struct meeting *m, int seq)
{
	const char *paragraphs =
	    value_ranges(r, value_attr(r, n, "paragrafer"));
	struct minutes *x;
	int last = 1;
	size_t i;

	if (seq == 0 && paragraphs == NULL)
		seq = 1;
	for (i = 0; i < m->minutes.n; i++) {
		x = &m->minutes.v[i];
		if (x->seq > last)
			last = x->seq;
		if (seq != 0 ? x->seq == seq
			     : x->paragraphs != NULL &&
				   strcmp(x->paragraphs, paragraphs) == 0) {
			if (x->paragraphs == NULL)
				x->paragraphs = paragraphs;
			return x;
		}
	}
	x = minutes_add(r->a, m);
	if (x == NULL)
		return NULL;
	x->line = (int)xmlGetLineNo((xmlNode *)n);
	x->seq = seq != 0 ? seq : last + 1;
	x->paragraphs = paragraphs;
	x->adjusted = x->posted = x->taken_down = KL_DAY_NONE;
	return x;
}

/* A second justering or anslag of the same minutes. */
static void
twice(struct reader *r, const xmlNode *n)
{
	READ_FAULT(r, (int)xmlGetLineNo((xmlNode *)n), (const char *)n->name,
	    KL_N_("The same minutes have %s twice. Keep one of them, or give "
		  "the paragraphs (paragrafer) that it is about."),
	    (const char *)n->name);
}

static void
read_state(struct reader *r, const xmlNode *n, struct meeting *m)
{
	struct minutes *x = minutes_for(
	    r, n, m, value_int(r, value_attr(r, n, "nr"), MINUTES_MAX));

	if (x == NULL)
		return;
	x->state = (enum minutes_state)value_word(
	    r, value_attr(r, n, "läge"), words_minutes);
	value_list(r, value_attr(r, n, "person"), &x->signers);
}

static void
read_adjustment(struct reader *r, const xmlNode *n, struct meeting *m)
{
	struct minutes *x = minutes_for(r, n, m, 0);

	if (x == NULL)
		return;
	if (x->adjusted != KL_DAY_NONE) {
		twice(r, n);
		return;
	}
	x->adjusted = value_day(r, value_attr(r, n, "datum"));
	x->signers.n = 0;
	value_list(r, value_attr(r, n, "person"), &x->signers);
}

static void
read_notice(struct reader *r, const xmlNode *n, struct meeting *m)
{
	struct minutes *x = minutes_for(r, n, m, 0);
	struct value down = value_attr(r, n, "nere");

	if (x == NULL)
		return;
	if (x->posted != KL_DAY_NONE) {
		twice(r, n);
		return;
	}
	x->posted = value_day(r, value_attr(r, n, "uppe"));
	x->taken_down = value_day(r, down);
	if (x->adjusted == KL_DAY_NONE)
		READ_FAULT(r, down.line, "anslag",
		    KL_N_("The notice is about minutes that nothing says are "
			  "adjusted. Give justering with the same paragraphs "
			  "before it."));
	if (x->taken_down != KL_DAY_NONE && x->taken_down < x->posted)
		READ_FAULT(r, down.line, "nere",
		    KL_N_("The notice is taken down %s, before it is put "
			  "up. Correct one of the dates."),
		    down.text);
}

static int
by_seq(const void *x, const void *y)
{
	const struct minutes *a = x, *b = y;

	return (a->seq > b->seq) - (a->seq < b->seq);
}

/* A paragraph belongs to one set of minutes: each has its own appeal clock. */
static void
check_overlap(struct reader *r, const struct meeting *m)
{
	unsigned char *taken = arena_alloc(r->a, m->paragraphs.n + 1);
	const struct minutes *x;
	struct ranges list;
	size_t i, k;
	int nr;

	if (taken == NULL)
		return;
	for (i = 0; i < m->minutes.n; i++) {
		x = &m->minutes.v[i];
		ranges_parse(x->paragraphs, &list);
		for (k = 0; k < m->paragraphs.n; k++) {
			nr = m->paragraphs.v[k].nr;
			if (!ranges_has(&list, nr))
				continue;
			if (taken[k])
				READ_FAULT(r, x->line, "paragrafer",
				    KL_N_("Paragraph %d stands in two sets of "
					  "minutes. Take it out of one of "
					  "them."),
				    nr);
			taken[k] = 1;
		}
	}
}

void
read_minutes(struct reader *r, const xmlNode *n, struct meeting *m)
{
	static const struct {
		const char *name;
		void (*read)(
		    struct reader *, const xmlNode *, struct meeting *);
	} parts[] = { { "protokoll", read_state },
		{ "justering", read_adjustment }, { "anslag", read_notice } };
	struct ranges ordinary;
	struct minutes *x;
	const xmlNode *p;
	size_t i;

	for (i = 0; i < sizeof parts / sizeof *parts; i++)
		for (p = xml_child(n, parts[i].name); p != NULL;
		     p = xml_next(p, parts[i].name))
			parts[i].read(r, p, m);
	minutes_ordinary(m, &ordinary);
	for (i = 0; i < m->minutes.n; i++) {
		x = &m->minutes.v[i];
		if (x->state == 0)
			x->state = minutes_told(x);
		if (x->paragraphs == NULL && x->seq > 1)
			READ_FAULT(r, x->line, "paragrafer",
			    KL_N_("Minutes that were adjusted immediately "
				  "need their paragraphs (paragrafer)."));
		if (x->paragraphs == NULL)
			x->paragraphs = ranges_format(r->a, &ordinary);
	}
	if (m->minutes.n > 1)
		check_overlap(r, m);
	if (m->minutes.n > 1)
		qsort(m->minutes.v, m->minutes.n, sizeof *m->minutes.v, by_seq);
}

/* ---- writing ------------------------------------------------------------- */

/* The paragraph list to write for ${x}: nothing for ordinary minutes that hold
 * what they would be taken to hold. */
static const char *
told_paragraphs(
    struct maker *mk, const struct meeting *m, const struct minutes *x)
{
	struct ranges ordinary;
	const char *given = make_ranges(mk, x->paragraphs), *usual;

	if (x->seq != 1 || given == NULL)
		return given;
	minutes_ordinary(m, &ordinary);
	usual = ranges_format(mk->a, &ordinary);
	return usual != NULL && strcmp(usual, given) == 0 ? NULL : given;
}

void
write_minutes(struct maker *mk, xmlNode *root, const struct meeting *m)
{
	const struct minutes *x;
	const char *list, *own;
	xmlNode *n;
	size_t i;

	for (i = 0; i < m->minutes.n; i++) {
		x = &m->minutes.v[i];
		list = told_paragraphs(mk, m, x);
		own = x->seq == 1 ? NULL : list;
		if (x->state != minutes_told(x) || list != NULL ||
		    x->adjusted == KL_DAY_NONE) {
			n = make_node(mk, root, "protokoll");
			make_attr_int(mk, n, "nr", x->seq);
			make_attr(mk, n, "läge",
			    word_of(words_minutes, (int)x->state));
			make_attr(mk, n, "paragrafer", list);
			if (x->adjusted == KL_DAY_NONE)
				make_attr(mk, n, "person",
				    make_list(mk, &x->signers));
		}
		if (x->adjusted != KL_DAY_NONE) {
			n = make_node(mk, root, "justering");
			make_attr_day(mk, n, "datum", x->adjusted);
			make_attr(mk, n, "person", make_list(mk, &x->signers));
			make_attr(mk, n, "paragrafer", own);
		}
		if (x->posted != KL_DAY_NONE) {
			n = make_node(mk, root, "anslag");
			make_attr_day(mk, n, "uppe", x->posted);
			make_attr_day(mk, n, "nere", x->taken_down);
			make_attr(mk, n, "paragrafer", own);
		}
	}
}
