/* SPDX-License-Identifier: EUPL-1.2
 *
 * The record of a year's meetings: those of every committee, or of one.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/xml.h"
#include "office/office_private.h"

#define YEAR_DIGITS 4

static const char *
text_of(struct work *w, const struct kl_data *row, const char *key)
{
	const char *text = kl_data_text(kl_data_get(row, key));

	return text == NULL ? NULL : arena_strdup(w->arena, text);
}

static int
add_meeting(struct work *w, record_meetings *list, const struct kl_data *row,
    struct kl_error *err)
{
	struct record_meeting *m = vec_push(w->arena, list);
	const char *day = kl_data_text(kl_data_get(row, "date"));
	const char *state = kl_data_text(kl_data_get(row, "state"));

	if (m == NULL)
		return kl_error_nomem(err);
	m->key = text_of(w, row, "meeting");
	m->committee = text_of(w, row, "committee");
	m->time = text_of(w, row, "time");
	m->place = text_of(w, row, "place");
	m->number = (int)kl_data_int(kl_data_get(row, "number"));
	m->summons = m->adjust = KL_DAY_NONE;
	m->state = (enum meeting_state)word_value(
	    words_meeting, state == NULL ? "" : state);
	if (day == NULL || kl_day_parse(day, &m->day) != 0 || m->key == NULL ||
	    m->committee == NULL)
		return kl_error_set(err, KL_E_DAMAGED,
		    KL_N_("The register holds a meeting without a day. Run "
			  "kansli check."));
	return 0;
}

int
office_meetings(struct work *w, const char *const *args, record_meetings *list,
    struct kl_error *err)
{
	struct kl_data *rows = data_list();
	size_t i;
	int rc;

	rc = store_query(w->o->store, "meetings", args, rows, err);
	for (i = 0; rc == 0 && i < kl_data_count(rows); i++)
		rc = add_meeting(w, list, kl_data_at(rows, i), err);
	if (rc == 0 && data_failed(rows))
		rc = kl_error_nomem(err);
	kl_data_free(rows);
	return rc;
}

/* The committee, loaded once. */
static int
need_committee(struct work *w, const char *code, struct kl_error *err)
{
	struct committee *c;

	if (bundle_committee(&w->bundle, code) != NULL)
		return 0;
	c = vec_push(w->arena, &w->bundle.committees);
	return c == NULL
		   ? kl_error_nomem(err)
		   : store_load_committee(w->o->store, code, w->arena, c, err);
}

/* What the rules say of a meeting's days; of one that is not held, nothing. */
static int
add_days(struct work *w, struct record_meeting *m, struct kl_error *err)
{
	struct rules_adjustment adjust;
	struct rule_book book;
	int rc;

	rc = need_committee(w, m->committee, err);
	if (rc != 0 || m->state == MEETING_CANCELLED)
		return rc;
	w->committee = bundle_committee(&w->bundle, m->committee);
	book = office_book(w);
	rc = rules_summons(m->day, &book, NULL, &m->summons, err);
	if (rc == 0)
		rc = rules_adjust(m->day, &book, NULL, &adjust, err);
	if (rc == 0)
		m->adjust = adjust.plain;
	w->committee = NULL;
	return rc;
}

/* "TRN/2026" or "2026" in two. */
static int
split_year(struct work *w, const char *what, const char **committee,
    const char **year, struct kl_error *err)
{
	const char *slash = strchr(what, '/');
	size_t n = slash == NULL ? 0 : (size_t)(slash - what);

	*committee = slash == NULL ? NULL : arena_strndup(w->arena, what, n);
	*year = slash == NULL ? what : slash + 1;
	if (strspn(*year, "0123456789") == YEAR_DIGITS &&
	    strlen(*year) == YEAR_DIGITS && (slash == NULL || n > 0))
		return 0;
	return kl_error_set(err, KL_E_USAGE,
	    KL_N_("“%s” is not a year. Write it like 2026, or TRN/2026 for "
		  "one committee. Nothing was written."),
	    what);
}

int
office_year(
    struct work *w, const char *what, xmlDoc **doc, struct kl_error *err)
{
	const char *committee, *year, *args[3] = { NULL };
	record_meetings list = { 0 };
	size_t i;
	int rc;

	rc = split_year(w, what, &committee, &year, err);
	if (rc != 0)
		return rc;
	args[0] = arena_printf(w->arena, "year=%s", year);
	if (committee != NULL)
		args[1] = arena_printf(w->arena, "committee=%s", committee);
	if (args[0] == NULL || (committee != NULL && args[1] == NULL))
		return kl_error_nomem(err);
	rc = office_may(w->o, MAY_HANDLE, committee, err);
	if (rc == 0)
		rc = office_meetings(w, args, &list, err);
	if (rc == 0 && list.n == 0)
		return kl_error_set(err, KL_E_NOTFOUND,
		    KL_N_("No meetings are recorded for %s. Nothing was "
			  "written."),
		    what);
	/* the organisation comes with any meeting */
	if (rc == 0)
		rc = store_load_meeting(
		    w->o->store, list.v[0].key, &w->bundle, err);
	for (i = 0; rc == 0 && i < list.n; i++)
		rc = add_days(w, &list.v[i], err);
	if (rc == 0)
		rc = record_year(&w->bundle, (int)strtol(year, NULL, 10), &list,
		    NULL, doc, err);
	return rc;
}
