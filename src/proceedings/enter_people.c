/* SPDX-License-Identifier: EUPL-1.2
 *
 * Who is meant: by surname, its beginning, surname and initial, given name and
 * surname, the person's id, or the party.  Accents count before they do not,
 * whole names before begun ones; whoever is not alone is never chosen.
 */
#include "config.h"

#include <string.h>

#include "base/utf8.h"
#include "proceedings/enter_inner.h"

#define NAME_WORDS 4 /* most words that a name is looked for in */
#define NAMES_SHOWN 6

/* The person's name for comparison; nothing for one that the bundle lacks. */
static void
spell(struct entering *e, const char *ref, struct spelling *s)
{
	const struct person *x = bundle_person(e->b, ref);

	s->ref = ref;
	if (x == NULL)
		return;
	s->last = utf8_fold(e->arena, x->last == NULL ? "" : x->last);
	s->first = utf8_fold(e->arena, x->first == NULL ? "" : x->first);
	s->plain_last = utf8_plain(e->arena, x->last == NULL ? "" : x->last);
	s->plain_first = utf8_plain(e->arena, x->first == NULL ? "" : x->first);
	s->party = x->party == NULL ? NULL : utf8_fold(e->arena, x->party);
}

int
people_spell(struct entering *e)
{
	size_t i;

	e->nspellings = e->now.entrants.n;
	e->spellings =
	    arena_alloc(e->arena, (e->nspellings + 1) * sizeof *e->spellings);
	for (i = 0; e->spellings != NULL && i < e->nspellings; i++)
		spell(e, e->now.entrants.v[i].ref, &e->spellings[i]);
	return arena_failed(e->arena) ? kl_error_nomem(e->err) : 0;
}

/* ---- one name ------------------------------------------------------------ */

/* Is ${text} the initial ("a" or "a.") of ${first}? */
static bool
is_initial(const char *text, size_t n, const char *first)
{
	uint32_t x, y;
	size_t len;

	if (n > 1 && text[n - 1] == '.')
		n--;
	len = utf8_next(text, &x);
	return len == n && utf8_next(first, &y) > 0 && x == y;
}

/* "ek anna", "ek a", "a ek", "a. ek", "anna ek". */
static bool
is_both(const char *text, const char *last, const char *first)
{
	size_t n = strlen(last), len = strlen(text);
	const char *rest;

	if (n == 0 || len < n + 2)
		return false;
	if (strncmp(text, last, n) == 0 && text[n] == ' ') {
		rest = text + n + 1;
		if (strcmp(rest, first) == 0 ||
		    is_initial(rest, strlen(rest), first))
			return true;
	}
	if (strcmp(text + len - n, last) != 0 || text[len - n - 1] != ' ')
		return false;
	len -= n + 1;
	return (strncmp(text, first, len) == 0 && first[len] == '\0') ||
	       is_initial(text, len, first);
}

/* How well the text names the person: 1 best, 0 not at all. */
static int
likeness(const struct spelling *s, const char *raw, const char *exact,
    const char *plain, bool one_word)
{
	if (strcmp(s->ref, raw) == 0)
		return 1;
	if (s->last == NULL || *s->last == '\0')
		return 0;
	if (strcmp(exact, s->last) == 0 || is_both(exact, s->last, s->first))
		return 1;
	if (strcmp(plain, s->plain_last) == 0 ||
	    is_both(plain, s->plain_last, s->plain_first))
		return 2;
	if (!one_word)
		return 0;
	if (strncmp(s->last, exact, strlen(exact)) == 0)
		return 3;
	return strncmp(s->plain_last, plain, strlen(plain)) == 0 ? 4 : 0;
}

/* Those whom ${text} names best: at most ${room} of them; how many there are.
 */
static size_t
find(struct entering *e, const char *text, bool one_word,
    const struct spelling **out, size_t room)
{
	const char *exact = utf8_fold(e->work, text);
	const char *plain = utf8_plain(e->work, text);
	int best = 5, how;
	size_t i, n = 0;

	if (exact == NULL || plain == NULL || *exact == '\0')
		return 0;
	for (i = 0; i < e->nspellings; i++) {
		how = likeness(&e->spellings[i], text, exact, plain, one_word);
		if (how == 0 || how > best)
			continue;
		if (how < best)
			n = 0;
		best = how;
		if (n < room)
			out[n] = &e->spellings[i];
		n++;
	}
	return n;
}

static int
ambiguous(struct entering *e, const char *text, const struct spelling **found,
    size_t n)
{
	text_list names = { 0 };
	size_t i;

	for (i = 0; i < n && i < NAMES_SHOWN; i++)
		text_add(e->work, &names, found[i]->ref);
	return UNCLEAR(e,
	    KL_N_("“%s” may be any of %s. Nothing was changed. Add the first "
		  "letter of the given name."),
	    text, enter_names(e, &names));
}

static int
unknown(struct entering *e, const char *text)
{
	const char *names[SITTING_MAX], *near;
	const char *exact = utf8_fold(e->work, text);
	size_t i, n = 0;

	for (i = 0; i < e->nspellings && n < SITTING_MAX; i++)
		if (e->spellings[i].last != NULL)
			names[n++] = e->spellings[i].last;
	near = exact == NULL ? NULL : utf8_nearest(exact, names, n);
	for (i = 0; near != NULL && i < e->nspellings; i++)
		if (e->spellings[i].last == near)
			return UNCLEAR(e,
			    KL_N_("Nobody with a mandate is called “%s”. The "
				  "nearest is %s. Nothing was changed."),
			    text, enter_name(e, e->spellings[i].ref));
	return UNCLEAR(e,
	    KL_N_("Nobody with a mandate is called “%s”. Nothing was "
		  "changed."),
	    text);
}

/* The longest words ahead that name somebody: who, and how many words. */
static size_t
look(struct entering *e, const struct line *l, const struct spelling **found,
    size_t room, int *words)
{
	char *text;
	size_t n;

	for (*words = NAME_WORDS; *words > 0; (*words)--) {
		text = line_peek(l, *words);
		if (text == NULL)
			continue;
		n = find(e, text, *words == 1, found, room);
		if (n > 0)
			return n;
	}
	return 0;
}

bool
people_step(struct entering *e, struct line *l)
{
	const struct spelling *found[NAMES_SHOWN];
	int words;

	if (look(e, l, found, NAMES_SHOWN, &words) == 0)
		return false;
	line_step(l, words);
	return true;
}

void
people_name_error(struct entering *e)
{
	struct kl_error *err = e->err, named;
	const char *arg = err->args;
	size_t i, n, used = 0;

	named = *err;
	for (i = 0; i < err->nargs; i++, arg += strlen(arg) + 1) {
		const char *text =
		    seats_of(e, arg) == NULL ? arg : enter_name(e, arg);

		n = strlen(text) + 1;
		if (used + n > sizeof named.args)
			return;
		memcpy(named.args + used, text, n);
		used += n;
	}
	*err = named;
}

bool
people_names(struct entering *e, const struct line *l)
{
	const struct spelling *found[NAMES_SHOWN];
	int words;

	return look(e, l, found, NAMES_SHOWN, &words) > 0;
}

int
people_one(struct entering *e, struct line *l, const char **ref)
{
	const struct spelling *found[NAMES_SHOWN];
	const char *text = line_peek(l, 1);
	int words;
	size_t n;

	if (text == NULL)
		return UNCLEAR(
		    e, KL_N_("A name is missing. Nothing was changed."));
	n = look(e, l, found, NAMES_SHOWN, &words);
	if (n == 0)
		return unknown(e, text);
	if (n > 1)
		return ambiguous(e, line_peek(l, words), found, n);
	*ref = found[0]->ref;
	line_step(l, words);
	return 0;
}

/* ---- many ---------------------------------------------------------------- */

/* Does the word for many take in the person? */
static bool
in_crowd(const struct sitting *s, const struct division *d,
    const struct paragraph *p, const struct entrant *x, enum crowd crowd)
{
	size_t i;

	if (crowd == CROWD_MEMBERS)
		return x->mandate != NULL && !seats_is_deputy(x);
	if (!sitting_takes_part(s, x->ref))
		return false;
	for (i = 0; crowd == CROWD_UNDECIDED && i < d->ballots.n; i++)
		if (strcmp(d->ballots.v[i].person, x->ref) == 0)
			return false;
	return p == NULL || !voting_lists(&p->not_participating, x->ref);
}

static void
add_once(struct entering *e, text_list *out, const char *ref)
{
	if (!voting_lists(out, ref))
		text_add(e->work, out, ref);
}

/* Without those of ${but}. */
static void
take_out(text_list *list, const text_list *but)
{
	size_t i, k = 0;

	for (i = 0; i < list->n; i++)
		if (!voting_lists(but, list->v[i]))
			list->v[k++] = list->v[i];
	list->n = k;
}

/* Who is said to be there, unless absence at that time has been reported. */
static void
add_present(struct entering *e, text_list *out, const char *ref)
{
	bool away =
	    entry_away(e->m, ref, e->clock == NULL ? "" : e->clock) != NULL;

	add_once(e, away ? &e->excused : out, ref);
}

/* Everybody of the crowd, of one party unless ${party} is NULL. */
static int
add_crowd(struct entering *e, enum crowd crowd, const char *party,
    bool deputies, text_list *out)
{
	static const struct division none;
	const struct paragraph *p = enter_paragraph(e);
	const struct division *d = &none;
	const struct sitting *s = NULL;
	const struct entrant *x;
	size_t i;
	int rc = 0;

	if (crowd != CROWD_MEMBERS)
		rc = enter_sitting(e, e->now.paragraph, &s);
	if (p != NULL && e->now.division > 0)
		d = &p->divisions.v[e->now.division - 1];
	for (i = 0; rc == 0 && i < e->nspellings; i++) {
		x = seats_of(e, e->spellings[i].ref);
		if (x == NULL ||
		    (party != NULL &&
			(e->spellings[i].party == NULL ||
			    strcmp(party, e->spellings[i].party) != 0)))
			continue;
		if (crowd == CROWD_MEMBERS && (deputies || party != NULL)
			? x->mandate != NULL &&
			      (party != NULL || seats_is_deputy(x))
			: in_crowd(s, d, p, x, crowd)) {
			if (crowd == CROWD_MEMBERS)
				add_present(e, out, x->ref);
			else
				add_once(e, out, x->ref);
		}
	}
	return rc;
}

/* The folded party whose letter comes next, or NULL. */
static const char *
party_next(struct entering *e, const struct line *l)
{
	const char *word = line_peek(l, 1), *x;
	size_t i;

	x = word == NULL ? NULL : utf8_fold(e->work, word);
	for (i = 0; x != NULL && i < e->nspellings; i++)
		if (e->spellings[i].party != NULL &&
		    strcmp(e->spellings[i].party, x) == 0)
			return x;
	return NULL;
}

/* One name, a party, or a word for many. */
static int
add_next(struct entering *e, struct line *l, enum crowd crowd, text_list *out)
{
	const struct spelling *found[2];
	const char *party, *ref;
	int words, rc;

	if (crowd != CROWD_NONE) {
		if (line_is(l, "alla") || line_is(l, "ledamöter") ||
		    line_is(l, "övriga"))
			return add_crowd(e, crowd, NULL, false, out);
		if (crowd == CROWD_MEMBERS &&
		    (line_is(l, "ersättare") || line_is(l, "ers")))
			return add_crowd(e, crowd, NULL, true, out);
		party = party_next(e, l);
		if (party != NULL && (look(e, l, found, 2, &words) != 1 ||
					 found[0]->last == NULL ||
					 strcmp(found[0]->last, party) != 0)) {
			line_step(l, 1);
			return add_crowd(e, crowd, party, false, out);
		}
	}
	rc = people_one(e, l, &ref);
	if (rc == 0)
		add_once(e, out, ref);
	return rc;
}

static int
add_all(struct entering *e, struct line *l, enum crowd crowd, text_list *out)
{
	int rc;

	do
		rc = add_next(e, l, crowd, out);
	while (rc == 0 && (line_sign(l, ",") || line_is(l, "och")) &&
	       !line_end(l));
	return rc;
}

int
people_list(
    struct entering *e, struct line *l, enum crowd crowd, text_list *out)
{
	text_list but = { 0 };
	int rc = add_all(e, l, crowd, out);

	if (rc == 0 && crowd != CROWD_NONE && line_is(l, "utom")) {
		rc = add_all(e, l, crowd, &but);
		take_out(out, &but);
		take_out(&e->excused, &but);
	}
	take_out(&e->excused, out);
	return rc;
}
