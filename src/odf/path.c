/* SPDX-License-Identifier: EUPL-1.2
 *
 * From a field's path to XPath 1.0.  A template may come from anyone, so only
 * what is listed here passes: no variables, no namespaces, no functions that
 * reach outside the record.
 */
#include "config.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <utf8proc.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "odf/path.h"

#define MAX_NESTING 24
#define MAX_OUTPUT 8192

struct parser {
	const struct names *names;
	const struct scopes *scopes;
	const char *source, *p;
	struct buf out;
	int depth;
	const char *type; /* of the last location path */
	bool pure;	  /* nothing but one location path so far */
	const struct odf_rename *renamed; /* the first old name met */
	struct kl_error *err;
};

/* The type below a name that is not known, when those are gathered. */
static const char lost[] = "?";

/* Where a path begins: its type, and whether it may look outwards. */
struct start {
	const char *type;
	bool outwards;
};

static int parse_expression(struct parser *ps, struct start start);

static int
fault(struct parser *ps)
{
	if (ps->names->unknown != NULL)
		return kl_error_set(ps->err, KL_E_INPUT,
		    KL_N_("The field cannot be understood at “%s”."),
		    *ps->p == '\0' ? ps->source : ps->p);
	if (ps->err == NULL || ps->err->code == 0)
		kl_error_set(ps->err, KL_E_INPUT,
		    KL_N_("The template has a field that cannot be understood "
			  "at \"%s\". Nothing was made. Correct the field in "
			  "the template."),
		    *ps->p == '\0' ? ps->source : ps->p);
	return KL_E_INPUT;
}

/* Remember an unknown name among others. */
static int
gather(struct parser *ps, const char *name, const char *near)
{
	struct kl_error what;

	if (near == NULL)
		kl_error_set(&what, KL_E_INPUT,
		    KL_N_("There is no field called “%s” here."), name);
	else
		kl_error_set(&what, KL_E_INPUT,
		    KL_N_("There is no field called “%s” here; the nearest is "
			  "“%s”."),
		    name, near);
	note_add(ps->names->arena, ps->names->unknown, &what);
	return 0;
}

static int
unknown(struct parser *ps, const char *type, const char *name)
{
	const char *near = names_nearest(ps->names, type, name);

	if (near == NULL)
		near = names_nearest(ps->names, type, ps->source);
	if (ps->names->unknown != NULL)
		return gather(ps, name, near);
	if (near == NULL)
		return kl_error_set(ps->err, KL_E_INPUT,
		    KL_N_("The template has a field with a name that does not "
			  "exist, \"%s\". Nothing was made. Correct the name "
			  "in the template."),
		    name);
	return kl_error_set(ps->err, KL_E_INPUT,
	    KL_N_("The template has a field with a name that does not exist, "
		  "\"%s\". Nothing was made. The nearest name is \"%s\"; "
		  "correct the template."),
	    name, near);
}

/* ---- words ---- */

static bool
is_letter(uint32_t cp)
{
	switch (utf8proc_category((utf8proc_int32_t)cp)) {
	case UTF8PROC_CATEGORY_LU:
	case UTF8PROC_CATEGORY_LL:
	case UTF8PROC_CATEGORY_LT:
	case UTF8PROC_CATEGORY_LM:
	case UTF8PROC_CATEGORY_LO:
		return true;
	default:
		return cp == '_';
	}
}

/* Bytes of the name at ${p}, 0 when there is none. */
static size_t
name_length(const char *p)
{
	const char *start = p;
	uint32_t cp;
	size_t n;

	n = utf8_next(p, &cp);
	if (n == 0 || !is_letter(cp))
		return 0;
	do {
		p += n;
		n = utf8_next(p, &cp);
	} while (n > 0 && (is_letter(cp) || cp == '-' ||
			      (cp < 128 && isdigit((int)cp)) ||
			      (cp >= 0x300 && cp < 0x370)));
	return (size_t)(p - start);
}

static void
skip_space(struct parser *ps)
{
	while (*ps->p != '\0' && strchr(" \t\r\n", *ps->p) != NULL)
		ps->p++;
}

/* True and past it if ${word} stands next. */
static bool
accept(struct parser *ps, const char *word)
{
	size_t n = strlen(word);

	skip_space(ps);
	if (strncmp(ps->p, word, n) != 0)
		return false;
	ps->p += n;
	return true;
}

/* The name next in line, copied; NULL when there is none. */
static const char *
take_name(struct parser *ps)
{
	size_t n;
	const char *name;

	skip_space(ps);
	n = name_length(ps->p);
	if (n == 0)
		return NULL;
	name = arena_strndup(ps->names->arena, ps->p, n);
	ps->p += n;
	return name;
}

static bool
is_listed(const char *name, const char *const *list)
{
	for (; *list != NULL; list++)
		if (strcmp(*list, name) == 0)
			return true;
	return false;
}

/* ---- names ---- */

static bool
has(xmlHashTable *table, const char *key)
{
	return key != NULL && xmlHashLookup(table, BAD_CAST key) != NULL;
}

/* Step from ${type} to its child ${*name}, which becomes its present name, as
 * a path from ${type}; KL_E_INPUT when no record has that. */
static int
step_to(struct parser *ps, const char **type, const char **name)
{
	const char *below, *now;
	int rc = 0;

	if (*type == lost)
		return 0;
	if (*type != NULL && ps->names->whole) {
		below = names_below(ps->names, *type, *name, &ps->renamed);
		now = below == NULL ? NULL
				    : below + strlen(*type) + (**type != '\0');
	} else {
		now = names_step(ps->names, *name, &ps->renamed);
		below =
		    *type == NULL || **type == '\0'
			? (*type == NULL ? NULL : *name)
			: arena_printf(ps->names->arena, "%s/%s", *type, *name);
	}
	if (now == NULL && ps->names->strict) {
		rc = unknown(ps, *type, *name);
		below = lost;
	}
	if (now != NULL)
		*name = now;
	*type = below;
	return rc;
}

/* The name of the next step, when one follows at once; NULL for none. */
static const char *
peek_step(struct parser *ps)
{
	const char *p = ps->p;
	size_t n;

	if (*p != '.' && *p != '/')
		return NULL;
	p++;
	p += *p == '@';
	n = name_length(p);
	return n == 0 || p[n] == '(' ? NULL
				     : arena_strndup(ps->names->arena, p, n);
}

/* How well scope ${i} answers for "name/next": as a child (1), as the node
 * itself (2), or not (0).  With ${next} NULL, for the name alone. */
static int
answers(struct parser *ps, int i, const char *name, const char *next)
{
	const char *type = ps->scopes->types[i], *below;
	const struct odf_rename *ignored;

	if (type == NULL)
		return 0;
	below = names_below(ps->names, type, name, &ignored);
	if (below != NULL && next != NULL)
		below = names_below(ps->names, below, next, &ignored);
	if (below != NULL)
		return 1;
	if (names_is_last(ps->names, type, name) &&
	    (next == NULL ||
		names_below(ps->names, type, next, &ignored) != NULL))
		return 2;
	return 0;
}

/* The scope that a path's first name belongs to, from the innermost outwards;
 * -1 when none has it. */
static int
find_scope(struct parser *ps, const char *name, int *how)
{
	const struct scopes *sc = ps->scopes;
	const char *next = peek_step(ps);
	const struct odf_rename *ignored;
	/* Without whole paths we cannot tell an absent value from another
	 * scope's; a single step then stays where it is. */
	int i, last = ps->names->whole || next != NULL ? 0 : sc->n - 1;

	for (i = sc->n - 1; next != NULL && i >= 0; i--)
		if ((*how = answers(ps, i, name, next)) != 0)
			return i;
	for (i = sc->n - 1; i >= last; i--) {
		if ((*how = answers(ps, i, name, NULL)) != 0)
			return i;
		*how = 1;
		if (sc->types[i] == NULL &&
		    names_step(ps->names, name, &ignored) != NULL)
			return i;
	}
	*how = 1;
	if (ps->names->whole ||
	    (ps->names->strict && !has(ps->names->steps, name)))
		return -1;
	return sc->n - 1;
}

/* A path's first name in its scope, made its present one.  Writes the scope's
 * variable when it is not the innermost; ${self} says that the name is the
 * scope's own. */
static int
first_step(struct parser *ps, const char **type, const char **name, bool *self)
{
	const struct scopes *sc = ps->scopes;
	int how, rc, i = find_scope(ps, *name, &how);

	if (i < 0) {
		rc = unknown(ps, sc->types[sc->n - 1], *name);
		*type = lost;
		return rc;
	}
	if (i < sc->n - 1)
		buf_printf(&ps->out, "$k%d", i);
	*type = sc->types[i];
	*self = how == 2;
	return *self ? 0 : step_to(ps, type, name);
}

/* ---- paths ---- */

/* One location path as it is written out. */
struct location {
	size_t begin;	  /* in the output */
	size_t before;	  /* the output before the last step's separator */
	const char *last; /* the last step when it is a plain name, or NULL */
	const char *type;
	bool first;	/* nothing was written yet */
	bool separator; /* a '/' is due before the next step */
};

/* Write the separator that is due, and remember what stood before it. */
static void
separate(struct parser *ps, struct location *l)
{
	l->before = ps->out.len;
	l->last = NULL;
	if (l->separator)
		buf_putc(&ps->out, '/');
	l->separator = false;
}

/* Write a step; a field that was moved has several. */
static void
put_steps(struct parser *ps, struct location *l, const char *name)
{
	const char *slash;

	separate(ps, l);
	while ((slash = strchr(name, '/')) != NULL) {
		buf_put(&ps->out, name, (size_t)(slash - name));
		name = slash + 1;
		l->separator = true;
		separate(ps, l);
	}
	buf_puts(&ps->out, name);
	l->last = name;
}

/* The name in its scope, when it is the first of a path that may look outwards,
 * or else below the last one; made its present name. */
static int
place_name(struct parser *ps, struct location *l, const char **name,
    bool outwards, bool *self)
{
	size_t begin = ps->out.len;
	int rc;

	*self = false;
	if (!l->first || !outwards)
		return step_to(ps, &l->type, name);
	rc = first_step(ps, &l->type, name, self);
	l->separator = ps->out.len > begin;
	return rc;
}

static int
plain_step(
    struct parser *ps, struct location *l, const char *name, bool outwards)
{
	bool self;
	int rc = place_name(ps, l, &name, outwards, &self);

	if (rc != 0)
		return rc;
	if (!self) {
		put_steps(ps, l, name);
	} else if (l->separator) {
		l->last = NULL; /* the scope's variable is the node itself */
	} else {
		separate(ps, l);
		buf_puts(&ps->out, "self::node()");
	}
	return 0;
}

/* "@name", with the scope in front when it is an outer one. */
static int
attribute_step(struct parser *ps, struct location *l, bool outwards)
{
	const char *name = take_name(ps), *given = name;
	bool self;
	int rc;

	if (name == NULL)
		return fault(ps);
	rc = place_name(ps, l, &name, outwards, &self);
	if (rc != 0)
		return rc;
	if (strcmp(name, given) != 0) {
		put_steps(ps, l, name); /* it may be an element today */
		return 0;
	}
	separate(ps, l);
	buf_printf(&ps->out, "@%s", name);
	return 0;
}

static int
axis_step(struct parser *ps, struct location *l, const char *axis)
{
	static const char *const axes[] = { "child", "parent", "self",
		"attribute", "ancestor", "ancestor-or-self", "descendant",
		"descendant-or-self", "following-sibling", "preceding-sibling",
		NULL };
	const char *name;
	int rc;

	if (!is_listed(axis, axes))
		return fault(ps);
	separate(ps, l);
	l->type = NULL;
	if (accept(ps, "*")) {
		buf_printf(&ps->out, "%s::*", axis);
		return 0;
	}
	name = take_name(ps);
	if (name == NULL)
		return fault(ps);
	if (strcmp(name, "node") == 0 || strcmp(name, "text") == 0) {
		if (!accept(ps, "(") || !accept(ps, ")"))
			return fault(ps);
		buf_printf(&ps->out, "%s::%s()", axis, name);
		return 0;
	}
	rc = step_to(ps, &l->type, &name);
	buf_printf(&ps->out, "%s::%s", axis, name);
	return rc;
}

static int
dots(struct parser *ps, struct location *l, const char *word)
{
	const char *slash;

	separate(ps, l);
	buf_puts(&ps->out, word);
	if (strcmp(word, "..") != 0 || l->type == NULL || l->type == lost)
		return 0;
	slash = strrchr(l->type, '/');
	if (slash != NULL)
		l->type = arena_strndup(
		    ps->names->arena, l->type, (size_t)(slash - l->type));
	else
		l->type = *l->type == '\0' ? NULL : "";
	return 0;
}

static int
predicates(struct parser *ps, struct location *l)
{
	struct start inside = { l->type, false };
	bool pure = ps->pure;
	int rc;

	while (accept(ps, "[")) {
		l->last = NULL;
		buf_putc(&ps->out, '[');
		rc = parse_expression(ps, inside);
		if (rc != 0)
			return rc;
		if (!accept(ps, "]"))
			return fault(ps);
		buf_putc(&ps->out, ']');
	}
	ps->pure = pure;
	return 0;
}

static int
parse_step(struct parser *ps, struct location *l, bool outwards)
{
	const char *name;
	int rc;

	if (accept(ps, "..")) {
		rc = dots(ps, l, "..");
	} else if (accept(ps, ".")) {
		rc = dots(ps, l, ".");
	} else if (accept(ps, "@")) {
		rc = attribute_step(ps, l, outwards);
	} else if (accept(ps, "*")) {
		separate(ps, l);
		buf_putc(&ps->out, '*');
		l->type = NULL;
		rc = 0;
	} else {
		name = take_name(ps);
		if (name == NULL)
			return fault(ps);
		skip_space(ps);
		if (accept(ps, "::")) {
			rc = axis_step(ps, l, name);
		} else if ((strcmp(name, "text") == 0 ||
			       strcmp(name, "node") == 0) &&
			   accept(ps, "(")) {
			separate(ps, l);
			buf_printf(&ps->out, "%s()", name);
			l->type = NULL;
			rc = accept(ps, ")") ? 0 : fault(ps);
		} else {
			rc = plain_step(ps, l, name, outwards);
		}
	}
	l->first = false;
	return rc == 0 ? predicates(ps, l) : rc;
}

/* True and past it if a separator stands next: '/', or '.' before a name. */
static bool
accept_separator(struct parser *ps, bool *deep)
{
	uint32_t cp;

	*deep = false;
	if (*ps->p == '.' &&
	    (ps->p[1] == '@' ||
		(utf8_next(ps->p + 1, &cp) > 0 && is_letter(cp)))) {
		ps->p++;
		return true;
	}
	if (!accept(ps, "/"))
		return false;
	if (*ps->p == '/') {
		ps->p++;
		*deep = true;
	}
	return true;
}

/* The steps after the first; then the last one, when it is a plain name, is
 * asked for as an element or else an attribute. */
static int
rest_of_path(struct parser *ps, struct location *l)
{
	const char *prefix;
	bool deep;
	int rc;

	while (accept_separator(ps, &deep)) {
		if (deep) {
			buf_puts(&ps->out, "/descendant-or-self::node()");
			l->type = NULL;
		}
		l->separator = true;
		rc = parse_step(ps, l, false);
		if (rc != 0)
			return rc;
	}
	ps->type = l->type;
	if (l->last == NULL)
		return 0;
	prefix = arena_strndup(
	    ps->names->arena, ps->out.data + l->begin, l->before - l->begin);
	if (prefix == NULL)
		return kl_error_nomem(ps->err);
	ps->out.len = l->begin;
	buf_printf(&ps->out, "kl-steg(%s,'%s')", *prefix == '\0' ? "." : prefix,
	    l->last);
	return 0;
}

static int
parse_location(struct parser *ps, struct start start)
{
	struct location l = {
		.begin = ps->out.len, .type = start.type, .first = true
	};
	const char *name;
	int rc;

	l.before = l.begin;
	if (accept(ps, "//")) {
		buf_puts(&ps->out, "/descendant-or-self::node()");
		l.type = NULL;
		l.separator = true;
		l.first = false;
	} else if (accept(ps, "/")) {
		name = take_name(ps);
		if (name == NULL)
			return fault(ps);
		rc = 0;
		l.type = "";
		if (ps->names->strict && strcmp(name, ps->names->root) != 0) {
			rc = unknown(ps, NULL, name);
			l.type = lost;
		}
		buf_printf(&ps->out, "/%s", name);
		l.first = false;
		if (rc == 0)
			rc = predicates(ps, &l);
		return rc == 0 ? rest_of_path(ps, &l) : rc;
	}
	rc = parse_step(ps, &l, start.outwards);
	return rc == 0 ? rest_of_path(ps, &l) : rc;
}

/* ---- expressions ---- */

static int
parse_literal(struct parser *ps)
{
	const char *end = strchr(ps->p + 1, *ps->p);

	if (end == NULL)
		return fault(ps);
	buf_put(&ps->out, ps->p, (size_t)(end - ps->p) + 1);
	ps->p = end + 1;
	ps->pure = false;
	return 0;
}

static int
parse_number(struct parser *ps)
{
	size_t n = strspn(ps->p, "0123456789");

	if (ps->p[n] == '.')
		n += 1 + strspn(ps->p + n + 1, "0123456789");
	buf_put(&ps->out, ps->p, n);
	ps->p += n;
	ps->pure = false;
	return 0;
}

/* Predicates and steps after "(...)" or a function's value. */
static int
parse_tail(struct parser *ps, size_t begin)
{
	struct location l = { .begin = begin, .before = begin };
	int rc = predicates(ps, &l);

	return rc == 0 ? rest_of_path(ps, &l) : rc;
}

const char *const path_functions[] = { "datum-lång", "datum-kort",
	"datum-veckodag", "veckodag", "tid", "tal", "lista", "paragrafer",
	"versal", "gemen", "genitiv", "personer", "om", "med", NULL };

/* The functions of XPath that are let through. */
static const char *const standard[] = { "count", "position", "last", "string",
	"concat", "contains", "starts-with", "substring", "substring-before",
	"substring-after", "string-length", "normalize-space", "translate",
	"not", "true", "false", "boolean", "number", "sum", "floor", "ceiling",
	"round", "name", "local-name", NULL };

static int
no_function(struct parser *ps, const char *name)
{
	const char *near;
	size_t n;

	for (n = 0; path_functions[n] != NULL; n++)
		;
	near = utf8_nearest(name, path_functions, n);
	if (ps->names->unknown != NULL && near != NULL)
		return kl_error_set(ps->err, KL_E_INPUT,
		    KL_N_("There is no function called “%s”; the nearest is "
			  "“%s”."),
		    name, near);
	if (ps->names->unknown != NULL)
		return kl_error_set(ps->err, KL_E_INPUT,
		    KL_N_("There is no function called “%s”."), name);
	return kl_error_set(ps->err, KL_E_INPUT,
	    KL_N_("The template has a field with a function that does not "
		  "exist, \"%s\". Nothing was made. Correct the field in the "
		  "template."),
	    name);
}

static int
parse_call(struct parser *ps, const char *name, struct start start)
{
	size_t begin = ps->out.len;
	int rc;

	if (!is_listed(name, path_functions) && !is_listed(name, standard))
		return no_function(ps, name);
	buf_printf(&ps->out, "%s(", name);
	if (!accept(ps, ")")) {
		do {
			if (ps->out.data[ps->out.len - 1] != '(')
				buf_putc(&ps->out, ',');
			rc = parse_expression(ps, start);
			if (rc != 0)
				return rc;
		} while (accept(ps, ","));
		if (!accept(ps, ")"))
			return fault(ps);
	}
	buf_putc(&ps->out, ')');
	ps->pure = false;
	return parse_tail(ps, begin);
}

static int
parse_operand(struct parser *ps, struct start start)
{
	const char *at, *name;
	size_t begin;
	int rc;

	while (accept(ps, "-")) {
		buf_puts(&ps->out, " -");
		ps->pure = false;
	}
	skip_space(ps);
	if (*ps->p == '\'' || *ps->p == '"')
		return parse_literal(ps);
	if (isdigit((unsigned char)*ps->p))
		return parse_number(ps);
	begin = ps->out.len;
	if (accept(ps, "(")) {
		buf_putc(&ps->out, '(');
		rc = parse_expression(ps, start);
		if (rc != 0)
			return rc;
		if (!accept(ps, ")"))
			return fault(ps);
		buf_putc(&ps->out, ')');
		ps->pure = false;
		return parse_tail(ps, begin);
	}
	at = ps->p;
	name = take_name(ps);
	if (name != NULL && strcmp(name, "text") != 0 &&
	    strcmp(name, "node") != 0 && accept(ps, "("))
		return parse_call(ps, name, start);
	ps->p = at;
	return parse_location(ps, start);
}

/* True if an operator stood next; it is written out. */
static bool
parse_operator(struct parser *ps)
{
	static const char *const signs[] = { "!=", "<=", ">=", "=", "<", ">",
		"|", "+", "-", "*", NULL };
	static const char *const words[] = { "and", "or", "div", "mod", NULL };
	const char *at, *name;
	size_t i;

	for (i = 0; signs[i] != NULL; i++)
		if (accept(ps, signs[i])) {
			buf_printf(&ps->out, " %s ", signs[i]);
			return true;
		}
	at = ps->p;
	name = take_name(ps);
	if (name != NULL && is_listed(name, words)) {
		buf_printf(&ps->out, " %s ", name);
		return true;
	}
	ps->p = at;
	return false;
}

static int
parse_expression(struct parser *ps, struct start start)
{
	int rc;

	if (++ps->depth > MAX_NESTING)
		return fault(ps);
	rc = parse_operand(ps, start);
	while (rc == 0 && parse_operator(ps)) {
		ps->pure = false;
		rc = parse_operand(ps, start);
	}
	ps->depth--;
	return rc;
}

int
path_compile(const struct names *names, const struct scopes *scopes,
    const char *source, struct path *path, struct kl_error *err)
{
	struct parser ps = { .names = names,
		.scopes = scopes,
		.source = source,
		.p = source,
		.pure = true,
		.err = err };
	struct start start = { scopes->types[scopes->n - 1], true };
	int rc;

	memset(path, 0, sizeof *path);
	if (err != NULL)
		err->code = 0;
	if (strlen(source) > PATH_MAX_LENGTH)
		return kl_error_set(err, KL_E_INPUT,
		    KL_N_("The template has a field that is longer than 512 "
			  "bytes. Nothing was made. Shorten the field."));
	buf_init(&ps.out, MAX_OUTPUT);
	rc = parse_expression(&ps, start);
	skip_space(&ps);
	if (rc == 0 && *ps.p != '\0')
		rc = fault(&ps);
	if (rc == 0 && (buf_failed(&ps.out) || arena_failed(names->arena)))
		rc = kl_error_nomem(err);
	if (rc == 0) {
		path->source = arena_strdup(names->arena, source);
		path->type = ps.pure && ps.type != lost ? ps.type : NULL;
		path->renamed = ps.renamed;
		path->compiled = xmlXPathCompile(BAD_CAST ps.out.data);
		if (path->compiled == NULL)
			rc = fault(&ps);
		else if (path->source == NULL)
			rc = kl_error_nomem(err);
	}
	buf_free(&ps.out);
	return rc;
}

void
path_free(struct path *path)
{
	xmlXPathFreeCompExpr(path->compiled);
	path->compiled = NULL;
}
