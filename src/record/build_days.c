/* SPDX-License-Identifier: EUPL-1.2
 *
 * The days of a year in the record: in rows by the day of the month, as a wall
 * planner has them, each with its week, what makes it special, and the meetings
 * of that day; and the periods that a year is planned round.
 */
#include "config.h"

#include <string.h>

#include "calendar/holiday.h"
#include "calendar/week.h"
#include "record/build.h"

#define MONTHS 12
#define DAYS 31

/* What a day is, the weightiest first. */
struct day_kind {
	const char *kind; /* NULL: an ordinary day */
	const char *name; /* or NULL */
};

/* The word for a kind of period; NULL for what is by rule. */
static const char *
period_word(enum day_off_kind kind)
{
	switch (kind) {
	case DAY_OFF_SCHOOL_BREAK:
		return "lov";
	case DAY_OFF_PAUSE:
		return "uppehåll";
	case DAY_OFF_COUNCIL_DAY:
		return "fullmäktige";
	case DAY_OFF_BLOCKED:
		return "spärrad";
	default:
		return NULL;
	}
}

/* The eve, bridge day or holiday that ${day} is. */
static const struct holiday *
special(const struct holiday *v, size_t n, kl_day day)
{
	const struct holiday *found = NULL;
	size_t i;

	for (i = 0; i < n; i++)
		if (v[i].day == day &&
		    (found == NULL || v[i].kind < found->kind))
			found = &v[i];
	return found;
}

/* The period that ${day} lies in: of those for all, the weightiest. */
static const struct day_off *
period(const struct days_off *d, kl_day day)
{
	static const enum day_off_kind order[] = { DAY_OFF_BLOCKED,
		DAY_OFF_COUNCIL_DAY, DAY_OFF_SCHOOL_BREAK, DAY_OFF_PAUSE };
	const struct day_off *p;
	size_t i, k;

	for (k = 0; d != NULL && k < sizeof order / sizeof *order; k++)
		for (i = 0; i < d->v.n; i++) {
			p = &d->v.v[i];
			if (p->kind == order[k] && p->committee == NULL &&
			    p->from <= day && day <= p->to)
				return p;
		}
	return NULL;
}

/* A period is named on its first day, on Mondays and on the first of a month.
 */
static bool
is_named(const struct day_off *p, kl_day day)
{
	return p->from == day || kl_day_weekday(day) == 1;
}

static struct day_kind
kind_of(const struct days_off *d, const struct holiday *v, size_t n, kl_day day)
{
	const struct holiday *h = special(v, n, day);
	const struct day_off *p = period(d, day);
	struct day_kind k = { NULL, h == NULL ? NULL : h->name };
	int weekday = kl_day_weekday(day);

	if (weekday == 7 || (h != NULL && h->kind == HOLIDAY_LAW)) {
		k.kind = "röd";
		return k;
	}
	if (h != NULL && h->kind == HOLIDAY_EQUATED_EVE) {
		k.kind = "afton";
		return k;
	}
	if (p != NULL && weekday < 6) {
		k.kind = period_word(p->kind);
		if (k.name == NULL && is_named(p, day))
			k.name = p->name;
		return k;
	}
	if (h != NULL && h->kind == HOLIDAY_BRIDGE)
		k.kind = "klämdag";
	else if (weekday == 6)
		k.kind = "lördag";
	return k;
}

static void
build_day(struct building *g, xmlNode *row, kl_day day, struct day_kind kind,
    const record_meetings *list)
{
	xmlNode *n = make_node(&g->mk, row, "dag");
	size_t i;

	if (day == KL_DAY_NONE)
		return;
	make_attr_day(&g->mk, n, "datum", day);
	make_attr(&g->mk, n, "slag", kind.kind);
	if (kl_day_weekday(day) == 1)
		make_attr_int(&g->mk, n, "vecka", week_of(day, NULL));
	make_text(&g->mk, n, "namn", kind.name);
	for (i = 0; i < list->n; i++)
		if (list->v[i].day == day &&
		    list->v[i].state != MEETING_CANCELLED)
			build_planned(g, n, &list->v[i]);
}

void
build_days(struct building *g, xmlNode *node, int year,
    const record_meetings *list, const struct record_year_parts *parts)
{
	struct holiday v[HOLIDAY_MAX];
	struct day_kind kind = { NULL, NULL };
	xmlNode *n;
	size_t special_days;
	int nr, month;
	kl_day day;

	if (!parts->days)
		return;
	special_days = holiday_year(year, v);
	for (month = 1; month <= MONTHS; month++) {
		n = make_node(&g->mk, node, "månad");
		make_attr_int(&g->mk, n, "nr", month);
		make_attr_day(&g->mk, n, "datum", kl_day_of(year, month, 1));
	}
	for (nr = 1; nr <= DAYS; nr++) {
		n = make_node(&g->mk, node, "dagrad");
		make_attr_int(&g->mk, n, "nr", nr);
		for (month = 1; month <= MONTHS; month++) {
			day = kl_day_of(year, month, nr);
			if (day != KL_DAY_NONE)
				kind = kind_of(
				    parts->days_off, v, special_days, day);
			build_day(g, n, day, kind, list);
		}
	}
}

static void
build_period(struct building *g, xmlNode *node, const char *word,
    const char *name, kl_day from, kl_day to)
{
	xmlNode *n = make_node(&g->mk, node, "underlag");

	make_attr(&g->mk, n, "slag", word);
	make_attr_day(&g->mk, n, "från", from);
	make_attr_day(&g->mk, n, "till", to);
	make_text(&g->mk, n, "namn", name);
}

void
build_basis(struct building *g, xmlNode *node, int year,
    const struct record_year_parts *parts)
{
	kl_day first = kl_day_of(year, 1, 1), last = kl_day_of(year, 12, 31);
	const struct days_off *d = parts->days_off;
	const struct process_window *w;
	const struct day_off *p;
	size_t i;

	for (i = 0; d != NULL && i < d->v.n; i++) {
		p = &d->v.v[i];
		if (period_word(p->kind) != NULL && p->committee == NULL &&
		    p->to >= first && p->from <= last)
			build_period(g, node, period_word(p->kind), p->name,
			    p->from, p->to);
	}
	for (i = 0; d != NULL && i < d->windows.n; i++) {
		w = &d->windows.v[i];
		if (w->committee == NULL && w->to >= first && w->from <= last)
			build_period(
			    g, node, "process", w->name, w->from, w->to);
	}
}
