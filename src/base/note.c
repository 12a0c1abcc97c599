/* SPDX-License-Identifier: EUPL-1.2
 *
 * Remarks as data: each is kept once.
 */
#include "config.h"

#include <string.h>

#include "base/note.h"

/* kl_error_set clears what it does not fill, so all of args can be compared. */
static bool
note_same(const struct kl_error *x, const struct kl_error *y)
{
	return strcmp(x->text, y->text) == 0 && x->nargs == y->nargs &&
	       memcmp(x->args, y->args, sizeof x->args) == 0;
}

void
note_add(struct arena *a, note_list *list, const struct kl_error *note)
{
	struct kl_error *kept;
	size_t i;

	for (i = 0; i < list->n; i++)
		if (note_same(&list->v[i], note))
			return;
	if (list->n < NOTES_MAX && (kept = vec_push(a, list)) != NULL)
		*kept = *note;
}
