/* SPDX-License-Identifier: EUPL-1.2
 *
 * Links, fields and notes on pages: tagged, described, visible, printable and
 * without surprises.
 */
#include "config.h"

#include <string.h>

#include "pdf/check.h"

#define MAX_FIELDS 200000
#define HIDDEN 2

struct annot {
	struct check *c;
	const struct pobj *o;
	const char *subtype;
	const struct selem *elem; /* the structure element around it */
	long long flags;
	bool has_flags;
	bool away; /* hidden or outside the page */
};

static bool
is(const struct annot *n, const char *subtype)
{
	return strcmp(n->subtype, subtype) == 0;
}

static bool
is_filled(struct check *c, const struct pobj *o, const char *key)
{
	const char *text = pdf_text(c->a, pdf_get(c->pdf, o, key));

	return text != NULL && *text != '\0';
}

static bool
is_in(const struct annot *n, const char *type)
{
	return n->elem != NULL && n->elem->standard != NULL &&
	       strcmp(n->elem->standard, type) == 0;
}

/* ---- accessible --------------------------------------------------------- */

/* A field's description may stand with the field above the widget. */
static bool
has_tooltip(const struct annot *n)
{
	const struct pobj *field = n->o;
	int level;

	for (level = 0; level < 32 && pobj_is_dict(field); level++) {
		if (is_filled(n->c, field, "TU"))
			return true;
		field = pdf_get(n->c->pdf, field, "Parent");
	}
	return false;
}

static void
check_widget(const struct annot *n, bool has_alt)
{
	struct check *c = n->c;

	if (!n->away && !has_tooltip(n) && !has_alt)
		report(c, CHECK_WIDGET_ALT, n->o, NULL);
	if (!n->away && !is_in(n, "Form"))
		report(c, CHECK_WIDGET_TAG, n->o, NULL);
	if (pobj_has(c->pdf, n->o, "A") || pobj_has(c->pdf, n->o, "AA"))
		report(c, CHECK_WIDGET_ACTION, n->o, NULL);
}

static void
check_access(const struct annot *n)
{
	struct check *c = n->c;
	bool has_contents = is_filled(c, n->o, "Contents");
	bool has_alt = n->elem != NULL && is_filled(c, n->elem->obj, "Alt");

	if (pdf_get(c->pdf, n->o, "Contents")->type == POBJ_STRING &&
	    !c->has_lang && (n->elem == NULL || n->elem->lang == NULL))
		report(c, CHECK_CONTENTS_LANGUAGE, n->o, NULL);
	if (is(n, "Widget")) {
		check_widget(n, has_alt);
	} else if (is(n, "Link")) {
		if (!n->away && !is_in(n, "Link"))
			report(c, CHECK_LINK_TAG, n->o, NULL);
		if (!n->away && !has_contents)
			report(c, CHECK_LINK_CONTENTS, n->o, NULL);
	} else if (is(n, "PrinterMark")) {
		if (!n->away && n->elem != NULL)
			report(c, CHECK_PRINTER_MARK, n->o, NULL);
	} else if (!is(n, "Popup") && !n->away) {
		if (is(n, "TrapNet"))
			report(c, CHECK_TRAPNET, n->o, NULL);
		if (!is_in(n, "Annot"))
			report(c, CHECK_ANNOT_TAG, n->o, n->subtype);
		if (!has_contents && !has_alt)
			report(c, CHECK_ANNOT_ALT, n->o, n->subtype);
	}
}

/* ---- lasting ------------------------------------------------------------ */

static void
check_type(const struct annot *n)
{
	static const char *const good[] = { "Text", "Link", "FreeText", "Line",
		"Square", "Circle", "Polygon", "PolyLine", "Highlight",
		"Underline", "Squiggly", "StrikeOut", "Stamp", "Caret", "Ink",
		"Popup", "FileAttachment", "Widget", "PrinterMark", "TrapNet",
		"Watermark", "Redact" };
	size_t i;

	for (i = 0; i < sizeof good / sizeof *good; i++)
		if (is(n, good[i]))
			break;
	if (i == sizeof good / sizeof *good)
		report(n->c, CHECK_ANNOT_TYPE, n->o, n->subtype);
	/* invisible, hidden, no view, toggle no view are off; print is on */
	if (!n->has_flags && !is(n, "Popup"))
		report(n->c, CHECK_ANNOT_FLAGS_MISSING, n->o, n->subtype);
	else if (n->has_flags && (n->flags & (1 | 2 | 4 | 32 | 256)) != 4)
		report(n->c, CHECK_ANNOT_FLAGS, n->o, n->subtype);
}

static const struct pobj *
field_type(const struct annot *n)
{
	const struct pobj *field = n->o;
	int level;

	for (level = 0; level < 32 && pobj_is_dict(field) &&
			!pobj_has(n->c->pdf, field, "FT");
	     level++)
		field = pdf_get(n->c->pdf, field, "Parent");
	return pdf_get(n->c->pdf, field, "FT");
}

static void
check_look(const struct annot *n)
{
	struct check *c = n->c;
	const struct pobj *ap = pdf_get(c->pdf, n->o, "AP"), *normal;
	const struct pobj *rect = pdf_get(c->pdf, n->o, "Rect");
	bool button = is(n, "Widget") && pobj_is(field_type(n), "Btn");
	bool empty =
	    pdf_at(c->pdf, rect, 0)->real == pdf_at(c->pdf, rect, 2)->real &&
	    pdf_at(c->pdf, rect, 1)->real == pdf_at(c->pdf, rect, 3)->real;
	size_t i;

	if (!pobj_is_dict(ap)) {
		if (!empty && !is(n, "Popup") && !is(n, "Link"))
			report(c, CHECK_APPEARANCE, n->o, n->subtype);
		return;
	}
	normal = pdf_get(c->pdf, ap, "N");
	if (ap->n != 1 || (button ? normal->type != POBJ_DICT || normal->n == 0
				  : normal->type != POBJ_STREAM))
		report(c, CHECK_APPEARANCE_KEYS, n->o, n->subtype);
	if (normal->type == POBJ_STREAM)
		check_appearance(c, normal, NULL);
	for (i = 0; normal->type == POBJ_DICT && i < normal->n && i < 100; i++)
		check_appearance(
		    c, pdf_real(c->pdf, &normal->items[2 * i + 1]), NULL);
}

/* ---- where it is -------------------------------------------------------- */

static bool
is_outside(struct check *c, const struct pobj *page, const struct pobj *o)
{
	const struct pobj *box, *rect = pdf_get(c->pdf, o, "Rect");
	double r[4], b[4];
	const struct pobj *node = page;
	int i, level;

	box = pdf_get(c->pdf, page, "CropBox");
	for (level = 0;
	     level < 32 && box->type != POBJ_ARRAY && pobj_is_dict(node);
	     level++) {
		box = pdf_get(c->pdf, node, "MediaBox");
		node = pdf_get(c->pdf, node, "Parent");
	}
	if (box->type != POBJ_ARRAY || rect->type != POBJ_ARRAY)
		return false;
	for (i = 0; i < 4; i++) {
		r[i] = pdf_at(c->pdf, rect, (size_t)i)->real;
		b[i] = pdf_at(c->pdf, box, (size_t)i)->real;
	}
	return (r[0] < b[0] ? r[2] : r[0]) >= b[2] ||
	       (r[0] < r[2] ? r[2] : r[0]) <= b[0] ||
	       (r[1] < r[3] ? r[1] : r[3]) >= b[3] ||
	       (r[1] < r[3] ? r[3] : r[1]) <= b[1];
}

static void
check_annot(struct check *c, const struct pobj *page, const struct pobj *o)
{
	const struct pobj *flags = pdf_get(c->pdf, o, "F");
	const struct pobj *key = pdf_get(c->pdf, o, "StructParent");
	struct annot n = { .c = c, .o = o };

	if (o->type != POBJ_DICT)
		return;
	n.subtype = pobj_name(pdf_get(c->pdf, o, "Subtype"));
	n.has_flags = flags->type == POBJ_INT;
	n.flags = flags->integer;
	n.away = (n.flags & HIDDEN) != 0 || is_outside(c, page, o);
	if (key->type == POBJ_INT)
		n.elem = check_parent(c, key->integer, -1);
	check_access(&n);
	check_type(&n);
	check_look(&n);
	check_action(c, pdf_get(c->pdf, o, "A"), 0);
}

/* ---- fields ------------------------------------------------------------- */

/* The signed bytes begin at the first and end with the last, and leave out one
 * piece, the signature. */
static void
check_signature(struct check *c, const struct pobj *field)
{
	const struct pobj *value = pdf_get(c->pdf, field, "V");
	const struct pobj *range = pdf_get(c->pdf, value, "ByteRange");

	if (!pobj_is(pdf_get(c->pdf, field, "FT"), "Sig") ||
	    !pobj_is_dict(value))
		return;
	if (range->type != POBJ_ARRAY || range->n != 4 ||
	    pdf_at(c->pdf, range, 0)->integer != 0 ||
	    pdf_at(c->pdf, range, 2)->integer <
		pdf_at(c->pdf, range, 1)->integer ||
	    pdf_at(c->pdf, range, 2)->integer +
		    pdf_at(c->pdf, range, 3)->integer !=
		(long long)c->pdf->nbytes)
		report(c, CHECK_SIGNATURE_RANGE, value, NULL);
}

static void
check_fields(
    struct check *c, const struct pobj *fields, size_t *left, int depth)
{
	const struct pobj *o;
	size_t i;

	for (i = 0; fields->type == POBJ_ARRAY && i < fields->n && depth < 32 &&
		    *left > 0;
	     i++, --*left) {
		o = pdf_at(c->pdf, fields, i);
		if (o->type != POBJ_DICT || check_seen(c, o, SEEN_FIELD))
			continue;
		if (pobj_has(c->pdf, o, "AA"))
			report(c, CHECK_FIELD_ACTION, o, NULL);
		if (pobj_has(c->pdf, o, "TU") && !c->has_lang)
			report(c, CHECK_TU_LANGUAGE, o, NULL);
		check_signature(c, o);
		check_fields(c, pdf_get(c->pdf, o, "Kids"), left, depth + 1);
	}
}

void
check_annotations(struct check *c)
{
	const struct pobj *page, *annots;
	size_t i, k, left = MAX_FIELDS;

	check_fields(c,
	    pdf_get(
		c->pdf, pdf_get(c->pdf, c->pdf->root, "AcroForm"), "Fields"),
	    &left, 0);
	for (i = 0; i < c->pdf->npages; i++) {
		c->page = (unsigned)i + 1;
		page = c->pdf->pages[i];
		annots = pdf_get(c->pdf, page, "Annots");
		if (annots->type != POBJ_ARRAY || annots->n == 0)
			continue;
		if (!pobj_is(pdf_get(c->pdf, page, "Tabs"), "S"))
			report(c, CHECK_TABS, page, NULL);
		for (k = 0; k < annots->n && k < MAX_FIELDS; k++)
			check_annot(c, page, pdf_at(c->pdf, annots, k));
	}
}
