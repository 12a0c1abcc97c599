/* SPDX-License-Identifier: EUPL-1.2
 *
 * Loading what became of a meeting: its minutes and who approved them, annexes,
 * corrections, appeals, legal force, deliveries.
 */
#include "config.h"

#include "store/load.h"

static int
load_minutes_parts(
    struct store *s, struct arena *a, struct minutes *x, struct kl_error *err)
{
	int rc;

	if ((rc = load_list(
		 s, SQL_MINUTES_SIGNER_GET, x->id, a, &x->signers, err)) != 0 ||
	    (rc = load_facts(s, SQL_APPROVAL_GET, x->id, approval_fields, a,
		 LOAD_ROWS(x->approvals), err)) != 0 ||
	    (rc = load_facts(s, SQL_REJECTION_GET, x->id, rejection_fields, a,
		 LOAD_ROWS(x->rejections), err)) != 0 ||
	    (rc = load_children(s, SQL_INTERRUPTION_GET, x->id,
		 interruption_fields, a, LOAD_ROWS(x->interruptions), err)) !=
		0)
		return rc;
	return load_children(s, SQL_ACCEPTED_WARNING_GET, x->id,
	    accepted_fields, a, LOAD_ROWS(x->accepted), err);
}

static int
load_minutes(
    struct store *s, struct arena *a, struct meeting *m, struct kl_error *err)
{
	size_t i;
	int rc;

	rc = load_facts(s, SQL_MINUTES_GET, m->id, minutes_fields, a,
	    LOAD_ROWS(m->minutes), err);
	for (i = 0; rc == 0 && i < m->minutes.n; i++)
		rc = load_minutes_parts(s, a, &m->minutes.v[i], err);
	return rc;
}

static int
load_corrections(
    struct store *s, struct arena *a, struct meeting *m, struct kl_error *err)
{
	size_t i;
	int rc;

	rc = load_facts(s, SQL_CORRECTION_GET, m->id, correction_fields, a,
	    LOAD_ROWS(m->corrections), err);
	for (i = 0; rc == 0 && i < m->corrections.n; i++)
		rc = load_list(s, SQL_CORRECTION_SIGNER_GET,
		    m->corrections.v[i].id, a, &m->corrections.v[i].signers,
		    err);
	return rc;
}

int
load_after(
    struct store *s, struct arena *a, struct meeting *m, struct kl_error *err)
{
	int rc;

	if ((rc = load_minutes(s, a, m, err)) != 0 ||
	    (rc = load_children(s, SQL_ANNEX_GET, m->id, annex_fields, a,
		 LOAD_ROWS(m->annexes), err)) != 0 ||
	    (rc = load_corrections(s, a, m, err)) != 0 ||
	    (rc = load_facts(s, SQL_APPEAL_GET, m->id, appeal_fields, a,
		 LOAD_ROWS(m->appeals), err)) != 0 ||
	    (rc = load_facts(s, SQL_FORCE_GET, m->id, force_fields, a,
		 LOAD_ROWS(m->forces), err)) != 0)
		return rc;
	return load_facts(s, SQL_DELIVERY_GET, m->id, delivery_fields, a,
	    LOAD_ROWS(m->deliveries), err);
}
