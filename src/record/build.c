/* SPDX-License-Identifier: EUPL-1.2
 *
 * Building the record of a meeting from facts: the whole, and its head.
 */
#include "config.h"

#include <string.h>

#include "base/xml.h"
#include "record/build.h"

/* Made before the meeting for those who are at it: it tells who cannot come. */
#define ATTENDANCE_LIST "närvarolista"

/* Of the ordinary minutes, before they are frozen. */
#define DRAFT_MINUTES "protokollsutkast"

/* What a kind of document is made from. */
static const struct {
	const char *word;
	bool before; /* made before the meeting: nothing of what happened */
	bool
	    neutral; /* reaches others than those who may read what is secret */
} kinds[] = {
	{ "kallelse", true, true },
	{ "tilläggslista", true, true },
	{ ATTENDANCE_LIST, true, true },
	{ "välkomstbrev", true, true },
	{ "snabbprotokoll", false, true },
	{ "protokoll", false, false },
	{ "omedelbart-protokoll", false, false },
	{ "utdrag", false, false },
	{ "anslag", false, true },
	{ "anslagsbevis", false, true },
	{ "delgivningskvitto", false, false },
	{ "sändlista", false, false },
	{ "publicerat-protokoll", false, true },
	{ "kontrollmeddelande", false, false },
	{ "följebrev", false, false },
	{ "adressetiketter", false, true },
	{ "röstlista", false, false },
	{ "delegationslista", false, true },
	{ "reservation", false, false },
	{ "rättelse", false, false },
	{ "lagakraftbevis", false, false },
	{ "inställt-sammanträde", true, true },
	{ "åtgärdslista", false, true },
	{ "checklista", true, true },
	{ "kallelseutkast", true, true },
	{ DRAFT_MINUTES, false, false },
};

#define KINDS (sizeof kinds / sizeof *kinds)

void
build_organisation(struct building *g, xmlNode *root)
{
	const struct organisation *o = g->b->organisation;
	xmlNode *n;

	if (o == NULL)
		return;
	n = make_node(&g->mk, root, "organisation");
	make_text(&g->mk, n, "namn", o->name);
	make_text(&g->mk, n, "språk", o->language);
	make_text(&g->mk, n, "färg", o->colour);
	make_text(&g->mk, n, "accent", o->accent);
	make_text(&g->mk, n, "bild", o->picture);
	make_text(&g->mk, n, "adress", o->address);
	make_text(&g->mk, n, "epost", o->email);
	make_text(&g->mk, n, "webb", o->web);
	make_text(&g->mk, n, "förvaring", o->storage);
}

static void
build_committee(struct building *g, xmlNode *root)
{
	const struct committee *c = g->committee;
	const struct department *d;
	xmlNode *n;

	d = c == NULL ? NULL : bundle_department(g->b, c->department);
	if (d != NULL) {
		n = make_node(&g->mk, root, "kontor");
		make_attr(&g->mk, n, "kod", d->code);
		make_text(&g->mk, n, "namn", d->name);
	}
	n = make_node(&g->mk, root, "nämnd");
	make_attr(&g->mk, n, "kod", g->m->committee);
	if (c == NULL) {
		make_text(&g->mk, n, "namn", g->m->committee);
		return;
	}
	make_text(&g->mk, n, "namn", c->name);
	make_word(&g->mk, n, "slag", words_body, (int)c->kind);
	make_text(&g->mk, n, "kontor", c->department);
	make_int(&g->mk, n, "ledamöter", c->seats);
	make_word(&g->mk, n, "numrering", words_numbering, (int)c->numbering);
	make_int(&g->mk, n, "kallelse-dagar", c->summons_days);
}

/* Since when and why it is not held. */
static void
build_cancelled(struct building *g, xmlNode *node)
{
	const struct meeting *m = g->m;
	const char *since;
	xmlNode *n;

	if (m->state != MEETING_CANCELLED)
		return;
	n = make_node(&g->mk, node, "inställt");
	since =
	    m->changed == NULL ? NULL : arena_strndup(g->mk.a, m->changed, 10);
	make_attr(&g->mk, n, "datum", since);
	make_text(&g->mk, n, "skäl", m->why);
}

/* What calendars know it by, when that does not follow from its key. */
static void
build_calendar(struct building *g, xmlNode *node)
{
	const char *own = meeting_uid(g->mk.a, g->m->key);

	if (g->m->uid != NULL && own != NULL && strcmp(own, g->m->uid) != 0)
		make_attr(&g->mk, node, "uid", g->m->uid);
	make_attr_int(&g->mk, node, "ändringar", g->m->sequence);
}

static xmlNode *
build_meeting(struct building *g, xmlNode *root)
{
	const struct meeting *m = g->m;
	xmlNode *n = make_node(&g->mk, root, "sammanträde");

	make_attr(&g->mk, n, "nyckel", m->key);
	make_attr(&g->mk, n, "nämnd", m->committee);
	make_attr_day(&g->mk, n, "datum", m->day);
	make_attr_int(&g->mk, n, "nr", m->seq > 1 ? m->seq : 1);
	make_attr(&g->mk, n, "läge", word_of(words_meeting, (int)m->state));
	build_calendar(g, n);
	make_int(&g->mk, n, "nummer", m->number);
	make_int(&g->mk, n, "år", kl_day_year(m->day));
	make_text(&g->mk, n, "tid", m->time);
	make_text(&g->mk, n, "slut", m->end);
	make_text(&g->mk, n, "plats", m->place);
	if (m->open)
		make_text(&g->mk, n, "öppet", "ja");
	if (m->extra)
		make_text(&g->mk, n, "extra", "ja");
	build_cancelled(g, n);
	return n;
}

/* A meeting of which nothing has happened yet. */
static void
forget(struct meeting *m)
{
	m->attendance.n = m->others.n = m->conflicts.n = 0;
	m->presiding.n = m->adjournments.n = 0;
	m->paragraphs.n = m->approvers.n = m->minutes.n = 0;
	m->annexes.n = m->corrections.n = m->appeals.n = m->forces.n = 0;
	m->deliveries.n = 0;
	m->end = NULL;
}

static void
build_record(struct building *g, xmlNode *root, const char *kind)
{
	xmlNode *n;

	make_attr(&g->mk, root, "version", "1");
	make_attr(&g->mk, root, "slag", kind);
	make_attr(&g->mk, root, "variant", "fullständig");
	build_organisation(g, root);
	build_committee(g, root);
	n = build_meeting(g, root);
	build_called(g, n);
	build_absences_told(g, n);
	build_forecast(g, n);
	build_attendance(g, n);
	build_course(g, n);
	build_agenda(g, n);
	build_delegations(g, n);
	build_paragraphs(g, n);
	build_annexes(g, n);
	build_corrections(g, n);
	build_approval(g, n);
}

static size_t
kind_index(const char *kind)
{
	size_t i;

	for (i = 0; i < KINDS; i++)
		if (strcmp(kinds[i].word, kind) == 0)
			break;
	return i;
}

const char *
record_like(const char *kind)
{
	size_t k = kind_index(kind), i;

	if (k == KINDS)
		return NULL;
	/* of all that are made before the meeting, it alone may tell more */
	if (strcmp(kind, ATTENDANCE_LIST) == 0)
		return kind;
	for (i = 0; i < k; i++)
		if (kinds[i].before == kinds[k].before &&
		    kinds[i].neutral == kinds[k].neutral &&
		    strcmp(kinds[i].word, ATTENDANCE_LIST) != 0)
			break;
	return kinds[i].word;
}

int
record_build(const struct bundle *bundle, const struct meeting *meeting,
    const char *kind, const struct record_dates *dates, xmlDoc **out,
    struct kl_error *err)
{
	struct building g = { .b = bundle, .m = meeting, .dates = dates };
	struct meeting agenda_only = *meeting;
	size_t k = kind_index(kind), i;
	xmlDoc *doc = NULL;
	xmlNode *root;
	int rc = KL_E_NOMEM;

	if (k == KINDS)
		return kl_error_set(err, KL_E_USAGE,
		    KL_N_("There is no kind of document %s, so no record was "
			  "made."),
		    kind);
	xml_start();
	/* the attendance list of a meeting that has been held is the real one
	 */
	if (kinds[k].before && (strcmp(kind, ATTENDANCE_LIST) != 0 ||
				   meeting->attendance.n == 0)) {
		forget(&agenda_only);
		if (strcmp(kind, ATTENDANCE_LIST) != 0)
			agenda_only.absences.n = 0;
		g.m = &agenda_only;
	}
	g.mk.a = arena_new(BUILD_SCRATCH);
	doc = xmlNewDoc(BAD_CAST "1.0");
	root = xmlNewDocNode(doc, NULL, BAD_CAST "sammanträdesakt", NULL);
	if (g.mk.a == NULL || doc == NULL || root == NULL) {
		xmlFreeNode(root);
		goto out;
	}
	xmlDocSetRootElement(doc, root);
	g.committee = bundle_committee(bundle, meeting->committee);
	for (i = 0; i < g.m->paragraphs.n; i++)
		ranges_add(&g.all, g.m->paragraphs.v[i].nr);
	g.chair = build_chair(&g);
	build_record(&g, root, kind);
	if (g.mk.failed || arena_failed(g.mk.a))
		goto out;
	if (kinds[k].neutral)
		variant_hide(doc);
	if (strcmp(kind, DRAFT_MINUTES) == 0)
		variant_draft(doc);
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
