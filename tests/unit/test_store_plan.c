/* SPDX-License-Identifier: EUPL-1.2
 *
 * store: what planning needs, plans and their versions, meetings that move,
 * steps that are done, and a register of version 2 that is brought up to date.
 */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/file.h"
#include "base/tree.h"
#include "store/inner.h"
#include "store_same.h"
#include "store_sample.h"

static const char *
sentence(const struct kl_error *err)
{
	static char text[1024];

	kl_error_format(err, NULL, text, sizeof text);
	return text;
}

static void
assert_says(const struct kl_error *err, const char *words)
{
	if (strstr(sentence(err), words) == NULL)
		fail_msg("\"%s\" does not say \"%s\"", sentence(err), words);
}

static int64_t
log_rows(struct store *s)
{
	struct kl_error err;
	int64_t seq;

	assert_int_equal(store_log_seq(s, &seq, &err), 0);
	return seq;
}

static void
begin(struct store *s)
{
	struct kl_error err;

	assert_int_equal(store_begin(s, &sample_actor, &err), 0);
}

static void
commit(struct store *s)
{
	struct kl_error err;

	assert_int_equal(store_commit(s, &err), 0);
	assert_int_equal(store_check(s, NULL, NULL, NULL, NULL, &err), 0);
}

struct findings {
	size_t n;
	char text[512];
};

static void
collect(void *ctx, const struct kl_error *finding)
{
	struct findings *f = ctx;

	if (f->n++ == 0)
		kl_error_format(finding, NULL, f->text, sizeof f->text);
}

/* Change the file with plain SQLite and expect the check to name the fact. */
static void
assert_found(
    struct store *s, const char *path, const char *sql, const char *words)
{
	struct findings f = { 0, "" };
	struct kl_error err;
	sqlite3 *db;

	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK)
		fail_msg("%s: %s", sql, sqlite3_errmsg(db));
	sqlite3_close(db);
	assert_int_equal(
	    store_check(s, NULL, collect, &f, NULL, &err), KL_E_TAMPERED);
	assert_int_equal(f.n, 1);
	if (strstr(f.text, words) == NULL)
		fail_msg("\"%s\" does not say \"%s\"", f.text, words);
}

/* ---- what planning needs -------------------------------------------------
 */

static void
natural_keys_replace(void **state)
{
	struct sample *x = *state;
	struct store *s = x->store;
	struct booking b = x->bundle.bookings.v[0];
	struct absence a = x->bundle.absences.v[0];
	struct plan_rules r = { .committee = "TRN", .year = 2026 };
	struct bundle now = { .arena = arena_new(0) };
	struct kl_error err;
	int64_t rows = log_rows(s);

	begin(s);
	b.id = a.id = 0;
	assert_int_equal(store_save_booking(s, "import", &b, &err), 0);
	assert_int_equal(s->seq, rows); /* as it was */
	b.id = 0;
	b.what = "Budgetdag";
	assert_int_equal(store_save_booking(s, "import", &b, &err), 0);
	assert_int_equal(b.id, x->bundle.bookings.v[0].id);
	a.to = kl_day_of(2026, 8, 7);
	assert_int_equal(store_save_absence(s, "import", &a, &err), 0);
	assert_int_equal(a.id, x->bundle.absences.v[0].id);
	assert_int_equal(store_save_plan_rules(s, "import", &r, &err), 0);
	assert_int_equal(r.id, x->bundle.plan_rules.v[0].id);
	assert_int_equal(s->seq, rows + 3);
	commit(s);
	assert_int_equal(store_load_all(s, NULL, &now, &err), 0);
	assert_string_equal(now.bookings.v[0].what, "Budgetdag");
	assert_int_equal(now.absences.v[0].to, kl_day_of(2026, 8, 7));
	assert_int_equal(now.plan_rules.v[0].windows.n, 0);
	assert_int_equal(now.plan_rules.v[0].meetings, 0);
	arena_free(now.arena);
}

static void
references_must_lead_somewhere(void **state)
{
	struct sample *x = *state;
	struct store *s = x->store;
	struct booking b = { .room = "BRB",
		.from = kl_day_of(2026, 5, 4),
		.to = kl_day_of(2026, 5, 4),
		.line = 7 };
	struct stand_in i = { .person = "p1", .by = "p99" };
	struct kl_error err;

	begin(s);
	assert_int_equal(store_save_booking(s, "import", &b, &err), KL_E_INPUT);
	assert_says(&err, "nearest is \"BRA\"");
	assert_int_equal(err.line, 7);
	assert_string_equal(err.field, "lokal");
	assert_int_equal(
	    store_save_stand_in(s, "import", &i, &err), KL_E_INPUT);
	assert_string_equal(err.field, "person");
	store_rollback(s);
}

static void
a_committees_own(void **state)
{
	struct sample *x = *state;
	struct store_scope scope = { .committee = "TRNR" };
	struct bundle b = { .arena = arena_new(0) };
	struct kl_error err;

	assert_int_equal(store_load_all(x->store, &scope, &b, &err), 0);
	assert_int_equal(b.rooms.n, 2);
	assert_int_equal(b.stand_ins.n, 0);
	assert_int_equal(b.absences.n, 0);
	assert_int_equal(b.plan_rules.n, 1);
	assert_string_equal(b.plan_rules.v[0].committee, "TRNR");
	scope.committee = "TRN";
	assert_int_equal(store_load_all(x->store, &scope, &b, &err), 0);
	assert_int_equal(b.stand_ins.n, 1);
	assert_string_equal(b.stand_ins.v[0].by, "p2");
	assert_non_null(bundle_person(&b, "p3"));
	arena_free(b.arena);
}

static void
tampering_with_facts_is_found(void **state)
{
	struct sample *x = *state;

	assert_found(x->store, x->path,
	    "UPDATE plan_window SET last_day = '2026-06-30' WHERE closed = 0",
	    "planregler TRN 2026 has been changed");
}

/* ---- plans ---------------------------------------------------------------
 */

static void
make_plan(struct arena *a, struct year_plan *p, int from, const char *how)
{
	struct planned *m;

	memset(p, 0, sizeof *p);
	p->year = 2026;
	p->from_version = from;
	p->how = how;
	p->cost = 336;
	p->bound = 323.14159;
	p->status = "feasible";
	p->made = kl_day_of(2025, 10, 1);
	m = vec_push(a, &p->meetings);
	*m = (struct planned){ .committee = "TRN",
		.nr = 1,
		.day = kl_day_of(2026, 10, 20),
		.start = "16:30",
		.end = "19:00",
		.room = "BRA",
		.fixed = true,
		.meeting = SAMPLE_EARLIER };
	m = vec_push(a, &p->meetings);
	*m = (struct planned){
		.committee = "TRNR", .nr = 1, .day = kl_day_of(2026, 10, 13)
	};
}

static void
plans_have_versions(void **state)
{
	struct sample *x = *state;
	struct store *s = x->store;
	struct arena *a = arena_new(0);
	struct year_plan p, now;
	year_plans list;
	struct kl_error err;
	int64_t rows = log_rows(s);

	assert_int_equal(
	    store_plan_load(s, 2026, 0, a, &now, &err), KL_E_NOTFOUND);
	assert_says(&err, "no plan of the year 2026");
	begin(s);
	make_plan(a, &p, 0, "solve");
	assert_int_equal(store_plan_save(s, "plan-solve", &p, &err), 0);
	assert_int_equal(p.version, 1);
	assert_true(p.current);
	assert_int_equal(s->seq, rows + 1); /* one row */
	make_plan(a, &p, 1, "move");
	p.meetings.v[0].day += 2;
	assert_int_equal(store_plan_save(s, "plan-move", &p, &err), 0);
	assert_int_equal(p.version, 2);
	assert_int_equal(s->seq, rows + 2);
	make_plan(a, &p, 7, "move");
	assert_int_equal(store_plan_save(s, "plan-move", &p, &err), KL_E_INPUT);
	assert_says(&err, "no version 7");
	commit(s);
	assert_int_equal(store_plan_load(s, 2026, 0, a, &now, &err), 0);
	assert_int_equal(now.version, 2);
	assert_int_equal(now.from_version, 1);
	assert_string_equal(now.how, "move");
	assert_int_equal(now.cost, 336);
	assert_true(now.bound > 323.14 && now.bound <= 323.14159);
	assert_string_equal(now.status, "feasible");
	assert_int_equal(now.made, kl_day_of(2025, 10, 1));
	assert_true(now.current && !now.adopted);
	assert_int_equal(now.meetings.n, 2);
	assert_string_equal(now.meetings.v[0].committee, "TRNR"); /* by day */
	assert_null(now.meetings.v[0].room);
	assert_int_equal(now.meetings.v[1].day, kl_day_of(2026, 10, 22));
	assert_true(now.meetings.v[1].fixed);
	assert_string_equal(now.meetings.v[1].room, "BRA");
	assert_string_equal(now.meetings.v[1].meeting, SAMPLE_EARLIER);
	assert_int_equal(store_plan_list(s, 0, a, &list, &err), 0);
	assert_int_equal(list.n, 2);
	assert_false(list.v[0].current);
	arena_free(a);
}

static void
plans_go_back_and_are_adopted(void **state)
{
	struct sample *x = *state;
	struct store *s = x->store;
	struct arena *a = arena_new(0);
	struct year_plan p, now;
	struct kl_error err;

	begin(s);
	make_plan(a, &p, 0, "solve");
	assert_int_equal(store_plan_save(s, "plan-solve", &p, &err), 0);
	make_plan(a, &p, 1, "move");
	assert_int_equal(store_plan_save(s, "plan-move", &p, &err), 0);
	assert_int_equal(store_plan_point(s, "plan-undo", 2026, 1, &err), 0);
	assert_int_equal(
	    store_plan_point(s, "plan-undo", 2026, 0, &err), KL_E_RULE);
	assert_says(&err, "none to go back to");
	assert_int_equal(
	    store_plan_point(s, "plan-undo", 2026, 3, &err), KL_E_NOTFOUND);
	assert_int_equal(
	    store_plan_point(s, "plan-undo", 2031, 1, &err), KL_E_NOTFOUND);
	assert_int_equal(store_plan_adopt(s, "plan-adopt", 2026, 1, &err), 0);
	commit(s);
	assert_int_equal(store_plan_load(s, 2026, 0, a, &now, &err), 0);
	assert_int_equal(now.version, 1);
	assert_true(now.adopted && now.current);
	/* the next version follows the last, not the current */
	begin(s);
	make_plan(a, &p, 1, "fix");
	assert_int_equal(store_plan_save(s, "plan-fix", &p, &err), 0);
	assert_int_equal(p.version, 3);
	commit(s);
	assert_int_equal(store_plan_load(s, 2026, 1, a, &now, &err), 0);
	assert_true(now.adopted && !now.current);
	assert_found(s, x->path,
	    "UPDATE plan_meeting SET day = '2026-10-21' WHERE version = 1 AND "
	    "committee = 'TRN'",
	    "plan 2026 has been changed");
	arena_free(a);
}

/* ---- meetings in calendars ----------------------------------------------- */

static struct meeting *
load(struct store *s, const char *key, struct bundle *b)
{
	struct kl_error err;

	if (store_load_meeting(s, key, b, &err) != 0)
		fail_msg("%s", sentence(&err));
	return &b->meetings.v[0];
}

static void
calendars_hear_of_changes(void **state)
{
	struct sample *x = *state;
	struct store *s = x->store;
	struct bundle b = { .arena = arena_new(0) };
	struct meeting n = { .key = "TRN/2026-12-15",
		.committee = "TRN",
		.day = kl_day_of(2026, 12, 15),
		.seq = 1,
		.state = MEETING_PLANNED },
		       *m;
	struct kl_error err;

	begin(s);
	assert_int_equal(store_save_meeting(s, "register", &n, &err), 0);
	m = load(s, n.key, &b);
	assert_string_equal(m->uid, "TRN-2026-12-15");
	assert_int_equal(m->sequence, 0);
	assert_null(m->changed);
	m->number = 10; /* is nothing to calendars */
	assert_int_equal(store_save_meeting(s, "edit", m, &err), 0);
	assert_int_equal(load(s, n.key, &b)->sequence, 0);
	m->time = "13:00";
	m->uid = "another"; /* stays what it was */
	assert_int_equal(store_save_meeting(s, "edit", m, &err), 0);
	m = load(s, n.key, &b);
	assert_string_equal(m->uid, "TRN-2026-12-15");
	assert_int_equal(m->sequence, 1);
	assert_string_equal(m->changed, sample_actor.instant);
	m->state = MEETING_CANCELLED;
	m->why = "för få ärenden";
	assert_int_equal(store_save_meeting(s, "cancel", m, &err), 0);
	m = load(s, n.key, &b);
	assert_int_equal(m->sequence, 2);
	assert_string_equal(m->why, "för få ärenden");
	m = load(s, SAMPLE_MEETING, &b); /* held: over */
	m->end = "19:30";
	assert_int_equal(store_save_meeting(s, "edit", m, &err), 0);
	assert_int_equal(load(s, SAMPLE_MEETING, &b)->sequence, 2);
	n.id = 0;
	n.key = "TRN/2026-12-16";
	n.day++;
	n.uid = "moved@elsewhere.example";
	assert_int_equal(store_save_meeting(s, "import", &n, &err), KL_E_INPUT);
	assert_says(&err, "that of the meeting " SAMPLE_MEETING);
	commit(s);
	arena_free(b.arena);
}

/* ---- meetings that move ---------------------------------------------------
 */

/* A planned meeting that everything refers to, its key. */
#define PLANNED "TRN/2026-12-15"
#define MOVED "TRN/2026-12-17"

static void
add_planned(struct sample *x, struct meeting *m)
{
	struct matter wish = { .number = "T1",
		.committee = "TRN",
		.meeting = PLANNED,
		.registered = kl_day_of(2026, 11, 1) };
	struct agenda_item item = { .position = 1, .nr = "1", .title = "Val" },
			   waits = { .position = 9,
				   .nr = "9",
				   .title = "Frågor",
				   .previous_key = PLANNED " 44" };
	struct issued doc = { .meeting = PLANNED,
		.kind = "summons",
		.format = "pdf",
		.sha256 = x->blob,
		.day = kl_day_of(2026, 12, 1) };
	struct step_done done = {
		.step = "utskick", .user = "vera", .day = kl_day_of(2026, 12, 8)
	};
	struct store *s = x->store;
	struct kl_error err;

	*m = (struct meeting){ .key = PLANNED,
		.committee = "TRN",
		.day = kl_day_of(2026, 12, 15),
		.seq = 1,
		.time = "16:30",
		.state = MEETING_SUMMONED };
	assert_int_equal(store_save_meeting(s, "register", m, &err), 0);
	assert_int_equal(store_save_matter(s, "register", &wish, &err), 0);
	assert_int_equal(store_save_item(s, "add", m->id, &item, &err), 0);
	assert_int_equal(
	    store_save_item(s, "add", x->bundle.meetings.v[0].id, &waits, &err),
	    0);
	assert_int_equal(store_save_override(s, "when-move", m->id, "utskick",
			     kl_day_of(2026, 12, 4), "helg", &err),
	    0);
	assert_int_equal(store_save_record(s, "freeze", m->id, "kallelse",
			     x->record, kl_day_of(2026, 12, 1), &err),
	    0);
	assert_int_equal(store_save_issued(s, "issue", &doc, &err), 0);
	assert_int_equal(store_save_done(s, "done", m->id, &done, &err), 0);
}

static void
everything_follows(void **state)
{
	struct sample *x = *state;
	struct store *s = x->store;
	struct bundle b = { .arena = arena_new(0) };
	struct arena *a = b.arena;
	struct meeting m, *now;
	struct matter wish;
	struct issued doc;
	struct kl_error err;
	deadline_overrides overrides;
	steps_done done;
	const char *key = NULL;

	begin(s);
	add_planned(x, &m);
	commit(s);
	begin(s);
	assert_int_equal(store_meeting_move(s, "meeting-move", PLANNED,
			     kl_day_of(2026, 12, 17), false, a, &key, &err),
	    KL_E_RULE);
	assert_says(&err, "summons");
	assert_int_equal(store_meeting_move(s, "meeting-move", PLANNED,
			     kl_day_of(2026, 12, 17), true, a, &key, &err),
	    0);
	assert_string_equal(key, MOVED);
	commit(s);
	now = load(s, MOVED, &b);
	assert_int_equal(now->id, m.id);
	assert_string_equal(now->uid, "TRN-2026-12-15");
	assert_int_equal(now->sequence, 1);
	assert_string_equal(now->changed, sample_actor.instant);
	assert_int_equal(now->moved_from.n, 1);
	assert_string_equal(now->moved_from.v[0], PLANNED);
	assert_int_equal(now->items.n, 1);
	assert_int_equal(store_load_matter(s, "T1", a, &wish, &err), 0);
	assert_string_equal(wish.meeting, MOVED);
	assert_int_equal(
	    store_load_overrides(s, MOVED, a, &overrides, &err), 0);
	assert_int_equal(overrides.n, 1);
	assert_int_equal(store_load_done(s, MOVED, a, &done, &err), 0);
	assert_int_equal(done.n, 1);
	assert_string_equal(done.v[0].user, "vera");
	assert_int_equal(store_find_issued(s, MOVED, "summons", NULL, "pdf",
			     NULL, a, &doc, &err),
	    0);
	now = load(s, SAMPLE_EARLIER, &b);
	assert_string_equal(
	    now->items.v[now->items.n - 1].previous_key, MOVED " 44");
	arena_free(b.arena);
}

static void
the_old_key_is_found(void **state)
{
	struct sample *x = *state;
	struct store *s = x->store;
	struct bundle b = { .arena = arena_new(0) };
	struct meeting m, other;
	struct kl_error err;
	const char *key;

	begin(s);
	add_planned(x, &m);
	assert_int_equal(
	    store_meeting_move(s, "meeting-move", PLANNED,
		kl_day_of(2026, 12, 17), true, b.arena, NULL, &err),
	    0);
	assert_int_equal(
	    store_load_meeting(s, PLANNED, &b, &err), KL_E_NOTFOUND);
	assert_says(&err, "has been moved: it is " MOVED);
	assert_int_equal(store_meeting_now(s, PLANNED, b.arena, &key, &err), 0);
	assert_string_equal(key, MOVED);
	assert_int_equal(
	    store_meeting_now(s, "TRN/2026-01-01", b.arena, &key, &err), 0);
	assert_null(key);
	/* another one takes the old day, and a third joins the new one */
	other = (struct meeting){ .key = PLANNED,
		.committee = "TRN",
		.day = kl_day_of(2026, 12, 15),
		.seq = 1,
		.state = MEETING_PLANNED };
	assert_int_equal(store_save_meeting(s, "register", &other, &err), 0);
	assert_string_equal(load(s, PLANNED, &b)->uid, "TRN-2026-12-15.2");
	assert_int_equal(store_meeting_now(s, PLANNED, b.arena, &key, &err), 0);
	assert_string_equal(key, PLANNED);
	assert_int_equal(
	    store_meeting_move(s, "meeting-move", PLANNED,
		kl_day_of(2026, 12, 17), false, b.arena, &key, &err),
	    0);
	assert_string_equal(key, MOVED "/2");
	/* and back again */
	assert_int_equal(
	    store_meeting_move(s, "meeting-move", MOVED,
		kl_day_of(2026, 12, 15), true, b.arena, &key, &err),
	    0);
	assert_string_equal(key, PLANNED);
	commit(s);
	assert_int_equal(load(s, PLANNED, &b)->id, m.id);
	assert_int_equal(load(s, PLANNED, &b)->moved_from.n, 2);
	arena_free(b.arena);
}

static void
what_does_not_move(void **state)
{
	struct sample *x = *state;
	struct store *s = x->store;
	struct arena *a = arena_new(0);
	struct meeting m;
	struct kl_error err;
	kl_day to = kl_day_of(2026, 12, 17);

	begin(s);
	add_planned(x, &m);
	assert_int_equal(store_meeting_move(s, "meeting-move", SAMPLE_MEETING,
			     to, true, a, NULL, &err),
	    KL_E_RULE);
	assert_says(&err, "has been held");
	assert_int_equal(store_meeting_move(s, "meeting-move", PLANNED, m.day,
			     true, a, NULL, &err),
	    KL_E_RULE);
	assert_says(&err, "already");
	assert_int_equal(store_meeting_move(s, "meeting-move", "TRN/2026-12-14",
			     to, true, a, NULL, &err),
	    KL_E_NOTFOUND);
	m.state = MEETING_CANCELLED;
	assert_int_equal(store_save_meeting(s, "cancel", &m, &err), 0);
	assert_int_equal(store_meeting_move(s, "meeting-move", PLANNED, to,
			     true, a, NULL, &err),
	    KL_E_RULE);
	assert_says(&err, "cancelled");
	commit(s);
	assert_int_equal(store_meeting_move(s, "meeting-move", PLANNED, to,
			     true, a, NULL, &err),
	    KL_E_USAGE); /* outside a transaction */
	arena_free(a);
}

static void
steps_are_ticked(void **state)
{
	struct sample *x = *state;
	struct store *s = x->store;
	struct step_done d = { .step = "utskick",
		.user = "vera",
		.day = kl_day_of(2026, 10, 13) };
	struct arena *a = arena_new(0);
	steps_done list;
	struct kl_error err;
	int64_t meeting = x->bundle.meetings.v[0].id, rows = log_rows(s), id;

	begin(s);
	assert_int_equal(store_save_done(s, "done", meeting, &d, &err), 0);
	id = d.id;
	d.id = 0;
	d.day++;
	assert_int_equal(store_save_done(s, "done", meeting, &d, &err), 0);
	assert_int_equal(d.id, id); /* once per step */
	assert_int_equal(s->seq, rows + 2);
	commit(s);
	assert_int_equal(store_load_done(s, SAMPLE_EARLIER, a, &list, &err), 0);
	assert_int_equal(list.n, 1);
	assert_int_equal(list.v[0].day, d.day);
	begin(s);
	assert_int_equal(store_delete_done(s, "done", meeting, "tryck", &err),
	    KL_E_NOTFOUND);
	assert_int_equal(
	    store_delete_done(s, "done", meeting, "utskick", &err), 0);
	commit(s);
	assert_int_equal(store_load_done(s, SAMPLE_EARLIER, a, &list, &err), 0);
	assert_int_equal(list.n, 0);
	arena_free(a);
}

/* ---- registers of older versions ------------------------------------------
 */

/* A register as ${version} kept it. */
static void
version_old(char path[64], int version)
{
	const struct sql_step *step;
	struct kl_error err;
	struct buf sql;
	char file[256], pragmas[96];
	char *message = NULL;
	sqlite3 *db;

	sample_path(path);
	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	for (step = sql_steps; step->version != 0; step++)
		if (step->version <= version)
			assert_int_equal(
			    sqlite3_exec(db, step->text, NULL, NULL, NULL),
			    SQLITE_OK);
	snprintf(file, sizeof file, SRCDIR "/tests/data/store/version-%d.sql",
	    version);
	assert_int_equal(file_read(file, 1 << 20, &sql, &err), 0);
	if (sqlite3_exec(db, sql.data, NULL, NULL, &message) != SQLITE_OK)
		fail_msg("%s", message);
	buf_free(&sql);
	snprintf(pragmas, sizeof pragmas,
	    "PRAGMA application_id = %d; PRAGMA user_version = %d",
	    STORE_APPLICATION_ID, version);
	assert_int_equal(sqlite3_exec(db, pragmas, NULL, NULL, NULL), 0);
	sqlite3_close(db);
}

static void
brought_up_to_date(void **state)
{
	struct bundle b = { .arena = arena_new(0) };
	struct kl_error err;
	struct kl_data *list = data_list();
	struct store *s;
	struct meeting *m;
	const char *key;
	char path[64];

	(void)state;
	version_old(path, 2);
	assert_int_equal(store_open(path, true, &s, &err), KL_E_ENV);
	assert_int_equal(store_open(path, false, &s, &err), 0);
	assert_int_equal(store_check(s, NULL, NULL, NULL, NULL, &err), 0);
	assert_int_equal(store_query(s, "events", NULL, list, &err), 0);
	assert_string_equal(
	    kl_data_text(
		kl_data_get(kl_data_at(list, kl_data_count(list) - 1), "verb")),
	    "migrate");
	assert_int_equal(store_load_all(s, NULL, &b, &err), 0);
	assert_int_equal(b.meetings.n, 3);
	assert_string_equal(b.meetings.v[0].uid, "TRN-2011-02-01");
	assert_int_equal(b.meetings.v[0].sequence, 0);
	/* old rows of the log still verify when others have been written */
	begin(s);
	assert_int_equal(store_meeting_move(s, "meeting-move", "TRN/2011-03-15",
			     kl_day_of(2011, 3, 17), true, b.arena, &key, &err),
	    0);
	commit(s);
	m = load(s, "TRN/2011-03-17", &b);
	assert_string_equal(m->uid, "TRN-2011-03-15");
	assert_int_equal(m->versions.n, 1);
	assert_string_equal(m->items.v[1].previous_key, "TRN/2011-02-01 2");
	m = load(s, "TRN/2011-04-12", &b);
	assert_string_equal(m->items.v[0].previous_key, "TRN/2011-03-17 7");
	assert_found(s, path,
	    "UPDATE meeting SET uid = 'x' WHERE key = 'TRN/2011-04-12'",
	    "TRN/2011-04-12 has been changed");
	kl_data_free(list);
	store_close(s);
	sample_remove(path);
	arena_free(b.arena);
}

/* What a version that came later knows besides must not be there unless the log
 * says so. */
static void
old_facts_are_guarded(void **state)
{
	static const struct {
		const char *change, *found;
	} attacks[] = {
		{ "UPDATE matter SET authority = 1 WHERE kind = 'beslut' AND "
		  "answer_by IS NOT NULL",
		    "T2026-102-00418" },
		{ "UPDATE meeting SET open = 1 WHERE seq = 2",
		    "TRN/2026-11-17/2" },
		{ "UPDATE disqualification SET rejected = 1",
		    "TRN/2026-11-17" },
		{ "UPDATE other_present SET remote = 1", "TRN/2026-11-17" },
		{ "INSERT INTO presiding VALUES (1, 1, 'p2', NULL, 0)",
		    "TRN/2026-11-17" },
		{ "UPDATE paragraph SET doors = -1 WHERE nr = 12",
		    "TRN/2026-11-17 12" },
		{ "INSERT INTO commission(paragraph, position) VALUES (2, 1)",
		    "TRN/2026-11-17 10" },
		{ "UPDATE division SET casting = 1", "TRN/2026-11-17 10" },
		{ "UPDATE dissent SET late = 1", "TRN/2026-11-17 10" },
		{ "INSERT INTO interruption VALUES (1, 1, '2026-12-01', NULL, "
		  "NULL)",
		    "TRN/2026-11-17 1" },
		{ "INSERT INTO committee_right VALUES (1, 1, NULL, 1, 1, 1, "
		  "NULL)",
		    "TRN" },
		{ "INSERT INTO annex(meeting, position, nr) VALUES (1, 1, 1)",
		    "TRN/2026-11-17 has been added" },
	};
	struct bundle b = { .arena = arena_new(0) };
	const struct meeting *m;
	struct kl_error err;
	struct store *s;
	char path[64];
	size_t i;

	(void)state;
	for (i = 0; i < sizeof attacks / sizeof *attacks; i++) {
		version_old(path, 3);
		assert_int_equal(store_open(path, false, &s, &err), 0);
		assert_int_equal(
		    store_check(s, NULL, NULL, NULL, NULL, &err), 0);
		m = load(s, "TRN/2026-11-17", &b);
		assert_int_equal(m->conflicts.n, 1);
		assert_string_equal(m->conflicts.v[0].person, "p3");
		assert_int_equal(m->paragraphs.v[1].tabled_to, KL_DAY_NONE);
		assert_int_equal(
		    m->paragraphs.v[1].divisions.v[0].count[VOTE_YES], -1);
		assert_found(s, path, attacks[i].change, attacks[i].found);
		store_close(s);
		sample_remove(path);
	}
	arena_free(b.arena);
}

/* ---- killed in the middle --------------------------------------------------
 */

static void
move_and_plan(struct store *s)
{
	struct arena *a = arena_new(0);
	struct year_plan p;
	struct kl_error err;

	make_plan(a, &p, 0, "solve");
	if (store_begin(s, &sample_actor, &err) != 0 ||
	    store_plan_save(s, "plan-solve", &p, &err) != 0 ||
	    store_meeting_move(s, "meeting-move", PLANNED,
		kl_day_of(2026, 12, 17), true, a, NULL, &err) != 0)
		_exit(2);
	arena_free(a);
	sqlite3_db_cacheflush(s->db); /* as far as it can get */
	_exit(1);
}

static void
killed_in_the_middle(void **state)
{
	struct sample *x = *state;
	struct bundle b = { .arena = NULL };
	struct year_plan p;
	struct meeting m;
	struct kl_error err;
	static struct store *s; /* the child dies with it */
	char head[HASH_HEX];
	int status;
	pid_t pid;

	begin(x->store);
	add_planned(x, &m);
	commit(x->store);
	assert_int_equal(store_log_head(x->store, head, &err), 0);
	store_close(x->store);
	x->store = NULL;
	pid = fork();
	if (pid == 0) {
		if (store_open(x->path, false, &s, &err) != 0)
			_exit(3);
		move_and_plan(s);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(WEXITSTATUS(status), 1);
	b.arena = arena_new(0);
	assert_int_equal(store_open(x->path, false, &x->store, &err), 0);
	assert_int_equal(load(x->store, PLANNED, &b)->sequence, 0);
	assert_int_equal(store_plan_load(x->store, 2026, 0, b.arena, &p, &err),
	    KL_E_NOTFOUND);
	assert_int_equal(
	    store_check(x->store, head, NULL, NULL, NULL, &err), 0);
	arena_free(b.arena);
}

/* A migration that is cut off leaves version 2 as it was. */
static void
killed_on_the_way_up(void **state)
{
	struct kl_error err;
	struct store *s;
	static sqlite3 *db; /* the child dies with it */
	char path[64];
	int status;
	pid_t pid;

	(void)state;
	version_old(path, 2);
	pid = fork();
	if (pid == 0) {
		const struct sql_step *step;

		if (sqlite3_open(path, &db) != SQLITE_OK ||
		    sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL) != 0)
			_exit(2);
		for (step = sql_steps; step->version != 0; step++)
			if (step->version == 3 &&
			    strstr(step->text, "meeting_moved") != NULL)
				_exit(1);
			else if (step->version == 3 &&
				 sqlite3_exec(
				     db, step->text, NULL, NULL, NULL) != 0)
				_exit(3);
		_exit(4);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(WEXITSTATUS(status), 1);
	assert_int_equal(store_open(path, false, &s, &err), 0);
	assert_int_equal(store_check(s, NULL, NULL, NULL, NULL, &err), 0);
	store_close(s);
	sample_remove(path);
}

#define WITH_SAMPLE(test)                                                      \
	cmocka_unit_test_setup_teardown(test, sample_setup, sample_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_SAMPLE(natural_keys_replace),
		WITH_SAMPLE(references_must_lead_somewhere),
		WITH_SAMPLE(a_committees_own),
		WITH_SAMPLE(tampering_with_facts_is_found),
		WITH_SAMPLE(plans_have_versions),
		WITH_SAMPLE(plans_go_back_and_are_adopted),
		WITH_SAMPLE(calendars_hear_of_changes),
		WITH_SAMPLE(everything_follows),
		WITH_SAMPLE(the_old_key_is_found),
		WITH_SAMPLE(what_does_not_move),
		WITH_SAMPLE(steps_are_ticked),
		cmocka_unit_test(brought_up_to_date),
		cmocka_unit_test(old_facts_are_guarded),
		WITH_SAMPLE(killed_in_the_middle),
		cmocka_unit_test(killed_on_the_way_up),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
