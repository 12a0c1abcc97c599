/* SPDX-License-Identifier: EUPL-1.2
 *
 * The first pass of filling: every field of the template is checked against the
 * names of the record, in the scope where it stands.
 */
#include "config.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "odf/fill.h"

char fill_plain;

static int compile_node(struct filler *f, xmlNode *node);
static int compile_children(struct filler *f, xmlNode *parent);

enum control
fill_control(const xmlNode *node, const char **rest)
{
	static const struct {
		const char *prefix;
		enum control control;
	} words[] = { { "varje:", CONTROL_EACH }, { "om:", CONTROL_IF },
		{ "om-inte:", CONTROL_UNLESS }, { ODF_PIECE, CONTROL_PIECE },
		{ "varje-cell:", CONTROL_CELL } };
	const char *name = NULL;
	size_t i, n;

	if (odf_is(node, "text:section"))
		name = odf_attr(node, "text:name");
	else if (odf_is(node, "table:table"))
		name = odf_attr(node, "table:name");
	for (i = 0; name != NULL && i < sizeof words / sizeof *words; i++) {
		n = strlen(words[i].prefix);
		if (strncmp(name, words[i].prefix, n) == 0) {
			*rest = name + n;
			return words[i].control;
		}
	}
	return CONTROL_NONE;
}

bool
fill_is_field(const xmlNode *node)
{
	return odf_is(node, "text:user-field-get") ||
	       odf_is(node, "text:user-field-input");
}

const char *
fill_template_attribute(const xmlNode *node)
{
	const char *name = NULL, *value;

	if (odf_is(node, "text:section") || odf_is(node, "text:bookmark") ||
	    odf_is(node, "text:bookmark-start") ||
	    odf_is(node, "text:bookmark-end"))
		name = "text:name";
	else if (odf_is(node, "text:a"))
		name = "xlink:href";
	value = name == NULL ? NULL : odf_attr(node, name);
	return value != NULL && (strchr(value, '{') != NULL ||
				    strstr(value, "%7B") != NULL)
		   ? name
		   : NULL;
}

bool
fill_is_head(const xmlNode *node)
{
	return !odf_is(node, "table:table-row") &&
	       !odf_is(node, "table:table-rows") &&
	       !odf_is(node, "table:table-row-group") &&
	       !odf_is(node, "text:soft-page-break");
}

/* Say that ${path} uses a name of old. */
static int
say_renamed(struct filler *f, const xmlNode *node, const struct path *path)
{
	struct kl_error what;

	kl_error_set(&what, 0,
	    KL_N_("The field “%s” is called “%s” since version %s. The old "
		  "name still works; write the new one in the template."),
	    path->renamed->old, path->renamed->now, path->renamed->since);
	return fill_find(f, node, path->source, true, &what);
}

/* Compile ${source}, a field at ${node}; its number in ${index}. */
static int
add_path(
    struct filler *f, const xmlNode *node, const char *source, size_t *index)
{
	struct path *path = vec_push(f->a, &f->paths);
	struct kl_error what = { 0 };
	size_t i;
	int rc;

	if (path == NULL)
		return kl_error_nomem(f->err);
	*index = f->paths.n - 1;
	f->unknown.n = 0;
	rc = path_compile(&f->names, &f->scopes, source, path, &what);
	if (rc != 0 && rc != KL_E_INPUT)
		return kl_error_nomem(f->err);
	if (rc != 0)
		rc = fill_find(f, node, source, false, &what);
	for (i = 0; rc == 0 && i < f->unknown.n; i++)
		rc = fill_find(f, node, source, false, &f->unknown.v[i]);
	if (rc == 0 && path->renamed != NULL)
		rc = say_renamed(f, node, path);
	return rc;
}

static int
set_number(struct filler *f, xmlNode *node, const char *attribute,
    const char *prefix, size_t index)
{
	char *text = arena_printf(f->a, "%s%zu", prefix, index);

	if (text == NULL || odf_set(node, attribute, text) != 0)
		return kl_error_nomem(f->err);
	return 0;
}

static int
compile_field(struct filler *f, xmlNode *node)
{
	const char *name = odf_attr(node, "text:name");
	size_t index = 0;
	char *source;
	int rc;

	if (name == NULL)
		name = "";
	source = odf_field_source(f->a, name, strlen(name));
	if (source == NULL)
		return kl_error_nomem(f->err);
	rc = add_path(f, node, source, &index);
	return rc == 0 ? set_number(f, node, "text:name", "", index) : rc;
}

/* The path of a control name: without the "#2" that keeps names apart. */
static char *
control_source(struct filler *f, const char *rest)
{
	const char *hash = strrchr(rest, '#');
	size_t n = strlen(rest);

	if (hash != NULL && hash[1] != '\0' &&
	    hash[1 + strspn(hash + 1, "0123456789")] == '\0')
		n = (size_t)(hash - rest);
	return odf_field_source(f->a, rest, n);
}

static int
too_deep(struct filler *f, const xmlNode *node, const char *source)
{
	struct kl_error what;

	kl_error_set(&what, KL_E_INPUT,
	    KL_N_("The template has repeats in each other deeper than 16, "
		  "which is the limit. Nothing was made."));
	return fill_find(f, node, source, false, &what);
}

/* What is repeated is compiled in the scope of its items, the head of a table
 * in the scope round it. */
static int
compile_each(
    struct filler *f, xmlNode *node, const char *source, const char *type)
{
	xmlNode *n;
	int rc = 0;

	if (f->scopes.n == PATH_MAX_SCOPES)
		return too_deep(f, node, source);
	for (n = node->children; n != NULL && rc == 0; n = n->next) {
		if (odf_is(node, "table:table") && fill_is_head(n)) {
			rc = compile_children(f, n);
			continue;
		}
		f->scopes.types[f->scopes.n++] = type;
		rc = compile_node(f, n);
		f->scopes.n--;
	}
	return rc;
}

static int
compile_control(
    struct filler *f, xmlNode *node, enum control control, const char *rest)
{
	static const char *const words[] = { "",
		"varje:", "om:", "om-inte:", ODF_PIECE, "varje-cell:" };
	const char *source = control_source(f, rest);
	size_t index = 0;
	int rc;

	if (source == NULL)
		return kl_error_nomem(f->err);
	rc = add_path(f, node, source, &index);
	if (rc != 0)
		return rc;
	rc = set_number(f, node,
	    odf_is(node, "table:table") ? "table:name" : "text:name",
	    words[control], index);
	if (rc != 0)
		return rc;
	if (control == CONTROL_EACH || control == CONTROL_CELL)
		rc = fill_check_each(f, node, &f->paths.v[index]);
	if (rc == 0 && (control == CONTROL_EACH || control == CONTROL_CELL))
		return compile_each(f, node, source, f->paths.v[index].type);
	if (rc != 0)
		return rc;
	return compile_children(f, node);
}

/* Append ${n} bytes as an XPath literal; it cannot hold both quotes. */
static void
put_literal(struct buf *out, const char *s, size_t n)
{
	char quote = memchr(s, '\'', n) == NULL ? '\'' : '"';
	size_t i;

	buf_putc(out, quote);
	for (i = 0; i < n; i++)
		if (s[i] != quote)
			buf_putc(out, s[i]);
	buf_putc(out, quote);
}

/* "a {b} c" as concat('a ', string(b), ' c', ''). */
static char *
concatenation(struct filler *f, const char *text)
{
	const char *open, *close;
	struct buf out;
	char *source;

	buf_init(&out, PATH_MAX_LENGTH * 2);
	buf_puts(&out, "concat(");
	while ((open = strchr(text, '{')) != NULL &&
	       (close = strchr(open, '}')) != NULL) {
		put_literal(&out, text, (size_t)(open - text));
		buf_puts(&out, ",string(");
		source = odf_field_source(
		    f->a, open + 1, (size_t)(close - open) - 1);
		buf_puts(&out, source == NULL ? "" : source);
		buf_puts(&out, "),");
		text = close + 1;
	}
	put_literal(&out, text, strlen(text));
	buf_puts(&out, ",'')");
	source = buf_failed(&out) ? NULL : arena_strdup(f->a, out.data);
	buf_free(&out);
	return source;
}

static int
compile_text(struct filler *f, xmlNode *node, const char *text, size_t *index)
{
	char *source = concatenation(f, text);

	if (source == NULL)
		return kl_error_nomem(f->err);
	return add_path(f, node, source, index);
}

/* An office suite writes braces in an address, and what stands between them, as
 * %XX; here they are a field again. */
static char *
decoded(struct filler *f, const char *s)
{
	char *copy = arena_strdup(f->a, s), *r, *w, hex[3] = "";
	bool inside = false;

	for (r = w = copy; copy != NULL && *r != '\0'; w++) {
		*w = *r++;
		if (*w == '%' && isxdigit((unsigned char)r[0]) &&
		    isxdigit((unsigned char)r[1]) &&
		    (inside || strncmp(r, "7B", 2) == 0)) {
			memcpy(hex, r, 2);
			*w = (char)strtol(hex, NULL, 16);
			r += 2;
		}
		if (*w == '\0')
			*w = ' ';
		inside = *w == '{' || (inside && *w != '}');
	}
	if (copy != NULL)
		*w = '\0';
	return copy == NULL || utf8_valid(copy, strlen(copy))
		   ? copy
		   : arena_strdup(f->a, s);
}

static int
compile_attribute(struct filler *f, xmlNode *node, const char *attribute)
{
	const char *text = odf_attr(node, attribute);
	size_t index = 0;
	int rc;

	if (strcmp(attribute, "xlink:href") == 0)
		text = decoded(f, text);
	if (text == NULL)
		return kl_error_nomem(f->err);
	rc = compile_text(f, node, text, &index);
	return rc == 0 ? set_number(f, node, attribute, "{", index) : rc;
}

/* Alternative texts hold typed fields too. */
static int
compile_title(struct filler *f, xmlNode *node)
{
	xmlNode *text = node->children;
	size_t index = 0;
	char *mark;
	int rc;

	if (text == NULL || text->type != XML_TEXT_NODE ||
	    strchr((const char *)text->content, '{') == NULL)
		return 0;
	rc = compile_text(f, node, (const char *)text->content, &index);
	if (rc != 0)
		return rc;
	mark = arena_printf(f->a, "{%zu", index);
	if (mark == NULL)
		return kl_error_nomem(f->err);
	xmlNodeSetContent(text, BAD_CAST mark);
	return 0;
}

static int
compile_node(struct filler *f, xmlNode *node)
{
	enum control control;
	const char *rest, *attribute;
	int rc = 0;

	if (node->type != XML_ELEMENT_NODE)
		return 0;
	if (fill_is_field(node))
		return compile_field(f, node);
	if (odf_is(node, "svg:title") || odf_is(node, "svg:desc"))
		return compile_title(f, node);
	control = fill_control(node, &rest);
	if (control != CONTROL_NONE)
		return compile_control(f, node, control, rest);
	attribute = fill_template_attribute(node);
	if (attribute != NULL)
		rc = compile_attribute(f, node, attribute);
	else if (!odf_is(node, "draw:frame") &&
		 fill_cell_section(node) == NULL &&
		 !odf_is(node, "text:user-field-decls"))
		node->_private = &fill_plain;
	return rc == 0 ? compile_children(f, node) : rc;
}

static int
compile_children(struct filler *f, xmlNode *parent)
{
	xmlNode *n;
	int rc = 0;

	if (parent->type != XML_ELEMENT_NODE)
		return 0;
	for (n = parent->children; n != NULL && rc == 0; n = n->next)
		rc = compile_node(f, n);
	return rc;
}

int
fill_compile(struct filler *f)
{
	return compile_children(f, xmlDocGetRootElement(f->odf->doc));
}
