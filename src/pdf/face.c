/* SPDX-License-Identifier: EUPL-1.2
 *
 * Fonts in the file: composite fonts whose codes are glyph numbers, with the
 * used glyphs alone, and a table back to Unicode so that text can be searched,
 * copied and read aloud.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "pdf/parts.h"
#include "pdf/put.h"

#define BLOCK 100 /* lines in one block of a CMap */

struct embedded {
	const struct font_face *face;
	struct haru_font font;
	uint32_t *unicode; /* by glyph; 0: not used */
	float *advance;	   /* by glyph, 1/1000 em */
	char tag[7];
	unsigned file, descriptor, descendant, map, object;
};

struct faces {
	struct arena *a;
	struct haru *h;
	VEC(struct embedded *) v;
};

struct faces *
faces_new(struct arena *a, struct haru *h)
{
	struct faces *f = arena_alloc(a, sizeof *f);

	if (f != NULL) {
		f->a = a;
		f->h = h;
	}
	return f;
}

/* Six letters before the name of a subset (ISO 32000-1, 9.6.4). */
static void
tag_subset(char tag[7], size_t number)
{
	size_t i;

	memcpy(tag, "KANSLI", 7);
	for (i = 5; i > 2; i--) {
		tag[i] = (char)('A' + number % 26);
		number /= 26;
	}
}

static int
embed(struct faces *f, const struct font_face *face)
{
	struct embedded *e = arena_alloc(f->a, sizeof *e), **slot;

	if (e == NULL ||
	    !haru_font_open(f->h, face->path, face->file_index, &e->font))
		return -1;
	e->face = face;
	e->unicode = arena_alloc(f->a, e->font.nglyphs * sizeof *e->unicode);
	e->advance = arena_alloc(f->a, e->font.nglyphs * sizeof *e->advance);
	if (e->unicode == NULL || e->advance == NULL ||
	    (slot = vec_push(f->a, &f->v)) == NULL)
		return -1;
	*slot = e;
	tag_subset(e->tag, f->v.n - 1);
	return (int)f->v.n - 1;
}

int
faces_number(struct faces *f, const struct font_face *face)
{
	size_t i;

	for (i = 0; i < f->v.n; i++)
		if (f->v.v[i]->face == face ||
		    (f->v.v[i]->face->file_index == face->file_index &&
			strcmp(f->v.v[i]->face->path, face->path) == 0))
			return (int)i;
	return embed(f, face);
}

unsigned
faces_glyph(struct faces *f, int number, const struct font_face *face,
    const struct font_glyph *g)
{
	struct embedded *e = f->v.v[number];
	unsigned glyph = g->id;
	uint32_t cp = g->cp;

	if (glyph == 0 || glyph >= e->font.nglyphs)
		return 0;
	if (e->unicode[glyph] == 0) {
		e->advance[glyph] = (float)(fonts_advance(face, cp) * 1000);
		e->unicode[glyph] = cp;
	} else if (cp < e->unicode[glyph]) {
		e->unicode[glyph] = cp; /* space rather than no-break space */
	}
	return glyph;
}

static void
put_descriptor(struct buf *out, const void *context)
{
	const struct embedded *e = context;
	const struct haru_font *font = &e->font;

	buf_printf(out,
	    "/Type/FontDescriptor/FontName/%s+%s/Flags %u"
	    "/FontBBox[%d %d %d %d]/ItalicAngle %d/Ascent %d/Descent %d"
	    "/CapHeight %d/StemV %d/FontFile2 %u 0 R\n",
	    e->tag, font->name, font->flags, font->box[0], font->box[1],
	    font->box[2], font->box[3], font->italic_angle, font->ascent,
	    font->descent, font->cap_height, font->stem, e->file);
}

/* Widths, one array for each run of used glyphs. */
static void
put_descendant(struct buf *out, const void *context)
{
	const struct embedded *e = context;
	unsigned glyph;
	bool open = false;

	buf_printf(out,
	    "/Type/Font/Subtype/CIDFontType2/BaseFont/%s+%s"
	    "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
	    "/Supplement 0>>/CIDToGIDMap/Identity/FontDescriptor %u 0 R"
	    "/DW 0/W[",
	    e->tag, e->font.name, e->descriptor);
	for (glyph = 0; glyph < e->font.nglyphs; glyph++) {
		if (e->unicode[glyph] != 0) {
			if (!open)
				buf_printf(out, "%u[", glyph);
			put_number(out, (double)e->advance[glyph]);
			open = true;
		} else if (open) {
			buf_puts(out, "]");
			open = false;
		}
	}
	buf_puts(out, open ? "]]\n" : "]\n");
}

static void
put_font(struct buf *out, const void *context)
{
	const struct embedded *e = context;

	buf_printf(out,
	    "/Type/Font/Subtype/Type0/BaseFont/%s+%s/Encoding/Identity-H"
	    "/DescendantFonts[%u 0 R]/ToUnicode %u 0 R\n",
	    e->tag, e->font.name, e->descendant, e->map);
}

/* Glyphs back to code points, in blocks of at most a hundred. */
static void
put_map(struct buf *out, const struct embedded *e)
{
	unsigned glyph, n = 0, total = 0;

	buf_puts(out,
	    "/CIDInit /ProcSet findresource begin\n12 dict begin\n"
	    "begincmap\n/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) "
	    "/Supplement 0>> def\n/CMapName /Adobe-Identity-UCS def\n"
	    "/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\n"
	    "endcodespacerange\n");
	for (glyph = 0; glyph < e->font.nglyphs; glyph++)
		total += e->unicode[glyph] != 0;
	for (glyph = 0; glyph < e->font.nglyphs; glyph++) {
		if (e->unicode[glyph] == 0)
			continue;
		if (n % BLOCK == 0)
			buf_printf(out, "%u beginbfchar\n",
			    total - n > BLOCK ? BLOCK : total - n);
		buf_printf(
		    out, "<%04X> <%04X>\n", glyph, (unsigned)e->unicode[glyph]);
		if (++n % BLOCK == 0 || n == total)
			buf_puts(out, "endbfchar\n");
	}
	buf_puts(out, "endcmap\nCMapName currentdict /CMap defineresource "
		      "pop\nend\nend\n");
}

bool
faces_write(struct faces *f)
{
	bool whole = true;
	struct embedded *e;
	struct buf map;
	size_t i;

	for (i = 0; i < f->v.n; i++) {
		e = f->v.v[i];
		buf_init(&map, HARU_MAX);
		put_map(&map, e);
		whole &= !buf_failed(&map);
		e->map = haru_stream(f->h, NULL, map.data, map.len, true);
		buf_free(&map);
		e->file = haru_font_save(f->h, &e->font, e->unicode);
		e->descriptor = haru_object(f->h, put_descriptor, e);
		e->descendant = haru_object(f->h, put_descendant, e);
		e->object = haru_object(f->h, put_font, e);
	}
	return whole;
}

void
faces_resources(struct buf *out, const struct faces *f)
{
	size_t i;

	for (i = 0; i < f->v.n; i++)
		buf_printf(out, "/F%zu %u 0 R", i, f->v.v[i]->object);
}
