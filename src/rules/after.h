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
	kl_day meeting;	 /* when it was decided: whose acts are named */
};

/* The authorities, as keys; words in documents come from templates. */
#define AFTER_COMMITTEE "nämnden"
#define AFTER_COURT "förvaltningsrätten"
#define AFTER_LAND_COURT "mark- och miljödomstolen"
#define AFTER_COUNTY_BOARD "länsstyrelsen"

/* How a delivery is sent that counts as served without an answer. */
#define AFTER_SIMPLIFIED "förenklad delgivning"

/* after_kind(b, m, p): the paragraph's appeal kind: its own, the matter's, or
 * APPEAL_NONE for what is only preparation or execution (KL 13:2): tabled,
 * referred back, noted, information, an answer to a referral.  A plan that was
 * not adopted is tried by legality review (PBL 13:1). */
enum appeal_kind after_kind(
    const struct bundle *b, const struct meeting *m, const struct paragraph *p);

/* after_appeal(b, m, p, book, why, out, err): see above, with reasons.  The
 * notice's interruptions and its second announcement count. */
int after_appeal(const struct bundle *b, const struct meeting *m,
    const struct paragraph *p, const struct rule_book *book,
    struct derivation *why, struct after_appeal *out, struct kl_error *err);

/* after_served(d, why, served, err): the day on which the party ${d} was sent
 * to had the decision: the receipt's, or by simplified service two weeks after
 * the document was sent (DelgL 26).  KL_DAY_NONE: not served yet. */
int after_served(const struct delivery *d, struct derivation *why,
    kl_day *served, struct kl_error *err);

/* after_notice(minutes, book, why, out, err): the appeal period of the minutes'
 * notice: from the day it was posted, or from when a corrected one took its
 * place, or from when it came back after an interruption (rule notice-restart;
 * 0: the days that it was down are added).  All days are KL_DAY_NONE while it
 * has not been posted or is down. */
int after_notice(const struct minutes *x, const struct rule_book *book,
    struct derivation *why, struct rules_appeal *out, struct kl_error *err);

/* after_timely(appeal, x, why): whether ${appeal} came in time: by the last
 * day, at the court or (KL 13:6) at the municipality. */
enum appeal_time after_timely(const struct appeal *appeal,
    const struct after_appeal *x, struct derivation *why);

/* What stands between one decision and legal force. */
struct after_state {
	struct after_appeal appeal;
	const struct legal_force *fact; /* what was found out, or NULL */
	kl_day since; /* in legal force since, KL_DAY_NONE: not */
	bool never;   /* it was quashed, or sent back: it never will be */
};

/* after_state(b, m, p, today, book, why, out, gaps, err): where the decision
 * stands on ${today}; each thing that is missing, with its statute, in ${gaps}.
 */
int after_state(const struct bundle *b, const struct meeting *m,
    const struct paragraph *p, kl_day today, const struct rule_book *book,
    struct derivation *why, struct after_state *out, struct kl_faults *gaps,
    struct kl_error *err);

/* after_open(appeal): whether nobody has decided about it yet. */
bool after_open(const struct appeal *appeal);

/* after_force(b, m, p, today, book, why, since, err): the day since which the
 * paragraph's decision has legal force: the clock has run, no appeal is open
 * and the secretary has recorded who at the court said so (a plan: the county
 * board's answer too).  KL_E_RULE with what is missing. */
int after_force(const struct bundle *b, const struct meeting *m,
    const struct paragraph *p, kl_day today, const struct rule_book *book,
    struct derivation *why, kl_day *since, struct kl_error *err);

#endif
