/* SPDX-License-Identifier: EUPL-1.2
 *
 * The documents of many meetings, on several cores.  Each worker process opens
 * the register by itself and takes one meeting at a time; what was written and
 * what failed comes back to the one that asked.
 */
#include "config.h"

#include <string.h>

#include "base/mem.h"
#include "base/pool.h"
#include "office/kinds.h"
#include "office/office_private.h"

#define SAID_MAX ((size_t)4 << 20) /* bytes that one meeting may tell */

struct batch {
	const struct kl_settings *settings;
	const struct kl_documents *what;
	struct arena *arena;
	text_list jobs; /* "TRN/2026-11-24", or "TRN/2026" of a year */
	struct kl_office *office; /* of the worker, from its first job on */
};

/* ---- telling: a tag, a length, the bytes ---- */

static void
say(struct buf *out, char tag, const void *bytes, size_t n)
{
	buf_putc(out, tag);
	buf_put(out, &n, sizeof n);
	buf_put(out, bytes, n);
}

static void
say_fault(struct buf *out, const struct kl_error *err)
{
	say(out, 'F', err, sizeof *err);
}

static void
say_list(struct buf *out, char tag, const struct kl_data *list)
{
	const char *text;
	size_t i;

	for (i = 0; i < kl_data_count(list); i++) {
		text = kl_data_text(kl_data_at(list, i));
		say(out, tag, text, strlen(text));
	}
}

/* ---- the worker ---- */

static int
make_year(struct batch *b, const char *job, struct kl_faults *faults,
    struct buf *out, struct kl_error *err)
{
	struct kl_document one = { .meeting = job,
		.formats = b->what->formats,
		.dir = b->what->dir,
		.replace = b->what->replace };
	struct kl_data *answer;
	size_t i;
	int rc = 0;

	for (i = 0; i < office_nkinds && rc == 0; i++) {
		if (office_kinds[i].source != FROM_YEAR)
			continue;
		one.kind = office_kinds[i].name;
		answer = NULL;
		rc = kl_document(b->office, &one, &answer, err);
		if (rc == 0)
			say_list(out, 'P', kl_data_get(answer, "paths"));
		else if (rc == KL_E_RULE || rc == KL_E_INPUT)
			rc = (kl_faults_add(faults, err), 0);
		kl_data_free(answer);
	}
	return rc;
}

static int
make_meeting(struct batch *b, const char *job, struct kl_faults *faults,
    struct buf *out, struct kl_error *err)
{
	struct kl_document all = { .meeting = job,
		.formats = b->what->formats,
		.dir = b->what->dir,
		.replace = b->what->replace };
	struct kl_data *answer = NULL;
	int rc;

	rc = office_document_meeting(b->office, &all, faults, &answer, err);
	if (rc != 0)
		return rc;
	say_list(out, 'P', kl_data_get(answer, "paths"));
	say_list(out, 'N', kl_data_get(answer, "notes"));
	kl_data_free(answer);
	return 0;
}

/* A meeting's key names its day, a year's job does not. */
static bool
is_year(const char *job)
{
	const char *slash = strchr(job, '/');

	return slash != NULL && strchr(slash, '-') == NULL;
}

static void
do_job(void *ctx, size_t i, struct buf *out)
{
	struct batch *b = ctx;
	const char *job = b->jobs.v[i];
	struct kl_faults faults = { .n = 0 };
	struct kl_error err = { .code = 0 };
	size_t k;
	int rc = 0;

	if (b->office == NULL)
		rc = kl_office_open(b->settings, &b->office, &err);
	if (rc == 0)
		rc = is_year(job) ? make_year(b, job, &faults, out, &err)
				  : make_meeting(b, job, &faults, out, &err);
	for (k = 0; k < faults.n; k++)
		say_fault(out, &faults.v[k]);
	if (rc != 0)
		say_fault(out, &err);
}

static void
end_worker(void *ctx)
{
	struct batch *b = ctx;

	kl_office_close(b->office);
	b->office = NULL;
}

/* ---- the parent ---- */

static int
add_year(struct batch *b, const char *meeting)
{
	const char *day = strchr(meeting, '/');
	char *job;
	size_t i;

	if (day == NULL)
		return 0;
	job = arena_strndup(
	    b->arena, meeting, (size_t)(day - meeting) + strlen("/2026"));
	if (job == NULL)
		return KL_E_NOMEM;
	for (i = 0; i < b->jobs.n; i++)
		if (strcmp(b->jobs.v[i], job) == 0)
			return 0;
	return text_add(b->arena, &b->jobs, job);
}

/* The meetings asked for, and the years that they are in. */
static int
find_jobs(struct batch *b, struct kl_error *err)
{
	const char *filters[3] = { NULL }, *key;
	struct kl_office *o = NULL;
	struct kl_data *list = NULL;
	size_t i, n = 0;
	int rc;

	if (b->what->committee != NULL)
		filters[n++] =
		    arena_printf(b->arena, "committee=%s", b->what->committee);
	if (b->what->year != NULL)
		filters[n++] = arena_printf(b->arena, "year=%s", b->what->year);
	rc = kl_office_open(b->settings, &o, err);
	if (rc == 0)
		rc = office_may(o, MAY_HANDLE, b->what->committee, err);
	if (rc == 0)
		rc = kl_list(o, "meetings", filters, &list, err);
	kl_office_close(o); /* the workers open it themselves */
	for (i = 0; rc == 0 && i < kl_data_count(list); i++) {
		key = kl_data_text(kl_data_get(kl_data_at(list, i), "meeting"));
		if (text_add(b->arena, &b->jobs, key) != 0)
			rc = kl_error_nomem(err);
	}
	n = b->jobs.n;
	for (i = 0; rc == 0 && i < n; i++)
		if (add_year(b, b->jobs.v[i]) != 0)
			rc = kl_error_nomem(err);
	kl_data_free(list);
	if (rc == 0 && b->jobs.n == 0)
		rc = kl_error_set(err, KL_E_NOTFOUND,
		    KL_N_("There are no such meetings. Nothing was written."));
	return rc;
}

/* Put what one job said into the answer and the faults. */
static void
hear_job(const char *said, size_t n, struct kl_data *answer,
    struct kl_faults *faults, struct arena *a)
{
	struct kl_error fault;
	size_t at = 0, len;
	char tag;

	while (n - at >= 1 + sizeof len) {
		tag = said[at];
		memcpy(&len, said + at + 1, sizeof len);
		at += 1 + sizeof len;
		if (len > n - at)
			return;
		if (tag == 'F' && len == sizeof fault) {
			memcpy(&fault, said + at, len);
			kl_faults_add(faults, &fault);
		} else if (tag != 'F') {
			data_add_text(data_list_of(answer,
					  tag == 'P' ? "paths" : "notes"),
			    NULL, arena_strndup(a, said + at, len));
		}
		at += len;
	}
}

static void
hear_all(struct batch *b, const struct buf *said, struct kl_data *answer,
    struct kl_faults *faults)
{
	struct kl_error err;
	size_t i;

	for (i = 0; i < b->jobs.n; i++) {
		if (!buf_failed(&said[i])) {
			hear_job(said[i].data, said[i].len, answer, faults,
			    b->arena);
			continue;
		}
		kl_error_set(&err, KL_E_ENV,
		    KL_N_("The process that made the documents of %s ended "
			  "before it was done. Those that it had not issued "
			  "were not made. Run the command again."),
		    b->jobs.v[i]);
		kl_faults_add(faults, &err);
	}
}

static int
run(struct batch *b, struct kl_data *answer, struct kl_faults *faults,
    struct kl_error *err)
{
	struct pool pool = { .n = b->jobs.n,
		.job = do_job,
		.end = end_worker,
		.ctx = b,
		.max = SAID_MAX };
	struct buf *said = mem_alloc(b->jobs.n * sizeof *said);
	size_t i;
	int rc;

	if (said == NULL)
		return kl_error_nomem(err);
	rc = pool_run(&pool,
	    b->what->workers > 0 ? b->what->workers : pool_cores(), said, err);
	if (rc == 0)
		hear_all(b, said, answer, faults);
	for (i = 0; i < b->jobs.n; i++)
		buf_free(&said[i]);
	mem_free(said);
	return rc;
}

int
kl_documents(const struct kl_settings *settings,
    const struct kl_documents *what, struct kl_faults *faults,
    struct kl_data **answer, struct kl_error *err)
{
	struct batch b = { .settings = settings, .what = what };
	struct kl_data *made = data_object();
	int rc;

	memset(faults, 0, sizeof *faults);
	b.arena = arena_new(0);
	rc = b.arena == NULL || made == NULL ? kl_error_nomem(err)
					     : find_jobs(&b, err);
	if (rc == 0)
		rc = run(&b, made, faults, err);
	if (rc == 0 && (data_failed(made) || arena_failed(b.arena)))
		rc = kl_error_nomem(err);
	arena_free(b.arena);
	if (rc != 0) {
		kl_data_free(made);
		return rc;
	}
	*answer = made;
	return 0;
}
