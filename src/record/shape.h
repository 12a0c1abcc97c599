/* SPDX-License-Identifier: EUPL-1.2
 *
 * A RELAX NG schema in use: whether a document follows it (libxml2 decides)
 * and, if not, what stands where it may not, what is missing and what was
 * perhaps meant (read from the same schema, because the validator stops at the
 * first fault and cannot say it well).
 */
#ifndef RECORD_SHAPE_H
#define RECORD_SHAPE_H

#include <libxml/tree.h>

#include "base/arena.h"
#include <kansli/error.h>

struct shape;

/* shape_open(path, a, shape, err): read the schema at ${path}.  The shape lives
 * until shape_close; its tables in ${a}.  KL_E_ENV if it cannot be read or is
 * not a schema. */
int shape_open(const char *path, struct arena *a, struct shape **shape,
    struct kl_error *err);

/* shape_close(shape): NULL is fine. */
void shape_close(struct shape *shape);

/* shape_check(shape, doc, name, faults): every element and attribute that
 * ${doc} may not have there, has too often or lacks, as faults of the file
 * ${name}.  Returns KL_E_NOMEM or 0. */
int shape_check(struct shape *shape, xmlDoc *doc, const char *name,
    struct kl_faults *faults);

/* shape_validate(shape, doc, name, faults): libxml2's verdict by the whole
 * schema, values too.  Returns KL_E_NOMEM or 0. */
int shape_validate(struct shape *shape, xmlDoc *doc, const char *name,
    struct kl_faults *faults);

#endif
