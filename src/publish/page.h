/* SPDX-License-Identifier: EUPL-1.2
 *
 * What a page shows, as XML for the style sheets: <sida slag="..."> with facts
 * only.  No words for people are made here but those that were handed in.
 */
#ifndef PUBLISH_PAGE_H
#define PUBLISH_PAGE_H

#include "publish/site.h"

/* A page being made.  Failures are sticky: check page_failed once. */
struct page {
	const struct site *site;
	xmlDoc *doc; /* freed with page_free */
	xmlNode *root;
	const char *path; /* "trn/2026-11-17/index.html" */
	bool failed;
};

/* page_start(p, site, kind, menu, path): a page with what all have: the path to
 * the root, the organisation, its colours.  ${menu}: the main menu's entry that
 * it belongs to, or NULL. */
void page_start(struct page *p, const struct site *site, const char *kind,
    const char *menu, const char *path);

/* page_free(p): release the XML; a zeroed page is fine. */
void page_free(struct page *p);

/* page_add, page_set, page_day, page_int: as xml_add and xml_set; a NULL or
 * KL_DAY_NONE value adds no attribute. */
xmlNode *page_add(
    struct page *p, xmlNode *parent, const char *name, const char *text);
void page_set(struct page *p, xmlNode *n, const char *name, const char *value);
void page_day(struct page *p, xmlNode *n, const char *name, kl_day day);
void page_int(struct page *p, xmlNode *n, const char *name, size_t value);

/* page_committee(p, parent, c): <nämnd kod väg slag namn ...>. */
xmlNode *page_committee(
    struct page *p, xmlNode *parent, const struct site_committee *c);

/* page_meeting(p, parent, m): <möte ...>, the summary that lists show. */
xmlNode *page_meeting(
    struct page *p, xmlNode *parent, const struct site_meeting *m);

/* page_minutes(p, parent, m, t): <protokoll ...>: one set of minutes and its
 * days. */
xmlNode *page_minutes(struct page *p, xmlNode *parent,
    const struct site_meeting *m, const struct site_minutes *t);

/* page_mandates(p, parent, committee): <mandat ...> of those who sit in it
 * today. */
void page_mandates(
    struct page *p, xmlNode *parent, const struct site_committee *committee);

/* ---- the pages ----------------------------------------------------------- */

void page_index(struct page *p, const struct site *site);
void page_committees(struct page *p, const struct site *site);
void page_meetings(struct page *p, const struct site *site);
void page_board(struct page *p, const struct site *site);
void page_people(struct page *p, const struct site *site);
/* page_plain(p, site, kind): a page of text alone: "överklaga",
 * "tillgänglighet", "färger". */
void page_plain(struct page *p, const struct site *site, const char *kind,
    const char *menu, const char *path);
/* page_of_committee(p, site, c). */
void page_of_committee(
    struct page *p, const struct site *site, const struct site_committee *c);
/* page_feed, page_calendar(p, site, c): of all committees, or of one. */
void page_feed(
    struct page *p, const struct site *site, const struct site_committee *c);
void page_calendar(
    struct page *p, const struct site *site, const struct site_committee *c);

/* page_of_meeting(p, site, m): where it stands, its paragraphs or agenda, its
 * files, how to appeal. */
void page_of_meeting(
    struct page *p, const struct site *site, const struct site_meeting *m);

/* page_add_documents(p, m): <fil> and <webbsida> for what the meeting has to
 * read, with links as seen from its folder. */
void page_add_documents(struct page *p, const struct site_meeting *m);

/* page_add_paragraphs(p, m): <rader> with the paragraphs whose minutes are
 * adjusted. */
void page_add_paragraphs(struct page *p, const struct site_meeting *m);

/* page_read_places(a, m, err): find the paragraphs in the meeting's web pages,
 * so that its rows can link to them.  KL_E_INPUT as page_of_document. */
int page_read_places(
    struct arena *a, struct site_meeting *m, struct kl_error *err);

/* page_of_document(p, site, m, i, err): the web page ${i} of the meeting (its
 * minutes ...).  KL_E_INPUT if its XHTML is not well-formed. */
int page_of_document(struct page *p, const struct site *site,
    const struct site_meeting *m, size_t i, struct kl_error *err);

/* page_document_name(a, m, i): the file name of web page ${i} in the meeting's
 * folder: "protokoll.html"; NULL when memory is out. */
const char *page_document_name(
    struct arena *a, const struct site_meeting *m, size_t i);

#endif
