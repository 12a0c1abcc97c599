/* SPDX-License-Identifier: EUPL-1.2
 *
 * The text of a paragraph cut into atoms where a line may end, each with what
 * it costs to end the line there.  Where lines do end is for fit.c to choose.
 */
#include "config.h"

#include <string.h>

#include "base/utf8.h"
#include "layout/flow.h"
#include "layout/nobreak.h"

#define SOFT_HYPHEN 0xadu
#define ZERO_SPACE 0x200bu
#define JOINER 0x2060u

bool
break_ignored(uint32_t cp)
{
	return cp == SOFT_HYPHEN || cp == ZERO_SPACE || cp == JOINER;
}

/* Kerning between the code points on both sides of byte ${at} of run ${r}, if
 * they are drawn side by side [pt]. */
static double
kern_at(const struct para *p, const struct run *r, size_t at)
{
	uint32_t left = nobreak_before(p->text.data, at), right = 0;
	size_t k = 0;

	do {
		at += k;
		if (at >= r->end)
			return 0;
		k = utf8_next(p->text.data + at, &right);
	} while (break_ignored(right));
	return fonts_kern(r->face, left, right) * r->size / 1000;
}

double
break_width(const struct para *p, const struct run *r, size_t start, size_t end)
{
	return r->size *
	       fonts_width(r->face, p->text.data + start, end - start);
}

void
break_measure(const struct para *p, struct atom *atom)
{
	const struct run *r = &p->runs.v[atom->run];
	double kern = kern_at(p, r, atom->end);
	uint32_t last;

	atom->width = break_width(p, r, atom->start, atom->end) + kern;
	atom->tail = -kern;
	if (!atom->hyphen)
		return;
	last = nobreak_before(p->text.data, atom->end);
	atom->tail += r->size * (fonts_advance(r->face, '-') +
				    fonts_kern(r->face, last, '-') / 1000.0);
}

/* Add an atom; NULL if it is empty or memory is out. */
static struct atom *
atom_add(struct flow *f, struct para *p, enum atom_kind kind, size_t run,
    size_t start, size_t end, int cost)
{
	const struct run *r = &p->runs.v[run];
	struct atom *atom;

	if (kind == ATOM_WORD && start == end)
		return NULL;
	if ((atom = vec_push(f->a, &p->atoms)) == NULL)
		return NULL;
	*atom = (struct atom){ .kind = kind,
		.run = (uint32_t)run,
		.start = (uint32_t)start,
		.end = (uint32_t)end,
		.cost = (int16_t)cost };
	if (kind == ATOM_WORD)
		break_measure(p, atom);
	else if (kind == ATOM_SPACE)
		atom->width = break_width(p, r, start, end);
	else if (kind == ATOM_IMAGE)
		atom->width = r->width;
	return atom;
}

/* The atom that the code point at bytes [at, end) makes by itself, if any. */
static bool
single(uint32_t cp, enum atom_kind *kind)
{
	switch (cp) {
	case '\t':
		*kind = ATOM_TAB;
		return true;
	case '\n':
		*kind = ATOM_BREAK;
		return true;
	default:
		*kind = ATOM_WORD;
		return break_ignored(cp);
	}
}

/* Spaces from ${at}: one atom.  Returns where they end. */
static size_t
cut_spaces(struct flow *f, struct para *p, size_t run, size_t at)
{
	size_t end = at;

	while (end < p->runs.v[run].end && p->text.data[end] == ' ')
		end++;
	atom_add(f, p, ATOM_SPACE, run, at, end,
	    nobreak_space(p->text.data, at, end));
	return end;
}

/* A code point that a line may end at without being drawn, or a tab or break:
 * it ends the word that began at ${word}. */
static void
cut_single(struct flow *f, struct para *p, size_t run, size_t word, size_t at,
    size_t end, uint32_t cp, enum atom_kind kind)
{
	struct atom *atom;
	int cost = BREAK_NEVER;

	if (cp == ZERO_SPACE)
		cost = BREAK_FREE;
	else if (cp == SOFT_HYPHEN)
		cost = BREAK_HYPHEN;
	atom = atom_add(f, p, ATOM_WORD, run, word, at, cost);
	if (atom != NULL && cp == SOFT_HYPHEN) {
		atom->hyphen = true;
		break_measure(p, atom);
	}
	if (kind != ATOM_WORD)
		atom_add(f, p, kind, run, at, end, BREAK_FREE);
}

static void
cut_run(struct flow *f, struct para *p, size_t run)
{
	const struct run *r = &p->runs.v[run];
	size_t at, end, word = r->start;
	bool address = nobreak_address(p->text.data, word);
	enum atom_kind kind;
	uint32_t cp;
	int cost;

	if (r->width > 0) {
		atom_add(f, p, ATOM_IMAGE, run, r->start, r->end, BREAK_NEVER);
		return;
	}
	for (at = r->start; at < r->end; at = end) {
		end = at + utf8_next(p->text.data + at, &cp);
		if (nobreak_letter(cp))
			continue;
		if (cp == ' ') {
			atom_add(f, p, ATOM_WORD, run, word, at, BREAK_NEVER);
			word = end = cut_spaces(f, p, run, at);
			address = nobreak_address(p->text.data, word);
		} else if (single(cp, &kind)) {
			cut_single(f, p, run, word, at, end, cp, kind);
			word = end;
		} else if ((cost = nobreak_sign(p->text.data, cp, at, end,
				address)) != BREAK_NEVER) {
			atom_add(f, p, ATOM_WORD, run, word, end, cost);
			word = end;
		}
	}
	atom_add(f, p, ATOM_WORD, run, word, r->end, BREAK_NEVER);
}

void
break_atoms(struct flow *f, struct para *p)
{
	size_t i;

	for (i = 0; i < p->runs.n; i++)
		cut_run(f, p, i);
}
