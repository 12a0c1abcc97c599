/* SPDX-License-Identifier: EUPL-1.2
 *
 * A step's day: count from its anchor, move, let a day picked by hand win; then
 * hold the steps that the law limits against their limits.
 */
#include "config.h"

#include <stdlib.h>

#include "calendar/holiday.h"
#include "rules/cycle.h"
#include "rules/deadline.h"

#define RULE_STEP "cycle-step"
#define RULE_MOVE "cycle-roll"
#define RULE_BY_HAND "cycle-override"

/* One question about a cycle. */
struct asked {
	const struct cycle *def;
	const char *committee;
	kl_day meeting;
	const struct rule_book *book;
	struct kl_error *err;
	struct rules_step all[CYCLE_STEPS_MAX]; /* by the definition's index;
						   step NULL: not yet known */
};

static const char *
source_of(const struct asked *q, const struct cycle_step *step)
{
	return step->source != NULL ? step->source : q->def->name;
}

/* What ${step} is counted from; a step that falls away keeps its place. */
static kl_day
anchor_day(const struct asked *q, const struct cycle_step *step)
{
	const struct rules_step *r;

	if (step->anchor == CYCLE_MEETING)
		return q->meeting;
	r = &q->all[step->anchor];
	return r->day == KL_DAY_NONE ? r->by_rule : r->day;
}

/* Say how the plain day came about.  Arguments: the step, the number, what it
 * is counted from and its day, the result. */
static void
say_count(
    const struct asked *q, struct rules_step *r, kl_day anchor, kl_day plain)
{
	static const char *const keys[2][2][2] = {
		{ { KL_N_("%s: %d day before %s (%s) is %s."),
		      KL_N_("%s: %d days before %s (%s) is %s.") },
		    { KL_N_("%s: %d day after %s (%s) is %s."),
			KL_N_("%s: %d days after %s (%s) is %s.") } },
		{ { KL_N_("%s: %d working day before %s (%s) is %s."),
		      KL_N_("%s: %d working days before %s (%s) is %s.") },
		    { KL_N_("%s: %d working day after %s (%s) is %s."),
			KL_N_("%s: %d working days after %s (%s) is %s.") } }
	};
	const struct cycle_step *step = r->step;
	struct derivation *why = &r->why;
	struct kl_error sentence;
	int n = abs(step->offset);
	const char *from = step->anchor == CYCLE_MEETING
			       ? derive_word(why, KL_N_("the meeting"))
			       : q->all[step->anchor].step->name;

	if (n == 0) {
		derive(why, RULE_STEP, source_of(q, step),
		    KL_N_("%s is on the same day as %s: %s."), step->name, from,
		    derive_day(why, plain));
		return;
	}
	kl_error_set(&sentence, 0, "%s%d%s%s%s", step->name, n, from,
	    derive_day(why, anchor), derive_day(why, plain));
	sentence.text = keys[step->working][step->offset > 0][n != 1];
	derive_add(why, RULE_STEP, source_of(q, step), &sentence);
}

static void
say_move(const struct asked *q, struct rules_step *r, kl_day plain)
{
	struct derivation *why = &r->why;
	kl_day to = r->by_rule;

	if (to < plain)
		derive(why, RULE_MOVE, source_of(q, r->step),
		    KL_N_("The step falls on a day off, so it moves to the "
			  "working day before: %s. Days off: %s."),
		    derive_day(why, to),
		    derive_days_off(why, to + 1, plain + 1));
	else if (to > plain)
		derive(why, RULE_MOVE,
		    r->step->roll == CYCLE_LEGAL ? "lag 1930:173 § 2"
						 : source_of(q, r->step),
		    KL_N_("The step falls on a day off, so it moves to the "
			  "next working day: %s. Days off: %s."),
		    derive_day(why, to), derive_days_off(why, plain, to));
}

/* Let a day picked by hand win, with its difference from the rule. */
static void
apply_override(const struct asked *q, size_t i, struct rules_step *r)
{
	struct derivation *why = &r->why;
	const struct cycle_override *o =
	    cycle_override_of(q->def, i, q->committee, q->meeting);
	const char *reason;

	if (o == NULL)
		return;
	r->override = o;
	r->day = o->day;
	reason = o->reason == NULL ? "-" : o->reason;
	if (o->day == KL_DAY_NONE)
		derive(why, RULE_BY_HAND, q->def->name,
		    KL_N_("The step falls away for this meeting, by hand. "
			  "Reason: %s."),
		    reason);
	else if (o->day == r->by_rule)
		derive(why, RULE_BY_HAND, q->def->name,
		    KL_N_("The day was also picked by hand, the same as the "
			  "rule's. Reason: %s."),
		    reason);
	else if (o->day < r->by_rule)
		derive(why, RULE_BY_HAND, q->def->name,
		    KL_N_("The day was picked by hand: %s. Days earlier than "
			  "the rule's %s: %d. Reason: %s."),
		    derive_day(why, o->day), derive_day(why, r->by_rule),
		    r->by_rule - o->day, reason);
	else
		derive(why, RULE_BY_HAND, q->def->name,
		    KL_N_("The day was picked by hand: %s. Days later than the "
			  "rule's %s: %d. Reason: %s."),
		    derive_day(why, o->day), derive_day(why, r->by_rule),
		    o->day - r->by_rule, reason);
}

/* Work out step ${i}, after the step it is counted from.  The definition was
 * checked to hold no circle, so the depth is at most its number of steps. */
static void
work_out(struct asked *q, size_t i)
{
	struct rules_step *r = &q->all[i];
	kl_day anchor, plain;

	if (r->step != NULL)
		return;
	r->step = cycle_step_of(q->def, i, q->committee);
	if (r->step->anchor != CYCLE_MEETING)
		work_out(q, r->step->anchor);
	anchor = anchor_day(q, r->step);
	plain = cycle_count(r->step, anchor);
	r->day = r->by_rule = cycle_moved(r->step->roll, plain);
	say_count(q, r, anchor, plain);
	say_move(q, r, plain);
	apply_override(q, i, r);
}

/* The day of the step that is the adjustment, or where ${step} counts from. */
static kl_day
adjusted_day(const struct asked *q, const struct cycle_step *step)
{
	size_t i;

	for (i = 0; i < q->def->steps.n; i++)
		if (q->all[i].step->limit == CYCLE_ADJUSTMENT &&
		    q->all[i].day != KL_DAY_NONE &&
		    cycle_applies(q->all[i].step, q->committee, q->meeting))
			return q->all[i].day;
	return anchor_day(q, step);
}

/* The last lawful day for ${r}, with its reasons added. */
static int
limit_of(const struct asked *q, struct rules_step *r, kl_day *latest)
{
	struct rules_adjustment adjustment;
	int rc = 0;

	*latest = KL_DAY_NONE;
	switch (r->step->limit) {
	case CYCLE_NO_LIMIT:
		break;
	case CYCLE_SUMMONS:
		rc =
		    rules_summons(q->meeting, q->book, &r->why, latest, q->err);
		break;
	case CYCLE_ADJUSTMENT:
		rc = rules_adjust(
		    q->meeting, q->book, &r->why, &adjustment, q->err);
		*latest = rc == 0 ? adjustment.latest : KL_DAY_NONE;
		break;
	case CYCLE_NOTICE:
		rc = rules_notice(
		    adjusted_day(q, r->step), q->book, &r->why, latest, q->err);
		break;
	}
	return rc;
}

static int
check_limit(const struct asked *q, struct rules_step *r)
{
	char day[11], last[11];
	kl_day latest;
	int rc;

	if (r->day == KL_DAY_NONE)
		return 0;
	rc = limit_of(q, r, &latest);
	if (rc != 0 || latest == KL_DAY_NONE || r->day <= latest)
		return rc;
	kl_error_set(q->err, KL_E_RULE,
	    KL_N_("The step \"%s\" would be on %s, after its legal limit %s. A "
		  "cycle may be stricter than the law, never looser. Move the "
		  "step to an earlier day in the definition."),
	    r->step->name, kl_day_format(r->day, day),
	    kl_day_format(latest, last));
	kl_error_where(q->err, q->def->file,
	    r->override != NULL ? r->override->line : r->step->line,
	    r->step->id);
	if (r->why.reasons.n > 0)
		kl_error_statute(
		    q->err, r->why.reasons.v[r->why.reasons.n - 1].statute);
	return KL_E_RULE;
}

/* Put ${r} into ${out}, sorted by day, later ones of the same day after. */
static int
insert(struct arena *a, struct rules_steps *out, const struct rules_step *r)
{
	struct rules_step *v = vec_push(a, &out->v);
	size_t i = out->v.n - 1;

	if (v == NULL)
		return KL_E_NOMEM;
	v = out->v.v;
	for (; i > 0 && r->day != KL_DAY_NONE &&
	       (v[i - 1].day == KL_DAY_NONE || v[i - 1].day > r->day);
	     i--)
		v[i] = v[i - 1];
	v[i] = *r;
	return 0;
}

int
rules_cycle(const struct cycle *def, const char *committee, kl_day meeting,
    const struct rule_book *book, struct arena *a,
    const char *(*translate)(const char *), struct rules_steps *out,
    struct kl_error *err)
{
	struct asked q = { def, committee, meeting, book, err, { { 0 } } };
	int year = meeting == KL_DAY_NONE ? 0 : kl_day_year(meeting);
	size_t i;
	int rc;

	if (year <= HOLIDAY_FIRST_YEAR || year >= HOLIDAY_LAST_YEAR)
		return kl_error_set(err, KL_E_INPUT,
		    KL_N_("The calendar knows meetings after %d and before %d. "
			  "Give another date."),
		    HOLIDAY_FIRST_YEAR, HOLIDAY_LAST_YEAR);
	for (i = 0; i < def->steps.n; i++)
		q.all[i].why =
		    (struct derivation){ .arena = a, .translate = translate };
	for (i = 0; i < def->steps.n; i++)
		work_out(&q, i);
	for (i = 0; i < def->steps.n; i++) {
		if (!cycle_applies(q.all[i].step, committee, meeting))
			continue;
		rc = check_limit(&q, &q.all[i]);
		if (rc != 0)
			return rc;
		if (insert(a, out, &q.all[i]) != 0)
			return kl_error_nomem(err);
	}
	return arena_failed(a) ? kl_error_nomem(err) : 0;
}
