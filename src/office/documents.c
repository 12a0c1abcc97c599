/* SPDX-License-Identifier: EUPL-1.2
 *
 * Documents: made of their record (make.c), kept byte for byte when they are
 * issued, and written.  Making takes long and holds nothing; the register is
 * held only while what was made is put in.
 */
#include "config.h"

#include <string.h>

#include "base/file.h"
#include "office/request.h"

#define FILE_MAX ((size_t)256 << 20)
#define TRIES 3 /* the last one holds the register all the time */

/* Documents under way. */
struct issue {
	struct work *w;
	const struct kl_document *what;
	struct request *v;
	size_t n;
	struct kl_faults *faults; /* or NULL */
};

typedef int (*issue_step)(
    struct issue *x, struct request *r, struct kl_error *err);

static int make_missing(
    struct issue *x, struct request *r, struct kl_error *err);

/* True for a failure of one document, after which others can be made. */
static bool
is_its_own(int rc)
{
	return rc == KL_E_INPUT || rc == KL_E_RULE || rc == KL_E_NOTFOUND;
}

/* Take the step with each document that has not failed. */
static int
each(struct issue *x, issue_step step, struct kl_error *err)
{
	bool own;
	size_t i;
	int rc = 0;

	for (i = 0; i < x->n && rc == 0; i++) {
		if (x->v[i].failed)
			continue;
		rc = step(x, &x->v[i], err);
		/* a template that is not there keeps no other from being made
		 */
		own =
		    is_its_own(rc) || (step == make_missing && rc == KL_E_ENV);
		if (x->faults == NULL || !own)
			continue;
		kl_faults_add(x->faults, err);
		x->v[i].failed = true;
		rc = 0;
	}
	return rc;
}

/* NULL for what is of no meeting. */
static const char *
meeting_key_of(const struct work *w)
{
	return w->meeting == NULL ? NULL : w->meeting->key;
}

/* Fetch what was issued of this very record before; those formats are no longer
 * missing. */
static int
fetch_issued(struct issue *x, struct request *r, struct kl_error *err)
{
	struct store *s = x->w->o->store;
	struct issued old;
	struct kl_error ignored;
	size_t i;
	int rc = 0;

	for (i = 0; rc == 0 && i < OFFICE_NFORMATS; i++) {
		if ((r->missing & office_formats[i].format) == 0)
			continue;
		if (store_find_issued(s, meeting_key_of(x->w), r->kind->name,
			r->paragraphs, office_formats[i].name, r->sha256,
			x->w->arena, &old, &ignored) != 0)
			continue;
		buf_free(made_part(&r->made, office_formats[i].format));
		rc = store_get_blob(s, old.sha256,
		    made_part(&r->made, office_formats[i].format), err);
		r->missing &= ~(unsigned)office_formats[i].format;
	}
	return rc;
}

static int
make_missing(struct issue *x, struct request *r, struct kl_error *err)
{
	struct origin origin = { meeting_key_of(x->w), r->kind->name,
		r->paragraphs, r->sha256 };
	const struct committee *c = x->w->committee;
	struct template_file template;
	int rc;

	if (r->missing == 0)
		return 0;
	template_init(&template);
	rc = office_template(
	    x->w, r->kind, c == NULL ? NULL : c->code, &template, err);
	x->w->about = x->n > 1 ? r->name : NULL;
	if (rc == 0)
		rc = office_make(x->w, &template, r->record, r->title, r->day,
		    &origin, r->missing, &r->made, err);
	x->w->about = NULL;
	template_free(&template);
	return rc;
}

/* ---- files ----------------------------------------------------------------
 */

static const char *
file_path(const struct issue *x, const struct request *r, size_t format)
{
	return arena_printf(x->w->arena, "%s/%s.%s", x->what->dir, r->name,
	    office_formats[format].extension);
}

/* What stands in the file: nothing, what will be written, what was issued of
 * that document before, or something else. */
enum standing { NO_FILE, THE_SAME, OURS, NOT_OURS };

static int
look_at_file(const struct issue *x, const struct request *r, const char *path,
    const struct buf *part, enum standing *standing, struct kl_error *err)
{
	char sha[HASH_HEX];
	struct buf old;
	bool ours = false;
	int rc;

	*standing = NO_FILE;
	if (!file_exists(path))
		return 0;
	rc = file_read(path, FILE_MAX, &old, err);
	if (rc == 0 && old.len == part->len &&
	    memcmp(old.data, part->data, old.len) == 0) {
		*standing = THE_SAME;
	} else if (rc == 0) {
		hash_of(old.data, old.len, sha);
		rc = store_was_issued(x->w->o->store, meeting_key_of(x->w),
		    r->kind->name, sha, &ours, err);
		*standing = ours ? OURS : NOT_OURS;
	}
	buf_free(&old);
	return rc;
}

/* What people have edited is not overwritten. */
static int
guard_files(struct issue *x, struct request *r, struct kl_error *err)
{
	enum standing standing = NO_FILE;
	const char *path;
	size_t i;
	int rc = 0;

	for (i = 0; rc == 0 && i < OFFICE_NFORMATS && !x->what->replace; i++) {
		if ((r->formats & office_formats[i].format) == 0)
			continue;
		path = file_path(x, r, i);
		if (path == NULL)
			return kl_error_nomem(err);
		rc = look_at_file(x, r, path,
		    made_part(&r->made, office_formats[i].format), &standing,
		    err);
		if (rc == 0 && standing == NOT_OURS)
			rc = kl_error_set(err, KL_E_RULE,
			    KL_N_("The file %s is not as Kansli wrote it: it "
				  "has been edited by hand. Nothing was "
				  "overwritten. Take the changes back with "
				  "kansli document take, write elsewhere with "
				  "--to, or overwrite it with --replace."),
			    path);
	}
	return rc;
}

static int
write_files(struct issue *x, struct request *r, struct kl_error *err)
{
	struct kl_data *paths = data_list_of(x->w->answer, "paths");
	enum standing standing;
	const struct buf *part;
	const char *path;
	size_t i;
	int rc = 0;

	for (i = 0; rc == 0 && i < OFFICE_NFORMATS; i++) {
		if ((r->formats & office_formats[i].format) == 0)
			continue;
		part = made_part(&r->made, office_formats[i].format);
		path = file_path(x, r, i);
		if (path == NULL)
			return kl_error_nomem(err);
		rc = look_at_file(x, r, path, part, &standing, err);
		if (rc == 0 && standing != THE_SAME)
			rc = file_put(path, part->data, part->len, err);
		data_add_text(paths, NULL, path);
	}
	return rc;
}

/* ---- issuing ------------------------------------------------------------- */

/* A year has no meeting to be frozen with; its bytes are kept all the same. */
static int
keep_record(struct work *w, const struct request *r, struct kl_error *err)
{
	const char *same;
	char sha[HASH_HEX];

	if (w->meeting != NULL)
		return office_keep_record(
		    w, &r->frozen, r->kind->swedish, w->o->today, &same, err);
	return store_put_blob(w->o->store, r->frozen.data, r->frozen.len,
	    "application/xml", sha, err);
}

static int
keep_issued(struct issue *x, struct request *r, struct kl_error *err)
{
	struct work *w = x->w;
	struct issued d = { .meeting = meeting_key_of(w),
		.kind = r->kind->name,
		.paragraphs = r->paragraphs,
		.record_sha256 = r->sha256,
		.template_sha256 = r->made.template_sha256,
		.build = r->made.build,
		.day = r->day };
	char sha[HASH_HEX];
	struct buf *part;
	size_t i;
	int rc;

	if (r->missing == 0)
		return 0;
	rc = keep_record(w, r, err);
	for (i = 0; rc == 0 && i < OFFICE_NFORMATS; i++) {
		if ((r->missing & office_formats[i].format) == 0)
			continue;
		part = made_part(&r->made, office_formats[i].format);
		rc = store_put_blob(w->o->store, part->data, part->len,
		    office_formats[i].type, sha, err);
		d.id = 0;
		d.format = office_formats[i].name;
		d.sha256 = sha;
		if (rc == 0)
			rc = store_save_issued(w->o->store, "issue", &d, err);
	}
	return rc;
}

static bool
any_missing(const struct issue *x)
{
	size_t i;

	for (i = 0; i < x->n; i++)
		if (!x->v[i].failed && x->v[i].missing != 0)
			return true;
	return false;
}

/* Hold the register, if it is as it was when the facts were loaded. */
static int
hold(struct work *w, bool *stale, struct kl_error *err)
{
	int rc;

	if (w->writing)
		return 0;
	rc = work_lock(w, err);
	if (rc == 0)
		rc = store_changed_since(w->o->store, w->seen, stale, err);
	return rc;
}

int
request_issue(struct work *w, const struct kl_document *what, struct request *v,
    size_t n, struct kl_faults *faults, bool *stale, struct kl_error *err)
{
	struct issue x = { w, what, v, n, faults };
	int rc;

	*stale = false;
	rc = each(&x, fetch_issued, err);
	if (rc == 0)
		rc = each(&x, make_missing, err);
	if (rc == 0)
		rc = each(&x, guard_files, err);
	if (rc == 0 && any_missing(&x))
		rc = hold(w, stale, err);
	if (rc != 0 || *stale)
		return rc;
	if (w->writing) /* somebody may have issued the same meanwhile */
		rc = each(&x, fetch_issued, err);
	if (rc == 0 && w->writing)
		rc = each(&x, keep_issued, err);
	if (rc == 0)
		rc = file_make_dirs(what->dir, err);
	if (rc == 0)
		rc = each(&x, write_files, err);
	if (rc == 0)
		file_sync_folder(what->dir);
	return rc;
}

/* Begin, remembering what the log held before the facts are loaded. */
static int
begin(struct work *w, struct kl_office *o, bool writing, struct kl_error *err)
{
	int rc = work_begin(w, o, MAY_HANDLE, writing, err);

	return rc == 0 ? store_log_seq(o->store, &w->seen, err) : rc;
}

/* ---- some documents -------------------------------------------------------
 */

typedef VEC(struct request) request_list;

/* Ask for a document of each kind. */
static int
open_each(struct work *w, const struct kl_document *what,
    const char *const *kinds, size_t n, request_list *list,
    struct kl_error *err)
{
	struct request *r;
	size_t i;
	int rc = 0;

	for (i = 0; rc == 0 && i < n; i++) {
		if ((r = vec_push(w->arena, list)) == NULL)
			return kl_error_nomem(err);
		request_init(r);
		rc = kind_find(kinds[i], &r->kind, err);
		if (rc == 0 && r->kind->source != FROM_YEAR &&
		    w->meeting == NULL)
			rc = work_meeting(w, what->meeting, MAY_HANDLE, err);
		if (rc == 0)
			rc = request_open(w, what, r, err);
	}
	return rc;
}

static int
try_set(struct kl_office *o, const struct kl_document *what,
    const char *const *kinds, size_t n, bool holding, bool *stale,
    struct kl_data **answer, struct kl_error *err)
{
	request_list list = { 0 };
	struct shelf shelf;
	struct work w;
	size_t i;
	int rc = begin(&w, o, holding, err);

	shelf_init(&shelf, w.arena);
	w.shelf = &shelf;
	if (rc == 0)
		rc = open_each(&w, what, kinds, n, &list, err);
	if (rc == 0)
		rc = request_issue(&w, what, list.v, list.n, NULL, stale, err);
	for (i = 0; i < list.n; i++)
		request_free(&list.v[i]);
	shelf_free(&shelf);
	return work_end(&w, *stale ? KL_E_RULE : rc, answer, err);
}

int
kl_document_set(struct kl_office *o, const struct kl_document *what,
    const char *const *kinds, size_t n, struct kl_data **answer,
    struct kl_error *err)
{
	bool stale = true;
	int i, rc = 0;

	for (i = 1; i <= TRIES && stale; i++) {
		stale = false;
		rc =
		    try_set(o, what, kinds, n, i == TRIES, &stale, answer, err);
	}
	return rc;
}

int
kl_document(struct kl_office *o, const struct kl_document *what,
    struct kl_data **answer, struct kl_error *err)
{
	return kl_document_set(o, what, &what->kind, 1, answer, err);
}

/* ---- all of a meeting ------------------------------------------------------
 */

/* Ask for a document, unless the meeting has not got that far. */
static int
ask(struct work *w, const struct kl_document *what, const struct kind *kind,
    const char *paragraphs, request_list *list, struct kl_faults *faults,
    struct kl_error *err)
{
	struct kl_document one = *what;
	struct request *r = vec_push(w->arena, list);
	int rc;

	if (r == NULL)
		return kl_error_nomem(err);
	one.paragraphs = paragraphs;
	request_init(r);
	r->kind = kind;
	rc = request_open(w, &one, r, err);
	if (rc == 0)
		return 0;
	request_free(r);
	list->n--;
	if (!is_its_own(rc))
		return rc;
	if (rc != KL_E_RULE)
		kl_faults_add(faults, err);
	return 0;
}

/* An extract of each paragraph that is sent to somebody. */
static int
ask_extracts(struct work *w, const struct kl_document *what,
    const struct kind *kind, request_list *list, struct kl_faults *faults,
    struct kl_error *err)
{
	const struct paragraph *p;
	size_t i;
	int rc = 0;

	for (i = 0; i < w->meeting->paragraphs.n && rc == 0; i++) {
		p = &w->meeting->paragraphs.v[i];
		if (meeting_recipients(&w->bundle, w->meeting, p)->n > 0)
			rc = ask(w, what, kind,
			    arena_printf(w->arena, "%d", p->nr), list, faults,
			    err);
	}
	return rc;
}

/* A certificate for those paragraphs of each set of minutes that have legal
 * force. */
static int
ask_in_force(struct work *w, const struct kl_document *what,
    const struct kind *kind, request_list *list, struct kl_faults *faults,
    struct kl_error *err)
{
	struct ranges held;
	size_t i;
	int rc = 0;

	for (i = 0; i < w->meeting->minutes.n && rc == 0; i++) {
		rc = office_in_force(
		    w, &w->meeting->minutes.v[i], NULL, &held, err);
		if (rc == 0 && held.n > 0)
			rc = ask(w, what, kind, ranges_format(w->arena, &held),
			    list, faults, err);
	}
	return rc;
}

/* One of each set of minutes; the immediate ones have a kind of their own. */
static int
ask_minutes(struct work *w, const struct kl_document *what,
    const struct kind *kind, request_list *list, struct kl_faults *faults,
    struct kl_error *err)
{
	bool immediate = strcmp(kind->name, "immediate-minutes") == 0;
	bool ordinary = strcmp(kind->name, "minutes") == 0 ||
			strcmp(kind->name, "published-minutes") == 0;
	const struct minutes *m;
	size_t i;
	int rc = 0;

	for (i = 0; i < w->meeting->minutes.n && rc == 0; i++) {
		m = &w->meeting->minutes.v[i];
		if (m->seq == 1 ? !immediate : !ordinary)
			rc = ask(w, what, kind,
			    m->seq == 1 ? NULL : m->paragraphs, list, faults,
			    err);
	}
	return rc;
}

static int
ask_all(struct work *w, const struct kl_document *what, request_list *list,
    struct kl_faults *faults, struct kl_error *err)
{
	const struct kind *kind;
	size_t i;
	int rc = 0;

	for (i = 0; i < office_nkinds && rc == 0; i++) {
		kind = &office_kinds[i];
		if (kind->source == FROM_YEAR)
			continue;
		if (strcmp(kind->name, "extract") == 0)
			rc = ask_extracts(w, what, kind, list, faults, err);
		else if (kind->source == FROM_PARAGRAPHS)
			rc = ask_in_force(w, what, kind, list, faults, err);
		else if (kind->source == FROM_MINUTES)
			rc = ask_minutes(w, what, kind, list, faults, err);
		else
			rc = ask(w, what, kind, NULL, list, faults, err);
	}
	return rc;
}

static int
try_meeting(struct kl_office *o, const struct kl_document *what, bool holding,
    bool *stale, struct kl_faults *faults, struct kl_data **answer,
    struct kl_error *err)
{
	request_list list = { 0 };
	struct shelf shelf;
	struct work w;
	size_t i;
	int rc = begin(&w, o, holding, err);

	shelf_init(&shelf, w.arena);
	w.shelf = &shelf;
	memset(faults, 0, sizeof *faults);
	if (rc == 0)
		rc = work_meeting(&w, what->meeting, MAY_HANDLE, err);
	if (rc == 0)
		rc = ask_all(&w, what, &list, faults, err);
	if (rc == 0)
		rc =
		    request_issue(&w, what, list.v, list.n, faults, stale, err);
	for (i = 0; i < list.n; i++)
		request_free(&list.v[i]);
	shelf_free(&shelf);
	return work_end(&w, *stale ? KL_E_RULE : rc, answer, err);
}

int
office_document_meeting(struct kl_office *o, const struct kl_document *what,
    struct kl_faults *faults, struct kl_data **answer, struct kl_error *err)
{
	bool stale = true;
	int i, rc = 0;

	for (i = 1; i <= TRIES && stale; i++) {
		stale = false;
		rc = try_meeting(
		    o, what, i == TRIES, &stale, faults, answer, err);
	}
	return rc;
}

/* ---- what is approved ------------------------------------------------------
 */

int
request_keep(struct work *w, struct request *r, struct kl_error *err)
{
	struct issue x = { .w = w, .v = r, .n = 1 };
	int rc = each(&x, fetch_issued, err);

	if (rc == 0)
		rc = each(&x, make_missing, err);
	return rc == 0 ? each(&x, keep_issued, err) : rc;
}
