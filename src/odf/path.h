/* SPDX-License-Identifier: EUPL-1.2
 *
 * Field paths: what stands in a template, checked against the names that the
 * record may have and turned into XPath 1.0.  A path knows what it reaches, so
 * a misspelt name is found even where the record has nothing.
 */
#ifndef ODF_PATH_H
#define ODF_PATH_H

#include <stdbool.h>
#include <stddef.h>
#include <libxml/hash.h>
#include <libxml/xpath.h>

#include "base/arena.h"
#include "odf/odf.h"
#include <kansli/error.h>

#define PATH_MAX_LENGTH 512 /* bytes of one expression */
#define PATH_MAX_SCOPES 17  /* the record and sixteen repeats in each other */

/* The names that a record may have. */
struct names {
	struct arena *arena;
	xmlHashTable *paths; /* "sammanträde/datum" */
	xmlHashTable *steps; /* "datum" */
	text_list dotted;    /* "sammanträde.datum", for suggestions */
	const char *root;    /* the record's document element */
	bool strict;	     /* an unknown name is an error */
	bool whole;	     /* paths holds all that there may be */
	/* set by the caller after names_init: */
	const struct odf_rename *renames;
	size_t nrenames;
	note_list *unknown; /* gather unknown names and go on, or NULL */
};

/* names_init(names, a, root, known, n): collect ${known}: whole paths from the
 * record's root ("sammanträde/datum"; the root's own name may stand first), or
 * single names ("datum").  With single names the paths are learned from the
 * record itself, and a name is known wherever it stands.  Without any, no name
 * is an error.  KL_E_NOMEM on failure; names_free in any case. */
int names_init(struct names *names, struct arena *a, const xmlNode *root,
    const char *const *known, size_t n);
void names_free(struct names *names);

/* names_borrow(names, a, root, from): use those of ${from}, which lives longer;
 * what is found goes to ${a}.  Not for names_free. */
void names_borrow(struct names *names, struct arena *a, const xmlNode *root,
    const struct odf_names *from);

/* names_nearest(names, type, word): the known name that ${word} may stand for
 * below the path ${type} (NULL: anywhere), or NULL. */
const char *names_nearest(
    const struct names *names, const char *type, const char *word);

/* names_below(names, type, name, renamed): the path that ${name} has below the
 * path ${type}, by its present name; NULL when there is none.  ${renamed} is
 * set when ${name} is an old one, otherwise left. */
const char *names_below(const struct names *names, const char *type,
    const char *name, const struct odf_rename **renamed);

/* names_step(names, name, renamed): the present name of the step ${name}, which
 * stands nobody knows where; NULL when no record has it. */
const char *names_step(const struct names *names, const char *name,
    const struct odf_rename **renamed);

/* names_is_last(names, type, name): true if ${name} is or was the last step of
 * the path ${type}. */
bool names_is_last(
    const struct names *names, const char *type, const char *name);

/* What a path is relative to: the record and the repeats round it.  A type is
 * the path from the root that the nodes of that repeat have, "" for the root,
 * NULL when it cannot be told beforehand. */
struct scopes {
	const char *types[PATH_MAX_SCOPES];
	int n; /* at least 1 */
};

/* A checked path. */
struct path {
	const char *source;
	xmlXPathCompExpr *compiled;
	const char *type; /* of the nodes that it reaches, or NULL */
	const struct odf_rename
	    *renamed; /* an old name that it uses, or NULL */
};

/* path_compile(names, scopes, source, path, err): check ${source} and compile
 * it.  A first step belongs to the innermost scope that may have it and the
 * step after it: as a child or attribute, or as the scope's own name; when the
 * names are single, a path of one step looks no further than the innermost
 * scope.  Variable $kN stands for the node of scope N, function kl-steg for a
 * last step.  KL_E_INPUT for a syntax fault, a function that is not allowed or
 * an unknown name, unless those are gathered.  path_free frees. */
int path_compile(const struct names *names, const struct scopes *scopes,
    const char *source, struct path *path, struct kl_error *err);
void path_free(struct path *path);

typedef VEC(struct path) path_list;

/* path_functions: the names of our own functions, ended by NULL. */
extern const char *const path_functions[];

/* What the functions need besides their arguments. */
struct path_setting {
	const char *language;
	struct arena *arena;
	xmlNode *const *nodes;	  /* of the scopes, for $kN */
	const int *depth;	  /* how many of them there are */
	unsigned long operations; /* so far, of all paths */
};

/* path_context(doc, setting): an evaluation context with the functions of
 * templates and a cap on operations; NULL when memory is out.  The caller frees
 * with xmlXPathFreeContext; ${setting} must live as long. */
xmlXPathContext *path_context(xmlDoc *doc, struct path_setting *setting);

/* path_evaluate(xp, path, result, err): evaluate at xp->node.  KL_E_INPUT when
 * it takes too many operations, or all evaluations in the context have.  The
 * caller frees ${result}. */
int path_evaluate(xmlXPathContext *xp, const struct path *path,
    xmlXPathObject **result, struct kl_error *err);

#endif
