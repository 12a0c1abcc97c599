/* SPDX-License-Identifier: EUPL-1.2
 *
 * The accessibility check of the tree: one walk, each rule a small function
 * that looks at one node.
 */
#include "config.h"

#include <ctype.h>
#include <math.h>
#include <string.h>
#include <strings.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "document/check.h"

#define MAX_DEPTH 100
#define NEAR_MAX 60	  /* bytes of text that show where */
#define LEAST_SIZE 8.0	  /* of text [pt] */
#define LARGE_SIZE 18.0	  /* text of this size needs less contrast [pt] */
#define LARGE_BOLD 14.0	  /* and this, if bold [pt] */
#define HEADING_LENGTH 80 /* longest bold paragraph taken for a heading */
#define TYPED_ITEMS 2	  /* so many lines with a dash are a list */
#define WHITE 0xffffff

struct check {
	const struct document *doc;
	struct arena *a;
	const struct check_options *options;
	note_list *notes;
	const char *place; /* text that stood nearest before, or NULL */
	int level;	   /* of the heading before, 0: none */
	int typed;	   /* paragraphs in a row that begin like items */
	bool running;	   /* a head or foot: its tables are but its layout */
};

static void check_blocks(struct check *c, const struct doc_node *parent,
    doc_colour paper, int depth);

/* ---- words of a node ---- */

static void
gather(const struct doc_node *node, struct buf *out, int depth)
{
	const struct doc_node *n;

	if (depth > MAX_DEPTH || buf_failed(out))
		return;
	if (node->kind == DOC_TEXT && node->text != NULL)
		buf_puts(out, node->text);
	else if (node->kind == DOC_TAB || node->kind == DOC_BREAK)
		buf_putc(out, ' ');
	else if (node->alt != NULL &&
		 (node->kind == DOC_IMAGE || node->kind == DOC_FIGURE))
		buf_puts(out, node->alt);
	if (node->kind == DOC_NOTE)
		return;
	for (n = node->first; n != NULL; n = n->next)
		gather(n, out, depth + 1);
}

/* The text of ${node}, without space at its ends; "" when memory is out. */
static const char *
words_of(struct check *c, const struct doc_node *node)
{
	struct buf text;
	const char *s, *copy;
	size_t n;

	buf_init(&text, 1 << 20);
	gather(node, &text, 0);
	for (s = text.data; isspace((unsigned char)*s); s++)
		;
	for (n = strlen(s); n > 0 && isspace((unsigned char)s[n - 1]); n--)
		;
	copy = arena_strndup(c->a, s, n);
	buf_free(&text);
	return copy == NULL ? "" : copy;
}

/* The beginning of a text, never half a character. */
static const char *
beginning(struct check *c, const char *text)
{
	size_t n = strnlen(text, NEAR_MAX);

	while (
	    n > 0 && text[n] != '\0' && ((unsigned char)text[n] & 0xc0) == 0x80)
		n--;
	text = arena_strndup(c->a, text, n);
	return text == NULL ? "…" : text;
}

/* Add a finding; ${key} has the place as its first argument and perhaps
 * ${detail} as its second. */
static void
find(struct check *c, const char *key, const char *near, const char *detail)
{
	struct kl_error note;

	if (near == NULL || *near == '\0')
		near = c->place == NULL ? "…" : c->place;
	kl_error_set(&note, 0, "%s%s", beginning(c, near),
	    detail == NULL ? "" : beginning(c, detail));
	note.text = key;
	note_add(c->a, c->notes, &note);
}

/* ---- how text looks ---- */

static double
channel(int value)
{
	double v = value / 255.0;

	return v <= 0.04045 ? v / 12.92 : pow((v + 0.055) / 1.055, 2.4);
}

static double
luminance(doc_colour colour)
{
	return 0.2126 * channel(colour >> 16 & 255) +
	       0.7152 * channel(colour >> 8 & 255) +
	       0.0722 * channel(colour & 255);
}

double
document_contrast(doc_colour x, doc_colour y)
{
	double a = luminance(x), b = luminance(y);

	return (fmax(a, b) + 0.05) / (fmin(a, b) + 0.05);
}

static bool
is_bold(const struct doc_text_style *style)
{
	size_t n;

	if (style == NULL || style->bold)
		return style != NULL;
	n = style->family == NULL ? 0 : strlen(style->family);
	return n > 8 && strcasecmp(style->family + n - 8, "semibold") == 0;
}

static void
check_look(struct check *c, const struct doc_text_style *style,
    doc_colour paper, const char *text)
{
	doc_colour ink = style->colour == DOC_NO_COLOUR ? 0 : style->colour;
	bool large = style->size >= LARGE_SIZE ||
		     (style->size >= LARGE_BOLD && is_bold(style));

	if (text == NULL || text[strspn(text, " \t\n")] == '\0')
		return;
	if (style->size > 0 && style->size < LEAST_SIZE - 0.01)
		find(c, KL_N_("Near “%s”: the text is smaller than 8 points."),
		    text, NULL);
	if (document_contrast(ink, paper) < (large ? 3.0 : 4.5))
		find(c,
		    KL_N_("Near “%s”: the text's colour is too like that of "
			  "the paper (contrast under 4.5 to 1, or 3 to 1 for "
			  "large text)."),
		    text, NULL);
}

/* ---- inlines ---- */

static bool
is_address(const char *text)
{
	return strstr(text, "://") != NULL || strncasecmp(text, "www.", 4) == 0;
}

static bool
is_vague(struct check *c, const char *text)
{
	const char *folded = utf8_fold(c->a, text);
	size_t i;

	for (i = 0;
	     folded != NULL && c->options != NULL && i < c->options->nvague;
	     i++)
		if (strcmp(folded, c->options->vague[i]) == 0)
			return true;
	return false;
}

static void
check_link(struct check *c, const struct doc_node *link)
{
	const char *text = words_of(c, link);

	if (*text == '\0')
		find(c,
		    KL_N_("Near “%s”: a link has no text: say where it leads "
			  "(%s)."),
		    NULL, link->href == NULL ? "" : link->href);
	else if (is_address(text))
		find(c,
		    KL_N_("Near “%s”: the link's text is but an address: say "
			  "in words where it leads."),
		    text, NULL);
	else if (is_vague(c, text))
		find(c,
		    KL_N_("Near “%s”: the link's text “%s” does not say where "
			  "it leads."),
		    NULL, text);
}

static void
check_inlines(struct check *c, const struct doc_node *parent,
    const struct doc_text_style *base, doc_colour paper, int depth)
{
	const struct doc_node *n;
	size_t i;

	for (n = parent->first; n != NULL && depth < MAX_DEPTH; n = n->next) {
		if (n->kind == DOC_TEXT && (n->style != NULL || base != NULL))
			check_look(c, n->style != NULL ? n->style : base, paper,
			    n->text);
		if (n->kind == DOC_LINK)
			check_link(c, n);
		if (n->kind == DOC_IMAGE && n->alt == NULL)
			find(c,
			    KL_N_("Near “%s”: the picture %s has no "
				  "alternative text."),
			    NULL, n->source);
		if (n->kind == DOC_FIGURE && n->alt == NULL)
			find(c,
			    KL_N_("Near “%s”: the drawing %s has no "
				  "alternative text."),
			    NULL, n->source);
		for (i = 0; n->kind == DOC_FIGURE && i < n->nshapes; i++)
			if (n->shapes[i].text != NULL &&
			    n->shapes[i].style != NULL &&
			    n->shapes[i].style->size < LEAST_SIZE - 0.01)
				find(c,
				    KL_N_("Near “%s”: the text is smaller than "
					  "8 points."),
				    n->shapes[i].text, NULL);
		if (n->kind == DOC_NOTE)
			check_blocks(c, n, paper, depth + 1);
		else
			check_inlines(c, n, base, paper, depth + 1);
	}
}

/* ---- blocks ---- */

static void
check_heading(struct check *c, const struct doc_node *node, const char *text)
{
	char level[2] = { 0 }, before[2] = { 0 };
	int now = node->level < 1 ? 1 : node->level > 9 ? 9 : node->level;

	level[0] = (char)('0' + now);
	before[0] = (char)('0' + c->level);
	if (*text == '\0') {
		find(c, KL_N_("Near “%s”: a heading is empty."), NULL, NULL);
		return;
	}
	if (c->level == 0 && now != 1)
		find(c,
		    KL_N_("“%s”: the first heading is of level %s; it should "
			  "be of level 1."),
		    text, level);
	else if (now > c->level + 1)
		find(c,
		    KL_N_("“%s”: the heading skips a level; the one before is "
			  "of level %s."),
		    text, before);
	c->level = now;
}

static const struct doc_text_style *
base_of(const struct doc_node *node)
{
	return node->para == NULL ? NULL : &node->para->text;
}

/* Is all text of the paragraph bold? */
static bool
all_bold(
    const struct doc_node *parent, const struct doc_text_style *base, int depth)
{
	const struct doc_node *n;

	for (n = parent->first; n != NULL; n = n->next) {
		if (n->kind == DOC_TEXT && n->text != NULL &&
		    n->text[strspn(n->text, " ")] != '\0' &&
		    !is_bold(n->style != NULL ? n->style : base))
			return false;
		if (n->kind != DOC_TEXT && n->kind != DOC_BOOKMARK &&
		    (n->kind != DOC_LINK || depth > MAX_DEPTH ||
			!all_bold(n, base, depth + 1)))
			return false;
	}
	return true;
}

/* Does the paragraph begin with a bold label? */
static bool
begins_bold(const struct doc_node *para)
{
	const struct doc_node *n = para->first;

	return n->kind == DOC_TEXT &&
	       is_bold(n->style != NULL ? n->style : base_of(para));
}

/* Bold by hand, or kept with what follows: a style of half-bold text alone
 * stresses and does not head. */
static bool
is_set_as_heading(const struct doc_node *node)
{
	const struct doc_node *n = node->first;
	const struct doc_text_style *style =
	    n != NULL && n->style != NULL ? n->style : base_of(node);

	return (style != NULL && style->bold) ||
	       (node->para != NULL && node->para->keep_with_next);
}

/* A short bold paragraph before ordinary text looks like a heading, but is none
 * to who listens. */
static bool
poses_as_heading(const struct doc_node *node, const char *text)
{
	const struct doc_node *next = node->next;
	size_t n = utf8_length(text);

	return n > 0 && n <= HEADING_LENGTH && next != NULL &&
	       next->kind == DOC_PARAGRAPH && next->first != NULL &&
	       strchr(".:;,", text[strlen(text) - 1]) == NULL &&
	       is_set_as_heading(node) && all_bold(node, base_of(node), 0) &&
	       !begins_bold(next);
}

/* "- ", "– ", "* ", "• ", "1. ", "a) " at the beginning. */
static bool
begins_like_item(const char *text)
{
	static const char *const signs[] = { "-", "–", "*", "•", "—" };
	size_t i, n = 0;

	for (i = 0; i < sizeof signs / sizeof *signs && n == 0; i++)
		if (strncmp(text, signs[i], strlen(signs[i])) == 0)
			n = strlen(signs[i]);
	if (n == 0) {
		while (n < 3 && isdigit((unsigned char)text[n]))
			n++;
		if (n == 0 && isalpha((unsigned char)text[0]) && text[1] == ')')
			n = 1;
		if (n == 0 || (text[n] != '.' && text[n] != ')'))
			return false;
		n++;
	}
	return text[n] == ' ' && text[n + 1] != '\0';
}

static void
check_paragraph(struct check *c, const struct doc_node *node, doc_colour paper,
    bool in_cell, int depth)
{
	const char *text = words_of(c, node);

	if (node->para != NULL && node->para->box.background != DOC_NO_COLOUR)
		paper = node->para->box.background;
	if (*text != '\0')
		c->place = text;
	if (node->kind == DOC_HEADING)
		check_heading(c, node, text);
	else if (!in_cell && poses_as_heading(node, text))
		find(c,
		    KL_N_("“%s”: bold text looks like a heading but is none: "
			  "give it a heading style."),
		    text, NULL);
	c->typed = node->kind == DOC_PARAGRAPH && begins_like_item(text)
		       ? c->typed + 1
		       : 0;
	if (c->typed == TYPED_ITEMS)
		find(c,
		    KL_N_("Near “%s”: a list is typed with signs: make it a "
			  "list."),
		    text, NULL);
	check_inlines(c, node, base_of(node), paper, depth);
}

/* ---- tables ---- */

static bool
is_empty(struct check *c, const struct doc_node *cell)
{
	return *words_of(c, cell) == '\0';
}

static void
check_heads(struct check *c, const struct doc_node *table)
{
	const struct doc_node *row, *cell;
	const char *near = words_of(c, table);
	bool heads = false, empty = false;

	for (row = table->first; row != NULL; row = row->next)
		for (cell = row->first; cell != NULL; cell = cell->next) {
			bool head =
			    row->header || cell->header || cell->row_head;

			heads |= head;
			/* the corner between two kinds of heads may be empty */
			empty |= head && is_empty(c, cell) &&
				 !(row == table->first && cell == row->first);
		}
	if (table->first == NULL || document_is_frame(table))
		return;
	if (!heads)
		find(c,
		    KL_N_("Near “%s”: the table has no header cells: mark its "
			  "first row as a heading that repeats."),
		    near, NULL);
	else if (empty)
		find(c,
		    KL_N_("Near “%s”: a header cell of the table is empty."),
		    near, NULL);
}

static void
check_table(
    struct check *c, const struct doc_node *table, doc_colour paper, int depth)
{
	const struct doc_node *row, *cell;
	doc_colour own = table->box.background, back;

	if (!c->running)
		check_heads(c, table);
	if (own == DOC_NO_COLOUR)
		own = paper;
	for (row = table->first; row != NULL; row = row->next)
		for (cell = row->first; cell != NULL; cell = cell->next) {
			back = cell->box.background;
			check_blocks(c, cell,
			    back == DOC_NO_COLOUR ? own : back, depth + 1);
		}
}

static void
check_blocks(
    struct check *c, const struct doc_node *parent, doc_colour paper, int depth)
{
	const struct doc_node *n;
	bool cell = parent->kind == DOC_CELL;

	for (n = parent->first; n != NULL && depth < MAX_DEPTH; n = n->next) {
		if (n->kind == DOC_PARAGRAPH || n->kind == DOC_HEADING) {
			check_paragraph(c, n, paper, cell, depth);
			continue;
		}
		c->typed = 0;
		if (n->kind == DOC_TABLE) {
			check_table(c, n, paper, depth);
		} else if (n->kind == DOC_FIGURE) {
			struct doc_node one = *n, holder = { .first = &one };

			one.next = NULL;
			check_inlines(c, &holder, NULL, paper, depth);
		} else if (n->kind != DOC_CONTENTS) {
			check_blocks(c, n, paper, depth + 1);
		}
	}
	c->typed = 0;
}

/* A running head or foot: how it looks, and what has no words. */
static void
check_area(struct check *c, const struct doc_node *area)
{
	int level = c->level;

	c->place = NULL;
	c->running = true;
	if (area != NULL)
		check_blocks(c, area, WHITE, 0);
	c->level = level;
}

void
document_check(const struct document *doc, struct arena *a,
    const struct check_options *options, note_list *notes)
{
	struct check c = {
		.doc = doc, .a = a, .options = options, .notes = notes
	};

	if (doc->title == NULL || *doc->title == '\0')
		find(&c,
		    KL_N_("The document has no title: give it one in the "
			  "template's properties."),
		    NULL, NULL);
	if (doc->language == NULL || !document_is_language(doc->language))
		find(&c,
		    KL_N_("The document has no language: choose one for the "
			  "template's default style."),
		    NULL, NULL);
	check_blocks(&c, doc->body, WHITE, 0);
	check_area(&c, doc->page.header);
	check_area(&c, doc->page.footer);
	check_area(&c, doc->page.first_header);
	check_area(&c, doc->page.first_footer);
}

void
check_words(struct arena *a, const char *text, text_list *list)
{
	const char *word;
	size_t n;

	for (; *text != '\0'; text += n + (text[n] == '\n')) {
		n = strcspn(text, "\n");
		word =
		    n == 0 || *text == '#' ? NULL : arena_strndup(a, text, n);
		word = word == NULL ? NULL : utf8_fold(a, word);
		if (word != NULL)
			text_add(a, list, word);
	}
}
