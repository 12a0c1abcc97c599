/* SPDX-License-Identifier: EUPL-1.2
 *
 * Saving one paragraph of a meeting with everything in it.
 */
#include "config.h"

#include "store/fact.h"

static void
need_persons(struct save *w, const struct paragraph *p)
{
	const struct division *d;
	size_t i, j;

	for (i = 0; i < p->proposals.n; i++)
		save_need_all(
		    w, REF_PERSON, &p->proposals.v[i].persons, "yrkande");
	for (i = 0; i < p->divisions.n; i++) {
		d = &p->divisions.v[i];
		for (j = 0; j < d->ballots.n; j++)
			save_need(
			    w, REF_PERSON, d->ballots.v[j].person, "röst");
	}
	for (i = 0; i < p->dissents.n; i++)
		save_need_all(
		    w, REF_PERSON, &p->dissents.v[i].persons, "reservation");
	for (i = 0; i < p->statements.n; i++)
		save_need_all(
		    w, REF_PERSON, &p->statements.v[i].persons, "uttalande");
	for (i = 0; i < p->elections.n; i++)
		save_need_all(w, REF_PERSON, &p->elections.v[i].persons, "val");
	save_need_all(w, REF_PERSON, &p->not_participating, "deltar-inte");
}

/* The texts ${list} of the part ${part} number ${of} of the paragraph. */
static void
save_of_part(struct save *w, enum sql put, const char *part, size_t of,
    const text_list *list)
{
	struct run r;
	size_t i;

	for (i = 0; i < list->n && w->rc == 0; i++) {
		run_start(&r, w->s, put, w->err);
		run_int(&r, 1, w->id);
		run_text(&r, 2, part);
		run_int(&r, 3, (int64_t)of);
		run_int(&r, 4, (int64_t)i + 1);
		run_text(&r, 5, list->v[i]);
		w->rc = run_do(&r);
	}
}

/* Who stands behind it. */
static void
save_behind(struct save *w, const char *part, size_t of, const text_list *who)
{
	save_of_part(w, SQL_PARAGRAPH_PERSON_PUT, part, of, who);
}

/* Names in it that are no persons of the register. */
static void
save_names(struct save *w, const char *part, size_t of, const text_list *names)
{
	save_of_part(w, SQL_PARAGRAPH_NAME_PUT, part, of, names);
}

static void
save_division(struct save *w, size_t position, const struct division *d)
{
	struct run r;
	size_t i;

	save_child(w, SQL_DIVISION_PUT, position, division_fields, d);
	for (i = 0; i < d->ballots.n && w->rc == 0; i++) {
		run_start(&r, w->s, SQL_BALLOT_PUT, w->err);
		run_int(&r, 1, w->id);
		run_int(&r, 2, (int64_t)position);
		run_int(&r, 3, (int64_t)i + 1);
		run_text(&r, 4, d->ballots.v[i].person);
		run_text(&r, 5, word_of(words_vote, (int)d->ballots.v[i].vote));
		w->rc = run_do(&r);
	}
}

static void
save_opinions(struct save *w, const struct paragraph *p)
{
	size_t i;

	for (i = 0; i < p->dissents.n; i++) {
		save_child(w, SQL_DISSENT_PUT, i + 1, dissent_fields,
		    &p->dissents.v[i]);
		save_behind(w, "dissent", i + 1, &p->dissents.v[i].persons);
	}
	for (i = 0; i < p->statements.n; i++) {
		save_child(w, SQL_STATEMENT_PUT, i + 1, statement_fields,
		    &p->statements.v[i]);
		save_behind(w, "statement", i + 1, &p->statements.v[i].persons);
	}
	save_behind(w, "absent", 0, &p->not_participating);
}

/* Questions, elections, commissions, and texts that were rewritten. */
static void
save_course(struct save *w, const struct paragraph *p)
{
	size_t i;

	for (i = 0; i < p->questions.n; i++) {
		save_child(w, SQL_QUESTION_PUT, i + 1, question_fields,
		    &p->questions.v[i]);
		save_names(w, "question", i + 1, &p->questions.v[i].proposals);
	}
	for (i = 0; i < p->elections.n; i++) {
		save_child(w, SQL_ELECTION_PUT, i + 1, election_fields,
		    &p->elections.v[i]);
		save_behind(w, "election", i + 1, &p->elections.v[i].persons);
		save_names(w, "election", i + 1, &p->elections.v[i].names);
	}
	for (i = 0; i < p->commissions.n; i++)
		save_child(w, SQL_COMMISSION_PUT, i + 1, commission_fields,
		    &p->commissions.v[i]);
	for (i = 0; i < p->edits.n; i++)
		save_child(
		    w, SQL_EDITED_TEXT_PUT, i + 1, edit_fields, &p->edits.v[i]);
}

int
store_save_paragraph(struct store *s, const char *verb, int64_t meeting,
    struct paragraph *p, struct kl_error *err)
{
	struct save w;
	size_t i;

	save_start(&w, s, FACT_PARAGRAPH, verb, p->line, err);
	save_need_meeting(&w, meeting);
	need_persons(&w, p);
	save_row(&w, &p->id, meeting, p);
	for (i = 0; i < p->proposals.n; i++) {
		save_child(&w, SQL_PROPOSAL_PUT, i + 1, proposal_fields,
		    &p->proposals.v[i]);
		save_behind(&w, "proposal", i + 1, &p->proposals.v[i].persons);
	}
	for (i = 0; i < p->divisions.n; i++)
		save_division(&w, i + 1, &p->divisions.v[i]);
	save_list(&w, SQL_DECISION_PUT, &p->decision);
	save_course(&w, p);
	save_opinions(&w, p);
	save_list(&w, SQL_PARAGRAPH_RECIPIENT_PUT, &p->recipients);
	return save_end(&w);
}

int
store_delete_paragraph(struct store *s, const char *verb, int64_t paragraph,
    struct kl_error *err)
{
	struct save w;
	struct run r;

	save_start(&w, s, FACT_PARAGRAPH, verb, 0, err);
	w.id = paragraph;
	save_clear(&w);
	if (w.rc == 0) {
		run_start(&r, s, SQL_PARAGRAPH_DELETE, err);
		run_int(&r, 1, paragraph);
		w.rc = run_do(&r);
	}
	return save_end(&w);
}
