/* SPDX-License-Identifier: EUPL-1.2
 *
 * Who will probably serve, who may be asked, and what those may do who only sit
 * in.  Shows and changes nothing.
 */
#include "config.h"

#include <string.h>

#include "office/who.h"
#include "rules/entry.h"
#include "rules/forecast.h"

/* ---- deputies ----------------------------------------------------------- */

int
office_deputies(struct work *w, const char *member, int paragraph,
    struct kl_data *list, struct kl_error *err)
{
	struct rule_book book = office_book(w);
	struct derivation why = work_derivation(w);
	struct kl_data *row;
	entries order;
	size_t i;
	int rc;

	rc = paragraph == 0 ? entry_order(w->arena, &w->bundle, w->meeting,
				  member, &book, &why, &order, err)
			    : entry_order_at(w->arena, &w->bundle, w->meeting,
				  paragraph, member, &book, &why, &order, err);
	for (i = 0; rc == 0 && i < order.n; i++) {
		row = data_add_object(list, NULL);
		data_add_text(row, "deputy", order.v[i].deputy);
		data_add_text(row, "name", office_name(w, order.v[i].deputy));
		data_add_text(row, "party", office_party(w, order.v[i].deputy));
		data_add_text(row, "ground", entry_word(order.v[i].ground));
	}
	if (rc == 0)
		rules_answer_because(w->answer, &why);
	return rc;
}

int
kl_meeting_deputies(struct kl_office *o, const char *meeting,
    const char *member, int paragraph, struct kl_data **answer,
    struct kl_error *err)
{
	const char *ref = NULL;
	struct work w;
	int rc = work_look(&w, o, meeting, err);

	if (rc == 0)
		rc = office_who(&w, member, &ref, err);
	if (rc == 0) {
		data_add_text(w.answer, "meeting", w.meeting->key);
		data_add_text(w.answer, "member", office_name(&w, ref));
		if (paragraph > 0)
			data_add_int(w.answer, "paragraph", paragraph);
		rc = office_deputies(&w, ref, paragraph,
		    data_add_list(w.answer, "deputies"), err);
	}
	return work_end(&w, rc, answer, err);
}

/* ---- the forecast ------------------------------------------------------- */

static const char *const seat_words[] = { NULL, "comes", "yes", "asked",
	"proposed", "nobody" };

static void
answer_seats(struct work *w, const struct forecast *f)
{
	struct kl_data *list = data_add_list(w->answer, "serving"), *row;
	const struct forecast_row *x;
	size_t i;

	for (i = 0; i < f->rows.n; i++) {
		x = &f->rows.v[i];
		row = data_add_object(list, NULL);
		data_add_text(row, "member", x->member);
		data_add_text(row, "name", office_name(w, x->member));
		data_add_text(row, "party", office_party(w, x->member));
		data_add_text(row, "state", seat_words[x->seat]);
		data_add_text(row, "deputy", x->deputy);
		data_add_text(row, "deputy_name",
		    x->deputy == NULL ? NULL : office_name(w, x->deputy));
		data_add_text(
		    row, "from", x->report == NULL ? NULL : x->report->from);
		data_add_text(
		    row, "until", x->report == NULL ? NULL : x->report->until);
	}
}

static void
answer_moments(struct work *w, const struct forecast *f)
{
	struct kl_data *list = data_add_list(w->answer, "moments"), *row;
	const struct forecast_moment *x;
	size_t i;

	for (i = 0; i < f->moments.n; i++) {
		x = &f->moments.v[i];
		row = data_add_object(list, NULL);
		data_add_text(row, "from",
		    x->clock == NULL ? w->meeting->time : x->clock);
		data_add_int(row, "sure", x->sure);
		data_add_int(row, "asked", x->asked);
		data_add_int(row, "possible", x->possible);
		data_add_bool(row, "quorate", x->quorate);
	}
}

static void
answer_absent(struct work *w)
{
	struct kl_data *list = data_add_list(w->answer, "absent"), *row;
	const struct absence_report *x;
	size_t i;

	for (i = 0; i < w->meeting->absences.n; i++) {
		x = &w->meeting->absences.v[i];
		row = data_add_object(list, NULL);
		data_add_text(row, "person", x->person);
		data_add_text(row, "name", office_name(w, x->person));
		data_add_text(row, "from", x->from);
		data_add_text(row, "until", x->until);
		data_add_text(row, "by", x->by);
		data_add_day(row, "reported", x->reported);
	}
}

int
kl_meeting_forecast(struct kl_office *o, const char *meeting,
    struct kl_data **answer, struct kl_error *err)
{
	struct derivation why;
	struct rule_book book;
	struct forecast f;
	struct work w;
	bool quorate = true;
	size_t i;
	int rc = work_look(&w, o, meeting, err);

	if (rc == 0) {
		why = work_derivation(&w);
		book = office_book(&w);
		rc = forecast_make(
		    w.arena, &w.bundle, w.meeting, &book, &why, &f, err);
	}
	if (rc == 0) {
		for (i = 0; i < f.moments.n; i++)
			quorate &= f.moments.v[i].quorate;
		data_add_text(w.answer, "meeting", w.meeting->key);
		data_add_int(w.answer, "seats", f.seats);
		data_add_int(w.answer, "need", f.need);
		data_add_bool(w.answer, "quorate", quorate);
		answer_seats(&w, &f);
		answer_moments(&w, &f);
		answer_absent(&w);
		rules_answer_because(w.answer, &why);
	}
	return work_end(&w, rc, answer, err);
}

/* How sure it is, in the words of the record. */
static const char *const sure_words[] = { NULL, "kommer", "kommer",
	"tillfrågad", "förslag", NULL };

static int
expect_seat(struct work *w, const struct forecast_row *x,
    struct record_forecast *out)
{
	struct record_expected *e = vec_push(w->arena, &out->v);

	if (e == NULL)
		return KL_E_NOMEM;
	e->state = sure_words[x->seat];
	if (x->seat == FORECAST_MEMBER) {
		e->person = x->member;
		return 0;
	}
	e->person = x->deputy;
	e->for_whom = x->member;
	if (x->report != NULL) {
		e->from = x->report->from;
		e->until = x->report->until;
	}
	return 0;
}

int
office_expect(
    struct work *w, struct record_forecast *out, struct kl_error *err)
{
	struct rule_book book = office_book(w);
	struct record_moment *t;
	struct forecast f;
	size_t i;
	int rc = forecast_make(
	    w->arena, &w->bundle, w->meeting, &book, NULL, &f, err);

	if (rc != 0)
		return rc;
	out->made = out->quorate = true;
	out->seats = f.seats;
	out->need = f.need;
	out->sure = f.moments.v[0].sure;
	for (i = 0; rc == 0 && i < f.rows.n; i++)
		rc = expect_seat(w, &f.rows.v[i], out);
	for (i = 0; rc == 0 && i < f.moments.n; i++) {
		out->quorate &= f.moments.v[i].quorate;
		t = vec_push(w->arena, &out->moments);
		if (t == NULL)
			return kl_error_nomem(err);
		t->clock = f.moments.v[i].clock;
		t->sure = f.moments.v[i].sure;
		t->quorate = f.moments.v[i].quorate;
	}
	return rc == 0 ? 0 : kl_error_nomem(err);
}

/* ---- rights ------------------------------------------------------------- */

/* What the law gives where the body's regulations say nothing: deputies may
 * attend (KL 6:17), whoever else is called to give information may do that
 * (6:26) and staff representatives attend and speak (7:12). */
static const struct right_to_attend by_law[] = {
	{ 0, true, false, false, "KL 6:17", 0 },
	{ VISITOR_ADJUNCT, true, true, false, "KL 6:26", 0 },
	{ VISITOR_STAFF, true, true, false, "KL 7:10-12", 0 },
};

static bool
has_right(const struct committee *c, enum visitor_kind who)
{
	size_t i;

	for (i = 0; i < c->rights.n; i++)
		if (c->rights.v[i].who == who)
			return true;
	return false;
}

static void
answer_right(struct kl_data *list, const struct right_to_attend *x)
{
	struct kl_data *row = data_add_object(list, NULL);

	data_add_text(row, "who",
	    x->who == 0 ? word_of(words_role, ROLE_DEPUTY)
			: word_of(words_visitor, (int)x->who));
	data_add_bool(row, "attend", x->attend);
	data_add_bool(row, "speak", x->speak);
	data_add_bool(row, "opinion", x->opinion);
	data_add_text(row, "source", x->source);
}

int
kl_meeting_rights(struct kl_office *o, const char *meeting,
    struct kl_data **answer, struct kl_error *err)
{
	struct kl_data *list;
	struct work w;
	size_t i;
	int rc = work_look(&w, o, meeting, err);

	if (rc != 0)
		return work_end(&w, rc, answer, err);
	data_add_text(w.answer, "meeting", w.meeting->key);
	data_add_bool(w.answer, "open", w.meeting->open);
	list = data_add_list(w.answer, "rights");
	for (i = 0; i < w.committee->rights.n; i++)
		answer_right(list, &w.committee->rights.v[i]);
	for (i = 0; i < sizeof by_law / sizeof *by_law; i++)
		if (!has_right(w.committee, by_law[i].who))
			answer_right(list, &by_law[i]);
	return work_end(&w, rc, answer, err);
}
