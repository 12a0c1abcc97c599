/* SPDX-License-Identifier: EUPL-1.2
 *
 * The whole site, page by page: each is described as XML, turned by the style
 * sheets and written.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/xml.h"
#include "calendar/ical.h"
#include "publish/output.h"
#include "publish/page.h"
#include "publish/style.h"

#define SITE_ARENA (1ul << 30)	/* bytes of facts and paths */
#define BYTES_MAX (128ul << 20) /* bytes of one written page */

/* The site being written. */
struct job {
	struct site site;
	struct style *style;
	struct output out;
	struct kl_error *err;
};

/* How a page becomes bytes. */
enum form { FORM_HTML, FORM_XML, FORM_TEXT, FORM_CALENDAR };

static int
write_text(xmlDoc *result, struct buf *out)
{
	xmlChar *text = xmlNodeGetContent(xmlDocGetRootElement(result));

	if (text == NULL)
		return KL_E_NOMEM;
	buf_puts(out, (const char *)text);
	xmlFree(text);
	return buf_failed(out) ? KL_E_NOMEM : 0;
}

/* An attribute's text, NULL if it is empty. */
static const char *
given(struct arena *a, const xmlNode *n, const char *name)
{
	const char *text = xml_attr(a, n, name);

	return text == NULL || *text == '\0' ? NULL : text;
}

/* The calendar that calendar.xsl describes: its words are the style sheet's. */
static int
write_calendar(struct job *job, xmlDoc *result, struct buf *out)
{
	struct arena *a = job->site.a;
	xmlNode *root = xmlDocGetRootElement(result), *n;
	VEC(struct ical_event) events = { 0 };
	struct ical_event *e;

	for (n = xml_child(root, "händelse"); n != NULL;
	     n = xml_next(n, "händelse")) {
		e = vec_push(a, &events);
		if (e == NULL)
			return kl_error_nomem(job->err);
		e->uid = xml_attr(a, n, "uid");
		e->day = KL_DAY_NONE;
		if (given(a, n, "datum") != NULL)
			kl_day_parse(given(a, n, "datum"), &e->day);
		e->start = given(a, n, "tid");
		e->end = e->start == NULL ? NULL : given(a, n, "slut");
		e->summary = xml_child_text(a, n, "rubrik");
		e->location = xml_child_text(a, n, "plats");
		e->url = xml_child_text(a, n, "adress");
		e->sequence = (int)strtol(given(a, n, "ändringar") == NULL
					      ? "0"
					      : given(a, n, "ändringar"),
		    NULL, 10);
		e->cancelled = given(a, n, "inställt") != NULL;
		e->changed = job->site.given->instant;
	}
	if (arena_failed(a))
		return kl_error_nomem(job->err);
	return ical_write(
	    given(a, root, "namn"), events.v, events.n, out, job->err);
}

/* Turn ${page} into bytes and write them to its path; frees it. */
static int
finish(struct job *job, struct page *page, enum form form)
{
	xmlDoc *result = NULL;
	struct buf b;
	int rc;

	buf_init(&b, BYTES_MAX);
	if (page->failed || arena_failed(job->site.a)) {
		rc = kl_error_nomem(job->err);
		goto out;
	}
	rc = style_apply(job->style, page->doc, &result, job->err);
	if (rc != 0)
		goto out;
	switch (form) {
	case FORM_HTML:
		rc = style_html(result, &b);
		break;
	case FORM_XML:
		rc = xml_write(result, &b);
		break;
	case FORM_TEXT:
		rc = write_text(result, &b);
		break;
	case FORM_CALENDAR:
		rc = write_calendar(job, result, &b);
		break;
	}
	if (rc == KL_E_NOMEM)
		kl_error_nomem(job->err);
	if (rc == 0)
		rc = output_put(&job->out, page->path, b.data, b.len, job->err);
out:
	buf_free(&b);
	xmlFreeDoc(result);
	page_free(page);
	return rc;
}

/* ---- the parts of the site ----------------------------------------------- */

static int
write_common(struct job *job)
{
	static void (*const lists[])(
	    struct page *, const struct site *) = { page_index, page_meetings,
		page_committees, page_board, page_people };
	struct page p;
	size_t i;
	int rc = 0;

	for (i = 0; rc == 0 && i < sizeof lists / sizeof *lists; i++) {
		lists[i](&p, &job->site);
		rc = finish(job, &p, FORM_HTML);
	}
	if (rc == 0) {
		page_plain(&p, &job->site, "överklaga", "överklaga",
		    "sa-overklagar-du.html");
		rc = finish(job, &p, FORM_HTML);
	}
	if (rc == 0) {
		page_plain(&p, &job->site, "tillgänglighet", NULL,
		    "tillganglighet.html");
		rc = finish(job, &p, FORM_HTML);
	}
	if (rc == 0) {
		page_plain(&p, &job->site, "färger", NULL, "farger.css");
		rc = finish(job, &p, FORM_TEXT);
	}
	return rc;
}

/* The feed and the calendar of ${c}, or of all (NULL). */
static int
write_feeds(struct job *job, const struct site_committee *c)
{
	struct page p;
	int rc;

	page_feed(&p, &job->site, c);
	rc = finish(job, &p, FORM_XML);
	if (rc == 0) {
		page_calendar(&p, &job->site, c);
		rc = finish(job, &p, FORM_CALENDAR);
	}
	return rc;
}

static int
write_committee(struct job *job, const struct site_committee *c)
{
	struct page p;
	int rc;

	page_of_committee(&p, &job->site, c);
	rc = finish(job, &p, FORM_HTML);
	return rc != 0 ? rc : write_feeds(job, c);
}

static int
write_meeting(struct job *job, struct site_meeting *m)
{
	const struct publish_file *f;
	struct page p;
	size_t i;
	int rc;

	rc = page_read_places(job->site.a, m, job->err);
	if (rc == 0) {
		page_of_meeting(&p, &job->site, m);
		rc = finish(job, &p, FORM_HTML);
	}
	for (i = 0; rc == 0 && i < m->given->pages.n; i++) {
		rc = page_of_document(&p, &job->site, m, i, job->err);
		if (rc == 0)
			rc = finish(job, &p, FORM_HTML);
	}
	for (i = 0; rc == 0 && i < m->given->files.n; i++) {
		f = &m->given->files.v[i];
		rc = output_put(&job->out, f->path, f->bytes, f->n, job->err);
	}
	return rc;
}

/* The style sheet of the pages and the arms, as they are. */
static int
write_assets(struct job *job)
{
	const struct publish_site *given_site = job->site.given;
	struct buf b;
	char *path;
	int rc;

	path = arena_printf(job->site.a, "%s/style.css", given_site->templates);
	if (path == NULL)
		return kl_error_nomem(job->err);
	rc = file_read(path, 1u << 20, &b, job->err);
	if (rc == 0)
		rc =
		    output_put(&job->out, "style.css", b.data, b.len, job->err);
	buf_free(&b);
	if (rc == 0 && given_site->picture != NULL)
		rc = output_put(&job->out, "bild.png", given_site->picture,
		    given_site->picture_size, job->err);
	return rc;
}

static int
write_all(struct job *job)
{
	size_t i;
	int rc;

	rc = write_assets(job);
	for (i = 0; rc == 0 && i < job->site.meetings.n; i++)
		rc = write_meeting(job, &job->site.meetings.v[i]);
	for (i = 0; rc == 0 && i < job->site.committees.n; i++)
		rc = write_committee(job, &job->site.committees.v[i]);
	if (rc == 0)
		rc = write_feeds(job, NULL);
	if (rc == 0)
		rc = write_common(job);
	if (rc == 0)
		rc = output_close(&job->out, job->err);
	return rc;
}

int
publish_write(const struct publish_site *site, const char *dir, size_t *count,
    struct kl_error *err)
{
	struct job *job = mem_alloc(sizeof *job);
	struct arena *a = arena_new(SITE_ARENA);
	int rc = KL_E_NOMEM;

	if (job == NULL || a == NULL) {
		kl_error_nomem(err);
		goto out;
	}
	xml_start();
	job->err = err;
	rc = site_read(a, site, &job->site, err);
	if (rc == 0)
		rc = style_load(
		    site->templates, job->site.language, &job->style, err);
	if (rc == 0)
		rc = output_open(a, dir, &job->out, err);
	if (rc == 0)
		rc = write_all(job);
	if (rc == 0 && count != NULL)
		*count = job->out.files.n;
out:
	if (job != NULL)
		style_free(job->style);
	mem_free(job);
	arena_free(a);
	return rc;
}
