/* SPDX-License-Identifier: EUPL-1.2
 *
 * Looking things up in a bundle.  The lists are short; the one long list, the
 * matters of a whole register, is looked up by the store instead.
 */
#include "config.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "domain/bundle.h"
#include <kansli/error.h>

static bool
same(const char *x, const char *y)
{
	return x != NULL && y != NULL && strcmp(x, y) == 0;
}

struct committee *
bundle_committee(const struct bundle *b, const char *code)
{
	size_t i;

	for (i = 0; i < b->committees.n; i++)
		if (same(b->committees.v[i].code, code))
			return &b->committees.v[i];
	return NULL;
}

struct person *
bundle_person(const struct bundle *b, const char *ref)
{
	size_t i;

	for (i = 0; i < b->persons.n; i++)
		if (same(b->persons.v[i].ref, ref))
			return &b->persons.v[i];
	return NULL;
}

struct matter *
bundle_matter(const struct bundle *b, const char *number)
{
	size_t i;

	for (i = 0; i < b->matters.n; i++)
		if (same(b->matters.v[i].number, number))
			return &b->matters.v[i];
	return NULL;
}

struct department *
bundle_department(const struct bundle *b, const char *code)
{
	size_t i;

	for (i = 0; i < b->departments.n; i++)
		if (same(b->departments.v[i].code, code))
			return &b->departments.v[i];
	return NULL;
}

struct room *
bundle_room(const struct bundle *b, const char *code)
{
	size_t i;

	for (i = 0; i < b->rooms.n; i++)
		if (same(b->rooms.v[i].code, code))
			return &b->rooms.v[i];
	return NULL;
}

bool
bundle_away(const struct bundle *b, const char *ref, kl_day day)
{
	const struct absence *x;
	size_t i;

	for (i = 0; i < b->absences.n; i++) {
		x = &b->absences.v[i];
		if (same(x->person, ref) && x->from <= day && day <= x->to)
			return true;
	}
	return false;
}

/* Is ${x} asked before ${y}?  For the committee before for all; those without a
 * place last. */
static bool
asked_before(const struct stand_in *x, const struct stand_in *y)
{
	int first = x->order == 0 ? INT_MAX : x->order;
	int second = y->order == 0 ? INT_MAX : y->order;

	if ((x->committee == NULL) != (y->committee == NULL))
		return x->committee != NULL;
	return first < second;
}

const char *
bundle_secretary(const struct bundle *b, const char *committee, kl_day day)
{
	const struct stand_in *x, *best = NULL;
	const struct mandate *m;
	const char *ref = NULL;
	size_t i;

	for (i = 0; i < b->mandates.n && ref == NULL; i++) {
		m = &b->mandates.v[i];
		if (m->role == ROLE_SECRETARY &&
		    same(m->committee, committee) && m->from <= day &&
		    (m->to == KL_DAY_NONE || day <= m->to))
			ref = m->person;
	}
	if (ref == NULL || !bundle_away(b, ref, day))
		return ref;
	for (i = 0; i < b->stand_ins.n; i++) {
		x = &b->stand_ins.v[i];
		if (same(x->person, ref) &&
		    (x->committee == NULL || same(x->committee, committee)) &&
		    !bundle_away(b, x->by, day) &&
		    (best == NULL || asked_before(x, best)))
			best = x;
	}
	return best == NULL ? ref : best->by;
}

struct agenda_item *
meeting_item(const struct meeting *m, const char *nr)
{
	size_t i;

	for (i = 0; i < m->items.n; i++)
		if (same(m->items.v[i].nr, nr) && m->items.v[i].removed == 0)
			return &m->items.v[i];
	return NULL;
}

struct paragraph *
meeting_paragraph(const struct meeting *m, int nr)
{
	size_t i;

	for (i = 0; i < m->paragraphs.n; i++)
		if (m->paragraphs.v[i].nr == nr)
			return &m->paragraphs.v[i];
	return NULL;
}

const text_list *
meeting_recipients(
    const struct bundle *b, const struct meeting *m, const struct paragraph *p)
{
	const struct agenda_item *item = meeting_item(m, p->item);
	const struct matter *x =
	    item == NULL ? NULL : bundle_matter(b, item->number);
	bool decided = p->decision.n > 0 || p->outcome == OUTCOME_DECIDED ||
		       p->outcome == OUTCOME_ELECTED ||
		       p->outcome == OUTCOME_REFERRED_BACK;

	return p->recipients.n > 0 || x == NULL || !decided ? &p->recipients
							    : &x->recipients;
}

struct minutes *
meeting_minutes_of(const struct meeting *m, int nr)
{
	struct ranges r;
	size_t i;

	for (i = 0; i < m->minutes.n; i++)
		if (ranges_parse(m->minutes.v[i].paragraphs, &r) == 0 &&
		    ranges_has(&r, nr))
			return &m->minutes.v[i];
	return NULL;
}

char *
meeting_key(struct arena *a, const char *committee, kl_day day, int seq)
{
	char date[11];

	kl_day_format(day, date);
	if (seq <= 1)
		return arena_printf(a, "%s/%s", committee, date);
	return arena_printf(a, "%s/%s/%d", committee, date, seq);
}

char *
meeting_uid(struct arena *a, const char *key)
{
	char *uid = arena_strdup(a, key), *p;

	for (p = uid; p != NULL && *p != '\0'; p++)
		if (*p == '/')
			*p = '-';
	return uid;
}

int
meeting_key_split(struct arena *a, const char *key, const char **committee,
    kl_day *day, int *seq)
{
	const char *slash = key == NULL ? NULL : strchr(key, '/');
	char date[11];
	size_t n;

	if (slash == NULL || slash == key)
		return KL_E_INPUT;
	n = strcspn(slash + 1, "/");
	if (n != 10)
		return KL_E_INPUT;
	memcpy(date, slash + 1, 10);
	date[10] = '\0';
	if (kl_day_parse(date, day) != 0)
		return KL_E_INPUT;
	*seq = 1;
	slash += 11;
	if (*slash == '/') {
		if (slash[1] < '2' || slash[1] > '9' || slash[2] != '\0')
			return KL_E_INPUT;
		*seq = slash[1] - '0';
	}
	*committee = arena_strndup(a, key, strcspn(key, "/"));
	return *committee == NULL ? KL_E_NOMEM : 0;
}
