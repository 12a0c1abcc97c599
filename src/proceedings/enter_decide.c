/* SPDX-License-Identifier: EUPL-1.2
 *
 * Lines about what became of an item: decided, tabled, referred back,
 * withdrawn, noted, and what goes with a decision.
 */
#include "config.h"

#include <string.h>

#include "proceedings/enter_inner.h"

/* The text up to a colon, and what comes after it; either may be NULL. */
static void
split(
    struct arena *a, const char *text, const char **before, const char **after)
{
	const char *colon = text == NULL ? NULL : strchr(text, ':');
	size_t n;

	*before = text;
	*after = NULL;
	if (colon == NULL)
		return;
	n = (size_t)(colon - text);
	while (n > 0 && (text[n - 1] == ' ' || text[n - 1] == '\t'))
		n--;
	*before = n == 0 ? NULL : arena_strndup(a, text, n);
	colon += 1 + strspn(colon + 1, " \t");
	*after = *colon == '\0' ? NULL : colon;
}

static int
must_be_open(struct entering *e, const struct paragraph *p)
{
	if (p->outcome == 0)
		return 0;
	return UNCLEAR(e,
	    KL_N_("§ %d has its outcome already: %s. Nothing was changed. "
		  "“ångra” takes the last line back."),
	    p->nr, word_of(words_outcome, (int)p->outcome));
}

int
enter_may_settle(
    struct entering *e, const struct paragraph *p, enum outcome outcome)
{
	struct paragraph as = *p;
	const struct sitting *s;
	size_t i;
	int rc = 0;

	if (p->outcome != outcome)
		rc = must_be_open(e, p);
	if (rc == 0 && p->divisions.n > 0)
		rc = enter_sitting(e, p->nr, &s);
	as.outcome = outcome;
	for (i = 0; rc == 0 && i < p->divisions.n; i++)
		if (p->divisions.v[i].carried != NULL)
			rc = voting_check(e->work, e->b, e->m, &as,
			    &p->divisions.v[i], s, NULL, e->err);
	return rc;
}

static void
settle(struct entering *e, struct paragraph *p, enum outcome outcome)
{
	p->outcome = outcome;
	e->touch.paragraph = p->nr;
}

/* ---- decisions ----------------------------------------------------------- */

static int
add_proposed(struct entering *e, struct paragraph *p)
{
	const struct matter *x = voting_matter(e->b, e->m, p);
	size_t i;

	if (x == NULL || x->proposals.n == 0)
		return UNCLEAR(e,
		    KL_N_("No decision is proposed for § %d. Nothing was "
			  "changed. Write it: beslut TEXT"),
		    p->nr);
	for (i = 0; i < x->proposals.n; i++)
		text_add(e->arena, &p->decision, x->proposals.v[i]);
	return 0;
}

/* A question that found it so, unless there is one. */
static void
found_so(struct entering *e, struct paragraph *p, const struct proposal *y)
{
	struct question *q;
	size_t i;

	for (i = 0; i < p->questions.n; i++)
		if (p->questions.v[i].carried != NULL &&
		    strcmp(p->questions.v[i].carried, y->ref) == 0)
			return;
	q = vec_push(e->arena, &p->questions);
	if (q == NULL)
		return;
	q->kind = voting_is_formal(y->kind) ? QUESTION_FORMAL
		  : y->kind == PROPOSAL_ADD ? QUESTION_ADDITION
					    : QUESTION_MAIN;
	text_add(e->arena, &q->proposals, y->ref);
	q->carried = y->ref;
}

static int
decide_as(struct entering *e, struct paragraph *p, const struct proposal *y)
{
	enum outcome outcome = y->kind == PROPOSAL_TABLE ? OUTCOME_TABLED
			       : y->kind == PROPOSAL_REFER_BACK
				   ? OUTCOME_REFERRED_BACK
				   : OUTCOME_DECIDED;
	int rc;

	if (y->withdrawn)
		return REFUSE(e, "KL 5:67 p 1",
		    KL_N_("The proposal %s is withdrawn. Nothing was "
			  "changed."),
		    y->ref);
	if (y->kind == PROPOSAL_ADJOURN)
		return UNCLEAR(
		    e, KL_N_("To adjourn decides nothing. Nothing was changed. "
			     "Write: ajournering 17:05-17:20"));
	if (voting_fell(p, y->ref, p->questions.n))
		return REFUSE(e, "KL 5:55, 6:33",
		    KL_N_("%s has fallen in § %d, so it is not what was "
			  "decided. Nothing was changed."),
		    y->ref, p->nr);
	rc = enter_may_settle(e, p, outcome);
	if (rc == 0 && y->kind == PROPOSAL_APPROVE && p->decision.n == 0)
		rc = add_proposed(e, p);
	else if (rc == 0 &&
		 (y->kind == PROPOSAL_AMEND || y->kind == PROPOSAL_ADD) &&
		 y->text != NULL)
		text_add(e->arena, &p->decision, y->text);
	if (rc != 0)
		return rc;
	found_so(e, p, y);
	settle(e, p, outcome);
	return 0;
}

/* Is it one of the paragraph's proposals, and nothing more? */
static const struct proposal *
one_proposal(const struct paragraph *p, const struct line *l)
{
	const char *word = line_peek(l, 1);
	struct line ahead = *l;

	line_step(&ahead, 1);
	return word == NULL || !line_end(&ahead) ? NULL
						 : voting_proposal(p, word);
}

int
enter_decide(struct entering *e, struct line *l)
{
	const struct proposal *y;
	struct line ahead;
	struct paragraph *p;
	char *text;
	int rc = enter_must_decide(e, &p);

	if (rc != 0)
		return rc;
	y = one_proposal(p, l);
	if (y == NULL && p->outcome != OUTCOME_ELECTED)
		rc = enter_may_settle(e, p, OUTCOME_DECIDED);
	if (rc != 0)
		return rc;
	ahead = *l;
	line_is(&ahead, "enligt");
	if (y != NULL) {
		rc = decide_as(e, p, y);
	} else if (line_is(&ahead, "förslag") && line_end(&ahead)) {
		rc = add_proposed(e, p);
	} else {
		text = line_rest(l);
		rc = text == NULL
			 ? UNCLEAR(e, KL_N_("What was decided? Write: beslut "
					    "TEXT, or beslut enligt förslag. "
					    "Nothing was changed."))
			 : 0;
		text_add(e->arena, &p->decision, text);
	}
	if (rc != 0)
		return rc;
	if (p->outcome == 0)
		settle(e, p, OUTCOME_DECIDED);
	e->touch.paragraph = p->nr;
	say(e, KL_N_("§ %d is decided; points: %zu."), p->nr, p->decision.n);
	return 0;
}

int
enter_table(struct entering *e, struct line *l)
{
	kl_day day = KL_DAY_NONE;
	struct paragraph *p;
	int rc = enter_must_decide(e, &p);
	char room[11];

	if (rc == 0)
		rc = must_be_open(e, p);
	if (rc == 0)
		rc = enter_may_settle(e, p, OUTCOME_TABLED);
	if (rc == 0 && line_is(l, "till") && !line_day(l, &day))
		rc = UNCLEAR(e,
		    KL_N_("“%s” is no date. Write for example bordläggs till "
			  "2026-12-15. Nothing was changed."),
		    l->p);
	if (rc == 0)
		rc = enter_done(e, l);
	if (rc == 0 && day != KL_DAY_NONE && day <= e->m->day)
		rc = UNCLEAR(e,
		    KL_N_(
			"An item is tabled to a later day than the meeting's. "
			"Nothing was changed."));
	if (rc != 0)
		return rc;
	p->tabled_to = day;
	settle(e, p, OUTCOME_TABLED);
	if (day == KL_DAY_NONE)
		say(e, KL_N_("§ %d is tabled."), p->nr);
	else
		say(e, KL_N_("§ %d is tabled to %s."), p->nr,
		    kl_day_format(day, room));
	return 0;
}

int
enter_refer_back(struct entering *e, struct line *l)
{
	const char *to, *missing;
	struct paragraph *p;
	int rc = enter_must_decide(e, &p);

	if (rc == 0)
		rc = must_be_open(e, p);
	if (rc == 0)
		rc = enter_may_settle(e, p, OUTCOME_REFERRED_BACK);
	if (rc != 0)
		return rc;
	line_is(l, "till");
	split(e->arena, arena_strdup(e->arena, line_rest(l)), &to, &missing);
	p->referred_to = to;
	p->missing = missing;
	settle(e, p, OUTCOME_REFERRED_BACK);
	say(e, KL_N_("§ %d is referred back."), p->nr);
	if (missing == NULL)
		note(
		    e, KL_N_("The minutes must say what is missing: återremiss "
			     "till WHOM: WHAT"));
	return 0;
}

static int
simple(struct entering *e, struct line *l, enum outcome outcome, bool quorum)
{
	struct paragraph *p;
	int rc = quorum ? enter_must_decide(e, &p) : enter_must_item(e, &p);

	if (rc == 0 && e->now.division > 0)
		rc = REFUSE(e, "KL 5:67 p 3",
		    KL_N_("A division is under way. Nothing was changed. Give "
			  "the votes that are missing, or take it back."));
	if (rc == 0)
		rc = must_be_open(e, p);
	if (rc == 0)
		rc = enter_may_settle(e, p, outcome);
	if (rc == 0)
		rc = enter_done(e, l);
	if (rc != 0)
		return rc;
	settle(e, p, outcome);
	say(e, KL_N_("The outcome of § %d: %s."), p->nr,
	    word_of(words_outcome, (int)outcome));
	return 0;
}

int
enter_drop(struct entering *e, struct line *l)
{
	return simple(e, l, OUTCOME_WITHDRAWN, false);
}

int
enter_report(struct entering *e, struct line *l)
{
	return simple(e, l, OUTCOME_REPORTED, true);
}

int
enter_inform(struct entering *e, struct line *l)
{
	return simple(e, l, OUTCOME_INFORMATION, false);
}

/* ---- what goes with it --------------------------------------------------- */

int
enter_commission(struct entering *e, struct line *l)
{
	const char *who, *text = NULL;
	kl_day due = KL_DAY_NONE;
	struct commission *x;
	struct paragraph *p;
	char *before;
	int rc = enter_must_decide(e, &p);

	if (rc != 0)
		return rc;
	before = line_until(l, "senast");
	if (before == NULL) {
		split(e->work, line_rest(l), &who, &text);
	} else {
		who = before;
		if (!line_day(l, &due))
			return UNCLEAR(e,
			    KL_N_("“%s” is no date. Write for example uppdrag "
				  "kontoret senast 2027-03-01: TEXT. Nothing "
				  "was changed."),
			    l->p);
		line_sign(l, ":");
		text = line_rest(l);
	}
	if (who == NULL || *who == '\0')
		return UNCLEAR(
		    e, KL_N_("Who gets the commission? Nothing was changed."));
	if (text == NULL && p->decision.n == 0)
		return UNCLEAR(
		    e, KL_N_("What is the commission? Nothing was changed."));
	x = commission_add(e->arena, p);
	if (x == NULL)
		return kl_error_nomem(e->err);
	x->responsible = arena_strdup(e->arena, who);
	x->text = arena_strdup(e->arena, text);
	x->point = (int)p->decision.n;
	x->due = due;
	e->touch.paragraph = p->nr;
	say(e, KL_N_("Commission in § %d: %s."), p->nr, who);
	return 0;
}

/* A text that stands once in the paragraph. */
static int
keep_text(struct entering *e, struct line *l, bool reasons)
{
	struct paragraph *p;
	char *text;
	int rc = enter_must_item(e, &p);

	if (rc != 0)
		return rc;
	text = line_rest(l);
	if (text == NULL)
		return UNCLEAR(
		    e, KL_N_("The text is missing. Nothing was changed."));
	if (reasons)
		p->reasons = arena_strdup(e->arena, text);
	else
		p->rapporteur = arena_strdup(e->arena, text);
	e->touch.paragraph = p->nr;
	say(e, KL_N_("Noted in § %d."), p->nr);
	return 0;
}

int
enter_rapporteur(struct entering *e, struct line *l)
{
	return keep_text(e, l, false);
}

int
enter_reasons(struct entering *e, struct line *l)
{
	return keep_text(e, l, true);
}

int
enter_send(struct entering *e, struct line *l)
{
	struct paragraph *p;
	const char *text;
	char *one;
	size_t n, end;
	int rc = enter_must_item(e, &p);

	if (rc != 0)
		return rc;
	line_is(l, "till");
	text = line_rest(l);
	if (text == NULL)
		return UNCLEAR(e, KL_N_("To whom? Nothing was changed."));
	for (; *(text += strspn(text, ", ")) != '\0'; text += n) {
		n = end = strcspn(text, ",");
		while (end > 0 && text[end - 1] == ' ')
			end--;
		one = arena_strndup(e->arena, text, end);
		if (one != NULL && !voting_lists(&p->recipients, one))
			text_add(e->arena, &p->recipients, one);
	}
	e->touch.paragraph = p->nr;
	say(e, KL_N_("Noted in § %d."), p->nr);
	return 0;
}
