/* SPDX-License-Identifier: EUPL-1.2
 *
 * A record as evidence: checked against its schema, then canonical bytes and
 * their hash.
 */
#include "config.h"

#include <string.h>

#include "base/xml.h"
#include "record/record.h"
#include "record/shape.h"

int
record_check(xmlDoc *doc, const char *schema, struct kl_error *err)
{
	struct arena *a = arena_new(0);
	struct kl_faults *faults = NULL;
	struct shape *shape = NULL;
	int rc = KL_E_NOMEM;

	if (a != NULL)
		faults = arena_alloc(a, sizeof *faults);
	if (faults == NULL) {
		kl_error_nomem(err);
		goto out;
	}
	rc = shape_open(schema, a, &shape, err);
	if (rc != 0)
		goto out;
	rc = shape_check(shape, doc, NULL, faults);
	if (rc == 0 && faults->total == 0)
		rc = shape_validate(shape, doc, NULL, faults);
	if (rc != 0)
		kl_error_nomem(err);
	else if (faults->total > 0) {
		if (err != NULL)
			*err = faults->v[0];
		rc = KL_E_INPUT;
	}
out:
	shape_close(shape);
	arena_free(a);
	return rc;
}

int
record_freeze(
    xmlDoc *doc, struct buf *out, char sha[HASH_HEX], struct kl_error *err)
{
	size_t before = out->len;

	if (xml_canonical(doc, out) != 0)
		return kl_error_nomem(err);
	hash_of(out->data + before, out->len - before, sha);
	return 0;
}
