/* SPDX-License-Identifier: EUPL-1.2
 *
 * What the use cases of planning share: a year with everything that it is
 * planned from, and the frame in which its plans change.  Private to the room.
 */
#ifndef OFFICE_PLAN_H
#define OFFICE_PLAN_H

#include "calendar/days_off.h"
#include "office/office_private.h"
#include "plan/year.h"
#include <kansli/year.h>

/* A committee's cycle, loaded once. */
struct planning_cycle {
	const char *committee; /* code */
	struct cycle *cycle;
};

/* A year under way.  Texts live in the work's arena. */
struct planning {
	struct work w;
	int year;
	const struct kl_plan *what;
	struct days_off *days_off;
	VEC(struct planning_cycle) cycles;
	year_plans versions;	/* the year's, without their meetings */
	struct year_plan *now;	/* the version asked for, or NULL */
	struct year_plan *last; /* last year's current plan, or NULL */
	bool afresh;		/* now is NULL though there may be a plan */
	bool keep_number;	/* as many meetings as the plan has, not as
				   the rules say */
	const char *movable[2]; /* the meeting that is to be moved */
	bool plain; /* to judge: nothing stays, no move is charged */
	struct year_weights weights;
	struct year_input in;
	struct year *y; /* once planning_model has been called */
};

/* planning_begin(p, o, what, right, err): a use case under way on the plans of
 * what->year: the facts, the calendars and the version asked for.  Nothing is
 * locked.  Follow with planning_end whatever happens.  KL_E_NOTFOUND for a
 * version that does not exist. */
int planning_begin(struct planning *p, struct kl_office *o,
    const struct kl_plan *what, enum right right, struct kl_error *err);

/* planning_calendars(p, err): the days off of p->year and the cycle of each
 * committee of the bundle; part of planning_begin. */
int planning_calendars(struct planning *p, struct kl_error *err);

/* planning_need(p, err): KL_E_NOTFOUND unless the year has a plan. */
int planning_need(const struct planning *p, struct kl_error *err);

/* planning_keys(p, plan): a planned meeting that has no key is the register's,
 * if that has one of the committee on the day. */
void planning_keys(struct planning *p, struct year_plan *plan);

/* planning_model(p, err): make p->y, the model of the year. */
int planning_model(struct planning *p, struct kl_error *err);

/* planning_numbers(p, in, plan, faults, err): the numbers of the plan ${in} in
 * the model, in the work's arena; meetings that it does not have, or has on
 * days that are none of theirs, get PLAN_NONE. */
int planning_numbers(struct planning *p, const struct year_plan *in,
    struct plan *plan, struct kl_faults *faults, struct kl_error *err);

/* planning_judge(p, plan, verdict, err): what ${plan} costs and breaks in the
 * model; sets its cost and status. */
int planning_judge(struct planning *p, struct year_plan *plan,
    struct plan_verdict *verdict, struct kl_error *err);

/* planning_save(p, plan, how, err): keep ${plan} as the next version, the
 * current one, made from p->now.  Locks the register.  When facts have changed
 * since they were loaded, the plan is judged again: KL_E_RULE, with nothing
 * saved, if it no longer holds. */
int planning_save(struct planning *p, struct year_plan *plan, const char *how,
    struct kl_error *err);

/* planning_end(p, rc, answer, err): as work_end; frees the rest. */
int planning_end(
    struct planning *p, int rc, struct kl_data **answer, struct kl_error *err);

/* planning_file_year(file, year, faults, err): the year of which the plan in
 * ${file} is. */
int planning_file_year(const char *file, int *year, struct kl_faults *faults,
    struct kl_error *err);

/* planning_find(p, meeting, at, err): the planned meeting called ${meeting}
 * (CODE/DATE, or its key in the register) in p->now; KL_E_NOTFOUND with the
 * committee's nearest. */
int planning_find(struct planning *p, const char *meeting, struct planned **at,
    struct kl_error *err);

/* ---- answers (plan_show.c) ----------------------------------------------- */

/* plan_put(to, plan): the version's own members. */
void plan_put(struct kl_data *to, const struct year_plan *plan);

/* plan_put_meeting(w, to, m): a planned meeting as an object in the list
 * ${to}. */
void plan_put_meeting(
    struct work *w, struct kl_data *to, const struct planned *m);

/* plan_put_parts(to, verdict): {"slots","weekday","load","dispatch"}. */
void plan_put_parts(struct kl_data *to, const struct plan_verdict *verdict);

/* plan_put_reasons(to, reasons, forbids): those that forbid, or those that
 * charge, in the list ${to}. */
void plan_put_reasons(
    struct kl_data *to, const year_reasons *reasons, bool forbids);

/* plan_put_conflict(p, err): why there is no plan, as the answer's
 * "conflict". */
int plan_put_conflict(struct planning *p, struct kl_error *err);

/* plan_bound(bound): the least whole cost that the bound leaves. */
int64_t plan_bound_whole(double bound);

#endif
