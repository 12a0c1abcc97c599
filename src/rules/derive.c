/* SPDX-License-Identifier: EUPL-1.2
 *
 * Reasons are put together in the derivation's arena.
 */
#include "config.h"

#include "calendar/holiday.h"
#include "rules/derive.h"

#define SENTENCE_MAX 1024 /* bytes of one reason */

void
derive_add(struct derivation *d, const char *rule, const char *statute,
    const struct kl_error *sentence)
{
	char text[SENTENCE_MAX];
	struct reason *r;

	if (d == NULL)
		return;
	r = vec_push(d->arena, &d->reasons);
	if (r == NULL)
		return;
	kl_error_format(sentence, d->translate, text, sizeof text);
	r->rule = rule;
	r->statute = arena_strdup(d->arena, statute);
	r->text = arena_strdup(d->arena, text);
}

const char *
derive_word(const struct derivation *d, const char *word)
{
	return d == NULL || d->translate == NULL ? word : d->translate(word);
}

static const char *
weekday_name(const struct derivation *d, kl_day day)
{
	static const char *const names[] = { KL_N_("Monday"), KL_N_("Tuesday"),
		KL_N_("Wednesday"), KL_N_("Thursday"), KL_N_("Friday"),
		KL_N_("Saturday"), KL_N_("Sunday") };

	return derive_word(d, names[kl_day_weekday(day) - KL_MONDAY]);
}

const char *
derive_day(struct derivation *d, kl_day day)
{
	char date[11];
	const char *s = NULL;

	if (d != NULL)
		s = arena_printf(d->arena, "%s %s", weekday_name(d, day),
		    kl_day_format(day, date));
	return s == NULL ? "" : s;
}

const char *
derive_days_off(struct derivation *d, kl_day first, kl_day end)
{
	const char *list = "", *name;
	kl_day day;

	for (day = first; d != NULL && day < end; day++) {
		name = holiday_on(day);
		list = arena_printf(d->arena, "%s%s%s%s%s%s", list,
		    day > first ? ", " : "", derive_day(d, day),
		    name == NULL ? "" : " (", name == NULL ? "" : name,
		    name == NULL ? "" : ")");
		if (list == NULL)
			return "";
	}
	return list;
}

int
derive_done(const struct derivation *d, struct kl_error *err)
{
	if (d != NULL && arena_failed(d->arena))
		return kl_error_nomem(err);
	return 0;
}
