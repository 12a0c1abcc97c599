/* SPDX-License-Identifier: EUPL-1.2
 *
 * Preflight checks of what a decision needs beside its words: reasons and
 * rapporteur in the exercise of public authority, who gets it, how it may be
 * appealed, what becomes of what was put off, who does what was commissioned.
 */
#include "config.h"

#include <string.h>

#include "rules/preflight_private.h"

#define FL_2017 17713 /* 2018-07-01 */

/* ---- exercise of public authority -----------------------------------------
 */

static bool
is_authority(const struct check *c)
{
	return c->matter != NULL && c->matter->authority && check_decided(c->p);
}

/* The paragraph's appeal kind, or the matter's; 0: neither says. */
static enum appeal_kind
appeal_of(const struct check *c)
{
	if (c->p->appeal != 0 || c->matter == NULL)
		return c->p->appeal;
	return c->matter->appeal;
}

/* Reasons may stand among the points, too ("Skälen för beslutet är ..."). */
static bool
gives_reasons(const struct check *c)
{
	static const char *const words[] = { "skäl ", "skälen", "skälet",
		"motivering", NULL };
	size_t i;

	if (c->p->reasons != NULL || check_mentions(c, c->p->background, words))
		return true;
	for (i = 0; i < c->p->decision.n; i++)
		if (check_mentions(c, c->p->decision.v[i], words))
			return true;
	return false;
}

void
check_reasons(struct check *c)
{
	if (is_authority(c) && !gives_reasons(c))
		FIND(c, BLOCKS, c->p->nr, "reasons", "FL 32",
		    KL_N_("Record the reasons (skäl), with the provisions "
			  "applied and what was decisive."),
		    KL_N_("§ %d decides about an individual, but gives no "
			  "reasons."),
		    c->p->nr);
}

/* Who presented the matter must be told since FL (2017:900). */
static bool
wants_rapporteur(const struct check *c)
{
	return c->m->day >= FL_2017;
}

void
check_rapporteur(struct check *c)
{
	if (is_authority(c) && wants_rapporteur(c) && c->p->rapporteur == NULL)
		FIND(c, BLOCKS, c->p->nr, "rapporteur", "FL 31",
		    KL_N_("Record who presented the matter (föredragande)."),
		    KL_N_("§ %d decides about an individual, but does not say "
			  "who was the rapporteur."),
		    c->p->nr);
}

/* A decision that a party may appeal is, as a rule, one about an individual. */
void
check_unmarked(struct check *c)
{
	enum appeal_kind kind = appeal_of(c);

	if (!check_decided(c->p) || c->matter == NULL || c->matter->authority ||
	    (kind != APPEAL_ADMINISTRATIVE && kind != APPEAL_PERMIT) ||
	    (gives_reasons(c) &&
		(c->p->rapporteur != NULL || !wants_rapporteur(c))))
		return;
	FIND(c, WARNS, c->p->nr, "authority-unmarked", "FL 31-32",
	    KL_N_("Record reasons (skäl) and rapporteur (föredragande), and "
		  "mark the matter (myndighetsutövning)."),
	    KL_N_("§ %d may be appealed by a party, but does not give both "
		  "reasons and rapporteur."),
	    c->p->nr);
}

/* KL 6:25: behind closed doors in the exercise of authority and for what is
 * secret. */
void
check_doors(struct check *c)
{
	bool open = c->p->open > 0 || (c->p->open == 0 && c->m->open);
	bool assembly = c->body != NULL && c->body->kind == BODY_ASSEMBLY;

	if (!open || assembly || c->matter == NULL)
		return;
	if (c->matter->authority)
		FIND(c, BLOCKS, c->p->nr, "open-authority", "KL 6:25",
		    MEND_ENTER,
		    KL_N_("§ %d was dealt with in public, but is about the "
			  "exercise of public authority against an "
			  "individual."),
		    c->p->nr);
	if (c->matter->secrecy.provision != NULL)
		FIND(c, BLOCKS, c->p->nr, "open-secret", "KL 6:25", MEND_ENTER,
		    KL_N_("§ %d was dealt with in public, but is secret by "
			  "%s."),
		    c->p->nr, c->matter->secrecy.provision);
}

/* ---- recipients and appeals -----------------------------------------------
 */

void
check_recipients(struct check *c)
{
	if (!check_decided(c->p) || c->matter == NULL ||
	    meeting_recipients(c->b, c->m, c->p)->n > 0)
		return;
	if (c->matter->authority)
		FIND(c, BLOCKS, c->p->nr, "recipients", "FL 33",
		    KL_N_("Record who gets the decision (skickas-till)."),
		    KL_N_("§ %d decides about an individual, but nobody is to "
			  "get the decision."),
		    c->p->nr);
	else
		FIND(c, WARNS, c->p->nr, "recipients",
		    check_law(c, "KL 6:35, FL 33", "KL 5:67"),
		    KL_N_("Record who gets the decision (skickas-till)."),
		    KL_N_("Nobody is to get the decision in § %d."), c->p->nr);
}

/* The words of a decision that settles something, and of one that only leads to
 * another. */
static bool
settles(const struct check *c)
{
	static const char *const final[] = { "antar", "fastställer", "beviljar",
		"avslår", "tilldelar", "upphäver", "godkänner avtal", NULL };
	static const char *const leading[] = { "föreslår", "hemställer",
		"överlämna", "hänvisar", "tillstyrker", "samråd", "remiss",
		"förslag", "program", NULL };
	bool yes = false;
	size_t i;

	for (i = 0; i < c->p->decision.n; i++) {
		if (check_mentions(c, c->p->decision.v[i], leading))
			return false;
		yes = yes || check_mentions(c, c->p->decision.v[i], final);
	}
	return yes;
}

/* What is decided about an individual under an act that lets whom it concerns
 * appeal, whatever the matter says of itself. */
static bool
is_permit(const struct check *c)
{
	static const char *const about[] = { "bygglov", "rivningslov",
		"marklov", "förhandsbesked", "strandskyddsdispens",
		"serveringstillstånd", "föreläggande", NULL };
	static const char *const decides[] = { "beviljar", "avslår", "ger ",
		"meddelar", "upphäver", "återkallar", "förelägger", NULL };
	const char *title = c->matter->title;

	return c->p->decision.n > 0 &&
	       (check_mentions(c, title, about) ||
		   check_mentions(c, c->p->decision.v[0], about)) &&
	       check_mentions(c, c->p->decision.v[0], decides);
}

static bool
adopts_plan(const struct check *c)
{
	static const char *const plan[] = { "antar detaljplan",
		"antar förslaget till detaljplan", "antar områdesbestämmelse",
		"antar planen", NULL };

	return c->p->decision.n > 0 &&
	       check_mentions(c, c->p->decision.v[0], plan);
}

/* Legality review is only for what no other act has rules about (KL 13:3). */
void
check_appeal_way(struct check *c)
{
	enum appeal_kind kind = appeal_of(c);

	if (c->matter == NULL || is_authority(c) || !check_decided(c->p) ||
	    (kind != 0 && kind != APPEAL_LEGALITY))
		return;
	if (adopts_plan(c))
		FIND(c, WARNS, c->p->nr, "appeal-way", "KL 13:3", MEND_MATTER,
		    KL_N_("§ %d seems to adopt a plan, which is appealed as "
			  "the planning and building act says (plan), not by "
			  "legality review."),
		    c->p->nr);
	else if (is_permit(c))
		FIND(c, WARNS, c->p->nr, "appeal-way", "KL 13:3", MEND_MATTER,
		    KL_N_("§ %d seems to decide about an individual; whom it "
			  "concerns may appeal it (förvaltningsbesvär, lov), "
			  "not by legality review."),
		    c->p->nr);
}

/* An appeal instruction that is missing or cannot be right. */
void
check_appeal(struct check *c)
{
	static const char *const refusal[] = { "avslår", "avvisar", "upphäver",
		"förbjuder", "förelägger", NULL };
	enum appeal_kind kind = appeal_of(c);
	enum level level = BLOCKS;

	if (!is_authority(c)) {
		if (kind == APPEAL_NONE && check_decided(c->p) &&
		    c->matter != NULL && c->matter->kind == MATTER_DECISION &&
		    settles(c))
			FIND(c, WARNS, c->p->nr, "appeal-none", "KL 13:2",
			    MEND_MATTER,
			    KL_N_("§ %d is a decision, but is said not to be "
				  "open to appeal. Only what prepares or "
				  "executes is not."),
			    c->p->nr);
		return;
	}
	if (kind == 0)
		FIND(c, BLOCKS, c->p->nr, "appeal-missing", "FL 33, 40",
		    MEND_MATTER,
		    KL_N_("§ %d decides about an individual, but does not say "
			  "how it may be appealed."),
		    c->p->nr);
	else if (kind == APPEAL_LEGALITY)
		FIND(c, BLOCKS, c->p->nr, "appeal-wrong", "FL 33, 40, KL 13:3",
		    MEND_MATTER,
		    KL_N_("§ %d decides about an individual; whom it concerns "
			  "may appeal it by administrative appeal, not by "
			  "legality review."),
		    c->p->nr);
	else if (kind == APPEAL_NONE) {
		if (c->p->decision.n > 0 &&
		    !check_mentions(c, c->p->decision.v[0], refusal))
			level = WARNS; /* granted: nobody to appeal, perhaps */
		FIND(c, level, c->p->nr, "appeal-none", "FL 33, 40-41",
		    MEND_MATTER,
		    KL_N_("§ %d decides about an individual, but is said not "
			  "to be open to appeal."),
		    c->p->nr);
	}
}

/* ---- what was put off -----------------------------------------------------
 */

void
check_tabled(struct check *c)
{
	if (c->p->outcome == OUTCOME_TABLED && c->p->tabled_to == KL_DAY_NONE &&
	    c->p->decision.n == 0)
		FIND(c, WARNS, c->p->nr, "tabled-day",
		    check_law(c, "KL 6:33", "KL 5:50"),
		    KL_N_("Record to which day the item was tabled."),
		    KL_N_("§ %d was tabled, but not to which day."), c->p->nr);
	else if (c->p->tabled_to != KL_DAY_NONE && c->p->tabled_to < c->m->day)
		FIND(c, BLOCKS, c->p->nr, "tabled-back",
		    check_law(c, "KL 6:33", "KL 5:50"), MEND_ENTER,
		    KL_N_("§ %d was tabled to a day before the meeting."),
		    c->p->nr);
}

void
check_referred_back(struct check *c)
{
	if (c->p->outcome == OUTCOME_REFERRED_BACK && c->p->missing == NULL &&
	    c->p->decision.n == 0)
		FIND(c, WARNS, c->p->nr, "referred-missing",
		    check_law(c, "KL 6:33", "KL 5:50"),
		    KL_N_("Record what is missing in the matter."),
		    KL_N_("§ %d was referred back, but nothing says what is "
			  "missing."),
		    c->p->nr);
}

void
check_commissions(struct check *c)
{
	const struct commission *x;
	size_t i;

	for (i = 0; i < c->p->commissions.n; i++) {
		x = &c->p->commissions.v[i];
		if (x->responsible == NULL)
			FIND(c, WARNS, c->p->nr, "commission",
			    check_law(c, "KL 6:6", "KL 5:1"),
			    KL_N_("Record who is responsible (ansvarig)."),
			    KL_N_("A commission in § %d does not say who is "
				  "responsible."),
			    c->p->nr);
		if (x->point > (int)c->p->decision.n)
			FIND(c, WARNS, c->p->nr, "commission-point",
			    check_law(c, "KL 6:6", "KL 5:1"), MEND_ENTER,
			    KL_N_("A commission in § %d is about point %d, "
				  "which the decision does not have."),
			    c->p->nr, x->point);
	}
}

/* ---- documents ------------------------------------------------------------
 */

void
check_documents(struct check *c)
{
	const struct document_file *d;
	size_t i;

	if (c->matter == NULL || c->facts->accessible == NULL ||
	    c->matter->secrecy.provision != NULL)
		return;
	for (i = 0; i < c->matter->documents.n; i++) {
		d = &c->matter->documents.v[i];
		if (!d->publish || d->secrecy.provision != NULL ||
		    d->sha256 == NULL || c->facts->accessible(c->facts->ctx, d))
			continue;
		FIND(c, WARNS, c->p->nr, "document-accessible", "DOS 10",
		    KL_N_("Replace the file by an accessible one (see kansli "
			  "pdf check)."),
		    KL_N_("The document “%s” is to be published with § %d, but "
			  "is not accessible."),
		    d->title == NULL ? d->file : d->title, c->p->nr);
	}
}
