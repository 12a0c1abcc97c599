/* SPDX-License-Identifier: EUPL-1.2
 *
 * Preflight checks of the meeting's frame: that every item got its paragraph
 * and every paragraph its decision, that the numbers run on, and what the head
 * of the minutes needs.
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "calendar/workday.h"
#include "rules/preflight_private.h"

/* ---- items and decisions --------------------------------------------------
 */

/* The same title, case apart. */
static bool
same_title(const struct check *c, const char *x, const char *y)
{
	const char *a, *b;

	if (x == NULL || y == NULL)
		return false;
	a = utf8_fold(c->a, x);
	b = utf8_fold(c->a, y);
	return a != NULL && b != NULL && strcmp(a, b) == 0;
}

static const char *
item_title(const struct check *c, const struct agenda_item *item)
{
	const struct matter *x = bundle_matter(c->b, item->number);

	if (item->title != NULL || x == NULL)
		return item->title;
	return x->secrecy.provision != NULL ? x->secrecy.neutral_title
					    : x->title;
}

/* True if ${p} is about ${item}: it says so or, when it says nothing, it has
 * the item's title or its number. */
static bool
is_about(const struct check *c, const struct paragraph *p,
    const struct agenda_item *item)
{
	if (p->item != NULL)
		return strcmp(p->item, item->nr) == 0;
	return (p->title == NULL && strtol(item->nr, NULL, 10) == p->nr) ||
	       same_title(c, p->title, item_title(c, item));
}

void
check_undecided(struct check *c)
{
	const struct agenda_item *item;
	const char *title;
	size_t i, k;

	/* some paragraphs alone are adjusted while the meeting goes on */
	for (i = 0; c->only == NULL && i < c->m->items.n; i++) {
		item = &c->m->items.v[i];
		if (item->nr == NULL || item->removed != 0)
			continue;
		for (k = 0; k < c->m->paragraphs.n; k++)
			if (is_about(c, &c->m->paragraphs.v[k], item))
				break;
		if (k < c->m->paragraphs.n)
			continue;
		title = item_title(c, item);
		FIND(c, BLOCKS, 0, "undecided-item",
		    check_law(c, "KL 5:67, 6:35", "KL 5:67"),
		    KL_N_("Record what became of the item, or that it was "
			  "withdrawn (utgår)."),
		    KL_N_("Item %s, %s, stands on the agenda, but no "
			  "paragraph says what became of it."),
		    item->nr, title == NULL ? "" : title);
	}
}

void
check_no_decision(struct check *c)
{
	const struct paragraph *p = c->p;

	if (p->decision.n > 0)
		return;
	if (p->outcome == 0)
		FIND(c, BLOCKS, p->nr, "undecided",
		    check_law(c, "KL 5:67, 6:35", "KL 5:67"), MEND_ENTER,
		    KL_N_("§ %d has neither a decision nor an outcome."),
		    p->nr);
	else if (p->outcome == OUTCOME_DECIDED && p->questions.n == 0 &&
		 p->divisions.n == 0)
		FIND(c, BLOCKS, p->nr, "decision-missing",
		    check_law(c, "KL 5:67, 6:35", "KL 5:67"), MEND_ENTER,
		    KL_N_("§ %d is said to be decided, but not what was "
			  "decided."),
		    p->nr);
	else if (p->outcome == OUTCOME_ELECTED && p->elections.n == 0)
		FIND(c, BLOCKS, p->nr, "election-missing",
		    check_law(c, "KL 5:67, 6:35", "KL 5:67"), MEND_ENTER,
		    KL_N_("§ %d is an election, but nothing says who was "
			  "elected."),
		    p->nr);
}

/* ---- numbers --------------------------------------------------------------
 */

/* The agenda has an item with the number ${nr} that should have been taken up.
 */
static bool
on_agenda(const struct meeting *m, int nr)
{
	char text[16];

	snprintf(text, sizeof text, "%d", nr);
	return meeting_item(m, text) != NULL;
}

/* The paragraph ${nr} has the number of its item. */
static bool
follows_item(const struct meeting *m, int nr)
{
	const struct paragraph *p = meeting_paragraph(m, nr);

	return p != NULL && p->item != NULL && strtol(p->item, NULL, 10) == nr;
}

/* The numbers ${missing}, which run on, are not used. */
static void
missing_run(struct check *c, const struct range *missing, bool skipped)
{
	struct ranges list = { .v = { *missing }, .n = 1 };

	if (skipped)
		FIND(c, WARNS, missing->first, "number-skipped",
		    check_law(c, "KL 5:67, 6:35", "KL 5:67"), MEND_ENTER,
		    KL_N_("There is no %s; the agenda has no such item "
			  "either."),
		    check_list(c, &list));
	else
		FIND(c, BLOCKS, missing->first, "number-gap",
		    check_law(c, "KL 5:67, 6:35", "KL 5:67"), MEND_ENTER,
		    KL_N_("There is no %s: the numbers of the paragraphs do "
			  "not run on."),
		    check_list(c, &list));
}

/* The numbers from ${first} to ${last} are not used.  Where the paragraphs on
 * both sides have the numbers of their items, those that the agenda skips are
 * skipped too. */
static void
missing_numbers(struct check *c, int first, int last)
{
	bool follows = (first == 1 || follows_item(c->m, first - 1)) &&
		       follows_item(c->m, last + 1);
	bool skipped;
	struct range run = { first, first };

	for (; run.first <= last; run.first = run.last + 1) {
		skipped = follows && !on_agenda(c->m, run.first);
		for (run.last = run.first; run.last < last; run.last++)
			if ((follows && !on_agenda(c->m, run.last + 1)) !=
			    skipped)
				break;
		missing_run(c, &run, skipped);
	}
}

void
check_numbers(struct check *c)
{
	const struct meeting *m = c->m;
	int before, nr;
	size_t i;

	for (i = 1; i < m->paragraphs.n; i++) {
		before = m->paragraphs.v[i - 1].nr;
		nr = m->paragraphs.v[i].nr;
		if (nr == before)
			FIND(c, BLOCKS, nr, "number-twice",
			    check_law(c, "KL 5:67, 6:35", "KL 5:67"),
			    MEND_ENTER,
			    KL_N_("Two paragraphs have the number %d."), nr);
		else if (nr > before + 1)
			missing_numbers(c, before + 1, nr - 1);
	}
}

void
check_first_number(struct check *c)
{
	const struct meeting *m = c->m;
	int first = m->paragraphs.n == 0 ? 0 : m->paragraphs.v[0].nr;
	int before = c->facts->before;

	if (first == 0 || c->body == NULL)
		return;
	if (c->body->numbering == NUMBER_PER_MEETING) {
		missing_numbers(c, 1, first - 1);
	} else if (c->body->numbering == NUMBER_PER_YEAR && before > 0) {
		if (first <= before)
			FIND(c, BLOCKS, first, "number-used",
			    check_law(c, "KL 5:67, 6:35", "KL 5:67"),
			    MEND_ENTER,
			    KL_N_("The paragraphs begin with § %d, but earlier "
				  "meetings of the year have used the numbers "
				  "up to %d."),
			    first, before);
		else if (first > before + 1)
			FIND(c, WARNS, first, "number-jump",
			    check_law(c, "KL 5:67, 6:35", "KL 5:67"),
			    MEND_ENTER,
			    KL_N_("The paragraphs begin with § %d, but the "
				  "last one before in the year was § %d."),
			    first, before);
	}
}

/* ---- the head of the minutes ----------------------------------------------
 */

void
check_attendance_told(struct check *c)
{
	if (c->m->attendance.n == 0)
		FIND(c, BLOCKS, 0, "attendance",
		    check_law(c, "KL 5:66, 6:35", "KL 5:66"), MEND_ENTER,
		    KL_N_("Nothing says who was present. The minutes must show "
			  "which members and deputies have served."));
}

void
check_members_known(struct check *c)
{
	if (c->m->attendance.n > 0 && !c->told)
		FIND(c, WARNS, 0, "members-unknown",
		    check_law(c, "KL 6:12, 6:27", "KL 5:5, 5:45"),
		    MEND_REGISTER,
		    KL_N_("Nobody has a mandate in the committee that day, so "
			  "quorum and who serves cannot be checked."));
}

void
check_end(struct check *c)
{
	if (c->m->end == NULL && c->only == NULL)
		FIND(c, WARNS, 0, "end",
		    check_law(c, "KL 5:65, 6:35", "KL 5:65"), MEND_ENTER,
		    KL_N_("Nothing says when the meeting ended. Dissents must "
			  "be announced before that."));
}

void
check_secretary(struct check *c)
{
	static const char *const words[] = { "sekreterare", NULL };
	size_t i;

	if (bundle_secretary(c->b, c->m->committee, c->m->day) != NULL)
		return;
	for (i = 0; i < c->m->others.n; i++)
		if (check_mentions(c, c->m->others.v[i].name, words))
			return;
	FIND(c, WARNS, 0, "secretary", check_law(c, "KL 5:65, 6:35", "KL 5:65"),
	    MEND_REGISTER,
	    KL_N_("Nothing says who was the secretary of the meeting."));
}

void
check_day_off(struct check *c)
{
	char day[11];

	if (!workday_is(c->m->day))
		FIND(c, WARNS, 0, "day-off", check_law(c, "KL 6:23", "KL 5:12"),
		    KL_N_("Check the day of the meeting."),
		    KL_N_("The meeting was held on a day off, %s."),
		    kl_day_format(c->m->day, day));
}

/* ---- what is to be answered -----------------------------------------------
 */

static bool
meeting_before(const struct check *c, kl_day answer_by)
{
	size_t i;

	for (i = 0; i < c->facts->nnext; i++)
		if (c->facts->next[i] > c->m->day &&
		    c->facts->next[i] <= answer_by)
			return true;
	return false;
}

void
check_answer_by(struct check *c)
{
	const struct paragraph *p;
	const struct agenda_item *item;
	const struct matter *x;
	char day[11];
	size_t i;

	for (i = 0; i < c->m->paragraphs.n; i++) {
		p = &c->m->paragraphs.v[i];
		item = meeting_item(c->m, p->item);
		x = item == NULL ? NULL : bundle_matter(c->b, item->number);
		if ((p->outcome != OUTCOME_TABLED &&
			p->outcome != OUTCOME_REFERRED_BACK) ||
		    x == NULL || x->answer_by == KL_DAY_NONE ||
		    meeting_before(c, x->answer_by))
			continue;
		FIND(c, WARNS, p->nr, "answer-by",
		    check_law(c, "KL 6:23", "KL 5:12, 5:35"),
		    KL_N_("Ask for more time, or plan a meeting before "
			  "that day."),
		    KL_N_("%s must be answered by %s, and the committee has no "
			  "meeting before that."),
		    x->number, kl_day_format(x->answer_by, day));
	}
}
