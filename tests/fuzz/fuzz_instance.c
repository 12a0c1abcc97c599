/* SPDX-License-Identifier: EUPL-1.2
 *
 * Fuzzing the planner's instances: what is accepted must be written so that it
 * is read as the same, and its conflict must be found or given up, whatever its
 * numbers promise.
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "fuzz.h"
#include "plan/explain.h"
#include "plan/instance.h"

#define ASKED_MAX 300 /* times before an explanation is given up */

/* A file without a name; -1 if there can be none. */
static int
open_bytes(const void *data, size_t n, char path[32])
{
	int fd = memfd_create("fuzz", 0);

	if (fd < 0 || write(fd, data, n) != (ssize_t)n)
		abort();
	snprintf(path, 32, "/proc/self/fd/%d", fd);
	return fd;
}

static int
read_bytes(const void *data, size_t n, struct plan_model *m)
{
	struct kl_error err;
	char path[32];
	int fd = open_bytes(data, n, path), rc;

	rc = instance_read(path, m, &err);
	close(fd);
	return rc;
}

static bool
give_up(void *ctx)
{
	int *asked = ctx;

	return ++*asked > ASKED_MAX;
}

int
fuzz_instance(const uint8_t *data, size_t n)
{
	struct buf once, twice;
	struct plan_conflict c;
	struct plan_model m;
	struct kl_error err;
	int asked = 0;

	if (read_bytes(data, n, &m) != 0)
		return 0;
	buf_init(&once, (size_t)256 << 20);
	buf_init(&twice, (size_t)256 << 20);
	if (plan_explain(&m, NULL, 0, give_up, &asked, m.arena, &c, &err) == 0)
		while (c.n > 0)
			plan_constraint_say(&m, &c.v[--c.n], &err);
	if (!instance_write(&m, &once))
		abort();
	instance_free(&m);
	if (read_bytes(once.data, once.len, &m) != 0 ||
	    !instance_write(&m, &twice) || once.len != twice.len ||
	    memcmp(once.data, twice.data, once.len) != 0)
		abort();
	instance_free(&m);
	buf_free(&once);
	buf_free(&twice);
	return 0;
}

/* A plan of the little instance of the corpus. */
int
fuzz_plan(const uint8_t *data, size_t n)
{
	static struct plan_model m; /* of the process: never freed */
	struct plan_verdict verdict;
	struct plan plan = { 0 };
	struct arena *a = arena_new(0);
	struct kl_error err;
	char path[32];
	int fd = open_bytes(data, n, path);

	if (m.arena == NULL &&
	    instance_read(SRCDIR "/tests/fuzz/corpus/instance.txt", &m, &err) !=
		0)
		abort();
	plan.n = m.n_meetings;
	plan.slot = arena_alloc(a, (size_t)m.n_meetings * sizeof *plan.slot);
	if (plan.slot != NULL &&
	    instance_plan_read(path, &m, &plan, &err) == 0 &&
	    plan_judge(&m, &plan, a, &verdict, &err) != 0)
		abort();
	close(fd);
	arena_free(a);
	return 0;
}
