/* SPDX-License-Identifier: EUPL-1.2
 *
 * The words of dates, times, numbers, lists and paragraph ranges, in an
 * explicit language ("sv", "en"; anything else is taken as "sv"): what
 * templates, pages and feeds say, independent of the process's locale.
 */
#ifndef DOCUMENT_WORDS_H
#define DOCUMENT_WORDS_H

#include <stdbool.h>

#include "base/arena.h"
#include <kansli/day.h>

enum words_date {
	WORDS_LONG,    /* 17 november 2026 */
	WORDS_SHORT,   /* 2026-11-17 */
	WORDS_WEEKDAY, /* tisdagen den 17 november 2026 */
	WORDS_DAY_NAME,/* tisdag */
	WORDS_BRIEF    /* 17 nov */
};

/* words_date(a, lang, form, day): ${day} in words; NULL when memory is out. */
char *words_date(
    struct arena *a, const char *lang, enum words_date form, kl_day day);

/* words_time(a, lang, clock): "16:30" as "16.30" in Swedish. */
char *words_time(struct arena *a, const char *lang, const char *clock);

/* words_number(a, lang, text): digits grouped by no-break space, 12 450 000. */
char *words_number(struct arena *a, const char *lang, const char *text);

/* words_list(a, lang, items): "a, b och c". */
char *words_list(struct arena *a, const char *lang, const text_list *items);

/* words_paragraphs(a, lang, ranges): "1-10 12-23" as "§§ 1–10 och 12–23", "11"
 * as "§ 11", with no-break spaces. */
char *words_paragraphs(struct arena *a, const char *lang, const char *ranges);

/* words_first_upper(a, text): the first letter in upper case. */
char *words_first_upper(struct arena *a, const char *text);

/* words_first_lower(a, text): the first letter in lower case. */
char *words_first_lower(struct arena *a, const char *text);

/* words_genitive(a, text): with the Swedish genitive's s, unless it ends in s, x
 * or z. */
char *words_genitive(struct arena *a, const char *text);

/* words_bind(a, text): no-break spaces where Swedish typography wants them:
 * § 12, 12 450 000 kronor, klockan 16.30, s. 4, kl. 9, den 3. */
char *words_bind(struct arena *a, const char *text);

#endif
