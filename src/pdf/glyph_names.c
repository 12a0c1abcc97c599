/* SPDX-License-Identifier: EUPL-1.2
 *
 * Names of glyphs and the encodings that simple fonts use (ISO 32000-1, D),
 * as far as European text needs them.
 */
#include "config.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "pdf/font_file.h"

/* Names in the order of the code points from ${first}; "-" where none is. */
static const struct {
	uint32_t first;
	const char *names;
} runs[] = {
	{ 0x20,
	    "space exclam quotedbl numbersign dollar percent ampersand "
	    "quotesingle parenleft parenright asterisk plus comma hyphen "
	    "period slash zero one two three four five six seven eight nine "
	    "colon semicolon less equal greater question at" },
	{ 0x5b, "bracketleft backslash bracketright asciicircum underscore "
		"grave" },
	{ 0x7b, "braceleft bar braceright asciitilde" },
	{ 0xa1,
	    "exclamdown cent sterling currency yen brokenbar section dieresis "
	    "copyright ordfeminine guillemotleft logicalnot - registered "
	    "macron degree plusminus twosuperior threesuperior acute mu "
	    "paragraph periodcentered cedilla onesuperior ordmasculine "
	    "guillemotright onequarter onehalf threequarters questiondown "
	    "Agrave Aacute Acircumflex Atilde Adieresis Aring AE Ccedilla "
	    "Egrave Eacute Ecircumflex Edieresis Igrave Iacute Icircumflex "
	    "Idieresis Eth Ntilde Ograve Oacute Ocircumflex Otilde Odieresis "
	    "multiply Oslash Ugrave Uacute Ucircumflex Udieresis Yacute Thorn "
	    "germandbls agrave aacute acircumflex atilde adieresis aring ae "
	    "ccedilla egrave eacute ecircumflex edieresis igrave iacute "
	    "icircumflex idieresis eth ntilde ograve oacute ocircumflex otilde "
	    "odieresis divide oslash ugrave uacute ucircumflex udieresis "
	    "yacute thorn ydieresis" },
	{ 0x131, "dotlessi" },
	{ 0x141, "Lslash lslash" },
	{ 0x152, "OE oe" },
	{ 0x160, "Scaron scaron" },
	{ 0x178, "Ydieresis" },
	{ 0x17d, "Zcaron zcaron" },
	{ 0x192, "florin" },
	{ 0x2c6, "circumflex caron" },
	{ 0x2d8, "breve dotaccent ring ogonek tilde hungarumlaut" },
	{ 0x2013, "endash emdash" },
	{ 0x2018, "quoteleft quoteright quotesinglbase - quotedblleft "
		  "quotedblright quotedblbase - dagger daggerdbl bullet" },
	{ 0x2026, "ellipsis" },
	{ 0x2030, "perthousand" },
	{ 0x2039, "guilsinglleft guilsinglright" },
	{ 0x2044, "fraction" },
	{ 0x20ac, "Euro" },
	{ 0x2122, "trademark" },
	{ 0x2212, "minus" },
	{ 0xfb01, "fi fl" },
};

static uint32_t
hex_value(const char *s, size_t least, size_t most)
{
	size_t n = strspn(s, "0123456789ABCDEF");

	return n < least || n > most || s[n] != '\0'
		   ? 0
		   : (uint32_t)strtoul(s, NULL, 16);
}

uint32_t
glyph_unicode(const char *name)
{
	size_t n = strlen(name), i, k;
	const char *p;
	uint32_t cp;

	if (n == 1 && isalpha((unsigned char)*name))
		return (uint32_t)(unsigned char)*name;
	if (strncmp(name, "uni", 3) == 0 &&
	    (cp = hex_value(name + 3, 4, 4)) > 0)
		return cp;
	if (name[0] == 'u' && (cp = hex_value(name + 1, 4, 6)) > 0)
		return cp;
	for (i = 0; i < sizeof runs / sizeof *runs; i++)
		for (p = runs[i].names, k = 0; *p != '\0'; k++) {
			size_t len = strcspn(p, " ");

			if (len == n && memcmp(p, name, n) == 0)
				return runs[i].first + (uint32_t)k;
			p += len;
			p += *p == ' ';
		}
	return 0;
}

bool
glyph_is_index(const char *name)
{
	static const char *const heads[] = { "g", "G", "c", "C", "cid", "CID",
		"glyph", "index", "a", "x" };
	size_t i, n;

	for (i = 0; i < sizeof heads / sizeof *heads; i++) {
		n = strlen(heads[i]);
		if (strncmp(name, heads[i], n) == 0 && name[n] != '\0' &&
		    strspn(name + n, "0123456789") == strlen(name + n))
			return true;
	}
	return false;
}

uint32_t
winansi_unicode(unsigned char code)
{
	static const unsigned short middle[] = { 0x20ac, 0x2022, 0x201a, 0x0192,
		0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039,
		0x0152, 0x2022, 0x017d, 0x2022, 0x2022, 0x2018, 0x2019, 0x201c,
		0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a,
		0x0153, 0x2022, 0x017e, 0x0178 };

	if (code < 0x20)
		return 0;
	return code >= 0x80 && code < 0xa0 ? middle[code - 0x80] : code;
}

uint32_t
macroman_unicode(unsigned char code)
{
	static const unsigned short high[] = { 0xc4, 0xc5, 0xc7, 0xc9, 0xd1,
		0xd6, 0xdc, 0xe1, 0xe0, 0xe2, 0xe4, 0xe3, 0xe5, 0xe7, 0xe9,
		0xe8, 0xea, 0xeb, 0xed, 0xec, 0xee, 0xef, 0xf1, 0xf3, 0xf2,
		0xf4, 0xf6, 0xf5, 0xfa, 0xf9, 0xfb, 0xfc, 0x2020, 0xb0, 0xa2,
		0xa3, 0xa7, 0x2022, 0xb6, 0xdf, 0xae, 0xa9, 0x2122, 0xb4, 0xa8,
		0x2260, 0xc6, 0xd8, 0x221e, 0xb1, 0x2264, 0x2265, 0xa5, 0xb5,
		0x2202, 0x2211, 0x220f, 0x3c0, 0x222b, 0xaa, 0xba, 0x3a9, 0xe6,
		0xf8, 0xbf, 0xa1, 0xac, 0x221a, 0x192, 0x2248, 0x2206, 0xab,
		0xbb, 0x2026, 0xa0, 0xc0, 0xc3, 0xd5, 0x152, 0x153, 0x2013,
		0x2014, 0x201c, 0x201d, 0x2018, 0x2019, 0xf7, 0x25ca, 0xff,
		0x178, 0x2044, 0xa4, 0x2039, 0x203a, 0xfb01, 0xfb02, 0x2021,
		0xb7, 0x201a, 0x201e, 0x2030, 0xc2, 0xca, 0xc1, 0xcb, 0xc8,
		0xcd, 0xce, 0xcf, 0xcc, 0xd3, 0xd4, 0xf8ff, 0xd2, 0xda, 0xdb,
		0xd9, 0x131, 0x2c6, 0x2dc, 0xaf, 0x2d8, 0x2d9, 0x2da, 0xb8,
		0x2dd, 0x2db, 0x2c7 };

	return code < 0x20 ? 0 : code < 0x80 ? code : high[code - 0x80];
}
