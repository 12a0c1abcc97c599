/* SPDX-License-Identifier: EUPL-1.2
 *
 * Inside the pdf room: a small door to libharu.  haru.c is the one file that
 * uses libharu's inner headers; it gives objects whose entries the caller
 * writes as PDF text, numbered from 1, so that the other files need no library
 * types. Failures are sticky in the handle: write freely, ask haru_save.
 */
#ifndef PDF_HARU_H
#define PDF_HARU_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include <kansli/error.h>

#define HARU_MAX (512u << 20) /* largest file written [bytes] */

struct haru;

/* Writes the entries of a dictionary, without << and >>. */
typedef void (*haru_body)(struct buf *out, const void *context);

/* haru_open(h, err): an empty PDF 1.7 document. */
int haru_open(struct haru **h, struct kl_error *err);
void haru_close(struct haru *h);

/* haru_object(h, body, context): a new dictionary; returns its number, 0 on
 * failure.  ${body} is called once, while saving; ${context} must live on. */
unsigned haru_object(struct haru *h, haru_body body, const void *context);

/* haru_stream(h, entries, data, n, pack): a new stream with these extra entries
 * (or NULL), deflated if ${pack}.  Returns its number, 0 on failure. */
unsigned haru_stream(
    struct haru *h, const char *entries, const void *data, size_t n, bool pack);

/* haru_page(h, width, height, data, n, body, context): append a page [pt] with
 * its content; ${body} writes the entries beyond the page's own, which must
 * include /Resources.  Returns its number, 0 on failure. */
unsigned haru_page(struct haru *h, double width, double height,
    const void *data, size_t n, haru_body body, const void *context);

/* haru_root(h, body, context), haru_info(h, ...), haru_trailer(h, ...): entries
 * of the catalogue, the information dictionary and the trailer. */
void haru_root(struct haru *h, haru_body body, const void *context);
void haru_info(struct haru *h, haru_body body, const void *context);
void haru_trailer(struct haru *h, haru_body body, const void *context);

/* What a font descriptor says; lengths in 1/1000 em. */
struct haru_font {
	char name[64]; /* PostScript name */
	unsigned nglyphs;
	int ascent, descent, cap_height, italic_angle, stem;
	int box[4]; /* left, bottom, right, top */
	unsigned flags;
	int number; /* among those of the handle */
	int index;  /* of the face in the file */
};

/* haru_font_open(h, path, index, font): read a TrueType file (face ${index} of
 * a collection).  Returns false on failure.  Closed with the handle. */
bool haru_font_open(
    struct haru *h, const char *path, int index, struct haru_font *font);

/* haru_font_save(h, font, used): embed the glyphs g with ${used[g]} != 0 (of
 * font->nglyphs); the stream's number, or 0. */
unsigned haru_font_save(
    struct haru *h, const struct haru_font *font, const uint32_t *used);

/* haru_failed(h): true once anything failed. */
bool haru_failed(const struct haru *h);

/* haru_starved(h): true if what failed was memory. */
bool haru_starved(const struct haru *h);

/* haru_save(h, out, err): append the file to ${out}, or say what failed. */
int haru_save(struct haru *h, struct buf *out, struct kl_error *err);

#endif
