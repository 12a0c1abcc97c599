/* SPDX-License-Identifier: EUPL-1.2
 *
 * A check in a process of its own, so that a file made to break its reader
 * breaks nothing else: little memory, little time, no file to write, and a pipe
 * on which the answer comes back.  The answer is not trusted either.
 */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/tree.h"
#include "base/utf8.h"
#include "pdf/check.h"

#define FILE_MAX ((size_t)256 << 20)
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

/* What comes through the pipe, before the findings. */
struct answer {
	bool read;	/* the file could be read */
	char why[200];	/* if not: a message key */
	unsigned total; /* broken places */
	unsigned counts[CHECK_NRULES];
	size_t n; /* findings that follow */
};

/* ---- the child ---------------------------------------------------------- */

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
child(int fd, const struct buf *file, unsigned standards)
{
	struct answer *answer = mem_alloc(sizeof *answer);
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

/* ---- the parent --------------------------------------------------------- */

static bool
read_all(int fd, void *data, size_t n)
{
	char *p = data;
	ssize_t k;

	while (n > 0) {
		k = read(fd, p, n);
		if (k < 0 && errno == EINTR)
			continue;
		if (k <= 0)
			return false;
		p += k;
		n -= (size_t)k;
	}
	return true;
}

/* The answer's findings, of which nothing is believed unseen. */
static struct finding *
read_answer(int fd, struct arena *a, struct answer *answer)
{
	struct finding *v;
	size_t i;

	memset(answer, 0, sizeof *answer);
	if (!read_all(fd, answer, sizeof *answer) ||
	    answer->n > (size_t)CHECK_NRULES * CHECK_LISTED) {
		memset(answer, 0, sizeof *answer);
		return NULL;
	}
	answer->why[sizeof answer->why - 1] = '\0';
	v = arena_alloc(a, (answer->n + 1) * sizeof *v);
	if (v == NULL || !read_all(fd, v, answer->n * sizeof *v)) {
		memset(answer, 0, sizeof *answer);
		return NULL;
	}
	for (i = 0; i < answer->n; i++) {
		char clean[sizeof v[i].about];

		if (v[i].rule >= CHECK_NRULES) {
			memset(answer, 0, sizeof *answer);
			return NULL;
		}
		v[i].about[sizeof v[i].about - 1] = '\0';
		check_clean(clean, sizeof clean, v[i].about);
		memcpy(v[i].about, clean, sizeof clean);
	}
	return v;
}

static void
add_finding(struct kl_data *list, const struct finding *f, unsigned standards,
    const char *(*translate)(const char *))
{
	const struct check_rule_row *row = &check_rules[f->rule];
	bool ua = row->ua != NULL && (standards & KL_PDF_UA);
	struct kl_data *d = data_add_object(list, NULL);
	struct kl_error sentence = { .text = row->text, .nargs = 1 };
	char text[512];

	memcpy(sentence.args, f->about, sizeof f->about);
	kl_error_format(&sentence, translate, text, sizeof text);
	data_add_text(d, "rule", ua ? row->ua : row->a);
	if (ua && row->a != NULL && (standards & KL_PDF_A))
		data_add_text(d, "also", row->a);
	if (f->page > 0)
		data_add_int(d, "page", f->page);
	if (f->object > 0)
		data_add_int(d, "object", f->object);
	data_add_text(d, "text", text);
}

static struct kl_data *
describe(const char *path, const struct answer *answer, const struct finding *v,
    unsigned standards, const char *(*translate)(const char *))
{
	struct kl_data *root = data_object(), *list, *d;
	const char *why = answer->why;
	size_t i;

	data_add_text(root, "file", path);
	data_add_bool(root, "ok", answer->read && answer->total == 0);
	data_add_int(root, "faults", answer->read ? answer->total : 1);
	list = data_add_list(root, "findings");
	if (!answer->read) {
		if (*why == '\0')
			why = KL_N_("It could not be read: the check ran out "
				    "of time or memory, or failed.");
		d = data_add_object(list, NULL);
		data_add_text(d, "rule", "0");
		data_add_text(
		    d, "text", translate == NULL ? why : translate(why));
	}
	for (i = 0; answer->read && i < answer->n; i++) {
		add_finding(list, &v[i], standards, translate);
		if ((i + 1 == answer->n || v[i + 1].rule != v[i].rule) &&
		    answer->counts[v[i].rule] > CHECK_LISTED)
			data_add_int((struct kl_data *)(uintptr_t)kl_data_at(
					 list, kl_data_count(list) - 1),
			    "more", answer->counts[v[i].rule] - CHECK_LISTED);
	}
	if (data_failed(root)) {
		kl_data_free(root);
		return NULL;
	}
	return root;
}

/* Start the child; its end of the pipe is closed here. */
static int
start(const struct buf *file, unsigned standards, pid_t *pid, int *fd,
    struct kl_error *err)
{
	int ends[2];

	if (pipe(ends) != 0)
		return kl_error_set(err, KL_E_ENV,
		    KL_N_("The check could not be started (%s)."),
		    strerror(errno));
	*pid = fork();
	if (*pid < 0) {
		close(ends[0]);
		close(ends[1]);
		return kl_error_set(err, KL_E_ENV,
		    KL_N_("The check could not be started (%s)."),
		    strerror(errno));
	}
	if (*pid == 0) {
		close(ends[0]);
		be_small(file->len);
		_exit(child(ends[1], file, standards));
	}
	close(ends[1]);
	*fd = ends[0];
	return 0;
}

int
kl_pdf_check(const char *path, unsigned standards,
    const char *(*translate)(const char *), struct kl_data **out,
    struct kl_error *err)
{
	struct answer *answer = NULL;
	struct arena *a = NULL;
	struct finding *v;
	struct buf file;
	pid_t pid = 0;
	int fd = -1, rc;

	if ((rc = file_read(path, FILE_MAX, &file, err)) != 0)
		goto out;
	a = arena_new(0);
	answer = arena_alloc(a, sizeof *answer);
	if (answer == NULL) {
		rc = kl_error_nomem(err);
		goto out;
	}
	if ((rc = start(&file, standards, &pid, &fd, err)) != 0)
		goto out;
	v = read_answer(fd, a, answer);
	close(fd);
	kill(pid, SIGKILL); /* it has said what it had to say */
	while (waitpid(pid, NULL, 0) < 0 && errno == EINTR)
		;
	*out = describe(path, answer, v, standards, translate);
	if (*out == NULL)
		rc = kl_error_nomem(err);
out:
	arena_free(a);
	buf_free(&file);
	return rc;
}
