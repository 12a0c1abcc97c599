/* SPDX-License-Identifier: EUPL-1.2
 *
 * Facts compared member by member, for the tests of the store: each fails the
 * test where two facts differ.
 */
#ifndef STORE_SAME_H
#define STORE_SAME_H

#include "domain/bundle.h"

void same_organisation(
    const struct organisation *x, const struct organisation *y);
void same_committee(const struct committee *x, const struct committee *y);
void same_regulations(const struct bundle *x, const struct bundle *y);
void same_person(const struct person *x, const struct person *y);
void same_mandate(const struct mandate *x, const struct mandate *y);
void same_matter(const struct matter *x, const struct matter *y);
void same_meeting(const struct meeting *x, const struct meeting *y);

void same_planning(const struct bundle *x, const struct bundle *y);

#endif
