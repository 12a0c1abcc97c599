/* SPDX-License-Identifier: EUPL-1.2
 *
 * Contrast: relative luminance and ratio after WCAG 2.2.
 */
#include "config.h"

#include <math.h>
#include <stddef.h>

#include "publish/colour.h"

#define STEPS 100 /* towards black or white, in per cent */

bool
colour_parse(const char *text, uint32_t *rgb)
{
	uint32_t value = 0;
	size_t i;

	if (text == NULL || text[0] != '#')
		return false;
	for (i = 1; i <= 6; i++) {
		if (text[i] >= '0' && text[i] <= '9')
			value = value << 4 | (uint32_t)(text[i] - '0');
		else if (text[i] >= 'a' && text[i] <= 'f')
			value = value << 4 | (uint32_t)(text[i] - 'a' + 10);
		else if (text[i] >= 'A' && text[i] <= 'F')
			value = value << 4 | (uint32_t)(text[i] - 'A' + 10);
		else
			return false;
	}
	if (text[7] != '\0')
		return false;
	*rgb = value;
	return true;
}

static double
linear(uint32_t channel)
{
	double c = (double)(channel & 0xff) / 255.0;

	return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static double
luminance(uint32_t rgb)
{
	return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) +
	       0.0722 * linear(rgb);
}

double
colour_contrast(uint32_t x, uint32_t y)
{
	double a = luminance(x), b = luminance(y);

	return a > b ? (a + 0.05) / (b + 0.05) : (b + 0.05) / (a + 0.05);
}

/* ${rgb} with ${step} per cent of ${towards} (0x00 or 0xff) in each channel. */
static uint32_t
mix(uint32_t rgb, uint32_t towards, uint32_t step)
{
	uint32_t out = 0, c;
	int shift;

	for (shift = 16; shift >= 0; shift -= 8) {
		c = rgb >> shift & 0xff;
		c = (c * (STEPS - step) + towards * step) / STEPS;
		out |= c << shift;
	}
	return out;
}

uint32_t
colour_readable(uint32_t rgb, uint32_t background, double ratio)
{
	uint32_t towards, step, c = rgb;

	towards = colour_contrast(background, 0x000000) >
			  colour_contrast(background, 0xffffff)
		      ? 0x00
		      : 0xff;
	for (step = 0; step <= STEPS; step++) {
		c = mix(rgb, towards, step);
		if (colour_contrast(c, background) >= ratio)
			break;
	}
	return c;
}
