/* SPDX-License-Identifier: EUPL-1.2
 *
 * Loading one paragraph with everything in it.
 */
#include "config.h"

#include "store/load.h"

/* The texts of the part ${part} number ${of} of a paragraph. */
static int
load_of_part(struct store *s, enum sql which, struct arena *a,
    int64_t paragraph, const char *part, size_t of, text_list *list,
    struct kl_error *err)
{
	struct run r;

	run_start(&r, s, which, err);
	run_int(&r, 1, paragraph);
	run_text(&r, 2, part);
	run_int(&r, 3, (int64_t)of);
	while (run_step(&r))
		if (text_add(a, list, run_column(&r, 0)) != 0)
			run_fail(&r, kl_error_nomem(err));
	return run_end(&r);
}

/* Who stands behind it. */
static int
load_behind(struct store *s, struct arena *a, int64_t paragraph,
    const char *part, size_t of, text_list *who, struct kl_error *err)
{
	return load_of_part(
	    s, SQL_PARAGRAPH_PERSON_GET, a, paragraph, part, of, who, err);
}

/* Names in it that are no persons of the register. */
static int
load_names(struct store *s, struct arena *a, int64_t paragraph,
    const char *part, size_t of, text_list *names, struct kl_error *err)
{
	return load_of_part(
	    s, SQL_PARAGRAPH_NAME_GET, a, paragraph, part, of, names, err);
}

static int
load_proposals(
    struct store *s, struct arena *a, struct paragraph *p, struct kl_error *err)
{
	size_t i;
	int rc;

	rc = load_children(s, SQL_PROPOSAL_GET, p->id, proposal_fields, a,
	    LOAD_ROWS(p->proposals), err);
	for (i = 0; rc == 0 && i < p->proposals.n; i++)
		rc = load_behind(s, a, p->id, "proposal", i + 1,
		    &p->proposals.v[i].persons, err);
	return rc;
}

static const struct row_field ballot_fields[] = {
	ROW(ROW_NEED, struct ballot, person, "person"),
	ROW_OF(ROW_WORD, struct ballot, vote, "röst", words_vote),
	ROW_LAST,
};

static int
load_ballots(struct store *s, struct arena *a, int64_t paragraph, size_t of,
    struct division *d, struct kl_error *err)
{
	struct ballot *b;
	struct run r;

	d->count[0] = -1;
	run_start(&r, s, SQL_BALLOT_GET, err);
	run_int(&r, 1, paragraph);
	run_int(&r, 2, (int64_t)of);
	while (run_step(&r)) {
		b = load_new(&r, vec_push(a, &d->ballots));
		if (b != NULL)
			row_load(&r, ballot_fields, a, b);
	}
	return run_end(&r);
}

static int
load_divisions(
    struct store *s, struct arena *a, struct paragraph *p, struct kl_error *err)
{
	size_t i;
	int rc;

	rc = load_children(s, SQL_DIVISION_GET, p->id, division_fields, a,
	    LOAD_ROWS(p->divisions), err);
	for (i = 0; rc == 0 && i < p->divisions.n; i++)
		rc = load_ballots(s, a, p->id, i + 1, &p->divisions.v[i], err);
	return rc;
}

static int
load_questions(
    struct store *s, struct arena *a, struct paragraph *p, struct kl_error *err)
{
	size_t i;
	int rc;

	rc = load_children(s, SQL_QUESTION_GET, p->id, question_fields, a,
	    LOAD_ROWS(p->questions), err);
	for (i = 0; rc == 0 && i < p->questions.n; i++)
		rc = load_names(s, a, p->id, "question", i + 1,
		    &p->questions.v[i].proposals, err);
	return rc;
}

static int
load_elections(
    struct store *s, struct arena *a, struct paragraph *p, struct kl_error *err)
{
	struct election *x;
	size_t i;
	int rc;

	rc = load_children(s, SQL_ELECTION_GET, p->id, election_fields, a,
	    LOAD_ROWS(p->elections), err);
	for (i = 0; rc == 0 && i < p->elections.n; i++) {
		x = &p->elections.v[i];
		rc = load_behind(
		    s, a, p->id, "election", i + 1, &x->persons, err);
		if (rc == 0)
			rc = load_names(
			    s, a, p->id, "election", i + 1, &x->names, err);
	}
	return rc;
}

static int
load_opinions(
    struct store *s, struct arena *a, struct paragraph *p, struct kl_error *err)
{
	size_t i;
	int rc;

	rc = load_children(s, SQL_DISSENT_GET, p->id, dissent_fields, a,
	    LOAD_ROWS(p->dissents), err);
	for (i = 0; rc == 0 && i < p->dissents.n; i++)
		rc = load_behind(s, a, p->id, "dissent", i + 1,
		    &p->dissents.v[i].persons, err);
	if (rc == 0)
		rc = load_children(s, SQL_STATEMENT_GET, p->id,
		    statement_fields, a, LOAD_ROWS(p->statements), err);
	for (i = 0; rc == 0 && i < p->statements.n; i++)
		rc = load_behind(s, a, p->id, "statement", i + 1,
		    &p->statements.v[i].persons, err);
	return rc;
}

int
load_paragraph_parts(
    struct store *s, struct arena *a, struct paragraph *p, struct kl_error *err)
{
	int rc;

	if ((rc = load_proposals(s, a, p, err)) != 0 ||
	    (rc = load_questions(s, a, p, err)) != 0 ||
	    (rc = load_divisions(s, a, p, err)) != 0 ||
	    (rc = load_elections(s, a, p, err)) != 0 ||
	    (rc = load_list(
		 s, SQL_DECISION_GET, p->id, a, &p->decision, err)) != 0 ||
	    (rc = load_children(s, SQL_COMMISSION_GET, p->id, commission_fields,
		 a, LOAD_ROWS(p->commissions), err)) != 0 ||
	    (rc = load_children(s, SQL_EDITED_TEXT_GET, p->id, edit_fields, a,
		 LOAD_ROWS(p->edits), err)) != 0 ||
	    (rc = load_opinions(s, a, p, err)) != 0 ||
	    (rc = load_behind(
		 s, a, p->id, "absent", 0, &p->not_participating, err)) != 0)
		return rc;
	return load_list(
	    s, SQL_PARAGRAPH_RECIPIENT_GET, p->id, a, &p->recipients, err);
}
