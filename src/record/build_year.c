/* SPDX-License-Identifier: EUPL-1.2
 *
 * Building the record of a year: every meeting of the bodies asked for, once
 * by body and once by day.
 */
#include "config.h"

#include <string.h>

#include "base/xml.h"
#include "record/build.h"

static void
build_one(struct building *g, xmlNode *parent, const struct record_meeting *m)
{
	const struct committee *c = bundle_committee(g->b, m->committee);
	xmlNode *n = make_node(&g->mk, parent, "möte");

	make_attr(&g->mk, n, "nyckel", m->key);
	make_attr_day(&g->mk, n, "datum", m->day);
	make_attr(&g->mk, n, "läge", word_of(words_meeting, (int)m->state));
	make_text(&g->mk, n, "organ", c == NULL ? m->committee : c->name);
	make_int(&g->mk, n, "nummer", m->number);
	make_text(&g->mk, n, "tid", m->time);
	make_text(&g->mk, n, "plats", m->place);
	make_day(&g->mk, n, "kallelse-senast", m->summons);
	make_day(&g->mk, n, "justeras-senast", m->adjust);
}

/* A body that meets that year, with its meetings. */
static void
build_body(struct building *g, xmlNode *parent, const struct committee *c,
    const record_meetings *list)
{
	xmlNode *n = NULL;
	size_t i;

	for (i = 0; i < list->n; i++) {
		if (strcmp(list->v[i].committee, c->code) != 0)
			continue;
		if (n == NULL) {
			n = make_node(&g->mk, parent, "organ");
			make_attr(&g->mk, n, "kod", c->code);
			make_text(&g->mk, n, "namn", c->name);
			make_word(&g->mk, n, "slag", words_body, (int)c->kind);
		}
		build_one(g, n, &list->v[i]);
	}
}

static void
build_plan(
    struct building *g, xmlNode *root, int year, const record_meetings *list)
{
	xmlNode *n;
	size_t i;

	make_attr(&g->mk, root, "version", "1");
	make_attr(&g->mk, root, "slag", "sammanträdestider");
	make_attr(&g->mk, root, "variant", "publicerad");
	build_organisation(g, root);
	n = make_node(&g->mk, root, "årsplan");
	make_attr_int(&g->mk, n, "år", year);
	for (i = 0; i < g->b->committees.n; i++)
		build_body(g, n, &g->b->committees.v[i], list);
	for (i = 0; i < list->n; i++)
		build_one(g, n, &list->v[i]);
}

int
record_year(const struct bundle *bundle, int year,
    const record_meetings *meetings, xmlDoc **out, struct kl_error *err)
{
	struct building g = { .b = bundle };
	xmlDoc *doc = NULL;
	xmlNode *root;
	int rc = KL_E_NOMEM;

	xml_start();
	g.mk.a = arena_new(BUILD_SCRATCH);
	doc = xmlNewDoc(BAD_CAST "1.0");
	root = xmlNewDocNode(doc, NULL, BAD_CAST "sammanträdesakt", NULL);
	if (g.mk.a == NULL || doc == NULL || root == NULL) {
		xmlFreeNode(root);
		goto out;
	}
	xmlDocSetRootElement(doc, root);
	build_plan(&g, root, year, meetings);
	if (g.mk.failed || arena_failed(g.mk.a))
		goto out;
	*out = doc;
	doc = NULL;
	rc = 0;
out:
	if (rc != 0)
		kl_error_nomem(err);
	xmlFreeDoc(doc);
	arena_free(g.mk.a);
	return rc;
}
