/* SPDX-License-Identifier: EUPL-1.2
 *
 * Filling in two passes.  The first checks and compiles every field of the
 * template, also where nothing will be repeated, and writes its number in the
 * place of its path; the second copies and replaces, and knows only numbers.
 */
#ifndef ODF_FILL_H
#define ODF_FILL_H

#include "odf/inner.h"
#include "odf/path.h"

/* What the name of a section or table asks for. */
enum control {
	CONTROL_NONE,
	CONTROL_EACH,
	CONTROL_IF,
	CONTROL_UNLESS,
	CONTROL_PIECE, /* what may be edited and taken back */
	CONTROL_CELL   /* repeats the cell that the section stands in */
};

struct filler {
	struct odf *odf;
	struct arena *a;
	const struct odf_fill_options *options;
	struct names names; /* borrowed, if the options have them */
	struct scopes scopes; /* while compiling */
	path_list paths;
	/* while filling: the record and the items of the repeats round */
	xmlXPathContext *xp;
	struct path_setting setting;
	xmlNode *nodes[PATH_MAX_SCOPES];
	int position[PATH_MAX_SCOPES], size[PATH_MAX_SCOPES];
	int depth;
	size_t copied;	 /* nodes */
	size_t inserted; /* bytes */
	xmlHashTable *pieces; /* names of pieces that stand already */
	xmlHashTable *looks;  /* of drawings: what they say -> style's name */
	/* while checking: what is wrong, and against what; else NULL */
	odf_findings *findings;
	const struct odf_check_options *check;
	struct arena *findings_arena;
	note_list unknown; /* names in the path being compiled */
	struct kl_error *err;
};

/* fill_control(node, rest): what ${node}'s name asks for; ${rest} is set to
 * what stands after the colon. */
enum control fill_control(const xmlNode *node, const char **rest);

/* fill_plain: what _private of an element points to when filling need only look
 * at its children; set while compiling, kept by odf_copy. */
extern char fill_plain;

/* fill_is_field(node): true for a user field. */
bool fill_is_field(const xmlNode *node);

/* fill_template_attribute(node): the attribute of ${node} that may hold typed
 * fields ("text:name" of a section, "xlink:href" of a link), or NULL. */
const char *fill_template_attribute(const xmlNode *node);

/* fill_is_head(node): true for what a repeated table keeps once. */
bool fill_is_head(const xmlNode *node);

/* fill_content(f, node): fill what stands in ${node}. */
int fill_content(struct filler *f, xmlNode *node);

/* fill_enter(f, item, position, size): what follows belongs to ${item}, until
 * f->depth is lowered again. */
void fill_enter(struct filler *f, xmlNode *item, int position, int size);

/* fill_cell_section(cell): the section of ${cell} that repeats it, or NULL. */
xmlNode *fill_cell_section(const xmlNode *cell);

/* fill_cells(f, cell, path): ${cell}, which is freed, once for each item of
 * ${path}, and columns for them. */
int fill_cells(struct filler *f, xmlNode *cell, const struct path *path);

/* fill_colour_cell(f, cell, colour): give ${cell} that background ("#ddeeff").
 */
int fill_colour_cell(struct filler *f, xmlNode *cell, const char *colour);

/* fill_compile(f): the first pass.  KL_E_INPUT with the template's line and the
 * field for whatever is wrong. */
int fill_compile(struct filler *f);

/* fill_items(f, path, o): the nodes that ${path} reaches here; KL_E_INPUT when
 * it is a single value.  The caller frees ${o}. */
int fill_items(
    struct filler *f, const struct path *path, xmlXPathObject **o);

/* fill_piece(f, section, path, stays): name the section, whose content has been
 * filled, after the element of the record that ${path} reaches, as odf.h says.
 * ${stays} is false when there is no such element, or when it has a section
 * already: then nobody may edit it here. */
int fill_piece(struct filler *f, xmlNode *section, const struct path *path,
    bool *stays);

/* fill_start(f, root, known, nknown, renames, nrenames): names, functions and
 * the record's scope; f->odf, f->options, f->a and f->err are set.  Follow with
 * fill_end whatever happens. */
int fill_start(struct filler *f, xmlNode *root, const char *const *known,
    size_t nknown, const struct odf_rename *renames, size_t nrenames);
void fill_end(struct filler *f);

/* fill_tree(f): fill what has been compiled; f->odf is the document. */
int fill_tree(struct filler *f);

/* fill_find(f, node, field, warning, what): keep a finding with its place;
 * while filling it is a failure (or a remark, when ${warning}).  Returns 0 to
 * go on, or the code of ${what}. */
int fill_find(struct filler *f, const xmlNode *node, const char *field,
    bool warning, const struct kl_error *what);

/* fill_check_each(f, node, path): while checking, that the path of a repeat
 * reaches what there may be several of. */
int fill_check_each(
    struct filler *f, const xmlNode *node, const struct path *path);

/* fill_value(f, path, text): the text of ${path} here, trimmed, never NULL on
 * success. */
int fill_value(struct filler *f, const struct path *path, const char **text);

/* fill_insert(f, place, text): put ${text} before the node ${place}: runs of
 * spaces, tabs and line breaks become their elements. */
int fill_insert(struct filler *f, xmlNode *place, const char *text);

/* fill_picture(f, frame): show the picture that the frame's name asks for, if
 * it was given. */
int fill_picture(struct filler *f, xmlNode *frame);

/* fill_drawing(f, frame, name): the drawing ${name} in place of ${frame}, which
 * is freed; or nothing. */
int fill_drawing(struct filler *f, xmlNode *frame, const char *name);

/* fill_unique_names(f): sections, tables, frames and bookmarks that a repeat
 * made alike get names of their own. */
int fill_unique_names(struct filler *f);

#endif
