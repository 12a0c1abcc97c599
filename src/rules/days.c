/* SPDX-License-Identifier: EUPL-1.2
 *
 * The calendars' answers in sentences.
 */
#include "config.h"

#include <string.h>

#include "base/tree.h"
#include "calendar/workday.h"
#include "rules/answer.h"
#include "rules/days.h"

/* "calendars/lov.ics:28", or "" on failure. */
static const char *
place(struct derivation *why, const char *file, int line)
{
	const char *s = arena_printf(why->arena, "%s:%d", file, line);

	return s == NULL ? "" : s;
}

/* A reason that stands in a calendar. */
static void
add_period(struct derivation *why, const struct day_off *o)
{
	const char *rule = day_off_kind_name(o->kind);
	const char *at = place(why, o->file, o->line);
	const char *from = derive_day(why, o->from);
	const char *to = derive_day(why, o->to);

	switch (o->kind) {
	case DAY_OFF_SCHOOL_BREAK:
		derive(why, rule, at,
		    KL_N_("The schools have a break, %s: %s to %s."), o->name,
		    from, to);
		break;
	case DAY_OFF_PAUSE:
		derive(why, rule, at,
		    KL_N_("The committees pause, %s: %s to %s."), o->name, from,
		    to);
		break;
	case DAY_OFF_COUNCIL_DAY:
		derive(why, rule, at, KL_N_("The council meets, %s: %s."),
		    o->name, from);
		break;
	default:
		derive(why, rule, at,
		    KL_N_("The day is blocked, %s: %s to %s."), o->name, from,
		    to);
		break;
	}
}

/* A reason by rule. */
static void
add_rule(struct derivation *why, const struct day_off *o)
{
	const char *rule = day_off_kind_name(o->kind);
	const char *statute = day_off_statute(o->kind);
	const char *day = derive_day(why, o->from);

	statute = statute == NULL ? "" : statute;
	switch (o->kind) {
	case DAY_OFF_WEEKEND:
		derive(why, rule, statute,
		    KL_N_("%s is a Saturday or a Sunday."), day);
		break;
	case DAY_OFF_HOLIDAY:
		derive(why, rule, statute, KL_N_("%s is a public holiday, %s."),
		    day, o->name);
		break;
	case DAY_OFF_EQUATED_EVE:
		derive(why, rule, statute,
		    KL_N_("%s is %s, which the law treats as a public "
			  "holiday."),
		    day, o->name);
		break;
	case DAY_OFF_CUSTOMARY_EVE:
		derive(why, rule, statute,
		    KL_N_("%s is %s, an eve that offices keep by custom."), day,
		    o->name);
		break;
	case DAY_OFF_BRIDGE:
		derive(why, rule, statute,
		    KL_N_("%s is a bridge day: a working day with days off on "
			  "both sides."),
		    day);
		break;
	default:
		derive(why, rule, statute,
		    KL_N_("%s lies between Christmas and New Year."), day);
		break;
	}
}

bool
rules_day(const struct days_off *d, kl_day day, const char *committee,
    struct derivation *why)
{
	const struct day_off *o;
	bool off = false;
	size_t at = 0;

	while ((at = days_off_on(d, day, committee, at, &o)) != 0) {
		off = true;
		if (o->file != NULL)
			add_period(why, o);
		else
			add_rule(why, o);
	}
	if (!off)
		derive(why, "working-day", "",
		    KL_N_("%s is a working day, and no calendar is against "
			  "it."),
		    derive_day(why, day));
	return off;
}

/* ${why} with no reasons yet, for the next row. */
static void
next_row(struct derivation *why)
{
	why->reasons.n = 0;
}

void
rules_answer_windows(struct kl_data *list, const struct days_off *d,
    const char *committee, struct derivation *why)
{
	const struct process_window *w;
	struct kl_data *row;
	size_t i;

	for (i = 0; i < d->windows.n; i++) {
		w = &d->windows.v[i];
		if (kl_day_year(w->from) > d->year ||
		    kl_day_year(w->to) < d->year ||
		    (committee != NULL && w->committee != NULL &&
			strcmp(committee, w->committee) != 0))
			continue;
		next_row(why);
		derive(why, "process", place(why, w->file, w->line),
		    KL_N_("A meeting is needed from %s to %s, because %s is "
			  "decided then."),
		    derive_day(why, w->from), derive_day(why, w->to), w->name);
		row = data_add_object(list, NULL);
		data_add_text(row, "name", w->name);
		data_add_day(row, "from", w->from);
		data_add_day(row, "to", w->to);
		data_add_text(row, "committee", w->committee);
		rules_answer_because(row, why);
	}
}

static void
say_turn(
    struct derivation *why, const struct wheel *w, const struct wheel_turn *t)
{
	const char *at = place(why, w->file, t->item->line);
	bool first = t->item->meeting == WHEEL_FIRST;

	if (t->item->source != NULL)
		at = arena_printf(why->arena, "%s, %s", t->item->source, at);
	derive(why, "wheel", at == NULL ? "" : at,
	    KL_N_("It comes back by %s, this time from %s to %s."),
	    t->item->rule, derive_day(why, t->from), derive_day(why, t->to));
	if (t->meeting == KL_DAY_NONE)
		return;
	if (first)
		derive(why, "wheel-meeting", at,
		    KL_N_("It is reported at the first meeting of that time: "
			  "%s."),
		    derive_day(why, t->meeting));
	else
		derive(why, "wheel-meeting", at,
		    KL_N_("It is reported at the last meeting of that time: "
			  "%s."),
		    derive_day(why, t->meeting));
}

void
rules_answer_wheel(struct kl_data *list, const struct wheel *w,
    const wheel_turns *turns, const char *committee, struct derivation *why)
{
	const struct wheel_turn *t;
	struct kl_data *row;
	size_t i;

	for (i = 0; i < turns->n; i++) {
		t = &turns->v[i];
		next_row(why);
		say_turn(why, w, t);
		row = data_add_object(list, NULL);
		data_add_text(row, "committee", committee);
		data_add_text(row, "id", t->item->id);
		data_add_text(row, "title", t->title);
		data_add_text(row, "responsible", t->item->responsible);
		data_add_text(row, "period", t->period);
		data_add_day(row, "from", t->from);
		data_add_day(row, "to", t->to);
		data_add_text(row, "report",
		    t->item->meeting == WHEEL_FIRST ? "first" : "last");
		data_add_day(row, "meeting", t->meeting);
		rules_answer_because(row, why);
	}
}
