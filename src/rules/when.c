/* SPDX-License-Identifier: EUPL-1.2
 *
 * The rules' answers as data, for whoever asks without a register.
 */
#include "config.h"

#include <kansli/when.h>

#include "base/tree.h"
#include "calendar/holiday.h"
#include "calendar/workday.h"
#include "rules/answer.h"
#include "rules/days.h"
#include "rules/deadline.h"

/* Bytes of the reasons of one answer, at most. */
#define WHY_MAX ((size_t)16 << 20)
#define CYCLE_MAX ((size_t)16 << 20)

static int
why_open(struct derivation *why, kl_translate translate, struct kl_error *err)
{
	*why = (struct derivation){ .translate = translate };
	why->arena = arena_new(WHY_MAX);
	return why->arena == NULL ? kl_error_nomem(err) : 0;
}

/* ${answer}, or NULL with the error set if any of it was lost. */
static struct kl_data *
finished(struct kl_data *answer, struct kl_error *err)
{
	if (!data_failed(answer))
		return answer;
	kl_data_free(answer);
	kl_error_nomem(err);
	return NULL;
}

struct kl_data *
kl_when_holidays(int year, struct kl_error *err)
{
	struct holiday days[HOLIDAY_MAX];
	struct kl_data *list, *one;
	size_t i, n = holiday_year(year, days);

	if (n == 0) {
		kl_error_set(err, KL_E_INPUT,
		    KL_N_("The holidays of %d are not known. Give a year from "
			  "%d to %d."),
		    year, HOLIDAY_FIRST_YEAR, HOLIDAY_LAST_YEAR);
		return NULL;
	}
	list = data_list();
	for (i = 0; i < n; i++) {
		one = data_add_object(list, NULL);
		data_add_day(one, "date", days[i].day);
		data_add_text(one, "name", days[i].name);
		data_add_text(one, "kind", holiday_kind_name(days[i].kind));
	}
	return finished(list, err);
}

struct kl_data *
kl_when_adjust(kl_day meeting, kl_translate translate, struct kl_error *err)
{
	struct rules_adjustment limit;
	struct derivation why;
	struct kl_data *answer = NULL;

	if (why_open(&why, translate, err) != 0 ||
	    rules_adjust(meeting, NULL, &why, &limit, err) != 0)
		goto out;
	answer = data_object();
	data_add_day(answer, "plain", limit.plain);
	data_add_day(answer, "latest", limit.latest);
	rules_answer_because(answer, &why);
	answer = finished(answer, err);
out:
	arena_free(why.arena);
	return answer;
}

struct kl_data *
kl_when_notice(kl_day adjusted, kl_translate translate, struct kl_error *err)
{
	struct derivation why;
	struct kl_data *answer = NULL;
	kl_day latest;

	if (why_open(&why, translate, err) != 0 ||
	    rules_notice(adjusted, NULL, &why, &latest, err) != 0)
		goto out;
	answer = data_object();
	data_add_day(answer, "latest", latest);
	rules_answer_because(answer, &why);
	answer = finished(answer, err);
out:
	arena_free(why.arena);
	return answer;
}

struct kl_data *
kl_when_appeal(kl_day posted, kl_translate translate, struct kl_error *err)
{
	struct rules_appeal period;
	struct derivation why;
	struct kl_data *answer = NULL;

	if (why_open(&why, translate, err) != 0 ||
	    rules_appeal(posted, NULL, &why, &period, err) != 0)
		goto out;
	answer = data_object();
	data_add_day(answer, "last_day", period.last_day);
	data_add_day(answer, "remove_on", period.remove_on);
	rules_answer_because(answer, &why);
	answer = finished(answer, err);
out:
	arena_free(why.arena);
	return answer;
}

struct kl_data *
kl_when_cycle(const char *definition, const char *committee, kl_day date,
    kl_translate translate, struct kl_error *err)
{
	struct arena *a = arena_new(CYCLE_MAX);
	struct rules_steps steps = { 0 };
	struct cycle *cycle = NULL;
	struct kl_data *answer = NULL;

	if (a == NULL) {
		kl_error_nomem(err);
		goto out;
	}
	if (cycle_load(definition, &cycle, err) != 0 ||
	    rules_cycle(
		cycle, committee, date, NULL, a, translate, &steps, err) != 0)
		goto out;
	answer = data_list();
	rules_answer_steps(answer, &steps);
	answer = finished(answer, err);
out:
	cycle_free(cycle);
	arena_free(a);
	return answer;
}

struct kl_data *
kl_when_day(const char *calendars, const char *committee, kl_day day,
    kl_translate translate, struct kl_error *err)
{
	struct derivation why = { 0 };
	struct days_off *d = NULL;
	struct kl_data *answer = NULL;
	bool off;

	if (why_open(&why, translate, err) != 0 ||
	    days_off_load(calendars, kl_day_year(day), &d, err) != 0)
		goto out;
	off = rules_day(d, day, committee, &why);
	if (derive_done(&why, err) != 0)
		goto out;
	answer = data_object();
	data_add_day(answer, "date", day);
	data_add_bool(answer, "off", off);
	data_add_bool(answer, "working_day", workday_is(day));
	rules_answer_because(answer, &why);
	answer = finished(answer, err);
out:
	days_off_free(d);
	arena_free(why.arena);
	return answer;
}

struct kl_data *
kl_when_windows(const char *calendars, const char *committee, int year,
    kl_translate translate, struct kl_error *err)
{
	struct derivation why = { 0 };
	struct days_off *d = NULL;
	struct kl_data *answer = NULL;

	if (why_open(&why, translate, err) != 0 ||
	    days_off_load(calendars, year, &d, err) != 0)
		goto out;
	answer = data_list();
	rules_answer_windows(answer, d, committee, &why);
	answer = finished(answer, err);
	if (answer != NULL && derive_done(&why, err) != 0) {
		kl_data_free(answer);
		answer = NULL;
	}
out:
	days_off_free(d);
	arena_free(why.arena);
	return answer;
}

struct kl_data *
kl_when_wheel(const char *file, const char *committee, int year,
    kl_translate translate, struct kl_error *err)
{
	struct derivation why = { 0 };
	wheel_turns turns = { 0 };
	struct wheel *w = NULL;
	struct kl_data *answer = NULL;

	if (why_open(&why, translate, err) != 0 ||
	    wheel_load(file, &w, err) != 0 ||
	    wheel_year(w, year, committee, why.arena, &turns, err) != 0)
		goto out;
	answer = data_list();
	rules_answer_wheel(answer, w, &turns, committee, &why);
	answer = finished(answer, err);
	if (answer != NULL && derive_done(&why, err) != 0) {
		kl_data_free(answer);
		answer = NULL;
	}
out:
	wheel_free(w);
	arena_free(why.arena);
	return answer;
}
