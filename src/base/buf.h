/* SPDX-License-Identifier: EUPL-1.2
 *
 * A growing byte buffer with a ceiling and a sticky error: append freely, check
 * buf_failed once at the end.  The data is always NUL-terminated.
 */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stdbool.h>
#include <stddef.h>

struct buf {
	char *data;  /* NUL-terminated, never NULL after buf_init */
	size_t len;  /* bytes without the NUL */
	size_t cap;  /* allocated */
	size_t max;  /* ceiling for len */
	bool failed; /* memory ran out or the ceiling was met */
};

/* buf_init(b, max): an empty buffer that holds at most ${max} bytes. */
void buf_init(struct buf *b, size_t max);

/* buf_free(b): release; the buffer may be initialised again. */
void buf_free(struct buf *b);

/* buf_reset(b): empty it, keep the memory, clear the error. */
void buf_reset(struct buf *b);

void buf_put(struct buf *b, const void *data, size_t n); /* append bytes */
void buf_puts(struct buf *b, const char *s);             /* append a string */
void buf_putc(struct buf *b, char c);                    /* append one byte */
void buf_printf(struct buf *b, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

/* buf_detach(b): the data, now the caller's (mem_free), or NULL if anything
 * failed; the buffer is empty afterwards. */
char *buf_detach(struct buf *b);

/* buf_failed(b): true if any append failed since init or reset. */
static inline bool
buf_failed(const struct buf *b)
{
	return b->failed;
}

#endif
