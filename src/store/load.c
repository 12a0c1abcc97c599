/* SPDX-License-Identifier: EUPL-1.2
 *
 * Loading one committee, matter or user whole.
 */
#include "config.h"

#include <string.h>

#include "store/load.h"

void *
load_new(struct run *r, void *p)
{
	if (p == NULL)
		run_fail(r, kl_error_nomem(r->err));
	return p;
}

int
load_list(struct store *s, enum sql which, int64_t id, struct arena *a,
    text_list *list, struct kl_error *err)
{
	struct run r;

	run_start(&r, s, which, err);
	run_int(&r, 1, id);
	while (run_step(&r))
		if (text_add(a, list, run_column(&r, 0)) != 0)
			run_fail(&r, kl_error_nomem(err));
	return run_end(&r);
}

/* ${facts}: each begins with its identifier. */
static int
load_many(struct store *s, enum sql which, int64_t id,
    const struct row_field *fields, bool facts, struct arena *a,
    struct load_rows to, struct kl_error *err)
{
	struct run r;
	int64_t own;
	void *row;

	run_start(&r, s, which, err);
	run_int(&r, 1, id);
	while (run_step(&r)) {
		row =
		    load_new(&r, vec_grow(a, to.array, to.n, to.cap, to.size));
		if (row == NULL)
			break;
		own = sqlite3_column_int64(r.st, 0);
		if (facts)
			memcpy(row, &own, sizeof own);
		row_load(&r, fields, a, row);
	}
	return run_end(&r);
}

int
load_children(struct store *s, enum sql which, int64_t id,
    const struct row_field *fields, struct arena *a, struct load_rows to,
    struct kl_error *err)
{
	return load_many(s, which, id, fields, false, a, to, err);
}

int
load_facts(struct store *s, enum sql which, int64_t id,
    const struct row_field *fields, struct arena *a, struct load_rows to,
    struct kl_error *err)
{
	return load_many(s, which, id, fields, true, a, to, err);
}

int
load_committee_parts(
    struct store *s, struct arena *a, struct committee *c, struct kl_error *err)
{
	int rc;

	if ((rc = load_children(s, SQL_COMMITTEE_ORDER_GET, c->id, order_fields,
		 a, LOAD_ROWS(c->orders), err)) != 0 ||
	    (rc = load_list(s, SQL_COMMITTEE_STANDING_GET, c->id, a,
		 &c->standing, err)) != 0 ||
	    (rc = load_list(s, SQL_COMMITTEE_ASSISTS_GET, c->id, a, &c->assists,
		 err)) != 0)
		return rc;
	return load_children(s, SQL_COMMITTEE_RIGHT_GET, c->id, right_fields, a,
	    LOAD_ROWS(c->rights), err);
}

int
load_matter_parts(
    struct store *s, struct arena *a, struct matter *m, struct kl_error *err)
{
	int rc;

	if ((rc = load_list(s, SQL_MATTER_PROPOSAL_GET, m->id, a, &m->proposals,
		 err)) != 0 ||
	    (rc = load_list(s, SQL_MATTER_RECIPIENT_GET, m->id, a,
		 &m->recipients, err)) != 0)
		return rc;
	return load_facts(s, SQL_DOCUMENT_GET, m->id,
	    fact_kinds[FACT_DOCUMENT].fields, a, LOAD_ROWS(m->documents), err);
}

/* One row by its natural key into ${row}: 1, 0 or <0; its id into ${id}. */
static int
load_one(struct store *s, enum sql which, enum fact fact, const char *key,
    struct arena *a, void *row, int64_t *id, struct kl_error *err)
{
	struct run r;
	int found = 0, rc;

	run_start(&r, s, which, err);
	run_text(&r, 1, key);
	if (run_step(&r)) {
		found = 1;
		*id = sqlite3_column_int64(r.st, 0);
		row_load(&r, fact_kinds[fact].fields, a, row);
	}
	rc = run_end(&r);
	return rc != 0 ? rc : found;
}

int
store_load_matter(struct store *s, const char *number, struct arena *a,
    struct matter *matter, struct kl_error *err)
{
	bool started;
	int rc = store_snapshot(s, &started, err);

	memset(matter, 0, sizeof *matter);
	if (rc == 0)
		rc = load_one(s, SQL_MATTER_GET, FACT_MATTER, number, a, matter,
		    &matter->id, err);
	if (rc == 1)
		rc = load_matter_parts(s, a, matter, err);
	else if (rc == 0)
		rc = find_fail(s, REF_MATTER, KL_E_NOTFOUND, number, err);
	store_snapshot_end(s, started);
	return rc;
}

int
store_load_committee(struct store *s, const char *code, struct arena *a,
    struct committee *committee, struct kl_error *err)
{
	bool started;
	int rc;

	memset(committee, 0, sizeof *committee);
	/* Without a code the statement would give all of them. */
	if (code == NULL)
		return find_fail(s, REF_COMMITTEE, KL_E_NOTFOUND, "", err);
	rc = store_snapshot(s, &started, err);
	if (rc == 0)
		rc = load_one(s, SQL_COMMITTEE_ALL, FACT_COMMITTEE, code, a,
		    committee, &committee->id, err);
	if (rc == 1)
		rc = load_committee_parts(s, a, committee, err);
	else if (rc == 0)
		rc = find_fail(s, REF_COMMITTEE, KL_E_NOTFOUND, code, err);
	store_snapshot_end(s, started);
	return rc;
}
