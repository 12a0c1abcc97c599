/* SPDX-License-Identifier: EUPL-1.2
 *
 * The automaton of a dictionary: a trie of the patterns' letters, each state
 * with the digits of the pattern that ends there, and where to go on when no
 * letter fits (Aho and Corasick 1975).  libhyphen itself reads the few lines
 * that say how to divide, and whole dictionaries that do more than patterns
 * can: those that change the spelling or have several levels.
 */
#include "config.h"

#include <stdint.h>
#include <string.h>

#include <kansli/error.h>

#include "base/arena.h"
#include "base/mem.h"
#include "layout/patterns.h"

/* As in libhyphen, which passes over longer lines. */
#define LINE_MAX_BYTES (MAX_CHARS - 2)
#define CSET_MAX (MAX_NAME - 2)
#define STATES_MAX (1u << 22)

/* A state while the trie grows; 0 is the root, and none among children. */
struct node {
	uint32_t child, sibling, parent;
	char *match;
	char ch;
};

/* The states of one level of the dictionary, kept here and not by libhyphen,
 * whose own are put back in the end. */
struct patterns {
	HyphenDict *dict, *level;
	HyphenState *own;
	int nown;
	struct arena *a;
};

struct trie {
	struct arena *a, *kept; /* for the time of reading; for longer */
	VEC(struct node) nodes;
	char *digits;	     /* where those of the next pattern go */
	uint32_t first[256]; /* the root's children */
};

/* A place for the states: patterns share their beginnings, so there are fewer
 * than one for four bytes of text; if not, the place grows.  The digits of a
 * pattern are no more than the bytes of its line. */
static bool
reserve(struct trie *t, size_t bytes)
{
	t->digits = arena_alloc(t->kept, bytes + 1);
	t->nodes.cap = bytes / 4 + 16;
	t->nodes.v = arena_alloc(t->a, t->nodes.cap * sizeof *t->nodes.v);
	t->nodes.n = 1;
	return t->digits != NULL && t->nodes.v != NULL;
}

/* ---- reading --------------------------------------------------------------
 */

/* Lines that are no patterns. */
static bool
is_option(const char *line, size_t n)
{
	static const char *const options[] = { "LEFTHYPHENMIN",
		"RIGHTHYPHENMIN", "COMPOUNDLEFTHYPHENMIN",
		"COMPOUNDRIGHTHYPHENMIN", "NOHYPHEN" };
	size_t i, k;

	if (n == 0 || *line < 'A' || *line > 'Z')
		return false;
	for (i = 0; i < sizeof options / sizeof *options; i++) {
		k = strlen(options[i]);
		if (n >= k && memcmp(line, options[i], k) == 0)
			return true;
	}
	return false;
}

/* What only libhyphen can read. */
static bool
is_more(const char *line, size_t n)
{
	static const char next[] = "NEXTLEVEL";

	return n > LINE_MAX_BYTES || memchr(line, '/', n) != NULL ||
	       (n >= sizeof next - 1 &&
		   memcmp(line, next, sizeof next - 1) == 0);
}

static uint32_t
find_child(const struct trie *t, uint32_t at, char ch)
{
	uint32_t c;

	if (at == 0)
		return t->first[(unsigned char)ch];
	for (c = t->nodes.v[at].child; c != 0; c = t->nodes.v[c].sibling)
		if (t->nodes.v[c].ch == ch)
			break;
	return c;
}

/* The state after ${ch}, made if need be; 0 without memory. */
static uint32_t
step(struct trie *t, uint32_t at, char ch)
{
	uint32_t c = find_child(t, at, ch);

	if (c != 0)
		return c;
	if (t->nodes.n >= STATES_MAX)
		return 0;
	c = (uint32_t)t->nodes.n;
	if (c < t->nodes.cap)
		t->nodes.n++;
	else if (vec_push(t->a, &t->nodes) == NULL)
		return 0;
	t->nodes.v[c] = (struct node){
		.ch = ch, .parent = at, .sibling = t->nodes.v[at].child
	};
	t->nodes.v[at].child = c;
	if (at == 0)
		t->first[(unsigned char)ch] = c;
	return c;
}

/* A pattern such as ".a2bak": letters, and a digit before, between or after
 * some of them.  Nil digits are not written; here they are, but for the
 * leading ones. */
static bool
add_pattern(struct trie *t, const char *line, size_t n)
{
	char digits[LINE_MAX_BYTES + 2];
	size_t i, k = 0, lead = 0;
	uint32_t at = 0;

	digits[0] = '0';
	for (i = 0; i < n && (unsigned char)line[i] > ' '; i++) {
		if (line[i] >= '0' && line[i] <= '9') {
			digits[k] = line[i];
			continue;
		}
		if ((at = step(t, at, line[i])) == 0)
			return false;
		digits[++k] = '0';
	}
	if (k == 0)
		return true;
	digits[++k] = '\0';
	while (digits[lead] == '0')
		lead++;
	t->nodes.v[at].match = memcpy(t->digits, digits + lead, k + 1 - lead);
	t->digits += k + 1 - lead;
	return true;
}

/* Patterns to the trie, all else to ${rest}.  False if that cannot be done. */
static bool
read_lines(struct trie *t, const struct buf *text, struct buf *rest)
{
	const char *at = text->data, *end = at + text->len, *eol;
	bool first = true, fine = reserve(t, text->len);
	size_t n;

	if (text->len == 0 || memchr(text->data, 0, text->len) != NULL)
		return false;
	for (; fine && at < end; at = eol + 1, first = false) {
		eol = memchr(at, '\n', (size_t)(end - at));
		if (eol == NULL)
			eol = end;
		n = (size_t)(eol - at);
		if (first && n > CSET_MAX)
			return false;
		if (first || is_option(at, n)) {
			buf_put(rest, at, n);
			buf_putc(rest, '\n');
		} else if (*at != '%') {
			fine = !is_more(at, n) && add_pattern(t, at, n);
		}
	}
	return fine && !buf_failed(rest);
}

/* ---- the automaton --------------------------------------------------------
 */

/* The longest other state with which the letters up to here end. */
static int
fallback_of(const HyphenState *states, const struct trie *t, uint32_t at)
{
	const struct node *n = &t->nodes.v[at];
	int back = states[n->parent].fallback_state, k;

	for (; back >= 0; back = states[back].fallback_state)
		for (k = 0; k < states[back].num_trans; k++)
			if (states[back].trans[k].ch == n->ch)
				return states[back].trans[k].new_state;
	return 0;
}

/* States of the trie, each after those with fewer letters. */
static uint32_t *
by_length(const struct trie *t)
{
	uint32_t *order = arena_alloc(t->a, t->nodes.n * sizeof *order), c;
	size_t i, n = 1;

	for (i = 0; order != NULL && i < n; i++)
		for (c = t->nodes.v[order[i]].child; c != 0;
		     c = t->nodes.v[c].sibling)
			order[n++] = c;
	return order;
}

static HyphenState *
make_states(const struct trie *t)
{
	size_t i, n = t->nodes.n;
	HyphenState *states = arena_alloc(t->kept, n * sizeof *states), *s;
	HyphenTrans *trans = arena_alloc(t->kept, n * sizeof *trans);
	uint32_t *order = by_length(t), c;

	if (states == NULL || trans == NULL || order == NULL)
		return NULL;
	for (i = 0; i < n; i++) {
		s = &states[i];
		s->match = t->nodes.v[i].match;
		s->trans = trans;
		c = t->nodes.v[i].child;
		for (; c != 0; c = t->nodes.v[c].sibling)
			s->trans[s->num_trans++] =
			    (HyphenTrans){ t->nodes.v[c].ch, (int)c };
		trans += s->num_trans;
	}
	states[0].fallback_state = -1;
	for (i = 1; i < n; i++)
		states[order[i]].fallback_state =
		    fallback_of(states, t, order[i]);
	return states;
}

/* ---- dictionaries ---------------------------------------------------------
 */

/* Let libhyphen read ${text}, which holds no patterns. */
static HyphenDict *
read_options(const struct buf *text)
{
	FILE *f = fmemopen(text->data, text->len, "r");
	HyphenDict *dict;

	if (f == NULL)
		return NULL;
	dict = hnj_hyphen_load_file(f);
	fclose(f);
	return dict;
}

/* Read it here; false if only libhyphen can, or memory is out. */
static bool
read_plain(struct patterns *p, struct trie *t, const struct buf *text)
{
	HyphenState *states = NULL;
	struct buf rest;

	buf_init(&rest, text->len + 1);
	if (read_lines(t, text, &rest) && (states = make_states(t)) != NULL)
		p->dict = read_options(&rest);
	buf_free(&rest);
	if (p->dict == NULL)
		return false;
	/* above the patterns, libhyphen has put a level that divides at hyphens
	 */
	p->level = p->dict->nextlevel != NULL ? p->dict->nextlevel : p->dict;
	p->own = p->level->states;
	p->nown = p->level->num_states;
	p->level->states = states;
	p->level->num_states = (int)t->nodes.n;
	return true;
}

int
patterns_read(const char *path, const struct buf *text, struct patterns **out)
{
	struct patterns *p = mem_alloc(sizeof *p);
	struct trie *t = mem_alloc(sizeof *t);
	int rc = KL_E_NOMEM;

	if (p != NULL && t != NULL) {
		t->kept = p->a = arena_new(0);
		t->a = arena_new(0);
		if (t->kept != NULL && t->a != NULL)
			rc = 0;
		if (rc == 0 && !read_plain(p, t, text))
			p->dict = hnj_hyphen_load(path);
		arena_free(t->a);
	}
	mem_free(t);
	if (p != NULL && p->dict == NULL) {
		patterns_free(p);
		p = NULL;
	}
	*out = p;
	return rc;
}

void
patterns_free(struct patterns *p)
{
	if (p == NULL)
		return;
	if (p->level != NULL) {
		p->level->states = p->own;
		p->level->num_states = p->nown;
	}
	if (p->dict != NULL)
		hnj_hyphen_free(p->dict);
	arena_free(p->a);
	mem_free(p);
}

HyphenDict *
patterns_dict(const struct patterns *p)
{
	return p->dict;
}
