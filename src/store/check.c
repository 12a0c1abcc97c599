/* SPDX-License-Identifier: EUPL-1.2
 *
 * Has anybody changed the register outside Kansli?  Facts against the log,
 * bytes against their hash, states against the state words.
 */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "store/check.h"

void
check_report(struct check *c, const struct kl_error *finding)
{
	c->findings++;
	if (c->found != NULL)
		c->found(c->ctx, finding);
}

/* The last row that the log has of a fact. */
struct last {
	char hash[HASH_HEX], instant[32];
	int64_t seq;
	int form;
};

static int
last_row(struct check *c, const char *fact, int64_t id, struct last *last)
{
	struct run r;

	memset(last, 0, sizeof *last);
	last->form = 1;
	run_start(&r, c->s, SQL_EVENT_OF_FACT, c->err);
	run_text(&r, 1, fact);
	run_int(&r, 2, id);
	if (run_step(&r)) {
		snprintf(
		    last->hash, sizeof last->hash, "%s", run_column(&r, 0));
		last->seq = sqlite3_column_int64(r.st, 1);
		snprintf(last->instant, sizeof last->instant, "%s",
		    run_column(&r, 2));
		last->form = sqlite3_column_int(r.st, 3);
	}
	return run_end(&r);
}

/* Compare the fact, called ${key}, with the log. */
static int
check_fact(struct check *c, const char *fact, int64_t id, const char *key)
{
	const struct fact_kind *kind = fact_named(fact);
	struct kl_error finding;
	char now[HASH_HEX];
	struct last last;
	int rc = last_row(c, fact, id, &last);

	if (rc != 0 || kind == NULL)
		return rc;
	rc = log_fact_hash(c->s, kind, id, last.form, now, &finding);
	if (rc == KL_E_TAMPERED) {
		check_report(c, &finding);
		return 0;
	}
	if (rc != 0) {
		if (c->err != NULL)
			*c->err = finding;
		return rc;
	}
	if (*now != '\0')
		c->counts.facts++;
	if (strcmp(now, last.hash) == 0)
		return 0;
	if (*last.hash == '\0')
		kl_error_set(&finding, KL_E_TAMPERED,
		    KL_N_("The fact %s %s has been added outside Kansli: the "
			  "log does not know it."),
		    kind->word, key);
	else if (*now == '\0')
		kl_error_set(&finding, KL_E_TAMPERED,
		    KL_N_("The fact %s %s has been removed outside Kansli "
			  "since %s (event %lld)."),
		    kind->word, key, last.instant, (long long)last.seq);
	else
		kl_error_set(&finding, KL_E_TAMPERED,
		    KL_N_("The fact %s %s has been changed outside Kansli "
			  "since %s (event %lld)."),
		    kind->word, key, last.instant, (long long)last.seq);
	check_report(c, &finding);
	return 0;
}

static int
check_facts(struct check *c)
{
	struct run r;

	run_start(&r, c->s, SQL_FACT_ALL, c->err);
	while (run_step(&r))
		run_fail(
		    &r, check_fact(c, run_column(&r, 0),
			    sqlite3_column_int64(r.st, 1), run_column(&r, 2)));
	return run_end(&r);
}

/* Does the register still hold the fact?  1, 0 or <0. */
static int
has_fact(struct check *c, const char *fact, int64_t id)
{
	struct run r;
	int found, rc;

	run_start(&r, c->s, SQL_FACT_HAS, c->err);
	run_text(&r, 1, fact);
	run_int(&r, 2, id);
	found = run_step(&r) ? 1 : 0;
	rc = run_end(&r);
	return rc != 0 ? rc : found;
}

/* Facts that the log knows and the register has lost: their names are gone with
 * them, since the log holds no personal text. */
static int
check_gone(struct check *c)
{
	const struct fact_kind *kind;
	struct kl_error finding;
	struct run r;
	int there;

	run_start(&r, c->s, SQL_EVENT_FACTS, c->err);
	while (run_step(&r)) {
		there = has_fact(
		    c, run_column(&r, 0), sqlite3_column_int64(r.st, 1));
		if (there < 0)
			run_fail(&r, there);
		if (there != 0)
			continue;
		kind = fact_named(run_column(&r, 0));
		kl_error_set(&finding, KL_E_TAMPERED,
		    KL_N_("The fact %s with the identifier %lld has been "
			  "removed outside Kansli since %s (event %lld)."),
		    kind == NULL ? run_column(&r, 0) : kind->word,
		    (long long)sqlite3_column_int64(r.st, 1), run_column(&r, 3),
		    (long long)sqlite3_column_int64(r.st, 2));
		check_report(c, &finding);
	}
	return run_end(&r);
}

static int
report_blob(struct check *c, const char *sha)
{
	const struct fact_kind *kind;
	struct kl_error finding;
	struct run r;

	run_start(&r, c->s, SQL_BLOB_USE, c->err);
	run_text(&r, 1, sha);
	if (run_step(&r)) {
		kind = fact_named(run_column(&r, 0));
		kl_error_set(&finding, KL_E_TAMPERED,
		    KL_N_("The content of %s %s (SHA-256 %s) has been changed "
			  "outside Kansli."),
		    kind == NULL ? "" : kind->word, run_column(&r, 1), sha);
	} else {
		kl_error_set(&finding, KL_E_TAMPERED,
		    KL_N_("The content with the SHA-256 %s has been changed "
			  "outside Kansli."),
		    sha);
	}
	check_report(c, &finding);
	return run_end(&r);
}

static int
check_blobs(struct check *c)
{
	char hex[HASH_HEX];
	struct run r;
	int n;

	run_start(&r, c->s, SQL_BLOB_ALL, c->err);
	while (run_step(&r)) {
		c->counts.blobs++;
		n = sqlite3_column_bytes(r.st, 2);
		hash_of(
		    n == 0 ? "" : sqlite3_column_blob(r.st, 2), (size_t)n, hex);
		if (strcmp(hex, run_column(&r, 0)) != 0 ||
		    sqlite3_column_int64(r.st, 1) != n)
			run_fail(&r, report_blob(c, run_column(&r, 0)));
	}
	return run_end(&r);
}

static int
check_states(struct check *c)
{
	const struct fact_kind *kind;
	struct kl_error finding;
	word_list words;
	struct run r;

	run_start(&r, c->s, SQL_STATE_ALL, c->err);
	while (run_step(&r)) {
		kind = fact_named(run_column(&r, 0));
		words = kind == &fact_kinds[FACT_MEETING]   ? words_meeting
			: kind == &fact_kinds[FACT_MINUTES] ? words_minutes
							    : words_delivery;
		if (kind == NULL || word_value(words, run_column(&r, 2)) != 0)
			continue;
		kl_error_set(&finding, KL_E_TAMPERED,
		    KL_N_("The state \"%s\" of %s %s is none that Kansli "
			  "knows."),
		    run_column(&r, 2), kind->word, run_column(&r, 1));
		check_report(c, &finding);
	}
	return run_end(&r);
}

static int
check_all(struct check *c, const char *head)
{
	int rc;

	if ((rc = check_file(c)) != 0 || (rc = check_log(c, head)) != 0 ||
	    (rc = check_facts(c)) != 0 || (rc = check_gone(c)) != 0 ||
	    (rc = check_blobs(c)) != 0)
		return rc;
	return check_states(c);
}

int
store_check(struct store *s, const char *head, store_finding found, void *ctx,
    struct store_counts *counts, struct kl_error *err)
{
	struct check c = { s, found, ctx, err, { 0, 0, 0 }, 0, false };
	bool started;
	int rc = store_snapshot(s, &started, err);

	if (rc == 0)
		rc = check_all(&c, head);
	store_snapshot_end(s, started);
	if (counts != NULL)
		*counts = c.counts;
	if (rc != 0 || c.findings == 0)
		return rc;
	if (c.damaged)
		return kl_error_set(err, KL_E_DAMAGED,
		    KL_N_("The register %s is damaged. Restore a backup."),
		    s->path);
	return kl_error_set(err, KL_E_TAMPERED,
	    KL_N_("The register %s has been changed outside Kansli (%zu "
		  "findings)."),
	    s->path, c.findings);
}
