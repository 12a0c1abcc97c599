/* SPDX-License-Identifier: EUPL-1.2
 *
 * Bytes under their hash, and the documents that were issued.
 */
#include "config.h"

#include <string.h>

#include "store/fact.h"

int
store_put_blob(struct store *s, const void *bytes, size_t n, const char *type,
    char sha[HASH_HEX], struct kl_error *err)
{
	struct run r;

	if (!s->open || s->broken != 0)
		return store_stopped(s, err);
	if (n > STORE_BLOB_MAX)
		return kl_error_set(err, KL_E_INPUT,
		    KL_N_("The content is %zu bytes; the register keeps at "
			  "most %u. Nothing was changed."),
		    n, STORE_BLOB_MAX);
	hash_of(bytes, n, sha);
	run_start(&r, s, SQL_BLOB_PUT, err);
	run_text(&r, 1, sha);
	run_int(&r, 2, (int64_t)n);
	run_text(&r, 3, type == NULL ? "application/octet-stream" : type);
	if (r.rc == 0 && sqlite3_bind_blob64(r.st, 4, n == 0 ? "" : bytes, n,
			     SQLITE_STATIC) != SQLITE_OK)
		run_fail(&r, store_fail(s, err));
	return run_do(&r);
}

int
store_get_blob(
    struct store *s, const char *sha, struct buf *out, struct kl_error *err)
{
	char hex[HASH_HEX];
	bool found = false;
	struct run r;
	int n, rc;

	buf_init(out, STORE_BLOB_MAX);
	run_start(&r, s, SQL_BLOB_GET, err);
	run_text(&r, 1, sha);
	if (run_step(&r)) {
		found = true;
		n = sqlite3_column_bytes(r.st, 0);
		if (n > 0)
			buf_put(out, sqlite3_column_blob(r.st, 0), (size_t)n);
		if (buf_failed(out))
			run_fail(&r, kl_error_nomem(err));
	}
	rc = run_end(&r);
	if (rc != 0)
		return rc;
	if (!found)
		return find_fail(s, REF_BLOB, KL_E_NOTFOUND, sha, err);
	hash_of(out->data, out->len, hex);
	if (strcmp(hex, sha) == 0)
		return 0;
	buf_reset(out);
	return kl_error_set(err, KL_E_TAMPERED,
	    KL_N_("The content with the SHA-256 %s has been changed outside "
		  "Kansli. Run kansli check; restore a backup."),
	    sha);
}

int
store_save_issued(
    struct store *s, const char *verb, struct issued *d, struct kl_error *err)
{
	struct issued row = *d;
	struct save w;

	if (row.meeting != NULL && *row.meeting == '\0')
		row.meeting = NULL; /* of no meeting */
	save_start(&w, s, FACT_ISSUED, verb, 0, err);
	save_need(&w, REF_MEETING, row.meeting, "sammanträde");
	save_need(&w, REF_BLOB, row.sha256, "sha256");
	save_row(&w, &d->id, 0, &row);
	return save_end(&w);
}

int
store_find_issued(struct store *s, const char *meeting, const char *kind,
    const char *paragraphs, const char *format, const char *record_sha,
    struct arena *a, struct issued *d, struct kl_error *err)
{
	bool found = false;
	struct run r;
	int rc;

	memset(d, 0, sizeof *d);
	run_start(&r, s, SQL_ISSUED_LATEST, err);
	if (meeting != NULL && *meeting != '\0')
		run_text(&r, 1, meeting);
	run_text(&r, 2, kind);
	run_text(&r, 3, paragraphs);
	run_text(&r, 4, format);
	run_text(&r, 5, record_sha);
	if (run_step(&r)) {
		found = true;
		d->id = sqlite3_column_int64(r.st, 0);
		row_load(&r, fact_kinds[FACT_ISSUED].fields, a, d);
	}
	rc = run_end(&r);
	if (rc != 0 || found)
		return rc;
	return kl_error_set(err, KL_E_NOTFOUND,
	    KL_N_("No such document (%s, %s) has been issued."), kind, format);
}

int
store_latest_issued(struct store *s, const char *committee, const char *kind,
    const char *format, struct arena *a, struct issued *d, struct kl_error *err)
{
	struct run r;

	memset(d, 0, sizeof *d);
	run_start(&r, s, SQL_ISSUED_LAST, err);
	run_text(&r, 1, committee);
	run_text(&r, 2, kind);
	run_text(&r, 3, format);
	if (run_step(&r)) {
		d->id = sqlite3_column_int64(r.st, 0);
		row_load(&r, fact_kinds[FACT_ISSUED].fields, a, d);
	}
	return run_end(&r);
}

int
store_was_issued(struct store *s, const char *meeting, const char *kind,
    const char *sha, bool *yes, struct kl_error *err)
{
	struct run r;

	run_start(&r, s, SQL_ISSUED_HAS, err);
	run_text(&r, 1, meeting);
	run_text(&r, 2, kind);
	run_text(&r, 3, sha);
	*yes = run_step(&r);
	return run_end(&r);
}
