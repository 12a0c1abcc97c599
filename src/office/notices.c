/* SPDX-License-Identifier: EUPL-1.2
 *
 * Notices: an adjustment announced on the notice board, which starts the appeal
 * clock, and taken down when it has run out (KL 8:12, 13:5).
 */
#include "config.h"

#include "office/office_private.h"

static int
notice_post(
    struct work *w, const char *paragraphs, kl_day day, struct kl_error *err)
{
	struct derivation why = work_derivation(w);
	struct rules_appeal appeal;
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
		rc = rules_notice(m->adjusted, NULL, NULL, &latest, err);
	if (rc == 0)
		rc = rules_appeal(day, NULL, &why, &appeal, err);
	if (rc != 0)
		return rc;
	data_add_text(w->answer, "meeting", w->meeting->key);
	data_add_text(w->answer, "paragraphs", m->paragraphs);
	data_add_day(w->answer, "posted", day);
	data_add_day(w->answer, "last_day", appeal.last_day);
	data_add_day(w->answer, "remove_on", appeal.remove_on);
	rules_answer_because(w->answer, &why);
	if (day > latest) {
		kl_error_set(&warning, KL_E_RULE,
		    KL_N_("The notice should have been posted by %s, the "
			  "second day after the adjustment."),
		    kl_day_format(latest, text));
		work_warn(w, &warning);
	}
	return 0;
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

static int
notice_remove(
    struct work *w, const char *paragraphs, kl_day day, struct kl_error *err)
{
	struct rules_appeal appeal;
	struct minutes *m = NULL;
	char last[11], on[11];
	int rc;

	rc = work_minutes(w, paragraphs, &m, err);
	if (rc == 0)
		rc = work_check_day(w, day, w->meeting->day, err);
	if (rc != 0)
		return rc;
	if (m->posted != KL_DAY_NONE) {
		rc = rules_appeal(m->posted, NULL, NULL, &appeal, err);
		if (rc != 0)
			return rc;
		if (day < appeal.remove_on) {
			kl_error_set(err, KL_E_RULE,
			    KL_N_("The notice stays up until the appeal period "
				  "has ended: the last day to appeal is %s, so "
				  "it may be taken down from %s. Nothing was "
				  "changed."),
			    kl_day_format(appeal.last_day, last),
			    kl_day_format(appeal.remove_on, on));
			kl_error_statute(err, "KL 8:12");
			return KL_E_RULE;
		}
	}
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

/* The days that a row of the list follows from, with reasons. */
static int
notice_days(struct work *w, struct kl_data *row, const char *posted,
    struct kl_error *err)
{
	struct derivation why = work_derivation(w);
	struct rules_appeal appeal;
	kl_day day;
	int rc;

	if (posted == NULL || kl_day_parse(posted, &day) != 0)
		return 0;
	rc = rules_appeal(day, NULL, &why, &appeal, err);
	if (rc != 0)
		return rc;
	data_add_day(row, "last_day", appeal.last_day);
	data_add_day(row, "remove_on", appeal.remove_on);
	data_add_bool(row, "due", w->o->today >= appeal.remove_on);
	rules_answer_because(row, &why);
	return 0;
}

static int
notice_list(
    struct work *w, struct kl_data *rows, bool all, struct kl_error *err)
{
	struct kl_data *list = data_add_list(w->answer, "notices"), *row;
	const struct kl_data *from;
	size_t i;
	int rc = 0;

	for (i = 0; rc == 0 && i < kl_data_count(rows); i++) {
		from = kl_data_at(rows, i);
		if (!all &&
		    kl_data_text(kl_data_get(from, "taken_down")) != NULL)
			continue;
		row = data_add_object(list, NULL);
		data_add_members(row, from);
		rc = notice_days(
		    w, row, kl_data_text(kl_data_get(from, "posted")), err);
	}
	return rc;
}

int
kl_notice_list(struct kl_office *o, const char *committee, bool all,
    struct kl_data **answer, struct kl_error *err)
{
	const char *args[2] = { NULL, NULL };
	struct kl_data *rows = data_list();
	struct work w;
	int rc;

	rc = work_begin(&w, o, MAY_READ, false, err);
	if (committee != NULL)
		args[0] = arena_printf(w.arena, "committee=%s", committee);
	if (rc == 0)
		rc = store_query(o->store, "notices", args, rows, err);
	if (rc == 0)
		rc = notice_list(&w, rows, all, err);
	kl_data_free(rows);
	return work_end(&w, rc, answer, err);
}
