/* SPDX-License-Identifier: EUPL-1.2
 *
 * The measures and colours of OpenDocument attributes, read strictly and
 * without the process's locale.
 */
#include "config.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "odf/inner.h"

#define LARGEST 10000.0 /* [pt], about three and a half metres */
#define NUMBER_MAX 1e9

const char *
odf_number(const char *s, double *value)
{
	double sign = 1, v = 0, unit = 1;
	int digits = 0, power = 0;
	bool small;

	if (s == NULL)
		return NULL;
	if (*s == '-' || *s == '+')
		sign = *s++ == '-' ? -1 : 1;
	for (; isdigit((unsigned char)*s); s++, digits++)
		v = fmin(v * 10 + (*s - '0'), NUMBER_MAX);
	if (*s == '.')
		for (s++; isdigit((unsigned char)*s); s++, digits++) {
			unit /= 10;
			v += unit * (*s - '0');
		}
	if (digits == 0)
		return NULL;
	if ((*s == 'e' || *s == 'E') &&
	    isdigit((unsigned char)s[s[1] == '-' || s[1] == '+' ? 2 : 1])) {
		small = s[1] == '-';
		s += s[1] == '-' || s[1] == '+' ? 2 : 1;
		for (; isdigit((unsigned char)*s); s++)
			power = power < 400 ? power * 10 + (*s - '0') : power;
		if (v > 0)
			v *= pow(10, small ? -power : power);
	}
	*value = sign * fmin(v, NUMBER_MAX);
	return s;
}

bool
odf_length(const char *s, double *pt)
{
	static const struct {
		const char *unit;
		double points;
	} units[] = { { "cm", 72 / 2.54 }, { "mm", 72 / 25.4 }, { "in", 72 },
		{ "pt", 1 }, { "pc", 12 }, { "px", 0.75 } };
	double value;
	size_t i;

	s = odf_number(s, &value);
	if (s == NULL)
		return false;
	for (i = 0; i < sizeof units / sizeof *units; i++) {
		if (strcmp(s, units[i].unit) != 0)
			continue;
		value *= units[i].points;
		if (value > LARGEST || value < -LARGEST)
			return false;
		*pt = value;
		return true;
	}
	return false;
}

bool
odf_percent(const char *s, double *factor)
{
	double value;

	s = odf_number(s, &value);
	if (s == NULL || strcmp(s, "%") != 0 || value < 0 || value > 10000)
		return false;
	*factor = value / 100;
	return true;
}

doc_colour
odf_colour(const char *s)
{
	char *end;
	long v;

	if (s == NULL || s[0] != '#' || strlen(s) != 7 ||
	    !isxdigit((unsigned char)s[1]))
		return DOC_NO_COLOUR;
	v = strtol(s + 1, &end, 16);
	return *end == '\0' ? (doc_colour)v : DOC_NO_COLOUR;
}
