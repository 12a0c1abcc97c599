/* SPDX-License-Identifier: EUPL-1.2
 *
 * Running heads and feet: which of them a page has, how high they are, and
 * their pieces.  A style may have its own for the first page of a run and for
 * pages with even numbers.
 */
#include "config.h"

#include <math.h>

#include "layout/page.h"

static const struct doc_node *
head_of(const struct sheet *sheet)
{
	const struct doc_page *style = sheet->style;

	if (sheet->first && style->first_header != NULL)
		return style->first_header;
	if (sheet->number % 2 == 0 && style->left_header != NULL)
		return style->left_header;
	return style->header;
}

static const struct doc_node *
foot_of(const struct sheet *sheet)
{
	const struct doc_page *style = sheet->style;

	if (sheet->first && style->first_footer != NULL)
		return style->first_footer;
	if (sheet->number % 2 == 0 && style->left_footer != NULL)
		return style->left_footer;
	return style->footer;
}

static void
lay_area(struct flow *f, const struct doc_page *style,
    const struct doc_node *node, const double *sides, struct column *c)
{
	double height = f->height;

	f->height = style->height;
	column_open(c, f, pager_left(style) + sides[DOC_LEFT],
	    pager_right(style) - sides[DOC_RIGHT]);
	column_blocks(c, node);
	column_finish(c);
	f->height = height;
}

/* The height of ${node} on pages of ${style}, laid out once: what changes from
 * page to page is a number or two. */
static double
area_height(struct flow *f, const struct doc_page *style,
    const struct doc_node *node, double least, const double *sides)
{
	struct flow_area *area;
	struct column c;
	size_t i;

	if (node == NULL)
		return 0;
	for (i = 0; i < f->areas.n; i++)
		if (f->areas.v[i].node == node)
			return fmax(f->areas.v[i].height, least);
	lay_area(f, style, node, sides, &c);
	if ((area = vec_push(f->a, &f->areas)) != NULL)
		*area = (struct flow_area){ node, column_height(&c) - c.after };
	return fmax(column_height(&c) - c.after, least);
}

static double
head_height(struct flow *f, const struct sheet *sheet)
{
	return area_height(f, sheet->style, head_of(sheet),
	    sheet->style->header_height, sheet->style->header_side);
}

static double
foot_height(struct flow *f, const struct sheet *sheet)
{
	return area_height(f, sheet->style, foot_of(sheet),
	    sheet->style->footer_height, sheet->style->footer_side);
}

void
running_measure(struct flow *f, struct sheet *sheet)
{
	const struct doc_page *style = sheet->style;
	double head = head_height(f, sheet), foot = foot_height(f, sheet);
	struct kl_error note;

	sheet->top = pager_edge(style, DOC_TOP) +
		     (head > 0 ? head + fmax(style->header_gap, 0) : 0);
	sheet->bottom = pager_edge(style, DOC_BOTTOM) -
			(foot > 0 ? foot + fmax(style->footer_gap, 0) : 0);
	if (sheet->bottom - sheet->top >= PAGE_LEAST_BODY)
		return;
	kl_error_set(&note, 0,
	    KL_N_("The header or footer leaves no room for text on page %zu."),
	    sheet->number);
	flow_note(f, &note);
	sheet->top = fmin(sheet->top, style->height - 2 * PAGE_LEAST_BODY);
	sheet->bottom = fmax(sheet->bottom, sheet->top + PAGE_LEAST_BODY);
}

static size_t
draw_area(struct flow *f, const struct doc_page *style,
    const struct doc_node *node, const double *sides, double y, piece_list *out)
{
	struct column c;
	size_t i, n = out->n;

	if (node == NULL)
		return 0;
	lay_area(f, style, node, sides, &c);
	for (i = 0; i < c.strips.n; i++) {
		y += c.strips.v[i].before;
		strip_draw(f, &c.strips.v[i], y, true, 0, out);
		y += c.strips.v[i].height;
	}
	return out->n - n;
}

size_t
running_box(struct flow *f, const struct sheet *sheet, piece_list *out)
{
	const struct doc_page *style = sheet->style;
	const struct doc_border *b = style->box.border;
	double left = style->margin[DOC_LEFT], top = style->margin[DOC_TOP];
	double width = style->width - left - style->margin[DOC_RIGHT];
	double height = style->height - top - style->margin[DOC_BOTTOM];
	size_t n = out->n;

	fill_add(
	    f, out, 0, 0, style->width, style->height, style->box.background);
	fill_add(f, out, left, top, width, b[DOC_TOP].width, b[DOC_TOP].colour);
	fill_add(f, out, left, top + height - b[DOC_BOTTOM].width, width,
	    b[DOC_BOTTOM].width, b[DOC_BOTTOM].colour);
	fill_add(
	    f, out, left, top, b[DOC_LEFT].width, height, b[DOC_LEFT].colour);
	fill_add(f, out, left + width - b[DOC_RIGHT].width, top,
	    b[DOC_RIGHT].width, height, b[DOC_RIGHT].colour);
	return out->n - n;
}

size_t
running_head(struct flow *f, const struct sheet *sheet, piece_list *out)
{
	return draw_area(f, sheet->style, head_of(sheet),
	    sheet->style->header_side, pager_edge(sheet->style, DOC_TOP), out);
}

size_t
running_foot(struct flow *f, const struct sheet *sheet, piece_list *out)
{
	const struct doc_page *style = sheet->style;

	return draw_area(f, style, foot_of(sheet), style->footer_side,
	    pager_edge(style, DOC_BOTTOM) - foot_height(f, sheet), out);
}
