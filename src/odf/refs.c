/* SPDX-License-Identifier: EUPL-1.2
 *
 * References inside the document: what a reference shows is known when all is
 * read, because it may point forward.  Links as an office suite writes them
 * ("#1.Bakgrund|outline") become links to places of the tree.
 */
#include "config.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "odf/read.h"

#define MAX_DEPTH 130
#define TEXT_MAX ((size_t)64 << 10)

int
refs_init(struct reader *r)
{
	r->places = xmlHashCreate(64);
	r->sequences = xmlHashCreate(16);
	return r->places == NULL || r->sequences == NULL ? KL_E_NOMEM : 0;
}

void
refs_free(struct reader *r)
{
	xmlHashFree(r->places, NULL);
	xmlHashFree(r->sequences, NULL);
}

void
refs_place(struct reader *r, const char *name, struct doc_node *node)
{
	/* of several, the first is meant; what fails is a reference that keeps
	 * the text in the file */
	if (name != NULL && *name != '\0' && node != NULL)
		xmlHashAddEntry(r->places, BAD_CAST name, node);
}

int
refs_later(struct reader *r, enum ref_kind kind, struct doc_node *node,
    const char *name)
{
	struct ref *ref = vec_push(r->a, &r->refs);

	if (ref == NULL)
		return KL_E_NOMEM;
	ref->kind = kind;
	ref->node = node;
	ref->name = arena_strdup(r->a, name == NULL ? "" : name);
	ref->place = r->place;
	return ref->name == NULL ? KL_E_NOMEM : 0;
}

/* ---- texts ----------------------------------------------------------------
 */

/* The words of a paragraph, a heading's without its number. */
static void
put_words(struct buf *out, const struct doc_node *node, int depth)
{
	const struct doc_node *n = node->first;

	if (depth > MAX_DEPTH)
		return;
	if (node->kind == DOC_HEADING && node->text != NULL && n != NULL) {
		n = n->next; /* the number, and what follows it */
		if (n != NULL && (n->kind == DOC_TAB ||
				     (n->kind == DOC_TEXT && n->text != NULL &&
					 strcmp(n->text, " ") == 0)))
			n = n->next;
	}
	for (; n != NULL; n = n->next) {
		if (n->kind == DOC_TEXT && n->text != NULL)
			buf_puts(out, n->text);
		else if (n->kind == DOC_TAB || n->kind == DOC_BREAK)
			buf_putc(out, ' ');
		else if (n->kind != DOC_NOTE)
			put_words(out, n, depth + 1);
	}
}

const char *
refs_words(struct reader *r, const struct doc_node *node)
{
	const char *words;
	struct buf text;

	buf_init(&text, TEXT_MAX);
	put_words(&text, node, 0);
	words = arena_strdup(r->a, text.data);
	buf_free(&text);
	return words == NULL ? "" : words;
}

/* ---- numbers --------------------------------------------------------------
 */

/* A number as a reference shows it: without the full stop that ends it. */
static const char *
bare(struct reader *r, const char *label)
{
	size_t n = label == NULL ? 0 : strlen(label);

	while (n > 0 && strchr(".) ", label[n - 1]) != NULL)
		n--;
	return n == 0 ? NULL : arena_strndup(r->a, label, n);
}

/* The number of the heading, item or note that ${node} stands in. */
static const char *
number_at(struct reader *r, const struct doc_node *node)
{
	for (; node != NULL; node = node->parent)
		if (node->kind == DOC_HEADING || node->kind == DOC_ITEM ||
		    node->kind == DOC_NOTE)
			return bare(r, node->text);
	return NULL;
}

/* The block in the body that ${node} stands in or is. */
static const struct doc_node *
heading_before(const struct reader *r, const struct doc_node *node)
{
	const struct doc_node *found = NULL;
	size_t i;

	while (node != NULL && node->kind != DOC_HEADING &&
	       node->kind != DOC_PARAGRAPH)
		node = node->parent;
	/* paragraphs were read in the order of the document */
	for (i = 0; i < r->blocks.n; i++) {
		if (r->blocks.v[i].node->kind == DOC_HEADING)
			found = r->blocks.v[i].node;
		if (r->blocks.v[i].node == node)
			return found;
	}
	return NULL;
}

/* The words of the paragraph that ${node} is or stands in. */
static const char *
words_at(struct reader *r, const struct doc_node *node)
{
	while (node != NULL && node->kind != DOC_HEADING &&
	       node->kind != DOC_PARAGRAPH)
		node = node->parent;
	return node == NULL ? NULL : refs_words(r, node);
}

/* ---- links ----------------------------------------------------------------
 */

static bool
is_heading_named(
    struct reader *r, const struct doc_node *heading, const char *name)
{
	const char *words = refs_words(r, heading);
	size_t n;

	if (strcmp(words, name) == 0)
		return true;
	/* an office suite writes the number as "1.2." before the words */
	n = strspn(name, "0123456789.");
	while (name[n] == ' ')
		n++;
	return strcmp(words, name + n) == 0;
}

static struct doc_node *
heading_named(struct reader *r, const char *name)
{
	size_t i;

	for (i = 0; i < r->blocks.n; i++)
		if (r->blocks.v[i].node->kind == DOC_HEADING &&
		    is_heading_named(r, r->blocks.v[i].node, name))
			return r->blocks.v[i].node;
	return NULL;
}

/* The bytes that "%20" and its like stand for. */
static char *
unescaped(struct reader *r, const char *s)
{
	char *text = arena_strdup(r->a, s), *to = text, hex[3] = "";

	for (; text != NULL && *s != '\0'; s++) {
		if (s[0] == '%' && isxdigit((unsigned char)s[1]) &&
		    isxdigit((unsigned char)s[2])) {
			memcpy(hex, s + 1, 2);
			*to = (char)strtol(hex, NULL, 16);
			to += *to != '\0';
			s += 2;
		} else {
			*to++ = *s;
		}
	}
	if (text != NULL)
		*to = '\0';
	return text;
}

/* The place that "#Name|kind" or "#Name" leads to, or NULL. */
static struct doc_node *
target_of(struct reader *r, const char *href)
{
	char *name = unescaped(r, href + 1), *bar;

	if (name == NULL)
		return NULL;
	bar = strrchr(name, '|');
	if (bar != NULL) {
		*bar = '\0';
		if (strcmp(bar + 1, "outline") == 0)
			return heading_named(r, name);
	}
	return xmlHashLookup(r->places, BAD_CAST name);
}

/* A place that something leads to has an id. */
static int
identify(struct reader *r, struct doc_node *target)
{
	if (target->id == NULL)
		target->id = arena_printf(r->a, "place-%d", ++r->nplaces);
	return target->id == NULL ? KL_E_NOMEM : 0;
}

static int
link_up(struct reader *r, const struct ref *ref)
{
	struct doc_node *target = target_of(r, ref->name);
	xmlNode *place = r->place;

	if (target == NULL) {
		r->place = ref->place;
		read_note(r, KL_N_("Near “%s”: the link %s leads nowhere."),
		    ref->name);
		r->place = place;
		ref->node->href = NULL;
		return 0;
	}
	if (identify(r, target) != 0)
		return KL_E_NOMEM;
	ref->node->href = arena_printf(r->a, "#%s", target->id);
	return ref->node->href == NULL ? KL_E_NOMEM : 0;
}

/* ---- all of them ----------------------------------------------------------
 */

/* The place is not there: what the file holds is shown. */
static void
give_up(struct reader *r, const struct ref *ref)
{
	xmlNode *place = r->place;

	r->place = ref->place;
	read_note(r,
	    KL_N_("Near “%s”: the reference to %s leads nowhere; what the file "
		  "holds is shown."),
	    ref->name);
	r->place = place;
	if (ref->kind == REF_PAGE)
		ref->node->kind = DOC_TEXT;
}

/* A page is shown by number, or by the words of the place. */
static int
settle_page(struct reader *r, const struct ref *ref, struct doc_node *target)
{
	struct doc_node *page = ref->node;

	if (identify(r, target) != 0)
		return KL_E_NOMEM;
	page->href = arena_printf(r->a, "#%s", target->id);
	page->text = words_at(r, target);
	return page->href == NULL ? KL_E_NOMEM : 0;
}

static int
settle(struct reader *r, const struct ref *ref)
{
	struct doc_node *target;
	const char *text = NULL;

	if (ref->kind == REF_LINK)
		return link_up(r, ref);
	target = xmlHashLookup(r->places, BAD_CAST ref->name);
	if (target == NULL) {
		give_up(r, ref);
		return 0;
	}
	if (ref->kind == REF_PAGE)
		return settle_page(r, ref, target);
	if (ref->kind == REF_NUMBER)
		text = number_at(r, target);
	else if (ref->kind == REF_CHAPTER)
		text = number_at(r, heading_before(r, target));
	else
		text = target->text;
	if (text != NULL)
		ref->node->text = text;
	return 0;
}

int
refs_settle(struct reader *r)
{
	size_t i;
	int rc = 0;

	for (i = 0; i < r->refs.n && rc == 0; i++)
		rc = settle(r, &r->refs.v[i]);
	return rc;
}
