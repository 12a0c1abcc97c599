/* SPDX-License-Identifier: EUPL-1.2
 *
 * What all pages share, and the pages of lists.
 */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "base/xml.h"
#include "domain/words.h"
#include "publish/colour.h"
#include "publish/page.h"

#define BRAND 0x003366u
#define ACCENT 0xf2c230u
/* The style sheet's darkest light and lightest dark background. */
#define LIGHT_BACKGROUND 0xf4f5f9u
#define DARK_BACKGROUND 0x20252eu

#define LATEST 8     /* meetings on the first page, each way */
#define FEED_MAX 100 /* meetings in a feed */

xmlNode *
page_add(struct page *p, xmlNode *parent, const char *name, const char *text)
{
	xmlNode *n = xml_add(parent, name, text);

	if (n == NULL)
		p->failed = true;
	return n;
}

void
page_set(struct page *p, xmlNode *n, const char *name, const char *value)
{
	if (xml_set(n, name, value) != 0)
		p->failed = true;
}

void
page_day(struct page *p, xmlNode *n, const char *name, kl_day day)
{
	char iso[11];

	if (day != KL_DAY_NONE)
		page_set(p, n, name, kl_day_format(day, iso));
}

void
page_int(struct page *p, xmlNode *n, const char *name, size_t value)
{
	char text[24];

	snprintf(text, sizeof text, "%zu", value);
	page_set(p, n, name, text);
}

static void
set_colour(struct page *p, xmlNode *n, const char *name, uint32_t rgb)
{
	char text[8];

	snprintf(text, sizeof text, "#%06x", (unsigned)(rgb & 0xffffffu));
	page_set(p, n, name, text);
}

/* The two colours as given, and as they must be to be read as text. */
static void
add_colours(struct page *p)
{
	const struct site *s = p->site;
	uint32_t brand = BRAND, accent = ACCENT;
	xmlNode *n;

	colour_parse(xml_child_text(s->a, s->organisation, "färg"), &brand);
	colour_parse(xml_child_text(s->a, s->organisation, "accent"), &accent);
	n = page_add(p, p->root, "färger", NULL);
	set_colour(p, n, "ljus",
	    colour_readable(brand, LIGHT_BACKGROUND, COLOUR_TEXT));
	set_colour(
	    p, n, "mörk", colour_readable(brand, DARK_BACKGROUND, COLOUR_TEXT));
	set_colour(p, n, "accent", accent);
	set_colour(p, n, "accent-kant",
	    colour_readable(accent, LIGHT_BACKGROUND, COLOUR_GRAPHIC));
	set_colour(p, n, "accent-mörk",
	    colour_readable(accent, DARK_BACKGROUND, COLOUR_GRAPHIC));
}

static void
add_organisation(struct page *p)
{
	static const char *const names[] = { "namn", "adress", "epost", "webb",
		"förvaring" };
	const struct site *s = p->site;
	const char *text;
	xmlNode *n;
	size_t i;

	n = page_add(p, p->root, "organisation", NULL);
	for (i = 0; i < sizeof names / sizeof *names; i++) {
		text = xml_child_text(s->a, s->organisation, names[i]);
		if (text != NULL && *text != '\0')
			page_add(p, n, names[i], text);
	}
	if (s->given->picture != NULL)
		page_set(p, n, "bild", "ja");
}

void
page_start(struct page *p, const struct site *site, const char *kind,
    const char *menu, const char *path)
{
	char up[64] = "";
	const char *c;

	memset(p, 0, sizeof *p);
	p->site = site;
	p->path = path;
	p->doc = xmlNewDoc(BAD_CAST "1.0");
	if (p->doc != NULL)
		p->root = xmlNewDocNode(p->doc, NULL, BAD_CAST "sida", NULL);
	if (p->root == NULL || path == NULL) {
		p->failed = true;
		return;
	}
	xmlDocSetRootElement(p->doc, p->root);
	for (c = path; *c != '\0'; c++)
		if (*c == '/' && strlen(up) + 4 < sizeof up)
			memcpy(up + strlen(up), "../", sizeof "../");
	page_set(p, p->root, "slag", kind);
	page_set(p, p->root, "meny", menu);
	page_set(p, p->root, "väg", path);
	page_set(p, p->root, "rot", up);
	page_set(p, p->root, "språk", site->language);
	page_set(p, p->root, "bas", site->given->base);
	page_set(p, p->root, "instans", site->authority);
	page_set(p, p->root, "stund", site->given->instant);
	page_day(p, p->root, "idag", site->given->today);
	add_organisation(p);
	add_colours(p);
}

void
page_free(struct page *p)
{
	xmlFreeDoc(p->doc);
	p->doc = NULL;
}

xmlNode *
page_committee(struct page *p, xmlNode *parent, const struct site_committee *c)
{
	xmlNode *n = page_add(p, parent, "nämnd", NULL);

	page_set(p, n, "kod", c->code);
	page_set(p, n, "namn", c->name);
	page_set(p, n, "slag", c->kind);
	page_set(p, n, "väg", arena_printf(p->site->a, "%s/", c->folder));
	page_set(p, n, "ledamöter", c->seats);
	page_set(p, n, "kontor", c->department);
	page_set(p, n, "råd", c->advisory ? "ja" : "nej");
	return n;
}

static const char *
stage_word(enum site_stage stage)
{
	static const char *const words[STAGE_COUNT] = { "planerat", "kallat",
		"genomfört", "justerat", "anslaget", "slut" };

	return stage == STAGE_CANCELLED ? "inställt" : words[stage];
}

xmlNode *
page_meeting(struct page *p, xmlNode *parent, const struct site_meeting *m)
{
	xmlNode *n = page_add(p, parent, "möte", NULL);
	const struct site_committee *c = m->committee;

	page_set(p, n, "nyckel", m->key);
	page_set(p, n, "väg", arena_printf(p->site->a, "%s/", m->folder));
	page_set(p, n, "kod", c->code);
	page_set(p, n, "nämnd", c->name);
	page_set(p, n, "nämnd-väg", arena_printf(p->site->a, "%s/", c->folder));
	page_set(p, n, "råd", c->advisory ? "ja" : "nej");
	page_day(p, n, "datum", m->day);
	page_set(p, n, "nummer", m->number);
	page_set(p, n, "år", m->year);
	page_set(p, n, "tid", m->time);
	page_set(p, n, "slut", m->end);
	page_set(p, n, "plats", m->place);
	if (m->seq > 1)
		page_int(p, n, "ordning", (size_t)m->seq);
	page_set(p, n, "läge", stage_word(m->stage));
	page_set(p, n, "kommande",
	    m->day >= p->site->given->today && m->stage < STAGE_HELD ? "ja"
								     : "nej");
	page_day(p, n, "kallelse",
	    m->summoned != KL_DAY_NONE ? m->summoned : m->summon_by);
	page_day(p, n, "justeras-senast", m->adjust_by);
	return n;
}

xmlNode *
page_minutes(struct page *p, xmlNode *parent, const struct site_meeting *m,
    const struct site_minutes *t)
{
	const struct site *s = p->site;
	xmlNode *n = page_add(p, parent, "protokoll", NULL);

	page_int(p, n, "nr", (size_t)t->seq);
	page_set(p, n, "omedelbart", t->immediate ? "ja" : "nej");
	page_set(p, n, "paragrafer", t->paragraphs);
	page_set(p, n, "enda",
	    t->ranges.n == 1 && t->ranges.v[0].first == t->ranges.v[0].last
		? "ja"
		: "nej");
	page_set(p, n, "justerat-läge", site_adjusted(s, t) ? "ja" : "nej");
	page_day(p, n, "justerat", t->adjusted);
	page_day(p, n, "anslaget", t->posted);
	page_day(p, n, "sista-dag", t->last_day);
	if (t->last_day != KL_DAY_NONE)
		page_day(p, n, "laga-kraft", t->last_day + 1);
	page_day(p, n, "nere", t->remove_on);
	page_day(p, n, "nedtaget", t->taken_down);
	if (t->posted != KL_DAY_NONE && t->posted <= s->given->today)
		page_set(p, n, "tid", site_open(s, t) ? "löper" : "slut");
	page_set(p, n, "förvaring", m->storage);
	return n;
}

/* ---- pages of lists ------------------------------------------------------ */

static bool
is_coming(const struct site *s, const struct site_meeting *m)
{
	return m->day >= s->given->today && m->stage < STAGE_HELD &&
	       m->stage != STAGE_CANCELLED;
}

/* <kommande> and <tidigare>: at most ${max} meetings each, of ${c} or of all;
 * cancelled ones stand where their day puts them. */
static void
add_meetings(struct page *p, const struct site_committee *c, size_t max)
{
	const struct site *s = p->site;
	const struct site_meeting *m;
	xmlNode *coming, *past;
	size_t i, n;

	coming = page_add(p, p->root, "kommande", NULL);
	for (i = s->meetings.n, n = 0; i-- > 0 && n < max;) {
		m = &s->meetings.v[i];
		if ((c != NULL && m->committee != c) ||
		    m->day < s->given->today || m->stage >= STAGE_HELD)
			continue;
		page_meeting(p, coming, m);
		n++;
	}
	past = page_add(p, p->root, "tidigare", NULL);
	for (i = 0, n = 0; i < s->meetings.n && n < max; i++) {
		m = &s->meetings.v[i];
		if ((c != NULL && m->committee != c) ||
		    (m->day >= s->given->today && m->stage < STAGE_HELD))
			continue;
		page_meeting(p, past, m);
		n++;
	}
}

void
page_index(struct page *p, const struct site *s)
{
	size_t i;

	page_start(p, s, "start", NULL, "index.html");
	add_meetings(p, NULL, LATEST);
	for (i = 0; i < s->committees.n; i++)
		page_committee(p, p->root, &s->committees.v[i]);
}

/* The next meeting of ${c}, or NULL. */
static const struct site_meeting *
next_meeting(const struct site *s, const struct site_committee *c)
{
	const struct site_meeting *found = NULL;
	size_t i;

	for (i = 0; i < s->meetings.n; i++)
		if (s->meetings.v[i].committee == c &&
		    is_coming(s, &s->meetings.v[i]))
			found = &s->meetings.v[i];
	return found;
}

void
page_committees(struct page *p, const struct site *s)
{
	const struct site_meeting *m;
	xmlNode *n;
	size_t i;

	page_start(p, s, "nämnder", "nämnder", "namnder.html");
	for (i = 0; i < s->committees.n; i++) {
		n = page_committee(p, p->root, &s->committees.v[i]);
		m = next_meeting(s, &s->committees.v[i]);
		if (m != NULL)
			page_meeting(p, n, m);
	}
}

void
page_meetings(struct page *p, const struct site *s)
{
	page_start(p, s, "möten", "möten", "moten.html");
	add_meetings(p, NULL, SIZE_MAX);
}

void
page_of_committee(
    struct page *p, const struct site *s, const struct site_committee *c)
{
	const struct site_committee *o;
	xmlNode *n;
	size_t i, j;

	page_start(p, s, "nämnd", "nämnder",
	    arena_printf(s->a, "%s/index.html", c->folder));
	page_committee(p, p->root, c);
	for (i = 0; i < s->committees.n; i++) {
		o = &s->committees.v[i];
		for (j = 0; j < o->assists.n; j++)
			if (strcmp(o->assists.v[j], c->code) == 0) {
				n = page_add(p, p->root, "bistås-av", NULL);
				page_committee(p, n, o);
			}
		for (j = 0; j < c->assists.n; j++)
			if (strcmp(c->assists.v[j], o->code) == 0) {
				n = page_add(p, p->root, "bistår", NULL);
				page_committee(p, n, o);
			}
	}
	page_mandates(p, p->root, c);
	add_meetings(p, c, SIZE_MAX);
}

/* ---- the notice board ---------------------------------------------------- */

/* The web page of minutes ${t} among the meeting's, or NULL. */
static const char *
minutes_page(
    struct page *p, const struct site_meeting *m, const struct site_minutes *t)
{
	const char *kind = t->immediate ? "immediate-minutes" : "minutes";
	size_t i;

	for (i = 0; i < m->given->pages.n; i++)
		if (strcmp(m->given->pages.v[i].kind, kind) == 0)
			return page_document_name(p->site->a, m, i);
	return NULL;
}

/* How many posted minutes come before this one: later postings first. */
static void
add_notice(
    struct page *p, const struct site_meeting *m, const struct site_minutes *t)
{
	xmlNode *n = page_meeting(p, p->root, m);
	const char *name = minutes_page(p, m, t);

	page_minutes(p, n, m, t);
	if (name != NULL)
		page_set(p, n, "webbsida",
		    arena_printf(p->site->a, "%s/%s", m->folder, name));
}

void
page_board(struct page *p, const struct site *s)
{
	const struct site_meeting *m;
	size_t i, j;

	page_start(p, s, "anslagstavla", "anslagstavla", "anslagstavla.html");
	for (i = 0; i < s->meetings.n; i++) {
		m = &s->meetings.v[i];
		for (j = 0; j < m->minutes.n; j++)
			if (site_on_board(s, &m->minutes.v[j]))
				add_notice(p, m, &m->minutes.v[j]);
	}
}

/* ---- people -------------------------------------------------------------- */

static bool
is_current(const struct site *s, const struct site_mandate *m)
{
	kl_day today = s->given->today;

	return (m->from == KL_DAY_NONE || m->from <= today) &&
	       (m->to == KL_DAY_NONE || today <= m->to);
}

static xmlNode *
add_mandate(struct page *p, xmlNode *parent, const struct site_mandate *m)
{
	xmlNode *n = page_add(p, parent, "mandat", NULL);

	page_set(p, n, "roll", m->role);
	page_set(p, n, "grupp",
	    m->rank == ROLE_SECRETARY ? "sekreterare"
	    : m->rank == ROLE_DEPUTY  ? "ersättare"
				      : "ledamöter");
	page_day(p, n, "från", m->from);
	page_day(p, n, "till", m->to);
	return n;
}

static void
add_name(struct page *p, xmlNode *n, const struct site_person *person)
{
	page_set(p, n, "förnamn", person->first);
	page_set(p, n, "efternamn", person->last);
	page_set(p, n, "parti", person->party);
	page_set(p, n, "epost", person->email);
}

void
page_mandates(
    struct page *p, xmlNode *parent, const struct site_committee *committee)
{
	const struct site *s = p->site;
	const struct site_mandate *m;
	size_t i;

	for (i = 0; i < s->mandates.n; i++) {
		m = &s->mandates.v[i];
		if (m->committee == committee && is_current(s, m))
			add_name(p, add_mandate(p, parent, m), m->person);
	}
}

void
page_people(struct page *p, const struct site *s)
{
	const struct site_mandate *m;
	xmlNode *person, *n;
	size_t i, j;

	page_start(
	    p, s, "förtroendevalda", "förtroendevalda", "fortroendevalda.html");
	for (i = 0; i < s->persons.n; i++) {
		person = NULL;
		for (j = 0; j < s->mandates.n; j++) {
			m = &s->mandates.v[j];
			if (m->person != &s->persons.v[i] ||
			    m->rank == ROLE_SECRETARY || !is_current(s, m))
				continue;
			if (person == NULL) {
				person = page_add(
				    p, p->root, "förtroendevald", NULL);
				add_name(p, person, m->person);
			}
			n = add_mandate(p, person, m);
			page_committee(p, n, m->committee);
		}
	}
}

/* ---- text, feed, calendar ------------------------------------------------ */

void
page_plain(struct page *p, const struct site *s, const char *kind,
    const char *menu, const char *path)
{
	page_start(p, s, kind, menu, path);
}

static const char *
in_folder(
    const struct site *s, const struct site_committee *c, const char *name)
{
	return c == NULL ? name : arena_printf(s->a, "%s/%s", c->folder, name);
}

void
page_feed(struct page *p, const struct site *s, const struct site_committee *c)
{
	const struct site_meeting *m;
	xmlNode *n;
	size_t i, j, used = 0;

	page_start(p, s, "flöde", NULL, in_folder(s, c, "feed.atom"));
	if (c != NULL)
		page_committee(p, p->root, c);
	for (i = 0; i < s->meetings.n && used < FEED_MAX; i++) {
		m = &s->meetings.v[i];
		if ((c != NULL && m->committee != c) ||
		    m->stage == STAGE_PLANNED)
			continue;
		n = page_meeting(p, p->root, m);
		for (j = 0; j < m->minutes.n; j++)
			if (site_adjusted(s, &m->minutes.v[j]))
				page_minutes(p, n, m, &m->minutes.v[j]);
		used++;
	}
}

void
page_calendar(
    struct page *p, const struct site *s, const struct site_committee *c)
{
	const struct site_meeting *m;
	size_t i;

	page_start(p, s, "kalender", NULL, in_folder(s, c, "kalender.ics"));
	if (c != NULL)
		page_committee(p, p->root, c);
	for (i = s->meetings.n; i-- > 0;) {
		m = &s->meetings.v[i];
		if (c == NULL || m->committee == c)
			page_meeting(p, p->root, m);
	}
}
