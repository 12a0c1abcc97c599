/* SPDX-License-Identifier: EUPL-1.2
 *
 * Lines about what somebody thinks of a decision: dissents, statements, notes,
 * and standing aside from it.
 */
#include "config.h"

#include <string.h>

#include "proceedings/enter_inner.h"

/* Who, and the text after a colon or the names. */
static int
read_opinion(struct entering *e, struct line *l, enum crowd crowd,
    text_list *who, const char **text)
{
	int rc = people_list(e, l, crowd, who);

	if (rc != 0)
		return rc;
	line_sign(l, ":");
	*text = arena_strdup(e->arena, line_rest(l));
	return 0;
}

int
enter_dissent(struct entering *e, struct line *l)
{
	const struct sitting *s;
	text_list who = { 0 };
	struct paragraph *p;
	struct dissent *x;
	const char *text;
	size_t i, k;
	int rc = enter_must_item(e, &p);

	if (rc == 0 && (p->outcome == 0 || e->now.division > 0))
		rc = REFUSE(e, "KL 4:27",
		    KL_N_("§ %d is not decided, and one dissents from a "
			  "decision. Nothing was changed."),
		    p->nr);
	line_is(l, "sig");
	if (rc == 0)
		rc = read_opinion(e, l, CROWD_SERVING, &who, &text);
	if (rc == 0)
		rc = enter_sitting(e, p->nr, &s);
	for (i = 0; rc == 0 && i < who.n; i++) {
		rc = voting_may_dissent(s, p, who.v[i], e->err);
		for (k = 0; rc == 0 && k < p->dissents.n; k++)
			if (voting_lists(&p->dissents.v[k].persons, who.v[i]))
				rc = UNCLEAR(e,
				    KL_N_("%s has dissented from § %d already. "
					  "Nothing was changed."),
				    enter_name(e, who.v[i]), p->nr);
	}
	if (rc != 0)
		return rc;
	x = dissent_add(e->arena, p);
	if (x == NULL)
		return kl_error_nomem(e->err);
	for (i = 0; i < who.n; i++)
		text_add(e->arena, &x->persons, who.v[i]);
	x->text = text;
	x->announced = e->clock;
	e->touch.paragraph = p->nr;
	say(e, KL_N_("Dissent in § %d: %s."), p->nr, enter_names(e, &who));
	return 0;
}

/* Who may have a statement noted: a member or serving deputy a special one, a
 * deputy who listens a deputy's. */
static int
check_speaker(struct entering *e, const struct paragraph *p, const char *ref,
    enum statement_kind kind)
{
	const struct sitter *x;
	const struct sitting *s;
	int rc = enter_sitting(e, p->nr, &s);

	if (rc != 0)
		return rc;
	x = sitting_of(s, ref);
	if (x != NULL && x->seat == SEAT_CONFLICTED)
		return REFUSE(e, "KL 6:30",
		    KL_N_("%s has a conflict of interest in § %d and may not "
			  "take part in it. Nothing was changed."),
		    enter_name(e, ref), p->nr);
	if (x == NULL || (x->seat != SEAT_SERVING && x->seat != SEAT_LISTENING))
		return REFUSE(e, "KL 4:20, 6:17",
		    KL_N_("%s is not there in § %d. Nothing was changed."),
		    enter_name(e, ref), p->nr);
	if (kind == STATEMENT_DEPUTY && x->seat == SEAT_SERVING)
		return REFUSE(e, "KL 6:17",
		    KL_N_("%s serves in § %d: what they say is no deputy's "
			  "statement. Nothing was changed. Write uttalande, or "
			  "reservation."),
		    enter_name(e, ref), p->nr);
	if (kind == STATEMENT_SPECIAL && x->seat == SEAT_LISTENING)
		return REFUSE(e, "KL 4:22, 6:17",
		    KL_N_("%s does not serve in § %d. Nothing was changed. "
			  "Write ersättaryttrande."),
		    enter_name(e, ref), p->nr);
	return 0;
}

static int
statement(struct entering *e, struct line *l, enum statement_kind kind)
{
	text_list who = { 0 };
	struct statement *x;
	struct paragraph *p;
	const char *text = NULL;
	size_t i;
	int rc = enter_must_item(e, &p);

	if (rc == 0 && e->now.division > 0)
		rc = REFUSE(e, "KL 5:67 p 3",
		    KL_N_("A division is under way. Nothing was changed. Give "
			  "the votes that are missing, or take it back."));
	if (rc == 0 && kind == STATEMENT_NOTE && line_sign(l, ":"))
		text = arena_strdup(e->arena, line_rest(l));
	else if (rc == 0)
		rc = read_opinion(e, l, CROWD_NONE, &who, &text);
	for (i = 0; rc == 0 && i < who.n; i++)
		rc = check_speaker(e, p, who.v[i], kind);
	if (rc == 0 && text == NULL && kind == STATEMENT_NOTE)
		rc = UNCLEAR(
		    e, KL_N_("The text is missing. Nothing was changed."));
	if (rc != 0)
		return rc;
	x = vec_push(e->arena, &p->statements);
	if (x == NULL)
		return kl_error_nomem(e->err);
	for (i = 0; i < who.n; i++)
		text_add(e->arena, &x->persons, who.v[i]);
	x->kind = kind;
	x->text = text;
	e->touch.paragraph = p->nr;
	if (who.n == 0)
		say(e, KL_N_("In § %d: %s."), p->nr,
		    word_of(words_statement, (int)kind));
	else
		say(e, KL_N_("In § %d: %s, %s."), p->nr,
		    word_of(words_statement, (int)kind), enter_names(e, &who));
	return 0;
}

int
enter_special(struct entering *e, struct line *l)
{
	return statement(e, l, STATEMENT_SPECIAL);
}

int
enter_deputy_statement(struct entering *e, struct line *l)
{
	return statement(e, l, STATEMENT_DEPUTY);
}

int
enter_note(struct entering *e, struct line *l)
{
	return statement(e, l, STATEMENT_NOTE);
}

int
enter_aside(struct entering *e, struct line *l)
{
	const struct sitting *s;
	text_list who = { 0 };
	struct paragraph *p;
	size_t i;
	int rc = enter_must_item(e, &p);

	line_is(l, "inte");
	if (rc == 0)
		rc = people_list(e, l, CROWD_SERVING, &who);
	if (rc == 0)
		rc = enter_done(e, l);
	if (rc == 0)
		rc = enter_sitting(e, p->nr, &s);
	for (i = 0; rc == 0 && i < who.n; i++) {
		rc = voting_may_stand_aside(e->b, e->m, s, p, who.v[i], e->err);
		if (rc == 0 && (enter_deeds(p, who.v[i]) &
				   (DEED_VOTED | DEED_DISSENTED)) != 0)
			rc = REFUSE(e, "KL 4:25",
			    KL_N_("%s has voted in § %d or dissented from it, "
				  "and so took part. Nothing was changed."),
			    enter_name(e, who.v[i]), p->nr);
		if (rc == 0 && voting_lists(&p->not_participating, who.v[i]))
			rc = UNCLEAR(e,
			    KL_N_("%s stands aside already. Nothing was "
				  "changed."),
			    enter_name(e, who.v[i]));
	}
	if (rc != 0)
		return rc;
	for (i = 0; i < who.n; i++)
		text_add(e->arena, &p->not_participating, who.v[i]);
	e->sit = NULL;
	e->touch.paragraph = p->nr;
	say(e, KL_N_("Takes no part in the decision of § %d: %s."), p->nr,
	    enter_names(e, &who));
	return 0;
}
