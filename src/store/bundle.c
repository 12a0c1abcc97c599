/* SPDX-License-Identifier: EUPL-1.2
 *
 * Loading many facts: the whole register, a committee's, a meeting's.
 */
#include "config.h"

#include <string.h>

#include "domain/add.h"
#include "store/load.h"

/* What is being loaded: NULL and 0 do not restrict. */
struct want {
	const char *committee;
	int64_t meeting;
};

static void
start(struct run *r, struct store *s, enum sql which, const struct want *want,
    struct kl_error *err)
{
	run_start(r, s, which, err);
	run_text(r, 1, want->committee);
	if (want->meeting != 0)
		run_int(r, 2, want->meeting);
}

static int
load_organisation(struct store *s, struct bundle *b, struct kl_error *err)
{
	struct run r;

	b->organisation = NULL;
	run_start(&r, s, SQL_ORGANISATION_GET, err);
	if (run_step(&r)) {
		b->organisation = load_new(
		    &r, arena_alloc(b->arena, sizeof *b->organisation));
		if (b->organisation != NULL)
			row_load(&r, fact_kinds[FACT_ORGANISATION].fields,
			    b->arena, b->organisation);
	}
	return run_end(&r);
}

static int
load_bodies(struct store *s, const struct want *want, struct bundle *b,
    struct kl_error *err)
{
	struct department *d;
	struct committee *c;
	struct run r;
	int rc;

	start(&r, s, SQL_DEPARTMENT_ALL, want, err);
	while (run_step(&r)) {
		d = load_new(&r, vec_push(b->arena, &b->departments));
		if (d != NULL)
			row_load(&r, fact_kinds[FACT_DEPARTMENT].fields,
			    b->arena, d);
	}
	if ((rc = run_end(&r)) != 0)
		return rc;
	start(&r, s, SQL_COMMITTEE_ALL, want, err);
	while (run_step(&r)) {
		c = load_new(&r, vec_push(b->arena, &b->committees));
		if (c == NULL)
			break;
		c->id = sqlite3_column_int64(r.st, 0);
		row_load(&r, fact_kinds[FACT_COMMITTEE].fields, b->arena, c);
		run_fail(&r, load_committee_parts(s, b->arena, c, err));
	}
	return run_end(&r);
}

static int
load_regulations(struct store *s, const struct want *want, struct bundle *b,
    struct kl_error *err)
{
	struct regulation *x;
	struct run r;

	run_start(&r, s, SQL_REGULATION_ALL, err);
	run_text(&r, 1, want->committee);
	while (run_step(&r)) {
		x = load_new(&r, regulation_add(b->arena, b));
		if (x == NULL)
			break;
		x->id = sqlite3_column_int64(r.st, 0);
		row_load(&r, fact_kinds[FACT_REGULATION].fields, b->arena, x);
	}
	return run_end(&r);
}

static int
load_people(struct store *s, const struct want *want, struct bundle *b,
    struct kl_error *err)
{
	struct mandate *m;
	struct person *p;
	struct run r;
	int rc;

	start(&r, s, SQL_PERSON_ALL, want, err);
	while (run_step(&r)) {
		p = load_new(&r, vec_push(b->arena, &b->persons));
		if (p == NULL)
			break;
		p->id = sqlite3_column_int64(r.st, 0);
		row_load(&r, fact_kinds[FACT_PERSON].fields, b->arena, p);
	}
	if ((rc = run_end(&r)) != 0)
		return rc;
	start(&r, s, SQL_MANDATE_ALL, want, err);
	while (run_step(&r)) {
		m = load_new(&r, vec_push(b->arena, &b->mandates));
		if (m == NULL)
			break;
		m->id = sqlite3_column_int64(r.st, 0);
		row_load(&r, fact_kinds[FACT_MANDATE].fields, b->arena, m);
	}
	return run_end(&r);
}

static int
load_matters(struct store *s, const struct want *want, struct bundle *b,
    struct kl_error *err)
{
	struct matter *m;
	struct run r;

	if (want->meeting != 0) {
		run_start(&r, s, SQL_MATTER_OF_MEETING, err);
		run_int(&r, 1, want->meeting);
	} else {
		start(&r, s, SQL_MATTER_ALL, want, err);
	}
	while (run_step(&r)) {
		m = load_new(&r, vec_push(b->arena, &b->matters));
		if (m == NULL)
			break;
		m->id = sqlite3_column_int64(r.st, 0);
		row_load(&r, fact_kinds[FACT_MATTER].fields, b->arena, m);
		run_fail(&r, load_matter_parts(s, b->arena, m, err));
	}
	return run_end(&r);
}

/* ${which}: all meetings of the committee ${key}, or the one with that key. */
static int
load_meetings(struct store *s, enum sql which, const char *key,
    struct bundle *b, struct kl_error *err)
{
	struct meeting *m;
	struct run r;

	run_start(&r, s, which, err);
	run_text(&r, 1, key);
	while (run_step(&r)) {
		m = load_new(&r, vec_push(b->arena, &b->meetings));
		if (m == NULL)
			break;
		m->id = sqlite3_column_int64(r.st, 0);
		row_load(&r, fact_kinds[FACT_MEETING].fields, b->arena, m);
		run_fail(&r, load_meeting_parts(s, b->arena, m, err));
	}
	return run_end(&r);
}

static int
load_frame(struct store *s, const struct want *want, struct bundle *b,
    struct kl_error *err)
{
	int rc;

	if ((rc = load_organisation(s, b, err)) != 0 ||
	    (rc = load_bodies(s, want, b, err)) != 0 ||
	    (rc = load_regulations(s, want, b, err)) != 0 ||
	    (rc = load_people(s, want, b, err)) != 0)
		return rc;
	return load_matters(s, want, b, err);
}

static void
empty(struct bundle *b)
{
	struct arena *a = b->arena;

	memset(b, 0, sizeof *b);
	b->arena = a;
}

int
store_load_meeting(struct store *s, const char *key, struct bundle *bundle,
    struct kl_error *err)
{
	struct want want = { NULL, 0 };
	bool started;
	int rc;

	empty(bundle);
	if (key == NULL)
		key = "";
	rc = store_snapshot(s, &started, err);
	if (rc == 0)
		rc = load_meetings(s, SQL_MEETING_GET, key, bundle, err);
	if (rc == 0 && bundle->meetings.n == 0)
		rc = find_fail(s, REF_MEETING, KL_E_NOTFOUND, key, err);
	if (rc == 0) {
		want.committee = bundle->meetings.v[0].committee;
		want.meeting = bundle->meetings.v[0].id;
		rc = load_frame(s, &want, bundle, err);
	}
	if (rc == 0)
		rc = load_planning(s, want.committee, bundle, err);
	store_snapshot_end(s, started);
	return rc;
}

int
store_load_regulations(struct store *s, const char *committee,
    struct bundle *bundle, struct kl_error *err)
{
	const struct want want = { committee, 0 };

	return load_regulations(s, &want, bundle, err);
}

int
store_load_all(struct store *s, const struct store_scope *scope,
    struct bundle *bundle, struct kl_error *err)
{
	struct want want = { NULL, 0 };
	bool started;
	int rc;

	if (scope != NULL && scope->meeting != NULL)
		return store_load_meeting(s, scope->meeting, bundle, err);
	empty(bundle);
	rc = store_snapshot(s, &started, err);
	if (rc == 0 && scope != NULL && scope->committee != NULL) {
		want.committee = scope->committee;
		rc = find_has(s, REF_COMMITTEE, want.committee, err);
		if (rc == 0)
			rc = find_fail(s, REF_COMMITTEE, KL_E_NOTFOUND,
			    want.committee, err);
		else if (rc == 1)
			rc = 0;
	}
	if (rc == 0)
		rc = load_frame(s, &want, bundle, err);
	if (rc == 0)
		rc = load_meetings(
		    s, SQL_MEETING_ALL, want.committee, bundle, err);
	if (rc == 0)
		rc = load_planning(s, want.committee, bundle, err);
	store_snapshot_end(s, started);
	return rc;
}
