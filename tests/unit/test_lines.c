/* SPDX-License-Identifier: EUPL-1.2
 *
 * layout: which lines a paragraph gets.  Total fit against all ways that there
 * are, words divided and kept whole, spaces that fill the measure, kerning, and
 * that no word is lost in documents made by chance.
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
#include "base/file.h"
#include "base/utf8.h"
#include "layout/hyphen.h"
#include "layout/layout.h"
#include "sample.h"

#define SIZE 10.5

static struct layout_tools tools;
static uint32_t seed;

static int
setup(void **state)
{
	struct kl_error err;

	(void)state;
	return fonts_open(&tools.fonts, &err) != 0 ||
	       hyphens_open(
		   NULL, SRCDIR "/hyphenation", &tools.hyphens, &err) != 0;
}

static int
teardown(void **state)
{
	(void)state;
	fonts_close(tools.fonts);
	hyphens_close(tools.hyphens);
	return 0;
}

/* The same numbers each time. */
static uint32_t
draw(uint32_t n)
{
	seed ^= seed << 13;
	seed ^= seed >> 17;
	seed ^= seed << 5;
	return seed % n;
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

static double
width_of(const char *text)
{
	const struct font_face *face =
	    fonts_face(tools.fonts, "Open Sans", false, false);

	return SIZE * fonts_width(face, text, strlen(text));
}

static struct document *
narrow(struct arena *a, double width)
{
	struct document *doc = document_new(a);

	doc->language = "sv";
	doc->page.margin[DOC_LEFT] = doc->page.margin[DOC_RIGHT] = 100;
	doc->page.margin[DOC_TOP] = doc->page.margin[DOC_BOTTOM] = 50;
	doc->page.width = 200 + width;
	return doc;
}

/* The lines of a paragraph in a column ${width} wide, joined by |. */
static void
set_text(struct buf *out, const struct doc_para_style *style, double width,
    const char *words)
{
	struct arena *a = arena_new(0);
	struct document *doc = narrow(a, width);
	const struct laid_out *laid;
	double y = -1;
	size_t i, k;

	sample_para(a, doc->body, style, words);
	laid = lay(doc);
	buf_reset(out);
	for (i = 0; i < laid->pages.n; i++) {
		y = y < 0 ? -1 : -2; /* a new page is a new line */
		for (k = 0; k < laid->pages.v[i].pieces.n; k++) {
			const struct piece *p = &laid->pages.v[i].pieces.v[k];

			if (y < -1.5 || (y >= 0 && fabs(p->y - y) > 0.01))
				buf_putc(out, '|');
			buf_puts(out, p->text);
			y = p->y;
		}
	}
	arena_free(a);
}

/* ---- where a line must not end ------------------------------------------ */

static void
what_belongs_together_stays(void **state)
{
	static const struct {
		const char *text, *whole;
	} cases[] = {
		{ "enligt § 12 i", "§ 12" },
		{ "enligt §§ 1–10 i", "§§ 1–10" },
		{ "enligt 12 § i lagen", "12 §" },
		{ "kostar 12 450 000 kr nu", "12 450 000 kr" },
		{ "kostar 12 450 000 kronor.", "12 450 000 kronor." },
		{ "kostar (450 000 kr) nu", "(450 000 kr)" },
		{ "kostar 12 mkr och 3 tkr nu", "12 mkr" },
		{ "kostar 12 mkr och 3 tkr nu", "3 tkr" },
		{ "ökar med 20 % nu", "20 %" },
		{ "kostar 12 miljoner kronor nu", "12 miljoner" },
		{ "se s. 4–5 där", "s. 4–5" },
		{ "se sid. 3 där", "sid. 3" },
		{ "se kap. 5 där", "kap. 5" },
		{ "se p. 2 där", "p. 2" },
		{ "se punkt 4 där", "punkt 4" },
		{ "se Bilaga 3 där", "Bilaga 3" },
		{ "ärende Dnr KS/2020:548 är", "Dnr KS/2020:548" },
		{ "ärende dnr T2026-102-00418 är", "dnr T2026-102-00418" },
		{ "det var T2026-102-00418 som", "T2026-102-00418" },
		{ "en ja-röst och en nej-röst", "ja-röst" },
		{ "en ja-röst och en nej-röst", "nej-röst" },
		{ "skriv e-post i dag", "e-post" },
		{ "möte kl. 16.30 i dag", "kl. 16.30" },
		{ "möte klockan 16.30 i dag", "klockan 16.30" },
		{ "mötet 17 november 2026 är", "17 november" },
		{ "buller m.m. och t.ex. grus", "t.ex." },
		{ "buller bl.a. grus och t. ex. sand", "t. ex." },
		{ "ordföranden A. Lindvall yrkar", "A. Lindvall" },
		{ "att Karin Bergdahl (S) yrkar", "Bergdahl (S)" },
		{ "att Omar Hedin (SD), yrkar", "Hedin (SD)," },
		{ "enligt KL 5:12 och mer", "KL 5:12" },
		{ "enligt OSL 19:3 och mer", "OSL 19:3" },
		{ "enligt 5 kap. 12 § lagen", "5 kap. 12 §" },
		{ "en yta av 450 m² och", "450 m²" },
		{ "en yta av 450 kvm och", "450 kvm" },
		{ "en väg om 12 km, som", "12 km," },
		{ "ett antal om 12 st. bord", "12 st." },
		{ "stod på 14–15 där", "14–15" },
		{ "nämnden – eller den", "nämnden –" },
		{ "hastighet 30 km/h eller", "30 km/h" },
		{ "ca 30 personer och", "ca 30" },
	};
	struct doc_para_style style = p_body;
	struct buf out;
	double least, width;
	size_t i;

	(void)state;
	buf_init(&out, 1 << 16);
	for (i = 0; i < sizeof cases / sizeof *cases; i++) {
		least = width_of(cases[i].whole) + 0.1;
		for (width = least; width < least + 120; width += 2.3) {
			style.align = i % 2 == 0 ? DOC_START : DOC_JUSTIFY;
			set_text(&out, &style, width, cases[i].text);
			if (strstr(out.data, cases[i].whole) == NULL)
				fail_msg("%s", out.data);
		}
	}
	buf_free(&out);
}

static void
lines_may_end_elsewhere(void **state)
{
	static const struct {
		const char *measure, *text, *lines;
	} cases[] = {
		{ "och/elle", "och/eller", "och/|eller" },
		{ "trafikkontors-", "trafikkontors-beslut",
		    "trafikkontors-|beslut" },
		{ "Ekholm–S", "Ekholm–Sundby", "Ekholm–|Sundby" },
		{ "möte 2026 10", "möte 2026 100 personer",
		    "möte 2026 |100 personer" },
		{ "a@ekholm.e", "a@ekholm.example", "a@ekholm.|example" },
		{ "www.ekholm.ex", "www.ekholm.example/sida",
		    "www.ekholm.|example/sida" },
	};
	struct buf out;
	size_t i;

	(void)state;
	buf_init(&out, 1 << 16);
	for (i = 0; i < sizeof cases / sizeof *cases; i++) {
		set_text(&out, &p_body, width_of(cases[i].measure) + 0.2,
		    cases[i].text);
		assert_string_equal(out.data, cases[i].lines);
	}
	/* an address is divided only where it must be */
	set_text(&out, &p_body, 330,
	    "Anmäl förhinder så snart du kan till Maria Enehjelm, "
	    "maria.enehjelm@ekholm.example.");
	assert_non_null(strstr(out.data, "|maria.enehjelm@ekholm.example"));
	/* the year leaves its month only when it must */
	set_text(&out, &p_body, width_of("den 17 november 2026 då") + 0.2,
	    "den 17 november 2026 då nämnden");
	assert_non_null(strstr(out.data, "november 2026"));
	buf_free(&out);
}

/* ---- words divided ------------------------------------------------------ */

static void
divide(struct hyphens_language *l, const char *word, struct buf *out)
{
	uint8_t at[64], before[64];
	size_t i, k, n, letters, from = 0;

	n = hyphens_word(l, word, strlen(word), at, before, 64, &letters);
	buf_reset(out);
	for (i = 0; i < n; i++) {
		k = at[i];
		buf_put(out, word + from, k - from);
		buf_putc(out, '-');
		from = k;
	}
	buf_puts(out, word + from);
}

static void
swedish_words_are_divided(void **state)
{
	/* from the dictionary, from the list, inflected, in compounds */
	static const char *const words[] = {
		"av-falls-an-lägg-ning",
		"sam-hälls-bygg-nads-nämn-den",
		"mark-an-vis-nings-för-fa-ran-de",
		"mark-an-vis-nings-för-fa-ran-det",
		"Mark-an-vis-ning-ar-na",
		"barn-kon-se-kvens-ana-lys",
		"barn-kon-se-kvens-ana-ly-ser",
		"kom-mun-full-mäk-tige",
		"skol-barn-kon-se-kvens-ana-lys",
		"detalj-plane-pro-gram",
		"till-gäng-lig-hets-råd",
		"om-röst-nings-re-sul-ta-tet",
	};
	struct hyphens_language *l;
	char plain[200];
	struct buf out;
	size_t i, k, n;

	(void)state;
	assert_int_equal(hyphens_language(tools.hyphens, "sv-SE", &l), 0);
	assert_non_null(l);
	buf_init(&out, 1000);
	for (i = 0; i < 2 * sizeof words / sizeof *words; i++) {
		const char *word = words[i / 2]; /* twice: kept answers, too */

		for (n = k = 0; word[k] != '\0'; k++)
			if (word[k] != '-')
				plain[n++] = word[k];
		plain[n] = '\0';
		divide(l, plain, &out);
		assert_string_equal(out.data, word);
	}
	divide(l, "tillägg", &out); /* not till-lägg */
	assert_null(strstr(out.data, "till-"));
	buf_free(&out);
	assert_non_null(hyphens_source(tools.hyphens, 0));
	assert_non_null(
	    strstr(hyphens_source(tools.hyphens, 1)->path, "sv.txt"));
	assert_int_equal(strlen(hyphens_source(tools.hyphens, 0)->digest), 64);
}

/* How often the lines of ${text} end with a hyphen, and none of them with
 * fewer letters than three beside it. */
static size_t
count_hyphens(const char *lines)
{
	const char *at;
	size_t n = 0, i;

	for (at = strstr(lines, "-|"); at != NULL; at = strstr(at + 1, "-|")) {
		n++;
		for (i = 1; i <= 3; i++)
			assert_true(at - lines >= (long)i && *(at - i) != ' ' &&
				    *(at - i) != '|');
		for (i = 2; i <= 4; i++)
			assert_true(at[i] != ' ' && at[i] != '|');
	}
	return n;
}

static const char prose[] =
    "Samhällsbyggnadsnämnden föreslår kommunfullmäktige att godkänna "
    "markanvisningsförfarandet för exploateringsområdet, sedan "
    "barnkonsekvensanalysen redovisats och tillgänglighetsrådet yttrat sig "
    "över genomförandeplanens finansiering, upphandlingsstrategin och "
    "verksamhetsplaneringen inför budgetuppföljningen.";

static void
paragraphs_are_divided_as_their_style_says(void **state)
{
	struct doc_para_style style = p_justified;
	const char *missing[] = { "sv-XX" };
	size_t ragged = 0, justified = 0;
	double width;
	struct arena *a = arena_new(0);
	struct document *doc = narrow(a, 150);
	struct buf out;

	(void)state;
	buf_init(&out, 1 << 16);
	set_text(&out, &style, 150, prose);
	assert_int_equal(count_hyphens(out.data), 0);
	style.hyphenate = true;
	set_text(&out, &style, 150, prose);
	assert_true(count_hyphens(out.data) >= 3);
	style.hyphen_ladder = 1;
	set_text(&out, &style, 220, prose);
	assert_true(count_hyphens(out.data) >= 1);
	/* few in ragged text */
	for (width = 250; width < 450; width += 10) {
		style.align = DOC_START;
		set_text(&out, &style, width, prose);
		ragged += count_hyphens(out.data);
		style.align = DOC_JUSTIFY;
		set_text(&out, &style, width, prose);
		justified += count_hyphens(out.data);
	}
	assert_true(ragged < justified);
	/* what is no ordinary word stays whole */
	style.align = DOC_JUSTIFY;
	set_text(&out, &style, 45,
	    "SAMHÄLLSBYGGNAD X12samhällsbyggnad sam\u00adhällsbyggnad");
	assert_null(strstr(out.data, "-|hälls-"));
	assert_non_null(strstr(out.data, "sam-|"));
	assert_null(strstr(out.data, "SAM-"));
	/* other languages have dictionaries of their own, or none */
	doc->language = missing[0];
	sample_para(a, doc->body, &style, prose);
	lay(doc); /* sv-XX is some Swedish */
	doc->language = "qq";
	assert_int_equal(lay(doc)->notes.n, 1);
	arena_free(a);
	buf_free(&out);
}

static void
without_dictionaries_words_stay_whole(void **state)
{
	struct layout_tools with = tools;
	struct hyphens_language *l;
	struct kl_error err;

	(void)state;
	assert_int_equal(
	    hyphens_open("/nonexistent", NULL, &tools.hyphens, &err), 0);
	assert_int_equal(hyphens_language(tools.hyphens, "sv", &l), 0);
	assert_null(l);
	assert_int_equal(hyphens_language(tools.hyphens, "../../etc", &l), 0);
	assert_null(l);
	assert_null(hyphens_source(tools.hyphens, 0));
	hyphens_close(tools.hyphens);
	tools = with;
}

/* ---- the best lines ----------------------------------------------------- */

#define WORDS 13

/* A paragraph of words, and a way to break it: bit i of the mask ends a line
 * after word i. */
struct trial {
	double width[WORDS], space, measure;
	int n;
};

/* Demerits after Knuth and Plass, as fit.c counts them; negative if a line is
 * not within the tolerance. */
static double
judge(const struct trial *t, unsigned mask)
{
	double sum = 0, x = 0;
	int i, words = 0, before = 1, class;

	for (i = 0; i < t->n; i++) {
		bool last = i == t->n - 1;
		double gap, ratio, bad;

		x += t->width[i] + (words > 0 ? t->space : 0);
		words++;
		if (!last && (mask >> i & 1) == 0)
			continue;
		gap = t->measure - x;
		if (gap < 0)
			ratio = gap / (0.2 * (words - 1) * t->space);
		else
			ratio = last ? 0 : gap / (0.5 * (words - 1) * t->space);
		bad = 100 * fabs(ratio * ratio * ratio);
		if (ratio < -1 || !(bad <= 100))
			return -1;
		sum += (10 + bad) * (10 + bad);
		class = ratio < -0.5   ? 0
			: ratio <= 0.5 ? 1
			: ratio <= 1   ? 2
				       : 3;
		if (class > before + 1 || before > class + 1)
			sum += 10000;
		if (last && mask != 0 && x < 3 * SIZE)
			sum += 4000;
		before = class;
		x = words = 0;
	}
	return sum;
}

static void
total_fit_finds_the_best(void **state)
{
	static const char *const some[] = { "och", "i", "nämnden", "avtal",
		"kommunen", "en", "trafik", "beslutar", "om", "gatukontoret" };
	struct trial t;
	struct buf text, out;
	int run, i, found = 0;

	(void)state;
	seed = 20261117;
	buf_init(&text, 1000);
	buf_init(&out, 1 << 16);
	for (run = 0; run < 800; run++) {
		unsigned mask, chosen = 0;
		double best = -1, d;
		const char *s;

		t.n = 8 + (int)draw(WORDS - 7);
		t.space = width_of(" ");
		t.measure = 130 + draw(120);
		buf_reset(&text);
		for (i = 0; i < t.n; i++) {
			const char *word = some[draw(10)];

			t.width[i] = width_of(word);
			buf_printf(&text, "%s%s", i > 0 ? " " : "", word);
		}
		for (mask = 0; mask < 1u << (t.n - 1); mask++)
			if ((d = judge(&t, mask)) >= 0 &&
			    (best < 0 || d < best))
				best = d;
		if (best < 0)
			continue; /* no good way at all */
		found++;
		set_text(&out, &p_justified, t.measure, text.data);
		for (i = 0, s = out.data; *s != '\0'; s++) {
			i += *s == ' ';
			if (*s == '|')
				chosen |= 1u << (i - 1);
		}
		d = judge(&t, chosen);
		if (d < 0 || d > best + 1e-3 * best + 1)
			fail_msg("%s: %g, not %g", out.data, d, best);
	}
	assert_true(found > 60);
	buf_free(&text);
	buf_free(&out);
}

static void
justified_lines_fill_the_measure(void **state)
{
	struct doc_para_style style = p_justified;
	struct arena *a = arena_new(0);
	const struct laid_page *page;
	struct document *doc;
	double width, space = width_of(" ");
	size_t i, shrunk = 0, stretched = 0;

	(void)state;
	style.hyphenate = true;
	for (width = 180; width < 420; width += 7) {
		doc = narrow(a, width);
		sample_para(a, doc->body, &style, prose);
		page = &lay(doc)->pages.v[0];
		for (i = 0; i + 1 < page->pieces.n; i++) {
			const struct piece *p = &page->pieces.v[i];

			assert_float_equal(p->x + p->width, 100 + width, 0.01);
			assert_true(p->word_space >= -0.2 * space - 0.01);
			shrunk += p->word_space < -0.01;
			stretched += p->word_space > 0.01;
		}
		assert_true(page->pieces.v[i].word_space <= 0);
	}
	assert_true(shrunk > 10 && stretched > 10);
	arena_free(a);
}

static void
pairs_are_kerned(void **state)
{
	const struct font_face *face =
	    fonts_face(tools.fonts, "Open Sans", false, false);
	struct font_glyph g[40];
	double width = 0;
	size_t i, n;

	(void)state;
	assert_true(fonts_kern(face, 'A', 'V') < -10);
	assert_int_equal(fonts_kern(face, ' ', 'V'), 0);
	assert_int_equal(fonts_kern(face, 'n', 'n'), 0);
	assert_float_equal(fonts_width(face, "AV", 2),
	    fonts_advance(face, 'A') + fonts_advance(face, 'V') +
		fonts_kern(face, 'A', 'V') / 1000.0,
	    1e-6);
	/* no ligatures: as many glyphs as letters, as wide as measured */
	n = fonts_shape(face, "AVfika offentlig Tåg", g, 40);
	assert_int_equal(n, 20);
	for (i = 0; i < n; i++) {
		assert_int_equal(g[i].id, fonts_glyph(face, g[i].cp));
		width += fonts_advance(face, g[i].cp) + g[i].kern / 1000.0;
	}
	assert_float_equal(
	    width, fonts_width(face, "AVfika offentlig Tåg", 21), 1e-6);
	assert_non_null(fonts_used(tools.fonts, 0));
	assert_null(fonts_used(tools.fonts, 1000));
}

/* ---- documents made by chance ------------------------------------------- */

static const char *
any_text(struct arena *a)
{
	static const char *const words[] = { "och", "i", "nämnden", "§ 12",
		"markanvisningsförfarandet", "T2026-102-00418", "Åsa", "(S)",
		"över\u00adför\u00admyndare", "för\u200bmyndar", "a\u0301",
		"ja-röst", "gatukontors-beslut", "12 450 000 kronor", "—",
		"4–5",
		"https://ekholm.example/protokoll/2026/tekniska-namnden?id=12",
		"Donaudampfschifffahrtselektrizitätenhauptbetriebswerk",
		"\u4e2d\u6587", "\U0001f600", "\u2060", "\u00a0", "\u2003",
		"fi\ufb01", "Ελλάς", "Київ", "\u05e9\u05dc", "  ", "…", "%",
		"kommunfullmäktige", "barnkonsekvensanalysen", "t.ex.",
		"\u202f",
		"mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm" };
	struct buf b;
	const char *text;
	uint32_t n = draw(30);

	buf_init(&b, 1 << 16);
	while (n-- > 0) {
		buf_puts(&b, words[draw(sizeof words / sizeof *words)]);
		if (draw(8) > 0)
			buf_putc(&b, ' ');
	}
	text = arena_strdup(a, b.data);
	buf_free(&b);
	return text;
}

static const struct doc_para_style *
any_style(struct arena *a)
{
	static const struct doc_tab tabs[] = { { 40, DOC_START, 0, 0 },
		{ 60, DOC_END, 0, 'a' }, { 90, DOC_CENTRE, '.', 0 },
		{ 120, DOC_END, '.', 0 } };
	struct doc_para_style *s = arena_alloc(a, sizeof *s);

	*s = p_body;
	s->align = (enum doc_align)draw(4);
	s->hyphenate = draw(2) == 0;
	s->hyphen_ladder = (int)draw(3);
	s->line_height = draw(3) == 0 ? 0 : 15;
	s->indent = draw(4) == 0 ? 14 : draw(6) == 0 ? -20 : 0;
	s->margin[DOC_LEFT] = s->indent < 0 ? 20 : draw(30);
	s->keep_together = draw(5) == 0;
	s->keep_with_next = draw(9) == 0;
	if (draw(2) == 0) {
		s->tabs = tabs;
		s->ntabs = 4;
	}
	return s;
}

static void
any_para(struct arena *a, struct doc_node *parent)
{
	struct doc_node *p = sample_para(a, parent, any_style(a), NULL), *link;
	uint32_t n = draw(6);

	while (n-- > 0) {
		document_text(
		    a, p, draw(3) == 0 ? &t_strong : NULL, any_text(a));
		if (draw(6) == 0)
			document_add(a, p, draw(2) == 0 ? DOC_TAB : DOC_BREAK);
		if (draw(8) == 0) {
			link = document_add(a, p, DOC_LINK);
			link->href = "https://ekholm.example/";
			document_text(a, link, &t_link, any_text(a));
		}
	}
}

static void
any_block(struct arena *a, struct doc_node *parent, int depth)
{
	static const double widths[] = { 30, 45, 20 };
	struct doc_node *node, *row, *cell;
	uint32_t i, k, kind = depth > 2 ? 0 : draw(8);

	if (kind == 1) {
		node = sample_list(a, parent, true, 1);
		for (i = draw(4); i > 0; i--)
			any_para(a, sample_item(a, node, "1.", NULL));
	} else if (kind == 2) {
		node = sample_table(a, parent, widths, 3);
		for (i = 1 + draw(6); i > 0; i--) {
			row = document_add(a, node, DOC_ROW);
			for (k = 0; k < 3; k++) {
				cell = sample_cell(a, row, NULL);
				any_block(a, cell, depth + 3);
			}
		}
	} else {
		any_para(a, parent);
	}
}

/* What is left of a text when hyphens, spaces and everything that may be
 * replaced are taken out. */
static void
essence(struct buf *out, const char *text)
{
	uint32_t cp;
	size_t k;

	for (; (k = utf8_next(text, &cp)) > 0; text += k)
		if (cp > ' ' && cp < 0x180 && cp != '-' && cp != 0xad &&
		    cp != 0xa0)
			buf_put(out, text, k);
}

typedef VEC(struct doc_node *) texts;

static void
number_texts(struct arena *a, struct doc_node *node, texts *all)
{
	struct doc_node **slot;

	for (node = node->first; node != NULL; node = node->next) {
		if (node->kind == DOC_TEXT) {
			node->level = (int)all->n;
			if ((slot = vec_push(a, all)) != NULL)
				*slot = node;
		}
		number_texts(a, node, all);
	}
}

/* Every text is there, in whole, in order, and on the page. */
static void
check_texts(const struct document *doc, const struct laid_out *out,
    struct arena *a, uint32_t number)
{
	double right = doc->page.width - doc->page.margin[DOC_RIGHT];
	texts all = { 0 };
	struct buf *got, want;
	size_t i, k;

	number_texts(a, doc->body, &all);
	got = calloc(all.n + 1, sizeof *got);
	buf_init(&want, 1 << 20);
	for (i = 0; i < all.n; i++)
		buf_init(&got[i], 1 << 20);
	for (i = 0; i < out->pages.n; i++)
		for (k = 0; k < out->pages.v[i].pieces.n; k++) {
			const struct piece *p = &out->pages.v[i].pieces.v[k];

			if (p->x < 0 || p->y < 0 || p->y > doc->page.height ||
			    p->x + p->width > right + 0.05)
				fail_msg("document %u: %g + %g, %g: %s",
				    (unsigned)number, p->x, p->width, p->y,
				    p->text == NULL ? "" : p->text);
			if (p->kind == PIECE_TEXT && p->node != NULL &&
			    p->node->kind == DOC_TEXT)
				essence(&got[p->node->level], p->text);
		}
	for (i = 0; i < all.n; i++) {
		buf_reset(&want);
		essence(&want, all.v[i]->text);
		if (strcmp(want.data, got[i].data) != 0)
			fail_msg("document %u: %s became %s", (unsigned)number,
			    want.data, got[i].data);
		buf_free(&got[i]);
	}
	free(got);
	buf_free(&want);
}

static void
words_in_are_words_out(void **state)
{
	uint32_t i, k, n = getenv("KANSLI_LONG") != NULL ? 5000 : 250;

	(void)state;
	for (i = 0; i < n; i++) {
		struct arena *a = arena_new(0);
		struct document *doc;

		seed = 88675123u + i * 7919u;
		doc = narrow(a, 280 + draw(200));
		doc->page.height = 300 + draw(500);
		for (k = 1 + draw(12); k > 0; k--)
			any_block(a, doc->body, 0);
		check_texts(doc, lay(doc), a, i);
		arena_free(a);
	}
}

static void
long_paragraphs_take_no_longer(void **state)
{
	struct doc_para_style style = p_justified;
	struct arena *a = arena_new(0);
	struct document *doc = narrow(a, 120);
	struct buf b;
	int i;

	(void)state;
	/* 20 000 places without width, and as many words too wide: what grows
	 * with the square of their number would take minutes */
	style.hyphenate = true;
	buf_init(&b, 8 << 20);
	for (i = 0; i < 20000; i++)
		buf_puts(&b, "\u0301\u200b");
	for (i = 0; i < 1000; i++)
		buf_puts(&b, "mmmmmmmmmmmmmmmmmmmmmmmm och "
			     "samhällsbyggnadsnämnden ");
	sample_para(a, doc->body, &style, b.data);
	assert_true(lay(doc)->pages.n > 20);
	buf_free(&b);
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_belongs_together_stays),
		cmocka_unit_test(lines_may_end_elsewhere),
		cmocka_unit_test(swedish_words_are_divided),
		cmocka_unit_test(paragraphs_are_divided_as_their_style_says),
		cmocka_unit_test(without_dictionaries_words_stay_whole),
		cmocka_unit_test(total_fit_finds_the_best),
		cmocka_unit_test(justified_lines_fill_the_measure),
		cmocka_unit_test(pairs_are_kerned),
		cmocka_unit_test(words_in_are_words_out),
		cmocka_unit_test(long_paragraphs_take_no_longer),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
