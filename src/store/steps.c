/* SPDX-License-Identifier: EUPL-1.2
 *
 * Steps of a meeting's cycle that somebody has done.
 */
#include "config.h"

#include <string.h>

#include "store/load.h"

int
store_save_done(struct store *s, const char *verb, int64_t meeting,
    struct step_done *d, struct kl_error *err)
{
	struct save w;

	save_start(&w, s, FACT_DONE, verb, 0, err);
	save_need_meeting(&w, meeting);
	save_row(&w, &d->id, meeting, d);
	return save_end(&w);
}

int
store_delete_done(struct store *s, const char *verb, int64_t meeting,
    const char *step, struct kl_error *err)
{
	const struct step_done d = { .step = step };
	struct save w;

	save_start(&w, s, FACT_DONE, verb, 0, err);
	if (save_delete(&w, meeting, &d, SQL_DONE_DELETE))
		return save_end(&w);
	return kl_error_set(err, KL_E_NOTFOUND,
	    KL_N_("The step “%s” of the meeting is not marked as done. "
		  "Nothing was changed."),
	    step);
}

int
store_load_done(struct store *s, const char *meeting, struct arena *a,
    steps_done *list, struct kl_error *err)
{
	struct step_done *d;
	struct run r;

	memset(list, 0, sizeof *list);
	run_start(&r, s, SQL_DONE_GET, err);
	run_text(&r, 1, meeting);
	while (run_step(&r)) {
		d = load_new(&r, vec_push(a, list));
		if (d == NULL)
			break;
		d->id = sqlite3_column_int64(r.st, 0);
		row_load(&r, fact_kinds[FACT_DONE].fields, a, d);
	}
	return run_end(&r);
}
