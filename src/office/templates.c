/* SPDX-License-Identifier: EUPL-1.2
 *
 * Which template a document is made from: the committee's own, the office's for
 * all committees, or the one that came with the program.  Choosing one changes
 * nothing that has been issued.
 */
#include "config.h"

#include <string.h>

#include "base/file.h"
#include "base/xml.h"
#include "office/phrases.h"

#define TEMPLATE_TYPE "application/vnd.oasis.opendocument.text"
#define PHRASES_TYPE "application/xml"

/* ---- finding ------------------------------------------------------------- */

void
template_init(struct template_file *t)
{
	memset(t, 0, sizeof *t);
	buf_init(&t->bytes, TEMPLATE_MAX);
}

void
template_free(struct template_file *t)
{
	buf_free(&t->bytes);
}

/* The first kind that shares ${kind}'s template: what is chosen for that one
 * serves this one too ("published-minutes" is made as "minutes" are). */
static const struct kind *
leader(const struct kind *kind)
{
	size_t i;

	for (i = 0; i < office_nkinds; i++)
		if (strcmp(office_kinds[i].template, kind->template) == 0)
			return &office_kinds[i];
	return kind;
}

/* What the office has chosen; id 0: nothing. */
static int
chosen(struct work *w, const struct kind *kind, const char *committee,
    struct template_choice *t, struct kl_error *err)
{
	int rc = 0;

	memset(t, 0, sizeof *t);
	if (w->o->store == NULL)
		return 0;
	rc = store_find_template(
	    w->o->store, kind->name, committee, w->arena, t, err);
	if (rc == 0 && t->id == 0 && leader(kind) != kind)
		rc = store_find_template(w->o->store, leader(kind)->name,
		    committee, w->arena, t, err);
	return rc;
}

static int
read_file(struct template_file *t, const char *path, struct kl_error *err)
{
	if (path == NULL)
		return kl_error_nomem(err);
	t->name = path;
	buf_free(&t->bytes);
	return file_read(path, TEMPLATE_MAX, &t->bytes, err);
}

int
office_template(struct work *w, const struct kind *kind, const char *committee,
    struct template_file *t, struct kl_error *err)
{
	struct template_choice choice;
	int rc = chosen(w, kind, committee, &choice, err);

	if (rc == 0 && choice.id == 0) {
		rc = read_file(t,
		    arena_printf(w->arena, "%s/templates/%s", w->o->share,
			kind->template),
		    err);
	} else if (rc == 0) {
		t->name = choice.file;
		buf_free(&t->bytes);
		rc = store_get_blob(w->o->store, choice.sha256, &t->bytes, err);
	}
	if (rc == 0)
		hash_of(t->bytes.data, t->bytes.len, t->sha256);
	return rc;
}

/* The kinds of document, and the phrase list. */
static int
find_kind(const char *name, const struct kind **kind, struct kl_error *err)
{
	if (strcmp(name, phrases_kind.name) != 0)
		return kind_find(name, kind, err);
	*kind = &phrases_kind;
	return 0;
}

int
template_find(struct work *w, const struct kl_template *what,
    const struct kind **kind, struct template_file *t, struct kl_error *err)
{
	int rc = 0;

	*kind = NULL;
	template_init(t);
	if (what->kind != NULL)
		rc = find_kind(what->kind, kind, err);
	if (rc != 0)
		return rc;
	if (what->file == NULL)
		return office_template(w, *kind, what->committee, t, err);
	rc = read_file(t, arena_strdup(w->arena, what->file), err);
	if (rc == 0)
		hash_of(t->bytes.data, t->bytes.len, t->sha256);
	return rc;
}

/* ---- list ---------------------------------------------------------------- */

static void
add_row(struct kl_data *list, const struct kind *kind, const char *committee,
    const struct template_choice *t)
{
	struct kl_data *row = data_add_object(list, NULL);

	data_add_text(row, "kind", kind->name);
	data_add_text(row, "name", kind->title);
	data_add_text(row, "committee", committee);
	data_add_text(row, "source",
	    t == NULL || t->id == 0 ? "shipped"
	    : t->committee == NULL  ? "all"
				    : "own");
	data_add_text(
	    row, "file", t == NULL || t->id == 0 ? kind->template : t->file);
	data_add_day(
	    row, "day", t == NULL || t->id == 0 ? KL_DAY_NONE : t->day);
	data_add_text(row, "user", t == NULL || t->id == 0 ? NULL : t->user);
}

/* The choice so identified, with who made it. */
static const struct template_choice *
with_user(const template_choices *all, const struct template_choice *t)
{
	size_t i;

	for (i = 0; i < all->n; i++)
		if (all->v[i].id == t->id)
			return &all->v[i];
	return t;
}

static int
list_kind(struct work *w, const struct kind *kind, const char *committee,
    const template_choices *all, struct kl_data *list, struct kl_error *err)
{
	struct template_choice t;
	size_t i;
	int rc = chosen(w, kind, committee, &t, err);

	if (rc != 0)
		return rc;
	add_row(list, kind, committee, with_user(all, &t));
	for (i = 0; committee == NULL && i < all->n; i++)
		if (all->v[i].committee != NULL &&
		    strcmp(all->v[i].kind, kind->name) == 0)
			add_row(list, kind, all->v[i].committee, &all->v[i]);
	return 0;
}

int
kl_template_list(struct kl_office *o, const char *committee,
    struct kl_data **answer, struct kl_error *err)
{
	template_choices all = { 0 };
	struct committee found;
	struct kl_data *list;
	struct work w;
	size_t i;
	int rc = work_begin(&w, o, MAY_READ, false, err);

	kl_data_free(w.answer);
	list = w.answer = data_list();
	if (rc == 0 && committee != NULL && o->store != NULL)
		rc = store_load_committee(
		    o->store, committee, w.arena, &found, err);
	if (rc == 0 && o->store != NULL)
		rc = store_load_templates(o->store, w.arena, &all, err);
	for (i = 0; rc == 0 && i < office_nkinds; i++)
		rc =
		    list_kind(&w, &office_kinds[i], committee, &all, list, err);
	if (rc == 0)
		rc = list_kind(&w, &phrases_kind, committee, &all, list, err);
	return work_end(&w, rc, answer, err);
}

/* ---- use ----------------------------------------------------------------- */

/* Who may choose for all must not be limited to some. */
static int
may_use(struct kl_office *o, const char *committee, struct kl_error *err)
{
	int rc = office_may(o, MAY_DECIDE, committee, err);

	if (rc == 0 && committee == NULL && o->user.committees.n > 0)
		rc = kl_error_set(err, KL_E_RULE,
		    KL_N_("The user “%s” works for some committees only and "
			  "cannot choose a template for all. Nothing was "
			  "changed. Name the committee with --committee."),
		    o->user.name);
	return rc;
}

static int
back_to_default(struct work *w, const struct kind *kind, const char *committee,
    struct kl_error *err)
{
	struct template_choice t;
	int rc = store_find_template(
	    w->o->store, kind->name, committee, w->arena, &t, err);

	if (rc != 0)
		return rc;
	if (t.id == 0 || (t.committee == NULL) != (committee == NULL))
		return kl_error_set(err, KL_E_NOTFOUND,
		    KL_N_("No template of the office's own is in use there. "
			  "Nothing was changed. See kansli template list."));
	return store_delete_template(
	    w->o->store, "template-default", t.id, err);
}

static int
keep_template(struct work *w, const struct kind *kind,
    const struct template_file *t, const char *committee, struct kl_error *err)
{
	const char *slash = strrchr(t->name, '/');
	struct template_choice choice = { .kind = kind->name,
		.committee = committee,
		.file = slash == NULL ? t->name : slash + 1,
		.day = w->o->today };
	char sha[HASH_HEX];
	int rc;

	rc = store_put_blob(w->o->store, t->bytes.data, t->bytes.len,
	    kind == &phrases_kind ? PHRASES_TYPE : TEMPLATE_TYPE, sha, err);
	choice.sha256 = sha;
	return rc == 0 ? store_save_template(
			     w->o->store, "template-use", &choice, err)
		       : rc;
}

/* Refuse a template with errors; say what else is worth knowing. */
static int
check_first(struct work *w, const struct kind *kind,
    const struct template_file *t, struct kl_error *err)
{
	odf_findings findings = { 0 };
	size_t i, errors;
	int rc = template_check(w, kind, t, &findings, err);

	if (rc != 0)
		return rc;
	errors = template_errors(&findings);
	if (errors > 0) {
		kl_error_set(err, KL_E_INPUT,
		    KL_N_("The template has faults (%zu). Nothing was changed. "
			  "Correct them; kansli template check shows them."),
		    errors);
		kl_error_where(err, t->name, 0, NULL);
		return KL_E_INPUT;
	}
	for (i = 0; i < findings.n; i++)
		data_add_text(data_list_of(w->answer, "warnings"), NULL,
		    template_say(w, &findings.v[i].what));
	return 0;
}

int
kl_template_use(struct kl_office *o, const struct kl_template *what,
    struct kl_data **answer, struct kl_error *err)
{
	const struct kind *kind = NULL;
	struct template_choice now;
	struct template_file t;
	struct work w;
	int rc;

	template_init(&t);
	rc = work_begin(&w, o, MAY_DECIDE, true, err);
	if (rc == 0)
		rc = may_use(o, what->committee, err);
	if (rc == 0 && what->file != NULL)
		rc = template_find(&w, what, &kind, &t, err);
	else if (rc == 0)
		rc = find_kind(what->kind, &kind, err);
	if (rc == 0 && what->file != NULL)
		rc = check_first(&w, kind, &t, err);
	if (rc == 0 && what->file != NULL)
		rc = keep_template(&w, kind, &t, what->committee, err);
	else if (rc == 0)
		rc = back_to_default(&w, kind, what->committee, err);
	if (rc == 0)
		rc = chosen(&w, kind, what->committee, &now, err);
	if (rc == 0) {
		data_add_text(w.answer, "kind", kind->name);
		data_add_text(w.answer, "committee", what->committee);
		data_add_text(
		    w.answer, "file", now.id == 0 ? kind->template : now.file);
	}
	template_free(&t);
	return work_end(&w, rc, answer, err);
}
