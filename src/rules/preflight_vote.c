/* SPDX-License-Identifier: EUPL-1.2
 *
 * Preflight checks of how it was decided: proposals, divisions, who took part,
 * dissents and statements.
 */
#include "config.h"

#include <string.h>

#include "base/utf8.h"
#include "rules/division.h"
#include "rules/preflight_private.h"
#include "rules/voting.h"

/* ---- divisions ------------------------------------------------------------
 */

void
check_divisions(struct check *c)
{
	struct kl_faults faults;
	struct kl_error e, *f;
	const char *statute;
	size_t i, k;

	for (i = 0; c->told && i < c->p->divisions.n; i++) {
		faults.n = faults.total = 0;
		if (voting_check(c->a, c->b, c->m, c->p, &c->p->divisions.v[i],
			c->s, &faults, &e) == 0)
			continue;
		if (e.code == KL_E_NOMEM) {
			c->rc = kl_error_nomem(c->err);
			return;
		}
		if (faults.n == 0)
			kl_faults_add(&faults, &e);
		for (k = 0; k < faults.n; k++) {
			f = &faults.v[k];
			statute = f->statute[0] != '\0'
				      ? f->statute
				      : check_law(c, "KL 5:55-56, 6:35",
					    "KL 5:55-56");
			kl_error_statute(f, statute);
			check_found(
			    c, BLOCKS, c->p->nr, "division", MEND_ENTER, f);
		}
	}
}

/* The kind of the proposal that won the division, 0 when it is not told or when
 * the division was about something else than yes or no to one proposal. */
static enum proposal_kind
won_by(const struct check *c, const struct division *d)
{
	const struct proposal *yes, *no;
	struct voting_result r;

	yes = d->yes == NULL ? NULL : voting_proposal(c->p, d->yes);
	no = d->no == NULL ? NULL : voting_proposal(c->p, d->no);
	if (yes == NULL || (no == NULL && d->no != NULL &&
			       strcmp(d->no, VOTING_REJECTION) != 0))
		return 0;
	voting_outcome(c->b, c->m, c->p, d, c->s, &r);
	if (yes->kind == PROPOSAL_APPROVE &&
	    (no == NULL || no->kind == PROPOSAL_REJECT))
		return r.won == VOTE_YES  ? PROPOSAL_APPROVE
		       : r.won == VOTE_NO ? PROPOSAL_REJECT
					  : 0;
	if (yes->kind == PROPOSAL_REJECT && no != NULL &&
	    no->kind == PROPOSAL_APPROVE)
		return r.won == VOTE_YES  ? PROPOSAL_REJECT
		       : r.won == VOTE_NO ? PROPOSAL_APPROVE
					  : 0;
	return 0;
}

static bool
same_text(const struct check *c, const char *x, const char *y)
{
	const char *a = utf8_fold(c->a, x), *b = utf8_fold(c->a, y);

	return a != NULL && b != NULL && strcmp(a, b) == 0;
}

/* The last division decided between the proposal and its rejection: the
 * decision must be the side that won.  Only what the words show for sure is an
 * error. */
void
check_carried(struct check *c)
{
	static const char *const rejects[] = { "avsl", "avvis", "inte ",
		"bifaller ej", NULL };
	const text_list *drafted = NULL;
	enum proposal_kind won;
	const char *decided;
	bool as_drafted;

	if (!c->told || c->p->divisions.n == 0 || c->p->decision.n == 0 ||
	    !check_decided(c->p))
		return;
	won = won_by(c, &c->p->divisions.v[c->p->divisions.n - 1]);
	drafted = c->matter == NULL ? NULL : &c->matter->proposals;
	decided = c->p->decision.v[0];
	as_drafted = drafted != NULL && drafted->n > 0 &&
		     same_text(c, decided, drafted->v[0]);
	if ((won == PROPOSAL_REJECT && as_drafted) ||
	    (won == PROPOSAL_APPROVE && drafted != NULL && drafted->n > 0 &&
		!as_drafted && check_mentions(c, decided, rejects) &&
		!check_mentions(c, drafted->v[0], rejects)))
		FIND(c, BLOCKS, c->p->nr, "division-outcome",
		    check_law(c, "KL 5:55, 6:33", "KL 5:55"), MEND_ENTER,
		    KL_N_("The decision in § %d is the one that the division "
			  "went against."),
		    c->p->nr);
	else if (won == PROPOSAL_REJECT && !check_mentions(c, decided, rejects))
		FIND(c, WARNS, c->p->nr, "division-outcome",
		    check_law(c, "KL 5:55, 6:33", "KL 5:55"), MEND_ENTER,
		    KL_N_("The division in § %d went for rejection, but the "
			  "decision does not seem to reject anything."),
		    c->p->nr);
}

/* ---- taking part ----------------------------------------------------------
 */

/* The matter exercises public authority against an individual (BLOCKS), or
 * probably does: a party may appeal what is decided (WARNS). */
static bool
authority(const struct check *c, enum level *level)
{
	enum appeal_kind kind = c->p->appeal;

	if (c->matter == NULL)
		return false;
	*level = c->matter->authority ? BLOCKS : WARNS;
	kind = kind != 0 ? kind : c->matter->appeal;
	return c->matter->authority || kind == APPEAL_ADMINISTRATIVE ||
	       kind == APPEAL_PERMIT;
}

void
check_standing_aside(struct check *c)
{
	const text_list *list = &c->p->not_participating;
	enum level level = WARNS;
	size_t i;

	for (i = 0; authority(c, &level) && i < list->n; i++)
		if (!check_conflicted(c, list->v[i], c->p->nr))
			FIND(c, level, c->p->nr, "authority-standing-aside",
			    "KL 4:26", MEND_ENTER,
			    KL_N_("%s took no part in the decision in § %d. In "
				  "the exercise of public authority against "
				  "an individual, whoever has dealt with the "
				  "matter must."),
			    check_name(c, list->v[i]), c->p->nr);
}

/* Votes in the divisions of the paragraph say that ${ref} chose a side. */
static bool
chose(const struct check *c, const char *ref)
{
	const struct ballot *x;
	size_t i;

	for (i = 0; i < c->p->divisions.n; i++) {
		x = division_ballot(&c->p->divisions.v[i], ref);
		if (x != NULL && (x->vote == VOTE_YES || x->vote == VOTE_NO))
			return true;
	}
	return false;
}

static void
abstainers(struct check *c, const struct division *d)
{
	const struct ballot *x;
	size_t i;

	for (i = 0; i < d->ballots.n; i++) {
		x = &d->ballots.v[i];
		if (x->vote == VOTE_ABSTAIN && !chose(c, x->person) &&
		    sitting_serves(c->s, x->person))
			FIND(c, WARNS, c->p->nr, "authority-abstaining",
			    "KL 4:26", MEND_ENTER,
			    KL_N_("%s abstains in § %d, which a party may "
				  "appeal. If it exercises public authority "
				  "against an individual, whoever has dealt "
				  "with the matter must vote."),
			    check_name(c, x->person), c->p->nr);
	}
}

/* Where the matter is marked, the check of the division tells it. */
void
check_abstaining(struct check *c)
{
	enum level level = BLOCKS;
	size_t i;

	if (!authority(c, &level) || level == BLOCKS)
		return;
	for (i = 0; i < c->p->divisions.n; i++)
		abstainers(c, &c->p->divisions.v[i]);
}

/* What keeps somebody from acting in a paragraph. */
enum standing { MAY_ACT, HAS_CONFLICT, NOT_THERE, LISTENS, NO_MANDATE, ASIDE };

static enum standing
standing(const struct check *c, const char *ref)
{
	const struct sitter *r;

	if (check_conflicted(c, ref, c->p->nr))
		return HAS_CONFLICT;
	if (check_has(&c->p->not_participating, ref))
		return ASIDE;
	if (!c->told)
		return MAY_ACT;
	r = sitting_of(c->s, ref);
	if (r == NULL)
		return NOT_THERE;
	switch (r->seat) {
	case SEAT_ABSENT:
		return NOT_THERE;
	case SEAT_LISTENING:
		return LISTENS;
	case SEAT_CONFLICTED:
		return HAS_CONFLICT;
	case SEAT_WITHOUT:
		return NO_MANDATE;
	case SEAT_SERVING:
		break;
	}
	return r->takes_part ? MAY_ACT : ASIDE;
}

/* Proposals are moved by those who serve.  (Conflicts are told elsewhere.) */
void
check_movers(struct check *c)
{
	const struct proposal *y;
	enum standing x;
	size_t i, k;

	for (i = 0; i < c->p->proposals.n; i++) {
		y = &c->p->proposals.v[i];
		for (k = 0; !y->withdrawn && k < y->persons.n; k++) {
			x = standing(c, y->persons.v[k]);
			if (x == NOT_THERE || x == LISTENS || x == NO_MANDATE)
				FIND(c, BLOCKS, c->p->nr, "proposal-mover",
				    check_law(c, "KL 4:20, 4:22", "KL 4:20"),
				    MEND_ENTER,
				    KL_N_("%s has moved a proposal in § %d, "
					  "but did not serve there."),
				    check_name(c, y->persons.v[k]), c->p->nr);
		}
	}
}

/* ---- dissents -------------------------------------------------------------
 */

#define DISSENT(x, code_, sentence)                                            \
	case x:                                                                \
		FIND(c, BLOCKS, c->p->nr, (code_), "KL 4:27", MEND_ENTER,      \
		    sentence, check_name(c, ref), c->p->nr);                   \
		break

static void
dissent_of(struct check *c, const char *ref)
{
	switch (standing(c, ref)) {
	case MAY_ACT:
		break;
		DISSENT(HAS_CONFLICT, "dissent-conflict",
		    KL_N_("%s dissents in § %d, but had a conflict of interest "
			  "and did not take part."));
		DISSENT(NOT_THERE, "dissent-absent",
		    KL_N_("%s dissents in § %d, but was not there. Only one "
			  "who took part in the decision may dissent."));
		DISSENT(LISTENS, "dissent-deputy",
		    KL_N_("%s dissents in § %d, but did not serve there. A "
			  "deputy who does not serve may not dissent."));
		DISSENT(NO_MANDATE, "dissent-mandate",
		    KL_N_("%s dissents in § %d, but has no mandate in the "
			  "committee."));
		DISSENT(ASIDE, "dissent-not-taking-part",
		    KL_N_("%s dissents in § %d, but took no part in the "
			  "decision. Only one who took part may dissent."));
	}
}

void
check_dissent_taking_part(struct check *c)
{
	const struct dissent *d;
	size_t i, k;

	for (i = 0; i < c->p->dissents.n; i++) {
		d = &c->p->dissents.v[i];
		for (k = 0; k < d->persons.n; k++)
			dissent_of(c, d->persons.v[k]);
	}
}

/* The clock ${at} is past the meeting's end; a meeting that ends earlier in the
 * day than it began went on past midnight. */
static bool
after_end(const struct meeting *m, const char *at)
{
	bool overnight, next;

	if (at == NULL || m->end == NULL)
		return false;
	overnight = m->time != NULL && strcmp(m->end, m->time) < 0;
	next = overnight && strcmp(at, m->time) < 0;
	if (overnight != next)
		return false; /* before midnight, and the end after it */
	return strcmp(at, m->end) > 0;
}

void
check_dissent_late(struct check *c)
{
	const struct dissent *d;
	size_t i;

	for (i = 0; i < c->p->dissents.n; i++) {
		d = &c->p->dissents.v[i];
		if (d->late || after_end(c->m, d->announced))
			FIND(c, BLOCKS, c->p->nr, "dissent-late", "KL 4:27",
			    MEND_ENTER,
			    KL_N_("A dissent in § %d was announced when the "
				  "meeting had ended; it must be announced "
				  "before that."),
			    c->p->nr);
	}
}

/* The paragraph is, or is to be, adjusted at the meeting itself. */
static bool
is_immediate(const struct check *c)
{
	const struct minutes *x = meeting_minutes_of(c->m, c->p->nr);

	return x != NULL ? x->seq > 1 : c->item != NULL && c->item->immediate;
}

void
check_dissent_motivated(struct check *c)
{
	const struct dissent *d;
	size_t i;

	for (i = 0; is_immediate(c) && i < c->p->dissents.n; i++) {
		d = &c->p->dissents.v[i];
		if (d->text == NULL ||
		    (d->motivated != KL_DAY_NONE && d->motivated > c->m->day))
			FIND(c, WARNS, c->p->nr, "dissent-motivation",
			    "KL 4:27, 5:69", MEND_ENTER,
			    KL_N_("§ %d is adjusted immediately, so the "
				  "motivation of the dissent must be there at "
				  "once."),
			    c->p->nr);
	}
}

static void
statement_of(struct check *c, enum statement_kind kind, const char *ref)
{
	enum standing how = standing(c, ref);

	if (how == NOT_THERE || how == HAS_CONFLICT)
		FIND(c, WARNS, c->p->nr, "statement-absent",
		    check_law(c, "KL 6:17", "KL 5:67"), MEND_ENTER,
		    KL_N_("%s has a statement in § %d, but was not there."),
		    check_name(c, ref), c->p->nr);
	else if (kind == STATEMENT_DEPUTY && c->told &&
		 sitting_serves(c->s, ref))
		FIND(c, WARNS, c->p->nr, "statement-deputy",
		    check_law(c, "KL 6:17", "KL 5:67"), MEND_ENTER,
		    KL_N_("%s has a deputy's statement in § %d, but serves "
			  "there; it is a statement, or a dissent."),
		    check_name(c, ref), c->p->nr);
}

/* A statement is made by somebody who was there; a deputy's by one who does not
 * serve. */
void
check_statements(struct check *c)
{
	const struct statement *x;
	size_t i, k;

	for (i = 0; i < c->p->statements.n; i++) {
		x = &c->p->statements.v[i];
		for (k = 0; k < x->persons.n; k++)
			statement_of(c, x->kind, x->persons.v[k]);
	}
}
