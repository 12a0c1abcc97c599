/* SPDX-License-Identifier: EUPL-1.2
 *
 * The steps of a cycle in the record: when each falls beside a meeting on the
 * body's weekday, in a year without holidays, and how a body's steps differ
 * from the common ones.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "record/build.h"

/* A step as it is drawn. */
struct flow_step {
	const struct cycle_step *step;
	const char *anchor; /* the name of the step it is counted from */
	int day;	    /* from the meeting */
	const char *state;  /* gemensamt, flyttat, eget, utgår */
	int shift;	    /* days later than the common one */
};

static const char *const levels[] = { "kontor", "sekretariat", "nämnd" };

static int
by_day(const void *x, const void *y)
{
	const struct flow_step *a = x, *b = y;

	if (a->day != b->day)
		return a->day - b->day;
	/* on one day the office comes before the committee */
	return (int)a->step->level - (int)b->step->level;
}

/* The common step with that id, or NULL. */
static const struct cycle_step *
common_step(const struct record_flow *common, const char *id, size_t *at)
{
	const struct cycle *c = common->cycle;

	for (*at = 0; *at < c->steps.n; ++*at)
		if (strcmp(c->steps.v[*at].id, id) == 0 &&
		    c->steps.v[*at].only == NULL && !c->steps.v[*at].dropped)
			return &c->steps.v[*at];
	return NULL;
}

static const char *
anchor_name(const struct record_flow *f, const struct cycle_step *step)
{
	return step->anchor == CYCLE_MEETING
		   ? NULL
		   : cycle_step_of(f->cycle, step->anchor, f->committee)->name;
}

static bool
has_step(const struct record_flow *f, const char *id)
{
	const struct cycle_step *step;
	size_t i;

	for (i = 0; i < f->cycle->steps.n; i++) {
		step = cycle_step_of(f->cycle, i, f->committee);
		if (strcmp(step->id, id) == 0)
			return !step->dropped &&
			       (step->only == NULL ||
				   (f->committee != NULL &&
				       strcmp(step->only, f->committee) == 0));
	}
	return false;
}

/* The steps that the body has. */
static size_t
own_steps(const struct record_flow *f, const struct record_flow *common,
    struct flow_step *v)
{
	const struct cycle_step *step, *like;
	size_t i, at, n = 0;

	for (i = 0; i < f->cycle->steps.n; i++) {
		step = cycle_step_of(f->cycle, i, f->committee);
		if (!has_step(f, step->id))
			continue;
		v[n] = (struct flow_step){ step, anchor_name(f, step),
			cycle_nominal(f->cycle, f->committee, i, f->weekday),
			"gemensamt", 0 };
		like = common_step(common, step->id, &at);
		if (f != common && like == NULL)
			v[n].state = "eget";
		else if (f != common)
			v[n].shift = v[n].day - cycle_nominal(common->cycle,
						    NULL, at, f->weekday);
		if (v[n].shift != 0)
			v[n].state = "flyttat";
		n++;
	}
	return n;
}

/* Those that it lacks. */
static size_t
dropped_steps(const struct record_flow *f, const struct record_flow *common,
    struct flow_step *v)
{
	const struct cycle_step *step;
	size_t i, n = 0;

	for (i = 0; f != common && i < common->cycle->steps.n; i++) {
		step = &common->cycle->steps.v[i];
		if (step->only != NULL || step->dropped ||
		    has_step(f, step->id))
			continue;
		v[n++] = (struct flow_step){ step, anchor_name(common, step),
			cycle_nominal(common->cycle, NULL, i, f->weekday),
			"utgår", 0 };
	}
	return n;
}

/* Weeks from the meeting's, which is 0. */
static int
week_of_day(const struct record_flow *f, int day)
{
	int from_monday = f->weekday + day;

	return from_monday < 0 ? -((6 - from_monday) / 7) : from_monday / 7;
}

static void
attr_number(struct building *g, xmlNode *n, const char *name, int number)
{
	make_attr(&g->mk, n, name, arena_printf(g->mk.a, "%d", number));
}

static void
build_step(struct building *g, xmlNode *node, const struct record_flow *f,
    const struct flow_step *s)
{
	const struct cycle_step *step = s->step;
	int week = week_of_day(f, s->day);
	xmlNode *n = make_node(&g->mk, node, "steg");

	make_attr(&g->mk, n, "id", step->id);
	make_attr(&g->mk, n, "nivå", levels[step->level]);
	make_attr(&g->mk, n, "läge", s->state);
	attr_number(g, n, "vecka", week);
	attr_number(g, n, "veckodag", f->weekday + s->day - 7 * week + 1);
	if (s->shift != 0)
		attr_number(g, n, "skillnad", s->shift);
	make_text(&g->mk, n, "namn", step->name);
	make_int(&g->mk, n, "antal", abs(step->offset));
	make_text(&g->mk, n, "enhet", step->working ? "arbetsdagar" : "dagar");
	if (step->offset != 0)
		make_text(
		    &g->mk, n, "riktning", step->offset < 0 ? "före" : "efter");
	make_text(&g->mk, n, "räknat-från", s->anchor);
}

static void
build_flow(struct building *g, xmlNode *node, const struct record_flow *f,
    const struct record_flow *common)
{
	struct flow_step v[2 * CYCLE_STEPS_MAX];
	const struct committee *c = bundle_committee(g->b, f->committee);
	xmlNode *n = make_node(&g->mk, node, "flöde");
	size_t i, count, differ = 0;

	count = own_steps(f, common, v);
	count += dropped_steps(f, common, v + count);
	if (count == 0)
		return;
	qsort(v, count, sizeof *v, by_day);
	for (i = 0; i < count; i++)
		differ += strcmp(v[i].state, "gemensamt") != 0;
	make_attr(&g->mk, n, "kod", f->committee);
	make_attr_int(&g->mk, n, "skillnader", (int)differ);
	attr_number(g, n, "från", week_of_day(f, v[0].day));
	attr_number(g, n, "till", week_of_day(f, v[count - 1].day));
	make_text(&g->mk, n, "namn", c == NULL ? f->cycle->name : c->name);
	make_int(&g->mk, n, "veckodag", f->weekday + 1);
	for (i = 0; i < count; i++)
		build_step(g, n, f, &v[i]);
}

void
build_flows(
    struct building *g, xmlNode *node, const struct record_year_parts *parts)
{
	size_t i;

	for (i = 0; i < parts->flows.n; i++)
		build_flow(g, node, &parts->flows.v[i], &parts->flows.v[0]);
}
