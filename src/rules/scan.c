/* SPDX-License-Identifier: EUPL-1.2
 *
 * Scanners over running text.  Each looks at every place once, with a bounded
 * look ahead, so a long text costs its length.  What they miss a reader may
 * still find; what they find should hardly ever be wrong.
 */
#include "config.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "rules/scan.h"

static const struct scan_hit nothing;

static bool
digit(char c)
{
	return c >= '0' && c <= '9';
}

/* A byte of a word: ASCII letters and digits, and all beyond ASCII (å, ä, ö;
 * dashes and quotes count too, which only makes the scanners more careful). */
static bool
word_byte(char c)
{
	return isalnum((unsigned char)c) || (unsigned char)c >= 0x80;
}

/* True if a word begins at ${p} in ${s}. */
static bool
begins(const char *s, const char *p)
{
	return p == s || !word_byte(p[-1]);
}

/* The digits that ${p} begins with, at most ${max}. */
static size_t
digits(const char *p, size_t max)
{
	size_t n = 0;

	while (n < max && digit(p[n]))
		n++;
	return n;
}

static int
number(const char *p, size_t n)
{
	int x = 0;

	while (n-- > 0)
		x = x * 10 + (*p++ - '0');
	return x;
}

/* ---- personal numbers ---------------------------------------------------- */

/* The check digit of the ten digits ${d} (ÅÅMMDDNNNK). */
static bool
luhn(const char *d)
{
	int sum = 0, i, x;

	for (i = 0; i < 10; i++) {
		x = (d[i] - '0') * (i % 2 == 0 ? 2 : 1);
		sum += x > 9 ? x - 9 : x;
	}
	return sum % 10 == 0;
}

/* Ten digits that are a person's: a day of the year (of a leap year, since the
 * century may be unknown), perhaps plus 60, and the check digit. */
static bool
is_person(const char *d)
{
	int month = number(d + 2, 2), day = number(d + 4, 2);

	if (day > 60)
		day -= 60;
	return kl_day_of(2000, month, day) != KL_DAY_NONE && luhn(d);
}

/* The length of the personal number at ${p}, or 0. */
static size_t
personal_number(const char *p)
{
	size_t n = digits(p, 13), whole = n;
	char ten[10];

	if (n != 6 && n != 8 && n != 10 && n != 12)
		return 0;
	if ((n == 8 || n == 12) && strncmp(p, "18", 2) != 0 &&
	    strncmp(p, "19", 2) != 0 && strncmp(p, "20", 2) != 0)
		return 0;
	if (n >= 10) {
		memcpy(ten, p + n - 10, 10);
	} else {
		if ((p[n] != '-' && p[n] != '+') || digits(p + n + 1, 5) != 4)
			return 0;
		memcpy(ten, p + n - 6, 6);
		memcpy(ten + 6, p + n + 1, 4);
		whole = n + 5;
	}
	if (word_byte(p[whole]) ||
	    ((p[whole] == '-' || p[whole] == '/') && digit(p[whole + 1])))
		return 0;
	return is_person(ten) ? whole : 0;
}

struct scan_hit
scan_personal_number(const char *s)
{
	const char *p;
	size_t n;

	for (p = s; *p != '\0'; p++) {
		if (!digit(*p) || !begins(s, p) ||
		    (p > s && (p[-1] == '-' || p[-1] == '/' || p[-1] == ':') &&
			p > s + 1 && word_byte(p[-2])))
			continue;
		n = personal_number(p);
		if (n > 0)
			return (struct scan_hit){ p, n };
	}
	return nothing;
}

/* ---- where people are reached -------------------------------------------- */

static bool
mail_byte(char c)
{
	return isalnum((unsigned char)c) ||
	       (c != '\0' && strchr("._%+-", c) != NULL);
}

struct scan_hit
scan_email(const char *s)
{
	const char *at, *from, *to;

	for (at = strchr(s, '@'); at != NULL; at = strchr(at + 1, '@')) {
		for (from = at; from > s && mail_byte(from[-1]); from--)
			;
		for (to = at + 1; mail_byte(*to); to++)
			;
		while (to > at && !isalnum((unsigned char)to[-1]))
			to--;
		if (from < at && to > at + 1 &&
		    memchr(at, '.', (size_t)(to - at)) != NULL)
			return (struct scan_hit){ from, (size_t)(to - from) };
	}
	return nothing;
}

/* A telephone number at ${p}: digits with blanks and hyphens between, 8 to 13
 * of them; its length, or 0. */
static size_t
phone_number(const char *p)
{
	size_t n = *p == '+' ? 1 : 0, count = 0, end = 0;

	for (; n < 24; n++) {
		if (digit(p[n])) {
			count++;
			end = n + 1;
		} else if ((p[n] != ' ' && p[n] != '-') || count == 0 ||
			   end != n) {
			break;
		}
	}
	return count >= 8 && count <= 13 && !word_byte(p[end]) ? end : 0;
}

/* True if the words before ${p} in ${s} say that a telephone number comes. */
static bool
phone_announced(const char *s, const char *p)
{
	static const char *const words[] = { "tel", "telefon", "tfn", "mobil",
		"telefonnummer", "mobilnummer", "mobiltelefon" };
	size_t i, n;

	while (p > s && strchr(" .:", p[-1]) != NULL)
		p--;
	for (i = 0; i < sizeof words / sizeof *words; i++) {
		n = strlen(words[i]);
		if ((size_t)(p - s) >= n &&
		    strncasecmp(p - n, words[i], n) == 0 && begins(s, p - n))
			return true;
	}
	return false;
}

/* 07 and eight digits more, or the same from abroad. */
static bool
is_mobile(const char *p, size_t n)
{
	size_t i, count = 0;

	for (i = 0; i < n; i++)
		count += digit(p[i]);
	return strncmp(p, "+467", 4) == 0 || strncmp(p, "+46 7", 5) == 0 ||
	       (strncmp(p, "07", 2) == 0 && count == 10);
}

struct scan_hit
scan_phone(const char *s)
{
	const char *p;
	size_t n;

	for (p = s; *p != '\0'; p++) {
		if ((!digit(*p) && *p != '+') || !begins(s, p) ||
		    (p > s && (p[-1] == '-' || p[-1] == '/')))
			continue;
		n = phone_number(p);
		if (n > 0 && (is_mobile(p, n) || phone_announced(s, p)))
			return (struct scan_hit){ p, n };
	}
	return nothing;
}

/* ---- words about people ---------------------------------------------------
 */

/* The first of ${words} (ended by NULL) that ${p} begins with; its length. */
static size_t
one_of(const char *p, const char *const *words)
{
	size_t n;

	for (; *words != NULL; words++) {
		n = strlen(*words);
		if (strncasecmp(p, *words, n) == 0 && !word_byte(p[n]))
			return n;
	}
	return 0;
}

/* The length of the capitalised word at ${p}, or 0. */
static size_t
name_at(const char *p)
{
	size_t n = 0;

	/* Å, Ä, Ö and É are 0xC3 and 0x80-0x9E in UTF-8 */
	if (!(*p >= 'A' && *p <= 'Z') &&
	    !((unsigned char)p[0] == 0xc3 && (unsigned char)p[1] >= 0x80 &&
		(unsigned char)p[1] <= 0x9e))
		return 0;
	while (word_byte(p[n]) || (p[n] == '-' && word_byte(p[n + 1])))
		n++;
	return n;
}

struct scan_hit
scan_home(const char *s)
{
	static const char *const lives[] = { "bosatt på", "bosatt i",
		"bosatta på", "boende på adressen", "folkbokförd på",
		"folkbokförd i", "hemadress", "hemadressen", "bostadsadress",
		"bostadsadressen", NULL };
	const char *p;
	size_t n;

	for (p = s; *p != '\0'; p++) {
		n = begins(s, p) ? one_of(p, lives) : 0;
		if (n > 0 && p[n] != '\0' &&
		    name_at(p + n + strspn(p + n, " :")) > 0)
			return (struct scan_hit){ p, n };
	}
	return nothing;
}

/* Words in names of those who are no private persons. */
static bool
is_body(const char *p, size_t n)
{
	static const char *const bodies[] = { "AB", "HB", "KB", "Aktiebolag",
		"Bostadsrättsföreningen", "Brf", "BRF", "Stiftelsen",
		"Föreningen", "Trafikverket", "Region", "Länsstyrelsen",
		"Kommun", "Stad", "Fastigheter", "Fastighets", "Bostads",
		"Svenska", "Sverige", "Sveriges", "Bygg", "Samfällighet",
		NULL };

	return one_of(p, bodies) == n && n > 0;
}

struct scan_hit
scan_owner(const char *s)
{
	static const char *const roles[] = { "fastighetsägaren",
		"fastighetsägarna", "tomträttshavaren", "sökanden", "klaganden",
		"vårdnadshavaren", "brukaren", "hyresgästen", "byggherren",
		NULL };
	const char *p, *first, *second, *third;
	size_t n, a, b;

	for (p = s; *p != '\0'; p++) {
		n = begins(s, p) ? one_of(p, roles) : 0;
		if (n == 0 || p[n] != ' ')
			continue;
		first = p + n + 1;
		a = name_at(first);
		second = first + a + 1;
		b = a == 0 || first[a] != ' ' ? 0 : name_at(second);
		third = second + b + (b > 0 && second[b] == ' ' ? 1 : 0);
		if (b > 0 && !is_body(first, a) && !is_body(second, b) &&
		    !is_body(third, name_at(third)))
			return (struct scan_hit){ p, n };
	}
	return nothing;
}

/* ---- weekdays -------------------------------------------------------------
 */

static const char *const weekdays[] = { "måndag", "tisdag", "onsdag", "torsdag",
	"fredag", "lördag", "söndag" };

static const char *const months[] = { "januari", "februari", "mars", "april",
	"maj", "juni", "juli", "augusti", "september", "oktober", "november",
	"december" };

/* The first letter may be upper case: "Måndagen" differs in one ASCII byte. */
static bool
same_word(const char *p, const char *word)
{
	return tolower((unsigned char)*p) == *word &&
	       strncmp(p + 1, word + 1, strlen(word) - 1) == 0;
}

/* The weekday that ${*p} begins with (enum kl_weekday, 0: none), "-en" and
 * "den" included; moves ${*p} past it. */
static int
weekday_at(const char **p)
{
	const char *q;
	int i;

	for (i = 0; i < 7; i++)
		if (same_word(*p, weekdays[i]))
			break;
	if (i == 7)
		return 0;
	q = *p + strlen(weekdays[i]);
	if (strncmp(q, "en", 2) == 0)
		q += 2;
	if (*q == ',')
		q++;
	if (*q != ' ')
		return 0;
	q += strspn(q, " ");
	if (strncmp(q, "den ", 4) == 0)
		q += 4;
	*p = q;
	return i + 1;
}

/* The date nearest to ${near} that is the ${mday}th of ${month}. */
static kl_day
nearest_year(int month, int mday, kl_day near)
{
	int year = kl_day_year(near), y;
	kl_day best = KL_DAY_NONE, d;

	for (y = year - 1; y <= year + 1; y++) {
		d = kl_day_of(y, month, mday);
		if (d != KL_DAY_NONE &&
		    (best == KL_DAY_NONE ||
			(d > near ? d - near : near - d) <
			    (best > near ? best - near : near - best)))
			best = d;
	}
	return best;
}

/* "november" or "nov" after a blank, or "/11": the month and what it takes. */
static int
month_at(const char *p, size_t *n)
{
	size_t i, k;

	*n = digits(p + 1, 3);
	if (*p == '/' && (*n == 1 || *n == 2)) {
		i = (size_t)number(p + 1, *n);
		*n += 1;
		return i >= 1 && i <= 12 ? (int)i : 0;
	}
	if (*p != ' ')
		return 0;
	for (i = 0; i < 12; i++) {
		k = strlen(months[i]);
		if (strncmp(p + 1, months[i], k) == 0 && !word_byte(p[k + 1])) {
			*n = k + 1;
			return (int)i + 1;
		}
	}
	return 0;
}

/* A date at ${p}; KL_DAY_NONE if there is none. */
static kl_day
date_at(const char *p, kl_day near, size_t *n, bool *year)
{
	char iso[11] = "";
	size_t d = digits(p, 5), k;
	int mday, month;
	kl_day day;

	*year = true;
	if (d == 4) {
		strncat(iso, p, 10);
		*n = 10;
		return kl_day_parse(iso, &day) == 0 ? day : KL_DAY_NONE;
	}
	if (d < 1 || d > 2)
		return KL_DAY_NONE;
	mday = number(p, d);
	month = month_at(p + d, &k);
	if (month == 0)
		return KL_DAY_NONE;
	*n = d + k;
	if (p[*n] == ' ' && digits(p + *n + 1, 5) == 4) {
		day = kl_day_of(number(p + *n + 1, 4), month, mday);
		*n += 5;
		return day;
	}
	*year = false;
	return nearest_year(month, mday, near);
}

bool
scan_weekday(const char *s, kl_day near, struct scan_weekday *out)
{
	const char *p, *q;
	int said;
	size_t n;

	for (p = s; *p != '\0'; p++) {
		q = p;
		if (!begins(s, p) || (said = weekday_at(&q)) == 0)
			continue;
		out->day = date_at(q, near, &n, &out->year);
		if (out->day == KL_DAY_NONE ||
		    (int)kl_day_weekday(out->day) == said)
			continue;
		out->hit = (struct scan_hit){ p, (size_t)(q - p) + n };
		out->right = weekdays[kl_day_weekday(out->day) - 1];
		return true;
	}
	return false;
}
