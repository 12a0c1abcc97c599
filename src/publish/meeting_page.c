/* SPDX-License-Identifier: EUPL-1.2
 *
 * A meeting's page.  A row is made from an allowlist of the record's facts; of
 * a secret item only its neutral title and the ground come along.  Paragraphs
 * show once their minutes are adjusted, before that the agenda does.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/xml.h"
#include "publish/page.h"

/* ---- links to paragraphs ------------------------------------------------- */

/* Where paragraph ${nr} of the minutes ${t} can be read, or NULL. */
static const char *
paragraph_link(struct page *p, const struct site_meeting *m,
    const struct site_minutes *t, const char *nr)
{
	const char *kind = t->immediate ? "immediate-minutes" : "minutes";
	const char *name;
	size_t i;

	for (i = 0; i < m->given->pages.n; i++) {
		if (strcmp(m->given->pages.v[i].kind, kind) != 0 ||
		    m->places == NULL || !ranges_has(&m->places[i], atoi(nr)))
			continue;
		name = page_document_name(p->site->a, m, i);
		return name == NULL
			   ? NULL
			   : arena_printf(p->site->a, "%s#p%s", name, nr);
	}
	return NULL;
}

/* ---- rows ---------------------------------------------------------------- */

/* The secrecy of an item or paragraph, its own or its matter's. */
static const xmlNode *
secrecy_of(const xmlNode *item)
{
	const xmlNode *n = xml_child(item, "sekretess");

	return n != NULL ? n
			 : xml_child(xml_child(item, "ärende"), "sekretess");
}

/* <sekretess>: the ground in words, and nothing else. */
static void
add_secrecy(struct page *p, xmlNode *row, const xmlNode *secrecy)
{
	const char *text = xml_child_text(p->site->a, secrecy, "lagrum-text");

	if (text == NULL)
		text = xml_child_text(p->site->a, secrecy, "lagrum");
	page_add(p, row, "sekretess", text);
}

/* <NAME parti="S V"/> for the distinct parties of the persons in ${node}s. */
static void
add_parties(struct page *p, xmlNode *row, const xmlNode *item, const char *name)
{
	const xmlNode *n, *person;
	const char *party;
	text_list parties = { 0 };
	xmlNode *out;
	size_t i;

	n = xml_child(item, name);
	if (n == NULL)
		return;
	out = page_add(p, row, name, NULL);
	for (; n != NULL; n = xml_next(n, name))
		for (person = xml_child(n, "person"); person != NULL;
		     person = xml_next(person, "person")) {
			party = xml_child_text(p->site->a, person, "parti");
			for (i = 0; party != NULL && i < parties.n; i++)
				if (strcmp(parties.v[i], party) == 0)
					party = NULL;
			if (party == NULL || *party == '\0')
				continue;
			text_add(p->site->a, &parties, party);
			page_add(p, out, "parti", party);
		}
}

static void
add_divisions(struct page *p, xmlNode *row, const xmlNode *item)
{
	static const char *const counts[][2] = { { "antal-ja", "ja" },
		{ "antal-nej", "nej" }, { "antal-avstår", "avstår" } };
	const xmlNode *n;
	xmlNode *out;
	size_t i;

	for (n = xml_child(item, "omröstning"); n != NULL;
	     n = xml_next(n, "omröstning")) {
		out = page_add(p, row, "omröstning", NULL);
		for (i = 0; i < sizeof counts / sizeof *counts; i++)
			page_set(p, out, counts[i][1],
			    xml_child_text(p->site->a, n, counts[i][0]));
	}
}

/* A paragraph of adjusted minutes. */
static void
add_paragraph(struct page *p, xmlNode *parent, const struct site_meeting *m,
    const struct site_minutes *t, const xmlNode *item)
{
	struct arena *a = p->site->a;
	const xmlNode *secrecy = secrecy_of(item);
	const char *nr = xml_attr(a, item, "nr");
	xmlNode *row = page_add(p, parent, "rad", NULL);

	page_set(p, row, "slag", "paragraf");
	page_set(p, row, "nr", nr);
	page_add(p, row, "rubrik", xml_child_text(a, item, "rubrik"));
	page_set(p, row, "länk", paragraph_link(p, m, t, nr));
	if (secrecy != NULL) {
		add_secrecy(p, row, secrecy);
		return;
	}
	page_set(p, row, "dnr", xml_attr(a, item, "dnr"));
	page_set(p, row, "utgång", xml_child_text(a, item, "utgång"));
	page_set(
	    p, row, "överklagande", xml_child_text(a, item, "överklagande"));
	add_divisions(p, row, item);
	add_parties(p, row, item, "reservation");
	add_parties(p, row, item, "uttalande");
	if (t->immediate)
		page_minutes(p, row, m, t);
}

/* A numbered item of the agenda. */
static void
add_item(struct page *p, xmlNode *parent, const xmlNode *item)
{
	static const char *const marks[] = { "sen", "ny", "omedelbart",
		"utdelas" };
	struct arena *a = p->site->a;
	const xmlNode *secrecy = secrecy_of(item);
	xmlNode *row = page_add(p, parent, "rad", NULL);
	size_t i;

	page_set(p, row, "slag", "punkt");
	page_set(p, row, "nr", xml_attr(a, item, "nr"));
	page_add(p, row, "rubrik", xml_child_text(a, item, "rubrik"));
	if (secrecy != NULL) {
		add_secrecy(p, row, secrecy);
		return;
	}
	page_set(p, row, "dnr", xml_attr(a, item, "dnr"));
	page_set(p, row, "anmärkning", xml_child_text(a, item, "anmärkning"));
	for (i = 0; i < sizeof marks / sizeof *marks; i++)
		page_set(p, row, marks[i], xml_attr(a, item, marks[i]));
}

static xmlNode *
add_group(struct page *p, const char *kind, const char *title)
{
	xmlNode *n = page_add(p, p->root, "rader", NULL);

	page_set(p, n, "slag", kind);
	if (title != NULL)
		page_add(p, n, "rubrik", title);
	return n;
}

void
page_add_paragraphs(struct page *p, const struct site_meeting *m)
{
	const struct site_minutes *t;
	xmlNode *group = NULL;
	const xmlNode *n;
	const char *nr;

	for (n = xml_child(m->node, "paragraf"); n != NULL;
	     n = xml_next(n, "paragraf")) {
		nr = xml_attr(p->site->a, n, "nr");
		t = nr == NULL ? NULL : site_minutes_of(m, atoi(nr));
		if (!site_adjusted(p->site, t))
			continue;
		if (group == NULL)
			group = add_group(p, "paragrafer", NULL);
		add_paragraph(p, group, m, t, n);
	}
}

/* The agenda, in the groups that its headings make. */
static void
add_agenda(struct page *p, const struct site_meeting *m)
{
	xmlNode *group = NULL;
	const xmlNode *n;
	const char *nr;

	for (n = xml_child(m->node, "punkt"); n != NULL;
	     n = xml_next(n, "punkt")) {
		nr = xml_attr(p->site->a, n, "nr");
		if (nr == NULL) {
			group = add_group(p, "punkter",
			    xml_child_text(p->site->a, n, "rubrik"));
			continue;
		}
		if (group == NULL)
			group = add_group(p, "punkter", NULL);
		add_item(p, group, n);
	}
}

/* ---- files --------------------------------------------------------------- */

static const char *
extension(const char *path)
{
	const char *dot = strrchr(path, '.');

	return dot == NULL ? "" : dot + 1;
}

void
page_add_documents(struct page *p, const struct site_meeting *m)
{
	size_t i, n = strlen(m->folder);
	const struct publish_file *f;
	const struct publish_page *w;
	const char *link;
	xmlNode *out;

	for (i = 0; i < m->given->files.n; i++) {
		f = &m->given->files.v[i];
		out = page_add(p, p->root, "fil", f->label);
		link = strncmp(f->path, m->folder, n) == 0 && f->path[n] == '/'
			   ? f->path + n + 1
			   : arena_printf(p->site->a, "../../%s", f->path);
		page_set(p, out, "länk", link);
		page_set(p, out, "slag", f->kind);
		page_set(p, out, "typ", extension(f->path));
		page_int(p, out, "byte", f->n);
		if (f->pages > 0)
			page_int(p, out, "sidor", f->pages);
	}
	for (i = 0; i < m->given->pages.n; i++) {
		w = &m->given->pages.v[i];
		out = page_add(p, p->root, "webbsida", w->label);
		page_set(p, out, "slag", w->kind);
		page_set(p, out, "länk", page_document_name(p->site->a, m, i));
	}
}

/* ---- where it stands ----------------------------------------------------- */

static void
add_step(
    struct page *p, xmlNode *parent, const char *kind, kl_day day, int when)
{
	xmlNode *n = page_add(p, parent, "steg", NULL);

	page_set(p, n, "slag", kind);
	page_set(p, n, "när", when < 0 ? "klart" : when == 0 ? "nu" : "sedan");
	page_day(p, n, "datum", day);
}

/* <läge nu="anslaget"> with the steps and their days. */
static void
add_steps(struct page *p, const struct site_meeting *m)
{
	const struct site_minutes *t = m->ordinary;
	int now = (int)m->stage;
	xmlNode *n;

	if (m->stage == STAGE_CANCELLED)
		return;
	n = page_add(p, p->root, "steg-rad", NULL);
	add_step(p, n, "kallelse",
	    m->summoned != KL_DAY_NONE ? m->summoned : m->summon_by,
	    STAGE_SUMMONED - now);
	add_step(p, n, "sammanträde", m->day, STAGE_HELD - now);
	add_step(p, n, "justerat",
	    now >= STAGE_ADJUSTED ? t->adjusted : m->adjust_by,
	    STAGE_ADJUSTED - now);
	if (m->committee->advisory && now < STAGE_POSTED)
		return;
	add_step(p, n, "anslaget",
	    now < STAGE_POSTED	  ? KL_DAY_NONE
	    : now == STAGE_POSTED ? t->last_day
				  : t->posted,
	    STAGE_POSTED - now);
	add_step(p, n, "laga-kraft",
	    now < STAGE_POSTED || t->last_day == KL_DAY_NONE ? KL_DAY_NONE
							     : t->last_day + 1,
	    STAGE_EXPIRED - now);
}

static void
add_secretary(struct page *p, const struct site_meeting *m)
{
	static const char *const names[] = { "namn", "epost", "telefon" };
	const xmlNode *n = xml_child(m->node, "sekreterare");
	const char *text;
	xmlNode *out;
	size_t i;

	if (n == NULL)
		return;
	out = page_add(p, p->root, "sekreterare", NULL);
	for (i = 0; i < sizeof names / sizeof *names; i++) {
		text = xml_child_text(p->site->a, n, names[i]);
		if (text != NULL && *text != '\0')
			page_set(p, out, names[i], text);
	}
}

void
page_of_meeting(
    struct page *p, const struct site *site, const struct site_meeting *m)
{
	size_t i;

	page_start(p, site, "möte", "möten",
	    arena_printf(site->a, "%s/index.html", m->folder));
	page_meeting(p, p->root, m);
	add_steps(p, m);
	for (i = 0; i < m->minutes.n; i++)
		page_minutes(p, p->root, m, &m->minutes.v[i]);
	page_add_paragraphs(p, m);
	if (!site_adjusted(site, m->ordinary))
		add_agenda(p, m);
	page_add_documents(p, m);
	add_secretary(p, m);
}
