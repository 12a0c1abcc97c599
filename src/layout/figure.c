/* SPDX-License-Identifier: EUPL-1.2
 *
 * A drawing on a page: its outlines are one piece, which the writer paints; the
 * text in it becomes ordinary pieces of text over that, so that it is set with
 * the fonts of all other text.
 */
#include "config.h"

#include <math.h>

#include "layout/flow.h"

/* One line of text of a drawing, whose origin is at (x, y) and whose measures
 * are multiplied by ${scale}. */
static void
set_text(struct flow *f, const struct piece *figure,
    const struct doc_shape *shape, double scale, piece_list *pieces)
{
	struct doc_text_style style = { .size = 0 };
	struct doc_node probe = { .kind = DOC_TEXT,
		.style = &style,
		/* words of two lines must not run together when read aloud */
		.text = arena_printf(f->a, "%s ", shape->text),
		.source = figure->node->source };
	struct doc_node holder = { .kind = DOC_PARAGRAPH, .first = &probe };
	struct measure m = { .right = INFINITY };
	struct para para;
	double width = 0, shift = 0;
	size_t i, first = pieces->n;

	if (shape->style != NULL)
		style = *shape->style;
	else
		style = para_style(NULL)->text;
	style.size *= scale;
	para_read(f, &holder, 0, &para);
	fit_lines(f, &para, &m);
	if (para.lines.n > 0)
		line_place(f, &para, &m, &para.lines.v[0],
		    figure->y + shape->y * scale, pieces);
	para_free(f, &para);
	for (i = first; i < pieces->n; i++)
		width = fmax(width, pieces->v[i].x + pieces->v[i].width);
	if (shape->align == DOC_END)
		shift = -width;
	else if (shape->align == DOC_CENTRE)
		shift = -width / 2;
	for (i = first; i < pieces->n; i++) {
		pieces->v[i].x += figure->x + shape->x * scale + shift;
		pieces->v[i].node = figure->node;
		pieces->v[i].link = figure->link;
	}
}

void
figure_place(struct flow *f, const struct piece *figure, piece_list *pieces)
{
	struct piece *piece = vec_push(f->a, pieces);
	const struct doc_node *node = figure->node;
	double scale = node->width > 0 ? figure->width / node->width : 1;
	size_t i;

	if (piece == NULL)
		return;
	*piece = *figure;
	for (i = 0; i < node->nshapes && !arena_failed(f->a); i++)
		if (node->shapes[i].text != NULL)
			set_text(f, figure, &node->shapes[i], scale, pieces);
}
