/* SPDX-License-Identifier: EUPL-1.2
 *
 * Whether what the facts say of a division can be true.  Each fault is found
 * for itself, so that all of them can be shown at once.
 */
#include "config.h"

#include <string.h>

#include "rules/division.h"

/* Meetings before 2018 were held under an earlier act with the same rules; the
 * provisions are named as they stand today. */
#define STATUTE_VOTE "KL 4:24"
#define STATUTE_ABSTAIN "KL 4:25"
#define STATUTE_AUTHORITY "KL 4:26"
#define STATUTE_MINORITY "KL 5:50"
#define STATUTE_OPEN "KL 5:54, 6:33"
#define STATUTE_MAJORITY "KL 5:55, 6:33"
#define STATUTE_EQUAL "KL 5:56, 6:33"
#define STATUTE_PROPOSALS "KL 5:67 p 1, 6:35"
#define STATUTE_COUNT "KL 5:67 p 3, 6:35"
#define STATUTE_NAMES "KL 5:67 p 5, 6:35"
#define STATUTE_CONFLICT "KL 6:30"

static bool
same(const char *x, const char *y)
{
	return x != NULL && y != NULL && strcmp(x, y) == 0;
}

/* ---- the check ----------------------------------------------------------- */

struct check {
	const struct bundle *b;
	const struct meeting *m;
	const struct paragraph *p;
	const struct division *d;
	const struct sitting *s;
	struct voting_result result;
	struct kl_faults *faults;
	struct kl_error first; /* fault; code 0: none yet */
};

static void
fault(struct check *c, struct kl_error *what, int line, const char *statute)
{
	kl_error_statute(what, statute);
	kl_error_where(what, NULL, line != 0 ? line : c->d->line, "omröstning");
	if (c->faults != NULL)
		kl_faults_add(c->faults, what);
	if (c->first.code == 0)
		c->first = *what;
}

/* FAULT(c, line, statute, sentence, args...) */
#define FAULT(c, line, statute, ...)                                           \
	do {                                                                   \
		struct kl_error what_;                                         \
		kl_error_set(&what_, KL_E_RULE, __VA_ARGS__);                  \
		fault((c), &what_, (line), (statute));                         \
	} while (0)

static const char *
name_of(const struct check *c, const char *ref)
{
	const struct person *x = bundle_person(c->b, ref);

	return x == NULL || x->last == NULL ? ref : x->last;
}

static void
check_sides(struct check *c)
{
	const char *const sides[] = { c->d->yes, c->d->no };
	const struct proposal *x;
	size_t i;

	for (i = 0; i < 2; i++) {
		if (sides[i] == NULL || same(sides[i], VOTING_REJECTION))
			continue;
		x = voting_proposal(c->p, sides[i]);
		if (x == NULL)
			FAULT(c, 0, STATUTE_PROPOSALS,
			    KL_N_("The division in § %d is about a proposal "
				  "%s that nobody has moved."),
			    c->p->nr, sides[i]);
		else if (x->withdrawn)
			FAULT(c, 0, STATUTE_PROPOSALS,
			    KL_N_("The division in § %d is about the proposal "
				  "%s, which was withdrawn."),
			    c->p->nr, sides[i]);
	}
	if (same(c->d->yes, c->d->no))
		FAULT(c, 0, STATUTE_PROPOSALS,
		    KL_N_("In the division in § %d yes and no mean the same "
			  "proposal."),
		    c->p->nr);
}

/* KL 4:26: nobody must vote for more than one of the proposals. */
static bool
has_voted_elsewhere(const struct check *c, const char *ref)
{
	const struct ballot *x;
	size_t i;

	for (i = 0; i < c->p->divisions.n; i++) {
		if (&c->p->divisions.v[i] == c->d)
			continue;
		x = division_ballot(&c->p->divisions.v[i], ref);
		if (x != NULL && (x->vote == VOTE_YES || x->vote == VOTE_NO))
			return true;
	}
	return false;
}

/* One who may vote. */
static void
check_voter(struct check *c, const struct ballot *x)
{
	const struct matter *matter = voting_matter(c->b, c->m, c->p);

	if (x->vote == VOTE_ABSENT)
		FAULT(c, x->line, STATUTE_NAMES,
		    KL_N_("%s serves in § %d but stands as absent in the "
			  "division."),
		    name_of(c, x->person), c->p->nr);
	if (x->vote == VOTE_ABSTAIN && matter != NULL && matter->authority &&
	    !has_voted_elsewhere(c, x->person))
		FAULT(c, x->line, STATUTE_AUTHORITY,
		    KL_N_("%s abstains in § %d, which exercises public "
			  "authority against an individual: there who has "
			  "handled the matter must vote."),
		    name_of(c, x->person), c->p->nr);
	if (x->vote != VOTE_ABSTAIN && x->vote != VOTE_ABSENT &&
	    voting_lists(&c->p->not_participating, x->person))
		FAULT(c, x->line, STATUTE_ABSTAIN,
		    KL_N_("%s votes in § %d and also takes no part in the "
			  "decision. It is one or the other."),
		    name_of(c, x->person), c->p->nr);
}

static void
check_ballot(struct check *c, size_t i)
{
	const struct ballot *x = &c->d->ballots.v[i];
	const struct sitter *who = sitting_of(c->s, x->person);
	enum seat seat = who == NULL ? SEAT_WITHOUT : who->seat;

	if (division_ballot(c->d, x->person) != x)
		FAULT(c, x->line, STATUTE_VOTE,
		    KL_N_("%s has voted twice in the division in § %d; each "
			  "member has one vote."),
		    name_of(c, x->person), c->p->nr);
	else if (seat == SEAT_SERVING)
		check_voter(c, x);
	else if (x->vote == VOTE_ABSENT)
		return; /* and is not there, as the list says */
	else if (seat == SEAT_CONFLICTED)
		FAULT(c, x->line, STATUTE_CONFLICT,
		    KL_N_("%s has a conflict of interest in § %d and has "
			  "voted in it."),
		    name_of(c, x->person), c->p->nr);
	else
		FAULT(c, x->line, STATUTE_VOTE,
		    KL_N_("%s votes in § %d without serving in it."),
		    name_of(c, x->person), c->p->nr);
}

/* Everybody who serves is accounted for, unless the vote was secret. */
static void
check_missing(struct check *c)
{
	const struct sitter *x;
	size_t i;

	for (i = 0; i < c->s->v.n; i++) {
		x = &c->s->v.v[i];
		if (x->seat == SEAT_SERVING &&
		    division_ballot(c->d, x->ref) == NULL &&
		    !voting_lists(&c->p->not_participating, x->ref))
			FAULT(c, 0, STATUTE_NAMES,
			    KL_N_("%s serves in § %d, but the division does "
				  "not say how that vote went."),
			    name_of(c, x->ref), c->p->nr);
	}
}

/* The numbers that are told beside the ballots, or instead of them. */
static void
check_counts(struct check *c)
{
	const int found[] = { 0, c->result.yes, c->result.no, c->result.abstain,
		c->result.absent };
	const int votes = c->result.yes + c->result.no + c->result.abstain;
	bool told = false;
	int k;

	for (k = VOTE_YES; k <= VOTE_ABSENT; k++) {
		told = told || c->d->count[k] >= 0;
		if (c->d->ballots.n > 0 && c->d->count[k] >= 0 &&
		    c->d->count[k] != found[k])
			FAULT(c, 0, STATUTE_COUNT,
			    KL_N_("The division in § %d is said to have %d "
				  "“%s”, but its list has %d."),
			    c->p->nr, c->d->count[k], word_of(words_vote, k),
			    found[k]);
	}
	if (c->d->ballots.n == 0 && !told)
		FAULT(c, 0, STATUTE_COUNT,
		    KL_N_("The division in § %d has neither votes nor their "
			  "number."),
		    c->p->nr);
	/* with a list, each who votes without serving is told by name */
	if (c->d->ballots.n == 0 && votes > c->s->serving)
		FAULT(c, 0, STATUTE_VOTE,
		    KL_N_("The division in § %d has %d votes, but %d serve in "
			  "it."),
		    c->p->nr, votes, c->s->serving);
	if (c->d->ballots.n == 0 && told &&
	    votes + (int)c->p->not_participating.n + c->result.absent <
		c->s->serving)
		FAULT(c, 0, STATUTE_COUNT,
		    KL_N_("The division in § %d accounts for %d of the %d who "
			  "serve in it."),
		    c->p->nr, votes, c->s->serving);
}

/* The law has two matters with secret votes: elections and employing staff.
 * The facts know of elections; whom the committee employs stands in the title.
 */
static bool
may_be_secret(const struct check *c)
{
	const struct agenda_item *item = meeting_item(c->m, c->p->item);
	const struct matter *x = voting_matter(c->b, c->m, c->p);
	const char *const titles[] = { c->p->title,
		item == NULL ? NULL : item->title,
		x == NULL ? NULL : x->title };
	size_t i;

	if (c->p->elections.n > 0 || (x != NULL && x->kind == MATTER_ELECTION))
		return true;
	for (i = 0; i < 3; i++)
		if (titles[i] != NULL && (strstr(titles[i], "nställ") != NULL ||
					     strstr(titles[i], "Val av")))
			return true;
	return false;
}

static void
check_secrecy(struct check *c)
{
	if (c->d->secret && !may_be_secret(c))
		FAULT(c, 0, STATUTE_OPEN,
		    KL_N_("The division in § %d was secret, but votes are "
			  "secret only in elections and when staff is "
			  "employed."),
		    c->p->nr);
	if (c->d->secret && c->d->ballots.n > 0)
		FAULT(c, 0, STATUTE_OPEN,
		    KL_N_("The division in § %d was secret, so nobody can say "
			  "how each member voted. Take the list away and give "
			  "the numbers."),
		    c->p->nr);
	if (!c->d->secret && voting_is_election(c->p, c->d))
		FAULT(c, 0, STATUTE_OPEN,
		    KL_N_("§ %d is an election, and its division must be "
			  "secret."),
		    c->p->nr);
	if (!c->d->secret && c->d->ballots.n == 0)
		FAULT(c, 0, STATUTE_NAMES,
		    KL_N_("The division in § %d was open, but does not say "
			  "how each member voted."),
		    c->p->nr);
}

/* Equal votes: the chair decides, or lots in an election. */
static void
check_equal(struct check *c)
{
	const struct voting_result *r = &c->result;

	if (c->d->casting && !r->equal)
		FAULT(c, 0, STATUTE_EQUAL,
		    KL_N_("The chair's casting vote is said to have decided "
			  "§ %d, but the votes were not equal: %d to %d."),
		    c->p->nr, r->yes, r->no);
	if (c->d->lots && !r->equal)
		FAULT(c, 0, STATUTE_EQUAL,
		    KL_N_("Lots are said to have decided § %d, but the votes "
			  "were not equal: %d to %d."),
		    c->p->nr, r->yes, r->no);
	if (c->d->lots && !may_be_secret(c))
		FAULT(c, 0, STATUTE_EQUAL,
		    KL_N_("Lots are said to have decided § %d, but they are "
			  "drawn only in elections and when staff is employed; "
			  "otherwise the chair has the casting vote."),
		    c->p->nr);
	if (c->d->casting && voting_is_election(c->p, c->d))
		FAULT(c, 0, STATUTE_EQUAL,
		    KL_N_("The chair's casting vote is said to have decided "
			  "§ %d, but equal votes in an election are decided "
			  "by lots."),
		    c->p->nr);
	if (!r->equal || r->won != 0)
		return;
	if (r->by_lots || c->d->ballots.n == 0)
		FAULT(c, 0, STATUTE_EQUAL,
		    KL_N_("The votes in § %d were equal, %d to %d, and "
			  "nothing says what decided."),
		    c->p->nr, r->yes, r->no);
	else
		FAULT(c, 0, "KL 4:25, 5:56",
		    KL_N_("The votes in § %d were equal, %d to %d, and the "
			  "chair has not voted; then the chair must."),
		    c->p->nr, r->yes, r->no);
}

/* What the paragraph says became of it. */
static const char *
told_winner(const struct check *c)
{
	size_t nr = (size_t)(c->d - c->p->divisions.v) + 1, i;

	if (c->d->carried != NULL)
		return c->d->carried;
	for (i = 0; i < c->p->questions.n; i++)
		if (c->p->questions.v[i].division == (int)nr)
			return c->p->questions.v[i].carried;
	return NULL;
}

static void
check_winner(struct check *c)
{
	static const enum outcome outcomes[] = { [PROPOSAL_REFER_BACK] =
						     OUTCOME_REFERRED_BACK,
		[PROPOSAL_TABLE] = OUTCOME_TABLED,
		[PROPOSAL_ADJOURN] = 0 };
	enum vote told = division_side(c->p, c->d, told_winner(c)), side;
	const char *statute =
	    c->result.by_minority ? STATUTE_MINORITY : STATUTE_MAJORITY;
	enum proposal_kind kind = 0;
	enum outcome formal;

	if (c->result.won == 0)
		return;
	if (told != 0 && told != c->result.won)
		FAULT(c, 0, statute,
		    KL_N_("The division in § %d was %d to %d, but the other "
			  "side is said to have won."),
		    c->p->nr, c->result.yes, c->result.no);
	side = voting_formal_side(c->p, c->d, &kind);
	formal = outcomes[kind];
	if (formal == 0 || c->p->outcome == 0)
		return;
	if (c->result.won == side && c->p->outcome != formal)
		FAULT(c, 0, statute,
		    KL_N_("The division in § %d went for “%s”, but the "
			  "outcome is said to be “%s”."),
		    c->p->nr, word_of(words_outcome, (int)formal),
		    word_of(words_outcome, (int)c->p->outcome));
	else if (c->result.won != side && c->p->outcome == formal)
		FAULT(c, 0, statute,
		    KL_N_("The division in § %d went against “%s”, but that "
			  "is said to be the outcome."),
		    c->p->nr, word_of(words_outcome, (int)formal));
}

int
voting_check(struct arena *a, const struct bundle *b, const struct meeting *m,
    const struct paragraph *p, const struct division *d,
    const struct sitting *s, struct kl_faults *faults, struct kl_error *err)
{
	struct check c = {
		.b = b, .m = m, .p = p, .d = d, .s = s, .faults = faults
	};
	size_t i;

	(void)a;
	voting_outcome(b, m, p, d, s, &c.result);
	check_sides(&c);
	for (i = 0; i < d->ballots.n; i++)
		check_ballot(&c, i);
	if (d->ballots.n > 0)
		check_missing(&c);
	check_counts(&c);
	check_secrecy(&c);
	check_equal(&c);
	check_winner(&c);
	if (c.first.code != 0 && err != NULL)
		*err = c.first;
	return c.first.code;
}
