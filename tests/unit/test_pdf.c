/* SPDX-License-Identifier: EUPL-1.2
 *
 * pdf: the file as other programs see it.
 */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/file.h"
#include "pdf/parts.h"
#include "pdf/pdf.h"
#include "pdf/put.h"
#include "sample.h"

static struct layout_tools tools;
static char folder[] = "/tmp/kansli-pdf-XXXXXX";

static int
setup(void **state)
{
	struct kl_error err;

	(void)state;
	return mkdtemp(folder) == NULL ? -1 : fonts_open(&tools.fonts, &err);
}

static int
teardown(void **state)
{
	char command[100];

	(void)state;
	fonts_close(tools.fonts);
	snprintf(command, sizeof command, "rm -r %s", folder);
	return system(command) == 0 ? 0 : -1;
}

/* Lay out and write; the bytes go to ${out}, the pages are counted. */
static size_t
make_pdf(const struct document *doc, struct buf *out)
{
	struct laid_out *laid = NULL;
	struct kl_error err = { 0 };
	char text[500];

	buf_init(out, HARU_MAX);
	if (layout_document(doc, &tools, doc->arena, &laid, &err) != 0 ||
	    pdf_write(laid, out, &err) != 0) {
		kl_error_format(&err, NULL, text, sizeof text);
		fail_msg("%s", text);
	}
	assert_memory_equal(out->data, "%PDF-1.7\n", 9);
	return laid->pages.n;
}

static bool
have(const char *program)
{
	char command[200];

	snprintf(command, sizeof command, "command -v %s >/dev/null", program);
	if (system(command) == 0)
		return true;
	print_message("skipped: %s is not installed\n", program);
	return false;
}

/* What ${program} with the PDF in place of %s says; "" if it fails. */
static char *
say(struct arena *a, const char *program, const struct buf *pdf)
{
	char path[100], command[400];
	struct kl_error err;
	struct buf said;
	FILE *f;
	char chunk[4096], *copy;
	size_t n;

	snprintf(path, sizeof path, "%s/x.pdf", folder);
	assert_int_equal(file_write(path, pdf->data, pdf->len, &err), 0);
	snprintf(command, sizeof command, "%s 2>&1", program);
	n = strlen(command);
	assert_true(n < sizeof command);
	assert_int_equal(setenv("PDF", path, 1), 0);
	buf_init(&said, 64 << 20);
	f = popen(command, "r");
	assert_non_null(f);
	while ((n = fread(chunk, 1, sizeof chunk, f)) > 0)
		buf_put(&said, chunk, n);
	if (pclose(f) != 0)
		print_message("%s: %s\n", program, said.data);
	copy = arena_strdup(a, said.data);
	buf_free(&said);
	return copy;
}

static void
check_clean(struct arena *a, const struct buf *pdf)
{
	if (have("qpdf"))
		assert_non_null(strstr(say(a, "qpdf --check \"$PDF\"", pdf),
		    "No syntax or stream encoding errors"));
}

static void
minutes_are_a_tagged_pdf(void **state)
{
	struct arena *a = arena_new(0);
	struct document *doc = sample_minutes(a, 3);
	struct buf pdf;
	const char *s;

	(void)state;
	make_pdf(doc, &pdf);
	check_clean(a, &pdf);
	if (have("pdfinfo")) {
		s = say(a, "pdfinfo \"$PDF\"", &pdf);
		assert_non_null(strstr(s, "Tagged:          yes"));
		assert_non_null(strstr(
		    s, "Title:           Protokoll 9/2026, Trafiknämnden"));
		assert_non_null(strstr(s, "Author:          Ekholms stad"));
		s = say(a, "pdfinfo -struct-text \"$PDF\"", &pdf);
		assert_null(strstr(s, "Syntax Error"));
		assert_non_null(
		    strstr(s, "Document\n  H1 (block)\n"
			      "    \"Trafiknämndens sammanträde\""));
		assert_non_null(strstr(s, "Lbl (block)\n        \"1.\""));
		assert_non_null(strstr(s, "/Scope /Column"));
		assert_non_null(strstr(s, "/Scope /Row"));
		assert_non_null(strstr(s, "Link (inline)"));
		assert_non_null(strstr(s, "\"anslagsbeviset\""));
		/* what is broken over pages is one paragraph */
		assert_non_null(strstr(s, "yttrat sig den 3 "));
		assert_null(strstr(s, "namndsekretariatet@"));
	}
	if (have("pdftotext")) {
		s = say(a, "pdftotext -layout \"$PDF\" -", &pdf);
		assert_non_null(strstr(s, "§ 1"));
		assert_non_null(strstr(s, "Sida 1 (3)"));
		assert_non_null(strstr(s, "12 450 000 kronor"));
	}
	if (have("pdffonts")) {
		s = say(a, "pdffonts \"$PDF\" | tail -n +3", &pdf);
		assert_null(strstr(s, " no "));
	}
	buf_free(&pdf);
	arena_free(a);
}

static void
the_same_pages_give_the_same_bytes(void **state)
{
	struct arena *a = arena_new(0);
	struct document *doc = sample_minutes(a, 2);
	struct buf x, y, z;

	(void)state;
	make_pdf(doc, &x);
	sleep(1); /* a clock read anywhere would show */
	make_pdf(sample_minutes(a, 2), &y);
	assert_int_equal(x.len, y.len);
	assert_memory_equal(x.data, y.data, x.len);
	doc->title = "Protokoll 8/2026, Trafiknämnden";
	make_pdf(doc, &z);
	assert_int_equal(x.len, z.len);
	assert_memory_not_equal(strstr(x.data + x.len - 300, "/ID"),
	    strstr(z.data + z.len - 300, "/ID"), 36);
	buf_free(&x);
	buf_free(&y);
	buf_free(&z);
	arena_free(a);
}

/* one pixel */
static const unsigned char png[] = { 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a,
	0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1, 8,
	2, 0, 0, 0, 0x90, 0x77, 0x53, 0xde, 0, 0, 0, 0x0c, 0x49, 0x44, 0x41,
	0x54, 0x08, 0xd7, 0x63, 0xf8, 0xcf, 0xc0, 0, 0, 3, 1, 1, 0, 0x18, 0xdd,
	0x8d, 0xb0, 0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60,
	0x82 };

static struct doc_node *
add_png(struct arena *a, struct doc_node *p, const char *alt)
{
	struct doc_node *n = document_add(a, p, DOC_IMAGE);

	n->bytes = png;
	n->nbytes = sizeof png;
	n->width = n->height = 30;
	n->alt = alt;
	return n;
}

static void
pictures_have_words_or_are_artifacts(void **state)
{
	struct arena *a = arena_new(0);
	struct document *doc = document_new(a);
	struct doc_node *p;
	struct buf pdf;
	const char *s;

	(void)state;
	doc->title = "Bilder";
	doc->language = "sv";
	p = sample_para(a, doc->body, &p_body, "Stadens ");
	add_png(a, p, "Ekholms vapen");
	document_text(a, p, NULL, " vapen");
	add_png(a, sample_para(a, doc->body, &p_body, NULL), "");
	make_pdf(doc, &pdf);
	check_clean(a, &pdf);
	if (have("pdfinfo")) {
		s = say(a, "pdfinfo -struct-text \"$PDF\"", &pdf);
		s = strstr(s, "\"Stadens \"");
		assert_non_null(s);
		s = strstr(s, "Figure");
		assert_non_null(s);
		assert_non_null(strstr(s, "\" vapen\""));
		assert_null(strstr(s + 1, "Figure"));
	}
	buf_free(&pdf);
	arena_free(a);
}

static void
a_broken_picture_is_an_error(void **state)
{
	struct arena *a = arena_new(0);
	struct document *doc = document_new(a);
	unsigned char broken[sizeof png];
	struct laid_out *laid;
	struct doc_node *n;
	struct kl_error err;
	struct buf pdf;

	(void)state;
	memcpy(broken, png, sizeof png);
	broken[44] ^= 0x55; /* the pixels' check sum is wrong now */
	n = add_png(a, sample_para(a, doc->body, &p_body, NULL), "Vapen");
	n->bytes = broken;
	n->source = "Pictures/vapen.png";
	buf_init(&pdf, 1 << 20);
	assert_int_equal(layout_document(doc, &tools, a, &laid, &err), 0);
	assert_int_equal(pdf_write(laid, &pdf, &err), KL_E_INPUT);
	assert_string_equal(err.args, "Pictures/vapen.png");
	assert_int_equal(pdf.len, 0);
	buf_free(&pdf);
	arena_free(a);
}

static void
odd_documents_are_written(void **state)
{
	static const double widths[] = { 20, 20 };
	static const struct doc_text_style english = {
		.family = "Open Sans", .size = 10, .language = "en"
	};
	struct arena *a = arena_new(0);
	struct document *doc = document_new(a);
	struct doc_node *table, *row, *cell;
	struct buf pdf;
	char *text;
	int i;

	(void)state;
	assert_int_equal(make_pdf(doc, &pdf), 1); /* empty */
	check_clean(a, &pdf);
	buf_free(&pdf);
	doc->title = "Udda (med \\parenteser) \U0001f600 och <tecken> & annat";
	sample_heading(a, doc->body, &p_head, 4, NULL, "Hoppar över nivåer");
	text = arena_alloc(a, 3002);
	memset(text, 'x', 3000);
	sample_heading(a, doc->body, &p_head, 2, NULL, text);
	document_text(a, sample_para(a, doc->body, &p_body, NULL), &english,
	    "in another language");
	table = sample_table(a, doc->body, widths, 2);
	for (i = 0; i < 3; i++) { /* rows that are too long, short and empty */
		row = document_add(a, table, DOC_ROW);
		row->header = i == 0;
		cell = i == 2 ? NULL : sample_cell(a, row, "cell");
		if (i == 0) {
			cell->rowspan = 7;
			sample_cell(a, row, "cell")->colspan = 9;
			sample_cell(a, row, "utanför");
		}
	}
	make_pdf(doc, &pdf);
	check_clean(a, &pdf);
	if (have("pdfinfo")) {
		const char *s = say(a, "pdfinfo -struct \"$PDF\"", &pdf);

		assert_null(strstr(s, "rror"));
		assert_non_null(strstr(s, "H1"));
		assert_non_null(strstr(s, "Span"));
		assert_non_null(strstr(s, "/RowSpan 3"));
	}
	buf_free(&pdf);
	arena_free(a);
}

static void
a_long_document_stays_within_limits(void **state)
{
	struct arena *a = arena_new(0);
	struct document *doc = document_new(a);
	struct buf pdf;
	int i;

	(void)state;
	doc->title = "Lång";
	for (i = 0; i < 9000; i++) /* more siblings than one array takes */
		sample_para(a, doc->body, &p_cell, "rad");
	assert_true(make_pdf(doc, &pdf) > 100);
	check_clean(a, &pdf);
	buf_free(&pdf);
	arena_free(a);
}

static void
numbers_and_strings_are_pdf(void **state)
{
	static const struct {
		double v;
		const char *text;
	} cases[] = { { 0, "0 " }, { 1, "1 " }, { -1.5, "-1.5 " },
		{ 0.0004, "0 " }, { 841.89, "841.89 " }, { 0.05, "0.05 " },
		{ 1e9, "32000 " }, { -1e-300, "0 " },
		{ 100.1239, "100.124 " } };
	struct buf b;
	size_t i;

	(void)state;
	buf_init(&b, 1000);
	for (i = 0; i < sizeof cases / sizeof *cases; i++) {
		buf_reset(&b);
		put_number(&b, cases[i].v);
		assert_string_equal(b.data[0] == '-' && cases[i].text[0] == '0'
					? b.data + 1
					: b.data,
		    cases[i].text);
	}
	buf_reset(&b);
	put_string(&b, "å\U0001f600");
	assert_string_equal(b.data, "<FEFF00E5D83DDE00>");
	buf_reset(&b);
	put_bytes(&b, "a(b)\\\nc");
	assert_string_equal(b.data, "(a\\(b\\)\\\\c)");
	buf_reset(&b);
	b.max = 10000;
	profile_write(&b);
	assert_int_equal(b.len % 4, 0);
	assert_int_equal(
	    (unsigned char)b.data[2] << 8 | (unsigned char)b.data[3], b.len);
	assert_memory_equal(b.data + 36, "acsp", 4);
	assert_memory_equal(b.data + 68, "\0\0\xf6\xd6\0\1\0\0", 8);
	assert_memory_equal(b.data + 132, "desc", 4);
	buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_and_strings_are_pdf),
		cmocka_unit_test(minutes_are_a_tagged_pdf),
		cmocka_unit_test(the_same_pages_give_the_same_bytes),
		cmocka_unit_test(pictures_have_words_or_are_artifacts),
		cmocka_unit_test(a_broken_picture_is_an_error),
		cmocka_unit_test(odd_documents_are_written),
		cmocka_unit_test(a_long_document_stays_within_limits),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
