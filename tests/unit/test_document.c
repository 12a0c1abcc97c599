/* SPDX-License-Identifier: EUPL-1.2
 *
 * document: the tree as HTML and as text, against golden files.  With
 * KANSLI_GOLDEN=write in the environment the golden files are made anew.
 */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/file.h"
#include "base/utf8.h"
#include "base/xml.h"
#include "document/writers.h"
#include "sample.h"

static void
check_golden(const char *name, const struct buf *got)
{
	char path[500];
	const char *mode = getenv("KANSLI_GOLDEN");
	struct kl_error err;
	struct buf want;

	snprintf(
	    path, sizeof path, "%s/tests/golden/document/%s", SRCDIR, name);
	if (mode != NULL && strcmp(mode, "write") == 0) {
		assert_int_equal(
		    file_write(path, got->data, got->len, &err), 0);
		return;
	}
	assert_int_equal(file_read(path, 1 << 20, &want, &err), 0);
	assert_string_equal(got->data, want.data);
	buf_free(&want);
}

/* Everything that minutes do not have. */
static struct document *
mixed(struct arena *a)
{
	static const double widths[] = { 20, 20, 100 };
	static const char *const head[] = { "Nr", "Kod", "Beskrivning" };
	static const struct doc_text_style strong = {
		.family = "Open Sans", .size = 10, .bold = true
	};
	static const struct doc_text_style english = { .family = "Open Sans",
		.size = 10,
		.italic = true,
		.language = "en" };
	struct document *doc = document_new(a);
	struct doc_node *section, *p, *list, *item, *table, *row, *cell, *n;

	doc->title = "Blandat & <udda>";
	doc->language = "sv";
	section = document_add(a, doc->body, DOC_SECTION);
	section->id = "del ett";
	sample_heading(a, section, &p_title, 1, "t", "Rubrik");
	p = sample_para(a, section, &p_body, "Text med ");
	document_text(a, p, &strong, "fet");
	document_text(a, p, NULL, ", ");
	document_text(a, p, &english, "foreign words");
	document_text(a, p, NULL, " och <tecken> & 12\u00a0450\u00a0000 kr.");
	document_add(a, p, DOC_BREAK);
	document_text(a, p, NULL, "Ny rad. ");
	n = document_add(a, p, DOC_LINK);
	n->href = "javascript:alert(1)";
	document_text(a, n, NULL, "farlig");
	document_text(a, p, NULL, " ");
	n = document_add(a, p, DOC_LINK);
	n->href = "mailto:a@ekholm.example";
	document_text(a, n, NULL, "a@ekholm.example");
	document_add(a, p, DOC_BOOKMARK)->id = "plats";
	sample_para(a, section, &p_body, NULL);
	n = document_add(a, sample_para(a, section, &p_body, NULL), DOC_IMAGE);
	n->bytes = "\x89PNG\r\n\x1a\n";
	n->nbytes = 8;
	n->width = n->height = 36;
	n->alt = "Vapen";
	document_add(a, doc->body, DOC_PAGE_BREAK);
	list = sample_list(a, doc->body, true, 1);
	item = sample_item(a, list, "3.",
	    "Tredje punkten är så lång att den fortsätter på en rad till och "
	    "hänger under sin början.");
	list = sample_list(a, item, true, 2);
	sample_item(a, list, "a)", "Första");
	item = sample_item(a, list, "b)", "Andra");
	sample_para(a, item, &p_body, "Ett stycke till.");
	sample_item(a, list->parent->parent, "4.", "Fjärde");
	list = sample_list(a, doc->body, false, 1);
	sample_item(a, list, "•", "Streck");
	sample_item(a, list, "•", NULL);
	table = sample_table(a, doc->body, widths, 3);
	sample_row(a, table, true, head, 3);
	row = document_add(a, table, DOC_ROW);
	cell = sample_cell(a, row, "1");
	cell->rowspan = 2;
	sample_cell(a, row, "AB");
	sample_cell(a, row,
	    "En lång beskrivning som inte får plats på en rad i en tabell av "
	    "text");
	row = document_add(a, table, DOC_ROW);
	sample_cell(a, row, "över båda")->colspan = 2;
	row = document_add(a, table, DOC_ROW);
	sample_cell(a, row, "2");
	sample_cell(a, row, NULL);
	sample_cell(a, row, "ettordsomärsålångtattdetintefårplatspåenradialls");
	return doc;
}

static void
check_document(const struct document *doc, const char *html, const char *text)
{
	struct kl_error err;
	struct buf out;

	buf_init(&out, 1 << 20);
	assert_int_equal(document_html(doc, &out, &err), 0);
	check_golden(html, &out);
	buf_reset(&out);
	assert_int_equal(document_plain(doc, 72, &out, &err), 0);
	check_golden(text, &out);
	buf_free(&out);
}

static void
documents_match_their_golden_files(void **state)
{
	struct arena *a = arena_new(0);

	(void)state;
	check_document(sample_minutes(a, 2), "minutes.html", "minutes.txt");
	check_document(mixed(a), "mixed.html", "mixed.txt");
	arena_free(a);
}

static void
the_body_is_well_formed(void **state)
{
	struct arena *a = arena_new(0);
	struct kl_error err;
	struct buf out;
	xmlDoc *xml = NULL;

	(void)state;
	xml_start();
	buf_init(&out, 1 << 20);
	assert_int_equal(document_html_body(mixed(a), &out, &err), 0);
	assert_int_equal(xml_parse(out.data, out.len, "html", &xml, &err), 0);
	assert_string_equal(
	    (const char *)xmlDocGetRootElement(xml)->name, "article");
	xmlFreeDoc(xml);
	assert_null(strstr(out.data, "javascript:"));
	assert_null(strstr(out.data, "<p/>"));
	buf_free(&out);
	arena_free(a);
}

static void
text_keeps_to_its_width(void **state)
{
	struct arena *a = arena_new(0);
	struct document *doc = sample_minutes(a, 1);
	struct kl_error err;
	struct buf out;
	const char *line, *next;
	int width;
	size_t n;

	(void)state;
	buf_init(&out, 1 << 20);
	for (width = 40; width < 100; width += 9) {
		buf_reset(&out);
		assert_int_equal(document_plain(doc, width, &out, &err), 0);
		for (line = out.data; *line != '\0'; line = next) {
			char copy[400];

			next = strchr(line, '\n') + 1;
			n = (size_t)(next - line - 1);
			assert_true(n < sizeof copy);
			memcpy(copy, line, n);
			copy[n] = '\0';
			assert_true(utf8_length(copy) <= (size_t)width ||
				    strstr(copy, "<https:") != NULL);
			assert_true(n == 0 || copy[n - 1] != ' ');
		}
	}
	buf_reset(&out);
	assert_int_equal(document_plain(doc, 0, &out, &err), 0);
	assert_non_null(strstr(out.data, "senast i juni 2028.\n"));
	buf_free(&out);
	arena_free(a);
}

static void
empty_and_deep_documents(void **state)
{
	struct arena *a = arena_new(0);
	struct document *doc = document_new(a);
	struct doc_node *at = doc->body;
	struct kl_error err;
	struct buf out;
	int i;

	(void)state;
	buf_init(&out, 1 << 20);
	assert_int_equal(document_html(doc, &out, &err), 0);
	assert_non_null(strstr(out.data, "<title></title>"));
	buf_reset(&out);
	assert_int_equal(document_plain(doc, 72, &out, &err), 0);
	assert_int_equal(out.len, 0);
	for (i = 0; i < 150; i++)
		at = document_add(a, at, DOC_SECTION);
	sample_para(a, at, &p_body, "djupt");
	assert_int_equal(document_html(doc, &out, &err), KL_E_INPUT);
	assert_int_equal(document_plain(doc, 72, &out, &err), KL_E_INPUT);
	out.max = 10;
	buf_free(&out);
	buf_init(&out, 10);
	assert_int_equal(
	    document_html(document_new(a), &out, &err), KL_E_NOMEM);
	buf_free(&out);
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(documents_match_their_golden_files),
		cmocka_unit_test(the_body_is_well_formed),
		cmocka_unit_test(text_keeps_to_its_width),
		cmocka_unit_test(empty_and_deep_documents),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
