/* SPDX-License-Identifier: EUPL-1.2
 *
 * Statutory deadlines: count, then move off days off, saying each step.
 */
#include "config.h"

#include "calendar/workday.h"
#include "rules/deadline.h"

#define SEATS_MAX 999

/* Add that a regulation is stricter than the law, if one is. */
static void
say_stricter(struct derivation *why, const struct rule_applied *a)
{
	if (a->local != NULL && a->value != a->law->value)
		derive(why, a->law->name, a->law->statute,
		    KL_N_("The law's number is %d; the committee's own rule is "
			  "stricter: %d."),
		    a->law->value, a->value);
}

/* Move ${day}, the plain end of a limit, off days off as ${id} says. */
static int
roll(enum rule_id id, kl_day asked, const struct rule_book *book,
    struct derivation *why, kl_day *day, struct kl_error *err)
{
	struct rule_applied a;
	kl_day to = workday_roll(*day);

	if (rule_apply(id, asked, book, &a, err) != 0)
		return KL_E_INPUT;
	if (to == *day)
		return 0;
	if (a.value == 0) {
		derive(why, a.law->name, a.source,
		    KL_N_("The limit does not move off a day off, by the "
			  "committee's own rule. Day off: %s."),
		    derive_days_off(why, *day, *day + 1));
		return 0;
	}
	derive(why, a.law->name, a.source,
	    KL_N_("The limit falls on a day off, so it moves to the next "
		  "working day: %s. Days off: %s."),
	    derive_day(why, to), derive_days_off(why, *day, to));
	*day = to;
	return 0;
}

int
rules_adjust(kl_day meeting, const struct rule_book *book,
    struct derivation *why, struct rules_adjustment *out, struct kl_error *err)
{
	struct rule_applied a;
	int rc;

	rc = rule_apply(RULE_ADJUSTMENT_LIMIT, meeting, book, &a, err);
	if (rc != 0)
		return rc;
	say_stricter(why, &a);
	out->plain = out->latest = meeting + a.value;
	derive(why, a.law->name, a.source,
	    KL_N_("The meeting is on %s. The minutes are adjusted at the "
		  "latest %d days after it: %s."),
	    derive_day(why, meeting), a.value, derive_day(why, out->plain));
	rc = roll(RULE_ADJUSTMENT_ROLL, meeting, book, why, &out->latest, err);
	return rc != 0 ? rc : derive_done(why, err);
}

int
rules_notice(kl_day adjusted, const struct rule_book *book,
    struct derivation *why, kl_day *latest, struct kl_error *err)
{
	struct rule_applied a;
	int rc;

	rc = rule_apply(RULE_NOTICE_LIMIT, adjusted, book, &a, err);
	if (rc != 0)
		return rc;
	say_stricter(why, &a);
	*latest = adjusted + a.value;
	derive(why, a.law->name, a.source,
	    KL_N_("The minutes are adjusted on %s. The adjustment is "
		  "announced on the notice board at the latest %d days after "
		  "it: %s."),
	    derive_day(why, adjusted), a.value, derive_day(why, *latest));
	rc = roll(RULE_NOTICE_ROLL, adjusted, book, why, latest, err);
	return rc != 0 ? rc : derive_done(why, err);
}

int
rules_appeal(kl_day posted, const struct rule_book *book,
    struct derivation *why, struct rules_appeal *out, struct kl_error *err)
{
	struct rule_applied a;
	int rc;

	rc = rule_apply(RULE_APPEAL_PERIOD, posted, book, &a, err);
	if (rc != 0)
		return rc;
	out->last_day = posted + 7 * a.value;
	derive(why, a.law->name, a.source,
	    KL_N_("The notice is posted on %s. The time to appeal is %d weeks "
		  "and ends on the same day of the week: %s."),
	    derive_day(why, posted), a.value, derive_day(why, out->last_day));
	rc = roll(RULE_APPEAL_ROLL, posted, book, why, &out->last_day, err);
	if (rc != 0)
		return rc;
	rc = rule_apply(RULE_REMOVAL, posted, book, &a, err);
	if (rc != 0)
		return rc;
	out->remove_on = out->last_day + a.value;
	out->legal_force = out->last_day + 1;
	derive(why, a.law->name, a.source,
	    KL_N_("The notice stays up the whole of the last day, %s, and "
		  "comes down on %s at the earliest."),
	    derive_day(why, out->last_day), derive_day(why, out->remove_on));
	return derive_done(why, err);
}

int
rules_weeks(enum rule_id id, kl_day from, const struct rule_book *book,
    struct derivation *why, kl_day *last, struct kl_error *err)
{
	struct rule_applied a;
	int rc;

	rc = rule_apply(id, from, book, &a, err);
	if (rc != 0)
		return rc;
	*last = from + 7 * a.value;
	derive(why, a.law->name, a.source,
	    KL_N_("The time to appeal is counted from %s. It is %d weeks and "
		  "ends on the same day of the week: %s."),
	    derive_day(why, from), a.value, derive_day(why, *last));
	rc = roll(RULE_APPEAL_ROLL, from, book, why, last, err);
	return rc != 0 ? rc : derive_done(why, err);
}

int
rules_limit(enum rule_id id, kl_day from, const struct rule_book *book,
    kl_day *latest, struct kl_error *err)
{
	struct rule_applied a;
	int rc = rule_apply(id, from, book, &a, err);

	if (rc != 0)
		return rc;
	*latest = from + a.value;
	return roll(RULE_NOTICE_ROLL, from, book, NULL, latest, err);
}

int
rules_simplified_service(
    kl_day sent, struct derivation *why, kl_day *served, struct kl_error *err)
{
	const struct rule *law = rule_on(RULE_SIMPLIFIED_SERVICE, sent, err);

	if (law == NULL)
		return KL_E_INPUT;
	*served = sent + law->value;
	derive(why, law->name, law->statute,
	    KL_N_("The document was sent on %s. It counts as served when %d "
		  "days have passed: %s."),
	    derive_day(why, sent), law->value, derive_day(why, *served));
	return derive_done(why, err);
}

/* Count back from the meeting; a limit that falls on a day off moves to the
 * working day before. */
static void
count_back(const struct rule_applied *a, kl_day plain, struct derivation *why,
    kl_day *latest)
{
	*latest = workday_back(plain);
	if (*latest != plain)
		derive(why, a->law->name, a->source,
		    KL_N_("A limit counted backwards moves off a day off to "
			  "the working day before: %s. Day off: %s."),
		    derive_day(why, *latest),
		    derive_days_off(why, plain, plain + 1));
}

int
rules_summons(kl_day meeting, const struct rule_book *book,
    struct derivation *why, kl_day *latest, struct kl_error *err)
{
	struct rule_applied a;
	kl_day plain;
	int rc;

	*latest = KL_DAY_NONE;
	rc = rule_apply(RULE_SUMMONS_LEAD, meeting, book, &a, err);
	if (rc != 0)
		return rc;
	if (a.local == NULL) {
		derive(why, a.law->name, a.source,
		    KL_N_("The law sets no number of days for a committee's "
			  "summons, and no regulation of the committee is "
			  "recorded."));
		return derive_done(why, err);
	}
	plain = meeting - a.value;
	derive(why, a.law->name, a.source,
	    KL_N_("The meeting is on %s. The summons is sent at least %d days "
		  "before it: %s."),
	    derive_day(why, meeting), a.value, derive_day(why, plain));
	count_back(&a, plain, why, latest);
	return derive_done(why, err);
}

int
rules_council_notice(kl_day meeting, const struct rule_book *book,
    struct derivation *why, kl_day *latest, struct kl_error *err)
{
	struct rule_applied a;
	kl_day plain;
	int rc = rule_apply(RULE_COUNCIL_NOTICE, meeting, book, &a, err);

	if (rc != 0)
		return rc;
	plain = meeting - a.value;
	derive(why, a.law->name, a.source,
	    KL_N_("The council meets on %s. Time, place and items are "
		  "announced on the notice board at least %d days before it: "
		  "%s."),
	    derive_day(why, meeting), a.value, derive_day(why, plain));
	count_back(&a, plain, why, latest);
	return derive_done(why, err);
}

int
rules_quorum(int seats, kl_day on, struct derivation *why, int *need,
    struct kl_error *err)
{
	const struct rule *law = rule_on(RULE_QUORUM, on, err);

	if (law == NULL)
		return KL_E_INPUT;
	if (seats < 1 || seats > SEATS_MAX)
		return kl_error_set(err, KL_E_INPUT,
		    KL_N_("A committee has 1 to %d seats, not %d. Correct the "
			  "number of members."),
		    SEATS_MAX, seats);
	*need = seats * law->value / 100 + 1;
	derive(why, law->name, law->statute,
	    KL_N_("The committee has %d seats. More than half must be present: "
		  "%d."),
	    seats, *need);
	return derive_done(why, err);
}
