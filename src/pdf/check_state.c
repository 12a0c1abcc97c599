/* SPDX-License-Identifier: EUPL-1.2
 *
 * Graphics state dictionaries: nothing that depends on a device, and only
 * known ways to blend (ISO 19005-2, 6.2.5 and 6.2.10).
 */
#include "config.h"

#include <string.h>

#include "pdf/check.h"

static void
check_halftone(
    struct check *c, const struct pobj *o, const char *colourant, int depth)
{
	static const char *const primary[] = { "Cyan", "Magenta", "Yellow",
		"Black" };
	const struct pobj *type = pdf_get(c->pdf, o, "HalftoneType");
	bool has = pobj_has(c->pdf, o, "TransferFunction"), own = true;
	size_t i;

	if (!pobj_is_dict(o) || depth > 2)
		return;
	if (type->type != POBJ_INT ||
	    (type->integer != 1 && type->integer != 5))
		report(c, CHECK_HALFTONE_TYPE, o, NULL);
	if (pobj_has(c->pdf, o, "HalftoneName"))
		report(c, CHECK_HALFTONE_NAME, o, NULL);
	for (i = 0; i < 4; i++)
		own &= colourant != NULL && strcmp(colourant, primary[i]) != 0;
	/* a spot colour needs one, the process colours have none */
	if ((colourant == NULL || strcmp(colourant, "Default") != 0) &&
	    has != own)
		report(c, CHECK_HALFTONE_TRANSFER, o, NULL);
	for (i = 0; type->integer == 5 && i < o->n && i < 100; i++) {
		const struct pobj *kid = pdf_real(c->pdf, &o->items[2 * i + 1]);

		if (pobj_is_dict(kid))
			check_halftone(c, kid, o->items[2 * i].text, depth + 1);
	}
}

static void
check_blend(struct check *c, const struct pobj *o, const struct pobj *gs)
{
	static const char *const good[] = { "Normal", "Compatible", "Multiply",
		"Screen", "Overlay", "Darken", "Lighten", "ColorDodge",
		"ColorBurn", "HardLight", "SoftLight", "Difference",
		"Exclusion", "Hue", "Saturation", "Color", "Luminosity" };
	size_t i;

	if (o->type != POBJ_NAME)
		return;
	for (i = 0; i < sizeof good / sizeof *good; i++)
		if (pobj_is(o, good[i]))
			break;
	if (i == sizeof good / sizeof *good)
		report(c, CHECK_BLEND_MODE, gs, o->text);
	if (i > 1)
		c->transparent = true;
}

void
check_gstate(struct check *c, const struct pobj *gs)
{
	const struct pobj *o = pdf_get(c->pdf, gs, "BM");
	size_t i;

	check_blend(c, o, gs);
	for (i = 0; o->type == POBJ_ARRAY && i < o->n && i < 100; i++)
		check_blend(c, pdf_at(c->pdf, o, i), gs);
	o = pdf_get(c->pdf, gs, "ca");
	c->transparent |= pobj_is_number(o) && o->real < 1;
	o = pdf_get(c->pdf, gs, "CA");
	c->transparent |= pobj_is_number(o) && o->real < 1;
	o = pdf_get(c->pdf, gs, "SMask");
	if (pobj_is_dict(o)) {
		c->transparent = true;
		check_appearance(c, pdf_get(c->pdf, o, "G"), NULL);
	}
	if (check_seen(c, gs, SEEN_STATE))
		return;
	if (pobj_has(c->pdf, gs, "TR"))
		report(c, CHECK_TRANSFER, gs, NULL);
	o = pdf_get(c->pdf, gs, "TR2");
	if (o->type != POBJ_NULL && !pobj_is(o, "Default"))
		report(c, CHECK_TRANSFER2, gs, NULL);
	if (pobj_has(c->pdf, gs, "HTP"))
		report(c, CHECK_HALFTONE_PHASE, gs, NULL);
	check_halftone(c, pdf_get(c->pdf, gs, "HT"), NULL, 0);
	check_rendering(c, pdf_get(c->pdf, gs, "RI"));
}
