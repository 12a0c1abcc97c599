/* SPDX-License-Identifier: EUPL-1.2
 *
 * Blocks to strips: paragraphs with their spacing, boxes and labels, lists and
 * sections.  It knows columns, not pages: keeping together is written into the
 * strips as glue.
 */
#include "config.h"

#include <math.h>
#include <string.h>

#include "layout/flow.h"

#define LABEL_GAP 3.0	   /* between a mark without a tab stop and text [pt] */
#define FIXED_BASELINE 0.8 /* from the top of a line of fixed height */
#define LEAST_ROOM 1.0	   /* narrowest text set [pt] */

void
flow_note(struct flow *f, const struct kl_error *note)
{
	note_add(f->a, &f->out->notes, note);
}

void
fill_add(struct flow *f, piece_list *pieces, double x, double y, double width,
    double height, doc_colour colour)
{
	struct piece *piece;

	if (colour == DOC_NO_COLOUR || width <= 0 || height <= 0 ||
	    (piece = vec_push(f->a, pieces)) == NULL)
		return;
	*piece = (struct piece){ .kind = PIECE_FILL,
		.x = x,
		.y = y,
		.width = width,
		.height = height,
		.colour = colour,
		.artifact = true };
}

void
column_open(struct column *c, struct flow *f, double left, double right)
{
	if (right < left + LEAST_ROOM)
		right = left + LEAST_ROOM;
	*c = (struct column){ .f = f, .left = left, .right = right };
}

struct strip *
column_strip(struct column *c, double before)
{
	struct strip *strip = vec_push(c->f->a, &c->strips);

	if (strip == NULL)
		return NULL;
	/* the body's column is used again after each block */
	*strip = (struct strip){
		.before = fmax(before, 0), .left = c->left, .places = c->places
	};
	memset(&c->places, 0, sizeof c->places);
	return strip;
}

static void
place_add(struct column *c, const struct doc_node *node)
{
	const struct doc_node **place = vec_push(c->f->a, &c->places);

	if (place != NULL)
		*place = node;
}

/* ---- the box around a paragraph ---------------------------------------- */

static bool
has_box(const struct doc_box *box)
{
	int i;

	for (i = 0; i < 4; i++)
		if (box->border[i].width > 0 || box->padding[i] > 0)
			return true;
	return false;
}

static bool
is_boxed(const struct doc_node *node)
{
	return node != NULL &&
	       (node->kind == DOC_PARAGRAPH || node->kind == DOC_HEADING) &&
	       has_box(&para_style(node)->box);
}

/* Neighbours with the same box share it, as in office suites. */
static bool
boxes_join(const struct doc_node *x, const struct doc_node *y)
{
	const struct doc_para_style *s, *t;
	int i;

	if (!is_boxed(x) || !is_boxed(y))
		return false;
	s = para_style(x);
	t = para_style(y);
	if (s->own_box || t->own_box)
		return false;
	for (i = 0; i < 4; i++)
		if (s->box.padding[i] != t->box.padding[i] ||
		    s->box.border[i].width != t->box.border[i].width ||
		    s->box.border[i].colour != t->box.border[i].colour)
			return false;
	return s->box.background == t->box.background &&
	       s->margin[DOC_LEFT] == t->margin[DOC_LEFT] &&
	       s->margin[DOC_RIGHT] == t->margin[DOC_RIGHT];
}

static double
side_inset(const struct doc_box *box, enum doc_side side)
{
	return fmax(box->padding[side], 0) + fmax(box->border[side].width, 0);
}

/* ---- a paragraph -------------------------------------------------------- */

/* A paragraph on its way to strips. */
struct setter {
	struct column *c;
	const struct doc_node *node; /* NULL: a label without a paragraph */
	const struct doc_para_style *style;
	struct para para;
	struct measure m;
	double left, right; /* edges of its box */
	double top, bottom; /* insets of the first and last line */
	bool joins_up, joins_down;
};

/* Where the text goes on after the label of ${item}, which ends at ${x}. */
static double
after_label(const struct setter *s, const struct doc_node *item,
    const struct para *label, double x)
{
	const struct run *run = label->runs.n > 0 ? &label->runs.v[0] : NULL;
	double distance = s->style->tab_distance;
	double stop = s->c->left + item->text_indent;

	if (item->label_follow == DOC_FOLLOW_NOTHING)
		return x;
	if (item->label_follow == DOC_FOLLOW_SPACE)
		return x + (run == NULL
				   ? 0
				   : fonts_advance(run->face, ' ') * run->size);
	if (s->c->left + item->label_stop > x &&
	    (item->label_stop < item->text_indent || stop <= x))
		stop = s->c->left + item->label_stop;
	if (stop > x)
		return stop;
	if (distance <= 0)
		distance = TAB_DEFAULT;
	stop = s->c->left + item->text_indent;
	stop += (floor((x - stop) / distance) + 1) * distance;
	return stop < s->m.right ? stop : x + LABEL_GAP;
}

/* The label of the item that waits for a line, before the text. */
static void
set_label(struct setter *s, double baseline, piece_list *pieces)
{
	const struct doc_node *item = s->c->item;
	const struct doc_text_style *text = &s->style->text;
	double width = 0, x;
	struct para label;
	struct measure m = { 0 };
	struct doc_node probe = { .kind = DOC_TEXT, .style = text };
	struct doc_node holder = { .kind = DOC_PARAGRAPH, .first = &probe };
	bool is_note;
	size_t i;

	if (item == NULL || item->text == NULL || *item->text == '\0')
		return;
	is_note = item->kind == DOC_NOTE;
	probe.text = item->text;
	para_read(s->c->f, &holder, 0, &label);
	for (i = 0; i < label.atoms.n; i++)
		width += label.atoms.v[i].width;
	x = is_note ? s->m.left + s->m.indent : s->c->left + item->label_indent;
	if (item->label_align == DOC_END)
		x -= width;
	else if (item->label_align == DOC_CENTRE)
		x -= width / 2;
	m.left = x;
	m.right = INFINITY;
	fit_lines(s->c->f, &label, &m);
	i = pieces->n;
	if (label.lines.n > 0)
		line_place(
		    s->c->f, &label, &m, &label.lines.v[0], baseline, pieces);
	for (; i < pieces->n; i++) {
		pieces->v[i].node = item;
		pieces->v[i].label = true;
		pieces->v[i].link = is_note ? item : NULL;
	}
	if (is_note) /* hanging notes have their marks in the margin */
		s->m.label_end = fmax(x + width + LABEL_GAP, s->m.left);
	else
		s->m.indent =
		    after_label(s, item, &label, x + width) - s->m.left;
	para_free(s->c->f, &label);
}

static void
set_edges(struct setter *s)
{
	struct column *c = s->c;
	const struct doc_box *box = &s->style->box;

	s->left = c->left + (c->listed ? c->inset : s->style->margin[DOC_LEFT]);
	s->right = c->right - s->style->margin[DOC_RIGHT];
	s->m.left = s->left + side_inset(box, DOC_LEFT);
	s->m.right =
	    fmax(s->right - side_inset(box, DOC_RIGHT), s->m.left + LEAST_ROOM);
	s->m.indent = c->listed ? 0 : s->style->indent;
	s->joins_up = boxes_join(c->boxed, s->node);
	s->joins_down = s->node != NULL && boxes_join(s->node, s->node->next);
	s->top = s->joins_up ? 0 : side_inset(box, DOC_TOP);
	s->bottom = s->joins_down ? 0 : side_inset(box, DOC_BOTTOM);
}

/* The ascent and descent of the paragraph's own font, or of the text that ends
 * ${line}. */
static void
font_height(
    const struct setter *s, const struct line *line, double *up, double *down)
{
	const struct doc_text_style *t = &s->style->text;
	double size = t->size > 0 ? t->size : 10.5;
	const struct font_face *face;
	const struct run *run;

	if (line->end > line->first && line->end <= s->para.atoms.n) {
		run = &s->para.runs.v[s->para.atoms.v[line->end - 1].run];
		face = run->face;
		size = run->size;
	} else {
		face =
		    fonts_face(s->c->f->fonts, t->family, t->bold, t->italic);
	}
	*up = face->ascent * size;
	*down = face->descent * size;
}

/* Height of a line and its baseline from the top.  Office suites put what a
 * factor adds below the line, what it takes away and what a least height adds
 * above; a fixed height has a fifth below the baseline. */
static double
line_height(const struct setter *s, const struct line *line, double *baseline)
{
	const struct doc_para_style *style = s->style;
	double up = line->ascent, down = line->descent, natural, height;
	double font_up, font_down, factor = fmax(style->line_factor, 0.5);

	font_height(s, line, &font_up, &font_down);
	if (up + down == 0) {
		up = font_up;
		down = font_down;
	}
	natural = height = up + down;
	*baseline = up;
	if (style->line_height > 0 && !style->line_least &&
	    !(line->image && style->line_height < natural)) {
		height = style->line_height;
		*baseline = height * FIXED_BASELINE;
	} else if (style->line_height > natural) {
		height = style->line_height;
		*baseline = height - down;
	} else if (style->line_factor >= 1 && !line->image) {
		height += (factor - 1) * (font_up + font_down);
	} else if (style->line_factor > 0 && !line->image) {
		height = natural * factor;
		*baseline = line->is_first ? up * factor : height - down;
	}
	*baseline += fmax(style->line_space, 0);
	return height + fmax(style->line_space, 0);
}

/* Background and borders behind a strip of the paragraph. */
static void
draw_box(const struct setter *s, struct strip *strip, bool first, bool last)
{
	const struct doc_box *box = &s->style->box;
	const struct doc_border *b = box->border;
	double width = s->right - s->left, h = strip->height;
	struct flow *f = s->c->f;

	fill_add(f, &strip->pieces, s->left, 0, width, h, box->background);
	if (first && !s->joins_up)
		fill_add(f, &strip->pieces, s->left, 0, width, b[DOC_TOP].width,
		    b[DOC_TOP].colour);
	if (last && !s->joins_down)
		fill_add(f, &strip->pieces, s->left, h - b[DOC_BOTTOM].width,
		    width, b[DOC_BOTTOM].width, b[DOC_BOTTOM].colour);
	fill_add(f, &strip->pieces, s->left, 0, b[DOC_LEFT].width, h,
	    b[DOC_LEFT].colour);
	fill_add(f, &strip->pieces, s->right - b[DOC_RIGHT].width, 0,
	    b[DOC_RIGHT].width, h, b[DOC_RIGHT].colour);
}

/* May no page end after line ${i} of ${n}? */
static bool
is_glued(const struct doc_para_style *style, size_t i, size_t n)
{
	if (i + 1 == n)
		return style->keep_with_next;
	return style->keep_together ||
	       i + 1 < (size_t)(style->orphans > 0 ? style->orphans : 0) ||
	       n - 1 - i < (size_t)(style->widows > 0 ? style->widows : 0);
}

static bool
is_like(const struct doc_node *x, const struct doc_node *y)
{
	const char *a = para_style(x)->name, *b = para_style(y)->name;

	return x != NULL && y != NULL && a != NULL && b != NULL &&
	       strcmp(a, b) == 0;
}

/* The space between the paragraph and the one above: what both ask for. */
static double
space_before(const struct setter *s)
{
	const struct column *c = s->c;
	double above = c->after, below = s->style->margin[DOC_TOP];

	if (is_like(c->above, s->node) && para_style(c->above)->contextual) {
		above = 0;
		if (s->style->contextual)
			below = 0;
	}
	return above + below;
}

/* Notes whose marks stand in the line. */
static void
find_notes(const struct setter *s, const struct line *line, struct strip *strip)
{
	const struct doc_node *node, *last = NULL, **slot;
	struct flow *f = s->c->f;
	size_t i;

	for (i = line->first; i < line->end; i++) {
		node = s->para.runs.v[s->para.atoms.v[i].run].node;
		if (node->kind != DOC_NOTE || node == last)
			continue;
		last = node;
		slot = node->at_end ? vec_push(f->a, &f->end_notes)
				    : vec_push(f->a, &strip->notes);
		if (slot != NULL)
			*slot = node;
	}
}

/* One line as a strip. */
static void
set_strip(struct setter *s, size_t i)
{
	const struct line *line = &s->para.lines.v[i];
	bool first = i == 0, last = i + 1 == s->para.lines.n;
	double before, above, baseline;
	struct strip *strip;

	before = first ? space_before(s) : 0;
	above = first ? s->top : 0;
	if (first && s->joins_up) { /* the gap is inside the shared box */
		above += before;
		before = 0;
	}
	if ((strip = column_strip(s->c, before)) == NULL)
		return;
	strip->height =
	    line_height(s, line, &baseline) + above + (last ? s->bottom : 0);
	strip->glued = is_glued(s->style, i, s->para.lines.n);
	draw_box(s, strip, first, last);
	if (first && s->c->item != NULL)
		set_label(s, above + baseline, &strip->pieces);
	line_place(
	    s->c->f, &s->para, &s->m, line, above + baseline, &strip->pieces);
	find_notes(s, line, strip);
}

/* The width of the label moves the first line, so it is known before breaking.
 */
static void
measure_label(struct setter *s)
{
	piece_list scrap = { 0 };

	if (s->c->item != NULL)
		set_label(s, 0, &scrap);
}

static void
set_paragraph(struct column *c, const struct doc_node *node)
{
	struct setter s = { .c = c, .node = node, .style = para_style(node) };
	size_t i;

	set_edges(&s);
	para_read(c->f, node, s.m.right - s.m.left, &s.para);
	for (i = 0; i < s.para.bookmarks.n; i++)
		place_add(c, s.para.bookmarks.v[i]);
	measure_label(&s);
	fit_lines(c->f, &s.para, &s.m);
	for (i = 0; i < s.para.lines.n; i++)
		set_strip(&s, i);
	c->item = NULL;
	c->after = fmax(s.style->margin[DOC_BOTTOM], 0);
	c->boxed = is_boxed(node) ? node : NULL;
	c->above = node;
	para_free(c->f, &s.para);
}

/* ---- other blocks ------------------------------------------------------- */

/* A page of ${style} begins, or of what follows if that is NULL; or a column.
 */
static void
set_page_break(
    struct column *c, const struct doc_page *style, enum strip_kind kind)
{
	struct strip *strip = vec_push(c->f->a, &c->strips);

	if (strip != NULL)
		*strip = (struct strip){ .kind = kind, .page = style };
	c->after = 0;
	c->boxed = c->above = NULL;
}

static void
set_item(struct column *c, const struct doc_node *item)
{
	double inset = c->inset;
	bool listed = c->listed;

	column_finish(c); /* the outer label, if it has no text */
	c->inset = item->text_indent;
	c->listed = true;
	c->item = item;
	column_blocks(c, item);
	column_finish(c);
	c->inset = inset;
	c->listed = listed;
}

void
column_finish(struct column *c)
{
	struct setter s = { .c = c, .style = para_style(NULL) };

	if (c->item != NULL) {
		set_edges(&s);
		para_read(c->f, NULL, 0, &s.para);
		measure_label(&s);
		fit_lines(c->f, &s.para, &s.m);
		if (s.para.lines.n > 0)
			set_strip(&s, 0);
		para_free(c->f, &s.para);
		c->item = NULL;
		c->after = 0;
	}
}

void
column_note(struct column *c, const struct doc_node *note)
{
	column_finish(c);
	c->boxed = NULL;
	if (note->first != NULL)
		place_add(c, note->first);
	c->item = note;
	column_blocks(c, note);
	column_finish(c);
}

void
column_block(struct column *c, const struct doc_node *node)
{
	const struct doc_para_style *style;

	if (node->new_page != NULL)
		set_page_break(c, node->new_page, STRIP_PAGE);
	switch (node->kind) {
	case DOC_PARAGRAPH:
	case DOC_HEADING:
		style = para_style(node);
		if (style->page_break_before && node->new_page == NULL)
			set_page_break(c, NULL, STRIP_PAGE);
		if (node->kind == DOC_HEADING || node->id != NULL)
			place_add(c, node);
		set_paragraph(c, node);
		break;
	case DOC_FIGURE:
		set_paragraph(c, node);
		break;
	case DOC_TABLE:
		column_finish(c);
		c->boxed = c->above = NULL;
		if (node->id != NULL)
			place_add(c, node);
		table_lay(c, node);
		break;
	case DOC_PAGE_BREAK:
		set_page_break(
		    c, NULL, node->column_break ? STRIP_COLUMN : STRIP_PAGE);
		break;
	case DOC_ITEM:
		set_item(c, node);
		break;
	default: /* sections, lists, and whatever else holds blocks */
		if (node->id != NULL)
			place_add(c, node);
		column_blocks(c, node);
		break;
	}
}

void
column_blocks(struct column *c, const struct doc_node *parent)
{
	const struct doc_node *node;

	if (++c->f->depth > FLOW_MAX_DEPTH)
		c->f->deep = true;
	else
		for (node = parent->first;
		     node != NULL && !arena_failed(c->f->a); node = node->next)
			column_block(c, node);
	c->f->depth--;
}

double
column_height(const struct column *c)
{
	double height = c->after;
	size_t i;

	for (i = 0; i < c->strips.n; i++)
		height += c->strips.v[i].before + c->strips.v[i].height;
	return height;
}

void
strip_draw(struct flow *f, const struct strip *strip, double y, bool repeat,
    size_t index, piece_list *pieces)
{
	struct laid_place *place;
	struct piece *piece;
	size_t i;

	for (i = 0; i < strip->places.n && !repeat; i++) {
		if ((place = vec_push(f->a, &f->out->places)) == NULL)
			return;
		*place = (struct laid_place){ strip->places.v[i], index, y };
	}
	if (strip->kind == STRIP_ROW)
		row_draw(f, strip->row, y, repeat, index, pieces);
	for (i = 0; i < strip->pieces.n; i++) {
		if ((piece = vec_push(f->a, pieces)) == NULL)
			return;
		*piece = strip->pieces.v[i];
		piece->y += y;
		if (repeat) {
			piece->artifact = true;
			piece->link = NULL;
		}
	}
}
