/* SPDX-License-Identifier: EUPL-1.2
 *
 * What is wrong with a template, all of it at once.  Fields are compiled as for
 * filling (compile.c), with the faults gathered; the rest is read off the tree:
 * names of controls where they do nothing, pictures without words, tables
 * without heads, headings that skip a level.
 */
#include "config.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "base/xml.h"
#include "odf/fill.h"

#define NEAR_MAX 60 /* bytes of text that show where */
#define MAX_LEVEL 10
#define MAX_DEPTH 128

static const char *const control_words[] = { "varje", "varje-cell", "om",
	"om-inte", "ändra" };

#define NWORDS (sizeof control_words / sizeof *control_words)

/* ---- findings ---- */

/* Text that shows where ${node} stands: its paragraph's, or else the first of
 * what it holds. */
static const char *
near_text(struct arena *a, const xmlNode *node)
{
	const xmlNode *n;
	char *text = NULL;
	size_t len;

	for (n = node; n != NULL && text == NULL; n = n->parent)
		if (odf_is(n, "text:p") || odf_is(n, "text:h"))
			text = xml_text(a, n);
	for (n = node; n != NULL && (text == NULL || *text == '\0');
	     n = odf_walk(n, node))
		if (odf_is(n, "text:p") || odf_is(n, "text:h"))
			text = xml_text(a, n);
	if (text == NULL || *text == '\0')
		return NULL;
	len = strnlen(text, NEAR_MAX);
	while (len > 0 && ((unsigned char)text[len] & 0xc0) == 0x80)
		len--; /* never half a character */
	if (text[len] != '\0')
		return arena_printf(a, "%.*s…", (int)len, text);
	return text;
}

int
fill_find(struct filler *f, const xmlNode *node, const char *field,
    bool warning, const struct kl_error *what)
{
	int line = f->odf->zipped ? 0 : (int)xmlGetLineNo((xmlNode *)node);
	struct odf_finding *found;
	struct kl_error copy = *what;

	kl_error_where(&copy, f->odf->name, line, field);
	if (f->findings == NULL && warning) {
		if (f->options != NULL && f->options->notes != NULL)
			note_add(
			    f->options->notes_arena, f->options->notes, &copy);
		return 0;
	}
	if (f->findings == NULL) {
		if (f->err != NULL)
			*f->err = copy;
		return what->code;
	}
	if (f->findings->n >= ODF_FINDINGS_MAX)
		return 0;
	found = vec_push(f->findings_arena, f->findings);
	if (found == NULL)
		return kl_error_nomem(f->err);
	found->warning = warning;
	found->what = copy;
	found->near = near_text(f->findings_arena, node);
	return 0;
}

/* A finding whose sentence has ${name} as its argument. */
static int
find_named(struct filler *f, const xmlNode *node, bool warning, const char *key,
    const char *name)
{
	struct kl_error what;

	kl_error_set(&what, KL_E_INPUT, "%s", name == NULL ? "" : name);
	what.text = key;
	return fill_find(f, node, name, warning, &what);
}

/* ---- repeats ---- */

static bool
is_repeating(const struct odf_check_options *o, const char *path, size_t n)
{
	size_t i;

	for (i = 0; i < o->nrepeating; i++)
		if (strlen(o->repeating[i]) == n &&
		    strncmp(o->repeating[i], path, n) == 0)
			return true;
	return o->repeating == NULL;
}

/* True if a step of ${type} beyond what the repeat round it has reached already
 * may stand for several. */
static bool
reaches_several(const struct filler *f, const char *type)
{
	const char *outer = f->scopes.types[f->scopes.n - 1], *p;
	size_t n = outer == NULL ? 0 : strlen(outer);

	if (n == 0 || strncmp(type, outer, n) != 0 || type[n] != '/')
		n = 0;
	for (p = type + n; *p != '\0';) {
		p += strcspn(p + 1, "/") + 1;
		if (is_repeating(f->check, type, (size_t)(p - type)))
			return true;
	}
	return false;
}

/* True if the expression gives nodes and not a single value; what it finds in
 * this record does not matter. */
static bool
gives_nodes(struct filler *f, const struct path *path)
{
	xmlXPathObject *o = NULL;
	struct kl_error ignored;
	bool nodes;
	int i;

	for (i = 1; i < PATH_MAX_SCOPES; i++)
		f->nodes[i] = f->nodes[0];
	f->depth = PATH_MAX_SCOPES;
	f->xp->node = f->nodes[0];
	f->xp->proximityPosition = f->xp->contextSize = 1;
	nodes = path_evaluate(f->xp, path, &o, &ignored) != 0 ||
		o->type == XPATH_NODESET;
	xmlXPathFreeObject(o);
	f->depth = 1;
	return nodes;
}

int
fill_check_each(struct filler *f, const xmlNode *node, const struct path *path)
{
	const char *key;

	if (f->findings == NULL || path->compiled == NULL || f->unknown.n > 0)
		return 0;
	if (path->type != NULL && reaches_several(f, path->type))
		return 0;
	if (path->type == NULL && gives_nodes(f, path))
		return 0;
	key = path->type == NULL
		  ? KL_N_("“%s” is a single value and cannot be repeated. Name "
			  "what there are several of, or use om: in place of "
			  "varje:.")
		  : KL_N_("There is never more than one “%s”, so nothing is "
			  "repeated. Use om: in place of varje:.");
	return find_named(f, node, path->type != NULL, key, path->source);
}

/* ---- names of controls ---- */

/* The attribute that names ${node} for people. */
static const char *
name_of(const xmlNode *node)
{
	static const char *const attributes[] = { "text:name", "table:name",
		"draw:name" };
	const char *name = NULL;
	size_t i;

	if (fill_is_field(node) || odf_is(node, "text:user-field-decl") ||
	    node->ns == NULL || xmlStrEqual(node->ns->prefix, BAD_CAST "style"))
		return NULL;
	for (i = 0; name == NULL && i < 3; i++)
		name = odf_attr(node, attributes[i]);
	return name;
}

/* The control word that ${name} begins with as it may be mistyped ("Varje :",
 * "varge:"), or NULL. */
static const char *
mistyped(struct arena *a, const char *name)
{
	const char *colon = strchr(name, ':'), *word;
	size_t i, n;

	if (colon == NULL)
		return NULL;
	n = (size_t)(colon - name);
	while (n > 0 && name[n - 1] == ' ')
		n--;
	word = utf8_fold(a, arena_strndup(a, name, n));
	if (word == NULL)
		return NULL;
	for (i = 0; i < NWORDS; i++)
		if (strcmp(word, control_words[i]) == 0)
			return control_words[i];
	if (strcmp(word, "om inte") == 0 || strcmp(word, "om_inte") == 0)
		return "om-inte";
	return n < 4 ? NULL : utf8_nearest(word, control_words, NWORDS);
}

static bool
has_rows(const xmlNode *table)
{
	const xmlNode *n;

	for (n = table->children; n != NULL; n = n->next)
		if (n->type == XML_ELEMENT_NODE && !fill_is_head(n) &&
		    !odf_is(n, "text:soft-page-break"))
			return true;
	return false;
}

static int
check_name(struct filler *f, const xmlNode *node)
{
	const char *name = name_of(node), *rest, *word;
	struct kl_error what;

	if (name == NULL)
		return 0;
	if (fill_control(node, &rest) != CONTROL_NONE) {
		if (odf_is(node, "table:table") && !has_rows(node))
			return find_named(f, node, false,
			    KL_N_("The table “%s” has no rows to repeat, only "
				  "a head. Add a row after it."),
			    name);
		return 0;
	}
	word = mistyped(f->findings_arena, name);
	if (word == NULL)
		return 0;
	if (!odf_is(node, "text:section") && !odf_is(node, "table:table"))
		return find_named(f, node, false,
		    KL_N_("“%s” is the name of something that can be neither "
			  "repeated nor left out. Put a section of that name "
			  "round it."),
		    name);
	kl_error_set(&what, KL_E_INPUT,
	    KL_N_("The name “%s” does nothing. Is it meant to begin with "
		  "“%s:”?"),
	    name, word);
	return fill_find(f, node, name, true, &what);
}

/* ---- what everybody must be able to read ---- */

static bool
has_words(struct arena *a, const xmlNode *node)
{
	const char *text = xml_text(a, node);

	return text != NULL && *text != '\0';
}

/* True if the frame's name asks for a picture that comes with its own words. */
static bool
is_given_picture(const struct odf_check_options *o, const char *name)
{
	size_t i, n = name == NULL ? 0 : strcspn(name, "#");

	for (i = 0; name != NULL && i < o->npictures; i++)
		if (strlen(o->pictures[i]) == n &&
		    strncmp(o->pictures[i], name, n) == 0)
			return true;
	return false;
}

static int
check_frame(struct filler *f, const xmlNode *frame)
{
	const char *name = odf_attr(frame, "draw:name"), *near;
	const xmlNode *title = odf_child(frame, "svg:title");
	struct kl_error what;

	if (is_given_picture(f->check, name))
		return 0;
	near = name == NULL ? NULL
			    : utf8_nearest(name, f->check->pictures,
				  f->check->npictures);
	if (near != NULL) {
		kl_error_set(&what, KL_E_INPUT,
		    KL_N_("There is no picture called “%s”; the nearest is "
			  "“%s”."),
		    name, near);
		return fill_find(f, frame, name, false, &what);
	}
	/* An empty title marks what only decorates. */
	if (odf_child(frame, "draw:image") == NULL ||
	    (title != NULL && title->children == NULL) ||
	    has_words(f->a, title) ||
	    has_words(f->a, odf_child(frame, "svg:desc")))
		return 0;
	return find_named(f, frame, false,
	    KL_N_("The picture “%s” has no alternative text. Describe it, or "
		  "mark it as decorative."),
	    name);
}

/* A table has a head, unless it is but one row or one column of layout.  Sheets
 * of labels have none, so it is no error. */
static int
check_table(struct filler *f, const xmlNode *table)
{
	const char *name = odf_attr(table, "table:name");
	const xmlNode *n;
	size_t rows = 0, cells = 0, most = 0;

	for (n = table->children; n != NULL; n = odf_walk(n, table)) {
		if (odf_is(n, "table:table-header-rows") ||
		    odf_is(n, "table:table-header-columns"))
			return 0;
		if (odf_is(n, "table:table-row")) {
			rows++;
			cells = 0;
		}
		if (odf_is(n, "table:table-cell") && ++cells > most)
			most = cells;
	}
	if (most < 2 ||
	    (rows < 2 && (name == NULL || strncmp(name, "varje:", 6) != 0)))
		return 0;
	return find_named(f, table, true,
	    KL_N_("The table “%s” has no heading row. Mark its first row as a "
		  "heading that is repeated."),
	    name);
}

/* ---- headings ---- */

/* What the heading before may have been: a bit for each level; bit 0: none. */
typedef unsigned levels;

static int check_levels(
    struct filler *f, const xmlNode *parent, levels *before, int depth);

static int
check_heading(struct filler *f, const xmlNode *heading, levels *before)
{
	const char *s = odf_attr(heading, "text:outline-level");
	int level = s == NULL ? 1 : atoi(s), i;
	struct kl_error what;
	bool fine = false;

	level = level < 1 ? 1 : level > MAX_LEVEL ? MAX_LEVEL : level;
	for (i = level - 1; i <= MAX_LEVEL; i++)
		fine = fine || (*before & 1u << i) != 0;
	*before = 1u << level;
	if (fine)
		return 0;
	kl_error_set(&what, KL_E_INPUT,
	    KL_N_("A heading of level %d follows one that is more than a step "
		  "above it. Give it the level below the heading it belongs "
		  "to."),
	    level);
	return fill_find(f, heading, NULL, false, &what);
}

/* What is conditional may be missing; what is repeated may follow itself.
 * Headings without words are none. */
static int
check_level(struct filler *f, const xmlNode *node, levels *before, int depth)
{
	levels inside = *before;
	enum control control;
	const char *rest;
	int rc;

	if (odf_is(node, "text:h"))
		return has_words(f->a, node) ? check_heading(f, node, before)
					     : 0;
	if (odf_is(node, "text:p") || node->type != XML_ELEMENT_NODE)
		return 0;
	control = fill_control(node, &rest);
	if (control == CONTROL_NONE || control == CONTROL_PIECE)
		return check_levels(f, node, before, depth);
	rc = check_levels(f, node, &inside, depth);
	*before |= inside;
	return rc;
}

static int
check_levels(struct filler *f, const xmlNode *parent, levels *before, int depth)
{
	const xmlNode *n;
	int rc = 0;

	if (depth > MAX_DEPTH)
		return 0;
	for (n = parent->children; n != NULL && rc == 0; n = n->next)
		rc = check_level(f, n, before, depth + 1);
	return rc;
}

/* ---- the check ---- */

/* What was taken out when the template was opened. */
static int
check_removed(struct filler *f)
{
	const struct odf_removed *r;
	struct odf_finding *found;
	size_t i;

	for (i = 0; i < f->odf->removed.n; i++) {
		r = &f->odf->removed.v[i];
		found = f->findings->n >= ODF_FINDINGS_MAX
			    ? NULL
			    : vec_push(f->findings_arena, f->findings);
		if (found == NULL)
			return 0; /* a failed arena is seen at the end */
		found->warning = true;
		kl_error_set(&found->what, 0,
		    KL_N_("“%s” is left out of every document: a template may "
			  "not run, embed or fetch anything."),
		    r->what);
		kl_error_where(&found->what, f->odf->name,
		    f->odf->zipped ? 0 : r->line, NULL);
	}
	return 0;
}

static int
check_tree(struct filler *f)
{
	xmlNode *root = xmlDocGetRootElement(f->odf->doc);
	const xmlNode *n;
	levels before = 1;
	int rc = 0;

	for (n = root; n != NULL && rc == 0; n = odf_walk(n, root)) {
		if (n->type != XML_ELEMENT_NODE)
			continue;
		rc = check_name(f, n);
		if (rc == 0 && odf_is(n, "draw:frame"))
			rc = check_frame(f, n);
		if (rc == 0 && odf_is(n, "table:table"))
			rc = check_table(f, n);
	}
	return rc == 0 ? check_levels(f, odf_body(f->odf), &before, 0) : rc;
}

static int
brace(void *ctx, const xmlNode *para, const struct kl_error *what)
{
	return fill_find(ctx, para, NULL, false, what);
}

static int
by_line(const void *x, const void *y)
{
	const struct odf_finding *a = x, *b = y;

	if (a->what.line != b->what.line)
		return a->what.line < b->what.line ? -1 : 1;
	return strcmp(a->what.field, b->what.field);
}

int
odf_check(struct odf *odf, xmlNode *root,
    const struct odf_check_options *options, struct arena *a,
    odf_findings *found, struct kl_error *err)
{
	struct filler f = { .odf = odf,
		.a = odf->arena,
		.findings = found,
		.findings_arena = a,
		.check = options,
		.err = err };
	int rc;

	rc = fill_start(&f, root, options->known, options->nknown,
	    options->renames, options->nrenames);
	if (rc == 0)
		rc = check_removed(&f);
	if (rc == 0)
		rc = check_tree(&f); /* before names become numbers */
	if (rc == 0)
		rc = odf_heal(odf, brace, &f, err);
	if (rc == 0)
		rc = fill_compile(&f);
	fill_end(&f);
	if (rc == 0 && (arena_failed(a) || arena_failed(odf->arena)))
		rc = kl_error_nomem(err);
	if (rc == 0 && found->n > 0)
		qsort(found->v, found->n, sizeof *found->v, by_line);
	return rc;
}
