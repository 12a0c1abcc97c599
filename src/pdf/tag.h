/* SPDX-License-Identifier: EUPL-1.2
 *
 * Inside the pdf room: the structure tree (ISO 32000-1, 14.7 and 14.8), which
 * tells what each mark on a page is.
 */
#ifndef PDF_TAG_H
#define PDF_TAG_H

#include "layout/layout.h"
#include "pdf/haru.h"

struct tags;
struct elem;

/* tags_new(a, doc, npages): the elements of ${doc}, without content; NULL when
 * memory is out. */
struct tags *tags_new(
    struct arena *a, const struct document *doc, size_t npages);

/* tags_of(t, piece): the element that the piece is part of; NULL if it is an
 * artifact. */
struct elem *tags_of(struct tags *t, const struct piece *piece);

/* tags_name(e): its structure type, e.g. "P". */
const char *tags_name(const struct elem *e);

/* tags_mark(t, e, page): content of ${e} begins on page ${page} (from 0);
 * returns its marked-content identifier. */
unsigned tags_mark(struct tags *t, struct elem *e, size_t page);

/* tags_annotate(t, e, page, annotation): ${e} holds that annotation; returns
 * the annotation's /StructParent. */
unsigned tags_annotate(
    struct tags *t, struct elem *e, size_t page, unsigned annotation);

/* tags_box(e, box): a figure's place on its page, PDF coordinates. */
void tags_box(struct elem *e, const double box[4]);

/* tags_write(t, h, pages): make the objects; ${pages} are the page objects'
 * numbers.  Returns the structure tree root's number, 0 on failure. */
unsigned tags_write(struct tags *t, struct haru *h, const unsigned *pages);

#endif
