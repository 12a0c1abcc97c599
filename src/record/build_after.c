/* SPDX-License-Identifier: EUPL-1.2
 *
 * What is known of a decision when its minutes have been signed: how and until
 * when it may be appealed, what the court has said, legal force.  It is put
 * beside what was frozen, paragraph by paragraph, and is no part of it.
 */
#include "config.h"

#include <stdlib.h>

#include "base/xml.h"
#include "record/build.h"

static const struct record_way *
way_of(const struct record_ways *ways, const xmlNode *paragraph)
{
	xmlChar *s = xmlGetNoNsProp((xmlNode *)paragraph, BAD_CAST "nr");
	long nr = s == NULL ? 0 : strtol((const char *)s, NULL, 10);
	size_t i;

	xmlFree(s);
	for (i = 0; i < ways->v.n; i++)
		if (ways->v.v[i].paragraph == nr)
			return &ways->v.v[i];
	return NULL;
}

static void
build_way(struct maker *mk, xmlNode *paragraph, const struct record_way *x)
{
	xmlNode *n = make_node(mk, paragraph, "överklagas");

	make_attr(mk, n, "stöd", x->statute);
	make_attr(mk, n, "hos", x->addressee);
	make_attr(mk, n, "prövas-av", x->court);
	make_attr_day(mk, n, "från", x->clock);
	make_attr_day(mk, n, "sista-dag", x->last_day);
	make_attr_yes(mk, n, "var-part", x->per_party);
}

static void
build_answers(struct maker *mk, xmlNode *paragraph, const struct record_way *x)
{
	xmlNode *n;

	if (x->asked != KL_DAY_NONE) {
		n = make_node(mk, paragraph, "förfrågan");
		make_attr_day(mk, n, "datum", x->asked);
		make_text(mk, n, "domstol", x->asked_court);
		make_text(mk, n, "namn", x->answered_by);
	}
	make_day(mk, paragraph, "länsstyrelsen", x->county_board);
	make_day(mk, paragraph, "laga-kraft", x->since);
}

/* The schema has the mark of secrecy last. */
static void
move_last(xmlNode *paragraph, const char *name)
{
	xmlNode *n = xml_child(paragraph, name);

	if (n != NULL) {
		xmlUnlinkNode(n);
		xmlAddChild(paragraph, n);
	}
}

int
record_after(xmlDoc *doc, const struct record_ways *ways, struct kl_error *err)
{
	struct maker mk = { arena_new(BUILD_SCRATCH), false };
	const struct record_way *x;
	xmlNode *n;

	n = xml_child(
	    xml_child(xmlDocGetRootElement(doc), "sammanträde"), "paragraf");
	for (; mk.a != NULL && n != NULL; n = xml_next(n, "paragraf")) {
		x = way_of(ways, n);
		if (x == NULL)
			continue;
		if (x->addressee != NULL)
			build_way(&mk, n, x);
		build_answers(&mk, n, x);
		move_last(n, "sekretess");
	}
	if (mk.a == NULL || mk.failed || arena_failed(mk.a)) {
		arena_free(mk.a);
		return kl_error_nomem(err);
	}
	arena_free(mk.a);
	return 0;
}
