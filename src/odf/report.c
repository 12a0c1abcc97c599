/* SPDX-License-Identifier: EUPL-1.2
 *
 * What an official report says of itself.  Reports come from many offices and
 * suites: the facts may stand in a table, in the page's head, after a colon or
 * under their label.  So the document is read as lines of text in cells, and
 * facts are looked for by the words that people put there.
 */
#include "config.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "base/xml.h"
#include "odf/read.h"
#include <kansli/day.h>

#define MAX_LINES 5000
#define MAX_PROPOSALS 100

/* Where a line stands: in no table (0), or in which of them, from 1. */
struct cell {
	int table, row, column;
};

/* One line of the report: a paragraph, or what stands between line breaks. */
struct line {
	const char *text; /* never empty */
	const char *folded;
	const char *style; /* display name of the paragraph style, folded */
	bool heading, item, bold;
	struct cell cell;
};

struct lines {
	struct reader r; /* for the styles */
	struct arena *a;
	VEC(struct line) v;
	int tables;
	struct cell cell; /* where we are */
	bool item;	  /* in a list */
	size_t body;	  /* the first line that is not of the page's head */
};

/* ---- lines ---- */

static bool
is_bold(struct lines *l, const xmlNode *para)
{
	const struct doc_para_style *p =
	    styles_para(&l->r, odf_attr(para, "text:style-name"), false);
	const xmlNode *span = xmlFirstElementChild((xmlNode *)para);
	const struct doc_text_style *t;

	if (p == NULL)
		return false;
	if (p->text.bold)
		return true;
	if (span == NULL || !odf_is(span, "text:span") ||
	    (para->children->type == XML_TEXT_NODE &&
		!xmlIsBlankNode(para->children)))
		return false;
	t = styles_text(&l->r, &p->text, odf_attr(span, "text:style-name"));
	return t != NULL && t->bold;
}

/* The display names of the style and its parents, folded, in one text. */
static const char *
style_names(struct lines *l, const char *name)
{
	const xmlNode *s = styles_find(&l->r, name, "paragraph");
	const char *all = "", *shown;
	int depth = 0;

	for (; s != NULL && depth < 8 && all != NULL; depth++) {
		shown = odf_attr(s, "style:display-name");
		if (shown == NULL)
			shown = odf_attr(s, "style:name");
		all = arena_printf(
		    l->a, "%s %s", all, shown == NULL ? "" : shown);
		s = styles_find(
		    &l->r, odf_attr(s, "style:parent-style-name"), "paragraph");
	}
	return all == NULL ? NULL : utf8_fold(l->a, all);
}

static int
add_line(struct lines *l, const xmlNode *para, const char *s, size_t n)
{
	struct line *line;
	char *text;

	while (n > 0 && strchr(" \t\r\n", *s) != NULL) {
		s++;
		n--;
	}
	while (n > 0 && strchr(" \t\r\n", s[n - 1]) != NULL)
		n--;
	if (n == 0 || l->v.n >= MAX_LINES)
		return 0;
	text = arena_strndup(l->a, s, n);
	line = text == NULL ? NULL : vec_push(l->a, &l->v);
	if (line == NULL)
		return KL_E_NOMEM;
	line->text = text;
	line->folded = utf8_fold(l->a, text);
	line->style = style_names(l, odf_attr(para, "text:style-name"));
	line->heading = odf_is(para, "text:h");
	line->item = l->item;
	line->bold = is_bold(l, para);
	line->cell = l->cell;
	return line->folded == NULL || line->style == NULL ? KL_E_NOMEM : 0;
}

static int
add_para(struct lines *l, const xmlNode *para)
{
	struct buf text;
	const char *s;
	size_t n;
	int rc = 0;

	buf_init(&text, (size_t)1 << 20);
	odf_plain(&text, para);
	for (s = text.data; rc == 0; s += n + 1) {
		n = strcspn(s, "\n");
		rc = add_line(l, para, s, n);
		if (s[n] == '\0')
			break;
	}
	buf_free(&text);
	return rc;
}

static bool
is_cell(const xmlNode *n)
{
	return odf_is(n, "table:table-cell") ||
	       odf_is(n, "table:covered-table-cell");
}

/* All lines below ${from}, in order, with the cell that each stands in. */
static int
collect(struct lines *l, const xmlNode *from, int depth)
{
	struct cell cell = l->cell;
	const xmlNode *n;
	bool item = l->item;
	int rc = 0;

	if (depth > 2 * XML_MAX_DEPTH)
		return 0;
	for (n = from->children; n != NULL && rc == 0; n = n->next) {
		if (n->type != XML_ELEMENT_NODE ||
		    odf_is(n, "text:tracked-changes") ||
		    odf_is(n, "office:annotation"))
			continue;
		if (odf_is(n, "table:table")) {
			l->cell.table = ++l->tables;
			l->cell.row = l->cell.column = 0;
		} else if (odf_is(n, "table:table-row")) {
			l->cell.row++;
			l->cell.column = 0;
		} else if (is_cell(n)) {
			l->cell.column++;
		}
		l->item = item || odf_is(n, "text:list-item");
		if (odf_is(n, "text:p") || odf_is(n, "text:h"))
			rc = add_para(l, n);
		if (rc == 0)
			rc = collect(l, n, depth + 1);
		if (odf_is(n, "table:table"))
			l->cell = cell;
	}
	l->item = item;
	return rc;
}

/* ---- facts with a label ---- */

static const char *const labels_number[] = { "dnr", "diarienummer", "diarienr",
	"diarienr.", "ärendenummer", "ärendenr", "vår beteckning", NULL };
static const char *const labels_officer[] = { "handläggare", "handläggande",
	"kontaktperson", "referens", "upprättad av", NULL };
static const char *const labels_date[] = { "datum", "utfärdat", "upprättad",
	"upprättat", NULL };
static const char *const labels_department[] = { "kontor", "förvaltning",
	"avdelning", "enhet", NULL };
static const char *const labels_other[] = { "till", "mottagare", "sida", "sid",
	"telefon", "tfn", "tel", "e-post", "ert datum", "er beteckning",
	"bilagor", "tjänsteutlåtande", "tjänsteskrivelse", NULL };

/* Bytes of the label from ${list} that begins ${folded}, 0 if none does. */
static size_t
label_length(const char *folded, const char *const *list)
{
	size_t n;

	for (; *list != NULL; list++) {
		n = strlen(*list);
		if (strncmp(folded, *list, n) == 0 &&
		    (folded[n] == '\0' || strchr(" :\t.", folded[n]) != NULL ||
			strncmp(folded + n, "\xc2\xa0", 2) == 0))
			return n;
	}
	return 0;
}

/* True for a line that is a label and not the value of one. */
static bool
is_label(const struct line *line)
{
	static const char *const *const lists[] = { labels_number,
		labels_officer, labels_date, labels_department, labels_other };
	size_t i, n;

	for (i = 0; i < sizeof lists / sizeof *lists; i++) {
		n = label_length(line->folded, lists[i]);
		if (n > 0 &&
		    line->folded[n + strspn(line->folded + n, " :.\t")] == '\0')
			return true;
	}
	return false;
}

/* What follows the label in its own line.  Folding keeps the length of the
 * Latin letters that labels are made of. */
static const char *
after_label(const struct line *line, size_t n)
{
	const char *s = line->text + n;

	for (;;) {
		if (strncmp(s, "\xc2\xa0", 2) == 0)
			s += 2;
		else if (*s != '\0' && strchr(" :.\t", *s) != NULL)
			s++;
		else
			return s;
	}
}

static bool
same_cell(const struct cell *a, const struct cell *b)
{
	return a->table == b->table && a->row == b->row &&
	       a->column == b->column;
}

/* The first line of a cell, NULL when it has none. */
static const struct line *
line_in(const struct lines *l, struct cell cell)
{
	size_t i;

	for (i = 0; i < l->v.n; i++)
		if (same_cell(&l->v.v[i].cell, &cell))
			return &l->v.v[i];
	return NULL;
}

/* The value of a label that stands alone: below it in its cell, in the next
 * cell, or in the cell under it. */
static const char *
beside_label(const struct lines *l, size_t i)
{
	const struct line *at = &l->v.v[i], *next;
	struct cell cell = at->cell;

	next = i + 1 < l->v.n ? at + 1 : NULL;
	if (next != NULL && same_cell(&next->cell, &cell) && !is_label(next))
		return next->text;
	if (cell.table == 0)
		return NULL;
	cell.column++;
	next = line_in(l, cell);
	if (next != NULL && !is_label(next))
		return next->text;
	cell.column--;
	cell.row++;
	next = line_in(l, cell);
	return next != NULL && !is_label(next) ? next->text : NULL;
}

/* A value ends where the next fact begins: at a tab, a telephone, an address.
 */
static const char *
cut(struct arena *a, const char *s)
{
	static const char *const ends[] = { "\t", " Tfn", " Telefon", " Tel",
		" tfn", " tel", " E-post", " e-post", " Handläggare", " Datum",
		" Dnr", " Sid", "  ", NULL };
	size_t n = strlen(s), i;
	const char *at;

	for (i = 0; ends[i] != NULL; i++) {
		at = strstr(s, ends[i]);
		if (at != NULL && at > s && (size_t)(at - s) < n)
			n = (size_t)(at - s);
	}
	while (n > 0 && strchr(" ,;:", s[n - 1]) != NULL)
		n--;
	return arena_strndup(a, s, n);
}

/* The first fact that has a label from ${list}; inside a line too, after a tab
 * or several spaces. */
static const char *
labelled(struct lines *l, const char *const *list)
{
	const char *value, *tab;
	struct line part;
	size_t i, n;

	for (i = 0; i < l->v.n; i++) {
		part = l->v.v[i];
		for (;;) {
			n = label_length(part.folded, list);
			if (n > 0 && strlen(part.text) < 200) {
				value = after_label(&part, n);
				if (*value == '\0')
					value = beside_label(l, i);
				if (value != NULL && *value != '\0')
					return cut(l->a, value);
			}
			tab = strchr(part.text, '\t');
			if (tab == NULL)
				break;
			part.text = tab + 1 + strspn(tab + 1, " \t");
			part.folded = utf8_fold(l->a, part.text);
			if (part.folded == NULL)
				return NULL;
		}
	}
	return NULL;
}

/* ---- the other facts ---- */

static bool
is_number(const char *s)
{
	return strpbrk(s, "0123456789") != NULL && strlen(s) < 60;
}

/* "17 november 2026" or "2026-11-17" as the latter; NULL for anything else. */
static const char *
iso_date(struct arena *a, const char *s)
{
	static const char *const months[] = { "januari", "februari", "mars",
		"april", "maj", "juni", "juli", "augusti", "september",
		"oktober", "november", "december" };
	char iso[11], *folded;
	kl_day day = KL_DAY_NONE;
	long d, y;
	char *end;
	int m;

	memset(iso, 0, sizeof iso);
	strncpy(iso, s, 10);
	if (kl_day_parse(iso, &day) == 0)
		return arena_strdup(a, iso);
	folded = utf8_fold(a, s);
	if (folded == NULL || !isdigit((unsigned char)*folded))
		return NULL;
	d = strtol(folded, &end, 10);
	end += strspn(end, " ");
	if (strncmp(end, "\xc2\xa0", 2) == 0)
		end += 2;
	for (m = 0; m < 12; m++) {
		if (strncmp(end, months[m], strlen(months[m])) != 0)
			continue;
		y = strtol(end + strlen(months[m]), NULL, 10);
		if (d < 1 || d > 31 || y < 1600 || y > 2999)
			return NULL;
		day = kl_day_of((int)y, m + 1, (int)d);
		return day == KL_DAY_NONE
			   ? NULL
			   : arena_strdup(a, kl_day_format(day, iso));
	}
	return NULL;
}

static const char *
find_date(struct lines *l)
{
	const char *value = labelled(l, labels_date), *iso;
	size_t i;

	iso = value == NULL ? NULL : iso_date(l->a, value);
	for (i = 0; iso == NULL && i < l->v.n && i < 40; i++)
		if (strlen(l->v.v[i].text) < 40)
			iso = iso_date(l->a, l->v.v[i].text);
	return iso;
}

static bool
ends_in(const char *s, const char *tail)
{
	size_t n = strlen(s), m = strlen(tail);

	return n >= m && strcmp(s + n - m, tail) == 0;
}

/* An office by the ending of its name, at the beginning of a line. */
static const char *
find_department(struct lines *l)
{
	static const char *const tails[] = { "kontoret", "förvaltningen",
		"kansliet", "staben" };
	const char *value = labelled(l, labels_department);
	const char *text, *folded;
	size_t i, t;

	for (i = 0; value == NULL && i < l->v.n && i < 30; i++) {
		text = arena_strndup(
		    l->a, l->v.v[i].text, strcspn(l->v.v[i].text, "\t"));
		folded = text == NULL ? NULL : utf8_fold(l->a, text);
		if (folded == NULL)
			return NULL;
		for (t = 0; t < sizeof tails / sizeof *tails; t++)
			if (strlen(folded) < 60 && ends_in(folded, tails[t]) &&
			    strncmp(folded, "till ", 5) != 0)
				value = text;
	}
	return value;
}

/* The line "Förslag till beslut", perhaps with a name before it. */
static size_t
find_proposal_head(const struct lines *l)
{
	const struct line *line;
	size_t i;

	for (i = 0; i < l->v.n; i++) {
		line = &l->v.v[i];
		if (strlen(line->text) < 80 &&
		    strstr(line->folded, "förslag till beslut") != NULL)
			return i;
	}
	return l->v.n;
}

static bool
is_title_style(const struct line *line)
{
	/* "Title" in LibreOffice, "Rubrik" in a Swedish Word. */
	return strstr(line->style, " title") != NULL ||
	       strncmp(line->style, " rubrik ", 8) == 0 ||
	       strcmp(line->style, " rubrik") == 0;
}

static bool
is_kind_of_document(const char *folded)
{
	return strncmp(folded, "tjänsteutlåtande",
		   strlen("tjänsteutlåtande")) == 0 ||
	       strncmp(folded, "tjänsteskrivelse",
		   strlen("tjänsteskrivelse")) == 0 ||
	       strcmp(folded, "ordförandeförslag") == 0;
}

static bool
may_be_title(const struct line *line)
{
	return !is_kind_of_document(line->folded) && !is_label(line) &&
	       strlen(line->text) < 400;
}

/* The title: in a title's style, or the last heading before the proposal, or
 * the last bold line there. */
static const char *
find_title(struct lines *l, size_t proposal)
{
	const struct line *line;
	const char *bold = NULL, *heading = NULL;
	size_t i;

	for (i = l->body; i < l->v.n; i++) {
		line = &l->v.v[i];
		if (may_be_title(line) && is_title_style(line))
			return line->text;
	}
	for (i = l->body; i < proposal && i < l->v.n; i++) {
		line = &l->v.v[i];
		if (!may_be_title(line))
			continue;
		if (line->heading || strstr(line->style, "heading 1") ||
		    strstr(line->style, "rubrik 1"))
			heading = line->text;
		else if (line->bold && line->cell.table == 0)
			bold = line->text;
	}
	if (heading != NULL)
		return heading;
	if (bold != NULL)
		return bold;
	return xml_text(
	    l->a, odf_child(odf_part(l->r.odf, "office:meta"), "dc:title"));
}

/* ---- the proposal ---- */

/* True for a line with which the next part of the report begins. */
static bool
begins_part(const struct line *line)
{
	static const char *const words[] = { "sammanfattning", "bakgrund",
		"ärendet", "ärendets beredning", "beskrivning av ärendet",
		"bilagor", "beslutsunderlag", "beslutet skickas till", "analys",
		"ekonomi", "ekonomiska konsekvenser", "skickas till", NULL };
	size_t i;

	if (line->heading || strstr(line->style, " heading") != NULL ||
	    strstr(line->style, " rubrik") != NULL)
		return true;
	for (i = 0; words[i] != NULL; i++)
		if (strcmp(line->folded, words[i]) == 0)
			return true;
	return line->bold && !line->item && strlen(line->text) < 80;
}

/* ${s} without the "1.", "2)" or dash that a typist put before it; NULL when
 * there is none. */
static const char *
after_number(const char *s)
{
	const char *p = s + strspn(s, "0123456789");

	if (p > s && p - s <= 2 && (*p == '.' || *p == ')') &&
	    (p[1] == ' ' || p[1] == '\t'))
		return p + 1 + strspn(p + 1, " \t");
	if ((*s == '-' || *s == '*') && (s[1] == ' ' || s[1] == '\t'))
		return s + 1 + strspn(s + 1, " \t");
	if ((strncmp(s, "\xe2\x80\x93", 3) == 0 ||
		strncmp(s, "\xe2\x80\xa2", 3) == 0) &&
	    (s[3] == ' ' || s[3] == '\t'))
		return s + 3 + strspn(s + 3, " \t");
	return NULL;
}

static bool
is_point(const struct line *line)
{
	return line->item || after_number(line->text) != NULL ||
	       strncmp(line->folded, "att ", 4) == 0;
}

/* The points; when the proposal has numbered ones, the sentence that leads to
 * them is none of them. */
static int
find_proposals(struct lines *l, size_t head, struct odf_report *report)
{
	const struct line *line;
	const char *text;
	bool points = false;
	size_t i, end;

	for (end = head + 1; end < l->v.n && !begins_part(&l->v.v[end]); end++)
		points = points || is_point(&l->v.v[end]);
	for (i = head + 1; i < end && report->proposals.n < MAX_PROPOSALS;
	     i++) {
		line = &l->v.v[i];
		if (points && !is_point(line))
			continue;
		text = after_number(line->text);
		if (text_add(l->a, &report->proposals,
			text == NULL ? line->text : text) != 0)
			return KL_E_NOMEM;
	}
	return 0;
}

/* The heads of all pages come first: letters often have the facts there. */
static int
collect_all(struct lines *l)
{
	const xmlNode *masters = odf_part(l->r.odf, "office:master-styles");
	int rc = 0;

	if (masters != NULL)
		rc = collect(l, masters, 0);
	l->body = l->v.n;
	return rc == 0 ? collect(l, odf_body(l->r.odf), 0) : rc;
}

int
odf_read_report(struct odf *odf, struct arena *a, struct odf_report *report,
    struct kl_error *err)
{
	struct lines l = { .r = { .odf = odf, .a = a }, .a = a };
	size_t head;
	int rc = KL_E_NOMEM;

	memset(report, 0, sizeof *report);
	if (styles_init(&l.r) != 0 || collect_all(&l) != 0)
		goto out;
	head = find_proposal_head(&l);
	report->title = find_title(&l, head);
	report->registration_number = labelled(&l, labels_number);
	if (report->registration_number != NULL &&
	    !is_number(report->registration_number))
		report->registration_number = NULL;
	report->case_officer = labelled(&l, labels_officer);
	report->date = find_date(&l);
	report->department = find_department(&l);
	if (head < l.v.n && find_proposals(&l, head, report) != 0)
		goto out;
	rc = arena_failed(a) ? KL_E_NOMEM : 0;
out:
	styles_free(&l.r);
	return rc == 0 ? 0 : kl_error_nomem(err);
}
