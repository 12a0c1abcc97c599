/* SPDX-License-Identifier: EUPL-1.2
 *
 * Composing: what follows from the outcome, dissents, statements and notes.
 * What somebody has written at length is an annex; the paragraph names it.
 */
#include "config.h"

#include <string.h>

#include "proceedings/composing.h"

/* ---- the outcome --------------------------------------------------------- */

static void
say_referral(struct composing *c)
{
	if (c->p->referred_to != NULL)
		SAY(c, "utgång-återremiss-till", { "till", c->p->referred_to });
	else
		SAYING(c, "utgång-återremiss");
	if (c->p->missing != NULL)
		SAY(c, "utgång-saknas", { "saknas", c->p->missing });
}

static void
say_outcome(struct composing *c)
{
	switch (c->p->outcome) {
	case OUTCOME_TABLED:
		if (c->p->tabled_to == KL_DAY_NONE)
			SAYING(c, "utgång-bordlagt");
		else
			SAY(c, "utgång-bordlagt-till",
			    { "dag", compose_day(c, c->p->tabled_to) });
		break;
	case OUTCOME_REFERRED_BACK:
		say_referral(c);
		break;
	case OUTCOME_WITHDRAWN:
		SAYING(c, "utgång-utgår");
		break;
	case OUTCOME_REPORTED:
		SAYING(c, "utgång-anmält");
		break;
	case OUTCOME_INFORMATION:
		SAYING(c, "utgång-information");
		break;
	case OUTCOME_DECIDED:
	case OUTCOME_ELECTED:
		break;
	}
}

void
compose_outcome(struct composing *c)
{
	int annex = annex_of(c->m, ANNEX_DELEGATION, c->p->nr, 1);

	if (c->p->decision.n == 0)
		say_outcome(c);
	if (annex > 0)
		SAY(c, "delegationslista-bilaga",
		    { "nr", compose_number(c, annex) });
}

/* ---- dissents ------------------------------------------------------------ */

/* Bytes of the first sentence of a text, which ends where a full stop and
 * a capital letter or nothing follow; abbreviations go on. */
static size_t
first_sentence(const char *text)
{
	const char *s;
	unsigned char next;

	for (s = strpbrk(text, ".\n"); s != NULL; s = strpbrk(s + 1, ".\n")) {
		if (*s == '\n')
			return (size_t)(s - text);
		if (s[1] == '\0')
			break;
		next = (unsigned char)s[1 + strspn(s + 1, " ")];
		if ((s[1] == ' ' || s[1] == '\n') &&
		    ((next >= 'A' && next <= 'Z') || next == 0xc3 ||
			next == '\n'))
			return (size_t)(s - text) + 1;
	}
	return strlen(text);
}

/* Files have the sentence that somebody dissents as the beginning of what they
 * write; then it need not be composed. */
const char *
dissent_sentence(struct arena *a, const struct dissent *x)
{
	size_t n = x->text == NULL ? 0 : first_sentence(x->text);
	const char *s = n == 0 ? NULL : arena_strndup(a, x->text, n);

	return s != NULL && strstr(s, "reserver") != NULL ? s : NULL;
}

bool
dissent_has_motivation(const struct dissent *x)
{
	const char *found;
	size_t n;

	if (x->text == NULL || *x->text == '\0')
		return false;
	n = first_sentence(x->text);
	found = strstr(x->text, "reserver");
	return found == NULL || (size_t)(found - x->text) >= n ||
	       x->text[n] != '\0';
}

static void
say_dissent(struct composing *c, const struct dissent *x, int index)
{
	int annex = annex_of(c->m, ANNEX_DISSENT, c->p->nr, index);
	const char *own = dissent_sentence(c->a, x);

	if (own != NULL)
		compose_say(c, own);
	else
		SAY(c, "reservation",
		    { "namn", compose_names(c, &x->persons) });
	if (x->late)
		compose_go_on(c, PLAIN(c, "reservation-sen"));
	if (annex > 0)
		compose_go_on(c, PHRASE(c, "reservation-bilaga",
				     { "nr", compose_number(c, annex) }));
	else if (dissent_has_motivation(x))
		compose_text_of(
		    c, own == NULL ? x->text
				   : x->text + strlen(own) +
					 strspn(x->text + strlen(own), " \n"));
}

void
compose_dissents(struct composing *c)
{
	size_t i;

	for (i = 0; i < c->p->dissents.n; i++)
		say_dissent(c, &c->p->dissents.v[i], (int)i + 1);
}

/* ---- statements ---------------------------------------------------------- */

static void
say_statement(
    struct composing *c, const struct statement *x, int index, const char *id)
{
	int annex = annex_of(c->m, ANNEX_STATEMENT, c->p->nr, index);
	const char *with = x->kind == STATEMENT_NOTE && x->text != NULL
			       ? compose_id(c, id, "text")
			       : id;

	SAY(c, with, { "namn", compose_names(c, &x->persons) });
	if (annex > 0 && x->kind != STATEMENT_NOTE)
		compose_go_on(c, PHRASE(c, compose_id(c, id, "bilaga"),
				     { "nr", compose_number(c, annex) }));
	else
		compose_text_of(c, x->text);
}

/* The statements of one kind; they are counted together. */
static void
say_statements(struct composing *c, enum statement_kind kind, const char *id)
{
	size_t i;

	for (i = 0; i < c->p->statements.n; i++)
		if (c->p->statements.v[i].kind == kind)
			say_statement(
			    c, &c->p->statements.v[i], (int)i + 1, id);
}

void
compose_special(struct composing *c)
{
	say_statements(c, STATEMENT_SPECIAL, "uttalande");
}

void
compose_deputies(struct composing *c)
{
	say_statements(c, STATEMENT_DEPUTY, "ersättaryttrande");
}

void
compose_notes(struct composing *c)
{
	say_statements(c, STATEMENT_NOTE, "protokollsanteckning");
}
