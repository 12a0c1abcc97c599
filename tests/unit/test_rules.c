/* SPDX-License-Identifier: EUPL-1.2
 *
 * rules: deadlines against real cases and the calendar's hard corners, the
 * derivations as golden text, regulations that tighten and that loosen.
 */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/xml.h"
#include "rules/cycle.h"
#include "rules/deadline.h"
#include <kansli/day.h>
#include <kansli/error.h>
#include <kansli/when.h>

#define GOLDEN SRCDIR "/tests/golden/rules/"

static kl_day
day(const char *s)
{
	kl_day d = KL_DAY_NONE;

	assert_int_equal(kl_day_parse(s, &d), 0);
	return d;
}

static void
assert_day(kl_day got, const char *want)
{
	char s[11];

	assert_string_equal(kl_day_format(got, s), want);
}

/* Meeting, day 14, the legal limit. */
static void
kl_5_69_adjustment_limits(void **state)
{
	static const char *const cases[][3] = {
		/* printed in real minutes and summonses */
		{ "2006-06-13", "2006-06-27", "2006-06-27" },
		{ "2008-03-19", "2008-04-02", "2008-04-02" },
		{ "2021-08-25", "2021-09-08", "2021-09-08" },
		{ "2025-09-23", "2025-10-07", "2025-10-07" },
		{ "2013-03-05", "2013-03-19", "2013-03-19" },
		{ "2007-10-19", "2007-11-02", "2007-11-02" },
		{ "2010-08-24", "2010-09-07", "2010-09-07" },
		{ "2011-10-27", "2011-11-10", "2011-11-10" },
		{ "2005-11-17", "2005-12-01", "2005-12-01" },
		/* julafton, then Christmas and a weekend */
		{ "2026-12-10", "2026-12-24", "2026-12-28" },
		/* nyårsafton and New Year's Day before a weekend */
		{ "2026-12-17", "2026-12-31", "2027-01-04" },
		/* Good Friday to Easter Monday */
		{ "2025-04-04", "2025-04-18", "2025-04-22" },
		/* midsommarafton on a Friday */
		{ "2026-06-05", "2026-06-19", "2026-06-22" },
		/* All Saints' Day is a Saturday; its eve is a working day */
		{ "2026-10-16", "2026-10-30", "2026-10-30" },
		{ "2026-10-17", "2026-10-31", "2026-11-02" },
		/* a leap day in between, and as the limit */
		{ "2024-02-20", "2024-03-05", "2024-03-05" },
		{ "2024-02-15", "2024-02-29", "2024-02-29" },
		/* 6 June before and after the reform (both weekdays) */
		{ "2003-05-23", "2003-06-06", "2003-06-06" },
		{ "2005-05-23", "2005-06-06", "2005-06-07" },
		/* Whit Monday before and after it */
		{ "2004-05-17", "2004-05-31", "2004-06-01" },
		{ "2006-05-22", "2006-06-05", "2006-06-05" },
		/* Epiphany */
		{ "2025-12-23", "2026-01-06", "2026-01-07" },
	};
	struct rules_adjustment limit;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof cases / sizeof *cases; i++) {
		assert_int_equal(
		    rules_adjust(day(cases[i][0]), NULL, NULL, &limit, NULL),
		    0);
		assert_day(limit.plain, cases[i][1]);
		assert_day(limit.latest, cases[i][2]);
	}
}

/* Adjusted, the last day for the notice. */
static void
kl_8_12_notice_limits(void **state)
{
	static const char *const cases[][2] = {
		{ "2021-08-30", "2021-09-01" },
		{ "2007-11-01", "2007-11-05" }, /* All Saints' weekend */
		{ "2011-09-29", "2011-10-03" },
		{ "2026-12-22", "2026-12-28" },
		{ "2026-04-01", "2026-04-07" },
		{ "2026-06-17", "2026-06-22" },
		{ "2004-06-04", "2004-06-07" }, /* 6 June a Sunday then */
		{ "2002-06-04", "2002-06-06" }, /* a Thursday, no holiday */
		{ "2013-06-04", "2013-06-07" }, /* a Thursday, a holiday */
		{ "2024-02-27", "2024-02-29" },
	};
	kl_day latest;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof cases / sizeof *cases; i++) {
		assert_int_equal(
		    rules_notice(day(cases[i][0]), NULL, NULL, &latest, NULL),
		    0);
		assert_day(latest, cases[i][1]);
	}
}

/* Posted, the last day to appeal, the first day to take down. */
static void
kl_13_5_appeal_periods(void **state)
{
	static const char *const cases[][3] = {
		{ "2021-08-31", "2021-09-21", "2021-09-22" },
		{ "2007-11-02", "2007-11-23", "2007-11-24" },
		{ "2024-12-03", "2024-12-27", "2024-12-28" },
		{ "2025-03-28", "2025-04-22", "2025-04-23" },
		{ "2025-05-08", "2025-05-30", "2025-05-31" },
		{ "2025-05-30", "2025-06-23", "2025-06-24" },
		{ "2025-12-05", "2025-12-29", "2025-12-30" },
		{ "2026-03-13", "2026-04-07", "2026-04-08" },
		/* posted on julafton and on nyårsafton */
		{ "2026-12-24", "2027-01-14", "2027-01-15" },
		{ "2026-12-31", "2027-01-21", "2027-01-22" },
		/* the end on nyårsafton */
		{ "2026-12-10", "2027-01-04", "2027-01-05" },
		/* over a leap day */
		{ "2024-02-12", "2024-03-04", "2024-03-05" },
		{ "2024-02-08", "2024-02-29", "2024-03-01" },
		/* 6 June in 2003 and 2005 */
		{ "2003-05-16", "2003-06-06", "2003-06-07" },
		{ "2005-05-16", "2005-06-07", "2005-06-08" },
		/* Whit Monday in 2004 and 2006 */
		{ "2004-05-10", "2004-06-01", "2004-06-02" },
		{ "2006-05-15", "2006-06-05", "2006-06-06" },
		/* All Saints' Day */
		{ "2026-10-10", "2026-11-02", "2026-11-03" },
		/* a customary eve and a bridge day do not move anything */
		{ "2026-04-09", "2026-04-30", "2026-05-01" },
		{ "2025-04-11", "2025-05-02", "2025-05-03" },
		{ "1992-01-01", "1992-01-22", "1992-01-23" },
	};
	struct rules_appeal period;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof cases / sizeof *cases; i++) {
		assert_int_equal(
		    rules_appeal(day(cases[i][0]), NULL, NULL, &period, NULL),
		    0);
		assert_day(period.last_day, cases[i][1]);
		assert_day(period.remove_on, cases[i][2]);
	}
}

static void
kl_6_27_quorum_is_more_than_half(void **state)
{
	static const int cases[][2] = { { 1, 1 }, { 2, 2 }, { 11, 6 },
		{ 12, 7 }, { 13, 7 }, { 101, 51 } };
	struct kl_error err;
	size_t i;
	int need;

	(void)state;
	for (i = 0; i < sizeof cases / sizeof *cases; i++) {
		assert_int_equal(rules_quorum(cases[i][0], day("2026-11-17"),
				     NULL, &need, NULL),
		    0);
		assert_int_equal(need, cases[i][1]);
	}
	assert_int_equal(
	    rules_quorum(0, day("2026-11-17"), NULL, &need, &err), KL_E_INPUT);
}

/* Two weeks to the day, over a weekend and Christmas too. */
static void
delgl_26_simplified_service_counts_two_weeks(void **state)
{
	struct kl_error err;
	kl_day served;

	(void)state;
	assert_int_equal(
	    rules_simplified_service(day("2026-12-12"), NULL, &served, NULL),
	    0);
	assert_int_equal(served, day("2026-12-26"));
	assert_int_equal(
	    rules_simplified_service(day("1990-01-01"), NULL, &served, &err),
	    KL_E_INPUT);
}

static void
kl_5_13_the_council_is_announced(void **state)
{
	static const struct rule_local own[] = { { "KF", "council-notice",
	    KL_DAY_NONE, 10, "Arbetsordning § 4" } };
	const struct rule_book kf = { "KF", own, 1 };
	kl_day latest;

	(void)state;
	assert_int_equal(
	    rules_council_notice(day("2026-11-17"), NULL, NULL, &latest, NULL),
	    0);
	assert_day(latest, "2026-11-10");
	/* a week before is Epiphany: the working day before */
	rules_council_notice(day("2027-01-13"), NULL, NULL, &latest, NULL);
	assert_day(latest, "2027-01-05");
	rules_council_notice(day("2026-11-17"), &kf, NULL, &latest, NULL);
	assert_day(latest, "2026-11-06"); /* the 7th is a Saturday */
}

/* A regulation is held against the law as it is when it begins to apply. */
static void
pbl_11_10_rules_of_appeals_are_other_peoples_right(void **state)
{
	static const char *const fixed[] = { "served-period", "plan-period",
		"permit-period", "county-board", "appeal-period" };
	struct rule_local own = { "TRN", NULL, KL_DAY_NONE, 2, "§ 1" };
	struct kl_error err;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof fixed / sizeof *fixed; i++) {
		own.rule = fixed[i];
		assert_int_equal(rule_local_check(&own, &err), KL_E_RULE);
	}
	own.rule = "permit-published";
	assert_int_equal(rule_local_check(&own, &err), 0);
	own.value = 0;
	assert_int_equal(rule_local_check(&own, &err), KL_E_RULE);
	assert_string_equal(err.statute, "PBL 13:16, 9 kap. från 2025-12-01");
	own.from = day("2020-01-01");
	assert_int_equal(rule_local_check(&own, &err), KL_E_RULE);
	assert_string_equal(err.statute, "PBL 9:41 b, 13:16");
}

static void
days_outside_the_rules_are_refused(void **state)
{
	struct kl_error err;
	char text[256];

	(void)state;
	assert_null(kl_when_appeal(day("1991-12-31"), NULL, &err));
	assert_int_equal(err.code, KL_E_INPUT);
	kl_error_format(&err, NULL, text, sizeof text);
	assert_non_null(strstr(text, "1991-12-31"));
	assert_null(kl_when_adjust(day("2200-01-01"), NULL, &err));
	assert_int_equal(err.code, KL_E_INPUT);
	assert_null(kl_when_notice(KL_DAY_NONE, NULL, &err));
	assert_null(kl_when_holidays(1989, &err));
	assert_int_equal(err.code, KL_E_INPUT);
	assert_null(kl_when_holidays(2200, &err));
	assert_null(kl_when_holidays(0, &err));
}

static void
kl_6_44_regulations_tighten(void **state)
{
	static const struct rule_local own[] = {
		{ NULL, "adjustment-limit", KL_DAY_NONE, 10, "Reglemente § 1" },
		{ "TRN", "adjustment-limit", KL_DAY_NONE, 8, "Reglemente § 2" },
		{ "TRN", "adjustment-limit", 20454, 7, "Reglemente § 3" },
		{ "TRN", "notice-limit", KL_DAY_NONE, 9, "Reglemente § 4" },
		{ "TRN", "adjustment-roll", KL_DAY_NONE, 0, "Reglemente § 5" },
		{ "TRN", "summons-lead", KL_DAY_NONE, 7, "Reglemente § 6" },
	};
	const struct rule_book trn = { "TRN", own, 6 }, mhn = { "MHN", own, 6 };
	struct rules_adjustment limit;
	kl_day latest;

	(void)state;
	/* the common rule; the committee's; the committee's from 2026 on */
	rules_adjust(day("2026-11-17"), &mhn, NULL, &limit, NULL);
	assert_day(limit.latest, "2026-11-27");
	rules_adjust(day("2025-11-18"), &trn, NULL, &limit, NULL);
	assert_day(limit.latest, "2025-11-26");
	rules_adjust(day("2026-11-17"), &trn, NULL, &limit, NULL);
	assert_day(limit.latest, "2026-11-24");
	/* a limit that does not move */
	rules_adjust(day("2026-12-17"), &trn, NULL, &limit, NULL);
	assert_day(limit.latest, "2026-12-24");
	/* one that would loosen the law is passed over */
	rules_notice(day("2026-11-24"), &trn, NULL, &latest, NULL);
	assert_day(latest, "2026-11-26");
	/* the summons moves to the day before, never after */
	rules_summons(day("2027-01-13"), &trn, NULL, &latest, NULL);
	assert_day(latest, "2027-01-05");
	rules_summons(day("2027-01-13"), &mhn, NULL, &latest, NULL);
	assert_int_equal(latest, KL_DAY_NONE);
}

static void
regulations_never_loosen(void **state)
{
	static const struct {
		struct rule_local rule;
		int want;
	} cases[] = {
		{ { "TRN", "adjustment-limit", KL_DAY_NONE, 10, "§ 1" }, 0 },
		{ { "TRN", "adjustment-limit", KL_DAY_NONE, 15, "§ 1" },
		    KL_E_RULE },
		{ { "TRN", "notice-limit", KL_DAY_NONE, 3, "§ 1" }, KL_E_RULE },
		{ { "TRN", "appeal-period", KL_DAY_NONE, 4, "§ 1" },
		    KL_E_RULE },
		{ { "TRN", "appeal-roll", KL_DAY_NONE, 0, "§ 1" }, KL_E_RULE },
		{ { "TRN", "removal", KL_DAY_NONE, 0, "§ 1" }, KL_E_RULE },
		{ { "TRN", "removal", KL_DAY_NONE, 5, "§ 1" }, 0 },
		{ { "TRN", "quorum", KL_DAY_NONE, 30, "§ 1" }, KL_E_RULE },
		{ { "TRN", "summons-lead", KL_DAY_NONE, 7, "§ 1" }, 0 },
		{ { "TRN", "summons-lead", KL_DAY_NONE, -1, "§ 1" },
		    KL_E_INPUT },
		{ { "TRN", "notice-limits", KL_DAY_NONE, 1, "§ 1" },
		    KL_E_INPUT },
		{ { "TRN", "notice-limit", KL_DAY_NONE, 1, "" }, KL_E_INPUT },
	};
	struct kl_error err;
	char text[256];
	size_t i;

	(void)state;
	for (i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_int_equal(
		    rule_local_check(&cases[i].rule, &err), cases[i].want);
	rule_local_check(&cases[1].rule, &err);
	assert_string_equal(err.statute, "KL 5:69, 6:35");
	rule_local_check(&cases[10].rule, &err);
	kl_error_format(&err, NULL, text, sizeof text);
	assert_non_null(strstr(text, "\"notice-limit\""));
}

/* ${answer} one line a value, "key: text". */
static void
print_data(struct buf *b, const struct kl_data *d, int depth)
{
	size_t i;

	buf_printf(b, "%*s%s%s", depth * 2, "",
	    kl_data_key(d) == NULL ? "-" : kl_data_key(d),
	    kl_data_key(d) == NULL ? "" : ":");
	if (kl_data_kind(d) == KL_DATA_TEXT)
		buf_printf(b, " %s", kl_data_text(d));
	buf_putc(b, '\n');
	for (i = 0; i < kl_data_count(d); i++)
		print_data(b, kl_data_at(d, i), depth + 1);
}

/* Compare ${got} with the golden file; KANSLI_GOLDEN=write renews it. */
static void
assert_golden(const struct buf *got, const char *path)
{
	struct buf want;

	if (getenv("KANSLI_GOLDEN") != NULL)
		assert_int_equal(
		    file_write(path, got->data, got->len, NULL), 0);
	assert_int_equal(file_read(path, 1 << 20, &want, NULL), 0);
	assert_string_equal(got->data, want.data);
	buf_free(&want);
}

static void
derivations_are_as_written(void **state)
{
	struct kl_data *answers[10];
	struct buf got;
	size_t i, n = 0;

	(void)state;
	answers[n++] = kl_when_appeal(day("2021-08-31"), NULL, NULL);
	answers[n++] = kl_when_appeal(day("2025-03-28"), NULL, NULL);
	answers[n++] = kl_when_appeal(day("2007-11-02"), NULL, NULL);
	answers[n++] = kl_when_adjust(day("2026-12-10"), NULL, NULL);
	answers[n++] = kl_when_adjust(day("2006-06-13"), NULL, NULL);
	answers[n++] = kl_when_notice(day("2011-09-29"), NULL, NULL);
	answers[n++] = kl_when_notice(day("2026-06-17"), NULL, NULL);
	buf_init(&got, 1 << 20);
	for (i = 0; i < n; i++) {
		assert_non_null(answers[i]);
		print_data(&got, answers[i], 0);
		kl_data_free(answers[i]);
	}
	assert_golden(&got, GOLDEN "deadlines.txt");
	buf_free(&got);
}

/* Every published day of a real year, some picked by hand. */
static void
cycle_meets_a_real_year(void **state)
{
	struct arena *a = arena_new(0);
	struct cycle *c = NULL;
	struct rules_steps steps;
	struct buf table;
	char *line, *save = NULL, *date, *id, *want;
	size_t i, met = 0;

	(void)state;
	assert_int_equal(
	    cycle_load(SRCDIR "/calendars/tibro-2023.xml", &c, NULL), 0);
	assert_int_equal(file_read(SRCDIR "/tests/data/tibro-2023.csv", 1 << 16,
			     &table, NULL),
	    0);
	line = strtok_r(table.data, "\n", &save);
	while ((line = strtok_r(NULL, "\n", &save)) != NULL) {
		date = line;
		id = strchr(date, ',');
		*id++ = '\0';
		want = strchr(id, ',');
		*want++ = '\0';
		memset(&steps, 0, sizeof steps);
		assert_int_equal(rules_cycle(c, NULL, day(date), NULL, a, NULL,
				     &steps, NULL),
		    0);
		for (i = 0; i < steps.v.n; i++) {
			if (strcmp(steps.v.v[i].step->id, id) != 0)
				continue;
			assert_day(steps.v.v[i].day, want);
			met++;
		}
	}
	assert_int_equal(met, 60);
	buf_free(&table);
	cycle_free(c);
	arena_free(a);
}

static void
cycle_derivations_are_as_written(void **state)
{
	static const char *const asked[][2] = {
		{ "tibro-2023.xml", "2023-04-18" },
		{ "tibro-2023.xml", "2023-06-20" },
		{ "gemensam.xml", "2026-12-15" },
	};
	struct kl_data *d;
	struct buf got;
	char path[512];
	size_t i;

	(void)state;
	buf_init(&got, 1 << 20);
	for (i = 0; i < sizeof asked / sizeof *asked; i++) {
		snprintf(
		    path, sizeof path, SRCDIR "/calendars/%s", asked[i][0]);
		d = kl_when_cycle(path, NULL, day(asked[i][1]), NULL, NULL);
		assert_non_null(d);
		buf_printf(&got, "%s %s\n", asked[i][0], asked[i][1]);
		print_data(&got, d, 0);
		kl_data_free(d);
	}
	assert_golden(&got, GOLDEN "cycle.txt");
	buf_free(&got);
}

/* rules_cycle on a definition with ${body}, a meeting on ${date}. */
static int
cycle_text(const char *body, const char *date, struct rules_steps *out,
    struct arena *a, struct kl_error *err)
{
	static const char *const path = "test_rules.tmp.xml";
	static struct cycle *kept; /* the steps point into it */
	struct buf b;

	cycle_free(kept);
	kept = NULL;
	memset(out, 0, sizeof *out);
	if (body == NULL)
		return 0;
	buf_init(&b, 1 << 16);
	buf_printf(
	    &b, "<cykel version=\"1\"><namn>Prov</namn>%s</cykel>", body);
	assert_int_equal(file_write(path, b.data, b.len, NULL), 0);
	buf_free(&b);
	assert_int_equal(cycle_load(path, &kept, err), 0);
	remove(path);
	return rules_cycle(kept, "TRN", day(date), NULL, a, NULL, out, err);
}

#define STEP(id, when, roll, more)                                             \
	"<steg id=\"" id "\"><namn>" id "</namn>" when "<flyttas>" roll        \
	"</flyttas>" more "</steg>"

static void
cycle_steps_move_as_they_say(void **state)
{
	static const char *const body = STEP("nej", "<efter>14 dagar</efter>",
	    "nej", "") STEP("bak", "<efter>14 dagar</efter>", "bakåt", "")
	    STEP("fram", "<efter>14 dagar</efter>", "framåt", "")
		STEP("lag", "<efter>2 veckor</efter>", "lag", "")
		    STEP("ut", "<efter>1 dag</efter>", "nej",
			"") "<undantag steg=\"ut\" sammanträde=\"2026-12-10\">"
			    "<utgår>ja</utgår></undantag>";
	static const char *const want[][2] = { { "bak", "2026-12-23" },
		{ "nej", "2026-12-24" }, { "fram", "2026-12-28" },
		{ "lag", "2026-12-28" }, { "ut", "" } };
	struct arena *a = arena_new(0);
	struct rules_steps steps;
	size_t i;

	(void)state;
	assert_int_equal(cycle_text(body, "2026-12-10", &steps, a, NULL), 0);
	assert_int_equal(steps.v.n, 5);
	for (i = 0; i < 5; i++) {
		assert_string_equal(steps.v.v[i].step->id, want[i][0]);
		assert_day(steps.v.v[i].day, want[i][1]);
	}
	assert_string_equal(
	    steps.v.v[3].why.reasons.v[1].statute, "lag 1930:173 § 2");
	cycle_text(NULL, NULL, &steps, a, NULL);
	arena_free(a);
}

static void
cycle_obeys_days_recorded_elsewhere(void **state)
{
	struct arena *a = arena_new(0);
	struct cycle *c = NULL;
	struct rules_steps steps = { 0 };
	struct kl_error err;
	kl_day meeting = day("2023-04-18");

	(void)state;
	assert_int_equal(
	    cycle_load(SRCDIR "/calendars/tibro-2023.xml", &c, NULL), 0);
	assert_int_equal(cycle_override_add(c, "FOSM", "BUN", meeting,
			     day("2023-04-14"), NULL, &err),
	    KL_E_NOTFOUND);
	assert_int_equal(cycle_override_add(c, "FOSAM", "BUN", meeting,
			     day("2025-04-14"), NULL, &err),
	    KL_E_INPUT);
	/* it goes before the file's 12 April, for that committee only */
	assert_int_equal(cycle_override_add(c, "FOSAM", "BUN", meeting,
			     day("2023-04-14"), "Lokalen", &err),
	    0);
	assert_int_equal(
	    rules_cycle(c, "BUN", meeting, NULL, a, NULL, &steps, &err), 0);
	assert_string_equal(steps.v.v[5].step->id, "FOSAM");
	assert_day(steps.v.v[5].day, "2023-04-14");
	assert_day(steps.v.v[5].by_rule, "2023-04-11");
	memset(&steps, 0, sizeof steps);
	assert_int_equal(
	    rules_cycle(c, "KS", meeting, NULL, a, NULL, &steps, &err), 0);
	assert_string_equal(steps.v.v[4].step->id, "FOSAM");
	assert_day(steps.v.v[4].day, "2023-04-12");
	cycle_free(c);
	arena_free(a);
}

static void
cycle_never_loosens_the_law(void **state)
{
	static const char *const late = STEP("just", "<efter>15 dagar</efter>",
	    "framåt", "<lagregel>justering</lagregel>");
	static const char *const posted = STEP("just", "<efter>7 dagar</efter>",
	    "framåt", "<lagregel>justering</lagregel>")
	    STEP("ansl", "<efter>3 arbetsdagar</efter>", "nej",
		"<räknat-från>just</räknat-från><lagregel>anslag</lagregel>");
	static const char *const by_hand =
	    STEP("just", "<efter>7 dagar</efter>", "framåt",
		"<lagregel>justering</lagregel>") "<undantag steg=\"just\" "
						  "sammanträde=\"2026-11-17\">"
						  "<dag>2026-12-02</dag></"
						  "undantag>";
	struct arena *a = arena_new(0);
	struct rules_steps steps;
	struct kl_error err;

	(void)state;
	assert_int_equal(
	    cycle_text(late, "2026-11-17", &steps, a, &err), KL_E_RULE);
	assert_string_equal(err.statute, "KL 5:69, 6:35");
	assert_string_equal(err.field, "just");
	assert_int_equal(err.line, 1);
	/* the same step is lawful where the limit itself moves */
	assert_int_equal(cycle_text(late, "2026-12-10", &steps, a, &err), 0);
	assert_int_equal(
	    cycle_text(posted, "2026-11-17", &steps, a, &err), KL_E_RULE);
	assert_string_equal(err.statute, "KL 8:12");
	assert_int_equal(
	    cycle_text(by_hand, "2026-11-17", &steps, a, &err), KL_E_RULE);
	cycle_text(NULL, NULL, &steps, a, NULL);
	arena_free(a);
}

static const char *
to_swedish(const char *key)
{
	return strcmp(key, "Tuesday") == 0 ? "tisdag" : key;
}

static void
the_reader_s_language_is_used(void **state)
{
	struct kl_data *d = kl_when_appeal(day("2021-08-31"), to_swedish, NULL);
	char *json = NULL;

	(void)state;
	assert_int_equal(kl_data_json(d, &json), 0);
	assert_non_null(strstr(json, "tisdag 2021-09-21"));
	assert_ptr_equal(json,
	    strstr(json,
		"{\"last_day\":\"2021-09-21\",\"remove_on\":\"2021-09-22\","
		"\"because\":[{\"rule\":\"appeal-period\",\"statute\":\"KL "
		"13:5, lag 1930:173 § 1\",\"text\":\""));
	free(json);
	kl_data_free(d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(kl_5_69_adjustment_limits),
		cmocka_unit_test(kl_8_12_notice_limits),
		cmocka_unit_test(kl_13_5_appeal_periods),
		cmocka_unit_test(kl_6_27_quorum_is_more_than_half),
		cmocka_unit_test(delgl_26_simplified_service_counts_two_weeks),
		cmocka_unit_test(kl_5_13_the_council_is_announced),
		cmocka_unit_test(
		    pbl_11_10_rules_of_appeals_are_other_peoples_right),
		cmocka_unit_test(days_outside_the_rules_are_refused),
		cmocka_unit_test(kl_6_44_regulations_tighten),
		cmocka_unit_test(regulations_never_loosen),
		cmocka_unit_test(derivations_are_as_written),
		cmocka_unit_test(cycle_meets_a_real_year),
		cmocka_unit_test(cycle_derivations_are_as_written),
		cmocka_unit_test(cycle_steps_move_as_they_say),
		cmocka_unit_test(cycle_obeys_days_recorded_elsewhere),
		cmocka_unit_test(cycle_never_loosens_the_law),
		cmocka_unit_test(the_reader_s_language_is_used),
	};

	xml_start();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
