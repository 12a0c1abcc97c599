/* SPDX-License-Identifier: EUPL-1.2
 *
 * What the rules are called and say, and words of a file made safe to show:
 * what the checker and the program that asks it both need.
 */
#include "config.h"

#include <string.h>

#include "base/utf8.h"
#include "pdf/check.h"

const struct check_rule_row check_rules[CHECK_NRULES] = {
#define RULE(name, ua, a, text) { ua, a, text },
#include "pdf/check_rules.h"
#undef RULE
};

void
check_clean(char *dst, size_t size, const char *src)
{
	char one[4];
	uint32_t cp;
	size_t k, n;

	for (; (k = utf8_next(src, &cp)) > 0; src += k) {
		if (cp < 0x20 || (cp >= 0x7f && cp < 0xa0) || cp == 0xfffd ||
		    (cp >= 0x2028 && cp <= 0x202e) ||
		    (cp >= 0x2066 && cp <= 0x2069))
			cp = '?';
		n = utf8_put(cp, one);
		if (n + 1 > size)
			break;
		memcpy(dst, one, n);
		dst += n;
		size -= n;
	}
	*dst = '\0';
}
