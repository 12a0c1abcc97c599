/* SPDX-License-Identifier: EUPL-1.2
 *
 * Inside the layout room: strips to pages (pager.c), running heads (running.c),
 * text set in several columns (columns.c), and what calls them (page.c).
 */
#ifndef LAYOUT_PAGE_H
#define LAYOUT_PAGE_H

#include "layout/flow.h"

#define PAGE_MAX 20000
#define PAGE_LEAST_BODY 72.0 /* of a page with outsize running heads [pt] */
#define PAGE_GUESS 99	     /* page count while it is not known */

/* A page: its style and the number it shows.  The first of a run of pages of
 * one style may have heads of its own, and so may even numbers. */
struct sheet {
	const struct doc_page *style;
	bool first;
	size_t number;
	double top, bottom; /* of the body */
};

/* A page that has got its body. */
struct laid_sheet {
	struct sheet sheet;
	piece_list body;
};

/* Pages being filled. */
struct pager {
	struct flow *f;
	struct sheet now;	 /* the page being filled */
	VEC(struct strip) queue; /* its strips so far */
	double y;		 /* the end of the last */
	struct foot foot;	 /* the notes of the page */
	bool forced; /* the page was asked for: space at its top is kept */
	VEC(struct laid_sheet) done;
	bool full; /* PAGE_MAX was met */
};

/* ---- pager.c ------------------------------------------------------------ */

/* pager_open(g, f, style): before the first page, which is of ${style}. */
void pager_open(struct pager *g, struct flow *f, const struct doc_page *style);

/* pager_next(g): the page that follows when this one is full. */
struct sheet pager_next(const struct pager *g);

/* pager_break(g, style): the page ends here; the next is asked for and of
 * ${style} (NULL: what follows).  A page without anything on it stays, and
 * changes its style. */
void pager_break(struct pager *g, const struct doc_page *style);

/* pager_take(g, strip): put ${strip} on the page, or on the next, or partly on
 * both. */
void pager_take(struct pager *g, struct strip strip);

/* pager_turn(g): the page is full: what is glued to what comes next goes to the
 * next page. */
void pager_turn(struct pager *g);

/* pager_room(g, before): what is left of the page below a space [pt]; there is
 * no space at its top. */
double pager_room(const struct pager *g, double before);

/* pager_finish(g): the last page is done. */
void pager_finish(struct pager *g);

/* pager_usable(style): true if text can be set on pages of ${style}. */
bool pager_usable(const struct doc_page *style);

/* pager_edge(style, side): where the page's margin, border and padding end,
 * from the top or left [pt]. */
double pager_edge(const struct doc_page *style, enum doc_side side);

/* pager_left(style), pager_right(style): the edges of the text [pt]. */
double pager_left(const struct doc_page *style);
double pager_right(const struct doc_page *style);

/* ---- columns.c ---------------------------------------------------------- */

/* columns_lay(g, c, node): put the section ${node} on pages, in several columns
 * between the edges of ${c}. */
void columns_lay(
    struct pager *g, struct column *c, const struct doc_node *node);

/* ---- running.c ---------------------------------------------------------- */

/* running_measure(f, sheet): set the body of ${sheet} between its running head
 * and foot. */
void running_measure(struct flow *f, struct sheet *sheet);

/* running_box(f, sheet, out): background and border of the page into ${out};
 * how many pieces they are. */
size_t running_box(struct flow *f, const struct sheet *sheet, piece_list *out);

/* running_head(f, sheet, out): the head of ${sheet} into ${out}; how many
 * pieces it has. */
size_t running_head(struct flow *f, const struct sheet *sheet, piece_list *out);

/* running_foot(f, sheet, out): the same for the foot. */
size_t running_foot(struct flow *f, const struct sheet *sheet, piece_list *out);

#endif
