/* SPDX-License-Identifier: EUPL-1.2
 *
 * Inside the pdf room: PDF's own notation (ISO 32000-1, 7.3), independent of
 * the process's locale.
 */
#ifndef PDF_PUT_H
#define PDF_PUT_H

#include "base/buf.h"

/* put_number(out, v): a number with at most three decimals and a space after
 * it; not finite or out of PDF's range is clamped. */
void put_number(struct buf *out, double v);

/* put_colour(out, colour, operator): a colour 0xRRGGBB as three numbers and the
 * operator. */
void put_colour(struct buf *out, int colour, const char *operator);

/* put_string(out, text): UTF-8 as a text string: UTF-16BE in hexadecimal. */
void put_string(struct buf *out, const char *text);

/* put_bytes(out, text): a byte string in parentheses, escaped. */
void put_bytes(struct buf *out, const char *text);

/* put_text_entry(out, key, text): "/key " and the text string; nothing for
 * NULL. */
void put_text_entry(struct buf *out, const char *key, const char *text);

#endif
