/* SPDX-License-Identifier: EUPL-1.2
 *
 * Which pictures can be set.  Their bytes come from a template, so size and
 * kind are read here before a library is let near them.
 */
#include "config.h"

#include <string.h>

#include "layout/flow.h"

#define PIXELS_MAX 40000000.0
#define BYTES_MAX (32u << 20)

static unsigned
big16(const unsigned char *p)
{
	return (unsigned)p[0] << 8 | p[1];
}

static double
big32(const unsigned char *p)
{
	return big16(p) * 65536.0 + big16(p + 2);
}

static const char *
check_size(struct image_info *info, double width, double height)
{
	if (width < 1 || height < 1)
		return KL_N_("The picture %s cannot be set: it is empty.");
	if (width * height > PIXELS_MAX)
		return KL_N_(
		    "The picture %s cannot be set: it has too many pixels.");
	info->width = (unsigned)width;
	info->height = (unsigned)height;
	return NULL;
}

static const char *
check_png(const unsigned char *p, size_t n, struct image_info *info)
{
	if (n < 33 || memcmp(p + 12, "IHDR", 4) != 0)
		return KL_N_(
		    "The picture %s cannot be set: it is a broken PNG.");
	return check_size(info, big32(p + 16), big32(p + 20));
}

/* Walk the markers to the frame header (ITU T.81, B.2.2). */
static const char *
check_jpeg(const unsigned char *p, size_t n, struct image_info *info)
{
	size_t at = 2;
	unsigned marker;

	while (at + 9 < n && p[at] == 0xff) {
		marker = p[at + 1];
		if (marker == 0xff) {
			at++;
			continue;
		}
		if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 &&
		    marker != 0xc8 && marker != 0xcc) {
			if (p[at + 4] != 8 ||
			    (p[at + 9] != 1 && p[at + 9] != 3))
				return KL_N_(
				    "The picture %s cannot be set: only grey "
				    "and RGB JPEG are supported.");
			info->jpeg = true;
			info->grey = p[at + 9] == 1;
			return check_size(
			    info, big16(p + at + 7), big16(p + at + 5));
		}
		at += 2 + big16(p + at + 2);
	}
	return KL_N_("The picture %s cannot be set: it is a broken JPEG.");
}

const char *
image_check(const void *bytes, size_t n, struct image_info *info)
{
	const unsigned char *p = bytes;

	*info = (struct image_info){ 0 };
	if (p == NULL || n < 16)
		return KL_N_("The picture %s cannot be set: it is empty.");
	if (n > BYTES_MAX)
		return KL_N_("The picture %s cannot be set: it is too large.");
	if (memcmp(p, "\x89PNG\r\n\x1a\n", 8) == 0)
		return check_png(p, n, info);
	if (p[0] == 0xff && p[1] == 0xd8)
		return check_jpeg(p, n, info);
	return KL_N_(
	    "The picture %s cannot be set: it is neither PNG nor JPEG.");
}
