/* SPDX-License-Identifier: EUPL-1.2
 *
 * Pictures in the file.  JPEG goes in as it is.  PNG is decoded with libpng's
 * simple interface, which returns on broken data; libharu's own reader ends the
 * process.
 */
#include "config.h"

#include <string.h>
#include <png.h>

#include "base/mem.h"
#include "pdf/parts.h"

/* The entries live in the arena: they are written when the file is saved. */
static unsigned
object(struct arena *a, struct haru *h, const struct image_info *info,
    bool grey, const char *more, const void *data, size_t n, bool pack)
{
	char *entries = arena_printf(a,
	    "/Type/XObject/Subtype/Image/Width %u/Height %u"
	    "/BitsPerComponent 8/ColorSpace/Device%s%s\n",
	    info->width, info->height, grey ? "Gray" : "RGB", more);

	return entries == NULL ? 0 : haru_stream(h, entries, data, n, pack);
}

/* Split pixels with alpha: colours stay in front, alpha goes to ${mask}.  True
 * if anything is transparent. */
static bool
split(unsigned char *pixels, size_t count, size_t colours, unsigned char *mask)
{
	size_t i, k;
	bool seen = false;

	for (i = 0; i < count; i++) {
		const unsigned char *from = pixels + i * (colours + 1);

		mask[i] = from[colours];
		seen |= mask[i] != 255;
		for (k = 0; k < colours; k++)
			pixels[i * colours + k] = from[k];
	}
	return seen;
}

static unsigned
write_pixels(struct arena *a, struct haru *h, const struct image_info *info,
    bool grey, unsigned char *pixels, unsigned char *mask)
{
	size_t count = (size_t)info->width * info->height;
	const char *more = "";
	unsigned id;

	if (split(pixels, count, grey ? 1 : 3, mask)) {
		id = object(a, h, info, true, "", mask, count, true);
		if (id == 0 ||
		    (more = arena_printf(a, "/SMask %u 0 R", id)) == NULL)
			return 0;
	}
	return object(
	    a, h, info, grey, more, pixels, count * (grey ? 1 : 3), true);
}

static unsigned
write_png(struct arena *a, struct haru *h, const struct image_info *info,
    const void *bytes, size_t n)
{
	png_image image = { .version = PNG_IMAGE_VERSION };
	size_t count = (size_t)info->width * info->height;
	unsigned char *pixels = NULL, *mask = NULL;
	unsigned id = 0;
	bool grey;

	if (!png_image_begin_read_from_memory(&image, bytes, n))
		goto out;
	if (image.width != info->width || image.height != info->height)
		goto out;
	grey = (image.format & PNG_FORMAT_FLAG_COLOR) == 0;
	image.format = grey ? PNG_FORMAT_GA : PNG_FORMAT_RGBA;
	pixels = mem_alloc(PNG_IMAGE_SIZE(image));
	mask = mem_alloc(count);
	if (pixels != NULL && mask != NULL &&
	    png_image_finish_read(&image, NULL, pixels, 0, NULL))
		id = write_pixels(a, h, info, grey, pixels, mask);
out:
	png_image_free(&image);
	mem_free(pixels);
	mem_free(mask);
	return id;
}

unsigned
picture_write(struct arena *a, struct haru *h, const void *bytes, size_t n)
{
	struct image_info info;

	if (image_check(bytes, n, &info) != NULL)
		return 0;
	if (!info.jpeg)
		return write_png(a, h, &info, bytes, n);
	return object(
	    a, h, &info, info.grey, "/Filter/DCTDecode", bytes, n, false);
}
