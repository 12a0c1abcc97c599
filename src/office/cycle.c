/* SPDX-License-Identifier: EUPL-1.2
 *
 * A meeting's deadlines: the committee's cycle definition, the days picked by
 * hand that the register holds, the committee's own rules, and the reasons.
 */
#include "config.h"

#include <string.h>

#include "office/office_private.h"
#include "rules/answer.h"
#include "rules/cycle.h"

/* The definition of committees that name none of their own. */
#define COMMON_CYCLE "gemensam"

static int
load_cycle(struct work *w, struct cycle **cycle, struct kl_error *err)
{
	const char *name = w->committee->cycle;
	char *path;

	if (name == NULL)
		name = COMMON_CYCLE;
	if (strchr(name, '/') != NULL)
		return kl_error_set(err, KL_E_INPUT,
		    KL_N_("The cycle definition “%s” of the committee %s must "
			  "be a name without a folder."),
		    name, w->committee->code);
	path = arena_printf(w->arena, "%s/calendars/%s.xml", w->o->share, name);
	return path == NULL ? kl_error_nomem(err)
			    : cycle_load(path, cycle, err);
}

/* A definition that is not for one meeting obeys the regulations decided on,
 * also those that are to come. */
static kl_day
day_asked(const struct work *w)
{
	const struct regulation *x;
	kl_day day = w->o->today;
	size_t i;

	if (w->meeting != NULL)
		return w->meeting->day;
	for (i = 0; i < w->bundle.regulations.n; i++) {
		x = &w->bundle.regulations.v[i];
		if (strstr(x->rule, "summons") != NULL && x->from > day)
			day = x->from;
	}
	return day;
}

/* The committee's regulations win where they ask for an earlier summons than
 * the common definition; what is counted from that step moves with it.  The
 * definition was loaded for this committee alone. */
static int
obey_regulations(struct work *w, struct cycle *cycle, struct kl_error *err)
{
	struct rule_book book = office_book(w);
	struct rule_applied lead;
	struct cycle_step *step;
	size_t i;
	int rc;

	rc = rule_apply(RULE_SUMMONS_LEAD, day_asked(w), &book, &lead, err);
	if (rc != 0)
		return rc;
	for (i = 0; i < cycle->steps.n; i++) {
		step = (struct cycle_step *)cycle_step_of(
		    cycle, i, w->committee->code);
		if (step->limit != CYCLE_SUMMONS || step->working ||
		    step->anchor != CYCLE_MEETING ||
		    -step->offset >= lead.value)
			continue;
		step->offset = -lead.value;
		step->source = lead.source;
	}
	return 0;
}

int
office_cycle(struct work *w, struct cycle **cycle, struct kl_error *err)
{
	int rc = load_cycle(w, cycle, err);

	return rc != 0 ? rc : obey_regulations(w, *cycle, err);
}

int
office_overrides(struct work *w, struct cycle *cycle, struct kl_error *err)
{
	deadline_overrides list = { 0 };
	size_t i;
	int rc;

	rc = store_load_overrides(
	    w->o->store, w->meeting->key, w->arena, &list, err);
	for (i = 0; rc == 0 && i < list.n; i++)
		rc = cycle_override_add(cycle, list.v[i].step,
		    w->committee->code, w->meeting->day, list.v[i].day,
		    list.v[i].why, err);
	return rc;
}

/* The steps, and which of them somebody has done. */
static int
answer_steps(struct work *w, struct kl_data *list,
    const struct rules_steps *steps, struct kl_error *err)
{
	const struct rules_step *step;
	struct kl_data *row;
	steps_done done;
	size_t i, k;
	int rc;

	rc =
	    store_load_done(w->o->store, w->meeting->key, w->arena, &done, err);
	for (i = 0; rc == 0 && i < steps->v.n; i++) {
		step = &steps->v.v[i];
		row = rules_answer_step(list, step);
		for (k = 0; k < done.n; k++)
			if (row != NULL &&
			    strcmp(done.v[k].step, step->step->id) == 0) {
				data_add_day(row, "done", done.v[k].day);
				data_add_text(row, "done_by", done.v[k].user);
			}
	}
	return rc;
}

/* A meeting that is not held has no deadlines. */
static int
answer_cancelled(struct work *w, struct kl_data *list, struct kl_error *err)
{
	struct derivation why = work_derivation(w);
	struct kl_data *row = data_add_object(list, NULL);

	derive(&why, "cancelled", NULL,
	    KL_N_("The meeting %s is cancelled, so its deadlines fall away."),
	    w->meeting->key);
	data_add_text(row, "step", word_of(words_meeting, MEETING_CANCELLED));
	data_add_day(row, "date", KL_DAY_NONE);
	rules_answer_because(row, &why);
	return derive_done(&why, err);
}

static int
cycle_answer(struct work *w, struct kl_data *list, struct kl_error *err)
{
	struct rule_book book = office_book(w);
	struct rules_steps steps = { 0 };
	struct cycle *cycle = NULL;
	int rc;

	if (w->meeting->state == MEETING_CANCELLED)
		return answer_cancelled(w, list, err);
	rc = office_cycle(w, &cycle, err);
	if (rc == 0)
		rc = office_overrides(w, cycle, err);
	if (rc == 0)
		rc = rules_cycle(cycle, w->committee->code, w->meeting->day,
		    &book, w->arena, w->o->translate, &steps, err);
	if (rc == 0)
		rc = answer_steps(w, list, &steps, err);
	cycle_free(cycle);
	return rc;
}

int
kl_cycle(struct kl_office *o, const char *meeting, struct kl_data **answer,
    struct kl_error *err)
{
	struct kl_data *list = data_list();
	struct work w;
	int rc = work_look(&w, o, meeting, err);

	if (rc == 0 && list == NULL)
		rc = kl_error_nomem(err);
	if (rc == 0)
		rc = cycle_answer(&w, list, err);
	if (rc == 0 && data_failed(list))
		rc = kl_error_nomem(err);
	rc = work_end(&w, rc, NULL, err);
	if (rc == 0 && answer != NULL)
		*answer = list;
	else
		kl_data_free(list);
	return rc;
}

/* The step must exist before a day is recorded for it. */
static int
check_step(struct work *w, const char *step, struct kl_error *err)
{
	struct cycle *cycle = NULL;
	size_t i;
	int rc;

	rc = load_cycle(w, &cycle, err);
	if (rc == 0)
		rc = cycle_find(cycle, step, &i, err);
	cycle_free(cycle);
	return rc;
}

int
kl_cycle_override(struct kl_office *o, const char *meeting, const char *step,
    kl_day day, const char *why, struct kl_data **answer, struct kl_error *err)
{
	struct work w;
	int rc = work_change(&w, o, meeting, MAY_DECIDE, err);

	if (rc == 0)
		rc = check_step(&w, step, err);
	if (rc == 0)
		rc = store_save_override(o->store, "cycle-override",
		    w.meeting->id, step, day, why, err);
	if (rc == 0)
		rc = cycle_answer(&w, data_add_list(w.answer, "steps"), err);
	return work_end(&w, rc, answer, err);
}

int
kl_cycle_done(struct kl_office *o, const char *meeting, const char *step,
    bool undo, struct kl_data **answer, struct kl_error *err)
{
	struct step_done done = { .step = step };
	struct work w;
	int rc = work_change(&w, o, meeting, MAY_HANDLE, err);

	if (rc == 0)
		rc = check_step(&w, step, err);
	if (rc == 0 && undo)
		rc = store_delete_done(
		    o->store, "step-undone", w.meeting->id, step, err);
	if (rc == 0 && !undo) {
		done.user = o->user.name;
		done.day = o->today;
		rc = store_save_done(
		    o->store, "step-done", w.meeting->id, &done, err);
	}
	if (rc == 0)
		rc = cycle_answer(&w, data_add_list(w.answer, "steps"), err);
	return work_end(&w, rc, answer, err);
}
