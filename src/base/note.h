/* SPDX-License-Identifier: EUPL-1.2
 *
 * Remarks as data: what was done otherwise than asked although it did not
 * fail.  They are kept as errors are, a message key and its arguments, so that
 * the front end can say them in the reader's language.
 */
#ifndef BASE_NOTE_H
#define BASE_NOTE_H

#include "base/arena.h"
#include <kansli/error.h>

#define NOTES_MAX 100 /* most remarks in a list; more are dropped */

typedef VEC(struct kl_error) note_list;

/* note_add(a, list, note): keep a copy of ${note} (from kl_error_set with the
 * code 0), unless ${list} has the same or is full. */
void note_add(struct arena *a, note_list *list, const struct kl_error *note);

#endif
