/* SPDX-License-Identifier: EUPL-1.2
 *
 * Total fit: the lines of a paragraph are chosen together, so that its spaces
 * are as even as can be (Knuth and Plass, Breaking Paragraphs into Lines,
 * 1981).  First without dividing words, then with, then with spaces as wide as
 * it takes.  Ragged text is weighed by the gaps at its ends.  What is between
 * two forced breaks is a paragraph of its own here.
 */
#include "config.h"

#include <math.h>
#include <string.h>

#include "layout/flow.h"
#include "layout/nobreak.h"

#define LINE_COST 10.0
#define WORST 10000.0	    /* badness at the most */
#define UNEVEN 10000.0	    /* tight beside loose */
#define TWO_HYPHENS 10000.0 /* lines in a row that end with one */
#define LADDER_BROKEN 1e7   /* more of them than the style allows */
#define LAST_HYPHEN 5000.0  /* the last line but one ends with one */
#define RUNT 4000.0	    /* a very short last line */
#define RUNT_EMS 3.0
#define RAGGED_PART 0.1	  /* a tolerable gap, in parts of the line ... */
#define RAGGED_EMS 2.0	  /* ... or in ems, if that is more */
#define RAGGED_HYPHEN 400 /* ragged lines rather end early */
#define EMERGENCY_EMS 3.0
#define ACTIVE_MAX 100 /* places kept in mind at a time */
#define CLASSES 4
#define LINE_START UINT32_MAX

enum pass { WHOLE_WORDS, DIVIDED_WORDS, EMERGENCY };

/* Badness that each pass accepts: 100 is a space stretched or shrunk as far as
 * it should be. */
static const double accepts[2][3] = {
	{ 1000, 4000, WORST }, /* ragged */
	{ 100, 600, WORST },   /* justified */
};

struct fitter {
	struct flow *f;
	struct para *p;
	bool justify, divide;
	int ladder;
	double first_room, room; /* width of the first line and of others */
	double em;
	size_t end; /* of the atoms to be fitted */
	enum pass pass;
	double tolerance;
	double reach;	 /* how far a line may stretch, times its stretch */
	double x, space; /* totals up to the atom looked at */
	double ink_x, ink_space; /* up to the last that is not a space */
	uint32_t furthest;	 /* of the places given up as overfull */
};

/* A place where a line might end. */
struct chance {
	struct fit_node next; /* where the next line would begin */
	double x, space;      /* totals where the ink of the line ends */
	double tail;	      /* width of its hyphen, less kerning */
	int cost;
	bool flagged; /* ends with a hyphen */
	bool last;    /* line of the segment */
};

static double
room_of(const struct fitter *t, const struct fit_node *from)
{
	return from->from == LINE_START ? t->first_room : t->room;
}

/* What a line of that width may stretch. */
static double
stretch_of(const struct fitter *t, double room, double spaces)
{
	double more = t->pass == EMERGENCY ? EMERGENCY_EMS * t->em : 0;

	if (t->justify)
		return spaces * FIT_STRETCH + more;
	return fmax(room * RAGGED_PART, RAGGED_EMS * t->em) + more;
}

/* How much the line from ${from} to ${c} stretches (above 0) or shrinks, as a
 * part of what it may; below -1 it is overfull. */
static double
ratio_of(
    const struct fitter *t, const struct fit_node *from, const struct chance *c)
{
	double room = room_of(t, from);
	double gap = room - (c->x - from->x + c->tail), give;
	double spaces = c->space - from->space;

	if (gap < FLOW_EPS) {
		if (gap >= -FLOW_EPS)
			return 0;
		give = t->justify ? spaces * FIT_SHRINK : 0;
		return give > 0 ? gap / give : -HUGE_VAL;
	}
	if (c->last)
		return 0;
	give = stretch_of(t, room, spaces);
	return give > 0 ? gap / give : HUGE_VAL;
}

static double
badness_of(double ratio)
{
	double bad = 100 * fabs(ratio) * ratio * ratio;

	return bad < WORST ? bad : WORST;
}

static uint8_t
fitness_of(const struct fitter *t, double ratio)
{
	if (!t->justify)
		return 1;
	return ratio < -0.5 ? 0 : ratio <= 0.5 ? 1 : ratio <= 1 ? 2 : 3;
}

/* The demerits of the line from ${from} to ${c}; negative: not in this pass. */
static double
demerits_of(const struct fitter *t, const struct fit_node *from,
    const struct chance *c, double badness, uint8_t fitness)
{
	double d = LINE_COST + badness;

	d = d * d + (double)c->cost * c->cost;
	if (c->flagged && from->ladder > 0) {
		d += TWO_HYPHENS * from->ladder;
		if (t->ladder > 0 && from->ladder >= t->ladder) {
			if (t->pass != EMERGENCY)
				return -1;
			d += LADDER_BROKEN;
		}
	}
	if (c->last && from->ladder > 0)
		d += LAST_HYPHEN;
	if (c->last && from->from != LINE_START &&
	    c->x - from->x < RUNT_EMS * t->em)
		d += RUNT;
	if (from->fitness > fitness + 1 || fitness > from->fitness + 1)
		d += UNEVEN;
	return d;
}

/* Keep the place in mind; the worst goes when there are too many. */
static void
activate(struct fitter *t, const struct fit_node *node)
{
	struct flow *f = t->f;
	struct fit_node *slot = vec_push(f->a, &f->nodes);
	uint32_t *at;
	size_t i, worst = 0;

	if (slot == NULL)
		return;
	*slot = *node;
	if (f->active.n < ACTIVE_MAX) {
		if ((at = vec_push(f->a, &f->active)) != NULL)
			*at = (uint32_t)(f->nodes.n - 1);
		return;
	}
	for (i = 1; i < f->active.n; i++)
		if (f->nodes.v[f->active.v[i]].demerits >
		    f->nodes.v[f->active.v[worst]].demerits)
			worst = i;
	f->active.v[worst] = (uint32_t)(f->nodes.n - 1);
}

/* The best ways to end a line at ${c}, one for each class of fitness; places
 * that are too far back are dropped. */
static void
weigh(struct fitter *t, const struct chance *c, struct fit_node best[CLASSES])
{
	struct flow *f = t->f;
	size_t i, n = 0;

	for (i = 0; i < CLASSES; i++)
		best[i].demerits = HUGE_VAL;
	for (i = 0; i < f->active.n; i++) {
		struct fit_node *from = &f->nodes.v[f->active.v[i]];
		double ratio = ratio_of(t, from, c), badness, d;
		uint8_t class;

		if (ratio < -1) {
			if (from->x >= f->nodes.v[t->furthest].x)
				t->furthest = f->active.v[i];
			continue;
		}
		f->active.v[n++] = f->active.v[i];
		if ((badness = badness_of(ratio)) > t->tolerance)
			continue;
		class = fitness_of(t, ratio);
		if ((d = demerits_of(t, from, c, badness, class)) < 0)
			continue;
		d += from->demerits;
		if (d >= best[class].demerits)
			continue;
		best[class] = c->next;
		best[class].demerits = d;
		best[class].fitness = class;
		best[class].from = f->active.v[i];
		best[class].ladder =
		    c->flagged && from->ladder < UINT8_MAX
			? (uint8_t)(from->ladder + 1)
			: (uint8_t)(c->flagged ? UINT8_MAX : 0);
	}
	f->active.n = n;
}

/* A line might end at ${c}: remember the ways that may still turn out best. */
static void
consider(struct fitter *t, const struct chance *c)
{
	struct fit_node best[CLASSES];
	double least = HUGE_VAL;
	int i;

	weigh(t, c, best);
	for (i = 0; i < CLASSES; i++)
		least = fmin(least, best[i].demerits);
	for (i = 0; i < CLASSES; i++)
		if (best[i].demerits < HUGE_VAL &&
		    best[i].demerits <= least + UNEVEN)
			activate(t, &best[i]);
}

/* Could a line end inside the word? */
static bool
straddles(const struct fitter *t, const struct atom *atom)
{
	const struct flow *f = t->f;
	size_t i;

	if (t->pass == EMERGENCY)
		return true;
	for (i = 0; i < f->active.n; i++) {
		const struct fit_node *from = &f->nodes.v[f->active.v[i]];
		double room = room_of(t, from), x = t->x - from->x;
		double spaces = t->space - from->space;

		if (x - (t->justify ? spaces * FIT_SHRINK : 0) < room &&
		    x + atom->width + t->reach * stretch_of(t, room, spaces) >
			room)
			return true;
	}
	return false;
}

/* Line ends inside word ${i}. */
static void
consider_word(struct fitter *t, size_t i)
{
	const struct atom *atom = &t->p->atoms.v[i];
	struct division points[DIVIDE_MAX];
	size_t k, n;

	if (!straddles(t, atom))
		return;
	n = divide_word(t->f, t->p, atom, points);
	for (k = 0; k < n && t->f->active.n > 0; k++) {
		struct atom part = *atom;
		struct chance c = { .cost = points[k].cost, .flagged = true };

		part.end = part.start + (uint32_t)points[k].at;
		part.hyphen = true;
		break_measure(t->p, &part);
		c.x = t->x + part.width;
		c.space = t->space;
		c.tail = part.tail;
		c.next.atom = i;
		c.next.cut = (uint32_t)points[k].at;
		c.next.x = c.x;
		c.next.space = c.space;
		if (!t->justify)
			c.cost += RAGGED_HYPHEN;
		consider(t, &c);
	}
}

/* May a line end after atom ${i}?  Spaces go to the line before, all of them.
 */
static bool
ends_line(const struct fitter *t, size_t i)
{
	const struct atom *v = t->p->atoms.v;

	if (v[i].cost >= BREAK_NEVER)
		return false;
	return i + 1 >= t->end || v[i + 1].kind != ATOM_SPACE ||
	       v[i + 1].cost >= BREAK_NEVER;
}

static void
consider_end(struct fitter *t, size_t i)
{
	const struct atom *atom = &t->p->atoms.v[i];
	struct chance c = { .x = t->ink_x,
		.space = t->ink_space,
		.cost = atom->cost,
		.flagged = atom->hyphen || atom->cost == BREAK_SIGN,
		.next = { .atom = i + 1, .x = t->x, .space = t->space } };

	if (t->pass == WHOLE_WORDS && atom->cost >= BREAK_ADDRESS)
		return;
	if (atom->kind == ATOM_WORD)
		c.tail = atom->tail;
	if (atom->hyphen && !t->justify)
		c.cost += RAGGED_HYPHEN;
	consider(t, &c);
}

/* The best of the places at the end of the text; false if none was reached. */
static bool
best_end(const struct fitter *t, uint32_t *best)
{
	const struct flow *f = t->f;
	bool found = false;
	size_t i;

	for (i = 0; i < f->active.n; i++) {
		const struct fit_node *node = &f->nodes.v[f->active.v[i]];

		if (node->atom != t->end || node->from == LINE_START ||
		    (found && node->demerits >= f->nodes.v[*best].demerits))
			continue;
		*best = f->active.v[i];
		found = true;
	}
	return found;
}

/* One pass over atoms [first, t->end); false: no lines within the tolerance. */
static bool
run_pass(struct fitter *t, size_t first, uint32_t *best)
{
	struct fit_node start = { .atom = first, .from = LINE_START };
	struct chance last = { .last = true };
	struct flow *f = t->f;
	size_t i;

	f->nodes.n = f->active.n = 0;
	t->furthest = 0;
	t->x = t->space = t->ink_x = t->ink_space = 0;
	start.fitness = 1;
	activate(t, &start);
	for (i = first; i < t->end && f->active.n > 0; i++) {
		const struct atom *atom = &t->p->atoms.v[i];

		if (atom->kind == ATOM_WORD && t->divide &&
		    t->pass != WHOLE_WORDS)
			consider_word(t, i);
		t->x += atom->width;
		if (atom->kind == ATOM_SPACE) {
			t->space += atom->width;
		} else {
			t->ink_x = t->x;
			t->ink_space = t->space;
		}
		if (ends_line(t, i) && i + 1 < t->end)
			consider_end(t, i);
	}
	last.x = t->ink_x;
	last.space = t->ink_space;
	last.next = (struct fit_node){ .atom = t->end };
	consider(t, &last);
	return best_end(t, best);
}

/* ---- chosen places to lines --------------------------------------------- */

static void
add_metrics(const struct para *p, struct line *line)
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

static void
add_line(struct flow *f, struct para *p, size_t first, size_t end)
{
	struct line *line = vec_push(f->a, &p->lines);

	if (line == NULL)
		return;
	*line = (struct line){ .first = first,
		.end = end,
		.is_first = first == 0,
		.last =
		    end >= p->atoms.n ||
		    (end > first && p->atoms.v[end - 1].kind == ATOM_BREAK) };
	add_metrics(p, line);
}

/* Make two atoms of each word that a line ends in.  The trail goes backwards.
 */
static bool
cut_words(struct fitter *t)
{
	struct flow *f = t->f;
	struct para *p = t->p;
	size_t i, from, to, end = p->atoms.n;
	struct atom *v;

	for (i = 0; i < f->trail.n; i++)
		if (f->nodes.v[f->trail.v[i]].cut > 0 &&
		    vec_push(f->a, &p->atoms) == NULL)
			return false;
	v = p->atoms.v;
	to = p->atoms.n;
	for (i = 0; i < f->trail.n && to > end; i++) {
		const struct fit_node *node = &f->nodes.v[f->trail.v[i]];

		if (node->cut == 0)
			continue;
		from = node->atom + 1;
		to -= end - from;
		memmove(&v[to], &v[from], (end - from) * sizeof *v);
		end = from;
		v[--to] = v[node->atom];
		v[node->atom].end = v[node->atom].start + node->cut;
		v[node->atom].hyphen = true;
		v[node->atom].cost = BREAK_HYPHEN;
		break_measure(p, &v[node->atom]);
		v[to].start = v[node->atom].end;
		break_measure(p, &v[to]);
	}
	return true;
}

/* The lines up to node ${last}, the first from atom ${first}.  Returns where
 * the next line begins. */
static size_t
take_lines(struct fitter *t, size_t first, uint32_t last)
{
	struct flow *f = t->f;
	size_t i, cuts = 0, end, n = t->p->atoms.n;
	uint32_t *slot;

	f->trail.n = 0;
	for (; f->nodes.v[last].from != LINE_START;
	     last = f->nodes.v[last].from) {
		if ((slot = vec_push(f->a, &f->trail)) == NULL)
			return t->end;
		*slot = last;
	}
	if (!cut_words(t))
		return t->end;
	t->end += t->p->atoms.n - n;
	for (i = f->trail.n; i-- > 0;) {
		const struct fit_node *node = &f->nodes.v[f->trail.v[i]];

		end = node->atom + cuts;
		if (node->cut > 0) {
			end++;
			cuts++;
		}
		if (end == t->end && end < t->p->atoms.n)
			end++; /* with the forced break */
		add_line(f, t->p, first, end);
		first = end;
	}
	return first;
}

/* One line by first fit. */
static size_t
take_first_fit(struct fitter *t, const struct measure *m, size_t first)
{
	struct line line = { .first = first, .is_first = first == 0 };
	size_t n = t->p->atoms.n;

	first_fit(t->f, t->p, m, &line);
	t->end += t->p->atoms.n - n;
	if (line.end == t->end && line.end < t->p->atoms.n)
		line.end++; /* a forced break belongs to the line before */
	add_line(t->f, t->p, first, line.end);
	return line.end;
}

/* ---- segments ----------------------------------------------------------- */

static void
set_pass(struct fitter *t, enum pass pass)
{
	t->pass = pass;
	t->tolerance = accepts[t->justify][pass];
	t->reach = cbrt(t->tolerance / 100);
}

/* True if atoms [begin, t->end) go into one line of that width. */
static bool
is_short(const struct fitter *t, size_t begin, double room)
{
	const struct atom *v = t->p->atoms.v;
	double x = 0, ink = 0;
	size_t i;

	for (i = begin; i < t->end && ink <= room + FLOW_EPS; i++) {
		x += v[i].width;
		if (v[i].kind != ATOM_SPACE)
			ink = x;
	}
	return ink <= room + FLOW_EPS;
}

/* Atoms [begin, t->end) without tabs; the first line has atoms from ${first} on
 * and ${room} left.  Returns where the next line begins. */
static size_t
fit_words(struct fitter *t, const struct measure *m, size_t first, size_t begin,
    double room)
{
	struct flow *f = t->f;
	size_t end = t->end;
	uint32_t best = 0;
	int pass;

	t->first_room = room;
	t->room = m->right - m->left;
	if (is_short(t, begin, room)) {
		end += end < t->p->atoms.n;
		add_line(f, t->p, first, end);
		return end;
	}
	for (pass = WHOLE_WORDS; pass <= EMERGENCY; pass++) {
		if (pass == DIVIDED_WORDS && !t->divide)
			continue;
		set_pass(t, (enum pass)pass);
		if (run_pass(t, begin, &best))
			return take_lines(t, first, best);
	}
	/* a word is wider than its line: what is before it, then cut it */
	if (t->furthest != 0)
		return take_lines(t, first, t->furthest);
	return take_first_fit(t, m, first);
}

/* Where the text after the tab at ${tab} begins if all from ${first} up to it
 * is on one line, with room for more; negative otherwise. */
static double
after_tab(
    const struct fitter *t, const struct measure *m, size_t first, size_t tab)
{
	struct cursor c;
	size_t i;

	cursor_open(&c, t->p, m, first == 0);
	for (i = first; i <= tab; i++) {
		if (t->p->atoms.v[i].kind == ATOM_TAB)
			cursor_tab(&c, i);
		else
			cursor_add(&c, t->p->atoms.v[i].width);
		if (c.x > m->right)
			return -1;
	}
	return c.align == DOC_START ? c.x : -1;
}

/* The next lines from ${first} on; ${tab} is the last tab before t->end, or
 * t->end. */
static size_t
fit_some(struct fitter *t, const struct measure *m, size_t first, size_t tab)
{
	struct cursor c;
	double x;

	if (tab >= t->end || tab < first) {
		cursor_open(&c, t->p, m, first == 0);
		return fit_words(t, m, first, first, m->right - c.x);
	}
	if ((x = after_tab(t, m, first, tab)) < 0 ||
	    (tab + 1 < t->end && x + t->p->atoms.v[tab + 1].width > m->right))
		return take_first_fit(t, m, first);
	return fit_words(t, m, first, tab + 1, m->right - x);
}

/* Lines up to the forced break or the end; returns where the next begins. */
static size_t
fit_segment(struct fitter *t, const struct measure *m, size_t first)
{
	struct para *p = t->p;
	size_t tab, n, from = first;

	for (t->end = first; t->end < p->atoms.n; t->end++)
		if (p->atoms.v[t->end].kind == ATOM_BREAK)
			break;
	tab = t->end;
	while (tab > first && p->atoms.v[tab - 1].kind != ATOM_TAB)
		tab--;
	tab = tab > first ? tab - 1 : t->end;
	do {
		n = p->atoms.n;
		from = fit_some(t, m, from, tab);
		tab += p->atoms.n - n; /* words before it were cut */
	} while (from < t->end && !arena_failed(t->f->a));
	return from;
}

void
fit_lines(struct flow *f, struct para *p, const struct measure *m)
{
	const struct doc_para_style *style = p->style;
	struct fitter t = { .f = f,
		.p = p,
		.justify = style->align == DOC_JUSTIFY,
		.divide = style->hyphenate && f->hyphens != NULL,
		.ladder = style->hyphen_ladder,
		.em = p->runs.n > 0 ? p->runs.v[0].size : style->text.size };
	size_t at = 0;

	p->lines.n = 0;
	do
		at = fit_segment(&t, m, at);
	while (at < p->atoms.n && !arena_failed(f->a));
}
