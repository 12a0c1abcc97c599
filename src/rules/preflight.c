/* SPDX-License-Identifier: EUPL-1.2
 *
 * The preflight: the table of checks, and what they share.  A check looks at
 * one paragraph or at the meeting, and only says what it found; it changes
 * nothing and knows no other check.
 */
#include "config.h"

#include <string.h>

#include "base/utf8.h"
#include "rules/preflight_private.h"
#include "rules/statute.h"

/* In the order in which findings of a paragraph stand. */
static void (*const of_meeting[])(struct check *) = {
	check_attendance_told,
	check_members_known,
	check_undecided,
	check_numbers,
	check_first_number,
	check_presiding,
	check_mandates,
	check_replaced,
	check_replaced_twice,
	check_serves_twice,
	check_attendance_twice,
	check_for_whom,
	check_seats,
	check_clocks,
	check_conflict_nowhere,
	check_adjusters,
	check_adjuster_each,
	check_adjuster_paragraphs,
	check_adjusted,
	check_end,
	check_secretary,
	check_day_off,
	check_answer_by,
};

static void (*const of_paragraph[])(struct check *) = {
	check_no_decision,
	check_quorum,
	check_conflict_present,
	check_conflict_acting,
	check_conflict_official,
	check_movers,
	check_divisions,
	check_carried,
	check_standing_aside,
	check_abstaining,
	check_dissent_taking_part,
	check_dissent_late,
	check_dissent_motivated,
	check_statements,
	check_reasons,
	check_rapporteur,
	check_unmarked,
	check_doors,
	check_recipients,
	check_appeal,
	check_appeal_way,
	check_tabled,
	check_referred_back,
	check_commissions,
	check_documents,
	check_secret_title,
	check_personal_number,
	check_personal_data,
	check_weekdays,
	check_stale,
};

#define N_OF_MEETING (sizeof of_meeting / sizeof *of_meeting)
#define N_OF_PARAGRAPH (sizeof of_paragraph / sizeof *of_paragraph)

/* ---- what the checks share ------------------------------------------------
 */

void
check_found(struct check *c, enum level level, int nr, const char *code,
    const char *mend, const struct kl_error *says)
{
	struct finding *f;

	if (c->out->n >= PREFLIGHT_MAX ||
	    (nr != 0 && c->only != NULL && !ranges_has(c->only, nr)))
		return;
	f = vec_push(c->a, c->out);
	if (f == NULL)
		return;
	*f = (struct finding){ .blocks = level == BLOCKS,
		.paragraph = nr,
		.code = code,
		.says = *says,
		.mend = mend };
	/* older meetings were held under older acts */
	statute_on(
	    says->statute, c->m->day, f->says.statute, sizeof f->says.statute);
}

void
check_found_in(struct check *c, enum level level, const struct ranges *r,
    const char *code, const char *mend, const struct kl_error *says)
{
	size_t i, before, told = 0;
	int nr;

	for (i = 0; i < c->m->paragraphs.n; i++) {
		nr = c->m->paragraphs.v[i].nr;
		if (!ranges_has(r, nr))
			continue;
		before = c->out->n;
		check_found(c, level, nr, code, mend, says);
		if (c->out->n > before)
			c->out->v[before].again = told++ > 0;
	}
}

const char *
check_name(const struct check *c, const char *ref)
{
	const struct person *p = bundle_person(c->b, ref);
	const char *s;

	if (p == NULL)
		return ref == NULL ? "" : ref;
	s = p->party == NULL
		? arena_printf(c->a, "%s %s", p->first == NULL ? "" : p->first,
		      p->last == NULL ? "" : p->last)
		: arena_printf(c->a, "%s %s (%s)",
		      p->first == NULL ? "" : p->first,
		      p->last == NULL ? "" : p->last, p->party);
	return s == NULL ? ref : s;
}

const char *
check_list(const struct check *c, const struct ranges *r)
{
	const char *s = ranges_named(c->a, r);

	return s == NULL ? "" : s;
}

const char *
check_law(const struct check *c, const char *committee, const char *assembly)
{
	return c->body != NULL && c->body->kind == BODY_ASSEMBLY ? assembly
								 : committee;
}

bool
check_conflicted(const struct check *c, const char *ref, int nr)
{
	const struct conflict *x;
	size_t i;

	for (i = 0; i < c->m->conflicts.n; i++) {
		x = &c->m->conflicts.v[i];
		if (x->paragraph == nr && !x->rejected && x->person != NULL &&
		    strcmp(x->person, ref) == 0)
			return true;
	}
	return false;
}

bool
check_decided(const struct paragraph *p)
{
	return p->outcome == OUTCOME_DECIDED ||
	       (p->outcome == 0 && p->decision.n > 0);
}

bool
check_has(const text_list *list, const char *s)
{
	size_t i;

	for (i = 0; i < list->n; i++)
		if (strcmp(list->v[i], s) == 0)
			return true;
	return false;
}

bool
check_mentions(
    const struct check *c, const char *text, const char *const *words)
{
	const char *folded = text == NULL ? NULL : utf8_fold(c->a, text);

	for (; folded != NULL && *words != NULL; words++)
		if (strstr(folded, *words) != NULL)
			return true;
	return false;
}

/* ---- running --------------------------------------------------------------
 */

/* Somebody has a member's mandate in the body that day.  Where nobody has, the
 * register does not know the members, and who sits cannot be judged. */
static bool
knows_members(const struct check *c)
{
	const struct mandate *x;
	size_t i;

	for (i = 0; i < c->b->mandates.n; i++) {
		x = &c->b->mandates.v[i];
		if (x->role >= ROLE_CHAIR && x->role <= ROLE_MEMBER &&
		    strcmp(x->committee, c->m->committee) == 0 &&
		    (x->from == KL_DAY_NONE || x->from <= c->m->day) &&
		    (x->to == KL_DAY_NONE || x->to >= c->m->day))
			return true;
	}
	return false;
}

static void
run(struct check *c)
{
	const struct meeting *m = c->m;
	size_t i, k;

	if (m->paragraphs.n == 0) {
		FIND(c, BLOCKS, 0, "no-paragraphs",
		    check_law(c, "KL 5:65-67, 6:35", "KL 5:65-67"), MEND_ENTER,
		    KL_N_("Nothing is recorded of what happened at the "
			  "meeting."));
		return;
	}
	for (k = 0; c->rc == 0 && k < N_OF_MEETING; k++)
		of_meeting[k](c);
	for (i = 0; c->rc == 0 && i < m->paragraphs.n; i++) {
		c->p = &m->paragraphs.v[i];
		if (c->only != NULL && !ranges_has(c->only, c->p->nr))
			continue;
		c->s = &c->sittings[i];
		c->item = meeting_item(m, c->p->item);
		c->matter = c->item == NULL
				? NULL
				: bundle_matter(c->b, c->item->number);
		for (k = 0; k < N_OF_PARAGRAPH; k++)
			of_paragraph[k](c);
	}
}

/* Stable: findings of a paragraph stay in the order of the checks. */
static void
by_paragraph(findings *list)
{
	struct finding x;
	size_t i, k;

	for (i = 1; i < list->n; i++) {
		if (list->v[i - 1].paragraph <= list->v[i].paragraph)
			continue;
		x = list->v[i];
		for (k = i; k > 0 && list->v[k - 1].paragraph > x.paragraph;
		     k--)
			list->v[k] = list->v[k - 1];
		list->v[k] = x;
	}
}

int
preflight(struct arena *a, const struct bundle *b, const struct meeting *m,
    const struct ranges *only, const struct rule_book *book,
    const struct preflight_facts *facts, findings *out, struct kl_error *err)
{
	struct check c = { .a = a,
		.b = b,
		.m = m,
		.body = bundle_committee(b, m->committee),
		.only = only,
		.book = book,
		.facts = facts,
		.out = out,
		.err = err };
	sittings all;
	int rc;

	out->n = 0;
	c.statutory = c.body == NULL || c.body->kind != BODY_COUNCIL;
	rc = sitting_all(a, b, m, &all, err);
	if (rc != 0)
		return rc;
	c.sittings = all.v;
	c.told = m->attendance.n > 0 && knows_members(&c);
	run(&c);
	if (c.rc != 0)
		return c.rc;
	if (arena_failed(a))
		return kl_error_nomem(err);
	by_paragraph(out);
	return 0;
}
