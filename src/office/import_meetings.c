/* SPDX-License-Identifier: EUPL-1.2
 *
 * Importing meetings: new ones whole; to those that the register has already,
 * an agenda if there is none and proceedings if there are none.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "domain/state.h"
#include "office/import.h"

static bool
same(const char *x, const char *y)
{
	return (x == NULL || y == NULL) ? x == y : strcmp(x, y) == 0;
}

/* An item of the file must be the one that the register has. */
static void
match_item(struct import *im, const struct meeting *old,
    const struct agenda_item *item)
{
	const struct agenda_item *is = meeting_item(old, item->nr);
	struct kl_error e;

	if (item->nr == NULL)
		return;
	if (is != NULL && same(is->number, item->number) &&
	    (item->number != NULL || same(is->title, item->title)))
		return;
	kl_error_set(&e, KL_E_INPUT,
	    KL_N_("Item %s of %s differs from the agenda in the register. "
		  "Leave the agenda out of the file, or change it with kansli "
		  "agenda."),
	    item->nr, old->key);
	import_fault(im, &e, item->line, "punkt");
}

/* What a file may add to a meeting that the register has already: an agenda if
 * it has none, proceedings if it has none. */
static void
merge_check(
    struct import *im, const struct meeting *old, const struct meeting *m)
{
	struct kl_error e;
	size_t i;

	if (old->items.n > 0)
		for (i = 0; i < m->items.n; i++)
			match_item(im, old, &m->items.v[i]);
	if (m->paragraphs.n > 0 && old->paragraphs.n > 0) {
		kl_error_set(&e, KL_E_INPUT,
		    KL_N_("What was decided at %s is in the register already "
			  "and is not overwritten."),
		    old->key);
		import_fault(im, &e, m->line, "paragraf");
	}
	if (old->state == MEETING_CANCELLED) {
		kl_error_set(&e, KL_E_INPUT,
		    KL_N_("The meeting %s is cancelled, so nothing can be "
			  "added to it."),
		    old->key);
		import_fault(im, &e, m->line, "sammanträde");
	}
}

/* Each paragraph must have its agenda item. */
static void
check_items(
    struct import *im, const struct meeting *m, const struct meeting *agenda)
{
	const struct paragraph *p;
	struct kl_error e;
	size_t i;

	for (i = 0; i < m->paragraphs.n; i++) {
		p = &m->paragraphs.v[i];
		if (p->item == NULL || meeting_item(agenda, p->item) != NULL)
			continue;
		kl_error_set(&e, KL_E_INPUT,
		    KL_N_("§ %d belongs to item %s, but the agenda of %s has "
			  "no such item."),
		    p->nr, p->item, m->key);
		import_fault(im, &e, p->line, "punkt");
	}
}

static void
take(const char **to, const char *from)
{
	if (from != NULL)
		*to = from;
}

/* A list that the file gives goes before the register's.  */
#define TAKE_LIST(old, m, list)                                                \
	do {                                                                   \
		if ((m)->list.n > 0)                                           \
			memcpy(&(old)->list, &(m)->list, sizeof(old)->list);   \
	} while (0)

/* What has been frozen is not known in a file, and stays. */
static void
keep_frozen(const struct meeting *old, const struct meeting *m)
{
	const struct minutes *is;
	struct minutes *x;
	size_t i, k;

	for (i = 0; i < m->minutes.n; i++)
		for (k = 0; k < old->minutes.n; k++) {
			x = &m->minutes.v[i];
			is = &old->minutes.v[k];
			if (x->seq != is->seq)
				continue;
			x->record_sha256 = is->record_sha256;
			x->pdf_sha256 = is->pdf_sha256;
			if (x->version == 0)
				x->version = is->version;
		}
}

/* Put the file's additions into the register's meeting. */
static void
merge(struct meeting *old, const struct meeting *m)
{
	take(&old->time, m->time);
	take(&old->end, m->end);
	take(&old->place, m->place);
	if (m->number != 0)
		old->number = m->number;
	if (old->items.n == 0)
		memcpy(&old->items, &m->items, sizeof old->items);
	else
		memset(&old->items, 0, sizeof old->items);
	old->open = old->open || m->open;
	old->extra = old->extra || m->extra;
	TAKE_LIST(old, m, absences);
	TAKE_LIST(old, m, attendance);
	TAKE_LIST(old, m, others);
	TAKE_LIST(old, m, presiding);
	TAKE_LIST(old, m, adjournments);
	TAKE_LIST(old, m, conflicts);
	TAKE_LIST(old, m, approvers);
	TAKE_LIST(old, m, annexes);
	keep_frozen(old, m);
	memcpy(&old->paragraphs, &m->paragraphs, sizeof old->paragraphs);
	memcpy(&old->minutes, &m->minutes, sizeof old->minutes);
	memcpy(&old->corrections, &m->corrections, sizeof old->corrections);
	memcpy(&old->appeals, &m->appeals, sizeof old->appeals);
	memcpy(&old->forces, &m->forces, sizeof old->forces);
	memcpy(&old->deliveries, &m->deliveries, sizeof old->deliveries);
	memcpy(&old->proceedings, &m->proceedings, sizeof old->proceedings);
	memcpy(&old->versions, &m->versions, sizeof old->versions);
	memcpy(&old->done, &m->done, sizeof old->done);
}

static int
save_agenda(struct import *im, struct meeting *m, struct kl_error *err)
{
	struct store *s = im->w->o->store;
	size_t i;
	int rc = 0;

	for (i = 0; rc == 0 && i < m->items.n; i++) {
		if (m->items.v[i].position == 0)
			m->items.v[i].position = (int)i + 1;
		rc = store_save_item(s, "import", m->id, &m->items.v[i], err);
	}
	for (i = 0; rc == 0 && i < m->versions.n; i++)
		rc = store_save_version(
		    s, "import", m->id, &m->versions.v[i], err);
	return rc;
}

static int
save_minutes(struct import *im, struct meeting *m, struct minutes *x,
    struct kl_error *err)
{
	struct store *s = im->w->o->store;
	int rc = store_save_minutes(s, "import", m->id, x, err);
	size_t i;

	for (i = 0; rc == 0 && i < x->approvals.n; i++)
		rc = store_save_approval(
		    s, "import", x->id, &x->approvals.v[i], err);
	for (i = 0; rc == 0 && i < x->rejections.n; i++)
		rc = store_save_rejection(
		    s, "import", x->id, &x->rejections.v[i], err);
	return rc;
}

/* Ticks, corrections, appeals, legal force; and the lines that were typed. */
static int
save_after(struct import *im, struct meeting *m, struct kl_error *err)
{
	struct store *s = im->w->o->store;
	size_t i;
	int rc = 0;

	if (m->annexes.n > 0)
		rc = store_save_annexes(s, "import", m, err);
	for (i = 0; rc == 0 && i < m->done.n; i++)
		rc = store_save_done(s, "import", m->id, &m->done.v[i], err);
	for (i = 0; rc == 0 && i < m->corrections.n; i++)
		rc = store_save_correction(
		    s, "import", m->id, &m->corrections.v[i], err);
	for (i = 0; rc == 0 && i < m->appeals.n; i++)
		rc = store_save_appeal(
		    s, "import", m->id, &m->appeals.v[i], err);
	for (i = 0; rc == 0 && i < m->forces.n; i++)
		rc = store_save_force(s, "import", m->id, &m->forces.v[i], err);
	for (i = 0; rc == 0 && i < m->proceedings.n; i++)
		rc = store_add_proceeding(
		    s, "import", m->id, &m->proceedings.v[i], err);
	return rc;
}

static int
save_proceedings(struct import *im, struct meeting *m, struct kl_error *err)
{
	struct store *s = im->w->o->store;
	size_t i;
	int rc = 0;

	if (m->attendance.n + m->others.n + m->conflicts.n + m->approvers.n +
		m->absences.n + m->presiding.n + m->adjournments.n >
	    0)
		rc = store_save_attendance(s, "import", m, err);
	for (i = 0; rc == 0 && i < m->paragraphs.n; i++)
		rc = store_save_paragraph(
		    s, "import", m->id, &m->paragraphs.v[i], err);
	for (i = 0; rc == 0 && i < m->minutes.n; i++)
		rc = save_minutes(im, m, &m->minutes.v[i], err);
	for (i = 0; rc == 0 && i < m->deliveries.n; i++)
		rc = store_save_delivery(
		    s, "import", m->id, &m->deliveries.v[i], err);
	if (rc == 0)
		rc = save_after(im, m, err);
	return rc;
}

/* Minutes that arrive signed are frozen as they came. */
static int
freeze_arrived(struct import *im, const char *key, struct kl_error *err)
{
	struct work view = *im->w;
	struct minutes *m;
	size_t i;
	int rc;

	view.bundle = (struct bundle){ .arena = im->w->arena };
	rc = work_meeting(&view, key, MAY_READ, err);
	for (i = 0; rc == 0 && i < view.meeting->minutes.n; i++) {
		m = &view.meeting->minutes.v[i];
		if (m->state < MINUTES_FROZEN || m->record_sha256 != NULL)
			continue;
		rc = office_freeze_minutes(&view, m,
		    m->adjusted == KL_DAY_NONE ? im->w->o->today : m->adjusted,
		    err);
		if (rc == 0)
			rc = store_save_minutes(im->w->o->store, "import",
			    view.meeting->id, m, err);
	}
	return rc;
}

/* A meeting whose proceedings have arrived has been held. */
static int
settle_state(struct meeting *m, struct kl_error *err)
{
	int state = m->state == 0 ? MEETING_PLANNED : (int)m->state;
	int rc = 0;

	if (m->paragraphs.n > 0 && state != MEETING_HELD)
		rc = state_apply(STATE_MEETING, &state, "hold", err);
	m->state = (enum meeting_state)state;
	return rc;
}

/* The number of the item when it can be the paragraph's too, as where § and
 * item run together; otherwise the next one. */
static int
next_paragraph(const struct paragraph *p, int last)
{
	char *end = NULL;
	long nr = p->item == NULL ? 0 : strtol(p->item, &end, 10);

	return end != NULL && *end == '\0' && nr > last && nr <= PARAGRAPH_MAX
		   ? (int)nr
		   : last + 1;
}

/* Number paragraphs that came without numbers: per meeting from 1, or going on
 * from the committee's last one of the year. */
static int
number_paragraphs(struct import *im, struct meeting *m, struct kl_error *err)
{
	struct committee *c, stored;
	struct paragraph *p;
	int last = 0, rc = 0;
	size_t i;

	if (m->paragraphs.n == 0 || m->paragraphs.v[0].nr > 0)
		return 0;
	c = bundle_committee(&im->w->bundle, m->committee);
	if (c == NULL) {
		c = &stored;
		rc = store_load_committee(
		    im->w->o->store, m->committee, im->w->arena, c, err);
	}
	if (rc == 0 && c->numbering == NUMBER_PER_YEAR)
		rc = store_highest_paragraph(im->w->o->store, m->committee,
		    kl_day_year(m->day), m->day, &last, err);
	for (i = 0; rc == 0 && i < m->paragraphs.n; i++) {
		p = &m->paragraphs.v[i];
		p->nr = c->numbering == NUMBER_PER_YEAR
			    ? last + 1
			    : next_paragraph(p, last);
		last = p->nr;
	}
	return rc;
}

static int
save_meeting(struct import *im, struct meeting *m, struct kl_error *err)
{
	struct bundle there = { .arena = im->w->arena };
	struct meeting *old = NULL;
	size_t faults = im->faults->total;
	int rc = 0;

	if (store_has(im->w->o->store, "meeting", m->key) == 1) {
		rc = store_load_meeting(im->w->o->store, m->key, &there, err);
		if (rc != 0)
			return rc;
		old = &there.meetings.v[0];
		merge_check(im, old, m);
	}
	check_items(im, m, old != NULL && old->items.n > 0 ? old : m);
	if (im->faults->total > faults)
		return 0;
	if (old != NULL) {
		merge(old, m);
		m = old;
	}
	rc = number_paragraphs(im, m, err);
	if (rc == 0)
		rc = settle_state(m, err);
	if (rc == 0)
		rc = store_save_meeting(im->w->o->store, "import", m, err);
	if (rc == 0)
		rc = save_agenda(im, m, err);
	if (rc == 0)
		rc = save_proceedings(im, m, err);
	if (rc == 0)
		rc = freeze_arrived(im, m->key, err);
	return rc;
}

int
import_meetings(struct import *im, struct kl_error *err)
{
	size_t i;
	int rc = 0;

	for (i = 0; rc == 0 && i < im->w->bundle.meetings.n; i++)
		rc = save_meeting(im, &im->w->bundle.meetings.v[i], err);
	return rc;
}
