/* SPDX-License-Identifier: EUPL-1.2
 *
 * The accessibility check of a document: every rule finds what it is for and
 * nothing else, and our own templates are clean.
 */
#include "config.h"

#include <glob.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/file.h"
#include "base/xml.h"
#include "document/check.h"
#include "odf/odf.h"
#include "sample.h"

TEXT(t_bold, "Open Sans", 10.5, 0x1a1a1a);
TEXT(t_grey, "Open Sans", 10.5, 0x999999);
TEXT(t_grey_large, "Open Sans", 18, 0x949494);
TEXT(t_tiny, "Open Sans", 7.5, 0x1a1a1a);

static struct arena *a;
static struct document *doc;

static int
set_up(void **state)
{
	(void)state;
	xml_start();
	a = arena_new(0);
	doc = document_new(a);
	doc->title = "Prov";
	doc->language = "sv";
	sample_heading(a, doc->body, &p_title, 1, NULL, "Rubrik");
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	arena_free(a);
	return 0;
}

/* How many findings; the message of one of them in ${only}, if not NULL. */
static size_t
findings(const char *only)
{
	static const char *const vague[] = { "här", "läs mer" };
	struct check_options options = { vague, 2 };
	note_list notes = { 0 };
	char text[600];
	size_t i, n = 0;

	document_check(doc, a, &options, &notes);
	for (i = 0; i < notes.n; i++) {
		kl_error_format(&notes.v[i], NULL, text, sizeof text);
		if (only == NULL || strstr(text, only) != NULL)
			n++;
		else
			print_message("%s\n", text);
	}
	return n;
}

static struct doc_node *
para(const struct doc_text_style *style, const char *text)
{
	struct doc_node *p = sample_para(a, doc->body, &p_body, NULL);

	document_text(a, p, style, text);
	return p;
}

static void
headings(void **state)
{
	(void)state;
	sample_heading(a, doc->body, &p_head, 2, NULL, "Två");
	sample_heading(a, doc->body, &p_head, 3, NULL, "Tre");
	sample_heading(a, doc->body, &p_head, 2, NULL, "Två");
	assert_int_equal(findings(NULL), 0);
	sample_heading(a, doc->body, &p_head, 4, NULL, "Fyra");
	assert_int_equal(findings("“Fyra”: the heading skips a level; the one "
				  "before is of level 2"),
	    1);
	assert_int_equal(findings(NULL), 1);
	doc->body->first->level = 2;
	assert_int_equal(findings("should be of level 1"), 1);
	sample_heading(a, doc->body, &p_head, 2, NULL, "  ");
	assert_int_equal(findings("Near “Fyra”: a heading is empty"), 1);
}

static void
title_and_language(void **state)
{
	(void)state;
	doc->title = NULL;
	doc->language = "zxx";
	assert_int_equal(findings("no title"), 1);
	assert_int_equal(findings("no language"), 1);
	assert_int_equal(findings(NULL), 2);
}

static void
tables(void **state)
{
	static const double widths[] = { 50, 50 };
	static const char *const head[] = { "Namn", "Parti" };
	static const char *const half[] = { "Namn", "" };
	struct doc_node *table = sample_table(a, doc->body, widths, 2), *row;

	(void)state;
	row = sample_row(a, table, false, head, 2);
	assert_int_equal(
	    findings("Near “NamnParti”: the table has no header"), 1);
	row->header = true;
	assert_int_equal(findings(NULL), 0);
	row->header = false;
	row->first->row_head = true;
	assert_int_equal(findings(NULL), 0);
	sample_row(a, table, true, half, 2);
	assert_int_equal(findings("a header cell of the table is empty"), 1);
	/* one cell is a frame */
	table = sample_table(a, doc->body, widths, 1);
	sample_row(a, table, false, head, 1);
	assert_int_equal(findings(NULL), 1);
}

static struct doc_node *
link_to(const char *text)
{
	struct doc_node *p = para(NULL, "Ett stycke "), *link;

	link = document_add(a, p, DOC_LINK);
	link->href = "https://ekholm.example/";
	if (text != NULL)
		document_text(a, link, NULL, text);
	return link;
}

static void
links(void **state)
{
	(void)state;
	link_to("Ekholms webbplats");
	link_to("info@ekholm.example");
	assert_int_equal(findings(NULL), 0);
	link_to("https://ekholm.example/");
	assert_int_equal(findings("is but an address"), 1);
	link_to("Här");
	link_to(" Läs mer ");
	assert_int_equal(findings("does not say where it leads"), 2);
	link_to(NULL);
	assert_int_equal(findings("a link has no text"), 1);
	assert_int_equal(findings(NULL), 4);
}

static void
pictures(void **state)
{
	struct doc_node *p = para(NULL, "Bild: "), *n;

	(void)state;
	n = document_add(a, p, DOC_IMAGE);
	n->alt = "Vapen";
	n = document_add(a, p, DOC_FIGURE);
	n->alt = ""; /* decoration */
	assert_int_equal(findings(NULL), 0);
	document_add(a, p, DOC_IMAGE)->source = "Bild 3";
	assert_int_equal(findings("the picture Bild 3 has no alternative"), 1);
	document_add(a, doc->body, DOC_FIGURE)->source = "Figur 1";
	assert_int_equal(findings("the drawing Figur 1 has no alternative"), 1);
	assert_int_equal(findings(NULL), 2);
}

static void
faked_headings_and_lists(void **state)
{
	struct doc_text_style bold = t_bold;

	(void)state;
	bold.bold = true;
	para(&bold, "Bakgrund");
	assert_int_equal(findings(NULL), 0); /* nothing follows */
	para(NULL, "Ett vanligt stycke.");
	assert_int_equal(findings("“Bakgrund”: bold text looks like"), 1);
	para(&bold, "Detta är viktigt.");
	para(NULL, "Ett vanligt stycke.");
	para(NULL, "- ett streck");
	para(NULL, "Ett vanligt stycke.");
	assert_int_equal(findings(NULL), 1);
	para(NULL, "– ett");
	para(NULL, "– två");
	para(NULL, "– tre");
	assert_int_equal(findings("a list is typed"), 1);
	para(NULL, "Ett vanligt stycke.");
	para(NULL, "1. ett");
	para(NULL, "2. två");
	para(NULL, "1.5 är ett tal");
	assert_int_equal(findings("a list is typed"), 2);
}

static void
looks(void **state)
{
	struct doc_para_style dark = p_body;
	struct doc_node *p;

	(void)state;
	assert_true(fabs(document_contrast(0, 0xffffff) - 21) < 0.01);
	assert_true(fabs(document_contrast(0x777777, 0xffffff) - 4.48) < 0.01);
	para(&t_grey_large, "Stor grå text");
	assert_int_equal(findings(NULL), 0);
	para(&t_grey, "Blek text");
	assert_int_equal(findings("Near “Blek text”: the text's colour"), 1);
	para(&t_tiny, "Liten text");
	assert_int_equal(findings("Near “Liten text”: the text is smaller"), 1);
	dark.box.background = 0x003366;
	p = para(&t_bold, "Mörk på mörk");
	p->para = &dark;
	assert_int_equal(findings("Near “Mörk på mörk”"), 1);
	assert_int_equal(findings(NULL), 3);
}

static void
word_lists(void **state)
{
	text_list list = { 0 };

	(void)state;
	check_words(a, "# rubrik\nHär\n\nLäs mer", &list);
	assert_int_equal(list.n, 2);
	assert_string_equal(list.v[0], "här");
	assert_string_equal(list.v[1], "läs mer");
}

static void
our_templates_are_clean(void **state)
{
	struct odf *odf;
	struct kl_error err;
	glob_t files;
	size_t i;

	(void)state;
	assert_int_equal(glob(SRCDIR "/templates/*.fodt", 0, NULL, &files), 0);
	assert_true(files.gl_pathc >= 12);
	for (i = 0; i < files.gl_pathc; i++) {
		assert_int_equal(
		    odf_open_file(files.gl_pathv[i], &odf, &err), 0);
		assert_int_equal(odf_to_document(odf, a, &doc, NULL, &err), 0);
		print_message("%s\n", files.gl_pathv[i]);
		assert_int_equal(findings(NULL), 0);
		odf_free(odf);
	}
	globfree(&files);
}

int
main(void)
{
#define T(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
	const struct CMUnitTest tests[] = { T(headings), T(title_and_language),
		T(tables), T(links), T(pictures), T(faked_headings_and_lists),
		T(looks), T(word_lists), T(our_templates_are_clean) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
