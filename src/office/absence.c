/* SPDX-License-Identifier: EUPL-1.2
 *
 * Before the meeting: who cannot come, and which deputy is asked instead.  The
 * program proposes, the secretary decides; what is recorded is what was said.
 */
#include "config.h"

#include <string.h>

#include "domain/add.h"
#include "office/who.h"
#include "rules/entry.h"

static int
check_what(const struct kl_absence *what, struct kl_error *err)
{
	int rc = office_check_clock(what->from, "from", err);

	if (rc == 0)
		rc = office_check_clock(what->until, "until", err);
	if (rc == 0 && what->from != NULL && what->until != NULL &&
	    strcmp(what->from, what->until) >= 0)
		rc = kl_error_set(err, KL_E_INPUT,
		    KL_N_("The absence ends at %s, before it begins at %s. "
			  "Nothing was changed."),
		    what->until, what->from);
	return rc;
}

/* Nobody is absent from a meeting that is not held. */
static int
check_held(struct work *w, struct kl_error *err)
{
	if (w->meeting->state != MEETING_CANCELLED)
		return 0;
	return kl_error_set(err, KL_E_RULE,
	    KL_N_("The meeting %s has been cancelled. Nothing was changed."),
	    w->meeting->key);
}

static struct absence_report *
report_of(const struct meeting *m, const char *ref)
{
	size_t i;

	for (i = 0; i < m->absences.n; i++)
		if (strcmp(m->absences.v[i].person, ref) == 0)
			return &m->absences.v[i];
	return NULL;
}

static enum role
role_of(const struct work *w, const char *ref)
{
	const struct mandate *x;
	enum role best = ROLE_SECRETARY;
	size_t i;

	for (i = 0; i < w->bundle.mandates.n; i++) {
		x = &w->bundle.mandates.v[i];
		if (strcmp(x->person, ref) == 0 &&
		    strcmp(x->committee, w->meeting->committee) == 0 &&
		    x->from <= w->meeting->day &&
		    (x->to == KL_DAY_NONE || w->meeting->day <= x->to) &&
		    x->role < best)
			best = x->role;
	}
	return best;
}

/* It was told, or somebody was asked, no later than today. */
static int
check_told(struct work *w, kl_day day, struct kl_error *err)
{
	return day == KL_DAY_NONE ? 0 : work_check_day(w, day, INT32_MIN, err);
}

/* ---- absences ----------------------------------------------------------- */

static int
withdraw(struct work *w, const char *ref, struct kl_error *err)
{
	struct absence_report *x = report_of(w->meeting, ref);
	struct kl_data *tell;
	size_t i;

	if (x == NULL)
		return kl_error_set(err, KL_E_NOTFOUND,
		    KL_N_("%s has not reported absence from %s. Nothing was "
			  "changed."),
		    office_name(w, ref), w->meeting->key);
	tell = data_add_list(w->answer, "tell");
	for (i = 0; i < x->calls.n; i++)
		if (x->calls.v[i].answer != CALL_DECLINED)
			data_add_text(
			    tell, NULL, office_name(w, x->calls.v[i].person));
	i = (size_t)(x - w->meeting->absences.v);
	memmove(x, x + 1, (w->meeting->absences.n - i - 1) * sizeof *x);
	w->meeting->absences.n--;
	return 0;
}

static int
report(struct work *w, const struct kl_absence *what, const char *ref,
    struct kl_error *err)
{
	struct absence_report *x = report_of(w->meeting, ref);

	if (x == NULL)
		x = absence_add(w->arena, w->meeting);
	if (x == NULL)
		return kl_error_nomem(err);
	x->person = ref;
	x->reported = what->day;
	x->by = what->by;
	x->from = what->from;
	x->until = what->until;
	x->why = what->why;
	data_add_text(w->answer, "from", x->from);
	data_add_text(w->answer, "until", x->until);
	return 0;
}

/* A deputy who was called in for somebody cannot come: that is a no. */
static void
decline_calls(struct work *w, const char *ref)
{
	struct absence_report *x;
	size_t i, k;

	for (i = 0; i < w->meeting->absences.n; i++) {
		x = &w->meeting->absences.v[i];
		for (k = 0; k < x->calls.n; k++)
			if (strcmp(x->calls.v[k].person, ref) == 0)
				x->calls.v[k].answer = CALL_DECLINED;
	}
}

static int
save(struct work *w, const char *verb, struct kl_error *err)
{
	return store_save_attendance(w->o->store, verb, w->meeting, err);
}

int
kl_meeting_absence(struct kl_office *o, const struct kl_absence *what,
    struct kl_data **answer, struct kl_error *err)
{
	struct work w;
	const char *ref = NULL;
	bool member;
	int rc = work_change(&w, o, what->meeting, MAY_HANDLE, err);

	if (rc == 0)
		rc = check_what(what, err);
	if (rc == 0)
		rc = check_told(&w, what->day, err);
	if (rc == 0)
		rc = check_held(&w, err);
	if (rc == 0)
		rc = office_who(&w, what->person, &ref, err);
	if (rc != 0)
		return work_end(&w, rc, answer, err);
	data_add_text(w.answer, "meeting", w.meeting->key);
	data_add_text(w.answer, "person", ref);
	data_add_text(w.answer, "name", office_name(&w, ref));
	member = role_of(&w, ref) <= ROLE_MEMBER;
	if (what->withdraw) {
		rc = withdraw(&w, ref, err);
	} else {
		rc = report(&w, what, ref, err);
		if (!member && what->from == NULL && what->until == NULL)
			decline_calls(&w, ref);
	}
	if (rc == 0)
		rc = save(&w, "absence", err);
	if (rc == 0 && member && !what->withdraw)
		rc = office_deputies(
		    &w, ref, 0, data_add_list(w.answer, "deputies"), err);
	return work_end(&w, rc, answer, err);
}

/* ---- calling in --------------------------------------------------------- */

/* Tell when the order gives another, or nobody. */
static int
check_order(struct work *w, const char *deputy, const char *member,
    const struct entry **is, entries *list, struct kl_error *err)
{
	struct rule_book book = office_book(w);
	struct kl_error note;
	size_t i;
	int rc = entry_order(
	    w->arena, &w->bundle, w->meeting, member, &book, NULL, list, err);

	*is = NULL;
	if (rc != 0)
		return rc;
	for (i = 0; i < list->n && *is == NULL; i++)
		if (strcmp(list->v[i].deputy, deputy) == 0)
			*is = &list->v[i];
	if (list->n > 0 && *is != &list->v[0]) {
		kl_error_set(&note, 0,
		    KL_N_("By the order %s is asked first for %s."),
		    office_name(w, list->v[0].deputy), office_name(w, member));
		work_warn(w, &note);
	} else if (list->n == 0) {
		kl_error_set(&note, 0,
		    KL_N_("By the order nobody is asked for %s."),
		    office_name(w, member));
		work_warn(w, &note);
	}
	return 0;
}

static int
add_call(struct work *w, const char *deputy, const char *member, kl_day day,
    struct kl_error *err)
{
	struct absence_report *x = report_of(w->meeting, member);
	struct call *c = NULL;
	size_t i;

	if (x == NULL)
		return kl_error_set(err, KL_E_RULE,
		    KL_N_("%s has not reported absence from %s, so nobody is "
			  "called in. Record the absence first."),
		    office_name(w, member), w->meeting->key);
	if (report_of(w->meeting, deputy) != NULL &&
	    report_of(w->meeting, deputy)->from == NULL &&
	    report_of(w->meeting, deputy)->until == NULL)
		return kl_error_set(err, KL_E_RULE,
		    KL_N_("%s has reported absence from %s. Nobody was called "
			  "in."),
		    office_name(w, deputy), w->meeting->key);
	for (i = 0; i < x->calls.n; i++)
		if (strcmp(x->calls.v[i].person, deputy) == 0)
			c = &x->calls.v[i];
	if (c == NULL)
		c = call_add(w->arena, x);
	if (c == NULL)
		return kl_error_nomem(err);
	c->person = deputy;
	c->asked = day;
	c->answer = CALL_UNANSWERED;
	return 0;
}

/* Called in for another member already: one deputy, one seat. */
static int
check_free(struct work *w, const char *deputy, const char *member,
    struct kl_error *err)
{
	const struct absence_report *x;
	size_t i, k;

	for (i = 0; i < w->meeting->absences.n; i++) {
		x = &w->meeting->absences.v[i];
		for (k = 0; k < x->calls.n; k++)
			if (strcmp(x->person, member) != 0 &&
			    strcmp(x->calls.v[k].person, deputy) == 0 &&
			    x->calls.v[k].answer != CALL_DECLINED)
				return kl_error_set(err, KL_E_RULE,
				    KL_N_("%s has been called in for %s. "
					  "Nobody was called in."),
				    office_name(w, deputy),
				    office_name(w, x->person));
	}
	return 0;
}

/* A deputy of the body, for a member of it. */
static int
check_may(struct work *w, const char *deputy, const char *member,
    struct kl_error *err)
{
	struct rule_book book = office_book(w);
	struct meeting before = *w->meeting;

	memset(&before.attendance, 0, sizeof before.attendance);
	return entry_check(
	    w->arena, &w->bundle, &before, 0, deputy, member, &book, err);
}

int
kl_meeting_call(struct kl_office *o, const char *meeting, const char *deputy,
    const char *member, kl_day day, struct kl_data **answer,
    struct kl_error *err)
{
	struct work w;
	const char *from = NULL, *who = NULL;
	const struct entry *is = NULL;
	entries list = { NULL, 0, 0 };
	int rc = work_change(&w, o, meeting, MAY_HANDLE, err);

	if (rc == 0)
		rc = check_held(&w, err);
	if (rc == 0)
		rc = check_told(&w, day, err);
	if (rc == 0)
		rc = office_who(&w, deputy, &who, err);
	if (rc == 0)
		rc = office_who(&w, member, &from, err);
	if (rc == 0)
		rc = check_may(&w, who, from, err);
	if (rc == 0)
		rc = check_free(&w, who, from, err);
	if (rc == 0)
		rc = check_order(&w, who, from, &is, &list, err);
	if (rc == 0)
		rc = add_call(&w, who, from, day, err);
	if (rc == 0)
		rc = save(&w, "call", err);
	if (rc == 0) {
		data_add_text(w.answer, "meeting", w.meeting->key);
		data_add_text(w.answer, "deputy", office_name(&w, who));
		data_add_text(w.answer, "member", office_name(&w, from));
		data_add_text(w.answer, "ground",
		    entry_word(is == NULL ? ENTRY_CALLED : is->ground));
	}
	return work_end(&w, rc, answer, err);
}

/* ---- answers ------------------------------------------------------------ */

/* The call that the deputy has not answered, or the last one. */
static struct call *
call_of(struct work *w, const char *deputy, struct absence_report **of)
{
	struct absence_report *x;
	struct call *found = NULL, *c;
	size_t i, k;

	for (i = 0; i < w->meeting->absences.n; i++) {
		x = &w->meeting->absences.v[i];
		for (k = 0; k < x->calls.n; k++) {
			c = &x->calls.v[k];
			if (strcmp(c->person, deputy) != 0)
				continue;
			if (found == NULL || c->answer <= CALL_UNANSWERED) {
				found = c;
				*of = x;
			}
		}
	}
	return found;
}

int
kl_meeting_answer(struct kl_office *o, const char *meeting, const char *deputy,
    bool yes, struct kl_data **answer, struct kl_error *err)
{
	struct absence_report *of = NULL;
	struct call *c = NULL;
	const char *who = NULL;
	struct work w;
	int rc = work_change(&w, o, meeting, MAY_HANDLE, err);

	if (rc == 0)
		rc = check_held(&w, err);
	if (rc == 0)
		rc = office_who(&w, deputy, &who, err);
	if (rc == 0) {
		c = call_of(&w, who, &of);
		if (c == NULL)
			rc = kl_error_set(err, KL_E_NOTFOUND,
			    KL_N_("%s has not been called in to %s. Nothing "
				  "was changed."),
			    office_name(&w, who), w.meeting->key);
	}
	if (rc == 0) {
		c->answer = yes ? CALL_ACCEPTED : CALL_DECLINED;
		rc = save(&w, "answer", err);
	}
	if (rc == 0) {
		data_add_text(w.answer, "meeting", w.meeting->key);
		data_add_text(w.answer, "deputy", office_name(&w, who));
		data_add_text(w.answer, "member", office_name(&w, of->person));
		data_add_text(
		    w.answer, "state", word_of(words_call, (int)c->answer));
	}
	if (rc == 0 && !yes)
		rc = office_deputies(&w, of->person, 0,
		    data_add_list(w.answer, "deputies"), err);
	return work_end(&w, rc, answer, err);
}
