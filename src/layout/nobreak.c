/* SPDX-License-Identifier: EUPL-1.2
 *
 * Where a line may end, as tables of words.  It looks at the words on both
 * sides of a space or sign, never at widths.
 */
#include "config.h"

#include <string.h>
#include <strings.h>

#include "base/utf8.h"
#include "layout/nobreak.h"

#define EN_DASH 0x2013u
#define EM_DASH 0x2014u
#define SECTION_SIGN 0xa7u
#define WORD_MAX 60	 /* bytes of a word that are looked at */
#define ADDRESS_MAX 2000 /* the same in search of an address */
#define LETTERS_BEFORE 4 /* a hyphen: nej-röst, e-post stay whole */
#define LETTERS_AFTER 3
#define SLASH_LETTERS 3 /* on both sides: och/eller, not km/h */
#define GROUP 3		/* digits between the spaces of a number */
#define PARTY_MAX 4	/* letters of a party's short name */
#define ABBREVIATION 3	/* letters of a part of one: t. ex., fr. o. m. */

/* Words that a number follows on the same line. */
static const char *const leads[] = { "§", "§§", "s.", "sid.", "sida", "sidan",
	"sidorna", "kap.", "kapitel", "p.", "pkt", "pkt.", "punkt", "punkten",
	"nr", "nr.", "nummer", "bilaga", "bil.", "kl", "kl.", "klockan", "art.",
	"artikel", "avsnitt", "tabell", "tab.", "figur", "fig.", "st.", "ca",
	"ca.", "cirka", "dnr", "dnr.", "diarienr", "diarienummer", "ärende",
	"år", "version", "steg", "del", "etapp", "rad", "tel", "tel.", "±", "+",
	"−" };

/* Words that follow a number on the same line. */
static const char *const units[] = { "kr", "kronor", "öre", "mkr", "mnkr",
	"tkr", "kkr", "mdkr", "%", "‰", "procent", "procentenheter", "m", "km",
	"cm", "mm", "mil", "m²", "m³", "m2", "m3", "km²", "kvm", "kvadratmeter",
	"meter", "ha", "hektar", "kg", "ton", "g", "l", "liter", "st", "st.",
	"stycken", "tim", "tim.", "min", "min.", "h", "s", "kl.", "°C", "dB",
	"kW", "kWh", "MW", "MWh", "GWh", "km/h", "§", "§§", "kap", "kap.",
	"kapitlet", "miljon", "miljoner", "miljard", "miljarder", "tusen", "f",
	"f.", "ff", "ff.", "euro", "€" };

static const char *const months[] = { "januari", "februari", "mars", "april",
	"maj", "juni", "juli", "augusti", "september", "oktober", "november",
	"december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep",
	"sept", "okt", "nov", "dec", "jan.", "feb.", "apr.", "aug.", "sept.",
	"okt.", "nov.", "dec." };

/* Words that rather have a number after them. */
static const char *const poor_leads[] = { "den", "vid", "från", "till", "med",
	"i", "på", "av" };

/* Words that rather stay with the number before. */
static const char *const poor_units[] = { "år", "dagar", "veckor", "månader",
	"timmar", "minuter", "ledamöter", "röster", "personer", "stycket" };

/* A word beside a space, without the signs around it. */
struct word {
	char text[WORD_MAX + 1];
	size_t n;
	bool digits;	  /* all of it */
	bool first, last; /* begins, ends with a digit */
	bool any;	  /* has one */
};

static bool
is_digit(uint32_t cp)
{
	return cp >= '0' && cp <= '9';
}

/* ASCII, Latin and all that follows it but punctuation and symbols. */
bool
nobreak_letter(uint32_t cp)
{
	return (cp >= 'a' && cp <= 'z') || (cp >= 'A' && cp <= 'Z') ||
	       (cp >= 0xc0 && cp < 0x2000 && cp != 0xd7 && cp != 0xf7) ||
	       (cp >= 0x2c00 && cp < 0xfff0 && !(cp >= 0x3000 && cp < 0x3040));
}

static bool
is_upper(uint32_t cp)
{
	return (cp >= 'A' && cp <= 'Z') ||
	       (cp >= 0xc0 && cp <= 0xde && cp != 0xd7);
}

static bool
is_wide_space(uint32_t cp)
{
	return (cp >= 0x2000 && cp <= 0x200a && cp != 0x2007) || cp == 0x3000;
}

static bool
is_gap(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\0';
}

uint32_t
nobreak_before(const char *text, size_t at)
{
	uint32_t cp = 0;

	if (at == 0)
		return 0;
	do
		at--;
	while (at > 0 && ((unsigned char)text[at] & 0xc0) == 0x80);
	utf8_next(text + at, &cp);
	return cp;
}

uint32_t
nobreak_after(const char *text, size_t at)
{
	uint32_t cp = 0;

	utf8_next(text + at, &cp);
	return cp;
}

static void
word_of(struct word *w, const char *s, size_t n)
{
	size_t i;

	while (n > 0 && strchr("(\"'[", *s) != NULL) {
		s++;
		n--;
	}
	while (n > 0 && strchr(",;:!?)\"']", s[n - 1]) != NULL)
		n--;
	if (n > WORD_MAX)
		n = 0;
	memcpy(w->text, s, n);
	w->text[n] = '\0';
	w->n = n;
	w->digits = n > 0;
	w->any = false;
	for (i = 0; i < n; i++) {
		w->digits &= is_digit((unsigned char)s[i]);
		w->any |= is_digit((unsigned char)s[i]);
	}
	w->first = n > 0 && is_digit((unsigned char)s[0]);
	w->last = n > 0 && is_digit((unsigned char)s[n - 1]);
}

static bool
is_one_of(const struct word *w, const char *const *list, size_t n)
{
	char differ = 'a' ^ 'A'; /* bits in which two of a letter may */
	size_t i;

	for (i = 0; w->n > 0 && i < n; i++)
		if (((w->text[0] ^ list[i][0]) & ~differ) == 0 &&
		    strcasecmp(w->text, list[i]) == 0)
			return true;
	return false;
}

#define IS_ONE_OF(word, list)                                                  \
	is_one_of((word), (list), sizeof(list) / sizeof *(list))

/* "(S)", "(KD)": the party of the one named before. */
static bool
is_party(const char *s)
{
	size_t n = 0, k;
	uint32_t cp;

	if (*s++ != '(')
		return false;
	for (; (k = utf8_next(s, &cp)) > 0 && nobreak_letter(cp); s += k)
		if (++n == 1 && !is_upper(cp))
			return false;
	return n >= 1 && n <= PARTY_MAX && *s == ')';
}

/* "A." before "Lindvall", "t." before "ex." */
static bool
is_split_abbreviation(const struct word *left, const struct word *right)
{
	uint32_t first, next;
	size_t k = utf8_next(left->text, &first);

	if (left->n < 2 || left->text[left->n - 1] != '.' ||
	    !nobreak_letter(first))
		return false;
	if (is_upper(first))
		return left->n == k + 1 &&
		       is_upper(nobreak_after(right->text, 0));
	next = nobreak_after(right->text, 0);
	return left->n <= ABBREVIATION && nobreak_letter(next) &&
	       !is_upper(next) && right->n <= ABBREVIATION + 1 &&
	       right->text[right->n - 1] == '.';
}

/* "5:12" after KL, OSL, PBL ... */
static bool
is_law(const struct word *left, const struct word *right)
{
	const char *s = left->text;
	uint32_t cp;
	size_t k, n = 0;

	for (; (k = utf8_next(s, &cp)) > 0; s += k, n++)
		if (!is_upper(cp))
			return false;
	return n >= 2 && n <= 6 && right->first &&
	       strchr(right->text, ':') != NULL;
}

/* Does a number go on after the space? */
static bool
is_group(const struct word *left, const struct word *right)
{
	return left->digits && left->n <= GROUP && right->first &&
	       strspn(right->text, "0123456789") == GROUP &&
	       !nobreak_letter(nobreak_after(right->text, GROUP));
}

static bool
is_year(const struct word *w)
{
	return w->digits && w->n == 4;
}

/* Do the words on both sides of a space stay on one line? */
static bool
belongs(const struct word *left, const struct word *right)
{
	static const char dnr[] = "dnr";

	if (right->first && (IS_ONE_OF(left, leads) || is_law(left, right)))
		return true;
	if (right->any && strncasecmp(left->text, dnr, sizeof dnr - 1) == 0)
		return true;
	return left->last &&
	       (IS_ONE_OF(right, units) || is_group(left, right) ||
		   (left->digits && left->n <= 2 && IS_ONE_OF(right, months)));
}

/* Would they rather? */
static int
cost(const struct word *left, const struct word *right)
{
	if (right->first && is_year(right) && IS_ONE_OF(left, months))
		return BREAK_POOR;
	if ((right->first && IS_ONE_OF(left, poor_leads)) ||
	    (left->last && IS_ONE_OF(right, poor_units)))
		return BREAK_POOR / 4;
	return BREAK_FREE;
}

/* Most words have no number beside them and are no abbreviations: nothing
 * binds them. */
static bool
is_plain(const char *text, size_t start, size_t end)
{
	if (start > 0 && (text[start - 1] == '.' ||
			     is_digit((unsigned char)text[start - 1])))
		return false;
	for (; !is_gap(text[end]); end++)
		if (is_digit((unsigned char)text[end]))
			return false;
	return true;
}

int
nobreak_space(const char *text, size_t start, size_t end)
{
	size_t from = start, to = end;
	struct word left, right;
	uint32_t next = nobreak_after(text, end);

	if (next == EN_DASH || next == EM_DASH ||
	    nobreak_before(text, start) == SECTION_SIGN ||
	    (next == '(' && is_party(text + end)))
		return BREAK_NEVER;
	if (is_plain(text, start, end))
		return BREAK_FREE;
	if (start > 0 && strchr(",;:!?)", text[start - 1]) != NULL)
		return BREAK_FREE; /* a clause ends */
	while (from > 0 && !is_gap(text[from - 1]) && start - from <= WORD_MAX)
		from--;
	while (!is_gap(text[to]) && to - end <= WORD_MAX)
		to++;
	word_of(&left, text + from, start - from);
	word_of(&right, text + end, to - end);
	if (left.n == 0 || right.n == 0)
		return BREAK_FREE;
	if (is_split_abbreviation(&left, &right))
		return BREAK_NEVER;
	if (right.n > 1 && right.text[right.n - 1] == '.')
		right.text[--right.n] = '\0';
	return belongs(&left, &right) ? BREAK_NEVER : cost(&left, &right);
}

bool
nobreak_address(const char *text, size_t at)
{
	const char *s = text + at;
	size_t n = 0;
	bool sign = false;

	for (; n < ADDRESS_MAX && !is_gap(s[n]); n++)
		sign |= s[n] == '@' || s[n] == '/' || s[n] == 'w';
	if (!sign)
		return false;
	return strncasecmp(s, "www.", 4) == 0 ||
	       memmem(s, n, "://", 3) != NULL ||
	       (memchr(s, '@', n) != NULL && memchr(s, '.', n) != NULL);
}

/* The letters in a row on one side of byte ${at}, at most ${most}. */
static size_t
letters_before(const char *text, size_t at, size_t most)
{
	size_t n = 0;

	while (n < most && nobreak_letter(nobreak_before(text, at))) {
		do
			at--;
		while (at > 0 && ((unsigned char)text[at] & 0xc0) == 0x80);
		n++;
	}
	return n;
}

static size_t
letters_after(const char *text, size_t at, size_t most)
{
	uint32_t cp;
	size_t n = 0, k;

	for (; n < most && (k = utf8_next(text + at, &cp)) > 0 &&
	       nobreak_letter(cp);
	     at += k)
		n++;
	return n;
}

int
nobreak_sign(
    const char *text, uint32_t cp, size_t start, size_t end, bool address)
{
	uint32_t left = nobreak_before(text, start);
	uint32_t right = nobreak_after(text, end);

	if (is_wide_space(cp))
		return BREAK_FREE;
	if (address) {
		if (cp >= 0x80 || strchr("/.-_@?&=:;,", (int)cp) == NULL)
			return BREAK_NEVER;
		return (nobreak_letter(right) || is_digit(right)) &&
			       (nobreak_letter(left) || is_digit(left))
			   ? BREAK_ADDRESS
			   : BREAK_NEVER;
	}
	if (cp == EN_DASH || cp == EM_DASH)
		return nobreak_letter(left) && nobreak_letter(right)
			   ? BREAK_SIGN
			   : BREAK_NEVER;
	if (cp == '-' &&
	    letters_before(text, start, LETTERS_BEFORE) == LETTERS_BEFORE &&
	    letters_after(text, end, LETTERS_AFTER) == LETTERS_AFTER)
		return BREAK_SIGN;
	if (cp == '/' &&
	    letters_before(text, start, SLASH_LETTERS) == SLASH_LETTERS &&
	    letters_after(text, end, SLASH_LETTERS) == SLASH_LETTERS)
		return BREAK_SIGN;
	return BREAK_NEVER;
}
