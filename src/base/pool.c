/* SPDX-License-Identifier: EUPL-1.2
 *
 * Worker processes.  They share one counter, from which each takes the next
 * job, so that a long job keeps one of them and not the others.  Each answers
 * over a pipe of its own, in frames: the job, the length, the bytes.
 */
#include "config.h"

#include <errno.h>
#include <poll.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/pool.h"

#define READ_AT_ONCE 65536

struct frame {
	size_t job, n;
};

/* A worker as its parent sees it. */
struct worker {
	pid_t pid;
	int fd;	       /* its answers; -1: it has ended */
	struct buf in; /* what has come of the present frame */
};

struct running {
	const struct pool *p;
	atomic_size_t *next;
	struct buf *said;
	struct worker v[POOL_WORKERS_MAX];
	int n;
};

int
pool_cores(void)
{
	long n = sysconf(_SC_NPROCESSORS_ONLN);

	return n < 1 ? 1 : n > POOL_WORKERS_MAX ? POOL_WORKERS_MAX : (int)n;
}

/* ---- the worker ---- */

static bool
send_all(int fd, const void *bytes, size_t n)
{
	const char *p = bytes;
	ssize_t w;

	for (; n > 0; p += w, n -= (size_t)w) {
		w = write(fd, p, n);
		if (w < 0 && errno == EINTR)
			w = 0;
		else if (w <= 0)
			return false;
	}
	return true;
}

/* Work until there is no job left or nobody listens. */
static _Noreturn void
work(const struct running *r, int fd)
{
	const struct pool *p = r->p;
	struct frame frame;
	struct buf out;
	bool heard = true;

	while (heard && (frame.job = atomic_fetch_add(r->next, 1)) < p->n) {
		buf_init(&out, p->max);
		p->job(p->ctx, frame.job, &out);
		frame.n = out.len;
		heard = !buf_failed(&out) &&
			send_all(fd, &frame, sizeof frame) &&
			send_all(fd, out.data, out.len);
		buf_free(&out);
	}
	if (p->end != NULL)
		p->end(p->ctx);
	_exit(heard ? 0 : 1);
}

/* ---- the parent ---- */

static bool
start_worker(struct running *r)
{
	struct worker *w = &r->v[r->n];
	int fds[2], i;

	if (pipe(fds) != 0)
		return false;
	w->pid = fork();
	if (w->pid == 0) {
		close(fds[0]);
		for (i = 0; i < r->n; i++)
			close(r->v[i].fd);
		work(r, fds[1]);
	}
	close(fds[1]);
	if (w->pid < 0) {
		close(fds[0]);
		return false;
	}
	w->fd = fds[0];
	buf_init(&w->in, r->p->max + sizeof(struct frame) + READ_AT_ONCE);
	r->n++;
	return true;
}

/* Take the whole frames out of what has come; false when it makes no sense. */
static bool
take_frames(struct running *r, struct worker *w)
{
	size_t at = 0, left;
	struct frame frame;

	while (w->in.len - at >= sizeof frame) {
		memcpy(&frame, w->in.data + at, sizeof frame);
		if (frame.job >= r->p->n || frame.n > r->p->max)
			return false;
		if (w->in.len - at - sizeof frame < frame.n)
			break;
		buf_reset(&r->said[frame.job]);
		buf_put(&r->said[frame.job], w->in.data + at + sizeof frame,
		    frame.n);
		at += sizeof frame + frame.n;
	}
	left = w->in.len - at;
	memmove(w->in.data, w->in.data + at, left);
	w->in.len = left;
	w->in.data[left] = '\0';
	return true;
}

static void
hear(struct running *r, struct worker *w)
{
	char bytes[READ_AT_ONCE];
	ssize_t n = read(w->fd, bytes, sizeof bytes);

	if (n < 0 && errno == EINTR)
		return;
	if (n > 0) {
		buf_put(&w->in, bytes, (size_t)n);
		if (!buf_failed(&w->in) && take_frames(r, w))
			return;
	}
	close(w->fd);
	w->fd = -1;
}

/* Hear the workers until all have ended. */
static void
hear_all(struct running *r)
{
	struct pollfd fds[POOL_WORKERS_MAX];
	int i, open;

	for (;;) {
		for (i = open = 0; i < r->n; i++) {
			fds[i] = (struct pollfd){ .fd = r->v[i].fd,
				.events = POLLIN };
			open += r->v[i].fd >= 0;
		}
		if (open == 0)
			return;
		if (poll(fds, (nfds_t)r->n, -1) < 0)
			continue; /* EINTR: nothing else can be wrong */
		for (i = 0; i < r->n; i++)
			if (fds[i].fd >= 0 && fds[i].revents != 0)
				hear(r, &r->v[i]);
	}
}

static int
run_here(const struct pool *p, struct buf *said)
{
	size_t i;

	for (i = 0; i < p->n; i++) {
		buf_reset(&said[i]);
		p->job(p->ctx, i, &said[i]);
	}
	if (p->end != NULL)
		p->end(p->ctx);
	return 0;
}

int
pool_run(
    const struct pool *p, int workers, struct buf *said, struct kl_error *err)
{
	struct running r = { .p = p, .said = said };
	size_t i;
	int k;

	for (i = 0; i < p->n; i++) {
		buf_init(&said[i], p->max);
		said[i].failed = true;
	}
	if (workers > POOL_WORKERS_MAX)
		workers = POOL_WORKERS_MAX;
	if ((size_t)workers > p->n)
		workers = (int)p->n;
	if (workers < 2)
		return run_here(p, said);
	r.next = mmap(NULL, sizeof *r.next, PROT_READ | PROT_WRITE,
	    MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (r.next == MAP_FAILED)
		return kl_error_nomem(err);
	atomic_init(r.next, 0);
	for (k = 0; k < workers && start_worker(&r); k++)
		;
	if (r.n > 0)
		hear_all(&r);
	for (k = 0; k < r.n; k++) {
		while (waitpid(r.v[k].pid, NULL, 0) < 0 && errno == EINTR)
			;
		buf_free(&r.v[k].in);
	}
	munmap(r.next, sizeof *r.next);
	if (r.n == 0)
		return kl_error_set(err, KL_E_ENV,
		    KL_N_("No process could be started (%s). Nothing was "
			  "done."),
		    strerror(errno));
	return 0;
}
