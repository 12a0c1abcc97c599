/* SPDX-License-Identifier: EUPL-1.2
 *
 * The table of rules.  KL is kommunallagen (2017:725), in force from
 * 1 January 2018; before it kommunallagen (1991:900), from 1 January 1992.
 */
#include "config.h"

#include <stdbool.h>
#include <string.h>

#include "base/utf8.h"
#include "calendar/holiday.h"
#include "rules/rule.h"

#define KL_1991 8035	 /* 1992-01-01 */
#define KL_2017 17532	 /* 2018-01-01 */
#define DELGL_2011 15065 /* 2011-04-01 */
#define PBL_2010 15096	 /* 2011-05-02 */
#define FL_2017 17713	 /* 2018-07-01 */
#define PBL_2025 20423	 /* 2025-12-01: its chapter 9 has a new wording */

/* The wordings of a rule stand together, the latest first. */
static const struct rule rules[] = {
	{ RULE_ADJUSTMENT_LIMIT, "adjustment-limit", KL_2017, "KL 5:69, 6:35",
	    14, RULE_LOWER },
	{ RULE_ADJUSTMENT_LIMIT, "adjustment-limit", KL_1991,
	    "KL (1991:900) 5:61, 6:30", 14, RULE_LOWER },
	{ RULE_ADJUSTMENT_ROLL, "adjustment-roll", KL_1991, "lag 1930:173 § 2",
	    1, RULE_LOWER },
	{ RULE_NOTICE_LIMIT, "notice-limit", KL_2017, "KL 8:12", 2,
	    RULE_LOWER },
	{ RULE_NOTICE_LIMIT, "notice-limit", KL_1991,
	    "KL (1991:900) 5:62, 6:30", 2, RULE_LOWER },
	{ RULE_NOTICE_ROLL, "notice-roll", KL_1991, "lag 1930:173 § 2", 1,
	    RULE_LOWER },
	{ RULE_APPEAL_PERIOD, "appeal-period", KL_2017,
	    "KL 13:5, lag 1930:173 § 1", 3, RULE_FIXED },
	{ RULE_APPEAL_PERIOD, "appeal-period", KL_1991,
	    "KL (1991:900) 10:6, lag 1930:173 § 1", 3, RULE_FIXED },
	{ RULE_APPEAL_ROLL, "appeal-roll", KL_1991, "lag 1930:173 § 2", 1,
	    RULE_FIXED },
	{ RULE_REMOVAL, "removal", KL_2017, "KL 8:12, 13:5", 1, RULE_HIGHER },
	{ RULE_REMOVAL, "removal", KL_1991, "KL (1991:900) 5:62, 10:6", 1,
	    RULE_HIGHER },
	{ RULE_SUMMONS_LEAD, "summons-lead", KL_2017, "KL 6:44", 0,
	    RULE_HIGHER },
	{ RULE_SUMMONS_LEAD, "summons-lead", KL_1991, "KL (1991:900) 6:32", 0,
	    RULE_HIGHER },
	{ RULE_COUNCIL_SUMMONS, "council-summons", KL_2017, "KL 5:15", 7,
	    RULE_HIGHER },
	{ RULE_COUNCIL_SUMMONS, "council-summons", KL_1991,
	    "KL (1991:900) 5:10", 7, RULE_HIGHER },
	{ RULE_COUNCIL_NOTICE, "council-notice", KL_2017, "KL 5:13", 7,
	    RULE_HIGHER },
	{ RULE_COUNCIL_NOTICE, "council-notice", KL_1991, "KL (1991:900) 5:8",
	    7, RULE_HIGHER },
	{ RULE_SIMPLIFIED_SERVICE, "simplified-service", DELGL_2011, "DelgL 26",
	    14, RULE_FIXED },
	{ RULE_SIMPLIFIED_SERVICE, "simplified-service", KL_1991,
	    "DelgL (1970:428)", 14, RULE_FIXED },
	{ RULE_ADJUSTERS, "adjusters", KL_2017, "KL 5:69, 6:35", 1,
	    RULE_HIGHER },
	{ RULE_ADJUSTERS, "adjusters", KL_1991, "KL (1991:900) 5:61, 6:30", 1,
	    RULE_HIGHER },
	{ RULE_WARNINGS_SIGNED, "warnings-signed", KL_1991, "KL 5:65, 6:35", 1,
	    RULE_CHOICE },
	{ RULE_WEED_DRAFTS, "weed-drafts", KL_1991, "TF 2:10, 2:12", 1,
	    RULE_CHOICE },
	{ RULE_NOTICE_RESTART, "notice-restart", KL_2017, "KL 13:5", 1,
	    RULE_LOWER },
	{ RULE_NOTICE_RESTART, "notice-restart", KL_1991, "KL (1991:900) 10:6",
	    1, RULE_LOWER },
	{ RULE_SERVED_PERIOD, "served-period", FL_2017,
	    "FL 44, lag 1930:173 § 1", 3, RULE_FIXED },
	{ RULE_SERVED_PERIOD, "served-period", KL_1991,
	    "FL (1986:223) 23, lag 1930:173 § 1", 3, RULE_FIXED },
	{ RULE_PLAN_PERIOD, "plan-period", PBL_2010,
	    "PBL 13:16, lag 1930:173 § 1", 3, RULE_FIXED },
	{ RULE_PLAN_PERIOD, "plan-period", KL_1991,
	    "PBL (1987:10) 13:5, lag 1930:173 § 1", 3, RULE_FIXED },
	{ RULE_PLAN_ANNOUNCEMENT, "plan-announcement", PBL_2010, "PBL 5:29", 0,
	    RULE_LOWER },
	{ RULE_PLAN_ANNOUNCEMENT, "plan-announcement", KL_1991,
	    "PBL (1987:10) 5:30", 0, RULE_LOWER },
	{ RULE_PLAN_MESSAGE, "plan-message", PBL_2010, "PBL 5:30", 1,
	    RULE_LOWER },
	{ RULE_PLAN_MESSAGE, "plan-message", KL_1991, "PBL (1987:10) 5:30", 1,
	    RULE_LOWER },
	{ RULE_COUNTY_BOARD, "county-board", PBL_2010, "PBL 11:10", 3,
	    RULE_FIXED },
	{ RULE_COUNTY_BOARD, "county-board", KL_1991, "PBL (1987:10) 12:2", 3,
	    RULE_FIXED },
	{ RULE_PERMIT_PERIOD, "permit-period", PBL_2010,
	    "PBL 13:16, FL 44, lag 1930:173 § 1", 3, RULE_FIXED },
	{ RULE_PERMIT_PERIOD, "permit-period", KL_1991,
	    "FL (1986:223) 23, lag 1930:173 § 1", 3, RULE_FIXED },
	{ RULE_PERMIT_PUBLISHED, "permit-published", PBL_2025,
	    "PBL 13:16, 9 kap. från 2025-12-01", 1, RULE_HIGHER },
	{ RULE_PERMIT_PUBLISHED, "permit-published", PBL_2010,
	    "PBL 9:41 b, 13:16", 1, RULE_HIGHER },
	{ RULE_PERMIT_PUBLISHED, "permit-published", KL_1991, "PBL (1987:10)",
	    0, RULE_HIGHER },
	{ RULE_QUORUM, "quorum", KL_2017, "KL 6:27", 50, RULE_FIXED },
	{ RULE_QUORUM, "quorum", KL_1991, "KL (1991:900) 6:23", 50,
	    RULE_FIXED },
	{ RULE_COUNCIL_QUORUM, "council-quorum", KL_2017, "KL 5:45", 50,
	    RULE_FIXED },
	{ RULE_COUNCIL_QUORUM, "council-quorum", KL_1991, "KL (1991:900) 5:18",
	    50, RULE_FIXED },
	{ RULE_DEPUTY_PRIORITY, "deputy-priority", KL_2017, "KL 5:18", 1,
	    RULE_CHOICE },
	{ RULE_DEPUTY_PRIORITY, "deputy-priority", KL_1991,
	    "KL (1991:900) 5:12-17", 1, RULE_CHOICE },
	{ RULE_DEPUTY_AFTER_CONFLICT, "deputy-after-conflict", KL_2017,
	    "KL 5:18", 1, RULE_CHOICE },
	{ RULE_DEPUTY_AFTER_CONFLICT, "deputy-after-conflict", KL_1991,
	    "KL (1991:900) 5:12-17", 1, RULE_CHOICE },
	{ RULE_MEMBER_RETURN, "member-return", KL_2017, "KL 5:19", 1,
	    RULE_CHOICE },
	{ RULE_MEMBER_RETURN, "member-return", KL_1991, "KL (1991:900) 5:12-17",
	    1, RULE_CHOICE },
	{ RULE_MEMBER_BREAK, "member-break", KL_2017, "KL 5:20", 0,
	    RULE_CHOICE },
	{ RULE_MEMBER_BREAK, "member-break", KL_1991, "KL (1991:900) 5:12-17",
	    0, RULE_CHOICE },
	{ RULE_FILL_SEATS, "fill-seats", KL_2017, "KL 6:16", 0, RULE_CHOICE },
	{ RULE_FILL_SEATS, "fill-seats", KL_1991, "KL (1991:900) 6:9-10", 0,
	    RULE_CHOICE },
	{ RULE_CHANGE_BETWEEN, "change-between", KL_1991, "KL 6:44", 1,
	    RULE_CHOICE },
};

#define NRULES (sizeof rules / sizeof *rules)
#define LOCAL_MAX 366 /* no regulation counts more days than a year */

const struct rule *
rule_on(enum rule_id id, kl_day day, struct kl_error *err)
{
	char date[11];
	size_t i;

	if (day == KL_DAY_NONE || kl_day_year(day) > HOLIDAY_LAST_YEAR) {
		kl_error_set(err, KL_E_INPUT,
		    KL_N_("The calendar ends with the year %d, so no limit "
			  "can be computed from that day. Give an earlier "
			  "date."),
		    HOLIDAY_LAST_YEAR);
		return NULL;
	}
	for (i = 0; i < NRULES; i++)
		if (rules[i].id == id && rules[i].from <= day)
			return &rules[i];
	kl_error_set(err, KL_E_INPUT,
	    KL_N_("The rules are known from %s; %s lies before them. Give a "
		  "later date."),
	    "1992-01-01", kl_day_format(day, date));
	return NULL;
}

/* Would ${value} loosen what the law says? */
static bool
loosens(const struct rule *rule, int value)
{
	return (rule->bound == RULE_FIXED && value != rule->value) ||
	       (rule->bound == RULE_LOWER && value > rule->value) ||
	       (rule->bound == RULE_HIGHER && value < rule->value);
}

static bool
applies(const struct rule_local *l, const struct rule_book *book,
    const struct rule *rule, kl_day day)
{
	return strcmp(l->rule, rule->name) == 0 &&
	       (l->from == KL_DAY_NONE || l->from <= day) &&
	       (l->committee == NULL ||
		   (book->committee != NULL &&
		       strcmp(l->committee, book->committee) == 0)) &&
	       !loosens(rule, l->value);
}

const struct rule_local *
rule_local_on(const struct rule_book *book, const struct rule *rule, kl_day day)
{
	const struct rule_local *best = NULL, *l;
	size_t i;

	for (i = 0; book != NULL && i < book->n; i++) {
		l = &book->v[i];
		if (!applies(l, book, rule, day))
			continue;
		if (best == NULL ||
		    (l->committee != NULL) > (best->committee != NULL) ||
		    ((l->committee != NULL) == (best->committee != NULL) &&
			l->from >= best->from))
			best = l;
	}
	return best;
}

int
rule_value(const struct rule_book *book, const struct rule *rule, kl_day day)
{
	const struct rule_local *l = rule_local_on(book, rule, day);

	return l == NULL ? rule->value : l->value;
}

int
rule_apply(enum rule_id id, kl_day day, const struct rule_book *book,
    struct rule_applied *out, struct kl_error *err)
{
	out->law = rule_on(id, day, err);
	if (out->law == NULL)
		return KL_E_INPUT;
	out->local = rule_local_on(book, out->law, day);
	out->value = out->local == NULL ? out->law->value : out->local->value;
	out->source =
	    out->local == NULL ? out->law->statute : out->local->source;
	return 0;
}

static const struct rule *
rule_named(const char *name)
{
	size_t i;

	for (i = 0; i < NRULES; i++)
		if (strcmp(rules[i].name, name) == 0)
			return &rules[i];
	return NULL;
}

static int
unknown_rule(const char *name, struct kl_error *err)
{
	const char *names[NRULES], *near;
	size_t i;

	for (i = 0; i < NRULES; i++)
		names[i] = rules[i].name;
	near = utf8_nearest(name, names, NRULES);
	if (near != NULL)
		return kl_error_set(err, KL_E_INPUT,
		    KL_N_("There is no rule called \"%s\". Did you mean "
			  "\"%s\"?"),
		    name, near);
	return kl_error_set(
	    err, KL_E_INPUT, KL_N_("There is no rule called \"%s\"."), name);
}

int
rule_find(const char *name, const struct rule **rule, struct kl_error *err)
{
	*rule = rule_named(name);
	return *rule == NULL ? unknown_rule(name, err) : 0;
}

const struct rule *
rule_wording(enum rule_id id, size_t n)
{
	size_t i;

	for (i = 0; i < NRULES; i++)
		if (rules[i].id == id && n-- == 0)
			return &rules[i];
	return NULL;
}

int
rule_local_check(const struct rule_local *l, struct kl_error *err)
{
	const struct rule *rule = rule_named(l->rule), *then;

	if (rule == NULL)
		return unknown_rule(l->rule, err);
	/* as the law is when it begins to apply */
	if (l->from != KL_DAY_NONE) {
		then = rule_on(rule->id, l->from, NULL);
		rule = then == NULL ? rule : then;
	}
	if (l->source == NULL || l->source[0] == '\0')
		return kl_error_set(err, KL_E_INPUT,
		    KL_N_(
			"The committee's own rule \"%s\" does not say where "
			"it stands. It was not taken. Name the regulation and "
			"its section."),
		    l->rule);
	if (l->value < 0 || l->value > LOCAL_MAX)
		return kl_error_set(err, KL_E_INPUT,
		    KL_N_("%d is not a possible number for the rule \"%s\". "
			  "Give a number from 0 to %d."),
		    l->value, l->rule, LOCAL_MAX);
	if (rule->bound == RULE_CHOICE && l->value > 1)
		return kl_error_set(err, KL_E_INPUT,
		    KL_N_(
			"The rule \"%s\" is a choice: 1 for yes, 0 for no. %d "
			"was not taken."),
		    l->rule, l->value);
	if (loosens(rule, l->value)) {
		kl_error_set(err, KL_E_RULE,
		    rule->bound == RULE_FIXED
			? KL_N_("The law says %d for \"%s\" and leaves nothing "
				"to decide; %d was not taken.")
			: KL_N_("The law says %d for \"%s\". A committee's own "
				"rule may be stricter, never looser; %d was "
				"not taken."),
		    rule->value, l->rule, l->value);
		kl_error_statute(err, rule->statute);
		return KL_E_RULE;
	}
	return 0;
}
