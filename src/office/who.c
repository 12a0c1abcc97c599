/* SPDX-License-Identifier: EUPL-1.2
 *
 * Finding the person that somebody means: by id, or by name among those of the
 * meeting's bundle.
 */
#include "config.h"

#include <string.h>

#include "base/utf8.h"
#include "office/who.h"

#define NAMES_SHOWN 8 /* of those who may be meant */

const char *
office_name(struct work *w, const char *ref)
{
	const struct person *p = bundle_person(&w->bundle, ref);

	if (p == NULL || (p->first == NULL && p->last == NULL))
		return ref;
	if (p->first == NULL || p->last == NULL)
		return p->last == NULL ? p->first : p->last;
	return arena_printf(w->arena, "%s %s", p->first, p->last);
}

const char *
office_party(struct work *w, const char *ref)
{
	const struct person *p = bundle_person(&w->bundle, ref);

	return p == NULL ? NULL : p->party;
}

static bool
in_body(const struct work *w, const char *ref)
{
	const struct mandate *x;
	size_t i;

	for (i = 0; i < w->bundle.mandates.n; i++) {
		x = &w->bundle.mandates.v[i];
		if (strcmp(x->person, ref) == 0 &&
		    strcmp(x->committee, w->meeting->committee) == 0 &&
		    x->from <= w->meeting->day &&
		    (x->to == KL_DAY_NONE || w->meeting->day <= x->to))
			return true;
	}
	return false;
}

/* How well the name fits: 3 the whole name or the surname, 2 every word of it
 * begins a word of the name, 0 not at all. */
static int
fit(struct work *w, const struct person *p, const char *name)
{
	const char *whole = office_name(w, p->ref), *s, *at;
	char *low = utf8_fold(w->arena, whole);
	char *want = utf8_fold(w->arena, name);
	char *last = p->last == NULL ? NULL : utf8_fold(w->arena, p->last);
	size_t n;

	if (low == NULL || want == NULL || *want == '\0')
		return 0;
	if (strcmp(low, want) == 0 || (last != NULL && strcmp(last, want) == 0))
		return 3;
	for (s = want; *(s += strspn(s, " ")) != '\0'; s += n) {
		n = strcspn(s, " ");
		for (at = low; at != NULL; at = strchr(at, ' ')) {
			at += strspn(at, " ");
			if (strncmp(at, s, n) == 0)
				break;
		}
		if (at == NULL)
			return 0;
	}
	return 2;
}

/* Everybody who fits best, "Anna Berg (anna-berg), Bo Berg (bo-berg)". */
static const char *
list_fitting(struct work *w, const char *name, int best)
{
	const struct person *p;
	const char *list = "";
	size_t i, n = 0;

	for (i = 0; i < w->bundle.persons.n && list != NULL; i++) {
		p = &w->bundle.persons.v[i];
		if (!in_body(w, p->ref) || fit(w, p, name) != best ||
		    n++ >= NAMES_SHOWN)
			continue;
		list = arena_printf(w->arena, "%s%s%s (%s)", list,
		    *list == '\0' ? "" : ", ", office_name(w, p->ref), p->ref);
	}
	return list == NULL ? "" : list;
}

/* The name in the body that is most like it, or NULL. */
static const char *
nearest(struct work *w, const char *name)
{
	const char **v;
	size_t i, n = 0;

	v = arena_alloc(w->arena, (w->bundle.persons.n + 1) * 2 * sizeof *v);
	for (i = 0; v != NULL && i < w->bundle.persons.n; i++) {
		if (!in_body(w, w->bundle.persons.v[i].ref))
			continue;
		v[n++] = office_name(w, w->bundle.persons.v[i].ref);
		v[n++] = w->bundle.persons.v[i].ref;
	}
	return v == NULL ? NULL : utf8_nearest(name, v, n);
}

int
office_who(
    struct work *w, const char *name, const char **ref, struct kl_error *err)
{
	const struct person *p;
	const char *near;
	size_t i, hits = 0;
	int best = 0, now;

	if (bundle_person(&w->bundle, name) != NULL && in_body(w, name)) {
		*ref = bundle_person(&w->bundle, name)->ref;
		return 0;
	}
	for (i = 0; i < w->bundle.persons.n; i++) {
		p = &w->bundle.persons.v[i];
		now = in_body(w, p->ref) ? fit(w, p, name) : 0;
		hits = now > best ? 1 : hits + (now == best && now > 0);
		if (now > best || (now == best && hits == 1 && now > 0))
			*ref = p->ref;
		best = now > best ? now : best;
	}
	if (hits == 1)
		return 0;
	if (hits > 1)
		return kl_error_set(err, KL_E_INPUT,
		    KL_N_("“%s” may be %s. Give the id."), name,
		    list_fitting(w, name, best));
	near = nearest(w, name);
	if (near != NULL)
		return kl_error_set(err, KL_E_NOTFOUND,
		    KL_N_("Nobody called “%s” has a mandate in %s that day. "
			  "Did you mean “%s”?"),
		    name, w->meeting->committee, near);
	return kl_error_set(err, KL_E_NOTFOUND,
	    KL_N_("Nobody called “%s” has a mandate in %s that day."), name,
	    w->meeting->committee);
}
