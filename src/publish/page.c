/* SPDX-License-Identifier: EUPL-1.2
 *
 * What all pages share: frame, committees, meetings, minutes.
 */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "base/xml.h"
#include "publish/colour.h"
#include "publish/page.h"

#define BRAND 0x003366u
#define ACCENT 0xf2c230u
/* The style sheet's darkest light and lightest dark background. */
#define LIGHT_BACKGROUND 0xf4f5f9u
#define DARK_BACKGROUND 0x20252eu

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

/* The day the summons went out or is to go out. */
static kl_day
summons_day(const struct site_meeting *m)
{
	return m->summoned != KL_DAY_NONE ? m->summoned : m->summon_by;
}

/* Since when the public knows of the meeting; never later than today. */
static kl_day
known_since(const struct site *s, const struct site_meeting *m)
{
	kl_day day = summons_day(m);

	if (day == KL_DAY_NONE)
		day = m->day;
	return day < s->given->today ? day : s->given->today;
}

xmlNode *
page_meeting(struct page *p, xmlNode *parent, const struct site_meeting *m)
{
	xmlNode *n = page_add(p, parent, "möte", NULL);
	const struct site_committee *c = m->committee;

	page_set(p, n, "nyckel", m->key);
	page_set(p, n, "uid", m->uid);
	page_set(p, n, "ändringar", m->changes);
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
	page_day(p, n, "kallelse", summons_day(m));
	if (m->stage != STAGE_PLANNED)
		page_day(p, n, "kallad", known_since(p->site, m));
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
