/* SPDX-License-Identifier: EUPL-1.2
 *
 * PDF's notation of numbers and strings.
 */
#include "config.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "pdf/put.h"

#define LARGEST 32000.0 /* of a real number in PDF 1.4 readers */

void
put_number(struct buf *out, double v)
{
	char digits[24];
	long n;
	int i = sizeof digits, frac;

	if (isnan(v))
		v = 0;
	n = lround(fmax(-LARGEST, fmin(v, LARGEST)) * 1000);
	if (n < 0)
		buf_putc(out, '-');
	n = labs(n);
	frac = 3;
	digits[--i] = ' ';
	while (frac > 0 && n % 10 == 0) {
		n /= 10;
		frac--;
	}
	if (frac > 0) {
		while (frac-- > 0) {
			digits[--i] = (char)('0' + n % 10);
			n /= 10;
		}
		digits[--i] = '.';
	}
	do {
		digits[--i] = (char)('0' + n % 10);
		n /= 10;
	} while (n > 0);
	buf_put(out, digits + i, sizeof digits - (size_t)i);
}

void
put_colour(struct buf *out, int colour, const char *operator)
{
	put_number(out, (colour >> 16 & 255) / 255.0);
	put_number(out, (colour >> 8 & 255) / 255.0);
	put_number(out, (colour & 255) / 255.0);
	buf_puts(out, operator);
	buf_putc(out, '\n');
}

static void
put_unit(struct buf *out, unsigned unit)
{
	static const char hex[] = "0123456789ABCDEF";
	char digits[4] = { hex[unit >> 12 & 15], hex[unit >> 8 & 15],
		hex[unit >> 4 & 15], hex[unit & 15] };

	buf_put(out, digits, sizeof digits);
}

void
put_string(struct buf *out, const char *text)
{
	uint32_t cp;
	size_t k;

	buf_puts(out, "<FEFF");
	for (; (k = utf8_next(text, &cp)) > 0; text += k) {
		if (cp < 0x10000) {
			put_unit(out, cp);
		} else {
			cp -= 0x10000;
			put_unit(out, 0xd800 | cp >> 10);
			put_unit(out, 0xdc00 | (cp & 0x3ff));
		}
	}
	buf_puts(out, ">");
}

void
put_bytes(struct buf *out, const char *text)
{
	buf_putc(out, '(');
	for (; *text != '\0'; text++) {
		if (*text == '(' || *text == ')' || *text == '\\')
			buf_putc(out, '\\');
		if ((unsigned char)*text >= 0x20)
			buf_putc(out, *text);
	}
	buf_putc(out, ')');
}

void
put_text_entry(struct buf *out, const char *key, const char *text)
{
	if (text == NULL || *text == '\0')
		return;
	buf_putc(out, '/');
	buf_puts(out, key);
	buf_putc(out, ' ');
	put_string(out, text);
	buf_putc(out, '\n');
}
