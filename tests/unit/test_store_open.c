/* SPDX-License-Identifier: EUPL-1.2
 *
 * store: making, opening, sharing and losing a register; its statements and
 * lists.
 */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/file.h"
#include "base/tree.h"
#include "store/inner.h"
#include "store_sample.h"

static const char *
sentence(const struct kl_error *err)
{
	static char text[1024];

	kl_error_format(err, NULL, text, sizeof text);
	return text;
}

/* Opening ${path} fails with ${code} and a sentence that holds ${words}. */
static void
refuses(const char *path, bool read_only, int code, const char *words)
{
	struct store *s = (struct store *)path; /* must be made NULL */
	struct kl_error err;

	assert_int_equal(store_open(path, read_only, &s, &err), code);
	assert_null(s);
	assert_int_equal(err.code, code);
	if (strstr(sentence(&err), words) == NULL)
		fail_msg("\"%s\" instead of \"%s\"", sentence(&err), words);
}

static void
a_new_register(void **state)
{
	struct store *s, *other;
	char path[64], head[HASH_HEX];
	struct kl_error err;
	struct stat st;

	(void)state;
	sample_path(path);
	assert_int_equal(store_create(path, &s, &err), 0);
	assert_int_equal(store_log_head(s, head, &err), 0);
	assert_int_equal(strspn(head, "0"), 64);
	assert_int_equal(store_check(s, head, NULL, NULL, NULL, &err), 0);
	assert_int_equal(store_create(path, &other, &err), KL_E_ENV);
	assert_non_null(strstr(sentence(&err), "already"));
	assert_null(other);
	store_close(s);
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 0077, 0); /* nobody else's business */
	assert_int_equal(store_open(path, true, &s, &err), 0);
	store_close(s);
	sample_remove(path);
	assert_int_equal(
	    store_create("/tmp/kansli-no-folder/x.db", &s, &err), KL_E_ENV);
	assert_non_null(strstr(sentence(&err), "folder"));
	store_close(NULL);
}

static void
what_is_no_register(void **state)
{
	static const char text[] = "This is a text and not a register at all, "
				   "however long one reads on in it: no.";
	char path[64];
	sqlite3 *db;

	(void)state;
	sample_path(path);
	refuses(path, false, KL_E_ENV, "There is no register");
	assert_int_equal(file_write(path, text, sizeof text, NULL), 0);
	refuses(path, false, KL_E_DAMAGED, "is not a register");
	assert_int_equal(file_write(path, "", 0, NULL), 0);
	refuses(path, false, KL_E_DAMAGED, "is not a register");
	remove(path);
	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	sqlite3_exec(db, "CREATE TABLE x(y)", NULL, NULL, NULL);
	sqlite3_close(db);
	refuses(path, true, KL_E_DAMAGED, "is not a register of Kansli");
	sample_remove(path);
	refuses("/tmp", false, KL_E_ENV, "cannot be opened");
}

static void
a_newer_register(void **state)
{
	struct sample *x = *state;

	assert_int_equal(sqlite3_exec(x->store->db, "PRAGMA user_version = 99",
			     NULL, NULL, NULL),
	    SQLITE_OK);
	refuses(x->path, false, KL_E_DAMAGED, "newer Kansli (version 99");
}

static void
a_truncated_register(void **state)
{
	struct sample *x = *state;
	struct bundle b = { .arena = x->arena };
	struct kl_error err;

	store_close(x->store);
	x->store = NULL;
	assert_int_equal(truncate(x->path, 4096 * 10), 0);
	if (store_open(x->path, true, &x->store, &err) == 0)
		assert_int_equal(
		    store_load_all(x->store, NULL, &b, &err), KL_E_DAMAGED);
	else
		assert_int_equal(err.code, KL_E_DAMAGED);
}

static void
no_right_to_write(void **state)
{
	struct sample *x = *state;

	if (geteuid() == 0)
		skip(); /* rights do not bind root */
	store_close(x->store);
	x->store = NULL;
	chmod(x->path, 0400);
	refuses(x->path, false, KL_E_ENV, "may not be written");
}

static void
reading_only(void **state)
{
	struct sample *x = *state;
	struct person p = { .ref = "p9" };
	struct kl_error err;

	store_close(x->store);
	assert_int_equal(store_open(x->path, true, &x->store, &err), 0);
	assert_int_equal(store_begin(x->store, &sample_actor, &err), KL_E_ENV);
	assert_non_null(strstr(sentence(&err), "may not be written"));
	assert_int_equal(
	    store_save_person(x->store, "add", &p, &err), KL_E_USAGE);
	assert_int_equal(store_has(x->store, "person", "p1"), 1);
}

static void
another_holds_the_lock(void **state)
{
	struct sample *x = *state;
	struct person p = { .ref = "p9" };
	struct store *other;
	struct kl_error err;

	assert_int_equal(store_open(x->path, false, &other, &err), 0);
	sqlite3_busy_timeout(other->db, 20); /* the test shall not wait 5 s */
	assert_int_equal(store_begin(x->store, &sample_actor, &err), 0);
	assert_int_equal(store_save_person(x->store, "add", &p, &err), 0);
	assert_int_equal(store_begin(other, &sample_actor, &err), KL_E_ENV);
	assert_non_null(strstr(sentence(&err), "Another program"));
	/* reading goes on, and sees what was there before */
	assert_int_equal(store_has(other, "person", "p1"), 1);
	assert_int_equal(store_has(other, "person", "p9"), 0);
	assert_int_equal(store_commit(x->store, &err), 0);
	assert_int_equal(store_has(other, "person", "p9"), 1);
	assert_int_equal(store_begin(other, &sample_actor, &err), 0);
	store_rollback(other);
	store_close(other);
}

/* The disk is full: SQLite is told that the file may not grow. */
static void
a_full_disk(void **state)
{
	struct sample *x = *state;
	struct kl_error err;
	char sha[HASH_HEX];
	char *big = calloc(1, 1 << 20);
	int rc;

	assert_non_null(big);
	sqlite3_exec(
	    x->store->db, "PRAGMA max_page_count = 60", NULL, NULL, NULL);
	assert_int_equal(store_begin(x->store, &sample_actor, &err), 0);
	rc = store_put_blob(x->store, big, 1 << 20, "x", sha, &err);
	assert_int_equal(rc, KL_E_ENV);
	assert_non_null(strstr(sentence(&err), "disk is full"));
	assert_int_equal(
	    store_put_blob(x->store, "a", 1, "x", sha, &err), KL_E_ENV);
	assert_int_equal(store_commit(x->store, &err), KL_E_ENV);
	assert_int_equal(
	    store_check(x->store, NULL, NULL, NULL, NULL, &err), 0);
	free(big);
}

static void
killed_in_the_middle(void **state)
{
	struct sample *x = *state;
	struct person p = { .ref = "p9" };
	char before[HASH_HEX], after[HASH_HEX];
	struct kl_error err;
	struct store *s;
	int status;
	pid_t pid;

	assert_int_equal(store_log_head(x->store, before, &err), 0);
	store_close(x->store);
	x->store = NULL;
	pid = fork();
	if (pid == 0) {
		if (store_open(x->path, false, &s, &err) != 0 ||
		    store_begin(s, &sample_actor, &err) != 0 ||
		    store_save_person(s, "add", &p, &err) != 0)
			_exit(2);
		sqlite3_db_cacheflush(s->db); /* as far as it can get */
		_exit(1);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(WEXITSTATUS(status), 1);
	assert_int_equal(store_open(x->path, false, &x->store, &err), 0);
	assert_int_equal(store_has(x->store, "person", "p9"), 0);
	assert_int_equal(store_log_head(x->store, after, &err), 0);
	assert_string_equal(before, after);
	assert_int_equal(
	    store_check(x->store, before, NULL, NULL, NULL, &err), 0);
}

/* A register whose making was cut off before the first step. */
static void
migrated_from_nothing(void **state)
{
	struct store *s;
	char path[64], sql[64];
	struct kl_error err;
	sqlite3 *db;

	(void)state;
	sample_path(path);
	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	snprintf(sql, sizeof sql, "PRAGMA application_id = %d",
	    STORE_APPLICATION_ID);
	assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
	refuses(path, true, KL_E_ENV, "older Kansli");
	assert_int_equal(store_open(path, false, &s, &err), 0);
	assert_int_equal(store_check(s, NULL, NULL, NULL, NULL, &err), 0);
	store_close(s);
	sample_remove(path);
}

/* Every named statement is SQL that fits the schema, and one statement only. */
static void
statements_can_be_prepared(void **state)
{
	struct sample *x = *state;
	sqlite3_stmt *st;
	const char *rest;
	int i;

	assert_true(SQL_COUNT > 100);
	for (i = 1; i < SQL_COUNT; i++) {
		if (sqlite3_prepare_v2(x->store->db, sql_texts[i].text, -1, &st,
			&rest) != SQLITE_OK)
			fail_msg("%s: %s", sql_texts[i].name,
			    sqlite3_errmsg(x->store->db));
		if (st == NULL || *rest != '\n')
			fail_msg("%s", sql_texts[i].name);
		sqlite3_finalize(st);
	}
}

/* The lists that people ask for every day do not read the whole register. */
static void
keys_are_indexed(void **state)
{
	static const enum sql hot[] = { SQL_MATTER_GET, SQL_MATTER_FIND,
		SQL_MEETING_GET, SQL_ITEM_GET, SQL_PARAGRAPH_GET,
		SQL_DOCUMENT_GET, SQL_EVENT_OF_FACT, SQL_MATTER_FOR,
		SQL_ITEM_BY_NR, SQL_ISSUED_LATEST, SQL_MANDATE_FIND,
		SQL_PERSON_FIND, SQL_EVENT_LAST, SQL_MATTER_OF_MEETING };
	struct sample *x = *state;
	char sql[4096];
	const char *detail;
	sqlite3_stmt *st;
	size_t i;

	for (i = 0; i < sizeof hot / sizeof hot[0]; i++) {
		snprintf(sql, sizeof sql, "EXPLAIN QUERY PLAN %s",
		    sql_texts[hot[i]].text);
		assert_int_equal(
		    sqlite3_prepare_v2(x->store->db, sql, -1, &st, NULL),
		    SQLITE_OK);
		while (sqlite3_step(st) == SQLITE_ROW) {
			detail = (const char *)sqlite3_column_text(st, 3);
			if (strncmp(detail, "SCAN", 4) == 0 &&
			    hot[i] != SQL_EVENT_LAST)
				fail_msg(
				    "%s: %s", sql_texts[hot[i]].name, detail);
		}
		sqlite3_finalize(st);
	}
}

/* ---- lists -----------------------------------------------------------------
 */

static struct kl_data *
ask(struct sample *x, const char *name, const char *arg)
{
	const char *const args[] = { arg, NULL };
	struct kl_data *list = data_list();
	struct kl_error err;

	if (store_query(x->store, name, args, list, &err) != 0)
		fail_msg("%s: %s", name, sentence(&err));
	return list;
}

/* The list ${name}, limited by ${arg}, is this JSON. */
static void
lists(struct sample *x, const char *name, const char *arg, const char *json)
{
	struct kl_data *list = ask(x, name, arg);
	char *text;

	assert_int_equal(kl_data_json(list, &text), 0);
	assert_string_equal(text, json);
	free(text);
	kl_data_free(list);
}

static void
matters_are_listed(void **state)
{
	static const char secret[] =
	    "[{\"number\":\"T2026-102-00418\","
	    "\"title\":\"Ärende om upphandling\",\"committee\":\"TRN\","
	    "\"kind\":\"beslut\",\"officer\":\"Nils Å\",\"secret\":1,"
	    "\"meeting\":\"TRN/2026-11-17\",\"registered\":\"2026-10-01\","
	    "\"answer_by\":\"2026-12-01\",\"outcome\":null}]";
	static const char open[] =
	    "[{\"number\":\"T2026-102-00500\","
	    "\"title\":\"Cykelbanor på Sandviksvägen\","
	    "\"committee\":\"TRN\",\"kind\":null,\"officer\":null,"
	    "\"secret\":0,\"meeting\":null,\"registered\":null,"
	    "\"answer_by\":null,\"outcome\":\"bordlagt\"}]";
	struct sample *x = *state;

	lists(x, "matters", "text=UPPHANDLING", secret);
	lists(x, "matters", "year=2026", secret);
	lists(x, "matters", "meeting=" SAMPLE_MEETING, secret);
	lists(x, "matters", "text=färjetrafik", "[]"); /* its secret title */
	lists(x, "matters", "text=SANDVIKSVÄGEN", open);
	lists(x, "matters", "state=bordlagt", open);
	lists(x, "matters", "meeting=" SAMPLE_EARLIER, open);
	lists(x, "matters", "committee=TRNR", "[]");
}

static void
other_lists(void **state)
{
	struct sample *x = *state;

	lists(x, "meetings", "meeting=" SAMPLE_MEETING,
	    "[{\"meeting\":\"TRN/2026-11-17\",\"committee\":\"TRN\","
	    "\"date\":\"2026-11-17\",\"time\":\"16:30\","
	    "\"place\":\"Bråsalen, Stadshuset\",\"number\":9,"
	    "\"state\":\"genomfört\",\"items\":0,\"paragraphs\":1}]");
	lists(x, "notices", "committee=TRN",
	    "[{\"meeting\":\"TRN/2026-11-17\",\"seq\":1,"
	    "\"paragraphs\":\"1-10\",\"adjusted\":\"2026-11-24\","
	    "\"posted\":\"2026-11-25\",\"taken_down\":null,"
	    "\"state\":\"anslaget\"}]");
	lists(x, "deliveries", "state=skickad",
	    "[{\"meeting\":\"TRN/2026-11-17\",\"paragraph\":10,"
	    "\"recipient\":\"Trafikkontoret\",\"way\":\"e-post\","
	    "\"state\":\"skickad\",\"sent\":\"2026-11-26\","
	    "\"receipted\":null}]");
	lists(x, "persons", "text=öberg",
	    "[{\"ref\":\"p1\",\"name\":\"Åsa Öberg\",\"party\":\"S\","
	    "\"email\":\"asa@ekholm.example\",\"mandates\":1}]");
	lists(x, "mandates", "day=2027-01-01",
	    "[{\"committee\":\"TRN\",\"person\":\"p2\","
	    "\"name\":\"Göran Ärlig\",\"party\":null,"
	    "\"role\":\"ersättare\",\"from\":null,\"to\":null,\"order\":3,"
	    "\"personal_for\":\"p1\"}]");
	lists(x, "committees", "committee=TRN",
	    "[{\"code\":\"TRN\",\"name\":\"Trafiknämnden\","
	    "\"kind\":\"nämnd\",\"department\":\"TK\",\"seats\":13,"
	    "\"numbering\":\"sammanträde\"}]");
	lists(x, "departments", NULL,
	    "[{\"code\":\"TK\",\"name\":\"Trafikkontoret\"}]");
}

static void
lists_have_rows(void **state)
{
	static const struct {
		const char *name;
		size_t rows;
	} all[] = { { "matters", 2 }, { "meetings", 2 }, { "committees", 2 },
		{ "persons", 3 }, { "mandates", 2 }, { "documents", 2 },
		{ "minutes", 1 }, { "notices", 1 }, { "deliveries", 1 },
		{ "issued", 0 }, { "events", 46 }, { "users", 0 },
		{ "departments", 1 }, { "rooms", 2 }, { "bookings", 1 },
		{ "stand-ins", 2 }, { "absences", 1 }, { "plan-rules", 2 },
		{ "plans", 0 } };
	struct sample *x = *state;
	const struct kl_data *row;
	struct kl_data *list;
	size_t i;

	for (i = 0; i < sizeof all / sizeof all[0]; i++) {
		list = ask(x, all[i].name, NULL);
		assert_int_equal(kl_data_count(list), all[i].rows);
		kl_data_free(list);
	}
	list = ask(x, "events", "fact=matter");
	row = kl_data_at(list, 0);
	assert_string_equal(
	    kl_data_text(kl_data_get(row, "key")), "T2026-102-00418");
	assert_string_equal(kl_data_text(kl_data_get(row, "user")), "vera");
	assert_string_equal(kl_data_text(kl_data_get(row, "verb")), "import");
	kl_data_free(list);
	list = ask(x, "persons", NULL); /* Swedish order: L, Ä, Ö */
	assert_string_equal(
	    kl_data_text(kl_data_get(kl_data_at(list, 0), "ref")), "p3");
	assert_string_equal(
	    kl_data_text(kl_data_get(kl_data_at(list, 1), "ref")), "p2");
	kl_data_free(list);
}

static void
lists_that_are_not(void **state)
{
	const char *const args[] = { "colour=red", NULL };
	struct kl_data *list = data_list();
	struct sample *x = *state;
	struct kl_error err;

	assert_int_equal(
	    store_query(x->store, "secrets", NULL, list, &err), KL_E_USAGE);
	assert_int_equal(
	    store_query(x->store, "matters", args, list, &err), KL_E_USAGE);
	assert_non_null(strstr(sentence(&err), "colour=red"));
	assert_int_equal(kl_data_count(list), 0);
	kl_data_free(list);
}

/* A register as version 1 made it. */
static void
migrated_from_one(void **state)
{
	const struct sql_step *step;
	struct store_actor actor = { "vera", "2026-11-24T09:30:00Z" };
	struct store_user user = { .name = "vera", .role = "admin" };
	struct kl_error err;
	struct store *s;
	struct kl_data *list;
	char path[64], sql[96];
	sqlite3 *db;

	(void)state;
	sample_path(path);
	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	for (step = sql_steps; step->version == 1; step++)
		assert_int_equal(
		    sqlite3_exec(db, step->text, NULL, NULL, NULL), SQLITE_OK);
	snprintf(sql, sizeof sql,
	    "PRAGMA application_id = %d; PRAGMA user_version = 1",
	    STORE_APPLICATION_ID);
	assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
	refuses(path, true, KL_E_ENV, "older Kansli");
	assert_int_equal(store_open(path, false, &s, &err), 0);
	assert_int_equal(store_begin(s, &actor, &err), 0);
	assert_int_equal(store_save_user(s, "user-add", &user, &err), 0);
	assert_int_equal(store_commit(s, &err), 0);
	assert_int_equal(store_check(s, NULL, NULL, NULL, NULL, &err), 0);
	list = data_list();
	assert_int_equal(store_query(s, "events", NULL, list, &err), 0);
	assert_string_equal(
	    kl_data_text(kl_data_get(kl_data_at(list, 0), "verb")), "migrate");
	kl_data_free(list);
	store_close(s);
	sample_remove(path);
}

#define WITH_SAMPLE(test)                                                      \
	cmocka_unit_test_setup_teardown(test, sample_setup, sample_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_new_register),
		cmocka_unit_test(what_is_no_register),
		WITH_SAMPLE(a_newer_register),
		WITH_SAMPLE(a_truncated_register),
		WITH_SAMPLE(no_right_to_write),
		WITH_SAMPLE(reading_only),
		WITH_SAMPLE(another_holds_the_lock),
		WITH_SAMPLE(a_full_disk),
		WITH_SAMPLE(killed_in_the_middle),
		cmocka_unit_test(migrated_from_nothing),
		cmocka_unit_test(migrated_from_one),
		WITH_SAMPLE(statements_can_be_prepared),
		WITH_SAMPLE(keys_are_indexed),
		WITH_SAMPLE(matters_are_listed),
		WITH_SAMPLE(other_lists),
		WITH_SAMPLE(lists_have_rows),
		WITH_SAMPLE(lists_that_are_not),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
