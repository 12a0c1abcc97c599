/* SPDX-License-Identifier: EUPL-1.2
 *
 * Inside the layout room: where Swedish lets a line end, and where it does not:
 * § 12, 12 450 000 kronor, s. 4–5, ja-röst, Dnr KS/2020:548 stay whole.
 */
#ifndef LAYOUT_NOBREAK_H
#define LAYOUT_NOBREAK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What it costs to end a line there, in the unit of Knuth and Plass. */
enum {
	BREAK_FREE = 0,
	BREAK_SIGN = 30,     /* after a sign in a word */
	BREAK_HYPHEN = 50,   /* where a hyphen shows */
	BREAK_POOR = 200,    /* between words that belong together */
	BREAK_ADDRESS = 1500, /* inside an address, rather than cut it */
	BREAK_NEVER = 10000
};

/* nobreak_letter(cp): true for a letter, as far as breaking goes. */
bool nobreak_letter(uint32_t cp);

/* nobreak_before(text, at): the code point that ends before byte ${at}, 0 at
 * the beginning. */
uint32_t nobreak_before(const char *text, size_t at);

/* nobreak_after(text, at): the code point at byte ${at}, 0 at the end. */
uint32_t nobreak_after(const char *text, size_t at);

/* nobreak_space(text, start, end): the cost of ending a line at the spaces in
 * bytes [start, end) of a paragraph. */
int nobreak_space(const char *text, size_t start, size_t end);

/* nobreak_sign(text, cp, start, end, address): the cost of ending a line after
 * the sign ${cp} in bytes [start, end); ${address}: it stands in one. */
int nobreak_sign(
    const char *text, uint32_t cp, size_t start, size_t end, bool address);

/* nobreak_address(text, at): true if the word that begins at byte ${at} is the
 * address of a page or of mail. */
bool nobreak_address(const char *text, size_t at);

#endif
