/* SPDX-License-Identifier: EUPL-1.2
 *
 * Building the record: the agenda, its matters and their documents.
 */
#include "config.h"

#include "record/build.h"

void
build_secrecy(struct building *g, xmlNode *node, const struct secrecy *s)
{
	xmlNode *n;

	if (s->provision == NULL)
		return;
	n = make_node(&g->mk, node, "sekretess");
	make_text(&g->mk, n, "lagrum", s->provision);
	make_text(
	    &g->mk, n, "lagrum-text", provision_text(g->mk.a, s->provision));
	make_day(&g->mk, n, "datum", s->date);
	make_text(&g->mk, n, "myndighet", s->authority);
	make_text(&g->mk, n, "neutral-rubrik", s->neutral_title);
}

void
build_documents(struct building *g, xmlNode *node, const struct matter *matter)
{
	const struct document_file *d;
	xmlNode *n;
	size_t i;

	for (i = 0; matter != NULL && i < matter->documents.n; i++) {
		d = &matter->documents.v[i];
		n = make_node(&g->mk, node, "handling");
		make_attr_int(&g->mk, n, "nr", d->nr);
		make_text(&g->mk, n, "slag", d->kind);
		make_text(&g->mk, n, "titel", d->title);
		make_day(&g->mk, n, "datum", d->date);
		make_word(
		    &g->mk, n, "riktning", words_direction, (int)d->direction);
		make_text(&g->mk, n, "motpart", d->correspondent);
		make_text(&g->mk, n, "publiceras", d->publish ? "ja" : "nej");
		make_text(&g->mk, n, "fil", d->file);
		build_secrecy(g, n, &d->secrecy);
	}
}

const char *
build_department_name(const struct building *g, const char *code)
{
	const struct department *d = bundle_department(g->b, code);

	return d == NULL ? code : d->name;
}

static void
build_matter(struct building *g, xmlNode *node, const struct matter *x)
{
	xmlNode *n = make_node(&g->mk, node, "ärende");

	make_attr(&g->mk, n, "dnr", x->number);
	make_text(&g->mk, n, "rubrik", x->title);
	make_text(&g->mk, n, "kontor", build_department_name(g, x->department));
	make_text(&g->mk, n, "enhet", x->unit);
	make_text(&g->mk, n, "handläggare", x->officer);
	make_word(&g->mk, n, "slag", words_matter, (int)x->kind);
	make_word(&g->mk, n, "överklagande", words_appeal, (int)x->appeal);
	if (x->proposals.n > 0)
		make_texts(&g->mk, make_node(&g->mk, n, "förslag"), "att",
		    &x->proposals);
	build_documents(g, n, x);
	make_texts(&g->mk, n, "mottagare", &x->recipients);
}

/* The latest version of the agenda: that of the list, or of its items. */
static int
latest_version(const struct meeting *m)
{
	int latest = 0;
	size_t i;

	for (i = 0; i < m->versions.n; i++)
		if (m->versions.v[i].version > latest)
			latest = m->versions.v[i].version;
	for (i = 0; i < m->items.n; i++)
		if (m->items.v[i].version > latest)
			latest = m->items.v[i].version;
	return latest;
}

static void
build_item(
    struct building *g, xmlNode *node, const struct agenda_item *i, int latest)
{
	const struct matter *x = bundle_matter(g->b, i->number);
	xmlNode *n = make_node(&g->mk, node, "punkt");
	const char *title = i->title, *unit = i->unit;

	if (x != NULL) {
		title = title != NULL ? title : x->title;
		unit = unit != NULL ? unit : x->unit;
	}
	make_attr(&g->mk, n, "nr", i->nr);
	make_attr_int(&g->mk, n, "plats", i->position);
	make_attr(&g->mk, n, "dnr", i->number);
	make_attr_yes(&g->mk, n, "avsnitt", i->nr == NULL);
	make_attr_yes(&g->mk, n, "sen", i->late);
	make_attr_yes(&g->mk, n, "omedelbar", i->immediate);
	make_attr_yes(&g->mk, n, "utdelas", i->handed_out);
	make_attr_yes(&g->mk, n, "stående", i->standing);
	make_attr_yes(&g->mk, n, "ny", latest > 1 && i->version == latest);
	make_attr(&g->mk, n, "tidigare", i->previous_key);
	make_text(&g->mk, n, "rubrik", title);
	make_text(&g->mk, n, "enhet", unit);
	make_text(&g->mk, n, "märke", i->mark);
	make_text(&g->mk, n, "anmärkning", i->note);
	if (x != NULL) {
		build_secrecy(g, n, &x->secrecy);
		build_matter(g, n, x);
	}
}

/* What the latest version took off the agenda, told by number and title alone;
 * of a secret matter the neutral one. */
static void
build_removed(struct building *g, xmlNode *node, const struct agenda_item *i)
{
	const struct matter *x = bundle_matter(g->b, i->number);
	const char *title = i->title;
	xmlNode *n = make_node(&g->mk, node, "utgår");

	if (x != NULL && x->secrecy.provision != NULL)
		title = x->secrecy.neutral_title != NULL
			    ? x->secrecy.neutral_title
			    : x->number;
	else if (title == NULL && x != NULL)
		title = x->title;
	make_attr(&g->mk, n, "nr", i->nr);
	make_text(&g->mk, n, "rubrik", title);
}

void
build_agenda(struct building *g, xmlNode *node)
{
	int latest = latest_version(g->m);
	const struct agenda_item *item;
	size_t i;

	for (i = 0; i < g->m->items.n; i++)
		if (g->m->items.v[i].removed == 0)
			build_item(g, node, &g->m->items.v[i], latest);
	for (i = 0; i < g->m->items.n; i++) {
		item = &g->m->items.v[i];
		if (latest > 1 && item->removed == latest)
			build_removed(g, node, item);
	}
}
