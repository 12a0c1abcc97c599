/* SPDX-License-Identifier: EUPL-1.2
 *
 * The words of the lines that are typed during a meeting, and a cursor over
 * one line.  It knows how things are written, not what they do.
 */
#ifndef PROCEEDINGS_GRAMMAR_H
#define PROCEEDINGS_GRAMMAR_H

#include "base/arena.h"
#include <kansli/day.h>
#include <kansli/error.h>

/* What a line begins with. */
enum verb {
	VERB_NONE,
	VERB_START,
	VERB_CLOCK,
	VERB_PRESENT,
	VERB_ARRIVE,
	VERB_LEAVE,
	VERB_SERVE,
	VERB_REMOTE,
	VERB_OTHER,
	VERB_ITEM,
	VERB_PRESIDE,
	VERB_CONFLICT,
	VERB_PROPOSE,
	VERB_WITHDRAW,
	VERB_QUESTION,
	VERB_DIVISION,
	VERB_YES,
	VERB_NO,
	VERB_ABSTAIN,
	VERB_ABSENT,
	VERB_SECRET,
	VERB_CASTING,
	VERB_LOTS,
	VERB_ELECT,
	VERB_DECIDE,
	VERB_TABLE,
	VERB_REFER_BACK,
	VERB_DROP,
	VERB_REPORT,
	VERB_INFORM,
	VERB_COMMISSION,
	VERB_DISSENT,
	VERB_SPECIAL,
	VERB_DEPUTY_STATEMENT,
	VERB_NOTE,
	VERB_ASIDE,
	VERB_BREAK,
	VERB_CLOSED,
	VERB_OPEN,
	VERB_RAPPORTEUR,
	VERB_REASONS,
	VERB_SEND,
	VERB_END,
	VERB_UNDO,
	VERB_SHOW,
	VERB_HELP,
	VERB_COUNT
};

/* A word of a closed list, with what may be typed for it. */
struct keyword {
	const char *word;
	const char *brief; /* its short form, or NULL */
	int value;	   /* from 1 */
};

/* The verbs, ended by a NULL word; the first of a value is how it is told. */
extern const struct keyword grammar_verbs[];
extern const struct keyword grammar_proposals[]; /* enum proposal_kind */

/* grammar_word(verb): how the verb is written in full. */
const char *grammar_word(enum verb verb);

/* A cursor over one line. */
struct line {
	struct arena *a; /* for the pieces */
	const char *p;	 /* what is left, without blanks before it */
};

/* line_open(l, a, text): at the beginning of ${text}, which must outlive it. */
void line_open(struct line *l, struct arena *a, const char *text);

/* line_end(l): nothing is left. */
bool line_end(const struct line *l);

/* line_peek(l, n): the next ${n} words as they are written, in the arena; NULL
 * if there are not that many before a comma, a colon or the end. */
char *line_peek(const struct line *l, int n);

/* line_step(l, n): go past ${n} words. */
void line_step(struct line *l, int n);

/* line_sign(l, sign): go past ${sign} ("," ":" "->" "§") if it comes next. */
bool line_sign(struct line *l, const char *sign);

/* line_is(l, word): go past that word, whatever its case, if it comes next. */
bool line_is(struct line *l, const char *word);

/* line_same(a, text, word): is ${text} that word, whatever its case? */
bool line_same(struct arena *a, const char *text, const char *word);

/* line_keyword(l, list): go past a word of the list and return its value: the
 * word, its short form, or at least two letters that begin one of them alone;
 * otherwise 0. */
int line_keyword(struct line *l, const struct keyword *list);

/* line_clock(l, clock): "16:31", "16.31" or "9.05", as "09:05". */
bool line_clock(struct line *l, const char **clock);

/* line_day(l, day): "2026-12-15". */
bool line_day(struct line *l, kl_day *day);

/* line_number(l, number): from 0 to 99999. */
bool line_number(struct line *l, int *number);

/* line_until(l, word): the text before the word ${word}, and go past both; NULL
 * if it does not come. */
char *line_until(struct line *l, const char *word);

/* line_rest(l): all that is left, without blanks at its end; NULL for nothing.
 */
char *line_rest(struct line *l);

/* keyword_nearest(a, list, word): the full word most like it, or NULL. */
const char *keyword_nearest(
    struct arena *a, const struct keyword *list, const char *word);

#endif
