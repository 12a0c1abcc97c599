/* SPDX-License-Identifier: EUPL-1.2
 *
 * Fonts: a family and a style to an installed TrueType file (fontconfig), and
 * the widths and glyphs of its characters (HarfBuzz, read when first asked
 * for). It must not touch the PDF library, which counts each width asked as a
 * use.
 */
#include "config.h"

#include <math.h>
#include <string.h>
#include <strings.h>
#include <fontconfig/fontconfig.h>
#include <hb-ot.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "layout/layout.h"

#define BMP 0x10000u
#define LEAF 256u
#define MAX_FACES 200
#define MAX_LACKS 500 /* each costs a search of all fonts */

#define KERN_SEEN 256	 /* code points of a face whose pairs are kept */
#define KERN_END 0x2c00u /* from here on scripts that are not kerned */
#define KERN_NEW INT16_MIN

/* What is known of one code point. */
struct glyph {
	bool known;
	uint8_t seen; /* its number among those met, 0: beyond KERN_SEEN */
	uint16_t id;  /* 0: no glyph */
	float advance;
	int16_t *kern; /* by the number of the next: 1/1000 em, KERN_NEW */
};

struct face {
	struct font_face pub; /* must be first */
	hb_font_t *font;
	double scale; /* 1 / units per em */
	struct glyph *leaves[BMP / LEAF];
	hb_buffer_t *pair; /* to ask HarfBuzz about two code points */
	bool kerned;	   /* the file says how pairs stand */
	uint8_t seen;	   /* numbers given out */
};

/* A name and style that was asked for, and what it became. */
struct request {
	const char *family;
	bool bold, italic;
	struct face *face;
};

/* A code point that a face lacked. */
struct lack {
	uint32_t cp;
	const struct font_face *asked, *got;
};

struct fonts {
	struct arena *arena;
	FcConfig *near; /* the installed fonts, without rules */
	FcConfig *full; /* with the rules of the machine; NULL until needed */
	VEC(struct face *) faces;
	VEC(struct request) requests;
	VEC(struct lack) lacks;
	struct face *fallback;
};

/* Reading all rules of fontconfig costs as much as laying out a short document,
 * and they matter only for families that are not installed.  So families are
 * first looked for by name among the fonts in the usual folders. */
static const char near_rules[] =
    "<fontconfig><dir>/usr/share/fonts</dir><dir>/usr/local/share/fonts</dir>"
    "<dir prefix=\"xdg\">fonts</dir><dir>~/.fonts</dir>"
    "<cachedir>/var/cache/fontconfig</cachedir>"
    "<cachedir prefix=\"xdg\">fontconfig</cachedir></fontconfig>";

/* Words that end a family name and mean a weight. */
static const struct {
	const char *word;
	int weight;
} weights[] = {
	{ " thin", FC_WEIGHT_THIN },
	{ " extralight", FC_WEIGHT_EXTRALIGHT },
	{ " light", FC_WEIGHT_LIGHT },
	{ " medium", FC_WEIGHT_MEDIUM },
	{ " semibold", FC_WEIGHT_DEMIBOLD },
	{ " demibold", FC_WEIGHT_DEMIBOLD },
	{ " extrabold", FC_WEIGHT_EXTRABOLD },
	{ " black", FC_WEIGHT_BLACK },
};

/* The weight that ends the name, with the length of the name before it. */
static int
family_weight(const char *family, size_t *length)
{
	size_t i, n = strlen(family), k;

	for (i = 0; i < sizeof weights / sizeof *weights; i++) {
		k = strlen(weights[i].word);
		if (n > k && strcasecmp(family + n - k, weights[i].word) == 0) {
			*length = n - k;
			return weights[i].weight;
		}
	}
	*length = n;
	return FC_WEIGHT_REGULAR;
}

/* True if the matched font carries that family name (they may have several). */
static bool
match_is(FcPattern *match, const char *family)
{
	FcChar8 *name;
	int i;

	for (i = 0;
	     FcPatternGetString(match, FC_FAMILY, i, &name) == FcResultMatch;
	     i++)
		if (FcStrCmpIgnoreCase(name, (const FcChar8 *)family) == 0)
			return true;
	return false;
}

/* libharu takes TrueType outlines alone, and one fixed weight. */
static bool
match_usable(FcPattern *match)
{
	FcChar8 *format, *file;
	FcBool variable = FcFalse;

	FcPatternGetBool(match, FC_VARIABLE, 0, &variable);
	return FcPatternGetString(match, FC_FONTFORMAT, 0, &format) ==
		   FcResultMatch &&
	       strcmp((const char *)format, "TrueType") == 0 && !variable &&
	       FcPatternGetString(match, FC_FILE, 0, &file) == FcResultMatch;
}

/* The best usable font for the pattern, which is freed here; NULL if none. */
static FcPattern *
match_best(FcConfig *config, FcPattern *want)
{
	FcPattern *match = NULL;
	FcFontSet *set;
	FcResult result;
	int i;

	if (want == NULL || config == NULL)
		return NULL;
	FcConfigSubstitute(config, want, FcMatchPattern);
	FcDefaultSubstitute(want);
	match = FcFontMatch(config, want, &result);
	if (match != NULL && !match_usable(match)) {
		FcPatternDestroy(match);
		match = NULL;
		set = FcFontSort(config, want, FcFalse, NULL, &result);
		for (i = 0; set != NULL && match == NULL && i < set->nfont; i++)
			if (match_usable(set->fonts[i]))
				match = FcFontRenderPrepare(
				    config, want, set->fonts[i]);
		if (set != NULL)
			FcFontSetDestroy(set);
	}
	FcPatternDestroy(want);
	return match;
}

static FcPattern *
pattern_of(const char *family, int weight, bool italic)
{
	FcPattern *p = FcPatternCreate();

	if (p == NULL)
		return NULL;
	FcPatternAddString(p, FC_FAMILY, (const FcChar8 *)family);
	FcPatternAddInteger(p, FC_WEIGHT, weight);
	FcPatternAddInteger(
	    p, FC_SLANT, italic ? FC_SLANT_ITALIC : FC_SLANT_ROMAN);
	return p;
}

/* "Open Sans Semibold" is a family of its own to some fonts, a weight of "Open
 * Sans" to others; its bold is the bold of the plain family. */
static FcPattern *
match_in(FcConfig *config, const char *family, const char *plain, int weight,
    bool bold, bool italic)
{
	FcPattern *match = NULL;

	if (bold)
		weight = FC_WEIGHT_BOLD;
	if (weight == FC_WEIGHT_REGULAR || bold)
		return match_best(config, pattern_of(plain, weight, italic));
	match =
	    match_best(config, pattern_of(family, FC_WEIGHT_REGULAR, italic));
	if (match != NULL && match_is(match, family))
		return match;
	if (match != NULL)
		FcPatternDestroy(match);
	return match_best(config, pattern_of(plain, weight, italic));
}

/* The machine's own rules, read when a family is not installed as such. */
static FcConfig *
full_rules(struct fonts *fonts)
{
	if (fonts->full == NULL)
		fonts->full = FcInitLoadConfigAndFonts();
	return fonts->full;
}

static FcPattern *
match_family(struct fonts *fonts, const char *family, bool bold, bool italic)
{
	FcPattern *match = NULL;
	size_t length;
	int weight = family_weight(family, &length);
	char *plain = arena_strndup(fonts->arena, family, length);

	if (plain == NULL)
		return NULL;
	match = match_in(fonts->near, family, plain, weight, bold, italic);
	if (match != NULL &&
	    (match_is(match, family) || match_is(match, plain)))
		return match;
	if (match != NULL)
		FcPatternDestroy(match);
	return match_in(full_rules(fonts), family, plain, weight, bold, italic);
}

/* Open the file with HarfBuzz and read what holds for the whole face. */
static bool
face_open(struct face *face)
{
	hb_blob_t *blob = hb_blob_create_from_file_or_fail(face->pub.path);
	hb_face_t *hb;
	hb_font_extents_t ext;
	unsigned upem;

	if (blob == NULL)
		return false;
	hb = hb_face_create(blob, (unsigned)face->pub.file_index);
	hb_blob_destroy(blob);
	upem = hb_face_get_upem(hb);
	face->font = hb_font_create(hb);
	blob = hb_face_reference_table(hb, HB_TAG('k', 'e', 'r', 'n'));
	face->kerned =
	    hb_ot_layout_has_positioning(hb) || hb_blob_get_length(blob) > 0;
	hb_blob_destroy(blob);
	hb_face_destroy(hb);
	face->pair = hb_buffer_create();
	if (face->font == hb_font_get_empty() || upem == 0)
		return false;
	hb_ot_font_set_funcs(face->font);
	hb_font_set_scale(face->font, (int)upem, (int)upem);
	face->scale = 1.0 / upem;
	if (!hb_font_get_h_extents(face->font, &ext))
		return false;
	/* office suites add the font's line gap above the text */
	face->pub.ascent =
	    (ext.ascender + (ext.line_gap > 0 ? ext.line_gap : 0)) *
	    face->scale;
	face->pub.descent = -ext.descender * face->scale;
	return true;
}

static struct face *
face_new(struct fonts *fonts, FcPattern *match, const char *family, bool bold,
    bool italic)
{
	struct face *face, **slot;
	FcChar8 *file, *name;
	int index = 0;

	if (fonts->faces.n >= MAX_FACES ||
	    FcPatternGetString(match, FC_FILE, 0, &file) != FcResultMatch)
		return NULL;
	FcPatternGetInteger(match, FC_INDEX, 0, &index);
	if (FcPatternGetString(match, FC_FAMILY, 0, &name) != FcResultMatch)
		name = file;
	if (match_is(match, family))
		name = (FcChar8 *)family;
	face = arena_alloc(fonts->arena, sizeof *face);
	if (face == NULL)
		return NULL;
	face->pub.path = arena_strdup(fonts->arena, (const char *)file);
	face->pub.file_index = index;
	face->pub.family = arena_strdup(fonts->arena, family);
	face->pub.found = arena_strdup(fonts->arena, (const char *)name);
	face->pub.bold = bold;
	face->pub.italic = italic;
	face->pub.index = (int)fonts->faces.n;
	if (face->pub.path == NULL || face->pub.family == NULL ||
	    face->pub.found == NULL || !face_open(face))
		goto fail;
	if ((slot = vec_push(fonts->arena, &fonts->faces)) == NULL)
		goto fail;
	return *slot = face;
fail:
	hb_buffer_destroy(face->pair);
	hb_font_destroy(face->font);
	return NULL;
}

/* The open face of the matched file, or a new one. */
static struct face *
face_of(struct fonts *fonts, FcPattern *match, const char *family, bool bold,
    bool italic)
{
	struct face *face;
	FcChar8 *file;
	int index = 0;
	size_t i;

	FcPatternGetInteger(match, FC_INDEX, 0, &index);
	if (FcPatternGetString(match, FC_FILE, 0, &file) != FcResultMatch)
		return NULL;
	for (i = 0; i < fonts->faces.n; i++) {
		face = fonts->faces.v[i];
		if (face->pub.file_index == index &&
		    strcmp(face->pub.path, (const char *)file) == 0 &&
		    strcasecmp(face->pub.family, family) == 0)
			return face;
	}
	return face_new(fonts, match, family, bold, italic);
}

int
fonts_open(struct fonts **out, struct kl_error *err)
{
	struct fonts *fonts = mem_alloc(sizeof *fonts);

	if (fonts == NULL)
		return kl_error_nomem(err);
	fonts->arena = arena_new(0);
	fonts->near = FcConfigCreate();
	if (fonts->arena == NULL || fonts->near == NULL ||
	    !FcConfigParseAndLoadFromMemory(
		fonts->near, (const FcChar8 *)near_rules, FcTrue) ||
	    !FcConfigBuildFonts(fonts->near)) {
		fonts_close(fonts);
		return kl_error_nomem(err);
	}
	fonts->fallback =
	    (struct face *)fonts_face(fonts, "Open Sans", false, false);
	if (fonts->fallback == NULL) {
		fonts_close(fonts);
		return kl_error_set(err, KL_E_ENV,
		    KL_N_("No TrueType font is installed. No document was "
			  "made. Install the package fonts-open-sans."));
	}
	*out = fonts;
	return 0;
}

static void
face_close(struct face *face)
{
	struct glyph *leaf;
	size_t i, k;

	hb_buffer_destroy(face->pair);
	hb_font_destroy(face->font);
	for (i = 0; i < BMP / LEAF; i++) {
		leaf = face->leaves[i];
		for (k = 0; leaf != NULL && k < LEAF; k++)
			mem_free(leaf[k].kern);
		mem_free(leaf);
	}
}

void
fonts_close(struct fonts *fonts)
{
	size_t i;

	if (fonts == NULL)
		return;
	for (i = 0; i < fonts->faces.n; i++)
		face_close(fonts->faces.v[i]);
	if (fonts->near != NULL)
		FcConfigDestroy(fonts->near);
	if (fonts->full != NULL)
		FcConfigDestroy(fonts->full);
	arena_free(fonts->arena);
	mem_free(fonts);
}

const struct font_face *
fonts_face(struct fonts *fonts, const char *family, bool bold, bool italic)
{
	struct face *face = NULL;
	struct request *r;
	FcPattern *match;
	size_t i;

	if (family == NULL || *family == '\0')
		family = "Open Sans";
	for (i = 0; i < fonts->requests.n; i++) {
		r = &fonts->requests.v[i];
		if (r->bold == bold && r->italic == italic &&
		    strcmp(r->family, family) == 0)
			return &r->face->pub;
	}
	match = match_family(fonts, family, bold, italic);
	if (match != NULL) {
		face = face_of(fonts, match, family, bold, italic);
		FcPatternDestroy(match);
	}
	if (face == NULL)
		face = fonts->fallback;
	if (face == NULL)
		return NULL;
	family = arena_strdup(fonts->arena, family);
	if (family != NULL &&
	    (r = vec_push(fonts->arena, &fonts->requests)) != NULL)
		*r = (struct request){ family, bold, italic, face };
	return &face->pub;
}

/* Ask the file about a code point that was not met before. */
static void
glyph_read(struct face *face, uint32_t cp, struct glyph *g)
{
	hb_codepoint_t id;

	g->known = true;
	if (!hb_font_get_nominal_glyph(face->font, cp, &id) || id >= BMP)
		return;
	g->id = (uint16_t)id;
	g->advance =
	    (float)(hb_font_get_glyph_h_advance(face->font, id) * face->scale);
	if (face->kerned && cp != ' ' && cp < KERN_END &&
	    face->seen + 1 < KERN_SEEN)
		g->seen = ++face->seen;
}

/* What is known of ${cp}; ${spare} when it is not kept: outside the BMP or
 * without memory. */
static inline struct glyph *
glyph_of(const struct font_face *pub, uint32_t cp, struct glyph *spare)
{
	struct face *face = (struct face *)pub;
	struct glyph **leaf;

	if (cp < BMP) {
		leaf = &face->leaves[cp / LEAF];
		if (*leaf == NULL)
			*leaf = mem_alloc(LEAF * sizeof **leaf);
		if (*leaf != NULL) {
			if (!(*leaf)[cp % LEAF].known)
				glyph_read(face, cp, &(*leaf)[cp % LEAF]);
			return &(*leaf)[cp % LEAF];
		}
	}
	*spare = (struct glyph){ .known = true };
	if (cp < BMP)
		glyph_read(face, cp, spare);
	spare->seen = 0;
	return spare;
}

/* The distance that HarfBuzz adds between two glyphs, 1/1000 em.  The face's
 * other features are off, so that each code point keeps its own glyph. */
static int
kern_read(struct face *face, uint32_t left, uint32_t right)
{
	static const hb_feature_t off[] = {
		{ HB_TAG('l', 'i', 'g', 'a'), 0, 0, (unsigned)-1 },
		{ HB_TAG('c', 'l', 'i', 'g'), 0, 0, (unsigned)-1 },
		{ HB_TAG('c', 'a', 'l', 't'), 0, 0, (unsigned)-1 },
		{ HB_TAG('r', 'l', 'i', 'g'), 0, 0, (unsigned)-1 },
		{ HB_TAG('l', 'o', 'c', 'l'), 0, 0, (unsigned)-1 },
	};
	const hb_codepoint_t text[] = { left, right };
	const hb_glyph_position_t *at;
	const hb_glyph_info_t *info;
	struct glyph spare[2];
	unsigned n;

	hb_buffer_clear_contents(face->pair);
	hb_buffer_add_codepoints(face->pair, text, 2, 0, 2);
	hb_buffer_guess_segment_properties(face->pair);
	hb_buffer_set_direction(face->pair, HB_DIRECTION_LTR);
	if (hb_buffer_get_script(face->pair) == HB_SCRIPT_INVALID)
		hb_buffer_set_script(face->pair, HB_SCRIPT_LATIN);
	hb_buffer_set_language(face->pair, hb_language_from_string("sv", -1));
	hb_shape(face->font, face->pair, off, sizeof off / sizeof *off);
	info = hb_buffer_get_glyph_infos(face->pair, &n);
	at = hb_buffer_get_glyph_positions(face->pair, NULL);
	if (n != 2 ||
	    info[0].codepoint != glyph_of(&face->pub, left, &spare[0])->id ||
	    info[1].codepoint != glyph_of(&face->pub, right, &spare[1])->id)
		return 0;
	n = (unsigned)(hb_font_get_glyph_h_advance(
			   face->font, info[0].codepoint) +
		       hb_font_get_glyph_h_advance(
			   face->font, info[1].codepoint));
	return (int)lround(
	    1000 * face->scale * (at[0].x_advance + at[1].x_advance - (int)n));
}

/* The same through the cache; a pair with a code point beyond it is not kerned.
 */
static inline int
kern_of(struct face *face, struct glyph *left, const struct glyph *right,
    uint32_t left_cp, uint32_t right_cp)
{
	int16_t *kern;
	size_t i;

	if (left->seen == 0 || right->seen == 0)
		return 0;
	if (left->kern == NULL) {
		left->kern = mem_alloc(KERN_SEEN * sizeof *left->kern);
		for (i = 0; left->kern != NULL && i < KERN_SEEN; i++)
			left->kern[i] = KERN_NEW;
		if (left->kern == NULL)
			return kern_read(face, left_cp, right_cp);
	}
	kern = &left->kern[right->seen];
	if (*kern == KERN_NEW)
		*kern = (int16_t)kern_read(face, left_cp, right_cp);
	return *kern;
}

unsigned
fonts_glyph(const struct font_face *face, uint32_t cp)
{
	struct glyph spare;

	return glyph_of(face, cp, &spare)->id;
}

bool
fonts_has(const struct font_face *face, uint32_t cp)
{
	return fonts_glyph(face, cp) != 0;
}

double
fonts_advance(const struct font_face *face, uint32_t cp)
{
	struct glyph spare;

	return (double)glyph_of(face, cp, &spare)->advance;
}

int
fonts_kern(const struct font_face *face, uint32_t left, uint32_t right)
{
	struct glyph spare[2];

	return kern_of((struct face *)face, glyph_of(face, left, &spare[0]),
	    glyph_of(face, right, &spare[1]), left, right);
}

double
fonts_width(const struct font_face *face, const char *text, size_t n)
{
	struct glyph spare[2], *g, *last = NULL;
	const char *end = text + n;
	double width = 0;
	uint32_t cp, before = 0;
	int kern = 0, turn = 0;
	size_t k;

	while (text < end && (k = utf8_next(text, &cp)) > 0) {
		g = glyph_of(face, cp, &spare[turn ^= 1]);
		width += (double)g->advance;
		if (last != NULL)
			kern +=
			    kern_of((struct face *)face, last, g, before, cp);
		last = g;
		before = cp;
		text += k;
	}
	return width + kern / 1000.0;
}

size_t
fonts_shape(const struct font_face *face, const char *text,
    struct font_glyph *glyphs, size_t room)
{
	struct glyph spare[2], *g, *last = NULL;
	uint32_t cp, before = 0;
	size_t k, n = 0;
	int turn = 0;

	while (n < room && (k = utf8_next(text, &cp)) > 0) {
		g = glyph_of(face, cp, &spare[turn ^= 1]);
		glyphs[n] = (struct font_glyph){ .cp = cp, .id = g->id };
		if (last != NULL)
			glyphs[n].kern = (int16_t)kern_of(
			    (struct face *)face, last, g, before, cp);
		last = g;
		before = cp;
		text += k;
		n++;
	}
	return n;
}

/* Ask fontconfig for a font that covers ${cp}. */
static const struct font_face *
fallback_find(struct fonts *fonts, const struct font_face *face, uint32_t cp)
{
	FcCharSet *set = FcCharSetCreate();
	FcPattern *want, *match;
	struct face *got = NULL;

	want = pattern_of(face->family,
	    face->bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR, face->italic);
	if (set != NULL && want != NULL && FcCharSetAddChar(set, cp))
		FcPatternAddCharSet(want, FC_CHARSET, set);
	if (set != NULL)
		FcCharSetDestroy(set);
	match = match_best(full_rules(fonts), want);
	if (match != NULL) {
		got = face_of(
		    fonts, match, face->family, face->bold, face->italic);
		FcPatternDestroy(match);
	}
	return got != NULL && fonts_has(&got->pub, cp) ? &got->pub : NULL;
}

const struct font_face *
fonts_fallback(struct fonts *fonts, const struct font_face *face, uint32_t cp)
{
	struct lack *lack;
	size_t i;

	if (cp >= BMP)
		return NULL;
	for (i = 0; i < fonts->lacks.n; i++) {
		lack = &fonts->lacks.v[i];
		if (lack->cp == cp && lack->asked == face)
			return lack->got;
	}
	if (fonts->lacks.n >= MAX_LACKS ||
	    (lack = vec_push(fonts->arena, &fonts->lacks)) == NULL)
		return NULL;
	*lack = (struct lack){ cp, face, fallback_find(fonts, face, cp) };
	return lack->got;
}

const struct font_face *
fonts_used(const struct fonts *fonts, size_t i)
{
	return i < fonts->faces.n ? &fonts->faces.v[i]->pub : NULL;
}
