/* SPDX-License-Identifier: EUPL-1.2
 *
 * How long the sentences of a meeting of 200 items take to compose, with
 * proposals, questions, a division, dissents and statements in each of them.
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/file.h"
#include "domain/add.h"
#include "proceedings/compose.h"

#define PHRASES SRCDIR "/templates/phrases/protokoll.xml"
#define ITEMS 200
#define MEMBERS 13
#define DEPUTIES 13
#define ROUNDS 21
#define TARGET 50.0 /* ms */

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static int
compare(const void *x, const void *y)
{
	double a = *(const double *)x, b = *(const double *)y;

	return (a > b) - (a < b);
}

static const char *
ref(struct arena *a, int i)
{
	return arena_printf(a, "person-%d", i);
}

static void
add_people(struct bundle *b, struct meeting *m)
{
	struct attendance *here;
	struct mandate *x;
	struct person *p;
	int i;

	for (i = 1; i <= MEMBERS + DEPUTIES; i++) {
		p = vec_push(b->arena, &b->persons);
		x = vec_push(b->arena, &b->mandates);
		here = vec_push(b->arena, &m->attendance);
		p->ref = x->person = here->person = ref(b->arena, i);
		p->first = "Kerstin";
		p->last = arena_printf(b->arena, "Almqvist %d", i);
		p->party = "MP";
		x->committee = "TRN";
		x->role = i == 1	 ? ROLE_CHAIR
			  : i <= MEMBERS ? ROLE_MEMBER
					 : ROLE_DEPUTY;
		x->to = KL_DAY_NONE;
		here->serving = i <= MEMBERS;
	}
}

static void
add_proposal(struct bundle *b, struct paragraph *p, const char *name,
    enum proposal_kind kind, const char *text)
{
	struct proposal *x = vec_push(b->arena, &p->proposals);

	x->ref = name;
	x->kind = kind;
	x->text = text;
	text_add(b->arena, &x->persons, ref(b->arena, (int)kind + 1));
	text_add(b->arena, &x->persons, ref(b->arena, (int)kind + 2));
}

static void
add_question(struct bundle *b, struct paragraph *p, enum question_kind kind,
    const char *first, const char *second, int division)
{
	struct question *q = vec_push(b->arena, &p->questions);

	q->kind = kind;
	q->division = division;
	q->carried = division == 0 ? first : NULL;
	text_add(b->arena, &q->proposals, first);
	text_add(b->arena, &q->proposals, second);
}

static void
add_paragraph(struct bundle *b, struct meeting *m, int nr)
{
	struct paragraph *p = paragraph_add(b->arena, m);
	struct statement *says;
	struct dissent *against;
	struct division *d;
	struct ballot *vote;
	int i;

	p->nr = nr;
	p->outcome = OUTCOME_DECIDED;
	text_add(b->arena, &p->decision, "Nämnden godkänner förslaget.");
	add_proposal(b, p, "y1", PROPOSAL_APPROVE, NULL);
	add_proposal(b, p, "y2", PROPOSAL_REJECT, NULL);
	add_proposal(b, p, "y3", PROPOSAL_AMEND, "Punkt 2 utgår.");
	add_question(b, p, QUESTION_COUNTER, "y2", "y3", 0);
	add_question(b, p, QUESTION_MAIN, "y1", "y2", 1);
	d = division_add(b->arena, p);
	d->yes = "y1";
	d->no = "y2";
	for (i = 1; i <= MEMBERS; i++) {
		vote = vec_push(b->arena, &d->ballots);
		vote->person = ref(b->arena, i);
		vote->vote = i < MEMBERS / 2 ? VOTE_NO : VOTE_YES;
	}
	against = dissent_add(b->arena, p);
	text_add(b->arena, &against->persons, ref(b->arena, 2));
	against->text = "Vi reserverar oss mot beslutet. Det är för dyrt.";
	says = vec_push(b->arena, &p->statements);
	says->kind = STATEMENT_SPECIAL;
	says->text = "Vi ser positivt på förslaget.";
	text_add(b->arena, &says->persons, ref(b->arena, 4));
}

static struct phrases *
open_phrases(void)
{
	struct phrases *p = NULL;
	struct kl_error err;
	struct buf text;

	if (file_read(PHRASES, (size_t)1 << 20, &text, &err) != 0 ||
	    phrases_load(text.data, text.len, PHRASES, NULL, &p, NULL, &err) !=
		0)
		p = NULL;
	buf_free(&text);
	return p;
}

/* One composition [ms], or less than 0. */
static double
compose_once(struct phrases *phrases)
{
	struct arena *a = arena_new(0);
	struct bundle b = { .arena = a };
	struct committee *c = vec_push(a, &b.committees);
	struct meeting *m = vec_push(a, &b.meetings);
	struct composition all;
	struct kl_error err;
	double start, took = -1;
	int i;

	c->code = m->committee = "TRN";
	c->kind = BODY_COMMITTEE;
	c->seats = MEMBERS;
	m->day = kl_day_of(2026, 11, 17);
	add_people(&b, m);
	for (i = 1; i <= ITEMS; i++)
		add_paragraph(&b, m, i);
	start = now();
	if (annex_number(a, &b, m, &err) == 0 &&
	    compose_meeting(a, phrases, &b, m, NULL, &all, &err) == 0 &&
	    all.v.n >= ITEMS)
		took = now() - start;
	arena_free(a);
	return took;
}

int
main(void)
{
	struct phrases *phrases = open_phrases();
	double took[ROUNDS];
	int i;

	if (phrases == NULL)
		return 1;
	for (i = 0; i < ROUNDS; i++) {
		took[i] = compose_once(phrases);
		if (took[i] < 0)
			return 1;
	}
	phrases_free(phrases);
	qsort(took, ROUNDS, sizeof *took, compare);
	printf("compose %d items: median %.2f ms, best %.2f ms, target %.0f "
	       "ms  %s\n",
	    ITEMS, took[ROUNDS / 2], took[0], TARGET,
	    took[ROUNDS / 2] <= TARGET ? "ok" : "OVER THE TARGET");
	return 0;
}
