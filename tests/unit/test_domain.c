/* SPDX-License-Identifier: EUPL-1.2
 *
 * domain: word lists, paragraph lists, meeting keys, the table of states.
 */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "domain/bundle.h"
#include "domain/state.h"

static void
words_and_values_agree(void **state)
{
	(void)state;
	assert_int_equal(word_value(words_role, "sekreterare"), ROLE_SECRETARY);
	assert_int_equal(word_value(words_appeal, "inget"), APPEAL_NONE);
	assert_int_equal(word_value(words_outcome, "valt"), OUTCOME_ELECTED);
	assert_int_equal(
	    word_value(words_matter, "skrivelse"), MATTER_COMMUNICATION);
	assert_int_equal(
	    word_value(words_proposal, "ajournering"), PROPOSAL_ADJOURN);
	assert_int_equal(
	    word_value(words_meeting, "inställt"), MEETING_CANCELLED);
	assert_int_equal(
	    word_value(words_minutes, "nedtaget"), MINUTES_TAKEN_DOWN);
	assert_int_equal(word_value(words_role, "kanslichef"), 0);
	assert_null(word_of(words_vote, 0));
	assert_null(word_of(words_vote, 5));
	assert_string_equal(word_nearest(words_role, "ledamott"), "ledamot");
}

/* Who is away is covered for by the first who is not. */
static void
secretaries(void **state)
{
	struct arena *a = arena_new(0);
	struct bundle b = { .arena = a };
	struct absence *away;
	kl_day day = kl_day_of(2026, 7, 7);

	(void)state;
	assert_null(bundle_secretary(&b, "TRN", day));
	*(struct mandate *)vec_push(a, &b.mandates) =
	    (struct mandate){ .committee = "TRN",
		    .person = "s1",
		    .role = ROLE_SECRETARY,
		    .from = kl_day_of(2026, 1, 1),
		    .to = KL_DAY_NONE };
	*(struct stand_in *)vec_push(a, &b.stand_ins) =
	    (struct stand_in){ .person = "s1", .by = "s2", .order = 1 };
	*(struct stand_in *)vec_push(a, &b.stand_ins) =
	    (struct stand_in){ .person = "s1", .by = "s3" };
	*(struct stand_in *)vec_push(a, &b.stand_ins) = (struct stand_in){
		.person = "s1", .by = "s4", .committee = "TRN", .order = 2
	};
	assert_string_equal(bundle_secretary(&b, "TRN", day), "s1");
	away = vec_push(a, &b.absences);
	*away = (struct absence){ .person = "s1", .from = day, .to = day };
	assert_true(bundle_away(&b, "s1", day));
	assert_false(bundle_away(&b, "s1", day + 1));
	assert_string_equal(bundle_secretary(&b, "TRN", day), "s4");
	away = vec_push(a, &b.absences);
	*away = (struct absence){ .person = "s4", .from = day, .to = day };
	assert_string_equal(bundle_secretary(&b, "TRN", day), "s2");
	b.stand_ins.n = 0;
	assert_string_equal(bundle_secretary(&b, "TRN", day), "s1");
	assert_string_equal(
	    meeting_uid(a, "TRN/2026-07-07/2"), "TRN-2026-07-07-2");
	arena_free(a);
}

static void
paragraph_lists(void **state)
{
	struct arena *a = arena_new(0);
	struct ranges r, x, y;

	(void)state;
	assert_int_equal(ranges_parse("12-23, 1\xe2\x80\x93"
				      "10 11",
			     &r),
	    0);
	assert_string_equal(ranges_format(a, &r), "1-23");
	assert_int_equal(ranges_remove(&r, 14), 0);
	assert_string_equal(ranges_format(a, &r), "1-13 15-23");
	assert_false(ranges_has(&r, 14));
	assert_int_equal(ranges_add(&r, 14), 0);
	assert_string_equal(ranges_format(a, &r), "1-23");
	assert_int_equal(ranges_parse("1-4 6 9-20", &x), 0);
	assert_int_equal(ranges_parse("2 4-10 12-13 99", &y), 0);
	assert_int_equal(ranges_intersect(&x, &y, &r), 0);
	assert_string_equal(ranges_format(a, &r), "2 4 6 9-10 12-13");
	assert_string_equal(ranges_named(a, &r), "§§ 2, 4, 6, 9–10, 12–13");
	assert_string_equal(ranges_named_text(a, "1-4"), "§§ 1–4");
	assert_string_equal(ranges_named_text(a, "14"), "§ 14");
	assert_string_equal(ranges_named_text(a, "fjorton"), "fjorton");
	assert_string_equal(ranges_named_text(a, NULL), "");
	assert_int_equal(ranges_parse("5 21", &y), 0);
	assert_int_equal(ranges_intersect(&x, &y, &r), 0);
	assert_int_equal(r.n, 0);
	assert_int_equal(ranges_parse("", &r), 0);
	assert_int_equal(r.n, 0);
	assert_int_equal(ranges_parse("3-1", &r), KL_E_INPUT);
	assert_int_equal(ranges_parse("0", &r), KL_E_INPUT);
	assert_int_equal(ranges_parse("1x", &r), KL_E_INPUT);
	assert_int_equal(ranges_parse("1-", &r), KL_E_INPUT);
	assert_int_equal(ranges_parse("9999999", &r), KL_E_INPUT);
	arena_free(a);
}

static void
meeting_keys(void **state)
{
	struct arena *a = arena_new(0);
	const char *code;
	kl_day day;
	int seq;

	(void)state;
	assert_int_equal(
	    meeting_key_split(a, "TRN/2010-11-23/2", &code, &day, &seq), 0);
	assert_string_equal(code, "TRN");
	assert_int_equal(seq, 2);
	assert_string_equal(meeting_key(a, code, day, seq), "TRN/2010-11-23/2");
	assert_string_equal(meeting_key(a, code, day, 1), "TRN/2010-11-23");
	assert_int_equal(
	    meeting_key_split(a, "TRN", &code, &day, &seq), KL_E_INPUT);
	assert_int_equal(
	    meeting_key_split(a, "TRN/2010-11-31", &code, &day, &seq),
	    KL_E_INPUT);
	assert_int_equal(
	    meeting_key_split(a, "TRN/2010-11-23/1", &code, &day, &seq),
	    KL_E_INPUT);
	assert_int_equal(
	    meeting_key_split(a, "/2010-11-23", &code, &day, &seq), KL_E_INPUT);
	arena_free(a);
}

static void
states_change_by_the_table_alone(void **state)
{
	struct kl_error e;
	int s = MINUTES_DRAFT;

	(void)state;
	assert_int_equal(state_apply(STATE_MINUTES, &s, "post", &e), KL_E_RULE);
	assert_int_equal(s, MINUTES_DRAFT);
	assert_int_equal(state_apply(STATE_MINUTES, &s, "freeze", &e), 0);
	assert_int_equal(state_apply(STATE_MINUTES, &s, "adjust", &e), 0);
	assert_int_equal(state_apply(STATE_MINUTES, &s, "post", &e), 0);
	assert_int_equal(state_apply(STATE_MINUTES, &s, "remove", &e), 0);
	assert_int_equal(s, MINUTES_TAKEN_DOWN);
	assert_null(state_find(STATE_MEETING, MEETING_HELD, "cancel"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_and_values_agree),
		cmocka_unit_test(secretaries),
		cmocka_unit_test(paragraph_lists),
		cmocka_unit_test(meeting_keys),
		cmocka_unit_test(states_change_by_the_table_alone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
