/* SPDX-License-Identifier: EUPL-1.2
 *
 * Running one named statement.  Failures are sticky: bind and step freely, the
 * code comes from run_end.  Every SQLite failure becomes a sentence here.
 */
#ifndef STORE_RUN_H
#define STORE_RUN_H

#include "store/inner.h"

struct run {
	struct store *s;
	sqlite3_stmt *st;
	struct kl_error *err;
	int rc; /* 0 or an enum kl_err */
};

/* store_fail(s, err): SQLite's last failure as a sentence; returns its code. */
int store_fail(struct store *s, struct kl_error *err);

/* store_stopped(s, err): say why nothing can be written: no transaction, or one
 * that has failed; returns the code. */
int store_stopped(struct store *s, struct kl_error *err);

/* run_start(r, s, which, err): prepare the statement ${which} if it is not yet,
 * and clear its parameters.  Always followed by run_end. */
void run_start(
    struct run *r, struct store *s, enum sql which, struct kl_error *err);

/* Bind parameter ${i} from 1; a parameter that the statement does not have is
 * left out.  Texts must live until run_end; NULL is NULL. */
void run_int(struct run *r, int i, int64_t value);
void run_text(struct run *r, int i, const char *text);

/* run_step(r): true for a row, false at the end or after a failure. */
bool run_step(struct run *r);

/* run_column(r, col): a column of the row as text, valid until the next step;
 * "" for NULL. */
const char *run_column(struct run *r, int col);

/* run_end(r): reset the statement; 0 or what failed.  A failed write marks the
 * transaction as broken. */
int run_end(struct run *r);

/* run_do(r): step to the end and run_end. */
int run_do(struct run *r);

/* run_fail(r, rc): record a failure that the caller has put into its error. */
void run_fail(struct run *r, int rc);

/* run_number(s, which, key, out, err): the first column of the first row of a
 * statement with one text parameter; 0 if there is no row.  Returns 1 if there
 * was a row, 0 if not, <0 on failure. */
int run_number(struct store *s, enum sql which, const char *key, int64_t *out,
    struct kl_error *err);

#endif
