/* SPDX-License-Identifier: EUPL-1.2
 *
 * store: whatever is changed outside Kansli is found.  The attacker of these
 * tests has the file and plain SQLite.
 */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "store/inner.h"
#include "store_sample.h"

/* What a check has found. */
struct findings {
	size_t n;
	char text[16][512];
};

static void
collect(void *ctx, const struct kl_error *finding)
{
	struct findings *f = ctx;

	assert_true(
	    finding->code == KL_E_TAMPERED || finding->code == KL_E_DAMAGED);
	if (f->n < 16)
		kl_error_format(finding, NULL, f->text[f->n], 512);
	f->n++;
}

static int
check(struct sample *x, const char *head, struct findings *f)
{
	struct kl_error err;

	f->n = 0;
	return store_check(x->store, head, collect, f, NULL, &err);
}

/* Change the file with plain SQLite, without Kansli's guards. */
static void
attack(struct sample *x, const char *sql)
{
	sqlite3 *db;
	char *message = NULL;

	assert_int_equal(sqlite3_open(x->path, &db), SQLITE_OK);
	sqlite3_exec(db, "PRAGMA foreign_keys = OFF", NULL, NULL, NULL);
	if (sqlite3_exec(db, sql, NULL, NULL, &message) != SQLITE_OK)
		fail_msg("%s: %s", sql, message);
	sqlite3_close(db);
}

/* Drop the guard, change the log, and put the guard back as it was. */
static void
attack_log(struct sample *x, const char *sql)
{
	static const char guard[] =
	    "CREATE TRIGGER event_no_update BEFORE UPDATE ON event\nBEGIN\n"
	    "SELECT RAISE(ABORT, 'the log is append-only');\nEND;"
	    "CREATE TRIGGER event_no_delete BEFORE DELETE ON event\nBEGIN\n"
	    "SELECT RAISE(ABORT, 'the log is append-only');\nEND;";
	char all[1024];

	snprintf(all, sizeof all,
	    "DROP TRIGGER event_no_update; DROP TRIGGER event_no_delete;"
	    "%s; %s",
	    sql, guard);
	attack(x, all);
}

/* The attack gives exactly one finding, which says ${what}. */
static void
finds(struct sample *x, const char *what)
{
	struct findings f;

	assert_int_equal(check(x, NULL, &f), KL_E_TAMPERED);
	if (f.n != 1 || strstr(f.text[0], what) == NULL)
		fail_msg("%zu findings, \"%s\" instead of \"%s\"", f.n,
		    f.text[0], what);
}

static void
untouched_is_clean(void **state)
{
	struct sample *x = *state;
	struct store_counts counts;
	struct kl_error err;

	assert_int_equal(
	    store_check(x->store, NULL, NULL, NULL, &counts, &err), 0);
	assert_int_equal(counts.blobs, 2);
	/* 1 organisation, 1 office, 2 committees, 3 persons, 2 mandates,
	 * 2 matters, 2 documents, 2 meetings, 3 items, 1 version, 1 attendance,
	 * 2 paragraphs, 1 minutes, 1 delivery, 1 record, 2 rooms, 1 booking,
	 * 2 stand-ins, 1 absence, 2 rules of planning; 2 regulations,
	 * 2 approvals, 1 rejection, 1 set of annexes, 1 correction, 2 appeals,
	 * legal force of 2, 2 lines */
	assert_int_equal(counts.facts, 46);
	assert_int_equal(counts.events, 46);
}

static void
a_changed_fact(void **state)
{
	struct sample *x = *state;

	attack(x, "UPDATE matter SET title = 'Nytt' WHERE number = "
		  "'T2026-102-00500'");
	finds(x, "ärende T2026-102-00500 has been changed outside Kansli since "
		 "2026-11-24T09:30:00Z (event 15)");
}

static void
every_table_counts(void **state)
{
	static const char *const changes[] = {
		"UPDATE organisation SET web = NULL",
		"UPDATE department SET name = 'x'",
		"UPDATE committee SET cycle = 'x' WHERE code = 'TRN'",
		"UPDATE committee_order SET parties = 'x' WHERE position = 1",
		"UPDATE committee_standing SET title = 'x' WHERE position = 1",
		"DELETE FROM committee_assists",
		"UPDATE person SET phone = '1' WHERE ref = 'p2'",
		"UPDATE mandate SET ends = NULL WHERE person = 'p1'",
		"UPDATE matter_proposal SET text = 'x' WHERE position = 2",
		"INSERT INTO matter_recipient VALUES (2, 1, 'x')",
		"UPDATE document SET publish = 0 WHERE nr = 1",
		"UPDATE meeting SET place = '' WHERE number = 9",
		"UPDATE item SET mark = NULL WHERE nr = '10'",
		"UPDATE agenda_version SET published = '2026-11-11'",
		"UPDATE attendance SET remote = 0 WHERE position = 1",
		"UPDATE other_present SET paragraphs = '1'",
		"UPDATE disqualification SET paragraph = 12",
		"DELETE FROM approver WHERE position = 2",
		"UPDATE paragraph SET background = NULL WHERE nr = 10",
		"UPDATE proposal SET withdrawn = 0 WHERE position = 1",
		"UPDATE division SET yes = 'y2', no = 'y1'",
		"UPDATE ballot SET vote = 'avstår' WHERE position = 1",
		"UPDATE decision SET text = 'x' WHERE position = 1",
		"UPDATE dissent SET text = NULL",
		"UPDATE statement SET kind = 'protokollsanteckning'",
		"DELETE FROM paragraph_person WHERE part = 'absent'",
		"UPDATE paragraph_recipient SET name = 'x' WHERE position = 2",
		"UPDATE minutes SET adjusted = '2026-11-23'",
		"DELETE FROM minutes_signer WHERE position = 2",
		"UPDATE delivery SET receipted = '2026-12-01'",
		"UPDATE frozen_record SET day = '2026-12-01'",
		"UPDATE committee_right SET speak = 0 WHERE position = 1",
		"UPDATE regulation SET value = 2 WHERE committee = 'TRN'",
		"UPDATE matter SET authority = 0 WHERE answer_by IS NOT NULL",
		"UPDATE meeting SET open = 0 WHERE number = 9",
		"UPDATE absence_report SET why = NULL",
		"UPDATE deputy_call SET answer = 'kallad' WHERE report = 1",
		"UPDATE other_present SET remote = 0 WHERE position = 2",
		"UPDATE presiding SET elected = 0",
		"UPDATE adjournment SET ends = '17:30'",
		"UPDATE disqualification SET rejected = 0",
		"UPDATE paragraph SET reasons = NULL WHERE nr = 10",
		"UPDATE question SET carried = 'avslag' WHERE position = 1",
		"UPDATE division SET yes_count = 8",
		"UPDATE election SET office = NULL WHERE position = 1",
		"UPDATE commission SET due = NULL WHERE position = 1",
		"UPDATE edited_text SET text = 'Nyare'",
		"DELETE FROM paragraph_name WHERE part = 'election'",
		"UPDATE dissent SET late = 0",
		"UPDATE minutes SET superseded = NULL",
		"DELETE FROM interruption WHERE position = 2",
		"UPDATE accepted_warning SET why = NULL",
		"UPDATE approval SET withdrawn = NULL WHERE id > 0",
		"UPDATE rejection SET comment = NULL",
		"UPDATE annex SET kind = NULL WHERE nr = 1",
		"UPDATE correction SET correct = '2027'",
		"DELETE FROM correction_signer WHERE position = 1",
		"UPDATE appeal SET timely = 'för sent' WHERE nr = 1",
		"UPDATE legal_force SET since = NULL WHERE paragraph = 10",
		"UPDATE proceeding SET undone = 0 WHERE seq = 2",
	};
	struct sample *x = *state;
	struct findings f;
	char backup[80], cmd[256];
	size_t i;

	store_close(x->store);
	x->store = NULL;
	snprintf(backup, sizeof backup, "%s.keep", x->path);
	snprintf(cmd, sizeof cmd, "cp %s %s", x->path, backup);
	assert_int_equal(system(cmd), 0);
	snprintf(cmd, sizeof cmd, "cp %s %s", backup, x->path);
	for (i = 0; i < sizeof changes / sizeof changes[0]; i++) {
		assert_int_equal(system(cmd), 0);
		attack(x, changes[i]);
		assert_int_equal(
		    store_open(x->path, false, &x->store, NULL), 0);
		if (check(x, NULL, &f) != KL_E_TAMPERED || f.n != 1 ||
		    strstr(f.text[0], "changed outside") == NULL)
			fail_msg(
			    "%s: %zu findings: %s", changes[i], f.n, f.text[0]);
		store_close(x->store);
		x->store = NULL;
	}
	remove(backup);
}

static void
an_added_fact(void **state)
{
	struct sample *x = *state;

	attack(x, "INSERT INTO person(id, ref) VALUES (77, 'p77')");
	finds(x, "person p77 has been added outside Kansli");
}

static void
a_removed_fact(void **state)
{
	struct sample *x = *state;

	attack(x, "DELETE FROM delivery");
	finds(x, "expediering with the identifier 1 has been removed");
}

static void
removed_attendance(void **state)
{
	struct sample *x = *state;

	attack(x, "DELETE FROM attendance; DELETE FROM other_present;"
		  "DELETE FROM disqualification; DELETE FROM approver;"
		  "DELETE FROM deputy_call; DELETE FROM absence_report;"
		  "DELETE FROM presiding; DELETE FROM adjournment");
	finds(x, "närvaro TRN/2026-11-17 has been removed");
}

static void
a_changed_blob(void **state)
{
	struct sample *x = *state;
	struct kl_error err;
	struct buf b;

	attack(x, "UPDATE blob SET bytes = CAST('other bytes' AS BLOB) "
		  "WHERE type = 'text/plain'");
	finds(x, "The content of handling T2026-102-00418 1");
	assert_int_equal(
	    store_get_blob(x->store, x->blob, &b, &err), KL_E_TAMPERED);
	assert_int_equal(b.len, 0);
	buf_free(&b);
}

static void
a_changed_record(void **state)
{
	struct sample *x = *state;

	attack(x, "UPDATE blob SET bytes = CAST('<ny/>x' AS BLOB) "
		  "WHERE type = 'application/xml'");
	finds(x, "The content of");
}

static void
a_removed_blob(void **state)
{
	struct sample *x = *state;
	struct findings f;

	attack(x, "DELETE FROM blob WHERE type = 'text/plain'");
	assert_int_equal(check(x, NULL, &f), KL_E_TAMPERED);
	/* the picture, the document, the minutes, the annex */
	assert_int_equal(f.n, 4);
	assert_non_null(strstr(f.text[0], "that is not there"));
}

static void
a_changed_log_row(void **state)
{
	struct sample *x = *state;

	attack_log(x, "UPDATE event SET account = 'somebody' WHERE seq = 5");
	finds(x, "Row 5 of the log");
}

static void
a_missing_log_row(void **state)
{
	struct sample *x = *state;
	struct findings f;

	attack_log(x, "DELETE FROM event WHERE seq = 5");
	assert_int_equal(check(x, NULL, &f), KL_E_TAMPERED);
	assert_int_equal(f.n, 2);
	assert_non_null(strstr(f.text[0], "Rows 5 to 5 of the log"));
	assert_non_null(strstr(f.text[1], "has been added outside"));
}

/* The facts of the last rows cut go too, so that only the head tells. */
static void
a_cut_log(void **state)
{
	struct sample *x = *state;
	char head[HASH_HEX];
	struct kl_error err;
	struct findings f;

	assert_int_equal(store_log_head(x->store, head, &err), 0);
	assert_int_equal(check(x, head, &f), 0);
	attack_log(x, "DELETE FROM event WHERE seq = 46;"
		      "DELETE FROM frozen_record");
	assert_int_equal(check(x, NULL, &f), 0);
	assert_int_equal(check(x, head, &f), KL_E_TAMPERED);
	assert_int_equal(f.n, 1);
	assert_non_null(strstr(f.text[0], "has been cut"));
}

/* A head that was noted earlier still holds when the log has grown. */
static void
a_grown_log(void **state)
{
	struct person p = { .ref = "p9" };
	struct sample *x = *state;
	char head[HASH_HEX];
	struct kl_error err;
	struct findings f;

	assert_int_equal(store_log_head(x->store, head, &err), 0);
	assert_int_equal(store_begin(x->store, &sample_actor, &err), 0);
	assert_int_equal(store_save_person(x->store, "add", &p, &err), 0);
	assert_int_equal(store_commit(x->store, &err), 0);
	assert_int_equal(check(x, head, &f), 0);
}

static void
a_lost_guard(void **state)
{
	struct sample *x = *state;

	attack(x, "DROP TRIGGER event_no_delete");
	finds(x, "trigger event_no_delete is missing");
}

static void
a_foreign_trigger(void **state)
{
	struct sample *x = *state;

	attack(x, "CREATE TRIGGER quiet AFTER INSERT ON event BEGIN "
		  "DELETE FROM delivery; END");
	finds(x, "has a trigger quiet");
}

static void
a_strange_state(void **state)
{
	struct sample *x = *state;
	struct bundle b = { .arena = arena_new(0) };
	struct kl_error err;
	struct findings f;

	attack(x, "UPDATE minutes SET state = 'klart'");
	assert_int_equal(check(x, NULL, &f), KL_E_TAMPERED);
	assert_int_equal(f.n, 2);
	assert_non_null(strstr(f.text[0], "changed outside"));
	assert_non_null(strstr(f.text[1], "The state \"klart\" of protokoll"));
	assert_int_equal(store_load_meeting(x->store, SAMPLE_MEETING, &b, &err),
	    KL_E_TAMPERED);
	arena_free(b.arena);
}

static void
the_log_refuses_changes(void **state)
{
	struct sample *x = *state;
	sqlite3 *db;

	assert_int_equal(sqlite3_open(x->path, &db), SQLITE_OK);
	assert_int_equal(
	    sqlite3_exec(db, "UPDATE event SET verb = 'x'", NULL, NULL, NULL),
	    SQLITE_CONSTRAINT);
	assert_int_equal(
	    sqlite3_exec(db, "DELETE FROM event", NULL, NULL, NULL),
	    SQLITE_CONSTRAINT);
	sqlite3_close(db);
}

/* Zero a page in the middle of the file. */
static void
a_damaged_file(void **state)
{
	struct sample *x = *state;
	static const char zeros[4096];
	struct findings f;
	struct kl_error err;
	FILE *file;
	int rc;

	store_close(x->store);
	x->store = NULL;
	file = fopen(x->path, "r+b");
	assert_non_null(file);
	fseek(file, 4096 * 20, SEEK_SET);
	fwrite(zeros, 1, sizeof zeros, file);
	fclose(file);
	assert_int_equal(store_open(x->path, false, &x->store, &err), 0);
	rc = check(x, NULL, &f);
	assert_int_equal(rc, KL_E_DAMAGED);
}

#define WITH_SAMPLE(test)                                                      \
	cmocka_unit_test_setup_teardown(test, sample_setup, sample_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_SAMPLE(untouched_is_clean),
		WITH_SAMPLE(a_changed_fact),
		WITH_SAMPLE(every_table_counts),
		WITH_SAMPLE(an_added_fact),
		WITH_SAMPLE(a_removed_fact),
		WITH_SAMPLE(removed_attendance),
		WITH_SAMPLE(a_changed_blob),
		WITH_SAMPLE(a_changed_record),
		WITH_SAMPLE(a_removed_blob),
		WITH_SAMPLE(a_changed_log_row),
		WITH_SAMPLE(a_missing_log_row),
		WITH_SAMPLE(a_cut_log),
		WITH_SAMPLE(a_grown_log),
		WITH_SAMPLE(a_lost_guard),
		WITH_SAMPLE(a_foreign_trigger),
		WITH_SAMPLE(a_strange_state),
		WITH_SAMPLE(the_log_refuses_changes),
		WITH_SAMPLE(a_damaged_file),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
