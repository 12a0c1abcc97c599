/* SPDX-License-Identifier: EUPL-1.2
 *
 * The named lists of queries.sql, and what their SQL needs beyond SQLite.
 */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "base/tree.h"
#include "base/utf8.h"
#include "store/run.h"

#define PREFIX "list_"
#define FOLD_MAX (1u << 20) /* longest text folded, with room to work */

/* fold(text): for comparison without regard to case, also of å, ä and ö. */
static void
sql_fold(sqlite3_context *ctx, int n, sqlite3_value **values)
{
	const char *text = (const char *)sqlite3_value_text(values[0]);
	struct arena *a;
	char *folded;

	(void)n;
	if (text == NULL)
		return; /* NULL stays NULL */
	a = arena_new(FOLD_MAX);
	folded = a == NULL ? NULL : utf8_fold(a, text);
	if (folded == NULL)
		sqlite3_result_error_nomem(ctx);
	else
		sqlite3_result_text(ctx, folded, -1, SQLITE_TRANSIENT);
	arena_free(a);
}

/* SQLite hands over texts without a NUL, so they are copied to be compared. */
static int
sql_swedish(void *ctx, int nx, const void *x, int ny, const void *y)
{
	char left[256], right[256];

	(void)ctx;
	snprintf(left, sizeof left, "%.*s", nx, (const char *)x);
	snprintf(right, sizeof right, "%.*s", ny, (const char *)y);
	return utf8_compare(left, right);
}

int
store_functions(sqlite3 *db)
{
	int code = sqlite3_create_function(db, "fold", 1,
	    SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, NULL,
	    sql_fold, NULL, NULL);

	if (code == SQLITE_OK)
		code = sqlite3_create_collation(
		    db, "swedish", SQLITE_UTF8, NULL, sql_swedish);
	return code;
}

/* "stand-ins" is the list of the statement list_stand_ins. */
static bool
is_list(const char *statement, const char *name)
{
	for (; *statement != '\0' && *name != '\0'; statement++, name++)
		if (*statement != (*name == '-' ? '_' : *name))
			return false;
	return *statement == *name;
}

static enum sql
query_named(const char *name)
{
	int i;

	for (i = 1; i < SQL_COUNT; i++)
		if (strncmp(sql_texts[i].name, PREFIX, strlen(PREFIX)) == 0 &&
		    is_list(sql_texts[i].name + strlen(PREFIX), name))
			return (enum sql)i;
	return SQL_NONE;
}

/* Bind "name=value" to :name. */
static void
bind_arg(struct run *r, const char *query, const char *arg)
{
	size_t n = strcspn(arg, "=");
	char name[40];
	int i = 0;

	if (r->rc != 0)
		return;
	if (arg[n] == '=' && n < sizeof name - 1) {
		snprintf(name, sizeof name, ":%.*s", (int)n, arg);
		i = sqlite3_bind_parameter_index(r->st, name);
	}
	if (i == 0)
		run_fail(r, kl_error_set(r->err, KL_E_USAGE,
				KL_N_("The list %s cannot be limited by %s."),
				query, arg));
	else
		run_text(r, i, arg + n + 1);
}

static void
add_row(struct run *r, struct kl_data *list)
{
	struct kl_data *row = data_add_object(list, NULL);
	const char *name;
	int i;

	for (i = 0; i < sqlite3_column_count(r->st); i++) {
		name = sqlite3_column_name(r->st, i);
		if (sqlite3_column_type(r->st, i) == SQLITE_INTEGER)
			data_add_int(row, name, sqlite3_column_int64(r->st, i));
		else
			data_add_text(row, name,
			    (const char *)sqlite3_column_text(r->st, i));
	}
}

int
store_query(struct store *s, const char *name, const char *const *args,
    struct kl_data *list, struct kl_error *err)
{
	enum sql which = query_named(name);
	struct run r;

	if (which == SQL_NONE)
		return kl_error_set(err, KL_E_USAGE,
		    KL_N_("There is no list called %s. See kansli list "
			  "--help."),
		    name);
	run_start(&r, s, which, err);
	for (; args != NULL && *args != NULL; args++)
		bind_arg(&r, name, *args);
	while (run_step(&r))
		add_row(&r, list);
	if (r.rc == 0 && data_failed(list))
		run_fail(&r, kl_error_nomem(err));
	return run_end(&r);
}
