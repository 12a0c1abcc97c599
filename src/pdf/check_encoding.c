/* SPDX-License-Identifier: EUPL-1.2
 *
 * How codes lead to characters: the CMap of a composite font, the encoding of a
 * simple one.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "pdf/check_font.h"

#define CMAP_MAX ((size_t)16 << 20)

/* The CMaps of ISO 32000-1, table 118. */
static bool
is_predefined(const char *name)
{
	static const char list[] =
	    " GB-EUC-H GB-EUC-V GBpc-EUC-H GBpc-EUC-V GBK-EUC-H GBK-EUC-V "
	    "GBKp-EUC-H GBKp-EUC-V GBK2K-H GBK2K-V UniGB-UCS2-H UniGB-UCS2-V "
	    "UniGB-UTF16-H UniGB-UTF16-V B5pc-H B5pc-V HKscs-B5-H HKscs-B5-V "
	    "ETen-B5-H ETen-B5-V ETenms-B5-H ETenms-B5-V CNS-EUC-H CNS-EUC-V "
	    "UniCNS-UCS2-H UniCNS-UCS2-V UniCNS-UTF16-H UniCNS-UTF16-V "
	    "83pv-RKSJ-H 90ms-RKSJ-H 90ms-RKSJ-V 90msp-RKSJ-H 90msp-RKSJ-V "
	    "90pv-RKSJ-H Add-RKSJ-H Add-RKSJ-V EUC-H EUC-V Ext-RKSJ-H "
	    "Ext-RKSJ-V H V UniJIS-UCS2-H UniJIS-UCS2-V UniJIS-UCS2-HW-H "
	    "UniJIS-UCS2-HW-V UniJIS-UTF16-H UniJIS-UTF16-V KSC-EUC-H "
	    "KSC-EUC-V KSCms-UHC-H KSCms-UHC-V KSCms-UHC-HW-H KSCms-UHC-HW-V "
	    "KSCpc-EUC-H UniKS-UCS2-H UniKS-UCS2-V UniKS-UTF16-H "
	    "UniKS-UTF16-V Identity-H Identity-V ";
	const char *at;
	size_t n = strlen(name);

	for (at = list; n > 0 && (at = strstr(at, name)) != NULL; at++)
		if (at[-1] == ' ' && at[n] == ' ')
			return true;
	return false;
}

static bool
is_text(
    struct check *c, const struct pobj *dict, const char *key, const char *text)
{
	const struct pobj *o = pdf_get(c->pdf, dict, key);

	return text != NULL && o->type == POBJ_STRING &&
	       strcmp(o->text, text) == 0;
}

static void
check_system(struct check *c, struct font *f, const struct pobj *stream)
{
	const struct pobj *of_font =
	    pdf_get(c->pdf, f->descendant, "CIDSystemInfo");
	const struct pobj *of_map = pdf_get(c->pdf, stream, "CIDSystemInfo");
	const struct pobj *registry = pdf_get(c->pdf, of_map, "Registry");
	const struct pobj *ordering = pdf_get(c->pdf, of_map, "Ordering");

	if (registry->type != POBJ_STRING || ordering->type != POBJ_STRING ||
	    !is_text(c, of_font, "Registry", registry->text) ||
	    !is_text(c, of_font, "Ordering", ordering->text) ||
	    pdf_get(c->pdf, of_font, "Supplement")->integer >
		pdf_get(c->pdf, of_map, "Supplement")->integer)
		report(c, CHECK_CID_SYSTEM, f->obj, f->name);
}

static void
embedded_cmap(struct check *c, struct font *f, const struct pobj *stream)
{
	const struct pobj *use = pdf_get(c->pdf, stream, "UseCMap");
	const struct pobj *mode = pdf_get(c->pdf, stream, "WMode");
	unsigned char *data;
	const char *other;
	size_t n;

	check_system(c, f, stream);
	data = pdf_data(c->pdf, stream, CMAP_MAX, &n);
	if (data != NULL)
		f->encoding = cmap_read(c->a, data, n, false);
	mem_free(data);
	if (f->encoding == NULL)
		return;
	if (mode->integer != f->encoding->wmode)
		report(c, CHECK_CMAP_MODE, stream, f->name);
	if (f->encoding->most > 65535)
		report(c, CHECK_CID_RANGE, stream, f->name);
	other = use->type == POBJ_NAME ? use->text
		: use->type == POBJ_STREAM
		    ? pobj_name(pdf_get(c->pdf, use, "CMapName"))
		    : f->encoding->use;
	if (other != NULL && !is_predefined(other))
		report(c, CHECK_CMAP_USE, stream, other);
}

void
font_cmap(struct check *c, struct font *f)
{
	const struct pobj *encoding = pdf_get(c->pdf, f->obj, "Encoding");

	if (encoding->type == POBJ_STREAM) {
		embedded_cmap(c, f, encoding);
		return;
	}
	f->identity =
	    pobj_is(encoding, "Identity-H") || pobj_is(encoding, "Identity-V");
	f->predefined = !f->identity && is_predefined(pobj_name(encoding));
	if (!f->identity && !f->predefined)
		report(c, CHECK_CMAP_EMBEDDED, f->obj, pobj_name(encoding));
}

/* ---- simple fonts ------------------------------------------------------- */

static void
read_differences(struct check *c, struct font *f, const struct pobj *list)
{
	const struct pobj *o;
	long long code = 0;
	size_t i;

	for (i = 0; list->type == POBJ_ARRAY && i < list->n; i++) {
		o = pdf_at(c->pdf, list, i);
		if (o->type == POBJ_INT)
			code = o->integer;
		else if (o->type == POBJ_NAME && code >= 0 && code < 256)
			f->glyphs[code++] = o->text;
	}
}

/* All names of the Differences mean something. */
static bool
are_meaningful(const struct font *f)
{
	size_t i;

	for (i = 0; i < 256; i++)
		if (f->glyphs[i] != NULL && glyph_is_index(f->glyphs[i]))
			return false;
	return !f->has_sfnt || sfnt_has_map(&f->sfnt, 3, 1);
}

static void
check_truetype(
    struct check *c, struct font *f, const struct pobj *encoding, bool differs)
{
	const struct sfnt *s = &f->sfnt;

	if (f->symbolic) {
		if (encoding->type != POBJ_NULL)
			report(c, CHECK_SYMBOLIC_ENCODING, f->obj, f->name);
		if (f->has_sfnt && s->nmaps != 1 && !sfnt_has_map(s, 3, 0))
			report(c, CHECK_SYMBOLIC_CMAP, f->obj, f->name);
		return;
	}
	if ((f->base != BASE_WINANSI && f->base != BASE_MACROMAN) ||
	    (differs && !are_meaningful(f)))
		report(c, CHECK_TRUETYPE_ENCODING, f->obj, f->name);
	if (f->has_sfnt && s->nmaps < (sfnt_has_map(s, 3, 0) ? 2u : 1u))
		report(c, CHECK_TRUETYPE_CMAP, f->obj, f->name);
}

void
font_encoding(struct check *c, struct font *f)
{
	const struct pobj *encoding = pdf_get(c->pdf, f->obj, "Encoding");
	const struct pobj *base = encoding, *differences;

	differences = pdf_get(c->pdf, encoding, "Differences");
	if (pobj_is_dict(encoding))
		base = pdf_get(c->pdf, encoding, "BaseEncoding");
	f->base = pobj_is(base, "WinAnsiEncoding")    ? BASE_WINANSI
		  : pobj_is(base, "MacRomanEncoding") ? BASE_MACROMAN
		  : base->type == POBJ_NAME	      ? BASE_OTHER
						      : BASE_NONE;
	read_differences(c, f, differences);
	if (f->kind == FONT_TRUETYPE)
		check_truetype(c, f, encoding, differences->type == POBJ_ARRAY);
}
