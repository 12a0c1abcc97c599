/* SPDX-License-Identifier: EUPL-1.2
 *
 * Embedded font programs: which kind, and whether the lists of their glyphs
 * (CharSet, CIDSet) are true.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "pdf/check_font.h"

#define PROGRAM_MAX ((size_t)64 << 20)

/* "ABCDEF+Name" */
static bool
is_subset(const struct font *f)
{
	int i;

	for (i = 0; i < 6; i++)
		if (f->name[i] < 'A' || f->name[i] > 'Z')
			return false;
	return f->name[6] == '+';
}

/* The glyph of a CID. */
static bool
is_in_program(const struct font *f, unsigned cid)
{
	unsigned gid = cid;

	if (f->has_cff && f->cff.by_cid)
		return (f->cff.has[cid / 8] & 128u >> cid % 8) != 0;
	if (f->cid_map != NULL)
		gid = (size_t)cid * 2 + 1 < f->cid_map_len
			  ? (unsigned)f->cid_map[2 * cid] << 8 |
				f->cid_map[2 * cid + 1]
			  : 0;
	if (f->has_cff)
		return gid < f->cff.nglyphs;
	return gid < f->sfnt.nglyphs &&
	       (gid == 0 || sfnt_has_outline(&f->sfnt, gid));
}

/* Each CID of the program has its bit; a glyph without outline, such as a
 * space, may have it or not. */
static void
check_cid_set(struct check *c, struct font *f)
{
	unsigned char *data;
	unsigned cid;
	size_t n;
	bool good = true;

	if (!is_subset(f) || (!f->has_sfnt && !f->has_cff))
		return;
	data = pdf_data(
	    c->pdf, pdf_get(c->pdf, f->descriptor, "CIDSet"), 8192, &n);
	if (data == NULL)
		return;
	for (cid = 1; good && cid < 65536; cid++) {
		bool listed = cid / 8 < n && (data[cid / 8] & 128u >> cid % 8);
		bool there = is_in_program(f, cid);

		good = listed == there ||
		       (listed && !f->has_cff && cid < f->sfnt.nglyphs);
	}
	if (!good)
		report(c, CHECK_CID_SET, f->descriptor, f->name);
	mem_free(data);
}

/* The names in a CharSet, "/A/B/C". */
static size_t
count_names(const char *s, size_t n)
{
	size_t i, count = 0;

	for (i = 0; i < n; i++)
		count += s[i] == '/';
	return count;
}

static bool
lists_name(const struct pobj *set, const char *name)
{
	size_t n = strlen(name), i;

	for (i = 0; i + n < set->n; i++)
		if (set->text[i] == '/' &&
		    memcmp(set->text + i + 1, name, n) == 0 &&
		    (i + n + 1 == set->n || set->text[i + n + 1] == '/' ||
			set->text[i + n + 1] == ' '))
			return true;
	return false;
}

static void
check_char_set(struct check *c, struct font *f)
{
	const struct pobj *set = pdf_get(c->pdf, f->descriptor, "CharSet");
	const struct pobj *file = pdf_get(c->pdf, f->descriptor, "FontFile");
	text_list names = { 0 };
	unsigned char *data;
	size_t n, i, count;
	bool good = true;

	if (!is_subset(f) || set->type != POBJ_STRING)
		return;
	count = count_names(set->text, set->n);
	if (f->has_cff) /* with or without .notdef */
		good = count == f->cff.nglyphs || count + 1 == f->cff.nglyphs;
	data = pdf_data(c->pdf, file, PROGRAM_MAX, &n);
	if (data != NULL && type1_names(c->a, data, n, &names))
		for (i = 0; good && i < names.n; i++)
			good = names.v[i] == NULL ||
			       strcmp(names.v[i], ".notdef") == 0 ||
			       lists_name(set, names.v[i]);
	mem_free(data);
	if (!good)
		report(c, CHECK_CHAR_SET, f->descriptor, f->name);
}

static void
read_program(struct check *c, struct font *f, const struct pobj *file)
{
	unsigned char *data;
	size_t n;

	data = pdf_data(c->pdf, file, PROGRAM_MAX, &n);
	if (data == NULL)
		return;
	f->program = arena_alloc(c->a, n + 1);
	if (f->program != NULL) {
		memcpy(f->program, data, n);
		f->has_sfnt = sfnt_read(f->program, n, &f->sfnt);
		if (f->has_sfnt && f->sfnt.cff != 0)
			f->has_cff = cff_read(c->a, f->program + f->sfnt.cff,
			    f->sfnt.cff_len, &f->cff);
		else if (!f->has_sfnt)
			f->has_cff = cff_read(c->a, f->program, n, &f->cff);
	}
	mem_free(data);
}

void
font_program(struct check *c, struct font *f)
{
	static const char *const kinds[] = { "Type1C", "CIDFontType0C",
		"OpenType" };
	static const char *const keys[] = { "FontFile", "FontFile2",
		"FontFile3" };
	const struct pobj *file, *kind;
	size_t i, k;

	for (i = 0; i < 3; i++) {
		file = pdf_get(c->pdf, f->descriptor, keys[i]);
		if (file->type != POBJ_STREAM)
			continue;
		f->embedded = true;
		kind = pdf_get(c->pdf, file, "Subtype");
		for (k = 0; k < 3; k++)
			if (pobj_is(kind, kinds[k]))
				break;
		if (kind->type != POBJ_NULL && k == 3)
			report(c, CHECK_FONT_FILE_KIND, file, f->name);
		if (i > 0)
			read_program(c, f, file);
	}
	if (!f->embedded)
		return;
	if (f->kind == FONT_TYPE0)
		check_cid_set(c, f);
	else if (f->kind == FONT_TYPE1)
		check_char_set(c, f);
}
