/* SPDX-License-Identifier: EUPL-1.2
 *
 * Planning a year: the meetings of all committees and councils together, from
 * the register's facts and the calendars.  Plans are kept in versions; each
 * change makes a new one from the current, and the register's meetings are
 * changed by adopting alone.  See <kansli/office.h> for what the functions have
 * in common.
 *
 * A meeting is named CODE/DATE by the day that the plan has it on, adopted or
 * not.
 */
#ifndef KANSLI_YEAR_H
#define KANSLI_YEAR_H

#include <kansli/office.h>

/* How far the solver has come. */
struct kl_plan_progress {
	int64_t cost;	/* of the best plan so far; -1 before the first */
	int64_t bound;	/* proven: no plan costs less */
	double seconds; /* since the start */
};

/* How long the solver works, and whom it tells.  All of it may be 0: then it
 * works until the best plan is proved. */
struct kl_plan_run {
	double seconds;	    /* at most */
	int64_t iterations; /* at most; the same seed and count give the same
			       plan */
	uint64_t seed;
	int threads;			/* 0: one */
	bool (*should_stop)(void *ctx); /* asked often; the best is kept */
	double (*clock)(void *ctx);	/* seconds, from anywhere */
	void (*progress)(void *ctx, const struct kl_plan_progress *now);
	void *ctx;
};

/* Which plan, and what is asked of it. */
struct kl_plan {
	int year;
	int version;		    /* 0: the current */
	const char *committee;	    /* show it alone; NULL: all */
	const char *const *without; /* names of constraints to leave out, ended
				       by NULL; or NULL */
	bool move_adopted;	    /* adopted meetings may move */
	bool move_summoned;	    /* even those that are summoned */
	struct kl_plan_run run;
};

/* A version in an answer: {"year","version","from_version","how","status",
 * "cost","bound","meetings","made","adopted","current"}; "bound" is the proven
 * least cost. A planned meeting:
 * {"date","weekday","week","committee","nr","start","end",
 * "room","fixed","meeting","state"}; "weekday" is 1 for Monday, "meeting" the
 * key that the register knows it by, if it does. */

/* kl_plan_new(o, what, file, faults, answer, err): start the year's plan: a
 * version made of last year's pattern, each meeting in the same week on the
 * same weekday, or, with ${file} (CSV, .ics or exchange XML), of what somebody
 * has planned by hand (what->year 0: the year that the file is of).  Faults of
 * the file are in ${faults}.  ${answer}: the version, "sources": what the plan
 * will be made from, "remarks": what is missing or odd, "faults": what is wrong
 * with the plan as it stands. */
int kl_plan_new(struct kl_office *o, const struct kl_plan *what,
    const char *file, struct kl_faults *faults, struct kl_data **answer,
    struct kl_error *err);

/* kl_plan_solve(o, what, answer, err): find the cheapest plan of the year and
 * keep it as a new version.  The register is not held while the solver works.
 * ${answer}: the version with "parts" of its cost, "seconds" and "iterations".
 * When the constraints cannot all be kept, "status" is "infeasible" and
 * "conflict" is a smallest set of them, [{"text","loosen","source","rule"}];
 * then nothing is saved, and nothing is when no plan was found in the time
 * ("unknown"). */
int kl_plan_solve(struct kl_office *o, const struct kl_plan *what,
    struct kl_data **answer, struct kl_error *err);

/* kl_plan_move(o, what, meeting, day, answer, err): the cheapest plan around
 * the move of ${meeting} to ${day}, kept as a new version.  Held meetings never
 * move, adopted ones if named or allowed.  ${answer} as from kl_plan_solve with
 * "moves": [{"committee","nr","from","to","because"}], the meeting itself
 * first. KL_E_RULE with the reasons when it cannot be held that day. */
int kl_plan_move(struct kl_office *o, const struct kl_plan *what,
    const char *meeting, kl_day day, struct kl_data **answer,
    struct kl_error *err);

/* kl_plan_year_of(meeting, year, err): the year of a meeting's name; KL_E_USAGE
 * if it names none. */
int kl_plan_year_of(const char *meeting, int *year, struct kl_error *err);

/* kl_plan_fix(o, meeting, fixed, answer, err): the meeting stays on its day
 * when the year is planned again; or, with ${fixed} false, no longer. */
int kl_plan_fix(struct kl_office *o, const char *meeting, bool fixed,
    struct kl_data **answer, struct kl_error *err);

/* kl_plan_list(o, answer, err): all versions of all years, without meetings. */
int kl_plan_list(
    struct kl_office *o, struct kl_data **answer, struct kl_error *err);

/* kl_plan_show(o, what, answer, err): a version with its "days", the planned
 * meetings, and "months": for each committee its days,
 * [{"committee","1","2",...,"12"}]. */
int kl_plan_show(struct kl_office *o, const struct kl_plan *what,
    struct kl_data **answer, struct kl_error *err);

/* kl_plan_why(o, what, committee, day, answer, err): every constraint that
 * forbids ${committee} to meet on ${day}, or that charges it, when the rest of
 * the plan stays: {"committee","date","possible","cost","forbidden":[...],
 * "charged":[...]}, each {"rule","text","source","cost"}. */
int kl_plan_why(struct kl_office *o, const struct kl_plan *what,
    const char *committee, kl_day day, struct kl_data **answer,
    struct kl_error *err);

/* kl_plan_conflict(o, what, answer, err): whether the year can be planned at
 * all: {"year","possible","conflict"} as from kl_plan_solve. */
int kl_plan_conflict(struct kl_office *o, const struct kl_plan *what,
    struct kl_data **answer, struct kl_error *err);

/* kl_plan_check(o, what, file, faults, answer, err): what is wrong with a
 * version, or with the plan in ${file} (its year: what->year, 0: the file's):
 * {"year","meetings","cost","parts","best","best_version","bound","faults":
 * [{"rule","text","source"}],"charges":[{"rule","text","cost"}]}.
 * "best" is the cheapest plan that the register holds of the year. */
int kl_plan_check(struct kl_office *o, const struct kl_plan *what,
    const char *file, struct kl_faults *faults, struct kl_data **answer,
    struct kl_error *err);

/* kl_plan_check_file(settings, what, file, faults, answer, err): the same
 * without a register, by the common rules and calendars alone. */
int kl_plan_check_file(const struct kl_settings *settings,
    const struct kl_plan *what, const char *file, struct kl_faults *faults,
    struct kl_data **answer, struct kl_error *err);

/* kl_plan_compare(o, year, before, after, answer, err): what differs between
 * two versions (0: the current, and the one it was made from):
 * {"before","after","parts","moves":[{"committee","nr","from","to"}]}; a
 * meeting that only one of them has lacks the other's day. */
int kl_plan_compare(struct kl_office *o, int year, int before, int after,
    struct kl_data **answer, struct kl_error *err);

/* kl_plan_adopt(o, what, dir, faults, answer, err): the version's meetings
 * become the register's: new ones are made, adopted ones moved, those that the
 * plan adopted before had and this one has not are cancelled; held ones are not
 * touched.  KL_E_RULE with the first of the faults when the plan breaks a
 * constraint that is not in what->without.  With ${dir}, the report of each
 * committee's meeting days, the wall planner, the table of months and the
 * calendars are then written there; what could not be is in ${faults}.
 * ${answer}: {"year","version","added","moved" (days, clocks and places before
 * and now: the day may be the same),
 * "cancelled","unchanged","paths"}. */
int kl_plan_adopt(struct kl_office *o, const struct kl_plan *what,
    const char *dir, struct kl_faults *faults, struct kl_data **answer,
    struct kl_error *err);

/* kl_plan_export(o, year, dir, headings, answer, err): the register's meetings
 * of the year with their steps as calendars: an iCalendar file for each
 * committee, each person with a seat and each role, and tables for Outlook
 * beside them, into ${dir}.  ${headings} of the tables: "en" (NULL) or "sv";
 * KL_E_USAGE for others.  {"paths":[...]} */
int kl_plan_export(struct kl_office *o, int year, const char *dir,
    const char *headings, struct kl_data **answer, struct kl_error *err);

/* kl_plan_undo(o, year, answer, err): go back to the version that the current
 * one was made from.  The register's meetings stay as they are. */
int kl_plan_undo(struct kl_office *o, int year, struct kl_data **answer,
    struct kl_error *err);

#endif
