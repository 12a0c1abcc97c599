/* SPDX-License-Identifier: EUPL-1.2
 *
 * Pictures (ISO 19005-2, 6.2.8), among them the boxes of JPEG 2000 files.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "pdf/check.h"

#define JPX_MAX ((size_t)64 << 20)
#define MAX_BOXES 1000

/* What the boxes of a JPEG 2000 file say. */
struct jpx {
	unsigned channels, depth, spaces, best;
	int method;	 /* of the colour space that counts; -1: none */
	long enumerated; /* its number; -1: none */
	bool depths;	 /* channels of different depths */
	bool found;
};

static unsigned long
get32(const unsigned char *p)
{
	return (unsigned long)p[0] << 24 | (unsigned long)p[1] << 16 |
	       (unsigned long)p[2] << 8 | p[3];
}

static void
read_colr(struct jpx *j, const unsigned char *p, size_t n)
{
	if (n < 3)
		return;
	j->spaces++;
	j->best += p[2] == 1;
	if (j->spaces == 1 || p[2] == 1) {
		j->method = p[0];
		j->enumerated = p[0] == 1 && n >= 7 ? (long)get32(p + 3) : -1;
	}
}

/* Boxes from ${p} on; those inside jp2h too. */
static void
read_boxes(struct jpx *j, const unsigned char *p, size_t n, int depth)
{
	size_t len, head;
	int left;

	for (left = MAX_BOXES; n >= 8 && left > 0; left--) {
		len = get32(p);
		head = 8;
		if (len == 0)
			len = n;
		if (len == 1 && n >= 16) {
			len = get32(p + 12);
			head = 16;
		}
		if (len < head || len > n)
			return;
		if (memcmp(p + 4, "jp2h", 4) == 0 && depth == 0) {
			read_boxes(j, p + head, len - head, 1);
		} else if (memcmp(p + 4, "ihdr", 4) == 0 && len >= head + 11) {
			j->found = true;
			j->channels = (unsigned)p[head + 8] << 8 | p[head + 9];
			j->depth = (p[head + 10] & 127u) + 1;
			j->depths |= p[head + 10] == 255;
		} else if (memcmp(p + 4, "bpcc", 4) == 0) {
			j->depths = true;
		} else if (memcmp(p + 4, "colr", 4) == 0) {
			read_colr(j, p + head, len - head);
		}
		p += len;
		n -= len;
	}
}

static void
check_jpx(struct check *c, const struct pobj *image)
{
	struct jpx j = { .method = -1, .enumerated = -1 };
	bool own = pobj_has(c->pdf, image, "ColorSpace");
	unsigned char *data;
	size_t n;

	if ((data = pdf_raw(c->pdf, image, JPX_MAX, &n)) == NULL)
		return;
	read_boxes(&j, data, n, 0);
	mem_free(data);
	if (!j.found)
		return;
	if (j.channels != 1 && j.channels != 3 && j.channels != 4)
		report(c, CHECK_JPX_CHANNELS, image, NULL);
	if (j.depths || j.depth > 38)
		report(c, CHECK_JPX_DEPTH, image, NULL);
	if (own)
		return;
	if (j.spaces != 1 && j.best != 1)
		report(c, CHECK_JPX_SPACES, image, NULL);
	if (j.method < 1 || j.method > 3)
		report(c, CHECK_JPX_METHOD, image, NULL);
	if (j.enumerated == 19)
		report(c, CHECK_JPX_CIEJAB, image, NULL);
}

static bool
has_filter(struct check *c, const struct pobj *image, const char *name)
{
	const struct pobj *filter = pdf_get(c->pdf, image, "Filter");
	size_t i;

	for (i = 0; filter->type == POBJ_ARRAY && i < filter->n; i++)
		if (pobj_is(pdf_at(c->pdf, filter, i), name))
			return true;
	return pobj_is(filter, name);
}

void
check_image(
    struct check *c, const struct pobj *resources, const struct pobj *image)
{
	const struct pobj *o, *mask = pdf_get(c->pdf, image, "SMask");

	if (mask->type == POBJ_STREAM)
		c->transparent = true;
	o = pdf_get(c->pdf, image, "ImageMask");
	if (o->integer == 0 && !has_filter(c, image, "JPXDecode"))
		check_colour(
		    c, resources, pdf_get(c->pdf, image, "ColorSpace"), 0);
	if (check_seen(c, image, SEEN_IMAGE))
		return;
	if (pobj_has(c->pdf, image, "Alternates"))
		report(c, CHECK_IMAGE_ALTERNATES, image, NULL);
	if (pobj_has(c->pdf, image, "OPI"))
		report(c, CHECK_IMAGE_OPI, image, NULL);
	if (pdf_get(c->pdf, image, "Interpolate")->integer != 0)
		report(c, CHECK_INTERPOLATE, image, NULL);
	check_rendering(c, pdf_get(c->pdf, image, "Intent"));
	if (has_filter(c, image, "JPXDecode"))
		check_jpx(c, image);
	if (mask->type == POBJ_STREAM)
		check_image(c, resources, mask);
}
