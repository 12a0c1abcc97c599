/* SPDX-License-Identifier: EUPL-1.2
 *
 * How lines are written.
 */
#include "config.h"

#include <string.h>

#include "base/utf8.h"
#include "domain/words.h"
#include "proceedings/grammar.h"

#define LETTERS_MIN 2 /* of a word that is begun */

const struct keyword grammar_verbs[] = { { "start", NULL, VERB_START },
	{ "kl", "kl.", VERB_CLOCK }, { "närvarar", "n", VERB_PRESENT },
	{ "+", "in", VERB_ARRIVE }, { "-", "ut", VERB_LEAVE },
	{ "tjänstgör", "tj", VERB_SERVE }, { "distans", "ds", VERB_REMOTE },
	{ "övrig", "ö", VERB_OTHER }, { "§", "par", VERB_ITEM },
	{ "presiderar", "pr", VERB_PRESIDE }, { "jäv", "j", VERB_CONFLICT },
	{ "yrkar", "y", VERB_PROPOSE }, { "yrkande", NULL, VERB_PROPOSE },
	{ "återtar", "åt", VERB_WITHDRAW }, { "fråga", "f", VERB_QUESTION },
	{ "votering", "v", VERB_DIVISION },
	{ "omröstning", NULL, VERB_DIVISION }, { "ja", NULL, VERB_YES },
	{ "nej", NULL, VERB_NO }, { "avstår", "avs", VERB_ABSTAIN },
	{ "frånvarande", "fr", VERB_ABSENT }, { "sluten", NULL, VERB_SECRET },
	{ "utslag", NULL, VERB_CASTING }, { "lottning", "lott", VERB_LOTS },
	{ "val", NULL, VERB_ELECT }, { "beslut", "b", VERB_DECIDE },
	{ "bordläggs", "bl", VERB_TABLE },
	{ "återremiss", "år", VERB_REFER_BACK }, { "utgår", "ug", VERB_DROP },
	{ "anmäls", "am", VERB_REPORT }, { "information", "i", VERB_INFORM },
	{ "uppdrag", "up", VERB_COMMISSION },
	{ "reservation", "r", VERB_DISSENT },
	{ "reserverar", "res", VERB_DISSENT },
	{ "uttalande", "utt", VERB_SPECIAL },
	{ "ersättaryttrande", "ey", VERB_DEPUTY_STATEMENT },
	{ "anteckning", "an", VERB_NOTE }, { "deltar", "dt", VERB_ASIDE },
	{ "ajournering", "aj", VERB_BREAK }, { "stängda", NULL, VERB_CLOSED },
	{ "öppna", NULL, VERB_OPEN }, { "föredragande", "fd", VERB_RAPPORTEUR },
	{ "skäl", NULL, VERB_REASONS }, { "skickas", "sk", VERB_SEND },
	{ "slut", NULL, VERB_END }, { "ångra", "u", VERB_UNDO },
	{ "visa", "?", VERB_SHOW }, { "hjälp", "h", VERB_HELP },
	{ NULL, NULL, 0 } };

/* No short forms of one letter here: they would be taken for initials. */
const struct keyword grammar_proposals[] = { { "bifall", NULL,
						 PROPOSAL_APPROVE },
	{ "avslag", NULL, PROPOSAL_REJECT },
	{ "ändring", NULL, PROPOSAL_AMEND }, { "tillägg", NULL, PROPOSAL_ADD },
	{ "återremiss", NULL, PROPOSAL_REFER_BACK },
	{ "bordläggning", NULL, PROPOSAL_TABLE },
	{ "ajournering", NULL, PROPOSAL_ADJOURN }, { NULL, NULL, 0 } };

const char *
grammar_word(enum verb verb)
{
	const struct keyword *k;

	for (k = grammar_verbs; k->word != NULL; k++)
		if (k->value == (int)verb)
			return k->word;
	return "";
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t';
}

static const char *
skip(const char *p)
{
	while (is_blank(*p))
		p++;
	return p;
}

void
line_open(struct line *l, struct arena *a, const char *text)
{
	l->a = a;
	l->p = skip(text);
}

bool
line_end(const struct line *l)
{
	return *l->p == '\0';
}

/* What ends a word beside a blank: a comma, an arrow, a colon before a blank.
 */
static bool
is_sign(const char *p)
{
	return *p == ',' || strncmp(p, "->", 2) == 0 ||
	       strncmp(p, "→", 3) == 0 ||
	       (*p == ':' && (is_blank(p[1]) || p[1] == '\0'));
}

/* How many bytes the word at ${p} has. */
static size_t
word_length(const char *p)
{
	size_t n = 0;

	while (p[n] != '\0' && !is_blank(p[n]) && !is_sign(p + n))
		n++;
	return n;
}

/* Where the word number ${n} from ${p} ends, or NULL. */
static const char *
words_end(const char *p, int n)
{
	size_t len;

	for (; n > 0; n--) {
		p = skip(p);
		len = word_length(p);
		if (len == 0)
			return NULL;
		p += len;
	}
	return p;
}

char *
line_peek(const struct line *l, int n)
{
	const char *end = words_end(l->p, n);

	return end == NULL ? NULL
			   : arena_strndup(l->a, l->p, (size_t)(end - l->p));
}

void
line_step(struct line *l, int n)
{
	const char *end = words_end(l->p, n);

	if (end != NULL)
		l->p = skip(end);
}

bool
line_sign(struct line *l, const char *sign)
{
	size_t n = strlen(sign);

	if (strncmp(l->p, sign, n) != 0)
		return false;
	l->p = skip(l->p + n);
	return true;
}

/* Is the folded text ${x} the word ${word}, which is lower case? */
static bool
is_word(const char *x, const char *word)
{
	return x != NULL && word != NULL && strcmp(x, word) == 0;
}

static char *
folded_word(const struct line *l)
{
	char *word = line_peek(l, 1);

	return word == NULL ? NULL : utf8_fold(l->a, word);
}

bool
line_is(struct line *l, const char *word)
{
	if (!is_word(folded_word(l), word))
		return false;
	line_step(l, 1);
	return true;
}

bool
line_same(struct arena *a, const char *text, const char *word)
{
	return is_word(text == NULL ? NULL : utf8_fold(a, text), word);
}

/* The one value whose words begin so, or 0. */
static int
begun(const struct keyword *list, const char *x)
{
	const struct keyword *k;
	size_t n = strlen(x);
	int found = 0;

	if (utf8_length(x) < LETTERS_MIN)
		return 0;
	for (k = list; k->word != NULL; k++) {
		if (strncmp(k->word, x, n) != 0)
			continue;
		if (found != 0 && found != k->value)
			return 0;
		found = k->value;
	}
	return found;
}

/* Typed in haste, without dots and rings. */
static int
plain_keyword(const struct line *l, const struct keyword *list)
{
	const char *word = line_peek(l, 1);
	const char *x = word == NULL ? NULL : utf8_plain(l->a, word);
	const struct keyword *k;
	int value = 0;

	for (k = list; value == 0 && k->word != NULL; k++)
		if (is_word(x, utf8_plain(l->a, k->word)))
			value = k->value;
	return value;
}

int
line_keyword(struct line *l, const struct keyword *list)
{
	const char *x = folded_word(l);
	const struct keyword *k;
	int value = 0;

	if (x == NULL)
		return 0;
	for (k = list; value == 0 && k->word != NULL; k++)
		if (is_word(x, k->word) || is_word(x, k->brief))
			value = k->value;
	if (value == 0)
		value = begun(list, x);
	if (value == 0)
		value = plain_keyword(l, list);
	if (value != 0)
		line_step(l, 1);
	return value;
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* A clock at ${p}: its length, or 0. */
static size_t
clock_at(const char *p, int *hour, int *minute)
{
	size_t n = is_digit(p[0]) ? (is_digit(p[1]) ? 2 : 1) : 0;

	if (n == 0 || (p[n] != ':' && p[n] != '.') || !is_digit(p[n + 1]) ||
	    !is_digit(p[n + 2]) || is_digit(p[n + 3]))
		return 0;
	*hour = n == 2 ? (p[0] - '0') * 10 + p[1] - '0' : p[0] - '0';
	*minute = (p[n + 1] - '0') * 10 + p[n + 2] - '0';
	return *hour < 24 && *minute < 60 ? n + 3 : 0;
}

bool
line_clock(struct line *l, const char **clock)
{
	int hour = 0, minute = 0;
	size_t n = clock_at(l->p, &hour, &minute);

	if (n == 0 || (l->p[n] != '\0' && strchr(" \t,-", l->p[n]) == NULL &&
			  strncmp(l->p + n, "–", 3) != 0))
		return false;
	*clock = arena_printf(l->a, "%02d:%02d", hour, minute);
	l->p = skip(l->p + n);
	return true;
}

bool
line_day(struct line *l, kl_day *day)
{
	const char *word = line_peek(l, 1);

	if (word == NULL || kl_day_parse(word, day) != 0)
		return false;
	line_step(l, 1);
	return true;
}

bool
line_number(struct line *l, int *number)
{
	size_t n = strspn(l->p, "0123456789"), i;

	if (n == 0 || n > 5 || word_length(l->p) != n)
		return false;
	for (*number = 0, i = 0; i < n; i++)
		*number = *number * 10 + l->p[i] - '0';
	l->p = skip(l->p + n);
	return true;
}

char *
line_until(struct line *l, const char *word)
{
	struct line ahead = *l;
	const char *before;
	char *text;

	for (;;) {
		before = ahead.p;
		if (line_is(&ahead, word))
			break;
		if (line_sign(&ahead, ",") || line_sign(&ahead, ":") ||
		    line_sign(&ahead, "->") || line_sign(&ahead, "→"))
			continue;
		if (line_end(&ahead))
			return NULL;
		line_step(&ahead, 1);
	}
	while (before > l->p && is_blank(before[-1]))
		before--;
	text = arena_strndup(l->a, l->p, (size_t)(before - l->p));
	*l = ahead;
	return text;
}

char *
line_rest(struct line *l)
{
	size_t n = strlen(l->p);
	char *text;

	while (n > 0 && is_blank(l->p[n - 1]))
		n--;
	text = n == 0 ? NULL : arena_strndup(l->a, l->p, n);
	l->p += strlen(l->p);
	return text;
}

const char *
keyword_nearest(struct arena *a, const struct keyword *list, const char *word)
{
	const char *words[VERB_COUNT + 8];
	const char *x = utf8_fold(a, word);
	size_t n = 0;

	for (; list->word != NULL && n < sizeof words / sizeof *words; list++)
		words[n++] = list->word;
	return x == NULL ? NULL : utf8_nearest(x, words, n);
}
