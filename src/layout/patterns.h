/* SPDX-License-Identifier: EUPL-1.2
 *
 * Reading a dictionary of hyphenation patterns.  libhyphen divides the words;
 * its own reader takes a tenth of the time in which thirty pages are made, so
 * the automaton that it asks is built here, in one pass over the text.
 */
#ifndef LAYOUT_PATTERNS_H
#define LAYOUT_PATTERNS_H

#include <stdio.h>
#include <hyphen.h>

#include "base/buf.h"

struct patterns;

/* patterns_read(path, text, p): the dictionary in the file ${path}, which holds
 * ${text}; NULL in ${p} if it is none.  0, or KL_E_NOMEM. */
int patterns_read(
    const char *path, const struct buf *text, struct patterns **p);
void patterns_free(struct patterns *p);

/* patterns_dict(p): what to ask libhyphen with. */
HyphenDict *patterns_dict(const struct patterns *p);

#endif
