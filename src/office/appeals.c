/* SPDX-License-Identifier: EUPL-1.2
 *
 * Appeals: received, tried, forwarded, stayed, decided, and told to the
 * committee.  Who appealed stands in the register alone: no list, no log, no
 * public record has it.
 */
#include "config.h"

#include "domain/add.h"
#include "office/follow.h"
#include <kansli/after.h>

static int
find_appeal(
    struct work *w, int nr, struct appeal **appeal, struct kl_error *err)
{
	size_t i;

	for (i = 0; i < w->meeting->appeals.n; i++) {
		*appeal = &w->meeting->appeals.v[i];
		if ((*appeal)->nr == nr)
			return 0;
	}
	return kl_error_set(err, KL_E_NOTFOUND,
	    KL_N_("No appeal %d of what %s decided is registered. Nothing was "
		  "changed."),
	    nr, w->meeting->key);
}

/* How the appealed decision is appealed. */
static int
way_of(struct work *w, const struct appeal *a, struct derivation *why,
    struct after_appeal *x, struct kl_error *err)
{
	struct rule_book book = office_book(w);
	struct paragraph *p;
	int rc = follow_paragraph(w, a->paragraph, &p, err);

	return rc != 0 ? rc
		       : after_appeal(
			     &w->bundle, w->meeting, p, &book, why, x, err);
}

static void
answer_appeal(
    struct kl_data *to, const struct meeting *m, const struct appeal *a)
{
	data_add_text(to, "meeting", m->key);
	data_add_int(to, "appeal", a->nr);
	data_add_int(to, "paragraph", a->paragraph);
	data_add_day(to, "received", a->received);
	data_add_text(to, "at", word_of(words_appeal_place, (int)a->place));
	data_add_text(to, "time", word_of(words_appeal_time, (int)a->time));
	data_add_day(to, "tried", a->tried);
	data_add_day(to, "forwarded", a->forwarded);
	data_add_text(to, "court", a->court);
	data_add_text(to, "case", a->case_number);
	data_add_day(to, "stayed", a->stayed);
	data_add_text(
	    to, "outcome", word_of(words_appeal_outcome, (int)a->outcome));
	data_add_day(to, "decided", a->decided);
	data_add_text(to, "reported_at", a->reported_at);
}

static int
save_appeal(
    struct work *w, const char *verb, struct appeal *a, struct kl_error *err)
{
	int rc = store_save_appeal(w->o->store, verb, w->meeting->id, a, err);

	if (rc == 0)
		answer_appeal(w->answer, w->meeting, a);
	return rc;
}

/* ---- register ------------------------------------------------------------ */

static void
warn_not_appealable(struct work *w, int paragraph)
{
	struct kl_error e;

	kl_error_set(&e, KL_E_RULE,
	    KL_N_("§ %d is only preparation or execution and cannot be "
		  "appealed; who tries the appeal will say so."),
	    paragraph);
	kl_error_statute(&e, "KL 13:2");
	work_warn(w, &e);
}

static int
next_nr(const struct meeting *m)
{
	int highest = 0;
	size_t i;

	for (i = 0; i < m->appeals.n; i++)
		if (m->appeals.v[i].nr > highest)
			highest = m->appeals.v[i].nr;
	return highest + 1;
}

/* What the days say; nobody has tried it yet. */
static int
answer_way(struct work *w, const struct appeal *a, struct kl_error *err)
{
	struct derivation why = work_derivation(w);
	struct after_appeal x;
	int rc = way_of(w, a, &why, &x, err);

	if (rc != 0)
		return rc;
	data_add_text(w->answer, "kind", word_of(words_appeal, (int)x.kind));
	data_add_text(w->answer, "addressee", x.addressee);
	data_add_text(w->answer, "tried_by", x.court);
	data_add_day(w->answer, "last_day", x.last_day);
	if (x.kind == APPEAL_NONE)
		warn_not_appealable(w, a->paragraph);
	else
		data_add_bool(w->answer, "timely",
		    after_timely(a, &x, &why) == APPEAL_TIMELY);
	rules_answer_because(w->answer, &why);
	return derive_done(&why, err);
}

static int
appeal_register(
    struct work *w, const struct kl_appeal *what, struct kl_error *err)
{
	struct paragraph *p;
	struct appeal *a = NULL;
	int nr = next_nr(w->meeting), rc;

	rc = follow_paragraph(w, what->paragraph, &p, err);
	if (rc == 0)
		rc = work_check_day(w, what->received, w->meeting->day, err);
	if (rc != 0)
		return rc;
	if (what->by == NULL || what->by[0] == '\0')
		return kl_error_set(err, KL_E_USAGE,
		    KL_N_("Say who appeals, with --by. Nothing was changed."));
	a = appeal_add(w->arena, w->meeting);
	if (a == NULL)
		return kl_error_nomem(err);
	a->nr = nr;
	a->paragraph = what->paragraph;
	a->by = what->by;
	a->received = what->received;
	a->place = what->at_court ? APPEAL_AT_COURT : APPEAL_AT_MUNICIPALITY;
	rc = save_appeal(w, "appeal-register", a, err);
	return rc != 0 ? rc : answer_way(w, a, err);
}

int
kl_appeal_register(struct kl_office *o, const struct kl_appeal *appeal,
    struct kl_data **answer, struct kl_error *err)
{
	struct work w;
	int rc = work_change(&w, o, appeal->meeting, MAY_HANDLE, err);

	if (rc == 0)
		rc = appeal_register(&w, appeal, err);
	return work_end(&w, rc, answer, err);
}

/* ---- try ----------------------------------------------------------------- */

/* A late one is rejected by the committee where the appeal is sent to it (FL
 * 45); in a legality review that is the court's. */
static int
appeal_reject(struct work *w, struct appeal *a, const struct after_appeal *x,
    struct kl_error *err)
{
	if (a->time != APPEAL_LATE) {
		kl_error_set(err, KL_E_RULE,
		    KL_N_("Appeal %d came in time, so it is not rejected but "
			  "forwarded. Nothing was changed."),
		    a->nr);
		kl_error_statute(err, "FL 45-46");
		return KL_E_RULE;
	}
	if (x->kind == APPEAL_LEGALITY) {
		kl_error_set(err, KL_E_RULE,
		    KL_N_("In a legality review the court itself tries "
			  "whether appeal %d came in time. Nothing was "
			  "changed. Forward it."),
		    a->nr);
		kl_error_statute(err, "KL 13:5-6");
		return KL_E_RULE;
	}
	a->outcome = APPEAL_INADMISSIBLE;
	a->decided = a->tried;
	(void)w;
	return 0;
}

static int
appeal_try(struct work *w, int nr, kl_day on, bool reject, struct kl_error *err)
{
	struct derivation why = work_derivation(w);
	struct after_appeal x;
	struct appeal *a = NULL;
	int rc = find_appeal(w, nr, &a, err);

	if (rc == 0)
		rc = work_check_day(w, on, a->received, err);
	if (rc == 0)
		rc = way_of(w, a, &why, &x, err);
	if (rc == 0 && x.kind == APPEAL_NONE)
		rc = kl_error_set(err, KL_E_RULE,
		    KL_N_("§ %d cannot be appealed, so there is no time to "
			  "appeal to try. Nothing was changed. Forward the "
			  "appeal: the court decides whether to take it up."),
		    a->paragraph);
	if (rc != 0)
		return rc;
	a->time = after_timely(a, &x, &why);
	a->tried = on;
	if (reject)
		rc = appeal_reject(w, a, &x, err);
	if (rc == 0)
		rc = save_appeal(w, "appeal-try", a, err);
	rules_answer_because(w->answer, &why);
	return rc != 0 ? rc : derive_done(&why, err);
}

int
kl_appeal_try(struct kl_office *o, const char *meeting, int nr, kl_day on,
    bool reject, struct kl_data **answer, struct kl_error *err)
{
	struct work w;
	int rc = work_change(&w, o, meeting, MAY_DECIDE, err);

	if (rc == 0)
		rc = appeal_try(&w, nr, on, reject, err);
	return work_end(&w, rc, answer, err);
}

/* ---- forward ------------------------------------------------------------- */

/* Forwarded once, unless what was told then is corrected. */
static int
not_forwarded(const struct appeal *a, bool correct, struct kl_error *err)
{
	char on[11];

	if (correct && a->forwarded == KL_DAY_NONE)
		return kl_error_set(err, KL_E_RULE,
		    KL_N_("Appeal %d has not been forwarded, so there is "
			  "nothing to correct. Nothing was changed."),
		    a->nr);
	if (correct || a->forwarded == KL_DAY_NONE)
		return 0;
	return kl_error_set(err, KL_E_RULE,
	    KL_N_("Appeal %d was forwarded to %s on %s. Nothing was changed. "
		  "If that was recorded wrongly, add --correct."),
	    a->nr, a->court == NULL ? "" : a->court,
	    kl_day_format(a->forwarded, on));
}

/* What was rejected goes no further; what the committee tries is tried first.
 */
static int
may_forward(struct work *w, const struct appeal *a, struct kl_error *err)
{
	struct after_appeal x;
	int rc = way_of(w, a, NULL, &x, err);

	if (rc != 0)
		return rc;
	if (!after_open(a)) {
		return kl_error_set(err, KL_E_RULE,
		    KL_N_("Appeal %d has been decided: “%s”. Nothing was "
			  "changed."),
		    a->nr, word_of(words_appeal_outcome, (int)a->outcome));
	}
	if (a->time == 0 && x.kind != APPEAL_LEGALITY &&
	    x.kind != APPEAL_NONE) {
		kl_error_set(err, KL_E_RULE,
		    KL_N_("It has not been tried whether appeal %d came in "
			  "time. Nothing was changed. Try it first with "
			  "kansli appeal try."),
		    a->nr);
		kl_error_statute(err, "FL 45-46");
		return KL_E_RULE;
	}
	if (a->time == APPEAL_LATE && x.kind != APPEAL_LEGALITY) {
		kl_error_set(err, KL_E_RULE,
		    KL_N_("Appeal %d came too late. It is rejected, not "
			  "forwarded. Nothing was changed."),
		    a->nr);
		kl_error_statute(err, "FL 45");
		return KL_E_RULE;
	}
	return 0;
}

int
kl_appeal_forward(struct kl_office *o, const char *meeting, int nr,
    const char *court, const char *case_number, kl_day on, bool correct,
    struct kl_data **answer, struct kl_error *err)
{
	struct appeal *a = NULL;
	struct work w;
	int rc = work_change(&w, o, meeting, MAY_DECIDE, err);

	if (rc == 0)
		rc = find_appeal(&w, nr, &a, err);
	if (rc == 0 && correct && on == KL_DAY_NONE &&
	    a->forwarded != KL_DAY_NONE)
		on = a->forwarded;
	if (rc == 0)
		rc = may_forward(&w, a, err);
	if (rc == 0)
		rc = not_forwarded(a, correct, err);
	if (rc == 0)
		rc = work_check_day(&w, on, a->received, err);
	if (rc == 0) {
		a->forwarded = on;
		a->court = court;
		if (case_number != NULL)
			a->case_number = case_number;
		rc = save_appeal(&w, "appeal-forward", a, err);
	}
	return work_end(&w, rc, answer, err);
}

/* ---- what the court says ------------------------------------------------- */

/* The court has it: it came there, or was forwarded. */
static int
at_court(
    struct work *w, int nr, kl_day on, struct appeal **a, struct kl_error *err)
{
	int rc = find_appeal(w, nr, a, err);

	if (rc == 0 && (*a)->place != APPEAL_AT_COURT &&
	    (*a)->forwarded == KL_DAY_NONE)
		rc = kl_error_set(err, KL_E_RULE,
		    KL_N_("Appeal %d has not been forwarded, so no court has "
			  "ruled on it. Nothing was changed. Forward it first "
			  "with kansli appeal forward."),
		    nr);
	if (rc != 0)
		return rc;
	return work_check_day(w, on,
	    (*a)->forwarded == KL_DAY_NONE || (*a)->place == APPEAL_AT_COURT
		? (*a)->received
		: (*a)->forwarded,
	    err);
}

int
kl_appeal_stay(struct kl_office *o, const char *meeting, int nr, kl_day on,
    struct kl_data **answer, struct kl_error *err)
{
	struct appeal *a = NULL;
	struct work w;
	int rc = work_change(&w, o, meeting, MAY_DECIDE, err);

	if (rc == 0)
		rc = at_court(&w, nr, on, &a, err);
	if (rc == 0) {
		a->stayed = on;
		rc = save_appeal(&w, "appeal-stay", a, err);
	}
	return work_end(&w, rc, answer, err);
}

/* The words of what appeals lead to, with commas between them. */
static const char *
outcomes(struct arena *a)
{
	const char *const *word = words_appeal_outcome;
	const char *all = *word;

	while (all != NULL && *++word != NULL)
		all = arena_printf(a, "%s, %s", all, *word);
	return all == NULL ? "" : all;
}

int
kl_appeal_outcome(struct kl_office *o, const char *meeting, int nr,
    const char *word, kl_day on, struct kl_data **answer, struct kl_error *err)
{
	int outcome = word_value(words_appeal_outcome, word);
	struct appeal *a = NULL;
	struct work w;
	int rc = work_change(&w, o, meeting, MAY_DECIDE, err);

	if (rc == 0 && outcome == 0)
		rc = kl_error_set(err, KL_E_USAGE,
		    KL_N_("“%s” is no outcome of an appeal. Write one of: %s. "
			  "Nothing was changed."),
		    word, outcomes(w.arena));
	if (rc == 0)
		rc = at_court(&w, nr, on, &a, err);
	if (rc == 0) {
		a->outcome = (enum appeal_outcome)outcome;
		a->decided = on;
		rc = save_appeal(&w, "appeal-outcome", a, err);
	}
	return work_end(&w, rc, answer, err);
}

int
kl_appeal_report(struct kl_office *o, const char *meeting, int nr,
    const char *at, struct kl_data **answer, struct kl_error *err)
{
	struct appeal *a = NULL;
	const char *place = NULL;
	struct work w;
	int rc = work_change(&w, o, meeting, MAY_DECIDE, err);

	if (rc == 0)
		rc = find_appeal(&w, nr, &a, err);
	if (rc == 0 && after_open(a))
		rc = kl_error_set(err, KL_E_RULE,
		    KL_N_("Appeal %d has no outcome yet to tell the committee "
			  "of. Nothing was changed."),
		    nr);
	if (rc == 0)
		rc = follow_place(&w, at, &place, err);
	if (rc == 0) {
		a->reported_at = place;
		rc = save_appeal(&w, "appeal-report", a, err);
	}
	return work_end(&w, rc, answer, err);
}

/* ---- list and show ------------------------------------------------------- */

static bool
is_open(const struct kl_data *row)
{
	return kl_data_text(kl_data_get(row, "outcome")) == NULL ||
	       kl_data_text(kl_data_get(row, "reported_at")) == NULL;
}

int
kl_appeal_list(struct kl_office *o, const char *committee, bool open,
    struct kl_data **answer, struct kl_error *err)
{
	struct kl_data *rows = data_list(), *list;
	struct work w;
	size_t i;
	int rc = work_begin(&w, o, MAY_READ, false, err);

	list = data_add_list(w.answer, "appeals");
	if (rc == 0)
		rc = office_query(&w, "appeals", committee, rows, err);
	for (i = 0; rc == 0 && i < kl_data_count(rows); i++)
		if (!open || is_open(kl_data_at(rows, i)))
			data_add_members(
			    data_add_object(list, NULL), kl_data_at(rows, i));
	kl_data_free(rows);
	return work_end(&w, rc, answer, err);
}

int
kl_appeal_show(struct kl_office *o, const char *meeting, int nr,
    struct kl_data **answer, struct kl_error *err)
{
	struct appeal *a = NULL;
	struct work w;
	int rc = work_look(&w, o, meeting, err);

	if (rc == 0)
		rc = office_may(o, MAY_HANDLE, w.committee->code, err);
	if (rc == 0)
		rc = find_appeal(&w, nr, &a, err);
	if (rc == 0) {
		answer_appeal(w.answer, w.meeting, a);
		data_add_text(w.answer, "by", a->by);
		rc = answer_way(&w, a, err);
	}
	return work_end(&w, rc, answer, err);
}
