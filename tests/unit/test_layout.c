/* SPDX-License-Identifier: EUPL-1.2
 *
 * layout: fonts, where lines end, tables over pages, running heads.
 */
#include "config.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/buf.h"
#include "layout/layout.h"
#include "sample.h"

static struct layout_tools tools;

static int
setup(void **state)
{
	struct kl_error err;

	(void)state;
	return fonts_open(&tools.fonts, &err);
}

static int
teardown(void **state)
{
	(void)state;
	fonts_close(tools.fonts);
	return 0;
}

static struct laid_out *
lay(const struct document *doc)
{
	struct laid_out *out = NULL;
	struct kl_error err = { 0 };
	char text[500];

	if (layout_document(doc, &tools, doc->arena, &out, &err) != 0) {
		kl_error_format(&err, NULL, text, sizeof text);
		fail_msg("%s", text);
	}
	return out;
}

/* A page of one column ${width} wide, without running heads. */
static struct document *
narrow(struct arena *a, double width)
{
	struct document *doc = document_new(a);

	doc->page.margin[DOC_LEFT] = 100;
	doc->page.margin[DOC_TOP] = doc->page.margin[DOC_BOTTOM] = 50;
	doc->page.width = 200 + width;
	doc->page.margin[DOC_RIGHT] = 100;
	return doc;
}

/* The text of a page's body, a line for each baseline. */
static const char *
lines_of(const struct laid_out *out, size_t page, struct buf *text)
{
	const struct laid_page *p = &out->pages.v[page];
	double y = -1;
	size_t i;

	buf_reset(text);
	for (i = p->nheader; i < p->pieces.n - p->nfooter; i++) {
		const struct piece *piece = &p->pieces.v[i];

		if (piece->kind != PIECE_TEXT)
			continue;
		if (y >= 0 && fabs(piece->y - y) > 0.01)
			buf_putc(text, '\n');
		buf_puts(text, piece->text);
		y = piece->y;
	}
	return text->data;
}

/* How ${words} break in a column that is as wide as ${measure}, lines joined by
 * |. */
static void
check_breaks(const char *measure, const char *words, const char *expected)
{
	struct arena *a = arena_new(0);
	const struct font_face *face =
	    fonts_face(tools.fonts, p_body.text.family, false, false);
	double width =
	    fonts_width(face, measure, strlen(measure)) * p_body.text.size;
	struct document *doc = narrow(a, width + 0.5);
	struct buf text;
	char *p;

	buf_init(&text, 1 << 20);
	sample_para(a, doc->body, &p_body, words);
	lines_of(lay(doc), 0, &text);
	for (p = text.data; *p != '\0'; p++)
		if (*p == '\n')
			*p = '|';
	assert_string_equal(text.data, expected);
	buf_free(&text);
	arena_free(a);
}

static void
lines_end_where_swedish_lets_them(void **state)
{
	(void)state;
	check_breaks("ett två tre", "ett två tre", "ett två tre");
	check_breaks("ett två", "ett två tre", "ett två |tre");
	check_breaks("enligt § 1", "enligt § 12 här", "enligt |§ 12 här");
	check_breaks(
	    "kostar 450 00", "kostar 450 000 kr", "kostar |450 000 kr");
	check_breaks("kostar 450\u00a0000", "kostar 450\u00a0000\u00a0kr nu",
	    "kostar |450\u00a0000\u00a0kr nu");
	check_breaks("omröst ja-r", "omröst ja-röst nu", "omröst |ja-röst nu");
	check_breaks(
	    "gatukontors-b", "gatukontors-beslut", "gatukontors-|beslut");
	check_breaks(
	    "på sidan 14–", "på sidan 14–15 där", "på |sidan 14–15 |där");
	check_breaks("Ekholm–S", "Ekholm–Sundby", "Ekholm–|Sundby");
	check_breaks("nämnden – ", "nämnden – eller", "nämnden – |eller");
	check_breaks("nämnden ", "nämnden – eller", "nämnden |– eller");
	check_breaks("T2026-102-00418 och", "T2026-102-00418 och/eller",
	    "T2026-102-00418 |och/eller");
	check_breaks("överförmy", "över\u00adför\u00admyndar\u00adnämnd",
	    "överför-|myndar-|nämnd");
	check_breaks("överför", "över\u00adför\u00adnämnd", "över-|för-|nämnd");
	check_breaks("förmynd", "för\u200bmyndar", "för|myndar");
	check_breaks("rad-bry", "rad\u2011brytning", "rad-bry|tning");
}

static void
a_word_wider_than_the_line_is_cut(void **state)
{
	struct arena *a = arena_new(0);
	struct document *doc = narrow(a, 40);
	struct laid_out *out;
	char word[3001];
	size_t i, n = 0, k;

	(void)state;
	memset(word, 'm', sizeof word - 1);
	word[sizeof word - 1] = '\0';
	sample_para(a, doc->body, &p_body, word);
	out = lay(doc);
	for (i = 0; i < out->pages.n; i++)
		for (k = 0; k < out->pages.v[i].pieces.n; k++) {
			const struct piece *p = &out->pages.v[i].pieces.v[k];

			assert_true(p->width <= 40.01);
			n += strlen(p->text);
		}
	assert_int_equal(n, sizeof word - 1);
	arena_free(a);
	check_breaks("https://ekholm.example/proto",
	    "se https://ekholm.example/protokoll/tekniska-namnden",
	    "se https://ekholm.example/|protokoll/tekniska-namnden");
}

static void
justified_lines_reach_the_edge(void **state)
{
	struct arena *a = arena_new(0);
	struct document *doc = narrow(a, 200);
	const struct laid_page *page;
	size_t i, n = 0;

	(void)state;
	sample_para(a, doc->body, &p_justified,
	    "Trafikkontoret föreslår att enkelriktade cykelbanor byggs på båda "
	    "sidor om Sandviksvägen mellan Skolgränd och hamnen.");
	page = &lay(doc)->pages.v[0];
	for (i = 0; i + 1 < page->pieces.n; i++, n++)
		assert_float_equal(
		    page->pieces.v[i].x + page->pieces.v[i].width, 300, 0.01);
	assert_true(n >= 3);
	assert_true(page->pieces.v[i].word_space == 0);
	assert_true(page->pieces.v[i].width < 199);
	arena_free(a);
}

static void
tabs_and_hanging_lines(void **state)
{
	static const struct doc_tab tabs[] = { { 50, DOC_START, 0, 0 },
		{ 100, DOC_CENTRE, 0, 0 }, { 190, DOC_END, 0, 0 } };
	struct doc_para_style style = p_body;
	struct arena *a = arena_new(0);
	struct document *doc = narrow(a, 200);
	const struct piece *p;
	struct doc_node *para;

	(void)state;
	style.tabs = tabs;
	style.ntabs = 3;
	sample_para(a, doc->body, &style, "a\tbc\tdef\tgh");
	para = sample_para(a, doc->body, &p_item, NULL);
	document_text(a, para, &t_brand, "§ 12");
	document_add(a, para, DOC_TAB);
	document_text(a, para, NULL, "Rubrik som är för lång för en rad");
	p = lay(doc)->pages.v[0].pieces.v;
	assert_float_equal(p[0].x, 100, 0.01);
	assert_float_equal(p[1].x, 150, 0.01);
	assert_float_equal(p[2].x + p[2].width / 2, 200, 0.01);
	assert_float_equal(p[3].x + p[3].width, 290, 0.01);
	assert_float_equal(p[4].x, 100 - 14 * MM, 0.01);
	assert_float_equal(p[5].x, 100, 0.01);
	assert_float_equal(p[6].x, 100, 0.01);
	assert_float_equal(p[5].y + 17, p[6].y, 0.01);
	arena_free(a);
}

static void
decimal_signs_stand_under_each_other(void **state)
{
	static const struct doc_tab tabs[] = { { 100, DOC_END, 0, ',' } };
	struct doc_para_style style = p_body;
	struct arena *a = arena_new(0);
	struct document *doc = narrow(a, 200);
	const struct piece *p;
	double digit;

	(void)state;
	style.tabs = tabs;
	style.ntabs = 1;
	sample_para(a, doc->body, &style, "a\t7");
	sample_para(a, doc->body, &style, "a\t7,25 kr");
	sample_para(a, doc->body, &style, "a\t777,5");
	sample_para(a, doc->body, &style, "a\t1,1\tb");
	p = lay(doc)->pages.v[0].pieces.v;
	digit = p[1].width;
	assert_float_equal(p[1].x + digit, 200, 0.01); /* no sign: its end */
	assert_float_equal(p[3].x + digit, 200, 0.01);
	assert_float_equal(p[5].x + 3 * digit, 200, 0.01);
	assert_float_equal(p[7].x + digit, 200, 0.01);
	assert_true(p[8].x > p[7].x + p[7].width);
	arena_free(a);
}

static void
lists_hang_their_labels(void **state)
{
	struct arena *a = arena_new(0);
	struct document *doc = narrow(a, 200);
	struct doc_node *list, *item;
	const struct piece *p;

	(void)state;
	list = sample_list(a, doc->body, true, 1);
	item = sample_item(a, list, "1.", "Första");
	list = sample_list(a, item, true, 2);
	sample_item(a, list, "a)", "Andra");
	sample_item(a, list, "oerhört lång etikett", "Tredje");
	sample_item(a, list, "b)", NULL);
	p = lay(doc)->pages.v[0].pieces.v;
	assert_string_equal(p[0].text, "1.");
	assert_int_equal(p[0].node->kind, DOC_ITEM);
	assert_float_equal(p[0].x, 105, 0.01);
	assert_float_equal(p[1].x, 117, 0.01);
	assert_float_equal(p[0].y, p[1].y, 0.01);
	assert_float_equal(p[2].x, 119, 0.01);
	assert_float_equal(p[3].x, 131, 0.01);
	assert_true(p[5].x > p[4].x + p[4].width);
	assert_string_equal(p[6].text, "b)");
	arena_free(a);
}

static void
headings_stay_with_their_text(void **state)
{
	struct arena *a;
	struct document *doc;
	struct laid_out *out;
	struct buf text;
	int before;

	(void)state;
	buf_init(&text, 1 << 20);
	for (before = 0; before < 60; before++) {
		const char *body;
		int i;

		a = arena_new(0);
		doc = narrow(a, 200);
		for (i = 0; i < before; i++)
			sample_para(a, doc->body, &p_cell, "rad");
		sample_heading(a, doc->body, &p_head, 1, NULL, "Rubrik");
		sample_para(a, doc->body, &p_body,
		    "En brödtext av flera rader, så att sidan kan ta slut i "
		    "den "
		    "men inte efter en enda rad av den och inte före den "
		    "sista, för det vore fult och svårt att läsa.");
		out = lay(doc);
		body = lines_of(out, 0, &text);
		if (strstr(body, "Rubrik") != NULL) {
			/* two lines at least follow on the same page */
			body = strchr(strstr(body, "Rubrik"), '\n');
			assert_non_null(body);
			assert_non_null(strchr(body + 1, '\n'));
		}
		if (out->pages.n == 2) {
			body = lines_of(out, 1, &text);
			assert_non_null(strchr(body, '\n'));
		}
		assert_true(out->pages.n <= 2);
		arena_free(a);
	}
	buf_free(&text);
}

static void
long_tables_repeat_their_head(void **state)
{
	static const double widths[] = { 20, 60 };
	static const char *const head[] = { "Nr", "Vad" };
	struct arena *a = arena_new(0);
	struct document *doc = narrow(a, 300);
	struct doc_node *table;
	struct laid_out *out;
	struct buf text;
	size_t i, rows = 0;

	(void)state;
	buf_init(&text, 1 << 20);
	sample_para(a, doc->body, &p_body, "Före");
	table = sample_table(a, doc->body, widths, 2);
	sample_row(a, table, true, head, 2);
	for (i = 1; i <= 2200; i++) {
		const char *cells[] = { arena_printf(a, "%zu", i), "sak" };

		sample_row(a, table, false, cells, 2);
	}
	out = lay(doc);
	assert_true(out->pages.n >= 55 && out->pages.n <= 70);
	for (i = 0; i < out->pages.n; i++) {
		const struct laid_page *p = &out->pages.v[i];
		size_t k, heads = 0;

		lines_of(out, i, &text);
		assert_non_null(strstr(text.data, "NrVad\n"));
		for (k = 0; k < p->pieces.n; k++) {
			if (p->pieces.v[k].kind != PIECE_TEXT)
				continue;
			if (strcmp(p->pieces.v[k].text, "Vad") == 0) {
				heads++;
				assert_true(p->pieces.v[k].artifact == (i > 0));
			}
			rows += strcmp(p->pieces.v[k].text, "sak") == 0;
			assert_true(p->pieces.v[k].y <= doc->page.height - 50);
		}
		assert_int_equal(heads, 1);
	}
	assert_int_equal(rows, 2200);
	buf_free(&text);
	arena_free(a);
}

/* Counts the texts equal to ${word} on all pages. */
static size_t
count_words(const struct laid_out *out, const char *word)
{
	size_t i, k, n = 0;
	const char *at;

	for (i = 0; i < out->pages.n; i++)
		for (k = 0; k < out->pages.v[i].pieces.n; k++)
			for (at = out->pages.v[i].pieces.v[k].text;
			     at != NULL && (at = strstr(at, word)) != NULL;
			     at++)
				n++;
	return n;
}

static void
a_row_taller_than_a_page_breaks(void **state)
{
	static const double widths[] = { 30, 50 };
	struct arena *a = arena_new(0);
	struct document *doc = narrow(a, 300);
	struct doc_node *table, *row, *cell, *inner;
	struct laid_out *out;
	int i;

	(void)state;
	table = sample_table(a, doc->body, widths, 2);
	row = document_add(a, table, DOC_ROW);
	row->keep_together = true; /* impossible to keep */
	sample_cell(a, row, "kort");
	cell = sample_cell(a, row, NULL);
	for (i = 0; i < 100; i++)
		sample_para(a, cell, &p_body, "stycke");
	inner = sample_table(a, cell, widths, 1);
	row = document_add(a, inner, DOC_ROW);
	cell = sample_cell(a, row, NULL);
	for (i = 0; i < 100; i++)
		sample_para(a, cell, &p_body, "stycke");
	sample_para(a, doc->body, &p_body, "efter");
	out = lay(doc);
	assert_int_equal(count_words(out, "stycke"), 200);
	assert_int_equal(count_words(out, "kort"), 1);
	assert_int_equal(count_words(out, "efter"), 1);
	assert_true(out->pages.n >= 5 && out->pages.n <= 8);
	arena_free(a);
}

static void
nothing_fits_and_all_ends(void **state)
{
	static const double widths[] = { 30, 50 };
	struct doc_para_style huge = p_body;
	struct arena *a = arena_new(0);
	struct document *doc = narrow(a, 300);
	struct doc_node *table, *row, *cell;
	int i, k;

	(void)state;
	huge.line_height = 2000; /* no page holds a line of it */
	huge.keep_with_next = true;
	for (i = 0; i < 3; i++)
		sample_para(a, doc->body, &huge, "hög");
	table = sample_table(a, doc->body, widths, 2);
	for (i = 0; i < 4; i++) {
		row = document_add(a, table, DOC_ROW);
		row->header = i == 0;
		for (k = 0; k < 2; k++) {
			cell = sample_cell(a, row, NULL);
			cell->rowspan = 9;
			cell->colspan = 3;
			sample_para(a, cell, &huge, "hög");
		}
	}
	assert_true(lay(doc)->pages.n < 20);
	arena_free(a);
}

static void
spans_share_height_and_width(void **state)
{
	static const double widths[] = { 20, 20, 20 };
	struct arena *a = arena_new(0);
	struct document *doc = narrow(a, 300);
	struct doc_node *table, *row, *cell;
	const struct laid_page *page;
	const struct piece *p;
	size_t i;
	double last = 0;

	(void)state;
	table = sample_table(a, doc->body, widths, 3);
	row = document_add(a, table, DOC_ROW);
	cell = sample_cell(a, row, "hög\nrad");
	cell->rowspan = 2;
	cell->box.background = 0xeeeeee;
	cell = sample_cell(a, row, "bred");
	cell->colspan = 2;
	cell->box.background = 0xdddddd;
	row = document_add(a, table, DOC_ROW);
	sample_cell(a, row, "x");
	sample_cell(a, row, "y");
	page = &lay(doc)->pages.v[0];
	for (i = 0; i < page->pieces.n; i++) {
		p = &page->pieces.v[i];
		if (p->kind == PIECE_FILL && p->colour == 0xeeeeee) {
			assert_float_equal(p->width, 20 * MM, 0.01);
			assert_float_equal(p->height, 2 * (13 + 6.4), 1);
		} else if (p->kind == PIECE_FILL && p->colour == 0xdddddd) {
			assert_float_equal(p->width, 40 * MM, 0.01);
		} else if (p->kind == PIECE_TEXT && strcmp(p->text, "y") == 0) {
			last = p->x;
		}
	}
	assert_float_equal(last, 100 + 40 * MM, 0.01);
	arena_free(a);
}

static void
running_heads_count_pages(void **state)
{
	struct arena *a = arena_new(0);
	struct document *doc = sample_minutes(a, 8);
	struct laid_out *out;
	char want[40];
	struct buf text;
	size_t i, k;

	(void)state;
	buf_init(&text, 1 << 16);
	doc->page.first_header = arena_alloc(a, sizeof(struct doc_node));
	sample_para(a, doc->page.first_header, &p_running, "Endast först");
	out = lay(doc);
	assert_true(out->pages.n > 3);
	for (i = 0; i < out->pages.n; i++) {
		const struct laid_page *p = &out->pages.v[i];

		buf_reset(&text);
		for (k = 0; k < p->nheader; k++) {
			assert_true(p->pieces.v[k].artifact);
			if (p->pieces.v[k].kind == PIECE_TEXT)
				buf_puts(&text, p->pieces.v[k].text);
		}
		snprintf(
		    want, sizeof want, "Sida %zu (%zu)", i + 1, out->pages.n);
		assert_int_equal(strstr(text.data, want) != NULL, i > 0);
		assert_int_equal(
		    strstr(text.data, "Endast först") != NULL, i == 0);
		assert_true(p->nfooter > 0);
	}
	buf_free(&text);
	arena_free(a);
}

static void
page_numbers_in_text_are_filled_in_late(void **state)
{
	struct arena *a = arena_new(0);
	struct document *doc = narrow(a, 300);
	struct laid_out *out;
	struct doc_node *p;
	struct buf text;

	(void)state;
	buf_init(&text, 1 << 16);
	sample_para(a, doc->body, &p_body, "ett");
	document_add(a, doc->body, DOC_PAGE_BREAK);
	p = sample_para(a, doc->body, &p_body, "sida ");
	document_add(a, p, DOC_PAGE_NUMBER);
	document_text(a, p, NULL, " av ");
	document_add(a, p, DOC_PAGE_COUNT);
	document_add(a, doc->body, DOC_PAGE_BREAK);
	sample_para(a, doc->body, &p_body, "slut");
	out = lay(doc);
	assert_int_equal(out->pages.n, 3);
	assert_string_equal(lines_of(out, 1, &text), "sida 2 av 3");
	buf_free(&text);
	arena_free(a);
}

static void
an_empty_document_has_a_page(void **state)
{
	struct arena *a = arena_new(0);
	struct document *doc = document_new(a);
	struct laid_out *out = lay(doc);

	(void)state;
	assert_int_equal(out->pages.n, 1);
	assert_int_equal(out->pages.v[0].pieces.n, 0);
	arena_free(a);
}

static void
bad_pages_and_deep_nesting_are_refused(void **state)
{
	struct arena *a = arena_new(0);
	struct document *doc = document_new(a);
	struct doc_node *at = doc->body;
	struct laid_out *out;
	struct kl_error err;
	int i;

	(void)state;
	for (i = 0; i < 60; i++)
		at = document_add(a, at, DOC_SECTION);
	sample_para(a, at, &p_body, "djupt");
	assert_int_equal(count_words(lay(doc), "djupt"), 1);
	for (i = 0; i < 200; i++)
		at = document_add(a, at, i % 2 ? DOC_ITEM : DOC_LIST);
	sample_para(a, at, &p_body, "för djupt");
	assert_int_equal(
	    layout_document(doc, &tools, a, &out, &err), KL_E_INPUT);
	doc = document_new(a);
	doc->page.margin[DOC_LEFT] = 560;
	assert_int_equal(
	    layout_document(doc, &tools, a, &out, &err), KL_E_INPUT);
	doc->page.width = NAN;
	assert_int_equal(
	    layout_document(doc, &tools, a, &out, &err), KL_E_INPUT);
	arena_free(a);
}

static void
families_become_faces(void **state)
{
	const struct font_face *face;

	(void)state;
	face = fonts_face(tools.fonts, "Open Sans", false, false);
	assert_true(fonts_has(face, 0xe5));
	assert_false(fonts_has(face, 0x1f600));
	assert_float_equal(fonts_width(face, "no", 2),
	    fonts_advance(face, 'n') + fonts_advance(face, 'o'), 1e-6);
	assert_true(face->ascent > 0.5 && face->descent > 0.1);
	assert_ptr_equal(
	    face, fonts_face(tools.fonts, "Open Sans", false, false));
	if (strstr(face->path, "OpenSans-Regular") == NULL) {
		print_message("skipped: Open Sans is not installed\n");
		return;
	}
	face = fonts_face(tools.fonts, "Open Sans Semibold", false, false);
	assert_non_null(strstr(face->path, "OpenSans-Semibold.ttf"));
	face = fonts_face(tools.fonts, "Open Sans Semibold", true, false);
	assert_non_null(strstr(face->path, "OpenSans-Bold.ttf"));
	face = fonts_face(tools.fonts, "Open Sans Semibold", false, true);
	assert_non_null(strstr(face->path, "OpenSans-SemiboldItalic"));
	face = fonts_face(tools.fonts, "Open Sans", true, true);
	assert_non_null(strstr(face->path, "OpenSans-BoldItalic"));
}

static void
what_cannot_be_set_is_said(void **state)
{
	static const struct doc_text_style odd = { .family = "Finns Inte",
		.size = 10 };
	struct arena *a = arena_new(0);
	struct document *doc = narrow(a, 300);
	struct laid_out *out;
	struct doc_node *p, *n;
	size_t i;

	(void)state;
	p = sample_para(a, doc->body, &p_body, "Ett tecken \U000e0fff här");
	document_text(a, p, &odd, " främmande");
	n = document_add(a, p, DOC_LINK);
	n->href = "#ingenstans";
	document_text(a, n, NULL, "länk");
	n = document_add(a, p, DOC_IMAGE);
	n->bytes = "GIF89a, och mer därtill";
	n->nbytes = 20;
	n->width = n->height = 10;
	n->alt = "Bilden";
	out = lay(doc);
	assert_int_equal(out->notes.n, 4);
	assert_non_null(strstr(out->notes.v[0].args, "U+E0FFF"));
	assert_non_null(strstr(out->notes.v[1].args, "Finns Inte"));
	assert_non_null(strstr(out->notes.v[2].text, "neither PNG nor JPEG"));
	assert_non_null(strstr(out->notes.v[3].args, "#ingenstans"));
	assert_int_equal(count_words(out, "Bilden"), 1);
	assert_int_equal(count_words(out, "\ufffd"), 1);
	for (i = 0; i < out->pages.v[0].pieces.n; i++) {
		const struct piece *piece = &out->pages.v[0].pieces.v[i];
		const char *s = piece->text;

		for (; *s != '\0'; s++)
			if ((unsigned char)*s < 0x80)
				assert_true(
				    fonts_has(piece->face, (unsigned char)*s));
	}
	arena_free(a);
}

static void
no_word_is_lost(void **state)
{
	struct arena *a = arena_new(0);
	struct document *doc = sample_minutes(a, 25);
	struct laid_out *out = lay(doc);

	(void)state;
	assert_int_equal(count_words(out, "Sandviksvägen"), 3 * 25);
	assert_int_equal(count_words(out, "anslagsbeviset"), 25);
	assert_int_equal(out->notes.n, 0);
	assert_int_equal(out->places.n, 2 + 4 * 25);
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(families_become_faces),
		cmocka_unit_test(lines_end_where_swedish_lets_them),
		cmocka_unit_test(a_word_wider_than_the_line_is_cut),
		cmocka_unit_test(justified_lines_reach_the_edge),
		cmocka_unit_test(tabs_and_hanging_lines),
		cmocka_unit_test(decimal_signs_stand_under_each_other),
		cmocka_unit_test(lists_hang_their_labels),
		cmocka_unit_test(headings_stay_with_their_text),
		cmocka_unit_test(long_tables_repeat_their_head),
		cmocka_unit_test(a_row_taller_than_a_page_breaks),
		cmocka_unit_test(nothing_fits_and_all_ends),
		cmocka_unit_test(spans_share_height_and_width),
		cmocka_unit_test(running_heads_count_pages),
		cmocka_unit_test(page_numbers_in_text_are_filled_in_late),
		cmocka_unit_test(an_empty_document_has_a_page),
		cmocka_unit_test(bad_pages_and_deep_nesting_are_refused),
		cmocka_unit_test(what_cannot_be_set_is_said),
		cmocka_unit_test(no_word_is_lost),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
