/* SPDX-License-Identifier: EUPL-1.2
 *
 * Page styles: master pages with their layout, their heads and feet, and what
 * follows them; which of them the text begins with and goes over to.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "odf/read.h"

#define MAX_PARENTS 16
#define MAX_FOLLOWING 30
#define MAX_NUMBER 100000
#define MAX_TEXT_COLUMNS 12

static xmlNode *
master_named(const struct reader *r, const char *name)
{
	xmlNode *n = odf_child(
	    odf_part(r->odf, "office:master-styles"), "style:master-page");
	const char *s;

	for (; n != NULL; n = odf_next(n, "style:master-page")) {
		s = odf_attr(n, "style:name");
		if (name == NULL || (s != NULL && strcmp(s, name) == 0))
			return n;
	}
	return NULL;
}

static xmlNode *
layout_named(const struct reader *r, const char *name)
{
	xmlNode *n = odf_child(
	    odf_part(r->odf, "office:automatic-styles"), "style:page-layout");
	const char *s;

	for (; name != NULL && n != NULL;
	     n = odf_next(n, "style:page-layout")) {
		s = odf_attr(n, "style:name");
		if (s != NULL && strcmp(s, name) == 0)
			return n;
	}
	return NULL;
}

/* The master page that a style asks for, its own or inherited; NULL for none.
 * ${number} is the page number asked for with it, or 0. */
static const char *
asked_master(const struct reader *r, const char *style, const char *family,
    const char *element, int *number)
{
	const xmlNode *s = styles_find(r, style, family);
	const char *name = NULL;
	int i;

	*number = 0;
	for (i = 0; s != NULL && name == NULL && i < MAX_PARENTS; i++) {
		name = odf_attr(s, "style:master-page-name");
		s = styles_find(
		    r, odf_attr(s, "style:parent-style-name"), family);
	}
	if (name == NULL || *name == '\0')
		return NULL;
	style = styles_property(r, style, family, element, "style:page-number");
	if (style != NULL && atoi(style) > 0 && atoi(style) <= MAX_NUMBER)
		*number = atoi(style);
	return name;
}

/* The same for a block; ${block} may be no paragraph or table. */
static const char *
master_of(const struct reader *r, const xmlNode *block, int *number)
{
	if (odf_is(block, "table:table"))
		return asked_master(r, odf_attr(block, "table:style-name"),
		    "table", "style:table-properties", number);
	return asked_master(r, odf_attr(block, "text:style-name"), "paragraph",
	    "style:paragraph-properties", number);
}

/* The master page with which the text begins, or NULL. */
static const char *
first_master(const struct reader *r, int *number)
{
	const xmlNode *body = odf_body(r->odf), *n;

	*number = 0;
	for (n = body; n != NULL; n = odf_walk(n, body))
		if (odf_is(n, "text:p") || odf_is(n, "text:h") ||
		    odf_is(n, "table:table"))
			return master_of(r, n, number);
	return NULL;
}

/* The size and margins of ${layout}. */
static void
read_geometry(const xmlNode *layout, struct doc_page *page)
{
	static const char *const names[] = { "fo:margin-top", "fo:margin-right",
		"fo:margin-bottom", "fo:margin-left" };
	const xmlNode *props =
	    odf_child(layout, "style:page-layout-properties");
	int side;

	if (props == NULL)
		return;
	odf_length(odf_attr(props, "fo:page-width"), &page->width);
	odf_length(odf_attr(props, "fo:page-height"), &page->height);
	for (side = 0; side < 4; side++) {
		odf_length(odf_attr(props, "fo:margin"), &page->margin[side]);
		odf_length(odf_attr(props, names[side]), &page->margin[side]);
	}
	styles_box(props, &page->box);
}

static double
page_inset(const struct doc_page *page, enum doc_side side)
{
	return page->box.padding[side] + page->box.border[side].width;
}

/* The line above the footnotes. */
static void
read_note_line(const xmlNode *layout, struct doc_note_line *line)
{
	const xmlNode *props =
	    odf_child(layout, "style:page-layout-properties");
	const xmlNode *n = odf_child(props, "style:footnote-sep");
	const char *s;

	if (n == NULL)
		return;
	odf_length(odf_attr(n, "style:distance-before-sep"), &line->before);
	odf_length(odf_attr(n, "style:distance-after-sep"), &line->after);
	odf_length(odf_attr(n, "style:width"), &line->thickness);
	odf_percent(odf_attr(n, "style:rel-width"), &line->length);
	s = odf_attr(n, "style:line-style");
	if (s != NULL && strcmp(s, "none") == 0)
		line->thickness = 0;
	if (odf_colour(odf_attr(n, "style:color")) != DOC_NO_COLOUR)
		line->colour = odf_colour(odf_attr(n, "style:color"));
	s = odf_attr(n, "style:adjustment");
	if (s != NULL)
		line->align = strcmp(s, "right") == 0	 ? DOC_END
			      : strcmp(s, "center") == 0 ? DOC_CENTRE
							 : DOC_START;
}

/* The space between a head or foot and the text, and its least height. */
static void
read_gap(const xmlNode *layout, const char *style, const char *side,
    double *gap, double *least, double *sides)
{
	const xmlNode *props = odf_child(
	    odf_child(layout, style), "style:header-footer-properties");

	odf_length(odf_attr(props, side), gap);
	odf_length(odf_attr(props, "fo:margin-left"), &sides[DOC_LEFT]);
	odf_length(odf_attr(props, "fo:margin-right"), &sides[DOC_RIGHT]);
	if (!odf_length(odf_attr(props, "fo:min-height"), least))
		odf_length(odf_attr(props, "svg:height"), least);
	/* The height of the whole area counts the space too. */
	*least = *least > *gap ? *least - *gap : 0;
}

/* The head or foot ${name} of ${master} as a section; NULL when there is none.
 */
static int
read_area(struct reader *r, const xmlNode *master, const char *name,
    struct doc_node **area)
{
	xmlNode *n = odf_child(master, name);
	const char *shown = odf_attr(n, "style:display");

	if (n == NULL || (shown != NULL && strcmp(shown, "false") == 0))
		return 0;
	*area = arena_alloc(r->a, sizeof **area);
	if (*area == NULL)
		return KL_E_NOMEM;
	(*area)->kind = DOC_SECTION;
	return read_blocks(r, *area, n);
}

static int
read_areas(struct reader *r, const xmlNode *master, struct doc_page *page)
{
	const struct {
		const char *name;
		struct doc_node **area;
	} areas[] = {
		{ "style:header", &page->header },
		{ "style:footer", &page->footer },
		{ "style:header-first", &page->first_header },
		{ "style:footer-first", &page->first_footer },
		{ "style:header-left", &page->left_header },
		{ "style:footer-left", &page->left_footer },
	};
	double width = r->width;
	size_t i;
	int rc = 0;

	r->width = page->width - page->margin[DOC_LEFT] -
		   page->margin[DOC_RIGHT] - page_inset(page, DOC_LEFT) -
		   page_inset(page, DOC_RIGHT);
	r->inside++; /* no page begins in a running head */
	r->running = true;
	for (i = 0; i < sizeof areas / sizeof *areas && rc == 0; i++)
		rc = read_area(r, master, areas[i].name, areas[i].area);
	r->running = false;
	r->inside--;
	r->width = width;
	/* heads of the first or of even pages come with the common one only */
	if (page->header == NULL)
		page->first_header = page->left_header = NULL;
	if (page->footer == NULL)
		page->first_footer = page->left_footer = NULL;
	return rc;
}

static void
note_usage(struct reader *r, const xmlNode *layout, const char *name)
{
	const char *usage = odf_attr(layout, "style:page-usage");
	struct kl_error note;

	if (usage == NULL || strcmp(usage, "mirrored") != 0 || r->notes == NULL)
		return;
	kl_error_set(&note, 0,
	    KL_N_("The page style %s: mirrored margins are set alike on all "
		  "pages."),
	    name);
	note_add(r->a, r->notes, &note);
}

static struct doc_page *
new_page(struct reader *r)
{
	struct doc_page *page = arena_alloc(r->a, sizeof *page);
	int side;

	if (page == NULL)
		return NULL;
	page->width = r->doc->page.width;
	page->height = r->doc->page.height;
	for (side = 0; side < 4; side++)
		page->margin[side] = r->doc->page.margin[side];
	page->box.background = DOC_NO_COLOUR;
	page->note_line = r->doc->page.note_line;
	return page;
}

/* The style ${name}, read once; NULL when it is not there or memory is out. */
static const struct doc_page *
page_named(struct reader *r, const char *name, int depth)
{
	const xmlNode *master = master_named(r, name), *layout;
	const char *next = odf_attr(master, "style:next-style-name");
	struct doc_page *page;

	if (master == NULL || depth > MAX_FOLLOWING)
		return NULL;
	name = odf_attr(master, "style:name");
	if (name == NULL)
		name = "";
	page = xmlHashLookup(r->pages, BAD_CAST name);
	if (page != NULL)
		return page;
	page = new_page(r);
	if (page == NULL ||
	    xmlHashAddEntry(r->pages, BAD_CAST name, page) != 0) {
		r->lost = true;
		return NULL;
	}
	layout = layout_named(r, odf_attr(master, "style:page-layout-name"));
	page->name = arena_strdup(r->a, name);
	read_geometry(layout, page);
	read_note_line(layout, &page->note_line);
	note_usage(r, layout, name);
	read_gap(layout, "style:header-style", "fo:margin-bottom",
	    &page->header_gap, &page->header_height, page->header_side);
	read_gap(layout, "style:footer-style", "fo:margin-top",
	    &page->footer_gap, &page->footer_height, page->footer_side);
	if (read_areas(r, master, page) != 0) {
		r->lost = true;
		return NULL;
	}
	if (next != NULL && strcmp(next, name) != 0)
		page->following = page_named(r, next, depth + 1);
	return page;
}

/* The text is as wide as the pages of ${page}. */
static void
enter(struct reader *r, const struct doc_page *page)
{
	r->width = page->width - page->margin[DOC_LEFT] -
		   page->margin[DOC_RIGHT] - page_inset(page, DOC_LEFT) -
		   page_inset(page, DOC_RIGHT);
}

int
pages_read(struct reader *r)
{
	int number;
	const char *wanted = first_master(r, &number);
	const struct doc_page *page;

	if (wanted == NULL || master_named(r, wanted) == NULL)
		wanted = "Standard";
	if (master_named(r, wanted) == NULL)
		wanted = NULL;
	page = page_named(r, wanted, 0);
	if (page == NULL) {
		page = new_page(r);
		if (page == NULL)
			return KL_E_NOMEM;
	}
	r->doc->page = *page;
	r->doc->page.number = number;
	enter(r, page);
	return r->lost || arena_failed(r->a) ? KL_E_NOMEM : 0;
}

const struct doc_page *
pages_begin(struct reader *r, const xmlNode *block)
{
	int number;
	const char *name = master_of(r, block, &number);
	const struct doc_page *page;
	struct doc_page *own;

	if (name == NULL || !r->began || r->inside > 0)
		return NULL;
	page = page_named(r, name, 0);
	if (page == NULL)
		return NULL;
	enter(r, page);
	if (number == 0)
		return page;
	own = arena_alloc(r->a, sizeof *own);
	if (own != NULL) {
		*own = *page;
		own->number = number;
	}
	return own;
}

/* ---- columns ------------------------------------------------------------- */

/* The gap between columns: given, or the indents of the first two. */
static double
gap_of(const xmlNode *columns)
{
	const xmlNode *first = odf_child(columns, "style:column");
	double gap = 0, next = 0;

	if (odf_length(odf_attr(columns, "fo:column-gap"), &gap))
		return gap;
	odf_length(odf_attr(first, "fo:end-indent"), &gap);
	if (first != NULL)
		odf_length(odf_attr(odf_next(first, "style:column"),
			       "fo:start-indent"),
		    &next);
	return gap + next;
}

static bool
are_alike(const xmlNode *columns)
{
	const xmlNode *n = odf_child(columns, "style:column");
	const char *first = odf_attr(n, "style:rel-width"), *width;
	int a = first == NULL ? 0 : atoi(first), b;

	for (; n != NULL; n = odf_next(n, "style:column")) {
		width = odf_attr(n, "style:rel-width");
		b = width == NULL ? 0 : atoi(width);
		if (abs(a - b) > 1 + a / 50)
			return false;
	}
	return true;
}

/* The columns that the style of a section asks for; true if it asks for more
 * than one. */
static bool
read_columns(struct reader *r, struct doc_node *node, const xmlNode *section)
{
	const char *style = odf_attr(section, "text:style-name"), *s;
	const xmlNode *props = odf_child(
	    styles_find(r, style, "section"), "style:section-properties");
	const xmlNode *columns = odf_child(props, "style:columns"), *rule;
	int count;

	s = odf_attr(columns, "fo:column-count");
	count = s == NULL ? 1 : atoi(s);
	if (count < 2)
		return false;
	if (r->inside > 0 || r->columns > 0 || count > MAX_TEXT_COLUMNS) {
		read_note(r, KL_N_("Near “%s”: columns are set as one."), NULL);
		return false;
	}
	if (!are_alike(columns))
		read_note(r,
		    KL_N_("Near “%s”: columns are set in equal widths."), NULL);
	node->text_columns = count;
	node->column_gap = gap_of(columns);
	s = odf_attr(props, "text:dont-balance-text-columns");
	node->fill_columns = s != NULL && strcmp(s, "true") == 0;
	rule = odf_child(columns, "style:column-sep");
	if (odf_length(
		odf_attr(rule, "style:width"), &node->column_rule.width)) {
		node->column_rule.colour =
		    odf_colour(odf_attr(rule, "style:color"));
		if (node->column_rule.colour == DOC_NO_COLOUR)
			node->column_rule.colour = 0;
	}
	return true;
}

/* Margins of a section would make its text narrower than the page's. */
static void
note_margins(struct reader *r, const xmlNode *section)
{
	const xmlNode *props = odf_child(
	    styles_find(r, odf_attr(section, "text:style-name"), "section"),
	    "style:section-properties");
	double left = 0, right = 0;

	odf_length(odf_attr(props, "fo:margin-left"), &left);
	odf_length(odf_attr(props, "fo:margin-right"), &right);
	if (left != 0 || right != 0)
		read_note(r,
		    KL_N_("Near “%s”: the margins of a section are left out."),
		    NULL);
}

int
pages_section(struct reader *r, struct doc_node *node, xmlNode *section)
{
	double width = r->width;
	bool several = read_columns(r, node, section);
	int rc;

	note_margins(r, section);
	if (!several)
		return read_blocks(r, node, section);
	r->width = (width - node->column_gap * (node->text_columns - 1)) /
		   node->text_columns;
	if (r->width < 18)
		r->width = width;
	r->columns++;
	rc = read_blocks(r, node, section);
	r->columns--;
	r->width = width;
	return rc;
}
