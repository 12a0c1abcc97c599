/* SPDX-License-Identifier: EUPL-1.2
 *
 * Asking the checker (checker.c), a program of its own, to look through a file,
 * and putting its answer into words.  The answer is not trusted.
 */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "base/tree.h"
#include "pdf/check_answer.h"

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
read_answer(int fd, struct arena *a, struct check_answer *answer)
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
describe(const char *path, const struct check_answer *answer,
    const struct finding *v, unsigned standards,
    const char *(*translate)(const char *))
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

static int
cannot_start(struct kl_error *err, int why)
{
	return kl_error_set(err, KL_E_ENV,
	    KL_N_("The check could not be started (%s)."), strerror(why));
}

/* In the new process: the file on standard input, the pipe on standard output.
 * What cannot be started has said nothing. */
static void
become_checker(const char *checker, int file, int pipe, unsigned standards)
{
	char argument[12];

	snprintf(argument, sizeof argument, "%u", standards);
	if (dup2(file, STDIN_FILENO) >= 0 && dup2(pipe, STDOUT_FILENO) >= 0)
		execl(checker, checker, argument, (char *)NULL);
	_exit(127);
}

/* Start the checker; ${from} is where its answer comes. */
static int
start(const char *checker, int file, unsigned standards, pid_t *pid, int *from,
    struct kl_error *err)
{
	int ends[2];

	if (access(checker, X_OK) != 0 || pipe2(ends, O_CLOEXEC) != 0)
		return cannot_start(err, errno);
	*pid = fork();
	if (*pid == 0)
		become_checker(checker, file, ends[1], standards);
	close(ends[1]);
	if (*pid < 0) {
		close(ends[0]);
		return cannot_start(err, errno);
	}
	*from = ends[0];
	return 0;
}

int
kl_pdf_check(const char *checker, const char *path, unsigned standards,
    const char *(*translate)(const char *), struct kl_data **out,
    struct kl_error *err)
{
	struct check_answer *answer = NULL;
	struct arena *a = NULL;
	struct finding *v;
	pid_t pid = 0;
	int file = -1, from = -1, rc;

	if ((rc = file_open(path, CHECK_FILE_MAX, &file, err)) != 0)
		goto out;
	a = arena_new(0);
	answer = arena_alloc(a, sizeof *answer);
	if (answer == NULL) {
		rc = kl_error_nomem(err);
		goto out;
	}
	if ((rc = start(checker, file, standards, &pid, &from, err)) != 0)
		goto out;
	v = read_answer(from, a, answer);
	close(from);
	kill(pid, SIGKILL); /* it has said what it had to say */
	while (waitpid(pid, NULL, 0) < 0 && errno == EINTR)
		;
	*out = describe(path, answer, v, standards, translate);
	if (*out == NULL)
		rc = kl_error_nomem(err);
out:
	if (file >= 0)
		close(file);
	arena_free(a);
	return rc;
}
