/* SPDX-License-Identifier: EUPL-1.2
 *
 * Inside the compilation of paths: the parser's state, and which name belongs
 * to which of the repeats round a field.
 */
#ifndef ODF_PARSE_H
#define ODF_PARSE_H

#include "base/buf.h"
#include "odf/path.h"

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

/* parse_lost: the type below a name that is not known, when those are gathered.
 */
extern const char parse_lost[];

/* parse_is_letter(cp): true if a name may begin with ${cp}. */
bool parse_is_letter(uint32_t cp);

/* parse_name_length(p): bytes of the name at ${p}, 0 when there is none. */
size_t parse_name_length(const char *p);

/* parse_unknown(ps, type, name): no record has ${name} below ${type}:
 * KL_E_INPUT with the nearest, or 0 when unknown names are gathered. */
int parse_unknown(struct parser *ps, const char *type, const char *name);

/* parse_step_to(ps, type, name): step from ${type} to its child ${*name}, which
 * becomes its present name, as a path from ${type}; KL_E_INPUT when no record
 * has that. */
int parse_step_to(struct parser *ps, const char **type, const char **name);

/* parse_first_step(ps, type, name, self): a path's first name in its scope,
 * made its present one.  Writes the scope's variable when it is not the
 * innermost;
 * ${self} says that the name is the scope's own. */
int parse_first_step(
    struct parser *ps, const char **type, const char **name, bool *self);

#endif
