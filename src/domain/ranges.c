/* SPDX-License-Identifier: EUPL-1.2
 *
 * Paragraph lists.
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "domain/ranges.h"
#include <kansli/error.h>

#define EN_DASH "\xe2\x80\x93"

static int
by_first(const void *x, const void *y)
{
	const struct range *a = x, *b = y;

	return (a->first > b->first) - (a->first < b->first);
}

/* Sort, and join ranges that overlap or touch. */
static void
normalise(struct ranges *r)
{
	size_t i, w = 0;

	qsort(r->v, r->n, sizeof *r->v, by_first);
	for (i = 0; i < r->n; i++) {
		if (w > 0 && r->v[i].first <= r->v[w - 1].last + 1) {
			if (r->v[i].last > r->v[w - 1].last)
				r->v[w - 1].last = r->v[i].last;
		} else {
			r->v[w++] = r->v[i];
		}
	}
	r->n = w;
}

/* A number at ${p}; NULL if there is none or it is out of range. */
static const char *
number(const char *p, int *value)
{
	int v = 0, digits = 0;

	for (; *p >= '0' && *p <= '9' && digits < 6; p++, digits++)
		v = v * 10 + (*p - '0');
	if (digits == 0 || v < 1 || v > PARAGRAPH_MAX)
		return NULL;
	*value = v;
	return p;
}

int
ranges_parse(const char *text, struct ranges *out)
{
	const char *p = text == NULL ? "" : text;
	struct range one;

	out->n = 0;
	for (;;) {
		p += strspn(p, " ,");
		if (*p == '\0')
			break;
		p = number(p, &one.first);
		if (p == NULL || out->n == RANGES_MAX)
			goto bad;
		one.last = one.first;
		if (*p == '-' || strncmp(p, EN_DASH, 3) == 0) {
			p = number(p + (*p == '-' ? 1 : 3), &one.last);
			if (p == NULL || one.last < one.first)
				goto bad;
		}
		if (*p != '\0' && *p != ' ' && *p != ',')
			goto bad;
		out->v[out->n++] = one;
	}
	normalise(out);
	return 0;
bad:
	out->n = 0;
	return KL_E_INPUT;
}

bool
ranges_has(const struct ranges *r, int nr)
{
	size_t i;

	for (i = 0; i < r->n; i++)
		if (nr >= r->v[i].first && nr <= r->v[i].last)
			return true;
	return false;
}

int
ranges_add(struct ranges *r, int nr)
{
	if (ranges_has(r, nr))
		return 0;
	if (r->n == RANGES_MAX)
		return -1;
	r->v[r->n++] = (struct range){ nr, nr };
	normalise(r);
	return 0;
}

int
ranges_remove(struct ranges *r, int nr)
{
	size_t i;
	struct range *x;

	for (i = 0; i < r->n; i++) {
		x = &r->v[i];
		if (nr < x->first || nr > x->last)
			continue;
		if (x->first == x->last) {
			memmove(x, x + 1, (r->n - i - 1) * sizeof *x);
			r->n--;
		} else if (nr == x->first) {
			x->first++;
		} else if (nr == x->last) {
			x->last--;
		} else {
			if (r->n == RANGES_MAX)
				return -1;
			r->v[r->n++] = (struct range){ nr + 1, x->last };
			x->last = nr - 1;
			normalise(r);
		}
		return 0;
	}
	return 0;
}

int
ranges_include(struct ranges *r, int first, int last)
{
	if (last < first)
		return 0;
	if (r->n == RANGES_MAX)
		return -1;
	r->v[r->n++] = (struct range){ first, last };
	normalise(r);
	return 0;
}

int
ranges_exclude(struct ranges *r, int first, int last)
{
	struct range x;
	size_t i;

	if (last < first)
		return 0;
	for (i = r->n; i-- > 0;) {
		x = r->v[i];
		if (x.last < first || x.first > last)
			continue;
		if (x.first < first && x.last > last && r->n == RANGES_MAX)
			return -1;
		if (x.first < first)
			r->v[i].last = first - 1;
		if (x.last > last && x.first < first)
			r->v[r->n++] = (struct range){ last + 1, x.last };
		else if (x.last > last)
			r->v[i].first = last + 1;
		else if (x.first >= first) {
			memmove(
			    &r->v[i], &r->v[i + 1], (r->n - i - 1) * sizeof x);
			r->n--;
		}
	}
	normalise(r);
	return 0;
}

int
ranges_intersect(
    const struct ranges *x, const struct ranges *y, struct ranges *out)
{
	size_t i = 0, k = 0;
	int first, last;

	out->n = 0;
	while (i < x->n && k < y->n) {
		first = x->v[i].first > y->v[k].first ? x->v[i].first
						      : y->v[k].first;
		last =
		    x->v[i].last < y->v[k].last ? x->v[i].last : y->v[k].last;
		if (first <= last) {
			if (out->n == RANGES_MAX)
				return -1;
			out->v[out->n++] = (struct range){ first, last };
		}
		if (x->v[i].last < y->v[k].last)
			i++;
		else
			k++;
	}
	return 0;
}

/* In the arena from the start, so that a lack of memory stays known there. */
char *
ranges_format(struct arena *a, const struct ranges *r)
{
	size_t i, room = r->n * sizeof " 999999-999999" + 1;
	char *out = arena_alloc(a, room), *p = out;

	for (i = 0; out != NULL && i < r->n; i++) {
		p += snprintf(p, room - (size_t)(p - out), "%s%d",
		    i == 0 ? "" : " ", r->v[i].first);
		if (r->v[i].last > r->v[i].first)
			p += snprintf(
			    p, room - (size_t)(p - out), "-%d", r->v[i].last);
	}
	return out;
}

const char *
ranges_named(struct arena *a, const struct ranges *r)
{
	size_t i, room = r->n * sizeof ", 999999–999999" + sizeof "§§ ";
	char *out = arena_alloc(a, room), *p = out;
	bool several = r->n > 1 || (r->n == 1 && r->v[0].last > r->v[0].first);

	if (out != NULL && r->n > 0)
		p += snprintf(p, room, "%s ", several ? "§§" : "§");
	for (i = 0; out != NULL && i < r->n; i++) {
		p += snprintf(p, room - (size_t)(p - out), "%s%d",
		    i == 0 ? "" : ", ", r->v[i].first);
		if (r->v[i].last > r->v[i].first)
			p += snprintf(
			    p, room - (size_t)(p - out), "–%d", r->v[i].last);
	}
	return out;
}

const char *
ranges_named_text(struct arena *a, const char *text)
{
	struct ranges r;
	const char *named = NULL;

	if (ranges_parse(text, &r) == 0 && r.n > 0)
		named = ranges_named(a, &r);
	return named != NULL ? named : text == NULL ? "" : text;
}
