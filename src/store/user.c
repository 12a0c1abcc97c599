/* SPDX-License-Identifier: EUPL-1.2
 *
 * Users, recorded overrides, and the small questions that the office asks while
 * it builds an agenda.
 */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "store/load.h"

int
store_load_user(struct store *s, const char *name, const char *login,
    struct arena *a, struct store_user *u, struct kl_error *err)
{
	bool found = false;
	struct run r;
	int rc;

	memset(u, 0, sizeof *u);
	run_start(&r, s, SQL_ACCOUNT_GET, err);
	run_text(&r, 1, name);
	run_text(&r, 2, login);
	if (run_step(&r)) {
		found = true;
		u->id = sqlite3_column_int64(r.st, 0);
		row_load(&r, fact_kinds[FACT_USER].fields, a, u);
		run_fail(&r, load_list(s, SQL_ACCOUNT_COMMITTEE_GET, u->id, a,
				 &u->committees, err));
	}
	rc = run_end(&r);
	if (rc != 0 || found)
		return rc;
	if (name != NULL)
		return find_fail(s, REF_USER, KL_E_NOTFOUND, name, err);
	return kl_error_set(err, KL_E_NOTFOUND,
	    KL_N_("No user of the register belongs to the operating system's "
		  "user \"%s\"."),
	    login);
}

int
store_load_overrides(struct store *s, const char *meeting, struct arena *a,
    deadline_overrides *list, struct kl_error *err)
{
	struct deadline_override *o;
	struct override_row row;
	struct run r;

	memset(list, 0, sizeof *list);
	run_start(&r, s, SQL_OVERRIDE_GET, err);
	run_text(&r, 1, meeting);
	while (run_step(&r)) {
		o = load_new(&r, vec_push(a, list));
		if (o == NULL)
			break;
		row_load(&r, fact_kinds[FACT_OVERRIDE].fields, a, &row);
		o->step = row.step;
		o->why = row.why;
		o->day = row.day;
	}
	return run_end(&r);
}

static int
load_numbers(struct store *s, enum sql which, const char *meeting,
    struct arena *a, text_list *numbers, struct kl_error *err)
{
	struct run r;

	memset(numbers, 0, sizeof *numbers);
	run_start(&r, s, which, err);
	run_text(&r, 1, meeting);
	while (run_step(&r))
		if (text_add(a, numbers, run_column(&r, 0)) != 0)
			run_fail(&r, kl_error_nomem(err));
	return run_end(&r);
}

int
store_matters_for(struct store *s, const char *meeting, struct arena *a,
    text_list *numbers, struct kl_error *err)
{
	return load_numbers(s, SQL_MATTER_FOR, meeting, a, numbers, err);
}

int
store_matters_wishing(struct store *s, const char *meeting, struct arena *a,
    text_list *numbers, struct kl_error *err)
{
	return load_numbers(s, SQL_MATTER_WISHING, meeting, a, numbers, err);
}

/* The text of the first row, or NULL; ends the run. */
static int
first_text(struct run *r, struct arena *a, const char **text)
{
	*text = NULL;
	if (run_step(r)) {
		*text = arena_strdup(a, run_column(r, 0));
		if (*text == NULL)
			run_fail(r, kl_error_nomem(r->err));
	}
	return run_end(r);
}

int
store_item_heir(struct store *s, int64_t meeting, struct arena *a,
    const char **key, struct kl_error *err)
{
	struct run r;

	run_start(&r, s, SQL_ITEM_HEIR, err);
	run_int(&r, 1, meeting);
	return first_text(&r, a, key);
}

int
store_next_meeting(struct store *s, const char *committee, kl_day day, int seq,
    struct arena *a, const char **key, struct kl_error *err)
{
	char date[11];
	struct run r;

	run_start(&r, s, SQL_MEETING_NEXT, err);
	run_text(&r, 1, committee);
	run_text(&r, 2, kl_day_format(day, date));
	run_int(&r, 3, seq);
	return first_text(&r, a, key);
}

static const struct row_field open_fields[] = {
	ROW(ROW_TEXT, struct open_item, nr, "nr"),
	ROW(ROW_TEXT, struct open_item, number, "dnr"),
	ROW(ROW_TEXT, struct open_item, title, "rubrik"),
	ROW(ROW_DAY, struct open_item, day, "datum"),
	ROW_OF(ROW_WORD, struct open_item, outcome, "utgång", words_outcome),
	ROW(ROW_DAY, struct open_item, tabled_to, "bordlagt till"),
	ROW_LAST,
};

int
store_open_items(struct store *s, const char *committee, kl_day before,
    struct arena *a, open_items *items, struct kl_error *err)
{
	struct open_item *i;
	char day[11];
	struct run r;

	memset(items, 0, sizeof *items);
	run_start(&r, s, SQL_ITEM_OPEN, err);
	run_text(&r, 1, committee);
	run_text(&r, 2, kl_day_format(before, day));
	while (run_step(&r)) {
		i = load_new(&r, vec_push(a, items));
		if (i == NULL)
			break;
		i->item = sqlite3_column_int64(r.st, 0);
		i->meeting = arena_strdup(a, run_column(&r, 1));
		row_load(&r, open_fields, a, i);
	}
	return run_end(&r);
}

int
store_highest_paragraph(struct store *s, const char *committee, int year,
    kl_day before, int *nr, struct kl_error *err)
{
	char first[16], last[16], day[11];
	struct run r;

	*nr = 0;
	snprintf(first, sizeof first, "%04d-01-01", year);
	snprintf(last, sizeof last, "%04d-12-31", year);
	run_start(&r, s, SQL_PARAGRAPH_HIGHEST, err);
	run_text(&r, 1, committee);
	run_text(&r, 2, first);
	run_text(&r, 3, last);
	run_text(&r, 4, kl_day_format(before, day));
	if (run_step(&r))
		*nr = sqlite3_column_int(r.st, 0); /* 0 for NULL */
	return run_end(&r);
}
