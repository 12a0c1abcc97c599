/* SPDX-License-Identifier: EUPL-1.2
 *
 * Read what was handed in into lists, and tell where each meeting stands.
 * A record that is not marked as public stops everything here.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "base/xml.h"
#include "domain/words.h"
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

static kl_day
attr_day(struct arena *a, const xmlNode *node, const char *name)
{
	return node == NULL ? KL_DAY_NONE : day_of(xml_attr(a, node, name));
}

static kl_day
child_day(struct arena *a, const xmlNode *node, const char *name)
{
	return day_of(xml_child_text(a, node, name));
}

static bool
same(const char *x, const char *y)
{
	return x != NULL && y != NULL && strcmp(x, y) == 0;
}

/* ---- the organisation, its committees and people ------------------------- */

static const char *
department_name(struct arena *a, const xmlNode *root, const char *code)
{
	const xmlNode *n;

	if (code == NULL)
		return NULL;
	for (n = xml_child(root, "kontor"); n != NULL;
	     n = xml_next(n, "kontor"))
		if (same(xml_attr(a, n, "kod"), code))
			return xml_child_text(a, n, "namn");
	return NULL;
}

static const struct site_committee *
find_committee(const struct site *s, const char *code)
{
	size_t i;

	for (i = 0; i < s->committees.n; i++)
		if (same(s->committees.v[i].code, code))
			return &s->committees.v[i];
	return NULL;
}

/* Read one <nämnd> of ${root}, unless a committee with its code is there. */
static int
read_committee(struct site *s, const xmlNode *root, const xmlNode *node,
    struct kl_error *err)
{
	struct site_committee *c;
	const char *code = xml_attr(s->a, node, "kod");
	const xmlNode *n;
	size_t i;

	if (code == NULL || find_committee(s, code) != NULL)
		return 0;
	c = vec_push(s->a, &s->committees);
	if (c == NULL)
		return kl_error_nomem(err);
	c->code = code;
	c->folder = site_slug(s->a, code);
	c->name = xml_child_text(s->a, node, "namn");
	if (c->name == NULL)
		c->name = code;
	c->kind = xml_child_text(s->a, node, "slag");
	c->advisory = same(c->kind, "råd");
	c->seats = xml_child_text(s->a, node, "ledamöter");
	c->department =
	    department_name(s->a, root, xml_child_text(s->a, node, "kontor"));
	for (n = xml_child(node, "bistår"); n != NULL;
	     n = xml_next(n, "bistår"))
		text_add(s->a, &c->assists, xml_text(s->a, n));
	if (arena_failed(s->a))
		return kl_error_nomem(err);
	for (i = 0; i + 1 < s->committees.n; i++)
		if (same(s->committees.v[i].folder, c->folder))
			return kl_error_set(err, KL_E_INPUT,
			    KL_N_("The committees %s and %s would share the "
				  "folder %s on the site. Nothing was written. "
				  "Give one of them another code."),
			    s->committees.v[i].code, c->code, c->folder);
	return 0;
}

static const struct site_person *
find_person(const struct site *s, const char *ref)
{
	size_t i;

	for (i = 0; i < s->persons.n; i++)
		if (same(s->persons.v[i].ref, ref))
			return &s->persons.v[i];
	return NULL;
}

static void
read_person(struct site *s, const xmlNode *node)
{
	struct site_person *p = vec_push(s->a, &s->persons);

	if (p == NULL)
		return;
	p->ref = xml_attr(s->a, node, "id");
	p->first = xml_child_text(s->a, node, "förnamn");
	p->last = xml_child_text(s->a, node, "efternamn");
	p->party = xml_child_text(s->a, node, "parti");
	p->email = xml_child_text(s->a, node, "epost");
}

static void
read_mandate(struct site *s, const xmlNode *node)
{
	const struct site_committee *c;
	const struct site_person *p;
	struct site_mandate *m;
	const char *order;

	c = find_committee(s, xml_attr(s->a, node, "nämnd"));
	p = find_person(s, xml_attr(s->a, node, "person"));
	if (c == NULL || p == NULL)
		return;
	m = vec_push(s->a, &s->mandates);
	if (m == NULL)
		return;
	m->committee = c;
	m->person = p;
	m->role = xml_child_text(s->a, node, "roll");
	m->rank = m->role == NULL ? 0 : word_value(words_role, m->role);
	order = xml_child_text(s->a, node, "ordning");
	m->order = order == NULL ? 0 : atoi(order);
	m->from = child_day(s->a, node, "från");
	m->to = child_day(s->a, node, "till");
}

static int
compare_text(const char *x, const char *y)
{
	return utf8_compare(x == NULL ? "" : x, y == NULL ? "" : y);
}

static int
compare_persons(const struct site_person *x, const struct site_person *y)
{
	int d = compare_text(x->last, y->last);

	if (d == 0)
		d = compare_text(x->first, y->first);
	return d != 0 ? d : compare_text(x->ref, y->ref);
}

/* By role, then a deputy's place in the order, then name. */
static int
compare_mandates(const void *x, const void *y)
{
	const struct site_mandate *m = x, *n = y;

	if (m->rank != n->rank)
		return m->rank < n->rank ? -1 : 1;
	if (m->order != n->order)
		return m->order < n->order ? -1 : 1;
	return compare_persons(m->person, n->person);
}

static int
compare_people(const void *x, const void *y)
{
	return compare_persons(x, y);
}

static int
read_people(struct site *s, const xmlNode *root, struct kl_error *err)
{
	const xmlNode *n;

	for (n = xml_child(root, "person"); n != NULL;
	     n = xml_next(n, "person"))
		read_person(s, n);
	if (arena_failed(s->a))
		return kl_error_nomem(err);
	if (s->persons.n > 1)
		qsort(s->persons.v, s->persons.n, sizeof *s->persons.v,
		    compare_people);
	for (n = xml_child(root, "mandat"); n != NULL;
	     n = xml_next(n, "mandat"))
		read_mandate(s, n);
	if (arena_failed(s->a))
		return kl_error_nomem(err);
	if (s->mandates.n > 1)
		qsort(s->mandates.v, s->mandates.n, sizeof *s->mandates.v,
		    compare_mandates);
	return 0;
}

/* The host name in "https://ekholm.example/x" or "post@ekholm.example". */
static const char *
host_of(struct arena *a, const char *address)
{
	const char *p;

	if (address == NULL)
		return NULL;
	p = strstr(address, "//");
	if (p != NULL)
		p += 2;
	else if ((p = strchr(address, '@')) != NULL)
		p++;
	else
		p = address;
	if (strncmp(p, "www.", 4) == 0)
		p += 4;
	return arena_strndup(a, p, strcspn(p, "/:?#"));
}

static int
read_organisation(struct site *s, struct kl_error *err)
{
	const xmlNode *root, *n;
	int rc;

	root = s->given->organisation == NULL
		   ? NULL
		   : xmlDocGetRootElement(s->given->organisation);
	s->organisation = xml_child(root, "organisation");
	s->name = xml_child_text(s->a, s->organisation, "namn");
	s->language = xml_child_text(s->a, s->organisation, "språk");
	if (s->language == NULL)
		s->language = "sv";
	s->authority =
	    host_of(s->a, xml_child_text(s->a, s->organisation, "webb"));
	if (s->authority == NULL || *s->authority == '\0')
		s->authority = host_of(
		    s->a, xml_child_text(s->a, s->organisation, "epost"));
	if (s->authority == NULL || *s->authority == '\0')
		s->authority = "kansli.invalid";
	for (n = xml_child(root, "nämnd"); n != NULL;
	     n = xml_next(n, "nämnd")) {
		rc = read_committee(s, root, n, err);
		if (rc != 0)
			return rc;
	}
	return 0;
}

/* ---- meetings ------------------------------------------------------------ */

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
	t->immediate = same(xml_attr(s->a, node, "omedelbart"), "ja");
	t->paragraphs = xml_child_text(s->a, node, "paragrafer");
	ranges_parse(t->paragraphs, &t->ranges);
	t->adjusted = attr_day(s->a, xml_child(node, "justering"), "datum");
	t->posted = attr_day(s->a, notice, "uppe");
	t->last_day = attr_day(s->a, notice, "sista-dag");
	t->remove_on = attr_day(s->a, notice, "nere");
	t->taken_down = child_day(s->a, notice, "nedtaget");
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
	if (same(state, "inställt"))
		return STAGE_CANCELLED;
	if (is_posted(s, m->ordinary))
		return site_open(s, m->ordinary) ? STAGE_POSTED : STAGE_EXPIRED;
	if (site_adjusted(s, m->ordinary))
		return STAGE_ADJUSTED;
	if (same(state, "genomfört"))
		return STAGE_HELD;
	return same(state, "kallat") ? STAGE_SUMMONED : STAGE_PLANNED;
}

/* The planned day of the summons, among the meeting's deadlines. */
static kl_day
summon_day(struct arena *a, const xmlNode *node)
{
	const xmlNode *n;

	for (n = xml_child(node, "frist"); n != NULL; n = xml_next(n, "frist"))
		if (same(xml_attr(a, n, "steg"), "kallelse"))
			return child_day(a, n, "dag");
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
	    attr_day(s->a, xml_child(m->node, "justering-senast"), "dag");
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

	return n == NULL ? 0 : read_committee(s, root, n, err);
}

static int
read_meeting(
    struct site *s, const struct publish_meeting *given, struct kl_error *err)
{
	const xmlNode *root = xmlDocGetRootElement(given->record);
	xmlNode *node = xml_child(root, "sammanträde");
	const char *key = node == NULL ? NULL : xml_attr(s->a, node, "nyckel");
	struct site_meeting *m;

	if (!same(xml_attr(s->a, root, "variant"), "publicerad"))
		return not_public(key, err);
	m = vec_push(s->a, &s->meetings);
	if (m == NULL)
		return kl_error_nomem(err);
	m->given = given;
	m->node = node;
	m->key = key;
	m->day = attr_day(s->a, node, "datum");
	if (node != NULL)
		m->committee = find_committee(s, xml_attr(s->a, node, "nämnd"));
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
		if (same(s->meetings.v[i].folder, s->meetings.v[i - 1].folder))
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
	rc = read_organisation(s, err);
	for (i = 0; rc == 0 && i < given->meetings.n; i++) {
		root = xmlDocGetRootElement(given->meetings.v[i].record);
		rc = own_committee(s, root, err);
	}
	/* from here on pointers into the lists of committees hold */
	if (rc == 0 && given->organisation != NULL)
		rc = read_people(
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
