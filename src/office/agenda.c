/* SPDX-License-Identifier: EUPL-1.2
 *
 * The agenda: built from what is registered, frozen in versions.  Before the
 * first publication items are renumbered freely; afterwards a number that has
 * been sent out is never given to anything else.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "domain/state.h"
#include "office/follow.h"

static int
last_version(const struct meeting *m)
{
	return m->versions.n == 0 ? 0
				  : m->versions.v[m->versions.n - 1].version;
}

static bool
on_agenda(const struct agenda_item *item)
{
	return item->removed == 0;
}

/* The number part of "23 A", 0 if it has none. */
static int
nr_value(const char *nr)
{
	return nr == NULL ? 0 : (int)strtol(nr, NULL, 10);
}

/* Also the numbers of removed items count: they are not used again. */
static int
highest_nr(const struct meeting *m)
{
	int highest = 0;
	size_t i;

	for (i = 0; i < m->items.n; i++)
		if (nr_value(m->items.v[i].nr) > highest)
			highest = nr_value(m->items.v[i].nr);
	return highest;
}

static bool
has_title(const struct meeting *m, const char *title)
{
	size_t i;

	for (i = 0; i < m->items.n; i++)
		if (on_agenda(&m->items.v[i]) && m->items.v[i].title != NULL &&
		    strcmp(m->items.v[i].title, title) == 0)
			return true;
	return false;
}

static bool
has_matter(const struct meeting *m, const char *number)
{
	size_t i;

	for (i = 0; i < m->items.n; i++)
		if (on_agenda(&m->items.v[i]) && m->items.v[i].number != NULL &&
		    strcmp(m->items.v[i].number, number) == 0)
			return true;
	return false;
}

/* Append an item after the last one. */
static struct agenda_item *
item_append(struct work *w)
{
	struct agenda_item *item = vec_push(w->arena, &w->meeting->items);

	if (item != NULL)
		item->position = (int)w->meeting->items.n;
	return item;
}

/* Move the item at index ${from} to index ${to}. */
static void
item_move(struct meeting *m, size_t from, size_t to)
{
	struct agenda_item moved = m->items.v[from];

	if (from < to)
		memmove(&m->items.v[from], &m->items.v[from + 1],
		    (to - from) * sizeof moved);
	else
		memmove(&m->items.v[to + 1], &m->items.v[to],
		    (from - to) * sizeof moved);
	m->items.v[to] = moved;
}

static void
renumber(struct work *w)
{
	struct agenda_item *item;
	int nr = 0;
	size_t i;

	for (i = 0; i < w->meeting->items.n; i++) {
		item = &w->meeting->items.v[i];
		if (item->nr != NULL && on_agenda(item))
			item->nr = arena_printf(w->arena, "%d", ++nr);
	}
}

static int
save_items(struct work *w, const char *verb, struct kl_error *err)
{
	size_t i;
	int rc = 0;

	for (i = 0; rc == 0 && i < w->meeting->items.n; i++) {
		w->meeting->items.v[i].position = (int)i + 1;
		rc = store_save_item(w->o->store, verb, w->meeting->id,
		    &w->meeting->items.v[i], err);
	}
	return rc;
}

static void
answer_item(
    struct kl_data *list, const struct work *w, const struct agenda_item *item)
{
	struct matter *matter = bundle_matter(&w->bundle, item->number);
	struct kl_data *row = data_add_object(list, NULL);
	const char *title = item->title;

	if (matter != NULL && matter->secrecy.provision != NULL)
		title = matter->secrecy.neutral_title;
	else if (title == NULL && matter != NULL)
		title = matter->title;
	data_add_text(row, "nr", item->nr);
	data_add_text(row, "title", title);
	data_add_text(row, "number", item->number);
	data_add_text(row, "unit",
	    item->unit != NULL || matter == NULL ? item->unit : matter->unit);
	data_add_bool(row, "late", item->late);
	data_add_bool(row, "immediate", item->immediate);
	data_add_bool(
	    row, "secret", matter != NULL && matter->secrecy.provision != NULL);
	data_add_int(row, "version", item->version);
	data_add_int(row, "removed", item->removed);
}

static void
answer_agenda(struct work *w)
{
	struct kl_data *list;
	size_t i;

	data_add_text(w->answer, "meeting", w->meeting->key);
	data_add_text(
	    w->answer, "state", word_of(words_meeting, w->meeting->state));
	data_add_int(w->answer, "version", last_version(w->meeting));
	list = data_add_list(w->answer, "items");
	for (i = 0; i < w->meeting->items.n; i++)
		answer_item(list, w, &w->meeting->items.v[i]);
}

/* Changes of the agenda end when the meeting has been held or cancelled. */
static int
agenda_open(struct work *w, struct kl_error *err)
{
	if (w->meeting->state == MEETING_PLANNED ||
	    w->meeting->state == MEETING_SUMMONED)
		return 0;
	return kl_error_set(err, KL_E_RULE,
	    KL_N_("The meeting %s is “%s”, so its agenda is closed. Nothing "
		  "was changed."),
	    w->meeting->key, word_of(words_meeting, w->meeting->state));
}

static int
agenda_unpublished(struct work *w, struct kl_error *err)
{
	int rc = agenda_open(w, err);

	if (rc == 0 && last_version(w->meeting) > 0)
		rc = kl_error_set(err, KL_E_RULE,
		    KL_N_("The agenda of %s has been sent out, so its items "
			  "keep their numbers. Nothing was changed. Add a "
			  "late item with kansli agenda add."),
		    w->meeting->key);
	return rc;
}

/* ---- build --------------------------------------------------------------- */

/* The committee's standing items come first, unless the agenda begins with one
 * of them already (an imported agenda keeps its numbers). */
static int
build_standing(struct work *w, struct kl_error *err)
{
	const text_list *standing = &w->committee->standing;
	struct agenda_item *item;
	size_t i;

	for (i = 0; i < standing->n; i++)
		if (has_title(w->meeting, standing->v[i]))
			return 0;
	for (i = 0; i < standing->n; i++) {
		item = item_append(w);
		if (item == NULL)
			return kl_error_nomem(err);
		item->title = standing->v[i];
		item->standing = true;
		item->nr = "0";
		item_move(w->meeting, w->meeting->items.n - 1, i);
	}
	if (standing->n > 0)
		renumber(w);
	return 0;
}

static int
build_item(struct work *w, const char *number, const char *title,
    int64_t previous, struct kl_error *err)
{
	int nr = highest_nr(w->meeting) + 1;
	struct agenda_item *item = item_append(w);

	if (item == NULL)
		return kl_error_nomem(err);
	item->nr = arena_printf(w->arena, "%d", nr);
	item->number = number;
	item->title = number == NULL ? title : NULL;
	item->previous = previous;
	return item->nr == NULL ? kl_error_nomem(err) : 0;
}

/* The item of an earlier meeting that a new one about the matter ${number}
 * continues, or 0: it was tabled or referred back there. */
static int
find_previous(
    struct work *w, const char *number, int64_t *previous, struct kl_error *err)
{
	open_items open = { 0 };
	size_t i;
	int rc;

	*previous = 0;
	if (number == NULL)
		return 0;
	rc = store_open_items(w->o->store, w->committee->code, w->meeting->day,
	    w->arena, &open, err);
	for (i = 0; rc == 0 && i < open.n; i++)
		if (open.v[i].number != NULL &&
		    strcmp(open.v[i].number, number) == 0)
			*previous = open.v[i].item;
	return rc;
}

/* Not before the day that it was tabled to. */
static bool
is_due(const struct work *w, const struct open_item *x)
{
	return x->outcome == OUTCOME_TABLED &&
	       (x->tabled_to == KL_DAY_NONE || x->tabled_to <= w->meeting->day);
}

/* What was tabled at earlier meetings, or waited for one that was cancelled,
 * and not yet continued; of the meeting ${from} alone unless NULL.  A matter
 * that was referred back returns when it is put on an agenda again. */
static int
build_tabled(struct work *w, const char *from, struct kl_error *err)
{
	open_items open = { 0 };
	size_t i;
	int rc;

	rc = store_open_items(w->o->store, w->committee->code, w->meeting->day,
	    w->arena, &open, err);
	for (i = 0; rc == 0 && i < open.n; i++) {
		if (!is_due(w, &open.v[i]) ||
		    (from != NULL && strcmp(open.v[i].meeting, from) != 0))
			continue;
		if (open.v[i].number != NULL &&
		    has_matter(w->meeting, open.v[i].number))
			continue;
		rc = build_item(
		    w, open.v[i].number, open.v[i].title, open.v[i].item, err);
	}
	return rc;
}

static int
build_registered(struct work *w, struct kl_error *err)
{
	text_list numbers = { 0 };
	int64_t previous;
	size_t i;
	int rc;

	rc = store_matters_for(
	    w->o->store, w->meeting->key, w->arena, &numbers, err);
	for (i = 0; rc == 0 && i < numbers.n; i++) {
		if (has_matter(w->meeting, numbers.v[i]))
			continue;
		rc = find_previous(w, numbers.v[i], &previous, err);
		if (rc == 0)
			rc = build_item(w, numbers.v[i], NULL, previous, err);
	}
	return rc;
}

/* Load the meeting anew, so that the answer knows the matters just placed. */
static int
reload(struct work *w, struct kl_error *err)
{
	const char *key = w->meeting->key;

	w->bundle = (struct bundle){ .arena = w->arena };
	return work_meeting(w, key, MAY_READ, err);
}

static void
warn_answer(struct work *w, const struct kl_data *row)
{
	const char *number = kl_data_text(kl_data_get(row, "number"));
	const char *by = kl_data_text(kl_data_get(row, "answer_by"));
	struct kl_error e;
	char day[11];

	if (has_matter(w->meeting, number))
		return;
	if (strcmp(by, kl_day_format(w->meeting->day, day)) < 0)
		kl_error_set(&e, KL_E_RULE,
		    KL_N_("The matter %s is to be answered by %s, and the "
			  "committee does not meet before then."),
		    number, by);
	else
		kl_error_set(&e, KL_E_RULE,
		    KL_N_("The matter %s is to be answered by %s, and the "
			  "committee does not meet between this meeting and "
			  "then. It is not on this agenda."),
		    number, by);
	work_warn(w, &e);
}

/* Answers that fall due before the committee meets after this meeting, and that
 * this agenda does not hold. */
static int
warn_answers(struct work *w, struct kl_error *err)
{
	struct kl_data *rows = data_list();
	size_t i;
	int rc;

	if (rows == NULL)
		return kl_error_nomem(err);
	rc = office_answers(
	    w, w->committee->code, w->meeting->day + 1, rows, err);
	for (i = 0; rc == 0 && i < kl_data_count(rows); i++)
		warn_answer(w, kl_data_at(rows, i));
	kl_data_free(rows);
	return rc;
}

int
kl_agenda_build(struct kl_office *o, const char *meeting,
    struct kl_data **answer, struct kl_error *err)
{
	struct work w;
	int rc = work_change(&w, o, meeting, MAY_DECIDE, err);

	if (rc == 0)
		rc = agenda_unpublished(&w, err);
	if (rc == 0)
		rc = build_standing(&w, err);
	if (rc == 0)
		rc = build_tabled(&w, NULL, err);
	if (rc == 0)
		rc = build_registered(&w, err);
	if (rc == 0)
		rc = save_items(&w, "agenda-build", err);
	if (rc == 0)
		rc = reload(&w, err);
	if (rc == 0) {
		answer_agenda(&w);
		rc = warn_answers(&w, err);
	}
	if (rc == 0)
		rc = office_wheel_propose(&w, err);
	return work_end(&w, rc, answer, err);
}

int
agenda_take_over(struct work *w, const char *from, struct kl_data *list,
    struct kl_error *err)
{
	size_t i, n = w->meeting->items.n;
	bool late = last_version(w->meeting) > 0;
	int rc;

	if (n == 0)
		return 0; /* they come when it is built */
	rc = build_tabled(w, from, err);
	for (i = n; rc == 0 && i < w->meeting->items.n; i++)
		w->meeting->items.v[i].late = late;
	if (rc == 0)
		rc = save_items(w, "cancel", err);
	if (rc == 0)
		rc = reload(w, err);
	for (i = n; rc == 0 && i < w->meeting->items.n; i++)
		answer_item(list, w, &w->meeting->items.v[i]);
	return rc;
}

/* ---- add ------------------------------------------------------------------
 */

static size_t
index_of(const struct meeting *m, const char *nr)
{
	const struct agenda_item *item = meeting_item(m, nr);

	return item == NULL ? m->items.n : (size_t)(item - m->items.v);
}

static int
no_such_item(struct work *w, const char *nr, struct kl_error *err)
{
	return kl_error_set(err, KL_E_NOTFOUND,
	    KL_N_("The agenda of %s has no item %s. Nothing was changed."),
	    w->meeting->key, nr);
}

/* Also by an item that has been removed since. */
static bool
nr_taken(const struct meeting *m, const char *nr)
{
	size_t i;

	for (i = 0; i < m->items.n; i++)
		if (m->items.v[i].nr != NULL &&
		    strcmp(m->items.v[i].nr, nr) == 0)
			return true;
	return false;
}

/* "10" -> "10 A", or the next free letter; after Z the next number. */
static const char *
nr_after(struct work *w, const char *nr)
{
	const char *candidate;
	char letter;

	for (letter = 'A'; letter <= 'Z'; letter++) {
		candidate =
		    arena_printf(w->arena, "%d %c", nr_value(nr), letter);
		if (candidate == NULL || !nr_taken(w->meeting, candidate))
			return candidate;
	}
	return arena_printf(w->arena, "%d", highest_nr(w->meeting) + 1);
}

/* Only committees that the matter belongs to may take it up. */
static int
check_matter(struct work *w, const struct kl_item *what, struct kl_error *err)
{
	struct matter matter = { 0 };
	int rc;

	if (what->number == NULL)
		return 0;
	if (has_matter(w->meeting, what->number))
		return kl_error_set(err, KL_E_RULE,
		    KL_N_("The matter %s is on the agenda of %s already. "
			  "Nothing was changed."),
		    what->number, w->meeting->key);
	rc = store_load_matter(
	    w->o->store, what->number, w->arena, &matter, err);
	if (rc == 0 && strcmp(matter.committee, w->committee->code) != 0)
		rc = kl_error_set(err, KL_E_RULE,
		    KL_N_("The matter %s belongs to the committee %s, not to "
			  "%s. Nothing was changed."),
		    what->number, matter.committee, w->committee->code);
	return rc;
}

static int
agenda_add(struct work *w, const struct kl_item *what, struct kl_error *err)
{
	bool published = last_version(w->meeting) > 0;
	int nr = highest_nr(w->meeting) + 1;
	size_t after = w->meeting->items.n;
	struct agenda_item *item;
	int64_t previous;
	int rc;

	rc = find_previous(w, what->number, &previous, err);
	if (rc != 0)
		return rc;
	if (what->after != NULL) {
		after = index_of(w->meeting, what->after);
		if (after == w->meeting->items.n)
			return no_such_item(w, what->after, err);
		/* 10 B comes after 10 A, whichever of them was named */
		do
			after++;
		while (published && after < w->meeting->items.n &&
		       nr_value(w->meeting->items.v[after].nr) ==
			   nr_value(what->after));
	}
	item = item_append(w);
	if (item == NULL)
		return kl_error_nomem(err);
	item->number = arena_strdup(w->arena, what->number);
	item->previous = previous;
	item->title = arena_strdup(w->arena, what->title);
	item->note = arena_strdup(w->arena, what->note);
	item->late = what->late;
	item->immediate = what->immediate;
	item->handed_out = what->handed_out;
	if (!what->heading)
		item->nr = published && what->after != NULL
			       ? nr_after(w, what->after)
			       : arena_printf(w->arena, "%d", nr);
	item_move(w->meeting, w->meeting->items.n - 1, after);
	if (!published && what->after != NULL)
		renumber(w);
	return save_items(w, "agenda-add", err);
}

int
kl_agenda_add(struct kl_office *o, const char *meeting,
    const struct kl_item *item, struct kl_data **answer, struct kl_error *err)
{
	struct work w;
	int rc = work_change(&w, o, meeting, MAY_DECIDE, err);

	if (rc == 0)
		rc = agenda_open(&w, err);
	if (rc == 0 && item->number == NULL && item->title == NULL)
		rc = kl_error_set(err, KL_E_USAGE,
		    KL_N_("Say which matter (its registration number) or "
			  "which title the item has. Nothing was changed."));
	if (rc == 0)
		rc = check_matter(&w, item, err);
	if (rc == 0)
		rc = agenda_add(&w, item, err);
	if (rc == 0)
		rc = reload(&w, err);
	if (rc == 0)
		answer_agenda(&w);
	return work_end(&w, rc, answer, err);
}

/* ---- remove and order ------------------------------------------------------
 */

static int
agenda_remove(struct work *w, const char *nr, struct kl_error *err)
{
	size_t i = index_of(w->meeting, nr);
	struct agenda_item *item;
	int rc;

	if (i == w->meeting->items.n)
		return no_such_item(w, nr, err);
	item = &w->meeting->items.v[i];
	if (item->version > 0) {
		item->removed = last_version(w->meeting) + 1;
		return store_save_item(
		    w->o->store, "agenda-remove", w->meeting->id, item, err);
	}
	rc = store_delete_item(
	    w->o->store, "agenda-remove", w->meeting->id, item->id, err);
	item_move(w->meeting, i, w->meeting->items.n - 1);
	w->meeting->items.n--;
	if (rc == 0 && last_version(w->meeting) == 0) {
		renumber(w);
		rc = save_items(w, "agenda-remove", err);
	}
	return rc;
}

int
kl_agenda_remove(struct kl_office *o, const char *meeting, const char *nr,
    struct kl_data **answer, struct kl_error *err)
{
	struct work w;
	int rc = work_change(&w, o, meeting, MAY_DECIDE, err);

	if (rc == 0)
		rc = agenda_open(&w, err);
	if (rc == 0)
		rc = agenda_remove(&w, nr, err);
	if (rc == 0)
		answer_agenda(&w);
	return work_end(&w, rc, answer, err);
}

int
kl_agenda_order(struct kl_office *o, const char *meeting, const char *nr,
    int place, struct kl_data **answer, struct kl_error *err)
{
	struct work w;
	size_t from = 0;
	int rc = work_change(&w, o, meeting, MAY_DECIDE, err);

	if (rc == 0)
		rc = agenda_unpublished(&w, err);
	if (rc == 0) {
		from = index_of(w.meeting, nr);
		if (from == w.meeting->items.n)
			rc = no_such_item(&w, nr, err);
		else if (place < 1 || (size_t)place > w.meeting->items.n)
			rc = kl_error_set(err, KL_E_INPUT,
			    KL_N_("The agenda of %s has places 1 to %zu, so "
				  "%d is no place in it. Nothing was "
				  "changed."),
			    meeting, w.meeting->items.n, place);
	}
	if (rc == 0) {
		item_move(w.meeting, from, (size_t)place - 1);
		renumber(&w);
		rc = save_items(&w, "agenda-order", err);
	}
	if (rc == 0)
		answer_agenda(&w);
	return work_end(&w, rc, answer, err);
}

/* ---- publish ----------------------------------------------------------------
 */

/* Mark what is new in version ${v} and tell; returns the number of changes. */
static int
publish_changes(struct work *w, int v)
{
	struct kl_data *added = data_add_list(w->answer, "added");
	struct kl_data *removed = data_add_list(w->answer, "removed");
	struct agenda_item *item;
	int changes = 0;
	size_t i;

	for (i = 0; i < w->meeting->items.n; i++) {
		item = &w->meeting->items.v[i];
		if (item->version == 0 && on_agenda(item)) {
			item->version = v;
			changes++;
			if (v > 1)
				answer_item(added, w, item);
		} else if (item->removed == v) {
			changes++;
			data_add_text(removed, NULL, item->nr);
		}
	}
	return changes;
}

/* The council is announced on the notice board besides, at least a week before.
 */
static int
announce_in_time(
    struct work *w, const struct rule_book *book, struct kl_error *err)
{
	struct kl_error warning;
	kl_day latest;
	char day[11];
	int rc;

	if (w->committee->kind != BODY_ASSEMBLY)
		return 0;
	rc = rules_council_notice(w->meeting->day, book, NULL, &latest, err);
	if (rc != 0 || w->o->today <= latest)
		return rc;
	kl_error_set(&warning, KL_E_RULE,
	    KL_N_("The meeting %s should have been announced on the notice "
		  "board by %s. What was not announced in time may not be "
		  "decided."),
	    w->meeting->key, kl_day_format(latest, day));
	kl_error_statute(&warning, "KL 5:13, 5:52");
	work_warn(w, &warning);
	return 0;
}

/* Warn when the summons is later than the committee's own rule; what is added
 * later is another matter. */
static int
publish_in_time(struct work *w, struct kl_error *err)
{
	struct rule_book book = office_book(w);
	struct rule_applied lead;
	struct kl_error warning;
	kl_day latest;
	char day[11];
	int rc;

	if (last_version(w->meeting) > 1)
		return 0;
	rc = rules_summons(w->meeting->day, &book, NULL, &latest, err);
	if (rc == 0)
		rc = rule_apply(
		    RULE_SUMMONS_LEAD, w->meeting->day, &book, &lead, err);
	if (rc == 0)
		rc = announce_in_time(w, &book, err);
	if (rc != 0 || latest == KL_DAY_NONE || w->o->today <= latest)
		return rc;
	kl_error_set(&warning, KL_E_RULE,
	    KL_N_("The summons to %s should have been sent by %s: the "
		  "committee's rules say %d days before the meeting."),
	    w->meeting->key, kl_day_format(latest, day), lead.value);
	work_warn(w, &warning);
	return 0;
}

static int
publish_version(struct work *w, int v, struct kl_error *err)
{
	struct agenda_version *version;
	xmlDoc *doc = NULL;
	int rc;

	version = vec_push(w->arena, &w->meeting->versions);
	if (version == NULL)
		return kl_error_nomem(err);
	version->version = v;
	version->published = w->o->today;
	rc = office_record(w, "kallelse", &doc, err);
	if (rc == 0)
		rc = office_freeze(w, doc, "kallelse", w->o->today,
		    &version->record_sha256, err);
	xmlFreeDoc(doc);
	if (rc == 0)
		rc = store_save_version(w->o->store, "agenda-publish",
		    w->meeting->id, version, err);
	if (rc == 0) {
		data_add_int(w->answer, "version", v);
		data_add_text(w->answer, "record", version->record_sha256);
	}
	return rc;
}

static int
agenda_publish(struct work *w, struct kl_error *err)
{
	int v = last_version(w->meeting) + 1;
	int state = (int)w->meeting->state;
	int rc;

	rc = state_apply(STATE_MEETING, &state, "publish", err);
	if (rc != 0)
		return rc;
	if (highest_nr(w->meeting) == 0)
		return kl_error_set(err, KL_E_RULE,
		    KL_N_("The agenda of %s has no items. Nothing was "
			  "published. Build it first with kansli agenda "
			  "build."),
		    w->meeting->key);
	if (publish_changes(w, v) == 0)
		return kl_error_set(err, KL_E_RULE,
		    KL_N_("Nothing has changed on the agenda of %s since "
			  "version %d, so there is no new version to "
			  "publish."),
		    w->meeting->key, v - 1);
	w->meeting->state = (enum meeting_state)state;
	rc = save_items(w, "agenda-publish", err);
	if (rc == 0)
		rc = publish_version(w, v, err);
	if (rc == 0)
		rc = store_save_meeting(
		    w->o->store, "agenda-publish", w->meeting, err);
	return rc;
}

int
kl_agenda_publish(struct kl_office *o, const char *meeting,
    struct kl_data **answer, struct kl_error *err)
{
	struct work w;
	int rc = work_change(&w, o, meeting, MAY_DECIDE, err);

	if (rc == 0) {
		data_add_text(w.answer, "meeting", w.meeting->key);
		rc = agenda_publish(&w, err);
	}
	if (rc == 0)
		rc = publish_in_time(&w, err);
	return work_end(&w, rc, answer, err);
}

int
kl_agenda_show(struct kl_office *o, const char *meeting,
    struct kl_data **answer, struct kl_error *err)
{
	struct kl_data *list, *row;
	struct work w;
	size_t i;
	int rc = work_look(&w, o, meeting, err);

	if (rc == 0) {
		answer_agenda(&w);
		list = data_add_list(w.answer, "versions");
		for (i = 0; i < w.meeting->versions.n; i++) {
			row = data_add_object(list, NULL);
			data_add_int(
			    row, "version", w.meeting->versions.v[i].version);
			data_add_day(row, "published",
			    w.meeting->versions.v[i].published);
			data_add_text(row, "record",
			    w.meeting->versions.v[i].record_sha256);
		}
		rc = office_wheel_propose(&w, err);
	}
	return work_end(&w, rc, answer, err);
}
