/* SPDX-License-Identifier: EUPL-1.2
 *
 * The store's own view of an open register.
 */
#ifndef STORE_INNER_H
#define STORE_INNER_H

#include <sqlite3.h>

#include "store/sql.h"
#include "store/store.h"

#define STORE_APPLICATION_ID 0x4B616E73 /* "Kans", in the file's header */
#define STORE_BLOB_MAX (64u << 20)	/* largest bytes kept */
#define STORE_KINDS 48			/* room for kinds of facts */
#define STORE_WAIT 5000			/* ms for another program's lock */

struct store {
	sqlite3 *db;
	sqlite3_stmt *stmt[SQL_COUNT]; /* prepared when first used */
	char path[256];		       /* for messages, cut if longer */
	bool open;		       /* in a transaction */
	int broken; /* code of a failed write: it cannot commit any more */
	int64_t next_id[STORE_KINDS]; /* in it; 0: not looked up yet */
	char user[128], instant[32];  /* the transaction's actor */
	int64_t seq;		      /* of the log's last row */
	char head[HASH_HEX];	      /* its hash */
};

/* store_exec(s, sql, err): run statements of ours that return nothing. */
int store_exec(struct store *s, const char *sql, struct kl_error *err);

/* store_snapshot(s, started, err): several reads shall see one state; begins a
 * transaction unless there is one.  store_snapshot_end(s, started): ends what
 * was begun. */
int store_snapshot(struct store *s, bool *started, struct kl_error *err);
void store_snapshot_end(struct store *s, bool started);

/* store_blank(s, err): a new, empty register in memory, to compare with. */
int store_blank(struct store **s, struct kl_error *err);

/* store_functions(db): what the statements need beyond SQLite: fold(text) and
 * the collation swedish.  Returns SQLite's code. */
int store_functions(sqlite3 *db);

/* store_migrate(s, version, err): from ${version} (0: an empty file) to the
 * present one; each step is a transaction. */
int store_migrate(struct store *s, int version, struct kl_error *err);

#endif
