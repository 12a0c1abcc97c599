/* SPDX-License-Identifier: EUPL-1.2
 *
 * Where a line may end, and where it does: first fit, as many words as go.
 * Swedish habits: § 12, 12 450 000 kronor, 4–5 and ja-röst stay whole.
 */
#include "config.h"

#include <string.h>

#include "base/utf8.h"
#include "layout/flow.h"

#define SOFT_HYPHEN 0xadu
#define ZERO_SPACE 0x200bu
#define JOINER 0x2060u
#define EN_DASH 0x2013u
#define EM_DASH 0x2014u
#define SECTION_SIGN 0xa7u
#define HYPHEN_LETTERS 3 /* at least these before a hyphen that ends a line */

bool
break_ignored(uint32_t cp)
{
	return cp == SOFT_HYPHEN || cp == ZERO_SPACE || cp == JOINER;
}

static bool
is_digit(uint32_t cp)
{
	return cp >= '0' && cp <= '9';
}

/* Letters as far as breaking goes: ASCII, Latin and all that follows it but
 * punctuation and symbols. */
static bool
is_letter(uint32_t cp)
{
	return (cp >= 'a' && cp <= 'z') || (cp >= 'A' && cp <= 'Z') ||
	       (cp >= 0xc0 && cp < 0x2000 && cp != 0xd7 && cp != 0xf7) ||
	       (cp >= 0x2c00 && cp < 0xfff0 && !(cp >= 0x3000 && cp < 0x3040));
}

static bool
is_wide_space(uint32_t cp)
{
	return (cp >= 0x2000 && cp <= 0x200a && cp != 0x2007) || cp == 0x3000;
}

/* The code point that ends before byte ${at}, 0 at the beginning. */
static uint32_t
before(const struct para *p, size_t at)
{
	uint32_t cp = 0;

	if (at == 0)
		return 0;
	do
		at--;
	while (at > 0 && ((unsigned char)p->text.data[at] & 0xc0) == 0x80);
	utf8_next(p->text.data + at, &cp);
	return cp;
}

static uint32_t
after(const struct para *p, size_t at)
{
	uint32_t cp = 0;

	if (at < p->text.len)
		utf8_next(p->text.data + at, &cp);
	return cp;
}

/* True if text at ${at} is exactly three digits: a group of a number. */
static bool
is_group(const struct para *p, size_t at)
{
	const char *s = p->text.data + at;

	return is_digit((unsigned char)s[0]) && is_digit((unsigned char)s[1]) &&
	       is_digit((unsigned char)s[2]) && !is_digit((unsigned char)s[3]);
}

/* May a line end at the space in bytes [start, end)? */
static bool
space_breaks(const struct para *p, size_t start, size_t end)
{
	static const char *const units[] = { "kr", "kronor", "mkr", "tkr", "%",
		"procent" };
	uint32_t left = before(p, start), right = after(p, end);
	size_t i, n;

	if (left == SECTION_SIGN || right == EN_DASH || right == EM_DASH)
		return false;
	if (!is_digit(left))
		return true;
	if (is_group(p, end))
		return false;
	for (i = 0; i < sizeof units / sizeof *units; i++) {
		n = strlen(units[i]);
		if (strncmp(p->text.data + end, units[i], n) == 0 &&
		    !is_letter(after(p, end + n)))
			return false;
	}
	return true;
}

/* May a line end after the sign at bytes [start, end)? */
static bool
sign_breaks(const struct para *p, uint32_t cp, size_t start, size_t end)
{
	uint32_t left = before(p, start), right = after(p, end);
	size_t letters;

	if (is_wide_space(cp))
		return true;
	if (cp == EN_DASH || cp == EM_DASH)
		return is_letter(left) && is_letter(right);
	if (cp != '-' || !is_letter(right))
		return false;
	for (letters = 0; letters < HYPHEN_LETTERS; letters++) {
		if (!is_letter(before(p, start)))
			break;
		do
			start--;
		while (start > 0 &&
		       ((unsigned char)p->text.data[start] & 0xc0) == 0x80);
	}
	return letters == HYPHEN_LETTERS;
}

static struct atom *
atom_add(struct flow *f, struct para *p, enum atom_kind kind, size_t run,
    size_t start, size_t end)
{
	const struct run *r = &p->runs.v[run];
	struct atom *atom;

	if (kind == ATOM_WORD && start == end)
		return NULL;
	if ((atom = vec_push(f->a, &p->atoms)) == NULL)
		return NULL;
	*atom = (struct atom){
		.kind = kind, .run = run, .start = start, .end = end
	};
	if (kind == ATOM_WORD || kind == ATOM_SPACE)
		atom->width = r->size * fonts_width(r->face,
					    p->text.data + start, end - start);
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
	struct atom *atom;

	while (end < p->runs.v[run].end && p->text.data[end] == ' ')
		end++;
	atom = atom_add(f, p, ATOM_SPACE, run, at, end);
	if (atom != NULL)
		atom->breakable = space_breaks(p, at, end);
	return end;
}

static void
cut_run(struct flow *f, struct para *p, size_t run)
{
	const struct run *r = &p->runs.v[run];
	size_t at, end, word = r->start;
	enum atom_kind kind;
	struct atom *atom;
	uint32_t cp;

	if (r->width > 0) {
		atom_add(f, p, ATOM_IMAGE, run, r->start, r->end);
		return;
	}
	for (at = r->start; at < r->end; at = end) {
		end = at + utf8_next(p->text.data + at, &cp);
		if (cp == ' ') {
			atom_add(f, p, ATOM_WORD, run, word, at);
			word = end = cut_spaces(f, p, run, at);
		} else if (single(cp, &kind)) {
			atom = atom_add(f, p, ATOM_WORD, run, word, at);
			if (atom != NULL && kind == ATOM_WORD) {
				atom->breakable = cp != JOINER;
				atom->hyphen = cp == SOFT_HYPHEN;
			}
			if (kind != ATOM_WORD &&
			    (atom = atom_add(f, p, kind, run, at, end)) != NULL)
				atom->breakable = true;
			word = end;
		} else if (sign_breaks(p, cp, at, end)) {
			atom = atom_add(f, p, ATOM_WORD, run, word, end);
			if (atom != NULL)
				atom->breakable = true;
			word = end;
		}
	}
	atom_add(f, p, ATOM_WORD, run, word, r->end);
}

void
break_atoms(struct flow *f, struct para *p)
{
	size_t i;

	for (i = 0; i < p->runs.n; i++)
		cut_run(f, p, i);
}

/* How many bytes of ${atom} fit in ${room}, better after a sign of an address
 * than in the middle of a word; at least one code point if ${least}. */
static size_t
fitting(const struct para *p, const struct atom *atom, double room, bool least)
{
	const struct run *r = &p->runs.v[atom->run];
	size_t at = atom->start, next, sign = 0;
	double width = 0;
	uint32_t cp;

	for (; at < atom->end; at = next) {
		next = at + utf8_next(p->text.data + at, &cp);
		width += fonts_advance(r->face, cp) * r->size;
		if (width > room && !(least && at == atom->start))
			break;
		if (cp < 0x80 && strchr("/.-_@?&=,:;", (int)cp) != NULL)
			sign = next;
	}
	if (at < atom->end && sign > atom->start + (at - atom->start) / 2)
		at = sign;
	return at - atom->start;
}

/* Cut atom ${i} after ${n} bytes. */
static bool
cut_atom(struct flow *f, struct para *p, size_t i, size_t n)
{
	struct atom *v;
	const struct run *r;
	double width;

	if (vec_push(f->a, &p->atoms) == NULL)
		return false;
	v = p->atoms.v;
	r = &p->runs.v[v[i].run];
	width = r->size * fonts_width(r->face, p->text.data + v[i].start, n);
	memmove(&v[i + 1], &v[i], (p->atoms.n - 1 - i) * sizeof *v);
	v[i].end = v[i + 1].start = v[i].start + n;
	v[i].width = width;
	v[i].breakable = true;
	v[i].hyphen = false;
	v[i + 1].width -= width;
	return true;
}

/* Atom ${i} does not fit and nothing before it may end the line. */
static size_t
force_break(struct flow *f, struct para *p, size_t i, size_t first, double room)
{
	const struct atom *atom = &p->atoms.v[i];
	size_t n;

	if (atom->kind != ATOM_WORD)
		return i > first ? i : i + 1;
	n = fitting(p, atom, room, i == first);
	if (n == 0)
		return i;
	if (n < atom->end - atom->start)
		cut_atom(f, p, i, n);
	return i + 1;
}

static double
hyphen_width(const struct para *p, const struct atom *atom)
{
	const struct run *r = &p->runs.v[atom->run];

	return atom->hyphen ? fonts_advance(r->face, '-') * r->size : 0;
}

/* The first atom that does not go into the line beginning at ${first}. */
static size_t
line_end(struct flow *f, struct para *p, const struct measure *m,
    const struct line *line)
{
	struct cursor c;
	size_t i, ok = line->first;
	double from;

	cursor_open(&c, p, m, line->is_first);
	for (i = line->first; i < p->atoms.n; i++) {
		const struct atom *atom = &p->atoms.v[i];

		from = c.x;
		if (atom->kind == ATOM_BREAK)
			return i + 1;
		if (atom->kind == ATOM_TAB)
			cursor_tab(&c);
		else
			cursor_add(&c, atom->width);
		if (atom->kind != ATOM_SPACE && c.x > m->right + FLOW_EPS) {
			if (ok > line->first)
				return ok;
			return force_break(
			    f, p, i, line->first, m->right - from);
		}
		if (atom->breakable &&
		    c.x + hyphen_width(p, atom) <= m->right + FLOW_EPS)
			ok = i + 1;
		else if (atom->breakable && atom->kind == ATOM_SPACE)
			ok = i + 1;
	}
	return p->atoms.n;
}

static void
line_metrics(const struct para *p, struct line *line)
{
	const struct run *r;
	size_t i;

	for (i = line->first; i < line->end; i++) {
		const struct atom *atom = &p->atoms.v[i];
		double up, down;

		r = &p->runs.v[atom->run];
		up = atom->kind == ATOM_IMAGE
			 ? r->height
			 : r->face->ascent * r->size + r->rise;
		down = atom->kind == ATOM_IMAGE
			   ? 0
			   : r->face->descent * r->size - r->rise;
		if (up > line->ascent)
			line->ascent = up;
		if (down > line->descent)
			line->descent = down;
		if (atom->kind == ATOM_IMAGE)
			line->image = true;
	}
}

size_t
break_next(struct flow *f, struct para *p, const struct measure *m,
    size_t first, struct line *line)
{
	*line = (struct line){ .first = first, .is_first = first == 0 };
	line->end = line_end(f, p, m, line);
	if (line->end == first && first < p->atoms.n)
		line->end = first + 1;
	line->last = line->end >= p->atoms.n ||
		     p->atoms.v[line->end - 1].kind == ATOM_BREAK;
	line_metrics(p, line);
	return line->end;
}
