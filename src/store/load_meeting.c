/* SPDX-License-Identifier: EUPL-1.2
 *
 * Loading a meeting whole: agenda, attendance, paragraphs, minutes, deliveries.
 */
#include "config.h"

#include "domain/add.h"
#include "store/load.h"

/* Start a statement that gives what belongs to ${id}. */
static void
start(struct run *r, struct store *s, enum sql which, int64_t id,
    struct kl_error *err)
{
	run_start(r, s, which, err);
	run_int(r, 1, id);
}

/* Who stands behind the part ${part} number ${of} of a paragraph. */
static int
load_behind(struct store *s, struct arena *a, int64_t paragraph,
    const char *part, size_t of, text_list *who, struct kl_error *err)
{
	struct run r;

	start(&r, s, SQL_PARAGRAPH_PERSON_GET, paragraph, err);
	run_text(&r, 2, part);
	run_int(&r, 3, (int64_t)of);
	while (run_step(&r))
		if (text_add(a, who, run_column(&r, 0)) != 0)
			run_fail(&r, kl_error_nomem(err));
	return run_end(&r);
}

static int
load_proposals(
    struct store *s, struct arena *a, struct paragraph *p, struct kl_error *err)
{
	struct proposal *x;
	struct run r;

	start(&r, s, SQL_PROPOSAL_GET, p->id, err);
	while (run_step(&r)) {
		x = load_new(&r, vec_push(a, &p->proposals));
		if (x == NULL)
			break;
		row_load(&r, proposal_fields, a, x);
		run_fail(&r, load_behind(s, a, p->id, "proposal",
				 p->proposals.n, &x->persons, err));
	}
	return run_end(&r);
}

static const struct row_field ballot_fields[] = {
	ROW(ROW_NEED, struct ballot, person, "person"),
	ROW_OF(ROW_WORD, struct ballot, vote, "röst", words_vote),
	ROW_LAST,
};

static int
load_divisions(
    struct store *s, struct arena *a, struct paragraph *p, struct kl_error *err)
{
	struct division *d;
	struct ballot *b;
	struct run r, q;

	start(&r, s, SQL_DIVISION_GET, p->id, err);
	while (run_step(&r)) {
		d = load_new(&r, division_add(a, p));
		if (d == NULL)
			break;
		row_load(&r, division_fields, a, d);
		start(&q, s, SQL_BALLOT_GET, p->id, err);
		run_int(&q, 2, (int64_t)p->divisions.n);
		while (run_step(&q)) {
			b = load_new(&q, vec_push(a, &d->ballots));
			if (b != NULL)
				row_load(&q, ballot_fields, a, b);
		}
		run_fail(&r, run_end(&q));
	}
	return run_end(&r);
}

static int
load_opinions(
    struct store *s, struct arena *a, struct paragraph *p, struct kl_error *err)
{
	struct statement *t;
	struct dissent *d;
	struct run r;
	int rc;

	start(&r, s, SQL_DISSENT_GET, p->id, err);
	while (run_step(&r)) {
		d = load_new(&r, dissent_add(a, p));
		if (d == NULL)
			break;
		row_load(&r, dissent_fields, a, d);
		run_fail(&r, load_behind(s, a, p->id, "dissent", p->dissents.n,
				 &d->persons, err));
	}
	if ((rc = run_end(&r)) != 0)
		return rc;
	start(&r, s, SQL_STATEMENT_GET, p->id, err);
	while (run_step(&r)) {
		t = load_new(&r, vec_push(a, &p->statements));
		if (t == NULL)
			break;
		row_load(&r, statement_fields, a, t);
		run_fail(&r, load_behind(s, a, p->id, "statement",
				 p->statements.n, &t->persons, err));
	}
	return run_end(&r);
}

static int
load_paragraph_parts(
    struct store *s, struct arena *a, struct paragraph *p, struct kl_error *err)
{
	int rc;

	if ((rc = load_proposals(s, a, p, err)) != 0 ||
	    (rc = load_divisions(s, a, p, err)) != 0 ||
	    (rc = load_list(
		 s, SQL_DECISION_GET, p->id, a, &p->decision, err)) != 0 ||
	    (rc = load_opinions(s, a, p, err)) != 0 ||
	    (rc = load_behind(
		 s, a, p->id, "absent", 0, &p->not_participating, err)) != 0)
		return rc;
	return load_list(
	    s, SQL_PARAGRAPH_RECIPIENT_GET, p->id, a, &p->recipients, err);
}

static int
load_agenda(
    struct store *s, struct arena *a, struct meeting *m, struct kl_error *err)
{
	struct agenda_version *v;
	struct agenda_item *i;
	struct run r;
	int rc;

	start(&r, s, SQL_VERSION_GET, m->id, err);
	while (run_step(&r)) {
		v = load_new(&r, vec_push(a, &m->versions));
		if (v != NULL)
			row_load(&r, fact_kinds[FACT_VERSION].fields, a, v);
	}
	if ((rc = run_end(&r)) != 0)
		return rc;
	start(&r, s, SQL_ITEM_GET, m->id, err);
	while (run_step(&r)) {
		i = load_new(&r, vec_push(a, &m->items));
		if (i == NULL)
			break;
		i->id = sqlite3_column_int64(r.st, 0);
		row_load(&r, fact_kinds[FACT_ITEM].fields, a, i);
	}
	return run_end(&r);
}

static int
load_attendance(
    struct store *s, struct arena *a, struct meeting *m, struct kl_error *err)
{
	struct other_present *o;
	struct attendance *x;
	struct conflict *c;
	struct run r;
	int rc;

	start(&r, s, SQL_ATTENDANCE_GET, m->id, err);
	while (run_step(&r)) {
		x = load_new(&r, vec_push(a, &m->attendance));
		if (x != NULL)
			row_load(&r, attendance_fields, a, x);
	}
	if ((rc = run_end(&r)) != 0)
		return rc;
	start(&r, s, SQL_OTHER_GET, m->id, err);
	while (run_step(&r)) {
		o = load_new(&r, vec_push(a, &m->others));
		if (o != NULL)
			row_load(&r, other_fields, a, o);
	}
	if ((rc = run_end(&r)) != 0)
		return rc;
	start(&r, s, SQL_CONFLICT_GET, m->id, err);
	while (run_step(&r)) {
		c = load_new(&r, vec_push(a, &m->conflicts));
		if (c != NULL)
			row_load(&r, conflict_fields, a, c);
	}
	if ((rc = run_end(&r)) != 0)
		return rc;
	return load_list(s, SQL_APPROVER_GET, m->id, a, &m->approvers, err);
}

static int
load_paragraphs(
    struct store *s, struct arena *a, struct meeting *m, struct kl_error *err)
{
	struct paragraph *p;
	struct run r;

	start(&r, s, SQL_PARAGRAPH_GET, m->id, err);
	while (run_step(&r)) {
		p = load_new(&r, paragraph_add(a, m));
		if (p == NULL)
			break;
		p->id = sqlite3_column_int64(r.st, 0);
		row_load(&r, fact_kinds[FACT_PARAGRAPH].fields, a, p);
		run_fail(&r, load_paragraph_parts(s, a, p, err));
	}
	return run_end(&r);
}

static int
load_minutes(
    struct store *s, struct arena *a, struct meeting *m, struct kl_error *err)
{
	struct minutes *x;
	struct run r;

	start(&r, s, SQL_MINUTES_GET, m->id, err);
	while (run_step(&r)) {
		x = load_new(&r, minutes_add(a, m));
		if (x == NULL)
			break;
		x->id = sqlite3_column_int64(r.st, 0);
		row_load(&r, fact_kinds[FACT_MINUTES].fields, a, x);
		run_fail(&r, load_list(s, SQL_MINUTES_SIGNER_GET, x->id, a,
				 &x->signers, err));
	}
	return run_end(&r);
}

static int
load_deliveries(
    struct store *s, struct arena *a, struct meeting *m, struct kl_error *err)
{
	struct delivery *d;
	struct run r;

	start(&r, s, SQL_DELIVERY_GET, m->id, err);
	while (run_step(&r)) {
		d = load_new(&r, vec_push(a, &m->deliveries));
		if (d == NULL)
			break;
		d->id = sqlite3_column_int64(r.st, 0);
		row_load(&r, fact_kinds[FACT_DELIVERY].fields, a, d);
	}
	return run_end(&r);
}

int
load_meeting_parts(
    struct store *s, struct arena *a, struct meeting *m, struct kl_error *err)
{
	int rc;

	if ((rc = load_list(s, SQL_MEETING_MOVED_GET, m->id, a, &m->moved_from,
		 err)) != 0 ||
	    (rc = load_agenda(s, a, m, err)) != 0 ||
	    (rc = load_attendance(s, a, m, err)) != 0 ||
	    (rc = load_paragraphs(s, a, m, err)) != 0 ||
	    (rc = load_minutes(s, a, m, err)) != 0)
		return rc;
	return load_deliveries(s, a, m, err);
}
