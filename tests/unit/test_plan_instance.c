/* SPDX-License-Identifier: EUPL-1.2
 *
 * plan: instance and plan files, those that are well and those that lie.
 */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/file.h"
#include "plan/instance.h"

#define DATA SRCDIR "/tests/data/plan/"
#define TMP "test_plan_instance.tmp"

static void
the_shared_ones_are_read(void **state)
{
	static const struct {
		const char *file;
		int bodies, meetings, groups;
		unsigned slots;
	} want[] = { { DATA "i6.txt", 6, 115, 5, 5299 },
		{ DATA "i20.txt.gz", 20, 387, 31, 17730 },
		{ DATA "i60.txt.gz", 60, 1150, 91, 53190 },
		{ DATA "i200.txt.gz", 200, 3837, 301, 177039 } };
	struct plan_model m;
	struct kl_error err;
	size_t i;

	(void)state;
	for (i = 0; i < 4; i++) {
		assert_int_equal(instance_read(want[i].file, &m, &err), 0);
		assert_int_equal(m.n_bodies, want[i].bodies);
		assert_int_equal(m.n_meetings, want[i].meetings);
		assert_int_equal(m.n_groups, want[i].groups);
		assert_int_equal(m.n_slots, want[i].slots);
		assert_int_equal(m.days, 365);
		assert_int_equal(m.body[0].windows, 4);
		assert_int_equal(m.body[0].gap_min, 18);
		instance_free(&m);
	}
}

/* A whole little instance: two bodies, the first with a council, two slots for
 * each meeting.  ${part} replaces the line that begins with the same word. */
struct text {
	const char *sizes, *window, *bodies, *m0, *m1, *m2, *groups;
	int days; /* how many act values */
};

static const struct text well = { "2 3 1 16 22 3 10 1 10 3 18 45 4 11 1",
	"10 20", "1 1 0 1\n1 0 2", "0 0 0 2\n15 0 3 8 1 2 4\n15 1 0 8 1 2 4",
	"0 0 1 1\n9 0 0 -1 0", "1 0 0 1\n12 1 7 3 2 1 1 2 3", "1 1 3 0 1 2",
	365 };

static void
write_text(const struct text *t)
{
	struct buf b;
	int i;

	buf_init(&b, 1 << 20);
	buf_printf(&b, "%s\n%s\n", t->sizes, t->window);
	for (i = 0; i < t->days; i++)
		buf_printf(&b, "%d ", i);
	buf_puts(&b, "\n");
	for (i = 0; i < 365; i++)
		buf_printf(&b, "%d ", (i + 4) % 7);
	buf_printf(&b, "\n%s\n%s\n%s\n%s\n%s\n", t->bodies, t->m0, t->m1, t->m2,
	    t->groups);
	assert_int_equal(file_write(TMP, b.data, b.len, NULL), 0);
	buf_free(&b);
}

static void
a_small_one_is_read(void **state)
{
	struct plan_model m;

	(void)state;
	write_text(&well);
	assert_int_equal(instance_read(TMP, &m, NULL), 0);
	assert_int_equal(m.bands, 2);
	assert_int_equal(m.weeks, 3);
	assert_int_equal(m.slot[1].cost, 0);
	assert_int_equal(m.slot[1].band, 1);
	assert_int_equal(m.slot[2].dispatch, PLAN_NONE);
	assert_int_equal(m.load[m.slot[3].load + 1].units, 3);
	assert_int_equal(m.slot[0].load, m.slot[1].load); /* shared */
	assert_true(m.meeting[1].council);
	assert_null(m.body[1].council);
	instance_free(&m);
	remove(TMP);
}

/* Reading fails at ${line}, at what is called ${field}. */
static void
expect_refused(const struct text *t, int line, const char *field)
{
	struct plan_model m;
	struct kl_error err;

	write_text(t);
	assert_int_equal(instance_read(TMP, &m, &err), KL_E_INPUT);
	assert_int_equal(err.code, KL_E_INPUT);
	assert_string_equal(err.file, TMP);
	assert_string_equal(err.field, field);
	assert_int_equal(err.line, line);
	assert_null(m.arena);
	remove(TMP);
}

static void
lies_are_named(void **state)
{
	struct text t;

	(void)state;
#define LIE(part, value, line, field)                                          \
	t = well;                                                              \
	t.part = value;                                                        \
	expect_refused(&t, line, field)
	LIE(sizes, "0 3 1 16 22 3 10 1 10 3 18 45 4 11 1", 1, "bodies");
	LIE(sizes, "2 9999999 1 16 22 3 10 1 10 3 18 45 4 11 1", 1, "meetings");
	LIE(sizes, "2 3 1 16 22 3 10 1 10 3 18 45 12 11 1", 1, "cmax");
	LIE(sizes, "2 3 1 16 22 3 10 1 10 3 18 45 4 11 366", 1, "windows");
	LIE(sizes, "2 3 1 16 x 3 10 1 10 3 18 45 4 11 1", 1, "capB");
	LIE(sizes, "2 3 1 16 22222222222 3 10 1 10 3 18 45 4 11 1", 1, "capB");
	LIE(window, "20 10", 2, "last");
	LIE(window, "10 400", 2, "last");
	t = well;
	t.days = 364; /* a weekday is too small to be the last of them */
	expect_refused(&t, 4, "act");
	LIE(bodies, "1 1 0 1\n1 0 3", 6, "meeting");
	LIE(bodies, "1 1 0 1\n1 0 1", 6, "meeting");
	LIE(bodies, "1 1 0 1\n2 0 2 1", 6, "n");
	LIE(bodies, "1 2 0 1\n1 0 2", 5, "hasCouncil");
	LIE(m0, "0 0 0 2\n15 1 3 8 0\n15 0 0 8 0", 9, "band");
	LIE(m0, "0 0 1 2\n15 0 3 8 0\n15 1 0 8 0", 7, "kind");
	LIE(m0, "0 0 0 2\n365 0 3 8 0\n15 1 0 8 0", 8, "day");
	LIE(m0, "0 0 0 2\n15 0 -3 8 0\n15 1 0 8 0", 8, "cost");
	LIE(m0, "0 0 0 2\n15 0 3 8 99\n15 1 0 8 0", 8, "weeks");
	LIE(m0, "0 0 0 2\n15 0 3 8 1 120 4\n15 1 0 8 0", 8, "week");
	LIE(groups, "1 1 3 0 1 1", 14, "meeting");
	LIE(groups, "1 1 3 0 1 3", 14, "meeting");
	LIE(groups, "1 1 4 0 1 2 2", 14, "count");
	LIE(groups, "1 1 3 0 1", 15, "meeting");
	LIE(groups, "1 1 3 0 1 2 0", 14, "");
	LIE(sizes, "1 3 1 16 22 3 10 1 10 3 18 45 4 11 1", 5, "meetings");
}

static void
files_that_cannot_be_read(void **state)
{
	static const unsigned char packed[] = { 0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0,
		3, 0xff, 0xff, 0xff };
	struct plan_model m;
	struct kl_error err;

	(void)state;
	assert_int_equal(instance_read("no/such", &m, &err), KL_E_ENV);
	assert_string_equal(err.file, "no/such");
	assert_int_equal(file_write(TMP, packed, sizeof packed, NULL), 0);
	assert_int_equal(instance_read(TMP, &m, &err), KL_E_INPUT);
	assert_int_equal(file_write(TMP, "", 0, NULL), 0);
	assert_int_equal(instance_read(TMP, &m, &err), KL_E_INPUT);
	assert_int_equal(err.line, 1);
	remove(TMP);
}

/* ---- plans ---- */

static void
plans_come_back(void **state)
{
	int32_t choice[3] = { 1, 2, PLAN_NONE }, back[3];
	struct plan plan = { 3, choice }, again = { 3, back };
	struct plan_model m;
	struct kl_error err;
	struct buf b;

	(void)state;
	write_text(&well);
	assert_int_equal(instance_read(TMP, &m, NULL), 0);
	buf_init(&b, 1000);
	instance_plan_write(&m, &plan, &b);
	assert_string_equal(b.data, "0 15 1\n1 9 0\n");
	assert_int_equal(file_write(TMP, b.data, b.len, NULL), 0);
	assert_int_equal(instance_plan_read(TMP, &m, &again, NULL), 0);
	assert_memory_equal(choice, back, sizeof choice);
	buf_free(&b);

	assert_int_equal(file_write(TMP, "0 14 0\n1 9 1", 12, NULL), 0);
	assert_int_equal(instance_plan_read(TMP, &m, &again, NULL), 0);
	assert_int_equal(back[0], PLAN_NONE);
	assert_int_equal(back[1], PLAN_NONE);
	assert_int_equal(file_write(TMP, "0 15 0\n0 15 1\n", 14, NULL), 0);
	assert_int_equal(instance_plan_read(TMP, &m, &again, &err), KL_E_INPUT);
	assert_int_equal(err.line, 2);
	assert_int_equal(file_write(TMP, "0 15 0\n3 15 1\n", 14, NULL), 0);
	assert_int_equal(instance_plan_read(TMP, &m, &again, &err), KL_E_INPUT);
	assert_string_equal(err.field, "meeting");
	assert_int_equal(file_write(TMP, "0 15\n", 5, NULL), 0);
	assert_int_equal(instance_plan_read(TMP, &m, &again, &err), KL_E_INPUT);
	instance_free(&m);
	remove(TMP);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_shared_ones_are_read),
		cmocka_unit_test(a_small_one_is_read),
		cmocka_unit_test(lies_are_named),
		cmocka_unit_test(files_that_cannot_be_read),
		cmocka_unit_test(plans_come_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
