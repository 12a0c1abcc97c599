/* SPDX-License-Identifier: EUPL-1.2
 *
 * What a page must be for those who hear it, enlarge it or use no mouse: the
 * rules of WCAG 2.2 that a machine can see, over the tree of each page.  With
 * arguments: the pages in those files; else those of the templates.
 */
#include "config.h"

#include <glob.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include <libxml/xpath.h>

#include "base/file.h"
#include "base/xml.h"
#include "document/writers.h"
#include "odf/odf.h"
#include "sample.h"

static struct arena *a;
static struct kl_error err;

/* What a page must not have: an XPath that finds it. */
static const struct {
	const char *rule, *found;
} forbidden[] = {
	{ "the page has a language", "/html[not(@lang) or @lang='']" },
	{ "the page has a title", "/html/head[not(normalize-space(title))]" },
	{ "there is one main", "/html[count(.//main)!=1]" },
	{ "there is one h1", "/html[count(.//h1)!=1]" },
	{ "h1 is the first heading",
	    "//h1[preceding::*[self::h2 or self::h3 or self::h4]]" },
	{ "a heading has words",
	    "//*[starts-with(name(),'h') and string-length(name())=2 and "
	    "name()!='hr'][not(normalize-space(.))]" },
	{ "an id is used once", "//*[@id=preceding::*/@id or "
				"@id=ancestor::*/@id]" },
	{ "an id has no space", "//*[contains(@id,' ') or @id='']" },
	{ "a link inside leads somewhere", "//a[starts-with(@href,'#') and "
					   "not(substring(@href,2)=//@id)]" },
	{ "a link has words", "//a[not(normalize-space(.)) and "
			      "not(.//img[@alt!='']) and not(.//*[@role])]" },
	{ "a link is safe",
	    "//a/@href[not(starts-with(.,'#') or starts-with(.,'https:') or "
	    "starts-with(.,'http:') or starts-with(.,'mailto:') or "
	    "starts-with(.,'tel:'))]" },
	{ "a picture has an alternative", "//img[not(@alt)]" },
	{ "a drawing has a name or is hidden",
	    "//*[local-name()='svg'][not(@aria-hidden='true') and "
	    "not(@role='img' and normalize-space(@aria-label) and "
	    "*[local-name()='title'])]" },
	{ "a head has words", "//th[not(normalize-space(.))]" },
	{ "a head has a scope", "//th[not(@scope)]" },
	{ "a scope is one", "//th/@scope[.!='col' and .!='row' and "
			    ".!='colgroup' and .!='rowgroup']" },
	{ "a table with columns has heads",
	    "//table[.//tr[count(td)>1]][not(.//th)]" },
	{ "a list holds items", "//*[self::ul or self::ol][*[not(self::li)] "
				"or not(li)]" },
	{ "an item is in a list", "//li[not(parent::ul or parent::ol)]" },
	{ "labels are shown where counting is off",
	    "//ol[@class='labels']/li[not(*[1][@class='label'])]" },
	{ "what is reached by keyboard has a name",
	    "//*[@tabindex][not(@role) or not(normalize-space(@aria-label))]" },
	{ "tabindex is 0", "//@tabindex[.!='0']" },
	{ "a language tag is one", "//@lang[contains(.,' ') or .='' or "
				   ".='zxx' or .='none']" },
	{ "no language within the same",
	    "//span[@lang=ancestor::*[@lang][1]/@lang]" },
	{ "no element for looks alone", "//font|//center|//b|//i|//u" },
	{ "no script", "//script|//@onclick|//@style" },
	{ "a p holds no block", "//p[.//p or .//table or .//ul or .//ol or "
				".//div]" },
};

static size_t
count(xmlXPathContext *x, const char *expression)
{
	xmlXPathObject *found = xmlXPathEval(BAD_CAST expression, x);
	size_t n = 0;

	if (found == NULL)
		fail_msg("not an XPath: %s", expression);
	if (found->nodesetval != NULL)
		n = (size_t)found->nodesetval->nodeNr;
	xmlXPathFreeObject(found);
	return n;
}

static int
level_of(const xmlNode *n)
{
	const char *name = (const char *)n->name;

	return n->type == XML_ELEMENT_NODE && name[0] == 'h' &&
		       name[1] >= '1' && name[1] <= '6' && name[2] == '\0'
		   ? name[1] - '0'
		   : 0;
}

/* The first heading that skips a level, or NULL. */
static const char *
skipped(const xmlNode *n, int *level)
{
	const char *found;
	int own;

	for (; n != NULL; n = n->next) {
		own = level_of(n);
		if (own > *level + 1)
			return (const char *)n->name;
		if (own > 0)
			*level = own;
		if ((found = skipped(n->children, level)) != NULL)
			return found;
	}
	return NULL;
}

/* How many rules a page breaks. */
static size_t
broken(const char *name, const struct buf *page)
{
	const char *text = strstr(page->data, "<html");
	xmlXPathContext *x;
	xmlDoc *doc = NULL;
	size_t i, k, bad = 0;
	int level = 0;

	assert_int_equal(
	    strncmp(page->data, "<!DOCTYPE html>", strlen("<!DOCTYPE html>")),
	    0);
	assert_non_null(text);
	assert_int_equal(xml_parse(text, strlen(text), name, &doc, &err), 0);
	x = xmlXPathNewContext(doc);
	for (i = 0; i < sizeof forbidden / sizeof *forbidden; i++) {
		k = count(x, forbidden[i].found);
		if (k > 0)
			print_message("%s: not so: %s (%zu)\n", name,
			    forbidden[i].rule, k);
		bad += k;
	}
	if (skipped(xmlDocGetRootElement(doc), &level) != NULL) {
		print_message("%s: a heading skips a level\n", name);
		bad++;
	}
	xmlXPathFreeContext(x);
	xmlFreeDoc(doc);
	return bad;
}

static void
write_page(const struct document *doc, struct buf *page)
{
	buf_reset(page);
	assert_int_equal(document_html(doc, page, &err), 0);
}

static void
the_templates_make_good_pages(void **state)
{
	struct document *doc;
	struct buf page;
	struct odf *odf;
	glob_t files;
	size_t i;

	(void)state;
	buf_init(&page, 16 << 20);
	assert_int_equal(glob(SRCDIR "/templates/*.fodt", 0, NULL, &files), 0);
	assert_int_equal(glob(SRCDIR "/tests/fidelity/docs/figurer.fodt",
			     GLOB_APPEND, NULL, &files),
	    0);
	assert_true(files.gl_pathc > 12);
	for (i = 0; i < files.gl_pathc; i++) {
		assert_int_equal(
		    odf_open_file(files.gl_pathv[i], &odf, &err), 0);
		assert_int_equal(odf_to_document(odf, a, &doc, NULL, &err), 0);
		write_page(doc, &page);
		assert_int_equal(broken(files.gl_pathv[i], &page), 0);
		odf_free(odf);
	}
	globfree(&files);
	buf_free(&page);
}

/* Everything that should not be written as it came. */
static void
odd_trees_make_good_pages(void **state)
{
	static const double widths[] = { 50, 50, 50, 50 };
	static const char *const head[] = { "Budget", "", "Utfall", "Rest" };
	struct document *doc = document_new(a);
	struct doc_node *table, *row, *list, *n;
	struct buf page;

	(void)state;
	buf_init(&page, 1 << 20);
	doc->title = "Udda";
	sample_heading(a, doc->body, &p_title, 3, "samma id", "Tre först");
	sample_heading(a, doc->body, &p_title, 1, "samma id", "Ett sedan");
	sample_heading(a, doc->body, &p_title, 1, NULL, "Ett igen");
	sample_heading(a, doc->body, &p_title, 5, NULL, "Fem");
	n = document_add(a, sample_para(a, doc->body, &p_body, NULL), DOC_LINK);
	n->href = "#samma id";
	document_text(a, n, NULL, "Till rubriken");
	table = sample_table(a, doc->body, widths, 4);
	row = document_add(a, table, DOC_ROW);
	row->header = true;
	sample_cell(a, row, "År")->colspan = 2;
	sample_cell(a, row, "Mer")->colspan = 2;
	sample_row(a, table, true, head, 4);
	row = sample_row(a, table, false, head, 4);
	row->first->row_head = true;
	list = sample_list(a, doc->body, true, 1);
	sample_item(a, list, "b.", "Bokstav");
	sample_item(a, list, "c.", "Bokstav");
	sample_item(a, list, "f.", "Hopp");
	list = sample_list(a, doc->body, true, 1);
	sample_item(a, list, "att", "bifalla");
	sample_item(a, list, "att", "avslå");
	sample_list(a, doc->body, true, 1); /* without items */
	write_page(doc, &page);
	/* the letters begin at b: the list says its values */
	assert_int_equal(broken("odd", &page), 0);
	assert_non_null(strstr(page.data, "id=\"samma-id-2\""));
	assert_non_null(strstr(page.data, "href=\"#samma-id\""));
	assert_non_null(strstr(page.data, "<colgroup span=\"2\">"));
	assert_non_null(strstr(page.data, "scope=\"colgroup\""));
	assert_non_null(strstr(page.data, "scope=\"row\""));
	assert_non_null(strstr(page.data, "role=\"region\" tabindex=\"0\""));
	assert_non_null(strstr(page.data, "class=\"labels\" role=\"list\""));
	/* no heading at all: the title is the page's */
	doc = document_new(a);
	doc->title = "Bara text";
	sample_para(a, doc->body, &p_body, "Text");
	write_page(doc, &page);
	assert_int_equal(broken("plain", &page), 0);
	assert_non_null(strstr(page.data, "<h1>Bara text</h1>"));
	buf_free(&page);
}

/* Each rule can fail. */
static void
bad_pages_are_caught(void **state)
{
	static const char *const bad[] = { "<h3>A</h3>", "<h1>B</h1>",
		"<h4>C</h4>", "<h2></h2>", "<p id=\"a b\">x</p>",
		"<p id=\"x\"/><p id=\"x\"/>", "<a href=\"#no\">x</a>",
		"<a href=\"#x\"/>", "<a href=\"javascript:1\">x</a>",
		"<img src=\"x\"/>",
		"<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
		"<table><tr><td>a</td><td>b</td></tr></table>",
		"<table><tr><th>a</th></tr></table>",
		"<table><tr><th scope=\"col\"/></tr></table>",
		"<table><tr><th scope=\"x\">a</th></tr></table>", "<ul/>",
		"<ul><p>x</p><li>y</li></ul>", "<li>x</li>",
		"<ol class=\"labels\"><li>x</li></ol>",
		"<div tabindex=\"0\">x</div>",
		"<div tabindex=\"3\" role=\"region\" aria-label=\"x\"/>",
		"<span lang=\"\">x</span>", "<span lang=\"sv\">x</span>",
		"<b>x</b>", "<script>x</script>", "<p><div>x</div></p>",
		"<main/>" };
	struct buf page;
	size_t i;

	(void)state;
	buf_init(&page, 1 << 16);
	for (i = 0; i <= sizeof bad / sizeof *bad; i++) {
		buf_reset(&page);
		buf_printf(&page,
		    "<!DOCTYPE html>\n<html lang=\"sv\"><head><title>x</title>"
		    "</head><body><main><h1>x</h1>%s</main></body></html>",
		    i == 0 ? "" : bad[i - 1]);
		if ((broken("bad", &page) > 0) != (i > 0))
			fail_msg("not caught: %s", bad[i - 1]);
	}
	buf_free(&page);
}

static int
check_files(int argc, char **argv)
{
	struct buf page;
	size_t bad = 0;
	int i;

	for (i = 1; i < argc; i++) {
		if (file_read(argv[i], 64 << 20, &page, &err) != 0)
			return 2;
		bad += broken(argv[i], &page);
		buf_free(&page);
	}
	return bad > 0;
}

int
main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_templates_make_good_pages),
		cmocka_unit_test(odd_trees_make_good_pages),
		cmocka_unit_test(bad_pages_are_caught),
	};
	int rc;

	xml_start();
	a = arena_new(0);
	rc = argc > 1 ? check_files(argc, argv)
		      : cmocka_run_group_tests(tests, NULL, NULL);
	arena_free(a);
	return rc;
}
