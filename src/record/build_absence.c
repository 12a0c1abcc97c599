/* SPDX-License-Identifier: EUPL-1.2
 *
 * How a year's work is spread, and what others cover for those who are away, in
 * the record.  The numbers were computed by the planner; here they get names.
 */
#include "config.h"

#include <string.h>

#include "record/build.h"

/* Who: without party, which says nothing of work. */
static void
name_person(struct building *g, xmlNode *n, const char *ref)
{
	const struct person *p = bundle_person(g->b, ref);

	make_attr(&g->mk, n, "person", ref);
	make_text(&g->mk, n, "namn",
	    p == NULL || p->first == NULL || p->last == NULL
		? ref
		: arena_printf(g->mk.a, "%s %s", p->first, p->last));
}

static const char *
above(int units, int cap, int high)
{
	return high > 0 && units > high ? "mycket"
	       : cap > 0 && units > cap ? "ja"
					: NULL;
}

/* Every week of the year, also those without work, so that rows are alike. */
static void
build_weeks(struct building *g, xmlNode *node, const struct record_load *l,
    int weeks, int cap, int high)
{
	xmlNode *n;
	int week, sum = 0;

	if (cap > 0)
		make_attr_int(&g->mk, node, "tak", cap);
	if (high > 0)
		make_attr_int(&g->mk, node, "tak-högt", high);
	for (week = 1; week <= weeks; week++)
		sum += l->units[week];
	make_attr(&g->mk, node, "summa", arena_printf(g->mk.a, "%d", sum));
	for (week = 1; week <= weeks; week++) {
		n = make_node(&g->mk, node, "vecka");
		make_attr_int(&g->mk, n, "nr", week);
		make_attr(&g->mk, n, "enheter",
		    arena_printf(g->mk.a, "%d", l->units[week]));
		make_attr(&g->mk, n, "över", above(l->units[week], cap, high));
	}
}

void
build_loads(
    struct building *g, xmlNode *node, const struct record_year_parts *parts)
{
	const struct record_load *all;
	xmlNode *n, *person;
	size_t i;
	int weeks;

	if (parts->loads.n == 0)
		return;
	all = &parts->loads.v[0];
	weeks = all->units[RECORD_WEEKS] > 0 ? RECORD_WEEKS : RECORD_WEEKS - 1;
	n = make_node(&g->mk, node, "belastning");
	build_weeks(g, n, all, weeks, parts->cap, parts->cap_high);
	for (i = 1; i < parts->loads.n; i++) {
		person = make_node(&g->mk, n, "person");
		if (parts->loads.v[i].person != NULL)
			name_person(g, person, parts->loads.v[i].person);
		build_weeks(g, person, &parts->loads.v[i], weeks,
		    parts->own_cap, parts->own_cap_high);
	}
}

static void
build_duty(struct building *g, xmlNode *node, const struct record_duty *d)
{
	const struct committee *c = bundle_committee(g->b, d->committee);
	xmlNode *n = make_node(&g->mk, node, "uppdrag"), *by;

	make_attr_day(&g->mk, n, "datum", d->day);
	make_attr(&g->mk, n, "kod", d->committee);
	make_text(&g->mk, n, "organ", c == NULL ? d->committee : c->name);
	make_text(&g->mk, n, "vad", d->what);
	make_text(&g->mk, n, "tid", d->time);
	if (d->by == NULL)
		return;
	by = make_node(&g->mk, n, "vikarie");
	name_person(g, by, d->by);
}

void
build_absences(
    struct building *g, xmlNode *node, const struct record_year_parts *parts)
{
	const struct record_absence *a;
	xmlNode *n;
	size_t i, k, open;

	for (i = 0; i < parts->absences.n; i++) {
		a = &parts->absences.v[i];
		for (k = open = 0; k < a->duties.n; k++)
			open += a->duties.v[k].by == NULL;
		n = make_node(&g->mk, node, "frånvaro");
		make_attr_day(&g->mk, n, "från", a->from);
		make_attr_day(&g->mk, n, "till", a->to);
		make_attr(
		    &g->mk, n, "utan", arena_printf(g->mk.a, "%zu", open));
		name_person(g, n, a->person);
		make_text(&g->mk, n, "skäl", a->why);
		for (k = 0; k < a->duties.n; k++)
			build_duty(g, n, &a->duties.v[k]);
	}
}
