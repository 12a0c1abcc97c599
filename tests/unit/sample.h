/* SPDX-License-Identifier: EUPL-1.2
 *
 * Documents for tests: the minutes of an invented committee, and makers of
 * single parts.
 */
#ifndef TESTS_SAMPLE_H
#define TESTS_SAMPLE_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "document/document.h"

/* The program that checks PDF files, in the build folder. */
__attribute__((unused)) static const char *
checker_path(void)
{
	static char path[4096];
	const char *folder = getenv("builddir");

	snprintf(path, sizeof path, "%s/kansli-pdf-check",
	    folder == NULL ? "." : folder);
	return path;
}

#define MM (72 / 25.4)
#define BRAND 0x003366

#define TEXT(name, fam, pt, col)                                               \
	static const struct doc_text_style name __attribute__((                \
	    unused)) = { .family = fam, .size = pt, .colour = col }
#define PLAIN_BOX                                                              \
	{                                                                      \
		.background = DOC_NO_COLOUR                                    \
	}

TEXT(t_strong, "Open Sans Semibold", 10.5, 0x1a1a1a);
TEXT(t_small_strong, "Open Sans Semibold", 9, 0x1a1a1a);
TEXT(t_small, "Open Sans", 8.5, 0x555555);
TEXT(t_brand, "Open Sans Semibold", 13, BRAND);
TEXT(t_link, "Open Sans", 10.5, BRAND);

static const struct doc_tab page_tabs[] = { { .position = 158 * MM,
    .align = DOC_END } };

#define PARA(ident, ...)                                                       \
	static const struct doc_para_style ident                               \
	    __attribute__((unused)) = { .name = #ident,                        \
		    .box = PLAIN_BOX,                                          \
		    .orphans = 2,                                              \
		    .widows = 2,                                               \
		    __VA_ARGS__ }

PARA(p_body, .line_height = 15, .margin = { 0, 0, 6, 0 },
    .text = { .family = "Open Sans", .size = 10.5, .colour = 0x1a1a1a });
PARA(p_title, .line_height = 24, .margin = { 0, 0, 4, 0 },
    .keep_with_next = true,
    .text = { .family = "Open Sans Semibold", .size = 19, .colour = 0x1a1a1a });
PARA(p_lead, .line_height = 17, .margin = { 0, 0, 18, 0 },
    .text = { .family = "Open Sans", .size = 11.5, .colour = 0x333333 });
PARA(p_item, .line_height = 17, .margin = { 22, 0, 2, 0 }, .indent = -14 * MM,
    .keep_with_next = true,
    .text = { .family = "Open Sans Semibold", .size = 13, .colour = 0x1a1a1a });
PARA(p_number, .line_height = 12, .margin = { 0, 0, 10, 0 },
    .keep_with_next = true,
    .text = { .family = "Open Sans", .size = 8.5, .colour = 0x666666 });
PARA(p_head, .line_height = 13, .margin = { 8, 0, 2, 0 },
    .keep_with_next = true,
    .text = { .family = "Open Sans Semibold", .size = 9, .colour = BRAND });
PARA(p_cell, .line_height = 13,
    .text = { .family = "Open Sans", .size = 9.5, .colour = 0x1a1a1a });
PARA(p_cell_head, .line_height = 13,
    .text = { .family = "Open Sans Semibold", .size = 9, .colour = 0x1a1a1a });
PARA(p_justified, .line_height = 15, .margin = { 0, 0, 6, 0 },
    .align = DOC_JUSTIFY,
    .text = { .family = "Open Sans", .size = 10.5, .colour = 0x1a1a1a });
PARA(p_running, .line_height = 13, .tabs = page_tabs, .ntabs = 1,
    .text = { .family = "Open Sans", .size = 8.5, .colour = 0x333333 });
static const struct doc_para_style p_header __attribute__((
    unused)) = { .name = "header",
	.line_height = 13,
	.tabs = page_tabs,
	.ntabs = 1,
	.box = { .background = DOC_NO_COLOUR,
	    .padding = { 0, 0, 8, 0 },
	    .border = { [DOC_BOTTOM] = { 0.8, 0 } } },
	.text = { .family = "Open Sans", .size = 8.5, .colour = 0x333333 } };
static const struct doc_para_style p_footer __attribute__((
    unused)) = { .name = "footer",
	.line_height = 11,
	.tabs = page_tabs,
	.ntabs = 1,
	.box = { .background = DOC_NO_COLOUR,
	    .padding = { 5, 0, 0, 0 },
	    .border = { [DOC_TOP] = { 0.5, 0x888888 } } },
	.text = { .family = "Open Sans", .size = 7.5, .colour = 0x555555 } };

/* sample_para(a, parent, style, text): a paragraph with one text. */
static inline struct doc_node *
sample_para(struct arena *a, struct doc_node *parent,
    const struct doc_para_style *style, const char *text)
{
	struct doc_node *p = document_add(a, parent, DOC_PARAGRAPH);

	if (p != NULL)
		p->para = style;
	if (text != NULL)
		document_text(a, p, NULL, text);
	return p;
}

/* sample_heading(a, parent, style, level, id, text): a heading. */
static inline struct doc_node *
sample_heading(struct arena *a, struct doc_node *parent,
    const struct doc_para_style *style, int level, const char *id,
    const char *text)
{
	struct doc_node *h = sample_para(a, parent, style, text);

	if (h != NULL) {
		h->kind = DOC_HEADING;
		h->level = level;
		h->id = id;
	}
	return h;
}

/* sample_list(a, parent, ordered, level): an empty list. */
static inline struct doc_node *
sample_list(struct arena *a, struct doc_node *parent, bool ordered, int level)
{
	struct doc_node *list = document_add(a, parent, DOC_LIST);

	if (list != NULL) {
		list->ordered = ordered;
		list->level = level;
	}
	return list;
}

/* sample_item(a, list, label, text): an item with one paragraph. */
static inline struct doc_node *
sample_item(
    struct arena *a, struct doc_node *list, const char *label, const char *text)
{
	struct doc_node *item = document_add(a, list, DOC_ITEM);

	if (item == NULL)
		return NULL;
	item->text = label;
	item->level = list->level;
	item->label_indent = 5 + 14 * (list->level - 1);
	item->text_indent = 17 + 14 * (list->level - 1);
	if (text != NULL)
		sample_para(a, item, &p_body, text);
	return item;
}

/* sample_table(a, parent, columns, n): an empty table; widths in mm. */
static inline struct doc_node *
sample_table(
    struct arena *a, struct doc_node *parent, const double *mm, size_t n)
{
	struct doc_node *table = document_add(a, parent, DOC_TABLE);
	double *columns = arena_alloc(a, n * sizeof *columns);
	size_t i;

	if (table == NULL || columns == NULL)
		return NULL;
	for (i = 0; i < n; i++)
		columns[i] = mm[i] * MM;
	table->columns = columns;
	table->ncolumns = n;
	table->margin_top = 6;
	table->margin_bottom = 10;
	return table;
}

/* sample_cell(a, row, text): a cell of a hairline table. */
static inline struct doc_node *
sample_cell(struct arena *a, struct doc_node *row, const char *text)
{
	struct doc_node *cell = document_add(a, row, DOC_CELL);

	if (cell == NULL)
		return NULL;
	cell->colspan = cell->rowspan = 1;
	cell->header = row->header;
	cell->box = (struct doc_box){ .background = DOC_NO_COLOUR,
		.padding = { 3, 4, 3, 0 } };
	cell->box.border[DOC_BOTTOM] =
	    row->header ? (struct doc_border){ 0.9, 0x222222 }
			: (struct doc_border){ 0.4, 0x999999 };
	if (text != NULL)
		sample_para(
		    a, cell, row->header ? &p_cell_head : &p_cell, text);
	return cell;
}

/* sample_row(a, table, header, texts, n): a row of such cells. */
static inline struct doc_node *
sample_row(struct arena *a, struct doc_node *table, bool header,
    const char *const *texts, size_t n)
{
	struct doc_node *row = document_add(a, table, DOC_ROW);
	size_t i;

	if (row == NULL)
		return NULL;
	row->header = header;
	for (i = 0; i < n; i++)
		sample_cell(a, row, texts[i]);
	return row;
}

static inline void
sample_running(struct arena *a, struct document *doc)
{
	struct doc_node *p;

	doc->page.margin[DOC_TOP] = 20 * MM;
	doc->page.margin[DOC_RIGHT] = 22 * MM;
	doc->page.margin[DOC_BOTTOM] = 18 * MM;
	doc->page.margin[DOC_LEFT] = 30 * MM;
	doc->page.header_gap = 24;
	doc->page.footer_gap = 14;
	doc->page.header = arena_alloc(a, sizeof *doc->page.header);
	doc->page.footer = arena_alloc(a, sizeof *doc->page.footer);
	if (doc->page.header == NULL || doc->page.footer == NULL)
		return;
	p = sample_para(a, doc->page.header, &p_running, NULL);
	document_text(a, p, &t_small_strong, "Ekholms stad");
	document_text(a, p, NULL, " · Trafiknämnden");
	document_add(a, p, DOC_TAB);
	document_text(a, p, &t_small_strong, "Protokoll 9/2026");
	p = sample_para(a, doc->page.header, &p_header, NULL);
	document_add(a, p, DOC_TAB);
	document_text(a, p, NULL, "Sida ");
	document_add(a, p, DOC_PAGE_NUMBER);
	document_text(a, p, NULL, " (");
	document_add(a, p, DOC_PAGE_COUNT);
	document_text(a, p, NULL, ")");
	p = sample_para(a, doc->page.footer, &p_footer,
	    "Ekholms stad · Nämndsekretariatet · 123 45 Ekholm · "
	    "namndsekretariatet@ekholm.example");
	document_add(a, p, DOC_TAB);
	document_text(a, p, NULL, "Trafiknämnden 2026-11-17");
}

static inline struct doc_node *
sample_fact(struct arena *a, struct doc_node *table, const char *name,
    const char *value)
{
	struct doc_node *row = document_add(a, table, DOC_ROW), *cell;

	cell = sample_cell(a, row, NULL);
	if (cell == NULL)
		return NULL;
	memset(cell->box.border, 0, sizeof cell->box.border);
	cell->header = true;
	sample_para(a, cell, &p_cell_head, name);
	cell = sample_cell(a, row, NULL);
	if (cell == NULL)
		return NULL;
	memset(cell->box.border, 0, sizeof cell->box.border);
	sample_para(a, cell, &p_body, value);
	return cell;
}

static inline void
sample_front(struct arena *a, struct doc_node *body)
{
	static const double facts[] = { 42, 116 }, members[] = { 71, 17, 70 };
	static const char *const head[] = { "Ledamöter", "Parti", "Tjänstgör" };
	static const char *const rows[][3] = {
		{ "Carina Lindvall, ordförande", "M", "§§ 1–23" },
		{ "Jonas Thorell, vice ordförande", "S", "§§ 1–23" },
		{ "Olivia Hedlund", "S", "§§ 1–23" },
		{ "Kerstin Almqvist", "MP", "§§ 1–10, 12–23 (jäv § 11)" },
		{ "Nils Ekstrand", "L", "§§ 5–23" },
	};
	struct doc_node *table, *row, *cell;
	size_t i;

	sample_heading(
	    a, body, &p_title, 1, "top", "Trafiknämndens sammanträde");
	sample_para(a, body, &p_lead,
	    "tisdagen den 17 november 2026, klockan 16.30–18.05");
	table = sample_table(a, body, facts, 2);
	sample_fact(a, table, "Plats", "Bråsalen, Stadshuset");
	sample_fact(a, table, "Justerat",
	    "den 24 november 2026 av Carina Lindvall (M), ordförande, och "
	    "Jonas Thorell (S)");
	sample_fact(a, table, "Paragrafer",
	    "§§ 1–13 och 15–23. § 14 är omedelbart justerad och har ett eget "
	    "protokoll.");
	table = sample_table(a, body, members, 3);
	sample_row(a, table, true, head, 3);
	for (i = 0; i < sizeof rows / sizeof *rows; i++)
		sample_row(a, table, false, rows[i], 3);
	table = sample_table(a, body, &(double){ 158 }, 1);
	row = document_add(a, table, DOC_ROW);
	cell = document_add(a, row, DOC_CELL);
	if (cell == NULL)
		return;
	cell->colspan = cell->rowspan = 1;
	cell->box.background = DOC_NO_COLOUR;
	for (i = 0; i < 4; i++) {
		cell->box.border[i] = (struct doc_border){ 0.8, BRAND };
		cell->box.padding[i] = 12;
	}
	row->keep_together = true;
	sample_heading(a, cell, &p_head, 2, "bevis", "Anslagsbevis");
	sample_para(a, cell, &p_cell,
	    "Justeringen anslagen onsdagen den 25 november 2026. Sista dag "
	    "att överklaga onsdagen den 16 december 2026.");
}

static inline void
sample_item_10(struct arena *a, struct doc_node *body, int number)
{
	struct doc_node *h, *list, *p, *link;
	char *id = arena_printf(a, "p-%d", number);

	h = sample_heading(a, body, &p_item, 2, id, NULL);
	document_text(a, h, &t_brand, arena_printf(a, "§ %d", number));
	document_add(a, h, DOC_TAB);
	document_text(
	    a, h, NULL, "Cykelbanor på Sandviksvägen. Genomförandebeslut");
	sample_para(a, body, &p_number, "Dnr T2026-102-00418");
	sample_heading(a, body, &p_head, 3, NULL, "Beslut");
	list = sample_list(a, body, true, 1);
	sample_item(a, list, "1.",
	    "Trafiknämnden godkänner genomförandet av cykelbanor på "
	    "Sandviksvägen till en kostnad av högst 12 450 000 kronor.");
	sample_item(a, list, "2.",
	    "Trafiknämnden uppdrar åt trafikkontoret att återkomma med en "
	    "slutredovisning senast i juni 2028.");
	sample_heading(a, body, &p_head, 3, NULL, "Ärendet");
	p = sample_para(a, body, &p_body,
	    "Trafikkontoret föreslår att enkelriktade cykelbanor byggs på båda "
	    "sidor om Sandviksvägen mellan Skolgränd och hamnen. Rådet för "
	    "funktionshinderfrågor har yttrat sig den 3 november 2026 och "
	    "tillstyrker förslaget. Se även ");
	link = document_add(a, p, DOC_LINK);
	if (link != NULL)
		link->href = "#bevis";
	document_text(a, link, &t_link, "anslagsbeviset");
	document_text(a, p, NULL, " och ");
	link = document_add(a, p, DOC_LINK);
	if (link != NULL)
		link->href = "https://ekholm.example/cykel";
	document_text(a, link, &t_link, "stadens sida om cykelbanor");
	document_text(a, p, NULL, ".");
	sample_heading(a, body, &p_head, 3, NULL, "Beslutsgång");
	sample_para(a, body, &p_body,
	    "Ordföranden frågar om nämnden bifaller eller avslår kontorets "
	    "förslag och finner att nämnden bifaller det. Omröstning begärs. "
	    "Nämnden godkänner omröstningsordningen: ja-röst för bifall, "
	    "nej-röst för avslag.");
}

/* sample_minutes(a, items): minutes with a front page and ${items}
 * paragraphs. */
static inline struct document *
sample_minutes(struct arena *a, int items)
{
	struct document *doc = document_new(a);
	int i;

	if (doc == NULL)
		return NULL;
	doc->title = "Protokoll 9/2026, Trafiknämnden";
	doc->author = "Ekholms stad";
	doc->subject = "Sammanträde 2026-11-17";
	doc->language = "sv";
	doc->created = "2026-11-24T13:05:00+01:00";
	sample_running(a, doc);
	sample_front(a, doc->body);
	for (i = 1; i <= items; i++)
		sample_item_10(a, doc->body, i);
	return doc;
}

#endif
