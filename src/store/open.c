/* SPDX-License-Identifier: EUPL-1.2
 *
 * Making, opening and closing a register; transactions; migrations.
 *
 * A register is one SQLite file: application_id "Kans", user_version the
 * version of the schema (0001.sql ...), write-ahead log beside it while it is
 * in use.
 */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"
#include "store/log.h"

int
store_exec(struct store *s, const char *sql, struct kl_error *err)
{
	if (sqlite3_exec(s->db, sql, NULL, NULL, NULL) == SQLITE_OK)
		return 0;
	return store_fail(s, err);
}

/* Set up a connection: checked, careful, and patient with others. */
static int
settle(struct store *s, struct kl_error *err)
{
	sqlite3_extended_result_codes(s->db, 1);
	sqlite3_busy_timeout(s->db, STORE_WAIT);
	sqlite3_limit(s->db, SQLITE_LIMIT_LENGTH, STORE_BLOB_MAX + (1 << 20));
	sqlite3_limit(s->db, SQLITE_LIMIT_ATTACHED, 0);
	if (sqlite3_db_config(s->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL) != 0 ||
	    sqlite3_db_config(s->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL) !=
		0 ||
	    sqlite3_db_config(s->db, SQLITE_DBCONFIG_DQS_DML, 0, NULL) != 0 ||
	    sqlite3_db_config(s->db, SQLITE_DBCONFIG_DQS_DDL, 0, NULL) != 0 ||
	    store_functions(s->db) != SQLITE_OK)
		return store_fail(s, err);
	return store_exec(s,
	    "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL;"
	    "PRAGMA secure_delete = ON; PRAGMA cell_size_check = ON",
	    err);
}

/* A handle with a connection to the file, which exists. */
static int
connect_to(
    const char *path, int flags, struct store **out, struct kl_error *err)
{
	struct store *s = mem_alloc(sizeof *s);
	int rc;

	if (s == NULL)
		return kl_error_nomem(err);
	snprintf(s->path, sizeof s->path, "%s", path);
	/* one thread at a time uses a handle */
	flags |= SQLITE_OPEN_NOMUTEX;
	if (sqlite3_open_v2(path, &s->db, flags, NULL) != SQLITE_OK)
		rc = store_fail(s, err);
	else
		rc = settle(s, err);
	if (rc != 0) {
		store_close(s);
		return rc;
	}
	*out = s;
	return 0;
}

void
store_close(struct store *s)
{
	size_t i;

	if (s == NULL)
		return;
	store_rollback(s);
	for (i = 0; i < SQL_COUNT; i++)
		sqlite3_finalize(s->stmt[i]);
	sqlite3_close(s->db);
	mem_free(s);
}

static int
pragma_int(
    struct store *s, const char *pragma, int *value, struct kl_error *err)
{
	sqlite3_stmt *st = NULL;
	int rc = 0;

	*value = 0;
	if (sqlite3_prepare_v2(s->db, pragma, -1, &st, NULL) != SQLITE_OK ||
	    sqlite3_step(st) != SQLITE_ROW)
		rc = store_fail(s, err);
	else
		*value = sqlite3_column_int(st, 0);
	sqlite3_finalize(st);
	return rc;
}

/* The migration is an event of its own; nobody's clock is at hand here. */
static int
log_migration(struct store *s, int version, struct kl_error *err)
{
	time_t now = time(NULL);
	struct tm tm;
	int rc;

	if (gmtime_r(&now, &tm) == NULL)
		return kl_error_set(err, KL_E_ENV,
		    KL_N_("The clock of this computer cannot be read."));
	strftime(s->instant, sizeof s->instant, "%Y-%m-%dT%H:%M:%SZ", &tm);
	snprintf(s->user, sizeof s->user, "kansli");
	s->open = true;
	s->broken = 0;
	rc = log_start(s, err);
	if (rc == 0)
		rc = log_append(s, "migrate", "register", version, 1, "", err);
	s->open = false;
	return rc;
}

/* One step, inside a transaction; an event of a register that was in use. */
static int
migrate_to(struct store *s, int version, bool fresh, struct kl_error *err)
{
	const struct sql_step *step;
	char sql[96];
	int rc = 0;

	for (step = sql_steps; step->version != 0 && rc == 0; step++)
		if (step->version == version)
			rc = store_exec(s, step->text, err);
	if (rc != 0)
		return rc;
	snprintf(sql, sizeof sql,
	    "PRAGMA user_version = %d; PRAGMA application_id = %d", version,
	    STORE_APPLICATION_ID);
	rc = store_exec(s, sql, err);
	if (rc == 0 && !fresh)
		rc = log_migration(s, version, err);
	return rc;
}

int
store_migrate(struct store *s, int version, struct kl_error *err)
{
	bool fresh = version == 0;
	int rc = 0;

	while (version < SQL_SCHEMA_VERSION) {
		rc = store_exec(s, "BEGIN IMMEDIATE", err);
		/* Another program may have been quicker. */
		if (rc == 0)
			rc =
			    pragma_int(s, "PRAGMA user_version", &version, err);
		if (rc == 0 && version < SQL_SCHEMA_VERSION)
			rc = migrate_to(s, ++version, fresh, err);
		if (rc == 0)
			rc = store_exec(s, "COMMIT", err);
		if (rc != 0) {
			sqlite3_exec(s->db, "ROLLBACK", NULL, NULL, NULL);
			return rc;
		}
	}
	return 0;
}

/* Take the name for ourselves, so that no file is ever overwritten. */
static int
reserve(const char *path, struct kl_error *err)
{
	int fd = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);

	if (fd >= 0) {
		close(fd);
		return 0;
	}
	switch (errno) {
	case EEXIST:
		return kl_error_set(err, KL_E_ENV,
		    KL_N_("There is a file %s already. It was not changed. "
			  "Name another file for the new register."),
		    path);
	case ENOENT:
	case ENOTDIR:
		return kl_error_set(err, KL_E_ENV,
		    KL_N_("The folder for the new register %s does not exist. "
			  "Make it first."),
		    path);
	case EACCES:
	case EPERM:
	case EROFS:
		return kl_error_set(err, KL_E_ENV,
		    KL_N_("The new register %s may not be written there. "
			  "Check the rights of the folder."),
		    path);
	default:
		return kl_error_set(err, KL_E_ENV,
		    KL_N_("The new register %s could not be written (%s). "
			  "Check the disk."),
		    path, strerror(errno));
	}
}

int
store_create(const char *path, struct store **store, struct kl_error *err)
{
	struct store *s = NULL;
	int rc = reserve(path, err);

	*store = NULL;
	if (rc != 0)
		return rc;
	rc = connect_to(path, SQLITE_OPEN_READWRITE, &s, err);
	if (rc == 0)
		rc = store_exec(s, "PRAGMA journal_mode = WAL", err);
	if (rc == 0)
		rc = store_migrate(s, 0, err);
	if (rc != 0) {
		store_close(s); /* takes -wal and -shm with it */
		unlink(path);
		return rc;
	}
	*store = s;
	return 0;
}

int
store_blank(struct store **store, struct kl_error *err)
{
	int rc = connect_to(
	    ":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, store, err);

	if (rc == 0)
		rc = store_migrate(*store, 0, err);
	return rc;
}

/* SQLite opens a file without the right to write for reading only. */
static int
may_write(struct store *s, struct kl_error *err)
{
	if (sqlite3_db_readonly(s->db, "main") == 1)
		return kl_error_set(err, KL_E_ENV,
		    KL_N_("The register %s may not be written to. Nothing was "
			  "changed. Check the rights of the file and its "
			  "folder."),
		    s->path);
	return 0;
}

/* Is it ours, and of which version? */
static int
recognise(struct store *s, int *version, struct kl_error *err)
{
	int id, rc;

	if ((rc = pragma_int(s, "PRAGMA application_id", &id, err)) != 0 ||
	    (rc = pragma_int(s, "PRAGMA user_version", version, err)) != 0)
		return rc;
	if (id != STORE_APPLICATION_ID)
		return kl_error_set(err, KL_E_DAMAGED,
		    KL_N_("%s is not a register of Kansli. Nothing was "
			  "changed. Name another file."),
		    s->path);
	if (*version > SQL_SCHEMA_VERSION || *version < 0)
		return kl_error_set(err, KL_E_DAMAGED,
		    KL_N_("The register %s was made by a newer Kansli (version "
			  "%d; this one knows %d). Nothing was changed. "
			  "Install the newer Kansli."),
		    s->path, *version, SQL_SCHEMA_VERSION);
	return 0;
}

static int
bring_up(struct store *s, bool read_only, struct kl_error *err)
{
	int version, rc = recognise(s, &version, err);

	if (rc != 0)
		return rc;
	if (!read_only && (rc = may_write(s, err)) != 0)
		return rc;
	if (version == SQL_SCHEMA_VERSION)
		return 0;
	if (read_only)
		return kl_error_set(err, KL_E_ENV,
		    KL_N_("The register %s was made by an older Kansli and "
			  "must be opened for writing once, so that it can be "
			  "brought up to date."),
		    s->path);
	return store_migrate(s, version, err);
}

int
store_open(const char *path, bool read_only, struct store **store,
    struct kl_error *err)
{
	struct store *s = NULL;
	int rc;

	*store = NULL;
	if (!file_exists(path))
		return kl_error_set(err, KL_E_ENV,
		    KL_N_("There is no register %s. Make one with kansli init, "
			  "or name it with --db or KANSLI_DB."),
		    path);
	rc = connect_to(path,
	    read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE, &s, err);
	if (rc == 0)
		rc = bring_up(s, read_only, err);
	if (rc != 0) {
		store_close(s);
		return rc;
	}
	*store = s;
	return 0;
}

/* ---- transactions ----------------------------------------------------------
 */

/* Copy a member of the actor that fits and is not empty. */
static bool
keep(char *to, size_t size, const char *from)
{
	int n = from == NULL ? 0 : snprintf(to, size, "%s", from);

	return n > 0 && (size_t)n < size;
}

int
store_begin(
    struct store *s, const struct store_actor *actor, struct kl_error *err)
{
	int rc;

	if (s->open)
		return kl_error_set(
		    err, KL_E_USAGE, KL_N_("A transaction is open already."));
	if (!keep(s->user, sizeof s->user, actor->user) ||
	    !keep(s->instant, sizeof s->instant, actor->instant))
		return kl_error_set(err, KL_E_USAGE,
		    KL_N_("A change needs a user and an instant, neither of "
			  "them empty or too long."));
	rc = may_write(s, err);
	if (rc == 0)
		rc = store_exec(s, "BEGIN IMMEDIATE", err);
	if (rc != 0)
		return rc;
	s->open = true;
	s->broken = 0;
	memset(s->next_id, 0, sizeof s->next_id);
	rc = log_start(s, err);
	if (rc != 0)
		store_rollback(s);
	return rc;
}

/* Name what the commit refused because its target does not exist. */
static int
say_dangling(struct store *s, struct kl_error *err)
{
	bool found = false;
	char code[256];
	struct run r;
	int rc;

	run_start(&r, s, SQL_DANGLING, err);
	if (run_step(&r)) {
		found = true;
		snprintf(code, sizeof code, "%s", run_column(&r, 0));
	}
	rc = run_end(&r);
	if (rc != 0 || !found)
		return rc;
	rc = find_fail(s, REF_COMMITTEE, KL_E_INPUT, code, err);
	kl_error_where(err, NULL, 0, "bistår");
	return rc;
}

int
store_commit(struct store *s, struct kl_error *err)
{
	int rc, named;

	if (!s->open || s->broken != 0) {
		rc = store_stopped(s, err);
		store_rollback(s);
		return rc;
	}
	rc = store_exec(s, "COMMIT", err);
	if (rc == KL_E_INPUT && (named = say_dangling(s, err)) != 0)
		rc = named;
	if (rc != 0)
		store_rollback(s);
	s->open = false;
	return rc;
}

void
store_rollback(struct store *s)
{
	if (s->db != NULL && sqlite3_get_autocommit(s->db) == 0)
		sqlite3_exec(s->db, "ROLLBACK", NULL, NULL, NULL);
	s->open = false;
	s->broken = 0;
}

int
store_snapshot(struct store *s, bool *started, struct kl_error *err)
{
	*started = false;
	if (sqlite3_get_autocommit(s->db) == 0)
		return 0;
	*started = true;
	return store_exec(s, "BEGIN", err);
}

void
store_snapshot_end(struct store *s, bool started)
{
	if (started)
		sqlite3_exec(s->db, "ROLLBACK", NULL, NULL, NULL);
}
