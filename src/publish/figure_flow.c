/* SPDX-License-Identifier: EUPL-1.2
 *
 * The flow chart of a cycle: the weeks before and after the meeting across, the
 * office, the secretariat and the committee down; each step a box, arrows from
 * one to the next in time.  A step that is not as in the common cycle has a
 * dashed frame and says how it differs, so that nothing hangs on colour.
 */
#include "config.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/xml.h"
#include "document/words.h"
#include "publish/figure_parts.h"

#define STEPS_MAX 100	 /* as a cycle has */
#define LEVELS 3	 /* office, secretariat, committee */
#define NAMES_WIDTH 64.0 /* of the levels' names [pt] */
#define LAST_WIDTH 48.0	 /* for boxes that begin late in the last week */
#define HEAD_HEIGHT 20.0 /* of the weeks' names */
#define BOX_WIDTH 84.0
#define LINE 10.0
#define PAD 4.0
#define GAP 9.0	    /* between boxes, and round a level's */
#define LINES_MAX 4 /* of a name */
#define WEEKS_MAX 60
#define WORDS_MAX 8000 /* bytes of the alternative text */
#define MONDAY 4       /* 1970-01-05 as a kl_day */

struct box {
	const xmlNode *step;
	const char *name, *note; /* note: day, and how it differs */
	const char *lines[LINES_MAX];
	int nlines, level, day; /* days from the Monday of the first week */
	bool differs, dropped;
	int row; /* within its level */
	struct area at;
};

struct flow {
	struct pen *p;
	const struct figure_words *words;
	const char *language;
	const struct doc_text_style *name, *note, *head, *strong;
	const xmlNode *item;
	struct box box[STEPS_MAX];
	int n, from, weeks;
	double width, day_width;
	int rows[LEVELS];
	double top[LEVELS + 1], box_height;
};

static int
level_of(const char *word)
{
	static const char *const levels[LEVELS] = { "kontor", "sekretariat",
		"nämnd" };
	int i;

	for (i = 0; i < LEVELS && word != NULL; i++)
		if (strcmp(levels[i], word) == 0)
			return i;
	return 1;
}

/* "to", from the number of a weekday, Monday 1. */
static const char *
weekday(const struct flow *f, int number, bool whole)
{
	const char *name = words_date(
	    f->p->a, f->language, WORDS_DAY_NAME, MONDAY + (number + 6) % 7);
	const char *p = name;

	if (name == NULL || whole)
		return name;
	/* two letters, of which one may be å or ö */
	p += 1 + ((unsigned char)p[0] >= 0xc0);
	p += 1 + ((unsigned char)p[0] >= 0xc0);
	return arena_strndup(f->p->a, name, (size_t)(p - name));
}

static const char *
days(const struct flow *f, int n)
{
	return arena_printf(f->p->a, "%d %s", abs(n),
	    abs(n) == 1 ? f->words->day : f->words->days);
}

/* What stands under a step's name. */
static const char *
note_of(const struct flow *f, const xmlNode *step, const char *state)
{
	const char *day = weekday(f, figure_number(step, "veckodag", 1), false);
	int diff = figure_number(step, "skillnad", 0);

	if (strcmp(state, "utgår") == 0)
		return f->words->dropped;
	if (strcmp(state, "eget") == 0)
		return arena_printf(f->p->a, "%s · %s", day, f->words->own);
	if (strcmp(state, "flyttat") == 0)
		return arena_printf(f->p->a, "%s · %s%d d", day,
		    diff < 0 ? "−" : "+", abs(diff));
	return day;
}

static void
read_step(struct flow *f, const xmlNode *step)
{
	struct arena *a = f->p->a;
	struct box *b = &f->box[f->n];
	const char *state = xml_attr(a, step, "läge");
	int week = figure_number(step, "vecka", 0) - f->from;

	if (week < 0 || week >= f->weeks)
		return;
	if (state == NULL)
		state = "";
	b->step = step;
	b->name = xml_child_text(a, step, "namn");
	b->note = note_of(f, step, state);
	b->level = level_of(xml_attr(a, step, "nivå"));
	b->day = week * 7 + figure_number(step, "veckodag", 1) - 1;
	b->dropped = strcmp(state, "utgår") == 0;
	b->differs = b->dropped || strcmp(state, "eget") == 0 ||
		     strcmp(state, "flyttat") == 0;
	if (b->name == NULL || b->note == NULL)
		return;
	b->nlines = pen_lines(f->p, b->name, f->name, BOX_WIDTH - 2 * PAD,
	    LINES_MAX - 1, b->lines);
	f->n++;
}

/* The first row of its level where the box does not meet another. */
static void
find_row(struct flow *f, int i)
{
	struct box *b = &f->box[i];
	int k;

	for (k = 0; k < i; k++) {
		const struct box *o = &f->box[k];

		if (o->level != b->level || o->row != b->row ||
		    b->at.x >= o->at.x + BOX_WIDTH + GAP ||
		    o->at.x >= b->at.x + BOX_WIDTH + GAP)
			continue;
		b->row++;
		k = -1;
	}
	if (f->rows[b->level] <= b->row)
		f->rows[b->level] = b->row + 1;
}

static void
place(struct flow *f)
{
	double y = HEAD_HEIGHT, most = f->width - BOX_WIDTH - 1;
	struct box *b;
	int i, lines = 1;

	for (i = 0; i < f->n; i++) {
		b = &f->box[i];
		if (b->nlines > lines)
			lines = b->nlines;
		b->at.x = fmin(most, NAMES_WIDTH + b->day * f->day_width);
		find_row(f, i);
	}
	f->box_height = (lines + 1) * LINE + 2 * PAD;
	for (i = 0; i < LEVELS; i++) {
		f->top[i] = y;
		if (f->rows[i] == 0)
			f->rows[i] = 1;
		y += f->rows[i] * (f->box_height + GAP) + GAP;
	}
	f->top[LEVELS] = y;
	for (i = 0; i < f->n; i++) {
		b = &f->box[i];
		b->at.y =
		    f->top[b->level] + GAP + b->row * (f->box_height + GAP);
		b->at.width = BOX_WIDTH;
		b->at.height = f->box_height;
	}
}

/* ---- drawing --------------------------------------------------------------
 */

static const char *
week_name(const struct flow *f, int week)
{
	if (week == 0)
		return f->words->meeting_week;
	return arena_printf(f->p->a, "%d %s", abs(week),
	    week < 0 ? f->words->before : f->words->after);
}

static void
draw_grid(struct flow *f)
{
	const struct ink pale = { 0xf2f2f2, DOC_NO_COLOUR, 0, 0 };
	const struct ink meeting = { 0xdde5ee, DOC_NO_COLOUR, 0, 0 };
	const struct ink hair = { DOC_NO_COLOUR, 0xb3b3b3, 0.5, 0 };
	const struct ink strong = { DOC_NO_COLOUR, FIGURE_BLACK, 0.9, 0 };
	double low = f->top[LEVELS], wide = 7 * f->day_width, x;
	int i;

	for (i = 0; i < f->weeks; i++) {
		struct area column = { NAMES_WIDTH + i * wide, 0, wide, low };

		x = column.x;
		if (i + f->from == 0)
			pen_rectangle(f->p, &column, &meeting);
		else if (i % 2 == 0)
			pen_rectangle(f->p, &column, &pale);
		pen_words(f->p, x + wide / 2, HEAD_HEIGHT - 7, DOC_CENTRE,
		    i + f->from == 0 ? f->strong : f->head,
		    week_name(f, i + f->from));
	}
	for (i = 0; i <= LEVELS; i++) {
		const double xy[] = { 0, f->top[i], f->width, f->top[i] };

		pen_polygon(f->p, xy, 2, false, i == 0 ? &strong : &hair);
		if (i < LEVELS)
			pen_words(f->p, 0, f->top[i] + GAP + LINE, DOC_START,
			    f->strong, f->words->level[i]);
	}
}

static void
draw_box(struct flow *f, const struct box *b)
{
	const struct ink plain = { 0xffffff, FIGURE_BLACK, 0.6, 0 };
	const struct ink differs = { 0xffffff, FIGURE_BLUE, 1.5, 3.5 };
	const struct ink dropped = { 0xffffff, FIGURE_GREY, 0.6, 1.5 };
	double y = b->at.y + PAD + LINE * 0.8;
	int i;

	pen_rectangle(f->p, &b->at,
	    b->dropped	 ? &dropped
	    : b->differs ? &differs
			 : &plain);
	for (i = 0; i < b->nlines; i++, y += LINE) {
		double width = document_about_width(
		    f->name, b->lines[i], strlen(b->lines[i]));
		const double through[] = { b->at.x + PAD, y - 2.5,
			b->at.x + PAD + width, y - 2.5 };
		const struct ink line = { DOC_NO_COLOUR, FIGURE_GREY, 0.6, 0 };

		pen_words(
		    f->p, b->at.x + PAD, y, DOC_START, f->name, b->lines[i]);
		if (b->dropped)
			pen_polygon(f->p, through, 2, false, &line);
	}
	pen_words(f->p, b->at.x + PAD, y, DOC_START,
	    b->differs ? f->strong : f->note, b->note);
}

/* From a box to the next: down or up where one stands over the other, else out
 * at the side, and in at the side. */
static void
draw_arrow(struct flow *f, const struct box *from, const struct box *to)
{
	const struct ink ink = { DOC_NO_COLOUR, FIGURE_GREY, 0.9, 0 };
	double x1 = from->at.x, x2 = to->at.x, right = x1 + BOX_WIDTH;
	double y1 = from->at.y + f->box_height / 2;
	double y2 = to->at.y + f->box_height / 2;
	bool down = to->at.y > from->at.y;
	double edge = down ? from->at.y + f->box_height : from->at.y;
	double goal = down ? to->at.y : to->at.y + f->box_height;

	if (x2 >= right + GAP / 2) {
		const double straight[] = { right, y1, x2, y2 };
		/* up or down to the next box's level, beside this one */
		const double bent[] = { right, y1, x2 - GAP / 2, y1,
			x2 - GAP / 2, y2, x2, y2 };
		/* from the edge straight into the upper or lower side */
		double middle = fmin(x2 + BOX_WIDTH / 2, f->width);
		const double corner[] = { right, y1, middle, y1, middle, goal };

		if (fabs(y1 - y2) < 1)
			pen_arrow(f->p, straight, 2, &ink);
		else if (from->level != to->level)
			pen_arrow(f->p, corner, 3, &ink);
		else
			pen_arrow(f->p, bent, 4, &ink);
	} else if (from->at.y != to->at.y) {
		/* at the left: what is in between begins later */
		double at = fmax(x1, x2) + PAD + 1;
		const double xy[] = { at, edge, at, goal };

		pen_arrow(f->p, xy, 2, &ink);
	}
}

static void
draw_arrows(struct flow *f)
{
	const struct box *last = NULL;
	int i;

	for (i = 0; i < f->n; i++) {
		if (f->box[i].dropped)
			continue;
		if (last != NULL)
			draw_arrow(f, last, &f->box[i]);
		last = &f->box[i];
	}
}

/* ---- in words -------------------------------------------------------------
 */

/* "kontor, tisdag 5 v. före, 2 dagar tidigare än gemensamt" */
static void
say_step(const struct flow *f, const struct box *b, struct buf *out)
{
	int week = figure_number(b->step, "vecka", 0);
	int diff = figure_number(b->step, "skillnad", 0);
	const char *state = xml_attr(f->p->a, b->step, "läge");

	buf_printf(out, "%s (%s): %s ", b->name,
	    words_first_lower(f->p->a, f->words->level[b->level]),
	    weekday(f, figure_number(b->step, "veckodag", 1), true));
	if (week == 0)
		buf_puts(out, f->words->same_week);
	else
		buf_printf(out, "%d %s", abs(week),
		    week < 0 ? f->words->before : f->words->after);
	if (state == NULL)
		return;
	if (strcmp(state, "flyttat") == 0) {
		buf_printf(out, ", %s %s", days(f, diff),
		    diff < 0 ? f->words->earlier : f->words->later);
	} else if (b->differs) {
		buf_printf(out, ", %s",
		    b->dropped ? f->words->dropped_long : f->words->own_long);
	}
}

static const char *
all_in_words(const struct flow *f)
{
	const char *text = NULL;
	struct buf out;
	int i;

	buf_init(&out, WORDS_MAX);
	for (i = 0; i < f->n; i++) {
		say_step(f, &f->box[i], &out);
		buf_puts(&out, i + 1 < f->n ? "; " : ".");
	}
	if (!buf_failed(&out))
		text = arena_strdup(f->p->a, out.data);
	buf_free(&out);
	return text;
}

int
figure_flow(const char *language, const xmlNode *item, struct pen *p,
    struct doc_node *figure)
{
	struct flow *f = arena_alloc(p->a, sizeof *f);
	const xmlNode *n;
	int i;

	if (f == NULL)
		return KL_E_NOMEM;
	f->p = p;
	f->words = figure_words_of(language);
	f->language = language;
	f->name = figure_style(p->a, 8, false, FIGURE_BLACK);
	f->note = figure_style(p->a, 8, false, FIGURE_GREY);
	f->head = figure_style(p->a, 8, false, FIGURE_GREY);
	f->strong = figure_style(p->a, 8, true, FIGURE_BLUE);
	f->item = item;
	f->from = figure_number(item, "från", 0);
	f->weeks = figure_number(item, "till", 0) - f->from + 1;
	if (f->weeks < 1 || f->weeks > WEEKS_MAX)
		return 0;
	f->width = figure->width;
	f->day_width = (f->width - NAMES_WIDTH - LAST_WIDTH) / (7.0 * f->weeks);
	for (n = xml_child(item, "steg"); n != NULL && f->n < STEPS_MAX;
	     n = xml_next(n, "steg"))
		read_step(f, n);
	if (f->n == 0)
		return 0;
	place(f);
	draw_grid(f);
	draw_arrows(f);
	for (i = 0; i < f->n; i++)
		draw_box(f, &f->box[i]);
	figure->height = f->top[LEVELS] + 1;
	figure->alt = all_in_words(f);
	return figure->alt == NULL ? KL_E_NOMEM : 0;
}
