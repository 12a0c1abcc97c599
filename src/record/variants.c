/* SPDX-License-Identifier: EUPL-1.2
 *
 * Variants of a record: an extract, one set of minutes, what is signed, what is
 * published.  Each only takes away; what is secret is left out here, before any
 * template, page or feed sees the record, so that none of them can leak it.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/xml.h"
#include "record/build.h"

#define DEPTH_MAX 16 /* of a record */

static void
drop(xmlNode *n)
{
	xmlUnlinkNode(n);
	xmlFreeNode(n);
}

static bool
listed(const xmlNode *n, const char *const *names)
{
	for (; *names != NULL; names++)
		if (strcmp((const char *)n->name, *names) == 0)
			return true;
	return false;
}

/* Take away, anywhere below ${node}, every element so named. */
static void
drop_named(xmlNode *node, const char *const *names, int depth)
{
	xmlNode *n, *next;

	if (depth > DEPTH_MAX)
		return;
	for (n = xml_child(node, NULL); n != NULL; n = next) {
		next = xml_next(n, NULL);
		if (listed(n, names))
			drop(n);
		else
			drop_named(n, names, depth + 1);
	}
}

/* Take away the children of ${node} whose names are not listed. */
static void
keep_named(xmlNode *node, const char *const *names)
{
	xmlNode *n, *next;

	for (n = node->children; n != NULL; n = next) {
		next = n->next;
		if (n->type != XML_ELEMENT_NODE || !listed(n, names))
			drop(n);
	}
}

static xmlNode *
meeting_of(xmlDoc *doc)
{
	return xml_child(xmlDocGetRootElement(doc), "sammanträde");
}

/* An attribute that is a number from 1; 0 if it is not there. */
static int
number_of(const xmlNode *n, const char *name)
{
	xmlChar *s = xmlGetNoNsProp((xmlNode *)n, BAD_CAST name);
	long number = s == NULL ? 0 : strtol((const char *)s, NULL, 10);

	xmlFree(s);
	return number < 1 || number > PARAGRAPH_MAX ? 0 : (int)number;
}

static bool
attr_is(const xmlNode *n, const char *name, const char *value)
{
	xmlChar *s = xmlGetNoNsProp((xmlNode *)n, BAD_CAST name);
	bool yes = s != NULL && strcmp((const char *)s, value) == 0;

	xmlFree(s);
	return yes;
}

/* The paragraph list of a <protokoll>. */
static void
ranges_of(const xmlNode *minutes, struct ranges *out)
{
	xmlChar *s =
	    xmlNodeGetContent((xmlNode *)xml_child(minutes, "paragrafer"));

	ranges_parse((const char *)s, out);
	xmlFree(s);
}

static bool
overlap(const struct ranges *x, const struct ranges *y)
{
	size_t i, k;

	for (i = 0; i < x->n; i++)
		for (k = 0; k < y->n; k++)
			if (x->v[i].first <= y->v[k].last &&
			    y->v[k].first <= x->v[i].last)
				return true;
	return false;
}

/* ---- an extract, one set of minutes ---------------------------------------
 */

/* The item of the agenda with number ${nr}. */
static void
drop_item(xmlNode *meeting, const char *nr)
{
	xmlNode *n = xml_child(meeting, "punkt");

	for (; n != NULL; n = xml_next(n, "punkt"))
		if (attr_is(n, "nr", nr)) {
			drop(n);
			return;
		}
}

static void
drop_deliveries_in(xmlNode *node, const struct ranges *list, bool inside)
{
	xmlNode *n, *next;

	for (n = xml_child(node, "expediering"); n != NULL; n = next) {
		next = xml_next(n, "expediering");
		if (ranges_has(list, number_of(n, "paragraf")) == inside)
			drop(n);
	}
}

/* Take away the deliveries of the paragraphs in ${list}, or of all others, and
 * the recipients who are left with none. */
static void
drop_deliveries(xmlNode *meeting, const struct ranges *list, bool inside)
{
	xmlNode *n, *next;

	drop_deliveries_in(meeting, list, inside);
	for (n = xml_child(meeting, "mottagning"); n != NULL; n = next) {
		next = xml_next(n, "mottagning");
		drop_deliveries_in(n, list, inside);
		if (xml_child(n, "expediering") == NULL)
			drop(n);
	}
}

/* Take away the annexes of other paragraphs and, unless ${whole}, of the
 * meeting. */
static void
keep_annexes(xmlNode *meeting, const struct ranges *keep, bool whole)
{
	xmlNode *n, *next;
	int of;

	for (n = xml_child(meeting, "bilaga"); n != NULL; n = next) {
		next = xml_next(n, "bilaga");
		of = number_of(n, "paragraf");
		if (of == 0 ? !whole : !ranges_has(keep, of))
			drop(n);
	}
}

/* Take away what stands outside the paragraphs but is about others than those
 * of ${keep}. */
static void
keep_about(xmlNode *meeting, const struct ranges *keep)
{
	static const char *const about[] = { "åtgärd", "rättelse",
		"ajournering", NULL };
	xmlNode *n, *next;

	for (n = xml_child(meeting, NULL); n != NULL; n = next) {
		next = xml_next(n, NULL);
		if (listed(n, about) && xmlHasProp(n, BAD_CAST "paragraf") &&
		    !ranges_has(keep, number_of(n, "paragraf")))
			drop(n);
	}
}

/* Take away the paragraphs outside ${keep}, their items and deliveries. */
static void
keep_paragraphs(xmlNode *meeting, const struct ranges *keep)
{
	xmlNode *n, *next;
	xmlChar *item;

	for (n = xml_child(meeting, "paragraf"); n != NULL; n = next) {
		next = xml_next(n, "paragraf");
		if (ranges_has(keep, number_of(n, "nr")))
			continue;
		item = xmlGetNoNsProp(n, BAD_CAST "punkt");
		if (item != NULL)
			drop_item(meeting, (const char *)item);
		xmlFree(item);
		drop(n);
	}
	drop_deliveries(meeting, keep, false);
	keep_about(meeting, keep);
}

/* True if an item is that of a paragraph in the record. */
static bool
has_paragraph(const xmlNode *meeting, const xmlNode *item)
{
	xmlChar *nr = xmlGetNoNsProp((xmlNode *)item, BAD_CAST "nr");
	const xmlNode *n = xml_child(meeting, "paragraf");
	bool found = false;

	for (; nr != NULL && n != NULL && !found; n = xml_next(n, "paragraf"))
		found = attr_is(n, "punkt", (const char *)nr);
	xmlFree(nr);
	return found;
}

static bool
holds(const xmlNode *meeting, int nr)
{
	const xmlNode *n = xml_child(meeting, "paragraf");

	for (; n != NULL; n = xml_next(n, "paragraf"))
		if (number_of(n, "nr") == nr)
			return true;
	return false;
}

/* The first paragraph of the list that the record lacks, or 0. */
static int
first_missing(const xmlNode *meeting, const struct ranges *list)
{
	size_t i;
	int nr;

	for (i = 0; i < list->n; i++)
		for (nr = list->v[i].first; nr <= list->v[i].last; nr++)
			if (!holds(meeting, nr))
				return nr;
	return 0;
}

int
record_select(xmlDoc *doc, const char *ranges, struct kl_error *err)
{
	struct arena *a;
	struct ranges keep, these;
	xmlNode *meeting = meeting_of(doc), *n, *next;
	const char *list;
	int missing, rc;

	if (ranges_parse(ranges, &keep) != 0 || keep.n == 0)
		return kl_error_set(err, KL_E_INPUT,
		    KL_N_("%s is not a list of paragraphs. Write numbers and "
			  "ranges, as 1-10 12-23."),
		    ranges == NULL ? "" : ranges);
	missing = first_missing(meeting, &keep);
	if (missing != 0)
		return kl_error_set(err, KL_E_NOTFOUND,
		    KL_N_("The minutes have no paragraph %d, so no extract "
			  "was made."),
		    missing);
	a = arena_new(0);
	list = a == NULL ? NULL : ranges_format(a, &keep);
	rc = list == NULL ? KL_E_NOMEM
			  : xml_set(xmlDocGetRootElement(doc), "urval", list);
	arena_free(a);
	if (rc != 0)
		return kl_error_nomem(err);
	keep_paragraphs(meeting, &keep);
	keep_annexes(meeting, &keep, false);
	for (n = xml_child(meeting, "punkt"); n != NULL; n = next) {
		next = xml_next(n, "punkt");
		if (!has_paragraph(meeting, n))
			drop(n);
	}
	for (n = xml_child(meeting, "protokoll"); n != NULL; n = next) {
		next = xml_next(n, "protokoll");
		ranges_of(n, &these);
		if (!overlap(&these, &keep))
			drop(n);
	}
	return 0;
}

/* Copy the children of ${from}, of paragraphs those in ${keep}. */
static int
copy_children(
    const xmlNode *from, xmlNode *to, xmlDoc *doc, const struct ranges *keep)
{
	xmlNode *n, *copy;
	bool meeting;

	for (n = from->children; n != NULL; n = n->next) {
		if (n->type == XML_ELEMENT_NODE &&
		    xmlStrEqual(n->name, BAD_CAST "paragraf") &&
		    !ranges_has(keep, number_of(n, "nr")))
			continue;
		meeting = n->type == XML_ELEMENT_NODE &&
			  xmlStrEqual(n->name, BAD_CAST "sammanträde");
		/* 2: with its attributes alone */
		copy = xmlDocCopyNode(n, doc, meeting ? 2 : 1);
		if (copy == NULL)
			return KL_E_NOMEM;
		copy = xmlAddChild(to, copy);
		if (meeting && copy_children(n, copy, doc, keep) != 0)
			return KL_E_NOMEM;
	}
	return 0;
}

int
record_extract(
    const xmlDoc *doc, const char *ranges, xmlDoc **out, struct kl_error *err)
{
	const xmlNode *old = xmlDocGetRootElement((xmlDoc *)doc);
	struct ranges keep = { 0 };
	xmlDoc *copy = xmlCopyDoc((xmlDoc *)doc, 0);
	xmlNode *root;
	int rc = KL_E_NOMEM;

	ranges_parse(ranges, &keep); /* a fault is told below */
	root = copy == NULL ? NULL : xmlDocCopyNode((xmlNode *)old, copy, 2);
	if (root != NULL) {
		xmlDocSetRootElement(copy, root);
		rc = copy_children(old, root, copy, &keep);
	}
	rc = rc != 0 ? kl_error_nomem(err) : record_select(copy, ranges, err);
	if (rc != 0) {
		xmlFreeDoc(copy);
		return rc;
	}
	*out = copy;
	return 0;
}

int
record_minutes(xmlDoc *doc, int seq, struct kl_error *err)
{
	static const char *const theirs[] = { "justering", "anslag",
		"godkännande", "underkännande", NULL };
	static const char *const of_meeting[] = { "förfall", "prognos", NULL };
	xmlNode *meeting = meeting_of(doc), *n, *next, *mine = NULL;
	struct ranges keep;

	for (n = xml_child(meeting, "protokoll"); n != NULL;
	     n = xml_next(n, "protokoll"))
		if (number_of(n, "nr") == seq)
			mine = n;
	if (mine == NULL)
		return kl_error_set(err, KL_E_NOTFOUND,
		    KL_N_("The meeting has no minutes number %d."), seq);
	ranges_of(mine, &keep);
	keep_paragraphs(meeting, &keep);
	keep_annexes(meeting, &keep, seq == 1);
	for (n = xml_child(meeting, "protokoll"); n != NULL; n = next) {
		next = xml_next(n, "protokoll");
		if (n == mine)
			continue;
		/* the ordinary minutes say which paragraphs have their own */
		if (seq == 1)
			drop_named(n, theirs, 0);
		else
			drop(n);
	}
	if (seq == 1)
		return 0;
	drop_named(meeting, of_meeting, 0);
	return variant_attendance(meeting, &keep) == 0 ? 0
						       : kl_error_nomem(err);
}

void
variant_draft(xmlDoc *doc)
{
	xmlNode *meeting = meeting_of(doc), *n;
	struct ranges keep = { .n = 0 };

	for (n = xml_child(meeting, "paragraf"); n != NULL;
	     n = xml_next(n, "paragraf"))
		if (xml_child(n, "omedelbar") == NULL)
			ranges_add(&keep, number_of(n, "nr"));
	keep_annexes(meeting, &keep, true);
	keep_about(meeting, &keep);
}

/* ---- what is signed ------------------------------------------------------ */

int
record_unsigned(xmlDoc *doc, struct kl_error *err)
{
	static const char *const later[] = { "justering", "anslag",
		"justering-senast", "expediering", "mottagning", "frist",
		"åtgärd", "kommande", "förfrågan", "länsstyrelsen",
		"laga-kraft", "överklagande-mål", "godkännande",
		"underkännande", "rättelse", "återredovisat", "vid", NULL };
	static const char *const ends[] = { "till", NULL };
	xmlNode *meeting = meeting_of(doc), *n;

	drop_named(meeting, later, 0);
	for (n = xml_child(meeting, "kallad"); n != NULL;
	     n = xml_next(n, "kallad"))
		drop_named(n, ends, 0);
	for (n = xml_child(meeting, "protokoll"); n != NULL;
	     n = xml_next(n, "protokoll")) {
		xmlUnsetProp(n, BAD_CAST "version");
		if (xmlHasProp(n, BAD_CAST "läge") != NULL &&
		    xml_set(n, "läge", word_of(words_minutes, MINUTES_FROZEN)))
			return kl_error_nomem(err);
	}
	if (xml_set(xmlDocGetRootElement(doc), "variant", "undertecknad") != 0)
		return kl_error_nomem(err);
	return 0;
}

/* ---- what is secret, what is published ----------------------------------- */

/* The title of a secret thing: the neutral one, else what ${instead} says. */
static void
neutral_title(xmlNode *n, const char *name, const char *instead)
{
	const xmlNode *mark = xml_child(n, "sekretess");
	const xmlNode *given = xml_child(mark, "neutral-rubrik");
	xmlNode *title = xml_child(n, name);
	xmlChar *text;

	if (title == NULL)
		return;
	text = given != NULL	 ? xmlNodeGetContent((xmlNode *)given)
	       : instead == NULL ? NULL
				 : xmlGetNoNsProp(n, BAD_CAST instead);
	xmlNodeSetContent(title, NULL);
	if (text == NULL)
		drop(title);
	else
		xmlNodeAddContent(title, text);
	xmlFree(text);
}

/* Documents with a mark of their own, in matters that are not secret. */
static void
hide_documents(xmlNode *node, int depth)
{
	static const char *const open[] = { "slag", "titel", "datum",
		"riktning", "publiceras", "sekretess", NULL };
	xmlNode *n;

	for (n = xml_child(node, NULL); n != NULL && depth < DEPTH_MAX;
	     n = xml_next(n, NULL)) {
		if (!xml_is(n, "handling"))
			hide_documents(n, depth + 1);
		else if (xml_child(n, "sekretess") != NULL) {
			keep_named(n, open);
			neutral_title(n, "titel", NULL);
		}
	}
}

static void
hide_deliveries(xmlNode *meeting, int paragraph)
{
	const struct ranges one = { .v = { { paragraph, paragraph } }, .n = 1 };

	drop_deliveries(meeting, &one, true);
}

/* Words about a secret paragraph that stand outside it: what an annex is
 * called, what was corrected, why there was a break. */
static void
hide_mentions(xmlNode *meeting, int paragraph)
{
	static const char *const about[] = { "bilaga", "rättelse",
		"ajournering", NULL };
	static const char *const words[] = { "titel", "fil", "var", "är",
		"skäl", NULL };
	xmlNode *n;

	for (n = xml_child(meeting, NULL); n != NULL; n = xml_next(n, NULL))
		if (listed(n, about) && number_of(n, "paragraf") == paragraph)
			drop_named(n, words, 0);
}

/* Below ${node}, is there a document with the file ${file}?  With ${secret},
 * one that is secret or of something secret. */
static bool
has_document(const xmlNode *node, const xmlChar *file, bool secret, int depth)
{
	xmlChar *own;
	const xmlNode *n;
	bool marked, found = false;

	for (n = xml_child(node, NULL);
	     n != NULL && depth < DEPTH_MAX && !found; n = xml_next(n, NULL)) {
		marked = !secret || xml_child(n, "sekretess") != NULL;
		if (!xml_is(n, "handling")) {
			found =
			    has_document(n, file, secret && !marked, depth + 1);
			continue;
		}
		own = xmlNodeGetContent((xmlNode *)xml_child(n, "fil"));
		found = marked && own != NULL && xmlStrEqual(own, file);
		xmlFree(own);
	}
	return found;
}

/* Leave out what annexes are called that are secret documents (${published}: or
 * are none that are published). */
static void
hide_annexes(xmlNode *meeting, bool published)
{
	static const char *const words[] = { "titel", "fil", NULL };
	xmlNode *n = xml_child(meeting, "bilaga"), *fil;
	xmlChar *file;

	for (; n != NULL; n = xml_next(n, "bilaga")) {
		fil = xml_child(n, "fil");
		if (fil == NULL)
			continue;
		file = xmlNodeGetContent(fil);
		if (published ? !has_document(meeting, file, false, 0)
			      : has_document(meeting, file, true, 0))
			drop_named(n, words, 0);
		xmlFree(file);
	}
}

void
variant_hide(xmlDoc *doc)
{
	static const char *const open[] = { "rubrik", "märke", "omedelbar",
		"utgång", "överklagande", "överklagas", "laga-kraft",
		"sekretess", NULL };
	static const char *const nobodys[] = { "av", "kommentar", NULL };
	xmlNode *meeting = meeting_of(doc), *n;

	hide_annexes(meeting, false);
	for (n = xml_child(meeting, NULL); n != NULL; n = xml_next(n, NULL)) {
		if (!xml_is(n, "punkt") && !xml_is(n, "paragraf"))
			continue;
		if (xml_child(n, "sekretess") == NULL) {
			hide_documents(n, 0);
			continue;
		}
		keep_named(n, open);
		neutral_title(n, "rubrik", "dnr");
		if (!xml_is(n, "paragraf"))
			continue;
		hide_deliveries(meeting, number_of(n, "nr"));
		hide_mentions(meeting, number_of(n, "nr"));
	}
	drop_named(meeting, nobodys, 0);
}

/* Documents that are not marked for publication, or secret. */
static void
drop_documents(xmlNode *node, int depth)
{
	xmlNode *n, *next;
	xmlChar *publish;
	bool keep;

	for (n = xml_child(node, NULL); n != NULL && depth < DEPTH_MAX;
	     n = next) {
		next = xml_next(n, NULL);
		if (!xml_is(n, "handling")) {
			drop_documents(n, depth + 1);
			continue;
		}
		publish =
		    xmlNodeGetContent((xmlNode *)xml_child(n, "publiceras"));
		keep = publish != NULL &&
		       strcmp((const char *)publish, "ja") == 0 &&
		       xml_child(n, "sekretess") == NULL;
		xmlFree(publish);
		if (!keep)
			drop(n);
	}
}

int
record_public(xmlDoc *doc, struct kl_error *err)
{
	static const char *const private[] = { "epost", "telefon", "adress",
		"adressrad", "motpart", "expediering", "mottagning", "åtgärd",
		"förfrågan", "tillfrågad", "prognos", "underkännande",
		"överklagande-mål", NULL };
	xmlNode *meeting = meeting_of(doc);

	variant_hide(doc);
	drop_documents(meeting, 0);
	hide_annexes(meeting, true);
	drop_named(meeting, private, 0);
	if (xml_set(xmlDocGetRootElement(doc), "variant", "publicerad") != 0)
		return kl_error_nomem(err);
	return 0;
}
