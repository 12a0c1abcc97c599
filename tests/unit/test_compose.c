/* SPDX-License-Identifier: EUPL-1.2
 *
 * proceedings: the phrase list and what is composed with it: sentences as
 * golden text, edits, annexes, and lists that are wrong.
 */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/buf.h"
#include "base/file.h"
#include "domain/add.h"
#include "proceedings/compose.h"

#define GOLDEN SRCDIR "/tests/golden/proceedings/"
#define PHRASES SRCDIR "/templates/phrases/protokoll.xml"

/* A committee of five who are all there. */
struct hall {
	struct arena *a;
	struct bundle b;
	struct meeting *m;
	struct paragraph *p; /* the last */
	struct phrases *phrases;
	struct kl_error err;
};

static void
add_person(struct hall *h, const char *ref, const char *first, const char *last,
    const char *party, enum role role)
{
	struct person *p = vec_push(h->a, &h->b.persons);
	struct mandate *x = vec_push(h->a, &h->b.mandates);
	struct attendance *here = vec_push(h->a, &h->m->attendance);

	p->ref = x->person = here->person = ref;
	p->first = first;
	p->last = last;
	p->party = party;
	x->committee = "TRN";
	x->role = role;
	x->to = KL_DAY_NONE;
	here->serving = role != ROLE_DEPUTY;
}

static int
set_up(void **state)
{
	struct hall *h = calloc(1, sizeof *h);
	struct committee *c;
	struct buf text;

	h->a = h->b.arena = arena_new(0);
	assert_int_equal(file_read(PHRASES, 1 << 20, &text, NULL), 0);
	assert_int_equal(phrases_load(text.data, text.len, PHRASES, NULL,
			     &h->phrases, NULL, &h->err),
	    0);
	buf_free(&text);
	c = vec_push(h->a, &h->b.committees);
	c->code = "TRN";
	c->name = "Trafiknämnden";
	c->kind = BODY_COMMITTEE;
	c->seats = 5;
	h->m = vec_push(h->a, &h->b.meetings);
	h->m->key = "TRN/2026-11-17";
	h->m->committee = "TRN";
	h->m->day = kl_day_of(2026, 11, 17);
	add_person(h, "p1", "Carina", "Lindvall", "M", ROLE_CHAIR);
	add_person(h, "p2", "Nils", "Ek", "S", ROLE_VICE_CHAIR);
	add_person(h, "p3", "Eva", "Lind", "L", ROLE_MEMBER);
	add_person(h, "p4", "Olle", "Berg", "V", ROLE_MEMBER);
	add_person(h, "p5", "Åsa", "Öberg", "C", ROLE_MEMBER);
	add_person(h, "d1", "Ulla", "Ask", "MP", ROLE_DEPUTY);
	*state = h;
	return 0;
}

static int
tear_down(void **state)
{
	struct hall *h = *state;

	phrases_free(h->phrases);
	arena_free(h->a);
	free(h);
	return 0;
}

/* ---- making what happened -------------------------------------------------
 */

static void
paragraph(struct hall *h, enum outcome outcome)
{
	h->p = paragraph_add(h->a, h->m);
	h->p->nr = (int)h->m->paragraphs.n;
	h->p->outcome = outcome;
}

static void
split(struct hall *h, const char *words, text_list *out)
{
	size_t n;

	for (; *words != '\0'; words += n + (words[n] == ' ')) {
		n = strcspn(words, " ");
		text_add(h->a, out, arena_strndup(h->a, words, n));
	}
}

static void
moves(struct hall *h, const char *persons, enum proposal_kind kind,
    const char *text)
{
	struct proposal *x = vec_push(h->a, &h->p->proposals);

	x->ref = arena_printf(h->a, "y%zu", h->p->proposals.n);
	x->kind = kind;
	x->text = text;
	split(h, persons, &x->persons);
}

static void
asks(struct hall *h, enum question_kind kind, const char *refs,
    const char *carried, int division)
{
	struct question *q = vec_push(h->a, &h->p->questions);

	q->kind = kind;
	q->carried = carried;
	q->division = division;
	split(h, refs, &q->proposals);
}

static struct division *
divide(struct hall *h, const char *yes, const char *no, const char *votes)
{
	static const char *const refs[] = { "p1", "p2", "p3", "p4", "p5" };
	struct division *d = division_add(h->a, h->p);
	struct ballot *x;
	size_t i;

	d->yes = yes;
	d->no = no;
	for (i = 0; votes[i] != '\0'; i++) {
		x = vec_push(h->a, &d->ballots);
		x->person = refs[i];
		x->vote = votes[i] == 'j'   ? VOTE_YES
			  : votes[i] == 'n' ? VOTE_NO
					    : VOTE_ABSTAIN;
	}
	return d;
}

static void
dissents(struct hall *h, const char *persons, const char *text)
{
	struct dissent *x = dissent_add(h->a, h->p);

	x->text = text;
	split(h, persons, &x->persons);
}

static void
states(struct hall *h, enum statement_kind kind, const char *person,
    const char *text)
{
	struct statement *x = vec_push(h->a, &h->p->statements);

	x->kind = kind;
	x->text = text;
	text_add(h->a, &x->persons, person);
}

static void
compose(struct hall *h, struct composition *out)
{
	if (compose_meeting(
		h->a, h->phrases, &h->b, h->m, NULL, out, &h->err) != 0)
		fail_msg("%s %s", h->err.text, h->err.args);
}

static const char *
text_of(struct hall *h, const char *part)
{
	struct composition all;
	const struct composed_text *t;

	compose(h, &all);
	t = compose_text(&all, h->p->nr, part);
	return t == NULL ? "" : t->fresh;
}

/* ---- a meeting ------------------------------------------------------------
 */

static void
proposals_and_questions(struct hall *h)
{
	paragraph(h, OUTCOME_DECIDED); /* acclamation, one proposal */
	moves(h, "p2 p3", PROPOSAL_APPROVE, NULL);
	paragraph(h, OUTCOME_DECIDED); /* approve or reject, as asked */
	moves(h, "p1", PROPOSAL_APPROVE, NULL);
	moves(h, "p3", PROPOSAL_APPROVE, NULL);
	moves(h, "p4", PROPOSAL_REJECT, NULL);
	moves(h, "p5", PROPOSAL_REJECT, NULL);
	h->p->proposals.v[3].withdrawn = true;
	asks(h, QUESTION_MAIN, "y1 y3", "y1", 0);
	dissents(h, "p4", NULL);
	paragraph(h, OUTCOME_DECIDED); /* everything at once */
	moves(h, "p1", PROPOSAL_APPROVE, NULL);
	moves(h, "p2", PROPOSAL_AMEND,
	    "Punkt 2 får lydelsen: kontoret återkommer i mars.");
	moves(h, "p4", PROPOSAL_REJECT, NULL);
	moves(h, "p4 p5", PROPOSAL_REFER_BACK,
	    "Kostnaden för drift behöver redovisas.");
	moves(h, "p5", PROPOSAL_ADD, "Nämnden ber om en årlig uppföljning.");
	asks(h, QUESTION_FORMAL, "y4", NULL, 1);
	asks(h, QUESTION_COUNTER, "y2 y3", "y2", 0);
	asks(h, QUESTION_MAIN, "y1 y2", NULL, 2);
	asks(h, QUESTION_ADDITION, "y5", "avslag", 0);
	divide(h, NULL, "y4", "jjjnn");
	divide(h, "y1", "y2", "jnnja");
	paragraph(h, OUTCOME_REFERRED_BACK); /* what the facts do not say */
	moves(h, "p1", PROPOSAL_APPROVE, NULL);
	moves(h, "p2", PROPOSAL_REFER_BACK, NULL);
	h->p->referred_to = "trafikkontoret";
	h->p->missing = "en barnkonsekvensanalys";
	paragraph(h, OUTCOME_DECIDED);
	moves(h, "p1", PROPOSAL_APPROVE, NULL);
	moves(h, "p4", PROPOSAL_REJECT, NULL);
	text_add(h->a, &h->p->decision, "Nämnden avslår ansökan.");
	paragraph(h, OUTCOME_DECIDED); /* against each other, found */
	moves(h, "p1", PROPOSAL_APPROVE, NULL);
	moves(h, "p2", PROPOSAL_AMEND, "A");
	asks(h, QUESTION_MAIN, "y1 y2", "y2", 0);
}

static void
divisions_and_elections(struct hall *h)
{
	struct election *e;
	struct division *d;

	paragraph(h, OUTCOME_DECIDED); /* by the casting vote, no questions */
	moves(h, "p1", PROPOSAL_APPROVE, NULL);
	moves(h, "p2", PROPOSAL_REJECT, NULL);
	d = divide(h, "y1", "y2", "jnjna");
	d->text = "Ja-röst för bifall, nej-röst för avslag.";
	dissents(h, "p2 p4",
	    "Nils Ek m.fl. (S) reserverar sig mot beslutet till förmån för "
	    "eget förslag. Det är för dyrt.\n\nVi vill vänta.");
	paragraph(h, OUTCOME_ELECTED);
	e = election_add(h->a, h->p);
	e->office = "ledamöter i arbetsutskottet";
	split(h, "p1 p2", &e->persons);
	e->from = kl_day_of(2027, 1, 1);
	e->to = kl_day_of(2030, 12, 31);
	e->secret = true;
	d = divide(h, NULL, NULL, "");
	d->text = "Ja-röst för Nils Ek (S), nej-röst för Olle Berg (V).";
	d->secret = d->lots = true;
	d->count[VOTE_YES] = d->count[VOTE_NO] = 2;
	d->count[VOTE_ABSTAIN] = 1;
	e = election_add(h->a, h->p);
	e->office = "justerare";
	text_add(h->a, &e->persons, "p2");
	e = election_add(h->a, h->p);
	e->office = "ombud";
	text_add(h->a, &e->names, "Kim Holm");
	e->to = kl_day_of(2027, 5, 4);
}

static void
people_and_outcomes(struct hall *h)
{
	struct attendance *here;
	struct conflict *c;
	struct presiding *leads;
	struct adjournment *pause;

	paragraph(h, OUTCOME_TABLED);
	h->p->tabled_to = kl_day_of(2026, 12, 15);
	c = vec_push(h->a, &h->m->conflicts);
	*c = (struct conflict){
		.person = "p3", .paragraph = h->p->nr, .ground = "KL 6:28 p 1"
	};
	here = vec_push(h->a, &h->m->attendance);
	here->person = "d1";
	here->serves_for = "p3";
	here->serving = true;
	here->paragraphs = arena_printf(
	    h->a, "%d %d-%d", h->p->nr, h->p->nr + 2, h->p->nr + 3);
	paragraph(h, OUTCOME_WITHDRAWN);
	c = vec_push(h->a, &h->m->conflicts);
	*c = (struct conflict){ .name = "Planchefen Bo Ek",
		.paragraph = h->p->nr };
	c = vec_push(h->a, &h->m->conflicts);
	*c = (struct conflict){ .person = "p4",
		.paragraph = h->p->nr,
		.contested = true,
		.rejected = true };
	c = vec_push(h->a, &h->m->conflicts);
	*c = (struct conflict){ .person = "p5",
		.paragraph = h->p->nr,
		.contested = true,
		.ground = "delägare i bolaget" };
	paragraph(h, OUTCOME_REPORTED);
	leads = vec_push(h->a, &h->m->presiding);
	leads->person = "p2";
	leads->paragraphs = arena_printf(h->a, "%d-%d", h->p->nr, h->p->nr + 1);
	pause = vec_push(h->a, &h->m->adjournments);
	*pause = (struct adjournment){ .paragraph = h->p->nr,
		.from = "17:05",
		.until = "17:20",
		.why = "gruppöverläggning" };
	h->m->attendance.v[4].paragraphs = arena_printf(h->a, "1-%d", h->p->nr);
	h->m->attendance.v[4].until = "18:10";
	states(h, STATEMENT_SPECIAL, "p4", "Vi ser positivt på förslaget.");
	states(h, STATEMENT_DEPUTY, "d1", "Jag instämmer.");
	states(h, STATEMENT_NOTE, "p2", "Frågan tas upp i mars.");
	text_add(h->a, &h->p->not_participating, "p5");
	paragraph(h, OUTCOME_INFORMATION);
	dissents(h, "p4", "Olle Berg (V) reserverar sig mot beslutet.");
	h->p->dissents.v[0].late = true;
}

static void
write_texts(const struct composition *all, struct buf *out)
{
	const struct composed_text *t;
	size_t i, k;
	int nr = 0;

	for (i = 0; i < all->v.n; i++) {
		t = &all->v.v[i];
		if (t->paragraph != nr)
			buf_printf(out, "§ %d\n", nr = t->paragraph);
		buf_printf(out, "  %s\n", t->part);
		for (k = 0; k < t->sentences.n; k++)
			buf_printf(out, "    %s\n", t->sentences.v[k]);
	}
}

static void
assert_golden(const struct buf *got, const char *path)
{
	struct buf want;

	if (getenv("KANSLI_GOLDEN") != NULL)
		assert_int_equal(
		    file_write(path, got->data, got->len, NULL), 0);
	assert_int_equal(file_read(path, 1 << 20, &want, NULL), 0);
	assert_string_equal(got->data, want.data);
	buf_free(&want);
}

static void
sentences_of_a_meeting(void **state)
{
	struct hall *h = *state;
	struct composition all;
	struct buf text;

	buf_init(&text, 1 << 20);
	proposals_and_questions(h);
	divisions_and_elections(h);
	people_and_outcomes(h);
	assert_int_equal(annex_number(h->a, &h->b, h->m, NULL), 0);
	compose(h, &all);
	write_texts(&all, &text);
	assert_golden(&text, GOLDEN "sentences.txt");
	buf_free(&text);
}

/* ---- never more than the facts say ----------------------------------------
 */

static void
kl_5_67_withdrawn_is_not_printed(void **state)
{
	struct hall *h = *state;

	paragraph(h, OUTCOME_DECIDED);
	moves(h, "p2", PROPOSAL_REJECT, "Nej!");
	h->p->proposals.v[0].withdrawn = true;
	assert_string_equal(text_of(h, "yrkanden"), "");
	assert_string_equal(text_of(h, "beslutsgång"), "");
}

static void
no_division_is_claimed_without_one(void **state)
{
	struct hall *h = *state;

	paragraph(h, OUTCOME_DECIDED);
	moves(h, "p1", PROPOSAL_APPROVE, NULL);
	moves(h, "p2", PROPOSAL_REJECT, NULL);
	assert_null(strstr(text_of(h, "beslutsgång"), "mröst"));
	assert_string_equal(text_of(h, "omröstning"), "");
	divide(h, "y1", "y2", "jjjnn");
	assert_non_null(strstr(text_of(h, "beslutsgång"), "mröst"));
	assert_non_null(strstr(text_of(h, "omröstning"), "3 ja och 2 nej"));
}

/* Approving or rejecting one proposal sets nothing against anything. */
static void
kl_5_53_one_proposal_is_not_set_against_itself(void **state)
{
	struct hall *h = *state;

	paragraph(h, OUTCOME_DECIDED);
	moves(h, "p1", PROPOSAL_APPROVE, NULL);
	moves(h, "p2", PROPOSAL_REJECT, NULL);
	asks(h, QUESTION_MAIN, "y1 y2", "y2", 0);
	assert_null(strstr(text_of(h, "beslutsgång"), "mot varandra"));
	assert_non_null(strstr(text_of(h, "beslutsgång"), "avslår det"));
	h->p->questions.v[0].proposals.n = 1;
	h->p->questions.v[0].carried = "avslag";
	assert_non_null(strstr(text_of(h, "beslutsgång"), "avslår det"));
	h->p->questions.v[0].proposals.v[0] = "y2"; /* the rejection alone */
	assert_non_null(strstr(text_of(h, "beslutsgång"), "bifaller det"));
	h->p->questions.v[0].carried = "y2";
	assert_non_null(strstr(text_of(h, "beslutsgång"), "avslår det"));
}

/* ---- edits ----------------------------------------------------------------
 */

/* Numbers that no paragraph has part nothing: nobody comes or goes there. */
static void
kl_5_66_nobody_comes_where_a_number_is_missing(void **state)
{
	struct hall *h = *state;
	struct composition all;
	struct attendance *x;
	int nr;

	for (nr = 2; nr <= 8; nr += 2) {
		paragraph(h, OUTCOME_DECIDED);
		h->p->nr = nr;
	}
	x = vec_push(h->a, &h->m->attendance);
	x->person = "p9";
	x->serves_for = "p4";
	x->serving = true;
	x->paragraphs = "2 4";
	compose(h, &all);
	assert_null(compose_text(&all, 4, "närvaro"));
	x->paragraphs = "2 8"; /* 6 parts them */
	compose(h, &all);
	assert_non_null(compose_text(&all, 8, "närvaro"));
}

static void
edits_survive(void **state)
{
	struct hall *h = *state;
	const struct composed_text *t;
	struct edited_text *e;
	struct composition all;

	paragraph(h, OUTCOME_DECIDED);
	moves(h, "p1", PROPOSAL_APPROVE, NULL);
	e = vec_push(h->a, &h->p->edits);
	e->part = "yrkanden";
	e->was = text_of(h, "yrkanden");
	e->text = "Carina Lindvall (M) yrkar bifall.\n\nAlla instämmer.";
	compose(h, &all);
	t = compose_text(&all, 1, "yrkanden");
	assert_int_equal(t->sentences.n, 2);
	assert_string_equal(t->sentences.v[1], "Alla instämmer.");
	assert_true(t->edited && !t->stale);
	moves(h, "p2", PROPOSAL_REJECT, NULL);
	compose(h, &all);
	t = compose_text(&all, 1, "yrkanden");
	assert_int_equal(t->sentences.n, 2); /* kept, and told apart */
	assert_true(t->edited && t->stale);
	assert_non_null(strstr(t->fresh, "Nils Ek (S) yrkar avslag"));
	h->p->procedure = "Ordföranden frågar.";
	compose(h, &all);
	t = compose_text(&all, 1, "beslutsgång");
	assert_string_equal(t->sentences.v[0], "Ordföranden frågar.");
	assert_true(t->edited && !t->stale);
}

/* ---- annexes --------------------------------------------------------------
 */

static void
annexes_keep_their_numbers(void **state)
{
	struct hall *h = *state;

	paragraph(h, OUTCOME_DECIDED);
	paragraph(h, OUTCOME_DECIDED);
	divide(h, "y1", "y2", "jjjnn");
	dissents(h, "p4", NULL);	       /* no motivation */
	dissents(h, "p5", "Det är för dyrt."); /* one */
	states(h, STATEMENT_SPECIAL, "p4", "Vi …");
	states(h, STATEMENT_NOTE, "p4", "…"); /* stands in the minutes */
	assert_int_equal(annex_number(h->a, &h->b, h->m, NULL), 0);
	assert_int_equal(h->m->annexes.n, 4);
	assert_int_equal(annex_of(h->m, ANNEX_ATTENDANCE, 0, 1), 1);
	assert_int_equal(annex_of(h->m, ANNEX_VOTES, 2, 1), 2);
	assert_int_equal(annex_of(h->m, ANNEX_DISSENT, 2, 1), 0);
	assert_int_equal(annex_of(h->m, ANNEX_DISSENT, 2, 2), 3);
	assert_int_equal(annex_of(h->m, ANNEX_STATEMENT, 2, 1), 4);
	h->p = &h->m->paragraphs.v[0];
	divide(h, "y1", "y2", "jjjnn"); /* later, before them */
	assert_int_equal(annex_number(h->a, &h->b, h->m, NULL), 0);
	assert_int_equal(annex_of(h->m, ANNEX_VOTES, 2, 1), 2);
	assert_int_equal(annex_of(h->m, ANNEX_VOTES, 1, 1), 5);
	assert_int_equal(annex_number(h->a, &h->b, h->m, NULL), 0);
	assert_int_equal(h->m->annexes.n, 5);
}

/* ---- phrase lists ---------------------------------------------------------
 */

static int
load(struct hall *h, const char *text, struct phrases **out,
    struct kl_faults *faults)
{
	memset(faults, 0, sizeof *faults);
	return phrases_load(
	    text, strlen(text), "egna.xml", h->phrases, out, faults, &h->err);
}

static void
own_phrases_go_before_the_common_ones(void **state)
{
	struct hall *h = *state;
	struct phrases *own = NULL, *common = h->phrases;
	struct kl_faults faults;

	assert_int_equal(load(h,
			     "<fraser><fras namn='yrkande-bifall'>{namn} "
			     "föreslår bifall.</fras></fraser>",
			     &own, &faults),
	    0);
	paragraph(h, OUTCOME_DECIDED);
	moves(h, "p1", PROPOSAL_APPROVE, NULL);
	moves(h, "p2", PROPOSAL_REJECT, NULL);
	h->phrases = own;
	assert_string_equal(text_of(h, "yrkanden"),
	    "Carina Lindvall (M) föreslår bifall.\n\n"
	    "Nils Ek (S) yrkar avslag på förslaget.");
	h->phrases = common;
	phrases_free(own);
}

static void
bad_lists_are_refused_with_their_line(void **state)
{
	static const struct {
		const char *text;
		int line;
	} cases[] = { { "<fraser>\n<fras namn='yrkande'>x</fras></fraser>", 2 },
		{ "<fraser>\n\n<fras namn='begärs-nr'>Nej.</fras></fraser>",
		    3 },
		{ "<fraser><fras namn='begärs'>{nr}</fras></fraser>", 1 },
		{ "<fraser><fras namn='begärs'>{</fras></fraser>", 1 },
		{ "<fraser><fras namn='begärs'/></fraser>", 1 },
		{ "<fraser><fras>x</fras></fraser>", 1 },
		{ "<fraser><fras namn='begärs'>A</fras>\n"
		  "<fras namn='begärs'>B</fras></fraser>",
		    2 },
		{ "<fraser><fras namn='begärs'><b>A</b></fras></fraser>", 1 },
		{ "<fraser><p>A</p></fraser>", 1 }, { "<p/>", 1 },
		{ "<fraser>\n<fras", 2 } };
	struct hall *h = *state;
	struct kl_faults faults;
	struct phrases *own = NULL;
	size_t i;

	for (i = 0; i < sizeof cases / sizeof *cases; i++) {
		assert_int_equal(
		    load(h, cases[i].text, &own, &faults), KL_E_INPUT);
		assert_null(own);
		assert_int_equal(h->err.line, cases[i].line);
		assert_string_equal(h->err.file, "egna.xml");
		assert_true(faults.total > 0);
	}
	assert_int_equal(
	    phrases_load("<fraser/>", 9, "tom.xml", NULL, &own, NULL, &h->err),
	    KL_E_INPUT); /* nothing under it */
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = { TEST(sentences_of_a_meeting),
		TEST(kl_5_67_withdrawn_is_not_printed),
		TEST(no_division_is_claimed_without_one),
		TEST(kl_5_53_one_proposal_is_not_set_against_itself),
		TEST(kl_5_66_nobody_comes_where_a_number_is_missing),
		TEST(kl_5_66_nobody_comes_where_a_number_is_missing),
		TEST(edits_survive), TEST(annexes_keep_their_numbers),
		TEST(own_phrases_go_before_the_common_ones),
		TEST(bad_lists_are_refused_with_their_line) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
