/* SPDX-License-Identifier: EUPL-1.2
 *
 * Notes, contents, references and numbered headings, from the office document
 * to paper, screen and text.
 */
#include "config.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/file.h"
#include "base/xml.h"
#include "document/writers.h"
#include "odf/odf.h"
#include "pdf/pdf.h"
#include "sample.h"
#include <kansli/pdf.h>

#define DATA SRCDIR "/tests/data/odf/"
#define NOTES SRCDIR "/tests/fidelity/docs/noter.fodt"
#define HEAD                                                                   \
	"<office:document xmlns:office=\"urn:oasis:names:tc:opendocument:"     \
	"xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:"     \
	"xmlns:text:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:"      \
	"xmlns:table:1.0\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "      \
	"xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "                       \
	"xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" "     \
	"xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:"                    \
	"xsl-fo-compatible:1.0\" office:version=\"1.3\" office:mimetype="      \
	"\"application/vnd.oasis.opendocument.text\"><office:styles>"          \
	"<text:outline-style style:name=\"Outline\">"                          \
	"<text:outline-level-style text:level=\"1\" style:num-format=\"I\" "   \
	"style:num-suffix=\".\" text:start-value=\"3\"/>"                      \
	"<text:outline-level-style text:level=\"2\" style:num-format=\"1\" "   \
	"style:num-prefix=\"(\" style:num-suffix=\")\" "                       \
	"text:display-levels=\"2\"/>"                                          \
	"<text:outline-level-style text:level=\"3\" style:num-format=\"\"/>"   \
	"</text:outline-style><text:notes-configuration "                      \
	"text:note-class=\"footnote\" style:num-format=\"a\" "                 \
	"text:start-value=\"1\" text:start-numbering-at=\"chapter\"/>"         \
	"</office:styles><office:automatic-styles/><office:body>"              \
	"<office:text>"
#define TAIL "</office:text></office:body></office:document>"
#define NOTE(class, citation, text)                                            \
	"<text:note text:note-class=\"" class "\"><text:note-"                 \
					      "citation" citation              \
					      ">9</"                           \
					      "text:note-citation><text:note-" \
					      "body><text:p>" text             \
					      "</text:p></text:note-body></"   \
					      "text:note>"

static struct arena *a;
static struct layout_tools tools;
static struct kl_error err;
static note_list notes;

static int
set_up(void **state)
{
	(void)state;
	xml_start();
	memset(&err, 0, sizeof err);
	memset(&notes, 0, sizeof notes);
	a = arena_new(0);
	return fonts_open(&tools.fonts, &err);
}

static int
tear_down(void **state)
{
	(void)state;
	fonts_close(tools.fonts);
	arena_free(a);
	return 0;
}

/* ---- help -----------------------------------------------------------------
 */

static void
succeed(int rc)
{
	char text[500];

	if (rc == 0)
		return;
	kl_error_format(&err, NULL, text, sizeof text);
	fail_msg("%s", text);
}

static struct document *
read_tree(struct odf *odf)
{
	struct document *doc = NULL;

	succeed(odf_to_document(odf, a, &doc, &notes, &err));
	return doc;
}

static struct document *
read_text(const char *body)
{
	const char *text = arena_printf(a, HEAD "%s" TAIL, body);
	struct odf *odf = NULL;
	struct document *doc;

	succeed(odf_open(text, strlen(text), "mall.fodt", &odf, &err));
	doc = read_tree(odf);
	odf_free(odf);
	return doc;
}

static struct laid_out *
lay(const struct document *doc)
{
	struct laid_out *out = NULL;

	succeed(layout_document(doc, &tools, a, &out, &err));
	return out;
}

static const char *
html(const struct document *doc)
{
	const char *copy;
	struct buf out;

	buf_init(&out, 16 << 20);
	succeed(document_html_body(doc, &out, &err));
	copy = arena_strdup(a, out.data);
	buf_free(&out);
	return copy;
}

static const char *
plain(const struct document *doc)
{
	const char *copy;
	struct buf out;

	buf_init(&out, 16 << 20);
	succeed(document_plain(doc, 72, &out, &err));
	copy = arena_strdup(a, out.data);
	buf_free(&out);
	return copy;
}

/* The tree as text: "[1:note]" a note, "<href:link>", "{id}" a page reference,
 * "|" after a block. */
static void
gather(struct buf *out, const struct doc_node *node)
{
	for (; node != NULL; node = node->next) {
		if (node->kind == DOC_TEXT)
			buf_puts(out, node->text);
		else if (node->kind == DOC_TAB)
			buf_puts(out, "\t");
		else if (node->kind == DOC_PAGE_REFERENCE)
			buf_printf(out, "{%s}", node->href);
		else if (node->kind == DOC_NOTE)
			buf_printf(
			    out, "[%s%s:", node->at_end ? "*" : "", node->text);
		else if (node->kind == DOC_LINK)
			buf_printf(
			    out, "<%s:", node->href == NULL ? "" : node->href);
		gather(out, node->first);
		if (node->kind == DOC_NOTE)
			buf_puts(out, "]");
		else if (node->kind == DOC_LINK)
			buf_puts(out, ">");
		else if (node->kind == DOC_PARAGRAPH ||
			 node->kind == DOC_HEADING)
			buf_puts(out, "|");
	}
}

static const char *
tree_text(const struct document *doc)
{
	const char *copy;
	struct buf out;

	buf_init(&out, 1 << 20);
	gather(&out, doc->body->first);
	copy = arena_strdup(a, out.data);
	buf_free(&out);
	return copy;
}

static void
check_text(const char *body, const char *expected)
{
	assert_string_equal(tree_text(read_text(body)), expected);
}

static bool
noted(const char *what)
{
	size_t i;

	for (i = 0; i < notes.n; i++)
		if (strstr(notes.v[i].text, what) != NULL)
			return true;
	return false;
}

static const struct doc_node *
find(const struct doc_node *node, enum doc_kind kind)
{
	const struct doc_node *found = NULL;

	for (; node != NULL && found == NULL; node = node->next)
		found = node->kind == kind ? node : find(node->first, kind);
	return found;
}

/* ---- reading ----------------------------------------------------------------
 */

static void
notes_are_numbered(void **state)
{
	(void)state;
	/* they count from b, anew in each chapter; endnotes are i, ii */
	check_text(
	    "<text:p>x" NOTE("footnote", "", "ett") " y" NOTE("endnote", "",
		"slut") NOTE("footnote", " text:label=\"*\"", "eget")
		NOTE("footnote", "",
		    "två") "</text:p><text:h "
			   "text:outline-level=\"3\">h</text:h><text:p>z" NOTE(
			       "footnote", "",
			       "tre") "</text:p><text:h "
				      "text:outline-level=\"1\">H" NOTE(
					  "footnote", "", "fyra") "</text:h>",
	    "x[b:ett|] y[*i:slut|][*:eget|][c:två|]|h|z[d:tre|]|III. H[b:fyra|]"
	    "|");
	assert_int_equal(notes.n, 0);
}

static void
a_note_in_a_note_is_in_brackets(void **state)
{
	(void)state;
	check_text("<text:p>x" NOTE("footnote", "",
		       "yttre" NOTE("footnote", "", "inre")) "</text:p>",
	    "x[b:yttre [inre]|]|");
	assert_true(noted("cannot stand here"));
}

static void
headings_are_numbered(void **state)
{
	(void)state;
	check_text(
	    "<text:h text:outline-level=\"1\">a</text:h>"
	    "<text:h text:outline-level=\"2\">b</text:h>"
	    "<text:h text:outline-level=\"3\">c</text:h>"
	    "<text:h text:outline-level=\"2\">d</text:h>"
	    "<text:h text:outline-level=\"2\" text:is-list-header=\"true\">e"
	    "</text:h><text:h text:outline-level=\"1\">f</text:h>"
	    "<text:h text:outline-level=\"2\" text:restart-numbering=\"true\" "
	    "text:start-value=\"7\">g</text:h>",
	    "III. a|(III.1) b|c|(III.2) d|e|IV. f|(IV.7) g|");
}

static void
fields_are_shown_or_named(void **state)
{
	struct document *doc = read_text(
	    "<text:tracked-changes><text:changed-region text:id=\"c1\">"
	    "<text:deletion><office:change-info/><text:p>struket</text:p>"
	    "</text:deletion></text:changed-region></text:tracked-changes>"
	    "<text:p>a<office:annotation><dc:creator>K</dc:creator>"
	    "<text:p>kommentar</text:p></office:annotation>"
	    "<text:ruby><text:ruby-base>b</text:ruby-base><text:ruby-text>c"
	    "</text:ruby-text></text:ruby> <text:date>d</text:date> "
	    "<text:date text:fixed=\"true\">e</text:date> <text:chapter>f"
	    "</text:chapter> <text:author-name>g</text:author-name> "
	    "<text:hidden-text text:is-hidden=\"true\" "
	    "text:string-value=\"nej\">nej</text:hidden-text>"
	    "<text:conditional-text>h</text:conditional-text> "
	    "<text:underligt>i</text:underligt></text:p>"
	    "<text:p>nej<text:hidden-paragraph text:is-hidden=\"true\"/>"
	    "</text:p>"
	    "<text:p>T <text:sequence text:name=\"T\" text:formula=\"T+1\" "
	    "text:ref-name=\"t1\">1</text:sequence></text:p>"
	    "<text:p>T <text:sequence text:name=\"T\" text:formula=\"T+1\" "
	    "text:ref-name=\"t2\">1</text:sequence> <text:sequence-ref "
	    "text:reference-format=\"value\" text:ref-name=\"t2\">1"
	    "</text:sequence-ref></text:p>");

	(void)state;
	assert_string_equal(tree_text(doc), "ab (c) d e f g h i|T 1|T 2 2|");
	assert_true(noted("comment is not printed"));
	assert_true(noted("tracked changes"));
	assert_true(noted("gloss"));
	assert_true(noted("field %s shows"));
	assert_true(noted("element %s is not known"));
	assert_true(noted("hidden paragraph"));
	assert_int_equal(notes.n, 8); /* three fields */
}

static void
references_that_lead_nowhere_are_named(void **state)
{
	(void)state;
	check_text("<text:p>se <text:bookmark-ref text:reference-format="
		   "\"page\" text:ref-name=\"borta\">7</text:bookmark-ref>, "
		   "<text:a xlink:href=\"#borta\">där</text:a></text:p>",
	    "se <:7>, <:där>|");
	assert_true(noted("reference to %s leads nowhere"));
	assert_true(noted("link %s leads nowhere"));
}

static void
raised_text_is_raised(void **state)
{
	const char *text =
	    HEAD "<text:p>m<text:span "
		 "text:style-name=\"U\">2</text:span></text:p>" TAIL;
	const char *styles = "<office:automatic-styles><style:style "
			     "style:name=\"U\" style:family=\"text\">"
			     "<style:text-properties style:text-position=\""
			     "-20% 50%\" style:text-line-through-style=\"solid"
			     "\"/></style:style></office:automatic-styles>";
	const char *at = strstr(text, "<office:automatic-styles/>");
	const struct doc_node *node;
	struct odf *odf = NULL;
	struct document *doc;

	(void)state;
	text = arena_printf(a, "%.*s%s%s", (int)(at - text), text, styles,
	    at + strlen("<office:automatic-styles/>"));
	succeed(odf_open(text, strlen(text), "mall.fodt", &odf, &err));
	doc = read_tree(odf);
	odf_free(odf);
	node = doc->body->first->first->next;
	assert_string_equal(node->text, "2");
	assert_float_equal(node->style->size, 6, 0.001);
	assert_float_equal(node->style->rise, -2.4, 0.001);
	assert_true(node->style->strike);
	assert_non_null(strstr(html(doc), "m<s><sub>2</sub></s>"));
}

/* ---- contents, filled -------------------------------------------------------
 */

static struct odf *
filled(void)
{
	static const char *const known[] = { "sammanträde/ärende/rubrik",
		"sammanträde/ärende/dnr" };
	struct odf_fill_options options = { .language = "sv" };
	struct odf *odf = NULL;
	xmlDoc *record = NULL;
	struct buf bytes;

	succeed(file_read(DATA "akt.xml", 1 << 20, &bytes, &err));
	succeed(xml_parse(bytes.data, bytes.len, "akt.xml", &record, &err));
	buf_free(&bytes);
	succeed(odf_open_file(DATA "hanvisningar.fodt", &odf, &err));
	succeed(odf_fill(
	    odf, xmlDocGetRootElement(record), &options, known, 2, &err));
	xmlFreeDoc(record);
	return odf;
}

static void
contents_follow_the_headings(void **state)
{
	struct odf *odf = filled();
	struct document *doc = read_tree(odf);
	const char *text = tree_text(doc), *end;

	(void)state;
	odf_free(odf);
	end = strstr(text, "Se ");
	assert_non_null(end);
	assert_string_equal(arena_strndup(a, text, (size_t)(end - text)),
	    "Innehåll|"
	    "<#__RefHeading___Toc1:1 Cykelbanor på Sandviksvägen & {inte ett "
	    "fält}\t{#__RefHeading___Toc1}>|"
	    "<#__RefHeading___Toc2:1.1 Beslut\t{#__RefHeading___Toc2}>|"
	    "<#__RefHeading___Toc3:2 Parkering vid torget\t"
	    "{#__RefHeading___Toc3}>|"
	    "<#__RefHeading___Toc4:2.1 Beslut\t{#__RefHeading___Toc4}>|"
	    "<#__RefHeading___Toc5:3 Till sist\t{#__RefHeading___Toc5}>|"
	    "<#__RefHeading___Toc6:Utan nummer\t{#__RefHeading___Toc6}>|");
	assert_non_null(
	    strstr(end, "Se Till sist, avsnitt 3, sidan <#sista:{#sista}>.|"));
	assert_non_null(strstr(end, "Ärendet[1:Diarienummer T2026-102-00418.|"
				    "] gäller detta.|"));
	assert_non_null(strstr(end, "Ärendet[2:Diarienummer T2026-102-00500.|"
				    "] gäller detta.|"));
	assert_non_null(
	    strstr(end, "Åter till <#__RefHeading___Toc3:torget>.|"));
	assert_null(strstr(text, "Visas inte"));
	assert_null(strstr(text, "gammal"));
	assert_int_equal(notes.n, 0);
}

static void
written_contents_are_read_alike(void **state)
{
	struct odf *odf = filled(), *again = NULL;
	const char *before = tree_text(read_tree(odf));
	struct buf first, second;

	(void)state;
	buf_init(&first, 1 << 20);
	buf_init(&second, 1 << 20);
	succeed(odf_write_flat(odf, &first, &err));
	odf_free(odf);
	assert_non_null(strstr(first.data,
	    "<text:bookmark-ref text:reference-format=\"page\" "
	    "text:ref-name=\"__RefHeading___Toc3\">"));
	succeed(odf_open(first.data, first.len, "a.fodt", &again, &err));
	assert_string_equal(tree_text(read_tree(again)), before);
	succeed(odf_write_flat(again, &second, &err));
	odf_free(again);
	assert_string_equal(first.data, second.data);
	buf_free(&first);
	buf_free(&second);
}

static void
the_line_above_notes_is_the_templates(void **state)
{
	struct odf *odf = filled();
	struct document *doc = read_tree(odf);
	const struct doc_note_line *l = &doc->page.note_line;

	(void)state;
	odf_free(odf);
	assert_float_equal(l->before, 2 * MM, 0.01);
	assert_float_equal(l->after, MM, 0.01);
	assert_float_equal(l->length, 0.5, 0.001);
	assert_int_equal(l->colour, 0xff0000);
	assert_int_equal(l->align, DOC_END);
}

/* ---- pages ------------------------------------------------------------------
 */

/* The page that a note's text begins on; -1: none. */
static long
page_of(const struct laid_out *out, const struct doc_node *node)
{
	size_t i;

	for (i = 0; i < out->places.n; i++)
		if (out->places.v[i].node == node)
			return (long)out->places.v[i].page;
	return -1;
}

/* Every mark's note begins on the page of the mark, and no text of a page lies
 * under another: baselines go down, or stand beside each other. */
static size_t
check_pages(const struct laid_out *out)
{
	size_t i, k, n = 0;
	double y;

	for (i = 0; i < out->places.n; i++) {
		const struct doc_node *node = out->places.v[i].node;

		if (node->kind != DOC_NOTE || node->at_end)
			continue;
		n++;
		assert_int_equal(
		    out->places.v[i].page, page_of(out, node->first));
	}
	for (i = 0; i < out->pages.n; i++) {
		const struct laid_page *page = &out->pages.v[i];

		for (y = 0, k = 0; k < page->pieces.n; k++) {
			const struct piece *p = &page->pieces.v[k];

			if (p->kind != PIECE_TEXT)
				continue;
			assert_true(p->y >= y - p->size);
			assert_true(
			    p->y <= page->style->height -
					page->style->margin[DOC_BOTTOM] + 0.01);
			y = p->y;
		}
	}
	return n;
}

static struct document *
open_notes(void)
{
	struct odf *odf = NULL;
	struct document *doc;

	succeed(odf_open_file(NOTES, &odf, &err));
	doc = read_tree(odf);
	odf_free(odf);
	return doc;
}

static void
notes_stand_on_the_page_of_their_mark(void **state)
{
	struct laid_out *out = lay(open_notes());

	(void)state;
	assert_int_equal(check_pages(out), 30);
	assert_true(out->pages.n > 10);
	assert_int_equal(out->notes.n, 0);
}

static void
contents_tell_the_real_pages(void **state)
{
	struct laid_out *out = lay(open_notes());
	const struct laid_place *place;
	size_t i, k, n = 0, leaders = 0;

	(void)state;
	for (i = 0; i < out->pages.n; i++)
		for (k = 0; k < out->pages.v[i].pieces.n; k++) {
			const struct piece *p = &out->pages.v[i].pieces.v[k];

			if (p->kind != PIECE_TEXT)
				continue;
			leaders +=
			    p->artifact && strncmp(p->text, "...", 3) == 0;
			if (p->node == NULL ||
			    p->node->kind != DOC_PAGE_REFERENCE)
				continue;
			n++;
			place = layout_find(out, p->node->href + 1);
			assert_non_null(place);
			assert_int_equal(atoi(p->text), place->page + 1);
			if (n > 20)
				continue; /* not in the list of contents */
			assert_float_equal(p->x + p->width,
			    out->document->page.width -
				out->document->page.margin[DOC_RIGHT],
			    0.1);
		}
	assert_int_equal(n, 21);
	assert_int_equal(leaders, 20);
}

/* A note of ${words} words at the end of a new paragraph. */
static struct doc_node *
add_note(struct doc_node *parent, int number, int words)
{
	struct doc_node *para = sample_para(a, parent, &p_body, "Text med not");
	struct doc_node *note = document_add(a, para, DOC_NOTE);
	struct buf text;
	int i;

	note->style = &p_body.text;
	note->text = arena_printf(a, "%d", number);
	note->id = arena_printf(a, "note-%d", number);
	buf_init(&text, 1 << 20);
	for (i = 0; i < words; i++)
		buf_printf(&text, "ord%d-%d ", number, i);
	sample_para(a, note, &p_body, text.data);
	buf_free(&text);
	return note;
}

/* How often ${text} begins a text on page ${page}, on any page for -1. */
static size_t
count(const struct laid_out *out, const char *text, long page)
{
	size_t i, k, n = 0;
	const char *s;

	for (i = 0; i < out->pages.n; i++)
		for (k = 0; k < out->pages.v[i].pieces.n; k++) {
			const struct piece *p = &out->pages.v[i].pieces.v[k];

			if (p->kind != PIECE_TEXT ||
			    (page >= 0 && (size_t)page != i))
				continue;
			for (s = p->text; (s = strstr(s, text)) != NULL; s++)
				n++;
		}
	return n;
}

static void
long_notes_flow_over(void **state)
{
	struct document *doc = document_new(a);
	const struct doc_node *second;
	struct laid_out *out;
	int i;

	(void)state;
	for (i = 1; i <= 20; i++)
		sample_para(a, doc->body, &p_body, "Först.");
	add_note(doc->body, 1, 3000);
	second = add_note(doc->body, 2, 5);
	for (i = 1; i <= 60; i++)
		sample_para(a, doc->body, &p_body, "Sedan.");
	out = lay(doc);
	/* the first begins with its mark; the second waits until it has ended
	 * and then stands with its own mark */
	assert_int_equal(check_pages(out), 2);
	assert_int_equal(count(out, "ord1-", -1), 3000);
	assert_true(count(out, "ord1-", 0) > 100);
	assert_true(count(out, "ord1-", 1) > 100);
	assert_int_equal(count(out, "ord2-", -1), 5);
	assert_true(page_of(out, second) > 2);
	assert_int_equal(count(out, "Sedan.", -1), 60);
}

static void
notes_of_tables_and_lists(void **state)
{
	struct document *doc = document_new(a);
	struct doc_node *table, *row, *list, *item;
	struct laid_out *out;
	int i;

	(void)state;
	table = document_add(a, doc->body, DOC_TABLE);
	for (i = 1; i <= 40; i++) {
		row = document_add(a, table, DOC_ROW);
		add_note(document_add(a, row, DOC_CELL), i, 12);
		sample_para(
		    a, document_add(a, row, DOC_CELL), &p_body, "Bredvid");
	}
	list = document_add(a, doc->body, DOC_LIST);
	for (i = 41; i <= 60; i++) {
		item = document_add(a, list, DOC_ITEM);
		item->text = "–";
		item->text_indent = 20;
		add_note(item, i, 30);
	}
	out = lay(doc);
	assert_int_equal(check_pages(out), 60);
	assert_int_equal(count(out, "ord", -1), 40 * 12 + 20 * 30);
	assert_int_equal(out->notes.n, 0);
}

/* One cell as tall as several pages, with notes all through. */
static void
notes_of_a_row_that_breaks(void **state)
{
	struct document *doc = document_new(a);
	struct doc_node *row, *cell;
	struct laid_out *out;
	int i;

	(void)state;
	row = document_add(a, document_add(a, doc->body, DOC_TABLE), DOC_ROW);
	cell = document_add(a, row, DOC_CELL);
	for (i = 1; i <= 100; i++)
		add_note(cell, i, 3);
	out = lay(doc);
	assert_int_equal(check_pages(out), 100);
	assert_int_equal(count(out, "ord", -1), 300);
}

static void
notes_fit_whatever_their_length(void **state)
{
	int words, every;

	(void)state;
	for (words = 1; words < 1500; words = words * 2 + 7)
		for (every = 1; every < 8; every += 3) {
			struct document *doc = document_new(a);
			int i, n = 0;

			for (i = 1; i <= 60; i++)
				if (i % every == 0)
					add_note(doc->body, ++n, words);
				else
					sample_para(
					    a, doc->body, &p_title, "Rubrik");
			assert_int_equal(count(lay(doc), "ord", -1), n * words);
		}
}

/* ---- paper, screen, text
 * ----------------------------------------------------- */

static char *
say(const char *command)
{
	char chunk[4096], *copy;
	struct buf said;
	FILE *f = popen(command, "r");
	size_t n;

	assert_non_null(f);
	buf_init(&said, 16 << 20);
	while ((n = fread(chunk, 1, sizeof chunk, f)) > 0)
		buf_put(&said, chunk, n);
	pclose(f);
	copy = arena_strdup(a, said.data);
	buf_free(&said);
	return copy;
}

static void
the_pdf_is_tagged(void **state)
{
	char path[] = "/tmp/kansli-notes-XXXXXX";
	struct kl_data *answer = NULL;
	struct buf pdf;
	const char *s;

	(void)state;
	assert_true(close(mkstemp(path)) == 0);
	buf_init(&pdf, 64 << 20);
	succeed(pdf_write(lay(open_notes()), &pdf, &err));
	succeed(file_write(path, pdf.data, pdf.len, &err));
	buf_free(&pdf);
	assert_int_equal(kl_pdf_check(checker_path(), path, 0, NULL, &answer, &err), 0);
	kl_data_free(answer);
	if (system("command -v pdfinfo >/dev/null") == 0) {
		s = say(arena_printf(a, "pdfinfo -struct-text %s 2>&1", path));
		assert_null(strstr(s, "Syntax Error"));
		assert_non_null(strstr(s, "  TOC\n    Caption\n"));
		assert_non_null(strstr(s, "    TOCI\n      Reference (inline)\n"
					  "        Link (inline)\n"
					  "          \"1 Kapitel ett \""));
		assert_non_null(strstr(s, "    Reference (inline)\n"
					  "      Link (inline)\n"
					  "        \"1\"\n"));
		assert_non_null(strstr(s, "  Note <note-2> (inline)\n"
					  "    Lbl (block)\n"
					  "      Link (inline)\n"
					  "        \"1\"\n"));
		assert_non_null(strstr(s, "\"Fotnot nummer 1."));
		assert_null(strstr(s, "...."));
	} else {
		print_message("skipped in part: pdfinfo is not installed\n");
	}
	assert_int_equal(unlink(path), 0);
}

static void
screens_have_links_and_no_pages(void **state)
{
	struct odf *odf = filled();
	struct document *doc = read_tree(odf);
	const char *s = html(doc);

	(void)state;
	odf_free(odf);
	assert_non_null(strstr(s,
	    "<ul>\n<li><a href=\"#__RefHeading___Toc1\">1 Cykelbanor på "
	    "Sandviksvägen &amp; {inte ett fält}</a>\n<ul>\n"
	    "<li><a href=\"#__RefHeading___Toc2\">1.1 Beslut</a></li>\n</ul>\n"
	    "</li>\n"));
	assert_non_null(strstr(s, "id=\"__RefHeading___Toc3\""));
	assert_non_null(strstr(s, "sidan <a href=\"#sista\">Till sist</a>."));
	assert_non_null(
	    strstr(s, "Ärendet<sup><a id=\"note-1-ref\" href=\"#note-1\" "
		      "role=\"doc-noteref\">1</a></sup> gäller"));
	assert_non_null(strstr(s,
	    "<section class=\"notes\" role=\"doc-endnotes\">\n"
	    "<ol class=\"labels\">\n"
	    "<li id=\"note-1\"><a href=\"#note-1-ref\" role=\"doc-backlink\">1"
	    "</a> Diarienummer T2026-102-00418.</li>\n"));
}

static void
text_has_notes_at_the_end(void **state)
{
	struct odf *odf = filled();
	struct document *doc = read_tree(odf);
	const char *s = plain(doc);

	(void)state;
	odf_free(odf);
	assert_non_null(strstr(s, "\n2 Parkering vid torget\n  2.1 Beslut\n"
				  "3 Till sist\nUtan nummer\n"));
	assert_non_null(strstr(s, "Ärendet[2] gäller detta."));
	assert_non_null(strstr(s, "\n----------\n"
				  "[1] Diarienummer T2026-102-00418.\n"
				  "[2] Diarienummer T2026-102-00500.\n"));
}

static void
end_notes_have_their_own_page(void **state)
{
	struct document *doc = read_text(
	    "<text:p>x" NOTE("endnote", "", "slut") "</text:p><text:p>y" NOTE(
		"footnote", "", "fot") "</text:p>");
	struct laid_out *out = lay(doc);
	const struct doc_node *note = find(doc->body->first, DOC_NOTE);

	(void)state;
	assert_int_equal(out->pages.n, 2);
	assert_int_equal(page_of(out, note), 0);
	assert_int_equal(page_of(out, note->first), 1);
	assert_int_equal(count(out, "fot", 0), 1);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(notes_are_numbered),
		TEST(a_note_in_a_note_is_in_brackets),
		TEST(headings_are_numbered),
		TEST(fields_are_shown_or_named),
		TEST(references_that_lead_nowhere_are_named),
		TEST(raised_text_is_raised),
		TEST(contents_follow_the_headings),
		TEST(written_contents_are_read_alike),
		TEST(the_line_above_notes_is_the_templates),
		TEST(notes_stand_on_the_page_of_their_mark),
		TEST(contents_tell_the_real_pages),
		TEST(long_notes_flow_over),
		TEST(notes_of_tables_and_lists),
		TEST(notes_of_a_row_that_breaks),
		TEST(notes_fit_whatever_their_length),
		TEST(the_pdf_is_tagged),
		TEST(screens_have_links_and_no_pages),
		TEST(text_has_notes_at_the_end),
		TEST(end_notes_have_their_own_page),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
