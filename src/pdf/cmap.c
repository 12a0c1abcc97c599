/* SPDX-License-Identifier: EUPL-1.2
 *
 * Character maps: codes to characters of a font, or to Unicode.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "pdf/font_file.h"
#include "pdf/object.h"

#define MAX_RANGES 300000
#define MAX_STACK 512

struct reading {
	struct arena *a;
	struct cmap *m;
	bool unicode;
	struct pobj stack[MAX_STACK];
	size_t n;
};

static uint32_t
code_of(const struct pobj *o)
{
	uint32_t v = 0;
	size_t i;

	if (o->type == POBJ_INT)
		return o->integer < 0 ? 0 : (uint32_t)o->integer;
	for (i = 0; o->type == POBJ_STRING && i < o->n && i < 4; i++)
		v = v << 8 | (unsigned char)o->text[i];
	return v;
}

static bool
is_private(uint32_t cp)
{
	return (cp >= 0xe000 && cp <= 0xf8ff) || cp >= 0xf0000;
}

/* A text in UTF-16BE: its last code point, and whether any is bad. */
static void
read_text(const struct pobj *o, struct cmap_range *r)
{
	const unsigned char *s = (const unsigned char *)o->text;
	uint32_t u, high = 0;
	size_t i;

	r->bad |= o->n < 2;
	if (o->n == 1) /* seen in the wild: one byte */
		r->value = s[0];
	for (i = 0; i + 1 < o->n; i += 2) {
		u = (uint32_t)s[i] << 8 | s[i + 1];
		if (u >= 0xd800 && u <= 0xdbff) {
			high = u;
			continue;
		}
		if (high != 0 && u >= 0xdc00 && u <= 0xdfff)
			u = 0x10000 + ((high - 0xd800) << 10) + (u - 0xdc00);
		high = 0;
		r->bad |= u == 0 || u == 0xfeff || u == 0xfffe;
		r->private |= is_private(u);
		r->value = u;
	}
}

static void
add(struct reading *t, uint32_t low, uint32_t high, const struct pobj *value)
{
	struct cmap_range *r;

	if (t->m->ranges.n >= MAX_RANGES ||
	    (r = vec_push(t->a, &t->m->ranges)) == NULL)
		return;
	*r = (struct cmap_range){ .low = low, .high = high < low ? low : high };
	if (t->unicode) {
		read_text(value, r);
		r->bad |= r->value <= 0xfeff &&
			  r->value + (r->high - low) >= 0xfeff &&
			  r->high - low < 0x10000;
	} else {
		r->value = code_of(value);
		if (r->value + (r->high - low) > t->m->most)
			t->m->most = r->value + (r->high - low);
	}
}

static void
read_chars(struct reading *t)
{
	size_t i;

	for (i = 0; i + 1 < t->n; i += 2)
		add(t, code_of(&t->stack[i]), code_of(&t->stack[i]),
		    &t->stack[i + 1]);
}

static void
read_ranges(struct reading *t)
{
	const struct pobj *to;
	uint32_t low;
	size_t i, k;

	for (i = 0; i + 2 < t->n; i += 3) {
		low = code_of(&t->stack[i]);
		to = &t->stack[i + 2];
		if (to->type != POBJ_ARRAY)
			add(t, low, code_of(&t->stack[i + 1]), to);
		for (k = 0; to->type == POBJ_ARRAY && k < to->n; k++)
			add(t, low + (uint32_t)k, low + (uint32_t)k,
			    &to->items[k]);
	}
}

static void
read_spaces(struct reading *t)
{
	struct cmap_range *r;
	size_t i;

	for (i = 0; i + 1 < t->n && t->m->spaces.n < 1000; i += 2)
		if ((r = vec_push(t->a, &t->m->spaces)) != NULL)
			*r = (struct cmap_range){ code_of(&t->stack[i]),
				code_of(&t->stack[i + 1]),
				t->stack[i].n > 4 || t->stack[i].n < 1
				    ? 2
				    : (uint32_t)t->stack[i].n,
				false, false };
}

/* "/Key value def" */
static void
read_def(struct reading *t, const char *key, const struct pobj *value)
{
	if (strcmp(key, "WMode") == 0 && value->type == POBJ_INT) {
		t->m->wmode = (int)value->integer;
		t->m->has_wmode = true;
	} else if (strcmp(key, "Registry") == 0) {
		t->m->registry = value->text;
	} else if (strcmp(key, "Ordering") == 0) {
		t->m->ordering = value->text;
	} else if (strcmp(key, "Supplement") == 0) {
		t->m->supplement = value->integer;
	}
}

static void
operate(struct reading *t, const char *name)
{
	static const char *const begins[] = { "begincodespacerange",
		"beginbfchar", "beginbfrange", "begincidchar", "begincidrange",
		"beginnotdefchar", "beginnotdefrange" };
	size_t i;

	if (strcmp(name, "endcodespacerange") == 0)
		read_spaces(t);
	else if (strcmp(name, t->unicode ? "endbfchar" : "endcidchar") == 0)
		read_chars(t);
	else if (strcmp(name, t->unicode ? "endbfrange" : "endcidrange") == 0)
		read_ranges(t);
	else if (strcmp(name, "usecmap") == 0 && t->n > 0)
		t->m->use = pobj_name(&t->stack[t->n - 1]);
	else if (strcmp(name, "def") == 0 && t->n > 1)
		read_def(
		    t, pobj_name(&t->stack[t->n - 2]), &t->stack[t->n - 1]);
	for (i = 0; i < sizeof begins / sizeof *begins; i++)
		if (strcmp(name, begins[i]) == 0)
			break;
	t->n = 0;
}

static int
by_low(const void *x, const void *y)
{
	const struct cmap_range *a = x, *b = y;

	return a->low < b->low ? -1 : a->low > b->low;
}

struct cmap *
cmap_read(struct arena *a, const unsigned char *data, size_t n, bool unicode)
{
	struct reading *t = arena_alloc(a, sizeof *t);
	struct plex l = { data, data + n, a, 0, false, false, false, 0 };
	struct pobj o;
	size_t i;

	if (t == NULL || (t->m = arena_alloc(a, sizeof *t->m)) == NULL)
		return NULL;
	t->a = a;
	t->unicode = unicode;
	while (plex_next(&l, &o)) {
		if (o.type == POBJ_OPERATOR) {
			operate(t, o.text);
		} else if (o.type == POBJ_DICT) {
			for (i = 0; i < o.n; i++)
				read_def(t, o.items[2 * i].text,
				    &o.items[2 * i + 1]);
			t->stack[0] = o;
			t->n = 1;
		} else {
			if (t->n == MAX_STACK)
				t->n = 0;
			t->stack[t->n++] = o;
		}
	}
	if (t->m->ranges.n > 0)
		qsort(t->m->ranges.v, t->m->ranges.n, sizeof *t->m->ranges.v,
		    by_low);
	return t->m;
}

const struct cmap_range *
cmap_find(const struct cmap *m, uint32_t code)
{
	size_t low = 0, high = m->ranges.n, mid, back;

	while (low < high) { /* the first that begins after the code */
		mid = (low + high) / 2;
		if (m->ranges.v[mid].low <= code)
			low = mid + 1;
		else
			high = mid;
	}
	for (back = 0; low > 0 && back < 64; back++)
		if (m->ranges.v[--low].high >= code)
			return &m->ranges.v[low];
	return NULL;
}

size_t
cmap_next(
    const struct cmap *m, const unsigned char *s, size_t n, uint32_t *code)
{
	size_t len, i, least = 2;
	uint32_t v = 0;

	for (len = 1; len <= 4 && len <= n; len++) {
		v = v << 8 | s[len - 1];
		for (i = 0; i < m->spaces.n; i++)
			if (m->spaces.v[i].value == len &&
			    v >= m->spaces.v[i].low &&
			    v <= m->spaces.v[i].high) {
				*code = v;
				return len;
			}
	}
	if (m->spaces.n > 0)
		least = m->spaces.v[0].value;
	if (least > n)
		least = n;
	for (v = 0, i = 0; i < least; i++)
		v = v << 8 | s[i];
	*code = v;
	return least;
}
