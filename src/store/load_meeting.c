/* SPDX-License-Identifier: EUPL-1.2
 *
 * Loading a meeting whole: agenda, who was there, paragraphs, what became of
 * it.
 */
#include "config.h"

#include "domain/add.h"
#include "store/load.h"

static int
load_calls(
    struct store *s, struct arena *a, struct meeting *m, struct kl_error *err)
{
	struct call *x;
	struct run r;
	size_t i;
	int rc = 0;

	for (i = 0; rc == 0 && i < m->absences.n; i++) {
		run_start(&r, s, SQL_DEPUTY_CALL_GET, err);
		run_int(&r, 1, m->id);
		run_int(&r, 2, (int64_t)i + 1);
		while (run_step(&r)) {
			x = load_new(&r, call_add(a, &m->absences.v[i]));
			if (x != NULL)
				row_load(&r, call_fields, a, x);
		}
		rc = run_end(&r);
	}
	return rc;
}

static int
load_attendance(
    struct store *s, struct arena *a, struct meeting *m, struct kl_error *err)
{
	int rc;

	if ((rc = load_children(s, SQL_ATTENDANCE_GET, m->id, attendance_fields,
		 a, LOAD_ROWS(m->attendance), err)) != 0 ||
	    (rc = load_children(s, SQL_OTHER_GET, m->id, other_fields, a,
		 LOAD_ROWS(m->others), err)) != 0 ||
	    (rc = load_children(s, SQL_CONFLICT_GET, m->id, conflict_fields, a,
		 LOAD_ROWS(m->conflicts), err)) != 0 ||
	    (rc = load_children(s, SQL_PRESIDING_GET, m->id, presiding_fields,
		 a, LOAD_ROWS(m->presiding), err)) != 0 ||
	    (rc = load_children(s, SQL_ADJOURNMENT_GET, m->id,
		 adjournment_fields, a, LOAD_ROWS(m->adjournments), err)) !=
		0 ||
	    (rc = load_children(s, SQL_ABSENCE_REPORT_GET, m->id, report_fields,
		 a, LOAD_ROWS(m->absences), err)) != 0 ||
	    (rc = load_calls(s, a, m, err)) != 0)
		return rc;
	return load_list(s, SQL_APPROVER_GET, m->id, a, &m->approvers, err);
}

static int
load_paragraphs(
    struct store *s, struct arena *a, struct meeting *m, struct kl_error *err)
{
	size_t i;
	int rc;

	rc = load_facts(s, SQL_PARAGRAPH_GET, m->id, paragraph_fields, a,
	    LOAD_ROWS(m->paragraphs), err);
	for (i = 0; rc == 0 && i < m->paragraphs.n; i++)
		rc = load_paragraph_parts(s, a, &m->paragraphs.v[i], err);
	return rc;
}

int
load_meeting_parts(
    struct store *s, struct arena *a, struct meeting *m, struct kl_error *err)
{
	int rc;

	if ((rc = load_list(s, SQL_MEETING_MOVED_GET, m->id, a, &m->moved_from,
		 err)) != 0 ||
	    (rc = load_children(s, SQL_VERSION_GET, m->id, version_fields, a,
		 LOAD_ROWS(m->versions), err)) != 0 ||
	    (rc = load_facts(s, SQL_ITEM_GET, m->id, item_fields, a,
		 LOAD_ROWS(m->items), err)) != 0 ||
	    (rc = load_attendance(s, a, m, err)) != 0 ||
	    (rc = load_paragraphs(s, a, m, err)) != 0 ||
	    (rc = load_children(s, SQL_PROCEEDING_GET, m->id, proceeding_fields,
		 a, LOAD_ROWS(m->proceedings), err)) != 0)
		return rc;
	return load_after(s, a, m, err);
}
