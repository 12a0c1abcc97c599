/* SPDX-License-Identifier: EUPL-1.2
 *
 * Font subsets are HarfBuzz's: libharu keeps all tables and the place of each
 * glyph, used or not, which made files half as large again and took five times
 * as long.
 */
#include "config.h"

#include <hb.h>
#include <hb-subset.h>

#include "pdf/subset.h"

/* The text is laid out, and glyphs are asked for by number: what finds, shapes
 * and names them is not needed. */
static const hb_tag_t needless[] = { HB_TAG('G', 'S', 'U', 'B'),
	HB_TAG('G', 'P', 'O', 'S'), HB_TAG('G', 'D', 'E', 'F'),
	HB_TAG('k', 'e', 'r', 'n'), HB_TAG('c', 'm', 'a', 'p'),
	HB_TAG('n', 'a', 'm', 'e'), HB_TAG('p', 'o', 's', 't'),
	HB_TAG('O', 'S', '/', '2'), HB_TAG('D', 'S', 'I', 'G'),
	HB_TAG('g', 'a', 's', 'p') };

static hb_subset_input_t *
input_new(const uint32_t *used, size_t nglyphs)
{
	hb_subset_input_t *input = hb_subset_input_create_or_fail();
	hb_set_t *glyphs, *drop;
	size_t i;

	if (input == NULL)
		return NULL;
	/* an old number is what the pages say */
	hb_subset_input_set_flags(input,
	    HB_SUBSET_FLAGS_RETAIN_GIDS | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
	glyphs = hb_subset_input_glyph_set(input);
	for (i = 0; i < nglyphs; i++)
		if (used[i] != 0)
			hb_set_add(glyphs, (hb_codepoint_t)i);
	drop = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
	for (i = 0; i < sizeof needless / sizeof *needless; i++)
		hb_set_add(drop, needless[i]);
	return input;
}

static hb_face_t *
face_open(const void *font, size_t n, int index)
{
	hb_blob_t *blob = hb_blob_create_or_fail(
	    font, (unsigned)n, HB_MEMORY_MODE_READONLY, NULL, NULL);
	hb_face_t *face;

	if (blob == NULL)
		return NULL;
	face = hb_face_create(blob, (unsigned)index);
	hb_blob_destroy(blob);
	return face;
}

bool
subset_write(const void *font, size_t n, int index, const uint32_t *used,
    size_t nglyphs, bool (*put)(void *to, const void *bytes, size_t n),
    void *to)
{
	hb_subset_input_t *input = input_new(used, nglyphs);
	hb_face_t *whole = face_open(font, n, index), *part = NULL;
	hb_blob_t *blob = NULL;
	const char *bytes;
	unsigned size = 0;
	bool fine = false;

	if (input != NULL && whole != NULL)
		part = hb_subset_or_fail(whole, input);
	if (part != NULL)
		blob = hb_face_reference_blob(part);
	if (blob != NULL) {
		bytes = hb_blob_get_data(blob, &size);
		fine = size > 0 && put(to, bytes, size);
	}
	hb_blob_destroy(blob);
	hb_face_destroy(part);
	hb_face_destroy(whole);
	hb_subset_input_destroy(input);
	return fine;
}
