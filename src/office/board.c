/* SPDX-License-Identifier: EUPL-1.2
 *
 * The notice board as it is today: what hangs there, what is to go up, what may
 * come down, and the answers that fall due before the committee meets.
 */
#include "config.h"

#include <string.h>

#include "office/follow.h"
#include <kansli/after.h>

int
office_query(struct work *w, const char *query, const char *committee,
    struct kl_data *rows, struct kl_error *err)
{
	const char *args[2] = { NULL, NULL };

	if (committee != NULL) {
		args[0] = arena_printf(w->arena, "committee=%s", committee);
		if (args[0] == NULL)
			return kl_error_nomem(err);
	}
	return store_query(w->o->store, query, args, rows, err);
}

int
office_turn_to(struct work *w, const char *meeting, struct kl_error *err)
{
	if (w->meeting != NULL && strcmp(w->meeting->key, meeting) == 0)
		return 0;
	w->bundle = (struct bundle){ .arena = w->arena };
	w->meeting = NULL;
	return work_meeting(w, meeting, MAY_READ, err);
}

/* What is looked for, and where it goes. */
struct board {
	struct work *w;
	bool all; /* of the list: also what has come down */
	struct kl_data *notices, *post, *remove, *down, *announce;
};

typedef int (*board_visit)(
    struct board *b, const struct minutes *m, struct kl_error *err);

/* Each set of minutes that the query's rows name and ${visit} wants to see. */
static int
each_minutes(struct board *b, const struct kl_data *rows, board_visit visit,
    struct kl_error *err)
{
	const struct kl_data *row;
	const struct meeting *m;
	size_t i, k;
	int rc = 0;

	for (i = 0; rc == 0 && i < kl_data_count(rows); i++) {
		row = kl_data_at(rows, i);
		if (!b->all &&
		    kl_data_text(kl_data_get(row, "taken_down")) != NULL)
			continue;
		rc = office_turn_to(
		    b->w, kl_data_text(kl_data_get(row, "meeting")), err);
		if (rc != 0)
			break;
		m = b->w->meeting;
		for (k = 0; rc == 0 && k < m->minutes.n; k++)
			if (m->minutes.v[k].seq ==
			    kl_data_int(kl_data_get(row, "seq")))
				rc = visit(b, &m->minutes.v[k], err);
	}
	return rc;
}

/* ---- what hangs ---------------------------------------------------------- */

static int
list_notice(struct board *b, const struct minutes *m, struct kl_error *err)
{
	struct derivation why = work_derivation(b->w);
	struct rule_book book = office_book(b->w);
	struct rules_appeal appeal;
	struct kl_data *row;
	int rc = after_notice(m, &book, &why, &appeal, err);

	if (rc != 0)
		return rc;
	row = data_add_object(b->notices, NULL);
	data_add_text(row, "meeting", b->w->meeting->key);
	data_add_int(row, "seq", m->seq);
	data_add_text(row, "paragraphs", m->paragraphs);
	data_add_day(row, "adjusted", m->adjusted);
	data_add_day(row, "posted", m->posted);
	data_add_day(row, "taken_down", m->taken_down);
	data_add_text(row, "state", word_of(words_minutes, (int)m->state));
	data_add_day(row, "last_day", appeal.last_day);
	data_add_day(row, "remove_on", appeal.remove_on);
	data_add_bool(row, "due",
	    appeal.remove_on != KL_DAY_NONE &&
		b->w->o->today >= appeal.remove_on);
	rules_answer_because(row, &why);
	return 0;
}

int
kl_notice_list(struct kl_office *o, const char *committee, bool all,
    struct kl_data **answer, struct kl_error *err)
{
	struct kl_data *rows = data_list();
	struct board b = { .all = all };
	struct work w;
	int rc = work_begin(&w, o, MAY_READ, false, err);

	b.w = &w;
	b.notices = data_add_list(w.answer, "notices");
	if (rc == 0)
		rc = office_query(&w, "notices", committee, rows, err);
	if (rc == 0)
		rc = each_minutes(&b, rows, list_notice, err);
	kl_data_free(rows);
	return work_end(&w, rc, answer, err);
}

/* ---- what there is to do today ------------------------------------------- */

static struct kl_data *
board_row(struct board *b, struct kl_data *list, const struct minutes *m)
{
	struct kl_data *row = data_add_object(list, NULL);

	data_add_text(row, "meeting", b->w->meeting->key);
	data_add_text(row, "paragraphs", m->paragraphs);
	return row;
}

/* Adjusted, and not announced: by the second day after it. */
static int
to_post(struct board *b, const struct minutes *m, struct kl_error *err)
{
	struct derivation why = work_derivation(b->w);
	struct rule_book book = office_book(b->w);
	struct kl_data *row;
	kl_day latest;
	int rc = rules_notice(m->adjusted, &book, &why, &latest, err);

	if (rc != 0)
		return rc;
	row = board_row(b, b->post, m);
	data_add_day(row, "adjusted", m->adjusted);
	data_add_day(row, "latest", latest);
	data_add_bool(row, "late", b->w->o->today > latest);
	rules_answer_because(row, &why);
	return 0;
}

static int
to_remove(struct board *b, const struct minutes *m, struct kl_error *err)
{
	struct rule_book book = office_book(b->w);
	struct rules_appeal appeal;
	struct kl_data *row;
	int rc = after_notice(m, &book, NULL, &appeal, err);

	if (rc != 0)
		return rc;
	if (appeal.last_day == KL_DAY_NONE) {
		row = board_row(b, b->down, m);
		data_add_day(row, "from",
		    m->interruptions.v[m->interruptions.n - 1].from);
	} else if (b->w->o->today >= appeal.remove_on) {
		row = board_row(b, b->remove, m);
		data_add_day(row, "last_day", appeal.last_day);
		data_add_day(row, "remove_on", appeal.remove_on);
	}
	return 0;
}

/* A plan's second announcement is due the same day as the notice and the
 * message about it the day after; a permit's publication as soon as it is
 * given.
 */
static int
announcement(struct board *b, const struct minutes *m, int nr,
    enum appeal_kind kind, struct kl_error *err)
{
	struct rule_book book = office_book(b->w);
	struct kl_data *row = board_row(b, b->announce, m);
	kl_day latest = KL_DAY_NONE, message = KL_DAY_NONE;
	int rc = 0;

	if (kind == APPEAL_PLAN && m->posted != KL_DAY_NONE) {
		rc = rules_limit(
		    RULE_PLAN_ANNOUNCEMENT, m->posted, &book, &latest, err);
		if (rc == 0)
			rc = rules_limit(
			    RULE_PLAN_MESSAGE, m->posted, &book, &message, err);
	}
	data_add_int(row, "paragraph", nr);
	data_add_text(row, "kind", word_of(words_appeal, (int)kind));
	data_add_day(row, "latest", latest);
	data_add_day(row, "message_by", message);
	data_add_text(
	    row, "statute", kind == APPEAL_PLAN ? "PBL 5:29-30" : "PBL 9:41 b");
	return rc;
}

static int
to_announce(struct board *b, const struct minutes *m, struct kl_error *err)
{
	const struct meeting *meeting = b->w->meeting;
	const struct paragraph *p;
	enum appeal_kind kind;
	size_t i;
	int rc = 0;

	for (i = 0; rc == 0 && i < meeting->paragraphs.n; i++) {
		p = &meeting->paragraphs.v[i];
		kind = after_kind(&b->w->bundle, meeting, p);
		if ((kind != APPEAL_PLAN && kind != APPEAL_PERMIT) ||
		    meeting_minutes_of(meeting, p->nr) != m)
			continue;
		rc = announcement(b, m, p->nr, kind, err);
	}
	return rc;
}

static int
look_today(struct board *b, const struct minutes *m, struct kl_error *err)
{
	int rc = 0;

	if (m->state == MINUTES_ADJUSTED)
		rc = to_post(b, m, err);
	else if (m->state == MINUTES_POSTED)
		rc = to_remove(b, m, err);
	if (rc == 0 && m->state >= MINUTES_ADJUSTED &&
	    m->announced == KL_DAY_NONE)
		rc = to_announce(b, m, err);
	return rc;
}

/* ---- answers that fall due ----------------------------------------------- */

int
office_answers(struct work *w, const char *committee, kl_day from,
    struct kl_data *list, struct kl_error *err)
{
	const char *args[3] = { NULL, NULL, NULL };
	struct kl_data *rows = data_list(), *row;
	char day[11];
	size_t i;
	int rc;

	args[0] = arena_printf(w->arena, "day=%s", kl_day_format(from, day));
	if (committee != NULL)
		args[1] = arena_printf(w->arena, "committee=%s", committee);
	if (rows == NULL || arena_failed(w->arena)) {
		kl_data_free(rows);
		return kl_error_nomem(err);
	}
	rc = store_query(w->o->store, "answers", args, rows, err);
	for (i = 0; rc == 0 && i < kl_data_count(rows); i++) {
		if (kl_data_get(kl_data_at(rows, i), "meeting") != NULL &&
		    kl_data_text(kl_data_get(kl_data_at(rows, i), "meeting")) !=
			NULL)
			continue;
		row = data_add_object(list, NULL);
		data_add_members(row, kl_data_at(rows, i));
	}
	kl_data_free(rows);
	return rc;
}

int
kl_notice_today(struct kl_office *o, const char *committee,
    struct kl_data **answer, struct kl_error *err)
{
	struct kl_data *rows = data_list();
	struct board b = { .all = false };
	struct work w;
	int rc = work_begin(&w, o, MAY_READ, false, err);

	b.w = &w;
	data_add_day(w.answer, "date", o->today);
	b.post = data_add_list(w.answer, "post");
	b.remove = data_add_list(w.answer, "remove");
	b.down = data_add_list(w.answer, "down");
	b.announce = data_add_list(w.answer, "announce");
	if (rc == 0)
		rc = office_query(&w, "minutes", committee, rows, err);
	if (rc == 0)
		rc = each_minutes(&b, rows, look_today, err);
	if (rc == 0)
		rc = office_answers(&w, committee, o->today,
		    data_add_list(w.answer, "answers"), err);
	kl_data_free(rows);
	return work_end(&w, rc, answer, err);
}
