/* SPDX-License-Identifier: EUPL-1.2
 *
 * Notices: an adjustment announced on the notice board, which starts the appeal
 * clock; down and up again, corrected, announced besides; and taken down when
 * the clock has run out (KL 8:12, 13:5).
 */
#include "config.h"

#include "domain/add.h"
#include "office/office_private.h"
#include "rules/after.h"
#include <kansli/after.h>

/* What the change has come to, with the days that follow from it. */
static int
answer_notice(struct work *w, const struct minutes *m, struct kl_error *err)
{
	struct derivation why = work_derivation(w);
	struct rule_book book = office_book(w);
	struct rules_appeal appeal;
	int rc = after_notice(m, &book, &why, &appeal, err);

	if (rc != 0)
		return rc;
	data_add_text(w->answer, "meeting", w->meeting->key);
	data_add_text(w->answer, "paragraphs", m->paragraphs);
	data_add_day(w->answer, "posted", m->posted);
	data_add_day(w->answer, "last_day", appeal.last_day);
	data_add_day(w->answer, "remove_on", appeal.remove_on);
	rules_answer_because(w->answer, &why);
	return 0;
}

/* ---- up and down --------------------------------------------------------- */

static int
notice_post(
    struct work *w, const char *paragraphs, kl_day day, struct kl_error *err)
{
	struct rule_book book = office_book(w);
	struct kl_error warning;
	struct minutes *m = NULL;
	kl_day latest;
	char text[11];
	int rc;

	rc = work_minutes(w, paragraphs, &m, err);
	if (rc == 0 && m->adjusted != KL_DAY_NONE)
		rc = work_check_day(w, day, m->adjusted, err);
	if (rc != 0)
		return rc;
	m->posted = day;
	rc = work_apply(w, m, "post", err);
	if (rc == 0)
		rc = rules_notice(m->adjusted, &book, NULL, &latest, err);
	if (rc == 0)
		rc = answer_notice(w, m, err);
	if (rc == 0 && day > latest) {
		kl_error_set(&warning, KL_E_RULE,
		    KL_N_("The notice should have been posted by %s, the "
			  "second day after the adjustment."),
		    kl_day_format(latest, text));
		work_warn(w, &warning);
	}
	return rc;
}

int
kl_notice_post(struct kl_office *o, const char *meeting, const char *paragraphs,
    kl_day day, struct kl_data **answer, struct kl_error *err)
{
	struct work w;
	int rc = work_change(&w, o, meeting, MAY_HANDLE, err);

	if (rc == 0)
		rc = notice_post(&w, paragraphs, day, err);
	return work_end(&w, rc, answer, err);
}

/* The interruption that has not ended, or NULL. */
static struct interruption *
down_now(struct minutes *m)
{
	size_t i;

	for (i = 0; i < m->interruptions.n; i++)
		if (m->interruptions.v[i].back == KL_DAY_NONE)
			return &m->interruptions.v[i];
	return NULL;
}

static int
is_down(struct work *w, const struct minutes *m, const struct interruption *x,
    struct kl_error *err)
{
	char from[11];

	kl_error_set(err, KL_E_RULE,
	    KL_N_("The notice of %s is down since %s. Nothing was changed. "
		  "Record when it was back with kansli notice resume."),
	    ranges_named_text(w->arena, m->paragraphs),
	    kl_day_format(x->from, from));
	kl_error_statute(err, "KL 8:12, 13:5");
	return KL_E_RULE;
}

/* Refused before the appeal period has ended. */
static int
may_come_down(
    struct work *w, struct minutes *m, kl_day day, struct kl_error *err)
{
	struct rule_book book = office_book(w);
	struct rules_appeal appeal;
	char last[11], on[11];
	int rc;

	if (m->posted == KL_DAY_NONE)
		return 0; /* the table of states refuses it */
	rc = after_notice(m, &book, NULL, &appeal, err);
	if (rc != 0)
		return rc;
	if (appeal.last_day == KL_DAY_NONE)
		return is_down(w, m, down_now(m), err);
	if (day >= appeal.remove_on)
		return 0;
	kl_error_set(err, KL_E_RULE,
	    KL_N_("The notice stays up until the appeal period has ended: the "
		  "last day to appeal is %s, so it may be taken down from %s. "
		  "Nothing was changed."),
	    kl_day_format(appeal.last_day, last),
	    kl_day_format(appeal.remove_on, on));
	kl_error_statute(err, "KL 8:12");
	return KL_E_RULE;
}

static int
notice_remove(
    struct work *w, const char *paragraphs, kl_day day, struct kl_error *err)
{
	struct minutes *m = NULL;
	int rc;

	rc = work_minutes(w, paragraphs, &m, err);
	if (rc == 0)
		rc = work_check_day(w, day, w->meeting->day, err);
	if (rc == 0)
		rc = may_come_down(w, m, day, err);
	if (rc != 0)
		return rc;
	m->taken_down = day;
	rc = work_apply(w, m, "remove", err);
	if (rc == 0) {
		data_add_text(w->answer, "meeting", w->meeting->key);
		data_add_text(w->answer, "paragraphs", m->paragraphs);
		data_add_day(w->answer, "taken_down", day);
	}
	return rc;
}

int
kl_notice_remove(struct kl_office *o, const char *meeting,
    const char *paragraphs, kl_day day, struct kl_data **answer,
    struct kl_error *err)
{
	struct work w;
	int rc = work_change(&w, o, meeting, MAY_HANDLE, err);

	if (rc == 0)
		rc = notice_remove(&w, paragraphs, day, err);
	return work_end(&w, rc, answer, err);
}

/* ---- what disturbs it ---------------------------------------------------- */

/* The minutes whose notice hangs, and a day since it does. */
static int
hanging(struct work *w, const char *paragraphs, kl_day day, struct minutes **m,
    struct kl_error *err)
{
	int rc = work_minutes(w, paragraphs, m, err);

	if (rc == 0 && (*m)->state != MINUTES_POSTED)
		rc = kl_error_set(err, KL_E_RULE,
		    KL_N_("The notice of %s of %s is not on the board; the "
			  "minutes are “%s”. Nothing was changed."),
		    ranges_named_text(w->arena, (*m)->paragraphs),
		    w->meeting->key, word_of(words_minutes, (int)(*m)->state));
	if (rc == 0)
		rc = work_check_day(w, day,
		    (*m)->superseded != KL_DAY_NONE ? (*m)->superseded
						    : (*m)->posted,
		    err);
	return rc;
}

static int
save_notice(
    struct work *w, const char *verb, struct minutes *m, struct kl_error *err)
{
	int rc = store_save_minutes(w->o->store, verb, w->meeting->id, m, err);

	return rc != 0 ? rc : answer_notice(w, m, err);
}

static int
notice_interrupt(struct work *w, const char *paragraphs, kl_day from,
    const char *why, struct kl_error *err)
{
	struct interruption *x;
	struct minutes *m = NULL;
	int rc = hanging(w, paragraphs, from, &m, err);

	if (rc != 0)
		return rc;
	x = down_now(m);
	if (x != NULL)
		return is_down(w, m, x, err);
	if (m->interruptions.n > 0) {
		x = &m->interruptions.v[m->interruptions.n - 1];
		rc = work_check_day(w, from, x->back, err);
		if (rc != 0)
			return rc;
	}
	x = interruption_add(w->arena, m);
	if (x == NULL)
		return kl_error_nomem(err);
	x->from = from;
	x->why = why;
	return save_notice(w, "notice-interrupt", m, err);
}

int
kl_notice_interrupt(struct kl_office *o, const char *meeting,
    const char *paragraphs, kl_day from, const char *why,
    struct kl_data **answer, struct kl_error *err)
{
	struct work w;
	int rc = work_change(&w, o, meeting, MAY_HANDLE, err);

	if (rc == 0)
		rc = notice_interrupt(&w, paragraphs, from, why, err);
	return work_end(&w, rc, answer, err);
}

static int
notice_resume(
    struct work *w, const char *paragraphs, kl_day on, struct kl_error *err)
{
	struct interruption *x;
	struct minutes *m = NULL;
	int rc = hanging(w, paragraphs, on, &m, err);

	if (rc != 0)
		return rc;
	x = down_now(m);
	if (x == NULL)
		return kl_error_set(err, KL_E_RULE,
		    KL_N_("The notice of %s of %s has not been recorded as "
			  "down, so it cannot be back. Nothing was changed."),
		    ranges_named_text(w->arena, m->paragraphs),
		    w->meeting->key);
	rc = work_check_day(w, on, x->from, err);
	if (rc != 0)
		return rc;
	x->back = on;
	return save_notice(w, "notice-resume", m, err);
}

int
kl_notice_resume(struct kl_office *o, const char *meeting,
    const char *paragraphs, kl_day on, struct kl_data **answer,
    struct kl_error *err)
{
	struct work w;
	int rc = work_change(&w, o, meeting, MAY_HANDLE, err);

	if (rc == 0)
		rc = notice_resume(&w, paragraphs, on, err);
	return work_end(&w, rc, answer, err);
}

/* One that was down is back in its corrected form. */
static int
notice_supersede(
    struct work *w, const char *paragraphs, kl_day on, struct kl_error *err)
{
	struct interruption *x;
	struct minutes *m = NULL;
	int rc = hanging(w, paragraphs, on, &m, err);

	if (rc != 0)
		return rc;
	x = down_now(m);
	if (x != NULL) {
		rc = work_check_day(w, on, x->from, err);
		if (rc != 0)
			return rc;
		x->back = on;
	}
	m->superseded = on;
	return save_notice(w, "notice-supersede", m, err);
}

int
kl_notice_supersede(struct kl_office *o, const char *meeting,
    const char *paragraphs, kl_day on, struct kl_data **answer,
    struct kl_error *err)
{
	struct work w;
	int rc = work_change(&w, o, meeting, MAY_HANDLE, err);

	if (rc == 0)
		rc = notice_supersede(&w, paragraphs, on, err);
	return work_end(&w, rc, answer, err);
}

/* Something that these minutes hold is announced besides. */
static bool
needs_announcement(struct work *w, const struct minutes *m)
{
	const struct paragraph *p;
	enum appeal_kind kind;
	size_t i;

	for (i = 0; i < w->meeting->paragraphs.n; i++) {
		p = &w->meeting->paragraphs.v[i];
		kind = after_kind(&w->bundle, w->meeting, p);
		if ((kind == APPEAL_PLAN || kind == APPEAL_PERMIT) &&
		    meeting_minutes_of(w->meeting, p->nr) == m)
			return true;
	}
	return false;
}

static int
notice_announce(
    struct work *w, const char *paragraphs, kl_day on, struct kl_error *err)
{
	struct rule_book book = office_book(w);
	struct kl_error warning;
	struct minutes *m = NULL;
	kl_day latest;
	char text[11];
	int rc = work_minutes(w, paragraphs, &m, err);

	if (rc == 0 && !needs_announcement(w, m))
		rc = kl_error_set(err, KL_E_RULE,
		    KL_N_("Nothing in %s of %s is a plan or a permit, so "
			  "nothing is announced besides. Nothing was "
			  "changed."),
		    ranges_named_text(w->arena, m->paragraphs),
		    w->meeting->key);
	if (rc == 0)
		rc = work_check_day(w, on,
		    m->adjusted == KL_DAY_NONE ? w->meeting->day : m->adjusted,
		    err);
	if (rc != 0)
		return rc;
	m->announced = on;
	rc = save_notice(w, "notice-announce", m, err);
	if (rc != 0 || m->posted == KL_DAY_NONE)
		return rc;
	rc =
	    rules_limit(RULE_PLAN_ANNOUNCEMENT, m->posted, &book, &latest, err);
	if (rc == 0 && on > latest) {
		kl_error_set(&warning, KL_E_RULE,
		    KL_N_("A plan is announced the same day as the notice, "
			  "%s."),
		    kl_day_format(m->posted, text));
		kl_error_statute(&warning, "PBL 5:29");
		work_warn(w, &warning);
	}
	return rc;
}

int
kl_notice_announce(struct kl_office *o, const char *meeting,
    const char *paragraphs, kl_day on, struct kl_data **answer,
    struct kl_error *err)
{
	struct work w;
	int rc = work_change(&w, o, meeting, MAY_HANDLE, err);

	if (rc == 0)
		rc = notice_announce(&w, paragraphs, on, err);
	return work_end(&w, rc, answer, err);
}
