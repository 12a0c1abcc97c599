/* SPDX-License-Identifier: EUPL-1.2
 *
 * Which glyphs are in a Compact Font Format program (Adobe Technical Note
 * #5176) and in a Type 1 program (Adobe Type 1 Font Format).
 */
#include "config.h"

#include <ctype.h>
#include <string.h>

#include "pdf/font_file.h"

#define MAX_NAMES 20000
#define CID_BYTES 8192

/* ---- CFF ---------------------------------------------------------------- */

struct bytes {
	const unsigned char *p;
	size_t n;
};

static unsigned
get(const struct bytes *b, size_t at, unsigned size)
{
	unsigned v = 0;

	for (; size > 0; size--, at++)
		v = v << 8 | (at < b->n ? b->p[at] : 0u);
	return v;
}

/* An INDEX at ${at}: its count, and where it ends; entry 0 is from ${first} to
 * ${stop}. */
static unsigned
index_at(
    const struct bytes *b, size_t at, size_t *end, size_t *first, size_t *stop)
{
	unsigned count = get(b, at, 2), size = get(b, at + 2, 1);
	size_t base;

	*first = *stop = *end = at + 2;
	if (count == 0 || size < 1 || size > 4 || at + 3 >= b->n)
		return 0;
	base = at + 3 + ((size_t)count + 1) * size - 1;
	*first = base + get(b, at + 3, size);
	*stop = base + get(b, at + 3 + size, size);
	*end = base + get(b, at + 3 + (size_t)count * size, size);
	return count;
}

/* The integer before the operator ${op} in a DICT; ${otherwise} if not there.
 */
static long
dict_value(
    const struct bytes *b, size_t at, size_t end, unsigned op, long otherwise)
{
	long value = 0;
	unsigned c;

	while (at < end && at < b->n) {
		c = b->p[at++];
		if (c == 12)
			c = 1200 + get(b, at++, 1);
		if (c <= 21 || c >= 1200) {
			if (c == op)
				return value;
			value = 0;
		} else if (c == 28) {
			value = (short)get(b, at, 2);
			at += 2;
		} else if (c == 29) {
			value = (int)get(b, at, 4);
			at += 4;
		} else if (c == 30) { /* a real number */
			while (at < end && (get(b, at, 1) & 15) != 15 &&
			       get(b, at, 1) >> 4 != 15)
				at++;
			at++;
		} else if (c >= 32 && c <= 246) {
			value = (long)c - 139;
		} else if (c >= 247 && c <= 250) {
			value = ((long)c - 247) * 256 + get(b, at++, 1) + 108;
		} else if (c >= 251 && c <= 254) {
			value = -((long)c - 251) * 256 - get(b, at++, 1) - 108;
		}
	}
	return otherwise;
}

static void
set_cid(struct cff *f, unsigned cid)
{
	if (cid < CID_BYTES * 8)
		f->has[cid / 8] |= (unsigned char)(128u >> cid % 8);
}

static void
read_charset(struct cff *f, const struct bytes *b, size_t at)
{
	unsigned format = get(b, at, 1), glyph = 1, first, left;

	set_cid(f, 0);
	at++;
	while (glyph < f->nglyphs && at < b->n) {
		first = get(b, at, 2);
		at += 2;
		left = 0;
		if (format == 1)
			left = get(b, at++, 1);
		if (format == 2) {
			left = get(b, at, 2);
			at += 2;
		}
		for (; glyph < f->nglyphs; left--) {
			set_cid(f, first++);
			glyph++;
			if (left == 0)
				break;
		}
	}
}

bool
cff_read(struct arena *a, const unsigned char *data, size_t n, struct cff *f)
{
	struct bytes b = { data, n };
	size_t end, first, stop;
	long strings, charset;

	memset(f, 0, sizeof *f);
	if (n < 8)
		return false;
	index_at(&b, data[2], &end, &first, &stop); /* names */
	if (index_at(&b, end, &end, &first, &stop) == 0 || stop > n)
		return false;
	strings = dict_value(&b, first, stop, 17, -1);
	charset = dict_value(&b, first, stop, 15, 0);
	f->by_cid = dict_value(&b, first, stop, 1230, -1) >= 0;
	if (strings <= 0 || (size_t)strings >= n)
		return false;
	f->nglyphs = index_at(&b, (size_t)strings, &end, &first, &stop);
	if (f->by_cid) {
		f->has = arena_alloc(a, CID_BYTES);
		if (f->has == NULL || charset <= 2 || (size_t)charset >= n)
			f->by_cid = false;
		else
			read_charset(f, &b, (size_t)charset);
	}
	return f->nglyphs > 0;
}

/* ---- Type 1 ------------------------------------------------------------- */

static int
hex(int c)
{
	return isdigit(c) ? c - '0' : isxdigit(c) ? tolower(c) - 'a' + 10 : -1;
}

/* The part behind "eexec", decrypted (7.2). */
static unsigned char *
decrypt(struct arena *a, const unsigned char *p, size_t n, size_t *len)
{
	unsigned char *out = arena_alloc(a, n + 1);
	unsigned short key = 55665;
	bool text = true;
	size_t i, at = 0;
	int c, high = -1;

	for (i = 0; i < 4 && i < n; i++)
		text &= isxdigit(p[i]) != 0;
	for (i = 0; out != NULL && i < n; i++) {
		c = p[i];
		if (text) {
			if (hex(c) < 0)
				continue;
			if (high < 0) {
				high = hex(c);
				continue;
			}
			c = high << 4 | hex(c);
			high = -1;
		}
		out[at++] = (unsigned char)(c ^ key >> 8);
		key = (unsigned short)((c + key) * 52845u + 22719u);
	}
	*len = at;
	return out;
}

/* The length that stands before "RD" or "-|", if this is such a place. */
static size_t
skip_program(const unsigned char *p, const unsigned char *end)
{
	size_t n = 0;

	while (p < end && *p == ' ')
		p++;
	if (p == end || !isdigit(*p))
		return 0;
	for (; p < end && isdigit(*p) && n < 1000000; p++)
		n = n * 10 + (size_t)(*p - '0');
	return n + 1;
}

static bool
read_names(struct arena *a, const unsigned char *p, size_t n, text_list *names)
{
	const unsigned char *end = p + n, *start;
	const char **slot;
	size_t skip;

	p = memmem(p, n, "/CharStrings", 12);
	if (p == NULL)
		return false;
	for (p += 12; p < end && names->n < MAX_NAMES; p++) {
		if (end - p > 3 && memcmp(p, "end", 3) == 0 && names->n > 0)
			break;
		if (*p != '/')
			continue;
		start = ++p;
		while (p<end && * p> ' ' && *p != '/')
			p++;
		skip = skip_program(p, end);
		if (skip == 0 || (slot = vec_push(a, names)) == NULL)
			continue;
		*slot = arena_strndup(a, (const char *)start,
		    (size_t)(p - start) < 127 ? (size_t)(p - start) : 127);
		/* " 123 RD " and the bytes */
		while (p < end && *p == ' ')
			p++;
		while (p < end && *p != ' ')
			p++;
		while (p < end && *p == ' ')
			p++;
		while (p < end && *p != ' ')
			p++;
		if (skip < (size_t)(end - p))
			p += skip - 1;
	}
	return names->n > 0;
}

bool
type1_names(
    struct arena *a, const unsigned char *data, size_t n, text_list *names)
{
	const unsigned char *p = memmem(data, n, "eexec", 5);
	unsigned char *plain;
	size_t len;

	if (p == NULL)
		return false;
	for (p += 5; p < data + n &&
		     (*p == ' ' || *p == '\n' || *p == '\r' || *p == '\t');
	     p++)
		;
	plain = decrypt(a, p, (size_t)(data + n - p), &len);
	return plain != NULL && len > 4 &&
	       read_names(a, plain + 4, len - 4, names);
}
