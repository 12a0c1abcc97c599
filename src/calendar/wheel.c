/* SPDX-License-Identifier: EUPL-1.2
 *
 * The annual wheel turned to one year: each item's windows, and the meeting
 * that falls to it.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "calendar/ical_read.h"
#include "calendar/wheel.h"

#define TITLE_MAX 1000 /* bytes */

void
wheel_free(struct wheel *w)
{
	if (w == NULL)
		return;
	arena_free(w->arena);
	mem_free(w);
}

const struct wheel_item *
wheel_item_of(const struct wheel *w, size_t i, const char *committee)
{
	const struct wheel_item *item = &w->items.v[i];
	size_t k;

	for (k = 0; committee != NULL && k < w->variants.n; k++)
		if (w->variants.v[k].item == i &&
		    strcmp(w->variants.v[k].committee, committee) == 0)
			item = &w->variants.v[k].own;
	if (item->dropped ||
	    (item->only != NULL &&
		(committee == NULL || strcmp(item->only, committee) != 0)))
		return NULL;
	return item;
}

/* ${text} with {år}, {månad} and their like of the window that begins on
 * ${day}; NULL stays NULL. */
static const char *
fill(struct arena *a, const char *text, kl_day day)
{
	static const struct {
		const char *word;
		int add;
		bool month;
	} braces[] = { { "{år}", 0, false }, { "{år-1}", -1, false },
		{ "{år+1}", 1, false }, { "{månad}", 0, true },
		{ "{månad-1}", -1, true } };
	struct buf b;
	const char *filled = NULL;
	int year, month, value;
	size_t i;

	if (text == NULL)
		return NULL;
	kl_day_split(day, &year, &month, NULL);
	buf_init(&b, TITLE_MAX);
	while (*text != '\0') {
		for (i = 0; i < sizeof braces / sizeof *braces; i++)
			if (strncmp(text, braces[i].word,
				strlen(braces[i].word)) == 0)
				break;
		if (i == sizeof braces / sizeof *braces) {
			buf_putc(&b, *text++);
			continue;
		}
		value = (braces[i].month ? month : year) + braces[i].add;
		buf_printf(
		    &b, "%d", braces[i].month && value == 0 ? 12 : value);
		text += strlen(braces[i].word);
	}
	if (!buf_failed(&b))
		filled = arena_strdup(a, b.data);
	buf_free(&b);
	return filled;
}

static int
add_turns(const struct wheel_item *item, int year, struct arena *a,
    wheel_turns *out, struct kl_error *err)
{
	struct wheel_turn *t;
	kl_day *days;
	size_t i, n;
	int rc;

	rc = ical_days(item->rule, item->start, kl_day_of(year, 1, 1),
	    kl_day_of(year, 12, 31), a, &days, &n, err);
	for (i = 0; rc == 0 && i < n; i++) {
		t = vec_push(a, out);
		if (t == NULL)
			return kl_error_nomem(err);
		*t = (struct wheel_turn){ .item = item,
			.from = days[i],
			.to = days[i] + item->days - 1,
			.title = fill(a, item->name, days[i]),
			.period = fill(a, item->period, days[i]),
			.meeting = KL_DAY_NONE };
		if (t->title == NULL ||
		    (t->period == NULL && item->period != NULL))
			return kl_error_nomem(err);
	}
	return rc;
}

static int
by_day(const void *x, const void *y)
{
	const struct wheel_turn *a = x, *b = y;

	if (a->from != b->from)
		return a->from < b->from ? -1 : 1;
	return (a->item->line > b->item->line) -
	       (a->item->line < b->item->line);
}

int
wheel_year(const struct wheel *w, int year, const char *committee,
    struct arena *a, wheel_turns *out, struct kl_error *err)
{
	const struct wheel_item *item;
	size_t i;
	int rc = 0;

	if (kl_day_of(year, 1, 1) == KL_DAY_NONE)
		return kl_error_set(
		    err, KL_E_INPUT, KL_N_("%d is no year."), year);
	for (i = 0; rc == 0 && i < w->items.n; i++) {
		item = wheel_item_of(w, i, committee);
		if (item != NULL)
			rc = add_turns(item, year, a, out, err);
		if (rc == KL_E_INPUT)
			kl_error_where(err, w->file, item->line, "upprepas");
	}
	if (rc == 0 && out->n > 1)
		qsort(out->v, out->n, sizeof *out->v, by_day);
	return rc;
}

void
wheel_place(wheel_turns *turns, const kl_day *meetings, size_t n)
{
	struct wheel_turn *t;
	size_t i, k;

	for (i = 0; i < turns->n; i++) {
		t = &turns->v[i];
		t->meeting = KL_DAY_NONE;
		for (k = 0; k < n; k++) {
			if (meetings[k] < t->from || meetings[k] > t->to)
				continue;
			t->meeting = meetings[k];
			if (t->item->meeting == WHEEL_FIRST)
				break;
		}
	}
}
