/* SPDX-License-Identifier: EUPL-1.2
 *
 * A record as evidence: checked against its schema, then canonical bytes and
 * their hash.
 */
#include "config.h"

#include <string.h>

#include "base/mem.h"
#include "base/xml.h"
#include "record/record.h"
#include "record/shape.h"

struct record_schema {
	struct arena *arena;
	struct shape *shape;
};

int
record_schema_open(
    const char *path, struct record_schema **schema, struct kl_error *err)
{
	struct arena *a = arena_new(0);
	struct record_schema *s = arena_alloc(a, sizeof *s);
	int rc;

	if (s == NULL) {
		arena_free(a);
		return kl_error_nomem(err);
	}
	s->arena = a;
	rc = shape_open(path, a, &s->shape, err);
	if (rc == 0)
		*schema = s;
	else
		arena_free(a);
	return rc;
}

void
record_schema_close(struct record_schema *schema)
{
	if (schema == NULL)
		return;
	shape_close(schema->shape);
	arena_free(schema->arena);
}

/* The validator is asked first, since it is quick and nearly always content;
 * what is wrong is then said by the tables, which say it better. */
static int
find_faults(struct record_schema *schema, xmlDoc *doc, struct kl_faults *faults)
{
	struct kl_faults *verdict = mem_alloc(sizeof *verdict);
	int rc = KL_E_NOMEM;

	if (verdict != NULL)
		rc = shape_validate(schema->shape, doc, NULL, verdict);
	if (rc == 0 && verdict->total > 0) {
		rc = shape_check(schema->shape, doc, NULL, faults);
		if (rc == 0 && faults->total == 0)
			*faults = *verdict;
	}
	mem_free(verdict);
	return rc;
}

int
record_check(xmlDoc *doc, struct record_schema *schema, struct kl_error *err)
{
	struct kl_faults *faults = mem_alloc(sizeof *faults);
	int rc = KL_E_NOMEM;

	if (faults != NULL)
		rc = find_faults(schema, doc, faults);
	if (rc != 0) {
		kl_error_nomem(err);
	} else if (faults->total > 0) {
		if (err != NULL)
			*err = faults->v[0];
		rc = KL_E_INPUT;
	}
	mem_free(faults);
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
