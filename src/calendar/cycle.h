/* SPDX-License-Identifier: EUPL-1.2
 *
 * A cycle definition: the steps before and after a committee's meeting, as a
 * secretary wrote them in a file of calendars/.  Counts and moves days; knows
 * no law and gives no reasons (the room rules does).
 */
#ifndef CALENDAR_CYCLE_H
#define CALENDAR_CYCLE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include <kansli/day.h>
#include <kansli/error.h>

#define CYCLE_STEPS_MAX 100	 /* steps of one definition */
#define CYCLE_OVERRIDES_MAX 5000 /* recorded exceptions */
#define CYCLE_GUIDE_MAX 30	 /* points of a step's quick guide */
#define CYCLE_DAYS_MAX 366	 /* farthest from the meeting */

/* Where a step goes that falls on a day off. */
enum cycle_roll {
	CYCLE_STAYS,
	CYCLE_BACKWARD, /* the working day before */
	CYCLE_FORWARD,	/* the working day after */
	CYCLE_LEGAL	/* the same, because lag 1930:173 § 2 says so */
};

/* Who answers for a step. */
enum cycle_level { CYCLE_OFFICE, CYCLE_SECRETARIAT, CYCLE_COMMITTEE };

/* The statutory limit that a step must keep; what it says, rules knows. */
enum cycle_limit {
	CYCLE_NO_LIMIT,
	CYCLE_SUMMONS,
	CYCLE_ADJUSTMENT,
	CYCLE_NOTICE
};

#define CYCLE_MEETING ((size_t)-1) /* counted from the meeting itself */

struct cycle_step {
	const char *id;
	const char *name; /* Swedish, as people see it */
	int offset;	  /* days from the anchor; negative before */
	bool working;	  /* count working days only */
	size_t anchor;	  /* index of the step counted from, or CYCLE_MEETING */
	enum cycle_roll roll;
	enum cycle_level level;
	enum cycle_limit limit;
	const char *source;  /* where it is laid down, or NULL */
	const char *routine; /* <rutin>: how it is done, a paragraph, or NULL */
	text_list guide;     /* <lathund>: quick guide, one point each */
	kl_day from, until;  /* meetings it applies to; KL_DAY_NONE: open */
	const char *only;    /* the one committee that has it, or NULL */
	bool dropped;	     /* the committee does without it */
	int line;	     /* in the file */
};

/* A committee's own form of a common step. */
struct cycle_variant {
	const char *committee;
	size_t step;
	struct cycle_step own;
};

/* A day picked by hand for one meeting. */
struct cycle_override {
	const char *committee; /* or NULL: whichever meets that day */
	kl_day meeting;
	size_t step;
	kl_day day; /* KL_DAY_NONE: the step falls away */
	const char *reason;
	int line;
};

struct cycle {
	struct arena *arena;
	const char *file; /* as it was opened */
	const char *name;
	VEC(struct cycle_step) steps;
	VEC(struct cycle_variant) variants;
	VEC(struct cycle_override) overrides;
};

/* cycle_load(path, out, err): read and check a definition; free with
 * cycle_free.  KL_E_ENV if it cannot be read; KL_E_INPUT with file, line and
 * field, and the nearest known name, for anything unknown, doubled, impossible
 * or going in a circle. */
int cycle_load(const char *path, struct cycle **out, struct kl_error *err);

/* cycle_free(c): NULL is fine. */
void cycle_free(struct cycle *c);

/* cycle_step_of(c, i, committee): step ${i} as ${committee} (or NULL: the
 * common form) has it. */
const struct cycle_step *cycle_step_of(
    const struct cycle *c, size_t i, const char *committee);

/* cycle_applies(step, committee, meeting): whether the step belongs to that
 * committee's meeting on that day. */
bool cycle_applies(
    const struct cycle_step *step, const char *committee, kl_day meeting);

/* cycle_override_add(c, step, committee, meeting, day, reason, err): add a day
 * picked by hand that is recorded elsewhere (the register); it goes before
 * those added earlier and those of the file.  ${day} KL_DAY_NONE: the step
 * falls away;
 * ${committee} and ${reason} may be NULL.  KL_E_NOTFOUND with the nearest id
 * for an unknown step, KL_E_INPUT for a day more than a year from the meeting.
 */
int cycle_override_add(struct cycle *c, const char *step, const char *committee,
    kl_day meeting, kl_day day, const char *reason, struct kl_error *err);

/* cycle_find(c, id, out, err): the index of the step ${id}; KL_E_NOTFOUND with
 * the nearest id if there is none. */
int cycle_find(
    const struct cycle *c, const char *id, size_t *out, struct kl_error *err);

/* cycle_override_of(c, i, committee, meeting): the day picked by hand for step
 * ${i}, or NULL.  One for the committee goes before one for all, a later one
 * before an earlier. */
const struct cycle_override *cycle_override_of(
    const struct cycle *c, size_t i, const char *committee, kl_day meeting);

/* cycle_count(step, anchor): ${anchor} plus the step's offset, not moved. */
kl_day cycle_count(const struct cycle_step *step, kl_day anchor);

/* cycle_nominal(c, committee, i, weekday): how many days after a meeting on
 * that weekday (Monday 0) the step ${i} falls in ${committee}'s form (NULL: the
 * common), in a year without days off but Saturdays and Sundays; negative
 * before.  What a step usually is, for comparing and drawing. */
int cycle_nominal(
    const struct cycle *c, const char *committee, size_t i, int weekday);

/* cycle_moved(roll, day): ${day}, moved off days off as ${roll} says. */
kl_day cycle_moved(enum cycle_roll roll, kl_day day);

#endif
