/* SPDX-License-Identifier: EUPL-1.2
 *
 * rules: which deputies enter for which members, by two real orders, by the law
 * on beginning, breaking off and coming back, and by thousands of meetings
 * played at random.
 */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "rules/forecast.h"
#include "sitting_help.h"

static const struct rule_local fill[] = {
	{ "N", "fill-seats", KL_DAY_NONE, 1, "Reglemente § 4" },
};
static const struct rule_book filling = { "N", fill, 1 };

/* ---- real orders -------------------------------------------------------- */

static struct bundle
read_order(const char *name)
{
	const char *path[1];
	char s[256];

	snprintf(s, sizeof s, SRCDIR "/tests/data/%s.xml", name);
	path[0] = s;
	return body_read(path, 1);
}

/* The deputies' parties in the order in which they are asked for a member. */
static const char *
asked(struct bundle *b, const char *member, const struct rule_book *book)
{
	struct kl_error e;
	const char *text = "";
	entries list;
	size_t i;

	assert_int_equal(entry_order(b->arena, b, body_meeting(b), member, book,
			     NULL, &list, &e),
	    0);
	for (i = 0; i < list.n; i++)
		text = arena_printf(b->arena, "%s%s%s", text, i > 0 ? " " : "",
		    bundle_person(b, list.v[i].deputy)->party);
	return text;
}

/* Personal deputy, same party, the table, then by size. */
static void
kl_6_16_the_order_of_mellerud(void **state)
{
	static const char *const cases[][2] = {
		/* what a row leaves out comes last: S has three members */
		{ "m-s1", "S S V C M KD KIM SD" },
		{ "m-c", "C S S V KD KIM M SD" },
		{ "m-kim", "KIM M KD SD C S S V" },
		{ "m-kd", "KD M KIM SD C S S V" },
		{ "m-m", "M KD KIM SD C S S V" },
		{ "m-sd", "SD M KIM KD V C S S" },
		{ "m-v", "V S S C M KD KIM SD" },
	};
	struct bundle b = read_order("inkallelse-mellerud");
	size_t i;

	(void)state;
	for (i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_string_equal(
		    asked(&b, cases[i][0], &filling), cases[i][1]);
	/* a personal deputy goes before the own party */
	b.mandates.v[15].personal_for = "m-v"; /* of SD */
	assert_string_equal(asked(&b, "m-v", &filling), "SD V S S C M KD KIM");
	/* without the fourth step nobody comes who is not in the row */
	assert_string_equal(asked(&b, "m-s1", NULL), "S S V C M KD KIM");
	body_free(&b);
}

/* The own party stands first in a row; who is not in it does not serve. */
static void
kl_6_16_the_order_of_tyreso(void **state)
{
	static const char *const cases[][2] = {
		{ "m-s", "S MP L C V" },
		{ "m-l", "L MP S C V" },
		{ "m-mp", "MP L S C V" },
		{ "m-c", "C S L MP V" },
		{ "m-v", "V S MP C L" },
		{ "m-m", "M KD SD" },
		{ "m-kd", "KD M SD C L S MP V" },
		{ "m-sd", "SD M KD" },
	};
	struct bundle b = read_order("inkallelse-tyreso");
	size_t i;

	(void)state;
	for (i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_string_equal(asked(&b, cases[i][0], NULL), cases[i][1]);
	/* M's seat stays empty when KD and SD are not there */
	body_present(&b, "m-s", NULL, NULL);
	body_listens(&b, "d-s", NULL);
	body_listens(&b, "d-v", NULL);
	body_listens(&b, "d-c", NULL);
	assert_string_equal(body_propose(&b, 1, NULL),
	    "m-m:- m-l:d-s m-mp:- m-c:d-c m-v:d-v m-kd:- m-sd:-");
	/* unless every seat is to be filled */
	body_listens(&b, "d-mp", NULL);
	assert_string_equal(body_propose(&b, 1, &filling),
	    "m-m:- m-l:d-s m-mp:d-mp m-c:d-c m-v:d-v m-kd:- m-sd:-");
	body_free(&b);
}

/* Everybody's own party first, whoever's seat is filled first. */
static void
kl_6_16_own_parties_are_not_robbed(void **state)
{
	struct bundle b = body_new(3);

	(void)state;
	body_fill(&b, "M L S", "L KD");
	body_order(&b, "M", "L KD");
	body_listens(&b, "d1", NULL);
	body_listens(&b, "d2", NULL);
	assert_string_equal(body_propose(&b, 1, NULL), "m1:d2 m2:d1 m3:-");
	body_free(&b);
}

/* A body without a table: the order of the election. */
static void
no_table_says_nothing(void **state)
{
	struct bundle b = body_new(3);

	(void)state;
	body_fill(&b, "M L S", "C V S");
	body_listens(&b, "d2", NULL);
	body_listens(&b, "d1", NULL);
	body_listens(&b, "d3", NULL);
	assert_string_equal(body_propose(&b, 1, NULL), "m1:d1 m2:d2 m3:d3");
	body_free(&b);
}

static void
kl_5_17_council_seats_are_the_partys(void **state)
{
	struct bundle b = body_new(3);

	(void)state;
	b.committees.v[0].kind = BODY_ASSEMBLY;
	body_fill(&b, "M L S", "L L C");
	body_order(&b, "M", "L C");
	body_listens(&b, "d1", NULL);
	body_listens(&b, "d2", NULL);
	body_listens(&b, "d3", NULL);
	assert_string_equal(body_propose(&b, 1, &filling), "m1:- m2:d1 m3:-");
	body_free(&b);
}

/* ---- before the meeting ------------------------------------------------- */

static void
kl_6_16_who_is_asked_before_the_meeting(void **state)
{
	struct bundle b = body_new(3);
	struct absence_report *x;
	struct call *c;

	(void)state;
	body_fill(&b, "M S S", "S S S M");
	assert_string_equal(body_propose(&b, 0, NULL), "");
	x = vec_push(b.arena, &body_meeting(&b)->absences);
	x->person = "m2";
	x = vec_push(b.arena, &body_meeting(&b)->absences);
	x->person = "m3";
	x->from = "17:30"; /* leaves later: is there when it begins */
	assert_string_equal(body_propose(&b, 0, NULL), "m2:d1");
	x->from = "16:30";
	assert_string_equal(body_propose(&b, 0, NULL), "m2:d1 m3:d2");
	/* the first one cannot, the second declines */
	x = vec_push(b.arena, &body_meeting(&b)->absences);
	x->person = "d1";
	x = &body_meeting(&b)->absences.v[0];
	c = vec_push(b.arena, &x->calls);
	c->person = "d2";
	c->answer = CALL_DECLINED;
	assert_string_equal(asked(&b, "m2", NULL), "S M");
	assert_string_equal(body_propose(&b, 0, NULL), "m2:d3 m3:d4");
	/* who is called for one member is not asked for another */
	c = vec_push(b.arena, &x->calls);
	c->person = "d3";
	c->answer = CALL_UNANSWERED;
	assert_string_equal(asked(&b, "m3", NULL), "M");
	assert_string_equal(asked(&b, "m2", NULL), "S M");
	body_free(&b);
}

/* "m2:d1 asked m3:- ...; 2/3/4 17:30 1/1/1!": seats that the member does not
 * have, then sure, asked and possible at each clock, "!" when too few. */
static const char *
forecast(struct bundle *b)
{
	static const char *const words[] = { "", "", "comes", "asked",
		"proposed", "empty" };
	struct derivation why = { .arena = b->arena };
	const struct forecast_row *row;
	const struct forecast_moment *x;
	const char *text = "";
	struct forecast f;
	struct kl_error e;
	size_t i;

	assert_int_equal(
	    forecast_make(b->arena, b, body_meeting(b), NULL, &why, &f, &e), 0);
	for (i = 0; i < f.rows.n; i++) {
		row = &f.rows.v[i];
		if (row->seat != FORECAST_MEMBER)
			text = arena_printf(b->arena, "%s%s:%s %s ", text,
			    row->member,
			    row->deputy == NULL ? "-" : row->deputy,
			    words[row->seat]);
	}
	for (i = 0; i < f.moments.n; i++) {
		x = &f.moments.v[i];
		text = arena_printf(b->arena, "%s; %s%s%d/%d/%d%s", text,
		    x->clock == NULL ? "" : x->clock,
		    x->clock == NULL ? "" : " ", x->sure, x->asked, x->possible,
		    x->quorate ? "" : "!");
	}
	return text;
}

static void
kl_6_27_forecast(void **state)
{
	struct bundle b = body_new(4);
	struct absence_report *x;
	struct call *c;

	(void)state;
	body_fill(&b, "M S S V", "S S M");
	assert_string_equal(forecast(&b), "; 4/4/4");
	x = vec_push(b.arena, &body_meeting(&b)->absences);
	x->person = "m2";
	x = vec_push(b.arena, &body_meeting(&b)->absences);
	x->person = "m3";
	x->from = "17:30";
	x->until = "18:00";
	assert_string_equal(forecast(&b),
	    "m2:d1 proposed m3:d2 proposed ; 3/3/4; 17:30 2/2/4!; "
	    "18:00 3/3/4");
	/* the second is asked first, out of order, and says yes */
	x = &body_meeting(&b)->absences.v[0];
	c = vec_push(b.arena, &x->calls);
	c->person = "d2";
	assert_string_equal(forecast(&b),
	    "m2:d2 asked m3:d1 proposed ; 3/4/4; 17:30 2/3/4!; 18:00 3/4/4");
	c->answer = CALL_ACCEPTED;
	assert_string_equal(forecast(&b),
	    "m2:d2 comes m3:d1 proposed ; 4/4/4; 17:30 3/3/4; 18:00 4/4/4");
	/* declines; the next in the order is another party's, and none is left
	 */
	c->answer = CALL_DECLINED;
	assert_string_equal(forecast(&b),
	    "m2:d1 proposed m3:d3 proposed ; 3/3/4; 17:30 2/2/4!; "
	    "18:00 3/3/4");
	body_order(&b, "S", "V");
	assert_string_equal(forecast(&b),
	    "m2:d1 proposed m3:- empty ; 3/3/4; 17:30 2/2/3!; 18:00 3/3/4");
	body_free(&b);
}

/* ---- beginning, breaking off, coming back ------------------------------- */

/* Two S members and deputies; d2 begins for m2 before d1 comes in § 3. */
static struct bundle
begun(void)
{
	struct bundle b = body_new(3);

	body_fill(&b, "M S S", "S S M");
	body_paragraphs(&b, 8);
	body_present(&b, "m1", NULL, NULL);
	body_present(&b, "m3", NULL, NULL);
	return b;
}

static void
kl_5_18_who_has_begun_goes_before_the_order(void **state)
{
	static const struct rule_local no[] = {
		{ "N", "deputy-priority", KL_DAY_NONE, 0, "Reglemente § 5" },
	};
	static const struct rule_book book = { "N", no, 1 };
	struct bundle b = begun();

	(void)state;
	body_present(&b, "d2", "1-8", "m2");
	body_listens(&b, "d1", "3-8");
	assert_string_equal(body_propose(&b, 1, NULL), "m2:d2");
	assert_string_equal(body_propose(&b, 3, NULL), "m2:d2");
	assert_string_equal(body_propose(&b, 3, &book), "m2:d1");
	/* what the secretary decides for § 1 is not its own reason */
	body_listens(&b, "d1", "1-2");
	assert_string_equal(body_propose(&b, 1, NULL), "m2:d1");
	assert_string_equal(body_propose(&b, 2, NULL), "m2:d2");
	/* the council's law cannot be set aside */
	b.committees.v[0].kind = BODY_ASSEMBLY;
	assert_string_equal(body_propose(&b, 3, &book), "m2:d2");
	body_free(&b);
}

/* d2 has a conflict in § 4, d1 serves there; afterwards d2 again. */
static void
kl_5_18_back_after_a_conflict(void **state)
{
	static const struct rule_local no[] = {
		{ "N", "deputy-after-conflict", KL_DAY_NONE, 0, "§ 5" },
	};
	static const struct rule_book book = { "N", no, 1 };
	struct bundle b = begun();
	struct kl_error e;

	(void)state;
	body_present(&b, "d2", "1-8", "m2");
	body_listens(&b, "d1", "3");
	body_present(&b, "d1", "4", "m2");
	body_listens(&b, "d1", "5-8");
	body_conflict(&b, "d2", 4);
	assert_string_equal(body_propose(&b, 4, NULL), "m2:d1");
	assert_string_equal(body_propose(&b, 5, NULL), "m2:d2");
	assert_string_equal(body_propose(&b, 5, &book), "m2:d1");
	assert_int_equal(
	    entry_check(b.arena, &b, body_meeting(&b), 5, "d2", "m2", NULL, &e),
	    0);
	assert_int_equal(entry_check(b.arena, &b, body_meeting(&b), 5, "d2",
			     "m2", &book, &e),
	    KL_E_RULE);
	assert_string_equal(e.statute, "§ 5");
	/* who has left for another reason has lost the priority */
	body_meeting(&b)->conflicts.n = 0;
	body_meeting(&b)->attendance.v[2].paragraphs = "1-3 5-8";
	assert_string_equal(body_propose(&b, 5, NULL), "m2:d1");
	body_free(&b);
}

static int
comeback(struct bundle *b, int nr, const struct rule_book *book, bool forbidden,
    const char *statute)
{
	struct kl_error e;
	bool f;
	int rc = entry_check_return(
	    b->arena, b, body_meeting(b), nr, "m2", book, &f, &e);

	assert_int_equal(f, forbidden);
	if (rc != 0)
		assert_string_equal(e.statute, statute);
	return rc;
}

static void
kl_5_19_who_comes_late_takes_the_seat(void **state)
{
	static const struct rule_local no[] = {
		{ NULL, "member-return", KL_DAY_NONE, 0, "Reglemente § 6" },
	};
	static const struct rule_book book = { "N", no, 1 };
	struct bundle b = begun();

	(void)state;
	body_present(&b, "d1", "1-3", "m2");
	body_listens(&b, "d1", "4-8");
	body_present(&b, "m2", "4-8", NULL);
	assert_int_equal(comeback(&b, 4, NULL, false, NULL), 0);
	assert_string_equal(body_propose(&b, 4, NULL), "");
	assert_int_equal(
	    comeback(&b, 4, &book, true, "Reglemente § 6"), KL_E_RULE);
	assert_string_equal(body_propose(&b, 4, &book), "m2:d1");
	b.committees.v[0].kind = BODY_ASSEMBLY;
	assert_int_equal(comeback(&b, 4, &book, false, NULL), 0);
	body_free(&b);
}

static void
kl_5_20_who_broke_off_may_not_serve_again(void **state)
{
	static const struct rule_local no[] = {
		{ "N", "member-break", KL_DAY_NONE, 0, "Reglemente § 7" },
	};
	static const struct rule_local yes[] = {
		{ "N", "member-break", KL_DAY_NONE, 1, "Reglemente § 7" },
	};
	static const struct rule_book forbids = { "N", no, 1 };
	static const struct rule_book allows = { "N", yes, 1 };
	struct bundle b = begun();

	(void)state;
	body_present(&b, "m2", "1-2 5-8", NULL);
	body_present(&b, "d1", "3-4", "m2");
	body_listens(&b, "d1", "1-2 5-8");
	/* binds the council; a committee by its regulations alone */
	assert_int_equal(comeback(&b, 5, NULL, false, "KL 5:20"), KL_E_RULE);
	assert_string_equal(body_propose(&b, 5, NULL), "");
	assert_int_equal(comeback(&b, 5, &allows, false, NULL), 0);
	assert_int_equal(
	    comeback(&b, 5, &forbids, true, "Reglemente § 7"), KL_E_RULE);
	assert_string_equal(body_propose(&b, 5, &forbids), "m2:d1");
	b.committees.v[0].kind = BODY_ASSEMBLY;
	assert_int_equal(comeback(&b, 5, &allows, true, "KL 5:20"), KL_E_RULE);
	assert_string_equal(body_propose(&b, 5, &allows), "m2:d1");
	/* a conflict is no break */
	body_conflict(&b, "m2", 3);
	body_conflict(&b, "m2", 4);
	assert_int_equal(comeback(&b, 5, NULL, false, NULL), 0);
	assert_string_equal(body_propose(&b, 4, NULL), "m2:d1");
	body_free(&b);
}

/* ---- what is refused ---------------------------------------------------- */

static int
check(struct bundle *b, int nr, const char *deputy, const char *member,
    const char *statute)
{
	struct kl_error e;
	int rc = entry_check(
	    b->arena, b, body_meeting(b), nr, deputy, member, NULL, &e);

	if (rc != 0 && statute != NULL)
		assert_string_equal(e.statute, statute);
	return rc;
}

static void
kl_6_44_entering_is_refused_with_reasons(void **state)
{
	struct bundle b = begun();

	(void)state;
	body_present(&b, "d1", "2-8", "m2");
	body_listens(&b, "d2", NULL);
	body_conflict(&b, "d2", 5);
	assert_int_equal(check(&b, 1, "d2", "m2", NULL), 0);
	assert_int_equal(check(&b, 2, "d1", "m2", NULL), 0);
	/* another party than the order's first: the secretary decides */
	assert_int_equal(check(&b, 1, "d3", "m2", NULL), 0);
	/* the seat is taken, and changes hands between items */
	assert_int_equal(check(&b, 2, "d2", "m2", "KL 6:44"), KL_E_RULE);
	assert_int_equal(check(&b, 2, "d2", "m1", "KL 4:22"), KL_E_RULE);
	assert_int_equal(check(&b, 2, "d1", "m3", "KL 4:24"), KL_E_RULE);
	assert_int_equal(check(&b, 5, "d2", "m2", "KL 6:30"), KL_E_RULE);
	assert_int_equal(check(&b, 1, "m1", "m2", "KL 6:16"), KL_E_RULE);
	assert_int_equal(check(&b, 1, "nobody", "m2", "KL 6:16"), KL_E_RULE);
	assert_int_equal(check(&b, 1, "d2", "d1", NULL), KL_E_RULE);
	body_free(&b);
}

static void
settings_are_choices_with_a_source(void **state)
{
	static const struct {
		struct rule_local l;
		int rc;
	} cases[] = {
		{ { "N", "fill-seats", KL_DAY_NONE, 1, "§ 1" }, 0 },
		{ { "N", "member-break", KL_DAY_NONE, 0, "§ 1" }, 0 },
		{ { "N", "deputy-priority", KL_DAY_NONE, 2, "§ 1" },
		    KL_E_INPUT },
		{ { "N", "member-return", KL_DAY_NONE, 0, NULL }, KL_E_INPUT },
		{ { "N", "council-quorum", KL_DAY_NONE, 40, "§ 1" },
		    KL_E_RULE },
	};
	struct kl_error e;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_int_equal(
		    rule_local_check(&cases[i].l, &e), cases[i].rc);
}

/* ---- a real meeting ----------------------------------------------------- */

/* The planning committee of 2011: the order gives those who served. */
static void
planning_committee_of_2011(void **state)
{
	static const char *const files[] = {
		SRCDIR "/fixtures/ekholm/01-organisation.xml",
		SRCDIR "/fixtures/ekholm/02-personer.xml",
		SRCDIR "/fixtures/ekholm/05-protokoll-SBN.xml",
	};
	static const char *const always =
	    "yngve-dahlgren:asa-kjellgren orjan-sandahl:agneta-almqvist "
	    "agneta-bergdahl:bertil-isaksson";
	static const struct {
		int nr;
		const char *more;
	} cases[] = {
		{ 1, " carina-palmgren:david-astrom" },
		{ 13, " carina-palmgren:david-astrom" },
		{ 14, " carina-palmgren:david-astrom "
		      "viveka-viklund:fredrik-malmborg" },
		{ 15, " carina-palmgren:david-astrom" },
		{ 19, " carina-palmgren:david-astrom "
		      "viveka-viklund:fredrik-malmborg" },
		{ 22, " carina-palmgren:david-astrom "
		      "viveka-viklund:fredrik-malmborg" },
		{ 53, " carina-palmgren:david-astrom" },
		{ 54, " carina-palmgren:elin-forsell" },
		{ 55, "" },
		{ 69, " viveka-viklund:fredrik-malmborg" },
	};
	struct bundle b = body_read(files, 3);
	size_t i;

	(void)state;
	for (i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_string_equal(body_propose(&b, cases[i].nr, NULL),
		    arena_printf(b.arena, "%s%s", always, cases[i].more));
	body_free(&b);
}

/* ---- meetings at random ------------------------------------------------- */

static uint32_t seed;

static unsigned
dice(unsigned n)
{
	seed = seed * 1664525u + 1013904223u;
	return (seed >> 8) % n;
}

static void
random_body(struct bundle *b)
{
	static const char *const parties[] = { "S", "M", "SD", "V", "C", "KD" };
	static const char *const rows[] = { "S", "M SD", "V C KD", "C S M V",
		"KD M", "" };
	unsigned i, n = 3 + dice(12), deputies = dice(14);
	struct mandate *x;
	char ref[16];

	*b = body_new((int)(n + dice(2)));
	for (i = 0; i < n; i++) {
		snprintf(ref, sizeof ref, "m%u", i);
		body_seat(b, ref,
		    i == 0   ? ROLE_CHAIR
		    : i == 1 ? ROLE_VICE_CHAIR
			     : ROLE_MEMBER,
		    parties[dice(6)]);
	}
	for (i = 0; i < deputies; i++) {
		snprintf(ref, sizeof ref, "d%u", i);
		x = body_seat(b, ref, ROLE_DEPUTY, parties[dice(6)]);
		x->order = (int)i + 1;
		if (dice(8) == 0)
			x->personal_for = b->mandates.v[dice(n)].person;
	}
	for (i = 0; i < 6; i++)
		if (dice(3) > 0)
			body_order(b, parties[i], rows[dice(6)]);
	body_paragraphs(b, 6);
}

/* Somebody is there all the time, from some paragraph on, or not at all. */
static void
random_attendance(struct bundle *b)
{
	static const char *const when[] = { NULL, "1-6", "1-3", "4-6", "2-5",
		"1-2 4-6", "3" };
	const struct mandate *x;
	size_t i;

	for (i = 0; i < b->mandates.n; i++) {
		x = &b->mandates.v[i];
		if (dice(3) > 0) {
			if (x->role == ROLE_DEPUTY)
				body_listens(b, x->person, when[dice(7)]);
			else
				body_present(b, x->person, when[dice(7)], NULL);
		}
		if (dice(6) == 0)
			body_conflict(b, x->person, 1 + (int)dice(6));
	}
}

static const struct entry *
entry_of(const entries *list, const char *deputy)
{
	size_t i;

	for (i = 0; i < list->n; i++)
		if (list->v[i].deputy != NULL &&
		    strcmp(list->v[i].deputy, deputy) == 0)
			return &list->v[i];
	return NULL;
}

/* A personal deputy who is there has the member's seat, unless one of them has
 * begun to serve elsewhere. */
static void
check_personal(const entries *list, const struct mandate *x)
{
	const struct entry *has = entry_of(list, x->person);
	size_t i;

	for (i = 0; i < list->n; i++)
		if (x->personal_for != NULL &&
		    strcmp(list->v[i].member, x->personal_for) == 0)
			assert_true(
			    has == &list->v[i] ||
			    list->v[i].ground == ENTRY_PERSONAL ||
			    list->v[i].ground == ENTRY_PRIORITY ||
			    (has != NULL && has->ground == ENTRY_PRIORITY));
}

/* What the proposal says must hold whatever the meeting is. */
static void
check_proposal(
    struct bundle *b, int nr, const struct rule_book *book, const entries *list)
{
	struct sitting s = body_at(b, nr);
	const struct sitter *x;
	size_t i, empty = 0, idle = 0;

	for (i = 0; i < list->n; i++) {
		x = sitting_of(&s, list->v[i].member);
		assert_non_null(x);
		assert_int_not_equal(x->seat, SEAT_SERVING);
		empty += list->v[i].deputy == NULL;
		if (list->v[i].deputy != NULL) /* and nobody twice */
			assert_ptr_equal(
			    entry_of(list, list->v[i].deputy), &list->v[i]);
	}
	for (i = 0; i < s.v.n; i++) {
		x = &s.v.v[i];
		if (x->mandate->role != ROLE_DEPUTY)
			continue;
		if (x->seat != SEAT_LISTENING && x->seat != SEAT_SERVING) {
			assert_null(entry_of(list, x->ref));
			continue;
		}
		idle += entry_of(list, x->ref) == NULL;
		check_personal(list, x->mandate);
	}
	if (book != NULL)
		assert_true(empty == 0 || idle == 0);
}

/* Enter as proposed, item by item, and count who serves. */
static void
play(struct bundle *b, const struct rule_book *book)
{
	struct sitting s;
	struct kl_error e;
	entries list;
	size_t i, k;
	char text[8];
	int nr;

	for (nr = 1; nr <= 6; nr++) {
		assert_int_equal(entry_propose(b->arena, b, body_meeting(b), nr,
				     book, NULL, &list, &e),
		    0);
		check_proposal(b, nr, book, &list);
		snprintf(text, sizeof text, "%d", nr);
		for (i = 0; i < list.n; i++) {
			if (list.v[i].deputy == NULL)
				continue;
			assert_int_equal(
			    entry_check(b->arena, b, body_meeting(b), nr,
				list.v[i].deputy, list.v[i].member, book, &e),
			    0);
			body_present(
			    b, list.v[i].deputy, text, list.v[i].member);
		}
		s = body_at(b, nr);
		assert_in_range(s.serving, 0, s.seats);
		for (i = 0; i < list.n; i++)
			assert_true(list.v[i].deputy == NULL ||
				    sitting_serves(&s, list.v[i].deputy));
		for (i = 0; i < body_meeting(b)->conflicts.n; i++)
			if (body_meeting(b)->conflicts.v[i].paragraph == nr)
				assert_false(sitting_serves(&s,
				    body_meeting(b)->conflicts.v[i].person));
		for (i = 0; i < s.v.n; i++)
			for (k = 0; k < i; k++)
				assert_true(s.v.v[k].serves_for == NULL ||
					    s.v.v[i].serves_for == NULL ||
					    strcmp(s.v.v[k].serves_for,
						s.v.v[i].serves_for) != 0);
	}
}

static void
thousands_of_meetings(void **state)
{
	struct bundle b;
	int i;

	(void)state;
	for (i = 0; i < 3000; i++) {
		seed = (uint32_t)i * 2654435761u + 1;
		random_body(&b);
		random_attendance(&b);
		play(&b, i % 2 == 0 ? &filling : NULL);
		body_free(&b);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(kl_6_16_the_order_of_mellerud),
		cmocka_unit_test(kl_6_16_the_order_of_tyreso),
		cmocka_unit_test(kl_6_16_own_parties_are_not_robbed),
		cmocka_unit_test(no_table_says_nothing),
		cmocka_unit_test(kl_5_17_council_seats_are_the_partys),
		cmocka_unit_test(kl_6_16_who_is_asked_before_the_meeting),
		cmocka_unit_test(kl_6_27_forecast),
		cmocka_unit_test(kl_5_18_who_has_begun_goes_before_the_order),
		cmocka_unit_test(kl_5_18_back_after_a_conflict),
		cmocka_unit_test(kl_5_19_who_comes_late_takes_the_seat),
		cmocka_unit_test(kl_5_20_who_broke_off_may_not_serve_again),
		cmocka_unit_test(kl_6_44_entering_is_refused_with_reasons),
		cmocka_unit_test(settings_are_choices_with_a_source),
		cmocka_unit_test(planning_committee_of_2011),
		cmocka_unit_test(thousands_of_meetings),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
