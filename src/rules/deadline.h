/* SPDX-License-Identifier: EUPL-1.2
 *
 * The statutory deadlines of a meeting, as pure functions from days to days.
 * Each adds its reasons to ${why} (NULL: value only) and obeys the committee's
 * own rules in ${book} (NULL: the law alone).  They fail with KL_E_INPUT for
 * days before 1992 or after the calendar's end, and KL_E_NOMEM.
 */
#ifndef RULES_DEADLINE_H
#define RULES_DEADLINE_H

#include "rules/derive.h"
#include "rules/rule.h"

/* When the minutes must be adjusted. */
struct rules_adjustment {
	kl_day plain;  /* day 14 (or the committee's fewer) after the meeting */
	kl_day latest; /* that day moved off days off: the legal limit */
};

/* rules_adjust(meeting, book, why, out, err): KL 5:69, 6:35: within 14 days;
 * lag 1930:173 § 2. */
int rules_adjust(kl_day meeting, const struct rule_book *book,
    struct derivation *why, struct rules_adjustment *out, struct kl_error *err);

/* rules_notice(adjusted, book, why, latest, err): KL 8:12: the adjustment is
 * announced by the second day after it; lag 1930:173 § 2. */
int rules_notice(kl_day adjusted, const struct rule_book *book,
    struct derivation *why, kl_day *latest, struct kl_error *err);

/* The appeal period of what is announced on one day. */
struct rules_appeal {
	kl_day last_day;    /* the last day to appeal */
	kl_day remove_on;   /* the first day the notice may come down */
	kl_day legal_force; /* the first day after the period: the decisions
			       have legal force unless one was appealed */
};

/* rules_appeal(posted, book, why, out, err): KL 13:5: three weeks, to the same
 * weekday (lag 1930:173 § 1), moved off days off (§ 2); KL 8:12: the notice
 * stays until the period has ended. */
int rules_appeal(kl_day posted, const struct rule_book *book,
    struct derivation *why, struct rules_appeal *out, struct kl_error *err);

/* rules_weeks(id, from, book, why, last, err): the last day of an appeal period
 * of so many weeks as the rule ${id} says, counted from ${from}: the same day
 * of the week (lag 1930:173 § 1), moved off days off (§ 2). */
int rules_weeks(enum rule_id id, kl_day from, const struct rule_book *book,
    struct derivation *why, kl_day *last, struct kl_error *err);

/* rules_limit(id, from, book, latest, err): the last day of what the rule ${id}
 * wants done so many days after ${from}, moved as a notice's limit is. */
int rules_limit(enum rule_id id, kl_day from, const struct rule_book *book,
    kl_day *latest, struct kl_error *err);

/* rules_simplified_service(sent, why, served, err): DelgL 26: a document sent
 * by simplified service counts as served when two weeks have passed since it
 * was sent; the days are counted and not moved off days off. */
int rules_simplified_service(
    kl_day sent, struct derivation *why, kl_day *served, struct kl_error *err);

/* rules_council_notice(meeting, book, why, latest, err): KL 5:13: the last day
 * to announce a meeting of the municipal council; counts backwards as a summons
 * does. */
int rules_council_notice(kl_day meeting, const struct rule_book *book,
    struct derivation *why, kl_day *latest, struct kl_error *err);

/* rules_summons(meeting, book, why, latest, err): the last day to send a
 * committee's summons.  The law sets
 * no number of days for committees; the regulations do (KL 6:44).  The limit
 * counts backwards, so it moves to the working day before.  ${latest} is
 * KL_DAY_NONE when no rule sets a number. */
int rules_summons(kl_day meeting, const struct rule_book *book,
    struct derivation *why, kl_day *latest, struct kl_error *err);

/* rules_quorum(seats, on, why, need, err): how many members must be present on
 * the day ${on}: more than half (KL 6:27).  ${seats} is 1-999. */
int rules_quorum(int seats, kl_day on, struct derivation *why, int *need,
    struct kl_error *err);

#endif
