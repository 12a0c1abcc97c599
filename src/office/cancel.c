/* SPDX-License-Identifier: EUPL-1.2
 *
 * A meeting is not held: whom to tell, where its items go, and, before anybody
 * has been told or has taken an item over, back again.
 */
#include "config.h"

#include <string.h>

#include "domain/state.h"
#include "office/office_private.h"

#define NOTICE "cancelled-meeting" /* the kind of document that tells it */

/* The committee's first meeting to come after this one. */
static int
next_meeting(struct work *w, const char **key, struct kl_error *err)
{
	return store_next_meeting(w->o->store, w->committee->code,
	    w->meeting->day, w->meeting->seq, w->arena, key, err);
}

/* Matters that were meant for ${from} are meant for ${to}. */
static int
move_wishes(struct work *w, const char *verb, const char *from, const char *to,
    struct kl_error *err)
{
	text_list numbers = { NULL, 0, 0 };
	struct matter m;
	size_t i;
	int rc;

	rc = store_matters_wishing(w->o->store, from, w->arena, &numbers, err);
	for (i = 0; rc == 0 && i < numbers.n; i++) {
		rc = store_load_matter(
		    w->o->store, numbers.v[i], w->arena, &m, err);
		m.meeting = to;
		if (rc == 0)
			rc = store_save_matter(w->o->store, verb, &m, err);
	}
	return rc;
}

/* An agenda that is built already takes the items at once; otherwise they come
 * when it is built. */
static int
hand_over(struct work *w, const char *to, struct kl_error *err)
{
	struct kl_data *list = data_add_list(w->answer, "items");
	struct work next = *w;
	int rc;

	next.bundle = (struct bundle){ .arena = w->arena };
	rc = work_meeting(&next, to, MAY_DECIDE, err);
	if (rc == 0)
		rc = move_wishes(w, "cancel", w->meeting->key, to, err);
	if (rc == 0)
		rc = agenda_take_over(&next, w->meeting->key, list, err);
	return rc;
}

/* Everybody with a mandate that day was summoned, if anybody was. */
static void
answer_summoned(struct work *w)
{
	struct kl_data *list = data_add_list(w->answer, "tell");
	const struct mandate *x;
	const struct person *p;
	size_t i;

	if (w->meeting->versions.n == 0)
		return;
	for (i = 0; i < w->bundle.mandates.n; i++) {
		x = &w->bundle.mandates.v[i];
		if (strcmp(x->committee, w->committee->code) != 0 ||
		    x->role == ROLE_SECRETARY || x->from > w->meeting->day ||
		    (x->to != KL_DAY_NONE && x->to < w->meeting->day))
			continue;
		p = bundle_person(&w->bundle, x->person);
		data_add_text(list, NULL,
		    p == NULL || p->first == NULL || p->last == NULL
			? x->person
			: arena_printf(w->arena, "%s %s", p->first, p->last));
	}
}

static int
change_state(struct work *w, const char *verb, struct kl_error *err)
{
	int state = (int)w->meeting->state, rc;

	rc = state_apply(STATE_MEETING, &state, verb, err);
	w->meeting->state = (enum meeting_state)state;
	return rc;
}

static void
answer_state(struct work *w)
{
	data_add_text(w->answer, "meeting", w->meeting->key);
	data_add_text(
	    w->answer, "state", word_of(words_meeting, w->meeting->state));
}

int
kl_meeting_cancel(struct kl_office *o, const char *meeting, const char *why,
    struct kl_data **answer, struct kl_error *err)
{
	const char *next = NULL;
	struct work w;
	int rc = work_change(&w, o, meeting, MAY_DECIDE, err);

	if (rc == 0)
		rc = change_state(&w, "cancel", err);
	if (rc == 0) {
		w.meeting->why = why;
		rc = store_save_meeting(o->store, "cancel", w.meeting, err);
	}
	if (rc == 0)
		rc = next_meeting(&w, &next, err);
	if (rc == 0) {
		answer_state(&w);
		data_add_text(w.answer, "why", why);
		data_add_text(w.answer, "next", next);
		answer_summoned(&w);
	}
	if (rc == 0 && next != NULL)
		rc = hand_over(&w, next, err);
	return work_end(&w, rc, answer, err);
}

/* ---- and back ------------------------------------------------------------ */

/* Nobody may have been told, and no item may have been taken over. */
static int
may_restore(struct work *w, struct kl_error *err)
{
	struct issued told;
	const char *heir;
	int rc;

	rc = store_find_issued(w->o->store, w->meeting->key, NOTICE, NULL,
	    "pdf", NULL, w->arena, &told, err);
	if (rc == 0)
		return kl_error_set(err, KL_E_RULE,
		    KL_N_("Those summoned to %s have been told that it is "
			  "cancelled. Nothing was changed. Plan another "
			  "meeting instead."),
		    w->meeting->key);
	if (rc != KL_E_NOTFOUND)
		return rc;
	rc = store_item_heir(w->o->store, w->meeting->id, w->arena, &heir, err);
	if (rc == 0 && heir != NULL)
		rc = kl_error_set(err, KL_E_RULE,
		    KL_N_("%s has taken over items of %s. Nothing was changed. "
			  "Take them off that agenda first."),
		    heir, w->meeting->key);
	return rc;
}

/* Matters on its agenda are meant for it again. */
static int
fetch_wishes(struct work *w, const char *next, struct kl_error *err)
{
	const struct agenda_item *item;
	struct matter *m;
	size_t i;
	int rc = 0;

	for (i = 0; rc == 0 && next != NULL && i < w->meeting->items.n; i++) {
		item = &w->meeting->items.v[i];
		m = bundle_matter(&w->bundle, item->number);
		if (item->removed != 0 || m == NULL || m->meeting == NULL ||
		    strcmp(m->meeting, next) != 0)
			continue;
		m->meeting = w->meeting->key;
		rc = store_save_matter(w->o->store, "restore", m, err);
	}
	return rc;
}

int
kl_meeting_restore(struct kl_office *o, const char *meeting,
    struct kl_data **answer, struct kl_error *err)
{
	const char *next = NULL;
	struct work w;
	int rc = work_change(&w, o, meeting, MAY_DECIDE, err);

	if (rc == 0)
		rc = change_state(&w, "restore", err);
	if (rc == 0 && w.meeting->versions.n > 0)
		rc = change_state(&w, "publish", err);
	if (rc == 0)
		rc = may_restore(&w, err);
	if (rc == 0) {
		w.meeting->why = NULL;
		rc = store_save_meeting(o->store, "restore", w.meeting, err);
	}
	if (rc == 0)
		rc = next_meeting(&w, &next, err);
	if (rc == 0)
		rc = fetch_wishes(&w, next, err);
	if (rc == 0)
		answer_state(&w);
	return work_end(&w, rc, answer, err);
}
