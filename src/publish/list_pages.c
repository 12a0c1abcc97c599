/* SPDX-License-Identifier: EUPL-1.2
 *
 * The pages of lists: meetings, committees, the notice board, people; feeds and
 * calendars.
 */
#include "config.h"

#include <stdint.h>
#include <string.h>

#include "domain/words.h"
#include "publish/page.h"

#define LATEST 8     /* meetings on the first page, each way */
#define FEED_MAX 100 /* meetings in a feed */

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

/* Those who sit in a committee.  Councils are left out: their members speak for
 * organisations and are not elected; they stand on the council's own page. */
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
			    m->rank == ROLE_SECRETARY ||
			    m->committee->advisory || !is_current(s, m))
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
