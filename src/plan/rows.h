/* SPDX-License-Identifier: EUPL-1.2
 *
 * The rows of the dual: which couplings the slots in question can break, and
 * what each slot takes of them.  Only dual.c is to include this.
 */
#ifndef PLAN_ROWS_H
#define PLAN_ROWS_H

#include "plan/dual.h"

/* rows_init(d): room for the rows of all slots, and those rows; the chains of
 * ${d} are built here.  false when memory is out. */
bool rows_init(struct dual *d);
void rows_clear(struct dual *d);

/* rows_build(d): the rows and terms of the slots alive; chains are built. */
void rows_build(struct dual *d);

#endif
