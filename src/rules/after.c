/* SPDX-License-Identifier: EUPL-1.2
 *
 * How a decision may be appealed, and from when and until when: one table row
 * for each way, and the clocks of what is announced and of what is served.
 */
#include "config.h"

#include <string.h>

#include "rules/after.h"
#include "rules/statute.h"

#define SERVICE "delgivning" /* in the name of every way of serving */

/* ---- which way ----------------------------------------------------------- */

static const struct matter *
matter_of(
    const struct bundle *b, const struct meeting *m, const struct paragraph *p)
{
	const struct agenda_item *item = meeting_item(m, p->item);

	return item == NULL ? NULL : bundle_matter(b, item->number);
}

static bool
is_rejection(const struct paragraph *p, const char *carried)
{
	size_t i;

	if (carried == NULL)
		return false;
	for (i = 0; i < p->proposals.n; i++)
		if (strcmp(p->proposals.v[i].ref, carried) == 0)
			return p->proposals.v[i].kind == PROPOSAL_REJECT;
	return strcmp(carried, word_of(words_proposal, PROPOSAL_REJECT)) == 0;
}

/* What had been proposed was turned down: the last question about the matter
 * itself, or the last division, says so. */
static bool
was_rejected(const struct paragraph *p)
{
	const struct question *q;
	size_t i;

	for (i = p->questions.n; i-- > 0;) {
		q = &p->questions.v[i];
		if (q->kind == 0 || q->kind == QUESTION_MAIN)
			return is_rejection(p, q->carried);
	}
	return p->divisions.n > 0 &&
	       is_rejection(p, p->divisions.v[p->divisions.n - 1].carried);
}

/* Only preparation or execution (KL 13:2): nothing was decided in the matter.
 */
static bool
decides_nothing(enum outcome outcome)
{
	switch (outcome) {
	case OUTCOME_TABLED:
	case OUTCOME_REFERRED_BACK:
	case OUTCOME_WITHDRAWN:
	case OUTCOME_REPORTED:
	case OUTCOME_INFORMATION:
		return true;
	case OUTCOME_DECIDED:
	case OUTCOME_ELECTED:
		return false;
	}
	return false;
}

/* The way of a matter that does not say its own. */
static enum appeal_kind
kind_of_matter(enum matter_kind kind)
{
	switch (kind) {
	case MATTER_REPORT:
	case MATTER_INFORMATION:
	case MATTER_REFERRAL:
		return APPEAL_NONE;
	case MATTER_DECISION:
	case MATTER_ELECTION:
	case MATTER_DELEGATION:
	case MATTER_COMMUNICATION:
		break;
	}
	return APPEAL_LEGALITY;
}

enum appeal_kind
after_kind(
    const struct bundle *b, const struct meeting *m, const struct paragraph *p)
{
	const struct matter *x;

	if (p->appeal != 0)
		return p->appeal;
	if (decides_nothing(p->outcome))
		return APPEAL_NONE;
	x = matter_of(b, m, p);
	if (x == NULL)
		return APPEAL_LEGALITY;
	if (x->appeal == APPEAL_PLAN && was_rejected(p))
		return APPEAL_LEGALITY;
	return x->appeal != 0 ? x->appeal : kind_of_matter(x->kind);
}

/* ---- the notice's clock -------------------------------------------------- */

static void
no_period(struct rules_appeal *out)
{
	out->last_day = out->remove_on = out->legal_force = KL_DAY_NONE;
}

/* The notice was down from ${x}->from: the time starts anew when it is back, or
 * by the committee's own rule goes on then for as long as it was down. */
static int
interrupted(const struct interruption *x, const struct rule_book *book,
    struct derivation *why, kl_day *start, struct rules_appeal *out,
    struct kl_error *err)
{
	struct rule_applied a;
	kl_day from = *start;
	int rc = rule_apply(RULE_NOTICE_RESTART, x->from, book, &a, err);

	if (rc != 0)
		return rc;
	if (x->back == KL_DAY_NONE) {
		derive(why, a.law->name, a.source,
		    KL_N_("The notice has been down since %s. The time to "
			  "appeal does not run out while it is down."),
		    derive_day(why, x->from));
		no_period(out);
		return 0;
	}
	if (a.value != 0) {
		*start = x->back;
		derive(why, a.law->name, a.source,
		    KL_N_("The notice was down from %s and back on %s, so the "
			  "time to appeal starts anew then."),
		    derive_day(why, x->from), derive_day(why, x->back));
		return rules_appeal(*start, book, NULL, out, err);
	}
	*start = from + (x->back - x->from);
	derive(why, a.law->name, a.source,
	    KL_N_("The notice was down from %s and back on %s. The days "
		  "between are added to the time to appeal."),
	    derive_day(why, x->from), derive_day(why, x->back));
	return rules_appeal(*start, book, NULL, out, err);
}

/* The same as after_notice, and the day that the time is counted from.  The
 * interruptions stand in the order in which they came. */
static int
notice_clock(const struct minutes *x, const struct rule_book *book,
    struct derivation *why, kl_day *start, struct rules_appeal *out,
    struct kl_error *err)
{
	const struct interruption *gap;
	size_t i;
	int rc;

	no_period(out);
	*start = x->superseded != KL_DAY_NONE ? x->superseded : x->posted;
	if (x->posted == KL_DAY_NONE)
		return 0;
	if (x->superseded != KL_DAY_NONE)
		derive(why, "notice-superseded", "KL 8:12, 13:5",
		    KL_N_("A corrected notice took the place of the one posted "
			  "on %s, so the time is counted from the new one."),
		    derive_day(why, x->posted));
	rc = rules_appeal(*start, book, NULL, out, err);
	for (i = 0; rc == 0 && i < x->interruptions.n; i++) {
		gap = &x->interruptions.v[i];
		/* before the notice that counts, or when its time was over */
		if (out->last_day == KL_DAY_NONE || gap->from < *start ||
		    gap->from > out->last_day)
			continue;
		rc = interrupted(gap, book, why, start, out, err);
	}
	if (rc == 0 && out->last_day != KL_DAY_NONE)
		return rules_appeal(*start, book, why, out, err);
	*start = KL_DAY_NONE;
	return rc;
}

int
after_notice(const struct minutes *x, const struct rule_book *book,
    struct derivation *why, struct rules_appeal *out, struct kl_error *err)
{
	kl_day start;

	return notice_clock(x, book, why, &start, out, err);
}

/* ---- the clock of each party --------------------------------------------- */

int
after_served(const struct delivery *d, struct derivation *why, kl_day *served,
    struct kl_error *err)
{
	*served = d->receipted;
	if (d->receipted != KL_DAY_NONE || d->sent == KL_DAY_NONE ||
	    d->way == NULL || strcmp(d->way, AFTER_SIMPLIFIED) != 0)
		return 0;
	return rules_simplified_service(d->sent, why, served, err);
}

/* Whether the delivery is one that a party's time is counted from: it was
 * served, or has a receipt. */
static bool
is_service(const struct delivery *d)
{
	return d->receipted != KL_DAY_NONE ||
	       (d->way != NULL && strstr(d->way, SERVICE) != NULL);
}

/* The day on which the last of the parties of paragraph ${nr} was served, or
 * KL_DAY_NONE. */
static int
last_served(const struct meeting *m, int nr, struct derivation *why,
    kl_day *last, struct kl_error *err)
{
	const struct delivery *d;
	kl_day served;
	size_t i;
	int rc = 0;

	*last = KL_DAY_NONE;
	for (i = 0; rc == 0 && i < m->deliveries.n; i++) {
		d = &m->deliveries.v[i];
		if (d->paragraph != nr || !is_service(d))
			continue;
		rc = after_served(d, why, &served, err);
		if (rc != 0 || served == KL_DAY_NONE) {
			*last = KL_DAY_NONE;
			return rc;
		}
		if (*last == KL_DAY_NONE || served > *last)
			*last = served;
	}
	return rc;
}

/* ---- one way each -------------------------------------------------------- */

/* A question under way. */
struct asking {
	const struct meeting *m;
	const struct paragraph *p;
	const struct minutes *minutes; /* or NULL */
	const struct rule_book *book;
	struct derivation *why;
	struct kl_error *err;
};

static int
by_notice(struct asking *q, struct after_appeal *out)
{
	struct rules_appeal period;
	int rc;

	if (q->minutes == NULL)
		return 0;
	rc = notice_clock(
	    q->minutes, q->book, q->why, &out->clock, &period, q->err);
	out->last_day = period.last_day;
	return rc;
}

static int
by_service(struct asking *q, struct after_appeal *out)
{
	int rc = last_served(q->m, q->p->nr, q->why, &out->clock, q->err);

	if (rc != 0 || out->clock == KL_DAY_NONE)
		return rc;
	return rules_weeks(RULE_SERVED_PERIOD, out->clock, q->book, q->why,
	    &out->last_day, q->err);
}

/* From the notice; when the announcement beside it came later, from that. */
static int
by_plan(struct asking *q, struct after_appeal *out)
{
	struct rules_appeal period;
	int rc;

	if (q->minutes == NULL)
		return 0;
	rc = notice_clock(
	    q->minutes, q->book, NULL, &out->clock, &period, q->err);
	if (rc != 0 || out->clock == KL_DAY_NONE)
		return rc;
	if (q->minutes->announced != KL_DAY_NONE &&
	    q->minutes->announced > out->clock) {
		out->clock = q->minutes->announced;
		derive(q->why, "plan-announcement", "PBL 5:29",
		    KL_N_("The plan was announced on %s, after the notice, so "
			  "the time is counted from then."),
		    derive_day(q->why, out->clock));
	}
	return rules_weeks(RULE_PLAN_PERIOD, out->clock, q->book, q->why,
	    &out->last_day, q->err);
}

/* From when the last party was served and, for everybody else, one week after
 * the publication; a permit that was refused concerns the party alone. */
static int
by_permit(struct asking *q, struct after_appeal *out)
{
	kl_day published =
	    q->minutes == NULL ? KL_DAY_NONE : q->minutes->announced;
	struct rule_applied a;
	int rc = last_served(q->m, q->p->nr, q->why, &out->clock, q->err);

	if (rc != 0 || out->clock == KL_DAY_NONE)
		return rc;
	rc = rule_apply(RULE_PERMIT_PUBLISHED, q->m->day, q->book, &a, q->err);
	if (rc == 0 && a.value > 0 && !was_rejected(q->p)) {
		if (published == KL_DAY_NONE) {
			out->clock = KL_DAY_NONE;
			return 0;
		}
		derive(q->why, a.law->name, a.source,
		    KL_N_("The decision was published on %s. For those who "
			  "were not served the time is counted from %d week "
			  "after that: %s."),
		    derive_day(q->why, published), a.value,
		    derive_day(q->why, published + 7 * a.value));
		if (published + 7 * a.value > out->clock)
			out->clock = published + 7 * a.value;
	}
	if (rc != 0)
		return rc;
	return rules_weeks(RULE_PERMIT_PERIOD, out->clock, q->book, q->why,
	    &out->last_day, q->err);
}

static const struct way {
	enum appeal_kind kind;
	const char *statute;
	const char *addressee, *court;
	int (*clock)(struct asking *q, struct after_appeal *out);
	bool per_party;
} ways[] = {
	{ APPEAL_LEGALITY, "KL 13:1-8", AFTER_COURT, AFTER_COURT, by_notice,
	    false },
	{ APPEAL_ADMINISTRATIVE, "FL 40-46", AFTER_COMMITTEE, AFTER_COURT,
	    by_service, true },
	{ APPEAL_PLAN, "PBL 13:2 a, 13:16", AFTER_COMMITTEE, AFTER_LAND_COURT,
	    by_plan, false },
	{ APPEAL_PERMIT, "PBL 13:3, 13:16", AFTER_COMMITTEE, AFTER_COUNTY_BOARD,
	    by_permit, true },
	{ APPEAL_NONE, "KL 13:2", NULL, NULL, NULL, false },
};

/* What the law before 2018 calls legality review. */
static const char *
statute_of(const struct way *way, kl_day day, const struct rule_book *book)
{
	struct rule_applied a;

	if (way->kind != APPEAL_LEGALITY && way->kind != APPEAL_NONE)
		return way->statute;
	if (rule_apply(RULE_NOTICE_LIMIT, day, book, &a, NULL) != 0 ||
	    strncmp(a.law->statute, "KL (1991", 8) != 0)
		return way->statute;
	return way->kind == APPEAL_NONE ? "KL (1991:900) 10:2"
					: "KL (1991:900) 10:1-7";
}

int
after_appeal(const struct bundle *b, const struct meeting *m,
    const struct paragraph *p, const struct rule_book *book,
    struct derivation *why, struct after_appeal *out, struct kl_error *err)
{
	struct asking q = { m, p, meeting_minutes_of(m, p->nr), book, why,
		err };
	enum appeal_kind kind = after_kind(b, m, p);
	const struct way *way = ways;
	int rc = 0;

	while (way->kind != kind && way->kind != APPEAL_NONE)
		way++;
	*out = (struct after_appeal){ .kind = kind,
		.statute = statute_of(way, m->day, book),
		.addressee = way->addressee,
		.court = way->court,
		.clock = KL_DAY_NONE,
		.last_day = KL_DAY_NONE,
		.force = KL_DAY_NONE,
		.per_party = way->per_party,
		.meeting = m->day };
	if (way->clock != NULL)
		rc = way->clock(&q, out);
	if (rc == 0 && out->last_day != KL_DAY_NONE)
		out->force = out->last_day + 1;
	return rc != 0 ? rc : derive_done(why, err);
}

/* ---- appeals ------------------------------------------------------------- */

bool
after_open(const struct appeal *appeal)
{
	return appeal->outcome == 0;
}

/* Why an appeal that did not reach who tries it counts all the same. */
static const char *
received_statute(const struct appeal *appeal, const struct after_appeal *x)
{
	if (x->kind == APPEAL_LEGALITY)
		return appeal->place == APPEAL_AT_COURT ? "KL 13:5" : "KL 13:6";
	return appeal->place == APPEAL_AT_COURT ? "FL 45" : "FL 43-45";
}

enum appeal_time
after_timely(const struct appeal *appeal, const struct after_appeal *x,
    struct derivation *why)
{
	char statute[40];

	statute_on(
	    received_statute(appeal, x), x->meeting, statute, sizeof statute);
	if (x->last_day == KL_DAY_NONE) {
		derive(why, "appeal-received", statute,
		    KL_N_("The appeal was received on %s, before the time to "
			  "appeal had begun to run: it is in time."),
		    derive_day(why, appeal->received));
		return APPEAL_TIMELY;
	}
	if (appeal->received <= x->last_day) {
		derive(why, "appeal-received", statute,
		    KL_N_("The appeal was received on %s, and the last day to "
			  "appeal was %s: it is in time."),
		    derive_day(why, appeal->received),
		    derive_day(why, x->last_day));
		return APPEAL_TIMELY;
	}
	derive(why, "appeal-received", statute,
	    KL_N_("The appeal was received on %s, and the last day to appeal "
		  "was %s: it is late."),
	    derive_day(why, appeal->received), derive_day(why, x->last_day));
	return APPEAL_LATE;
}
