/* SPDX-License-Identifier: EUPL-1.2
 *
 * A party has been served with a decision: from then the time of an
 * administrative appeal and of a permit is counted.  What was sent, and to whom
 * else, is dispatch's.
 */
#include "config.h"

#include <string.h>

#include "domain/state.h"
#include "office/follow.h"
#include <kansli/after.h>

#define BY_HAND "delgivning" /* when nobody says how */

/* Somebody whom the decision is not sent to: a name that is spelt otherwise
 * must not become a party. */
static int
not_a_recipient(struct work *w, const struct paragraph *p, const char *who,
    struct kl_error *err)
{
	const text_list *to = meeting_recipients(&w->bundle, w->meeting, p);
	const char *names = "";
	size_t i;

	for (i = 0; names != NULL && i < to->n; i++)
		names = arena_printf(
		    w->arena, "%s%s%s", names, i == 0 ? "" : ", ", to->v[i]);
	if (names == NULL)
		return kl_error_nomem(err);
	if (*names == '\0')
		return kl_error_set(err, KL_E_NOTFOUND,
		    KL_N_("The decision in § %d is not sent to %s, nor to "
			  "anybody else. Nothing was changed. Record first "
			  "who gets it."),
		    p->nr, who);
	return kl_error_set(err, KL_E_NOTFOUND,
	    KL_N_("The decision in § %d is not sent to %s, but to: %s. Nothing "
		  "was changed."),
	    p->nr, who, names);
}

/* The delivery to ${who}, which may be one that is not registered yet. */
static int
find_delivery(struct work *w, const struct paragraph *p, const char *who,
    struct delivery **out, struct kl_error *err)
{
	const text_list *to = meeting_recipients(&w->bundle, w->meeting, p);
	struct delivery *d;
	size_t i;

	for (i = 0; i < w->meeting->deliveries.n; i++) {
		*out = d = &w->meeting->deliveries.v[i];
		if (d->paragraph == p->nr && strcmp(d->recipient, who) == 0)
			return 0;
	}
	for (i = 0; i < to->n && strcmp(to->v[i], who) != 0; i++)
		continue;
	if (i == to->n)
		return not_a_recipient(w, p, who, err);
	*out = d = vec_push(w->arena, &w->meeting->deliveries);
	if (d == NULL)
		return kl_error_nomem(err);
	*d = (struct delivery){ .paragraph = p->nr,
		.recipient = who,
		.state = DELIVERY_PENDING,
		.sent = KL_DAY_NONE,
		.receipted = KL_DAY_NONE };
	return 0;
}

static int
step(struct delivery *d, enum delivery_state from, const char *verb,
    struct kl_error *err)
{
	int state = (int)d->state, rc = 0;

	if (d->state == from)
		rc = state_apply(STATE_DELIVERY, &state, verb, err);
	d->state = (enum delivery_state)state;
	return rc;
}

/* What was told before stays, unless it is said to be wrong. */
static int
may_serve(const struct delivery *d, const struct kl_service *what, bool simple,
    struct kl_error *err)
{
	char on[11];

	if (d->receipted == KL_DAY_NONE)
		return 0;
	if (what->correct && !simple)
		return 0;
	return kl_error_set(err, KL_E_RULE,
	    KL_N_("%s was served with the decision in § %d on %s. Nothing was "
		  "changed. If that was recorded wrongly, give the right day "
		  "and add --correct."),
	    d->recipient, d->paragraph, kl_day_format(d->receipted, on));
}

/* By simplified service nobody answers: it is sent, and counts as served later
 * (DelgL 26). */
static int
serve(struct work *w, const struct kl_service *what, struct delivery *d,
    struct kl_error *err)
{
	const char *how = what->how == NULL ? d->way : what->how;
	bool simple = how != NULL && strcmp(how, AFTER_SIMPLIFIED) == 0;
	int rc = may_serve(d, what, simple, err);

	if (rc == 0)
		rc = work_check_day(w, what->on,
		    simple || d->sent == KL_DAY_NONE ? w->meeting->day
						     : d->sent,
		    err);
	if (rc == 0)
		rc = step(d, DELIVERY_PENDING, "send", err);
	if (rc == 0 && !simple)
		rc = step(d, DELIVERY_SENT, "receipt", err);
	if (rc != 0)
		return rc;
	d->way = how == NULL ? BY_HAND : how;
	if (simple)
		d->sent = what->on;
	else
		d->receipted = what->on;
	return store_save_delivery(
	    w->o->store, "appeal-served", w->meeting->id, d, err);
}

/* From when it is counted now, and to when. */
static int
answer_clock(struct work *w, const struct paragraph *p,
    const struct delivery *d, struct kl_error *err)
{
	struct derivation why = work_derivation(w);
	struct rule_book book = office_book(w);
	struct after_appeal x;
	kl_day served;
	int rc = after_served(d, NULL, &served, err);

	if (rc == 0)
		rc = after_appeal(
		    &w->bundle, w->meeting, p, &book, &why, &x, err);
	if (rc != 0)
		return rc;
	data_add_text(w->answer, "meeting", w->meeting->key);
	data_add_int(w->answer, "paragraph", p->nr);
	data_add_text(w->answer, "who", d->recipient);
	data_add_text(w->answer, "how", d->way);
	data_add_day(w->answer, "sent", d->sent);
	data_add_day(w->answer, "served", served);
	data_add_text(w->answer, "kind", word_of(words_appeal, (int)x.kind));
	data_add_day(w->answer, "clock", x.clock);
	data_add_day(w->answer, "last_day", x.last_day);
	rules_answer_because(w->answer, &why);
	return derive_done(&why, err);
}

int
kl_appeal_served(struct kl_office *o, const struct kl_service *what,
    struct kl_data **answer, struct kl_error *err)
{
	struct delivery *d = NULL;
	struct paragraph *p = NULL;
	struct work w;
	int rc = work_change(&w, o, what->meeting, MAY_HANDLE, err);

	if (rc == 0)
		rc = follow_paragraph(&w, what->paragraph, &p, err);
	if (rc == 0)
		rc = find_delivery(&w, p, what->who, &d, err);
	if (rc == 0)
		rc = serve(&w, what, d, err);
	if (rc == 0)
		rc = answer_clock(&w, p, d, err);
	return work_end(&w, rc, answer, err);
}
