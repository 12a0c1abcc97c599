/* SPDX-License-Identifier: EUPL-1.2
 *
 * Which templates the office has chosen instead of those that came with the
 * program.  Their bytes are blobs.
 */
#include "config.h"

#include <string.h>

#include "store/load.h"

int
store_save_template(struct store *s, const char *verb,
    struct template_choice *t, struct kl_error *err)
{
	struct save w;

	save_start(&w, s, FACT_TEMPLATE, verb, 0, err);
	save_need(&w, REF_COMMITTEE, t->committee, "nämnd");
	save_need(&w, REF_BLOB, t->sha256, "mall");
	save_row(&w, &t->id, 0, t);
	return save_end(&w);
}

int
store_delete_template(
    struct store *s, const char *verb, int64_t id, struct kl_error *err)
{
	struct save w;
	struct run r;

	save_start(&w, s, FACT_TEMPLATE, verb, 0, err);
	w.id = id;
	if (w.rc == 0) {
		run_start(&r, s, SQL_TEMPLATE_DELETE, err);
		run_int(&r, 1, id);
		w.rc = run_do(&r);
	}
	return save_end(&w);
}

int
store_find_template(struct store *s, const char *kind, const char *committee,
    struct arena *a, struct template_choice *t, struct kl_error *err)
{
	struct run r;

	memset(t, 0, sizeof *t);
	run_start(&r, s, SQL_TEMPLATE_FOR, err);
	run_text(&r, 1, kind);
	run_text(&r, 2, committee);
	if (run_step(&r)) {
		t->id = sqlite3_column_int64(r.st, 0);
		row_load(&r, fact_kinds[FACT_TEMPLATE].fields, a, t);
	}
	return run_end(&r);
}

int
store_load_templates(struct store *s, struct arena *a, template_choices *list,
    struct kl_error *err)
{
	struct template_choice *t;
	struct run r;

	memset(list, 0, sizeof *list);
	run_start(&r, s, SQL_TEMPLATE_ALL, err);
	while (run_step(&r)) {
		t = load_new(&r, vec_push(a, list));
		if (t == NULL)
			break;
		t->id = sqlite3_column_int64(r.st, 0);
		row_load(&r, fact_kinds[FACT_TEMPLATE].fields, a, t);
		t->user = arena_strdup(a, run_column(&r, 7));
	}
	return run_end(&r);
}
