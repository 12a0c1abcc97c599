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

int
load_committee_parts(
    struct store *s, struct arena *a, struct committee *c, struct kl_error *err)
{
	struct party_order *order;
	struct run r;
	int rc;

	run_start(&r, s, SQL_COMMITTEE_ORDER_GET, err);
	run_int(&r, 1, c->id);
	while (run_step(&r)) {
		order = load_new(&r, vec_push(a, &c->orders));
		if (order != NULL)
			row_load(&r, order_fields, a, order);
	}
	rc = run_end(&r);
	if (rc == 0)
		rc = load_list(
		    s, SQL_COMMITTEE_STANDING_GET, c->id, a, &c->standing, err);
	if (rc == 0)
		rc = load_list(
		    s, SQL_COMMITTEE_ASSISTS_GET, c->id, a, &c->assists, err);
	return rc;
}

int
load_matter_parts(
    struct store *s, struct arena *a, struct matter *m, struct kl_error *err)
{
	struct document_file *d;
	struct run r;
	int rc;

	rc =
	    load_list(s, SQL_MATTER_PROPOSAL_GET, m->id, a, &m->proposals, err);
	if (rc == 0)
		rc = load_list(
		    s, SQL_MATTER_RECIPIENT_GET, m->id, a, &m->recipients, err);
	if (rc != 0)
		return rc;
	run_start(&r, s, SQL_DOCUMENT_GET, err);
	run_int(&r, 1, m->id);
	while (run_step(&r)) {
		d = load_new(&r, vec_push(a, &m->documents));
		if (d == NULL)
			break;
		d->id = sqlite3_column_int64(r.st, 0);
		row_load(&r, fact_kinds[FACT_DOCUMENT].fields, a, d);
	}
	return run_end(&r);
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
