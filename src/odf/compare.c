/* SPDX-License-Identifier: EUPL-1.2
 *
 * Comparing a document with what it was before somebody edited it.  Both are
 * read as a row of blocks, cut at the pieces that may be edited; between two
 * pieces all words must be the same.  An office suite writes the same document
 * in other spans, styles and empty paragraphs, so only words are compared.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "base/xml.h"
#include "odf/inner.h"

#define MAX_BLOCK ((size_t)4 << 20) /* bytes of one paragraph's text */

/* A paragraph or heading that is not in a piece, with words in it. */
struct block {
	const char *text, *words, *place;
};

/* A piece, and the blocks that stand before it. */
struct part {
	const char *name, *place;
	size_t end; /* of the blocks before it */
	text_list texts;
	bool foreign;
};

struct side {
	struct arena *a;
	VEC(struct block) blocks;
	VEC(struct part) parts;
	text_list heads; /* words of the pages' heads and feet, sorted */
	const char *heading;
	size_t in; /* the piece we are in, from 1; 0: in none */
	bool item; /* in a list item of it that has begun */
	int depth;
};

/* ---- reading ---- */

static int
add_to_part(struct side *s, const char *text)
{
	struct part *p = &s->parts.v[s->in - 1];
	const char **last;

	if (!s->item || p->texts.n == 0)
		return text_add(s->a, &p->texts, text);
	last = &p->texts.v[p->texts.n - 1];
	*last =
	    **last == '\0' ? text : arena_printf(s->a, "%s\n%s", *last, text);
	return *last == NULL ? KL_E_NOMEM : 0;
}

static int
add_block(struct side *s, const xmlNode *para)
{
	struct block *b;
	struct buf out;
	const char *text, *words;

	buf_init(&out, MAX_BLOCK);
	odf_plain(&out, para);
	text = buf_failed(&out) ? NULL : arena_strdup(s->a, out.data);
	buf_free(&out);
	words = text == NULL ? NULL : odf_words(s->a, text);
	if (words == NULL)
		return KL_E_NOMEM;
	if (*words == '\0')
		return 0;
	if (s->in > 0)
		return add_to_part(s, text);
	if (odf_is(para, "text:h"))
		s->heading = words;
	b = vec_push(s->a, &s->blocks);
	if (b == NULL)
		return KL_E_NOMEM;
	*b = (struct block){ text, words, s->heading };
	return 0;
}

static int
begin_part(struct side *s, const xmlNode *section)
{
	struct part *p = vec_push(s->a, &s->parts);

	if (p == NULL)
		return KL_E_NOMEM;
	p->name = odf_attr(section, "text:name") + strlen(ODF_PIECE);
	p->place = s->heading;
	p->end = s->blocks.n;
	s->in = s->parts.n;
	return 0;
}

/* What an office suite makes by itself, or nobody reads. */
static bool
is_skipped(const xmlNode *n)
{
	static const char *const skipped[] = { "text:tracked-changes",
		"office:annotation", "text:table-of-content",
		"text:illustration-index", "text:table-index",
		"text:object-index", "text:user-index",
		"text:alphabetical-index", "text:bibliography", "svg:title",
		"svg:desc", NULL };
	size_t i;

	for (i = 0; skipped[i] != NULL; i++)
		if (odf_is(n, skipped[i]))
			return true;
	return false;
}

static bool
is_foreign(const xmlNode *n)
{
	return odf_is(n, "table:table") || odf_is(n, "text:note") ||
	       (n->ns != NULL && xmlStrEqual(n->ns->prefix, BAD_CAST "draw"));
}

static int read_side(struct side *s, const xmlNode *from);

static int
read_node(struct side *s, const xmlNode *n)
{
	size_t in = s->in;
	bool item = s->item;
	int rc = 0;

	if (n->type != XML_ELEMENT_NODE || is_skipped(n))
		return 0;
	if (s->in > 0 && is_foreign(n))
		s->parts.v[s->in - 1].foreign = true;
	if (s->in == 0 && odf_is_piece(n))
		rc = begin_part(s, n);
	else if (s->in > 0 && !item && odf_is(n, "text:list-item")) {
		rc = text_add(s->a, &s->parts.v[s->in - 1].texts, "");
		s->item = true;
	}
	if (rc == 0 && (odf_is(n, "text:p") || odf_is(n, "text:h")))
		rc = add_block(s, n);
	if (rc == 0)
		rc = read_side(s, n);
	s->in = in;
	s->item = item;
	return rc;
}

static int
read_side(struct side *s, const xmlNode *from)
{
	const xmlNode *n;
	int rc = 0;

	if (s->depth > 2 * XML_MAX_DEPTH)
		return 0;
	s->depth++;
	for (n = from->children; n != NULL && rc == 0; n = n->next)
		rc = read_node(s, n);
	s->depth--;
	return rc;
}

static int
by_bytes(const void *x, const void *y)
{
	return strcmp(*(const char *const *)x, *(const char *const *)y);
}

/* The heads and feet of all page styles, each text once: an office suite writes
 * the styles in an order of its own, and some more than once. */
static int
read_heads(struct side *s, const struct odf *odf)
{
	struct side heads = { .a = s->a };
	const xmlNode *styles = odf_part(odf, "office:master-styles");
	size_t i, n = 0;
	int rc = styles == NULL ? 0 : read_side(&heads, styles);

	for (i = 0; rc == 0 && i < heads.blocks.n; i++)
		if (text_add(s->a, &s->heads, heads.blocks.v[i].words) != 0)
			rc = KL_E_NOMEM;
	if (rc != 0 || s->heads.n == 0)
		return rc;
	qsort(s->heads.v, s->heads.n, sizeof *s->heads.v, by_bytes);
	for (i = 0; i < s->heads.n; i++)
		if (n == 0 || strcmp(s->heads.v[i], s->heads.v[n - 1]) != 0)
			s->heads.v[n++] = s->heads.v[i];
	s->heads.n = n;
	return 0;
}

/* Points that nothing stands in are none. */
static void
drop_empty(struct side *s)
{
	text_list *t;
	size_t i, j, n;

	for (i = 0; i < s->parts.n; i++) {
		t = &s->parts.v[i].texts;
		for (j = n = 0; j < t->n; j++)
			if (*t->v[j] != '\0')
				t->v[n++] = t->v[j];
		t->n = n;
	}
}

static int
read_document(struct side *s, const struct odf *odf)
{
	int rc = read_side(s, odf_body(odf));

	if (rc == 0)
		rc = read_heads(s, odf);
	drop_empty(s);
	return rc == 0 && arena_failed(s->a) ? KL_E_NOMEM : rc;
}

/* ---- comparing ---- */

struct comparison {
	struct arena *a;
	struct side base, edited;
	struct odf_changes *changes;
};

static int
add_change(struct comparison *c, const char *place, const char *before,
    const char *after)
{
	struct odf_change *x = vec_push(c->a, &c->changes->elsewhere);

	if (x == NULL || before == NULL)
		return KL_E_NOMEM;
	*x = (struct odf_change){ place, before, after };
	return 0;
}

/* The texts of blocks, one after another. */
static const char *
joined(struct arena *a, const struct block *b, size_t n)
{
	const char *all = "";
	size_t i;

	for (i = 0; i < n && all != NULL; i++)
		all = i == 0 ? b[i].words
			     : arena_printf(a, "%s / %s", all, b[i].words);
	return all;
}

/* The blocks from..to of both sides: what is left between their common
 * beginning and end is one change. */
static int
compare_blocks(
    struct comparison *c, size_t from, size_t to, size_t efrom, size_t eto)
{
	const struct block *x = c->base.blocks.v, *y = c->edited.blocks.v;
	const char *after;

	while (from < to && efrom < eto &&
	       strcmp(x[from].words, y[efrom].words) == 0) {
		from++;
		efrom++;
	}
	while (from < to && efrom < eto &&
	       strcmp(x[to - 1].words, y[eto - 1].words) == 0) {
		to--;
		eto--;
	}
	if (from == to && efrom == eto)
		return 0;
	after = joined(c->a, y + efrom, eto - efrom);
	if (after == NULL)
		return KL_E_NOMEM;
	return add_change(c, from < to ? x[from].place : y[efrom].place,
	    joined(c->a, x + from, to - from), after);
}

static bool
same_words(struct arena *a, const text_list *x, const text_list *y)
{
	const char *wx, *wy;
	size_t i;

	if (x->n != y->n)
		return false;
	for (i = 0; i < x->n; i++) {
		wx = odf_words(a, x->v[i]);
		wy = odf_words(a, y->v[i]);
		if (wx == NULL || wy == NULL || strcmp(wx, wy) != 0)
			return false;
	}
	return true;
}

static int
compare_part(
    struct comparison *c, const struct part *old, const struct part *new)
{
	struct odf_piece *piece;

	if (!new->foreign && same_words(c->a, &old->texts, &new->texts))
		return 0;
	piece = vec_push(c->a, &c->changes->pieces);
	if (piece == NULL)
		return KL_E_NOMEM;
	piece->name = arena_strdup(c->a, old->name);
	memcpy(&piece->before, &old->texts, sizeof piece->before);
	memcpy(&piece->after, &new->texts, sizeof piece->after);
	piece->foreign = new->foreign;
	return piece->name == NULL ? KL_E_NOMEM : 0;
}

static const struct part *
find_part(const struct side *s, const char *name)
{
	size_t i;

	for (i = 0; i < s->parts.n; i++)
		if (strcmp(s->parts.v[i].name, name) == 0)
			return &s->parts.v[i];
	return NULL;
}

/* True when both have the same pieces in the same order.  Otherwise those that
 * are gone are told; one that has been moved or doubled has changed the row. */
static bool
same_parts(struct comparison *c, int *rc)
{
	const struct part *p;
	size_t i;
	bool same = c->base.parts.n == c->edited.parts.n;

	*rc = 0;
	for (i = 0; i < c->base.parts.n && *rc == 0; i++) {
		p = &c->base.parts.v[i];
		if (same && strcmp(p->name, c->edited.parts.v[i].name) == 0)
			continue;
		same = false;
		if (find_part(&c->edited, p->name) == NULL)
			*rc = add_change(
			    c, p->place, arena_strdup(c->a, p->name), NULL);
	}
	if (!same && *rc == 0 && c->changes->elsewhere.n == 0)
		*rc = add_change(c, NULL, "", NULL);
	return same;
}

/* A text of the heads that the other side does not have. */
static const char *
only_in(const text_list *x, const text_list *y)
{
	size_t i;

	for (i = 0; i < x->n; i++)
		if (y->n == 0 || bsearch(&x->v[i], y->v, y->n, sizeof *y->v,
				     by_bytes) == NULL)
			return x->v[i];
	return "";
}

static int
compare_heads(struct comparison *c)
{
	const char *before = only_in(&c->base.heads, &c->edited.heads);
	const char *after = only_in(&c->edited.heads, &c->base.heads);

	return *before == '\0' && *after == '\0'
		   ? 0
		   : add_change(c, NULL, before, after);
}

int
odf_compare(const struct odf *base, const struct odf *edited, struct arena *a,
    struct odf_changes *changes, struct kl_error *err)
{
	struct comparison c = { .a = a, .changes = changes };
	size_t i, at = 0, eat = 0;
	int rc;

	memset(changes, 0, sizeof *changes);
	c.base.a = c.edited.a = a;
	rc = read_document(&c.base, base);
	if (rc == 0)
		rc = read_document(&c.edited, edited);
	if (rc == 0)
		rc = compare_heads(&c);
	if (rc != 0 || !same_parts(&c, &rc))
		return rc == 0 ? 0 : kl_error_nomem(err);
	for (i = 0; i < c.base.parts.n && rc == 0; i++) {
		rc = compare_blocks(&c, at, c.base.parts.v[i].end, eat,
		    c.edited.parts.v[i].end);
		at = c.base.parts.v[i].end;
		eat = c.edited.parts.v[i].end;
		if (rc == 0)
			rc = compare_part(
			    &c, &c.base.parts.v[i], &c.edited.parts.v[i]);
	}
	if (rc == 0)
		rc = compare_blocks(
		    &c, at, c.base.blocks.n, eat, c.edited.blocks.n);
	return rc == 0 ? 0 : kl_error_nomem(err);
}
