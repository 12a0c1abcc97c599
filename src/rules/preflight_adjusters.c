/* SPDX-License-Identifier: EUPL-1.2
 *
 * Preflight checks of who adjusts the minutes beside the one who presided: that
 * somebody is appointed, was there, and has no conflict of interest in what is
 * to be adjusted.
 */
#include "config.h"

#include <string.h>

#include "rules/adjusting.h"
#include "rules/preflight_private.h"

/* The law lets the council decide how minutes are adjusted; by custom the chair
 * and one more, two more in the council itself. */
#define ADJUST_COMMITTEE "KL 5:69, 6:35"
#define ADJUST_ASSEMBLY "KL 5:69"
#define MEND_ADJUSTERS KL_N_("Correct who adjusts the minutes (justerare).")

static const char *
law(const struct check *c)
{
	return check_law(c, ADJUST_COMMITTEE, ADJUST_ASSEMBLY);
}

/* Who has signed minutes that were adjusted already. */
static const text_list *
signed_by(const struct check *c)
{
	size_t i;

	for (i = 0; i < c->m->minutes.n; i++)
		if (c->m->minutes.v[i].signers.n > 1)
			return &c->m->minutes.v[i].signers;
	return NULL;
}

void
check_adjusters(struct check *c)
{
	if (adjusting_appointed(c->m) == NULL && signed_by(c) == NULL)
		FIND(c, c->statutory ? BLOCKS : WARNS, 0, "adjuster", law(c),
		    MEND_ADJUSTERS,
		    KL_N_("Nobody is appointed to adjust the minutes."));
}

/* How ${ref} took part in the meeting: the paragraphs in which they served and
 * in how many of them they presided. */
static size_t
served(const struct check *c, const char *ref, size_t *presided)
{
	const struct sitting *s;
	size_t i, n = 0;

	*presided = 0;
	for (i = 0; i < c->m->paragraphs.n; i++) {
		s = &c->sittings[i];
		if (!sitting_serves(s, ref))
			continue;
		n++;
		if (s->chair != NULL && strcmp(s->chair, ref) == 0)
			(*presided)++;
	}
	return n;
}

/* What is wrong with each of them for the whole meeting. */
void
check_adjuster_each(struct check *c)
{
	const text_list *list = adjusting_appointed(c->m);
	enum level level = c->statutory ? BLOCKS : WARNS;
	size_t i, n, presided;

	for (i = 0; c->told && list != NULL && i < list->n; i++) {
		n = served(c, list->v[i], &presided);
		if (n == 0 && c->m->paragraphs.n > 0)
			FIND(c, level, 0, "adjuster-not-serving", law(c),
			    MEND_ADJUSTERS,
			    KL_N_("%s is to adjust the minutes, but did not "
				  "serve at the meeting."),
			    check_name(c, list->v[i]));
		else if (n > 0 && presided == n)
			FIND(c, level, 0, "adjuster-chair", law(c),
			    MEND_ADJUSTERS,
			    KL_N_("%s presided and cannot be the one who "
				  "adjusts the minutes beside the chair."),
			    check_name(c, list->v[i]));
	}
}

/* ---- in each paragraph ----------------------------------------------------
 */

/* Why an adjuster cannot adjust a paragraph. */
enum unfit { FIT, CONFLICTED, AWAY, PRESIDING };

static enum unfit
unfit(const struct check *c, size_t i, const char *ref)
{
	const struct sitting *s = &c->sittings[i];

	if (check_conflicted(c, ref, s->paragraph))
		return CONFLICTED;
	if (!sitting_serves(s, ref))
		return AWAY;
	return s->chair != NULL && strcmp(s->chair, ref) == 0 ? PRESIDING : FIT;
}

/* ${ref} is unfit for the reason ${why} in a paragraph where nobody else of
 * ${list} is fit either. */
static bool
leaves_nobody(const struct check *c, size_t i, const text_list *list,
    const char *ref, enum unfit why)
{
	size_t k;

	if (unfit(c, i, ref) != why)
		return false;
	for (k = 0; k < list->n; k++)
		if (unfit(c, i, list->v[k]) == FIT)
			return false;
	return true;
}

/* Conflicts: each paragraph by itself. */
static void
conflicted(struct check *c, const text_list *list, const char *ref)
{
	size_t i;

	for (i = 0; i < c->m->paragraphs.n; i++)
		if (leaves_nobody(c, i, list, ref, CONFLICTED))
			FIND(c, c->statutory ? BLOCKS : WARNS,
			    c->sittings[i].paragraph, "adjuster-conflict",
			    check_law(
				c, "KL 6:30, 5:69, 6:35", "KL 5:47, 5:69"),
			    MEND_ADJUSTERS,
			    KL_N_("%s had a conflict of interest in § %d and "
				  "cannot adjust that paragraph; nobody else "
				  "is appointed who can."),
			    check_name(c, ref), c->sittings[i].paragraph);
}

/* What a run of paragraphs lacks: said at the first of them. */
static void
unfit_run(
    struct check *c, const text_list *list, const char *ref, enum unfit why)
{
	struct ranges r = { .n = 0 };
	size_t i;

	for (i = 0; i < c->m->paragraphs.n; i++)
		if (leaves_nobody(c, i, list, ref, why))
			ranges_add(&r, c->sittings[i].paragraph);
	if (r.n == 0)
		return;
	if (why == AWAY)
		FIND_IN(c, WARNS, &r, "adjuster-away", law(c), MEND_ADJUSTERS,
		    KL_N_("%s is to adjust %s, but did not serve there; "
			  "nobody else is appointed who did."),
		    check_name(c, ref), check_list(c, &r));
	else
		FIND_IN(c, WARNS, &r, "adjuster-presided", law(c),
		    MEND_ADJUSTERS,
		    KL_N_("%s presided in %s, so nobody adjusts it beside "
			  "the chair."),
		    check_name(c, ref), check_list(c, &r));
}

void
check_adjuster_paragraphs(struct check *c)
{
	const text_list *list = adjusting_appointed(c->m);
	size_t i, n, presided;

	for (i = 0; c->told && list != NULL && i < list->n; i++) {
		n = served(c, list->v[i], &presided);
		conflicted(c, list, list->v[i]);
		if (n == 0 || presided == n)
			continue; /* said for the whole meeting */
		unfit_run(c, list, list->v[i], AWAY);
		unfit_run(c, list, list->v[i], PRESIDING);
	}
}
