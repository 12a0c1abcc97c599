/* SPDX-License-Identifier: EUPL-1.2
 *
 * The documents of a meeting (minutes ...) as web pages: their names, the
 * places in them that links lead to, and the page round them.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/xml.h"
#include "publish/page.h"

#define FRAGMENT "innehåll" /* the element that a document's HTML stands in */

const char *
page_document_name(struct arena *a, const struct site_meeting *m, size_t i)
{
	static const struct {
		const char *kind, *name;
	} names[] = { { "minutes", "protokoll" },
		{ "immediate-minutes", "omedelbart-protokoll" },
		{ "provisional-minutes", "snabbprotokoll" },
		{ "summons", "kallelse" },
		{ "supplementary-agenda", "tillaggslista" } };
	const struct publish_page *pages = m->given->pages.v;
	const char *name = NULL;
	size_t j, before = 0;

	for (j = 0; j < i; j++)
		if (strcmp(pages[j].kind, pages[i].kind) == 0)
			before++;
	for (j = 0; j < sizeof names / sizeof *names; j++)
		if (strcmp(names[j].kind, pages[i].kind) == 0)
			name = names[j].name;
	if (name == NULL)
		name = site_slug(a, pages[i].kind);
	if (name == NULL)
		return NULL;
	if (before > 0)
		return arena_printf(a, "%s-%zu.html", name, before + 1);
	return arena_printf(a, "%s.html", name);
}

static int
bad_fragment(
    const struct site_meeting *m, const char *kind, struct kl_error *err)
{
	return kl_error_set(err, KL_E_INPUT,
	    KL_N_("The web page of the document %s of %s is not well-formed, "
		  "so it was not published. Make the document again."),
	    kind, m->key);
}

/* The fragment in an element of its own, parsed. */
static int
parse_fragment(const struct site_meeting *m, const struct publish_page *w,
    xmlDoc **doc, struct kl_error *err)
{
	struct buf b;
	int rc;

	buf_init(&b, XML_MAX_BYTES);
	buf_puts(&b, "<" FRAGMENT ">");
	buf_puts(&b, w->html);
	buf_puts(&b, "</" FRAGMENT ">");
	if (buf_failed(&b))
		rc = kl_error_nomem(err);
	else if (xml_parse(b.data, b.len, w->kind, doc, err) != 0)
		rc = err != NULL && err->code == KL_E_NOMEM
			 ? KL_E_NOMEM
			 : bad_fragment(m, w->kind, err);
	else
		rc = 0;
	buf_free(&b);
	return rc;
}

/* The number in a heading "§ 12 Title", or 0. */
static int
heading_number(struct arena *a, const xmlNode *n)
{
	static const char sign[] = "\xc2\xa7", nbsp[] = "\xc2\xa0";
	const char *name = (const char *)n->name, *p;

	if (n->type != XML_ELEMENT_NODE || name[0] != 'h' || name[1] < '1' ||
	    name[1] > '6' || name[2] != '\0')
		return 0;
	p = xml_text(a, n);
	if (p == NULL || strncmp(p, sign, 2) != 0)
		return 0;
	p += 2;
	while (*p == ' ' || strncmp(p, nbsp, 2) == 0)
		p += *p == ' ' ? 1 : 2;
	return strspn(p, "0123456789") <= 5 ? atoi(p) : 0;
}

/* The number in id="p12", or 0. */
static int
place_number(struct arena *a, const xmlNode *n)
{
	const char *id =
	    n->type == XML_ELEMENT_NODE ? xml_attr(a, n, "id") : NULL;

	if (id == NULL || id[0] != 'p' || strlen(id) > 6 || id[1] == '\0' ||
	    strspn(id + 1, "0123456789") != strlen(id + 1))
		return 0;
	return atoi(id + 1);
}

static xmlNode *
next_node(const xmlNode *root, xmlNode *n)
{
	if (n->children != NULL && n->type == XML_ELEMENT_NODE)
		return n->children;
	while (n != root && n->next == NULL)
		n = n->parent;
	return n == root ? NULL : n->next;
}

/* Give ${heading} the id of paragraph ${nr}; if it has one, a place inside. */
static int
mark_heading(struct arena *a, xmlNode *heading, int nr)
{
	xmlNode *place = heading;

	if (xml_attr(a, heading, "id") != NULL) {
		place =
		    xmlNewDocNode(heading->doc, NULL, BAD_CAST "span", NULL);
		if (place == NULL)
			return -1;
		if (heading->children == NULL)
			xmlAddChild(heading, place);
		else
			xmlAddPrevSibling(heading->children, place);
	}
	return xml_set(place, "id", arena_printf(a, "p%d", nr));
}

/* Make each paragraph of the document a place that links may lead to: id="p12",
 * its own or set on the heading that says "§ 12".  ${places}, unless NULL, gets
 * the numbers. */
static int
mark_paragraphs(struct arena *a, xmlDoc *doc, struct ranges *places)
{
	xmlNode *root = xmlDocGetRootElement(doc), *n;
	struct ranges have = { .n = 0 };
	int nr;

	for (n = root; n != NULL; n = next_node(root, n))
		if ((nr = place_number(a, n)) > 0)
			ranges_add(&have, nr);
	for (n = root; n != NULL; n = next_node(root, n)) {
		nr = heading_number(a, n);
		if (nr <= 0 || ranges_has(&have, nr))
			continue;
		if (mark_heading(a, n, nr) != 0)
			return -1;
		ranges_add(&have, nr);
	}
	if (places != NULL)
		*places = have;
	return arena_failed(a) ? -1 : 0;
}

int
page_read_places(struct arena *a, struct site_meeting *m, struct kl_error *err)
{
	size_t i, n = m->given->pages.n;
	xmlDoc *doc;
	int rc = 0;

	if (n == 0)
		return 0;
	m->places = arena_alloc(a, n * sizeof *m->places);
	if (m->places == NULL)
		return kl_error_nomem(err);
	for (i = 0; rc == 0 && i < n; i++) {
		doc = NULL;
		rc = parse_fragment(m, &m->given->pages.v[i], &doc, err);
		if (rc == 0 && mark_paragraphs(a, doc, &m->places[i]) != 0)
			rc = kl_error_nomem(err);
		xmlFreeDoc(doc);
	}
	return rc;
}

int
page_of_document(struct page *p, const struct site *site,
    const struct site_meeting *m, size_t i, struct kl_error *err)
{
	const struct publish_page *w = &m->given->pages.v[i];
	const char *name = page_document_name(site->a, m, i);
	xmlDoc *doc = NULL;
	xmlNode *n, *copy;
	int rc;

	memset(p, 0, sizeof *p);
	rc = parse_fragment(m, w, &doc, err);
	if (rc != 0)
		return rc;
	page_start(p, site, "dokument", "möten",
	    name == NULL ? NULL
			 : arena_printf(site->a, "%s/%s", m->folder, name));
	page_set(p, p->root, "dokument", w->kind);
	page_meeting(p, p->root, m);
	n = page_add(p, p->root, "titel", w->label);
	page_add_documents(p, m);
	page_add_paragraphs(p, m);
	if (mark_paragraphs(p->site->a, doc, NULL) != 0)
		p->failed = true;
	copy = xmlDocCopyNode(xmlDocGetRootElement(doc), p->doc, 1);
	if (n == NULL || copy == NULL || xmlAddChild(p->root, copy) == NULL) {
		xmlFreeNode(copy);
		p->failed = true;
	}
	xmlFreeDoc(doc);
	return 0;
}
