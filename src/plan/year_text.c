/* SPDX-License-Identifier: EUPL-1.2
 *
 * What a mark or a couple of bodies says, as a plain sentence with the place
 * where it stands.  Decides nothing.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "plan/year_inner.h"

static const char *const weekday_names[] = { KL_N_("Monday"), KL_N_("Tuesday"),
	KL_N_("Wednesday"), KL_N_("Thursday"), KL_N_("Friday"),
	KL_N_("Saturday"), KL_N_("Sunday") };

const char *
year_say(const struct year *y, struct arena *a, const struct kl_error *sentence)
{
	char text[1024];
	const char *s;

	kl_error_format(sentence, y->translate, text, sizeof text);
	s = arena_strdup(a, text);
	return s == NULL ? "" : s;
}

const char *
year_day_word(const struct year *y, struct arena *a, kl_day day)
{
	struct derivation d = { .arena = a, .translate = y->translate };

	return derive_day(&d, day);
}

static const char *
word(const struct year *y, const char *key)
{
	return y->translate == NULL ? key : y->translate(key);
}

static const char *
name_of(const struct committee *c)
{
	return c->name != NULL ? c->name : c->code;
}

static const char *
person_name(const struct year *y, struct arena *a, const char *ref)
{
	const struct person *p = bundle_person(y->in->facts, ref);
	const char *s;

	if (p == NULL || p->first == NULL || p->last == NULL)
		return ref == NULL ? "" : ref;
	s = arena_printf(a, "%s %s", p->first, p->last);
	return s == NULL ? "" : s;
}

/* The body's weekdays in its order: "Tuesday, Wednesday". */
static const char *
weekdays_of(const struct year *y, const struct year_party *p, struct arena *a)
{
	const char *list = "";
	int rank, i;

	for (rank = 0; rank < 7 && list != NULL; rank++)
		for (i = 0; i < 7; i++)
			if (p->rank[i] == rank && list != NULL)
				list = arena_printf(a, "%s%s%s", list,
				    list[0] == '\0' ? "" : ", ",
				    word(y, weekday_names[i]));
	return list == NULL ? "" : list;
}

static const char *
step_name(const struct year_party *p, int step)
{
	return cycle_step_of(p->cycle, (size_t)step, p->c->code)->name;
}

/* ---- days off ------------------------------------------------------------ */

static const char *
day_off_say(const struct year *y, const struct day_off *off, kl_day day,
    struct arena *a)
{
	static const char *const rules[] = {
		[DAY_OFF_WEEKEND] =
		    KL_N_("No meeting is held on a Saturday or a Sunday."),
		[DAY_OFF_HOLIDAY] =
		    KL_N_("No meeting is held on a public holiday."),
		[DAY_OFF_EQUATED_EVE] =
		    KL_N_("No meeting is held on midsommarafton, julafton or "
			  "nyårsafton."),
		[DAY_OFF_CUSTOMARY_EVE] =
		    KL_N_("No meeting is held on an eve that offices keep by "
			  "custom."),
		[DAY_OFF_BRIDGE] =
		    KL_N_("No meeting is held on a working day alone between "
			  "days off."),
		[DAY_OFF_BETWEEN] =
		    KL_N_("No meeting is held on the days between Christmas "
			  "and New Year."),
	};
	static const char *const periods[] = {
		[DAY_OFF_SCHOOL_BREAK] =
		    KL_N_("The schools have a break: %s (%s to %s)."),
		[DAY_OFF_PAUSE] =
		    KL_N_("No meetings are held in the pause: %s (%s to %s)."),
		[DAY_OFF_COUNCIL_DAY] =
		    KL_N_("The municipal council meets: %s (%s to %s)."),
		[DAY_OFF_BLOCKED] = KL_N_("The day is blocked: %s (%s to %s)."),
	};
	struct kl_error e;
	const char *s;
	char from[11], to[11];

	if (off->kind >= DAY_OFF_SCHOOL_BREAK) {
		kl_error_set(&e, 0, "%s%s%s",
		    off->name == NULL ? "-" : off->name,
		    kl_day_format(off->from, from), kl_day_format(off->to, to));
		e.text = periods[off->kind];
		return year_say(y, a, &e);
	}
	if (day != KL_DAY_NONE && off->name != NULL &&
	    off->kind != DAY_OFF_WEEKEND) {
		s = arena_printf(
		    a, "%s: %s", off->name, word(y, rules[off->kind]));
		return s == NULL ? "" : s;
	}
	return word(y, rules[off->kind]);
}

static const char *
file_line(struct arena *a, const char *file, int line)
{
	const char *s =
	    file == NULL ? NULL : arena_printf(a, "%s:%d", file, line);

	return s == NULL ? "" : s;
}

static const char *
day_off_source(const struct day_off *off, struct arena *a)
{
	const char *statute = day_off_statute(off->kind);

	if (off->file != NULL)
		return file_line(a, off->file, off->line);
	return statute == NULL ? "" : statute;
}

/* ---- marks --------------------------------------------------------------- */

static const char *
say_kept(const struct year *y, const struct year_kept *k, bool moved,
    struct arena *a)
{
	const char *who = name_of(y->parties.v[k->party].c), *day, *s;

	day = year_day_word(y, a, k->day);
	if (moved && k->summoned)
		YEAR_SAY(y, a, s,
		    KL_N_("The meeting of %s is moved from %s although its "
			  "summons is out."),
		    who, day);
	else if (moved)
		YEAR_SAY(y, a, s, KL_N_("The meeting of %s is moved from %s."),
		    who, day);
	else if (k->passed)
		YEAR_SAY(y, a, s,
		    KL_N_("The meeting of %s on %s has been held, so it stays "
			  "there."),
		    who, day);
	else if (k->fixed)
		YEAR_SAY(y, a, s,
		    KL_N_("The meeting of %s on %s is fixed there."), who, day);
	else if (k->summoned)
		YEAR_SAY(y, a, s,
		    KL_N_("The summons to the meeting of %s on %s is out, so "
			  "it stays there."),
		    who, day);
	else
		YEAR_SAY(y, a, s,
		    KL_N_("The meeting of %s on %s is adopted, so it stays "
			  "there unless it is named."),
		    who, day);
	return s;
}

static const char *
say_step(const struct year *y, const struct year_party *p,
    const struct year_mark *m, bool general, struct arena *a)
{
	const char *step = step_name(p, m->number), *who = name_of(p->c), *s;
	const struct day_off *pause = m->what;
	const char *day = year_day_word(y, a, m->day);

	if (m->kind == YEAR_MARK_STEP_PAUSE && general)
		YEAR_SAY(y, a, s,
		    KL_N_(
			"The step \"%s\" of %s may not fall in the pause %s."),
		    step, who, pause->name == NULL ? "-" : pause->name);
	else if (m->kind == YEAR_MARK_STEP_PAUSE)
		YEAR_SAY(y, a, s,
		    KL_N_("The step \"%s\" would fall on %s, in the pause %s."),
		    step, day, pause->name == NULL ? "-" : pause->name);
	else if (m->kind == YEAR_MARK_STEP_OFF && general)
		YEAR_SAY(y, a, s,
		    KL_N_("The step \"%s\" of %s must fall on a working day."),
		    step, who);
	else if (m->kind == YEAR_MARK_STEP_OFF)
		YEAR_SAY(y, a, s,
		    KL_N_("The step \"%s\" would fall on %s, a day off."), step,
		    day);
	else if (m->kind == YEAR_MARK_STEP_LATE && general)
		YEAR_SAY(y, a, s,
		    KL_N_("The step \"%s\" of %s cannot be in the past."), step,
		    who);
	else if (m->kind == YEAR_MARK_STEP_LATE)
		YEAR_SAY(y, a, s,
		    KL_N_("The step \"%s\" would fall on %s, which has "
			  "passed."),
		    step, day);
	else if (m->kind == YEAR_MARK_SUMMONS && general)
		YEAR_SAY(y, a, s,
		    KL_N_("The step \"%s\" of %s must be at least %d days "
			  "before the meeting."),
		    step, who, p->c->summons_days);
	else if (m->kind == YEAR_MARK_SUMMONS)
		YEAR_SAY(y, a, s,
		    KL_N_("The step \"%s\" would fall on %s, less than %d days "
			  "before the meeting."),
		    step, day, p->c->summons_days);
	else
		YEAR_SAY(y, a, s,
		    KL_N_("The office's step \"%s\" would fall on a Monday, "
			  "%s."),
		    step, day);
	return s;
}

static const char *
say_gap(const struct year *y, const struct year_party *p,
    const struct year_mark *m, bool general, struct arena *a)
{
	const char *who = name_of(p->c), *day = year_day_word(y, a, m->day);
	const char *s = "";
	int total = p->past + p->n, nr = abs(m->number) + p->past;

	if (m->kind == YEAR_MARK_NEAR && general)
		YEAR_SAY(y, a, s,
		    KL_N_("%s must not meet sooner than %d days after its "
			  "meeting before, on %s."),
		    who, p->gap_min, day);
	else if (m->kind == YEAR_MARK_NEAR)
		YEAR_SAY(y, a, s,
		    KL_N_("The meeting before was on %s, %d days earlier; "
			  "there must be at least %d between two."),
		    day, m->number, p->gap_min);
	else if (m->kind == YEAR_MARK_FAR && general)
		YEAR_SAY(y, a, s,
		    KL_N_("%s must meet within %d days of its meeting before, "
			  "on %s, pauses not counted."),
		    who, p->gap_max, day);
	else if (m->kind == YEAR_MARK_FAR)
		YEAR_SAY(y, a, s,
		    KL_N_("The meeting before was on %s, %d days earlier with "
			  "pauses not counted; there may be at most %d between "
			  "two."),
		    day, m->number, p->gap_max);
	else if (m->number < 0)
		YEAR_SAY(y, a, s,
		    KL_N_("Meeting %d of %d cannot be before %s: those before "
			  "it, at least %d days apart, would not fit."),
		    nr, total, day, p->gap_min);
	else
		YEAR_SAY(y, a, s,
		    KL_N_("Meeting %d of %d cannot be after %s: those after "
			  "it, at least %d days apart, would not fit."),
		    nr, total, day, p->gap_min);
	return s;
}

static const char *
say_weekday(const struct year *y, const struct year_party *p,
    const struct year_mark *m, bool general, struct arena *a)
{
	const char *s, *days = weekdays_of(y, p, a), *who = name_of(p->c);

	if (m->kind == YEAR_MARK_RANK)
		YEAR_SAY(y, a, s,
		    KL_N_("%s would rather meet on another weekday; in order: "
			  "%s."),
		    who, days);
	else if (general)
		YEAR_SAY(y, a, s, KL_N_("%s meets on these weekdays only: %s."),
		    who, days);
	else
		YEAR_SAY(y, a, s,
		    KL_N_("%s does not meet on this weekday (%s); it meets on "
			  "%s."),
		    who, word(y, weekday_names[m->number]), days);
	return s;
}

static const char *
say_people(const struct year *y, const struct year_party *p,
    const struct year_mark *m, struct arena *a)
{
	const struct absence *absence = m->what;
	const struct booking *booking = m->what;
	char from[11], to[11];
	const char *s;

	if (m->kind == YEAR_MARK_AWAY)
		YEAR_SAY(y, a, s,
		    KL_N_("The secretary of %s, %s, is away from %s to %s, and "
			  "nobody is free to stand in."),
		    name_of(p->c), person_name(y, a, absence->person),
		    kl_day_format(absence->from, from),
		    kl_day_format(absence->to, to));
	else if (m->kind == YEAR_MARK_BOOKED)
		YEAR_SAY(y, a, s,
		    KL_N_("The room %s is booked from %s to %s: %s."),
		    booking->room, kl_day_format(booking->from, from),
		    kl_day_format(booking->to, to),
		    booking->what == NULL ? "-" : booking->what);
	else
		YEAR_SAY(y, a, s,
		    KL_N_("Every room that holds the %d people of %s is "
			  "booked."),
		    m->number, name_of(p->c));
	return s;
}

static const char *
say_other(const struct year *y, const struct year_party *p,
    const struct year_mark *m, struct arena *a)
{
	const struct meeting_window *w = m->what;
	const struct year_kept *k = m->what;
	const struct year_time *t = m->what;
	char from[11], to[11];
	const char *s = "";

	switch (m->kind) {
	case YEAR_MARK_CLOSED:
		YEAR_SAY(y, a, s,
		    KL_N_("%s does not meet during this period: %s (%s to "
			  "%s)."),
		    name_of(p->c), w->name == NULL ? "-" : w->name,
		    kl_day_format(w->from, from), kl_day_format(w->to, to));
		break;
	case YEAR_MARK_PASSED:
		YEAR_SAY(y, a, s, KL_N_("Days before %s have passed."),
		    kl_day_format(m->day, from));
		break;
	case YEAR_MARK_TAKEN:
		YEAR_SAY(y, a, s,
		    KL_N_("%s meets on %s at the same time, outside the plan."),
		    name_of(y->parties.v[k->party].c),
		    year_day_word(y, a, k->day));
		break;
	case YEAR_MARK_SPACING:
		YEAR_SAY(y, a, s,
		    KL_N_("It is %d days from the day that would divide the "
			  "year evenly."),
		    abs(m->number));
		break;
	case YEAR_MARK_TIME:
		YEAR_SAY(y, a, s,
		    KL_N_("%s would rather meet at another time than %s."),
		    name_of(p->c), t->start_text);
		break;
	default:
		break;
	}
	return s;
}

static const char *
rules_source(const struct year_party *p, struct arena *a)
{
	const char *s = arena_printf(a, "planregler %s", p->c->code);

	return p->rules == NULL || s == NULL ? "" : s;
}

static const char *
source_of(
    const struct year_party *p, const struct year_mark *m, struct arena *a)
{
	switch (m->kind) {
	case YEAR_MARK_DAY_OFF:
		return day_off_source(m->what, a);
	case YEAR_MARK_STEP_OFF:
	case YEAR_MARK_STEP_PAUSE:
	case YEAR_MARK_STEP_LATE:
	case YEAR_MARK_MONDAY:
		return file_line(a, p->cycle->file,
		    cycle_step_of(p->cycle, (size_t)m->number, p->c->code)
			->line);
	case YEAR_MARK_SUMMONS:
		return "KL 6:44";
	case YEAR_MARK_CLOSED:
	case YEAR_MARK_WEEKDAY:
	case YEAR_MARK_NEAR:
	case YEAR_MARK_FAR:
	case YEAR_MARK_ROOM_LEFT:
	case YEAR_MARK_RANK:
	case YEAR_MARK_TIME:
		return rules_source(p, a);
	default:
		return "";
	}
}

void
year_mark_say(const struct year *y, const struct year_party *p,
    const struct year_mark *m, kl_day day, struct arena *a,
    struct year_reason *out)
{
	bool general = day == KL_DAY_NONE;

	out->rule = m->rule;
	out->forbids = m->forbids;
	out->cost = m->cost;
	out->source = source_of(p, m, a);
	switch (m->kind) {
	case YEAR_MARK_DAY_OFF:
		out->text = day_off_say(y, m->what, day, a);
		break;
	case YEAR_MARK_WEEKDAY:
	case YEAR_MARK_RANK:
		out->text = say_weekday(y, p, m, general, a);
		break;
	case YEAR_MARK_KEPT:
	case YEAR_MARK_MOVED:
		out->text = say_kept(y, m->what, m->kind == YEAR_MARK_MOVED, a);
		break;
	case YEAR_MARK_STEP_OFF:
	case YEAR_MARK_STEP_PAUSE:
	case YEAR_MARK_STEP_LATE:
	case YEAR_MARK_SUMMONS:
	case YEAR_MARK_MONDAY:
		out->text = say_step(y, p, m, general, a);
		break;
	case YEAR_MARK_NEAR:
	case YEAR_MARK_FAR:
	case YEAR_MARK_ROOM_LEFT:
		out->text = say_gap(y, p, m, general, a);
		break;
	case YEAR_MARK_AWAY:
	case YEAR_MARK_BOOKED:
	case YEAR_MARK_NO_ROOM:
		out->text = say_people(y, p, m, a);
		break;
	default:
		out->text = say_other(y, p, m, a);
		break;
	}
}

/* ---- couples ------------------------------------------------------------- */

/* The bodies of a couple by code, the first ten of them. */
static const char *
codes_of(const struct year *y, const struct year_couple *c, struct arena *a)
{
	const char *list = "";
	int i;

	for (i = 0; i < c->n && i < 10 && list != NULL; i++)
		list = arena_printf(a, "%s%s%s", list, i == 0 ? "" : ", ",
		    y->parties.v[c->party[i]].c->code);
	if (list != NULL && c->n > 10)
		list = arena_printf(a, "%s ...", list);
	return list == NULL ? "" : list;
}

/* The couple as a rule of the whole year. */
static const char *
couple_rule(const struct year *y, const struct year_couple *c, struct arena *a)
{
	const char *s = "", *codes = codes_of(y, c, a);

	if (c->rule == YEAR_COMMITTEES)
		YEAR_SAY(y, a, s,
		    KL_N_("No more than %d committees meet at the same time: "
			  "%s."),
		    c->cap, codes);
	else if (c->rule == YEAR_STAND_IN)
		YEAR_SAY(y, a, s,
		    KL_N_("No more than %d meetings are held at the same time, "
			  "so that one secretary is free to stand in: %s."),
		    c->cap, codes);
	else if (c->rule == YEAR_SECRETARY)
		YEAR_SAY(y, a, s,
		    KL_N_("%s is the secretary of several bodies: %s."),
		    person_name(y, a, c->who), codes);
	else if (c->rule == YEAR_PERSON)
		YEAR_SAY(y, a, s,
		    KL_N_("%s, and in all %d people, have seats in the same "
			  "bodies: %s."),
		    person_name(y, a, c->who), c->people, codes);
	else if (c->who != NULL)
		YEAR_SAY(y, a, s,
		    KL_N_("Several bodies meet in the room %s: "
			  "%s."),
		    c->who, codes);
	else
		YEAR_SAY(y, a, s,
		    KL_N_("There are no more than %d rooms for %d people: "
			  "%s."),
		    c->cap, c->capacity, codes);
	return s;
}

const char *
year_couple_say(const struct year *y, const struct year_couple *c,
    const struct year_party *p, const struct year_party *q, struct arena *a)
{
	return p == NULL || q == NULL || c->cap > 1
		   ? couple_rule(y, c, a)
		   : year_couple_names(y, c, name_of(p->c), name_of(q->c), a);
}

const char *
year_couple_names(const struct year *y, const struct year_couple *c,
    const char *one, const char *two, struct arena *a)
{
	const char *s = "";

	if (c->rule == YEAR_COMMITTEES)
		YEAR_SAY(y, a, s,
		    KL_N_("%s and %s meet at the same time; no two committees "
			  "may."),
		    one, two);
	else if (c->rule == YEAR_STAND_IN)
		YEAR_SAY(y, a, s,
		    KL_N_("%s and %s meet at the same time, which leaves no "
			  "secretary free to stand in."),
		    one, two);
	else if (c->rule == YEAR_SECRETARY)
		YEAR_SAY(y, a, s,
		    KL_N_("%s and %s meet at the same time, but have the same "
			  "secretary: %s."),
		    one, two, person_name(y, a, c->who));
	else if (c->rule == YEAR_PERSON && c->people > 1)
		YEAR_SAY(y, a, s,
		    KL_N_("%s and %s meet at the same time, but %s and others "
			  "have seats in both, in all %d people."),
		    one, two, person_name(y, a, c->who), c->people);
	else if (c->rule == YEAR_PERSON)
		YEAR_SAY(y, a, s,
		    KL_N_("%s and %s meet at the same time, but %s has a seat "
			  "in both."),
		    one, two, person_name(y, a, c->who));
	else if (c->who != NULL)
		YEAR_SAY(y, a, s,
		    KL_N_("%s and %s meet at the same time in the same room: "
			  "%s."),
		    one, two, c->who);
	else
		YEAR_SAY(y, a, s,
		    KL_N_("%s and %s meet at the same time, but there is only "
			  "one room for %d people."),
		    one, two, c->capacity);
	return s;
}

/* ---- two meetings a week ------------------------------------------------- */

const char *
year_team_say(const struct year *y, const struct year_team *team, int party,
    kl_day day, struct arena *a)
{
	const char *s;

	YEAR_SAY(y, a, s,
	    KL_N_("%s has another meeting the same week, that of %s on %s."),
	    person_name(y, a, team->who), name_of(y->parties.v[party].c),
	    year_day_word(y, a, day));
	return s;
}
