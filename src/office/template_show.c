/* SPDX-License-Identifier: EUPL-1.2
 *
 * Showing what a template can do: its fields with examples, and the document
 * that it makes of the invented meeting.
 */
#include "config.h"

#include <string.h>

#include "base/file.h"
#include "base/xml.h"
#include "office/request.h"
#include "office/templates.h"

#define EXAMPLE_MAX 60 /* bytes of an example */

/* ---- fields -------------------------------------------------------------- */

/* The first value that ${path} has below ${node}; NULL when it has none.
 * ${path} is bounded, and so the depth. */
static const char *
value_below(struct arena *a, const xmlNode *node, const char *path)
{
	size_t n = strcspn(path, "/");
	char *step = arena_strndup(a, path, n);
	const char *value = NULL;
	const xmlNode *child;

	if (step == NULL)
		return NULL;
	child = xml_child(node, step);
	for (; child != NULL && value == NULL; child = xml_next(child, step))
		value = path[n] == '\0' ? xml_text(a, child)
					: value_below(a, child, path + n + 1);
	if (value == NULL && path[n] == '\0')
		value = xml_attr(a, node, step);
	return value;
}

static bool
has_below(const xmlNode *node)
{
	return node != NULL && xml_child(node, NULL) != NULL;
}

/* The first element at ${path}, or NULL. */
static const xmlNode *
node_at(struct arena *a, const xmlNode *node, const char *path)
{
	size_t n;

	while (node != NULL && *path != '\0') {
		n = strcspn(path, "/");
		node = xml_child(node, arena_strndup(a, path, n));
		path += n + (path[n] == '/');
	}
	return node;
}

/* ${text} on one line, cut. */
static const char *
brief(struct arena *a, const char *text)
{
	size_t n = strnlen(text, EXAMPLE_MAX);

	if (text[n] == '\0')
		return text;
	while (n > 0 && ((unsigned char)text[n] & 0xc0) == 0x80)
		n--;
	return arena_printf(a, "%.*s…", (int)n, text);
}

static const char *
dotted(struct arena *a, const char *path)
{
	char *copy = arena_strdup(a, path), *p;

	for (p = copy; p != NULL && *p != '\0'; p++)
		if (*p == '/')
			*p = '.';
	return copy;
}

/* A field that holds others has them as its example. */
static void
add_field(struct work *w, struct kl_data *list, const xmlNode *root,
    const struct field *f, bool every)
{
	const char *value = value_below(w->arena, root, f->path);
	struct kl_data *row;

	if (value == NULL && !every)
		return;
	row = data_add_object(list, NULL);
	data_add_text(row, "field", dotted(w->arena, f->path));
	data_add_bool(row, "repeats", f->repeats);
	data_add_text(row, "description", f->text);
	if (value != NULL && has_below(node_at(w->arena, root, f->path)))
		value = NULL;
	data_add_text(
	    row, "example", value == NULL ? NULL : brief(w->arena, value));
}

static int
add_functions(struct work *w, const struct field_table *table, xmlNode *root,
    struct kl_error *err)
{
	struct kl_data *list = data_add_list(w->answer, "functions"), *row;
	struct odf_fill_options options = { .language = "sv" };
	const struct field_function *f;
	const char *const *known;
	const char *result;
	size_t i, nknown;
	int rc = 0;

	record_field_names(&known, &nknown);
	for (i = 0; rc == 0 && i < table->functions.n; i++) {
		f = &table->functions.v[i];
		rc = odf_evaluate(root, f->example, &options, known, nknown,
		    w->arena, &result, err);
		if (rc != 0)
			break;
		row = data_add_object(list, NULL);
		data_add_text(row, "function", f->name);
		data_add_text(row, "description", f->text);
		data_add_text(row, "example", f->example);
		data_add_text(row, "result", result);
	}
	return rc;
}

static int
show_fields(struct work *w, const struct kind *kind, struct kl_error *err)
{
	xmlDoc *doc = NULL, *year = NULL, *whole = NULL;
	struct kl_data *list;
	struct field_table table;
	const struct kind *of_year = NULL;
	const xmlNode *root;
	size_t i;
	int rc;

	for (i = 0; i < office_nkinds; i++)
		if (office_kinds[i].source == FROM_YEAR)
			of_year = &office_kinds[i];
	rc = template_fields(w, &table, err);
	if (rc == 0)
		rc = template_sample(w, kind, &doc, err);
	if (rc == 0)
		rc = template_sample(w, of_year, &year, err);
	if (rc == 0)
		rc = template_sample(w, NULL, &whole, err);
	list = data_add_list(w->answer, "fields");
	for (i = 0; rc == 0 && i < table.fields.n; i++) {
		root = xmlDocGetRootElement(doc);
		if (kind == NULL &&
		    strncmp(table.fields.v[i].path, "årsplan", 8) == 0)
			root = xmlDocGetRootElement(year);
		add_field(w, list, root, &table.fields.v[i], kind == NULL);
	}
	if (rc == 0)
		rc = add_functions(w, &table, xmlDocGetRootElement(whole), err);
	xmlFreeDoc(whole);
	xmlFreeDoc(year);
	xmlFreeDoc(doc);
	return rc;
}

int
kl_template_fields(struct kl_office *o, const char *name,
    struct kl_data **answer, struct kl_error *err)
{
	const struct kind *kind = NULL;
	struct work w;
	int rc = work_begin(&w, o, MAY_READ, false, err);

	if (rc == 0 && name != NULL)
		rc = kind_find(name, &kind, err);
	if (rc == 0)
		rc = show_fields(&w, kind, err);
	return work_end(&w, rc, answer, err);
}

/* ---- sample -------------------------------------------------------------- */

/* The organisation, and the committee whose template is shown. */
static int
load_people(struct work *w, const char *code, struct kl_error *err)
{
	struct store_scope scope = { .committee = code };

	if (w->o->store == NULL)
		return 0;
	return store_load_all(w->o->store, &scope, &w->bundle, err);
}

static int
own_committee(
    struct work *w, const char *code, xmlDoc *doc, struct kl_error *err)
{
	xmlNode *node = xml_child(xmlDocGetRootElement(doc), "nämnd");
	xmlNode *name = xml_child(node, "namn"), *words;
	struct committee c;
	int rc;

	if (w->o->store == NULL || code == NULL || name == NULL)
		return 0;
	rc = store_load_committee(w->o->store, code, w->arena, &c, err);
	if (rc != 0 || c.name == NULL)
		return rc;
	words = xmlNewDocText(doc, BAD_CAST c.name);
	if (words == NULL || xml_set(node, "kod", c.code) != 0)
		return kl_error_nomem(err);
	xmlNodeSetContent(name, NULL);
	xmlAddChild(name, words);
	return 0;
}

static int
make_sample(struct work *w, const struct kl_template *what,
    const struct kind *kind, const struct template_file *t, unsigned formats,
    struct made *made, struct kl_error *err)
{
	xmlDoc *doc = NULL;
	const char *date;
	kl_day day;
	int rc = load_people(w, what->committee, err);

	if (rc == 0)
		rc = template_sample(w, kind, &doc, err);
	if (rc == 0)
		rc = own_committee(w, what->committee, doc, err);
	if (rc == 0) {
		date = xml_attr(w->arena,
		    xml_child(xmlDocGetRootElement(doc), "sammanträde"),
		    "datum");
		if (date == NULL || kl_day_parse(date, &day) != 0)
			day = w->o->today;
		rc = office_make(
		    w, t, doc, kind->title, day, NULL, formats, made, err);
	}
	xmlFreeDoc(doc);
	return rc;
}

static int
write_sample(struct work *w, const char *dir, const struct kind *kind,
    unsigned wanted, struct made *made, struct kl_error *err)
{
	struct kl_data *paths = data_list_of(w->answer, "paths");
	const struct buf *part;
	char *path;
	size_t i;
	int rc = file_make_dirs(dir, err);

	for (i = 0; rc == 0 && i < OFFICE_NFORMATS; i++) {
		if ((wanted & office_formats[i].format) == 0)
			continue;
		part = made_part(made, office_formats[i].format);
		path = arena_printf(w->arena, "%s/sample-%s.%s", dir,
		    kind->name, office_formats[i].extension);
		if (path == NULL)
			return kl_error_nomem(err);
		rc = file_write(path, part->data, part->len, err);
		data_add_text(paths, NULL, path);
	}
	return rc;
}

int
kl_template_sample(struct kl_office *o, const struct kl_template *what,
    const char *formats, const char *dir, struct kl_data **answer,
    struct kl_error *err)
{
	const struct kind *kind = NULL;
	struct template_file t;
	unsigned wanted = 0;
	struct made made;
	struct work w;
	int rc;

	template_init(&t);
	made_init(&made);
	rc = work_begin(&w, o, MAY_READ, false, err);
	if (rc == 0)
		rc = request_formats(formats, &wanted, err);
	if (rc == 0)
		rc = template_find(&w, what, &kind, &t, err);
	if (rc == 0)
		rc = make_sample(&w, what, kind, &t, wanted, &made, err);
	if (rc == 0)
		rc = write_sample(&w, dir, kind, wanted, &made, err);
	made_free(&made);
	template_free(&t);
	return work_end(&w, rc, answer, err);
}
