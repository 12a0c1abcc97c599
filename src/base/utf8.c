/* SPDX-License-Identifier: EUPL-1.2
 *
 * UTF-8 through utf8proc; the Swedish order of letters by hand, since the
 * program must not depend on an installed locale.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/mem.h"
#include "base/utf8.h"

size_t
utf8_long(const char *s, uint32_t *cp)
{
	const unsigned char *u = (const unsigned char *)s;
	utf8proc_int32_t c;
	utf8proc_ssize_t n;

	if (u[0] >= 0xc2 && u[0] < 0xe0 && (u[1] & 0xc0) == 0x80) {
		*cp = (u[0] & 0x1fu) << 6 | (u[1] & 0x3fu);
		return 2;
	}
	n = utf8proc_iterate(u, (utf8proc_ssize_t)strnlen(s, 4), &c);
	if (n <= 0) {
		*cp = 0xfffd;
		return 1;
	}
	*cp = (uint32_t)c;
	return (size_t)n;
}

size_t
utf8_put(uint32_t cp, char out[4])
{
	return (size_t)utf8proc_encode_char(
	    (utf8proc_int32_t)cp, (utf8proc_uint8_t *)out);
}

bool
utf8_valid(const char *s, size_t n)
{
	utf8proc_int32_t c;
	utf8proc_ssize_t k;

	while (n > 0) {
		k = utf8proc_iterate((const utf8proc_uint8_t *)s,
		    n > 4 ? 4 : (utf8proc_ssize_t)n, &c);
		if (k <= 0 || c == 0)
			return false;
		s += k;
		n -= (size_t)k;
	}
	return true;
}

size_t
utf8_columns(const char *s, size_t n)
{
	const char *end = s + n;
	size_t columns = 0, k;
	uint32_t cp;
	int width;

	for (; s < end && (k = utf8_next(s, &cp)) > 0; s += k) {
		width = utf8proc_charwidth((utf8proc_int32_t)cp);
		columns += width > 0 ? (size_t)width : 0;
	}
	return columns;
}

size_t
utf8_length(const char *s)
{
	size_t n = 0;

	for (; *s != '\0'; s++)
		n += ((unsigned char)*s & 0xc0) != 0x80;
	return n;
}

static char *
utf8_map(struct arena *a, const char *s, utf8proc_option_t options)
{
	utf8proc_uint8_t *mapped = NULL;
	char *copy = NULL;

	if (s == NULL)
		return NULL;
	if (utf8proc_map((const utf8proc_uint8_t *)s, 0, &mapped,
		options | UTF8PROC_NULLTERM) >= 0)
		copy = arena_strdup(a, (const char *)mapped);
	free(mapped);
	return copy;
}

char *
utf8_fold(struct arena *a, const char *s)
{
	return utf8_map(a, s,
	    (utf8proc_option_t)(UTF8PROC_STABLE | UTF8PROC_COMPOSE |
		UTF8PROC_CASEFOLD));
}

char *
utf8_plain(struct arena *a, const char *s)
{
	return utf8_map(a, s,
	    (utf8proc_option_t)(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE |
		UTF8PROC_STRIPMARK | UTF8PROC_CASEFOLD));
}

char *
utf8_nfc(struct arena *a, const char *s)
{
	return utf8_map(
	    a, s, (utf8proc_option_t)(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
}

/* The place of a letter in the Swedish alphabet; other characters keep their
 * code point below or above the letters. */
static uint32_t
swedish_key(uint32_t cp)
{
	uint32_t c = (uint32_t)utf8proc_tolower((utf8proc_int32_t)cp);

	switch (c) {
	case 0xe5: /* å */
		return 'z' + 1;
	case 0xe4: /* ä */
	case 0xe6: /* æ */
		return 'z' + 2;
	case 0xf6: /* ö */
	case 0xf8: /* ø */
		return 'z' + 3;
	case 0xe0: /* à */
	case 0xe1: /* á */
		return 'a';
	case 0xe8: /* è */
	case 0xe9: /* é */
	case 0xea: /* ê */
	case 0xeb: /* ë */
		return 'e';
	case 0xfc: /* ü */
		return 'y';
	default:
		return c;
	}
}

int
utf8_compare(const char *x, const char *y)
{
	uint32_t a, b;
	size_t n, m;

	for (;;) {
		n = utf8_next(x, &a);
		m = utf8_next(y, &b);
		if (n == 0 || m == 0)
			return (n != 0) - (m != 0);
		a = swedish_key(a);
		b = swedish_key(b);
		if (a != b)
			return a < b ? -1 : 1;
		x += n;
		y += m;
	}
}

#define NEAR_MAX 96 /* longer words are not compared */

/* Levenshtein distance in bytes; words over NEAR_MAX are infinitely far. */
static size_t
distance(const char *x, const char *y)
{
	size_t row[NEAR_MAX + 1];
	size_t i, j, n = strlen(x), m = strlen(y), diag, up, best;

	if (n > NEAR_MAX || m > NEAR_MAX)
		return SIZE_MAX;
	for (j = 0; j <= m; j++)
		row[j] = j;
	for (i = 1; i <= n; i++) {
		diag = row[0];
		row[0] = i;
		for (j = 1; j <= m; j++) {
			up = row[j];
			best = diag + (x[i - 1] != y[j - 1]);
			if (up + 1 < best)
				best = up + 1;
			if (row[j - 1] + 1 < best)
				best = row[j - 1] + 1;
			row[j] = best;
			diag = up;
		}
	}
	return row[m];
}

const char *
utf8_nearest(const char *word, const char *const *list, size_t n)
{
	size_t i, d, best = strlen(word) / 3 + 1;
	const char *found = NULL;

	for (i = 0; i < n; i++) {
		d = distance(word, list[i]);
		if (d < best) {
			best = d;
			found = list[i];
		}
	}
	return found;
}
