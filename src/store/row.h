/* SPDX-License-Identifier: EUPL-1.2
 *
 * A fact's members and the columns that hold them, as a table: it binds a
 * struct to the statement that saves it and fills one from the statement that
 * loads it, so the two cannot part.
 */
#ifndef STORE_ROW_H
#define STORE_ROW_H

#include <stddef.h>

#include "store/run.h"

enum row_type {
	ROW_END,
	ROW_TEXT,  /* const char * */
	ROW_NEED,  /* const char *, neither NULL nor empty */
	ROW_INT,   /* int */
	ROW_OPT,   /* int, 0: NULL */
	ROW_COUNT, /* int, -1: NULL */
	ROW_LONG,  /* int64_t */
	ROW_REF,   /* int64_t, 0: NULL */
	ROW_BOOL,  /* bool */
	ROW_DAY,   /* kl_day, KL_DAY_NONE: NULL */
	ROW_DATE,  /* kl_day that must be given */
	ROW_WORD,  /* an enumeration, as its word; 0: NULL */
	ROW_KIND   /* an enumeration that must be given */
};

struct row_field {
	enum row_type type;
	size_t at;		  /* offset in the struct */
	const char *field;	  /* its word in the exchange, for messages */
	const char *const *words; /* of ROW_WORD and ROW_KIND */
};

#define ROW(kind, type, member, word)                                          \
	{                                                                      \
		kind, offsetof(type, member), word, NULL                       \
	}
#define ROW_OF(kind, type, member, word, list)                                 \
	{                                                                      \
		kind, offsetof(type, member), word, list                       \
	}
#define ROW_LAST                                                               \
	{                                                                      \
		ROW_END, 0, NULL, NULL                                         \
	}

/* row_check(fields, row, line, err): KL_E_INPUT, with line and field, for a
 * member that must be given and is not. */
int row_check(const struct row_field *fields, const void *row, int line,
    struct kl_error *err);

/* row_bind(r, fields, row): bind the members from parameter 3 on. */
void row_bind(struct run *r, const struct row_field *fields, const void *row);

/* row_load(r, fields, a, row): fill ${row} from the columns from the third on;
 * texts are copied into ${a}.  A word or day that is none makes ${r} fail with
 * KL_E_TAMPERED. */
void row_load(
    struct run *r, const struct row_field *fields, struct arena *a, void *row);

#endif
