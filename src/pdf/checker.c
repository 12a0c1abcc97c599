/* SPDX-License-Identifier: EUPL-1.2
 *
 * kansli-pdf-check: checks one PDF file, on behalf of `kansli pdf check`.  A
 * file made to break its reader breaks nothing else: this is a program of its
 * own, with little memory, little time, no file to open and none to write, and
 * a pipe on which the answer goes back.  That only it needs libqpdf makes every
 * other command start faster.
 */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/mem.h"
#include "pdf/check_answer.h"

#define MEMORY ((size_t)1536 << 20) /* beside three copies of the file */
#define CPU_SECONDS 60
#define WALL_SECONDS 300

#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED 1
#endif
#endif

static void
limit(int what, size_t most)
{
	struct rlimit r = { most, most };

	(void)setrlimit(what, &r);
}

static void
be_small(size_t file)
{
	int null = open("/dev/null", O_RDWR);

	if (null >= 0) { /* whatever a library prints */
		dup2(null, STDIN_FILENO);
		dup2(null, STDOUT_FILENO);
		dup2(null, STDERR_FILENO);
	}
	limit(RLIMIT_CORE, 0);
	limit(RLIMIT_FSIZE, 0);
	limit(RLIMIT_CPU, CPU_SECONDS);
#ifndef SANITIZED /* which reserves all the address space there is */
	limit(RLIMIT_AS, MEMORY + 3 * file);
#else
	(void)file;
#endif
	limit(RLIMIT_NOFILE, 0);
	signal(SIGALRM, SIG_DFL);
	alarm(WALL_SECONDS);
}

static bool
write_all(int fd, const void *data, size_t n)
{
	const char *p = data;
	ssize_t k;

	while (n > 0) {
		k = write(fd, p, n);
		if (k < 0 && errno == EINTR)
			continue;
		if (k <= 0)
			return false;
		p += k;
		n -= (size_t)k;
	}
	return true;
}

/* Check and tell; returns the exit status. */
static int
check_and_tell(int fd, const struct buf *file, unsigned standards)
{
	struct check_answer *answer = mem_alloc(sizeof *answer);
	struct arena *a = arena_new(0);
	struct check *c = NULL;
	struct kl_error err = { 0 };
	size_t i;

	if (answer == NULL || a == NULL)
		return 1;
	answer->read =
	    check_bytes(file->data, file->len, standards, a, &c, &err) == 0;
	if (!answer->read) {
		strncpy(answer->why, err.text == NULL ? "" : err.text,
		    sizeof answer->why - 1);
		return write_all(fd, answer, sizeof *answer) ? 0 : 1;
	}
	for (i = 0; i < CHECK_NRULES; i++)
		answer->total += answer->counts[i] = c->counts[i];
	answer->n = c->findings.n;
	return write_all(fd, answer, sizeof *answer) &&
		       write_all(fd, c->findings.v,
			   c->findings.n * sizeof *c->findings.v)
		   ? 0
		   : 1;
}

/* The file on standard input; it can be no longer than this. */
static bool
read_input(struct buf *file)
{
	static char part[1 << 16];
	ssize_t k;

	buf_init(file, CHECK_FILE_MAX);
	while ((k = read(STDIN_FILENO, part, sizeof part)) != 0) {
		if (k < 0 && errno != EINTR)
			return false;
		if (k > 0)
			buf_put(file, part, (size_t)k);
	}
	return !buf_failed(file);
}

int
main(int argc, char **argv)
{
	struct buf file;
	int answer;

	if (argc != 2)
		return 2;
	/* whatever a library prints must not get into the answer */
	answer = dup(STDOUT_FILENO);
	if (answer < 0 || !read_input(&file))
		return 1;
	be_small(file.len);
	return check_and_tell(
	    answer, &file, (unsigned)strtoul(argv[1], NULL, 10));
}
