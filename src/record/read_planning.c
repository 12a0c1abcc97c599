/* SPDX-License-Identifier: EUPL-1.2
 *
 * Reading the exchange format: what planning a year needs: rooms and bookings,
 * stand-ins and absences, the rules of a committee's year.
 */
#include "config.h"

#include <string.h>

#include "base/xml.h"
#include "record/exchange.h"

#define CAPACITY_MAX 100000
#define YEAR_MIN 1900
#define YEAR_MAX 2200
#define MEETINGS_MAX 60 /* of a committee in a year */
#define DAYS_MAX 366
#define STARTS_MAX 8 /* other times that will do */
#define WINDOWS_MAX 60
#define ORDER_MAX 100

static int
line_of(const xmlNode *n)
{
	return (int)xmlGetLineNo((xmlNode *)n);
}

/* A period in two attributes; without an end it is one day. */
static void
read_period(struct reader *r, const xmlNode *n, kl_day *from, kl_day *to)
{
	*from = value_day(r, value_attr(r, n, "från"));
	*to = value_day(r, value_attr(r, n, "till"));
	if (*to == KL_DAY_NONE)
		*to = *from;
	if (*from != KL_DAY_NONE && *to < *from)
		READ_FAULT(r, line_of(n), "till",
		    KL_N_("The period ends before it begins. Correct one of "
			  "the dates."));
}

static void
read_clocks(
    struct reader *r, const xmlNode *n, const char **start, const char **end)
{
	*start = value_clock(r, value_child(r, n, "tid"));
	*end = value_clock(r, value_child(r, n, "slut"));
	if (*end == NULL)
		return;
	if (*start == NULL)
		READ_FAULT(r, line_of(n), "tid",
		    KL_N_("There is an end but no beginning. Give tid, or "
			  "leave slut out."));
	else if (strcmp(*end, *start) <= 0)
		READ_FAULT(r, line_of(n), "slut",
		    KL_N_("It ends at %s, but begins at %s. Correct one of the "
			  "times."),
		    *end, *start);
}

void
read_room(struct reader *r, const xmlNode *n)
{
	struct room *x = vec_push(r->a, &r->b->rooms);

	if (x == NULL)
		return;
	x->line = line_of(n);
	x->code = value_code(r, value_attr(r, n, "kod"));
	x->name = value_required(r, value_child(r, n, "namn"));
	x->capacity = value_int(r, value_child(r, n, "platser"), CAPACITY_MAX);
}

void
read_booking(struct reader *r, const xmlNode *n)
{
	struct booking *x = vec_push(r->a, &r->b->bookings);

	if (x == NULL)
		return;
	x->line = line_of(n);
	x->room = value_code(r, value_attr(r, n, "lokal"));
	read_period(r, n, &x->from, &x->to);
	read_clocks(r, n, &x->start, &x->end);
	x->what = value_child(r, n, "vad").text;
	x->removed = value_yes(r, value_attr(r, n, "borttagen"), false);
}

void
read_stand_in(struct reader *r, const xmlNode *n)
{
	struct stand_in *x = vec_push(r->a, &r->b->stand_ins);

	if (x == NULL)
		return;
	x->line = line_of(n);
	x->person = value_name(r, value_attr(r, n, "för"));
	x->by = value_name(r, value_attr(r, n, "person"));
	x->committee = value_ref(r, value_attr(r, n, "nämnd"));
	x->order = value_int(r, value_child(r, n, "ordning"), ORDER_MAX);
	x->removed = value_yes(r, value_attr(r, n, "borttagen"), false);
	if (*x->person != '\0' && strcmp(x->person, x->by) == 0)
		READ_FAULT(r, x->line, "person",
		    KL_N_("%s cannot stand in for themselves. Name somebody "
			  "else."),
		    x->person);
}

void
read_absence(struct reader *r, const xmlNode *n)
{
	struct absence *x = vec_push(r->a, &r->b->absences);

	if (x == NULL)
		return;
	x->line = line_of(n);
	x->person = value_name(r, value_attr(r, n, "person"));
	read_period(r, n, &x->from, &x->to);
	x->why = value_child(r, n, "skäl").text;
	x->removed = value_yes(r, value_attr(r, n, "borttagen"), false);
}

/* ---- the rules of a committee's year --------------------------------------
 */

/* "ti to": known, and each once. */
static const char *
read_weekdays(struct reader *r, struct value v)
{
	text_list days = { NULL, 0, 0 };
	struct value one = v;
	int seen[8] = { 0 };
	size_t i;
	int day;

	value_list(r, v, &days);
	for (i = 0; i < days.n; i++) {
		one.text = days.v[i];
		day = value_word(r, one, words_weekday);
		if (day != 0 && seen[day]++ == 1)
			READ_FAULT(r, v.line, v.field,
			    KL_N_("%s stands twice among the weekdays. Name "
				  "each once."),
			    one.text);
	}
	return v.text;
}

static const char *
read_starts(struct reader *r, struct value v)
{
	text_list starts = { NULL, 0, 0 };
	struct value one = v;
	size_t i;

	value_list(r, v, &starts);
	if (starts.n > STARTS_MAX)
		READ_FAULT(r, v.line, v.field,
		    KL_N_("There are %zu times, but at most %d are used. Leave "
			  "some out."),
		    starts.n, STARTS_MAX);
	for (i = 0; i < starts.n && i < STARTS_MAX; i++) {
		one.text = starts.v[i];
		value_clock(r, one);
	}
	return v.text;
}

/* Days at least and at most, in the attributes of ${name}. */
static void
read_bounds(
    struct reader *r, const xmlNode *n, const char *name, int *min, int *max)
{
	const xmlNode *b = xml_child(n, name);

	if (b == NULL)
		return;
	*min = value_int(r, value_attr(r, b, "minst"), DAYS_MAX);
	*max = value_int(r, value_attr(r, b, "mest"), DAYS_MAX);
	if (*max != 0 && *max < *min)
		READ_FAULT(r, line_of(b), "mest",
		    KL_N_("At least %d days and at most %d days cannot both "
			  "hold. Correct one of them."),
		    *min, *max);
}

typedef VEC(struct meeting_window) window_list;

static void
read_windows(struct reader *r, const xmlNode *n, const char *name, int year,
    window_list *list)
{
	const xmlNode *w = xml_child(n, name);
	struct meeting_window *x;

	for (; w != NULL && list->n < WINDOWS_MAX; w = xml_next(w, name)) {
		x = vec_push(r->a, list);
		if (x == NULL)
			return;
		x->name = value_ref(r, value_attr(r, w, "namn"));
		read_period(r, w, &x->from, &x->to);
		if (year == 0 || x->from == KL_DAY_NONE ||
		    (kl_day_year(x->from) <= year &&
			year <= kl_day_year(x->to)))
			continue;
		READ_FAULT(r, line_of(w), "från",
		    KL_N_("The period lies outside the year %d that the rules "
			  "are for. Correct the dates, or the year."),
		    year);
	}
	if (w != NULL)
		READ_FAULT(r, line_of(w), name,
		    KL_N_("There are more than %d of %s. Leave some out."),
		    WINDOWS_MAX, name);
}

static const char *
window_name(const struct meeting_window *w)
{
	return w->name == NULL ? "" : w->name;
}

/* Two windows that no two meetings can reach: the meetings would lie closer
 * than the rules allow. */
static void
check_pair(struct reader *r, const struct plan_rules *x,
    const struct meeting_window *w, const struct meeting_window *v)
{
	if (w->to < v->from && v->to - w->from < x->gap_min)
		READ_FAULT(r, x->line, "fönster",
		    KL_N_("The windows “%s” and “%s” each need a meeting, but "
			  "lie so close that two meetings %d days apart do not "
			  "fit. Make a window or the smallest gap (minst in "
			  "mellanrum) fit."),
		    window_name(w), window_name(v), x->gap_min);
}

/* A window that is closed from end to end. */
static void
check_closed(struct reader *r, const struct plan_rules *x,
    const struct meeting_window *w)
{
	size_t i;

	for (i = 0; i < x->closed.n; i++)
		if (x->closed.v[i].from <= w->from &&
		    w->to <= x->closed.v[i].to)
			READ_FAULT(r, x->line, "fönster",
			    KL_N_("No meeting can be held in the window “%s”, "
				  "because “%s” closes all of it. Change one "
				  "of them."),
			    window_name(w), window_name(&x->closed.v[i]));
}

static void
check_rules(struct reader *r, const struct plan_rules *x)
{
	size_t i, j;

	if (x->meetings > 1 && (x->meetings - 1) * x->gap_min >= DAYS_MAX)
		READ_FAULT(r, x->line, "antal",
		    KL_N_("%d meetings with at least %d days between them do "
			  "not fit in a year. Ask for fewer, or a smaller "
			  "gap."),
		    x->meetings, x->gap_min);
	for (i = 0; i < x->windows.n; i++) {
		check_closed(r, x, &x->windows.v[i]);
		for (j = 0; j < x->windows.n; j++)
			check_pair(r, x, &x->windows.v[i], &x->windows.v[j]);
	}
}

void
read_plan_rules(struct reader *r, const xmlNode *n)
{
	struct plan_rules *x = vec_push(r->a, &r->b->plan_rules);
	window_list list = { NULL, 0, 0 };
	struct value year = value_attr(r, n, "år");

	if (x == NULL)
		return;
	x->line = line_of(n);
	x->committee = value_code(r, value_attr(r, n, "nämnd"));
	x->year = value_int(r, year, YEAR_MAX);
	if (x->year != 0 && x->year < YEAR_MIN)
		READ_FAULT(r, year.line, "år",
		    KL_N_("%d is not a year to plan. Write it as 2011."),
		    x->year);
	x->meetings = value_int(r, value_child(r, n, "antal"), MEETINGS_MAX);
	x->weekdays = read_weekdays(r, value_child(r, n, "veckodagar"));
	read_clocks(r, n, &x->start, &x->end);
	x->other_starts = read_starts(r, value_child(r, n, "andra-tider"));
	read_bounds(r, n, "mellanrum", &x->gap_min, &x->gap_max);
	read_bounds(r, n, "råd-före", &x->lead_min, &x->lead_max);
	x->room = value_ref(r, value_child(r, n, "lokal"));
	read_windows(r, n, "fönster", x->year, &list);
	memcpy(&x->windows, &list, sizeof list);
	memset(&list, 0, sizeof list);
	read_windows(r, n, "stängt", x->year, &list);
	memcpy(&x->closed, &list, sizeof list);
	check_rules(r, x);
}
