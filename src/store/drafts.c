/* SPDX-License-Identifier: EUPL-1.2
 *
 * Drafts: records of a meeting as they stood before the adjustment, and the
 * documents made of them.  Weeding takes the bytes away; the log keeps that
 * they were there.
 */
#include "config.h"

#include <string.h>

#include "store/load.h"

static int
load_drafts(struct store *s, enum sql which, int64_t meeting, const char *kind,
    struct arena *a, draft_list *list, struct kl_error *err)
{
	struct draft *d;
	struct run r;

	memset(list, 0, sizeof *list);
	run_start(&r, s, which, err);
	run_int(&r, 1, meeting);
	run_text(&r, 2, kind);
	while (run_step(&r)) {
		d = load_new(&r, vec_push(a, list));
		if (d == NULL)
			break;
		d->id = sqlite3_column_int64(r.st, 0);
		d->sha256 = arena_strdup(a, run_column(&r, 1));
		d->day = KL_DAY_NONE;
		if (which == SQL_DRAFTS_OF)
			kl_day_parse(run_column(&r, 2), &d->day);
		if (d->sha256 == NULL)
			run_fail(&r, kl_error_nomem(err));
	}
	return run_end(&r);
}

int
store_load_drafts(struct store *s, int64_t meeting, const char *kind,
    struct arena *a, draft_list *list, struct kl_error *err)
{
	return load_drafts(s, SQL_DRAFTS_OF, meeting, kind, a, list, err);
}

static int
delete_row(struct store *s, enum fact fact, enum sql which, const char *verb,
    int64_t id, struct kl_error *err)
{
	struct save w;
	struct run r;

	save_start(&w, s, fact, verb, 0, err);
	w.id = id;
	if (w.rc == 0) {
		run_start(&r, s, which, err);
		run_int(&r, 1, id);
		w.rc = run_do(&r);
	}
	return save_end(&w);
}

/* The bytes, if nothing else has the same. */
static int
weed_blob(struct store *s, const char *sha, struct kl_error *err)
{
	struct run r;

	run_start(&r, s, SQL_BLOB_WEED, err);
	run_text(&r, 1, sha);
	return run_do(&r);
}

int
store_weed_drafts(struct store *s, const char *verb, int64_t meeting,
    const char *kind, const char *issued, int *n, struct kl_error *err)
{
	struct arena *a = arena_new(0);
	draft_list records = { .n = 0 }, documents = { .n = 0 };
	size_t i;
	int rc;

	*n = 0;
	if (a == NULL)
		return kl_error_nomem(err);
	rc = load_drafts(s, SQL_DRAFTS_OF, meeting, kind, a, &records, err);
	if (rc == 0)
		rc = load_drafts(
		    s, SQL_DRAFTS_ISSUED, meeting, issued, a, &documents, err);
	for (i = 0; rc == 0 && i < documents.n; i++) {
		rc = delete_row(s, FACT_ISSUED, SQL_ISSUED_DELETE, verb,
		    documents.v[i].id, err);
		if (rc == 0)
			rc = weed_blob(s, documents.v[i].sha256, err);
	}
	for (i = 0; rc == 0 && i < records.n; i++) {
		rc = delete_row(s, FACT_RECORD, SQL_RECORD_DELETE, verb,
		    records.v[i].id, err);
		if (rc == 0)
			rc = weed_blob(s, records.v[i].sha256, err);
	}
	if (rc == 0)
		*n = (int)records.n;
	arena_free(a);
	return rc;
}
