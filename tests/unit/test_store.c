/* SPDX-License-Identifier: EUPL-1.2
 *
 * store: every fact goes in and comes out again, in transactions that hold.
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

#include "base/tree.h"
#include "store/inner.h"
#include "store_same.h"
#include "store_sample.h"

/* Every list of ${m} holds something, or the comparison proves nothing. */
static void
full_enough(const struct meeting *m)
{
	assert_true(m->versions.n > 0 && m->items.n > 0);
	assert_true(m->attendance.n > 0 && m->others.n > 0);
	assert_true(m->conflicts.n > 0 && m->approvers.n > 0);
	assert_true(m->paragraphs.n > 0 && m->minutes.n > 0);
	assert_true(m->deliveries.n > 0);
	assert_true(m->paragraphs.v[0].divisions.v[0].ballots.n == 2);
}

static void
everything_comes_back(void **state)
{
	struct sample *x = *state;
	struct bundle *was = &x->bundle, now = { .arena = arena_new(0) };
	struct kl_error err;
	size_t i;

	store_close(x->store);
	assert_int_equal(store_open(x->path, true, &x->store, &err), 0);
	assert_int_equal(store_load_all(x->store, NULL, &now, &err), 0);
	same_organisation(was->organisation, now.organisation);
	assert_int_equal(now.departments.n, was->departments.n);
	assert_string_equal(now.departments.v[0].code, "TK");
	assert_string_equal(now.departments.v[0].name, "Trafikkontoret");
	assert_int_equal(now.committees.n, was->committees.n);
	for (i = 0; i < now.committees.n; i++)
		same_committee(&was->committees.v[i], &now.committees.v[i]);
	same_regulations(was, &now);
	assert_int_equal(now.persons.n, was->persons.n);
	for (i = 0; i < now.persons.n; i++)
		same_person(&was->persons.v[i], &now.persons.v[i]);
	assert_int_equal(now.mandates.n, was->mandates.n);
	for (i = 0; i < now.mandates.n; i++)
		same_mandate(&was->mandates.v[i], &now.mandates.v[i]);
	assert_int_equal(now.matters.n, was->matters.n);
	for (i = 0; i < now.matters.n; i++)
		same_matter(&was->matters.v[i], &now.matters.v[i]);
	assert_int_equal(now.meetings.n, was->meetings.n);
	for (i = 0; i < now.meetings.n; i++)
		same_meeting(&was->meetings.v[i], &now.meetings.v[i]);
	full_enough(&now.meetings.v[1]);
	same_planning(was, &now);
	arena_free(now.arena);
}

static int64_t
log_rows(struct store *s)
{
	struct kl_error err;

	assert_int_equal(store_begin(s, &sample_actor, &err), 0);
	store_rollback(s);
	return s->seq;
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
}

/* Nothing was changed outside Kansli, whatever the test did inside. */
static void
assert_clean(struct store *s)
{
	struct kl_error err;

	assert_int_equal(store_check(s, NULL, NULL, NULL, NULL, &err), 0);
}

static const char *
sentence(const struct kl_error *err)
{
	static char text[1024];

	kl_error_format(err, NULL, text, sizeof text);
	return text;
}

static void
one_meeting_comes_whole(void **state)
{
	struct sample *x = *state;
	struct bundle b = { .arena = arena_new(0) };
	struct kl_error err;

	assert_int_equal(
	    store_load_meeting(x->store, SAMPLE_MEETING, &b, &err), 0);
	assert_int_equal(b.meetings.n, 1);
	same_meeting(&x->bundle.meetings.v[1], &b.meetings.v[0]);
	assert_non_null(b.organisation);
	assert_int_equal(b.committees.n, 1);
	assert_string_equal(b.committees.v[0].code, "TRN");
	assert_int_equal(b.departments.n, 1);
	assert_int_equal(b.mandates.n, 2);
	assert_int_equal(b.persons.n, 3);
	assert_int_equal(b.matters.n, 1);
	same_matter(&x->bundle.matters.v[0], &b.matters.v[0]);
	assert_int_equal(
	    store_load_meeting(x->store, "TRN/2026-11-18", &b, &err),
	    KL_E_NOTFOUND);
	assert_non_null(strstr(sentence(&err), SAMPLE_MEETING));
	assert_int_equal(
	    store_load_meeting(x->store, NULL, &b, &err), KL_E_NOTFOUND);
	arena_free(b.arena);
}

static void
one_committee_comes_alone(void **state)
{
	struct store_scope scope = { "TRNR", NULL };
	struct sample *x = *state;
	struct bundle b = { .arena = arena_new(0) };
	struct kl_error err;

	assert_int_equal(store_load_all(x->store, &scope, &b, &err), 0);
	assert_int_equal(b.committees.n, 1);
	assert_int_equal(b.meetings.n, 0);
	assert_int_equal(b.matters.n, 0);
	assert_int_equal(b.persons.n, 0);
	assert_int_equal(b.mandates.n, 0);
	scope.committee = "TRN";
	assert_int_equal(store_load_all(x->store, &scope, &b, &err), 0);
	assert_int_equal(b.meetings.n, 2);
	assert_int_equal(b.matters.n, 2);
	assert_int_equal(b.persons.n, 3);
	scope.committee = "TRM";
	assert_int_equal(
	    store_load_all(x->store, &scope, &b, &err), KL_E_NOTFOUND);
	scope.committee = NULL;
	scope.meeting = SAMPLE_EARLIER;
	assert_int_equal(store_load_all(x->store, &scope, &b, &err), 0);
	assert_int_equal(b.meetings.n, 1);
	assert_string_equal(b.matters.v[0].number, "T2026-102-00500");
	arena_free(b.arena);
}

static void
single_facts_are_found_or_the_nearest_named(void **state)
{
	struct sample *x = *state;
	struct store *s = x->store;
	struct committee c;
	struct matter m;
	struct kl_error err;

	assert_int_equal(
	    store_load_matter(s, "T2026-102-00418", x->arena, &m, &err), 0);
	same_matter(&x->bundle.matters.v[0], &m);
	assert_int_equal(
	    store_load_matter(s, "T2026-102-00419", x->arena, &m, &err),
	    KL_E_NOTFOUND);
	assert_non_null(strstr(sentence(&err), "nearest is \"T2026-102-00418"));
	assert_int_equal(store_load_committee(s, "TRN", x->arena, &c, &err), 0);
	same_committee(&x->bundle.committees.v[0], &c);
	assert_int_equal(
	    store_load_committee(s, "TRM", x->arena, &c, &err), KL_E_NOTFOUND);
	assert_non_null(strstr(sentence(&err), "\"TRN\""));
	assert_int_equal(store_has(s, "department", "TK"), 1);
	assert_int_equal(store_has(s, "committee", "TRNR"), 1);
	assert_int_equal(store_has(s, "person", "p3"), 1);
	assert_int_equal(store_has(s, "person", "p4"), 0);
	assert_int_equal(store_has(s, "matter", "T2026-102-00500"), 1);
	assert_int_equal(store_has(s, "meeting", SAMPLE_MEETING), 1);
	assert_true(store_has(s, "chair", "x") < 0);
}

static void
the_same_again_is_not_logged(void **state)
{
	struct sample *x = *state;
	int64_t before = log_rows(x->store);

	sample_save(x);
	assert_int_equal(log_rows(x->store), before);
	assert_clean(x->store);
}

static void
a_natural_key_replaces(void **state)
{
	struct sample *x = *state;
	struct matter m = { .number = "T2026-102-00418",
		.committee = "TRN",
		.title = "Ny rubrik",
		.secrecy = { .date = KL_DAY_NONE },
		.registered = KL_DAY_NONE,
		.answer_by = KL_DAY_NONE };
	struct person p = { .ref = "p2", .last = "Ny" };
	struct kl_error err;
	int64_t before = log_rows(x->store);

	begin(x->store);
	assert_int_equal(store_save_matter(x->store, "edit", &m, &err), 0);
	assert_int_equal(store_save_person(x->store, "edit", &p, &err), 0);
	commit(x->store);
	assert_int_equal(m.id, x->bundle.matters.v[0].id);
	assert_int_equal(p.id, x->bundle.persons.v[1].id);
	assert_int_equal(log_rows(x->store), before + 2);
	assert_int_equal(
	    store_load_matter(x->store, "T2026-102-00418", x->arena, &m, &err),
	    0);
	assert_string_equal(m.title, "Ny rubrik");
	assert_null(m.secrecy.provision);
	assert_int_equal(m.proposals.n, 0);
	assert_int_equal(m.recipients.n, 0);
	assert_int_equal(m.documents.n, 2); /* they are facts of their own */
	assert_clean(x->store);
}

static void
a_rollback_leaves_no_trace(void **state)
{
	struct sample *x = *state;
	struct matter m = x->bundle.matters.v[0];
	char before[HASH_HEX], after[HASH_HEX];
	struct kl_error err;

	assert_int_equal(store_log_head(x->store, before, &err), 0);
	begin(x->store);
	m.title = "Ändrad";
	assert_int_equal(store_save_matter(x->store, "edit", &m, &err), 0);
	store_rollback(x->store);
	assert_int_equal(store_log_head(x->store, after, &err), 0);
	assert_string_equal(before, after);
	assert_int_equal(
	    store_load_matter(x->store, m.number, x->arena, &m, &err), 0);
	same_matter(&x->bundle.matters.v[0], &m);
	assert_clean(x->store);
}

static void
unknown_references_are_refused(void **state)
{
	struct sample *x = *state;
	struct store *s = x->store;
	struct matter m = x->bundle.matters.v[1];
	struct mandate seat = x->bundle.mandates.v[0];
	struct agenda_item item = { .position = 9, .number = "T1", .line = 7 };
	struct kl_error err;

	begin(s);
	m.committee = "TRM";
	m.line = 31;
	assert_int_equal(store_save_matter(s, "edit", &m, &err), KL_E_INPUT);
	assert_string_equal(err.field, "nämnd");
	assert_int_equal(err.line, 31);
	assert_non_null(strstr(sentence(&err), "\"TRM\""));
	seat.person = "p44";
	assert_int_equal(
	    store_save_mandate(s, "edit", &seat, &err), KL_E_INPUT);
	assert_string_equal(err.field, "person");
	assert_int_equal(
	    store_save_item(s, "edit", x->bundle.meetings.v[0].id, &item, &err),
	    KL_E_INPUT);
	assert_string_equal(err.field, "dnr");
	assert_int_equal(
	    store_save_item(s, "edit", 999, &item, &err), KL_E_INPUT);
	store_rollback(s);
	assert_clean(s);
}

/* A council may be saved before the committee that it assists, in the same
 * transaction; without that committee the whole transaction fails. */
static void
a_reference_forward(void **state)
{
	struct sample *x = *state;
	struct committee council = { .code = "KSR" }, board = { .code = "KS" };
	struct kl_error err;

	text_add(x->arena, &council.assists, "KS");
	begin(x->store);
	assert_int_equal(
	    store_save_committee(x->store, "add", &council, &err), 0);
	assert_int_equal(store_commit(x->store, &err), KL_E_INPUT);
	assert_string_equal(err.field, "bistår");
	assert_non_null(strstr(sentence(&err), "\"KS\""));
	assert_int_equal(store_has(x->store, "committee", "KSR"), 0);
	council.id = 0;
	begin(x->store);
	assert_int_equal(
	    store_save_committee(x->store, "add", &council, &err), 0);
	assert_int_equal(
	    store_save_committee(x->store, "add", &board, &err), 0);
	commit(x->store);
	assert_clean(x->store);
}

/* A matter may be meant for a meeting that is not planned yet. */
static void
a_meeting_to_come(void **state)
{
	struct sample *x = *state;
	struct matter m = x->bundle.matters.v[1];
	struct kl_error err;

	begin(x->store);
	m.meeting = "TRN/2027-01-19";
	assert_int_equal(store_save_matter(x->store, "edit", &m, &err), 0);
	commit(x->store);
	assert_int_equal(
	    store_load_matter(x->store, m.number, x->arena, &m, &err), 0);
	assert_string_equal(m.meeting, "TRN/2027-01-19");
	assert_clean(x->store);
}

static void
what_must_be_given(void **state)
{
	struct sample *x = *state;
	struct person p = { .ref = "", .line = 12 };
	struct meeting m = { .key = "TRN/2026-12-01",
		.committee = "TRN",
		.day = kl_day_of(2026, 12, 1),
		.seq = 1 };
	struct kl_error err;

	begin(x->store);
	assert_int_equal(
	    store_save_person(x->store, "add", &p, &err), KL_E_INPUT);
	assert_string_equal(err.field, "id");
	assert_int_equal(err.line, 12);
	assert_int_equal(
	    store_save_meeting(x->store, "add", &m, &err), KL_E_INPUT);
	assert_string_equal(err.field, "tillstånd");
	store_rollback(x->store);
	/* and outside a transaction nothing at all */
	p.ref = "p9";
	assert_int_equal(
	    store_save_person(x->store, "add", &p, &err), KL_E_USAGE);
	assert_int_equal(store_has(x->store, "person", "p9"), 0);
	assert_int_equal(store_commit(x->store, &err), KL_E_USAGE);
}

/* A write that fails in the middle of a fact spoils the transaction. */
static void
a_broken_transaction_cannot_commit(void **state)
{
	struct sample *x = *state;
	struct person p = { .ref = "p9" }, q = x->bundle.persons.v[0];
	struct kl_error err;

	begin(x->store);
	assert_int_equal(store_save_person(x->store, "add", &p, &err), 0);
	q.ref = "p2"; /* the key of another */
	assert_int_equal(
	    store_save_person(x->store, "edit", &q, &err), KL_E_INPUT);
	assert_int_equal(
	    store_save_person(x->store, "add", &p, &err), KL_E_INPUT);
	assert_int_equal(store_commit(x->store, &err), KL_E_INPUT);
	assert_int_equal(store_has(x->store, "person", "p9"), 0);
	assert_clean(x->store);
}

static void
items_are_deleted_only_unpublished(void **state)
{
	struct sample *x = *state;
	struct meeting *m = &x->bundle.meetings.v[1];
	struct agenda_item again = { .position = 3, .nr = "11" };
	struct kl_error err;

	begin(x->store);
	assert_int_equal(store_delete_item(
			     x->store, "remove", m->id, m->items.v[1].id, &err),
	    KL_E_RULE);
	assert_int_equal(
	    store_delete_item(x->store, "remove", m->id, 999, &err),
	    KL_E_NOTFOUND);
	assert_int_equal(store_delete_item(
			     x->store, "remove", m->id, m->items.v[0].id, &err),
	    0);
	assert_int_equal(
	    store_save_item(x->store, "add", m->id, &again, &err), 0);
	commit(x->store);
	/* the identifier of the deleted one is not given out again */
	assert_true(again.id > m->items.v[1].id);
	assert_clean(x->store);
}

static void
tabled_items_come_back(void **state)
{
	struct sample *x = *state;
	struct meeting *m = &x->bundle.meetings.v[1];
	struct agenda_item next = {
		.position = 3, .nr = "11", .previous_key = SAMPLE_EARLIER " 7"
	};
	struct bundle b = { .arena = x->arena };
	struct kl_error err;
	open_items open;

	assert_int_equal(store_open_items(x->store, "TRN",
			     kl_day_of(2026, 11, 17), x->arena, &open, &err),
	    0);
	assert_int_equal(open.n, 1);
	assert_string_equal(open.v[0].meeting, SAMPLE_EARLIER);
	assert_string_equal(open.v[0].nr, "7");
	assert_string_equal(open.v[0].number, "T2026-102-00500");
	assert_string_equal(open.v[0].title, "Cykelbanor på Sandviksvägen");
	assert_int_equal(open.v[0].day, kl_day_of(2026, 10, 20));
	assert_int_equal(open.v[0].outcome, OUTCOME_TABLED);
	assert_int_equal(store_open_items(x->store, "TRN",
			     kl_day_of(2026, 10, 20), x->arena, &open, &err),
	    0);
	assert_int_equal(open.n, 0);
	begin(x->store);
	assert_int_equal(
	    store_save_item(x->store, "add", m->id, &next, &err), 0);
	commit(x->store);
	assert_int_equal(next.previous, x->bundle.meetings.v[0].items.v[0].id);
	assert_int_equal(store_open_items(x->store, "TRN",
			     kl_day_of(2026, 11, 17), x->arena, &open, &err),
	    0);
	assert_int_equal(open.n, 0);
	assert_int_equal(
	    store_load_meeting(x->store, SAMPLE_MEETING, &b, &err), 0);
	assert_string_equal(
	    b.meetings.v[0].items.v[2].previous_key, SAMPLE_EARLIER " 7");
}

static void
an_unknown_predecessor_is_kept(void **state)
{
	struct sample *x = *state;
	struct meeting *m = &x->bundle.meetings.v[1];
	struct agenda_item next = {
		.position = 3, .nr = "11", .previous_key = "TRN/2009-01-01 23 A"
	};
	struct bundle b = { .arena = x->arena };
	struct kl_error err;

	begin(x->store);
	assert_int_equal(
	    store_save_item(x->store, "add", m->id, &next, &err), 0);
	commit(x->store);
	assert_int_equal(next.previous, 0);
	assert_int_equal(
	    store_load_meeting(x->store, SAMPLE_MEETING, &b, &err), 0);
	assert_string_equal(
	    b.meetings.v[0].items.v[2].previous_key, "TRN/2009-01-01 23 A");
}

static void
agenda_questions(void **state)
{
	struct sample *x = *state;
	struct matter m = { .number = "T3",
		.committee = "TRN",
		.meeting = SAMPLE_MEETING,
		.secrecy = { .date = KL_DAY_NONE },
		.registered = KL_DAY_NONE,
		.answer_by = KL_DAY_NONE };
	struct kl_error err;
	text_list numbers;
	int nr;

	begin(x->store);
	assert_int_equal(store_save_matter(x->store, "add", &m, &err), 0);
	commit(x->store);
	/* ...418 was on the agenda but has been removed from it */
	assert_int_equal(store_matters_for(x->store, SAMPLE_MEETING, x->arena,
			     &numbers, &err),
	    0);
	assert_int_equal(numbers.n, 2);
	assert_string_equal(numbers.v[0], "T2026-102-00418");
	assert_string_equal(numbers.v[1], "T3");
	assert_int_equal(store_highest_paragraph(x->store, "TRN", 2026,
			     kl_day_of(2026, 12, 1), &nr, &err),
	    0);
	assert_int_equal(nr, 10);
	assert_int_equal(store_highest_paragraph(x->store, "TRN", 2026,
			     kl_day_of(2026, 11, 17), &nr, &err),
	    0);
	assert_int_equal(nr, 7);
	assert_int_equal(store_highest_paragraph(x->store, "TRN", 2025,
			     kl_day_of(2026, 12, 1), &nr, &err),
	    0);
	assert_int_equal(nr, 0);
}

static void
numbers_are_given_out_once(void **state)
{
	struct sample *x = *state;
	struct kl_error err;
	int nr;

	begin(x->store);
	assert_int_equal(
	    store_next_number(x->store, "TRN", 2026, "102", &nr, &err), 0);
	assert_int_equal(nr, 1);
	assert_int_equal(
	    store_next_number(x->store, "TRN", 2026, "102", &nr, &err), 0);
	assert_int_equal(nr, 2);
	assert_int_equal(
	    store_next_number(x->store, "TRN", 2027, "102", &nr, &err), 0);
	assert_int_equal(nr, 1);
	commit(x->store);
	begin(x->store);
	assert_int_equal(
	    store_next_number(x->store, "TRN", 2026, "102", &nr, &err), 0);
	assert_int_equal(nr, 3);
	assert_int_equal(
	    store_next_number(x->store, "TRM", 2026, NULL, &nr, &err),
	    KL_E_INPUT);
	commit(x->store);
	assert_int_equal(
	    store_next_number(x->store, "TRN", 2026, "102", &nr, &err),
	    KL_E_USAGE);
}

static void
users_and_overrides(void **state)
{
	struct sample *x = *state;
	struct store_user u = {
		.name = "vera", .role = "secretary", .login = "vera01"
	};
	int64_t meeting = x->bundle.meetings.v[1].id;
	deadline_overrides list;
	struct kl_error err;

	begin(x->store);
	text_add(x->arena, &u.committees, "TRN");
	assert_int_equal(store_save_user(x->store, "grant", &u, &err), 0);
	assert_int_equal(store_save_override(x->store, "override", meeting,
			     "kallelse", kl_day_of(2026, 11, 9), "helg", &err),
	    0);
	assert_int_equal(store_save_override(x->store, "override", meeting,
			     "kallelse", kl_day_of(2026, 11, 8), NULL, &err),
	    0);
	commit(x->store);
	memset(&u, 0, sizeof u);
	assert_int_equal(
	    store_load_user(x->store, NULL, "vera01", x->arena, &u, &err), 0);
	assert_string_equal(u.name, "vera");
	assert_string_equal(u.role, "secretary");
	assert_int_equal(u.committees.n, 1);
	assert_string_equal(u.committees.v[0], "TRN");
	assert_int_equal(
	    store_load_user(x->store, "vera", NULL, x->arena, &u, &err), 0);
	assert_int_equal(
	    store_load_user(x->store, "veva", NULL, x->arena, &u, &err),
	    KL_E_NOTFOUND);
	assert_non_null(strstr(sentence(&err), "nearest is \"vera\""));
	assert_int_equal(
	    store_load_user(x->store, NULL, "nisse", x->arena, &u, &err),
	    KL_E_NOTFOUND);
	assert_int_equal(store_load_overrides(
			     x->store, SAMPLE_MEETING, x->arena, &list, &err),
	    0);
	assert_int_equal(list.n, 1);
	assert_string_equal(list.v[0].step, "kallelse");
	assert_int_equal(list.v[0].day, kl_day_of(2026, 11, 8));
	assert_null(list.v[0].why);
	assert_clean(x->store);
}

static int
use(struct sample *x, const char *kind, const char *committee, const char *sha)
{
	struct template_choice t = { .kind = kind,
		.committee = committee,
		.file = "mall.fodt",
		.sha256 = sha,
		.day = kl_day_of(2026, 11, 24) };
	struct kl_error err;
	int rc;

	assert_int_equal(store_begin(x->store, &sample_actor, &err), 0);
	rc = store_save_template(x->store, "template-use", &t, &err);
	if (rc == 0)
		return store_commit(x->store, &err);
	store_rollback(x->store);
	return rc;
}

static void
templates_are_chosen(void **state)
{
	struct sample *x = *state;
	struct template_choice t;
	template_choices all;
	struct kl_error err;

	assert_int_equal(use(x, "minutes", NULL, x->blob), 0);
	assert_int_equal(use(x, "minutes", "TRN", x->record), 0);
	assert_int_equal(use(x, "minutes", "NIX", x->blob), KL_E_INPUT);
	assert_int_equal(
	    use(x, "minutes", "TRN", "0000000000000000000000000000000000000000"
				     "000000000000000000000000"),
	    KL_E_INPUT);
	/* the committee's own before the one for all, which serves the rest */
	assert_int_equal(store_find_template(x->store, "minutes", "TRN",
			     x->arena, &t, &err),
	    0);
	assert_string_equal(t.sha256, x->record);
	assert_int_equal(store_find_template(x->store, "minutes", "TRNR",
			     x->arena, &t, &err),
	    0);
	assert_string_equal(t.sha256, x->blob);
	assert_null(t.committee);
	assert_int_equal(store_find_template(x->store, "notice", "TRN",
			     x->arena, &t, &err),
	    0);
	assert_int_equal(t.id, 0);
	/* again replaces */
	assert_int_equal(use(x, "minutes", "TRN", x->blob), 0);
	assert_int_equal(
	    store_load_templates(x->store, x->arena, &all, &err), 0);
	assert_int_equal(all.n, 2);
	assert_null(all.v[0].committee);
	assert_string_equal(all.v[1].committee, "TRN");
	assert_string_equal(all.v[1].user, sample_actor.user);
	assert_int_equal(
	    store_check(x->store, NULL, NULL, NULL, NULL, &err), 0);
	assert_int_equal(store_begin(x->store, &sample_actor, &err), 0);
	assert_int_equal(store_delete_template(x->store, "template-default",
			     all.v[1].id, &err),
	    0);
	assert_int_equal(store_commit(x->store, &err), 0);
	assert_int_equal(store_find_template(x->store, "minutes", "TRN",
			     x->arena, &t, &err),
	    0);
	assert_null(t.committee);
	assert_int_equal(
	    store_check(x->store, NULL, NULL, NULL, NULL, &err), 0);
}

static void
blobs_and_issued(void **state)
{
	struct sample *x = *state;
	struct store *s = x->store;
	struct issued d = { .meeting = SAMPLE_MEETING,
		.kind = "minutes",
		.format = "pdf",
		.sha256 = x->blob,
		.record_sha256 = x->record,
		.build = "kansli 0.1",
		.day = kl_day_of(2026, 11, 24) };
	struct issued none = { .kind = "letter",
		.meeting = "",
		.format = "pdf",
		.sha256 = x->blob,
		.day = KL_DAY_NONE },
		      got;
	char sha[HASH_HEX];
	struct kl_error err;
	struct buf b;

	assert_int_equal(store_get_blob(s, x->blob, &b, &err), 0);
	assert_int_equal(b.len, 18);
	assert_memory_equal(b.data, "some bytes, åäö", 18);
	buf_free(&b);
	assert_int_equal(store_get_blob(s, "00", &b, &err), KL_E_NOTFOUND);
	buf_free(&b);
	begin(s);
	assert_int_equal(store_put_blob(s, NULL, 0, NULL, sha, &err), 0);
	assert_int_equal(
	    store_put_blob(s, "", STORE_BLOB_MAX + 1, NULL, sha, &err),
	    KL_E_INPUT);
	assert_int_equal(store_save_issued(s, "issue", &d, &err), 0);
	assert_int_equal(store_save_issued(s, "issue", &none, &err), 0);
	commit(s);
	assert_int_equal(store_find_issued(s, SAMPLE_MEETING, "minutes", NULL,
			     "pdf", x->record, x->arena, &got, &err),
	    0);
	assert_int_equal(got.id, d.id);
	assert_string_equal(got.sha256, x->blob);
	assert_string_equal(got.build, "kansli 0.1");
	assert_int_equal(got.day, d.day);
	assert_int_equal(store_find_issued(s, SAMPLE_MEETING, "minutes", "7",
			     "pdf", x->record, x->arena, &got, &err),
	    KL_E_NOTFOUND);
	assert_int_equal(store_find_issued(s, NULL, "letter", NULL, "pdf", NULL,
			     x->arena, &got, &err),
	    0);
	d.id = 0;
	d.sha256 = "00";
	begin(s);
	assert_int_equal(store_save_issued(s, "issue", &d, &err), KL_E_INPUT);
	store_rollback(s);
	assert_clean(s);
}

#define WITH_SAMPLE(test)                                                      \
	cmocka_unit_test_setup_teardown(test, sample_setup, sample_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_SAMPLE(everything_comes_back),
		WITH_SAMPLE(one_meeting_comes_whole),
		WITH_SAMPLE(one_committee_comes_alone),
		WITH_SAMPLE(single_facts_are_found_or_the_nearest_named),
		WITH_SAMPLE(the_same_again_is_not_logged),
		WITH_SAMPLE(a_natural_key_replaces),
		WITH_SAMPLE(a_rollback_leaves_no_trace),
		WITH_SAMPLE(unknown_references_are_refused),
		WITH_SAMPLE(a_reference_forward),
		WITH_SAMPLE(a_meeting_to_come),
		WITH_SAMPLE(what_must_be_given),
		WITH_SAMPLE(a_broken_transaction_cannot_commit),
		WITH_SAMPLE(items_are_deleted_only_unpublished),
		WITH_SAMPLE(tabled_items_come_back),
		WITH_SAMPLE(an_unknown_predecessor_is_kept),
		WITH_SAMPLE(agenda_questions),
		WITH_SAMPLE(numbers_are_given_out_once),
		WITH_SAMPLE(users_and_overrides),
		WITH_SAMPLE(templates_are_chosen),
		WITH_SAMPLE(blobs_and_issued),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
