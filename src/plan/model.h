/* SPDX-License-Identifier: EUPL-1.2
 *
 * The year planner's problem and its plans, as numbers: meetings that each take
 * one slot, what may not coincide, and what is charged.  Where the numbers come
 * from (a register, an instance file) and what they are called to people is not
 * known here.
 *
 * A body is a committee and, if it has one, the council that meets before it:
 * meeting k of the council before meeting k of the committee.  Within a body
 * all but the couplings (groups, links, weekly load, dispatches a day) is local
 * to consecutive meetings, so that a body's best plan for given prices is a
 * shortest path (path.h).
 *
 * The cost of a plan: its slots' costs; for each committee meeting that is not
 * on its committee's most common weekday ${off_weekday}; for each week
 * ${over_a} for each unit of load above ${cap_a} and ${over_b} for each above
 * ${cap_b}; for each day ${over_dispatch} for each dispatch above
 * ${cap_dispatch}; for each group that is charged and each week its ${over} for
 * each meeting above its cap.
 */
#ifndef PLAN_MODEL_H
#define PLAN_MODEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include <kansli/error.h>

#define PLAN_DAYS_MAX 800	/* days of the period */
#define PLAN_BODIES_MAX 2000	/* committees */
#define PLAN_MEETINGS_MAX 50000 /* of committees and councils */
#define PLAN_SLOTS_MAX 4000000	/* of all meetings */
#define PLAN_GROUPS_MAX 200000
#define PLAN_BANDS_MAX 16 /* parts of a day, from 0 */
#define PLAN_WEEKS_MAX 120
#define PLAN_COST_MAX 1000000000 /* of a slot, and of any weight */

#define PLAN_NONE (-1)

/* Units of somebody's work in a week. */
struct plan_load {
	int16_t week; /* from 0 */
	int16_t units;
};

/* One possible time for a meeting. */
struct plan_slot {
	int16_t day; /* from 0 */
	int16_t band;
	int16_t dispatch; /* the day on which its summons goes out, PLAN_NONE */
	uint16_t loads;	  /* how many of the model's loads */
	uint32_t load;	  /* the first of them */
	int32_t cost;
};

struct plan_meeting {
	int body;	/* index */
	int k;		/* from 0, in time order within its body */
	bool council;	/* the council's, not the committee's */
	uint32_t slot;	/* the first of its slots in the model's */
	uint32_t slots; /* how many; sorted by day, then band */
};

/* At least one of the body's meetings from ${first} to ${last}. */
struct plan_window {
	int first, last; /* days, inclusive */
};

struct plan_body {
	int n;			/* meetings of the committee */
	const int *committee;	/* their indices, in order */
	const int *council;	/* the council's, or NULL */
	int gap_min, gap_max;	/* days between meetings; the longest
				   in days of act */
	int lead_min, lead_max; /* days from council to committee */
	const struct plan_window *window;
	int windows;
};

/* At most ${cap} of the meetings on one day, or in one band of one day; or, of
 * a group that is charged, in one week from Monday to Sunday. */
struct plan_group {
	bool band; /* per (day, band); otherwise per day */
	int cap;
	int n;
	const int *meeting;
	int over; /* 0: never more.  Otherwise the group is charged: this for
		     each meeting above the cap in a week */
	const uint8_t *taken; /* of a group that is charged, for each plan_week:
				 how much of the cap meetings outside the model
				 have used; NULL: nothing */
};

/* A council that serves another committee as well: ${after} takes place
 * ${min} to ${max} days after ${before}. */
struct plan_link {
	int before, after; /* meetings */
	int min, max;
};

struct plan_model {
	struct arena *arena; /* owns all arrays */
	int days;	     /* of the period */
	int weeks;	     /* of load, from 0 */
	int bands;
	const int *act; /* per day: calendar days so far, pauses not counted */
	const int *weekday; /* per day: Monday is 0 */
	int cap_a, cap_b, over_a, over_b;
	int cap_dispatch, over_dispatch;
	int off_weekday;
	int n_bodies, n_meetings, n_groups, n_links;
	uint32_t n_slots;
	const struct plan_body *body;
	const struct plan_meeting *meeting;
	const struct plan_slot *slot;
	const struct plan_load *load;
	const struct plan_group *group;
	const struct plan_link *link;
	/* the groups that each meeting is in: group_of[group_at[m]] up to
	 * group_of[group_at[m + 1]] */
	const int *group_at, *group_of;
};

/* plan_week(m, day): the week of a day for groups that are charged, from 0. */
static inline int
plan_week(const struct plan_model *m, int day)
{
	return (day + m->weekday[0]) / 7;
}

/* plan_group_room(g, week): what is left of the cap that week. */
static inline int
plan_group_room(const struct plan_group *g, int week)
{
	int used = g->taken == NULL ? 0 : g->taken[week];

	return used < g->cap ? g->cap - used : 0;
}

/* A plan: for each meeting the index of its slot in the model's, or PLAN_NONE.
 */
struct plan {
	int n;
	int32_t *slot; /* model->n_meetings */
};

/* plan_model_finish(m, err): check a model whose arrays have been filled (all
 * indices in range, days and weeks within the period, slots sorted, bodies
 * whole) and fill group_at and group_of.  KL_E_INPUT names what is wrong. */
int plan_model_finish(struct plan_model *m, struct kl_error *err);

/* What a plan breaks. */
enum plan_rule {
	PLAN_PLACED, /* every meeting has one of its slots */
	PLAN_GAP,    /* two consecutive meetings too close or too far apart */
	PLAN_LEAD,   /* the council's meeting not before the committee's */
	PLAN_WINDOW, /* no meeting in a window */
	PLAN_GROUP,  /* too many at once */
	PLAN_LINK    /* a council that serves several */
};

struct plan_violation {
	enum plan_rule rule;
	int meeting, other; /* the one, and the one after it, or PLAN_NONE */
	int body, window, group,
	    link;      /* what the rule is about, or PLAN_NONE */
	int day, band; /* of a group; or PLAN_NONE */
};

struct plan_verdict {
	int64_t cost;
	int64_t slots, weekday, load, dispatch, group; /* the cost's parts */
	size_t n_violations;
	struct plan_violation *violation; /* in the arena given */
};

/* plan_judge(m, plan, a, verdict, err): the cost and everything that is broken,
 * counted from the definition alone and by nothing that the solver uses. */
int plan_judge(const struct plan_model *m, const struct plan *plan,
    struct arena *a, struct plan_verdict *verdict, struct kl_error *err);

#endif
