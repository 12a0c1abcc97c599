/* SPDX-License-Identifier: EUPL-1.2
 *
 * Page styles: the master page with which the text begins, its layout, and the
 * heads and feet of the first page and the others.
 */
#include "config.h"

#include <string.h>

#include "odf/read.h"

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

const char *
pages_first_style(struct reader *r)
{
	const xmlNode *body = odf_body(r->odf), *n;
	const char *name, *family, *style;
	const xmlNode *s;

	for (n = body; n != NULL; n = odf_walk(n, body)) {
		if (odf_is(n, "text:p") || odf_is(n, "text:h"))
			family = "paragraph";
		else if (odf_is(n, "table:table"))
			family = "table";
		else
			continue;
		style = odf_attr(
		    n, *family == 'p' ? "text:style-name" : "table:style-name");
		for (s = styles_find(r, style, family); s != NULL;
		     s = styles_find(
			 r, odf_attr(s, "style:parent-style-name"), family)) {
			name = odf_attr(s, "style:master-page-name");
			if (name != NULL)
				return *name == '\0' ? NULL : name;
			if (odf_attr(s, "style:parent-style-name") == NULL)
				break;
		}
		return NULL;
	}
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
}

/* The space between a head or foot and the text, and its least height. */
static void
read_gap(const xmlNode *layout, const char *style, const char *side,
    double *gap, double *least)
{
	const xmlNode *props = odf_child(
	    odf_child(layout, style), "style:header-footer-properties");

	odf_length(odf_attr(props, side), gap);
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

static struct doc_node *
empty_area(struct reader *r)
{
	struct doc_node *area = arena_alloc(r->a, sizeof *area);

	if (area != NULL)
		area->kind = DOC_SECTION;
	return area;
}

/* The first page is of style ${first}, which is followed by another: its heads
 * are those of page 1, and empty is not the same as absent. */
static int
read_first(struct reader *r, const xmlNode *first)
{
	struct doc_page *page = &r->doc->page;
	int rc;

	rc = read_area(r, first, "style:header", &page->first_header);
	if (rc == 0)
		rc = read_area(r, first, "style:footer", &page->first_footer);
	if (rc == 0 && page->first_header == NULL)
		page->first_header = empty_area(r);
	if (rc == 0 && page->first_footer == NULL)
		page->first_footer = empty_area(r);
	return rc;
}

static int
read_areas(struct reader *r, const xmlNode *master)
{
	struct doc_page *page = &r->doc->page;
	int rc;

	rc = read_area(r, master, "style:header", &page->header);
	if (rc == 0)
		rc = read_area(r, master, "style:footer", &page->footer);
	if (rc == 0)
		rc = read_area(
		    r, master, "style:header-first", &page->first_header);
	if (rc == 0)
		rc = read_area(
		    r, master, "style:footer-first", &page->first_footer);
	return rc;
}

int
pages_read(struct reader *r)
{
	const char *wanted = pages_first_style(r), *next;
	const xmlNode *master, *first = NULL, *layout;
	struct doc_page *page = &r->doc->page;
	int rc;

	master = master_named(r, wanted == NULL ? "Standard" : wanted);
	if (master == NULL)
		master = master_named(r, NULL);
	next = odf_attr(master, "style:next-style-name");
	if (next != NULL && strcmp(next, odf_attr(master, "style:name")) != 0 &&
	    master_named(r, next) != NULL) {
		first = master;
		master = master_named(r, next);
	}
	layout = layout_named(r, odf_attr(master, "style:page-layout-name"));
	read_geometry(layout, page);
	r->width =
	    page->width - page->margin[DOC_LEFT] - page->margin[DOC_RIGHT];
	read_gap(layout, "style:header-style", "fo:margin-bottom",
	    &page->header_gap, &page->header_height);
	read_gap(layout, "style:footer-style", "fo:margin-top",
	    &page->footer_gap, &page->footer_height);
	rc = read_areas(r, master);
	if (rc == 0 && first != NULL)
		rc = read_first(r, first);
	return rc;
}
