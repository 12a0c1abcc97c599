/* SPDX-License-Identifier: EUPL-1.2
 *
 * Drawings made of a record: what a template's frame figur:NAME shows.  They
 * know elements and attributes of the record, and nothing of where they are
 * set.
 */
#ifndef PUBLISH_FIGURE_H
#define PUBLISH_FIGURE_H

#include <libxml/tree.h>

#include "document/document.h"
#include <kansli/error.h>

/* figure_names: what there is to draw, as frames ask for it ("figur:flöde");
 * ends with NULL. */
extern const char *const figure_names[];

/* figure_draw(ctx, name, item, a, figure, err): the drawing ${name} of ${item}
 * in ${figure}, whose width and height are those there is room for; the height
 * may change.  ${ctx} is the language ("sv"), or NULL.  What is drawn:
 *
 * flöde: the steps of a cycle (<flöde>), weeks across and the three levels
 * down; steps that differ from the common cycle have a dashed frame, with how.
 * belastning: a person's units of each week (<person> of <belastning>) as bars,
 * with both caps; what is above them is hatched.
 * märke: the sign of a body (märke="N"): shape and filling tell bodies apart
 * without colour; decoration, as the code stands beside it.
 * möten: the signs and codes of a day's meetings (<dag> of <dagrad>).
 * ruta: an empty box to tick, or a ticked one when the item has a day (klart).
 *
 * Nothing is drawn of another element.  KL_E_INPUT for an unknown name. */
int figure_draw(void *ctx, const char *name, const xmlNode *item,
    struct arena *a, struct doc_node *figure, struct kl_error *err);

#endif
