/* SPDX-License-Identifier: EUPL-1.2
 *
 * The organisation, its committees and who sits in them, read into lists.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "base/xml.h"
#include "domain/words.h"
#include "publish/site.h"

static const char *
department_name(struct arena *a, const xmlNode *root, const char *code)
{
	const xmlNode *n;

	if (code == NULL)
		return NULL;
	for (n = xml_child(root, "kontor"); n != NULL;
	     n = xml_next(n, "kontor"))
		if (site_same(xml_attr(a, n, "kod"), code))
			return xml_child_text(a, n, "namn");
	return NULL;
}

const struct site_committee *
site_find_committee(const struct site *s, const char *code)
{
	size_t i;

	for (i = 0; i < s->committees.n; i++)
		if (site_same(s->committees.v[i].code, code))
			return &s->committees.v[i];
	return NULL;
}

/* Read one <nämnd> of ${root}, unless a committee with its code is there. */
int
site_read_committee(struct site *s, const xmlNode *root, const xmlNode *node,
    struct kl_error *err)
{
	struct site_committee *c;
	const char *code = xml_attr(s->a, node, "kod");
	const xmlNode *n;
	size_t i;

	if (code == NULL || site_find_committee(s, code) != NULL)
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
	c->advisory = site_same(c->kind, "råd");
	c->seats = xml_child_text(s->a, node, "ledamöter");
	c->department =
	    department_name(s->a, root, xml_child_text(s->a, node, "kontor"));
	for (n = xml_child(node, "bistår"); n != NULL;
	     n = xml_next(n, "bistår"))
		text_add(s->a, &c->assists, xml_text(s->a, n));
	if (arena_failed(s->a))
		return kl_error_nomem(err);
	for (i = 0; i + 1 < s->committees.n; i++)
		if (site_same(s->committees.v[i].folder, c->folder))
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
		if (site_same(s->persons.v[i].ref, ref))
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

	c = site_find_committee(s, xml_attr(s->a, node, "nämnd"));
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
	m->from = site_child_day(s->a, node, "från");
	m->to = site_child_day(s->a, node, "till");
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

int
site_read_people(struct site *s, const xmlNode *root, struct kl_error *err)
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

int
site_read_organisation(struct site *s, struct kl_error *err)
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
		rc = site_read_committee(s, root, n, err);
		if (rc != 0)
			return rc;
	}
	return 0;
}
