/* SPDX-License-Identifier: EUPL-1.2
 *
 * One line: tab stops, alignment, and the pieces of its text.
 */
#include "config.h"

#include <math.h>
#include <string.h>

#include "base/utf8.h"
#include "layout/flow.h"

#define UNDERLINE_DEPTH 0.11
#define UNDERLINE_WIDTH 0.05
#define STRIKE_HEIGHT 0.28
#define LEADER_GAP 2.0 /* least between text and leader [pt] */
#define MAX_LEADER 1000

void
cursor_open(struct cursor *c, const struct para *p, const struct measure *m,
    bool is_first)
{
	*c = (struct cursor){ .p = p, .m = m, .x = m->left };
	if (is_first) {
		c->x += m->indent;
		if (m->label_end > c->x)
			c->x = m->label_end;
	}
}

/* The next tab stop after ${x}: given, else the text's edge for a hanging first
 * line, else regular ones. */
static struct doc_tab
next_stop(const struct cursor *c)
{
	const struct doc_para_style *style = c->p->style;
	struct doc_tab best = { INFINITY, DOC_START, 0, 0 };
	double x = c->x + FLOW_EPS, at, distance;
	size_t i;

	for (i = 0; i < style->ntabs; i++) {
		at = c->m->left + style->tabs[i].position;
		if (at > x && at < best.position) {
			best = style->tabs[i];
			best.position = at;
		}
	}
	if (c->m->left > x && c->m->left < best.position)
		best = (struct doc_tab){ c->m->left, DOC_START, 0, 0 };
	if (best.position < INFINITY)
		return best;
	distance = style->tab_distance > 1 ? style->tab_distance : TAB_DEFAULT;
	at = floor((x - c->m->left) / distance) + 1;
	best.position = c->m->left + at * distance;
	return best;
}

/* The width of the text after the tab at ${tab} up to ${sign}; false if no sign
 * comes before the next tab or break. */
static bool
before_sign(const struct cursor *c, size_t tab, uint32_t sign, double *width)
{
	const struct para *p = c->p;
	const struct atom *atom;
	const char *text, *at;
	char wanted[4];
	size_t i, n = utf8_put(sign, wanted);

	*width = 0;
	for (i = tab + 1; i < p->atoms.n; i++) {
		atom = &p->atoms.v[i];
		if (atom->kind == ATOM_TAB || atom->kind == ATOM_BREAK)
			break;
		text = p->text.data + atom->start;
		at = atom->kind != ATOM_WORD
			 ? NULL
			 : memmem(text, atom->end - atom->start, wanted, n);
		if (at != NULL) {
			*width += break_width(p, &p->runs.v[atom->run],
			    atom->start, atom->start + (size_t)(at - text));
			return true;
		}
		*width += atom->width;
	}
	return false;
}

void
cursor_tab(struct cursor *c, size_t tab)
{
	struct doc_tab stop = next_stop(c);
	double before;

	c->stop = stop.position;
	c->align = stop.align;
	c->leader = stop.leader;
	c->from = c->x;
	c->held = 0;
	if (stop.sign != 0 && before_sign(c, tab, stop.sign, &before)) {
		c->align = DOC_START;
		c->x = fmax(c->from, c->stop - before);
	} else if (c->align != DOC_END && c->align != DOC_CENTRE) {
		c->align = DOC_START;
		c->x = c->stop;
	}
}

void
cursor_add(struct cursor *c, double width)
{
	c->held += width;
	if (c->align == DOC_END)
		c->x = fmax(c->stop, c->from + c->held);
	else if (c->align == DOC_CENTRE)
		c->x = fmax(c->stop + c->held / 2, c->from + c->held);
	else
		c->x += width;
}

/* The end of the line without the spaces (and the break) that end it. */
static size_t
trimmed(const struct para *p, const struct line *line)
{
	size_t end = line->end;
	enum atom_kind kind;

	while (end > line->first) {
		kind = p->atoms.v[end - 1].kind;
		if (kind != ATOM_SPACE && kind != ATOM_BREAK)
			break;
		end--;
	}
	return end;
}

/* What the end of the line adds to its last atom: a hyphen, less kerning. */
static double
tail(const struct para *p, const struct line *line, size_t end)
{
	if (line->last || end == line->first || end != line->end)
		return 0;
	return p->atoms.v[end - 1].tail;
}

static bool
shows_hyphen(const struct para *p, const struct line *line, size_t end)
{
	return !line->last && end > line->first && end == line->end &&
	       p->atoms.v[end - 1].hyphen;
}

/* Where the text after the tab at ${i} begins, given its width up to the next
 * tab. */
static double
after_tab(const struct cursor *c, size_t i, size_t end)
{
	double width = 0, x;

	if (c->align == DOC_START)
		return c->x;
	for (i++; i < end && c->p->atoms.v[i].kind != ATOM_TAB; i++)
		width += c->p->atoms.v[i].width;
	x = c->align == DOC_END ? c->stop - width : c->stop - width / 2;
	return fmax(x, c->from);
}

static double
natural_end(const struct para *p, const struct measure *m,
    const struct line *line, size_t end, size_t *spaces)
{
	struct cursor c;
	size_t i;

	*spaces = 0;
	cursor_open(&c, p, m, line->is_first);
	for (i = line->first; i < end; i++) {
		const struct atom *atom = &p->atoms.v[i];

		if (atom->kind == ATOM_TAB) {
			cursor_tab(&c, i);
			*spaces = 0;
			continue;
		}
		cursor_add(&c, atom->width);
		if (atom->kind == ATOM_SPACE)
			*spaces += atom->end - atom->start;
	}
	/* nothing stands at a stop that ends the line, but the way to it does
	 */
	if (c.align != DOC_START && c.held <= 0)
		c.x = fmax(c.x, fmin(c.stop, m->right));
	return c.x + tail(p, line, end);
}

/* The text of atoms [first, end), which belong to one run. */
static const char *
text_of(struct flow *f, const struct para *p, size_t first, size_t end,
    bool hyphen, bool space)
{
	size_t i, n = 3, k;
	char *text, *at;

	for (i = first; i < end; i++)
		n += p->atoms.v[i].end - p->atoms.v[i].start;
	if ((text = at = arena_alloc(f->a, n)) == NULL)
		return "";
	for (i = first; i < end; i++) {
		k = p->atoms.v[i].end - p->atoms.v[i].start;
		memcpy(at, p->text.data + p->atoms.v[i].start, k);
		at += k;
	}
	if (hyphen)
		*at++ = '-';
	if (space)
		*at = ' ';
	return text;
}

/* A line under or through the text, ${depth} of its size below the baseline. */
static void
rule(struct flow *f, piece_list *pieces, const struct run *run, double x,
    double baseline, double width, double depth)
{
	struct piece *piece = vec_push(f->a, pieces);

	if (piece == NULL)
		return;
	*piece = (struct piece){
		.kind = PIECE_LINE,
		.x = x,
		.y = baseline - run->rise + run->size * depth,
		.width = width,
		.height = run->size * UNDERLINE_WIDTH,
		.colour = run->colour,
		.node = run->node,
		.link = run->link,
	};
}

/* What a line is set with. */
struct setting {
	struct flow *f;
	const struct para *p;
	const struct line *line;
	size_t end; /* the spaces that end the line come after it */
	double baseline, word_space;
	piece_list *pieces;
};

/* Set atoms [i, j) of one run at ${x}; returns where they end. */
static double
set_text(const struct setting *s, size_t i, size_t j, double x)
{
	const struct run *run = &s->p->runs.v[s->p->atoms.v[i].run];
	struct piece *piece = vec_push(s->f->a, s->pieces);
	double width = 0;
	bool at_end = j == s->end, space;
	size_t k;

	if (piece == NULL)
		return x;
	for (k = i; k < j; k++) {
		const struct atom *atom = &s->p->atoms.v[k];

		width += atom->width;
		if (atom->kind == ATOM_SPACE)
			width += s->word_space * (atom->end - atom->start);
	}
	if (at_end)
		width += tail(s->p, s->line, s->end);
	/* a space that ends the line is text, and a tab parts words, too: they
	 * must not run together when the text is taken out or read aloud */
	space = at_end ? s->line->end > s->end &&
			     s->p->atoms.v[s->end].kind == ATOM_SPACE
		       : s->p->atoms.v[j].kind == ATOM_TAB;
	*piece = (struct piece){
		.kind = PIECE_TEXT,
		.x = x,
		.y = s->baseline - run->rise,
		.width = width,
		.text = text_of(s->f, s->p, i, j,
		    at_end && shows_hyphen(s->p, s->line, s->end), space),
		.word_space = s->word_space,
		.face = run->face,
		.size = run->size,
		.colour = run->colour,
		.node = run->node,
		.link = run->link,
	};
	if (run->underline)
		rule(s->f, s->pieces, run, x, s->baseline, width,
		    UNDERLINE_DEPTH);
	if (run->strike)
		rule(s->f, s->pieces, run, x, s->baseline, width,
		    -STRIKE_HEIGHT);
	return x + width;
}

static double
set_image(const struct setting *s, size_t i, double x)
{
	const struct run *run = &s->p->runs.v[s->p->atoms.v[i].run];
	struct piece *piece, image = {
		.kind = PIECE_IMAGE,
		.x = x,
		.y = s->baseline - run->height,
		.width = run->width,
		.height = run->height,
		.node = run->node,
		.link = run->link,
	};

	if (run->node->kind == DOC_FIGURE) {
		image.kind = PIECE_FIGURE;
		figure_place(s->f, &image, s->pieces);
	} else if ((piece = vec_push(s->f->a, s->pieces)) != NULL) {
		*piece = image;
	}
	return x + run->width;
}

/* Fill the way from ${x} to ${end} with the leader of a tab.  The signs stand
 * on a grid of their own width, so that lines below each other agree. */
static void
set_leader(const struct setting *s, const struct run *run, uint32_t leader,
    double x, double end)
{
	struct piece *piece;
	double step = fonts_advance(run->face, leader) * run->size;
	char sign[4], *text;
	size_t n, k, i;
	double first;

	if (leader == 0 || !(step > 0) || !fonts_has(run->face, leader))
		return;
	first = ceil((x + LEADER_GAP) / step) * step;
	if (first + step > end - LEADER_GAP)
		return;
	n = (size_t)fmin((end - LEADER_GAP - first) / step, MAX_LEADER);
	k = utf8_put(leader, sign);
	text = arena_alloc(s->f->a, n * k + 1);
	piece = text == NULL ? NULL : vec_push(s->f->a, s->pieces);
	if (piece == NULL)
		return;
	for (i = 0; i < n; i++)
		memcpy(text + i * k, sign, k);
	*piece = (struct piece){
		.kind = PIECE_TEXT,
		.x = first,
		.y = s->baseline,
		.width = step * (double)n,
		.text = text,
		.face = run->face,
		.size = run->size,
		.colour = run->colour,
		.artifact = true,
	};
}

static void
set_line(const struct setting *s, const struct measure *m)
{
	struct setting now = *s;
	struct cursor c;
	size_t i, j, last_tab = s->line->first;
	double from;

	for (i = s->line->first; i < s->end; i++)
		if (s->p->atoms.v[i].kind == ATOM_TAB)
			last_tab = i;
	cursor_open(&c, s->p, m, s->line->is_first);
	for (i = s->line->first; i < s->end; i = j) {
		const struct atom *atom = &s->p->atoms.v[i];

		j = i + 1;
		now.word_space = i >= last_tab ? s->word_space : 0;
		if (atom->kind == ATOM_TAB) {
			from = c.x;
			cursor_tab(&c, i);
			c.x = after_tab(&c, i, s->end);
			c.align = DOC_START;
			set_leader(s, &s->p->runs.v[atom->run], c.leader, from,
			    fmin(c.x, m->right));
		} else if (atom->kind == ATOM_IMAGE) {
			c.x = set_image(&now, i, c.x);
		} else {
			while (j < s->end &&
			       s->p->atoms.v[j].run == atom->run &&
			       (s->p->atoms.v[j].kind == ATOM_WORD ||
				   s->p->atoms.v[j].kind == ATOM_SPACE))
				j++;
			c.x = set_text(&now, i, j, c.x);
		}
	}
}

void
line_place(struct flow *f, const struct para *p, const struct measure *m,
    const struct line *line, double baseline, piece_list *pieces)
{
	struct setting s = { .f = f,
		.p = p,
		.line = line,
		.end = trimmed(p, line),
		.baseline = baseline,
		.pieces = pieces };
	size_t spaces, i;
	double slack, shift = 0;

	slack = m->right - natural_end(p, m, line, s.end, &spaces);
	for (i = line->first; i < s.end && p->atoms.v[i].kind != ATOM_TAB; i++)
		;
	if (p->style->align == DOC_JUSTIFY && spaces > 0 &&
	    (slack < 0 || !line->last))
		s.word_space = slack / (double)spaces;
	else if (i < s.end || slack < 0)
		shift = 0; /* tabs say where the text stands */
	else if (p->style->align == DOC_END)
		shift = slack;
	else if (p->style->align == DOC_CENTRE)
		shift = slack / 2;
	i = pieces->n;
	set_line(&s, m);
	for (; i < pieces->n; i++)
		pieces->v[i].x += shift;
}
