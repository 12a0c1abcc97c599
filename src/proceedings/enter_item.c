/* SPDX-License-Identifier: EUPL-1.2
 *
 * Which paragraph is being handled, and from which one a change in the room
 * holds.
 */
#include "config.h"

#include <string.h>

#include "proceedings/enter_inner.h"

struct paragraph *
enter_paragraph(struct entering *e)
{
	return meeting_paragraph(e->m, e->now.paragraph);
}

int
enter_last(const struct entering *e)
{
	size_t n = e->m->paragraphs.n;

	return n == 0 ? 0 : e->m->paragraphs.v[n - 1].nr;
}

/* Has anything been done in it? */
static bool
is_begun(const struct paragraph *p)
{
	return p->proposals.n + p->questions.n + p->divisions.n +
		   p->elections.n + p->decision.n + p->statements.n +
		   p->not_participating.n >
	       0;
}

int
enter_now(struct entering *e)
{
	const struct paragraph *p = meeting_paragraph(e->m, enter_last(e));

	if (p == NULL)
		return 1;
	return p->outcome != 0 ? p->nr + 1 : p->nr;
}

int
enter_undivided(struct entering *e)
{
	const struct paragraph *p = meeting_paragraph(e->m, enter_last(e));
	int nr = enter_now(e);

	return p != NULL && p->nr == nr && p->divisions.n > 0 ? nr + 1 : nr;
}

int
enter_between(struct entering *e)
{
	const struct paragraph *p = meeting_paragraph(e->m, enter_last(e));
	const struct rule *r;

	if (p == NULL || p->outcome != 0 || !is_begun(p))
		return enter_now(e);
	r = rule_on(RULE_CHANGE_BETWEEN, e->m->day, NULL);
	return r != NULL && rule_value(e->book, r, e->m->day) == 0 ? p->nr
								   : p->nr + 1;
}

int
enter_sitting(struct entering *e, int nr, const struct sitting **s)
{
	struct meeting *m = e->m, coming;
	int rc;

	if (e->sit != NULL && e->sit->paragraph == nr) {
		*s = e->sit;
		return 0;
	}
	if (nr > enter_last(e)) {
		coming = *m;
		seats_write(e, nr, &coming);
		m = &coming;
	}
	e->sit = NULL;
	arena_free(e->sit_arena);
	e->sit_arena = arena_new(0);
	if (e->sit_arena != NULL)
		e->sit = arena_alloc(e->sit_arena, sizeof *e->sit);
	if (e->sit == NULL)
		return kl_error_nomem(e->err);
	rc = sitting_at(e->sit_arena, e->b, m, nr, e->sit, e->err);
	*s = e->sit;
	if (rc != 0)
		e->sit = NULL;
	return rc;
}

void
enter_changed_seats(struct entering *e)
{
	seats_write(e, enter_last(e), e->m);
	e->touch.attendance = e->touch.seats = true;
	e->sit = NULL;
}

int
enter_must_item(struct entering *e, struct paragraph **p)
{
	*p = enter_paragraph(e);
	if (*p != NULL)
		return 0;
	return UNCLEAR(e,
	    KL_N_("No item has been taken up yet. Nothing was changed. Write "
		  "§ for the next one."));
}

int
enter_must_decide(struct entering *e, struct paragraph **p)
{
	const struct sitting *s;
	int rc = enter_must_item(e, p);

	if (rc == 0 && e->now.division > 0)
		rc = REFUSE(e, "KL 5:67 p 3",
		    KL_N_("A division is under way. Nothing was changed. Give "
			  "the votes that are missing, or take it back."));
	if (rc == 0)
		rc = enter_sitting(e, (*p)->nr, &s);
	if (rc == 0)
		rc = sitting_quorum(s, e->m->day, NULL, e->err);
	return rc;
}

/* ---- § ------------------------------------------------------------------- */

/* What a line says of the next paragraph. */
struct wanted {
	int nr;		   /* 0: the next one */
	const char *item;  /* NULL: the next one */
	const char *title; /* of an extra item */
};

static bool
is_handled(const struct entering *e, const char *item)
{
	size_t i;

	for (i = 0; i < e->m->paragraphs.n; i++)
		if (e->m->paragraphs.v[i].item != NULL &&
		    strcmp(e->m->paragraphs.v[i].item, item) == 0)
			return true;
	return false;
}

static int
read_wanted(struct entering *e, struct line *l, struct wanted *w)
{
	const struct agenda_item *item;
	char *text;

	line_number(l, &w->nr);
	if (line_end(l))
		return 0;
	if (line_is(l, "extra")) {
		w->title = line_rest(l);
		return w->title != NULL
			   ? 0
			   : UNCLEAR(e,
				 KL_N_("What is the extra item called? Write: "
				       "§ extra TITLE. Nothing was changed."));
	}
	if (!line_is(l, "p") && !line_is(l, "punkt"))
		return enter_done(e, l);
	text = line_rest(l);
	item = text == NULL ? NULL : meeting_item(e->m, text);
	if (item == NULL)
		return UNCLEAR(e,
		    KL_N_("The agenda has no item “%s”. Nothing was changed."),
		    text == NULL ? "" : text);
	w->item = item->nr;
	if (is_handled(e, w->item))
		return UNCLEAR(e,
		    KL_N_("Item %s has been taken up already. Nothing was "
			  "changed."),
		    w->item);
	return 0;
}

/* The number must be the next one; the first of the meeting may be any. */
static int
check_number(struct entering *e, struct wanted *w)
{
	int last = enter_last(e), next = last == 0 ? e->first : last + 1;

	if (w->nr == 0)
		w->nr = next;
	if (w->nr > PARAGRAPH_MAX || w->nr < 1 || (w->nr != next && last != 0))
		return UNCLEAR(e,
		    KL_N_("The next paragraph is § %d. Nothing was changed."),
		    next);
	return 0;
}

static int
next_item(struct entering *e, struct wanted *w)
{
	const struct agenda_item *item;
	size_t i;

	for (i = 0; i < e->m->items.n; i++) {
		item = &e->m->items.v[i];
		if (item->nr == NULL || item->removed != 0 ||
		    is_handled(e, item->nr))
			continue;
		w->item = item->nr;
		return 0;
	}
	return UNCLEAR(
	    e, KL_N_("Every item of the agenda has been taken up. Nothing was "
		     "changed. An extra item is: § extra TITLE"));
}

/* The number part of "23 A". */
static int
item_number(const char *nr)
{
	int n = 0;

	for (; nr != NULL && *nr >= '0' && *nr <= '9' && n < PARAGRAPH_MAX;
	     nr++)
		n = n * 10 + *nr - '0';
	return n;
}

/* An extra item stands on the agenda too, so that it can be tabled and return.
 */
static int
add_item(struct entering *e, struct wanted *w)
{
	struct agenda_item *item;
	int highest = 0, nr;
	size_t i;

	for (i = 0; i < e->m->items.n; i++) {
		nr = item_number(e->m->items.v[i].nr);
		highest = nr > highest ? nr : highest;
	}
	item = vec_push(e->arena, &e->m->items);
	if (item == NULL)
		return kl_error_nomem(e->err);
	item->position = (int)e->m->items.n;
	item->nr = arena_printf(e->arena, "%d", highest + 1);
	item->title = arena_strdup(e->arena, w->title);
	item->late = true;
	w->item = item->nr;
	e->touch.items = true;
	return 0;
}

static const char *
title_of(const struct entering *e, const struct paragraph *p)
{
	const struct agenda_item *item = meeting_item(e->m, p->item);
	const struct matter *x = voting_matter(e->b, e->m, p);

	if (p->title != NULL)
		return p->title;
	if (item != NULL && item->title != NULL)
		return item->title;
	return x == NULL || x->title == NULL ? "" : x->title;
}

static int
open_paragraph(struct entering *e, const struct wanted *w)
{
	const struct paragraph *last = meeting_paragraph(e->m, enter_last(e));
	struct paragraph *p;

	if (last != NULL && last->outcome == 0)
		note(e, KL_N_("§ %d is not decided."), last->nr);
	p = paragraph_add(e->arena, e->m);
	if (p == NULL)
		return kl_error_nomem(e->err);
	p->nr = w->nr;
	p->item = w->item;
	e->now.paragraph = p->nr;
	e->touch.paragraph = p->nr;
	if (seats_write(e, p->nr, e->m))
		e->touch.attendance = true;
	if (e->now.presider != NULL)
		enter_preside_in(e, p->nr);
	e->touch.seats = true;
	say(e, KL_N_("§ %d, item %s: %s"), p->nr, w->item, title_of(e, p));
	return 0;
}

static int
go_back(struct entering *e, int nr)
{
	const struct paragraph *p = meeting_paragraph(e->m, nr);

	e->now.paragraph = nr;
	say(e, KL_N_("Back at § %d: %s"), nr, title_of(e, p));
	return 0;
}

int
enter_item(struct entering *e, struct line *l)
{
	struct wanted w = { 0 };
	int rc = read_wanted(e, l, &w);

	if (rc == 0 && e->now.division > 0)
		rc = REFUSE(e, "KL 5:67 p 3",
		    KL_N_("A division is under way. Nothing was changed. Give "
			  "the votes that are missing, or take it back."));
	if (rc != 0)
		return rc;
	if (w.item == NULL && w.title == NULL && w.nr != 0 &&
	    meeting_paragraph(e->m, w.nr) != NULL)
		return go_back(e, w.nr);
	rc = check_number(e, &w);
	if (rc == 0 && w.title != NULL)
		rc = add_item(e, &w);
	else if (rc == 0 && w.item == NULL)
		rc = next_item(e, &w);
	return rc == 0 ? open_paragraph(e, &w) : rc;
}
