/* SPDX-License-Identifier: EUPL-1.2
 *
 * The pages of frozen minutes, which those who adjust them approve.
 */
#include "config.h"

#include "office/adjust.h"
#include "office/request.h"

int
office_minutes_pdf(struct work *w, const struct minutes *m, const char **sha,
    struct kl_error *err)
{
	struct kl_document what = { .meeting = w->meeting->key,
		.kind = m->seq == 1 ? "minutes" : "immediate-minutes",
		.paragraphs = m->seq == 1 ? NULL : m->paragraphs,
		.formats = "pdf" };
	char hex[HASH_HEX];
	struct request r;
	int rc;

	request_init(&r);
	rc = kind_find(what.kind, &r.kind, err);
	if (rc == 0)
		rc = request_open(w, &what, &r, err);
	if (rc == 0)
		rc = request_keep(w, &r, err);
	if (rc == 0) {
		hash_of(r.made.pdf.data, r.made.pdf.len, hex);
		*sha = arena_strdup(w->arena, hex);
		rc = *sha == NULL ? kl_error_nomem(err) : 0;
	}
	request_free(&r);
	return rc;
}
