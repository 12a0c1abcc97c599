/* SPDX-License-Identifier: EUPL-1.2
 *
 * Saving matters and their documents; the running numbers.
 */
#include "config.h"

#include "store/fact.h"

static int
save_document(struct store *s, const char *verb, int64_t matter,
    struct document_file *d, struct kl_error *err)
{
	struct save w;

	save_start(&w, s, FACT_DOCUMENT, verb, d->line, err);
	save_need(&w, REF_BLOB, d->sha256, "fil");
	save_row(&w, &d->id, matter, d);
	return save_end(&w);
}

/* A document that is not among the matter's stays: what has been registered is
 * not forgotten because somebody imports less. */
int
store_save_matter(
    struct store *s, const char *verb, struct matter *m, struct kl_error *err)
{
	struct save w;
	size_t i;
	int rc;

	save_start(&w, s, FACT_MATTER, verb, m->line, err);
	save_need(&w, REF_COMMITTEE, m->committee, "nämnd");
	save_row(&w, &m->id, 0, m);
	save_list(&w, SQL_MATTER_PROPOSAL_PUT, &m->proposals);
	save_list(&w, SQL_MATTER_RECIPIENT_PUT, &m->recipients);
	rc = save_end(&w);
	for (i = 0; i < m->documents.n && rc == 0; i++)
		rc = save_document(s, verb, m->id, &m->documents.v[i], err);
	return rc;
}

int
store_next_number(struct store *s, const char *committee, int year,
    const char *series, int *nr, struct kl_error *err)
{
	struct run r;
	int rc = find_has(s, REF_COMMITTEE, committee, err);

	if (rc < 0)
		return rc;
	if (rc == 0)
		return find_fail(s, REF_COMMITTEE, KL_E_INPUT, committee, err);
	run_start(&r, s, SQL_COUNTER_NEXT, err);
	run_text(&r, 1, committee);
	run_int(&r, 2, year);
	run_text(&r, 3, series == NULL ? "" : series);
	while (run_step(&r))
		*nr = sqlite3_column_int(r.st, 0);
	return run_end(&r);
}
