/* SPDX-License-Identifier: EUPL-1.2
 *
 * Making XML from facts.  What is not given makes nothing; a failure is sticky
 * and seen once at the end.
 */
#ifndef RECORD_MAKE_H
#define RECORD_MAKE_H

#include <libxml/tree.h>

#include "domain/bundle.h"

struct maker {
	struct arena *a; /* scratch */
	bool failed;
};

/* make_node(m, parent, name): an empty element. */
xmlNode *make_node(struct maker *m, xmlNode *parent, const char *name);

/* make_text(m, parent, name, text): an element with text; NULL: nothing. */
xmlNode *make_text(
    struct maker *m, xmlNode *parent, const char *name, const char *text);

/* make_day, make_int: nothing for KL_DAY_NONE and for 0. */
void make_day(struct maker *m, xmlNode *parent, const char *name, kl_day day);
void make_int(struct maker *m, xmlNode *parent, const char *name, int number);

/* make_word(m, parent, name, list, value): nothing for 0. */
void make_word(struct maker *m, xmlNode *parent, const char *name,
    word_list list, int value);

/* make_texts(m, parent, name, list): an element for each text. */
void make_texts(
    struct maker *m, xmlNode *parent, const char *name, const text_list *list);

/* make_lines(m, parent, name, text): an element for each line of the text. */
void make_lines(
    struct maker *m, xmlNode *parent, const char *name, const char *text);

/* The same as attributes. */
void make_attr(
    struct maker *m, xmlNode *node, const char *name, const char *value);
void make_attr_day(
    struct maker *m, xmlNode *node, const char *name, kl_day day);
void make_attr_int(
    struct maker *m, xmlNode *node, const char *name, int number);
/* "ja", or nothing */
void make_attr_yes(struct maker *m, xmlNode *node, const char *name, bool yes);

/* make_list(m, list): "p1 p2"; NULL when empty. */
const char *make_list(struct maker *m, const text_list *list);

/* make_ranges(m, text): a paragraph list in its canonical form; NULL when
 * empty or not a list. */
const char *make_ranges(struct maker *m, const char *text);

#endif
