/* SPDX-License-Identifier: EUPL-1.2
 *
 * Is a template in order?  First what it says (odf_check), then what becomes of
 * it: filled with the invented meeting, read as a document, its fonts looked
 * up.
 */
#include "config.h"

#include <string.h>
#include <strings.h>

#include "base/xml.h"
#include "document/check.h"
#include "odf/odf.h"
#include "office/phrases.h"
#include "publish/figure.h"

#define PICTURES_MAX 16 /* names that a frame may have */

/* What a check of one template is under way with. */
struct checking {
	struct work *w;
	const struct template_file *file;
	odf_findings *findings;
	xmlDoc *sample;
	const struct odf_rename *renames;
	size_t nrenames;
	struct kl_error *err;
};

const char *
template_say(struct work *w, const struct kl_error *what)
{
	char text[2048];

	kl_error_format(what, w->o->translate, text, sizeof text);
	return arena_strdup(w->arena, text);
}

size_t
template_errors(const odf_findings *findings)
{
	size_t i, n = 0;

	for (i = 0; i < findings->n; i++)
		n += !findings->v[i].warning;
	return n;
}

static int
find(struct checking *c, bool warning, const struct kl_error *what)
{
	struct odf_finding *f;

	if (c->findings->n >= ODF_FINDINGS_MAX)
		return 0;
	f = vec_push(c->w->arena, c->findings);
	if (f == NULL)
		return kl_error_nomem(c->err);
	f->warning = warning;
	f->what = *what;
	kl_error_where(&f->what, c->file->name, 0, NULL);
	return 0;
}

/* A step that failed because of the template is a finding; ${done} says that
 * nothing more can be found. */
static int
find_failure(
    struct checking *c, int rc, const struct kl_error *what, bool *done)
{
	*done = rc != 0;
	if (rc == KL_E_INPUT)
		return find(c, false, what);
	if (rc != 0 && c->err != NULL)
		*c->err = *what;
	return rc;
}

static int
open_template(struct checking *c, struct odf **odf, struct kl_error *err)
{
	return odf_open(
	    c->file->bytes.data, c->file->bytes.len, c->file->name, odf, err);
}

/* ---- what the template says ---------------------------------------------- */

static int
check_template_words(struct checking *c, bool *done)
{
	const char *pictures[PICTURES_MAX] = { TEMPLATE_PICTURE };
	struct odf_check_options o = { .renames = c->renames,
		.nrenames = c->nrenames,
		.pictures = pictures,
		.npictures = 1 };
	VEC(const char *) several = { 0 };
	struct field_table table;
	struct odf *odf = NULL;
	struct kl_error what;
	const char **path;
	size_t i;
	int rc = template_fields(c->w, &table, c->err);

	for (i = 0; figure_names[i] != NULL && o.npictures < PICTURES_MAX; i++)
		pictures[o.npictures++] = figure_names[i];
	for (i = 0; rc == 0 && i < table.fields.n; i++)
		if (table.fields.v[i].repeats) {
			path = vec_push(c->w->arena, &several);
			if (path == NULL)
				return kl_error_nomem(c->err);
			*path = table.fields.v[i].path;
		}
	if (rc != 0)
		return rc;
	record_field_names(&o.known, &o.nknown);
	o.repeating = several.v;
	o.nrepeating = several.n;
	rc = open_template(c, &odf, &what);
	rc = find_failure(c, rc, &what, done);
	if (rc == 0 && !*done)
		rc = odf_check(odf, xmlDocGetRootElement(c->sample), &o,
		    c->w->arena, c->findings, c->err);
	odf_free(odf);
	return rc;
}

/* ---- what becomes of it -------------------------------------------------- */

/* "Open Sans" was found for "Open Sans Semibold": the face is of that family.
 */
static bool
is_family(const char *asked, const char *found)
{
	size_t n = strlen(found);

	return strncasecmp(asked, found, n) == 0 &&
	       (asked[n] == '\0' || asked[n] == ' ');
}

static int
check_fonts(struct checking *c, const text_list *families)
{
	const struct font_face *face;
	struct kl_error what;
	size_t i;
	int rc = office_tools(c->w->o, c->err);

	for (i = 0; rc == 0 && i < families->n; i++) {
		face = fonts_face(
		    c->w->o->tools.fonts, families->v[i], false, false);
		if (is_family(families->v[i], face->found))
			continue;
		kl_error_set(&what, 0,
		    KL_N_("The font %s is not installed; %s is used in its "
			  "place."),
		    families->v[i], face->found);
		rc = find(c, true, &what);
	}
	return rc;
}

static int
check_notes(struct checking *c, const note_list *notes)
{
	size_t i;
	int rc = 0;

	for (i = 0; rc == 0 && i < notes->n; i++)
		rc = find(c, true, &notes->v[i]);
	return rc;
}

/* Title and language come when a document is made. */
static void
settle_document(struct document *doc)
{
	if (doc->title == NULL)
		doc->title = "–";
	if (doc->language == NULL)
		doc->language = "sv";
}

/* Fill the template, read it as a document, and keep the remarks. */
static int
check_filled(struct checking *c)
{
	struct odf_fill_options options = { .language = "sv",
		.renames = c->renames,
		.nrenames = c->nrenames,
		.draw = figure_draw };
	struct document *doc = NULL;
	text_list families = { 0 };
	note_list notes = { 0 };
	const char *const *known;
	struct odf *odf = NULL;
	struct kl_error what;
	size_t nknown;
	bool done;
	int rc;

	record_field_names(&known, &nknown);
	rc = open_template(c, &odf, &what);
	if (rc == 0)
		rc = odf_fonts(odf, c->w->arena, &families, &what);
	if (rc == 0)
		rc = odf_fill(odf, xmlDocGetRootElement(c->sample), &options,
		    known, nknown, &what);
	if (rc == 0)
		rc = odf_to_document(odf, c->w->arena, &doc, &notes, &what);
	rc = find_failure(c, rc, &what, &done);
	odf_free(odf);
	if (rc == 0 && !done) {
		settle_document(doc);
		document_check(doc, c->w->arena, NULL, &notes);
		rc = check_notes(c, &notes);
	}
	return rc == 0 && !done ? check_fonts(c, &families) : rc;
}

int
template_check(struct work *w, const struct kind *kind,
    const struct template_file *file, odf_findings *findings,
    struct kl_error *err)
{
	struct checking c = {
		.w = w, .file = file, .findings = findings, .err = err
	};
	bool done = false;
	int rc;

	if (is_phrases(kind, file->name))
		return phrases_check(w, file, findings, err);
	rc = template_sample(w, kind, &c.sample, err);
	if (rc == 0)
		rc = template_renames(w, &c.renames, &c.nrenames, err);
	if (rc == 0)
		rc = check_template_words(&c, &done);
	if (rc == 0 && !done && template_errors(findings) == 0)
		rc = check_filled(&c);
	xmlFreeDoc(c.sample);
	return rc;
}

/* ---- the answer ---------------------------------------------------------- */

static void
add_finding(struct work *w, struct kl_data *list, const struct odf_finding *f)
{
	struct kl_data *row = data_add_object(list, NULL);

	data_add_text(row, "severity", f->warning ? "warning" : "error");
	data_add_int(row, "line", f->what.line);
	data_add_text(row, "field", f->what.field);
	data_add_text(row, "text", template_say(w, &f->what));
	data_add_text(row, "near", f->near);
}

int
kl_template_check(struct kl_office *o, const struct kl_template *what,
    struct kl_data **answer, struct kl_error *err)
{
	odf_findings findings = { 0 };
	const struct kind *kind;
	struct template_file t;
	struct kl_data *list;
	struct work w;
	size_t i;
	int rc;

	template_init(&t);
	rc = work_begin(&w, o, MAY_READ, false, err);
	if (rc == 0)
		rc = template_find(&w, what, &kind, &t, err);
	if (rc == 0)
		rc = template_check(&w, kind, &t, &findings, err);
	if (rc == 0) {
		data_add_text(w.answer, "file", t.name);
		data_add_int(
		    w.answer, "errors", (int64_t)template_errors(&findings));
		data_add_int(w.answer, "warnings",
		    (int64_t)(findings.n - template_errors(&findings)));
		list = data_add_list(w.answer, "findings");
		for (i = 0; i < findings.n; i++)
			add_finding(&w, list, &findings.v[i]);
	}
	template_free(&t);
	return work_end(&w, rc, answer, err);
}
