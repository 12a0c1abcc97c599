/* SPDX-License-Identifier: EUPL-1.2
 *
 * Inside the pdf room: what is in font programs and character maps, as far as
 * checks need it.  The bytes are hostile.
 */
#ifndef PDF_FONT_FILE_H
#define PDF_FONT_FILE_H

#include <stdint.h>

#include "base/arena.h"

/* ---- character maps: cmap.c --------------------------------------------- */

/* Codes from ${low} to ${high} mean ${value} and on. */
struct cmap_range {
	uint32_t low, high, value;
	bool bad;     /* holds U+0000, U+FEFF or U+FFFE */
	bool private; /* holds a code point for private use */
};

struct cmap {
	VEC(struct cmap_range) ranges; /* sorted, a later one wins */
	VEC(struct cmap_range) spaces; /* value: bytes of a code */
	int wmode;
	bool has_wmode;
	const char *use; /* another map that it refers to, or NULL */
	const char *registry, *ordering;
	long long supplement;
	uint32_t most; /* greatest value */
};

/* cmap_read(a, data, n, unicode): a CMap's program (ISO 32000-1, 9.7.5); with
 * ${unicode} values are texts.  NULL when memory is out. */
struct cmap *cmap_read(
    struct arena *a, const unsigned char *data, size_t n, bool unicode);

/* cmap_find(m, code): the range of the code, or NULL. */
const struct cmap_range *cmap_find(const struct cmap *m, uint32_t code);

/* cmap_next(m, s, n, code): the next code of a string; returns its bytes (at
 * least 1 while ${n} is). */
size_t cmap_next(
    const struct cmap *m, const unsigned char *s, size_t n, uint32_t *code);

/* ---- TrueType and OpenType: sfnt.c -------------------------------------- */

#define SFNT_MAPS 16

struct sfnt {
	const unsigned char *data;
	size_t n;
	unsigned nglyphs, em, nmetrics;
	size_t hmtx, hmtx_len, cmap, cmap_len, cff, cff_len;
	size_t glyf, glyf_len, loca, loca_len;
	bool long_loca;
	struct {
		unsigned platform, encoding;
		size_t at;
	} maps[SFNT_MAPS];
	unsigned nmaps; /* in the file; at most SFNT_MAPS are kept */
};

/* sfnt_read(data, n, f): false if the tables that matter are not there. */
bool sfnt_read(const unsigned char *data, size_t n, struct sfnt *f);

/* sfnt_width(f, glyph): 1/1000 em, or a negative number if unknown. */
double sfnt_width(const struct sfnt *f, unsigned glyph);

/* sfnt_has_map(f, platform, encoding). */
bool sfnt_has_map(const struct sfnt *f, unsigned platform, unsigned encoding);

/* sfnt_glyph(f, platform, encoding, code): the glyph by that map; 0: none. */
unsigned sfnt_glyph(
    const struct sfnt *f, unsigned platform, unsigned encoding, uint32_t code);

/* sfnt_has_outline(f, glyph): the glyph has contours (or no glyf table is
 * there to tell). */
bool sfnt_has_outline(const struct sfnt *f, unsigned glyph);

/* ---- CFF and Type 1: type1.c --------------------------------------------- */

struct cff {
	unsigned nglyphs;
	bool by_cid;	    /* glyphs have CIDs instead of names */
	unsigned char *has; /* bit by CID, if by_cid; 8192 bytes */
};

/* cff_read(a, data, n, f): false if it is broken. */
bool cff_read(
    struct arena *a, const unsigned char *data, size_t n, struct cff *f);

/* type1_names(a, data, n, names): the names of the glyphs of a Type 1 program;
 * false if it cannot be read. */
bool type1_names(
    struct arena *a, const unsigned char *data, size_t n, text_list *names);

/* ---- names and encodings: glyph_names.c ---------------------------------- */

/* glyph_unicode(name): the code point of a glyph name; 0: none is known. */
uint32_t glyph_unicode(const char *name);

/* glyph_is_index(name): the name is a mere number, such as "g12": it means
 * nothing. */
bool glyph_is_index(const char *name);

/* The Unicode of a code in two predefined encodings; 0: none. */
uint32_t winansi_unicode(unsigned char code);
uint32_t macroman_unicode(unsigned char code);

#endif
