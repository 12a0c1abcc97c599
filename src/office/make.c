/* SPDX-License-Identifier: EUPL-1.2
 *
 * Making a document: a template filled with a record, written in the formats
 * asked for.
 */
#include "config.h"

#include <string.h>

#include "base/file.h"
#include "base/note.h"
#include "base/xml.h"
#include "document/check.h"
#include "document/writers.h"
#include "odf/odf.h"
#include "office/templates.h"
#include "pdf/pdf.h"
#include "publish/figure.h"

#define DOCUMENT_MAX ((size_t)256 << 20)
#define PLAIN_WIDTH 72		    /* columns of a document as text */
#define WORDS_MAX ((size_t)1 << 16) /* bytes of the list of link texts */
#define NAMED_MAX 200		    /* bytes of a name before a note */

void
made_init(struct made *m)
{
	buf_init(&m->odt, DOCUMENT_MAX);
	buf_init(&m->pdf, DOCUMENT_MAX);
	buf_init(&m->html, DOCUMENT_MAX);
	buf_init(&m->text, DOCUMENT_MAX);
	buf_init(&m->svg, DOCUMENT_MAX);
	m->pages = 0;
	m->template_sha256[0] = '\0';
	m->build = PACKAGE_STRING;
}

void
made_free(struct made *m)
{
	buf_free(&m->odt);
	buf_free(&m->pdf);
	buf_free(&m->html);
	buf_free(&m->text);
	buf_free(&m->svg);
}

struct buf *
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
	case FORMAT_SVG:
		return &made->svg;
	}
	return NULL;
}

static void
add_notes(struct work *w, const note_list *notes)
{
	char text[2048];
	size_t i, n = 0;

	if (w->about != NULL)
		n = (size_t)snprintf(
		    text, NAMED_MAX, "%.*s: ", NAMED_MAX - 3, w->about);
	for (i = 0; i < notes->n; i++) {
		kl_error_format(
		    &notes->v[i], w->o->translate, text + n, sizeof text - n);
		data_add_text(data_list_of(w->answer, "notes"), NULL, text);
	}
}

/* What would make the document hard to read goes to the answer's notes. */
static int
check_document(struct work *w, const struct document *doc, struct kl_error *err)
{
	const char *path =
	    arena_printf(w->arena, "%s/templates/link-words.txt", w->o->share);
	struct check_options options = { 0 };
	text_list words = { 0 };
	note_list notes = { 0 };
	struct buf file;
	int rc;

	if (path == NULL)
		return kl_error_nomem(err);
	if ((rc = file_read(path, WORDS_MAX, &file, err)) == 0)
		check_words(w->arena, file.data, &words);
	buf_free(&file);
	if (rc != 0)
		return rc;
	options.vague = words.v;
	options.nvague = words.n;
	document_check(doc, w->arena, &options, &notes);
	add_notes(w, &notes);
	return 0;
}

int
office_tools(struct kl_office *o, struct kl_error *err)
{
	const char *exceptions;
	int rc = 0;

	if (o->tools.fonts == NULL)
		rc = fonts_open(&o->tools.fonts, err);
	if (rc == 0 && o->tools.hyphens == NULL) {
		exceptions = arena_printf(o->arena, "%s/hyphenation", o->share);
		rc = exceptions == NULL ? kl_error_nomem(err)
					: hyphens_open(NULL, exceptions,
					      &o->tools.hyphens, err);
	}
	return rc;
}

/* The filled template as pages. */
static int
make_pdf(struct work *w, const struct document *doc, struct made *made,
    struct kl_error *err)
{
	struct laid_out *laid = NULL;
	int rc = check_document(w, doc, err);

	if (rc == 0)
		rc = office_tools(w->o, err);
	if (rc == 0)
		rc = layout_document(doc, &w->o->tools, w->arena, &laid, err);
	if (rc == 0)
		rc = pdf_write(laid, &made->pdf, err);
	if (rc == 0)
		rc = office_made_with(w, laid, &made->build, err);
	if (rc == 0) {
		made->pages = laid->pages.n;
		add_notes(w, &laid->notes);
	}
	return rc;
}

static int
make_formats(struct work *w, struct odf *odf, const struct odf_meta *meta,
    unsigned wanted, struct made *made, struct kl_error *err)
{
	struct document *doc = NULL;
	note_list notes = { 0 };
	int rc = 0;

	if (wanted & FORMAT_ODT)
		rc = odf_write(odf, meta->instant, &made->odt, err);
	if (rc == 0 && (wanted & ~(unsigned)FORMAT_ODT) != 0)
		rc = odf_to_document(odf, w->arena, &doc, &notes, err);
	if (rc == 0 && doc != NULL) {
		doc->title = meta->title;
		doc->language = meta->language;
		doc->author = meta->author;
		doc->created = meta->instant;
		add_notes(w, &notes);
	}
	if (rc == 0 && (wanted & FORMAT_PDF) != 0)
		rc = make_pdf(w, doc, made, err);
	if (rc == 0 && (wanted & FORMAT_HTML) != 0)
		rc = document_html(doc, &made->html, err);
	if (rc == 0 && (wanted & FORMAT_FRAGMENT) != 0)
		rc = document_html_body(doc, &made->html, err);
	if (rc == 0 && (wanted & FORMAT_TEXT) != 0)
		rc = document_plain(doc, PLAIN_WIDTH, &made->text, err);
	if (rc == 0 && (wanted & FORMAT_SVG) != 0)
		rc = document_drawings(doc, &made->svg, err);
	return rc;
}

/* The names of records are learned when the first document is made. */
static int
need_names(
    struct kl_office *o, const struct odf_names **names, struct kl_error *err)
{
	const char *const *known;
	size_t n;

	if (o->names == NULL) {
		record_field_names(&known, &n);
		o->names = odf_names_new(known, n);
	}
	*names = o->names;
	return o->names == NULL ? kl_error_nomem(err) : 0;
}

static const struct ready_template *
find_ready(const struct kl_office *o, const char *sha256, const char *root)
{
	const struct ready_template *r;
	size_t i;

	for (i = 0; i < READY_TEMPLATES; i++) {
		r = &o->ready[i];
		if (r->template != NULL && strcmp(r->sha256, sha256) == 0 &&
		    strcmp(r->root, root) == 0)
			return r;
	}
	return NULL;
}

/* The template, read and checked when it is first needed. */
static int
ready(struct work *w, const struct template_file *file, xmlNode *root,
    struct odf_fill_options *options, const struct odf_template **template,
    struct kl_error *err)
{
	const char *element = (const char *)root->name;
	const struct ready_template *found =
	    find_ready(w->o, file->sha256, element);
	struct ready_template fresh = { 0 }, *place;
	int rc = 0;

	if (found == NULL) {
		fresh.root = arena_strdup(w->o->arena, element);
		memcpy(fresh.sha256, file->sha256, HASH_HEX);
		rc = template_renames(
		    w, &options->renames, &options->nrenames, err);
		if (rc == 0 && fresh.root == NULL)
			rc = kl_error_nomem(err);
		if (rc == 0)
			rc = odf_template_open(file->bytes.data,
			    file->bytes.len, file->name, root, options,
			    &fresh.template, err);
		if (rc != 0)
			return rc;
		place = &w->o->ready[w->o->nready++ % READY_TEMPLATES];
		odf_template_free(place->template);
		*place = fresh;
		found = place;
	}
	*template = found->template;
	return 0;
}

int
office_make(struct work *w, const struct template_file *template,
    xmlDoc *record, const char *title, kl_day day, const struct origin *origin,
    unsigned wanted, struct made *made, struct kl_error *err)
{
	static const struct origin none;
	const struct origin *from = origin == NULL ? &none : origin;
	const struct odf_property own[] = { { ORIGIN_MEETING, from->meeting },
		{ ORIGIN_KIND, from->kind },
		{ ORIGIN_PARAGRAPHS, from->paragraphs },
		{ ORIGIN_RECORD, from->record_sha256 } };
	const struct organisation *org = w->bundle.organisation;
	struct odf_picture arms = { .name = TEMPLATE_PICTURE };
	xmlNode *root = xmlDocGetRootElement(record);
	const struct odf_template *mould = NULL;
	struct odf_fill_options options = { .language = "sv",
		.draw = figure_draw };
	struct odf_meta meta = { .title = title,
		.language = "sv",
		.own = own,
		.nown = sizeof own / sizeof *own };
	struct odf *odf = NULL;
	struct buf picture;
	char date[11];
	int rc = 0;

	buf_init(&picture, DOCUMENT_MAX);
	if (org != NULL) {
		meta.author = org->name;
		if (org->language != NULL)
			options.language = meta.language = org->language;
		arms.alt = org->name;
	}
	if (org != NULL && org->picture_sha256 != NULL) {
		rc = store_get_blob(
		    w->o->store, org->picture_sha256, &picture, err);
		arms.bytes = picture.data;
		arms.n = picture.len;
		options.pictures = &arms;
		options.npictures = 1;
	}
	options.draw_ctx = (void *)options.language;
	meta.instant =
	    arena_printf(w->arena, "%sT00:00:00Z", kl_day_format(day, date));
	if (rc == 0)
		rc = need_names(w->o, &options.names, err);
	if (rc == 0)
		rc = ready(w, template, root, &options, &mould, err);
	if (rc == 0)
		rc = odf_template_fill(mould, root, &options, &odf, err);
	if (rc == 0) {
		add_notes(w, odf_template_notes(mould));
		rc = odf_set_meta(odf, &meta, err);
	}
	if (rc == 0)
		rc = make_formats(w, odf, &meta, wanted, made, err);
	if (rc == 0 && xml_starved())
		rc = kl_error_nomem(err);
	memcpy(made->template_sha256, template->sha256, HASH_HEX);
	odf_free(odf);
	buf_free(&picture);
	return rc;
}
