/* SPDX-License-Identifier: EUPL-1.2
 *
 * A year to plan: from the register's facts and the calendars to the planner's
 * model, and back from its numbers to committees, days and reasons.  Each
 * constraint is named, can be switched off, and says why it stands.
 */
#ifndef PLAN_YEAR_H
#define PLAN_YEAR_H

#include <stdbool.h>

#include "calendar/cycle.h"
#include "calendar/days_off.h"
#include "domain/bundle.h"
#include "plan/explain.h"
#include "plan/model.h"
#include "plan/solve.h"
#include "rules/derive.h"

/* The kinds of hard constraints, as `--without` names them. */
enum year_rule {
	YEAR_DAYS_OFF, /* "days-off": holidays, eves, bridges, breaks, pauses */
	YEAR_WEEKDAYS, /* "weekdays": only the weekdays of the rules */
	YEAR_GAP,      /* "gap" */
	YEAR_WINDOW,   /* "windows": process windows */
	YEAR_LEAD,     /* "council": the council before its committee */
	YEAR_COMMITTEES, /* "committees": no two committees at once */
	YEAR_SECRETARY,	 /* "secretary": nobody in two meetings at once */
	YEAR_STAND_IN,	 /* "stand-in": one secretary is free to stand in */
	YEAR_PERSON,	 /* "person": a person with two seats */
	YEAR_ROOM,	 /* "room" */
	YEAR_STEPS,	 /* "steps": dispatch and so on fall on working days */
	YEAR_FIXED,	 /* "fixed": held, adopted and fixed meetings stay */
	YEAR_NUMBER,	 /* "number": the number of meetings a year */
	YEAR_RULES
};

/* A weight of year_weights that forbids instead of charging. */
#define YEAR_FORBIDS (-1)

/* What is charged.  Spacing, weekday and band are local to a meeting: each is
 * compared with what would be ideal for it alone, not with its neighbours, so
 * that they are costs of slots. */
struct year_weights {
	int spacing;	    /* a day (of act) from the ideal day of meeting k */
	int weekday;	    /* each place down the list of weekdays */
	int band;	    /* each place down the list of clocks */
	int stable_weekday; /* a meeting off its committee's commonest one */
	int monday_morning; /* an office's step on a Monday */
	int school_break;   /* a meeting in one; YEAR_FORBIDS (the common) */
	int office_pause;   /* an office's step in a pause, which the office
			       then does before it; or YEAR_FORBIDS */
	int cap_a, over_a, cap_b, over_b; /* load of a week; a cap of 0: a
					     tenth above the average week, half
					     above it */
	int cap_dispatch, over_dispatch;  /* dispatches a day; cap 0: one for
					     every six committees */
	int member_week; /* each meeting of a member after the first of the
			    week; those who have the same seats count as one */
	int change, change_summoned; /* moving an adopted, a summoned meeting */
};

/* What a year is planned from; all borrowed. */
struct year_input {
	int year;
	const struct bundle *facts; /* committees, mandates, rules, rooms,
				       absences; meetings of this year (that
				       are held, or adopted) and the last */
	const struct days_off *days_off;
	const struct cycle *(*cycle)(void *ctx, const char *committee);
	void *ctx;		      /* of ${cycle}: its definition */
	const struct year_plan *last; /* last year's plan, or NULL */
	const struct year_plan *now;  /* the plan that is changed, or NULL */
	kl_day today;		      /* what has happened stays */
	unsigned without;	      /* 1 << enum year_rule: switched off */
	const char *const *movable;   /* keys of adopted meetings that may move,
					 ended by NULL; or NULL */
	bool move_adopted;	      /* all that are not summoned may */
	bool move_summoned;	      /* all that are not held may */
	bool keep_number;	      /* as many meetings as ${now} has, and
					 every change of it charged: a move, not
					 a new plan */
	int at_once;		      /* committees that may meet at once; 0:
					 one, unless there are more meetings than
					 a fifth of the times */
	const struct year_weights *weights; /* NULL: year_weights_common */
};

extern const struct year_weights year_weights_common;

struct year;

/* year_new(in, translate, out, err): the model of that year.  KL_E_INPUT with
 * file and line for rules that cannot be (a window without a possible day or
 * two too near for the gap, an unknown stand-in, more meetings than the gaps
 * allow).  Changes against ${now} are already charged in the slots, so that
 * plan_model_moved on this model takes a charge of 0.  ${in} and what it points
 * to must outlive the year.  Free with year_free. */
int year_new(const struct year_input *in,
    const char *(*translate)(const char *), struct year **out,
    struct kl_error *err);
void year_free(struct year *y);

const struct plan_model *year_model(const struct year *y);

/* year_meeting(y, committee, nr): the model's index of that committee's
 * (council's) meeting number ${nr} (from 1), or PLAN_NONE. */
int year_meeting(const struct year *y, const char *committee, int nr);

/* year_day(y, day): the model's index of a civil day, or PLAN_NONE outside the
 * period. */
int year_day(const struct year *y, kl_day day);

/* year_rule_named(name, rule): the rule that `--without` calls ${name}; false
 * if there is none.  year_rule_name(rule): the other way. */
bool year_rule_named(const char *name, enum year_rule *rule);
const char *year_rule_name(enum year_rule rule);

/* year_plan_of(y, plan, a, out, err): the plan in words, rooms matched. */
int year_plan_of(const struct year *y, const struct plan *plan, struct arena *a,
    struct year_plan *out, struct kl_error *err);

/* year_take(y, in, plan, faults, err): the numbers of a plan that came from
 * outside; meetings on days that are no slot are told in ${faults} and get
 * PLAN_NONE. */
int year_take(const struct year *y, const struct year_plan *in,
    struct plan *plan, struct kl_faults *faults, struct kl_error *err);

/* One reason why a day is forbidden or what it is charged. */
struct year_reason {
	enum year_rule rule;
	bool forbids; /* otherwise it costs */
	int cost;
	const char *text;   /* a sentence */
	const char *source; /* statute, regulation, file:line */
};
typedef VEC(struct year_reason) year_reasons;

/* year_why(y, plan, committee, day, a, out, err): every constraint that forbids
 * or charges a meeting of ${committee} on ${day} when the rest of ${plan}
 * (NULL: nothing) stays. */
int year_why(const struct year *y, const struct plan *plan,
    const char *committee, kl_day day, struct arena *a, year_reasons *out,
    struct kl_error *err);

/* year_conflict(y, should_stop, ctx, a, out, err): why there is no plan: one
 * sentence for each constraint of a smallest set, each with what loosening it
 * would give; out->n is 0 when there is a plan, or nothing was known when it
 * was stopped.  The work has a bound that does not depend on the clock, so the
 * answer is the same each time; where it is reached before all has been tried,
 * the set is true but may not be smallest, or the bodies' closed days are taken
 * as given. */
struct year_conflict {
	const char *text;   /* the constraint */
	const char *loosen; /* what to change, and what that gives */
	const char *source;
	enum year_rule rule;
};
typedef VEC(struct year_conflict) year_conflicts;
int year_conflict(const struct year *y, bool (*should_stop)(void *ctx),
    void *ctx, struct arena *a, year_conflicts *out, struct kl_error *err);

/* year_check(y, plan, a, out, err): everything wrong with a plan made by hand:
 * clashes, missed windows, gaps, deadlines on days off, days that are off. */
int year_check(const struct year *y, const struct year_plan *plan,
    struct arena *a, year_reasons *out, struct kl_error *err);

#endif
