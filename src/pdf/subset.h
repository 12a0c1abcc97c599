/* SPDX-License-Identifier: EUPL-1.2
 *
 * A TrueType font with the used glyphs alone, as it is embedded in a PDF.
 */
#ifndef PDF_SUBSET_H
#define PDF_SUBSET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* subset_write(font, n, index, used, nglyphs, put, to): hand the ${n} bytes of
 * ${font} (face ${index} of a collection), reduced to glyph 0 and the glyphs g
 * with ${used[g]} != 0, all with the numbers they had, to ${put} in one piece.
 * Tables that a composite font of a PDF does not need (ISO 32000-1, 9.9) are
 * left out.  False if the font is damaged, memory is out, or ${put} failed. */
bool subset_write(const void *font, size_t n, int index, const uint32_t *used,
    size_t nglyphs, bool (*put)(void *to, const void *bytes, size_t n),
    void *to);

#endif
