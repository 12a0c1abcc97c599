/* SPDX-License-Identifier: EUPL-1.2
 *
 * Every object, whatever it is for: limits, names, filters, embedded files, the
 * sizes of pages.
 */
#include "config.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "pdf/check.h"
#include "pdf/check_xmp.h"

#define MAX_DEPTH 100
#define FILE_MAX ((size_t)64 << 20) /* embedded file that is looked at */

static void
check_scalar(struct check *c, const struct pobj *o)
{
	switch (o->type) {
	case POBJ_INT:
		if (o->integer > 2147483647 || o->integer < -2147483648ll)
			report(c, CHECK_INTEGER_RANGE, o, NULL);
		break;
	case POBJ_REAL:
		if (fabs(o->real) > 3.403e38)
			report(c, CHECK_REAL_RANGE, o, NULL);
		else if (o->real != 0 && fabs(o->real) < 1.175e-38)
			report(c, CHECK_REAL_SMALL, o, NULL);
		break;
	case POBJ_STRING:
		if (o->n > 32767)
			report(c, CHECK_STRING_LENGTH, o, NULL);
		break;
	case POBJ_NAME:
		if (o->n > 127)
			report(c, CHECK_NAME_LENGTH, o, NULL);
		break;
	default:
		break;
	}
}

static void
check_filter(
    struct check *c, const struct pobj *o, const char *filter, size_t i)
{
	static const char *const good[] = { "ASCIIHexDecode", "ASCII85Decode",
		"FlateDecode", "RunLengthDecode", "CCITTFaxDecode",
		"JBIG2Decode", "DCTDecode", "JPXDecode" };
	const struct pobj *parms = pdf_get(c->pdf, o, "DecodeParms");
	size_t k;

	for (k = 0; k < sizeof good / sizeof *good; k++)
		if (strcmp(filter, good[k]) == 0)
			return;
	if (parms->type == POBJ_ARRAY)
		parms = pdf_at(c->pdf, parms, i);
	if (strcmp(filter, "Crypt") != 0 ||
	    !pobj_is(pdf_get(c->pdf, parms, "Name"), "Identity"))
		report(c, CHECK_FILTER, o, filter);
}

static void
check_stream(struct check *c, const struct pobj *o)
{
	const struct pobj *filter = pdf_get(c->pdf, o, "Filter");
	size_t i;

	if (pobj_has(c->pdf, o, "F") || pobj_has(c->pdf, o, "FFilter") ||
	    pobj_has(c->pdf, o, "FDecodeParms"))
		report(c, CHECK_STREAM_FILE, o, NULL);
	if (filter->type == POBJ_NAME)
		check_filter(c, o, filter->text, 0);
	for (i = 0; filter->type == POBJ_ARRAY && i < filter->n; i++)
		check_filter(c, o, pobj_name(pdf_at(c->pdf, filter, i)), i);
}

/* An embedded file must itself be PDF/A-1 or -2. */
static bool
is_archival(struct check *c, const struct pobj *stream)
{
	struct pdf *inner = NULL;
	unsigned char *data;
	bool good = false;
	size_t n;

	data = pdf_data(c->pdf, stream, FILE_MAX, &n);
	if (data != NULL && n > 5 && memcmp(data, "%PDF-", 5) == 0 &&
	    pdf_open(data, n, &inner, NULL) == 0)
		good = xmp_claims_archival(inner);
	pdf_close(inner);
	mem_free(data);
	return good;
}

static bool
is_filled(struct check *c, const struct pobj *spec, const char *key)
{
	const struct pobj *o = pdf_get(c->pdf, spec, key);

	return o->type == POBJ_STRING && o->n > 0;
}

static void
check_embedded(struct check *c, const struct pobj *spec)
{
	const struct pobj *ef = pdf_get(c->pdf, spec, "EF"), *file;

	if (!pobj_is_dict(ef))
		return;
	if (!is_filled(c, spec, "F") || !is_filled(c, spec, "UF"))
		report(c, CHECK_FILE_NAMES, spec, NULL);
	file = pdf_get(c->pdf, ef, "F");
	if (file->type != POBJ_STREAM)
		file = pdf_get(c->pdf, ef, "UF");
	if ((c->standards & KL_PDF_A) && !is_archival(c, file))
		report(c, CHECK_FILE_KIND, spec, NULL);
}

/* Names that people read: of fonts and of structure types. */
static void
check_names(struct check *c, const struct pobj *o)
{
	static const char *const keys[] = { "BaseFont", "FontName", "S" };
	size_t i;

	for (i = 0; i < sizeof keys / sizeof *keys; i++) {
		const struct pobj *name = pdf_get(c->pdf, o, keys[i]);

		if (name->type == POBJ_NAME && !utf8_valid(name->text, name->n))
			report(c, CHECK_NAME_UTF8, o, NULL);
	}
}

static void
check_any(struct check *c, const struct pobj *o, int depth)
{
	size_t i, n = pobj_is_dict(o) ? o->n * 2 : o->n;

	check_scalar(c, o);
	if (depth > MAX_DEPTH || (o->type != POBJ_ARRAY && !pobj_is_dict(o)))
		return;
	if (o->type == POBJ_STREAM)
		check_stream(c, o);
	if (pobj_is_dict(o)) {
		check_names(c, o);
		if (o->type == POBJ_DICT)
			check_embedded(c, o);
	}
	for (i = 0; i < n; i++)
		check_any(c, &o->items[i], depth + 1);
}

/* ---- pages -------------------------------------------------------------- */

static const struct pobj *
inherited(struct check *c, const struct pobj *page, const char *key)
{
	int level;

	for (level = 0; level < 64 && pobj_is_dict(page); level++) {
		if (pobj_has(c->pdf, page, key))
			break;
		page = pdf_get(c->pdf, page, "Parent");
	}
	return pdf_get(c->pdf, page, key);
}

static bool
is_page_size(struct check *c, const struct pobj *box)
{
	double w =
	    fabs(pdf_at(c->pdf, box, 2)->real - pdf_at(c->pdf, box, 0)->real);
	double h =
	    fabs(pdf_at(c->pdf, box, 3)->real - pdf_at(c->pdf, box, 1)->real);

	return w >= 3 && w <= 14400 && h >= 3 && h <= 14400;
}

static void
check_page(struct check *c, const struct pobj *page)
{
	static const char *const boxes[] = { "MediaBox", "CropBox", "BleedBox",
		"TrimBox", "ArtBox" };
	const struct pobj *box;
	size_t i;

	for (i = 0; i < sizeof boxes / sizeof *boxes; i++) {
		box = i < 2 ? inherited(c, page, boxes[i])
			    : pdf_get(c->pdf, page, boxes[i]);
		if (box->type == POBJ_ARRAY && !is_page_size(c, box))
			report(c, CHECK_PAGE_SIZE, page, boxes[i]);
	}
	if (pobj_has(c->pdf, page, "AA"))
		report(c, CHECK_PAGE_ACTIONS, page, NULL);
	if (pobj_has(c->pdf, page, "PresSteps"))
		report(c, CHECK_STEPS, page, NULL);
}

void
check_objects(struct check *c)
{
	const struct pobj *size = pdf_get(c->pdf, c->pdf->trailer, "Size");
	size_t i;

	if (size->type == POBJ_INT && size->integer > 8388608)
		report(c, CHECK_OBJECT_COUNT, NULL, NULL);
	for (i = 1; i < c->pdf->count; i++)
		if (c->pdf->objects[i] != NULL)
			check_any(c, c->pdf->objects[i], 0);
	for (i = 0; i < c->pdf->npages; i++) {
		c->page = (unsigned)i + 1;
		check_page(c, c->pdf->pages[i]);
	}
}
