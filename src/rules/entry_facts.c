/* SPDX-License-Identifier: EUPL-1.2
 *
 * What the order of deputies is decided from.
 */
#include "config.h"

#include <string.h>

#include "base/utf8.h"
#include "rules/entry_facts.h"

static bool
same(const char *x, const char *y)
{
	return x != NULL && y != NULL && strcmp(x, y) == 0;
}

const char *
entry_party(const struct entry_facts *f, const char *ref)
{
	const struct person *x = bundle_person(f->b, ref);

	return x == NULL ? NULL : x->party;
}

int
entry_party_size(const struct entry_facts *f, const char *party)
{
	const char *of;
	size_t i;
	int n = 0;

	for (i = 0; party != NULL && i < f->h.members; i++) {
		of = entry_party(f, f->h.v.v[i].ref);
		n += of != NULL && utf8_compare(of, party) == 0;
	}
	return n;
}

const char *
entry_label(const struct entry_facts *f, const char *ref)
{
	const struct person *x = bundle_person(f->b, ref);
	const char *first, *last, *s;

	if (ref == NULL || x == NULL)
		return ref == NULL ? "" : ref;
	first = x->first == NULL ? "" : x->first;
	last = x->last == NULL ? "" : x->last;
	s = arena_printf(f->a, "%s%s%s%s%s%s", first,
	    *first != '\0' && *last != '\0' ? " " : "", last,
	    x->party == NULL ? "" : " (", x->party == NULL ? "" : x->party,
	    x->party == NULL ? "" : ")");
	return s == NULL ? ref : s;
}

const struct sitter *
entry_member(const struct entry_facts *f, const char *ref, struct kl_error *err)
{
	size_t i = house_find(&f->h.v, ref);

	if (i < f->h.members)
		return &f->h.v.v[i];
	i = house_find(&f->h.vacated, ref);
	if (i != HOUSE_NOBODY)
		return &f->h.vacated.v[i];
	kl_error_set(err, KL_E_INPUT,
	    KL_N_("%s is not a member of %s that day, so there is no seat to "
		  "serve on."),
	    entry_label(f, ref), f->c->name == NULL ? f->c->code : f->c->name);
	return NULL;
}

/* ---- before the meeting ------------------------------------------------- */

const struct absence_report *
entry_away(const struct meeting *m, const char *ref, const char *clock)
{
	const struct absence_report *x;
	size_t i;

	for (i = 0; i < m->absences.n; i++) {
		x = &m->absences.v[i];
		if (same(x->person, ref) &&
		    (x->from == NULL || strcmp(x->from, clock) <= 0) &&
		    (x->until == NULL || strcmp(clock, x->until) < 0))
			return x;
	}
	return NULL;
}

/* Has the person told that they are not there when it begins, or declined? */
static bool
unavailable(const struct entry_facts *f, const char *ref)
{
	const struct absence_report *x;
	size_t i, k;

	if (entry_away(f->m, ref, f->m->time == NULL ? "" : f->m->time) != NULL)
		return true;
	for (i = 0; i < f->m->absences.n; i++) {
		x = &f->m->absences.v[i];
		for (k = 0; k < x->calls.n; k++)
			if (same(x->calls.v[k].person, ref) &&
			    x->calls.v[k].answer == CALL_DECLINED)
				return true;
	}
	return bundle_away(f->b, ref, f->m->day);
}

const char *
entry_called(const struct entry_facts *f, const char *member)
{
	const struct absence_report *x;
	const char *asked = NULL;
	size_t i, k;

	for (i = 0; i < f->m->absences.n; i++) {
		x = &f->m->absences.v[i];
		if (!same(x->person, member))
			continue;
		for (k = 0; k < x->calls.n; k++) {
			if (x->calls.v[k].answer == CALL_ACCEPTED)
				return x->calls.v[k].person;
			if (x->calls.v[k].answer != CALL_DECLINED)
				asked = x->calls.v[k].person;
		}
	}
	return asked;
}

static bool
is_called(const struct absence_report *x, const char *ref)
{
	size_t i;

	for (i = 0; i < x->calls.n; i++)
		if (same(x->calls.v[i].person, ref) &&
		    x->calls.v[i].answer != CALL_DECLINED)
			return true;
	return false;
}

bool
entry_engaged(
    const struct entry_facts *f, const char *deputy, const char *member)
{
	const struct sitter *s = sitting_of(&f->s, deputy);
	size_t i;

	if (!f->before)
		return s != NULL && s->seat == SEAT_SERVING &&
		       !same(s->serves_for, member);
	for (i = 0; i < f->m->absences.n; i++)
		if ((member == NULL ||
			!same(f->m->absences.v[i].person, member)) &&
		    is_called(&f->m->absences.v[i], deputy))
			return true;
	return false;
}

/* ---- what has been ------------------------------------------------------ */

#define ROWS_MAX 64 /* of one person that are looked at */

/* The rows of one person's attendance. */
struct rows {
	const char *ref;
	const struct attendance *v[ROWS_MAX];
	size_t n;
	bool serving; /* one of them serves */
	bool partly;  /* one of them is not of the whole meeting */
};

static void
rows_of(const struct entry_facts *f, const char *ref, struct rows *out)
{
	const struct attendance *at;
	size_t i;

	out->ref = ref;
	out->n = 0;
	out->serving = out->partly = false;
	for (i = 0; i < f->m->attendance.n && out->n < ROWS_MAX; i++) {
		at = &f->m->attendance.v[i];
		if (!same(at->person, ref))
			continue;
		out->v[out->n++] = at;
		out->serving |= at->serving;
		out->partly |= at->paragraphs != NULL || at->from != NULL ||
			       at->until != NULL;
	}
}

/* What the rows say of the person in a paragraph. */
struct moment {
	bool present, serving, conflicted;
	const char *serves_for;
};

static struct moment
moment_of(const struct entry_facts *f, const struct rows *rows, int nr)
{
	struct moment x = { .conflicted =
				house_conflicted(f->m, nr, rows->ref) };
	const struct attendance *at;
	size_t i;

	for (i = 0; i < rows->n; i++) {
		at = rows->v[i];
		if (house_told(&f->h, at, nr) == TOLD_NOT)
			continue;
		x.present = true;
		if (at->serving && !x.conflicted) {
			x.serving = true;
			if (at->serves_for != NULL)
				x.serves_for = at->serves_for;
		}
	}
	return x;
}

bool
entry_may_again(const struct entry_facts *f, struct entry_deputy *d)
{
	const struct meeting *m = f->m;
	struct rows rows;
	struct moment x;
	bool left = false;
	size_t i;
	int nr;

	rows_of(f, d->s->ref, &rows);
	if (!rows.serving)
		return true;
	for (i = 0; i < m->paragraphs.n; i++) {
		nr = m->paragraphs.v[i].nr;
		if (nr >= f->paragraph)
			break;
		x = moment_of(f, &rows, nr);
		left |= d->begun && x.conflicted;
		if (x.serving &&
		    (!d->begun || (x.serves_for != NULL &&
				      !same(x.serves_for, d->begun_for)))) {
			d->begun = true;
			d->began = nr;
			d->begun_for = x.serves_for;
		}
		if (d->begun && !x.present && !x.conflicted) {
			d->begun = false;
			d->begun_for = NULL;
		}
	}
	return f->after_conflict || !left;
}

/* Did a deputy serve on the member's seat before the paragraph? */
static bool
was_replaced(const struct entry_facts *f, const char *member)
{
	struct rows rows;
	struct moment x;
	size_t i, k;

	for (i = 0; i < f->m->attendance.n; i++) {
		if (!same(f->m->attendance.v[i].serves_for, member))
			continue;
		rows_of(f, f->m->attendance.v[i].person, &rows);
		for (k = 0; k < f->m->paragraphs.n &&
			    f->m->paragraphs.v[k].nr < f->paragraph;
		     k++) {
			x = moment_of(f, &rows, f->m->paragraphs.v[k].nr);
			if (x.serving && same(x.serves_for, member))
				return true;
		}
	}
	return false;
}

/* ---- settings ----------------------------------------------------------- */

/* The value of a rule and where it stands; ${own}: the body is bound by it. */
static int
setting(const struct entry_facts *f, enum rule_id id, const char **source,
    bool *own)
{
	const struct rule *law = rule_on(id, f->m->day, NULL);
	const struct rule_local *l;

	if (law == NULL)
		return 0;
	l = f->council ? NULL : rule_local_on(f->book, law, f->m->day);
	if (source != NULL)
		*source = l == NULL ? law->statute : l->source;
	if (own != NULL)
		*own = f->council || l != NULL;
	return l == NULL ? law->value : l->value;
}

enum comeback
entry_comeback(
    const struct entry_facts *f, const struct sitter *s, struct kl_error *err)
{
	bool was = false, broke = false, own = false;
	const char *source = "";
	struct rows rows;
	struct moment x;
	size_t i;

	rows_of(f, s->ref, &rows);
	if (!rows.partly)
		return COMEBACK_NONE;
	for (i = 0;
	     i < f->m->paragraphs.n && f->m->paragraphs.v[i].nr < f->paragraph;
	     i++) {
		x = moment_of(f, &rows, f->m->paragraphs.v[i].nr);
		broke |= was && !x.present && !x.conflicted;
		was |= x.present || x.conflicted;
	}
	if (broke && setting(f, RULE_MEMBER_BREAK, &source, &own) == 0)
		kl_error_set(err, KL_E_RULE,
		    KL_N_("%s has left the meeting for another reason than a "
			  "conflict of interest and may not serve again that "
			  "day. Let the deputy go on."),
		    entry_label(f, s->ref));
	else if (!was && i > 0 &&
		 setting(f, RULE_MEMBER_RETURN, &source, &own) == 0 &&
		 was_replaced(f, s->ref))
		kl_error_set(err, KL_E_RULE,
		    KL_N_("%s came late and a deputy has entered, who keeps "
			  "the seat."),
		    entry_label(f, s->ref));
	else
		return COMEBACK_NONE;
	kl_error_statute(err, source);
	return own ? COMEBACK_FORBIDDEN : COMEBACK_ADVISED;
}

/* ---- all of it ---------------------------------------------------------- */

static bool
is_there(const struct entry_facts *f, const struct sitter *s)
{
	if (house_conflicted(f->m, f->paragraph, s->ref))
		return false;
	return f->before ? !unavailable(f, s->ref)
			 : s->seat == SEAT_SERVING || s->seat == SEAT_LISTENING;
}

static int
find_deputies(struct entry_facts *f, struct kl_error *err)
{
	struct entry_deputy *d;
	const struct sitter *s;
	size_t i;

	f->deputies = arena_alloc(f->a, (f->s.v.n + 1) * sizeof *f->deputies);
	if (f->deputies == NULL)
		return kl_error_nomem(err);
	for (i = f->h.members; i < f->s.v.n; i++) {
		s = &f->s.v.v[i];
		if (s->mandate == NULL || s->mandate->role != ROLE_DEPUTY ||
		    !is_there(f, s))
			continue;
		d = &f->deputies[f->n];
		memset(d, 0, sizeof *d);
		d->s = s;
		d->party = entry_party(f, s->ref);
		if (entry_may_again(f, d))
			f->n++;
	}
	return 0;
}

static bool
is_empty(const struct entry_facts *f, const struct sitter *s)
{
	if (f->before)
		return !is_there(f, s);
	return s->seat != SEAT_SERVING ||
	       entry_comeback(f, s, NULL) == COMEBACK_FORBIDDEN;
}

static int
find_empty(struct entry_facts *f, struct kl_error *err)
{
	size_t i, room = f->h.members + f->h.vacated.n + 1;

	f->empty = arena_alloc(f->a, room * sizeof *f->empty);
	if (f->empty == NULL)
		return kl_error_nomem(err);
	for (i = 0; i < f->h.members; i++)
		if (is_empty(f, &f->s.v.v[i]))
			f->empty[f->nempty++] = &f->s.v.v[i];
	for (i = 0; i < f->h.vacated.n; i++)
		f->empty[f->nempty++] = &f->h.vacated.v[i];
	return 0;
}

/* Where the order of deputies stands: that of the council in the law, that of a
 * committee in what the council has decided. */
static const char *
order_law(bool council, kl_day day)
{
	const struct rule *x = rule_on(
	    council ? RULE_DEPUTY_PRIORITY : RULE_FILL_SEATS, day, NULL);

	if (x == NULL)
		return "";
	return strcmp(x->statute, "KL 5:18") == 0 ? "KL 5:17" : x->statute;
}

int
entry_facts(struct entry_facts *f, struct arena *a, const struct bundle *b,
    const struct meeting *m, int paragraph, const struct rule_book *book,
    struct derivation *why, struct kl_error *err)
{
	int rc;

	memset(f, 0, sizeof *f);
	f->a = a;
	f->b = b;
	f->m = m;
	f->book = book;
	f->why = why;
	f->paragraph = paragraph;
	f->before = m->attendance.n == 0;
	rc = house_make(&f->h, a, b, m, err);
	if (rc == 0)
		rc = sitting_at(a, b, m, paragraph, &f->s, err);
	if (rc != 0)
		return rc;
	f->c = f->h.c;
	f->council = f->c->kind == BODY_ASSEMBLY;
	f->law = order_law(f->council, m->day);
	f->priority =
	    setting(f, RULE_DEPUTY_PRIORITY, &f->priority_source, NULL);
	f->after_conflict = setting(
	    f, RULE_DEPUTY_AFTER_CONFLICT, &f->after_conflict_source, NULL);
	f->fill = setting(f, RULE_FILL_SEATS, &f->fill_source, NULL);
	rc = find_deputies(f, err);
	return rc != 0 ? rc : find_empty(f, err);
}
