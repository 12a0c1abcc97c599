/* SPDX-License-Identifier: EUPL-1.2
 *
 * Which words of a paragraph may be divided, and at what cost.  Where a word
 * may be divided is for hyphen.c to know; what is no ordinary word - a number,
 * an abbreviation, an address, a word whose writer put soft hyphens in - stays
 * whole here.
 */
#include "config.h"

#include <string.h>

#include "base/utf8.h"
#include "layout/flow.h"
#include "layout/hyphen.h"
#include "layout/nobreak.h"

#define LEAST_LETTERS 3 /* before and after */
#define LOW_LETTERS 2	/* a style may ask for so few */
#define SHORT_PART 4	/* letters; shorter parts cost more */
#define SHORT_COST 25
#define NAME_COST 150
#define SOFT_HYPHEN 0xadu

static bool
is_upper(uint32_t cp)
{
	return (cp >= 'A' && cp <= 'Z') ||
	       (cp >= 0xc0 && cp <= 0xde && cp != 0xd7);
}

/* The letters of an atom, without the signs around them; 0 if they are no word
 * that may be divided. */
static size_t
letters_of(const struct para *p, const struct atom *atom, size_t *start)
{
	const char *text = p->text.data;
	size_t at = atom->start, end, k, letters = 0, upper = 0;
	uint32_t cp;

	while (at < atom->end && (k = utf8_next(text + at, &cp)) > 0 &&
	       !nobreak_letter(cp))
		at += k;
	*start = at;
	for (; at < atom->end && (k = utf8_next(text + at, &cp)) > 0 &&
	       nobreak_letter(cp);
	     at += k) {
		upper += is_upper(cp);
		letters++;
	}
	end = at;
	if (letters < (size_t)2 * LOW_LETTERS || upper > 1 ||
	    (upper == 1 && !is_upper(nobreak_after(text, *start))))
		return 0;
	for (; at < atom->end; at += k) { /* signs alone may follow */
		k = utf8_next(text + at, &cp);
		if (k == 0 || nobreak_letter(cp) || (cp >= '0' && cp <= '9') ||
		    cp == '@' || cp == '/')
			return 0;
	}
	return end - *start;
}

/* True if the letters go on beyond the atom, or a soft hyphen stands there. */
static bool
goes_on(const struct para *p, const struct atom *atom)
{
	uint32_t left = nobreak_before(p->text.data, atom->start);
	uint32_t right = nobreak_after(p->text.data, atom->end);

	return left == SOFT_HYPHEN || right == SOFT_HYPHEN ||
	       nobreak_letter(left) || (left >= '0' && left <= '9') ||
	       nobreak_letter(right) || (right >= '0' && right <= '9');
}

/* A capital inside a sentence begins a name. */
static bool
is_name(const struct para *p, size_t start)
{
	const char *text = p->text.data;
	uint32_t before;

	if (!is_upper(nobreak_after(text, start)))
		return false;
	while (start > 0 && (text[start - 1] == ' ' || text[start - 1] == '"'))
		start--;
	before = nobreak_before(text, start);
	return before != 0 && before < 0x2000 && before != '\n' &&
	       (before >= 0x80 || strchr(".!?:", (int)before) == NULL);
}

static void
note_missing(struct flow *f, const char *language)
{
	struct kl_error note;

	kl_error_set(&note, 0,
	    KL_N_("No hyphenation dictionary for the language %s was found; "
		  "its words are not divided. Install the package "
		  "hyphen-%s."),
	    language, language);
	flow_note(f, &note);
}

static int
least(int asked)
{
	if (asked <= 0)
		return LEAST_LETTERS;
	return asked < LOW_LETTERS ? LOW_LETTERS : asked;
}

size_t
divide_word(struct flow *f, const struct para *p, const struct atom *atom,
    struct division *points)
{
	const struct run *run = &p->runs.v[atom->run];
	struct hyphens_language *l;
	uint8_t at[DIVIDE_MAX], before[DIVIDE_MAX];
	size_t i, n, start, length, count = 0, letters = 0;
	int low = least(p->style->hyphen_before);
	int high = least(p->style->hyphen_after);
	bool name;

	if (goes_on(p, atom) || (length = letters_of(p, atom, &start)) == 0 ||
	    run->language == NULL)
		return 0;
	if (hyphens_language(f->hyphens, run->language, &l) != 0) {
		f->lost = true;
		return 0;
	}
	if (l == NULL) {
		note_missing(f, run->language);
		return 0;
	}
	n = hyphens_word(
	    l, p->text.data + start, length, at, before, DIVIDE_MAX, &letters);
	name = n > 0 && is_name(p, start);
	for (i = 0; i < n; i++) {
		int left = before[i], right = (int)letters - before[i];

		if (left < low || right < high)
			continue;
		points[count++] = (struct division){
			.at = start - atom->start + at[i],
			.cost = BREAK_HYPHEN + (name ? NAME_COST : 0) +
				(left < SHORT_PART || right < SHORT_PART
					? SHORT_COST
					: 0),
		};
	}
	return count;
}
