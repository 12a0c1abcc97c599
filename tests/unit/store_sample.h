/* SPDX-License-Identifier: EUPL-1.2
 *
 * A register with every kind of fact, every member set, for the tests of the
 * store.  The people are invented.
 */
#ifndef STORE_SAMPLE_H
#define STORE_SAMPLE_H

#include "store/store.h"

#define SAMPLE_MEETING "TRN/2026-11-17"
#define SAMPLE_EARLIER "TRN/2026-10-20"

struct sample {
	char path[64];
	struct arena *arena;
	struct store *store;
	struct bundle bundle;  /* what was saved */
	char blob[HASH_HEX];   /* in the register */
	char record[HASH_HEX]; /* a frozen record */
};

/* sample_actor: who saves. */
extern const struct store_actor sample_actor;

/* sample_path(path): a name in the temporary folder that is not in use. */
void sample_path(char path[64]);

/* sample_remove(path): the register and what SQLite keeps beside it. */
void sample_remove(const char *path);

/* sample_make(x): the facts in x->bundle, nothing saved. */
void sample_make(struct sample *x);

/* sample_save(x): save x->bundle in one transaction, verb "import". */
void sample_save(struct sample *x);

/* sample_setup, sample_teardown: of cmocka; the state is a struct sample whose
 * register is open and filled. */
int sample_setup(void **state);
int sample_teardown(void **state);

#endif
