/* SPDX-License-Identifier: EUPL-1.2
 *
 * Building the record of a year: every meeting of the bodies asked for, once
 * by body, once by body and month, and once by day; and the other parts of a
 * year that were handed in.
 */
#include "config.h"

#include <string.h>

#include "base/xml.h"
#include "calendar/week.h"
#include "record/build.h"

#define MONTHS 12

static bool
meets(const struct committee *c, const record_meetings *list)
{
	size_t i;

	for (i = 0; i < list->n; i++)
		if (strcmp(list->v[i].committee, c->code) == 0)
			return true;
	return false;
}

static size_t
index_of(const struct building *g, const char *code)
{
	size_t i;

	for (i = 0; i < g->b->committees.n; i++)
		if (strcmp(g->b->committees.v[i].code, code) == 0)
			break;
	return i;
}

void
build_marks(struct building *g, const record_meetings *list)
{
	const struct committee *v = g->b->committees.v;
	size_t i, other, n = g->b->committees.n;
	int mark = 0;

	g->marks = arena_alloc(g->mk.a, (n + 1) * sizeof *g->marks);
	if (g->marks == NULL) {
		g->mk.failed = true;
		return;
	}
	for (i = 0; i < n; i++)
		if (v[i].kind != BODY_COUNCIL && meets(&v[i], list))
			g->marks[i] = ++mark;
	for (i = 0; i < n; i++) {
		if (v[i].kind != BODY_COUNCIL || !meets(&v[i], list))
			continue;
		other =
		    v[i].assists.n == 0 ? n : index_of(g, v[i].assists.v[0]);
		g->marks[i] =
		    other < n && g->marks[other] > 0 ? g->marks[other] : ++mark;
	}
}

/* What tells the body apart. */
static void
add_sign(struct building *g, xmlNode *n, const char *code)
{
	size_t i = index_of(g, code);

	make_attr(&g->mk, n, "kod", code);
	if (i == g->b->committees.n || g->marks == NULL)
		return;
	if (g->marks[i] > 0)
		make_attr_int(&g->mk, n, "märke", g->marks[i]);
	make_attr_yes(
	    &g->mk, n, "råd", g->b->committees.v[i].kind == BODY_COUNCIL);
}

void
build_planned(
    struct building *g, xmlNode *parent, const struct record_meeting *m)
{
	const struct committee *c = bundle_committee(g->b, m->committee);
	xmlNode *n = make_node(&g->mk, parent, "möte");

	make_attr(&g->mk, n, "nyckel", m->key);
	make_attr_day(&g->mk, n, "datum", m->day);
	make_attr(&g->mk, n, "läge", word_of(words_meeting, (int)m->state));
	make_attr_yes(&g->mk, n, "preliminärt", m->preliminary);
	add_sign(g, n, m->committee);
	make_text(&g->mk, n, "organ", c == NULL ? m->committee : c->name);
	make_int(&g->mk, n, "nummer", m->number);
	make_text(&g->mk, n, "tid", m->time);
	make_text(&g->mk, n, "slut", m->end);
	make_text(&g->mk, n, "plats", m->place);
	make_int(&g->mk, n, "vecka", week_of(m->day, NULL));
	make_day(&g->mk, n, "inlämning-senast", m->hand_in);
	make_day(&g->mk, n, "utskick", m->dispatch);
	make_day(&g->mk, n, "kallelse-senast", m->summons);
	make_day(&g->mk, n, "justeras-senast", m->adjust);
}

/* The body's meetings month by month, also the months without. */
static void
build_months(struct building *g, xmlNode *parent, const struct committee *c,
    const record_meetings *list)
{
	int year, month, day, nr;
	xmlNode *n;
	size_t i;

	for (nr = 1; nr <= MONTHS; nr++) {
		n = make_node(&g->mk, parent, "månad");
		make_attr_int(&g->mk, n, "nr", nr);
		for (i = 0; i < list->n; i++) {
			kl_day_split(list->v[i].day, &year, &month, &day);
			if (month == nr &&
			    strcmp(list->v[i].committee, c->code) == 0)
				build_planned(g, n, &list->v[i]);
		}
	}
}

/* A body that meets that year, with its meetings. */
static void
build_body(struct building *g, xmlNode *parent, const struct committee *c,
    const record_meetings *list, bool months)
{
	xmlNode *n;
	size_t i;

	if (!meets(c, list))
		return;
	n = make_node(&g->mk, parent, "organ");
	add_sign(g, n, c->code);
	make_text(&g->mk, n, "namn", c->name);
	make_word(&g->mk, n, "slag", words_body, (int)c->kind);
	if (months)
		build_months(g, n, c, list);
	for (i = 0; i < list->n; i++)
		if (strcmp(list->v[i].committee, c->code) == 0)
			build_planned(g, n, &list->v[i]);
}

static void
build_plan(struct building *g, xmlNode *root, int year,
    const record_meetings *list, const struct record_year_parts *parts)
{
	xmlNode *n;
	size_t i;

	make_attr(&g->mk, root, "version", "1");
	make_attr(&g->mk, root, "slag", "sammanträdestider");
	make_attr(&g->mk, root, "variant", "publicerad");
	build_organisation(g, root);
	n = make_node(&g->mk, root, "årsplan");
	make_attr_int(&g->mk, n, "år", year);
	if (parts->version > 0)
		make_attr_int(&g->mk, n, "planversion", parts->version);
	make_attr_yes(&g->mk, n, "preliminär", parts->preliminary);
	build_basis(g, n, year, parts);
	for (i = 0; i < g->b->committees.n; i++)
		build_body(g, n, &g->b->committees.v[i], list, parts->days);
	for (i = 0; i < list->n; i++)
		build_planned(g, n, &list->v[i]);
	build_days(g, n, year, list, parts);
	build_flows(g, n, parts);
	build_loads(g, n, parts);
	build_absences(g, n, parts);
}

int
record_year(const struct bundle *bundle, int year,
    const record_meetings *meetings, const struct record_year_parts *parts,
    xmlDoc **out, struct kl_error *err)
{
	static const struct record_year_parts none;
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
	build_marks(&g, meetings);
	build_plan(&g, root, year, meetings, parts == NULL ? &none : parts);
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
