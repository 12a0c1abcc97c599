/* SPDX-License-Identifier: EUPL-1.2
 *
 * The pictures of a document: kept beside the tree under a name made of their
 * content, so that the same picture is stored once and always alike.
 */
#include "config.h"

#include <string.h>

#include "base/hash.h"
#include "odf/inner.h"

static const unsigned char png[8] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a,
	'\n' };

/* "png", "jpg", or NULL. */
static const char *
kind_of(const void *bytes, size_t n)
{
	static const unsigned char jpeg[3] = { 0xff, 0xd8, 0xff };

	if (n > 24 && memcmp(bytes, png, sizeof png) == 0)
		return "png";
	if (n > 24 && memcmp(bytes, jpeg, sizeof jpeg) == 0)
		return "jpg";
	return NULL;
}

const struct odf_image *
odf_find_image(const struct odf *odf, const char *path)
{
	size_t i;

	for (i = 0; path != NULL && i < odf->images.n; i++)
		if (strcmp(odf->images.v[i].path, path) == 0)
			return &odf->images.v[i];
	return NULL;
}

const char *
odf_add_image(struct odf *odf, const void *bytes, size_t n)
{
	const char *kind = kind_of(bytes, n);
	const struct odf_image *old;
	struct odf_image *image;
	char hex[HASH_HEX];
	const char *path;
	void *copy;

	if (kind == NULL)
		return NULL;
	hash_of(bytes, n, hex);
	path = arena_printf(odf->arena, "Pictures/%.32s.%s", hex, kind);
	if (path == NULL)
		return NULL;
	old = odf_find_image(odf, path);
	if (old != NULL)
		return old->path;
	copy = arena_alloc(odf->arena, n);
	image = copy == NULL ? NULL : vec_push(odf->arena, &odf->images);
	if (image == NULL)
		return NULL;
	image->path = path;
	image->bytes = memcpy(copy, bytes, n);
	image->n = n;
	return path;
}

static unsigned
big_endian(const unsigned char *p, int n)
{
	unsigned v = 0;

	while (n-- > 0)
		v = v << 8 | *p++;
	return v;
}

bool
odf_image_size(const void *bytes, size_t n, unsigned *w, unsigned *h)
{
	const unsigned char *p = bytes;
	size_t at = 2;
	unsigned char mark;

	if (n > 24 && memcmp(p, png, sizeof png) == 0) {
		*w = big_endian(p + 16, 4);
		*h = big_endian(p + 20, 4);
		return *w > 0 && *h > 0;
	}
	if (kind_of(bytes, n) == NULL)
		return false;
	while (at + 9 < n && p[at] == 0xff) {
		mark = p[at + 1];
		if (mark >= 0xc0 && mark <= 0xcf && mark != 0xc4 &&
		    mark != 0xc8 && mark != 0xcc) {
			*h = big_endian(p + at + 5, 2);
			*w = big_endian(p + at + 7, 2);
			return *w > 0 && *h > 0;
		}
		at += 2 + big_endian(p + at + 2, 2);
	}
	return false;
}
