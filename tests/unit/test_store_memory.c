/* SPDX-License-Identifier: EUPL-1.2
 *
 * store: memory runs out, at one allocation after the other, and the register
 * is as before or as wanted, never between.
 */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/tree.h"
#include "store/inner.h"
#include "store_sample.h"

static sqlite3_mem_methods plain; /* SQLite's own allocator */
static long left = -1;		  /* allocations until one fails; -1: never */
static const char *self;

static int
fails(void)
{
	return left > 0 && --left == 0;
}

static void *
failing_malloc(int n)
{
	return fails() ? NULL : plain.xMalloc(n);
}

static void *
failing_realloc(void *p, int n)
{
	return fails() ? NULL : plain.xRealloc(p, n);
}

/* A day's work on a register: open, load, change, save, list, check. */
static int
change(
    struct store *s, struct bundle *b, const char *title, struct kl_error *err)
{
	struct matter *m = &b->matters.v[0];
	struct meeting *t = &b->meetings.v[1];
	int rc;

	m->title = title;
	t->place = title;
	if ((rc = store_begin(s, &sample_actor, err)) != 0)
		return rc;
	if ((rc = store_save_matter(s, "edit", m, err)) != 0 ||
	    (rc = store_save_meeting(s, "edit", t, err)) != 0 ||
	    (rc = store_save_attendance(s, "edit", t, err)) != 0 ||
	    (rc = store_save_paragraph(
		 s, "edit", t->id, &t->paragraphs.v[0], err)) != 0) {
		store_rollback(s);
		return rc;
	}
	return store_commit(s, err);
}

static int
work(const char *path, const char *title, struct kl_error *err)
{
	struct bundle b = { .arena = arena_new(0) };
	struct kl_data *list = data_list();
	struct store *s = NULL;
	struct matter m;
	int rc = KL_E_NOMEM;

	if (b.arena == NULL || list == NULL)
		goto out;
	if ((rc = store_open(path, false, &s, err)) != 0 ||
	    (rc = store_load_all(s, NULL, &b, err)) != 0 ||
	    (rc = change(s, &b, title, err)) != 0 ||
	    (rc = store_query(s, "matters", NULL, list, err)) != 0)
		goto out;
	rc = store_load_matter(s, "T2026-102-00499", b.arena, &m, err);
	if (rc != KL_E_NOTFOUND)
		goto out;
	rc = store_check(s, NULL, NULL, NULL, NULL, err);
out:
	store_close(s);
	kl_data_free(list);
	arena_free(b.arena);
	return rc;
}

/* Both changed facts bear the same title, and nobody else changed anything. */
static void
whole(const char *path)
{
	struct bundle b = { .arena = arena_new(0) };
	struct kl_error err;
	struct store *s;

	assert_int_equal(store_open(path, false, &s, &err), 0);
	assert_int_equal(store_check(s, NULL, NULL, NULL, NULL, &err), 0);
	assert_int_equal(store_load_all(s, NULL, &b, &err), 0);
	assert_string_equal(b.matters.v[0].title, b.meetings.v[1].place);
	store_close(s);
	arena_free(b.arena);
}

static void
start(struct sample *x)
{
	struct kl_error err;

	store_close(x->store);
	x->store = NULL;
	assert_int_equal(work(x->path, "Början", &err), 0);
}

static void
sqlite_runs_out(void **state)
{
	struct sample *x = *state;
	struct kl_error err;
	char title[32];
	long n;
	int rc;

	start(x);
	for (n = 1;; n += 1 + n / 10) {
		snprintf(title, sizeof title, "Försök %ld", n);
		left = n;
		rc = work(x->path, title, &err);
		if (left > 0)
			break; /* it needs fewer than that */
		left = -1;
		/* SQLite can do without some of what it asks for */
		if (rc != 0 && rc != KL_E_NOMEM)
			fail_msg("allocation %ld: %d, %s (%s)", n, rc, err.text,
			    err.args);
		whole(x->path);
	}
	left = -1;
	assert_true(n > 1000); /* it did ask */
	assert_int_equal(rc, 0);
}

/* The same for our own allocations; needs configure --enable-faults. */
static void
we_run_out(void **state)
{
#ifdef KANSLI_FAULTS
	struct sample *x = *state;
	char cmd[512];
	int n, status;

	start(x);
	for (n = 1;; n++) {
		snprintf(cmd, sizeof cmd, "KANSLI_FAULT=alloc:%d '%s' %s %d", n,
		    self, x->path, n);
		status = system(cmd);
		assert_true(WIFEXITED(status));
		whole(x->path);
		if (WEXITSTATUS(status) == 0)
			break;
		assert_int_equal(WEXITSTATUS(status), -KL_E_NOMEM);
	}
	assert_true(n > 5);
#else
	(void)state;
	skip();
#endif
}

int
main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
		    sqlite_runs_out, sample_setup, sample_teardown),
		cmocka_unit_test_setup_teardown(
		    we_run_out, sample_setup, sample_teardown),
	};
	sqlite3_mem_methods mine;
	struct kl_error err;

	if (argc > 2) /* the child of we_run_out */
		return -work(argv[1], argv[2], &err);
	self = argv[0];
	sqlite3_config(SQLITE_CONFIG_GETMALLOC, &plain);
	mine = plain;
	mine.xMalloc = failing_malloc;
	mine.xRealloc = failing_realloc;
	sqlite3_config(SQLITE_CONFIG_MALLOC, &mine);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
