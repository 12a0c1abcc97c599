/* SPDX-License-Identifier: EUPL-1.2
 *
 * Documents: what is asked for is checked against the
 * meeting's state, made of its record (make.c), written, and what was issued
 * kept byte for byte.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/xml.h"
#include "office/kinds.h"
#include "office/office_private.h"

static const struct {
	enum format format;
	const char *name, *extension, *type;
} formats[] = {
	{ FORMAT_ODT, "odt", "odt", "application/vnd.oasis.opendocument.text" },
	{ FORMAT_PDF, "pdf", "pdf", "application/pdf" },
	{ FORMAT_HTML, "html", "html", "text/html" },
	{ FORMAT_TEXT, "text", "txt", "text/plain" },
};

#define NFORMATS (sizeof formats / sizeof *formats)

/* ---- choosing ------------------------------------------------------------ */

/* A document being asked for. */
struct request {
	const struct kind *kind;
	unsigned formats;
	const char *year;	 /* "TRN/2026", of a kind that is of a year */
	const char *paragraphs;	 /* normalised, or NULL */
	struct minutes *minutes; /* of kinds made from minutes */
	kl_day day;		 /* dates the document */
	const char *title;
	const char *name; /* file name without extension */
	xmlDoc *record;
	const char *sha256; /* of the record */
};

int
office_formats(const char *list, unsigned *out, struct kl_error *err)
{
	const char *p = list == NULL ? "odt,pdf" : list;
	size_t i, n;

	*out = 0;
	for (; *(p += strspn(p, ", ")) != '\0'; p += n) {
		n = strcspn(p, ", ");
		for (i = 0; i < NFORMATS; i++)
			if (strlen(formats[i].name) == n &&
			    strncmp(formats[i].name, p, n) == 0)
				break;
		if (i == NFORMATS)
			break;
		*out |= formats[i].format;
	}
	if (*p != '\0' || *out == 0)
		return kl_error_set(err, KL_E_USAGE,
		    KL_N_("“%s” is no list of formats. The formats are odt, "
			  "pdf, html and text. Nothing was written."),
		    list == NULL ? "" : list);
	return 0;
}

static int
not_yet(struct work *w, const struct request *r, struct kl_error *err)
{
	const char *need = kind_need_text(r->kind->need);

	if (w->o->translate != NULL)
		need = w->o->translate(need);
	return kl_error_set(err, KL_E_RULE,
	    KL_N_("The document “%s” of %s can be made when %s. Nothing was "
		  "written."),
	    r->kind->title, w->meeting->key, need);
}

/* Which minutes a document is of: the ordinary ones, the ones that hold the
 * paragraphs asked for, or the only immediate ones. */
static int
find_minutes(struct work *w, struct request *r, struct kl_error *err)
{
	const char *wanted = r->paragraphs;
	size_t i, immediate = 0;

	if (r->kind->source != FROM_MINUTES &&
	    r->kind->source != FROM_PARAGRAPHS)
		return 0;
	if (strcmp(r->kind->name, "immediate-minutes") == 0 && wanted == NULL) {
		for (i = 0; i < w->meeting->minutes.n; i++)
			if (w->meeting->minutes.v[i].seq > 1 && ++immediate)
				wanted = w->meeting->minutes.v[i].paragraphs;
		if (immediate != 1)
			return kl_error_set(err, KL_E_RULE,
			    KL_N_("The meeting %s has %zu sets of immediately "
				  "adjusted minutes. Say which with "
				  "--paragraph. Nothing was written."),
			    w->meeting->key, immediate);
	}
	if (r->kind->source == FROM_PARAGRAPHS && wanted == NULL)
		return kl_error_set(err, KL_E_USAGE,
		    KL_N_("Say which paragraphs the document is of, with "
			  "--paragraph. Nothing was written."));
	return work_minutes(w, wanted, &r->minutes, err);
}

static kl_day
request_day(const struct work *w, const struct request *r)
{
	const struct minutes *m = r->minutes;

	if (m != NULL && m->posted != KL_DAY_NONE)
		return m->posted;
	if (m != NULL && m->adjusted != KL_DAY_NONE)
		return m->adjusted;
	if (r->kind->source == FROM_AGENDA && w->meeting->versions.n > 0)
		return w->meeting->versions.v[w->meeting->versions.n - 1]
		    .published;
	return w->meeting->day;
}

/* CODE-DATE[-2]-KIND[-pLIST] */
static const char *
request_name(struct work *w, const struct request *r)
{
	const struct meeting *m = w->meeting;
	char date[11], *name, *p;

	name = arena_printf(w->arena, "%s-%s%s-%s%s%s", w->committee->code,
	    kl_day_format(m->day, date),
	    m->seq > 1 ? arena_printf(w->arena, "-%d", m->seq) : "",
	    r->kind->name, r->paragraphs == NULL ? "" : "-p",
	    r->paragraphs == NULL ? "" : r->paragraphs);
	for (p = name; p != NULL && *p != '\0'; p++)
		if (*p == ' ')
			*p = ',';
	return name;
}

/* A document of a year is dated by the year and named by it. */
static int
request_year(struct work *w, const struct kl_document *what, struct request *r,
    struct kl_error *err)
{
	char *p;

	if (what->paragraphs != NULL)
		return kl_error_set(err, KL_E_USAGE,
		    KL_N_("The document “%s” has no paragraphs. Nothing was "
			  "written."),
		    r->kind->title);
	r->year = what->meeting;
	r->day = w->o->today;
	r->title = arena_printf(w->arena, "%s %s", r->kind->title, r->year);
	r->name = p = arena_printf(w->arena, "%s-%s", r->year, r->kind->name);
	if (p == NULL || r->title == NULL)
		return kl_error_nomem(err);
	p = strchr(p, '/');
	if (p != NULL)
		*p = '-';
	return 0;
}

static int
request_fill(struct work *w, const struct kl_document *what, struct request *r,
    struct kl_error *err)
{
	struct ranges ranges;
	char date[11];
	bool met;
	int rc;

	if (what->paragraphs != NULL) {
		if (ranges_parse(what->paragraphs, &ranges) != 0 ||
		    ranges.n == 0)
			return kl_error_set(err, KL_E_USAGE,
			    KL_N_("“%s” is no list of paragraphs. Write it "
				  "like 1-10 12. Nothing was written."),
			    what->paragraphs);
		r->paragraphs = ranges_format(w->arena, &ranges);
		if (r->paragraphs == NULL)
			return kl_error_nomem(err);
	}
	rc = find_minutes(w, r, err);
	if (rc != 0)
		return rc;
	rc = kind_need_met(w, r->kind->need, r->minutes, &met, err);
	if (rc != 0)
		return rc;
	if (!met)
		return not_yet(w, r, err);
	r->day = request_day(w, r);
	r->name = request_name(w, r);
	r->title = arena_printf(w->arena, "%s %s %s", r->kind->title,
	    w->committee->name, kl_day_format(w->meeting->day, date));
	return r->name == NULL || r->title == NULL ? kl_error_nomem(err) : 0;
}

/* A year has no meeting to be frozen with; its bytes are kept all the same. */
static int
year_record(struct work *w, struct request *r, struct kl_error *err)
{
	char hex[HASH_HEX], stored[HASH_HEX];
	struct buf bytes;
	int rc;

	buf_init(&bytes, XML_MAX_BYTES);
	rc = office_year(w, r->year, &r->record, err);
	if (rc == 0)
		rc = office_check(w, r->record, err);
	if (rc == 0)
		rc = record_freeze(r->record, &bytes, hex, err);
	if (rc == 0)
		rc = store_put_blob(w->o->store, bytes.data, bytes.len,
		    "application/xml", stored, err);
	buf_free(&bytes);
	if (rc != 0)
		return rc;
	r->sha256 = arena_strdup(w->arena, stored);
	return r->sha256 == NULL ? kl_error_nomem(err) : 0;
}

/* The record that the document is made from. */
static int
request_record(struct work *w, struct request *r, struct kl_error *err)
{
	const struct meeting *m = w->meeting;
	int rc;

	if (r->kind->source == FROM_YEAR)
		return year_record(w, r, err);
	if (r->kind->source == FROM_AGENDA && m->versions.n > 0 &&
	    m->versions.v[m->versions.n - 1].record_sha256 != NULL)
		rc = office_thaw(w,
		    m->versions.v[m->versions.n - 1].record_sha256, &r->record,
		    err);
	else if (r->minutes != NULL)
		rc = office_minutes_record(w, r->minutes, &r->record, err);
	else
		rc = office_record(w, r->kind->swedish, &r->record, err);
	if (rc == 0 && r->kind->source == FROM_PARAGRAPHS)
		rc = record_select(r->record, r->paragraphs, err);
	if (rc == 0 && r->kind->for_all)
		rc = record_public(r->record, err);
	if (rc == 0 && xml_set(xmlDocGetRootElement(r->record), "slag",
			   r->kind->swedish) != 0)
		rc = kl_error_nomem(err);
	if (rc == 0)
		rc = office_freeze(
		    w, r->record, r->kind->swedish, r->day, &r->sha256, err);
	return rc;
}

/* ---- issuing ------------------------------------------------------------- */

static struct buf *
made_part(struct made *made, enum format format)
{
	switch (format) {
	case FORMAT_ODT:
		return &made->odt;
	case FORMAT_PDF:
		return &made->pdf;
	case FORMAT_HTML:
	case FORMAT_FRAGMENT:
		return &made->html;
	case FORMAT_TEXT:
		return &made->text;
	}
	return NULL;
}

/* NULL for what is of no meeting. */
static const char *
meeting_key_of(const struct work *w)
{
	return w->meeting == NULL ? NULL : w->meeting->key;
}

/* Fetch what was issued of this very record before; those formats are taken out
 * of ${missing}. */
static int
fetch_issued(struct work *w, const struct request *r, struct made *made,
    unsigned *missing, struct kl_error *err)
{
	struct issued old;
	struct kl_error ignored;
	size_t i;
	int rc = 0;

	for (i = 0; rc == 0 && i < NFORMATS; i++) {
		if ((r->formats & formats[i].format) == 0)
			continue;
		if (store_find_issued(w->o->store, meeting_key_of(w),
			r->kind->name, r->paragraphs, formats[i].name,
			r->sha256, w->arena, &old, &ignored) != 0)
			continue;
		buf_free(made_part(made, formats[i].format));
		rc = store_get_blob(w->o->store, old.sha256,
		    made_part(made, formats[i].format), err);
		*missing &= ~(unsigned)formats[i].format;
	}
	return rc;
}

static int
keep_issued(struct work *w, const struct request *r, struct made *made,
    unsigned new, struct kl_error *err)
{
	struct issued d = { .meeting = meeting_key_of(w),
		.kind = r->kind->name,
		.paragraphs = r->paragraphs,
		.record_sha256 = r->sha256,
		.day = r->day };
	char sha[HASH_HEX];
	struct buf *part;
	size_t i;
	int rc = 0;

	d.template_sha256 = made->template_sha256;
	d.build = made->build;
	for (i = 0; rc == 0 && i < NFORMATS; i++) {
		if ((new &formats[i].format) == 0)
			continue;
		part = made_part(made, formats[i].format);
		rc = store_put_blob(w->o->store, part->data, part->len,
		    formats[i].type, sha, err);
		d.id = 0;
		d.format = formats[i].name;
		d.sha256 = sha;
		if (rc == 0)
			rc = store_save_issued(w->o->store, "issue", &d, err);
	}
	return rc;
}

int
office_write_files(struct work *w, const char *dir, const char *name,
    unsigned wanted, struct made *made, struct kl_error *err)
{
	struct kl_data *paths = data_list_of(w->answer, "paths");
	struct buf *part;
	char *path;
	size_t i;
	int rc;

	rc = file_make_dirs(dir, err);
	for (i = 0; rc == 0 && i < NFORMATS; i++) {
		if ((wanted & formats[i].format) == 0)
			continue;
		part = made_part(made, formats[i].format);
		path = arena_printf(
		    w->arena, "%s/%s.%s", dir, name, formats[i].extension);
		if (path == NULL)
			return kl_error_nomem(err);
		rc = file_write(path, part->data, part->len, err);
		data_add_text(paths, NULL, path);
	}
	return rc;
}

static int
document(struct work *w, const struct kl_document *what, struct request *r,
    struct kl_error *err)
{
	const char *code = w->committee == NULL ? NULL : w->committee->code;
	struct template_file template;
	struct made made;
	unsigned missing;
	int rc;

	template_init(&template);
	made_init(&made);
	rc = office_formats(what->formats, &r->formats, err);
	if (rc == 0)
		rc = r->kind->source == FROM_YEAR
			 ? request_year(w, what, r, err)
			 : request_fill(w, what, r, err);
	if (rc == 0)
		rc = request_record(w, r, err);
	missing = r->formats;
	if (rc == 0)
		rc = fetch_issued(w, r, &made, &missing, err);
	if (rc == 0 && missing != 0)
		rc = office_template(w, r->kind, code, &template, err);
	if (rc == 0 && missing != 0)
		rc = office_make(w, &template, r->record, r->title, r->day,
		    missing, &made, err);
	if (rc == 0 && missing != 0)
		rc = keep_issued(w, r, &made, missing, err);
	if (rc == 0)
		rc = office_write_files(
		    w, what->dir, r->name, r->formats, &made, err);
	xmlFreeDoc(r->record);
	made_free(&made);
	template_free(&template);
	return rc;
}

int
kl_document(struct kl_office *o, const struct kl_document *what,
    struct kl_data **answer, struct kl_error *err)
{
	struct request r = { 0 };
	struct work w;
	int rc = work_begin(&w, o, MAY_HANDLE, true, err);

	if (rc == 0)
		rc = kind_find(what->kind, &r.kind, err);
	if (rc == 0 && r.kind->source != FROM_YEAR)
		rc = work_meeting(&w, what->meeting, MAY_HANDLE, err);
	if (rc == 0)
		rc = document(&w, what, &r, err);
	return work_end(&w, rc, answer, err);
}
