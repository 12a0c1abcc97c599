/* SPDX-License-Identifier: EUPL-1.2
 *
 * What must hold before a kind of document can be made, held against the
 * meeting's facts.
 */
#include "config.h"

#include "office/kinds.h"
#include "office/office_private.h"
#include "rules/after.h"

static bool
has_division(const struct meeting *m)
{
	size_t i, k;

	for (i = 0; i < m->paragraphs.n; i++)
		for (k = 0; k < m->paragraphs.v[i].divisions.n; k++)
			if (m->paragraphs.v[i].divisions.v[k].ballots.n > 0)
				return true;
	return false;
}

static bool
has_dissent(const struct meeting *m)
{
	size_t i;

	for (i = 0; i < m->paragraphs.n; i++)
		if (m->paragraphs.v[i].dissents.n > 0)
			return true;
	return false;
}

static bool
has_unfrozen(const struct meeting *m)
{
	const struct minutes *x;
	size_t i;

	for (i = 0; i < m->paragraphs.n; i++) {
		x = meeting_minutes_of(m, m->paragraphs.v[i].nr);
		if (x == NULL || x->state < MINUTES_FROZEN)
			return true;
	}
	return false;
}

static bool
has_adjusted(const struct meeting *m)
{
	size_t i;

	for (i = 0; i < m->minutes.n; i++)
		if (m->minutes.v[i].state >= MINUTES_ADJUSTED)
			return true;
	return false;
}

/* Some delivery counts as served without an answer. */
static int
has_served(struct work *w, bool *met, struct kl_error *err)
{
	struct record_dates dates = { 0 };
	size_t i;
	int rc = office_dates(w, &dates, err);

	for (i = 0; rc == 0 && i < dates.served.n; i++)
		if (dates.served.v[i] != KL_DAY_NONE)
			*met = true;
	return rc;
}

int
office_in_force(struct work *w, const struct minutes *minutes,
    const struct ranges *wanted, struct ranges *held, struct kl_error *err)
{
	struct rule_book book = office_book(w);
	const struct paragraph *p;
	size_t i;
	kl_day since;
	int rc;

	held->n = 0;
	for (i = 0; i < w->meeting->paragraphs.n; i++) {
		p = &w->meeting->paragraphs.v[i];
		if (wanted == NULL
			? meeting_minutes_of(w->meeting, p->nr) != minutes
			: !ranges_has(wanted, p->nr))
			continue;
		rc = after_force(&w->bundle, w->meeting, p, w->o->today, &book,
		    NULL, &since, err);
		if (rc == 0 && ranges_add(held, p->nr) != 0)
			rc = kl_error_nomem(err);
		if (rc != 0 && (rc != KL_E_RULE || wanted != NULL))
			return rc;
	}
	return 0;
}

int
kind_need_met(struct work *w, enum need need, const struct minutes *minutes,
    bool *met, struct kl_error *err)
{
	const struct meeting *m = w->meeting;

	*met = false;
	switch (need) {
	case AGENDA_SENT:
		*met = m->versions.n > 0 || m->state == MEETING_HELD;
		return 0;
	case AGENDA_CHANGED:
		*met = m->versions.n > 1;
		return 0;
	case AGENDA_ITEMS:
		*met = m->items.n > 0;
		return 0;
	case PROCEEDINGS:
		*met = m->paragraphs.n > 0;
		return 0;
	case FROZEN:
		*met = minutes != NULL && minutes->state >= MINUTES_FROZEN;
		return 0;
	case ADJUSTED:
		*met = minutes != NULL ? minutes->state >= MINUTES_ADJUSTED
				       : has_adjusted(m);
		return 0;
	case POSTED:
		*met = minutes != NULL && minutes->state >= MINUTES_POSTED;
		return 0;
	case DIVISIONS:
		*met = has_division(m);
		return 0;
	case DISSENTS:
		*met = has_dissent(m);
		return 0;
	case CORRECTIONS:
		*met = m->corrections.n > 0;
		return 0;
	case SIMPLY_SERVED:
		return has_served(w, met, err);
	case CANCELLED:
		*met = m->state == MEETING_CANCELLED;
		return 0;
	case AGENDA_OPEN:
		*met = m->items.n > 0 && m->state != MEETING_HELD &&
		       m->state != MEETING_CANCELLED;
		return 0;
	case MINUTES_OPEN:
		*met = has_unfrozen(m);
		return 0;
	case IN_FORCE:
		*met = true; /* told of each paragraph: office_in_force */
		return 0;
	case YEAR_PLANNED:
	case ANY_MEETING:
		*met = true; /* a year without meetings has no record */
		return 0;
	}
	return 0;
}
