/* SPDX-License-Identifier: EUPL-1.2
 *
 * Commissions: what a point of a decision told somebody to do, until it has
 * been reported back to the committee; and matters that were referred back,
 * until they are ready for it again.
 */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "domain/add.h"
#include "office/follow.h"
#include <kansli/after.h>

static void
answer_commission(
    struct work *w, const struct paragraph *p, const struct commission *c)
{
	data_add_text(w->answer, "meeting", w->meeting->key);
	data_add_int(w->answer, "paragraph", p->nr);
	if (c->point > 0)
		data_add_int(w->answer, "point", c->point);
	data_add_text(w->answer, "responsible", c->responsible);
	data_add_day(w->answer, "due", c->due);
	data_add_day(w->answer, "reported", c->reported);
	data_add_text(w->answer, "reported_at", c->reported_at);
}

static int
save_commission(struct work *w, const char *verb, struct paragraph *p,
    const struct commission *c, struct kl_error *err)
{
	int rc =
	    store_save_paragraph(w->o->store, verb, w->meeting->id, p, err);

	if (rc == 0)
		answer_commission(w, p, c);
	return rc;
}

/* ---- add ----------------------------------------------------------------- */

static int
commission_new(
    struct work *w, const struct kl_commission *what, struct kl_error *err)
{
	struct paragraph *p = NULL;
	struct commission *c;
	size_t i;
	int rc = follow_paragraph(w, what->paragraph, &p, err);

	if (rc != 0)
		return rc;
	if (what->point < 0 || (size_t)what->point > p->decision.n)
		return kl_error_set(err, KL_E_NOTFOUND,
		    KL_N_("The decision of § %d has no point %d. Nothing was "
			  "changed."),
		    p->nr, what->point);
	for (i = 0; i < p->commissions.n; i++)
		if (p->commissions.v[i].point == what->point)
			return kl_error_set(err, KL_E_RULE,
			    KL_N_("Point %d of § %d is a commission already. "
				  "Nothing was changed."),
			    what->point, p->nr);
	if (what->due != KL_DAY_NONE && what->due < w->meeting->day)
		return kl_error_set(err, KL_E_RULE,
		    KL_N_("What was told at a meeting is not due before it. "
			  "Nothing was changed."));
	c = commission_add(w->arena, p);
	if (c == NULL)
		return kl_error_nomem(err);
	c->point = what->point;
	c->responsible = what->responsible;
	c->due = what->due;
	return save_commission(w, "commission-add", p, c, err);
}

int
kl_commission_add(struct kl_office *o, const struct kl_commission *what,
    struct kl_data **answer, struct kl_error *err)
{
	struct work w;
	int rc = work_change(&w, o, what->meeting, MAY_DECIDE, err);

	if (rc == 0)
		rc = commission_new(&w, what, err);
	return work_end(&w, rc, answer, err);
}

/* ---- report back --------------------------------------------------------- */

static int
find_commission(const struct paragraph *p, int point, struct commission **c,
    struct kl_error *err)
{
	size_t i;

	for (i = 0; i < p->commissions.n; i++) {
		*c = &p->commissions.v[i];
		if ((*c)->point == point ||
		    (point == 0 && p->commissions.n == 1))
			return 0;
	}
	if (p->commissions.n > 1 && point == 0)
		return kl_error_set(err, KL_E_USAGE,
		    KL_N_("§ %d has several commissions. Say which point of "
			  "the decision, with --point. Nothing was changed."),
		    p->nr);
	return kl_error_set(err, KL_E_NOTFOUND,
	    KL_N_("There is no such commission in § %d. Nothing was changed. "
		  "Record it with kansli commission add."),
	    p->nr);
}

/* What is reported is reported; only where may be told, or told better. */
static int
check_unreported(
    const struct commission *c, const char *at, struct kl_error *err)
{
	char day[11];

	if (c->reported == KL_DAY_NONE || at != NULL)
		return 0;
	return kl_error_set(err, KL_E_RULE,
	    KL_N_("The commission was reported back on %s already. Nothing "
		  "was changed."),
	    kl_day_format(c->reported, day));
}

int
kl_commission_report(struct kl_office *o, const char *meeting, int paragraph,
    int point, kl_day on, const char *at, struct kl_data **answer,
    struct kl_error *err)
{
	const char *place = NULL;
	struct paragraph *p = NULL;
	struct commission *c = NULL;
	struct work w;
	int rc = work_change(&w, o, meeting, MAY_DECIDE, err);

	if (rc == 0)
		rc = follow_paragraph(&w, paragraph, &p, err);
	if (rc == 0)
		rc = find_commission(p, point, &c, err);
	if (rc == 0)
		rc = check_unreported(c, at, err);
	if (rc == 0)
		rc = work_check_day(&w, on, w.meeting->day, err);
	if (rc == 0)
		rc = follow_place(&w, at, &place, err);
	if (rc == 0) {
		c->reported = on;
		c->reported_at = place;
		rc = save_commission(&w, "commission-report", p, c, err);
	}
	return work_end(&w, rc, answer, err);
}

/* ---- what was referred back ---------------------------------------------- */

int
kl_matter_ready(struct kl_office *o, const char *number, const char *meeting,
    struct kl_data **answer, struct kl_error *err)
{
	struct matter m = { 0 };
	struct work w;
	int rc = work_change(&w, o, meeting, MAY_DECIDE, err);

	if (rc == 0)
		rc = store_load_matter(o->store, number, w.arena, &m, err);
	if (rc == 0 && strcmp(m.committee, w.committee->code) != 0)
		rc = kl_error_set(err, KL_E_RULE,
		    KL_N_("The matter %s belongs to the committee %s, not to "
			  "%s. Nothing was changed."),
		    number, m.committee, w.committee->code);
	if (rc == 0 && (w.meeting->state == MEETING_HELD ||
			   w.meeting->state == MEETING_CANCELLED))
		rc = kl_error_set(err, KL_E_RULE,
		    KL_N_("The meeting %s is “%s”, so its agenda is closed. "
			  "Nothing was changed."),
		    meeting, word_of(words_meeting, (int)w.meeting->state));
	if (rc == 0) {
		m.meeting = w.meeting->key;
		rc = store_save_matter(o->store, "matter-ready", &m, err);
	}
	if (rc == 0) {
		data_add_text(w.answer, "number", m.number);
		data_add_text(w.answer, "meeting", m.meeting);
	}
	return work_end(&w, rc, answer, err);
}

/* ---- list ---------------------------------------------------------------- */

int
kl_commission_list(struct kl_office *o, const char *committee, bool open,
    bool late, struct kl_data **answer, struct kl_error *err)
{
	struct kl_data *rows = data_list(), *list, *to;
	const struct kl_data *row;
	const char *due;
	char today[11];
	bool is_open, is_late;
	struct work w;
	size_t i;
	int rc = work_begin(&w, o, MAY_READ, false, err);

	kl_day_format(o->today, today);
	list = data_add_list(w.answer, "commissions");
	if (rc == 0)
		rc = office_query(&w, "commissions", committee, rows, err);
	for (i = 0; rc == 0 && i < kl_data_count(rows); i++) {
		row = kl_data_at(rows, i);
		due = kl_data_text(kl_data_get(row, "due"));
		is_open = kl_data_text(kl_data_get(row, "reported")) == NULL;
		is_late = is_open && due != NULL && strcmp(due, today) < 0;
		if ((open && !is_open) || (late && !is_late))
			continue;
		to = data_add_object(list, NULL);
		data_add_members(to, row);
		data_add_bool(to, "late", is_late);
	}
	kl_data_free(rows);
	return work_end(&w, rc, answer, err);
}
