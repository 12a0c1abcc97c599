/* SPDX-License-Identifier: EUPL-1.2
 *
 * The log and the canonical form that its hashes are made of.
 *
 * Canonical form 1.  A value is a tag and its bytes: 'N' for NULL; 'I' and
 * eight bytes, two's complement, the highest first; 'T', the length as eight
 * bytes and the text in UTF-8.  A fact is the text of its kind, then for each
 * of its statements 'S' and for each row 'R' and the row's columns.  A fact
 * without a single row is gone: its hash is the empty text.  A log row is 'E'
 * and prev_hash, seq, instant, account, verb, fact, fact_id, form, fact_hash.
 * The hash is SHA-256 in hexadecimal; the first row's prev_hash is 64 zeros.
 *
 * Later forms are the same with other statements, for kinds that got more
 * members after rows of form 1 had been written; those rows still verify.
 */
#ifndef STORE_LOG_H
#define STORE_LOG_H

#include "store/fact.h"

#define LOG_START                                                              \
	"0000000000000000000000000000000000000000000000000000000000000000"

struct log_row {
	int64_t seq;
	const char *instant, *user, *verb, *fact;
	int64_t fact_id;
	int form;
	const char *fact_hash, *prev_hash;
};

/* log_row_hash(row, hex): the hash of a row of the log. */
void log_row_hash(const struct log_row *row, char hex[HASH_HEX]);

/* log_fact_hash(s, kind, id, form, hex, err): the hash of the fact as it stands
 * now, or "" if it is gone.  KL_E_TAMPERED for a ${form} that there is none of.
 */
int log_fact_hash(struct store *s, const struct fact_kind *kind, int64_t id,
    int form, char hex[HASH_HEX], struct kl_error *err);

/* log_start(s, err): read the head, at the beginning of a transaction. */
int log_start(struct store *s, struct kl_error *err);

/* log_fact(s, kind, id, verb, fresh, err): append a row for the fact, unless it
 * is as its last row says.  ${fresh}: it has no row yet. */
int log_fact(struct store *s, const struct fact_kind *kind, int64_t id,
    const char *verb, bool fresh, struct kl_error *err);

/* log_append(s, verb, fact, id, form, hash, err): append a row. */
int log_append(struct store *s, const char *verb, const char *fact, int64_t id,
    int form, const char *hash, struct kl_error *err);

#endif
