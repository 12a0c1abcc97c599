/* SPDX-License-Identifier: EUPL-1.2
 *
 * Inside the office: templates, the invented meeting that they are tried on,
 * and what is known of fields.
 */
#ifndef OFFICE_TEMPLATES_H
#define OFFICE_TEMPLATES_H

#include "odf/odf.h"
#include "office/kinds.h"
#include "office/office_private.h"
#include <kansli/template.h>

#define TEMPLATE_MAX ((size_t)64 << 20) /* bytes of a template */

/* The picture that a template's frame may ask for. */
#define TEMPLATE_PICTURE "organisation.bild"

/* A field that templates may ask for (templates/falt.xml). */
struct field {
	const char *path; /* "sammanträde/punkt" */
	const char *text; /* what it is */
	bool repeats;
};
struct field_function {
	const char *name, *example, *text;
};
struct field_table {
	VEC(struct field) fields;
	VEC(struct field_function) functions;
};

/* template_fields(w, table, err): read the table, in the work's arena. */
int template_fields(
    struct work *w, struct field_table *table, struct kl_error *err);

/* template_renames(w, options, err): the old names of fields, into
 * ${options}. */
int template_renames(struct work *w, const struct odf_rename **renames,
    size_t *n, struct kl_error *err);

/* template_find(w, what, kind, file, err): the template asked for; ${kind} is
 * set when one is named, else NULL.  The caller frees ${file} with
 * template_free whatever happens. */
int template_find(struct work *w, const struct kl_template *what,
    const struct kind **kind, struct template_file *file, struct kl_error *err);

/* template_sample(w, kind, doc, err): the invented meeting as the record of
 * ${kind} (NULL: everything); the caller frees with xmlFreeDoc. */
int template_sample(struct work *w, const struct kind *kind, xmlDoc **doc,
    struct kl_error *err);

/* template_check(w, kind, file, findings, err): everything that is wrong with
 * the template, in the work's arena. */
int template_check(struct work *w, const struct kind *kind,
    const struct template_file *file, odf_findings *findings,
    struct kl_error *err);

/* template_errors(findings): how many of them are no warnings. */
size_t template_errors(const odf_findings *findings);

/* template_say(w, what): the sentence in the reader's language. */
const char *template_say(struct work *w, const struct kl_error *what);

#endif
