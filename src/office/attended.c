/* SPDX-License-Identifier: EUPL-1.2
 *
 * Who was there, who served for whom in which paragraphs, who presided and
 * whether they were enough; of the whole meeting or of one paragraph.
 */
#include "config.h"

#include <string.h>

#include "domain/ranges.h"
#include "office/who.h"
#include "rules/entry.h"

struct attended {
	struct work *w;
	sittings all; /* of the paragraphs asked for */
	struct kl_error *err;
};

static bool
same(const char *x, const char *y)
{
	return x == y || (x != NULL && y != NULL && strcmp(x, y) == 0);
}

/* The paragraphs in which the person has that seat, for that member; false for
 * none.  A sitting before the first paragraph has no number. */
static bool
ranges_of(const struct attended *t, const char *ref, enum seat seat,
    const char *member, struct ranges *out)
{
	const struct sitter *x;
	bool any = false;
	size_t i;

	out->n = 0;
	for (i = 0; i < t->all.n; i++) {
		x = sitting_of(&t->all.v[i], ref);
		if (x == NULL || x->seat != seat ||
		    (seat == SEAT_SERVING && !same(x->serves_for, member)))
			continue;
		any = true;
		if (t->all.v[i].paragraph > 0)
			ranges_add(out, t->all.v[i].paragraph);
	}
	return any;
}

static void
add_clocks(const struct attended *t, struct kl_data *row, const char *ref)
{
	const struct meeting *m = t->w->meeting;
	const char *from = NULL, *until = NULL;
	bool remote = false;
	size_t i;

	for (i = 0; i < m->attendance.n; i++) {
		if (strcmp(m->attendance.v[i].person, ref) != 0)
			continue;
		if (from == NULL)
			from = m->attendance.v[i].from;
		if (m->attendance.v[i].until != NULL)
			until = m->attendance.v[i].until;
		remote |= m->attendance.v[i].remote;
	}
	data_add_text(row, "from", from);
	data_add_text(row, "until", until);
	data_add_bool(row, "remote", remote);
}

static struct kl_data *
add_person(struct attended *t, struct kl_data *list, const char *ref,
    const struct ranges *r)
{
	struct kl_data *row = data_add_object(list, NULL);

	data_add_text(row, "person", ref);
	data_add_text(row, "name", office_name(t->w, ref));
	data_add_text(row, "party", office_party(t->w, ref));
	data_add_text(row, "paragraphs", ranges_format(t->w->arena, r));
	return row;
}

static void
answer_seat(struct attended *t, const char *name, enum seat seat, bool members)
{
	struct kl_data *list = data_add_list(t->w->answer, name), *row;
	const struct sitter *x;
	struct ranges r, c;
	size_t i;

	for (i = 0; i < t->all.v[0].v.n; i++) {
		x = &t->all.v[0].v.v[i];
		if (members != (x->mandate != NULL &&
				   x->mandate->role <= ROLE_MEMBER) ||
		    !ranges_of(t, x->ref, seat, NULL, &r))
			continue;
		row = add_person(t, list, x->ref, &r);
		ranges_of(t, x->ref, SEAT_CONFLICTED, NULL, &c);
		data_add_text(row, "conflict",
		    c.n == 0 ? NULL : ranges_format(t->w->arena, &c));
		add_clocks(t, row, x->ref);
	}
}

/* A row for each member whom the deputy served for, in the order it happened.
 */
static void
answer_served(struct attended *t, struct kl_data *list, const char *ref)
{
	const struct sitter *x;
	struct kl_data *row;
	text_list done = { NULL, 0, 0 };
	struct ranges r;
	size_t i, k;

	for (i = 0; i < t->all.n; i++) {
		x = sitting_of(&t->all.v[i], ref);
		if (x == NULL || x->seat != SEAT_SERVING)
			continue;
		for (k = 0; k < done.n; k++)
			if (same(done.v[k],
				x->serves_for == NULL ? "" : x->serves_for))
				break;
		if (k < done.n)
			continue;
		text_add(t->w->arena, &done,
		    x->serves_for == NULL ? "" : x->serves_for);
		ranges_of(t, ref, SEAT_SERVING, x->serves_for, &r);
		row = add_person(t, list, ref, &r);
		data_add_text(row, "for", x->serves_for);
		data_add_text(row, "for_name",
		    x->serves_for == NULL ? NULL
					  : office_name(t->w, x->serves_for));
		add_clocks(t, row, ref);
	}
}

static void
answer_deputies(struct attended *t)
{
	struct kl_data *list = data_add_list(t->w->answer, "serving");
	const struct sitter *x;
	size_t i;

	for (i = 0; i < t->all.v[0].v.n; i++) {
		x = &t->all.v[0].v.v[i];
		if (x->mandate != NULL && x->mandate->role == ROLE_DEPUTY)
			answer_served(t, list, x->ref);
	}
	answer_seat(t, "deputies", SEAT_LISTENING, false);
	answer_seat(t, "without_mandate", SEAT_WITHOUT, false);
}

/* Who has left the room because of a conflict of interest, officials too (KL
 * 6:30, 7:4). */
static void
answer_conflicted(struct attended *t, int paragraph)
{
	struct kl_data *list = data_add_list(t->w->answer, "conflicted"), *row;
	const struct conflict *x;
	size_t i;

	for (i = 0; i < t->w->meeting->conflicts.n; i++) {
		x = &t->w->meeting->conflicts.v[i];
		if (x->rejected || (paragraph > 0 && x->paragraph != paragraph))
			continue;
		row = data_add_object(list, NULL);
		data_add_int(row, "paragraph", x->paragraph);
		data_add_text(row, "person", x->person);
		data_add_text(row, "name",
		    x->person == NULL ? x->name : office_name(t->w, x->person));
		data_add_text(row, "ground", x->ground);
	}
}

static void
answer_others(struct attended *t, int paragraph)
{
	struct kl_data *list = data_add_list(t->w->answer, "others"), *row;
	const struct other_present *x;
	struct ranges r;
	size_t i;

	for (i = 0; i < t->w->meeting->others.n; i++) {
		x = &t->w->meeting->others.v[i];
		if (paragraph > 0 && ranges_parse(x->paragraphs, &r) == 0 &&
		    r.n > 0 && !ranges_has(&r, paragraph))
			continue;
		row = data_add_object(list, NULL);
		data_add_text(row, "name", x->name);
		data_add_text(
		    row, "kind", word_of(words_visitor, (int)x->kind));
		data_add_text(row, "paragraphs", x->paragraphs);
	}
}

/* Runs of paragraphs that the same person presides in. */
static void
answer_presiding(struct attended *t)
{
	struct kl_data *list = data_add_list(t->w->answer, "presiding"), *row;
	const char *chair;
	struct ranges r;
	size_t i, k;

	for (i = 0; i < t->all.n; i = k) {
		chair = t->all.v[i].chair;
		r.n = 0;
		for (k = i; k < t->all.n && same(t->all.v[k].chair, chair); k++)
			if (t->all.v[k].paragraph > 0)
				ranges_add(&r, t->all.v[k].paragraph);
		row = data_add_object(list, NULL);
		data_add_text(row, "person", chair);
		data_add_text(row, "name",
		    chair == NULL ? NULL : office_name(t->w, chair));
		data_add_text(
		    row, "paragraphs", ranges_format(t->w->arena, &r));
	}
}

static bool
as_many(const struct sitting *x, const struct sitting *y)
{
	return x->serving == y->serving && x->quorate == y->quorate &&
	       x->conflicted == y->conflicted;
}

static void
answer_quorum(struct attended *t)
{
	struct kl_data *list = data_add_list(t->w->answer, "quorum"), *row;
	const struct sitting *s;
	struct ranges r;
	size_t i, k;

	for (i = 0; i < t->all.n; i = k) {
		s = &t->all.v[i];
		r.n = 0;
		for (k = i; k < t->all.n && as_many(s, &t->all.v[k]); k++)
			if (t->all.v[k].paragraph > 0)
				ranges_add(&r, t->all.v[k].paragraph);
		row = data_add_object(list, NULL);
		data_add_text(
		    row, "paragraphs", ranges_format(t->w->arena, &r));
		data_add_int(row, "seats", s->seats);
		data_add_int(row, "serving", s->serving);
		data_add_int(row, "need", s->need);
		data_add_bool(row, "quorate", s->quorate);
	}
}

/* Who should enter for whom, and why they are (not) enough. */
static int
answer_one(struct attended *t, int paragraph)
{
	struct derivation why = work_derivation(t->w);
	struct rule_book book = office_book(t->w);
	struct kl_data *list, *row;
	struct kl_error note;
	entries out;
	size_t i;
	int rc;

	rc = entry_propose(t->w->arena, &t->w->bundle, t->w->meeting, paragraph,
	    &book, &why, &out, t->err);
	if (rc != 0)
		return rc;
	list = data_add_list(t->w->answer, "proposed");
	for (i = 0; i < out.n; i++) {
		row = data_add_object(list, NULL);
		data_add_text(row, "member", out.v[i].member);
		data_add_text(row, "name", office_name(t->w, out.v[i].member));
		data_add_text(row, "deputy", out.v[i].deputy);
		data_add_text(row, "deputy_name",
		    out.v[i].deputy == NULL
			? NULL
			: office_name(t->w, out.v[i].deputy));
		data_add_text(row, "ground", entry_word(out.v[i].ground));
	}
	rc = sitting_quorum(&t->all.v[0], t->w->meeting->day, &why, &note);
	if (rc == KL_E_RULE)
		work_warn(t->w, &note);
	rules_answer_because(t->w->answer, &why);
	return rc == KL_E_RULE ? 0 : rc;
}

/* The sittings asked for: one, all, or the one before there are any. */
static int
find_sittings(struct attended *t, int paragraph)
{
	struct work *w = t->w;
	struct sitting *s;

	if (paragraph > 0 && meeting_paragraph(w->meeting, paragraph) == NULL &&
	    w->meeting->paragraphs.n > 0)
		return kl_error_set(t->err, KL_E_NOTFOUND,
		    KL_N_("The minutes of %s have no § %d."), w->meeting->key,
		    paragraph);
	if (paragraph == 0 && w->meeting->paragraphs.n > 0)
		return sitting_all(
		    w->arena, &w->bundle, w->meeting, &t->all, t->err);
	s = vec_push(w->arena, &t->all);
	return s == NULL ? kl_error_nomem(t->err)
			 : sitting_at(w->arena, &w->bundle, w->meeting,
			       paragraph, s, t->err);
}

int
kl_meeting_attendance(struct kl_office *o, const char *meeting, int paragraph,
    struct kl_data **answer, struct kl_error *err)
{
	struct work w;
	struct attended t = { .w = &w, .err = err };
	int rc = work_look(&w, o, meeting, err);

	if (rc == 0)
		rc = find_sittings(&t, paragraph);
	if (rc == 0) {
		data_add_text(w.answer, "meeting", w.meeting->key);
		if (paragraph > 0)
			data_add_int(w.answer, "paragraph", paragraph);
		answer_seat(&t, "members", SEAT_SERVING, true);
		answer_deputies(&t);
		answer_conflicted(&t, paragraph);
		answer_others(&t, paragraph);
		answer_presiding(&t);
		answer_quorum(&t);
	}
	if (rc == 0 && paragraph > 0)
		rc = answer_one(&t, paragraph);
	return work_end(&w, rc, answer, err);
}
