/* SPDX-License-Identifier: EUPL-1.2
 *
 * An import under way, shared by the parts of the import.  Private to the room.
 */
#ifndef OFFICE_IMPORT_H
#define OFFICE_IMPORT_H

#include "office/office_private.h"

struct import {
	struct work *w;
	const struct kl_import *what;
	struct kl_faults *faults;
	const char *name; /* of the file, for messages */
};

/* import_fault(im, e, line, field): add a fault with its place. */
void import_fault(
    struct import *im, struct kl_error *e, int line, const char *field);

/* import_check(im): every reference of the bundle, into the faults. */
void import_check(struct import *im);

/* import_meetings(im, err): save the bundle's meetings, merging with those that
 * the register has; what does not fit is added to the faults. */
int import_meetings(struct import *im, struct kl_error *err);

/* import_plans(im, err): save the versions of plans that the register has not;
 * those that it has and that are others are added to the faults. */
int import_plans(struct import *im, struct kl_error *err);

#endif
