/* SPDX-License-Identifier: EUPL-1.2
 *
 * What counting and checking a division share.  Private to the room.
 */
#ifndef RULES_DIVISION_H
#define RULES_DIVISION_H

#include "rules/voting.h"

/* division_ballot(d, ref): the person's first ballot, or NULL. */
const struct ballot *division_ballot(const struct division *d, const char *ref);

/* division_side(p, d, ref): the side that the proposal so named stands for, or
 * the rejection of what was asked about; 0 for none of them. */
enum vote division_side(
    const struct paragraph *p, const struct division *d, const char *ref);

#endif
