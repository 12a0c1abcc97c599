/* SPDX-License-Identifier: EUPL-1.2
 *
 * A document being asked for: which kind, of what, may it be made now, what is
 * it called, and the record that it is made from.  It changes nothing.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/xml.h"
#include "office/request.h"

const struct format_row office_formats[OFFICE_NFORMATS] = {
	{ FORMAT_ODT, "odt", "odt", "application/vnd.oasis.opendocument.text" },
	{ FORMAT_PDF, "pdf", "pdf", "application/pdf" },
	{ FORMAT_HTML, "html", "html", "text/html" },
	{ FORMAT_TEXT, "text", "txt", "text/plain" },
	{ FORMAT_SVG, "svg", "svg", "image/svg+xml" },
};

int
request_formats(const char *list, unsigned *out, struct kl_error *err)
{
	const char *p = list == NULL ? "odt,pdf" : list;
	size_t i, n;

	*out = 0;
	for (; *(p += strspn(p, ", ")) != '\0'; p += n) {
		n = strcspn(p, ", ");
		for (i = 0; i < OFFICE_NFORMATS; i++)
			if (strlen(office_formats[i].name) == n &&
			    strncmp(office_formats[i].name, p, n) == 0)
				break;
		if (i == OFFICE_NFORMATS)
			break;
		*out |= office_formats[i].format;
	}
	if (*p != '\0' || *out == 0)
		return kl_error_set(err, KL_E_USAGE,
		    KL_N_("“%s” is no list of formats. The formats are odt, "
			  "pdf, html, text and svg. Nothing was written."),
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
	for (; *p != '\0'; p++)
		if (*p == '/')
			*p = '-';
	return 0;
}

static int
request_fill(struct work *w, const struct kl_document *what, struct request *r,
    struct kl_error *err)
{
	struct ranges ranges, held;
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
	if (rc == 0 && r->kind->need == IN_FORCE && r->paragraphs != NULL)
		rc = office_in_force(w, r->minutes, &ranges, &held, err);
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

/* The frozen agenda, the minutes with what has come since, or the facts. */
static int
find_record(struct work *w, struct request *r, struct kl_error *err)
{
	const struct meeting *m = w->meeting;
	const struct agenda_version *v;
	int rc;

	if (r->kind->source == FROM_YEAR) {
		rc = office_year(
		    w, r->year, kind_parts(r->kind), &r->record, err);
		return rc == 0 ? office_check(w, r->record, err) : rc;
	}
	v = m->versions.n == 0 ? NULL : &m->versions.v[m->versions.n - 1];
	if (r->kind->source == FROM_AGENDA && v != NULL &&
	    v->record_sha256 != NULL)
		return office_thaw(w, v->record_sha256, &r->record, err);
	if (r->kind->source == FROM_PARAGRAPHS)
		return office_extract_record(
		    w, r->minutes, r->paragraphs, &r->record, err);
	if (r->minutes != NULL)
		return office_minutes_record(w, r->minutes, &r->record, err);
	return office_record(w, r->kind->swedish, &r->record, err);
}

/* The record that the document is made from, and its canonical bytes. */
static int
request_record(struct work *w, struct request *r, struct kl_error *err)
{
	char hex[HASH_HEX];
	int rc = find_record(w, r, err);

	if (rc == 0 && r->kind->for_all)
		rc = record_public(r->record, err);
	if (rc == 0 && xml_set(xmlDocGetRootElement(r->record), "slag",
			   r->kind->swedish) != 0)
		rc = kl_error_nomem(err);
	if (rc == 0)
		rc = record_freeze(r->record, &r->frozen, hex, err);
	if (rc != 0)
		return rc;
	r->sha256 = arena_strdup(w->arena, hex);
	return r->sha256 == NULL ? kl_error_nomem(err) : 0;
}

void
request_init(struct request *r)
{
	memset(r, 0, sizeof *r);
	buf_init(&r->frozen, XML_MAX_BYTES);
	made_init(&r->made);
}

void
request_free(struct request *r)
{
	xmlFreeDoc(r->record);
	buf_free(&r->frozen);
	made_free(&r->made);
}

int
request_open(struct work *w, const struct kl_document *what, struct request *r,
    struct kl_error *err)
{
	int rc = request_formats(what->formats, &r->formats, err);

	r->missing = r->formats;
	if (rc == 0)
		rc = r->kind->source == FROM_YEAR
			 ? request_year(w, what, r, err)
			 : request_fill(w, what, r, err);
	return rc == 0 ? request_record(w, r, err) : rc;
}
