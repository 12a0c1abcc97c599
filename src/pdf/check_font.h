/* SPDX-License-Identifier: EUPL-1.2
 *
 * Inside the pdf room: a font that text is shown in, between the check of its
 * dictionary and those of its glyphs.
 */
#ifndef PDF_CHECK_FONT_H
#define PDF_CHECK_FONT_H

#include "pdf/check.h"
#include "pdf/font_file.h"

enum font_kind { FONT_TYPE0, FONT_TRUETYPE, FONT_TYPE1, FONT_TYPE3 };

struct font {
	const struct pobj *obj;	       /* the font dictionary */
	const struct pobj *descendant; /* of a Type 0 font, else ${obj} */
	const struct pobj *descriptor;
	char name[64];
	enum font_kind kind;
	bool embedded, symbolic;
	struct cmap *unicode;  /* ToUnicode, or NULL */
	struct cmap *encoding; /* an embedded CMap, or NULL */
	bool identity;	       /* codes are CIDs of two bytes */
	bool predefined;       /* another predefined CMap */
	bool has_sfnt, has_cff;
	struct sfnt sfnt;
	struct cff cff;
	unsigned char *program;	      /* kept while the file is checked */
	const unsigned char *cid_map; /* two bytes a CID, or NULL */
	size_t cid_map_len;
	float *widths; /* of CIDs, or of the codes of a simple font; <0: none */
	size_t nwidths;
	double default_width;
	const char *glyphs[256]; /* names by Differences, or NULL */
	enum { BASE_NONE, BASE_WINANSI, BASE_MACROMAN, BASE_OTHER } base;
	unsigned char *checked; /* by code: bits for shown and not shown */
	bool told_embedding;
};

/* font_encoding(c, f): Encoding of a simple font: check_encoding.c */
void font_encoding(struct check *c, struct font *f);

/* font_cmap(c, f): Encoding of a Type 0 font: check_encoding.c */
void font_cmap(struct check *c, struct font *f);

/* font_program(c, f): read the embedded font program: check_program.c */
void font_program(struct check *c, struct font *f);

#endif
