/* SPDX-License-Identifier: EUPL-1.2
 *
 * base: days, errors, buffers, arenas, UTF-8, files, hardened XML.
 */
#include "config.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/note.h"
#include "base/tree.h"
#include "base/pool.h"
#include "base/utf8.h"
#include "base/xml.h"
#include <kansli/day.h>
#include <kansli/error.h>

static void
day_round_trip(void **state)
{
	char s[11];
	kl_day d, back;
	int y, m, md;

	(void)state;
	assert_int_equal(kl_day_of(1970, 1, 1), 0);
	assert_int_equal(kl_day_of(2000, 3, 1), 11017);
	for (d = kl_day_of(1600, 1, 1); d <= kl_day_of(2999, 12, 31); d += 13) {
		kl_day_split(d, &y, &m, &md);
		assert_int_equal(kl_day_of(y, m, md), d);
		kl_day_format(d, s);
		assert_int_equal(kl_day_parse(s, &back), 0);
		assert_int_equal(back, d);
	}
	assert_int_equal(kl_day_weekday(kl_day_of(2026, 11, 17)), KL_TUESDAY);
	assert_int_equal(kl_day_weekday(kl_day_of(1969, 12, 28)), KL_SUNDAY);
}

static void
day_refuses_what_is_not_a_date(void **state)
{
	static const char *const bad[] = { "", "2026-02-29", "2026-13-01",
		"2026-1-01", "2026-01-01 ", "26-01-01", "2026-00-10",
		"2026-04-31", "x026-01-01", "2026/01/01", "1900-02-29" };
	kl_day d = 7;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof bad / sizeof *bad; i++)
		assert_int_equal(kl_day_parse(bad[i], &d), KL_E_INPUT);
	assert_int_equal(kl_day_parse(NULL, &d), KL_E_INPUT);
	assert_int_equal(d, 7);
	assert_int_equal(kl_day_parse("2024-02-29", &d), 0);
}

static const char *
swapped(const char *key)
{
	(void)key;
	return "%2$s före %1$s, 100 %%";
}

static void
error_is_formatted_where_it_is_shown(void **state)
{
	struct kl_error e;
	char out[64];

	(void)state;
	assert_int_equal(kl_error_set(&e, KL_E_RULE, "%s then %d of %zu", "a",
			     -3, (size_t)9),
	    KL_E_RULE);
	kl_error_format(&e, NULL, out, sizeof out);
	assert_string_equal(out, "a then -3 of 9");
	kl_error_format(&e, swapped, out, sizeof out);
	assert_string_equal(out, "-3 före a, 100 %");
	kl_error_format(&e, NULL, out, 5);
	assert_string_equal(out, "a th");
}

static void
notes_are_kept_once(void **state)
{
	struct arena *a = arena_new(0);
	note_list notes = { 0 };
	struct kl_error note;
	int i;

	(void)state;
	kl_error_set(&note, 0, KL_N_("The link %s leads nowhere."), "a");
	note_add(a, &notes, &note);
	note_add(a, &notes, &note);
	assert_int_equal(notes.n, 1);
	for (i = 0; i < NOTES_MAX + 5; i++) {
		kl_error_set(&note, 0, KL_N_("Row %d."), i);
		note_add(a, &notes, &note);
	}
	assert_int_equal(notes.n, NOTES_MAX);
	assert_string_equal(notes.v[0].args, "a");
	arena_free(a);
}

static void
buffer_has_a_ceiling(void **state)
{
	struct buf b;
	char *s;

	(void)state;
	buf_init(&b, 5);
	buf_puts(&b, "abc");
	buf_puts(&b, "def");
	assert_true(buf_failed(&b));
	assert_null(buf_detach(&b));
	buf_init(&b, 6);
	buf_printf(&b, "%s%d", "abc", 123);
	s = buf_detach(&b);
	assert_string_equal(s, "abc123");
	free(s);
}

static void
arena_has_a_ceiling(void **state)
{
	struct arena *a = arena_new(100000);
	VEC(int) numbers = { 0 };
	int i, *p;

	(void)state;
	for (i = 0; i < 100; i++) {
		p = vec_push(a, &numbers);
		assert_non_null(p);
		*p = i;
	}
	assert_int_equal(numbers.v[99], 99);
	numbers.n = 50; /* the last half is taken away */
	p = vec_push(a, &numbers);
	assert_non_null(p);
	assert_int_equal(*p, 0);
	assert_int_equal(numbers.v[49], 49);
	assert_null(arena_alloc(a, 100000));
	assert_true(arena_failed(a));
	arena_free(a);
}

static void
utf8_is_checked_and_sorted_in_swedish(void **state)
{
	static const char *const list[] = { "rubrik", "sammanträde", "datum" };

	(void)state;
	assert_true(utf8_valid("åäö", 6));
	assert_false(utf8_valid("\xc3", 1));
	assert_false(utf8_valid("\xed\xa0\x80", 3));
	assert_int_equal(utf8_length("åäö"), 3);
	assert_true(utf8_compare("Zorn", "Åberg") < 0);
	assert_true(utf8_compare("Åberg", "Ärlig") < 0);
	assert_true(utf8_compare("Ärlig", "Öberg") < 0);
	assert_true(utf8_compare("Lind", "Lindh") < 0);
	assert_string_equal(utf8_nearest("rubirk", list, 3), "rubrik");
	assert_null(utf8_nearest("zzzzzz", list, 3));
}

static void
file_is_written_whole(void **state)
{
	char dir[] = "/tmp/kansli-test-XXXXXX";
	char path[64];
	struct kl_error e;
	struct buf b;

	(void)state;
	assert_non_null(mkdtemp(dir));
	snprintf(path, sizeof path, "%s/a/b", dir);
	assert_int_equal(file_make_dirs(path, &e), 0);
	snprintf(path, sizeof path, "%s/a/b/f", dir);
	assert_int_equal(file_write(path, "hello", 5, &e), 0);
	assert_int_equal(file_read(path, 10, &b, &e), 0);
	assert_string_equal(b.data, "hello");
	buf_free(&b);
	assert_int_equal(file_read(path, 4, &b, &e), KL_E_INPUT);
	buf_free(&b);
	unlink(path);
	assert_int_equal(file_read(path, 4, &b, &e), KL_E_ENV);
	buf_free(&b);
}

static int
parse(const char *text, xmlDoc **doc)
{
	struct kl_error e;

	return xml_parse(text, strlen(text), "test.xml", doc, &e);
}

static void
xml_that_arrives_is_hardened(void **state)
{
	struct arena *a = arena_new(0);
	struct buf deep;
	xmlDoc *doc = NULL;
	int i;

	(void)state;
	xml_start();
	assert_int_equal(parse("<a><b>  x \n y </b></a>", &doc), 0);
	assert_string_equal(
	    xml_child_text(a, xmlDocGetRootElement(doc), "b"), "x y");
	xmlFreeDoc(doc);
	assert_int_equal(parse("<a><b></a>", &doc), KL_E_INPUT);
	assert_int_equal(parse("<a>\xff</a>", &doc), KL_E_INPUT);
	assert_int_equal(
	    parse("<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>", &doc),
	    KL_E_INPUT);
	buf_init(&deep, 100000);
	for (i = 0; i < 70; i++)
		buf_puts(&deep, "<a>");
	for (i = 0; i < 70; i++)
		buf_puts(&deep, "</a>");
	assert_int_equal(parse(deep.data, &doc), KL_E_INPUT);
	buf_free(&deep);
	arena_free(a);
}

static void
answers_become_json(void **state)
{
	struct kl_data *d = data_object(), *list;
	char *json;

	(void)state;
	data_add_text(d, "a", "x\"\n");
	list = data_add_list(d, "l");
	data_add_int(list, NULL, 3);
	data_add_day(list, NULL, kl_day_of(2026, 1, 2));
	data_add_text(d, "n", NULL);
	assert_int_equal(kl_data_json(d, &json), 0);
	assert_string_equal(
	    json, "{\"a\":\"x\\\"\\n\",\"l\":[3,\"2026-01-02\"],\"n\":null}");
	free(json);
	kl_data_free(d);
}

static void
hash_is_sha256(void **state)
{
	char hex[HASH_HEX];

	(void)state;
	hash_of("abc", 3, hex);
	assert_string_equal(hex, "ba7816bf8f01cfea414140de5dae2223"
				 "b00361a396177a9cb410ff61f20015ad");
}

/* ---- pool ---- */

static void
square(void *ctx, size_t i, struct buf *out)
{
	size_t deadly = *(size_t *)ctx;

	if (i + 1 == deadly)
		raise(SIGKILL);
	buf_printf(out, "%zu", i * i);
}

static void
test_pool_order(void **state)
{
	struct buf said[100];
	struct kl_error err;
	size_t none = 0, i;
	struct pool p = { 100, square, NULL, &none, 64 };
	char wanted[16];
	int workers;

	(void)state;
	for (workers = 1; workers <= 3; workers++) {
		assert_int_equal(pool_run(&p, workers, said, &err), 0);
		for (i = 0; i < 100; i++) {
			snprintf(wanted, sizeof wanted, "%zu", i * i);
			assert_false(buf_failed(&said[i]));
			assert_string_equal(said[i].data, wanted);
			buf_free(&said[i]);
		}
	}
}

static void
test_pool_death(void **state)
{
	struct buf said[10];
	struct kl_error err;
	size_t deadly = 4, i, silent = 0;
	struct pool p = { 10, square, NULL, &deadly, 64 };

	(void)state;
	assert_int_equal(pool_run(&p, 2, said, &err), 0);
	assert_true(buf_failed(&said[3]));
	for (i = 0; i < 10; i++) {
		silent += buf_failed(&said[i]);
		buf_free(&said[i]);
	}
	assert_int_equal(silent, 1);
	p.n = 0;
	assert_int_equal(pool_run(&p, 2, said, &err), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_pool_order),
		cmocka_unit_test(test_pool_death),
		cmocka_unit_test(day_round_trip),
		cmocka_unit_test(day_refuses_what_is_not_a_date),
		cmocka_unit_test(error_is_formatted_where_it_is_shown),
		cmocka_unit_test(notes_are_kept_once),
		cmocka_unit_test(buffer_has_a_ceiling),
		cmocka_unit_test(arena_has_a_ceiling),
		cmocka_unit_test(utf8_is_checked_and_sorted_in_swedish),
		cmocka_unit_test(file_is_written_whole),
		cmocka_unit_test(xml_that_arrives_is_hardened),
		cmocka_unit_test(answers_become_json),
		cmocka_unit_test(hash_is_sha256),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
