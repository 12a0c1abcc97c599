/* SPDX-License-Identifier: EUPL-1.2
 *
 * The check's notes while it goes through the register.
 */
#ifndef STORE_CHECK_H
#define STORE_CHECK_H

#include "store/log.h"

struct check {
	struct store *s;
	store_finding found;
	void *ctx;
	struct kl_error *err;
	struct store_counts counts;
	size_t findings;
	bool damaged; /* something cannot be read as written */
};

/* check_report(c, finding): hand one finding over and count it. */
void check_report(struct check *c, const struct kl_error *finding);

/* check_file(c): SQLite's own view: its integrity, references, the schema. */
int check_file(struct check *c);

/* check_log(c, head): the chain, row by row, and that it holds ${head}. */
int check_log(struct check *c, const char *head);

#endif
