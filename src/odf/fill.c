/* SPDX-License-Identifier: EUPL-1.2
 *
 * The second pass of filling: repeats are copied for each of their items,
 * conditions kept or dropped, fields replaced by text.  What LibreOffice calls
 * a user field has one value in the whole document, so none may remain.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>
#include <libxml/hash.h>

#include "odf/fill.h"

#define MAX_COPIED 4000000 /* nodes that repeats may make */

static int fill_node(struct filler *f, xmlNode *node);

int
fill_content(struct filler *f, xmlNode *parent)
{
	xmlNode *n, *next;
	int rc = 0;

	for (n = parent->children; n != NULL && rc == 0; n = next) {
		next = n->next;
		rc = fill_node(f, n);
	}
	return rc;
}

static const struct path *
numbered(const struct filler *f, const char *digits)
{
	unsigned long i =
	    digits == NULL ? f->paths.n : strtoul(digits, NULL, 10);

	return i < f->paths.n ? &f->paths.v[i] : NULL;
}

static int
fill_field(struct filler *f, xmlNode *node)
{
	const struct path *path = numbered(f, odf_attr(node, "text:name"));
	const char *text = "";
	int rc = 0;

	if (path != NULL)
		rc = fill_value(f, path, &text);
	if (rc == 0)
		rc = fill_insert(f, node, text);
	odf_drop(node);
	return rc;
}

static int
fill_attribute(struct filler *f, xmlNode *node, const char *attribute)
{
	const struct path *path = numbered(f, odf_attr(node, attribute) + 1);
	const char *text = "";
	int rc;

	if (path == NULL)
		return 0;
	rc = fill_value(f, path, &text);
	if (rc != 0)
		return rc;
	if (strcmp(attribute, "xlink:href") == 0 && !odf_href_is_safe(text))
		text = "#";
	return odf_set(node, attribute, text) == 0 ? 0 : kl_error_nomem(f->err);
}

static int
fill_title(struct filler *f, xmlNode *node)
{
	xmlNode *text = node->children;
	const struct path *path;
	const char *value = "";
	int rc;

	if (text == NULL || text->type != XML_TEXT_NODE ||
	    text->content[0] != '{')
		return 0;
	path = numbered(f, (const char *)text->content + 1);
	if (path == NULL)
		return 0;
	rc = fill_value(f, path, &value);
	if (rc == 0)
		xmlNodeSetContent(text, BAD_CAST value);
	return rc;
}

/* ---- looks of a control section ---- */

static const char *
property(const xmlNode *style, const char *element, const char *name)
{
	return odf_attr(odf_child(style, element), name);
}

/* The style of a section, or NULL. */
static const xmlNode *
section_style(const struct filler *f, const xmlNode *section)
{
	const char *wanted = odf_attr(section, "text:style-name"), *name;
	const xmlNode *s = odf_child(
	    odf_part(f->odf, "office:automatic-styles"), "style:style");

	for (; s != NULL && wanted != NULL; s = odf_next(s, "style:style")) {
		name = odf_attr(s, "style:name");
		if (name != NULL && strcmp(name, wanted) == 0)
			return s;
	}
	return NULL;
}

/* Its background, or NULL. */
static const char *
section_colour(const struct filler *f, const xmlNode *section)
{
	const char *v = property(section_style(f, section),
	    "style:section-properties", "fo:background-color");

	return v == NULL || strcmp(v, "transparent") == 0 ? NULL : v;
}

/* True when the section does more than repeat or condition: it has columns or a
 * background, which would be lost with it. */
static bool
has_looks(const struct filler *f, const xmlNode *section)
{
	const xmlNode *columns = odf_child(
	    odf_child(section_style(f, section), "style:section-properties"),
	    "style:columns");
	const char *v = odf_attr(columns, "fo:column-count");

	return section_colour(f, section) != NULL || (v != NULL && atoi(v) > 1);
}

/* Take the section away and leave its content in its place; or keep it, under
 * the plain name of its path, when it has looks.  In a cell its background is
 * the whole cell's. */
static int
leave_content(struct filler *f, xmlNode *section, const struct path *path)
{
	xmlNode *cell = section->parent;
	const char *colour;
	int rc = 0;

	if (odf_is(section, "table:table")) {
		odf_unset(section, "table:name");
		return 0;
	}
	colour = section_colour(f, section);
	while (odf_is(cell, "text:section"))
		cell = cell->parent;
	if (colour != NULL && odf_is(cell, "table:table-cell"))
		rc = fill_colour_cell(f, cell, colour);
	else if (has_looks(f, section))
		return odf_set(section, "text:name", path->source) == 0
			   ? 0
			   : kl_error_nomem(f->err);
	while (section->children != NULL)
		odf_insert_before(section, section->children);
	odf_drop(section);
	return rc;
}

/* ---- conditions ---- */

/* A node counts when it says something: text, or attributes or elements that
 * are its value. */
static bool
says_something(xmlNode *node)
{
	const xmlChar *p;
	xmlChar *s;
	bool found = false;

	if (node->type == XML_ELEMENT_NODE &&
	    (node->properties != NULL || xmlChildElementCount(node) > 0))
		return true;
	s = xmlNodeGetContent(node);
	for (p = s; p != NULL && *p != '\0' && !found; p++)
		found = strchr(" \t\r\n", *p) == NULL;
	xmlFree(s);
	return found;
}

static int
is_true(struct filler *f, const struct path *path, bool *yes)
{
	xmlXPathObject *o = NULL;
	int i, rc;

	f->xp->node = f->nodes[f->depth - 1];
	f->xp->proximityPosition = f->position[f->depth - 1];
	f->xp->contextSize = f->size[f->depth - 1];
	rc = path_evaluate(f->xp, path, &o, f->err);
	if (rc != 0) {
		kl_error_where(f->err, f->odf->name, 0, path->source);
		return rc;
	}
	if (o->type != XPATH_NODESET) {
		*yes = xmlXPathCastToBoolean(o) != 0;
	} else {
		*yes = false;
		for (i = 0; o->nodesetval != NULL && i < o->nodesetval->nodeNr;
		     i++)
			*yes =
			    *yes || says_something(o->nodesetval->nodeTab[i]);
	}
	xmlXPathFreeObject(o);
	return 0;
}

static int
fill_condition(
    struct filler *f, xmlNode *node, const struct path *path, bool wanted)
{
	bool yes = false;
	int rc = is_true(f, path, &yes);

	if (rc != 0)
		return rc;
	if (yes != wanted) {
		odf_drop(node);
		return 0;
	}
	rc = fill_content(f, node);
	return rc == 0 ? leave_content(f, node, path) : rc;
}

/* ---- repeats ---- */

int
fill_items(struct filler *f, const struct path *path, xmlXPathObject **o)
{
	int rc;

	f->xp->node = f->nodes[f->depth - 1];
	f->xp->proximityPosition = f->position[f->depth - 1];
	f->xp->contextSize = f->size[f->depth - 1];
	rc = path_evaluate(f->xp, path, o, f->err);
	if (rc == 0 && (*o)->type != XPATH_NODESET) {
		xmlXPathFreeObject(*o);
		*o = NULL;
		rc = kl_error_set(f->err, KL_E_INPUT,
		    KL_N_("The template repeats something that is a single "
			  "value, \"%s\". Nothing was made. Name what is to "
			  "be repeated."),
		    path->source);
	}
	if (rc != 0)
		kl_error_where(f->err, f->odf->name, 0, path->source);
	return rc;
}

void
fill_enter(struct filler *f, xmlNode *item, int position, int size)
{
	f->nodes[f->depth] = item;
	f->position[f->depth] = position;
	f->size[f->depth] = size;
	f->depth++;
}

static int
copy_before(struct filler *f, xmlNode *place, const xmlNode *node, bool first,
    xmlNode **out)
{
	xmlNode *copy = odf_copy(f->odf, node, first, &f->copied);

	if (copy == NULL)
		return kl_error_nomem(f->err);
	if (f->copied > MAX_COPIED) {
		xmlFreeNode(copy);
		return kl_error_set(f->err, KL_E_INPUT,
		    KL_N_("The filled document becomes too large: its repeats "
			  "make more than four million pieces. Nothing was "
			  "made. Simplify the template."));
	}
	odf_insert_before(place, copy);
	*out = copy;
	return 0;
}

/* The section's only block when that is a list, else NULL. */
static xmlNode *
only_list(const xmlNode *section)
{
	xmlNode *list = xmlFirstElementChild((xmlNode *)section);

	return list != NULL && odf_is(list, "text:list") &&
		       xmlNextElementSibling(list) == NULL
		   ? list
		   : NULL;
}

/* One item of a repeated section.  When the section is nothing but a list, the
 * items' lists are one list, which counts on. */
static int
add_item(struct filler *f, xmlNode *section, const struct path *path,
    bool first, xmlNode **list)
{
	xmlNode *copy = NULL, *own;
	int rc;

	rc = copy_before(f, section, section, first, &copy);
	if (rc == 0)
		rc = fill_content(f, copy);
	if (rc != 0)
		return rc;
	own = has_looks(f, section) ? NULL : only_list(copy);
	if (own != NULL && *list != NULL) {
		while (own->children != NULL) {
			xmlNode *n = own->children;

			xmlUnlinkNode(n);
			xmlAddChild(*list, n);
		}
		odf_drop(copy);
		return 0;
	}
	*list = own;
	return leave_content(f, copy, path);
}

static int
repeat_section(struct filler *f, xmlNode *section, const struct path *path)
{
	xmlXPathObject *o = NULL;
	xmlNode *list = NULL;
	int i, n, rc;

	rc = fill_items(f, path, &o);
	if (rc != 0)
		return rc;
	n = o->nodesetval == NULL ? 0 : o->nodesetval->nodeNr;
	for (i = 0; i < n && rc == 0; i++) {
		fill_enter(f, o->nodesetval->nodeTab[i], i + 1, n);
		rc = add_item(f, section, path, i == 0, &list);
		f->depth--;
	}
	xmlXPathFreeObject(o);
	odf_drop(section);
	return rc;
}

/* The rows of one item, copied before ${place}. */
static int
add_rows(struct filler *f, xmlNode *place, bool first)
{
	xmlNode *n, *copy = NULL;
	int rc = 0;

	for (n = place; n != NULL && rc == 0; n = n->next) {
		if (n->type != XML_ELEMENT_NODE || fill_is_head(n) ||
		    odf_is(n, "text:soft-page-break"))
			continue;
		rc = copy_before(f, place, n, first, &copy);
		if (rc == 0)
			rc = fill_node(f, copy);
	}
	return rc;
}

static int
fill_heads(struct filler *f, xmlNode *table)
{
	xmlNode *n;
	int rc = 0;

	for (n = table->children; n != NULL && rc == 0; n = n->next)
		if (n->type == XML_ELEMENT_NODE && fill_is_head(n))
			rc = fill_content(f, n);
	return rc;
}

/* Drop the template's own rows, ${place} and after. */
static void
drop_rows(xmlNode *place)
{
	xmlNode *next;

	for (; place != NULL; place = next) {
		next = place->next;
		if (place->type == XML_ELEMENT_NODE && !fill_is_head(place))
			odf_drop(place);
	}
}

/* A table without items is left out: a head alone says nothing. */
static int
repeat_rows(struct filler *f, xmlNode *table, const struct path *path)
{
	xmlXPathObject *o = NULL;
	xmlNode *place;
	int i, n, rc;

	for (place = table->children;
	     place != NULL &&
	     (place->type != XML_ELEMENT_NODE || fill_is_head(place));
	     place = place->next)
		;
	rc = fill_items(f, path, &o);
	if (rc != 0)
		return rc;
	n = o->nodesetval == NULL ? 0 : o->nodesetval->nodeNr;
	if (n == 0 || place == NULL) {
		odf_drop(table);
		goto out;
	}
	rc = fill_heads(f, table);
	for (i = 0; i < n && rc == 0; i++) {
		fill_enter(f, o->nodesetval->nodeTab[i], i + 1, n);
		rc = add_rows(f, place, i == 0);
		f->depth--;
	}
	if (rc == 0) {
		drop_rows(place);
		rc = leave_content(f, table, path);
	}
out:
	xmlXPathFreeObject(o);
	return rc;
}

/* ---- pieces ---- */

static int
keep_piece(struct filler *f, xmlNode *section, const struct path *path)
{
	bool stays = false;
	int rc = fill_content(f, section);

	if (rc == 0)
		rc = fill_piece(f, section, path, &stays);
	return rc == 0 && !stays ? leave_content(f, section, path) : rc;
}

/* ---- the walk ---- */

static int
fill_control_node(
    struct filler *f, xmlNode *node, enum control control, const char *rest)
{
	const struct path *path = numbered(f, rest);

	if (path == NULL)
		return fill_content(f, node);
	if (control == CONTROL_PIECE)
		return keep_piece(f, node, path);
	if (control == CONTROL_IF || control == CONTROL_UNLESS)
		return fill_condition(f, node, path, control == CONTROL_IF);
	if (odf_is(node, "table:table"))
		return repeat_rows(f, node, path);
	return repeat_section(f, node, path);
}

/* A cell that is repeated. */
static int
fill_cell(struct filler *f, xmlNode *cell)
{
	const struct path *path;
	const char *rest = NULL;

	fill_control(fill_cell_section(cell), &rest);
	path = numbered(f, rest);
	return path == NULL ? fill_content(f, cell) : fill_cells(f, cell, path);
}

/* A frame that got no picture and has none of its own shows nothing. */
static int
fill_frame(struct filler *f, xmlNode *frame)
{
	const char *name = odf_attr(frame, "draw:name");
	const xmlNode *n;
	int rc;

	if (name != NULL &&
	    strncmp(name, ODF_DRAWING, strlen(ODF_DRAWING)) == 0) {
		rc = fill_content(f, frame);
		return rc == 0
			   ? fill_drawing(f, frame, name + strlen(ODF_DRAWING))
			   : rc;
	}
	rc = fill_picture(f, frame);

	for (n = frame->children; n != NULL; n = n->next)
		if (n->type == XML_ELEMENT_NODE && !odf_is(n, "svg:title") &&
		    !odf_is(n, "svg:desc"))
			return rc == 0 ? fill_content(f, frame) : rc;
	odf_drop(frame);
	return rc;
}

static int
fill_node(struct filler *f, xmlNode *node)
{
	enum control control;
	const char *rest, *attribute;
	int rc = 0;

	if (node->type != XML_ELEMENT_NODE)
		return 0;
	if (node->_private == &fill_plain)
		return fill_content(f, node);
	if (odf_is(node, "text:user-field-decls")) {
		odf_drop(node);
		return 0;
	}
	if (fill_is_field(node))
		return fill_field(f, node);
	if (odf_is(node, "svg:title") || odf_is(node, "svg:desc"))
		return fill_title(f, node);
	if (fill_cell_section(node) != NULL)
		return fill_cell(f, node);
	control = fill_control(node, &rest);
	if (control != CONTROL_NONE)
		return fill_control_node(f, node, control, rest);
	attribute = fill_template_attribute(node);
	if (attribute != NULL)
		rc = fill_attribute(f, node, attribute);
	if (rc == 0 && odf_is(node, "draw:frame"))
		return fill_frame(f, node);
	return rc == 0 ? fill_content(f, node) : rc;
}

static bool
has_names(const struct filler *f)
{
	return f->options != NULL && f->options->names != NULL;
}

int
fill_start(struct filler *f, xmlNode *root, const char *const *known,
    size_t nknown, const struct odf_rename *renames, size_t nrenames)
{
	f->setting.language = f->options == NULL ? NULL : f->options->language;
	f->setting.arena = f->a;
	f->setting.nodes = f->nodes;
	f->setting.depth = &f->depth;
	fill_enter(f, root, 1, 1);
	f->scopes.types[0] = "";
	f->scopes.n = 1;
	if (has_names(f))
		names_borrow(&f->names, f->a, root, f->options->names);
	else if (names_init(&f->names, f->a, root, known, nknown) != 0)
		return kl_error_nomem(f->err);
	f->names.renames = renames;
	f->names.nrenames = nrenames;
	if (f->findings != NULL)
		f->names.unknown = &f->unknown;
	f->pieces = xmlHashCreate(32);
	f->looks = xmlHashCreate(32);
	f->xp = path_context(root->doc, &f->setting);
	return f->xp == NULL || f->pieces == NULL || f->looks == NULL
		   ? kl_error_nomem(f->err)
		   : 0;
}

void
fill_end(struct filler *f)
{
	size_t i;

	for (i = 0; i < f->paths.n; i++)
		path_free(&f->paths.v[i]);
	xmlXPathFreeContext(f->xp);
	xmlHashFree(f->pieces, NULL);
	xmlHashFree(f->looks, NULL);
	if (!has_names(f))
		names_free(&f->names);
}

int
fill_tree(struct filler *f)
{
	int rc = fill_content(f, xmlDocGetRootElement(f->odf->doc));

	if (rc == 0)
		rc = fill_unique_names(f);
	return rc == 0 ? odf_index(f->odf, f->err) : rc;
}

int
odf_fill(struct odf *odf, xmlNode *root, const struct odf_fill_options *options,
    const char *const *known, size_t nknown, struct kl_error *err)
{
	struct filler f = {
		.odf = odf, .a = odf->arena, .options = options, .err = err
	};
	int rc;

	rc = fill_start(&f, root, known, nknown,
	    options == NULL ? NULL : options->renames,
	    options == NULL ? 0 : options->nrenames);
	if (rc == 0)
		rc = odf_heal(odf, NULL, NULL, err);
	if (rc == 0)
		rc = fill_compile(&f);
	if (rc == 0)
		rc = fill_tree(&f);
	fill_end(&f);
	return rc;
}

int
odf_evaluate(xmlNode *root, const char *source,
    const struct odf_fill_options *options, const char *const *known,
    size_t nknown, struct arena *a, const char **text, struct kl_error *err)
{
	struct odf nowhere = { .arena = a };
	struct filler f = {
		.odf = &nowhere, .a = a, .options = options, .err = err
	};
	struct path path = { 0 };
	int rc;

	rc = fill_start(&f, root, known, nknown,
	    options == NULL ? NULL : options->renames,
	    options == NULL ? 0 : options->nrenames);
	if (rc == 0)
		rc = path_compile(&f.names, &f.scopes, source, &path, err);
	if (rc == 0)
		rc = fill_value(&f, &path, text);
	path_free(&path);
	fill_end(&f);
	return rc;
}

void
odf_functions(const char *const **names, size_t *n)
{
	for (*n = 0; path_functions[*n] != NULL; ++*n)
		;
	*names = path_functions;
}
