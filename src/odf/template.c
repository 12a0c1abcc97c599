/* SPDX-License-Identifier: EUPL-1.2
 *
 * A template that is filled many times: read, mended and compiled once, then
 * copied for each document.
 */
#include "config.h"

#include "base/mem.h"
#include "base/xml.h"
#include "odf/fill.h"

struct odf_template {
	struct odf *odf; /* compiled */
	path_list paths; /* of its fields */
	note_list notes; /* of old names, in the document's arena */
};

void
odf_template_free(struct odf_template *t)
{
	size_t i;

	if (t == NULL)
		return;
	for (i = 0; i < t->paths.n; i++)
		path_free(&t->paths.v[i]);
	odf_free(t->odf);
	mem_free(t);
}

const note_list *
odf_template_notes(const struct odf_template *t)
{
	return &t->notes;
}

/* Compile the fields of t->odf for records like ${root}'s. */
static int
compile(struct odf_template *t, xmlNode *root,
    const struct odf_fill_options *options, struct kl_error *err)
{
	struct odf_fill_options own = *options;
	struct filler f = {
		.odf = t->odf, .a = t->odf->arena, .options = &own, .err = err
	};
	int rc;

	own.notes = &t->notes;
	own.notes_arena = t->odf->arena;
	rc = fill_start(&f, root, NULL, 0, own.renames, own.nrenames);
	if (rc == 0)
		rc = odf_heal(t->odf, NULL, NULL, err);
	if (rc == 0)
		rc = fill_compile(&f);
	t->paths = f.paths;
	f.paths = (path_list){ 0 };
	fill_end(&f);
	if (rc == 0 && arena_failed(t->odf->arena))
		rc = kl_error_nomem(err);
	return rc;
}

int
odf_template_open(const void *bytes, size_t n, const char *name, xmlNode *root,
    const struct odf_fill_options *options, struct odf_template **out,
    struct kl_error *err)
{
	struct odf_template *t = mem_alloc(sizeof *t);
	int rc;

	if (t == NULL)
		return kl_error_nomem(err);
	rc = odf_open(bytes, n, name, &t->odf, err);
	if (rc == 0)
		rc = compile(t, root, options, err);
	if (rc != 0) {
		odf_template_free(t);
		return rc;
	}
	*out = t;
	return 0;
}

/* ---- filling ---- */

/* The document without its text: what it is called, its pictures. */
static int
copy_frame(const struct odf *from, struct odf **out)
{
	struct arena *a = arena_new(ODF_ARENA_MAX);
	struct odf *odf = arena_alloc(a, sizeof *odf);
	struct odf_image *image;
	size_t i;

	if (odf == NULL) {
		arena_free(a);
		return KL_E_NOMEM;
	}
	odf->arena = a;
	odf->name = arena_strdup(a, from->name);
	odf->zipped = from->zipped;
	for (i = 0; i < from->images.n; i++)
		if ((image = vec_push(a, &odf->images)) != NULL)
			*image = from->images.v[i]; /* the template has them */
	*out = odf;
	return arena_failed(a) ? KL_E_NOMEM : 0;
}

/* The tree.  Names are in the dictionary of the template, and so the
 * namespaces; the root declares them, too, for whoever writes the file. */
static int
copy_tree(const struct odf *from, struct odf *odf)
{
	const xmlNode *old = xmlDocGetRootElement(from->doc);
	size_t count = 0;
	xmlNode *root;

	if ((odf->doc = xmlNewDoc(BAD_CAST "1.0")) == NULL)
		return KL_E_NOMEM;
	/* or letters beyond ASCII are written as numbers */
	odf->doc->encoding = xmlStrdup(from->doc->encoding);
	odf->doc->dict = from->doc->dict;
	if (odf->doc->dict != NULL)
		xmlDictReference(odf->doc->dict);
	if ((root = odf_copy(odf, old, true, &count)) == NULL)
		return KL_E_NOMEM;
	xmlDocSetRootElement(odf->doc, root);
	root->nsDef = xmlCopyNamespaceList(old->nsDef);
	return root->nsDef == NULL && old->nsDef != NULL ? KL_E_NOMEM : 0;
}

int
odf_template_fill(const struct odf_template *t, xmlNode *root,
    const struct odf_fill_options *options, struct odf **out,
    struct kl_error *err)
{
	struct filler f = { .options = options, .err = err };
	struct odf *odf = NULL;
	int rc;

	xml_start();
	if (copy_frame(t->odf, &odf) != 0 || copy_tree(t->odf, odf) != 0) {
		odf_free(odf);
		return kl_error_nomem(err);
	}
	f.odf = odf;
	f.a = odf->arena;
	rc = fill_start(&f, root, NULL, 0, NULL, 0);
	f.paths = t->paths; /* lent */
	if (rc == 0)
		rc = fill_tree(&f);
	f.paths = (path_list){ 0 };
	fill_end(&f);
	if (rc != 0) {
		odf_free(odf);
		return rc;
	}
	*out = odf;
	return 0;
}
