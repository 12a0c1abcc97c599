/* SPDX-License-Identifier: EUPL-1.2
 *
 * Writing the exchange format: what planning a year needs.
 */
#include "config.h"

#include "record/exchange.h"

static void
write_rooms(struct maker *m, xmlNode *root, const struct bundle *b)
{
	const struct booking *k;
	xmlNode *n;
	size_t i;

	for (i = 0; i < b->rooms.n; i++) {
		n = make_node(m, root, "lokal");
		make_attr(m, n, "kod", b->rooms.v[i].code);
		make_text(m, n, "namn", b->rooms.v[i].name);
		make_int(m, n, "platser", b->rooms.v[i].capacity);
	}
	for (i = 0; i < b->bookings.n; i++) {
		k = &b->bookings.v[i];
		n = make_node(m, root, "bokning");
		make_attr(m, n, "lokal", k->room);
		make_attr_day(m, n, "från", k->from);
		make_attr_day(m, n, "till", k->to);
		make_attr_yes(m, n, "borttagen", k->removed);
		make_text(m, n, "tid", k->start);
		make_text(m, n, "slut", k->end);
		make_text(m, n, "vad", k->what);
	}
}

static void
write_cover(struct maker *m, xmlNode *root, const struct bundle *b)
{
	const struct stand_in *s;
	const struct absence *a;
	xmlNode *n;
	size_t i;

	for (i = 0; i < b->stand_ins.n; i++) {
		s = &b->stand_ins.v[i];
		n = make_node(m, root, "vikarie");
		make_attr(m, n, "för", s->person);
		make_attr(m, n, "person", s->by);
		make_attr(m, n, "nämnd", s->committee);
		make_attr_yes(m, n, "borttagen", s->removed);
		make_int(m, n, "ordning", s->order);
	}
	for (i = 0; i < b->absences.n; i++) {
		a = &b->absences.v[i];
		n = make_node(m, root, "frånvaro");
		make_attr(m, n, "person", a->person);
		make_attr_day(m, n, "från", a->from);
		make_attr_day(m, n, "till", a->to);
		make_attr_yes(m, n, "borttagen", a->removed);
		make_text(m, n, "skäl", a->why);
	}
}

static void
write_bounds(
    struct maker *m, xmlNode *parent, const char *name, int min, int max)
{
	xmlNode *n;

	if (min == 0 && max == 0)
		return;
	n = make_node(m, parent, name);
	make_attr_int(m, n, "minst", min);
	make_attr_int(m, n, "mest", max);
}

static void
write_window(struct maker *m, xmlNode *parent, const char *name,
    const struct meeting_window *w)
{
	xmlNode *n = make_node(m, parent, name);

	make_attr(m, n, "namn", w->name);
	make_attr_day(m, n, "från", w->from);
	make_attr_day(m, n, "till", w->to);
}

static void
write_rules(struct maker *m, xmlNode *root, const struct plan_rules *x)
{
	xmlNode *n = make_node(m, root, "planregler");
	size_t i;

	make_attr(m, n, "nämnd", x->committee);
	make_attr_int(m, n, "år", x->year);
	make_int(m, n, "antal", x->meetings);
	make_text(m, n, "veckodagar", x->weekdays);
	make_text(m, n, "tid", x->start);
	make_text(m, n, "slut", x->end);
	make_text(m, n, "andra-tider", x->other_starts);
	write_bounds(m, n, "mellanrum", x->gap_min, x->gap_max);
	write_bounds(m, n, "råd-före", x->lead_min, x->lead_max);
	make_text(m, n, "lokal", x->room);
	for (i = 0; i < x->windows.n; i++)
		write_window(m, n, "fönster", &x->windows.v[i]);
	for (i = 0; i < x->closed.n; i++)
		write_window(m, n, "stängt", &x->closed.v[i]);
}

void
write_planning(struct maker *m, xmlNode *root, const struct bundle *b)
{
	size_t i;

	write_rooms(m, root, b);
	write_cover(m, root, b);
	for (i = 0; i < b->plan_rules.n; i++)
		write_rules(m, root, &b->plan_rules.v[i]);
}
