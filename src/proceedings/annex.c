/* SPDX-License-Identifier: EUPL-1.2
 *
 * The annexes to the minutes: what is one, and its number.  They are numbered
 * per meeting in the order in which the minutes mention them; a number that has
 * been given stays, whatever comes in between.
 */
#include "config.h"

#include <string.h>

#include "proceedings/composing.h"

int
annex_of(
    const struct meeting *m, enum annex_kind kind, int paragraph, int index)
{
	const struct annex *x;
	size_t i;

	for (i = 0; i < m->annexes.n; i++) {
		x = &m->annexes.v[i];
		if (x->kind == kind && x->paragraph == paragraph &&
		    (x->index == index || (x->index == 0 && index == 1)))
			return x->nr;
	}
	return 0;
}

static bool
is_taken(const struct meeting *m, int nr)
{
	size_t i;

	for (i = 0; i < m->annexes.n; i++)
		if (m->annexes.v[i].nr == nr)
			return true;
	return false;
}

/* Numbering under way: every number below ${next} is taken. */
struct annex_numbers {
	struct arena *a;
	struct meeting *m;
	int next;
};

/* Give it the lowest number that is free, unless it has one.  The list stays in
 * the order of the numbers. */
static void
number(struct annex_numbers *g, enum annex_kind kind, int paragraph, int index)
{
	struct annex x = {
		.kind = kind, .paragraph = paragraph, .index = index
	};
	struct meeting *m = g->m;
	size_t i;

	if (annex_of(m, kind, paragraph, index == 0 ? 1 : index) > 0)
		return;
	while (is_taken(m, g->next))
		g->next++;
	x.nr = g->next++;
	if (vec_push(g->a, &m->annexes) == NULL)
		return;
	for (i = m->annexes.n - 1; i > 0 && m->annexes.v[i - 1].nr > x.nr; i--)
		m->annexes.v[i] = m->annexes.v[i - 1];
	m->annexes.v[i] = x;
}

static void
number_paragraph(
    struct annex_numbers *g, const struct bundle *b, const struct paragraph *p)
{
	size_t i;

	if (annex_has_delegations(voting_matter(b, g->m, p)))
		number(g, ANNEX_DELEGATION, p->nr, 0);
	for (i = 0; i < p->divisions.n; i++)
		if (p->divisions.v[i].ballots.n > 0)
			number(g, ANNEX_VOTES, p->nr, (int)i + 1);
	for (i = 0; i < p->dissents.n; i++)
		if (dissent_has_motivation(&p->dissents.v[i]))
			number(g, ANNEX_DISSENT, p->nr, (int)i + 1);
	for (i = 0; i < p->statements.n; i++)
		if (p->statements.v[i].kind != STATEMENT_NOTE &&
		    p->statements.v[i].text != NULL)
			number(g, ANNEX_STATEMENT, p->nr, (int)i + 1);
}

bool
annex_has_delegations(const struct matter *x)
{
	size_t i;

	for (i = 0; x != NULL && i < x->documents.n; i++)
		if (x->documents.v[i].kind != NULL &&
		    strcmp(x->documents.v[i].kind, ANNEX_DELEGATED) == 0)
			return true;
	return false;
}

int
annex_number(struct arena *a, const struct bundle *b, struct meeting *m,
    struct kl_error *err)
{
	struct annex_numbers g = { a, m, 1 };
	size_t i;

	if (m->attendance.n > 0 && m->paragraphs.n > 0)
		number(&g, ANNEX_ATTENDANCE, 0, 0);
	for (i = 0; i < m->paragraphs.n; i++)
		number_paragraph(&g, b, &m->paragraphs.v[i]);
	return arena_failed(a) ? kl_error_nomem(err) : 0;
}
