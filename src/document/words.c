/* SPDX-License-Identifier: EUPL-1.2
 *
 * Dates, times, numbers, lists and paragraph ranges in words.  The words are
 * few and belong to the two languages, so they stand here and not in gettext:
 * a document's language is the document's, not the process's.
 */
#include "config.h"

#include <ctype.h>
#include <string.h>
#include <utf8proc.h>

#include "base/utf8.h"
#include "document/words.h"

#define NBSP "\xc2\xa0"
#define EN_DASH "\xe2\x80\x93"

struct language {
	const char *months[12], *days[7];
	const char *and;
	const char *clock; /* between hours and minutes */
};

static const struct language swedish = {
	{ "januari", "februari", "mars", "april", "maj", "juni", "juli",
	    "augusti", "september", "oktober", "november", "december" },
	{ "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag",
	    "söndag" },
	"och", "."
};

static const struct language english = {
	{ "January", "February", "March", "April", "May", "June", "July",
	    "August", "September", "October", "November", "December" },
	{ "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
	    "Sunday" },
	"and", ":"
};

static const struct language *
language_of(const char *lang)
{
	return lang != NULL && strncmp(lang, "en", 2) == 0 ? &english
							   : &swedish;
}

/* The month's short name: three letters, which both languages use. */
static char *
brief(struct arena *a, const struct language *l, int day, int month)
{
	return arena_printf(a, "%d" NBSP "%.3s", day, l->months[month - 1]);
}

char *
words_date(struct arena *a, const char *lang, enum words_date form, kl_day day)
{
	const struct language *l = language_of(lang);
	const char *name;
	char iso[11];
	int y, m, d;

	if (day == KL_DAY_NONE)
		return arena_strdup(a, "");
	kl_day_split(day, &y, &m, &d);
	name = l->days[kl_day_weekday(day) - 1];
	switch (form) {
	case WORDS_LONG:
		return arena_printf(
		    a, "%d" NBSP "%s %d", d, l->months[m - 1], y);
	case WORDS_SHORT:
		return arena_strdup(a, kl_day_format(day, iso));
	case WORDS_WEEKDAY:
		if (l == &english)
			return arena_printf(a, "%s %d" NBSP "%s %d", name, d,
			    l->months[m - 1], y);
		return arena_printf(a, "%sen den %d" NBSP "%s %d", name, d,
		    l->months[m - 1], y);
	case WORDS_DAY_NAME:
		return arena_strdup(a, name);
	case WORDS_BRIEF:
		return brief(a, l, d, m);
	}
	return NULL;
}

char *
words_time(struct arena *a, const char *lang, const char *clock)
{
	const struct language *l = language_of(lang);

	if (clock == NULL)
		return arena_strdup(a, "");
	if (strlen(clock) < 5 || clock[2] != ':')
		return arena_strdup(a, clock);
	return arena_printf(a, "%.2s%s%.2s", clock, l->clock, clock + 3);
}

char *
words_number(struct arena *a, const char *lang, const char *text)
{
	const char *digits, *p;
	char *out, *w;
	size_t n;

	if (text == NULL)
		return arena_strdup(a, "");
	digits = text + (*text == '-');
	n = strspn(digits, "0123456789");
	p = digits + n;
	if (n == 0 || (*p != '\0' && *p != '.' && *p != ','))
		return arena_strdup(a, text);
	out = w = arena_alloc(a, strlen(text) + n + 8);
	if (out == NULL)
		return NULL;
	if (*text == '-')
		w = (char *)memcpy(w, "\xe2\x88\x92", 3) + 3; /* minus sign */
	for (; n > 0; n--) {
		*w++ = *digits++;
		if (n > 1 && (n - 1) % 3 == 0)
			w = (char *)memcpy(w, NBSP, 2) + 2;
	}
	for (; *p != '\0'; p++)
		*w++ = *p != '.' && *p != ','	       ? *p
		       : language_of(lang) == &swedish ? ','
						       : '.';
	return out;
}

char *
words_list(struct arena *a, const char *lang, const text_list *items)
{
	const char *and = language_of(lang)->and;
	size_t i, len = 1;
	char *out, *w;

	for (i = 0; i < items->n; i++)
		len += strlen(items->v[i]) + strlen(and) + 3;
	out = w = arena_alloc(a, len);
	if (out == NULL)
		return NULL;
	for (i = 0; i < items->n; i++) {
		if (i > 0 && i + 1 == items->n) {
			*w++ = ' ';
			w = stpcpy(w, and);
			*w++ = ' ';
		} else if (i > 0) {
			w = stpcpy(w, ", ");
		}
		w = stpcpy(w, items->v[i]);
	}
	return out;
}

char *
words_paragraphs(struct arena *a, const char *lang, const char *ranges)
{
	text_list items = { 0 };
	const char *p = ranges == NULL ? "" : ranges, *dash;
	bool several = false;
	char *list;
	size_t n;
	int size;

	for (;;) {
		p += strspn(p, " \t\n,");
		n = strcspn(p, " \t\n,");
		if (n == 0)
			break;
		size = n > 60 ? 60 : (int)n;
		dash = memchr(p, '-', (size_t)size);
		if (dash == NULL)
			list = arena_printf(a, "%.*s", size, p);
		else
			list = arena_printf(a, "%.*s" EN_DASH "%.*s",
			    (int)(dash - p), p, size - (int)(dash - p) - 1,
			    dash + 1);
		if (list == NULL || text_add(a, &items, list) != 0)
			return NULL;
		several = several || dash != NULL || items.n > 1;
		p += n;
	}
	if (items.n == 0)
		return arena_strdup(a, "");
	list = words_list(a, lang, &items);
	return list == NULL ? NULL
			    : arena_printf(a, "%s" NBSP "%s",
				  several ? "§§" : "§", list);
}

/* ${text} with its first letter changed by ${change}. */
static char *
first_letter(struct arena *a, const char *text,
    utf8proc_int32_t (*change)(utf8proc_int32_t))
{
	char first[4];
	uint32_t cp;
	size_t n;

	n = text == NULL ? 0 : utf8_next(text, &cp);
	if (n == 0)
		return arena_strdup(a, "");
	cp = (uint32_t)change((utf8proc_int32_t)cp);
	return arena_printf(
	    a, "%.*s%s", (int)utf8_put(cp, first), first, text + n);
}

char *
words_first_upper(struct arena *a, const char *text)
{
	return first_letter(a, text, utf8proc_toupper);
}

char *
words_first_lower(struct arena *a, const char *text)
{
	return first_letter(a, text, utf8proc_tolower);
}

char *
words_genitive(struct arena *a, const char *text)
{
	size_t n = text == NULL ? 0 : strlen(text);

	if (n == 0)
		return arena_strdup(a, "");
	return arena_printf(
	    a, "%s%s", text, strchr("sxz", text[n - 1]) != NULL ? "" : "s");
}

/* True when the word of ${n} bytes that ends at ${end} is ${word}, not the end
 * of a longer word. */
static bool
ends_with(const char *text, const char *end, const char *word)
{
	size_t n = strlen(word);

	return (size_t)(end - text) >= n && memcmp(end - n, word, n) == 0 &&
	       ((size_t)(end - text) == n || end[-(ptrdiff_t)n - 1] == ' ' ||
		   end[-(ptrdiff_t)n - 1] == '(' ||
		   end[-(ptrdiff_t)n - 1] == '\n');
}

/* True when exactly three digits stand at ${p}. */
static bool
three_digits(const char *p)
{
	return isdigit((unsigned char)p[0]) && isdigit((unsigned char)p[1]) &&
	       isdigit((unsigned char)p[2]) && !isdigit((unsigned char)p[3]);
}

/* True when the one to three digits that end at ${end} begin a number or
 * continue one that was grouped. */
static bool
short_group(const char *text, const char *end)
{
	int n = 0;

	while (end > text && isdigit((unsigned char)end[-1])) {
		end--;
		n++;
	}
	return n >= 1 && n <= 3 &&
	       (end == text || strchr(" (\n\xa0", end[-1]) != NULL);
}

/* True when the space at ${p} in ${text} must not be where a line ends. */
static bool
binds(const char *text, const char *p)
{
	static const char *const before_digit[] = { "§", "§§", "s.", "sid.",
		"kl.", "klockan", "den", "nr", "Nr", "kap.", "st.", "p.",
		"punkt", "bilaga", "Bilaga", "Dnr", "dnr" };
	static const char *const after_digit[] = { "kr", "kronor", "tkr",
		"mnkr", "miljoner", "miljarder", "kap.", "§", "procent", "%",
		"st", "m²", "km" };
	const char *next = p + 1;
	size_t i, n;

	if (isdigit((unsigned char)*next)) {
		for (i = 0; i < sizeof before_digit / sizeof *before_digit; i++)
			if (ends_with(text, p, before_digit[i]))
				return true;
		return three_digits(next) && short_group(text, p);
	}
	if (p > text && isdigit((unsigned char)p[-1])) {
		for (i = 0; i < sizeof after_digit / sizeof *after_digit; i++) {
			n = strlen(after_digit[i]);
			if (strncmp(next, after_digit[i], n) == 0 &&
			    (next[n] == '\0' || strchr(" .,;:)\n", next[n])))
				return true;
		}
	}
	return p > text && ends_with(text, p, "Dnr") && *next != ' ';
}

char *
words_bind(struct arena *a, const char *text)
{
	size_t spaces = 0;
	const char *p;
	char *out, *w;

	if (text == NULL)
		return NULL;
	for (p = text; *p != '\0'; p++)
		spaces += *p == ' ';
	out = w = arena_alloc(a, strlen(text) + spaces + 1);
	if (out == NULL)
		return NULL;
	for (p = text; *p != '\0'; p++) {
		if (*p == ' ' && binds(text, p))
			w = (char *)memcpy(w, NBSP, 2) + 2;
		else
			*w++ = *p;
	}
	return out;
}
