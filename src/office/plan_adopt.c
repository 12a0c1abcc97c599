/* SPDX-License-Identifier: EUPL-1.2
 *
 * Adopting a plan: its meetings become the register's.  What has happened is
 * not touched; what moves keeps its identity; what the plan adopted before had
 * and this one has not is cancelled, not deleted.
 */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "domain/state.h"
#include "office/plan.h"
#include <kansli/meeting.h>

struct adoption {
	struct planning *p;
	struct year_plan former; /* the version adopted before; empty: none */
	struct kl_data *added, *moved, *cancelled;
	int64_t unchanged;
	bool *matched; /* of the bundle's meetings: in the plan */
};

static bool
same(const char *x, const char *y)
{
	return (x == NULL || y == NULL) ? x == y : strcmp(x, y) == 0;
}

/* ---- may it be adopted? ----------------------------------------------------
 */

static int
refuse_broken(struct planning *p, struct kl_error *err)
{
	year_reasons found = { 0 };
	const char *first = NULL;
	size_t i, n = 0;
	int rc = year_check(p->y, p->now, p->w.arena, &found, err);

	if (rc != 0)
		return rc;
	for (i = 0; i < found.n; i++)
		if (found.v[i].forbids && n++ == 0)
			first = found.v[i].text;
	if (n == 0)
		return 0;
	return kl_error_set(err, KL_E_RULE,
	    KL_N_("Version %d of the plan of %d breaks %zu constraints, the "
		  "first: %s Nothing was adopted. See kansli plan "
		  "check %d, or leave constraints out with --without."),
	    p->now->version, p->year, n, first, p->year);
}

static int
may_adopt(struct planning *p, struct kl_error *err)
{
	size_t i;
	int rc = 0;

	for (i = 0; rc == 0 && i < p->now->meetings.n; i++)
		rc = office_may(
		    p->w.o, MAY_DECIDE, p->now->meetings.v[i].committee, err);
	return rc;
}

/* ---- one meeting -----------------------------------------------------------
 */

static struct meeting *
find(struct adoption *a, const struct planned *m)
{
	struct bundle *b = &a->p->w.bundle;
	struct meeting *is, *found = NULL;
	size_t i, at = 0;

	for (i = 0; i < b->meetings.n; i++) {
		is = &b->meetings.v[i];
		if (a->matched[i] || is->state == MEETING_CANCELLED ||
		    strcmp(is->committee, m->committee) != 0)
			continue;
		if (same(is->key, m->meeting) ||
		    (found == NULL && m->meeting == NULL &&
			is->day == m->day)) {
			found = is;
			at = i;
		}
	}
	if (found != NULL)
		a->matched[at] = true;
	return found;
}

static const char *
place_of(struct adoption *a, const struct planned *m)
{
	const struct room *room = bundle_room(&a->p->w.bundle, m->room);

	return room == NULL ? m->room : room->name;
}

/* Its number among the committee's meetings of that day. */
static int
next_seq(struct adoption *a, const struct planned *m)
{
	const struct bundle *b = &a->p->w.bundle;
	size_t i;
	int seq = 1;

	for (i = 0; i < b->meetings.n; i++)
		if (b->meetings.v[i].day == m->day &&
		    b->meetings.v[i].seq >= seq &&
		    strcmp(b->meetings.v[i].committee, m->committee) == 0)
			seq = b->meetings.v[i].seq + 1;
	return seq;
}

static int
add(struct adoption *a, const struct planned *m, struct kl_error *err)
{
	struct work *w = &a->p->w;
	struct meeting new = {
		.committee = m->committee,
		.day = m->day,
		.seq = next_seq(a, m),
		.time = m->start,
		.end = m->end,
		.place = place_of(a, m),
		.state = MEETING_PLANNED,
	};
	int rc;

	new.key = meeting_key(w->arena, new.committee, new.day, new.seq);
	if (new.key == NULL)
		return kl_error_nomem(err);
	rc = store_save_meeting(w->o->store, "adopt", &new, err);
	if (rc == 0)
		data_add_text(a->added, NULL, new.key);
	return rc;
}

/* The clock or the room is another. */
static int
change_head(struct adoption *a, struct meeting *is, const struct planned *m,
    bool *changed, struct kl_error *err)
{
	const char *place = place_of(a, m);

	*changed = (m->start != NULL && !same(m->start, is->time)) ||
		   (m->end != NULL && !same(m->end, is->end)) ||
		   (place != NULL && !same(place, is->place));
	if (!*changed)
		return 0;
	if (m->start != NULL) {
		is->time = m->start;
		is->end = m->end;
	}
	if (place != NULL)
		is->place = place;
	return store_save_meeting(a->p->w.o->store, "adopt", is, err);
}

/* When and where it was, and is now. */
static void
put_change(struct adoption *a, const char *key, const struct meeting *was,
    const struct meeting *is, kl_day day)
{
	struct kl_data *row = data_add_object(a->moved, NULL);

	data_add_text(row, "meeting", key);
	data_add_day(row, "from", was->day);
	data_add_day(row, "to", day);
	data_add_text(row, "was_time", was->time);
	data_add_text(row, "was_end", was->end);
	data_add_text(row, "was_place", was->place);
	data_add_text(row, "time", is->time);
	data_add_text(row, "end", is->end);
	data_add_text(row, "place", is->place);
	data_add_text(row, "state", word_of(words_meeting, is->state));
}

static int
change(struct adoption *a, struct meeting *is, const struct planned *m,
    struct kl_error *err)
{
	const struct meeting was = *is;
	const char *key = is->key;
	bool changed;
	int rc;

	if (is->state == MEETING_HELD || is->day < a->p->w.o->today) {
		a->unchanged++;
		return 0;
	}
	rc = change_head(a, is, m, &changed, err);
	if (rc == 0 && is->day != m->day)
		rc = store_meeting_move(a->p->w.o->store, "adopt", is->key,
		    m->day, true, a->p->w.arena, &key, err);
	if (rc != 0)
		return rc;
	if (!changed && is->day == m->day) {
		a->unchanged++;
		return 0;
	}
	put_change(a, key, &was, is, m->day);
	return 0;
}

/* ---- what is no longer planned ---------------------------------------------
 */

static bool
was_adopted(const struct adoption *a, const struct meeting *is)
{
	const struct planned *m;
	size_t i;

	for (i = 0; i < a->former.meetings.n; i++) {
		m = &a->former.meetings.v[i];
		if (strcmp(m->committee, is->committee) == 0 &&
		    (same(m->meeting, is->key) || m->day == is->day))
			return true;
	}
	return false;
}

static int
cancel_left(struct adoption *a, struct kl_error *err)
{
	struct bundle *b = &a->p->w.bundle;
	struct meeting *is;
	size_t i;
	int state, rc = 0;

	for (i = 0; i < b->meetings.n && rc == 0; i++) {
		is = &b->meetings.v[i];
		if (a->matched[i] || is->state == MEETING_CANCELLED ||
		    is->state == MEETING_HELD || is->day < a->p->w.o->today ||
		    kl_day_year(is->day) != a->p->year || !was_adopted(a, is))
			continue;
		state = (int)is->state;
		rc = state_apply(STATE_MEETING, &state, "cancel", err);
		is->state = (enum meeting_state)state;
		if (rc == 0)
			rc = store_save_meeting(
			    a->p->w.o->store, "cancel", is, err);
		if (rc == 0)
			data_add_text(a->cancelled, NULL, is->key);
	}
	return rc;
}

/* ---- all of them -----------------------------------------------------------
 */

static int
load_former(struct adoption *a, struct kl_error *err)
{
	const struct planning *p = a->p;
	size_t i;

	for (i = 0; i < p->versions.n; i++)
		if (p->versions.v[i].adopted)
			return store_plan_load(p->w.o->store, p->year,
			    p->versions.v[i].version, p->w.arena, &a->former,
			    err);
	return 0;
}

static int
adopt_meetings(struct adoption *a, struct kl_error *err)
{
	struct planning *p = a->p;
	const struct planned *m;
	struct meeting *is;
	size_t i;
	int rc = 0;

	a->matched = arena_alloc(
	    p->w.arena, p->w.bundle.meetings.n * sizeof *a->matched + 1);
	if (a->matched == NULL)
		return kl_error_nomem(err);
	for (i = 0; i < p->now->meetings.n && rc == 0; i++) {
		m = &p->now->meetings.v[i];
		is = find(a, m);
		rc = is == NULL ? add(a, m, err) : change(a, is, m, err);
	}
	return rc == 0 ? cancel_left(a, err) : rc;
}

/* The register must be as it was when the plan was checked. */
static int
lock_unchanged(struct planning *p, struct kl_error *err)
{
	bool changed = false;
	int rc = work_lock(&p->w, err);

	if (rc == 0)
		rc = store_changed_since(
		    p->w.o->store, p->w.seen, &changed, err);
	if (rc == 0 && changed)
		rc = kl_error_set(err, KL_E_RULE,
		    KL_N_("While the plan was checked, somebody changed the "
			  "register. Nothing was adopted. Do it again."));
	return rc;
}

static int
adopt(struct planning *p, struct kl_error *err)
{
	struct kl_data *to = p->w.answer;
	struct adoption a = { .p = p };
	int rc = load_former(&a, err);

	data_add_int(to, "year", p->year);
	data_add_int(to, "version", p->now->version);
	a.added = data_add_list(to, "added");
	a.moved = data_add_list(to, "moved");
	a.cancelled = data_add_list(to, "cancelled");
	if (rc == 0)
		rc = lock_unchanged(p, err);
	if (rc == 0)
		rc = adopt_meetings(&a, err);
	data_add_int(to, "unchanged", a.unchanged);
	if (rc == 0 && !p->now->current)
		rc = store_plan_point(
		    p->w.o->store, "adopt", p->year, p->now->version, err);
	if (rc == 0)
		rc = store_plan_adopt(
		    p->w.o->store, "adopt", p->year, p->now->version, err);
	return rc;
}

/* ---- what goes out ---------------------------------------------------------
 */

static void
take_paths(struct kl_data *to, const struct kl_data *answer)
{
	const struct kl_data *paths = kl_data_get(answer, "paths");
	size_t i;

	for (i = 0; i < kl_data_count(paths); i++)
		data_add_text(to, NULL, kl_data_text(kl_data_at(paths, i)));
}

/* Document ${kind} of ${meetings} ("2027", "TRN/2027"). */
static void
write_document(struct kl_office *o, const char *kind, const char *meetings,
    const char *dir, struct kl_data *paths, struct kl_faults *faults)
{
	const struct kl_document what = {
		.kind = kind, .meeting = meetings, .dir = dir, .replace = true
	};
	struct kl_data *answer = NULL;
	struct kl_error err;

	if (kl_document(o, &what, &answer, &err) != 0)
		kl_faults_add(faults, &err);
	take_paths(paths, answer);
	kl_data_free(answer);
}

/* Each committee's meeting days, as a report to decide on, and the year as a
 * whole to put on the wall. */
static void
write_reports(struct kl_office *o, const struct kl_data *codes, int year,
    const char *dir, struct kl_data *paths, struct kl_faults *faults)
{
	static const char *const whole[] = { "wall-planner", "month-table" };
	char name[64];
	size_t i;

	for (i = 0; i < kl_data_count(codes); i++) {
		snprintf(name, sizeof name, "%s/%d",
		    kl_data_text(kl_data_at(codes, i)), year);
		write_document(o, "meeting-dates", name, dir, paths, faults);
	}
	snprintf(name, sizeof name, "%d", year);
	for (i = 0; i < sizeof whole / sizeof *whole; i++)
		write_document(o, whole[i], name, dir, paths, faults);
}

static struct kl_data *
committees_of(const struct year_plan *plan)
{
	struct kl_data *codes = data_list();
	size_t i, j;

	for (i = 0; i < plan->meetings.n; i++) {
		for (j = 0; j < kl_data_count(codes); j++)
			if (strcmp(kl_data_text(kl_data_at(codes, j)),
				plan->meetings.v[i].committee) == 0)
				break;
		if (j == kl_data_count(codes))
			data_add_text(
			    codes, NULL, plan->meetings.v[i].committee);
	}
	return codes;
}

static void
write_out(struct kl_office *o, const struct kl_data *codes, int year,
    const char *dir, struct kl_data *answer, struct kl_faults *faults)
{
	struct kl_data *paths = data_add_list(answer, "paths"), *out = NULL;
	struct kl_error err;

	write_reports(o, codes, year, dir, paths, faults);
	if (kl_plan_export(o, year, dir, NULL, &out, &err) != 0)
		kl_faults_add(faults, &err);
	take_paths(paths, out);
	kl_data_free(out);
}

int
kl_plan_adopt(struct kl_office *o, const struct kl_plan *what, const char *dir,
    struct kl_faults *faults, struct kl_data **answer, struct kl_error *err)
{
	struct kl_data *made = NULL, *codes = NULL;
	struct planning p;
	int rc;

	memset(faults, 0, sizeof *faults);
	rc = planning_begin(&p, o, what, MAY_DECIDE, err);
	p.plain = true;
	if (rc == 0)
		rc = planning_need(&p, err);
	if (rc == 0)
		rc = may_adopt(&p, err);
	if (rc == 0)
		rc = planning_model(&p, err);
	if (rc == 0)
		rc = refuse_broken(&p, err);
	if (rc == 0)
		rc = adopt(&p, err);
	if (rc == 0)
		codes = committees_of(p.now);
	rc = planning_end(&p, rc, &made, err);
	if (rc == 0 && dir != NULL)
		write_out(o, codes, what->year, dir, made, faults);
	kl_data_free(codes);
	if (rc == 0 && data_failed(made))
		rc = kl_error_nomem(err);
	if (rc == 0 && answer != NULL)
		*answer = made;
	else
		kl_data_free(made);
	return rc;
}
