/* SPDX-License-Identifier: EUPL-1.2
 *
 * Read the meetings that were handed in, and tell where each one stands.
 * A record that is not marked as public stops everything here.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "base/xml.h"
#include "publish/site.h"

char *
site_slug(struct arena *a, const char *text)
{
	char *out, *w;
	uint32_t c;
	size_t n;

	out = w = arena_alloc(a, strlen(text) + 2);
	if (out == NULL)
		return NULL;
	for (; (n = utf8_next(text, &c)) > 0; text += n) {
		if (c >= 'A' && c <= 'Z')
			c += 'a' - 'A';
		if (c == 0xe5 || c == 0xe4 || c == 0xc5 || c == 0xc4)
			c = 'a';
		if (c == 0xf6 || c == 0xd6)
			c = 'o';
		if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
			*w++ = (char)c;
		else if (w > out && w[-1] != '-')
			*w++ = '-';
	}
	while (w > out && w[-1] == '-')
		w--;
	if (w == out)
		*w++ = 'x';
	*w = '\0';
	return out;
}

char *
publish_folder(struct arena *a, const char *key)
{
	const char *slash = strchr(key, '/');
	char *code, *rest;

	if (slash == NULL)
		return site_slug(a, key);
	code = arena_strndup(a, key, (size_t)(slash - key));
	if (code == NULL)
		return NULL;
	code = site_slug(a, code);
	rest = site_slug(a, slash + 1);
	if (code == NULL || rest == NULL)
		return NULL;
	return arena_printf(a, "%s/%s", code, rest);
}

/* A day in an attribute or a child's text; KL_DAY_NONE if absent or no date. */
static kl_day
day_of(const char *text)
{
	kl_day day = KL_DAY_NONE;

	if (text != NULL)
		kl_day_parse(text, &day);
	return day;
}

kl_day
site_attr_day(struct arena *a, const xmlNode *node, const char *name)
{
	return node == NULL ? KL_DAY_NONE : day_of(xml_attr(a, node, name));
}

kl_day
site_child_day(struct arena *a, const xmlNode *node, const char *name)
{
	return day_of(xml_child_text(a, node, name));
}

bool
site_same(const char *x, const char *y)
{
	return x != NULL && y != NULL && strcmp(x, y) == 0;
}

bool
site_adjusted(const struct site *s, const struct site_minutes *m)
{
	return m != NULL && m->adjusted != KL_DAY_NONE &&
	       m->adjusted <= s->given->today;
}

static bool
is_posted(const struct site *s, const struct site_minutes *m)
{
	return m != NULL && m->posted != KL_DAY_NONE &&
	       m->posted <= s->given->today;
}

bool
site_on_board(const struct site *s, const struct site_minutes *m)
{
	kl_day today = s->given->today;

	if (!is_posted(s, m))
		return false;
	if (m->taken_down != KL_DAY_NONE && m->taken_down <= today)
		return false;
	return m->remove_on == KL_DAY_NONE || today <= m->remove_on;
}

bool
site_open(const struct site *s, const struct site_minutes *m)
{
	return is_posted(s, m) &&
	       (m->last_day == KL_DAY_NONE || s->given->today <= m->last_day);
}

const struct site_minutes *
site_minutes_of(const struct site_meeting *meeting, int nr)
{
	size_t i;

	for (i = 0; i < meeting->minutes.n; i++)
		if (ranges_has(&meeting->minutes.v[i].ranges, nr))
			return &meeting->minutes.v[i];
	return NULL;
}

static void
read_minutes(struct site *s, struct site_meeting *m, const xmlNode *node)
{
	struct site_minutes *t = vec_push(s->a, &m->minutes);
	const xmlNode *notice = xml_child(node, "anslag");
	const char *nr;

	if (t == NULL)
		return;
	nr = xml_attr(s->a, node, "nr");
	t->seq = nr == NULL ? 1 : atoi(nr);
	t->immediate = site_same(xml_attr(s->a, node, "omedelbart"), "ja");
	t->paragraphs = xml_child_text(s->a, node, "paragrafer");
	ranges_parse(t->paragraphs, &t->ranges);
	t->adjusted =
	    site_attr_day(s->a, xml_child(node, "justering"), "datum");
	t->posted = site_attr_day(s->a, notice, "uppe");
	t->last_day = site_attr_day(s->a, notice, "sista-dag");
	t->remove_on = site_attr_day(s->a, notice, "nere");
	t->taken_down = site_child_day(s->a, notice, "nedtaget");
}

static int
compare_minutes(const void *x, const void *y)
{
	const struct site_minutes *m = x, *n = y;

	return m->seq < n->seq ? -1 : m->seq > n->seq;
}

/* Where the meeting stands today, by its ordinary minutes. */
static enum site_stage
stage_of(const struct site *s, const struct site_meeting *m, const char *state)
{
	if (site_same(state, "inställt"))
		return STAGE_CANCELLED;
	if (is_posted(s, m->ordinary))
		return site_open(s, m->ordinary) ? STAGE_POSTED : STAGE_EXPIRED;
	if (site_adjusted(s, m->ordinary))
		return STAGE_ADJUSTED;
	if (site_same(state, "planerat"))
		return STAGE_PLANNED;
	if (site_same(state, "kallat") && m->day >= s->given->today)
		return STAGE_SUMMONED;
	return STAGE_HELD;
}

/* The planned day of the summons, among the meeting's deadlines. */
static kl_day
summon_day(struct arena *a, const xmlNode *node)
{
	const xmlNode *n;

	for (n = xml_child(node, "frist"); n != NULL; n = xml_next(n, "frist"))
		if (site_same(xml_attr(a, n, "steg"), "kallelse"))
			return site_child_day(a, n, "dag");
	return KL_DAY_NONE;
}

static void
read_times(struct site *s, struct site_meeting *m)
{
	const char *nr = xml_attr(s->a, m->node, "nr");
	const xmlNode *n;
	size_t i;

	m->seq = nr == NULL ? 1 : atoi(nr);
	m->number = xml_child_text(s->a, m->node, "nummer");
	m->year = xml_child_text(s->a, m->node, "år");
	if (m->year == NULL)
		m->year = arena_printf(s->a, "%d", kl_day_year(m->day));
	m->time = xml_child_text(s->a, m->node, "tid");
	m->end = xml_child_text(s->a, m->node, "slut");
	m->place = xml_child_text(s->a, m->node, "plats");
	m->summoned =
	    m->given->summoned == 0 ? KL_DAY_NONE : m->given->summoned;
	m->summon_by = summon_day(s->a, m->node);
	m->adjust_by =
	    site_attr_day(s->a, xml_child(m->node, "justering-senast"), "dag");
	for (n = xml_child(m->node, "protokoll"); n != NULL;
	     n = xml_next(n, "protokoll"))
		read_minutes(s, m, n);
	if (m->minutes.n > 1)
		qsort(m->minutes.v, m->minutes.n, sizeof *m->minutes.v,
		    compare_minutes);
	for (i = 0; i < m->minutes.n && m->ordinary == NULL; i++)
		if (!m->minutes.v[i].immediate)
			m->ordinary = &m->minutes.v[i];
}

static int
not_public(const char *key, struct kl_error *err)
{
	return kl_error_set(err, KL_E_RULE,
	    KL_N_("The record of %s is not the public one, so it may not be "
		  "published. Nothing was written. Make its public variant and "
		  "try again."),
	    key == NULL ? "?" : key);
}

/* The record's own committee, when the organisation does not list it. */
static int
own_committee(struct site *s, const xmlNode *root, struct kl_error *err)
{
	const xmlNode *n = xml_child(root, "nämnd");

	return n == NULL ? 0 : site_read_committee(s, root, n, err);
}

static int
read_meeting(
    struct site *s, const struct publish_meeting *given, struct kl_error *err)
{
	const xmlNode *root = xmlDocGetRootElement(given->record);
	xmlNode *node = xml_child(root, "sammanträde");
	const char *key = node == NULL ? NULL : xml_attr(s->a, node, "nyckel");
	struct site_meeting *m;

	if (!site_same(xml_attr(s->a, root, "variant"), "publicerad"))
		return not_public(key, err);
	m = vec_push(s->a, &s->meetings);
	if (m == NULL)
		return kl_error_nomem(err);
	m->given = given;
	m->node = node;
	m->key = key;
	m->uid = xml_attr(s->a, node, "uid");
	m->changes = xml_attr(s->a, node, "ändringar");
	m->day = site_attr_day(s->a, node, "datum");
	if (node != NULL)
		m->committee =
		    site_find_committee(s, xml_attr(s->a, node, "nämnd"));
	if (key == NULL || m->day == KL_DAY_NONE || m->committee == NULL)
		return kl_error_set(err, KL_E_INPUT,
		    KL_N_("A record lacks its meeting's key, day or committee "
			  "(%s). Nothing was written."),
		    key == NULL ? "?" : key);
	m->folder = publish_folder(s->a, key);
	m->storage =
	    xml_child_text(s->a, xml_child(root, "organisation"), "förvaring");
	read_times(s, m);
	m->stage = stage_of(s, m, xml_attr(s->a, node, "läge"));
	return arena_failed(s->a) ? kl_error_nomem(err) : 0;
}

/* Newest first; the same day in the order of codes, then of numbers. */
static int
compare_meetings(const void *x, const void *y)
{
	const struct site_meeting *m = x, *n = y;
	int d;

	if (m->day != n->day)
		return m->day > n->day ? -1 : 1;
	d = strcmp(m->committee->code, n->committee->code);
	if (d != 0)
		return d;
	return m->seq < n->seq ? -1 : m->seq > n->seq;
}

/* Two meetings may not share a folder; they are sorted, so neighbours. */
static int
check_folders(const struct site *s, struct kl_error *err)
{
	size_t i;

	for (i = 1; i < s->meetings.n; i++)
		if (site_same(
			s->meetings.v[i].folder, s->meetings.v[i - 1].folder))
			return kl_error_set(err, KL_E_INPUT,
			    KL_N_("The meeting %s was given twice. Nothing was "
				  "written."),
			    s->meetings.v[i].key);
	return 0;
}

int
site_read(struct arena *a, const struct publish_site *given, struct site *s,
    struct kl_error *err)
{
	const xmlNode *root;
	size_t i;
	int rc;

	memset(s, 0, sizeof *s);
	s->a = a;
	s->given = given;
	rc = site_read_organisation(s, err);
	for (i = 0; rc == 0 && i < given->meetings.n; i++) {
		root = xmlDocGetRootElement(given->meetings.v[i].record);
		rc = own_committee(s, root, err);
	}
	/* from here on pointers into the lists of committees hold */
	if (rc == 0 && given->organisation != NULL)
		rc = site_read_people(
		    s, xmlDocGetRootElement(given->organisation), err);
	for (i = 0; rc == 0 && i < given->meetings.n; i++)
		rc = read_meeting(s, &given->meetings.v[i], err);
	if (rc != 0)
		return rc;
	if (s->meetings.n > 1)
		qsort(s->meetings.v, s->meetings.n, sizeof *s->meetings.v,
		    compare_meetings);
	return check_folders(s, err);
}
