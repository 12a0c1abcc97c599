/* SPDX-License-Identifier: EUPL-1.2
 *
 * Errors as data.  A function that can fail returns 0 or a negative
 * enum kl_err and fills the caller's struct kl_error: what happened (a message
 * key, an English sentence, with its arguments), where (file, line, field)
 * and, for law, which statute.  The library never prints and never exits; the
 * front end translates the key and writes the sentence.
 */
#ifndef KANSLI_ERROR_H
#define KANSLI_ERROR_H

#include <stddef.h>

/* The kinds of failure.  The front end turns them into an exit status. */
enum kl_err {
	KL_OK = 0,
	KL_E_INPUT = -1,    /* what was given is wrong (exit 1) */
	KL_E_RULE = -2,	    /* a rule, right or state forbids it (exit 1) */
	KL_E_NOTFOUND = -3, /* what was named does not exist (exit 1) */
	KL_E_TAMPERED = -4, /* the register has been changed by hand (exit 1) */
	KL_E_USAGE = -5,    /* the command was called wrongly (exit 2) */
	KL_E_ENV = -6,	    /* disk, permission, lock, missing file (exit 3) */
	KL_E_NOMEM = -7,    /* out of memory (exit 3) */
	KL_E_DAMAGED = -8   /* the register cannot be read (exit 3) */
};

#define KL_ERROR_MAX_ARGS 8

/* One failure.  It owns no memory, so it can be filled when memory is out. */
struct kl_error {
	int code;	  /* 0 or an enum kl_err */
	const char *text; /* the message key: a string literal, English */
	size_t nargs;	  /* stringified arguments in args */
	char args[1536];  /* the arguments one after another, NUL-terminated */
	char file[256];	  /* the input file, or empty */
	int line;	  /* line in file from 1, or 0 */
	char field[96];	  /* the element, column or option, or empty */
	char statute[64]; /* the provision that forbids, e.g. "KL 8:12" */
};

/* At most this many faults are kept of one input. */
#define KL_FAULTS_MAX 20

/* The faults of one input, in the order found. */
struct kl_faults {
	struct kl_error v[KL_FAULTS_MAX];
	size_t n;     /* kept in v */
	size_t total; /* found, kept or not */
};

/* A string literal that is translated later, where it is shown. */
#define KL_N_(text) text

/* kl_error_set(err, code, fmt, ...): record a failure and return ${code}.
 * ${fmt} must be a string literal (it is the translation key) and may hold
 * %s %c %d %u %ld %lu %lld %zu %%, without flags or widths.  Arguments are
 * copied.  File, line, field and statute are cleared.  ${err} may be NULL. */
int kl_error_set(struct kl_error *err, int code, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

/* kl_error_where(err, file, line, field): say where ${err} happened.  NULL or 0
 * leaves that part as it is.  Strings are copied, cut if too long. */
void kl_error_where(
    struct kl_error *err, const char *file, int line, const char *field);

/* kl_error_statute(err, statute): name the provision, e.g. "KL 5:69". */
void kl_error_statute(struct kl_error *err, const char *statute);

/* kl_error_nomem(err): record that memory is out; returns KL_E_NOMEM. */
int kl_error_nomem(struct kl_error *err);

/* kl_error_format(err, translate, out, size): write ${err}'s sentence to ${out}
 * (NUL-terminated, cut to ${size} bytes).  ${translate} maps the message key to
 * the reader's language (gettext fits) or is NULL for English; a translation
 * may reorder the arguments with %2$s.  File, line and field are not included.
 */
void kl_error_format(const struct kl_error *err,
    const char *(*translate)(const char *), char *out, size_t size);

/* kl_faults_add(faults, err): keep a copy of ${err} if there is room; count it
 * in any case.  Returns ${err}->code. */
int kl_faults_add(struct kl_faults *faults, const struct kl_error *err);

#endif
