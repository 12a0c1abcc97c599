/* SPDX-License-Identifier: EUPL-1.2
 *
 * UTF-8 text: validation, folding for search and sorting, nearest word.
 */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

/* utf8_valid(s, n): true if the ${n} bytes are well-formed UTF-8 (RFC 3629)
 * without NUL. */
bool utf8_valid(const char *s, size_t n);

/* utf8_long(s, cp): utf8_next where ${s} is not ASCII. */
size_t utf8_long(const char *s, uint32_t *cp);

/* utf8_next(s, cp): decode the code point at ${s} (NUL-terminated, may be
 * malformed: then U+FFFD) into ${cp}; returns bytes consumed, 0 at the end. */
static inline size_t
utf8_next(const char *s, uint32_t *cp)
{
	unsigned char c = (unsigned char)*s;

	if (c >= 0x80)
		return utf8_long(s, cp);
	*cp = c;
	return c != 0;
}

/* utf8_put(cp, out): encode ${cp}; returns the number of bytes, 1-4. */
size_t utf8_put(uint32_t cp, char out[4]);

/* utf8_length(s): code points in ${s}. */
size_t utf8_length(const char *s);

/* utf8_columns(s, n): how many columns of a terminal the first ${n} bytes of
 * ${s} take: two for a wide character, none for a combining mark. */
size_t utf8_columns(const char *s, size_t n);

/* utf8_fold(a, s): ${s} NFC-normalised and case-folded, for comparison and
 * search; NULL for NULL or on failure, as with the two below. */
char *utf8_fold(struct arena *a, const char *s);

/* utf8_plain(a, s): the same without accents, rings and dots: "Åsa" is "asa",
 * as it may be typed in haste. */
char *utf8_plain(struct arena *a, const char *s);

/* utf8_nfc(a, s): ${s} in normalisation form C. */
char *utf8_nfc(struct arena *a, const char *s);

/* utf8_compare(x, y): order of two texts as Swedish sorts them: case apart,
 * digits before letters, a-z, then å, ä, ö; é as e, ü as y, w as w.  <0, 0, >0.
 */
int utf8_compare(const char *x, const char *y);

/* utf8_nearest(word, list, n): the entry of ${list} with the smallest edit
 * distance to ${word}, if that is at most a third of its length; else NULL. */
const char *utf8_nearest(const char *word, const char *const *list, size_t n);

#endif
