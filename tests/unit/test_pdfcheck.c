/* SPDX-License-Identifier: EUPL-1.2
 *
 * pdf check: a file that follows the rules passes, and each rule is broken by
 * a file that lacks one feature and is named, that rule and no other.
 */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/file.h"
#include "base/xml.h"
#include "pdf/check.h"
#include "pdf/parts.h"
#include "pdf/pdf.h"
#include "pdf_cases.h"
#include "pdf_edit.h"
#include "pdf_mini.h"
#include "sample.h"

#define MAX ((size_t)64 << 20)

static struct fonts *fonts;
static struct buf ours, ours_readable, mini;
static bool broken[CHECK_NRULES]; /* rules that some case has broken */

/* ---- files to start from ------------------------------------------------ */

/* one grey pixel, half transparent */
static const unsigned char png[] = { 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a,
	0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1, 8,
	2, 0, 0, 0, 0x90, 0x77, 0x53, 0xde, 0, 0, 0, 0x0c, 0x49, 0x44, 0x41,
	0x54, 0x08, 0xd7, 0x63, 0xf8, 0xcf, 0xc0, 0, 0, 3, 1, 1, 0, 0x18, 0xdd,
	0x8d, 0xb0, 0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60,
	0x82 };

static void
make_ours(int items, struct buf *out)
{
	struct arena *a = arena_new(0);
	struct document *doc = sample_minutes(a, items);
	struct laid_out *laid = NULL;
	struct kl_error err = { 0 };
	struct doc_node *n;

	n = document_add(
	    a, sample_para(a, doc->body, &p_body, "Vapen "), DOC_IMAGE);
	n->bytes = png;
	n->nbytes = sizeof png;
	n->width = n->height = 30;
	n->alt = "Ekholms vapen";
	buf_init(out, MAX);
	assert_int_equal(
	    layout_document(
		doc, &(struct layout_tools){ .fonts = fonts }, a, &laid, &err),
	    0);
	assert_int_equal(pdf_write(laid, out, &err), 0);
	arena_free(a);
}

static void
put_stream(struct buf *b, unsigned number, const char *entries,
    const void *data, size_t n)
{
	buf_printf(
	    b, "%u 0 obj\n<<%s/Length %zu>>stream\n", number, entries, n);
	buf_put(b, data, n);
	buf_puts(b, "\nendstream\nendobj\n");
}

/* So that nothing in it looks like an object of the file around it. */
static void
put_hex(struct buf *b, unsigned number, const struct buf *data)
{
	struct buf hex;
	size_t i;

	buf_init(&hex, MAX);
	for (i = 0; i < data->len; i++)
		buf_printf(&hex, "%02x", (unsigned char)data->data[i]);
	buf_putc(&hex, '>');
	put_stream(b, number, "/Type/EmbeddedFile/Filter/ASCIIHexDecode",
	    hex.data, hex.len);
	buf_free(&hex);
}

static void
put16(struct buf *b, unsigned v)
{
	buf_putc(b, (char)(v >> 8));
	buf_putc(b, (char)v);
}

static void
put32(struct buf *b, unsigned long v)
{
	put16(b, (unsigned)(v >> 16));
	put16(b, (unsigned)v & 0xffff);
}

/* A TrueType font of three glyphs 0, 500 and 600 wide, with these maps (pairs
 * of platform and encoding), each from A and B to glyphs 1 and 2. */
static void
put_truetype(struct buf *b, unsigned number, const char *maps)
{
	static const char *const tags[] = { "cmap", "head", "hhea", "hmtx",
		"maxp" };
	size_t nmaps = strlen(maps) / 2, i, k;
	size_t lengths[] = { 4 + nmaps * 8 + 14, 54, 36, 12, 6 };
	size_t at = 12 + 5 * 16;
	struct buf f;

	buf_init(&f, MAX);
	put32(&f, 0x00010000);
	put16(&f, 5);
	put16(&f, 0);
	put32(&f, 0);
	for (i = 0; i < 5; i++) {
		buf_puts(&f, tags[i]);
		put32(&f, 0);
		put32(&f, at);
		put32(&f, lengths[i]);
		at += lengths[i];
	}
	put16(&f, 0);
	put16(&f, (unsigned)nmaps);
	for (i = 0; i < nmaps; i++) {
		put16(&f, (unsigned)(maps[2 * i] - '0'));
		put16(&f, (unsigned)(maps[2 * i + 1] - '0'));
		put32(&f, 4 + nmaps * 8);
	}
	for (i = 0; i < 7; i++)
		put16(&f, (unsigned[]){ 6, 14, 0, 65, 2, 1, 2 }[i]);
	for (k = 0; k < 27; k++) /* head: only the size of the em */
		put16(&f, k == 9 ? 1000 : 0);
	for (k = 0; k < 18; k++) /* hhea: only the number of metrics */
		put16(&f, k == 17 ? 3 : 0);
	for (k = 0; k < 3; k++) {
		put16(&f, (unsigned[]){ 0, 500, 600 }[k]);
		put16(&f, 0);
	}
	put32(&f, 0x00010000);
	put16(&f, 3);
	put_stream(b, number, "", f.data, f.len);
	buf_free(&f);
}

/* A Type 1 font with the glyphs .notdef, A and B. */
static void
put_type1(struct buf *b, unsigned number)
{
	static const char plain[] =
	    "0000/CharStrings 3 dict dup begin\n/.notdef 1 RD x ND\n"
	    "/A 1 RD x ND\n/B 1 RD x ND\nend\n";
	unsigned short key = 55665;
	struct buf f;
	size_t i;

	buf_init(&f, MAX);
	buf_puts(&f, "%!PS-AdobeFont-1.0\ncurrentfile eexec\n");
	for (i = 0; i + 1 < sizeof plain; i++) {
		unsigned char c =
		    (unsigned char)((unsigned char)plain[i] ^ key >> 8);

		buf_putc(&f, (char)c);
		key = (unsigned short)((c + key) * 52845u + 22719u);
	}
	put_stream(b, number, "", f.data, f.len);
	buf_free(&f);
}

/* A JPEG 2000 picture, as far as its boxes go. */
static void
put_jpx(struct buf *b, unsigned number, unsigned channels, unsigned depth,
    unsigned spaces, unsigned method, unsigned long enumerated)
{
	struct buf f;
	unsigned i;

	buf_init(&f, MAX);
	put32(&f, 8 + 22 + spaces * 15);
	buf_puts(&f, "jp2h");
	put32(&f, 22);
	buf_puts(&f, "ihdr");
	put32(&f, 1);
	put32(&f, 1);
	put16(&f, channels);
	buf_putc(&f, (char)(depth - 1));
	buf_putc(&f, 7);
	put16(&f, 0);
	for (i = 0; i < spaces; i++) {
		put32(&f, 15);
		buf_puts(&f, "colr");
		buf_putc(&f, (char)method);
		put16(&f, 0);
		put32(&f, enumerated);
	}
	put_stream(b, number,
	    "/Type/XObject/Subtype/Image/Width 1/Height 1/Filter/JPXDecode",
	    f.data, f.len);
	buf_free(&f);
}

static void
put_profiles(struct buf *b)
{
	struct buf f;

	buf_init(&f, MAX);
	profile_write(&f);
	put_stream(b, 8, "/N 3", f.data, f.len);
	put_stream(b, 61, "/N 3", f.data, f.len);
	memcpy(f.data + 16, "CMYK", 4);
	put_stream(b, 62, "/N 4", f.data, f.len);
	memcpy(f.data + 36, "xxxx", 4);
	put_stream(b, 60, "/N 3", f.data, f.len);
	buf_free(&f);
}

/* The small file before qpdf has seen it. */
static void
make_mini(struct buf *b)
{
	buf_init(b, MAX);
	buf_puts(b, "%PDF-1.7\n%\xe5\xe4\xf6\xe5\n" MINI_OBJECTS);
	put_stream(
	    b, 7, "/Type/Metadata/Subtype/XML", MINI_XMP, strlen(MINI_XMP));
	buf_puts(b, MINI_FONTS);
	put_profiles(b);
	put_hex(b, 20, &ours);
	put_stream(b, 23, "/Type/EmbeddedFile", "text", 4);
	put_truetype(b, 70, "3110");
	put_truetype(b, 71, "30");
	put_truetype(b, 72, "1003");
	put_truetype(b, 74, "");
	put_type1(b, 73);
	put_jpx(b, 50, 3, 8, 1, 1, 16);
	put_jpx(b, 51, 2, 8, 1, 1, 16);
	put_jpx(b, 52, 3, 8, 2, 1, 16);
	put_jpx(b, 53, 3, 8, 1, 4, 16);
	put_jpx(b, 54, 3, 8, 1, 1, 19);
	put_jpx(b, 55, 3, 60, 1, 1, 16);
	buf_puts(b, "xref\n0 1\n0000000000 65535 f \ntrailer\n"
		    "<</Root 1 0 R/Info 22 0 R/Size 80/ID[<61><62>]>>\n"
		    "startxref\n1\n%%EOF\n");
}

static int
setup(void **state)
{
	struct kl_error err;

	(void)state;
	xml_start();
	if (fonts_open(&fonts, &err) != 0)
		return -1;
	make_ours(1, &ours);
	edit_readable(&ours, &ours_readable);
	make_mini(&mini);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	buf_free(&ours);
	buf_free(&ours_readable);
	buf_free(&mini);
	fonts_close(fonts);
	return 0;
}

/* ---- checking ----------------------------------------------------------- */

static const char *
name_of(enum check_rule rule)
{
	return check_rules[rule].ua != NULL ? check_rules[rule].ua
					    : check_rules[rule].a;
}

/* The names of the rules that the file breaks, in order, each once. */
static const char *
verdict(struct arena *a, const struct buf *file)
{
	struct check *c = NULL;
	struct kl_error err = { 0 };
	struct buf names;
	const char *text;
	int i;

	buf_init(&names, MAX);
	if (check_bytes(
		file->data, file->len, KL_PDF_UA | KL_PDF_A, a, &c, &err) != 0)
		return err.text;
	for (i = 0; i < CHECK_NRULES; i++)
		if (c->counts[i] > 0) {
			if (names.len > 0)
				buf_puts(&names, ", ");
			buf_puts(&names, name_of((enum check_rule)i));
		}
	text = arena_strdup(a, names.data);
	buf_free(&names);
	return text;
}

/* Note the rules of a list as broken. */
static void
note(const char *list)
{
	int i;

	for (i = 0; i < CHECK_NRULES; i++) {
		const char *name = name_of((enum check_rule)i);
		const char *at = strstr(list, name);
		size_t n = strlen(name);

		for (; at != NULL; at = strstr(at + 1, name))
			if ((at == list || at[-1] == ' ') &&
			    (at[n] == '\0' || at[n] == ',') &&
			    !(at - list > 1 && at[-2] == 'A'))
				broken[i] = true;
	}
}

static int
compare(const char *what, const struct edit *edits, const struct buf *file)
{
	struct arena *a = arena_new(0);
	const char *found = verdict(a, file);
	int bad = strcmp(found, what) != 0;

	if (bad)
		print_error("%s -> %s\n  must break: %s\n  but breaks: %s\n",
		    edits->find == NULL ? "(as it is)" : edits->find,
		    edits->find == NULL ? "" : edits->put, what, found);
	else
		note(what);
	arena_free(a);
	return bad;
}

/* Change a copy, write it anew, check it. */
static int
run_case(const struct buf *base, const struct pdf_case *test, bool rewrite)
{
	struct buf copy, file;
	int bad;

	buf_init(&copy, MAX);
	buf_put(&copy, base->data, base->len);
	if (!edit_bytes(&copy, test->edits)) {
		bad = 1;
	} else if (rewrite) {
		edit_rewrite(&copy, &file);
		bad = compare(test->breaks, test->edits, &file);
		buf_free(&file);
	} else {
		bad = compare(test->breaks, test->edits, &copy);
	}
	buf_free(&copy);
	return bad;
}

static void
run_cases(const struct buf *base, const struct pdf_case *tests, size_t n,
    bool rewrite)
{
	int bad = 0;
	size_t i;

	for (i = 0; i < n; i++)
		bad += run_case(base, &tests[i], rewrite);
	if (bad > 0)
		fail_msg("%d of %zu cases", bad, n);
}

static void
what_we_write_passes(void **state)
{
	static const struct edit none[] = { { NULL, NULL } };
	struct buf file;

	(void)state;
	assert_int_equal(compare("", none, &ours), 0);
	edit_rewrite(&ours_readable, &file);
	assert_int_equal(compare("", none, &file), 0);
	buf_free(&file);
}

static void
each_feature_of_ours_counts(void **state)
{
	(void)state;
	run_cases(&ours_readable, cases_of_ours, ncases_of_ours, true);
}

static void
each_feature_of_the_small_file_counts(void **state)
{
	(void)state;
	run_cases(&mini, cases_of_mini, ncases_of_mini, true);
}

static void
each_byte_counts(void **state)
{
	struct buf file;

	(void)state;
	edit_rewrite(&mini, &file);
	run_cases(&file, cases_of_bytes, ncases_of_bytes, false);
	buf_free(&file);
}

static void
protection_is_seen(void **state)
{
	static const struct edit none[] = { { NULL, NULL } };
	struct buf file;

	(void)state;
	edit_encrypt(&ours, true, &file);
	assert_int_equal(compare("A 6.1.3-2", none, &file), 0);
	buf_free(&file);
	edit_encrypt(&ours, false, &file);
	assert_int_equal(compare("A 6.1.3-2, 7.16-1", none, &file), 0);
	buf_free(&file);
}

static void
long_strings_are_seen(void **state)
{
	static char put[33000] = "/Unused(";
	static const size_t lengths[] = { 32767, 32768 };
	struct pdf_case test = { .edits = { { "/Unused", put } } };
	size_t i;

	(void)state;
	for (i = 0; i < 2; i++) {
		memset(put + 8, 'x', lengths[i]);
		strcpy(put + 8 + lengths[i], ")/Used");
		test.breaks = i == 0 ? "" : "A 6.1.13-3";
		assert_int_equal(run_case(&mini, &test, true), 0);
	}
}

/* After the cases. */
static void
every_rule_was_broken(void **state)
{
	int i, missing = 0;

	(void)state;
	for (i = 0; i < CHECK_NRULES; i++)
		if (!broken[i]) {
			print_error("no case breaks %s: %s\n",
			    name_of((enum check_rule)i), check_rules[i].text);
			missing++;
		}
	assert_int_equal(missing, 0);
}

/* ---- the file on disk --------------------------------------------------- */

static struct kl_data *
check_path(const char *data, size_t n, unsigned standards)
{
	char path[] = "/tmp/kansli-pdfcheck-XXXXXX";
	struct kl_data *answer = NULL;
	struct kl_error err;
	int fd = mkstemp(path);

	assert_true(fd >= 0);
	assert_int_equal(write(fd, data, n), n);
	close(fd);
	assert_int_equal(kl_pdf_check(checker_path(), path, standards, NULL, &answer, &err), 0);
	unlink(path);
	return answer;
}

static void
the_answer_comes_through_a_process(void **state)
{
	static const struct edit edits[] = { { "/Lang", "/Ling" },
		{ NULL, NULL } };
	struct kl_data *d;
	const struct kl_data *f;
	struct buf copy, file;

	(void)state;
	d = check_path(ours.data, ours.len, KL_PDF_UA | KL_PDF_A);
	assert_int_equal(kl_data_int(kl_data_get(d, "ok")), 1);
	assert_int_equal(kl_data_count(kl_data_get(d, "findings")), 0);
	kl_data_free(d);
	buf_init(&copy, MAX);
	buf_put(&copy, ours_readable.data, ours_readable.len);
	assert_true(edit_bytes(&copy, edits));
	edit_rewrite(&copy, &file);
	d = check_path(file.data, file.len, KL_PDF_UA);
	assert_int_equal(kl_data_int(kl_data_get(d, "ok")), 0);
	f = kl_data_at(kl_data_get(d, "findings"), 0);
	assert_string_equal(kl_data_text(kl_data_get(f, "rule")), "7.2-33");
	assert_true(kl_data_int(kl_data_get(f, "object")) > 0);
	assert_string_equal(kl_data_text(kl_data_get(f, "text")),
	    "The language of the metadata is not known.");
	/* only the first twenty texts without a language are listed */
	f = kl_data_at(kl_data_get(d, "findings"),
	    kl_data_count(kl_data_get(d, "findings")) - 1);
	assert_string_equal(kl_data_text(kl_data_get(f, "rule")), "7.2-34");
	assert_true(kl_data_int(kl_data_get(f, "more")) > 0);
	kl_data_free(d);
	d = check_path(file.data, file.len, KL_PDF_A);
	assert_int_equal(kl_data_int(kl_data_get(d, "ok")), 1);
	kl_data_free(d);
	buf_free(&copy);
	buf_free(&file);
}

static void
what_is_no_pdf_is_a_finding(void **state)
{
	static const char bomb[] =
	    "%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
	    "2 0 obj\n<</Kids[2 0 R 2 0 R]>>\nendobj\n"
	    "trailer\n<</Root 1 0 R/Size 2147483647>>\n";
	const struct kl_data *f;
	struct kl_data *d;
	struct kl_error err;

	(void)state;
	d = check_path("hej", 3, KL_PDF_UA);
	assert_int_equal(kl_data_int(kl_data_get(d, "ok")), 0);
	assert_int_equal(kl_data_int(kl_data_get(d, "faults")), 1);
	f = kl_data_at(kl_data_get(d, "findings"), 0);
	assert_string_equal(kl_data_text(kl_data_get(f, "rule")), "0");
	assert_non_null(strstr(
	    kl_data_text(kl_data_get(f, "text")), "It could not be read"));
	kl_data_free(d);
	d = check_path(bomb, strlen(bomb), KL_PDF_UA);
	assert_int_equal(kl_data_int(kl_data_get(d, "ok")), 0);
	kl_data_free(d);
	assert_int_equal(
	    kl_pdf_check(checker_path(), "/nonexistent.pdf", KL_PDF_UA, NULL, &d, &err),
	    KL_E_ENV);
}

static void
thirty_pages_take_no_time(void **state)
{
	struct arena *a = arena_new(0);
	struct timespec start, end;
	struct buf file;
	double took;

	(void)state;
	make_ours(60, &file);
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &start);
	assert_string_equal(verdict(a, &file), "");
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &end);
	took = (double)(end.tv_sec - start.tv_sec) * 1000 +
	       (double)(end.tv_nsec - start.tv_nsec) / 1e6;
	print_message("%.0f ms\n", took);
	if (getenv("VALGRIND") == NULL)
		assert_true(took < 1000); /* a slow machine counts too */
	buf_free(&file);
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_we_write_passes),
		cmocka_unit_test(each_feature_of_ours_counts),
		cmocka_unit_test(each_feature_of_the_small_file_counts),
		cmocka_unit_test(each_byte_counts),
		cmocka_unit_test(protection_is_seen),
		cmocka_unit_test(long_strings_are_seen),
		cmocka_unit_test(every_rule_was_broken),
		cmocka_unit_test(the_answer_comes_through_a_process),
		cmocka_unit_test(what_is_no_pdf_is_a_finding),
		cmocka_unit_test(thirty_pages_take_no_time),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
