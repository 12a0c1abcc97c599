/* SPDX-License-Identifier: EUPL-1.2
 *
 * Reading the exchange format: who said that they cannot come, who was there,
 * who presided, when there was a break, who had a conflict of interest.  What
 * is unlawful is read as it stands; the preflight tells of it.
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

/* A meeting may go on after midnight: no order is asked for. */
static void
read_clocks(
    struct reader *r, const xmlNode *n, const char **from, const char **until)
{
	*from = value_clock(r, value_attr(r, n, "från"));
	*until = value_clock(r, value_attr(r, n, "till"));
}

static void
read_report(struct reader *r, const xmlNode *n, struct meeting *m)
{
	struct absence_report *x = absence_add(r->a, m);
	const xmlNode *p = xml_child(n, "kallad");
	struct call *c;

	if (x == NULL)
		return;
	x->line = line_of(n);
	x->person = value_name(r, value_attr(r, n, "person"));
	x->reported = value_day(r, value_attr(r, n, "anmält"));
	x->by = value_attr(r, n, "av").text;
	read_clocks(r, n, &x->from, &x->until);
	x->why = value_child(r, n, "skäl").text;
	for (; p != NULL; p = xml_next(p, "kallad")) {
		c = call_add(r->a, x);
		if (c == NULL)
			return;
		c->line = line_of(p);
		c->person = value_name(r, value_attr(r, p, "person"));
		c->asked = value_day(r, value_attr(r, p, "tillfrågad"));
		c->answer = (enum call_answer)value_word(
		    r, value_attr(r, p, "svar"), words_call);
	}
}

static void
read_attendance(struct reader *r, const xmlNode *n, struct meeting *m)
{
	struct attendance *a = vec_push(r->a, &m->attendance);

	if (a == NULL)
		return;
	a->line = line_of(n);
	a->person = value_name(r, value_attr(r, n, "person"));
	a->paragraphs = value_ranges(r, value_attr(r, n, "paragrafer"));
	a->serves_for = value_ref(r, value_attr(r, n, "för"));
	a->serving = value_yes(r, value_attr(r, n, "tjänstgör"), true);
	a->remote = value_yes(r, value_attr(r, n, "distans"), false);
	read_clocks(r, n, &a->from, &a->until);
}

static void
read_other(struct reader *r, const xmlNode *n, struct meeting *m)
{
	struct other_present *o = vec_push(r->a, &m->others);

	if (o == NULL)
		return;
	o->line = line_of(n);
	o->name = value_required(r, value_attr(r, n, "namn"));
	o->paragraphs = value_ranges(r, value_attr(r, n, "paragrafer"));
	o->kind = (enum visitor_kind)value_word(
	    r, value_attr(r, n, "slag"), words_visitor);
	o->remote = value_yes(r, value_attr(r, n, "distans"), false);
	read_clocks(r, n, &o->from, &o->until);
}

static void
read_presiding(struct reader *r, const xmlNode *n, struct meeting *m)
{
	struct presiding *x = vec_push(r->a, &m->presiding);

	if (x == NULL)
		return;
	x->line = line_of(n);
	x->person = value_name(r, value_attr(r, n, "person"));
	x->paragraphs = value_ranges(r, value_attr(r, n, "paragrafer"));
	x->elected = value_yes(r, value_attr(r, n, "vald"), false);
}

static void
read_adjournment(struct reader *r, const xmlNode *n, struct meeting *m)
{
	struct adjournment *x = vec_push(r->a, &m->adjournments);

	if (x == NULL)
		return;
	x->line = line_of(n);
	x->paragraph = value_nr(r, value_attr(r, n, "paragraf"));
	read_clocks(r, n, &x->from, &x->until);
	x->why = value_child(r, n, "skäl").text;
}

static void
read_conflict(struct reader *r, const xmlNode *n, struct meeting *m)
{
	static const char *const found[] = { "jäv", "inte jäv", NULL };
	struct conflict *c = vec_push(r->a, &m->conflicts);
	int tried;

	if (c == NULL)
		return;
	c->line = line_of(n);
	c->person = value_ref(r, value_attr(r, n, "person"));
	c->name = value_attr(r, n, "namn").text;
	c->paragraph = value_nr(r, value_attr(r, n, "paragraf"));
	c->ground = value_child(r, n, "grund").text;
	tried = value_word(r, value_attr(r, n, "prövat"), found);
	c->rejected = tried == 2;
	c->contested =
	    value_yes(r, value_attr(r, n, "bestritt"), false) || tried != 0;
	if ((c->person == NULL) == (c->name == NULL))
		READ_FAULT(r, c->line, "jäv",
		    KL_N_("A conflict of interest is somebody's. Give either "
			  "person or, for one who is no person of the "
			  "register, namn."));
}

void
read_sitting(struct reader *r, const xmlNode *n, struct meeting *m)
{
	static const struct {
		const char *name;
		void (*read)(
		    struct reader *, const xmlNode *, struct meeting *);
	} parts[] = { { "förfall", read_report },
		{ "närvaro", read_attendance }, { "övrig", read_other },
		{ "presiderar", read_presiding },
		{ "ajournering", read_adjournment }, { "jäv", read_conflict } };
	const xmlNode *p;
	size_t i;

	for (i = 0; i < sizeof parts / sizeof *parts; i++)
		for (p = xml_child(n, parts[i].name); p != NULL;
		     p = xml_next(p, parts[i].name))
			parts[i].read(r, p, m);
}
