/* SPDX-License-Identifier: EUPL-1.2
 *
 * Drafts of the minutes and what differs between them, word by word.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/xml.h"
#include "office/adjust.h"
#include "office/words.h"

#define DRAFT "protokollsutkast" /* the kind of a draft's record */
#define SENTENCES "texter"	 /* holds the sentences, part by part */
#define PIECE_DEPTH 8

static int
load(struct work *w, draft_list *list, struct kl_error *err)
{
	return store_load_drafts(
	    w->o->store, w->meeting->id, DRAFT, w->arena, list, err);
}

int
kl_minutes_drafts(struct kl_office *o, const char *meeting,
    struct kl_data **answer, struct kl_error *err)
{
	draft_list list = { .n = 0 };
	struct kl_data *row;
	struct work w;
	size_t i;
	int rc = work_look(&w, o, meeting, err);

	if (rc == 0)
		rc = load(&w, &list, err);
	if (rc == 0) {
		kl_data_free(w.answer);
		w.answer = data_list();
	}
	for (i = 0; rc == 0 && i < list.n; i++) {
		row = data_add_object(w.answer, NULL);
		data_add_int(row, "version", (int64_t)i + 1);
		data_add_day(row, "day", list.v[i].day);
		data_add_text(row, "record", list.v[i].sha256);
	}
	return work_end(&w, rc, answer, err);
}

/* ---- differences ----------------------------------------------------------
 */

/* The record of draft ${version}; of 0 the facts as they stand. */
static int
draft_record(struct work *w, const draft_list *list, int version, xmlDoc **doc,
    struct kl_error *err)
{
	if (version == 0)
		return office_record(w, DRAFT, doc, err);
	if (version < 0 || (size_t)version > list->n)
		return kl_error_set(err, KL_E_NOTFOUND,
		    KL_N_("There is no draft %d of the minutes of %s; there "
			  "are %zu."),
		    version, w->meeting->key, list->n);
	return office_thaw(w, list->v[version - 1].sha256, doc, err);
}

static const xmlNode *
paragraph_of(xmlDoc *doc, const char *nr)
{
	const xmlNode *n = xml_child(
	    xml_child(xmlDocGetRootElement(doc), "sammanträde"), "paragraf");
	xmlChar *own;
	bool same;

	for (; n != NULL; n = xml_next(n, "paragraf")) {
		own = xmlGetNoNsProp((xmlNode *)n, BAD_CAST "nr");
		same = own != NULL && strcmp((const char *)own, nr) == 0;
		xmlFree(own);
		if (same)
			return n;
	}
	return NULL;
}

/* What ${n} says is added to ${text}; what different elements say is parted by
 * a blank. */
static const char *
add_words(struct work *w, const xmlNode *n, const char *text, int depth)
{
	const xmlNode *c = xml_child(n, NULL);
	xmlChar *own;

	if (c != NULL && depth < PIECE_DEPTH) {
		for (; c != NULL && text != NULL; c = xml_next(c, NULL))
			text = add_words(w, c, text, depth + 1);
		return text;
	}
	own = xmlNodeGetContent((xmlNode *)n);
	if (own != NULL && *own != '\0')
		text = arena_printf(w->arena, "%s%s%s", text,
		    *text == '\0' ? "" : " ", (const char *)own);
	xmlFree(own);
	return text;
}

/* All that the elements called ${name} in ${p} say, as one text. */
static const char *
piece_text(struct work *w, const xmlNode *p, const char *name)
{
	const char *text = "";
	const xmlNode *n;

	for (n = p == NULL ? NULL : xml_child(p, name);
	     n != NULL && text != NULL; n = xml_next(n, name))
		text = add_words(w, n, text, 0);
	return text == NULL ? "" : text;
}

static void
put_difference(struct work *w, const char *nr, const char *piece,
    const char *before, const char *after)
{
	struct kl_data *row, *list;
	struct word_changes d;
	size_t i;

	if (strcmp(before, after) == 0)
		return;
	words_compare(w->arena, before, after, &d);
	if (d.removed.n == 0 && d.added.n == 0)
		return;
	row = data_add_object(w->answer, NULL);
	data_add_int(row, "paragraph", strtol(nr, NULL, 10));
	data_add_text(row, "piece", piece);
	list = data_add_list(row, "removed");
	for (i = 0; i < d.removed.n; i++)
		data_add_text(list, NULL, d.removed.v[i]);
	list = data_add_list(row, "added");
	for (i = 0; i < d.added.n; i++)
		data_add_text(list, NULL, d.added.v[i]);
}

static const xmlNode *
sentences(const xmlNode *p)
{
	return p == NULL ? NULL : xml_child(p, SENTENCES);
}

/* Each kind of element that either of the two has, once; of the sentences each
 * part.  Those hold no sentences of their own: it goes one step down. */
static void
compare_paragraph(
    struct work *w, const char *nr, const xmlNode *from, const xmlNode *to)
{
	const xmlNode *const both[] = { from, to };
	text_list done = { .n = 0 };
	const xmlNode *n;
	const char *name;
	size_t i, k;

	for (i = 0; i < 2; i++)
		for (n = both[i] == NULL ? NULL : xml_child(both[i], NULL);
		     n != NULL; n = xml_next(n, NULL)) {
			name = (const char *)n->name;
			for (k = 0; k < done.n; k++)
				if (strcmp(done.v[k], name) == 0)
					break;
			if (k < done.n || text_add(w->arena, &done, name) != 0)
				continue;
			if (strcmp(name, SENTENCES) == 0) {
				compare_paragraph(
				    w, nr, sentences(from), sentences(to));
				continue;
			}
			put_difference(w, nr, name, piece_text(w, from, name),
			    piece_text(w, to, name));
		}
}

static void
compare(struct work *w, xmlDoc *from, xmlDoc *to)
{
	xmlDoc *const both[] = { from, to };
	const xmlNode *n, *other;
	xmlChar *nr;
	size_t i;

	for (i = 0; i < 2; i++) {
		n = xml_child(
		    xml_child(xmlDocGetRootElement(both[i]), "sammanträde"),
		    "paragraf");
		for (; n != NULL; n = xml_next(n, "paragraf")) {
			nr = xmlGetNoNsProp((xmlNode *)n, BAD_CAST "nr");
			if (nr == NULL)
				continue;
			other = paragraph_of(both[1 - i], (const char *)nr);
			if (i == 0)
				compare_paragraph(
				    w, (const char *)nr, n, other);
			else if (other == NULL)
				compare_paragraph(w, (const char *)nr, NULL, n);
			xmlFree(nr);
		}
	}
}

int
kl_minutes_diff(struct kl_office *o, const char *meeting, int from, int to,
    struct kl_data **answer, struct kl_error *err)
{
	draft_list list = { .n = 0 };
	xmlDoc *a = NULL, *b = NULL;
	struct work w;
	int rc = work_look(&w, o, meeting, err);

	if (rc == 0)
		rc = load(&w, &list, err);
	if (rc == 0)
		rc = draft_record(&w, &list, from, &a, err);
	if (rc == 0)
		rc = draft_record(&w, &list, to, &b, err);
	if (rc == 0) {
		kl_data_free(w.answer);
		w.answer = data_list();
		compare(&w, a, b);
	}
	xmlFreeDoc(a);
	xmlFreeDoc(b);
	return work_end(&w, rc, answer, err);
}
