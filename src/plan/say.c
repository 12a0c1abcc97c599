/* SPDX-License-Identifier: EUPL-1.2
 *
 * A conflict in words where only numbers are known: committees, meetings, days
 * and groups are called as the instance counts them, from 0.
 */
#include "config.h"

#include "plan/explain.h"

static void
say_placed(const struct plan_model *m, const struct plan_constraint *c,
    struct kl_error *out)
{
	const struct plan_meeting *meeting = &m->meeting[c->meeting];

	if (meeting->council)
		kl_error_set(out, 0,
		    KL_N_("Meeting %d, number %d of the council of committee "
			  "%d, takes one of its %u times."),
		    c->meeting, meeting->k, meeting->body, meeting->slots);
	else
		kl_error_set(out, 0,
		    KL_N_("Meeting %d, number %d of committee %d, takes one "
			  "of its %u times."),
		    c->meeting, meeting->k, meeting->body, meeting->slots);
}

static void
say_gap(const struct plan_model *m, const struct plan_constraint *c,
    struct kl_error *out)
{
	const struct plan_body *b = &m->body[c->body];

	if (c->side == PLAN_AT_LEAST)
		kl_error_set(out, 0,
		    KL_N_("Committee %d has at least %d days from meeting %d "
			  "to meeting %d."),
		    c->body, b->gap_min, c->meeting, c->other);
	else
		kl_error_set(out, 0,
		    KL_N_("Committee %d has at most %d days, pauses not "
			  "counted, from meeting %d to meeting %d."),
		    c->body, b->gap_max, c->meeting, c->other);
}

static void
say_lead(const struct plan_model *m, const struct plan_constraint *c,
    struct kl_error *out)
{
	const struct plan_body *b = &m->body[c->body];

	if (c->side == PLAN_AT_LEAST)
		kl_error_set(out, 0,
		    KL_N_("The council of committee %d has its meeting %d at "
			  "least %d days before meeting %d."),
		    c->body, c->meeting, b->lead_min, c->other);
	else
		kl_error_set(out, 0,
		    KL_N_("The council of committee %d has its meeting %d at "
			  "most %d days before meeting %d."),
		    c->body, c->meeting, b->lead_max, c->other);
}

static void
say_group(const struct plan_model *m, const struct plan_constraint *c,
    struct kl_error *out)
{
	const struct plan_group *g = &m->group[c->group];

	if (g->band)
		kl_error_set(out, 0,
		    KL_N_("Of the %d meetings of group %d, at most %d are at "
			  "the same time."),
		    g->n, c->group, g->cap);
	else
		kl_error_set(out, 0,
		    KL_N_("Of the %d meetings of group %d, at most %d are on "
			  "the same day."),
		    g->n, c->group, g->cap);
}

static void
say_link(const struct plan_model *m, const struct plan_constraint *c,
    struct kl_error *out)
{
	const struct plan_link *link = &m->link[c->link];

	if (c->side == PLAN_AT_LEAST)
		kl_error_set(out, 0,
		    KL_N_("Meeting %d is at least %d days before meeting %d."),
		    link->before, link->min, link->after);
	else
		kl_error_set(out, 0,
		    KL_N_("Meeting %d is at most %d days before meeting %d."),
		    link->before, link->max, link->after);
}

void
plan_constraint_say(const struct plan_model *m, const struct plan_constraint *c,
    struct kl_error *out)
{
	const struct plan_window *w;

	if (c->ban >= 0) {
		kl_error_set(
		    out, 0, KL_N_("Reason %d takes days out."), c->ban);
		return;
	}
	switch (c->rule) {
	case PLAN_PLACED:
		say_placed(m, c, out);
		return;
	case PLAN_GAP:
		say_gap(m, c, out);
		return;
	case PLAN_LEAD:
		say_lead(m, c, out);
		return;
	case PLAN_WINDOW:
		w = &m->body[c->body].window[c->window];
		kl_error_set(out, 0,
		    KL_N_("Committee %d meets at least once from day %d to "
			  "day %d."),
		    c->body, w->first, w->last);
		return;
	case PLAN_GROUP:
		say_group(m, c, out);
		return;
	case PLAN_LINK:
		say_link(m, c, out);
		return;
	}
}

/* The change, when it is enough for the whole year. */
static void
say_enough(const struct plan_loosening *l, struct kl_error *out)
{
	switch (l->how) {
	case PLAN_TO_NUMBER:
		kl_error_set(out, 0,
		    KL_N_("With %d instead of %d the year can be planned."),
		    l->to, l->from);
		return;
	case PLAN_EARLIER:
		kl_error_set(out, 0,
		    KL_N_("If it may be from day %d instead of %d, the year "
			  "can be planned."),
		    l->to, l->from);
		return;
	case PLAN_LATER:
		kl_error_set(out, 0,
		    KL_N_("If it may be until day %d instead of %d, the year "
			  "can be planned."),
		    l->to, l->from);
		return;
	case PLAN_LET_GO:
		kl_error_set(
		    out, 0, KL_N_("Without it the year can be planned."));
		return;
	}
}

/* The same, when it ends this conflict and no more is known. */
static void
say_not_enough(const struct plan_loosening *l, struct kl_error *out)
{
	switch (l->how) {
	case PLAN_TO_NUMBER:
		kl_error_set(out, 0,
		    KL_N_("%d instead of %d ends this conflict, but not all."),
		    l->to, l->from);
		return;
	case PLAN_EARLIER:
		kl_error_set(out, 0,
		    KL_N_("Day %d instead of %d as the first ends this "
			  "conflict, but not all."),
		    l->to, l->from);
		return;
	case PLAN_LATER:
		kl_error_set(out, 0,
		    KL_N_("Day %d instead of %d as the last ends this "
			  "conflict, but not all."),
		    l->to, l->from);
		return;
	case PLAN_LET_GO:
		kl_error_set(out, 0,
		    KL_N_("To leave it out ends this conflict, but not all."));
		return;
	}
}

void
plan_loosening_say(const struct plan_loosening *l, struct kl_error *out)
{
	if (l->whole == PLAN_FEASIBLE)
		say_enough(l, out);
	else if (l->enough != PLAN_NONE)
		kl_error_set(out, 0,
		    KL_N_("%d instead of %d ends this conflict; with %d the "
			  "year can be planned."),
		    l->to, l->from, l->enough);
	else
		say_not_enough(l, out);
}
