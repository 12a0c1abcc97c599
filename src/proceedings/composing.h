/* SPDX-License-Identifier: EUPL-1.2
 *
 * Composing: what the parts share.  Private to the room.  Each part appends its
 * sentences to the text under way; failures are sticky in the arena and in err.
 */
#ifndef PROCEEDINGS_COMPOSING_H
#define PROCEEDINGS_COMPOSING_H

#include "domain/ranges.h"
#include "proceedings/compose.h"
#include "rules/voting.h"

struct composing {
	struct arena *a;
	const struct phrases *phrases;
	const struct bundle *b;
	const struct meeting *m;
	const struct paragraph *p; /* the one under way */
	const char *body;	   /* "nämnden" */
	text_list *out;		   /* sentences of the part under way */
	struct kl_error *err;
	int rc; /* the first failure */
};

/* SAY(c, id, gap...), PHRASE(c, id, gap...): each gap {"name", text}.  SAY adds
 * the filled phrase as a paragraph of its own; PHRASE gives it back, "" on
 * failure.  {organ} is filled by itself. */
#define SAY(c, id, ...) compose_say((c), PHRASE((c), id, __VA_ARGS__))
#define PHRASE(c, id, ...)                                                     \
	compose_phrase((c), id, (const struct gap[]){ __VA_ARGS__, { 0 } })

/* SAYING(c, id), PLAIN(c, id): the same without gaps. */
#define SAYING(c, id) compose_say((c), PLAIN((c), id))
#define PLAIN(c, id) compose_phrase((c), id, (const struct gap[]){ { 0 } })

/* compose_phrase(c, id, gaps): as PHRASE; the gaps end with a nameless one. */
const char *compose_phrase(
    struct composing *c, const char *id, const struct gap *gaps);

/* compose_say(c, text): append a paragraph; "" adds none. */
void compose_say(struct composing *c, const char *text);

/* compose_go_on(c, text): append to the last paragraph, after a space. */
void compose_go_on(struct composing *c, const char *text);

/* compose_text_of(c, text): append what somebody wrote, a paragraph for each of
 * its own; NULL adds none. */
void compose_text_of(struct composing *c, const char *text);

/* compose_name(c, ref): "Nils Ek (M)"; the ref of one who is not known. */
const char *compose_name(struct composing *c, const char *ref);

/* compose_names(c, list): "Nils Ek (M) och Eva Lind (L)"; "en ledamot" of an
 * empty list. */
const char *compose_names(struct composing *c, const text_list *list);

/* compose_number(c, n): the digits. */
const char *compose_number(struct composing *c, int n);

/* compose_clock(c, clock): "17.05" for "17:05". */
const char *compose_clock(struct composing *c, const char *clock);

/* compose_day(c, day): "15 december 2026". */
const char *compose_day(struct composing *c, kl_day day);

/* compose_id(c, stem, word): "yrkande-bifall". */
const char *compose_id(struct composing *c, const char *stem, const char *word);

/* compose_proposal(c, stem, ref): how the proposal is named in a sentence, by
 * the phrases that begin with ${stem}, "förslag" or "röst". */
const char *compose_proposal(
    struct composing *c, const char *stem, const char *ref);

/* dissent_sentence(a, x): the sentence that somebody dissents, where what they
 * wrote begins with it, or NULL.  dissent_has_motivation(x): they wrote more
 * than that. */
const char *dissent_sentence(struct arena *a, const struct dissent *x);
bool dissent_has_motivation(const struct dissent *x);

/* annex_has_delegations(matter): decisions made on delegation are reported in
 * it; NULL is none. */
#define ANNEX_DELEGATED "delegationsbeslut"
bool annex_has_delegations(const struct matter *x);

/* The parts. */
void compose_conflicts(struct composing *c);
void compose_presence(struct composing *c);
void compose_not_participating(struct composing *c);
void compose_proposals(struct composing *c);
void compose_procedure(struct composing *c);
void compose_divisions(struct composing *c);
void compose_elections(struct composing *c);
void compose_outcome(struct composing *c);
void compose_dissents(struct composing *c);
void compose_special(struct composing *c);
void compose_deputies(struct composing *c);
void compose_notes(struct composing *c);

#endif
