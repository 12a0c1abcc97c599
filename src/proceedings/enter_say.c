/* SPDX-License-Identifier: EUPL-1.2
 *
 * What a line is answered with: sentences in the reader's language, who could
 * enter, how many serve, where the typing stands.
 */
#include "config.h"

#include <string.h>

#include "base/tree.h"
#include "base/utf8.h"
#include "proceedings/enter_inner.h"
#include "rules/statute.h"

void
enter_say(struct entering *e, const char *key, const struct kl_error *text)
{
	char sentence[2048];

	kl_error_format(text, e->translate, sentence, sizeof sentence);
	if (strcmp(key, "understood") == 0 || strcmp(key, "quorum") == 0)
		data_add_text(e->answer, key, sentence);
	else
		data_add_text(data_list_of(e->answer, key), NULL, sentence);
}

/* Does another one with a mandate have the same surname? */
static bool
has_namesake(const struct entering *e, const struct person *x)
{
	const struct person *y;
	size_t i, n = 0;

	for (i = 0; i < e->now.entrants.n; i++) {
		y = bundle_person(e->b, e->now.entrants.v[i].ref);
		n += y != NULL && y->last != NULL && x->last != NULL &&
		     strcmp(y->last, x->last) == 0;
	}
	return n > 1;
}

const char *
enter_name(struct entering *e, const char *ref)
{
	const struct person *x = bundle_person(e->b, ref);
	const char *name;

	if (x == NULL || x->last == NULL)
		return ref;
	name = x->first != NULL && has_namesake(e, x)
		   ? arena_printf(e->work, "%s %s", x->first, x->last)
		   : x->last;
	if (name != NULL && x->party != NULL)
		name = arena_printf(e->work, "%s (%s)", name, x->party);
	return name == NULL ? ref : name;
}

const char *
enter_names(struct entering *e, const text_list *refs)
{
	const char *text = "";
	size_t i;

	for (i = 0; text != NULL && i < refs->n; i++)
		text = arena_printf(e->work, "%s%s%s", text, i == 0 ? "" : ", ",
		    enter_name(e, refs->v[i]));
	return text == NULL ? "" : text;
}

/* The shortest that can be typed for somebody and is understood. */
static const char *
typed(struct entering *e, const char *ref)
{
	const struct person *x = bundle_person(e->b, ref);
	uint32_t cp;

	if (x == NULL || x->last == NULL)
		return ref;
	if (!has_namesake(e, x) || x->first == NULL)
		return x->last;
	return arena_printf(e->work, "%s %.*s", x->last,
	    (int)utf8_next(x->first, &cp), x->first);
}

/* ---- seats --------------------------------------------------------------- */

static bool
seat_is_served(const struct sitting *s, const char *member)
{
	size_t i;

	for (i = 0; i < s->v.n; i++)
		if (s->v.v[i].seat == SEAT_SERVING &&
		    s->v.v[i].serves_for != NULL &&
		    strcmp(s->v.v[i].serves_for, member) == 0)
			return true;
	return false;
}

static int
hint_entries(struct entering *e, int nr, const struct sitting *s)
{
	struct derivation why = { .arena = e->work, .translate = e->translate };
	struct meeting *m = e->m, coming;
	entries list = { 0 };
	const struct entry *x;
	size_t i;
	int rc;

	if (nr > enter_last(e)) {
		coming = *m;
		seats_write(e, nr, &coming);
		m = &coming;
	}
	rc = entry_propose(e->work, e->b, m, nr, e->book, &why, &list, e->err);
	for (i = 0; rc == 0 && i < list.n; i++) {
		x = &list.v[i];
		if (x->deputy == NULL || seat_is_served(s, x->member) ||
		    sitting_serves(s, x->deputy))
			continue;
		hint(e, KL_N_("Proposal: %s serves for %s; type: %s för %s"),
		    enter_name(e, x->deputy), enter_name(e, x->member),
		    typed(e, x->deputy), typed(e, x->member));
	}
	return rc;
}

/* A number for who sits where, to see that it is as it was (FNV-1a). */
static uint64_t
seats_number(const struct sitting *s)
{
	uint64_t n = 1469598103934665603ULL;
	const char *p;
	size_t i;

	for (i = 0; i < s->v.n; i++) {
		n = (n ^ (uint64_t)s->v.v[i].seat) * 1099511628211ULL;
		for (p = s->v.v[i].serves_for; p != NULL && *p != '\0'; p++)
			n = (n ^ (unsigned char)*p) * 1099511628211ULL;
	}
	return n;
}

int
enter_say_seats(struct entering *e, int nr)
{
	const struct sitting *s;
	char statute[64];
	uint64_t seats;
	int rc;

	if (e->answer == NULL)
		return 0;
	rc = enter_sitting(e, nr, &s);
	if (rc != 0)
		return rc;
	statute_on("KL 6:27", e->m->day, statute, sizeof statute);
	data_add_int(e->answer, "serving", s->serving);
	data_add_int(e->answer, "seats", s->seats);
	data_add_int(e->answer, "need", s->need);
	data_add_bool(e->answer, "quorate", s->quorate);
	SAY_AS(e, "quorum", KL_N_("%d of %d serve; at least %d must."),
	    s->serving, s->seats, s->need);
	if (!s->quorate)
		note(e,
		    KL_N_("Only %d serve and %d must, so nothing can be "
			  "decided (%s)."),
		    s->serving, s->need, statute);
	if (s->chair == NULL && e->now.started)
		note(e,
		    KL_N_("Nobody who may is there to preside. Elect somebody: "
			  "presiderar NAME vald"));
	seats = seats_number(s);
	if (seats == e->told && !e->asks)
		return 0; /* who could enter has been said */
	e->told = seats;
	return hint_entries(e, nr, s);
}

/* ---- where the typing stands --------------------------------------------- */

static void
show_people(struct entering *e, const struct sitting *s)
{
	text_list there = { 0 }, listening = { 0 }, away = { 0 };
	const struct sitter *x;
	size_t i;

	for (i = 0; i < s->v.n; i++) {
		x = &s->v.v[i];
		if (x->seat == SEAT_SERVING)
			text_add(e->work, &there, x->ref);
		else if (x->seat == SEAT_LISTENING)
			text_add(e->work, &listening, x->ref);
		else if (x->mandate != NULL && x->mandate->role != ROLE_DEPUTY)
			text_add(e->work, &away, x->ref);
	}
	if (s->chair != NULL)
		data_add_text(e->answer, "chair", enter_name(e, s->chair));
	if (there.n > 0)
		data_add_text(e->answer, "serve", enter_names(e, &there));
	if (listening.n > 0)
		data_add_text(e->answer, "listen", enter_names(e, &listening));
	if (away.n > 0)
		data_add_text(e->answer, "away", enter_names(e, &away));
}

static void
show_paragraph(struct entering *e, const struct paragraph *p)
{
	struct kl_data *list, *row;
	const struct proposal *y;
	size_t i;

	if (p->outcome != 0)
		data_add_text(e->answer, "outcome",
		    word_of(words_outcome, (int)p->outcome));
	if (p->proposals.n == 0)
		return;
	list = data_add_list(e->answer, "proposals");
	for (i = 0; i < p->proposals.n; i++) {
		y = &p->proposals.v[i];
		if (y->withdrawn)
			continue;
		row = data_add_object(list, NULL);
		data_add_text(row, "ref", y->ref);
		data_add_text(
		    row, "kind", word_of(words_proposal, (int)y->kind));
		data_add_text(row, "persons", enter_names(e, &y->persons));
		data_add_text(row, "text", y->text);
	}
}

int
enter_show(struct entering *e)
{
	const struct paragraph *p = enter_paragraph(e);
	const struct sitting *s;
	int rc;

	if (e->answer == NULL)
		return 0;
	if (p == NULL)
		say(e, KL_N_("No item has been taken up yet."));
	else if (p->outcome == 0)
		say(e, KL_N_("At § %d, which is not decided."), p->nr);
	else
		say(e, KL_N_("At § %d, which is decided."), p->nr);
	if (e->now.ended)
		note(e, KL_N_("The meeting ended at %s."),
		    e->m->end == NULL ? "" : e->m->end);
	rc = enter_sitting(e, p == NULL ? enter_now(e) : p->nr, &s);
	if (rc != 0)
		return rc;
	show_people(e, s);
	if (p != NULL)
		show_paragraph(e, p);
	return enter_say_seats(e, p == NULL ? enter_now(e) : p->nr);
}
