/* SPDX-License-Identifier: EUPL-1.2
 *
 * Checking a planner's model when its arrays have been filled, so that whoever
 * works on it need not, and the index from meetings to groups.
 */
#include "config.h"

#include "plan/model.h"

/* Costs add up to less than this, whatever the plan; the rest of 63 bits is for
 * prices in finer units. */
#define SUM_MAX ((double)((int64_t)1 << 50))

static int
fault(struct kl_error *err, const char *what, int number)
{
	return kl_error_set(err, KL_E_INPUT,
	    KL_N_("The planner's model is wrong in %s, number %d. Nothing was "
		  "planned."),
	    what, number);
}

static bool
within(int value, int first, int last)
{
	return value >= first && value <= last;
}

static int
check_sizes(const struct plan_model *m, struct kl_error *err)
{
	int i;

	if (!within(m->days, 1, PLAN_DAYS_MAX) ||
	    !within(m->weeks, 0, PLAN_WEEKS_MAX) ||
	    !within(m->bands, 1, PLAN_BANDS_MAX) ||
	    !within(m->n_bodies, 0, PLAN_BODIES_MAX) ||
	    !within(m->n_meetings, 0, PLAN_MEETINGS_MAX) ||
	    !within(m->n_groups, 0, PLAN_GROUPS_MAX) ||
	    !within(m->n_links, 0, PLAN_MEETINGS_MAX) ||
	    m->n_slots > PLAN_SLOTS_MAX)
		return fault(err, "sizes", 0);
	if (!within(m->cap_a, 0, PLAN_COST_MAX) ||
	    !within(m->cap_b, 0, PLAN_COST_MAX) ||
	    !within(m->over_a, 0, PLAN_COST_MAX) ||
	    !within(m->over_b, 0, PLAN_COST_MAX) ||
	    !within(m->cap_dispatch, 0, PLAN_COST_MAX) ||
	    !within(m->over_dispatch, 0, PLAN_COST_MAX) ||
	    !within(m->off_weekday, 0, PLAN_COST_MAX))
		return fault(err, "weights", 0);
	for (i = 0; i < m->days; i++)
		if (!within(m->weekday[i], 0, 6) ||
		    (i > 0 && m->act[i] < m->act[i - 1]))
			return fault(err, "days", i);
	return 0;
}

static bool
slot_is_whole(const struct plan_model *m, const struct plan_slot *s, int *units)
{
	uint32_t i;

	*units = 0;
	for (i = s->load; i < s->load + s->loads; i++) {
		if (!within(m->load[i].week, 0, m->weeks - 1) ||
		    m->load[i].units < 0)
			return false;
		*units += m->load[i].units;
	}
	return within(s->day, 0, m->days - 1) &&
	       within(s->band, 0, m->bands - 1) &&
	       within(s->dispatch, PLAN_NONE, m->days - 1) &&
	       within(s->cost, 0, PLAN_COST_MAX);
}

/* The meeting's slots, and in ${units} and ${cost} the most that one takes. */
static int
check_slots(const struct plan_model *m, int number, int *units, int *cost,
    struct kl_error *err)
{
	const struct plan_meeting *meeting = &m->meeting[number];
	const struct plan_slot *s, *before = NULL;
	uint32_t i;
	int here;

	if ((uint64_t)meeting->slot + meeting->slots > m->n_slots)
		return fault(err, "the slots of a meeting", number);
	for (i = 0; i < meeting->slots; i++, before = s) {
		s = &m->slot[meeting->slot + i];
		if (!slot_is_whole(m, s, &here))
			return fault(err, "a slot", (int)(meeting->slot + i));
		if (before != NULL &&
		    (s->day < before->day ||
			(s->day == before->day && s->band <= before->band)))
			return fault(
			    err, "the order of the slots of a meeting", number);
		*units = here > *units ? here : *units;
		*cost = s->cost > *cost ? s->cost : *cost;
	}
	return 0;
}

/* No sum of costs may leave 64 bits, even scaled a little. */
static int
check_meetings(const struct plan_model *m, struct kl_error *err)
{
	double units_in_all = 0, cost_in_all = 0;
	int i, units, cost, rc = 0;

	for (i = 0; rc == 0 && i < m->n_meetings; i++) {
		units = cost = 0;
		rc = check_slots(m, i, &units, &cost, err);
		units_in_all += units;
		cost_in_all += (double)cost + m->off_weekday + m->over_dispatch;
	}
	for (i = 0; i < m->n_groups; i++)
		cost_in_all += (double)m->group[i].over * m->group[i].n;
	cost_in_all += units_in_all * ((double)m->over_a + m->over_b);
	if (rc == 0 && cost_in_all >= SUM_MAX)
		rc = kl_error_set(err, KL_E_INPUT,
		    KL_N_("The weights and loads are too large to add up. "
			  "Choose smaller ones; nothing was planned."));
	return rc;
}

/* The meeting belongs to exactly this place. */
static bool
is_place(const struct plan_model *m, int number, int body, int k, bool council)
{
	const struct plan_meeting *meeting = &m->meeting[number];

	return within(number, 0, m->n_meetings - 1) && meeting->body == body &&
	       meeting->k == k && meeting->council == council;
}

static int
check_body(const struct plan_model *m, int b, int *placed, struct kl_error *err)
{
	const struct plan_body *body = &m->body[b];
	int i;

	if (!within(body->n, 0, m->n_meetings) || body->gap_min < 0 ||
	    body->gap_max < 0 || body->lead_min > body->lead_max ||
	    !within(body->windows, 0, PLAN_DAYS_MAX))
		return fault(err, "a body", b);
	for (i = 0; i < body->n; i++) {
		if (!is_place(m, body->committee[i], b, i, false) ||
		    (body->council != NULL &&
			!is_place(m, body->council[i], b, i, true)))
			return fault(err, "the meetings of a body", b);
		*placed += body->council != NULL ? 2 : 1;
	}
	for (i = 0; i < body->windows; i++)
		if (body->window[i].first > body->window[i].last)
			return fault(err, "the windows of a body", b);
	return 0;
}

/* As each meeting knows one place, and as many places are filled as there are
 * meetings, each is filled by one. */
static int
check_bodies(const struct plan_model *m, struct kl_error *err)
{
	int b, i, placed = 0, rc = 0;

	for (b = 0; rc == 0 && b < m->n_bodies; b++)
		rc = check_body(m, b, &placed, err);
	if (rc == 0 && placed != m->n_meetings)
		rc = fault(err, "the number of meetings", placed);
	for (i = 0; rc == 0 && i < m->n_links; i++)
		if (!within(m->link[i].before, 0, m->n_meetings - 1) ||
		    !within(m->link[i].after, 0, m->n_meetings - 1) ||
		    m->link[i].before == m->link[i].after)
			rc = fault(err, "a link", i);
	return rc;
}

/* Count into ${at}, shifted by one, then fill ${of}: a counting sort. */
static int
index_groups(struct plan_model *m, struct kl_error *err)
{
	const struct plan_group *g;
	int *at, *of, *next, i, k;
	int64_t members = 0;

	for (i = 0; i < m->n_groups; i++)
		members += m->group[i].n;
	at = arena_alloc(m->arena, ((size_t)m->n_meetings + 1) * sizeof *at);
	next = arena_alloc(m->arena, ((size_t)m->n_meetings + 1) * sizeof *at);
	of = arena_alloc(m->arena, ((size_t)members + 1) * sizeof *of);
	if (at == NULL || next == NULL || of == NULL)
		return kl_error_nomem(err);
	for (i = 0; i < m->n_groups; i++)
		for (g = &m->group[i], k = 0; k < g->n; k++)
			at[g->meeting[k] + 1]++;
	for (i = 0; i < m->n_meetings; i++) {
		at[i + 1] += at[i];
		next[i] = at[i];
	}
	for (i = 0; i < m->n_groups; i++)
		for (g = &m->group[i], k = 0; k < g->n; k++)
			of[next[g->meeting[k]]++] = i;
	m->group_at = at;
	m->group_of = of;
	return 0;
}

/* A meeting is in a group at most once: ${of} has the groups in order. */
static int
check_groups(const struct plan_model *m, struct kl_error *err)
{
	int64_t members = 0;
	int i, k;

	for (i = 0; i < m->n_groups; i++) {
		if (m->group[i].cap < 0 ||
		    !within(m->group[i].over, 0, PLAN_COST_MAX) ||
		    !within(m->group[i].n, 0, m->n_meetings))
			return fault(err, "a group", i);
		members += m->group[i].n;
		for (k = 0; k < m->group[i].n; k++)
			if (!within(
				m->group[i].meeting[k], 0, m->n_meetings - 1))
				return fault(err, "a group", i);
	}
	return members > PLAN_SLOTS_MAX ? fault(err, "groups", m->n_groups) : 0;
}

static int
check_members(const struct plan_model *m, struct kl_error *err)
{
	int i, k;

	for (i = 0; i < m->n_meetings; i++)
		for (k = m->group_at[i] + 1; k < m->group_at[i + 1]; k++)
			if (m->group_of[k] == m->group_of[k - 1])
				return fault(err, "a group", m->group_of[k]);
	return 0;
}

int
plan_model_finish(struct plan_model *m, struct kl_error *err)
{
	int rc;

	if ((rc = check_sizes(m, err)) != 0 ||
	    (rc = check_meetings(m, err)) != 0 ||
	    (rc = check_bodies(m, err)) != 0 ||
	    (rc = check_groups(m, err)) != 0 ||
	    (rc = index_groups(m, err)) != 0)
		return rc;
	return check_members(m, err);
}
