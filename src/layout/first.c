/* SPDX-License-Identifier: EUPL-1.2
 *
 * First fit: as many atoms as go into a line.  For what total fit cannot weigh:
 * lines with tabs, and words wider than a line, which are cut.
 */
#include "config.h"

#include <math.h>
#include <string.h>

#include "base/utf8.h"
#include "layout/flow.h"
#include "layout/nobreak.h"

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

	if (vec_push(f->a, &p->atoms) == NULL)
		return false;
	v = p->atoms.v;
	memmove(&v[i + 1], &v[i], (p->atoms.n - 1 - i) * sizeof *v);
	v[i].end = v[i + 1].start = v[i].start + (uint32_t)n;
	v[i].cost = BREAK_FREE;
	v[i].hyphen = false;
	break_measure(p, &v[i]);
	break_measure(p, &v[i + 1]);
	return true;
}

/* Atom ${i} does not fit and nothing before it may end the line. */
static size_t
force_break(struct flow *f, struct para *p, size_t i, size_t first, double room)
{
	const struct atom *atom = &p->atoms.v[i];
	size_t n = 0;

	if (atom->kind == ATOM_WORD)
		n = fitting(p, atom, room, i == first);
	else if (i == first)
		return i + 1;
	if (n == 0) {
		if (p->atoms.v[i - 1].hyphen) { /* it has no room */
			p->atoms.v[i - 1].hyphen = false;
			break_measure(p, &p->atoms.v[i - 1]);
		}
		return i;
	}
	if (n < atom->end - atom->start)
		cut_atom(f, p, i, n);
	return i + 1;
}

/* The first atom that does not go into the line beginning at ${first}. */
static size_t
line_end(struct flow *f, struct para *p, const struct measure *m,
    const struct line *line)
{
	struct cursor c;
	size_t i, ok = line->first, poor = line->first;
	double from;

	cursor_open(&c, p, m, line->is_first);
	for (i = line->first; i < p->atoms.n; i++) {
		const struct atom *atom = &p->atoms.v[i];

		from = c.x;
		if (atom->kind == ATOM_BREAK)
			return i + 1;
		if (atom->kind == ATOM_TAB)
			cursor_tab(&c, i);
		else
			cursor_add(&c, atom->width);
		if (atom->kind != ATOM_SPACE &&
		    c.x + fmin(atom->tail, 0) > m->right + FLOW_EPS) {
			if (ok > line->first)
				return ok;
			if (poor > line->first) /* rather than cut a word */
				return poor;
			return force_break(
			    f, p, i, line->first, m->right - from);
		}
		if (atom->kind != ATOM_SPACE &&
		    (atom->cost >= BREAK_NEVER ||
			c.x + atom->tail > m->right + FLOW_EPS))
			continue;
		if (atom->cost < BREAK_ADDRESS)
			ok = i + 1;
		else if (atom->kind != ATOM_SPACE || i > line->first)
			poor = i + 1;
	}
	return p->atoms.n;
}

void
first_fit(
    struct flow *f, struct para *p, const struct measure *m, struct line *line)
{
	line->end = line_end(f, p, m, line);
	if (line->end == line->first && line->first < p->atoms.n)
		line->end = line->first + 1;
}
