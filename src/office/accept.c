/* SPDX-License-Identifier: EUPL-1.2
 *
 * Warnings of the preflight that somebody signs for: who, when and why.
 */
#include "config.h"

#include <string.h>

#include "domain/add.h"
#include "office/adjust.h"

/* The finding is one of those that are meant and nobody answers for yet. */
static bool
is_meant(
    const struct work *w, const struct kl_accept *what, const struct finding *f)
{
	return !f->blocks &&
	       (what->code == NULL || strcmp(what->code, f->code) == 0) &&
	       (what->paragraph < 0 || what->paragraph == f->paragraph) &&
	       work_accepted(w, f) == NULL;
}

static int
accept_one(struct work *w, struct minutes *m, const struct kl_accept *what,
    const struct finding *f, struct kl_error *err)
{
	struct kl_data *list = data_list_of(w->answer, "accepted"), *row;
	struct accepted_warning *x = accepted_add(w->arena, m);

	if (x == NULL)
		return kl_error_nomem(err);
	x->code = f->code;
	x->paragraph = f->paragraph;
	x->by = w->o->user.name;
	x->day = w->o->today;
	x->why = what->why;
	row = data_add_object(list, NULL);
	data_add_text(row, "code", f->code);
	data_add_int(row, "paragraph", f->paragraph);
	return 0;
}

static int
accept(struct work *w, const struct kl_accept *what, struct kl_error *err)
{
	findings list = { .n = 0 };
	struct minutes *m = NULL;
	struct ranges own;
	size_t i, n = 0;
	int rc = work_minutes(w, what->paragraphs, &m, err);

	if (rc != 0)
		return rc;
	if (m->state != MINUTES_FROZEN)
		return kl_error_set(err, KL_E_RULE,
		    KL_N_("The minutes of %s are “%s”; warnings are signed for "
			  "when they are frozen and not adjusted. Nothing was "
			  "changed."),
		    w->meeting->key, word_of(words_minutes, (int)m->state));
	ranges_parse(m->paragraphs, &own);
	rc = work_preflight(w, m->seq > 1 ? &own : NULL, &list, err);
	data_add_text(w->answer, "meeting", w->meeting->key);
	for (i = 0; rc == 0 && i < list.n; i++)
		if (is_meant(w, what, &list.v[i])) {
			rc = accept_one(w, m, what, &list.v[i], err);
			n++;
		}
	if (rc == 0 && n == 0)
		return kl_error_set(err, KL_E_NOTFOUND,
		    KL_N_("There is no such warning about the minutes of %s "
			  "that waits to be signed for. Nothing was changed."),
		    w->meeting->key);
	return rc == 0 ? store_save_minutes(w->o->store, "minutes-accept",
			     w->meeting->id, m, err)
		       : rc;
}

int
kl_minutes_accept(struct kl_office *o, const struct kl_accept *what,
    struct kl_data **answer, struct kl_error *err)
{
	struct work w;
	int rc = work_change(&w, o, what->meeting, MAY_DECIDE, err);

	if (rc == 0 && (what->why == NULL || *what->why == '\0'))
		rc = kl_error_set(err, KL_E_USAGE,
		    KL_N_("Say with --why the warning is accepted. Nothing was "
			  "changed."));
	if (rc == 0)
		rc = accept(&w, what, err);
	return work_end(&w, rc, answer, err);
}
