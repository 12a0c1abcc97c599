/* SPDX-License-Identifier: EUPL-1.2
 *
 * The sRGB colour profile that PDF/A asks for, made from the numbers of
 * IEC 61966-2-1 adapted to D50, in the form of ICC.1:2004-10 (version 4.2), so
 * that no file has to be installed.
 */
#include "config.h"

#include <stdint.h>
#include <string.h>

#include "pdf/parts.h"

#define HEADER 128
#define NTAGS 10

static void
put32(struct buf *out, uint32_t v)
{
	char bytes[4] = { (char)(v >> 24), (char)(v >> 16), (char)(v >> 8),
		(char)v };

	buf_put(out, bytes, sizeof bytes);
}

/* A signed number with sixteen bits after the point. */
static void
put_fixed(struct buf *out, double v)
{
	put32(out, (uint32_t)(int32_t)(v * 65536 + (v < 0 ? -0.5 : 0.5)));
}

static void
put_sign(struct buf *out, const char *sign)
{
	buf_put(out, sign, 4);
}

static void
put_xyz(struct buf *out, double x, double y, double z)
{
	put_sign(out, "XYZ ");
	put32(out, 0);
	put_fixed(out, x);
	put_fixed(out, y);
	put_fixed(out, z);
}

/* A text in one language, English. */
static void
put_words(struct buf *out, const char *text)
{
	size_t n = strlen(text), i;

	put_sign(out, "mluc");
	put32(out, 0);
	put32(out, 1);
	put32(out, 12);
	put_sign(out, "enUS");
	put32(out, (uint32_t)(2 * n));
	put32(out, 28);
	for (i = 0; i < n; i++) {
		buf_putc(out, '\0');
		buf_putc(out, text[i]);
	}
	while (out->len % 4 != 0 && !buf_failed(out))
		buf_putc(out, '\0');
}

/* The transfer curve, function type 3. */
static void
put_curve(struct buf *out)
{
	put_sign(out, "para");
	put32(out, 0);
	put32(out, 3u << 16);
	put_fixed(out, 2.4);
	put_fixed(out, 1 / 1.055);
	put_fixed(out, 0.055 / 1.055);
	put_fixed(out, 1 / 12.92);
	put_fixed(out, 0.04045);
}

/* Bradford adaptation from D65 to D50. */
static void
put_adaptation(struct buf *out)
{
	static const double m[9] = { 1.04788208, 0.02291870, -0.05019530,
		0.02958679, 0.99047852, -0.01707458, -0.00924683, 0.01507568,
		0.75167847 };
	int i;

	put_sign(out, "sf32");
	put32(out, 0);
	for (i = 0; i < 9; i++)
		put_fixed(out, m[i]);
}

static void
put_header(struct buf *out, size_t size)
{
	int i;

	put32(out, (uint32_t)size);
	put32(out, 0);		/* no preferred module */
	put32(out, 0x04200000); /* version 4.2 */
	put_sign(out, "mntr");
	put_sign(out, "RGB ");
	put_sign(out, "XYZ ");
	put32(out, 2004u << 16 | 10); /* made: the date of the standard */
	put32(out, 1u << 16);
	put32(out, 0);
	put_sign(out, "acsp");
	for (i = 0; i < 7; i++) /* platform to intent: none */
		put32(out, 0);
	put_fixed(out, 0.9642); /* D50 */
	put_fixed(out, 1);
	put_fixed(out, 0.8249);
	while (out->len < HEADER && !buf_failed(out))
		put32(out, 0);
}

void
profile_write(struct buf *out)
{
	static const char *const names[NTAGS] = { "desc", "cprt", "wtpt",
		"chad", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC" };
	size_t at[NTAGS + 1], i;
	struct buf data;

	buf_init(&data, 4096);
	for (i = 0; i < NTAGS; i++) {
		at[i] = data.len;
		switch (i) {
		case 0:
			put_words(&data, "sRGB");
			break;
		case 1:
			put_words(&data, "No copyright, use freely");
			break;
		case 2:
			put_xyz(&data, 0.9642, 1, 0.8249);
			break;
		case 3:
			put_adaptation(&data);
			break;
		case 4:
			put_xyz(&data, 0.43606567, 0.22248840, 0.01391602);
			break;
		case 5:
			put_xyz(&data, 0.38514709, 0.71687317, 0.09707642);
			break;
		case 6:
			put_xyz(&data, 0.14306641, 0.06060791, 0.71409607);
			break;
		case 7:
			put_curve(&data);
			break;
		default: /* green and blue share the curve of red */
			at[i] = at[7];
			break;
		}
	}
	at[NTAGS] = data.len;
	put_header(out, HEADER + 4 + NTAGS * 12 + data.len);
	put32(out, NTAGS);
	for (i = 0; i < NTAGS; i++) {
		put_sign(out, names[i]);
		put32(out, (uint32_t)(HEADER + 4 + NTAGS * 12 + at[i]));
		put32(out, (uint32_t)((i < 7 ? at[i + 1] : at[NTAGS]) - at[i]));
	}
	buf_put(out, data.data, data.len);
	out->failed |= data.failed;
	buf_free(&data);
}
