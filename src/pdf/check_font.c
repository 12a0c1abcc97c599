/* SPDX-License-Identifier: EUPL-1.2
 *
 * Font dictionaries (ISO 32000-1, 9.6 to 9.8; ISO 14289-1, 7.21).
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "pdf/check_font.h"

#define MAX_WIDTHS 65536
#define CMAP_MAX ((size_t)16 << 20)

static bool
is_standard_14(const char *name)
{
	static const char *const names[] = { "Times-Roman", "Times-Bold",
		"Times-Italic", "Times-BoldItalic", "Helvetica",
		"Helvetica-Bold", "Helvetica-Oblique", "Helvetica-BoldOblique",
		"Courier", "Courier-Bold", "Courier-Oblique",
		"Courier-BoldOblique", "Symbol", "ZapfDingbats" };
	size_t i;

	for (i = 0; i < sizeof names / sizeof *names; i++)
		if (strcmp(name, names[i]) == 0)
			return true;
	return false;
}

static void
check_kind(struct check *c, struct font *f)
{
	static const char *const kinds[] = { "Type0", "TrueType", "Type1",
		"MMType1", "Type3" };
	static const enum font_kind means[] = { FONT_TYPE0, FONT_TRUETYPE,
		FONT_TYPE1, FONT_TYPE1, FONT_TYPE3 };
	const struct pobj *subtype = pdf_get(c->pdf, f->obj, "Subtype");
	size_t i;

	f->kind = FONT_TYPE1;
	for (i = 0; i < 5; i++)
		if (pobj_is(subtype, kinds[i]))
			break;
	if (i == 5)
		report(c, CHECK_FONT_SUBTYPE, f->obj, f->name);
	else
		f->kind = means[i];
	if (!pobj_is(pdf_get(c->pdf, f->obj, "Type"), "Font"))
		report(c, CHECK_FONT_TYPE, f->obj, f->name);
	if (f->kind != FONT_TYPE3 && f->name[0] == '\0')
		report(c, CHECK_FONT_NAME, f->obj, NULL);
}

/* Widths of a simple font: an array beside the first and the last code. */
static void
simple_widths(struct check *c, struct font *f)
{
	const struct pobj *first = pdf_get(c->pdf, f->obj, "FirstChar");
	const struct pobj *last = pdf_get(c->pdf, f->obj, "LastChar");
	const struct pobj *widths = pdf_get(c->pdf, f->obj, "Widths"), *o;
	size_t i;
	long long at;

	if (f->kind == FONT_TYPE1 && is_standard_14(f->name))
		return;
	if (first->type != POBJ_INT)
		report(c, CHECK_FONT_FIRST, f->obj, f->name);
	if (last->type != POBJ_INT)
		report(c, CHECK_FONT_LAST, f->obj, f->name);
	if (widths->type != POBJ_ARRAY ||
	    (long long)widths->n != last->integer - first->integer + 1)
		report(c, CHECK_FONT_WIDTHS, f->obj, f->name);
	f->widths = arena_alloc(c->a, 256 * sizeof *f->widths);
	if (f->widths == NULL)
		return;
	f->nwidths = 256;
	for (i = 0; i < 256; i++)
		f->widths[i] = -1;
	for (i = 0; widths->type == POBJ_ARRAY && i < widths->n && i < 256;
	     i++) {
		o = pdf_at(c->pdf, widths, i);
		at = first->integer + (long long)i;
		if (at >= 0 && at < 256 && pobj_is_number(o))
			f->widths[at] = (float)o->real;
	}
}

static void
set_width(struct font *f, long long cid, double width)
{
	if (cid >= 0 && cid < MAX_WIDTHS)
		f->widths[cid] = (float)width;
}

/* W: "first [w w w]" or "first last w". */
static void
cid_widths(struct check *c, struct font *f)
{
	const struct pobj *w = pdf_get(c->pdf, f->descendant, "W"), *o;
	const struct pobj *other = pdf_get(c->pdf, f->descendant, "DW");
	long long first, last, cid;
	size_t i, k;

	f->default_width = pobj_is_number(other) ? other->real : 1000;
	f->widths = arena_alloc(c->a, MAX_WIDTHS * sizeof *f->widths);
	if (f->widths == NULL)
		return;
	f->nwidths = MAX_WIDTHS;
	for (i = 0; i < MAX_WIDTHS; i++)
		f->widths[i] = (float)f->default_width;
	for (i = 0; w->type == POBJ_ARRAY && i + 1 < w->n;) {
		first = pdf_at(c->pdf, w, i)->integer;
		o = pdf_at(c->pdf, w, i + 1);
		if (o->type == POBJ_ARRAY) {
			for (k = 0; k < o->n && k < MAX_WIDTHS; k++)
				set_width(f, first + (long long)k,
				    pdf_at(c->pdf, o, k)->real);
			i += 2;
			continue;
		}
		last = o->integer < MAX_WIDTHS ? o->integer : MAX_WIDTHS - 1;
		for (cid = first < 0 ? 0 : first; cid <= last; cid++)
			set_width(f, cid, pdf_at(c->pdf, w, i + 2)->real);
		i += 3;
	}
}

static void
read_unicode(struct check *c, struct font *f)
{
	unsigned char *data;
	size_t n;

	data = pdf_data(
	    c->pdf, pdf_get(c->pdf, f->obj, "ToUnicode"), CMAP_MAX, &n);
	if (data != NULL)
		f->unicode = cmap_read(c->a, data, n, true);
	mem_free(data);
}

/* CIDToGIDMap of a CIDFontType2. */
static void
cid_map(struct check *c, struct font *f)
{
	const struct pobj *map = pdf_get(c->pdf, f->descendant, "CIDToGIDMap");
	unsigned char *data, *copy;
	size_t n;

	if (!pobj_is(pdf_get(c->pdf, f->descendant, "Subtype"), "CIDFontType2"))
		return;
	if (f->embedded && map->type != POBJ_STREAM &&
	    !pobj_is(map, "Identity"))
		report(c, CHECK_CID_MAP, f->descendant, f->name);
	if ((data = pdf_data(c->pdf, map, 131072, &n)) == NULL)
		return;
	if ((copy = arena_alloc(c->a, n + 1)) != NULL) {
		memcpy(copy, data, n);
		f->cid_map = copy;
		f->cid_map_len = n;
	}
	mem_free(data);
}

static void
type0(struct check *c, struct font *f)
{
	f->descendant =
	    pdf_at(c->pdf, pdf_get(c->pdf, f->obj, "DescendantFonts"), 0);
	f->descriptor = pdf_get(c->pdf, f->descendant, "FontDescriptor");
	font_cmap(c, f);
	font_program(c, f);
	cid_widths(c, f);
	cid_map(c, f);
}

static void
copy_name(struct font *f, const struct pobj *o)
{
	size_t n = o->n < sizeof f->name ? o->n : sizeof f->name - 1;

	if (o->type != POBJ_NAME)
		return;
	while (n > 0 && n < o->n && ((unsigned char)o->text[n] & 0xc0) == 0x80)
		n--;
	memcpy(f->name, o->text, n);
}

struct font *
check_font(struct check *c, const struct pobj *o)
{
	bool known = o->number > 0 && o->number < c->pdf->count &&
		     c->pdf->objects[o->number] == o;
	struct font *f;

	if (!pobj_is_dict(o))
		return NULL;
	if (known && c->fonts[o->number] != NULL)
		return c->fonts[o->number];
	if ((f = arena_alloc(c->a, sizeof *f)) == NULL)
		return NULL;
	if (known)
		c->fonts[o->number] = f;
	f->obj = f->descendant = o;
	copy_name(f, pdf_get(c->pdf, o, "BaseFont"));
	check_kind(c, f);
	read_unicode(c, f);
	f->checked = arena_alloc(c->a, f->kind == FONT_TYPE0 ? 65536 : 256);
	if (f->checked == NULL)
		return NULL;
	if (f->kind == FONT_TYPE0) {
		type0(c, f);
		return f;
	}
	f->descriptor = pdf_get(c->pdf, o, "FontDescriptor");
	f->symbolic =
	    (pdf_get(c->pdf, f->descriptor, "Flags")->integer & 4) != 0;
	simple_widths(c, f);
	font_program(c, f);
	font_encoding(c, f);
	return f;
}
