/* SPDX-License-Identifier: EUPL-1.2
 *
 * After the adjustment: which way a decision may be appealed, until when, when
 * an appeal came in time, and when a decision has legal force.
 */
#ifndef RULES_AFTER_H
#define RULES_AFTER_H

#include "domain/bundle.h"
#include "rules/deadline.h"

/* How one decision may be appealed. */
struct after_appeal {
	enum appeal_kind kind;
	const char *statute;
	const char
	    *addressee;	   /* key: the authority that the appeal is sent to */
	const char *court; /* key: who tries it */
	kl_day clock;	 /* the day from which it runs, KL_DAY_NONE: not yet */
	kl_day last_day; /* KL_DAY_NONE: not yet, or never */
	kl_day force;	 /* the first day after it, KL_DAY_NONE */
	bool per_party;	 /* runs for each party from when they were served */
};

/* after_kind(b, m, p): the paragraph's appeal kind: its own, the matter's, or
 * APPEAL_NONE for what is only preparation or execution (KL 13:2): tabled,
 * referred back, noted, information. */
enum appeal_kind after_kind(
    const struct bundle *b, const struct meeting *m, const struct paragraph *p);

/* after_appeal(b, m, p, book, why, out, err): see above, with reasons.  The
 * notice's interruptions and its second announcement count. */
int after_appeal(const struct bundle *b, const struct meeting *m,
    const struct paragraph *p, const struct rule_book *book,
    struct derivation *why, struct after_appeal *out, struct kl_error *err);

/* after_notice(minutes, book, why, out, err): the appeal period of the minutes'
 * notice: from the day it was posted, or from when it came back after an
 * interruption (rule notice-restart). */
int after_notice(const struct minutes *x, const struct rule_book *book,
    struct derivation *why, struct rules_appeal *out, struct kl_error *err);

/* after_timely(appeal, x, why): whether ${appeal} came in time: by the last
 * day, at the court or (KL 13:6) at the municipality. */
enum appeal_time after_timely(const struct appeal *appeal,
    const struct after_appeal *x, struct derivation *why);

/* after_force(b, m, p, today, book, why, since, err): the day since which the
 * paragraph's decision has legal force: the clock has run, no appeal is open
 * and the secretary has recorded who at the court said so (a plan: the county
 * board's answer too).  KL_E_RULE with what is missing. */
int after_force(const struct bundle *b, const struct meeting *m,
    const struct paragraph *p, kl_day today, const struct rule_book *book,
    struct derivation *why, kl_day *since, struct kl_error *err);

#endif
