/* SPDX-License-Identifier: EUPL-1.2
 *
 * Lines about proposals and about the questions that the chair puts.
 */
#include "config.h"

#include <string.h>

#include "proceedings/enter_inner.h"

#define PROPOSALS_MAX 99 /* in one paragraph */

/* Proposals and questions come before the decision and between divisions. */
static int
must_be_handled(struct entering *e, struct paragraph **p)
{
	int rc = enter_must_item(e, p);

	if (rc == 0 && e->now.division > 0)
		rc = REFUSE(e, "KL 5:67 p 3",
		    KL_N_("A division is under way. Nothing was changed. Give "
			  "the votes that are missing, or take it back."));
	if (rc == 0 && (*p)->outcome != 0)
		rc = REFUSE(e, "KL 5:53, 6:33",
		    KL_N_("§ %d is decided (%s), and no more is moved or put "
			  "in it. Nothing was changed."),
		    (*p)->nr, word_of(words_outcome, (int)(*p)->outcome));
	return rc;
}

/* ---- moving -------------------------------------------------------------- */

static int
read_kind(struct entering *e, struct line *l, int *kind)
{
	const char *word = line_peek(l, 1), *near;

	*kind = line_keyword(l, grammar_proposals);
	if (*kind != 0)
		return 0;
	near = word == NULL ? NULL
			    : keyword_nearest(e->work, grammar_proposals, word);
	if (word == NULL)
		return UNCLEAR(
		    e, KL_N_("What is moved? bifall, avslag, ändring, tillägg, "
			     "återremiss, bordläggning or ajournering. Nothing "
			     "was changed."));
	if (near != NULL)
		return UNCLEAR(e,
		    KL_N_("“%s” is no kind of proposal. The nearest is “%s”. "
			  "Nothing was changed."),
		    word, near);
	return UNCLEAR(e,
	    KL_N_("“%s” is no kind of proposal: bifall, avslag, ändring, "
		  "tillägg, återremiss, bordläggning or ajournering. Nothing "
		  "was changed."),
	    word);
}

static int
check_movers(struct entering *e, const struct paragraph *p,
    const text_list *who, int kind)
{
	const struct sitting *s;
	size_t i;
	int rc = enter_sitting(e, p->nr, &s);

	for (i = 0; rc == 0 && i < who->n; i++)
		rc = voting_may_propose(
		    s, p, who->v[i], (enum proposal_kind)kind, e->err);
	return rc;
}

/* "y1" and so on, the first that is free. */
static const char *
free_ref(struct entering *e, const struct paragraph *p)
{
	const char *ref = NULL;
	int i;

	for (i = 1; i <= PROPOSALS_MAX; i++) {
		ref = arena_printf(e->arena, "y%d", i);
		if (ref == NULL || voting_proposal(p, ref) == NULL)
			break;
	}
	return ref;
}

int
enter_propose(struct entering *e, struct line *l)
{
	text_list who = { 0 };
	struct paragraph *p;
	struct proposal *y;
	int kind = 0, rc;
	const char *text;
	size_t i;

	rc = must_be_handled(e, &p);
	if (rc == 0 && p->proposals.n >= PROPOSALS_MAX)
		rc = UNCLEAR(e,
		    KL_N_("§ %d has %zu proposals already. Nothing was "
			  "changed."),
		    p->nr, p->proposals.n);
	if (rc == 0)
		rc = people_list(e, l, CROWD_SERVING, &who);
	if (rc == 0)
		rc = read_kind(e, l, &kind);
	if (rc == 0)
		rc = check_movers(e, p, &who, kind);
	if (rc != 0)
		return rc;
	line_sign(l, ":");
	text = line_rest(l);
	if (text == NULL && (kind == PROPOSAL_AMEND || kind == PROPOSAL_ADD))
		return UNCLEAR(e,
		    KL_N_("What is moved? Write the text after “%s”. Nothing "
			  "was changed."),
		    word_of(words_proposal, kind));
	y = vec_push(e->arena, &p->proposals);
	if (y == NULL)
		return kl_error_nomem(e->err);
	y->ref = free_ref(e, p);
	y->kind = (enum proposal_kind)kind;
	y->text = arena_strdup(e->arena, text);
	for (i = 0; i < who.n; i++)
		text_add(e->arena, &y->persons, who.v[i]);
	e->touch.paragraph = p->nr;
	say(e, KL_N_("%s in § %d: %s, %s."), y->ref, p->nr,
	    word_of(words_proposal, kind), enter_names(e, &who));
	return 0;
}

/* Has a question been put, or a division held, about it? */
static bool
is_put(const struct paragraph *p, const char *ref)
{
	size_t i;

	for (i = 0; i < p->questions.n; i++)
		if (voting_lists(&p->questions.v[i].proposals, ref))
			return true;
	return false;
}

static int
check_withdraw(
    struct entering *e, const struct paragraph *p, const struct proposal *y)
{
	if (y->withdrawn)
		return UNCLEAR(e,
		    KL_N_("%s is withdrawn already. Nothing was changed."),
		    y->ref);
	if (is_put(p, y->ref))
		return REFUSE(e, "KL 5:53, 6:33",
		    KL_N_("The question about %s has been put, and it can no "
			  "longer be withdrawn. Nothing was changed."),
		    y->ref);
	return 0;
}

/* The one proposal that the person has moved. */
static int
moved_by(struct entering *e, struct paragraph *p, const char *ref,
    struct proposal **out)
{
	struct proposal *y;
	size_t i;

	*out = NULL;
	for (i = 0; i < p->proposals.n; i++) {
		y = &p->proposals.v[i];
		if (y->withdrawn || !voting_lists(&y->persons, ref))
			continue;
		if (*out != NULL)
			return UNCLEAR(e,
			    KL_N_("%s has moved both %s and %s. Nothing was "
				  "changed. Name the one that is withdrawn."),
			    enter_name(e, ref), (*out)->ref, y->ref);
		*out = y;
	}
	if (*out != NULL)
		return 0;
	return UNCLEAR(e,
	    KL_N_("%s has moved nothing in § %d. Nothing was changed."),
	    enter_name(e, ref), p->nr);
}

/* One of several movers takes back their part; the proposal stays. */
static void
leave_proposal(struct proposal *y, const char *ref)
{
	size_t i, k = 0;

	for (i = 0; i < y->persons.n; i++)
		if (strcmp(y->persons.v[i], ref) != 0)
			y->persons.v[k++] = y->persons.v[i];
	y->persons.n = k;
}

int
enter_withdraw(struct entering *e, struct line *l)
{
	struct proposal *y = NULL;
	const char *ref = NULL, *word = line_peek(l, 1);
	struct paragraph *p;
	size_t i;
	int rc = must_be_handled(e, &p);

	for (i = 0; rc == 0 && word != NULL && i < p->proposals.n; i++)
		if (strcmp(p->proposals.v[i].ref, word) == 0)
			y = &p->proposals.v[i];
	if (rc == 0 && y != NULL)
		line_step(l, 1);
	else if (rc == 0)
		rc = people_one(e, l, &ref);
	if (rc == 0)
		rc = enter_done(e, l);
	if (rc == 0 && y == NULL)
		rc = moved_by(e, p, ref, &y);
	if (rc == 0)
		rc = check_withdraw(e, p, y);
	if (rc != 0)
		return rc;
	e->touch.paragraph = p->nr;
	if (ref != NULL && y->persons.n > 1) {
		leave_proposal(y, ref);
		say(e, KL_N_("%s no longer stands behind %s."),
		    enter_name(e, ref), y->ref);
		return 0;
	}
	y->withdrawn = true;
	say(e, KL_N_("%s is withdrawn."), y->ref);
	return 0;
}

/* ---- questions ----------------------------------------------------------- */

static const char *
refs_text(struct entering *e, const text_list *refs)
{
	const char *text = "";
	size_t i;

	for (i = 0; text != NULL && i < refs->n; i++)
		text = arena_printf(
		    e->work, "%s%s%s", text, i == 0 ? "" : " ", refs->v[i]);
	return text == NULL ? "" : text;
}

static bool
same_set(const text_list *x, const text_list *y)
{
	size_t i;

	if (x->n != y->n)
		return false;
	for (i = 0; i < x->n; i++)
		if (!voting_lists(y, x->v[i]))
			return false;
	return true;
}

static bool
is_answered(const struct paragraph *p, const struct voting_step *s)
{
	const struct question *q;
	size_t i;

	for (i = 0; i < p->questions.n; i++) {
		q = &p->questions.v[i];
		if ((q->carried != NULL || q->division > 0) &&
		    same_set(&q->proposals, &s->proposals))
			return true;
	}
	return false;
}

/* The same question, when it was put and nothing came of it. */
static void
forget_unanswered(struct paragraph *p, const text_list *refs)
{
	const struct question *q;
	size_t i, n = 0;

	for (i = 0; i < p->questions.n; i++) {
		q = &p->questions.v[i];
		if (q->carried != NULL || q->division > 0 ||
		    !same_set(&q->proposals, refs))
			p->questions.v[n++] = *q;
	}
	p->questions.n = n;
}

/* What has fallen is not put again; who doubts what was found asks for a
 * division about the very same question. */
static int
check_standing(
    struct entering *e, const struct paragraph *p, const text_list *refs)
{
	size_t i, n = p->questions.n;

	if (n > 0 && p->questions.v[n - 1].division == 0 &&
	    same_set(&p->questions.v[n - 1].proposals, refs))
		return 0;
	for (i = 0; i < refs->n; i++)
		if (voting_fell(p, refs->v[i], n))
			return REFUSE(e, "KL 5:53, 6:33",
			    KL_N_("%s has fallen already in § %d and is not "
				  "put again. Nothing was changed. “ångra” "
				  "takes the last line back."),
			    refs->v[i], p->nr);
	return 0;
}

/* The order by practice, and the first step that has not been put. */
static int
next_step(struct entering *e, const struct paragraph *p, voting_steps *steps,
    const struct voting_step **next)
{
	struct derivation why = { .arena = e->work, .translate = e->translate };
	size_t i;
	int rc = voting_order(e->work, p, NULL, &why, steps, e->err);

	*next = NULL;
	for (i = 0; rc == 0 && *next == NULL && i < steps->n; i++)
		if (!is_answered(p, &steps->v[i]))
			*next = &steps->v[i];
	return rc;
}

static int
show_next(struct entering *e, const struct paragraph *p)
{
	const struct voting_step *next;
	voting_steps steps = { 0 };
	int rc = next_step(e, p, &steps, &next);

	e->asks = true;
	if (rc == 0 && next == NULL)
		say(e, KL_N_("No question is left to put in § %d."), p->nr);
	else if (rc == 0)
		say(e, KL_N_("Next in § %d: %s (%s)."), p->nr,
		    refs_text(e, &next->proposals),
		    word_of(words_question, (int)next->kind));
	return rc;
}

int
enter_read_proposal(struct entering *e, struct line *l,
    const struct paragraph *p, const char **ref)
{
	const char *word = line_peek(l, 1);
	const struct proposal *y =
	    word == NULL ? NULL : voting_proposal(p, word);

	if (word == NULL)
		return UNCLEAR(
		    e, KL_N_("Which proposal? Write y1, or y2 and so on. "
			     "Nothing was changed."));
	if (y == NULL)
		return UNCLEAR(e,
		    KL_N_("§ %d has no proposal “%s”. Nothing was changed."),
		    p->nr, word);
	if (y->withdrawn)
		return REFUSE(e, "KL 5:67 p 1",
		    KL_N_("The proposal %s is withdrawn. Nothing was "
			  "changed."),
		    y->ref);
	*ref = y->ref;
	line_step(l, 1);
	return 0;
}

static enum question_kind
kind_of(
    const struct paragraph *p, const text_list *refs, const voting_steps *steps)
{
	const struct proposal *y = voting_proposal(p, refs->v[0]);
	size_t i;

	for (i = 0; i < steps->n; i++)
		if (same_set(&steps->v[i].proposals, refs))
			return steps->v[i].kind;
	if (voting_is_formal(y->kind))
		return QUESTION_FORMAL;
	if (y->kind == PROPOSAL_ADD)
		return QUESTION_ADDITION;
	for (i = 0; i < steps->n; i++)
		if (steps->v[i].kind == QUESTION_MAIN &&
		    voting_lists(refs, steps->v[i].proposals.v[0]))
			return QUESTION_MAIN;
	return QUESTION_COUNTER;
}

/* "-> y1", "-> avslag" about one; nothing when a division is asked for. */
static int
read_carried(struct entering *e, struct line *l, const struct paragraph *p,
    const text_list *refs, const char **carried)
{
	int rc;

	*carried = NULL;
	if (!line_sign(l, "->") && !line_sign(l, "→"))
		return enter_done(e, l);
	if (refs->n == 1 && line_is(l, VOTING_REJECTION)) {
		*carried = VOTING_REJECTION;
	} else if (refs->n == 1 && line_is(l, "bifall")) {
		*carried = refs->v[0];
	} else {
		rc = enter_read_proposal(e, l, p, carried);
		if (rc != 0)
			return rc;
		if (!voting_lists(refs, *carried))
			return UNCLEAR(e,
			    KL_N_("%s is not in the question. Nothing was "
				  "changed."),
			    *carried);
	}
	return enter_done(e, l);
}

static int
read_question(struct entering *e, struct line *l, const struct paragraph *p,
    text_list *refs, const char **carried)
{
	const char *ref;
	int rc = 0;

	while (rc == 0 && !line_end(l) && strncmp(l->p, "->", 2) != 0 &&
	       strncmp(l->p, "→", 3) != 0) {
		rc = enter_read_proposal(e, l, p, &ref);
		if (rc == 0 && !voting_lists(refs, ref))
			text_add(e->work, refs, ref);
		line_is(l, "mot");
		line_sign(l, ",");
	}
	return rc != 0 ? rc : read_carried(e, l, p, refs, carried);
}

int
enter_put(struct entering *e, struct paragraph *p, const text_list *refs,
    struct question **out)
{
	const struct voting_step *next = NULL;
	voting_steps steps = { 0 };
	struct question *q = NULL;
	size_t i;
	int rc = check_standing(e, p, refs);

	if (rc == 0)
		rc = next_step(e, p, &steps, &next);
	if (rc != 0)
		return rc;
	forget_unanswered(p, refs);
	q = *out = vec_push(e->arena, &p->questions);
	if (q == NULL)
		return kl_error_nomem(e->err);
	memset(q, 0, sizeof *q); /* one may have been taken away */
	q->kind = kind_of(p, refs, &steps);
	for (i = 0; i < refs->n; i++)
		text_add(e->arena, &q->proposals, refs->v[i]);
	e->touch.paragraph = p->nr;
	if (next != NULL && !same_set(&next->proposals, refs))
		note(e, KL_N_("By practice %s would be put first (%s)."),
		    refs_text(e, &next->proposals),
		    word_of(words_question, (int)next->kind));
	return 0;
}

int
enter_question(struct entering *e, struct line *l)
{
	const char *carried = NULL;
	text_list refs = { 0 };
	struct paragraph *p;
	struct question *q;
	int rc = must_be_handled(e, &p);

	if (rc == 0 && line_end(l))
		return show_next(e, p);
	if (rc == 0)
		rc = enter_must_decide(e, &p);
	if (rc == 0)
		rc = read_question(e, l, p, &refs, &carried);
	if (rc == 0 && refs.n == 0)
		rc = UNCLEAR(
		    e, KL_N_("What is the question about? Write for example: "
			     "fråga y1 y2 -> y1. Nothing was changed."));
	if (rc == 0)
		rc = enter_put(e, p, &refs, &q);
	if (rc != 0)
		return rc;
	q->carried = arena_strdup(e->arena, carried);
	if (carried == NULL)
		say(e,
		    KL_N_("The question is put: %s. Write the answer, or "
			  "votering."),
		    refs_text(e, &refs));
	else
		say(e, KL_N_("The question is put: %s. Found: %s."),
		    refs_text(e, &refs), carried);
	return 0;
}
