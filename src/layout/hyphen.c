/* SPDX-License-Identifier: EUPL-1.2
 *
 * Hyphenation.  A word found among the exceptions is divided as they say; so
 * are its usual inflections, and compounds that begin or end with it.  All
 * other words go to libhyphen.  Answers are kept, because the words of a
 * municipality are few and come again.
 */
#include "config.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "layout/hyphen.h"
#include "layout/patterns.h"

#define SYSTEM_FOLDER "/usr/share/hyphen"
#define FILE_MAX ((size_t)8 << 20)
#define TAG_MAX 12
#define WORD_MAX 80	   /* letters; longer words are not divided */
#define PART_LETTERS 7	   /* an exception this long may be part of others */
#define LEAST_STEM 4	   /* of a word whose inflections follow it */
#define LEAST_REST 4	   /* the other part of a compound */
#define MAX_PARTS 4	   /* of a compound */
#define ENTRIES_MAX 200000 /* exceptions in a file */
#define CACHE_SLOTS 1024   /* of a language, at first; a power of two */
#define CACHE_WORDS 20000  /* then it is begun anew */
#define LANGUAGES_MAX 50

/* Endings of Swedish words that leave the divisions before them alone. */
static const char *const endings[] = { "a", "an", "ans", "ar", "arna", "arnas",
	"ars", "as", "at", "e", "en", "ena", "enas", "ens", "er", "erna",
	"ernas", "ers", "es", "et", "ets", "na", "nas", "n", "ns", "or", "orna",
	"ornas", "r", "rna", "rnas", "rs", "s", "t", "ts", "de", "des", "are",
	"ares", "arens", "aren" };

/* Letters, folded, and where they may be divided: after[i] is true if a line
 * may end after i letters. */
struct letters {
	uint32_t v[WORD_MAX];
	size_t n;
};

struct places {
	bool after[WORD_MAX + 1];
};

struct exception {
	uint32_t hash;
	uint8_t n;
	bool whole, first, last; /* may be a word, begin one, end one */
	const uint32_t *letters;
	const bool *after; /* n + 1 of them */
};

struct answer {
	uint32_t hash;
	uint8_t length, letters, n;
	const char *word; /* its bytes, then n places in bytes, n in letters */
};

struct hyphens_language {
	struct hyphens *h;
	const char *tag;
	struct patterns *patterns; /* NULL: none were found */
	struct exception *exceptions;
	size_t nslots; /* a power of two, or 0 */
	struct answer *answers;
	size_t nanswers, nplaces; /* at most half the places are taken */
	struct arena *words;	  /* of the answers */
};

struct hyphens {
	struct arena *a;
	const char *dictionaries, *exceptions;
	struct hyphens_language *languages[LANGUAGES_MAX];
	size_t nlanguages;
	VEC(struct hyphens_source) sources;
};

int
hyphens_open(const char *dictionaries, const char *exceptions,
    struct hyphens **out, struct kl_error *err)
{
	struct hyphens *h = mem_alloc(sizeof *h);

	if (h == NULL)
		return kl_error_nomem(err);
	h->a = arena_new(0);
	if (h->a != NULL) {
		h->dictionaries = arena_strdup(
		    h->a, dictionaries == NULL ? SYSTEM_FOLDER : dictionaries);
		h->exceptions = arena_strdup(h->a, exceptions);
	}
	if (h->a == NULL || arena_failed(h->a)) {
		hyphens_close(h);
		return kl_error_nomem(err);
	}
	*out = h;
	return 0;
}

static void
language_free(struct hyphens_language *l)
{
	patterns_free(l->patterns);
	arena_free(l->words);
	mem_free(l->answers);
}

void
hyphens_close(struct hyphens *h)
{
	size_t i;

	if (h == NULL)
		return;
	for (i = 0; i < h->nlanguages; i++)
		language_free(h->languages[i]);
	arena_free(h->a);
	mem_free(h);
}

const struct hyphens_source *
hyphens_source(const struct hyphens *h, size_t i)
{
	return i < h->sources.n ? &h->sources.v[i] : NULL;
}

/* ---- letters ------------------------------------------------------------ */

/* Fold ${n} bytes to small letters; false if they are too many. */
static bool
fold(const char *word, size_t n, struct letters *out)
{
	const char *end = word + n;
	uint32_t cp;
	size_t k;

	out->n = 0;
	for (; word < end && (k = utf8_next(word, &cp)) > 0; word += k) {
		if (out->n == WORD_MAX)
			return false;
		out->v[out->n++] =
		    (uint32_t)utf8proc_tolower((utf8proc_int32_t)cp);
	}
	return true;
}

static uint32_t
hash_letters(const uint32_t *v, size_t n)
{
	uint32_t hash = 2166136261u;

	while (n-- > 0)
		hash = (hash ^ *v++) * 16777619u;
	return hash;
}

/* ---- exceptions --------------------------------------------------------- */

static const struct exception *
exception_find(
    const struct hyphens_language *l, const uint32_t *letters, size_t n)
{
	uint32_t hash = hash_letters(letters, n);
	size_t i = hash;

	if (l->nslots == 0)
		return NULL;
	for (;; i++) {
		const struct exception *e = &l->exceptions[i & (l->nslots - 1)];

		if (e->letters == NULL)
			return NULL;
		if (e->hash == hash && e->n == n &&
		    memcmp(e->letters, letters, n * sizeof *letters) == 0)
			return e;
	}
}

/* Read one line; false if it is no word. */
static bool
exception_read(struct arena *a, const char *line, size_t n, struct exception *e)
{
	bool after[WORD_MAX + 1] = { false };
	struct letters all, word = { .n = 0 };
	uint32_t *letters;
	bool *copy;
	size_t i;

	while (n > 0 && isspace((unsigned char)line[n - 1]))
		n--;
	if (n == 0 || *line == '#' || !fold(line, n, &all))
		return false;
	for (i = 0; i < all.n; i++) {
		if (all.v[i] == '-')
			after[word.n] = true;
		else
			word.v[word.n++] = all.v[i];
	}
	if (word.n < 2)
		return false;
	letters = arena_alloc(a, word.n * sizeof *letters);
	copy = arena_alloc(a, (word.n + 1) * sizeof *copy);
	if (letters == NULL || copy == NULL)
		return false;
	memcpy(letters, word.v, word.n * sizeof *letters);
	memcpy(copy, after, (word.n + 1) * sizeof *copy);
	*e = (struct exception){ .hash = hash_letters(word.v, word.n),
		.n = (uint8_t)word.n,
		.whole = !after[0] && !after[word.n],
		.first = after[word.n] || word.n >= PART_LETTERS,
		.last = after[0] || word.n >= PART_LETTERS,
		.letters = letters,
		.after = copy };
	if (after[word.n] && !after[0])
		e->last = false;
	if (after[0] && !after[word.n])
		e->first = false;
	return true;
}

static void
exceptions_parse(struct hyphens_language *l, const char *text)
{
	struct arena *a = l->h->a;
	struct exception e;
	const char *end;
	size_t lines = 1, i;

	for (end = text; *end != '\0'; end++)
		lines += *end == '\n';
	if (lines > ENTRIES_MAX)
		return;
	for (l->nslots = 64; l->nslots < 2 * lines; l->nslots *= 2)
		;
	l->exceptions = arena_alloc(a, l->nslots * sizeof *l->exceptions);
	if (l->exceptions == NULL) {
		l->nslots = 0;
		return;
	}
	for (; *text != '\0'; text = *end == '\0' ? end : end + 1) {
		end = text + strcspn(text, "\n");
		if (!exception_read(a, text, (size_t)(end - text), &e))
			continue;
		for (i = e.hash;; i++)
			if (l->exceptions[i & (l->nslots - 1)].letters == NULL)
				break;
		if (exception_find(l, e.letters, e.n) == NULL)
			l->exceptions[i & (l->nslots - 1)] = e;
	}
}

/* ---- files -------------------------------------------------------------- */

/* Read a file and remember that it was used; ${text} is empty if there is none.
 * 0, or KL_E_NOMEM. */
static int
source_read(struct hyphens *h, const char *path, struct buf *text)
{
	struct hyphens_source *source;
	char hex[HASH_HEX];
	int rc;

	buf_init(text, FILE_MAX);
	if (path == NULL || !file_exists(path))
		return 0;
	if ((rc = file_read(path, FILE_MAX, text, NULL)) != 0) {
		buf_reset(text);
		return rc == KL_E_NOMEM ? rc : 0;
	}
	digest_of(text->data, text->len, hex);
	if ((source = vec_push(h->a, &h->sources)) == NULL)
		return KL_E_NOMEM;
	source->path = path;
	source->digest = arena_strdup(h->a, hex);
	return source->digest == NULL ? KL_E_NOMEM : 0;
}

/* The usual country of a language that is asked for without one. */
static void
usual_country(const char *language, char out[3])
{
	static const char *const countries[][2] = { { "sv", "SE" },
		{ "da", "DK" }, { "nb", "NO" }, { "nn", "NO" }, { "en", "GB" },
		{ "cs", "CZ" }, { "el", "GR" }, { "uk", "UA" },
		{ "se", "SE" } };
	size_t i;

	out[0] = (char)toupper((unsigned char)language[0]);
	out[1] = (char)toupper((unsigned char)language[1]);
	out[2] = '\0';
	for (i = 0; i < sizeof countries / sizeof *countries; i++)
		if (strncmp(countries[i][0], language, 2) == 0)
			memcpy(out, countries[i][1], 3);
}

static const char *
dictionary_path(struct hyphens *h, const char *tag)
{
	char name[TAG_MAX + 1], country[3];
	size_t i, n = strcspn(tag, "-");
	const char *path;

	for (i = 0; tag[i] != '\0'; i++)
		name[i] = tag[i] == '-' ? '_' : tag[i];
	name[i] = '\0';
	path = arena_printf(h->a, "%s/hyph_%s.dic", h->dictionaries, name);
	if (path != NULL && file_exists(path))
		return path;
	usual_country(tag, country);
	return arena_printf(
	    h->a, "%s/hyph_%.*s_%s.dic", h->dictionaries, (int)n, tag, country);
}

/* The patterns of the language, if it has any in letters that are known. */
static int
dictionary_read(struct hyphens_language *l)
{
	const char *path = dictionary_path(l->h, l->tag);
	const HyphenDict *dict;
	struct buf text;
	int rc = source_read(l->h, path, &text);

	if (rc == 0 && text.len > 0)
		rc = patterns_read(path, &text, &l->patterns);
	buf_free(&text);
	if (l->patterns == NULL)
		return rc;
	dict = patterns_dict(l->patterns);
	if (!dict->utf8 && strncmp(dict->cset, "ISO8859-1", 9) != 0) {
		patterns_free(l->patterns);
		l->patterns = NULL;
	}
	return rc;
}

static int
language_read(struct hyphens_language *l)
{
	struct hyphens *h = l->h;
	struct buf text;
	int rc = dictionary_read(l);

	if (rc != 0 || h->exceptions == NULL || l->patterns == NULL)
		return rc;
	rc = source_read(h,
	    arena_printf(h->a, "%s/%.*s.txt", h->exceptions,
		(int)strcspn(l->tag, "-"), l->tag),
	    &text);
	if (rc == 0 && text.len > 0)
		exceptions_parse(l, text.data);
	buf_free(&text);
	return rc;
}

static bool
tag_is_sane(const char *tag)
{
	size_t n = strlen(tag);

	return n >= 2 && n <= TAG_MAX && isalpha((unsigned char)tag[0]) &&
	       isalpha((unsigned char)tag[1]) &&
	       strspn(tag, "abcdefghijklmnopqrstuvwxyz"
			   "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") == n;
}

/* The language, read; NULL without memory. */
static struct hyphens_language *
language_new(struct hyphens *h, const char *tag)
{
	struct hyphens_language *l = arena_alloc(h->a, sizeof *l);

	if (l == NULL)
		return NULL;
	l->h = h;
	l->tag = arena_strdup(h->a, tag);
	l->words = arena_new(0);
	l->nplaces = CACHE_SLOTS;
	l->answers = mem_alloc(l->nplaces * sizeof *l->answers);
	if (l->words != NULL && l->answers != NULL && language_read(l) == 0 &&
	    !arena_failed(h->a))
		return l;
	language_free(l);
	return NULL;
}

int
hyphens_language(
    struct hyphens *h, const char *tag, struct hyphens_language **out)
{
	struct hyphens_language *l = NULL;
	size_t i;

	*out = NULL;
	for (i = 0; i < h->nlanguages && l == NULL; i++)
		if (strcmp(h->languages[i]->tag, tag) == 0)
			l = h->languages[i];
	if (l == NULL) {
		if (!tag_is_sane(tag) || h->nlanguages == LANGUAGES_MAX)
			return 0;
		if ((l = language_new(h, tag)) == NULL)
			return KL_E_NOMEM;
		h->languages[h->nlanguages++] = l;
	}
	if (l->patterns != NULL)
		*out = l;
	return 0;
}

/* ---- words -------------------------------------------------------------- */

/* The bytes that the dictionary knows for the letters; 0 if it does not. */
static int
encode(const HyphenDict *dict, const uint32_t *v, size_t n, char *out)
{
	char *at = out;

	for (; n > 0; n--, v++) {
		if (dict->utf8)
			at += utf8_put(*v, at);
		else if (*v > 0xff)
			return 0;
		else
			*at++ = (char)*v;
	}
	*at = '\0';
	return (int)(at - out);
}

/* Where the patterns divide letters [from, end).  A place where the spelling
 * would change is passed over: till-lägg for tillägg. */
static void
ask_patterns(const struct hyphens_language *l, const struct letters *w,
    size_t from, size_t end, struct places *out)
{
	HyphenDict *dict = patterns_dict(l->patterns);
	char word[4 * WORD_MAX + 1], marks[4 * WORD_MAX + 8];
	char **spelling = NULL;
	int *pos = NULL, *cut = NULL, n, i, count = (int)(end - from);

	n = encode(dict, w->v + from, end - from, word);
	if (n == 0 || hnj_hyphen_hyphenate2(dict, word, n, marks, NULL,
			  &spelling, &pos, &cut) != 0)
		return;
	for (i = 0; i < count - 1; i++)
		if ((marks[i] & 1) != 0 &&
		    (spelling == NULL || spelling[i] == NULL))
			out->after[from + (size_t)i + 1] = true;
	for (i = 0; spelling != NULL && i < n; i++)
		free(spelling[i]);
	free(spelling);
	free(pos);
	free(cut);
}

static bool
is_ending(const uint32_t *v, size_t n)
{
	size_t i, k;

	for (i = 0; i < sizeof endings / sizeof *endings; i++) {
		for (k = 0; k < n && endings[i][k] != '\0'; k++)
			if (v[k] != (unsigned char)endings[i][k])
				break;
		if (k == n && endings[i][k] == '\0')
			return true;
	}
	return false;
}

static void
copy_places(struct places *out, size_t from, const struct exception *e)
{
	size_t i;

	for (i = 1; i < e->n; i++)
		out->after[from + i] = e->after[i];
}

/* Letters [from, end) as an exception or an inflection of one, which is a whole
 * word or (${part}) the last part of one. */
static bool
try_inflected(const struct hyphens_language *l, const struct letters *w,
    size_t from, size_t end, bool part, struct places *out)
{
	const struct exception *e;
	struct places rest = { 0 };
	size_t n, i;

	for (n = end - from; n >= LEAST_STEM; n--) {
		e = exception_find(l, w->v + from, n);
		if (e == NULL || !(part ? e->last : e->whole) ||
		    (from + n < end &&
			!is_ending(w->v + from + n, end - from - n)))
			continue;
		copy_places(out, from, e);
		if (from + n < end)
			ask_patterns(l, w, from, end, &rest);
		/* an ending may take the last consonant with it: nämn-den */
		for (i = from + n - 1; i < end; i++)
			out->after[i] |= rest.after[i];
		return true;
	}
	return false;
}

static void find_places(const struct hyphens_language *l,
    const struct letters *w, size_t from, size_t end, int parts,
    struct places *out);

/* An exception begins the compound; an s may join it to the rest. */
static bool
try_first(const struct hyphens_language *l, const struct letters *w,
    size_t from, size_t end, int parts, struct places *out)
{
	const struct exception *e;
	size_t n, joint;

	for (n = end - from; n >= LEAST_STEM; n--) {
		if (n + LEAST_REST > end - from)
			continue;
		e = exception_find(l, w->v + from, n);
		if (e == NULL || !e->first)
			continue;
		joint = from + n;
		if (!e->after[n] && w->v[joint] == 's' &&
		    w->v[joint - 1] != 's' && joint + 1 + LEAST_REST <= end)
			joint++;
		copy_places(out, from, e);
		out->after[joint] = true;
		find_places(l, w, joint, end, parts - 1, out);
		return true;
	}
	return false;
}

/* An exception ends the compound. */
static bool
try_last(const struct hyphens_language *l, const struct letters *w, size_t from,
    size_t end, int parts, struct places *out)
{
	size_t joint;

	for (joint = from + LEAST_REST; joint + LEAST_STEM <= end; joint++) {
		if (!try_inflected(l, w, joint, end, true, out))
			continue;
		out->after[joint] = true;
		find_places(l, w, from, joint, parts - 1, out);
		return true;
	}
	return false;
}

static void
find_places(const struct hyphens_language *l, const struct letters *w,
    size_t from, size_t end, int parts, struct places *out)
{
	bool part = parts < MAX_PARTS;

	if (l->nslots > 0 && parts > 0 &&
	    (try_inflected(l, w, from, end, false, out) ||
		(part && try_inflected(l, w, from, end, true, out)) ||
		try_first(l, w, from, end, parts, out) ||
		try_last(l, w, from, end, parts, out)))
		return;
	ask_patterns(l, w, from, end, out);
}

/* No part of one letter: kven-s-ana becomes kvens-ana, others stay whole. */
static void
drop_single_letters(const struct letters *w, struct places *out)
{
	size_t i;

	for (i = 1; i + 1 < w->n; i++) {
		if (!out->after[i] || !out->after[i + 1])
			continue;
		out->after[i] = false;
		if (w->v[i] != 's')
			out->after[i + 1] = false;
	}
	out->after[0] = out->after[1] = out->after[w->n] = false;
	if (w->n > 0)
		out->after[w->n - 1] = false;
}

static uint32_t
hash_bytes(const char *s, size_t n)
{
	uint32_t hash = 2166136261u;

	while (n-- > 0)
		hash = (hash ^ (unsigned char)*s++) * 16777619u;
	return hash;
}

/* The slot of the word: its answer, or an empty one. */
static struct answer *
answer_slot(struct hyphens_language *l, const char *word, size_t n)
{
	uint32_t hash = hash_bytes(word, n);
	size_t i = hash;

	for (;; i++) {
		struct answer *slot = &l->answers[i & (l->nplaces - 1)];

		if (slot->word == NULL) {
			slot->hash = hash;
			return slot;
		}
		if (slot->hash == hash && slot->length == n &&
		    memcmp(slot->word, word, n) == 0)
			return slot;
	}
}

/* Keep the answer for ${n} bytes of ${word} in ${slot}; without memory it is
 * lost, and found again the next time. */
static void
answer_keep(struct hyphens_language *l, struct answer *slot, const char *word,
    size_t n, const struct answer *found, const uint8_t *at,
    const uint8_t *before)
{
	uint32_t hash = slot->hash;
	char *copy = arena_alloc(l->words, n + 2u * found->n);

	if (copy == NULL)
		return;
	memcpy(copy, word, n);
	memcpy(copy + n, at, found->n);
	memcpy(copy + n + found->n, before, found->n);
	*slot = *found;
	slot->hash = hash;
	slot->word = copy;
	l->nanswers++;
}

/* Twice as many places.  False without memory. */
static bool
answers_spread(struct hyphens_language *l)
{
	struct answer *old = l->answers, *more;
	size_t nold = l->nplaces, i, k;

	more = mem_alloc(2 * nold * sizeof *more);
	if (more == NULL)
		return false;
	for (i = 0; i < nold; i++) {
		if (old[i].word == NULL)
			continue;
		for (k = old[i].hash; more[k & (2 * nold - 1)].word != NULL;)
			k++;
		more[k & (2 * nold - 1)] = old[i];
	}
	mem_free(old);
	l->answers = more;
	l->nplaces = 2 * nold;
	return true;
}

/* Make room for one more answer; if there are too many, begin anew.  False
 * without memory: the answer is then found, but not kept. */
static bool
answers_renew(struct hyphens_language *l)
{
	struct arena *fresh;

	if (l->nanswers < CACHE_WORDS)
		return 2 * l->nanswers < l->nplaces || answers_spread(l);
	if ((fresh = arena_new(0)) == NULL)
		return false;
	arena_free(l->words);
	l->words = fresh;
	l->nanswers = 0;
	memset(l->answers, 0, l->nplaces * sizeof *l->answers);
	return true;
}

size_t
hyphens_word(struct hyphens_language *l, const char *word, size_t n,
    uint8_t *at, uint8_t *before, size_t most, size_t *letters)
{
	struct answer *slot, found = { 0 };
	struct places places = { 0 };
	struct letters w;
	size_t i, byte = 0;
	uint32_t cp;

	*letters = 0;
	if (n > UINT8_MAX)
		return 0;
	slot = answers_renew(l) ? answer_slot(l, word, n) : NULL;
	if (slot != NULL && slot->word != NULL) {
		found = *slot;
		*letters = found.letters;
		if (found.n > most)
			found.n = (uint8_t)most;
		memcpy(at, slot->word + n, found.n);
		memcpy(before, slot->word + n + slot->n, found.n);
		return found.n;
	}
	if (!fold(word, n, &w) || w.n < 2)
		return 0;
	find_places(l, &w, 0, w.n, MAX_PARTS, &places);
	drop_single_letters(&w, &places);
	for (i = 0; i < w.n; i++) {
		if (places.after[i] && found.n < most) {
			at[found.n] = (uint8_t)byte;
			before[found.n++] = (uint8_t)i;
		}
		byte += utf8_next(word + byte, &cp);
	}
	found.length = (uint8_t)n;
	*letters = found.letters = (uint8_t)w.n;
	if (slot != NULL)
		answer_keep(l, slot, word, n, &found, at, before);
	return found.n;
}
