/* SPDX-License-Identifier: EUPL-1.2
 *
 * Minutes: the ordinary ones and those of paragraphs adjusted immediately, each
 * frozen (what is signed), then adjusted.
 */
#include "config.h"

#include <string.h>

#include "domain/add.h"
#include "domain/state.h"
#include "office/adjust.h"

int
work_bad_ranges(const char *paragraphs, struct kl_error *err)
{
	return kl_error_set(err, KL_E_INPUT,
	    KL_N_("“%s” is no list of paragraphs. Write it like 1-10 12. "
		  "Nothing was changed."),
	    paragraphs);
}

/* True if every paragraph of ${inner} is in ${outer}. */
static bool
covers(const struct ranges *outer, const struct ranges *inner)
{
	size_t i;
	int nr;

	for (i = 0; i < inner->n; i++)
		for (nr = inner->v[i].first; nr <= inner->v[i].last; nr++)
			if (!ranges_has(outer, nr))
				return false;
	return true;
}

/* True if each of the paragraphs is in some minutes. */
static bool
all_frozen(const struct meeting *m, const struct ranges *wanted)
{
	size_t i;
	int nr;

	for (i = 0; i < wanted->n; i++)
		for (nr = wanted->v[i].first; nr <= wanted->v[i].last; nr++)
			if (meeting_minutes_of(m, nr) == NULL)
				return false;
	return true;
}

int
work_minutes(struct work *w, const char *paragraphs, struct minutes **m,
    struct kl_error *err)
{
	struct ranges wanted, held;
	size_t i;

	if (paragraphs != NULL && ranges_parse(paragraphs, &wanted) != 0)
		return work_bad_ranges(paragraphs, err);
	for (i = 0; i < w->meeting->minutes.n; i++) {
		*m = &w->meeting->minutes.v[i];
		if (paragraphs == NULL
			? (*m)->seq == 1
			: ranges_parse((*m)->paragraphs, &held) == 0 &&
			      covers(&held, &wanted))
			return 0;
	}
	if (paragraphs == NULL)
		return kl_error_set(err, KL_E_RULE,
		    KL_N_("The minutes of %s have not been frozen yet. Nothing "
			  "was changed. Freeze them first with kansli minutes "
			  "freeze."),
		    w->meeting->key);
	if (all_frozen(w->meeting, &wanted))
		return kl_error_set(err, KL_E_RULE,
		    KL_N_("%s of %s stand in different minutes, since some "
			  "were adjusted immediately. Nothing was changed. "
			  "Name the paragraphs of one set at a time."),
		    ranges_named_text(w->arena, paragraphs), w->meeting->key);
	return kl_error_set(err, KL_E_RULE,
	    KL_N_("No frozen minutes of %s hold %s. Nothing was changed. "
		  "Freeze the paragraph first with kansli minutes freeze."),
	    w->meeting->key, ranges_named_text(w->arena, paragraphs));
}

int
work_apply(
    struct work *w, struct minutes *m, const char *verb, struct kl_error *err)
{
	char logged[64] = "minutes-";
	int state = (int)m->state;
	int rc;

	rc = state_apply(STATE_MINUTES, &state, verb, err);
	if (rc != 0)
		return rc;
	m->state = (enum minutes_state)state;
	strncat(logged, verb, sizeof logged - strlen(logged) - 1);
	return store_save_minutes(w->o->store, logged, w->meeting->id, m, err);
}

/* ---- freeze ------------------------------------------------------------- */

/* The paragraphs of the meeting that no minutes hold, or only ${again}, a draft
 * that is to be frozen once more. */
static int
free_paragraphs(struct work *w, const struct minutes *again, struct ranges *out)
{
	const struct minutes *x;
	size_t i;

	out->n = 0;
	for (i = 0; i < w->meeting->paragraphs.n; i++) {
		x = meeting_minutes_of(
		    w->meeting, w->meeting->paragraphs.v[i].nr);
		if ((x == NULL || x == again) &&
		    ranges_add(out, w->meeting->paragraphs.v[i].nr) != 0)
			return -1;
	}
	return 0;
}

/* The draft that was sent back and is to be frozen again: the ordinary one, or
 * the one of exactly those paragraphs; NULL: they are frozen for the first
 * time. */
static struct minutes *
sent_back(struct work *w, const struct ranges *wanted)
{
	struct minutes *x;
	struct ranges held;
	size_t i;

	for (i = 0; i < w->meeting->minutes.n; i++) {
		x = &w->meeting->minutes.v[i];
		if (x->state != MINUTES_DRAFT ||
		    ranges_parse(x->paragraphs, &held) != 0)
			continue;
		if (wanted == NULL ? x->seq == 1
				   : x->seq > 1 && covers(&held, wanted) &&
					 covers(wanted, &held))
			return x;
	}
	return NULL;
}

/* Errors of the preflight keep the minutes from being frozen. */
static int
check_errors(struct work *w, const struct ranges *only, struct kl_error *err)
{
	findings list = { .n = 0 };
	const struct finding *first = NULL;
	char sentence[1024];
	size_t i, n = 0;
	int rc = work_preflight(w, only, &list, err);

	for (i = 0; rc == 0 && i < list.n; i++)
		if (list.v[i].blocks) {
			first = first == NULL ? &list.v[i] : first;
			n += !list.v[i].again;
		}
	if (rc != 0 || first == NULL)
		return rc;
	kl_error_format(
	    &first->says, w->o->translate, sentence, sizeof sentence);
	kl_error_set(err, KL_E_RULE,
	    KL_N_("The minutes of %s cannot be frozen: %s Nothing was changed. "
		  "Errors in all: %zu; kansli minutes preflight lists them."),
	    w->meeting->key, sentence, n);
	kl_error_statute(err, first->says.statute);
	return KL_E_RULE;
}

static int
freeze_wanted(struct work *w, const char *paragraphs, struct ranges *wanted,
    struct minutes **again, struct kl_error *err)
{
	struct ranges unheld;

	if (paragraphs != NULL && ranges_parse(paragraphs, wanted) != 0)
		return work_bad_ranges(paragraphs, err);
	*again = sent_back(w, paragraphs == NULL ? NULL : wanted);
	if (free_paragraphs(w, *again, &unheld) != 0)
		return kl_error_nomem(err);
	if (paragraphs == NULL)
		*wanted = unheld;
	if (wanted->n == 0)
		return kl_error_set(err, KL_E_RULE,
		    KL_N_("The meeting %s has no paragraphs left to freeze. "
			  "Nothing was changed."),
		    w->meeting->key);
	if (!covers(&unheld, wanted))
		return kl_error_set(err, KL_E_RULE,
		    KL_N_("Not all of %s are among the paragraphs of %s that "
			  "have not been frozen yet. Nothing was changed."),
		    ranges_named_text(w->arena, paragraphs), w->meeting->key);
	return check_errors(w, wanted, err);
}

/* A new set of minutes: number 1 is kept for the ordinary ones. */
static struct minutes *
new_minutes(struct work *w, bool ordinary)
{
	struct minutes *m;
	int seq = 1;
	size_t i;

	for (i = 0; i < w->meeting->minutes.n; i++)
		if (w->meeting->minutes.v[i].seq > seq)
			seq = w->meeting->minutes.v[i].seq;
	m = minutes_add(w->arena, w->meeting);
	if (m == NULL)
		return NULL;
	m->seq = ordinary ? 1 : seq + 1;
	m->state = MINUTES_DRAFT;
	m->adjusted = m->posted = m->taken_down = KL_DAY_NONE;
	return m;
}

/* Fix the record of the minutes ${m}, and the pages that are approved. */
static int
freeze_set(struct work *w, struct minutes *m, struct kl_error *err)
{
	int state = (int)m->state;
	int rc = state_apply(STATE_MINUTES, &state, "freeze", err);

	if (rc == 0)
		rc = office_freeze_minutes(w, m, w->o->today, err);
	if (rc != 0)
		return rc;
	m->version++;
	m->state = (enum minutes_state)state;
	rc = office_minutes_pdf(w, m, &m->pdf_sha256, err);
	return rc == 0 ? store_save_minutes(w->o->store, "minutes-freeze",
			     w->meeting->id, m, err)
		       : rc;
}

static int
minutes_freeze(struct work *w, const char *paragraphs, struct kl_error *err)
{
	struct ranges wanted;
	struct minutes *m = NULL;
	int rc;

	if (w->meeting->state != MEETING_HELD)
		return kl_error_set(err, KL_E_RULE,
		    KL_N_("The meeting %s is “%s”; there are no minutes to "
			  "freeze until what was decided has been recorded."),
		    w->meeting->key, word_of(words_meeting, w->meeting->state));
	rc = freeze_wanted(w, paragraphs, &wanted, &m, err);
	if (rc != 0)
		return rc;
	if (m == NULL)
		m = new_minutes(w, paragraphs == NULL);
	if (m == NULL)
		return kl_error_nomem(err);
	m->paragraphs = ranges_format(w->arena, &wanted);
	if (m->paragraphs == NULL)
		return kl_error_nomem(err);
	rc = freeze_set(w, m, err);
	if (rc == 0) {
		data_add_text(w->answer, "meeting", w->meeting->key);
		data_add_text(w->answer, "paragraphs", m->paragraphs);
		data_add_int(w->answer, "version", m->version);
		data_add_text(w->answer, "record", m->record_sha256);
		data_add_text(w->answer, "pdf", m->pdf_sha256);
	}
	return rc;
}

int
kl_minutes_freeze(struct kl_office *o, const char *meeting,
    const char *paragraphs, struct kl_data **answer, struct kl_error *err)
{
	struct work w;
	int rc = work_change(&w, o, meeting, MAY_DECIDE, err);

	if (rc == 0)
		rc = minutes_freeze(&w, paragraphs, err);
	return work_end(&w, rc, answer, err);
}

/* ---- adjust ---------------------------------------------------------------
 */

/* Who presided: the chair if present, otherwise the first vice chair present.
 */
static const char *
who_presided(struct work *w)
{
	const struct mandate *m;
	int role;
	size_t i, j;

	for (role = ROLE_CHAIR; role <= ROLE_SECOND_VICE_CHAIR; role++)
		for (i = 0; i < w->bundle.mandates.n; i++) {
			m = &w->bundle.mandates.v[i];
			if ((int)m->role != role ||
			    strcmp(m->committee, w->committee->code) != 0 ||
			    m->from > w->meeting->day ||
			    (m->to != KL_DAY_NONE && m->to < w->meeting->day))
				continue;
			for (j = 0; j < w->meeting->attendance.n; j++)
				if (strcmp(w->meeting->attendance.v[j].person,
					m->person) == 0)
					return m->person;
		}
	return NULL;
}

static int
signers_default(struct work *w, struct minutes *m, struct kl_error *err)
{
	const char *chair = who_presided(w);
	size_t i;

	if (chair != NULL && text_add(w->arena, &m->signers, chair) != 0)
		return kl_error_nomem(err);
	for (i = 0; i < w->meeting->approvers.n; i++)
		if (text_add(
			w->arena, &m->signers, w->meeting->approvers.v[i]) != 0)
			return kl_error_nomem(err);
	if (m->signers.n == 0)
		return kl_error_set(err, KL_E_RULE,
		    KL_N_("Nobody is appointed to adjust the minutes of %s. "
			  "Nothing was changed. Name the signers with "
			  "--signers."),
		    w->meeting->key);
	return 0;
}

static int
signers_given(struct work *w, const char *signers, struct minutes *m,
    struct kl_error *err)
{
	const char *p = signers;
	char *ref;
	size_t n;

	for (; *(p += strspn(p, " ,")) != '\0'; p += n) {
		n = strcspn(p, " ,");
		ref = arena_strndup(w->arena, p, n);
		if (ref == NULL || text_add(w->arena, &m->signers, ref) != 0)
			return kl_error_nomem(err);
		if (bundle_person(&w->bundle, ref) == NULL)
			return kl_error_set(err, KL_E_NOTFOUND,
			    KL_N_("There is no person %s in the committee %s. "
				  "Nothing was changed."),
			    ref, w->committee->code);
	}
	return m->signers.n == 0 ? signers_default(w, m, err) : 0;
}

int
office_check_clock(const char *clock, const char *field, struct kl_error *err)
{
	if (clock == NULL || (strlen(clock) == 5 && clock[2] == ':' &&
				 strspn(clock, "0123456789") == 2 &&
				 strspn(clock + 3, "0123456789") == 2 &&
				 strncmp(clock, "24", 2) < 0 && clock[3] < '6'))
		return 0;
	kl_error_set(err, KL_E_USAGE,
	    KL_N_("%s is not a time of day. Write hours and minutes, as "
		  "16:30."),
	    clock);
	kl_error_where(err, NULL, 0, field);
	return KL_E_USAGE;
}

int
work_check_day(
    struct work *w, kl_day day, kl_day earliest, struct kl_error *err)
{
	char a[11], b[11];

	if (day < earliest)
		return kl_error_set(err, KL_E_RULE,
		    KL_N_("The day %s is before %s, so it cannot be right. "
			  "Nothing was changed."),
		    kl_day_format(day, a), kl_day_format(earliest, b));
	if (day > w->o->today)
		return kl_error_set(err, KL_E_RULE,
		    KL_N_("The day %s has not come yet; today is %s. Nothing "
			  "was changed."),
		    kl_day_format(day, a), kl_day_format(w->o->today, b));
	return 0;
}

/* Warn by the earlier of the plain day and the rolled limit. */
static int
adjust_in_time(struct work *w, kl_day day, struct kl_error *err)
{
	struct derivation why = work_derivation(w);
	struct rule_book book = office_book(w);
	struct rules_adjustment limit;
	struct kl_error warning;
	char latest[11];
	int rc;

	rc = rules_adjust(w->meeting->day, &book, &why, &limit, err);
	if (rc != 0)
		return rc;
	data_add_day(w->answer, "plain", limit.plain);
	data_add_day(w->answer, "latest", limit.latest);
	rules_answer_because(w->answer, &why);
	if (day <= limit.plain)
		return 0;
	kl_error_set(&warning, KL_E_RULE,
	    KL_N_("The minutes of %s were adjusted later than 14 days after "
		  "the meeting; the legal limit was %s."),
	    w->meeting->key, kl_day_format(limit.latest, latest));
	work_warn(w, &warning);
	return 0;
}

/* One delivery for each recipient of each paragraph of ${m}. */
static int
make_deliveries(struct work *w, const struct minutes *m, struct kl_error *err)
{
	const struct paragraph *p;
	const text_list *to;
	struct delivery d;
	size_t i, j;
	int rc = 0;

	for (i = 0; rc == 0 && i < w->meeting->paragraphs.n; i++) {
		p = &w->meeting->paragraphs.v[i];
		if (meeting_minutes_of(w->meeting, p->nr) != m)
			continue;
		to = meeting_recipients(&w->bundle, w->meeting, p);
		for (j = 0; rc == 0 && j < to->n; j++) {
			d = (struct delivery){ .paragraph = p->nr,
				.recipient = to->v[j],
				.state = DELIVERY_PENDING,
				.sent = KL_DAY_NONE,
				.receipted = KL_DAY_NONE };
			rc = store_save_delivery(w->o->store, "minutes-adjust",
			    w->meeting->id, &d, err);
		}
	}
	return rc;
}

/* TF 2:10, 2:12: minutes become public documents by the adjustment; drafts do
 * not if they are weeded then. */
static int
weed(struct work *w, struct kl_error *err)
{
	struct rule_book book = office_book(w);
	const struct rule *rule =
	    rule_on(RULE_WEED_DRAFTS, w->meeting->day, err);
	size_t i;
	int n = 0, rc;

	if (rule == NULL)
		return KL_E_INPUT;
	if (rule_value(&book, rule, w->meeting->day) == 0)
		return 0;
	/* while a paragraph waits, its drafts are needed */
	for (i = 0; i < w->meeting->paragraphs.n; i++) {
		const struct minutes *x = meeting_minutes_of(
		    w->meeting, w->meeting->paragraphs.v[i].nr);

		if (x == NULL || x->state < MINUTES_ADJUSTED)
			return 0;
	}
	rc = store_weed_drafts(w->o->store, "weed-drafts", w->meeting->id,
	    "protokollsutkast", "draft-minutes", &n, err);
	if (rc == 0 && n > 0)
		data_add_int(w->answer, "weeded", n);
	return rc;
}

int
work_adjusted(
    struct work *w, struct minutes *m, kl_day day, struct kl_error *err)
{
	int rc = work_apply(w, m, "adjust", err);

	if (rc == 0)
		rc = make_deliveries(w, m, err);
	if (rc == 0)
		rc = weed(w, err);
	if (rc == 0) {
		data_add_day(w->answer, "adjusted", day);
		rc = adjust_in_time(w, day, err);
	}
	return rc;
}

static int
minutes_adjust(struct work *w, const char *paragraphs, kl_day day,
    const char *signers, struct kl_error *err)
{
	struct minutes *m = NULL;
	int rc;

	rc = work_minutes(w, paragraphs, &m, err);
	if (rc == 0)
		rc = work_check_day(w, day, w->meeting->day, err);
	if (rc != 0)
		return rc;
	m->adjusted = day;
	m->signers.n = 0;
	rc = signers == NULL ? signers_default(w, m, err)
			     : signers_given(w, signers, m, err);
	if (rc == 0) {
		data_add_text(w->answer, "meeting", w->meeting->key);
		data_add_text(w->answer, "paragraphs", m->paragraphs);
		rc = work_adjusted(w, m, day, err);
	}
	return rc;
}

int
kl_minutes_adjust(struct kl_office *o, const char *meeting,
    const char *paragraphs, kl_day day, const char *signers,
    struct kl_data **answer, struct kl_error *err)
{
	struct work w;
	int rc = work_change(&w, o, meeting, MAY_DECIDE, err);

	if (rc == 0)
		rc = minutes_adjust(&w, paragraphs, day, signers, err);
	return work_end(&w, rc, answer, err);
}
