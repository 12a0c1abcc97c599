/* SPDX-License-Identifier: EUPL-1.2
 *
 * The tables of a TrueType or OpenType font that say which glyphs there are,
 * how wide, and for which characters (ISO/IEC 14496-22).
 */
#include "config.h"

#include <string.h>

#include "pdf/font_file.h"

static unsigned
get16(const struct sfnt *f, size_t at)
{
	return at + 2 <= f->n && at + 2 > at
		   ? (unsigned)f->data[at] << 8 | f->data[at + 1]
		   : 0;
}

static uint32_t
get32(const struct sfnt *f, size_t at)
{
	return (uint32_t)get16(f, at) << 16 | get16(f, at + 2);
}

/* Where a table is; 0: nowhere. */
static size_t
table(const struct sfnt *f, const char *tag, size_t *len)
{
	unsigned i, count = get16(f, 4);
	size_t at, start, n;

	*len = 0;
	for (i = 0; i < count && i < 200; i++) {
		at = 12 + (size_t)i * 16;
		if (at + 16 > f->n || memcmp(f->data + at, tag, 4) != 0)
			continue;
		start = get32(f, at + 8);
		n = get32(f, at + 12);
		if (start >= f->n)
			return 0;
		*len = n > f->n - start ? f->n - start : n;
		return start;
	}
	return 0;
}

static void
read_maps(struct sfnt *f)
{
	unsigned i, count = f->cmap == 0 ? 0 : get16(f, f->cmap + 2);

	f->nmaps = count;
	for (i = 0; i < count && i < SFNT_MAPS; i++) {
		size_t at = f->cmap + 4 + (size_t)i * 8;

		f->maps[i].platform = get16(f, at);
		f->maps[i].encoding = get16(f, at + 2);
		f->maps[i].at = f->cmap + get32(f, at + 4);
	}
}

bool
sfnt_read(const unsigned char *data, size_t n, struct sfnt *f)
{
	size_t len, at;

	memset(f, 0, sizeof *f);
	f->data = data;
	f->n = n;
	if (n >= 12 && memcmp(data, "ttcf", 4) == 0)
		return false;
	at = table(f, "maxp", &len);
	f->nglyphs = len >= 6 ? get16(f, at + 4) : 0;
	at = table(f, "head", &len);
	f->em = len >= 54 ? get16(f, at + 18) : 0;
	f->long_loca = len >= 54 && get16(f, at + 50) != 0;
	at = table(f, "hhea", &len);
	f->nmetrics = len >= 36 ? get16(f, at + 34) : 0;
	f->hmtx = table(f, "hmtx", &f->hmtx_len);
	f->cmap = table(f, "cmap", &f->cmap_len);
	f->cff = table(f, "CFF ", &f->cff_len);
	f->glyf = table(f, "glyf", &f->glyf_len);
	f->loca = table(f, "loca", &f->loca_len);
	read_maps(f);
	return f->nglyphs > 0 && f->em > 0;
}

double
sfnt_width(const struct sfnt *f, unsigned glyph)
{
	size_t i = glyph < f->nmetrics ? glyph : f->nmetrics - 1;

	if (glyph >= f->nglyphs || f->nmetrics == 0 || i * 4 + 2 > f->hmtx_len)
		return -1;
	return get16(f, f->hmtx + i * 4) * 1000.0 / f->em;
}

bool
sfnt_has_map(const struct sfnt *f, unsigned platform, unsigned encoding)
{
	unsigned i;

	for (i = 0; i < f->nmaps && i < SFNT_MAPS; i++)
		if (f->maps[i].platform == platform &&
		    f->maps[i].encoding == encoding)
			return true;
	return false;
}

/* Format 4: segments of 16-bit codes. */
static unsigned
segment_glyph(const struct sfnt *f, size_t at, uint32_t code)
{
	unsigned count = get16(f, at + 6) / 2, i, start, delta, offset, glyph;
	size_t ends = at + 14, starts = ends + 2 + 2 * (size_t)count;
	size_t deltas = starts + 2 * (size_t)count;
	size_t offsets = deltas + 2 * (size_t)count;

	for (i = 0; i < count; i++)
		if (get16(f, ends + 2 * (size_t)i) >= code)
			break;
	if (i == count || code > 0xffff)
		return 0;
	start = get16(f, starts + 2 * (size_t)i);
	if (start > code)
		return 0;
	delta = get16(f, deltas + 2 * (size_t)i);
	offset = get16(f, offsets + 2 * (size_t)i);
	if (offset == 0)
		return (code + delta) & 0xffff;
	glyph = get16(
	    f, offsets + 2 * (size_t)i + offset + 2 * (size_t)(code - start));
	return glyph == 0 ? 0 : (glyph + delta) & 0xffff;
}

/* Format 12: groups of 32-bit codes. */
static unsigned
group_glyph(const struct sfnt *f, size_t at, uint32_t code)
{
	uint32_t low = 0, high = get32(f, at + 12), mid;

	if (high > f->n / 12)
		high = (uint32_t)(f->n / 12);
	while (low < high) {
		size_t group;

		mid = low + (high - low) / 2;
		group = at + 16 + (size_t)mid * 12;
		if (code < get32(f, group))
			high = mid;
		else if (code > get32(f, group + 4))
			low = mid + 1;
		else
			return get32(f, group + 8) + (code - get32(f, group));
	}
	return 0;
}

static unsigned
map_glyph(const struct sfnt *f, size_t at, uint32_t code)
{
	unsigned first;

	switch (get16(f, at)) {
	case 0:
		return code < 256 && at + 6 + code < f->n
			   ? f->data[at + 6 + code]
			   : 0;
	case 4:
		return segment_glyph(f, at, code);
	case 6:
		first = get16(f, at + 6);
		return code >= first && code - first < get16(f, at + 8)
			   ? get16(f, at + 10 + 2 * (size_t)(code - first))
			   : 0;
	case 12:
		return group_glyph(f, at, code);
	default:
		return 0;
	}
}

unsigned
sfnt_glyph(
    const struct sfnt *f, unsigned platform, unsigned encoding, uint32_t code)
{
	unsigned i;

	for (i = 0; i < f->nmaps && i < SFNT_MAPS; i++)
		if (f->maps[i].platform == platform &&
		    f->maps[i].encoding == encoding)
			return map_glyph(f, f->maps[i].at, code);
	return 0;
}

bool
sfnt_has_outline(const struct sfnt *f, unsigned glyph)
{
	size_t at = f->loca + (size_t)glyph * (f->long_loca ? 4 : 2);

	if (f->glyf == 0 || f->loca == 0)
		return true;
	if (f->long_loca)
		return get32(f, at + 4) > get32(f, at);
	return get16(f, at + 2) > get16(f, at);
}
