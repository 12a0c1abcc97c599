/* SPDX-License-Identifier: EUPL-1.2
 *
 * Saving what becomes of a meeting: its minutes and who approves them, annexes,
 * corrections, appeals, legal force, deliveries; and the lines typed at it.
 */
#include "config.h"

#include "store/fact.h"

int
store_save_minutes(struct store *s, const char *verb, int64_t meeting,
    struct minutes *m, struct kl_error *err)
{
	struct save w;
	size_t i;

	save_start(&w, s, FACT_MINUTES, verb, m->line, err);
	save_need_meeting(&w, meeting);
	save_need(&w, REF_BLOB, m->record_sha256, "akt");
	save_need(&w, REF_BLOB, m->pdf_sha256, "pdf");
	save_need_all(&w, REF_PERSON, &m->signers, "justering");
	save_row(&w, &m->id, meeting, m);
	save_list(&w, SQL_MINUTES_SIGNER_PUT, &m->signers);
	for (i = 0; i < m->interruptions.n; i++)
		save_child(&w, SQL_INTERRUPTION_PUT, i + 1, interruption_fields,
		    &m->interruptions.v[i]);
	for (i = 0; i < m->accepted.n; i++)
		save_child(&w, SQL_ACCEPTED_WARNING_PUT, i + 1, accepted_fields,
		    &m->accepted.v[i]);
	return save_end(&w);
}

/* The minutes with that id must exist. */
static void
need_minutes(struct save *w, int64_t minutes)
{
	struct run r;
	bool found;

	if (w->rc != 0)
		return;
	run_start(&r, w->s, SQL_MINUTES_HAS_ID, w->err);
	run_int(&r, 1, minutes);
	found = run_step(&r);
	w->rc = run_end(&r);
	if (w->rc == 0 && !found)
		w->rc = kl_error_set(w->err, KL_E_INPUT,
		    KL_N_("The minutes are not in the register. Nothing was "
			  "changed."));
}

int
store_save_approval(struct store *s, const char *verb, int64_t minutes,
    struct approval *x, struct kl_error *err)
{
	struct save w;

	save_start(&w, s, FACT_APPROVAL, verb, x->line, err);
	need_minutes(&w, minutes);
	save_need(&w, REF_PERSON, x->person, "person");
	save_row(&w, &x->id, minutes, x);
	return save_end(&w);
}

int
store_save_rejection(struct store *s, const char *verb, int64_t minutes,
    struct rejection *x, struct kl_error *err)
{
	struct save w;

	save_start(&w, s, FACT_REJECTION, verb, x->line, err);
	need_minutes(&w, minutes);
	save_need(&w, REF_PERSON, x->person, "person");
	save_row(&w, &x->id, minutes, x);
	return save_end(&w);
}

int
store_save_annexes(struct store *s, const char *verb, const struct meeting *m,
    struct kl_error *err)
{
	struct save w;
	size_t i;

	save_start(&w, s, FACT_ANNEXES, verb, m->line, err);
	save_need_meeting(&w, m->id);
	for (i = 0; i < m->annexes.n; i++) {
		w.line = m->annexes.v[i].line;
		save_need(&w, REF_BLOB, m->annexes.v[i].sha256, "fil");
	}
	if (w.rc != 0)
		return w.rc;
	w.id = m->id; /* the fact is named by its meeting */
	save_clear(&w);
	for (i = 0; i < m->annexes.n; i++)
		save_child(
		    &w, SQL_ANNEX_PUT, i + 1, annex_fields, &m->annexes.v[i]);
	return save_end(&w);
}

int
store_save_correction(struct store *s, const char *verb, int64_t meeting,
    struct correction *x, struct kl_error *err)
{
	struct save w;

	save_start(&w, s, FACT_CORRECTION, verb, x->line, err);
	save_need_meeting(&w, meeting);
	save_need_all(&w, REF_PERSON, &x->signers, "rättelse");
	save_row(&w, &x->id, meeting, x);
	save_list(&w, SQL_CORRECTION_SIGNER_PUT, &x->signers);
	return save_end(&w);
}

int
store_save_appeal(struct store *s, const char *verb, int64_t meeting,
    struct appeal *x, struct kl_error *err)
{
	struct save w;

	save_start(&w, s, FACT_APPEAL, verb, x->line, err);
	save_need_meeting(&w, meeting);
	save_row(&w, &x->id, meeting, x);
	return save_end(&w);
}

int
store_save_force(struct store *s, const char *verb, int64_t meeting,
    struct legal_force *x, struct kl_error *err)
{
	struct save w;

	save_start(&w, s, FACT_FORCE, verb, x->line, err);
	save_need_meeting(&w, meeting);
	save_row(&w, &x->id, meeting, x);
	return save_end(&w);
}

int
store_add_proceeding(struct store *s, const char *verb, int64_t meeting,
    const struct proceeding *x, struct kl_error *err)
{
	struct save w;
	int64_t id = 0;

	save_start(&w, s, FACT_PROCEEDING, verb, x->line, err);
	save_need_meeting(&w, meeting);
	save_row(&w, &id, meeting, x);
	return save_end(&w);
}

int
store_save_delivery(struct store *s, const char *verb, int64_t meeting,
    struct delivery *d, struct kl_error *err)
{
	struct save w;

	save_start(&w, s, FACT_DELIVERY, verb, d->line, err);
	save_need_meeting(&w, meeting);
	save_row(&w, &d->id, meeting, d);
	return save_end(&w);
}
