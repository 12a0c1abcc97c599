/* SPDX-License-Identifier: EUPL-1.2
 *
 * Where words may be divided: the patterns of libhyphen, and before them lists
 * of words that the patterns get wrong, which a municipality can edit.  It
 * knows single words, nothing of lines.
 */
#ifndef LAYOUT_HYPHEN_H
#define LAYOUT_HYPHEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <kansli/error.h>

/* The dictionaries of a process; not for several threads at once. */
struct hyphens;
/* One language of them. */
struct hyphens_language;

/* hyphens_open(dictionaries, exceptions, h, err): no dictionary is read yet.
 * ${dictionaries}: folder of hyph_LANGUAGE_COUNTRY.dic, NULL for the system's;
 * ${exceptions}: folder of LANGUAGE.txt, one word in a line with hyphens where
 * it may be divided, or NULL.  Either may lack files. */
int hyphens_open(const char *dictionaries, const char *exceptions,
    struct hyphens **h, struct kl_error *err);
void hyphens_close(struct hyphens *h);

/* hyphens_language(h, tag, l): the language of a BCP 47 tag, read when first
 * asked for; NULL in ${l} if it has no dictionary.  0, or KL_E_NOMEM: words
 * must not be left whole because memory was short for a moment. */
int hyphens_language(
    struct hyphens *h, const char *tag, struct hyphens_language **l);

/* hyphens_word(l, word, n, at, before, most, letters): where ${n} bytes of
 * letters may be divided: bytes in ${at} and letters in ${before} each place,
 * at most ${most}; all letters in ${letters}.  Returns how many places; 0 for
 * what is too long or too odd. */
size_t hyphens_word(struct hyphens_language *l, const char *word, size_t n,
    uint8_t *at, uint8_t *before, size_t most, size_t *letters);

/* A file that was read, so that a document can name what made it. */
struct hyphens_source {
	const char *path;
	const char *digest; /* BLAKE2b, hexadecimal */
};

/* hyphens_source(h, i): the file read as number ${i}; NULL beyond the last. */
const struct hyphens_source *hyphens_source(const struct hyphens *h, size_t i);

#endif
