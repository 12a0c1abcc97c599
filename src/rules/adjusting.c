/* SPDX-License-Identifier: EUPL-1.2
 *
 * Whose approvals minutes need, paragraph by paragraph.
 */
#include "config.h"

#include <string.h>

#include "rules/adjusting.h"

static bool
lists(const text_list *list, const char *ref)
{
	size_t i;

	for (i = 0; list != NULL && ref != NULL && i < list->n; i++)
		if (strcmp(list->v[i], ref) == 0)
			return true;
	return false;
}

const text_list *
adjusting_appointed(const struct meeting *m)
{
	const struct election *x;
	size_t i, k;

	if (m->approvers.n > 0)
		return &m->approvers;
	for (i = 0; i < m->paragraphs.n; i++)
		for (k = 0; k < m->paragraphs.v[i].elections.n; k++) {
			x = &m->paragraphs.v[i].elections.v[k];
			if (x->persons.n > 0 && x->office != NULL &&
			    strstr(x->office, "uster") != NULL)
				return &x->persons;
		}
	return NULL;
}

static bool
conflicted(const struct meeting *m, const char *ref, int nr)
{
	const struct conflict *x;
	size_t i;

	for (i = 0; i < m->conflicts.n; i++) {
		x = &m->conflicts.v[i];
		if (x->paragraph == nr && !x->rejected && x->person != NULL &&
		    strcmp(x->person, ref) == 0)
			return true;
	}
	return false;
}

/* Where nobody's attendance is told: the weightiest of the presidium. */
static const char *
chair_by_mandate(const struct bundle *b, const struct meeting *m)
{
	const struct mandate *x, *best = NULL;
	size_t i;

	for (i = 0; i < b->mandates.n; i++) {
		x = &b->mandates.v[i];
		if (x->role <= ROLE_SECOND_VICE_CHAIR && x->role != 0 &&
		    strcmp(x->committee, m->committee) == 0 &&
		    x->from <= m->day &&
		    (x->to == KL_DAY_NONE || x->to >= m->day) &&
		    (best == NULL || x->role < best->role))
			best = x;
	}
	return best == NULL ? NULL : best->person;
}

struct looking {
	struct arena *a;
	const struct meeting *m;
	const text_list *given, *appointed;
	int need;
	struct adjusting *out;
};

static int
wait_for(struct looking *x, const char *ref)
{
	return lists(&x->out->wait, ref) ? 0
					 : text_add(x->a, &x->out->wait, ref);
}

/* Enough of those who may must have approved ${nr}, where ${chair} presided. */
static int
look_at_adjusters(struct looking *x, int nr, const char *chair)
{
	int fit = 0, given = 0, rc = 0;
	const char *ref;
	size_t i, pass;

	for (pass = 0; x->appointed != NULL && pass < 2; pass++)
		for (i = 0; rc == 0 && i < x->appointed->n; i++) {
			ref = x->appointed->v[i];
			if (conflicted(x->m, ref, nr) ||
			    (chair != NULL && strcmp(chair, ref) == 0))
				continue;
			if (pass == 0) {
				fit++;
				given += lists(x->given, ref);
			} else if (!lists(x->given, ref) &&
				   given < (fit < x->need ? fit : x->need)) {
				rc = wait_for(x, ref);
			}
		}
	if (given < (fit < x->need ? fit : x->need))
		ranges_add(&x->out->open, nr);
	return rc;
}

static int
look_at(struct looking *x, int nr, const char *chair)
{
	if (chair != NULL && !lists(&x->out->presided, chair) &&
	    text_add(x->a, &x->out->presided, chair) != 0)
		return -1;
	if (chair != NULL && !lists(x->given, chair) && wait_for(x, chair) != 0)
		return -1;
	return look_at_adjusters(x, nr, chair);
}

/* How many adjust beside the chair. */
static int
adjusters_needed(const struct bundle *b, const struct meeting *m,
    const struct rule_book *book, int *need, struct kl_error *err)
{
	const struct committee *c = bundle_committee(b, m->committee);
	const struct rule *rule = rule_on(RULE_ADJUSTERS, m->day, err);

	if (rule == NULL)
		return KL_E_INPUT;
	*need = rule_value(book, rule, m->day);
	/* by custom two in the council [K] */
	if (c != NULL && c->kind == BODY_ASSEMBLY && *need < 2)
		*need = 2;
	return 0;
}

int
adjusting_look(struct arena *a, const struct bundle *b, const struct meeting *m,
    const struct minutes *x, const text_list *given,
    const struct rule_book *book, struct adjusting *out, struct kl_error *err)
{
	struct looking l = { .a = a,
		.m = m,
		.given = given,
		.appointed = adjusting_appointed(m),
		.out = out };
	struct ranges own;
	const char *chair;
	sittings all;
	size_t i;
	int rc;

	memset(out, 0, sizeof *out);
	ranges_parse(x->paragraphs, &own);
	rc = adjusters_needed(b, m, book, &l.need, err);
	if (rc == 0)
		rc = sitting_all(a, b, m, &all, err);
	if (rc != 0)
		return rc;
	for (i = 0; i < m->paragraphs.n; i++) {
		if (!ranges_has(&own, m->paragraphs.v[i].nr))
			continue;
		chair = m->attendance.n == 0 ? chair_by_mandate(b, m)
					     : all.v[i].chair;
		if (look_at(&l, m->paragraphs.v[i].nr, chair) != 0)
			return kl_error_nomem(err);
	}
	return 0;
}

bool
adjusting_may(
    const struct meeting *m, const struct adjusting *x, const char *ref)
{
	return lists(&x->presided, ref) || lists(adjusting_appointed(m), ref);
}
