/* SPDX-License-Identifier: EUPL-1.2
 *
 * Import: a file's facts into the register, all or nothing.  The form has been
 * checked by the record room; here the references are, and what the register
 * already holds.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "office/import.h"

#define IMPORT_MAX ((size_t)64 << 20)
#define EXCHANGE_SCHEMA "templates/schema/exchange.rng"

/* ---- rights -------------------------------------------------------------- */

/* The organisation, its offices and rooms belong to no committee, so they are
 * for who works for all of them; the rest is for who works for that committee.
 */
static int
check_rights(struct import *im, struct kl_error *err)
{
	const struct bundle *b = &im->w->bundle;
	struct kl_office *o = im->w->o;
	size_t i, j;
	int rc = 0;

	if ((b->organisation != NULL || b->departments.n > 0 ||
		b->rooms.n > 0) &&
	    o->user.committees.n > 0)
		return kl_error_set(err, KL_E_RULE,
		    KL_N_("The user “%s” works for some committees only and "
			  "may not change the organisation, its offices or "
			  "its rooms. Nothing was imported."),
		    o->user.name);
	for (i = 0; rc == 0 && i < b->committees.n; i++)
		rc = office_may(o, MAY_DECIDE, b->committees.v[i].code, err);
	for (i = 0; rc == 0 && i < b->mandates.n; i++)
		rc = office_may(o, MAY_DECIDE, b->mandates.v[i].committee, err);
	for (i = 0; rc == 0 && i < b->matters.n; i++)
		rc = office_may(o, MAY_DECIDE, b->matters.v[i].committee, err);
	for (i = 0; rc == 0 && i < b->meetings.n; i++)
		rc = office_may(o, MAY_DECIDE, b->meetings.v[i].committee, err);
	for (i = 0; rc == 0 && i < b->plan_rules.n; i++)
		rc = office_may(
		    o, MAY_DECIDE, b->plan_rules.v[i].committee, err);
	for (i = 0; rc == 0 && i < b->plans.n; i++)
		for (j = 0; rc == 0 && j < b->plans.v[i].meetings.n; j++)
			rc = office_may(o, MAY_DECIDE,
			    b->plans.v[i].meetings.v[j].committee, err);
	return rc;
}

/* ---- attached files ------------------------------------------------------ */

static const char *
media_type(const char *file)
{
	static const struct {
		const char *extension, *type;
	} types[] = {
		{ ".odt", "application/vnd.oasis.opendocument.text" },
		{ ".pdf", "application/pdf" },
		{ ".png", "image/png" },
		{ ".jpg", "image/jpeg" },
	};
	const char *dot = strrchr(file, '.');
	size_t i;

	for (i = 0; dot != NULL && i < sizeof types / sizeof *types; i++)
		if (strcmp(types[i].extension, dot) == 0)
			return types[i].type;
	return "application/octet-stream";
}

/* The bytes of the attached ${file}, if it is there; otherwise it is listed as
 * missing and its place stays open. */
static int
attach(struct import *im, const char *file, const char **sha, int64_t *size,
    struct kl_error *err)
{
	struct work *w = im->w;
	char hex[HASH_HEX];
	struct buf bytes;
	const char *path;
	int rc;

	path = arena_printf(w->arena, "%s/%s", im->what->files, file);
	if (path == NULL)
		return kl_error_nomem(err);
	if (!file_exists(path)) {
		data_add_text(data_list_of(w->answer, "missing"), NULL, path);
		return 0;
	}
	rc = file_read(path, IMPORT_MAX, &bytes, err);
	if (rc == 0)
		rc = store_put_blob(w->o->store, bytes.data, bytes.len,
		    media_type(file), hex, err);
	if (rc == 0) {
		*sha = arena_strdup(w->arena, hex);
		if (size != NULL)
			*size = (int64_t)bytes.len;
	}
	buf_free(&bytes);
	return rc;
}

static int
attach_annexes(struct import *im, struct meeting *m, struct kl_error *err)
{
	struct annex *x;
	size_t i;
	int rc = 0;

	for (i = 0; rc == 0 && i < m->annexes.n; i++) {
		x = &m->annexes.v[i];
		if (x->file != NULL)
			rc = attach(im, x->file, &x->sha256, NULL, err);
	}
	return rc;
}

static int
attach_all(struct import *im, struct kl_error *err)
{
	struct bundle *b = &im->w->bundle;
	struct document_file *d;
	size_t i, j;
	int rc = 0;

	if (b->organisation != NULL && b->organisation->picture != NULL)
		rc = attach(im, b->organisation->picture,
		    &b->organisation->picture_sha256, NULL, err);
	for (i = 0; rc == 0 && i < b->matters.n; i++)
		for (j = 0; rc == 0 && j < b->matters.v[i].documents.n; j++) {
			d = &b->matters.v[i].documents.v[j];
			if (d->file != NULL)
				rc = attach(
				    im, d->file, &d->sha256, &d->size, err);
		}
	for (i = 0; rc == 0 && i < b->meetings.n; i++)
		rc = attach_annexes(im, &b->meetings.v[i], err);
	return rc;
}

/* ---- saving -------------------------------------------------------------- */

/* Committees that assist others come after those. */
static int
save_committees(struct import *im, struct kl_error *err)
{
	struct bundle *b = &im->w->bundle;
	int pass, rc = 0;
	size_t i;

	for (pass = 0; pass < 2; pass++)
		for (i = 0; rc == 0 && i < b->committees.n; i++)
			if ((b->committees.v[i].assists.n > 0) == (pass == 1))
				rc = store_save_committee(im->w->o->store,
				    "import", &b->committees.v[i], err);
	return rc;
}

static int
save_people(struct import *im, struct kl_error *err)
{
	struct bundle *b = &im->w->bundle;
	struct store *s = im->w->o->store;
	size_t i;
	int rc = 0;

	if (b->organisation != NULL)
		rc = store_save_organisation(s, "import", b->organisation, err);
	for (i = 0; rc == 0 && i < b->departments.n; i++)
		rc = store_save_department(
		    s, "import", &b->departments.v[i], err);
	if (rc == 0)
		rc = save_committees(im, err);
	for (i = 0; rc == 0 && i < b->regulations.n; i++)
		rc = store_save_regulation(
		    s, "import", &b->regulations.v[i], err);
	for (i = 0; rc == 0 && i < b->persons.n; i++)
		rc = store_save_person(s, "import", &b->persons.v[i], err);
	for (i = 0; rc == 0 && i < b->mandates.n; i++)
		rc = store_save_mandate(s, "import", &b->mandates.v[i], err);
	return rc;
}

static int
save_matters(struct import *im, struct kl_error *err)
{
	struct bundle *b = &im->w->bundle;
	size_t i;
	int rc = 0;

	for (i = 0; rc == 0 && i < b->matters.n; i++) {
		if (b->matters.v[i].registered == KL_DAY_NONE)
			b->matters.v[i].registered = im->w->o->today;
		rc = store_save_matter(
		    im->w->o->store, "import", &b->matters.v[i], err);
	}
	return rc;
}

/* What was to be taken out and is not there: the file may have been imported
 * before, so it is told and no fault. */
static void
warn_not_there(struct import *im, const char *what, int line)
{
	struct kl_error note;

	kl_error_set(&note, 0,
	    KL_N_("There is no <%s> to take out as line %d says; it may have "
		  "been taken out before."),
	    what, line);
	work_warn(im->w, &note);
}

static int
save_booking(struct import *im, struct booking *x, struct kl_error *err)
{
	struct store *s = im->w->o->store;
	bool found;
	int rc;

	if (!x->removed)
		return store_save_booking(s, "import", x, err);
	rc = store_delete_booking(s, "import", x, &found, err);
	if (rc == 0 && !found)
		warn_not_there(im, "bokning", x->line);
	return rc;
}

static int
save_stand_in(struct import *im, struct stand_in *x, struct kl_error *err)
{
	struct store *s = im->w->o->store;
	bool found;
	int rc;

	if (!x->removed)
		return store_save_stand_in(s, "import", x, err);
	rc = store_delete_stand_in(s, "import", x, &found, err);
	if (rc == 0 && !found)
		warn_not_there(im, "vikarie", x->line);
	return rc;
}

static int
save_absence(struct import *im, struct absence *x, struct kl_error *err)
{
	struct store *s = im->w->o->store;
	bool found;
	int rc;

	if (!x->removed)
		return store_save_absence(s, "import", x, err);
	rc = store_delete_absence(s, "import", x, &found, err);
	if (rc == 0 && !found)
		warn_not_there(im, "frånvaro", x->line);
	return rc;
}

static int
save_planning(struct import *im, struct kl_error *err)
{
	struct bundle *b = &im->w->bundle;
	struct store *s = im->w->o->store;
	size_t i;
	int rc = 0;

	for (i = 0; rc == 0 && i < b->rooms.n; i++)
		rc = store_save_room(s, "import", &b->rooms.v[i], err);
	for (i = 0; rc == 0 && i < b->bookings.n; i++)
		rc = save_booking(im, &b->bookings.v[i], err);
	for (i = 0; rc == 0 && i < b->stand_ins.n; i++)
		rc = save_stand_in(im, &b->stand_ins.v[i], err);
	for (i = 0; rc == 0 && i < b->absences.n; i++)
		rc = save_absence(im, &b->absences.v[i], err);
	for (i = 0; rc == 0 && i < b->plan_rules.n; i++)
		rc = store_save_plan_rules(
		    s, "import", &b->plan_rules.v[i], err);
	return rc == 0 ? import_plans(im, err) : rc;
}

/* ---- the whole file ------------------------------------------------------ */

static bool
ends_with(const char *s, const char *end)
{
	size_t n = strlen(s), k = strlen(end);

	return n >= k && strcmp(s + n - k, end) == 0;
}

/* CSV files of people have no other columns than those of people. */
static const char *
import_kind(const struct kl_import *what, const struct buf *bytes)
{
	const char *line;
	size_t n;

	if (what->kind != NULL)
		return what->kind;
	if (!ends_with(what->path, ".csv"))
		return "xml";
	line = bytes->data;
	n = strcspn(line, "\r\n");
	return memmem(line, n, "dnr", 3) != NULL ? "matters" : "people";
}

static int
import_read(struct import *im, struct kl_error *err)
{
	struct work *w = im->w;
	struct buf bytes;
	const char *kind;
	int rc;

	rc = file_read(im->what->path, IMPORT_MAX, &bytes, err);
	if (rc == 0) {
		kind = import_kind(im->what, &bytes);
		if (strcmp(kind, "xml") == 0)
			rc = exchange_read(bytes.data, bytes.len, im->name,
			    office_path(w->o, w->arena, EXCHANGE_SCHEMA),
			    &w->bundle, im->faults, err);
		else
			rc = exchange_read_csv(kind, bytes.data, bytes.len,
			    im->name, &w->bundle, im->faults, err);
	}
	buf_free(&bytes);
	return rc;
}

static int
faulty(struct import *im, struct kl_error *err)
{
	if (im->faults->total == 0)
		return 0;
	return kl_error_set(err, KL_E_INPUT,
	    KL_N_("The file %s has faults: %zu. Nothing was imported. "
		  "Correct them and import it again."),
	    im->name, im->faults->total);
}

static int
import_save(struct import *im, struct kl_error *err)
{
	int rc;

	import_check(im);
	rc = faulty(im, err);
	if (rc == 0)
		rc = attach_all(im, err);
	if (rc == 0)
		rc = save_people(im, err);
	if (rc == 0)
		rc = save_matters(im, err);
	if (rc == 0)
		rc = import_meetings(im, err);
	if (rc == 0)
		rc = save_planning(im, err);
	return rc == 0 ? faulty(im, err) : rc;
}

static void
answer_counts(struct import *im)
{
	const struct bundle *b = &im->w->bundle;
	struct kl_data *to = im->w->answer;

	data_add_text(to, "file", im->name);
	data_add_bool(to, "dry_run", im->what->dry_run);
	data_add_int(to, "departments", (int64_t)b->departments.n);
	data_add_int(to, "committees", (int64_t)b->committees.n);
	data_add_int(to, "persons", (int64_t)b->persons.n);
	data_add_int(to, "mandates", (int64_t)b->mandates.n);
	data_add_int(to, "matters", (int64_t)b->matters.n);
	data_add_int(to, "meetings", (int64_t)b->meetings.n);
	if (b->rooms.n + b->bookings.n + b->stand_ins.n + b->absences.n +
		b->plan_rules.n + b->plans.n ==
	    0)
		return;
	data_add_int(to, "rooms", (int64_t)b->rooms.n);
	data_add_int(to, "bookings", (int64_t)b->bookings.n);
	data_add_int(to, "stand_ins", (int64_t)b->stand_ins.n);
	data_add_int(to, "absences", (int64_t)b->absences.n);
	data_add_int(to, "plan_rules", (int64_t)b->plan_rules.n);
	if (b->plans.n > 0)
		data_add_int(to, "plan_versions", (int64_t)b->plans.n);
}

int
kl_import(struct kl_office *o, const struct kl_import *what,
    struct kl_faults *faults, struct kl_data **answer, struct kl_error *err)
{
	struct kl_import settled = *what;
	struct work w;
	struct import im = { &w, &settled, faults, what->path };
	int rc;

	memset(faults, 0, sizeof *faults);
	rc = work_begin(&w, o, MAY_DECIDE, true, err);
	if (settled.files == NULL)
		settled.files = work_folder(w.arena, what->path);
	if (rc == 0)
		rc = import_read(&im, err);
	if (rc == KL_E_INPUT && faults->total > 0)
		rc = faulty(&im, err);
	if (rc == 0)
		rc = check_rights(&im, err);
	if (rc == 0)
		rc = import_save(&im, err);
	if (rc == 0)
		answer_counts(&im);
	if (rc == 0 && what->dry_run) {
		store_rollback(o->store);
		w.writing = false;
	}
	return work_end(&w, rc, answer, err);
}
