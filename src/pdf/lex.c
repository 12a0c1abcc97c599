/* SPDX-License-Identifier: EUPL-1.2
 *
 * PDF's notation (ISO 32000-1, 7.2 and 7.3) from bytes to objects.  Nothing is
 * refused: what makes no sense is read as well as it goes.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "pdf/object.h"

#define MAX_DEPTH 96
#define NUMBER_MAX 400 /* characters of a number that count */

bool
plex_is_space(int c)
{
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' ||
	       c == 0;
}

bool
plex_is_delimiter(int c)
{
	return c != 0 && strchr("()<>[]{}/%", c) != NULL;
}

static bool
is_regular(int c)
{
	return !plex_is_space(c) && !plex_is_delimiter(c);
}

static void
skip_space(struct plex *l)
{
	for (; l->at < l->end; l->at++) {
		if (*l->at == '%')
			while (
			    l->at < l->end && *l->at != '\n' && *l->at != '\r')
				l->at++;
		if (l->at < l->end && !plex_is_space(*l->at))
			return;
		if (l->at == l->end)
			return;
	}
}

static int
hex_value(int c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* Where the string that begins at ${p} ends, at most. */
static const unsigned char *
string_end(const unsigned char *p, const unsigned char *end)
{
	int depth = 1;

	for (; p < end; p++) {
		if (*p == '\\')
			p++;
		else if (*p == '(')
			depth++;
		else if (*p == ')' && --depth == 0)
			break;
	}
	return p < end ? p : end;
}

/* What an escape means; -1: nothing.  ${p} is behind the backslash and is left
 * on the last character of the escape. */
static int
read_escape(const unsigned char **p, const unsigned char *end)
{
	static const char from[] = "nrtbf", into[] = "\n\r\t\b\f";
	int c = **p, i;

	if (c == '\r' && end - *p > 1 && (*p)[1] == '\n')
		++*p;
	if (c == '\r' || c == '\n')
		return -1;
	if (c != 0 && strchr(from, c) != NULL)
		return into[strchr(from, c) - from];
	if (c < '0' || c > '7')
		return c;
	c -= '0';
	for (i = 0; i < 2 && end - *p > 1 && (*p)[1] >= '0' && (*p)[1] <= '7';
	     i++)
		c = c * 8 + *++*p - '0';
	return c & 255;
}

/* After the first parenthesis. */
static void
read_string(struct plex *l, struct pobj *o)
{
	const unsigned char *p = l->at, *stop = string_end(l->at, l->end);
	char *to = arena_alloc(l->a, (size_t)(stop - p) + 1);
	int c;

	o->type = POBJ_STRING;
	o->text = to == NULL ? "" : to;
	for (; to != NULL && p < stop; p++) {
		c = *p;
		if (c == '\\') {
			if (++p >= stop)
				break;
			if ((c = read_escape(&p, stop)) < 0)
				continue;
		}
		to[o->n++] = (char)c;
	}
	l->at = stop < l->end ? stop + 1 : stop;
}

static void
read_hex(struct plex *l, struct pobj *o)
{
	const unsigned char *p = l->at, *q = p;
	size_t digits = 0, room;
	char *to;
	int v, high = -1;

	while (q < l->end && *q != '>')
		q++;
	room = (size_t)(q - p) / 2 + 2;
	o->type = POBJ_STRING;
	o->text = "";
	l->at = q < l->end ? q + 1 : q;
	if ((to = arena_alloc(l->a, room)) == NULL)
		return;
	o->text = to;
	for (; p < q; p++) {
		if (plex_is_space(*p))
			continue;
		digits++;
		if ((v = hex_value(*p)) < 0) {
			l->hex_sign = true;
		} else if (high < 0) {
			high = v;
		} else {
			to[o->n++] = (char)(high << 4 | v);
			high = -1;
		}
	}
	if (high >= 0)
		to[o->n++] = (char)(high << 4);
	l->hex_odd |= digits % 2 != 0;
}

static void
read_name(struct plex *l, struct pobj *o)
{
	const unsigned char *p = l->at;
	char *to;

	while (p < l->end && is_regular(*p))
		p++;
	o->type = POBJ_NAME;
	o->text = "";
	to = arena_alloc(l->a, (size_t)(p - l->at) + 1);
	if (to != NULL) {
		o->text = to;
		for (; l->at < p; l->at++) {
			int c = *l->at;

			if (c == '#' && p - l->at > 2 &&
			    hex_value(l->at[1]) >= 0 &&
			    hex_value(l->at[2]) >= 0) {
				c = hex_value(l->at[1]) << 4 |
				    hex_value(l->at[2]);
				l->at += 2;
			}
			to[o->n++] = (char)c;
		}
	}
	l->at = p;
}

/* A number without the locale's help; false if it is none. */
static bool
read_number(const char *s, size_t n, struct pobj *o)
{
	double v = 0, scale = 1;
	bool minus = false, point = false, digit = false, huge = false;
	long long whole = 0;
	size_t i = 0;

	for (; i < n && (s[i] == '+' || s[i] == '-'); i++)
		minus ^= s[i] == '-';
	for (; i < n; i++) {
		if (s[i] == '.' && !point) {
			point = true;
		} else if (s[i] >= '0' && s[i] <= '9') {
			digit = true;
			if (point)
				v += (s[i] - '0') * (scale /= 10);
			else
				v = v * 10 + (s[i] - '0');
			if (!point && whole > (1ll << 58))
				huge = true;
			else if (!point)
				whole = whole * 10 + (s[i] - '0');
		} else {
			return false;
		}
	}
	if (!digit)
		return false;
	if (huge)
		whole = 1ll << 60;
	o->type = point ? POBJ_REAL : POBJ_INT;
	o->real = minus ? -v : v;
	o->integer = minus ? -whole : whole;
	if (point)
		o->integer = v < 1e15 ? (long long)o->real : whole;
	return true;
}

static void
read_word(struct plex *l, struct pobj *o)
{
	const unsigned char *p = l->at;
	size_t n;

	while (p < l->end && is_regular(*p))
		p++;
	if (p == l->at) /* a delimiter that stands alone */
		p++;
	n = (size_t)(p - l->at);
	if (n > NUMBER_MAX || !read_number((const char *)l->at, n, o)) {
		o->type = POBJ_OPERATOR;
		o->text =
		    arena_strndup(l->a, (const char *)l->at, n < 64 ? n : 64);
		o->n = n < 64 ? n : 64;
		if (o->text == NULL)
			o->text = "";
		if (strcmp(o->text, "true") == 0 ||
		    strcmp(o->text, "false") == 0) {
			o->integer = o->text[0] == 't';
			o->type = POBJ_BOOL;
		} else if (strcmp(o->text, "null") == 0) {
			o->type = POBJ_NULL;
		}
	}
	l->at = p;
}

/* "12 0 R" from the 12 on. */
static bool
read_ref(struct plex *l, struct pobj *o)
{
	const unsigned char *p = l->at;
	int digits = 0;

	if (!l->refs || o->type != POBJ_INT || o->integer < 0)
		return false;
	while (p < l->end && plex_is_space(*p))
		p++;
	for (; p < l->end && *p >= '0' && *p <= '9'; p++)
		digits++;
	if (digits == 0 || digits > 5)
		return false;
	while (p < l->end && plex_is_space(*p))
		p++;
	if (p == l->end || *p != 'R' || (p + 1 < l->end && is_regular(p[1])))
		return false;
	l->at = p + 1;
	o->type = POBJ_REF;
	return true;
}

static bool read_any(struct plex *l, struct pobj *out, int depth);

/* Items up to "]", or keys and values up to ">>". */
static void
read_items(struct plex *l, struct pobj *o, bool dict, int depth)
{
	VEC(struct pobj) items = { 0 };
	struct pobj one, *slot;

	o->type = dict ? POBJ_DICT : POBJ_ARRAY;
	for (;;) {
		skip_space(l);
		if (l->at >= l->end)
			break;
		if (*l->at == ']' && !dict) {
			l->at++;
			break;
		}
		if (*l->at == '>' && dict) {
			l->at += l->end - l->at > 1 && l->at[1] == '>' ? 2 : 1;
			break;
		}
		if (!read_any(l, &one, depth + 1))
			break;
		if (dict && items.n % 2 == 0 && one.type != POBJ_NAME)
			continue; /* a key is a name */
		if ((slot = vec_push(l->a, &items)) == NULL)
			break;
		*slot = one;
	}
	o->items = items.v;
	o->n = dict ? items.n / 2 : items.n;
}

static bool
read_any(struct plex *l, struct pobj *out, int depth)
{
	memset(out, 0, sizeof *out);
	out->number = l->number;
	skip_space(l);
	if (l->at >= l->end || arena_failed(l->a) || depth > MAX_DEPTH)
		return false;
	switch (*l->at) {
	case '(':
		l->at++;
		read_string(l, out);
		break;
	case '/':
		l->at++;
		read_name(l, out);
		break;
	case '[':
		l->at++;
		read_items(l, out, false, depth);
		break;
	case '<':
		l->at++;
		if (l->at < l->end && *l->at == '<') {
			l->at++;
			read_items(l, out, true, depth);
		} else {
			read_hex(l, out);
		}
		break;
	default:
		read_word(l, out);
		read_ref(l, out);
		break;
	}
	return true;
}

bool
plex_next(struct plex *l, struct pobj *out)
{
	return read_any(l, out, 0);
}

void
plex_skip_image(struct plex *l)
{
	const unsigned char *p = l->at;

	for (; l->end - p >= 3; p++)
		if (plex_is_space(p[0]) && p[1] == 'E' && p[2] == 'I' &&
		    (l->end - p == 3 || !is_regular(p[3]))) {
			l->inline_data = (size_t)(p - l->at);
			l->at = p + 3;
			return;
		}
	l->inline_data = (size_t)(l->end - l->at);
	l->at = l->end;
}
