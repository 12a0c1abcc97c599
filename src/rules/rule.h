/* SPDX-License-Identifier: EUPL-1.2
 *
 * The rules as data: what each says, where it stands and from which day, and
 * how a committee's own regulations may differ.  A committee may tighten what
 * the law requires of it, never loosen it.
 */
#ifndef RULES_RULE_H
#define RULES_RULE_H

#include <stddef.h>

#include <kansli/day.h>
#include <kansli/error.h>

enum rule_id {
	RULE_ADJUSTMENT_LIMIT, /* days from the meeting to the adjustment */
	RULE_ADJUSTMENT_ROLL,  /* 1: that limit moves off days off */
	RULE_NOTICE_LIMIT,     /* days from the adjustment to the notice */
	RULE_NOTICE_ROLL,      /* 1: that limit moves off days off */
	RULE_APPEAL_PERIOD,    /* weeks from the notice to the last day */
	RULE_APPEAL_ROLL,      /* 1: the last day moves off days off */
	RULE_REMOVAL,	       /* days from the last day to the removal */
	RULE_SUMMONS_LEAD,     /* days from a committee's summons to meeting */
	RULE_COUNCIL_SUMMONS,  /* days from the council's summons to meeting */
	RULE_COUNCIL_NOTICE,   /* days from the council's notice to meeting */
	RULE_SIMPLIFIED_SERVICE, /* days from sending to served */
	/* How minutes are adjusted, as the council decides (KL 5:69) */
	RULE_ADJUSTERS,	      /* how many besides who presided */
	RULE_WARNINGS_SIGNED, /* 1: a warning must be answered for */
	RULE_WEED_DRAFTS,     /* 1: drafts are weeded at the adjustment */
	RULE_NOTICE_RESTART,	 /* 1: a notice that was down starts anew */
	RULE_SERVED_PERIOD,	 /* weeks from served to the last day (FL) */
	RULE_PLAN_PERIOD,	/* weeks from a plan's notice to the last day */
	RULE_PLAN_ANNOUNCEMENT, /* days from it to the plan's announcement */
	RULE_PLAN_MESSAGE,	/* days from it to the message with extract */
	RULE_COUNTY_BOARD,	/* weeks for the county board's review */
	RULE_PERMIT_PERIOD,	/* weeks from served with a permit */
	RULE_PERMIT_PUBLISHED,	/* weeks from publication to known by others */
	RULE_QUORUM,		/* percent of the seats that must be exceeded */
	RULE_COUNCIL_QUORUM,	/* the same of the municipal council */
	/* How deputies enter and members return: 1 yes, 0 no.  They bind the
	 * council; a committee's own regulations may say otherwise (entry.h).
	 */
	RULE_DEPUTY_PRIORITY,
	RULE_DEPUTY_AFTER_CONFLICT,
	RULE_MEMBER_RETURN,
	RULE_MEMBER_BREAK,
	RULE_FILL_SEATS,
	RULE_CHANGE_BETWEEN,
	RULE_COUNT
};

/* What regulations of its own may do with the law's number. */
enum rule_bound {
	RULE_FIXED,  /* nothing: it is other people's right */
	RULE_LOWER,  /* a smaller number is stricter and allowed */
	RULE_HIGHER, /* a larger number is stricter and allowed */
	RULE_CHOICE, /* either: yes (1) or no (0), neither is stricter */
};

/* One rule in one wording of the law. */
struct rule {
	enum rule_id id;
	const char *name; /* as in a derivation and in regulations */
	kl_day from;	  /* first day of this wording */
	const char *statute;
	int value;
	enum rule_bound bound;
};

/* A committee's own number. */
struct rule_local {
	const char *committee; /* its code; NULL: all committees */
	const char *rule;      /* a rule's name */
	kl_day from;	       /* first day; KL_DAY_NONE: always */
	int value;
	const char *source; /* where it stands, e.g. "Reglemente TRN § 12" */
};

/* The regulations that a question is asked under; NULL is the law alone. */
struct rule_book {
	const char *committee; /* whose question it is, or NULL */
	const struct rule_local *v;
	size_t n;
};

/* rule_on(id, day, err): the wording that applies on ${day}; NULL with
 * KL_E_INPUT when the day lies before the law or after the calendar. */
const struct rule *rule_on(enum rule_id id, kl_day day, struct kl_error *err);

/* rule_local_on(book, rule, day): the regulation that applies instead of or
 * within ${rule} on ${day}, the committee's before the common one and the
 * latest before the earlier, or NULL.  A regulation that would loosen the law
 * is passed over. */
const struct rule_local *rule_local_on(
    const struct rule_book *book, const struct rule *rule, kl_day day);

/* A rule as it applies to one question. */
struct rule_applied {
	const struct rule *law;
	const struct rule_local *local; /* or NULL */
	int value;
	const char *source; /* the statute or the regulation */
};

/* rule_apply(id, day, book, out, err): ${id} as it applies on ${day}; fails as
 * rule_on. */
int rule_apply(enum rule_id id, kl_day day, const struct rule_book *book,
    struct rule_applied *out, struct kl_error *err);

/* rule_value(book, rule, day): the number that applies. */
int rule_value(
    const struct rule_book *book, const struct rule *rule, kl_day day);

/* rule_find(name, rule, err): the latest wording of the rule called ${name};
 * KL_E_INPUT with the nearest name. */
int rule_find(const char *name, const struct rule **rule, struct kl_error *err);

/* rule_wording(id, n): the ${n}th wording from 0, the latest first, or NULL. */
const struct rule *rule_wording(enum rule_id id, size_t n);

/* rule_local_check(local, err): 0 if ${local} may stand: a known rule, a number
 * from 0 to 366 (a choice: 0 or 1) that does not loosen the law, and a source.
 * KL_E_INPUT or, for what loosens, KL_E_RULE with the statute. */
int rule_local_check(const struct rule_local *local, struct kl_error *err);

#endif
