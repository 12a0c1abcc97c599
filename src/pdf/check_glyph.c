/* SPDX-License-Identifier: EUPL-1.2
 *
 * Every shown character: there in the font program, as wide as the dictionary
 * says, and readable as text.  Each code of a font is looked at once.
 */
#include "config.h"

#include <math.h>
#include <string.h>

#include "pdf/check_font.h"

#define SHOWN 1u
#define HIDDEN 2u
#define UNREPLACED 4u /* seen without a replacement text */
#define INVISIBLE 3   /* rendering mode */

struct glyph {
	struct check *c;
	struct font *f;
	uint32_t code;
	bool shown, replaced;
};

static void
fault(const struct glyph *g, enum check_rule rule)
{
	report(g->c, rule, g->f->obj, g->f->name);
}

/* ---- as text ------------------------------------------------------------ */

static bool
is_asian(const struct glyph *g)
{
	static const char *const known[] = { "GB1", "CNS1", "Japan1", "Korea1",
		"KR" };
	const struct pobj *info =
	    pdf_get(g->c->pdf, g->f->descendant, "CIDSystemInfo");
	const struct pobj *ordering = pdf_get(g->c->pdf, info, "Ordering");
	size_t i;

	for (i = 0; i < 5 && ordering->type == POBJ_STRING; i++)
		if (strcmp(ordering->text, known[i]) == 0)
			return true;
	return false;
}

/* Unicode is known without a ToUnicode entry (ISO 14289-1, 7.21.7). */
static bool
is_known(const struct glyph *g)
{
	const struct font *f = g->f;
	const char *name;

	if (f->kind == FONT_TYPE0)
		return f->predefined || is_asian(g);
	if (f->kind == FONT_TRUETYPE && f->symbolic)
		return false;
	name = g->code < 256 ? f->glyphs[g->code] : NULL;
	if (name != NULL)
		return glyph_unicode(name) != 0 ||
		       (f->kind != FONT_TYPE3 && !glyph_is_index(name));
	if (f->kind == FONT_TYPE3)
		return f->base != BASE_NONE;
	return f->base != BASE_NONE || f->kind == FONT_TYPE1;
}

static void
check_unicode(const struct glyph *g)
{
	const struct cmap_range *r =
	    g->f->unicode == NULL ? NULL : cmap_find(g->f->unicode, g->code);

	if (r == NULL) {
		if (!is_known(g))
			fault(g, CHECK_NO_UNICODE);
		return;
	}
	if (r->bad)
		fault(g, CHECK_BAD_UNICODE);
	if (r->private && !g->replaced)
		fault(g, CHECK_PRIVATE_UNICODE);
}

/* ---- as a shape --------------------------------------------------------- */

static void
check_width(const struct glyph *g, unsigned glyph, size_t at)
{
	double program = sfnt_width(&g->f->sfnt, glyph);

	if (!g->f->has_sfnt || program < 0 || g->f->widths == NULL ||
	    at >= g->f->nwidths || g->f->widths[at] < 0)
		return;
	if (fabs(program - (double)g->f->widths[at]) > 1)
		fault(g, CHECK_GLYPH_WIDTH);
}

static void
check_cid(const struct glyph *g)
{
	const struct font *f = g->f;
	const struct cmap_range *r;
	uint32_t cid = g->code, glyph;

	if (f->encoding != NULL) {
		r = cmap_find(f->encoding, g->code);
		if (r == NULL && f->encoding->use != NULL)
			return; /* by another map */
		cid = r == NULL ? 0 : r->value + (g->code - r->low);
	} else if (!f->identity) {
		return;
	}
	glyph = cid;
	if (f->cid_map != NULL)
		glyph = (size_t)cid * 2 + 1 < f->cid_map_len
			    ? (uint32_t)f->cid_map[2 * cid] << 8 |
				  f->cid_map[2 * cid + 1]
			    : 0;
	if (glyph == 0) {
		fault(g, CHECK_NOTDEF);
		return;
	}
	if (!g->shown || cid > 65535)
		return;
	if (f->has_cff && f->cff.by_cid) {
		if (!(f->cff.has[cid / 8] & 128u >> cid % 8))
			fault(g, CHECK_GLYPH_MISSING);
	} else if (f->has_cff) {
		if (glyph >= f->cff.nglyphs)
			fault(g, CHECK_GLYPH_MISSING);
	} else if (f->has_sfnt) {
		if (glyph >= f->sfnt.nglyphs)
			fault(g, CHECK_GLYPH_MISSING);
		else
			check_width(g, glyph, cid);
	}
}

/* The character of a code by the font's encoding; 0: unknown. */
static uint32_t
encoded(const struct font *f, uint32_t code)
{
	if (f->glyphs[code] != NULL)
		return glyph_unicode(f->glyphs[code]);
	return f->base == BASE_MACROMAN ? macroman_unicode((unsigned char)code)
					: winansi_unicode((unsigned char)code);
}

/* The glyph of a simple TrueType font (ISO 32000-1, 9.6.6.4). */
static unsigned
truetype_glyph(const struct font *f, uint32_t code)
{
	const struct sfnt *s = &f->sfnt;
	unsigned glyph = 0, mac;

	if (f->symbolic || f->base == BASE_NONE) {
		glyph = sfnt_glyph(s, 3, 0, code);
		if (glyph == 0)
			glyph = sfnt_glyph(s, 3, 0, 0xf000 + code);
		if (glyph == 0)
			glyph = sfnt_glyph(s, 1, 0, code);
		return glyph;
	}
	glyph = sfnt_glyph(s, 3, 1, encoded(f, code));
	for (mac = 32; glyph == 0 && mac < 256; mac++)
		if (macroman_unicode((unsigned char)mac) == encoded(f, code))
			glyph = sfnt_glyph(s, 1, 0, mac);
	return glyph;
}

static void
check_simple(const struct glyph *g)
{
	const struct font *f = g->f;
	const char *name = f->glyphs[g->code];
	unsigned glyph;

	if (name != NULL && strcmp(name, ".notdef") == 0) {
		fault(g, CHECK_NOTDEF);
		return;
	}
	if (f->kind != FONT_TRUETYPE || !f->has_sfnt || !g->shown)
		return;
	if (!f->symbolic && encoded(f, g->code) == 0) {
		if (name == NULL)
			fault(g, CHECK_NOTDEF);
		return; /* a name beyond what is known here */
	}
	glyph = truetype_glyph(f, g->code);
	if (glyph == 0 || glyph >= f->sfnt.nglyphs)
		fault(g, CHECK_GLYPH_MISSING);
	else
		check_width(g, glyph, g->code);
}

static void
check_code(struct glyph *g)
{
	unsigned bits = g->shown ? SHOWN : HIDDEN;
	unsigned char *was;

	if (!g->replaced)
		bits |= UNREPLACED;
	if (g->code > (g->f->kind == FONT_TYPE0 ? 65535u : 255u))
		return;
	was = &g->f->checked[g->code];
	if ((*was & bits) == bits)
		return;
	*was |= (unsigned char)bits;
	check_unicode(g);
	if (g->f->kind == FONT_TYPE0)
		check_cid(g);
	else
		check_simple(g);
}

void
check_glyphs(struct check *c, struct font *font, const char *s, size_t n,
    int mode, bool replaced)
{
	struct glyph g = { .c = c,
		.f = font,
		.shown = mode != INVISIBLE,
		.replaced = replaced };
	const unsigned char *p = (const unsigned char *)s;
	size_t k;

	if (g.shown && !font->embedded && !font->told_embedding &&
	    font->kind != FONT_TYPE3) {
		font->told_embedding = true;
		report(c, CHECK_FONT_EMBEDDED, font->obj, font->name);
	}
	for (; n > 0; p += k, n -= k) {
		k = 1;
		g.code = *p;
		if (font->encoding != NULL) {
			k = cmap_next(font->encoding, p, n, &g.code);
		} else if (font->kind == FONT_TYPE0) {
			k = n < 2 ? n : 2;
			g.code = n < 2 ? *p : (uint32_t)p[0] << 8 | p[1];
		}
		check_code(&g);
	}
}
