/* SPDX-License-Identifier: EUPL-1.2
 *
 * Inside the office: which words differ between two texts.
 */
#ifndef OFFICE_WORDS_H
#define OFFICE_WORDS_H

#include "base/arena.h"

/* Words that stand together are one text. */
struct word_changes {
	text_list removed, added;
};

/* words_compare(a, from, to, out): what of ${from} is gone in ${to} and what is
 * new, with as many words as possible kept.  Of very long texts the part
 * between what is the same at both ends is one change.  Failures are sticky in
 * the arena. */
void words_compare(struct arena *a, const char *from, const char *to,
    struct word_changes *out);

#endif
