/* SPDX-License-Identifier: EUPL-1.2
 *
 * Running one named statement, and what SQLite's failures mean to people.
 */
#include "config.h"

#include "store/run.h"

/* What a damaged file, a lock, a full disk ... is called. */
static int
fail_as(int code, const char *path, const char *detail, struct kl_error *err)
{
	switch (code & 0xff) {
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		return kl_error_set(err, KL_E_ENV,
		    KL_N_("Another program has the register %s open and is "
			  "using it. Nothing was changed. Try again when that "
			  "program is done."),
		    path);
	case SQLITE_NOMEM:
		return kl_error_nomem(err);
	case SQLITE_FULL:
		return kl_error_set(err, KL_E_ENV,
		    KL_N_("The disk is full: the register %s could not be "
			  "written and is as it was. Make room and try again."),
		    path);
	case SQLITE_READONLY:
	case SQLITE_PERM:
		return kl_error_set(err, KL_E_ENV,
		    KL_N_("The register %s may not be written to. Nothing was "
			  "changed. Check the rights of the file and its "
			  "folder."),
		    path);
	case SQLITE_CANTOPEN:
		return kl_error_set(err, KL_E_ENV,
		    KL_N_("The register %s cannot be opened. Check the rights "
			  "of the file and its folder."),
		    path);
	case SQLITE_NOTADB:
		return kl_error_set(err, KL_E_DAMAGED,
		    KL_N_("%s is not a register, or it is damaged. Nothing was "
			  "changed. Name another file or restore a backup."),
		    path);
	case SQLITE_CORRUPT:
		return kl_error_set(err, KL_E_DAMAGED,
		    KL_N_("The register %s is damaged and cannot be read "
			  "(%s). Nothing was changed. Restore a backup."),
		    path, detail);
	case SQLITE_CONSTRAINT:
		return kl_error_set(err, KL_E_INPUT,
		    KL_N_("What was to be saved does not fit what the register "
			  "holds (%s). Nothing was changed."),
		    detail);
	case SQLITE_TOOBIG:
		return kl_error_set(err, KL_E_INPUT,
		    KL_N_("What was to be saved is too large for the register. "
			  "Nothing was changed."));
	default:
		return kl_error_set(err, KL_E_ENV,
		    KL_N_("The register %s could not be used (%s). Nothing was "
			  "changed. Check the disk and try again."),
		    path, detail);
	}
}

int
store_stopped(struct store *s, struct kl_error *err)
{
	if (!s->open)
		return kl_error_set(err, KL_E_USAGE,
		    KL_N_("A change must be made inside a transaction."));
	return kl_error_set(err, s->broken,
	    KL_N_("An earlier part of the change failed. Nothing was "
		  "changed."));
}

int
store_fail(struct store *s, struct kl_error *err)
{
	int code =
	    s->db == NULL ? SQLITE_NOMEM : sqlite3_extended_errcode(s->db);

	if (code == SQLITE_IOERR_NOMEM)
		code = SQLITE_NOMEM;
	return fail_as(
	    code, s->path, s->db == NULL ? "" : sqlite3_errmsg(s->db), err);
}

void
run_start(struct run *r, struct store *s, enum sql which, struct kl_error *err)
{
	r->s = s;
	r->err = err;
	r->rc = 0;
	if (s->stmt[which] == NULL &&
	    sqlite3_prepare_v3(s->db, sql_texts[which].text, -1,
		SQLITE_PREPARE_PERSISTENT, &s->stmt[which], NULL) != SQLITE_OK)
		r->rc = store_fail(s, err);
	r->st = s->stmt[which];
	if (r->st == NULL)
		return;
	sqlite3_clear_bindings(r->st);
	/* After some failures SQLite has rolled back by itself; what is written
	 * then would be saved alone. */
	if (!sqlite3_stmt_readonly(r->st) && (!s->open || s->broken != 0))
		r->rc = store_stopped(s, err);
}

/* Parameters that the statement lacks are left out on purpose: the same facts
 * are bound to the statement that finds them and to the one that saves them. */
static void
bound(struct run *r, int code)
{
	if (code != SQLITE_OK && code != SQLITE_RANGE)
		r->rc = store_fail(r->s, r->err);
}

void
run_int(struct run *r, int i, int64_t value)
{
	if (r->rc == 0)
		bound(r, sqlite3_bind_int64(r->st, i, value));
}

void
run_text(struct run *r, int i, const char *text)
{
	if (r->rc == 0 && text != NULL)
		bound(r, sqlite3_bind_text(r->st, i, text, -1, SQLITE_STATIC));
}

bool
run_step(struct run *r)
{
	int code;

	if (r->rc != 0)
		return false;
	code = sqlite3_step(r->st);
	if (code != SQLITE_ROW && code != SQLITE_DONE)
		r->rc = store_fail(r->s, r->err);
	return code == SQLITE_ROW;
}

const char *
run_column(struct run *r, int col)
{
	const char *text;

	if (sqlite3_column_type(r->st, col) == SQLITE_NULL)
		return "";
	text = (const char *)sqlite3_column_text(r->st, col);
	if (text != NULL)
		return text;
	run_fail(r, kl_error_nomem(r->err));
	return "";
}

int
run_end(struct run *r)
{
	if (r->st == NULL)
		return r->rc;
	if (r->rc != 0 && !sqlite3_stmt_readonly(r->st))
		r->s->broken = r->rc;
	sqlite3_reset(r->st);
	r->st = NULL;
	return r->rc;
}

int
run_do(struct run *r)
{
	while (run_step(r))
		;
	return run_end(r);
}

void
run_fail(struct run *r, int rc)
{
	if (r->rc == 0)
		r->rc = rc;
}

int
run_number(struct store *s, enum sql which, const char *key, int64_t *out,
    struct kl_error *err)
{
	struct run r;
	int found = 0, rc;

	*out = 0;
	run_start(&r, s, which, err);
	run_text(&r, 1, key);
	if (run_step(&r)) {
		*out = sqlite3_column_int64(r.st, 0);
		found = 1;
	}
	rc = run_end(&r);
	return rc != 0 ? rc : found;
}
