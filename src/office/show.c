/* SPDX-License-Identifier: EUPL-1.2
 *
 * Showing: lists, one thing whole, a meeting's deadlines, who gets what.
 */
#include "config.h"

#include <string.h>

#include "base/file.h"
#include "base/xml.h"
#include "office/adjust.h"

int
kl_list(struct kl_office *o, const char *what, const char *const *filters,
    struct kl_data **answer, struct kl_error *err)
{
	static const char *const none[] = { NULL };
	struct kl_data *list = data_list();
	int rc;

	if (list == NULL)
		return kl_error_nomem(err);
	rc = office_may(o, MAY_READ, NULL, err);
	if (rc == 0)
		rc = store_query(o->store, what,
		    filters == NULL ? none : filters, list, err);
	if (rc == 0 && data_failed(list))
		rc = kl_error_nomem(err);
	if (rc == 0 && answer != NULL)
		*answer = list;
	else
		kl_data_free(list);
	return rc;
}

static void
show_texts(struct kl_data *parent, const char *key, const text_list *texts)
{
	struct kl_data *list = data_add_list(parent, key);
	size_t i;

	for (i = 0; i < texts->n; i++)
		data_add_text(list, NULL, texts->v[i]);
}

static void
show_secrecy(struct kl_data *to, const struct secrecy *s)
{
	struct kl_data *d;

	if (s->provision == NULL)
		return;
	d = data_add_object(to, "secrecy");
	data_add_text(d, "provision", s->provision);
	data_add_day(d, "date", s->date);
	data_add_text(d, "authority", s->authority);
	data_add_text(d, "neutral_title", s->neutral_title);
}

static void
show_documents(struct kl_data *to, const struct matter *m)
{
	struct kl_data *list = data_add_list(to, "documents"), *row;
	const struct document_file *d;
	size_t i;

	for (i = 0; i < m->documents.n; i++) {
		d = &m->documents.v[i];
		row = data_add_object(list, NULL);
		data_add_int(row, "nr", d->nr);
		data_add_text(row, "kind", d->kind);
		data_add_text(row, "title", d->title);
		data_add_day(row, "date", d->date);
		data_add_text(
		    row, "direction", word_of(words_direction, d->direction));
		data_add_text(row, "correspondent", d->correspondent);
		data_add_bool(row, "publish", d->publish);
		data_add_text(row, "file", d->file);
		data_add_text(row, "sha256", d->sha256);
		show_secrecy(row, &d->secrecy);
	}
}

static int
show_matter(struct work *w, const char *key, struct kl_error *err)
{
	struct kl_data *to = w->answer;
	struct matter m = { 0 };
	int rc = store_load_matter(w->o->store, key, w->arena, &m, err);

	if (rc != 0)
		return rc;
	data_add_text(to, "number", m.number);
	data_add_text(to, "committee", m.committee);
	data_add_text(to, "title", m.title);
	data_add_text(to, "department", m.department);
	data_add_text(to, "unit", m.unit);
	data_add_text(to, "officer", m.officer);
	data_add_text(to, "kind", word_of(words_matter, m.kind));
	data_add_text(to, "appeal", word_of(words_appeal, m.appeal));
	data_add_text(to, "meeting", m.meeting);
	data_add_day(to, "registered", m.registered);
	data_add_day(to, "answer_by", m.answer_by);
	show_secrecy(to, &m.secrecy);
	show_texts(to, "proposals", &m.proposals);
	show_texts(to, "recipients", &m.recipients);
	show_documents(to, &m);
	return 0;
}

static int
show_committee(struct work *w, const char *key, struct kl_error *err)
{
	const char *args[] = { NULL, NULL };
	struct kl_data *to = w->answer;
	struct committee c = { 0 };
	int rc = store_load_committee(w->o->store, key, w->arena, &c, err);

	if (rc != 0)
		return rc;
	data_add_text(to, "code", c.code);
	data_add_text(to, "name", c.name);
	data_add_text(to, "kind", word_of(words_body, c.kind));
	data_add_text(to, "department", c.department);
	data_add_int(to, "seats", c.seats);
	data_add_text(to, "numbering", word_of(words_numbering, c.numbering));
	data_add_text(to, "number_template", c.number_template);
	data_add_int(to, "summons_days", c.summons_days);
	show_texts(to, "standing", &c.standing);
	show_texts(to, "assists", &c.assists);
	args[0] = arena_printf(w->arena, "committee=%s", c.code);
	return store_query(
	    w->o->store, "mandates", args, data_add_list(to, "mandates"), err);
}

static int
show_person(struct work *w, const char *key, struct kl_error *err)
{
	const char *args[] = { NULL, NULL };
	struct kl_data *rows = data_add_list(w->answer, "persons");
	int rc;

	if (store_has(w->o->store, "person", key) != 1)
		return kl_error_set(err, KL_E_NOTFOUND,
		    KL_N_("There is no person %s in the register. See kansli "
			  "list persons."),
		    key);
	args[0] = arena_printf(w->arena, "person=%s", key);
	rc = store_query(w->o->store, "persons", args, rows, err);
	if (rc == 0)
		rc = store_query(w->o->store, "mandates", args,
		    data_add_list(w->answer, "mandates"), err);
	return rc;
}

static void
show_items(struct kl_data *to, const struct work *w)
{
	struct kl_data *list = data_add_list(to, "items"), *row;
	const struct agenda_item *item;
	const struct matter *matter;
	size_t i;

	for (i = 0; i < w->meeting->items.n; i++) {
		item = &w->meeting->items.v[i];
		if (item->removed != 0)
			continue;
		matter = bundle_matter(&w->bundle, item->number);
		row = data_add_object(list, NULL);
		data_add_text(row, "nr", item->nr);
		data_add_text(row, "title",
		    matter != NULL && matter->secrecy.provision != NULL
			? matter->secrecy.neutral_title
		    : item->title != NULL || matter == NULL ? item->title
							    : matter->title);
		data_add_text(row, "number", item->number);
		data_add_bool(row, "late", item->late);
		data_add_bool(row, "immediate", item->immediate);
	}
}

static void
show_paragraphs(struct kl_data *to, const struct work *w)
{
	struct kl_data *list = data_add_list(to, "paragraphs"), *row;
	const struct agenda_item *item;
	const struct matter *matter;
	const struct paragraph *p;
	size_t i;

	for (i = 0; i < w->meeting->paragraphs.n; i++) {
		p = &w->meeting->paragraphs.v[i];
		item = meeting_item(w->meeting, p->item);
		matter = item == NULL ? NULL
				      : bundle_matter(&w->bundle, item->number);
		row = data_add_object(list, NULL);
		data_add_int(row, "nr", p->nr);
		data_add_text(row, "item", p->item);
		data_add_text(row, "title",
		    matter != NULL && matter->secrecy.provision != NULL
			? matter->secrecy.neutral_title
		    : p->title != NULL			  ? p->title
		    : item != NULL && item->title != NULL ? item->title
		    : matter != NULL			  ? matter->title
							  : NULL);
		data_add_text(
		    row, "number", item == NULL ? NULL : item->number);
		data_add_text(
		    row, "outcome", word_of(words_outcome, p->outcome));
		data_add_int(row, "points", (int64_t)p->decision.n);
		data_add_int(row, "divisions", (int64_t)p->divisions.n);
		data_add_int(row, "dissents", (int64_t)p->dissents.n);
	}
}

static void
show_approvals(struct kl_data *row, const struct minutes *m)
{
	struct kl_data *list = data_add_list(row, "approvals"), *x;
	size_t i;

	for (i = 0; i < m->approvals.n; i++) {
		x = data_add_object(list, NULL);
		data_add_text(x, "person", m->approvals.v[i].person);
		data_add_day(x, "day", m->approvals.v[i].day);
		data_add_text(x, "record", m->approvals.v[i].record_sha256);
		data_add_text(x, "pdf", m->approvals.v[i].pdf_sha256);
		data_add_text(x, "evidence", m->approvals.v[i].evidence_sha256);
		data_add_day(x, "withdrawn", m->approvals.v[i].withdrawn);
	}
	list = data_add_list(row, "rejections");
	for (i = 0; i < m->rejections.n; i++) {
		x = data_add_object(list, NULL);
		data_add_text(x, "person", m->rejections.v[i].person);
		data_add_day(x, "day", m->rejections.v[i].day);
		data_add_text(x, "comment", m->rejections.v[i].comment);
	}
	list = data_add_list(row, "accepted");
	for (i = 0; i < m->accepted.n; i++) {
		x = data_add_object(list, NULL);
		data_add_text(x, "code", m->accepted.v[i].code);
		data_add_int(x, "paragraph", m->accepted.v[i].paragraph);
		data_add_text(x, "by", m->accepted.v[i].by);
		data_add_day(x, "day", m->accepted.v[i].day);
		data_add_text(x, "why", m->accepted.v[i].why);
	}
}

/* Who is still to approve frozen minutes, and by when. */
static int
show_waiting(struct kl_data *row, struct work *w, const struct minutes *m,
    struct kl_error *err)
{
	struct rule_book book = office_book(w);
	struct rules_adjustment limit;
	struct adjusting look;
	int rc;

	if (m->state != MINUTES_FROZEN)
		return 0;
	rc = work_adjusting(w, m, &look, err);
	if (rc == 0)
		rc = rules_adjust(w->meeting->day, &book, NULL, &limit, err);
	if (rc != 0)
		return rc;
	show_texts(row, "waiting", &look.wait);
	data_add_day(row, "plain", limit.plain);
	data_add_day(row, "latest", limit.latest);
	return 0;
}

static void
show_corrections(struct kl_data *to, const struct meeting *m)
{
	struct kl_data *list, *row;
	const struct correction *x;
	size_t i;

	if (m->corrections.n == 0)
		return;
	list = data_add_list(to, "corrections");
	for (i = 0; i < m->corrections.n; i++) {
		x = &m->corrections.v[i];
		row = data_add_object(list, NULL);
		data_add_int(row, "paragraph", x->paragraph);
		data_add_day(row, "date", x->day);
		data_add_text(row, "was", x->was);
		data_add_text(row, "is", x->is);
		data_add_text(row, "why", x->why);
		data_add_day(row, "adjusted", x->adjusted);
		show_texts(row, "signers", &x->signers);
	}
}

static int
show_minutes(struct kl_data *to, struct work *w, struct kl_error *err)
{
	struct kl_data *list = data_add_list(to, "minutes"), *row;
	struct record_dates dates = { 0 };
	const struct minutes *m;
	size_t i;
	int rc = office_dates(w, &dates, err);

	for (i = 0; rc == 0 && i < w->meeting->minutes.n; i++) {
		m = &w->meeting->minutes.v[i];
		row = data_add_object(list, NULL);
		data_add_text(row, "paragraphs", m->paragraphs);
		data_add_bool(row, "immediate", m->seq > 1);
		data_add_text(row, "state", word_of(words_minutes, m->state));
		data_add_day(row, "adjusted", m->adjusted);
		show_texts(row, "signers", &m->signers);
		data_add_day(row, "posted", m->posted);
		data_add_day(row, "last_day", dates.clocks.v[i].last_day);
		data_add_day(row, "remove_on", dates.clocks.v[i].remove_on);
		data_add_day(row, "taken_down", m->taken_down);
		data_add_text(row, "record", m->record_sha256);
		data_add_text(row, "pdf", m->pdf_sha256);
		data_add_int(row, "version", m->version);
		show_approvals(row, m);
		rc = show_waiting(row, w, m, err);
	}
	show_corrections(to, w->meeting);
	return rc;
}

static void
show_head(struct kl_data *to, const struct meeting *m)
{
	data_add_text(to, "meeting", m->key);
	data_add_text(to, "committee", m->committee);
	data_add_day(to, "date", m->day);
	data_add_int(to, "number", m->number);
	data_add_text(to, "time", m->time);
	data_add_text(to, "end", m->end);
	data_add_text(to, "place", m->place);
	data_add_text(to, "state", word_of(words_meeting, m->state));
	if (m->why != NULL)
		data_add_text(to, "why", m->why);
	if (m->moved_from.n > 0)
		show_texts(to, "moved_from", &m->moved_from);
}

static int
show_meeting(struct work *w, const char *key, struct kl_error *err)
{
	const char *now = NULL;
	int rc = store_meeting_now(w->o->store, key, w->arena, &now, err);

	/* a key that it had before it was moved leads to it */
	if (rc == 0)
		rc = work_meeting(w, now == NULL ? key : now, MAY_READ, err);
	if (rc != 0)
		return rc;
	show_head(w->answer, w->meeting);
	show_items(w->answer, w);
	show_paragraphs(w->answer, w);
	return show_minutes(w->answer, w, err);
}

int
kl_show(struct kl_office *o, const char *what, const char *key,
    struct kl_data **answer, struct kl_error *err)
{
	static const struct {
		const char *what;
		int (*show)(struct work *, const char *, struct kl_error *);
	} table[] = {
		{ "matter", show_matter },
		{ "meeting", show_meeting },
		{ "committee", show_committee },
		{ "person", show_person },
	};
	struct work w;
	size_t i;
	int rc = work_begin(&w, o, MAY_READ, false, err);

	for (i = 0; i < sizeof table / sizeof *table; i++)
		if (strcmp(table[i].what, what) == 0)
			break;
	if (rc == 0 && i == sizeof table / sizeof *table)
		rc = kl_error_set(err, KL_E_USAGE,
		    KL_N_("“%s” cannot be shown. Choose matter, meeting, "
			  "committee or person."),
		    what);
	if (rc == 0)
		rc = table[i].show(&w, key, err);
	return work_end(&w, rc, answer, err);
}

int
kl_minutes_show(struct kl_office *o, const char *meeting,
    struct kl_data **answer, struct kl_error *err)
{
	struct work w;
	int rc = work_look(&w, o, meeting, err);

	if (rc == 0) {
		show_head(w.answer, w.meeting);
		show_paragraphs(w.answer, &w);
		rc = show_minutes(w.answer, &w, err);
	}
	return work_end(&w, rc, answer, err);
}

int
kl_dispatch_list(struct kl_office *o, const char *meeting,
    struct kl_data **answer, struct kl_error *err)
{
	const char *args[] = { NULL, NULL };
	struct work w;
	int rc = work_look(&w, o, meeting, err);

	if (rc == 0) {
		data_add_text(w.answer, "meeting", w.meeting->key);
		args[0] = arena_printf(w.arena, "meeting=%s", w.meeting->key);
		rc = store_query(o->store, "deliveries", args,
		    data_add_list(w.answer, "deliveries"), err);
	}
	return work_end(&w, rc, answer, err);
}
