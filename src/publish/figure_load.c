/* SPDX-License-Identifier: EUPL-1.2
 *
 * A person's year in bars: units of work in each week, with both caps as lines.
 * What is above a cap is hatched and has its number over the bar.
 */
#include "config.h"

#include <string.h>

#include "base/buf.h"
#include "base/xml.h"
#include "publish/figure_parts.h"

#define LEFT 22.0   /* room for the axis' numbers [pt] */
#define RIGHT 52.0  /* and for the caps' names */
#define TOP 12.0    /* for the numbers over the bars */
#define BOTTOM 14.0 /* for the weeks' numbers */
#define WEEKS 53
#define WORDS_MAX 4000

struct bars {
	struct pen *p;
	const struct figure_words *words;
	const struct doc_text_style *small, *strong;
	int units[WEEKS + 1], last; /* by week's number */
	int cap, high, most;
	double width, height, step, scale;
};

static void
read_weeks(struct bars *b, const xmlNode *item)
{
	const xmlNode *n = xml_child(item, "vecka");
	int week, units;

	for (; n != NULL; n = xml_next(n, "vecka")) {
		week = figure_number(n, "nr", 0);
		units = figure_number(n, "enheter", 0);
		if (week < 1 || week > WEEKS || units < 0)
			continue;
		b->units[week] = units;
		if (units > b->most)
			b->most = units;
		if (week > b->last)
			b->last = week;
	}
}

static double
height_of(const struct bars *b, int units)
{
	return b->height - BOTTOM - units * b->scale;
}

static void
draw_cap(struct bars *b, int cap, double dash, const char *name)
{
	const struct ink ink = { DOC_NO_COLOUR, FIGURE_BLACK, 0.8, dash };
	double y = height_of(b, cap);
	const double xy[] = { LEFT, y, b->width - RIGHT, y };

	if (cap <= 0)
		return;
	pen_polygon(b->p, xy, 2, false, &ink);
	pen_words(b->p, b->width - RIGHT + 3, y + 2.5, DOC_START, b->small,
	    arena_printf(b->p->a, "%s %d", name, cap));
}

static void
draw_bar(struct bars *b, int week)
{
	const struct ink plain = { 0x7f99b2, DOC_NO_COLOUR, 0, 0 };
	const struct ink over = { 0xffffff, FIGURE_BLACK, 0.7, 0 };
	const struct ink lines = { DOC_NO_COLOUR, FIGURE_BLACK, 0.5, 0 };
	int units = b->units[week];
	int low = b->cap > 0 && units > b->cap ? b->cap : units;
	double y = height_of(b, low);
	struct area bar = { LEFT + (week - 1) * b->step + b->step * 0.12, y,
		b->step * 0.76, b->height - BOTTOM - y };

	if (units == 0)
		return;
	pen_rectangle(b->p, &bar, &plain);
	if (units <= low)
		return;
	bar.y = height_of(b, units);
	bar.height = y - bar.y;
	pen_rectangle(b->p, &bar, &over);
	pen_hatch(b->p, &bar, 2.5, &lines);
}

/* Over the bars that are above the cap, clear of the lines. */
static void
draw_number(struct bars *b, int week)
{
	const struct ink paper = { 0xffffff, DOC_NO_COLOUR, 0, 0 };
	int units = b->units[week];
	double x = LEFT + (week - 0.5) * b->step, y = height_of(b, units) - 2;
	struct area room = { x - b->step * 0.45, y - 6.5, b->step * 0.9, 7.5 };

	if (b->cap <= 0 || units <= b->cap)
		return;
	pen_rectangle(b->p, &room, &paper);
	pen_words(b->p, x, y, DOC_CENTRE, b->strong,
	    arena_printf(b->p->a, "%d", units));
}

static void
draw_axes(struct bars *b)
{
	const struct ink strong = { DOC_NO_COLOUR, FIGURE_BLACK, 0.9, 0 };
	const double low = b->height - BOTTOM;
	const double xy[] = { LEFT, low, b->width - RIGHT, low };
	int week;

	pen_words(b->p, LEFT - 4, low + 1, DOC_END, b->small, "0");
	pen_words(b->p, LEFT - 4, height_of(b, b->most) + 2.5, DOC_END,
	    b->small, arena_printf(b->p->a, "%d", b->most));
	pen_polygon(b->p, xy, 2, false, &strong);
	for (week = 1; week <= b->last; week++)
		if (week == 1 || week % 4 == 0)
			pen_words(b->p, LEFT + (week - 0.5) * b->step,
			    b->height - 4, DOC_CENTRE, b->small,
			    week == 1
				? arena_printf(b->p->a, "%s 1", b->words->week)
				: arena_printf(b->p->a, "%d", week));
}

/* "vecka 7: 12; vecka 20: 11", of the weeks with at least ${least}. */
static const char *
list_weeks(const struct bars *b, int least)
{
	const char *text = NULL;
	struct buf out;
	int week;

	buf_init(&out, WORDS_MAX);
	for (week = 1; week <= WEEKS; week++) {
		if (b->units[week] < least || b->units[week] == 0)
			continue;
		if (out.len > 0)
			buf_puts(&out, "; ");
		buf_printf(&out, "%s %d: %d", b->words->one_week, week,
		    b->units[week]);
	}
	if (!buf_failed(&out))
		text = arena_strdup(b->p->a, out.data == NULL ? "" : out.data);
	buf_free(&out);
	return text;
}

static const char *
say_over(const struct bars *b)
{
	struct arena *a = b->p->a;
	const char *most = list_weeks(b, b->most), *over;

	most = most == NULL ? NULL
			    : arena_printf(a, "%s: %s.", b->words->most, most);
	if (most == NULL || b->cap == 0)
		return most;
	if (b->most <= b->cap)
		return arena_printf(a, "%s %s", most, b->words->none_over);
	over = list_weeks(b, b->cap + 1);
	over = over == NULL ? NULL
			    : arena_printf(a, "%s: %s.", b->words->over, over);
	return over == NULL ? NULL : arena_printf(a, "%s %s", most, over);
}

int
figure_load(const char *language, const xmlNode *item, struct pen *p,
    struct doc_node *figure)
{
	struct bars b = { .p = p,
		.words = figure_words_of(language),
		.small = figure_style(p->a, 8, false, FIGURE_GREY),
		.strong = figure_style(p->a, 8, true, FIGURE_BLACK),
		.last = 52,
		.width = figure->width,
		.height = figure->height };
	int week, ceiling;

	b.cap = figure_number(item, "tak", 0);
	b.high = figure_number(item, "tak-högt", 0);
	read_weeks(&b, item);
	ceiling = b.most > b.high ? b.most : b.high;
	if (b.most == 0 || ceiling < b.cap || b.width < 2 * (LEFT + RIGHT) ||
	    b.height < 2 * (TOP + BOTTOM))
		return 0;
	b.step = (b.width - LEFT - RIGHT) / b.last;
	b.scale = (b.height - TOP - BOTTOM) / ceiling;
	for (week = 1; week <= b.last; week++)
		draw_bar(&b, week);
	draw_cap(&b, b.cap, 2.5, b.words->cap);
	draw_cap(&b, b.high, 0, b.words->high_cap);
	for (week = 1; week <= b.last; week++)
		draw_number(&b, week);
	draw_axes(&b);
	figure->alt = say_over(&b);
	return figure->alt == NULL ? KL_E_NOMEM : 0;
}
