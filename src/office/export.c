/* SPDX-License-Identifier: EUPL-1.2
 *
 * Export: the register's facts as exchange XML, with the attached files.
 */
#include "config.h"

#include <stdlib.h>

#include "base/file.h"
#include "office/office_private.h"

static int
export_file(struct work *w, const char *dir, const char *file, const char *sha,
    struct kl_error *err)
{
	struct buf bytes;
	char *path, *folder;
	int rc;

	if (file == NULL || sha == NULL)
		return 0;
	path = arena_printf(w->arena, "%s/%s", dir, file);
	folder = path == NULL ? NULL : work_folder(w->arena, path);
	if (folder == NULL)
		return kl_error_nomem(err);
	rc = store_get_blob(w->o->store, sha, &bytes, err);
	if (rc == 0)
		rc = file_make_dirs(folder, err);
	if (rc == 0)
		rc = file_write(path, bytes.data, bytes.len, err);
	buf_free(&bytes);
	return rc;
}

static int
export_files(struct work *w, const char *dir, struct kl_error *err)
{
	const struct bundle *b = &w->bundle;
	size_t i, j;
	int rc = 0;

	if (b->organisation != NULL)
		rc = export_file(w, dir, b->organisation->picture,
		    b->organisation->picture_sha256, err);
	for (i = 0; rc == 0 && i < b->matters.n; i++)
		for (j = 0; rc == 0 && j < b->matters.v[i].documents.n; j++)
			rc = export_file(w, dir,
			    b->matters.v[i].documents.v[j].file,
			    b->matters.v[i].documents.v[j].sha256, err);
	for (i = 0; rc == 0 && i < b->meetings.n; i++)
		for (j = 0; rc == 0 && j < b->meetings.v[i].annexes.n; j++)
			rc = export_file(w, dir,
			    b->meetings.v[i].annexes.v[j].file,
			    b->meetings.v[i].annexes.v[j].sha256, err);
	return rc;
}

/* What only an export asks for: the ticks of each meeting's steps and, of the
 * whole register, the plans with all their versions. */
static int
load_more(struct work *w, bool plans, struct kl_error *err)
{
	struct store *s = w->o->store;
	struct bundle *b = &w->bundle;
	year_plans list = { 0 };
	struct year_plan *p;
	size_t i;
	int rc = 0;

	for (i = 0; rc == 0 && i < b->meetings.n; i++)
		rc = store_load_done(s, b->meetings.v[i].key, w->arena,
		    &b->meetings.v[i].done, err);
	if (rc == 0 && plans)
		rc = store_plan_list(s, 0, w->arena, &list, err);
	for (i = 0; rc == 0 && i < list.n; i++) {
		p = vec_push(w->arena, &b->plans);
		if (p == NULL)
			return kl_error_nomem(err);
		rc = store_plan_load(
		    s, list.v[i].year, list.v[i].version, w->arena, p, err);
	}
	return rc;
}

int
kl_export(struct kl_office *o, const char *committee, const char *files,
    char **out, struct kl_error *err)
{
	struct store_scope scope = { .committee = committee };
	struct committee checked;
	struct work w;
	struct buf xml;
	char *text = NULL;
	int rc = work_begin(&w, o, MAY_READ, false, err);

	buf_init(&xml, (size_t)1 << 30);
	if (rc == 0 && committee != NULL)
		rc = store_load_committee(
		    o->store, committee, w.arena, &checked, err);
	if (rc == 0)
		rc = store_load_all(o->store, &scope, &w.bundle, err);
	if (rc == 0)
		rc = load_more(&w, committee == NULL, err);
	if (rc == 0)
		rc = exchange_write(&w.bundle, &xml, err);
	if (rc == 0 && files != NULL)
		rc = export_files(&w, files, err);
	if (rc == 0) {
		text = buf_detach(&xml);
		if (text == NULL)
			rc = kl_error_nomem(err);
	}
	buf_free(&xml);
	rc = work_end(&w, rc, NULL, err);
	if (rc == 0)
		*out = text;
	else
		free(text);
	return rc;
}
