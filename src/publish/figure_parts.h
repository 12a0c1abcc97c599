/* SPDX-License-Identifier: EUPL-1.2
 *
 * Inside publish: one function for each drawing, and what they have in common.
 */
#ifndef PUBLISH_FIGURE_PARTS_H
#define PUBLISH_FIGURE_PARTS_H

#include "publish/figure.h"
#include "publish/pen.h"

#define FIGURE_BLACK 0x1a1a1a
#define FIGURE_GREY 0x595959
#define FIGURE_PALE 0xe6e6e6
#define FIGURE_BLUE 0x003366

/* What a drawing says, in one language. */
struct figure_words {
	const char *week;	     /* "v." */
	const char *level[3];	     /* office, secretariat, committee */
	const char *meeting_week;    /* over week 0 */
	const char *before, *after;  /* "v. före", after a number */
	const char *own, *dropped;   /* short, in a box */
	const char *day, *days;	     /* after a number */
	const char *earlier, *later; /* after "2 dagar" */
	const char *own_long, *dropped_long;
	const char *same_week;
	const char *cap, *high_cap; /* at their lines */
	const char *one_week;	    /* "vecka", before a number */
	const char *most, *over;    /* before weeks */
	const char *none_over;	    /* a sentence */
};

/* figure_words_of(language): never NULL; "sv" unless it is "en". */
const struct figure_words *figure_words_of(const char *language);

/* figure_number(item, name, otherwise): the attribute as a number. */
int figure_number(const xmlNode *item, const char *name, int otherwise);

/* figure_style(a, size, heavy, colour): a style of the profile's fonts. */
const struct doc_text_style *figure_style(
    struct arena *a, double size, bool heavy, doc_colour colour);

int figure_flow(const char *language, const xmlNode *item, struct pen *p,
    struct doc_node *figure);
int figure_load(const char *language, const xmlNode *item, struct pen *p,
    struct doc_node *figure);
int figure_mark(const char *language, const xmlNode *item, struct pen *p,
    struct doc_node *figure);
int figure_meetings(const char *language, const xmlNode *item, struct pen *p,
    struct doc_node *figure);
int figure_box(const char *language, const xmlNode *item, struct pen *p,
    struct doc_node *figure);

#endif
