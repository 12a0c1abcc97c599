/* SPDX-License-Identifier: EUPL-1.2
 *
 * words: dates, times, numbers, lists, paragraph ranges; the tree's builder.
 */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "document/document.h"
#include "document/words.h"

#define NBSP "\xc2\xa0"

static struct arena *a;

static int
set_up(void **state)
{
	(void)state;
	a = arena_new(0);
	return a == NULL;
}

static int
tear_down(void **state)
{
	(void)state;
	arena_free(a);
	return 0;
}

static void
dates(void **state)
{
	kl_day d = kl_day_of(2026, 11, 17);

	(void)state;
	assert_string_equal(
	    words_date(a, "sv", WORDS_LONG, d), "17" NBSP "november 2026");
	assert_string_equal(words_date(a, "sv", WORDS_SHORT, d), "2026-11-17");
	assert_string_equal(words_date(a, "sv", WORDS_WEEKDAY, d),
	    "tisdagen den 17" NBSP "november 2026");
	assert_string_equal(words_date(a, NULL, WORDS_DAY_NAME, d), "tisdag");
	assert_string_equal(
	    words_date(a, "xx", WORDS_BRIEF, d), "17" NBSP "nov");
	assert_string_equal(words_date(a, "en", WORDS_WEEKDAY, d),
	    "Tuesday 17" NBSP "November 2026");
	assert_string_equal(words_date(a, "sv", WORDS_LONG, KL_DAY_NONE), "");
}

static void
times_and_numbers(void **state)
{
	(void)state;
	assert_string_equal(words_time(a, "sv", "16:30"), "16.30");
	assert_string_equal(words_time(a, "en", "16:30"), "16:30");
	assert_string_equal(words_time(a, "sv", "efter lunch"), "efter lunch");
	assert_string_equal(
	    words_number(a, "sv", "12450000"), "12" NBSP "450" NBSP "000");
	assert_string_equal(words_number(a, "sv", "999"), "999");
	assert_string_equal(words_number(a, "sv", "1234.5"), "1" NBSP "234,5");
	assert_string_equal(words_number(a, "sv", "-1000"), "\xe2\x88\x92"
							    "1" NBSP "000");
	assert_string_equal(words_number(a, "sv", "12 a"), "12 a");
}

static void
lists(void **state)
{
	text_list l = { 0 };

	(void)state;
	assert_string_equal(words_list(a, "sv", &l), "");
	text_add(a, &l, "Åsa");
	assert_string_equal(words_list(a, "sv", &l), "Åsa");
	text_add(a, &l, "Bo");
	assert_string_equal(words_list(a, "sv", &l), "Åsa och Bo");
	text_add(a, &l, "Cia");
	assert_string_equal(words_list(a, "sv", &l), "Åsa, Bo och Cia");
	assert_string_equal(words_list(a, "en", &l), "Åsa, Bo and Cia");
}

static void
paragraph_ranges(void **state)
{
	(void)state;
	assert_string_equal(words_paragraphs(a, "sv", "1-10 12-23"),
	    "§§" NBSP "1–10 och 12–23");
	assert_string_equal(words_paragraphs(a, "sv", "11"), "§" NBSP "11");
	assert_string_equal(
	    words_paragraphs(a, "sv", "1 3 5-7"), "§§" NBSP "1, 3 och 5–7");
	assert_string_equal(words_paragraphs(a, "sv", ""), "");
}

static void
typography(void **state)
{
	(void)state;
	assert_string_equal(words_first_upper(a, "ärendet"), "Ärendet");
	assert_string_equal(words_first_upper(a, ""), "");
	assert_string_equal(words_first_lower(a, "Ärendet"), "ärendet");
	assert_string_equal(words_genitive(a, "Trafiknämnden"), "Trafiknämndens");
	assert_string_equal(words_genitive(a, "Miljöhus"), "Miljöhus");
	assert_string_equal(words_genitive(a, ""), "");
	assert_string_equal(words_bind(a, "enligt § 12 och 12 450 000 kronor"),
	    "enligt §" NBSP "12 och 12" NBSP "450" NBSP "000" NBSP "kronor");
	assert_string_equal(words_bind(a, "klockan 16.30 den 3 maj, s. 4"),
	    "klockan" NBSP "16.30 den" NBSP "3 maj, s." NBSP "4");
	assert_string_equal(words_bind(a, "maten 5 dagar 2026 och 300"),
	    "maten 5 dagar 2026 och 300");
	assert_string_equal(
	    words_bind(a, "år 2026 123 kr"), "år 2026 123" NBSP "kr");
}

static void
tree_grows(void **state)
{
	struct document *doc = document_new(a);
	struct doc_node *p;

	(void)state;
	assert_non_null(doc);
	p = document_add(a, doc->body, DOC_PARAGRAPH);
	assert_non_null(document_text(a, p, NULL, "ord"));
	assert_string_equal(p->first->text, "ord");
	assert_ptr_equal(doc->body->last, p);
	assert_null(document_add(a, NULL, DOC_PARAGRAPH));
	assert_null(document_text(a, NULL, NULL, "x"));
	assert_true(doc->page.width > 595 && doc->page.width < 596);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(dates, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
		    times_and_numbers, set_up, tear_down),
		cmocka_unit_test_setup_teardown(lists, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
		    paragraph_ranges, set_up, tear_down),
		cmocka_unit_test_setup_teardown(typography, set_up, tear_down),
		cmocka_unit_test_setup_teardown(tree_grows, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
