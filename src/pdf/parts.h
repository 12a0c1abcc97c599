/* SPDX-License-Identifier: EUPL-1.2
 *
 * Inside the pdf room: the parts of a file besides its pages and their tags.
 */
#ifndef PDF_PARTS_H
#define PDF_PARTS_H

#include "base/hash.h"
#include "layout/layout.h"
#include "pdf/haru.h"

/* ---- fonts: face.c ------------------------------------------------------ */

struct faces;

/* faces_new(a, h): the fonts of a file, none yet; NULL when memory is out. */
struct faces *faces_new(struct arena *a, struct haru *h);

/* faces_number(f, face): the number that names ${face} on pages (/F0, /F1 ...),
 * or -1 if its file cannot be read. */
int faces_number(struct faces *f, const struct font_face *face);

/* faces_glyph(f, number, face, glyph): the code that shows ${glyph}, marked as
 * used; 0 if the face has no glyph. */
unsigned faces_glyph(struct faces *f, int number, const struct font_face *face,
    const struct font_glyph *glyph);

/* faces_write(f): make the font objects of all faces; false when memory is out.
 */
bool faces_write(struct faces *f);

/* faces_resources(out, f): the entries of a /Font resource dictionary. */
void faces_resources(struct buf *out, const struct faces *f);

/* ---- pictures: picture.c ------------------------------------------------ */

/* picture_write(a, h, bytes, n): an image object of a PNG or JPEG file; its
 * number, 0 if the file is broken or on failure. */
unsigned picture_write(
    struct arena *a, struct haru *h, const void *bytes, size_t n);

/* ---- drawings: figure.c ------------------------------------------------- */

/* figure_put(out, node, x, y, width, height): the outlines of a DOC_FIGURE with
 * its top left corner at (x, y), y upwards [pt]. */
void figure_put(struct buf *out, const struct doc_node *node, double x,
    double y, double width, double height);

/* ---- metadata: meta.c --------------------------------------------------- */

struct meta {
	const struct document *doc;
	const char *title; /* the document's, or its first heading */
	char id[HASH_HEX]; /* of the content */
	unsigned xmp, profile, tree, outline;
	bool show_outline;
};

/* meta_write(m, h, err): XMP, colour profile, catalogue, information dictionary
 * and trailer.  ${m} must live until the file is saved. */
int meta_write(struct meta *m, struct haru *h, struct kl_error *err);

/* profile_write(out): an ICC profile of sRGB (IEC 61966-2-1), version 4. */
void profile_write(struct buf *out);

/* ---- places: outline.c --------------------------------------------------- */

/* outline_write(a, laid, h, pages): bookmarks from the headings; ${pages} are
 * the page objects' numbers.  The number of the outline, 0 if there is none. */
unsigned outline_write(struct arena *a, const struct laid_out *laid,
    struct haru *h, const unsigned *pages);

/* outline_words(out, node, depth): append the words of ${node}, a heading or a
 * link, without its notes, as far as a title goes; ${depth} is 0. */
void outline_words(struct buf *out, const struct doc_node *node, int depth);

/* outline_title(a, laid): the words of the first heading, or NULL. */
const char *outline_title(struct arena *a, const struct laid_out *laid);

/* place_put(out, laid, place, pages): "[page /XYZ x y null]". */
void place_put(struct buf *out, const struct laid_out *laid,
    const struct laid_place *place, const unsigned *pages);

#endif
