/* SPDX-License-Identifier: EUPL-1.2
 *
 * Lines about divisions and elections.  A division is under way from its first
 * line until everybody who serves is accounted for; then the law counts it.
 */
#include "config.h"

#include <string.h>

#include "proceedings/enter_inner.h"

static bool
same(const char *x, const char *y)
{
	return x != NULL && y != NULL && strcmp(x, y) == 0;
}

/* The division under way. */
static int
must_vote(struct entering *e, struct paragraph **p, struct division **d)
{
	*p = enter_paragraph(e);
	if (*p != NULL && e->now.division > 0) {
		*d = &(*p)->divisions.v[e->now.division - 1];
		return 0;
	}
	return UNCLEAR(
	    e, KL_N_("No division is under way. Nothing was changed. Write for "
		     "example: votering y1 y2"));
}

/* ---- beginning ----------------------------------------------------------- */

/* The question that the division answers: the last one, when it was about the
 * same, else one that is put with it. */
static int
question_for(struct entering *e, struct paragraph *p, const char *yes,
    const char *no, struct question **out)
{
	size_t n = p->questions.n;
	text_list refs = { 0 };
	struct question *q = n == 0 ? NULL : &p->questions.v[n - 1];

	text_add(e->work, &refs, yes);
	if (no != NULL)
		text_add(e->work, &refs, no);
	if (q == NULL || q->division > 0 || q->proposals.n != refs.n ||
	    !voting_lists(&q->proposals, yes) ||
	    (no != NULL && !voting_lists(&q->proposals, no)))
		return enter_put(e, p, &refs, out);
	*out = q;
	return 0;
}

int
enter_division(struct entering *e, struct line *l)
{
	const char *yes = NULL, *no = NULL;
	struct paragraph *p = NULL;
	struct division *d;
	struct question *q;
	const char *text;
	int rc = enter_must_decide(e, &p);

	if (rc == 0 && p->outcome != 0 && p->outcome != OUTCOME_ELECTED)
		rc = REFUSE(e, "KL 5:53, 6:33",
		    KL_N_("§ %d is decided (%s), and no more is moved or put "
			  "in it. Nothing was changed."),
		    p->nr, word_of(words_outcome, (int)p->outcome));
	if (rc == 0)
		rc = enter_read_proposal(e, l, p, &yes);
	line_is(l, "mot");
	if (rc == 0 && line_is(l, VOTING_REJECTION))
		;
	else if (rc == 0 && !line_end(l) && !line_sign(l, ":"))
		rc = enter_read_proposal(e, l, p, &no);
	if (rc == 0 && no != NULL && voting_same_side(p, yes, no))
		rc = UNCLEAR(
		    e, KL_N_("Yes and no ask for the same, so there is nothing "
			     "to divide about. Nothing was changed."));
	if (rc != 0)
		return rc;
	line_sign(l, ":");
	text = line_rest(l);
	rc = question_for(e, p, yes, no, &q);
	if (rc != 0)
		return rc;
	d = division_add(e->arena, p);
	if (d == NULL)
		return kl_error_nomem(e->err);
	d->yes = yes;
	d->no = no == NULL ? VOTING_REJECTION : no;
	d->text = arena_strdup(e->arena, text);
	q->division = e->now.division = (int)p->divisions.n;
	q->carried = NULL;
	e->touch.paragraph = p->nr;
	say(e, KL_N_("Division in § %d: yes %s, no %s."), p->nr, d->yes, d->no);
	return 0;
}

/* ---- votes --------------------------------------------------------------- */

/* Who serves and takes part and is not accounted for. */
static void
find_missing(const struct paragraph *p, const struct division *d,
    const struct sitting *s, struct arena *a, text_list *out)
{
	const char *ref;
	size_t i, k;

	for (i = 0; i < s->v.n; i++) {
		ref = s->v.v[i].ref;
		if (s->v.v[i].seat != SEAT_SERVING ||
		    voting_lists(&p->not_participating, ref))
			continue;
		for (k = 0; k < d->ballots.n; k++)
			if (same(d->ballots.v[k].person, ref))
				break;
		if (k == d->ballots.n)
			text_add(a, out, ref);
	}
}

/* A row for each member whose seat is empty. */
static void
add_absent(struct entering *e, struct division *d, const struct sitting *s)
{
	const struct sitter *x;
	struct ballot *b;
	size_t i, k;

	for (i = 0; i < s->v.n; i++) {
		x = &s->v.v[i];
		if (x->seat != SEAT_ABSENT || x->mandate == NULL ||
		    x->mandate->role == ROLE_DEPUTY)
			continue;
		for (k = 0; k < s->v.n; k++)
			if (s->v.v[k].seat == SEAT_SERVING &&
			    same(s->v.v[k].serves_for, x->ref))
				break;
		b = k < s->v.n ? NULL : vec_push(e->arena, &d->ballots);
		if (b != NULL)
			*b = (struct ballot){ x->ref, VOTE_ABSENT, 0 };
	}
}

/* The rows in the order of the list of members, whatever order they came in. */
static void
sort_ballots(struct entering *e, struct division *d)
{
	struct ballot *list =
	    arena_alloc(e->arena, (d->ballots.n + 1) * sizeof *list);
	size_t i, k, n = 0;

	for (i = 0; list != NULL && i < e->now.entrants.n; i++)
		for (k = 0; k < d->ballots.n; k++)
			if (same(d->ballots.v[k].person,
				e->now.entrants.v[i].ref))
				list[n++] = d->ballots.v[k];
	if (list == NULL || n != d->ballots.n)
		return;
	d->ballots.v = list;
	d->ballots.cap = n;
}

/* What it has come to, when all that the law asks is there. */
static void
conclude(struct entering *e, struct paragraph *p, struct division *d,
    const struct voting_result *r)
{
	size_t i;

	d->carried = r->carried;
	d->casting = r->by_casting_vote;
	for (i = 0; i < p->questions.n; i++)
		if (p->questions.v[i].division == e->now.division)
			p->questions.v[i].carried = r->carried;
	e->now.division = 0;
	if (r->by_casting_vote)
		say(e,
		    KL_N_("Yes %d, no %d: the chair's vote decides (KL 5:56). "
			  "Found: %s."),
		    r->yes, r->no, r->carried);
	else if (r->by_minority)
		say(e,
		    KL_N_("Yes %d, no %d, abstain %d: a third is enough (KL "
			  "5:50). Found: %s."),
		    r->yes, r->no, r->abstain, r->carried);
	else
		say(e, KL_N_("Yes %d, no %d, abstain %d. Found: %s."), r->yes,
		    r->no, r->abstain, r->carried);
	hint(e, KL_N_("Then write: beslut %s"), r->carried);
}

/* Try the division as it would be, and keep it only if the law does. */
static int
try_votes(struct entering *e, struct paragraph *p, struct division *d)
{
	struct division *list =
	    arena_alloc(e->arena, p->divisions.n * sizeof *list);
	size_t nr = (size_t)e->now.division - 1;
	struct paragraph as = *p;
	struct voting_result r;
	text_list missing = { 0 };
	const struct sitting *s;
	int rc = enter_sitting(e, p->nr, &s);

	if (rc != 0 || list == NULL)
		return rc != 0 ? rc : kl_error_nomem(e->err);
	memcpy(list, p->divisions.v, p->divisions.n * sizeof *list);
	list[nr] = *d;
	as.divisions.v = list;
	d = &list[nr];
	if (!d->secret)
		find_missing(p, d, s, e->work, &missing);
	voting_outcome(e->b, e->m, &as, d, s, &r);
	if (missing.n == 0 && !(r.equal && r.won == 0 &&
				  voting_is_election(&as, d) && !d->lots)) {
		if (!d->secret)
			add_absent(e, d, s);
		sort_ballots(e, d);
		rc = voting_check(e->work, e->b, e->m, &as, d, s, NULL, e->err);
		if (rc == 0 && r.carried == NULL)
			rc = UNCLEAR(e,
			    KL_N_("Nobody has voted yes or no, so nothing is "
				  "found. Nothing was changed."));
		if (rc != 0)
			return rc;
		p->divisions.v[nr] = *d;
		conclude(e, p, &p->divisions.v[nr], &r);
	} else {
		p->divisions.v[nr] = *d;
		if (missing.n > 0)
			say(e, KL_N_("Yes %d, no %d, abstain %d. Left: %s."),
			    r.yes, r.no, r.abstain, enter_names(e, &missing));
		else
			say(e,
			    KL_N_(
				"Yes %d, no %d: lots decide (KL 5:56). Write: "
				"lottning %s"),
			    r.yes, r.no, d->yes);
	}
	e->touch.paragraph = p->nr;
	return 0;
}

/* May the person vote now, and so? */
static int
check_vote(struct entering *e, const struct paragraph *p,
    const struct division *d, const char *ref, enum vote vote)
{
	const struct sitting *s;
	const struct matter *x = voting_matter(e->b, e->m, p);
	size_t i, k;
	int rc = enter_sitting(e, p->nr, &s);

	if (rc != 0)
		return rc;
	for (i = 0; i < d->ballots.n; i++)
		if (same(d->ballots.v[i].person, ref))
			return REFUSE(e, "KL 4:24",
			    KL_N_("%s has voted in this division already. "
				  "Nothing was changed."),
			    enter_name(e, ref));
	if (!sitting_serves(s, ref))
		return REFUSE(e,
		    sitting_of(s, ref) != NULL &&
			    sitting_of(s, ref)->seat == SEAT_CONFLICTED
			? "KL 6:30"
			: "KL 4:22, 4:24",
		    KL_N_("%s does not serve in § %d and has no vote. Nothing "
			  "was changed."),
		    enter_name(e, ref), p->nr);
	if (voting_lists(&p->not_participating, ref))
		return REFUSE(e, "KL 4:25",
		    KL_N_("%s takes no part in the decision of § %d. Nothing "
			  "was changed."),
		    enter_name(e, ref), p->nr);
	if (vote != VOTE_ABSTAIN || x == NULL || !x->authority)
		return 0;
	for (i = 0; i < p->divisions.n; i++)
		for (k = 0; k < p->divisions.v[i].ballots.n; k++)
			if (same(p->divisions.v[i].ballots.v[k].person, ref) &&
			    p->divisions.v[i].ballots.v[k].vote <= VOTE_NO)
				return 0;
	return REFUSE(e, "KL 4:26",
	    KL_N_("§ %d exercises public authority against an individual: who "
		  "has handled the matter must take part in deciding it. "
		  "Nothing was changed."),
	    p->nr);
}

static int
votes(struct entering *e, struct line *l, enum vote vote)
{
	text_list who = { 0 };
	struct division *d = NULL, as;
	struct paragraph *p = NULL;
	struct ballot *b;
	size_t i;
	int rc = must_vote(e, &p, &d);

	if (rc == 0)
		rc = people_list(e, l, CROWD_UNDECIDED, &who);
	if (rc == 0)
		rc = enter_done(e, l);
	if (rc == 0 && who.n == 0)
		rc = UNCLEAR(
		    e, KL_N_("Nobody is left to vote. Nothing was changed."));
	if (rc == 0 && voting_is_election(p, d))
		rc = REFUSE(e, "KL 5:54, 6:33",
		    KL_N_("Votes in an election are secret. Nothing was "
			  "changed. Write: sluten YES NO ABSTAIN"));
	for (i = 0; rc == 0 && i < who.n; i++)
		rc = check_vote(e, p, d, who.v[i], vote);
	if (rc != 0)
		return rc;
	as = *d;
	as.ballots.cap = as.ballots.n; /* a list of its own when it grows */
	for (i = 0; i < who.n; i++) {
		b = vec_push(e->arena, &as.ballots);
		if (b == NULL)
			return kl_error_nomem(e->err);
		*b = (struct ballot){ arena_strdup(e->arena, who.v[i]), vote,
			0 };
	}
	return try_votes(e, p, &as);
}

int
enter_yes(struct entering *e, struct line *l)
{
	return votes(e, l, VOTE_YES);
}

int
enter_no(struct entering *e, struct line *l)
{
	return votes(e, l, VOTE_NO);
}

int
enter_abstain(struct entering *e, struct line *l)
{
	return votes(e, l, VOTE_ABSTAIN);
}

bool
enter_voted_in_secret(const struct paragraph *p)
{
	size_t i;

	for (i = 0; i < p->divisions.n; i++)
		if (p->divisions.v[i].secret &&
		    p->divisions.v[i].count[VOTE_YES] >= 0)
			return true;
	return false;
}

static unsigned
deed_of_vote(enum vote vote)
{
	switch (vote) {
	case VOTE_YES:
	case VOTE_NO:
		return DEED_VOTED;
	case VOTE_ABSTAIN:
		return DEED_ABSTAINED;
	default:
		return DEED_ABSENT;
	}
}

unsigned
enter_deeds(const struct paragraph *p, const char *ref)
{
	unsigned deeds = enter_voted_in_secret(p) ? DEED_SECRET : 0;
	const struct ballot *x;
	size_t i, k;

	for (i = 0; i < p->proposals.n; i++)
		if (!p->proposals.v[i].withdrawn &&
		    voting_lists(&p->proposals.v[i].persons, ref))
			deeds |= DEED_MOVED;
	for (i = 0; i < p->divisions.n; i++)
		for (k = 0; k < p->divisions.v[i].ballots.n; k++) {
			x = &p->divisions.v[i].ballots.v[k];
			if (same(x->person, ref))
				deeds |= deed_of_vote(x->vote);
		}
	for (i = 0; i < p->dissents.n; i++)
		if (voting_lists(&p->dissents.v[i].persons, ref))
			deeds |= DEED_DISSENTED;
	if (voting_lists(&p->not_participating, ref))
		deeds |= DEED_ASIDE;
	return deeds;
}

/* Whoever is not there when it is voted has left before the decision. */
int
enter_absent(struct entering *e, struct line *l)
{
	const struct sitting *s;
	text_list who = { 0 };
	struct division *d = NULL, as;
	struct paragraph *p = NULL;
	size_t i;
	int rc = must_vote(e, &p, &d);

	if (rc == 0)
		rc = people_list(e, l, CROWD_UNDECIDED, &who);
	if (rc == 0)
		rc = enter_done(e, l);
	for (i = 0; rc == 0 && i < who.n; i++) {
		rc = check_vote(e, p, d, who.v[i], VOTE_ABSENT);
		if (rc == 0 &&
		    (enter_deeds(p, who.v[i]) &
			~(unsigned)(DEED_DISSENTED | DEED_ASIDE)) != 0)
			rc = REFUSE(e, "KL 5:67 p 5",
			    KL_N_("%s has moved something in § %d or voted in "
				  "it, and so is in it. Nothing was changed. "
				  "Write: avstår NAME"),
			    enter_name(e, who.v[i]), p->nr);
	}
	if (rc != 0)
		return rc;
	for (i = 0; i < who.n; i++)
		seats_leave(e, seats_of(e, who.v[i]), p->nr);
	enter_changed_seats(e);
	rc = enter_sitting(e, p->nr, &s);
	if (rc == 0) /* those who are left must be enough to vote */
		rc = sitting_quorum(s, e->m->day, NULL, e->err);
	if (rc != 0)
		return rc;
	as = *d;
	as.ballots.cap = as.ballots.n;
	return try_votes(e, p, &as);
}

int
enter_secret(struct entering *e, struct line *l)
{
	int yes = 0, no = 0, abstain = 0, rc;
	struct division *d = NULL, as;
	struct paragraph *p = NULL;

	rc = must_vote(e, &p, &d);
	if (rc != 0)
		return rc;
	if (!line_number(l, &yes) || !line_number(l, &no) ||
	    (!line_end(l) && !line_number(l, &abstain)))
		return UNCLEAR(e,
		    KL_N_("How many? Write: sluten YES NO ABSTAIN. Nothing was "
			  "changed."));
	if (enter_done(e, l) != 0)
		return KL_E_INPUT;
	if (d->ballots.n > 0)
		return REFUSE(e, "KL 5:54, 6:33",
		    KL_N_("In a secret division nobody's vote is known, but "
			  "some have been given. Nothing was changed."));
	as = *d;
	as.secret = true;
	as.count[VOTE_YES] = yes;
	as.count[VOTE_NO] = no;
	as.count[VOTE_ABSTAIN] = abstain;
	return try_votes(e, p, &as);
}

int
enter_lots(struct entering *e, struct line *l)
{
	struct division *d = NULL, as;
	struct paragraph *p = NULL;
	const char *ref;
	int rc = must_vote(e, &p, &d);

	if (rc == 0)
		rc = enter_read_proposal(e, l, p, &ref);
	if (rc == 0)
		rc = enter_done(e, l);
	if (rc == 0 && !same(ref, d->yes) && !same(ref, d->no))
		rc = UNCLEAR(e,
		    KL_N_("%s is not in the question. Nothing was changed."),
		    ref);
	if (rc == 0 && (!d->secret || d->count[VOTE_YES] != d->count[VOTE_NO]))
		rc = REFUSE(e, "KL 5:56",
		    KL_N_("Lots decide when the votes of a secret division are "
			  "equal. Nothing was changed. Give them first: sluten "
			  "YES NO ABSTAIN"));
	if (rc != 0)
		return rc;
	as = *d;
	as.lots = true;
	as.carried = ref;
	return try_votes(e, p, &as);
}

/* The chair's vote decides by law when votes are equal; the line says so for
 * the one who wants to write it. */
int
enter_casting(struct entering *e, struct line *l)
{
	const struct paragraph *p = enter_paragraph(e);
	const struct division *d;

	if (p == NULL || p->divisions.n == 0 || enter_done(e, l) != 0)
		return UNCLEAR(e,
		    KL_N_("No division has been held in this item. Nothing was "
			  "changed."));
	d = &p->divisions.v[p->divisions.n - 1];
	if (!d->casting)
		return REFUSE(e, "KL 5:56",
		    KL_N_("The votes were not equal, so no casting vote "
			  "decided. Nothing was changed."));
	e->asks = true;
	say(e, KL_N_("The chair's casting vote decided for %s."), d->carried);
	return 0;
}

/* ---- elections ----------------------------------------------------------- */

static int
read_elected(struct entering *e, struct line *l, struct election *x)
{
	const char *ref, *end;
	int rc = 0;

	do {
		if (*l->p == '"' && (end = strchr(l->p + 1, '"')) != NULL) {
			text_add(e->arena, &x->names,
			    arena_strndup(
				e->work, l->p + 1, (size_t)(end - l->p) - 1));
			l->p = end + 1 + strspn(end + 1, " \t");
		} else {
			rc = people_one(e, l, &ref);
			if (rc == 0 && !voting_lists(&x->persons, ref))
				text_add(e->arena, &x->persons, ref);
		}
	} while (rc == 0 && (line_sign(l, ",") || line_is(l, "och")));
	while (rc == 0 && !line_end(l)) {
		if (line_is(l, "sluten"))
			x->secret = true;
		else if (line_is(l, "från") && line_day(l, &x->from))
			;
		else if (line_is(l, "till") && line_day(l, &x->to))
			;
		else
			rc = enter_done(e, l);
	}
	return rc;
}

/* The office: one word, or what stands before a colon. */
static char *
read_office(struct entering *e, struct line *l)
{
	const char *colon = strstr(l->p, ": ");
	char *text;

	if (colon == NULL) {
		text = line_peek(l, 1);
		line_step(l, 1);
		return text;
	}
	text = arena_strndup(e->arena, l->p, (size_t)(colon - l->p));
	l->p = colon + 2 + strspn(colon + 2, " \t");
	return text;
}

static int
elect_chair(struct entering *e, const struct election *x)
{
	const struct sitting *s;
	int rc;

	if (x->persons.n != 1)
		return UNCLEAR(
		    e, KL_N_("One person presides. Nothing was changed."));
	rc = enter_sitting(e, e->now.paragraph, &s);
	if (rc == 0 && !sitting_serves(s, x->persons.v[0]))
		rc = REFUSE(e, "KL 5:53, 6:33",
		    KL_N_("%s does not serve in § %d and cannot preside. "
			  "Nothing was changed."),
		    enter_name(e, x->persons.v[0]), e->now.paragraph);
	return rc;
}

/* An election where votes were open would be one with an open division. */
static int
check_open_votes(struct entering *e, const struct paragraph *p)
{
	const struct proposal *y;
	size_t i;

	for (i = 0; i < p->divisions.n; i++) {
		y = voting_proposal(p, p->divisions.v[i].yes);
		if (!p->divisions.v[i].secret &&
		    (y == NULL || !voting_is_formal(y->kind)))
			return REFUSE(e, "KL 5:54, 6:33",
			    KL_N_("An open division has been held in § %d, and "
				  "votes in an election are secret. Nothing "
				  "was changed. Take the election up as an "
				  "item of its own."),
			    p->nr);
	}
	return 0;
}

/* Everybody who was elected, also those who are not in the register. */
static const char *
elected_names(struct entering *e, const struct election *x)
{
	const char *text = x->persons.n == 0 ? "" : enter_names(e, &x->persons);
	size_t i;

	for (i = 0; text != NULL && i < x->names.n; i++)
		text = arena_printf(e->work, "%s%s%s", text,
		    *text == '\0' ? "" : ", ", x->names.v[i]);
	return text == NULL ? "" : text;
}

int
enter_elect(struct entering *e, struct line *l)
{
	struct election x = { .from = KL_DAY_NONE, .to = KL_DAY_NONE }, *put;
	bool chair, adjusters;
	struct paragraph *p = NULL;
	size_t i;
	int rc = enter_must_decide(e, &p);

	if (rc != 0)
		return rc;
	if (p->outcome != 0 && p->outcome != OUTCOME_ELECTED &&
	    p->outcome != OUTCOME_DECIDED)
		return UNCLEAR(e,
		    KL_N_("§ %d has its outcome already: %s. Nothing was "
			  "changed. “ångra” takes the last line back."),
		    p->nr, word_of(words_outcome, (int)p->outcome));
	rc = check_open_votes(e, p);
	if (rc == 0 && p->outcome == 0)
		rc = enter_may_settle(e, p, OUTCOME_ELECTED);
	if (rc != 0)
		return rc;
	x.office = read_office(e, l);
	if (x.office == NULL || line_end(l))
		return UNCLEAR(e,
		    KL_N_("Who was elected to what? Write: val justerare NAME, "
			  "or val OFFICE: NAME. Nothing was changed."));
	adjusters = line_same(e->work, x.office, "justerare");
	chair = line_same(e->work, x.office, "ordförande");
	x.office = arena_strdup(e->arena, x.office);
	rc = read_elected(e, l, &x);
	if (rc == 0 && chair)
		rc = elect_chair(e, &x);
	if (rc != 0)
		return rc;
	put = election_add(e->arena, p);
	if (put == NULL)
		return kl_error_nomem(e->err);
	*put = x;
	if (p->outcome == 0)
		p->outcome = OUTCOME_ELECTED;
	e->touch.paragraph = p->nr;
	for (i = 0; adjusters && i < x.persons.n; i++) {
		if (!voting_lists(&e->m->approvers, x.persons.v[i]))
			text_add(e->arena, &e->m->approvers, x.persons.v[i]);
		e->touch.attendance = true;
	}
	if (chair)
		enter_set_presider(
		    e, x.persons.v[0], true, enter_undivided(e), false);
	else
		say(e, KL_N_("Elected in § %d, %s: %s."), p->nr, x.office,
		    elected_names(e, &x));
	return 0;
}
