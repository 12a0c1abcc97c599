/* SPDX-License-Identifier: EUPL-1.2
 *
 * Years that cannot be planned, made from one that can.
 */
#ifndef TESTS_PLAN_VARY_H
#define TESTS_PLAN_VARY_H

#include "plan/model.h"

struct vary {
	const char *name;
	const char *what;
	void (*change)(struct plan_model *m);
};

/* The last has no name. */
extern const struct vary plan_varieties[];

/* plan_vary(m, name): change the model, which is of at least three bodies with
 * councils first and has been read from an instance; false when there is no
 * such variety.  It must be finished again. */
bool plan_vary(struct plan_model *m, const char *name);

#endif
