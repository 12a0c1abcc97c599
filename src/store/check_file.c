/* SPDX-License-Identifier: EUPL-1.2
 *
 * The check of what the facts stand on: the file, its schema, the log's chain.
 */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "store/check.h"

/* What integrity_check says of values that a damaged disk does not make. */
static bool
made_by_hand(const char *text)
{
	return strncmp(text, "CHECK constraint", 16) == 0 ||
	       strncmp(text, "NULL value in", 13) == 0 ||
	       strncmp(text, "non-", 4) == 0; /* non-TEXT value in ... */
}

static int
check_integrity(struct check *c)
{
	struct kl_error finding;
	const char *text;
	struct run r;

	run_start(&r, c->s, SQL_FILE_INTEGRITY, c->err);
	while (run_step(&r)) {
		text = run_column(&r, 0);
		if (strcmp(text, "ok") == 0)
			continue;
		if (made_by_hand(text)) {
			kl_error_set(&finding, KL_E_TAMPERED,
			    KL_N_("The register holds what Kansli never "
				  "writes (%s)."),
			    text);
		} else {
			c->damaged = true;
			kl_error_set(&finding, KL_E_DAMAGED,
			    KL_N_("The register's file is damaged (%s)."),
			    text);
		}
		check_report(c, &finding);
	}
	return run_end(&r);
}

static int
check_references(struct check *c)
{
	struct kl_error finding;
	struct run r;

	run_start(&r, c->s, SQL_FILE_REFERENCES, c->err);
	while (run_step(&r)) {
		kl_error_set(&finding, KL_E_TAMPERED,
		    KL_N_("Row %lld of the table %s refers to a row of the "
			  "table %s that is not there."),
		    (long long)sqlite3_column_int64(r.st, 1), run_column(&r, 0),
		    run_column(&r, 2));
		check_report(c, &finding);
	}
	return run_end(&r);
}

/* Is ${name} in ${s} and made with the text ${sql}?  1, 0 or <0. */
static int
has_schema(struct check *c, struct store *s, const char *name, const char *sql)
{
	struct run r;
	int same = 0, rc;

	run_start(&r, s, SQL_SCHEMA_ONE, c->err);
	run_text(&r, 1, name);
	if (run_step(&r))
		same = sql == NULL || strcmp(run_column(&r, 0), sql) == 0;
	rc = run_end(&r);
	return rc != 0 ? rc : same;
}

/* Everything that ${one} has must be in ${other}, the same way; of the register
 * itself only what acts by itself or stands before a table matters. */
static int
compare_schema(struct check *c, struct store *one, struct store *other)
{
	struct kl_error finding;
	struct run r;
	bool ours = one == c->s;
	int same;

	run_start(&r, one, SQL_SCHEMA_ALL, c->err);
	while (run_step(&r)) {
		if (ours && strcmp(run_column(&r, 1), "trigger") != 0 &&
		    strcmp(run_column(&r, 1), "view") != 0)
			continue;
		same = has_schema(c, other, run_column(&r, 0),
		    ours ? NULL : run_column(&r, 2));
		if (same < 0)
			run_fail(&r, same);
		if (same != 0)
			continue;
		if (ours)
			kl_error_set(&finding, KL_E_TAMPERED,
			    KL_N_("The register has a %s %s that Kansli did "
				  "not make."),
			    run_column(&r, 1), run_column(&r, 0));
		else
			kl_error_set(&finding, KL_E_TAMPERED,
			    KL_N_("The register's %s %s is missing or is not "
				  "as Kansli made it."),
			    run_column(&r, 1), run_column(&r, 0));
		check_report(c, &finding);
	}
	return run_end(&r);
}

int
check_file(struct check *c)
{
	struct store *blank = NULL;
	int rc;

	if ((rc = check_integrity(c)) != 0 || (rc = check_references(c)) != 0)
		return rc;
	rc = store_blank(&blank, c->err);
	if (rc == 0)
		rc = compare_schema(c, blank, c->s);
	if (rc == 0)
		rc = compare_schema(c, c->s, blank);
	store_close(blank);
	return rc;
}

/* ---- the chain -------------------------------------------------------------
 */

/* Where the check of the log stands. */
struct chain {
	int64_t seq;	     /* of the row before */
	char hash[HASH_HEX]; /* of the row before, as stored */
};

static void
check_row(struct check *c, struct run *r, struct chain *chain)
{
	struct log_row row = { sqlite3_column_int64(r->st, 0), run_column(r, 1),
		run_column(r, 2), run_column(r, 3), run_column(r, 4),
		sqlite3_column_int64(r->st, 5), sqlite3_column_int(r->st, 6),
		run_column(r, 7), run_column(r, 8) };
	const char *hash = run_column(r, 9);
	struct kl_error finding;
	char hex[HASH_HEX];

	log_row_hash(&row, hex);
	finding.code = 0;
	if (row.seq != chain->seq + 1)
		kl_error_set(&finding, KL_E_TAMPERED,
		    KL_N_("Rows %lld to %lld of the log are missing."),
		    (long long)(chain->seq + 1), (long long)(row.seq - 1));
	else if (strcmp(hex, hash) != 0)
		kl_error_set(&finding, KL_E_TAMPERED,
		    KL_N_("Row %lld of the log (%s) has been changed outside "
			  "Kansli."),
		    (long long)row.seq, row.instant);
	else if (strcmp(row.prev_hash, chain->hash) != 0)
		kl_error_set(&finding, KL_E_TAMPERED,
		    KL_N_("Row %lld of the log (%s) does not follow the row "
			  "before it."),
		    (long long)row.seq, row.instant);
	if (finding.code != 0)
		check_report(c, &finding);
	chain->seq = row.seq;
	snprintf(chain->hash, sizeof chain->hash, "%s", hash);
}

int
check_log(struct check *c, const char *head)
{
	struct chain chain = { 0, LOG_START };
	struct kl_error finding;
	bool held = head == NULL || strcmp(head, LOG_START) == 0;
	struct run r;

	run_start(&r, c->s, SQL_EVENT_ALL, c->err);
	while (run_step(&r)) {
		check_row(c, &r, &chain);
		c->counts.events++;
		held = held || strcmp(chain.hash, head) == 0;
	}
	if (r.rc == 0 && !held) {
		kl_error_set(&finding, KL_E_TAMPERED,
		    KL_N_("The log does not hold the row with the hash %s: it "
			  "has been cut or made anew since that was noted."),
		    head);
		check_report(c, &finding);
	}
	return run_end(&r);
}
