/* SPDX-License-Identifier: EUPL-1.2
 *
 * Approvals of frozen minutes: given, refused, taken back, and the adjustment
 * that follows from the last one.  An approval is of exactly the bytes of the
 * frozen record and of the stored pages.
 */
#include "config.h"

#include <string.h>

#include "base/file.h"
#include "domain/add.h"
#include "office/adjust.h"
#include "rules/adjusting.h"

#define EVIDENCE_MAX ((size_t)16 << 20) /* bytes of what proves a signature */
#define STATUTE "KL 5:69, 6:35"

/* ---- what the steps share -------------------------------------------------
 */

/* The minutes meant, which are frozen and wait for approvals. */
static int
frozen_minutes(struct work *w, const char *paragraphs, struct minutes **m,
    struct kl_error *err)
{
	int rc = work_minutes(w, paragraphs, m, err);

	if (rc != 0 || (*m)->state == MINUTES_FROZEN)
		return rc;
	kl_error_set(err, KL_E_RULE,
	    KL_N_("The minutes of %s are “%s”; only frozen minutes are "
		  "approved or sent back. Nothing was changed."),
	    w->meeting->key, word_of(words_minutes, (int)(*m)->state));
	kl_error_statute(err, STATUTE);
	return KL_E_RULE;
}

/* The account named as the person acts for them; otherwise a secretary records
 * what stands on paper.  ${self} tells which. */
static int
may_act_for(
    struct work *w, const char *person, bool *self, struct kl_error *err)
{
	if (bundle_person(&w->bundle, person) == NULL)
		return kl_error_set(err, KL_E_NOTFOUND,
		    KL_N_("There is no person %s in the committee %s. "
			  "Nothing was changed."),
		    person, w->committee->code);
	*self = strcmp(w->o->user.name, person) == 0;
	return *self ? 0
		     : office_may(w->o, MAY_DECIDE, w->committee->code, err);
}

static bool
is_live(const struct minutes *m, const struct approval *x)
{
	return x->withdrawn == KL_DAY_NONE && x->record_sha256 != NULL &&
	       m->record_sha256 != NULL &&
	       strcmp(x->record_sha256, m->record_sha256) == 0;
}

int
work_approved(struct work *w, const struct minutes *m, text_list *who,
    struct kl_error *err)
{
	size_t i;

	memset(who, 0, sizeof *who);
	for (i = 0; i < m->approvals.n; i++)
		if (is_live(m, &m->approvals.v[i]) &&
		    text_add(w->arena, who, m->approvals.v[i].person) != 0)
			return kl_error_nomem(err);
	return 0;
}

int
work_adjusting(struct work *w, const struct minutes *m, struct adjusting *out,
    struct kl_error *err)
{
	struct rule_book book = office_book(w);
	text_list given;
	int rc = work_approved(w, m, &given, err);

	return rc != 0 ? rc
		       : adjusting_look(w->arena, &w->bundle, w->meeting, m,
			     &given, &book, out, err);
}

/* One who presided in the minutes or is appointed to adjust them. */
static int
check_entitled(struct work *w, const struct minutes *m, const char *person,
    struct kl_error *err)
{
	struct adjusting look;
	int rc = work_adjusting(w, m, &look, err);

	if (rc != 0 || adjusting_may(w->meeting, &look, person))
		return rc;
	kl_error_set(err, KL_E_RULE,
	    KL_N_("%s neither presided nor is appointed to adjust the minutes "
		  "of %s. Nothing was changed."),
	    person, w->meeting->key);
	kl_error_statute(err, STATUTE);
	return KL_E_RULE;
}

/* ---- warnings that nobody answers for -------------------------------------
 */

static int
check_warnings(struct work *w, const struct minutes *m, struct kl_error *err)
{
	struct rule_book book = office_book(w);
	const struct rule *rule =
	    rule_on(RULE_WARNINGS_SIGNED, w->meeting->day, err);
	findings list = { .n = 0 };
	struct ranges own;
	size_t i, n = 0;
	int rc;

	if (rule == NULL)
		return KL_E_INPUT;
	if (rule_value(&book, rule, w->meeting->day) == 0)
		return 0;
	ranges_parse(m->paragraphs, &own);
	rc = work_preflight(w, m->seq > 1 ? &own : NULL, &list, err);
	for (i = 0; rc == 0 && i < list.n; i++)
		n += !list.v[i].blocks && work_accepted(w, &list.v[i]) == NULL;
	if (rc != 0 || n == 0)
		return rc;
	kl_error_set(err, KL_E_RULE,
	    KL_N_(
		"Warnings about the minutes of %s that nobody has signed for: "
		"%zu. Nothing was changed. See them with kansli minutes "
		"preflight, and mend them or sign with kansli minutes "
		"accept."),
	    w->meeting->key, n);
	kl_error_statute(err, rule->statute);
	return KL_E_RULE;
}

/* ---- approve --------------------------------------------------------------
 */

static int
keep_evidence(
    struct work *w, const char *path, struct approval *x, struct kl_error *err)
{
	char sha[HASH_HEX];
	struct buf bytes;
	int rc;

	if (path == NULL)
		return 0;
	rc = file_read(path, EVIDENCE_MAX, &bytes, err);
	if (rc == 0)
		rc = store_put_blob(w->o->store, bytes.data, bytes.len,
		    "application/octet-stream", sha, err);
	if (rc == 0) {
		x->evidence_sha256 = arena_strdup(w->arena, sha);
		rc = x->evidence_sha256 == NULL ? kl_error_nomem(err) : 0;
	}
	buf_free(&bytes);
	return rc;
}

static int
add_approval(struct work *w, struct minutes *m, const struct kl_approval *what,
    bool self, struct kl_error *err)
{
	struct approval *x = approval_add(w->arena, m);
	int rc;

	if (x == NULL)
		return kl_error_nomem(err);
	x->person = what->person;
	x->day = what->day;
	x->instant = self ? w->o->instant : NULL;
	x->record_sha256 = m->record_sha256;
	x->pdf_sha256 = m->pdf_sha256;
	rc = keep_evidence(w, what->evidence, x, err);
	return rc == 0 ? store_save_approval(
			     w->o->store, "minutes-approve", m->id, x, err)
		       : rc;
}

static int
not_twice(struct work *w, const struct minutes *m, const char *person,
    struct kl_error *err)
{
	size_t i;

	for (i = 0; i < m->approvals.n; i++)
		if (is_live(m, &m->approvals.v[i]) &&
		    strcmp(m->approvals.v[i].person, person) == 0)
			return kl_error_set(err, KL_E_RULE,
			    KL_N_("%s has approved this version of the minutes "
				  "of %s already. Nothing was changed."),
			    person, w->meeting->key);
	return 0;
}

/* The pages that are approved must be there, also of minutes that were frozen
 * before pages were kept; and neither they nor the record may have changed. */
static int
check_bytes(struct work *w, struct minutes *m, struct kl_error *err)
{
	struct buf bytes;
	int rc = 0;

	if (m->pdf_sha256 == NULL) {
		rc = office_minutes_pdf(w, m, &m->pdf_sha256, err);
		if (rc == 0)
			rc = store_save_minutes(
			    w->o->store, "minutes-pdf", w->meeting->id, m, err);
	}
	if (rc != 0)
		return rc;
	rc = store_get_blob(w->o->store, m->record_sha256, &bytes, err);
	buf_free(&bytes);
	if (rc != 0)
		return rc;
	rc = store_get_blob(w->o->store, m->pdf_sha256, &bytes, err);
	buf_free(&bytes);
	return rc;
}

/* The last signature's day. */
static kl_day
last_day(const struct minutes *m)
{
	kl_day day = KL_DAY_NONE;
	size_t i;

	for (i = 0; i < m->approvals.n; i++)
		if (is_live(m, &m->approvals.v[i]) &&
		    (day == KL_DAY_NONE || m->approvals.v[i].day > day))
			day = m->approvals.v[i].day;
	return day;
}

/* Adjusted, when nobody is waited for. */
static int
conclude(struct work *w, struct minutes *m, struct kl_error *err)
{
	struct kl_data *waiting = data_add_list(w->answer, "waiting");
	struct adjusting look;
	size_t i;
	int rc = work_adjusting(w, m, &look, err);

	for (i = 0; rc == 0 && i < look.wait.n; i++)
		data_add_text(waiting, NULL, look.wait.v[i]);
	if (rc != 0 || look.wait.n > 0)
		return rc;
	m->adjusted = last_day(m);
	rc = work_approved(w, m, &m->signers, err);
	return rc == 0 ? work_adjusted(w, m, m->adjusted, err) : rc;
}

static int
approve(struct work *w, const struct kl_approval *what, struct kl_error *err)
{
	struct minutes *m = NULL;
	bool self = false;
	int rc = frozen_minutes(w, what->paragraphs, &m, err);

	if (rc == 0)
		rc = may_act_for(w, what->person, &self, err);
	if (rc == 0)
		rc = check_entitled(w, m, what->person, err);
	if (rc == 0)
		rc = not_twice(w, m, what->person, err);
	if (rc == 0)
		rc = work_check_day(w, what->day, w->meeting->day, err);
	if (rc == 0)
		rc = check_warnings(w, m, err);
	if (rc == 0)
		rc = check_bytes(w, m, err);
	if (rc == 0)
		rc = add_approval(w, m, what, self, err);
	if (rc != 0)
		return rc;
	data_add_text(w->answer, "meeting", w->meeting->key);
	data_add_text(w->answer, "paragraphs", m->paragraphs);
	data_add_text(w->answer, "person", what->person);
	data_add_text(w->answer, "record", m->record_sha256);
	data_add_text(w->answer, "pdf", m->pdf_sha256);
	return conclude(w, m, err);
}

int
kl_minutes_approve(struct kl_office *o, const struct kl_approval *what,
    struct kl_data **answer, struct kl_error *err)
{
	struct work w;
	int rc = work_change(&w, o, what->meeting, MAY_READ, err);

	if (rc == 0)
		rc = approve(&w, what, err);
	return work_end(&w, rc, answer, err);
}

/* ---- reject, withdraw -----------------------------------------------------
 */

/* The version is void: what was approved of it too. */
static int
make_void(
    struct work *w, struct minutes *m, const char *verb, struct kl_error *err)
{
	struct approval *x;
	size_t i;
	int rc = 0;

	for (i = 0; rc == 0 && i < m->approvals.n; i++) {
		x = &m->approvals.v[i];
		if (x->withdrawn != KL_DAY_NONE)
			continue;
		x->withdrawn = w->o->today;
		rc = store_save_approval(
		    w->o->store, "minutes-void", m->id, x, err);
	}
	m->record_sha256 = m->pdf_sha256 = NULL;
	m->accepted.n = 0;
	return rc == 0 ? work_apply(w, m, verb, err) : rc;
}

static void
tell_void(struct work *w, const struct minutes *m, const char *person)
{
	data_add_text(w->answer, "meeting", w->meeting->key);
	data_add_text(w->answer, "paragraphs", m->paragraphs);
	data_add_text(w->answer, "person", person);
	data_add_int(w->answer, "version", m->version);
	data_add_text(
	    w->answer, "state", word_of(words_minutes, (int)m->state));
}

static int
reject(struct work *w, const char *paragraphs, const char *person,
    const char *comment, struct kl_error *err)
{
	struct minutes *m = NULL;
	struct rejection *x;
	bool self = false;
	int rc = frozen_minutes(w, paragraphs, &m, err);

	if (rc == 0)
		rc = may_act_for(w, person, &self, err);
	if (rc == 0)
		rc = check_entitled(w, m, person, err);
	if (rc == 0 && (comment == NULL || *comment == '\0'))
		rc = kl_error_set(err, KL_E_USAGE,
		    KL_N_("Say with --comment what is wrong in the minutes. "
			  "Nothing was changed."));
	if (rc != 0)
		return rc;
	x = rejection_add(w->arena, m);
	if (x == NULL)
		return kl_error_nomem(err);
	x->person = person;
	x->day = w->o->today;
	x->comment = comment;
	x->record_sha256 = m->record_sha256;
	rc = store_save_rejection(w->o->store, "minutes-reject", m->id, x, err);
	if (rc == 0)
		rc = make_void(w, m, "reject", err);
	if (rc == 0)
		tell_void(w, m, person);
	return rc;
}

int
kl_minutes_reject(struct kl_office *o, const char *meeting,
    const char *paragraphs, const char *person, const char *comment,
    struct kl_data **answer, struct kl_error *err)
{
	struct work w;
	int rc = work_change(&w, o, meeting, MAY_READ, err);

	if (rc == 0)
		rc = reject(&w, paragraphs, person, comment, err);
	return work_end(&w, rc, answer, err);
}

static int
withdraw(struct work *w, const char *paragraphs, const char *person,
    struct kl_error *err)
{
	struct minutes *m = NULL;
	bool self = false;
	size_t i;
	int rc = work_minutes(w, paragraphs, &m, err);

	if (rc == 0)
		rc = may_act_for(w, person, &self, err);
	for (i = 0; rc == 0 && i < m->approvals.n; i++)
		if (is_live(m, &m->approvals.v[i]) &&
		    strcmp(m->approvals.v[i].person, person) == 0)
			break;
	if (rc == 0 && i == m->approvals.n)
		rc = kl_error_set(err, KL_E_NOTFOUND,
		    KL_N_("%s has not approved the minutes of %s. Nothing was "
			  "changed."),
		    person, w->meeting->key);
	if (rc == 0)
		rc = make_void(w, m, "withdraw", err);
	if (rc == 0)
		tell_void(w, m, person);
	return rc;
}

int
kl_minutes_withdraw(struct kl_office *o, const char *meeting,
    const char *paragraphs, const char *person, struct kl_data **answer,
    struct kl_error *err)
{
	struct work w;
	int rc = work_change(&w, o, meeting, MAY_READ, err);

	if (rc == 0)
		rc = withdraw(&w, paragraphs, person, err);
	return work_end(&w, rc, answer, err);
}
