/* SPDX-License-Identifier: EUPL-1.2
 *
 * The log: identifiers and hashes, never personal text.  Rows are only added.
 */
#include "config.h"

#include <string.h>

#include "store/log.h"

static void
put_number(struct hash *h, char tag, int64_t value)
{
	unsigned char b[9];
	uint64_t u = (uint64_t)value;
	int i;

	b[0] = (unsigned char)tag;
	for (i = 8; i > 0; i--, u >>= 8)
		b[i] = (unsigned char)(u & 0xff);
	hash_add(h, b, sizeof b);
}

static void
put_text(struct hash *h, const char *text, size_t n)
{
	put_number(h, 'T', (int64_t)n);
	hash_add(h, text, n);
}

static void
put_string(struct hash *h, const char *text)
{
	put_text(h, text, strlen(text));
}

/* A column of the statement's present row.  The canonical form knows no other
 * types; STRICT tables hold none. */
static void
put_column(struct run *r, struct hash *h, int col)
{
	const char *text;

	switch (sqlite3_column_type(r->st, col)) {
	case SQLITE_NULL:
		hash_add(h, "N", 1);
		break;
	case SQLITE_INTEGER:
		put_number(h, 'I', sqlite3_column_int64(r->st, col));
		break;
	default:
		text = (const char *)sqlite3_column_text(r->st, col);
		if (text == NULL)
			run_fail(r, kl_error_nomem(r->err));
		else
			put_text(
			    h, text, (size_t)sqlite3_column_bytes(r->st, col));
	}
}

void
log_row_hash(const struct log_row *row, char hex[HASH_HEX])
{
	struct hash h;

	hash_init(&h);
	hash_add(&h, "E", 1);
	put_string(&h, row->prev_hash);
	put_number(&h, 'I', row->seq);
	put_string(&h, row->instant);
	put_string(&h, row->user);
	put_string(&h, row->verb);
	put_string(&h, row->fact);
	put_number(&h, 'I', row->fact_id);
	put_number(&h, 'I', row->form);
	put_string(&h, row->fact_hash);
	hash_end(&h, hex);
}

int
log_fact_hash(struct store *s, const struct fact_kind *kind, int64_t id,
    int form, char hex[HASH_HEX], struct kl_error *err)
{
	const enum sql *part = fact_canon(kind, form);
	struct hash h;
	struct run r;
	size_t rows = 0;
	int col, rc;

	if (part == NULL)
		return kl_error_set(err, KL_E_TAMPERED,
		    KL_N_("The log names the canonical form %d, which this "
			  "Kansli does not know."),
		    form);
	hash_init(&h);
	put_string(&h, kind->name);
	for (; *part != SQL_NONE; part++) {
		hash_add(&h, "S", 1);
		run_start(&r, s, *part, err);
		run_int(&r, 1, id);
		while (run_step(&r)) {
			hash_add(&h, "R", 1);
			for (col = 0; col < sqlite3_column_count(r.st); col++)
				put_column(&r, &h, col);
			rows++;
		}
		if ((rc = run_end(&r)) != 0)
			return rc;
	}
	hash_end(&h, hex);
	if (rows == 0)
		hex[0] = '\0';
	return 0;
}

int
log_start(struct store *s, struct kl_error *err)
{
	const char *hash;
	struct run r;

	s->seq = 0;
	memcpy(s->head, LOG_START, HASH_HEX);
	run_start(&r, s, SQL_EVENT_LAST, err);
	if (run_step(&r)) {
		s->seq = sqlite3_column_int64(r.st, 0);
		hash = run_column(&r, 1);
		if (strlen(hash) != HASH_HEX - 1)
			run_fail(
			    &r, kl_error_set(err, KL_E_TAMPERED,
				    KL_N_("The last row of the log has been "
					  "changed outside Kansli. Nothing was "
					  "changed. Run kansli check.")));
		else
			memcpy(s->head, hash, HASH_HEX);
	}
	return run_end(&r);
}

int
log_append(struct store *s, const char *verb, const char *fact, int64_t id,
    int form, const char *hash, struct kl_error *err)
{
	struct log_row row = { s->seq + 1, s->instant, s->user, verb, fact, id,
		form, hash, s->head };
	char hex[HASH_HEX];
	struct run r;
	int rc;

	log_row_hash(&row, hex);
	run_start(&r, s, SQL_EVENT_PUT, err);
	run_int(&r, 1, row.seq);
	run_text(&r, 2, row.instant);
	run_text(&r, 3, row.user);
	run_text(&r, 4, row.verb);
	run_text(&r, 5, row.fact);
	run_int(&r, 6, row.fact_id);
	run_int(&r, 7, row.form);
	run_text(&r, 8, row.fact_hash);
	run_text(&r, 9, row.prev_hash);
	run_text(&r, 10, hex);
	rc = run_do(&r);
	if (rc != 0)
		return rc;
	s->seq = row.seq;
	memcpy(s->head, hex, HASH_HEX);
	return 0;
}

/* The hash that the log last gave the fact; "" if none. */
static int
last_hash(struct store *s, const struct fact_kind *kind, int64_t id,
    char hex[HASH_HEX], struct kl_error *err)
{
	const char *hash;
	struct run r;

	hex[0] = '\0';
	run_start(&r, s, SQL_EVENT_OF_FACT, err);
	run_text(&r, 1, kind->name);
	run_int(&r, 2, id);
	if (run_step(&r)) {
		hash = run_column(&r, 0);
		if (strlen(hash) == HASH_HEX - 1)
			memcpy(hex, hash, HASH_HEX);
	}
	return run_end(&r);
}

int
log_fact(struct store *s, const struct fact_kind *kind, int64_t id,
    const char *verb, bool fresh, struct kl_error *err)
{
	char now[HASH_HEX], before[HASH_HEX] = "";
	int form = fact_form(kind), rc;

	if ((rc = log_fact_hash(s, kind, id, form, now, err)) != 0)
		return rc;
	if (!fresh && (rc = last_hash(s, kind, id, before, err)) != 0)
		return rc;
	if (strcmp(now, before) == 0)
		return 0;
	return log_append(s, verb, kind->name, id, form, now, err);
}

int
store_log_seq(struct store *s, int64_t *seq, struct kl_error *err)
{
	int rc = s->open ? 0 : log_start(s, err);

	if (rc == 0)
		*seq = s->seq;
	return rc;
}

int
store_changed_since(
    struct store *s, int64_t seq, bool *changed, struct kl_error *err)
{
	struct run r;

	run_start(&r, s, SQL_EVENT_FACTS_SINCE, err);
	run_int(&r, 1, seq);
	*changed = run_step(&r);
	return run_end(&r);
}

int
store_log_head(struct store *s, char sha[HASH_HEX], struct kl_error *err)
{
	int rc = s->open ? 0 : log_start(s, err);

	if (rc == 0)
		memcpy(sha, s->head, HASH_HEX);
	return rc;
}
