/* SPDX-License-Identifier: EUPL-1.2
 *
 * Which name belongs where: the first step of a path to one of the repeats
 * round it or to the record, the next ones to what the step before reached. Old
 * names become present ones here, unknown ones are told with the nearest.
 */
#include "config.h"

#include <ctype.h>
#include <string.h>
#include <utf8proc.h>

#include "base/utf8.h"
#include "odf/parse.h"

const char parse_lost[] = "?";

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

int
parse_unknown(struct parser *ps, const char *type, const char *name)
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

bool
parse_is_letter(uint32_t cp)
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

size_t
parse_name_length(const char *p)
{
	const char *start = p;
	uint32_t cp;
	size_t n;

	n = utf8_next(p, &cp);
	if (n == 0 || !parse_is_letter(cp))
		return 0;
	do {
		p += n;
		n = utf8_next(p, &cp);
	} while (n > 0 && (parse_is_letter(cp) || cp == '-' ||
			      (cp < 128 && isdigit((int)cp)) ||
			      (cp >= 0x300 && cp < 0x370)));
	return (size_t)(p - start);
}

static bool
has(xmlHashTable *table, const char *key)
{
	return key != NULL && xmlHashLookup(table, BAD_CAST key) != NULL;
}

int
parse_step_to(struct parser *ps, const char **type, const char **name)
{
	const char *below, *now;
	int rc = 0;

	if (*type == parse_lost)
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
		rc = parse_unknown(ps, *type, *name);
		below = parse_lost;
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
	n = parse_name_length(p);
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

int
parse_first_step(
    struct parser *ps, const char **type, const char **name, bool *self)
{
	const struct scopes *sc = ps->scopes;
	int how, rc, i = find_scope(ps, *name, &how);

	if (i < 0) {
		rc = parse_unknown(ps, sc->types[sc->n - 1], *name);
		*type = parse_lost;
		return rc;
	}
	if (i < sc->n - 1)
		buf_printf(&ps->out, "$k%d", i);
	*type = sc->types[i];
	*self = how == 2;
	return *self ? 0 : parse_step_to(ps, type, name);
}
