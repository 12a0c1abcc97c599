/* SPDX-License-Identifier: EUPL-1.2
 *
 * Legal force: what the secretary has found out, and where each decision stands
 * with what it still waits for.
 */
#include "config.h"

#include <string.h>

#include "domain/add.h"
#include "office/follow.h"
#include <kansli/after.h>

/* ---- where a decision stands --------------------------------------------- */

static void
answer_gaps(struct work *w, struct kl_data *row, const struct kl_faults *gaps)
{
	struct kl_data *list = data_add_list(row, "waits_for"), *gap;
	char sentence[1024];
	size_t i;

	for (i = 0; i < gaps->n; i++) {
		kl_error_format(
		    &gaps->v[i], w->o->translate, sentence, sizeof sentence);
		gap = data_add_object(list, NULL);
		data_add_text(gap, "text", sentence);
		data_add_text(gap, "statute", gaps->v[i].statute);
	}
}

static void
answer_state(struct work *w, struct kl_data *row, const struct paragraph *p,
    const struct after_state *s)
{
	data_add_text(row, "meeting", w->meeting->key);
	data_add_int(row, "paragraph", p->nr);
	data_add_text(row, "title", follow_title(w, p));
	data_add_text(row, "kind", word_of(words_appeal, (int)s->appeal.kind));
	data_add_text(row, "addressee", s->appeal.addressee);
	data_add_day(row, "clock", s->appeal.clock);
	data_add_day(row, "last_day", s->appeal.last_day);
	data_add_day(row, "since", s->since);
	data_add_bool(row, "never", s->never);
	if (s->fact != NULL) {
		data_add_day(row, "asked", s->fact->asked);
		data_add_text(row, "court", s->fact->court);
		data_add_text(row, "answered_by", s->fact->answered_by);
		data_add_day(row, "county_board", s->fact->county_board);
	}
}

int
follow_state(struct work *w, const struct paragraph *p, struct kl_data *list,
    struct kl_error *err)
{
	struct derivation why = work_derivation(w);
	struct rule_book book = office_book(w);
	struct after_state state;
	struct kl_faults gaps;
	struct kl_data *row;
	int rc;

	rc = after_state(&w->bundle, w->meeting, p, w->o->today, &book, &why,
	    &state, &gaps, err);
	if (rc != 0)
		return rc;
	row = data_add_object(list, NULL);
	answer_state(w, row, p, &state);
	answer_gaps(w, row, &gaps);
	rules_answer_because(row, &why);
	return 0;
}

/* ---- what the secretary has found out ------------------------------------ */

/* The paragraphs meant, each of which must be there. */
static int
wanted(struct work *w, const char *paragraphs, struct ranges *out,
    struct kl_error *err)
{
	struct paragraph *p;
	size_t i;
	int nr, rc = 0;

	if (ranges_parse(paragraphs, out) != 0 || out->n == 0)
		return kl_error_set(err, KL_E_USAGE,
		    KL_N_("“%s” is no list of paragraphs. Write it like 1-10 "
			  "12. Nothing was changed."),
		    paragraphs);
	for (i = 0; rc == 0 && i < out->n; i++)
		for (nr = out->v[i].first; rc == 0 && nr <= out->v[i].last;
		     nr++)
			rc = follow_paragraph(w, nr, &p, err);
	return rc;
}

static struct legal_force *
fact_of(struct work *w, int nr)
{
	struct legal_force *f;
	size_t i;

	for (i = 0; i < w->meeting->forces.n; i++)
		if (w->meeting->forces.v[i].paragraph == nr)
			return &w->meeting->forces.v[i];
	f = force_add(w->arena, w->meeting);
	if (f != NULL)
		f->paragraph = nr;
	return f;
}

/* The court's answer about one paragraph.  It is worth nothing before the time
 * to appeal has run out, so it is not taken then. */
static int
take_answer(struct work *w, int nr, const void *ctx, struct kl_error *err)
{
	const struct kl_force_answer *what = ctx;
	struct rule_book book = office_book(w);
	struct after_appeal x;
	struct legal_force *f;
	struct paragraph *p;
	char last[11];
	int rc = follow_paragraph(w, nr, &p, err);

	if (rc == 0)
		rc = after_appeal(
		    &w->bundle, w->meeting, p, &book, NULL, &x, err);
	if (rc != 0)
		return rc;
	if (x.last_day != KL_DAY_NONE && what->answered <= x.last_day) {
		kl_error_set(err, KL_E_RULE,
		    KL_N_("The last day to appeal § %d is %s, so the court "
			  "cannot say before it is over that nobody has. "
			  "Nothing was changed."),
		    nr, kl_day_format(x.last_day, last));
		kl_error_statute(err, x.statute);
		return KL_E_RULE;
	}
	f = fact_of(w, nr);
	if (f == NULL)
		return kl_error_nomem(err);
	f->asked = what->answered;
	f->court = what->court;
	f->answered_by = what->who;
	if (what->since != KL_DAY_NONE)
		f->since = what->since;
	return store_save_force(
	    w->o->store, "force-ask", w->meeting->id, f, err);
}

static int
take_county_board(struct work *w, int nr, const void *ctx, struct kl_error *err)
{
	const kl_day *on = ctx;
	struct legal_force *f;
	struct paragraph *p;
	int rc = follow_paragraph(w, nr, &p, err);

	if (rc != 0)
		return rc;
	if (after_kind(&w->bundle, w->meeting, p) != APPEAL_PLAN) {
		kl_error_set(err, KL_E_RULE,
		    KL_N_("§ %d adopts no plan, so the county board does not "
			  "review it. Nothing was changed."),
		    nr);
		kl_error_statute(err, "PBL 11:10");
		return KL_E_RULE;
	}
	f = fact_of(w, nr);
	if (f == NULL)
		return kl_error_nomem(err);
	f->county_board = *on;
	return store_save_force(
	    w->o->store, "force-county-board", w->meeting->id, f, err);
}

/* Do so to each of the paragraphs, and tell where they stand then. */
static int
each_paragraph(struct work *w, const char *paragraphs,
    int (*take)(struct work *w, int nr, const void *ctx, struct kl_error *err),
    const void *ctx, struct kl_error *err)
{
	struct kl_data *list;
	struct ranges all;
	size_t i;
	int nr, rc = wanted(w, paragraphs, &all, err);

	data_add_text(w->answer, "meeting", w->meeting->key);
	list = data_add_list(w->answer, "decisions");
	for (i = 0; rc == 0 && i < all.n; i++)
		for (nr = all.v[i].first; rc == 0 && nr <= all.v[i].last;
		     nr++) {
			rc = take(w, nr, ctx, err);
			if (rc == 0)
				rc = follow_state(w,
				    meeting_paragraph(w->meeting, nr), list,
				    err);
		}
	return rc;
}

int
kl_force_ask(struct kl_office *o, const struct kl_force_answer *what,
    struct kl_data **answer, struct kl_error *err)
{
	struct work w;
	int rc = work_change(&w, o, what->meeting, MAY_DECIDE, err);

	if (rc == 0 && (what->court == NULL || what->who == NULL))
		rc = kl_error_set(err, KL_E_USAGE,
		    KL_N_("Say which court answered, with --court, and who "
			  "there, with --who. Nothing was changed."));
	if (rc == 0)
		rc = work_check_day(&w, what->answered, w.meeting->day, err);
	if (rc == 0)
		rc = each_paragraph(
		    &w, what->paragraphs, take_answer, what, err);
	return work_end(&w, rc, answer, err);
}

int
kl_force_county_board(struct kl_office *o, const char *meeting,
    const char *paragraphs, kl_day on, struct kl_data **answer,
    struct kl_error *err)
{
	struct work w;
	int rc = work_change(&w, o, meeting, MAY_DECIDE, err);

	if (rc == 0)
		rc = work_check_day(&w, on, w.meeting->day, err);
	if (rc == 0)
		rc =
		    each_paragraph(&w, paragraphs, take_county_board, &on, err);
	return work_end(&w, rc, answer, err);
}

/* ---- show and list ------------------------------------------------------- */

int
kl_force_show(struct kl_office *o, const char *meeting, struct kl_data **answer,
    struct kl_error *err)
{
	struct kl_data *list;
	struct work w;
	size_t i;
	int rc = work_look(&w, o, meeting, err);

	if (rc == 0) {
		data_add_text(w.answer, "meeting", w.meeting->key);
		list = data_add_list(w.answer, "decisions");
		for (i = 0; rc == 0 && i < w.meeting->paragraphs.n; i++)
			rc = follow_state(
			    &w, &w.meeting->paragraphs.v[i], list, err);
	}
	return work_end(&w, rc, answer, err);
}

/* Waits for something that can still come. */
static bool
is_open(const struct after_state *s)
{
	return s->appeal.kind != APPEAL_NONE && !s->never &&
	       s->since == KL_DAY_NONE;
}

static int
list_meeting(
    struct work *w, bool open, struct kl_data *list, struct kl_error *err)
{
	struct rule_book book = office_book(w);
	const struct paragraph *p;
	struct after_state state;
	struct kl_faults gaps;
	size_t i;
	int rc = 0;

	for (i = 0; rc == 0 && i < w->meeting->paragraphs.n; i++) {
		p = &w->meeting->paragraphs.v[i];
		rc = after_state(&w->bundle, w->meeting, p, w->o->today, &book,
		    NULL, &state, &gaps, err);
		if (rc == 0 && (!open || is_open(&state)))
			rc = follow_state(w, p, list, err);
	}
	return rc;
}

int
kl_force_list(struct kl_office *o, const char *committee, bool open,
    struct kl_data **answer, struct kl_error *err)
{
	struct kl_data *rows = data_list(), *list;
	const char *key, *last = "";
	struct work w;
	size_t i;
	int rc = work_begin(&w, o, MAY_READ, false, err);

	list = data_add_list(w.answer, "decisions");
	if (rc == 0)
		rc = office_query(&w, "minutes", committee, rows, err);
	for (i = 0; rc == 0 && i < kl_data_count(rows); i++) {
		key = kl_data_text(kl_data_get(kl_data_at(rows, i), "meeting"));
		if (strcmp(key, last) == 0)
			continue;
		last = key;
		rc = office_turn_to(&w, key, err);
		if (rc == 0)
			rc = list_meeting(&w, open, list, err);
	}
	kl_data_free(rows);
	return work_end(&w, rc, answer, err);
}
