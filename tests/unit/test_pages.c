/* SPDX-License-Identifier: EUPL-1.2
 *
 * From OpenDocument to places on pages: page styles, columns, tables and the
 * space around paragraphs, where an office suite puts them.  The figures are
 * those of the documents in tests/fidelity/docs as LibreOffice sets them.
 */
#include "config.h"

#include <dirent.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"
#include "layout/layout.h"
#include "odf/odf.h"

#define DOCS SRCDIR "/tests/fidelity/docs/"
#define NEAR 0.6 /* [pt] */

static struct fonts *fonts;
static struct arena *a;
static struct document *doc;
static struct laid_out *out;
static note_list notes;

static int
setup(void **state)
{
	struct kl_error err;

	(void)state;
	return fonts_open(&fonts, &err);
}

static int
teardown(void **state)
{
	(void)state;
	fonts_close(fonts);
	return 0;
}

static int
start(void **state)
{
	(void)state;
	a = arena_new(0);
	memset(&notes, 0, sizeof notes);
	return a == NULL;
}

static int
finish(void **state)
{
	(void)state;
	arena_free(a);
	return 0;
}

/* ---- documents ---------------------------------------------------------- */

static void
lay(struct odf *odf, int rc, struct kl_error *err)
{
	char text[500];

	if (rc == 0)
		rc = odf_to_document(odf, a, &doc, &notes, err);
	if (rc == 0)
		rc = layout_document(doc,
		    &(struct layout_tools){ .fonts = fonts }, a, &out, err);
	odf_free(odf);
	if (rc != 0) {
		kl_error_format(err, NULL, text, sizeof text);
		fail_msg("%s", text);
	}
}

static void
lay_file(const char *name)
{
	struct kl_error err = { 0 };
	struct odf *odf = NULL;
	char path[1000];
	int rc;

	snprintf(path, sizeof path, DOCS "%s", name);
	rc = odf_open_file(path, &odf, &err);
	lay(odf, rc, &err);
}

/* A document on A4 with 50 pt margins, Liberation Sans 10 pt: lines are 11.5 pt
 * high, 9.38 above the baseline. */
static void
lay_text(const char *styles, const char *body)
{
	static const char head[] =
	    "<office:document xmlns:office=\"urn:oasis:names:tc:opendocument:"
	    "xmlns:office:1.0\" xmlns:style=\"urn:oasis:names:tc:opendocument:"
	    "xmlns:style:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:"
	    "xmlns:text:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:"
	    "xmlns:table:1.0\" xmlns:fo=\"urn:oasis:names:tc:opendocument:"
	    "xmlns:xsl-fo-compatible:1.0\" xmlns:svg=\"urn:oasis:names:tc:"
	    "opendocument:xmlns:svg-compatible:1.0\" office:version=\"1.3\" "
	    "office:mimetype=\"application/vnd.oasis.opendocument.text\">"
	    "<office:styles><style:default-style style:family=\"paragraph\">"
	    "<style:text-properties fo:font-family=\"Liberation Sans\" "
	    "fo:font-size=\"10pt\"/></style:default-style>"
	    "<style:style style:name=\"Standard\" style:family=\"paragraph\"/>"
	    "</office:styles><office:automatic-styles>"
	    "<style:page-layout style:name=\"A4\">"
	    "<style:page-layout-properties fo:page-width=\"595pt\" "
	    "fo:page-height=\"842pt\" fo:margin=\"50pt\"/>"
	    "</style:page-layout>";
	static const char middle[] =
	    "</office:automatic-styles><office:master-styles>"
	    "<style:master-page style:name=\"Standard\" "
	    "style:page-layout-name=\"A4\"/>"
	    "</office:master-styles><office:body><office:text>";
	struct kl_error err = { 0 };
	struct odf *odf = NULL;
	struct buf text;
	int rc;

	buf_init(&text, 1 << 20);
	buf_printf(&text, "%s%s%s%s%s", head, styles, middle, body,
	    "</office:text></office:body></office:document>");
	assert_false(buf_failed(&text));
	rc = odf_open(text.data, text.len, "text.fodt", &odf, &err);
	lay(odf, rc, &err);
	buf_free(&text);
}

/* Where the text beginning with ${word} stands. */
static const struct piece *
find_on(const char *word, size_t *page)
{
	size_t i, k;

	for (i = 0; i < out->pages.n; i++)
		for (k = 0; k < out->pages.v[i].pieces.n; k++) {
			const struct piece *p = &out->pages.v[i].pieces.v[k];

			if (p->kind != PIECE_TEXT ||
			    strncmp(p->text, word, strlen(word)) != 0)
				continue;
			if (page != NULL)
				*page = i;
			return p;
		}
	fail_msg("%s is on no page", word);
	return NULL;
}

static const struct piece *
find(const char *word)
{
	return find_on(word, NULL);
}

static size_t
page_of(const char *word)
{
	size_t page = 0;

	find_on(word, &page);
	return page;
}

static void
near(double got, double want)
{
	if (fabs(got - want) > NEAR)
		fail_msg("%.2f is not %.2f", got, want);
}

static bool
has_text(const struct laid_page *page, size_t from, size_t n, const char *text)
{
	size_t i;

	for (i = from; i < from + n; i++)
		if (page->pieces.v[i].kind == PIECE_TEXT &&
		    strstr(page->pieces.v[i].text, text) != NULL)
			return true;
	return false;
}

/* ---- pages -------------------------------------------------------------- */

static void
pages_follow_their_styles(void **state)
{
	size_t i, wide = 0;
	bool first = true;

	(void)state;
	lay_file("sidformat.fodt");
	assert_string_equal(out->pages.v[0].style->name, "Forsta");
	assert_int_equal(out->pages.v[0].nheader, 0);
	for (i = 1; i < out->pages.n; i++) {
		const struct laid_page *p = &out->pages.v[i];
		const char *name = p->style->name, *head = "Liggande";

		wide += p->style->width > p->style->height;
		if (strcmp(name, "Standard") == 0)
			head = p->number % 2 == 0 ? "Huvud jämn" : "Huvud udda";
		if (strcmp(name, "Kapitel") == 0) {
			head = first ? "Första sidans" : "Vanligt";
			assert_true(!first || p->number == 21);
			first = false;
		}
		assert_true(has_text(p, 0, p->nheader, head));
	}
	assert_false(first);
	assert_true(wide > 0 && wide < out->pages.n);
	assert_true(out->pages.v[page_of("Liggande del")].style->width > 800);
	assert_true(out->pages.v[page_of("Stående")].style->width < 600);
}

static void
breaks_begin_pages(void **state)
{
	(void)state;
	lay_file("sidbrytningar.fodt");
	assert_int_equal(out->pages.n, 4);
	assert_int_equal(page_of("Ett"), 0);
	assert_int_equal(page_of("Tre"), 1);
	assert_int_equal(page_of("Fyra"), 2);
	assert_int_equal(page_of("Sex"), 2); /* a soft break is none */
	assert_int_equal(page_of("Sju"), 3);
}

static void
a_style_without_room_is_reported(void **state)
{
	(void)state;
	lay_text("<style:style style:name=\"B\" style:family=\"paragraph\" "
		 "style:master-page-name=\"Borta\"/>",
	    "<text:p>ett</text:p><text:p text:style-name=\"B\">två</text:p>");
	assert_int_equal(out->pages.n, 1); /* no such style: no break */
	near(find("två")->y - find("ett")->y, 11.5);
}

/* ---- columns ------------------------------------------------------------ */

#define COLUMNS(extra)                                                         \
	"<style:style style:name=\"S\" style:family=\"section\">"              \
	"<style:section-properties " extra "><style:columns "                  \
	"fo:column-count=\"2\" fo:column-gap=\"15pt\"><style:column-sep "      \
	"style:width=\"1pt\" style:color=\"#336699\"/></style:columns>"        \
	"</style:section-properties></style:style>"                            \
	"<style:style style:name=\"K\" style:family=\"paragraph\">"            \
	"<style:paragraph-properties fo:break-before=\"column\"/>"             \
	"</style:style>"

static void
columns_are_made_alike(void **state)
{
	const struct piece *rule;
	size_t i;

	(void)state;
	lay_text(COLUMNS(""),
	    "<text:p>före</text:p><text:section text:style-name=\"S\" "
	    "text:name=\"x\"><text:p>ett</text:p><text:p>två</text:p>"
	    "<text:p>tre</text:p></text:section><text:p>efter</text:p>");
	assert_int_equal(notes.n, 0);
	near(find("två")->x, 50);
	near(find("tre")->x, 50 + 240 + 15);
	near(find("tre")->y, find("ett")->y);
	near(find("efter")->y - find("före")->y, 3 * 11.5);
	for (i = 0, rule = NULL; i < out->pages.v[0].pieces.n; i++)
		if (out->pages.v[0].pieces.v[i].colour == 0x336699)
			rule = &out->pages.v[0].pieces.v[i];
	assert_non_null(rule);
	near(rule->x, 50 + 240 + 7);
	near(rule->height, 23);
}

static void
columns_are_filled_in_turn(void **state)
{
	(void)state;
	lay_text(COLUMNS("text:dont-balance-text-columns=\"true\""),
	    "<text:section text:style-name=\"S\" text:name=\"x\">"
	    "<text:p>ett</text:p><text:p>två</text:p><text:p "
	    "text:style-name=\"K\">tre</text:p></text:section>");
	near(find("två")->x, 50);
	near(find("tre")->x, 305);
	near(find("tre")->y, find("ett")->y);
}

static void
columns_in_a_cell_are_reported(void **state)
{
	(void)state;
	lay_text(COLUMNS(""),
	    "<table:table><table:table-column/><table:table-row>"
	    "<table:table-cell><text:section text:style-name=\"S\" "
	    "text:name=\"x\"><text:p>ett</text:p><text:p>två</text:p>"
	    "</text:section></table:table-cell></table:table-row>"
	    "</table:table>");
	assert_int_equal(notes.n, 1);
	near(find("två")->y - find("ett")->y, 11.5);
}

static void
margins_of_a_section_are_reported(void **state)
{
	(void)state;
	lay_text(COLUMNS("fo:margin-left=\"20pt\""),
	    "<text:section text:style-name=\"S\" text:name=\"x\">"
	    "<text:p>ett</text:p></text:section>");
	assert_int_equal(notes.n, 1);
	near(find("ett")->x, 50);
}

/* ---- tables ------------------------------------------------------------- */

#define CELL(style, rest, text)                                                \
	"<table:table-cell table:style-name=\"" style "\" " rest ">"           \
	"<text:p>" text "</text:p></table:table-cell>"
#define CELL_STYLE(name, props)                                                \
	"<style:style style:name=\"" name "\" style:family=\"table-cell\">"    \
	"<style:table-cell-properties fo:padding=\"3pt\" "                     \
	"fo:border=\"2pt solid #000000\" " props "/></style:style>"
#define TABLE_STYLES                                                           \
	CELL_STYLE("U", "")                                                    \
	CELL_STYLE("M", "style:vertical-align=\"middle\"")                     \
	CELL_STYLE("N", "style:vertical-align=\"bottom\"")                     \
	"<style:style "                                                        \
	"style:name=\"H\" "                                                    \
	"style:family=\"table-row\">"                                          \
	"<style:table-row-properties "                                         \
	"style:min-row-height="                                                \
	"\"80pt\"/>"                                                           \
	"</style:style><style:style "                                          \
	"style:name=\"E\" "                                                    \
	"style:family=\"table\"><"                                             \
	"style:table-properties "                                              \
	"table:border-model="                                                  \
	"\"separating\"/></"                                                   \
	"style:style>"

static void
cells_stand_as_their_style_says(void **state)
{
	double top;

	(void)state;
	lay_text(TABLE_STYLES,
	    "<table:table><table:table-header-columns><table:table-column/>"
	    "</table:table-header-columns><table:table-column "
	    "table:number-columns-repeated=\"2\"/><table:table-row "
	    "table:style-name=\"H\">" CELL("U", "", "uppe")
		CELL("M", "", "mitt")
		    CELL("N", "", "nere") "</table:table-row></"
					  "table:table><text:p>efter</text:p>");
	top = find("uppe")->y;
	near(top, 50 + 2 + 3 + 9.38);
	near(find("efter")->y, 50 + 80 + 9.38);
	near(find("nere")->y - top, 80 - 10 - 11.5);
	near(find("mitt")->y - top, (80 - 10 - 11.5) / 2);
	assert_true(doc->body->first->first->first->row_head);
	assert_true(doc->body->first->first->first->header);
	assert_false(doc->body->first->first->last->row_head);
}

static void
lines_of_neighbours_are_one(void **state)
{
	static const char rows[] =
	    "<table:table-column/><table:table-row>" CELL("U", "",
		"ett") "</table:table-row><table:table-row>" CELL("U", "",
		"två") "</table:table-row></table:table><text:p>efter</text:p>";
	char body[1000];

	(void)state;
	snprintf(body, sizeof body, "<table:table>%s", rows);
	lay_text(TABLE_STYLES, body);
	near(find("ett")->x, 53); /* half the line is outside */
	near(find("två")->y - find("ett")->y, 11.5 + 3 + 2 + 3);
	near(find("efter")->y - find("två")->y, 11.5 + 3 + 2);
	snprintf(
	    body, sizeof body, "<table:table table:style-name=\"E\">%s", rows);
	lay_text(TABLE_STYLES, body);
	near(find("ett")->x, 55);
	near(find("två")->y - find("ett")->y, 11.5 + 3 + 2 + 2 + 3);
}

/* The letters of what is laid out but not repeated, and of the tree. */
static size_t
count_letters(const char *s)
{
	size_t n = 0;

	for (; *s != '\0'; s++)
		n += *s != ' ' && *s != '-';
	return n;
}

static size_t
letters_of(const struct doc_node *node)
{
	size_t n = 0;

	if (node->kind == DOC_TEXT && node->text != NULL)
		n = count_letters(node->text);
	for (node = node->first; node != NULL; node = node->next)
		n += letters_of(node);
	return n;
}

static void
check_pages(const char *name)
{
	size_t i, k, letters = 0;

	for (i = 0; i < out->pages.n; i++) {
		const struct laid_page *page = &out->pages.v[i];

		for (k = page->nheader; k < page->pieces.n - page->nfooter;
		     k++) {
			const struct piece *p = &page->pieces.v[k];

			if (p->kind != PIECE_TEXT)
				continue;
			if (!p->artifact && p->node->kind == DOC_TEXT)
				letters += count_letters(p->text);
			if (p->y < 20 || p->y > page->style->height - 20 ||
			    p->x < 0 || p->x + p->width > page->style->width)
				fail_msg("%s: %s stands outside page %zu", name,
				    p->text, i + 1);
		}
	}
	if (letters != letters_of(doc->body))
		fail_msg("%s: %zu letters of %zu are on the pages", name,
		    letters, letters_of(doc->body));
}

/* Whatever breaks where, nothing is lost and nothing leaves the page. */
static void
all_text_is_on_the_pages(void **state)
{
	struct dirent *entry;
	DIR *dir = opendir(DOCS);
	int n = 0;

	(void)state;
	assert_non_null(dir);
	while ((entry = readdir(dir)) != NULL) {
		if (strstr(entry->d_name, ".fodt") == NULL)
			continue;
		lay_file(entry->d_name);
		check_pages(entry->d_name);
		n++;
	}
	closedir(dir);
	assert_true(n >= 25);
}

static void
groups_go_on_over_pages(void **state)
{
	size_t i, full = 0;

	(void)state;
	lay_file("tabell-radspann.fodt");
	for (i = 0; i + 1 < out->pages.n; i++) {
		const struct laid_page *page = &out->pages.v[i];
		double low = 0;
		size_t k;

		for (k = 0; k < page->pieces.n; k++)
			if (page->pieces.v[k].kind == PIECE_TEXT)
				low = fmax(low, page->pieces.v[k].y);
		full += low > page->style->height - 100;
	}
	assert_int_equal(full, out->pages.n - 1); /* no page is left short */
}

/* ---- paragraphs --------------------------------------------------------- */

#define PARA(name, props)                                                      \
	"<style:style style:name=\"" name "\" style:family=\"paragraph\" "     \
	"style:parent-style-name=\"Standard\"><style:paragraph-"               \
	"properties " props "/></style:style>"
#define P(style, text) "<text:p text:style-name=\"" style "\">" text "</text:p>"

static void
lines_are_as_high_as_asked(void **state)
{
	(void)state;
	lay_text(PARA("A", "fo:line-height=\"200%\"")
		     PARA("B", "fo:line-height=\"30pt\"")
			 PARA("C", "style:line-height-at-least=\"30pt\"")
			     PARA("D", "fo:line-height=\"60%\""),
	    P("A", "ett<text:line-break/>två") P("B", "tre") P("C", "fyra")
		P("D", "fem") P("Standard", "sex"));
	near(find("ett")->y, 50 + 9.38);
	near(find("två")->y, 50 + 23 + 9.38);
	near(find("tre")->y, 50 + 46 + 24);
	near(find("fyra")->y, 50 + 46 + 30 + 30 - 2.12);
	near(find("fem")->y, 50 + 46 + 60 + 9.38 * 0.6);
	near(find("sex")->y, 50 + 46 + 60 + 6.9 + 9.38);
}

static void
space_stands_between_paragraphs(void **state)
{
	(void)state;
	lay_text(
	    PARA("A", "fo:margin-top=\"10pt\" fo:margin-bottom=\"7pt\"")
		PARA("C", "fo:margin-top=\"10pt\" fo:margin-bottom=\"7pt\" "
			  "style:contextual-spacing=\"true\""),
	    P("A", "ett") P("A", "två") P("C", "tre") P("C", "fyra")
		P("A", "fem"));
	near(find("ett")->y, 50 + 10 + 9.38); /* kept at the first page's top */
	near(find("två")->y - find("ett")->y, 11.5 + 17);
	near(find("tre")->y - find("två")->y, 11.5 + 17);
	near(find("fyra")->y - find("tre")->y, 11.5);
	near(find("fem")->y - find("fyra")->y, 11.5 + 10);
}

static void
boxes_join_or_stand_apart(void **state)
{
	(void)state;
	lay_text(
	    PARA("A", "fo:border=\"1pt solid #000000\" fo:padding=\"4pt\"")
		PARA("B", "fo:border=\"1pt solid #000000\" fo:padding=\"4pt\" "
			  "style:join-border=\"false\""),
	    P("A", "ett") P("A", "två") P("Standard", "mellan") P("B", "tre")
		P("B", "fyra"));
	near(find("två")->y - find("ett")->y, 11.5);
	near(find("mellan")->y - find("två")->y, 11.5 + 5);
	near(find("fyra")->y - find("tre")->y, 11.5 + 10);
}

#define LEVEL(name, follow, more)                                              \
	"<text:list-style style:name=\"" name "\"><text:list-level-style-"     \
	"number text:level=\"1\" style:num-format=\"1\" style:num-suffix="     \
	"\".\"><style:list-level-properties text:list-level-position-and-"     \
	"space-mode=\"label-alignment\"><style:list-level-label-alignment "    \
	"text:label-followed-by=\"" follow "\" " more "/></style:list-level-"  \
	"properties></text:list-level-style-number></text:list-style>"
#define LIST(style, text)                                                      \
	"<text:list text:style-name=\"" style                                  \
	"\"><text:list-item><text:p>" text                                     \
	"</text:p></text:list-item></text:list>"

static void
labels_are_followed_as_asked(void **state)
{
	double label;

	(void)state;
	lay_text(LEVEL("T", "listtab",
		     "fo:text-indent=\"-20pt\" fo:margin-left=\"40pt\"")
		     LEVEL("F", "listtab",
			 "text:list-tab-stop-position=\"70pt\" "
			 "fo:margin-left=\"30pt\"")
			 LEVEL("S", "space", "fo:margin-left=\"30pt\"")
			     LEVEL("N", "nothing", "fo:margin-left=\"30pt\""),
	    LIST("T", "tabb") LIST("F", "fjärran") LIST("S", "mellanslag")
		LIST("N", "inget"));
	near(find("1.")->x, 70);
	near(find("tabb")->x, 90);
	near(find("fjärran")->x, 120);
	label = find("1.")->width;
	near(find("inget")->x, 80 + label);
	near(find("mellanslag")->x, 80 + label + 2.78);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, start, finish)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(pages_follow_their_styles),
		TEST(breaks_begin_pages),
		TEST(a_style_without_room_is_reported),
		TEST(columns_are_made_alike),
		TEST(columns_are_filled_in_turn),
		TEST(columns_in_a_cell_are_reported),
		TEST(margins_of_a_section_are_reported),
		TEST(cells_stand_as_their_style_says),
		TEST(lines_of_neighbours_are_one),
		TEST(all_text_is_on_the_pages),
		TEST(groups_go_on_over_pages),
		TEST(lines_are_as_high_as_asked),
		TEST(space_stands_between_paragraphs),
		TEST(boxes_join_or_stand_apart),
		TEST(labels_are_followed_as_asked),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
