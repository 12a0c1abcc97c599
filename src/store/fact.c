/* SPDX-License-Identifier: EUPL-1.2
 *
 * Saving one fact.
 */
#include "config.h"

#include "store/log.h"

_Static_assert(FACT_COUNT <= STORE_KINDS, "room for every kind of fact");

void
save_start(struct save *w, struct store *s, enum fact fact, const char *verb,
    int line, struct kl_error *err)
{
	w->s = s;
	w->kind = &fact_kinds[fact];
	w->verb = verb;
	w->err = err;
	w->line = line;
	w->id = 0;
	w->fresh = false;
	w->rc = 0;
	if (!s->open || s->broken != 0)
		w->rc = store_stopped(s, err);
}

void
save_need(struct save *w, enum ref ref, const char *key, const char *field)
{
	int found;

	if (w->rc != 0 || key == NULL)
		return;
	found = find_has(w->s, ref, key, w->err);
	if (found == 1)
		return;
	w->rc = found;
	if (found == 0)
		w->rc = find_fail(w->s, ref, KL_E_INPUT, key, w->err);
	kl_error_where(w->err, NULL, w->line, field);
}

void
save_need_all(
    struct save *w, enum ref ref, const text_list *keys, const char *field)
{
	size_t i;

	for (i = 0; i < keys->n; i++)
		save_need(w, ref, keys->v[i], field);
}

void
save_need_meeting(struct save *w, int64_t meeting)
{
	struct run r;
	bool found;

	if (w->rc != 0)
		return;
	run_start(&r, w->s, SQL_MEETING_HAS_ID, w->err);
	run_int(&r, 1, meeting);
	found = run_step(&r);
	w->rc = run_end(&r);
	if (w->rc == 0 && !found)
		w->rc = kl_error_set(w->err, KL_E_INPUT,
		    KL_N_("The meeting is not in the register. Nothing was "
			  "changed."));
}

/* An identifier that no fact of the kind has ever had. */
static int64_t
new_id(struct save *w)
{
	int64_t *next = &w->s->next_id[w->kind - fact_kinds];
	int rc;

	if (*next == 0) {
		rc = run_number(
		    w->s, SQL_EVENT_NEXT_ID, w->kind->name, next, w->err);
		if (rc < 0) {
			w->rc = rc;
			*next = 0;
			return 0;
		}
	}
	return (*next)++;
}

/* The id of the row with the same natural key, or 0. */
static int64_t
find_row(struct save *w, int64_t owner, const void *row)
{
	int64_t id = 0;
	struct run r;

	if (w->kind->find == SQL_NONE)
		return 0;
	run_start(&r, w->s, w->kind->find, w->err);
	run_int(&r, 2, owner);
	row_bind(&r, w->kind->fields, row);
	if (run_step(&r))
		id = sqlite3_column_int64(r.st, 0);
	w->rc = run_end(&r);
	return id;
}

/* The same, or a new one. */
static int64_t
row_id(struct save *w, int64_t owner, const void *row)
{
	int64_t id = find_row(w, owner, row);

	if (w->rc == 0 && id == 0) {
		id = new_id(w);
		w->fresh = true;
	}
	return id;
}

void
save_row(struct save *w, int64_t *id, int64_t owner, const void *row)
{
	struct run r;

	if (w->rc == 0)
		w->rc = row_check(w->kind->fields, row, w->line, w->err);
	if (w->rc != 0)
		return;
	w->id = *id != 0 ? *id : row_id(w, owner, row);
	if (w->rc != 0)
		return;
	run_start(&r, w->s, w->kind->put, w->err);
	run_int(&r, 1, w->id);
	run_int(&r, 2, owner);
	row_bind(&r, w->kind->fields, row);
	w->rc = run_do(&r);
	if (w->rc != 0) {
		kl_error_where(w->err, NULL, w->line, NULL);
		return;
	}
	*id = w->id;
	if (!w->fresh)
		save_clear(w);
}

bool
save_delete(struct save *w, int64_t owner, const void *row, enum sql which)
{
	struct run r;

	if (w->rc == 0)
		w->id = find_row(w, owner, row);
	if (w->rc != 0 || w->id == 0)
		return w->rc != 0;
	run_start(&r, w->s, which, w->err);
	run_int(&r, 1, w->id);
	w->rc = run_do(&r);
	return true;
}

void
save_clear(struct save *w)
{
	const enum sql *which;
	struct run r;

	for (which = w->kind->clear; *which != SQL_NONE && w->rc == 0;
	     which++) {
		run_start(&r, w->s, *which, w->err);
		run_int(&r, 1, w->id);
		w->rc = run_do(&r);
	}
}

void
save_child(struct save *w, enum sql put, size_t position,
    const struct row_field *fields, const void *row)
{
	struct run r;

	if (w->rc == 0)
		w->rc = row_check(fields, row, w->line, w->err);
	if (w->rc != 0)
		return;
	run_start(&r, w->s, put, w->err);
	run_int(&r, 1, w->id);
	run_int(&r, 2, (int64_t)position);
	row_bind(&r, fields, row);
	w->rc = run_do(&r);
}

void
save_list(struct save *w, enum sql put, const text_list *list)
{
	struct run r;
	size_t i;

	for (i = 0; i < list->n && w->rc == 0; i++) {
		run_start(&r, w->s, put, w->err);
		run_int(&r, 1, w->id);
		run_int(&r, 2, (int64_t)i + 1);
		run_text(&r, 3, list->v[i]);
		w->rc = run_do(&r);
	}
}

int
save_end(struct save *w)
{
	if (w->rc == 0)
		w->rc =
		    log_fact(w->s, w->kind, w->id, w->verb, w->fresh, w->err);
	if (w->rc != 0 && w->id != 0)
		w->s->broken = w->rc; /* half a fact may stand there */
	return w->rc;
}
