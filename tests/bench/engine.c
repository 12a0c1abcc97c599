/* SPDX-License-Identifier: EUPL-1.2
 *
 * How long a document takes from its tree to a tagged, hyphenated and kerned
 * PDF, beside the least that libharu itself needs for the same words: lines
 * filled one after another and shown, nothing else.  Both in one process with
 * fonts and dictionary loaded.  The text is the minutes of an invented
 * committee, forty items for each 31 pages.
 *
 * usage: engine [PAGES [RUNS [PDF]]]: prints pages, milliseconds (the median of
 * RUNS) and the ratio; writes our PDF to the file PDF.  Without PAGES: 31, 300
 * and 3,000 of them.
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <hpdf.h>

#include "../unit/sample.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/utf8.h"
#include "layout/hyphen.h"
#include "layout/layout.h"
#include "pdf/pdf.h"

#define MAX_RUNS 99
#define OUT_MAX ((size_t)1 << 30)

PARA(p_text, .line_height = 15, .margin = { 0, 0, 6, 0 }, .align = DOC_JUSTIFY,
    .hyphenate = true,
    .text = { .family = "Open Sans", .size = 10.5, .colour = 0x1a1a1a });

/* ---- the text ----------------------------------------------------------- */

static const char *const small[] = { "att", "och", "för", "i", "till", "av",
	"som", "med", "på", "den", "det", "en", "ett", "inte", "har", "kan",
	"ska", "från", "om", "vid", "eller", "under", "efter", "enligt", "samt",
	"utan", "inom", "där", "när", "denna" };
static const char *const verbs[] = { "beslutar", "föreslår", "godkänner",
	"yrkar", "antecknar", "uppdrar", "konstaterar", "bedömer", "redovisar",
	"överlämnar", "återremitterar", "avslår", "fastställer", "bifaller",
	"remitterar" };
static const char *const nouns[] = { "förslaget", "yttrandet", "planen",
	"remissen", "ärendet", "budgeten", "frågan", "arbetet", "skolgården",
	"vägen", "hamnen", "staden", "kostnaden", "avtalet", "utredningen",
	"nämnden", "förvaltningen", "invånarna", "barnen", "tidplanen",
	"bullret", "trafiken", "bron", "parken", "bygglovet" };
static const char *const firsts[] = { "samhällsbyggnads", "trafik", "gatu",
	"markanvisnings", "exploaterings", "cykel", "skol", "barnkonsekvens",
	"översikts", "detaljplane", "upphandlings", "revisions", "kollektiv",
	"kommun", "medborgar", "miljö", "avfalls", "räddningstjänst",
	"fastighets", "delegations", "verksamhets", "tillgänglighets",
	"hastighets", "genomförande", "finansierings" };
static const char *const lasts[] = { "nämnden", "planen", "utredningen",
	"avtalet", "förfarandet", "analysen", "kontoret", "beslutet",
	"frågorna", "ansvaret", "rapporten", "programmet", "området", "arbetet",
	"prövningen", "anläggningen", "förslaget", "underlaget", "strategin",
	"uppdraget" };
static const char *const signs[] = { "12 450 000 kronor", "§ 12", "s. 4–5",
	"dnr T2026-102-00418", "17 november 2026", "t.ex.", "Bergdahl (S)",
	"ja-röst", "e-post", "5 kap. 12 § kommunallagen", "20 %",
	"Sandviksvägen", "Ekholms stad" };

static uint32_t seed = 2463534242u;

static uint32_t
draw(uint32_t n)
{
	seed ^= seed << 13;
	seed ^= seed >> 17;
	seed ^= seed << 5;
	return seed % n;
}

#define PICK(list) (list)[draw(sizeof(list) / sizeof *(list))]

static void
put_word(struct buf *b)
{
	uint32_t kind = draw(100);

	if (kind < 50)
		buf_puts(b, PICK(small));
	else if (kind < 62)
		buf_puts(b, PICK(verbs));
	else if (kind < 78)
		buf_puts(b, PICK(nouns));
	else if (kind < 95)
		buf_printf(b, "%s%s", PICK(firsts), PICK(lasts));
	else
		buf_puts(b, PICK(signs));
}

/* A text of about ${words} words, in sentences. */
static const char *
prose(struct arena *a, int words)
{
	struct buf b;
	const char *text;
	int left = 0;

	buf_init(&b, 1 << 20);
	for (; words > 0; words--) {
		if (left == 0) {
			if (b.len > 0)
				buf_puts(&b, ". ");
			buf_puts(&b, "Kontoret");
			left = 8 + (int)draw(14);
		}
		buf_putc(&b, ' ');
		put_word(&b);
		if (--left > 3 && draw(12) == 0)
			buf_putc(&b, ',');
	}
	buf_putc(&b, '.');
	text = arena_strdup(a, b.data);
	buf_free(&b);
	return text;
}

static void
add_votes(struct arena *a, struct doc_node *body)
{
	static const char *const head[] = { "Ledamot", "Parti", "Ja", "Nej",
		"Avstår" };
	static const char *const names[] = { "Anna Lindvall", "Nils Fagerlind",
		"Karin Bergdahl", "Omar Hedin" };
	static const char *const parties[] = { "S", "M", "V", "C" };
	static const double widths[] = { 70, 22, 22, 22, 22 };
	struct doc_node *table = sample_table(a, body, widths, 5);
	size_t i;

	sample_row(a, table, true, head, 5);
	for (i = 0; i < 4; i++) {
		const char *cells[] = { names[i], parties[i],
			i % 2 == 0 ? "X" : "", i % 2 == 0 ? "" : "X", "" };

		sample_row(a, table, false, cells, 5);
	}
}

static void
add_item(struct arena *a, struct doc_node *body, int number)
{
	struct doc_node *p = sample_heading(
	    a, body, &p_item, 2, arena_printf(a, "p%d", number), NULL);
	struct doc_node *list;
	int i;

	document_text(a, p, &t_brand, arena_printf(a, "§ %d", number));
	document_add(a, p, DOC_TAB);
	document_text(a, p, NULL,
	    arena_printf(
		a, "%s%s om %s", PICK(firsts), PICK(lasts), PICK(nouns)));
	sample_para(a, body, &p_number,
	    arena_printf(a, "Dnr T2026-%03d-00418", number));
	sample_heading(a, body, &p_head, 3, NULL, "Beslut");
	list = sample_list(a, body, true, 1);
	for (i = 1; i <= 3; i++) {
		p = sample_item(a, list, arena_printf(a, "%d.", i), NULL);
		sample_para(a, p, &p_text, prose(a, 14));
	}
	sample_heading(a, body, &p_head, 3, NULL, "Sammanfattning");
	for (i = 0; i < 3; i++)
		sample_para(a, body, &p_text, prose(a, 34));
	sample_heading(a, body, &p_head, 3, NULL, "Yrkanden");
	sample_para(a, body, &p_text, prose(a, 22));
	if (number % 8 == 0)
		add_votes(a, body);
}

static struct document *
make_tree(struct arena *a, int pages)
{
	struct document *doc = document_new(a);
	int i, items = (pages * 40 + 30) / 31;

	doc->title = "Protokoll 9/2026";
	doc->language = "sv";
	doc->created = "2026-11-17T00:00:00Z";
	sample_running(a, doc);
	sample_heading(a, doc->body, &p_title, 1, NULL, "Protokoll");
	for (i = 1; i <= items; i++)
		add_item(a, doc->body, i);
	return doc;
}

/* ---- the bare writer ---------------------------------------------------- */

struct bare {
	HPDF_Doc doc;
	HPDF_Page page;
	HPDF_Font fonts[2];
	float widths[2][0x3000]; /* at 1 pt, asked for once; 0: not yet */
	HPDF_Font set;
	double set_size;
	double left, right, y;
	size_t pages;
	const struct document *tree;
};

static void
bare_page(struct bare *b)
{
	if (b->page != NULL)
		HPDF_Page_EndText(b->page);
	b->page = HPDF_AddPage(b->doc);
	b->pages++;
	b->set = NULL;
	HPDF_Page_SetWidth(b->page, (HPDF_REAL)b->tree->page.width);
	HPDF_Page_SetHeight(b->page, (HPDF_REAL)b->tree->page.height);
	HPDF_Page_BeginText(b->page);
	b->y = 90;
}

static double
bare_width(struct bare *b, int font, uint32_t cp)
{
	float *w = &b->widths[font][cp < 0x3000 ? cp : '?'];

	if (*w == 0)
		*w = (float)HPDF_Font_GetUnicodeWidth(
			 b->fonts[font], (HPDF_UNICODE)cp) /
		     1000;
	return (double)*w;
}

static void
bare_show(
    struct bare *b, int font, double size, double x, const char *line, size_t n)
{
	char text[4000];

	if (n >= sizeof text)
		n = sizeof text - 1;
	memcpy(text, line, n);
	text[n] = '\0';
	if (b->set != b->fonts[font] || b->set_size < size ||
	    b->set_size > size)
		HPDF_Page_SetFontAndSize(
		    b->page, b->fonts[font], (HPDF_REAL)size);
	b->set = b->fonts[font];
	b->set_size = size;
	HPDF_Page_SetTextMatrix(b->page, 1, 0, 0, 1, (HPDF_REAL)x,
	    (HPDF_REAL)(b->tree->page.height - b->y));
	HPDF_Page_ShowText(b->page, text);
}

/* Fill lines between two edges with ${text}, first fit. */
static void
bare_fill(struct bare *b, int font, double size, double left, double right,
    double leading, const char *text)
{
	const char *line = text, *end = NULL, *at = text;
	double x = 0, room = (right - left) / size;
	uint32_t cp;
	size_t k;

	for (; (k = utf8_next(at, &cp)) > 0; at += k) {
		if (cp == ' ')
			end = at;
		x += bare_width(b, font, cp);
		if (x <= room || end == NULL || cp == ' ')
			continue;
		if (b->y > b->tree->page.height - 90)
			bare_page(b);
		bare_show(b, font, size, left, line, (size_t)(end - line));
		b->y += leading;
		line = at = end + 1;
		k = 0;
		x = 0;
		end = NULL;
	}
	if (b->y > b->tree->page.height - 90)
		bare_page(b);
	bare_show(b, font, size, left, line, (size_t)(at - line));
	b->y += leading;
}

static void
bare_text(struct buf *out, const struct doc_node *node)
{
	for (node = node->first; node != NULL; node = node->next) {
		if (node->text != NULL)
			buf_puts(out, node->text);
		if (node->kind == DOC_TAB)
			buf_putc(out, ' ');
		bare_text(out, node);
	}
}

static void bare_blocks(
    struct bare *b, const struct doc_node *parent, double left, double right);

static void
bare_row(struct bare *b, const struct doc_node *row, double left)
{
	double y = b->y;
	const struct doc_node *cell = row->first;
	size_t i = 0;

	for (; cell != NULL; cell = cell->next, i++) {
		b->y = y;
		bare_blocks(b, cell, left, left + row->parent->columns[i]);
		left += row->parent->columns[i];
	}
}

static void
bare_blocks(
    struct bare *b, const struct doc_node *parent, double left, double right)
{
	const struct doc_node *node;
	struct buf text;
	int font;

	buf_init(&text, 1 << 20);
	for (node = parent->first; node != NULL; node = node->next) {
		switch (node->kind) {
		case DOC_PARAGRAPH:
		case DOC_HEADING:
			font = strstr(node->para->text.family, "Semi") != NULL;
			buf_reset(&text);
			bare_text(&text, node);
			bare_fill(b, font, node->para->text.size, left, right,
			    node->para->line_height, text.data);
			b->y += node->para->margin[DOC_BOTTOM];
			break;
		case DOC_ROW:
			bare_row(b, node, left);
			break;
		case DOC_ITEM:
			bare_fill(b, 0, 10.5, left, right, 0, node->text);
			bare_blocks(b, node, left + 17, right);
			break;
		default:
			bare_blocks(b, node, left, right);
			break;
		}
	}
	buf_free(&text);
}

static void
on_error(HPDF_STATUS status, HPDF_STATUS detail, void *user)
{
	(void)user;
	if (status == HPDF_STREAM_EOF)
		return;
	fprintf(stderr, "engine: libharu %lx %lu\n", (unsigned long)status,
	    (unsigned long)detail);
	exit(1);
}

/* The document with libharu alone; returns its pages. */
static size_t
bare_write(
    const struct document *doc, const char *const *files, struct buf *out)
{
	static struct bare b;
	HPDF_BYTE chunk[65536];
	HPDF_UINT32 n;
	int i;

	memset(&b, 0, sizeof b);
	b.tree = doc;
	b.doc = HPDF_New(on_error, NULL);
	HPDF_SetCompressionMode(b.doc, HPDF_COMP_ALL);
	HPDF_UseUTFEncodings(b.doc);
	for (i = 0; i < 2; i++)
		b.fonts[i] = HPDF_GetFont(b.doc,
		    HPDF_LoadTTFontFromFile(b.doc, files[i], HPDF_TRUE),
		    "UTF-8");
	bare_page(&b);
	bare_blocks(&b, doc->body, doc->page.margin[DOC_LEFT],
	    doc->page.width - doc->page.margin[DOC_RIGHT]);
	HPDF_Page_EndText(b.page);
	HPDF_SaveToStream(b.doc);
	HPDF_ResetStream(b.doc);
	do {
		n = sizeof chunk;
		HPDF_ReadFromStream(b.doc, chunk, &n);
		buf_put(out, chunk, n);
	} while (n > 0);
	HPDF_Free(b.doc);
	return b.pages;
}

/* ---- the race ----------------------------------------------------------- */

/* Of the processor, so that what else the machine does counts less; nothing
 * here waits. */
static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static int
ascending(const void *x, const void *y)
{
	double a = *(const double *)x, b = *(const double *)y;

	return (a > b) - (a < b);
}

static double
median(double *v, int n)
{
	qsort(v, (size_t)n, sizeof *v, ascending);
	return v[n / 2];
}

static void
fail(const struct kl_error *err)
{
	char text[1000];

	kl_error_format(err, NULL, text, sizeof text);
	fprintf(stderr, "engine: %s\n", text);
	exit(1);
}

/* The document with ours; returns its pages. */
static size_t
our_write(const struct document *doc, const struct layout_tools *tools,
    struct buf *out)
{
	struct arena *a = arena_new(0);
	struct laid_out *laid = NULL;
	struct kl_error err = { 0 };
	size_t pages;

	if (layout_document(doc, tools, a, &laid, &err) != 0 ||
	    pdf_write(laid, out, &err) != 0)
		fail(&err);
	pages = laid->pages.n;
	arena_free(a);
	return pages;
}

static long
peak(void)
{
	struct rusage use;

	getrusage(RUSAGE_SELF, &use);
	return use.ru_maxrss;
}

/* A document of that many pages, both ways, and a row about it. */
static void
race(const struct layout_tools *tools, const char *const *files, int pages,
    int runs, const char *target)
{
	static double ours[MAX_RUNS], bare[MAX_RUNS];
	struct arena *a = arena_new(0);
	struct document *doc = make_tree(a, pages);
	struct kl_error err = { 0 };
	size_t n = 0, nbare = 0;
	struct buf out;
	long top = 0;
	int i;

	buf_init(&out, OUT_MAX);
	for (i = -1; i < runs; i++) { /* the first warms up */
		double from = now(), between;

		buf_reset(&out);
		n = our_write(doc, tools, &out);
		between = now();
		if (i < 0) {
			top = peak();
			if (target != NULL &&
			    file_write(target, out.data, out.len, &err) != 0)
				fail(&err);
		} else {
			ours[i] = between - from;
		}
		buf_reset(&out);
		from = now();
		nbare = bare_write(doc, files, &out);
		if (i >= 0)
			bare[i] = now() - from;
	}
	printf("%zu pages: %.1f ms, %.3f ms a page, %ld MB at the most; bare "
	       "libharu: %zu pages, %.1f ms; ratio %.2f\n",
	    n, median(ours, runs), median(ours, runs) / (double)n, top >> 10,
	    nbare, median(bare, runs), median(ours, runs) / median(bare, runs));
	buf_free(&out);
	arena_free(a);
}

int
main(int argc, char **argv)
{
	int pages = argc > 1 ? atoi(argv[1]) : 0;
	int runs = argc > 2 ? atoi(argv[2]) : 9;
	struct layout_tools tools = { 0 };
	struct kl_error err = { 0 };
	const char *files[2];

	if (pages < 0 || runs < 1 || runs > MAX_RUNS) {
		fprintf(stderr, "usage: engine [PAGES [RUNS [PDF]]]\n");
		return 2;
	}
	if (fonts_open(&tools.fonts, &err) != 0 ||
	    hyphens_open(NULL, SRCDIR "/hyphenation", &tools.hyphens, &err) !=
		0)
		fail(&err);
	files[0] = fonts_face(tools.fonts, "Open Sans", false, false)->path;
	files[1] =
	    fonts_face(tools.fonts, "Open Sans Semibold", false, false)->path;
	if (pages > 0) {
		race(&tools, files, pages, runs, argc > 3 ? argv[3] : NULL);
	} else {
		race(&tools, files, 31, 15, NULL);
		race(&tools, files, 300, 5, NULL);
		race(&tools, files, 3000, 1, NULL);
	}
	fonts_close(tools.fonts);
	hyphens_close(tools.hyphens);
	return 0;
}
