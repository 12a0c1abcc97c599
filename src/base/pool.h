/* SPDX-License-Identifier: EUPL-1.2
 *
 * Many independent jobs on several cores: worker processes take the next job
 * each, and what they have to say comes back in the order of the jobs.
 */
#ifndef BASE_POOL_H
#define BASE_POOL_H

#include <stddef.h>

#include "base/buf.h"
#include <kansli/error.h>

#define POOL_WORKERS_MAX 64

/* pool_cores(): how many processors there are, at least 1. */
int pool_cores(void);

/* What the jobs are.  ${job} does number ${i} and appends what it has to say to
 * ${out}; ${end} is called once in each worker when there are no more (may be
 * NULL).  Each worker has its own copy of what ${ctx} points to: whatever a job
 * opens, it opens itself. */
struct pool {
	size_t n;
	void (*job)(void *ctx, size_t i, struct buf *out);
	void (*end)(void *ctx);
	void *ctx;
	size_t max; /* most bytes that a job may say */
};

/* pool_run(p, workers, said, err): do the jobs in that many processes (one: in
 * this one), and set ${said}[i], p->n of them, which are initialised here and
 * freed by the caller.  A job whose worker died has said nothing: an empty
 * buffer marked as failed.  To be called without other threads, and with
 * nothing open that two processes may not share.  KL_E_ENV if there can be no
 * worker at all. */
int pool_run(
    const struct pool *p, int workers, struct buf *said, struct kl_error *err);

#endif
