/* SPDX-License-Identifier: EUPL-1.2
 *
 * The checklist of a meeting: the steps of its cycle as its committee has them,
 * how each is done, and who has done it.  A cancelled meeting has no steps.
 */
#include "config.h"

#include <string.h>

#include "office/office_private.h"
#include "rules/cycle.h"

static const char *
level_word(enum cycle_level level)
{
	static const char *const words[] = { "kontor", "sekretariat", "nämnd" };

	return words[level];
}

/* The texts outlive the cycle. */
static int
copy_guide(struct work *w, const text_list *from, struct record_step *to)
{
	text_list *guide = arena_alloc(w->arena, sizeof *guide);
	const char **line;
	size_t i;

	for (i = 0; guide != NULL && i < from->n; i++) {
		line = vec_push(w->arena, guide);
		if (line != NULL)
			*line = arena_strdup(w->arena, from->v[i]);
	}
	to->guide = guide;
	return arena_failed(w->arena) ? KL_E_NOMEM : 0;
}

static int
add_step(struct work *w, const struct rules_step *s, const steps_done *done,
    struct record_dates *dates)
{
	struct record_step *to = vec_push(w->arena, &dates->steps);
	size_t i;

	if (to == NULL)
		return KL_E_NOMEM;
	to->step = arena_strdup(w->arena, s->step->id);
	to->name = arena_strdup(w->arena, s->step->name);
	to->routine = arena_strdup(w->arena, s->step->routine);
	to->level = level_word(s->step->level);
	to->day = s->day;
	to->done = KL_DAY_NONE;
	for (i = 0; i < done->n; i++)
		if (strcmp(done->v[i].step, s->step->id) == 0) {
			to->done = done->v[i].day;
			to->by = done->v[i].user;
		}
	return copy_guide(w, &s->step->guide, to);
}

int
office_checklist(
    struct work *w, struct record_dates *dates, struct kl_error *err)
{
	struct rule_book book = office_book(w);
	struct rules_steps steps = { 0 };
	struct cycle *cycle = NULL;
	steps_done done = { 0 };
	size_t i;
	int rc;

	if (w->meeting->state == MEETING_CANCELLED)
		return 0;
	rc = store_load_done(
	    w->o->store, w->meeting->key, w->arena, &done, err);
	if (rc == 0)
		rc = office_cycle(w, &cycle, err);
	if (rc == 0)
		rc = office_overrides(w, cycle, err);
	if (rc == 0)
		rc = rules_cycle(cycle, w->committee->code, w->meeting->day,
		    &book, w->arena, w->o->translate, &steps, err);
	for (i = 0; rc == 0 && i < steps.v.n; i++)
		if (steps.v.v[i].day != KL_DAY_NONE &&
		    add_step(w, &steps.v.v[i], &done, dates) != 0)
			rc = kl_error_nomem(err);
	cycle_free(cycle);
	return rc;
}
