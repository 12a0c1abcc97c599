/* SPDX-License-Identifier: EUPL-1.2
 *
 * Colours that look the same for ever: device colours only under an output
 * intent, valid colour profiles, spot colours described in one way.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "pdf/check.h"

#define MAX_DEPTH 8
#define PROFILE_MAX ((size_t)32 << 20)
#define ICC_HEADER 128
#define MAX_SEPARATIONS 1000

struct separation {
	const char *name;
	const struct pobj *space;
};

/* The space is one of those words, full or short (ISO 32000-1, 8.9.7). */
static bool
is_word(const struct pobj *o, const char *full, const char *brief)
{
	return pobj_is(o, full) || pobj_is(o, brief);
}

static bool
is_one(const char *word, const char *list)
{
	const char *at = strstr(list, word);

	return strlen(word) == 4 && at != NULL && (at - list) % 4 == 0;
}

void
check_icc(
    struct check *c, const struct pobj *profile, bool output, char space[5])
{
	char class[5] = "";
	unsigned char *data;
	size_t n;

	space[0] = '\0';
	data = pdf_data(c->pdf, profile, PROFILE_MAX, &n);
	if (data != NULL && n >= ICC_HEADER &&
	    memcmp(data + 36, "acsp", 4) == 0 && data[8] < 5) {
		memcpy(class, data + 12, 4);
		memcpy(space, data + 16, 4);
		space[4] = '\0';
	}
	mem_free(data);
	if (is_one(class, output ? "prtrmntr" : "prtrmntrscnrspac") &&
	    is_one(space, output ? "RGB CMYKGRAY" : "RGB CMYKGRAYLab "))
		return;
	space[0] = '\0';
	report(c, output ? CHECK_INTENT_PROFILE : CHECK_PROFILE, profile, NULL);
}

void
check_intents(struct check *c)
{
	const struct pobj *list =
	    pdf_get(c->pdf, c->pdf->root, "OutputIntents");
	const struct pobj *one, *s, *profile, *first = NULL;
	char space[5];
	size_t i;

	for (i = 0; list->type == POBJ_ARRAY && i < list->n && i < 100; i++) {
		one = pdf_at(c->pdf, list, i);
		s = pdf_get(c->pdf, one, "S");
		profile = pdf_get(c->pdf, one, "DestOutputProfile");
		if (pobj_is(s, "GTS_PDFX") &&
		    pobj_has(c->pdf, one, "DestOutputProfileRef"))
			report(c, CHECK_INTENT_REF, one, NULL);
		if (profile->type != POBJ_STREAM)
			continue;
		if (first != NULL && first != profile)
			report(c, CHECK_INTENT_SAME, one, NULL);
		first = profile;
		if (check_seen(c, profile, SEEN_STATE))
			continue;
		check_icc(c, profile, true, space);
		if (pobj_is(s, "GTS_PDFA1"))
			memcpy(c->intent, space, sizeof c->intent);
	}
}

void
check_rendering(struct check *c, const struct pobj *o)
{
	static const char *const good[] = { "RelativeColorimetric",
		"AbsoluteColorimetric", "Perceptual", "Saturation" };
	size_t i;

	if (o->type != POBJ_NAME)
		return;
	for (i = 0; i < sizeof good / sizeof *good; i++)
		if (pobj_is(o, good[i]))
			return;
	report(c, CHECK_RENDERING_INTENT, o, o->text);
}

/* ---- spaces ------------------------------------------------------------- */

/* A device space, unless the resources say what it means. */
static void
check_device(struct check *c, const struct pobj *resources,
    const struct pobj *space, const char *stand_in, const char *needed,
    enum check_rule rule, int depth)
{
	const struct pobj *own =
	    pdf_get(c->pdf, pdf_get(c->pdf, resources, "ColorSpace"), stand_in);

	if (own->type == POBJ_ARRAY)
		check_colour(c, resources, own, depth + 1);
	else if (*needed == '\0' ? c->intent[0] == '\0'
				 : strcmp(c->intent, needed) != 0)
		report(c, rule, space, NULL);
}

/* True if it is a device space. */
static bool
check_named(struct check *c, const struct pobj *resources, const struct pobj *o,
    int depth)
{
	if (is_word(o, "DeviceRGB", "RGB"))
		check_device(c, resources, o, "DefaultRGB", "RGB ",
		    CHECK_DEVICE_RGB, depth);
	else if (is_word(o, "DeviceCMYK", "CMYK"))
		check_device(c, resources, o, "DefaultCMYK", "CMYK",
		    CHECK_DEVICE_CMYK, depth);
	else if (is_word(o, "DeviceGray", "G"))
		check_device(c, resources, o, "DefaultGray", "",
		    CHECK_DEVICE_GREY, depth);
	else
		return pobj_is(o, "Pattern");
	return true;
}

static bool
is_equal(struct check *c, const struct pobj *a, const struct pobj *b, int depth)
{
	size_t i, n;

	a = pdf_real(c->pdf, a);
	b = pdf_real(c->pdf, b);
	if (a == b)
		return true;
	if (a->type != b->type || a->n != b->n || depth > 16)
		return false;
	switch (a->type) {
	case POBJ_NAME:
	case POBJ_STRING:
		return memcmp(a->text, b->text, a->n) == 0;
	case POBJ_BOOL:
	case POBJ_INT:
		return a->integer == b->integer;
	case POBJ_REAL:
		return a->real >= b->real && a->real <= b->real;
	case POBJ_ARRAY:
	case POBJ_DICT:
	case POBJ_STREAM: /* by what it says of its data */
		n = a->type == POBJ_ARRAY ? a->n : 2 * a->n;
		for (i = 0; i < n; i++)
			if (!is_equal(c, &a->items[i], &b->items[i], depth + 1))
				return false;
		return true;
	default:
		return true;
	}
}

/* [/Separation name alternate tint] */
static void
check_separation(struct check *c, const struct pobj *space)
{
	const char *name = pobj_name(pdf_at(c->pdf, space, 1));
	struct separation *s, **slot;
	size_t i;

	if (strcmp(name, "All") == 0 || strcmp(name, "None") == 0)
		return;
	for (i = 0; i < c->separations.n; i++) {
		s = c->separations.v[i];
		if (strcmp(s->name, name) != 0)
			continue;
		if (!is_equal(c, pdf_at(c->pdf, s->space, 2),
			pdf_at(c->pdf, space, 2), 0) ||
		    !is_equal(c, pdf_at(c->pdf, s->space, 3),
			pdf_at(c->pdf, space, 3), 0))
			report(c, CHECK_SEPARATION_SAME, space, name);
		return;
	}
	if (c->separations.n >= MAX_SEPARATIONS ||
	    (s = arena_alloc(c->a, sizeof *s)) == NULL ||
	    (slot = vec_push(c->a, &c->separations)) == NULL)
		return;
	*s = (struct separation){ name, space };
	*slot = s;
}

/* [/DeviceN names alternate tint attributes] */
static void
check_device_n(struct check *c, const struct pobj *resources,
    const struct pobj *space, int depth)
{
	static const char *const process[] = { "Cyan", "Magenta", "Yellow",
		"Black", "None" };
	const struct pobj *names = pdf_at(c->pdf, space, 1);
	const struct pobj *list =
	    pdf_get(c->pdf, pdf_at(c->pdf, space, 4), "Colorants");
	size_t i, k;

	if (names->n > 32)
		report(c, CHECK_COLOURANTS, space, NULL);
	for (i = 0; names->type == POBJ_ARRAY && i < names->n && i < 100; i++) {
		const char *name = pobj_name(pdf_at(c->pdf, names, i));
		const struct pobj *one = pdf_get(c->pdf, list, name);

		for (k = 0; k < 5; k++)
			if (strcmp(name, process[k]) == 0)
				break;
		if (k == 5 && one->type != POBJ_ARRAY)
			report(c, CHECK_COLOURANT_LIST, space, name);
		if (one->type == POBJ_ARRAY)
			check_colour(c, resources, one, depth + 1);
	}
}

static void
check_based(struct check *c, const struct pobj *space)
{
	static const char *const spaces[] = { "", "GRAY", "", "RGB ", "CMYK" };
	const struct pobj *profile = pdf_at(c->pdf, space, 1);
	long long n = pdf_get(c->pdf, profile, "N")->integer;
	char name[5];

	if (check_seen(c, profile, SEEN_COLOUR))
		return;
	check_icc(c, profile, false, name);
	if (name[0] != '\0' && strcmp(name, "Lab ") != 0 &&
	    (n < 1 || n > 4 || strcmp(spaces[n], name) != 0))
		report(c, CHECK_PROFILE, profile, NULL);
}

void
check_colour(struct check *c, const struct pobj *resources,
    const struct pobj *space, int depth)
{
	const struct pobj *kind;

	space = pdf_real(c->pdf, space);
	if (depth > MAX_DEPTH)
		return;
	if (space->type == POBJ_NAME) {
		if (!check_named(c, resources, space, depth))
			check_colour(c, resources,
			    pdf_get(c->pdf,
				pdf_get(c->pdf, resources, "ColorSpace"),
				space->text),
			    depth + 1);
		return;
	}
	kind = pdf_at(c->pdf, space, 0);
	if (pobj_is(kind, "ICCBased")) {
		check_based(c, space);
	} else if (is_word(kind, "Indexed", "I") || pobj_is(kind, "Pattern")) {
		check_colour(c, resources, pdf_at(c->pdf, space, 1), depth + 1);
	} else if (pobj_is(kind, "Separation")) {
		check_separation(c, space);
		check_colour(c, resources, pdf_at(c->pdf, space, 2), depth + 1);
	} else if (pobj_is(kind, "DeviceN")) {
		check_device_n(c, resources, space, depth);
		check_colour(c, resources, pdf_at(c->pdf, space, 2), depth + 1);
	} else if (space->type == POBJ_ARRAY && space->n == 1) {
		check_named(c, resources, kind, depth);
	}
}
