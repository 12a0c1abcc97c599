/* SPDX-License-Identifier: EUPL-1.2
 *
 * The preflight as a use case: gathers what the checks cannot see for
 * themselves (the register, the files, the calendar) and tells what was found.
 */
#include "config.h"

#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "office/adjust.h"
#include "office/phrases.h"
#include <kansli/pdf.h>

#define NEXT_MAX 60 /* meetings to come that are looked at */

/* ---- what the checks cannot see -------------------------------------------
 */

struct looking {
	struct work *w;
	kl_day next[NEXT_MAX];
	struct composition texts;
};

/* The bytes as a file in memory that the checker can read; -1 when there is no
 * room. */
static int
to_file(const struct buf *bytes)
{
	int fd = memfd_create("kansli", MFD_CLOEXEC);
	size_t done = 0;
	ssize_t n = 1;

	while (fd >= 0 && done < bytes->len && n > 0) {
		n = write(fd, bytes->data + done, bytes->len - done);
		done += n > 0 ? (size_t)n : 0;
	}
	if (fd < 0 || done == bytes->len)
		return fd;
	close(fd);
	return -1;
}

static bool
is_pdf(const struct buf *bytes)
{
	return bytes->len > 5 && memcmp(bytes->data, "%PDF-", 5) == 0;
}

/* Asked for each document; what cannot be looked at is not complained of. */
static bool
accessible(void *ctx, const struct document_file *d)
{
	struct looking *x = ctx;
	struct kl_data *found = NULL;
	struct kl_error ignored;
	struct buf bytes;
	char path[64];
	bool yes = true;
	int fd = -1;

	if (store_get_blob(x->w->o->store, d->sha256, &bytes, &ignored) == 0 &&
	    is_pdf(&bytes) && (fd = to_file(&bytes)) >= 0) {
		snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
		if (kl_pdf_check(x->w->o->checker, path, KL_PDF_UA, NULL,
			&found, &ignored) == 0)
			yes = kl_data_int(kl_data_get(found, "ok")) != 0;
	}
	kl_data_free(found);
	if (fd >= 0)
		close(fd);
	buf_free(&bytes);
	return yes;
}

/* What a text that somebody has rewritten would be if it were composed now. */
static const char *
composed(void *ctx, const struct paragraph *p, const char *part)
{
	const struct looking *x = ctx;
	const struct composed_text *t = compose_text(&x->texts, p->nr, part);

	return t == NULL ? NULL : t->fresh;
}

static bool
has_edits(const struct meeting *m)
{
	size_t i;

	for (i = 0; i < m->paragraphs.n; i++)
		if (m->paragraphs.v[i].edits.n > 0)
			return true;
	return false;
}

/* Composing is only worth it where something was rewritten. */
static int
look_at_texts(
    struct looking *x, struct preflight_facts *facts, struct kl_error *err)
{
	struct meeting drawn;
	int rc;

	if (!has_edits(x->w->meeting))
		return 0;
	rc = office_draw(x->w, &drawn, err);
	if (rc == 0)
		rc = office_compose(x->w, &drawn, &x->texts, err);
	facts->composed = composed;
	return rc;
}

/* The days of the body's meetings to come. */
static int
look_ahead(
    struct looking *x, struct preflight_facts *facts, struct kl_error *err)
{
	const struct meeting *m = x->w->meeting;
	const char *key = NULL, *code;
	kl_day day = m->day;
	int seq = m->seq, rc = 0;

	for (facts->nnext = 0; rc == 0 && facts->nnext < NEXT_MAX;) {
		rc = store_next_meeting(x->w->o->store, m->committee, day, seq,
		    x->w->arena, &key, err);
		if (rc != 0 || key == NULL)
			break;
		rc = meeting_key_split(x->w->arena, key, &code, &day, &seq);
		if (rc == 0)
			x->next[facts->nnext++] = day;
	}
	facts->next = x->next;
	return rc;
}

int
work_preflight(struct work *w, const struct ranges *only, findings *list,
    struct kl_error *err)
{
	struct looking *x = arena_alloc(w->arena, sizeof *x);
	struct preflight_facts facts = { .today = w->o->today, .ctx = x };
	struct rule_book book = office_book(w);
	int rc;

	if (x == NULL)
		return kl_error_nomem(err);
	x->w = w;
	if (w->o->checker != NULL)
		facts.accessible = accessible;
	rc = look_ahead(x, &facts, err);
	if (rc == 0)
		rc = look_at_texts(x, &facts, err);
	if (rc == 0)
		rc = store_highest_paragraph(w->o->store, w->committee->code,
		    kl_day_year(w->meeting->day), w->meeting->day,
		    &facts.before, err);
	if (rc == 0)
		rc = preflight(w->arena, &w->bundle, w->meeting, only, &book,
		    &facts, list, err);
	return rc;
}

/* ---- accepted warnings ----------------------------------------------------
 */

const struct accepted_warning *
work_accepted(const struct work *w, const struct finding *f)
{
	const struct accepted_warning *x;
	const struct minutes *m;
	size_t i, k;

	for (i = 0; i < w->meeting->minutes.n; i++) {
		m = &w->meeting->minutes.v[i];
		for (k = 0; k < m->accepted.n; k++) {
			x = &m->accepted.v[k];
			if (x->paragraph == f->paragraph &&
			    strcmp(x->code, f->code) == 0)
				return x;
		}
	}
	return NULL;
}

/* ---- telling --------------------------------------------------------------
 */

static const char *
in_words(struct work *w, const char *key)
{
	return w->o->translate == NULL ? key : w->o->translate(key);
}

static void
put_finding(struct work *w, struct kl_data *to, const struct finding *f)
{
	const struct accepted_warning *accepted = work_accepted(w, f);
	struct kl_data *row = data_add_object(to, NULL);
	char sentence[2048];

	kl_error_format(&f->says, w->o->translate, sentence, sizeof sentence);
	data_add_text(row, "level", f->blocks ? "error" : "warning");
	data_add_int(row, "paragraph", f->paragraph);
	data_add_text(row, "statute", f->says.statute);
	data_add_text(row, "text", sentence);
	data_add_text(row, "code", f->code);
	data_add_text(row, "mend", in_words(w, f->mend));
	if (f->again)
		data_add_bool(row, "again", true);
	if (!f->blocks && accepted != NULL)
		data_add_day(row, "accepted", accepted->day);
}

int
kl_minutes_preflight(struct kl_office *o, const char *meeting,
    const char *paragraphs, struct kl_data **answer, struct kl_error *err)
{
	findings list = { .n = 0 };
	struct ranges only;
	struct work w;
	size_t i;
	int rc = work_look(&w, o, meeting, err);

	if (rc == 0 && ranges_parse(paragraphs, &only) != 0)
		rc = work_bad_ranges(paragraphs, err);
	if (rc == 0)
		rc = work_preflight(
		    &w, paragraphs == NULL ? NULL : &only, &list, err);
	if (rc == 0) {
		kl_data_free(w.answer);
		w.answer = data_list();
		for (i = 0; i < list.n; i++)
			put_finding(&w, w.answer, &list.v[i]);
	}
	return work_end(&w, rc, answer, err);
}
