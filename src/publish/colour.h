/* SPDX-License-Identifier: EUPL-1.2
 *
 * The organisation's colours made readable: contrast as WCAG 2 defines it.
 */
#ifndef PUBLISH_COLOUR_H
#define PUBLISH_COLOUR_H

#include <stdbool.h>
#include <stdint.h>

#define COLOUR_TEXT 4.5	   /* least contrast of text (WCAG 2.2, 1.4.3) */
#define COLOUR_BRIGHT 6.5  /* of text on dark, where colours look duller */
#define COLOUR_GRAPHIC 3.0 /* and of what must be seen (1.4.11) */

/* colour_parse(text, rgb): strictly "#rrggbb"; false with ${rgb} untouched
 * otherwise, and for NULL. */
bool colour_parse(const char *text, uint32_t *rgb);

/* colour_contrast(x, y): the contrast ratio, 1 to 21. */
double colour_contrast(uint32_t x, uint32_t y);

/* colour_readable(rgb, background, ratio): ${rgb}, moved no further towards
 * black (on a light background) or white (on a dark one) than it takes to reach
 * ${ratio}, at most 21, against ${background}. */
uint32_t colour_readable(uint32_t rgb, uint32_t background, double ratio);

#endif
