/* SPDX-License-Identifier: EUPL-1.2
 *
 * Does a document look the same here as in the office suite that it was made
 * for?
 *
 *	fidelity render FILE.odt FILE.pdf
 *		sets the document as kansli does;
 *	fidelity compare FILE.odt OURS THEIRS
 *		compares two renderings: pages, words, where headings stand,
 *		tables, running heads.  OURS and THEIRS are file names without
 *		the endings .words (pdftotext -bbox) and .tags (pdfinfo
 *		-struct-text).
 *
 * compare prints one line of figures, one line for each thing that differs
 * more than it may, and exits 1 if there was any.
 */
#include "config.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/utf8.h"
#include "base/xml.h"
#include "layout/hyphen.h"
#include "odf/odf.h"
#include "pdf/pdf.h"

#define FILE_MAX ((size_t)64 << 20)
#define PAGES_PER_DIFFERENCE 20 /* one page more or less for each so many */
#define HEADINGS_IN_PLACE 0.95	/* on the same page or the next */
#define SAME_LINE 3.0		/* [pt] */

struct word {
	const char *text;
	double top, bottom, left;
};

struct sheet {
	VEC(struct word) words; /* in the order in which they are read out */
	VEC(struct word) lines; /* the same, line by line */
	const char *letters;	/* of the body, without spaces and hyphens */
};

struct rendering {
	VEC(struct sheet) pages;
	int tables, rows, cells;
};

static struct arena *arena;
static struct odf *odf; /* the tree points into it */
static int bad;

static void
die(const char *what, const struct kl_error *err)
{
	char text[1024] = "";

	if (err != NULL)
		kl_error_format(err, NULL, text, sizeof text);
	fprintf(stderr, "fidelity: %s: %s\n", what, text);
	exit(3);
}

static void
differs(const char *what, const char *detail)
{
	printf("  %s: %s\n", what, detail);
	bad++;
}

/* ---- our own rendering -------------------------------------------------- */

static struct document *
open_document(const char *path)
{
	struct document *doc = NULL;
	struct kl_error err;

	if (odf_open_file(path, &odf, &err) != 0 ||
	    odf_to_document(odf, arena, &doc, NULL, &err) != 0)
		die(path, &err);
	return doc;
}

static int
render(const char *from, const char *to)
{
	struct document *doc = open_document(from);
	struct layout_tools tools = { 0 };
	struct laid_out *laid;
	struct kl_error err;
	struct buf out;

	if (doc->title == NULL)
		doc->title = "Fidelity";
	if (doc->language == NULL)
		doc->language = "sv";
	buf_init(&out, FILE_MAX);
	if (fonts_open(&tools.fonts, &err) != 0 ||
	    hyphens_open(NULL, NULL, &tools.hyphens, &err) != 0 ||
	    layout_document(doc, &tools, arena, &laid, &err) != 0 ||
	    pdf_write(laid, &out, &err) != 0 ||
	    file_write(to, out.data, out.len, &err) != 0)
		die(from, &err);
	buf_free(&out);
	fonts_close(tools.fonts);
	hyphens_close(tools.hyphens);
	return 0;
}

/* ---- reading a rendering ------------------------------------------------ */

/* The letters and digits of ${s}: what hyphenation and spacing leave alone. */
static char *
letters_of(const char *s)
{
	char *out = arena_alloc(arena, strlen(s) + 1), *to = out;
	uint32_t cp;
	size_t n;

	if (out == NULL)
		die("memory", NULL);
	for (; (n = utf8_next(s, &cp)) > 0; s += n) {
		if (cp <= 0x20 || cp == 0xa0 || cp == 0xad || cp == '-' ||
		    cp == 0x2007 || cp == 0x2009 || cp == 0x200b ||
		    cp == 0x2010 || cp == 0x2011 || cp == 0x202f ||
		    cp == 0x2060)
			continue;
		memcpy(to, s, n);
		to += n;
	}
	return out;
}

static double
number(const xmlNode *node, const char *name)
{
	const char *value = xml_attr(arena, node, name);

	return value == NULL ? 0 : strtod(value, NULL);
}

/* From the top down; on one line from left to right. */
static int
compare_places(const void *a, const void *b)
{
	const struct word *x = a, *y = b;
	double dx = x->bottom, dy = y->bottom;

	if (dx == dy) {
		dx = x->left;
		dy = y->left;
	}
	return dx < dy ? -1 : dx > dy;
}

/* Readers of PDF guess at columns, so that a number hanging in the margin comes
 * far from its title; lines are what both renderings have in common. */
static void
sort_lines(struct sheet *sheet)
{
	double line = -SAME_LINE;
	size_t i;

	if (sheet->lines.n == 0)
		return;
	qsort(sheet->lines.v, sheet->lines.n, sizeof *sheet->lines.v,
	    compare_places);
	for (i = 0; i < sheet->lines.n; i++) {
		if (sheet->lines.v[i].bottom - line < SAME_LINE)
			sheet->lines.v[i].bottom = line;
		line = sheet->lines.v[i].bottom;
	}
	qsort(sheet->lines.v, sheet->lines.n, sizeof *sheet->lines.v,
	    compare_places);
}

/* A leader fills the way to a tab stop and is not text; an office suite sets it
 * in one word with what is on either side. */
static const char *
without_leader(const char *word)
{
	const char *dots = word == NULL ? NULL : strstr(word, "...");

	if (dots == NULL)
		return word;
	return arena_printf(arena, "%.*s %s", (int)(dots - word), word,
	    dots + strspn(dots, "."));
}

static void
read_page(const xmlNode *node, struct sheet *sheet)
{
	xmlNode *at;
	struct word *word, *copy;

	for (at = xml_child(node, "word"); at; at = xml_next(at, "word")) {
		if ((word = vec_push(arena, &sheet->words)) == NULL)
			die("memory", NULL);
		word->text = without_leader(xml_text(arena, at));
		word->top = number(at, "yMin");
		word->bottom = number(at, "yMax");
		word->left = number(at, "xMin");
		if ((copy = vec_push(arena, &sheet->lines)) == NULL)
			die("memory", NULL);
		*copy = *word;
	}
	sort_lines(sheet);
}

static void
read_words(const char *path, struct rendering *r)
{
	struct buf bytes;
	struct kl_error err;
	xmlDoc *doc;
	xmlNode *node;
	struct sheet *sheet;

	if (file_read(path, FILE_MAX, &bytes, &err) != 0 ||
	    xml_parse(bytes.data, bytes.len, path, &doc, &err) != 0)
		die(path, &err);
	node = xml_child(xmlDocGetRootElement(doc), "body");
	node = node == NULL ? NULL : xml_child(node, "doc");
	if (node == NULL)
		die(path, NULL);
	for (node = xml_child(node, "page"); node != NULL;
	     node = xml_next(node, "page")) {
		if ((sheet = vec_push(arena, &r->pages)) == NULL)
			die("memory", NULL);
		read_page(node, sheet);
	}
	xmlFreeDoc(doc);
	buf_free(&bytes);
}

/* "TH (block)" is a TH, and so is "TH"; "THead" is not. */
static bool
is_tag(const char *line, const char *tag)
{
	size_t n = strlen(tag);

	return strncmp(line, tag, n) == 0 &&
	       (line[n] == '\0' || line[n] == ' ' || line[n] == ':');
}

/* Tables, rows and cells in the structure tree. */
static void
read_tags(const char *path, struct rendering *r)
{
	struct buf bytes;
	struct kl_error err;
	char *line, *rest = NULL;

	if (file_read(path, FILE_MAX, &bytes, &err) != 0)
		die(path, &err);
	for (line = strtok_r(bytes.data, "\n", &rest); line != NULL;
	     line = strtok_r(NULL, "\n", &rest)) {
		line += strspn(line, " ");
		if (is_tag(line, "Table"))
			r->tables++;
		else if (is_tag(line, "TR"))
			r->rows++;
		else if (is_tag(line, "TH") || is_tag(line, "TD"))
			r->cells++;
	}
	buf_free(&bytes);
}

static void
read_rendering(const char *name, struct rendering *r)
{
	*r = (struct rendering){ 0 };
	read_words(arena_printf(arena, "%s.words", name), r);
	read_tags(arena_printf(arena, "%s.tags", name), r);
}

/* ---- comparing ---------------------------------------------------------- */

/* Where the running heads end and the feet begin, from our own layout: of page
 * ${index} [pt from the top]. */
static void
body_of(const struct laid_out *laid, size_t index, double *top, double *bottom)
{
	const struct laid_page *page;
	size_t i;

	if (index >= laid->pages.n)
		index = laid->pages.n - 1;
	page = &laid->pages.v[index];
	*top = 0;
	*bottom = laid->document->page.height;
	for (i = 0; i < page->nheader; i++)
		*top = fmax(*top, page->pieces.v[i].y);
	for (i = page->pieces.n - page->nfooter; i < page->pieces.n; i++)
		if (page->pieces.v[i].kind == PIECE_TEXT)
			*bottom = fmin(*bottom,
			    page->pieces.v[i].y - page->pieces.v[i].size - 1);
}

enum part { HEAD, BODY, FOOT };

/* The ${n} words that stand in one part of a page, one after another. */
static char *
part_of(const struct word *words, size_t n, double top, double bottom,
    enum part part)
{
	struct buf text;
	char *copy;
	size_t i;

	buf_init(&text, FILE_MAX);
	for (i = 0; i < n; i++) {
		const struct word *w = &words[i];
		enum part is = w->top < top		     ? HEAD
			       : w->top > bottom - SAME_LINE ? FOOT
							     : BODY;

		if (is != part)
			continue;
		buf_puts(&text, w->text);
		buf_putc(&text, ' ');
	}
	copy = arena_strdup(arena, text.data);
	buf_free(&text);
	if (copy == NULL)
		die("memory", NULL);
	return copy;
}

static int
compare_text(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* True if the word goes on in the next line, or may. */
static bool
goes_on(const char *word)
{
	size_t n = strlen(word);

	return (n > 1 && word[n - 1] == '-') ||
	       (n > 3 && strcmp(word + n - 3, "–") == 0);
}

/* A hyphen or dash at a line's end joins two words; other hyphens are left out,
 * so that "ja-röst" is the same word wherever its line ends. */
static size_t
sorted_words(
    const struct rendering *r, const struct laid_out *laid, const char ***out)
{
	text_list words = { 0 };
	double top, bottom;
	size_t p;
	char *at, *word, *rest, *open = NULL;

	for (p = 0; p < r->pages.n; p++) {
		body_of(laid, p, &top, &bottom);
		at = part_of(r->pages.v[p].words.v, r->pages.v[p].words.n, top,
		    bottom, BODY);
		for (word = strtok_r(at, " ", &rest); word != NULL;
		     word = strtok_r(NULL, " ", &rest)) {
			if (open != NULL)
				word = arena_printf(arena, "%s%s", open, word);
			open = NULL;
			if (goes_on(word))
				open = letters_of(word);
			else if (text_add(arena, &words, letters_of(word)) != 0)
				die("memory", NULL);
		}
	}
	if (words.n > 0)
		qsort(words.v, words.n, sizeof *words.v, compare_text);
	*out = words.v;
	return words.n;
}

/* What the document's own tree says of its tables. */
struct tally {
	int tables, rows,
	    cells;	 /* that only arrange: no tables when read out */
	bool spans;	 /* a cell stands in several rows */
	text_list heads; /* the words of head rows */
	text_list lost;	 /* headings that theirs does not show at all */
};

static void
count_tables(
    const struct doc_node *node, bool arranged, bool head, struct tally *t)
{
	char *word, *rest = NULL;

	for (node = node->first; node != NULL; node = node->next) {
		bool here = arranged;

		if (node->kind == DOC_TABLE)
			here = node->alt != NULL && *node->alt == '\0';
		t->tables += here && node->kind == DOC_TABLE;
		t->rows += here && node->kind == DOC_ROW;
		t->cells += here && node->kind == DOC_CELL;
		t->spans |= node->kind == DOC_CELL && node->rowspan > 1;
		if (head && node->kind == DOC_TEXT && node->text != NULL)
			for (word = strtok_r(
				 arena_strdup(arena, node->text), " ", &rest);
			     word != NULL; word = strtok_r(NULL, " ", &rest))
				if (text_add(arena, &t->heads,
					letters_of(word)) != 0)
					die("memory", NULL);
		count_tables(node, here,
		    head || (node->kind == DOC_ROW && node->header), t);
	}
}

static bool
is_head_word(const struct tally *t, const char *word)
{
	size_t i;

	for (i = 0; i < t->heads.n; i++)
		if (strcmp(t->heads.v[i], word) == 0)
			return true;
	return false;
}

/* The office suite now and then loses a heading that should have gone to the
 * next page with what follows: its words count once, as a lost heading. */
static bool
is_lost_word(const struct tally *t, const char *word)
{
	size_t i;

	for (i = 0; i < t->lost.n; i++)
		if (strstr(t->lost.v[i], word) != NULL)
			return true;
	return false;
}

/* How many words only one of them has, with a few examples.  A table that
 * breaks elsewhere repeats its head elsewhere: those words do not count. */
static void
compare_words(const struct rendering *a, const struct rendering *b,
    const struct laid_out *laid, const struct tally *t)
{
	const char **x, **y;
	size_t nx = sorted_words(a, laid, &x), ny = sorted_words(b, laid, &y);
	size_t i = 0, j = 0, only = 0;
	char text[400] = "";

	while (i < nx || j < ny) {
		int c = i == nx ? 1 : j == ny ? -1 : strcmp(x[i], y[j]);

		if (c == 0) {
			i++;
			j++;
			continue;
		}
		if (!is_head_word(t, c < 0 ? x[i] : y[j]) &&
		    !(c < 0 && is_lost_word(t, x[i])) && only++ < 8 &&
		    strlen(text) < 300)
			snprintf(text + strlen(text),
			    sizeof text - strlen(text), " %s%s",
			    c < 0 ? "ours:" : "theirs:", c < 0 ? x[i] : y[j]);
		if (c < 0)
			i++;
		else
			j++;
	}
	printf(" words %zu/%zu (%zu differ)", nx, ny, only);
	if (only > 0)
		differs("words", text);
}

static void
heading_text(const struct doc_node *node, struct buf *out)
{
	for (node = node->first; node != NULL; node = node->next) {
		if (node->kind == DOC_TEXT && node->text != NULL)
			buf_puts(out, node->text);
		heading_text(node, out);
	}
}

static void
headings(const struct doc_node *node, text_list *list)
{
	struct buf text;

	for (node = node->first; node != NULL; node = node->next) {
		headings(node, list);
		if (node->kind != DOC_HEADING)
			continue;
		buf_init(&text, FILE_MAX);
		heading_text(node, &text);
		if (text_add(arena, list, letters_of(text.data)) != 0)
			die("memory", NULL);
		buf_free(&text);
	}
}

static void
fill_letters(struct rendering *r, const struct laid_out *laid)
{
	double top, bottom;
	size_t i;

	for (i = 0; i < r->pages.n; i++) {
		body_of(laid, i, &top, &bottom);
		r->pages.v[i].letters =
		    letters_of(part_of(r->pages.v[i].lines.v,
			r->pages.v[i].lines.n, top, bottom, BODY));
	}
}

/* The page from ${page} on that has ${letters}, or SIZE_MAX. */
static size_t
find(const struct rendering *r, size_t page, const char *letters)
{
	for (; page < r->pages.n; page++)
		if (strstr(r->pages.v[page].letters, letters) != NULL)
			return page;
	return SIZE_MAX;
}

/* A heading that ours shows on page ${page} and theirs nowhere; as many as
 * there may be pages more or fewer. */
static void
note_lost(struct tally *t, const struct rendering *theirs, size_t page,
    const char *heading)
{
	size_t most =
	    (theirs->pages.n + PAGES_PER_DIFFERENCE - 1) / PAGES_PER_DIFFERENCE;

	if (page == SIZE_MAX || find(theirs, 0, heading) != SIZE_MAX)
		return;
	if (text_add(arena, &t->lost, heading) != 0)
		die("memory", NULL);
	printf(" (they lost %s)", heading);
	if (t->lost.n > most)
		differs("headings", "more are lost than may");
}

static void
compare_headings(const struct document *doc, struct rendering *ours,
    struct rendering *theirs, const struct laid_out *laid, struct tally *t)
{
	text_list list = { 0 };
	size_t i, a = 0, b = 0, p, q, close = 0;
	char text[300] = "";

	headings(doc->body, &list);
	fill_letters(ours, laid);
	fill_letters(theirs, laid);
	for (i = 0; i < list.n; i++) {
		p = find(ours, a, list.v[i]);
		q = find(theirs, b, list.v[i]);
		note_lost(t, theirs, p, list.v[i]);
		if (p != SIZE_MAX && q != SIZE_MAX &&
		    (p > q ? p - q : q - p) <= 1)
			close++;
		else if (*text == '\0')
			snprintf(text, sizeof text, "%s, %zd and %zd",
			    list.v[i], (ssize_t)p + 1, (ssize_t)q + 1);
		a = p == SIZE_MAX ? a : p;
		b = q == SIZE_MAX ? b : q;
	}
	printf(" headings %zu/%zu", close, list.n);
	if ((double)close < HEADINGS_IN_PLACE * (double)list.n)
		differs("headings stand elsewhere", text);
}

static void
compare_pages(const struct rendering *a, const struct rendering *b)
{
	size_t x = a->pages.n, y = b->pages.n;
	size_t most = (y + PAGES_PER_DIFFERENCE - 1) / PAGES_PER_DIFFERENCE;

	printf("pages %zu/%zu", x, y);
	if ((x > y ? x - y : y - x) > (x == y ? 0 : most))
		differs("pages", "more differ than may");
}

/* Running heads and feet of the first two pages, but for numbers: they count
 * pages. */
static void
compare_heads(const struct rendering *a, const struct rendering *b,
    const struct laid_out *laid)
{
	double top, bottom;
	char *x, *y, *c;
	size_t page, i;

	for (page = 0; page < 2; page++) {
		if (page >= a->pages.n || page >= b->pages.n)
			return;
		body_of(laid, page, &top, &bottom);
		for (i = 0; i < 2; i++) {
			enum part part = i == 0 ? HEAD : FOOT;

			x = letters_of(part_of(a->pages.v[page].lines.v,
			    a->pages.v[page].lines.n, top, bottom, part));
			y = letters_of(part_of(b->pages.v[page].lines.v,
			    b->pages.v[page].lines.n, top, bottom, part));
			for (c = x; *c != '\0'; c++)
				*c = *c >= '0' && *c <= '9' ? '0' : *c;
			for (c = y; *c != '\0'; c++)
				*c = *c >= '0' && *c <= '9' ? '0' : *c;
			if (strcmp(x, y) != 0)
				differs(i == 0 ? "head" : "foot",
				    arena_printf(arena, "%s | %s", x, y));
		}
	}
}

/* A table that only arranges things is none for those who hear the document;
 * the office suite calls it one.  It also makes another cell of what is left of
 * a cell when its rows go on on the next page. */
static void
compare_tables(
    const struct rendering *a, const struct rendering *b, const struct tally *t)
{
	int tables = b->tables - t->tables, rows = b->rows - t->rows;
	int cells = b->cells - t->cells;

	printf(" tables %d/%d rows %d/%d cells %d/%d", a->tables, tables,
	    a->rows, rows, a->cells, cells);
	if (a->tables != tables || a->rows != rows || a->cells > cells ||
	    (a->cells < cells && !t->spans))
		differs("tables", "not the same rows and columns");
}

static int
compare(const char *odt, const char *ours, const char *theirs)
{
	struct document *doc = open_document(odt);
	struct rendering a, b;
	struct tally tally = { 0 };
	struct layout_tools tools = { 0 };
	struct laid_out *laid;
	struct kl_error err;

	if (fonts_open(&tools.fonts, &err) != 0 ||
	    hyphens_open(NULL, NULL, &tools.hyphens, &err) != 0 ||
	    layout_document(doc, &tools, arena, &laid, &err) != 0)
		die(odt, &err);
	read_rendering(ours, &a);
	read_rendering(theirs, &b);
	compare_pages(&a, &b);
	compare_headings(doc, &a, &b, laid, &tally);
	count_tables(doc->body, false, false, &tally);
	compare_tables(&a, &b, &tally);
	compare_words(&a, &b, laid, &tally);
	compare_heads(&a, &b, laid);
	putchar('\n');
	fonts_close(tools.fonts);
	hyphens_close(tools.hyphens);
	return bad > 0;
}

int
main(int argc, char **argv)
{
	int rc = 2;

	xml_start();
	if ((arena = arena_new(0)) == NULL)
		return 3;
	if (argc == 4 && strcmp(argv[1], "render") == 0)
		rc = render(argv[2], argv[3]);
	else if (argc == 5 && strcmp(argv[1], "compare") == 0)
		rc = compare(argv[2], argv[3], argv[4]);
	else
		fprintf(stderr, "usage: fidelity render ODT PDF\n"
				"       fidelity compare ODT OURS THEIRS\n");
	odf_free(odf);
	arena_free(arena);
	return rc;
}
