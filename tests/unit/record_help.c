/* SPDX-License-Identifier: EUPL-1.2
 *
 * What the tests of the exchange format and of the record share.
 */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/file.h"
#include "base/xml.h"
#include "record_help.h"

struct kl_faults faults;

struct bundle
new_bundle(void)
{
	struct bundle b = { .arena = arena_new(0) };

	assert_non_null(b.arena);
	return b;
}

void
show_faults(void)
{
	char s[2048];
	size_t i;

	for (i = 0; i < faults.n; i++) {
		kl_error_format(&faults.v[i], NULL, s, sizeof s);
		print_message(
		    "%d [%s] %s\n", faults.v[i].line, faults.v[i].field, s);
	}
}

int
read_text(const char *text, struct bundle *b)
{
	struct kl_error e;

	return exchange_read(
	    text, strlen(text), "in.xml", EXCHANGE, b, &faults, &e);
}

/* The body of a file that begins on line 2. */
int
read_body(const char *body, struct bundle *b)
{
	char *text = arena_printf(
	    b->arena, "<kansli version=\"1\">\n%s\n</kansli>\n", body);

	return read_text(text, b);
}

struct bundle
read_example(void)
{
	struct bundle b = new_bundle();
	struct buf in;
	struct kl_error e;

	assert_int_equal(file_read(EXAMPLE, BYTES_MAX, &in, &e), 0);
	if (exchange_read(
		in.data, in.len, "example", EXCHANGE, &b, &faults, &e) != 0) {
		show_faults();
		fail();
	}
	buf_free(&in);
	return b;
}

void
check_golden_text(const char *name, const struct buf *text)
{
	struct buf golden;
	struct kl_error e;
	char path[512];

	snprintf(path, sizeof path, SRCDIR "/tests/golden/record/%s.xml", name);
	if (getenv("KANSLI_GOLDEN") != NULL)
		assert_int_equal(
		    file_write(path, text->data, text->len, &e), 0);
	assert_int_equal(file_read(path, BYTES_MAX, &golden, &e), 0);
	assert_string_equal(text->data, golden.data);
	buf_free(&golden);
}
