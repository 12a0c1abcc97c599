/* SPDX-License-Identifier: EUPL-1.2
 *
 * The sentences of the minutes: which phrase list is in use, what is composed
 * with it, and the numbers of the annexes.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "office/phrases.h"

const struct kind phrases_kind = { .name = "phrases",
	.swedish = "fraser",
	.title = "Protokollets fraser",
	.template = "phrases/protokoll.xml",
	.source = FROM_FACTS,
	.need = ANY_MEETING };

bool
is_phrases(const struct kind *kind, const char *file)
{
	const char *dot = file == NULL ? NULL : strrchr(file, '.');

	return kind == &phrases_kind ||
	       (kind == NULL && dot != NULL && strcmp(dot, ".xml") == 0);
}

/* ---- the list in use ----------------------------------------------------- */

/* The list that came with the program, read once. */
static int
shipped(struct work *w, const struct phrases **out, struct kl_error *err)
{
	char *path =
	    office_path(w->o, w->arena, "templates/phrases/protokoll.xml");
	struct buf bytes;
	int rc = 0;

	if (path == NULL)
		return kl_error_nomem(err);
	if (w->o->phrases == NULL) {
		rc = file_read(path, PHRASES_MAX, &bytes, err);
		if (rc == 0)
			rc = phrases_load(bytes.data, bytes.len, path, NULL,
			    &w->o->phrases, NULL, err);
		buf_free(&bytes);
	}
	*out = w->o->phrases;
	return rc;
}

/* Put the office's own list, if there is one so chosen, over ${list}. */
static int
put_over(struct work *w, struct phrase_lists *list, const char *committee,
    int64_t *seen, struct kl_error *err)
{
	struct template_choice t = { 0 };
	struct phrases *own = NULL;
	struct buf bytes;
	int rc;

	rc = store_find_template(
	    w->o->store, phrases_kind.name, committee, w->arena, &t, err);
	if (rc != 0 || t.id == 0 || t.id == *seen)
		return rc;
	*seen = t.id;
	buf_init(&bytes, PHRASES_MAX);
	rc = store_get_blob(w->o->store, t.sha256, &bytes, err);
	if (rc == 0)
		rc = phrases_load(
		    bytes.data, bytes.len, t.file, list->top, &own, NULL, err);
	buf_free(&bytes);
	if (rc == 0) {
		list->own[list->n++] = own;
		list->top = own;
	}
	return rc;
}

int
phrases_open(struct work *w, const char *committee, struct phrase_lists *list,
    struct kl_error *err)
{
	int64_t seen = 0;
	int rc;

	memset(list, 0, sizeof *list);
	rc = shipped(w, &list->top, err);
	if (rc == 0 && w->o->store != NULL)
		rc = put_over(w, list, NULL, &seen, err);
	if (rc == 0 && w->o->store != NULL && committee != NULL)
		rc = put_over(w, list, committee, &seen, err);
	return rc;
}

void
phrases_close(struct phrase_lists *list)
{
	while (list->n > 0)
		phrases_free(list->own[--list->n]);
}

/* ---- checking one -------------------------------------------------------- */

int
phrases_check(struct work *w, const struct template_file *t,
    odf_findings *findings, struct kl_error *err)
{
	const struct phrases *under = NULL;
	struct phrases *list = NULL;
	struct kl_faults faults = { 0 };
	struct odf_finding *f;
	struct kl_error what;
	size_t i;
	int rc = shipped(w, &under, err);

	if (rc != 0)
		return rc;
	rc = phrases_load(
	    t->bytes.data, t->bytes.len, t->name, under, &list, &faults, &what);
	phrases_free(list);
	if (rc == KL_E_INPUT && faults.n == 0)
		kl_faults_add(&faults, &what);
	for (i = 0; i < faults.n; i++) {
		f = vec_push(w->arena, findings);
		if (f == NULL)
			return kl_error_nomem(err);
		f->warning = false;
		f->what = faults.v[i];
	}
	if (rc != 0 && rc != KL_E_INPUT && err != NULL)
		*err = what;
	return rc == KL_E_INPUT ? 0 : rc;
}

/* ---- composing ----------------------------------------------------------- */

int
office_draw(struct work *w, struct meeting *drawn, struct kl_error *err)
{
	struct annex *x;
	size_t i;

	*drawn = *w->meeting;
	memset(&drawn->annexes, 0, sizeof drawn->annexes);
	for (i = 0; i < w->meeting->annexes.n; i++) {
		x = vec_push(w->arena, &drawn->annexes);
		if (x == NULL)
			return kl_error_nomem(err);
		*x = w->meeting->annexes.v[i];
	}
	return annex_number(w->arena, &w->bundle, drawn, err);
}

int
office_compose(struct work *w, const struct meeting *drawn,
    struct composition *out, struct kl_error *err)
{
	struct rule_book book = office_book(w);
	struct phrase_lists list;
	int rc;

	memset(out, 0, sizeof *out);
	if (drawn->paragraphs.n == 0)
		return 0;
	rc = phrases_open(w, drawn->committee, &list, err);
	if (rc == 0)
		rc = compose_meeting(
		    w->arena, list.top, &w->bundle, drawn, &book, out, err);
	phrases_close(&list);
	return rc;
}

int
office_texts(struct work *w, const struct meeting *drawn,
    struct record_dates *dates, struct kl_error *err)
{
	struct composition all;
	struct record_text *t;
	size_t i;
	int rc = office_compose(w, drawn, &all, err);

	for (i = 0; rc == 0 && i < all.v.n; i++) {
		t = vec_push(w->arena, &dates->texts);
		if (t == NULL)
			return kl_error_nomem(err);
		t->paragraph = all.v.v[i].paragraph;
		t->part = all.v.v[i].part;
		t->sentences = &all.v.v[i].sentences;
	}
	return rc;
}

/* ---- annexes ------------------------------------------------------------- */

/* Is it of the minutes ${of}?  What is of the whole meeting is of the ordinary
 * ones. */
static bool
belongs(
    const struct annex *x, const struct minutes *of, const struct ranges *these)
{
	return x->paragraph == 0 ? of->seq == 1
				 : ranges_has(these, x->paragraph);
}

static int
by_nr(const void *a, const void *b)
{
	const struct annex *x = a, *y = b;

	return (x->nr > y->nr) - (x->nr < y->nr);
}

int
office_number_annexes(
    struct work *w, const struct minutes *of, struct kl_error *err)
{
	size_t i, given = w->meeting->annexes.n;
	struct meeting drawn;
	struct ranges these;
	struct annex *x;
	int rc = office_draw(w, &drawn, err);

	if (rc != 0 || ranges_parse(of->paragraphs, &these) != 0)
		return rc;
	for (i = 0; i < drawn.annexes.n; i++) {
		x = &drawn.annexes.v[i];
		if (annex_of(w->meeting, x->kind, x->paragraph, x->index) > 0 ||
		    !belongs(x, of, &these))
			continue;
		x = vec_push(w->arena, &w->meeting->annexes);
		if (x == NULL)
			return kl_error_nomem(err);
		*x = drawn.annexes.v[i];
	}
	if (w->meeting->annexes.n == given)
		return 0;
	qsort(w->meeting->annexes.v, w->meeting->annexes.n, sizeof *x, by_nr);
	return store_save_annexes(w->o->store, "annex-number", w->meeting, err);
}
