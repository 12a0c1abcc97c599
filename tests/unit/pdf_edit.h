/* SPDX-License-Identifier: EUPL-1.2
 *
 * Making PDF files that break a rule: text is changed in a readable form of the
 * file, which qpdf then writes anew, so that nothing else is wrong with it.
 */
#ifndef TESTS_PDF_EDIT_H
#define TESTS_PDF_EDIT_H

#include <stdbool.h>

#include "base/buf.h"

/* The first ${find} becomes ${put}. */
struct edit {
	const char *find, *put;
};

#define EDITS_MAX 6

/* edit_bytes(b, edits): apply edits up to the first without a find; says so and
 * returns false if one does not fit. */
bool edit_bytes(struct buf *b, const struct edit *edits);

/* edit_readable(in, out): the file with its streams decoded, one entry a line
 * (QDF). */
void edit_readable(const struct buf *in, struct buf *out);

/* edit_rewrite(in, out): a file whose cross references and lengths may be
 * wrong, written anew. */
void edit_rewrite(const struct buf *in, struct buf *out);

/* edit_encrypt(in, access, out): encrypted without a password; ${access}: for
 * screen readers too. */
void edit_encrypt(const struct buf *in, bool access, struct buf *out);

#endif
