/* SPDX-License-Identifier: EUPL-1.2
 *
 * The longest common sequence of words of two texts, and what is left of each.
 */
#include "config.h"

#include <string.h>

#include "office/words.h"

#define WORDS_MAX 2000 /* words of either text that are compared one by one */

static void
split(struct arena *a, const char *s, text_list *out)
{
	const char **at;
	size_t n;

	memset(out, 0, sizeof *out);
	for (; *(s += strspn(s, " \t\r\n")) != '\0'; s += n) {
		n = strcspn(s, " \t\r\n");
		at = vec_push(a, out);
		if (at != NULL)
			*at = arena_strndup(a, s, n);
		if (at == NULL || *at == NULL) {
			out->n = 0;
			return;
		}
	}
}

/* Append the words from ${first} up to ${end} as one text. */
static void
join(struct arena *a, const text_list *words, size_t first, size_t end,
    text_list *out)
{
	const char *text = NULL;
	size_t i;

	for (i = first; i < end; i++) {
		text = text == NULL
			   ? words->v[i]
			   : arena_printf(a, "%s %s", text, words->v[i]);
		if (text == NULL)
			return;
	}
	if (text != NULL)
		text_add(a, out, text);
}

struct pair {
	struct arena *a;
	text_list x, y;
	size_t x0, x1, y0, y1; /* what is between the equal ends */
	struct word_changes *out;
};

static bool
same(const struct pair *p, size_t i, size_t k)
{
	return strcmp(p->x.v[i], p->y.v[k]) == 0;
}

static void
trim(struct pair *p)
{
	p->x0 = p->y0 = 0;
	p->x1 = p->x.n;
	p->y1 = p->y.n;
	while (p->x0 < p->x1 && p->y0 < p->y1 && same(p, p->x0, p->y0)) {
		p->x0++;
		p->y0++;
	}
	while (
	    p->x1 > p->x0 && p->y1 > p->y0 && same(p, p->x1 - 1, p->y1 - 1)) {
		p->x1--;
		p->y1--;
	}
}

/* length[i][k]: of the longest common sequence of what follows i and k. */
static void
walk(struct pair *p, const unsigned short *length, size_t width)
{
	size_t i = p->x0, k = p->y0, gone = i, new = k;

#define LENGTH(i_, k_) length[((i_)-p->x0) * width + ((k_)-p->y0)]
	while (i < p->x1 && k < p->y1) {
		if (same(p, i, k)) {
			join(p->a, &p->x, gone, i, &p->out->removed);
			join(p->a, &p->y, new, k, &p->out->added);
			gone = ++i;
			new = ++k;
		} else if (LENGTH(i + 1, k) >= LENGTH(i, k + 1)) {
			i++;
		} else {
			k++;
		}
	}
	join(p->a, &p->x, gone, p->x1, &p->out->removed);
	join(p->a, &p->y, new, p->y1, &p->out->added);
#undef LENGTH
}

static void
compare(struct pair *p)
{
	size_t rows = p->x1 - p->x0, width = p->y1 - p->y0 + 1, i, k;
	unsigned short *length, *row, *below;

	if (rows > WORDS_MAX || width > WORDS_MAX) {
		join(p->a, &p->x, p->x0, p->x1, &p->out->removed);
		join(p->a, &p->y, p->y0, p->y1, &p->out->added);
		return;
	}
	length = arena_alloc(p->a, (rows + 1) * width * sizeof *length);
	if (length == NULL)
		return;
	for (i = rows; i-- > 0;) {
		row = length + i * width;
		below = row + width;
		for (k = width - 1; k-- > 0;)
			row[k] = same(p, p->x0 + i, p->y0 + k)
				     ? (unsigned short)(below[k + 1] + 1)
				 : below[k] >= row[k + 1] ? below[k]
							  : row[k + 1];
	}
	walk(p, length, width);
}

void
words_compare(
    struct arena *a, const char *from, const char *to, struct word_changes *out)
{
	struct pair p = { .a = a, .out = out };

	memset(out, 0, sizeof *out);
	split(a, from, &p.x);
	split(a, to, &p.y);
	trim(&p);
	compare(&p);
}
